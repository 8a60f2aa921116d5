package cdntest_test

import (
	"net/http"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/cdntest"
)

// outcomes makes calls and counts what comes of them.
func outcomes(c *caller, calls int) (map[string]int, []string) {
	counts, order := make(map[string]int), []string{}
	for range calls {
		got, err := c.try(http.MethodGet, "DescribeCdnService")
		what := strconv.Itoa(got.status)
		if err != nil {
			what += " broken"
		}
		counts[what]++
		order = append(order, what)
	}
	return counts, order
}

func TestFaultsHitTheirShare(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		faults := cdntest.Faults{
			Latency: 0.5, MaxLatency: 10 * time.Second,
			Throttle: 0.1, BadGateway: 0.1, Reset: 0.1, ResetAfter: 0.1, Truncate: 0.1, SlowBody: 0.1,
		}
		c := newCaller(t, cdntest.WithFaults(faults), cdntest.WithSeed(7))
		start := time.Now()
		counts, order := outcomes(c, 1000)
		for what, want := range map[string]float64{"200": 500, "400": 100, "502": 100, "0 broken": 200, "200 broken": 100} {
			assert.InDelta(t, want, counts[what], 50, what)
		}
		assert.InDelta(t, 3000, time.Since(start).Seconds(), 300, "half of the calls and a tenth of the bodies take 5 s on average")
		assert.InDelta(t, 700, c.server.Applied("DescribeCdnService"), 50)

		_, again := outcomes(newCaller(t, cdntest.WithFaults(faults), cdntest.WithSeed(7)), 200)
		assert.Equal(t, order[:200], again, "the seed decides")
		_, other := outcomes(newCaller(t, cdntest.WithFaults(faults), cdntest.WithSeed(8)), 200)
		assert.NotEqual(t, order[:200], other)
	})
}

func TestFaultsThatRefuse(t *testing.T) {
	t.Parallel()
	for status, faults := range map[int]cdntest.Faults{
		http.StatusBadRequest:          {Throttle: 1},
		http.StatusForbidden:           {ServiceBusy: 1},
		http.StatusInternalServerError: {InternalError: 1},
		http.StatusBadGateway:          {BadGateway: 1},
		http.StatusServiceUnavailable:  {Unavailable: 1},
	} {
		c := newCaller(t, cdntest.WithFaults(faults))
		assert.Equal(t, status, c.get("DescribeCdnService").status)
		assert.Zero(t, c.server.Applied("DescribeCdnService"))
	}
}

func TestScriptSparesFaults(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithFaults(cdntest.Faults{BadGateway: 1}))
	c.server.Script("DescribeCdnService", cdntest.Pass())
	c.ok("DescribeCdnService")
	assert.Equal(t, http.StatusBadGateway, c.get("DescribeCdnService").status)
}

func TestSharesAreChecked(t *testing.T) {
	t.Parallel()
	for _, faults := range []cdntest.Faults{{Reset: -0.1}, {Reset: 0.6, Truncate: 0.5}} {
		assert.Panics(t, func() { cdntest.NewServer(cdntest.WithFaults(faults), cdntest.WithoutSocket()) })
	}
}
