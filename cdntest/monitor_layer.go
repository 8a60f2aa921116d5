package cdntest

import (
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"

	"github.com/alicdn/alicdn-go/types"
)

var monitorDetailHandlers = map[string]handler{
	"DescribeDomainBpsDataByLayer":      describeDomainBpsDataByLayer,
	"DescribeDomainQpsDataByLayer":      describeDomainQpsDataByLayer,
	"DescribeDomainHttpCodeDataByLayer": describeDomainHttpCodeDataByLayer,
	"DescribeDomainDetailDataByLayer":   describeDomainDetailDataByLayer,
	"DescribeDomainSrcQpsData":          describeDomainSrcQpsData,

	"DescribeDomainMax95BpsData":       describeDomainMax95BpsData,
	"DescribeDomainMultiUsageData":     describeDomainMultiUsageData,
	"DescribeDomainRealTimeDetailData": describeDomainRealTimeDetailData,
	"DescribeDomainPathData":           describeDomainPathData,
	"DescribeDomainCcActivityLog":      describeDomainCcActivityLog,

	"DescribeDomainSrcTopUrlVisit":   describeDomainSrcTopUrlVisit,
	"DescribeDomainTopClientIpVisit": describeDomainTopClientIpVisit,

	"DescribeEsExecuteData":   describeEsExecuteData,
	"DescribeEsExceptionData": describeEsExceptionData,
}

// layer returns the filter that Layer asks for, nil for all protocols.
func (c *call) layer() filter {
	switch layer := strings.ToLower(c.get("Layer")); layer {
	case "", "all":
		return nil
	case "ipv4":
		return func(sm *sample) bool { return !isIPv6(sm) }
	case "ipv6":
		return isIPv6
	default:
		return func(sm *sample) bool { return sm.protocol() == layer }
	}
}

func describeDomainBpsDataByLayer(s *state, c *call) (object, *fault) {
	q, no := s.query(c)
	if no != nil {
		return nil, no
	}
	seconds := q.window.interval.Seconds()
	rows := s.rows(q, []measure{only(bytesOf, q.within, c.layer())}, func(sums []int64) object {
		return object{"Value": writeBps(sums[0], seconds), "TrafficValue": whole(sums[0])}
	})
	return object{
		"DataInterval":    strconv.Itoa(int(seconds)),
		"BpsDataInterval": object{"DataModule": rows},
	}, nil
}

func describeDomainQpsDataByLayer(s *state, c *call) (object, *fault) {
	q, no := s.query(c)
	if no != nil {
		return nil, no
	}
	seconds := q.window.interval.Seconds()
	counted := only(countOf, q.within, c.layer())
	rows := s.rows(q, []measure{counted, only(counted, isDomestic)}, func(sums []int64) object {
		rate := func(count int64) string { return plain(float64(count) / seconds) }
		return object{
			"Value": rate(sums[0]), "DomesticValue": rate(sums[1]), "OverseasValue": rate(sums[0] - sums[1]),
			"AccValue": whole(sums[0]), "AccDomesticValue": whole(sums[1]), "AccOverseasValue": whole(sums[0] - sums[1]),
		}
	})
	answer := q.answer("QpsDataInterval", "DataModule", rows)
	answer["Layer"] = c.get("Layer")
	return answer, nil
}

// codeMeasures count the answers of each status code, in their order.
func codeMeasures(within ...filter) []measure {
	measures := make([]measure, len(statusCodes))
	for i, code := range statusCodes {
		measures[i] = only(only(countOf, within...), func(sm *sample) bool { return sm.status == code })
	}
	return measures
}

// codeCounts are the counts of codeMeasures by status code, without those that
// did not occur.
func codeCounts(sums []int64) (counts map[string]int64, all int64) {
	counts = make(map[string]int64)
	for i, count := range sums {
		if count > 0 {
			counts[statusCodes[i]] = count
			all += count
		}
	}
	return counts, all
}

// describeDomainHttpCodeDataByLayer carries the counts in a text, as the vendor's
// model has it.
func describeDomainHttpCodeDataByLayer(s *state, c *call) (object, *fault) {
	q, no := s.query(c)
	if no != nil {
		return nil, no
	}
	rows := s.rows(q, codeMeasures(q.within, c.layer()), func(sums []int64) object {
		counts, all := codeCounts(sums)
		return object{"Value": document(counts), "TotalValue": whole(all)}
	})
	return object{
		"DataInterval":         strconv.Itoa(int(q.window.interval.Seconds())),
		"HttpCodeDataInterval": object{"DataModule": rows},
	}, nil
}

// document writes what an answer carries in a text.
func document(value any) string { return string(must(json.Marshal(value, json.Deterministic(true)))) }

// describeDomainDetailDataByLayer has a row a domain and 5 minutes, with the
// figures of Field alone.
func describeDomainDetailDataByLayer(s *state, c *call) (object, *fault) {
	w, no := c.window(pairRule(hour, hour))
	if no != nil {
		return nil, no
	}
	if len(c.list("DomainName")) > 30 {
		return nil, c.fault(types.InvalidDomainNameMalformed)
	}
	q, no := s.aboutKnown(c, w.cut(rangeInterval, c.now), types.InvalidDomainNameMalformed)
	if no != nil {
		return nil, no
	}
	counted, sized := only(countOf, q.within, c.layer()), only(bytesOf, q.within, c.layer())
	measures := append([]measure{counted, sized, only(counted, isIPv6), only(sized, isIPv6)}, codeMeasures(q.within, c.layer())...)
	fields := c.list("Field")
	var rows []object
	for _, name := range q.domains {
		each := q
		each.domains = []string{name}
		rows = append(rows, s.rows(each, measures, func(sums []int64) object {
			o := object{"DomainName": name}
			for _, field := range fields {
				addDetail(o, strings.ToLower(field), sums)
			}
			return o
		})...)
	}
	return object{"Data": object{"DataModule": rows}}, nil
}

// addDetail adds a figure of 5 minutes: requests, bytes, both over IPv6, and
// requests by status code are the sums.
func addDetail(o object, field string, sums []int64) {
	seconds := rangeInterval.Seconds()
	switch field {
	case "acc":
		o["Acc"] = sums[0]
	case "qps":
		o["Qps"] = float64(sums[0]) / seconds
	case "traf":
		o["Traf"] = sums[1]
	case "bps":
		o["Bps"] = bps(sums[1], seconds)
	case "ipv6_acc":
		o["Ipv6Acc"] = sums[2]
	case "ipv6_qps":
		o["Ipv6Qps"] = float64(sums[2]) / seconds
	case "ipv6_traf":
		o["Ipv6Traf"] = sums[3]
	case "ipv6_bps":
		o["Ipv6Bps"] = bps(sums[3], seconds)
	case "http_code":
		var pairs []string
		for i, count := range sums[4:] {
			if count > 0 {
				pairs = append(pairs, statusCodes[i]+":"+whole(count))
			}
		}
		o["HttpCode"] = strings.Join(pairs, "|")
	}
}

// aboutKnown is about, for actions that document a code of their own for a domain
// that is not there.
func (s *state) aboutKnown(c *call, w window, unknown types.ErrorCode) (query, *fault) {
	for _, name := range c.list("DomainName") {
		if _, no := s.domain(c, name); no != nil {
			return query{}, c.fault(unknown)
		}
	}
	return s.about(c, w)
}

// describeDomainSrcQpsData counts what is no hit.
func describeDomainSrcQpsData(s *state, c *call) (object, *fault) {
	if len(c.list("DomainName")) > 500 {
		return nil, c.fault(types.InvalidDomainNameOverlimit)
	}
	q, no := s.query(c)
	if no != nil {
		return nil, no
	}
	seconds := q.window.interval.Seconds()
	rows := s.rows(q, []measure{only(countOf, isMiss)}, func(sums []int64) object {
		return object{"Value": plain(float64(sums[0]) / seconds)}
	})
	return q.answer("SrcQpsDataPerInterval", "DataModule", rows), nil
}
