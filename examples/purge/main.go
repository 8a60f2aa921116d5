// Purge refreshes or preloads any number of URLs: those given as arguments, or
// the lines of a file or of standard input. With -tags-of they are cache tags of
// a domain instead.
//
//	go run ./examples/purge -wait http://www.example.com/index.html
//	go run ./examples/purge -type Directory -journal purge.jsonl -file directories.txt
//	go run ./examples/purge -tags-of www.example.com product-7 sale
//	generate-urls | go run ./examples/purge -preload -file -
//
// Without credentials it runs on an endpoint of its own, where www.example.com
// and img.example.com are domains. With ALIBABA_CLOUD_ACCESS_KEY_ID and
// ALIBABA_CLOUD_ACCESS_KEY_SECRET set it purges on the real service.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"maps"
	"os"
	"slices"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/types"
)

func main() { demo.Main("purge", run) }

// purge is what the flags say.
type purge struct {
	env     demo.Env
	kind    string
	tagsOf  string
	preload bool
	partial bool
	wait    bool
	timeout time.Duration
}

func run(ctx context.Context, args []string, env demo.Env) error {
	p := purge{env: env}
	flags := flag.NewFlagSet("purge", flag.ContinueOnError)
	file := flags.String("file", "", "`file` with a URL on each line; - is standard input")
	journal := flags.String("journal", "", "`file` that keeps what was submitted: the same call repeated goes on where this one ended")
	flags.StringVar(&p.kind, "type", "", "what to refresh: File, Directory, Regex, IgnoreParams or ExQuery (default File)")
	flags.StringVar(&p.tagsOf, "tags-of", "", "refresh what carries cache tags of this `domain`; give tags instead of URLs")
	flags.BoolVar(&p.preload, "preload", false, "preload the URLs instead of refreshing them")
	flags.BoolVar(&p.partial, "partial", false, "submit as many as today's quota allows; otherwise all or none")
	flags.BoolVar(&p.wait, "wait", false, "wait until the content is refreshed or preloaded, which takes minutes")
	flags.DurationVar(&p.timeout, "timeout", time.Hour, "how long to wait at most")
	err := env.Parse(flags, args, "[flags] [URL ...]", "Purge refreshes or preloads URLs, or refreshes what carries cache tags.")
	switch {
	case err != nil:
		return err
	case *file == "" && flags.NArg() == 0:
		return demo.Usagef("no URLs: give them as arguments, or a -file with them")
	case *file != "" && flags.NArg() > 0:
		return demo.Usagef("give URLs either as arguments or with -file")
	case p.preload && p.kind != "":
		return demo.Usagef("-type is for refreshing, not for -preload")
	case p.tagsOf != "" && (p.preload || p.kind != ""):
		return demo.Usagef("-tags-of is for refreshing, without -type and -preload")
	}

	var readErr error
	urls, closeURLs, err := open(*file, env.In, flags.Args(), &readErr)
	if err != nil {
		return err
	}
	defer closeURLs()
	opts := alicdn.BulkOptions{Deduplicate: true, Partial: p.partial}
	if *journal != "" {
		file, err := os.OpenFile(*journal, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
		if err != nil {
			return err
		}
		defer func() { _ = file.Close() }()
		opts.Journal = file
	}
	return errors.Join(p.run(ctx, urls, opts), readErr)
}

// open returns the URLs. Those of a file are read as they are needed; standard
// input is read first, for a pipe cannot be read again after counting.
func open(name string, stdin io.Reader, args []string, readErr *error) (urls iter.Seq[string], done func(), err error) {
	switch name {
	case "":
		return slices.Values(args), func() {}, nil
	case "-":
		all := slices.Collect(alicdn.Lines(stdin, readErr))
		return slices.Values(all), func() {}, *readErr
	default:
		file, err := os.Open(name)
		if err != nil {
			return nil, nil, err
		}
		return alicdn.Lines(file, readErr), func() { _ = file.Close() }, nil
	}
}

func (p *purge) run(ctx context.Context, urls iter.Seq[string], opts alicdn.BulkOptions) error {
	service, err := p.env.Connect(cdntest.WithDomains("www.example.com", "img.example.com"))
	if err != nil {
		return err
	}
	progress := p.env.Progress()
	opts.OnProgress = func(now types.BulkProgress) {
		progress("%d of %d submitted in %d calls", now.Submitted, max(now.Total, now.Submitted), now.Calls) // tags are not counted before
	}
	opts.OnOutcome = func(url types.BulkOutcome) {
		if url.State == types.BulkRefused || url.State == types.BulkUnknown {
			fmt.Fprintf(p.env.Out, "%s  %s  %v\n", url.State, url.Input, url.Err)
		}
	}

	result, err := p.submit(ctx, service.Client, urls, opts)
	if result != nil {
		fmt.Fprintf(p.env.Out, "%d submitted, %d before, %d refused, %d not sent, %d unknown, %d duplicates, %d calls\n",
			result.Submitted, result.Resumed, result.Refused, result.NotSent, result.Unknown, result.Duplicates, result.Calls)
	}
	if err != nil {
		return err
	}
	if p.wait && len(result.TaskIds) > 0 {
		if err := p.waitFor(ctx, service, result.TaskIds); err != nil {
			return err
		}
	}
	if result.Refused > 0 {
		return fmt.Errorf("%d %s were refused", result.Refused, p.what())
	}
	return nil
}

func (p *purge) what() string {
	if p.tagsOf != "" {
		return "tags"
	}
	return "URLs"
}

func (p *purge) submit(ctx context.Context, client *alicdn.Client, urls iter.Seq[string], opts alicdn.BulkOptions) (*types.BulkResult, error) {
	switch {
	case p.preload:
		return client.PreloadAll(ctx, nil, urls, opts)
	case p.tagsOf != "":
		return client.RefreshAllByCacheTag(ctx, &types.RefreshObjectCacheByCacheTagRequest{DomainName: p.tagsOf}, urls, opts)
	}
	return client.RefreshAll(ctx, &types.RefreshObjectCachesRequest{ObjectType: types.ObjectType(p.kind)}, urls, opts)
}

// waitFor waits for the tasks and says what became of their URLs, also where
// one of them fails.
func (p *purge) waitFor(ctx context.Context, service *demo.Service, ids []string) error {
	ctx, cancel := context.WithTimeout(ctx, p.timeout)
	defer cancel()
	tasks, err := service.Client.WaitForRefreshTasks(ctx, ids, service.Wait)
	count := map[types.TaskStatus]int{}
	for _, task := range tasks {
		count[task.Status]++
		if task.Status == types.TaskStatusFailed {
			fmt.Fprintf(p.env.Out, "%s  %s  %s\n", task.Status, task.ObjectPath, task.Description)
		}
	}
	for _, status := range slices.Sorted(maps.Keys(count)) {
		fmt.Fprintf(p.env.Out, "%d %s\n", count[status], status)
	}
	return err
}
