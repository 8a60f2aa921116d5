package cdntest

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

var billsHandlers = map[string]handler{
	"DescribeCdnUserBillType":       describeCdnUserBillType,
	"DescribeCdnUserBillHistory":    describeCdnUserBillHistory,
	"DescribeCdnUserBillPrediction": describeCdnUserBillPrediction,
}

// billTypes are the billing types by what DescribeCdnService calls them.
var billTypes = map[string]string{
	"PayByTraffic":                 "hour_flow",
	"PayByBandwidth":               "day_bandwidth",
	"PayByBandwidth95":             "month_95",
	"PayByBandwidth_monthavg":      "month_avg_day_bandwidth",
	"PayByBandwidth_month4th":      "month_4th_day_bandwidth",
	"PayByBandwidth_monthday95avg": "month_avg_day_95",
	"PayByBandwidth_nighthalf95":   "month_95_night_half",
}

// contract is how the account is billed from a time on.
type contract struct {
	billType string
	from     time.Time
	to       time.Time // of one that contractsIn has cut
}

// cycle is how often it is billed: hour, day or month.
func (b contract) cycle() string {
	cycle, _, _ := strings.Cut(b.billType, "_")
	return cycle
}

// dimension is what is billed.
func (b contract) dimension() string {
	if b.billType == "hour_vas" {
		return "vas"
	}
	return "flow"
}

// contractsIn returns the contracts about traffic or bandwidth that apply
// within a window, and that about requests, each cut to it.
func (s *serviceState) contractsIn(w window) []contract {
	all := slices.Clone(s.contracts)
	for i := range all {
		all[i].to = w.end
		if i+1 < len(all) {
			all[i].to = all[i+1].from
		}
	}
	all = append(all, contract{billType: "hour_vas", from: s.opened, to: w.end})
	var within []contract
	for _, b := range all {
		b.from, b.to = latestOf(b.from, w.start), earliestOf(b.to, w.end)
		if b.to.After(b.from) {
			within = append(within, b)
		}
	}
	return within
}

func latestOf(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func earliestOf(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func describeCdnUserBillType(s *state, c *call) (object, *fault) {
	w, no := c.window(windowRule{longest: 31 * day, mismatch: types.InvalidTimeRange, tooLong: types.InvalidTimeRange})
	if no != nil {
		return nil, no
	}
	rows := []object{}
	for _, b := range slices.Backward(s.service.contractsIn(w)) {
		rows = append(rows, object{
			"StartTime": utc(b.from), "EndTime": utc(b.to), "BillType": b.billType, "BillingCycle": b.cycle(),
			"Dimension": b.dimension(), "Product": "cdn",
		})
	}
	return object{"BillTypeData": object{"BillTypeDataItem": rows}}, nil
}

// billPeriod is the time of one bill.
type billPeriod struct{ start, end time.Time }

// periods returns the billing periods that begin while the contract applies and
// are over. Days and months are those of Beijing.
func (b contract) periods(now time.Time) []billPeriod {
	var all []billPeriod
	for start := b.firstPeriod(); start.Before(b.to); {
		end := b.next(start)
		if end.After(now) {
			break
		}
		all = append(all, billPeriod{start, end})
		start = end
	}
	return all
}

// firstPeriod returns when the first period of the contract begins.
func (b contract) firstPeriod() time.Time {
	year, month, date := b.from.In(beijing).Date()
	var start time.Time
	switch b.cycle() {
	case "hour":
		start = b.from.Truncate(hour)
	case "day":
		start = time.Date(year, month, date, 0, 0, 0, 0, beijing)
	default:
		start = time.Date(year, month, 1, 0, 0, 0, 0, beijing)
	}
	if start.Before(b.from) {
		return b.next(start)
	}
	return start
}

// next returns the end of the period that begins at a time.
func (b contract) next(start time.Time) time.Time {
	switch b.cycle() {
	case "hour":
		return start.Add(hour)
	case "day":
		return start.AddDate(0, 0, 1)
	default:
		return start.AddDate(0, 1, 0)
	}
}

func describeCdnUserBillHistory(s *state, c *call) (object, *fault) {
	w, no := c.window(windowRule{longest: 31 * day, mismatch: types.InvalidEndTimeMismatch, tooLong: types.InvalidTimeSpan})
	if no != nil {
		return nil, no
	}
	rows := []object{}
	domains := s.servingDomains(c)
	for _, b := range s.service.contractsIn(w) {
		periods := b.periods(c.now)
		quantities := s.quantities(b, domains, periods, c.now)
		for i, p := range periods {
			rows = append(rows, object{
				"BillTime": utc(p.start), "BillType": b.billType, "Dimension": b.dimension(),
				"BillingData": object{"BillingDataItem": quantities[i]},
			})
		}
	}
	return object{"BillHistoryData": object{"BillHistoryDataItem": rows}}, nil
}

// billedAreas are the areas that are billed apart.
var billedAreas = []string{"CN", "AP1", "AP2", "AP3", "NA", "SA", "EU", "MEAA"}

// isIn returns the filter of a billing area.
func isIn(area string) filter {
	if area == "OverSeas" {
		return isOverseas
	}
	return func(sm *sample) bool { return sm.place.region.area == area }
}

// chargeTypes are the kinds of requests that are billed.
var chargeTypes = []struct {
	name           string
	dynamic, https bool
}{
	{"StaticHttp", false, false},
	{"DynamicHttp", true, false},
	{"DynamicHttps", true, true},
}

// quantities returns what is billed in each period.
func (s *state) quantities(b contract, domains []string, periods []billPeriod, now time.Time) [][]object {
	switch {
	case b.dimension() == "vas":
		return s.billedRequests(domains, periods)
	case strings.HasSuffix(b.billType, "_flow"):
		return s.billedTraffic(domains, periods)
	default:
		return s.billedBandwidth(b, domains, periods, now)
	}
}

func slotsOf(periods []billPeriod) []slot {
	spans := make([]slot, len(periods))
	for i, p := range periods {
		spans[i] = slot{from: minuteOf(p.start), to: minuteOf(p.end)}
	}
	return spans
}

func (s *state) billedRequests(domains []string, periods []billPeriod) [][]object {
	var measures []measure
	var items []object
	for _, area := range billedAreas {
		for _, kind := range chargeTypes {
			counted := func(sm *sample) bool { return sm.page.kind.dynamic == kind.dynamic && sm.https == kind.https }
			measures = append(measures, only(countOf, isIn(area), counted))
			items = append(items, object{"CdnRegion": area, "ChargeType": kind.name})
		}
	}
	return s.billedSums(domains, periods, measures, items, "Count")
}

func (s *state) billedTraffic(domains []string, periods []billPeriod) [][]object {
	var measures []measure
	var items []object
	for _, area := range billedAreas {
		measures = append(measures, only(bytesOf, isIn(area)))
		items = append(items, object{"CdnRegion": area})
	}
	return s.billedSums(domains, periods, measures, items, "Flow")
}

// billedSums writes the sums of each period that are not 0, under a name, into
// copies of the items.
func (s *state) billedSums(domains []string, periods []billPeriod, measures []measure, items []object, name string) [][]object {
	all := make([][]object, len(periods))
	for i, sums := range s.sums(domains, slotsOf(periods), measures...) {
		all[i] = []object{}
		for j, sum := range sums {
			if sum > 0 {
				item := maps.Clone(items[j])
				item[name] = sum
				all[i] = append(all[i], item)
			}
		}
	}
	return all
}

// lateBills is how old the newest data of a forecast are.
const lateBills = 2 * hour

func describeCdnUserBillPrediction(s *state, c *call) (object, *fault) {
	year, month, _ := c.now.In(beijing).Date()
	first := time.Date(year, month, 1, 0, 0, 0, 0, beijing)
	w := window{start: first, end: c.now}
	if start, given := c.time("StartTime"); given {
		w.start = start
	}
	if end, given := c.time("EndTime"); given {
		w.end = end
	}
	switch {
	case !w.end.After(w.start):
		return nil, c.fault(types.InvalidEndTimeMismatch)
	case w.end.Sub(w.start) > 31*day:
		return nil, c.fault(types.InvalidTimeSpan)
	case w.start.Before(first), w.start.After(c.now):
		return nil, c.fault(types.InvalidStartTimeValueNotSupported)
	}
	b := s.service.contractAt(first)
	if b.cycle() != "month" || !strings.EqualFold(cmp.Or(c.get("Dimension"), "flow"), "flow") {
		return nil, c.fault(types.BillTypeNotFound)
	}
	areas := c.list("Area")
	if len(areas) == 0 {
		areas = billedAreas
	}
	domains := s.servingDomains(c)
	until := c.now.Add(-lateBills)
	span := w.span(until)
	if until.Before(w.start) {
		until = w.start
	}
	rows := make([]object, len(areas))
	for i, area := range areas {
		value, minute := b.bandwidth(s.bandwidths(domains, span, area), c.now)
		rows[i] = object{"Area": area, "Value": value}
		if minute > 0 {
			rows[i]["TimeStp"] = stamp(minute)
		}
	}
	return object{
		"StartTime": utc(w.start), "EndTime": utc(earliestOf(w.end, until)), "BillType": b.billType,
		"BillPredictionData": object{"BillPredictionDataItem": rows},
	}, nil
}

// contractAt returns the contract about traffic or bandwidth that applies at a
// time, the first one for a time before it.
func (s *serviceState) contractAt(t time.Time) contract {
	at := s.contracts[0]
	for _, b := range s.contracts {
		if !b.from.After(t) {
			at = b
		}
	}
	return at
}
