// Package adding adds domains to an account, proves before whose they are where
// the service asks for it, and accounts for every single one.
package adding

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/internal/workers"
	"github.com/alicdn/alicdn-go/types"
)

// Verdict is what a call that adds domains came to.
type Verdict int

// What a call came to. Of a call with several domains that is refused for one,
// it is not known whether it has added others.
const (
	Added       Verdict = iota // all of them
	NotNow                     // nothing was done, and it may be asked again
	Unreachable                // nothing was sent
	Lost                       // perhaps it was done
	Unproved                   // the ownership of a root domain is not proved
	Exists                     // one was added before
	Underway                   // one is being added
	Exhausted                  // the account may have no more
	Refused                    // one is refused
	Futile                     // all others would be refused, too
)

// Service is what adding domains asks of the service.
type Service struct {
	// Add adds domains with one call.
	Add func(ctx context.Context, names []string) (Verdict, error)

	// Find returns a domain of the account, nil if it does not have it.
	Find func(ctx context.Context, name string) (*types.GetDomainDetailModel, error)

	// IsTransient reports whether another look may succeed after that error.
	IsTransient func(err error) bool

	// Content returns the text that proves the ownership of the root domain of
	// a domain.
	Content func(ctx context.Context, name string) (string, error)

	// Verify lets the service look for the proof.
	Verify func(ctx context.Context, name string) error

	// IsMissing reports whether an error of Verify says that there is no proof,
	// or not yet.
	IsMissing func(err error) bool

	// Await polls until the ownership of a root domain is proved.
	Await func(ctx context.Context, root string, look func(context.Context) (poll.State, error)) error
}

// Job is what is to be added.
type Job struct {
	Service

	Name       string // for errors
	Settings   Settings
	Most       int // domains a call
	Workers    int
	VerifyType types.VerifyType

	// RootDomain returns the root domain of a domain.
	RootDomain func(name string) string

	// Place, unless nil, places a proof. Without it there is one look for the
	// proof. It is called for one root domain at a time.
	Place func(ctx context.Context, proof types.OwnerProof) error

	// Check returns what is wrong with the name of a domain.
	Check func(name string) error

	// Explain makes the error of a domain that stands at a step.
	Explain func(name string, step types.AddDomainStep, proof types.OwnerProof, err error) error

	// ErrTwice and ErrDifferent are why a domain is refused that came before,
	// or that is there with other settings.
	ErrTwice, ErrDifferent error

	// OnOutcome, unless nil, is told how each domain ended, one at a time.
	OnOutcome func(types.AddDomainOutcome)
}

// run is a job that runs.
type run struct {
	Job

	ledger   ledger
	slots    workers.Slots
	placing  workers.Slots // one, held while a proof is placed
	roots    roots
	proofs   sync.WaitGroup
	base     context.Context    //nolint:containedctx // of the run, for proofs, which outlive their chunk
	provable context.Context    //nolint:containedctx // of the proofs: it ends when the run is stopped, too
	cancel   context.CancelFunc // of provable
	stopped  atomic.Pointer[error]
}

// item is a domain on its way.
type item struct {
	place int // of its outcome
	input string
	name  string

	// inDoubt says that it was sent with a call that may have added it, isUnseen
	// that it has to be looked for before it is sent again.
	inDoubt, isUnseen bool

	// denied is how often the service has asked for the proof that it had found.
	denied int
}

// Name is how the name of a domain is sent.
func Name(input string) string { return strings.ToLower(strings.TrimSpace(input)) }

// Run adds the domains. Each that the sequence has yielded has its outcome then,
// and no goroutine is left. After the end of ctx no more of them are taken;
// after another error that ends all the rest is, to say that they are not sent.
func (j Job) Run(ctx context.Context, names iter.Seq[string]) (*types.AddDomainsResult, error) {
	r := &run{
		Job: j, ledger: ledger{started: time.Now(), outcome: j.OnOutcome}, roots: roots{all: map[string]*root{}},
		slots: workers.NewSlots(j.Workers), placing: workers.NewSlots(1),
	}
	ctx, cancel := context.WithCancel(ctx)
	defer r.proofs.Wait()
	defer cancel()
	r.base = ctx
	r.provable, r.cancel = context.WithCancel(ctx)
	defer r.cancel()
	always := context.WithoutCancel(ctx) // of each chunk has to be said what became of it
	_ = workers.Each(always, j.Workers, r.chunks(ctx, names), func(left context.Context, chunk []*item) error {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(left, cancel)() // the sequence has panicked
		r.submit(ctx, chunk)
		return nil // the rest has to be told, too
	})
	r.proofs.Wait()
	return r.ledger.close(), r.end()
}

// chunks yields the domains that can be sent, as many as a call takes each time.
func (r *run) chunks(ctx context.Context, names iter.Seq[string]) iter.Seq[[]*item] {
	return func(yield func([]*item) bool) {
		var chunk []*item
		seen := map[string]bool{}
		for input := range names {
			it := &item{place: r.ledger.open(input), input: input, name: Name(input)}
			wrong := r.Check(it.name)
			if wrong == nil && seen[it.name] {
				wrong = r.ErrTwice
			}
			if seen[it.name] = true; wrong != nil {
				r.record(it, types.AddDomainRefused, wrong)
			} else {
				chunk = append(chunk, it)
			}
			if len(chunk) == r.Most {
				if !yield(chunk) {
					return
				}
				chunk = nil
			}
			if ctx.Err() != nil {
				break
			}
		}
		if len(chunk) > 0 {
			yield(chunk)
		}
	}
}

func (r *run) named(err error) error { return fmt.Errorf("%s: %w", r.Name, err) }

// stop lets the run add nothing more. The first reason counts.
func (r *run) stop(err error) {
	r.stopped.CompareAndSwap(nil, &err)
	r.cancel()
}

// cause returns why nothing more is to be added, if so.
func (r *run) cause(ctx context.Context) error {
	if err := ctx.Err(); err != nil && r.stopped.Load() == nil {
		r.stop(r.named(err))
	}
	return r.end()
}

// end returns the error of the run.
func (r *run) end() error {
	if stopped := r.stopped.Load(); stopped != nil {
		return *stopped
	}
	return nil
}

// record tells how a domain has ended.
func (r *run) record(it *item, state types.AddDomainState, err error) {
	r.ledger.record(it.place, types.AddDomainOutcome{Input: it.input, DomainName: it.name, State: state, Err: err})
}

// explained records that a domain stands at adding it.
func (r *run) explained(it *item, state types.AddDomainState, err error) {
	r.record(it, state, r.Explain(it.name, types.AddDomainStepAdd, types.OwnerProof{}, err))
}

// ledger keeps, counts and tells how domains end.
type ledger struct {
	mu      sync.Mutex
	started time.Time
	result  types.AddDomainsResult
	outcome func(types.AddDomainOutcome)
}

// open makes place for the outcome of another domain.
func (l *ledger) open(input string) (place int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.result.Outcomes = append(l.result.Outcomes, types.AddDomainOutcome{Input: input})
	return len(l.result.Outcomes) - 1
}

func (l *ledger) record(place int, o types.AddDomainOutcome) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.result.Outcomes[place] = o
	switch o.State {
	case types.AddDomainAdded:
		l.result.Added++
	case types.AddDomainRefused:
		l.result.Refused++
	case types.AddDomainUnproved:
		l.result.Unproved++
	case types.AddDomainNotSent:
		l.result.NotSent++
	case types.AddDomainUnknown:
		l.result.Unknown++
	}
	if l.outcome != nil {
		l.outcome(o)
	}
}

// called counts a call.
func (l *ledger) called() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.result.Calls++
}

func (l *ledger) close() *types.AddDomainsResult {
	l.mu.Lock()
	defer l.mu.Unlock()
	result := l.result
	result.Elapsed = time.Since(l.started)
	return &result
}
