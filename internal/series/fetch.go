// Package series puts the points of many windows together into one series.
//
// Requests and answers are pointers to structs here, points are elements of any
// slice of structs: there are more than twenty types of each, and code for every
// one of them would make the programs large that link it.
package series

import (
	"context"
	"iter"
	"reflect"
	"slices"
	"sync"
	"time"

	"github.com/alicdn/alicdn-go/internal/window"
	"github.com/alicdn/alicdn-go/internal/workers"
)

// Fetched is what came of the windows.
type Fetched struct {
	Points []any  // of each window, a slice of points
	Done   []bool // whether the window was fetched
	Failed int    // the window that failed, or was next when the context ended; -1 for none
	Err    error  // why
}

// Fetch fetches windows in their order, at most n at once. The first failure, or
// the end of ctx, ends it: no further window is begun, those under way are
// canceled, and what was fetched is kept. Progress, if any, hears how many are
// done, from one goroutine at a time.
func Fetch(ctx context.Context, windows []window.Range, n int, fetch func(context.Context, window.Range) (any, error), progress func(done int)) Fetched {
	got := Fetched{Points: make([]any, len(windows)), Done: make([]bool, len(windows)), Failed: -1}
	var mu sync.Mutex
	done := 0
	keep := func(i int, points any, err error) {
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
// order of time, as a slice of the type of list. Each window contributes what
// lies in it: what the service adds beyond an end is its neighbour's. The first
// and the last contribute what overlaps the range, whichever way the service
// aligns points that are a step apart. Points of the same time stay in the order
// in which the service sent them.
func Merge(r window.Range, step time.Duration, windows []window.Range, points []any, list reflect.Type) any {
	own := slices.Clone(windows)
	own[0].From = r.From.Add(1 - step)
	own[len(own)-1].To = r.To
	places := make([][]int, len(points))
	n := 0
	for i, part := range points {
		places[i] = inOrder(Times(part), own[i])
		n += len(places[i])
	}
	all := reflect.MakeSlice(list, n, n)
	n = 0
	for i, part := range points {
		for _, place := range places[i] {
			all.Index(n).Set(reflect.ValueOf(part).Index(place))
			n++
		}
	}
	return all.Interface()
}

// inOrder returns the places of the times that lie in the range, in the order
// of time.
func inOrder(times []time.Time, r window.Range) []int {
	var places []int
	for i, t := range times {
		if r.Contains(t) {
			places = append(places, i)
		}
	}
	slices.SortStableFunc(places, func(a, b int) int { return times[a].Compare(times[b]) })
	return places
}

// Step returns the distance of points as it shows in their times: the longest
// one of which all distances are multiples, so that single points that are
// missing do not matter. It is 0 if there are no two different times.
func Step(times []time.Time) time.Duration {
	var step time.Duration
	for _, t := range times {
		d := t.Sub(times[0]).Abs()
		for d != 0 {
			step, d = d, step%d
		}
	}
	return step
}

// Fill reports whether times a step apart are as many as the range holds. Less
// than three do not, since any two are some step apart.
func Fill(r window.Range, step time.Duration, times []time.Time) bool {
	n := len(Union([][]time.Time{times}))
	return n > 2 && n >= int(r.To.Sub(r.From)/step)
}

// Gaps returns the parts of the range in which there are no points, which are to
// be a step apart and in the order of time.
func Gaps(r window.Range, step time.Duration, times []time.Time) []window.Range {
	var gaps []window.Range
	free := r.From // from when on there is no point
	for _, t := range times {
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
