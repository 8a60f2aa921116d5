package peers_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func TestOfficialNodes(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www))
	all := compare(tw, (*cdn.Client).DescribeUserVipsByDomain, cdn.CreateDescribeUserVipsByDomainRequest(), params{
		"DomainName": www, "Available": "off",
	}, (*alicdn.Client).DescribeUserVipsByDomain, &types.DescribeUserVipsByDomainRequest{DomainName: www, Available: types.SwitchOff})
	require.Greater(t, len(all.Vips), 1)
	addresses := []string{all.Vips[0], all.Vips[1], "192.0.2.1"}
	states := compare(tw, (*cdn.Client).DescribeIpStatus, cdn.CreateDescribeIpStatusRequest(), params{
		"Ips": strings.Join(addresses, "_"),
	}, (*alicdn.Client).DescribeIpStatus, &types.DescribeIpStatusRequest{Ips: addresses})
	assert.Equal(t, types.NodeStatusNonali, states.IpStatus[2].Status)
	for _, address := range addresses[1:] {
		info := compare(tw, (*cdn.Client).DescribeIpInfo, cdn.CreateDescribeIpInfoRequest(), params{
			"IP": address,
		}, (*alicdn.Client).DescribeIpInfo, &types.DescribeIpInfoRequest{IP: address})
		assert.Equal(t, address != "192.0.2.1", info.CdnIp.Bool())
	}
	compareRaw(tw, "BatchDescribeCdnIpInfo", http.MethodPost, params{
		"IpAddrList": strings.Join(addresses, ","), "Language": "en",
	}, (*alicdn.Client).BatchDescribeCdnIpInfo, &types.BatchDescribeCdnIpInfoRequest{IpAddrList: addresses, Language: types.IpInfoLanguageEn})
	countries := compare(tw, (*cdn.Client).DescribeBlockedRegions, cdn.CreateDescribeBlockedRegionsRequest(), params{
		"Language": "jp",
	}, (*alicdn.Client).DescribeBlockedRegions, &types.DescribeBlockedRegionsRequest{Language: types.BlockedRegionsLanguageJp})
	require.NotEmpty(t, countries.InfoList)
}

func TestOfficialSecurity(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www, img))
	waf := compare(tw, (*cdn.Client).DescribeCdnWafDomain, cdn.CreateDescribeCdnWafDomainRequest(), params{
		"DomainName":      "example.com",
		"ResourceGroupId": "rg-acfmyuji4b6r4ty",
	}, (*alicdn.Client).DescribeCdnWafDomain, &types.DescribeCdnWafDomainRequest{
		RegionId:        types.WafRegionIdMainland,
		DomainName:      "example.com",
		ResourceGroupId: "rg-acfmyuji4b6r4ty",
	})
	require.Len(t, waf.OutPutDomains, 2)
	compare(tw, (*cdn.Client).SetWaitingRoomConfig, cdn.CreateSetWaitingRoomConfigRequest(), params{
		"DomainName":  www,
		"WaitUri":     "^/sale/.*(a|b)+$",
		"AllowPct":    requests.NewInteger(0),
		"MaxTimeWait": requests.NewInteger(600),
		"GapTime":     requests.NewInteger(5),
		"WaitUrl":     "http://img.example.com/等 a+b.html?x=1&y=2",
	}, (*alicdn.Client).SetWaitingRoomConfig, &types.SetWaitingRoomConfigRequest{
		DomainName:  www,
		WaitUri:     "^/sale/.*(a|b)+$",
		AllowPct:    new(0),
		MaxTimeWait: new(600),
		GapTime:     new(5),
		WaitUrl:     "http://img.example.com/等 a+b.html?x=1&y=2",
	})

	compareRaw(tw, "SetCdnFullDomainsBlockIP", http.MethodPost, params{
		"OperationType": "block", "IPList": "192.0.2.0/24,2001:db8::1", "BlockInterval": "3600", "UpdateType": "uncover",
	}, (*alicdn.Client).SetCdnFullDomainsBlockIP, &types.SetCdnFullDomainsBlockIPRequest{
		OperationType: types.BlockTypeBlock, IPList: []string{"192.0.2.0/24", "2001:db8::1"},
		BlockInterval: new(3600), UpdateType: types.BlockUpdateTypeUncover,
	})
	compareRaw(tw, "DescribeCdnFullDomainsBlockIPConfig", http.MethodPost, params{
		"IPList": "192.0.2.0/24,198.51.100.1",
	}, (*alicdn.Client).DescribeCdnFullDomainsBlockIPConfig, &types.DescribeCdnFullDomainsBlockIPConfigRequest{
		IPList: []string{"192.0.2.0/24", "198.51.100.1"},
	})
	start, end := tw.clock.Now().Add(-time.Hour), tw.clock.Now().Add(time.Hour)
	history := compareRaw(tw, "DescribeCdnFullDomainsBlockIPHistory", http.MethodPost, params{
		"IPList": "192.0.2.0/24", "StartTime": utc(start), "EndTime": utc(end),
	}, (*alicdn.Client).DescribeCdnFullDomainsBlockIPHistory, &types.DescribeCdnFullDomainsBlockIPHistoryRequest{
		IPList: []string{"192.0.2.0/24"}, StartTime: types.UTC(start), EndTime: types.UTC(end),
	})
	require.Len(t, history.IPBlockInfo, 1)
	compareRaw(tw, "DescribeCdnConditionIPBInfo", http.MethodPost, params{
		"DataId": "condition_isp_config_cn",
	}, (*alicdn.Client).DescribeCdnConditionIPBInfo, &types.DescribeCdnConditionIPBInfoRequest{DataId: types.ConditionDataIdIspCn})
}
