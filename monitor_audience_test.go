package alicdn

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// monitorAudienceRequests has a request with every field for each action.
var monitorAudienceRequests = map[string]any{
	"DescribeDomainTopReferVisit": &types.DescribeDomainTopReferVisitRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 16, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 2, 16, 0, 0, 0, time.UTC)),
		SortBy:     types.SortByTraf,
	},
	"DescribeDomainTopUrlVisit": &types.DescribeDomainTopUrlVisitRequest{
		DomainName: "www.example.com",
		StartTime:  types.UTC(time.Date(2026, 3, 1, 16, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 2, 16, 0, 0, 0, time.UTC)),
		SortBy:     types.SortByPv,
	},
	"DescribeDomainFileSizeProportionData": &types.DescribeDomainFileSizeProportionDataRequest{
		DomainName: "www.example.com",
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)),
	},
	"DescribeDomainISPData": &types.DescribeDomainISPDataRequest{
		DomainName: "www.example.com",
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)),
	},
	"DescribeDomainRegionData": &types.DescribeDomainRegionDataRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)),
	},
	"DescribeDomainUvData": &types.DescribeDomainUvDataRequest{
		DomainName: "www.example.com",
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)),
	},
	"DescribeDomainPvData": &types.DescribeDomainPvDataRequest{
		DomainName: "www.example.com",
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)),
	},
}

func TestDescribeDomainTopReferVisit(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainTopReferVisit")
	resp, err := c.DescribeDomainTopReferVisit(t.Context(), &types.DescribeDomainTopReferVisitRequest{
		DomainName: []string{"example.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "95994621-8382-464B-8762-C708E73568D1", resp.RequestId)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.Equal(t, "2018-10-03T16:00:00Z", resp.StartTime.Format(time.RFC3339))

	want := []struct {
		refer  string
		visits types.Int
	}{
		{"-", 229567},
		{"123.57.158.8", 2496},
		{"example1.com", 448},
		{"example2.net", 3},
	}
	require.Len(t, resp.TopReferList, len(want))
	for i, w := range want {
		refer := resp.TopReferList[i]
		assert.Equal(t, w.refer, refer.ReferDetail)
		assert.Equal(t, w.visits, refer.VisitData)
		assert.Equal(t, "0.35", refer.VisitProportion.String())
		assert.Equal(t, int64(460486880), refer.Flow.Int64())
		assert.Equal(t, "0.35", refer.FlowProportion.String())
	}
}

func TestDescribeDomainTopUrlVisit(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainTopUrlVisit")
	resp, err := c.DescribeDomainTopUrlVisit(t.Context(), &types.DescribeDomainTopUrlVisitRequest{
		DomainName: "example.com",
	})
	require.NoError(t, err)

	assert.Equal(t, "64D28B53-5902-409B-94F6-FD46680144FE", resp.RequestId)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.Equal(t, "2018-10-03T16:00:00Z", resp.StartTime.Format(time.RFC3339))

	for _, list := range []struct {
		name          string
		urls          types.List[types.UrlList]
		first, second string
		visits        [2]types.Int
	}{
		{"all", resp.AllUrlList, "http://example.com/", "http://example1.com/", [2]types.Int{161673, 37}},
		{"2xx", resp.Url200List, "http://example8.com/", "http://example9.com/", [2]types.Int{161673, 3}},
		{"3xx", resp.Url300List, "http://example3.com/", "http://example4.com/", [2]types.Int{161673, 3}},
		{"4xx", resp.Url400List, "http://example6.com/", "http://example7.com/", [2]types.Int{1884, 1}},
		{"5xx", resp.Url500List, "http://example10.com/", "http://example11.com/", [2]types.Int{161673, 3}},
	} {
		require.Len(t, list.urls, 2, list.name)
		assert.Contains(t, list.urls[0].UrlDetail, list.first, list.name)
		assert.Contains(t, list.urls[1].UrlDetail, list.second, list.name)
		for i, url := range list.urls {
			assert.Equal(t, list.visits[i], url.VisitData, list.name)
			assert.Equal(t, "0.35", url.VisitProportion.String(), list.name)
			assert.Equal(t, int64(460486880), url.Flow.Int64(), list.name)
			assert.Equal(t, "0.35", url.FlowProportion.String(), list.name)
		}
	}
}

func TestDescribeDomainFileSizeProportionData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainFileSizeProportionData")
	resp, err := c.DescribeDomainFileSizeProportionData(t.Context(), &types.DescribeDomainFileSizeProportionDataRequest{
		DomainName: "example.com",
	})
	require.NoError(t, err)

	assert.Equal(t, "23ACE7E2-2302-42E3-98F8-E5E697FD86C3", resp.RequestId)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.Equal(t, "2015-11-30T01:33:00Z", resp.StartTime.Format(time.RFC3339))
	assert.Equal(t, "2015-11-30T05:40:00Z", resp.EndTime.Format(time.RFC3339))
	assert.Equal(t, types.Int(3600), resp.DataInterval)

	slices := resp.FileSizeProportionDataInterval
	require.Len(t, slices, 4)
	for i, at := range []string{"2015-11-30T03:00:00Z", "2015-11-30T04:00:00Z", "2015-11-30T02:00:00Z", "2015-11-30T05:00:00Z"} {
		assert.Equal(t, at, slices[i].TimeStamp.Format(time.RFC3339))
	}
	want := []struct{ size, proportion string }{
		{"<1M", "7.91"},
		{"<20K", "0.137"},
		{"<5K", "64.544"},
		{">1M", "21.334"},
		{"<10K", "0.01"},
		{"<50K", "0.02"},
		{"<100K", "6.046"},
	}
	require.Len(t, slices[0].Value, len(want))
	for i, w := range want {
		assert.Equal(t, w.size, slices[0].Value[i].FileSize)
		assert.Equal(t, w.proportion, slices[0].Value[i].Proportion.String())
	}
}

func TestDescribeDomainISPData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainISPData")
	resp, err := c.DescribeDomainISPData(t.Context(), &types.DescribeDomainISPDataRequest{
		DomainName: "example.com",
	})
	require.NoError(t, err)

	assert.Equal(t, "DE81639B-DAC1-4C76-AB72-F34B836837D5", resp.RequestId)
	assert.Equal(t, "example1.com", resp.DomainName)
	assert.Equal(t, "2016-03-13T00:00:00Z", resp.StartTime.Format(time.RFC3339))
	assert.Equal(t, "2016-03-14T00:00:00Z", resp.EndTime.Format(time.RFC3339))
	assert.Equal(t, types.Int(86400), resp.DataInterval)
	assert.Empty(t, resp.ISPDataInterval)

	require.Len(t, resp.Value, 9)
	telecom := resp.Value[8]
	assert.Equal(t, "电信", telecom.ISP)
	assert.Equal(t, "telecom", telecom.IspEname)
	assert.Equal(t, "54.62416016593768", telecom.Proportion.String())
	assert.Equal(t, types.Int(12114), telecom.TotalQuery)
	assert.Equal(t, int64(34199357008), telecom.TotalBytes.Int64())
	assert.Equal(t, "59.01449878861353", telecom.BytesProportion.String())
	assert.Equal(t, "6333214.260796296", telecom.Bps.String())
	assert.Equal(t, "0.28041666666666665", telecom.Qps.String())
	assert.Equal(t, "2823126.71357933", telecom.AvgObjectSize.String())
	assert.Equal(t, "2868.494056463596", telecom.AvgResponseTime.String())
	assert.Equal(t, "984.184264638081", telecom.AvgResponseRate.String())
	assert.True(t, telecom.ReqErrRate.IsSet())
	assert.Equal(t, "0", telecom.ReqErrRate.String())
	assert.Equal(t, "99.99968869093071", telecom.ByteHitRate.String())
	assert.Equal(t, "99.97523526498266", telecom.ReqHitRate.String())
	assert.Equal(t, "0.000023148148148148147", resp.Value[0].Qps.String())
}

func TestDescribeDomainRegionData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainRegionData")
	resp, err := c.DescribeDomainRegionData(t.Context(), &types.DescribeDomainRegionDataRequest{
		DomainName: []string{"example.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "2E5AD83F-BD7B-462E-8319-2E30E305519A", resp.RequestId)
	assert.Equal(t, "example1.com", resp.DomainName)
	assert.Equal(t, "2015-12-07T12:00:00Z", resp.StartTime.Format(time.RFC3339))
	assert.Equal(t, "2015-12-05T12:00:00Z", resp.EndTime.Format(time.RFC3339))
	assert.Equal(t, types.Int(86400), resp.DataInterval)
	assert.Empty(t, resp.RegionDataInterval)

	require.Len(t, resp.Value, 3)
	assert.Equal(t, "日本", resp.Value[0].Region)
	assert.Empty(t, resp.Value[0].RegionEname)
	assert.Equal(t, "0.000059523809523809524", resp.Value[0].Qps.String())

	chongqing := resp.Value[2]
	assert.Equal(t, "重庆市", chongqing.Region)
	assert.Equal(t, "chongqing", chongqing.RegionEname)
	assert.Equal(t, "0.33908754623921084", chongqing.Proportion.String())
	assert.Equal(t, types.Int(88), chongqing.TotalQuery)
	assert.Equal(t, int64(254166333), chongqing.TotalBytes.Int64())
	assert.Equal(t, "0.37532921137846464", chongqing.BytesProportion.String())
	assert.Equal(t, "40343.86242857143", chongqing.Bps.String())
	assert.Equal(t, "0.001746031746031746", chongqing.Qps.String())
	assert.Equal(t, "2888253.7875", chongqing.AvgObjectSize.String())
	assert.Equal(t, "3666.193181818182", chongqing.AvgResponseTime.String())
	assert.Equal(t, "787.8073097249128", chongqing.AvgResponseRate.String())
	assert.False(t, chongqing.ReqErrRate.IsSet())
}

func TestDescribeDomainUvData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainUvData")
	resp, err := c.DescribeDomainUvData(t.Context(), &types.DescribeDomainUvDataRequest{
		DomainName: "example.com",
	})
	require.NoError(t, err)

	assert.Equal(t, "E9D3257A-1B7C-414C-90C1-8D07AC47BCAC", resp.RequestId)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.Equal(t, "2015-11-29T00:00:00Z", resp.StartTime.Format(time.RFC3339))
	assert.Equal(t, "2015-11-30T00:00:00Z", resp.EndTime.Format(time.RFC3339))
	assert.Equal(t, types.Int(3600), resp.DataInterval)
	require.Len(t, resp.UvDataInterval, 24)
	assert.Equal(t, "2015-11-29T20:00:00Z", resp.UvDataInterval[0].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, int64(318), resp.UvDataInterval[0].Value.Int64())
	assert.Equal(t, "2015-11-29T09:00:00Z", resp.UvDataInterval[23].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, int64(312), resp.UvDataInterval[23].Value.Int64())
}

func TestDescribeDomainPvData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainPvData")
	resp, err := c.DescribeDomainPvData(t.Context(), &types.DescribeDomainPvDataRequest{
		DomainName: "example.com",
	})
	require.NoError(t, err)

	assert.Equal(t, "BCD7D917-76F1-442F-BB75-C810DE34C761", resp.RequestId)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.Equal(t, "2015-11-28T00:00:00Z", resp.StartTime.Format(time.RFC3339))
	assert.Equal(t, "2015-11-29T00:00:00Z", resp.EndTime.Format(time.RFC3339))
	assert.Equal(t, types.Int(3600), resp.DataInterval)
	require.Len(t, resp.PvDataInterval, 24)
	assert.Equal(t, "2015-11-28T03:00:00Z", resp.PvDataInterval[0].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, int64(9292), resp.PvDataInterval[0].Value.Int64())
	assert.Equal(t, "2015-11-28T11:00:00Z", resp.PvDataInterval[23].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, int64(9604), resp.PvDataInterval[23].Value.Int64())
}
