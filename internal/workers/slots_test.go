package workers_test

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/workers"
)

func TestSlots(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		slots := workers.NewSlots(2)
		started := time.Now()
		var running sync.WaitGroup
		for range 6 {
			running.Go(func() {
				assert.Equal(t, errBroken, slots.Do(t.Context(), func() error {
					time.Sleep(time.Second)
					return errBroken
				}))
			})
		}
		running.Wait()
		assert.Equal(t, 3*time.Second, time.Since(started))
	})
}

func TestSlotsEndWithTheirContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		slots := workers.NewSlots(0)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		never := func() error { panic("called") }
		require.NoError(t, slots.Do(t.Context(), func() error { return nil }))
		require.NoError(t, slots.Do(t.Context(), func() error {
			started := time.Now()
			require.ErrorIs(t, slots.Do(ctx, never), context.DeadlineExceeded)
			assert.Equal(t, time.Second, time.Since(started))
			return nil
		}))
		require.ErrorIs(t, slots.Do(ctx, never), context.DeadlineExceeded, "even if there is a slot")
	})
}
