// Domains makes domains what they are to be: it adds those that are missing,
// waits until they are online, and configures all of them alike, as config.go
// says. Applied once more it finds nothing to do.
//
//	go run ./examples/domains -origin 192.0.2.10 www.example.com img.example.com
//	go run ./examples/domains -origin 192.0.2.10 -apply www.example.com img.example.com
//
// It shows what it would do, and does it with -apply.
//
// Without credentials it runs on an endpoint of its own, where img.example.com
// is a domain. With ALIBABA_CLOUD_ACCESS_KEY_ID and
// ALIBABA_CLOUD_ACCESS_KEY_SECRET set it works on the real service.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/netip"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/types"
)

func main() { demo.Main("domains", run) }

// site is what the flags say.
type site struct {
	env     demo.Env
	service *demo.Service
	origin  string
	apply   bool
	prune   bool
}

func run(ctx context.Context, args []string, env demo.Env) error {
	s := site{env: env}
	flags := flag.NewFlagSet("domains", flag.ContinueOnError)
	flags.StringVar(&s.origin, "origin", "", "`address` of the origin of domains to add: a domain name or an IP address")
	flags.BoolVar(&s.apply, "apply", false, "do it, and wait until it is in effect; otherwise only show what would be done")
	flags.BoolVar(&s.prune, "prune", false, "also delete other rules of the functions that are configured")
	if err := env.Parse(flags, args, "[flags] DOMAIN ...", "Domains adds domains that are missing, and configures all of them."); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return demo.Usagef("which domains?")
	}
	var err error
	if s.service, err = env.Connect(cdntest.WithDomains("img.example.com")); err != nil {
		return err
	}

	present, err := s.add(ctx, flags.Args())
	if err != nil {
		return err
	}
	if err := s.configure(ctx, present); err != nil {
		return err
	}
	if !s.apply {
		fmt.Fprintln(env.Out, "Nothing was changed; -apply does it.")
		return nil
	}
	return s.show(ctx, present)
}

// add adds the domains that are missing and waits until they are online, or shows
// that it would. It returns the domains that are there then.
func (s *site) add(ctx context.Context, domains []string) (present []string, err error) {
	var coming []string
	for _, domain := range domains {
		resp, err := s.service.Client.DescribeCdnDomainDetail(ctx, &types.DescribeCdnDomainDetailRequest{DomainName: domain})
		switch {
		case err == nil:
			if status := resp.GetDomainDetailModel.DomainStatus; status != types.DomainStatusOnline && status != types.DomainStatusOffline {
				coming = append(coming, domain)
			}
		case !errors.Is(err, alicdn.ErrNotFound):
			return nil, err
		case s.origin == "":
			return nil, demo.Usagef("%s is to be added: it needs an -origin", domain)
		case !s.apply:
			changes, err := alicdn.DiffDomainConfigs(config, nil, types.PruneNone)
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(s.env.Out, "%s: to be added, with the origin %s and\n%v\n", domain, s.origin, changes)
			continue
		default:
			if err := s.addOne(ctx, domain); err != nil {
				return nil, err
			}
			coming = append(coming, domain)
		}
		present = append(present, domain)
	}
	if !s.apply {
		return present, nil
	}
	for _, domain := range coming { // they come all at once
		if _, err := s.service.Client.WaitForDomainStatus(ctx, domain, types.DomainStatusOnline, s.service.Wait); err != nil {
			return nil, err
		}
	}
	return present, nil
}

func (s *site) addOne(ctx context.Context, domain string) error {
	kind := types.SourceTypeDomain
	if _, err := netip.ParseAddr(s.origin); err == nil {
		kind = types.SourceTypeIpaddr
	}
	_, err := s.service.Client.AddCdnDomain(ctx, &types.AddCdnDomainRequest{
		DomainName: domain,
		CdnType:    types.CdnTypeWeb,
		Sources:    types.Sources{{Type: kind, Content: s.origin, Port: 80}},
	})
	return err
}

// configure gives the domains the configuration, or shows what would change.
func (s *site) configure(ctx context.Context, domains []string) error {
	if len(domains) == 0 {
		return nil
	}
	opts := alicdn.ApplyDomainConfigsOptions{DryRun: !s.apply, Wait: s.service.Wait}
	if s.prune {
		opts.Prune = types.PruneNamed
	}
	results, err := s.service.Client.ApplyDomainConfigs(ctx, domains, config, opts)
	for _, result := range results {
		fmt.Fprintln(s.env.Out, result)
	}
	return err
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
