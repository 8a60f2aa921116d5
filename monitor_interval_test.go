package alicdn

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// monitorIntervalRequests has a request with every field for each action.
var monitorIntervalRequests = map[string]any{
	"DescribeDomainBpsData": &types.DescribeDomainBpsDataRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:        types.UTC(time.Date(2026, 3, 2, 12, 30, 0, 0, time.UTC)),
		Interval:       types.Interval300,
		LocationNameEn: "beijing",
		IspNameEn:      "unicom",
	},
	"DescribeDomainTrafficData": &types.DescribeDomainTrafficDataRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:        types.UTC(time.Date(2026, 3, 15, 0, 0, 0, 0, time.UTC)),
		Interval:       types.Interval3600,
		LocationNameEn: "liaoning",
		IspNameEn:      "telecom",
	},
	"DescribeDomainQpsData": &types.DescribeDomainQpsDataRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      types.UTC(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:        types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		Interval:       types.Interval86400,
		LocationNameEn: "guangxi",
		IspNameEn:      "mobile",
	},
	"DescribeDomainHitRateData": &types.DescribeDomainHitRateDataRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 2, 0, 5, 0, 0, time.UTC)),
		Interval:   types.Interval300,
	},
	"DescribeDomainReqHitRateData": &types.DescribeDomainReqHitRateDataRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 8, 0, 0, 0, 0, time.UTC)),
		Interval:   types.Interval3600,
	},
	"DescribeDomainHttpCodeData": &types.DescribeDomainHttpCodeDataRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:        types.UTC(time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)),
		Interval:       types.Interval300,
		IspNameEn:      "unicom",
		LocationNameEn: "beijing",
	},
	"DescribeDomainSrcBpsData": &types.DescribeDomainSrcBpsDataRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:        types.UTC(time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)),
		Interval:       types.Interval300,
		LocationNameEn: "tianjin",
		IspNameEn:      "cernet",
	},
	"DescribeDomainSrcTrafficData": &types.DescribeDomainSrcTrafficDataRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  types.UTC(time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		Interval:   types.Interval86400,
	},
	"DescribeDomainSrcHttpCodeData": &types.DescribeDomainSrcHttpCodeDataRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 1, 6, 0, 0, 0, time.UTC)),
		Interval:   types.Interval300,
	},
	"DescribeDomainAverageResponseTime": &types.DescribeDomainAverageResponseTimeRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:        types.UTC(time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)),
		TimeMerge:      true,
		Interval:       types.Interval3600,
		DomainType:     types.DomainTypeDynamic,
		IspNameEn:      "unicom",
		LocationNameEn: "beijing",
	},
	"DescribeDomainBpsDataByTimeStamp": &types.DescribeDomainBpsDataByTimeStampRequest{
		DomainName:    "www.example.com",
		LocationNames: []string{"liaoning", "guangxi"},
		IspNames:      []string{"telecom", "unicom"},
		TimePoint:     types.UTC(time.Date(2026, 3, 1, 22, 5, 0, 0, time.UTC)),
	},
	"DescribeDomainsUsageByDay": &types.DescribeDomainsUsageByDayRequest{
		DomainName: "www.example.com",
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 6, 0, 0, 0, 0, time.UTC)),
	},
	"DescribeTopDomainsByFlow": &types.DescribeTopDomainsByFlowRequest{
		StartTime: types.UTC(time.Date(2026, 3, 1, 4, 0, 0, 0, time.UTC)),
		EndTime:   types.UTC(time.Date(2026, 3, 14, 7, 35, 0, 0, time.UTC)),
		Limit:     50,
	},
	"DescribeRangeDataByLocateAndIspService": &types.DescribeRangeDataByLocateAndIspServiceRequest{
		DomainNames:   "www.example.com",
		LocationNames: []string{"tianjin", "beijing"},
		IspNames:      []string{"telecom", "unicom"},
		StartTime:     types.UTC(time.Date(2026, 3, 1, 16, 0, 0, 0, time.UTC)),
		EndTime:       types.UTC(time.Date(2026, 3, 1, 16, 10, 0, 0, time.UTC)),
	},
	"DescribeCdnRegionAndIsp": &types.DescribeCdnRegionAndIspRequest{},
	"DescribeL2VipsByDomain": &types.DescribeL2VipsByDomainRequest{
		DomainName: "www.example.com",
	},
}

func TestDescribeDomainBpsData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainBpsData")
	resp, err := c.DescribeDomainBpsData(t.Context(), &types.DescribeDomainBpsDataRequest{})
	require.NoError(t, err)

	assert.Equal(t, "3C6CCEC4-6B88-4D4A-93E4-D47B3D92CF8F", resp.RequestId)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.EqualValues(t, 300, resp.DataInterval)
	assert.Equal(t, time.Date(2015, 12, 10, 20, 0, 0, 0, time.UTC), resp.StartTime.Time)
	assert.Equal(t, time.Date(2015, 12, 10, 21, 0, 0, 0, time.UTC), resp.EndTime.Time)
	assert.Empty(t, resp.LocationNameEn)
	assert.Empty(t, resp.IspNameEn)

	require.Len(t, resp.BpsDataPerInterval, 2)
	module := resp.BpsDataPerInterval[1]
	assert.Equal(t, time.Date(2015, 12, 10, 20, 5, 0, 0, time.UTC), module.TimeStamp.Time)
	assert.EqualValues(t, 12124821, module.Value.Int64())
	assert.EqualValues(t, 12112821, module.DomesticValue.Int64())
	assert.EqualValues(t, 12000, module.OverseasValue.Int64())
	assert.EqualValues(t, 11288111, module.HttpsValue.Int64())
	assert.EqualValues(t, 11286111, module.HttpsDomesticValue.Int64())
	assert.EqualValues(t, 2000, module.HttpsOverseasValue.Int64())
}

func TestDescribeDomainTrafficData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainTrafficData")
	resp, err := c.DescribeDomainTrafficData(t.Context(), &types.DescribeDomainTrafficDataRequest{})
	require.NoError(t, err)

	assert.Equal(t, "B955107D-E658-4E77-B913-E0AC3D31693E", resp.RequestId)
	assert.EqualValues(t, 300, resp.DataInterval)
	assert.Equal(t, time.Date(2015, 12, 10, 21, 0, 0, 0, time.UTC), resp.EndTime.Time)

	require.Len(t, resp.TrafficDataPerInterval, 3)
	module := resp.TrafficDataPerInterval[2]
	assert.Equal(t, time.Date(2015, 12, 10, 20, 10, 0, 0, time.UTC), module.TimeStamp.Time)
	assert.EqualValues(t, 501718342, module.Value.Int64())
	assert.True(t, module.DomesticValue.IsSet())
	assert.Zero(t, module.DomesticValue.Int64())
	assert.Zero(t, module.OverseasValue.Int64())
	assert.EqualValues(t, 423304182, module.HttpsValue.Int64())
}

func TestDescribeDomainQpsData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainQpsData")
	resp, err := c.DescribeDomainQpsData(t.Context(), &types.DescribeDomainQpsDataRequest{})
	require.NoError(t, err)

	assert.Equal(t, "BEA5625F-8FCF-48F4-851B-CA63946DA664", resp.RequestId)
	assert.EqualValues(t, 300, resp.DataInterval)

	require.Len(t, resp.QpsDataInterval, 2)
	module := resp.QpsDataInterval[1]
	assert.Equal(t, time.Date(2015, 12, 10, 20, 35, 0, 0, time.UTC), module.TimeStamp.Time)
	assert.Equal(t, "0.64", module.Value.String())
	assert.Equal(t, "0.56", module.HttpsValue.String())
	assert.True(t, module.AccValue.IsSet())
	assert.Zero(t, module.AccValue.Int64())
	assert.True(t, module.HttpsAccOverseasValue.IsSet())
}

func TestDescribeDomainHitRateData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainHitRateData")
	resp, err := c.DescribeDomainHitRateData(t.Context(), &types.DescribeDomainHitRateDataRequest{})
	require.NoError(t, err)

	assert.Equal(t, "5ADA5190-EE5B-4EF2-BE00-DC441B8D81DD", resp.RequestId)
	assert.EqualValues(t, 300, resp.DataInterval)

	require.Len(t, resp.HitRateInterval, 3)
	module := resp.HitRateInterval[2]
	assert.Equal(t, time.Date(2015, 12, 10, 20, 50, 0, 0, time.UTC), module.TimeStamp.Time)
	assert.Equal(t, "99.99932881437826", module.Value.String())
	assert.EqualValues(t, 50, module.HttpsValue.Int64())
}

func TestDescribeDomainReqHitRateData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainReqHitRateData")
	resp, err := c.DescribeDomainReqHitRateData(t.Context(), &types.DescribeDomainReqHitRateDataRequest{})
	require.NoError(t, err)

	assert.Equal(t, "5ADA5190-EE5B-4EF2-BE00-DC441B8D81DD", resp.RequestId)
	assert.EqualValues(t, 300, resp.DataInterval)
	assert.Equal(t, time.Date(2015, 12, 10, 20, 0, 0, 0, time.UTC), resp.StartTime.Time)
	assert.Equal(t, time.Date(2015, 12, 10, 21, 0, 0, 0, time.UTC), resp.EndTime.Time)

	require.Len(t, resp.ReqHitRateInterval, 2)
	module := resp.ReqHitRateInterval[0]
	assert.Equal(t, time.Date(2015, 12, 10, 21, 0, 0, 0, time.UTC), module.TimeStamp.Time)
	assert.EqualValues(t, 100, module.Value.Int64())
	assert.EqualValues(t, 50, module.HttpsValue.Int64())
}

func TestDescribeDomainHttpCodeData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainHttpCodeData")
	resp, err := c.DescribeDomainHttpCodeData(t.Context(), &types.DescribeDomainHttpCodeDataRequest{
		DomainName: []string{"example1.com", "example2.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "BC858082-736F-4A25-867B-E5B67C85ACF7", resp.RequestId)
	assert.Equal(t, "example1.com,example2.com", resp.DomainName)
	assert.EqualValues(t, 300, resp.DataInterval)
	assert.Equal(t, time.Date(2015, 11, 30, 5, 33, 0, 0, time.UTC), resp.StartTime.Time)

	require.Len(t, resp.HttpCodeData, 3)
	usage := resp.HttpCodeData[2]
	assert.Equal(t, time.Date(2015, 11, 30, 5, 30, 0, 0, time.UTC), usage.TimeStamp.Time)
	require.Len(t, usage.Value, 5)
	assert.Equal(t, "302", usage.Value[2].Code)
	assert.Equal(t, "0.053248136315229", usage.Value[2].Proportion.String())
	assert.Zero(t, usage.Value[2].Count)
}

func TestDescribeDomainSrcBpsData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainSrcBpsData")
	resp, err := c.DescribeDomainSrcBpsData(t.Context(), &types.DescribeDomainSrcBpsDataRequest{})
	require.NoError(t, err)

	assert.Equal(t, "7CBCD6AD-B016-42E5-AE0B-B3731DE8F755", resp.RequestId)
	assert.EqualValues(t, 300, resp.DataInterval)

	require.Len(t, resp.SrcBpsDataPerInterval, 2)
	module := resp.SrcBpsDataPerInterval[1]
	assert.Equal(t, time.Date(2015, 12, 10, 20, 35, 0, 0, time.UTC), module.TimeStamp.Time)
	assert.True(t, module.Value.IsSet())
	assert.Zero(t, module.Value.Int64())
	assert.True(t, module.HttpsValue.IsSet())
}

func TestDescribeDomainSrcTrafficData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainSrcTrafficData")
	resp, err := c.DescribeDomainSrcTrafficData(t.Context(), &types.DescribeDomainSrcTrafficDataRequest{})
	require.NoError(t, err)

	assert.Equal(t, "A666D44F-19D6-490E-97CF-1A64AB962C57", resp.RequestId)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.EqualValues(t, 300, resp.DataInterval)

	require.Len(t, resp.SrcFlowDataPerInterval, 2)
	module := resp.SrcFlowDataPerInterval[0]
	assert.Equal(t, time.Date(2015, 12, 10, 21, 0, 0, 0, time.UTC), module.TimeStamp.Time)
	assert.True(t, module.Value.IsSet())
	assert.True(t, module.HttpsValue.IsSet())
}

func TestDescribeDomainSrcHttpCodeData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainSrcHttpCodeData")
	resp, err := c.DescribeDomainSrcHttpCodeData(t.Context(), &types.DescribeDomainSrcHttpCodeDataRequest{
		DomainName: []string{"example1.com", "example2.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "BC858082-736F-4A25-867B-E5B67C85ACF7", resp.RequestId)
	assert.Equal(t, "example1.com,example2.com", resp.DomainName)
	assert.EqualValues(t, 300, resp.DataInterval)

	require.Len(t, resp.HttpCodeData, 3)
	usage := resp.HttpCodeData[0]
	assert.Equal(t, time.Date(2015, 11, 30, 5, 40, 0, 0, time.UTC), usage.TimeStamp.Time)
	require.Len(t, usage.Value, 5)
	assert.Equal(t, "500", usage.Value[4].Code)
	assert.Equal(t, "28.4496124031008", usage.Value[4].Proportion.String())
}

func TestDescribeDomainAverageResponseTime(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainAverageResponseTime")
	resp, err := c.DescribeDomainAverageResponseTime(t.Context(), &types.DescribeDomainAverageResponseTimeRequest{})
	require.NoError(t, err)

	assert.Equal(t, "3C6CCEC4-6B88-4D4A-93E4-D47B3D92CF8F", resp.RequestId)
	assert.EqualValues(t, 300, resp.DataInterval)
	assert.Equal(t, time.Date(2015, 12, 11, 21, 0, 0, 0, time.UTC), resp.EndTime.Time)

	require.Len(t, resp.AvgRTPerInterval, 2)
	module := resp.AvgRTPerInterval[1]
	assert.Equal(t, time.Date(2015, 12, 10, 20, 5, 0, 0, time.UTC), module.TimeStamp.Time)
	assert.EqualValues(t, 3, module.Value.Int64())
}

func TestDescribeDomainBpsDataByTimeStamp(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainBpsDataByTimeStamp")
	resp, err := c.DescribeDomainBpsDataByTimeStamp(t.Context(), &types.DescribeDomainBpsDataByTimeStampRequest{
		DomainName:    "example.com",
		LocationNames: []string{"liaoning", "guangxi"},
		IspNames:      []string{"telecom", "unicom"},
		TimePoint:     types.UTC(time.Date(2016, 8, 1, 22, 0, 0, 0, time.UTC)),
	})
	require.NoError(t, err)

	assert.Equal(t, "7682DE14-3B4D-48D0-9B7C-DD3C8C3E1C78", resp.RequestId)
	assert.Equal(t, "example.cn", resp.DomainName)
	assert.Equal(t, time.Date(2016, 8, 1, 22, 0, 0, 0, time.UTC), resp.TimeStamp.Time)
	assert.True(t, resp.TimePoint.IsZero())

	want := []struct {
		location, isp string
		bps           int64
	}{
		{"Liaoning", "telecom", 880996111},
		{"Liaoning", "unicom", 52119553},
		{"Guangxi", "telecom", 51295137},
		{"Guangxi", "unicom", 18673571},
	}
	require.Len(t, resp.BpsDataList, len(want))
	for i, w := range want {
		model := resp.BpsDataList[i]
		assert.Equal(t, w.location, model.LocationName)
		assert.Equal(t, w.isp, model.IspName)
		assert.Equal(t, w.bps, model.Bps.Int64())
		assert.True(t, model.TimeStamp.IsZero())
	}
}

func TestDescribeDomainsUsageByDay(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainsUsageByDay")
	resp, err := c.DescribeDomainsUsageByDay(t.Context(), &types.DescribeDomainsUsageByDayRequest{DomainName: "example.com"})
	require.NoError(t, err)

	assert.Equal(t, "C88EF8ED-72F0-45EA-9E86-95114E224FC5", resp.RequestId)
	assert.EqualValues(t, 86400, resp.DataInterval)
	assert.Equal(t, time.Date(2015, 12, 2, 0, 0, 0, 0, time.UTC), resp.EndTime.Time)

	total := resp.UsageTotal
	assert.Equal(t, "69.92610837438424", total.RequestHitRate.String())
	assert.Equal(t, time.Date(2015, 12, 2, 17, 20, 0, 0, time.UTC), total.MaxSrcBpsTime.Time)
	assert.InDelta(t, 107479127.8, total.MaxBps.Float64(), 1e-6)
	assert.Equal(t, "2108177.5", total.MaxSrcBps.String())
	assert.Equal(t, int64(1117711832100), total.TotalTraffic.Int64())
	assert.EqualValues(t, 1319500, total.TotalAccess)
	assert.Equal(t, time.Date(2015, 12, 2, 23, 55, 0, 0, time.UTC), total.MaxBpsTime.Time)
	assert.Equal(t, "97.03110726801242", total.BytesHitRate.String())

	require.Len(t, resp.UsageByDays, 2)
	day := resp.UsageByDays[0]
	assert.Equal(t, time.Date(2015, 12, 1, 0, 0, 0, 0, time.UTC), day.TimeStamp.Time)
	assert.EqualValues(t, 105030770, day.MaxBps.Int64())
	assert.Equal(t, time.Date(2015, 12, 1, 1, 20, 0, 0, time.UTC), day.MaxBpsTime.Time)
	assert.Equal(t, int64(564300099309), day.TotalTraffic.Int64())
	assert.EqualValues(t, 645093, day.TotalAccess)
	assert.Equal(t, "7.466354166666667", day.Qps.String())
	assert.Equal(t, "97.46250599529726", day.BytesHitRate.String())
}

func TestDescribeTopDomainsByFlow(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeTopDomainsByFlow")
	resp, err := c.DescribeTopDomainsByFlow(t.Context(), &types.DescribeTopDomainsByFlowRequest{})
	require.NoError(t, err)

	assert.Equal(t, "4E09C5D7-E1CF-4CAA-A45E-8727F4C8FD70", resp.RequestId)
	assert.EqualValues(t, 68, resp.DomainCount)
	assert.EqualValues(t, 68, resp.DomainOnlineCount)
	assert.Equal(t, time.Date(2016, 3, 1, 4, 0, 0, 0, time.UTC), resp.StartTime.Time)
	assert.Equal(t, time.Date(2016, 3, 14, 7, 34, 0, 0, time.UTC), resp.EndTime.Time)

	require.Len(t, resp.TopDomains, 5)
	top := resp.TopDomains[0]
	assert.EqualValues(t, 1, top.Rank)
	assert.Equal(t, "example1.com", top.DomainName)
	assert.EqualValues(t, 22139626, top.MaxBps.Int64())
	assert.Equal(t, time.Date(2016, 3, 4, 17, 10, 0, 0, time.UTC), top.MaxBpsTime.Time)
	assert.Equal(t, "30.64191989360235", top.TrafficPercent.String())
	assert.InDelta(t, 2043859876683.9001, top.TotalTraffic.Float64(), 0)
	assert.EqualValues(t, 107784230, top.TotalAccess)
	assert.Equal(t, "example5.cn", resp.TopDomains[4].DomainName)
}

func TestDescribeRangeDataByLocateAndIspService(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeRangeDataByLocateAndIspService")
	start := time.Date(2016, 8, 31, 16, 0, 0, 0, time.UTC)
	resp, err := c.DescribeRangeDataByLocateAndIspService(t.Context(), &types.DescribeRangeDataByLocateAndIspServiceRequest{
		DomainNames: "example.com",
		StartTime:   types.UTC(start),
		EndTime:     types.UTC(start.Add(10 * time.Minute)),
	})
	require.NoError(t, err)

	assert.Equal(t, "1D3E7A94-52B8-4C6F-8E05-9B7F2A6C4D30", resp.RequestId)
	assert.Empty(t, resp.LocationAndISPInfoList.LocationAndISPInfo.LocationAndISPJson)

	data := resp.JsonResult
	assert.Equal(t, "Ok", data.Description)
	assert.Zero(t, data.RetCode)
	require.Len(t, data.Points, 9)
	assert.Equal(t, "北京市", data.Points[0].LocationName)
	assert.Equal(t, "天津市", data.Points[8].LocationName)
	assert.Equal(t, start.Add(5*time.Minute), data.Points[8].TimeStamp.Time)

	telecom, ok := data.At(start, "天津市", "电信")
	require.True(t, ok)
	assert.Equal(t, "9889849.592", telecom.Bandwidth.String())
	assert.EqualValues(t, 5739, telecom.Pv.Int64())
	assert.True(t, telecom.HitRate.IsSet())
	assert.True(t, telecom.Rt.IsSet())
	assert.Len(t, telecom.HttpCodes, 17)
	assert.EqualValues(t, 45, telecom.HttpCodes["304"])

	unicom, ok := data.At(start, "北京市", "联通")
	require.True(t, ok)
	assert.False(t, unicom.IsSet())
}

func TestDescribeCdnRegionAndIsp(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnRegionAndIsp")
	resp, err := c.DescribeCdnRegionAndIsp(t.Context(), nil)
	require.NoError(t, err)

	assert.Equal(t, "2387C335-932C-4E1E-862C-1C4363B6DE72", resp.RequestId)
	require.Len(t, resp.Isps, 6)
	assert.Equal(t, types.Isp{NameZh: "铁通", NameEn: "tietong"}, resp.Isps[1])
	require.Len(t, resp.Regions, 34)
	assert.Equal(t, types.Region{NameZh: "北京市", NameEn: "beijing"}, resp.Regions[33])
}

func TestDescribeL2VipsByDomain(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeL2VipsByDomain")
	resp, err := c.DescribeL2VipsByDomain(t.Context(), &types.DescribeL2VipsByDomainRequest{DomainName: "example.com"})
	require.NoError(t, err)

	assert.Equal(t, "820E7900-5CA9-4AEF-B0DD-20ED5F64BE55", resp.RequestId)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.Equal(t, types.List[string]{
		"111.111.111.111/25",
		"112.112.112.112/25",
		"122.72.33.190/25",
		"119.14.96.109/25",
		"221.13.20.226/25",
		"124.95.19.140/25",
		"58.211.215.140/25",
	}, resp.Vips)
}
