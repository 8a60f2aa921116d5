package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/types"
)

// report prints what the month comes to, and its days.
func report(ctx context.Context, env demo.Env, client *alicdn.Client, domain string, start, end time.Time) error {
	var domains []string
	whose := "all domains"
	if domain != "" {
		domains, whose = []string{domain}, domain
	}
	progress := env.Progress()
	opts := alicdn.SeriesOptions{Progress: func(done, windows int) { progress("%d of %d calls", done, windows) }}

	bandwidth, err := client.DescribeDomainBpsDataSeries(ctx, &types.DescribeDomainBpsDataRequest{
		DomainName: domains, StartTime: types.UTC(start), EndTime: types.UTC(end), Interval: types.Interval300,
	}, opts)
	if err != nil {
		return err
	}
	traffic, err := client.DescribeDomainTrafficDataSeries(ctx, &types.DescribeDomainTrafficDataRequest{
		DomainName: domains, StartTime: types.UTC(start), EndTime: types.UTC(end), Interval: types.Interval3600,
	}, opts)
	if err != nil {
		return err
	}
	bps := bandwidth.Values(func(p types.DomainBpsDataModule) types.Number { return p.Value })
	bytes := traffic.Values(func(p types.DomainTrafficDataModule) types.Number { return p.Value })

	fmt.Fprintf(env.Out, "%s of %s, Beijing time\n\n", start.Format("January 2006"), whose)
	peaks, peak := bps.DailyPeaks(beijing), bps.Peak()
	for _, row := range []struct{ name, text string }{
		{"traffic", unit(bytes.Sum(), "B")},
		{"mean bandwidth", unit(bps.Mean(), "bit/s")},
		{"95th percentile", unit(bps.Percentile95().Number, "bit/s")},
		{"4th daily peak", unit(peaks.Rank(4).Number, "bit/s")},
		{"peak", unit(peak.Number, "bit/s") + "  " + peak.Time.In(beijing).Format("2006-01-02 15:04")},
	} {
		fmt.Fprintf(env.Out, "%-15s  %s\n", row.name, row.text)
	}

	fmt.Fprintln(env.Out, "\nPeaks of the days")
	for _, day := range peaks {
		length := 0
		if peak.Number.Float64() > 0 {
			length = int(40 * day.Number.Float64() / peak.Number.Float64())
		}
		fmt.Fprintf(env.Out, "%s  %12s  %s\n", day.Time.In(beijing).Format("Mon 02"), unit(day.Number, "bit/s"), strings.Repeat("█", length))
	}
	for _, gap := range bandwidth.Gaps() {
		fmt.Fprintf(env.Out, "missing: %v\n", gap)
	}
	return nil
}

// unit formats a number with the decimal prefix that keeps it short.
func unit(number types.Number, name string) string {
	if !number.IsSet() {
		return "no data"
	}
	value, prefixes := number.Float64(), []string{"", "k", "M", "G", "T", "P"}
	for value >= 1000 && len(prefixes) > 1 {
		value, prefixes = value/1000, prefixes[1:]
	}
	return fmt.Sprintf("%.1f %s%s", value, prefixes[0], name)
}
