package cdntest_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
)

const tasks = "Tasks.CDNTask"

// urls makes the lines of n URLs of a domain.
func urls(domain string, n int) string {
	var lines strings.Builder
	for i := range n {
		fmt.Fprintf(&lines, "http://%s/img/%d.png\r\n", domain, i)
	}
	return lines.String()
}

func TestRefreshAnswersLookLikeTheSamples(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	assertShape(t, "RefreshObjectCaches", c.ok("RefreshObjectCaches", "ObjectPath", "a.example.com/1.png"))
	assertShape(t, "PushObjectCache", c.ok("PushObjectCache", "ObjectPath", "a.example.com/1.png"))
	assertShape(t, "BlockObjectCaches", c.ok("BlockObjectCaches", "ObjectPath", "a.example.com/1.png"))
	assertShape(t, "DescribeRefreshTasks", c.ok("DescribeRefreshTasks"))
	assertShape(t, "DescribeRefreshQuota", c.ok("DescribeRefreshQuota"))
	id := c.ok("RefreshObjectCaches", "ObjectPath", "a.example.com/fail-refresh.png").at("RefreshTaskId").(string)
	preload := c.ok("PushObjectCache", "ObjectPath", "a.example.com/1.png").at("PushTaskId").(string)
	c.clock.Advance(hour)
	assertShape(t, "DescribeRefreshTaskById", c.ok("DescribeRefreshTaskById", "TaskId", id))
	assertShape(t, "DescribePreloadDetailById", c.ok("DescribePreloadDetailById", "TaskId", preload))
	assertShape(t, "RefreshObjectCacheByCacheTag", c.ok("RefreshObjectCacheByCacheTag", "DomainName", "a.example.com", "CacheTag", "sale"))
}

func TestRefreshTakesItsTime(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t, cdntest.WithDurations(cdntest.Durations{Refresh: 100 * time.Second, Preload: 200 * time.Second}))
	refresh := c.ok("RefreshObjectCaches", "ObjectPath", "http://a.example.com/1.png").at("RefreshTaskId").(string)
	preload := c.ok("PushObjectCache", "ObjectPath", "https://a.example.com/2.png").at("PushTaskId").(string)
	failing := c.ok("RefreshObjectCaches", "ObjectPath", "http://a.example.com/fail-refresh.png").at("RefreshTaskId").(string)
	steps := []struct {
		after                    time.Duration
		refresh, preload, failed string
	}{
		{0, "Pending 0%", "Pending 0%", "Pending 0%"},
		{15 * time.Second, "Refreshing 15%", "Pending 0%", "Refreshing 15%"},
		{45 * time.Second, "Refreshing 60%", "Refreshing 30%", "Refreshing 50%"},
		{39 * time.Second, "Refreshing 99%", "Refreshing 49%", "Refreshing 50%"},
		{time.Second, "Complete 100%", "Refreshing 50%", "Failed 50%"},
		{100 * time.Second, "Complete 100%", "Complete 100%", "Failed 50%"},
	}
	state := func(id string) string {
		a := c.ok("DescribeRefreshTasks", "TaskId", id)
		require.Len(t, a.at(tasks), 1)
		return fmt.Sprint(a.at(tasks+".0.Status"), " ", a.at(tasks+".0.Process"))
	}
	for _, step := range steps {
		c.clock.Advance(step.after)
		assert.Equal(t, step.refresh, state(refresh))
		assert.Equal(t, step.preload, state(preload))
		assert.Equal(t, step.failed, state(failing))
	}
	assert.Equal(t, "Internal Error", c.ok("DescribeRefreshTasks", "TaskId", failing).at(tasks+".0.Description"))
	assert.Nil(t, c.ok("DescribeRefreshTasks", "TaskId", refresh).at(tasks+".0.Description"))
}

func TestWithoutDurationTasksAreCompleteAtOnce(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t, cdntest.WithDurations(cdntest.Durations{}))
	c.ok("PushObjectCache", "ObjectPath", "http://a.example.com/1.png")
	assert.Equal(t, "Complete", c.ok("DescribeRefreshTasks").at(tasks+".0.Status"))
}

func TestEachDomainOfACallHasATask(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t, cdntest.WithDomains(".wild.example.com"))
	ids := c.ok("RefreshObjectCaches", "ObjectPath",
		"http://a.example.com/1.png\nhttp://b.example.com/1.png\r\nA.example.com:8080/2.png?to=http://x/\nwww.wild.example.com/1.png").at("RefreshTaskId").(string)
	each := strings.Split(ids, ",")
	require.Len(t, each, 3)
	first := c.ok("DescribeRefreshTasks", "TaskId", each[0])
	assert.InDelta(t, 2, first.at("TotalCount"), 0)
	for i, path := range []string{"A.example.com:8080/2.png?to=http://x/", "http://a.example.com/1.png"} {
		assert.Equal(t, path, first.at(fmt.Sprintf("%s.%d.ObjectPath", tasks, i)), "as it was sent, the last first")
	}
	again := c.ok("RefreshObjectCaches", "ObjectPath", "http://a.example.com/1.png").at("RefreshTaskId")
	assert.NotContains(t, each, again)
}

func TestTasksAreFiltered(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	c.ok("RefreshObjectCaches", "ObjectPath", urls("a.example.com", 3))
	c.clock.Advance(time.Hour)
	c.ok("RefreshObjectCaches", "ObjectType", "Directory", "ObjectPath", "http://a.example.com/img/\nhttp://b.example.com/")
	c.ok("PushObjectCache", "ObjectPath", "http://b.example.com/fail-refresh")
	c.clock.Advance(time.Hour)
	c.ok("BlockObjectCaches", "Type", "unblock", "ObjectPath", "http://b.example.com/1")
	tests := []struct {
		params []string
		want   int
	}{
		{nil, 7},
		{[]string{"ObjectPath", "http://a.example.com/img/1.png"}, 1},
		{[]string{"ObjectPath", "http://a.example.com/IMG/1.png"}, 0},
		{[]string{"ObjectType", "file"}, 3},
		{[]string{"ObjectType", "Directory"}, 2},
		{[]string{"ObjectType", "directory", "DomainName", "b.example.com"}, 1},
		{[]string{"ObjectType", "directory", "DomainName", "a.example.com,b.example.com"}, 2},
		{[]string{"ObjectType", "preload", "Status", "Complete"}, 0},
		{[]string{"ObjectType", "preload", "Status", "failed"}, 1},
		{[]string{"TaskId", "1"}, 0},
		{c.between(-3*hour, -90*time.Minute), 3},
		{c.between(-90*time.Minute, hour), 4},
		{c.between(hour, 2*hour), 0},
	}
	for _, test := range tests {
		a := c.ok("DescribeRefreshTasks", test.params...)
		assert.InDelta(t, test.want, a.at("TotalCount"), 0, test.params)
		assert.Len(t, a.at(tasks), test.want, test.params)
	}
	page := c.ok("DescribeRefreshTasks", "PageSize", "3", "PageNumber", "3")
	assert.Len(t, page.at(tasks), 1)
	assert.Equal(t, "http://a.example.com/img/0.png", page.at(tasks+".0.ObjectPath"), "the newest first")
	assert.Empty(t, c.ok("DescribeRefreshTasks", "PageSize", "100", "PageNumber", "100000").at(tasks))

	c.clock.Advance(3*day - hour + time.Second)
	assert.InDelta(t, 1, c.ok("DescribeRefreshTasks").at("TotalCount"), 0, "three days are kept")
}

func TestKindsOfRefreshes(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	for kind, want := range map[string]string{
		"File": "file", "Directory": "directory", "Regex": "regex", "IgnoreParams": "IgnoreParams", "ExQuery": "IgnoreParams",
	} {
		id := c.ok("RefreshObjectCaches", "ObjectPath", "http://a.example.com/img/", "ObjectType", kind).at("RefreshTaskId").(string)
		assert.Equal(t, want, c.ok("DescribeRefreshTasks", "TaskId", id).at(tasks+".0.ObjectType"))
	}
	for kind, want := range map[string]int{"file": 1, "directory": 1, "path": 1, "regex": 1, "IgnoreParams": 2, "block": 0, "unblock": 0} {
		assert.Len(t, c.ok("DescribeRefreshTasks", "ObjectType", kind).at(tasks), want, kind)
	}
	for status, want := range map[string]int{"Pending": 1, "Timeout": 0, "Canceled": 0} {
		assert.Len(t, c.ok("DescribeRefreshTasks", "ObjectType", "regex", "Status", status).at(tasks), want, status)
	}
	quota := c.ok("DescribeRefreshQuota")
	assert.Equal(t, "9996", quota.at("UrlRemain"))
	assert.Equal(t, "99", quota.at("DirRemain"))
	c.refused(http.StatusBadRequest, "InvalidObjectPath.Size.Malformed", "RefreshObjectCaches",
		"ObjectType", "Regex", "ObjectPath", "http://a.example.com/.*png\nhttp://a.example.com/.*jpg")
}

func TestTaskQueriesAreRefused(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	bad := http.StatusBadRequest
	c.refused(bad, "InvalidTaskId.Malformed", "DescribeRefreshTasks", "TaskId", "12x")
	c.refused(bad, "MissingParameter.ObjectType", "DescribeRefreshTasks", "Status", "Complete")
	c.refused(bad, "MissingParameter.ObjectType", "DescribeRefreshTasks", "DomainName", "a.example.com")
	c.refused(bad, "MissingTimeParameter", "DescribeRefreshTasks", "StartTime", wire(c.clock.Now()))
	c.refused(bad, "InvalidEndTime.Mismatch", "DescribeRefreshTasks", c.between(0, -hour)...)
	c.refused(bad, "InvalidTime", "DescribeRefreshTasks", c.between(-4*day, 0)...)
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "DescribeRefreshTasks", "ObjectType", "file", "DomainName", "x.example.com")
}

func TestRefreshIsRefused(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t, cdntest.WithDomains("off.example.com"))
	c.ok("StopCdnDomain", "DomainName", "off.example.com")
	c.clock.Advance(time.Hour)
	c.add("new.example.com")
	tests := []struct {
		path string
		code string
		on   string // with ObjectType
	}{
		{path: "http://x.example.com/1.png", code: "InvalidDomain.NotFound"},
		{path: "http://off.example.com/1.png", code: "InvalidDomain.Offline"},
		{path: "http://new.example.com/1.png", code: "ServiceBusy"},
		{path: "http://*.example.com/1.png", code: "InvalidExtensiveDomain.ValueNotSupported"},
		{path: ".example.com/1.png", code: "InvalidExtensiveDomain.ValueNotSupported"},
		{path: "http://a.example.com", code: "InvalidObjectPath.Malformed"},
		{path: "ftp://a.example.com/1.png", code: "InvalidObjectPath.Malformed"},
		{path: "http:///1.png", code: "InvalidObjectPath.Malformed"},
		{path: "http://127.0.0.1/1.png", code: "InvalidObjectPath.Malformed"},
		{path: "http://user@a.example.com/1.png", code: "InvalidObjectPath.Malformed"},
		{path: "http://a.example.com/a b.png", code: "InvalidObjectPath.Malformed"},
		{path: "http://a.example.com/" + strings.Repeat("x", 1024), code: "InvalidObjectPath.Malformed"},
		{path: "http://a.example.com/img", code: "InvalidObjectPath.Malformed", on: "Directory"},
		{path: urls("a.example.com", 1001), code: "InvalidObjectPath.Size.Malformed"},
		{path: strings.Repeat("http://a.example.com/\n", 101), code: "InvalidObjectPath.Size.Malformed", on: "Directory"},
		{path: "http://a.example.com/1.png", code: "InvalidObjectType.ValueNotSupported", on: "Planet"},
		{path: "", code: "MissingParameter"},
		{path: " \n\r\n ", code: "MissingParameter"},
	}
	for _, test := range tests {
		params := []string{"ObjectPath", "http://a.example.com/0/\n" + test.path}
		if test.code == "MissingParameter" {
			params = []string{"ObjectPath", test.path}
		}
		if test.on != "" {
			params = append(params, "ObjectType", test.on)
		}
		a, err := c.try(http.MethodPost, "RefreshObjectCaches", params...)
		require.NoError(t, err)
		assert.Equal(t, test.code, a.code(), "%.60s %s", test.path, a.body)
	}
	assert.InDelta(t, 0, c.ok("DescribeRefreshTasks").at("TotalCount"), 0, "what is refused has changed nothing")
	assert.Equal(t, "10000", c.ok("DescribeRefreshQuota").at("UrlRemain"))
	a, err := c.try(http.MethodPost, "PushObjectCache", "ObjectPath", urls("a.example.com", 101))
	require.NoError(t, err)
	assert.Equal(t, "InvalidObjectPath.Size.Malformed", a.code())
}

func TestQuotasRunOutAndFillAtMidnightInBeijing(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t, cdntest.WithQuota(cdntest.Quota{RefreshUrls: 5, RefreshDirs: 1, PreloadUrls: 2, BlockUrls: 3}))
	c.ok("RefreshObjectCaches", "ObjectPath", urls("a.example.com", 4))
	c.refused(http.StatusBadRequest, "QuotaExceeded.Refresh", "RefreshObjectCaches", "ObjectPath", urls("b.example.com", 2))
	c.ok("RefreshObjectCaches", "ObjectPath", urls("b.example.com", 1))
	c.ok("RefreshObjectCaches", "ObjectPath", "b.example.com/", "ObjectType", "Directory")
	c.refused(http.StatusBadRequest, "QuotaExceeded.Refresh", "RefreshObjectCaches", "ObjectPath", "b.example.com/", "ObjectType", "Directory")
	c.ok("PushObjectCache", "ObjectPath", urls("b.example.com", 2))
	c.refused(http.StatusBadRequest, "QuotaExceeded.Refresh", "PushObjectCache", "ObjectPath", urls("b.example.com", 1))
	c.ok("BlockObjectCaches", "ObjectPath", urls("b.example.com", 1))

	assertQuota := func(url, dir, preload, block int) {
		t.Helper()
		a, user := c.ok("DescribeRefreshQuota"), c.ok("DescribeCdnUserQuota")
		for name, want := range map[string]int{"Url": url, "Dir": dir, "Preload": preload, "Block": block} {
			assert.Equal(t, strconv.Itoa(want), a.at(name+"Remain"), name)
		}
		assert.InDelta(t, url, user.at("RefreshUrlRemain"), 0)
		assert.InDelta(t, dir, user.at("RefreshDirRemain"), 0)
		assert.InDelta(t, preload, user.at("PreloadRemain"), 0)
		assert.InDelta(t, block, user.at("BlockRemain"), 0)
	}
	assertQuota(0, 0, 0, 2)
	c.clock.Advance(8*hour - time.Second) // 16:00 at the start
	assertQuota(0, 0, 0, 2)
	c.clock.Advance(time.Second)
	assertQuota(5, 1, 2, 3)
}

func TestTasksByTheirIDs(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t)
	ids := c.ok("RefreshObjectCaches", "ObjectPath", urls("a.example.com", 150)+urls("b.example.com", 1)).at("RefreshTaskId").(string)
	first, _, _ := strings.Cut(ids, ",")
	block := c.ok("BlockObjectCaches", "ObjectPath", "a.example.com/1.png").at("BlockTaskId").(string)
	a := c.ok("DescribeRefreshTaskById", "TaskId", ids+","+block+",1")
	assert.InDelta(t, 152, a.at("TotalCount"), 0, "all of them, on no pages")
	require.Len(t, a.at("Tasks"), 152)
	assert.Equal(t, "block", a.at("Tasks.0.ObjectType"), "the newest first")
	assert.Equal(t, c.ok("DescribeRefreshTasks", "TaskId", first, "PageSize", "1").at(tasks+".0"), a.at("Tasks.2"), "as the other action has them")

	bad := http.StatusBadRequest
	c.refused(bad, "InvalidTaskId.Malformed", "DescribeRefreshTaskById", "TaskId", "12x")
	c.refused(bad, "InvalidTaskId.Malformed", "DescribeRefreshTaskById", "TaskId", strings.Repeat("1,", 11))
	c.refused(bad, "InvalidTaskId.Malformed", "DescribePreloadDetailById", "TaskId", "1,2")
	c.refused(bad, "MissingTaskId", "DescribeRefreshTaskById")
	c.clock.Advance(3*day + time.Second)
	c.refused(bad, "InvalidTime", "DescribeRefreshTaskById", "TaskId", "1,"+block)
	assert.Empty(t, c.ok("DescribeRefreshTaskById", "TaskId", "1").at("Tasks"), "one that never was")
}

func TestDetailsOfAPreload(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t, cdntest.WithDurations(cdntest.Durations{Preload: 100 * time.Second}))
	id := c.ok("PushObjectCache", "ObjectPath", "http://a.example.com/1.png\nhttp://a.example.com/fail-refresh.png").at("PushTaskId").(string)
	c.clock.Advance(80 * time.Second)
	a := c.ok("DescribePreloadDetailById", "TaskId", id)
	const detail = "UrlDetails.0."
	assert.Equal(t, "Refreshing", a.at(detail+"Status"))
	assert.Equal(t, "65%", a.at(detail+"Process"), "of 80 and 50")
	assert.Empty(t, a.at(detail+"EndTime"))
	assert.Equal(t, map[string]any{"Url": "/1.png", "Success": "80%", "Description": ""}, a.at(detail+"Urls.0"), "in the order of the request")

	c.clock.Advance(20 * time.Second)
	a = c.ok("DescribePreloadDetailById", "TaskId", id)
	assert.Equal(t, "Failed", a.at(detail+"Status"))
	assert.Equal(t, "1", a.at(detail+"RetCode"))
	assert.Equal(t, "2019-05-20T08:01:40Z", a.at(detail+"EndTime"))
	assert.Equal(t, map[string]any{"Url": "/1.png", "Success": "100%", "Description": "Successfully preloaded"}, a.at(detail+"Urls.0"))
	assert.Equal(t, map[string]any{"Url": "/fail-refresh.png", "Success": "50%", "Description": "Origin Return StatusCode 5XX"}, a.at(detail+"Urls.1"))

	id = c.ok("RefreshObjectCaches", "ObjectPath", "http://a.example.com/1.png").at("RefreshTaskId").(string)
	assert.Empty(t, c.ok("DescribePreloadDetailById", "TaskId", id).at("UrlDetails"), "no preload")
}

func TestCacheTags(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t, cdntest.WithQuota(cdntest.Quota{RefreshUrls: 3}))
	id := c.ok("RefreshObjectCacheByCacheTag", "DomainName", "A.example.com", "CacheTag", "sale,fail-refresh").at("RefreshTaskId").(string)
	c.clock.Advance(hour)
	a := c.ok("DescribeRefreshTaskById", "TaskId", id)
	assert.Equal(t, "sale", a.at("Tasks.1.ObjectPath"))
	assert.Equal(t, "Complete", a.at("Tasks.1.Status"))
	assert.Equal(t, "Failed", a.at("Tasks.0.Status"))
	assert.Equal(t, "1", c.ok("DescribeRefreshQuota").at("UrlRemain"))

	bad := http.StatusBadRequest
	purge := func(domain, tags string) []string { return []string{"DomainName", domain, "CacheTag", tags} }
	c.refused(bad, "QuotaExceeded.Refresh", "RefreshObjectCacheByCacheTag", purge("a.example.com", "a,b")...)
	c.refused(bad, "InvalidExtensiveDomain.ValueNotSupported", "RefreshObjectCacheByCacheTag", purge(".example.com", "a")...)
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "RefreshObjectCacheByCacheTag", purge("x.example.com", "a")...)
	c.refused(bad, "InvalidParameters", "RefreshObjectCacheByCacheTag", purge("a.example.com", strings.Repeat("a", 16385))...)
	assert.Equal(t, "1", c.ok("DescribeRefreshQuota").at("UrlRemain"), "what is refused has changed nothing")
}
