package alicdn_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// slowly are durations as the real service has them.
func slowly() cdntest.Option {
	return cdntest.WithDurations(cdntest.Durations{
		Add: 15 * time.Minute, Stop: time.Minute, Start: 2 * time.Minute, Delete: 4 * time.Minute,
		Configure: 3 * time.Minute, Refresh: 5 * time.Minute, Preload: 30 * time.Minute,
	})
}

// slowServer returns a server for a bubble, in which time is simulated and no
// goroutine may be left at the end.
func slowServer(opts ...cdntest.Option) *cdntest.Server {
	return cdntest.NewServer(append([]cdntest.Option{cdntest.WithoutSocket(), slowly()}, opts...)...)
}

// faultsOfAllKinds makes that share of all calls fail, in seven ways.
func faultsOfAllKinds(share float64) cdntest.Faults {
	each := share / 7
	return cdntest.Faults{
		Throttle: each, ServiceBusy: each, InternalError: each, BadGateway: each, Reset: each, ResetAfter: each, Truncate: each,
		Latency: 0.5,
	}
}

func addDomain(t *testing.T, client *alicdn.Client, name string) {
	t.Helper()
	_, err := client.AddCdnDomain(t.Context(), &types.AddCdnDomainRequest{
		DomainName: name, CdnType: types.CdnTypeWeb,
		Sources: types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.com"}},
	})
	require.NoError(t, err)
}

// updates keeps what a wait tells.
type updates []alicdn.WaitUpdate

func (u *updates) options() alicdn.WaitOptions {
	return alicdn.WaitOptions{OnUpdate: func(update alicdn.WaitUpdate) { *u = append(*u, update) }}
}

// states are the states of the updates, without repetitions.
func (u *updates) states() []string {
	var states []string
	for _, update := range *u {
		states = append(states, update.State)
	}
	return slices.Compact(states)
}

func requireWaitError(t *testing.T, err error) *alicdn.WaitError {
	t.Helper()
	failed, ok := errors.AsType[*alicdn.WaitError](err)
	require.True(t, ok, "%v", err)
	return failed
}

const (
	www    = "www.example.com"
	online = types.DomainStatusOnline
)

func TestWaitUntilADomainIsOnline(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		client := slowServer().Client()
		addDomain(t, client, www)
		var seen updates
		started := time.Now()
		domain, err := client.WaitForDomainStatus(t.Context(), www, online, seen.options())
		require.NoError(t, err)
		assert.Equal(t, online, domain.DomainStatus)
		took := time.Since(started)
		assert.GreaterOrEqual(t, took, 15*time.Minute)
		assert.LessOrEqual(t, took, 15*time.Minute+30*time.Second)
		assert.Less(t, len(seen), 50)
		assert.Equal(t, []string{"checking", "configuring", "online"}, seen.states())
		assert.Equal(t, []string{www}, seen[0].Remaining)
		assert.Equal(t, 5*time.Second, seen[0].Next)
		assert.Equal(t, alicdn.WaitUpdate{
			What: "domain www.example.com to be online", State: "online", Elapsed: took, Polls: len(seen),
		}, seen[len(seen)-1])
		t.Logf("online after %v and %d polls", took, len(seen))
	})
}

func TestWaitIntervalsAreTheCallers(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer()
		client := server.Client()
		for _, tt := range []struct {
			opts     alicdn.WaitOptions
			min, max time.Duration
		}{
			{alicdn.WaitOptions{MinInterval: time.Second, MaxInterval: 2 * time.Second}, time.Second, 2 * time.Second},
			{alicdn.WaitOptions{MinInterval: time.Minute}, time.Minute, time.Minute},
			{alicdn.WaitOptions{MaxInterval: time.Second}, time.Second, time.Second},
			{alicdn.WaitOptions{MinInterval: -1, MaxInterval: -1}, 5 * time.Second, 30 * time.Second},
		} {
			name := fmt.Sprintf("d%d.example.com", time.Now().Unix())
			addDomain(t, client, name)
			server.ResetRequests()
			_, err := client.WaitForDomainStatus(t.Context(), name, online, tt.opts)
			require.NoError(t, err)
			polls := server.Requests()
			for i := range len(polls) - 1 {
				pause := polls[i+1].Time.Sub(polls[i].Time)
				assert.GreaterOrEqual(t, pause, tt.min)
				assert.LessOrEqual(t, pause, tt.max)
			}
		}
	})
}

func TestWaitEndsAtOnceWhereADomainFailed(t *testing.T) {
	t.Parallel()
	for label, status := range map[string]string{"check-failed": "check_failed", "configure-failed": "configure_failed"} {
		t.Run(label, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer()
				client := server.Client()
				name := label + ".example.com"
				addDomain(t, client, name)
				server.ResetRequests()
				domain, err := client.WaitForDomainStatus(t.Context(), name, online, alicdn.WaitOptions{})
				failed := requireWaitError(t, err)
				assert.Equal(t, status, failed.State)
				assert.Equal(t, []string{name}, failed.Failed)
				assert.Empty(t, failed.Remaining)
				require.NoError(t, failed.Err, "nothing but the state ended it")
				assert.Len(t, server.Requests(), failed.Polls, "no poll after it")
				assert.LessOrEqual(t, failed.Elapsed, 15*time.Minute+30*time.Second)
				assert.Equal(t, status, string(domain.DomainStatus), "what was found is returned")
				assert.Equal(t, fmt.Sprintf("alicdn: wait for domain %s to be online: failed: %[1]s (state %s, %d polls in %v)",
					name, status, failed.Polls, failed.Elapsed.Round(time.Millisecond)), err.Error())

				started := time.Now()
				_, err = client.WaitForDomainStatus(t.Context(), name, online, alicdn.WaitOptions{})
				require.Error(t, err)
				assert.Zero(t, time.Since(started), "a domain that had failed before")

				_, err = client.WaitForDomainStatus(t.Context(), name, types.DomainStatus(status), alicdn.WaitOptions{})
				require.NoError(t, err, "unless that is awaited")
				t.Logf("ended after %v and %d polls", failed.Elapsed, failed.Polls)
			})
		})
	}
}

func TestWaitEndsWithItsContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer()
		client := server.Client()
		addDomain(t, client, www)
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(7*time.Minute+time.Second, cancel)
		_, err := client.WaitForDomainStatus(ctx, www, online, alicdn.WaitOptions{})
		failed := requireWaitError(t, err)
		assert.Equal(t, 7*time.Minute+time.Second, failed.Elapsed, "in the middle of an interval")
		assert.Equal(t, context.Canceled, failed.Unwrap())
		assert.Equal(t, "configuring", failed.State)
		assert.Equal(t, []string{www}, failed.Remaining)
		assert.Empty(t, failed.Failed)
		assert.Contains(t, err.Error(), "context canceled (state configuring, remaining www.example.com, ")

		// In the middle of a poll that hangs.
		server.Script("DescribeCdnDomainDetail", cdntest.Latency(20*time.Second))
		ctx, cancel = context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		_, err = client.WaitForDomainStatus(ctx, www, online, alicdn.WaitOptions{})
		failed = requireWaitError(t, err)
		assert.Equal(t, 3*time.Second, failed.Elapsed)
		assert.Equal(t, context.DeadlineExceeded, failed.Unwrap())
		assert.Empty(t, failed.State)
		assert.Contains(t, err.Error(), "context deadline exceeded (state unknown, 1 poll in 3s)")

		// Before it begins.
		server.ResetRequests()
		_, err = client.WaitForDomainStatus(ctx, www, online, alicdn.WaitOptions{})
		assert.Equal(t, context.DeadlineExceeded, requireWaitError(t, err).Err)
		assert.Empty(t, server.Requests())

		// While the service is down.
		server.Script("DescribeCdnDomainDetail", cdntest.Times(100, cdntest.Unavailable())...)
		ctx, cancel = context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		_, err = client.WaitForDomainStatus(ctx, www, online, alicdn.WaitOptions{})
		failed = requireWaitError(t, err)
		assert.Equal(t, context.DeadlineExceeded, failed.Err)
		require.ErrorIs(t, failed.PollErr, alicdn.ErrUnavailable)
		assert.Contains(t, err.Error(), "; last poll: alicdn: DescribeCdnDomainDetail: ")
	})
}

// Polls that fail for the moment do not end the wait, even if the call's own
// repeats were of no avail.
func TestWaitOutlastsFailingPolls(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]cdntest.Answer{
		"throttled":   cdntest.Throttle(),
		"busy":        cdntest.ServiceBusy(),
		"error":       cdntest.InternalError(),
		"gateway":     cdntest.BadGateway(),
		"unavailable": cdntest.Unavailable(),
		"reset":       cdntest.Reset(),
		"lost":        cdntest.ResetAfter(),
		"truncated":   cdntest.Truncate(),
		"timeout":     cdntest.Latency(31 * time.Second),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer()
				client := server.Client()
				addDomain(t, client, www)
				server.Script("DescribeCdnDomainDetail", cdntest.Times(12, answer)...)
				var seen updates
				_, err := client.WaitForDomainStatus(t.Context(), www, online, seen.options())
				require.NoError(t, err)
				require.Error(t, seen[0].Err)
				assert.Empty(t, seen[0].State)
				assert.Positive(t, seen[0].Next)
				require.NoError(t, seen[len(seen)-1].Err)
			})
		})
	}
}

// Many waits at once on a service that fails every other call in every way.
func TestWaitsOnAServiceInTrouble(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithFaults(cdntest.Faults{
			Latency: 0.2, MaxLatency: 40 * time.Second,
			Throttle: 0.1, ServiceBusy: 0.05, InternalError: 0.05, BadGateway: 0.05, Unavailable: 0.05, Reset: 0.05, ResetAfter: 0.05, Truncate: 0.1,
		}))
		client := server.Client()
		var polls, failed atomic.Int64
		var waits sync.WaitGroup
		for i := range 40 {
			name := fmt.Sprintf("d%d.example.com", i)
			server.Script("AddCdnDomain", cdntest.Pass())
			addDomain(t, client, name)
			waits.Go(func() {
				_, err := client.WaitForDomainStatus(t.Context(), name, online, alicdn.WaitOptions{OnUpdate: func(u alicdn.WaitUpdate) {
					polls.Add(1)
					if u.Err != nil {
						failed.Add(1)
					}
				}})
				assert.NoError(t, err)
			})
		}
		started := time.Now()
		waits.Wait()
		assert.LessOrEqual(t, time.Since(started), 20*time.Minute)
		assert.Positive(t, failed.Load())
		t.Logf("40 domains online after %v; %d of %d polls failed", time.Since(started), failed.Load(), polls.Load())
	})
}

func TestWaitEndsAtErrorsThatStay(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer()
		client := server.Client()
		_, err := client.WaitForDomainStatus(t.Context(), www, online, alicdn.WaitOptions{})
		require.ErrorIs(t, err, alicdn.ErrNotFound)
		failed := requireWaitError(t, err)
		assert.Equal(t, 1, failed.Polls)
		assert.Empty(t, failed.Failed)

		addDomain(t, client, www)
		server.Script("DescribeCdnDomainDetail", cdntest.Pass(), cdntest.FailAs(403, "Forbidden.RAM", "no"))
		_, err = client.WaitForDomainStatus(t.Context(), www, online, alicdn.WaitOptions{})
		require.ErrorIs(t, err, alicdn.ErrForbidden)
		failed = requireWaitError(t, err)
		assert.Equal(t, 2, failed.Polls)
		assert.Equal(t, "checking", failed.State, "the last that was seen")
		assert.Equal(t, failed.Err, failed.PollErr)
		assert.NotContains(t, err.Error(), "last poll", "it is not said twice")

		server.Script("DescribeCdnDomainDetail", cdntest.JSON(`{"DomainStatus": [1]}`))
		_, err = client.WaitForDomainStatus(t.Context(), www, online, alicdn.WaitOptions{})
		_, ok := errors.AsType[*alicdn.DecodeError](err)
		assert.True(t, ok, "%v", err)
	})
}

// A status from before the change does not end the wait.
func TestWaitIsNotFooledByTheOldStatus(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains(www))
		client := server.Client()
		_, err := client.StopCdnDomain(t.Context(), &types.StopCdnDomainRequest{DomainName: www})
		require.NoError(t, err)
		_, err = client.WaitForDomainStatus(t.Context(), www, types.DomainStatusOffline, alicdn.WaitOptions{})
		require.NoError(t, err)
		_, err = client.StartCdnDomain(t.Context(), &types.StartCdnDomainRequest{DomainName: www})
		require.NoError(t, err)

		server.Script("DescribeCdnDomainDetail", cdntest.JSON(`{"GetDomainDetailModel":{"DomainName":"www.example.com","DomainStatus":"online"}}`))
		started := time.Now()
		_, err = client.WaitForDomainStatus(t.Context(), www, online, alicdn.WaitOptions{})
		require.NoError(t, err)
		assert.GreaterOrEqual(t, time.Since(started), 2*time.Minute)

		started = time.Now()
		_, err = client.WaitForDomainStatus(t.Context(), www, online, alicdn.WaitOptions{})
		require.NoError(t, err)
		assert.Equal(t, 5*time.Second, time.Since(started), "what is true already is asked for twice")
	})
}

func TestWaitSpellings(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer()
		client := server.Client()
		server.Script("DescribeCdnDomainDetail",
			cdntest.Times(2, cdntest.JSON(`{"DomainName":"www.example.com","DomainStatus":"checkingring"}`))...)
		_, err := client.WaitForDomainStatus(t.Context(), www, types.DomainStatusChecking, alicdn.WaitOptions{})
		require.NoError(t, err)
	})
}

func TestWaitForWhatHasNoName(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer()
		client := server.Client()
		ctx, opts := t.Context(), alicdn.WaitOptions{}
		errs := map[string]error{}
		_, errs["DescribeCdnDomainDetail DomainName"] = client.WaitForDomainStatus(ctx, "", online, opts)
		_, errs["DescribeCdnDomainDetail DomainStatus"] = client.WaitForDomainStatus(ctx, www, "", opts)
		errs["DescribeCdnDomainDetail DomainName "] = client.WaitForDomainDeleted(ctx, "", opts)
		_, errs["DescribeCdnDomainDetail DomainName  "] = client.WaitForDomainConfigs(ctx, "", nil, opts)
		_, errs["DescribeRefreshTasks TaskId"] = client.WaitForRefreshTasks(ctx, []string{"", " ,"}, opts)
		_, errs["DescribeUserUsageDataExportTask TaskId"] = client.WaitForUsageDataExport(ctx, "", opts)
		_, errs["DescribeUserUsageDetailDataExportTask TaskId"] = client.WaitForUsageDetailDataExport(ctx, "", opts)
		for name, err := range errs {
			wrong, ok := errors.AsType[*alicdn.ParamError](err)
			require.True(t, ok, "%s: %v", name, err)
			assert.Equal(t, strings.TrimSpace(name), wrong.Action+" "+wrong.Param)
			_, waited := errors.AsType[*alicdn.WaitError](err)
			assert.False(t, waited)
		}
		assert.Empty(t, server.Requests())
	})
}

func TestWaitUntilADomainIsDeleted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains(www))
		client := server.Client()
		failing := "configure-failed.example.com"
		addDomain(t, client, failing)
		_, err := client.WaitForDomainStatus(t.Context(), failing, types.DomainStatusConfigureFailed, alicdn.WaitOptions{})
		require.NoError(t, err)
		for _, name := range []string{www, failing} {
			_, err := client.DeleteCdnDomain(t.Context(), &types.DeleteCdnDomainRequest{DomainName: name})
			require.NoError(t, err)
			if name == failing { // as the service may show it for a while
				server.Script("DescribeCdnDomainDetail", cdntest.JSON(`{"DomainName":"d","DomainStatus":"configure_failed"}`))
			}
			var seen updates
			started := time.Now()
			require.NoError(t, client.WaitForDomainDeleted(t.Context(), name, seen.options()))
			assert.GreaterOrEqual(t, time.Since(started), 4*time.Minute)
			assert.LessOrEqual(t, time.Since(started), 4*time.Minute+30*time.Second)
			assert.Equal(t, []string{name}, seen[0].Remaining)
			assert.Equal(t, "deleted", seen[len(seen)-1].State)
		}
		require.NoError(t, client.WaitForDomainDeleted(t.Context(), "never.example.com", alicdn.WaitOptions{}))
	})
}

// Answers that say "not found" of something else do not mean that the domain
// is gone.
func TestWaitUntilDeletedIsNotFooled(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains(www))
		client := server.Client()
		for _, answer := range []cdntest.Answer{
			cdntest.Status(http.StatusNotFound, "text/html", "<html>"),
			cdntest.Fail(types.InvalidActionNotFound),
			cdntest.FailAs(404, "InvalidAccessKeyId.NotFound", "no"),
		} {
			server.Script("DescribeCdnDomainDetail", answer)
			requireWaitError(t, client.WaitForDomainDeleted(t.Context(), www, alicdn.WaitOptions{}))
		}
	})
}

// Every wait that is ended midway leaves nothing behind.
func TestWaitsLeaveNoGoroutines(t *testing.T) { //nolint:paralleltest // The goroutines of other tests would look like leaks.
	before := goleak.IgnoreCurrent()
	server := cdntest.NewServer(cdntest.WithDomains(www), slowly())
	transport := &http.Transport{}
	client := server.Client(alicdn.WithHTTPClient(&http.Client{Transport: transport}))
	refresh, err := client.RefreshObjectCaches(t.Context(), &types.RefreshObjectCachesRequest{ObjectPath: []string{www + "/a"}})
	require.NoError(t, err)
	export, err := client.CreateUserUsageDataExportTask(t.Context(), &types.CreateUserUsageDataExportTaskRequest{
		StartTime: types.Time{Time: time.Now().AddDate(0, 0, -2)}, EndTime: types.Time{Time: time.Now().AddDate(0, 0, -1)}, Type: types.ExportTypeFlow,
	})
	require.NoError(t, err)
	for name, wait := range map[string]func(context.Context, alicdn.WaitOptions) error{
		"status": func(ctx context.Context, opts alicdn.WaitOptions) error {
			_, err := client.WaitForDomainStatus(ctx, www, types.DomainStatusOffline, opts)
			return err
		},
		"deleted": func(ctx context.Context, opts alicdn.WaitOptions) error {
			return client.WaitForDomainDeleted(ctx, www, opts)
		},
		"configs": func(ctx context.Context, opts alicdn.WaitOptions) error {
			_, err := client.WaitForDomainConfigs(ctx, www, []types.FunctionName{types.FunctionRange}, opts)
			return err
		},
		"tasks": func(ctx context.Context, opts alicdn.WaitOptions) error {
			_, err := client.WaitForRefreshTasks(ctx, []string{string(refresh.RefreshTaskId)}, opts)
			return err
		},
		"export": func(ctx context.Context, opts alicdn.WaitOptions) error {
			_, err := client.WaitForUsageDataExport(ctx, string(export.TaskId), opts)
			return err
		},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		started := time.Now()
		err := wait(ctx, alicdn.WaitOptions{OnUpdate: func(alicdn.WaitUpdate) { cancel() }})
		require.ErrorIs(t, err, context.Canceled, name)
		requireWaitError(t, err)
		assert.Less(t, time.Since(started), time.Second, name)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = client.Account(ctx)
	require.ErrorIs(t, err, context.Canceled)
	for _, err := range client.DescribeUserDomainsIter(ctx, nil) {
		require.ErrorIs(t, err, context.Canceled)
	}
	transport.CloseIdleConnections()
	server.Close()
	goleak.VerifyNone(t, before)
}
