// Package poll asks again and again until something has come about.
package poll

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"time"
)

// ErrFailed is the end of a wait for what has failed and will not come about.
var ErrFailed = errors.New("failed for good")

// Pace is how long to wait between two polls: Min at first, then longer and
// longer, with jitter, up to Max.
type Pace struct{ Min, Max time.Duration }

// Delay returns how long to wait after the poll of that number, the first
// being 1: a random part, from three quarters to the whole, of a bound that
// grows by half with each poll, and never less than Min. The random number is
// from [0, 1).
func (p Pace) Delay(poll int, random float64) time.Duration {
	bound := p.Min
	for n := 1; n < poll && bound < p.Max; n++ {
		bound += min(bound/2+1, p.Max-bound)
	}
	return max(p.Min, bound-time.Duration(random*float64(bound/4)))
}

// State is what a poll has found.
type State struct {
	Name      string   // such as configuring
	Done      bool     // what was awaited has come about
	Failed    []string // what will not come about; ends the wait
	Remaining []string // what has not come about yet
}

// Progress is how far a wait is.
type Progress struct {
	State // what the last poll found that did not fail

	Polls   int
	Elapsed time.Duration
	Next    time.Duration // until the next poll; 0 if there is none
	Err     error         // why the last poll failed
}

// Waiter says how to wait.
type Waiter struct {
	Pace Pace

	// Confirm does not believe the first poll that something is done: it may
	// have seen what was before.
	Confirm bool

	// Transient reports whether a poll that failed with err may succeed the
	// next time.
	Transient func(err error) bool

	// Update, unless nil, is told of each poll.
	Update func(Progress)
}

// Until polls with look until something is done, has failed, which is
// ErrFailed, look fails for good, or ctx ends, whose error is returned as it
// is.
func (w Waiter) Until(ctx context.Context, look func(context.Context) (State, error)) (Progress, error) {
	var (
		started = time.Now()
		now     Progress
		seen    bool
	)
	for {
		state, err := look(ctx)
		now.Polls, now.Elapsed, now.Err, now.Next = now.Polls+1, time.Since(started), err, 0
		if err == nil {
			now.State = state
			now.Done = state.Done && (seen || !w.Confirm)
			seen = true
		}
		isEnd, end := w.end(ctx, now)
		if !isEnd {
			now.Next = w.Pace.Delay(now.Polls, rand.Float64()) //nolint:gosec // jitter
		}
		if w.Update != nil {
			w.Update(now)
		}
		if !isEnd {
			end = Sleep(ctx, now.Next)
		}
		if isEnd || end != nil {
			now.Elapsed, now.Next = time.Since(started), 0
			return now, end
		}
	}
}

// end reports whether the last poll was the last of all, and the error to
// return then.
func (w Waiter) end(ctx context.Context, now Progress) (isEnd bool, err error) {
	switch {
	case now.Err == nil && len(now.Failed) > 0:
		return true, ErrFailed
	case now.Err == nil:
		return now.Done, nil
	case ctx.Err() != nil:
		return true, ctx.Err()
	default:
		return !w.Transient(now.Err), now.Err
	}
}

// Each looks at several things, at most so many at a time, and at each until it
// is done. Look returns the state of each. The first that has failed ends the
// poll, after those that were looked at together with it.
func Each(names []string, most int, look func(ctx context.Context, names []string) ([]State, error)) func(context.Context) (State, error) {
	pending := names
	return func(ctx context.Context) (State, error) {
		var (
			left []string
			rest = pending
			now  State
		)
		for len(rest) > 0 {
			states, err := look(ctx, rest[:min(most, len(rest))])
			if err != nil {
				pending = slices.Concat(left, rest)
				return State{}, err
			}
			for i, state := range states {
				if len(now.Failed) == 0 && (len(state.Failed) > 0 || len(left) == 0) {
					now.Name = state.Name // of the first that has failed or is not done
				}
				switch {
				case len(state.Failed) > 0:
					now.Failed = append(now.Failed, state.Failed...)
				case !state.Done:
					left = append(left, rest[i])
				}
			}
			rest = rest[len(states):]
			if len(now.Failed) > 0 {
				now.Remaining = slices.Concat(left, rest)
				return now, nil
			}
		}
		pending = left
		now.Done, now.Remaining = len(left) == 0, slices.Clone(left)
		return now, nil
	}
}

// Sleep waits, or returns the error of ctx as soon as it ends.
func Sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
