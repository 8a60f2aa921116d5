package cdntest_test

import (
	"encoding/xml"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
)

func TestProtocolRefusals(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		change func(values url.Values) // before signing
		method string
		status int
		code   string
	}{
		"other method":         {method: http.MethodPut, status: 405, code: "UnsupportedHTTPMethod"},
		"no action":            {change: remove("Action"), status: 400, code: "MissingAction"},
		"no version":           {change: remove("Version"), status: 400, code: "MissingVersion"},
		"old version":          {change: set("Version", "2014-11-11"), status: 400, code: "InvalidVersion"},
		"no access key":        {change: remove("AccessKeyId"), status: 400, code: "MissingAccessKeyId"},
		"other access key":     {change: set("AccessKeyId", "other"), status: 404, code: "InvalidAccessKeyId.NotFound"},
		"other method of sign": {change: set("SignatureMethod", "HMAC-SHA256"), status: 400, code: "IncompleteSignature"},
		"other sign version":   {change: set("SignatureVersion", "2.0"), status: 400, code: "IncompleteSignature"},
		"no nonce":             {change: remove("SignatureNonce"), status: 400, code: "MissingSignatureNonce"},
		"blank nonce":          {change: set("SignatureNonce", " "), status: 400, code: "MissingSignatureNonce"},
		"no timestamp":         {change: remove("Timestamp"), status: 400, code: "MissingTimestamp"},
		"local timestamp":      {change: set("Timestamp", "2019-05-20T16:00:00+08:00"), status: 400, code: "InvalidTimeStamp.Format"},
		"fractional timestamp": {change: set("Timestamp", "2019-05-20T08:00:00.5Z"), status: 400, code: "InvalidTimeStamp.Format"},
		"short timestamp":      {change: set("Timestamp", "2019-05-20T8:00:00Z"), status: 400, code: "InvalidTimeStamp.Format"},
		"early timestamp":      {change: set("Timestamp", "2019-05-20T07:44:59Z"), status: 400, code: "InvalidTimeStamp.Expired"},
		"late timestamp":       {change: set("Timestamp", "2019-05-20T08:15:01Z"), status: 400, code: "InvalidTimeStamp.Expired"},
		"earliest timestamp":   {change: set("Timestamp", "2019-05-20T07:45:00Z"), status: 200},
		"latest timestamp":     {change: set("Timestamp", "2019-05-20T08:15:00Z"), status: 200},
		"unknown format":       {change: set("Format", "YAML"), status: 400, code: "InvalidParameter"},
		"format in lower case": {change: set("Format", "json"), status: 200},
		"unexpected token":     {change: set("SecurityToken", "token"), status: 400, code: "InvalidSecurityToken.Malformed"},
		"unknown action":       {change: set("Action", "StopDomain"), status: 404, code: "InvalidAction.NotFound"},
		"unknown parameter":    {change: set("Colour", "red"), status: 200},
		"value not UTF-8":      {change: set("Colour", "r\xffd"), status: 400, code: "InvalidParameter"},
		"name not UTF-8":       {change: set("Colo\xff", "red"), status: 400, code: "InvalidParameter"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newCaller(t)
			values := c.common("DescribeCdnService")
			if test.change != nil {
				test.change(values)
			}
			if test.method == "" {
				test.method = http.MethodGet
			}
			c.sign(test.method, values)
			got, err := c.send(t.Context(), test.method, values)
			require.NoError(t, err)
			assert.Equal(t, test.status, got.status, got.body)
			if test.code != "" {
				assert.Contains(t, got.body, test.code)
			}
		})
	}
}

func remove(name string) func(url.Values) { return func(values url.Values) { values.Del(name) } }

func set(name, value string) func(url.Values) {
	return func(values url.Values) { values.Set(name, value) }
}

func TestSignatureIsVerified(t *testing.T) {
	t.Parallel()
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		c := newCaller(t)
		values := c.common("DescribeUserDomains")
		values.Set("DomainName", "a b*~+ü/")
		c.sign(method, values)
		got, err := c.send(t.Context(), method, values)
		require.NoError(t, err)
		assert.Equal(t, "InvalidDomainName.Malformed", got.code(), "signed characters of every kind are read")

		values.Set("PageSize", "21")
		got, err = c.send(t.Context(), method, values)
		require.NoError(t, err)
		assert.Equal(t, http.StatusBadRequest, got.status)
		assert.Equal(t, "SignatureDoesNotMatch", got.code())
		assert.NotContains(t, got.body, "AccessKeyId", "the string to sign is no part of the message")
	}
}

// The example of the reference, with the signature that is right for it.
func TestSignatureVector(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithCredentials("testid", "testsecret"))
	c.clock.now = time.Date(2018, 5, 10, 2, 20, 0, 0, time.UTC)
	got, err := c.send(t.Context(), http.MethodGet, params(
		"SignatureVersion", "1.0", "Format", "JSON", "Timestamp", "2018-05-10T02:19:46Z", "AccessKeyId", "testid",
		"SignatureMethod", "HMAC-SHA1", "Version", "2018-05-10", "Signature", "Xe3QaF2/GALznCpHTrJLrlh9l9Y=",
		"Action", "DescribeCdnService", "SignatureNonce", "9b7a44b0-3be1-11e5-8c73-08002700c460",
	))
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, got.status, got.body)
}

func TestNonceIsUsedOnce(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	values := c.common("DescribeCdnService")
	values.Set("Signature", "wrong")
	got, err := c.send(t.Context(), http.MethodGet, values)
	require.NoError(t, err)
	assert.Equal(t, "SignatureDoesNotMatch", got.code())

	values.Del("Signature")
	c.sign(http.MethodGet, values)
	got, err = c.send(t.Context(), http.MethodGet, values)
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, got.status, "a request that is not signed spends no nonce")

	got, err = c.send(t.Context(), http.MethodGet, values)
	require.NoError(t, err)
	assert.Equal(t, http.StatusBadRequest, got.status)
	assert.Equal(t, "SignatureNonceUsed", got.code())
}

func TestNoncesAreForgotten(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	c.ok("DescribeCdnService")
	c.nonces.Store(0)
	c.clock.Advance(30 * time.Minute)
	c.refused(http.StatusBadRequest, "SignatureNonceUsed", "DescribeCdnService")
	c.nonces.Store(0)
	c.clock.Advance(time.Second)
	c.ok("DescribeCdnService")
}

func TestTemporaryCredentials(t *testing.T) {
	t.Parallel()
	c := newCaller(t,
		cdntest.WithCredentials("STS.id", "secret"),
		cdntest.WithSecurityToken("first", newClock().Now().Add(time.Hour)),
		cdntest.WithSecurityToken("second", time.Time{}),
	)
	assert.Equal(t, "first", c.server.SecurityToken)
	c.refused(http.StatusBadRequest, "MissingSecurityToken", "DescribeCdnService")
	c.ok("DescribeCdnService", "SecurityToken", "first")
	c.ok("DescribeCdnService", "SecurityToken", "second")
	c.refused(http.StatusBadRequest, "InvalidSecurityToken.Malformed", "DescribeCdnService", "SecurityToken", "third")
	c.clock.Advance(time.Hour)
	c.refused(http.StatusBadRequest, "InvalidSecurityToken.Expired", "DescribeCdnService", "SecurityToken", "first")
	c.ok("DescribeCdnService", "SecurityToken", "second")
}

func TestPost(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com"))

	got, err := c.try(http.MethodPost, "StopCdnDomain", "DomainName", "a.example.com")
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, got.status, got.body)

	got, err = c.try(http.MethodPost, "ListUserCustomLogConfig")
	require.NoError(t, err)
	assert.Equal(t, http.StatusMethodNotAllowed, got.status)
	assert.Equal(t, "UnsupportedHTTPMethod", got.code())
}

func TestPostSignsQueryAndForm(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com"))
	all := c.common("StopCdnDomain")
	form := params("DomainName", "a.example.com")
	all.Set("DomainName", "a.example.com")
	c.sign(http.MethodPost, all)
	all.Del("DomainName")

	send := func(contentType string) int {
		t.Helper()
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost,
			c.server.URL+"/?"+all.Encode(), strings.NewReader(form.Encode()))
		require.NoError(t, err)
		req.Header.Set("Content-Type", contentType)
		resp, err := c.client.Do(req)
		require.NoError(t, err)
		require.NoError(t, resp.Body.Close())
		return resp.StatusCode
	}
	assert.Equal(t, http.StatusBadRequest, send("application/json"))
	assert.Equal(t, http.StatusOK, send("application/x-www-form-urlencoded; charset=utf-8"))
}

// A POST may have everything in the URL and no body, then without a type.
func TestPostWithoutBody(t *testing.T) {
	t.Parallel()
	for _, c := range []*caller{newCaller(t), newSocketCaller(t)} {
		all := c.common("DescribeCdnService")
		c.sign(http.MethodPost, all)
		got := c.raw(http.MethodPost, "/?"+all.Encode(), "", "")
		assert.Equal(t, http.StatusOK, got.status, got.body)
	}
}

// raw sends a request of any form, which has to be answered somehow.
func (c *caller) raw(method, target, contentType, body string) answer {
	c.t.Helper()
	req, err := http.NewRequestWithContext(c.t.Context(), method, c.server.URL+target, strings.NewReader(body))
	require.NoError(c.t, err)
	if contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}
	resp, err := c.client.Do(req)
	require.NoError(c.t, err)
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	require.NoError(c.t, err)
	got := answer{status: resp.StatusCode, header: resp.Header, body: string(text)}
	_ = json.Unmarshal(text, &got.json)
	return got
}

// Whatever is wrong with a request, what can be read of it decides about the
// format of the answer and is recorded.
func TestMalformedRequests(t *testing.T) {
	t.Parallel()
	const start, form = "/?Action=DescribeCdnService&Format=JSON", "application/x-www-form-urlencoded"
	tests := map[string]struct {
		target, contentType, body string
		code, message             string
	}{
		"bad encoding":    {target: start + "&A=%zz", code: "InvalidParameter", message: "The parameters are not well encoded."},
		"bad form":        {target: start, contentType: form, body: "A=%zz", code: "InvalidParameter", message: "The parameters are not well encoded."},
		"not a form":      {target: start, contentType: "text/plain", body: "A=B", code: "InvalidParameter", message: "The body of a POST has to be a form."},
		"too large":       {target: start, contentType: form, body: strings.Repeat("A", 16<<20+1), code: "InvalidParameter", message: "The body is larger than 16 MiB."},
		"twice":           {target: start + "&B=1&B=2&C=1&C=2&A=1&Z=1&Z=2", code: "InvalidParameter", message: "The parameter B was sent more than once."},
		"in URL and form": {target: start + "&A=1", contentType: form, body: "A=1&Format=XML", code: "InvalidParameter", message: "The parameter A was sent more than once."},
		"other path":      {target: "/cdn" + start[1:], code: "InvalidAction.NotFound"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newCaller(t)
			method := http.MethodGet
			if test.body != "" {
				method = http.MethodPost
			}
			for range 5 {
				got := c.raw(method, test.target, test.contentType, test.body)
				assert.Equal(t, test.code, got.code(), got.body)
				if test.message != "" {
					assert.Equal(t, test.message, got.at("Message"))
				}
			}
			assert.Equal(t, "DescribeCdnService", c.server.Requests()[0].Action)
			assert.Equal(t, "JSON", c.server.Requests()[0].Params.Get("Format"))
		})
	}
}

// The body of a large request is read whole.
func TestLargestBody(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	body := "Format=JSON&A="
	got := c.raw(http.MethodPost, "/", "application/x-www-form-urlencoded", body+strings.Repeat("A", 16<<20-len(body)))
	assert.Equal(t, "MissingAction", got.code(), got.body)
}

func TestHeadHasNoBody(t *testing.T) {
	t.Parallel()
	onBothWires(t, func(t *testing.T, c *caller) {
		t.Helper()
		log := c.ok("DescribeCdnDomainLogs", "DomainName", "a.example.com").list(t, logInfos)[0]
		for target, want := range map[string]struct {
			status int
			length int64
		}{
			c.server.URL + "/?Format=JSON":           {http.StatusMethodNotAllowed, 0},
			"http://" + log["LogPath"].(string):      {http.StatusOK, int64(log["LogSize"].(float64))},
			c.server.URL + "/logs/a.example.com/x/y": {http.StatusForbidden, int64(len("The request signature does not match.\n"))},
		} {
			req, err := http.NewRequestWithContext(t.Context(), http.MethodHead, target, http.NoBody)
			require.NoError(t, err)
			resp, err := c.client.Do(req)
			require.NoError(t, err)
			text, err := io.ReadAll(resp.Body)
			require.NoError(t, err)
			require.NoError(t, resp.Body.Close())
			assert.Empty(t, text)
			assert.Equal(t, want.status, resp.StatusCode)
			assert.Equal(t, strconv.FormatInt(resp.ContentLength, 10), resp.Header.Get("Content-Length"))
			if want.length > 0 {
				assert.Equal(t, want.length, resp.ContentLength)
			}
			assert.Positive(t, resp.ContentLength)
			assert.Equal(t, "Mon, 20 May 2019 08:00:00 GMT", resp.Header.Get("Date"))
		}
	})
}

func TestErrorBodies(t *testing.T) {
	t.Parallel()
	c := newCaller(t)

	got := c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "StopCdnDomain", "DomainName", "a.example.com")
	assert.Equal(t, "application/json;charset=utf-8", got.header.Get("Content-Type"))
	assert.Equal(t, "The domain provided does not belong to you.", got.at("Message"))
	assert.Equal(t, "cdn.aliyuncs.com", got.at("HostId"))
	assert.Contains(t, got.at("Recommend"), "InvalidDomain.NotFound")
	assert.Regexp(t, requestID, got.at("RequestId"))
	assert.Equal(t, got.at("RequestId"), got.header.Get("X-Acs-Request-Id"))

	for _, format := range []string{"XML", "xml", ""} {
		got = c.get("StopCdnDomain", "DomainName", "", "Format", format)
		assert.Equal(t, http.StatusBadRequest, got.status)
		assert.Equal(t, "text/xml;charset=utf-8", got.header.Get("Content-Type"))
		var body struct {
			XMLName   xml.Name `xml:"Error"`
			Code      string   `xml:"Code"`
			RequestId string   `xml:"RequestId"`
		}
		require.NoError(t, xml.Unmarshal([]byte(got.body), &body))
		assert.Equal(t, "UnsupportedOperation", body.Code)
		assert.Regexp(t, requestID, body.RequestId)
	}
}

var requestID = regexp.MustCompile(`^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$`)

func TestEveryAnswerHasRequestIDAndDate(t *testing.T) {
	t.Parallel()
	for _, c := range []*caller{newCaller(t), newSocketCaller(t)} {
		first, second := c.ok("DescribeCdnService"), c.ok("DescribeCdnService")
		assert.Regexp(t, requestID, first.at("RequestId"))
		assert.NotEqual(t, first.at("RequestId"), second.at("RequestId"))
		assert.Equal(t, "Mon, 20 May 2019 08:00:00 GMT", first.header.Get("Date"))
	}
}
