package alicdn_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

var bulkURLs = flag.Int("bulk.urls", 20000, "how many URLs the bulk tests refresh; a million is the claim")

// bulkDomains are the domains of the bulk tests.
func bulkDomains(n int) []string {
	domains := make([]string, n)
	for i := range domains {
		domains[i] = fmt.Sprintf("www%d.example.com", i)
	}
	return domains
}

// bulkPaths yields n URLs whose domains alternate, with their number at the
// end.
func bulkPaths(n int, domains []string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range n {
			if !yield("http://" + domains[i%len(domains)] + "/images/" + strconv.Itoa(i)) {
				return
			}
		}
	}
}

// numberOf returns the number of a URL of bulkPaths.
func numberOf(t *testing.T, path string) int {
	t.Helper()
	n, err := strconv.Atoi(path[strings.LastIndexByte(path, '/')+1:])
	require.NoError(t, err)
	return n
}

// appliedPaths returns how often the server has carried out a call with each
// path, and fails on calls that are larger than is allowed.
func appliedPaths(t *testing.T, server *cdntest.Server, action string, most int) map[string]int {
	t.Helper()
	applied := map[string]int{}
	for _, request := range server.Requests() {
		if request.Action != action {
			continue
		}
		domains := map[string]bool{}
		paths := strings.Split(request.Params.Get("ObjectPath"), "\n")
		for _, path := range paths {
			domains[strings.Split(path, "/")[2]] = true
			if request.Applied {
				applied[path]++
			}
		}
		require.LessOrEqual(t, len(paths), most)
		require.LessOrEqual(t, len(domains), 10)
	}
	return applied
}

// largeQuota suffices for the bulk tests.
var largeQuota = cdntest.Quota{Domains: 1000, RefreshUrls: 1 << 30, RefreshDirs: 1 << 30, PreloadUrls: 1 << 30, BlockUrls: 1 << 30}

// badWeather is faults of every fifth call.
var badWeather = cdntest.Faults{
	Throttle: 0.03, ServiceBusy: 0.03, InternalError: 0.02, BadGateway: 0.02, Unavailable: 0.02,
	Reset: 0.03, ResetAfter: 0.025, Truncate: 0.025, Latency: 0.5, MaxLatency: 500 * time.Millisecond,
}

// bulkFunc is one of the bulk methods with an empty request.
type bulkFunc func(context.Context, *alicdn.Client, iter.Seq[string], alicdn.BulkOptions) (*types.BulkResult, error)

func refreshAll(ctx context.Context, c *alicdn.Client, paths iter.Seq[string], opts alicdn.BulkOptions) (*types.BulkResult, error) {
	return c.RefreshAll(ctx, nil, paths, opts)
}

func preloadAll(ctx context.Context, c *alicdn.Client, paths iter.Seq[string], opts alicdn.BulkOptions) (*types.BulkResult, error) {
	return c.PreloadAll(ctx, nil, paths, opts)
}

func blockAll(ctx context.Context, c *alicdn.Client, paths iter.Seq[string], opts alicdn.BulkOptions) (*types.BulkResult, error) {
	return c.BlockAll(ctx, &types.BlockObjectCachesRequest{Type: types.BlockTypeBlock}, paths, opts)
}

// TestBulkAccountsForEveryURL submits very many URLs while every fifth call
// fails in one way or another, and compares what the client says became of each
// with what the server did.
func TestBulkAccountsForEveryURL(t *testing.T) {
	t.Parallel()
	tests := []struct {
		action string
		most   int
		all    bulkFunc
	}{
		{"RefreshObjectCaches", 1000, refreshAll},
		{"PushObjectCache", 100, preloadAll},
		{"BlockObjectCaches", 1000, blockAll},
	}
	for _, test := range tests {
		t.Run(test.action, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) { accountForEveryURL(t, test.action, test.most, test.all) })
		})
	}
}

func accountForEveryURL(t *testing.T, action string, most int, all bulkFunc) {
	t.Helper()
	n := *bulkURLs
	domains := append(bulkDomains(40), "stranger.example.org")
	server := cdntest.NewServer(cdntest.WithQuota(largeQuota), cdntest.WithFaults(badWeather), cdntest.WithDomains(domains[:40]...))
	isMalformed := func(i int) bool { return i%1000 == 7 }
	isStrange := func(i int) bool { return i%len(domains) == 40 }
	paths := func(yield func(string) bool) {
		for path := range bulkPaths(n, domains) {
			if isMalformed(numberOf(t, path)) {
				path = strings.Replace(path, "http:", "ftp:", 1)
			}
			if !yield(path) {
				return
			}
		}
	}
	var (
		outcomes = make([]types.BulkOutcome, n)
		peak     uint64
		begin    = time.Now()
	)
	result, err := all(t.Context(), server.Client(alicdn.WithLimiter(alicdn.NewLimiter())), paths, alicdn.BulkOptions{
		OnOutcome: func(o types.BulkOutcome) {
			i := numberOf(t, o.Input)
			if outcomes[i].State != "" {
				t.Errorf("outcome twice: %v", o)
			}
			outcomes[i] = o
		},
		OnProgress: func(types.BulkProgress) { peak = max(peak, heap()) },
	})
	require.NoError(t, err)

	applied := appliedPaths(t, server, action, most)
	var submitted, refused int
	for i, o := range outcomes {
		path := fmt.Sprintf("http://%s/images/%d", domains[i%len(domains)], i)
		switch {
		case isMalformed(i), isStrange(i):
			require.Equal(t, types.BulkRefused, o.State, path)
			require.True(t, errors.Is(o.Err, alicdn.ErrInvalid) || errors.Is(o.Err, alicdn.ErrNotFound), o.Err)
			require.Zero(t, applied[path], path)
			refused++
		default:
			require.Equal(t, types.BulkSubmitted, o.State, path)
			require.NotEmpty(t, o.TaskId)
			require.NoError(t, o.Err)
			require.Equal(t, 1, applied[path], path)
			submitted++
		}
	}
	assert.Len(t, applied, submitted, "nothing else was done")
	assert.Equal(t, submitted, result.Submitted)
	assert.Equal(t, refused, result.Refused)
	assert.Len(t, result.Refusals, min(refused, 100))
	assert.Zero(t, result.NotSent+result.Unknown)
	lost := 0
	for _, request := range server.Requests() {
		if request.Applied && request.Action == action {
			lost++
		}
	}
	t.Logf("%d URLs: %d submitted, %d refused; %d calls, %d carried out, %d requests, %d tasks; %v simulated, peak heap %d MB with the server's and the test's",
		n, submitted, refused, result.Calls, lost, len(server.Requests()), len(result.TaskIds), time.Since(begin).Round(time.Second), peak>>20)
	checkTasks(t, server, outcomes)
}

// checkTasks compares the tasks of some URLs with those that the server has.
func checkTasks(t *testing.T, server *cdntest.Server, outcomes []types.BulkOutcome) {
	t.Helper()
	client := server.Client()
	for i := 0; i < len(outcomes); i += len(outcomes)/37 + 1 {
		o := outcomes[i]
		if o.State != types.BulkSubmitted {
			continue
		}
		resp, err := client.DescribeRefreshTasks(t.Context(), &types.DescribeRefreshTasksRequest{ObjectPath: o.ObjectPath}, alicdn.WithAttempts(20))
		require.NoError(t, err)
		require.Len(t, resp.Tasks, 1)
		assert.Contains(t, strings.Split(string(o.TaskId), ","), string(resp.Tasks[0].TaskId))
	}
}

// heap returns the bytes in use.
func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// accepting answers like a service that takes everything.
type accepting struct{ tasks atomic.Int64 }

func (a *accepting) RoundTrip(r *http.Request) (*http.Response, error) {
	id := strconv.FormatInt(a.tasks.Add(1), 10)
	body := `{"RefreshTaskId":"` + id + `","UrlQuota":"1000000000","UrlRemain":"1000000000","RequestId":"R"}`
	return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(body)), Header: http.Header{}, Request: r}, r.Body.Close()
}

// TestBulkMemory shows that memory does not grow with the number of URLs, but
// for what Deduplicate and a journal cost. It has the machine for itself, since
// it looks at the heap of the whole program.
func TestBulkMemory(t *testing.T) { //nolint:paralleltest // see above
	n := max(*bulkURLs, 50000)
	journal := filepath.Join(t.TempDir(), "journal")
	for _, test := range []struct { //nolint:paralleltest // see above
		name  string
		opts  alicdn.BulkOptions
		most  uint64 // MB
		bytes uint64 // a URL
	}{
		{name: "plain", most: 32},
		{name: "deduplicate", opts: alicdn.BulkOptions{Deduplicate: true}, most: 32, bytes: 120},
		{name: "journal", opts: alicdn.BulkOptions{Journal: openJournal(t, journal)}, most: 32},
		{name: "resumed", opts: alicdn.BulkOptions{Journal: openJournal(t, journal)}, most: 32, bytes: 120},
	} {
		t.Run(test.name, func(t *testing.T) {
			client, err := alicdn.New(alicdn.StaticCredentials("testid", "testsecret", ""),
				alicdn.WithHTTPClient(&http.Client{Transport: &accepting{}}), alicdn.WithoutLimiter())
			require.NoError(t, err)
			runtime.GC()
			before, peak := heap(), uint64(0)
			test.opts.OnProgress = func(types.BulkProgress) { peak = max(peak, heap()) }
			begin := time.Now()
			result, err := client.RefreshAll(t.Context(), nil, bulkPaths(n, bulkDomains(40)), test.opts)
			require.NoError(t, err)
			require.Equal(t, n, result.Submitted+result.Resumed)
			peak = max(peak, heap()) - before
			assert.Less(t, peak, test.most<<20+test.bytes*uint64(n))
			t.Logf("%d URLs in %v: peak heap %.1f MB", n, time.Since(begin).Round(time.Millisecond), float64(peak)/(1<<20))
		})
	}
}

func openJournal(t *testing.T, path string) *os.File {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	require.NoError(t, err)
	t.Cleanup(func() { _ = f.Close() })
	return f
}
