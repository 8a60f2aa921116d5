package main

import (
	"compress/gzip"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/examples/internal/demotest"
)

func TestReportIsTheSameFromNetworkAndDisk(t *testing.T) {
	t.Parallel()
	streamed, _, err := demotest.Run(t, run, "", "-top", "3")
	require.NoError(t, err)
	assert.Contains(t, streamed, "www.example.com on 1999-12-31\n")
	assert.Contains(t, streamed, "The 3 URLs asked for most, of ")
	assert.Equal(t, 3, strings.Count(streamed, "https://www.example.com/")+strings.Count(streamed, "http://www.example.com/"))
	assert.NotContains(t, streamed, "could not be read")

	dir := t.TempDir()
	for _, there := range []string{"0", "24"} {
		stored, progress, err := demotest.Run(t, run, "", "-top", "3", "-dir", dir)
		require.NoError(t, err)
		assert.Equal(t, streamed, stored)
		assert.Contains(t, progress, "24 files in "+dir+", "+there+" of them there already\n")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.gz"))
	require.NoError(t, err)
	assert.Len(t, files, 24)
}

func TestReport(t *testing.T) {
	t.Parallel()
	const log = `[9/Jun/2015:01:58:09 +0800] 192.0.2.1 - 40 "-" "GET http://www.example.com/a?x=1" 200 191 1500 MISS "m" "text/html"
[9/Jun/2015:01:58:10 +0800] 192.0.2.1 - 20 "-" "GET http://www.example.com/a?x=2" 200 191 1500 HIT "m" "text/html"
this is no entry
[9/Jun/2015:01:58:11 +0800] 192.0.2.1 - 60 "-" "GET http://www.example.com/b" 404 191 1900 MISS "m" "text/html"
`
	r := newReport()
	entries := alicdn.ReadLog(strings.NewReader(log), alicdn.ReadLogOptions{OnBrokenLine: r.broken})
	require.NoError(t, r.add(entries, func(string, ...any) {}))
	var out strings.Builder
	require.NoError(t, r.write(&out, 1))
	assert.Equal(t, `  requests    share   bytes  hit rate   mean  status
         3  100.0 %  4.9 kB    33.3 %  40 ms  all
         2   66.7 %  3.0 kB    50.0 %  30 ms  200
         1   33.3 %  1.9 kB     0.0 %  60 ms  404

The 1 URLs asked for most, of 2

  requests   share   bytes  hit rate   mean  URL
         2  66.7 %  3.0 kB    50.0 %  30 ms  http://www.example.com/a

1 lines could not be read.
`, out.String())
}

func TestDayWithoutRequests(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, newReport().write(&out, 10))
	assert.Contains(t, out.String(), "  all\n")
	assert.Contains(t, out.String(), "The 0 URLs")
}

func TestFileThatCannotBeRead(t *testing.T) {
	t.Parallel()
	r := newReport()
	err := r.add(stored([]alicdn.DownloadedLog{{Path: filepath.Join(t.TempDir(), "none.gz")}}, r), func(string, ...any) {})
	require.ErrorContains(t, err, "none.gz")
	damaged := filepath.Join(t.TempDir(), "damaged.gz")
	require.NoError(t, os.WriteFile(damaged, []byte("\x1f\x8b is how gzip begins"), 0o600))
	err = r.add(stored([]alicdn.DownloadedLog{{Path: damaged}}, r), func(string, ...any) {})
	require.ErrorIs(t, err, gzip.ErrHeader)
	require.ErrorContains(t, err, damaged+": ")
}

func TestUsage(t *testing.T) {
	t.Parallel()
	_, _, err := demotest.Run(t, run, "", "-day", "yesterday")
	require.ErrorAs(t, err, new(*demo.UsageError))
	_, _, err = demotest.Run(t, run, "", "-domain", "www.example.org")
	require.ErrorIs(t, err, alicdn.ErrNotFound)
	out, _, err := demotest.Run(t, run, "", "-h")
	require.ErrorIs(t, err, flag.ErrHelp)
	assert.Contains(t, out, "-dir")
}
