package workers

import "context"

// Slots bound how much is done at once, by goroutines that mostly wait for
// something else.
type Slots chan struct{}

// NewSlots returns n slots, at least one.
func NewSlots(n int) Slots { return make(Slots, max(n, 1)) }

// Do calls f when there is a slot for it, and returns its error; or that of ctx
// if it ends before.
func (s Slots) Do(ctx context.Context, f func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case s <- struct{}{}:
		defer func() { <-s }()
		return f()
	case <-ctx.Done():
		return ctx.Err()
	}
}
