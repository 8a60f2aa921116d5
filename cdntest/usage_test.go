package cdntest_test

import (
	"encoding/csv"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
)

const (
	usageList   = "UsageDataPerInterval.DataModule"
	exportsList = "UsageDataPerPage.UsageData"
)

func TestUsageIsThatOfTheSeries(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-2*day, 0)
	use := func(params ...string) answer { return c.ok("DescribeDomainUsageData", append(params, window...)...) }

	traffic := c.ok("DescribeDomainTrafficData", append(window, "Interval", "3600")...)
	for area, name := range map[string]string{"CN": "DomesticValue", "OverSeas": "OverseasValue", "all": "Value"} {
		a := use("Field", "traf", "Area", area)
		assert.Equal(t, "3600", a.at("DataInterval"))
		assert.Equal(t, area, a.at("Area"))
		assert.Equal(t, "traf", a.at("Type"))
		assert.Equal(t, traffic.series(t, trafficList, name), a.series(t, usageList, "Value"))
	}
	overseas := 0.0
	for _, area := range []string{"AP1", "AP2", "AP3", "NA", "SA", "EU", "MEAA"} {
		part := use("Field", "traf", "Area", area).total(t, usageList, "Value")
		assert.Positive(t, part, area)
		overseas += part
	}
	assert.InDelta(t, traffic.total(t, trafficList, "OverseasValue"), overseas, 0)
	assert.Equal(t, "CN", use("Field", "traf").at("Area"), "the default")

	requests := c.ok("DescribeDomainQpsData", window...).total(t, qpsList, "AccValue")
	parts := 0.0
	for _, kind := range []string{"static", "dynamic"} {
		for _, protocol := range []string{"http", "https"} {
			parts += use("Field", "acc", "Type", kind, "DataProtocol", protocol, "Area", "all").total(t, usageList, "Value")
		}
	}
	assert.InDelta(t, requests, parts, 0)
	assert.InDelta(t, requests, use("Field", "acc").total(t, usageList, "Value"), 0, "requests know no area")
}

func TestUsageOfBandwidthIsThePeak(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-day, 0)
	bandwidth := c.ok("DescribeDomainBpsData", window...).series(t, bpsList, "Value")
	hours := c.ok("DescribeDomainUsageData", append(window, "Field", "bps", "Area", "all", "Interval", "3600")...)
	require.Len(t, hours.list(t, usageList), 24)
	for _, row := range hours.list(t, usageList) {
		start, err := time.Parse(time.RFC3339, row["TimeStamp"].(string))
		require.NoError(t, err)
		highest := 0.0
		for i := range 12 {
			highest = max(highest, bandwidth[wire(start.Add(time.Duration(i)*5*time.Minute))])
		}
		assert.InDelta(t, highest, number(t, row["Value"]), 0)
		assert.InDelta(t, highest, bandwidth[row["PeakTime"].(string)], 0)
	}
}

func TestUsageWindows(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	for span, interval := range map[time.Duration]string{day: "300", 3 * day: "3600", 4 * day: "86400", 31 * day: "86400"} {
		assert.Equal(t, interval, c.ok("DescribeDomainUsageData", append(c.between(-span, 0), "Field", "traf")...).at("DataInterval"))
	}
	c.ok("DescribeDomainUsageData", append(c.between(-90*day, 0), "Field", "traf", "Interval", "86400")...)
	many := strings.Repeat("a.example.com,", 101)
	tests := []struct {
		params []string
		code   string
	}{
		{append(c.between(-32*day, 0), "Field", "traf"), "InvalidTimeRange"},
		{append(c.between(-91*day, 0), "Field", "traf", "Interval", "86400"), "InvalidTimeRange"},
		{append(c.between(-4*day, 0), "Field", "traf", "Interval", "300"), "InvalidTimeRange"},
		{append(c.between(-32*day, 0), "Field", "traf", "Interval", "3600"), "InvalidTimeRange"},
		{append(c.between(0, -day), "Field", "traf"), "InvalidParameterEndTime"},
		{append(c.between(-day, 0), "Field", "traf", "Interval", "60"), "InvalidParameterInterval"},
		{append(c.between(-day, 0), "Field", "acc", "Area", "EU"), "InvalidParameterArea"},
		{append(c.between(-day, 0), "Field", "traf", "Area", "MOON"), "InvalidParameterArea"},
		{append(c.between(-day, 0), "Field", "mood"), "InvalidParameterField"},
		{append(c.between(-day, 0), "Field", "traf", "DomainName", "x.example.com"), "InvalidDomain.NotFound"},
		{append(c.between(-day, 0), "Field", "traf", "DomainName", many), "InvalidParameter"},
	}
	for _, test := range tests {
		assert.Equal(t, test.code, c.get("DescribeDomainUsageData", test.params...).code(), test.params)
	}
}

func TestExports(t *testing.T) {
	t.Parallel()
	c := newSocketCaller(t, cdntest.WithDomains("a.example.com", "b.example.com"))
	window := c.between(-2*day, -day)
	summary := c.ok("CreateUserUsageDataExportTask", append(window, "Type", "flow", "TaskName", "summary")...)
	assertShape(t, "CreateUserUsageDataExportTask", summary)
	detail := c.ok("CreateUsageDetailDataExportTask", append(window, "Type", "vas", "DomainNames", "a.example.com", "Language", "en-us")...)
	assertShape(t, "CreateUsageDetailDataExportTask", detail)

	row := c.ok("DescribeUserUsageDataExportTask").list(t, exportsList)[0]
	assert.Equal(t, "Created", row["Status"])
	assert.Empty(t, row["DownloadUrl"])
	c.clock.Advance(2 * time.Second)

	for action, id := range map[string]any{
		"DescribeUserUsageDataExportTask":       summary.at("TaskId"),
		"DescribeUserUsageDetailDataExportTask": detail.at("TaskId"),
	} {
		a := c.ok(action)
		assertShape(t, action, a)
		assert.Equal(t, "1", a.at("TotalCount"))
		row := a.list(t, exportsList)[0]
		assert.Equal(t, id, row["TaskId"])
		assert.Equal(t, "Success", row["Status"])
		assert.Equal(t, wire(c.clock.Now()), row["ModifyTime"])
		file := c.download(row["DownloadUrl"].(string))
		assert.Equal(t, http.StatusOK, file.status)
		if action == "DescribeUserUsageDataExportTask" {
			assert.Equal(t, "summary", row["TaskName"])
			assert.True(t, strings.HasPrefix(file.body, "%PDF-1.4\n"))
			continue
		}
		table, err := csv.NewReader(strings.NewReader(file.body)).ReadAll()
		require.NoError(t, err)
		require.Len(t, table, 1+288)
		assert.Equal(t, []string{"Time", "Domain", "Requests"}, table[0])
		requests := 0.0
		for _, line := range table[1:] {
			assert.Equal(t, "a.example.com", line[1])
			requests += number(t, line[2])
		}
		assert.InDelta(t, c.ok("DescribeDomainQpsData", append(window, "DomainName", "a.example.com")...).total(t, qpsList, "AccValue"), requests, 0)
	}
}

// An export covers the domains that there were when it was asked for.
func TestExportsDoNotChange(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-2*day, -day)
	c.ok("CreateUserUsageDataExportTask", append(window, "Type", "flow")...)
	c.ok("CreateUsageDetailDataExportTask", append(window, "Type", "flow")...)
	files := func() (contents []string) {
		for _, action := range []string{"DescribeUserUsageDataExportTask", "DescribeUserUsageDetailDataExportTask"} {
			address := c.ok(action).at(exportsList + ".0.DownloadUrl").(string)
			assert.True(t, strings.HasPrefix(address, c.server.URL+"/exports/"), address)
			contents = append(contents, c.download(address).body)
		}
		return contents
	}
	c.clock.Advance(2 * time.Second)
	before := files()
	assert.Contains(t, before[1], "a.example.com")

	c.ok("DeleteCdnDomain", "DomainName", "a.example.com")
	c.add("c.example.com")
	assert.Equal(t, before, files())
	c.clock.Advance(time.Minute)
	assert.Equal(t, before, files())
}

func TestQuicHasNoUsage(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	a := c.ok("DescribeDomainUsageData", append(c.between(-hour, 0), "Field", "traf", "DataProtocol", "quic")...)
	assert.Zero(t, a.total(t, usageList, "Value"))
}

func TestExportsAreListedPageByPage(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	for range 5 {
		c.ok("CreateUsageDetailDataExportTask", append(c.between(-day, 0), "Type", "flow")...)
		c.clock.Advance(hour)
	}
	last := c.ok("CreateUsageDetailDataExportTask", append(c.between(-day, 0), "Type", "flow", "Group", "g", "DomainNames", "x.example.com")...)
	a := c.ok("DescribeUserUsageDetailDataExportTask", "PageSize", "4", "PageNumber", "2")
	assert.Len(t, a.at(exportsList), 2)
	assert.Equal(t, "6", a.at("TotalCount"))
	assert.Equal(t, "4", a.at("PageSize"))
	assert.Equal(t, "2", a.at("PageNumber"))
	assert.Equal(t, last.at("TaskId"), c.ok("DescribeUserUsageDetailDataExportTask").at(exportsList+".0.TaskId"), "the newest first")
	assert.Equal(t, "0", c.ok("DescribeUserUsageDataExportTask").at("TotalCount"))
	assert.Equal(t, http.StatusBadRequest, c.get("DescribeUserUsageDataExportTask", "PageSize", "0").status)

	c.refused(http.StatusBadRequest, "InvalidTimeRange", "CreateUsageDetailDataExportTask", append(c.between(-32*day, 0), "Type", "flow")...)
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "CreateUsageDetailDataExportTask",
		append(c.between(-day, 0), "Type", "flow", "DomainNames", "x.example.com")...)
	c.clock.Advance(93 * day)
	assert.Equal(t, "0", c.ok("DescribeUserUsageDetailDataExportTask").at("TotalCount"), "three months are kept")
}
