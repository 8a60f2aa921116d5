package cdntest

import (
	"net/netip"
	"strings"

	"github.com/alicdn/alicdn-go/types"
)

var nodesHandlers = map[string]handler{
	"DescribeUserVipsByDomain": describeUserVipsByDomain,
	"DescribeIpInfo":           describeIpInfo,
	"BatchDescribeCdnIpInfo":   batchDescribeCdnIpInfo,
	"DescribeIpStatus":         describeIpStatus,
	"DescribeBlockedRegions":   describeBlockedRegions,
}

// nodeAddresses are all that nodes have, half of the range that is set aside
// for tests. Clients have some of the other half.
var nodeAddresses = netip.MustParsePrefix("198.19.0.0/16")

// node is what is known of an address.
type node struct {
	address netip.Addr
	isNode  bool
	healthy bool
	place   place
}

// node looks an address up. What it says depends on the address alone.
func (s *state) node(address netip.Addr) node {
	r := s.random("node", address.String())
	return node{
		address: address,
		isNode:  nodeAddresses.Contains(address),
		healthy: r.IntN(5) > 0,
		place:   place{&regions[r.IntN(len(regions))], &isps[r.IntN(len(isps))]},
	}
}

// edge returns the nodes that serve a domain. The first is healthy, the second
// is not.
func (s *state) edge(d *domain) []node {
	const most = 8
	r := s.random("l1", d.name)
	var found []node
	for wanted := true; len(found) < most; {
		n := s.node(nodeAddress(r.IntN(1 << 16)))
		if len(found) < 2 && n.healthy != wanted {
			continue
		}
		found, wanted = append(found, n), false
	}
	return found
}

// nodeAddress returns one of the addresses that nodes have.
func nodeAddress(n int) netip.Addr { return testAddress(1<<16 + n) }

// describeUserVipsByDomain answers with all nodes unless healthy ones are asked
// for.
func describeUserVipsByDomain(s *state, c *call) (object, *fault) {
	d, no := s.domain(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	if _, no := s.serving(c, d.name); no != nil {
		return nil, c.fault(types.InvalidDomainNotFound) // which is said of those that are offline, too
	}
	vips := []string{}
	for _, n := range s.edge(d) {
		if n.healthy || !strings.EqualFold(c.get("Available"), "on") {
			vips = append(vips, n.address.String())
		}
	}
	return object{"DomainName": d.name, "Vips": object{"Vip": vips}}, nil
}

func describeIpInfo(s *state, c *call) (object, *fault) {
	address, err := netip.ParseAddr(strings.TrimSpace(c.get("IP")))
	if err != nil {
		return nil, c.fault(types.InvalidIPValueNotSupported)
	}
	n := s.node(address)
	if !n.isNode {
		return object{"CdnIp": "False", "ISP": "", "IspEname": "", "Region": "", "RegionEname": ""}, nil
	}
	return object{
		"CdnIp":       "True",
		"ISP":         n.place.isp.zh,
		"IspEname":    n.place.isp.en,
		"Region":      "中国-" + n.place.region.zh,
		"RegionEname": "China-" + n.place.region.en,
	}, nil
}

// mostAddresses is how many addresses one call takes.
const mostAddresses = 20

// addresses reads a list of addresses, and reports whether they are such.
func addresses(list []string) ([]netip.Addr, bool) {
	all := make([]netip.Addr, len(list))
	for i, text := range list {
		address, err := netip.ParseAddr(text)
		if err != nil {
			return nil, false
		}
		all[i] = address
	}
	return all, true
}

func batchDescribeCdnIpInfo(s *state, c *call) (object, *fault) {
	all, ok := addresses(c.list("IpAddrList"))
	switch {
	case len(c.list("IpAddrList")) > mostAddresses:
		return nil, c.fault(types.InvaildBatchIpLengthTooLong)
	case !ok:
		return nil, c.fault(types.InvaildParameter)
	}
	rows := make([]object, len(all))
	for i, address := range all {
		n := s.node(address)
		rows[i] = object{"IpAddress": address.String(), "CdnIp": "false", "IspName": "", "Country": "", "Province": "", "City": ""}
		if !n.isNode {
			continue
		}
		isp, country, region := n.place.isp.zh, "中国", n.place.region.zh
		if strings.EqualFold(c.get("Language"), "en") {
			isp, country, region = n.place.isp.en, "China", n.place.region.en
		}
		rows[i] = object{"IpAddress": address.String(), "CdnIp": "true", "IspName": isp, "Country": country, "Province": region, "City": region}
	}
	return object{"IpInfoList": rows}, nil
}

func describeIpStatus(s *state, c *call) (object, *fault) {
	all, ok := addresses(splitTrimmed(c.get("Ips"), "_"))
	if !ok || len(all) == 0 || len(all) > mostAddresses {
		return nil, c.fault(types.InvalidArgIpsMalformed)
	}
	rows := make([]object, len(all))
	for i, address := range all {
		n := s.node(address)
		status := "normal"
		switch {
		case !n.isNode:
			status = "nonali"
		case !n.healthy:
			status = "abnormal"
		}
		rows[i] = object{"ip": address.String(), "status": status}
	}
	return object{"IpStatus": rows}, nil
}

// country is one that can be blocked, with its names and its continent in
// Chinese, English and Japanese.
type country struct {
	code            string
	name, continent [3]string
}

var (
	asia    = [3]string{"亚洲", "Asia", "アジア"}
	europe  = [3]string{"欧洲", "Europe", "ヨーロッパ"}
	america = [3]string{"北美洲", "North America", "北アメリカ"}
)

// countries are some of those that the service knows.
var countries = []country{
	{"AF", [3]string{"阿富汗", "Afghanistan", "アフガニスタン"}, asia},
	{"AW", [3]string{"阿鲁巴", "Aruba", "アルバ"}, america},
	{"CN", [3]string{"中国", "China", "中国"}, asia},
	{"DE", [3]string{"德国", "Germany", "ドイツ"}, europe},
	{"FR", [3]string{"法国", "France", "フランス"}, europe},
	{"JP", [3]string{"日本", "Japan", "日本"}, asia},
	{"SG", [3]string{"新加坡", "Singapore", "シンガポール"}, asia},
	{"US", [3]string{"美国", "United States", "アメリカ合衆国"}, america},
}

// languages are the places of languages in names.
var languages = map[string]int{"zh": 0, "en": 1, "jp": 2}

func describeBlockedRegions(_ *state, c *call) (object, *fault) {
	in := languages[strings.ToLower(c.get("Language"))]
	rows := make([]object, len(countries))
	for i, each := range countries {
		rows[i] = object{
			"CountriesAndRegions":     each.code,
			"CountriesAndRegionsName": each.name[in],
			"Continent":               each.continent[in],
		}
	}
	return object{"InfoList": object{"InfoItem": rows}}, nil
}
