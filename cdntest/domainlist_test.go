package cdntest_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/cdntest"
)

// listed returns the names on a page of DescribeUserDomains.
func (c *caller) listed(pairs ...string) []string {
	c.t.Helper()
	data, _ := c.ok("DescribeUserDomains", pairs...).at("Domains.PageData").([]any)
	names := []string{}
	for _, entry := range data {
		names = append(names, fmt.Sprint(entry.(map[string]any)["DomainName"]))
	}
	return names
}

func TestUserDomainsPages(t *testing.T) {
	t.Parallel()
	var names []string
	for i := range 45 {
		names = append(names, fmt.Sprintf("n%02d.example.com", i))
	}
	c := newCaller(t, cdntest.WithDomains(names...))

	first := c.ok("DescribeUserDomains")
	assertShape(t, "DescribeUserDomains", first)
	assert.InDelta(t, 45, first.at("TotalCount"), 0)
	assert.InDelta(t, 20, first.at("PageSize"), 0)
	assert.InDelta(t, 1, first.at("PageNumber"), 0)

	assert.Equal(t, names[:20], c.listed())
	assert.Equal(t, names[20:40], c.listed("PageNumber", "2"))
	assert.Equal(t, names[40:], c.listed("PageNumber", "3"))
	assert.Empty(t, c.listed("PageNumber", "4"))
	assert.Equal(t, names[30:40], c.listed("PageNumber", "4", "PageSize", "10"))
}

func TestUserDomainsFilters(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDurations(cdntest.Durations{}))
	c.add("www.example.com", "Tag.1.Key", "env", "Tag.1.Value", "product")
	c.clock.Advance(time.Minute)
	c.add("img.example.com", "CdnType", "download", "Scope", "global", "ResourceGroupId", "rg-img")
	c.clock.Advance(time.Minute)
	c.add("www.example.org", "Sources", `[{"type":"ipaddr","content":"192.0.2.1"}]`)
	c.add("check-failed.example.org")
	c.ok("StopCdnDomain", "DomainName", "img.example.com")
	c.ok("BatchSetCdnDomainConfig", "DomainNames", "www.example.com",
		"Functions", `[{"functionName":"green_manager","functionArgs":[{"argName":"enable","argValue":"on"}]}]`)

	tests := []struct {
		params []string
		want   []string
	}{
		{[]string{"DomainName", "EXAMPLE.com"}, []string{"img.example.com", "www.example.com"}},
		{[]string{"DomainName", "www", "DomainSearchType", "pre_match"}, []string{"www.example.org", "www.example.com"}},
		{[]string{"DomainName", ".org", "DomainSearchType", "suf_match"}, []string{"check-failed.example.org", "www.example.org"}},
		{[]string{"DomainName", "www.example", "DomainSearchType", "full_match"}, []string{}},
		{
			[]string{"DomainName", "www.example.com,img.example.com", "DomainSearchType", "full_match"},
			[]string{"img.example.com", "www.example.com"},
		},
		{[]string{"CdnType", "download,video"}, []string{"img.example.com"}},
		{[]string{"DomainStatus", "offline"}, []string{"img.example.com"}},
		{[]string{"DomainStatus", "check_failed"}, []string{"check-failed.example.org"}},
		{[]string{"DomainStatus", "checkingring"}, []string{}},
		{[]string{"ResourceGroupId", "rg-img"}, []string{"img.example.com"}},
		{[]string{"Coverage", "global"}, []string{"img.example.com"}},
		{[]string{"Source", "192.0.2.1"}, []string{"www.example.org"}},
		{[]string{"CheckDomainShow", "false", "DomainName", ".org"}, []string{"www.example.org"}},
		{[]string{"FuncId", "98", "FuncFilter", "config"}, []string{"www.example.com"}},
		{[]string{"FuncId", "98", "FuncFilter", "unconfig", "DomainName", ".com"}, []string{"img.example.com"}},
		{[]string{"Tag.1.Key", "env"}, []string{"www.example.com"}},
		{[]string{"Tag.1.Key", "env", "Tag.1.Value", "daily"}, []string{}},
		{[]string{"ChangeStartTime", "2019-05-20T08:02:01Z"}, []string{}},
		{[]string{"ChangeEndTime", "2019-05-20T08:02:00Z"}, []string{}},
		{
			[]string{"ChangeStartTime", "2019-05-20T08:02:00Z", "ChangeEndTime", "2019-05-20T08:02:01Z", "DomainName", ".com"},
			[]string{"img.example.com", "www.example.com"},
		},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, c.listed(test.params...), "%v", test.params)
	}
	c.refused(http.StatusBadRequest, "InvalidDomainName.Malformed", "DescribeUserDomains", "DomainName", "a b")
	c.refused(http.StatusBadRequest, "InvalidDomainStatus.ValueNotSupported", "DescribeUserDomains", "DomainStatus", "asleep")
}
