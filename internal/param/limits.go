package param

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// rule is a rule of a check tag, for one field of a request.
type rule struct {
	// check returns what is wrong with the value of the field, nil if nothing.
	check func(req, value reflect.Value) *Error

	// seesUnset is whether the rule sees a field that is not set, too.
	seesUnset bool
}

// limits make the rules that a check tag may name, for the field of that name.
var limits = map[string]func(req reflect.Type, name, limit string) rule{
	"min":     atLeast,
	"max":     atMost,
	"len":     charactersAtMost,
	"exactly": characters,
	"total":   charactersInAll,
	"prefix":  beginsWith,
	"form":    hasForm,
	"with":    needs,
	"or":      needsEither,
	"pair":    paired,
	"after":   laterThan,
	"span":    spansAtMost,
}

// alone makes a rule of a check that looks at nothing but the field.
func alone(check func(value reflect.Value) *Error) rule {
	return rule{check: func(_, value reflect.Value) *Error { return check(value) }}
}

func atLeast(_ reflect.Type, name, limit string) rule {
	least := number(limit)
	return alone(func(value reflect.Value) *Error {
		if n, found := size(value); n < least {
			return &Error{name, fmt.Sprintf("%s; at least %d allowed", found, least)}
		}
		return nil
	})
}

func atMost(_ reflect.Type, name, limit string) rule {
	most := number(limit)
	return alone(func(value reflect.Value) *Error {
		if n, found := size(value); n > most {
			return &Error{name, fmt.Sprintf("%s; at most %d allowed", found, most)}
		}
		return nil
	})
}

// size returns a number, or how many elements a list has, and tells of it.
func size(value reflect.Value) (n int64, found string) {
	if value.Kind() == reflect.Pointer {
		value = value.Elem()
	}
	if value.CanInt() {
		return value.Int(), fmt.Sprintf("is %d", value.Int())
	}
	if value.Len() == 1 {
		return 1, "has 1 element"
	}
	return int64(value.Len()), fmt.Sprintf("has %d elements", value.Len())
}

func charactersAtMost(_ reflect.Type, name, limit string) rule {
	most := number(limit)
	return alone(func(value reflect.Value) *Error {
		for place, text := range texts(name, value) {
			if n := utf8.RuneCountInString(text); int64(n) > most {
				return &Error{place, fmt.Sprintf("has %d characters; at most %d allowed", n, most)}
			}
		}
		return nil
	})
}

func characters(_ reflect.Type, name, limit string) rule {
	want := number(limit)
	return alone(func(value reflect.Value) *Error {
		if n := utf8.RuneCountInString(value.String()); int64(n) != want {
			return &Error{name, fmt.Sprintf("has %d characters; exactly %d allowed", n, want)}
		}
		return nil
	})
}

// charactersInAll: a list has only so many characters, what joins its elements
// included.
func charactersInAll(_ reflect.Type, name, limit string) rule {
	most := number(limit)
	return alone(func(value reflect.Value) *Error {
		n := value.Len() - 1
		for _, text := range texts(name, value) {
			n += utf8.RuneCountInString(text)
		}
		if int64(n) > most {
			return &Error{name, fmt.Sprintf("has %d characters in all; at most %d allowed", n, most)}
		}
		return nil
	})
}

// hasForm: the service takes some IDs for numbers, which have digits only.
func hasForm(_ reflect.Type, name, _ string) rule {
	return alone(func(value reflect.Value) *Error {
		if strings.Trim(value.String(), "0123456789") != "" {
			return &Error{name, "is not a whole number"}
		}
		return nil
	})
}

func beginsWith(_ reflect.Type, name, limit string) rule {
	return alone(func(value reflect.Value) *Error {
		for place, text := range texts(name, value) {
			if !strings.HasPrefix(text, limit) {
				return &Error{place, "does not begin with " + limit}
			}
		}
		return nil
	})
}

func needs(req reflect.Type, name, limit string) rule {
	other := sibling(req, limit)
	return rule{check: func(req, _ reflect.Value) *Error {
		if other.unset(req) {
			return &Error{other.name, "is required with " + name}
		}
		return nil
	}}
}

// needsEither: at least one of two fields says something.
func needsEither(req reflect.Type, name, limit string) rule {
	this, other := sibling(req, name), sibling(req, limit)
	return rule{seesUnset: true, check: func(req, _ reflect.Value) *Error {
		if this.unset(req) && other.unset(req) {
			return &Error{name, "is missing: give " + name + " or " + limit + ", or both"}
		}
		return nil
	}}
}

func paired(req reflect.Type, name, limit string) rule {
	first, second := sibling(req, limit), sibling(req, name)
	return rule{seesUnset: true, check: func(req, _ reflect.Value) *Error {
		missing := second.name
		switch firstUnset := first.unset(req); {
		case firstUnset == second.unset(req):
			return nil
		case firstUnset:
			missing = first.name
		}
		return &Error{missing, "is missing: give both " + first.name + " and " + second.name + ", or neither"}
	}}
}

func laterThan(req reflect.Type, name, limit string) rule {
	start := sibling(req, limit)
	return rule{check: func(req, value reflect.Value) *Error {
		if !start.unset(req) && !timeOf(value).After(start.time(req)) {
			return &Error{name, "is not later than " + start.name}
		}
		return nil
	}}
}

// spansAtMost limits how much later the field is than StartTime.
func spansAtMost(req reflect.Type, name, limit string) rule {
	start, longest := sibling(req, "StartTime"), duration(limit)
	return rule{check: func(req, value reflect.Value) *Error {
		if !start.unset(req) && timeOf(value).Sub(start.time(req)) > longest {
			return &Error{name, "is more than " + limit + " later than " + start.name}
		}
		return nil
	}}
}

// another is a field that a rule of a field looks at beside it.
type another struct {
	name  string
	index int
	form  form
}

func sibling(req reflect.Type, name string) another {
	f, ok := req.FieldByName(name)
	if !ok {
		panic("check tag: no field " + name)
	}
	return another{name, f.Index[0], formOf(f.Type)}
}

func (a another) unset(req reflect.Value) bool { return a.form.unset(req.Field(a.index)) }

func (a another) time(req reflect.Value) time.Time { return timeOf(req.Field(a.index)).Time }

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
