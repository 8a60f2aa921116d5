package alicdn_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// The URLs come from a file, which may have a million lines.
func ExampleClient_RefreshAll() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com", "img.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	file := strings.NewReader(`
http://www.example.com/index.html
img.example.com/logo.png
img.example.com/logo.png
http://www.example.org/not-mine.html
ftp://www.example.com/index.html
`)
	var readErr error
	result, err := client.RefreshAll(ctx, nil, alicdn.Lines(file, &readErr), alicdn.BulkOptions{Deduplicate: true})
	if err := errors.Join(err, readErr); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Submitted, "submitted,", result.Refused, "refused,", result.Duplicates, "dropped")
	for _, refusal := range result.Refusals {
		notFound := errors.Is(refusal.Err, alicdn.ErrNotFound)
		fmt.Println(refusal.Input, "- no domain of this account:", notFound)
	}

	tasks, err := client.WaitForRefreshTasks(ctx, result.TaskIds, alicdn.WaitOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(tasks), "URLs are", tasks[0].Status)
	// Output:
	// 2 submitted, 2 refused, 1 dropped
	// ftp://www.example.com/index.html - no domain of this account: false
	// http://www.example.org/not-mine.html - no domain of this account: true
	// 2 URLs are Complete
}

// All that a template or a product appears in, by the tags that the origin gave
// its answers.
func ExampleClient_RefreshAllByCacheTag() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	tags := func(yield func(string) bool) {
		for i := range 3000 {
			if !yield(fmt.Sprintf("product-%08d", i)) {
				return
			}
		}
	}
	result, err := client.RefreshAllByCacheTag(ctx,
		&types.RefreshObjectCacheByCacheTagRequest{DomainName: "www.example.com"}, tags, alicdn.BulkOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Submitted, "tags in", result.Calls, "calls")

	tasks, err := client.WaitForRefreshTasks(ctx, result.TaskIds, alicdn.WaitOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(tasks), "tags are", tasks[0].Status)
	// Output:
	// 3000 tags in 4 calls
	// 3000 tags are Complete
}

// A quota that does not suffice is noticed before anything is sent.
func ExampleClient_PreloadAll() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithQuota(cdntest.Quota{Domains: 1, PreloadUrls: 150}))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	urls := func(yield func(string) bool) {
		for i := range 240 {
			if !yield(fmt.Sprintf("http://www.example.com/video/%d.mp4", i)) {
				return
			}
		}
	}
	req := &types.PushObjectCacheRequest{Area: types.PreloadAreaOverseas}
	_, err := client.PreloadAll(ctx, req, urls, alicdn.BulkOptions{})
	if quota, ok := errors.AsType[*alicdn.QuotaError](err); ok {
		fmt.Println(quota.Need, "needed,", quota.Remain, "left")
	}

	result, err := client.PreloadAll(ctx, req, urls, alicdn.BulkOptions{Partial: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Submitted, "submitted in", result.Calls, "calls,", result.NotSent, "not sent")
	// Output:
	// 240 needed, 150 left
	// 150 submitted in 2 calls, 90 not sent
}

// Content that must not be served for a day, and what became of each URL.
func ExampleClient_BlockAll() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()

	req := &types.BlockObjectCachesRequest{Type: types.BlockTypeBlock, Maxage: 86400}
	paths := slices.Values([]string{"http://www.example.com/leaked.zip", "http://www.example.com/leaked.pdf"})
	result, err := server.Client().BlockAll(context.Background(), req, paths, alicdn.BulkOptions{
		OnOutcome: func(o types.BulkOutcome) { fmt.Println(o.Input, o.State) },
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(result.TaskIds), "task")
	// Unordered output:
	// http://www.example.com/leaked.zip submitted
	// http://www.example.com/leaked.pdf submitted
	// 1 task
}

// Blank lines are left out, whatever the ends of lines are.
func ExampleLines() {
	var err error
	for path := range alicdn.Lines(strings.NewReader("http://www.example.com/a.css\r\n\nhttp://www.example.com/b.css\n"), &err) {
		fmt.Printf("%q\n", path)
	}
	fmt.Println(err)
	// Output:
	// "http://www.example.com/a.css"
	// "http://www.example.com/b.css"
	// <nil>
}

// With a journal a call goes on where the last one has ended.
func ExampleBulkOptions_journal() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithQuota(cdntest.Quota{Domains: 1, RefreshDirs: 2}))
	defer server.Close()
	dir, err := os.MkdirTemp("", "journal")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()

	purge := func() (*types.BulkResult, error) {
		journal, err := os.OpenFile(filepath.Join(dir, "purge.jsonl"), os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
		if err != nil {
			return nil, err
		}
		defer func() { _ = journal.Close() }()
		directories := slices.Values([]string{"www.example.com/a/", "www.example.com/b/", "www.example.com/c/"})
		return server.Client().RefreshAll(context.Background(),
			&types.RefreshObjectCachesRequest{ObjectType: types.ObjectTypeDirectory}, directories,
			alicdn.BulkOptions{Partial: true, Journal: journal})
	}
	for range 2 {
		result, err := purge()
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(result.Resumed, "before,", result.Submitted, "now,", result.NotSent, "left for tomorrow")
	}
	// Output:
	// 0 before, 2 now, 1 left for tomorrow
	// 2 before, 0 now, 1 left for tomorrow
}
