package peers_test

import (
	"encoding/json"
	"math/big"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/types"
)

// gap is a field that only one of the clients has, or has filled, by its path
// without indices, and why. It stands for what is below the path too.
type gap struct{ path, why string }

// leavesOf returns the scalars of a response by their paths, such as
// Domains[0].Sources[1].Port. The paths are those of the wire, except that a
// structure which only wraps a list is left out: our client has none of those.
func leavesOf(response any) map[string]any {
	into := make(map[string]any)
	collect(into, "", reflect.ValueOf(response).Elem())
	return into
}

func collect(into map[string]any, path string, v reflect.Value) {
	switch v.Interface().(type) {
	case types.Time, types.Number, types.RangeData: // structures that are scalars on the wire
		into[path] = v.Interface()
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		if list, wraps := wrapped(v); wraps && path != "" {
			collect(into, path, list)
			return
		}
		for field, value := range v.Fields() {
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			switch {
			case !field.Anonymous:
				collect(into, strings.TrimPrefix(path+"."+name, "."), value)
			case field.Type == reflect.TypeFor[types.Meta]():
				collect(into, path, value)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(into, path+"["+strconv.Itoa(i)+"]", v.Index(i))
		}
	default:
		into[path] = v.Interface()
	}
}

// wrapped returns the only field of a structure if it is a list.
func wrapped(v reflect.Value) (list reflect.Value, wraps bool) {
	if v.NumField() != 1 || v.Field(0).Kind() != reflect.Slice {
		return reflect.Value{}, false
	}
	return v.Field(0), true
}

// compareFields compares all fields of two responses. Fields that are empty or
// missing on both sides do not count.
func compareFields(t *testing.T, tw *twins, theirs, ours map[string]any, gaps []gap) {
	t.Helper()
	paths := make(map[string]bool)
	for path := range theirs {
		paths[path] = true
	}
	for path := range ours {
		paths[path] = true
	}
	compared, used := 0, make(map[gap]bool)
	for path := range paths {
		their, our := theirs[path], ours[path]
		if text, ok := their.(string); ok {
			their = tw.moved(text)
		}
		if empty(their) && empty(our) {
			continue
		}
		if equal(their, our) {
			compared++
			continue
		}
		if g, known := findGap(gaps, path); known {
			used[g] = true
			continue
		}
		assert.Failf(t, "the values differ", "%s: official %#v, ours %#v", path, their, our)
	}
	for _, g := range gaps {
		assert.True(t, used[g], "there is no longer a gap at %s (%s)", g.path, g.why)
	}
	assert.Positive(t, compared)
	t.Logf("%d fields", compared)
}

var index = regexp.MustCompile(`\[\d+\]`)

func findGap(gaps []gap, path string) (gap, bool) {
	path = index.ReplaceAllString(path, "")
	for _, g := range gaps {
		if path == g.path || strings.HasPrefix(path, g.path+".") {
			return g, true
		}
	}
	return gap{}, false
}

func empty(value any) bool { return value == nil || reflect.ValueOf(value).IsZero() }

// equal compares a value of the official client with one of ours.
func equal(their, our any) bool {
	if their == nil || our == nil {
		return false
	}
	text := textOf(their)
	switch our := our.(type) {
	case types.Int:
		return sameNumber(text, strconv.FormatInt(int64(our), 10))
	case types.Number:
		return our.IsSet() == (text != "") && (text == "" || sameNumber(text, our.String()))
	case types.Time:
		return sameTime(text, our.Time)
	case types.RangeData:
		return sameRange(text, our)
	default:
		return reflect.ValueOf(our).Kind() == reflect.String && text == reflect.ValueOf(our).String()
	}
}

// textOf writes what the official client has decoded as the wire may have had it.
func textOf(value any) string {
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Int, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	default:
		return "?"
	}
}

// sameNumber compares two numbers of any notation: exactly where both are
// whole, otherwise with the precision that a float64 has.
func sameNumber(a, b string) bool {
	x, okX := new(big.Rat).SetString(a)
	y, okY := new(big.Rat).SetString(b)
	if !okX || !okY {
		return false
	}
	if x.IsInt() && y.IsInt() {
		return x.Cmp(y) == 0
	}
	f, _ := x.Float64()
	g, _ := y.Float64()
	return f == g
}

// sameTime compares a time as the wire has it with a moment.
func sameTime(text string, moment time.Time) bool {
	if seconds, err := strconv.ParseInt(text, 10, 64); err == nil {
		return moment.Equal(time.Unix(seconds, 0))
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z", "2006-01-02 15:04", time.DateOnly} {
		if parsed, err := time.Parse(layout, text); err == nil {
			return moment.Equal(parsed)
		}
	}
	return false
}

// sameRange compares the document of DescribeRangeDataByLocateAndIspService,
// which the official client leaves as text, with what ours has made of it.
func sameRange(text string, data types.RangeData) bool {
	var document map[string]any
	if json.Unmarshal([]byte(text), &document) != nil || text != data.Raw {
		return false
	}
	if document["description"] != data.Description || document["retCode"] != float64(data.RetCode) {
		return false
	}
	figures := 0
	for seconds, regions := range document {
		byRegion, ok := regions.(map[string]any)
		if !ok {
			continue
		}
		for region, isps := range byRegion {
			for isp, cell := range isps.(map[string]any) {
				figures++
				if !sameCell(seconds, region, isp, cell.(map[string]any), data) {
					return false
				}
			}
		}
	}
	return figures > 0 && figures == len(data.Points)
}

func sameCell(seconds, region, isp string, cell map[string]any, data types.RangeData) bool {
	n, err := strconv.ParseInt(seconds, 10, 64)
	point, found := data.At(time.Unix(n, 0), region, isp)
	if err != nil || !found || point.IsSet() != (len(cell) > 0) {
		return false
	}
	codes, _ := cell["http_codes"].(map[string]any)
	for code, count := range codes {
		if count != float64(point.HttpCodes[code]) {
			return false
		}
	}
	value := func(name string) float64 {
		f, _ := cell[name].(float64)
		return f
	}
	return len(codes) == len(point.HttpCodes) &&
		value("bandwidth") == point.Bandwidth.Float64() && value("pv") == point.Pv.Float64() &&
		value("hit_rate") == point.HitRate.Float64() && value("rt") == point.Rt.Float64()
}
