package peers_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

func TestOfficialLayers(t *testing.T) {
	t.Parallel()
	tw, s, start, end := newMonitor(t)
	two := []string{www, img}
	compare(tw, (*cdn.Client).DescribeDomainBpsDataByLayer, cdn.CreateDescribeDomainBpsDataByLayerRequest(),
		s.with("DomainName", www+","+img, "Interval", "300", "LocationNameEn", "zhejiang", "IspNameEn", "telecom", "Layer", "https"),
		(*alicdn.Client).DescribeDomainBpsDataByLayer, &types.DescribeDomainBpsDataByLayerRequest{
			DomainName: two, StartTime: start, EndTime: end, Interval: types.Interval300,
			LocationNameEn: "zhejiang", IspNameEn: "telecom", Layer: types.LayerHttps,
		})
	compare(tw, (*cdn.Client).DescribeDomainQpsDataByLayer, cdn.CreateDescribeDomainQpsDataByLayerRequest(),
		s.with("DomainName", www+","+img, "Interval", "300", "LocationNameEn", "zhejiang", "IspNameEn", "telecom", "Layer", "https"),
		(*alicdn.Client).DescribeDomainQpsDataByLayer, &types.DescribeDomainQpsDataByLayerRequest{
			DomainName: two, StartTime: start, EndTime: end, Interval: types.Interval300,
			LocationNameEn: "zhejiang", IspNameEn: "telecom", Layer: types.LayerHttps,
		})
	compare(tw, (*cdn.Client).DescribeDomainHttpCodeDataByLayer, cdn.CreateDescribeDomainHttpCodeDataByLayerRequest(),
		s.with("DomainName", www+","+img, "Interval", "300", "LocationNameEn", "zhejiang", "IspNameEn", "telecom", "Layer", "https"),
		(*alicdn.Client).DescribeDomainHttpCodeDataByLayer, &types.DescribeDomainHttpCodeDataByLayerRequest{
			DomainName: two, StartTime: start, EndTime: end, Interval: types.Interval300,
			LocationNameEn: "zhejiang", IspNameEn: "telecom", Layer: types.LayerHttps,
		})
	anHour := s.start.Add(time.Hour) // longer is not allowed
	compare(tw, (*cdn.Client).DescribeDomainDetailDataByLayer, cdn.CreateDescribeDomainDetailDataByLayerRequest(),
		s.with("EndTime", utc(anHour), "DomainName", www+","+img, "LocationNameEn", "zhejiang", "IspNameEn", "telecom", "Layer", "https",
			"Field", "bps,qps,traf,acc,ipv6_bps,ipv6_qps,ipv6_traf,ipv6_acc,http_code"),
		(*alicdn.Client).DescribeDomainDetailDataByLayer, &types.DescribeDomainDetailDataByLayerRequest{
			DomainName: two, StartTime: start, EndTime: types.UTC(anHour), LocationNameEn: "zhejiang", IspNameEn: "telecom",
			Layer: types.DataProtocolHttps,
			Field: []types.DetailField{
				types.DetailFieldBps, types.DetailFieldQps, types.DetailFieldTraf, types.DetailFieldAcc, types.DetailFieldIpv6Bps,
				types.DetailFieldIpv6Qps, types.DetailFieldIpv6Traf, types.DetailFieldIpv6Acc, types.DetailFieldHttpCode,
			},
		})
	minutes := s.start.Add(5 * time.Minute)
	compare(tw, (*cdn.Client).DescribeDomainRealTimeDetailData, cdn.CreateDescribeDomainRealTimeDetailDataRequest(),
		s.with("EndTime", utc(minutes), "DomainName", www+","+img, "LocationNameEn", "zhejiang", "IspNameEn", "telecom",
			"Field", "qps,bps,http_code", "Merge", "true", "MergeLocIsp", "true"),
		(*alicdn.Client).DescribeDomainRealTimeDetailData, &types.DescribeDomainRealTimeDetailDataRequest{
			DomainName: two, StartTime: start, EndTime: types.UTC(minutes), LocationNameEn: "zhejiang", IspNameEn: "telecom",
			Field: []types.RealTimeDetailField{types.RealTimeDetailFieldQps, types.RealTimeDetailFieldBps, types.RealTimeDetailFieldHttpCode},
			Merge: true, MergeLocIsp: true,
		})
	compare(tw, (*cdn.Client).DescribeDomainRealTimeDetailData, cdn.CreateDescribeDomainRealTimeDetailDataRequest(),
		s.with("EndTime", utc(minutes), "DomainName", www, "Field", "qps,bps,http_code"),
		(*alicdn.Client).DescribeDomainRealTimeDetailData, &types.DescribeDomainRealTimeDetailDataRequest{
			DomainName: []string{www}, StartTime: start, EndTime: types.UTC(minutes),
			Field: []types.RealTimeDetailField{types.RealTimeDetailFieldQps, types.RealTimeDetailFieldBps, types.RealTimeDetailFieldHttpCode},
		})
}

func TestOfficialDetails(t *testing.T) {
	t.Parallel()
	tw, s, start, end := newMonitor(t)
	compare(tw, (*cdn.Client).DescribeDomainMax95BpsData, cdn.CreateDescribeDomainMax95BpsDataRequest(),
		s.with("DomainName", www, "TimePoint", utc(s.start), "Cycle", "day"),
		(*alicdn.Client).DescribeDomainMax95BpsData, &types.DescribeDomainMax95BpsDataRequest{
			DomainName: www, StartTime: start, EndTime: end, TimePoint: start, Cycle: types.CycleDay,
		})
	compare(tw, (*cdn.Client).DescribeDomainMax95BpsData, cdn.CreateDescribeDomainMax95BpsDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainMax95BpsData, &types.DescribeDomainMax95BpsDataRequest{
			DomainName: www, StartTime: start, EndTime: end,
		})
	anHour := s.start.Add(time.Hour)
	compare(tw, (*cdn.Client).DescribeDomainMultiUsageData, cdn.CreateDescribeDomainMultiUsageDataRequest(),
		s.with("EndTime", utc(anHour), "DomainName", www+","+img),
		(*alicdn.Client).DescribeDomainMultiUsageData, &types.DescribeDomainMultiUsageDataRequest{
			DomainName: []string{www, img}, StartTime: start, EndTime: types.UTC(anHour),
		})
	compare(tw, (*cdn.Client).DescribeDomainPathData, cdn.CreateDescribeDomainPathDataRequest(), params{
		"StartTime": utc(s.start), "EndTime": utc(s.end), "DomainName": www, "Path": "/",
		"PageNumber": requests.NewInteger(1), "PageSize": requests.NewInteger(10),
	}, (*alicdn.Client).DescribeDomainPathData, &types.DescribeDomainPathDataRequest{
		DomainName: www, StartTime: start, EndTime: end, Path: "/", PageNumber: 1, PageSize: 10,
	}, gap{"RequestId", lacks})
	compare(tw, (*cdn.Client).DescribeDomainSrcQpsData, cdn.CreateDescribeDomainSrcQpsDataRequest(),
		s.with("DomainName", www+","+img, "Interval", "300"),
		(*alicdn.Client).DescribeDomainSrcQpsData, &types.DescribeDomainSrcQpsDataRequest{
			DomainName: []string{www, img}, StartTime: start, EndTime: end, Interval: types.Interval300,
		})
	compare(tw, (*cdn.Client).DescribeDomainSrcTopUrlVisit, cdn.CreateDescribeDomainSrcTopUrlVisitRequest(),
		s.with("DomainName", www+","+img, "SortBy", "traf"),
		(*alicdn.Client).DescribeDomainSrcTopUrlVisit, &types.DescribeDomainSrcTopUrlVisitRequest{
			DomainName: []string{www, img}, StartTime: start, EndTime: end, SortBy: types.SortByTraf,
		})
	compare(tw, (*cdn.Client).DescribeDomainTopClientIpVisit, cdn.CreateDescribeDomainTopClientIpVisitRequest(),
		s.with("DomainName", www+","+img, "LocationNameEn", "zhejiang,beijing", "SortBy", "acc", "Limit", "10"),
		(*alicdn.Client).DescribeDomainTopClientIpVisit, &types.DescribeDomainTopClientIpVisitRequest{
			DomainName: []string{www, img}, StartTime: start, EndTime: end, LocationNameEn: []string{"zhejiang", "beijing"},
			SortBy: types.ClientSortByAcc, Limit: 10,
		})
	activity := compare(tw, (*cdn.Client).DescribeDomainCcActivityLog, cdn.CreateDescribeDomainCcActivityLogRequest(),
		s.with("DomainName", www+","+img),
		(*alicdn.Client).DescribeDomainCcActivityLog, &types.DescribeDomainCcActivityLogRequest{
			DomainName: []string{www, img}, StartTime: start, EndTime: end,
		})
	require.NotEmpty(t, activity.ActivityLog)
	client := activity.ActivityLog[0].Value
	activity = compare(tw, (*cdn.Client).DescribeDomainCcActivityLog, cdn.CreateDescribeDomainCcActivityLogRequest(), params{
		"StartTime": utc(s.start), "EndTime": utc(s.end), "DomainName": www + "," + img, "TriggerObject": "IP", "Value": client,
		"RuleName": "default_normal", "PageNumber": requests.NewInteger(1), "PageSize": requests.NewInteger(10),
	}, (*alicdn.Client).DescribeDomainCcActivityLog, &types.DescribeDomainCcActivityLogRequest{
		DomainName: []string{www, img}, StartTime: start, EndTime: end, TriggerObject: "IP", Value: client,
		RuleName: "default_normal", PageNumber: 1, PageSize: 10,
	})
	require.NotEmpty(t, activity.ActivityLog)
}

func TestOfficialScripts(t *testing.T) {
	t.Parallel()
	tw, s, start, end := newMonitor(t)
	set := compare(tw, (*cdn.Client).BatchSetCdnDomainConfig, cdn.CreateBatchSetCdnDomainConfigRequest(), params{
		"DomainNames": www,
		"Functions":   `[{"functionName":"gzip","functionArgs":[{"argName":"enable","argValue":"on"}]}]`,
	}, (*alicdn.Client).BatchSetCdnDomainConfig, &types.BatchSetCdnDomainConfigRequest{
		DomainNames: []string{www},
		Functions:   types.Functions{{FunctionName: types.FunctionGzip, FunctionArgs: []types.FunctionArg{{ArgName: "enable", ArgValue: "on"}}}},
	})
	rule := string(set.DomainConfigList[0].ConfigId)
	execution := compare(tw, (*cdn.Client).DescribeEsExecuteData, cdn.CreateDescribeEsExecuteDataRequest(),
		s.with("RuleId", rule),
		(*alicdn.Client).DescribeEsExecuteData, &types.DescribeEsExecuteDataRequest{RuleId: rule, StartTime: start, EndTime: end})
	require.NotEmpty(t, execution.Contents)
	compareRaw(tw, "DescribeEsExceptionData", http.MethodPost,
		s.with("RuleId", rule),
		(*alicdn.Client).DescribeEsExceptionData, &types.DescribeEsExceptionDataRequest{RuleId: rule, StartTime: start, EndTime: end})
}
