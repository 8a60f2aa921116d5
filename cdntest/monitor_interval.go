package cdntest

import (
	"slices"
	"time"
)

// query is what the actions that return one value an interval have in common.
type query struct {
	window  window
	domains []string
	within  filter // by region and ISP, nil for all
	name    string // DomainName, as the answer repeats it
}

// query reads the parameters of a 5-minute action: DomainName, StartTime,
// EndTime, Interval, LocationNameEn and IspNameEn, as far as the action has them.
func (s *state) query(c *call) (query, *fault) { return s.queryUpTo(c, longestSpan) }

func (s *state) queryUpTo(c *call, longest time.Duration) (query, *fault) {
	w, no := c.window(pairRule(day, longest))
	if no != nil {
		return query{}, no
	}
	return s.about(c, w.cut(c.interval(w), c.now))
}

// about adds the domains and the place to a window.
func (s *state) about(c *call, w window) (query, *fault) {
	domains, no := s.measured(c, c.list("DomainName"))
	if no != nil {
		return query{}, no
	}
	within, no := c.within()
	return query{window: w, domains: domains, within: within, name: c.get("DomainName")}, no
}

// answer adds the list to what every answer of this kind has.
func (q query) answer(container, inner string, rows []object) object {
	return q.window.echo(object{"DomainName": q.name, container: object{inner: rows}})
}

// rows makes one element for each interval from its sums.
func (s *state) rows(q query, measures []measure, row func(sums []int64) object) []object {
	sums := s.sums(q.domains, q.window.slots, measures...)
	rows := make([]object, len(sums))
	for i, values := range sums {
		rows[i] = row(values)
		rows[i]["TimeStamp"] = stamp(q.window.slots[i].from)
	}
	return rows
}

// longestSpan is how much time the actions with an Interval cover at most, with
// the coarsest.
const longestSpan = 366 * day

// The measures of traffic and requests by protocol and area, in the order in
// which split reads their sums.
func parts(m measure, within filter) []measure {
	return []measure{
		only(m, within),
		only(m, within, isDomestic),
		only(m, within, isSecure),
		only(m, within, isSecure, isDomestic),
	}
}

// split writes the sums of parts under the names that the answers have for
// them. By region or ISP there is no domestic and overseas: those stay empty.
func split(o object, prefix string, sums []int64, within filter, write func(int64) string) {
	domestic, overseas := write, write
	if within != nil {
		domestic = func(int64) string { return "" }
		overseas = domestic
	}
	o[prefix+"Value"] = write(sums[0])
	o[prefix+"DomesticValue"] = domestic(sums[1])
	o[prefix+"OverseasValue"] = overseas(sums[0] - sums[1])
	o["Https"+prefix+"Value"] = write(sums[2])
	o["Https"+prefix+"DomesticValue"] = domestic(sums[3])
	o["Https"+prefix+"OverseasValue"] = overseas(sums[2] - sums[3])
}

func describeDomainBpsData(s *state, c *call) (object, *fault) {
	q, no := s.query(c)
	if no != nil {
		return nil, no
	}
	seconds := q.window.interval.Seconds()
	rows := s.rows(q, parts(bytesOf, q.within), func(sums []int64) object {
		o := object{}
		split(o, "", sums, q.within, func(bytes int64) string { return plain(bps(bytes, seconds)) })
		return o
	})
	answer := q.answer("BpsDataPerInterval", "DataModule", rows)
	for _, name := range []string{"LocationNameEn", "IspNameEn"} {
		if value := c.get(name); value != "" {
			answer[name] = value
		}
	}
	return answer, nil
}

func describeDomainTrafficData(s *state, c *call) (object, *fault) {
	q, no := s.query(c)
	if no != nil {
		return nil, no
	}
	rows := s.rows(q, parts(bytesOf, q.within), func(sums []int64) object {
		o := object{}
		split(o, "", sums, q.within, whole)
		return o
	})
	return q.answer("TrafficDataPerInterval", "DataModule", rows), nil
}

func describeDomainQpsData(s *state, c *call) (object, *fault) {
	q, no := s.query(c)
	if no != nil {
		return nil, no
	}
	seconds := q.window.interval.Seconds()
	rows := s.rows(q, parts(countOf, q.within), func(sums []int64) object {
		o := object{}
		split(o, "", sums, q.within, func(count int64) string { return plain(float64(count) / seconds) })
		split(o, "Acc", sums, q.within, whole)
		return o
	})
	return q.answer("QpsDataInterval", "DataModule", rows), nil
}

// originParts are the measures of what comes from the origin: all, and by HTTPS.
func originParts(m measure, within filter) []measure {
	return []measure{only(m, within, isMiss), only(m, within, isMiss, isSecure)}
}

func describeDomainSrcBpsData(s *state, c *call) (object, *fault) {
	q, no := s.query(c)
	if no != nil {
		return nil, no
	}
	seconds := q.window.interval.Seconds()
	rows := s.rows(q, originParts(bytesOf, q.within), func(sums []int64) object {
		return object{"Value": plain(bps(sums[0], seconds)), "HttpsValue": plain(bps(sums[1], seconds))}
	})
	return q.answer("SrcBpsDataPerInterval", "DataModule", rows), nil
}

// describeDomainSrcTrafficData counts bytes, as the service does today; the
// reference says bit.
func describeDomainSrcTrafficData(s *state, c *call) (object, *fault) {
	q, no := s.query(c)
	if no != nil {
		return nil, no
	}
	rows := s.rows(q, originParts(bytesOf, q.within), func(sums []int64) object {
		return object{"Value": whole(sums[0]), "HttpsValue": whole(sums[1])}
	})
	return q.answer("SrcFlowDataPerInterval", "DataModule", rows), nil
}

func describeDomainHitRateData(s *state, c *call) (object, *fault) {
	return s.hitRates(c, bytesOf, "HitRateInterval")
}

func describeDomainReqHitRateData(s *state, c *call) (object, *fault) {
	return s.hitRates(c, countOf, "ReqHitRateInterval")
}

func (s *state) hitRates(c *call, m measure, container string) (object, *fault) {
	q, no := s.query(c)
	if no != nil {
		return nil, no
	}
	measures := []measure{m, only(m, isMiss), only(m, isSecure), only(m, isMiss, isSecure)}
	rows := s.rows(q, measures, func(sums []int64) object {
		return object{
			"Value":      double(hitRate(sums[1], sums[0])),
			"HttpsValue": double(hitRate(sums[3], sums[2])),
		}
	})
	return q.answer(container, "DataModule", rows), nil
}

// describeDomainAverageResponseTime takes TimeMerge for what a missing Interval
// means anyway: an interval that suits the span. DomainType adds the dynamic
// content to the static.
func describeDomainAverageResponseTime(s *state, c *call) (object, *fault) {
	q, no := s.queryUpTo(c, ninetyDays)
	if no != nil {
		return nil, no
	}
	counted := filter(func(sm *sample) bool { return !sm.page.kind.dynamic })
	if c.get("DomainType") != "" {
		counted = nil
	}
	measures := []measure{only(millisOf, q.within, counted), only(countOf, q.within, counted)}
	rows := s.rows(q, measures, func(sums []int64) object {
		return object{"Value": plain(ratio(sums[0], sums[1]))}
	})
	return q.answer("AvgRTPerInterval", "DataModule", rows), nil
}

// httpCodes is the handler of an action that returns the shares of the status
// codes of the requests that count.
func httpCodes(read func(*state, *call) (query, *fault), container, inner string, counted filter) handler {
	return func(s *state, c *call) (object, *fault) {
		q, no := read(s, c)
		if no != nil {
			return nil, no
		}
		return q.answer(container, "UsageData", s.codeRows(q, inner, counted)), nil
	}
}

// codeRows returns the shares of the status codes, newest interval first, as in
// the samples. Codes that did not occur are left out.
func (s *state) codeRows(q query, inner string, counted filter) []object {
	rows := s.rows(q, codeMeasures(q.within, counted), func(sums []int64) object {
		all := int64(0)
		for _, count := range sums {
			all += count
		}
		shares := []object{}
		for i, count := range sums {
			if count > 0 {
				shares = append(shares, object{
					"Code":       statusCodes[i],
					"Count":      whole(count),
					"Proportion": plain(percent(count, all)),
				})
			}
		}
		return object{"Value": object{inner: shares}}
	})
	slices.Reverse(rows)
	return rows
}
