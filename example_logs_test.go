package alicdn_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// A log of three lines, one of which is damaged.
func ExampleReadLog() {
	log := strings.NewReader(`[9/Jun/2015:01:58:09 +0800] 188.165.15.75 - 1542 "-" "GET http://www.example.com/index.html" 200 191 2830 MISS "Mozilla/5.0 (compatible)" "text/html"
[9/Jun/2015:01:58:10 +0800] 2001:db8::17 - 3 "http://www.example.com/" "GET http://www.exam
[9/Jun/2015:01:58:11 +0800] 2001:db8::17 - 3 "http://www.example.com/" "GET http://www.example.com/logo.png" 200 402 48120 HIT "Mozilla/5.0 "nightly"" "image/png"
`)
	options := alicdn.ReadLogOptions{OnBrokenLine: func(line *alicdn.LogLineError) { fmt.Println(line) }}
	for entry, err := range alicdn.ReadLog(log, options) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(entry.Time.Format("15:04:05"), entry.ClientIP, entry.URL, entry.CacheStatus, entry.UserAgent)
	}
	// Output:
	// 17:58:09 188.165.15.75 http://www.example.com/index.html MISS Mozilla/5.0 (compatible)
	// alicdn: log: line 2: has no quoted referer and request, followed by status, sizes and cache status
	// 17:58:11 2001:db8::17 http://www.example.com/logo.png HIT Mozilla/5.0 "nightly"
}

// One line, as it stands in a log file.
func ExampleParseLogLine() {
	entry, err := alicdn.ParseLogLine(`[9/Jun/2015:01:58:09 +0800] 188.165.15.75 - 1542 "-" "GET http://www.example.com/index.html" 200 191 2830 MISS "Mozilla/5.0 (compatible)" "text/html"`)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(entry.Time.UTC(), entry.ClientIP, entry.URL, entry.CacheStatus)
	// Output: 2015-06-08 17:58:09 +0000 UTC 188.165.15.75 http://www.example.com/index.html MISS
}

// The logs of a day, on a line that breaks again and again.
func ExampleClient_DownloadLogs() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()
	server.Script(cdntest.Download, cdntest.Truncate(), cdntest.Reset())
	client := server.Client(alicdn.WithRetry(alicdn.RetryPolicy{BaseDelay: time.Millisecond}))
	folder, err := os.MkdirTemp("", "logs")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)

	end := time.Now().Truncate(time.Hour)
	request := &types.DescribeCdnDomainLogsRequest{
		DomainName: "www.example.com",
		StartTime:  types.UTC(end.Add(-24 * time.Hour)),
		EndTime:    types.UTC(end),
	}
	for range 2 {
		logs, err := client.DownloadLogs(context.Background(), request, folder, alicdn.DownloadLogsOptions{Workers: 8})
		if err != nil {
			fmt.Println(err)
			return
		}
		skipped := 0
		for _, log := range logs {
			if log.Skipped {
				skipped++
			}
		}
		fmt.Printf("%d files, %d of them there already\n", len(logs), skipped)
	}
	// Output:
	// 24 files, 0 of them there already
	// 24 files, 24 of them there already
}

// How many requests of the last three hours were hits, without a file on disk.
func ExampleClient_LogEntries() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()

	hour := time.Now().Truncate(time.Hour)
	request := &types.DescribeCdnDomainLogsRequest{
		DomainName: "www.example.com",
		StartTime:  types.UTC(hour.Add(-3 * time.Hour)),
		EndTime:    types.UTC(hour),
	}
	all, hits := 0, 0
	for entry, err := range server.Client().LogEntries(context.Background(), request, alicdn.LogEntriesOptions{}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		all++
		if entry.CacheStatus == types.CacheStatusHit {
			hits++
		}
	}
	fmt.Println(all, "requests, most of them hits:", hits > all/2)
	// Output: 180 requests, most of them hits: true
}

// What is set up for the logs of a domain.
func ExampleClient_DomainLogSettings() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()
	client, ctx := server.Client(), context.Background()
	_, err := client.CreateRealtimeLogDelivery(ctx, &types.CreateRealtimeLogDeliveryRequest{
		Project: "web", Logstore: "access", Region: "cn-shanghai", Domain: "www.example.com",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	settings, err := client.DomainLogSettings(ctx, "www.example.com")
	if err != nil {
		fmt.Println(err)
		return
	}
	if to := settings.RealtimeLogDelivery; to != nil {
		fmt.Println("delivered to", to.Project, to.Logstore, to.Region, to.Status)
	}
	if settings.CustomLogConfig == nil {
		fmt.Println("in the standard format")
	}
	// Output:
	// delivered to web access cn-shanghai online
	// in the standard format
}
