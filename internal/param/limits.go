package param

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/alicdn/alicdn-go/types"
)

// limits are the rules that a check tag may name. They see fields that are
// set, but for pair.
var limits = map[string]func(r request, name string, value reflect.Value, limit string) *Error{
	"min":    atLeast,
	"max":    atMost,
	"len":    charactersAtMost,
	"prefix": beginsWith,
	"with":   needs,
	"pair":   paired,
	"after":  laterThan,
	"span":   spansAtMost,
}

func atLeast(_ request, name string, value reflect.Value, limit string) *Error {
	if n, unit := size(value); n < number(limit) {
		return &Error{name, fmt.Sprintf("is %d%s; at least %s allowed", n, unit, limit)}
	}
	return nil
}

func atMost(_ request, name string, value reflect.Value, limit string) *Error {
	if n, unit := size(value); n > number(limit) {
		return &Error{name, fmt.Sprintf("is %d%s; at most %s allowed", n, unit, limit)}
	}
	return nil
}

// size returns a number, or how many elements a list has.
func size(value reflect.Value) (n int64, unit string) {
	if value.CanInt() {
		return value.Int(), ""
	}
	return int64(value.Len()), " elements"
}

func charactersAtMost(_ request, name string, value reflect.Value, limit string) *Error {
	for place, text := range texts(name, value) {
		if n := utf8.RuneCountInString(text); int64(n) > number(limit) {
			return &Error{place, fmt.Sprintf("has %d characters; at most %s allowed", n, limit)}
		}
	}
	return nil
}

func beginsWith(_ request, name string, value reflect.Value, limit string) *Error {
	for place, text := range texts(name, value) {
		if !strings.HasPrefix(text, limit) {
			return &Error{place, "does not begin with " + limit}
		}
	}
	return nil
}

func needs(r request, name string, _ reflect.Value, other string) *Error {
	if isUnset(r.field(other)) {
		return &Error{other, "is required with " + name}
	}
	return nil
}

// paired is the one rule that sees a field that is not set, too.
func paired(r request, name string, value reflect.Value, other string) *Error {
	firstUnset := isUnset(r.field(other))
	if firstUnset == isUnset(value) {
		return nil
	}
	missing := name
	if firstUnset {
		missing = other
	}
	return &Error{missing, "is missing: give both " + other + " and " + name + ", or neither"}
}

func laterThan(r request, name string, value reflect.Value, other string) *Error {
	start, end := r.time(other), timeOf(value)
	if !start.IsZero() && !end.After(start) {
		return &Error{name, "is not later than " + other}
	}
	return nil
}

// spansAtMost limits how much later the field is than StartTime.
func spansAtMost(r request, name string, value reflect.Value, limit string) *Error {
	start := r.time("StartTime")
	if !start.IsZero() && timeOf(value).Sub(start) > duration(limit) {
		return &Error{name, "is more than " + limit + " later than StartTime"}
	}
	return nil
}

func (r request) field(name string) reflect.Value { return r.value.FieldByName(name) }

func (r request) time(name string) time.Time { return timeOf(r.field(name)) }

func timeOf(value reflect.Value) time.Time { return value.Interface().(types.Time).Time } //nolint:forcetypeassert // a tag on another type fails the tests

// texts yields a text, or those of a list, each with the name of its place.
func texts(name string, value reflect.Value) func(yield func(string, string) bool) {
	return func(yield func(string, string) bool) {
		if value.Kind() == reflect.String {
			yield(name, value.String())
			return
		}
		for i := range value.Len() {
			if !yield(name+"."+strconv.Itoa(i+1), value.Index(i).String()) {
				return
			}
		}
	}
}

// number reads the bound of a tag; a bad one fails the tests of this package.
func number(limit string) int64 {
	n, err := strconv.ParseInt(limit, 10, 64)
	if err != nil {
		panic("check tag: " + err.Error())
	}
	return n
}

// duration reads 31d as well as what time.ParseDuration does.
func duration(limit string) time.Duration {
	if days, ok := strings.CutSuffix(limit, "d"); ok {
		return time.Duration(number(days)) * 24 * time.Hour
	}
	d, err := time.ParseDuration(limit)
	if err != nil {
		panic("check tag: " + err.Error())
	}
	return d
}
