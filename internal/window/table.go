package window

import "time"

const (
	minute = time.Minute
	hour   = time.Hour
	day    = 24 * time.Hour
)

// The plans of the actions. The reference and today's documents differ in their
// limits; a window keeps to both. Where the reference says that a span is less
// than a limit, the longest window is a step short of it: at the limit itself
// the service answers with a coarser step.
var (
	// byInterval: the request has an Interval. The reference wants spans of
	// less than 3 and 31 days and has up to 90 days for 86400, as have the
	// Chinese documents of newer actions.
	byInterval = Plan{Grains: []Grain{
		{Step: 5 * minute, Span: 3*day - 5*minute},
		{Step: hour, Span: 31*day - hour},
		{Step: day, Span: 90 * day},
	}}

	// byUsage: of DescribeDomainUsageData, whose limits are inclusive.
	byUsage = Plan{Grains: []Grain{
		{Step: 5 * minute, Span: 3 * day},
		{Step: hour, Span: 31 * day},
		{Step: day, Span: 31 * day},
	}}

	// byMinute: the span alone decides. Today only up to an hour has a point a
	// minute, by the reference a day.
	byMinute = Plan{Grains: []Grain{{Step: minute, Span: hour}}}

	// byHour: the service chooses an hour or a day without saying when. A day
	// has hours in every sample.
	byHour = Plan{Grains: []Grain{{Step: hour, Span: day}}}

	// byVisitors: always hours, of at most 90 days.
	byVisitors = Plan{Grains: []Grain{{Step: hour, Span: 90 * day}}}

	// byDay: always days, of at most 90 of them.
	byDay = Plan{Grains: []Grain{{Step: day, Span: 90 * day}}}

	// byPlace: 5 minutes, of at most an hour today.
	byPlace = Plan{Grains: []Grain{{Step: 5 * minute, Span: hour}}}

	// byDetail: minutes, of at most 10 of them.
	byDetail = Plan{Grains: []Grain{{Step: minute, Span: 10 * minute}}}

	// byShare: an answer is one distribution, of whatever span. What a day is
	// depends on how the service reads the times, so days are counted from the
	// start.
	byShare = Plan{Grains: []Grain{{Step: day, Span: day}}, Floating: true}
)

var table = map[string]Plan{
	"DescribeDomainBpsData":             byInterval,
	"DescribeDomainTrafficData":         byInterval,
	"DescribeDomainQpsData":             byInterval,
	"DescribeDomainHitRateData":         byInterval,
	"DescribeDomainReqHitRateData":      byInterval,
	"DescribeDomainHttpCodeData":        byInterval,
	"DescribeDomainSrcBpsData":          byInterval,
	"DescribeDomainSrcTrafficData":      byInterval,
	"DescribeDomainSrcHttpCodeData":     byInterval,
	"DescribeDomainAverageResponseTime": byInterval,
	"DescribeDomainBpsDataByLayer":      byInterval,
	"DescribeDomainQpsDataByLayer":      byInterval,
	"DescribeDomainHttpCodeDataByLayer": byInterval,
	"DescribeDomainSrcQpsData":          byInterval,

	"DescribeDomainRealTimeBpsData":         byMinute,
	"DescribeDomainRealTimeQpsData":         byMinute,
	"DescribeDomainRealTimeTrafficData":     byMinute,
	"DescribeDomainRealTimeByteHitRateData": byMinute,
	"DescribeDomainRealTimeReqHitRateData":  byMinute,
	"DescribeDomainRealTimeHttpCodeData":    byMinute,
	"DescribeDomainRealTimeSrcBpsData":      byMinute,
	"DescribeDomainRealTimeSrcTrafficData":  byMinute,
	"DescribeDomainRealTimeSrcHttpCodeData": byMinute,

	"DescribeDomainPvData":                 byHour,
	"DescribeDomainFileSizeProportionData": byHour,
	"DescribeDomainUvData":                 byVisitors,
	"DescribeDomainISPData":                byShare,
	"DescribeDomainRegionData":             byShare,

	"DescribeRangeDataByLocateAndIspService": byPlace,
	"DescribeDomainDetailDataByLayer":        byPlace,
	"DescribeDomainMultiUsageData":           byPlace,
	"DescribeDomainRealTimeDetailData":       byDetail,

	"DescribeDomainsUsageByDay":  byDay,
	"DescribeDomainMax95BpsData": byDay,
	"DescribeDomainUsageData":    byUsage,
}

// Of returns the plan of an action; false if it has no series.
func Of(action string) (Plan, bool) {
	p, ok := table[action]
	return p, ok
}
