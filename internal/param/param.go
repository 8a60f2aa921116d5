// Package param checks requests and turns them into parameters, before
// anything is sent.
package param

import (
	"net/url"
	"reflect"
	"strings"

	"github.com/google/go-querystring/query"
)

// Error is a parameter that violates a rule.
type Error struct {
	Param string
	Rule  string
}

func (e *Error) Error() string { return e.Param + " " + e.Rule }

// Errors are all the violations of a request.
type Errors []*Error

func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, violation := range e {
		lines[i] = violation.Error()
	}
	return strings.Join(lines, "; ")
}

// Encode checks the request, a pointer to a struct, and returns its
// parameters, or Errors.
func Encode(req any) (url.Values, error) {
	if violations := check(req); len(violations) > 0 {
		return nil, violations
	}
	return query.Values(req)
}

// check applies the rules of each field, then those of the request as a
// whole.
func check(req any) Errors {
	r := request{reflect.ValueOf(req).Elem()}
	var violations Errors
	for field, value := range r.value.Fields() {
		if violation := r.violated(field, value); violation != nil {
			violations = append(violations, violation)
		}
	}
	rules, ok := special[r.value.Type()]
	if !ok || len(violations) > 0 {
		return violations
	}
	if violation := rules(req); violation != nil {
		violations = append(violations, violation)
	}
	return violations
}

// request is a request under check.
type request struct{ value reflect.Value }

// violated returns the first rule that the field violates.
func (r request) violated(field reflect.StructField, value reflect.Value) *Error {
	name, options, _ := strings.Cut(field.Tag.Get("url"), ",")
	empty := isUnset(value)
	if empty && !strings.Contains(options, "omitempty") {
		return &Error{name, "is required"}
	}
	if !empty {
		if err := checkValue(name, separator(options, field.Tag), value); err != nil {
			return err
		}
	}
	for rule := range strings.SplitSeq(field.Tag.Get("check"), ",") {
		kind, limit, _ := strings.Cut(rule, "=")
		if limit == "" || empty && kind != "pair" {
			continue
		}
		if err := limits[kind](r, name, value, limit); err != nil {
			return err
		}
	}
	return nil
}

// isUnset reports whether a field says nothing: it has its zero value, is an
// empty list, or a time that is zero in whatever zone.
func isUnset(value reflect.Value) bool {
	if zeroable, ok := reflect.TypeAssert[interface{ IsZero() bool }](value); ok {
		return zeroable.IsZero()
	}
	return value.IsZero() || value.Kind() == reflect.Slice && value.Len() == 0
}

// separator returns what joins the elements of a list, "" if nothing does.
func separator(options string, tag reflect.StructTag) string {
	if strings.Contains(options, "comma") {
		return ","
	}
	return tag.Get("del")
}
