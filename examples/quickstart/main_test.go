package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/examples/internal/demotest"
	"github.com/alicdn/alicdn-go/types"
)

// newTour returns a tour of a server without a socket, so that its waits take
// simulated time.
func newTour(out *strings.Builder, opts ...cdntest.Option) (*tour, *cdntest.Server) {
	server := cdntest.NewServer(append(opts, cdntest.WithoutSocket())...)
	return &tour{client: server.Client(), out: out, domain: "www.example.com", origin: "192.0.2.10", write: true, poll: time.Second}, server
}

func TestTour(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		tour, server := newTour(&out, cdntest.WithServiceClosed())
		require.NoError(t, tour.run(t.Context()))
		for _, part := range []string{
			"billed PayByTraffic", "www.example.com is online", "filetype_based_ttl_set   success",
			"refresh of http://www.example.com/img/ is at 100%", "preload of http://www.example.com/img/logo.png is at 100%",
			"bandwidth ", "2xx ", "24 files in all", "www.example.com: env=demo", "www.example.com is offline", "is being deleted",
		} {
			assert.Contains(t, out.String(), part)
		}
		assert.Equal(t, 1, server.Applied("AddCdnDomain"))
		assert.Equal(t, 1, server.Applied("DeleteCdnDomain"))
	})
}

func TestTourThatOnlyReads(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		tour, server := newTour(&out, cdntest.WithDomains("a.example.com"))
		tour.domain, tour.write = "", false
		require.NoError(t, tour.run(t.Context()))
		assert.Contains(t, out.String(), "a.example.com is online")
		for _, request := range server.Requests() {
			assert.True(t, strings.HasPrefix(request.Action, "Describe"), request.Action)
		}
	})
}

// The first of the account is listed first: the youngest, and by its name.
func TestTourPicksADomainThatIsOnline(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		tour, server := newTour(&out, cdntest.WithDomains("a.example.com", "b.example.com"))
		_, err := server.Client().StopCdnDomain(t.Context(), &types.StopCdnDomainRequest{DomainName: "a.example.com"})
		require.NoError(t, err)
		time.Sleep(time.Minute)
		tour.domain, tour.write = "", false
		require.NoError(t, tour.run(t.Context()))
		assert.Contains(t, out.String(), "b.example.com is online")

		tour.domain = "a.example.com"
		require.EqualError(t, tour.run(t.Context()), "the account has no domain a.example.com that is online")
		tour, _ = newTour(&out)
		tour.domain, tour.write = "", false
		require.EqualError(t, tour.run(t.Context()), "the account has no domain that is online")
	})
}

func TestLostAnswerToTheFirstStep(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		answer cdntest.Answer
		left   bool
	}{
		"lost":    {cdntest.ResetAfter(), true},
		"unclear": {cdntest.BadGateway(), true},
		"refused": {cdntest.Fail(types.DomainAlreadyExist), false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var out strings.Builder
				tour, server := newTour(&out)
				server.Script("AddCdnDomain", test.answer)
				require.Error(t, tour.run(t.Context()))
				assert.Equal(t, test.left, strings.Contains(out.String(), "left behind: domain www.example.com"))
				assert.Equal(t, test.left, strings.Contains(out.String(), "DeleteCdnDomain"))
			})
		})
	}
}

// Status codes come newest first, everything else oldest first. The table shows
// all of them in one direction.
func TestFiguresRunInOneDirection(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDomains("www.example.com"))
	bps, err := server.Client().DescribeDomainBpsData(t.Context(), &types.DescribeDomainBpsDataRequest{Interval: types.Interval3600})
	require.NoError(t, err)
	codes, err := server.Client().DescribeDomainHttpCodeData(t.Context(), &types.DescribeDomainHttpCodeDataRequest{Interval: types.Interval3600})
	require.NoError(t, err)
	newest := codes.HttpCodeData[0]

	oldestFirst(codes.HttpCodeData)
	require.Len(t, codes.HttpCodeData, len(bps.BpsDataPerInterval))
	for i, point := range bps.BpsDataPerInterval {
		assert.Equal(t, point.TimeStamp, codes.HttpCodeData[i].TimeStamp)
	}
	assert.Equal(t, newest, codes.HttpCodeData[len(codes.HttpCodeData)-1])
	assert.InDelta(t, newest.Value[0].Proportion.Float64(), shares(codes.HttpCodeData, newest.Value[0].Code)[len(codes.HttpCodeData)-1], 0)
}

func TestUnits(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "999.0 B", unit("B")(999))
	assert.Equal(t, "1.0 kB", unit("B")(1000))
	assert.Equal(t, "1.5 GB", unit("B")(1.5e9))
}

func TestTourOfADomainThatFails(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		tour, _ := newTour(&out)
		tour.domain = "check-failed.example.com"
		require.ErrorContains(t, tour.run(t.Context()), "domain check-failed.example.com is check_failed")
		assert.Contains(t, out.String(), "left behind: domain check-failed.example.com")
	})
}

func TestTourThatIsInterrupted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		tour, _ := newTour(&out)
		ctx, cancel := context.WithTimeoutCause(t.Context(), 1500*time.Millisecond, errors.New("Ctrl-C"))
		defer cancel()
		started := time.Now()
		require.ErrorIs(t, tour.run(ctx), context.DeadlineExceeded)
		assert.Equal(t, 1500*time.Millisecond, time.Since(started))
		assert.Contains(t, out.String(), "left behind: domain www.example.com")
	})
}

func TestProgram(t *testing.T) {
	t.Parallel()
	out, _, err := demotest.Run(t, run, "", "-domain", "shop.example.com")
	require.NoError(t, err)
	assert.Contains(t, out, "shop.example.com is being deleted")

	out, _, err = demotest.Run(t, run, "", "-h")
	require.ErrorIs(t, err, flag.ErrHelp)
	assert.Contains(t, out, "-write")
}

// On the real service a tour that writes has to be told the domain; the keys
// are never sent.
func TestTourThatWritesNeedsADomain(t *testing.T) {
	t.Parallel()
	env := demo.Env{Out: io.Discard, Err: io.Discard, Getenv: func(string) string { return "set" }}
	require.ErrorContains(t, run(t.Context(), []string{"-write"}, env), "-write needs -domain")
}
