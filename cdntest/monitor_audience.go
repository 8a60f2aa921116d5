package cdntest

import (
	"cmp"
	"slices"
)

// ninetyDays is how much time the actions without an Interval cover at most.
const ninetyDays = 90 * day

// crowd is what a part of the users did.
type crowd struct {
	requests, bytes   int64
	misses, missBytes int64
	failed, millis    int64
}

func (c *crowd) add(sm *sample, times int64) {
	c.requests += times
	c.bytes += times * sm.bytes
	c.millis += times * sm.millis
	if !sm.hit {
		c.misses += times
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
		addTo(parts, key(sm), sm, times)
	})
	return parts
}

// addTo adds requests to the part of a key.
func addTo[K comparable](parts map[K]*crowd, key K, sm *sample, times int64) {
	part := parts[key]
	if part == nil {
		part = &crowd{}
		parts[key] = part
	}
	part.add(sm, times)
}

// everybody adds up the requests and bytes of all parts.
func everybody[K comparable](parts map[K]*crowd) *crowd {
	all := &crowd{}
	for _, part := range parts {
		all.requests += part.requests
		all.bytes += part.bytes
	}
	return all
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

// portions writes the part of each key, the smallest first as in the samples.
func portions[K comparable](s *state, c *call, q query, keys []K, key func(*sample) K, write func(o object, k K, part *crowd)) []object {
	parts := crowds(s, q.domains, q.window.span(c.now), key)
	keys = slices.DeleteFunc(keys, func(k K) bool { return parts[k] == nil })
	slices.SortStableFunc(keys, func(a, b K) int { return cmp.Compare(parts[a].requests, parts[b].requests) })
	all := everybody(parts)
	rows := make([]object, len(keys))
	for i, k := range keys {
		rows[i] = portion(parts[k], all, q.window.seconds())
		write(rows[i], k, parts[k])
	}
	return rows
}

// pointers returns the addresses of the elements of a table.
func pointers[T any](table []T) []*T {
	all := make([]*T, len(table))
	for i := range table {
		all[i] = &table[i]
	}
	return all
}

func describeDomainISPData(s *state, c *call) (object, *fault) {
	q, no := s.distribution(c)
	if no != nil {
		return nil, no
	}
	rows := portions(s, c, q, pointers(isps),
		func(sm *sample) *isp { return sm.place.isp },
		func(o object, n *isp, part *crowd) {
			o["ISP"], o["IspEname"] = n.zh, n.en
			o["ByteHitRate"] = double(hitRate(part.missBytes, part.bytes))
			o["ReqHitRate"] = double(hitRate(part.misses, part.requests))
		})
	return q.window.echo(object{"DomainName": q.name, "Value": object{"ISPProportionData": rows}}), nil
}

func describeDomainRegionData(s *state, c *call) (object, *fault) {
	q, no := s.distribution(c)
	if no != nil {
		return nil, no
	}
	rows := portions(s, c, q, pointers(regions),
		func(sm *sample) *region { return sm.place.region },
		func(o object, r *region, _ *crowd) { o["Region"], o["RegionEname"] = r.zh, r.en })
	return q.window.echo(object{"DomainName": q.name, "Value": object{"RegionProportionData": rows}}), nil
}

// hourly reads the parameters of an action that has no Interval and takes one
// domain or all; above 3 days it has daily points if it may.
func (s *state) hourly(c *call, daily bool) (query, *fault) {
	if no := c.single("DomainName"); no != nil {
		return query{}, no
	}
	w, no := c.window(pairRule(day, ninetyDays))
	if no != nil {
		return query{}, no
	}
	interval := hour
	if daily && w.end.Sub(w.start) > 3*day {
		interval = day
	}
	return s.about(c, w.cut(interval, c.now))
}

// describeDomainPvData counts all requests.
func describeDomainPvData(s *state, c *call) (object, *fault) {
	q, no := s.hourly(c, true)
	if no != nil {
		return nil, no
	}
	rows := s.rows(q, []measure{countOf}, func(sums []int64) object { return object{"Value": whole(sums[0])} })
	return q.answer("PvDataInterval", "UsageData", rows), nil
}

func describeDomainUvData(s *state, c *call) (object, *fault) {
	q, no := s.hourly(c, false)
	if no != nil {
		return nil, no
	}
	rows := make([]object, len(q.window.slots))
	for i, n := range s.visitors(q.domains, q.window.slots) {
		rows[i] = object{"TimeStamp": stamp(q.window.slots[i].from), "Value": whole(n)}
	}
	return q.answer("UvDataInterval", "UsageData", rows), nil
}

// visitors returns how many there are in each hour.
func (s *state) visitors(domains []string, hours []slot) []int64 {
	visitors := make([]int64, len(hours))
	for _, domain := range domains {
		for i, sums := range s.sums([]string{domain}, hours, countOf) {
			// Each visitor of an hour sends 8 to 12 requests.
			each := s.pool(domain).noise(hours[i].from).between(8, 12)
			visitors[i] += (sums[0] + each - 1) / each
		}
	}
	return visitors
}

// sizeClasses are the classes of DescribeDomainFileSizeProportionData; each
// reaches from the one before it to below its limit.
var sizeClasses = []struct {
	name  string
	below int64
}{
	{"<5K", 5 << 10},
	{"<10K", 10 << 10},
	{"<20K", 20 << 10},
	{"<50K", 50 << 10},
	{"<100K", 100 << 10},
	{"<1M", 1 << 20},
	{">1M", 1 << 62},
}

func describeDomainFileSizeProportionData(s *state, c *call) (object, *fault) {
	q, no := s.hourly(c, true)
	if no != nil {
		return nil, no
	}
	measures := []measure{countOf}
	from := int64(0)
	for _, class := range sizeClasses {
		least := from
		measures = append(measures, only(countOf, func(sm *sample) bool { return sm.bytes >= least && sm.bytes < class.below }))
		from = class.below
	}
	rows := s.rows(q, measures, func(sums []int64) object {
		shares := make([]object, len(sizeClasses))
		for i, class := range sizeClasses {
			shares[i] = object{"FileSize": class.name, "Proportion": plain(percent(sums[i+1], sums[0]))}
		}
		return object{"Value": object{"FileSizeProportionData": shares}}
	})
	return q.answer("FileSizeProportionDataInterval", "UsageData", rows), nil
}
