package series_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/alicdn/alicdn-go/internal/series"
	"github.com/alicdn/alicdn-go/internal/window"
	"github.com/alicdn/alicdn-go/types"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// point is a point whose Name tells points of the same time apart.
type point struct {
	TimeStamp types.Time
	Name      string
}

var start = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

// after returns points that many minutes after start.
func after(minutes ...int) []point {
	points := make([]point, len(minutes))
	for i, n := range minutes {
		points[i].TimeStamp = types.UTC(start.Add(time.Duration(n) * time.Minute))
	}
	return points
}

func minutes(points any) []int {
	var all []int
	for _, t := range series.Times(points) {
		all = append(all, int(t.Sub(start)/time.Minute))
	}
	return all
}

// merge merges the points of windows of an hour.
func merge(t *testing.T, r window.Range, step time.Duration, parts [][]point) []point {
	t.Helper()
	lists := make([]any, len(parts))
	for i, part := range parts {
		lists[i] = part
	}
	merged, ok := series.Merge(r, step, hours(len(parts)), lists, reflect.TypeFor[[]point]()).([]point)
	require.True(t, ok)
	return merged
}

// hours returns so many windows of an hour from start.
func hours(n int) []window.Range {
	return window.Plan{}.Split(window.Range{From: start, To: start.Add(time.Duration(n) * time.Hour)},
		window.Grain{Step: time.Minute, Span: time.Hour})
}

func TestMerge(t *testing.T) {
	t.Parallel()
	whole := window.Range{From: start, To: start.Add(3 * time.Hour)}
	tests := []struct {
		name  string
		parts [][]point
		want  []int
	}{
		{"in order", [][]point{after(0, 30), after(60, 90), after(120, 179)}, []int{0, 30, 60, 90, 120, 179}},
		{"newest first", [][]point{after(30, 0), after(90, 60), after(179, 120)}, []int{0, 30, 60, 90, 120, 179}},
		{"ends included", [][]point{after(0, 60), after(60, 120), after(120, 180)}, []int{0, 60, 120}},
		{"start aligned down", [][]point{after(-1, 0), after(59, 60), after(119, 120)}, []int{0, 60, 120}},
		{"nothing", [][]point{nil, nil, nil}, nil},
		{"one window alone", [][]point{nil, after(70), nil}, []int{70}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, minutes(merge(t, whole, time.Minute, tt.parts)))
		})
	}
}

// Points that the service aligns otherwise than the windows belong to the range
// if they overlap it.
func TestMergeOfPointsOffTheGrid(t *testing.T) {
	t.Parallel()
	asked := window.Range{From: start.Add(16 * time.Minute), To: start.Add(136 * time.Minute)}
	parts := [][]point{after(-8, 16, 40), after(40, 64, 88, 112), after(112, 136, 160)}
	got := merge(t, asked, 24*time.Minute, parts)
	assert.Equal(t, []int{16, 40, 64, 88, 112}, minutes(got))
	asked = window.Range{From: start.Add(17 * time.Minute), To: start.Add(137 * time.Minute)}
	got = merge(t, asked, 24*time.Minute, parts)
	assert.Equal(t, []int{16, 40, 64, 88, 112, 136}, minutes(got))
	asked.From = start.Add(15 * time.Minute)
	assert.Equal(t, -8, minutes(merge(t, asked, 24*time.Minute, parts))[0])
}

func TestMergeKeepsThePointsOfOneTime(t *testing.T) {
	t.Parallel()
	parts := [][]point{after(5, 0, 5, 0)}
	for i := range parts[0] {
		parts[0][i].Name = strconv.Itoa(i)
	}
	var names []string
	for _, p := range merge(t, hours(1)[0], time.Minute, parts) {
		names = append(names, p.Name)
	}
	assert.Equal(t, []string{"1", "3", "0", "2"}, names)
}

func TestStep(t *testing.T) {
	t.Parallel()
	assert.Equal(t, 2*time.Minute, series.Step(series.Times(after(9, 1, 3, 3))))
	assert.Equal(t, time.Minute, series.Step(series.Times(after(0, 3, 5))), "points are missing")
	assert.Equal(t, 5*time.Minute, series.Step(series.Times(after(15, 5, 10))))
	assert.Zero(t, series.Step(series.Times(after(3, 3))))
	assert.Zero(t, series.Step(nil))
}

func TestGaps(t *testing.T) {
	t.Parallel()
	type gap = [2]int
	tests := []struct {
		name   string
		points []point
		want   []gap
	}{
		{"none", after(0, 5, 10, 15), nil},
		{"inside", after(0, 15), []gap{{5, 15}}},
		{"at the start", after(10, 15), []gap{{0, 10}}},
		{"at the end", after(0, 5), []gap{{10, 20}}},
		{"everything", nil, []gap{{0, 20}}},
		{"several of one time", after(0, 0, 5, 5, 15, 15), []gap{{10, 15}}},
		{"off the grid", after(2, 7, 12, 17), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			whole := window.Range{From: start, To: start.Add(20 * time.Minute)}
			var got []gap
			for _, r := range series.Gaps(whole, 5*time.Minute, series.Times(tt.points)) {
				got = append(got, gap{int(r.From.Sub(start) / time.Minute), int(r.To.Sub(start) / time.Minute)})
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestUnionAndAlign(t *testing.T) {
	t.Parallel()
	a, b := series.Times(after(0, 5, 5, 10)), series.Times(after(5, 15))
	all := series.Union([][]time.Time{a, b})
	assert.Equal(t, series.Times(after(0, 5, 10, 15)), all)
	assert.Equal(t, []int{0, 1, 3, -1}, series.Align(all, a))
	assert.Equal(t, []int{-1, 0, -1, 1}, series.Align(all, b))
	assert.Equal(t, []int{-1, -1, -1, -1}, series.Align(all, nil))
}

// Answers that arrive in any order end up in their own places, and never more
// are under way than there are workers.
func TestFetchAtOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var running, most atomic.Int32
		var heard []int
		windows := hours(20)
		got := series.Fetch(t.Context(), windows, 4, func(_ context.Context, w window.Range) (any, error) {
			if n := running.Add(1); n > most.Load() {
				most.Store(n)
			}
			defer running.Add(-1)
			n := int(w.From.Sub(start) / time.Hour)
			time.Sleep(time.Duration(n*7%5+1) * time.Second)
			return after(60 * n), nil
		}, func(done int) { heard = append(heard, done) })
		require.NoError(t, got.Err)
		assert.Equal(t, -1, got.Failed)
		assert.Equal(t, int32(4), most.Load())
		for i, points := range got.Points {
			assert.Equal(t, []int{60 * i}, minutes(points))
		}
		assert.Equal(t, []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20}, heard)
	})
}

func TestFetchStopsAtAFailure(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		refused := errors.New("refused")
		got := series.Fetch(t.Context(), hours(20), 4, func(ctx context.Context, w window.Range) (any, error) {
			n := int(w.From.Sub(start) / time.Hour)
			select {
			case <-ctx.Done():
				return nil, ctx.Err()
			case <-time.After(time.Duration(10+n) * time.Second):
			}
			if n == 5 || n == 7 {
				return nil, fmt.Errorf("window %d: %w", n, refused)
			}
			return after(60 * n), nil
		}, nil)
		require.ErrorIs(t, got.Err, refused)
		assert.Equal(t, 5, got.Failed)
		require.EqualError(t, got.Err, "window 5: refused")
		for i, done := range got.Done {
			assert.Equal(t, i <= 4, done, "window %d", i)
		}
	})
}

func TestFetchEndsWithItsContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 25*time.Second)
		defer cancel()
		begun := time.Now()
		got := series.Fetch(ctx, hours(20), 2, func(ctx context.Context, w window.Range) (any, error) {
			select {
			case <-ctx.Done():
				return nil, ctx.Err()
			case <-time.After(10 * time.Second):
				return after(int(w.From.Sub(start) / time.Minute)), nil
			}
		}, nil)
		require.ErrorIs(t, got.Err, context.DeadlineExceeded)
		assert.Contains(t, []int{4, 5}, got.Failed, "both were under way")
		assert.Equal(t, 25*time.Second, time.Since(begun))

		none := series.Fetch(ctx, hours(2), 2, func(context.Context, window.Range) (any, error) {
			t.Error("fetched after the end")
			return nil, nil
		}, nil)
		require.ErrorIs(t, none.Err, context.DeadlineExceeded)
		assert.Equal(t, 0, none.Failed)
	})
}

func TestRequestOfAWindow(t *testing.T) {
	t.Parallel()
	req := &types.DescribeDomainBpsDataRequest{DomainName: []string{"example.com"}, Interval: "300", IspNameEn: "unicom"}
	part := series.In(req, hours(1)[0], time.Hour)
	assert.Equal(t, &types.DescribeDomainBpsDataRequest{
		DomainName: []string{"example.com"}, IspNameEn: "unicom",
		StartTime: types.UTC(start), EndTime: types.UTC(start.Add(time.Hour)), Interval: "3600",
	}, part)
	assert.Zero(t, req.StartTime, "the request is left alone")

	beijing := &types.DescribeDomainISPDataRequest{StartTime: types.Beijing(start), EndTime: types.UTC(start)}
	written, _ := series.In(beijing, hours(1)[0], time.Hour).(*types.DescribeDomainISPDataRequest)
	assert.Equal(t, types.Beijing(start), written.StartTime)
	assert.Equal(t, types.UTC(start.Add(time.Hour)), written.EndTime)

	daily, _ := series.In(&types.DescribeDomainMax95BpsDataRequest{}, hours(1)[0], 24*time.Hour).(*types.DescribeDomainMax95BpsDataRequest)
	assert.Equal(t, types.CycleDay, daily.Cycle)
}

func TestInterval(t *testing.T) {
	t.Parallel()
	for text, want := range map[types.Interval]time.Duration{
		"": 0, "300": 5 * time.Minute, "86400": 24 * time.Hour, "17": 17 * time.Second,
		"0": -1, "-300": -1, "5m": -1, "300.5": -1, "99999999999": -1,
	} {
		step, ok := series.Interval(&types.DescribeDomainBpsDataRequest{Interval: text})
		assert.Equal(t, want >= 0, ok, text)
		if ok {
			assert.Equal(t, want, step, text)
		}
	}
	step, ok := series.Interval(&types.DescribeDomainPvDataRequest{})
	assert.Zero(t, step)
	assert.True(t, ok)
}

func TestPoints(t *testing.T) {
	t.Parallel()
	bps := []types.DomainBpsDataModule{{}, {}}
	assert.Equal(t, bps, series.Points(&types.DescribeDomainBpsDataResponse{BpsDataPerInterval: bps}, reflect.TypeFor[[]types.DomainBpsDataModule]()))
	nested := []types.RangePoint{{LocationName: "beijing"}}
	assert.Equal(t, nested, series.Points(&types.DescribeRangeDataByLocateAndIspServiceResponse{
		JsonResult: types.RangeData{Points: nested},
	}, reflect.TypeFor[[]types.RangePoint]()))
	assert.Equal(t, 5*time.Minute, series.DataInterval(&types.DescribeDomainBpsDataResponse{DataInterval: 300}))
	assert.Zero(t, series.DataInterval(&types.DescribeDomainRealTimeBpsDataResponse{}))
}
