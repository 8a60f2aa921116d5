package cdntest

import (
	"crypto/hmac"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/alicdn/alicdn-go/types"
)

const (
	apiVersion = "2018-05-10"

	// clockTolerance is how far a request's Timestamp may be from the server's clock.
	clockTolerance = 15 * time.Minute

	// maxForm is how large the body of a POST may be.
	maxForm = 16 << 20
)

// arrival is a request as it came in, before anything about it is believed.
type arrival struct {
	method string
	action string
	params url.Values // of the query and of the form
	now    time.Time
}

// wantsJSON reports whether the answer is to be JSON; without Format it is XML.
func (a arrival) wantsJSON() bool { return strings.EqualFold(a.params.Get("Format"), "JSON") }

// readArrival reads the parameters, those of the URL and those of a form. What
// can be read of a malformed request is read too: it is recorded, and says in
// which format to answer.
func readArrival(r *http.Request, now time.Time) (arrival, *fault) {
	a := arrival{method: r.Method, now: now}
	if a.method == "" { // what a client's request may have for GET
		a.method = http.MethodGet
	}
	query, malformed := url.ParseQuery(r.URL.RawQuery)
	a.params = query
	form, no := readForm(r)
	for name, list := range form {
		a.params[name] = append(a.params[name], list...)
	}
	a.action = a.params.Get("Action")
	switch {
	case malformed != nil:
		return a, malformedRequest("The parameters are not well encoded.")
	case no != nil:
		return a, no
	case r.URL.Path != "" && r.URL.Path != "/":
		return a, documentedFault(a.action, types.InvalidActionNotFound)
	}
	return a, a.checkParams()
}

// readForm reads the parameters in the body of a POST, if it has one.
func readForm(r *http.Request) (url.Values, *fault) {
	if r.Method != http.MethodPost || r.Body == nil {
		return nil, nil
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxForm+1))
	switch kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); {
	case err != nil:
		return nil, malformedRequest("The body could not be read.")
	case len(body) == 0:
		return nil, nil
	case len(body) > maxForm:
		return nil, malformedRequest("The body is larger than 16 MiB.")
	case kind != "application/x-www-form-urlencoded":
		return nil, malformedRequest("The body of a POST has to be a form.")
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return form, malformedRequest("The parameters are not well encoded.")
	}
	return form, nil
}

// checkParams makes sure that the parameters are text and that each was sent
// once. It looks at them in the order of their names, so that the same request
// always gets the same answer.
func (a arrival) checkParams() *fault {
	for _, name := range slices.Sorted(maps.Keys(a.params)) {
		if !utf8.ValidString(name) || !utf8.ValidString(a.params.Get(name)) {
			return malformedRequest("The parameters are not UTF-8.")
		}
		if len(a.params[name]) > 1 {
			return malformedRequest("The parameter " + name + " was sent more than once.")
		}
	}
	return nil
}

func malformedRequest(message string) *fault {
	return fail(http.StatusBadRequest, types.InvalidParameter, message)
}

// credentials is the access key that the server accepts.
type credentials struct {
	id, secret string
	tokens     []securityToken // none: not temporary credentials
}

type securityToken struct {
	text    string
	expires time.Time // zero: never
}

// gate decides which requests get in. It is safe for concurrent use.
type gate struct {
	credentials credentials

	mu     sync.Mutex
	nonces map[string]time.Time // seen at
	swept  time.Time            // when nonces was last cleared of old ones
}

// verify makes sure that a request is whole, in time, signed and new. The nonce
// is spent only by a request that is signed.
func (g *gate) verify(a arrival) *fault {
	checks := []func(arrival) *fault{
		checkMethod, checkCommon, checkTimestamp, g.checkKey, g.checkToken, g.checkSignature, g.checkNonce,
	}
	for _, check := range checks {
		if no := check(a); no != nil {
			return no
		}
	}
	return nil
}

func checkMethod(a arrival) *fault {
	spec, known := actions[a.action]
	getOnly := known && !spec.Post
	if a.method != http.MethodGet && (a.method != http.MethodPost || getOnly) {
		return documentedFault(a.action, types.UnsupportedHTTPMethod)
	}
	return nil
}

// commonParameters are those that every request carries, with the value they
// must have, if only one is allowed, and the code for another one.
var commonParameters = []struct {
	name, value string
	code        types.ErrorCode
}{
	{name: "Action"},
	{name: "Version", value: apiVersion, code: types.InvalidVersion},
	{name: "AccessKeyId"},
	{name: "SignatureMethod", value: "HMAC-SHA1", code: types.IncompleteSignature},
	{name: "SignatureVersion", value: "1.0", code: types.IncompleteSignature},
	{name: "SignatureNonce"},
	{name: "Timestamp"},
	{name: "Signature"},
}

func checkCommon(a arrival) *fault {
	for _, p := range commonParameters {
		switch value := a.params.Get(p.name); {
		case strings.TrimSpace(value) == "":
			return missingParameter(a.action, p.name)
		case p.value != "" && value != p.value:
			return documentedFault(a.action, p.code)
		}
	}
	if format := a.params.Get("Format"); !a.wantsJSON() && format != "" && !strings.EqualFold(format, "XML") {
		return malformedParameter(a.action, "Format")
	}
	return nil
}

func checkTimestamp(a arrival) *fault {
	t, ok := parseExactly(secondLayout, a.params.Get("Timestamp"))
	if !ok {
		return documentedFault(a.action, types.InvalidTimeStampFormat)
	}
	if t.Sub(a.now).Abs() > clockTolerance {
		return documentedFault(a.action, types.InvalidTimeStampExpired)
	}
	return nil
}

func (g *gate) checkKey(a arrival) *fault {
	if a.params.Get("AccessKeyId") != g.credentials.id {
		return documentedFault(a.action, types.InvalidAccessKeyIdNotFound)
	}
	return nil
}

func (g *gate) checkToken(a arrival) *fault {
	sent := a.params.Get("SecurityToken")
	if sent == "" {
		if len(g.credentials.tokens) > 0 {
			return missingParameter(a.action, "SecurityToken")
		}
		return nil
	}
	for _, token := range g.credentials.tokens {
		if token.text != sent {
			continue
		}
		if !token.expires.IsZero() && !a.now.Before(token.expires) {
			return documentedFault(a.action, types.InvalidSecurityTokenExpired)
		}
		return nil
	}
	return documentedFault(a.action, types.InvalidSecurityTokenMalformed)
}

// checkSignature answers a wrong signature without the string to sign, which
// the real service puts into the message: it holds the request's secrets.
func (g *gate) checkSignature(a arrival) *fault {
	want := signature(a.method, g.credentials.secret, a.params)
	if !hmac.Equal([]byte(want), []byte(a.params.Get("Signature"))) {
		return documentedFault(a.action, types.SignatureDoesNotMatch)
	}
	return nil
}

func (g *gate) checkNonce(a arrival) *fault {
	g.mu.Lock()
	defer g.mu.Unlock()
	const memory = 2 * clockTolerance // then the Timestamp has expired for sure
	if a.now.Sub(g.swept) > memory {
		maps.DeleteFunc(g.nonces, func(_ string, seen time.Time) bool { return a.now.Sub(seen) > memory })
		g.swept = a.now
	}
	nonce := a.params.Get("SignatureNonce")
	if _, used := g.nonces[nonce]; used {
		return documentedFault(a.action, types.SignatureNonceUsed)
	}
	g.nonces[nonce] = a.now
	return nil
}
