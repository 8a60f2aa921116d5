package main

import (
	"errors"
	"flag"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
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

func TestReportAndExport(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "usage.pdf")
	out, progress, err := demotest.Run(t, run, "", "-month", "1999-11", "-domain", "www.example.com", "-export", file)
	require.NoError(t, err)
	assert.Contains(t, out, "November 1999 of www.example.com, Beijing time\n")
	assert.Regexp(t, `(?m)^95th percentile  [0-9.]+ Mbit/s$`, out)
	assert.Regexp(t, `(?m)^peak             [0-9.]+ Mbit/s  1999-11-[0-9]{2} [0-9:]{5}$`, out)
	assert.Regexp(t, `(?m)^Mon 01 +[0-9.]+ Mbit/s  █+$`, out)
	assert.Equal(t, 1, strings.Count(out, strings.Repeat("█", 40)), "only the day of the peak has the longest bar")
	assert.Contains(t, out, "Tue 30 ")
	assert.NotContains(t, out, "missing")

	assert.Contains(t, progress, "Created\n")
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.True(t, strings.HasPrefix(string(content), "%PDF-"))
	assert.NoFileExists(t, file+".part")
	assert.NotContains(t, out+progress, "http", "the address is a secret")
}

func TestBills(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "", "-bills")
	require.NoError(t, err)
	assert.Contains(t, out, "\nBilled to the account in December 1999\n\narea  month_95 ")
	assert.Regexp(t, `(?m) hour_vas StaticHttp +hour_vas DynamicHttp +hour_vas DynamicHttps +expected in January$`, out)
	assert.Regexp(t, `(?m)^CN +[0-9.]+ Mbit/s +[0-9]+ requests +[0-9]+ requests +[0-9]+ requests +[0-9.]+ Mbit/s$`, out)
}

// By traffic there is no forecast, and the hours of the month add up.
func TestBillsByTraffic(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDomains("www.example.com"))
		var out strings.Builder
		start, end, err := span("1999-12", time.Now().In(beijing))
		require.NoError(t, err)
		require.NoError(t, bills(t.Context(), demo.Env{Out: &out}, server.Client(), start, end, time.Now()))
		assert.Regexp(t, `(?m)^CN +[0-9.]+ TB `, out.String())
		assert.NotContains(t, out.String(), "expected")

		out.Reset()
		server.Script("DescribeCdnUserBillHistory", cdntest.JSON(`{"BillHistoryData": {"BillHistoryDataItem": []}}`))
		require.NoError(t, bills(t.Context(), demo.Env{Out: &out}, server.Client(), start, end, time.Now()))
		assert.Equal(t, "\nBilled to the account in December 1999\n\nnothing\n", out.String())
	})
}

func TestAllDomainsOfTheLastMonth(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "")
	require.NoError(t, err)
	assert.Contains(t, out, "December 1999 of all domains, Beijing time\n")
}

func TestSpan(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, beijing)
	for month, want := range map[string]string{
		"":        "2025-12-01 00:00 to 2026-01-01 00:00",
		"2024-02": "2024-02-01 00:00 to 2024-03-01 00:00",
		"2026-01": "2026-01-01 00:00 to 2026-01-02 03:00",
		"2026-02": "-month 2026-02 is yet to come",
		"today":   "-month today is no month such as 2026-10",
	} {
		start, end, err := span(month, now)
		if err != nil {
			require.EqualError(t, err, want)
			continue
		}
		assert.Equal(t, want, start.Format("2006-01-02 15:04")+" to "+end.Format("2006-01-02 15:04"))
	}
}

func TestUnit(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "no data", unit(types.Number{}, "B"))
	assert.Equal(t, "0.0 B", unit(types.IntNumber(0), "B"))
	assert.Equal(t, "1.5 GB", unit(types.IntNumber(1_500_000_000), "B"))
	assert.Equal(t, "1234567.0 PB", unit(types.FloatNumber(1.234567e21), "B"))
}

// roundTripper answers as a test wants.
type roundTripper func(*http.Request) (*http.Response, error)

func (r roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return r(req) }

func TestFailedDownloadsLeaveNothingAndTellNothing(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	for name, answer := range map[string]roundTripper{
		"no answer": func(*http.Request) (*http.Response, error) { return nil, broken },
		"refused": func(*http.Request) (*http.Response, error) {
			return &http.Response{Status: "403 Forbidden", StatusCode: http.StatusForbidden, Body: http.NoBody}, nil
		},
		"cut off": func(*http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(iotest.ErrReader(broken))}, nil
		},
	} {
		dir := t.TempDir()
		_, err := fetch(t.Context(), &http.Client{Transport: answer}, "http://files.example.com/usage?Signature=secret", filepath.Join(dir, "usage.pdf"))
		require.Error(t, err, name)
		assert.NotContains(t, err.Error(), "secret", name)
		left, err := os.ReadDir(dir)
		require.NoError(t, err)
		assert.Empty(t, left)
	}
}

func TestUsage(t *testing.T) {
	t.Parallel()
	_, _, err := demotest.Run(t, run, "", "-month", "x")
	require.ErrorAs(t, err, new(*demo.UsageError))
	_, _, err = demotest.Run(t, run, "", "-domain", "www.example.org")
	require.ErrorIs(t, err, alicdn.ErrNotFound)
	out, _, err := demotest.Run(t, run, "", "-h")
	require.ErrorIs(t, err, flag.ErrHelp)
	assert.Contains(t, out, "-export")
}
