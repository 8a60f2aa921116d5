package cdntest_test

import (
	"context"
	"io"
	"net/http"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// onBothWires runs a test over a socket and through Transport.
func onBothWires(t *testing.T, test func(t *testing.T, c *caller)) {
	t.Helper()
	t.Run("socket", func(t *testing.T) {
		t.Parallel()
		test(t, newSocketCaller(t, cdntest.WithDomains("a.example.com")))
	})
	t.Run("transport", func(t *testing.T) {
		t.Parallel()
		test(t, newCaller(t, cdntest.WithDomains("a.example.com")))
	})
}

func TestScriptedAnswersComeInOrder(t *testing.T) {
	t.Parallel()
	onBothWires(t, func(t *testing.T, c *caller) {
		t.Helper()
		c.server.Script("DescribeCdnService", cdntest.Times(2, cdntest.Throttle())...)
		c.server.Script("DescribeCdnService",
			cdntest.Fail(types.ServiceBusy),
			cdntest.FailAs(http.StatusTooManyRequests, types.Throttling, "Slow down.").WithHeader("Retry-After", "3"),
			cdntest.Pass(),
			cdntest.JSON(`{"Code":"0"}`),
			cdntest.BadGateway(),
			cdntest.Status(http.StatusTeapot, "text/plain", ""),
			cdntest.Unavailable(),
			cdntest.InternalError(),
			cdntest.ServiceBusy(),
		)
		c.refused(http.StatusBadRequest, "Throttling.User", "DescribeCdnService")
		c.ok("DescribeCdnUserQuota")
		c.refused(http.StatusBadRequest, "Throttling.User", "DescribeCdnService")
		c.refused(http.StatusForbidden, "ServiceBusy", "DescribeCdnService")

		got := c.refused(http.StatusTooManyRequests, "Throttling", "DescribeCdnService")
		assert.Equal(t, "Slow down.", got.at("Message"))
		assert.Equal(t, "3", got.header.Get("Retry-After"))

		c.ok("DescribeCdnService")
		assert.JSONEq(t, `{"Code":"0"}`, c.ok("DescribeCdnService").body)

		got = c.get("DescribeCdnService")
		assert.Equal(t, http.StatusBadGateway, got.status)
		assert.Equal(t, "text/html; charset=utf-8", got.header.Get("Content-Type"))
		assert.Contains(t, got.body, "<html>")

		got = c.get("DescribeCdnService")
		assert.Equal(t, http.StatusTeapot, got.status)
		assert.Empty(t, got.body)

		got = c.get("DescribeCdnService")
		assert.Equal(t, http.StatusServiceUnavailable, got.status)
		assert.Empty(t, got.body)
		assert.Empty(t, got.header.Values("Content-Type"))
		c.refused(http.StatusInternalServerError, "InternalError", "DescribeCdnService")
		c.refused(http.StatusForbidden, "ServiceBusy", "DescribeCdnService")

		assert.Equal(t, "PayByTraffic", c.ok("DescribeCdnService").at("InternetChargeType"))
		assert.Equal(t, 2, c.server.Applied("DescribeCdnService"))
	})
}

func TestAnswersWithoutAStatusArePanics(t *testing.T) {
	t.Parallel()
	for _, status := range []int{0, 100, 199, 1000} {
		assert.Panics(t, func() { cdntest.Status(status, "text/plain", "") }, status)
		assert.Panics(t, func() { cdntest.FailAs(status, types.Throttling, "Slow down.") }, status)
	}
	assert.PanicsWithValue(t, "cdntest: Status: 0 is no HTTP status of an answer", func() { cdntest.Status(0, "", "") })
}

// Nothing but the code is known of a scripted refusal, so its message has no
// value in it.
func TestScriptedMessagesAreWhole(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com"))
	c.server.Script("DescribeCdnDomainConfigs", cdntest.Fail(types.InvalidFunctionNameValueNotSupported))
	got := c.refused(http.StatusBadRequest, "InvalidFunctionName.ValueNotSupported", "DescribeCdnDomainConfigs", "DomainName", "a.example.com")
	assert.Equal(t, "FunctionName is not supported.", got.at("Message"))
}

// What HTTP does not let have a body has none on either wire.
func TestScriptedNoContent(t *testing.T) {
	t.Parallel()
	onBothWires(t, func(t *testing.T, c *caller) {
		t.Helper()
		c.server.Script("DescribeCdnService", cdntest.Status(http.StatusNoContent, "", "something"))
		got := c.get("DescribeCdnService")
		assert.Equal(t, http.StatusNoContent, got.status)
		assert.Empty(t, got.body)
	})
}

func TestScriptedAnswersWaitForAGoodRequest(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	c.server.Script("DescribeCdnService", cdntest.BadGateway())
	values := c.common("DescribeCdnService")
	values.Set("Signature", "wrong")
	got, err := c.send(t.Context(), http.MethodGet, values)
	require.NoError(t, err)
	assert.Equal(t, "SignatureDoesNotMatch", got.code())
	assert.Equal(t, http.StatusBadGateway, c.get("DescribeCdnService").status)
}

func TestScriptedAnswersOfOtherActions(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	c.server.Script("DescribeCdnTomorrow", cdntest.JSON(`{"TotalCount":0}`))
	assert.JSONEq(t, `{"TotalCount":0}`, c.ok("DescribeCdnTomorrow").body)
	c.refused(http.StatusNotFound, "InvalidAction.NotFound", "DescribeCdnTomorrow")
}

func TestBrokenConnections(t *testing.T) {
	t.Parallel()
	onBothWires(t, func(t *testing.T, c *caller) {
		t.Helper()
		c.server.Script("StopCdnDomain", cdntest.Reset(), cdntest.ResetAfter())

		_, err := c.try(http.MethodGet, "StopCdnDomain", "DomainName", "a.example.com")
		require.ErrorIs(t, err, syscall.ECONNRESET)
		assert.Equal(t, "online", c.status("a.example.com"))

		_, err = c.try(http.MethodGet, "StopCdnDomain", "DomainName", "a.example.com")
		require.ErrorIs(t, err, syscall.ECONNRESET)
		assert.Equal(t, "stopping", c.status("a.example.com"))

		requests := c.server.Requests()
		assert.Zero(t, requests[0].Status)
		assert.False(t, requests[0].Applied)
		assert.Zero(t, requests[2].Status)
		assert.True(t, requests[2].Applied)
		assert.Equal(t, 1, c.server.Applied("StopCdnDomain"))
	})
}

func TestTruncatedBody(t *testing.T) {
	t.Parallel()
	onBothWires(t, func(t *testing.T, c *caller) {
		t.Helper()
		c.server.Script("StopCdnDomain", cdntest.Truncate())
		got, err := c.try(http.MethodGet, "StopCdnDomain", "DomainName", "a.example.com")
		require.ErrorIs(t, err, io.ErrUnexpectedEOF)
		assert.Equal(t, http.StatusOK, got.status)
		assert.NotEmpty(t, got.body)
		assert.Equal(t, "stopping", c.status("a.example.com"))
	})
}

func TestWaitsTakeTheirTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newCaller(t, cdntest.WithDomains("a.example.com"))
		c.server.Script("StopCdnDomain",
			cdntest.Latency(time.Hour),
			cdntest.SlowBody(time.Minute),
			cdntest.BadGateway().After(time.Second),
		)
		for _, want := range []time.Duration{time.Hour, time.Minute, time.Second} {
			start := time.Now()
			_, err := c.try(http.MethodGet, "StopCdnDomain", "DomainName", "a.example.com")
			require.NoError(t, err)
			assert.Equal(t, want, time.Since(start).Round(time.Millisecond))
			c.clock.Advance(time.Hour)
		}
	})
}

func TestWaitsEndWithTheContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newCaller(t, cdntest.WithDomains("a.example.com"))
		send := func(wait cdntest.Answer) {
			t.Helper()
			c.server.Script("StopCdnDomain", wait)
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			values := c.common("StopCdnDomain")
			values.Set("DomainName", "a.example.com")
			c.sign(http.MethodGet, values)
			start := time.Now()
			_, err := c.send(ctx, http.MethodGet, values)
			require.ErrorIs(t, err, context.DeadlineExceeded)
			assert.Equal(t, time.Second, time.Since(start))
		}
		send(cdntest.Latency(time.Hour))
		assert.Zero(t, c.server.Applied("StopCdnDomain"))
		send(cdntest.SlowBody(time.Hour))
		assert.Equal(t, 1, c.server.Applied("StopCdnDomain"))
	})
}

func TestCloseEndsWaits(t *testing.T) {
	t.Parallel()
	c := newSocketCaller(t)
	c.server.Script("DescribeCdnService", cdntest.Latency(time.Hour))
	done := make(chan error, 1)
	go func() {
		_, err := c.try(http.MethodGet, "DescribeCdnService")
		done <- err
	}()
	for len(c.server.Requests()) == 0 {
		time.Sleep(time.Millisecond)
	}
	c.server.Close()
	require.Error(t, <-done)
}
