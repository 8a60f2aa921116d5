package window_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/action"
	"github.com/alicdn/alicdn-go/internal/window"
)

const day = 24 * time.Hour

func at(text string) time.Time {
	t, err := time.Parse("2006-01-02 15:04:05", text)
	if err != nil {
		panic(err)
	}
	return t
}

func span(from, to string) window.Range { return window.Range{From: at(from), To: at(to)} }

func plan(t *testing.T, name string) window.Plan {
	t.Helper()
	p, ok := window.Of(name)
	require.True(t, ok)
	return p
}

func TestSplit(t *testing.T) {
	t.Parallel()
	hourOfMinutes := window.Grain{Step: time.Minute, Span: time.Hour}
	days := window.Grain{Step: day, Span: day}
	tests := []struct {
		name     string
		floating bool
		grain    window.Grain
		whole    window.Range
		want     []window.Range
	}{
		{"one window", false, hourOfMinutes, span("2026-03-01 10:00:00", "2026-03-01 11:00:00"), []window.Range{
			span("2026-03-01 10:00:00", "2026-03-01 11:00:00"),
		}},
		{"a step more", false, hourOfMinutes, span("2026-03-01 10:00:00", "2026-03-01 11:01:00"), []window.Range{
			span("2026-03-01 10:00:00", "2026-03-01 11:00:00"), span("2026-03-01 11:00:00", "2026-03-01 11:01:00"),
		}},
		{"widened to whole steps", false, hourOfMinutes, span("2026-03-01 09:59:59", "2026-03-01 11:00:01"), []window.Range{
			span("2026-03-01 09:59:00", "2026-03-01 10:59:00"), span("2026-03-01 10:59:00", "2026-03-01 11:01:00"),
		}},
		{"an instant", false, hourOfMinutes, span("2026-03-01 10:00:30", "2026-03-01 10:00:31"), []window.Range{
			span("2026-03-01 10:00:00", "2026-03-01 10:01:00"),
		}},
		{"over a leap day", false, days, span("2028-02-28 12:00:00", "2028-03-01 00:00:00"), []window.Range{
			span("2028-02-28 00:00:00", "2028-02-29 00:00:00"), span("2028-02-29 00:00:00", "2028-03-01 00:00:00"),
		}},
		{"floating", true, days, span("2026-03-01 16:00:00", "2026-03-03 00:00:00"), []window.Range{
			span("2026-03-01 16:00:00", "2026-03-02 16:00:00"), span("2026-03-02 16:00:00", "2026-03-03 00:00:00"),
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, window.Plan{Floating: tt.floating}.Split(tt.whole, tt.grain))
		})
	}
}

// A zone with summer time changes nothing: windows are cut in UTC.
func TestSplitIgnoresSummerTime(t *testing.T) {
	t.Parallel()
	berlin := time.FixedZone("CEST", 2*60*60)
	whole := window.Range{From: time.Date(2026, 3, 29, 0, 30, 0, 0, berlin), To: time.Date(2026, 3, 29, 4, 0, 0, 0, berlin)}
	windows := window.Plan{}.Split(whole, window.Grain{Step: time.Hour, Span: day})
	assert.Equal(t, []window.Range{span("2026-03-28 22:00:00", "2026-03-29 02:00:00")}, windows)
}

// However long the range, each window follows the one before it, begins at a
// whole step and is within what its grain allows.
func TestSplitOfEachPlan(t *testing.T) {
	t.Parallel()
	whole := span("2025-11-03 07:13:21", "2026-03-01 22:59:01")
	n := 0
	for name := range action.All() {
		p, ok := window.Of(name)
		if !ok {
			continue
		}
		n++
		for _, g := range p.Grains {
			require.Zero(t, g.Span%g.Step, name)
			windows := p.Split(whole, g)
			for i, w := range windows {
				length := w.To.Sub(w.From)
				require.Positive(t, length, name)
				require.LessOrEqual(t, length, g.Span, name)
				if !p.Floating {
					require.True(t, w.From.Equal(w.From.Truncate(g.Step)), name)
				}
				if i > 0 {
					require.Equal(t, windows[i-1].To, w.From, name)
				}
			}
			assert.False(t, windows[0].From.After(whole.From), name)
			assert.False(t, windows[len(windows)-1].To.Before(whole.To), name)
		}
	}
	assert.Equal(t, 35, n, "every plan is that of an action")
}

func TestGrain(t *testing.T) {
	t.Parallel()
	bps, realTime := plan(t, "DescribeDomainBpsData"), plan(t, "DescribeDomainRealTimeBpsData")
	usage := plan(t, "DescribeDomainUsageData")
	from := at("2026-03-01 00:00:00")
	tests := []struct {
		name   string
		plan   window.Plan
		asked  time.Duration
		length time.Duration
		want   time.Duration
	}{
		{"finest", bps, 0, time.Second, 5 * time.Minute},
		{"under 3 days", bps, 0, 3*day - 5*time.Minute, 5 * time.Minute},
		{"3 days", bps, 0, 3 * day, time.Hour},
		{"under 31 days", bps, 0, 31*day - time.Hour, time.Hour},
		{"31 days", bps, 0, 31 * day, day},
		{"longer than any window", bps, 0, 400 * day, day},
		{"asked for", bps, 5 * time.Minute, 400 * day, 5 * time.Minute},
		{"not offered", bps, time.Minute, time.Hour, 0},
		{"real time", realTime, 0, 7 * day, time.Minute},
		{"inclusive limits of usage", usage, 0, 3 * day, 5 * time.Minute},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			g, ok := tt.plan.Grain(tt.asked, window.Range{From: from, To: from.Add(tt.length)})
			assert.Equal(t, tt.want, g.Step)
			assert.Equal(t, tt.want != 0, ok)
		})
	}
	assert.Equal(t, "300, 3600, 86400", bps.Steps())
}

func TestJoin(t *testing.T) {
	t.Parallel()
	a, b, c, d := "2026-03-01 00:00:00", "2026-03-02 00:00:00", "2026-03-03 00:00:00", "2026-03-04 00:00:00"
	assert.Equal(t, []window.Range{span(a, c)}, window.Join([]window.Range{span(a, b), span(b, c)}))
	assert.Equal(t, []window.Range{span(a, b), span(c, d)}, window.Join([]window.Range{span(a, b), span(c, d)}))
	assert.Empty(t, window.Join(nil))
}
