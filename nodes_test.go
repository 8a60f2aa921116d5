package alicdn

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// nodesRequests are requests of the actions about nodes with every field set.
var nodesRequests = map[string]any{
	"DescribeUserVipsByDomain": &types.DescribeUserVipsByDomainRequest{DomainName: "example.com", Available: types.SwitchOn},
	"DescribeIpInfo":           &types.DescribeIpInfoRequest{IP: "192.0.2.7"},
	"BatchDescribeCdnIpInfo": &types.BatchDescribeCdnIpInfoRequest{
		IpAddrList: []string{"192.0.2.7", "2001:db8::7"},
		Language:   types.IpInfoLanguageEn,
	},
	"DescribeIpStatus":       &types.DescribeIpStatusRequest{Ips: []string{"192.0.2.7", "192.0.2.8"}},
	"DescribeBlockedRegions": &types.DescribeBlockedRegionsRequest{Language: types.BlockedRegionsLanguageJp},
}

func TestDescribeUserVipsByDomain(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeUserVipsByDomain")
	resp, err := c.DescribeUserVipsByDomain(t.Context(), &types.DescribeUserVipsByDomainRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.Equal(t, &types.DescribeUserVipsByDomainResponse{
		Meta:       types.Meta{RequestId: "820E7900-5CA9-4AEF-B0DD-20ED5F64BE55"},
		DomainName: "example.com",
		Vips:       types.List[string]{"122.72.xxx.xxx", "119.14.xxx.xxx"},
	}, resp)
}

func TestDescribeIpInfo(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeIpInfo")
	resp, err := c.DescribeIpInfo(t.Context(), &types.DescribeIpInfoRequest{IP: "192.0.2.7"})
	require.NoError(t, err)
	assert.True(t, resp.CdnIp.Bool())
	assert.Equal(t, &types.DescribeIpInfoResponse{
		Meta:        types.Meta{RequestId: "123847FA-9A00-4426-83B8-B4B45D475930"},
		CdnIp:       "True",
		ISP:         "电信",
		IspEname:    "telecom",
		Region:      "中国-贵州省-贵阳市",
		RegionEname: "China-Guizhou-guiyang",
	}, resp)
}

func TestBatchDescribeCdnIpInfo(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "BatchDescribeCdnIpInfo")
	resp, err := c.BatchDescribeCdnIpInfo(t.Context(), &types.BatchDescribeCdnIpInfoRequest{IpAddrList: []string{"192.0.2.7", "192.0.2.8"}})
	require.NoError(t, err)
	assert.Equal(t, types.List[types.IpInfo]{
		{IpAddress: "192.0.2.230", CdnIp: "true", IspName: "移动", Country: "中国", Province: "北京市", City: "北京市"},
		{IpAddress: "198.51.100.243", CdnIp: "true", IspName: "NTT", Country: "中国", Province: "香港特别行政区", City: "香港"},
	}, resp.IpInfoList)
	assert.True(t, resp.IpInfoList[0].CdnIp.Bool(), "the other spelling")
}

func TestDescribeIpStatus(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeIpStatus")
	resp, err := c.DescribeIpStatus(t.Context(), &types.DescribeIpStatusRequest{Ips: []string{"10.10.10.10", "192.168.0.1"}})
	require.NoError(t, err)
	assert.Equal(t, types.List[types.IpStatus]{
		{Ip: "10.10.10.10", Status: types.NodeStatusAbnormal},
		{Ip: "192.168.0.1", Status: types.NodeStatusNormal},
	}, resp.IpStatus)
}

func TestDescribeBlockedRegions(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeBlockedRegions")
	resp, err := c.DescribeBlockedRegions(t.Context(), &types.DescribeBlockedRegionsRequest{Language: types.BlockedRegionsLanguageEn})
	require.NoError(t, err)
	assert.Equal(t, types.List[types.BlockedRegion]{
		{CountriesAndRegions: "AF", CountriesAndRegionsName: "Afghanistan", Continent: "Asia"},
	}, resp.InfoList)
}
