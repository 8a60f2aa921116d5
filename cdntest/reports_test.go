package cdntest_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	reportList  = "Content.data"
	reportRows  = "Content.data.0.data"
	badRequest  = http.StatusBadRequest
	mailReports = `[{"reportId":1,"conditions":[{"field":"prov","op":"in","value":["tianjin"]}]},{"reportId":"17"}]`
	mailTo      = `{"email":{"subject":"s","to":["a@example.com","b@example.com"]}}`
	everyDay    = `{"crontab":"0 0 8 * * ?","frequency":"d"}`
)

func TestReportsAreListed(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	all := c.ok("DescribeCdnReportList")
	assertShape(t, "DescribeCdnReportList", all)
	require.Len(t, all.list(t, reportList), 12)
	one := c.ok("DescribeCdnReportList", "ReportId", "3")
	require.Len(t, one.list(t, reportList), 1)
	assert.InDelta(t, 3, one.at("Content.data.0.reportId"), 0)
	assert.Equal(t, "TopUrlByTraf", one.at("Content.data.0.deliver.report.title"))
	c.refused(badRequest, "InvalidParameter", "DescribeCdnReportList", "ReportId", "2")
}

// The figures of a report are those that the data actions have.
func TestReportsAreThoseOfTheMonitoring(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-5*hour, 0)
	report := func(id string, params ...string) []map[string]any {
		a := c.ok("DescribeCdnReport", append(append(params, "ReportId", id), window...)...)
		assert.NotEmpty(t, a.at("Content.data.0.deliver.report.title"))
		rows := a.list(t, reportRows)
		require.NotEmpty(t, rows)
		for _, column := range a.at("Content.data.0.deliver.report.header").([]any) {
			assert.Contains(t, rows[0], column)
		}
		return rows
	}
	// same holds a ranking against another: same keys, numbers and shares.
	same := func(rows []map[string]any, column string, others []map[string]any, key, requests, bytes string) {
		t.Helper()
		byKey := map[any]map[string]any{}
		for _, other := range others {
			byKey[other[key]] = other
		}
		for _, row := range rows {
			other := byKey[row[column]]
			if !assert.NotNil(t, other, "%v", row[column]) {
				continue
			}
			assert.InDelta(t, number(t, other[requests]), row["acc"], 0)
			assert.InDelta(t, number(t, other[bytes]), row["traf"], 0)
		}
	}
	const one = "a.example.com"
	urls := c.ok("DescribeDomainTopUrlVisit", append(window, "DomainName", one)...)
	same(report("1", "DomainName", one), "url", urls.list(t, "AllUrlList.UrlList"), "UrlDetail", "VisitData", "Flow")
	same(report("1", "DomainName", one, "HttpCode", "4xx"), "url", urls.list(t, "Url400List.UrlList"), "UrlDetail", "VisitData", "Flow")
	referers := c.ok("DescribeDomainTopReferVisit", append(window, "DomainName", one)...)
	same(report("5", "DomainName", one), "refer", referers.list(t, "TopReferList.ReferList"), "ReferDetail", "VisitData", "Flow")
	domains := c.ok("DescribeTopDomainsByFlow", window...)
	same(report("17"), "domain", domains.list(t, "TopDomains.TopDomain"), "DomainName", "TotalAccess", "TotalTraffic")
	regions := c.ok("DescribeDomainRegionData", append(window, "DomainName", one)...)
	same(report("21", "DomainName", one), "region", regions.list(t, "Value.RegionProportionData"), "RegionEname", "TotalQuery", "TotalBytes")
	isps := c.ok("DescribeDomainISPData", append(window, "DomainName", one)...)
	same(report("23", "DomainName", one), "isp", isps.list(t, "Value.ISPProportionData"), "IspEname", "TotalQuery", "TotalBytes")

	sum := func(rows []map[string]any, column string) (total float64) {
		for _, row := range rows {
			total += number(t, row[column])
		}
		return total
	}
	all := sum(report("23", "DomainName", one), "acc")
	assert.InDelta(t, all, sum(report("23", "DomainName", one, "IsOverseas", "0"), "acc")+sum(report("23", "DomainName", one, "IsOverseas", "1"), "acc"), 0)
	pages := c.ok("DescribeDomainPvData", append(window, "DomainName", one)...)
	visitors := c.ok("DescribeDomainUvData", append(window, "DomainName", one)...)
	views := report("19", "DomainName", one)
	assert.InDelta(t, pages.total(t, "PvDataInterval.UsageData", "Value"), sum(views, "pv"), 0)
	assert.InDelta(t, visitors.total(t, "UvDataInterval.UsageData", "Value"), sum(views, "uv"), 0)
	assert.InDelta(t, all, sum(views, "pv"), 0)

	misses := c.ok("DescribeDomainSrcTrafficData", append(window, "DomainName", one)...)
	assert.InDelta(t, misses.total(t, "SrcFlowDataPerInterval.DataModule", "Value"), sum(report("11", "DomainName", one), "traf"),
		0.2*sum(report("11", "DomainName", one), "traf"), "all but what is beyond the first hundred")
	clients := report("13", "DomainName", one, "Area", "tianjin,liaoning")
	assert.Less(t, number(t, clients[len(clients)-1]["acc"]), number(t, clients[0]["acc"])+1, "the most requests first")
	assert.Less(t, sum(clients, "acc"), all)
	byTraffic := report("3")
	for i := range byTraffic[1:] {
		assert.GreaterOrEqual(t, byTraffic[i]["traf"], byTraffic[i+1]["traf"])
	}
	assert.Regexp(t, `^\d+\.\d{3}%$`, byTraffic[0]["traf_rate"])
}

func TestReportsRefuse(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-hour, 0)
	for _, wrong := range [][]string{
		{"ReportId", "2"},
		{"ReportId", "1", "Area", "tianjin"},
		{"ReportId", "17", "DomainName", "a.example.com"},
		{"ReportId", "21", "HttpCode", "2xx"},
		{"ReportId", "13", "Area", "moon"},
		{"ReportId", "1", "HttpCode", "200"},
		{"ReportId", "1", "DomainName", "x.example.com"},
		{"ReportId", "one"},
	} {
		c.refused(badRequest, "InvalidParameter", "DescribeCdnReport", append(wrong, window...)...)
	}
	c.refused(badRequest, "InvalidParameter", "DescribeCdnReport", append(c.between(0, -hour), "ReportId", "1")...)
	c.refused(badRequest, "TimeParseFailed", "DescribeCdnReport", "ReportId", "1", "StartTime", "now", "EndTime", wire(c.clock.Now()))
	c.refused(badRequest, "MissingReportId", "DescribeCdnReport", window...)
}

func TestCustomReport(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	assert.Empty(t, c.ok("DescribeCdnSubList").list(t, reportList))
	c.refused(badRequest, "SubscriptionNotFound", "UpdateCdnSubTask", "ReportIds", "1")
	c.refused(badRequest, "SubscriptionNotFound", "DeleteCdnSubTask")
	c.refused(badRequest, "InvalidParameter", "CreateCdnSubTask", "ReportIds", "1,2")
	c.refused(badRequest, "InvalidParameter", "CreateCdnSubTask", "ReportIds", "1", "DomainName", "x.example.com")

	c.ok("CreateCdnSubTask", "ReportIds", "1,3", "DomainName", "b.example.com,a.example.com")
	got := c.ok("DescribeCdnSubList")
	assertShape(t, "DescribeCdnSubList", got)
	row := got.list(t, reportList)[0]
	assert.Equal(t, []any{1.0, 3.0}, row["reportId"])
	assert.Equal(t, []any{"a.example.com", "b.example.com"}, row["domains"])
	assert.Equal(t, wire(c.clock.Now()), row["createTime"])
	c.refused(badRequest, "SubscriptionAlreadyExists", "CreateCdnSubTask", "ReportIds", "1")

	c.clock.Advance(hour)
	end := wire(c.clock.Now().Add(day))
	c.ok("UpdateCdnSubTask", "ReportIds", "23", "DomainName", "a.example.com", "EndTime", end)
	row = c.ok("DescribeCdnSubList").list(t, reportList)[0]
	assert.Equal(t, []any{23.0}, row["reportId"])
	assert.Equal(t, []any{"a.example.com"}, row["domains"])
	assert.Equal(t, end, row["effectiveEnd"])
	c.refused(badRequest, "InvalidParameter", "UpdateCdnSubTask", "ReportIds", "2", "DomainName", "b.example.com")
	c.refused(badRequest, "InvalidParameter", "UpdateCdnSubTask", "EndTime", wire(c.clock.Now().Add(-day)))
	c.refused(badRequest, "TimeParseFailed", "UpdateCdnSubTask", "EndTime", "soon")
	assert.Equal(t, row, c.ok("DescribeCdnSubList").list(t, reportList)[0], "a refusal changes nothing")
	c.ok("UpdateCdnSubTask")
	row = c.ok("DescribeCdnSubList").list(t, reportList)[0]
	assert.Equal(t, []any{23.0}, row["reportId"])
	assert.Equal(t, []any{"a.example.com", "b.example.com"}, row["domains"], "all, if none is named")

	c.ok("DeleteCdnSubTask")
	assert.Empty(t, c.ok("DescribeCdnSubList").list(t, reportList))
	c.ok("CreateCdnSubTask", "ReportIds", "5")
}

func TestDeliverTasks(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	assert.Empty(t, c.ok("DescribeCdnDeliverList").list(t, reportList))
	task := func(name string) []string {
		return []string{"Name", name, "Reports", mailReports, "Deliver", mailTo, "Schedule", everyDay}
	}
	created := c.ok("CreateCdnDeliverTask", append(task("one"), "DomainName", "a.example.com")...)
	assertShape(t, "CreateCdnDeliverTask", created)
	id := created.at("DeliverId").(string)
	two := c.ok("CreateCdnDeliverTask", task("two")...).at("DeliverId").(string)
	c.refused(badRequest, "NameAlreadyExists", "CreateCdnDeliverTask", task("one")...)

	got := c.ok("DescribeCdnDeliverList")
	assertShape(t, "DescribeCdnDeliverList", got)
	rows := got.list(t, reportList)
	require.Len(t, rows, 2)
	assert.Equal(t, id, strconv.FormatInt(int64(rows[0]["deliverId"].(float64)), 10))
	assert.Equal(t, map[string]any{
		"deliverId": rows[0]["deliverId"], "name": "one", "status": "enable", "createTime": wire(c.clock.Now()),
		"crontab": "0 0 8 * * ?", "frequency": "d", "timeFromFormat": "-1d", "timeEndFormat": "-1d", "dmList": []any{"a.example.com"},
		"reports": []any{map[string]any{"reportId": 1.0}, map[string]any{"reportId": 17.0}},
		"deliver": map[string]any{"email": map[string]any{"to": []any{"a@example.com", "b@example.com"}}},
	}, rows[0])
	assert.Equal(t, []any{"a.example.com", "b.example.com"}, rows[1]["dmList"])

	c.ok("UpdateCdnDeliverTask", "DeliverId", id, "Name", "one", "DomainName", "a.example.com", "Schedule",
		`{"crontab":"0 0 * * * ?","frequency":"h","status":"disable","effectiveFrom":"2019-06-01T00:00:00Z","effectiveEnd":"2019-07-01T00:00:00Z"}`)
	row := c.ok("DescribeCdnDeliverList", "DeliverId", id).list(t, reportList)[0]
	assert.Equal(t, "0 0 * * * ?", row["crontab"])
	assert.Equal(t, "disable", row["status"])
	assert.Equal(t, rows[0]["deliver"], row["deliver"], "what is left out stays")
	c.refused(badRequest, "NameAlreadyExists", "UpdateCdnDeliverTask", "DeliverId", id, "Name", "two", "Reports", `[{"reportId":3}]`)
	assert.Equal(t, row, c.ok("DescribeCdnDeliverList", "DeliverId", id).list(t, reportList)[0], "a refusal changes nothing")

	c.ok("DeleteCdnDeliverTask", "DeliverId", id)
	c.refused(badRequest, "SubscriptionNotFound", "DeleteCdnDeliverTask", "DeliverId", id)
	c.refused(badRequest, "SubscriptionNotFound", "UpdateCdnDeliverTask", "DeliverId", id, "Name", "one")
	c.refused(badRequest, "SubscriptionNotFound", "DescribeCdnDeliverList", "DeliverId", id)
	rows = c.ok("DescribeCdnDeliverList").list(t, reportList)
	require.Len(t, rows, 1)
	assert.Equal(t, two, strconv.FormatInt(int64(rows[0]["deliverId"].(float64)), 10))
	c.ok("CreateCdnDeliverTask", task("one")...)

	for i := range 18 {
		c.ok("CreateCdnDeliverTask", task("more"+strconv.Itoa(i))...)
	}
	c.refused(badRequest, "DeliverExceedLimit", "CreateCdnDeliverTask", task("too many")...)
	c.refused(badRequest, "NameAlreadyExists", "CreateCdnDeliverTask", task("two")...)
	c.ok("DeleteCdnDeliverTask", "DeliverId", two)
	c.ok("CreateCdnDeliverTask", task("too many")...)
}

func TestDeliverTasksAreChecked(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	good := map[string]string{"Name": "n", "Reports": mailReports, "Deliver": mailTo, "Schedule": everyDay}
	tests := []struct{ param, value, code string }{
		{"Name", "", "MissingName"},
		{"Deliver", "", "MissingDeliver"},
		{"Reports", `[]`, "InvalidParameter"},
		{"Reports", `[{"reportId":2}]`, "InvalidParameter"},
		{"Reports", `{"reportId":1}`, "InvalidParameter"},
		{"Reports", `[{\"reportId\":1}]`, "InvalidParameter"},
		{"Reports", `[{"reportId":1,"conditions":[{"op":"out"}]}]`, "InvalidParameter"},
		{"Deliver", `{"email":{"subject":"s"}}`, "InvalidParameter"},
		{"Deliver", `{"email":{"to":["nobody"]}}`, "InvalidParameter"},
		{"Schedule", `{"crontab":"000**?","frequency":"d"}`, "InvalidParameter"},
		{"Schedule", `{"crontab":"0 0 8 * * ?","frequency":"M"}`, "InvalidParameter"},
		{"Schedule", `{"crontab":"0 0 8 * * ?"}`, "InvalidParameter"},
		{"Schedule", `{"crontab":"0 0 8 * * ?","frequency":"d","status":"on"}`, "InvalidParameter"},
		{"Schedule", `{"crontab":"0 0 8 * * ?","frequency":"d","effectiveFrom":"1 May"}`, "TimeParseFailed"},
		{"Schedule", `{"crontab":"0 0 8 * * ?","frequency":"d","effectiveFrom":"2019-06-01T00:00:00Z","effectiveEnd":"2019-06-01T00:00:00Z"}`, "InvalidParameter"},
		{"DomainName", "x.example.com", "InvalidParameter"},
		{"DomainName", strings.Repeat("a.example.com,", 501), "InvalidParameter"},
	}
	for _, test := range tests {
		var pairs []string
		for name, value := range good {
			if name != test.param {
				pairs = append(pairs, name, value)
			}
		}
		assert.Equal(t, test.code, c.get("CreateCdnDeliverTask", append(pairs, test.param, test.value)...).code(), "%s=%.100s", test.param, test.value)
	}
	assert.Empty(t, c.ok("DescribeCdnDeliverList").list(t, reportList))
}

func TestExportsAreDeleted(t *testing.T) {
	t.Parallel()
	c := newSocketCaller(t)
	window := c.between(-2*day, -day)
	summary := c.ok("CreateUserUsageDataExportTask", append(window, "Type", "flow")...).at("TaskId").(string)
	detail := c.ok("CreateUsageDetailDataExportTask", append(window, "Type", "flow")...).at("TaskId").(string)
	c.clock.Advance(2 * time.Second)
	address := c.ok("DescribeUserUsageDataExportTask").at(exportsList + ".0.DownloadUrl").(string)
	assert.Equal(t, http.StatusOK, c.download(address).status)

	c.ok("DeleteUsageDetailDataExportTask", "TaskId", summary)
	assert.Equal(t, "1", c.ok("DescribeUserUsageDataExportTask").at("TotalCount"), "a task of the other kind")
	for range 2 {
		c.ok("DeleteUserUsageDataExportTask", "TaskId", summary)
		assert.Equal(t, "0", c.ok("DescribeUserUsageDataExportTask").at("TotalCount"))
		assert.Equal(t, "1", c.ok("DescribeUserUsageDetailDataExportTask").at("TotalCount"))
	}
	assert.Equal(t, http.StatusNotFound, c.download(address).status)
	c.ok("DeleteUsageDetailDataExportTask", "TaskId", detail)
	assert.Equal(t, "0", c.ok("DescribeUserUsageDetailDataExportTask").at("TotalCount"))
	c.refused(badRequest, "InvalidTaskId.Malformed", "DeleteUserUsageDataExportTask", "TaskId", "x")
	c.refused(badRequest, "MissingTaskId", "DeleteUsageDetailDataExportTask")
}
