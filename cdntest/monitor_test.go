package cdntest_test

import (
	"cmp"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
)

// newDataCaller is a caller of a server with two domains.
func newDataCaller(t *testing.T, opts ...cdntest.Option) *caller {
	t.Helper()
	return newCaller(t, append([]cdntest.Option{cdntest.WithDomains("a.example.com", "b.example.com")}, opts...)...)
}

// wire writes a time as the parameters want it.
func wire(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05Z") }

// between makes the parameters StartTime and EndTime, relative to the clock.
func (c *caller) between(start, end time.Duration) []string {
	now := c.clock.Now()
	return []string{"StartTime", wire(now.Add(start)), "EndTime", wire(now.Add(end))}
}

// list returns the elements of a list of an answer.
func (a answer) list(t *testing.T, path string) []map[string]any {
	t.Helper()
	elements, ok := a.at(path).([]any)
	require.True(t, ok, "%s in %s", path, a.body)
	rows := make([]map[string]any, len(elements))
	for i, element := range elements {
		rows[i], ok = element.(map[string]any)
		require.True(t, ok, path)
	}
	return rows
}

// number reads a number, whether written as string or number.
func number(t *testing.T, value any) float64 {
	t.Helper()
	if f, ok := value.(float64); ok {
		return f
	}
	text, ok := value.(string)
	require.True(t, ok, "%v", value)
	f, err := strconv.ParseFloat(text, 64)
	require.NoError(t, err)
	return f
}

// series returns a value of each element of a list by its TimeStamp.
func (a answer) series(t *testing.T, path, name string) map[string]float64 {
	t.Helper()
	values := make(map[string]float64)
	for _, row := range a.list(t, path) {
		at, ok := row["TimeStamp"].(string)
		require.True(t, ok)
		assert.NotContains(t, values, at)
		values[at] = number(t, row[name])
	}
	return values
}

// total adds up a value of all elements of a list.
func (a answer) total(t *testing.T, path, name string) float64 {
	t.Helper()
	sum := 0.0
	for _, row := range a.list(t, path) {
		sum += number(t, row[name])
	}
	return sum
}

// The lists of the answers.
const (
	bpsList        = "BpsDataPerInterval.DataModule"
	trafficList    = "TrafficDataPerInterval.DataModule"
	srcBpsList     = "SrcBpsDataPerInterval.DataModule"
	srcTrafficList = "SrcFlowDataPerInterval.DataModule"
	qpsList        = "QpsDataInterval.DataModule"
	hitRateList    = "HitRateInterval.DataModule"
	reqHitRateList = "ReqHitRateInterval.DataModule"
)

func TestDataAnswersLookLikeTheSamples(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	params := append(c.between(-hour, 0),
		"DomainName", "a.example.com", "DomainNames", "a.example.com", "Field", "traf",
		"LocationNames", "liaoning,guangxi", "IspNames", "telecom,unicom", "TimePoint", wire(c.clock.Now().Add(-hour)))
	for _, action := range []string{
		"DescribeDomainBpsData", "DescribeDomainSrcBpsData", "DescribeDomainTrafficData", "DescribeDomainSrcTrafficData",
		"DescribeDomainQpsData", "DescribeDomainHitRateData", "DescribeDomainReqHitRateData",
		"DescribeDomainAverageResponseTime", "DescribeDomainHttpCodeData", "DescribeDomainSrcHttpCodeData",
		"DescribeDomainRealTimeBpsData", "DescribeDomainRealTimeQpsData", "DescribeDomainRealTimeByteHitRateData",
		"DescribeDomainRealTimeReqHitRateData", "DescribeDomainRealTimeTrafficData", "DescribeDomainRealTimeSrcBpsData",
		"DescribeDomainRealTimeSrcTrafficData", "DescribeDomainRealTimeHttpCodeData", "DescribeDomainRealTimeSrcHttpCodeData",
		"DescribeDomainISPData", "DescribeDomainRegionData", "DescribeDomainUvData", "DescribeDomainPvData",
		"DescribeDomainFileSizeProportionData", "DescribeDomainTopReferVisit", "DescribeDomainTopUrlVisit",
		"DescribeDomainsUsageByDay", "DescribeTopDomainsByFlow", "DescribeCdnRegionAndIsp",
		"DescribeDomainBpsDataByTimeStamp", "DescribeRangeDataByLocateAndIspService", "DescribeL2VipsByDomain",
		"DescribeDomainUsageData",
	} {
		assertShape(t, action, c.ok(action, params...))
	}
}

// Traffic is the integral of bandwidth, exactly, at each interval.
func TestTrafficIsTheIntegralOfBandwidth(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	for interval, span := range map[string]time.Duration{"300": 6 * hour, "3600": day, "86400": 3 * day} {
		seconds, err := strconv.ParseFloat(interval, 64)
		require.NoError(t, err)
		params := append(c.between(-span, 0), "Interval", interval)
		bandwidth := c.ok("DescribeDomainBpsData", params...)
		traffic := c.ok("DescribeDomainTrafficData", params...)
		assert.Equal(t, interval, bandwidth.at("DataInterval"))
		for _, name := range []string{
			"Value", "DomesticValue", "OverseasValue", "HttpsValue", "HttpsDomesticValue", "HttpsOverseasValue",
		} {
			assertIntegral(t, bandwidth.series(t, bpsList, name), traffic.series(t, trafficList, name), seconds)
		}
		fromOrigin := c.ok("DescribeDomainSrcBpsData", params...)
		trafficFromOrigin := c.ok("DescribeDomainSrcTrafficData", params...)
		for _, name := range []string{"Value", "HttpsValue"} {
			assertIntegral(t, fromOrigin.series(t, srcBpsList, name), trafficFromOrigin.series(t, srcTrafficList, name), seconds)
		}
	}
}

func assertIntegral(t *testing.T, bandwidth, traffic map[string]float64, seconds float64) {
	t.Helper()
	require.NotEmpty(t, bandwidth)
	integral := make(map[string]float64)
	for at, bps := range bandwidth {
		integral[at] = bps * seconds / 8
	}
	assert.Equal(t, traffic, integral)
	assert.Positive(t, slices.Min(slices.Collect(maps.Values(traffic))))
}

func TestPartsAddUpToTheWhole(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-2*hour, 0)
	tests := []struct{ action, list, prefix string }{
		{"DescribeDomainBpsData", bpsList, ""},
		{"DescribeDomainTrafficData", trafficList, ""},
		{"DescribeDomainQpsData", qpsList, "Acc"},
	}
	for _, test := range tests {
		a := c.ok(test.action, window...)
		require.Len(t, a.list(t, test.list), 24, test.action)
		for _, row := range a.list(t, test.list) {
			value := func(name string) float64 { return number(t, row[name]) }
			assert.InDelta(t, value(test.prefix+"Value"), value(test.prefix+"DomesticValue")+value(test.prefix+"OverseasValue"), 0)
			https := "Https" + test.prefix
			assert.InDelta(t, value(https+"Value"), value(https+"DomesticValue")+value(https+"OverseasValue"), 0)
			assert.Less(t, value(https+"Value"), value(test.prefix+"Value"))
			assert.Less(t, value(test.prefix+"OverseasValue"), value(test.prefix+"DomesticValue"))
		}
	}
}

func TestCoarserIntervalsAreMadeOfFinerOnes(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	totals := func(a answer, list, name string) float64 { return a.total(t, list, name) }
	whole := c.between(-8*hour-2*day, -8*hour) // whole days
	byInterval := func(action, list, name string) (sums []float64) {
		for _, interval := range []string{"300", "3600", "86400"} {
			sums = append(sums, totals(c.ok(action, append(whole, "Interval", interval)...), list, name))
		}
		return sums
	}
	traffic := byInterval("DescribeDomainTrafficData", trafficList, "Value")
	assert.InDeltaSlice(t, []float64{traffic[0], traffic[0]}, traffic[1:], 0)
	requests := byInterval("DescribeDomainQpsData", qpsList, "AccValue")
	assert.InDeltaSlice(t, []float64{requests[0], requests[0]}, requests[1:], 0)
	bandwidth := byInterval("DescribeDomainBpsData", bpsList, "Value")
	assert.InDelta(t, bandwidth[0]/12, bandwidth[1], 1e-3)
	assert.InDelta(t, bandwidth[1]/24, bandwidth[2], 1e-3)

	domain := []string{"DomainName", "a.example.com"}
	lastHour := append(c.between(-hour, 0), domain...)
	minutes := c.ok("DescribeDomainRealTimeTrafficData", lastHour...)
	assert.Equal(t, "60", minutes.at("DataInterval"))
	assert.Len(t, minutes.list(t, "RealTimeTrafficDataPerInterval.DataModule"), 60)
	fiveMinutes := c.ok("DescribeDomainTrafficData", lastHour...)
	assert.InDelta(t, totals(fiveMinutes, trafficList, "Value"), totals(minutes, "RealTimeTrafficDataPerInterval.DataModule", "Value"), 0)
}

func TestBandwidthOfAMinuteIsWhole(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	domain := []string{"DomainName", "a.example.com"}
	bandwidth := c.ok("DescribeDomainRealTimeBpsData", domain...).series(t, "Data.BpsModel", "Bps")
	traffic := c.ok("DescribeDomainRealTimeTrafficData", domain...).series(t, "RealTimeTrafficDataPerInterval.DataModule", "Value")
	assertIntegral(t, bandwidth, traffic, 60)
	for at, bps := range bandwidth {
		assert.Zero(t, int64(bps)%8, at)
	}
	fromOrigin := c.ok("DescribeDomainRealTimeSrcBpsData", domain...).series(t, "RealTimeSrcBpsDataPerInterval.DataModule", "Value")
	trafficFromOrigin := c.ok("DescribeDomainRealTimeSrcTrafficData", domain...).series(t, "RealTimeSrcTrafficDataPerInterval.DataModule", "Value")
	assertIntegral(t, fromOrigin, trafficFromOrigin, 60)
	hits := c.ok("DescribeDomainRealTimeByteHitRateData", domain...).series(t, "Data.ByteHitRateModel", "ByteHitRate")
	for at, rate := range hits {
		assert.InEpsilon(t, bandwidth[at]*(1-rate), fromOrigin[at], 1e-9, at)
	}
}

func TestOriginGetsWhatIsNoHit(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	for interval, span := range map[string]time.Duration{"300": hour, "3600": day, "86400": 3 * day} {
		params := append(c.between(-span, 0), "DomainName", "b.example.com", "Interval", interval)
		bandwidth, fromOrigin, hits := c.ok("DescribeDomainBpsData", params...), c.ok("DescribeDomainSrcBpsData", params...), c.ok("DescribeDomainHitRateData", params...)
		for rate, value := range map[string]string{"Value": "Value", "HttpsValue": "HttpsValue"} {
			all, misses := bandwidth.series(t, bpsList, value), fromOrigin.series(t, srcBpsList, value)
			for at, percent := range hits.series(t, hitRateList, rate) {
				assert.InEpsilon(t, all[at]*(1-percent/100), misses[at], 1e-9, at)
			}
		}
	}
	window := c.between(-2*hour, 0)
	requests := c.ok("DescribeDomainQpsData", window...).series(t, qpsList, "AccValue")
	hits := c.ok("DescribeDomainReqHitRateData", window...).series(t, reqHitRateList, "Value")
	for at, misses := range counts(t, c.ok("DescribeDomainSrcHttpCodeData", window...), "HttpCodeData.UsageData", "CodeProportionData") {
		assert.InEpsilon(t, requests[at]*(1-hits[at]/100), misses, 1e-9, at)
	}
}

// counts checks that the shares of the status codes of each interval add up to
// 100 and returns the sum of the counts.
func counts(t *testing.T, a answer, list, inner string) map[string]float64 {
	t.Helper()
	sums := make(map[string]float64)
	for _, row := range a.list(t, list) {
		shares, ok := row["Value"].(map[string]any)[inner].([]any)
		require.True(t, ok)
		at, percent := row["TimeStamp"].(string), 0.0
		for _, share := range shares {
			code := share.(map[string]any)
			percent += number(t, code["Proportion"])
			sums[at] += number(t, code["Count"])
		}
		assert.InDelta(t, 100, percent, 1e-9, at)
	}
	require.NotEmpty(t, sums)
	return sums
}

func TestStatusCodesAddUp(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	for _, params := range [][]string{
		{"Interval", "3600"},
		c.between(-hour, 0),
		append(c.between(-hour, 0), "DomainName", "a.example.com", "LocationNameEn", "guangdong"),
		{"DomainName", "a.example.com", "LocationNameEn", "guangdong", "IspNameEn", "mobile", "Interval", "86400"},
	} {
		requests := c.ok("DescribeDomainQpsData", params...).series(t, qpsList, "AccValue")
		assert.Equal(t, requests, counts(t, c.ok("DescribeDomainHttpCodeData", params...), "HttpCodeData.UsageData", "CodeProportionData"))
	}
	domain := []string{"DomainName", "a.example.com"}
	qps := c.ok("DescribeDomainRealTimeQpsData", domain...).series(t, "Data.QpsModel", "Qps")
	real := c.ok("DescribeDomainRealTimeHttpCodeData", domain...)
	for at, count := range counts(t, real, "RealTimeHttpCodeData.UsageData", "RealTimeCodeProportionData") {
		assert.InEpsilon(t, qps[at]*60, count, 1e-9)
	}
	newest := real.list(t, "RealTimeHttpCodeData.UsageData")[0]["TimeStamp"]
	assert.Equal(t, wire(c.clock.Now().Add(-time.Minute)), newest)
	source := c.ok("DescribeDomainRealTimeSrcHttpCodeData", domain...)
	hits := c.ok("DescribeDomainRealTimeReqHitRateData", domain...).series(t, "Data.ReqHitRateModel", "ReqHitRate")
	for at, count := range counts(t, source, "RealTimeSrcHttpCodeData.UsageData", "RealTimeSrcCodeProportionData") {
		assert.InEpsilon(t, qps[at]*60*(1-hits[at]), count, 1e-9)
	}
}

func TestDomainsAddUp(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	traffic := func(params ...string) answer {
		return c.ok("DescribeDomainTrafficData", append(params, "Interval", "3600")...)
	}
	a := traffic("DomainName", "a.example.com").series(t, trafficList, "Value")
	b := traffic("DomainName", "B.example.com").series(t, trafficList, "Value")
	both := traffic("DomainName", "a.example.com,b.example.com,a.example.com")
	assert.Equal(t, "a.example.com,b.example.com,a.example.com", both.at("DomainName"))
	all := traffic()
	for at, value := range all.series(t, trafficList, "Value") {
		assert.InDelta(t, value, a[at]+b[at], 0)
	}
	assert.Equal(t, all.list(t, trafficList), both.list(t, trafficList))
}

func TestRegionsAndISPsAddUp(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	names := c.ok("DescribeCdnRegionAndIsp")
	window := c.between(-hour, 0)
	whole := c.ok("DescribeDomainBpsData", window...).series(t, bpsList, "Value")
	for list, param := range map[string]string{"Isps.Isp": "IspNameEn", "Regions.Region": "LocationNameEn"} {
		sums := make(map[string]float64)
		for _, row := range names.list(t, list) {
			part := c.ok("DescribeDomainBpsData", append(window, param, row["NameEn"].(string))...)
			assert.Equal(t, row["NameEn"], part.at(param))
			assert.Empty(t, part.at(bpsList+".0.DomesticValue"))
			for at, value := range part.series(t, bpsList, "Value") {
				sums[at] += value
			}
		}
		assert.Equal(t, whole, sums, param)
	}
}

func TestUsersAreDividedWithoutRest(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-30*hour, -6*hour)
	traffic := c.ok("DescribeDomainTrafficData", window...).total(t, trafficList, "Value")
	requests := c.ok("DescribeDomainQpsData", window...).total(t, qpsList, "AccValue")
	for action, list := range map[string]string{
		"DescribeDomainISPData":    "Value.ISPProportionData",
		"DescribeDomainRegionData": "Value.RegionProportionData",
	} {
		a := c.ok(action, window...)
		assert.InDelta(t, traffic, a.total(t, list, "TotalBytes"), 0)
		assert.InDelta(t, requests, a.total(t, list, "TotalQuery"), 0)
		assert.InDelta(t, 100, a.total(t, list, "Proportion"), 1e-9)
		assert.InDelta(t, 100, a.total(t, list, "BytesProportion"), 1e-9)
		assert.InEpsilon(t, traffic*8/86400, a.total(t, list, "Bps"), 1e-9)
		assert.InEpsilon(t, requests/86400, a.total(t, list, "Qps"), 1e-9)
		former := 0.0
		for _, row := range a.list(t, list) {
			queries := number(t, row["TotalQuery"])
			assert.GreaterOrEqual(t, queries, former, "the smallest first")
			former = queries
			assert.InEpsilon(t, number(t, row["TotalBytes"])/queries, number(t, row["AvgObjectSize"]), 1e-9)
			assert.InEpsilon(t, number(t, row["AvgObjectSize"])/number(t, row["AvgResponseTime"]), number(t, row["AvgResponseRate"]), 1e-9)
		}
	}
}

func TestPagesAndVisitors(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	domain := []string{"DomainName", "a.example.com"}
	requests := c.ok("DescribeDomainQpsData", append(domain, "Interval", "3600")...).series(t, qpsList, "AccValue")
	assert.Equal(t, requests, c.ok("DescribeDomainPvData", domain...).series(t, "PvDataInterval.UsageData", "Value"))
	visitors := c.ok("DescribeDomainUvData", domain...).series(t, "UvDataInterval.UsageData", "Value")
	assert.Len(t, visitors, 24)
	for at, count := range visitors {
		assert.InDelta(t, requests[at]/10, count, requests[at]/30, at)
	}
	assert.Equal(t, "86400", c.ok("DescribeDomainPvData", append(c.between(-5*day, 0), domain...)...).at("DataInterval"))
	assert.Equal(t, "3600", c.ok("DescribeDomainUvData", append(c.between(-5*day, 0), domain...)...).at("DataInterval"))

	for _, row := range c.ok("DescribeDomainFileSizeProportionData", domain...).list(t, "FileSizeProportionDataInterval.UsageData") {
		sum := 0.0
		for _, share := range row["Value"].(map[string]any)["FileSizeProportionData"].([]any) {
			sum += number(t, share.(map[string]any)["Proportion"])
		}
		assert.InDelta(t, 100, sum, 1e-9)
	}
}

func TestRankings(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := append(c.between(-day, 0), "DomainName", "a.example.com")
	requests := c.ok("DescribeDomainQpsData", window...).total(t, qpsList, "AccValue")
	traffic := c.ok("DescribeDomainTrafficData", window...).total(t, trafficList, "Value")

	referrers := c.ok("DescribeDomainTopReferVisit", window...)
	assert.InDelta(t, requests, referrers.total(t, "TopReferList.ReferList", "VisitData"), 0)
	assert.InDelta(t, traffic, referrers.total(t, "TopReferList.ReferList", "Flow"), 0)
	assert.InDelta(t, 1, referrers.total(t, "TopReferList.ReferList", "VisitProportion"), 1e-9)
	assert.Equal(t, "-", referrers.at("TopReferList.ReferList.0.ReferDetail"))

	for sortBy, name := range map[string]string{"pv": "VisitData", "traf": "Flow"} {
		urls := c.ok("DescribeDomainTopUrlVisit", append(window, "SortBy", sortBy)...)
		assert.InDelta(t, requests, urls.total(t, "AllUrlList.UrlList", "VisitData"), 0)
		assert.InDelta(t, traffic, urls.total(t, "AllUrlList.UrlList", "Flow"), 0)
		classes := 0.0
		for _, list := range []string{"Url200List", "Url300List", "Url400List", "Url500List"} {
			classes += urls.total(t, list+".UrlList", "VisitData")
		}
		assert.InDelta(t, requests, classes, requests/100, "all but the requests without an answer")
		rows := urls.list(t, "AllUrlList.UrlList")
		assert.True(t, slices.IsSortedFunc(rows, func(a, b map[string]any) int {
			return cmp.Compare(number(t, b[name]), number(t, a[name]))
		}), sortBy)
		assert.Contains(t, rows[0]["UrlDetail"], "http://a.example.com/")
	}
}

func TestUsageByDay(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-8*hour-3*day, -8*hour)
	a := c.ok("DescribeDomainsUsageByDay", window...)
	days := a.list(t, "UsageByDays.UsageByDay")
	require.Len(t, days, 3)
	assert.Equal(t, "2019-05-17", days[0]["TimeStamp"])
	traffic := c.ok("DescribeDomainTrafficData", window...)
	assert.InDelta(t, traffic.total(t, trafficList, "Value"), number(t, a.at("UsageTotal.TotalTraffic")), 0)
	assert.InDelta(t, traffic.total(t, trafficList, "Value"), a.total(t, "UsageByDays.UsageByDay", "TotalTraffic"), 0)
	assert.InDelta(t, a.total(t, "UsageByDays.UsageByDay", "TotalAccess"), number(t, a.at("UsageTotal.TotalAccess")), 0)

	peak, at := 0.0, ""
	bandwidth := c.ok("DescribeDomainBpsData", append(window, "Interval", "300")...).series(t, bpsList, "Value")
	for _, minute := range slices.Sorted(maps.Keys(bandwidth)) {
		if bandwidth[minute] > peak {
			peak, at = bandwidth[minute], minute
		}
	}
	assert.InDelta(t, peak, number(t, a.at("UsageTotal.MaxBps")), 0)
	assert.Equal(t, strings.Replace(at, "T", " ", 1)[:16], a.at("UsageTotal.MaxBpsTime"))
	assert.Contains(t, a.at("UsageTotal.MaxBps"), "E", "written as Java does")

	future := c.ok("DescribeDomainsUsageByDay", c.between(day, 2*day)...)
	assert.Empty(t, future.list(t, "UsageByDays.UsageByDay"))
	assert.Equal(t, "0", future.at("UsageTotal.TotalTraffic"))
	assert.Equal(t, "2019-05-13T08:00:00Z", c.ok("DescribeDomainsUsageByDay").at("StartTime"), "a week")
}

func TestTopDomains(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t, cdntest.WithDomains("c.example.com", "d.example.com"))
	c.ok("StopCdnDomain", "DomainName", "d.example.com")
	a := c.ok("DescribeTopDomainsByFlow")
	assert.Equal(t, "2019-05-01T00:00:00Z", a.at("StartTime"), "the month so far")
	assert.InDelta(t, 4, a.at("DomainCount"), 0)
	assert.InDelta(t, 3, a.at("DomainOnlineCount"), 0)
	top := a.list(t, "TopDomains.TopDomain")
	require.Len(t, top, 3)
	assert.InDelta(t, 100, a.total(t, "TopDomains.TopDomain", "TrafficPercent"), 1e-9)
	for i, row := range top {
		assert.InDelta(t, i+1, row["Rank"], 0)
		traffic := c.ok("DescribeDomainTrafficData", "DomainName", row["DomainName"].(string),
			"StartTime", "2019-05-01T00:00:00Z", "EndTime", wire(c.clock.Now()))
		assert.InDelta(t, traffic.total(t, trafficList, "Value"), row["TotalTraffic"], 0)
	}
	assert.Len(t, c.ok("DescribeTopDomainsByFlow", "Limit", "2").list(t, "TopDomains.TopDomain"), 2)
}

func TestPlacesAtATime(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	at := c.clock.Now().Add(-30 * time.Minute)
	names := c.ok("DescribeCdnRegionAndIsp")
	var locations, networks []string
	for _, row := range names.list(t, "Regions.Region") {
		locations = append(locations, row["NameEn"].(string))
	}
	for _, row := range names.list(t, "Isps.Isp") {
		networks = append(networks, row["NameEn"].(string))
	}
	a := c.ok("DescribeDomainBpsDataByTimeStamp", "DomainName", "a.example.com", "TimePoint", wire(at.Add(2*time.Minute)),
		"LocationNames", strings.Join(locations, ","), "IspNames", strings.Join(networks, ","))
	assert.Equal(t, wire(at), a.at("TimeStamp"))
	window := []string{"StartTime", wire(at), "EndTime", wire(at.Add(5 * time.Minute))}
	whole := c.ok("DescribeDomainBpsData", append(window, "DomainName", "a.example.com")...).total(t, bpsList, "Value")
	assert.InDelta(t, whole, a.total(t, "BpsDataList.BpsDataModel", "Bps"), 0)

	document := decodeRange(t, c.ok("DescribeRangeDataByLocateAndIspService", append(window, "DomainNames", "a.example.com")...))
	assert.Equal(t, "Ok", document["description"])
	moment, ok := document[strconv.FormatInt(at.Unix(), 10)].(map[string]any)
	require.True(t, ok)
	bandwidth, empty := 0.0, 0
	for _, row := range moment {
		for _, value := range row.(map[string]any) {
			cell := value.(map[string]any)
			if len(cell) == 0 {
				empty++
				continue
			}
			bandwidth += cell["bandwidth"].(float64)
			codes := 0.0
			for _, count := range cell["http_codes"].(map[string]any) {
				codes += count.(float64)
			}
			assert.InDelta(t, cell["pv"], codes, 0)
		}
	}
	assert.InDelta(t, whole, bandwidth, 1e-3)
	assert.Positive(t, empty, "an ISP without requests is an empty object")

	one := decodeRange(t, c.ok("DescribeRangeDataByLocateAndIspService",
		append(window, "DomainNames", "a.example.com", "LocationNames", "tianjin", "IspNames", "telecom")...))
	assert.Len(t, one, 3)
	assert.Contains(t, one[strconv.FormatInt(at.Unix(), 10)], "天津市")
}

func TestBlocksOfTheSecondLayer(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	a := c.ok("DescribeL2VipsByDomain", "DomainName", "a.example.com")
	assert.Len(t, a.at("Vips.Vip"), 7)
	assert.Equal(t, a.at("Vips"), c.ok("DescribeL2VipsByDomain", "DomainName", "a.example.com").at("Vips"))
}

func TestWindows(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	domain := []string{"DomainName", "a.example.com"}
	tests := []struct {
		action, list      string
		start, end        time.Duration
		asked             string
		interval          string
		points            int
		first             time.Duration
		withoutParameters bool
	}{
		{action: "DescribeDomainBpsData", list: bpsList, withoutParameters: true, interval: "300", points: 288, first: -day},
		{action: "DescribeDomainBpsData", list: bpsList, start: -3 * day, interval: "300", points: 864, first: -3 * day},
		{action: "DescribeDomainBpsData", list: bpsList, start: -4 * day, asked: "300", interval: "3600", points: 96, first: -4 * day},
		{action: "DescribeDomainBpsData", list: bpsList, start: -32 * day, interval: "86400", points: 33, first: -32*day - 8*hour},
		{action: "DescribeDomainBpsData", list: bpsList, start: -366 * day, asked: "3600", interval: "86400", points: 367, first: -366*day - 8*hour},
		{action: "DescribeDomainBpsData", list: bpsList, start: -hour, asked: "60", interval: "300", points: 12, first: -hour},
		{action: "DescribeDomainBpsData", list: bpsList, start: -13 * time.Minute, end: -4 * time.Minute, interval: "300", points: 3, first: -15 * time.Minute},
		{action: "DescribeDomainBpsData", list: bpsList, start: -5 * time.Minute, end: hour, interval: "300", points: 1, first: -5 * time.Minute},
		{action: "DescribeDomainBpsData", list: bpsList, start: hour, end: 2 * hour, interval: "300"},
		{
			action: "DescribeDomainRealTimeTrafficData", list: "RealTimeTrafficDataPerInterval.DataModule",
			withoutParameters: true, interval: "60", points: 60, first: -hour,
		},
		{
			action: "DescribeDomainRealTimeTrafficData", list: "RealTimeTrafficDataPerInterval.DataModule",
			start: -2 * hour, interval: "300", points: 24, first: -2 * hour,
		},
		{
			action: "DescribeDomainRealTimeTrafficData", list: "RealTimeTrafficDataPerInterval.DataModule",
			start: -4 * day, interval: "3600", points: 96, first: -4 * day,
		},
	}
	for _, test := range tests {
		params := slices.Clone(domain)
		if !test.withoutParameters {
			params = append(params, c.between(test.start, test.end)...)
		}
		if test.asked != "" {
			params = append(params, "Interval", test.asked)
		}
		a := c.ok(test.action, params...)
		assert.Equal(t, test.interval, a.at("DataInterval"), test)
		rows := a.list(t, test.list)
		if assert.Len(t, rows, test.points, test) && test.points > 0 {
			assert.Equal(t, wire(c.clock.Now().Add(test.first)), rows[0]["TimeStamp"], test)
		}
	}
}

// A model action does with one of StartTime and EndTime.
func TestHalfWindows(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	at := c.clock.Now().Add(-3 * hour)
	for _, param := range []string{"StartTime", "EndTime"} {
		a := c.ok("DescribeDomainRealTimeBpsData", "DomainName", "a.example.com", param, wire(at))
		rows := a.list(t, "Data.BpsModel")
		require.Len(t, rows, 60)
		newest := at.Add(-time.Minute)
		if param == "StartTime" {
			newest = newest.Add(hour)
		}
		assert.Equal(t, wire(newest), rows[0]["TimeStamp"], "the newest first")
	}
}

func TestTheHourUnderWayGrows(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	params := append(c.between(0, hour), "DomainName", "a.example.com", "Interval", "3600")
	assert.Empty(t, c.ok("DescribeDomainTrafficData", params...).list(t, trafficList))
	former := 0.0
	for range 6 {
		c.clock.Advance(10 * time.Minute)
		now := c.ok("DescribeDomainTrafficData", params...).total(t, trafficList, "Value")
		assert.Greater(t, now, former)
		former = now
	}
	c.clock.Advance(hour)
	assert.InDelta(t, former, c.ok("DescribeDomainTrafficData", params...).total(t, trafficList, "Value"), 0)
}

func TestSeedsMakeSeries(t *testing.T) {
	t.Parallel()
	get := func(seed uint64) map[string]any {
		c := newDataCaller(t, cdntest.WithSeed(seed))
		a := c.ok("DescribeDomainBpsData").json
		delete(a, "RequestId")
		return a
	}
	first, again, other := get(1), get(1), get(2)
	assert.Equal(t, first, again)
	assert.NotEqual(t, first, other)
}

func TestDataActionsRefuse(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t, cdntest.WithDomains("off.example.com"))
	c.ok("StopCdnDomain", "DomainName", "off.example.com")
	c.clock.Advance(hour)
	c.add("new.example.com")
	now := c.clock.Now()
	one := []string{"DomainName", "a.example.com"}
	const pair = "StartTime and EndTime can not be single."
	tests := []struct {
		action        string
		params        []string
		status        int
		code, message string
	}{
		{"DescribeDomainBpsData", []string{"DomainName", "x.example.com"}, http.StatusNotFound, "InvalidDomain.NotFound", ""},
		{"DescribeDomainBpsData", []string{"DomainName", "a.example.com,x.example.com"}, http.StatusNotFound, "InvalidDomain.NotFound", ""},
		{"DescribeDomainQpsData", []string{"DomainName", "off.example.com"}, http.StatusNotFound, "InvalidDomain.Offline", ""},
		{"DescribeDomainQpsData", []string{"DomainName", "new.example.com"}, http.StatusForbidden, "ServiceBusy", ""},
		{"DescribeDomainBpsData", []string{"StartTime", wire(now)}, http.StatusBadRequest, "MissingParameter", pair},
		{"DescribeDomainPvData", append([]string{"EndTime", wire(now)}, one...), http.StatusBadRequest, "MissingParameter", pair},
		{"DescribeDomainBpsData", c.between(0, -hour), http.StatusBadRequest, "InvalidEndTime.Mismatch", "Specified EndTime does not math the specified StartTime."},
		{"DescribeDomainSrcBpsData", c.between(0, 0), http.StatusBadRequest, "InvalidEndTime.Mismatch", "Specified end time does not math the specified start time."},
		{"DescribeDomainBpsData", c.between(-367*day, 0), http.StatusBadRequest, "InvalidStartTime.ValueNotSupported", "The specified value of parameter StartTime is not supported."},
		{"DescribeDomainAverageResponseTime", c.between(-91*day, 0), http.StatusBadRequest, "InvalidStartTime.ValueNotSupported", ""},
		{"DescribeDomainISPData", c.between(-91*day, 0), http.StatusBadRequest, "InvalidStartTime.ValueNotSupported", ""},
		{"DescribeDomainBpsData", []string{"LocationNameEn", "atlantis"}, http.StatusBadRequest, "InvalidParameter", ""},
		{"DescribeDomainBpsData", []string{"IspNameEn", "carrierpigeon"}, http.StatusBadRequest, "InvalidParameter", ""},
		{"DescribeDomainUvData", []string{"DomainName", "a.example.com,b.example.com"}, http.StatusBadRequest, "InvalidDomainName.ValueNotSupported", ""},
		{"DescribeDomainsUsageByDay", []string{"DomainName", "a.example.com,b.example.com"}, http.StatusBadRequest, "InvalidDomainName.ValueNotSupported", ""},
		{"DescribeDomainRealTimeBpsData", []string{"DomainName", "x.example.com"}, http.StatusBadRequest, "InvalidDomainName.Malformed", ""},
		{"DescribeDomainRealTimeQpsData", append(c.between(0, -hour), one...), http.StatusBadRequest, "InvalidTime.Malformed", "时间参数格式不正确"},
		{"DescribeDomainRealTimeTrafficData", append(c.between(-91*day, 0), one...), http.StatusBadRequest, "InvalidStartTime.ValueNotSupported", ""},
		{"DescribeDomainRealTimeSrcBpsData", append(c.between(-32*day, 0), one...), http.StatusBadRequest, "InvalidStartTime.ValueNotSupported", ""},
		{"DescribeDomainTopUrlVisit", append(c.between(-8*day, 0), one...), http.StatusBadRequest, "InvalidStartTime.ValueNotSupported", ""},
		{"DescribeDomainTopReferVisit", append(c.between(-100*day, -99*day), one...), http.StatusBadRequest, "InvalidStartTime.ValueNotSupported", ""},
		{
			"DescribeDomainBpsDataByTimeStamp",
			append([]string{"TimePoint", wire(now), "LocationNames", "atlantis", "IspNames", "telecom"}, one...),
			http.StatusBadRequest, "InvaildParameter", "LocationNames Not Supported",
		},
		{
			"DescribeDomainBpsDataByTimeStamp",
			append([]string{"TimePoint", wire(now), "LocationNames", "tianjin", "IspNames", "carrierpigeon"}, one...),
			http.StatusBadRequest, "InvaildParameter", "IspNames Not Supported",
		},
		{"DescribeRangeDataByLocateAndIspService", append(c.between(-hour-time.Minute, 0), "DomainNames", "a.example.com"), http.StatusBadRequest, "InvalidTime.ValueNotSupported", ""},
		{"DescribeRangeDataByLocateAndIspService", append(c.between(-hour, 0), "DomainNames", "a.example.com,b.example.com"), http.StatusBadRequest, "InvalidDomainNames.Malformed", ""},
		{"DescribeRangeDataByLocateAndIspService", append(c.between(-hour, 0), "DomainNames", "x.example.com"), http.StatusNotFound, "InvalidDomain.NotFound", ""},
		{"DescribeRangeDataByLocateAndIspService", append(c.between(-hour, 0), "DomainNames", "a.example.com", "IspNames", "carrierpigeon"), http.StatusBadRequest, "InvalidParams", ""},
		{"DescribeL2VipsByDomain", []string{"DomainName", "x.example.com"}, http.StatusNotFound, "InvalidDomain.NotFound", ""},
	}
	for _, test := range tests {
		a := c.refused(test.status, test.code, test.action, test.params...)
		if test.message != "" {
			assert.Equal(t, test.message, a.at("Message"), test.action)
		}
	}
}
