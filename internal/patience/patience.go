// Package patience makes calls until the service has time for them.
package patience

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/alicdn/alicdn-go/internal/poll"
)

// Verdict is what an error of a call means.
type Verdict int

// What an error means.
const (
	Refused   Verdict = iota // nothing was done, and never will be
	Futile                   // nothing was done, and never will be for any domain
	Missing                  // something that was named is not there; nothing was done
	Busy                     // nothing was done, because a domain is being configured
	Throttled                // nothing was done, because there were too many calls
	Unknown                  // what was done is not known
)

// Pace is how often a call is tried again.
var Pace = poll.Pace{Min: 5 * time.Second, Max: 30 * time.Second}

// Judge says what an error means.
type Judge func(err error) Verdict

// Do makes a call until it ends otherwise than by being throttled or by one of
// the verdicts. How long that takes is up to ctx.
func (j Judge) Do(ctx context.Context, call func() error, verdicts ...Verdict) error {
	for tries := 1; ; tries++ {
		err := call()
		if err == nil || ctx.Err() != nil {
			return err
		}
		if v := j(err); v != Throttled && !slices.Contains(verdicts, v) {
			return err
		}
		if ended := poll.Sleep(ctx, Pace.Delay(tries, rand.Float64())); ended != nil { //nolint:gosec // jitter
			return fmt.Errorf("%w while waiting to repeat: %w", ended, err)
		}
	}
}
