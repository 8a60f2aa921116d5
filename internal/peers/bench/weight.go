package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/alicdn/alicdn-go/internal/peers/bench/weight"
)

// weigh builds small programs with each client and compares their sizes.
func weigh(ctx context.Context, s settings, g *goals) error {
	if !s.weight || !s.only.MatchString("weight") {
		return nil
	}
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	fmt.Fprintln(os.Stdout, "\nStripped programs: MB, MB over the floor's, modules linked")
	w := newTable()
	fmt.Fprintln(w, "built with\tfloor\tus\t\t\tP2\t\t\tP1\t\t\t")
	for _, experiment := range []string{"", "jsonv2"} {
		var plain float64
		for _, tags := range []string{"", "reflection"} {
			sizes := map[string]weight.Program{}
			for _, name := range names {
				if sizes[name], err = weight.Build(ctx, dir, name, experiment, tags); err != nil {
					return err
				}
			}
			title := "Go as it is"
			if experiment != "" {
				title = "GOEXPERIMENT=" + experiment
			}
			if tags != "" {
				title += ", text/template"
			}
			floor := sizes["floor"].Size
			fmt.Fprintf(w, "%s\t%.2f", title, floor)
			for _, name := range []string{"us", "P2", "P1"} {
				fmt.Fprintf(w, "\t%.2f\t+%.2f\t%d", sizes[name].Size, sizes[name].Size-floor, sizes[name].Modules)
			}
			fmt.Fprintln(w, "\t")
			over := sizes["us"].Size - floor
			switch {
			case tags == "" && experiment == "":
				g.atMost(1.2, over, "weight", "MB over the floor's")
				g.atMost(4, float64(sizes["us"].Modules), "weight", "modules linked")
			case tags == "":
				g.atMost(0.6, over, "weight", "MB over the floor's, GOEXPERIMENT=jsonv2")
			default:
				g.atMost(0.4, over-plain, "weight", "MB more with text/template, "+title[:len(title)-len(", text/template")])
			}
			plain = over
		}
	}
	if err := w.Flush(); err != nil || !s.cold {
		return err
	}
	return chill(ctx, dir, g)
}

// chill builds without a build cache, ours and the floor's.
func chill(ctx context.Context, dir string, g *goals) error {
	seconds := map[string]float64{}
	for _, name := range []string{"floor", "us"} {
		cache, err := os.MkdirTemp(dir, "cache")
		if err != nil {
			return err
		}
		started := time.Now()
		if _, err := weight.Build(ctx, dir, name, "", "", "GOCACHE="+cache); err != nil {
			return err
		}
		seconds[name] = time.Since(started).Seconds()
	}
	times := seconds["us"] / seconds["floor"]
	fmt.Fprintf(os.Stdout, "\nCold build: floor %.1f s, us %.1f s, ratio %.2f\n", seconds["floor"], seconds["us"], times)
	g.atMost(1.15, times, "weight", "cold build, times the floor's")
	return nil
}
