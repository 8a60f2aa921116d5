// Package bulk submits any number of paths in calls that take a limited number
// each, and accounts for every single one.
package bulk

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync/atomic"
	"time"

	"github.com/alicdn/alicdn-go/internal/workers"
	"github.com/alicdn/alicdn-go/types"
)

// Job is what is to be done with paths.
type Job struct {
	Name    string // for errors
	Kind    Kind
	Domain  string // of all paths; "" is that which each begins with
	Longest int    // characters a path; 0 is no limit
	Limits  Limits
	Workers int

	// Deduplicate drops paths that came before.
	Deduplicate bool

	// Partial takes the end of the budget or quota for no error.
	Partial bool

	// Budget returns how many paths may be submitted, besides those in doubt,
	// which an earlier job may have paid for. It may ask how many there are,
	// for which they are ranged over once more.
	Budget func(ctx context.Context, need func() (int, error)) (int, error)

	// Send submits paths.
	Send func(ctx context.Context, paths []string) (types.ID, Verdict, error)

	// Find returns the tasks that a path has had since then, the latest first.
	// It is asked after a lost answer.
	Find func(ctx context.Context, path string, since time.Time) ([]types.ID, error)

	// Now is the time by the clock of the service.
	Now func() time.Time

	// Violation makes the error of a path that violates a rule.
	Violation func(rule string) error

	// ErrExhausted is why paths beyond the budget are not sent.
	ErrExhausted error

	Journal    *Journal
	OnOutcome  func(types.BulkOutcome)
	OnProgress func(types.BulkProgress)
}

// ErrUnequal is a sequence that had other paths the second time.
var ErrUnequal = errors.New("the sequence did not yield the same paths when it was ranged over once more")

// run is a job that runs.
type run struct {
	Job

	ledger  ledger
	budget  atomic.Int64
	seen    *index[struct{}]
	outcast outcast
	stopped atomic.Pointer[stop]
}

// stop is why a run submits nothing more.
type stop struct {
	err         error
	isExhausted bool
}

// Run submits the paths. Each path that the sequence has yielded has its
// outcome then, and no goroutine is left. After the end of ctx no more of them
// are taken; after another error the rest is, to say that they are not sent.
func (j Job) Run(ctx context.Context, paths iter.Seq[string]) (*types.BulkResult, error) {
	r := &run{Job: j, seen: newIndex[struct{}](), ledger: ledger{
		started: time.Now(), tasks: j.Journal.tasks, journal: j.Journal, outcome: j.OnOutcome, progress: j.OnProgress,
	}}
	counted := -1
	budget, err := j.Budget(ctx, func() (int, error) {
		var inDoubt int
		counted, inDoubt = r.countAll(ctx, paths)
		r.ledger.result.Total = counted
		if err := ctx.Err(); err != nil {
			return 0, r.named(err)
		}
		return counted - inDoubt, nil
	})
	if err != nil {
		return nil, err
	}
	r.budget.Store(int64(budget))

	met := 0
	chunks := Split(r.items(ctx, paths, &met), j.Limits)
	always := context.WithoutCancel(ctx) // of each chunk has to be said what became of it
	_ = workers.Each(always, j.Workers, chunks, func(left context.Context, chunk []Item) error {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(left, cancel)() // the sequence has panicked
		r.submit(ctx, chunk)
		return nil // the rest has to be told, too
	})
	if counted >= 0 && counted != met {
		r.stop(r.named(ErrUnequal), false)
	}
	return r.ledger.close(), r.end()
}

func (r *run) named(err error) error { return fmt.Errorf("%s: %w", r.Name, err) }

// stop lets the run submit nothing more. The first reason counts.
func (r *run) stop(err error, isExhausted bool) {
	r.stopped.CompareAndSwap(nil, &stop{err, isExhausted})
}

// end returns the error of the run.
func (r *run) end() error {
	stopped := r.stopped.Load()
	if stopped == nil || stopped.isExhausted && r.Partial {
		return nil
	}
	return stopped.err
}

// record tells how paths have ended. Without a journal that can be written the
// run must not go on: what it did would be done again.
func (r *run) record(outcomes []types.BulkOutcome) {
	if err := r.ledger.record(outcomes); err != nil {
		r.stop(r.named(err), false)
	}
}
