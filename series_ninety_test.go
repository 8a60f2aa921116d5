//go:build !race

package alicdn_test

import (
	"context"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// A quarter of a million points take the race detector half a minute; the tests
// of shorter series go the same ways under it.

// 90 days of 5 minutes of 5 domains are the server's own, point by point.
func TestCompareNinetyDays(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		domains := []string{"a.example.com", "b.example.com", "c.example.com", "d.example.com", "e.example.com"}
		server := cdntest.NewServer(cdntest.WithDomains(domains...))
		client := server.Client()
		start, end := before(90*aDay), before(0)
		request := func(domainName string, start, end types.Time) *types.DescribeDomainSrcBpsDataRequest {
			return &types.DescribeDomainSrcBpsDataRequest{
				DomainName: []string{domainName}, StartTime: start, EndTime: end, Interval: types.Interval300,
			}
		}
		windows := 0
		c, err := alicdn.CompareSeries(t.Context(), domains, func(ctx context.Context, domainName string) (*alicdn.Series[types.DomainSrcBpsDataModule], error) {
			return client.DescribeDomainSrcBpsDataSeries(ctx, request(domainName, start, end), alicdn.SeriesOptions{})
		}, alicdn.CompareOptions{})
		require.NoError(t, err)
		calls := len(server.Requests())
		points := 0
		require.Len(t, c.Times, 90*288)
		for i, d := range c.Domains {
			require.NoError(t, d.Err)
			assert.Equal(t, domains[i], d.DomainName)
			assert.Empty(t, d.Series.Gaps())
			windows += d.Series.Windows
			points += len(d.Series.Points)
			n := 0
			for day := start.Time; day.Before(end.Time); day = day.Add(aDay) { // by days, whose seams are others
				resp, err := client.DescribeDomainSrcBpsData(t.Context(), request(d.DomainName, types.UTC(day), types.UTC(day.Add(aDay))))
				require.NoError(t, err)
				require.Len(t, resp.SrcBpsDataPerInterval, 288)
				for _, want := range resp.SrcBpsDataPerInterval {
					if !want.TimeStamp.Equal(c.Times[n]) || want != *d.Points[n] {
						require.Equal(t, want, *d.Points[n], c.Times[n])
					}
					n++
				}
			}
			assert.Equal(t, 90*288, n)
		}
		assert.Equal(t, windows, calls)
		bps := c.Domains[0].Series.Values(func(p types.DomainSrcBpsDataModule) types.Number { return p.Value })
		t.Logf("5 domains, 90 days of 300 s: %d points in %d windows by %d calls, equal to 450 calls a day each; 95th percentile %v bit/s, peak %v bit/s at %v",
			points, windows, calls, bps.Percentile95().Number, bps.Peak().Number, bps.Peak().Time)
	})
}
