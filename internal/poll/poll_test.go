package poll_test

import (
	"context"
	"errors"
	"math"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/poll"
)

var (
	errFlaky  = errors.New("flaky")
	errBroken = errors.New("broken")
)

func waiter(update func(poll.Progress)) poll.Waiter {
	return poll.Waiter{
		Pace:      poll.Pace{Min: 5 * time.Second, Max: 30 * time.Second},
		Transient: func(err error) bool { return errors.Is(err, errFlaky) },
		Update:    update,
	}
}

// answers returns what the polls find, one after the other, the last for ever.
func answers(all ...any) func(context.Context) (poll.State, error) {
	return func(ctx context.Context) (poll.State, error) {
		if err := ctx.Err(); err != nil {
			return poll.State{}, err
		}
		next := all[0]
		if len(all) > 1 {
			all = all[1:]
		}
		if err, ok := next.(error); ok {
			return poll.State{}, err
		}
		state, _ := next.(poll.State)
		return state, nil
	}
}

var (
	running = poll.State{Name: "running", Remaining: []string{"a"}}
	done    = poll.State{Name: "done", Done: true}
	failed  = poll.State{Name: "broken", Failed: []string{"a"}}
)

func TestDelayGrowsFromMinToMax(t *testing.T) {
	t.Parallel()
	pace := poll.Pace{Min: 4 * time.Second, Max: 20 * time.Second}
	var longest, shortest []time.Duration
	for n := range 7 {
		longest = append(longest, pace.Delay(n+1, 0).Round(10*time.Millisecond))
		shortest = append(shortest, pace.Delay(n+1, math.Nextafter(1, 0)).Round(10*time.Millisecond))
	}
	ms := time.Millisecond
	assert.Equal(t, []time.Duration{4000 * ms, 6000 * ms, 9000 * ms, 13500 * ms, 20000 * ms, 20000 * ms, 20000 * ms}, longest)
	assert.Equal(t, []time.Duration{4000 * ms, 4500 * ms, 6750 * ms, 10130 * ms, 15000 * ms, 15000 * ms, 15000 * ms}, shortest)
}

func TestDelayOfOddPaces(t *testing.T) {
	t.Parallel()
	assert.Equal(t, time.Minute, poll.Pace{Min: time.Minute, Max: time.Second}.Delay(9, 0.5), "Max below Min is Min")
	assert.Equal(t, time.Duration(math.MaxInt64), poll.Pace{Min: time.Second, Max: math.MaxInt64}.Delay(1000, 0), "no overflow")
	assert.LessOrEqual(t, poll.Pace{Min: 1, Max: 3}.Delay(50, 0), time.Duration(3))
}

func TestUntilDone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var updates []poll.Progress
		w := waiter(func(p poll.Progress) { updates = append(updates, p) })
		started := time.Now()
		last, err := w.Until(t.Context(), answers(running, errFlaky, running, done))
		require.NoError(t, err)
		assert.Equal(t, 4, last.Polls)
		assert.Equal(t, "done", last.Name)
		assert.Equal(t, time.Since(started), last.Elapsed)

		require.Len(t, updates, 4)
		assert.Equal(t, 5*time.Second, updates[0].Next)
		assert.Equal(t, errFlaky, updates[1].Err)
		assert.Equal(t, "running", updates[1].Name, "the last that was seen")
		require.NoError(t, updates[2].Err)
		assert.Zero(t, updates[3].Next)
		for i := range 3 {
			assert.Equal(t, updates[i].Next, updates[i+1].Elapsed-updates[i].Elapsed)
		}
	})
}

func TestUntilDoneTwice(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := waiter(nil)
		w.Confirm = true
		last, err := w.Until(t.Context(), answers(done, running, done))
		require.NoError(t, err)
		assert.Equal(t, 3, last.Polls, "the first poll is not believed")

		last, err = w.Until(t.Context(), answers(done, done))
		require.NoError(t, err)
		assert.Equal(t, 2, last.Polls)
		assert.Equal(t, 5*time.Second, last.Elapsed)

		last, err = w.Until(t.Context(), answers(failed))
		require.ErrorIs(t, err, poll.ErrFailed)
		assert.Equal(t, 1, last.Polls, "a failure is")
	})
}

func TestUntilItEndsOtherwise(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		last, err := waiter(nil).Until(t.Context(), answers(running, failed, done))
		require.ErrorIs(t, err, poll.ErrFailed)
		assert.Equal(t, []string{"a"}, last.Failed)
		assert.Equal(t, 2, last.Polls)

		last, err = waiter(nil).Until(t.Context(), answers(running, errFlaky, errBroken, done))
		assert.Equal(t, errBroken, err)
		assert.Equal(t, 3, last.Polls)
		assert.Equal(t, running, last.State)

		ctx, cancel := context.WithTimeout(t.Context(), 7*time.Second)
		defer cancel()
		last, err = waiter(nil).Until(ctx, answers(running))
		assert.Equal(t, context.DeadlineExceeded, err)
		assert.Equal(t, 7*time.Second, last.Elapsed, "in the middle of an interval")

		last, err = waiter(nil).Until(ctx, answers(running))
		assert.Equal(t, context.DeadlineExceeded, err, "a poll that ctx ends is not repeated")
		assert.Equal(t, 1, last.Polls)
		assert.Zero(t, last.Elapsed)
	})
}

func TestEach(t *testing.T) {
	t.Parallel()
	states := map[string]poll.State{"a": {Name: "done", Done: true}, "b": running, "c": {Name: "done", Done: true}, "d": {Name: "waiting"}}
	var asked []string
	var broken error
	look := poll.Each([]string{"a", "b", "c", "d"}, 1, func(_ context.Context, names []string) ([]poll.State, error) {
		asked = append(asked, names...)
		if names[0] == "d" && broken != nil {
			return nil, broken
		}
		return []poll.State{states[names[0]]}, nil
	})
	state, err := look(t.Context())
	require.NoError(t, err)
	assert.Equal(t, poll.State{Name: "running", Remaining: []string{"b", "d"}}, state)
	assert.Equal(t, []string{"a", "b", "c", "d"}, asked)

	asked, broken = nil, errBroken
	states["b"] = poll.State{Name: "done", Done: true}
	_, err = look(t.Context())
	require.ErrorIs(t, err, errBroken)
	assert.Equal(t, []string{"b", "d"}, asked)

	asked, broken = nil, nil
	states["d"] = poll.State{Name: "broken", Failed: []string{"d"}}
	state, err = look(t.Context())
	require.NoError(t, err)
	assert.Equal(t, []string{"d"}, asked, "what was done before the error stays done")
	assert.Equal(t, states["d"], state)

	states["d"] = poll.State{Name: "done", Done: true}
	state, err = look(t.Context())
	require.NoError(t, err)
	assert.Equal(t, poll.State{Name: "done", Done: true}, state)
}

func TestEachOfMany(t *testing.T) {
	t.Parallel()
	states := map[string]poll.State{"a": {Name: "done", Done: true}, "b": running, "c": {Name: "done", Done: true}, "d": running, "e": running}
	var asked [][]string
	look := poll.Each([]string{"a", "b", "c", "d", "e"}, 2, func(_ context.Context, names []string) ([]poll.State, error) {
		asked = append(asked, names)
		var all []poll.State
		for _, name := range names {
			all = append(all, states[name])
		}
		return all, nil
	})
	state, err := look(t.Context())
	require.NoError(t, err)
	assert.Equal(t, poll.State{Name: "running", Remaining: []string{"b", "d", "e"}}, state)
	assert.Equal(t, [][]string{{"a", "b"}, {"c", "d"}, {"e"}}, asked)

	asked, states["d"] = nil, poll.State{Name: "broken", Failed: []string{"d"}}
	state, err = look(t.Context())
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"b", "d"}}, asked, "the failure ends the poll")
	assert.Equal(t, poll.State{Name: "broken", Failed: []string{"d"}, Remaining: []string{"b", "e"}}, state)
}

// What one look has found of several is told, also of those behind the first
// that has failed.
func TestEachThatFailed(t *testing.T) {
	t.Parallel()
	failed := func(name string) poll.State { return poll.State{Name: "broken " + name, Failed: []string{name}} }
	done := poll.State{Name: "done", Done: true}
	look := poll.Each([]string{"a", "b", "c", "d", "e", "f"}, 5, func(context.Context, []string) ([]poll.State, error) {
		return []poll.State{running, failed("b"), done, running, failed("e")}, nil
	})
	state, err := look(t.Context())
	require.NoError(t, err)
	assert.Equal(t, poll.State{Name: "broken b", Failed: []string{"b", "e"}, Remaining: []string{"a", "d", "f"}}, state)
}
