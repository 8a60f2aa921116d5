package cdntest_test

import (
	"fmt"
	"net/http"
	"net/netip"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
)

// vips returns the addresses of an answer.
func vips(a answer) []string {
	var all []string
	for _, vip := range a.at("Vips.Vip").([]any) {
		all = append(all, vip.(string))
	}
	return all
}

func TestNodesAnswersLookLikeTheSamples(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	assertShape(t, "DescribeUserVipsByDomain", c.ok("DescribeUserVipsByDomain", "DomainName", "a.example.com"))
	assertShape(t, "DescribeIpInfo", c.ok("DescribeIpInfo", "IP", "198.19.0.1"))
	assertShape(t, "BatchDescribeCdnIpInfo", c.ok("BatchDescribeCdnIpInfo", "IpAddrList", "198.19.0.1,192.0.2.1"))
	assertShape(t, "DescribeIpStatus", c.ok("DescribeIpStatus", "Ips", "198.19.0.1_192.0.2.1"))
	assertShape(t, "DescribeBlockedRegions", c.ok("DescribeBlockedRegions", "Language", "en"))
}

// What the actions about nodes say of an address fits together.
func TestNodesOfADomain(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	all := vips(c.ok("DescribeUserVipsByDomain", "DomainName", "a.example.com"))
	require.Len(t, all, 8)
	assert.Equal(t, all, vips(c.ok("DescribeUserVipsByDomain", "DomainName", "A.example.com", "Available", "off")), "the same again")
	assert.NotEqual(t, all, vips(c.ok("DescribeUserVipsByDomain", "DomainName", "b.example.com")))
	healthy := vips(c.ok("DescribeUserVipsByDomain", "DomainName", "a.example.com", "Available", "on"))
	assert.NotEmpty(t, healthy)
	assert.Less(t, len(healthy), len(all))

	status := c.ok("DescribeIpStatus", "Ips", strings.Join(append(all, "192.0.2.1"), "_"))
	batch := c.ok("BatchDescribeCdnIpInfo", "IpAddrList", strings.Join(append(all, "2001:db8::1"), ","), "Language", "en")
	for i, vip := range all {
		want := "abnormal"
		for _, good := range healthy {
			if good == vip {
				want = "normal"
			}
		}
		assert.Equal(t, vip, status.at(fmt.Sprintf("IpStatus.%d.ip", i)))
		assert.Equal(t, want, status.at(fmt.Sprintf("IpStatus.%d.status", i)))
		one := c.ok("DescribeIpInfo", "IP", vip)
		assert.Equal(t, "True", one.at("CdnIp"))
		assert.Equal(t, "true", batch.at(fmt.Sprintf("IpInfoList.%d.CdnIp", i)))
		assert.Equal(t, one.at("IspEname"), batch.at(fmt.Sprintf("IpInfoList.%d.IspName", i)))
		assert.Equal(t, one.at("RegionEname"), "China-"+batch.at(fmt.Sprintf("IpInfoList.%d.City", i)).(string))
	}
	assert.Equal(t, "nonali", status.at("IpStatus.8.status"))
	assert.Equal(t, "false", batch.at("IpInfoList.8.CdnIp"))
	assert.Equal(t, "False", c.ok("DescribeIpInfo", "IP", "198.18.0.1").at("CdnIp"), "clients are no nodes")

	l2 := vips(c.ok("DescribeL2VipsByDomain", "DomainName", "a.example.com"))
	assert.Equal(t, "True", c.ok("DescribeIpInfo", "IP", netip.MustParsePrefix(l2[0]).Addr().String()).at("CdnIp"), "of the second layer, too")
}

func TestNamesInALanguage(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	for language, want := range map[string]string{"zh": "阿富汗", "en": "Afghanistan", "JP": "アフガニスタン"} {
		a := c.ok("DescribeBlockedRegions", "Language", language)
		assert.Equal(t, "AF", a.at("InfoList.InfoItem.0.CountriesAndRegions"))
		assert.Equal(t, want, a.at("InfoList.InfoItem.0.CountriesAndRegionsName"))
	}
	assert.Equal(t, "中国", c.ok("BatchDescribeCdnIpInfo", "IpAddrList", "198.19.0.1").at("IpInfoList.0.Country"))
}

func TestNodesAreRefused(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t, cdntest.WithDomains("off.example.com"))
	c.ok("StopCdnDomain", "DomainName", "off.example.com")
	c.clock.Advance(hour)
	bad := http.StatusBadRequest
	c.refused(bad, "InvalidDomain.NotFound", "DescribeUserVipsByDomain", "DomainName", "x.example.com")
	c.refused(bad, "InvalidDomain.NotFound", "DescribeUserVipsByDomain", "DomainName", "off.example.com")
	c.refused(bad, "MissingParameter", "DescribeUserVipsByDomain")
	c.refused(bad, "InvalidIP.ValueNotSupported", "DescribeIpInfo", "IP", "198.19.0.1,198.19.0.2")
	many := strings.Repeat("198.19.0.1,", 21)
	c.refused(bad, "InvaildBatchIp.LengthTooLong", "BatchDescribeCdnIpInfo", "IpAddrList", many)
	c.refused(http.StatusForbidden, "InvaildParameter", "BatchDescribeCdnIpInfo", "IpAddrList", "198.19.0")
	c.refused(bad, "InvalidArgIps.Malformed", "DescribeIpStatus", "Ips", "198.19.0.1,198.19.0.2")
	c.refused(bad, "InvalidArgIps.Malformed", "DescribeIpStatus", "Ips", strings.ReplaceAll(many, ",", "_"))
	c.refused(bad, "MISS_PARAMETER", "DescribeBlockedRegions")
	c.refused(bad, "INVALID_PARAMETER", "DescribeBlockedRegions", "Language", "fr")
}
