package alicdn

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/wire"
	"github.com/alicdn/alicdn-go/types"
)

// freely is a limiter that holds nobody back.
type freely struct{}

func (freely) Wait(context.Context, string) error { return nil }

// bodyOfAnswer is the key of the context under which a call carries the body
// that it is to be answered with.
type bodyOfAnswer struct{}

// fromContext is a transport that answers with what the call carries.
type fromContext struct{}

func (fromContext) RoundTrip(r *http.Request) (*http.Response, error) {
	body := r.Context().Value(bodyOfAnswer{}).([]byte)
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(body)), Request: r}, nil
}

// answeredAction is an action of a client whose answers the test writes.
type answeredAction struct {
	name     string
	response reflect.Type
	method   reflect.Value
	request  reflect.Value
}

// answeredActions returns all actions, by name.
func answeredActions(tb testing.TB) []answeredAction {
	tb.Helper()
	c, err := New(StaticCredentials("testid", "testsecret", ""), WithEndpoint(testEndpoint), WithLimiter(freely{}),
		WithHTTPClient(&http.Client{Transport: fromContext{}}), WithRetry(RetryPolicy{MaxAttempts: 1}))
	require.NoError(tb, err)
	var all []answeredAction
	for name, full := range allRequests() {
		method := reflect.ValueOf(c).MethodByName(name)
		request := reflect.New(reflect.TypeOf(full).Elem())
		fillRequired(request.Elem(), full)
		all = append(all, answeredAction{name, method.Type().Out(0).Elem(), method, request})
	}
	slices.SortFunc(all, func(a, b answeredAction) int { return strings.Compare(a.name, b.name) })
	return all
}

// answer calls the action, which is answered with body.
func (a answeredAction) answer(body []byte) (any, error) {
	ctx := context.WithValue(context.Background(), bodyOfAnswer{}, body)
	results := a.method.Call([]reflect.Value{reflect.ValueOf(ctx), a.request})
	err, _ := reflect.TypeAssert[error](results[1])
	return results[0].Interface(), err
}

// check says what is wrong with the outcome of a call: it must be a response
// that can be written and read again, or an error that names action and place.
func (a answeredAction) check(body []byte, resp any, err error) error {
	if err := a.checkBothWays(body); err != nil {
		return err
	}
	if err == nil {
		return a.checkWritten(resp)
	}
	if !reflect.ValueOf(resp).IsNil() {
		return fmt.Errorf("a response beside the error %w", err)
	}
	if e, ok := errors.AsType[*Error](err); ok {
		if e.Action != a.name || e.Code == "" || e.StatusCode != http.StatusOK || !strings.Contains(e.Error(), a.name) {
			return fmt.Errorf("an error that does not say enough: %w", e)
		}
		return nil
	}
	e, ok := errors.AsType[*DecodeError](err)
	if !ok {
		return fmt.Errorf("a %T: %w", err, err)
	}
	if e.Action != a.name || e.StatusCode != http.StatusOK || !bytes.Equal(e.Body, body) || e.Unwrap() == nil || !strings.Contains(e.Error(), a.name) {
		return fmt.Errorf("a decode error that does not say enough: %w", e)
	}
	if !hasPlace(body, e.Path) {
		return fmt.Errorf("the place %q is not in the body: %w", e.Path, err)
	}
	return nil
}

// checkBothWays proves that what is read the usual way is read the same the
// other way, and that a body that is not read leaves nothing behind.
func (a answeredAction) checkBothWays(body []byte) error {
	usual, other := reflect.New(a.response), reflect.New(a.response)
	requestId, ok := wire.DecodeUsual(body, usual.Interface())
	if !ok {
		if !usual.Elem().IsZero() {
			return errors.New("a part of a response, although the body was not read")
		}
		return nil
	}
	if envelope := wire.ReadEnvelope(body); envelope.Failed() && !wire.HasCode(other.Interface()) {
		return fmt.Errorf("read the usual way, although it failed: %v", envelope)
	}
	if err := wire.Decode(body, other.Interface()); err != nil {
		return fmt.Errorf("only the usual way does not see that %w", err)
	}
	if !reflect.DeepEqual(usual.Interface(), other.Interface()) {
		return fmt.Errorf("%+v the usual way, %+v the other", usual, other)
	}
	if requestId != other.Elem().FieldByName("RequestId").String() {
		return fmt.Errorf("the RequestId is %q", requestId)
	}
	return nil
}

// checkWritten proves that the response is written as JSON that is read as the
// same response.
func (a answeredAction) checkWritten(resp any) error {
	text, err := json.Marshal(resp)
	if err != nil {
		return fmt.Errorf("write the response: %w", err)
	}
	again, err := a.answer(text)
	if err != nil {
		return fmt.Errorf("read what was written, %s: %w", text, err)
	}
	written, err := json.Marshal(again)
	if err != nil {
		return fmt.Errorf("write the response again: %w", err)
	}
	if !bytes.Equal(text, written) {
		return fmt.Errorf("%s has become %s", text, written)
	}
	return nil
}

// hasPlace reports whether the body has the place that a JSON pointer names, as
// far as it is JSON. A place inside a document that a string holds counts as
// that of the string.
func hasPlace(body []byte, path string) bool {
	dec := jsontext.NewDecoder(bytes.NewReader(bytes.TrimPrefix(bytes.TrimSpace(body), []byte("\xef\xbb\xbf"))),
		jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	for path != "" {
		token, err := dec.ReadToken()
		if err != nil {
			return !errors.Is(err, io.EOF) // past what is broken there are no places
		}
		place := string(dec.StackPointer())
		inside := token.Kind() == '"' && strings.HasPrefix(path, place+"/")
		if place == path || inside {
			return true
		}
	}
	return true
}

// node is a JSON value taken apart, so that it can be written otherwise.
type node struct {
	kind      jsontext.Kind
	text      string // of a scalar, as it stands
	members   []member
	structure bool // an object that has one member and yet wraps no list
}

// member is a member of an object or, without a name, an element of an array.
type member struct {
	name  string // as it stands, in quotes
	value *node
}

func parseNode(tb testing.TB, text string) *node {
	tb.Helper()
	n, err := readNode(jsontext.NewDecoder(strings.NewReader(text)))
	require.NoError(tb, err)
	return n
}

func readNode(dec *jsontext.Decoder) (*node, error) {
	n := &node{kind: dec.PeekKind()}
	if n.kind != '{' && n.kind != '[' {
		value, err := dec.ReadValue()
		n.text = string(value)
		return n, err
	}
	if _, err := dec.ReadToken(); err != nil {
		return nil, err
	}
	for dec.PeekKind() != '}' && dec.PeekKind() != ']' {
		var m member
		if n.kind == '{' {
			name, err := dec.ReadValue()
			if err != nil {
				return nil, err
			}
			m.name = string(name)
		}
		value, err := readNode(dec)
		if err != nil {
			return nil, err
		}
		m.value = value
		value.structure = m.name == `"email"` || m.name == `"Content"` && !value.has(`"RealtimeLogDeliveryInfo"`) && !value.has(`"data"`)
		n.members = append(n.members, m)
	}
	_, err := dec.ReadToken()
	return n, err
}

func (n *node) has(name string) bool {
	return slices.ContainsFunc(n.members, func(m member) bool { return m.name == name })
}

// String writes the value, blanks left out.
func (n *node) String() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *node) write(b *strings.Builder) {
	if n.kind != '{' && n.kind != '[' {
		b.WriteString(n.text)
		return
	}
	closing := map[jsontext.Kind]byte{'{': '}', '[': ']'}[n.kind]
	b.WriteByte(byte(n.kind))
	for i, m := range n.members {
		if i > 0 {
			b.WriteByte(',')
		}
		if n.kind == '{' {
			b.WriteString(m.name + ":")
		}
		m.value.write(b)
	}
	b.WriteByte(closing)
}

// rewrite returns a copy in which change has had its say on each value, the
// inner ones first.
func (n *node) rewrite(change func(*node) *node) *node {
	changed := &node{kind: n.kind, text: n.text, structure: n.structure}
	for _, m := range n.members {
		changed.members = append(changed.members, member{m.name, m.value.rewrite(change)})
	}
	return change(changed)
}

// isWrapper reports whether the value is an object around a list alone.
func (n *node) isWrapper() bool {
	return n.kind == '{' && !n.structure && len(n.members) == 1 && n.members[0].value.kind == '['
}

// isRow reports whether the value is a row of a report, whose names are data.
func (n *node) isRow() bool { return n.has(`"acc_rate"`) }

func literal(text string) *node { return &node{kind: jsontext.Value(text).Kind(), text: text} }

func object(name string, value *node) *node {
	return &node{kind: '{', members: []member{{name, value}}}
}

// place is a value of an answer that can be replaced.
type place struct {
	path string
	node *node
}

// places returns the values of an answer below the top level, but of each list
// only its first element.
func (n *node) places(path string) []place {
	var found []place
	for i, m := range n.members {
		name := strconv.Itoa(i)
		if n.kind == '{' {
			name = strings.Trim(m.name, `"`)
		} else if i > 0 {
			break
		}
		found = append(found, place{path + "/" + name, m.value})
		found = append(found, m.value.places(path+"/"+name)...)
	}
	return found
}

// replaced returns the answer with another value in that place.
func (n *node) replaced(p place, text string) string {
	kept := *p.node
	defer func() { *p.node = kept }()
	*p.node = *literal(text)
	return n.String()
}

// sameAnswers are ways to write an answer that change nothing about it.
var sameAnswers = map[string]func(answer *node) string{
	"in one line": func(answer *node) string { return answer.String() },
	"in many lines": func(answer *node) string {
		return strings.NewReplacer(",", " ,\r\n\t", ":", "\n: ", "{", "{ ", "}", "\n}").Replace(shielded(answer).String())
	},
	"behind a byte order mark": func(answer *node) string { return "\r\n \xef\xbb\xbf\n" + answer.String() + "\n\t\n" },
	"names in upper case":      named(strings.ToUpper),
	"names in lower case":      named(strings.ToLower),
	"numbers as texts": everywhere(func(n *node) *node {
		if n.kind == '0' {
			return literal(`"` + n.text + `"`)
		}
		return n
	}),
	"texts as numbers": everywhere(func(n *node) *node {
		if number := jsontext.Value(strings.Trim(n.text, `"`)); n.kind == '"' && number.IsValid() && number.Kind() == '0' {
			return literal(string(number))
		}
		return n
	}),
	"escaped": func(answer *node) string { return shielded(answer).String() },
	"unknown members": everywhere(func(n *node) *node {
		if n.kind != '{' || n.isRow() {
			return n
		}
		if n.isWrapper() { // what is said about a list
			return &node{kind: '{', members: []member{
				{`"NextToken"`, literal(`"AAAA="`)}, {`"Total"`, literal(`7`)}, n.members[0], {`"Unit"`, literal(`"bit/s"`)}, {`"More"`, literal(`false`)},
			}}
		}
		first := member{`"Unheard"`, parsed(`{"Of":[{"Until":["now",null,1e400,true]}],"":""}`)}
		last := member{`"\u65b0"`, parsed(`[[[{}]]]`)}
		return &node{kind: '{', members: slices.Concat([]member{first}, n.members, []member{last})}
	}),
	"scalars twice": everywhere(func(n *node) *node {
		twice := &node{kind: n.kind, text: n.text}
		for _, m := range n.members {
			if n.kind == '{' && m.value.members == nil {
				twice.members = append(twice.members, m)
			}
			twice.members = append(twice.members, m)
		}
		return twice
	}),
	"lists without wrapper": everywhere(func(n *node) *node {
		if n.isWrapper() {
			return n.members[0].value
		}
		return n
	}),
	"lists in two wrappers": everywhere(func(n *node) *node {
		if n.isWrapper() && len(n.members[0].value.members) > 0 {
			return object(`"Outer"`, n)
		}
		return n
	}),
	"lists under another name": everywhere(func(n *node) *node {
		if n.isWrapper() {
			return object(`"Renamed"`, n.members[0].value)
		}
		return n
	}),
	"one element without list": everywhere(func(n *node) *node {
		if n.isWrapper() && len(n.members[0].value.members) == 1 {
			return object(n.members[0].name, n.members[0].value.members[0].value)
		}
		return n
	}),
}

func everywhere(change func(*node) *node) func(*node) string {
	return func(answer *node) string { return answer.rewrite(change).String() }
}

// named changes the names of members.
func named(change func(string) string) func(*node) string {
	return everywhere(func(n *node) *node {
		if n.isRow() {
			return n
		}
		for i := range n.members {
			n.members[i].name = change(n.members[i].name)
		}
		return n
	})
}

// shielded escapes every character of names and texts that is no letter or
// digit.
func shielded(answer *node) *node {
	return answer.rewrite(func(n *node) *node {
		if n.kind == '"' {
			n.text = escaped(n.text)
		}
		for i := range n.members {
			n.members[i].name = escaped(n.members[i].name)
		}
		return n
	})
}

func escaped(quoted string) string {
	text, err := jsontext.AppendUnquote(nil, quoted)
	if err != nil || quoted == "" {
		return quoted
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range string(text) {
		fmt.Fprintf(&b, `\u%04x`, r)
	}
	b.WriteByte('"')
	return b.String()
}

func parsed(text string) *node {
	n, err := readNode(jsontext.NewDecoder(strings.NewReader(text)))
	if err != nil {
		panic(err)
	}
	return n
}

// replacements are values that are put into every place of an answer.
var replacements = map[string]string{
	"null":              `null`,
	"empty text":        `""`,
	"empty object":      `{}`,
	"empty list":        `[]`,
	"bool":              `true`,
	"text":              `"no such thing"`,
	"number":            `-7`,
	"huge number":       `123456789012345678901234567890e4000`,
	"tiny number":       `"1e-2147483648"`,
	"long number":       `99999999999999999999`,
	"not UTF-8":         "\"\xff\xfe\xc3\x28\"",
	"half a surrogate":  `"\ud800"`,
	"zero byte":         `"\u0000"`,
	"nested lists":      strings.Repeat("[", 200) + strings.Repeat("]", 200),
	"nested objects":    strings.Repeat(`{"A":`, 200) + `1` + strings.Repeat("}", 200),
	"list of lists":     `[[{}],[[]],null]`,
	"object of objects": `{"A":{"B":{"C":["x",{"D":1}]}},"E":null,"F":""}`,
}

// brokenAnswers are bodies that cannot be read, whatever the action.
var brokenAnswers = map[string]func(answer string) string{
	"wrapped in a list":      func(answer string) string { return "[" + answer + "]" },
	"as a text":              strconv.Quote,
	"twice":                  func(answer string) string { return answer + answer },
	"text behind":            func(answer string) string { return answer + "x" },
	"text before":            func(answer string) string { return "x" + answer },
	"zeros behind":           func(answer string) string { return answer + "\x00\x00" },
	"in UTF-16":              func(answer string) string { return strings.ReplaceAll(answer, "", "\x00")[1:] },
	"without quotes":         func(answer string) string { return strings.ReplaceAll(answer, `"`, "") },
	"in single quotes":       func(answer string) string { return strings.ReplaceAll(answer, `"`, "'") },
	"trailing comma":         func(answer string) string { return strings.TrimSuffix(answer, "}") + ",}" },
	"too deep at the top":    func(answer string) string { return strings.Repeat(`{"A":`, 10_001) + answer },
	"too deep in a member":   func(answer string) string { return `{"A":` + strings.Repeat("[", 20_000) + "," + answer[1:] },
	"NaN":                    func(answer string) string { return `{"PageNumber":NaN,` + answer[1:] },
	"hexadecimal":            func(answer string) string { return `{"A":0x10,` + answer[1:] },
	"a comment":              func(answer string) string { return `{/* */` + answer[1:] },
	"a zero byte in a text":  func(answer string) string { return "{\"A\":\"\x00\"," + answer[1:] },
	"a line break in a text": func(answer string) string { return "{\"A\":\"\n\"," + answer[1:] },
	"nothing":                func(string) string { return "" },
	"a web page":             func(string) string { return "<html><body>200 OK</body></html>" },
}

// failedAnswers are bodies that say that the call failed, beside the data of
// the action.
var failedAnswers = map[string]func(answer string) string{
	"code first":          func(answer string) string { return `{"Code":"ServiceBusy","Message":"Busy.",` + answer[1:] },
	"code last":           func(answer string) string { return strings.TrimSuffix(answer, "}") + `,"Code":"ServiceBusy"}` },
	"names in lower case": func(answer string) string { return `{"code":"ServiceBusy","message":null,` + answer[1:] },
	"twice":               func(answer string) string { return `{"Code":"0","Code":"ServiceBusy",` + answer[1:] },
	"a number":            func(answer string) string { return `{"Code":403,"Message":403,` + answer[1:] },
	"not UTF-8":           func(answer string) string { return "{\"Code\":\"\xff\",\"Message\":\"\xff\"," + answer[1:] },
	"cut off":             func(answer string) string { return `{"Code":"ServiceBusy",` + answer[1:len(answer)/2] },
	"something behind":    func(string) string { return `{"Code":"ServiceBusy"}<html>` },
	"XML":                 func(string) string { return "<Error>\n<Code>ServiceBusy</Code>\n<Message>" },
}

// TestMutatedFixtures decodes the recorded answer of each action written
// otherwise, damaged in every place, cut off, broken, and as a failure.
func TestMutatedFixtures(t *testing.T) {
	t.Parallel()
	cases := 0
	for _, a := range answeredActions(t) {
		m := mutated{answeredAction: a, t: t, text: fixture(t, a.name)}
		m.answer = parseNode(t, m.text)
		m.want, _ = m.read("as recorded", m.text)
		m.otherwise()
		m.damaged()
		m.cutOff()
		m.broken()
		m.failed()
		cases += m.cases
	}
	t.Logf("%d cases", cases)
}

// TestRecordedAnswersAreUsual proves that the recorded answers, in several
// notations, are read the fast way, but for responses that decode themselves
// and those with a code that has to be looked at.
func TestRecordedAnswersAreUsual(t *testing.T) {
	t.Parallel()
	withCode := []string{"SetCdnFullDomainsBlockIP", "DescribeCdnFullDomainsBlockIPConfig", "DescribeCdnFullDomainsBlockIPHistory", "DescribeCdnSecFuncInfo"}
	decodeThemselves := []string{
		"DescribeCdnDomainDetail", "DescribeDomainSrcTrafficData", "DescribeUserUsageDataExportTask", "DescribeUserUsageDetailDataExportTask",
		"DescribeEsExecuteData", "DescribeEsExceptionData",
	}
	for _, a := range answeredActions(t) {
		answer := parseNode(t, fixture(t, a.name))
		for _, name := range []string{
			"in one line", "in many lines", "behind a byte order mark", "names in lower case", "numbers as texts", "escaped", "scalars twice",
			"lists without wrapper", "lists under another name",
		} {
			body := sameAnswers[name](answer)
			_, ok := wire.DecodeUsual([]byte(body), reflect.New(a.response).Interface())
			assert.Equalf(t, !slices.Contains(slices.Concat(decodeThemselves, withCode), a.name), ok, "%s, %s: %s", a.name, name, body)
		}
	}
}

// mutated is an action with its recorded answer, to be answered otherwise.
type mutated struct {
	answeredAction

	t      *testing.T
	text   string
	answer *node
	want   any
	cases  int
}

// read returns what the body is decoded into, or the error.
func (m *mutated) read(name, body string) (any, error) {
	m.t.Helper()
	m.cases++
	resp, err := m.answeredAction.answer([]byte(body))
	assert.NoErrorf(m.t, m.check([]byte(body), resp, err), "%s, %s: %.500q", m.name, name, body)
	return resp, err
}

func (m *mutated) otherwise() {
	m.t.Helper()
	for name, write := range sameAnswers {
		if name == "unknown members" && m.response == reflect.TypeFor[types.ModifyCdnDomainOwnerResponse]() {
			continue // it keeps them
		}
		if m.name == "DescribeCdnReport" && name == "lists in two wrappers" {
			continue // a report has a list data itself: one more around it makes it another report
		}
		body := write(m.answer)
		resp, err := m.read(name, body)
		if assert.NoErrorf(m.t, err, "%s, %s: %s", m.name, name, body) {
			assert.Equalf(m.t, m.want, resp, "%s, %s: %s", m.name, name, body)
		}
	}
}

// damaged puts other values into every place of an answer. What cannot be read is called by
// its place, and null can be read everywhere.
func (m *mutated) damaged() {
	m.t.Helper()
	names := slices.Sorted(maps.Keys(replacements))
	for i, p := range m.answer.places("") {
		for j, name := range names {
			if (i+j)%4 > 0 && name != "null" {
				continue // each value comes to a quarter of the places
			}
			text := replacements[name]
			body := m.answer.replaced(p, text)
			_, err := m.read(name, body)
			if e, ok := errors.AsType[*DecodeError](err); ok {
				assert.Truef(m.t, e.Path == p.path || strings.HasPrefix(e.Path, p.path+"/"), "%s, %s in %s: %v", m.name, name, p.path, err)
			}
			if name == "null" {
				assert.NoErrorf(m.t, err, "%s, %s in %s", m.name, name, p.path)
			}
		}
	}
}

// cutOff cuts the body off in some places.
func (m *mutated) cutOff() {
	m.t.Helper()
	body := m.answer.String()
	const cuts = 12
	for i := range cuts {
		_, err := m.read("cut off", body[:len(body)*i/cuts])
		assert.ErrorAs(m.t, err, new(*DecodeError), m.name)
	}
}

func (m *mutated) broken() {
	m.t.Helper()
	for name, write := range brokenAnswers {
		body := write(m.answer.String())
		_, err := m.read(name, body)
		assert.ErrorAsf(m.t, err, new(*DecodeError), "%s, %s", m.name, name)
	}
}

func (m *mutated) failed() {
	m.t.Helper()
	answer := strings.Replace(m.answer.String(), `"Code":0,`, "", 1) // where success has a code, too
	for name, write := range failedAnswers {
		_, err := m.read(name, write(answer))
		assert.ErrorAsf(m.t, err, new(*Error), "%s, %s", m.name, name)
	}
}

// FuzzResponses decodes any body as the answer of any action.
func FuzzResponses(f *testing.F) {
	actions := answeredActions(f)
	for i, a := range actions {
		text, err := os.ReadFile(fixtureFile(a.name))
		require.NoError(f, err)
		f.Add(uint8(i), text)
		answer := parseNode(f, string(text))
		for _, write := range sameAnswers {
			f.Add(uint8(i), []byte(write(answer)))
		}
		places := answer.places("")
		for n, name := range slices.Sorted(maps.Keys(replacements)) {
			f.Add(uint8(i), []byte(answer.replaced(places[n%len(places)], replacements[name])))
		}
		for _, write := range failedAnswers {
			f.Add(uint8(i), []byte(write(answer.String())))
		}
		f.Add(uint8(i), text[:len(text)/2])
	}
	f.Fuzz(func(t *testing.T, index uint8, body []byte) {
		a := actions[int(index)%len(actions)]
		resp, err := a.answer(body)
		if err := a.check(body, resp, err); err != nil {
			t.Fatalf("%s: %v", a.name, err)
		}
	})
}
