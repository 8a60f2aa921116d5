package cdntest

import (
	"time"
)

// The measured values of this server have no stored history. Each domain has a
// pool of typical requests, made once from the seed and the domain's name, and
// each minute is served by a run of neighbours in that pool: where the run
// starts and how long it is follow from the seed, the domain and the minute
// alone. Whatever an action returns is a sum over such runs. That is why all
// answers fit together without further care: a longer interval is the sum of
// its minutes, a bandwidth the traffic of its requests, the parts by region,
// ISP, protocol or status code add up to the whole, several domains to their
// sum, and the lines of a log file are requests that were counted.

const (
	// poolSize is how many requests a pool has: enough that each region and
	// ISP occurs.
	poolSize = 4096

	// sizeUnit divides the size of each response, in bytes. It makes the
	// bandwidth of a minute, of 5 minutes and of an hour a whole number of bits
	// a second (a multiple of 8 in a minute), so that traffic is exactly the
	// integral of bandwidth.
	sizeUnit = 2700
)

// sample is one typical request.
type sample struct {
	place   *place // where the client is
	page    *page  // what it asks for
	referer string // the page it comes from, "-" for none
	agent   string // its User-Agent
	status  string // what it gets
	bytes   int64  // size of the response
	asked   int64  // size of the request
	millis  int64  // time until the end of the response
	client  int    // number of the client's address
	https   bool
	hit     bool // served from the cache, without the origin
}

// protocol is what DescribeDomainUsageData calls it. Nothing is sent by quic.
func (sm *sample) protocol() string {
	if sm.https {
		return "https"
	}
	return "http"
}

// pool is the requests that a domain's traffic is made of.
type pool struct {
	seed    uint64
	level   int64 // requests of a minute with nothing special about it
	samples []sample

	logSizes map[int64]int // of the log files that were listed, by their first minute
}

// pool returns the pool of a domain. It is kept as long as the domain, for
// making one takes longer than answering a call. That of a domain that is gone,
// whose files can still be downloaded, is made again each time: it is the same.
func (s *state) pool(domain string) *pool {
	p := s.pools[domain]
	if p == nil {
		p = s.newPool(domain)
		if s.domains[domain] != nil {
			s.pools[domain] = p
		}
	}
	return p
}

// run returns the samples that a minute is served by: count of them, counted
// from index first and around the end of the pool as often as needed. Minutes
// are counted from 1970.
func (p *pool) run(minute int64) (first, count int64) {
	noise := p.noise(minute)
	count = p.level * rhythm(minute) / 1000 * p.drift(minute) / 1000 * noise.between(950, 1050) / 1000
	return noise.below(poolSize), max(count, 1)
}

// hourly is how much of the usual is going on at each hour of the Beijing day,
// in percent: little before dawn, most in the evening.
var hourly = [24]int64{
	52, 38, 29, 24, 22, 25, 36, 55, 74, 90, 98, 103,
	108, 104, 101, 103, 106, 110, 120, 134, 146, 143, 119, 82,
}

// rhythm returns the level of a minute in thousandths of the usual, by the time
// of day and the day of the week in Beijing.
func rhythm(minute int64) int64 {
	const (
		hour, day = 60, 24 * 60
		zone      = 8 * hour
		thursday  = 4 // the weekday of 1 January 1970
	)
	local := minute + zone
	ofDay := modulo(local, day)
	from, to := hourly[ofDay/hour], hourly[(ofDay/hour+1)%24]
	level := (from*(hour-ofDay%hour) + to*(ofDay%hour)) * 10 / hour
	if weekday := modulo((local-ofDay)/day+thursday, 7); weekday == int64(time.Saturday) || weekday == int64(time.Sunday) {
		level = level * 112 / 100
	}
	return level
}

// drift returns the slow part of the noise, in thousandths: a random level
// every half hour and straight lines between them.
func (p *pool) drift(minute int64) int64 {
	const step = 30
	knot, offset := minute/step, modulo(minute, step)
	from := p.noise(-2*knot).between(880, 1120)
	to := p.noise(-2*(knot+1)).between(880, 1120)
	return (from*(step-offset) + to*offset) / step
}

// noise is a number that looks random.
type noise uint64

// noise returns the random number of a minute, or of whatever else is counted;
// the same number always has the same one.
func (p *pool) noise(n int64) noise {
	x := p.seed + uint64(n)*0x9e3779b97f4a7c15 //nolint:gosec // Only the bits matter: this is SplitMix64.
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return noise(x ^ x>>31)
}

// below returns a number from 0 up to, but not including, n. It leaves out the
// low bits, which between uses, so that the two do not depend on each other.
func (x noise) below(n int64) int64 {
	return int64(x>>33) % n
}

// between returns a number from low to high.
func (x noise) between(low, high int64) int64 {
	return low + int64(x&0xffffffff)%(high-low+1)
}

// modulo is the remainder that is never negative.
func modulo(a, b int64) int64 { return ((a % b) + b) % b }
