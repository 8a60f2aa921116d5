package bulk

import (
	"cmp"
	"context"
	"iter"

	"github.com/alicdn/alicdn-go/types"
)

// countAll returns how many paths are to be sent, and how many of them may have
// been already.
func (r *run) countAll(ctx context.Context, paths iter.Seq[string]) (n, inDoubt int) {
	none := func(types.BulkOutcome) {}
	for item := range r.candidates(ctx, paths, none, func(bool) {}) {
		n++
		if item.Doubt != 0 {
			inDoubt++
		}
	}
	return n, inDoubt
}

// items yields the paths to send, and counts them. To the others it says why
// they are not.
func (r *run) items(ctx context.Context, paths iter.Seq[string], met *int) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		told := batcher{tell: r.record}
		defer told.flush()
		for item := range r.candidates(ctx, paths, told.add, r.ledger.passed) {
			*met++
			if end, isEnd := r.isLeftOut(item); isEnd {
				told.add(end)
			} else if !yield(item) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			r.stop(r.named(err), false)
		}
	}
}

// candidates yields the paths that are well-formed and have not had their turn
// yet, until ctx ends.
func (r *run) candidates(ctx context.Context, paths iter.Seq[string], refuse func(types.BulkOutcome), pass func(isDuplicate bool)) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		clear(r.seen.values)
		if ctx.Err() != nil {
			return
		}
		for input := range paths {
			item, rule := r.Kind.Read(input, r.Longest)
			item.Domain = cmp.Or(r.Domain, item.Domain)
			switch {
			case rule != "":
				refuse(types.BulkOutcome{Input: input, State: types.BulkRefused, Err: r.Violation(rule)})
			case r.Journal.isDone(item.ObjectPath):
				pass(false)
			case r.Deduplicate && !r.seen.put(item.ObjectPath, struct{}{}):
				pass(true)
			default:
				item.Doubt = r.Journal.doubt(item.ObjectPath)
				if !yield(item) {
					return
				}
			}
			if ctx.Err() != nil {
				return
			}
		}
	}
}

// isLeftOut reports whether it is clear already that a path will not be
// submitted.
func (r *run) isLeftOut(item Item) (types.BulkOutcome, bool) {
	end := types.BulkOutcome{Input: item.Input, ObjectPath: item.ObjectPath, State: types.BulkNotSent}
	if stopped := r.stopped.Load(); stopped != nil {
		end.Err = stopped.err
	} else if err := r.outcast.why(item.Domain); err != nil {
		end.State, end.Err = types.BulkRefused, err
	} else if item.Doubt == 0 && r.budget.Add(-1) < 0 { // one in doubt may have had its quota
		end.Err = r.ErrExhausted
	}
	return end, end.Err != nil
}

// batcher tells outcomes many at a time.
type batcher struct {
	tell     func([]types.BulkOutcome)
	outcomes []types.BulkOutcome
}

func (b *batcher) add(o types.BulkOutcome) {
	const most = 1000
	if b.outcomes = append(b.outcomes, o); len(b.outcomes) == most {
		b.flush()
	}
}

func (b *batcher) flush() {
	if len(b.outcomes) > 0 {
		b.tell(b.outcomes)
		b.outcomes = b.outcomes[:0]
	}
}
