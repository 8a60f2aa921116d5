// Package config turns typed configuration functions into those of a request
// and back, compares them with what a domain has, and carries out what is
// needed.
package config

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/alicdn/alicdn-go/types"
)

// spec is what the tags of a struct say of its function.
type spec struct {
	function types.FunctionName
	args     []*arg
}

// arg is what the tag of a field says of its argument:
//
//	name      the argument's name, first
//	required  the argument must be there
//	csv       the value is a list separated by commas, as lists are
//	spaces    the value is a list separated by spaces
//	set       the order of the list means nothing
//	key       the argument tells the records of a function apart
//	enum=a|b  the only values
//	min=, max=, prefix=, default=
type arg struct {
	name      string
	field     int
	form      form
	separator string // of a list
	options   map[string]string
}

// form is what kind of value a field holds.
type form int

const (
	unfit  form = iota // none of these
	text               // a string or a value of an enumeration
	number             // an int or a pointer to one
	list               // strings
	object             // JSON, which no field holds
)

func formOf(field reflect.StructField) form {
	kind := field.Type.Kind()
	if kind == reflect.Pointer {
		kind = field.Type.Elem().Kind()
	}
	switch {
	case !field.IsExported():
		return unfit
	case reflect.Int <= kind && kind <= reflect.Int64:
		return number
	case field.Type.Kind() == reflect.String:
		return text
	case kind == reflect.Slice && field.Type.Elem().Kind() == reflect.String:
		return list
	default:
		return unfit
	}
}

func (a *arg) is(option string) bool {
	_, ok := a.options[option]
	return ok
}

// enum returns the only values of the argument, nil if there are others.
func (a *arg) enum() []string {
	if !a.is("enum") {
		return nil
	}
	return strings.Split(a.options["enum"], "|")
}

// bound returns the option as a number.
func (a *arg) bound(option string) (int64, bool) {
	n, err := strconv.ParseInt(a.options[option], 10, 64)
	return n, err == nil
}

// specOf reads the tags of a struct.
func specOf(t reflect.Type) *spec {
	s := &spec{function: functionOf(t)}
	if s.function == "" {
		return s
	}
	for field := range t.Fields() {
		tag, ok := field.Tag.Lookup("arg")
		if !ok {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		a := &arg{name: name, field: field.Index[0], options: make(map[string]string)}
		for option := range strings.SplitSeq(options, ",") {
			key, value, _ := strings.Cut(option, "=")
			a.options[key] = value
		}
		a.form, a.separator = formOf(field), ","
		if a.is("spaces") {
			a.separator = " "
		}
		s.args = append(s.args, a)
	}
	return s
}

// functionOf returns the name of the function that a struct stands for, "" if
// its tags name none.
func functionOf(t reflect.Type) types.FunctionName {
	if t.Kind() != reflect.Struct {
		return ""
	}
	record, ok := t.FieldByName("ConfigRecord")
	if !ok || record.Type != reflect.TypeFor[types.ConfigRecord]() {
		return ""
	}
	return types.FunctionName(record.Tag.Get("function"))
}

// find returns what is known of an argument; the zero arg, which has a value
// of any text, if nothing is.
func (s *spec) find(name string) *arg {
	for _, a := range s.args {
		if a.name == name {
			return a
		}
	}
	return &arg{name: name, field: -1, form: text}
}

// keys are the arguments that tell the records of the function apart; none if
// it has one record only.
func (s *spec) keys() []*arg {
	var keys []*arg
	for _, a := range s.args {
		if a.is("key") {
			keys = append(keys, a)
		}
	}
	return keys
}

// added are the arguments that the service adds to a function by itself.
var added = map[string]bool{
	"aliyun_id":                    true,
	"cert":                         true,
	"cert_name":                    true,
	"cert_type":                    true,
	"consistent_hash":              true,
	"dkey":                         true,
	"dsl":                          true,
	"https":                        true,
	"oss_pri_buckets":              true,
	"pkey":                         true,
	"private_oss_ram_unauthorized": true,
	"private_oss_tbl":              true,
	"scheme_origin_port":           true,
	"session_timeout":              true,
}
