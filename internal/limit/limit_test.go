package limit_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/limit"
)

// pass lets n attempts pass and returns how long that took.
func pass(t *testing.T, l *limit.Limiter, action string, n int) time.Duration {
	t.Helper()
	started := time.Now()
	for range n {
		require.NoError(t, l.Wait(t.Context(), action))
	}
	return time.Since(started)
}

func TestDocumentedRates(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := limit.New()
		assert.Zero(t, pass(t, l, "RefreshObjectCaches", 50), "a second's worth at once")
		assert.InDelta(t, time.Second, pass(t, l, "RefreshObjectCaches", 50), float64(time.Millisecond))
		assert.Zero(t, pass(t, l, "PushObjectCache", 50), "each action has a rate of its own")
		assert.InDelta(t, 2*time.Second, pass(t, l, "BatchSetCdnDomainConfig", 9), float64(time.Millisecond))
		assert.Zero(t, pass(t, l, "ModifyCdnService", 1000), "no documented rate")
		assert.Zero(t, pass(t, l, "DescribeSomethingNew", 1000), "not known")
	})
}

func TestThrottlingSlowsDownAndSuccessRecovers(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := limit.New()
		const action = "RefreshObjectCaches"
		pass(t, l, action, 50)
		l.Observe(action, true)
		assert.InDelta(t, 2*time.Second, pass(t, l, action, 50), float64(time.Millisecond), "half the rate")
		for range 20 {
			l.Observe(action, true)
		}
		assert.InDelta(t, 4*time.Second, pass(t, l, action, 10), float64(time.Millisecond), "not below a twentieth")
		for range 100 {
			l.Observe(action, false)
		}
		assert.InDelta(t, time.Second, pass(t, l, action, 50), float64(time.Millisecond), "the full rate again")
		l.Observe("DescribeSomethingNew", true)
		assert.Zero(t, pass(t, l, "DescribeSomethingNew", 10))
	})
}

func TestWaitEndsWithItsContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		l := limit.New()
		const action = "BatchSetCdnDomainConfig"
		pass(t, l, action, 3)

		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(100*time.Millisecond, cancel)
		started := time.Now()
		require.ErrorIs(t, l.Wait(ctx, action), context.Canceled)
		assert.Equal(t, 100*time.Millisecond, time.Since(started))
		require.ErrorIs(t, l.Wait(ctx, "ModifyCdnService"), context.Canceled)

		late, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		defer cancel()
		started = time.Now()
		require.ErrorIs(t, l.Wait(late, action), context.DeadlineExceeded)
		assert.Zero(t, time.Since(started), "a wait that is in vain is not begun")
	})
}
