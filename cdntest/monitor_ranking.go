package cdntest

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// longestRanking is how many elements a ranking has at most.
const longestRanking = 100

// rank writes what was asked for, most first by what SortBy says, with the
// shares of all as fractions of 1. The keys are called detail.
func rank(found map[string]*crowd, all *crowd, sortBy, detail string) []object {
	keys := slices.Sorted(maps.Keys(found))
	slices.SortStableFunc(keys, func(a, b string) int {
		byRequests := cmp.Compare(found[b].requests, found[a].requests)
		byBytes := cmp.Compare(found[b].bytes, found[a].bytes)
		if strings.EqualFold(sortBy, "traf") {
			byRequests, byBytes = byBytes, byRequests
		}
		return cmp.Or(byRequests, byBytes)
	})
	rows := make([]object, 0, len(keys))
	for _, key := range keys[:min(len(keys), longestRanking)] {
		part := found[key]
		rows = append(rows, object{
			detail:            key,
			"VisitData":       whole(part.requests),
			"VisitProportion": ratio(part.requests, all.requests),
			"Flow":            whole(part.bytes),
			"FlowProportion":  ratio(part.bytes, all.bytes),
		})
	}
	return rows
}

// ranking reads the parameters of the two actions about the most frequent
// referrers and URLs. Without EndTime they cover a day, without StartTime too
// the last 24 hours.
func (s *state) ranking(c *call, longest time.Duration) (query, *fault) {
	rule := pairRule(day, longest)
	rule.single = true
	w, no := c.window(rule)
	if no != nil {
		return query{}, no
	}
	if c.now.Sub(w.start) > ninetyDays+day {
		return query{}, c.fault(types.InvalidStartTimeValueNotSupported)
	}
	return s.about(c, w)
}

func describeDomainTopReferVisit(s *state, c *call) (object, *fault) {
	q, no := s.ranking(c, ninetyDays)
	if no != nil {
		return nil, no
	}
	found := crowds(s, q.domains, q.window.span(c.now), func(sm *sample) string { return sm.referer })
	rows := rank(found, everybody(found), c.get("SortBy"), "ReferDetail")
	return object{
		"DomainName":   q.name,
		"StartTime":    utc(q.window.start),
		"TopReferList": object{"ReferList": rows},
	}, nil
}

// urlLists are the lists of DescribeDomainTopUrlVisit by the first digit of
// the status code; the list of all has none.
var urlLists = map[string]string{
	"AllUrlList": "", "Url200List": "2", "Url300List": "3", "Url400List": "4", "Url500List": "5",
}

func describeDomainTopUrlVisit(s *state, c *call) (object, *fault) {
	if no := c.single("DomainName"); no != nil {
		return nil, no
	}
	q, no := s.ranking(c, 7*day)
	if no != nil {
		return nil, no
	}
	return s.topUrls(c, q, nil), nil
}

// topUrls answers with the rankings of the URLs of the requests that count.
func (s *state) topUrls(c *call, q query, counted filter) object {
	lists := make(map[string]map[string]*crowd)
	for name := range urlLists {
		lists[name] = make(map[string]*crowd)
	}
	s.tally(q.domains, q.window.span(c.now), func(domain string, sm *sample, times int64) {
		if counted != nil && !counted(sm) {
			return
		}
		url := "http://" + hostOf(domain) + sm.page.path
		for name, class := range urlLists {
			if strings.HasPrefix(sm.status, class) {
				addTo(lists[name], url, sm, times)
			}
		}
	})
	all := everybody(lists["AllUrlList"])
	answer := object{"DomainName": q.name, "StartTime": utc(q.window.start)}
	for name, found := range lists {
		answer[name] = object{"UrlList": rank(found, all, c.get("SortBy"), "UrlDetail")}
	}
	return answer
}

// describeDomainSrcTopUrlVisit ranks what is no hit. Without StartTime it covers
// the previous day.
func describeDomainSrcTopUrlVisit(s *state, c *call) (object, *fault) {
	rule := pairRule(day, 7*day)
	rule.single = true
	rule.mismatch, rule.tooLong = types.InvalidTimeValueNotSupported, types.InvalidTimeValueNotSupported
	w, no := c.window(rule)
	if no != nil {
		return nil, no
	}
	_, hasStart := c.time("StartTime")
	if _, hasEnd := c.time("EndTime"); !hasStart && !hasEnd {
		w.end = c.now.UTC().Truncate(day)
		w.start = w.end.Add(-day)
	}
	q, no := s.aboutKnown(c, w, types.InvalidDomainNameMismatch)
	if no != nil {
		return nil, no
	}
	return s.topUrls(c, q, isMiss), nil
}

// describeDomainTopClientIpVisit ranks the clients that have an IPv4 address, by
// whole hours.
func describeDomainTopClientIpVisit(s *state, c *call) (object, *fault) {
	w, no := c.window(pairRule(day, ninetyDays))
	if no != nil {
		return nil, no
	}
	w.start = w.start.Truncate(hour)
	domains, no := s.measured(c, c.list("DomainName"))
	if no != nil {
		return nil, no
	}
	wanted := make(map[*region]bool)
	for _, name := range c.list("LocationNameEn") {
		r := findRegion(name)
		if r == nil {
			return nil, unknownPlace("LocationNameEn")
		}
		wanted[r] = true
	}
	found := make(map[int]*crowd)
	s.tally(domains, w.span(c.now), func(_ string, sm *sample, times int64) {
		if !isIPv6(sm) && (len(wanted) == 0 || wanted[sm.place.region]) {
			addTo(found, sm.client, sm, times)
		}
	})
	clients := slices.Sorted(maps.Keys(found))
	slices.SortStableFunc(clients, func(a, b int) int {
		if strings.EqualFold(c.get("SortBy"), "acc") {
			return cmp.Compare(found[b].requests, found[a].requests)
		}
		return cmp.Compare(found[b].bytes, found[a].bytes)
	})
	top := []object{}
	for i, client := range clients[:min(len(clients), c.int("Limit", 20))] {
		top = append(top, object{
			"Rank": i + 1, "ClientIp": testAddress(client).String(),
			"Acc": found[client].requests, "Traffic": found[client].bytes,
		})
	}
	return object{"ClientIpList": top}, nil
}

// usage is what the traffic of a span was.
type usage struct {
	requests, bytes        int64
	misses, missBytes      int64
	peak, sourcePeak       int64 // most bytes in 5 minutes
	peakTime, sourceMinute int64 // when
}

// add adds 5 minutes.
func (u *usage) add(minute int64, sums []int64) {
	requests, bytes, misses, missBytes := sums[0], sums[1], sums[2], sums[3]
	u.requests += requests
	u.bytes += bytes
	u.misses += misses
	u.missBytes += missBytes
	if bytes > u.peak {
		u.peak, u.peakTime = bytes, minute
	}
	if missBytes > u.sourcePeak {
		u.sourcePeak, u.sourceMinute = missBytes, minute
	}
}

// usageMeasures are the sums that usage.add takes.
func usageMeasures() []measure {
	return []measure{countOf, bytesOf, only(countOf, isMiss), only(bytesOf, isMiss)}
}

// write writes the usage the way DescribeDomainsUsageByDay has it.
func (u *usage) write() object {
	o := object{
		"RequestHitRate": double(hitRate(u.misses, u.requests)),
		"BytesHitRate":   double(hitRate(u.missBytes, u.bytes)),
		"TotalTraffic":   whole(u.bytes),
		"TotalAccess":    whole(u.requests),
		"MaxBps":         double(bps(u.peak, 300)),
		"MaxSrcBps":      double(bps(u.sourcePeak, 300)),
		"MaxBpsTime":     "",
		"MaxSrcBpsTime":  "",
	}
	if u.peak > 0 {
		o["MaxBpsTime"] = formatMinute(u.peakTime)
	}
	if u.sourcePeak > 0 {
		o["MaxSrcBpsTime"] = formatMinute(u.sourceMinute)
	}
	return o
}

// formatMinute writes a minute the way the daily statistics do.
func formatMinute(minute int64) string {
	return time.Unix(minute*60, 0).UTC().Format("2006-01-02 15:04")
}

func describeDomainsUsageByDay(s *state, c *call) (object, *fault) {
	if no := c.single("DomainName"); no != nil {
		return nil, no
	}
	w, no := c.window(pairRule(7*day, ninetyDays))
	if no != nil {
		return nil, no
	}
	w = w.cut(day, c.now)
	q, no := s.about(c, w)
	if no != nil {
		return nil, no
	}
	var total usage
	days := make([]object, len(w.slots))
	for i, span := range w.slots {
		var today usage
		fine := fiveMinutes(span)
		for j, sums := range s.sums(q.domains, fine, usageMeasures()...) {
			today.add(fine[j].from, sums)
			total.add(fine[j].from, sums)
		}
		days[i] = today.write()
		days[i]["Qps"] = double(float64(today.requests) / day.Seconds())
		days[i]["TimeStamp"] = time.Unix(span.from*60, 0).UTC().Format(time.DateOnly)
	}
	return w.echo(object{
		"DomainName":  q.name,
		"UsageTotal":  total.write(),
		"UsageByDays": object{"UsageByDay": days},
	}), nil
}

func describeTopDomainsByFlow(s *state, c *call) (object, *fault) {
	w, no := c.window(pairRule(day, ninetyDays))
	if no != nil {
		return nil, no
	}
	if _, given := c.time("StartTime"); !given { // the month so far
		w.start = time.Date(w.end.Year(), w.end.Month(), 1, 0, 0, 0, 0, time.UTC)
	}
	names := s.servingDomains(c)
	usages := make(map[string]*usage, len(names))
	all := int64(0)
	fine := fiveMinutes(w.span(c.now))
	for _, name := range names {
		u := &usage{}
		for i, sums := range s.sums([]string{name}, fine, usageMeasures()...) {
			u.add(fine[i].from, sums)
		}
		usages[name] = u
		all += u.bytes
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(usages[b].bytes, usages[a].bytes) })
	top := []object{}
	for i, name := range names[:min(len(names), c.int("Limit", 20))] {
		u := usages[name]
		top = append(top, object{
			"Rank":           i + 1,
			"DomainName":     name,
			"TotalTraffic":   u.bytes,
			"TrafficPercent": percent(u.bytes, all),
			"TotalAccess":    u.requests,
			"MaxBps":         int64(bps(u.peak, 300)), // whole, by the choice of sizeUnit
			"MaxBpsTime":     u.peakTime * 60,
		})
	}
	online := 0
	for _, d := range s.domains {
		if d.status == statusOnline {
			online++
		}
	}
	return object{
		"StartTime":         utc(w.start),
		"EndTime":           utc(w.end),
		"DomainCount":       len(s.domains),
		"DomainOnlineCount": online,
		"TopDomains":        object{"TopDomain": top},
	}, nil
}
