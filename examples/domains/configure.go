package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// configure gives the domains the configuration, or shows what would change.
func (s *site) configure(ctx context.Context, domains []string) error {
	if len(domains) == 0 {
		return nil
	}
	opts := alicdn.ApplyDomainConfigsOptions{DryRun: !s.apply, Wait: s.service.Wait}
	if s.prune {
		opts.Prune = types.PruneNamed
	}
	if s.staging {
		opts.Staging, opts.Check = true, s.try
	}
	results, err := s.service.Client.ApplyDomainConfigs(ctx, domains, config, opts)
	for _, result := range results {
		fmt.Fprintln(s.env.Out, result)
	}
	return err
}

// try asks a staging node for a domain as a browser would, and judges what it
// answers. An error has the configuration rolled back.
func (s *site) try(ctx context.Context, domain string, addresses []string) error {
	if len(addresses) == 0 {
		return fmt.Errorf("there is no staging node to try %s at", domain)
	}
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	host := domain
	if strings.HasPrefix(domain, ".") { // a wildcard
		host = "www" + domain
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+host+"/", http.NoBody)
	if err != nil {
		return err
	}
	resp, err := s.node(addresses[0]).RoundTrip(req)
	if err != nil {
		return fmt.Errorf("the staging node %s: %w", addresses[0], err)
	}
	if err := resp.Body.Close(); err != nil {
		return err
	}
	s.printing.Lock()
	defer s.printing.Unlock()
	fmt.Fprintf(s.env.Out, "%s: the staging node %s answers %s\n", domain, addresses[0], resp.Status)
	return judge(resp)
}

// judge says what of an answer is not as it has to be: any error of a server, or
// a header that is not what the configuration makes it.
func judge(resp *http.Response) error {
	if resp.StatusCode >= http.StatusInternalServerError {
		return fmt.Errorf("the staging node answers %s", resp.Status)
	}
	for _, c := range config {
		header, ok := c.(types.SetRespHeader)
		if !ok {
			continue
		}
		if got := resp.Header.Get(header.Key); got != header.Value {
			return fmt.Errorf("%s is %q, not %q", header.Key, got, header.Value)
		}
	}
	return nil
}

// stagingNode leads to a staging node, whatever the host of the request.
func stagingNode(address string) http.RoundTripper {
	return &http.Transport{
		DisableKeepAlives: true,
		DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			_, port, err := net.SplitHostPort(addr)
			if err != nil {
				return nil, err
			}
			return new(net.Dialer).DialContext(ctx, network, net.JoinHostPort(address, port))
		},
	}
}

// standIn leads to what stands in for a staging node of the embedded endpoint,
// which has none: it answers as one does that has the configuration.
func standIn(string) http.RoundTripper {
	return roundTripper(func(*http.Request) (*http.Response, error) {
		resp := &http.Response{Status: "200 OK (it is a stand-in)", StatusCode: http.StatusOK, Header: http.Header{}, Body: http.NoBody}
		for _, c := range config {
			if header, ok := c.(types.SetRespHeader); ok {
				resp.Header.Set(header.Key, header.Value)
			}
		}
		return resp, nil
	})
}

// roundTripper is a function that answers requests.
type roundTripper func(*http.Request) (*http.Response, error)

// RoundTrip answers a request.
func (r roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return r(req) }
