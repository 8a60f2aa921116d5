package alicdn

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// pair is a parameter of a request.
type pair struct{ name, value string }

// encodeAlone encodes a text by the rule of the reference: as a form does, but
// for three characters.
func encodeAlone(text string) string {
	return strings.NewReplacer("+", "%20", "*", "%2A", "%7E", "~").Replace(url.QueryEscape(text))
}

// canonicalAlone joins the pairs as they are signed.
func canonicalAlone(pairs []pair) string {
	slices.SortFunc(pairs, func(a, b pair) int {
		if a.name != b.name {
			return strings.Compare(a.name, b.name)
		}
		return strings.Compare(a.value, b.value)
	})
	joined := make([]string, len(pairs))
	for i, p := range pairs {
		joined[i] = encodeAlone(p.name) + "=" + encodeAlone(p.value)
	}
	return strings.Join(joined, "&")
}

// signAlone signs what canonicalAlone has joined.
func signAlone(method, canonical, secret string) string {
	mac := hmac.New(sha1.New, []byte(secret+"&"))
	mac.Write([]byte(strings.Join([]string{method, encodeAlone("/"), encodeAlone(canonical)}, "&")))
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// verifier is a transport that verifies the signature of each request by
// itself, and keeps the parameters of the last one.
type verifier struct {
	secret string
	sent   int
	params url.Values
}

func (v *verifier) RoundTrip(r *http.Request) (*http.Response, error) {
	v.sent++
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	text := string(body)
	switch beside := r.URL.RawQuery; {
	case r.Method == http.MethodGet && text == "":
		text = beside
	case beside == "":
	case strings.HasPrefix(beside, "TriggerARN=") && !strings.Contains(beside, "&"):
		text += "&" + beside
	default:
		return nil, fmt.Errorf("parameters in URL and body: %.100q and %.100q", beside, text)
	}
	if err := v.verify(r.Method, text); err != nil {
		return nil, err
	}
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(`{"RequestId":"R-1"}`)), Request: r}, nil
}

// errUnverified is a request whose signature or form is wrong.
var errUnverified = errors.New("wrong request")

func (v *verifier) verify(method, text string) error {
	v.params = url.Values{}
	var pairs []pair
	var signed string
	for part := range strings.SplitSeq(text, "&") {
		encodedName, encodedValue, _ := strings.Cut(part, "=")
		name, err := url.QueryUnescape(encodedName)
		if err != nil {
			return fmt.Errorf("%w: %w", errUnverified, err)
		}
		value, err := url.QueryUnescape(encodedValue)
		if err != nil {
			return fmt.Errorf("%w: %w", errUnverified, err)
		}
		if name == "Signature" && signed == "" {
			signed = value
			continue
		}
		if reserved[name] && v.params.Has(name) {
			return fmt.Errorf("%w: %s is there twice", errUnverified, name)
		}
		v.params.Add(name, value)
		pairs = append(pairs, pair{name, value})
	}
	if want := signAlone(method, canonicalAlone(pairs), v.secret); signed != want {
		return fmt.Errorf("%w: signature %s, not %s", errUnverified, signed, want)
	}
	return nil
}

// verifyingClient returns a client whose requests are verified.
func verifyingClient(tb testing.TB, creds Credentials, opts ...Option) (*Client, *verifier) {
	tb.Helper()
	v := &verifier{secret: creds.AccessKeySecret}
	c, err := New(StaticCredentials(creds.AccessKeyId, creds.AccessKeySecret, creds.SecurityToken), append([]Option{
		WithEndpoint(testEndpoint), WithLimiter(freely{}), WithRetry(RetryPolicy{MaxAttempts: 1}), WithHTTPClient(&http.Client{Transport: v}),
	}, opts...)...)
	require.NoError(tb, err)
	return c, v
}

// refused returns the *ParamErrors that err consists of, each with action,
// parameter and rule; nil if it does not consist of them alone.
func refused(err error, action string) []*ParamError {
	all := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		all = joined.Unwrap()
	}
	var refusals []*ParamError
	for _, err := range all {
		refusal, ok := err.(*ParamError) //nolint:errorlint // nothing is wrapped around it
		if !ok || refusal.Action != action || refusal.Param == "" || refusal.Rule == "" {
			return nil
		}
		refusals = append(refusals, refusal)
	}
	return refusals
}

// hostileCaller calls the methods of a client with whatever is put into a
// request.
type hostileCaller struct {
	t      *testing.T
	client *Client
	sees   *verifier
}

func newHostileCaller(t *testing.T) *hostileCaller {
	t.Helper()
	c, v := verifyingClient(t, Credentials{AccessKeyId: "testid", AccessKeySecret: "testsecret"})
	return &hostileCaller{t, c, v}
}

// call calls the action. The request is refused, by the names of its
// parameters, before anything is sent, or it is sent and signed as it should
// be. It reports whether it was sent.
func (h *hostileCaller) call(action string, request reflect.Value, what string) bool {
	h.t.Helper()
	before := h.sees.sent
	results := reflect.ValueOf(h.client).MethodByName(action).Call([]reflect.Value{reflect.ValueOf(h.t.Context()), request})
	err, _ := reflect.TypeAssert[error](results[1])
	if err == nil {
		assert.False(h.t, results[0].IsNil())
		assert.Equal(h.t, before+1, h.sees.sent)
		assert.Equal(h.t, action, h.sees.params.Get("Action"))
		return true
	}
	assert.True(h.t, results[0].IsNil())
	assert.Equalf(h.t, before, h.sees.sent, "%s, %s: sent, and %v", action, what, err)
	refusals := refused(err, action)
	assert.NotEmptyf(h.t, refusals, "%s, %s: %.300v", action, what, err)
	for _, refusal := range refusals {
		name, _, _ := strings.Cut(refusal.Param, ".")
		_, ok := request.Type().Elem().FieldByName(upperFirst(name))
		assert.Truef(h.t, ok, "%s, %s: parameter %s", action, what, refusal.Param)
		assert.LessOrEqualf(h.t, len(refusal.Error()), 500, "%s, %s", action, what)
	}
	return false
}

// fullRequest returns a copy of the request of the tests with every field set.
func fullRequest(full any) reflect.Value {
	request := reflect.New(reflect.TypeOf(full).Elem())
	request.Elem().Set(reflect.ValueOf(full).Elem())
	return request
}

// Nothing, and a request with nothing in it.
func TestNilAndZeroRequests(t *testing.T) {
	t.Parallel()
	h := newHostileCaller(t)
	sent := 0
	for action, full := range allRequests() {
		request := reflect.TypeOf(full)
		asNil := h.call(action, reflect.Zero(request), "nil")
		asZero := h.call(action, reflect.New(request.Elem()), "zero")
		assert.Equal(t, asNil, asZero, "%s: nil is the zero request", action)
		required := false
		for field := range request.Elem().Fields() {
			required = required || !strings.Contains(field.Tag.Get("url"), "omitempty")
		}
		assert.Equal(t, !required, asNil, "%s: sent if nothing is required", action)
		if asNil {
			sent++
		}
	}
	t.Logf("%d actions take an empty request", sent)
}

// hostileTexts are texts that have broken clients.
var hostileTexts = map[string]string{
	"line break":       "a\nb",
	"return":           "a\rb",
	"header":           "a\r\nX-Evil: 1\r\n\r\n",
	"comma":            "a,b",
	"blank":            " ",
	"zero byte":        "a\x00b",
	"control":          "\x01\x1b[31m\x7f\u0085",
	"not UTF-8":        "\xff\xfe\xc3\x28",
	"surrogate":        "\xed\xa0\x80",
	"other script":     "测试.中国 ünï 🚀",
	"separators":       "\u2028\u2029\ufeff\u202e",
	"wildcard":         ".example.com",
	"star":             "*.example.com",
	"query":            "a&Action=Evil&Signature=x=y+z%20%zz;#?/",
	"kept characters":  "-_.~!*'()",
	"JSON":             `"}],"a":[{"b":"\u0000`,
	"template":         "${x} {{.}} %s %!d(MISSING)",
	"looks like a URL": "http://user:pass@example.com:99999/%2e%2e/?q=a&b#f",
	"long":             strings.Repeat("x", 100_000),
	"long, encoded":    strings.Repeat("é/", 1000),
}

// fillTexts sets every text in v, which gets one element wherever it is a
// list. It reports whether there is a text.
func fillTexts(v reflect.Value, text string) bool {
	if v.Type() == reflect.TypeFor[types.Time]() {
		return false
	}
	found := false
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
		found = true
	case reflect.Slice:
		list := reflect.MakeSlice(v.Type(), 1, 1)
		found = fillTexts(list.Index(0), text)
		v.Set(list)
	case reflect.Struct:
		for _, field := range v.Fields() {
			found = fillTexts(field, text) || found
		}
	default:
	}
	return found
}

// isDocument reports whether a parameter is a JSON document.
func isDocument(field reflect.StructField) bool {
	return slices.Contains([]reflect.Type{
		reflect.TypeFor[types.Sources](), reflect.TypeFor[types.Functions](), reflect.TypeFor[types.SchdmProperty](),
		reflect.TypeFor[types.Reports](), reflect.TypeFor[types.Deliver](), reflect.TypeFor[types.Schedule](),
	}, field.Type)
}

// arrived reports whether the text was sent as the value of the parameter.
func (h *hostileCaller) arrived(field reflect.StructField, text string) bool {
	h.t.Helper()
	name, _, _ := strings.Cut(field.Tag.Get("url"), ",")
	switch params := h.sees.params; {
	case field.Type == reflect.TypeFor[types.Repeated]():
		return params.Get(name+".1") == text && !params.Has(name+".2")
	case field.Type == reflect.TypeFor[types.Tags]():
		return params.Get(name+".1.Key") == text && params.Get(name+".1.Value") == text
	case isDocument(field):
		var document any
		require.NoError(h.t, json.Unmarshal([]byte(params.Get(name)), &document))
		return textsOf(document)[text]
	default:
		return params.Get(name) == text
	}
}

// textsOf returns the texts in a JSON document.
func textsOf(document any) map[string]bool {
	found := map[string]bool{}
	switch d := document.(type) {
	case string:
		found[d] = true
	case []any:
		for _, element := range d {
			maps.Copy(found, textsOf(element))
		}
	case map[string]any:
		for _, element := range d {
			maps.Copy(found, textsOf(element))
		}
	}
	return found
}

// onceAForm are the forms of parameters, by type and tag, that have had their
// turn: what takes long is tried on one parameter of each.
type onceAForm map[string]bool

func (o onceAForm) first(field reflect.StructField, what string) bool {
	_, options, _ := strings.Cut(field.Tag.Get("url"), ",")
	key := fmt.Sprint(field.Type, options, field.Tag.Get("del"), field.Tag.Get("check"), what)
	seen := o[key]
	o[key] = true
	return !seen
}

// Every text of every request with every hostile text: it is refused by name,
// or arrives as it is.
func TestHostileTexts(t *testing.T) {
	t.Parallel()
	h := newHostileCaller(t)
	long := onceAForm{}
	cases := map[bool]int{} // whether they were sent
	for action, full := range allRequests() {
		for field := range reflect.TypeOf(full).Elem().Fields() {
			for what, text := range hostileTexts {
				request := fullRequest(full)
				if !fillTexts(request.Elem().FieldByIndex(field.Index), text) {
					continue
				}
				if isDocument(field) && !utf8.ValidString(text) {
					continue // JSON has no form for it
				}
				if len(text) >= 100_000 && !long.first(field, what) {
					continue
				}
				sent := h.call(action, request, field.Name+" "+what)
				if sent {
					assert.Truef(t, h.arrived(field, text), "%s, %s %s: %.200q", action, field.Name, what, h.sees.params)
				}
				cases[sent]++
			}
		}
	}
	t.Logf("%d requests were sent, %d refused", cases[true], cases[false])
	assert.Positive(t, cases[true])
	assert.Positive(t, cases[false])
}

// Every number of every request at its extremes.
func TestHostileNumbers(t *testing.T) {
	t.Parallel()
	h := newHostileCaller(t)
	numbers := 0
	for action, full := range allRequests() {
		for field := range reflect.TypeOf(full).Elem().Fields() {
			if field.Type.Kind() != reflect.Int {
				continue
			}
			numbers++
			for _, n := range []int{-1, math.MinInt, math.MaxInt, math.MaxInt / 2} {
				request := fullRequest(full)
				request.Elem().FieldByIndex(field.Index).SetInt(int64(n))
				sent := h.call(action, request, fmt.Sprint(field.Name, " ", n))
				assert.False(t, sent && n < 0, "%s: %s is %d", action, field.Name, n)
				if sent {
					assert.Equal(t, strconv.Itoa(n), h.sees.params.Get(field.Name))
				}
			}
		}
	}
	assert.Positive(t, numbers)
}

// timesOf returns the times of a request.
func timesOf(request reflect.Type) []reflect.StructField {
	var times []reflect.StructField
	for field := range request.Fields() {
		if field.Type == reflect.TypeFor[types.Time]() {
			times = append(times, field)
		}
	}
	return times
}

// Every time of every request far from today, in zones near and far.
func TestHostileTimes(t *testing.T) {
	t.Parallel()
	h := newHostileCaller(t)
	zones := []*time.Location{time.UTC, time.FixedZone("far", 23*60*60+59*60+59), time.FixedZone("", -23*60*60), nil}
	for action, full := range allRequests() {
		for _, field := range timesOf(reflect.TypeOf(full).Elem()) {
			for _, year := range []int{-1_000_000, -1, 0, 1, 1969, 9999, 10_000, 1_000_000} {
				for _, zone := range zones {
					at := time.Date(year, 12, 31, 23, 59, 59, 999_999_999, time.UTC)
					if zone != nil {
						at = at.In(zone)
					}
					request := fullRequest(full)
					request.Elem().FieldByIndex(field.Index).Set(reflect.ValueOf(types.UTC(at)))
					if sent := h.call(action, request, fmt.Sprint(field.Name, " ", at)); sent {
						assert.True(t, 1 <= year && year <= 9999, "%s: the year %d", action, year)
						assert.Equal(t, at.UTC().Format("2006-01-02T15:04:05Z"), h.sees.params.Get(field.Name), action)
					}
				}
			}
		}
	}
}

// A span that ends before or when it begins is refused by the name of its end.
func TestSpansBackwards(t *testing.T) {
	t.Parallel()
	h := newHostileCaller(t)
	spans := 0
	start := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	for action, full := range allRequests() {
		if _, ok := reflect.TypeOf(full).Elem().FieldByName("EndTime"); !ok {
			continue
		}
		spans++
		for _, end := range []time.Time{
			start, start.Add(-time.Nanosecond), start.AddDate(0, 0, -1), start.AddDate(-2_000, 0, 0), start.In(time.FixedZone("", 8*60*60)),
		} {
			request := fullRequest(full)
			request.Elem().FieldByName("StartTime").Set(reflect.ValueOf(types.UTC(start)))
			request.Elem().FieldByName("EndTime").Set(reflect.ValueOf(types.UTC(end)))
			before := h.sees.sent
			results := reflect.ValueOf(h.client).MethodByName(action).Call([]reflect.Value{reflect.ValueOf(t.Context()), request})
			err, _ := reflect.TypeAssert[error](results[1])
			refusals := refused(err, action)
			if assert.NotEmpty(t, refusals, "%s: %v", action, err) {
				assert.Equal(t, "EndTime", refusals[0].Param, action)
				assert.Contains(t, refusals[0].Rule, "StartTime", action)
			}
			assert.Equal(t, before, h.sees.sent)
		}
	}
	assert.Greater(t, spans, 30)
}

// Lists of 100,000 elements, in documents 5,000, are refused by name or arrive
// in full.
func TestHugeLists(t *testing.T) {
	t.Parallel()
	h := newHostileCaller(t)
	forms := onceAForm{}
	for action, full := range allRequests() {
		for field := range reflect.TypeOf(full).Elem().Fields() {
			if field.Type.Kind() != reflect.Slice || !forms.first(field, "") {
				continue
			}
			request := fullRequest(full)
			elements := 100_000
			if isDocument(field) {
				elements = 5_000
			}
			element := shortElement(field.Type.Elem())
			list := reflect.MakeSlice(field.Type, elements, elements)
			for i := range elements {
				list.Index(i).Set(element)
			}
			request.Elem().FieldByIndex(field.Index).Set(list)
			if h.call(action, request, field.Name) {
				assert.Equal(t, elements, h.elements(field), "%s: %s", action, field.Name)
			}
		}
	}
}

// shortElement returns an element of a list with texts of one character.
func shortElement(t reflect.Type) reflect.Value {
	element := reflect.New(t).Elem()
	fillTexts(element, "x")
	return element
}

// elements returns how many elements of a list were sent.
func (h *hostileCaller) elements(field reflect.StructField) int {
	h.t.Helper()
	name, options, _ := strings.Cut(field.Tag.Get("url"), ",")
	switch value := h.sees.params.Get(name); {
	case isDocument(field):
		var document []jsontext.Value
		require.NoError(h.t, json.Unmarshal([]byte(value), &document))
		return len(document)
	case strings.Contains(options, "comma"):
		return strings.Count(value, ",") + 1
	case field.Tag.Get("del") != "":
		return strings.Count(value, field.Tag.Get("del")) + 1
	case value != "": // of a type that writes its commas itself
		return strings.Count(value, ",") + 1
	default:
		n := 0
		for n == 0 || h.sees.params.Has(name+"."+strconv.Itoa(n)) || h.sees.params.Has(name+"."+strconv.Itoa(n)+".Key") {
			n++
		}
		return n - 1
	}
}

// Elements that are empty or hold what separates them would change the list on
// its way; they are refused with their place.
func TestElementsThatWouldSplit(t *testing.T) {
	t.Parallel()
	h := newHostileCaller(t)
	for action, full := range allRequests() {
		for field := range reflect.TypeOf(full).Elem().Fields() {
			if field.Type != reflect.TypeFor[[]string]() {
				continue
			}
			separator := field.Tag.Get("del")
			if strings.Contains(field.Tag.Get("url"), "comma") {
				separator = ","
			}
			require.NotEmpty(t, separator, "%s.%s", action, field.Name)
			wrong := []string{"", separator, "a" + separator, separator + "a", "a" + separator + "b"}
			if separator == "\n" {
				wrong = append(wrong, "a\r", "a\rb")
			}
			for _, element := range wrong {
				request := fullRequest(full)
				request.Elem().FieldByIndex(field.Index).Set(reflect.ValueOf([]string{"a.example.com", element}))
				assert.False(t, h.call(action, request, fmt.Sprintf("%s %q", field.Name, element)), "%s: %s %q", action, field.Name, element)
			}
		}
	}
}

// Parameters of Do and WithParam, names as well as values.
func TestHostileNamesOfParameters(t *testing.T) {
	t.Parallel()
	h := newHostileCaller(t)
	for what, text := range hostileTexts {
		for _, action := range []string{"DescribeCdnService", "RefreshObjectCaches", text} {
			err := h.client.Do(t.Context(), action, url.Values{text: {text, "", text}, text + "é": nil}, nil, WithParam(text+"2", text))
			require.NoError(t, err, what)
			assert.Equal(t, action, h.sees.params.Get("Action"))
			assert.Equal(t, []string{"", text, text}, h.sees.params[text])
			assert.Equal(t, []string{text}, h.sees.params[text+"2"])
			assert.False(t, h.sees.params.Has(text+"é"))
		}
	}
	many := url.Values{}
	for i := range 20_000 {
		many.Set("P."+strconv.Itoa(i), strconv.Itoa(i))
	}
	require.NoError(t, h.client.Do(t.Context(), "SetMany", many, nil))
	for name := range many {
		if !slices.Equal(many[name], h.sees.params[name]) {
			t.Fatalf("%s has become %q", name, h.sees.params[name])
		}
	}
}

// No name of a parameter of the signature passes, whether as a parameter or in
// the value of one.
func TestReservedNames(t *testing.T) {
	t.Parallel()
	h := newHostileCaller(t)
	for name := range reserved {
		assert.NotEmpty(t, refused(h.client.Do(t.Context(), "X", url.Values{name: nil}, nil), "X"), name)
		assert.NotEmpty(t, refused(h.client.Do(t.Context(), "X", nil, nil, WithParam(name, "")), "X"), name)
		require.NoError(t, h.client.Do(t.Context(), "X", url.Values{"A": {"&" + name + "=evil"}, strings.ToLower(name) + "_": {"x"}}, nil))
		assert.NotEqual(t, "evil", h.sees.params.Get(name))
	}
	assert.Equal(t, len(reserved), h.sees.sent)
}

// Credentials with characters that no key has are encoded and sign all the
// same.
func TestHostileCredentials(t *testing.T) {
	t.Parallel()
	for what, text := range hostileTexts {
		for _, creds := range []Credentials{
			{AccessKeyId: text, AccessKeySecret: "secret"},
			{AccessKeyId: "id", AccessKeySecret: text},
			{AccessKeyId: "id", AccessKeySecret: "secret", SecurityToken: text},
		} {
			c, v := verifyingClient(t, creds)
			_, err := c.DescribeCdnService(t.Context(), nil)
			require.NoError(t, err, what)
			assert.Equal(t, creds.AccessKeyId, v.params.Get("AccessKeyId"))
			assert.Equal(t, creds.SecurityToken, v.params.Get("SecurityToken"))
		}
	}
}

// A query that is too long for a GET is refused by the name of what takes the
// most of it, be it the token of the credentials.
func TestWhatMakesAQueryTooLong(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 5000)
	encoded := strings.Repeat("é", 1000) // 6,000 bytes
	for _, test := range []struct {
		token  string
		params url.Values
		want   string
	}{
		{long, nil, "SecurityToken"},
		{long, url.Values{"A": {"short"}}, "SecurityToken"},
		{"short", url.Values{"A": {long}, "B": {"short"}}, "A"},
		{"", url.Values{"A": {long[:3000]}, "B": {encoded}}, "B"},
		{"", url.Values{"A": {"", long}, "B": {"short"}}, "A"},
		{"", url.Values{long: {""}, "B": {"short"}}, long},
	} {
		c, v := verifyingClient(t, Credentials{AccessKeyId: "id", AccessKeySecret: "secret", SecurityToken: test.token})
		const action = "CreateRealtimeLogDelivery" // GET only
		err := c.Do(t.Context(), action, test.params, nil)
		refusals := refused(err, action)
		require.Len(t, refusals, 1, "%v", err)
		assert.Equal(t, test.want, refusals[0].Param)
		assert.Contains(t, refusals[0].Rule, "GET only, of at most 4096")
		assert.NotContains(t, refusals[0].Rule, "xxx")
		assert.Zero(t, v.sent)
		require.NoError(t, c.Do(t.Context(), "RefreshObjectCaches", test.params, nil), "a form has no such bound")
	}
}

// Endpoints with a path sign as those without.
func TestHostileEndpoints(t *testing.T) {
	t.Parallel()
	for _, endpoint := range []string{
		"https://cdn.example.test", "https://cdn.example.test/a/b", "https://cdn.example.test/%2F/", "https://[::1]:1/",
		"https://测试.example.test/é",
	} {
		for _, action := range []string{"DescribeCdnService", "RefreshObjectCaches"} {
			c, v := verifyingClient(t, Credentials{AccessKeyId: "id", AccessKeySecret: "secret"}, WithEndpoint(endpoint))
			require.NoError(t, c.Do(t.Context(), action, nil, nil), endpoint)
			assert.Equal(t, 1, v.sent)
		}
	}
	for _, endpoint := range []string{
		"https://a b.example.test", "https://example.test\r\nX-Evil:1", "https://example.test:port", "https://%zz", "https:example.test", "//example.test",
		"javascript:alert(1)", "file:///etc/passwd", "https://[::1", "\x00",
	} {
		_, err := New(StaticCredentials("id", "secret", ""), WithEndpoint(endpoint))
		assert.ErrorContains(t, err, "alicdn: ", "%q", endpoint)
	}
}

// FuzzCanonicalQuery compares the canonical query and its signature with those
// of the implementation above, for any names and values.
func FuzzCanonicalQuery(f *testing.F) {
	f.Add("Action", "DescribeCdnService", "Timestamp", "2026-03-01T00:00:00Z", "", "", "testsecret")
	f.Add("a", "1", "A", "2", "a", "0", "")
	f.Add("a", "", "a.10", "", "a.2", "", "&")
	f.Add("é", "~*+ %", "", "", "\xff", "\x00", "\xff")
	f.Add("a=b", "c&d", "a", "b=c&d", "a%3Db", "", "x")
	for what, text := range hostileTexts {
		if len(text) < 1000 {
			f.Add(text, what, what, text, text+what, text, text)
		}
	}
	f.Fuzz(func(t *testing.T, name1, value1, name2, value2, name3, value3, secret string) {
		pairs := []pair{{name1, value1}, {name2, value2}, {name3, value3}}
		params := url.Values{}
		for _, p := range pairs {
			params.Add(p.name, p.value)
		}
		canonical := canonicalQuery(params)
		if want := canonicalAlone(pairs); canonical != want {
			t.Fatalf("canonical query %q, want %q", canonical, want)
		}
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			if got, want := signature(method, params, secret), signAlone(method, canonical, secret); got != want {
				t.Fatalf("signature %q of %s, want %q", got, canonical, want)
			}
		}
		parsed, err := url.ParseQuery(canonical)
		if err != nil {
			t.Fatalf("%q: %v", canonical, err)
		}
		for name, values := range params {
			if slices.Sort(values); !slices.Equal(values, parsed[name]) {
				t.Fatalf("%q has become %q", params, parsed)
			}
		}
	})
}
