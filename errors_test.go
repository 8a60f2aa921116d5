package alicdn

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestErrorBodies(t *testing.T) {
	t.Parallel()
	const id = "8906582E-6722-409A-A6C4-0E7863B733A5"
	tests := []struct {
		name   string
		status int
		body   string
		want   Error
		kind   error
	}{
		{
			"JSON", 404, `{"RequestId":"` + id + `","HostId":"cdn.aliyuncs.com","Code":"InvalidDomain.NotFound","Message":"The domain provided does not belong to you.","Recommend":"https://error-center.aliyun.com/"}`,
			Error{Code: "InvalidDomain.NotFound", Message: "The domain provided does not belong to you.", RequestId: id, HostId: "cdn.aliyuncs.com", Recommend: "https://error-center.aliyun.com/"},
			ErrNotFound,
		},
		{
			"lower-case keys", 400, `{"code":"InvalidTagKey","message":"bad","requestId":"` + id + `"}`,
			Error{Code: "InvalidTagKey", Message: "bad", RequestId: id},
			ErrInvalid,
		},
		{
			"numbers for texts", 403, `{"Code":403,"Message":1.5,"RequestId":12345678901234567890}`,
			Error{Code: "403", Message: "1.5", RequestId: "12345678901234567890"},
			ErrForbidden,
		},
		{
			"nulls and objects", 500, `{"Code":null,"Message":{"en":"broken"},"RequestId":"` + id + `"}`,
			Error{Message: `{"en":"broken"}`, RequestId: id},
			ErrUnavailable,
		},
		{
			"XML", 400, `<?xml version="1.0" encoding="UTF-8"?><Error><RequestId>` + id + `</RequestId><HostId>cdn.aliyuncs.com</HostId><Code>UnsupportedOperation</Code><Message>a &lt;b&gt; &amp; c</Message></Error>`,
			Error{Code: "UnsupportedOperation", Message: "a <b> & c", RequestId: id, HostId: "cdn.aliyuncs.com"},
			ErrInvalid,
		},
		{
			"XML under another root", 503, "<PushObjectCacheResponse>\n\t<Code>Throttling</Code>\n</PushObjectCacheResponse>",
			Error{Code: "Throttling"},
			ErrThrottled,
		},
		{"HTML", 502, `<html><head><title>502 Bad Gateway</title></head></html>`, Error{}, ErrUnavailable},
		{"HTML of a firewall", 405, `<!doctype html><body>blocked</body>`, Error{}, nil},
		{"text", 429, `slow down`, Error{}, ErrThrottled},
		{"empty", 503, ``, Error{}, ErrUnavailable},
		{"truncated", 400, `{"Code":"SignatureDoesNotMatch","Message":"Specified sig`, Error{Code: "SignatureDoesNotMatch"}, ErrSignature},
		{"truncated early", 400, `{"Co`, Error{}, ErrInvalid},
		{"JSON array", 400, `[1,2]`, Error{}, ErrInvalid},
		{"invalid UTF-8", 400, "{\"Code\":\"InvalidTag\xff\"}", Error{Code: "InvalidTag\uFFFD"}, ErrInvalid},
		{
			"a code in a success", 200, `{"Code":"OperationDenied","Message":"Your CDN service is suspended.","RequestId":"` + id + `"}`,
			Error{Code: "OperationDenied", Message: "Your CDN service is suspended.", RequestId: id},
			ErrForbidden,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := mockClient(t, httpmock.NewStringResponder(test.status, test.body))
			resp, err := c.StopCdnDomain(t.Context(), &types.StopCdnDomainRequest{DomainName: "example.com"}, WithAttempts(1))
			assert.Nil(t, resp)
			var got *Error
			require.ErrorAs(t, err, &got)
			test.want.Action, test.want.StatusCode, test.want.Attempts = "StopCdnDomain", test.status, 1
			test.want.Body = got.Body
			assert.Equal(t, test.want, *got)
			assert.Equal(t, test.body, string(got.Body))
			for _, s := range sentinels {
				assert.Equal(t, errors.Is(s.target, test.kind), errors.Is(err, s.target), s.target)
			}
		})
	}
}

func TestSuccessCodes(t *testing.T) {
	t.Parallel()
	for _, code := range []string{`0`, `"0"`, `200`, `"OK"`, `"ok"`, `"Success"`, `null`, `""`} {
		c := mockClient(t, httpmock.NewStringResponder(200, `{"Code":`+code+`,"Message":"done","RequestId":"R"}`))
		resp, err := c.StopCdnDomain(t.Context(), &types.StopCdnDomainRequest{DomainName: "example.com"})
		require.NoError(t, err, code)
		assert.Equal(t, "R", resp.RequestId)
	}
}

func TestCodeThatIsNoScalarIsNoError(t *testing.T) {
	t.Parallel()
	for _, code := range []string{`{"a":1}`, `[1]`} {
		c := mockClient(t, httpmock.NewStringResponder(200, `{"Code":`+code+`}`))
		require.NoError(t, c.Do(t.Context(), "DescribeSomethingNew", nil, nil), code)
	}
}

func TestCodeThatIsDataIsNoError(t *testing.T) {
	t.Parallel()
	c := mockClient(t, httpmock.NewStringResponder(200, `{"Code":"E42"}`))
	var out struct{ Code string }
	require.NoError(t, c.Do(t.Context(), "DescribeSomethingNew", nil, &out))
	assert.Equal(t, "E42", out.Code)
	require.Error(t, c.Do(t.Context(), "DescribeSomethingNew", nil, nil))
}

func TestBodyOfAnErrorIsBounded(t *testing.T) {
	t.Parallel()
	c := mockClient(t, httpmock.NewStringResponder(500, strings.Repeat("x", 1<<20)))
	_, err := c.DescribeCdnService(t.Context(), nil, WithAttempts(1))
	var got *Error
	require.ErrorAs(t, err, &got)
	assert.Len(t, got.Body, 64<<10)
}

func TestDecodeErrors(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, body, path, requestId string
	}{
		{"HTML", `<html>welcome</html>`, "", ""},
		{"empty", ``, "", ""},
		{"array", `[{"RequestId":"R"}]`, "", ""},
		{"text", `"ok"`, "", ""},
		{"truncated", `{"RequestId":"R","BpsDataPerInterval":{"DataModule":[{"Value":"1"`, "/BpsDataPerInterval/DataModule/0", "R"},
		{"trailing data", `{"RequestId":"R"}{}`, "", "R"},
		{"no number", `{"RequestId":"R","BpsDataPerInterval":{"DataModule":[{"Value":"1"},{"Value":"many"}]}}`, "/BpsDataPerInterval/DataModule/1/Value", "R"},
		{"no time", `{"BpsDataPerInterval":{"DataModule":[{"TimeStamp":"yesterday"}]},"RequestId":"R"}`, "/BpsDataPerInterval/DataModule/0/TimeStamp", "R"},
		{"object for a scalar", `{"RequestId":"R","DomainName":{"x":1}}`, "/DomainName", "R"},
		{"one element", `{"RequestId":"R","BpsDataPerInterval":{"DataModule":{"Value":"many"}}}`, "/BpsDataPerInterval/DataModule/Value", "R"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := mockClient(t, httpmock.NewStringResponder(200, test.body))
			resp, err := c.DescribeDomainBpsData(t.Context(), nil)
			assert.Nil(t, resp)
			var got *DecodeError
			require.ErrorAs(t, err, &got)
			assert.Equal(t, "DescribeDomainBpsData", got.Action)
			assert.Equal(t, test.path, got.Path)
			assert.Equal(t, test.requestId, got.RequestId)
			assert.Equal(t, 200, got.StatusCode)
			assert.Equal(t, test.body, string(got.Body))
			require.ErrorContains(t, err, "alicdn: DescribeDomainBpsData: decode answer")
			assert.Error(t, got.Unwrap())
		})
	}
}

func TestBodyBeyondTheBound(t *testing.T) {
	t.Parallel()
	c := mockClient(t, func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(io.LimitReader(zeros{}, 100<<20))}, nil
	})
	var raw RawResponse
	_, err := c.DescribeCdnService(t.Context(), nil, WithRawResponse(&raw))
	var got *DecodeError
	require.ErrorAs(t, err, &got)
	require.ErrorContains(t, err, "alicdn: DescribeCdnService: decode answer: body of more than 64 MiB")
	assert.Len(t, raw.Body, 64<<20)
}

// An error whose body does not arrive in full is still the error that it is.
func TestErrorWhoseBodyIsCut(t *testing.T) {
	t.Parallel()
	const body = `{"Code":"Throttling.User","RequestId":"R","Message":"Request was`
	calls := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		calls++
		w.Header().Set("Content-Length", "1000")
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = io.WriteString(w, body)
	}))
	defer server.Close()
	c, err := New(StaticCredentials("id", "secret", ""), WithEndpoint(server.URL), WithRetry(RetryPolicy{BaseDelay: 1}))
	require.NoError(t, err)
	_, err = c.RefreshObjectCaches(t.Context(), &types.RefreshObjectCachesRequest{ObjectPath: []string{"http://example.com/"}})
	var got *Error
	require.ErrorAs(t, err, &got)
	assert.Equal(t, "Throttling.User", got.Code)
	assert.Equal(t, "R", got.RequestId)
	assert.Equal(t, http.StatusServiceUnavailable, got.StatusCode)
	assert.Len(t, got.Body, len(body))
	assert.Equal(t, 3, calls, "throttling is repeated for every class")
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

func TestIsCode(t *testing.T) {
	t.Parallel()
	err := fmt.Errorf("purge: %w", &Error{Code: "QuotaExceeded.Refresh"})
	assert.True(t, IsCode(err, types.Throttling, types.QuotaExceededRefresh))
	assert.False(t, IsCode(err, types.Throttling))
	assert.False(t, IsCode(err))
	assert.False(t, IsCode(&Error{}, ""), "an empty code is no code")
	assert.False(t, IsCode(io.EOF, types.Throttling))
	assert.False(t, IsCode(nil, types.Throttling))
}

func TestErrorTexts(t *testing.T) {
	t.Parallel()
	require.EqualError(t, &Error{Action: "A", Code: "C", Message: "M", RequestId: "R", StatusCode: 400, Attempts: 3}, "alicdn: A: C: M (HTTP 400, RequestId R, 3 attempts)")
	require.EqualError(t, &Error{Action: "A", StatusCode: 502, Attempts: 1}, "alicdn: A: no message (HTTP 502)")
	require.EqualError(t, &ParamError{"A", "P", "is required"}, "alicdn: A: parameter P is required")
	require.EqualError(t, &DecodeError{Action: "A", Path: "/P", RequestId: "R", StatusCode: 200, err: io.EOF}, "alicdn: A: decode answer at /P: EOF (HTTP 200, RequestId R)")
}

// uncomparable is an error that must not be compared with ==.
type uncomparable []string

func (uncomparable) Error() string { return "uncomparable" }

func TestIsTakesAnyTarget(t *testing.T) {
	t.Parallel()
	require.NotErrorIs(t, &Error{Code: "Throttling"}, uncomparable{"x"})
	require.NotErrorIs(t, &ParamError{}, uncomparable{"x"})
}

// Whatever an answer says, the error stands on one line of a log, of bounded
// length, and does nothing to a terminal.
func TestErrorTextsAreOneBoundedLine(t *testing.T) {
	t.Parallel()
	const (
		evil = "a\r\n\x1b]0;evil\a\x1b[31m\x00\x7f\u0085\u009b\u2028\u2029\u202eb"
		most = 5 << 10
	)
	long := strings.Repeat("长 ", 1<<18)
	quoted := func(text string) string {
		encoded, err := jsontext.AppendQuote(nil, text)
		require.NoError(t, err)
		return string(encoded)
	}
	for name, say := range map[string]httpmock.Responder{
		"code":             answer(400, `{"Code":`+quoted(evil+long)+`}`),
		"message":          answer(400, `{"Code":"X","Message":`+quoted(evil+long)+`}`),
		"message of XML":   answer(400, "<Error><Code>X</Code><Message>"+evil+long+"</Message></Error>"),
		"request ID":       answer(400, `{"Code":"X","RequestId":`+quoted(evil+long)+`}`),
		"all of them":      answer(200, `{"Code":`+quoted(evil+long)+`,"Message":`+quoted(evil+long)+`,"RequestId":`+quoted(evil+long)+`}`),
		"text":             answer(500, evil+long),
		"ID of a success":  answer(200, `{"RequestId":`+quoted(evil+long)+`,"PageNumber":[}`),
		"name of a member": answer(200, `{`+quoted(evil+long)+`:[}`),
		"names of members": answer(200, strings.Repeat(`{`+quoted(evil)+`:`, 5000)),
		"wrong value":      answer(200, `{"PageNumber":`+quoted(evil+long)+`}`),
		"transport":        lose(errors.New(evil + long)),
		"joined":           lose(errors.Join(errors.New(evil), errors.New(long))),
	} {
		c := mockClient(t, say, WithoutLimiter())
		_, err := c.DescribeRefreshTasks(t.Context(), nil, WithAttempts(2))
		require.Error(t, err, name)
		for _, text := range []string{err.Error(), fmt.Sprintf("%+v", err), fmt.Sprintf("%#v", err)} {
			assert.LessOrEqual(t, len(text), most, name)
			assert.Equal(t, -1, strings.IndexFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }), "%s: %.200q", name, text)
		}
	}
	_, err := mockClient(t, answer(400, `{"Code":"X","Message":"  域名 is 'bad' – naïve"}`)).DescribeRefreshTasks(t.Context(), nil)
	require.ErrorContains(t, err, "X:   域名 is 'bad' – naïve (HTTP 400)", "what prints stays")
}

// What stands behind a text that is not fit to be printed can be asked for, but
// not walked to.
func TestScrubbedErrorsCanBeAsked(t *testing.T) {
	t.Parallel()
	reset := &net.OpError{Op: "read", Err: os.NewSyscallError("read", syscall.ECONNRESET)}
	c := mockClient(t, func(r *http.Request) (*http.Response, error) {
		return nil, fmt.Errorf("lost %s: %w", r.URL, reset)
	})
	_, err := c.DescribeCdnService(t.Context(), nil, WithAttempts(1))
	require.ErrorIs(t, err, syscall.ECONNRESET)
	found, ok := errors.AsType[*net.OpError](err)
	require.True(t, ok)
	assert.Same(t, reset, found)
	for e := err; e != nil; e = errors.Unwrap(e) {
		assert.Contains(t, e.Error(), "Signature=***")
		assert.NotContains(t, fmt.Sprintf("%#v", e), "Signature=%")
	}
}
