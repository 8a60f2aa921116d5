package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
)

func TestMain(m *testing.M) { os.Exit(program.WithoutCredentials(m.Run)) }

func TestMadeUpURLs(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithoutSocket())
		server.Script("RefreshObjectCaches", cdntest.Latency(time.Second), cdntest.Latency(2*time.Second), cdntest.Latency(3*time.Second))
		p := purge{client: server.Client(), out: &out}
		tasks, err := p.submit(t.Context(), madeUp(2500))
		require.NoError(t, err)
		assert.Len(t, tasks, 3)
		require.NoError(t, p.wait(t.Context(), tasks))
		assert.Regexp(t, `submitting +\d\d% \[=+>\.+\] \((500|1000)/2500\)`, out.String(), "the way there")
		assert.Regexp(t, `submitting 100% \[=+\] \(2500/2500\) *\n2500 submitted with 3 calls, 0 refused, 0 not sent\n`, out.String())
		assert.Regexp(t, `purging    100% \[=+\] \(3/3\) *\n3 tasks complete\n$`, out.String())
	})
}

func TestFile(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "urls.txt")
	require.NoError(t, os.WriteFile(name, []byte("http://www.example.com/a/\n\nwww.example.com/b/\nhttp://www.example.com/c\n"), 0o600))
	var out strings.Builder
	require.NoError(t, run(t.Context(), []string{"-dirs", "-wait=false", "-file", name}, &out))
	assert.Contains(t, out.String(), "2 submitted with 1 calls, 1 refused")
	assert.Contains(t, out.String(), "refused: http://www.example.com/c: ")
}

// More than the quota allows is an error before anything is sent.
func TestQuota(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithQuota(cdntest.Quota{Domains: 1, RefreshUrls: 10}))
	defer server.Close()
	var out strings.Builder
	p := purge{client: server.Client(), out: &out}
	_, err := p.submit(t.Context(), madeUp(11))
	require.ErrorContains(t, err, "11")
	assert.Zero(t, server.Applied("RefreshObjectCaches"))
}

func TestErrors(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.ErrorIs(t, run(t.Context(), []string{"-file", "/nowhere/urls.txt"}, &out), os.ErrNotExist)
	require.ErrorContains(t, run(t.Context(), []string{"urls.txt"}, &out), "what is urls.txt for?")
	require.ErrorIs(t, run(t.Context(), []string{"-h"}, &out), flag.ErrHelp)
	assert.Contains(t, out.String(), "-wait")

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, run(ctx, nil, &out), context.Canceled)
}

// Without a file, nothing is made up on the real service.
func TestRealServiceNeedsAFile(t *testing.T) {
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "an-id")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "a-secret")
	var out strings.Builder
	require.ErrorContains(t, run(t.Context(), nil, &out), "-file is missing")
}
