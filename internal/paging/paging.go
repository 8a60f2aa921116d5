// Package paging walks through lists that the service returns in pages, while
// items come and go.
package paging

import (
	"cmp"
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
// items have moved to earlier pages, and the walk goes back for them; it may
// miss some only if the list shrinks at every call or grows as much as it
// shrinks.
func All[Req, Resp, T any](l List[Req, Resp, T], req Req, fetch func(*Req) (*Resp, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		req := req // each walk has its own
		number, size := l.Page(&req)
		*size = cmp.Or(*size, l.Size)
		var items []T // of the page
		err := walkPages(l.Action, number, *size, func() (page, error) {
			resp, err := fetch(&req)
			if err != nil {
				return page{}, err
			}
			read := l.Read(resp)
			items = read.Items
			keys := make([]string, len(items))
			for i, item := range items {
				keys[i] = l.Key(item)
			}
			return page{keys, read.Size, read.Total}, nil
		}, func(i int) bool { return yield(items[i], nil) })
		if err != nil {
			var none T
			yield(none, err)
		}
	}
}

// page is a [Page] of items of any type.
type page struct {
	keys  []string // of the items
	size  int
	total int64
}

// walkPages fetches page after page, of which it sets the number, and calls
// yield with the place of each item that was on no page before, until that
// returns false.
func walkPages(action string, number *int, size int, fetch func() (page, error), yield func(i int) bool) error {
	*number = cmp.Or(*number, 1)
	w := walk{first: *number, number: *number, deepest: *number}
	known := keys{seed: maphash.MakeSeed(), hashes: map[uint64]struct{}{}}
	for more := true; more; {
		*number = w.number
		page, err := fetch()
		if err != nil {
			return err
		}
		fresh := known.keep(page.keys)
		for _, i := range fresh {
			if !yield(i) {
				return nil
			}
		}
		if page.size <= 0 {
			page.size = size
		}
		more, err = w.step(len(page.keys), len(fresh), page.size, page.total)
		if err != nil {
			return fmt.Errorf("alicdn: %s: %w", action, err)
		}
	}
	return nil
}

// keys are the items seen so far, at about 40 bytes each, whatever their size.
type keys struct {
	seed   maphash.Seed
	hashes map[uint64]struct{}
}

// keep returns the places of the items that were on no page before, and
// remembers them. What occurs twice on one page are two items.
func (k *keys) keep(items []string) []int {
	var fresh []int
	var hashes []uint64
	for i, key := range items {
		hash := maphash.String(k.seed, key)
		if _, seen := k.hashes[hash]; !seen {
			fresh, hashes = append(fresh, i), append(hashes, hash)
		}
	}
	for _, hash := range hashes {
		k.hashes[hash] = struct{}{}
	}
	return fresh
}

// walk is where in a list one is.
type walk struct {
	first   int   // page
	number  int   // of the page
	deepest int   // page that had something new
	barren  int   // pages in a row without anything new
	total   int64 // as last told
	missed  int   // page from which on items may have moved up unseen; 0 if there is none
	turned  int   // page from which the walk last went back, unless something new came since
	turns   int   // how often it has gone back since something new came
}

const (
	// spare is how many pages in a row may hold nothing new, besides those that
	// are walked again, and again: while items are inserted, pages may repeat.
	spare = 10
	// turnsAtEnd is how often the walk goes back from the last page in vain.
	turnsAtEnd = 3
)

// step goes to the next page, if there is one, or back to where items have
// moved up.
func (w *walk) step(items, fresh, size int, total int64) (more bool, err error) {
	w.barren++
	if fresh > 0 {
		w.barren, w.deepest, w.turned, w.turns = 0, max(w.deepest, w.number), 0, 0
	}
	if w.barren > spare+2*(w.deepest-w.first) {
		return false, fmt.Errorf("page %d and those before it hold nothing new, yet the list of %d items is said to go on", w.number, total)
	}
	w.notice(size, total)
	last := isLast(w.number, items, size, total)
	// It goes back once from a page: a total that flickers, or shrinks all the
	// time, must not hold it there.
	if w.missed > 0 && (w.number > w.turned || last && w.turns < turnsAtEnd) {
		w.number, w.turned, w.turns = w.missed, w.number, w.turns+1
		return true, nil
	}
	w.number++
	return !last, nil
}

// notice works out from where on items may be that have moved up past this
// page, since the list is shorter than it was.
func (w *walk) notice(size int, total int64) {
	if w.number <= w.missed {
		w.missed = 0
	}
	if gone := w.total - total; gone > 0 && w.number > w.first {
		const most = 1 << 20 // against overflow
		pages := (int(min(gone, most)) + size - 1) / size
		from := max(w.first, w.number-pages)
		if w.missed == 0 || from < w.missed {
			w.missed = from
		}
	}
	w.total = total
}

// isLast reports whether a list ends with this page.
func isLast(number, items, size int, total int64) bool {
	reached := int64(number-1)*int64(size) + int64(items)
	if reached > total { // which was not told, or is wrong
		return items < size
	}
	return items == 0 || reached == total
}
