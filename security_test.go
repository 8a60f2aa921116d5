package alicdn

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// securityRequests are requests of the security actions with every field set.
var securityRequests = map[string]any{
	"SetCdnFullDomainsBlockIP": &types.SetCdnFullDomainsBlockIPRequest{
		OperationType: types.BlockTypeBlock,
		IPList:        []string{"192.0.2.7", "198.51.100.0/24"},
		BlockInterval: new(0),
		UpdateType:    types.BlockUpdateTypeUncover,
	},
	"DescribeCdnFullDomainsBlockIPConfig": &types.DescribeCdnFullDomainsBlockIPConfigRequest{IPList: []string{"192.0.2.7", "198.51.100.0/24"}},
	"DescribeCdnFullDomainsBlockIPHistory": &types.DescribeCdnFullDomainsBlockIPHistoryRequest{
		IPList:    []string{"192.0.2.7", "198.51.100.0/24"},
		StartTime: types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:   types.UTC(time.Date(2026, 5, 30, 0, 0, 0, 0, time.UTC)),
	},
	"DescribeCdnConditionIPBInfo": &types.DescribeCdnConditionIPBInfoRequest{DataId: types.ConditionDataIdCountryCn},
	"DescribeCdnWafDomain": &types.DescribeCdnWafDomainRequest{
		RegionId:        types.WafRegionIdMainland,
		DomainName:      "example.com",
		ResourceGroupId: "rg-acfmyuji4b6r4ty",
	},
	"SetWaitingRoomConfig": &types.SetWaitingRoomConfigRequest{
		DomainName:  "example.com",
		WaitUri:     "^/sale/.*",
		AllowPct:    new(0),
		MaxTimeWait: new(600),
		GapTime:     new(30),
		WaitUrl:     "https://example.com/wait.html",
	},
}

func TestSetCdnFullDomainsBlockIP(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "SetCdnFullDomainsBlockIP")
	resp, err := c.SetCdnFullDomainsBlockIP(t.Context(), &types.SetCdnFullDomainsBlockIPRequest{
		OperationType: types.BlockTypeUnblock, IPList: []string{"192.0.2.7"},
	})
	require.NoError(t, err)
	assert.Equal(t, &types.SetCdnFullDomainsBlockIPResponse{
		Meta: types.Meta{RequestId: "23ACE7E2-2302-42E3-98F8-E5E697FD86C3"}, Message: "OK",
	}, resp)
}

func TestDescribeCdnFullDomainsBlockIPConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnFullDomainsBlockIPConfig")
	resp, err := c.DescribeCdnFullDomainsBlockIPConfig(t.Context(), nil)
	require.NoError(t, err)
	assert.Zero(t, resp.Code)
	assert.True(t, strings.HasPrefix(resp.Message, "http://xxxx-api.oss-cn-hangzhou.aliyuncs.com/blocklist"))
}

func TestDescribeCdnFullDomainsBlockIPHistory(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnFullDomainsBlockIPHistory")
	req, _ := securityRequests["DescribeCdnFullDomainsBlockIPHistory"].(*types.DescribeCdnFullDomainsBlockIPHistoryRequest)
	resp, err := c.DescribeCdnFullDomainsBlockIPHistory(t.Context(), req)
	require.NoError(t, err)
	assert.Equal(t, "OK", resp.Description)
	assert.Equal(t, types.List[types.IPBlockInfo]{{
		BlockIP:     "203.0.113.0~203.0.113.255",
		DeliverTime: types.UTC(time.Date(2023, 4, 24, 18, 49, 37, 0, time.UTC)),
		Status:      types.BlockDeliveryStatusSuccess,
	}}, resp.IPBlockInfo)
}

// The actions of the block list report success and failure alike, as a code in
// an answer with HTTP 200.
func TestACodeOfTheBlockListIsAnError(t *testing.T) {
	t.Parallel()
	fails := func(body string) *Client {
		return mockClient(t, httpmock.NewStringResponder(http.StatusOK, body), WithRetry(RetryPolicy{MaxAttempts: 1}))
	}
	_, err := fails(`{"Code":5001,"Message":"no such address","RequestId":"R-1"}`).SetCdnFullDomainsBlockIP(t.Context(),
		&types.SetCdnFullDomainsBlockIPRequest{OperationType: types.BlockTypeUnblock, IPList: []string{"192.0.2.7"}})
	var failed *Error
	require.ErrorAs(t, err, &failed)
	assert.Equal(t, "5001", failed.Code)
	assert.Equal(t, "no such address", failed.Message)
	assert.Equal(t, "R-1", failed.RequestId)

	_, err = fails(`{"RequestId":"R-2","Message":"no such address","code":"5001"}`).DescribeCdnFullDomainsBlockIPConfig(t.Context(), nil)
	require.ErrorAs(t, err, &failed)
	assert.Equal(t, "5001", failed.Code)

	req, _ := securityRequests["DescribeCdnFullDomainsBlockIPHistory"].(*types.DescribeCdnFullDomainsBlockIPHistoryRequest)
	_, err = fails(`{"Code":5001,"Description":"no such address","IPBlockInfo":[]}`).DescribeCdnFullDomainsBlockIPHistory(t.Context(), req)
	require.ErrorAs(t, err, &failed)
	assert.Equal(t, "no such address", failed.Message, "which is called otherwise here")

	var own struct{ Code int }
	require.NoError(t, fails(`{"Code":5001}`).Do(t.Context(), "SetCdnFullDomainsBlockIP", nil, &own), "who has a field for it gets it")
	assert.Equal(t, 5001, own.Code)
}

func TestDescribeCdnConditionIPBInfo(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnConditionIPBInfo")
	resp, err := c.DescribeCdnConditionIPBInfo(t.Context(), &types.DescribeCdnConditionIPBInfoRequest{DataId: types.ConditionDataIdCountryCn})
	require.NoError(t, err)
	require.Len(t, resp.Datas, 1)
	names, err := resp.Datas[0].Names()
	require.NoError(t, err)
	assert.Equal(t, []types.ConditionName{{Text: "阿鲁巴", Value: "AW"}}, names)
}

func TestDescribeCdnWafDomain(t *testing.T) {
	t.Parallel()
	want := types.List[types.WafDomain]{{
		Domain: "example.com", Status: types.WafDomainStatusAdded,
		WafStatus: types.WafSwitchOn, CcStatus: types.WafSwitchOn, AclStatus: types.WafSwitchOn,
	}}
	req := &types.DescribeCdnWafDomainRequest{RegionId: types.WafRegionIdOverseas}
	resp, err := fixtureClient(t, "DescribeCdnWafDomain").DescribeCdnWafDomain(t.Context(), req)
	require.NoError(t, err)
	assert.Equal(t, want, resp.OutPutDomains)

	resp, err = mockClient(t, httpmock.NewStringResponder(http.StatusOK, `{"TotalCount":1,"OutputDomains":[
		{"Domain":"example.com","Status":1,"WafStatus":1,"CcStatus":1,"AclStatus":1}]}`)).DescribeCdnWafDomain(t.Context(), req)
	require.NoError(t, err)
	assert.Equal(t, want, resp.OutPutDomains, "as the samples have it")
}

func TestSetWaitingRoomConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "SetWaitingRoomConfig")
	req, _ := securityRequests["SetWaitingRoomConfig"].(*types.SetWaitingRoomConfigRequest)
	resp, err := c.SetWaitingRoomConfig(t.Context(), req)
	require.NoError(t, err)
	assert.Equal(t, "04F0F334-1335-436C-A1D7-6C044FE73368", resp.RequestId)

	without := *req
	without.AllowPct = nil
	_, err = c.SetWaitingRoomConfig(t.Context(), &without)
	require.EqualError(t, err, "alicdn: SetWaitingRoomConfig: parameter AllowPct is required")
	without.AllowPct = new(101)
	_, err = c.SetWaitingRoomConfig(t.Context(), &without)
	require.EqualError(t, err, "alicdn: SetWaitingRoomConfig: parameter AllowPct is 101; at most 100 allowed")
}
