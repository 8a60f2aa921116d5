// Logs reports a day of a domain from its access logs: requests, bytes, hit
// rate, statuses, and the URLs that are asked for most.
//
//	go run ./examples/logs -domain www.example.com -day 2026-11-25
//	go run ./examples/logs -domain www.example.com -dir logs
//
// The logs come straight from the network, or with -dir are downloaded first and
// kept; the same call repeated downloads only what is missing.
//
// Without credentials it runs on an endpoint of its own. With
// ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET set it reads
// those of the real service.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"iter"
	"os"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/types"
)

func main() { demo.Main("logs", run) }

func run(ctx context.Context, args []string, env demo.Env) error {
	flags := flag.NewFlagSet("logs", flag.ContinueOnError)
	domain := flags.String("domain", "", "`domain` to report on; www.example.com on the embedded endpoint")
	day := flags.String("day", "", "`date` such as 2026-11-25, in UTC (default yesterday)")
	dir := flags.String("dir", "", "`folder` to download the logs into")
	top := flags.Int("top", 10, "how many URLs to list")
	if err := env.Parse(flags, args, "[flags]", "Logs reports a day of a domain from its access logs."); err != nil {
		return err
	}
	start := time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, -1)
	if *day != "" {
		var err error
		if start, err = time.Parse(time.DateOnly, *day); err != nil {
			return demo.Usagef("-day %s is no date such as 2026-11-25", *day)
		}
	}
	service, err := env.Connect(cdntest.WithDomains("www.example.com"))
	switch {
	case err != nil:
		return err
	case service.Embedded != nil:
		*domain = cmp.Or(*domain, "www.example.com")
	case *domain == "":
		return demo.Usagef("which -domain?")
	}
	request := &types.DescribeCdnDomainLogsRequest{
		DomainName: *domain,
		StartTime:  types.UTC(start),
		EndTime:    types.UTC(start.AddDate(0, 0, 1)),
	}

	r := newReport()
	entries := service.Client.LogEntries(ctx, request, alicdn.LogEntriesOptions{OnBrokenLine: r.broken})
	if *dir != "" {
		files, err := download(ctx, service.Client, request, *dir, env)
		if err != nil {
			return err
		}
		entries = stored(files, r)
	}
	if err := r.add(entries, env.Progress()); err != nil {
		return err
	}
	fmt.Fprintf(env.Out, "%s on %s\n\n", *domain, start.Format(time.DateOnly))
	return r.write(env.Out, *top)
}

// download fetches the log files, those that are not there already.
func download(ctx context.Context, client *alicdn.Client, request *types.DescribeCdnDomainLogsRequest, dir string, env demo.Env) ([]alicdn.DownloadedLog, error) {
	progress := env.Progress()
	files, err := client.DownloadLogs(ctx, request, dir, alicdn.DownloadLogsOptions{OnProgress: func(now alicdn.LogProgress) {
		progress("%d of %d files, %s of %s", now.Files, now.TotalFiles, bytes(now.Bytes), bytes(now.TotalBytes))
	}})
	var there int
	for _, file := range files {
		if file.Skipped {
			there++
		}
	}
	fmt.Fprintf(env.Err, "%d files in %s, %d of them there already\n", len(files), dir, there)
	return files, err
}

// stored yields the entries of log files on disk.
func stored(files []alicdn.DownloadedLog, r *report) iter.Seq2[types.LogEntry, error] {
	return func(yield func(types.LogEntry, error) bool) {
		for _, file := range files {
			if !readFile(file.Path, r, yield) {
				return
			}
		}
	}
}

func readFile(path string, r *report, yield func(types.LogEntry, error) bool) bool {
	file, err := os.Open(path)
	if err != nil {
		yield(types.LogEntry{}, err)
		return false
	}
	defer func() { _ = file.Close() }()
	for entry, err := range alicdn.ReadLog(file, alicdn.ReadLogOptions{OnBrokenLine: r.broken}) {
		if err != nil {
			err = fmt.Errorf("%s: %w", path, err)
		}
		if !yield(entry, err) || err != nil {
			return false
		}
	}
	return true
}
