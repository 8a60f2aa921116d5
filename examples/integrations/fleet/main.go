// Fleet shows machines that share the rate and the daily quota of one account
// through Redis: each has a client of its own, with a Limiter over the same
// Redis.
//
//	redis-server --port 6379 &
//	fleet -redis 127.0.0.1:6379 -machines 3 -calls 20 -rate 10 -daily 50
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/logging"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
)

const purpose = `Makes calls from several machines that share one account's rate and daily quota
through Redis. The calls only read.`

// action is what the machines call.
const action = "DescribeRefreshQuota"

func main() {
	logging.Disable() // run returns what goes wrong
	program.Main("fleet", run)
}

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := program.Flags("fleet", purpose, out)
	address := flags.String("redis", "127.0.0.1:6379", "address of the Redis server")
	account := flags.String("account", "demo", "name that the machines share their limits under")
	machines := flags.Int("machines", 3, "number of machines")
	calls := flags.Int("calls", 20, "calls of each machine")
	rate := flags.Int("rate", 10, "calls a second, of all machines")
	daily := flags.Int("daily", 50, "calls a day, of all machines")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if min(*machines, *calls, *rate, *daily) < 1 {
		return errors.New("-machines, -calls, -rate and -daily must be at least 1")
	}
	rdb := redis.NewClient(&redis.Options{Addr: *address})
	defer func() { _ = rdb.Close() }()
	if err := rdb.Ping(ctx).Err(); err != nil {
		return fmt.Errorf("no Redis at %s, see -redis: %w", *address, err)
	}
	limits := Limits{PerSecond: map[string]int{action: *rate}, PerDay: map[string]int{action: *daily}}

	cdns := make([]*program.CDN, *machines)
	for i := range cdns {
		cdn, err := program.Connect(out, nil, alicdn.WithLimiter(NewLimiter(rdb, *account, limits)))
		if err != nil {
			return err
		}
		defer cdn.Close()
		cdns[i] = cdn
	}
	var made, refused atomic.Int32
	var once sync.Once
	var failure error
	var group sync.WaitGroup
	started := time.Now()
	for i, cdn := range cdns {
		group.Go(func() {
			for range *calls {
				_, err := cdn.Client.DescribeRefreshQuota(ctx, nil)
				switch {
				case err == nil:
					made.Add(1)
				case errors.Is(err, ErrDailyQuota):
					refused.Add(1)
				default:
					once.Do(func() { failure = fmt.Errorf("machine %d: %w", i+1, err) })
					return
				}
			}
		})
	}
	group.Wait()
	fmt.Fprintf(out, "%d machines made %d calls in %.1f s, %d more were over the quota of the day\n",
		*machines, made.Load(), time.Since(started).Seconds(), refused.Load())
	return failure
}
