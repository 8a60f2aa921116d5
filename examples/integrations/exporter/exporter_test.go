package main

import (
	"bytes"
	"context"
	"flag"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
)

func TestMain(m *testing.M) { os.Exit(program.WithoutCredentials(m.Run)) }

// scrape asks for the metrics as Prometheus does.
func scrape(t *testing.T, url string) string {
	t.Helper()
	resp, err := http.Get(url)
	require.NoError(t, err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, resp.StatusCode, string(body))
	assert.Contains(t, resp.Header.Get("Content-Type"), "text/plain; version=0.0.4")
	return string(body)
}

func TestScrape(t *testing.T) {
	t.Parallel()
	cdn := cdntest.NewServer(cdntest.WithDomains("a.example.com", "b.example.com"))
	defer cdn.Close()
	collector := newCollector(t.Context(), cdn.Client(), []string{"a.example.com", "b.example.com"}, time.Hour, io.Discard)
	problems, err := testutil.CollectAndLint(collector)
	require.NoError(t, err)
	assert.Empty(t, problems)
	server := httptest.NewServer(handler(collector))
	defer server.Close()

	first := scrape(t, server.URL+"/metrics")
	for _, want := range []string{
		`(?m)^alicdn_up 1$`,
		`(?m)^alicdn_bandwidth_bytes_per_second\{domain="a.example.com"\} [\d.e+]+$`,
		`(?m)^alicdn_traffic_bytes\{domain="b.example.com"\} [\d.e+]+$`,
		`(?m)^alicdn_hit_ratio\{domain="b.example.com"\} 0\.\d+$`,
		`(?m)^alicdn_answers_ratio\{code="200",domain="a.example.com"\} 0\.\d+$`,
		`(?m)^alicdn_quota_remaining\{kind="url"\} 10000$`,
		`(?m)^# TYPE alicdn_hit_ratio gauge$`,
	} {
		assert.Regexp(t, want, first)
	}
	asked := len(cdn.Requests())
	own := regexp.MustCompile(`(?m)^alicdn_.*$`)
	assert.Equal(t, own.FindAllString(first, -1), own.FindAllString(scrape(t, server.URL+"/metrics"), -1))
	assert.Len(t, cdn.Requests(), asked, "not asked again before its time")
}

// What cannot be had is missing from the metrics, the rest is there.
func TestScrapeWithFailure(t *testing.T) {
	t.Parallel()
	cdn := cdntest.NewServer(cdntest.WithDomains("a.example.com"))
	defer cdn.Close()
	var out bytes.Buffer
	collector := newCollector(t.Context(), cdn.Client(), []string{"unknown.example.com", "a.example.com"}, time.Hour, &out)
	server := httptest.NewServer(handler(collector))
	defer server.Close()

	got := scrape(t, server.URL+"/metrics")
	assert.Contains(t, got, "alicdn_up 0\n")
	assert.Contains(t, got, `alicdn_hit_ratio{domain="a.example.com"}`)
	assert.NotContains(t, got, "unknown.example.com")
	assert.Contains(t, out.String(), "InvalidDomain.NotFound")
}

// lines hands on what a program prints.
type lines chan string

func (l lines) Write(p []byte) (int, error) {
	l <- string(p)
	return len(p), nil
}

func TestRun(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	out, ended := make(lines, 10), make(chan error, 1)
	go func() { ended <- run(ctx, []string{"-listen", "127.0.0.1:0"}, out) }()
	<-out // what it runs on
	url := strings.Fields(<-out)[1]
	assert.Contains(t, scrape(t, url), "alicdn_up 1\n")
	cancel()
	require.ErrorIs(t, <-ended, context.Canceled)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.ErrorIs(t, run(t.Context(), []string{"-h"}, &out), flag.ErrHelp)
	require.ErrorContains(t, run(t.Context(), []string{"-every", "0s"}, &out), "-every")
	require.ErrorContains(t, run(t.Context(), []string{"-listen", "nowhere"}, &out), "nowhere")
}
