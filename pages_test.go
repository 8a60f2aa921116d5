package alicdn_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"reflect"
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

// domainNames are n names of domains.
func domainNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("d%03d.example.com", i)
	}
	return names
}

// quick makes all that happens to domains happen at once.
func quick() cdntest.Option {
	return cdntest.WithDurations(cdntest.Durations{Refresh: time.Minute})
}

func manyDomains() cdntest.Option {
	return cdntest.WithQuota(cdntest.Quota{Domains: 1000, RefreshUrls: 10000})
}

// Each action that is asked for a page has an iterator of the same form.
func TestEveryPagedActionHasAnIterator(t *testing.T) {
	t.Parallel()
	client := reflect.TypeFor[*alicdn.Client]()
	var found []string
	for method := range client.Methods() {
		if method.Type.NumIn() != 4 || method.Type.NumOut() != 2 || method.Type.In(2).Kind() != reflect.Pointer {
			continue
		}
		request := method.Type.In(2)
		_, byNumber := request.Elem().FieldByName("PageNumber")
		_, byToken := request.Elem().FieldByName("NextToken")
		if !byNumber && !byToken {
			continue
		}
		found = append(found, method.Name)
		walk, ok := client.MethodByName(method.Name + "Iter")
		require.True(t, ok, "%sIter", method.Name)
		assert.Equal(t, request, walk.Type.In(2))
		assert.Equal(t, reflect.TypeFor[[]alicdn.CallOption](), walk.Type.In(3))
		require.Equal(t, 1, walk.Type.NumOut())
		assert.True(t, strings.HasPrefix(walk.Type.Out(0).String(), "iter.Seq2[github.com/alicdn/alicdn-go/types."), walk.Type.Out(0))
	}
	assert.ElementsMatch(t, []string{
		"DescribeUserDomains", "DescribeCdnDomainLogs", "DescribeRefreshTasks",
		"DescribeUserUsageDataExportTask", "DescribeUserUsageDetailDataExportTask",
		"ListTagResources",
		"DescribeCdnHttpsDomainList", "DescribeCdnSSLCertificateList",
		"DescribeCdnDeletedDomains", "DescribeCdnUserDomainsByFunc",
		"DescribeDomainPathData", "DescribeDomainCcActivityLog",
	}, found)
}

func TestDescribeUserDomainsIter(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithoutSocket(), manyDomains(), cdntest.WithDomains(domainNames(120)...))
	client := server.Client()

	all := client.DescribeUserDomainsIter(t.Context(), nil)
	assert.Empty(t, server.Requests(), "nothing before the first step")
	for range 2 {
		domains, err := alicdn.Collect(all, 0)
		require.NoError(t, err)
		require.Len(t, domains, 120)
		assert.Equal(t, types.DomainStatusOnline, domains[0].DomainStatus)
	}
	assert.Equal(t, []string{"1/50", "2/50", "3/50", "1/50", "2/50", "3/50"}, pagesAsked(server))

	// From a page on, with filters, and a request that stays as it is.
	server.ResetRequests()
	req := &types.DescribeUserDomainsRequest{PageNumber: 2, PageSize: 7, DomainName: "d00", DomainSearchType: types.DomainSearchTypePreMatch}
	before := *req
	domains, err := alicdn.Collect(client.DescribeUserDomainsIter(t.Context(), req), 0)
	require.NoError(t, err)
	assert.Len(t, domains, 3)
	assert.Equal(t, before, *req)
	assert.Equal(t, []string{"2/7"}, pagesAsked(server))

	// What is not needed is not fetched.
	server.ResetRequests()
	domains, err = alicdn.Collect(all, 50)
	require.NoError(t, err)
	assert.Len(t, domains, 50)
	assert.Equal(t, []string{"1/50"}, pagesAsked(server))
	for range all {
		break
	}
	assert.Len(t, server.Requests(), 2)

	// A request that is changed afterwards.
	changed := client.DescribeUserDomainsIter(t.Context(), req)
	req.PageSize = 1000
	domains, err = alicdn.Collect(changed, 0)
	require.NoError(t, err)
	assert.Len(t, domains, 3)
}

// pagesAsked are the pages and sizes that were asked for.
func pagesAsked(server *cdntest.Server) []string {
	var asked []string
	for _, request := range server.Requests() {
		asked = append(asked, request.Params.Get("PageNumber")+"/"+request.Params.Get("PageSize"))
	}
	return asked
}

func TestIteratorsOfTasksLogsAndExports(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDomains(www))
		client := server.Client()
		start, end := types.Time{Time: time.Now().AddDate(0, 0, -2)}, types.Time{Time: time.Now().AddDate(0, 0, -1)}
		for range 60 {
			_, err := client.CreateUserUsageDataExportTask(t.Context(), &types.CreateUserUsageDataExportTaskRequest{StartTime: start, EndTime: end, Type: types.ExportTypeFlow})
			require.NoError(t, err)
			_, err = client.CreateUsageDetailDataExportTask(t.Context(), &types.CreateUsageDetailDataExportTaskRequest{StartTime: start, EndTime: end, Type: types.ExportTypeVas})
			require.NoError(t, err)
		}
		_, err := client.RefreshObjectCaches(t.Context(), &types.RefreshObjectCachesRequest{ObjectPath: paths(www, 130)})
		require.NoError(t, err)
		server.ResetRequests()

		tasks, err := alicdn.Collect(client.DescribeRefreshTasksIter(t.Context(), nil), 0)
		require.NoError(t, err)
		assert.Equal(t, paths(www, 130), pathsOf(tasks))
		exports, err := alicdn.Collect(client.DescribeUserUsageDataExportTaskIter(t.Context(), nil), 0)
		require.NoError(t, err)
		assert.Len(t, exports, 60)
		exports, err = alicdn.Collect(client.DescribeUserUsageDetailDataExportTaskIter(t.Context(), nil), 0)
		require.NoError(t, err)
		assert.Len(t, exports, 60)
		files, err := alicdn.Collect(client.DescribeCdnDomainLogsIter(t.Context(), &types.DescribeCdnDomainLogsRequest{
			DomainName: www, PageSize: 10, StartTime: start, EndTime: end,
		}), 0)
		require.NoError(t, err)
		require.Len(t, files, 24)
		for i, file := range files {
			assert.Equal(t, www, file.DomainName)
			assert.Equal(t, start.UTC().Add(time.Duration(i)*time.Hour), file.StartTime.Time)
			assert.NotEmpty(t, file.LogPath)
		}
		assert.Equal(t, []string{"1/50", "2/50", "3/50", "1/50", "2/50", "1/50", "2/50", "1/10", "2/10", "3/10"}, pagesAsked(server))

		_, err = alicdn.Collect(client.DescribeCdnDomainLogsIter(t.Context(), nil), 0)
		require.ErrorIs(t, err, alicdn.ErrInvalid, "a nil request is an empty one")
	})
}

func TestIteratorsOfDomainsByFunctionAndOfDeletedOnes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const many = 23
		var names []string
		for i := range many {
			names = append(names, fmt.Sprintf("d%02d.example.com", i))
		}
		server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDomains(append(names, www)...))
		client := server.Client()
		functions, err := alicdn.FunctionsOf(types.SetReqHostHeader{DomainName: "origin.example.com"})
		require.NoError(t, err)
		_, err = client.BatchSetCdnDomainConfig(t.Context(), &types.BatchSetCdnDomainConfigRequest{DomainNames: names, Functions: functions})
		require.NoError(t, err)
		time.Sleep(time.Minute) // the domains are configured
		server.ResetRequests()

		set, err := alicdn.Collect(client.DescribeCdnUserDomainsByFuncIter(t.Context(), &types.DescribeCdnUserDomainsByFuncRequest{
			FuncId: 18, PageSize: 10,
		}), 0)
		require.NoError(t, err)
		var found []string
		for _, domain := range set {
			found = append(found, domain.DomainName)
		}
		assert.ElementsMatch(t, names, found)
		assert.Equal(t, []string{"1/10", "2/10", "3/10"}, pagesAsked(server))

		for _, name := range names {
			_, err := client.DeleteCdnDomain(t.Context(), &types.DeleteCdnDomainRequest{DomainName: name}, alicdn.WithAttempts(20))
			require.NoError(t, err)
		}
		time.Sleep(time.Minute) // they are gone
		server.ResetRequests()
		deleted, err := alicdn.Collect(client.DescribeCdnDeletedDomainsIter(t.Context(), &types.DescribeCdnDeletedDomainsRequest{PageSize: 10}), 0)
		require.NoError(t, err)
		found = nil
		for _, domain := range deleted {
			found = append(found, domain.DomainName)
		}
		assert.ElementsMatch(t, names, found)
		assert.Equal(t, []string{"1/10", "2/10", "3/10"}, pagesAsked(server))
	})
}

// The records by path and those of rate limiting are the same in pages of any size.
func TestIteratorsOfPathsAndRateLimiting(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDomains(www))
		client := server.Client()
		end := types.UTC(time.Now())
		start := types.UTC(end.Add(-16 * time.Hour))
		records := func(size int) []types.DomainPathUsageData {
			all, err := alicdn.Collect(client.DescribeDomainPathDataIter(t.Context(), &types.DescribeDomainPathDataRequest{
				DomainName: www, StartTime: start, EndTime: end, PageSize: size,
			}), 0)
			require.NoError(t, err)
			return all
		}
		all := records(0)
		require.Len(t, all, 16*12*7)
		assert.Equal(t, []string{"1/1000", "2/1000"}, pagesAsked(server))
		assert.Equal(t, all, records(300))

		server.ResetRequests()
		activity := func(size int) []types.ActivityLog {
			all, err := alicdn.Collect(client.DescribeDomainCcActivityLogIter(t.Context(), &types.DescribeDomainCcActivityLogRequest{
				StartTime: types.UTC(end.Add(-time.Hour)), EndTime: end, PageSize: size,
			}), 0)
			require.NoError(t, err)
			return all
		}
		log := activity(0)
		require.Greater(t, len(log), 100)
		assert.Equal(t, []string{"1/100", "2/100"}, pagesAsked(server)[:2])
		assert.Equal(t, log, activity(33))
	})
}

func TestIteratorEndsWithOneError(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithoutSocket(), manyDomains(), cdntest.WithDomains(domainNames(120)...))
	client := server.Client()
	server.Script("DescribeUserDomains", cdntest.Pass(), cdntest.FailAs(403, "Forbidden.RAM", "no"))
	var domains, errs int
	for domain, err := range client.DescribeUserDomainsIter(t.Context(), nil) {
		if err != nil {
			require.ErrorIs(t, err, alicdn.ErrForbidden)
			assert.Zero(t, domain)
			errs++
			continue // whoever does not stop by himself
		}
		assert.Zero(t, errs)
		domains++
	}
	assert.Equal(t, 50, domains)
	assert.Equal(t, 1, errs)

	server.Script("DescribeUserDomains", cdntest.Pass(), cdntest.FailAs(403, "Forbidden.RAM", "no"))
	found, err := alicdn.Collect(client.DescribeUserDomainsIter(t.Context(), nil), 0)
	require.ErrorIs(t, err, alicdn.ErrForbidden)
	assert.Len(t, found, 50, "what came before the error is not lost")

	_, err = alicdn.Collect(client.DescribeUserDomainsIter(t.Context(), &types.DescribeUserDomainsRequest{PageNumber: -1}), 0)
	require.ErrorIs(t, err, alicdn.ErrInvalid)

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var seen int
	for _, err = range client.DescribeUserDomainsIter(ctx, nil) {
		if seen++; seen == 10 {
			cancel()
		}
	}
	require.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, 51, seen, "the page that is there, then the error")
}

// Deleting each domain as it comes is what naive paging gets wrong: it skips
// every other page.
func TestDomainsAreDeletedAsTheyCome(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithoutSocket(), quick(), manyDomains(), cdntest.WithDomains(domainNames(230)...))
	client := server.Client()
	var deleted []string
	for domain, err := range client.DescribeUserDomainsIter(t.Context(), &types.DescribeUserDomainsRequest{PageSize: 20}) {
		require.NoError(t, err)
		_, err = client.DeleteCdnDomain(t.Context(), &types.DeleteCdnDomainRequest{DomainName: domain.DomainName})
		require.NoError(t, err)
		deleted = append(deleted, domain.DomainName)
	}
	slices.Sort(deleted)
	assert.Equal(t, domainNames(230), deleted, "each once")
	t.Logf("%d calls for 12 pages", server.Applied("DescribeUserDomains"))
}

// Domains are listed youngest first: each new one pushes the others on.
func TestDomainsAreAddedMeanwhile(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithoutSocket(), quick(), manyDomains(), cdntest.WithDomains(domainNames(100)...))
	client := server.Client()
	var seen []string
	for domain, err := range client.DescribeUserDomainsIter(t.Context(), &types.DescribeUserDomainsRequest{PageSize: 20}) {
		require.NoError(t, err)
		if seen = append(seen, domain.DomainName); len(seen)%5 == 0 && len(seen) <= 100 {
			addDomain(t, client, fmt.Sprintf("new%d.example.com", len(seen)))
		}
	}
	assert.Subset(t, seen, domainNames(100), "all that were there")
	unique := slices.Compact(slices.Sorted(slices.Values(seen)))
	assert.Len(t, seen, len(unique), "none twice")
}

func TestListTagResourcesIter(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithoutSocket(), manyDomains(), cdntest.WithDomains(domainNames(100)...))
	client := server.Client()
	want := []string{}
	for _, some := range [][]string{domainNames(50), domainNames(100)[50:]} {
		_, err := client.TagResources(t.Context(), &types.TagResourcesRequest{
			ResourceType: types.ResourceTypeDomain, ResourceId: some, Tag: types.Tags{{Key: "env", Value: "prod"}, {Key: "team", Value: "web"}},
		})
		require.NoError(t, err)
		for _, name := range some {
			want = append(want, name+" env", name+" team")
		}
	}
	server.ResetRequests()
	req := &types.ListTagResourcesRequest{ResourceType: types.ResourceTypeDomain, Tag: types.Tags{{Key: "env"}}}
	all := client.ListTagResourcesIter(t.Context(), req)
	assert.Empty(t, server.Requests(), "nothing before the first step")
	var got []string
	for tag, err := range all {
		require.NoError(t, err)
		got = append(got, tag.ResourceId+" "+tag.TagKey)
	}
	assert.Equal(t, want, got)
	assert.Len(t, server.Requests(), 4, "pages of 50")
	assert.Empty(t, req.NextToken, "the request stays as it is")

	// From a page on.
	first, err := client.ListTagResources(t.Context(), req)
	require.NoError(t, err)
	rest := *req
	rest.NextToken = first.NextToken
	tags, err := alicdn.Collect(client.ListTagResourcesIter(t.Context(), &rest), 0)
	require.NoError(t, err)
	assert.Len(t, tags, len(want)-len(first.TagResources))

	// A nil request is an empty one.
	_, err = alicdn.Collect(client.ListTagResourcesIter(t.Context(), nil), 0)
	require.ErrorIs(t, err, alicdn.ErrInvalid)

	// An option that fixes the page does not hold it for ever.
	server.ResetRequests()
	_, err = alicdn.Collect(client.ListTagResourcesIter(t.Context(), req, alicdn.WithParam("NextToken", first.NextToken)), 0)
	require.ErrorContains(t, err, "names itself or one before it as the next")
	assert.Len(t, server.Requests(), 2)
}

// A service that is wrong about its pages does not hold an iterator for ever.
func TestPagesThatLie(t *testing.T) {
	t.Parallel()
	page := func(total string) cdntest.Answer {
		return cdntest.JSON(`{"PageNumber":1,"PageSize":2,"TotalCount":` + total + `,"Domains":{"PageData":[{"DomainName":"a"},{"DomainName":"b"}]}}`)
	}
	empty := cdntest.JSON(`{"PageNumber":9,"PageSize":2,"TotalCount":"1000000","Domains":{}}`)
	for name, tt := range map[string]struct {
		answers []cdntest.Answer
		calls   int
		fails   bool
	}{
		"the same page for ever":         {cdntest.Times(1000, page("1000000")), 12, true},
		"the same page, growing":         {[]cdntest.Answer{page("3"), page("5"), page("7"), empty}, 4, false},
		"the same page, without a total": {cdntest.Times(1000, page("0")), 12, true},
		"more than there is":             {[]cdntest.Answer{page("1000000"), empty}, 2, false},
		"less than there is":             {[]cdntest.Answer{page("1"), empty}, 2, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := cdntest.NewServer(cdntest.WithoutSocket())
			server.Script("DescribeUserDomains", tt.answers...)
			domains, err := alicdn.Collect(server.Client().DescribeUserDomainsIter(t.Context(), nil), 0)
			assert.Len(t, domains, 2)
			assert.Len(t, server.Requests(), tt.calls)
			if tt.fails {
				require.ErrorContains(t, err, "alicdn: DescribeUserDomains: page 12 and those before it hold nothing new")
			} else {
				require.NoError(t, err)
			}
		})
	}

	// Nor does an option that fixes the page.
	server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDomains(domainNames(30)...))
	domains, err := alicdn.Collect(server.Client().DescribeUserDomainsIter(t.Context(),
		&types.DescribeUserDomainsRequest{PageSize: 10}, alicdn.WithParam("PageNumber", "1")), 0)
	require.NoError(t, err)
	assert.Len(t, domains, 10)
	assert.Len(t, server.Requests(), 3)
}

func TestCollect(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	var steps int
	seq := iter.Seq2[int, error](func(yield func(int, error) bool) {
		for i := range 5 {
			steps++
			if !yield(i, nil) {
				return
			}
		}
		yield(0, broken)
	})
	for _, tt := range []struct {
		max, steps int
		want       []int
		err        error
	}{
		{2, 2, []int{0, 1}, nil},
		{5, 5, []int{0, 1, 2, 3, 4}, nil},
		{6, 5, []int{0, 1, 2, 3, 4}, broken},
		{0, 5, []int{0, 1, 2, 3, 4}, broken},
		{-1, 5, []int{0, 1, 2, 3, 4}, broken},
	} {
		steps = 0
		got, err := alicdn.Collect(seq, tt.max)
		assert.Equal(t, tt.want, got)
		assert.Equal(t, tt.err, err)
		assert.Equal(t, tt.steps, steps)
	}
}
