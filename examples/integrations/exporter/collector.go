package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// The metrics.
var (
	up = prometheus.NewDesc("alicdn_up",
		"1 if the service answered all questions the last time, 0 if one of them failed.", nil, nil)
	bandwidth = prometheus.NewDesc("alicdn_bandwidth_bytes_per_second",
		"Bandwidth in the newest interval of 5 minutes; times 8 is what the service calls bit/s.", []string{"domain"}, nil)
	traffic = prometheus.NewDesc("alicdn_traffic_bytes",
		"Traffic in the newest interval of 5 minutes.", []string{"domain"}, nil)
	hitRate = prometheus.NewDesc("alicdn_hit_ratio",
		"Share of bytes served from the cache in the newest interval of 5 minutes, 0 to 1.", []string{"domain"}, nil)
	answers = prometheus.NewDesc("alicdn_answers_ratio",
		"Share of the answers with an HTTP status code in the newest interval of 5 minutes, 0 to 1.", []string{"domain", "code"}, nil)
	quota = prometheus.NewDesc("alicdn_quota_remaining",
		"What may still be submitted today, by kind.", []string{"kind"}, nil)
)

// collector asks the service at most once an interval, however often it is
// scraped: its figures are minutes old anyway, and calls are limited.
type collector struct {
	ctx     context.Context //nolint:containedctx // Collect is given none
	client  *alicdn.Client
	domains []string
	every   time.Duration
	out     io.Writer // for errors

	mu      sync.Mutex
	asked   time.Time
	metrics []prometheus.Metric
}

func newCollector(ctx context.Context, client *alicdn.Client, domains []string, every time.Duration, out io.Writer) *collector {
	return &collector{ctx: ctx, client: client, domains: domains, every: every, out: out}
}

// Describe says which metrics there are.
func (c *collector) Describe(descs chan<- *prometheus.Desc) {
	for _, desc := range []*prometheus.Desc{up, bandwidth, traffic, hitRate, answers, quota} {
		descs <- desc
	}
}

// Collect hands out the metrics.
func (c *collector) Collect(metrics chan<- prometheus.Metric) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.asked.IsZero() || time.Since(c.asked) >= c.every {
		c.metrics, c.asked = c.ask(), time.Now()
	}
	for _, metric := range c.metrics {
		metrics <- metric
	}
}

// ask asks the service. What fails is left out: a metric that is missing says
// more than one that has grown old.
func (c *collector) ask() []prometheus.Metric {
	ctx, cancel := context.WithTimeout(c.ctx, 30*time.Second)
	defer cancel()
	var s sample
	err := s.quotas(ctx, c.client)
	for _, domain := range c.domains {
		err = errors.Join(err, s.domain(ctx, c.client, domain))
	}
	if err == nil {
		s.add(up, 1)
	} else {
		s.add(up, 0)
		fmt.Fprintln(c.out, "exporter:", err)
	}
	return s.metrics
}

// sample is the metrics of one time.
type sample struct{ metrics []prometheus.Metric }

func (s *sample) add(desc *prometheus.Desc, value float64, labels ...string) {
	s.metrics = append(s.metrics, prometheus.MustNewConstMetric(desc, prometheus.GaugeValue, value, labels...))
}

// quotas adds what is left of them.
func (s *sample) quotas(ctx context.Context, client *alicdn.Client) error {
	left, err := client.DescribeRefreshQuota(ctx, nil)
	if err != nil {
		return err
	}
	s.add(quota, float64(left.UrlRemain), "url")
	s.add(quota, float64(left.DirRemain), "directory")
	s.add(quota, float64(left.PreloadRemain), "preload")
	return nil
}

// domain adds the newest figures of a domain.
func (s *sample) domain(ctx context.Context, client *alicdn.Client, domain string) error {
	domains := []string{domain}
	end := time.Now().Truncate(5 * time.Minute)
	from, to := types.UTC(end.Add(-time.Hour)), types.UTC(end)

	bps, err := client.DescribeDomainBpsData(ctx, &types.DescribeDomainBpsDataRequest{
		DomainName: domains, StartTime: from, EndTime: to, Interval: types.Interval300,
	})
	if err != nil {
		return err
	}
	if p, ok := newest(bps.BpsDataPerInterval, func(p types.DomainBpsDataModule) types.Time { return p.TimeStamp }); ok {
		s.add(bandwidth, p.Value.Float64()/8, domain)
	}

	bytes, err := client.DescribeDomainTrafficData(ctx, &types.DescribeDomainTrafficDataRequest{
		DomainName: domains, StartTime: from, EndTime: to, Interval: types.Interval300,
	})
	if err != nil {
		return err
	}
	if p, ok := newest(bytes.TrafficDataPerInterval, func(p types.DomainTrafficDataModule) types.Time { return p.TimeStamp }); ok {
		s.add(traffic, p.Value.Float64(), domain)
	}

	hits, err := client.DescribeDomainHitRateData(ctx, &types.DescribeDomainHitRateDataRequest{
		DomainName: domains, StartTime: from, EndTime: to, Interval: types.Interval300,
	})
	if err != nil {
		return err
	}
	if p, ok := newest(hits.HitRateInterval, func(p types.DomainHitRateDataModule) types.Time { return p.TimeStamp }); ok {
		s.add(hitRate, p.Value.Float64()/100, domain)
	}

	codes, err := client.DescribeDomainHttpCodeData(ctx, &types.DescribeDomainHttpCodeDataRequest{
		DomainName: domains, StartTime: from, EndTime: to, Interval: types.Interval300,
	})
	if err != nil {
		return err
	}
	if p, ok := newest(codes.HttpCodeData, func(p types.DomainHttpCodeUsageData) types.Time { return p.TimeStamp }); ok {
		for _, code := range p.Value {
			s.add(answers, code.Proportion.Float64()/100, domain, code.Code)
		}
	}
	return nil
}

// newest returns the point of the latest time; the service lists points in no
// promised order.
func newest[T any](points types.List[T], at func(T) types.Time) (T, bool) {
	if len(points) == 0 {
		var none T
		return none, false
	}
	return slices.MaxFunc(points, func(a, b T) int { return at(a).Compare(at(b).Time) }), true
}
