package bulk

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/alicdn/alicdn-go/internal/sorted"
)

// Limits is what one call takes.
type Limits struct {
	Paths   int
	Domains int

	// Characters is how many all paths may have, with one between each two of
	// them; 0 is no limit. It is for paths of one domain.
	Characters int
}

// held is how many full chunks may be held back to be filled.
const held = 16

// Split cuts items into chunks that one call takes each. A chunk has the items
// of a domain together, and as few domains as possible: what is wrong with a
// domain then concerns few others, and calls are full even where the domains
// of the items alternate. For that, up to 16 full chunks of items are held
// back. Items that are in doubt since the same call share a chunk with no
// others.
func Split(items iter.Seq[Item], limits Limits) iter.Seq[[]Item] {
	return func(yield func([]Item) bool) {
		s := sorter{limits: limits, heaps: map[heap][]Item{}, length: map[heap]int{}}
		for item := range items {
			if chunk := s.add(item); chunk != nil && !yield(chunk) {
				return
			}
			if s.held < held*limits.Paths {
				continue
			}
			for chunk := range s.pack(s.held / 2) {
				if !yield(chunk) {
					return
				}
			}
		}
		for chunk := range s.pack(0) {
			if !yield(chunk) {
				return
			}
		}
	}
}

// sorter holds items back until they fill a chunk.
type sorter struct {
	limits Limits
	heaps  map[heap][]Item
	length map[heap]int // in characters, where they are limited
	held   int
}

// heap is what items have in common that are held back together.
type heap struct {
	doubt  int
	domain string
}

// add returns the items of a heap if they fill a chunk with this one, or
// without it.
func (s *sorter) add(item Item) []Item {
	h := heap{item.Doubt, item.Domain}
	if s.limits.Characters > 0 {
		length := utf8.RuneCountInString(item.ObjectPath) + len(",")
		if items := s.heaps[h]; len(items) > 0 && s.length[h]+length-len(",") > s.limits.Characters {
			s.heaps[h], s.length[h] = []Item{item}, length
			s.held -= len(items) - 1
			return items
		}
		s.length[h] += length
	}
	s.heaps[h] = append(s.heaps[h], item)
	s.held++
	items := s.heaps[h]
	if len(items) < s.limits.Paths {
		return nil
	}
	delete(s.heaps, h)
	delete(s.length, h)
	s.held -= len(items)
	return items
}

// pack makes chunks of several heaps until no more than so many items are left,
// of the largest heaps first.
func (s *sorter) pack(left int) iter.Seq[[]Item] {
	return func(yield func([]Item) bool) {
		heaps := sorted.Func(slices.Collect(maps.Keys(s.heaps)), func(a, b *heap) int {
			return cmp.Or(cmp.Compare(a.doubt, b.doubt), len(s.heaps[*b])-len(s.heaps[*a]), cmp.Compare(a.domain, b.domain))
		})
		for s.held > left {
			var chunk []Item
			doubt := heaps[0].doubt
			for n := 0; n < s.limits.Domains && len(heaps) > 0 && heaps[0].doubt == doubt && len(chunk) < s.limits.Paths; n++ {
				items := s.heaps[heaps[0]]
				part := items[:min(len(items), s.limits.Paths-len(chunk))]
				chunk = append(chunk, part...)
				if rest := items[len(part):]; len(rest) > 0 {
					s.heaps[heaps[0]] = slices.Clone(rest) // lets go of the others
				} else {
					delete(s.heaps, heaps[0])
					delete(s.length, heaps[0])
					heaps = heaps[1:]
				}
			}
			s.held -= len(chunk)
			if !yield(chunk) {
				return
			}
		}
	}
}
