package main

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"slices"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// find parts the domains into those that are there and those that are not.
func (s *site) find(ctx context.Context, domains []string) (present, missing []string, err error) {
	for _, domain := range domains {
		_, err := s.service.Client.DescribeCdnDomainDetail(ctx, &types.DescribeCdnDomainDetailRequest{DomainName: domain})
		switch {
		case err == nil:
			present = append(present, domain)
		case errors.Is(err, alicdn.ErrNotFound):
			missing = append(missing, domain)
		default:
			return nil, nil, err
		}
	}
	return present, missing, nil
}

// planMissing shows what would be done with domains that are not there.
func (s *site) planMissing(domains []string) error {
	changes, err := alicdn.DiffDomainConfigs(config, nil, types.PruneNone)
	if err != nil {
		return err
	}
	for _, domain := range domains {
		fmt.Fprintf(s.env.Out, "%s: to be added, with the origin %s and\n", domain, s.origin)
		for _, change := range changes {
			fmt.Fprintf(s.env.Out, "  %v\n", change)
		}
	}
	return nil
}

// add adds domains, and returns those that the account has then. That there are
// others is the error.
func (s *site) add(ctx context.Context, domains []string) (added []string, err error) {
	if len(domains) == 0 {
		return nil, nil
	}
	kind := types.SourceTypeDomain
	if _, err := netip.ParseAddr(s.origin); err == nil {
		kind = types.SourceTypeIpaddr
	}
	opts := alicdn.AddDomainsOptions{VerifyType: types.VerifyTypeDnsCheck, PlaceProof: s.place, Wait: s.service.Wait}
	if s.fileProof {
		opts.VerifyType = types.VerifyTypeFileCheck
	}
	result, err := s.service.Client.AddDomains(ctx, &types.BatchAddCdnDomainRequest{
		CdnType: types.CdnTypeWeb,
		Sources: types.Sources{{Type: kind, Content: s.origin, Port: 80}},
	}, slices.Values(domains), opts)
	if result == nil {
		return nil, err
	}
	for _, outcome := range result.Outcomes {
		if outcome.State == types.AddDomainAdded {
			added = append(added, outcome.Input)
			fmt.Fprintf(s.env.Out, "%s: added\n", outcome.Input)
		} else {
			fmt.Fprintf(s.env.Out, "%s: %s: %v\n", outcome.Input, outcome.State, outcome.Err)
		}
	}
	if err == nil && result.Added < len(domains) {
		err = fmt.Errorf("%d of %d domains were not added", len(domains)-result.Added, len(domains))
	}
	return added, err
}

// place says what has to be placed to prove whose a domain is. Who has an API for
// DNS calls it here. It is waited for then, for as long as it takes; after Ctrl-C
// the same command goes on.
func (s *site) place(_ context.Context, proof types.OwnerProof) error {
	fmt.Fprintf(s.env.Out, "\nThe service asks for a proof that %s is yours: ", proof.RootDomain)
	if proof.VerifyType == types.VerifyTypeFileCheck {
		fmt.Fprintf(s.env.Out, "a file at an address.\n\n  address  %s\n  content  %s\n\n", proof.FileURL, proof.Content)
	} else {
		fmt.Fprintf(s.env.Out, "a DNS record.\n\n  name     %s\n  type     %s\n  content  %s\n\n", proof.RecordName, proof.RecordType, proof.Content)
	}
	server := s.service.Embedded
	switch {
	case server == nil:
		fmt.Fprintln(s.env.Out, "Place it now: it is waited for. The same command goes on if you press Ctrl-C.")
	case proof.VerifyType == types.VerifyTypeFileCheck:
		server.PlaceFile(proof.FileURL, proof.Content)
	default:
		server.PlaceRecord(proof.RecordName, proof.Content)
	}
	if server != nil {
		fmt.Fprintln(s.env.Out, "On the embedded endpoint it is placed now.")
	}
	return nil
}

// waitUntilOnline waits for the domains that are on their way. They come all at
// once.
func (s *site) waitUntilOnline(ctx context.Context, domains []string) error {
	for _, domain := range domains {
		resp, err := s.service.Client.DescribeCdnDomainDetail(ctx, &types.DescribeCdnDomainDetailRequest{DomainName: domain})
		if err != nil {
			return err
		}
		if status := resp.GetDomainDetailModel.DomainStatus; status == types.DomainStatusOnline || status == types.DomainStatusOffline {
			continue
		}
		if _, err := s.service.Client.WaitForDomainStatus(ctx, domain, types.DomainStatusOnline, s.service.Wait); err != nil {
			return err
		}
	}
	return nil
}
