package cdntest

import (
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

var monitorHandlers = map[string]handler{
	"DescribeDomainBpsData":             describeDomainBpsData,
	"DescribeDomainSrcBpsData":          describeDomainSrcBpsData,
	"DescribeDomainTrafficData":         describeDomainTrafficData,
	"DescribeDomainSrcTrafficData":      describeDomainSrcTrafficData,
	"DescribeDomainQpsData":             describeDomainQpsData,
	"DescribeDomainHitRateData":         describeDomainHitRateData,
	"DescribeDomainReqHitRateData":      describeDomainReqHitRateData,
	"DescribeDomainAverageResponseTime": describeDomainAverageResponseTime,
	"DescribeDomainHttpCodeData":        httpCodes((*state).query, "HttpCodeData", "CodeProportionData", nil),
	"DescribeDomainSrcHttpCodeData":     httpCodes((*state).query, "HttpCodeData", "CodeProportionData", isMiss),

	"DescribeDomainRealTimeBpsData":         describeDomainRealTimeBpsData,
	"DescribeDomainRealTimeQpsData":         describeDomainRealTimeQpsData,
	"DescribeDomainRealTimeByteHitRateData": describeDomainRealTimeByteHitRateData,
	"DescribeDomainRealTimeReqHitRateData":  describeDomainRealTimeReqHitRateData,
	"DescribeDomainRealTimeTrafficData":     describeDomainRealTimeTrafficData,
	"DescribeDomainRealTimeSrcBpsData":      describeDomainRealTimeSrcBpsData,
	"DescribeDomainRealTimeSrcTrafficData":  describeDomainRealTimeSrcTrafficData,
	"DescribeDomainRealTimeHttpCodeData": httpCodes((*state).realTimeCodes,
		"RealTimeHttpCodeData", "RealTimeCodeProportionData", nil),
	"DescribeDomainRealTimeSrcHttpCodeData": httpCodes((*state).realTimeCodes,
		"RealTimeSrcHttpCodeData", "RealTimeSrcCodeProportionData", isMiss),

	"DescribeDomainISPData":                describeDomainISPData,
	"DescribeDomainRegionData":             describeDomainRegionData,
	"DescribeDomainUvData":                 describeDomainUvData,
	"DescribeDomainPvData":                 describeDomainPvData,
	"DescribeDomainFileSizeProportionData": describeDomainFileSizeProportionData,
	"DescribeDomainTopReferVisit":          describeDomainTopReferVisit,
	"DescribeDomainTopUrlVisit":            describeDomainTopUrlVisit,
	"DescribeDomainsUsageByDay":            describeDomainsUsageByDay,
	"DescribeTopDomainsByFlow":             describeTopDomainsByFlow,

	"DescribeCdnRegionAndIsp":                describeCdnRegionAndIsp,
	"DescribeDomainBpsDataByTimeStamp":       describeDomainBpsDataByTimeStamp,
	"DescribeRangeDataByLocateAndIspService": describeRangeDataByLocateAndIspService,
	"DescribeL2VipsByDomain":                 describeL2VipsByDomain,
}

const (
	hour = time.Hour
	day  = 24 * time.Hour
)

// window is the time that a data action looks at.
type window struct {
	start, end time.Time
	interval   time.Duration
	slots      []slot
}

// seconds is the length of the whole window.
func (w window) seconds() float64 { return w.end.Sub(w.start).Seconds() }

// span is all of the window that is in the past, as one slot.
func (w window) span(now time.Time) slot {
	from := minuteOf(w.start)
	return slot{from: from, to: max(from, min(minuteOf(w.end.Add(time.Minute-1)), minuteOf(now)))}
}

// echo adds what answers say about the window.
func (w window) echo(o object) object {
	o["StartTime"] = utc(w.start)
	o["EndTime"] = utc(w.end)
	o["DataInterval"] = strconv.Itoa(int(w.interval / time.Second))
	return o
}

// windowRule says what StartTime and EndTime an action accepts.
type windowRule struct {
	fallback time.Duration // what is looked at without StartTime and EndTime
	longest  time.Duration
	single   bool            // one of the two is enough; fallback makes the other
	mismatch types.ErrorCode // for an EndTime that is not after StartTime
	tooLong  types.ErrorCode
}

// pairRule returns the rule of most actions.
func pairRule(fallback, longest time.Duration) windowRule {
	return windowRule{
		fallback: fallback,
		longest:  longest,
		mismatch: types.InvalidEndTimeMismatch,
		tooLong:  types.InvalidStartTimeValueNotSupported,
	}
}

// window reads StartTime and EndTime. Without them the window ends with the
// last whole 5 minutes of the clock, or minute where the fallback is an hour.
func (c *call) window(rule windowRule) (window, *fault) {
	start, hasStart := c.time("StartTime")
	end, hasEnd := c.time("EndTime")
	if hasStart != hasEnd && !rule.single {
		if documents(c.action, types.MissingTimeParameter) {
			return window{}, c.fault(types.MissingTimeParameter)
		}
		return window{}, c.fault(types.MissingParameter)
	}
	switch {
	case !hasStart && !hasEnd:
		grain := 5 * time.Minute
		if rule.fallback <= hour {
			grain = time.Minute
		}
		end = c.now.UTC().Truncate(grain)
		start = end.Add(-rule.fallback)
	case !hasStart:
		start = end.Add(-rule.fallback)
	case !hasEnd:
		end = start.Add(rule.fallback)
	}
	if !end.After(start) {
		return window{}, c.fault(rule.mismatch)
	}
	if end.Sub(start) > rule.longest {
		return window{}, c.fault(rule.tooLong)
	}
	return window{start: start, end: end}, nil
}

// cut returns the window divided into intervals.
func (w window) cut(interval time.Duration, now time.Time) window {
	w.interval = interval
	w.slots = slots(w.start, w.end, interval, now)
	return w
}

// interval returns the Interval asked for if the span of the window allows it,
// otherwise the finest that it allows.
func (c *call) interval(w window) time.Duration {
	finest := 5 * time.Minute
	switch span := w.end.Sub(w.start); {
	case span > 31*day:
		finest = day
	case span > 3*day:
		finest = hour
	}
	asked := time.Duration(c.int("Interval", 0)) * time.Second
	if asked < finest || !slices.Contains([]time.Duration{5 * time.Minute, hour, day}, asked) {
		return finest
	}
	return asked
}

// measured returns the domains that a data action is about: those that the
// parameter names, which have to serve requests, or else all that do.
func (s *state) measured(c *call, names []string) ([]string, *fault) {
	if len(names) == 0 {
		return s.servingDomains(c), nil
	}
	var found []string
	for _, name := range names {
		d, no := s.serving(c, name)
		if no != nil {
			return nil, no
		}
		found = append(found, d.name)
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

// servingDomains returns the names of all domains that serve requests, in order.
func (s *state) servingDomains(c *call) []string {
	var names []string
	for name := range s.domains {
		if _, no := s.serving(c, name); no == nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// single refuses several domains where the action takes one.
func (c *call) single(param string) *fault {
	if len(c.list(param)) > 1 {
		return c.fault(types.InvalidDomainNameValueNotSupported)
	}
	return nil
}

// within returns the filter that LocationNameEn and IspNameEn ask for, nil
// without both.
func (c *call) within() (filter, *fault) {
	location, network := c.get("LocationNameEn"), c.get("IspNameEn")
	if location == "" && network == "" {
		return nil, nil
	}
	region, isp := findRegion(location), findISP(network)
	if location != "" && region == nil {
		return nil, unknownPlace("LocationNameEn")
	}
	if network != "" && isp == nil {
		return nil, unknownPlace("IspNameEn")
	}
	return func(sm *sample) bool {
		return (region == nil || sm.place.region == region) && (isp == nil || sm.place.isp == isp)
	}, nil
}

func unknownPlace(param string) *fault {
	return fail(http.StatusBadRequest, types.InvalidParameter,
		"The specified value of parameter "+param+" is not one of those that DescribeCdnRegionAndIsp lists.")
}

// stamp writes a minute as TimeStamp.
func stamp(minute int64) string { return utc(time.Unix(minute*60, 0)) }

// whole writes an integer as the string that most measured values are.
func whole(n int64) string { return strconv.FormatInt(n, 10) }

// plain writes a number without an exponent and without needless decimals.
func plain(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// double writes a number as Java does, which the service often lets through:
// with a decimal even if it is whole, and with an exponent from 10 million up
// and below a thousandth (1.0747912780000001E8, 2.3148148148148147E-5).
func double(f float64) string {
	if size := math.Abs(f); f == 0 || size >= 1e-3 && size < 1e7 {
		return withDecimal(plain(f))
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'E', -1, 64), "E")
	sign := ""
	if exponent[0] == '-' {
		sign = "-"
	}
	return withDecimal(mantissa) + "E" + sign + strings.TrimLeft(exponent, "+-0")
}

func withDecimal(text string) string {
	if strings.Contains(text, ".") {
		return text
	}
	return text + ".0"
}

// bps returns the bandwidth, in bit/s, of so many bytes in so many seconds.
func bps(bytes int64, seconds float64) float64 { return float64(bytes) * 8 / seconds }

// percent returns how much of the whole the part is, 0 if there is nothing.
func percent(part, all int64) float64 { return ratio(part, all) * 100 }

// ratio is part divided by all, 0 if there is nothing.
func ratio(part, all int64) float64 {
	if all == 0 {
		return 0
	}
	return float64(part) / float64(all)
}

// hitRate returns the share of hits, in percent, when so much of all are misses.
func hitRate(misses, all int64) float64 { return percent(all-misses, all) }
