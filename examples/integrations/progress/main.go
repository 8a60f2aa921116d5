// Progress purges the URLs of a file and shows how far it is: first of handing
// them to the service, then of the tasks that came of it.
//
//	progress -file urls.txt
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
	"github.com/alicdn/alicdn-go/types"
)

const purpose = "Purges the URLs of a file, one a line, with a progress bar."

func main() { program.Main("progress", run) }

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := program.Flags("progress", purpose, out)
	name := flags.String("file", "", "file of URLs; on the embedded endpoint 20000 made up ones by default")
	directories := flags.Bool("dirs", false, "the file has directories, which end with a slash")
	wait := flags.Bool("wait", true, "wait until the tasks are complete")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("what is %s for? URLs are read from -file", flags.Arg(0))
	}
	cdn, err := program.Connect(out, []cdntest.Option{
		cdntest.WithDomains("www.example.com"),
		cdntest.WithQuota(cdntest.Quota{Domains: 10, RefreshUrls: 100_000, RefreshDirs: 1000}),
	})
	if err != nil {
		return err
	}
	defer cdn.Close()

	var unread error
	urls := madeUp(20_000)
	switch {
	case *name != "":
		file, err := os.Open(*name)
		if err != nil {
			return err
		}
		defer func() { _ = file.Close() }()
		urls = alicdn.Lines(file, &unread)
	case cdn.Server == nil:
		return errors.New("-file is missing: what to purge")
	}
	p := purge{client: cdn.Client, out: out}
	if cdn.Server != nil { // slow enough to see something, quick enough to see it end
		cdn.Server.Script("RefreshObjectCaches", cdntest.Times(100, cdntest.Latency(time.Second))...)
		p.poll = time.Second
	}
	if *directories {
		p.objects = types.ObjectTypeDirectory
	}
	tasks, err := p.submit(ctx, urls)
	if err = errors.Join(err, unread); err != nil || !*wait || len(tasks) == 0 {
		return err
	}
	return p.wait(ctx, tasks)
}

// purge is one run of the program.
type purge struct {
	client  *alicdn.Client
	out     io.Writer
	objects types.ObjectType
	poll    time.Duration // 0: as often as the SDK thinks fit
}

// submit hands the URLs to the service and returns the tasks.
func (p *purge) submit(ctx context.Context, urls iter.Seq[string]) ([]string, error) {
	bar := bar{out: p.out, title: "submitting"}
	result, err := p.client.RefreshAll(ctx, &types.RefreshObjectCachesRequest{ObjectType: p.objects}, urls, alicdn.BulkOptions{
		OnProgress: func(now types.BulkProgress) { bar.show(now.Submitted, now.Total) },
	})
	bar.leave()
	if result == nil {
		return nil, err
	}
	fmt.Fprintf(p.out, "%d submitted with %d calls, %d refused, %d not sent\n", result.Submitted, result.Calls, result.Refused, result.NotSent)
	for _, refusal := range result.Refusals[:min(5, len(result.Refusals))] {
		fmt.Fprintf(p.out, "refused: %s: %v\n", refusal.Input, refusal.Err)
	}
	return result.TaskIds, err
}

// wait waits until the tasks are complete.
func (p *purge) wait(ctx context.Context, tasks []string) error {
	bar := bar{out: p.out, title: "purging   "}
	_, err := p.client.WaitForRefreshTasks(ctx, tasks, alicdn.WaitOptions{
		MinInterval: p.poll,
		OnUpdate:    func(now alicdn.WaitUpdate) { bar.show(len(tasks)-len(now.Remaining), len(tasks)) },
	})
	bar.leave()
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "%d tasks complete\n", len(tasks))
	return nil
}

// bar is a progress bar that begins with the first progress.
type bar struct {
	out   io.Writer
	title string
	bar   *progressbar.ProgressBar
}

func (b *bar) show(done, total int) {
	if total == 0 {
		return
	}
	if b.bar == nil {
		b.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(b.out), progressbar.OptionSetDescription(b.title), progressbar.OptionSetWidth(40),
			progressbar.OptionShowCount(), progressbar.OptionThrottle(50*time.Millisecond), progressbar.OptionSetPredictTime(true),
			progressbar.OptionSetTheme(progressbar.ThemeASCII))
	}
	_ = b.bar.Set(min(done, total)) // what cannot be shown is no reason to stop
}

// leave ends the line of the bar, wherever that stands.
func (b *bar) leave() {
	if b.bar != nil {
		fmt.Fprintln(b.out)
	}
}

// madeUp yields n URLs.
func madeUp(n int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range n {
			if !yield(fmt.Sprintf("http://www.example.com/page/%d.html", i)) {
				return
			}
		}
	}
}
