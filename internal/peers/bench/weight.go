package main

import (
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// weigh builds small programs with each client and compares their sizes.
func weigh(s settings, g *goals) error {
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
			sizes := map[string]program{}
			for _, name := range names {
				if sizes[name], err = build(dir, name, experiment, tags); err != nil {
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
			floor := sizes["floor"].size
			fmt.Fprintf(w, "%s\t%.2f", title, floor)
			for _, name := range []string{"us", "P2", "P1"} {
				fmt.Fprintf(w, "\t%.2f\t+%.2f\t%d", sizes[name].size, sizes[name].size-floor, sizes[name].modules)
			}
			fmt.Fprintln(w, "\t")
			over := sizes["us"].size - floor
			switch {
			case tags == "" && experiment == "":
				g.atMost(1.2, over, "weight", "MB over the floor's")
				g.atMost(4, float64(sizes["us"].modules), "weight", "modules linked")
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
	return chill(dir, g)
}

type program struct {
	size    float64 // in MB
	modules int
}

const programs = "github.com/alicdn/alicdn-go/internal/peers/bench/weight/"

// build builds the program of a contender.
func build(dir, name, experiment, tags string, env ...string) (program, error) {
	path := filepath.Join(dir, "program")
	cmd := exec.Command("go", "build", "-buildvcs=false", "-trimpath", "-ldflags=-s -w", "-tags="+tags, "-o", path, programs+name)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOEXPERIMENT="+experiment)
	cmd.Env = append(cmd.Env, env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return program{}, fmt.Errorf("build %s: %w: %s", name, err, out)
	}
	stat, err := os.Stat(path)
	if err != nil {
		return program{}, err
	}
	info, err := buildinfo.ReadFile(path)
	if err != nil {
		return program{}, err
	}
	return program{float64(stat.Size()) / 1e6, len(info.Deps)}, nil
}

// chill builds without a build cache, ours and the floor's.
func chill(dir string, g *goals) error {
	seconds := map[string]float64{}
	for _, name := range []string{"floor", "us"} {
		cache, err := os.MkdirTemp(dir, "cache")
		if err != nil {
			return err
		}
		started := time.Now()
		if _, err := build(dir, name, "", "", "GOCACHE="+cache); err != nil {
			return err
		}
		seconds[name] = time.Since(started).Seconds()
	}
	times := seconds["us"] / seconds["floor"]
	fmt.Fprintf(os.Stdout, "\nCold build: floor %.1f s, us %.1f s, ratio %.2f\n", seconds["floor"], seconds["us"], times)
	g.atMost(1.15, times, "weight", "cold build, times the floor's")
	return nil
}
