package cdntest_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/cdntest"
)

func TestOpenService(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithServiceClosed())
	got := c.refused(http.StatusForbidden, "OperationDenied", "DescribeUserDomains")
	assert.Equal(t, "Your account does not open CDN service yet.", got.at("Message"))
	c.refused(http.StatusForbidden, "OperationDenied", "DescribeCdnService")

	c.ok("OpenCdnService")
	got = c.ok("DescribeCdnService")
	assert.Equal(t, "PayByTraffic", got.at("InternetChargeType"))
	assert.Equal(t, "2019-05-20T08:00:00Z", got.at("OpeningTime"))
	c.refused(http.StatusBadRequest, "CdnService.HasOpened", "OpenCdnService", "InternetChargeType", "PayByBandwidth")
}

func TestModifyService(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	got := c.ok("DescribeCdnService")
	assertShape(t, "DescribeCdnService", got)
	assert.Empty(t, got.at("ChangingChargeType"))

	c.ok("ModifyCdnService", "InternetChargeType", "PayByBandwidth")
	got = c.ok("DescribeCdnService")
	assert.Equal(t, "PayByTraffic", got.at("InternetChargeType"))
	assert.Equal(t, "PayByBandwidth", got.at("ChangingChargeType"))
	assert.Equal(t, "2019-05-20T16:00:00Z", got.at("ChangingAffectTime"), "midnight in Beijing")

	c.clock.Advance(8 * time.Hour)
	got = c.ok("DescribeCdnService")
	assert.Equal(t, "PayByBandwidth", got.at("InternetChargeType"))
	assert.Empty(t, got.at("ChangingChargeType"))
}

func TestQuota(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithQuota(cdntest.Quota{
		Domains: 1, RefreshUrls: 2, RefreshDirs: 3, PreloadUrls: 4, BlockUrls: 5,
	}))
	got := c.ok("DescribeCdnUserQuota")
	assertShape(t, "DescribeCdnUserQuota", got)
	for i, name := range []string{"DomainQuota", "RefreshUrlQuota", "RefreshDirQuota", "PreloadQuota", "BlockQuota"} {
		assert.InDelta(t, i+1, got.at(name), 0, name)
	}
	assert.InDelta(t, 2, got.at("RefreshUrlRemain"), 0)
}

func TestResourcePackages(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	got := c.ok("DescribeCdnUserResourcePackage")
	assertShape(t, "DescribeCdnUserResourcePackage", got)
	assert.Equal(t, "valid", got.at("ResourcePackageInfos.ResourcePackageInfo.1.Status"))
	got = c.ok("DescribeCdnUserResourcePackage", "Status", "closed")
	assert.Equal(t, "0", got.at("ResourcePackageInfos.ResourcePackageInfo.0.CurrCapacity"))
}
