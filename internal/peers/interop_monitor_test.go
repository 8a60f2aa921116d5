package peers_test

import (
	"maps"
	"net/http"
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// span is what the data actions are asked about: two hours, a while ago.
type span struct {
	start, end time.Time
	params     params // StartTime and EndTime
}

func newSpan(c *clock) span {
	end := c.Now().Truncate(time.Hour).Add(-24 * time.Hour)
	start := end.Add(-2 * time.Hour)
	return span{start: start, end: end, params: params{"StartTime": utc(start), "EndTime": utc(end)}}
}

// with returns the parameters of the span and those of names and texts in turn.
func (s span) with(pairs ...string) params {
	all := maps.Clone(s.params)
	for i := 0; i < len(pairs); i += 2 {
		all[pairs[i]] = pairs[i+1]
	}
	return all
}

func newMonitor(t *testing.T) (tw *twins, s span, start, end types.Time) {
	t.Helper()
	tw = newTwins(t, cdntest.WithDomains(www, img, wildcard))
	s = newSpan(tw.clock)
	return tw, s, types.UTC(s.start), types.UTC(s.end)
}

func TestOfficialBandwidth(t *testing.T) {
	t.Parallel()
	tw, s, start, end := newMonitor(t)
	two := []string{www, img}
	compare(tw, (*cdn.Client).DescribeDomainBpsData, cdn.CreateDescribeDomainBpsDataRequest(),
		s.with("DomainName", www+","+img, "Interval", "300", "LocationNameEn", "zhejiang", "IspNameEn", "telecom"),
		(*alicdn.Client).DescribeDomainBpsData, &types.DescribeDomainBpsDataRequest{
			DomainName: two, StartTime: start, EndTime: end, Interval: types.Interval300, LocationNameEn: "zhejiang", IspNameEn: "telecom",
		})
	compare(tw, (*cdn.Client).DescribeDomainBpsData, cdn.CreateDescribeDomainBpsDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainBpsData, &types.DescribeDomainBpsDataRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end,
		})
	compare(tw, (*cdn.Client).DescribeDomainTrafficData, cdn.CreateDescribeDomainTrafficDataRequest(),
		s.with("DomainName", www, "Interval", "3600", "LocationNameEn", "zhejiang", "IspNameEn", "telecom"),
		(*alicdn.Client).DescribeDomainTrafficData, &types.DescribeDomainTrafficDataRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end, Interval: types.Interval3600, LocationNameEn: "zhejiang", IspNameEn: "telecom",
		})
	compare(tw, (*cdn.Client).DescribeDomainQpsData, cdn.CreateDescribeDomainQpsDataRequest(),
		s.with("DomainName", wildcard, "Interval", "300", "LocationNameEn", "zhejiang", "IspNameEn", "telecom"),
		(*alicdn.Client).DescribeDomainQpsData, &types.DescribeDomainQpsDataRequest{
			DomainName: []string{wildcard}, StartTime: start, EndTime: end, Interval: types.Interval300, LocationNameEn: "zhejiang", IspNameEn: "telecom",
		})
	compare(tw, (*cdn.Client).DescribeDomainHitRateData, cdn.CreateDescribeDomainHitRateDataRequest(),
		s.with("DomainName", www, "Interval", "300"),
		(*alicdn.Client).DescribeDomainHitRateData, &types.DescribeDomainHitRateDataRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end, Interval: types.Interval300,
		})
	compare(tw, (*cdn.Client).DescribeDomainReqHitRateData, cdn.CreateDescribeDomainReqHitRateDataRequest(),
		s.with("DomainName", www, "Interval", "300"),
		(*alicdn.Client).DescribeDomainReqHitRateData, &types.DescribeDomainReqHitRateDataRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end, Interval: types.Interval300,
		})
	compare(tw, (*cdn.Client).DescribeDomainAverageResponseTime, cdn.CreateDescribeDomainAverageResponseTimeRequest(),
		s.with("DomainName", www, "TimeMerge", "1", "DomainType", "dynamic", "Interval", "300", "LocationNameEn", "zhejiang", "IspNameEn", "telecom"),
		(*alicdn.Client).DescribeDomainAverageResponseTime, &types.DescribeDomainAverageResponseTimeRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end, TimeMerge: true, DomainType: types.DomainTypeDynamic,
			Interval: types.Interval300, LocationNameEn: "zhejiang", IspNameEn: "telecom",
		})
	compare(tw, (*cdn.Client).DescribeDomainHttpCodeData, cdn.CreateDescribeDomainHttpCodeDataRequest(),
		s.with("DomainName", www+","+img, "Interval", "300", "LocationNameEn", "zhejiang", "IspNameEn", "telecom"),
		(*alicdn.Client).DescribeDomainHttpCodeData, &types.DescribeDomainHttpCodeDataRequest{
			DomainName: two, StartTime: start, EndTime: end, Interval: types.Interval300, LocationNameEn: "zhejiang", IspNameEn: "telecom",
		})
	compare(tw, (*cdn.Client).DescribeDomainSrcBpsData, cdn.CreateDescribeDomainSrcBpsDataRequest(),
		s.with("DomainName", www, "Interval", "300"),
		(*alicdn.Client).DescribeDomainSrcBpsData, &types.DescribeDomainSrcBpsDataRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end, Interval: types.Interval300,
		})
	compare(tw, (*cdn.Client).DescribeDomainSrcTrafficData, cdn.CreateDescribeDomainSrcTrafficDataRequest(),
		s.with("DomainName", www, "Interval", "300"),
		(*alicdn.Client).DescribeDomainSrcTrafficData, &types.DescribeDomainSrcTrafficDataRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end, Interval: types.Interval300,
		}, gap{"SrcFlowDataPerInterval", "the official client reads SrcTrafficDataPerInterval, as the service of today calls it"})
	compare(tw, (*cdn.Client).DescribeDomainSrcHttpCodeData, cdn.CreateDescribeDomainSrcHttpCodeDataRequest(),
		s.with("DomainName", www, "Interval", "300"),
		(*alicdn.Client).DescribeDomainSrcHttpCodeData, &types.DescribeDomainSrcHttpCodeDataRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end, Interval: types.Interval300,
		})
}

func TestOfficialRealTime(t *testing.T) {
	t.Parallel()
	tw, s, start, end := newMonitor(t)
	one := []string{www}
	compare(tw, (*cdn.Client).DescribeDomainRealTimeBpsData, cdn.CreateDescribeDomainRealTimeBpsDataRequest(),
		s.with("DomainName", www, "LocationNameEn", "zhejiang", "IspNameEn", "telecom"),
		(*alicdn.Client).DescribeDomainRealTimeBpsData, &types.DescribeDomainRealTimeBpsDataRequest{
			DomainName: one, StartTime: start, EndTime: end, LocationNameEn: "zhejiang", IspNameEn: "telecom",
		})
	compare(tw, (*cdn.Client).DescribeDomainRealTimeQpsData, cdn.CreateDescribeDomainRealTimeQpsDataRequest(),
		s.with("DomainName", www, "LocationNameEn", "zhejiang", "IspNameEn", "telecom"),
		(*alicdn.Client).DescribeDomainRealTimeQpsData, &types.DescribeDomainRealTimeQpsDataRequest{
			DomainName: one, StartTime: start, EndTime: end, LocationNameEn: "zhejiang", IspNameEn: "telecom",
		})
	compare(tw, (*cdn.Client).DescribeDomainRealTimeByteHitRateData, cdn.CreateDescribeDomainRealTimeByteHitRateDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainRealTimeByteHitRateData, &types.DescribeDomainRealTimeByteHitRateDataRequest{
			DomainName: one, StartTime: start, EndTime: end,
		}, gap{"Data", "the official client reads ByteHitRateDataModel, as the service of today calls it"})
	compare(tw, (*cdn.Client).DescribeDomainRealTimeReqHitRateData, cdn.CreateDescribeDomainRealTimeReqHitRateDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainRealTimeReqHitRateData, &types.DescribeDomainRealTimeReqHitRateDataRequest{
			DomainName: one, StartTime: start, EndTime: end,
		}, gap{"Data", "the official client reads ReqHitRateDataModel, as the service of today calls it"})
	compare(tw, (*cdn.Client).DescribeDomainRealTimeTrafficData, cdn.CreateDescribeDomainRealTimeTrafficDataRequest(),
		s.with("DomainName", www+","+img, "LocationNameEn", "zhejiang", "IspNameEn", "telecom"),
		(*alicdn.Client).DescribeDomainRealTimeTrafficData, &types.DescribeDomainRealTimeTrafficDataRequest{
			DomainName: []string{www, img}, StartTime: start, EndTime: end, LocationNameEn: "zhejiang", IspNameEn: "telecom",
		})
	compare(tw, (*cdn.Client).DescribeDomainRealTimeHttpCodeData, cdn.CreateDescribeDomainRealTimeHttpCodeDataRequest(),
		s.with("DomainName", www, "LocationNameEn", "zhejiang", "IspNameEn", "telecom"),
		(*alicdn.Client).DescribeDomainRealTimeHttpCodeData, &types.DescribeDomainRealTimeHttpCodeDataRequest{
			DomainName: one, StartTime: start, EndTime: end, LocationNameEn: "zhejiang", IspNameEn: "telecom",
		})
	compare(tw, (*cdn.Client).DescribeDomainRealTimeSrcBpsData, cdn.CreateDescribeDomainRealTimeSrcBpsDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainRealTimeSrcBpsData, &types.DescribeDomainRealTimeSrcBpsDataRequest{
			DomainName: one, StartTime: start, EndTime: end,
		})
	compare(tw, (*cdn.Client).DescribeDomainRealTimeSrcTrafficData, cdn.CreateDescribeDomainRealTimeSrcTrafficDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainRealTimeSrcTrafficData, &types.DescribeDomainRealTimeSrcTrafficDataRequest{
			DomainName: one, StartTime: start, EndTime: end,
		})
	compare(tw, (*cdn.Client).DescribeDomainRealTimeSrcHttpCodeData, cdn.CreateDescribeDomainRealTimeSrcHttpCodeDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainRealTimeSrcHttpCodeData, &types.DescribeDomainRealTimeSrcHttpCodeDataRequest{
			DomainName: one, StartTime: start, EndTime: end,
		})
}

func TestOfficialAudience(t *testing.T) {
	t.Parallel()
	tw, s, start, end := newMonitor(t)
	compare(tw, (*cdn.Client).DescribeDomainISPData, cdn.CreateDescribeDomainISPDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainISPData, &types.DescribeDomainISPDataRequest{
			DomainName: www, StartTime: start, EndTime: end,
		}, gap{"Value.ByteHitRate", lacks}, gap{"Value.ReqHitRate", lacks})
	compare(tw, (*cdn.Client).DescribeDomainRegionData, cdn.CreateDescribeDomainRegionDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainRegionData, &types.DescribeDomainRegionDataRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end,
		})
	compare(tw, (*cdn.Client).DescribeDomainUvData, cdn.CreateDescribeDomainUvDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainUvData, &types.DescribeDomainUvDataRequest{
			DomainName: www, StartTime: start, EndTime: end,
		})
	compare(tw, (*cdn.Client).DescribeDomainPvData, cdn.CreateDescribeDomainPvDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainPvData, &types.DescribeDomainPvDataRequest{
			DomainName: www, StartTime: start, EndTime: end,
		})
	compareRaw(tw, "DescribeDomainFileSizeProportionData", http.MethodPost,
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainFileSizeProportionData, &types.DescribeDomainFileSizeProportionDataRequest{
			DomainName: www, StartTime: start, EndTime: end,
		})
	compare(tw, (*cdn.Client).DescribeDomainTopReferVisit, cdn.CreateDescribeDomainTopReferVisitRequest(),
		s.with("DomainName", www, "SortBy", "traf"),
		(*alicdn.Client).DescribeDomainTopReferVisit, &types.DescribeDomainTopReferVisitRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end, SortBy: types.SortByTraf,
		})
	compare(tw, (*cdn.Client).DescribeDomainTopUrlVisit, cdn.CreateDescribeDomainTopUrlVisitRequest(),
		s.with("DomainName", www, "SortBy", "pv"),
		(*alicdn.Client).DescribeDomainTopUrlVisit, &types.DescribeDomainTopUrlVisitRequest{
			DomainName: www, StartTime: start, EndTime: end, SortBy: types.SortByPv,
		})
}

func TestOfficialStatistics(t *testing.T) {
	t.Parallel()
	tw, s, start, end := newMonitor(t)
	compare(tw, (*cdn.Client).DescribeDomainsUsageByDay, cdn.CreateDescribeDomainsUsageByDayRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainsUsageByDay, &types.DescribeDomainsUsageByDayRequest{
			DomainName: www, StartTime: start, EndTime: end,
		})
	top := compare(tw, (*cdn.Client).DescribeTopDomainsByFlow, cdn.CreateDescribeTopDomainsByFlowRequest(), params{
		"StartTime": utc(s.start), "EndTime": utc(s.end), "Limit": requests.NewInteger(2),
	}, (*alicdn.Client).DescribeTopDomainsByFlow, &types.DescribeTopDomainsByFlowRequest{StartTime: start, EndTime: end, Limit: 2})
	require.Len(t, top.TopDomains, 2)
	compare(tw, (*cdn.Client).DescribeCdnRegionAndIsp, cdn.CreateDescribeCdnRegionAndIspRequest(), nil,
		(*alicdn.Client).DescribeCdnRegionAndIsp, nil)
	compare(tw, (*cdn.Client).DescribeDomainBpsDataByTimeStamp, cdn.CreateDescribeDomainBpsDataByTimeStampRequest(), params{
		"DomainName": www, "LocationNames": "zhejiang,beijing", "IspNames": "telecom,unicom", "TimePoint": utc(s.start),
	}, (*alicdn.Client).DescribeDomainBpsDataByTimeStamp, &types.DescribeDomainBpsDataByTimeStampRequest{
		DomainName: www, LocationNames: []string{"zhejiang", "beijing"}, IspNames: []string{"telecom", "unicom"}, TimePoint: start,
	})
	anHour := s.start.Add(time.Hour) // longer is not allowed
	compare(tw, (*cdn.Client).DescribeRangeDataByLocateAndIspService, cdn.CreateDescribeRangeDataByLocateAndIspServiceRequest(),
		s.with("EndTime", utc(anHour), "DomainNames", www, "LocationNames", "浙江省,zhejiang,beijing", "IspNames", "telecom,alibaba"),
		(*alicdn.Client).DescribeRangeDataByLocateAndIspService, &types.DescribeRangeDataByLocateAndIspServiceRequest{
			DomainNames: www, StartTime: start, EndTime: types.UTC(anHour),
			LocationNames: []string{"浙江省", "zhejiang", "beijing"}, IspNames: []string{"telecom", "alibaba"},
		})
	compare(tw, (*cdn.Client).DescribeL2VipsByDomain, cdn.CreateDescribeL2VipsByDomainRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).DescribeL2VipsByDomain, &types.DescribeL2VipsByDomainRequest{DomainName: www})
}
