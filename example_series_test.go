package alicdn_test

import (
	"context"
	"fmt"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// A month of 5-minute bandwidth, and what it is billed by.
func ExampleClient_DescribeDomainBpsDataSeries() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()
	client := server.Client()

	beijing := time.FixedZone("UTC+8", 8*60*60) // where months are billed
	start := time.Date(2025, 3, 1, 0, 0, 0, 0, beijing)
	s, err := client.DescribeDomainBpsDataSeries(context.Background(), &types.DescribeDomainBpsDataRequest{
		DomainName: []string{"www.example.com"},
		StartTime:  types.UTC(start),
		EndTime:    types.UTC(start.AddDate(0, 1, 0)),
		Interval:   types.Interval300,
	}, alicdn.SeriesOptions{})
	if err != nil {
		fmt.Println(err) // a *SeriesError leaves in s what was fetched
		return
	}
	bps := s.Values(func(p types.DomainBpsDataModule) types.Number { return p.Value })
	fmt.Println(len(s.Points), "points from", s.Windows, "calls,", len(s.Gaps()), "gaps")
	fmt.Println("95th percentile:", bps.Percentile95().Number, "bit/s")
	fmt.Println("peak:", bps.Peak().Number, "bit/s at", bps.Peak().Time.In(beijing).Format(time.DateTime))
	fmt.Println("fourth daily peak:", bps.DailyPeaks(nil).Rank(4).Number, "bit/s")
	fmt.Println("mean of the daily peaks:", bps.DailyPeaks(nil).Mean(), "bit/s")
	// Output:
	// 8928 points from 11 calls, 0 gaps
	// 95th percentile: 87531408 bit/s
	// peak: 106682040 bit/s at 2025-03-16 20:00:00
	// fourth daily peak: 103831128 bit/s
	// mean of the daily peaks: 95297172.38709678 bit/s
}

// The traffic of several domains side by side.
func ExampleCompareSeries() {
	server := cdntest.NewServer(cdntest.WithDomains("a.example.com", "b.example.com"))
	defer server.Close()
	client := server.Client()

	start := time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)
	domains := []string{"a.example.com", "b.example.com", "unknown.example.com"}
	c, err := alicdn.CompareSeries(context.Background(), domains,
		func(ctx context.Context, domainName string) (*alicdn.Series[types.DomainTrafficDataModule], error) {
			return client.DescribeDomainTrafficDataSeries(ctx, &types.DescribeDomainTrafficDataRequest{
				DomainName: []string{domainName},
				StartTime:  types.UTC(start),
				EndTime:    types.UTC(start.AddDate(0, 0, 3)),
				Interval:   types.Interval86400,
			}, alicdn.SeriesOptions{})
		}, alicdn.CompareOptions{})
	if err != nil {
		fmt.Println("not all domains:", alicdn.IsCode(err, types.InvalidDomainNotFound))
	}
	for i, day := range c.Times {
		fmt.Print(day.Format(time.DateOnly))
		for _, d := range c.Domains {
			if p := d.Points[i]; p != nil {
				fmt.Print("  ", d.DomainName, " ", p.Value, " bytes")
			}
		}
		fmt.Println()
	}
	// Output:
	// not all domains: true
	// 2025-03-01  a.example.com 490280396400 bytes  b.example.com 579748730400 bytes
	// 2025-03-02  a.example.com 477725747400 bytes  b.example.com 563047353900 bytes
	// 2025-03-03  a.example.com 439310390400 bytes  b.example.com 509783679000 bytes
}
