package retry

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Hint reads from the header of an answer how long the service asks to wait, 0
// if it does not say. A date is one of the service's clock, by which the answer
// may be dated, too; now is for answers that are not. The headers about the
// rate count only where a call was throttled: they come with other answers too.
func Hint(header http.Header, now time.Time, throttled bool) time.Duration {
	if d, ok := milliseconds(header.Get("X-Acs-Retry-After")); ok {
		return d
	}
	value := header.Get("Retry-After")
	if seconds, err := strconv.ParseInt(value, 10, 64); err == nil {
		return scaled(seconds, time.Second)
	}
	if at, err := http.ParseTime(value); err == nil {
		if dated, err := http.ParseTime(header.Get("Date")); err == nil {
			now = dated
		}
		return min(max(0, at.Sub(now)), day)
	}
	if !throttled {
		return 0
	}
	var longest time.Duration
	for _, name := range []string{"X-Ratelimit-User-Api", "X-Ratelimit-User"} {
		longest = max(longest, timeLeft(header.Get(name)))
	}
	return longest
}

// timeLeft reads TimeLeft, in milliseconds, out of a header such as
// "Limit:100,Remain:0,TimeLeft:1500,Reset:1700000000".
func timeLeft(value string) time.Duration {
	for part := range strings.SplitSeq(value, ",") {
		name, number, _ := strings.Cut(strings.TrimSpace(part), ":")
		if strings.EqualFold(name, "TimeLeft") {
			d, _ := milliseconds(strings.TrimSpace(number))
			return d
		}
	}
	return 0
}

func milliseconds(text string) (time.Duration, bool) {
	n, err := strconv.ParseInt(text, 10, 64)
	return scaled(n, time.Millisecond), err == nil
}

// day is the longest hint: nobody waits longer, and nothing overflows.
const day = 24 * time.Hour

// scaled is n units, none if negative and at most a day.
func scaled(n int64, unit time.Duration) time.Duration {
	return time.Duration(min(max(n, 0), int64(day/unit))) * unit
}
