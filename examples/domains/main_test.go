package main

import (
	"context"
	"flag"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/examples/internal/demotest"
	"github.com/alicdn/alicdn-go/types"
)

func TestPlan(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "", "-origin", "192.0.2.10", "www.example.com", "img.example.com")
	require.NoError(t, err)
	assert.Contains(t, out, "www.example.com: to be added, with the origin 192.0.2.10 and\n  + filetype_based_ttl_set ")
	assert.Contains(t, out, "img.example.com:\n  + filetype_based_ttl_set")
	assert.Equal(t, 2, strings.Count(out, "+ gzip enable=on\n"))
	assert.True(t, strings.HasSuffix(out, "Nothing was changed; -apply does it.\n"))
}

func TestApply(t *testing.T) {
	t.Parallel()
	out, progress, err := demotest.Run(t, run, "", "-apply", "-origin", "origin.example.com", "www.example.com", "img.example.com")
	require.NoError(t, err)
	assert.Contains(t, out, "www.example.com: added\n")
	assert.NotContains(t, out, "proof", "the account has a domain of example.com")
	assert.Contains(t, progress, "domain www.example.com to be online: checking\n")
	assert.Equal(t, 2, strings.Count(out, "enable=on (success)\n"))
	assert.Contains(t, out, "www.example.com is online; its CNAME record has to be www.example.com.")
	assert.Contains(t, out, "img.example.com is online; its CNAME record has to be img.example.com.")
}

func TestProofOfOwnership(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		args []string
		says string
	}{
		"record": {nil, `a DNS record\.\n\n  name     verification\.example\.org\n  type     TXT\n  content  [a-z0-9_]{20,}\n`},
		"file":   {[]string{"-file-proof"}, `a file at an address\.\n\n  address  http://example\.org/verification\.html\n  content  [a-z0-9_]{20,}\n`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, progress, err := demotest.Run(t, run, "",
				append(test.args, "-apply", "-origin", "192.0.2.10", "www.example.org", "img.example.org", "img.example.com")...)
			require.NoError(t, err)
			assert.Regexp(t, `a proof that example\.org is yours: `+test.says, out)
			assert.Equal(t, 1, strings.Count(out, "is yours"), "once for both domains")
			assert.Contains(t, progress, "the ownership of example.org to be proved: found\n")
			assert.Contains(t, out, "www.example.org: added\nimg.example.org: added\n")
			assert.Less(t, strings.Index(out, "www.example.org is online"), strings.Index(out, "img.example.com is online"), "in the order given")
		})
	}
}

// ofTests returns a program on an endpoint that the test has in its hands.
func ofTests(t *testing.T, out, progress *strings.Builder, opts ...cdntest.Option) *site {
	t.Helper()
	s := &site{env: demo.Env{Out: out, Err: progress, Getenv: func(string) string { return "" }}, node: standIn, origin: "192.0.2.10", apply: true}
	var err error
	s.service, err = s.env.Connect(opts...)
	require.NoError(t, err)
	return s
}

// As on the real service: nobody places the record but the user, who may take
// days.
func TestProofThatIsLongInComing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out, progress strings.Builder
		s := ofTests(t, &out, &progress, cdntest.WithVerification())
		s.service.Embedded = nil
		ctx, cancel := context.WithTimeout(t.Context(), 150*time.Second)
		defer cancel()
		require.ErrorIs(t, s.run(ctx, []string{"www.example.org"}), context.DeadlineExceeded)
		assert.Contains(t, out.String(), "Place it now: it is waited for.")
		assert.Regexp(t, `www\.example\.org: unproved: .*\(to be placed: .*verification\.example\.org`, out.String())
		assert.Contains(t, progress.String(), "\n  60s  waiting for the ownership of example.org to be proved: not found\n")
		assert.Equal(t, 3, strings.Count(progress.String(), "not found"), "not more than one a minute")
	})
}

func TestDomainThatIsRefusedDoesNotKeepOthers(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out, progress strings.Builder
		s := ofTests(t, &out, &progress, cdntest.WithForeignDomains("www.example.net"))
		require.EqualError(t, s.run(t.Context(), []string{"www.example.net", "www.example.com"}), "1 of 2 domains were not added")
		assert.Contains(t, out.String(), "www.example.net: refused: ")
		assert.Contains(t, out.String(), "www.example.com is online")
	})
}

func TestStaging(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "", "-staging", "-apply", "img.example.com")
	require.NoError(t, err)
	assert.Regexp(t, `(?s)^img\.example\.com: the staging node [0-9.]+ answers 200 OK \(it is a stand-in\)\nimg\.example\.com: published\n  \+ .*\(success\)`, out)

	out, _, err = demotest.Run(t, run, "", "-staging", "img.example.com")
	require.NoError(t, err)
	assert.NotContains(t, out, "staging node")
	assert.Contains(t, out, "Nothing was changed")
}

func TestStagingThatFailsIsRolledBack(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out, progress strings.Builder
		s := ofTests(t, &out, &progress, cdntest.WithDomains(".example.com"))
		s.staging = true
		s.node = func(string) http.RoundTripper {
			return roundTripper(func(req *http.Request) (*http.Response, error) {
				assert.Equal(t, "http://www.example.com/", req.URL.String(), "a host that the wildcard covers")
				return &http.Response{Status: "200 OK", StatusCode: http.StatusOK, Body: http.NoBody}, nil
			})
		}
		require.ErrorContains(t, s.run(t.Context(), []string{".example.com"}), `X-Content-Type-Options is "", not "nosniff"`)
		assert.Contains(t, out.String(), ".example.com: rolled back: ")

		configs, err := s.service.Client.DescribeCdnDomainConfigs(t.Context(), &types.DescribeCdnDomainConfigsRequest{DomainName: ".example.com"})
		require.NoError(t, err)
		assert.Empty(t, configs.DomainConfigs)
	})
}

// The request goes to the node, for the domain.
func TestStagingNode(t *testing.T) {
	t.Parallel()
	node := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		w.Header().Set("X-Host", req.Host)
	}))
	defer node.Close()
	address, port, err := net.SplitHostPort(node.Listener.Addr().String())
	require.NoError(t, err)
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://www.example.com:"+port+"/", http.NoBody)
	require.NoError(t, err)
	resp, err := stagingNode(address).RoundTrip(req)
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	assert.Equal(t, "www.example.com:"+port, resp.Header.Get("X-Host"))
	require.ErrorContains(t, judge(&http.Response{Status: "502 Bad Gateway", StatusCode: http.StatusBadGateway}), "502 Bad Gateway")
}

func TestApplyToADomainThatFails(t *testing.T) {
	t.Parallel()
	_, _, err := demotest.Run(t, run, "", "-apply", "-origin", "192.0.2.10", "check-failed.example.com")
	require.ErrorAs(t, err, new(*alicdn.WaitError))
	require.ErrorContains(t, err, "check_failed")

	out, _, err := demotest.Run(t, run, "", "-apply", "-origin", "192.0.2.10", "config-failed.example.com")
	require.ErrorAs(t, err, new(*alicdn.WaitError))
	assert.Contains(t, out, "(failed)")
}

func TestUsage(t *testing.T) {
	t.Parallel()
	_, _, err := demotest.Run(t, run, "")
	require.ErrorAs(t, err, new(*demo.UsageError))
	_, _, err = demotest.Run(t, run, "", "-staging", "-prune", "img.example.com")
	require.ErrorAs(t, err, new(*demo.UsageError))
	_, _, err = demotest.Run(t, run, "", "www.example.com")
	require.ErrorAs(t, err, new(*demo.UsageError))
	require.ErrorContains(t, err, "needs an -origin")
	out, _, err := demotest.Run(t, run, "", "-h")
	require.ErrorIs(t, err, flag.ErrHelp)
	assert.Contains(t, out, "-prune")
}
