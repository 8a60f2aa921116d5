package cdntest

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// describeDomainMultiUsageData has each domain by itself: its bandwidth by billing
// area and kind of request, and all its requests.
func describeDomainMultiUsageData(s *state, c *call) (object, *fault) {
	rule := pairRule(10*time.Minute, hour)
	rule.tooLong, rule.single = types.InvalidTimeSpan, true
	w, no := c.window(rule)
	if no != nil {
		return nil, no
	}
	if c.get("StartTime") == "" && c.get("EndTime") == "" {
		w.end = w.end.Truncate(rangeInterval)
		w.start = w.end.Add(-rule.fallback)
	}
	if len(c.list("DomainName")) > 30 {
		return nil, c.fault(types.InvalidDomainName)
	}
	q, no := s.aboutKnown(c, w.cut(rangeInterval, c.now), types.InvalidDomainName)
	if no != nil {
		return nil, no
	}
	type part struct{ area, kind string }
	traffic, requests := []object{}, []object{}
	for _, name := range q.domains {
		for _, span := range q.window.slots {
			parts := crowds(s, []string{name}, span, func(sm *sample) part { return part{sm.place.region.area, sm.kind()} })
			for _, key := range sortedKeys(parts, func(a, b part) int { return cmp.Or(cmp.Compare(a.area, b.area), cmp.Compare(a.kind, b.kind)) }) {
				traffic = append(traffic, object{
					"TimeStamp": stamp(span.from), "Domain": name, "Area": key.area, "Type": key.kind,
					"Bps": bps(parts[key].bytes, rangeInterval.Seconds()),
				})
			}
			requests = append(requests, object{
				"TimeStamp": stamp(span.from), "Domain": name, "Type": "Simple", "Request": everybody(parts).requests,
			})
		}
	}
	return object{
		"StartTime": utc(w.start), "EndTime": utc(w.end),
		"TrafficPerInterval": object{"TrafficDataModule": traffic},
		"RequestPerInterval": object{"RequestDataModule": requests},
	}, nil
}

// kind is what DescribeDomainMultiUsageData calls the request.
func (sm *sample) kind() string {
	kind := "Static"
	if sm.page.kind.dynamic {
		kind = "Dynamic"
	}
	if sm.https {
		return kind + "Https"
	}
	return kind + "Http"
}

func sortedKeys[K comparable, V any](all map[K]V, compare func(a, b K) int) []K {
	keys := make([]K, 0, len(all))
	for key := range all {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, compare)
	return keys
}

// describeDomainRealTimeDetailData answers with an array that it carries in a text.
// Merge adds the domains up, MergeLocIsp the regions and ISPs; what is added up is
// not named, and what was not asked for or has no requests is left out.
func describeDomainRealTimeDetailData(s *state, c *call) (object, *fault) {
	w, no := c.window(windowRule{
		longest:  10 * time.Minute,
		mismatch: types.InvalidTimeMalformed,
		tooLong:  types.InvalidTimeMalformed,
	})
	if no != nil {
		return nil, no
	}
	if len(c.list("DomainName")) > 20 {
		return nil, c.fault(types.InvalidDomainNameMalformed)
	}
	q, no := s.aboutKnown(c, w.cut(time.Minute, c.now), types.InvalidDomainNameMalformed)
	if no != nil {
		return nil, no
	}
	merge, mergePlaces := strings.EqualFold(c.get("Merge"), "true"), strings.EqualFold(c.get("MergeLocIsp"), "true")
	rows := []object{}
	for _, span := range q.window.slots {
		cells := make(map[detailKey]*cell)
		s.tally(q.domains, span, func(domain string, sm *sample, times int64) {
			if q.within != nil && !q.within(sm) {
				return
			}
			var key detailKey
			if !merge {
				key.domain = domain
			}
			if !mergePlaces {
				key.location, key.isp = sm.place.region.title(), sm.place.isp.en
			}
			part := cells[key]
			if part == nil {
				part = &cell{codes: make(map[string]int64)}
				cells[key] = part
			}
			part.add(sm, times)
			part.codes[sm.status] += times
		})
		for _, key := range sortedKeys(cells, detailKey.compare) {
			rows = append(rows, cells[key].detail(key, span, c.list("Field")))
		}
	}
	return object{"Data": document(rows)}, nil
}

// detailKey is what the figures of a minute are divided by.
type detailKey struct{ domain, location, isp string }

func (k detailKey) compare(other detailKey) int {
	return cmp.Or(cmp.Compare(k.domain, other.domain), cmp.Compare(k.location, other.location), cmp.Compare(k.isp, other.isp))
}

// detail writes figures of a minute.
func (p *cell) detail(key detailKey, span slot, fields []string) object {
	row := object{"time_stp": stamp(span.from)}
	for name, value := range map[string]string{"domain_name": key.domain, "location": key.location, "isp": key.isp} {
		if value != "" {
			row[name] = value
		}
	}
	for _, field := range fields {
		switch strings.ToLower(field) {
		case "qps":
			row["qps"] = float64(p.requests) / 60
		case "bps":
			row["bps"] = bps(p.bytes, 60)
		case "http_code":
			row["http_code"] = p.codes
		}
	}
	return row
}
