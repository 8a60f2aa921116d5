package cdntest

import (
	"time"
)

// slot is a span of time, in minutes from 1970, from inclusive, to exclusive.
type slot struct{ from, to int64 }

// minuteOf returns the minute that a moment belongs to.
func minuteOf(t time.Time) int64 {
	seconds := t.Unix()
	return (seconds - modulo(seconds, 60)) / 60
}

// slots cuts the time from start up to, but not including, end into intervals.
// The first is aligned down to the interval, and each is whole, except that
// nothing reaches beyond the last full minute before now.
func slots(start, end time.Time, interval time.Duration, now time.Time) []slot {
	step := int64(interval / time.Minute)
	from := minuteOf(start)
	from -= modulo(from, step)
	past := minuteOf(now)
	var all []slot
	for until := min(minuteOf(end.Add(time.Minute-1)), past); from < until; from += step {
		all = append(all, slot{from: from, to: min(from+step, past)})
	}
	return all
}

// measure says what a request contributes to a sum.
type measure func(*sample) int64

// What is measured. The size of the answers to misses is the traffic from the
// origin.
func countOf(*sample) int64     { return 1 }
func bytesOf(sm *sample) int64  { return sm.bytes }
func millisOf(sm *sample) int64 { return sm.millis }

// filter says which requests count.
type filter func(*sample) bool

func isDomestic(sm *sample) bool { return sm.place.region.domestic() }
func isOverseas(sm *sample) bool { return !sm.place.region.domestic() }
func isSecure(sm *sample) bool   { return sm.https }
func isMiss(sm *sample) bool     { return !sm.hit }
func isIPv6(sm *sample) bool     { return sm.client%8 == 7 }

// only restricts a measure to the requests that pass all filters; nil passes
// everything.
func only(m measure, filters ...filter) measure {
	return func(sm *sample) int64 {
		for _, passes := range filters {
			if passes != nil && !passes(sm) {
				return 0
			}
		}
		return m(sm)
	}
}

// sums returns, for each slot, the sum of each measure over the domains.
func (s *state) sums(domains []string, spans []slot, measures ...measure) [][]int64 {
	rows := make([][]int64, len(spans))
	for i := range rows {
		rows[i] = make([]int64, len(measures))
	}
	if len(spans) == 0 {
		return rows
	}
	for _, domain := range domains {
		p := s.pool(domain)
		totals := make([]total, len(measures))
		for i, m := range measures {
			totals[i] = p.total(m)
		}
		for i, span := range spans {
			for minute := span.from; minute < span.to; minute++ {
				first, count := p.run(minute)
				for j := range totals {
					rows[i][j] += totals[j].of(first, count)
				}
			}
		}
	}
	return rows
}

// sum returns the sum of one measure over one span.
func (s *state) sum(domains []string, span slot, m measure) int64 {
	return s.sums(domains, []slot{span}, m)[0][0]
}

// peak is the highest sum of any 5 minutes in a slot, and their first minute.
type peak struct{ sum, at int64 }

// peaks returns the peak of a measure in each slot.
func (s *state) peaks(domains []string, spans []slot, m measure) []peak {
	all := make([]peak, len(spans))
	var fine []slot
	for i, span := range spans {
		all[i].at = span.from
		fine = append(fine, fiveMinutes(span)...)
	}
	i := 0
	for j, sums := range s.sums(domains, fine, m) {
		for fine[j].from >= spans[i].to {
			i++
		}
		if sums[0] > all[i].sum {
			all[i] = peak{sum: sums[0], at: fine[j].from}
		}
	}
	return all
}

// fiveMinutes divides a slot.
func fiveMinutes(span slot) []slot {
	var fine []slot
	for from := span.from; from < span.to; from += 5 {
		fine = append(fine, slot{from: from, to: min(from+5, span.to)})
	}
	return fine
}

// total holds the running total of a measure, twice around the pool, so that
// the sum of any run is one subtraction.
type total []int64

func (p *pool) total(m measure) total {
	running := make(total, 2*poolSize+1)
	for i := range 2 * poolSize {
		running[i+1] = running[i] + m(&p.samples[i%poolSize])
	}
	return running
}

// of returns the sum over count samples from index first.
func (t total) of(first, count int64) int64 {
	rounds, rest := count/poolSize, count%poolSize
	return rounds*t[poolSize] + t[first+rest] - t[first]
}

// tally calls visit with each sample that occurs in the span, and how often it
// does. It is for sums by something that has many values: a URL, a region.
func (s *state) tally(domains []string, span slot, visit func(domain string, sm *sample, times int64)) {
	changes := make([]int64, 2*poolSize+1) // of the number of runs that cover a sample
	for _, domain := range domains {
		p := s.pool(domain)
		clear(changes)
		for minute := span.from; minute < span.to; minute++ {
			first, count := p.run(minute)
			rounds, rest := count/poolSize, count%poolSize
			changes[0] += rounds
			changes[poolSize] -= rounds
			changes[first]++
			changes[first+rest]--
		}
		times := make([]int64, poolSize)
		covering := int64(0)
		for i := range 2 * poolSize {
			covering += changes[i]
			times[i%poolSize] += covering
		}
		for i, n := range times {
			if n > 0 {
				visit(domain, &p.samples[i], n)
			}
		}
	}
}
