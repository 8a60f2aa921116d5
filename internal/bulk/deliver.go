package bulk

import (
	"context"
	"iter"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/types"
)

// pauses are the waits for a service that takes nothing now.
var pauses = poll.Pace{Min: time.Second, Max: time.Minute}

// patience is how often in all a batch is tried whose answer is lost or for
// which no connection comes about: for about ten minutes.
const patience = 20

// batch is the paths of one call.
type batch struct {
	items  []Item
	isKept bool // the journal says that they are sent

	// Of an earlier call for them whose answer was lost:
	since   time.Time // when it was made, the first such; zero if there was none
	isLost  bool      // it has not been looked up
	isOld   bool      // another job has made it
	claimed []types.ID
}

// submit takes a chunk to its end, in parts if need be.
func (r *run) submit(ctx context.Context, chunk []Item) {
	b := batch{items: chunk}
	if call := chunk[0].Doubt; call != 0 { // and so of all the others
		b.since, b.isLost, b.isOld = r.Journal.time(call), true, true
	}
	batches := []batch{b}
	for len(batches) > 0 {
		last := len(batches) - 1
		b, batches = batches[last], batches[:last]
		batches = append(batches, r.deliver(ctx, b)...)
	}
}

// deliver submits a batch, again and again while the service says neither yes
// nor no. It returns the parts that are to be submitted each by itself.
func (r *run) deliver(ctx context.Context, b batch) (parts []batch) {
	failures := 0
	for try := 1; ; try++ {
		verdict, err := r.try(ctx, &b)
		switch verdict {
		case Accepted:
			return nil
		case PathRefused:
			return r.blamePath(b, err)
		case DomainRefused:
			return r.blameDomain(b, err)
		case Exhausted, Refused:
			r.stop(err, verdict == Exhausted)
		case Lost, Unreachable:
			if failures++; failures == patience {
				r.stop(err, false)
				b.isLost = false
			}
		case NotNow:
		}
		if cause := r.cause(ctx); cause != nil && (!b.isLost || ctx.Err() != nil) {
			r.giveUp(b, cause)
			return nil
		}
		pause(ctx, pauses.Delay(try, rand.Float64())) //nolint:gosec // jitter
	}
}

// try looks up what came of a call whose answer was lost, and submits what is
// left of the batch. Paths that have their outcome then are no longer in it.
func (r *run) try(ctx context.Context, b *batch) (Verdict, error) {
	if b.isLost {
		if err := r.find(ctx, b); err != nil {
			return Unreachable, err
		}
	}
	r.dropOutcast(b)
	if len(b.items) == 0 {
		return Accepted, nil
	}
	if cause := r.cause(ctx); cause != nil {
		return NotNow, cause
	}
	now, paths := r.Now(), pathsOf(b.items)
	if !b.isKept {
		if err := r.ledger.sends(paths, now); err != nil {
			return Refused, r.named(err)
		}
		b.isKept = true
	}
	id, verdict, err := r.Send(ctx, paths)
	r.ledger.called()
	switch {
	case verdict == Accepted:
		r.record(ends(b.items, types.BulkSubmitted, id, nil))
	case verdict == Lost && b.since.IsZero():
		b.since, b.isLost = now, true
	case verdict == Lost:
		b.isLost = true
	}
	return verdict, err
}

// find looks for the tasks of a call whose answer was lost: those of one path
// of each domain, since a call does all or nothing. What it does not find stays
// in the batch.
func (r *run) find(ctx context.Context, b *batch) (err error) {
	var missing []Item
	for part := range byDomain(b.items) {
		var ids []types.ID
		if err == nil {
			ids, err = r.Find(ctx, part[0].ObjectPath, b.since)
		}
		if id, ok := r.claim(b, ids); ok {
			r.record(ends(part, types.BulkSubmitted, id, nil))
		} else {
			missing = append(missing, part...)
		}
	}
	b.items, b.isLost = missing, err != nil
	return err
}

// claim chooses the task that the call of the batch has made: one that no other
// call has made, or that another domain of the batch has as well. Of a call of
// another job, the journal may know that from other paths.
func (r *run) claim(b *batch, ids []types.ID) (types.ID, bool) {
	for _, id := range ids {
		if b.isOld || slices.Contains(b.claimed, id) {
			return id, true
		}
	}
	id, ok := r.ledger.claim(ids)
	if ok {
		b.claimed = append(b.claimed, id)
	}
	return id, ok
}

// blamePath halves a batch in which one of the paths is refused, until that is
// alone.
func (r *run) blamePath(b batch, err error) (parts []batch) {
	if len(b.items) == 1 {
		r.refuse(b.items, err)
		return nil
	}
	return b.cut(len(b.items) / 2)
}

// blameDomain halves a batch in which one of the domains is refused, until that
// is alone, and from then on leaves all its paths out.
func (r *run) blameDomain(b batch, err error) (parts []batch) {
	var starts []int
	for part := range byDomain(b.items) {
		starts = append(starts, len(part))
	}
	if len(starts) == 1 {
		if r.Kind != Regex { // whose domain is a guess
			r.outcast.add(b.items[0].Domain, err)
		}
		r.refuse(b.items, err)
		return nil
	}
	middle := 0
	for _, length := range starts[:len(starts)/2] {
		middle += length
	}
	return b.cut(middle)
}

func (b batch) cut(middle int) (parts []batch) {
	b.isKept = false
	left, right := b, b
	left.items, right.items = b.items[:middle], b.items[middle:]
	return []batch{right, left} // the last is the first to be taken
}

// dropOutcast refuses the paths of domains that have been refused meanwhile.
func (r *run) dropOutcast(b *batch) {
	var kept []Item
	for part := range byDomain(b.items) {
		if err := r.outcast.why(part[0].Domain); err != nil {
			r.refuse(part, err)
		} else {
			kept = append(kept, part...)
		}
	}
	b.items = kept
}

func (r *run) refuse(items []Item, err error) {
	if items[0].Doubt == 0 { // and so of all the others
		r.budget.Add(int64(len(items)))
	}
	r.record(ends(items, types.BulkRefused, "", err))
}

// giveUp ends what was not submitted.
func (r *run) giveUp(b batch, cause error) {
	state := types.BulkNotSent
	if !b.since.IsZero() {
		state = types.BulkUnknown
	}
	r.record(ends(b.items, state, "", cause))
}

// cause returns why nothing more is to be submitted, if so.
func (r *run) cause(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		r.stop(r.named(err), false)
	}
	if stopped := r.stopped.Load(); stopped != nil {
		return stopped.err
	}
	return nil
}

// byDomain yields the items of each domain, which stand together.
func byDomain(items []Item) iter.Seq[[]Item] {
	return func(yield func([]Item) bool) {
		for start, end := 0, 0; start < len(items); start = end {
			for end < len(items) && items[end].Domain == items[start].Domain {
				end++
			}
			if !yield(items[start:end]) {
				return
			}
		}
	}
}

func ends(items []Item, state types.BulkState, id types.ID, err error) []types.BulkOutcome {
	outcomes := make([]types.BulkOutcome, len(items))
	for i, item := range items {
		outcomes[i] = types.BulkOutcome{Input: item.Input, ObjectPath: item.ObjectPath, State: state, TaskId: id, Err: err}
	}
	return outcomes
}

func pathsOf(items []Item) []string {
	all := make([]string, len(items))
	for i, item := range items {
		all[i] = item.ObjectPath
	}
	return all
}

// pause waits, but not beyond ctx.
func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
