// Package paging walks through lists that the service returns in pages, while
// items come and go.
package paging

import (
	"fmt"
	"hash/maphash"
	"iter"
)

// List says how the pages of an action are asked for and read.
type List[Req, Resp, T any] struct {
	// Action is the action that lists.
	Action string

	// Size is how many items a page has if the request does not say.
	Size int

	// Page returns the fields of a request that choose the page.
	Page func(req *Req) (number, size *int)

	// Read takes a page out of an answer.
	Read func(resp *Resp) Page[T]

	// Key tells items apart, whatever else of them changes meanwhile.
	Key func(item T) string
}

// Page is a page of a list.
type Page[T any] struct {
	Items []T
	Size  int   // items that a page has, as the service counts; 0 if it does not say
	Total int64 // items on all pages; 0 if the service does not say
}

// All yields the items of the page that req asks for and of those after it. It
// fetches a page when it comes to it, and ends after an error.
//
// An item that moves to a later page is yielded once. Where the total shrinks,
// items have moved to earlier pages, and the walk goes back for them.
func (l List[Req, Resp, T]) All(req Req, fetch func(*Req) (*Resp, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		req := req // each walk has its own
		number, size := l.Page(&req)
		if *number == 0 {
			*number = 1
		}
		if *size == 0 {
			*size = l.Size
		}
		w := walk{first: *number, number: *number, deepest: *number}
		known := keys{seed: maphash.MakeSeed(), hashes: map[uint64]struct{}{}}
		for more := true; more; {
			var none T
			*number = w.number
			resp, err := fetch(&req)
			if err != nil {
				yield(none, err)
				return
			}
			page := l.Read(resp)
			fresh := keep(&known, page.Items, l.Key)
			for _, item := range fresh {
				if !yield(item, nil) {
					return
				}
			}
			if page.Size <= 0 {
				page.Size = *size
			}
			more, err = w.step(len(page.Items), len(fresh), page.Size, page.Total)
			if err != nil {
				yield(none, fmt.Errorf("alicdn: %s: %w", l.Action, err))
				return
			}
		}
	}
}

// keys are the items seen so far, at 8 bytes each.
type keys struct {
	seed   maphash.Seed
	hashes map[uint64]struct{}
}

// keep returns the items that were on no page before, and remembers them. What
// occurs twice on one page are two items.
func keep[T any](known *keys, items []T, key func(T) string) []T {
	var fresh []T
	var hashes []uint64
	for _, item := range items {
		hash := maphash.String(known.seed, key(item))
		if _, seen := known.hashes[hash]; !seen {
			fresh, hashes = append(fresh, item), append(hashes, hash)
		}
	}
	for _, hash := range hashes {
		known.hashes[hash] = struct{}{}
	}
	return fresh
}

// walk is where in a list one is.
type walk struct {
	first   int   // page
	number  int   // of the page
	deepest int   // page that had something new
	total   int64 // as last told
	barren  int   // pages in a row without anything new
	turned  int   // page from which it last went back, unless something new came since
}

// spare is how many pages in a row may hold nothing new, besides those that
// are walked again: while items are inserted, pages may repeat.
const spare = 10

// step goes to the next page, if there is one.
func (w *walk) step(items, fresh, size int, total int64) (more bool, err error) {
	w.barren++
	if fresh > 0 {
		w.barren, w.deepest, w.turned = 0, max(w.deepest, w.number), 0
	}
	if w.barren > spare+w.deepest-w.first {
		return false, fmt.Errorf("page %d and those before it hold nothing new, yet the list of %d items is said to go on", w.number, total)
	}
	gone := w.total - total
	w.total = total
	reached := int64(w.number-1)*int64(size) + int64(items)
	switch {
	case gone > 0 && w.number > max(w.first, w.turned): // once from a page, lest a total that flickers holds it there
		back := (gone + int64(size) - 1) / int64(size)
		w.turned = w.number
		w.number = max(w.first, w.number-int(min(back, int64(w.number))))
		return true, nil
	case items == 0, reached == total:
		return false, nil
	case reached > total: // which was not told, or is wrong
		more = items >= size
	default:
		more = true
	}
	w.number++
	return more, nil
}
