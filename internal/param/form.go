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

// The forms of types.Time, of []string and of lists of other text types.
var (
	timeForm = form{
		unset: func(value reflect.Value) bool { return timeOf(value).IsZero() },
		check: func(f *field, value reflect.Value) *Error { return violationOf(f.name, value.Addr().Interface()) }, // without a copy
		write: one(func(_ *field, value reflect.Value) string { return timeOf(value).Wire() }),
	}
	listForm = form{
		unset: isEmpty,
		check: func(f *field, value reflect.Value) *Error { return checkList(f.name, f.separator, as[[]string](value)) },
		write: one(func(f *field, value reflect.Value) string { return strings.Join(as[[]string](value), f.separator) }),
	}
	namesForm = form{
		unset: isEmpty,
		check: func(f *field, value reflect.Value) *Error { return checkList(f.name, f.separator, names(value)) },
		write: one(func(f *field, value reflect.Value) string { return strings.Join(names(value), f.separator) }),
	}
)

// The forms of all other types, by kind.
var (
	textForm   = form{unset: reflect.Value.IsZero, write: one(func(_ *field, value reflect.Value) string { return value.String() })}
	numberForm = form{unset: reflect.Value.IsZero, write: one(func(_ *field, value reflect.Value) string { return strconv.FormatInt(value.Int(), 10) })}
	boolForm   = form{unset: reflect.Value.IsZero, write: one(writtenBool)}
	// A pointer says something even if what it points to is zero.
	pointerForm = form{unset: reflect.Value.IsNil, write: one(writtenPointed)}
)

// structure is the form of the types that write themselves. It names none of
// them, so that a program is linked with those alone that its requests have.
var structure = form{
	unset: isEmpty,
	check: func(f *field, value reflect.Value) *Error { return violationOf(f.name, value.Interface()) },
	write: func(params Params, f *field, value reflect.Value) (Params, error) {
		values := url.Values{}
		err := value.Addr().Interface().(query.Encoder).EncodeValues(f.name, &values) //nolint:forcetypeassert // it is of this form because it is one
		for name := range values {
			params = params.add(name, values.Get(name))
		}
		return params, err
	},
}

func formOf(t reflect.Type) form {
	switch {
	case t == reflect.TypeFor[types.Time]():
		return timeForm
	case t == reflect.TypeFor[[]string]():
		return listForm
	case t.Implements(reflect.TypeFor[query.Encoder]()):
		return structure
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.String:
		return namesForm
	case t.Kind() == reflect.String:
		return textForm
	case t.Kind() == reflect.Int:
		return numberForm
	case t.Kind() == reflect.Bool:
		return boolForm
	case t.Kind() == reflect.Pointer && (t.Elem().Kind() == reflect.Bool || t.Elem().Kind() == reflect.Int):
		return pointerForm
	default:
		panic("no form for fields of type " + t.String())
	}
}

// one makes a writer of what returns the one value of a field.
func one(written func(f *field, value reflect.Value) string) func(Params, *field, reflect.Value) (Params, error) {
	return func(params Params, f *field, value reflect.Value) (Params, error) {
		return params.add(f.name, written(f, value)), nil
	}
}

func writtenPointed(f *field, value reflect.Value) string {
	if value = value.Elem(); value.CanInt() {
		return strconv.FormatInt(value.Int(), 10)
	}
	return writtenBool(f, value)
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

// isEmpty reports whether a list has no elements, or a structure nothing in it.
func isEmpty(value reflect.Value) bool {
	if value.Kind() == reflect.Struct {
		return value.IsZero()
	}
	return value.Len() == 0
}

// names returns a list of a text type as texts.
func names(list reflect.Value) []string {
	texts := make([]string, list.Len())
	for i := range texts {
		texts[i] = list.Index(i).String()
	}
	return texts
}

func timeOf(value reflect.Value) types.Time { return as[types.Time](value) }

// as returns the value of a field without a copy on the heap.
func as[T any](value reflect.Value) T {
	return *value.Addr().Interface().(*T) //nolint:forcetypeassert // the forms are by type
}
