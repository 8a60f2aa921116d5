package retry_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/internal/retry"
)

func TestHint(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	const rate = "Limit:100,Remain:0,TimeLeft:1500,Reset:1700000000"
	tests := []struct {
		name, value string
		throttled   bool
		want        time.Duration
	}{
		{"Retry-After", "7", false, 7 * time.Second},
		{"Retry-After", "Sun, 01 Mar 2026 12:00:09 GMT", false, 9 * time.Second},
		{"Retry-After", "Sun, 01 Mar 2026 11:00:00 GMT", false, 0},
		{"Retry-After", "-7", false, 0},
		{"Retry-After", "soon", false, 0},
		{"Retry-After", "9223372036854775807", false, 24 * time.Hour},
		{"Retry-After", "99999999999999999999", false, 0},
		{"X-Acs-Retry-After", "1500", false, 1500 * time.Millisecond},
		{"X-Acs-Retry-After", "-1", false, 0},
		{"X-Ratelimit-User-Api", rate, true, 1500 * time.Millisecond},
		{"X-Ratelimit-User", "limit:1, timeleft: 20", true, 20 * time.Millisecond},
		{"X-Ratelimit-User", rate, false, 0},
		{"X-Ratelimit-User", "TimeLeft", true, 0},
		{"X-Ratelimit-User", "", true, 0},
	}
	for _, test := range tests {
		header := http.Header{test.name: {test.value}}
		assert.Equal(t, test.want, retry.Hint(header, now, test.throttled), "%s: %s", test.name, test.value)
	}
	dated := http.Header{"Date": {"Sun, 01 Mar 2026 09:00:00 GMT"}, "Retry-After": {"Sun, 01 Mar 2026 09:00:30 GMT"}}
	assert.Equal(t, 30*time.Second, retry.Hint(dated, now, false), "by the clock of the service")
	dated.Set("Retry-After", "Sun, 01 Mar 2099 09:00:30 GMT")
	assert.Equal(t, 24*time.Hour, retry.Hint(dated, now, false))
	both := http.Header{"X-Ratelimit-User-Api": {"TimeLeft:100"}, "X-Ratelimit-User": {"TimeLeft:200"}}
	assert.Equal(t, 200*time.Millisecond, retry.Hint(both, now, true), "the longer one")
}
