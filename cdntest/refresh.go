package cdntest

import (
	"cmp"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/alicdn/alicdn-go/types"
)

var refreshHandlers = map[string]handler{
	"RefreshObjectCaches":          refreshObjectCaches,
	"RefreshObjectCacheByCacheTag": refreshObjectCacheByCacheTag,
	"PushObjectCache":              pushObjectCache,
	"BlockObjectCaches":            blockObjectCaches,
	"DescribeRefreshTasks":         describeRefreshTasks,
	"DescribeRefreshTaskById":      describeRefreshTaskById,
	"DescribePreloadDetailById":    describePreloadDetailById,
	"DescribeRefreshQuota":         describeRefreshQuota,
}

// refreshState is the refresh, preload and block tasks of the last days and
// what has been used of today's quota.
type refreshState struct {
	tasks []*refreshTask  // oldest first
	old   map[string]bool // the IDs of those that are forgotten
	used  Quota           // since the last midnight in Beijing
	until time.Time       // the next one
}

// What the tasks are about, as DescribeRefreshTasks calls it.
const (
	taskFile      = "file"
	taskDirectory = "directory"
	taskRegex     = "regex"
	taskAnyQuery  = "IgnoreParams"
	taskPreload   = "preload"
	taskBlock     = "block"
	taskUnblock   = "unblock"
	taskTag       = "cachetag" // how the service calls it is not documented
)

// refreshTask is one URL, directory or cache tag. Those of one call and domain share an ID.
type refreshTask struct {
	id       string
	path     string // as it was sent
	domain   string
	kind     string
	created  time.Time
	duration time.Duration
}

// The states of a task.
const (
	taskPending    = "Pending"
	taskRefreshing = "Refreshing"
	taskComplete   = "Complete"
	taskFailed     = "Failed"
)

// failing is what makes a task end as Failed when it is part of the path, so
// that a test can have one.
const failing = "fail-refresh"

// progress returns how far the task is: a tenth of its duration Pending, then
// Refreshing in even steps, then Complete, or Failed half way.
func (t *refreshTask) progress(now time.Time) (status string, done int) {
	elapsed := now.Sub(t.created)
	if elapsed < t.duration {
		done = int(elapsed * 100 / t.duration)
	} else {
		done = 100
	}
	fails := strings.Contains(t.path, failing)
	if fails {
		done = min(done, 50)
	}
	switch {
	case fails && elapsed >= t.duration:
		return taskFailed, done
	case done == 100:
		return taskComplete, done
	case elapsed < t.duration/10:
		return taskPending, 0
	default:
		return taskRefreshing, done
	}
}

// write writes the task as DescribeRefreshTasks lists it.
func (t *refreshTask) write(now time.Time) object {
	status, done := t.progress(now)
	o := object{
		"TaskId":       t.id,
		"ObjectPath":   t.path,
		"ObjectType":   t.kind,
		"Status":       status,
		"Process":      strconv.Itoa(done) + "%",
		"CreationTime": utc(t.created),
	}
	if status == taskFailed {
		o["Description"] = "Internal Error"
		if t.kind == taskPreload {
			o["Description"] = "Origin Return StatusCode 5XX"
		}
	}
	return o
}

// keptFor is how long tasks can be asked for.
const keptFor = 3 * day

// turn brings the refresh state to the given moment: old tasks are forgotten,
// and at midnight in Beijing the quota is full again.
func (r *refreshState) turn(now time.Time) {
	if until := nextMidnight(now); !until.Equal(r.until) {
		r.until, r.used = until, Quota{}
	}
	kept := slices.IndexFunc(r.tasks, func(t *refreshTask) bool { return now.Sub(t.created) <= keptFor })
	if kept < 0 {
		kept = len(r.tasks)
	}
	for _, t := range r.tasks[:kept] {
		if r.old == nil {
			r.old = make(map[string]bool)
		}
		r.old[t.id] = true
	}
	clear(r.tasks[:kept])
	r.tasks = r.tasks[kept:]
}

// remaining returns what is left of today's quota of refreshes, preloads and
// blocks.
func (s *state) remaining(now time.Time) Quota {
	s.refresh.turn(now)
	left, used := s.quota, s.refresh.used
	left.RefreshUrls = max(0, left.RefreshUrls-used.RefreshUrls)
	left.RefreshDirs = max(0, left.RefreshDirs-used.RefreshDirs)
	left.PreloadUrls = max(0, left.PreloadUrls-used.PreloadUrls)
	left.BlockUrls = max(0, left.BlockUrls-used.BlockUrls)
	return left
}

// purge is a call that starts tasks.
type purge struct {
	kind     string
	longest  int // paths a call
	duration time.Duration
	left     int  // of today's quota
	used     *int // what counts against it
}

// start checks every path of a call and only then starts the tasks. It returns
// their IDs, comma separated: one for each domain, in the order of the paths.
func (s *state) start(c *call, p purge) (string, *fault) {
	paths := c.lines("ObjectPath")
	if len(paths) > p.longest {
		return "", fail(http.StatusBadRequest, types.InvalidObjectPathSizeMalformed,
			"The size of ObjectPath is bigger than "+strconv.Itoa(p.longest)+".")
	}
	tasks := make([]*refreshTask, len(paths))
	for i, path := range paths {
		d, no := s.purgeable(c, path, p.kind == taskDirectory)
		if no != nil {
			return "", no
		}
		tasks[i] = &refreshTask{path: path, domain: d.name, kind: p.kind, created: c.now, duration: p.duration}
	}
	if len(tasks) > p.left {
		return "", c.fault(types.QuotaExceededRefresh)
	}
	*p.used += len(tasks)

	var ids []string
	byDomain := make(map[string]string)
	for _, t := range tasks {
		if byDomain[t.domain] == "" {
			byDomain[t.domain] = strconv.FormatInt(s.newID(), 10)
			ids = append(ids, byDomain[t.domain])
		}
		t.id = byDomain[t.domain]
	}
	s.refresh.tasks = append(s.refresh.tasks, tasks...)
	return strings.Join(ids, ","), nil
}

// longestPath is how many characters a URL has at most.
const longestPath = 1024

// purgeable returns the domain of a URL that is to be refreshed or preloaded.
func (s *state) purgeable(c *call, path string, directory bool) (*domain, *fault) {
	host, rest := splitURL(path)
	malformed := host == "" || rest == "" || len(path) > longestPath || strings.ContainsFunc(path, unprintable) ||
		strings.ContainsAny(host, "@\\") || directory && !strings.HasSuffix(rest, "/")
	if malformed {
		return nil, c.fault(types.InvalidObjectPathMalformed)
	}
	if strings.HasPrefix(host, ".") || strings.Contains(host, "*") {
		return nil, c.fault(types.InvalidExtensiveDomainValueNotSupported)
	}
	d := s.covering(host)
	if d == nil {
		return nil, c.fault(types.InvalidDomainNotFound)
	}
	return s.serving(c, d.name)
}

// splitURL cuts a URL, with scheme or without, into host and path.
func splitURL(url string) (host, path string) {
	scheme, after, found := strings.Cut(url, "://")
	switch {
	case !found || strings.Contains(scheme, "/"): // none, or one inside the query
		after = url
	case !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https"):
		return "", ""
	}
	host, path, found = strings.Cut(after, "/")
	if !found {
		return host, ""
	}
	return hostname(host), "/" + path
}

// hostname drops the port; an IP address is no host that could be refreshed.
func hostname(host string) string {
	if name, port, found := strings.Cut(host, ":"); found {
		if _, err := strconv.ParseUint(port, 10, 16); err == nil {
			host = name
		}
	}
	if _, err := netip.ParseAddr(host); err == nil {
		return ""
	}
	return host
}

func unprintable(r rune) bool { return r <= ' ' || r == 0x7f }

// refreshKinds are the kinds of tasks by ObjectType in lower case; IgnoreParams
// has two names.
var refreshKinds = map[string]string{
	"file":         taskFile,
	"directory":    taskDirectory,
	"regex":        taskRegex,
	"ignoreparams": taskAnyQuery,
	"exquery":      taskAnyQuery,
}

// refreshLimits are how many paths of a kind one call takes, where it is not
// longestRefresh.
var refreshLimits = map[string]int{taskDirectory: 100, taskRegex: 1}

const longestRefresh = 1000

// refreshObjectCaches starts tasks that a path with fail-refresh in it lets
// fail. All but directories count as URLs against the quota.
func refreshObjectCaches(s *state, c *call) (object, *fault) {
	left := s.remaining(c.now)
	p := purge{
		kind: refreshKinds[strings.ToLower(c.get("ObjectType"))], duration: s.durations.Refresh,
		left: left.RefreshUrls, used: &s.refresh.used.RefreshUrls,
	}
	p.longest = cmp.Or(refreshLimits[p.kind], longestRefresh)
	if p.kind == taskDirectory {
		p.left, p.used = left.RefreshDirs, &s.refresh.used.RefreshDirs
	}
	ids, no := s.start(c, p)
	if no != nil {
		return nil, no
	}
	return object{"RefreshTaskId": ids}, nil
}

// longestTags is how many characters the cache tags of a call have at most.
const longestTags = 16384

// refreshObjectCacheByCacheTag starts a task for each tag, whatever content has
// it. Tags count as URLs against the quota; which one they count against is not
// documented.
func refreshObjectCacheByCacheTag(s *state, c *call) (object, *fault) {
	if strings.HasPrefix(c.get("DomainName"), ".") {
		return nil, c.fault(types.InvalidExtensiveDomainValueNotSupported)
	}
	d, no := s.serving(c, c.get("DomainName"))
	switch {
	case no != nil:
		return nil, no
	case utf8.RuneCountInString(c.get("CacheTag")) > longestTags:
		return nil, c.fault(types.InvalidParameters)
	}
	tags := c.list("CacheTag")
	if len(tags) > s.remaining(c.now).RefreshUrls {
		return nil, c.fault(types.QuotaExceededRefresh)
	}
	s.refresh.used.RefreshUrls += len(tags)
	id := strconv.FormatInt(s.newID(), 10)
	for _, tag := range tags {
		s.refresh.tasks = append(s.refresh.tasks, &refreshTask{
			id: id, path: tag, domain: d.name, kind: taskTag, created: c.now, duration: s.durations.Refresh,
		})
	}
	return object{"RefreshTaskId": id}, nil
}

func pushObjectCache(s *state, c *call) (object, *fault) {
	ids, no := s.start(c, purge{
		kind: taskPreload, longest: 100, duration: s.durations.Preload,
		left: s.remaining(c.now).PreloadUrls, used: &s.refresh.used.PreloadUrls,
	})
	if no != nil {
		return nil, no
	}
	return object{"PushTaskId": ids}, nil
}

// blockObjectCaches has no section in the reference; parameters and answer are
// those that the service has had for it.
func blockObjectCaches(s *state, c *call) (object, *fault) {
	p := purge{
		kind: taskBlock, longest: 1000, duration: s.durations.Refresh,
		left: s.remaining(c.now).BlockUrls, used: &s.refresh.used.BlockUrls,
	}
	if strings.EqualFold(c.get("Type"), taskUnblock) {
		p.kind = taskUnblock
	}
	ids, no := s.start(c, p)
	if no != nil {
		return nil, no
	}
	return object{"BlockTaskId": ids}, nil
}

func describeRefreshQuota(s *state, c *call) (object, *fault) {
	left := s.remaining(c.now)
	return object{
		"UrlQuota":      strconv.Itoa(s.quota.RefreshUrls),
		"UrlRemain":     strconv.Itoa(left.RefreshUrls),
		"DirQuota":      strconv.Itoa(s.quota.RefreshDirs),
		"DirRemain":     strconv.Itoa(left.RefreshDirs),
		"PreloadQuota":  strconv.Itoa(s.quota.PreloadUrls),
		"PreloadRemain": strconv.Itoa(left.PreloadUrls),
		"BlockQuota":    strconv.Itoa(s.quota.BlockUrls),
		"BlockRemain":   strconv.Itoa(left.BlockUrls),
	}, nil
}
