package certificate

import (
	"cmp"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
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
	// Domains are the domains of the account.
	Domains iter.Seq2[types.PageData, error]

	// Info returns the certificates of a domain.
	Info func(ctx context.Context, domain string) ([]types.CertInfo, error)

	// Set sets the certificate on a domain, if it is forced over another of
	// its name.
	Set func(ctx context.Context, domain string, isForced bool) error

	// IsKept reports whether what the account keeps under the name of the
	// certificate is the certificate.
	IsKept func(ctx context.Context) (bool, error)

	// Rest polls until look, which is told how the domain is and what
	// certificates it has, says that it is done.
	Rest func(ctx context.Context, domain string, look func(poll.State, []types.CertInfo) poll.State) error

	// Judge says what an error of Info and Set means.
	Judge patience.Judge

	// IsTaken reports whether an error of Set says that the name is taken.
	IsTaken func(err error) bool

	// ErrNoDomain is the error of a domain that the account does not have.
	ErrNoDomain error
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
	Domains  []string // no others, unless there are none
	IsForced bool
	DryRun   bool
	NoWait   bool
	OnlyOn   bool // only where HTTPS is on
	Service  Service
	OnResult func(types.RolloutResult)

	// Slots bound the calls that run at once, but for those of Rest.
	Slots workers.Slots

	results sync.Mutex            // held while OnResult is called
	naming  workers.Slots         // one, held while the name of the certificate is looked up
	futile  atomic.Pointer[error] // why it need not be tried any more
	isTaken atomic.Bool           // the service has taken the certificate
}

// Run carries the plan out. What becomes of one domain does not touch the
// others, unless it would become of them, too.
func (p *Plan) Run(ctx context.Context) ([]types.RolloutResult, error) {
	p.naming = workers.NewSlots(1)
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
	return results, nil
}

// jobs are the domains that the certificate covers, or those named, by name.
func (p *Plan) jobs() ([]*job, error) {
	wanted := make(map[string]bool)
	for _, name := range p.Domains {
		wanted[strings.ToLower(name)] = true
	}
	var jobs []*job
	for domain, err := range p.Service.Domains {
		if err != nil {
			return nil, err
		}
		name := strings.ToLower(domain.DomainName)
		if Covers(p.Leaf, name) != nil || len(p.Domains) > 0 && !wanted[name] {
			continue
		}
		delete(wanted, name)
		jobs = append(jobs, &job{plan: p, domain: domain, result: types.RolloutResult{DomainName: domain.DomainName}})
	}
	for name := range wanted {
		jobs = append(jobs, &job{plan: p, missing: true, result: types.RolloutResult{DomainName: name}})
	}
	slices.SortFunc(jobs, func(a, b *job) int { return strings.Compare(a.result.DomainName, b.result.DomainName) })
	return jobs, nil
}

// job is the work on one domain.
type job struct {
	plan    *Plan
	domain  types.PageData
	missing bool
	before  match
	isLeft  bool // it need not be tried
	result  types.RolloutResult
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
	if why := unfit[j.domain.DomainStatus]; why != "" {
		j.skip(why)
		return false
	}
	if j.missing {
		j.end(types.RolloutFailed, j.plan.Service.ErrNoDomain)
		return false
	}
	infos, err := j.infos(ctx)
	if err != nil {
		j.end(j.notDone(ctx), err)
		return false
	}
	isOn := j.domain.SslProtocol == types.SwitchOn
	for _, info := range infos {
		if info.ServerCertificateStatus == types.SwitchOn {
			isOn, j.result.Before = true, info
		}
	}
	j.before = best(infos, j.plan.Leaf, j.plan.Name)
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

func (j *job) infos(ctx context.Context) (infos []types.CertInfo, err error) {
	err = j.plan.Service.Judge.Do(ctx, func() (wrong error) {
		return j.plan.Slots.Do(ctx, func() error {
			infos, wrong = j.plan.Service.Info(ctx, j.result.DomainName)
			return wrong
		})
	}, patience.Busy, patience.Unknown)
	return infos, err
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
		if p.Service.Judge(err) != patience.Unknown {
			j.end(j.notDone(ctx), err)
			return false
		}
		isThere, notKnown := j.cameThrough(ctx)
		switch {
		case notKnown != nil:
			j.end(types.RolloutUnknown, fmt.Errorf("%w; whether it was set is not known: %w", err, notKnown))
			return false
		case isThere:
			p.isTaken.Store(true)
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
	if futile := p.futile.Load(); futile != nil {
		j.isLeft = true
		return fmt.Errorf("alicdn: not tried any more: %w", *futile)
	}
	err := p.Service.Set(ctx, j.result.DomainName, p.IsForced)
	if err != nil && ctx.Err() == nil && !p.IsForced && p.Service.IsTaken(err) {
		isOwn, unsure := p.isOwn(ctx, err)
		switch {
		case isOwn:
			err = p.Service.Set(ctx, j.result.DomainName, true)
		case unsure != nil:
			err = errors.Join(err, unsure)
		}
	}
	switch {
	case err == nil:
		p.isTaken.Store(true)
	case p.Service.Judge(err) == patience.Futile:
		p.futile.CompareAndSwap(nil, &err)
	}
	return err
}

// isOwn reports whether it is this certificate itself that its name is taken
// by. Then there is no harm in setting it over itself.
func (p *Plan) isOwn(ctx context.Context, taken error) (isOwn bool, err error) {
	err = p.naming.Do(ctx, func() error {
		switch {
		case p.isTaken.Load():
			isOwn = true
			return nil
		case p.futile.Load() != nil:
			return nil
		}
		wrong := p.Service.Judge.Do(ctx, func() (wrong error) {
			isOwn, wrong = p.Service.IsKept(ctx)
			return wrong
		}, patience.Busy, patience.Unknown)
		if wrong == nil && !isOwn {
			p.futile.CompareAndSwap(nil, &taken)
		}
		return wrong
	})
	return isOwn, err
}

// cameThrough finds out whether a call did its work whose answer was lost.
func (j *job) cameThrough(ctx context.Context) (isThere bool, notKnown error) {
	for n := range looks {
		if err := poll.Sleep(ctx, patience.Pace.Delay(n+1, rand.Float64())); err != nil { //nolint:gosec // jitter
			return false, err
		}
		infos, err := j.infos(ctx)
		if err != nil {
			return false, err
		}
		switch found := best(infos, j.plan.Leaf, j.plan.Name); {
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
		if compare(info, j.plan.Leaf, j.plan.Name) == other {
			continue
		}
		if status = cmp.Or(info.Status, types.CertStatusSuccess); status == types.CertStatusSuccess {
			break
		}
	}
	return status
}
