package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
)

func TestMain(m *testing.M) { os.Exit(program.WithoutCredentials(m.Run)) }

// startRedis starts a Redis server for a test and returns its address.
func startRedis(t *testing.T) (address string, stop func()) {
	t.Helper()
	path, err := exec.LookPath("redis-server")
	if err != nil {
		if os.Getenv("CI") == "true" && runtime.GOOS != "windows" { // for which there is none
			t.Fatal("redis-server is missing")
		}
		t.Skip("redis-server is missing; Debian's package is of that name")
	}
	for range 5 {
		if address, stop, ok := tryRedis(t, path); ok {
			return address, stop
		}
	}
	t.Fatal("redis-server does not start")
	return "", nil
}

// tryRedis starts a Redis server on a port that is free now, and may be taken
// when the server gets there. Then it ends, and another may answer.
func tryRedis(t *testing.T, path string) (address string, stop func(), ok bool) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	address = listener.Addr().String()
	require.NoError(t, listener.Close())
	_, port, err := net.SplitHostPort(address)
	require.NoError(t, err)

	cmd := exec.Command(path, "--bind", "127.0.0.1", "--port", port, "--save", "", "--appendonly", "no", "--dir", t.TempDir())
	require.NoError(t, cmd.Start())
	ended := make(chan struct{})
	go func() { _ = cmd.Wait(); close(ended) }()
	stop = func() { _ = cmd.Process.Kill(); <-ended }
	t.Cleanup(stop)

	rdb := redis.NewClient(&redis.Options{Addr: address})
	defer rdb.Close()
	own := fmt.Sprintf("process_id:%d\r\n", cmd.Process.Pid)
	for {
		if strings.Contains(rdb.Info(t.Context(), "server").Val(), own) {
			return address, stop, true
		}
		select {
		case <-ended:
			return "", nil, false
		case <-time.Tick(10 * time.Millisecond):
		}
	}
}

// machine returns a client of the endpoint with a limiter and a connection to
// Redis of its own.
func machine(t *testing.T, server *cdntest.Server, address string, limits Limits, change func(*Limiter)) *alicdn.Client {
	t.Helper()
	rdb := redis.NewClient(&redis.Options{Addr: address, MaxRetries: -1})
	t.Cleanup(func() { _ = rdb.Close() })
	limiter := NewLimiter(rdb, "test", limits)
	if change != nil {
		change(limiter)
	}
	return server.Client(alicdn.WithLimiter(limiter))
}

func TestRateIsShared(t *testing.T) {
	t.Parallel()
	address, _ := startRedis(t)
	server := cdntest.NewServer()
	defer server.Close()
	limits := Limits{PerSecond: map[string]int{action: 100}} // in bursts of 10

	started := time.Now()
	var group sync.WaitGroup
	for range 3 {
		client := machine(t, server, address, limits, nil)
		group.Go(func() {
			for range 20 {
				_, err := client.DescribeRefreshQuota(t.Context(), nil)
				assert.NoError(t, err)
			}
		})
	}
	group.Wait()
	assert.Equal(t, 60, server.Applied(action))
	assert.Greater(t, time.Since(started), 480*time.Millisecond, "50 calls after the burst, 10 ms each")

	free := machine(t, server, address, limits, nil)
	_, err := free.DescribeCdnService(t.Context(), nil)
	require.NoError(t, err, "has no limit")
}

func TestQuotaIsShared(t *testing.T) {
	t.Parallel()
	address, _ := startRedis(t)
	server := cdntest.NewServer()
	defer server.Close()
	limits := Limits{PerDay: map[string]int{action: 5}}
	now := time.Date(2026, 11, 26, 15, 59, 0, 0, time.UTC) // a minute before midnight in Beijing
	clock := func(l *Limiter) { l.now = func() time.Time { return now } }
	first, second := machine(t, server, address, limits, clock), machine(t, server, address, limits, clock)

	for i := range 5 {
		_, err := []*alicdn.Client{first, second}[i%2].DescribeRefreshQuota(t.Context(), nil)
		require.NoError(t, err)
	}
	for _, client := range []*alicdn.Client{first, second} {
		_, err := client.DescribeRefreshQuota(t.Context(), nil)
		require.ErrorIs(t, err, ErrDailyQuota)
	}
	assert.Len(t, server.Requests(), 5, "what is refused is not sent")

	now = now.Add(time.Minute)
	_, err := first.DescribeRefreshQuota(t.Context(), nil)
	require.NoError(t, err, "a new day")
}

func TestWaitEnds(t *testing.T) {
	t.Parallel()
	address, stop := startRedis(t)
	server := cdntest.NewServer()
	defer server.Close()
	client := machine(t, server, address, Limits{PerSecond: map[string]int{action: 1}}, nil)
	_, err := client.DescribeRefreshQuota(t.Context(), nil)
	require.NoError(t, err)

	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err = client.DescribeRefreshQuota(ctx, nil)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	require.ErrorContains(t, err, "no room before it")

	ctx, cancel = context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	_, err = client.DescribeRefreshQuota(ctx, nil)
	require.ErrorIs(t, err, context.Canceled)

	stop()
	_, err = client.DescribeRefreshQuota(t.Context(), nil)
	require.ErrorContains(t, err, "ask Redis")
	assert.Len(t, server.Requests(), 1, "nothing is sent past the limiter")
}

func TestRun(t *testing.T) {
	t.Parallel()
	address, stop := startRedis(t)
	var out strings.Builder
	args := strings.Fields(fmt.Sprintf("-redis %s -machines 2 -calls 6 -rate 200 -daily 10", address))
	require.NoError(t, run(t.Context(), args, &out))
	assert.Regexp(t, `2 machines made 10 calls in .* s, 2 more were over the quota of the day`, out.String())

	stop()
	require.ErrorContains(t, run(t.Context(), args, &out), "no Redis at "+address)
	require.ErrorIs(t, run(t.Context(), []string{"-h"}, &out), flag.ErrHelp)
	require.ErrorContains(t, run(t.Context(), []string{"-rate", "0"}, &out), "at least 1")
}
