package cdntest_test

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestDetailAnswersLookLikeTheSamples(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	rule := c.setFunction("a.example.com")
	const all = "bps,qps,traf,acc,ipv6_traf,ipv6_bps,ipv6_acc,ipv6_qps,http_code"
	for action, params := range map[string][]string{
		"DescribeDomainBpsDataByLayer":      nil,
		"DescribeDomainQpsDataByLayer":      {"DomainName", "a.example.com"},
		"DescribeDomainHttpCodeDataByLayer": nil,
		"DescribeDomainDetailDataByLayer":   {"DomainName", "a.example.com", "Field", all},
		"DescribeDomainMax95BpsData":        {"DomainName", "a.example.com"},
		"DescribeDomainMultiUsageData":      nil,
		"DescribeDomainPathData":            {"DomainName", "a.example.com"},
		"DescribeDomainSrcQpsData":          nil,
		"DescribeDomainSrcTopUrlVisit":      {"DomainName", "a.example.com"},
		"DescribeDomainTopClientIpVisit":    nil,
		"DescribeDomainCcActivityLog":       nil,
		"DescribeEsExceptionData":           {"RuleId", rule},
		"DescribeEsExecuteData":             {"RuleId", rule},
	} {
		assertShape(t, action, c.ok(action, append(c.between(-hour, 0), params...)...))
	}
	a := c.ok("DescribeDomainRealTimeDetailData", append(c.between(-5*time.Minute, 0), "DomainName", "a.example.com", "Field", "qps")...)
	assertShape(t, "DescribeDomainRealTimeDetailData", a)
	row := c.details(a)[0]
	assert.Equal(t, []string{"domain_name", "isp", "location", "qps", "time_stp"}, slices.Sorted(maps.Keys(row)))
}

// setFunction sets a function and returns the ID of its record.
func (c *caller) setFunction(domain string) string {
	c.t.Helper()
	a := c.ok("BatchSetCdnDomainConfig", "DomainNames", domain, "Functions",
		`[{"functionName":"referer_white_list_set","functionArgs":[{"argName":"refer_domain_allow_list","argValue":"example.org"},{"argName":"allow_empty","argValue":"on"}]}]`)
	id, ok := a.at("DomainConfigList.DomainConfigModel.0.ConfigId").(float64)
	require.True(c.t, ok, a.body)
	return strconv.FormatInt(int64(id), 10)
}

// details reads the rows that DescribeDomainRealTimeDetailData carries in a text.
func (c *caller) details(a answer) []map[string]any {
	c.t.Helper()
	text, ok := a.at("Data").(string)
	require.True(c.t, ok, a.body)
	var rows []map[string]any
	require.NoError(c.t, json.Unmarshal([]byte(text), &rows))
	return rows
}

const (
	bpsLayerList  = "BpsDataInterval.DataModule"
	codeLayerList = "HttpCodeDataInterval.DataModule"
)

// The layers add up to all, which is what the actions without a layer have.
func TestLayersAddUp(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := append(c.between(-2*hour, 0), "DomainName", "a.example.com")
	by := func(action, list, name, layer string) map[string]float64 {
		return c.ok(action, append(window, "Layer", layer)...).series(t, list, name)
	}
	traffic := c.ok("DescribeDomainTrafficData", window...)
	requests := c.ok("DescribeDomainQpsData", window...)
	for action, wanted := range map[[3]string]map[string]float64{
		{"DescribeDomainBpsDataByLayer", bpsLayerList, "TrafficValue"}:     traffic.series(t, trafficList, "Value"),
		{"DescribeDomainQpsDataByLayer", qpsList, "AccValue"}:              requests.series(t, qpsList, "AccValue"),
		{"DescribeDomainQpsDataByLayer", qpsList, "AccDomesticValue"}:      requests.series(t, qpsList, "AccDomesticValue"),
		{"DescribeDomainHttpCodeDataByLayer", codeLayerList, "TotalValue"}: requests.series(t, qpsList, "AccValue"),
	} {
		for _, layers := range [][]string{{"all"}, {"ipv4", "IPv6"}, {"http", "https", "quic"}} {
			sums := map[string]float64{}
			for _, layer := range layers {
				part := by(action[0], action[1], action[2], layer)
				for at, value := range part {
					sums[at] += value
				}
				assert.Equal(t, layer == "quic", slices.Max(slices.Collect(maps.Values(part))) == 0, "%s %s", action, layer)
			}
			assert.Equal(t, wanted, sums, "%s %s", action, layers)
		}
	}
	assert.Equal(t, traffic.series(t, trafficList, "HttpsValue"), by("DescribeDomainBpsDataByLayer", bpsLayerList, "TrafficValue", "https"))
	assert.Equal(t, c.ok("DescribeDomainBpsData", window...).series(t, bpsList, "Value"), by("DescribeDomainBpsDataByLayer", bpsLayerList, "Value", "all"))
	assert.Equal(t, "https", c.ok("DescribeDomainQpsDataByLayer", "Layer", "https").at("Layer"))
	assert.Equal(t, "all", c.ok("DescribeDomainQpsDataByLayer").at("Layer"))
}

// The status codes of all layers are those of DescribeDomainHttpCodeData.
func TestCodesByLayer(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-hour, 0)
	whole := c.ok("DescribeDomainHttpCodeData", window...).list(t, "HttpCodeData.UsageData")
	slices.Reverse(whole)
	for i, row := range c.ok("DescribeDomainHttpCodeDataByLayer", window...).list(t, codeLayerList) {
		var counts map[string]float64
		require.NoError(t, json.Unmarshal([]byte(row["Value"].(string)), &counts))
		want := map[string]float64{}
		for _, share := range whole[i]["Value"].(map[string]any)["CodeProportionData"].([]any) {
			want[share.(map[string]any)["Code"].(string)] = number(t, share.(map[string]any)["Count"])
		}
		assert.Equal(t, want, counts)
	}
}

// Each row of the details is what the single actions have of the domain.
func TestDetailsFitTheSingleActions(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-hour, 0)
	details := c.ok("DescribeDomainDetailDataByLayer", append(window, "DomainName", "a.example.com,b.example.com",
		"Field", "bps,qps,traf,acc,ipv6_traf,ipv6_bps,ipv6_acc,ipv6_qps,http_code", "Layer", "https")...).list(t, "Data.DataModule")
	require.Len(t, details, 24)
	for i, domain := range []string{"a.example.com", "b.example.com"} {
		params := slices.Concat(window, []string{"DomainName", domain})
		traffic := c.ok("DescribeDomainTrafficData", params...).series(t, trafficList, "HttpsValue")
		requests := c.ok("DescribeDomainQpsData", params...).series(t, qpsList, "HttpsAccValue")
		bandwidth := c.ok("DescribeDomainBpsData", params...).series(t, bpsList, "HttpsValue")
		for _, row := range details[12*i : 12*i+12] {
			at := row["TimeStamp"].(string)
			assert.Equal(t, domain, row["DomainName"])
			assert.InDelta(t, traffic[at], row["Traf"], 0)
			assert.InDelta(t, requests[at], row["Acc"], 0)
			assert.InDelta(t, requests[at]/300, row["Qps"], 1e-9)
			assert.InDelta(t, bandwidth[at], row["Bps"], 0)
			assert.Less(t, row["Ipv6Acc"], row["Acc"])
			assert.InDelta(t, number(t, row["Ipv6Traf"])*8/300, row["Ipv6Bps"], 1e-6)
			assert.InDelta(t, number(t, row["Ipv6Acc"])/300, row["Ipv6Qps"], 1e-9)
			sum := 0.0
			for pair := range strings.SplitSeq(row["HttpCode"].(string), "|") {
				_, count, found := strings.Cut(pair, ":")
				require.True(t, found)
				sum += number(t, count)
			}
			assert.InDelta(t, requests[at], sum, 0)
		}
	}
	few := c.ok("DescribeDomainDetailDataByLayer", append(window, "DomainName", "a.example.com", "Field", "acc")...).list(t, "Data.DataModule")
	assert.Equal(t, []string{"Acc", "DomainName", "TimeStamp"}, slices.Sorted(maps.Keys(few[0])))
}

// The details of a minute add up to what the real-time actions have.
func TestRealTimeDetailsAddUp(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := append(c.between(-5*time.Minute, 0), "DomainName", "a.example.com,b.example.com", "Field", "qps,bps,http_code")
	bandwidth := c.ok("DescribeDomainRealTimeBpsData", window...).series(t, "Data.BpsModel", "Bps")
	qps := c.ok("DescribeDomainRealTimeQpsData", window...).series(t, "Data.QpsModel", "Qps")
	for merged, wanted := range map[string]int{"": 100, "MergeLocIsp": 10, "Merge": 50, "Merge MergeLocIsp": 5} {
		params := window
		for name := range strings.FieldsSeq(merged) {
			params = append(params, name, "true")
		}
		rows := c.details(c.ok("DescribeDomainRealTimeDetailData", params...))
		if strings.Contains(merged, "MergeLocIsp") {
			assert.Len(t, rows, wanted, merged)
		} else {
			assert.Greater(t, len(rows), wanted, merged)
		}
		sums, rates, codes := map[string]float64{}, map[string]float64{}, map[string]float64{}
		for _, row := range rows {
			at := row["time_stp"].(string)
			sums[at] += row["bps"].(float64)
			rates[at] += row["qps"].(float64)
			for _, count := range row["http_code"].(map[string]any) {
				codes[at] += count.(float64)
			}
			assert.Equal(t, !strings.HasPrefix(merged, "Merge "), row["domain_name"] != nil || merged == "Merge")
			assert.Equal(t, !strings.Contains(merged, "LocIsp"), row["isp"] != nil)
		}
		require.Len(t, sums, 5)
		for at, value := range sums {
			assert.InDelta(t, bandwidth[at], value, 1e-3)
			assert.InDelta(t, qps[at], rates[at], 1e-9)
			assert.InDelta(t, qps[at]*60, codes[at], 1e-6)
		}
	}
}

// Requests to the origin are what the hit rate of requests leaves.
func TestSourceRequestsFitTheHitRate(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	for interval, span := range map[string]time.Duration{"300": hour, "3600": day, "86400": 3 * day} {
		params := append(c.between(-span, 0), "DomainName", "b.example.com", "Interval", interval)
		source := c.ok("DescribeDomainSrcQpsData", params...)
		assert.Equal(t, interval, source.at("DataInterval"))
		all := c.ok("DescribeDomainQpsData", params...).series(t, qpsList, "Value")
		hits := c.ok("DescribeDomainReqHitRateData", params...).series(t, reqHitRateList, "Value")
		misses := source.series(t, "SrcQpsDataPerInterval.DataModule", "Value")
		require.Len(t, misses, len(all))
		for at, value := range misses {
			assert.InEpsilon(t, all[at]*(1-hits[at]/100), value, 1e-9)
		}
	}
}

// The percentile is that of the 5-minute points, by day, by month and of the last
// 24 hours.
func TestMax95IsThatOfThePoints(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	now := c.clock.Now()
	points := func(name string, start, end time.Time) types.Values {
		a := c.ok("DescribeDomainBpsData", "DomainName", "a.example.com", "StartTime", wire(start), "EndTime", wire(end), "Interval", "300")
		var values types.Values
		for at, value := range a.series(t, bpsList, name) {
			moment, err := time.Parse(time.RFC3339, at)
			require.NoError(t, err)
			values = append(values, types.Value{Time: moment, Number: types.FloatNumber(value)})
		}
		return values
	}
	ask := func(params ...string) answer {
		return c.ok("DescribeDomainMax95BpsData", append(params, "DomainName", "a.example.com")...)
	}
	last := ask()
	for name, field := range map[string]string{"Max95Bps": "Value", "DomesticMax95Bps": "DomesticValue", "OverseasMax95Bps": "OverseasValue"} {
		assert.InDelta(t, points(field, now.Add(-day), now).Percentile95().Number.Float64(), number(t, last.at(name)), 1e-6, name)
	}

	midnight := now.Truncate(day)
	days := ask("StartTime", wire(midnight.Add(-50*hour)), "EndTime", wire(midnight.Add(-hour)), "Cycle", "day").list(t, "DetailData.Max95Detail")
	require.Len(t, days, 6)
	for i, row := range days {
		start := midnight.Add(time.Duration(i/2-3) * day)
		field := map[any]string{"CN": "DomesticValue", "OverSeas": "OverseasValue"}[row["Area"]]
		billed := points(field, start, start.Add(day)).Percentile95()
		assert.Equal(t, wire(start), row["TimeStamp"])
		assert.InDelta(t, billed.Number.Float64(), row["Max95Bps"], 1e-6)
		assert.Equal(t, wire(billed.Time), row["Max95BpsPeakTime"])
	}

	day1 := ask("TimePoint", wire(midnight.Add(-3*day+7*hour)), "Cycle", "day")
	assert.Equal(t, days[:2], day1.list(t, "DetailData.Max95Detail"))
	assert.Equal(t, days[:2], ask("TimePoint", wire(midnight.Add(-3*day+7*hour))).list(t, "DetailData.Max95Detail"))
	assert.Equal(t, days[:2], ask("StartTime", wire(midnight.Add(-3*day+hour)), "EndTime", wire(midnight.Add(-2*day+hour))).list(t, "DetailData.Max95Detail"))
	month := ask("StartTime", wire(midnight.Add(-40*day)), "EndTime", wire(midnight)).list(t, "DetailData.Max95Detail")
	require.Len(t, month, 2)
	assert.Equal(t, "2019-04-01T00:00:00Z", month[0]["TimeStamp"])
	assert.Equal(t, month, ask("TimePoint", "2019-04-30T12:00:00Z", "Cycle", "month").list(t, "DetailData.Max95Detail"))
	months := ask("StartTime", wire(midnight.Add(-40*day)), "EndTime", wire(midnight), "Cycle", "month").list(t, "DetailData.Max95Detail")
	assert.Len(t, months, 4)
}

// Of each domain and interval the bandwidths add up to that of
// DescribeDomainBpsData, and the requests are those of DescribeDomainQpsData.
func TestMultiUsageFitsTheSingleActions(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := c.between(-hour, 0)
	multi := c.ok("DescribeDomainMultiUsageData", window...)
	for _, domain := range []string{"a.example.com", "b.example.com"} {
		bandwidth, requests := map[string]float64{}, map[string]float64{}
		for _, row := range multi.list(t, "TrafficPerInterval.TrafficDataModule") {
			if row["Domain"] == domain {
				bandwidth[row["TimeStamp"].(string)] += row["Bps"].(float64)
			}
		}
		for _, row := range multi.list(t, "RequestPerInterval.RequestDataModule") {
			if row["Domain"] == domain {
				requests[row["TimeStamp"].(string)] += row["Request"].(float64)
			}
		}
		params := slices.Concat(window, []string{"DomainName", domain})
		want := c.ok("DescribeDomainBpsData", params...).series(t, bpsList, "Value")
		require.Len(t, bandwidth, 12)
		for at, value := range bandwidth {
			assert.InDelta(t, want[at], value, 1e-3)
		}
		assert.Equal(t, c.ok("DescribeDomainQpsData", params...).series(t, qpsList, "AccValue"), requests)
	}
	recent := c.ok("DescribeDomainMultiUsageData", "DomainName", "a.example.com")
	assert.Equal(t, wire(c.clock.Now().Add(-10*time.Minute)), recent.at("StartTime"))
	assert.Len(t, recent.list(t, "RequestPerInterval.RequestDataModule"), 2)
	until := c.ok("DescribeDomainMultiUsageData", "DomainName", "a.example.com", window[2], window[3])
	assert.Equal(t, window[3], until.at("EndTime"), "one of the times is enough")
}

// The directories add up to the domain, page by page of the answer.
func TestPathsAddUp(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := append(c.between(-2*hour, 0), "DomainName", "a.example.com")
	first := c.ok("DescribeDomainPathData", window...)
	assert.Len(t, first.list(t, "PathDataPerInterval.UsageData"), 20)
	visits, traffic, rows := map[string]float64{}, 0.0, 0
	for number := 1; ; number++ {
		a := c.ok("DescribeDomainPathData", append(window, "PageNumber", strconv.Itoa(number), "PageSize", "50")...)
		assert.Equal(t, first.at("TotalCount"), a.at("TotalCount"))
		page := a.list(t, "PathDataPerInterval.UsageData")
		if len(page) == 0 {
			break
		}
		rows += len(page)
		for _, row := range page {
			visits[row["Time"].(string)] += row["Acc"].(float64)
			traffic += row["Traffic"].(float64)
		}
	}
	assert.InDelta(t, first.at("TotalCount"), rows, 0)
	assert.Equal(t, c.ok("DescribeDomainQpsData", window...).series(t, qpsList, "AccValue"), visits)
	assert.InDelta(t, c.ok("DescribeDomainTrafficData", window...).total(t, trafficList, "Value"), traffic, 0)

	images := c.ok("DescribeDomainPathData", append(window, "Path", "/img/")...)
	assert.InDelta(t, 24, images.at("TotalCount"), 0)
	assert.Equal(t, "/img/", images.at("PathDataPerInterval.UsageData.0.Path"))
	assert.InDelta(t, 0, c.ok("DescribeDomainPathData", append(window, "Path", "/none/")...).at("TotalCount"), 0)
}

// The clients of the ranking are those of IPv4, and have what is theirs.
func TestTopClients(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := append(c.between(-2*hour, 0), "DomainName", "a.example.com")
	for sortBy, name := range map[string]string{"": "Traffic", "traf": "Traffic", "acc": "Acc"} {
		params := slices.Concat(window, []string{"Limit", "100"})
		if sortBy != "" {
			params = append(params, "SortBy", sortBy)
		}
		top := c.ok("DescribeDomainTopClientIpVisit", params...).list(t, "ClientIpList")
		require.Len(t, top, 100)
		for i, row := range top {
			assert.InDelta(t, i+1, row["Rank"], 0)
			assert.Regexp(t, `^198\.1[89]\.`, row["ClientIp"])
			if i > 0 {
				assert.GreaterOrEqual(t, top[i-1][name], row[name])
			}
		}
	}
	assert.Len(t, c.ok("DescribeDomainTopClientIpVisit").list(t, "ClientIpList"), 20)
	all, _ := c.ok("DescribeDomainTopClientIpVisit", append(window, "LocationNameEn", "guangdong,jiangsu", "Limit", "5")...).at("ClientIpList").([]any)
	assert.Len(t, all, 5)
	for _, bad := range [][]string{{"Limit", "101"}, {"SortBy", "pv"}, {"LocationNameEn", "atlantis"}} {
		assert.Equal(t, "InvalidParameter", c.get("DescribeDomainTopClientIpVisit", bad...).code(), bad)
	}
}

// What the origin was asked for most is what was asked for and no hit.
func TestSourceTopUrls(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := append(c.between(-2*hour, 0), "DomainName", "a.example.com")
	all := c.ok("DescribeDomainTopUrlVisit", window...).list(t, "AllUrlList.UrlList")
	visits := map[any]float64{}
	for _, row := range all {
		visits[row["UrlDetail"]] = number(t, row["VisitData"])
	}
	source := c.ok("DescribeDomainSrcTopUrlVisit", window...)
	sum := 0.0
	for _, row := range source.list(t, "AllUrlList.UrlList") {
		assert.LessOrEqual(t, number(t, row["VisitData"]), visits[row["UrlDetail"]])
		sum += number(t, row["VisitData"])
	}
	misses := 0.0
	for _, count := range counts(t, c.ok("DescribeDomainSrcHttpCodeData", window...), "HttpCodeData.UsageData", "CodeProportionData") {
		misses += count
	}
	assert.InDelta(t, misses, sum, 0)
	assert.Equal(t, wire(c.clock.Now().Truncate(day).Add(-day)), c.ok("DescribeDomainSrcTopUrlVisit", "DomainName", "a.example.com").at("StartTime"))
}

// The log of rate limiting has the clients that were answered with 403.
func TestCcActivityLog(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	window := append(c.between(-hour, 0), "DomainName", "a.example.com", "PageSize", "100")
	a := c.ok("DescribeDomainCcActivityLog", window...)
	assert.InDelta(t, 100, a.at("PageSize"), 0)
	assert.InDelta(t, 1, a.at("PageIndex"), 0)
	records := a.list(t, "ActivityLog")
	assert.Positive(t, a.at("Total"))
	require.NotEmpty(t, records)
	address := records[0]["Value"].(string)
	one := c.ok("DescribeDomainCcActivityLog", append(window, "Value", address, "TriggerObject", "IP", "RuleName", "default_normal")...)
	require.NotEmpty(t, one.list(t, "ActivityLog"))
	for _, record := range one.list(t, "ActivityLog") {
		assert.Equal(t, address, record["Value"])
	}
	assert.Less(t, one.at("Total"), a.at("Total"))
	assert.InDelta(t, 0, c.ok("DescribeDomainCcActivityLog", append(window, "RuleName", "default_attack")...).at("Total"), 0)
	assert.Equal(t, "InvalidStartTime.ValueNotSupported", c.get("DescribeDomainCcActivityLog", c.between(-32*day, -31*day)...).code())
	assert.Equal(t, "InvalidParameter", c.get("DescribeDomainCcActivityLog", "PageSize", "101").code())
}

// Each request of a domain runs its script, and the exceptions are divided by
// status code.
func TestScriptData(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	rule := c.setFunction("a.example.com")
	window := append(c.between(-30*time.Minute, 0), "RuleId", rule)
	table := func(a answer) map[string]map[string]float64 {
		tables := map[string]map[string]float64{}
		for _, content := range a.list(t, "Contents") {
			name := content["Name"].(string)
			assert.Equal(t, []any{"time," + name}, content["Columns"])
			tables[name] = map[string]float64{}
			for _, point := range content["Points"].([]any) {
				at, count, _ := strings.Cut(point.(string), ",")
				tables[name][at] = number(t, count)
			}
		}
		return tables
	}
	runs, errs := table(c.ok("DescribeEsExecuteData", window...)), table(c.ok("DescribeEsExceptionData", window...))
	qps := c.ok("DescribeDomainRealTimeQpsData", append(window, "DomainName", "a.example.com")...).series(t, "Data.QpsModel", "Qps")
	require.Len(t, runs["Exception"], 30)
	for at, failed := range runs["Exception"] {
		assert.InDelta(t, qps[at]*60, failed+runs["ExecutedAndHit"][at], 1e-6)
		sum := 0.0
		for _, points := range errs {
			sum += points[at]
		}
		assert.InDelta(t, failed, sum, 0)
	}
	assert.Empty(t, c.ok("DescribeEsExecuteData", append(c.between(-hour, 0), "RuleId", "1")...).list(t, "Contents"))
}

// What is wrong with a call has the code that its action documents for it.
func TestDetailFaults(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	lastHour := c.between(-hour, 0)
	with := func(params []string, more ...string) []string { return slices.Concat(params, more) }
	many := func(n int) string { return strings.TrimSuffix(strings.Repeat("a.example.com,", n), ",") }
	for _, tt := range []struct {
		action string
		params []string
		code   string
	}{
		{"DescribeDomainBpsDataByLayer", lastHour[:2], "MissingTimeParameter"},
		{"DescribeDomainBpsDataByLayer", with(lastHour, "Layer", "ipv5"), "InvalidParameter"},
		{"DescribeDomainQpsDataByLayer", c.between(-367*day, 0), "InvalidStartTime.ValueNotSupported"},
		{"DescribeDomainHttpCodeDataByLayer", []string{"StartTime", lastHour[3], "EndTime", lastHour[1]}, "InvalidEndTime.Mismatch"},
		{"DescribeDomainDetailDataByLayer", with(lastHour, "DomainName", "a.example.com"), "MissingField"},
		{"DescribeDomainDetailDataByLayer", with(lastHour, "DomainName", "a.example.com", "Field", "bps,sps"), "InvalidParameter"},
		{"DescribeDomainDetailDataByLayer", with(lastHour, "DomainName", "unknown.example.com", "Field", "bps"), "InvalidDomainName.Malformed"},
		{"DescribeDomainDetailDataByLayer", with(lastHour, "DomainName", many(31), "Field", "bps"), "InvalidDomainName.Malformed"},
		{"DescribeDomainDetailDataByLayer", with(c.between(-61*time.Minute, 0), "DomainName", "a.example.com", "Field", "bps"), "InvalidStartTime.ValueNotSupported"},
		{"DescribeDomainMax95BpsData", []string{"DomainName", "unknown.example.com"}, "InvalidDomain.NotFound"},
		{"DescribeDomainMax95BpsData", c.between(-91*day, 0), "InvalidTimeSpan"},
		{"DescribeDomainMax95BpsData", []string{"TimePoint", "yesterday"}, "InvalidTimePoint.Malformed"},
		{"DescribeDomainMultiUsageData", []string{"DomainName", "unknown.example.com"}, "InvalidDomainName"},
		{"DescribeDomainMultiUsageData", []string{"DomainName", many(31)}, "InvalidDomainName"},
		{"DescribeDomainMultiUsageData", c.between(-2*hour, 0), "InvalidTimeSpan"},
		{"DescribeDomainPathData", []string{"DomainName", "a.example.com", "PageSize", "1001"}, "InvalidPageSize.ExceedsMaximum"},
		{"DescribeDomainPathData", []string{"DomainName", "a.example.com", "PageSize", "0"}, "InvalidPageSize.ExceedsMinimum"},
		{"DescribeDomainPathData", []string{"DomainName", "a.example.com", "PageSize", "x"}, "InvalidPageSize.Malformed"},
		{"DescribeDomainPathData", []string{"DomainName", "a.example.com", "Path", "img/"}, "InvalidPath.Malformed"},
		{"DescribeDomainPathData", nil, "MissingParameter"},
		{"DescribeDomainPathData", with(c.between(-40*day, -39*day), "DomainName", "a.example.com"), "InvalidTime.OverRange"},
		{"DescribeDomainRealTimeDetailData", with(lastHour, "DomainName", "a.example.com", "Field", "qps"), "InvalidTime.Malformed"},
		{"DescribeDomainRealTimeDetailData", with(c.between(-time.Minute, 0), "DomainName", many(21), "Field", "qps"), "InvalidDomainName.Malformed"},
		{"DescribeDomainSrcQpsData", lastHour[:2], "MissingParameter"},
		{"DescribeDomainSrcQpsData", []string{"DomainName", many(501)}, "InvalidDomainName.Overlimit"},
		{"DescribeDomainSrcTopUrlVisit", []string{"DomainName", "unknown.example.com"}, "InvalidDomainName.Mismatch"},
		{"DescribeDomainSrcTopUrlVisit", with(c.between(-8*day, 0), "DomainName", "a.example.com"), "InvalidTime.ValueNotSupported"},
		{"DescribeDomainTopClientIpVisit", []string{"DomainName", "unknown.example.com"}, "InvalidDomain.NotFound"},
		{"DescribeEsExecuteData", with(c.between(-91*day, 0), "RuleId", "1"), "InvalidStartTime.ValueNotSupported"},
	} {
		assert.Equal(t, tt.code, c.get(tt.action, tt.params...).code(), "%s %v", tt.action, tt.params)
	}
}
