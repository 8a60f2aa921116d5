package cdntest_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// blockList downloads the list of blocked addresses.
func (c *caller) blockList(params ...string) string {
	c.t.Helper()
	address := c.ok("DescribeCdnFullDomainsBlockIPConfig", params...).at("Message").(string)
	status, text := c.fetch(address)
	require.Equal(c.t, http.StatusOK, status)
	return text
}

// fetch downloads what an address leads to.
func (c *caller) fetch(address string) (status int, text string) {
	c.t.Helper()
	resp, err := c.client.Get(address)
	require.NoError(c.t, err)
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	require.NoError(c.t, err)
	return resp.StatusCode, string(content)
}

// saidNo makes a call of the block list that has to fail in its way.
func (c *caller) saidNo(action string, params ...string) {
	c.t.Helper()
	a, err := c.try(http.MethodPost, action, params...)
	require.NoError(c.t, err)
	assert.Equal(c.t, http.StatusOK, a.status)
	assert.Equal(c.t, "1", a.code(), a.body)
}

func TestSecurityAnswersLookLikeTheSamples(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	assertShape(t, "SetCdnFullDomainsBlockIP", c.ok("SetCdnFullDomainsBlockIP", "OperationType", "block", "IPList", "192.0.2.7"))
	assertShape(t, "DescribeCdnFullDomainsBlockIPConfig", c.ok("DescribeCdnFullDomainsBlockIPConfig"))
	assertShape(t, "DescribeCdnFullDomainsBlockIPHistory",
		c.ok("DescribeCdnFullDomainsBlockIPHistory", append(c.between(-hour, hour), "IPList", "192.0.2.7")...))
	assertShape(t, "DescribeCdnConditionIPBInfo", c.ok("DescribeCdnConditionIPBInfo", "DataId", "condition_country_config_cn"))
	assertShape(t, "DescribeCdnWafDomain", c.ok("DescribeCdnWafDomain", "RegionId", "cn-hangzhou"))
}

func TestBlocksEndByTheClock(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	block := func(params ...string) {
		c.ok("SetCdnFullDomainsBlockIP", append([]string{"OperationType", "block"}, params...)...)
	}
	assert.Empty(t, c.blockList())
	block("IPList", "192.0.2.7, 198.51.100.9/24", "BlockInterval", "3600")
	block("IPList", "2001:db8::1", "BlockInterval", "0")
	assert.Equal(t, "192.0.2.7 2019-05-20 09:00:00\n198.51.100.0/24 2019-05-20 09:00:00\n2001:db8::1 9999-12-31 23:59:59\n", c.blockList())
	assert.Equal(t, "198.51.100.0/24 2019-05-20 09:00:00\n", c.blockList("IPList", "198.51.100.77,203.0.113.1"), "the block that it is in")

	c.clock.Advance(30 * time.Minute)
	block("IPList", "192.0.2.7", "BlockInterval", "60", "UpdateType", "uncover")
	assert.Equal(t, "192.0.2.7 2019-05-20 09:00:00\n", c.blockList("IPList", "192.0.2.7"), "the longer one counts")
	block("IPList", "192.0.2.7", "BlockInterval", "7200", "UpdateType", "uncover")
	assert.Equal(t, "192.0.2.7 2019-05-20 10:30:00\n", c.blockList("IPList", "192.0.2.7"))
	block("IPList", "2001:db8::1", "BlockInterval", "60", "UpdateType", "uncover")
	assert.Equal(t, "2001:db8::1 9999-12-31 23:59:59\n", c.blockList("IPList", "2001:db8::1"), "nothing is longer than for ever")
	block("IPList", "192.0.2.7", "BlockInterval", "60")
	assert.Equal(t, "192.0.2.7 2019-05-20 08:31:00\n", c.blockList("IPList", "192.0.2.7"), "the new one counts")

	c.clock.Advance(time.Minute - time.Second)
	assert.NotEmpty(t, c.blockList("IPList", "192.0.2.7"))
	c.clock.Advance(time.Second)
	assert.Empty(t, c.blockList("IPList", "192.0.2.7"), "its time is over")

	c.ok("SetCdnFullDomainsBlockIP", "OperationType", "unblock", "IPList", "2001:db8::1,203.0.113.1")
	assert.Equal(t, "198.51.100.0/24 2019-05-20 09:00:00\n", c.blockList())
}

func TestBlockHistory(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	c.ok("SetCdnFullDomainsBlockIP", "OperationType", "block", "IPList", "192.0.2.7,198.51.100.0/23", "BlockInterval", "60")
	c.clock.Advance(hour)
	c.ok("SetCdnFullDomainsBlockIP", "OperationType", "block", "IPList", "192.0.2.7")
	c.ok("SetCdnFullDomainsBlockIP", "OperationType", "unblock", "IPList", "192.0.2.7")
	a := c.ok("DescribeCdnFullDomainsBlockIPHistory", append(c.between(-2*hour, hour), "IPList", "192.0.2.7,198.51.100.0/23,203.0.113.1")...)
	assert.Equal(t, []any{
		map[string]any{"BlockIP": "192.0.2.7", "DeliverTime": "2019-05-20 09:00:00", "Status": "Success"},
		map[string]any{"BlockIP": "192.0.2.7", "DeliverTime": "2019-05-20 08:00:00", "Status": "Success"},
		map[string]any{"BlockIP": "198.51.100.0~198.51.101.255", "DeliverTime": "2019-05-20 08:00:00", "Status": "Success"},
		map[string]any{"BlockIP": "203.0.113.1", "DeliverTime": "", "Status": ""},
	}, a.at("IPBlockInfo"))
	a = c.ok("DescribeCdnFullDomainsBlockIPHistory", append(c.between(-hour, 0), "IPList", "192.0.2.7")...)
	assert.Len(t, a.at("IPBlockInfo"), 1, "the end is left out")
	assert.Equal(t, "2019-05-20 08:00:00", a.at("IPBlockInfo.0.DeliverTime"))

	many := strings.TrimSuffix(strings.Repeat("192.0.2.7,", 1001), ",")
	a = c.ok("DescribeCdnFullDomainsBlockIPHistory", append(c.between(-hour, 0), "IPList", many)...)
	assert.Len(t, a.at("IPBlockInfo"), 1001, "no limit is documented")
}

func TestTheAddressOfABlockListExpires(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	address := c.ok("DescribeCdnFullDomainsBlockIPConfig").at("Message").(string)
	c.ok("SetCdnFullDomainsBlockIP", "OperationType", "block", "IPList", "192.0.2.7")
	c.clock.Advance(3 * day)
	status, text := c.fetch(address)
	assert.Equal(t, http.StatusOK, status)
	assert.Empty(t, text, "as it was when it was asked for")
	c.clock.Advance(time.Second)
	status, _ = c.fetch(address)
	assert.Equal(t, http.StatusForbidden, status)
}

func TestBlocksAreRefused(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	c.saidNo("SetCdnFullDomainsBlockIP", "OperationType", "block", "IPList", "192.0.2.7,192.0.2")
	c.saidNo("SetCdnFullDomainsBlockIP", "OperationType", "block", "IPList", "fe80::1%eth0")
	c.saidNo("SetCdnFullDomainsBlockIP", "OperationType", "block", "IPList", "192.0.2.7", "BlockInterval", "-1")
	c.saidNo("SetCdnFullDomainsBlockIP", "OperationType", "block", "IPList", strings.Repeat("192.0.2.7,", 1001))
	c.saidNo("DescribeCdnFullDomainsBlockIPConfig", "IPList", strings.Repeat("192.0.2.7,", 51))
	history := func(start, end time.Duration) []string { return append(c.between(start, end), "IPList", "192.0.2.7") }
	c.saidNo("DescribeCdnFullDomainsBlockIPHistory", history(0, 0)...)
	c.saidNo("DescribeCdnFullDomainsBlockIPHistory", history(-91*day, 0)...)
	c.refused(http.StatusBadRequest, "MissingIPList", "SetCdnFullDomainsBlockIP", "OperationType", "block")
	c.refused(http.StatusBadRequest, "InvalidParameter", "SetCdnFullDomainsBlockIP", "OperationType", "ban", "IPList", "192.0.2.7")
	assert.Empty(t, c.blockList(), "what is refused has changed nothing")
}

func TestNamesOfConditions(t *testing.T) {
	t.Parallel()
	client := cdntest.NewServer(cdntest.WithoutSocket()).Client()
	for id, want := range map[types.ConditionDataId]types.ConditionName{
		types.ConditionDataIdCountryCn: {Text: "阿鲁巴", Value: "AW"},
		types.ConditionDataIdCountryEn: {Text: "Aruba", Value: "AW"},
		types.ConditionDataIdRegionEn:  {Text: "tianjin", Value: "tianjin"},
		types.ConditionDataIdIspCn:     {Text: "电信", Value: "telecom"},
	} {
		resp, err := client.DescribeCdnConditionIPBInfo(t.Context(), &types.DescribeCdnConditionIPBInfoRequest{DataId: id})
		require.NoError(t, err)
		names, err := resp.Datas[0].Names()
		require.NoError(t, err)
		assert.Contains(t, names, want, id)
	}
}

func TestFirewalls(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com", "c.example.org"))
	c.add("b.example.com", "Scope", "overseas")
	c.clock.Advance(hour)
	domains := func(a answer) string {
		var names []string
		for i := range int(a.at("TotalCount").(float64)) {
			names = append(names, a.at(fmt.Sprintf("OutPutDomains.%d.Domain", i)).(string))
		}
		return strings.Join(names, " ")
	}
	overseas := c.ok("DescribeCdnWafDomain", "RegionId", "ap-southeast-1")
	mainland := c.ok("DescribeCdnWafDomain", "RegionId", "cn-hangzhou", "DomainName", "example")
	assert.Equal(t, mainland.at("OutPutDomains"), c.ok("DescribeCdnWafDomain", "RegionId", "cn-hangzhou").at("OutPutDomains"), "the same again")
	assert.ElementsMatch(t, []string{"a.example.com", "c.example.org"}, strings.Fields(domains(mainland)))
	assert.Equal(t, "b.example.com", domains(overseas))
	assert.Equal(t, "c.example.org", domains(c.ok("DescribeCdnWafDomain", "RegionId", "cn-hangzhou", "DomainName", ".org")))

	bad := http.StatusBadRequest
	c.refused(bad, "DomainNotExist", "DescribeCdnWafDomain", "RegionId", "cn-hangzhou", "DomainName", "x.example.com")
	c.refused(bad, "InvalidParameterRegionId", "DescribeCdnWafDomain", "RegionId", "cn-beijing")
}

func TestWaitingRoom(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com"))
	with := func(name, value string) []string {
		values := []string{
			"DomainName", "a.example.com", "WaitUri", "^/sale/", "AllowPct", "0", "MaxTimeWait", "600", "GapTime", "0",
			"WaitUrl", "https://a.example.com/wait.html",
		}
		for i := 0; i < len(values); i += 2 {
			if values[i] == name {
				values[i+1] = value
			}
		}
		return values
	}
	c.ok("SetWaitingRoomConfig", with("", "")...)
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "SetWaitingRoomConfig", with("DomainName", "x.example.com")...)
	for name, value := range map[string]string{"AllowPct": "101", "WaitUri": "(", "WaitUrl": "/wait.html", "MaxTimeWait": "long"} {
		c.refused(http.StatusBadRequest, "InvalidParameter", "SetWaitingRoomConfig", with(name, value)...)
	}
	c.refused(http.StatusBadRequest, "MissingGapTime", "SetWaitingRoomConfig", with("GapTime", "")...)
}
