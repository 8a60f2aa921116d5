package cdntest

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

var reportsHandlers = map[string]handler{
	"DescribeCdnReportList":  describeCdnReportList,
	"DescribeCdnReport":      describeCdnReport,
	"CreateCdnSubTask":       createCdnSubTask,
	"UpdateCdnSubTask":       updateCdnSubTask,
	"DeleteCdnSubTask":       deleteCdnSubTask,
	"DescribeCdnSubList":     describeCdnSubList,
	"CreateCdnDeliverTask":   createCdnDeliverTask,
	"UpdateCdnDeliverTask":   updateCdnDeliverTask,
	"DeleteCdnDeliverTask":   deleteCdnDeliverTask,
	"DescribeCdnDeliverList": describeCdnDeliverList,
}

// reportsState is the custom report of the account and its tasks that mail
// reports.
type reportsState struct {
	custom *customReport // nil without one
	tasks  []*deliverTask
}

// report is an operations report: a ranking of requests by a key, or the views
// and visitors by the hour.
type report struct {
	id    int
	title string
	shape string // of a chart; "" is a table
	takes string // the parameters beside the times, separated by spaces

	column string // of the key; "" for the views and visitors
	key    func(domain string, sm *sample) string
	only   filter // nil takes every request
	byAcc  bool   // whether requests decide about the order, and not traffic
}

// reports are all of them. Titles are those that the documents have an example
// of, and others in their manner.
var reports = []report{
	{id: 1, title: "TopUrlByAcc", takes: "DomainName HttpCode", column: "url", key: urlOf, byAcc: true},
	{id: 3, title: "TopUrlByTraf", takes: "DomainName HttpCode", column: "url", key: urlOf},
	{id: 5, title: "TopReferByAcc", takes: "DomainName", column: "refer", key: refererOf, byAcc: true},
	{id: 7, title: "TopReferByTraf", takes: "DomainName", column: "refer", key: refererOf},
	{id: 9, title: "TopOriUrlByAcc", takes: "DomainName HttpCode", column: "url", key: urlOf, only: isMiss, byAcc: true},
	{id: 11, title: "TopOriUrlByTraf", takes: "DomainName HttpCode", column: "url", key: urlOf, only: isMiss},
	{id: 13, title: "TopIpByAcc", takes: "DomainName Area", column: "ip", key: clientOf, byAcc: true},
	{id: 15, title: "TopIpByTraf", takes: "DomainName Area", column: "ip", key: clientOf},
	{id: 17, title: "TopDomainByTraf", column: "domain", key: func(domain string, _ *sample) string { return domain }},
	{id: 19, title: "PvUv", shape: "line", takes: "DomainName"},
	{id: 21, title: "Region", shape: "pie", takes: "DomainName IsOverseas", column: "region", key: func(_ string, sm *sample) string { return sm.place.region.en }},
	{id: 23, title: "Isp", shape: "pie", takes: "DomainName IsOverseas", column: "isp", key: func(_ string, sm *sample) string { return sm.place.isp.en }},
}

func urlOf(domain string, sm *sample) string { return "http://" + hostOf(domain) + sm.page.path }
func refererOf(_ string, sm *sample) string  { return sm.referer }
func clientOf(_ string, sm *sample) string   { return testAddress(sm.client).String() }

// reportOf returns the report of an ID as a request or a document has it, nil
// if there is none.
func reportOf(id string) *report {
	i := slices.IndexFunc(reports, func(r report) bool { return strconv.Itoa(r.id) == id })
	if i < 0 {
		return nil
	}
	return &reports[i]
}

// header are the names of the columns.
func (r *report) header() []string {
	if r.column == "" {
		return []string{"time", "pv", "uv"}
	}
	return []string{r.column, "traf", "traf_rate", "acc", "acc_rate"}
}

// layout is what an answer says about the looks of the report.
func (r *report) layout() object {
	format := "chart"
	if r.shape == "" {
		format = "table"
	}
	return object{"report": object{
		"title": r.title, "format": format, "shape": r.shape, "header": r.header(), "outLine": 0, "outSize": 0,
	}}
}

// contentOf wraps what the actions about reports list.
func contentOf(rows []object) object { return object{"Content": object{"data": rows}} }

func describeCdnReportList(_ *state, c *call) (object, *fault) {
	id := c.get("ReportId")
	if id != "" && reportOf(id) == nil {
		return nil, c.fault(types.InvalidParameter)
	}
	rows := []object{}
	for _, r := range reports {
		if id == "" || strconv.Itoa(r.id) == id {
			rows = append(rows, object{"reportId": r.id, "deliver": r.layout()})
		}
	}
	return contentOf(rows), nil
}

// describeCdnReport refuses the parameters that a report does not take.
func describeCdnReport(s *state, c *call) (object, *fault) {
	r := reportOf(c.get("ReportId"))
	if r == nil {
		return nil, c.fault(types.InvalidParameter)
	}
	for _, param := range []string{"DomainName", "HttpCode", "Area", "IsOverseas"} {
		if c.get(param) != "" && !slices.Contains(strings.Fields(r.takes), param) {
			return nil, fail(400, types.InvalidParameter, "Report "+c.get("ReportId")+" does not support the parameter "+param+".")
		}
	}
	w, no := c.window(windowRule{longest: 366 * day, mismatch: types.InvalidParameter, tooLong: types.InvalidParameter})
	if no != nil {
		return nil, no
	}
	domains, no := s.reported(c)
	if no != nil {
		return nil, no
	}
	if len(domains) == 0 {
		domains = s.servingDomains(c)
	}
	within, no := c.reportFilters(r)
	if no != nil {
		return nil, no
	}
	var rows []object
	if r.column == "" {
		rows = s.views(domains, w.cut(hour, c.now).slots)
	} else {
		rows = s.reportRows(r, domains, w.span(c.now), within)
	}
	return contentOf([]object{{"deliver": r.layout(), "data": rows}}), nil
}

// mostReported is how many domains a report may be about.
const mostReported = 500

// reported returns the domains that DomainName lists, in order; none stands for
// all of the account.
func (s *state) reported(c *call) ([]string, *fault) {
	names := c.list("DomainName")
	if len(names) > mostReported {
		return nil, c.fault(types.InvalidParameter)
	}
	for i, name := range names {
		d, no := s.domain(c, name)
		if no != nil {
			return nil, c.fault(types.InvalidParameter)
		}
		names[i] = d.name
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// reportFilters returns what the requests of a report have to pass.
func (c *call) reportFilters(r *report) ([]filter, *fault) {
	within := []filter{r.only}
	if class := c.get("HttpCode"); class != "" {
		within = append(within, func(sm *sample) bool { return sm.status[0] == class[0] })
	}
	switch c.get("IsOverseas") {
	case "0":
		within = append(within, isDomestic)
	case "1":
		within = append(within, isOverseas)
	}
	if areas := c.list("Area"); len(areas) > 0 {
		if slices.ContainsFunc(areas, func(area string) bool { return findRegion(area) == nil }) {
			return nil, c.fault(types.InvalidParameter)
		}
		within = append(within, func(sm *sample) bool { return slices.Contains(areas, sm.place.region.en) })
	}
	return within, nil
}

// reportRows ranks the requests by the key of a report. Shares are those of all
// that pass the filters.
func (s *state) reportRows(r *report, domains []string, span slot, within []filter) []object {
	counts := only(countOf, within...)
	found := make(map[string]*crowd)
	s.tally(domains, span, func(domain string, sm *sample, times int64) {
		if counts(sm) > 0 {
			addTo(found, r.key(domain, sm), sm, times)
		}
	})
	all := everybody(found)
	keys := slices.SortedFunc(maps.Keys(found), func(a, b string) int {
		byRequests, byBytes := cmp.Compare(found[b].requests, found[a].requests), cmp.Compare(found[b].bytes, found[a].bytes)
		if r.byAcc {
			return cmp.Or(byRequests, byBytes, cmp.Compare(a, b))
		}
		return cmp.Or(byBytes, byRequests, cmp.Compare(a, b))
	})
	rows := []object{}
	for _, key := range keys[:min(len(keys), longestRanking)] {
		part := found[key]
		rows = append(rows, object{
			r.column: key,
			"acc":    part.requests, "acc_rate": share(part.requests, all.requests),
			"traf": part.bytes, "traf_rate": share(part.bytes, all.bytes),
		})
	}
	return rows
}

// share writes how much of all the part is, as reports do.
func share(part, all int64) string { return strconv.FormatFloat(percent(part, all), 'f', 3, 64) + "%" }

// views counts requests and visitors, hour by hour.
func (s *state) views(domains []string, spans []slot) []object {
	visitors := s.visitors(domains, spans)
	rows := make([]object, len(spans))
	for i, sums := range s.sums(domains, spans, countOf) {
		rows[i] = object{"time": stamp(spans[i].from), "pv": sums[0], "uv": visitors[i]}
	}
	return rows
}

// customReport is the one that an account may have.
type customReport struct {
	id      int64
	reports []int
	domains []string // none: all
	created time.Time
	from    time.Time
	end     time.Time // zero: for ever
}

// read takes the parameters over, those that are given and the domains.
func (r *customReport) read(s *state, c *call) *fault {
	ids := c.list("ReportIds")
	if len(ids) > 0 {
		r.reports = nil
	}
	for _, id := range ids {
		known := reportOf(id)
		if known == nil {
			return c.fault(types.InvalidParameter)
		}
		r.reports = append(r.reports, known.id)
	}
	if from, given := c.time("StartTime"); given {
		r.from = from
	}
	if end, given := c.time("EndTime"); given {
		r.end = end
	}
	if !r.end.IsZero() && !r.end.After(r.from) {
		return c.fault(types.InvalidParameter)
	}
	var no *fault
	r.domains, no = s.reported(c)
	return no
}

func createCdnSubTask(s *state, c *call) (object, *fault) {
	if s.reports.custom != nil {
		return nil, c.fault(types.SubscriptionAlreadyExists)
	}
	custom := &customReport{created: c.now, from: c.now}
	if no := custom.read(s, c); no != nil {
		return nil, no
	}
	custom.id = s.newID()
	s.reports.custom = custom
	return nil, nil
}

// updateCdnSubTask makes it a report about all domains if it names none, as the
// documents can be read.
func updateCdnSubTask(s *state, c *call) (object, *fault) {
	if s.reports.custom == nil {
		return nil, c.fault(types.SubscriptionNotFound)
	}
	changed := *s.reports.custom
	if no := changed.read(s, c); no != nil {
		return nil, no
	}
	s.reports.custom = &changed
	return nil, nil
}

func deleteCdnSubTask(s *state, c *call) (object, *fault) {
	if s.reports.custom == nil {
		return nil, c.fault(types.SubscriptionNotFound)
	}
	s.reports.custom = nil
	return nil, nil
}

func describeCdnSubList(s *state, _ *call) (object, *fault) {
	rows := []object{}
	if r := s.reports.custom; r != nil {
		row := object{
			"subId": r.id, "reportId": r.reports, "domains": s.allIfNone(r.domains), "status": "enable",
			"createTime": utc(r.created), "effectiveFrom": utc(r.from), "effectiveEnd": "",
		}
		if !r.end.IsZero() {
			row["effectiveEnd"] = utc(r.end)
		}
		rows = append(rows, row)
	}
	return contentOf(rows), nil
}

// allIfNone returns the domains, or all of the account if there are none.
func (s *state) allIfNone(domains []string) []string {
	if len(domains) > 0 {
		return domains
	}
	return slices.Sorted(maps.Keys(s.domains))
}
