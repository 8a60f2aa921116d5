package cdntest

import (
	"time"
)

// The states of a domain, as DescribeCdnDomainDetail names them.
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

// domain is one accelerated domain.
type domain struct {
	name          string
	status        string
	cname         string
	cdnType       string // web, download, video
	scope         string // domestic, overseas, global
	resourceGroup string
	description   string
	created       time.Time
	modified      time.Time
	sources       []source
	configs       []*config
	certificate   *certificate // nil: HTTPS is off
	tags          map[string]string

	next transition
}
