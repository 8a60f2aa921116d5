// Package window divides a range of time into windows that the service answers
// in one call each, by the spans and granularities that it documents.
package window

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Range is the time from From, inclusive, to To, exclusive.
type Range struct{ From, To time.Time }

// Contains reports whether t lies in the range.
func (r Range) Contains(t time.Time) bool { return !t.Before(r.From) && t.Before(r.To) }

// Grain is a granularity that an action offers.
type Grain struct {
	Step time.Duration // from one point to the next
	Span time.Duration // the longest window that has it, a multiple of Step
}

// Plan is how the windows of an action are cut.
type Plan struct {
	// Grains are what the action offers, the finest first.
	Grains []Grain

	// Floating windows start where the range does. Others start at multiples
	// of the step in UTC, as the service's own intervals do.
	Floating bool
}

// Grain returns the grain of a step, or for no step the finest one of which one
// window holds the range, the coarsest if none does.
func (p Plan) Grain(step time.Duration, r Range) (Grain, bool) {
	if step != 0 {
		i := slices.IndexFunc(p.Grains, func(g Grain) bool { return g.Step == step })
		if i < 0 {
			return Grain{}, false
		}
		return p.Grains[i], true
	}
	for _, g := range p.Grains {
		if whole := p.align(r, g); whole.To.Sub(whole.From) <= g.Span {
			return g, true
		}
	}
	return p.Grains[len(p.Grains)-1], true
}

// Steps lists what the action offers, in seconds: 300, 3600, 86400.
func (p Plan) Steps() string {
	steps := make([]string, len(p.Grains))
	for i, g := range p.Grains {
		steps[i] = strconv.Itoa(int(g.Step / time.Second))
	}
	return strings.Join(steps, ", ")
}

// Split widens the range to whole steps and cuts it into windows that follow
// each other without a gap, each as long as the grain allows but the last.
func (p Plan) Split(r Range, g Grain) []Range {
	r = p.align(r, g)
	var windows []Range
	for from := r.From; from.Before(r.To); from = from.Add(g.Span) {
		to := from.Add(g.Span)
		if to.After(r.To) {
			to = r.To
		}
		windows = append(windows, Range{from, to})
	}
	return windows
}

func (p Plan) align(r Range, g Grain) Range {
	r = Range{r.From.UTC(), r.To.UTC()}
	if p.Floating {
		return r
	}
	from, to := r.From.Truncate(g.Step), r.To.Truncate(g.Step)
	if to.Before(r.To) {
		to = to.Add(g.Step)
	}
	return Range{from, to}
}

// Join joins windows that follow each other without a gap. They are in the
// order of time.
func Join(windows []Range) []Range {
	var joined []Range
	for _, w := range windows {
		if last := len(joined) - 1; last >= 0 && joined[last].To.Equal(w.From) {
			joined[last].To = w.To
		} else {
			joined = append(joined, w)
		}
	}
	return joined
}
