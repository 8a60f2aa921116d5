package cdntest

import (
	"cmp"
	"slices"
	"time"
)

func (s *state) billedBandwidth(b contract, domains []string, periods []billPeriod, now time.Time) [][]object {
	all := make([][]object, len(periods))
	for i, span := range slotsOf(periods) {
		all[i] = []object{}
		for _, area := range billedAreas {
			if value, _ := b.bandwidth(s.bandwidths(domains, span, area), now); value > 0 {
				all[i] = append(all[i], object{"CdnRegion": area, "Bandwidth": value})
			}
		}
	}
	return all
}

// bandwidth is that of 5 minutes.
type bandwidth struct {
	minute int64
	bps    float64
}

func (s *state) bandwidths(domains []string, span slot, area string) []bandwidth {
	spans := fiveMinutes(span)
	all := make([]bandwidth, len(spans))
	for i, sums := range s.sums(domains, spans, only(bytesOf, isIn(area))) {
		all[i] = bandwidth{spans[i].from, bps(sums[0], 300)}
	}
	return all
}

// bandwidth returns the bandwidth that is billed, and when it was if it is that
// of 5 minutes. Means leave out the day that is not over.
func (b contract) bandwidth(all []bandwidth, now time.Time) (value float64, minute int64) {
	switch b.billType {
	case "day_bandwidth":
		return highest(all, 1)
	case "month_95":
		return highest(all, len(all)/20+1)
	case "month_95_night_half":
		return highest(atNightHalf(all), len(all)/20+1)
	case "month_4th_day_bandwidth":
		return highest(daily(all, func([]bandwidth) int { return 1 }), 4)
	}
	rank := func([]bandwidth) int { return 1 }
	if b.billType == "month_avg_day_95" {
		rank = func(today []bandwidth) int { return len(today)/20 + 1 }
	}
	today := dayOf(minuteOf(now))
	over := slices.DeleteFunc(slices.Clone(all), func(b bandwidth) bool { return dayOf(b.minute) == today })
	days := daily(over, rank)
	for _, d := range days {
		value += d.bps / float64(len(days))
	}
	return value, 0
}

// highest returns the bandwidth that is the nth highest, 0 if there are fewer.
func highest(all []bandwidth, n int) (value float64, minute int64) {
	if len(all) < n {
		return 0, 0
	}
	ranked := slices.SortedFunc(slices.Values(all), func(a, b bandwidth) int { return cmp.Compare(b.bps, a.bps) })
	return ranked[n-1].bps, ranked[n-1].minute
}

// daily returns of each day the bandwidth that has a rank.
func daily(all []bandwidth, rank func(today []bandwidth) int) []bandwidth {
	var days []bandwidth
	for len(all) > 0 {
		n := 1
		for n < len(all) && dayOf(all[n].minute) == dayOf(all[0].minute) {
			n++
		}
		value, minute := highest(all[:n], rank(all[:n]))
		days = append(days, bandwidth{minute, value})
		all = all[n:]
	}
	return days
}

// dayOf numbers the days of Beijing.
func dayOf(minute int64) int64 {
	const zone, day = 8 * 60, 24 * 60
	return (minute + zone - modulo(minute+zone, day)) / day
}

// atNightHalf halves what is used at night, which is from 00:00 to 08:00 in
// Beijing here; the documents do not say when it is.
func atNightHalf(all []bandwidth) []bandwidth {
	halved := slices.Clone(all)
	for i := range halved {
		const zone, day, morning = 8 * 60, 24 * 60, 8 * 60
		if modulo(halved[i].minute+zone, day) < morning {
			halved[i].bps /= 2
		}
	}
	return halved
}
