package param

import (
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
			params = params.add(name, value)
		}
	}
	return params
}

// Set returns the parameters with the one of that name set to value.
func (p Params) Set(name, value string) Params {
	others := slices.DeleteFunc(p, func(other Param) bool { return other.Name == name })
	return others.add(name, value)
}

// add puts a parameter into its place: behind those of lesser names, and those
// of the same name and lesser values.
func (p Params) add(name, value string) Params {
	p = append(p, Param{})
	i := len(p) - 1
	for ; i > 0 && (name < p[i-1].Name || name == p[i-1].Name && value < p[i-1].Value); i-- {
		p[i] = p[i-1]
	}
	p[i] = Param{name, value}
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
