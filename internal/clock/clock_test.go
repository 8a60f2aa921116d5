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

		assert.False(t, c.Learn(""), "no date")
		assert.False(t, c.Learn("yesterday"))
		assert.False(t, c.Learn(at(59*time.Second)), "too little to matter")
		assert.Equal(t, time.Now(), c.Now())

		assert.True(t, c.Learn(at(-time.Hour)))
		assert.Equal(t, time.Now().Add(-time.Hour), c.Now())
		time.Sleep(time.Minute)
		assert.False(t, c.Learn(at(-time.Hour)), "known already")
		assert.True(t, c.Learn(at(0)), "the machine's clock was set right")
		assert.Equal(t, time.Now(), c.Now())
	})
}
