package types

import (
	"net/url"
	"slices"
)

// Repeated is a parameter that the API repeats under numbered names, such as
// ResourceId.1, ResourceId.2 and so on.
type Repeated []string

// EncodeValues writes the values under key.1, key.2 and so on.
func (r Repeated) EncodeValues(key string, v *url.Values) error {
	for i, value := range r {
		v.Set(at(key, i), value)
	}
	return nil
}

// Violation names what is wrong with the values: the parameter, and the rule that it
// violates; "" and "" if nothing is.
func (r Repeated) Violation(name string) (param, rule string) {
	if i := slices.Index(r, ""); i >= 0 {
		return at(name, i), "is empty"
	}
	return "", ""
}

// Tag is a tag of a resource.
type Tag struct {
	// Key names the tag. Required in a request.
	Key string `json:"Key"`

	// Value is the value of the tag. In a request an empty one is left out.
	Value string `json:"Value"`
}

// Tags are the tags of a request, written as Tag.1.Key, Tag.1.Value and so
// on.
type Tags []Tag

// EncodeValues writes the tags under key.1.Key, key.1.Value and so on.
func (t Tags) EncodeValues(key string, v *url.Values) error {
	for i, tag := range t {
		prefix := at(key, i)
		v.Set(prefix+".Key", tag.Key)
		if tag.Value != "" {
			v.Set(prefix+".Value", tag.Value)
		}
	}
	return nil
}

// Violation names what is wrong with the tags: the parameter, and the rule that it
// violates; "" and "" if nothing is.
func (t Tags) Violation(name string) (param, rule string) {
	if i := slices.IndexFunc(t, func(tag Tag) bool { return tag.Key == "" }); i >= 0 {
		return at(name, i) + ".Key", "is required"
	}
	return "", ""
}
