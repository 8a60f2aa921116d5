package alicdn_test

import (
	"context"
	"fmt"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// The bandwidth of two domains, added up, over one hour. For longer ranges there
// is DescribeDomainBpsDataSeries.
func ExampleClient_DescribeDomainBpsData() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com", "img.example.com"))
	defer server.Close()

	start := time.Now().Add(-24 * time.Hour).Truncate(time.Hour)
	resp, err := server.Client().DescribeDomainBpsData(context.Background(), &types.DescribeDomainBpsDataRequest{
		DomainName: []string{"www.example.com", "img.example.com"},
		StartTime:  types.UTC(start), EndTime: types.UTC(start.Add(time.Hour)),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(resp.BpsDataPerInterval), "points,", resp.DataInterval, "seconds apart")
	for _, point := range resp.BpsDataPerInterval {
		if !point.Value.IsSet() {
			fmt.Println("no value at", point.TimeStamp)
		}
	}
	// Output: 12 points, 300 seconds apart
}

// The URLs that were asked for most on a day.
func ExampleClient_DescribeDomainTopUrlVisit() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()

	day := time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, -1)
	resp, err := server.Client().DescribeDomainTopUrlVisit(context.Background(), &types.DescribeDomainTopUrlVisitRequest{
		DomainName: "www.example.com", StartTime: types.UTC(day), SortBy: types.SortByPv,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, url := range resp.AllUrlList[:3] {
		fmt.Println(i+1, url.UrlDetail)
	}
	// Output:
	// 1 http://www.example.com/img/1.jpg
	// 2 http://www.example.com/img/2.jpg
	// 3 http://www.example.com/1.html
}

// Typed configurations, set on several domains at once, and read again.
func ExampleClient_BatchSetCdnDomainConfig() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com", "img.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	functions, err := alicdn.FunctionsOf(
		types.FiletypeBasedTtlSet{FileType: []string{"jpg", "png"}, Ttl: new(86400), Weight: 10},
		types.Gzip{Enable: types.SwitchOn},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = client.BatchSetCdnDomainConfig(ctx, &types.BatchSetCdnDomainConfigRequest{
		DomainNames: []string{"www.example.com", "img.example.com"}, Functions: functions,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	resp, err := client.DescribeCdnDomainConfigs(ctx, &types.DescribeCdnDomainConfigsRequest{DomainName: "img.example.com"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, config := range resp.DomainConfigs {
		fmt.Println(config.FunctionName, config.Status)
	}
	// Output:
	// filetype_based_ttl_set success
	// gzip success
}

// The log files of a domain, an hour each. DownloadLogs fetches them, and
// LogEntries reads them.
func ExampleClient_DescribeCdnDomainLogsIter() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()

	end := time.Now().Truncate(time.Hour).Add(-24 * time.Hour)
	request := &types.DescribeCdnDomainLogsRequest{
		DomainName: "www.example.com", StartTime: types.UTC(end.Add(-3 * time.Hour)), EndTime: types.UTC(end),
	}
	files, span := 0, time.Duration(0)
	for file, err := range server.Client().DescribeCdnDomainLogsIter(context.Background(), request) {
		if err != nil {
			fmt.Println(err)
			return
		}
		files++
		span = file.EndTime.Sub(file.StartTime.Time)
	}
	fmt.Println(files, "files of", span)
	// Output: 3 files of 1h0m0s
}

// A directory is refreshed, and a URL preloaded; both use up quotas.
func ExampleClient_RefreshObjectCaches() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	_, err := client.RefreshObjectCaches(ctx, &types.RefreshObjectCachesRequest{
		ObjectPath: []string{"https://www.example.com/static/"}, ObjectType: types.ObjectTypeDirectory,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = client.PushObjectCache(ctx, &types.PushObjectCacheRequest{ObjectPath: []string{"https://www.example.com/app.js"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	quota, err := client.DescribeRefreshQuota(ctx, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("directories:", quota.DirRemain, "of", quota.DirQuota)
	fmt.Println("preloads:", quota.PreloadRemain, "of", quota.PreloadQuota)
	// Output:
	// directories: 99 of 100
	// preloads: 999 of 1000
}

// How the account is billed.
func ExampleClient_DescribeCdnService() {
	server := cdntest.NewServer()
	defer server.Close()

	service, err := server.Client().DescribeCdnService(context.Background(), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(service.InternetChargeType)
	// Output: PayByTraffic
}

// The traffic of the account in mainland China, a day at a time.
func ExampleClient_DescribeDomainUsageData() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()

	end := time.Now().UTC().Truncate(24 * time.Hour)
	usage, err := server.Client().DescribeDomainUsageData(context.Background(), &types.DescribeDomainUsageDataRequest{
		StartTime: types.UTC(end.AddDate(0, 0, -7)), EndTime: types.UTC(end),
		Field: types.UsageFieldTraf, Area: types.UsageAreaCN, Interval: types.Interval86400,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range usage.UsageDataPerInterval {
		if day.Value.Float64() == 0 {
			fmt.Println("no traffic on", day.TimeStamp)
		}
	}
	fmt.Println(len(usage.UsageDataPerInterval), "days")
	// Output: 7 days
}

// Tags are set, and found again by domain and by account.
func ExampleClient_TagResources() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com", "img.example.com"))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	domains := types.Repeated{"www.example.com", "img.example.com"}
	_, err := client.TagResources(ctx, &types.TagResourcesRequest{
		ResourceId: domains, ResourceType: types.ResourceTypeDomain,
		Tag: types.Tags{{Key: "env", Value: "prod"}, {Key: "team", Value: "web"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = client.UntagResources(ctx, &types.UntagResourcesRequest{
		ResourceId: domains[1:], ResourceType: types.ResourceTypeDomain, TagKey: types.Repeated{"team"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	tagged, err := client.DescribeTagResources(ctx, &types.DescribeTagResourcesRequest{ResourceId: domains, ResourceType: types.ResourceTypeDomain})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, resource := range tagged.TagResources {
		fmt.Println(resource.ResourceId, resource.Tag)
	}
	// Output:
	// www.example.com [{env prod} {team web}]
	// img.example.com [{env prod}]
}
