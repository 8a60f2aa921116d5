// Quickstart drives a CDN through the SDK from an empty account to a domain
// that serves: it opens the service, proves whose the domain is, adds it and waits
// until it is online, configures it, gives it a certificate, refreshes and
// preloads, reads its figures and log files, tags it, and cleans up.
//
// Without credentials it runs on an endpoint of its own. With
// ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET set it talks
// to the real service and only reads, unless -write is given.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
)

func main() { demo.Main("quickstart", run) }

func run(ctx context.Context, args []string, env demo.Env) error {
	t := tour{out: env.Out}
	flags := flag.NewFlagSet("quickstart", flag.ContinueOnError)
	flags.StringVar(&t.domain, "domain", "", "`domain` to add (with -write) or to look at (default: the first of the account that is online)")
	flags.StringVar(&t.origin, "origin", "192.0.2.10", "`IP` address of the origin of the domain to add")
	flags.BoolVar(&t.write, "write", false, "on the real service: also add, configure, purge, tag and delete the domain")
	if err := env.Parse(flags, args, "[flags]", "Quickstart is a tour of the API, from an empty account to a domain that serves."); err != nil {
		return err
	}

	service, err := env.Connect(cdntest.WithServiceClosed(), cdntest.WithVerification())
	if err != nil {
		return err
	}
	t.client, t.server, t.wait = service.Client, service.Embedded, service.Wait
	switch {
	case service.Embedded != nil:
		t.write, t.domain = true, cmp.Or(t.domain, "www.example.com")
	case t.write && t.domain == "":
		return demo.Usagef("-write needs -domain: the domain to add, which is deleted again at the end")
	}
	if !t.write {
		fmt.Fprintln(t.out, "Reading only; -write does the whole tour.")
	}
	return t.run(ctx)
}
