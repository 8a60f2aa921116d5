package main

import (
	"context"
	"fmt"
	"math"
	"os"
)

// growth measures how the cost grows with the number of things.
func growth(ctx context.Context, s settings, g *goals) error {
	if !s.only.MatchString("growth") {
		return nil
	}
	series := []struct {
		name  string
		sizes []int
		row   func(n int) row
	}{
		{"points", []int{10, 100, 1000, 10_000}, func(n int) row {
			return row{body: bpsAnswer(n), want: n, do: func(c contender, _ []byte) (int, error) { return c.bps() }}
		}},
		{"domains", []int{10, 100, 1000, 10_000}, func(n int) row {
			return row{body: domainsAnswer(n), want: n, do: func(c contender, _ []byte) (int, error) { return c.domains() }}
		}},
		{"URLs", []int{1, 10, 100, 1000}, func(n int) row {
			list := urls(n)
			return row{body: refreshAnswer(), want: taskId, do: func(c contender, _ []byte) (int, error) { return c.refresh(list) }}
		}},
	}
	fmt.Fprintln(os.Stdout, "\nGrowth of a call of ours without a network, ns of the processor per item; the exponent is that of the last decade")
	w := newTable()
	for _, one := range series {
		measured := make([][]result, len(one.sizes))
		rows, clients := make([]row, len(one.sizes)), make([]contender, len(one.sizes))
		for i, n := range one.sizes {
			rows[i] = one.row(n)
			var err error
			if clients[i], err = newUs("127.0.0.1", canned(rows[i].body)); err != nil {
				return err
			}
		}
		for range max(1, s.rounds/4) {
			for i := range one.sizes {
				res, err := rows[i].measure(ctx, clients[i])
				if err != nil {
					return err
				}
				measured[i] = append(measured[i], res)
			}
		}
		last := len(one.sizes) - 1
		exponent := math.Log10(ratio(measured[last], measured[last-1], result.processor))
		fmt.Fprintf(w, "%s\t", one.name)
		for i, n := range one.sizes {
			fmt.Fprintf(w, "%d: %.0f ns\t", n, median(measured[i], result.processor)/float64(n))
		}
		fmt.Fprintf(w, "exponent %.2f\t\n", exponent)
		g.atMost(1.1, exponent, "growth", "exponent of "+one.name)
	}
	return w.Flush()
}
