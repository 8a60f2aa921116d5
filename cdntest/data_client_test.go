package cdntest_test

import (
	"context"
	"io"
	"net/http"
	"reflect"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// fill sets the fields of a request that there are values for.
func fill(request reflect.Value, values map[string]any) {
	for name, value := range values {
		field := request.Elem().FieldByName(name)
		if !field.IsValid() {
			continue
		}
		if text, ok := value.(string); ok && field.Kind() == reflect.Slice {
			value = []string{text}
		}
		field.Set(reflect.ValueOf(value).Convert(field.Type()))
	}
}

// Every answer of a data, log, refresh, security or usage action is one that the client
// can read.
func TestTheClientReadsEveryAnswer(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDomains("a.example.com"))
		client := server.Client()
		now := time.Now()
		values := map[string]any{
			"DomainName": "a.example.com", "DomainNames": "a.example.com", "Domain": "a.example.com",
			"StartTime": types.UTC(now.Add(-hour)), "EndTime": types.UTC(now), "TimePoint": types.UTC(now.Add(-hour)),
			"LocationNames": "tianjin", "IspNames": "telecom",
			"ObjectPath": "http://a.example.com/1.png",
			"Project":    "p", "Logstore": "l", "Region": "cn-shanghai",
			"ConfigId": "25473b84-d598-498e-b148-f23d0a255555", "Tag": "t",
			"Field": "traf", "ObjectType": "file", "RuleId": "1",
			"TaskId": "1", "CacheTag": "sale", "IP": "198.19.0.1", "IpAddrList": "198.19.0.1", "Ips": "198.19.0.1",
			"IPList": "192.0.2.7", "OperationType": "block", "DataId": "condition_isp_config_en", "RegionId": "cn-hangzhou",
			"WaitUri": "^/", "WaitUrl": "http://a.example.com/", "AllowPct": new(5), "MaxTimeWait": new(5), "GapTime": new(5),
		}
		kinds := map[string]string{
			"CreateUserUsageDataExportTask": "flow", "CreateUsageDetailDataExportTask": "flow",
			"DescribeDomainUsageData": "all", "BlockObjectCaches": "block",
		}
		languages := map[string]string{"DescribeBlockedRegions": "en"}
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
			"RefreshObjectCaches", "PushObjectCache", "BlockObjectCaches", "DescribeRefreshTasks", "DescribeRefreshQuota",
			"DescribeRefreshTaskById", "DescribePreloadDetailById", "RefreshObjectCacheByCacheTag",
			"DescribeUserVipsByDomain", "DescribeIpInfo", "BatchDescribeCdnIpInfo", "DescribeIpStatus", "DescribeBlockedRegions",
			"SetCdnFullDomainsBlockIP", "DescribeCdnFullDomainsBlockIPConfig", "DescribeCdnFullDomainsBlockIPHistory",
			"DescribeCdnConditionIPBInfo", "DescribeCdnWafDomain", "SetWaitingRoomConfig",
			"DescribeCdnDomainLogs", "CreateRealtimeLogDelivery", "ModifyRealtimeLogDelivery", "DisableRealtimeLogDelivery",
			"EnableRealtimeLogDelivery", "DescribeDomainRealtimeLogDelivery", "ListRealtimeLogDeliveryDomains",
			"ListRealtimeLogDeliveryInfos", "DescribeRealtimeDeliveryAcc", "DeleteRealtimeLogDelivery",
			"ListUserCustomLogConfig", "DescribeCustomLogConfig", "ModifyUserCustomLogConfig", "ModifyDomainCustomLogConfig",
			"DescribeDomainCustomLogConfig", "ListDomainsByLogConfigId",
			"CreateUserUsageDataExportTask", "CreateUsageDetailDataExportTask", "DescribeUserUsageDataExportTask",
			"DescribeUserUsageDetailDataExportTask", "DescribeDomainUsageData",
			"DescribeDomainBpsDataByLayer", "DescribeDomainQpsDataByLayer", "DescribeDomainHttpCodeDataByLayer",
			"DescribeDomainMax95BpsData", "DescribeDomainMultiUsageData", "DescribeDomainPathData", "DescribeDomainSrcQpsData",
			"DescribeDomainSrcTopUrlVisit", "DescribeDomainTopClientIpVisit", "DescribeDomainCcActivityLog",
			"DescribeEsExecuteData", "DescribeEsExceptionData",
		} {
			method := reflect.ValueOf(client).MethodByName(action)
			require.True(t, method.IsValid(), action)
			request := reflect.New(method.Type().In(1).Elem())
			values["Type"], values["Language"] = kinds[action], languages[action]
			fill(request, values)
			results := method.Call([]reflect.Value{reflect.ValueOf(t.Context()), request})
			require.NoError(t, asError(results[1]), action)
			assert.NotEmpty(t, results[0].Elem().FieldByName("RequestId").String(), action)
		}
	})
}

func asError(v reflect.Value) error {
	err, _ := reflect.TypeAssert[error](v)
	return err
}

// A refresh is seen through to its end, and a log file downloaded, as a program
// would do it.
func TestThroughTheClient(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDomains("a.example.com"))
		client, ctx := server.Client(), t.Context()
		refresh, err := client.RefreshObjectCaches(ctx, &types.RefreshObjectCachesRequest{ObjectPath: []string{"http://a.example.com/1.png"}})
		require.NoError(t, err)
		start := time.Now()
		for {
			tasks, err := client.DescribeRefreshTasks(ctx, &types.DescribeRefreshTasksRequest{TaskId: string(refresh.RefreshTaskId)})
			require.NoError(t, err)
			require.Len(t, tasks.Tasks, 1)
			if tasks.Tasks[0].Status == types.TaskStatusComplete {
				break
			}
			time.Sleep(100 * time.Millisecond)
		}
		assert.Equal(t, 2*time.Second, time.Since(start))

		bandwidth, err := client.DescribeDomainBpsData(ctx, &types.DescribeDomainBpsDataRequest{})
		require.NoError(t, err)
		traffic, err := client.DescribeDomainTrafficData(ctx, &types.DescribeDomainTrafficDataRequest{})
		require.NoError(t, err)
		require.Len(t, bandwidth.BpsDataPerInterval, 288)
		for i, point := range bandwidth.BpsDataPerInterval {
			assert.Equal(t, traffic.TrafficDataPerInterval[i].Value.Int64(), point.Value.Int64()*300/8)
		}

		logs, err := client.DescribeCdnDomainLogs(ctx, &types.DescribeCdnDomainLogsRequest{DomainName: "a.example.com"})
		require.NoError(t, err)
		info := logs.DomainLogDetails[0].LogInfos[0]
		content := fetch(ctx, t, server, "http://"+info.LogPath)
		assert.Len(t, content, int(info.LogSize))
		assert.Len(t, unpack(t, content), 60)
	})
}

func fetch(ctx context.Context, t *testing.T, server *cdntest.Server, address string) string {
	t.Helper()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	require.NoError(t, err)
	resp, err := server.Transport().RoundTrip(req)
	require.NoError(t, err)
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	return string(content)
}
