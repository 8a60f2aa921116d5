package param

import (
	"cmp"
	"net/url"
	"slices"
)

// Param is a parameter of a request.
type Param struct{ Name, Value string }

// Params are the parameters of a request, in the order of their names, as the
// signature wants them.
type Params []Param

// Of returns values as Params.
func Of(values url.Values) Params {
	params := make(Params, 0, len(values))
	for name, list := range values {
		for _, value := range list {
			params = append(params, Param{name, value})
		}
	}
	params.sort()
	return params
}

// Set returns the parameters with the one of that name set to value.
func (p Params) Set(name, value string) Params {
	p = slices.DeleteFunc(p, func(other Param) bool { return other.Name == name })
	p = append(p, Param{name, value})
	p.sort()
	return p
}

// Values returns the parameters as package net/url has them.
func (p Params) Values() url.Values {
	values := make(url.Values, len(p))
	for _, param := range p {
		values.Add(param.Name, param.Value)
	}
	return values
}

func (p Params) sort() {
	slices.SortFunc(p, func(a, b Param) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Value, b.Value)) })
}
