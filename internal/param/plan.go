package param

import (
	"reflect"
	"strings"
	"sync"
)

// plan is what the tags of a request type say, read once.
type plan struct {
	fields []field
}

// field is a field of a request type.
type field struct {
	index     int
	name      string
	required  bool
	separator string // of a list, "" if nothing joins its elements
	asNumber  bool   // a bool is written as 1 or 0
	form      form
	rules     []rule
}

// plans are the plans that have been made, by type.
var plans sync.Map

func planOf(t reflect.Type) *plan {
	if known, ok := plans.Load(t); ok {
		return known.(*plan) //nolint:forcetypeassert // nothing else is stored
	}
	known, _ := plans.LoadOrStore(t, newPlan(t))
	return known.(*plan) //nolint:forcetypeassert // nothing else is stored
}

// newPlan reads the tags. A tag that cannot be read is a mistake of this
// module, which its tests find: it panics.
func newPlan(t reflect.Type) *plan {
	p := &plan{fields: make([]field, t.NumField())}
	for i := range p.fields {
		p.fields[i] = newField(t, t.Field(i))
	}
	return p
}

func newField(t reflect.Type, f reflect.StructField) field {
	name, options, _ := strings.Cut(f.Tag.Get("url"), ",")
	made := field{
		index:     f.Index[0],
		name:      name,
		required:  !strings.Contains(options, "omitempty"),
		separator: f.Tag.Get("del"),
		asNumber:  strings.Contains(options, "int"),
		form:      formOf(f.Type),
	}
	if strings.Contains(options, "comma") {
		made.separator = ","
	}
	if domainParams[name] {
		made.rules = append(made.rules, noStar(name))
	}
	for check := range strings.SplitSeq(f.Tag.Get("check"), ",") {
		if kind, limit, _ := strings.Cut(check, "="); limit != "" {
			made.rules = append(made.rules, limits[kind](t, name, limit))
		}
	}
	return made
}
