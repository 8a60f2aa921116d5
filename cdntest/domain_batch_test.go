package cdntest_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/cdntest"
)

func TestBatchAdd(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithQuota(cdntest.Quota{Domains: 4}), cdntest.WithDomains("old.example.com"))
	batch := func(names string) []string {
		return []string{"DomainName", names, "CdnType", "download", "Sources", oneOrigin, "Scope", "global"}
	}
	refused := func(code, names string) {
		t.Helper()
		c.refused(http.StatusBadRequest, code, "BatchAddCdnDomain", batch(names)...)
		assert.InDelta(t, 1, c.ok("DescribeUserDomains").at("TotalCount"), 0, "nothing was added")
	}
	refused("DomainAlreadyExist", "a.example.com,OLD.example.com")
	refused("InvalidDomainName.Malformed", "a.example.com,example")
	refused("ExtensiveAndSpecificDomainConflict", "a.example.org,.example.org")
	refused("DomainOverLimit", "a.example.com,b.example.com,c.example.com,d.example.com")
	refused("InvalidParameter", strings.Repeat("a.example.com,", 51))
	for sources, code := range map[string]string{
		`[]`: "InvalidSources.Malformed", `[{"type":"web","content":"a.b.c"}]`: "InvalidSourceType.Malformed",
		`[{"type":"ipaddr","content":"a.b.c"}]`:                   "InvalidTypeAndContent.MissMatch",
		`[{"type":"domain","content":"a.b.c","priority":"high"}]`: "InvalidSource.Priority.Malformed",
	} {
		c.refused(http.StatusBadRequest, code, "BatchAddCdnDomain", "DomainName", "a.example.com", "CdnType", "web", "Sources", sources)
	}

	assertShape(t, "BatchAddCdnDomain", c.ok("BatchAddCdnDomain", batch("a.example.com,A.example.com,b.example.com,.example.net")...))
	assert.Equal(t, "checking", c.status("a.example.com"))
	c.clock.Advance(3 * time.Second)
	assert.Equal(t, "online", c.status(".example.net"))
	detail := c.ok("DescribeCdnDomainDetail", "DomainName", "b.example.com")
	assert.Equal(t, "download", detail.at("GetDomainDetailModel.CdnType"))
	assert.Equal(t, "global", detail.at("GetDomainDetailModel.Scope"))
}

func TestBatchUpdate(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com", "b.example.com"))
	update := func(names, sources string) []string {
		return []string{"DomainName", names, "Sources", sources, "ResourceGroupId", "rg-new"}
	}
	other := `[{"type":"ipaddr","content":"192.0.2.9"}]`
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "BatchUpdateCdnDomain", update("a.example.com,c.example.com", other)...)
	c.refused(http.StatusBadRequest, "InvalidTypeContent.Mismatch", "BatchUpdateCdnDomain", update("a.example.com", `[{"type":"ipaddr","content":"a.b"}]`)...)
	assertShape(t, "BatchUpdateCdnDomain", c.ok("BatchUpdateCdnDomain", update("a.example.com,b.example.com", other)...))
	c.refused(http.StatusForbidden, "ServiceBusy", "BatchUpdateCdnDomain", update("a.example.com", other)...)
	for _, name := range []string{"a.example.com", "b.example.com"} {
		detail := c.ok("DescribeCdnDomainDetail", "DomainName", name)
		assert.Equal(t, "192.0.2.9", detail.at("GetDomainDetailModel.SourceModels.SourceModel.0.Content"))
		assert.Equal(t, "rg-new", detail.at("GetDomainDetailModel.ResourceGroupId"))
	}
	c.clock.Advance(time.Second)
	c.ok("BatchUpdateCdnDomain", "DomainName", "a.example.com", "ResourceGroupId", "rg-newer")
	assert.Equal(t, "192.0.2.9", c.ok("DescribeCdnDomainDetail", "DomainName", "a.example.com").at("GetDomainDetailModel.SourceModels.SourceModel.0.Content"))
}

func TestBatchDeleteConfig(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com", "b.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	c.ok("BatchSetCdnDomainConfig", "DomainNames", "a.example.com,b.example.com", "Functions",
		`[{"functionName":"gzip","functionArgs":[{"argName":"enable","argValue":"on"}]},`+
			`{"functionName":"set_req_host_header","functionArgs":[{"argName":"domain_name","argValue":"x.example.com"}]}]`)
	byFunc := func(pairs ...string) int {
		answer := c.ok("DescribeCdnUserDomainsByFunc", append(pairs, "FuncId", "18")...)
		assertShape(t, "DescribeCdnUserDomainsByFunc", answer)
		return len(answer.at("Domains.PageData").([]any))
	}
	assert.Equal(t, 2, byFunc())
	assert.Equal(t, 1, byFunc("PageSize", "1", "PageNumber", "2"))
	assert.Equal(t, 0, byFunc("ResourceGroupId", "rg-other"))

	c.refused(http.StatusBadRequest, "Invalid%s.ValueNotSupported", "BatchDeleteCdnDomainConfig",
		"DomainNames", "a.example.com", "FunctionNames", "gzip,gzipp")
	assertShape(t, "BatchDeleteCdnDomainConfig", c.ok("BatchDeleteCdnDomainConfig",
		"DomainNames", "b.example.com,a.example.com", "FunctionNames", "set_req_host_header,https_force"))
	assert.Equal(t, 0, byFunc())
	left := c.ok("DescribeCdnDomainConfigs", "DomainName", "a.example.com")
	assert.Len(t, left.at("DomainConfigs.DomainConfig"), 1)
	assert.Equal(t, "gzip", left.at("DomainConfigs.DomainConfig.0.FunctionName"))

	var many []string
	for i := range 26 {
		many = append(many, fmt.Sprintf("d%d.example.org", i))
	}
	c = newCaller(t, cdntest.WithDomains(many...))
	c.refused(http.StatusBadRequest, "InvalidParameter", "BatchDeleteCdnDomainConfig",
		"DomainNames", strings.Join(many, ","), "FunctionNames", "gzip,https_force")
}

func TestScheduleByProperty(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com"))
	c.refused(http.StatusBadRequest, "Schedule.NotFound", "ModifyCdnDomainSchdmByProperty", "DomainName", "a.example.com", "Property", `{"coverage":"moon"}`)
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "ModifyCdnDomainSchdmByProperty", "DomainName", "b.example.com", "Property", `{"coverage":"global"}`)
	c.ok("ModifyCdnDomainSchdmByProperty", "DomainName", "a.example.com", "Property", `{"coverage":"overseas"}`)
	assert.Equal(t, "configuring", c.status("a.example.com"))
	c.clock.Advance(time.Second)
	assert.Equal(t, []string{"a.example.com"}, c.listed("Coverage", "overseas"))
}

func TestDeletedDomains(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com", "b.example.com", "c.example.com"))
	deleted := func(pairs ...string) any { return c.ok("DescribeCdnDeletedDomains", pairs...).at("Domains.PageData") }
	assert.Equal(t, []any{}, deleted())
	c.ok("DeleteCdnDomain", "DomainName", "b.example.com")
	assert.Equal(t, []any{}, deleted(), "it takes a while")
	c.clock.Advance(time.Minute)
	c.ok("DeleteCdnDomain", "DomainName", "a.example.com")
	c.clock.Advance(time.Minute)
	assertShape(t, "DescribeCdnDeletedDomains", c.ok("DescribeCdnDeletedDomains"))
	assert.Equal(t, []any{
		map[string]any{"DomainName": "a.example.com", "GmtModified": "2019-05-20T08:01:01Z"},
		map[string]any{"DomainName": "b.example.com", "GmtModified": "2019-05-20T08:00:01Z"},
	}, deleted())
	assert.Len(t, deleted("PageSize", "1", "PageNumber", "2"), 1)
}

func TestCnames(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com", ".example.org"), cdntest.WithDurations(cdntest.Durations{Spread: time.Minute}))
	statuses := func() (all []any) {
		answer := c.ok("DescribeDomainCname", "DomainName", "a.example.com,.example.org")
		assertShape(t, "DescribeDomainCname", answer)
		return append(all, answer.at("CnameDatas.Data.0.Status"), answer.at("CnameDatas.Data.1.Passed"))
	}
	assert.Equal(t, []any{1.0, "false"}, statuses())
	c.server.PlaceRecord("a.example.com", "a.example.com.w.kunlunle.com")
	c.server.PlaceRecord("*.example.org", "example.org.w.kunlunle.com")
	assert.Equal(t, []any{1.0, "false"}, statuses())
	c.clock.Advance(time.Minute)
	assert.Equal(t, []any{0.0, "true"}, statuses())
	c.refused(http.StatusForbidden, "InvaildParameter", "DescribeDomainCname", "DomainName", "a_b.example.com")
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "DescribeDomainCname", "DomainName", "b.example.com")
	c.refused(http.StatusBadRequest, "DomainNameOverLimit", "DescribeDomainCname", "DomainName", strings.Repeat("a.example.com,", 31))
}

func TestCdnTypes(t *testing.T) {
	t.Parallel()
	answer := newCaller(t).ok("DescribeCdnTypes")
	assertShape(t, "DescribeCdnTypes", answer)
	assert.Len(t, answer.at("CdnTypes.CdnType"), 3)
}
