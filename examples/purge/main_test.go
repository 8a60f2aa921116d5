package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/examples/internal/demotest"
)

const lines = "http://www.example.com/index.html\n\nhttp://img.example.com/logo.png\nhttp://www.example.com/index.html\n"

func TestRefreshOfAFile(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "urls.txt")
	require.NoError(t, os.WriteFile(file, []byte(lines), 0o600))
	out, progress, err := demotest.Run(t, run, "", "-wait", "-file", file)
	require.NoError(t, err)
	assert.Equal(t, "2 submitted, 0 before, 0 refused, 0 not sent, 0 unknown, 1 duplicates, 1 calls\n2 Complete\n", out)
	assert.Contains(t, progress, ": Refreshing")
}

func TestPreloadOfStandardInput(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, lines, "-preload", "-file", "-")
	require.NoError(t, err)
	assert.Equal(t, "2 submitted, 0 before, 0 refused, 0 not sent, 0 unknown, 1 duplicates, 1 calls\n", out)
}

func TestCacheTags(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "", "-wait", "-tags-of", "www.example.com", "product-7", "sale", "sale")
	require.NoError(t, err)
	assert.Equal(t, "2 submitted, 0 before, 0 refused, 0 not sent, 0 unknown, 1 duplicates, 1 calls\n2 Complete\n", out)
	_, _, err = demotest.Run(t, run, "", "-tags-of", "www.example.org", "sale")
	require.EqualError(t, err, "1 tags were refused")
}

func TestJournal(t *testing.T) {
	t.Parallel()
	journal := filepath.Join(t.TempDir(), "purge.jsonl")
	call := []string{"-type", "Directory", "-journal", journal, "http://www.example.com/img/"}
	out, _, err := demotest.Run(t, run, "", call...)
	require.NoError(t, err)
	assert.Contains(t, out, "1 submitted, 0 before")
	out, _, err = demotest.Run(t, run, "", append(call, "http://www.example.com/css/")...)
	require.NoError(t, err)
	assert.Contains(t, out, "1 submitted, 1 before")
}

func TestWhatIsRefusedIsNamed(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "", "http://www.example.com/", "http://www.example.org/")
	require.EqualError(t, err, "1 URLs were refused")
	assert.Contains(t, out, "refused  http://www.example.org/  alicdn: RefreshObjectCaches: InvalidDomain.NotFound")
	assert.Contains(t, out, "1 submitted, 0 before, 1 refused")
}

func TestATaskThatFails(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "", "-wait", "http://www.example.com/fail-refresh.html")
	require.ErrorAs(t, err, new(*alicdn.WaitError))
	assert.Contains(t, out, "Failed  http://www.example.com/fail-refresh.html  Internal Error\n1 Failed\n")
}

func TestWaitingEnds(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "", "-wait", "-timeout", "500ms", "http://www.example.com/")
	require.ErrorContains(t, err, "context deadline exceeded")
	assert.Contains(t, out, "1 Refreshing\n")
}

func TestUsage(t *testing.T) {
	t.Parallel()
	for want, args := range map[string][]string{
		"no URLs":                        nil,
		"either as arguments":            {"-file", "-", "http://www.example.com/"},
		"without -type and -preload":     {"-tags-of", "www.example.com", "-preload", "sale"},
		"not for -preload":               {"-preload", "-type", "Directory", "http://www.example.com/"},
		"flag provided but not defined":  {"-nonsense"},
		"invalid value \"x\" for flag -": {"-timeout", "x"},
	} {
		out, _, err := demotest.Run(t, run, "", args...)
		require.ErrorAs(t, err, new(*demo.UsageError))
		require.ErrorContains(t, err, want)
		assert.Empty(t, out)
	}
	out, _, err := demotest.Run(t, run, "", "-h")
	require.ErrorIs(t, err, flag.ErrHelp)
	assert.Contains(t, out, "-journal")
	_, _, err = demotest.Run(t, run, "", "-file", filepath.Join(t.TempDir(), "none"))
	require.ErrorIs(t, err, os.ErrNotExist)
}
