// Package workers carries work out by a few goroutines at once.
package workers

import (
	"context"
	"iter"
	"sync"
)

// Each calls f for each item, at most n at once. An item is taken off the
// sequence by the caller's goroutine, and only when there is room for it.
//
// The first error ends it: no further item is begun, and the context of the
// calls that still run is canceled. The end of ctx does the same. Each returns
// when all calls have returned, with the first error, or with that of ctx if
// an item was left out for it. To carry on after errors, let f keep them and
// return nil. If the sequence panics, the context of the calls is canceled, and
// they are waited for.
func Each[T any](ctx context.Context, n int, items iter.Seq[T], f func(context.Context, T) error) error {
	inner, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	defer running.Wait()
	defer cancel()
	var (
		slots   = make(chan struct{}, max(n, 1))
		first   error
		once    sync.Once
		leftOut bool
	)
	slots <- struct{}{}
	for item := range items {
		if leftOut = inner.Err() != nil; leftOut {
			break
		}
		running.Go(func() {
			defer func() { <-slots }()
			if err := f(inner, item); err != nil {
				once.Do(func() { first = err; cancel() })
			}
		})
		select { // room for the next
		case slots <- struct{}{}:
		case <-inner.Done():
		}
	}
	running.Wait()
	if first == nil && leftOut {
		return ctx.Err()
	}
	return first
}

// Map yields f of each item in the order of the items, while at most n calls
// run or have results that wait for their turn. Nothing happens before the
// first step; items are taken by the caller's goroutine.
//
// The first error in that order is yielded and ends it, and so is that of ctx.
// When the loop over it is left, for whatever reason, the context of the calls
// that still run is canceled, and they are waited for.
func Map[T, R any](ctx context.Context, n int, items iter.Seq[T], f func(context.Context, T) (R, error)) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var running sync.WaitGroup
		defer running.Wait()
		defer cancel()

		n := max(n, 1)
		queue := make(chan chan result[R], n) // in the order of the items
		next := func() bool {
			r := <-<-queue
			if err := ctx.Err(); err != nil && r.err == nil {
				r = result[R]{err: err}
			}
			return yield(r.value, r.err) && r.err == nil
		}
		for item := range items {
			done := make(chan result[R], 1)
			running.Go(func() {
				value, err := f(ctx, item)
				done <- result[R]{value, err}
			})
			queue <- done
			if len(queue) == n && !next() {
				return
			}
		}
		for len(queue) > 0 {
			if !next() {
				return
			}
		}
	}
}

type result[R any] struct {
	value R
	err   error
}
