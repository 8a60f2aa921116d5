package cdntest

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// page is one URL of a site.
type page struct {
	path    string
	kind    *kind
	size    int64 // of the whole object, in units of sizeUnit
	weight  int
	subject string // what an access log calls the page: the URL without scheme
}

// kind is what sort of content a URL has.
type kind struct {
	folder, suffix, contentType string
	weight                      int   // share of the requests
	smallest, largest           int64 // size, in units of sizeUnit
	ranges                      bool  // often asked for in parts
	dynamic                     bool  // made anew for each request, never cached
}

var kinds = []kind{
	{folder: "/", suffix: ".html", contentType: "text/html", weight: 14, smallest: 2, largest: 18},
	{folder: "/css/", suffix: ".css", contentType: "text/css", weight: 9, smallest: 1, largest: 12},
	{folder: "/js/", suffix: ".js", contentType: "application/javascript", weight: 14, smallest: 3, largest: 60},
	{folder: "/img/", suffix: ".jpg", contentType: "image/jpeg", weight: 36, smallest: 2, largest: 90},
	{folder: "/video/", suffix: ".mp4", contentType: "video/mp4", weight: 4, smallest: 200, largest: 1500, ranges: true},
	{folder: "/download/", suffix: ".zip", contentType: "application/zip", weight: 3, smallest: 100, largest: 3000, ranges: true},
	{folder: "/api/", suffix: ".json", contentType: "application/json", weight: 20, smallest: 1, largest: 4, dynamic: true},
}

// pagesPerKind is how many URLs of each kind a site has.
const pagesPerKind = 8

// outcome is a way in which a request may end.
type outcome struct {
	status string
	weight int
	fault  bool // more frequent in a bad stretch
	bare   bool // no content
	origin bool // by way of the origin, even if cached
}

// statusCodes are all codes that the data actions know, 000 being a request
// without an answer. They are those of the reference's sample.
var statusCodes = []string{
	"200", "206", "302", "304", "400", "403", "404", "405", "408",
	"412", "416", "500", "501", "502", "503", "504", "000",
}

var outcomes = []outcome{
	{status: "200", weight: 9060},
	{status: "302", weight: 90, bare: true},
	{status: "304", weight: 560, bare: true},
	{status: "400", weight: 12, bare: true},
	{status: "403", weight: 60, bare: true},
	{status: "404", weight: 150, fault: true, origin: true},
	{status: "405", weight: 5, bare: true},
	{status: "416", weight: 4, bare: true},
	{status: "500", weight: 14, fault: true, origin: true},
	{status: "502", weight: 18, fault: true, origin: true},
	{status: "503", weight: 9, fault: true, origin: true},
	{status: "504", weight: 12, fault: true, origin: true, bare: true},
	{status: "000", weight: 6, bare: true, origin: true},
}

// referers are the pages that clients come from; a %s is the domain itself.
var referers = []struct {
	page   string
	weight int
}{
	{"-", 46},
	{"https://%s/", 24},
	{"https://%s/index.html", 9},
	{"https://www.example.org/search", 9},
	{"https://news.example.net/today", 7},
	{"https://forum.example.edu/thread/42", 5},
}

// agents are the programs that clients use.
var agents = []struct {
	name   string
	weight int
}{
	{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", 38},
	{"Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1", 26},
	{"Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", 24},
	{"Mozilla/5.0 (compatible; ExampleBot/2.1; +http://www.example.org/bot.html)", 8},
	{"curl/8.15.0", 4},
}

// newPool makes the pool of a domain.
func (s *state) newPool(domain string) *pool {
	r := s.random("pool", domain)
	p := &pool{
		seed:    r.Uint64(),
		level:   300 + r.Int64N(2700),
		samples: make([]sample, poolSize),
	}
	host := hostOf(domain)
	pages := newPages(r, host)
	secure := 600 + r.IntN(350) // HTTPS requests, in thousandths
	cached := 900 + r.IntN(80)  // hits of what can be cached, in thousandths
	for i := range p.samples {
		// A pool is not even: it has a stretch of bad luck and one with a colder
		// cache, so that the rates differ from minute to minute.
		bad := i > poolSize*7/10 && i < poolSize*8/10
		warmth := cached - 120*i/poolSize
		p.samples[i] = newSample(r, host, pages, secure, warmth, bad)
	}
	return p
}

// hostOf returns a host that a domain answers for: itself, or www under a
// wildcard domain.
func hostOf(domain string) string {
	if strings.HasPrefix(domain, ".") {
		return "www" + domain
	}
	return domain
}

// newPages makes the URLs of a site. Within a kind the second is asked for half
// as often as the first, the third a third as often, and so on.
func newPages(r *rand.Rand, host string) []page {
	pages := make([]page, 0, len(kinds)*pagesPerKind)
	for i := range kinds {
		k := &kinds[i]
		for n := range pagesPerKind {
			path := k.folder + strconv.Itoa(n+1) + k.suffix
			pages = append(pages, page{
				path:    path,
				kind:    k,
				size:    k.smallest + r.Int64N(k.largest-k.smallest+1),
				weight:  k.weight * 840 / (n + 1),
				subject: host + path,
			})
		}
	}
	return pages
}

func newSample(r *rand.Rand, host string, pages []page, secure, warmth int, bad bool) sample {
	at := pick(r, pages, func(p page) int { return p.weight })
	how := pick(r, outcomes, func(o outcome) int {
		if o.fault && bad {
			return o.weight * 8
		}
		return o.weight
	})
	sm := sample{
		place:   &places[pick(r, places, func(p place) int { return p.weight })],
		page:    &pages[at],
		referer: strings.ReplaceAll(referers[pick(r, referers, func(f struct {
			page   string
			weight int
		}) int {
			return f.weight
		})].page, "%s", host),
	}
	_ = how
	return sm
}

// pick returns the index of a random element, each as likely as its weight says.
func pick[T any](r *rand.Rand, elements []T, weight func(T) int) int {
	total := 0
	for _, e := range elements {
		total += weight(e)
	}
	left := r.IntN(total)
	for i, e := range elements {
		if left -= weight(e); left < 0 {
			return i
		}
	}
	return len(elements) - 1
}
