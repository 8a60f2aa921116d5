package alicdn

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/param"
)

// testEndpoint is where the clients of the tests send to; nothing listens
// there.
const testEndpoint = "https://cdn.example.test/"

// mockClient returns a client on a transport of its own, without waits.
func mockClient(t *testing.T, responder httpmock.Responder, opts ...Option) *Client {
	t.Helper()
	transport := httpmock.NewMockTransport()
	transport.RegisterResponder(http.MethodGet, testEndpoint, responder)
	transport.RegisterResponder(http.MethodPost, testEndpoint, responder)
	opts = append([]Option{
		WithEndpoint(testEndpoint),
		WithHTTPClient(&http.Client{Transport: transport}),
		WithRetry(RetryPolicy{BaseDelay: 1, MaxDelay: 1}),
	}, opts...)
	c, err := New(StaticCredentials("testid", "testsecret", ""), opts...)
	require.NoError(t, err)
	return c
}

// fixtureFile is where the recorded answer of an action is. Two names of files
// that differ in case only are one on some systems, and no module may have both:
// the two spellings of this action have one answer.
func fixtureFile(action string) string {
	if action == "CreateRealTimeLogDelivery" {
		action = "CreateRealtimeLogDelivery"
	}
	return filepath.Join("testdata", action+".json")
}

// fixture returns a recorded answer.
func fixture(t *testing.T, action string) string {
	t.Helper()
	body, err := os.ReadFile(fixtureFile(action))
	require.NoError(t, err)
	return string(body)
}

// fixtureClient returns a client whose endpoint answers with the recorded
// answer of the action.
func fixtureClient(t *testing.T, action string) *Client {
	t.Helper()
	body := fixture(t, action)
	return mockClient(t, func(r *http.Request) (*http.Response, error) {
		params, err := requestParams(r)
		if err != nil {
			return nil, err
		}
		require.Equal(t, action, params.Get("Action"))
		return httpmock.NewStringResponse(http.StatusOK, body), nil
	})
}

// canonicalQuery returns the parameters as they are signed and sent.
func canonicalQuery(params url.Values) string { return textOf(newQuery(param.Of(params))) }

func textOf(q query) string { return strings.TrimPrefix(string(q.text), "&") }

// signature signs with a signer that has seen another key before.
func signature(method string, params url.Values, accessKeySecret string) string {
	var s signer
	s.sign(http.MethodGet, query{}, query{}, "another")
	s.sign(http.MethodGet, query{}, query{}, accessKeySecret)
	var own, others query
	for i, p := range param.Of(params) { // which parameter is whose does not matter
		if i%3 == 0 {
			own.add(p.Name, p.Value)
		} else {
			others.add(p.Name, p.Value)
		}
	}
	return s.sign(method, own, others, accessKeySecret)
}

func percentEncode(s string) string { return string(appendEncoded(nil, s)) }

// requestParams returns the parameters of a request, wherever they travel.
func requestParams(r *http.Request) (url.Values, error) {
	if err := r.ParseForm(); err != nil {
		return nil, err
	}
	return r.Form, nil
}
