package alicdn

import (
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// checkFixture decodes the recorded answer through the client and looks up
// each of its leaves in what came out.
func checkFixture(t *testing.T, name string, method reflect.Method) {
	t.Helper()
	request := reflect.New(method.Type.In(2).Elem())
	fillRequired(request.Elem(), allRequests()[name])
	out := callMethod(t, fixtureClient(t, name), name, request.Interface())
	require.NoError(t, out.err)

	w := leafWalk{t: t}
	w.compare("", jsontext.Value(fixture(t, name)), reflect.ValueOf(out.resp).Elem())
	assert.Positive(t, w.leaves, "the recorded answer has leaves")

	text, err := json.Marshal(out.resp)
	require.NoError(t, err, "the response is encoded again")
	again := reflect.New(reflect.TypeOf(out.resp).Elem())
	require.NoError(t, json.Unmarshal(text, again.Interface()))
	w.compare("(encoded again)", jsontext.Value(fixture(t, name)), again.Elem())
}

// fillRequired copies the required fields of a full request, and those of which
// one is required.
func fillRequired(request reflect.Value, full any) {
	for field, value := range request.Fields() {
		if !strings.Contains(field.Tag.Get("url"), "omitempty") || strings.Contains(field.Tag.Get("check"), "or=") {
			value.Set(reflect.ValueOf(full).Elem().FieldByIndex(field.Index))
		}
	}
}

// leafWalk goes through a JSON text and the Go value decoded from it side by
// side.
type leafWalk struct {
	t      *testing.T
	leaves int
}

func (w *leafWalk) compare(path string, value jsontext.Value, got reflect.Value) {
	w.t.Helper()
	if isCarried(got.Type()) {
		w.compareDocument(path, value, got.Interface())
		return
	}
	if table, ok := reflect.TypeAssert[types.EsContents](got); ok {
		w.compareTable(path, value, table)
		return
	}
	if remarks, ok := reflect.TypeAssert[types.OwnerRemarks](got); ok {
		assert.JSONEq(w.t, string(value), string(remarks), "leaf %s", path)
		w.leaves++
		return
	}
	if value.Kind() == '"' && got.Kind() == reflect.Struct && !isScalar(got.Type()) { // the text of an object
		var text string
		require.NoError(w.t, json.Unmarshal(value, &text))
		value = jsontext.Value(text)
	}
	switch value.Kind() {
	case '{':
		w.compareObject(path, value, got)
	case '[':
		w.compareArray(path, value, got)
	default:
		w.leaves++
		assert.NoError(w.t, sameLeaf(value, got), "leaf %s", path)
	}
}

func (w *leafWalk) compareObject(path string, value jsontext.Value, got reflect.Value) {
	w.t.Helper()
	for name, member := range members(w.t, value) {
		place := path + "/" + name
		switch {
		case isList(got.Type()): // the wrapper of a list
			w.compare(place, member, got)
		case got.Kind() == reflect.Struct:
			field, ok := fieldNamed(got.Type(), name)
			if assert.True(w.t, ok, "%s has a field", place) {
				w.compare(place, member, got.FieldByIndex(field.Index))
			}
		case got.Kind() == reflect.Map: // whose values are texts
			w.leaves++
			require.NoError(w.t, sameLeaf(member, got.MapIndex(reflect.ValueOf(name))), "leaf %s", place)
		default:
			assert.Fail(w.t, "an object has become "+got.Type().String(), place)
		}
	}
}

func (w *leafWalk) compareArray(path string, value jsontext.Value, got reflect.Value) {
	w.t.Helper()
	var elements []jsontext.Value
	require.NoError(w.t, json.Unmarshal(value, &elements))
	if !assert.True(w.t, isList(got.Type()), "%s is a list", path) || !assert.Equal(w.t, len(elements), got.Len(), "elements of %s", path) {
		return
	}
	for i, element := range elements {
		w.compare(fmt.Sprintf("%s/%d", path, i), element, got.Index(i))
	}
}

// compareDocument encodes what was decoded from a document and compares the two.
func (w *leafWalk) compareDocument(path string, value jsontext.Value, data any) {
	w.t.Helper()
	document := value
	if value.Kind() == '"' {
		var text string
		require.NoError(w.t, json.Unmarshal(value, &text))
		document = jsontext.Value(text)
		if !document.IsValid() { // counts by code
			document = jsontext.Value(`{"` + strings.NewReplacer(":", `":`, "|", `,"`).Replace(text) + "}")
		}
	}
	written, err := json.Marshal(data)
	require.NoError(w.t, err)
	var want, got any
	require.NoError(w.t, json.Unmarshal(document, &want))
	require.NoError(w.t, json.Unmarshal(written, &got))
	assert.Equal(w.t, want, got, "%s is decoded and encoded without loss", path)
	w.leaves++
}

// compareTable holds a table against the texts of its columns and points.
func (w *leafWalk) compareTable(path string, value jsontext.Value, got types.EsContents) {
	w.t.Helper()
	var want struct {
		Name            string
		Columns, Points []string
	}
	require.NoError(w.t, json.Unmarshal(value, &want))
	assert.Equal(w.t, want.Name, got.Name, path)
	assert.Equal(w.t, want.Columns, []string{strings.Join(got.Columns, ",")}, path)
	var points []string
	for _, p := range got.Points {
		points = append(points, p.TimeStamp.Wire()+","+p.Value.String())
	}
	assert.Equal(w.t, want.Points, points, path)
	w.leaves += 1 + len(want.Columns) + len(want.Points)
}

func members(t *testing.T, value jsontext.Value) map[string]jsontext.Value {
	t.Helper()
	var m map[string]jsontext.Value
	require.NoError(t, json.Unmarshal(value, &m))
	return m
}

// sameLeaf compares a scalar of the wire with the Go value it has become, by
// rules of its own.
func sameLeaf(value jsontext.Value, got reflect.Value) error {
	text := string(value)
	if value.Kind() == 'n' {
		text = ""
	} else if value.Kind() == '"' {
		if err := json.Unmarshal(value, &text); err != nil {
			return err
		}
	}
	switch v := got.Interface().(type) {
	case types.Int:
		return sameNumber(text, strconv.FormatInt(int64(v), 10))
	case types.Number:
		return sameNumber(text, v.String())
	case types.Bool:
		return sameBool(text, bool(v))
	case types.Time:
		return sameTime(text, v.Time)
	}
	if isList(got.Type()) && text == "" && got.Len() == 0 {
		return nil
	}
	if got.Kind() != reflect.String {
		return fmt.Errorf("%q has become a %s", text, got.Type())
	}
	if got.String() != text {
		return fmt.Errorf("%q has become %q", text, got.String())
	}
	return nil
}

func sameNumber(text, got string) error {
	if text == "" && (got == "" || got == "0") {
		return nil
	}
	want, ok := new(big.Rat).SetString(text)
	number, ok2 := new(big.Rat).SetString(got)
	if !ok || !ok2 || want.Cmp(number) != 0 {
		return fmt.Errorf("%q has become %q", text, got)
	}
	return nil
}

func sameBool(text string, got bool) error {
	if text != strconv.FormatBool(got) {
		return fmt.Errorf("%q has become %t", text, got)
	}
	return nil
}

// sameTime formats the time back into each form of the recorded answers.
func sameTime(text string, got time.Time) error {
	if text == "" && got.IsZero() {
		return nil
	}
	forms := []string{
		got.UTC().Format("2006-01-02T15:04:05Z"),
		got.UTC().Format("2006-01-02T15:04Z"),
		got.UTC().Format("2006-01-02 15:04:05"),
		got.UTC().Format("2006-01-02 15:04"),
		got.UTC().Format("2006-01-02"),
		got.Format("2006-01-02T15:04:05-07:00"),
		got.UTC().Format("2006-01-02 15:04:05 -0700 MST"),
		got.UTC().Format("Jan _2 15:04:05 2006 GMT"),
		strconv.FormatInt(got.Unix(), 10),
	}
	if slices.Contains(forms, text) {
		return nil
	}
	return fmt.Errorf("%q has become %s", text, got)
}
