package cdntest

import (
	"net/http"
	"net/netip"
	"strings"

	"github.com/go-json-experiment/json"

	"github.com/alicdn/alicdn-go/types"
)

func describeCdnRegionAndIsp(*state, *call) (object, *fault) {
	networks := make([]object, len(isps))
	for i, n := range isps {
		networks[i] = object{"NameZh": n.zh, "NameEn": n.en}
	}
	locations := make([]object, len(regions))
	for i, r := range regions {
		locations[i] = object{"NameZh": r.zh, "NameEn": r.en}
	}
	return object{"Isps": object{"Isp": networks}, "Regions": object{"Region": locations}}, nil
}

// places reads LocationNames and IspNames; one that is missing stands for all.
// The second result is the name of the parameter with an unknown value.
func (c *call) places() (locations []*region, networks []*isp, unknown string) {
	for _, name := range c.list("LocationNames") {
		r := findRegion(name)
		if r == nil {
			return nil, nil, "LocationNames"
		}
		locations = append(locations, r)
	}
	for _, name := range c.list("IspNames") {
		n := findISP(name)
		if n == nil {
			return nil, nil, "IspNames"
		}
		networks = append(networks, n)
	}
	if len(locations) == 0 {
		locations = pointers(regions)
	}
	if len(networks) == 0 {
		networks = pointers(isps)
	}
	return locations, networks, ""
}

// describeDomainBpsDataByTimeStamp answers with the 5 minutes that TimePoint
// belongs to.
func describeDomainBpsDataByTimeStamp(s *state, c *call) (object, *fault) {
	d, no := s.serving(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	locations, networks, unknown := c.places()
	if unknown != "" {
		return nil, fail(http.StatusBadRequest, types.InvaildParameter, unknown+" Not Supported")
	}
	point, _ := c.time("TimePoint")
	at := minuteOf(point)
	at -= modulo(at, 5)
	span := slot{from: at, to: min(at+5, minuteOf(c.now))}
	parts := crowds(s, []string{d.name}, span, func(sm *sample) place { return *sm.place })
	rows := []object{}
	for _, r := range locations {
		for _, n := range networks {
			bytes := int64(0)
			if part := parts[place{r, n}]; part != nil {
				bytes = part.bytes
			}
			rows = append(rows, object{
				"LocationName": r.title(),
				"IspName":      n.en,
				"Bps":          int64(bps(bytes, 300)), // whole, by the choice of sizeUnit
				"TimeStamp":    stamp(at),
			})
		}
	}
	return object{
		"DomainName":  d.name,
		"TimeStamp":   stamp(at),
		"BpsDataList": object{"BpsDataModel": rows},
	}, nil
}

// describeRangeDataByLocateAndIspService answers with a document of its own,
// carried as a string: by second, by Chinese region name, by Chinese ISP name.
// An ISP without requests is an empty object.
func describeRangeDataByLocateAndIspService(s *state, c *call) (object, *fault) {
	name := c.get("DomainNames")
	if strings.Contains(name, ",") {
		return nil, c.fault(types.InvalidDomainNamesMalformed)
	}
	d, no := s.serving(c, name)
	if no != nil {
		return nil, no
	}
	rule := pairRule(hour, hour)
	rule.mismatch, rule.tooLong = types.InvalidTimeValueNotSupported, types.InvalidTimeValueNotSupported
	w, no := c.window(rule)
	if no != nil {
		return nil, no
	}
	locations, networks, unknown := c.places()
	if unknown != "" {
		return nil, c.fault(types.InvalidParams)
	}
	document := object{"description": "Ok", "retCode": 0}
	for _, span := range slots(w.start, w.end, rangeInterval, c.now) {
		cells := make(map[place]*cell)
		s.tally([]string{d.name}, span, func(_ string, sm *sample, times int64) {
			part := cells[*sm.place]
			if part == nil {
				part = &cell{codes: make(map[string]int64)}
				cells[*sm.place] = part
			}
			part.add(sm, times)
			part.codes[sm.status] += times
		})
		moment := object{}
		for _, r := range locations {
			row := object{}
			for _, n := range networks {
				row[n.zh] = cells[place{r, n}].write()
			}
			moment[r.zh] = row
		}
		document[whole(span.from*60)] = moment
	}
	text, err := json.Marshal(document, json.Deterministic(true))
	if err != nil {
		panic("cdntest: " + err.Error()) // it is made of numbers and strings only
	}
	return object{"JsonResult": string(text)}, nil
}

// rangeInterval is the distance of the points of
// DescribeRangeDataByLocateAndIspService.
const rangeInterval = hour / 12

// cell is what the users of one ISP in one region did.
type cell struct {
	crowd

	codes map[string]int64
}

func (p *cell) write() object {
	if p == nil {
		return object{}
	}
	codes := object{}
	for _, code := range statusCodes {
		codes[code] = p.codes[code]
	}
	return object{
		"bandwidth":  bps(p.bytes, rangeInterval.Seconds()),
		"pv":         p.requests,
		"hit_rate":   ratio(p.bytes-p.missBytes, p.bytes),
		"http_codes": codes,
		"rt":         ratio(p.millis, p.requests),
	}
}

// describeL2VipsByDomain answers with blocks of the addresses that nodes have.
func describeL2VipsByDomain(s *state, c *call) (object, *fault) {
	d, no := s.domain(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	r := s.random("l2", d.name)
	blocks := make([]string, 7)
	for i := range blocks {
		address := nodeAddress(r.IntN(1 << 16))
		blocks[i] = netip.PrefixFrom(address, 25).String()
	}
	return object{"DomainName": d.name, "Vips": object{"Vip": blocks}}, nil
}
