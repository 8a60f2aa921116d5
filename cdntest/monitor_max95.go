package cdntest

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// describeDomainMax95BpsData takes the percentile of the 5-minute values of each
// day or month, of mainland China and of the rest of the world, and that of all of
// them together. Days and months are those of UTC.
func describeDomainMax95BpsData(s *state, c *call) (object, *fault) {
	w, cycles, no := c.cycles()
	if no != nil {
		return nil, no
	}
	q, no := s.about(c, w)
	if no != nil {
		return nil, no
	}
	measures := []measure{bytesOf, only(bytesOf, isDomestic), only(bytesOf, isOverseas)}
	areas := []string{"", mainland, "OverSeas"} // of the measures
	all := make([][]peak, len(measures))
	detail := []object{}
	for _, cycle := range cycles {
		spans := slots(cycle.from, cycle.to, 5*time.Minute, c.now)
		sums := s.sums(q.domains, spans, measures...)
		for i, area := range areas {
			points := make([]peak, len(spans))
			for j := range spans {
				points[j] = peak{sum: sums[j][i], at: spans[j].from}
			}
			all[i] = append(all[i], points...)
			if area != "" && len(points) > 0 {
				billed := percentile95(points)
				detail = append(detail, object{
					"TimeStamp": utc(cycle.from), "Area": area,
					"Max95Bps": bps(billed.sum, 300), "Max95BpsPeakTime": stamp(billed.at),
				})
			}
		}
	}
	return object{
		"DomainName": q.name, "StartTime": utc(w.start), "EndTime": utc(w.end),
		"Max95Bps":         plain(bps(percentile95(all[0]).sum, 300)),
		"DomesticMax95Bps": plain(bps(percentile95(all[1]).sum, 300)),
		"OverseasMax95Bps": plain(bps(percentile95(all[2]).sum, 300)),
		"DetailData":       object{"Max95Detail": detail},
	}, nil
}

// percentile95 takes the highest twentieth of the values away, rounded down, and
// returns the highest that is left, the earliest of equal ones.
func percentile95(points []peak) peak {
	if len(points) == 0 {
		return peak{}
	}
	falling := slices.Clone(points)
	slices.SortFunc(falling, func(a, b peak) int { return cmp.Or(cmp.Compare(b.sum, a.sum), cmp.Compare(a.at, b.at)) })
	return falling[len(falling)/20]
}

// cycle is a day or a month, or the last 24 hours.
type cycle struct{ from, to time.Time }

// cycleOf returns the day or the month that t lies in.
func cycleOf(t time.Time, isMonth bool) cycle {
	if isMonth {
		first := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
		return cycle{first, first.AddDate(0, 1, 0)}
	}
	return cycle{t.Truncate(day), t.Truncate(day).Add(day)}
}

// cycles reads in which of its ways the action is asked: by TimePoint, by a range
// with a Cycle or without one, or by nothing at all.
func (c *call) cycles() (window, []cycle, *fault) {
	isMonth := strings.EqualFold(c.get("Cycle"), "month")
	if point, given := c.time("TimePoint"); given {
		one := cycleOf(point, isMonth)
		return window{start: one.from, end: one.to}, []cycle{one}, nil
	}
	rule := pairRule(day, ninetyDays)
	rule.tooLong = types.InvalidTimeSpan
	w, no := c.window(rule)
	_, given := c.time("StartTime")
	switch {
	case no != nil:
		return window{}, nil, no
	case !given:
		return w, []cycle{{w.start, w.end}}, nil
	case c.get("Cycle") == "":
		return w, []cycle{cycleOf(w.start, w.end.Sub(w.start) > day)}, nil
	}
	var all []cycle
	for next := cycleOf(w.start, isMonth); next.from.Before(w.end); next = cycleOf(next.to, isMonth) {
		all = append(all, next)
	}
	return w, all, nil
}
