// Package clock is the time by which requests are signed.
package clock

import (
	"net/http"
	"sync/atomic"
	"time"
)

// Clock is the clock of the machine, corrected by what the service says of the
// time. The zero Clock has not been corrected. It is safe for concurrent use.
type Clock struct{ offset atomic.Int64 }

// Now returns the corrected time.
func (c *Clock) Now() time.Time { return time.Now().Add(c.correction()) }

// Learn corrects the clock by the Date header of an answer that has just
// arrived, which refuses a request for the time that it was signed with. It
// reports whether another time would help; a difference of less than a minute
// does not explain the refusal.
func (c *Clock) Learn(date string, signed time.Time) bool {
	served, err := http.ParseTime(date)
	if err != nil || served.Sub(signed).Abs() < time.Minute {
		return false
	}
	c.offset.Store(int64(time.Until(served)))
	return true
}

func (c *Clock) correction() time.Duration { return time.Duration(c.offset.Load()) }
