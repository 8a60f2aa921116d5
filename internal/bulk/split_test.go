package bulk_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/bulk"
)

// itemsOf yields n items of which each has its own path.
func itemsOf(n int, domain func(i int) (domain, doubt int)) iter.Seq[bulk.Item] {
	return func(yield func(bulk.Item) bool) {
		for i := range n {
			d, doubt := domain(i)
			if !yield(bulk.Item{ObjectPath: fmt.Sprintf("%d.com/%d", d, i), Domain: fmt.Sprintf("%d.com", d), Doubt: doubt}) {
				return
			}
		}
	}
}

// TestSplit checks what every chunk has to keep to, and that the calls are as
// few as they can be where the domains allow it.
func TestSplit(t *testing.T) {
	t.Parallel()
	evenly, unevenly := rand.New(rand.NewPCG(1, 2)), rand.New(rand.NewPCG(3, 4)) // one a subtest
	limits := bulk.Limits{Paths: 100, Domains: 10}
	tests := []struct {
		name   string
		n      int
		domain func(i int) (domain, doubt int)
		chunks int
	}{
		{"no items", 0, nil, 0},
		{"one item", 1, func(int) (int, int) { return 0, 0 }, 1},
		{"one domain", 1000, func(int) (int, int) { return 0, 0 }, 10},
		{"one domain and one more", 1001, func(int) (int, int) { return 0, 0 }, 11},
		{"domains that alternate", 3000, func(i int) (int, int) { return i % 20, 0 }, 30},
		{"domains in random order", 30000, func(int) (int, int) { return evenly.IntN(50), 0 }, 305},
		{"a domain for each item", 3000, func(i int) (int, int) { return i, 0 }, 300},
		{"many domains, most with few items", 20000, func(int) (int, int) { return int(unevenly.ExpFloat64() * 40), 0 }, 220},
		{"more domains than can be held back", 10000, func(i int) (int, int) { return i % 5000, 0 }, 1000},
		{"items in doubt", 1000, func(i int) (int, int) { return i % 4, i % 3 }, 12},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			chunks, seen, last := 0, map[string]bool{}, map[string]int{}
			taken, given, most := 0, 0, 0
			items := func(yield func(bulk.Item) bool) {
				for item := range itemsOf(test.n, test.domain) {
					taken++
					most = max(most, taken-given)
					if !yield(item) {
						return
					}
				}
			}
			for chunk := range bulk.Split(items, limits) {
				chunks++
				given += len(chunk)
				require.NotEmpty(t, chunk)
				require.LessOrEqual(t, len(chunk), limits.Paths)
				domains := []string{}
				for i, item := range chunk {
					require.False(t, seen[item.ObjectPath])
					require.Equal(t, chunk[0].Doubt, item.Doubt)
					seen[item.ObjectPath] = true
					if i == 0 || chunk[i-1].Domain != item.Domain {
						require.NotContains(t, domains, item.Domain, "the items of a domain stand together")
						domains = append(domains, item.Domain)
					}
					var number int
					_, err := fmt.Sscanf(item.ObjectPath, item.Domain+"/%d", &number)
					require.NoError(t, err)
					key := fmt.Sprint(item.Domain, item.Doubt)
					require.GreaterOrEqual(t, number, last[key], "in their order")
					last[key] = number
				}
				require.LessOrEqual(t, len(domains), limits.Domains)
			}
			assert.Len(t, seen, test.n)
			assert.LessOrEqual(t, chunks, test.chunks)
			assert.LessOrEqual(t, most, 17*limits.Paths, "items are held back")
		})
	}
	t.Run("left early", func(t *testing.T) {
		t.Parallel()
		for range bulk.Split(itemsOf(1000, func(i int) (int, int) { return i, 0 }), limits) {
			break
		}
		for chunk := range bulk.Split(itemsOf(5000, func(i int) (int, int) { return i % 2, 0 }), limits) {
			assert.Len(t, slices.Collect(slices.Values(chunk)), 100)
			break
		}
	})
}

// A call takes so many characters in all, commas between the tags included.
func TestSplitByCharacters(t *testing.T) {
	t.Parallel()
	limits := bulk.Limits{Paths: 5, Domains: 1, Characters: 10}
	items := func(doubt int, tags ...string) []bulk.Item {
		all := make([]bulk.Item, len(tags))
		for i, tag := range tags {
			all[i] = bulk.Item{ObjectPath: tag, Domain: "a.com", Doubt: doubt}
		}
		return all
	}
	tests := map[string]struct {
		items []bulk.Item
		want  []string
	}{
		"full to the last":     {items(0, "aaa", "bbb", "cc", "d"), []string{"aaa,bbb,cc", "d"}},
		"one too many":         {items(0, "aaa", "bbb", "ccc", "d"), []string{"aaa,bbb", "ccc,d"}},
		"characters, no bytes": {items(0, "促销促", "促销促", "促销"), []string{"促销促,促销促,促销"}},
		"too long for company": {items(0, "a", "bbbbbbbbbb", "c"), []string{"a", "bbbbbbbbbb", "c"}},
		"as many as allowed":   {items(0, "a", "b", "c", "d", "e", "f"), []string{"a,b,c,d,e", "f"}},
		"full, then many":      {items(0, "aaaaaaa", "bbbbbbb", "c", "d", "e", "f"), []string{"aaaaaaa", "bbbbbbb,c", "d,e,f"}},
		"calls in doubt":       {slices.Concat(items(0, "aaaaaaa"), items(1, "bbb"), items(0, "ccc")), []string{"aaaaaaa", "ccc", "bbb"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var chunks []string
			for chunk := range bulk.Split(slices.Values(test.items), limits) {
				var tags []string
				for _, item := range chunk {
					tags = append(tags, item.ObjectPath)
				}
				chunks = append(chunks, strings.Join(tags, ","))
			}
			assert.Equal(t, test.want, chunks)
		})
	}
}
