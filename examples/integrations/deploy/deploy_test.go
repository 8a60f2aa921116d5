package main

import (
	"context"
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
)

func TestMain(m *testing.M) { os.Exit(program.WithoutCredentials(m.Run)) }

// post sends a deployment and returns status and answer.
func post(t *testing.T, url, token, body string) (int, outcome) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url, strings.NewReader(body))
	require.NoError(t, err)
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultTransport.RoundTrip(req)
	require.NoError(t, err)
	defer resp.Body.Close()
	var got outcome
	require.NoError(t, json.NewDecoder(resp.Body).Decode(&got))
	return resp.StatusCode, got
}

func TestDeployments(t *testing.T) {
	t.Parallel()
	quota := cdntest.Quota{Domains: 1, RefreshUrls: 3, RefreshDirs: 3}
	for _, d := range []struct {
		name, token, body string
		answer            []cdntest.Answer
		status            int
		tasks             int
		refused, failure  string
	}{
		{name: "urls", body: `{"urls":["http://www.example.com/a.js","http://www.example.com/a.js"]}`, status: 202, tasks: 1},
		{name: "both", body: `{"urls":["http://www.example.com/a.js"],"directories":["http://www.example.com/img/"]}`, status: 202, tasks: 2},
		{name: "some refused", body: `{"urls":["http://www.example.com/a.js","no url"]}`, status: 202, tasks: 1, refused: "no url"},
		{name: "all refused", body: `{"directories":["http://www.example.com/img"]}`, status: 422, refused: "http://www.example.com/img"},
		{name: "quota", body: `{"urls":["www.example.com/1","www.example.com/2","www.example.com/3","www.example.com/4"]}`, status: 429, failure: "4"},
		{name: "forbidden", body: `{"urls":["www.example.com/1"]}`, answer: cdntest.Times(9, cdntest.Fail("Forbidden.RAM")), status: 502, failure: "Forbidden.RAM"},
		{name: "lost answer", body: `{"urls":["www.example.com/1"]}`, answer: cdntest.Times(1, cdntest.ResetAfter()), status: 202, tasks: 1},
		{name: "token", token: "wrong", body: `{}`, status: 401, failure: "wrong token"},
		{name: "nothing", body: `{}`, status: 400, failure: "neither"},
		{name: "no JSON", body: `urls`, status: 400, failure: "invalid"},
		{name: "unknown field", body: `{"url":"www.example.com/1"}`, status: 400, failure: "url"},
		{name: "too long", body: `{"urls":["` + strings.Repeat("x", maxBytes) + `"]}`, status: 400, failure: "too large"},
	} {
		t.Run(d.name, func(t *testing.T) {
			t.Parallel()
			cdn := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithQuota(quota))
			defer cdn.Close()
			cdn.Script("RefreshObjectCaches", d.answer...)
			service := httptest.NewServer(newHandler(cdn.Client(), "right"))
			defer service.Close()

			token := "right"
			if d.token != "" {
				token = d.token
			}
			status, got := post(t, service.URL+"/deployments", token, d.body)
			assert.Equal(t, d.status, status, got)
			assert.Len(t, got.TaskIds, d.tasks)
			assert.Equal(t, d.tasks, cdn.Applied("RefreshObjectCaches"), "no more and no less")
			if d.refused != "" {
				assert.Contains(t, got.Refused, d.refused)
			}
			assert.Contains(t, got.Error, d.failure)
		})
	}
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
	<-out // the token
	status, got := post(t, strings.Fields(<-out)[1], "demo", `{"urls":["http://www.example.com/app.js"]}`)
	assert.Equal(t, http.StatusAccepted, status, got)
	cancel()
	require.ErrorIs(t, <-ended, context.Canceled)

	var text strings.Builder
	require.ErrorIs(t, run(t.Context(), []string{"-h"}, &text), flag.ErrHelp)
	require.ErrorContains(t, run(t.Context(), []string{"-listen", "nowhere"}, &text), "nowhere")
}

func TestRealServiceNeedsAToken(t *testing.T) {
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "an-id")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "a-secret")
	t.Setenv("DEPLOY_TOKEN", "")
	require.ErrorContains(t, run(t.Context(), nil, new(strings.Builder)), "DEPLOY_TOKEN")
}
