package config

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/alicdn/alicdn-go/internal/param"
	"github.com/alicdn/alicdn-go/types"
)

// Encode turns configurations into functions of a request. All that violates
// the rules of their arguments is returned as [param.Errors].
func Encode(configs types.Configs) (types.Functions, error) {
	var (
		functions  = make(types.Functions, len(configs))
		violations param.Errors
	)
	for i, config := range configs {
		var wrong param.Errors
		functions[i], _, wrong = encode(config)
		violations = append(violations, wrong...)
	}
	if len(violations) > 0 {
		return nil, violations
	}
	return functions, nil
}

// encode returns what is known of the function as well.
func encode(config types.Config) (types.Function, *spec, param.Errors) {
	value := reflect.ValueOf(config)
	if value.Kind() == reflect.Pointer && !value.IsNil() {
		value = value.Elem()
	}
	if !value.IsValid() || value.Kind() == reflect.Pointer {
		return types.Function{}, nil, param.Errors{{Param: "Functions", Rule: "has a nil configuration"}}
	}
	if f, ok := reflect.TypeAssert[types.Function](value); ok {
		if f.FunctionName == "" {
			return f, known(""), param.Errors{{Param: "Functions", Rule: "has a function without a name"}}
		}
		return f, known(f.FunctionName), nil
	}
	s := specOf(value.Type())
	if s.function == "" {
		return types.Function{}, s, param.Errors{{Param: "Functions", Rule: fmt.Sprintf("has a %v, which names no function in its tags", value.Type())}}
	}
	f, violations := s.encode(value)
	return f, s, violations
}

// encode writes the fields of a struct, and then the arguments without one.
func (s *spec) encode(value reflect.Value) (types.Function, param.Errors) {
	record := recordOf(value)
	f := types.Function{FunctionName: s.function, ConfigId: record.ConfigId, ParentId: record.ParentId}
	var violations param.Errors
	for _, a := range s.args {
		if a.form == unfit {
			violations = append(violations, s.violation(a.name, "has a field of a type that holds no argument"))
			continue
		}
		field := value.Field(a.field)
		value, set := a.text(field)
		switch read, unchanged := a.unchanged(field, record.Read); {
		case unchanged:
			value = read
		case set:
			violations = append(violations, s.violations(a, field)...)
		case a.is("required") && !has(record.Args, a.name):
			violations = append(violations, s.violation(a.name, "is required"))
		}
		if set {
			f.FunctionArgs = append(f.FunctionArgs, types.FunctionArg{ArgName: a.name, ArgValue: value})
		}
	}
	for _, extra := range record.Args {
		if !has(f.FunctionArgs, extra.ArgName) {
			f.FunctionArgs = append(f.FunctionArgs, extra)
		}
	}
	if len(f.FunctionArgs) == 0 && len(violations) == 0 && record.Status == "" {
		violations = append(violations, &param.Error{Param: string(s.function), Rule: "has no argument"})
	}
	return f, violations
}

func recordOf(value reflect.Value) types.ConfigRecord {
	record, _ := reflect.TypeAssert[types.ConfigRecord](value.FieldByName("ConfigRecord"))
	return record
}

// unchanged returns the value that a field was read from, if it still holds
// what was read.
func (a *arg) unchanged(field reflect.Value, read []types.FunctionArg) (value string, ok bool) {
	i := slices.IndexFunc(read, func(read types.FunctionArg) bool { return read.ArgName == a.name })
	if i < 0 {
		return "", false
	}
	before := reflect.New(field.Type()).Elem()
	return read[i].ArgValue, a.read(before, read[i].ArgValue) && reflect.DeepEqual(before.Interface(), field.Interface())
}

// violations applies the rules of an argument to a field that is set.
func (s *spec) violations(a *arg, field reflect.Value) param.Errors {
	if a.form == list {
		return s.listViolations(a, elements(field))
	}
	value, _ := a.text(field)
	if rule := a.violated(value); rule != "" {
		return param.Errors{s.violation(a.name, rule)}
	}
	return nil
}

// listViolations: the elements are there, and do not contain what separates
// them.
func (s *spec) listViolations(a *arg, parts []string) param.Errors {
	var all param.Errors
	for i, part := range parts {
		name := a.name + "." + strconv.Itoa(i+1)
		switch {
		case strings.TrimSpace(part) == "":
			all = append(all, s.violation(name, "is empty"))
		case strings.Contains(part, a.separator):
			all = append(all, s.violation(name, fmt.Sprintf("contains %q, which separates the elements", a.separator)))
		}
	}
	return all
}

// violated returns the rule that a value violates.
func (a *arg) violated(value string) string {
	n, err := strconv.ParseInt(value, 10, 64)
	least, bounded := a.bound("min")
	if bounded && (err != nil || n < least) {
		return fmt.Sprintf("is %s; at least %d allowed", value, least)
	}
	most, bounded := a.bound("max")
	if bounded && (err != nil || n > most) {
		return fmt.Sprintf("is %s; at most %d allowed", value, most)
	}
	if known := a.enum(); known != nil && !slices.Contains(known, value) {
		return fmt.Sprintf("is %q; %s allowed", value, strings.Join(known, ", "))
	}
	if prefix := a.options["prefix"]; !strings.HasPrefix(value, prefix) {
		return "does not begin with " + prefix
	}
	return ""
}

func (s *spec) violation(name, rule string) *param.Error {
	return &param.Error{Param: string(s.function) + "." + name, Rule: rule}
}

func has(args []types.FunctionArg, name string) bool {
	return slices.ContainsFunc(args, func(a types.FunctionArg) bool { return a.ArgName == name })
}
