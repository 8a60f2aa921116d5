package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// classes are the classes of status codes that are told apart.
var classes = []string{"2xx", "3xx", "4xx", "5xx"}

// figures are what a report shows.
type figures struct {
	domains    []string
	start, end time.Time

	bandwidth types.Values // bit/s, every 5 minutes
	traffic   types.Values // bytes, every hour
	hitRate   types.Values // percent of the bytes, every hour
	shares    map[string]types.Values
	gaps      []alicdn.TimeRange // of the bandwidth
}

// fetch reads the month that begins at start, as far as it has passed.
func fetch(ctx context.Context, client *alicdn.Client, domains []string, start time.Time) (*figures, error) {
	f := &figures{domains: domains, start: start, end: start.AddDate(0, 1, 0), shares: map[string]types.Values{}}
	if now := time.Now(); now.Before(f.end) {
		f.end = now.Truncate(time.Hour).In(start.Location())
	}
	from, to := types.UTC(f.start), types.UTC(f.end)

	bps, err := client.DescribeDomainBpsDataSeries(ctx, &types.DescribeDomainBpsDataRequest{
		DomainName: domains, StartTime: from, EndTime: to, Interval: types.Interval300,
	}, alicdn.SeriesOptions{})
	if err != nil {
		return nil, err
	}
	traffic, err := client.DescribeDomainTrafficDataSeries(ctx, &types.DescribeDomainTrafficDataRequest{
		DomainName: domains, StartTime: from, EndTime: to, Interval: types.Interval3600,
	}, alicdn.SeriesOptions{})
	if err != nil {
		return nil, err
	}
	hits, err := client.DescribeDomainHitRateDataSeries(ctx, &types.DescribeDomainHitRateDataRequest{
		DomainName: domains, StartTime: from, EndTime: to, Interval: types.Interval3600,
	}, alicdn.SeriesOptions{})
	if err != nil {
		return nil, err
	}
	codes, err := client.DescribeDomainHttpCodeDataSeries(ctx, &types.DescribeDomainHttpCodeDataRequest{
		DomainName: domains, StartTime: from, EndTime: to, Interval: types.Interval3600,
	}, alicdn.SeriesOptions{})
	if err != nil {
		return nil, err
	}

	f.bandwidth = bps.Values(func(p types.DomainBpsDataModule) types.Number { return p.Value })
	f.traffic = traffic.Values(func(p types.DomainTrafficDataModule) types.Number { return p.Value })
	f.hitRate = hits.Values(func(p types.DomainHitRateDataModule) types.Number { return p.Value })
	for _, class := range classes {
		f.shares[class] = codes.Values(func(p types.DomainHttpCodeUsageData) types.Number { return share(p, class) })
	}
	f.gaps = bps.Gaps()
	if len(f.bandwidth) == 0 {
		return nil, fmt.Errorf("the service has no bandwidth of %s from %s on", strings.Join(domains, ", "), start.Format(time.DateOnly))
	}
	return f, nil
}

// share adds up the shares of the status codes of a class, such as 4xx. It is
// not set for an interval without requests.
func share(point types.DomainHttpCodeUsageData, class string) types.Number {
	if len(point.Value) == 0 {
		return types.Number{}
	}
	sum := 0.0
	for _, code := range point.Value {
		if strings.HasPrefix(code.Code, class[:1]) {
			sum += code.Proportion.Float64()
		}
	}
	return types.FloatNumber(sum)
}

// weightedMean is the mean of shares, each as heavy as the weight of the same
// time: the hit rate of a quiet hour counts less than that of a busy one.
func weightedMean(shares, weights types.Values) types.Number {
	weightAt := make(map[int64]float64, len(weights))
	for _, w := range weights {
		weightAt[w.Time.Unix()] = w.Number.Float64()
	}
	sum, total := 0.0, 0.0
	for _, s := range shares {
		weight := weightAt[s.Time.Unix()]
		sum += s.Number.Float64() * weight
		total += weight
	}
	if total == 0 {
		return types.Number{}
	}
	return types.FloatNumber(sum / total)
}

// fact is a line of the summary.
type fact struct{ Name, Value string }

// facts are the summary of the month.
func (f *figures) facts() []fact {
	at := func(v types.Value) string {
		return fmt.Sprintf("%s (%s)", bits(v.Number.Float64()), v.Time.In(f.start.Location()).Format("2 Jan 15:04"))
	}
	facts := []fact{
		{"95th percentile", at(f.bandwidth.Percentile95())},
		{"Peak bandwidth", at(f.bandwidth.Peak())},
		{"Mean bandwidth", bits(f.bandwidth.Mean().Float64())},
		{"Traffic", decimal(f.traffic.Sum().Float64(), "B")},
		{"Hit rate, by traffic", percent(weightedMean(f.hitRate, f.traffic))},
	}
	for _, class := range classes {
		facts = append(facts, fact{"Answers " + class + ", mean of hours", percent(f.shares[class].Mean())})
	}
	if missing := f.missing(); missing > 0 {
		facts = append(facts, fact{"Without bandwidth", missing.String()})
	}
	return facts
}

// missing is for how long there are no values of the bandwidth.
func (f *figures) missing() time.Duration {
	var sum time.Duration
	for _, gap := range f.gaps {
		sum += gap.EndTime.Sub(gap.StartTime)
	}
	return sum
}

// firstDomain returns the first domain of the account that is online.
func firstDomain(ctx context.Context, client *alicdn.Client) ([]string, error) {
	for domain, err := range client.DescribeUserDomainsIter(ctx, &types.DescribeUserDomainsRequest{DomainStatus: types.DomainStatusOnline}) {
		if err != nil {
			return nil, err
		}
		return []string{domain.DomainName}, nil
	}
	return nil, errors.New("the account has no domain that is online; name one")
}

func bits(v float64) string { return decimal(v, "bit/s") }

func percent(n types.Number) string {
	if !n.IsSet() {
		return "no data"
	}
	return fmt.Sprintf("%.2f %%", n.Float64())
}

// prefixes are those of thousands, millions and so on.
var prefixes = []string{"", "k", "M", "G", "T", "P"}

// scale returns the power of 1000 that makes the greatest of values handy, and
// its prefix.
func scale(greatest float64) (float64, string) {
	factor, i := 1.0, 0
	for ; greatest/factor >= 1000 && i < len(prefixes)-1; i++ {
		factor *= 1000
	}
	return factor, prefixes[i]
}

// decimal writes a number with the prefix that keeps it short.
func decimal(v float64, unit string) string {
	factor, prefix := scale(v)
	return fmt.Sprintf("%.2f %s%s", v/factor, prefix, unit)
}
