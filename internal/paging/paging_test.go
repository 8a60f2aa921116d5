package paging_test

import (
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/paging"
)

type request struct{ Number, Size int }

type answer = paging.Page[string]

var list = paging.List[request, answer, string]{
	Action: "ListThings",
	Size:   10,
	Page:   func(req *request) (number, size *int) { return &req.Number, &req.Size },
	Read:   func(resp *answer) paging.Page[string] { return *resp },
	Key:    func(item string) string { return item },
}

// service holds items; its pages can be falsified.
type service struct {
	items []string
	asked []request
	lie   func(*answer)
}

func (s *service) fetch(req *request) (*answer, error) {
	s.asked = append(s.asked, *req)
	if len(s.asked) > 1000 {
		panic("endless")
	}
	from := min(len(s.items), (req.Number-1)*req.Size)
	page := &answer{Items: slices.Clone(s.items[from:min(len(s.items), from+req.Size)]), Size: req.Size, Total: int64(len(s.items))}
	if s.lie != nil {
		s.lie(page)
	}
	return page, nil
}

func (s *service) pages() []int {
	numbers := []int{}
	for _, req := range s.asked {
		numbers = append(numbers, req.Number)
	}
	return numbers
}

func things(n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = strconv.Itoa(i)
	}
	return all
}

func collect(seq iter.Seq2[string, error]) (all []string, err error) {
	for item, e := range seq {
		if e != nil {
			if err != nil {
				panic("two errors")
			}
			err = e
			continue
		}
		if err != nil {
			panic("an item after an error")
		}
		all = append(all, item)
	}
	return all, err
}

func TestAllPages(t *testing.T) {
	t.Parallel()
	tests := []struct {
		items int
		req   request
		want  []string
		pages []int
	}{
		{0, request{}, nil, []int{1}},
		{1, request{}, things(1), []int{1}},
		{10, request{}, things(10), []int{1}},
		{11, request{}, things(11), []int{1, 2}},
		{30, request{}, things(30), []int{1, 2, 3}},
		{30, request{Number: 2}, things(30)[10:], []int{2, 3}},
		{7, request{Size: 3}, things(7), []int{1, 2, 3}},
		{7, request{Number: 3, Size: 3}, things(7)[6:], []int{3}},
		{7, request{Number: 9, Size: 3}, nil, []int{9}},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.items, tt.req), func(t *testing.T) {
			t.Parallel()
			s := &service{items: things(tt.items)}
			got, err := collect(paging.All(list, tt.req, s.fetch))
			require.NoError(t, err)
			assert.Equal(t, tt.want, got)
			assert.Equal(t, tt.pages, s.pages())
		})
	}
}

func TestWalkIsLazyAndMayBeRepeated(t *testing.T) {
	t.Parallel()
	s := &service{items: things(25)}
	seq := paging.All(list, request{}, s.fetch)
	assert.Empty(t, s.asked, "nothing before the first step")
	for item, err := range seq {
		require.NoError(t, err)
		if item == "9" {
			break
		}
	}
	assert.Equal(t, []int{1}, s.pages(), "the next page is not fetched ahead")
	for range 2 {
		got, err := collect(seq)
		require.NoError(t, err)
		assert.Equal(t, things(25), got)
	}
	assert.Equal(t, []int{1, 1, 2, 3, 1, 2, 3}, s.pages())
}

func TestErrorEndsTheWalk(t *testing.T) {
	t.Parallel()
	s := &service{items: things(25)}
	broken := errors.New("broken")
	got, err := collect(paging.All(list, request{}, func(req *request) (*answer, error) {
		if req.Number == 2 {
			return nil, broken
		}
		return s.fetch(req)
	}))
	require.ErrorIs(t, err, broken)
	assert.Equal(t, things(10), got)
}

func TestBreakOnAnError(t *testing.T) {
	t.Parallel()
	for _, err := range paging.All(list, request{}, func(*request) (*answer, error) { return nil, errors.New("broken") }) {
		require.Error(t, err)
		break
	}
}

// Items that come and go between two pages.
func TestMovingItems(t *testing.T) {
	t.Parallel()
	t.Run("inserted in front", func(t *testing.T) {
		t.Parallel()
		s := &service{items: things(40)}
		var got []string
		for item, err := range paging.All(list, request{}, s.fetch) {
			require.NoError(t, err)
			if got = append(got, item); len(got) == 5 {
				s.items = slices.Concat([]string{"new1", "new2", "new3"}, s.items)
			}
		}
		assert.Equal(t, things(40), got, "none twice")
	})
	t.Run("more than two pages inserted", func(t *testing.T) {
		t.Parallel()
		s := &service{items: things(40)}
		var got []string
		for item, err := range paging.All(list, request{}, s.fetch) {
			require.NoError(t, err)
			if got = append(got, item); len(got) == 5 {
				fresh := make([]string, 25)
				for i := range fresh {
					fresh[i] = "new" + strconv.Itoa(i)
				}
				s.items = slices.Concat(fresh, s.items)
			}
		}
		assert.Subset(t, got, things(40))
		assert.ElementsMatch(t, slices.Compact(slices.Sorted(slices.Values(got))), got, "none twice")
	})
	t.Run("each deleted once it was seen", func(t *testing.T) {
		t.Parallel()
		s := &service{items: things(95)}
		var got []string
		for item, err := range paging.All(list, request{}, s.fetch) {
			require.NoError(t, err)
			got = append(got, item)
			s.items = slices.DeleteFunc(s.items, func(other string) bool { return other == item })
		}
		assert.ElementsMatch(t, things(95), got, "none is passed over")
		assert.Empty(t, s.items)
	})
	t.Run("those to come deleted", func(t *testing.T) {
		t.Parallel()
		s := &service{items: things(200)}
		var got []string
		for item, err := range paging.All(list, request{}, s.fetch) {
			require.NoError(t, err)
			if got = append(got, item); len(got) == 115 {
				s.items = s.items[:125]
			}
		}
		assert.Equal(t, things(125), got)
	})
	t.Run("all deleted", func(t *testing.T) {
		t.Parallel()
		s := &service{items: things(200)}
		var got []string
		for item, err := range paging.All(list, request{}, s.fetch) {
			require.NoError(t, err)
			if got = append(got, item); len(got) == 15 {
				s.items = nil
			}
		}
		assert.Equal(t, things(20), got)
	})
}

// A service that is wrong about its list cannot hold the walk for ever.
func TestLies(t *testing.T) {
	t.Parallel()
	var flip, flicker bool
	first := things(10)
	tests := []struct {
		name  string
		lie   func(*answer)
		want  []string
		fails bool
	}{
		{"no total", func(a *answer) { a.Total = 0 }, things(35), false},
		{"no size", func(a *answer) { a.Size = 0 }, things(35), false},
		{"total of the page", func(a *answer) { a.Total = int64(len(a.Items)) }, things(10), false},
		{"total too small", func(a *answer) { a.Total = 7 }, things(35), false},
		{"total too large", func(a *answer) { a.Total = 1 << 40 }, things(35), false},
		{"negative total", func(a *answer) { a.Total = -1 }, things(35), false},
		{"always the first page", func(a *answer) { a.Items = first }, first, true},
		{"always the first page, without a total", func(a *answer) { a.Items, a.Total = first, 0 }, first, true},
		{"always the first page of an endless list", func(a *answer) { a.Items, a.Total = first, 1<<62 }, first, true},
		{"always empty", func(a *answer) { a.Items = nil }, nil, false},
		{"a total that grows and shrinks", func(a *answer) {
			if flip = !flip; flip {
				a.Total = 1000
			}
		}, things(35), false},
		{"a total that flickers", func(a *answer) {
			if flicker = !flicker; flicker {
				a.Total--
			}
		}, things(35), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := &service{items: things(35), lie: tt.lie}
			got, err := collect(paging.All(list, request{}, s.fetch))
			assert.Equal(t, tt.want, got)
			if tt.fails {
				require.ErrorContains(t, err, "alicdn: ListThings: page ")
				require.ErrorContains(t, err, "nothing new")
			} else {
				require.NoError(t, err)
			}
			assert.Less(t, len(s.asked), 40)
			t.Logf("%d calls", len(s.asked))
		})
	}
}

// Two equal items of one page are two, and a page that is shorter than its
// size is not the last one as long as the total says so.
func TestEqualItemsAndShortPages(t *testing.T) {
	t.Parallel()
	s := &service{items: []string{"a", "a", "b", "c", "d"}}
	got, err := collect(paging.All(list, request{Size: 3}, s.fetch))
	require.NoError(t, err)
	assert.Equal(t, s.items, got)

	s = &service{items: things(25), lie: func(a *answer) {
		if len(a.Items) == 10 {
			a.Items = a.Items[:9]
		}
	}}
	got, err = collect(paging.All(list, request{}, s.fetch))
	require.NoError(t, err)
	assert.Len(t, got, 23)
}

// Whatever goes or comes at whatever time: a walk ends, yields nothing twice,
// and yields all that is there from beginning to end, unless items go between
// one call and the next without an end.
func TestRandomChanges(t *testing.T) {
	t.Parallel()
	for seed := range uint64(500) {
		random := rand.New(rand.NewPCG(seed, 0))
		s := &service{items: things(random.IntN(120))}
		deletes, chance := seed%2 == 0, random.Float64()*0.9
		gone := map[string]bool{}
		change := func() {
			for random.Float64() < chance {
				if deletes && len(s.items) > 0 {
					at := random.IntN(len(s.items))
					gone[s.items[at]] = true
					s.items = slices.Delete(s.items, at, at+1)
				} else if !deletes && len(s.items) < 500 {
					s.items = slices.Insert(s.items, random.IntN(len(s.items)+1), fmt.Sprintf("new%d", len(s.items)))
				}
				if random.IntN(10) == 0 {
					break
				}
			}
		}
		stayed := slices.Clone(s.items)
		yielded := map[string]bool{}
		inside := random.IntN(2) == 0 // between the calls, too, where none yields anything
		for item, err := range paging.All(list, request{Size: 1 + random.IntN(15)}, func(req *request) (*answer, error) {
			if inside {
				change()
			}
			return s.fetch(req)
		}) {
			require.NoError(t, err, "seed %d", seed)
			require.False(t, yielded[item], "seed %d: %s comes twice", seed, item)
			yielded[item] = true
			change()
		}
		for _, item := range stayed {
			require.True(t, yielded[item] || gone[item] || inside, "seed %d: %s is missing", seed, item)
		}
	}
}
