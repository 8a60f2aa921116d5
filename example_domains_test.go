package alicdn_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// The hook places the record at the DNS provider; here that is the server of the
// test.
func ExampleClient_AddVerifiedDomain() {
	server := cdntest.NewServer(cdntest.WithVerification(), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	domain, err := client.AddVerifiedDomain(ctx, &types.AddCdnDomainRequest{
		DomainName: "www.example.com",
		CdnType:    types.CdnTypeWeb,
		Sources:    types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.com"}},
	}, alicdn.AddDomainOptions{
		PlaceProof: func(_ context.Context, proof types.OwnerProof) error {
			fmt.Println("placing", proof.RecordType, "record", proof.RecordName)
			server.PlaceRecord(proof.RecordName, proof.Content)
			return nil
		},
		UntilOnline: true,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(domain.DomainName, "is", domain.DomainStatus, "and has to point to", domain.Cname)
	// Output:
	// placing TXT record verification.example.com
	// www.example.com is online and has to point to www.example.com.w.kunlunle.com
}

// Without a hook the error says what has to be placed by hand; after that the
// same call goes on.
func ExampleAddDomainError() {
	server := cdntest.NewServer(cdntest.WithVerification(), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	req := &types.AddCdnDomainRequest{
		DomainName: "www.example.com",
		CdnType:    types.CdnTypeWeb,
		Sources:    types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.com"}},
	}
	_, err := client.AddVerifiedDomain(ctx, req, alicdn.AddDomainOptions{VerifyType: types.VerifyTypeFileCheck})
	if unproved, ok := errors.AsType[*alicdn.AddDomainError](err); ok && unproved.Step == types.AddDomainStepVerify {
		fmt.Println("upload", unproved.Proof.FileName, "to", unproved.Proof.FileURL)
		server.PlaceFile(unproved.Proof.FileURL, unproved.Proof.Content)
	}
	domain, err := client.AddVerifiedDomain(ctx, req, alicdn.AddDomainOptions{VerifyType: types.VerifyTypeFileCheck})
	fmt.Println(domain.DomainStatus, err)
	// Output:
	// upload verification.html to http://example.com/verification.html
	// online <nil>
}

// Each domain has its outcome, and what is wrong with one does not touch the
// others.
func ExampleClient_AddDomains() {
	server := cdntest.NewServer(cdntest.WithVerification("example.com"), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	names := slices.Values(strings.Fields("www.example.com img.example.com *.example.com www.example.net"))
	result, err := client.AddDomains(ctx, &types.BatchAddCdnDomainRequest{
		CdnType: types.CdnTypeWeb,
		Sources: types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.com"}},
	}, names, alicdn.AddDomainsOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, outcome := range result.Outcomes {
		fmt.Println(outcome.Input, outcome.State)
	}
	fmt.Println(result.Added, "added with", result.Calls, "calls")
	// Output:
	// www.example.com added
	// img.example.com added
	// *.example.com refused
	// www.example.net unproved
	// 2 added with 3 calls
}
