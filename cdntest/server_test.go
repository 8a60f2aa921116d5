package cdntest_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func TestClient(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()
	client, ctx := server.Client(), t.Context()
	const name = "www.example.com"

	_, err := client.AddCdnDomain(ctx, &types.AddCdnDomainRequest{
		DomainName: name,
		CdnType:    types.CdnTypeWeb,
		Sources:    types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.net"}},
	})
	require.NoError(t, err)

	_, err = client.BatchSetCdnDomainConfig(ctx, &types.BatchSetCdnDomainConfigRequest{
		DomainNames: []string{name},
		Functions: types.Functions{{
			FunctionName: types.FunctionGzip,
			FunctionArgs: []types.FunctionArg{{ArgName: "enable", ArgValue: "on"}},
		}},
	})
	require.NoError(t, err)
	configs, err := client.DescribeCdnDomainConfigs(ctx, &types.DescribeCdnDomainConfigsRequest{DomainName: name})
	require.NoError(t, err)
	require.Len(t, configs.DomainConfigs, 1)
	assert.Equal(t, types.FunctionGzip, configs.DomainConfigs[0].FunctionName)

	domains, err := client.DescribeUserDomains(ctx, nil)
	require.NoError(t, err)
	require.Len(t, domains.Domains, 1)
	assert.Equal(t, types.DomainStatusOnline, domains.Domains[0].DomainStatus)

	_, err = client.StopCdnDomain(ctx, &types.StopCdnDomainRequest{DomainName: "other.example.com"})
	require.ErrorIs(t, err, alicdn.ErrNotFound)
	var failure *alicdn.Error
	require.ErrorAs(t, err, &failure)
	assert.Equal(t, string(types.InvalidDomainNotFound), failure.Code)
	assert.NotEmpty(t, failure.Recommend)
}

func TestClientWithTemporaryCredentials(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithSecurityToken("token", time.Time{}))
	defer server.Close()
	_, err := server.Client().DescribeCdnService(t.Context(), nil)
	require.NoError(t, err)
}

func TestClientPanicsOnBadOptions(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithoutSocket())
	assert.Panics(t, func() { server.Client(alicdn.WithEndpoint("ftp://example.com")) })
	assert.Panics(t, func() { cdntest.NewServer(cdntest.WithDomains("no name")) })
}

// A client on the fake clock: an hour of waiting takes no time.
func TestClientInSynctest(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		durations := cdntest.DefaultDurations()
		durations.Add = time.Hour
		server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDurations(durations))
		defer server.Close()
		client, start := server.Client(), time.Now()
		_, err := client.AddCdnDomain(t.Context(), &types.AddCdnDomainRequest{
			DomainName: "www.example.com",
			CdnType:    types.CdnTypeWeb,
			Sources:    types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.net"}},
		})
		require.NoError(t, err)
		for {
			detail, err := client.DescribeCdnDomainDetail(t.Context(), &types.DescribeCdnDomainDetailRequest{DomainName: "www.example.com"})
			require.NoError(t, err)
			if detail.GetDomainDetailModel.DomainStatus == types.DomainStatusOnline {
				break
			}
			time.Sleep(time.Minute)
		}
		assert.Equal(t, time.Hour, time.Since(start))
	})
}

// A lost answer must not make the client do a thing twice.
func TestClientDoesNotRepeatWhatIsDone(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer()
	defer server.Close()
	client := server.Client()
	_, err := client.DescribeCdnService(t.Context(), nil) // leaves a connection that is kept alive
	require.NoError(t, err)
	server.Script("AddCdnDomain", cdntest.ResetAfter())
	_, err = client.AddCdnDomain(t.Context(), &types.AddCdnDomainRequest{
		DomainName: "www.example.com",
		CdnType:    types.CdnTypeWeb,
		Sources:    types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.net"}},
	})
	require.Error(t, err)
	assert.Equal(t, 1, server.Applied("AddCdnDomain"))
	assert.Len(t, server.Requests(), 2)
}

// net/http by itself repeats a GET on another connection. The server refuses it.
func TestRepeatsOfTheTransportAreRefused(t *testing.T) {
	t.Parallel()
	c := newSocketCaller(t, cdntest.WithDomains("a.example.com"))
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	c.client = &http.Client{Transport: transport}
	c.ok("DescribeCdnService")
	c.server.Script("StopCdnDomain", cdntest.ResetAfter())

	values := c.common("StopCdnDomain")
	values.Set("DomainName", "a.example.com")
	c.sign(http.MethodGet, values)
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, c.server.URL+"/?"+values.Encode(), http.NoBody)
	require.NoError(t, err)
	resp, err := c.client.Do(req)
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	assert.Equal(t, http.StatusBadRequest, resp.StatusCode)
	requests := c.server.Requests()
	assert.Equal(t, types.SignatureNonceUsed, requests[len(requests)-1].Code)
	assert.Equal(t, 1, c.server.Applied("StopCdnDomain"))
}

func TestTransportKeepsItsContract(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	body := &closeCounter{Reader: strings.NewReader(c.common("DescribeCdnService").Encode())}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://any.example.com:8443/", body)
	require.NoError(t, err)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := c.server.Transport().RoundTrip(req)
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	assert.Equal(t, "400 Bad Request", resp.Status)
	assert.Same(t, req, resp.Request)
	assert.Positive(t, resp.ContentLength)
	assert.Equal(t, 1, body.closed)

	ctx, cancel := context.WithCancelCause(t.Context())
	gone := errors.New("gone")
	cancel(gone)
	_, err = c.server.Transport().RoundTrip(req.WithContext(ctx)) //nolint:bodyclose // There is no response.
	require.ErrorIs(t, err, gone)
}

type closeCounter struct {
	*strings.Reader

	closed int
}

func (c *closeCounter) Close() error {
	c.closed++
	return nil
}

func TestURL(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithCredentials("id", "secret"))
	defer server.Close()
	assert.Regexp(t, `^http://127\.0\.0\.1:\d+$`, server.URL)
	assert.Equal(t, "id", server.AccessKeyId)
	assert.Equal(t, "secret", server.AccessKeySecret)
	assert.Empty(t, server.SecurityToken)
	assert.Equal(t, "http://127.0.0.1", cdntest.NewServer(cdntest.WithoutSocket()).URL)
}

func TestTheSeedDecides(t *testing.T) {
	t.Parallel()
	id := func(seed uint64) any {
		return newCaller(t, cdntest.WithSeed(seed)).ok("DescribeCdnService").at("RequestId")
	}
	first, second := id(1), id(1)
	assert.Equal(t, first, second)
	assert.NotEqual(t, first, id(2))
}

func TestServerMadeInsideABubbleHasNoSocket(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer()
		defer server.Close()
		client := server.Client()
		_, err := client.AddCdnDomain(t.Context(), &types.AddCdnDomainRequest{
			DomainName: "www.example.com",
			CdnType:    types.CdnTypeWeb,
			Sources:    types.Sources{{Type: types.SourceTypeIpaddr, Content: "192.0.2.1"}},
		})
		require.NoError(t, err)
		time.Sleep(time.Hour)
		resp, err := client.DescribeCdnDomainDetail(t.Context(), &types.DescribeCdnDomainDetailRequest{DomainName: "www.example.com"})
		require.NoError(t, err)
		assert.Equal(t, types.DomainStatusOnline, resp.GetDomainDetailModel.DomainStatus)
	})
}

// A server from outside the bubble lives by the real clock; its transport works
// inside all the same, once it is told the time there.
func TestTransportOfAServerFromOutsideABubble(t *testing.T) {
	t.Parallel()
	var clock atomic.Int64
	server := cdntest.NewServer(cdntest.WithClock(func() time.Time { return time.Unix(clock.Load(), 0) }))
	defer server.Close()
	synctest.Test(t, func(t *testing.T) {
		clock.Store(time.Now().Unix())
		server.Script("DescribeCdnService", cdntest.Latency(20*time.Second))
		client := server.Client(alicdn.WithHTTPClient(&http.Client{Transport: server.Transport()}))
		started := time.Now()
		_, err := client.DescribeCdnService(t.Context(), nil)
		require.NoError(t, err)
		assert.Equal(t, 20*time.Second, time.Since(started))
	})
}
