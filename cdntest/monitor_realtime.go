package cdntest

import (
	"slices"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// realTimeInterval returns the distance of the points by the span: a minute up
// to an hour, 5 minutes up to 3 days, an hour above.
func realTimeInterval(w window) time.Duration {
	switch span := w.end.Sub(w.start); {
	case span <= hour:
		return time.Minute
	case span <= 3*day:
		return 5 * time.Minute
	default:
		return hour
	}
}

// realTimeQuery reads the parameters of a real-time action whose StartTime and
// EndTime come in a pair.
func (s *state) realTimeQuery(c *call, longest time.Duration) (query, *fault) {
	w, no := c.window(pairRule(hour, longest))
	if no != nil {
		return query{}, no
	}
	return s.about(c, w.cut(realTimeInterval(w), c.now))
}

// realTimeSpan is how much time a real-time action covers at most; those that
// the reference promises 90 days of data for cover realTimeTrafficSpan.
const (
	realTimeSpan        = 31 * day
	realTimeTrafficSpan = 90 * day
)

// modelQuery reads the parameters of a real-time action that answers with bare
// models. These do with one of StartTime and EndTime, and have error codes of
// their own.
func (s *state) modelQuery(c *call) (query, *fault) {
	w, no := c.window(windowRule{
		fallback: hour,
		longest:  realTimeSpan,
		single:   true,
		mismatch: types.InvalidTimeMalformed,
		tooLong:  types.InvalidTimeMalformed,
	})
	if no != nil {
		return query{}, no
	}
	for _, name := range c.list("DomainName") {
		if _, no := s.domain(c, name); no != nil {
			return query{}, c.fault(types.InvalidDomainNameMalformed)
		}
	}
	return s.about(c, w.cut(realTimeInterval(w), c.now))
}

// models answers a model query, newest point first, as the reference has it.
func (s *state) models(c *call, inner string, of func(q query) []measure, row func(sums []int64, seconds float64) object) (object, *fault) {
	q, no := s.modelQuery(c)
	if no != nil {
		return nil, no
	}
	seconds := q.window.interval.Seconds()
	rows := s.rows(q, of(q), func(sums []int64) object { return row(sums, seconds) })
	slices.Reverse(rows)
	return object{"Data": object{inner: rows}}, nil
}

func describeDomainRealTimeBpsData(s *state, c *call) (object, *fault) {
	return s.models(c, "BpsModel",
		func(q query) []measure { return []measure{only(bytesOf, q.within)} },
		func(sums []int64, seconds float64) object { return object{"Bps": bps(sums[0], seconds)} })
}

func describeDomainRealTimeQpsData(s *state, c *call) (object, *fault) {
	return s.models(c, "QpsModel",
		func(q query) []measure { return []measure{only(countOf, q.within)} },
		func(sums []int64, seconds float64) object { return object{"Qps": float64(sums[0]) / seconds} })
}

// The real-time hit rates are fractions of 1, the others percent.

func describeDomainRealTimeByteHitRateData(s *state, c *call) (object, *fault) {
	return s.models(c, "ByteHitRateModel",
		func(query) []measure { return []measure{bytesOf, only(bytesOf, isMiss)} },
		func(sums []int64, _ float64) object { return object{"ByteHitRate": ratio(sums[0]-sums[1], sums[0])} })
}

func describeDomainRealTimeReqHitRateData(s *state, c *call) (object, *fault) {
	return s.models(c, "ReqHitRateModel",
		func(query) []measure { return []measure{countOf, only(countOf, isMiss)} },
		func(sums []int64, _ float64) object { return object{"ReqHitRate": ratio(sums[0]-sums[1], sums[0])} })
}

// realTimeValues answers with one value an interval.
func (s *state) realTimeValues(c *call, longest time.Duration, container string, write func(bytes int64, seconds float64) string, filters ...filter) (object, *fault) {
	q, no := s.realTimeQuery(c, longest)
	if no != nil {
		return nil, no
	}
	seconds := q.window.interval.Seconds()
	measures := []measure{only(bytesOf, append(filters, q.within)...)}
	rows := s.rows(q, measures, func(sums []int64) object { return object{"Value": write(sums[0], seconds)} })
	return q.answer(container, "DataModule", rows), nil
}

func writeBps(bytes int64, seconds float64) string { return plain(bps(bytes, seconds)) }

func writeBytes(bytes int64, _ float64) string { return whole(bytes) }

func describeDomainRealTimeTrafficData(s *state, c *call) (object, *fault) {
	return s.realTimeValues(c, realTimeTrafficSpan, "RealTimeTrafficDataPerInterval", writeBytes)
}

func describeDomainRealTimeSrcTrafficData(s *state, c *call) (object, *fault) {
	return s.realTimeValues(c, realTimeTrafficSpan, "RealTimeSrcTrafficDataPerInterval", writeBytes, isMiss)
}

func describeDomainRealTimeSrcBpsData(s *state, c *call) (object, *fault) {
	return s.realTimeValues(c, realTimeSpan, "RealTimeSrcBpsDataPerInterval", writeBps, isMiss)
}

// realTimeCodes reads the parameters of the real-time actions about status codes.
func (s *state) realTimeCodes(c *call) (query, *fault) { return s.realTimeQuery(c, realTimeSpan) }
