package cdntest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

var usageHandlers = map[string]handler{
	"DescribeDomainUsageData":               describeDomainUsageData,
	"CreateUserUsageDataExportTask":         createUserUsageDataExportTask,
	"DescribeUserUsageDataExportTask":       describeUserUsageDataExportTask,
	"CreateUsageDetailDataExportTask":       createUsageDetailDataExportTask,
	"DescribeUserUsageDetailDataExportTask": describeUserUsageDetailDataExportTask,
	"DeleteUserUsageDataExportTask":         deleteUserUsageDataExportTask,
	"DeleteUsageDetailDataExportTask":       deleteUsageDetailDataExportTask,
}

// usageState is the exports of usage data.
type usageState struct {
	exports []*export // oldest first
}

// The spans of DescribeDomainUsageData by Interval.
var usageSpans = map[time.Duration]time.Duration{
	5 * time.Minute: 3 * day,
	hour:            31 * day,
	day:             90 * day,
}

// usageWindow reads StartTime, EndTime and Interval. Without an Interval the
// points are 5 minutes apart up to a day, an hour up to 3 days, and then a day.
func (c *call) usageWindow() (window, *fault) {
	w, no := c.window(windowRule{
		longest:  90 * day,
		mismatch: types.InvalidParameterEndTime,
		tooLong:  types.InvalidTimeRange,
	})
	if no != nil {
		return window{}, no
	}
	span := w.end.Sub(w.start)
	interval := time.Duration(c.int("Interval", 0)) * time.Second
	if interval == 0 {
		switch {
		case span <= day:
			interval = 5 * time.Minute
		case span <= 3*day:
			interval = hour
		default:
			interval = day
		}
		if span > 31*day {
			return window{}, c.fault(types.InvalidTimeRange)
		}
	}
	if span > usageSpans[interval] {
		return window{}, c.fault(types.InvalidTimeRange)
	}
	return w.cut(interval, c.now), nil
}

// usageArea returns what Area, DataProtocol and Type restrict the usage to, and
// the area as the answer repeats it.
func (c *call) usageArea() (area string, within []filter, no *fault) {
	area = c.get("Area")
	all := strings.EqualFold(area, "all")
	if strings.EqualFold(c.get("Field"), "acc") {
		// Requests are not divided by area. CN is what a missing Area becomes.
		if !all && !strings.EqualFold(area, mainland) {
			return "", nil, c.fault(types.InvalidParameterArea)
		}
		area, all = "all", true
	}
	switch {
	case all:
	case strings.EqualFold(area, "OverSeas"):
		within = append(within, isOverseas)
	default:
		within = append(within, func(sm *sample) bool { return strings.EqualFold(sm.place.region.area, area) })
	}
	if protocol := c.get("DataProtocol"); !strings.EqualFold(protocol, "all") {
		within = append(within, func(sm *sample) bool { return strings.EqualFold(protocol, sm.protocol()) })
	}
	if kind := c.get("Type"); !strings.EqualFold(kind, "all") {
		dynamic := strings.EqualFold(kind, "dynamic")
		within = append(within, func(sm *sample) bool { return sm.page.kind.dynamic == dynamic })
	}
	return area, within, nil
}

// mostDomains is how many domains DescribeDomainUsageData takes.
const mostDomains = 100

// describeDomainUsageData answers with the traffic or the requests of each
// interval, or with the highest bandwidth of any 5 minutes in it and when that
// was. Type is the Field, as in the sample.
func describeDomainUsageData(s *state, c *call) (object, *fault) {
	w, no := c.usageWindow()
	if no != nil {
		return nil, no
	}
	names := c.list("DomainName")
	if len(names) > mostDomains {
		return nil, c.fault(types.InvalidParameter)
	}
	domains, no := s.measured(c, names)
	if no != nil {
		return nil, no
	}
	area, within, no := c.usageArea()
	if no != nil {
		return nil, no
	}
	field := strings.ToLower(c.get("Field"))
	rows := s.usageRows(w, domains, field, within)
	return w.echo(object{
		"DomainName":           c.get("DomainName"),
		"Area":                 area,
		"Type":                 field,
		"UsageDataPerInterval": object{"DataModule": rows},
	}), nil
}

func (s *state) usageRows(w window, domains []string, field string, within []filter) []object {
	measured := only(bytesOf, within...)
	if field == "acc" {
		measured = only(countOf, within...)
	}
	rows := make([]object, len(w.slots))
	if field == "bps" {
		for i, p := range s.peaks(domains, w.slots, measured) {
			rows[i] = usageRow(w.slots[i], p.at, plain(bps(p.sum, 300)))
		}
		return rows
	}
	for i, sums := range s.sums(domains, w.slots, measured) {
		rows[i] = usageRow(w.slots[i], w.slots[i].from, whole(sums[0]))
	}
	return rows
}

func usageRow(span slot, peak int64, value string) object {
	return object{"TimeStamp": stamp(span.from), "PeakTime": stamp(peak), "Value": value}
}

// export is a task that makes a file of usage data.
type export struct {
	id, name string
	detail   bool     // of domains, 5 minute by 5 minute; otherwise of the account
	kind     string   // flow: traffic, vas: requests
	domains  []string // those it names, or all that served when it was asked for
	english  bool
	start    time.Time
	end      time.Time
	created  time.Time
	ready    time.Time
}

// keptExports is how long exports are listed.
const keptExports = 92 * day

// newExport reads the parameters that both kinds of exports have. An export
// takes as long as a refresh.
func (s *state) newExport(c *call) (*export, *fault) {
	w, no := c.window(windowRule{
		longest:  31 * day,
		mismatch: types.InvalidParameterEndTime,
		tooLong:  types.InvalidTimeRange,
	})
	if no != nil {
		return nil, no
	}
	return &export{
		name:    c.get("TaskName"),
		kind:    cmp.Or(strings.ToLower(c.get("Type")), "flow"),
		domains: s.servingDomains(c),
		english: strings.EqualFold(c.get("Language"), "en-us"),
		start:   w.start,
		end:     w.end,
		created: c.now,
		ready:   c.now.Add(s.durations.Refresh),
	}, nil
}

// add makes the export one of the account's.
func (s *state) add(e *export) object {
	e.id = strconv.FormatInt(s.newID(), 10)
	s.usage.exports = append(s.usage.exports, e)
	return object{"TaskId": e.id, "StartTime": utc(e.start), "EndTime": utc(e.end)}
}

func createUserUsageDataExportTask(s *state, c *call) (object, *fault) {
	e, no := s.newExport(c)
	if no != nil {
		return nil, no
	}
	return s.add(e), nil
}

// createUsageDetailDataExportTask takes DomainNames unless there is a Group,
// which stands for all domains: there are no groups here.
func createUsageDetailDataExportTask(s *state, c *call) (object, *fault) {
	e, no := s.newExport(c)
	if no != nil {
		return nil, no
	}
	e.detail = true
	if names := c.list("DomainNames"); len(names) > 0 && c.get("Group") == "" {
		e.domains = nil
		for _, name := range names {
			d, no := s.domain(c, name)
			if no != nil {
				return nil, no
			}
			e.domains = append(e.domains, d.name)
		}
	}
	return s.add(e), nil
}

func describeUserUsageDataExportTask(s *state, c *call) (object, *fault) {
	return s.listExports(c, false)
}

func describeUserUsageDetailDataExportTask(s *state, c *call) (object, *fault) {
	return s.listExports(c, true)
}

// listExports lists the newest export first. The numbers are strings.
func (s *state) listExports(c *call, detail bool) (object, *fault) {
	number, size, no := c.paging(20, 50)
	if no != nil {
		return nil, no
	}
	s.usage.exports = slices.DeleteFunc(s.usage.exports, func(e *export) bool { return c.now.Sub(e.created) > keptExports })
	var found []*export
	for _, e := range slices.Backward(s.usage.exports) {
		if e.detail == detail {
			found = append(found, e)
		}
	}
	rows := []object{}
	for _, e := range pageOf(found, number, size) {
		rows = append(rows, s.writeExport(e, c.now))
	}
	return object{
		"TotalCount":       strconv.Itoa(len(found)),
		"PageSize":         strconv.Itoa(size),
		"PageNumber":       strconv.Itoa(number),
		"UsageDataPerPage": object{"UsageData": rows},
	}, nil
}

func (s *state) writeExport(e *export, now time.Time) object {
	o := object{
		"TaskId":      e.id,
		"TaskName":    e.name,
		"StartTime":   utc(e.start),
		"EndTime":     utc(e.end),
		"CreateTime":  utc(e.created),
		"ModifyTime":  utc(e.created),
		"Status":      "Created",
		"DownloadUrl": "",
	}
	if !now.Before(e.ready) {
		o["ModifyTime"] = utc(e.ready)
		o["Status"] = "Success"
		o["DownloadUrl"] = "http://" + s.signed(e.path(), now)
	}
	return o
}

func deleteUserUsageDataExportTask(s *state, c *call) (object, *fault) {
	return nil, s.deleteExport(c, false)
}

func deleteUsageDetailDataExportTask(s *state, c *call) (object, *fault) {
	return nil, s.deleteExport(c, true)
}

// deleteExport deletes an export with its file. For one that does not exist the
// documents have no code: there is nothing to do.
func (s *state) deleteExport(c *call, detail bool) *fault {
	id := c.get("TaskId")
	if _, err := strconv.ParseInt(id, 10, 64); err != nil {
		return c.fault(types.InvalidTaskIdMalformed)
	}
	s.usage.exports = slices.DeleteFunc(s.usage.exports, func(e *export) bool { return e.id == id && e.detail == detail })
	return nil
}

// paging reads PageNumber and PageSize.
func (c *call) paging(usual, largest int) (number, size int, no *fault) {
	number, size = c.int("PageNumber", 1), c.int("PageSize", usual)
	if number < 1 || number > 100000 {
		return 0, 0, malformedParameter(c.action, "PageNumber")
	}
	if size < 1 || size > largest {
		return 0, 0, malformedParameter(c.action, "PageSize")
	}
	return number, size, nil
}
