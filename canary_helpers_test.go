package alicdn_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"html"
	"io"
	"iter"
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"reflect"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// How every secret of the canary tests begins and ends. Both ends are looked
// for, so that half a secret is found, too.
const (
	canaryHead = "CANARY"
	canaryTail = "YRANAC"
)

// canary returns the secret of that name. Between its ends stands what every
// encoding has to change.
func canary(name string) string {
	return canaryHead + "-" + name + "-+/= \n\r\t\"'<&>\\%41;é-" + name + "-" + canaryTail
}

// The secrets of a request, by the place that they are planted in.
const (
	accessKeySecret = "access-key-secret"
	securityToken   = "security-token"
	privateKey      = "private-key"
	authKey1        = "auth-key1"
	authKey2        = "auth-key2"
	headerValue     = "pushed-header"
	headerFunction  = "header-function"
)

// And those of answers, of other requests than the client's own, and of
// settings.
const (
	logURL        = "log-url"
	stsURL        = "sts-url"
	proxyPassword = "proxy-password"
	userInfo      = "user-info"
	otherParam    = "other-param"
)

// canaryNames are the names of all secrets.
var canaryNames = []string{
	accessKeySecret, securityToken, privateKey, authKey1, authKey2, headerValue, headerFunction,
	logURL, stsURL, proxyPassword, userInfo, otherParam,
}

func canaryKey(name string) string {
	return "-----BEGIN PRIVATE KEY-----\n" + canary(name) + "\n-----END PRIVATE KEY-----\n"
}

func canaryFunctions() types.Functions {
	return types.Functions{
		{FunctionName: types.FunctionAliauth, FunctionArgs: []types.FunctionArg{
			{ArgName: "auth_key1", ArgValue: canary(authKey1)}, {ArgName: "auth_key2", ArgValue: canary(authKey2)},
		}},
		{FunctionName: types.FunctionSetReqHeader, FunctionArgs: []types.FunctionArg{
			{ArgName: "key", ArgValue: "Authorization"}, {ArgName: "value", ArgValue: canary(headerFunction)},
		}},
	}
}

func canaryHeaders() types.Headers {
	return types.Headers{"Authorization": canary(headerValue), "Accept-Encoding": "gzip"}
}

// signedURL is the address of a file with a signature of its own.
func signedURL(name string) string {
	return "https://files.example.com/2026/03/01.gz?Expires=1772323200&OSSAccessKeyId=id&Signature=" + percent(canary(name))
}

// jsonText is a value as a string of JSON.
func jsonText(value string) string {
	text, err := jsontext.AppendQuote(nil, value)
	if err != nil {
		panic(err)
	}
	return string(text)
}

func percent(text string) string { return strings.ReplaceAll(url.QueryEscape(text), "+", "%20") }

// percentAll encodes every byte.
func percentAll(text string) string {
	var b strings.Builder
	for i := range len(text) {
		fmt.Fprintf(&b, "%%%02X", text[i])
	}
	return b.String()
}

// form is how a text may be written.
type form struct{ name, text string }

// formsOf are the forms in which a text is looked for. A text of letters,
// digits and hyphens stays as it is when it is encoded for URLs, JSON, HTML or
// Go.
func formsOf(text string) []form {
	inJSON := strings.Trim(jsonText(text), `"`)
	forms := []form{
		{"plain", text},
		{"percent-encoded", percent(text)},
		{"percent-encoded in lower case", lowerPercent(text)},
		{"encoded for a form", url.QueryEscape(text)},
		{"double-encoded", percent(percent(text))},
		{"triple-encoded", percent(percent(percent(text)))},
		{"every byte encoded", percentAll(text)},
		{"every byte double-encoded", percent(percentAll(text))},
		{"JSON", inJSON},
		{"JSON twice", strings.Trim(jsonText(inJSON), `"`)},
		{"JSON safe for HTML", safeJSON(text)},
		{"JSON with all escaped", escapeAll(text)},
		{"HTML", html.EscapeString(text)},
		{"Go", strings.Trim(strconv.Quote(text), `"`)},
		{"hex", hex.EncodeToString([]byte(text))},
		{"upper hex", strings.ToUpper(hex.EncodeToString([]byte(text)))},
		{"spaced hex", fmt.Sprintf("% x", text)},
		{"bytes of Go", strings.TrimSuffix(strings.TrimPrefix(fmt.Sprintf("%#v", []byte(text)), "[]byte{"), "}")},
		{"decimal bytes", strings.Trim(fmt.Sprintf("%d", []byte(text)), "[]")},
		{"bytes of JSON", strings.ReplaceAll(strings.Trim(fmt.Sprintf("%d", []byte(text)), "[]"), " ", ",")},
	}
	// The three ways in which a text may lie in the groups of base64, without
	// the characters that depend on what stands around it.
	for shift := range 3 {
		encoded := base64.RawStdEncoding.EncodeToString([]byte(strings.Repeat("\x00", shift) + text))
		first := (shift*8 + 5) / 6
		forms = append(forms, form{fmt.Sprintf("base64 from byte %d", shift), encoded[first : (shift+len(text))*8/6]})
	}
	return forms
}

// escapeAll writes every character as JSON may.
func escapeAll(text string) string {
	var b strings.Builder
	for _, r := range text {
		fmt.Fprintf(&b, `\u%04x`, r)
	}
	return b.String()
}

// safeJSON is JSON as some services write it.
func safeJSON(text string) string {
	quoted := strings.Trim(jsonText(text), `"`)
	return strings.NewReplacer("=", `\u003d`, "&", `\u0026`, "<", `\u003c`, ">", `\u003e`, "'", `\u0027`, "+", `\u002b`, "/", `\/`).Replace(quoted)
}

func lowerPercent(text string) string {
	encoded := []byte(percent(text))
	for i := range encoded {
		if encoded[i] == '%' {
			copy(encoded[i+1:], bytes.ToLower(encoded[i+1:i+3]))
		}
	}
	return string(encoded)
}

// needle is a form of a secret.
type needle struct{ secret, form, text string }

// needlesOf returns the forms of a text, each once.
func needlesOf(secret, text string) []needle {
	var needles []needle
	for _, f := range formsOf(text) {
		if !slices.ContainsFunc(needles, func(n needle) bool { return n.text == f.text }) {
			needles = append(needles, needle{secret, f.name, f.text})
		}
	}
	return needles
}

// ends are the needles that every secret is found by, byName those that tell
// which one it is.
var (
	ends = sync.OnceValue(func() []needle {
		return append(needlesOf("unknown", canaryHead), needlesOf("unknown", canaryTail)...)
	})
	byName = sync.OnceValue(func() []needle {
		var needles []needle
		for _, name := range canaryNames {
			needles = append(needles, needlesOf(name, canaryHead+"-"+name+"-")...)
			needles = append(needles, needlesOf(name, "-"+name+"-"+canaryTail)...)
		}
		return needles
	})
	anyEnd  = sync.OnceValue(func() *haystack { return newHaystack(ends()) })
	signing = sync.OnceValue(func() *haystack {
		return newHaystack(needlesOf(accessKeySecret, canaryHead+"-"+accessKeySecret))
	})
)

// ofSignature looks for the longest piece of a signature that no encoding
// changes, or for all of it where there is no long one.
func ofSignature(signature string) []needle {
	const shortest = 8
	longest := ""
	for piece := range strings.FieldsFuncSeq(signature, func(r rune) bool { return strings.ContainsRune("+/=", r) }) {
		if len(piece) > len(longest) {
			longest = piece
		}
	}
	if len(longest) < shortest {
		longest = signature
	}
	return needlesOf("signature", longest)
}

// haystack tells fast whether any of the needles is in a text.
type haystack struct {
	needles []needle
	hashes  []uint16      // of the beginnings of the needles
	known   [1 << 12]bool // by hash
}

func newHaystack(needles []needle) *haystack {
	h := &haystack{needles: needles}
	for _, n := range needles {
		hash := hashOf([]byte(n.text))
		h.hashes = append(h.hashes, hash)
		h.known[hash] = true
	}
	return h
}

const hashedBytes = 4

// hashOf mixes the first bytes of a text.
//
//go:norace
func hashOf(text []byte) uint16 {
	return (uint16(text[0]) ^ uint16(text[1])<<2 ^ uint16(text[2])<<4 ^ uint16(text[3])<<5) % (1 << 12)
}

//go:norace
func (h *haystack) has(text []byte) bool {
	for ; len(text) >= hashedBytes; text = text[1:] {
		hash := hashOf(text)
		if !h.known[hash] {
			continue
		}
		for i, other := range h.hashes {
			if other == hash && strings.HasPrefix(h.needles[i].text, string(text[:hashedBytes])) && bytes.HasPrefix(text, []byte(h.needles[i].text)) {
				return true
			}
		}
	}
	return false
}

// output is all that came out of the channels.
type output struct {
	text         bytes.Buffer // channel and text by turns, between the bytes below
	logs, client *slog.Logger
}

const (
	newChannel = "\x00"
	newText    = "\x01"
)

func newOutput() *output {
	o := &output{}
	o.logs, o.client = o.logger("value"), o.logger("client")
	return o
}

// logger returns a logger that writes text and JSON into the output.
func (o *output) logger(channel string) *slog.Logger {
	options := &slog.HandlerOptions{Level: slog.LevelDebug}
	return slog.New(slog.NewMultiHandler(
		slog.NewTextHandler(line{o, channel + " slog text"}, options),
		slog.NewJSONHandler(line{o, channel + " slog JSON"}, options),
	))
}

// line takes the lines of a log.
type line struct {
	output  *output
	channel string
}

func (l line) Write(text []byte) (int, error) {
	l.output.begin(l.channel)
	return l.output.text.Write(text)
}

// begin begins a text.
func (o *output) begin(channel string) {
	o.text.WriteString(newChannel)
	o.text.WriteString(channel)
	o.text.WriteString(newText)
}

func (o *output) add(channel, text string) {
	o.begin(channel)
	o.text.WriteString(text)
}

// print prints a value in every way.
func (o *output) print(channel string, value any, verbs ...string) {
	if verbs == nil {
		verbs = []string{"%v", "%+v", "%#v", "%s", "%q"}
	}
	for _, verb := range verbs {
		o.begin(channel + " " + verb)
		fmt.Fprintf(&o.text, verb, value)
	}
	o.logs.Debug(channel, "value", value)
}

// printError prints an error and all that it wraps.
func (o *output) printError(err error) {
	if err == nil {
		return
	}
	o.print("error", err)
	o.add("Error()", err.Error())
	o.logs.Debug("error in a list", "value", []error{err})
	for _, e := range errorsIn(err)[1:] {
		o.add("Error() in the chain", e.Error())
		if _, formats := e.(fmt.Formatter); formats {
			o.print("error in the chain", e)
			continue
		}
		// All verbs but this one print Error().
		o.begin("error in the chain %#v")
		fmt.Fprintf(&o.text, "%#v", e)
		o.logs.Debug("errors of the chain", "value", []error{e})
	}
	if e, ok := errors.AsType[*alicdn.Error](err); ok {
		// What an answer holds of its own may stand in its body.
		o.add("Body", strings.ReplaceAll(string(e.Body), percent(canary(logURL)), ""))
	}
}

// errorsIn returns an error and all that it wraps, the outermost first.
func errorsIn(err error) []error {
	all := []error{err}
	switch e := err.(type) { //nolint:errorlint // the tree is walked by hand
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil {
			all = append(all, errorsIn(inner)...)
		}
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			all = append(all, errorsIn(inner)...)
		}
	}
	return all
}

// leaks returns where a secret came out, sorted.
func (o *output) leaks(signatures ...string) []string {
	needles := slices.Clone(ends())
	for _, signature := range signatures {
		needles = append(needles, ofSignature(signature)...)
	}
	if !newHaystack(needles).has(o.text.Bytes()) {
		return nil
	}
	var leaks []string
	for channel, text := range o.channels() {
		for _, found := range find(text, needles) {
			leaks = append(leaks, channel+": "+found)
		}
	}
	slices.Sort(leaks)
	return slices.Compact(leaks)
}

// channels yields the texts with their channels.
func (o *output) channels() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for part := range strings.SplitSeq(strings.TrimPrefix(o.text.String(), newChannel), newChannel) {
			channel, text, _ := strings.Cut(part, newText)
			if !yield(channel, text) {
				return
			}
		}
	}
}

// find describes the secrets in a text.
func find(text string, needles []needle) []string {
	if !slices.ContainsFunc(needles, func(n needle) bool { return strings.Contains(text, n.text) }) {
		return nil
	}
	found := map[string]string{}
	for _, n := range append(slices.Clone(byName()), needles...) {
		if i := strings.Index(text, n.text); i >= 0 {
			if found[n.secret] == "" {
				const around = 60
				excerpt := text[max(0, i-around):min(len(text), i+len(n.text)+around)]
				found[n.secret] = fmt.Sprintf("%s (%s) in %q", n.secret, n.form, excerpt)
			}
		}
	}
	if len(found) > 1 {
		delete(found, "unknown")
	}
	return slices.Collect(maps.Values(found))
}

// arrived is a request as the transport sees it.
type arrived struct {
	*http.Request

	form string
}

// encoded are the parameters as they travel.
func (a arrived) encoded() string {
	if a.form != "" {
		return a.form
	}
	return a.URL.RawQuery
}

// signed takes the parameters apart: those that are signed, and the signature,
// which stands among them.
func (a arrived) signed() (unsigned, signature string) {
	before, rest, _ := strings.Cut(a.encoded(), "&Signature=")
	signature, after, found := strings.Cut(rest, "&")
	if found {
		before += "&" + after
	}
	return before, signature
}

// stringToSign is what the service repeats where it does not accept the
// signature.
func (a arrived) stringToSign() string {
	unsigned, _ := a.signed()
	return a.Method + "&%2F&" + percent(unsigned)
}

// whole is the request line with the parameters as they travel, and the string
// to sign.
func (a arrived) whole() string {
	return "https://cdn.example.test/?" + a.encoded() + " " + a.stringToSign()
}

// plain are the parameters decoded.
func (a arrived) plain() string {
	text, err := url.QueryUnescape(strings.ReplaceAll(a.encoded(), "&", ";\n"))
	if err != nil {
		panic(err)
	}
	return text
}

// secrets are those that the request carries.
func (a arrived) secrets() []string {
	text := a.plain()
	var found []string
	for _, name := range canaryNames {
		if strings.Contains(text, canaryHead+"-"+name) {
			found = append(found, canary(name))
		}
	}
	return found
}

// recording is a transport that keeps what is sent.
type recording struct {
	next func(arrived) (*http.Response, error)

	mu   sync.Mutex
	sent []arrived
}

func (r *recording) RoundTrip(request *http.Request) (*http.Response, error) {
	a, err := r.note(request)
	if err != nil {
		return nil, err
	}
	if err := request.Context().Err(); err != nil {
		return nil, err
	}
	return r.next(a)
}

// note keeps a request, if it is signed.
func (r *recording) note(request *http.Request) (arrived, error) {
	a := arrived{Request: request}
	if request.Method == http.MethodPost {
		text, err := io.ReadAll(request.Body)
		if err != nil {
			return a, err
		}
		a.form = string(text)
		a.Request = request.WithContext(request.Context()) // a copy, to be read once more
		a.Body = io.NopCloser(strings.NewReader(a.form))
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if strings.Contains(a.encoded(), "&Signature=") {
		r.sent = append(r.sent, a)
	}
	return a, nil
}

// signatures are those of the requests.
func (r *recording) signatures() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var all []string
	for _, a := range r.sent {
		_, encoded := a.signed()
		signature, err := url.QueryUnescape(encoded)
		if err != nil {
			panic(err)
		}
		all = append(all, signature)
	}
	return all
}

// stage is how one call goes wrong: an arrangement changes what it needs of
// it.
type stage struct {
	ctx      context.Context //nolint:containedctx // of one call
	cancel   context.CancelCauseFunc
	answer   func(arrived) (*http.Response, error)
	provider alicdn.CredentialsProvider
	hook     func(alicdn.Attempt)
	options  []alicdn.Option
}

// failure is a way to fail.
type failure struct {
	name    string
	arrange func(*stage)
	kind    error // what the error is, if that matters
}

// play makes the call fail. All that comes out goes into o.
func (f failure) play(t *testing.T, o *output, name string, planted bool) *performance {
	t.Helper()
	o.text.Reset()
	p, c := f.stage(t, o, name)
	p.err = p.call(c, p.ctx, planted)
	p.printError(p.err)
	return p
}

// stage makes a client whose calls fail.
func (f failure) stage(t *testing.T, o *output, name string) (*performance, *alicdn.Client) {
	t.Helper()
	ctx, cancel := context.WithCancelCause(t.Context())
	t.Cleanup(func() { cancel(nil) })
	s := &stage{
		ctx:      ctx,
		cancel:   cancel,
		provider: alicdn.StaticCredentials("testid", canary(accessKeySecret), canary(securityToken)),
		hook:     func(alicdn.Attempt) {},
	}
	if f.arrange != nil {
		f.arrange(s)
	}
	p := &performance{output: o, action: name, ctx: s.ctx}
	p.transport.next = s.answer
	return p, newClient(t, s.provider, &p.transport, append([]alicdn.Option{
		alicdn.WithRetry(alicdn.RetryPolicy{MaxAttempts: 1}),
		alicdn.WithLogger(p.client),
		alicdn.WithAttemptHook(func(_ context.Context, a alicdn.Attempt) {
			p.print("attempt", a, "%v", "%+v", "%#v")
			s.hook(a)
		}),
	}, s.options...)...)
}

// performance is a call that has been made.
type performance struct {
	*output

	action    string
	ctx       context.Context //nolint:containedctx // of the call
	transport recording
	err       error
	panicked  bool
}

// call calls the action by its method, and by Do if it has none. Panics come
// out as text.
func (p *performance) call(c *alicdn.Client, ctx context.Context, planted bool) (err error) { //nolint:revive // ctx belongs to the call
	defer func() {
		if text := recover(); text != nil {
			p.panicked = true
			p.print("panic", text)
			p.add("panic stack", string(debug.Stack()))
		}
	}()
	request, typed := plantedRequests()[p.action]
	if !typed {
		return c.Do(ctx, p.action, canaryParams(), nil)
	}
	var options []alicdn.CallOption
	if planted {
		for name, values := range canaryParams() {
			options = append(options, alicdn.WithParam(name, values[0]))
		}
	}
	return callAction(ctx, c, p.action, request, options)
}

// canaryParams are the parameters that hold secrets.
var canaryParams = sync.OnceValue(func() url.Values {
	values := url.Values{"PrivateKey": {canaryKey(privateKey)}, "SSLPri": {canaryKey(privateKey)}, "Value": {canary(headerValue)}}
	for key, value := range map[string]interface {
		EncodeValues(key string, v *url.Values) error
	}{"Functions": canaryFunctions(), "WithHeader": canaryHeaders()} {
		if err := value.EncodeValues(key, &values); err != nil {
			panic(err)
		}
	}
	return values
})

// plantedRequests are requests of all actions, with secrets in the fields that
// are for secrets.
var plantedRequests = sync.OnceValue(func() map[string]any {
	requests := alicdn.AllRequests()
	for name, request := range requests {
		requests[name] = plant(request)
	}
	return requests
})

func plant(request any) any {
	planted := reflect.New(reflect.TypeOf(request).Elem())
	planted.Elem().Set(reflect.ValueOf(request).Elem())
	for field, value := range planted.Elem().Fields() {
		switch {
		case field.Name == "PrivateKey", field.Name == "SSLPri":
			value.SetString(canaryKey(privateKey))
		case field.Name == "Value" && planted.Type() == reflect.TypeFor[*types.SetReqHeaderConfigRequest](): // elsewhere it is no header's
			value.SetString(canary(headerValue))
		case field.Type == reflect.TypeFor[types.Functions]():
			value.Set(reflect.ValueOf(canaryFunctions()))
		case field.Type == reflect.TypeFor[types.Headers]():
			value.Set(reflect.ValueOf(canaryHeaders()))
		}
	}
	return planted.Interface()
}

// callAction calls the method of that name.
func callAction(ctx context.Context, c *alicdn.Client, name string, request any, options []alicdn.CallOption) error {
	in := []reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(request)}
	for _, option := range options {
		in = append(in, reflect.ValueOf(option))
	}
	err, _ := reflect.TypeAssert[error](reflect.ValueOf(c).MethodByName(name).Call(in)[1])
	return err
}

// travels returns the secrets that a request carries where it should not:
// nowhere the one that signs, none in a header, and in a URL only the token.
func (p *performance) travels() []string {
	var wrong []string
	for _, a := range p.transport.sent {
		address := strings.ReplaceAll(a.URL.String(), percent(canary(securityToken)), "")
		if anyEnd().has([]byte(address)) {
			wrong = append(wrong, "a URL: "+address)
		}
		for name, values := range a.Header {
			if slices.ContainsFunc(values, func(value string) bool { return anyEnd().has([]byte(value)) }) {
				wrong = append(wrong, fmt.Sprint("a header: ", name, values))
			}
		}
		if signing().has([]byte(a.form)) {
			wrong = append(wrong, "a form: "+a.form)
		}
	}
	return wrong
}

// failed reports whether the call failed, with an error or a panic.
func (p *performance) failed() bool { return p.err != nil || p.panicked }

// tally counts what a canary test has looked at.
type tally struct {
	mu                            sync.Mutex
	failures, calls, texts, bytes int
	actions, channels             map[string]bool
}

// take counts a call.
func (c *tally) take(p *performance) {
	one := &tally{calls: 1, bytes: p.text.Len(), actions: map[string]bool{p.action: true}, channels: map[string]bool{}}
	for channel := range p.output.channels() {
		one.texts++
		one.channels[channel] = true
	}
	c.add(one)
}

func (c *tally) add(other *tally) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.channels == nil {
		c.actions, c.channels = map[string]bool{}, map[string]bool{}
	}
	c.failures += other.failures
	c.calls += other.calls
	c.texts += other.texts
	c.bytes += other.bytes
	maps.Copy(c.actions, other.actions)
	maps.Copy(c.channels, other.channels)
}

func (c *tally) log(t *testing.T) {
	t.Helper()
	t.Logf("%d calls of %d actions that fail in %d ways; %d secrets in %d forms (%d needles) looked for in %d texts of %d channels, %d KiB",
		c.calls, len(c.actions), c.failures, len(canaryNames)+1, len(formsOf(canaryHead)), len(ends())+len(byName()), c.texts, len(c.channels), c.bytes>>10)
}
