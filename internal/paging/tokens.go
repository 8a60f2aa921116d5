package paging

import (
	"fmt"
	"hash/maphash"
	"iter"
)

// TokenList says how the pages of an action are asked for and read whose pages
// name the next one by a token.
type TokenList[Req, Resp, T any] struct {
	// Action is the action that lists.
	Action string

	// Token returns the field of a request that chooses the page.
	Token func(req *Req) *string

	// Read takes a page out of an answer, and the token of the next one, which
	// the last page does not have.
	Read func(resp *Resp) (items []T, next string)
}

// AllByToken yields the items of the page that req asks for and of those after
// it. It fetches a page when it comes to it, and ends after an error.
//
// A page may be empty and yet name another one. A token that has led to a page
// before is an error, since the list would have no end.
func AllByToken[Req, Resp, T any](l TokenList[Req, Resp, T], req Req, fetch func(*Req) (*Resp, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		req := req // each walk has its own
		var items []T
		var next string
		err := walkTokens(l.Action, l.Token(&req), func() (int, string, error) {
			resp, err := fetch(&req)
			if err != nil {
				return 0, "", err
			}
			items, next = l.Read(resp)
			return len(items), next, nil
		}, func(i int) bool { return yield(items[i], nil) })
		if err != nil {
			var none T
			yield(none, err)
		}
	}
}

// mostEmpty is how many pages in a row may be empty.
const mostEmpty = 1000

// walkTokens fetches page after page, of which it sets the token, and calls
// yield with the place of each item until that returns false.
func walkTokens(action string, token *string, fetch func() (items int, next string, err error), yield func(i int) bool) error {
	seed, seen := maphash.MakeSeed(), map[uint64]bool{}
	for page, empty := 1, 0; ; page++ {
		seen[maphash.String(seed, *token)] = true
		items, next, err := fetch()
		if err != nil {
			return err
		}
		for i := range items {
			if !yield(i) {
				return nil
			}
		}
		if empty++; items > 0 {
			empty = 0
		}
		switch {
		case next == "":
			return nil
		case seen[maphash.String(seed, next)]:
			return fmt.Errorf("alicdn: %s: page %d names itself or one before it as the next", action, page)
		case empty == mostEmpty:
			return fmt.Errorf("alicdn: %s: the last %d pages were empty, yet the list is said to go on", action, empty)
		}
		*token = next
	}
}
