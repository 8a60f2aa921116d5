package cdntest

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// The states of a domain, as the service writes them.
const (
	statusOnline          = "online"
	statusOffline         = "offline"
	statusConfiguring     = "configuring"
	statusConfigureFailed = "configure_failed"
	statusChecking        = "checking"
	statusCheckFailed     = "check_failed"
	statusStopping        = "stopping"
	statusDeleting        = "deleting"
	statusDeleted         = "" // gone; never answered
)

// Labels of a domain's name that make things fail, see the package comment.
const (
	labelCheckFailed     = "check-failed"
	labelConfigureFailed = "configure-failed"
	labelConfigFailed    = "config-failed"
)

// domain is one accelerated domain of the user.
type domain struct {
	id            int64
	name          string
	cdnType       string // web, download, video
	scope         string // domestic, overseas, global
	resourceGroup string
	origins       []origin
	created       time.Time
	modified      time.Time

	status string
	ahead  []step // what the domain is on its way to
	serves bool   // requests are answered, also while it is being configured

	configs     []*config
	staging     staging
	certificate *certificate // nil: never had one
	https       bool         // the certificate is switched on
	tags        []tag
}

// step is a change of status that is to come.
type step struct {
	at     time.Time
	status string
}

// enter puts the domain into a status and on its way to what follows.
func (d *domain) enter(now time.Time, status string, ahead ...step) {
	d.become(status, now)
	d.ahead = ahead
}

// become puts the domain into a status. Being configured does not change
// whether it serves.
func (d *domain) become(status string, at time.Time) {
	d.status, d.modified = status, at
	switch status {
	case statusOnline:
		d.serves = true
	case statusChecking, statusStopping, statusOffline:
		d.serves = false
	}
}

// configure lets the domain be configured for a while, after which it is back
// where it was.
func (d *domain) configure(now time.Time, duration time.Duration) {
	d.enter(now, statusConfiguring, step{now.Add(duration), d.status})
}

// settle takes the steps that have become due.
func (d *domain) settle(now time.Time) {
	for d.busy() && !now.Before(d.ahead[0].at) {
		d.become(d.ahead[0].status, d.ahead[0].at)
		d.ahead = d.ahead[1:]
	}
	if !d.busy() {
		d.settleConfigs()
	}
	d.staging.settle(now, d.configResult())
}

// busy reports whether the domain is on its way to another status. Until it
// has arrived, nothing about it can be changed.
func (d *domain) busy() bool { return len(d.ahead) > 0 }

// failed reports whether the domain was refused or could not be configured.
func (d *domain) failed() bool {
	return d.status == statusCheckFailed || d.status == statusConfigureFailed
}

// hasLabel reports whether one of the labels of the domain's name is this one.
func (d *domain) hasLabel(label string) bool {
	return slices.Contains(strings.Split(d.name, "."), label)
}

// cname is the name that the user points the domain to.
func (d *domain) cname() string { return strings.TrimPrefix(d.name, ".") + ".w.kunlunle.com" }

// httpsCname is the same for HTTPS.
func (d *domain) httpsCname() string { return strings.TrimPrefix(d.name, ".") + ".alikunlun.com" }

// idle returns the user's domain of that name if it can be changed now.
func (s *state) idle(c *call, name string) (*domain, *fault) {
	d, no := s.domain(c, name)
	switch {
	case no != nil:
		return nil, no
	case d.busy():
		return nil, c.fault(types.ServiceBusy)
	}
	return d, nil
}

// configurable returns the user's domain of that name if its settings can be
// changed now: it is not busy and was configured once.
func (s *state) configurable(c *call, name string) (*domain, *fault) {
	d, no := s.idle(c, name)
	switch {
	case no != nil:
		return nil, no
	case d.failed():
		return nil, c.fault(types.IllegalOperation)
	}
	return d, nil
}

// sorted returns the domains, the youngest first, as the service lists them.
func (s *state) sorted() []*domain {
	return slices.SortedFunc(maps.Values(s.domains), func(a, b *domain) int {
		return cmp.Or(b.created.Compare(a.created), strings.Compare(a.name, b.name))
	})
}
