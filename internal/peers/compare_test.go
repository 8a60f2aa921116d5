package peers_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"math/big"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// gap is a field that only one of the clients has or can read, by its path
// without indices, and why. It stands for what is below the path too.
type gap struct{ path, why string }

const (
	lacks = "the official client lacks the field"

	pageIndex = "our client has PageIndex under both names that it has in the reference"

	// merged is about structures that the official client has once for all
	// actions that have one of the name, with the fields of all of them.
	merged = "fields of other actions"
)

// leavesOf returns the scalars of a response by their paths, such as
// Domains[0].Sources[1].Port. The paths are those of the wire, except that a
// structure which only wraps a list is left out: our client has none of those.
// What has got another name or place since the reference has that of the
// reference.
func leavesOf(response any) map[string]any {
	into := make(map[string]any)
	collect(into, "", reflect.ValueOf(response).Elem())
	return referenceNames(into)
}

// moves are the names and places that have changed since the reference, and
// those that our client has for them.
var moves = []struct {
	today     *regexp.Regexp
	reference string
}{
	{regexp.MustCompile(`^SrcTrafficDataPerInterval\b`), "SrcFlowDataPerInterval"},
	{regexp.MustCompile(`^UsageDataPerPage\.(PageNumber|PageSize|TotalCount)$`), "$1"},
	{regexp.MustCompile(`^UsageDataPerPage\.Data(\[\d+\])`), "UsageDataPerPage$1"},
	{regexp.MustCompile(`^(UsageDataPerPage\[\d+\])\.TaskConfig\.(StartTime|EndTime)$`), "$1.$2"},
	{regexp.MustCompile(`^(UsageDataPerPage\[\d+\])\.UpdateTime$`), "$1.ModifyTime"},
}

// referenceNames gives leaves the paths that the reference has.
func referenceNames(leaves map[string]any) map[string]any {
	renamed := make(map[string]any, len(leaves))
	for path, value := range leaves {
		for _, move := range moves {
			path = move.today.ReplaceAllString(path, move.reference)
		}
		renamed[path] = value
	}
	return renamed
}

func collect(into map[string]any, path string, v reflect.Value) {
	switch value := v.Interface().(type) {
	case types.Time, types.Number, types.RangeData, types.RealTimeDetailData, types.HttpCodeCounts, types.EsPoint, types.VerifyData:
		into[path] = value // a structure that is a scalar on the wire
		return
	case types.OwnerRemarks: // a text that is a structure on the wire
		var remarks any
		if json.Unmarshal([]byte(value), &remarks) == nil {
			collectWire(into, path, remarks)
			return
		}
	}
	if table, ok := reflect.TypeAssert[types.EsContents](v); ok && slices.Equal(table.Columns, []string{"time", table.Name}) {
		table.Columns = types.List[string]{strings.Join(table.Columns, ",")} // as the wire has them
		v = reflect.ValueOf(table)
	}
	if document, ok := reflect.TypeAssert[map[string]any](v); ok { // what the official client has no type for
		collectWire(into, path, document)
		return
	}
	switch v.Kind() {
	case reflect.Map:
		for name, member := range v.Seq2() {
			collect(into, path+"."+name.String(), member)
		}
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

// wireLeaves returns the scalars of an answer as it came, by the same paths.
func wireLeaves(t *testing.T, body []byte) map[string]any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	var answer any
	require.NoError(t, decoder.Decode(&answer))
	into := make(map[string]any)
	collectWire(into, "", answer)
	return referenceNames(into)
}

func collectWire(into map[string]any, path string, value any) {
	switch value := value.(type) {
	case map[string]any:
		for name, member := range value {
			if list, isList := member.([]any); isList && len(value) == 1 && path != "" && name != "to" { // of an email
				collectWire(into, path, list)
				return
			}
			collectWire(into, strings.TrimPrefix(path+"."+name, "."), member)
		}
	case []any:
		for i, element := range value {
			collectWire(into, path+"["+strconv.Itoa(i)+"]", element)
		}
	default:
		into[path] = value
	}
}

// compareWire makes sure that our client has everything that the answer has.
func compareWire(t *testing.T, wire, ours map[string]any) {
	t.Helper()
	for _, path := range slices.Sorted(maps.Keys(wire)) {
		if !empty(wire[path]) && !equal(wire[path], ours[path]) {
			assert.Failf(t, "a value is lost", "%s: wire %v, ours %v", path, wire[path], ours[path])
		}
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
// missing on both sides do not count. Of a field that differs in many elements
// of a list, one is reported.
func compareFields(t *testing.T, moved func(string) string, theirs, ours map[string]any, gaps []gap) {
	t.Helper()
	paths := maps.Clone(theirs)
	maps.Copy(paths, ours)
	compared, differ, used := 0, make(map[string]bool), make(map[gap]bool)
	for _, path := range slices.Sorted(maps.Keys(paths)) {
		their, our := theirs[path], ours[path]
		if text, ok := their.(string); ok {
			their = moved(text)
		}
		if empty(their) && empty(our) {
			continue
		}
		if equal(their, our) {
			compared++
			continue
		}
		field := index.ReplaceAllString(path, "")
		if g, known := findGap(gaps, field); known && empty(their) != empty(our) {
			used[g] = true
		} else if !differ[field] {
			differ[field] = true
			assert.Failf(t, "the values differ", "%s: official %v, ours %v", path, their, our)
		}
	}
	for _, g := range gaps {
		assert.True(t, used[g] || g.why == merged, "there is no longer a gap at %s (%s)", g.path, g.why)
	}
	assert.Positive(t, compared)
	t.Logf("%d fields", compared)
}

var index = regexp.MustCompile(`\[\d+\]`)

func findGap(gaps []gap, field string) (gap, bool) {
	for _, g := range gaps {
		if field == g.path || strings.HasPrefix(field, g.path+".") {
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
	case types.VerifyData:
		return sameVerifyData(text, our)
	case types.RealTimeDetailData:
		return sameDetails(text, our)
	case types.HttpCodeCounts:
		return sameCounts(text, our)
	case types.EsPoint:
		return text == our.TimeStamp.Wire()+","+our.Value.String()
	default:
		switch v := reflect.ValueOf(our); v.Kind() {
		case reflect.Bool:
			return their == v.Bool()
		case reflect.String:
			_, isNumber := their.(float64)
			return text == v.String() || isNumber && sameNumber(text, v.String())
		default:
			return false
		}
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

// sameDetails compares the array of DescribeDomainRealTimeDetailData, which the
// official client leaves as text, with what ours has made of it.
func sameDetails(text string, data types.RealTimeDetailData) bool {
	var rows []map[string]any
	if json.Unmarshal([]byte(text), &rows) != nil || text != data.Raw || len(rows) == 0 {
		return false
	}
	return slices.EqualFunc(rows, data.Points, func(row map[string]any, point types.RealTimeDetailPoint) bool {
		counts, _ := row["http_code"].(map[string]any)
		for code, count := range counts {
			if count != float64(point.HttpCode[code]) {
				return false
			}
		}
		has := func(name string, value any) bool { return empty(row[name]) && empty(value) || equal(row[name], value) }
		return len(counts) == len(point.HttpCode) && has("time_stp", point.TimeStamp) && has("domain_name", point.DomainName) &&
			has("location", point.Location) && has("isp", point.Isp) && has("qps", point.Qps) && has("bps", point.Bps)
	})
}

// sameCounts compares counts by status code with the text that they came in: a
// JSON object or pairs.
func sameCounts(text string, counts types.HttpCodeCounts) bool {
	text = strings.NewReplacer("{", "", "}", "", `"`, "", " ", "", "|", ",").Replace(text)
	pairs := strings.Split(text, ",")
	for _, pair := range pairs {
		code, count, _ := strings.Cut(pair, ":")
		if !sameNumber(count, strconv.FormatInt(int64(counts[code]), 10)) {
			return false
		}
	}
	return len(pairs) == len(counts)
}

// sameTime compares a time as the wire has it with a moment.
func sameTime(text string, moment time.Time) bool {
	if seconds, err := strconv.ParseInt(text, 10, 64); err == nil {
		return moment.Equal(time.Unix(seconds, 0))
	}
	for _, layout := range []string{
		time.RFC3339, "2006-01-02T15:04Z", time.DateTime, "2006-01-02 15:04", time.DateOnly,
		"2006-01-02 15:04:05 -0700 MST", "Jan _2 15:04:05 2006 MST",
	} {
		if parsed, err := time.Parse(layout, text); err == nil {
			return moment.Equal(parsed)
		}
	}
	return false
}

// sameVerifyData compares the record of DescribeDomainVerifyData, which is JSON
// in a text.
func sameVerifyData(text string, data types.VerifyData) bool {
	var record map[string]string
	return json.Unmarshal([]byte(text), &record) == nil && len(record) == 2 &&
		record["verifyKey"] == data.VerifyKey && record["verifiCode"] == data.VerifiCode
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
