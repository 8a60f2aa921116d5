package alicdn

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// logsRequests are requests of the log actions with every field set.
var logsRequests = map[string]any{
	"DescribeCdnDomainLogs": &types.DescribeCdnDomainLogsRequest{
		DomainName: "example.com",
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 2, 12, 30, 15, 0, time.UTC)),
		PageSize:   1000,
		PageNumber: 2,
	},
	"CreateRealtimeLogDelivery": &types.CreateRealtimeLogDeliveryRequest{
		Project:  "cdn-project",
		Logstore: "cdn-logstore",
		Region:   "cn-shanghai",
		Domain:   "example.com",
	},
	"CreateRealTimeLogDelivery": &types.CreateRealTimeLogDeliveryRequest{
		Project:  "cdn-project",
		Logstore: "cdn-logstore",
		Region:   "cn-shanghai",
		Domain:   "example.com",
	},
	"DeleteRealTimeLogLogstore": &types.DeleteRealTimeLogLogstoreRequest{
		Project:  "cdn-project",
		Logstore: "cdn-logstore",
		Region:   "cn-shanghai",
	},
	"ListRealtimeLogDelivery": &types.ListRealtimeLogDeliveryRequest{},
	"DeleteRealtimeLogDelivery": &types.DeleteRealtimeLogDeliveryRequest{
		Domain:   []string{"a.example.com", "b.example.com"},
		Project:  "cdn-project",
		Logstore: "cdn-logstore",
		Region:   "cn-shanghai",
	},
	"DescribeDomainRealtimeLogDelivery": &types.DescribeDomainRealtimeLogDeliveryRequest{Domain: "example.com"},
	"DescribeRealtimeDeliveryAcc": &types.DescribeRealtimeDeliveryAccRequest{
		StartTime: types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:   types.UTC(time.Date(2026, 3, 3, 0, 0, 0, 0, time.UTC)),
		Interval:  types.Interval3600,
		Project:   "cdn-project",
		Logstore:  "cdn-logstore",
		LogStore:  "cdn-logstore-today",
	},
	"DisableRealtimeLogDelivery": &types.DisableRealtimeLogDeliveryRequest{
		Domain:   []string{"a.example.com", "b.example.com"},
		Project:  "cdn-project",
		Logstore: "cdn-logstore",
		Region:   "cn-shanghai",
	},
	"EnableRealtimeLogDelivery": &types.EnableRealtimeLogDeliveryRequest{
		Domain:   []string{"a.example.com", "b.example.com"},
		Project:  "cdn-project",
		Logstore: "cdn-logstore",
		Region:   "cn-shanghai",
	},
	"ListRealtimeLogDeliveryDomains": &types.ListRealtimeLogDeliveryDomainsRequest{
		Project:  []string{"cdn-project", "other-project"},
		Logstore: []string{"cdn-logstore", "other-logstore"},
		Region:   []string{"cn-shanghai", "cn-hangzhou"},
	},
	"ModifyRealtimeLogDelivery": &types.ModifyRealtimeLogDeliveryRequest{
		Domain:   "example.com",
		Project:  "cdn-project",
		Logstore: "cdn-logstore",
		Region:   "cn-shanghai",
	},
	"ListRealtimeLogDeliveryInfos":  &types.ListRealtimeLogDeliveryInfosRequest{},
	"DescribeCustomLogConfig":       &types.DescribeCustomLogConfigRequest{ConfigId: "25473b84-d598-498e-b148-f23d0a27df52"},
	"DescribeDomainCustomLogConfig": &types.DescribeDomainCustomLogConfigRequest{DomainName: "example.com"},
	"ListDomainsByLogConfigId":      &types.ListDomainsByLogConfigIdRequest{ConfigId: "25473b84-d598-498e-b148-f23d0a27df52"},
	"ListUserCustomLogConfig":       &types.ListUserCustomLogConfigRequest{},
	"ModifyDomainCustomLogConfig": &types.ModifyDomainCustomLogConfigRequest{
		DomainName: "example.com",
		ConfigId:   "25473b84-d598-498e-b148-f23d0a27df52",
	},
	"ModifyUserCustomLogConfig": &types.ModifyUserCustomLogConfigRequest{
		ConfigId: "25473b84-d598-498e-b148-f23d0a27df52",
		Tag:      "shop & media",
	},
}

func TestDescribeCdnDomainLogs(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnDomainLogs")
	resp, err := c.DescribeCdnDomainLogs(t.Context(), &types.DescribeCdnDomainLogsRequest{DomainName: "test1.example.com"})
	require.NoError(t, err)
	assert.Equal(t, "077D0284-F041-4A41-A932-B48377FDAA25", resp.RequestId)
	require.Len(t, resp.DomainLogDetails, 1)

	detail := resp.DomainLogDetails[0]
	assert.Equal(t, "test1.example.com", detail.DomainName)
	assert.Equal(t, types.Int(20), detail.LogCount)
	assert.Equal(t, types.PageInfos{PageIndex: 1, PageNumber: 1, PageSize: 20, Total: 20}, detail.PageInfos)
	require.Len(t, detail.LogInfos, 2)
	assert.Equal(t, types.LogInfoDetail{
		LogName:   "example1.com_2018_03_25_180000_190000.gz",
		LogPath:   "cdnlog2.aliyuncs.com/test1.example.com/2018_03_25/example1.com_2018_03_25_180000_190000.gz?xxx",
		EndTime:   types.UTC(time.Date(2018, 5, 31, 4, 0, 0, 0, time.UTC)),
		StartTime: types.UTC(time.Date(2018, 5, 31, 3, 0, 0, 0, time.UTC)),
		LogSize:   2645401,
	}, detail.LogInfos[0])
	assert.Equal(t, types.Int(2653965), detail.LogInfos[1].LogSize)
}

func TestCreateRealtimeLogDelivery(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "CreateRealtimeLogDelivery")
	resp, err := c.CreateRealtimeLogDelivery(t.Context(), &types.CreateRealtimeLogDeliveryRequest{
		Project:  "test",
		Logstore: "test",
		Region:   "cn-shanghai",
		Domain:   "example.com",
	})
	require.NoError(t, err)
	assert.Equal(t, "F32C57AA-7BF8-49AE-A2CC-9F42390F5A19", resp.RequestId)
}

func TestCreateRealTimeLogDelivery(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "CreateRealTimeLogDelivery")
	resp, err := c.CreateRealTimeLogDelivery(t.Context(), &types.CreateRealTimeLogDeliveryRequest{
		Project:  "test",
		Logstore: "test",
		Region:   "cn-shanghai",
		Domain:   "example.com",
	})
	require.NoError(t, err)
	assert.Equal(t, "F32C57AA-7BF8-49AE-A2CC-9F42390F5A19", resp.RequestId)
}

func TestDeleteRealTimeLogLogstore(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DeleteRealTimeLogLogstore")
	resp, err := c.DeleteRealTimeLogLogstore(t.Context(), &types.DeleteRealTimeLogLogstoreRequest{
		Project:  "test",
		Logstore: "test",
		Region:   "cn-shanghai",
	})
	require.NoError(t, err)
	assert.Equal(t, "9732E117-8A37-49FD-A36F-ABBB87556CA7", resp.RequestId)
}

func TestListRealtimeLogDelivery(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ListRealtimeLogDelivery")
	resp, err := c.ListRealtimeLogDelivery(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, &types.ListRealtimeLogDeliveryResponse{
		Meta: types.Meta{RequestId: "30559C03-86C9-4EEC-B840-0DC5F5A2189B"},
		Content: types.List[types.RealtimeLogDelivery]{{
			Domain:   "example.com",
			DmId:     "1001010",
			Project:  "test",
			Logstore: "test",
			Region:   "cn-hangzhou-corp",
			Status:   types.RealtimeLogDeliveryStatusOnline,
		}},
	}, resp)
}

func TestDeleteRealtimeLogDelivery(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DeleteRealtimeLogDelivery")
	resp, err := c.DeleteRealtimeLogDelivery(t.Context(), &types.DeleteRealtimeLogDeliveryRequest{
		Domain:   []string{"example.com"},
		Project:  "test",
		Logstore: "test",
		Region:   "cn-shanghai",
	})
	require.NoError(t, err)
	assert.Equal(t, "9732E117-8A37-49FD-A36F-ABBB87556CA7", resp.RequestId)
}

func TestDescribeDomainRealtimeLogDelivery(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainRealtimeLogDelivery")
	resp, err := c.DescribeDomainRealtimeLogDelivery(t.Context(), &types.DescribeDomainRealtimeLogDeliveryRequest{Domain: "example.com"})
	require.NoError(t, err)
	assert.Equal(t, &types.DescribeDomainRealtimeLogDeliveryResponse{
		Meta:     types.Meta{RequestId: "2F8F3852-912F-42AC-80EB-F1CF4284DE93"},
		Project:  "test",
		Logstore: "test",
		Region:   "cn-shanghai",
		Status:   types.RealtimeLogDeliveryStatusOnline,
	}, resp)
}

func TestDescribeRealtimeDeliveryAcc(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeRealtimeDeliveryAcc")
	resp, err := c.DescribeRealtimeDeliveryAcc(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, &types.DescribeRealtimeDeliveryAccResponse{
		Meta: types.Meta{RequestId: "684306D2-2511-4977-991D-CE97E91FD7C0"},
		ReatTimeDeliveryAccData: types.List[types.AccData]{
			{TimeStamp: types.UTC(time.Date(2018, 9, 3, 6, 0, 0, 0, time.UTC)), SuccessNum: 321321},
			{TimeStamp: types.UTC(time.Date(2018, 9, 3, 7, 0, 0, 0, time.UTC)), SuccessNum: 32943},
		},
	}, resp)
}

func TestDisableRealtimeLogDelivery(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DisableRealtimeLogDelivery")
	resp, err := c.DisableRealtimeLogDelivery(t.Context(), &types.DisableRealtimeLogDeliveryRequest{Domain: []string{"example.com"}})
	require.NoError(t, err)
	assert.Equal(t, "9732E117-8A37-49FD-A36F-ABBB87556CA7", resp.RequestId)
}

func TestEnableRealtimeLogDelivery(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "EnableRealtimeLogDelivery")
	resp, err := c.EnableRealtimeLogDelivery(t.Context(), &types.EnableRealtimeLogDeliveryRequest{Domain: []string{"example.com"}})
	require.NoError(t, err)
	assert.Equal(t, "9732E117-8A37-49FD-A36F-ABBB87556CA7", resp.RequestId)
}

func TestListRealtimeLogDeliveryDomains(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ListRealtimeLogDeliveryDomains")
	resp, err := c.ListRealtimeLogDeliveryDomains(t.Context(), &types.ListRealtimeLogDeliveryDomainsRequest{
		Project:  []string{"test"},
		Logstore: []string{"test"},
		Region:   []string{"cn-shanghai"},
	})
	require.NoError(t, err)
	assert.Equal(t, "95D5B69F-8AEC-419B-8F3A-612B35032B0D", resp.RequestId)
	assert.Equal(t, types.List[types.RealtimeLogDeliveryDomain]{
		{DomainName: "a.xxx.com", Status: types.RealtimeLogDeliveryStatusOnline},
		{DomainName: "b.xxx.com", Status: types.RealtimeLogDeliveryStatusOffline},
	}, resp.Content.Domains)
}

func TestModifyRealtimeLogDelivery(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ModifyRealtimeLogDelivery")
	resp, err := c.ModifyRealtimeLogDelivery(t.Context(), &types.ModifyRealtimeLogDeliveryRequest{
		Domain:   "example.com",
		Project:  "test",
		Logstore: "test",
		Region:   "cn-shanghai",
	})
	require.NoError(t, err)
	assert.Equal(t, "9732E117-8A37-49FD-A36F-ABBB87556CA7", resp.RequestId)
}

func TestListRealtimeLogDeliveryInfos(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ListRealtimeLogDeliveryInfos")
	resp, err := c.ListRealtimeLogDeliveryInfos(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, "95D5B69F-8AEC-419B-8F3A-612B35032B0D", resp.RequestId)
	assert.Equal(t, types.List[types.RealtimeLogDeliveryInfo]{
		{Project: "test", Logstore: "test", Region: "cn-shanghai"},
		{Project: "test1", Logstore: "test2", Region: "cn-shanghai"},
	}, resp.Content.RealtimeLogDeliveryInfos)
}

func TestDescribeCustomLogConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCustomLogConfig")
	resp, err := c.DescribeCustomLogConfig(t.Context(), &types.DescribeCustomLogConfigRequest{ConfigId: "123"})
	require.NoError(t, err)
	assert.Equal(t, &types.DescribeCustomLogConfigResponse{
		Meta:   types.Meta{RequestId: "F32C57AA-7BF8-49AE-A2CC-3F42390F5A16"},
		Tag:    "xxxxx",
		Sample: `[9/Jun/2015:01:58:09 +0800] 188.165.15.75 - 1542 "-" "GEThttp: //example.com/index.html" 200`,
		Remark: "$time_iso8601_$request_method_$server_protocol.....",
	}, resp)
}

func TestDescribeDomainCustomLogConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainCustomLogConfig")
	resp, err := c.DescribeDomainCustomLogConfig(t.Context(), &types.DescribeDomainCustomLogConfigRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.Equal(t, "1805F349-0A2B-41D9-B4AD-33632AFC27F1", resp.RequestId)
	assert.Equal(t, types.ID("25473b84-d598-498e-b148-f23d0a27df52"), resp.ConfigId)
	assert.Equal(t, "xxxxx", resp.Tag)
	assert.Equal(t, "$time_iso8601_$request_method_$server_protocol.....", resp.Remark)
	assert.Contains(t, resp.Sample, `"GET http://example.com/index.html"`)
}

func TestListDomainsByLogConfigId(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ListDomainsByLogConfigId")
	resp, err := c.ListDomainsByLogConfigId(t.Context(), &types.ListDomainsByLogConfigIdRequest{ConfigId: "123"})
	require.NoError(t, err)
	assert.Equal(t, "9732E117-8A37-49FD-A36F-ABBB87556CA7", resp.RequestId)
	assert.Equal(t, types.List[string]{"example1.com", "example.com"}, resp.Domains)
}

func TestListUserCustomLogConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ListUserCustomLogConfig")
	resp, err := c.ListUserCustomLogConfig(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, "95D5B69F-8AEC-419B-8F3A-612B35032B0D", resp.RequestId)
	assert.Equal(t, types.List[types.ID]{
		"c3bb2c78-2915-4d5a-b6a1-557789255555",
		"25473b84-d598-498e-b148-f23d0a255555",
		"1f1e6c6e-6701-4193-ae4d-54bf3e555555",
	}, resp.ConfigIds)
}

func TestModifyDomainCustomLogConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ModifyDomainCustomLogConfig")
	resp, err := c.ModifyDomainCustomLogConfig(t.Context(), &types.ModifyDomainCustomLogConfigRequest{
		DomainName: "example.com",
		ConfigId:   "123",
	})
	require.NoError(t, err)
	assert.Equal(t, "15C66C7B-671A-4297-9187-2C4477247A74", resp.RequestId)
}

func TestModifyUserCustomLogConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ModifyUserCustomLogConfig")
	resp, err := c.ModifyUserCustomLogConfig(t.Context(), &types.ModifyUserCustomLogConfigRequest{
		ConfigId: "123",
		Tag:      "test",
	})
	require.NoError(t, err)
	assert.Equal(t, "CEC1492F-EB71-4481-94CF-34BA007DC8E1", resp.RequestId)
}
