package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/go-redis/redis_rate/v10"
	"github.com/redis/go-redis/v9"
)

// ErrDailyQuota says that the fleet has made its calls of the day.
var ErrDailyQuota = errors.New("daily quota of the fleet is used up")

// Limits are what all machines may do together. Actions that are not named
// pass freely.
type Limits struct {
	// PerSecond is how many calls of an action a second.
	PerSecond map[string]int

	// PerDay is how many calls of an action a day. Days are those of Beijing,
	// where the service's quotas begin anew.
	PerDay map[string]int
}

// Limiter is an alicdn.Limiter that machines share through Redis: give each
// its own Limiter with the same account and limits. Where Redis cannot be
// asked, calls end with its error, since the fleet could be over its limits.
type Limiter struct {
	rdb     *redis.Client
	rate    *redis_rate.Limiter
	account string
	limits  Limits
	now     func() time.Time
}

// NewLimiter returns a limiter of the machines that use the account, which may
// have any name.
func NewLimiter(rdb *redis.Client, account string, limits Limits) *Limiter {
	return &Limiter{rdb: rdb, rate: redis_rate.NewLimiter(rdb), account: account, limits: limits, now: time.Now}
}

// Wait returns when a call of the action may go out. A call that does not get
// past the rate uses up no quota.
func (l *Limiter) Wait(ctx context.Context, action string) error {
	if perSecond, ok := l.limits.PerSecond[action]; ok {
		if err := l.waitForRate(ctx, action, perSecond); err != nil {
			return err
		}
	}
	if perDay, ok := l.limits.PerDay[action]; ok {
		return l.takeOfQuota(ctx, action, perDay)
	}
	return ctx.Err()
}

// waitForRate asks Redis until there is room. By its clock, not ours: those of
// the machines may differ.
func (l *Limiter) waitForRate(ctx context.Context, action string, perSecond int) error {
	limit := redis_rate.Limit{Rate: perSecond, Period: time.Second, Burst: max(1, perSecond/10)}
	for {
		result, err := l.rate.Allow(ctx, l.key("rate", action), limit)
		if err != nil {
			return fmt.Errorf("ask Redis: %w", err)
		}
		if result.Allowed > 0 {
			return nil
		}
		if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < result.RetryAfter {
			return fmt.Errorf("%w: the fleet has no room before it", context.DeadlineExceeded)
		}
		timer := time.NewTimer(result.RetryAfter)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		}
	}
}

var beijing = time.FixedZone("Asia/Shanghai", 8*60*60)

// takeOfQuota counts a call of the day.
func (l *Limiter) takeOfQuota(ctx context.Context, action string, perDay int) error {
	key := l.key("day", l.now().In(beijing).Format(time.DateOnly), action)
	var count *redis.IntCmd
	_, err := l.rdb.TxPipelined(ctx, func(tx redis.Pipeliner) error {
		count = tx.Incr(ctx, key)
		tx.Expire(ctx, key, 48*time.Hour)
		return nil
	})
	switch {
	case err != nil:
		return fmt.Errorf("ask Redis: %w", err)
	case count.Val() > int64(perDay):
		return fmt.Errorf("%w: %d calls of %s", ErrDailyQuota, perDay, action)
	}
	return nil
}

func (l *Limiter) key(parts ...string) string {
	return "alicdn:" + l.account + ":" + strings.Join(parts, ":")
}
