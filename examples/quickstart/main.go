// Quickstart drives a CDN through the SDK from an empty account to a domain
// that serves: it opens the service, adds a domain and waits until it is
// online, configures it, refreshes and preloads, reads its figures and log
// files, tags it, and cleans up.
//
// Without credentials it runs on an endpoint of its own. With
// ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET set it talks
// to the real service and only reads, unless -write is given.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
	case ctx.Err() != nil:
		fmt.Fprintln(os.Stderr, "\nquickstart: interrupted")
		os.Exit(130)
	default:
		fmt.Fprintln(os.Stderr, "quickstart:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("quickstart", flag.ContinueOnError)
	flags.SetOutput(out)
	var t tour
	flags.StringVar(&t.domain, "domain", "", "domain to add (with -write) or to look at; default: the first of the account that is online")
	flags.StringVar(&t.origin, "origin", "192.0.2.10", "IP address of the origin of the domain to add")
	flags.BoolVar(&t.write, "write", false, "on the real service: also add, configure, purge, tag and delete the domain")
	if err := flags.Parse(args); err != nil {
		return err
	}
	t.out = out

	hasID, hasSecret := os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID") != "", os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET") != ""
	switch {
	case hasID != hasSecret:
		return errors.New("set both of ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or neither")
	case hasID:
		return t.onRealService(ctx)
	default:
		return t.onOwnEndpoint(ctx)
	}
}

// onOwnEndpoint runs the whole tour on an endpoint inside this process.
func (t *tour) onOwnEndpoint(ctx context.Context) error {
	server := cdntest.NewServer(cdntest.WithServiceClosed()) //nolint:contextcheck // it lives until Close
	defer server.Close()
	fmt.Fprintln(t.out, "No credentials are set: running on an embedded endpoint at", server.URL)
	t.client, t.write, t.poll = server.Client(), true, 250*time.Millisecond
	if t.domain == "" {
		t.domain = "www.example.com"
	}
	return t.run(ctx)
}

// onRealService runs the reading part of the tour, or all of it with -write.
func (t *tour) onRealService(ctx context.Context) error {
	client, err := alicdn.New(alicdn.EnvCredentials())
	if err != nil {
		return err
	}
	t.client, t.poll = client, 10*time.Second
	switch {
	case t.write && t.domain == "":
		return errors.New("-write needs -domain: the domain to add, which is deleted again at the end")
	case t.write:
		fmt.Fprintln(t.out, "Running on the real service, writing.")
	default:
		fmt.Fprintln(t.out, "Running on the real service, reading only; -write does the whole tour.")
	}
	return t.run(ctx)
}
