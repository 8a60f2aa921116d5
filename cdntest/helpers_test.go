package cdntest_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base64"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
)

// clock is a clock that moves only when it is told to.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock {
	return &clock{now: time.Date(2019, 5, 20, 8, 0, 0, 0, time.UTC)}
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// caller speaks to a server without the SDK, with a signer of its own.
type caller struct {
	t      *testing.T
	server *cdntest.Server
	client *http.Client
	clock  *clock
	nonces atomic.Int64
}

// newCaller starts a server with a clock that stands still and returns a caller of it.
func newCaller(t *testing.T, opts ...cdntest.Option) *caller {
	t.Helper()
	c := newClock()
	opts = append([]cdntest.Option{cdntest.WithClock(c.Now), cdntest.WithoutSocket()}, opts...)
	server := cdntest.NewServer(opts...)
	return &caller{t: t, server: server, client: &http.Client{Transport: server.Transport()}, clock: c}
}

// newSocketCaller is newCaller over a real connection.
func newSocketCaller(t *testing.T, opts ...cdntest.Option) *caller {
	t.Helper()
	c := newClock()
	server := cdntest.NewServer(append([]cdntest.Option{cdntest.WithClock(c.Now)}, opts...)...)
	t.Cleanup(server.Close)
	transport := &http.Transport{DisableKeepAlives: true}
	return &caller{t: t, server: server, client: &http.Client{Transport: transport}, clock: c}
}

// params makes parameters of names and values in turn.
func params(pairs ...string) url.Values {
	values := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	return values
}

// common returns the parameters that every request carries, unsigned.
func (c *caller) common(action string) url.Values {
	return params(
		"Action", action,
		"Format", "JSON",
		"Version", "2018-05-10",
		"AccessKeyId", c.server.AccessKeyId,
		"SignatureMethod", "HMAC-SHA1",
		"SignatureVersion", "1.0",
		"SignatureNonce", "nonce-"+strconv.FormatInt(c.nonces.Add(1), 10),
		"Timestamp", c.clock.Now().UTC().Format("2006-01-02T15:04:05Z"),
	)
}

// sign adds the Signature, made by the recipe that starts from a form encoder.
func (c *caller) sign(method string, values url.Values) {
	escape := func(text string) string {
		return strings.NewReplacer("+", "%20", "*", "%2A", "%7E", "~").Replace(url.QueryEscape(text))
	}
	var pairs []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		pairs = append(pairs, escape(name)+"="+escape(values.Get(name)))
	}
	mac := hmac.New(sha1.New, []byte(c.server.AccessKeySecret+"&"))
	_, _ = io.WriteString(mac, method+"&%2F&"+escape(strings.Join(pairs, "&")))
	values.Set("Signature", base64.StdEncoding.EncodeToString(mac.Sum(nil)))
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	body   string
	json   map[string]any // nil if the body is none
}

func (a answer) code() string {
	code, _ := a.json["Code"].(string)
	return code
}

// at returns the value at a path such as "Domains.PageData.0.DomainName".
func (a answer) at(path string) any {
	var value any = a.json
	for part := range strings.SplitSeq(path, ".") {
		switch container := value.(type) {
		case map[string]any:
			value = container[part]
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i >= len(container) {
				return nil
			}
			value = container[i]
		default:
			return nil
		}
	}
	return value
}

// send sends these parameters as they are.
func (c *caller) send(ctx context.Context, method string, values url.Values) (answer, error) {
	target, body := c.server.URL+"/?"+values.Encode(), ""
	if method == http.MethodPost {
		target, body = c.server.URL+"/", values.Encode()
	}
	req, err := http.NewRequestWithContext(ctx, method, target, strings.NewReader(body))
	if err != nil {
		return answer{}, err
	}
	if method == http.MethodPost {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	resp, err := c.client.Do(req)
	if err != nil {
		return answer{}, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	a := answer{status: resp.StatusCode, header: resp.Header, body: string(text)}
	_ = json.Unmarshal(text, &a.json)
	return a, err
}

// try signs and sends a call.
func (c *caller) try(method, action string, pairs ...string) (answer, error) {
	values := c.common(action)
	maps.Copy(values, params(pairs...))
	c.sign(method, values)
	return c.send(c.t.Context(), method, values)
}

// get makes a call that has to be answered somehow.
func (c *caller) get(action string, pairs ...string) answer {
	c.t.Helper()
	a, err := c.try(http.MethodGet, action, pairs...)
	require.NoError(c.t, err)
	return a
}

// ok makes a call that has to succeed.
func (c *caller) ok(action string, pairs ...string) answer {
	c.t.Helper()
	a := c.get(action, pairs...)
	require.Equal(c.t, http.StatusOK, a.status, a.body)
	return a
}

// refused makes a call that has to be refused like this.
func (c *caller) refused(status int, code, action string, pairs ...string) answer {
	c.t.Helper()
	a := c.get(action, pairs...)
	assert.Equal(c.t, code, a.code(), a.body)
	assert.Equal(c.t, status, a.status, a.body)
	return a
}

// add adds a domain.
func (c *caller) add(name string, pairs ...string) {
	c.t.Helper()
	c.ok("AddCdnDomain", append([]string{"DomainName", name, "CdnType", "web", "Sources", oneOrigin}, pairs...)...)
}

const oneOrigin = `[{"type":"domain","content":"origin.example.net"}]`

// status returns the status of a domain.
func (c *caller) status(name string) any {
	c.t.Helper()
	return c.ok("DescribeCdnDomainDetail", "DomainName", name).at("GetDomainDetailModel.DomainStatus")
}
