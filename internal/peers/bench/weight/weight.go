// Package weight builds the programs in the folders beside it, to compare them.
package weight

import (
	"context"
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Program is what a stripped program weighs.
type Program struct {
	Size    float64 // in MB
	Modules int     // that are linked
}

const programs = "github.com/alicdn/alicdn-go/internal/peers/bench/weight/"

// Build builds a program, by the name of its folder, into dir. Run it in
// internal/peers.
func Build(ctx context.Context, dir, name, experiment, tags string, env ...string) (Program, error) {
	path := filepath.Join(dir, "program")
	cmd := exec.CommandContext(ctx, "go", "build", "-buildvcs=false", "-trimpath", "-ldflags=-s -w", "-tags="+tags, "-o", path, programs+name)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOEXPERIMENT="+experiment)
	cmd.Env = append(cmd.Env, env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return Program{}, fmt.Errorf("build %s: %w: %s", name, err, out)
	}
	stat, err := os.Stat(path)
	if err != nil {
		return Program{}, err
	}
	info, err := buildinfo.ReadFile(path)
	if err != nil {
		return Program{}, err
	}
	return Program{float64(stat.Size()) / 1e6, len(info.Deps)}, nil
}
