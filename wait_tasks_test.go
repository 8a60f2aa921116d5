package alicdn_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
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

func setFunctions(t *testing.T, client *alicdn.Client, domainName string, functions ...types.FunctionName) {
	t.Helper()
	req := &types.BatchSetCdnDomainConfigRequest{DomainNames: []string{domainName}}
	for _, name := range functions {
		req.Functions = append(req.Functions, types.Function{
			FunctionName: name, FunctionArgs: []types.FunctionArg{{ArgName: "enable", ArgValue: "on"}},
		})
	}
	_, err := client.BatchSetCdnDomainConfig(t.Context(), req)
	require.NoError(t, err)
}

func TestWaitUntilFunctionsAreInEffect(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains(www))
		client := server.Client()
		setFunctions(t, client, www, types.FunctionRange, types.FunctionGzip)
		var seen updates
		started := time.Now()
		configs, err := client.WaitForDomainConfigs(t.Context(), www, []types.FunctionName{types.FunctionGzip, types.FunctionRange}, seen.options())
		require.NoError(t, err)
		assert.GreaterOrEqual(t, time.Since(started), 3*time.Minute)
		assert.LessOrEqual(t, time.Since(started), 3*time.Minute+30*time.Second)
		assert.Equal(t, []string{www, "gzip", "range"}, seen[0].Remaining)
		assert.Equal(t, []string{"configuring", "online"}, seen.states())
		require.Len(t, configs, 2)
		for _, config := range configs {
			assert.Equal(t, types.DomainConfigStatusSuccess, config.Status)
		}
		t.Logf("in effect after %v and %d polls", time.Since(started), len(seen))

		// All functions; what is done already is asked for twice.
		started = time.Now()
		configs, err = client.WaitForDomainConfigs(t.Context(), www, nil, alicdn.WaitOptions{})
		require.NoError(t, err)
		assert.Equal(t, 3*time.Second, time.Since(started))
		assert.Len(t, configs, 2)

		// What is there from before the change does not end the wait.
		setFunctions(t, client, www, types.FunctionRange)
		server.Script("DescribeCdnDomainDetail", cdntest.JSON(`{"DomainName":"www.example.com","DomainStatus":"online"}`))
		server.Script("DescribeCdnDomainConfigs", cdntest.JSON(`{"DomainConfigs":{"DomainConfig":[{"FunctionName":"range","Status":"success"}]}}`))
		started = time.Now()
		_, err = client.WaitForDomainConfigs(t.Context(), www, []types.FunctionName{types.FunctionRange}, alicdn.WaitOptions{})
		require.NoError(t, err)
		assert.GreaterOrEqual(t, time.Since(started), 3*time.Minute)

		// A function that nobody set.
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		_, err = client.WaitForDomainConfigs(ctx, www, []types.FunctionName{types.FunctionRange, types.FunctionTesla}, alicdn.WaitOptions{})
		failed := requireWaitError(t, err)
		assert.Equal(t, context.DeadlineExceeded, failed.Err)
		assert.Equal(t, []string{"tesla"}, failed.Remaining)
		assert.Equal(t, "not listed", failed.State)
	})
}

func TestWaitForFunctionsOfAStoppedDomain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		client := slowServer(cdntest.WithDomains(www)).Client()
		_, err := client.StopCdnDomain(t.Context(), &types.StopCdnDomainRequest{DomainName: www})
		require.NoError(t, err)
		_, err = client.WaitForDomainStatus(t.Context(), www, types.DomainStatusOffline, alicdn.WaitOptions{})
		require.NoError(t, err)
		setFunctions(t, client, www, types.FunctionRange)
		started := time.Now()
		_, err = client.WaitForDomainConfigs(t.Context(), www, nil, alicdn.WaitOptions{})
		require.NoError(t, err)
		assert.GreaterOrEqual(t, time.Since(started), 3*time.Minute)
	})
}

func TestWaitEndsAtOnceWhereAFunctionFailed(t *testing.T) {
	t.Parallel()
	const name = "config-failed.example.com"
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains(name))
		client := server.Client()
		setFunctions(t, client, name, types.FunctionRange, types.FunctionGzip)
		configs, err := client.WaitForDomainConfigs(t.Context(), name, []types.FunctionName{types.FunctionRange}, alicdn.WaitOptions{})
		failed := requireWaitError(t, err)
		assert.Equal(t, []string{"range"}, failed.Failed, "only what was asked for")
		assert.Equal(t, "failed", failed.State)
		require.NoError(t, failed.Err)
		require.Len(t, configs, 1)
		assert.Equal(t, types.DomainConfigStatusFailed, configs[0].Status)

		_, err = client.WaitForDomainConfigs(t.Context(), name, nil, alicdn.WaitOptions{})
		assert.Equal(t, []string{"gzip", "range"}, requireWaitError(t, err).Failed)

		// One of several records, and the domain itself.
		server.Script("DescribeCdnDomainConfigs", cdntest.JSON(`{"DomainConfigs":[
			{"FunctionName":"a","Status":"failed"},{"FunctionName":"a","Status":"success"},{"FunctionName":"a","Status":"testing"},
			{"FunctionName":"b","Status":"success"},{"FunctionName":"b","Status":"testing"},{"FunctionName":"b","Status":"success"}]}`))
		server.Script("DescribeCdnDomainDetail", cdntest.JSON(`{"DomainName":"d","DomainStatus":"configure_failed"}`))
		_, err = client.WaitForDomainConfigs(t.Context(), name, nil, alicdn.WaitOptions{})
		failed = requireWaitError(t, err)
		assert.Equal(t, []string{name, "a"}, failed.Failed)
		assert.Equal(t, []string{"b"}, failed.Remaining)
	})
}

// paths are n URLs of a domain.
func paths(domain string, n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("http://%s/%d.png", domain, i)
	}
	return all
}

func TestWaitForRefreshPreloadAndBlock(t *testing.T) {
	t.Parallel()
	domains := []string{"a.example.com", "b.example.com", "c.example.com"}
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains(domains...))
		client := server.Client()
		var urls []string
		for _, domain := range domains {
			urls = append(urls, paths(domain, 120)...)
		}
		refresh, err := client.RefreshObjectCaches(t.Context(), &types.RefreshObjectCachesRequest{ObjectPath: urls})
		require.NoError(t, err)
		require.Equal(t, 2, strings.Count(string(refresh.RefreshTaskId), ","), "one task for each domain")
		preload, err := client.PushObjectCache(t.Context(), &types.PushObjectCacheRequest{ObjectPath: paths(domains[0], 3)})
		require.NoError(t, err)
		block, err := client.BlockObjectCaches(t.Context(), &types.BlockObjectCachesRequest{ObjectPath: paths(domains[1], 2), Type: types.BlockTypeBlock})
		require.NoError(t, err)
		ids := []string{string(refresh.RefreshTaskId), string(preload.PushTaskId), string(block.BlockTaskId), string(preload.PushTaskId)}

		server.Script("DescribeRefreshTaskById", cdntest.JSON(`{"Tasks":[],"TotalCount":0}`)) // not listed yet, here
		server.Script("DescribeRefreshTasks", cdntest.Times(5, cdntest.JSON(`{"Tasks":{},"TotalCount":0}`))...)
		var seen updates
		started := time.Now()
		tasks, err := client.WaitForRefreshTasks(t.Context(), ids, seen.options())
		require.NoError(t, err)
		assert.GreaterOrEqual(t, time.Since(started), 30*time.Minute)
		assert.LessOrEqual(t, time.Since(started), 30*time.Minute+30*time.Second)

		require.Len(t, tasks, 3*120+3+2, "an entry for each URL")
		assert.Equal(t, urls[:120], pathsOf(tasks[:120]), "in the order of the IDs")
		for _, task := range tasks {
			assert.Equal(t, types.TaskStatusComplete, task.Status)
		}
		var remaining []int
		for _, update := range seen {
			remaining = append(remaining, len(update.Remaining))
		}
		assert.Equal(t, []int{5, 1, 0}, slices.Compact(remaining), "refreshes and the block end after 5 minutes, the preload after 30")
		assert.Equal(t, []string{"", "Pending", "Refreshing", "Complete"}, seen.states())

		calls := len(server.Requests())
		assert.Equal(t, 3+5+len(seen), calls, "a poll is one call, however many URLs there are")
		assert.Equal(t, ids[3], server.Requests()[calls-1].Params.Get("TaskId"), "complete tasks are not asked for again")
		t.Logf("complete after %v, %d polls and %d calls", time.Since(started), len(seen), calls)
	})
}

// pathsOf are the paths of tasks, sorted by their length and letters.
func pathsOf(tasks []types.CDNTask) []string {
	all := make([]string, len(tasks))
	for i, task := range slices.Backward(tasks) {
		all[len(tasks)-1-i] = task.ObjectPath
	}
	return all
}

func TestWaitEndsAtOnceWhereATaskFailed(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains("a.example.com", "b.example.com", "c.example.com"))
		client := server.Client()
		urls := slices.Concat(paths("a.example.com", 70), paths("b.example.com", 1), paths("c.example.com", 1))
		urls[3] += "?fail-refresh" // listed last
		refresh, err := client.RefreshObjectCaches(t.Context(), &types.RefreshObjectCachesRequest{ObjectPath: urls})
		require.NoError(t, err)
		ids := strings.Split(string(refresh.RefreshTaskId), ",")
		preload, err := client.PushObjectCache(t.Context(), &types.PushObjectCacheRequest{ObjectPath: paths("c.example.com", 1)})
		require.NoError(t, err)
		ids = append(ids, string(preload.PushTaskId))

		tasks, err := client.WaitForRefreshTasks(t.Context(), []string{ids[1], ids[0], ids[3], ids[2]}, alicdn.WaitOptions{})
		failed := requireWaitError(t, err)
		require.NoError(t, failed.Err)
		assert.Equal(t, ids[:1], failed.Failed)
		assert.Equal(t, ids[3:], failed.Remaining, "what to go on with, which a task that was seen to be complete is not")
		assert.Equal(t, "Failed", failed.State)
		assert.LessOrEqual(t, failed.Elapsed, 5*time.Minute+30*time.Second)
		var bad []types.CDNTask
		for _, task := range tasks {
			if task.Status == types.TaskStatusFailed {
				bad = append(bad, task)
			}
		}
		require.Len(t, bad, 1)
		assert.Equal(t, urls[3], bad[0].ObjectPath)
		assert.Equal(t, "Internal Error", bad[0].Description)

		_, err = client.WaitForRefreshTasks(t.Context(), failed.Remaining, alicdn.WaitOptions{})
		require.NoError(t, err)

		for _, status := range []string{"Timeout", "Canceled"} {
			server.Script("DescribeRefreshTaskById", cdntest.JSON(`{"Tasks":[{"TaskId":"7","Status":"`+status+`"}],"TotalCount":1}`))
			_, err = client.WaitForRefreshTasks(t.Context(), []string{"7"}, alicdn.WaitOptions{})
			assert.Equal(t, status, requireWaitError(t, err).State)
		}
		_, err = client.WaitForRefreshTasks(t.Context(), []string{"x"}, alicdn.WaitOptions{})
		require.ErrorIs(t, err, alicdn.ErrInvalid)
		assert.Equal(t, 1, requireWaitError(t, err).Polls)
	})
}

// asked returns the actions that were called, each with its task.
func asked(server *cdntest.Server) []string {
	var calls []string
	for _, r := range server.Requests() {
		calls = append(calls, r.Action+" "+r.Params.Get("TaskId"))
	}
	return calls
}

// tasksAre is an answer with tasks, given by ID and status in turn.
func tasksAre(pairs ...string) cdntest.Answer {
	var tasks []string
	for i := 0; i < len(pairs); i += 2 {
		tasks = append(tasks, fmt.Sprintf(`{"TaskId":%q,"Status":%q}`, pairs[i], pairs[i+1]))
	}
	return cdntest.JSON(fmt.Sprintf(`{"Tasks":[%s],"TotalCount":%d}`, strings.Join(tasks, ","), len(tasks)))
}

// numbers are IDs, the first to the last.
func numbers(first, last int) string {
	var all []string
	for i := first; i <= last; i++ {
		all = append(all, strconv.Itoa(i))
	}
	return strings.Join(all, ",")
}

// statuses gives tasks the same status.
func statuses(status string, first, last int) []string {
	var pairs []string
	for i := first; i <= last; i++ {
		pairs = append(pairs, strconv.Itoa(i), status)
	}
	return pairs
}

// What a poll has found before it fails is not asked for again.
func TestWaitForTasksGoesOnWhereItWasInterrupted(t *testing.T) {
	t.Parallel()
	const byId = "DescribeRefreshTaskById "
	synctest.Test(t, func(t *testing.T) {
		server := slowServer()
		client := server.Client(alicdn.WithRetry(alicdn.RetryPolicy{MaxAttempts: 1}))
		server.Script("DescribeRefreshTaskById",
			tasksAre(append(statuses("Complete", 1, 9), "10", "Refreshing")...), cdntest.Unavailable(),
			tasksAre(append(statuses("Complete", 10, 12), statuses("Refreshing", 13, 19)...)...),
			tasksAre(statuses("Complete", 20, 25)...), cdntest.Unavailable(), tasksAre(statuses("Complete", 13, 19)...))
		tasks, err := client.WaitForRefreshTasks(t.Context(), []string{numbers(1, 12), numbers(13, 25)}, alicdn.WaitOptions{})
		require.NoError(t, err)
		assert.Len(t, tasks, 25)
		assert.Equal(t, []string{
			byId + numbers(1, 10), byId + numbers(11, 20),
			byId + numbers(10, 19), byId + numbers(20, 25),
			byId + numbers(13, 19),
			byId + numbers(13, 19),
		}, asked(server))
	})
}

// Where the service refuses or does not know DescribeRefreshTaskById, what
// DescribeRefreshTasks says counts, and the other is not asked again.
func TestWaitForTasksWithoutTheirIDs(t *testing.T) {
	t.Parallel()
	const list = "DescribeRefreshTasks "
	for name, answer := range map[string]cdntest.Answer{
		"not known":       cdntest.FailAs(404, types.InvalidActionNotFound, "Specified api is not found."),
		"not allowed":     cdntest.Fail(types.ForbiddenRAM),
		"IDs not allowed": cdntest.Fail(types.InvalidTime),
		"not readable":    cdntest.JSON(`{"Tasks":5}`),
		"not all of them": cdntest.JSON(`{"Tasks":[{"TaskId":"1","Status":"Complete"},{"TaskId":"2","Status":"Complete"}],"TotalCount":3}`),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer()
				client := server.Client()
				server.Script("DescribeRefreshTaskById", answer)
				server.Script("DescribeRefreshTasks", slices.Concat(
					[]cdntest.Answer{tasksAre("1", "Complete"), tasksAre("2", "Refreshing")}, cdntest.Times(3, cdntest.Unavailable()),
					[]cdntest.Answer{tasksAre("2", "Complete"), tasksAre("3", "Complete")})...)
				tasks, err := client.WaitForRefreshTasks(t.Context(), []string{"1,2", "3"}, alicdn.WaitOptions{})
				require.NoError(t, err)
				assert.Len(t, tasks, 3)
				assert.Equal(t, []string{
					"DescribeRefreshTaskById 1,2,3", list + "1", list + "2", list + "3", list + "3", list + "3", list + "2", list + "3",
				}, asked(server))
			})
		})
	}
}

// A task of many URLs that DescribeRefreshTaskById does not know is followed
// page by page, as far as it is of use; the others are not.
func TestWaitForATaskThatIsOnlyListed(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains("a.example.com"))
		client := server.Client()
		block, err := client.BlockObjectCaches(t.Context(), &types.BlockObjectCachesRequest{ObjectPath: paths("a.example.com", 120)})
		require.NoError(t, err)
		server.Script("DescribeRefreshTaskById", tasksAre("1", "Refreshing"), tasksAre("1", "Refreshing"), tasksAre("1", "Complete"))
		tasks, err := client.WaitForRefreshTasks(t.Context(), []string{string(block.BlockTaskId), "1"}, alicdn.WaitOptions{})
		require.NoError(t, err)
		assert.Len(t, tasks, 121)
		calls, listed := asked(server)[1:], "DescribeRefreshTasks "+string(block.BlockTaskId)
		assert.Equal(t, []string{
			"DescribeRefreshTaskById " + string(block.BlockTaskId) + ",1", listed,
			"DescribeRefreshTaskById 1", listed,
			"DescribeRefreshTaskById 1", listed, // the first page, while it runs
		}, calls[:6])
		assert.Equal(t, []string{listed}, slices.Compact(calls[6:]))
		assert.Equal(t, "3", server.Requests()[len(calls)].Params.Get("PageNumber"), "all pages once it is complete")
	})
}

// An ID that DescribeRefreshTaskById passes over and DescribeRefreshTasks refuses
// would be waited for in vain.
func TestWaitForATaskThatIsRefused(t *testing.T) {
	t.Parallel()
	for name, code := range map[string]types.ErrorCode{"malformed": types.InvalidTaskIdMalformed, "too old": types.InvalidTime} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer()
				server.Script("DescribeRefreshTaskById", cdntest.Times(1000, tasksAre("1", "Complete"))...)
				server.Script("DescribeRefreshTasks", cdntest.Times(1000, cdntest.Fail(code))...)
				ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
				defer cancel()
				tasks, err := server.Client().WaitForRefreshTasks(ctx, []string{"x", "1"}, alicdn.WaitOptions{})
				require.ErrorIs(t, err, alicdn.ErrInvalid)
				failed := requireWaitError(t, err)
				assert.Equal(t, 1, failed.Polls)
				assert.Len(t, tasks, 1, "what was seen of the others")
			})
		})
	}
}

// A task that is not listed for a moment is returned as it was last seen.
func TestWaitForATaskThatDisappears(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer()
		server.Script("DescribeRefreshTaskById", append([]cdntest.Answer{tasksAre("1", "Refreshing")}, cdntest.Times(1000, tasksAre())...)...)
		server.Script("DescribeRefreshTasks", cdntest.Times(1000, tasksAre())...)
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		tasks, err := server.Client().WaitForRefreshTasks(ctx, []string{"1"}, alicdn.WaitOptions{})
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.Len(t, tasks, 1)
		assert.Equal(t, types.TaskStatusRefreshing, tasks[0].Status)
	})
}

// What does not stay does not let DescribeRefreshTasks be asked, and what stays
// with both is the end.
func TestWaitForTasksThatNobodyTellsOf(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer()
		client := server.Client()
		server.Script("DescribeRefreshTaskById", append(cdntest.Times(7, cdntest.Throttle()), tasksAre("1", "Complete"))...)
		_, err := client.WaitForRefreshTasks(t.Context(), []string{"1"}, alicdn.WaitOptions{})
		require.NoError(t, err)
		assert.NotContains(t, asked(server), "DescribeRefreshTasks 1")

		server.Script("DescribeRefreshTaskById", tasksAre(), tasksAre(), tasksAre("1", "Complete"))
		server.Script("DescribeRefreshTasks", cdntest.Times(2, cdntest.Fail(types.ForbiddenRAM))...)
		_, err = client.WaitForRefreshTasks(t.Context(), []string{"1"}, alicdn.WaitOptions{})
		require.NoError(t, err, "a task that is not there yet, for somebody who may not list tasks")

		server.Script("DescribeRefreshTaskById", cdntest.Fail(types.ForbiddenRAM))
		server.Script("DescribeRefreshTasks", cdntest.Fail(types.ForbiddenRAM))
		_, err = client.WaitForRefreshTasks(t.Context(), []string{"1"}, alicdn.WaitOptions{})
		require.ErrorIs(t, err, alicdn.ErrForbidden)
		assert.Equal(t, 1, requireWaitError(t, err).Polls)
	})
}

func TestWaitForExports(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		client := slowServer(cdntest.WithDomains(www)).Client()
		start, end := types.Time{Time: time.Now().AddDate(0, 0, -2)}, types.Time{Time: time.Now().AddDate(0, 0, -1)}
		usage, err := client.CreateUserUsageDataExportTask(t.Context(), &types.CreateUserUsageDataExportTaskRequest{
			StartTime: start, EndTime: end, Type: types.ExportTypeFlow, TaskName: "usage",
		})
		require.NoError(t, err)
		for range 60 { // on another page
			_, err := client.CreateUserUsageDataExportTask(t.Context(), &types.CreateUserUsageDataExportTaskRequest{
				StartTime: start, EndTime: end, Type: types.ExportTypeFlow,
			})
			require.NoError(t, err)
		}
		detail, err := client.CreateUsageDetailDataExportTask(t.Context(), &types.CreateUsageDetailDataExportTaskRequest{
			StartTime: start, EndTime: end, Type: types.ExportTypeFlow, TaskName: "detail",
		})
		require.NoError(t, err)

		var seen updates
		task, err := client.WaitForUsageDataExport(t.Context(), string(usage.TaskId), seen.options())
		require.NoError(t, err)
		assert.Equal(t, "usage", task.TaskName)
		assert.NotEmpty(t, task.DownloadUrl)
		assert.GreaterOrEqual(t, seen[len(seen)-1].Elapsed, 5*time.Minute)
		assert.Equal(t, []string{"Created", "Success"}, seen.states())

		task, err = client.WaitForUsageDetailDataExport(t.Context(), string(detail.TaskId), alicdn.WaitOptions{})
		require.NoError(t, err)
		assert.Equal(t, "detail", task.TaskName)
		assert.NotEmpty(t, task.DownloadUrl)
	})
}

func TestWaitForExportsOfTodaysService(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer()
		client := server.Client()
		const action = "DescribeUserUsageDetailDataExportTask"
		says := func(status, address string) cdntest.Answer {
			return cdntest.JSON(fmt.Sprintf(`{"UsageDataPerPage":{"PageNumber":1,"PageSize":50,"TotalCount":2,"Data":{"DataItem":[
				{"TaskId":"8","Status":"failed"},{"TaskId":"7","Status":%q,"DownloadUrl":%q}]}}}`, status, address))
		}
		server.Script(action, cdntest.Pass(), says("created", ""), says("success", ""), says("success", "https://example.com/f"))
		var seen updates
		task, err := client.WaitForUsageDetailDataExport(t.Context(), "7", seen.options())
		require.NoError(t, err)
		assert.Equal(t, "https://example.com/f", task.DownloadUrl)
		assert.Equal(t, []string{"not listed", "created", "success"}, seen.states())
		assert.Len(t, seen, 4, "without an address it is not ready")

		server.Script(action, says("created", ""), says("failed", ""))
		task, err = client.WaitForUsageDetailDataExport(t.Context(), "7", alicdn.WaitOptions{})
		failed := requireWaitError(t, err)
		assert.Equal(t, []string{"7"}, failed.Failed)
		require.NoError(t, failed.Err)
		assert.Equal(t, "failed", task.Status)

		server.Script(action, cdntest.FailAs(403, "Forbidden.RAM", "no"))
		task, err = client.WaitForUsageDetailDataExport(t.Context(), "7", alicdn.WaitOptions{})
		require.ErrorIs(t, err, alicdn.ErrForbidden)
		assert.Nil(t, task)
	})
}
