// Package series puts the points of many windows together into one series.
package series

import (
	"context"
	"iter"
	"slices"
	"sync"
	"time"

	"github.com/alicdn/alicdn-go/internal/window"
	"github.com/alicdn/alicdn-go/internal/workers"
)

// Fetched is what came of the windows.
type Fetched[T any] struct {
	Points [][]T  // of each window
	Done   []bool // whether the window was fetched
	Failed int    // the window that failed, or was next when the context ended; -1 for none
	Err    error  // why
}

// Fetch fetches windows in their order, at most n at once. The first failure, or
// the end of ctx, ends it: no further window is begun, those under way are
// canceled, and what was fetched is kept. Progress, if any, hears how many are
// done, from one goroutine at a time.
func Fetch[T any](ctx context.Context, windows []window.Range, n int, fetch func(context.Context, window.Range) ([]T, error), progress func(done int)) Fetched[T] {
	got := Fetched[T]{Points: make([][]T, len(windows)), Done: make([]bool, len(windows)), Failed: -1}
	var mu sync.Mutex
	done := 0
	keep := func(i int, points []T, err error) {
		mu.Lock()
		defer mu.Unlock()
		switch {
		case err == nil:
			got.Points[i], got.Done[i] = points, true
			if done++; progress != nil {
				progress(done)
			}
		case got.Err == nil:
			got.Failed, got.Err = i, err
		}
	}
	err := workers.Each(ctx, n, Indices(len(windows)), func(ctx context.Context, i int) error {
		points, err := fetch(ctx, windows[i])
		keep(i, points, err)
		return err
	})
	if err != nil && got.Err == nil {
		got.Failed, got.Err = slices.Index(got.Done, false), err
	}
	return got
}

// Indices yields 0 to n-1.
func Indices(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

// Merge puts the points of the windows, which cover the range, together in the
// order of time. Each window contributes what lies in it: what the service adds
// beyond an end is its neighbour's. The first and the last contribute what
// overlaps the range, whichever way the service aligns points that are a step
// apart. Points of the same time stay in the order in which the service sent
// them.
func Merge[T any](r window.Range, step time.Duration, windows []window.Range, points [][]T, at func(*T) time.Time) []T {
	own := slices.Clone(windows)
	own[0].From = r.From.Add(1 - step)
	own[len(own)-1].To = r.To
	n := 0
	for _, part := range points {
		n += len(part)
	}
	all := make([]T, 0, n)
	for i, part := range points {
		from := len(all)
		for j := range part {
			if own[i].Contains(at(&part[j])) {
				all = append(all, part[j])
			}
		}
		slices.SortStableFunc(all[from:], func(a, b T) int { return at(&a).Compare(at(&b)) })
	}
	return all
}

// Step returns the distance of the points as it shows in their times: the
// longest one of which all distances are multiples, so that single points that
// are missing do not matter. It is 0 if there are no two different times.
func Step[T any](points []T, at func(*T) time.Time) time.Duration {
	var step time.Duration
	for i := range points {
		d := at(&points[i]).Sub(at(&points[0])).Abs()
		for d != 0 {
			step, d = d, step%d
		}
	}
	return step
}

// Gaps returns the parts of the range that have no points, which are to be a
// step apart and in the order of time.
func Gaps[T any](r window.Range, step time.Duration, points []T, at func(*T) time.Time) []window.Range {
	var gaps []window.Range
	free := r.From // from when on there is no point
	for i := range points {
		t := at(&points[i])
		if t.Sub(free) >= step {
			gaps = append(gaps, window.Range{From: free, To: t})
		}
		free = t.Add(step)
	}
	if r.To.After(free) {
		gaps = append(gaps, window.Range{From: free, To: r.To})
	}
	return gaps
}

// Union returns all times of the lists, each once, in order.
func Union(lists [][]time.Time) []time.Time {
	all := slices.Concat(lists...)
	slices.SortFunc(all, time.Time.Compare)
	return slices.CompactFunc(all, time.Time.Equal)
}

// Align returns the index of the first of the times at each of the times wanted,
// -1 where there is none. Both are in order.
func Align(wanted, times []time.Time) []int {
	at := make([]int, len(wanted))
	i := 0
	for n, t := range wanted {
		for i < len(times) && times[i].Before(t) {
			i++
		}
		at[n] = -1
		if i < len(times) && times[i].Equal(t) {
			at[n] = i
		}
	}
	return at
}
