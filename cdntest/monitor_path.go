package cdntest

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// keptPaths is how long the figures by path, and the log of rate limiting, are kept.
const keptPaths = 30 * day

// describeDomainPathData divides the requests of a domain by the directories that
// its pages are in, or takes those of one directory or page.
func describeDomainPathData(s *state, c *call) (object, *fault) {
	rule := pairRule(day, keptPaths)
	rule.mismatch, rule.tooLong = types.InvalidTimeOverRange, types.InvalidTimeOverRange
	w, no := c.window(rule)
	if no != nil {
		return nil, no
	}
	if c.now.Sub(w.start) > keptPaths+hour {
		return nil, c.fault(types.InvalidTimeOverRange)
	}
	d, no := s.domain(c, c.get("DomainName"))
	if no != nil {
		return nil, c.fault(types.InvalidDomainNameMalformed)
	}
	number, size, no := c.paging(20, 1000)
	if no != nil {
		return nil, no
	}
	q, no := s.about(c, w.cut(rangeInterval, c.now))
	if no != nil {
		return nil, no
	}
	paths, no := c.paths()
	if no != nil {
		return nil, no
	}
	rows := []object{}
	for _, path := range paths {
		below := func(sm *sample) bool { return sm.page.path == path || sm.page.kind.folder == path }
		for i, sums := range s.sums([]string{d.name}, q.window.slots, only(countOf, below), only(bytesOf, below)) {
			if sums[0] > 0 {
				rows = append(rows, object{"Path": path, "Time": stamp(q.window.slots[i].from), "Acc": sums[0], "Traffic": sums[1]})
			}
		}
	}
	return q.window.echo(object{
		"DomainName": d.name, "PageNumber": number, "PageSize": size, "TotalCount": len(rows),
		"PathDataPerInterval": object{"UsageData": pageOf(rows, number, size)},
	}), nil
}

// paths reads Path; without it all directories count.
func (c *call) paths() ([]string, *fault) {
	if path := c.get("Path"); path != "" {
		if !strings.HasPrefix(path, "/") {
			return nil, c.fault(types.InvalidPathMalformed)
		}
		return []string{path}, nil
	}
	folders := make([]string, len(kinds))
	for i := range kinds {
		folders[i] = kinds[i].folder
	}
	return folders, nil
}

// describeDomainCcActivityLog takes what was answered with 403 for what rate
// limiting refused: one record for each client and 5 minutes.
func describeDomainCcActivityLog(s *state, c *call) (object, *fault) {
	w, no := c.window(pairRule(day, keptPaths))
	if no != nil {
		return nil, no
	}
	if c.now.Sub(w.start) > keptPaths+hour {
		return nil, c.fault(types.InvalidStartTimeValueNotSupported)
	}
	number, size, no := c.paging(30, 100)
	if no != nil {
		return nil, no
	}
	q, no := s.about(c, w.cut(5*time.Minute, c.now))
	if no != nil {
		return nil, no
	}
	records := []object{}
	if c.matches("TriggerObject", "Ip") && c.matches("RuleName", "default_normal") {
		records = s.refusals(c, q)
	}
	return object{
		"PageIndex": number, "PageSize": size, "Total": len(records),
		"ActivityLog": pageOf(records, number, size),
	}, nil
}

// matches reports whether a parameter lets the value through.
func (c *call) matches(param, value string) bool {
	wanted := c.get(param)
	return wanted == "" || strings.EqualFold(wanted, value)
}

// refusals returns the records of the log, oldest first.
func (s *state) refusals(c *call, q query) []object {
	refused := func(sm *sample) bool { return sm.status == "403" && c.matches("Value", sm.address().String()) }
	records := []object{}
	for _, span := range q.window.slots {
		for _, name := range q.domains {
			var addresses []string
			s.tally([]string{name}, span, func(_ string, sm *sample, _ int64) {
				if refused(sm) {
					addresses = append(addresses, sm.address().String())
				}
			})
			slices.Sort(addresses)
			for _, address := range slices.Compact(addresses) {
				records = append(records, object{
					"TimeStamp": stamp(span.from), "DomainName": name, "RuleName": "default_normal",
					"TriggerObject": "Ip", "Value": address, "Action": "deny", "Ttl": 300,
				})
			}
		}
	}
	return records
}

// describeEsExecuteData counts the runs of a rule: each request of the domain is
// one, those that the origin failed are an Exception.
func describeEsExecuteData(s *state, c *call) (object, *fault) {
	return s.scriptData(c, map[string]filter{
		"Exception":      isFailure,
		"ExecutedAndHit": func(sm *sample) bool { return !isFailure(sm) },
	})
}

// describeEsExceptionData divides the exceptions by status code.
func describeEsExceptionData(s *state, c *call) (object, *fault) {
	tables := make(map[string]filter)
	for _, code := range statusCodes {
		if code >= "500" {
			tables[code] = func(sm *sample) bool { return sm.status == code }
		}
	}
	return s.scriptData(c, tables)
}

func isFailure(sm *sample) bool { return sm.status >= "500" }

// scriptData answers with a table for each filter, each column and point a text. A
// rule that is no record of a domain has no tables.
func (s *state) scriptData(c *call, tables map[string]filter) (object, *fault) {
	w, no := c.window(pairRule(hour, ninetyDays))
	if no != nil {
		return nil, no
	}
	w = w.cut(realTimeInterval(w), c.now)
	contents := []object{}
	for _, name := range s.servingDomains(c) {
		if configByID(s.domains[name].configs, c.get("RuleId")) == nil {
			continue
		}
		for _, table := range sortedKeys(tables, strings.Compare) {
			points := []string{}
			for i, sums := range s.sums([]string{name}, w.slots, only(countOf, tables[table])) {
				points = append(points, stamp(w.slots[i].from)+","+strconv.FormatInt(sums[0], 10))
			}
			contents = append(contents, object{"Name": table, "Columns": []string{"time," + table}, "Points": points})
		}
	}
	return object{"Contents": contents}, nil
}
