package main

import (
	"bytes"
	"context"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
	"github.com/alicdn/alicdn-go/types"
)

func TestMain(m *testing.M) { os.Exit(program.WithoutCredentials(m.Run)) }

func TestReport(t *testing.T) {
	t.Parallel()
	page, picture := filepath.Join(t.TempDir(), "r.html"), filepath.Join(t.TempDir(), "r.png")
	var out strings.Builder
	require.NoError(t, run(t.Context(), []string{"-month", "2026-10", "-html", page, "-png", picture}, &out))
	assert.Regexp(t, `95th percentile +\d+\.\d\d [kMG]bit/s \(\d+ Oct \d\d:\d\d\)`, out.String())

	html, err := os.ReadFile(page)
	require.NoError(t, err)
	for _, text := range []string{"www.example.com", "2026-10-01 to 2026-10-31", "95th percentile: ", "Mbit/s", "Traffic, by day", "Hit rate", "Status codes"} {
		assert.Contains(t, string(html), text)
	}
	opened := regexp.MustCompile(`(?i)<script|<link|<img|@import|src=|href=|url\(`)
	assert.Empty(t, opened.FindAllString(string(html), -1), "it needs nothing else")

	file, err := os.Open(picture)
	require.NoError(t, err)
	defer file.Close()
	img, err := png.Decode(file)
	require.NoError(t, err)
	assert.Equal(t, image.Rect(0, 0, 1440, 1440), img.Bounds())
	for _, color := range []struct{ r, g, b uint8 }{{blue.R, blue.G, blue.B}, {red.R, red.G, red.B}, {green.R, green.G, green.B}} {
		count := 0
		for y := 0; y < 1440; y += 3 {
			for x := 0; x < 1440; x += 3 {
				if r, g, b, _ := img.At(x, y).RGBA(); uint8(r>>8) == color.r && uint8(g>>8) == color.g && uint8(b>>8) == color.b {
					count++
				}
			}
		}
		assert.Greater(t, count, 50, color)
	}
}

func TestFigures(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()
	start, err := monthOf("2026-10", time.Date(2026, 11, 26, 0, 0, 0, 0, time.FixedZone("", 8*3600)))
	require.NoError(t, err)
	f, err := fetch(t.Context(), server.Client(), []string{"www.example.com"}, start)
	require.NoError(t, err)

	assert.Len(t, f.bandwidth, 31*288)
	sorted := make([]float64, len(f.bandwidth))
	for i, v := range f.bandwidth {
		sorted[i] = v.Number.Float64()
	}
	slices.Sort(sorted)
	billed := sorted[len(sorted)-447]
	assert.Contains(t, f.facts()[0].Value, bits(billed))

	for i := range f.shares["2xx"] {
		sum := 0.0
		for _, class := range classes {
			sum += f.shares[class][i].Number.Float64()
		}
		assert.InDelta(t, 100, sum, 1)
	}
	assert.Zero(t, f.missing())
}

func TestWeightedMean(t *testing.T) {
	t.Parallel()
	at := func(hour int, v float64) types.Value {
		return types.Value{Time: time.Date(2026, 10, 1, hour, 0, 0, 0, time.UTC), Number: types.FloatNumber(v)}
	}
	assert.Equal(t, "90.00 %", percent(weightedMean(types.Values{at(0, 100), at(1, 80), at(2, 0)}, types.Values{at(1, 5), at(0, 5)})))
	assert.Equal(t, "no data", percent(weightedMean(types.Values{at(0, 100)}, nil)))
}

// A month in which nothing was served, or of which little is known, is drawn
// all the same.
func TestQuietMonth(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC)
	zero := types.Values{{Time: start, Number: types.IntNumber(0)}, {Time: start.Add(time.Hour), Number: types.IntNumber(0)}}
	f := &figures{
		domains: []string{"<b>.example.com"}, start: start, end: start.AddDate(0, 1, 0), bandwidth: zero,
		gaps: []alicdn.TimeRange{{StartTime: start.Add(2 * time.Hour), EndTime: start.Add(5 * time.Hour)}},
	}
	var page, picture bytes.Buffer
	require.NoError(t, f.html(&page))
	require.NoError(t, f.png(&picture))
	assert.NotContains(t, page.String(), "<b>")
	assert.Contains(t, page.String(), "3h0m0s")
	assert.Contains(t, page.String(), "no data")
}

func TestMonthOf(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)
	for name, want := range map[string]string{"": "2025-12-01", "2026-01": "2026-01-01", "2025-02": "2025-02-01"} {
		start, err := monthOf(name, now)
		require.NoError(t, err)
		assert.Equal(t, want, start.Format(time.DateOnly))
	}
	for name, want := range map[string]string{"May": "is not written as", "2026-02": "has not begun"} {
		_, err := monthOf(name, now)
		require.ErrorContains(t, err, want)
	}
}

func TestLevels(t *testing.T) {
	t.Parallel()
	for _, r := range []struct {
		least, greatest float64
		want            string
	}{
		{0, 147, "0 20 40 60 80 100 120 140"},
		{93, 96, "93 93.5 94 94.5 95 95.5 96"},
		{0, 600, "0 100 200 300 400 500 600"},
		{0, 0, ""},
	} {
		var labels []string
		for _, tick := range (levels{}).Ticks(r.least, r.greatest) {
			labels = append(labels, tick.Label)
		}
		assert.Equal(t, r.want, strings.Join(labels, " "))
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	for _, e := range []struct{ args, want string }{
		{"-zone Nowhere/Land", "-zone: unknown time zone"},
		{"-month May", "is not written as"},
		{"nobody.example.org", "InvalidDomain.NotFound"},
		{"-month 2026-10 -html /nowhere/at/all.html -png ", "/nowhere/at/all.html"},
	} {
		var out strings.Builder
		require.ErrorContains(t, run(t.Context(), strings.Split(e.args, " "), &out), e.want)
	}
	var out strings.Builder
	require.ErrorIs(t, run(t.Context(), []string{"-h"}, &out), flag.ErrHelp)
	assert.Contains(t, out.String(), "-month")

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, run(ctx, nil, &out), context.Canceled)
}
