// Package demotest runs the example programs in tests.
package demotest

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/alicdn/alicdn-go/examples/internal/demo"
)

// Run runs a program on the embedded endpoint, whatever the environment, and
// returns what it wrote to standard output and standard error. Time is
// simulated: waiting takes none.
func Run(t *testing.T, run func(context.Context, []string, demo.Env) error, stdin string, args ...string) (out, progress string, err error) {
	t.Helper()
	var stdout, stderr strings.Builder
	synctest.Test(t, func(t *testing.T) {
		err = run(t.Context(), args, demo.Env{
			In:     strings.NewReader(stdin),
			Out:    &stdout,
			Err:    &stderr,
			Getenv: func(string) string { return "" },
		})
	})
	return stdout.String(), stderr.String(), err
}
