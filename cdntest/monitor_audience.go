package cdntest

import (
	"cmp"
	"slices"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// ninetyDays is how much time the actions without an Interval cover at most.
const ninetyDays = 90 * day

// crowd is what a part of the users did.
type crowd struct {
	requests, bytes           int64
	missedRequests, missBytes int64
	failed, millis            int64
}

func (c *crowd) add(sm *sample, times int64) {
	c.requests += times
	c.bytes += times * sm.bytes
	c.millis += times * sm.millis
	if !sm.hit {
		c.missedRequests += times
		c.missBytes += times * sm.bytes
	}
	if sm.status >= "400" || sm.status == "000" {
		c.failed += times
	}
}

// crowds divides the requests of a span by a key.
func crowds[K comparable](s *state, domains []string, span slot, key func(*sample) K) map[K]*crowd {
	parts := make(map[K]*crowd)
	s.tally(domains, span, func(_ string, sm *sample, times int64) {
		k := key(sm)
		part := parts[k]
		if part == nil {
			part = &crowd{}
			parts[k] = part
		}
		part.add(sm, times)
	})
	return parts
}

// distribution reads the parameters of the two actions that divide the users.
// Their times are taken as UTC, as the documents of today have it.
func (s *state) distribution(c *call) (query, *fault) {
	w, no := c.window(pairRule(day, ninetyDays))
	if no != nil {
		return query{}, no
	}
	w.interval = day
	return s.about(c, w)
}

// portion writes what a part of the users did, compared with all.
func portion(part, all *crowd, seconds float64) object {
	return object{
		"Proportion":      double(percent(part.requests, all.requests)),
		"BytesProportion": double(percent(part.bytes, all.bytes)),
		"TotalQuery":      whole(part.requests),
		"TotalBytes":      whole(part.bytes),
		"Bps":             double(bps(part.bytes, seconds)),
		"Qps":             double(float64(part.requests) / seconds),
		"AvgObjectSize":   double(ratio(part.bytes, part.requests)),
		"AvgResponseTime": double(ratio(part.millis, part.requests)),
		"AvgResponseRate": double(ratio(part.bytes, part.millis)),
		"ReqErrRate":      double(percent(part.failed, part.requests)),
	}
}

// portions writes all parts, the smallest first as in the samples.
func portions[K comparable](s *state, c *call, q query, key func(*sample) K, name func(o object, k K, part *crowd)) []object {
	parts := crowds(s, q.domains, q.window.span(c.now), key)
	keys := make([]K, 0, len(parts))
	all := &crowd{}
	for k, part := range parts {
		keys = append(keys, k)
		all.requests += part.requests
		all.bytes += part.bytes
	}
	rows := make([]object, 0, len(parts))
	order := make(map[K]string, len(parts))
	made := make(map[K]object, len(parts))
	for _, k := range keys {
		o := portion(parts[k], all, q.window.seconds())
		name(o, k, parts[k])
		made[k] = o
		order[k], _ = o["sort"].(string)
		delete(o, "sort")
	}
	slices.SortFunc(keys, func(a, b K) int {
		return cmp.Or(cmp.Compare(parts[a].requests, parts[b].requests), cmp.Compare(order[a], order[b]))
	})
	for _, k := range keys {
		rows = append(rows, made[k])
	}
	return rows
}
