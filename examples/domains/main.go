// Domains makes domains what they are to be: it adds those that are missing,
// waits until they are online, and configures all of them alike, as config.go
// says. Applied once more it finds nothing to do.
//
//	go run ./examples/domains -origin 192.0.2.10 www.example.org img.example.com
//	go run ./examples/domains -origin 192.0.2.10 -apply www.example.org img.example.com
//	go run ./examples/domains -staging -apply img.example.com
//
// It shows what it would do, and does it with -apply. Where the service asks
// whose a domain is, it prints the DNS record, or with -file-proof the file, that
// proves it, and waits until the service finds that. With -staging what changes
// is tried at a staging node before the public meets it.
//
// Without credentials it runs on an endpoint of its own, where img.example.com
// is a domain and nobody has proved whose example.org is. With
// ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET set it works on
// the real service.
package main

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"slices"
	"sync"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/types"
)

func main() { demo.Main("domains", run) }

// site is what the flags say.
type site struct {
	env       demo.Env
	service   *demo.Service
	node      func(address string) http.RoundTripper // leads to a staging node
	origin    string
	apply     bool
	prune     bool
	staging   bool
	fileProof bool

	printing sync.Mutex // domains are tried at the same time
}

func run(ctx context.Context, args []string, env demo.Env) error {
	s := &site{env: env, node: stagingNode}
	flags := flag.NewFlagSet("domains", flag.ContinueOnError)
	flags.StringVar(&s.origin, "origin", "", "`address` of the origin of domains to add: a domain name or an IP address")
	flags.BoolVar(&s.apply, "apply", false, "do it, and wait until it is in effect; otherwise only show what would be done")
	flags.BoolVar(&s.prune, "prune", false, "also delete other rules of the functions that are configured")
	flags.BoolVar(&s.staging, "staging", false, "try the configuration at a staging node, and publish it only if that answers well")
	flags.BoolVar(&s.fileProof, "file-proof", false, "where the service asks whose a domain is, prove it by a file, not by a DNS record")
	err := env.Parse(flags, args, "[flags] DOMAIN ...", "Domains adds domains that are missing, and configures all of them.")
	switch {
	case err != nil:
		return err
	case flags.NArg() == 0:
		return demo.Usagef("which domains?")
	case s.prune && s.staging:
		return demo.Usagef("-staging cannot delete rules: leave out -prune")
	}
	if s.service, err = env.Connect(cdntest.WithDomains("img.example.com"), cdntest.WithVerification()); err != nil {
		return err
	}
	if s.service.Embedded != nil {
		s.node = standIn
	}
	return s.run(ctx, flags.Args())
}

// run shows what is to be done, or does it.
func (s *site) run(ctx context.Context, domains []string) error {
	present, missing, err := s.find(ctx, domains)
	switch {
	case err != nil:
		return err
	case len(missing) > 0 && s.origin == "":
		return demo.Usagef("%s is to be added: it needs an -origin", missing[0])
	case !s.apply:
		return s.plan(ctx, present, missing)
	}
	added, notAdded := s.add(ctx, missing)
	if err := ctx.Err(); err != nil {
		return err
	}
	present = slices.DeleteFunc(slices.Clone(domains), func(domain string) bool { // in their order
		return !slices.Contains(present, domain) && !slices.Contains(added, domain)
	})
	if err := s.waitUntilOnline(ctx, present); err != nil {
		return err
	}
	if err := s.configure(ctx, present); err != nil {
		return err
	}
	if err := s.show(ctx, present); err != nil {
		return err
	}
	return notAdded
}

// plan shows what would be done.
func (s *site) plan(ctx context.Context, present, missing []string) error {
	if err := s.planMissing(missing); err != nil {
		return err
	}
	if err := s.configure(ctx, present); err != nil {
		return err
	}
	fmt.Fprintln(s.env.Out, "Nothing was changed; -apply does it.")
	return nil
}

// show says where the domains have to point.
func (s *site) show(ctx context.Context, domains []string) error {
	for _, domain := range domains {
		resp, err := s.service.Client.DescribeCdnDomainDetail(ctx, &types.DescribeCdnDomainDetailRequest{DomainName: domain})
		if err != nil {
			return err
		}
		detail := resp.GetDomainDetailModel
		fmt.Fprintf(s.env.Out, "%s is %s; its CNAME record has to be %s\n", detail.DomainName, detail.DomainStatus, detail.Cname)
	}
	return nil
}
