// Package param checks requests and turns them into parameters, before
// anything is sent.
package param

import (
	"reflect"
	"strings"
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
// parameters, or Errors. The tags of the fields are those of
// github.com/google/go-querystring, and what is written is what its Values
// returns.
func Encode(req any) (Params, error) {
	value := reflect.ValueOf(req).Elem()
	plan := planOf(value.Type())
	if violations := plan.check(value); len(violations) > 0 {
		return nil, violations
	}
	return plan.write(value)
}

// check applies the rules of each field, then those of the request as a
// whole.
func (p *plan) check(req reflect.Value) Errors {
	var violations Errors
	for i := range p.fields {
		if violation := p.fields[i].violated(req); violation != nil {
			violations = append(violations, violation)
		}
	}
	if len(violations) > 0 {
		return violations
	}
	if violation := violationOf("", req.Addr().Interface()); violation != nil {
		violations = append(violations, violation)
	}
	return violations
}

// violated returns the first rule that the field violates.
func (f *field) violated(req reflect.Value) *Error {
	value := req.Field(f.index)
	unset := f.form.unset(value)
	switch {
	case unset && f.required:
		return &Error{f.name, "is required"}
	case !unset && f.form.check != nil:
		if violation := f.form.check(f, value); violation != nil {
			return violation
		}
	}
	for _, rule := range f.rules {
		if unset && !rule.seesUnset {
			continue
		}
		if violation := rule.check(req, value); violation != nil {
			return violation
		}
	}
	return nil
}

// write returns the parameters of a request that has been checked.
func (p *plan) write(req reflect.Value) (Params, error) {
	params := make(Params, 0, len(p.fields))
	for i := range p.fields {
		f := &p.fields[i]
		value := req.Field(f.index)
		if f.form.unset(value) {
			continue
		}
		var err error
		if params, err = f.form.write(params, f, value); err != nil {
			return nil, err
		}
	}
	return params, nil
}
