package cdntest_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/cdntest"
)

func TestDomainLifeCycle(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t)

	c.add(name)
	assert.Equal(t, "checking", c.status(name))
	c.clock.Advance(time.Second)
	assert.Equal(t, "configuring", c.status(name))
	for _, action := range []string{"StopCdnDomain", "StartCdnDomain", "DeleteCdnDomain", "ModifyCdnDomain"} {
		c.refused(http.StatusForbidden, "ServiceBusy", action, "DomainName", name)
	}
	c.clock.Advance(2*time.Second - 1)
	assert.Equal(t, "configuring", c.status(name))
	c.clock.Advance(1)
	assert.Equal(t, "online", c.status(name))

	c.ok("StopCdnDomain", "DomainName", name)
	assert.Equal(t, "stopping", c.status(name))
	c.refused(http.StatusForbidden, "ServiceBusy", "StartCdnDomain", "DomainName", name)
	c.clock.Advance(time.Second)
	assert.Equal(t, "offline", c.status(name))
	c.ok("StopCdnDomain", "DomainName", name)
	assert.Equal(t, "offline", c.status(name), "stopping twice changes nothing")

	c.ok("StartCdnDomain", "DomainName", name)
	assert.Equal(t, "configuring", c.status(name))
	c.clock.Advance(time.Second)
	assert.Equal(t, "online", c.status(name))

	c.ok("DeleteCdnDomain", "DomainName", name)
	assert.Equal(t, "deleting", c.status(name))
	c.clock.Advance(time.Second)
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "DescribeCdnDomainDetail", "DomainName", name)
	c.add(name)
}

func TestDurations(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDurations(cdntest.Durations{Stop: time.Minute}))
	c.add("www.example.com")
	assert.Equal(t, "online", c.status("www.example.com"), "a zero duration means at once")
	c.ok("StopCdnDomain", "DomainName", "www.example.com")
	c.clock.Advance(time.Minute - 1)
	assert.Equal(t, "stopping", c.status("www.example.com"))
	c.clock.Advance(1)
	assert.Equal(t, "offline", c.status("www.example.com"))
}

func TestDomainsThatFail(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	c.add("check-failed.example.com")
	c.add("a.configure-failed.example.com")
	assert.Equal(t, "checking", c.status("check-failed.example.com"))
	c.clock.Advance(time.Hour)
	assert.Equal(t, "check_failed", c.status("check-failed.example.com"))
	assert.Equal(t, "configure_failed", c.status("a.configure-failed.example.com"))

	listed := c.ok("DescribeUserDomains", "DomainStatus", "check_failed")
	assert.Equal(t, "audit failed", listed.at("Domains.PageData.0.Description"))
	assert.Nil(t, listed.at("Domains.PageData.0.Cname"))
	c.refused(http.StatusForbidden, "IllegalOperation", "StartCdnDomain", "DomainName", "check-failed.example.com")
	c.ok("DeleteCdnDomain", "DomainName", "check-failed.example.com")
}

func TestAddRefusals(t *testing.T) {
	t.Parallel()
	quota := cdntest.DefaultQuota()
	quota.Domains = 4
	c := newCaller(t, cdntest.WithDomains("a.example.com", ".example.net", "all.example.org"), cdntest.WithQuota(quota))

	tests := []struct {
		name, sources string
		status        int
		code          string
	}{
		{"A.example.com", oneOrigin, 400, "DomainAlreadyExist"},
		{"example", oneOrigin, 400, "InvalidDomainName.Malformed"},
		{"*.example.com", oneOrigin, 400, "InvalidDomainName.Malformed"},
		{"b.example.com:80", oneOrigin, 400, "InvalidDomainName.Malformed"},
		{".example.com", oneOrigin, 400, "ExtensiveAndSpecificDomainConflict"},
		{"b.example.net", oneOrigin, 400, "ExtensiveAndSpecificDomainConflict"},
		{".example.org", oneOrigin, 400, "ExtensiveAndAllBothExist"},
		{"all.example.net", oneOrigin, 400, "ExtensiveAndAllBothExist"},
		{"b.example.com", `[]`, 400, "InvalidSources.Malformed"},
		{"b.example.com", `{"type":"domain","content":"example.net"}`, 400, "InvalidSources.Malformed"},
		{"b.example.com", `[{"type":"ipaddr","content":"example.net"}]`, 400, "InvalidSources.Malformed"},
		{"b.example.com", `[{"type":"domain","content":"192.0.2.1"}]`, 400, "InvalidSources.Malformed"},
		{"b.example.com", `[{"type":"domain","content":"not a name"}]`, 400, "InvalidSources.Malformed"},
		{"b.example.com", `[{"type":"ftp","content":"example.net"}]`, 400, "InvalidSources.Malformed"},
		{"b.example.com", `[{"type":"domain","content":"example.net","port":70000}]`, 400, "InvalidSources.Malformed"},
		{"b.example.com", `[{"type":"domain","content":"example.net","priority":"high"}]`, 400, "InvalidSources.Malformed"},
	}
	for _, test := range tests {
		c.refused(test.status, test.code, "AddCdnDomain", "DomainName", test.name, "CdnType", "web", "Sources", test.sources)
	}
	c.refused(http.StatusBadRequest, "InvalidTopLevelDomain.Malformed", "AddCdnDomain",
		"DomainName", "b.example.com", "CdnType", "web", "Sources", oneOrigin, "TopLevelDomain", "-")

	c.add("b.b.example.net")
	c.refused(http.StatusForbidden, "DomainOverLimit", "AddCdnDomain",
		"DomainName", "c.example.com", "CdnType", "web", "Sources", oneOrigin)
	assert.Equal(t, 1, c.server.Applied("AddCdnDomain"))
}

func TestDomainDetail(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	c.add("www.example.com", "CdnType", "Video", "Scope", "overseas", "ResourceGroupId", "rg-1", "Sources", `[
		{"type":"ipaddr","content":"192.0.2.1","port":443,"priority":"30","weight":"15"},
		{"type":"oss","content":"bucket.oss-cn-hangzhou.aliyuncs.com","port":"8080"}]`)
	c.clock.Advance(time.Minute)

	got := c.ok("DescribeCdnDomainDetail", "DomainName", "WWW.example.com")
	assertShape(t, "DescribeCdnDomainDetail", got)
	for path, want := range map[string]any{
		"DomainName": "www.example.com", "CdnType": "video", "Scope": "overseas", "ResourceGroupId": "rg-1",
		"ServerCertificateStatus": "off", "GmtCreated": "2019-05-20T08:00:00Z", "GmtModified": "2019-05-20T08:00:03Z",
		"SourceModels.SourceModel.0.Type": "ipaddr", "SourceModels.SourceModel.0.Port": float64(443),
		"SourceModels.SourceModel.0.Priority": "30", "SourceModels.SourceModel.0.Weight": "15",
		"SourceModels.SourceModel.1.Port": float64(8080), "SourceModels.SourceModel.1.Priority": "20",
		"SourceModels.SourceModel.1.Weight": "10",
	} {
		assert.Equal(t, want, got.at("GetDomainDetailModel."+path), path)
	}
}

func TestModifyDomain(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	c.ok("ModifyCdnDomain", "DomainName", name, "Sources", `[{"type":"domain","content":"new.example.net"}]`)
	assert.Equal(t, "configuring", c.status(name))
	c.refused(http.StatusForbidden, "ServiceBusy", "ModifyCdnDomain", "DomainName", name)
	c.clock.Advance(time.Second)
	got := c.ok("DescribeCdnDomainDetail", "DomainName", name)
	assert.Equal(t, "online", got.at("GetDomainDetailModel.DomainStatus"))
	assert.Equal(t, "new.example.net", got.at("GetDomainDetailModel.SourceModels.SourceModel.0.Content"))

	for _, test := range []struct{ code, sources string }{
		{"Abs.Sources.Malformed", `[]`},
		{"InvalidSource.Type.Malformed", `[{"type":"ftp","content":"a.net"}]`},
		{"InvalidSource.Content.Malformed", `[{"type":"domain","content":"a b"}]`},
		{"InvalidTypeContent.Mismatch", `[{"type":"ipaddr","content":"a.net"}]`},
		{"InvalidSource.Priority.Malformed", `[{"type":"domain","content":"a.net","priority":"x"}]`},
	} {
		c.refused(http.StatusBadRequest, test.code, "ModifyCdnDomain", "DomainName", name, "Sources", test.sources)
	}
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "ModifyCdnDomain", "DomainName", "other.example.com")
}

// A domain that is configured goes on doing what it did: serving or not.
func TestConfiguringDoesNotDecideWhetherADomainServes(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	configure := func() {
		t.Helper()
		c.ok("BatchSetCdnDomainConfig", "DomainNames", name, "Functions", "["+function("gzip", "enable", "on")+"]")
		assert.Equal(t, "configuring", c.status(name))
	}
	refresh := []string{"ObjectPath", "http://" + name + "/1.png"}
	configure()
	c.ok("RefreshObjectCaches", refresh...)
	c.clock.Advance(time.Second)

	c.ok("StopCdnDomain", "DomainName", name)
	c.refused(http.StatusNotFound, "InvalidDomain.Offline", "RefreshObjectCaches", refresh...)
	c.clock.Advance(time.Second)
	configure()
	c.refused(http.StatusForbidden, "ServiceBusy", "RefreshObjectCaches", refresh...)
	c.clock.Advance(time.Second)
	assert.Equal(t, "offline", c.status(name))

	c.ok("StartCdnDomain", "DomainName", name)
	c.refused(http.StatusForbidden, "ServiceBusy", "RefreshObjectCaches", refresh...)
	c.clock.Advance(time.Second)
	c.ok("RefreshObjectCaches", refresh...)
}

func TestBatchStartAndStop(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com", "b.example.com"))

	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "BatchStopCdnDomain", "DomainNames", "a.example.com,c.example.com")
	assert.Equal(t, "online", c.status("a.example.com"), "all or none")

	c.ok("BatchStopCdnDomain", "DomainNames", "a.example.com, b.example.com,a.example.com")
	c.clock.Advance(time.Second)
	assert.Equal(t, "offline", c.status("a.example.com"))
	assert.Equal(t, "offline", c.status("b.example.com"))
	c.ok("BatchStartCdnDomain", "DomainNames", "a.example.com")
	c.clock.Advance(time.Second)
	assert.Equal(t, "online", c.status("a.example.com"))
	assert.Equal(t, "offline", c.status("b.example.com"))

	c.refused(http.StatusBadRequest, "InvalidParameter", "BatchStartCdnDomain",
		"DomainNames", strings.Repeat("a.example.com,", 51))
}

func TestDeleteRefusals(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	c.refused(http.StatusBadRequest, "InvaildParameter", "DeleteCdnDomain", "DomainName", "no name")
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "DeleteCdnDomain", "DomainName", "a.example.com")
}

func TestDomainsBySource(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("b.example.com"))
	c.add("a.example.com")
	got := c.ok("DescribeDomainsBySource", "Sources", "origin.example.net,nobody.example.net")
	assertShape(t, "DescribeDomainsBySource", got)
	assert.Equal(t, "origin.example.net,nobody.example.net", got.at("Sources"))
	assert.Equal(t, []any{"a.example.com"}, got.at("DomainsList.DomainsData.0.Domains.domainNames"))
	assert.Equal(t, "2019-05-20T16:00:00+08:00", got.at("DomainsList.DomainsData.0.DomainInfos.domainInfo.0.CreateTime"))
	assert.Equal(t, []any{}, got.at("DomainsList.DomainsData.1.Domains.domainNames"))
}
