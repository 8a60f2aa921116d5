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
// arrived. It reports whether that made a difference; one of less than a
// minute does not explain why a request was refused.
func (c *Clock) Learn(date string) bool {
	served, err := http.ParseTime(date)
	if err != nil {
		return false
	}
	offset := time.Until(served)
	if (offset - c.correction()).Abs() < time.Minute {
		return false
	}
	c.offset.Store(int64(offset))
	return true
}

func (c *Clock) correction() time.Duration { return time.Duration(c.offset.Load()) }
