package cdntest_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

const (
	billTypeList   = "BillTypeData.BillTypeDataItem"
	billList       = "BillHistoryData.BillHistoryDataItem"
	predictionList = "BillPredictionData.BillPredictionDataItem"
)

// billed returns the quantities of a dimension under a name, added up by region
// and start of their period.
func billed(t *testing.T, a answer, dimension, name string) map[string]map[string]float64 {
	t.Helper()
	byArea := map[string]map[string]float64{}
	for _, row := range a.list(t, billList) {
		if row["Dimension"] != dimension {
			continue
		}
		for _, item := range row["BillingData"].(map[string]any)["BillingDataItem"].([]any) {
			item := item.(map[string]any)
			area := item["CdnRegion"].(string)
			if byArea[area] == nil {
				byArea[area] = map[string]float64{}
			}
			byArea[area][row["BillTime"].(string)] += number(t, item[name])
		}
	}
	return byArea
}

func TestBillTypes(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-day, 2*day)
	got := c.ok("DescribeCdnUserBillType", window...)
	assertShape(t, "DescribeCdnUserBillType", got)
	start, end := window[1], window[3]
	assert.Equal(t, []map[string]any{
		{"BillType": "hour_vas", "BillingCycle": "hour", "Dimension": "vas", "Product": "cdn", "StartTime": start, "EndTime": end},
		{"BillType": "hour_flow", "BillingCycle": "hour", "Dimension": "flow", "Product": "cdn", "StartTime": start, "EndTime": end},
	}, got.list(t, billTypeList))

	c.ok("ModifyCdnService", "InternetChargeType", "PayByBandwidth")
	assert.Len(t, c.ok("DescribeCdnUserBillType", window...).list(t, billTypeList), 2, "not yet")
	c.clock.Advance(8 * hour)
	rows := c.ok("DescribeCdnUserBillType", window...).list(t, billTypeList)
	require.Len(t, rows, 3)
	const midnight = "2019-05-20T16:00:00Z"
	assert.Equal(t, map[string]any{
		"BillType": "day_bandwidth", "BillingCycle": "day", "Dimension": "flow", "Product": "cdn", "StartTime": midnight, "EndTime": end,
	}, rows[1])
	assert.Equal(t, midnight, rows[2]["EndTime"])

	c.refused(badRequest, "InvalidTimeRange", "DescribeCdnUserBillType", c.between(-32*day, 0)...)
	c.refused(badRequest, "InvalidTimeRange", "DescribeCdnUserBillType", c.between(0, -day)...)
	c.refused(badRequest, "InvalidParameterStartTime", "DescribeCdnUserBillType", "StartTime", "x", "EndTime", end)
	closed := newCaller(t, cdntest.WithServiceClosed())
	closed.ok("OpenCdnService", "InternetChargeType", "PayByBandwidth")
	rows = closed.ok("DescribeCdnUserBillType", closed.between(-day, day)...).list(t, billTypeList)
	require.Len(t, rows, 2)
	assert.Equal(t, "day_bandwidth", rows[1]["BillType"])
	assert.Equal(t, wire(closed.clock.Now()), rows[1]["StartTime"], "as of the opening")
}

// What is billed is what DescribeDomainUsageData has.
func TestBillsOfTrafficAreTheUsage(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-day, 0)
	bills := c.ok("DescribeCdnUserBillHistory", window...)
	flow, requests := billed(t, bills, "flow", "Flow"), billed(t, bills, "vas", "Count")
	require.Len(t, flow, 8)
	for area, hours := range flow {
		usage := c.ok("DescribeDomainUsageData", append(window, "Field", "traf", "Area", area, "Interval", "3600")...)
		assert.Equal(t, usage.series(t, usageList, "Value"), hours, area)
	}
	billedRequests := 0.0
	for _, hours := range requests {
		for _, n := range hours {
			billedRequests += n
		}
	}
	counted := 0.0
	for _, kind := range [][2]string{{"static", "http"}, {"dynamic", "http"}, {"dynamic", "https"}} {
		a := c.ok("DescribeDomainUsageData", append(window, "Field", "acc", "Area", "all", "Type", kind[0], "DataProtocol", kind[1])...)
		counted += a.total(t, usageList, "Value")
	}
	assert.InDelta(t, counted, billedRequests, 0)

	later := c.ok("DescribeCdnUserBillHistory", c.between(-90*time.Minute, hour)...)
	assert.Equal(t, "2019-05-20T07:00:00Z", later.at(billList+".0.BillTime"), "from the first whole hour")
	assert.Len(t, later.list(t, billList), 2, "to the last hour that is over")
	c.refused(badRequest, "InvalidTimeSpan", "DescribeCdnUserBillHistory", c.between(-32*day, 0)...)
	c.refused(badRequest, "InvalidEndTime.Mismatch", "DescribeCdnUserBillHistory", c.between(0, -day)...)
	c.refused(badRequest, "InvalidStartTime.Malformed", "DescribeCdnUserBillHistory", "StartTime", "x", "EndTime", "y")
}

func TestBillsOfBandwidthArePeaks(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t, cdntest.WithInternetChargeType(types.InternetChargeTypePayByBandwidth))
	assert.Equal(t, "PayByBandwidth", c.ok("DescribeCdnService").at("InternetChargeType"))
	bills := billed(t, c.ok("DescribeCdnUserBillHistory", c.between(-3*day, 0)...), "flow", "Bandwidth")
	require.Len(t, bills, 8)
	days := bills["CN"]
	require.Len(t, days, 2, "whole days of Beijing that are over")
	for midnight, peak := range days {
		start, err := time.Parse(time.RFC3339, midnight)
		require.NoError(t, err)
		assert.Equal(t, 16, start.Hour())
		usage := c.ok("DescribeDomainUsageData", "StartTime", midnight, "EndTime", wire(start.Add(day)), "Field", "bps", "Area", "CN", "Interval", "300")
		highest := 0.0
		for _, value := range usage.series(t, usageList, "Value") {
			highest = max(highest, value)
		}
		assert.InDelta(t, highest, peak, 0)
	}
	c.refused(badRequest, "BillTypeNotFound", "DescribeCdnUserBillPrediction")
}

// The clock is set to 16:00 of the 5th of a month in Beijing.
func newMonthlyCaller(t *testing.T, chargeType types.InternetChargeType) *caller {
	t.Helper()
	c := newDataCaller(t, cdntest.WithInternetChargeType(chargeType))
	c.clock.Advance(16 * day)
	return c
}

// fine returns the bandwidth of mainland China, 5 minutes by 5 minutes, from the
// start of the month up to two hours ago.
func fine(t *testing.T, c *caller) types.Values {
	t.Helper()
	var all types.Values
	start, end := time.Date(2019, 5, 31, 16, 0, 0, 0, time.UTC), c.clock.Now().Add(-2*hour)
	for ; start.Before(end); start = start.Add(day) {
		until := start.Add(day)
		if end.Before(until) {
			until = end
		}
		a := c.ok("DescribeDomainUsageData", "StartTime", wire(start), "EndTime", wire(until), "Field", "bps", "Area", "CN", "Interval", "300")
		for _, row := range a.list(t, usageList) {
			at, err := time.Parse(time.RFC3339, row["TimeStamp"].(string))
			require.NoError(t, err)
			all = append(all, types.Value{Time: at, Number: types.FloatNumber(number(t, row["Value"]))})
		}
	}
	return all
}

func TestForecasts(t *testing.T) {
	t.Parallel()
	mean := func(days []types.Values, of func(types.Values) types.Value) float64 {
		sum := 0.0
		for _, day := range days {
			sum += of(day).Number.Float64()
		}
		return sum / float64(len(days))
	}
	tests := map[types.InternetChargeType]struct {
		billType string
		want     func(all types.Values) (value float64, at time.Time)
	}{
		types.InternetChargeTypePayByBandwidth95: {"month_95", func(all types.Values) (float64, time.Time) {
			p := all.Percentile95()
			return p.Number.Float64(), p.Time
		}},
		types.InternetChargeTypePayByBandwidthMonth4th: {"month_4th_day_bandwidth", func(all types.Values) (float64, time.Time) {
			peaks := types.Values{}
			for _, day := range all.Days(nil) {
				peaks = append(peaks, day.Peak())
			}
			fourth := peaks.Rank(4)
			return fourth.Number.Float64(), fourth.Time
		}},
		types.InternetChargeTypePayByBandwidthMonthavg: {"month_avg_day_bandwidth", func(all types.Values) (float64, time.Time) {
			days := all.Days(nil)
			return mean(days[:len(days)-1], types.Values.Peak), time.Time{}
		}},
		types.InternetChargeTypePayByBandwidthMonthday95avg: {"month_avg_day_95", func(all types.Values) (float64, time.Time) {
			days := all.Days(nil)
			return mean(days[:len(days)-1], types.Values.Percentile95), time.Time{}
		}},
		types.InternetChargeTypePayByBandwidthNighthalf95: {"month_95_night_half", func(all types.Values) (float64, time.Time) {
			halved := slices.Clone(all)
			for i, value := range halved {
				if value.Time.Add(8*hour).Hour() < 8 {
					halved[i].Number = types.FloatNumber(value.Number.Float64() / 2)
				}
			}
			p := halved.Percentile95()
			return p.Number.Float64(), p.Time
		}},
	}
	for chargeType, test := range tests {
		t.Run(test.billType, func(t *testing.T) {
			t.Parallel()
			c := newMonthlyCaller(t, chargeType)
			got := c.ok("DescribeCdnUserBillPrediction")
			assert.Equal(t, test.billType, got.at("BillType"))
			assert.Equal(t, "2019-05-31T16:00:00Z", got.at("StartTime"))
			assert.Equal(t, wire(c.clock.Now().Add(-2*hour)), got.at("EndTime"))
			require.Len(t, got.list(t, predictionList), 8)
			row := got.list(t, predictionList)[0]
			value, at := test.want(fine(t, c))
			assert.Equal(t, "CN", row["Area"])
			assert.InEpsilon(t, value, row["Value"], 1e-9)
			if at.IsZero() {
				assert.NotContains(t, row, "TimeStp")
			} else {
				assert.Equal(t, wire(at), row["TimeStp"])
			}
		})
	}
}

func TestForecastAtTheStartOfTheMonth(t *testing.T) {
	t.Parallel()
	c := newMonthlyCaller(t, types.InternetChargeTypePayByBandwidth95)
	c.clock.Advance(time.Date(2019, 6, 30, 17, 0, 0, 0, time.UTC).Sub(c.clock.Now()))
	got := c.ok("DescribeCdnUserBillPrediction")
	assert.Equal(t, "2019-06-30T16:00:00Z", got.at("StartTime"))
	assert.Equal(t, "2019-06-30T16:00:00Z", got.at("EndTime"), "not before the start")
	assert.Zero(t, got.list(t, predictionList)[0]["Value"])
}

func TestForecastsAreAskedFor(t *testing.T) {
	t.Parallel()
	c := newMonthlyCaller(t, types.InternetChargeTypePayByBandwidthMonth4th)
	got := c.ok("DescribeCdnUserBillPrediction", "Area", "CN,OverSeas", "Dimension", "flow")
	assertShape(t, "DescribeCdnUserBillPrediction", got)
	rows := got.list(t, predictionList)
	require.Len(t, rows, 2)
	assert.Equal(t, "OverSeas", rows[1]["Area"])
	assert.Positive(t, rows[1]["Value"])

	short := c.ok("DescribeCdnUserBillPrediction", "StartTime", wire(c.clock.Now().Add(-2*day))).list(t, predictionList)[0]
	assert.Zero(t, short["Value"], "fewer than four days")
	assert.NotContains(t, short, "TimeStp")

	c.refused(badRequest, "BillTypeNotFound", "DescribeCdnUserBillPrediction", "Dimension", "vas")
	c.refused(badRequest, "InvalidParameter", "DescribeCdnUserBillPrediction", "Area", "moon")
	c.refused(badRequest, "InvalidStartTime.ValueNotSupported", "DescribeCdnUserBillPrediction", "StartTime", "2019-05-31T15:00:00Z")
	c.refused(badRequest, "InvalidStartTime.ValueNotSupported", "DescribeCdnUserBillPrediction",
		"StartTime", wire(c.clock.Now().Add(hour)), "EndTime", wire(c.clock.Now().Add(day)))
	c.refused(badRequest, "InvalidEndTime.Mismatch", "DescribeCdnUserBillPrediction", "EndTime", "2019-05-31T15:00:00Z")
	c.refused(badRequest, "InvalidTimeSpan", "DescribeCdnUserBillPrediction", "EndTime", "2019-09-01T00:00:00Z")

	c.ok("ModifyCdnService", "InternetChargeType", "PayByTraffic")
	c.clock.Advance(day)
	c.ok("DescribeCdnUserBillPrediction")
	c.clock.Advance(30 * day)
	c.refused(badRequest, "BillTypeNotFound", "DescribeCdnUserBillPrediction")
	bill := c.ok("DescribeCdnUserBillHistory", "StartTime", "2019-05-31T16:00:00Z", "EndTime", "2019-06-01T16:00:00Z").list(t, billList)[0]
	assert.Equal(t, "month_4th_day_bandwidth", bill["BillType"])
	assert.Equal(t, "2019-05-31T16:00:00Z", bill["BillTime"], "the whole month")
}

func TestAccountSettings(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithServiceClosed())
	assert.Equal(t, false, c.ok("DescribeUserCdnStatus").at("Enabled"))
	c.ok("OpenCdnService")
	status := c.ok("DescribeUserCdnStatus")
	assertShape(t, "DescribeUserCdnStatus", status)
	assert.Equal(t, true, status.at("Enabled"))
	assert.Equal(t, false, status.at("InDebt"))

	code := c.ok("DescribeCdnOrderCommodityCode", "CommodityCode", "cdnflowbag")
	assertShape(t, "DescribeCdnOrderCommodityCode", code)
	assert.Contains(t, code.at("OrderCommodityCode"), "cdnflowbag_")
	c.refused(badRequest, "MissingCommodityCode", "DescribeCdnOrderCommodityCode")

	configs := c.ok("DescribeCdnUserConfigs", "FunctionName", "domain_business_control")
	assertShape(t, "DescribeCdnUserConfigs", configs)
	assert.Equal(t, "waf", c.ok("DescribeCdnUserConfigs", "FunctionName", "waf").at("Configs.0.FunctionName"))
	c.refused(badRequest, "InvalidParameter", "DescribeCdnUserConfigs", "FunctionName", "gzip")

	assert.Equal(t, "on", c.ok("DescribeUserConfigs", "Config", "waf").at("Configs.WafConfig.Enable"))
	assert.Equal(t, "off", c.ok("DescribeUserConfigs", "Config", "oss").at("Configs.OssLogConfig.Enable"))
	assert.Empty(t, c.ok("DescribeUserConfigs", "Config", "cc_rule").at("Configs"))
	c.refused(badRequest, "InvalidConfig.ValueNotSupported", "DescribeUserConfigs", "Config", "gzip")
	c.refused(badRequest, "MissingConfig", "DescribeUserConfigs")

	suites := c.ok("DescribeCdnSecFuncInfo", "SecFuncType", "CipherSuiteGroupCustomize", "Lang", "en")
	assertShape(t, "DescribeCdnSecFuncInfo", suites)
	strict := c.ok("DescribeCdnSecFuncInfo", "SecFuncType", "CipherSuiteGroupStrict", "Lang", "zh")
	assert.Less(t, len(strict.list(t, "Content")), len(suites.list(t, "Content")))
	c.refused(badRequest, "MissingLang", "DescribeCdnSecFuncInfo", "SecFuncType", "CipherSuiteGroupStrict")
}

func TestUnknownChargeType(t *testing.T) {
	t.Parallel()
	assert.PanicsWithValue(t, `cdntest: WithInternetChargeType: unknown "free"`, func() { cdntest.WithInternetChargeType("free") })
}
