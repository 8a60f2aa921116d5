package alicdn_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// bulkServer is a server of some domains, without a socket inside a bubble of
// simulated time, which also fails the test if a goroutine is left.
func bulkServer(opts ...cdntest.Option) *cdntest.Server {
	return cdntest.NewServer(append([]cdntest.Option{cdntest.WithQuota(largeQuota), cdntest.WithDomains(bulkDomains(20)...)}, opts...)...)
}

// outcomesOf keeps outcomes by their input.
func outcomesOf(t *testing.T, into map[string]types.BulkOutcome) func(types.BulkOutcome) {
	t.Helper()
	return func(o types.BulkOutcome) {
		if _, twice := into[o.Input]; twice {
			t.Errorf("outcome twice: %v", o)
		}
		into[o.Input] = o
	}
}

func countActions(server *cdntest.Server, action string) int {
	n := 0
	for _, request := range server.Requests() {
		if request.Action == action {
			n++
		}
	}
	return n
}

func TestBulkQuota(t *testing.T) {
	t.Parallel()
	small := cdntest.WithQuota(cdntest.Quota{Domains: 50, RefreshUrls: 2500, RefreshDirs: 3, PreloadUrls: 150, BlockUrls: 10})
	urls := bulkPaths(4000, bulkDomains(3))
	t.Run("too small", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer(small)
			tests := map[string]struct {
				all    bulkFunc
				remain int
			}{
				"RefreshObjectCaches": {refreshAll, 2500},
				"PushObjectCache":     {preloadAll, 150},
				"BlockObjectCaches":   {blockAll, 10},
			}
			for action, test := range tests {
				result, err := test.all(t.Context(), server.Client(), urls, alicdn.BulkOptions{OnOutcome: func(types.BulkOutcome) { t.Error("nothing has begun") }})
				require.ErrorIs(t, err, alicdn.ErrQuota)
				quota, ok := errors.AsType[*alicdn.QuotaError](err)
				require.True(t, ok)
				assert.Equal(t, alicdn.QuotaError{Action: action, Need: 4000, Remain: test.remain}, *quota)
				assert.Nil(t, result)
				assert.Zero(t, countActions(server, action))
			}
			_, err := server.Client().RefreshAll(t.Context(), &types.RefreshObjectCachesRequest{ObjectType: types.ObjectTypeDirectory},
				slices.Values([]string{"www0.example.com/a/", "www0.example.com/b/", "www0.example.com/c/", "www0.example.com/d/"}), alicdn.BulkOptions{})
			require.EqualError(t, err, "alicdn: RefreshObjectCaches: quota exceeded: 4 needed, 3 left today")
		})
	})
	t.Run("only what is to be sent counts", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer(small)
			paths := func(yield func(string) bool) {
				for range 2 {
					for path := range bulkPaths(2500, bulkDomains(3)) {
						if !yield(path) || !yield(".wild/"+path) {
							return
						}
					}
				}
			}
			result, err := server.Client().RefreshAll(t.Context(), nil, paths, alicdn.BulkOptions{Deduplicate: true})
			require.NoError(t, err)
			assert.Equal(t, 2500, result.Total)
			assert.Equal(t, 2500, result.Submitted)
			assert.Equal(t, 2500, result.Duplicates)
			assert.Equal(t, 5000, result.Refused)
		})
	})
	t.Run("partial", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer(small)
			outcomes := map[string]types.BulkOutcome{}
			walks := 0
			once := func(yield func(string) bool) {
				walks++
				urls(yield)
			}
			result, err := server.Client().RefreshAll(t.Context(), nil, once, alicdn.BulkOptions{Partial: true, OnOutcome: outcomesOf(t, outcomes)})
			require.NoError(t, err)
			assert.Equal(t, 2500, result.Submitted)
			assert.Equal(t, 1500, result.NotSent)
			assert.Equal(t, 1, walks)
			assert.Len(t, appliedPaths(t, server, "RefreshObjectCaches", 1000), 2500, "all of the quota is used")
			for path := range urls {
				if numberOf(t, path) < 2500 {
					require.Equal(t, types.BulkSubmitted, outcomes[path].State)
				} else {
					require.Equal(t, types.BulkNotSent, outcomes[path].State)
					require.ErrorIs(t, outcomes[path].Err, alicdn.ErrQuota)
				}
			}
		})
	})
	t.Run("partial, and refusals cost nothing", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer(cdntest.WithQuota(cdntest.Quota{Domains: 50, RefreshUrls: 5000}))
			paths := func(yield func(string) bool) {
				bulkPaths(3000, []string{"a.example.org"})(yield)
				bulkPaths(5001, bulkDomains(1))(yield)
			}
			result, err := server.Client().RefreshAll(t.Context(), nil, paths, alicdn.BulkOptions{Partial: true, Workers: 1})
			require.NoError(t, err)
			assert.Equal(t, 3000, result.Refused)
			assert.Equal(t, 5000, result.Submitted)
			assert.Equal(t, 1, result.NotSent)
			assert.Equal(t, 6, result.Calls, "one refusal of a domain is enough")
		})
	})
	t.Run("used up by others", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer()
			server.Script("RefreshObjectCaches", cdntest.Pass(), cdntest.Fail(types.QuotaExceededRefresh))
			outcomes := map[string]types.BulkOutcome{}
			result, err := server.Client().RefreshAll(t.Context(), nil, urls, alicdn.BulkOptions{Workers: 1, OnOutcome: outcomesOf(t, outcomes)})
			require.ErrorIs(t, err, alicdn.ErrQuota)
			assert.True(t, alicdn.IsCode(err, types.QuotaExceededRefresh))
			assert.Equal(t, 1000, result.Submitted)
			assert.Equal(t, 3000, result.NotSent)
			assert.Len(t, outcomes, 4000)
			assert.Equal(t, 2, countActions(server, "RefreshObjectCaches"))
		})
	})
	t.Run("not told", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer()
			server.Script("DescribeRefreshQuota", cdntest.JSON(`{}`))
			result, err := server.Client().RefreshAll(t.Context(), nil, urls, alicdn.BulkOptions{})
			require.NoError(t, err)
			assert.Equal(t, 4000, result.Submitted)
			assert.Zero(t, result.Total)
		})
	})
	t.Run("not to be had", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer()
			server.Script("DescribeRefreshQuota", cdntest.Fail(types.OperationDenied))
			result, err := server.Client().RefreshAll(t.Context(), nil, urls, alicdn.BulkOptions{})
			require.ErrorIs(t, err, alicdn.ErrForbidden)
			assert.Nil(t, result)
		})
	})
}

func TestBulkRefusesOnlyWhatIsBad(t *testing.T) {
	t.Parallel()
	long := "http://www1.example.com/" + strings.Repeat("x", 1100)
	t.Run("a path", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer()
			paths := slices.Insert(slices.Collect(bulkPaths(999, bulkDomains(1))), 321, long)
			outcomes := map[string]types.BulkOutcome{}
			result, err := server.Client().RefreshAll(t.Context(), nil, slices.Values(paths), alicdn.BulkOptions{OnOutcome: outcomesOf(t, outcomes)})
			require.NoError(t, err)
			assert.Equal(t, 999, result.Submitted)
			assert.Equal(t, 1, result.Refused)
			assert.True(t, alicdn.IsCode(outcomes[long].Err, types.InvalidObjectPathMalformed))
			assert.Equal(t, []types.BulkOutcome{outcomes[long]}, result.Refusals)
			assert.LessOrEqual(t, result.Calls, 21, "halved ten times")
		})
	})
	t.Run("a domain", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer()
			domains := append(bulkDomains(20), "a.example.org", "www20.example.org")
			result, err := server.Client().RefreshAll(t.Context(), nil, bulkPaths(22000, domains), alicdn.BulkOptions{Workers: 1})
			require.NoError(t, err)
			assert.Equal(t, 20000, result.Submitted)
			assert.Equal(t, 2000, result.Refused)
			assert.LessOrEqual(t, result.Calls, 30, "one refusal is enough")
		})
	})
	t.Run("one domain among few URLs of many", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer()
			domains := slices.Insert(bulkDomains(9), 4, "a.example.org")
			result, err := server.Client().RefreshAll(t.Context(), nil, bulkPaths(100, domains), alicdn.BulkOptions{})
			require.NoError(t, err)
			assert.Equal(t, 90, result.Submitted)
			assert.Equal(t, 10, result.Refused)
			assert.LessOrEqual(t, result.Calls, 9, "halved four times")
		})
	})
	t.Run("the account", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer()
			server.Script("RefreshObjectCaches", cdntest.Times(1, cdntest.Fail(types.ForbiddenRAM))...)
			result, err := server.Client().RefreshAll(t.Context(), nil, bulkPaths(5000, bulkDomains(2)), alicdn.BulkOptions{Workers: 1})
			require.ErrorIs(t, err, alicdn.ErrForbidden)
			assert.Equal(t, 5000, result.NotSent)
			assert.Equal(t, 1, result.Calls)
		})
	})
}

func TestBulkWaits(t *testing.T) {
	t.Parallel()
	codes := []types.ErrorCode{
		types.ThrottlingUser, types.FlowControlError, types.ServiceBusy, types.QuotaPerMinuteExceededRefresh, types.PreloadQueueFull,
	}
	for _, code := range codes {
		t.Run(string(code), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := bulkServer()
				server.Script("PushObjectCache", cdntest.Times(24, cdntest.Fail(code))...)
				begin := time.Now()
				result, err := server.Client().PreloadAll(t.Context(), nil, bulkPaths(100, bulkDomains(1)), alicdn.BulkOptions{})
				require.NoError(t, err)
				assert.Equal(t, 100, result.Submitted)
				assert.Greater(t, time.Since(begin), 20*time.Second)
				assert.Equal(t, 25, countActions(server, "PushObjectCache"))
			})
		})
		t.Run(string(code)+" as long as ctx allows", func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := bulkServer()
				server.Script("PushObjectCache", cdntest.Times(10000, cdntest.Fail(code))...)
				ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
				defer cancel()
				begin := time.Now()
				result, err := server.Client().PreloadAll(ctx, nil, bulkPaths(800, bulkDomains(1)), alicdn.BulkOptions{})
				require.ErrorIs(t, err, context.DeadlineExceeded)
				assert.Equal(t, 10*time.Minute, time.Since(begin))
				assert.Equal(t, 800, result.NotSent, "nothing is in doubt")
			})
		})
	}
}

func TestBulkAfterALostAnswer(t *testing.T) {
	t.Parallel()
	urls := bulkPaths(500, bulkDomains(5))
	tests := []struct {
		name    string
		answers []cdntest.Answer
		calls   int
	}{
		{"that was carried out", []cdntest.Answer{cdntest.ResetAfter()}, 1},
		{"that was cut off", []cdntest.Answer{cdntest.Truncate()}, 1},
		{"that was not", []cdntest.Answer{cdntest.Reset()}, 2},
		{"again and again", []cdntest.Answer{cdntest.Reset(), cdntest.BadGateway(), cdntest.InternalError(), cdntest.ResetAfter()}, 4},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := bulkServer()
				client := server.Client()
				_, err := client.RefreshAll(t.Context(), nil, urls, alicdn.BulkOptions{}) // an older task of each
				require.NoError(t, err)
				server.ResetRequests()
				time.Sleep(3 * time.Second) // tasks are told apart by the second of their creation
				server.Script("RefreshObjectCaches", test.answers...)
				result, err := client.RefreshAll(t.Context(), nil, urls, alicdn.BulkOptions{})
				require.NoError(t, err)
				assert.Equal(t, 500, result.Submitted)
				assert.Equal(t, test.calls, result.Calls)
				for path, times := range appliedPaths(t, server, "RefreshObjectCaches", 1000) {
					assert.Equal(t, 1, times, path)
				}
			})
		})
	}
	t.Run("without permission to look", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer()
			server.Script("RefreshObjectCaches", cdntest.ResetAfter())
			server.Script("DescribeRefreshTasks", cdntest.Times(100, cdntest.Fail(types.ForbiddenRAM))...)
			result, err := server.Client().RefreshAll(t.Context(), nil, urls, alicdn.BulkOptions{})
			require.NoError(t, err)
			assert.Equal(t, 500, result.Submitted)
			assert.Equal(t, 2, server.Applied("RefreshObjectCaches"), "once more does no harm")
		})
	})
	t.Run("with patience that ends", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer()
			server.Script("RefreshObjectCaches", cdntest.Times(1000, cdntest.BadGateway())...)
			result, err := server.Client().RefreshAll(t.Context(), nil, bulkPaths(20000, bulkDomains(2)), alicdn.BulkOptions{Workers: 2})
			require.ErrorIs(t, err, alicdn.ErrUnavailable)
			assert.Equal(t, 2000, result.Unknown)
			assert.Equal(t, 18000, result.NotSent)
			assert.LessOrEqual(t, result.Calls, 40)
		})
	})
}

func TestBulkEndsWithCtx(t *testing.T) {
	t.Parallel()
	const n = 10000
	for _, after := range []time.Duration{0, time.Second, 3 * time.Second} {
		t.Run(after.String(), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := bulkServer(cdntest.WithFaults(cdntest.Faults{Latency: 1, ResetAfter: 0.1, Throttle: 0.1}))
				ctx, cancel := context.WithTimeout(t.Context(), after)
				defer cancel()
				begin, taken := time.Now(), 0
				outcomes := map[string]types.BulkOutcome{}
				paths := func(yield func(string) bool) {
					for path := range bulkPaths(n, bulkDomains(20)) {
						taken++
						if !yield(path) {
							return
						}
					}
				}
				result, err := server.Client().PreloadAll(ctx, nil, paths, alicdn.BulkOptions{Partial: true, OnOutcome: outcomesOf(t, outcomes)})
				require.ErrorIs(t, err, context.DeadlineExceeded)
				assert.Equal(t, after, time.Since(begin), "at once")
				if after == 0 {
					assert.Zero(t, server.Applied("PushObjectCache"))
					return
				}
				assert.Len(t, outcomes, taken)
				assert.Equal(t, taken, result.Submitted+result.NotSent+result.Unknown)
				assert.LessOrEqual(t, result.Unknown, 8*100, "no more than was on its way")
				assert.Positive(t, result.Submitted)
				applied := appliedPaths(t, server, "PushObjectCache", 100)
				for path, o := range outcomes {
					switch o.State {
					case types.BulkSubmitted:
						require.Equal(t, 1, applied[path])
					case types.BulkNotSent:
						require.Zero(t, applied[path])
					default:
						require.Equal(t, types.BulkUnknown, o.State)
						require.ErrorIs(t, o.Err, context.DeadlineExceeded)
					}
				}
			})
		})
	}
}

// A sequence that panics, for which a web server recovers, leaves nothing
// behind that still submits.
func TestBulkEndsWithItsSequence(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := bulkServer()
		server.Script("PushObjectCache", cdntest.Times(1000, cdntest.Fail(types.ServiceBusy))...)
		begin, told := time.Now(), 0
		paths := func(yield func(string) bool) {
			for path := range bulkPaths(300, bulkDomains(1)) {
				yield(path)
			}
			time.Sleep(10 * time.Second)
			panic("broken")
		}
		opts := alicdn.BulkOptions{Partial: true, OnOutcome: func(o types.BulkOutcome) {
			told++
			assert.Equal(t, types.BulkNotSent, o.State)
			assert.ErrorIs(t, o.Err, context.Canceled)
		}}
		assert.PanicsWithValue(t, "broken", func() { _, _ = server.Client().PreloadAll(t.Context(), nil, paths, opts) })
		assert.Equal(t, 10*time.Second, time.Since(begin))
		assert.Equal(t, 300, told)
		calls := len(server.Requests())
		time.Sleep(time.Hour)
		assert.Len(t, server.Requests(), calls)
	})
}

// TestBulkResumes ends calls in their middle, until one comes to the end. None
// of the URLs is sent twice, not even those whose answers were on their way.
func TestBulkResumes(t *testing.T) {
	t.Parallel()
	const n = 10000
	synctest.Test(t, func(t *testing.T) {
		server := bulkServer(cdntest.WithFaults(cdntest.Faults{Latency: 1, ResetAfter: 0.05}))
		path := filepath.Join(t.TempDir(), "journal")
		var (
			result        *types.BulkResult
			runs, unknown int
		)
		for err := context.DeadlineExceeded; err != nil; runs++ {
			ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
			journal := openJournal(t, path)
			result, err = server.Client().PreloadAll(ctx, nil, bulkPaths(n, bulkDomains(20)), alicdn.BulkOptions{Journal: journal})
			cancel()
			if err != nil {
				require.ErrorIs(t, err, context.DeadlineExceeded)
			}
			require.NotNil(t, result)
			require.Less(t, runs, 100)
			unknown += result.Unknown
			crash(t, journal, 97*(runs%4))
			require.NoError(t, journal.Close())
		}
		assert.Greater(t, runs, 3)
		assert.Positive(t, unknown)
		assert.Equal(t, n, result.Submitted+result.Resumed)
		applied := appliedPaths(t, server, "PushObjectCache", 100)
		assert.Len(t, applied, n, "nothing is lost")
		for path, times := range applied {
			require.Equal(t, 1, times, path)
		}
		t.Logf("%d runs, %d URLs with an unknown end meanwhile", runs, unknown)
	})
}

// crash cuts the end of a journal off, as if it had not been written, but not
// what was written before the last calls.
func crash(t *testing.T, journal *os.File, cut int) {
	t.Helper()
	text, err := os.ReadFile(journal.Name())
	require.NoError(t, err)
	last := strings.LastIndex(string(text), `{"State":"sending"`)
	last += strings.IndexByte(string(text[last:]), '\n') + 1
	require.NoError(t, journal.Truncate(int64(max(last, len(text)-cut))))
}

func TestBulkJournal(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := bulkServer()
		client, path := server.Client(), filepath.Join(t.TempDir(), "journal")
		urls := slices.Values([]string{"www0.example.com/a", "ftp://www0.example.com/\xffb", "www1.example.com/c\td", "www7.example.org/e"})
		_, err := client.RefreshAll(t.Context(), nil, urls, alicdn.BulkOptions{Journal: openJournal(t, path)})
		require.NoError(t, err)
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		lines := strings.Split(strings.TrimSpace(string(text)), "\n")
		require.Len(t, lines, 8)
		assert.JSONEq(t, `{"Journal":"RefreshObjectCaches file"}`, lines[0])
		assert.Contains(t, string(text), `{"State":"submitted","ObjectPath":"www0.example.com/a","TaskId":`)
		assert.Contains(t, string(text), `{"State":"refused","ObjectPath":"www1.example.com/c\td","Reason":`)
		assert.Contains(t, string(text), `InvalidDomain.NotFound`)

		result, err := client.RefreshAll(t.Context(), nil, urls, alicdn.BulkOptions{Journal: openJournal(t, path)})
		require.NoError(t, err)
		assert.Equal(t, 1, result.Resumed)
		assert.Len(t, result.TaskIds, 1, "that of the journal")

		_, err = client.PreloadAll(t.Context(), nil, urls, alicdn.BulkOptions{Journal: openJournal(t, path)})
		require.ErrorIs(t, err, alicdn.ErrInvalid)
		require.EqualError(t, err, "alicdn: PushObjectCache: parameter Journal is not the journal of such a call")

		result, err = client.RefreshAll(t.Context(), nil, bulkPaths(5000, bulkDomains(1)), alicdn.BulkOptions{Journal: &fullDisk{}, Workers: 1})
		require.ErrorIs(t, err, io.ErrShortWrite)
		assert.Equal(t, 5000, result.NotSent)
		assert.Zero(t, result.Calls, "nothing is sent that is not kept")
	})
}

// fullDisk is a journal with room for its first line.
type fullDisk struct{ lines int }

func (*fullDisk) Read([]byte) (int, error) { return 0, io.EOF }

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.lines++; d.lines > 1 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

func TestBulkRefusesWrongInput(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := bulkServer()
		client, ctx := server.Client(), t.Context()
		one := slices.Values([]string{"www0.example.com/a"})
		errs := map[string]error{}
		_, errs["ObjectPath is required"] = client.RefreshAll(ctx, nil, nil, alicdn.BulkOptions{})
		_, errs["ObjectPath is given twice, in the request too"] = client.PreloadAll(ctx, &types.PushObjectCacheRequest{ObjectPath: []string{"x"}}, one, alicdn.BulkOptions{})
		_, errs["Workers is negative"] = client.RefreshAll(ctx, nil, one, alicdn.BulkOptions{Workers: -1})
		_, errs["Maxage is 5; at least 600 allowed"] = client.BlockAll(ctx, &types.BlockObjectCachesRequest{Maxage: 5}, one, alicdn.BulkOptions{})
		for text, err := range errs {
			require.ErrorIs(t, err, alicdn.ErrInvalid)
			require.ErrorContains(t, err, text)
		}
		assert.Empty(t, server.Requests())
	})
}

func TestBulkReadsLines(t *testing.T) {
	t.Parallel()
	const text = "\ufeffHTTP://WWW0.Example.com/a#top\r\n\n  www1.example.com  \r\n\t\nwww2.example.com/b?c=d/#e\nwww2.example.com/b?c=d/"
	t.Run("of a file", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer()
			var readErr error
			result, err := server.Client().RefreshAll(t.Context(), nil, alicdn.Lines(strings.NewReader(text), &readErr), alicdn.BulkOptions{Deduplicate: true})
			require.NoError(t, err)
			require.NoError(t, readErr)
			assert.Equal(t, 3, result.Total)
			assert.Equal(t, 1, result.Duplicates)
			assert.Equal(t, map[string]int{"http://www0.example.com/a": 1, "www1.example.com/": 1, "www2.example.com/b?c=d/": 1}, sent(server, "RefreshObjectCaches"))
		})
	})
	t.Run("of a pipe", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer()
			var readErr error
			pipe := func() iter.Seq[string] { return alicdn.Lines(io.MultiReader(strings.NewReader(text)), &readErr) }
			result, err := server.Client().RefreshAll(t.Context(), nil, pipe(), alicdn.BulkOptions{})
			require.EqualError(t, err, "alicdn: RefreshAll: the sequence did not yield the same paths when it was ranged over once more")
			require.EqualError(t, readErr, "cannot be read twice")
			assert.Zero(t, result.Submitted)

			result, err = server.Client().RefreshAll(t.Context(), nil, pipe(), alicdn.BulkOptions{Partial: true})
			require.NoError(t, err)
			require.NoError(t, readErr)
			assert.Equal(t, 4, result.Submitted)
		})
	})
	t.Run("that are too long", func(t *testing.T) {
		t.Parallel()
		synctest.Test(t, func(t *testing.T) {
			server := bulkServer()
			var readErr error
			lines := alicdn.Lines(strings.NewReader("www0.example.com/a\n"+strings.Repeat("x", 1<<17)), &readErr)
			result, err := server.Client().RefreshAll(t.Context(), nil, lines, alicdn.BulkOptions{})
			require.NoError(t, err)
			require.ErrorIs(t, readErr, bufio.ErrTooLong)
			assert.Equal(t, 1, result.Submitted)
		})
	})
}

// sent returns how often each path was sent.
func sent(server *cdntest.Server, action string) map[string]int {
	paths := map[string]int{}
	for _, request := range server.Requests() {
		if request.Action == action {
			for path := range strings.SplitSeq(request.Params.Get("ObjectPath"), "\n") {
				paths[path]++
			}
		}
	}
	return paths
}

func TestBulkKindsOfPaths(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := bulkServer()
		client, ctx := server.Client(), t.Context()
		refresh := func(kind types.ObjectType, n int) *types.BulkResult {
			paths := func(yield func(string) bool) {
				for path := range bulkPaths(n, bulkDomains(4)) {
					if kind == types.ObjectTypeDirectory {
						path += "/"
					}
					if !yield(path) {
						return
					}
				}
			}
			result, err := client.RefreshAll(ctx, &types.RefreshObjectCachesRequest{ObjectType: kind}, paths, alicdn.BulkOptions{})
			require.NoError(t, err, kind)
			assert.Equal(t, n, result.Submitted, kind)
			return result
		}
		assert.Equal(t, 3, refresh(types.ObjectTypeDirectory, 250).Calls, "100 a call")
		assert.Equal(t, 5, refresh(types.ObjectTypeRegex, 5).Calls, "1 a call")
		assert.Equal(t, 2, refresh(types.ObjectTypeIgnoreParams, 2000).Calls)
		assert.Equal(t, 2, refresh(types.ObjectTypeFile, 2000).Calls)
		for _, request := range server.Requests() {
			if request.Action == "RefreshObjectCaches" {
				assert.NotEmpty(t, request.Params.Get("ObjectType"))
			}
		}

		result, err := client.PreloadAll(ctx, &types.PushObjectCacheRequest{Area: types.PreloadAreaOverseas}, bulkPaths(450, bulkDomains(2)), alicdn.BulkOptions{})
		require.NoError(t, err)
		assert.Equal(t, 5, result.Calls)
		result, err = client.BlockAll(ctx, &types.BlockObjectCachesRequest{Type: types.BlockTypeUnblock}, bulkPaths(1500, bulkDomains(2)), alicdn.BulkOptions{})
		require.NoError(t, err)
		assert.Equal(t, 2, result.Calls)
		assert.Zero(t, result.Total, "the quota was not looked at")
		last := server.Requests()[len(server.Requests())-1]
		assert.Equal(t, "unblock", last.Params.Get("Type"))
	})
}

func TestBulkTellsItsProgress(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := bulkServer()
		var last types.BulkProgress
		steps := 0
		result, err := server.Client().PreloadAll(t.Context(), nil, bulkPaths(2000, bulkDomains(3)), alicdn.BulkOptions{OnProgress: func(p types.BulkProgress) {
			assert.Equal(t, 2000, p.Total)
			assert.Greater(t, p.Submitted, last.Submitted)
			assert.GreaterOrEqual(t, p.Elapsed, last.Elapsed)
			last = p
			steps++
		}})
		require.NoError(t, err)
		assert.Equal(t, result.BulkProgress, last)
		assert.Equal(t, result.Calls, steps)
	})
}
