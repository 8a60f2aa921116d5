package peers_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func TestOfficialBills(t *testing.T) {
	t.Parallel()
	for _, charge := range []types.InternetChargeType{types.InternetChargeTypePayByTraffic, types.InternetChargeTypePayByBandwidth} {
		tw := newTwins(t, cdntest.WithDomains(www, img), cdntest.WithInternetChargeType(charge))
		until := tw.clock.Now().Truncate(time.Hour)
		from := until.AddDate(0, 0, -3)
		start, end := types.UTC(from), types.UTC(until)
		kinds := compare(tw, (*cdn.Client).DescribeCdnUserBillType, cdn.CreateDescribeCdnUserBillTypeRequest(), params{
			"StartTime": utc(from), "EndTime": utc(until),
		}, (*alicdn.Client).DescribeCdnUserBillType, &types.DescribeCdnUserBillTypeRequest{StartTime: start, EndTime: end})
		require.NotEmpty(t, kinds.BillTypeData)
		history := compare(tw, (*cdn.Client).DescribeCdnUserBillHistory, cdn.CreateDescribeCdnUserBillHistoryRequest(), params{
			"StartTime": utc(from), "EndTime": utc(until),
		}, (*alicdn.Client).DescribeCdnUserBillHistory, &types.DescribeCdnUserBillHistoryRequest{StartTime: start, EndTime: end})
		require.NotEmpty(t, history.BillHistoryData)
	}
}

func TestOfficialForecast(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www, img), cdntest.WithInternetChargeType(types.InternetChargeTypePayByBandwidth95))
	now := tw.clock.Now().In(time.FixedZone("Asia/Shanghai", 8*60*60))
	from := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, now.Location())
	until := now.Add(time.Hour)
	compare(tw, (*cdn.Client).DescribeCdnUserBillPrediction, cdn.CreateDescribeCdnUserBillPredictionRequest(), params{
		"StartTime": utc(from), "EndTime": utc(until), "Dimension": "flow", "Area": "CN,OverSeas",
	}, (*alicdn.Client).DescribeCdnUserBillPrediction, &types.DescribeCdnUserBillPredictionRequest{
		StartTime: types.UTC(from), EndTime: types.UTC(until), Dimension: types.BillDimensionFlow,
		Area: []types.UsageArea{types.UsageAreaCN, types.UsageAreaOverSeas},
	})
}

func TestOfficialAccount(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www))
	compare(tw, (*cdn.Client).DescribeCdnOrderCommodityCode, cdn.CreateDescribeCdnOrderCommodityCodeRequest(), params{
		"CommodityCode": "cdnflowbag",
	}, (*alicdn.Client).DescribeCdnOrderCommodityCode, &types.DescribeCdnOrderCommodityCodeRequest{CommodityCode: "cdnflowbag"})
	allowed := compare(tw, (*cdn.Client).DescribeCdnUserConfigs, cdn.CreateDescribeCdnUserConfigsRequest(), params{
		"FunctionName": "domain_business_control",
	}, (*alicdn.Client).DescribeCdnUserConfigs, &types.DescribeCdnUserConfigsRequest{FunctionName: types.UserConfigFunctionDomainBusinessControl})
	require.Len(t, allowed.Configs, 1)
	for _, feature := range []types.UserFeature{types.UserFeatureOss, types.UserFeatureWaf} {
		compare(tw, (*cdn.Client).DescribeUserConfigs, cdn.CreateDescribeUserConfigsRequest(), params{
			"Config": string(feature),
		}, (*alicdn.Client).DescribeUserConfigs, &types.DescribeUserConfigsRequest{Config: feature})
	}
	compareRaw(tw, "DescribeUserCdnStatus", http.MethodPost, nil, (*alicdn.Client).DescribeUserCdnStatus, nil)
	compareRaw(tw, "DescribeCdnSecFuncInfo", http.MethodPost, params{
		"SecFuncType": "CipherSuiteGroupStrict", "Lang": "en",
	}, (*alicdn.Client).DescribeCdnSecFuncInfo, &types.DescribeCdnSecFuncInfoRequest{
		SecFuncType: types.SecFuncTypeCipherSuiteGroupStrict, Lang: types.LangEn,
	})

	s := newSpan(tw.clock)
	usage := compare(tw, (*cdn.Client).CreateUserUsageDataExportTask, cdn.CreateCreateUserUsageDataExportTaskRequest(),
		s.with("TaskName", "usage"),
		(*alicdn.Client).CreateUserUsageDataExportTask, &types.CreateUserUsageDataExportTaskRequest{
			StartTime: types.UTC(s.start), EndTime: types.UTC(s.end), TaskName: "usage",
		})
	detail := compare(tw, (*cdn.Client).CreateUsageDetailDataExportTask, cdn.CreateCreateUsageDetailDataExportTaskRequest(),
		s.with("Type", "flow"),
		(*alicdn.Client).CreateUsageDetailDataExportTask, &types.CreateUsageDetailDataExportTaskRequest{
			StartTime: types.UTC(s.start), EndTime: types.UTC(s.end), Type: types.ExportTypeFlow,
		})
	tw.wait()
	compare(tw, (*cdn.Client).DeleteUserUsageDataExportTask, cdn.CreateDeleteUserUsageDataExportTaskRequest(), params{
		"TaskId": string(usage.TaskId),
	}, (*alicdn.Client).DeleteUserUsageDataExportTask, &types.DeleteUserUsageDataExportTaskRequest{TaskId: usage.TaskId})
	compare(tw, (*cdn.Client).DeleteUsageDetailDataExportTask, cdn.CreateDeleteUsageDetailDataExportTaskRequest(), params{
		"TaskId": string(detail.TaskId),
	}, (*alicdn.Client).DeleteUsageDetailDataExportTask, &types.DeleteUsageDetailDataExportTaskRequest{TaskId: detail.TaskId})
}
