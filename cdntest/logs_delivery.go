package cdntest

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// logstore is where logs are delivered to in real time.
type logstore struct{ project, name, region string }

// delivery is the real-time log delivery of a domain. A domain has one.
type delivery struct {
	domain string
	to     logstore
	runs   []period // the last one open while the delivery is online
}

// period is a time in which a delivery ran; end is zero while it does.
type period struct{ start, end time.Time }

func (v *delivery) online() bool { return len(v.runs) > 0 && v.runs[len(v.runs)-1].end.IsZero() }

func (v *delivery) status() string {
	if v.online() {
		return statusOnline
	}
	return statusOffline
}

// resume and pause do nothing when it is so already.
func (v *delivery) resume(now time.Time) {
	if !v.online() {
		v.runs = append(v.runs, period{start: now})
	}
}

func (v *delivery) pause(now time.Time) {
	if v.online() {
		v.runs[len(v.runs)-1].end = now
	}
}

// overlap returns the parts of a slot in which the delivery ran.
func (v *delivery) overlap(span slot) []slot {
	var parts []slot
	for _, run := range v.runs {
		part := slot{from: max(span.from, minuteOf(run.start)), to: span.to}
		if !run.end.IsZero() {
			part.to = min(part.to, minuteOf(run.end))
		}
		if part.from < part.to {
			parts = append(parts, part)
		}
	}
	return parts
}

// delivery returns the delivery of a domain.
func (s *state) delivery(c *call, name string) (*delivery, *fault) {
	d, no := s.domain(c, name)
	if no != nil {
		return nil, no
	}
	if v := s.logs.deliveries[d.name]; v != nil {
		return v, nil
	}
	return nil, c.fault(types.DomainNotFound)
}

// deliveriesOf returns the deliveries of several domains, all or none.
func (s *state) deliveriesOf(c *call) ([]*delivery, *fault) {
	var found []*delivery
	for _, name := range c.list("Domain") {
		v, no := s.delivery(c, name)
		if no != nil {
			return nil, no
		}
		found = append(found, v)
	}
	return found, nil
}

// target reads Project, Logstore and Region.
func (c *call) target() logstore {
	return logstore{project: c.get("Project"), name: c.get("Logstore"), region: c.get("Region")}
}

// createRealtimeLogDelivery replaces the delivery that a domain may have. Any
// Logstore is good: there is no Log Service here to ask.
func createRealtimeLogDelivery(s *state, c *call) (object, *fault) {
	d, no := s.domain(c, c.get("Domain"))
	if no != nil {
		return nil, no
	}
	v := &delivery{domain: d.name, to: c.target()}
	v.resume(c.now)
	s.logs.deliveries[d.name] = v
	return nil, nil
}

func modifyRealtimeLogDelivery(s *state, c *call) (object, *fault) {
	v, no := s.delivery(c, c.get("Domain"))
	if no != nil {
		return nil, no
	}
	v.to = c.target()
	return nil, nil
}

func deleteRealtimeLogDelivery(s *state, c *call) (object, *fault) {
	found, no := s.deliveriesOf(c)
	if no != nil {
		return nil, no
	}
	for _, v := range found {
		if v.to != c.target() {
			return nil, c.fault(types.LogstoreNotExist)
		}
	}
	for _, v := range found {
		delete(s.logs.deliveries, v.domain)
	}
	return nil, nil
}

// deleteRealTimeLogLogstore ends all deliveries to a Logstore.
func deleteRealTimeLogLogstore(s *state, c *call) (object, *fault) {
	before := len(s.logs.deliveries)
	maps.DeleteFunc(s.logs.deliveries, func(_ string, v *delivery) bool { return v.to == c.target() })
	if len(s.logs.deliveries) == before {
		return nil, c.fault(types.LogstoreNotExist)
	}
	return nil, nil
}

func enableRealtimeLogDelivery(s *state, c *call) (object, *fault) {
	found, no := s.deliveriesOf(c)
	if no != nil {
		return nil, no
	}
	for _, v := range found {
		v.resume(c.now)
	}
	return nil, nil
}

func disableRealtimeLogDelivery(s *state, c *call) (object, *fault) {
	found, no := s.deliveriesOf(c)
	if no != nil {
		return nil, no
	}
	for _, v := range found {
		v.pause(c.now)
	}
	return nil, nil
}

func describeDomainRealtimeLogDelivery(s *state, c *call) (object, *fault) {
	v, no := s.delivery(c, c.get("Domain"))
	if no != nil {
		return nil, no
	}
	return object{
		"Project":  v.to.project,
		"Logstore": v.to.name,
		"Region":   v.to.region,
		"Status":   v.status(),
	}, nil
}

// deliveryNames returns the domains with a delivery, in order.
func (s *state) deliveryNames() []string {
	return slices.Sorted(maps.Keys(s.logs.deliveries))
}

// listRealtimeLogDeliveryDomains takes several values of each parameter.
func listRealtimeLogDeliveryDomains(s *state, c *call) (object, *fault) {
	projects, logstores, locations := c.list("Project"), c.list("Logstore"), c.list("Region")
	rows := []object{}
	for _, name := range s.deliveryNames() {
		v := s.logs.deliveries[name]
		if slices.Contains(projects, v.to.project) && slices.Contains(logstores, v.to.name) && slices.Contains(locations, v.to.region) {
			rows = append(rows, object{"DomainName": name, "Status": v.status()})
		}
	}
	if len(rows) == 0 {
		return nil, c.fault(types.LogstoreNotExist)
	}
	return object{"Content": object{"Domains": rows}}, nil
}

func listRealtimeLogDelivery(s *state, _ *call) (object, *fault) {
	rows := []object{}
	for _, name := range s.deliveryNames() {
		v := s.logs.deliveries[name]
		rows = append(rows, object{
			"Domain":   name,
			"DmId":     s.domains[name].id,
			"Project":  v.to.project,
			"Logstore": v.to.name,
			"Region":   v.to.region,
			"Status":   v.status(),
		})
	}
	return object{"Content": object{"RealtimeLogDeliveryInfo": rows}}, nil
}

func listRealtimeLogDeliveryInfos(s *state, _ *call) (object, *fault) {
	targets := make(map[logstore]bool)
	for _, name := range s.deliveryNames() {
		targets[s.logs.deliveries[name].to] = true
	}
	ordered := slices.SortedFunc(maps.Keys(targets), func(a, b logstore) int {
		return cmp.Or(cmp.Compare(a.project, b.project), cmp.Compare(a.name, b.name), cmp.Compare(a.region, b.region))
	})
	rows := make([]object, len(ordered))
	for i, to := range ordered {
		rows[i] = object{"Project": to.project, "Logstore": to.name, "Region": to.region}
	}
	return object{"Content": object{"RealtimeLogDeliveryInfos": rows}}, nil
}

// describeRealtimeDeliveryAcc counts each request as one delivery, from when
// the delivery was created and while it is not paused. None fails.
func describeRealtimeDeliveryAcc(s *state, c *call) (object, *fault) {
	rule := pairRule(day, longestSpan)
	rule.single = true
	w, no := c.window(rule)
	if no != nil {
		return nil, no
	}
	w = w.cut(c.interval(w), c.now)
	project := c.get("Project")
	name := cmp.Or(c.get("Logstore"), c.get("LogStore"))
	delivered := make([]int64, len(w.slots))
	for _, domain := range s.deliveryNames() {
		v := s.logs.deliveries[domain]
		if project != "" && v.to.project != project || name != "" && v.to.name != name {
			continue
		}
		for i, span := range w.slots {
			for _, sums := range s.sums([]string{domain}, v.overlap(span), countOf) {
				delivered[i] += sums[0]
			}
		}
	}
	rows := make([]object, len(w.slots))
	for i, span := range w.slots {
		rows[i] = object{"TimeStamp": stamp(span.from), "SuccessNum": delivered[i], "FailedNum": 0}
	}
	return object{"ReatTimeDeliveryAccData": object{"AccData": rows}}, nil
}
