package alicdn

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// The span of the requests.
var (
	detailStart = types.UTC(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC))
	detailEnd   = types.UTC(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC))
)

// monitorDetailRequests has a request with every field for each action.
var monitorDetailRequests = map[string]any{
	"DescribeDomainBpsDataByLayer": &types.DescribeDomainBpsDataByLayerRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      detailStart,
		EndTime:        detailEnd,
		Interval:       types.Interval300,
		LocationNameEn: "liaoning",
		IspNameEn:      "unicom",
		Layer:          types.LayerIPv6,
	},
	"DescribeDomainQpsDataByLayer": &types.DescribeDomainQpsDataByLayerRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      detailStart,
		EndTime:        detailEnd,
		Interval:       types.Interval300,
		LocationNameEn: "liaoning",
		IspNameEn:      "unicom",
		Layer:          types.LayerHttps,
	},
	"DescribeDomainHttpCodeDataByLayer": &types.DescribeDomainHttpCodeDataByLayerRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      detailStart,
		EndTime:        detailEnd,
		Interval:       types.Interval300,
		LocationNameEn: "liaoning",
		IspNameEn:      "unicom",
		Layer:          types.LayerQuic,
	},
	"DescribeDomainDetailDataByLayer": &types.DescribeDomainDetailDataByLayerRequest{
		Field:          []types.DetailField{types.DetailFieldBps, types.DetailFieldIpv6Traf, types.DetailFieldHttpCode},
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      detailStart,
		EndTime:        detailEnd,
		LocationNameEn: "liaoning",
		IspNameEn:      "unicom",
		Layer:          types.DataProtocolHttps,
	},
	"DescribeDomainMax95BpsData": &types.DescribeDomainMax95BpsDataRequest{
		DomainName: "www.example.com",
		StartTime:  detailStart,
		EndTime:    detailEnd,
		TimePoint:  detailStart,
		Cycle:      types.CycleMonth,
	},
	"DescribeDomainMultiUsageData": &types.DescribeDomainMultiUsageDataRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  detailStart,
		EndTime:    detailEnd,
	},
	"DescribeDomainPathData": &types.DescribeDomainPathDataRequest{
		DomainName: "www.example.com",
		Path:       "/path/",
		StartTime:  detailStart,
		EndTime:    detailEnd,
		PageNumber: 2,
		PageSize:   1000,
	},
	"DescribeDomainRealTimeDetailData": &types.DescribeDomainRealTimeDetailDataRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      detailStart,
		EndTime:        types.UTC(detailStart.Add(10 * time.Minute)),
		Field:          []types.RealTimeDetailField{types.RealTimeDetailFieldQps, types.RealTimeDetailFieldBps, types.RealTimeDetailFieldHttpCode},
		LocationNameEn: "liaoning",
		IspNameEn:      "unicom",
		Merge:          true,
		MergeLocIsp:    true,
	},
	"DescribeDomainSrcQpsData": &types.DescribeDomainSrcQpsDataRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  detailStart,
		EndTime:    detailEnd,
		Interval:   types.Interval300,
	},
	"DescribeDomainSrcTopUrlVisit": &types.DescribeDomainSrcTopUrlVisitRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  detailStart,
		EndTime:    detailEnd,
		SortBy:     types.SortByTraf,
	},
	"DescribeDomainTopClientIpVisit": &types.DescribeDomainTopClientIpVisitRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		LocationNameEn: []string{"liaoning", "beijing"},
		StartTime:      detailStart,
		EndTime:        detailEnd,
		SortBy:         types.ClientSortByAcc,
		Limit:          100,
	},
	"DescribeDomainCcActivityLog": &types.DescribeDomainCcActivityLogRequest{
		DomainName:    []string{"www.example.com", ".example.org"},
		StartTime:     detailStart,
		EndTime:       detailEnd,
		TriggerObject: "IP",
		Value:         "192.0.2.7",
		RuleName:      "default_normal",
		PageSize:      100,
		PageNumber:    2,
	},
	"DescribeEsExceptionData": &types.DescribeEsExceptionDataRequest{
		RuleId:    "12345678901234567",
		StartTime: detailStart,
		EndTime:   detailEnd,
	},
	"DescribeEsExecuteData": &types.DescribeEsExecuteDataRequest{
		RuleId:    "12345678901234567",
		StartTime: detailStart,
		EndTime:   detailEnd,
	},
}

func TestDescribeDomainBpsDataByLayer(t *testing.T) {
	t.Parallel()
	resp, err := fixtureClient(t, "DescribeDomainBpsDataByLayer").DescribeDomainBpsDataByLayer(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, "C565B910-BC3B-467B-9046-2A48566EA967", resp.RequestId)
	assert.Equal(t, types.Int(300), resp.DataInterval)
	require.Len(t, resp.BpsDataInterval, 2)
	assert.Equal(t, "2020-05-06T07:15:00Z", resp.BpsDataInterval[1].TimeStamp.Wire())
	assert.InDelta(t, 99138.85333333333, resp.BpsDataInterval[1].Value.Float64(), 0)
	assert.Equal(t, int64(3717707), resp.BpsDataInterval[1].TrafficValue.Int64())
}

func TestDescribeDomainQpsDataByLayer(t *testing.T) {
	t.Parallel()
	resp, err := fixtureClient(t, "DescribeDomainQpsDataByLayer").DescribeDomainQpsDataByLayer(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, types.LayerAll, resp.Layer)
	assert.Equal(t, "2019-11-30T05:40:00Z", resp.EndTime.Wire())
	require.Len(t, resp.QpsDataInterval, 1)
	assert.Equal(t, "0.44", resp.QpsDataInterval[0].OverseasValue.String())
	assert.Equal(t, int64(12), resp.QpsDataInterval[0].AccDomesticValue.Int64())
}

func TestDescribeDomainHttpCodeDataByLayer(t *testing.T) {
	t.Parallel()
	resp, err := fixtureClient(t, "DescribeDomainHttpCodeDataByLayer").DescribeDomainHttpCodeDataByLayer(t.Context(), nil)
	require.NoError(t, err)
	require.Len(t, resp.HttpCodeDataInterval, 2)
	assert.Equal(t, types.HttpCodeCounts{"200": 12, "206": 120}, resp.HttpCodeDataInterval[1].Value)
	assert.Equal(t, int64(132), resp.HttpCodeDataInterval[1].TotalValue.Int64())
}

func TestDescribeDomainDetailDataByLayer(t *testing.T) {
	t.Parallel()
	full, _ := monitorDetailRequests["DescribeDomainDetailDataByLayer"].(*types.DescribeDomainDetailDataByLayerRequest)
	resp, err := fixtureClient(t, "DescribeDomainDetailDataByLayer").DescribeDomainDetailDataByLayer(t.Context(), full)
	require.NoError(t, err)
	require.Len(t, resp.Data, 1)
	assert.Equal(t, "21060178715.146667", resp.Data[0].Bps.String(), "more than a float32 holds")
	assert.Equal(t, int64(141718944482), resp.Data[0].Ipv6Traf.Int64())
	assert.True(t, resp.Data[0].Ipv6Bps.IsSet())
	assert.Equal(t, types.HttpCodeCounts{"200": 44349, "206": 1753719, "304": 45, "403": 1095, "416": 1, "499": 332}, resp.Data[0].HttpCode)
}

func TestDescribeDomainMax95BpsData(t *testing.T) {
	t.Parallel()
	resp, err := fixtureClient(t, "DescribeDomainMax95BpsData").DescribeDomainMax95BpsData(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, "16777590.28", resp.DomesticMax95Bps.String())
	assert.True(t, resp.OverseasMax95Bps.IsSet())
	require.Len(t, resp.DetailData, 1)
	assert.Equal(t, types.UsageAreaCN, resp.DetailData[0].Area)
	assert.Equal(t, "2015-12-11T21:05:00Z", resp.DetailData[0].Max95BpsPeakTime.Wire())
}

func TestDescribeDomainMultiUsageData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainMultiUsageData")
	_, err := c.DescribeDomainMultiUsageData(t.Context(), &types.DescribeDomainMultiUsageDataRequest{EndTime: detailEnd})
	require.NoError(t, err, "nothing says that one of the times needs the other")
	resp, err := c.DescribeDomainMultiUsageData(t.Context(), nil)
	require.NoError(t, err)
	require.Len(t, resp.TrafficPerInterval, 1)
	assert.Equal(t, "11288111.1", resp.TrafficPerInterval[0].Bps.String())
	require.Len(t, resp.RequestPerInterval, 2)
	assert.Equal(t, "StaticHttps", resp.RequestPerInterval[1].Type)
	assert.Equal(t, types.Int(11288111), resp.RequestPerInterval[1].Request)
}

func TestDescribeDomainRealTimeDetailData(t *testing.T) {
	t.Parallel()
	full, _ := monitorDetailRequests["DescribeDomainRealTimeDetailData"].(*types.DescribeDomainRealTimeDetailDataRequest)
	resp, err := fixtureClient(t, "DescribeDomainRealTimeDetailData").DescribeDomainRealTimeDetailData(t.Context(), full)
	require.NoError(t, err)
	require.Len(t, resp.Data.Points, 2)
	p := resp.Data.Points[1]
	assert.Equal(t, "2018-06-05T20:00:00Z", p.TimeStamp.Wire())
	assert.Equal(t, []string{"example.com", "Jiangsu", "unicom"}, []string{p.DomainName, p.Location, p.Isp})
	assert.Equal(t, "11.1", p.Qps.String())
	assert.False(t, p.Bps.IsSet())
	assert.Nil(t, p.HttpCode)
	assert.Contains(t, resp.Data.Raw, `"time_stp"`)
}

func TestDescribeDomainTopClientIpVisit(t *testing.T) {
	t.Parallel()
	resp, err := fixtureClient(t, "DescribeDomainTopClientIpVisit").DescribeDomainTopClientIpVisit(t.Context(), nil)
	require.NoError(t, err)
	require.Len(t, resp.ClientIpList, 2)
	assert.Equal(t, "1.1.xxx", resp.ClientIpList[1].ClientIp)
	assert.Equal(t, types.Int(256), resp.ClientIpList[1].Acc)
}

func TestDescribeEsExecuteData(t *testing.T) {
	t.Parallel()
	full, _ := monitorDetailRequests["DescribeEsExecuteData"].(*types.DescribeEsExecuteDataRequest)
	resp, err := fixtureClient(t, "DescribeEsExecuteData").DescribeEsExecuteData(t.Context(), full)
	require.NoError(t, err)
	require.Len(t, resp.Contents, 1)
	assert.Equal(t, types.List[string]{"time", "Exception"}, resp.Contents[0].Columns)
	require.Len(t, resp.Contents[0].Points, 2)
	assert.Equal(t, "2021-02-18T19:06:00Z", resp.Contents[0].Points[1].TimeStamp.Wire())
	assert.Equal(t, int64(6), resp.Contents[0].Points[1].Value.Int64())
}

// The limits of each request, and what is let through.
func TestDetailRequestsAreChecked(t *testing.T) {
	t.Parallel()
	domains := func(n int) []string {
		names := make([]string, n)
		for i := range names {
			names[i] = "www.example.com"
		}
		return names
	}
	detail := []types.DetailField{types.DetailFieldBps}
	for _, tt := range []struct {
		name    string
		request any
		param   string
	}{
		{"DescribeDomainDetailDataByLayer", &types.DescribeDomainDetailDataByLayerRequest{DomainName: domains(30), StartTime: detailStart, EndTime: detailEnd}, "Field"},
		{"DescribeDomainDetailDataByLayer", &types.DescribeDomainDetailDataByLayerRequest{Field: []types.DetailField{""}, DomainName: domains(1), StartTime: detailStart, EndTime: detailEnd}, "Field.1"},
		{"DescribeDomainDetailDataByLayer", &types.DescribeDomainDetailDataByLayerRequest{Field: []types.DetailField{"bps,qps"}, DomainName: domains(1), StartTime: detailStart, EndTime: detailEnd}, "Field.1"},
		{"DescribeDomainDetailDataByLayer", &types.DescribeDomainDetailDataByLayerRequest{Field: detail, DomainName: domains(31), StartTime: detailStart, EndTime: detailEnd}, "DomainName"},
		{"DescribeDomainDetailDataByLayer", &types.DescribeDomainDetailDataByLayerRequest{Field: detail, DomainName: domains(30), StartTime: detailStart, EndTime: types.UTC(detailEnd.Add(1))}, "EndTime"},
		{"DescribeDomainDetailDataByLayer", &types.DescribeDomainDetailDataByLayerRequest{Field: detail, DomainName: domains(30), StartTime: detailStart, EndTime: detailEnd}, ""},
		{"DescribeDomainMax95BpsData", &types.DescribeDomainMax95BpsDataRequest{StartTime: detailStart, Cycle: types.CycleDay}, "EndTime"},
		{"DescribeDomainMax95BpsData", &types.DescribeDomainMax95BpsDataRequest{StartTime: detailStart, EndTime: types.UTC(detailStart.AddDate(0, 0, 91))}, "EndTime"},
		{"DescribeDomainMax95BpsData", &types.DescribeDomainMax95BpsDataRequest{TimePoint: detailStart}, ""},
		{"DescribeDomainPathData", &types.DescribeDomainPathDataRequest{DomainName: "www.example.com", PageSize: 1001}, "PageSize"},
		{"DescribeDomainPathData", &types.DescribeDomainPathDataRequest{DomainName: "www.example.com", PageNumber: -1}, "PageNumber"},
		{"DescribeDomainRealTimeDetailData", &types.DescribeDomainRealTimeDetailDataRequest{DomainName: domains(21), Field: []types.RealTimeDetailField{"qps"}, StartTime: detailStart, EndTime: types.UTC(detailStart.Add(time.Minute))}, "DomainName"},
		{"DescribeDomainRealTimeDetailData", &types.DescribeDomainRealTimeDetailDataRequest{DomainName: domains(20), Field: []types.RealTimeDetailField{"qps"}, StartTime: detailStart, EndTime: detailEnd}, "EndTime"},
		{"DescribeDomainSrcTopUrlVisit", &types.DescribeDomainSrcTopUrlVisitRequest{DomainName: domains(1), StartTime: detailStart, EndTime: types.UTC(detailStart.AddDate(0, 0, 8))}, "EndTime"},
		{"DescribeDomainTopClientIpVisit", &types.DescribeDomainTopClientIpVisitRequest{Limit: 101}, "Limit"},
		{"DescribeDomainCcActivityLog", &types.DescribeDomainCcActivityLogRequest{PageSize: 101}, "PageSize"},
		{"DescribeEsExecuteData", &types.DescribeEsExecuteDataRequest{StartTime: detailStart, EndTime: detailEnd}, "RuleId"},
		{"DescribeEsExecuteData", &types.DescribeEsExecuteDataRequest{RuleId: "1", StartTime: detailEnd, EndTime: detailStart}, "EndTime"},
	} {
		out := callMethod(t, fixtureClient(t, tt.name), tt.name, tt.request)
		if tt.param == "" {
			require.NoError(t, out.err, tt.name)
			continue
		}
		var wrong *ParamError
		require.ErrorAs(t, out.err, &wrong, tt.name)
		assert.Equal(t, tt.param, wrong.Param, "%s: %v", tt.name, wrong)
	}
}
