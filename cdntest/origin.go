package cdntest

import (
	"net/netip"
	"regexp"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"

	"github.com/alicdn/alicdn-go/types"
)

// origin is an address that a domain gets its content from.
type origin struct {
	kind     string // ipaddr, domain, oss
	content  string
	port     int
	priority string
	weight   string
}

// originFault says what is wrong with an origin.
type originFault int

const (
	originFine originFault = iota
	originsMalformed
	originTypeMalformed
	originContentMalformed
	originTypeContentMismatch
	originPriorityMalformed
)

// parseOrigins reads the parameter Sources. Port, priority and weight may be
// numbers or strings.
func parseOrigins(text string) ([]origin, originFault) {
	var sent []struct {
		Type     string   `json:"type"`
		Content  string   `json:"content"`
		Port     types.ID `json:"port"`
		Priority types.ID `json:"priority"`
		Weight   types.ID `json:"weight"`
	}
	if err := json.Unmarshal([]byte(text), &sent); err != nil || len(sent) == 0 {
		return nil, originsMalformed
	}
	origins := make([]origin, 0, len(sent))
	for _, one := range sent {
		port, err := strconv.Atoi(orElse(string(one.Port), "80"))
		if err != nil || port < 1 || port > 65535 {
			return nil, originsMalformed
		}
		o := origin{
			kind:     one.Type,
			content:  one.Content,
			port:     port,
			priority: orElse(string(one.Priority), "20"),
			weight:   orElse(string(one.Weight), "10"),
		}
		if wrong := o.check(); wrong != originFine {
			return nil, wrong
		}
		origins = append(origins, o)
	}
	return origins, originFine
}

func (o origin) check() originFault {
	_, err := netip.ParseAddr(o.content)
	isAddress, isName := err == nil, domainName.MatchString(o.content) && !strings.HasPrefix(o.content, ".")
	wantsAddress, known := map[string]bool{"ipaddr": true, "domain": false, "oss": false}[o.kind]
	switch {
	case !known:
		return originTypeMalformed
	case !isAddress && !isName:
		return originContentMalformed
	case wantsAddress != isAddress:
		return originTypeContentMismatch
	}
	for _, number := range []string{o.priority, o.weight} {
		if _, err := strconv.ParseUint(number, 10, 16); err != nil {
			return originPriorityMalformed
		}
	}
	return originFine
}

// model is the origin as answers have it.
func (o origin) model() object {
	return object{
		"Type": o.kind, "Content": o.content, "Port": o.port, "Priority": o.priority, "Weight": o.weight,
	}
}

// domainName matches what can be accelerated: a name of two labels at least, or
// a wildcard domain, which starts with a dot.
var domainName = regexp.MustCompile(`^\.?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$`)

func orElse(value, fallback string) string {
	if value == "" {
		return fallback
	}
	return value
}
