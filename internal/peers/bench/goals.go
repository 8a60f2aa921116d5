package main

import (
	"fmt"
	"os"
	"slices"
)

// goals are what the SDK is to reach, beside what it reaches.
type goals struct{ all []goal }

type goal struct {
	work, what string
	figure     float64
	limit      float64
	atLeast    bool // or at most
}

func (g *goals) atMost(limit, figure float64, work, what string) {
	g.all = append(g.all, goal{work, what, figure, limit, false})
}

func (g *goals) atLeast(limit, figure float64, work, what string) {
	g.all = append(g.all, goal{work, what, figure, limit, true})
}

func (g goal) reached() bool {
	if g.atLeast {
		return g.figure >= g.limit
	}
	return g.figure <= g.limit
}

// fromTable adds the goals of the rows that were measured.
func (g *goals) fromTable(m results) {
	if a, ok := m["a"]; ok {
		const work = "small call (a)"
		allocs := median(a["us"], result.allocations)
		g.atMost(1.10, ratio(a["us"], a["floor"], result.time), work, "time, times the floor's")
		g.atMost(0.667, allocs/median(a["P2"], result.allocations), work, "allocations, times P2's")
		g.atMost(0.333, allocs/median(a["P1"], result.allocations), work, "allocations, times P1's")
	}
	faster := func(key, work, than string, times float64) {
		if r, ok := m[key]; ok {
			g.atLeast(times, ratio(r[than], r["us"], result.time), work, "times faster than "+than)
		}
	}
	faster("b8640", "8,640 points", "P2", 4)
	faster("b8640", "8,640 points", "P1", 12)
	if h, ok := m["hb8640"]; ok {
		g.atMost(100, median(h["us"], result.allocations), "8,640 points", "allocations in decoding")
	}
	faster("c", "500 domains", "P2", 3)
	faster("c", "500 domains", "P1", 10)
	faster("d", "1,000 URLs", "P2", 3)
	if f, ok := m["f"]; ok {
		g.atLeast(0.95, ratio(f["floor"], f["us"], result.time), "64 goroutines", "throughput, times the floor's")
	}
}

// print prints the goals, those of one piece of work together.
func (g *goals) print() error {
	if len(g.all) == 0 {
		return nil
	}
	order := map[string]int{}
	for i, one := range g.all {
		if _, ok := order[one.work]; !ok {
			order[one.work] = i
		}
	}
	slices.SortStableFunc(g.all, func(a, b goal) int { return order[a.work] - order[b.work] })
	fmt.Fprintln(os.Stdout, "\nGoals")
	w := newTable()
	fmt.Fprintln(w, "work\twhat\tfigure\tgoal\t\t")
	for _, one := range g.all {
		bound, verdict := "at most", "not reached"
		if one.atLeast {
			bound = "at least"
		}
		if one.reached() {
			verdict = "reached"
		}
		fmt.Fprintf(w, "%s\t%s\t%.2f\t%s %.4g\t%s\t\n", one.work, one.what, one.figure, bound, one.limit, verdict)
	}
	return w.Flush()
}
