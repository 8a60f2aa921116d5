package param

import (
	"net/url"
	"reflect"
	"strconv"
	"strings"

	"github.com/google/go-querystring/query"

	"github.com/alicdn/alicdn-go/types"
)

// form is how the fields of a type are read and written.
type form struct {
	// unset reports whether a field says nothing.
	unset func(value reflect.Value) bool

	// check applies the rules that follow from the type, to fields that are
	// set; nil if there are none.
	check func(f *field, value reflect.Value) *Error

	// write appends the parameters of a field that is set.
	write func(params Params, f *field, value reflect.Value) (Params, error)
}

// forms are the forms of the types that have one of their own.
var forms = map[reflect.Type]form{
	reflect.TypeFor[types.Time](): {
		unset: func(value reflect.Value) bool { return timeOf(value).IsZero() },
		check: func(f *field, value reflect.Value) *Error { return checkTime(f.name, timeOf(value)) },
		write: one(func(_ *field, value reflect.Value) string { return timeOf(value).Wire() }),
	},
	reflect.TypeFor[[]string](): {
		unset: isEmpty,
		check: func(f *field, value reflect.Value) *Error { return checkList(f.name, f.separator, as[[]string](value)) },
		write: one(func(f *field, value reflect.Value) string { return strings.Join(as[[]string](value), f.separator) }),
	},
}

// formOfKind are the forms of all other types.
var formOfKind = map[reflect.Kind]form{
	reflect.String: {unset: reflect.Value.IsZero, write: one(func(_ *field, value reflect.Value) string { return value.String() })},
	reflect.Int:    {unset: reflect.Value.IsZero, write: one(func(_ *field, value reflect.Value) string { return strconv.FormatInt(value.Int(), 10) })},
	reflect.Bool:   {unset: reflect.Value.IsZero, write: one(writtenBool)},
	// A pointer says something even if what it points to is zero.
	reflect.Pointer: {unset: reflect.Value.IsNil, write: one(func(f *field, value reflect.Value) string { return writtenBool(f, value.Elem()) })},
}

// structure is the form of the types that write themselves. It names none of
// them, so that a program is linked with those alone that its requests have.
var structure = form{
	unset: isEmpty,
	check: func(f *field, value reflect.Value) *Error { return checkStructure(f.name, value.Interface()) },
	write: func(params Params, f *field, value reflect.Value) (Params, error) {
		values := url.Values{}
		err := as[query.Encoder](value).EncodeValues(f.name, &values)
		for name := range values {
			params = params.add(name, values.Get(name))
		}
		return params, err
	},
}

func formOf(t reflect.Type) form {
	if own, ok := forms[t]; ok {
		return own
	}
	if t.Implements(reflect.TypeFor[query.Encoder]()) {
		return structure
	}
	general, ok := formOfKind[t.Kind()]
	if !ok {
		panic("no form for fields of type " + t.String())
	}
	return general
}

// one makes a writer of what returns the one value of a field.
func one(written func(f *field, value reflect.Value) string) func(Params, *field, reflect.Value) (Params, error) {
	return func(params Params, f *field, value reflect.Value) (Params, error) {
		return params.add(f.name, written(f, value)), nil
	}
}

func writtenBool(f *field, value reflect.Value) string {
	switch {
	case !f.asNumber:
		return strconv.FormatBool(value.Bool())
	case value.Bool():
		return "1"
	default:
		return "0"
	}
}

func isEmpty(value reflect.Value) bool { return value.Len() == 0 }

func timeOf(value reflect.Value) types.Time { return as[types.Time](value) }

// as returns the value of a field without a copy on the heap.
func as[T any](value reflect.Value) T {
	typed, _ := reflect.TypeAssert[T](value)
	return typed
}
