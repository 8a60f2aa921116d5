package alicdn_test

import (
	"context"
	"fmt"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// A certificate is rolled out to the domains that it covers, after a look at
// what would be done.
func ExampleClient_RolloutCertificate() {
	server := cdntest.NewServer(
		cdntest.WithDomains("www.example.com", "img.example.com", ".static.example.com", "www.example.org"),
		cdntest.WithDurations(cdntest.Durations{}),
	)
	defer server.Close()
	client, ctx := server.Client(), context.Background()
	_, err := client.StopCdnDomain(ctx, &types.StopCdnDomainRequest{DomainName: "img.example.com"})
	if err != nil {
		fmt.Println(err)
		return
	}

	cert := newChain("*.example.com", "*.static.example.com").certificate() // of two files, as a rule
	cert.CertName = "example-2026"
	for _, opts := range []alicdn.RolloutOptions{
		{DryRun: true},
		{Wait: alicdn.WaitOptions{MinInterval: time.Millisecond, MaxInterval: 10 * time.Millisecond}}, // an example has no time
		{},
	} {
		results, err := client.RolloutCertificate(ctx, cert, opts)
		if err != nil {
			fmt.Println(err)
		}
		for _, result := range results {
			fmt.Println(result)
		}
	}
	// Output:
	// .static.example.com: planned
	// img.example.com: skipped, is stopped
	// www.example.com: planned
	// .static.example.com: set
	// img.example.com: skipped, is stopped
	// www.example.com: set
	// .static.example.com: skipped, has the certificate already
	// img.example.com: skipped, is stopped
	// www.example.com: skipped, has the certificate already
}

// A certificate that the service has stored already is rolled out by its ID,
// without its key.
func ExampleClient_RolloutCertificate_stored() {
	server := cdntest.NewServer(
		cdntest.WithDomains("www.example.com", "img.example.com"),
		cdntest.WithCertificates(cdntest.StoredCertificate{
			CertName: "example-2026", CertRegion: types.CertRegionApSoutheast1, ServerCertificate: newChain("*.example.com").certificate().ServerCertificate,
		}),
	)
	defer server.Close()
	client, ctx := server.Client(), context.Background()
	for kept, err := range client.DescribeCdnSSLCertificateListIter(ctx, &types.DescribeCdnSSLCertificateListRequest{SearchKeyword: "2026"}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		results, err := client.RolloutCertificate(ctx, types.Certificate{CertId: kept.CertId, CertRegion: kept.CertRegion}, alicdn.RolloutOptions{NoWait: true})
		fmt.Println(results, err)
	}
	// Output:
	// [img.example.com: set www.example.com: set] <nil>
}

// What is wrong with a certificate is found before anything is sent.
func ExampleCheckCertificate() {
	good, other := newChain("*.example.com"), newChain("*.example.com")
	_, err := alicdn.CheckCertificate(types.Certificate{
		ServerCertificate: chainOf(good.middle, good.leaf),
		PrivateKey:        good.leaf.keyText(),
	}, nil, time.Time{})
	fmt.Println(err)

	_, err = alicdn.CheckCertificate(types.Certificate{
		ServerCertificate: chainOf(good.leaf, good.middle),
		PrivateKey:        other.leaf.keyText(),
	}, nil, time.Now())
	fmt.Println(err)

	_, err = alicdn.CheckCertificate(good.certificate(), []string{"www.example.com", ".example.com", "example.com"}, time.Now())
	fmt.Println(err)
	// Output:
	// alicdn: SetCdnDomainSSLCertificate: parameter ServerCertificate is in the wrong order: the certificate of the key has to be the first, and each has to be signed by the next, so that the order is 2, 1
	// alicdn: SetCdnDomainSSLCertificate: parameter PrivateKey does not belong to the certificate, which is that of "*.example.com"
	// alicdn: SetCdnDomainSSLCertificate: parameter DomainName is "example.com"; the certificate is for "*.example.com"
}

// Certificates that expire within 30 days are listed, the first first.
func ExampleClient_ExpiringCertificates() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com", "img.example.com", "www.example.org"), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()
	client, ctx := server.Client(), context.Background()
	for days, name := range map[int]string{20: "www.example.com", 10: "img.example.com", 60: "www.example.org"} {
		if _, err := client.RolloutCertificate(ctx, lasting(days, name), alicdn.RolloutOptions{NoWait: true}); err != nil {
			fmt.Println(err)
		}
	}

	infos, err := client.ExpiringCertificates(ctx, 30*24*time.Hour, alicdn.ExpiringOptions{})
	if err != nil {
		fmt.Println(err)
	}
	for _, info := range infos {
		fmt.Printf("%s in %.0f days, issued by %s\n", info.DomainName, time.Until(info.CertExpireTime.Time).Hours()/24, info.CertOrg)
	}
	// Output:
	// img.example.com in 10 days, issued by Example Trust
	// www.example.com in 20 days, issued by Example Trust
}
