package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/examples/internal/demotest"
	"github.com/alicdn/alicdn-go/types"
)

// newTour returns a tour of a server without a socket, so that its waits take
// simulated time.
func newTour(out *strings.Builder, opts ...cdntest.Option) (*tour, *cdntest.Server) {
	server := cdntest.NewServer(append(opts, cdntest.WithoutSocket())...)
	wait := alicdn.WaitOptions{MinInterval: time.Second, MaxInterval: time.Second}
	return &tour{client: server.Client(), out: out, domain: "www.example.com", origin: "192.0.2.10", write: true, wait: wait, server: server}, server
}

func TestTour(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		tour, server := newTour(&out, cdntest.WithServiceClosed(), cdntest.WithVerification())
		require.NoError(t, tour.run(t.Context()))
		for _, part := range []string{
			"billed PayByTraffic", "to be placed: TXT record verification.example.com with verify_", "www.example.com is online",
			"weight=50 (success)", "www.example.com serves certificate quickstart until 2000-01-21",
			"directory of http://www.example.com/img/ is Complete, 100%", "preload   of http://www.example.com/img/logo.png is Complete, 100%",
			"bandwidth ", "by IPv6 ", "2xx ", "24 files in all", "www.example.com: env=demo", "www.example.com is being deleted",
		} {
			assert.Contains(t, out.String(), part)
		}
		assert.Equal(t, 1, server.Applied("AddCdnDomain"))
		assert.Equal(t, 1, server.Applied("DeleteCdnDomain"))
	})
}

// The real service gets no certificate that nobody trusts, and the user places
// the record.
func TestTourOfTheRealService(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		tour, _ := newTour(&out, cdntest.WithVerification())
		tour.server = nil
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		require.ErrorIs(t, tour.run(ctx), context.DeadlineExceeded)
		assert.Contains(t, out.String(), "to be placed: TXT record verification.example.com with ")
		assert.NotContains(t, out.String(), "left behind", "nothing was added")

		tour, server := newTour(&out)
		tour.server = nil
		require.NoError(t, tour.run(t.Context()))
		assert.Zero(t, server.Applied("SetCdnDomainSSLCertificate"))
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

func TestFirstStepThatFails(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		answer cdntest.Answer
		fails  bool
	}{
		"lost":    {cdntest.ResetAfter(), false}, // it is looked for, and found
		"unclear": {cdntest.BadGateway(), false}, // and sent again
		"refused": {cdntest.Fail(types.DomainAlreadyExist), true},
		"wrong":   {cdntest.Fail(types.InvalidSourcesMalformed), true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var out strings.Builder
				tour, server := newTour(&out)
				server.Script("AddCdnDomain", test.answer)
				assert.Equal(t, test.fails, tour.run(t.Context()) != nil)
				assert.NotContains(t, out.String(), "left behind")
				assert.Equal(t, !test.fails, server.Applied("DeleteCdnDomain") == 1)
			})
		})
	}
}

// The domain was added, but nobody could find that out in time.
func TestFirstStepThatIsInDoubt(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		tour, server := newTour(&out)
		server.Script("AddCdnDomain", cdntest.ResetAfter())
		server.Script("DescribeCdnDomainDetail", slices.Repeat([]cdntest.Answer{cdntest.BadGateway()}, 100)...)
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		require.ErrorIs(t, tour.run(ctx), context.DeadlineExceeded)
		assert.Contains(t, out.String(), "left behind: domain www.example.com")
		assert.Contains(t, out.String(), "DeleteCdnDomain")
	})
}

// A domain that the account has is left alone, unless it is that of a tour which
// did not come to its end.
func TestTourOfADomainThatIsThere(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		tour, server := newTour(&out, cdntest.WithDomains("www.example.com"))
		require.ErrorIs(t, tour.run(t.Context()), alicdn.ErrConflict)
		assert.NotContains(t, out.String(), "left behind")
		assert.Zero(t, server.Applied("StopCdnDomain"))
	})
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
		require.ErrorContains(t, tour.run(t.Context()), "check_failed")
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

	out, _, err = demotest.Run(t, run, "", "-domain", ".example.com")
	require.NoError(t, err)
	assert.Contains(t, out, ".example.com is being deleted")

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
