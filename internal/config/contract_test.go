package config

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// facts is what the reference says of the functions, frozen.
type facts struct {
	Functions []struct {
		Name    types.FunctionName `json:"name"`
		Several bool               `json:"several"`
		Args    []fact             `json:"args"`
	} `json:"functions"`
}

type fact struct {
	Name     string   `json:"name"`
	Format   string   `json:"format"`
	Default  string   `json:"default"`
	Prefix   string   `json:"prefix"`
	Required bool     `json:"required"`
	Enum     []string `json:"enum"`
	Min      *int64   `json:"min"`
	Max      *int64   `json:"max"`
}

func readFacts(t *testing.T) facts {
	t.Helper()
	text, err := os.ReadFile("../../testdata/functions.json")
	require.NoError(t, err)
	var all facts
	require.NoError(t, json.Unmarshal(text, &all))
	return all
}

// TestContract compares the structs with the reference: every function has
// one, which has every argument, with its format, range, values and default,
// and nothing else.
func TestContract(t *testing.T) {
	t.Parallel()
	counts := make(map[string]int)
	table := structs()
	for _, function := range readFacts(t).Functions {
		counts["functions"]++
		structType, ok := table[function.Name]
		if !assert.True(t, ok, "%s has no struct", function.Name) {
			continue
		}
		delete(table, function.Name)
		assert.Equal(t, camel(string(function.Name)), structType.Name(), "the struct is named after its function")
		if function.Several {
			counts["functions of several records"]++
			assert.NotEmpty(t, specOf(structType).keys(), "%s: nothing tells records apart", function.Name)
		}
		s := specOf(structType)
		require.Len(t, s.args, len(function.Args), function.Name)
		for i, want := range function.Args {
			compareArg(t, counts, structType, s.args[i], want)
		}
	}
	assert.Empty(t, table, "structs of functions that the reference does not have")
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		t.Logf("%3d %s", counts[name], name)
	}
	assert.Equal(t, map[string]int{
		"functions": 33, "functions of several records": 1, "arguments": 63, "required": 10, "ranges": 3,
		"defaults": 5, "prefixes": 2, "format csv": 10, "format enum": 26, "format int": 9,
		"format space separated list": 1, "format string": 17,
	}, counts)
}

func compareArg(t *testing.T, counts map[string]int, structType reflect.Type, got *arg, want fact) {
	t.Helper()
	field := structType.Field(got.field)
	place := structType.Name() + "." + field.Name
	counts["arguments"]++
	counts["format "+want.Format]++
	assert.Equal(t, want.Name, got.name, place)
	assert.Equal(t, camel(want.Name), field.Name, "the field is named after its argument")
	assert.Equal(t, want.Required, got.is("required"), "%s required", place)
	assert.Equal(t, want.Enum, got.enum(), "%s values", place)
	assert.Equal(t, want.Default, got.options["default"], "%s default", place)
	assert.Equal(t, want.Prefix, got.options["prefix"], "%s prefix", place)
	for option, bound := range map[string]*int64{"min": want.Min, "max": want.Max} {
		text := ""
		if bound != nil {
			text = strconv.FormatInt(*bound, 10)
		}
		assert.Equal(t, text, got.options[option], "%s %s", place, option)
	}
	forms := map[string]form{"string": text, "enum": text, "int": number, "csv": list, "space separated list": list}
	assert.Equal(t, forms[want.Format], got.form, "%s is %s", place, want.Format)
	assert.Equal(t, want.Format == "csv", got.is("csv"), "%s is %s", place, want.Format)
	assert.Equal(t, want.Format == "space separated list", got.is("spaces"), "%s is %s", place, want.Format)
	for name, counted := range map[string]bool{
		"required": want.Required, "defaults": want.Default != "", "prefixes": want.Prefix != "",
		"ranges": want.Min != nil || want.Max != nil,
	} {
		if counted {
			counts[name]++
		}
	}
	known := []string{"required", "csv", "spaces", "set", "key", "enum", "min", "max", "prefix", "default", ""}
	for option := range got.options {
		assert.Contains(t, known, option, place)
	}
}

// camel spells a name of the API as Go does: its letters in their order, each
// word with a capital, a point between digits as an underscore.
func camel(name string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(name, "_") {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return strings.ReplaceAll(b.String(), ".", "_")
}

// The constants are the values that the fields allow.
func TestConstantsAreAllowed(t *testing.T) {
	t.Parallel()
	constants := map[reflect.Type][]string{
		reflect.TypeFor[types.Switch]():       {string(types.SwitchOn), string(types.SwitchOff)},
		reflect.TypeFor[types.AuthType]():     {string(types.AuthTypeNoAuth), string(types.AuthTypeTypeA), string(types.AuthTypeTypeB), string(types.AuthTypeTypeC)},
		reflect.TypeFor[types.PathType]():     {string(types.PathTypePrefix), string(types.PathTypeFull)},
		reflect.TypeFor[types.TmdAction]():    {string(types.TmdActionBlock), string(types.TmdActionHuman)},
		reflect.TypeFor[types.OriginScheme](): {string(types.OriginSchemeHttp), string(types.OriginSchemeHttps), string(types.OriginSchemeFollow)},
		reflect.TypeFor[types.RangeEnable]():  {string(types.RangeEnableOn), string(types.RangeEnableOff), string(types.RangeEnableForce)},
	}
	for _, structType := range structs() {
		for _, a := range specOf(structType).args {
			if a.is("enum") {
				field := structType.Field(a.field)
				assert.Equal(t, constants[field.Type], a.enum(), "%s.%s", structType.Name(), field.Name)
			}
		}
	}
}

func TestEveryStructEncodesAndDecodes(t *testing.T) {
	t.Parallel()
	for name, structType := range structs() {
		t.Run(string(name), func(t *testing.T) {
			t.Parallel()
			value := reflect.New(structType).Elem()
			fill(specOf(structType), value)
			config, ok := reflect.TypeAssert[types.Config](value)
			require.True(t, ok)
			functions, err := Encode(types.Configs{config, value.Addr().Interface().(types.Config)})
			require.NoError(t, err)
			assert.Equal(t, functions[0], functions[1], "a pointer is as good")
			assert.Equal(t, name, functions[0].FunctionName)

			back := Decode(recordAs(functions[0], "17"))
			assert.IsType(t, config, back)
			again, err := Encode(types.Configs{back})
			require.NoError(t, err)
			functions[0].ConfigId = "17"
			assert.Equal(t, functions[0], again[0])
			for _, a := range specOf(structType).args {
				assert.Equal(t, value.Field(a.field).Interface(), reflect.ValueOf(back).Field(a.field).Interface(), a.name)
			}
		})
	}
}

// fill sets every field to a value that is allowed.
func fill(s *spec, value reflect.Value) {
	for i, a := range s.args {
		text := fmt.Sprintf("%svalue%d", a.options["prefix"], i)
		switch {
		case a.is("enum"):
			text = a.enum()[len(a.enum())-1]
		case a.form == number:
			text = "12"
		case a.form == list:
			text = "one" + a.separator + "two"
		}
		a.read(value.Field(a.field), text)
	}
	if len(s.args) == 0 {
		record := types.ConfigRecord{Args: []types.FunctionArg{{ArgName: "anything", ArgValue: "goes"}}}
		value.FieldByName("ConfigRecord").Set(reflect.ValueOf(record))
	}
}

// recordAs makes the record that the service answers with.
func recordAs(f types.Function, id types.ID) types.DomainConfig {
	record := types.DomainConfig{
		FunctionName: f.FunctionName, ConfigId: id, ParentId: f.ParentId, Status: types.DomainConfigStatusSuccess,
	}
	for _, arg := range f.FunctionArgs {
		record.FunctionArgs = append(record.FunctionArgs, types.DomainConfigFunctionArg(arg))
	}
	return record
}
