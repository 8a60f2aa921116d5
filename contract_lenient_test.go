package alicdn

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/wire"
)

// TestScalarsInAnyForm decodes into each response an answer whose scalars are
// all of one form, and whose containers are empty in one of the service's
// ways.
func TestScalarsInAnyForm(t *testing.T) {
	t.Parallel()
	forms := map[string]answerForm{
		"numbers":          {scalar: `1472659200`, wrapped: true},
		"texts":            {scalar: `"1472659200"`, wrapped: true},
		"bare lists":       {scalar: `1472659200`},
		"null scalars":     {scalar: `null`, wrapped: true},
		"empty texts":      {scalar: `""`, wrapped: true},
		"null members":     {scalar: `null`, container: `null`},
		"empty members":    {scalar: `""`, container: `""`},
		"object members":   {scalar: `""`, container: `{}`},
		"empty structures": {scalar: `"1472659200"`, structure: `""`},
	}
	for _, s := range readSpec(t).Actions {
		method, ok := reflect.TypeFor[*Client]().MethodByName(s.Action)
		require.True(t, ok)
		response := method.Type.Out(0).Elem()
		for name, form := range forms {
			body := form.write(response, true)
			out := reflect.New(response)
			require.NoError(t, wire.Decode([]byte(body), out.Interface()), "%s, %s: %s", s.Action, name, body)
			if name == "numbers" {
				assertFilled(t, out.Elem(), s.Action)
			}
		}
	}
}

// answerForm is how an answer is written.
type answerForm struct {
	scalar    string
	container string // in place of each container, if not empty
	structure string // in place of each structure that is no list, if not empty
	wrapped   bool   // lists stand in a wrapper
}

// write writes an answer of the type. Where it is to be whole, as the top level
// and the elements of lists are, nothing stands in its place.
func (f answerForm) write(t reflect.Type, whole bool) string {
	switch {
	case isCarried(t):
		return "null"
	case isList(t):
		list := "[" + f.write(t.Elem(), true) + "]"
		if f.container != "" {
			return f.container
		}
		if f.wrapped {
			return `{"AnyName":` + list + `}`
		}
		return list
	case t.Kind() == reflect.Map:
		return `{"any":` + f.scalar + `}`
	case t.Kind() != reflect.Struct || isScalar(t):
		return f.scalar
	case f.container != "" && !whole:
		return f.container
	case f.structure != "" && !whole:
		return f.structure
	}
	var fields []string
	for _, field := range reflect.VisibleFields(t) {
		if !field.Anonymous {
			fields = append(fields, `"`+jsonName(field)+`":`+f.write(field.Type, false))
		}
	}
	return "{" + strings.Join(fields, ",") + "}"
}

// assertFilled proves that every leaf has a value.
func assertFilled(t *testing.T, v reflect.Value, path string) {
	t.Helper()
	switch {
	case isCarried(v.Type()):
	case isList(v.Type()):
		if assert.Equal(t, 1, v.Len(), path) {
			assertFilled(t, v.Index(0), path+"[0]")
		}
	case v.Kind() != reflect.Struct || isScalar(v.Type()):
		assert.False(t, v.IsZero(), "%s is filled", path)
	default:
		for field, value := range v.Fields() {
			assertFilled(t, value, path+"."+field.Name)
		}
	}
}
