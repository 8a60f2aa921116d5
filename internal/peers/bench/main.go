// Command bench measures the SDK beside the official clients, and beside what
// the same work costs without any client. Run it in internal/peers:
//
//	go run ./bench
//
// The contenders are
//
//   - us: this SDK,
//   - P1: github.com/alibabacloud-go/darabonba-openapi/v2, called as the
//     generated client of the CDN calls it,
//   - P2: github.com/aliyun/alibaba-cloud-sdk-go,
//   - floor: net/http with a query built and signed by hand, and one decode
//     into plain structures of the same types, by the fastest decoder there is:
//     github.com/go-json-experiment/json, straight from the body, knowing the
//     one form that the body has.
//
// All get the same bodies over the same kind of transport from servers in a
// process of their own, so that allocations are those of the client alone. Of
// each measurement the median of many short rounds counts, in which the
// contenders take turns; a ratio is the median of the ratios of the rounds.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"regexp"
	"testing"
	"time"
)

func main() {
	if serve(context.Background()) {
		return
	}
	var s settings
	flags := flag.NewFlagSet("bench", flag.ExitOnError)
	flags.IntVar(&s.rounds, "rounds", 50, "how often everything is measured; slow work every third time")
	flags.DurationVar(&s.benchtime, "benchtime", 15*time.Millisecond, "how long a measurement takes at least")
	only := flags.String("only", ".*", "regular expression of the rows to measure, such as b.*, and of the parts sign, attempt, peak, growth and weight")
	flags.BoolVar(&s.weight, "weight", true, "weigh programs with the clients")
	flags.BoolVar(&s.cold, "cold", false, "build two of the programs without a build cache, which takes minutes")
	_ = flags.Parse(os.Args[1:]) // exits on an error
	if err := run(s, *only); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// settings are what the flags say.
type settings struct {
	rounds    int
	benchtime time.Duration
	only      *regexp.Regexp
	weight    bool
	cold      bool
}

func run(s settings, only string) (err error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if s.only, err = regexp.Compile("^(?:" + only + ")$"); err != nil {
		return err
	}
	testing.Init()
	if err := flag.Set("test.benchtime", s.benchtime.String()); err != nil {
		return err
	}
	var g goals
	var failures []error
	for _, part := range []func(context.Context, settings, *goals) error{table, sign, attempts, peaks, growth, weigh} {
		failures = append(failures, part(ctx, s, &g))
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
	}
	return errors.Join(append(failures, g.print())...)
}
