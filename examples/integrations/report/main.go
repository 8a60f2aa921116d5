// Report draws a month of a domain: bandwidth with its 95th percentile, which
// is what bills by bandwidth are made of, traffic, hit rate and status codes.
// It writes one HTML page that needs nothing else, and the same as a PNG.
//
//	report -month 2026-10 -html october.html -png october.png www.example.com
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
	_ "time/tzdata" // for machines without zones

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
)

const purpose = `Draws bandwidth, traffic, hit rate and status codes of a month.
Arguments are the domains, whose values are added up; by default the first of the account.`

func main() { program.Main("report", run) }

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := program.Flags("report", purpose, out)
	month := flags.String("month", "", "month, such as 2026-10; default: the last full one")
	zone := flags.String("zone", "Asia/Shanghai", "time zone of the month and its days; bills go by Asia/Shanghai")
	page := flags.String("html", "report.html", "file for the page; empty: none")
	picture := flags.String("png", "report.png", "file for the picture; empty: none")
	if err := flags.Parse(args); err != nil {
		return err
	}
	location, err := time.LoadLocation(*zone)
	if err != nil {
		return fmt.Errorf("-zone: %w", err)
	}
	start, err := monthOf(*month, time.Now().In(location))
	if err != nil {
		return err
	}
	cdn, err := program.Connect(out, []cdntest.Option{cdntest.WithDomains("www.example.com")})
	if err != nil {
		return err
	}
	defer cdn.Close()

	domains := flags.Args()
	if len(domains) == 0 {
		if domains, err = firstDomain(ctx, cdn.Client); err != nil {
			return err
		}
	}
	figures, err := fetch(ctx, cdn.Client, domains, start)
	if err != nil {
		return err
	}
	for _, fact := range figures.facts() {
		fmt.Fprintf(out, "%-26s %s\n", fact.Name, fact.Value)
	}
	return errors.Join(
		write(out, *page, figures.html),
		write(out, *picture, figures.png),
	)
}

// monthOf returns the begin of a month in the zone of now: of the one before
// now if none is named.
func monthOf(name string, now time.Time) (time.Time, error) {
	this := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, now.Location())
	if name == "" {
		return this.AddDate(0, -1, 0), nil
	}
	start, err := time.ParseInLocation("2006-01", name, now.Location())
	switch {
	case err != nil:
		return time.Time{}, fmt.Errorf("-month %q is not written as 2006-01", name)
	case start.After(now):
		return time.Time{}, fmt.Errorf("-month %s has not begun", name)
	}
	return start, nil
}

// write puts what render renders into a file.
func write(out io.Writer, name string, render func(io.Writer) error) error {
	if name == "" {
		return nil
	}
	var content bytes.Buffer
	if err := render(&content); err != nil {
		return err
	}
	if err := os.WriteFile(name, content.Bytes(), 0o644); err != nil { //nolint:gosec // it is to be shown around
		return err
	}
	fmt.Fprintf(out, "wrote %s, %d KB\n", name, (content.Len()+999)/1000)
	return nil
}
