package types

import (
	"net/url"
	"strconv"
)

// Repeated is a parameter that the API repeats under numbered names, such as
// ResourceId.1, ResourceId.2 and so on.
type Repeated []string

// EncodeValues writes the values under key.1, key.2 and so on.
func (r Repeated) EncodeValues(key string, v *url.Values) error {
	for i, value := range r {
		v.Set(key+"."+strconv.Itoa(i+1), value)
	}
	return nil
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
		prefix := key + "." + strconv.Itoa(i+1)
		v.Set(prefix+".Key", tag.Key)
		if tag.Value != "" {
			v.Set(prefix+".Value", tag.Value)
		}
	}
	return nil
}
