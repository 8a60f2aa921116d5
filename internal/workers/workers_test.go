package workers_test

import (
	"context"
	"errors"
	"iter"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/workers"
)

var errBroken = errors.New("broken")

// upTo yields 0 to n-1 and counts what was taken.
func upTo(n int, taken *int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			*taken++
			if !yield(i) {
				return
			}
		}
	}
}

// pause waits, but no longer than ctx.
func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.NewTimer(d).C:
		return nil
	}
}

func TestEachIsBounded(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var running, most, sum atomic.Int64
		taken, started := 0, time.Now()
		err := workers.Each(t.Context(), 4, upTo(100, &taken), func(ctx context.Context, i int) error {
			most.Store(max(most.Load(), running.Add(1)))
			defer running.Add(-1)
			sum.Add(int64(i))
			return pause(ctx, time.Second)
		})
		require.NoError(t, err)
		assert.Equal(t, int64(4), most.Load())
		assert.Equal(t, int64(4950), sum.Load())
		assert.Equal(t, 25*time.Second, time.Since(started))
	})
}

func TestEachTakesNoItemWithoutRoom(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		taken := 0
		done := make(chan error)
		go func() {
			done <- workers.Each(ctx, 3, upTo(100, &taken), func(ctx context.Context, _ int) error {
				<-ctx.Done()
				return nil
			})
		}()
		synctest.Wait()
		assert.Equal(t, 3, taken)
		cancel()
		require.ErrorIs(t, <-done, context.Canceled)
	})
}

func TestEachEndsWithTheFirstError(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		taken, started := 0, time.Now()
		err := workers.Each(t.Context(), 2, upTo(100, &taken), func(ctx context.Context, i int) error {
			if i == 5 {
				return errBroken
			}
			return pause(ctx, time.Duration(i+1)*time.Hour)
		})
		require.Equal(t, errBroken, err)
		assert.LessOrEqual(t, taken, 7)
		assert.Less(t, time.Since(started), 12*time.Hour, "the call that still runs is canceled")
	})
}

func TestEachLeavesNothingBehindIfTheSequencePanics(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		started, ended := time.Now(), 0
		items := func(yield func(int) bool) {
			yield(1)
			panic(errBroken)
		}
		assert.PanicsWithValue(t, errBroken, func() {
			_ = workers.Each(t.Context(), 2, items, func(ctx context.Context, _ int) error {
				err := pause(ctx, time.Hour)
				ended++
				return err
			})
		})
		assert.Equal(t, 1, ended)
		assert.Zero(t, time.Since(started), "the call that still runs is canceled")
	})
}

func TestEachReturnsNilIfAllWasDone(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	taken := 0
	require.NoError(t, workers.Each(ctx, 0, upTo(1, &taken), func(context.Context, int) error {
		cancel()
		return nil
	}), "nothing was left out")
	assert.Equal(t, 1, taken)
	taken = 0
	require.ErrorIs(t, workers.Each(ctx, 1, upTo(5, &taken), func(context.Context, int) error { return nil }), context.Canceled)
	assert.Equal(t, 1, taken)
}

func TestMapKeepsOrder(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var running, most atomic.Int64
		taken := 0
		results := workers.Map(t.Context(), 8, upTo(500, &taken), func(ctx context.Context, i int) (int, error) {
			most.Store(max(most.Load(), running.Add(1)))
			defer running.Add(-1)
			return i * i, pause(ctx, time.Duration(rand.Int64N(int64(time.Second))))
		})
		assert.Zero(t, taken, "nothing before the first step")
		i := 0
		for value, err := range results {
			require.NoError(t, err)
			require.Equal(t, i*i, value)
			assert.LessOrEqual(t, taken, i+8)
			i++
		}
		assert.Equal(t, 500, i)
		assert.Equal(t, int64(8), most.Load())
	})
}

func TestMapEnds(t *testing.T) {
	t.Parallel()
	broken := func(ctx context.Context, i int) (int, error) {
		if i == 3 {
			return 0, errBroken
		}
		if i > 3 {
			return i, pause(ctx, time.Hour)
		}
		return i, nil
	}
	t.Run("with an error", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			taken, started := 0, time.Now()
			var values []int
			var errs []error
			for value, err := range workers.Map(t.Context(), 4, upTo(100, &taken), broken) {
				values, errs = append(values, value), append(errs, err)
			}
			assert.Equal(t, []int{0, 1, 2, 0}, values)
			assert.Equal(t, []error{nil, nil, nil, errBroken}, errs)
			assert.Equal(t, 7, taken)
			assert.Zero(t, time.Since(started))
		})
	})
	t.Run("with break", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) { // which fails if a goroutine is left
			taken, started := 0, time.Now()
			for range workers.Map(t.Context(), 8, upTo(100, &taken), broken) {
				break
			}
			assert.Equal(t, 8, taken)
			assert.Zero(t, time.Since(started))
		})
	})
	t.Run("with ctx", func(t *testing.T) {
		t.Parallel()
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var errs []error
		for _, err := range workers.Map(ctx, 2, slices.Values([]int{0, 1, 2, 0, 1}), broken) {
			errs = append(errs, err)
			if len(errs) == 3 {
				cancel()
			}
		}
		assert.Equal(t, []error{nil, nil, nil, context.Canceled}, errs)
	})
	t.Run("without items", func(t *testing.T) {
		t.Parallel()
		for range workers.Map(t.Context(), 2, slices.Values([]int(nil)), broken) {
			t.Error("nothing to yield")
		}
	})
}
