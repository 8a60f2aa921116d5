// Command check fails if the SDK makes a program larger than it may. It builds
// the program with it and the one without, both alike:
//
//	cd internal/peers && go run ./bench/weight/check
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"

	"github.com/alicdn/alicdn-go/internal/peers/bench/weight"
)

// What the SDK may add.
const (
	// mostMB is the goal: most of it is the JSON package, which becomes part of
	// the standard library with Go 1.27.
	mostMB = 1.2

	// mostMBOfAll is for a program from which the linker removes no method of
	// the client, because a template might call it. What was reached plus 3 %:
	// it has all 174 actions with their types, the helpers beside them, and
	// crypto/x509 for private keys.
	mostMBOfAll = 3.68

	// mostModules are this one, its JSON package, go-querystring and x/time.
	mostModules = 4
)

func main() {
	if err := check(); err != nil {
		fmt.Fprintln(os.Stderr, "weight:", err)
		os.Exit(1)
	}
}

func check() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	dir, err := os.MkdirTemp("", "weight")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	var failures []error
	for _, one := range []struct {
		tags, title string
		most        float64
	}{
		{"", "plain program", mostMB},
		{"reflection", "program with text/template", mostMBOfAll},
	} {
		floor, err := weight.Build(ctx, dir, "floor", "", one.tags)
		if err != nil {
			return err
		}
		us, err := weight.Build(ctx, dir, "us", "", one.tags)
		if err != nil {
			return err
		}
		added := us.Size - floor.Size
		fmt.Fprintf(os.Stdout, "%s: %.2f MB, the SDK adds %.3f MB of %.2f, and %d modules of %d\n",
			one.title, us.Size, added, one.most, us.Modules, mostModules)
		if added > one.most || us.Modules > mostModules {
			failures = append(failures, fmt.Errorf("%s: the SDK adds more than it may", one.title))
		}
	}
	return errors.Join(failures...)
}
