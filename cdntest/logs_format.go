package cdntest

import (
	"maps"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/alicdn/alicdn-go/types"
)

// logFormat is a custom format of access logs.
type logFormat struct {
	id, tag        string
	remark, sample string // the format itself, and a line in it
}

// ownFormats are the formats of the account. There is no action to add others.
func ownFormats() []*logFormat {
	return []*logFormat{
		{
			id:     "c3bb2c78-2915-4d5a-b6a1-557789255555",
			tag:    "short",
			remark: "$time_iso8601_$remote_addr_$request_method_$status",
			sample: "2015-06-09T01:58:09+08:00 198.18.0.15 GET 200",
		},
		{
			id:     "25473b84-d598-498e-b148-f23d0a255555",
			tag:    "with protocol",
			remark: "$time_iso8601_$request_method_$server_protocol_$request_uri_$status_$request_time",
			sample: "2015-06-09T01:58:09+08:00 GET HTTP/1.1 /index.html 200 1542",
		},
	}
}

// format returns the account's format with that ID, nil if there is none.
func (l *logsState) format(id string) *logFormat {
	for _, f := range l.formats {
		if f.id == id {
			return f
		}
	}
	return nil
}

// formatID is the form of a format's ID.
var formatID = regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)

func describeCustomLogConfig(s *state, c *call) (object, *fault) {
	id := c.get("ConfigId")
	if !formatID.MatchString(id) {
		return nil, c.fault(types.InvalidConfigId)
	}
	f := s.logs.format(id)
	if f == nil {
		return nil, c.fault(types.ConfigNotFound)
	}
	return object{"Tag": f.tag, "Remark": f.remark, "Sample": f.sample}, nil
}

func describeDomainCustomLogConfig(s *state, c *call) (object, *fault) {
	d, no := s.domain(c, c.get("DomainName"))
	if no != nil {
		return nil, c.fault(types.ConfigNotFound)
	}
	f := s.logs.assigned[d.name]
	if f == nil {
		return nil, c.fault(types.ConfigNotFound)
	}
	return object{"ConfigId": f.id, "Tag": f.tag, "Remark": f.remark, "Sample": f.sample}, nil
}

func listDomainsByLogConfigId(s *state, c *call) (object, *fault) {
	id := c.get("ConfigId")
	if !formatID.MatchString(id) {
		return nil, c.fault(types.InvalidConfigId)
	}
	var names []string
	for _, name := range slices.Sorted(maps.Keys(s.logs.assigned)) {
		if s.logs.assigned[name].id == id {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil, c.fault(types.DomainsNotFound)
	}
	return object{"Domains": object{"Domain": names}}, nil
}

func listUserCustomLogConfig(s *state, _ *call) (object, *fault) {
	ids := make([]string, len(s.logs.formats))
	for i, f := range s.logs.formats {
		ids[i] = f.id
	}
	return object{"ConfigIds": object{"ConfigId": ids}}, nil
}

func modifyDomainCustomLogConfig(s *state, c *call) (object, *fault) {
	d, no := s.domain(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	f := s.logs.format(c.get("ConfigId"))
	if f == nil {
		return nil, c.fault(types.InvalidConfigId)
	}
	s.logs.assigned[d.name] = f
	return nil, nil
}

// longestTag is how many characters a tag has at most.
const longestTag = 256

func modifyUserCustomLogConfig(s *state, c *call) (object, *fault) {
	f := s.logs.format(c.get("ConfigId"))
	if f == nil {
		return nil, c.fault(types.InvalidConfigId)
	}
	tag := c.get("Tag")
	if utf8.RuneCountInString(tag) > longestTag {
		return nil, c.fault(types.InvalidTag)
	}
	f.tag = tag
	return nil, nil
}
