package clock_test

import (
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/internal/clock"
)

func TestClock(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var c clock.Clock
		assert.Equal(t, time.Now(), c.Now())
		at := func(d time.Duration) string { return time.Now().Add(d).UTC().Format(http.TimeFormat) }

		assert.False(t, c.Learn("", c.Now()), "no date")
		assert.False(t, c.Learn("yesterday", c.Now()))
		assert.False(t, c.Learn(at(59*time.Second), c.Now()), "too little to matter")
		assert.Equal(t, time.Now(), c.Now())

		early := c.Now()
		assert.True(t, c.Learn(at(-time.Hour), early))
		assert.Equal(t, time.Now().Add(-time.Hour), c.Now())
		assert.True(t, c.Learn(at(-time.Hour), early), "of a request that was signed before the clock was set")
		time.Sleep(time.Minute)
		assert.False(t, c.Learn(at(-time.Hour), c.Now()), "known already")
		assert.True(t, c.Learn(at(0), c.Now()), "the machine's clock was set right")
		assert.Equal(t, time.Now(), c.Now())
	})
}
