package cdntest_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
)

const logInfos = "DomainLogDetails.DomainLogDetail.0.LogInfos.LogInfoDetail"

// download fetches a file; headers are names and values in turn.
func (c *caller) download(address string, headers ...string) answer {
	c.t.Helper()
	req, err := http.NewRequestWithContext(c.t.Context(), http.MethodGet, address, http.NoBody)
	require.NoError(c.t, err)
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	resp, err := c.client.Do(req)
	require.NoError(c.t, err)
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	require.NoError(c.t, err)
	return answer{status: resp.StatusCode, header: resp.Header, body: string(content)}
}

// unpack reads a log file.
func unpack(t *testing.T, content string) []string {
	t.Helper()
	z, err := gzip.NewReader(strings.NewReader(content))
	require.NoError(t, err)
	text, err := io.ReadAll(z)
	require.NoError(t, err)
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
}

// logLine is the format of an access log.
var logLine = regexp.MustCompile(`^\[(\d+/\w+/\d+:\d\d:\d\d:\d\d \+0800)\] (\S+) (\S+) (\d+) "([^"]*)" "GET (\S+)" (\d{3}) (\d+) (\d+) (HIT|MISS) "([^"]*)" "([^"]*)"$`)

func TestLogAnswersLookLikeTheSamples(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	target := []string{"Project", "p", "Logstore", "l", "Region", "cn-shanghai", "Domain", "a.example.com"}
	assertShape(t, "DescribeCdnDomainLogs", c.ok("DescribeCdnDomainLogs", "DomainName", "a.example.com"))
	assertShape(t, "CreateRealtimeLogDelivery", c.ok("CreateRealtimeLogDelivery", target...))
	assertShape(t, "ModifyRealtimeLogDelivery", c.ok("ModifyRealtimeLogDelivery", target...))
	assertShape(t, "DisableRealtimeLogDelivery", c.ok("DisableRealtimeLogDelivery", target...))
	assertShape(t, "EnableRealtimeLogDelivery", c.ok("EnableRealtimeLogDelivery", target...))
	assertShape(t, "DescribeDomainRealtimeLogDelivery", c.ok("DescribeDomainRealtimeLogDelivery", target...))
	assertShape(t, "ListRealtimeLogDeliveryDomains", c.ok("ListRealtimeLogDeliveryDomains", target...))
	assertShape(t, "ListRealtimeLogDelivery", c.ok("ListRealtimeLogDelivery"))
	assertShape(t, "ListRealtimeLogDeliveryInfos", c.ok("ListRealtimeLogDeliveryInfos"))
	assertShape(t, "DescribeRealtimeDeliveryAcc", c.ok("DescribeRealtimeDeliveryAcc"))
	assertShape(t, "DeleteRealtimeLogDelivery", c.ok("DeleteRealtimeLogDelivery", target...))
	assertShape(t, "CreateRealtimeLogDelivery", c.ok("CreateRealTimeLogDelivery", target...))
	assertShape(t, "DeleteRealTimeLogLogstore", c.ok("DeleteRealTimeLogLogstore", target...))

	list := c.ok("ListUserCustomLogConfig")
	assertShape(t, "ListUserCustomLogConfig", list)
	config := []string{"ConfigId", list.at("ConfigIds.ConfigId.0").(string), "DomainName", "a.example.com", "Tag", "t"}
	assertShape(t, "DescribeCustomLogConfig", c.ok("DescribeCustomLogConfig", config...))
	assertShape(t, "ModifyUserCustomLogConfig", c.ok("ModifyUserCustomLogConfig", config...))
	assertShape(t, "ModifyDomainCustomLogConfig", c.ok("ModifyDomainCustomLogConfig", config...))
	assertShape(t, "DescribeDomainCustomLogConfig", c.ok("DescribeDomainCustomLogConfig", config...))
	assertShape(t, "ListDomainsByLogConfigId", c.ok("ListDomainsByLogConfigId", config...))
}

func TestLogFilesArePaged(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	c.clock.Advance(20 * time.Minute)
	day1 := c.ok("DescribeCdnDomainLogs", "DomainName", "a.example.com")
	rows := day1.list(t, logInfos)
	require.Len(t, rows, 24, "only hours that are over")
	assert.Equal(t, "2019-05-19T08:00:00Z", rows[0]["StartTime"])
	assert.Equal(t, "2019-05-19T09:00:00Z", rows[0]["EndTime"])
	assert.Equal(t, "a.example.com_2019_05_19_160000_170000.gz", rows[0]["LogName"])
	assert.Equal(t, "a.example.com_2019_05_19_230000_000000.gz", rows[7]["LogName"])

	page := c.ok("DescribeCdnDomainLogs", append(c.between(-400*hour, -90*hour), "DomainName", "a.example.com", "PageSize", "100", "PageNumber", "4")...)
	const detail = "DomainLogDetails.DomainLogDetail.0."
	assert.Len(t, page.at(logInfos), 11)
	assert.InDelta(t, 11, page.at(detail+"LogCount"), 0)
	assert.InDelta(t, 311, page.at(detail+"PageInfos.Total"), 0)
	assert.InDelta(t, 4, page.at(detail+"PageInfos.PageIndex"), 0)
	assert.Empty(t, c.ok("DescribeCdnDomainLogs", append(c.between(hour, 2*hour), "DomainName", "a.example.com")...).at(logInfos))

	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "DescribeCdnDomainLogs", "DomainName", "x.example.com")
	c.refused(http.StatusBadRequest, "InvalidEndTime.Mismatch", "DescribeCdnDomainLogs", append(c.between(0, -hour), "DomainName", "a.example.com")...)
	c.refused(http.StatusBadRequest, "InvalidStartTime.ValueNotSupported", "DescribeCdnDomainLogs", append(c.between(-367*day, 0), "DomainName", "a.example.com")...)
	for _, number := range []string{"-1", "0", "9223372036854775807"} {
		assert.Equal(t, http.StatusBadRequest, c.get("DescribeCdnDomainLogs", "DomainName", "a.example.com", "PageNumber", number).status)
	}
}

func TestLogFilesDownload(t *testing.T) {
	t.Parallel()
	for name, start := range map[string]func(*testing.T, ...cdntest.Option) *caller{"socket": newSocketCaller, "transport": newCaller} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := start(t, cdntest.WithDomains("a.example.com", ".wild.example.com"))
			for domain, host := range map[string]string{"a.example.com": "a.example.com", ".wild.example.com": "www.wild.example.com"} {
				a := c.ok("DescribeCdnDomainLogs", append(c.between(-2*hour, -hour), "DomainName", domain)...)
				row := a.list(t, logInfos)[0]
				address := "http://" + row["LogPath"].(string)
				assert.True(t, strings.HasPrefix(address, c.server.URL+"/logs/"+domain+"/2019_05_20/"))
				whole := c.download(address)
				require.Equal(t, http.StatusOK, whole.status, whole.body)
				assert.Equal(t, "application/gzip", whole.header.Get("Content-Type"))
				assert.Empty(t, whole.header.Get("Content-Encoding"))
				assert.InDelta(t, row["LogSize"], len(whole.body), 0)
				assertLog(t, unpack(t, whole.body), host, c.clock.Now().Add(-2*hour))

				part := c.download(address, "Range", "bytes=10-19")
				assert.Equal(t, http.StatusPartialContent, part.status)
				assert.Equal(t, "bytes 10-19/"+strconv.Itoa(len(whole.body)), part.header.Get("Content-Range"))
				assert.Equal(t, whole.body[10:20], part.body)
				assert.Equal(t, http.StatusNotModified, c.download(address, "If-None-Match", whole.header.Get("ETag")).status)
			}
		})
	}
}

func assertLog(t *testing.T, lines []string, host string, start time.Time) {
	t.Helper()
	assert.Len(t, lines, 60)
	former := start
	for _, line := range lines {
		fields := logLine.FindStringSubmatch(line)
		require.NotNil(t, fields, line)
		at, err := time.Parse("2/Jan/2006:15:04:05 -0700", fields[1])
		require.NoError(t, err)
		assert.False(t, at.Before(former), line)
		assert.True(t, at.Before(start.Add(hour)), line)
		former = at
		assert.Regexp(t, `^https?://`+regexp.QuoteMeta(host)+`/`, fields[6])
	}
}

func TestAddressesOfFilesAreSigned(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	a := c.ok("DescribeCdnDomainLogs", append(c.between(-2*hour, 0), "DomainName", "a.example.com")...)
	address := "http://" + a.list(t, logInfos)[0]["LogPath"].(string)
	other := "http://" + a.list(t, logInfos)[1]["LogPath"].(string)
	changed := func(name, value string) string {
		u, err := url.Parse(address)
		require.NoError(t, err)
		query := u.Query()
		query.Set(name, value)
		u.RawQuery = query.Encode()
		return u.String()
	}
	foreign, query := strings.Split(address, "?")[0], strings.Split(other, "?")[1]
	for _, forbidden := range []string{
		foreign, foreign + "?" + query, changed("Signature", "x"), changed("Expires", "99999999999"),
	} {
		assert.Equal(t, http.StatusForbidden, c.download(forbidden).status, forbidden)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address, http.NoBody)
	require.NoError(t, err)
	resp, err := c.client.Do(req)
	require.NoError(t, err)
	defer resp.Body.Close()
	assert.Equal(t, http.StatusMethodNotAllowed, resp.StatusCode)

	c.clock.Advance(day)
	assert.Equal(t, http.StatusOK, c.download(address).status)
	c.clock.Advance(time.Second)
	assert.Equal(t, http.StatusForbidden, c.download(address).status, "expired")
}

func TestRealtimeLogDelivery(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	one := []string{"Project", "p", "Logstore", "l1", "Region", "cn-shanghai"}
	two := []string{"Project", "p", "Logstore", "l2", "Region", "cn-beijing"}
	on := func(target []string, domain string) []string { return append([]string{"Domain", domain}, target...) }

	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "CreateRealtimeLogDelivery", on(one, "x.example.com")...)
	c.refused(http.StatusNotFound, "Domain.NotFound", "DescribeDomainRealtimeLogDelivery", "Domain", "a.example.com")
	c.refused(http.StatusNotFound, "Domain.NotFound", "DeleteRealtimeLogDelivery", on(one, "a.example.com")...)
	c.refused(http.StatusNotFound, "Domain.NotFound", "EnableRealtimeLogDelivery", "Domain", "a.example.com")
	c.refused(http.StatusNotFound, "Domain.NotFound", "DisableRealtimeLogDelivery", "Domain", "a.example.com")
	c.refused(http.StatusNotFound, "Domain.NotFound", "ModifyRealtimeLogDelivery", on(one, "a.example.com")...)
	assert.Empty(t, c.ok("ListRealtimeLogDeliveryInfos").at("Content.RealtimeLogDeliveryInfos"))

	c.ok("CreateRealtimeLogDelivery", on(one, "a.example.com")...)
	c.ok("CreateRealtimeLogDelivery", on(one, "b.example.com")...)
	c.ok("ModifyRealtimeLogDelivery", on(two, "b.example.com")...)
	c.ok("DisableRealtimeLogDelivery", "Domain", "A.example.com, b.example.com")
	c.ok("EnableRealtimeLogDelivery", "Domain", "b.example.com")
	assert.Equal(t, "offline", c.ok("DescribeDomainRealtimeLogDelivery", "Domain", "a.example.com").at("Status"))
	b := c.ok("DescribeDomainRealtimeLogDelivery", "Domain", "b.example.com")
	assert.Equal(t, "online", b.at("Status"))
	assert.Equal(t, "cn-beijing", b.at("Region"))

	assert.Equal(t,
		[]any{map[string]any{"DomainName": "a.example.com", "Status": "offline"}},
		c.ok("ListRealtimeLogDeliveryDomains", one...).at("Content.Domains"))
	assert.Len(t, c.ok("ListRealtimeLogDeliveryDomains", "Project", "p", "Logstore", "l1,l2", "Region", "cn-shanghai,cn-beijing").at("Content.Domains"), 2)
	c.refused(http.StatusNotFound, "LogstoreNotExist", "ListRealtimeLogDeliveryDomains", "Project", "p", "Logstore", "l3", "Region", "cn-shanghai")
	assert.Len(t, c.ok("ListRealtimeLogDeliveryInfos").at("Content.RealtimeLogDeliveryInfos"), 2)

	c.refused(http.StatusNotFound, "LogstoreNotExist", "DeleteRealtimeLogDelivery", on(one, "a.example.com,b.example.com")...)
	c.ok("DeleteRealtimeLogDelivery", on(one, "a.example.com")...)
	c.refused(http.StatusNotFound, "Domain.NotFound", "DescribeDomainRealtimeLogDelivery", "Domain", "a.example.com")
}

// Today's names are for the same deliveries.
func TestRealTimeLogDeliveryOfToday(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	one := []string{"Project", "p", "Logstore", "l1", "Region", "cn-shanghai"}
	two := []string{"Project", "p", "Logstore", "l2", "Region", "cn-beijing"}
	on := func(target []string, domain string) []string { return append([]string{"Domain", domain}, target...) }

	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "CreateRealTimeLogDelivery", on(one, "x.example.com")...)
	c.refused(http.StatusNotFound, "LogstoreNotExist", "DeleteRealTimeLogLogstore", one...)
	assert.Empty(t, c.ok("ListRealtimeLogDelivery").at("Content.RealtimeLogDeliveryInfo"))

	c.ok("CreateRealTimeLogDelivery", on(one, "b.example.com")...)
	c.ok("CreateRealTimeLogDelivery", on(one, "A.example.com")...)
	c.ok("CreateRealTimeLogDelivery", on(one, "a.example.com")...)
	c.ok("ModifyRealtimeLogDelivery", on(two, "b.example.com")...)
	c.ok("DisableRealtimeLogDelivery", "Domain", "b.example.com")
	all := c.ok("ListRealtimeLogDelivery")
	for i, want := range [][]any{
		{"a.example.com", "p", "l1", "cn-shanghai", "online"},
		{"b.example.com", "p", "l2", "cn-beijing", "offline"},
	} {
		row := all.at("Content.RealtimeLogDeliveryInfo." + strconv.Itoa(i)).(map[string]any)
		assert.Equal(t, want, []any{row["Domain"], row["Project"], row["Logstore"], row["Region"], row["Status"]})
	}

	c.ok("DeleteRealTimeLogLogstore", one...)
	c.refused(http.StatusNotFound, "LogstoreNotExist", "DeleteRealTimeLogLogstore", one...)
	c.refused(http.StatusNotFound, "Domain.NotFound", "DescribeDomainRealtimeLogDelivery", "Domain", "a.example.com")
	assert.Len(t, c.ok("ListRealtimeLogDelivery").at("Content.RealtimeLogDeliveryInfo"), 1)
}

func TestDeliveriesAreCounted(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	const list = "ReatTimeDeliveryAccData.AccData"
	start := c.clock.Now()
	c.ok("CreateRealtimeLogDelivery", "Project", "p", "Logstore", "l", "Region", "cn-shanghai", "Domain", "a.example.com")
	c.clock.Advance(hour)
	c.ok("DisableRealtimeLogDelivery", "Domain", "a.example.com")
	c.clock.Advance(hour)
	c.ok("EnableRealtimeLogDelivery", "Domain", "a.example.com")
	c.clock.Advance(hour)
	requests := func(from, to time.Duration) float64 {
		return c.ok("DescribeDomainQpsData", "DomainName", "a.example.com",
			"StartTime", wire(start.Add(from)), "EndTime", wire(start.Add(to))).total(t, qpsList, "AccValue")
	}
	a := c.ok("DescribeRealtimeDeliveryAcc", append(c.between(-4*hour, 0), "Interval", "3600")...)
	rows := a.list(t, list)
	require.Len(t, rows, 4)
	for i, want := range []float64{0, requests(0, hour), 0, requests(2*hour, 3*hour)} {
		assert.InDelta(t, want, rows[i]["SuccessNum"], 0, i)
		assert.Zero(t, rows[i]["FailedNum"])
	}
	total := a.total(t, list, "SuccessNum")
	assert.InDelta(t, total, c.ok("DescribeRealtimeDeliveryAcc", "Project", "p", "LogStore", "l").total(t, list, "SuccessNum"), 0)
	assert.Zero(t, c.ok("DescribeRealtimeDeliveryAcc", "Project", "other").total(t, list, "SuccessNum"))
	assert.Zero(t, c.ok("DescribeRealtimeDeliveryAcc", "Logstore", "other").total(t, list, "SuccessNum"))
	c.refused(http.StatusBadRequest, "InvalidStartTime.ValueNotSupported", "DescribeRealtimeDeliveryAcc", c.between(-367*day, 0)...)
}

func TestLogFormats(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	ids := c.ok("ListUserCustomLogConfig").at("ConfigIds.ConfigId").([]any)
	require.Len(t, ids, 2)
	id, other := ids[0].(string), ids[1].(string)
	const unknown = "00000000-0000-4000-8000-000000000000"

	c.refused(http.StatusNotFound, "Config.NotFound", "DescribeDomainCustomLogConfig", "DomainName", "a.example.com")
	c.refused(http.StatusNotFound, "Domains.NotFound", "ListDomainsByLogConfigId", "ConfigId", id)
	c.ok("ModifyDomainCustomLogConfig", "DomainName", "b.example.com", "ConfigId", other)
	c.ok("ModifyDomainCustomLogConfig", "DomainName", "b.example.com", "ConfigId", id)
	c.ok("ModifyDomainCustomLogConfig", "DomainName", "a.example.com", "ConfigId", id)
	assert.Equal(t, []any{"a.example.com", "b.example.com"}, c.ok("ListDomainsByLogConfigId", "ConfigId", id).at("Domains.Domain"))
	c.refused(http.StatusNotFound, "Domains.NotFound", "ListDomainsByLogConfigId", "ConfigId", other)

	c.ok("ModifyUserCustomLogConfig", "ConfigId", id, "Tag", strings.Repeat("标", 256))
	assert.Equal(t, strings.Repeat("标", 256), c.ok("DescribeDomainCustomLogConfig", "DomainName", "a.example.com").at("Tag"))
	c.refused(http.StatusForbidden, "InvalidTag", "ModifyUserCustomLogConfig", "ConfigId", id, "Tag", strings.Repeat("x", 257))
	c.refused(http.StatusNotFound, "InvalidConfigId", "ModifyUserCustomLogConfig", "ConfigId", unknown, "Tag", "t")
	c.refused(http.StatusNotFound, "InvalidConfigId", "ModifyDomainCustomLogConfig", "DomainName", "a.example.com", "ConfigId", unknown)
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "ModifyDomainCustomLogConfig", "DomainName", "x.example.com", "ConfigId", id)
	c.refused(http.StatusNotFound, "Config.NotFound", "DescribeCustomLogConfig", "ConfigId", unknown)
	c.refused(http.StatusForbidden, "InvalidConfigId", "DescribeCustomLogConfig", "ConfigId", "1")
	c.refused(http.StatusForbidden, "InvalidConfigId", "ListDomainsByLogConfigId", "ConfigId", "1")
}

// What belonged to a domain goes with it, also if there is a new one of its name.
func TestLogSettingsGoWithTheDomain(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	id := c.ok("ListUserCustomLogConfig").at("ConfigIds.ConfigId.0").(string)
	c.ok("CreateRealtimeLogDelivery", "Project", "p", "Logstore", "l", "Region", "cn-shanghai", "Domain", "a.example.com")
	c.ok("ModifyDomainCustomLogConfig", "DomainName", "a.example.com", "ConfigId", id)
	c.ok("StopCdnDomain", "DomainName", "a.example.com")
	c.clock.Advance(time.Minute)
	c.ok("DeleteCdnDomain", "DomainName", "a.example.com")
	c.clock.Advance(time.Minute)
	c.add("a.example.com")
	c.refused(http.StatusNotFound, "Domain.NotFound", "DescribeDomainRealtimeLogDelivery", "Domain", "a.example.com")
	c.refused(http.StatusNotFound, "Config.NotFound", "DescribeDomainCustomLogConfig", "DomainName", "a.example.com")
	assert.Empty(t, c.ok("ListRealtimeLogDeliveryInfos").at("Content.RealtimeLogDeliveryInfos"))
}

func TestDownloadsGoWrongOnRequest(t *testing.T) {
	t.Parallel()
	for name, start := range map[string]func(*testing.T, ...cdntest.Option) *caller{"socket": newSocketCaller, "transport": newCaller} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := start(t, cdntest.WithDomains("a.example.com"))
			row := c.ok("DescribeCdnDomainLogs", append(c.between(-2*hour, -hour), "DomainName", "a.example.com")...).list(t, logInfos)[0]
			address := "http://" + row["LogPath"].(string)
			whole := c.download(address)
			c.server.Script(cdntest.Download,
				cdntest.FailAs(http.StatusForbidden, "AccessDenied", "Request has expired."),
				cdntest.Unavailable().WithHeader("Retry-After", "3"),
				cdntest.Reset(),
				cdntest.Truncate(),
				cdntest.Truncate(),
			)
			forbidden := c.download(address)
			assert.Equal(t, http.StatusForbidden, forbidden.status)
			assert.Contains(t, forbidden.body, "<Code>AccessDenied</Code>")
			unavailable := c.download(address)
			assert.Equal(t, http.StatusServiceUnavailable, unavailable.status)
			assert.Equal(t, "3", unavailable.header.Get("Retry-After"))
			get := func(headers ...string) (content string, err error) {
				req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, http.NoBody)
				require.NoError(t, err)
				if len(headers) > 0 {
					req.Header.Set(headers[0], headers[1])
				}
				resp, err := c.client.Do(req)
				if err != nil {
					return "", err
				}
				defer resp.Body.Close()
				text, err := io.ReadAll(resp.Body)
				return string(text), err
			}
			_, err := get()
			require.ErrorContains(t, err, "reset")
			half, err := get()
			require.ErrorIs(t, err, io.ErrUnexpectedEOF)
			assert.Equal(t, whole.body[:len(whole.body)/2], half)
			part, err := get("Range", "bytes=100-199")
			require.ErrorIs(t, err, io.ErrUnexpectedEOF)
			assert.Equal(t, whole.body[100:150], part)
			assert.Equal(t, whole.body, c.download(address).body, "the answers are used up")
			assert.Len(t, c.server.Requests(), 1, "a download is no call")
		})
	}
}
