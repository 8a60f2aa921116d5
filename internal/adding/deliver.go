package adding

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/types"
)

// pauses are the waits for a service that takes nothing now.
var pauses = poll.Pace{Min: time.Second, Max: time.Minute}

const (
	// patience is how often in all domains are tried whose answer is lost, for
	// which no connection comes about, that are being added by another call, or
	// whose proof is found and does not count: for about ten minutes.
	patience = 20

	// looks is how often a domain is looked for that is said to be there, if that
	// may be of a call whose answer was lost: it may show a moment later.
	looks = 3
)

// batch is the domains of one call.
type batch struct{ items []*item }

// submit takes domains to their end, in parts if need be, or hands them over to
// those who prove their root domains.
func (r *run) submit(ctx context.Context, items []*item) {
	batches := []batch{{items: items}}
	for len(batches) > 0 {
		last := len(batches) - 1
		b := batches[last]
		batches = append(batches[:last], r.deliver(ctx, b)...)
	}
}

// deliver sends a batch, again and again while the service says neither yes nor
// no. It returns the parts that are to be sent each by itself.
func (r *run) deliver(ctx context.Context, b batch) (parts []batch) {
	lost, refused := 0, 0
	for try := 1; ; try++ {
		r.resolve(ctx, &b)
		verdict, err := r.try(ctx, &b)
		switch {
		case verdict == Added:
			return nil
		case verdict == Unproved:
			return r.unproved(b, err)
		case verdict == Futile:
			r.stop(err)
		case verdict == Lost, verdict == Unreachable:
			if lost++; lost == patience {
				r.stop(err)
			}
		case verdict == NotNow:
		case len(b.items) > 1: // one of them stands in the way of the others
			if verdict == Exists {
				b.unsee()
			}
			return b.split()
		default:
			if refused++; r.isOver(ctx, &b, verdict, refused, err) {
				return nil
			}
		}
		if cause := r.cause(ctx); cause != nil {
			r.giveUp(ctx, b, cause)
			return nil
		}
		_ = poll.Sleep(ctx, pauses.Delay(try, rand.Float64())) //nolint:gosec // jitter; the end of ctx is seen above
	}
}

// isOver ends a domain that was refused for the nth time, by itself, unless it
// is worth another try.
func (r *run) isOver(ctx context.Context, b *batch, verdict Verdict, n int, err error) bool {
	if verdict != Refused { // it may be there
		b.unsee()
		seen := r.resolve(ctx, b)
		switch {
		case len(b.items) == 0:
			return true
		case r.cause(ctx) != nil, seen.isLeaving:
			return false
		case verdict == Exhausted:
			r.stop(err)
			return false
		case verdict == Underway && n < patience, b.items[0].inDoubt && n < looks:
			return false
		}
	}
	r.explained(b.items[0], types.AddDomainRefused, err)
	return true
}

// resolve finds out which of the unseen domains of the batch are there, as often
// as that takes.
func (r *run) resolve(ctx context.Context, b *batch) sight {
	failures := 0
	for try := 1; ; try++ {
		before := b.unseen()
		seen, err := r.look(ctx, b)
		if err == nil {
			return seen
		}
		if failures++; b.unseen() < before {
			failures = 0
		}
		if failures == patience {
			r.stop(err)
		}
		if r.cause(ctx) != nil {
			return seen
		}
		_ = poll.Sleep(ctx, pauses.Delay(try, rand.Float64())) //nolint:gosec // jitter; the end of ctx is seen above
	}
}

// try adds the domains of the batch.
func (r *run) try(ctx context.Context, b *batch) (Verdict, error) {
	if len(b.items) == 0 {
		return Added, nil
	}
	if cause := r.cause(ctx); cause != nil {
		return NotNow, cause
	}
	names := make([]string, len(b.items))
	for i, it := range b.items {
		names[i] = it.name
	}
	verdict, err := Unreachable, error(nil)
	if ended := r.slots.Do(ctx, func() error {
		verdict, err = r.Add(ctx, names)
		r.ledger.called()
		return nil
	}); ended != nil {
		return NotNow, ended
	}
	switch {
	case verdict == Added:
		for _, it := range b.items {
			r.record(it, types.AddDomainAdded, nil)
		}
	case verdict == Lost:
		b.doubt()
		b.unsee()
	case slices.Contains([]Verdict{Unproved, Exists, Underway, Exhausted, Refused}, verdict) && len(b.items) > 1:
		b.doubt() // others of the call may have been added
	}
	return verdict, err
}

// sight is what is to be known of the domains of a batch that are not there.
type sight struct {
	isLeaving bool // one is there, on its way out
	isBlind   bool // the account must not look at one
}

// look finds out which of the unseen domains of the batch are there: added, if
// their settings are those wanted, else refused. The others stay in the batch.
func (r *run) look(ctx context.Context, b *batch) (seen sight, err error) {
	var left []*item
	for i, it := range b.items {
		if !it.isUnseen {
			left = append(left, it)
			continue
		}
		var domain *types.GetDomainDetailModel
		err = r.slots.Do(ctx, func() (err error) {
			domain, err = r.Find(ctx, it.name)
			return err
		})
		if err != nil && (ctx.Err() != nil || r.IsTransient(err)) {
			left = append(left, b.items[i:]...)
			break
		}
		it.isUnseen = false
		switch {
		case err != nil:
			seen.isBlind, err = true, nil
			left = append(left, it)
		case domain == nil:
			left = append(left, it)
		case domain.DomainStatus == types.DomainStatusDeleting:
			seen.isLeaving = true
			left = append(left, it)
		default:
			r.found(it, domain)
		}
	}
	b.items = left
	return seen, err
}

// found ends a domain that is there.
func (r *run) found(it *item, domain *types.GetDomainDetailModel) {
	if difference := r.Settings.Difference(domain); difference != "" {
		r.explained(it, types.AddDomainRefused, fmt.Errorf("%w: %s", r.ErrDifferent, difference))
		return
	}
	r.record(it, types.AddDomainAdded, nil)
}

// giveUp ends what was not added.
func (r *run) giveUp(ctx context.Context, b batch, cause error) {
	for _, it := range b.items {
		it.isUnseen = it.inDoubt
	}
	if ctx.Err() == nil && slices.ContainsFunc(b.items, func(it *item) bool { return it.inDoubt }) {
		if seen, err := r.look(ctx, &b); err == nil && !seen.isBlind {
			for _, it := range b.items {
				it.inDoubt = false
			}
		}
	}
	for _, it := range b.items {
		state := types.AddDomainNotSent
		if it.inDoubt {
			state = types.AddDomainUnknown
		}
		r.explained(it, state, cause)
	}
}

// unproved parts a batch by root domain, or parks one of the same root domain
// until that is proved.
func (r *run) unproved(b batch, err error) (parts []batch) {
	byRoot := map[string][]*item{}
	var order []string
	for _, it := range b.items {
		name := r.RootDomain(it.name)
		if byRoot[name] == nil {
			order = append(order, name)
		}
		byRoot[name] = append(byRoot[name], it)
	}
	if len(order) > 1 {
		for _, name := range slices.Backward(order) { // the last is the first to be taken
			parts = append(parts, batch{items: byRoot[name]})
		}
		return parts
	}
	root := r.roots.get(order[0])
	if root.isProved() {
		if len(b.items) > 1 { // others of them are below another root domain
			return b.split()
		}
		it := b.items[0]
		if it.denied == patience {
			r.record(it, types.AddDomainUnproved, r.Explain(it.name, types.AddDomainStepVerify, root.proof, err))
			return nil
		}
		it.denied++
	}
	r.park(root, b.items)
	return nil
}

// doubt notes that any of the domains may be there.
func (b *batch) doubt() {
	for _, it := range b.items {
		it.inDoubt = true
	}
}

// unseen is how many of the domains have to be looked for.
func (b *batch) unseen() (n int) {
	for _, it := range b.items {
		if it.isUnseen {
			n++
		}
	}
	return n
}

// unsee notes that any of the domains has to be looked for.
func (b *batch) unsee() {
	for _, it := range b.items {
		it.isUnseen = true
	}
}

// split halves a batch.
func (b *batch) split() []batch {
	middle := len(b.items) / 2
	return []batch{{b.items[middle:]}, {b.items[:middle]}} // the last is the first to be taken
}
