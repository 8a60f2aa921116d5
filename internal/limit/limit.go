// Package limit holds calls back to the rates that the service allows.
package limit

import (
	"context"
	"fmt"
	"sync"

	"golang.org/x/time/rate"

	"github.com/alicdn/alicdn-go/internal/action"
)

// Limiter lets the attempts of each action pass at the rate that the service
// documents for an account, in bursts of up to a second's worth. It slows an
// action down when the service throttles it all the same, since others may use
// the account too, and speeds it up again with every success.
type Limiter struct {
	mu      sync.Mutex
	buckets map[string]*bucket
}

// New returns a limiter for the documented rates.
func New() *Limiter { return &Limiter{buckets: map[string]*bucket{}} }

// bucket is what one action has.
type bucket struct {
	limiter *rate.Limiter
	full    rate.Limit
}

// How an action slows down and recovers, as parts of its full rate.
const (
	slowDown = 0.5  // what a throttling leaves of the rate
	slowest  = 0.05 // of the full rate
	recovery = 0.02 // of the full rate, with each success
)

// Wait returns when an attempt of the action may go out. Actions without a
// documented rate never wait. A wait that would outlast the deadline of ctx is
// not begun.
func (l *Limiter) Wait(ctx context.Context, name string) error {
	b := l.bucket(name)
	if b == nil {
		return ctx.Err()
	}
	err := b.limiter.Wait(ctx)
	if err != nil && ctx.Err() == nil {
		return fmt.Errorf("%w: no room at %g calls a second before it", context.DeadlineExceeded, b.limiter.Limit())
	}
	return err
}

// Observe learns from the outcome of an attempt.
func (l *Limiter) Observe(name string, throttled bool) {
	b := l.bucket(name)
	if b == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	current := b.limiter.Limit()
	next := min(b.full, current+b.full*recovery)
	if throttled {
		next = max(b.full*slowest, current*slowDown)
	}
	if next != current {
		b.limiter.SetLimit(next)
	}
}

// bucket returns that of the action, nil if its rate is not documented.
func (l *Limiter) bucket(name string) *bucket {
	known, _ := action.Lookup(name)
	if known.Rate == 0 {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	b, ok := l.buckets[name]
	if !ok {
		full := rate.Limit(known.Rate)
		b = &bucket{rate.NewLimiter(full, int(known.Rate)), full}
		l.buckets[name] = b
	}
	return b
}
