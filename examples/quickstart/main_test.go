package main

import (
	"context"
	"errors"
	"flag"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
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
	})
}

func TestFlags(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.ErrorIs(t, run(t.Context(), []string{"-h"}, &out), flag.ErrHelp)
	assert.Contains(t, out.String(), "-write")
}
