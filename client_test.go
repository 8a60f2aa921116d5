package alicdn

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/action"
	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/types"
)

const throttled = `{"Code":"Throttling.User","Message":"Request was denied due to user flow control.","RequestId":"R"}`

func TestNewReportsEveryWrongSetting(t *testing.T) {
	t.Parallel()
	_, err := New(nil,
		WithEndpoint("cdn.aliyuncs.com"),
		WithHTTPClient(nil),
		WithTimeout(0),
		WithRetry(RetryPolicy{MaxAttempts: -1}),
		WithLimiter(nil),
		WithLogger(nil),
		WithAttemptHook(nil),
		WithUserAgent("shop\r\nX-Evil: 1"),
		WithEndpoint("http://cdn.aliyuncs.com"),
	)
	require.Error(t, err)
	for _, part := range []string{
		"credentials are nil", `endpoint "cdn.aliyuncs.com" is not an http or https URL`, "HTTP client is nil",
		"timeout 0s is not positive", "retry policy", "limiter is nil", "logger is nil", "attempt hook is nil",
		"user agent", "is plain HTTP; use https or WithInsecureHTTP",
	} {
		assert.ErrorContains(t, err, part)
	}
}

func TestEndpoint(t *testing.T) {
	t.Parallel()
	good := []string{
		"https://cdn.aliyuncs.com", "https://cdn.ap-southeast-1.aliyuncs.com/", "http://127.0.0.1:8080",
		"http://[::1]:8080", "http://localhost",
	}
	for _, endpoint := range good {
		_, err := New(EnvCredentials(), WithEndpoint(endpoint))
		require.NoError(t, err, endpoint)
	}
	bad := []string{
		"", "cdn.aliyuncs.com", "ftp://cdn.aliyuncs.com", "https://", "https://user:hush@cdn.aliyuncs.com", "https://cdn.aliyuncs.com?a=1",
		"https://cdn.aliyuncs.com#f", "https://cdn.aliyuncs.com?", "https://:443", "https://cdn.aliyuncs.com:99999", "http://cdn.aliyuncs.com", "http://localhost.example.com", "http://10.0.0.1", "https://\x7f",
	}
	for _, endpoint := range bad {
		_, err := New(EnvCredentials(), WithEndpoint(endpoint))
		require.Error(t, err, endpoint)
		assert.NotContains(t, err.Error(), "hush")
	}
	_, err := New(EnvCredentials(), WithInsecureHTTP(), WithEndpoint("http://10.0.0.1"))
	require.NoError(t, err)
}

func TestNilsAreReported(t *testing.T) {
	t.Parallel()
	for _, provider := range []CredentialsProvider{nil, CredentialsFunc(nil), CachedCredentials(nil), CachedCredentials(CredentialsFunc(nil))} {
		_, err := New(provider)
		require.ErrorContains(t, err, "credentials are nil")
	}
	_, err := New(EnvCredentials(), nil)
	require.ErrorContains(t, err, "an option is nil")
}

func TestClientWithoutTransportGetsItsOwn(t *testing.T) {
	t.Parallel()
	c, err := New(EnvCredentials(), WithHTTPClient(&http.Client{Timeout: time.Minute}))
	require.NoError(t, err)
	transport := transportOf(t, c)
	assert.NotSame(t, http.DefaultTransport, transport)
	assert.Less(t, transport.IdleConnTimeout, 10*time.Second, "before the gateway drops the connection")
}

// transportOf returns the transport that a client has been given.
func transportOf(t *testing.T, c *Client) *http.Transport {
	t.Helper()
	require.IsType(t, unfollowed{}, c.http.Transport)
	transport, ok := c.http.Transport.(unfollowed).RoundTripper.(*http.Transport)
	require.True(t, ok)
	return transport
}

func TestHTTPClientIsCopied(t *testing.T) {
	t.Parallel()
	mine := &http.Client{}
	c, err := New(EnvCredentials(), WithHTTPClient(mine))
	require.NoError(t, err)
	assert.Nil(t, mine.CheckRedirect, "the caller's client stays as it was")
	assert.NotSame(t, mine, c.http)
}

// recorder answers with what it is told, in order, and keeps what arrived.
type recorder struct {
	answers []httpmock.Responder

	mu       sync.Mutex
	requests []url.Values
	methods  []string
}

func (r *recorder) respond(req *http.Request) (*http.Response, error) {
	params, err := requestParams(req)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	r.requests = append(r.requests, params)
	r.methods = append(r.methods, req.Method)
	answer := r.answers[min(len(r.requests), len(r.answers))-1]
	r.mu.Unlock()
	return answer(req)
}

// sent returns how many requests have arrived.
func (r *recorder) sent() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.requests)
}

func answer(status int, body string) httpmock.Responder {
	return httpmock.NewStringResponder(status, body)
}

func lose(err error) httpmock.Responder { return httpmock.NewErrorResponder(err) }

func TestRetryByClassAndOutcome(t *testing.T) {
	t.Parallel()
	refused := &net.OpError{Op: "dial", Net: "tcp", Err: errors.New("connection refused")}
	const internal = `{"Code":"InternalError","RequestId":"R"}`
	tests := []struct {
		name     string
		fails    httpmock.Responder
		attempts map[action.Class]int
	}{
		{"throttled with 400", answer(400, throttled), map[action.Class]int{action.Read: 3, action.Idempotent: 3, action.Once: 3}},
		{"throttled with 503", answer(503, `{"Code":"Throttling"}`), map[action.Class]int{action.Read: 3, action.Idempotent: 3, action.Once: 3}},
		{"throttled by message", answer(400, `{"Code":"X","Message":"QPS Limit Exceeded"}`), map[action.Class]int{action.Read: 3, action.Idempotent: 3, action.Once: 3}},
		{"throttled without code", answer(429, ``), map[action.Class]int{action.Read: 3, action.Idempotent: 3, action.Once: 3}},
		{"not connected", lose(refused), map[action.Class]int{action.Read: 3, action.Idempotent: 3, action.Once: 3}},
		{"lost", lose(io.ErrUnexpectedEOF), map[action.Class]int{action.Read: 3, action.Idempotent: 3, action.Once: 1}},
		{"internal error", answer(500, internal), map[action.Class]int{action.Read: 3, action.Idempotent: 3, action.Once: 1}},
		{"gateway", answer(502, `<html>502 Bad Gateway</html>`), map[action.Class]int{action.Read: 3, action.Idempotent: 3, action.Once: 1}},
		{"configuration failed", answer(500, `{"Code":"InvalidDomain.Configure_failed"}`), map[action.Class]int{action.Read: 1, action.Idempotent: 1, action.Once: 1}},
		{"refused", answer(404, `{"Code":"InvalidDomain.NotFound"}`), map[action.Class]int{action.Read: 1, action.Idempotent: 1, action.Once: 1}},
		{"no such host", lose(&net.DNSError{IsNotFound: true}), map[action.Class]int{action.Read: 1, action.Idempotent: 1, action.Once: 1}},
		{"not decodable", answer(200, `<html></html>`), map[action.Class]int{action.Read: 1, action.Idempotent: 1, action.Once: 1}},
	}
	calls := map[action.Class]string{
		action.Read: "DescribeCdnService", action.Idempotent: "StopCdnDomain", action.Once: "RefreshObjectCaches",
	}
	for _, test := range tests {
		for class, name := range calls {
			t.Run(test.name+"/"+class.String(), func(t *testing.T) {
				t.Parallel()
				r := &recorder{answers: []httpmock.Responder{test.fails}}
				err := mockClient(t, r.respond).Do(t.Context(), name, nil, nil)
				require.Error(t, err)
				assert.Equal(t, test.attempts[class], r.sent())
			})
		}
	}
}

func TestUnknownActionIsNotRepeatedAfterALostAnswer(t *testing.T) {
	t.Parallel()
	r := &recorder{answers: []httpmock.Responder{lose(io.EOF)}}
	require.ErrorIs(t, mockClient(t, r.respond).Do(t.Context(), "DescribeSomethingNew", nil, nil), io.EOF)
	assert.Equal(t, 1, r.sent())
}

func TestEachAttemptIsSignedAnew(t *testing.T) {
	t.Parallel()
	r := &recorder{answers: []httpmock.Responder{answer(400, throttled), answer(400, throttled), answer(200, `{"RequestId":"R"}`)}}
	_, err := mockClient(t, r.respond).RefreshObjectCaches(t.Context(), &types.RefreshObjectCachesRequest{ObjectPath: []string{"http://example.com/a"}})
	require.NoError(t, err)
	require.Len(t, r.requests, 3)
	nonces, signatures := map[string]bool{}, map[string]bool{}
	for i, request := range r.requests {
		nonces[request.Get("SignatureNonce")] = true
		signed := request.Get("Signature")
		signatures[signed] = true
		request.Del("Signature")
		assert.Equal(t, signature(r.methods[i], request, "testsecret"), signed)
	}
	assert.Len(t, nonces, 3)
	assert.Len(t, signatures, 3)
}

func TestCredentialsAreAskedForEachAttempt(t *testing.T) {
	t.Parallel()
	r := &recorder{answers: []httpmock.Responder{answer(400, throttled), answer(200, `{}`)}}
	asked := 0
	c := mockClient(t, r.respond)
	c.credentials = CredentialsFunc(func(context.Context) (Credentials, error) {
		asked++
		return Credentials{AccessKeyId: strings.Repeat("i", asked), AccessKeySecret: "s", SecurityToken: "token"}, nil
	})
	require.NoError(t, c.Do(t.Context(), "DescribeCdnService", nil, nil))
	assert.Equal(t, "i", r.requests[0].Get("AccessKeyId"))
	assert.Equal(t, "ii", r.requests[1].Get("AccessKeyId"))
	assert.Equal(t, "token", r.requests[1].Get("SecurityToken"))
}

func TestBrokenCredentialsSendNothing(t *testing.T) {
	t.Parallel()
	broken := errors.New("vault is sealed")
	for name, provider := range map[string]CredentialsFunc{
		"error": func(context.Context) (Credentials, error) { return Credentials{}, broken },
		"empty": func(context.Context) (Credentials, error) { return Credentials{AccessKeyId: "id"}, nil },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := &recorder{}
			c := mockClient(t, r.respond)
			c.credentials = provider
			_, err := c.DescribeCdnService(t.Context(), nil)
			require.ErrorContains(t, err, "alicdn: DescribeCdnService: get credentials: ")
			assert.Zero(t, r.sent())
		})
	}
}

func TestWhereParametersTravel(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 4096)
	tests := []struct {
		name   string
		action string
		params url.Values
		method string
	}{
		{"a query", "DescribeUserDomains", url.Values{"DomainName": {"example.com"}}, http.MethodGet},
		{"documented as POST", "RefreshObjectCaches", url.Values{"ObjectPath": {"http://example.com/"}}, http.MethodPost},
		{"documented as POST", "PushObjectCache", url.Values{"ObjectPath": {"http://example.com/"}}, http.MethodPost},
		{"a private key", "SetDomainServerCertificate", url.Values{"PrivateKey": {"-----BEGIN"}}, http.MethodPost},
		{"no private key", "SetDomainServerCertificate", url.Values{"ServerCertificateStatus": {"off"}}, http.MethodGet},
		{"keys of URL authentication", "BatchSetCdnDomainConfig", url.Values{"Functions": {`[{"functionName":"aliauth","functionArgs":[{"argName":"auth_key1","argValue":"k"}]}]`}}, http.MethodPost},
		{"a long query", "DescribeUserDomains", url.Values{"DomainName": {long}}, http.MethodPost},
		{"a long query of an unknown action", "SetSomethingNew", url.Values{"X": {long}}, http.MethodPost},
	}
	for _, test := range tests {
		t.Run(test.name+"/"+test.action, func(t *testing.T) {
			t.Parallel()
			var got *http.Request
			var body string
			c := mockClient(t, func(r *http.Request) (*http.Response, error) {
				text, err := io.ReadAll(r.Body)
				got, body = r, string(text)
				return httpmock.NewStringResponse(200, `{}`), err
			})
			require.NoError(t, c.Do(t.Context(), test.action, test.params, nil))
			assert.Equal(t, test.method, got.Method)
			if test.method == http.MethodGet {
				assert.Empty(t, body)
				assert.LessOrEqual(t, len(got.URL.RawQuery), 4096)
				return
			}
			assert.Empty(t, got.URL.RawQuery, "everything is in the form")
			assert.Equal(t, "application/x-www-form-urlencoded", got.Header.Get("Content-Type"))
			assert.Contains(t, body, "Signature=")
		})
	}
}

func TestLongQueryOfAGetOnlyAction(t *testing.T) {
	t.Parallel()
	r := &recorder{}
	_, err := mockClient(t, r.respond).ModifyUserCustomLogConfig(t.Context(),
		&types.ModifyUserCustomLogConfigRequest{ConfigId: strings.Repeat("1", 4096), Tag: "t"})
	var wrong *ParamError
	require.ErrorAs(t, err, &wrong)
	assert.Equal(t, "ConfigId", wrong.Param)
	assert.Contains(t, wrong.Rule, "GET only")
	assert.Zero(t, r.sent())
}

func TestWrongRequestSendsNothing(t *testing.T) {
	t.Parallel()
	r := &recorder{}
	c := mockClient(t, r.respond)
	resp, err := c.AddCdnDomain(t.Context(), &types.AddCdnDomainRequest{CdnType: types.CdnTypeWeb})
	assert.Nil(t, resp)
	require.ErrorIs(t, err, ErrInvalid)
	require.EqualError(t, err, "alicdn: AddCdnDomain: parameter DomainName is required\nalicdn: AddCdnDomain: parameter Sources is required")

	_, err = c.DeleteCdnDomain(t.Context(), nil)
	var wrong *ParamError
	require.ErrorAs(t, err, &wrong)
	assert.Equal(t, ParamError{"DeleteCdnDomain", "DomainName", "is required"}, *wrong)
	assert.Zero(t, r.sent())
}

func TestDo(t *testing.T) {
	t.Parallel()
	r := &recorder{answers: []httpmock.Responder{answer(200, `{"Content":{"a":[1,"2"]},"RequestId":"R"}`)}}
	c := mockClient(t, r.respond)
	var out struct{ Content map[string][]types.Int }
	params := url.Values{"DomainName": {"example.com"}}
	require.NoError(t, c.Do(t.Context(), "DescribeSomethingNew", params, &out, WithParam("More", "1")))
	assert.Equal(t, map[string][]types.Int{"a": {1, 2}}, out.Content)
	assert.Equal(t, "1", r.requests[0].Get("More"))
	assert.Equal(t, url.Values{"DomainName": {"example.com"}}, params, "the caller's parameters stay as they were")
	require.NoError(t, c.Do(t.Context(), "DescribeSomethingNew", nil, nil))

	for _, wrong := range []any{out, 1, (*int)(nil)} {
		require.ErrorContains(t, c.Do(t.Context(), "X", nil, wrong), "not a pointer to decode into")
	}
	require.ErrorContains(t, c.Do(t.Context(), "X", nil, nil, nil), "an option is nil")
	for _, err := range []error{
		c.Do(t.Context(), "", nil, nil),
		c.Do(t.Context(), "X", url.Values{"Signature": {"x"}}, nil),
		c.Do(t.Context(), "X", nil, nil, WithParam("AccessKeyId", "x")),
		c.Do(t.Context(), "X", nil, nil, WithParam("", "x")),
	} {
		require.ErrorIs(t, err, ErrInvalid)
	}
	require.ErrorContains(t, c.Do(t.Context(), "X", nil, nil, WithAttempts(0)), "attempts 0 is less than 1")
	assert.Equal(t, 2, r.sent())
}

func TestWithAttempts(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 5; n++ {
		r := &recorder{answers: []httpmock.Responder{answer(503, throttled)}}
		_, err := mockClient(t, r.respond).DescribeCdnService(t.Context(), nil, WithAttempts(n))
		var failed *Error
		require.ErrorAs(t, err, &failed)
		assert.Equal(t, n, failed.Attempts)
		assert.Equal(t, n, r.sent())
	}
}

func TestWithRawResponse(t *testing.T) {
	t.Parallel()
	r := &recorder{answers: []httpmock.Responder{
		answer(200, `{"RequestId":"R","Unknown":1}`),
		answer(404, `{"Code":"InvalidDomain.NotFound"}`),
		answer(200, `<html>`),
	}}
	c := mockClient(t, r.respond)
	var raw RawResponse
	_, err := c.DescribeCdnService(t.Context(), nil, WithRawResponse(&raw))
	require.NoError(t, err)
	assert.Equal(t, 200, raw.StatusCode)
	assert.JSONEq(t, `{"RequestId":"R","Unknown":1}`, string(raw.Body))
	_, err = c.DescribeCdnService(t.Context(), nil, WithRawResponse(&raw))
	require.ErrorIs(t, err, ErrNotFound)
	assert.Equal(t, 404, raw.StatusCode)
	_, err = c.DescribeCdnService(t.Context(), nil, WithRawResponse(&raw))
	require.Error(t, err)
	assert.Equal(t, "<html>", string(raw.Body))

	r.answers = []httpmock.Responder{lose(io.EOF)}
	_, err = c.DescribeCdnService(t.Context(), nil, WithRawResponse(&raw))
	require.Error(t, err)
	assert.Equal(t, RawResponse{}, raw, "no answer came")
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	var got http.Header
	c := mockClient(t, func(r *http.Request) (*http.Response, error) {
		got = r.Header
		return httpmock.NewStringResponse(200, `{}`), nil
	}, WithUserAgent("shop/1.2"))
	require.NoError(t, c.Do(t.Context(), "DescribeCdnService", nil, nil))
	assert.Equal(t, "alicdn-go/0.1.0 shop/1.2", got.Get("User-Agent"))
	assert.Equal(t, "application/json", got.Get("Accept"))
}

// limiterFunc makes a Limiter of a function.
type limiterFunc func(ctx context.Context, action string) error

func (f limiterFunc) Wait(ctx context.Context, action string) error { return f(ctx, action) }

func TestLimiterIsAskedBeforeEachAttempt(t *testing.T) {
	t.Parallel()
	var asked []string
	r := &recorder{answers: []httpmock.Responder{answer(400, throttled), answer(200, `{}`)}}
	c := mockClient(t, r.respond, WithLimiter(limiterFunc(func(_ context.Context, action string) error {
		asked = append(asked, action)
		return nil
	})))
	require.NoError(t, c.Do(t.Context(), "DescribeCdnService", nil, nil))
	assert.Equal(t, []string{"DescribeCdnService", "DescribeCdnService"}, asked)

	full := errors.New("daily budget is used up")
	c = mockClient(t, r.respond, WithLimiter(limiterFunc(func(context.Context, string) error { return full })))
	require.ErrorIs(t, c.Do(t.Context(), "DescribeCdnService", nil, nil), full)
	assert.Equal(t, 2, r.sent())
}

func TestHookAndLoggerSeeEachAttempt(t *testing.T) {
	t.Parallel()
	var (
		log      strings.Builder
		attempts []Attempt
	)
	r := &recorder{answers: []httpmock.Responder{answer(400, throttled), answer(200, `{"RequestId":"R2"}`)}}
	c := mockClient(t, r.respond,
		WithLogger(slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))),
		WithAttemptHook(func(_ context.Context, a Attempt) { attempts = append(attempts, a) }))
	require.NoError(t, c.Do(t.Context(), "DescribeCdnService", nil, nil))

	require.Len(t, attempts, 2)
	first, second := attempts[0], attempts[1]
	require.ErrorIs(t, first.Err, ErrThrottled)
	assert.True(t, first.WillRetry)
	assert.Equal(t, 1, first.Number)
	assert.Equal(t, 400, first.StatusCode)
	assert.Equal(t, "R", first.RequestId)
	second.Duration = 0
	assert.Equal(t, Attempt{Action: "DescribeCdnService", Number: 2, Method: "GET", StatusCode: 200, RequestId: "R2"}, second)

	lines := strings.Split(strings.TrimSpace(log.String()), "\n")
	require.Len(t, lines, 2)
	assert.Contains(t, lines[0], `level=WARN msg="alicdn call" action=DescribeCdnService attempt=1`)
	assert.Contains(t, lines[1], "level=DEBUG")
	assert.NotContains(t, log.String(), "testsecret")
	for _, request := range r.requests {
		assert.NotContains(t, log.String(), request.Get("Signature"))
	}
}

func TestErrorsOfTransportHoldNoURL(t *testing.T) {
	t.Parallel()
	r := &recorder{answers: []httpmock.Responder{lose(io.ErrUnexpectedEOF)}}
	_, err := mockClient(t, r.respond).DescribeCdnService(t.Context(), nil)
	require.EqualError(t, err, "alicdn: DescribeCdnService: send: unexpected EOF")
	assert.NotErrorAs(t, err, new(*url.Error))
}

func TestRedirectsAreNotFollowed(t *testing.T) {
	t.Parallel()
	var elsewhere atomic.Int32
	target := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { elsewhere.Add(1) }))
	defer target.Close()
	for _, status := range []int{http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect} {
		server := httptest.NewServer(http.RedirectHandler(target.URL, status))
		defer server.Close()
		c, err := New(StaticCredentials("id", "secret", ""), WithEndpoint(server.URL), WithHTTPClient(server.Client()))
		require.NoError(t, err)
		for _, action := range []string{"DescribeCdnService", "RefreshObjectCaches"} {
			var failed *Error
			require.ErrorAs(t, c.Do(t.Context(), action, nil, nil), &failed)
			assert.Equal(t, status, failed.StatusCode)
		}
	}
	assert.Zero(t, elsewhere.Load())
}

// A server that reads a request and closes a connection that is in use again
// must not see the same nonce twice: net/http would repeat a GET by itself.
func TestNetHTTPDoesNotRepeatByItself(t *testing.T) {
	t.Parallel()
	var calls atomic.Int32
	nonces := map[string]int{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		nonces[r.URL.Query().Get("SignatureNonce")]++
		if calls.Add(1) == 2 {
			conn, _, err := http.NewResponseController(w).Hijack()
			if assert.NoError(t, err) {
				conn.Close()
			}
			return
		}
		_, _ = io.WriteString(w, `{"RequestId":"R"}`)
	}))
	defer server.Close()
	c, err := New(StaticCredentials("id", "secret", ""), WithEndpoint(server.URL), WithRetry(RetryPolicy{BaseDelay: 1}))
	require.NoError(t, err)
	_, err = c.DescribeCdnService(t.Context(), nil)
	require.NoError(t, err)
	_, err = c.DescribeCdnService(t.Context(), nil)
	require.NoError(t, err)
	_, err = c.StartCdnDomain(t.Context(), &types.StartCdnDomainRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.Len(t, nonces, 4)
	for nonce, times := range nonces {
		assert.Equal(t, 1, times, nonce)
	}
}

func TestTwoClientsShareNothing(t *testing.T) {
	t.Parallel()
	a, err := New(StaticCredentials("a", "secret", ""))
	require.NoError(t, err)
	b, err := New(StaticCredentials("b", "secret", ""), WithTimeout(time.Second), WithRetry(RetryPolicy{MaxAttempts: 7}))
	require.NoError(t, err)
	assert.NotSame(t, transportOf(t, a), transportOf(t, b))
	assert.Equal(t, 3, a.retry.MaxAttempts)
	assert.Equal(t, RetryPolicy{MaxAttempts: 7, BaseDelay: 500 * time.Millisecond, MaxDelay: 20 * time.Second}, b.retry)
}

// slow answers after a while, or when the request is given up.
func slow(d time.Duration, status int, body string) httpmock.Responder {
	return func(r *http.Request) (*http.Response, error) {
		if err := poll.Sleep(r.Context(), d); err != nil {
			return nil, err
		}
		return httpmock.NewStringResponse(status, body), nil
	}
}

func TestAttemptsTimeOut(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{answers: []httpmock.Responder{slow(time.Minute, 200, `{}`), slow(29*time.Second, 200, `{}`)}}
		started := time.Now()
		_, err := mockClient(t, r.respond).DescribeCdnService(t.Context(), nil)
		require.NoError(t, err)
		assert.Equal(t, 59*time.Second, time.Since(started).Truncate(time.Second), "30 s for the first attempt, 29 s for the second")

		r = &recorder{answers: []httpmock.Responder{slow(time.Minute, 200, `{}`)}}
		_, err = mockClient(t, r.respond, WithTimeout(5*time.Second)).DescribeCdnService(t.Context(), nil)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.NoError(t, t.Context().Err())
		assert.Equal(t, 3, r.sent())
	})
}

func TestWaitsGrowAndEndWithTheContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		policy := RetryPolicy{MaxAttempts: 30, BaseDelay: time.Second, MaxDelay: 20 * time.Second}
		r := &recorder{answers: []httpmock.Responder{answer(400, throttled)}}
		var waits []time.Duration
		c := mockClient(t, r.respond, WithRetry(policy), WithAttemptHook(func(_ context.Context, a Attempt) { waits = append(waits, a.RetryIn) }))
		started := time.Now()
		_, err := c.DescribeCdnService(t.Context(), nil)
		require.ErrorIs(t, err, ErrThrottled)
		var total time.Duration
		for i, wait := range waits {
			assert.LessOrEqual(t, wait, min(20*time.Second, time.Second<<i))
			total += wait
		}
		assert.Equal(t, total, time.Since(started))
		assert.Greater(t, total, 20*time.Second)
	})
}

func TestServiceAsksForAWait(t *testing.T) {
	t.Parallel()
	start := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // of every synctest bubble
	tests := []struct {
		header, value string
		want          time.Duration
	}{
		{"Retry-After", "7", 7 * time.Second},
		{"Retry-After", start.Add(9 * time.Second).Format(http.TimeFormat), 9 * time.Second},
		{"Retry-After", start.Add(-time.Hour).Format(http.TimeFormat), 0},
		{"Retry-After", "3600", 20 * time.Second},
		{"X-Acs-Retry-After", "1500", 1500 * time.Millisecond},
		{"Retry-After", "soon", 0},
		{"Retry-After", "-5", 0},
	}
	for _, test := range tests {
		t.Run(test.header+": "+test.value, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				asks := answer(400, throttled).HeaderSet(http.Header{test.header: {test.value}})
				r := &recorder{answers: []httpmock.Responder{asks, answer(200, `{}`)}}
				c := mockClient(t, r.respond, WithRetry(RetryPolicy{BaseDelay: 1, MaxDelay: 20 * time.Second}))
				started := time.Now()
				_, err := c.DescribeCdnService(t.Context(), nil)
				require.NoError(t, err)
				assert.Equal(t, test.want, time.Since(started))
			})
		})
	}
}

func TestCancelWhileWaitingToRepeat(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{answers: []httpmock.Responder{answer(400, throttled).HeaderSet(http.Header{"Retry-After": {"10"}})}}
		c := mockClient(t, r.respond, WithRetry(RetryPolicy{MaxDelay: time.Minute}))
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(3*time.Second, cancel)
		started := time.Now()
		_, err := c.DescribeCdnService(ctx, nil)
		require.ErrorIs(t, err, context.Canceled)
		require.ErrorIs(t, err, ErrThrottled, "what the service said is not lost")
		assert.Equal(t, 3*time.Second, time.Since(started))
	})
}

func TestNoWaitBeyondTheDeadline(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{answers: []httpmock.Responder{answer(400, throttled).HeaderSet(http.Header{"Retry-After": {"10"}})}}
		c := mockClient(t, r.respond, WithRetry(RetryPolicy{MaxDelay: time.Minute}))
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		started := time.Now()
		_, err := c.DescribeCdnService(ctx, nil)
		require.ErrorIs(t, err, ErrThrottled)
		assert.Zero(t, time.Since(started), "a wait that is in vain is not begun")
		assert.Equal(t, 1, r.sent())
	})
}

func TestCauseOfACancelDoesNotHideIt(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	defer server.Close()
	c, err := New(StaticCredentials("id", "secret", ""), WithEndpoint(server.URL))
	require.NoError(t, err)
	shutdown := errors.New("shutdown")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(shutdown)
	_, err = c.DescribeCdnService(ctx, nil)
	require.ErrorIs(t, err, context.Canceled)

	late, stop := context.WithTimeoutCause(t.Context(), time.Millisecond, shutdown)
	defer stop()
	_, err = c.DescribeCdnService(late, nil)
	require.ErrorIs(t, err, context.DeadlineExceeded)
}

// A handshake that fails has sent nothing, so that every class is repeated.
func TestFailedHandshakeIsRepeated(t *testing.T) {
	t.Parallel()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	var accepted atomic.Int32
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			accepted.Add(1)
			_ = conn.Close()
		}
	}()
	c, err := New(StaticCredentials("id", "secret", ""), WithEndpoint("https://"+listener.Addr().String()), WithRetry(RetryPolicy{BaseDelay: 1}))
	require.NoError(t, err)
	_, err = c.RefreshObjectCaches(t.Context(), &types.RefreshObjectCachesRequest{ObjectPath: []string{"http://example.com/"}})
	require.Error(t, err)
	assert.Equal(t, int32(3), accepted.Load())
}

func TestCancelDuringAnAttempt(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{answers: []httpmock.Responder{slow(time.Minute, 200, `{}`)}}
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, cancel)
		started := time.Now()
		_, err := mockClient(t, r.respond).DescribeCdnService(ctx, nil)
		require.ErrorIs(t, err, context.Canceled)
		assert.Equal(t, time.Second, time.Since(started))
		assert.Equal(t, 1, r.sent())
	})
}
