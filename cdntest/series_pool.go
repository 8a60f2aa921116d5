package cdntest

import (
	"math/rand/v2"
	"sort"
	"strconv"
	"strings"
)

// page is one URL of a site.
type page struct {
	path string
	kind *kind
	size int64 // of the whole object, in units of sizeUnit
}

// kind is what sort of content a URL has.
type kind struct {
	folder, suffix    string
	contentType       string
	weight            int   // share of the requests
	smallest, largest int64 // size, in units of sizeUnit
	parts             bool  // mostly asked for in parts
	dynamic           bool  // made anew for each request, never cached
}

var kinds = []kind{
	{folder: "/", suffix: ".html", contentType: "text/html", weight: 14, smallest: 2, largest: 18},
	{folder: "/css/", suffix: ".css", contentType: "text/css", weight: 9, smallest: 1, largest: 12},
	{folder: "/js/", suffix: ".js", contentType: "application/javascript", weight: 14, smallest: 3, largest: 60},
	{folder: "/img/", suffix: ".jpg", contentType: "image/jpeg", weight: 36, smallest: 2, largest: 90},
	{folder: "/video/", suffix: ".mp4", contentType: "video/mp4", weight: 4, smallest: 200, largest: 1500, parts: true},
	{folder: "/download/", suffix: ".zip", contentType: "application/zip", weight: 3, smallest: 100, largest: 3000, parts: true},
	{folder: "/api/", suffix: ".json", contentType: "application/json", weight: 12, smallest: 1, largest: 4, dynamic: true},
}

// pagesPerKind is how many URLs of each kind a site has.
const pagesPerKind = 8

// outcome is a way in which a request may end.
type outcome struct {
	status string
	fault  bool // more frequent in a bad stretch
	bare   bool // no content
	origin bool // the origin's answer, which is not cached
}

// statusCodes are all codes that the data actions know, in order; 000 is a
// request without an answer. They are those of the reference's sample.
var statusCodes = []string{
	"200", "206", "302", "304", "400", "403", "404", "405", "408",
	"412", "416", "500", "501", "502", "503", "504", "000",
}

var outcomes = []weighted[outcome]{
	{outcome{status: "200"}, 9060},
	{outcome{status: "302", bare: true}, 90},
	{outcome{status: "304", bare: true}, 560},
	{outcome{status: "400", bare: true}, 12},
	{outcome{status: "403", bare: true}, 60},
	{outcome{status: "404", fault: true, origin: true}, 150},
	{outcome{status: "405", bare: true}, 5},
	{outcome{status: "416", bare: true}, 4},
	{outcome{status: "500", fault: true, origin: true}, 14},
	{outcome{status: "502", fault: true, origin: true}, 18},
	{outcome{status: "503", fault: true, origin: true}, 9},
	{outcome{status: "504", fault: true, origin: true, bare: true}, 12},
	{outcome{status: "000", bare: true}, 6},
}

// Where requests come from; %s is the domain itself.
var (
	refererLot = newLot([]weighted[string]{
		{"-", 46},
		{"https://%s/", 24},
		{"https://%s/1.html", 9},
		{"https://www.example.org/search", 9},
		{"https://news.example.net/today", 7},
		{"https://forum.example.edu/thread/42", 5},
	})
	agentLot = newLot([]weighted[string]{
		{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", 38},
		{"Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1", 26},
		{"Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", 24},
		{"Mozilla/5.0 (compatible; ExampleBot/2.1; +http://www.example.org/bot.html)", 8},
		{"curl/8.15.0", 4},
	})
)

// How requests end: usually, and in a bad stretch.
var (
	usualLot = newLot(outcomes)
	badLot   = newLot(worse(outcomes, 8))
)

// worse returns the outcomes with the faults so many times as likely.
func worse(usual []weighted[outcome], times int) []weighted[outcome] {
	bad := make([]weighted[outcome], len(usual))
	for i, o := range usual {
		if o.value.fault {
			o.weight *= times
		}
		bad[i] = o
	}
	return bad
}

// site is what the requests of a pool are drawn from.
type site struct {
	host   string
	pages  lot[*page]
	secure int // HTTPS requests, in thousandths
	cached int // hits among what may be cached, in thousandths
}

// newPool makes the pool of a domain.
func (s *state) newPool(domain string) *pool {
	r := s.random("pool", domain)
	p := &pool{
		seed:    r.Uint64(),
		level:   300 + r.Int64N(2700),
		samples: make([]sample, poolSize),

		logSizes: make(map[int64]int),
	}
	of := site{
		host:   hostOf(domain),
		pages:  newLot(newPages(r)),
		secure: 600 + r.IntN(350),
		cached: 930 + r.IntN(60),
	}
	for i := range p.samples {
		// A pool is not even: its cache gets colder from one end to the other,
		// and it has a stretch of bad luck, so that the rates of one minute
		// differ from those of the next.
		bad := i > poolSize*7/10 && i < poolSize*8/10
		p.samples[i] = of.sample(r, bad, of.cached-100*i/poolSize)
	}
	return p
}

// hostOf returns a host that a domain answers for: itself, or www below a
// wildcard domain.
func hostOf(domain string) string {
	if strings.HasPrefix(domain, ".") {
		return "www" + domain
	}
	return domain
}

// newPages makes the URLs of a site. Within a kind the second is asked for half
// as often as the first, the third a third as often, and so on.
func newPages(r *rand.Rand) []weighted[*page] {
	pages := make([]weighted[*page], 0, len(kinds)*pagesPerKind)
	for i := range kinds {
		k := &kinds[i]
		for n := 1; n <= pagesPerKind; n++ {
			pages = append(pages, weighted[*page]{
				value: &page{
					path: k.folder + strconv.Itoa(n) + k.suffix,
					kind: k,
					size: k.smallest + r.Int64N(k.largest-k.smallest+1),
				},
				weight: k.weight * 840 / n,
			})
		}
	}
	return pages
}

// sample draws one request; warmth is the share of hits among what may be
// cached, in thousandths.
func (of site) sample(r *rand.Rand, bad bool, warmth int) sample {
	end := usualLot.draw(r)
	if bad {
		end = badLot.draw(r)
	}
	sm := sample{
		place:   placeLot.draw(r),
		page:    of.pages.draw(r),
		referer: strings.ReplaceAll(refererLot.draw(r), "%s", of.host),
		agent:   agentLot.draw(r),
		status:  end.status,
		asked:   180 + r.Int64N(1200),
		client:  r.IntN(5000),
		https:   r.IntN(1000) < of.secure,
	}
	units := int64(1) // an error page
	if end.status == "200" {
		units = sm.page.size
		if sm.page.kind.parts && r.IntN(10) < 7 {
			sm.status = "206"
			units = 1 + r.Int64N(units)
		}
	}
	if end.bare {
		units = 0
	}
	sm.bytes = units * sizeUnit
	sm.hit = end.bare && !end.origin || !end.origin && !sm.page.kind.dynamic && r.IntN(1000) < warmth

	sm.millis = 3 + r.Int64N(60) + sm.bytes/(600+r.Int64N(3000))
	if !sm.hit {
		sm.millis += 40 + r.Int64N(400)
	}
	if end.status == "504" {
		sm.millis = 30000
	}
	return sm
}

// weighted is a value and how likely it is, compared with others.
type weighted[T any] struct {
	value  T
	weight int
}

// lot draws values as often as their weights say.
type lot[T any] struct {
	values []T
	upTo   []int // sum of the weights up to and including each value's
}

func newLot[T any](choices []weighted[T]) lot[T] {
	var l lot[T]
	total := 0
	for _, choice := range choices {
		total += choice.weight
		l.values = append(l.values, choice.value)
		l.upTo = append(l.upTo, total)
	}
	return l
}

func (l lot[T]) draw(r *rand.Rand) T {
	n := r.IntN(l.upTo[len(l.upTo)-1])
	return l.values[sort.SearchInts(l.upTo, n+1)]
}
