package cdntest

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/go-json-experiment/json"

	"github.com/alicdn/alicdn-go/types"
)

var securityHandlers = map[string]handler{
	"SetCdnFullDomainsBlockIP":             setCdnFullDomainsBlockIP,
	"DescribeCdnFullDomainsBlockIPConfig":  describeCdnFullDomainsBlockIPConfig,
	"DescribeCdnFullDomainsBlockIPHistory": describeCdnFullDomainsBlockIPHistory,
	"DescribeCdnConditionIPBInfo":          describeCdnConditionIPBInfo,
	"DescribeCdnWafDomain":                 describeCdnWafDomain,
	"SetWaitingRoomConfig":                 setWaitingRoomConfig,
}

// describeCdnConditionIPBInfo answers with a list that is encoded twice, as the
// documents show it.
func describeCdnConditionIPBInfo(_ *state, c *call) (object, *fault) {
	kind, language, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(c.get("DataId")), "condition_"), "_config_")
	names := []object{}
	add := func(zh, en, value string) {
		text := en
		if language == "cn" {
			text = zh
		}
		names = append(names, object{"text": text, "value": value})
	}
	switch kind {
	case "region":
		for _, r := range regions {
			add(r.zh, r.en, r.en)
		}
	case "isp":
		for _, n := range isps {
			add(n.zh, n.en, n.en)
		}
	default:
		for _, each := range countries {
			add(each.name[0], each.name[1], each.code)
		}
	}
	list := must(json.Marshal(names, json.Deterministic(true)))
	return object{"Datas": []object{{"Value": string(must(json.Marshal(string(list))))}}}, nil
}

// wafScopes are the scopes of the domains whose firewall runs in a region.
var wafScopes = map[string]string{"cn-hangzhou": "overseas", "ap-southeast-1": "domestic"}

// describeCdnWafDomain answers with every domain that serves: each has the
// firewall where its scope lets it run. Which parts are on depends on the name
// of the domain alone.
func describeCdnWafDomain(s *state, c *call) (object, *fault) {
	part := strings.ToLower(c.get("DomainName"))
	rows := []object{}
	for _, d := range s.sorted() {
		if !d.serves || d.scope == wafScopes[strings.ToLower(c.get("RegionId"))] || !strings.Contains(d.name, part) {
			continue
		}
		r := s.random("waf", d.name)
		state := func() string { return [...]string{"0", "1"}[r.IntN(2)] }
		rows = append(rows, object{"Domain": d.name, "Status": "1", "WafStatus": "1", "CcStatus": state(), "AclStatus": state()})
	}
	if len(rows) == 0 && part != "" {
		return nil, c.fault(types.DomainNotExist)
	}
	return object{"TotalCount": len(rows), "OutPutDomains": rows}, nil
}

// setWaitingRoomConfig takes any domain that serves. Nothing shows the waiting
// room: no action returns it.
func setWaitingRoomConfig(s *state, c *call) (object, *fault) {
	if _, no := s.serving(c, c.get("DomainName")); no != nil {
		return nil, no
	}
	if _, err := regexp.Compile(c.get("WaitUri")); err != nil {
		return nil, malformedParameter(c.action, "WaitUri")
	}
	page, err := url.Parse(c.get("WaitUrl"))
	if err != nil || page.Host == "" || page.Scheme != "http" && page.Scheme != "https" {
		return nil, malformedParameter(c.action, "WaitUrl")
	}
	return nil, nil
}

// saysNo refuses a call of the block list, whose failures are a code in an
// answer like any other. Which codes there are is not documented.
func saysNo(message string) *fault { return fail(http.StatusOK, "1", message) }
