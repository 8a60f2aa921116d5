package cdntest

import (
	"encoding/base64"
	"maps"
	"net/http"
	"slices"
	"strconv"

	"github.com/alicdn/alicdn-go/types"
)

var tagHandlers = map[string]handler{
	"TagResources":         tagResources,
	"UntagResources":       untagResources,
	"DescribeTagResources": describeTagResources,
	"ListTagResources":     listTagResources,
	"DescribeUserTags":     describeUserTags,
}

// tag is one tag of a domain. A domain has one value for a key.
type tag struct{ key, value string }

// tags reads the parameters Tag.N.Key and Tag.N.Value.
func (c *call) tags() ([]tag, *fault) {
	var tags []tag
	for i := 1; ; i++ {
		prefix := "Tag." + strconv.Itoa(i)
		key, hasKey := c.params[prefix+".Key"]
		value, hasValue := c.params[prefix+".Value"]
		switch {
		case hasKey && key != "":
			tags = append(tags, tag{key, value})
		case hasKey || hasValue:
			return nil, missingTagKey(c)
		default:
			return tags, nil
		}
	}
}

func missingTagKey(c *call) *fault {
	if documents(c.action, types.TagKeyIsInvalid) {
		return c.fault(types.TagKeyIsInvalid)
	}
	return missingParameter(c.action, "TagKey")
}

// setTags adds tags to those of the domain; of one key the last value counts.
func (d *domain) setTags(tags []tag) {
	for _, t := range tags {
		d.removeTags(func(key string) bool { return key == t.key })
		d.tags = append(d.tags, t)
	}
}

func (d *domain) removeTags(which func(key string) bool) {
	d.tags = slices.DeleteFunc(d.tags, func(t tag) bool { return which(t.key) })
}

// hasTags reports whether the domain has all these tags; one without a value
// stands for its key with any value.
func (d *domain) hasTags(wanted []tag) bool {
	for _, w := range wanted {
		if !slices.ContainsFunc(d.tags, func(t tag) bool {
			return t.key == w.key && (w.value == "" || t.value == w.value)
		}) {
			return false
		}
	}
	return true
}

// resources returns the domains that the parameters ResourceId.N name.
func (s *state) resources(c *call) ([]*domain, *fault) {
	var domains []*domain
	for _, name := range c.repeated("ResourceId") {
		d, no := s.domain(c, name)
		if no != nil {
			return nil, no
		}
		domains = append(domains, d)
	}
	return domains, nil
}

// maxTags is how many tags a domain may have.
const maxTags = 20

func tagResources(s *state, c *call) (object, *fault) {
	domains, no := s.resources(c)
	if no != nil {
		return nil, no
	}
	tags, no := c.tags()
	if no != nil {
		return nil, no
	}
	for _, d := range domains {
		keys := make(map[string]bool)
		for _, t := range slices.Concat(d.tags, tags) {
			keys[t.key] = true
		}
		if len(keys) > maxTags {
			return nil, fail(http.StatusBadRequest, types.InvalidParameter, "A resource may have at most 20 tags.")
		}
	}
	for _, d := range domains {
		d.setTags(tags)
	}
	return nil, nil
}

func untagResources(s *state, c *call) (object, *fault) {
	domains, no := s.resources(c)
	if no != nil {
		return nil, no
	}
	keys, all := c.repeated("TagKey"), c.get("All") == "true"
	if len(keys) == 0 && !all {
		return nil, missingParameter(c.action, "TagKey")
	}
	for _, d := range domains {
		d.removeTags(func(key string) bool { return slices.Contains(keys, key) || all && len(keys) == 0 })
	}
	return nil, nil
}

func describeTagResources(s *state, c *call) (object, *fault) {
	domains, no := s.resources(c)
	if no != nil {
		return nil, no
	}
	wanted, no := c.tags()
	if no != nil {
		return nil, no
	}
	resources := []object{}
	for _, d := range domains {
		if !d.hasTags(wanted) {
			continue
		}
		tags := []object{}
		for _, t := range d.tags {
			tags = append(tags, object{"Key": t.key, "Value": t.value})
		}
		resources = append(resources, object{"ResourceId": d.name, "Tag": tags})
	}
	return object{"TagResources": resources}, nil
}

// tagPage is how many tags a page of ListTagResources has.
const tagPage = 50

// listTagResources lists all tags of the domains that are named, that have the
// tags asked for, or both, in the order of domains and keys. The token of a page
// is the row before it, so that it is good whatever changes meanwhile.
func listTagResources(s *state, c *call) (object, *fault) {
	domains, no := s.resources(c)
	if no != nil {
		return nil, no
	}
	wanted, no := c.tags()
	if no != nil {
		return nil, no
	}
	if len(domains) == 0 {
		if len(wanted) == 0 {
			return nil, c.fault(types.MissParameterTagOrResourceId)
		}
		domains = slices.Collect(maps.Values(s.domains))
	}
	before, err := base64.StdEncoding.DecodeString(c.get("NextToken"))
	if err != nil {
		return nil, malformedParameter(c.action, "NextToken")
	}
	rows := make(map[string]object)
	for _, d := range domains {
		if !d.hasTags(wanted) {
			continue
		}
		for _, t := range d.tags {
			if place := d.name + " " + t.key; place > string(before) {
				rows[place] = object{"ResourceId": d.name, "ResourceType": "DOMAIN", "TagKey": t.key, "TagValue": t.value}
			}
		}
	}
	places := slices.Sorted(maps.Keys(rows))
	page := places[:min(len(places), tagPage)]
	next := ""
	if len(page) < len(places) {
		next = base64.StdEncoding.EncodeToString([]byte(page[len(page)-1]))
	}
	list := []object{}
	for _, place := range page {
		list = append(list, rows[place])
	}
	return object{"TagResources": object{"TagResource": list}, "NextToken": next}, nil
}

func describeUserTags(s *state, _ *call) (object, *fault) {
	values := make(map[string]map[string]bool)
	for _, d := range s.domains {
		for _, t := range d.tags {
			if values[t.key] == nil {
				values[t.key] = make(map[string]bool)
			}
			values[t.key][t.value] = true
		}
	}
	tags := []object{}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		tags = append(tags, object{"Key": key, "Value": slices.Sorted(maps.Keys(values[key]))})
	}
	return object{"Tags": tags}, nil
}
