package main

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// series is a row of the table of figures.
type series struct {
	name   string
	values []float64
	format func(float64) string
}

// figures reads the hours of the last day and shows them as a table.
func (t *tour) figures(ctx context.Context) error {
	end := time.Now().Truncate(time.Hour)
	start, stop := types.UTC(end.Add(-24*time.Hour)), types.UTC(end)
	domains := []string{t.domain}

	bps, err := t.client.DescribeDomainBpsData(ctx, &types.DescribeDomainBpsDataRequest{
		DomainName: domains, StartTime: start, EndTime: stop, Interval: types.Interval3600,
	})
	if err != nil {
		return err
	}
	ipv6, err := t.client.DescribeDomainBpsDataByLayer(ctx, &types.DescribeDomainBpsDataByLayerRequest{
		DomainName: domains, StartTime: start, EndTime: stop, Interval: types.Interval3600, Layer: types.LayerIPv6,
	})
	if err != nil {
		return err
	}
	traffic, err := t.client.DescribeDomainTrafficData(ctx, &types.DescribeDomainTrafficDataRequest{
		DomainName: domains, StartTime: start, EndTime: stop, Interval: types.Interval3600,
	})
	if err != nil {
		return err
	}
	hits, err := t.client.DescribeDomainHitRateData(ctx, &types.DescribeDomainHitRateDataRequest{
		DomainName: domains, StartTime: start, EndTime: stop, Interval: types.Interval3600,
	})
	if err != nil {
		return err
	}
	codes, err := t.client.DescribeDomainHttpCodeData(ctx, &types.DescribeDomainHttpCodeDataRequest{
		DomainName: domains, StartTime: start, EndTime: stop, Interval: types.Interval3600,
	})
	if err != nil {
		return err
	}

	table := []series{
		{"bandwidth", values(bps.BpsDataPerInterval, func(p types.DomainBpsDataModule) types.Number { return p.Value }), unit("bit/s")},
		{"  by IPv6", values(ipv6.BpsDataInterval, func(p types.DomainBpsByLayerDataModule) types.Number { return p.Value }), unit("bit/s")},
		{"traffic", values(traffic.TrafficDataPerInterval, func(p types.DomainTrafficDataModule) types.Number { return p.Value }), unit("B")},
		{"hit rate", values(hits.HitRateInterval, func(p types.DomainHitRateDataModule) types.Number { return p.Value }), percent},
	}
	oldestFirst(codes.HttpCodeData)
	for _, class := range []string{"2", "3", "4", "5"} {
		table = append(table, series{class + "xx", shares(codes.HttpCodeData, class), percent})
	}
	t.say("%-10s %12s %12s %12s  %s", "hourly", "lowest", "mean", "highest", start.Format("15:04")+" to "+stop.Format("15:04")+" UTC")
	for _, row := range table {
		if len(row.values) == 0 {
			t.say("%-10s %12s", row.name, "no data")
			continue
		}
		t.say("%-10s %12s %12s %12s  %s", row.name, row.format(slices.Min(row.values)), row.format(mean(row.values)),
			row.format(slices.Max(row.values)), sparkline(row.values))
	}
	return nil
}

// values takes the measured value out of each point.
func values[T any](points types.List[T], value func(T) types.Number) []float64 {
	all := make([]float64, len(points))
	for i, point := range points {
		all[i] = value(point).Float64()
	}
	return all
}

// oldestFirst puts the status codes in the order of the other figures: the
// service lists them newest first.
func oldestFirst(points types.List[types.DomainHttpCodeUsageData]) {
	slices.SortFunc(points, func(a, b types.DomainHttpCodeUsageData) int { return a.TimeStamp.Compare(b.TimeStamp.Time) })
}

// shares adds up, for each hour, the shares of the status codes of a class.
func shares(points types.List[types.DomainHttpCodeUsageData], class string) []float64 {
	all := make([]float64, len(points))
	for i, point := range points {
		for _, code := range point.Value {
			if strings.HasPrefix(code.Code, class) {
				all[i] += code.Proportion.Float64()
			}
		}
	}
	return all
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// sparkline draws a value as one of eight heights, from the lowest to the
// highest.
func sparkline(values []float64) string {
	heights := []rune("▁▂▃▄▅▆▇█")
	low, high := slices.Min(values), slices.Max(values)
	line := make([]rune, len(values))
	for i, v := range values {
		line[i] = heights[0]
		if high > low {
			line[i] = heights[int(math.Round((v-low)/(high-low)*float64(len(heights)-1)))]
		}
	}
	return string(line)
}

func percent(v float64) string { return fmt.Sprintf("%.2f %%", v) }

// unit formats a number with the decimal prefix that keeps it short.
func unit(name string) func(float64) string {
	return func(v float64) string {
		prefixes := []string{"", "k", "M", "G", "T", "P"}
		i := 0
		for ; v >= 1000 && i < len(prefixes)-1; i++ {
			v /= 1000
		}
		return fmt.Sprintf("%.1f %s%s", v, prefixes[i], name)
	}
}
