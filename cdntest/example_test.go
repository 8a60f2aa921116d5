package cdntest_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func Example() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()

	client := server.Client()
	detail, err := client.DescribeCdnDomainDetail(context.Background(), &types.DescribeCdnDomainDetailRequest{
		DomainName: "www.example.com",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(detail.GetDomainDetailModel.DomainStatus)
	// Output: online
}

// The clock decides when a domain that was stopped is offline.
func ExampleWithClock() {
	now := time.Now()
	server := cdntest.NewServer(
		cdntest.WithDomains("www.example.com"),
		cdntest.WithClock(func() time.Time { return now }),
	)
	defer server.Close()

	client, ctx := server.Client(), context.Background()
	if _, err := client.StopCdnDomain(ctx, &types.StopCdnDomainRequest{DomainName: "www.example.com"}); err != nil {
		fmt.Println(err)
		return
	}
	for range 2 {
		detail, err := client.DescribeCdnDomainDetail(ctx, &types.DescribeCdnDomainDetailRequest{DomainName: "www.example.com"})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(detail.GetDomainDetailModel.DomainStatus)
		now = now.Add(cdntest.DefaultDurations().Stop)
	}
	// Output:
	// stopping
	// offline
}

// An answer that gets lost after the domain was added, and what the client and
// the server each know about it.
func ExampleServer_Script() {
	server := cdntest.NewServer()
	defer server.Close()
	server.Script("AddCdnDomain", cdntest.ResetAfter())

	_, err := server.Client().AddCdnDomain(context.Background(), &types.AddCdnDomainRequest{
		DomainName: "www.example.com",
		CdnType:    types.CdnTypeWeb,
		Sources:    types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.net"}},
	})
	var refused *alicdn.Error
	fmt.Println("failed:", err != nil, "refused:", errors.As(err, &refused))
	fmt.Println("added:", server.Applied("AddCdnDomain"))
	// Output:
	// failed: true refused: false
	// added: 1
}
