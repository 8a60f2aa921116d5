package patience_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/patience"
)

var verdicts = map[error]patience.Verdict{
	errors.New("refused"):   patience.Refused,
	errors.New("futile"):    patience.Futile,
	errors.New("missing"):   patience.Missing,
	errors.New("busy"):      patience.Busy,
	errors.New("throttled"): patience.Throttled,
	errors.New("unknown"):   patience.Unknown,
}

func judge(err error) patience.Verdict { return verdicts[err] }

func TestDo(t *testing.T) {
	t.Parallel()
	for failure, verdict := range verdicts {
		synctest.Test(t, func(t *testing.T) {
			tries := 0
			err := patience.Judge(judge).Do(t.Context(), func() error {
				if tries++; tries == 10 {
					return nil
				}
				return failure
			}, patience.Busy)
			if verdict == patience.Busy || verdict == patience.Throttled {
				require.NoError(t, err)
				assert.Equal(t, 10, tries)
			} else {
				require.Equal(t, failure, err)
				assert.Equal(t, 1, tries)
			}
		})
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
			defer cancel()
			started := time.Now()
			tries := 0
			err := patience.Judge(judge).Do(ctx, func() error { tries++; return failure }, verdict)
			require.ErrorIs(t, err, failure)
			require.ErrorIs(t, err, context.DeadlineExceeded)
			assert.Equal(t, time.Hour, time.Since(started))
			assert.Greater(t, tries, 100, "at most half a minute apart")
		})
	}
}
