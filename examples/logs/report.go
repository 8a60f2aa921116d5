package main

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// report is what is counted.
type report struct {
	all      tally
	statuses map[int]tally
	urls     map[string]tally // without their query strings
	unread   int              // lines that are no entries
}

// tally is what is counted of some requests.
type tally struct {
	requests, hits, bytes, milliseconds int64
}

func newReport() *report {
	return &report{statuses: map[int]tally{}, urls: map[string]tally{}}
}

func (t tally) plus(entry types.LogEntry) tally {
	t.requests++
	if entry.CacheStatus == types.CacheStatusHit {
		t.hits++
	}
	t.bytes += entry.ResponseSize
	t.milliseconds += entry.ResponseTime
	return t
}

func (r *report) broken(*alicdn.LogLineError) { r.unread++ }

// add counts the entries.
func (r *report) add(entries iter.Seq2[types.LogEntry, error], progress func(format string, args ...any)) error {
	for entry, err := range entries {
		if err != nil {
			return err
		}
		r.all = r.all.plus(entry)
		r.statuses[entry.Status] = r.statuses[entry.Status].plus(entry)
		url, _, _ := strings.Cut(entry.URL, "?")
		if _, known := r.urls[url]; !known {
			url = strings.Clone(url) // the entry would keep its whole line
		}
		r.urls[url] = r.urls[url].plus(entry)
		progress("%d requests until %s", r.all.requests, entry.Time.Format("15:04"))
	}
	return nil
}

// write prints the tables. Columns of numbers are aligned to the right; the last
// one is not a column to tabwriter, and so aligned to the left.
func (r *report) write(out io.Writer, top int) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	const heads, rows = "%s\t%s\t%s\t%s\t%s\t  %s\n", "%d\t%s\t%s\t%.1f %%\t%d ms\t  %v\n"
	row := func(t tally, name any) {
		n := max(t.requests, 1)
		fmt.Fprintf(table, rows, t.requests, percent(t.requests, r.all.requests), bytes(t.bytes), 100*float64(t.hits)/float64(n), t.milliseconds/n, name)
	}
	fmt.Fprintf(table, heads, "requests", "share", "bytes", "hit rate", "mean", "status")
	row(r.all, "all")
	for _, status := range slices.Sorted(maps.Keys(r.statuses)) {
		row(r.statuses[status], status)
	}
	if err := table.Flush(); err != nil {
		return err
	}

	fmt.Fprintf(out, "\nThe %d URLs asked for most, of %d\n\n", min(top, len(r.urls)), len(r.urls))
	urls := slices.SortedFunc(maps.Keys(r.urls), func(a, b string) int {
		return cmp.Or(cmp.Compare(r.urls[b].requests, r.urls[a].requests), cmp.Compare(a, b))
	})
	fmt.Fprintf(table, heads, "requests", "share", "bytes", "hit rate", "mean", "URL")
	for _, url := range urls[:min(top, len(urls))] {
		row(r.urls[url], url)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if r.unread > 0 {
		fmt.Fprintf(out, "\n%d lines could not be read.\n", r.unread)
	}
	return nil
}

func percent(part, all int64) string {
	return fmt.Sprintf("%.1f %%", 100*float64(part)/float64(max(all, 1)))
}

// bytes writes a number of bytes with the prefix that keeps it short.
func bytes(n int64) string {
	value, units := float64(n), []string{"B", "kB", "MB", "GB", "TB", "PB"}
	for value >= 1000 && len(units) > 1 {
		value, units = value/1000, units[1:]
	}
	return fmt.Sprintf("%.1f %s", value, units[0])
}
