package config

import (
	"bytes"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// text returns the value of a field as the service reads it; ok is false for
// a field that is not set.
func (a *arg) text(field reflect.Value) (value string, ok bool) {
	if field.IsZero() {
		return "", false
	}
	if field.Kind() == reflect.Pointer {
		field = field.Elem()
	}
	switch a.form {
	case number:
		return strconv.FormatInt(field.Int(), 10), true
	case list:
		return strings.Join(elements(field), a.separator), field.Len() > 0
	default:
		return field.String(), true
	}
}

// elements returns a list.
func elements(field reflect.Value) []string {
	parts := make([]string, field.Len())
	for i := range parts {
		parts[i] = field.Index(i).String()
	}
	return parts
}

// read puts a value of the service into a field. It reports whether the field
// holds it: a number that is none, or a value that makes the field look as if
// it were not set, would be lost.
func (a *arg) read(field reflect.Value, value string) bool {
	switch a.form {
	case text:
		field.SetString(a.canonical(value))
	case number:
		readNumber(field, value)
	case list:
		a.readList(field, value)
	case unfit, object:
		return false
	}
	return !field.IsZero()
}

func readNumber(field reflect.Value, value string) {
	into := field
	if field.Kind() == reflect.Pointer {
		into = reflect.New(field.Type().Elem()).Elem()
	}
	n, err := strconv.ParseInt(strings.TrimSpace(value), 10, 64)
	if err != nil || into.OverflowInt(n) {
		return
	}
	if into.SetInt(n); field.Kind() == reflect.Pointer {
		field.Set(into.Addr())
	}
}

func (a *arg) readList(field reflect.Value, value string) {
	parts := a.split(value)
	if len(parts) == 0 {
		return
	}
	field.Set(reflect.MakeSlice(field.Type(), len(parts), len(parts)))
	for i, part := range parts {
		field.Index(i).SetString(part)
	}
}

// split takes a list apart. Blanks around its elements and empty ones mean
// nothing.
func (a *arg) split(value string) []string {
	var parts []string
	for part := range strings.SplitSeq(value, a.separator) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// canonical returns the value as the enumeration of the argument spells it, if
// it is in there.
func (a *arg) canonical(value string) string {
	for _, known := range a.enum() {
		if strings.EqualFold(known, strings.TrimSpace(value)) {
			return known
		}
	}
	return value
}

// equal reports whether two values mean the same: lists element by element,
// those whose order means nothing in any order; values of an enumeration in
// any case; whole numbers as numbers; JSON however written; all others as they
// are.
func (a *arg) equal(this, that string) bool {
	switch {
	case this == that:
		return true
	case a.form == list && a.is("set"):
		return slices.Equal(sorted(a.split(this)), sorted(a.split(that)))
	case a.form == list:
		return slices.Equal(a.split(this), a.split(that))
	case a.form == object:
		return sameJSON(this, that)
	case a.form == number:
		m, err := strconv.ParseInt(strings.TrimSpace(this), 10, 64)
		n, err2 := strconv.ParseInt(strings.TrimSpace(that), 10, 64)
		return err == nil && err2 == nil && m == n
	default:
		return a.canonical(this) == a.canonical(that)
	}
}

// sameJSON reports whether two texts are the same value, however written.
func sameJSON(this, that string) bool {
	a, b := jsontext.Value(this), jsontext.Value(that)
	return a.Canonicalize() == nil && b.Canonicalize() == nil && bytes.Equal(a, b)
}

func sorted(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
