package main

import (
	"context"
	"encoding/json"
	"flag"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
	"go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
	"github.com/alicdn/alicdn-go/types"
)

func TestMain(m *testing.M) { os.Exit(program.WithoutCredentials(m.Run)) }

// recorder keeps spans and metrics.
type recorder struct {
	spans  *tracetest.SpanRecorder
	tracer *trace.TracerProvider
	reader *metric.ManualReader
	hook   func(context.Context, alicdn.Attempt)
}

func newRecorder(t *testing.T) *recorder {
	t.Helper()
	r := &recorder{spans: tracetest.NewSpanRecorder(), reader: metric.NewManualReader()}
	r.tracer = trace.NewTracerProvider(trace.WithSpanProcessor(r.spans))
	var err error
	r.hook, err = Hook(r.tracer, metric.NewMeterProvider(metric.WithReader(r.reader)))
	require.NoError(t, err)
	return r
}

func (r *recorder) metrics(t *testing.T) *metricdata.ResourceMetrics {
	t.Helper()
	all := new(metricdata.ResourceMetrics)
	require.NoError(t, r.reader.Collect(t.Context(), all))
	return all
}

func TestSpanOfEachAttempt(t *testing.T) {
	t.Parallel()
	r := newRecorder(t)
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()
	server.Script("DescribeCdnDomainDetail", cdntest.Throttle())
	client := server.Client(alicdn.WithAttemptHook(r.hook))

	ctx, parent := r.tracer.Tracer("test").Start(t.Context(), "parent")
	_, err := client.DescribeCdnDomainDetail(ctx, &types.DescribeCdnDomainDetailRequest{DomainName: "www.example.com"})
	require.NoError(t, err)

	spans := r.spans.Ended()
	require.Len(t, spans, 2)
	for i, want := range []codes.Code{codes.Error, codes.Unset} {
		assert.Equal(t, "DescribeCdnDomainDetail", spans[i].Name())
		assert.Equal(t, parent.SpanContext().SpanID(), spans[i].Parent().SpanID())
		assert.Equal(t, want, spans[i].Status().Code)
		assert.Positive(t, spans[i].EndTime().Sub(spans[i].StartTime()))
	}
	assert.Equal(t, "Throttling.User", spans[0].Status().Description)

	histogram, ok := r.metrics(t).ScopeMetrics[0].Metrics[0].Data.(metricdata.Histogram[float64])
	require.True(t, ok)
	assert.Len(t, histogram.DataPoints, 2, "one that failed, one that did not")
}

// tap keeps the parameters of each request that are secret.
type tap struct {
	next http.RoundTripper

	mu      sync.Mutex
	secrets []string
}

func (t *tap) RoundTrip(req *http.Request) (*http.Response, error) {
	params := req.URL.Query()
	if req.GetBody != nil {
		body, err := req.GetBody()
		if err != nil {
			return nil, err
		}
		form, err := io.ReadAll(body)
		if err != nil {
			return nil, err
		}
		if len(form) > 0 {
			params, _ = url.ParseQuery(string(form))
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, name := range []string{"Signature", "SecurityToken", "AccessKeyId", "SSLPri"} {
		if secret := params.Get(name); secret != "" {
			t.secrets = append(t.secrets, secret, url.QueryEscape(secret))
		}
	}
	return t.next.RoundTrip(req)
}

func TestNoSecretInSpansAndMetrics(t *testing.T) {
	t.Parallel()
	r := newRecorder(t)
	const secret, token = "a-secret-of-the-key", "a-security-token"
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"),
		cdntest.WithCredentials("an-access-key-id", secret), cdntest.WithSecurityToken(token, time.Time{}))
	defer server.Close()
	tap := &tap{next: server.Transport()}
	client := server.Client(
		alicdn.WithHTTPClient(&http.Client{Transport: tap}), alicdn.WithAttemptHook(r.hook),
		alicdn.WithRetry(alicdn.RetryPolicy{MaxAttempts: 2, BaseDelay: time.Millisecond, MaxDelay: time.Millisecond}))

	detail := &types.DescribeCdnDomainDetailRequest{DomainName: "www.example.com"}
	server.Script("DescribeCdnDomainDetail", cdntest.Reset(), cdntest.Throttle(), cdntest.BadGateway(), cdntest.JSON("no JSON"), cdntest.Pass(),
		cdntest.FailAs(400, "Echo", "you sent "+secret+" "+token))
	for range 4 {
		_, _ = client.DescribeCdnDomainDetail(t.Context(), detail)
	}
	err := client.Do(t.Context(), "SetCdnDomainSSLCertificate", url.Values{
		"DomainName": {"www.example.com"}, "SSLProtocol": {"on"}, "CertType": {"upload"},
		"SSLPub": {"no certificate"}, "SSLPri": {"-----BEGIN PRIVATE KEY-----"},
	}, nil)
	require.Error(t, err)

	spans, err := json.Marshal(tracetest.SpanStubsFromReadOnlySpans(r.spans.Ended()))
	require.NoError(t, err)
	metrics, err := json.Marshal(r.metrics(t))
	require.NoError(t, err)
	require.Contains(t, string(spans), "DescribeCdnDomainDetail")
	require.Contains(t, string(metrics), "alicdn.attempt.duration")
	require.Greater(t, len(tap.secrets), 10)
	for _, secret := range append(tap.secrets, secret, token, "PRIVATE KEY") {
		assert.NotContains(t, string(spans), secret)
		assert.NotContains(t, string(metrics), secret)
	}
}

func TestRun(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, run(t.Context(), nil, &out))
	for _, part := range []string{"look at a domain", "Throttling.User", "alicdn.attempt.duration"} {
		assert.Contains(t, out.String(), part)
	}
	require.ErrorContains(t, run(t.Context(), []string{"-domain", "nobody.example.org"}, &out), "InvalidDomain.NotFound")
	require.ErrorIs(t, run(t.Context(), []string{"-h"}, &out), flag.ErrHelp)
}
