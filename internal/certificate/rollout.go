package certificate

import (
	"cmp"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/alicdn/alicdn-go/internal/patience"
	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/internal/workers"
	"github.com/alicdn/alicdn-go/types"
)

// Service is what a rollout asks of the service.
type Service struct {
	// Domains are the domains that the certificate may cover. One without a
	// status is asked for it.
	Domains iter.Seq2[types.PageData, error]

	// Domain returns the name, the status and the HTTPS of a domain.
	Domain func(ctx context.Context, domain string) (types.PageData, error)

	// Info returns the certificates of a domain.
	Info func(ctx context.Context, domain string) ([]types.CertInfo, error)

	// Find looks for the certificate among those that the account keeps, where
	// need be by a name that it may have.
	Find func(ctx context.Context, name string) (Kept, error)

	// Upload stores the certificate under a name and sets it on a domain.
	Upload func(ctx context.Context, domain, name string) error

	// Set sets the certificate on a domain that is stored.
	Set func(ctx context.Context, domain string, stored Stored) error

	// Rest polls until look, which is told how the domain is and what
	// certificates it has, says that it is done.
	Rest func(ctx context.Context, domain string, look func(poll.State, []types.CertInfo) poll.State) error

	// Judge says what an error of the others means.
	Judge patience.Judge

	// IsTaken reports whether an error of Upload says that the account keeps a
	// certificate of the name or of the text.
	IsTaken func(err error) bool
}

// rounds is how often the certificate is set on a domain while the answers get
// lost, each time after looks at what has come of it.
const rounds = 10

// looks is how often a domain is looked at until it is believed that it serves
// another certificate: for a moment the service may show what was before.
const looks = 4

// Plan is a certificate and where it is to be set.
type Plan struct {
	Leaf     *x509.Certificate
	Name     string
	Stored   *Stored  // nil if the certificate is to be uploaded
	Domains  []string // no others, unless there are none
	IsForced bool     // to store it under another name if that is taken
	DryRun   bool
	NoWait   bool
	OnlyOn   bool // only where HTTPS is on
	Service  Service
	OnResult func(types.RolloutResult)

	// Slots bound the calls that run at once, but for those of Rest.
	Slots workers.Slots

	results sync.Mutex            // held while OnResult is called
	futile  atomic.Pointer[error] // why it need not be tried any more
	store   store
}

// Run carries the plan out. What becomes of one domain does not touch the
// others, unless it would become of them, too.
func (p *Plan) Run(ctx context.Context) ([]types.RolloutResult, error) {
	p.store.turn = workers.NewSlots(1)
	p.store.stored.Store(p.Stored)
	jobs, err := p.jobs()
	if err != nil {
		return nil, err
	}
	var running sync.WaitGroup
	for _, j := range jobs {
		running.Go(func() {
			j.run(ctx)
			if p.OnResult != nil {
				p.results.Lock()
				defer p.results.Unlock()
				p.OnResult(j.result)
			}
		})
	}
	running.Wait()
	results := make([]types.RolloutResult, len(jobs))
	for i, j := range jobs {
		results[i] = j.result
	}
	slices.SortFunc(results, func(a, b types.RolloutResult) int { return strings.Compare(a.DomainName, b.DomainName) })
	return results, nil
}

// jobs are the domains that the certificate covers, or those named.
func (p *Plan) jobs() ([]*job, error) {
	var jobs []*job
	add := func(domain types.PageData) {
		jobs = append(jobs, &job{plan: p, domain: domain, result: types.RolloutResult{DomainName: domain.DomainName}})
	}
	if len(p.Domains) > 0 {
		for _, name := range p.Domains {
			add(types.PageData{DomainName: strings.ToLower(name)})
		}
		return jobs, nil
	}
	seen := make(map[string]bool)
	for domain, err := range p.Service.Domains {
		if err != nil {
			return nil, err
		}
		if name := strings.ToLower(domain.DomainName); !seen[name] && Covers(p.Leaf, name) == nil {
			seen[name] = true
			add(domain)
		}
	}
	return jobs, nil
}

// job is the work on one domain.
type job struct {
	plan   *Plan
	domain types.PageData
	before match
	isLeft bool // it need not be tried
	isSent bool // the last try got as far as to send something
	result types.RolloutResult
}

// unfit are the statuses of domains on which no certificate can be set.
var unfit = map[types.DomainStatus]string{
	types.DomainStatusOffline:         "is stopped",
	types.DomainStatusStopping:        "is being stopped",
	types.DomainStatusDeleting:        "is being deleted",
	types.DomainStatusChecking:        "is under review",
	types.DomainStatusCheckingring:    "is under review",
	types.DomainStatusCheckFailed:     "was refused by the review",
	types.DomainStatusConfigureFailed: "could not be configured",
}

func (j *job) run(ctx context.Context) {
	isNeeded := j.look(ctx)
	switch {
	case !isNeeded:
	case j.plan.DryRun:
		j.end(types.RolloutPlanned, nil)
	case j.set(ctx) && !j.plan.NoWait:
		j.result.Err = j.wait(ctx)
	}
}

func (j *job) end(state types.RolloutState, err error) { j.result.State, j.result.Err = state, err }

func (j *job) skip(why string) { j.result.State, j.result.Reason = types.RolloutSkipped, why }

// look finds out whether the certificate is to be set on the domain.
func (j *job) look(ctx context.Context) (isNeeded bool) {
	if err := j.describe(ctx); err != nil {
		j.end(j.notDone(ctx), err)
		return false
	}
	if why := unfit[j.domain.DomainStatus]; why != "" {
		j.skip(why)
		return false
	}
	infos, err := j.infos(ctx)
	if err != nil {
		j.end(j.notDone(ctx), err)
		return false
	}
	isOn := j.domain.SslProtocol == types.SwitchOn
	for i := range infos {
		info := &infos[i]
		info.ServerCertificateStatus = cmp.Or(info.ServerCertificateStatus, j.domain.SslProtocol)
		if info.ServerCertificateStatus == types.SwitchOn {
			isOn, j.result.Before = true, *info
		}
	}
	j.before = j.plan.best(infos)
	switch {
	case j.before == same:
		j.skip("has the certificate already")
	case j.plan.OnlyOn && !isOn:
		j.skip("has HTTPS switched off")
	default:
		return true
	}
	return false
}

// describe asks for the status of the domain, unless it is known.
func (j *job) describe(ctx context.Context) error {
	if j.domain.DomainStatus != "" {
		return nil
	}
	return j.read(ctx, func() error {
		domain, err := j.plan.Service.Domain(ctx, j.result.DomainName)
		if err == nil {
			j.domain, j.result.DomainName = domain, cmp.Or(domain.DomainName, j.result.DomainName)
		}
		return err
	})
}

func (j *job) infos(ctx context.Context) (infos []types.CertInfo, err error) {
	err = j.read(ctx, func() (wrong error) {
		infos, wrong = j.plan.Service.Info(ctx, j.result.DomainName)
		return wrong
	})
	return infos, err
}

// read makes a call that changes nothing, in one of the slots.
func (j *job) read(ctx context.Context, call func() error) error {
	return j.plan.read(ctx, func() error { return j.plan.Slots.Do(ctx, call) })
}

// read makes a call that changes nothing until it is answered.
func (p *Plan) read(ctx context.Context, call func() error) error {
	return p.Service.Judge.Do(ctx, call, patience.Busy, patience.Unknown)
}

// notDone is how a domain ends on which nothing was done.
func (j *job) notDone(ctx context.Context) types.RolloutState {
	if ctx.Err() != nil || j.isLeft {
		return types.RolloutNotSent
	}
	return types.RolloutFailed
}

// set sets the certificate, and reports whether the service has taken it.
func (j *job) set(ctx context.Context) (isSet bool) {
	p := j.plan
	for round := 1; ; round++ {
		err := p.Service.Judge.Do(ctx, func() error { return p.Slots.Do(ctx, func() error { return j.try(ctx) }) }, patience.Busy)
		if err == nil {
			j.end(types.RolloutSet, nil)
			return true
		}
		if !j.isSent || p.Service.Judge(err) != patience.Unknown {
			j.end(j.notDone(ctx), err)
			return false
		}
		isThere, notKnown := j.cameThrough(ctx)
		switch {
		case notKnown != nil:
			j.end(types.RolloutUnknown, fmt.Errorf("%w; whether it was set is not known: %w", err, notKnown))
			return false
		case isThere:
			p.store.heldBy(j.result.DomainName)
			j.end(types.RolloutSet, nil)
			return true
		case round == rounds:
			j.end(types.RolloutFailed, err)
			return false
		}
	}
}

// try makes the call, unless it need not be made any more.
func (j *job) try(ctx context.Context) error {
	p := j.plan
	j.isSent = false
	if err := j.leave(); err != nil {
		return err
	}
	stored, err := j.obtain(ctx)
	if err == nil && stored != nil {
		j.isSent = true
		err = p.Service.Set(ctx, j.result.DomainName, *stored)
	}
	p.giveUp(err)
	return err
}

// giveUp ends the rollout after an error that would come of every domain.
func (p *Plan) giveUp(err error) {
	if err != nil && p.Service.Judge(err) == patience.Futile {
		p.futile.CompareAndSwap(nil, &err)
	}
}

// leave returns why the domain need not be tried any more, nil if it has to be.
func (j *job) leave() error {
	futile := j.plan.futile.Load()
	if futile == nil {
		return nil
	}
	j.isLeft = true
	return fmt.Errorf("alicdn: not tried any more: %w", *futile)
}

// cameThrough finds out whether a call did its work whose answer was lost.
func (j *job) cameThrough(ctx context.Context) (isThere bool, notKnown error) {
	for n := range looks {
		if err := pause(ctx, n+1); err != nil {
			return false, err
		}
		infos, err := j.infos(ctx)
		if err != nil {
			return false, err
		}
		switch found := j.plan.best(infos); {
		case found == same, found == unclear && j.before == other:
			return true, nil
		case found == unclear:
			return false, errors.New("the service does not say enough of the certificate of the domain")
		}
	}
	return false, nil
}

// wait waits until the domain is at rest and serves the certificate.
func (j *job) wait(ctx context.Context) error {
	domains := []string{j.result.DomainName}
	looked := 0
	return j.plan.Service.Rest(ctx, j.result.DomainName, func(domain poll.State, infos []types.CertInfo) poll.State {
		if !domain.Done {
			return domain
		}
		switch status := j.status(infos); status {
		case types.CertStatusSuccess:
			return poll.State{Name: string(status), Done: true}
		case types.CertStatusChecking, types.CertStatusApplying:
			return poll.State{Name: string(status), Remaining: domains}
		default:
			if looked++; looked == looks {
				return poll.State{Name: string(status), Failed: domains}
			}
			return poll.State{Name: string(status), Remaining: domains}
		}
	})
}

// status is that of the certificate among those of the domain.
func (j *job) status(infos []types.CertInfo) types.CertStatus {
	status := types.CertStatus("other certificate")
	for _, info := range infos {
		if j.plan.compare(info) == other {
			continue
		}
		if status = cmp.Or(info.Status, types.CertStatusSuccess); status == types.CertStatusSuccess {
			break
		}
	}
	return status
}
