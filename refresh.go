package alicdn

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"math"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/internal/bulk"
	"github.com/alicdn/alicdn-go/internal/paging"
	"github.com/alicdn/alicdn-go/internal/param"
	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/internal/retry"
	"github.com/alicdn/alicdn-go/types"
)

// PushObjectCache preloads content from the origin into the cache nodes.
//
// A request takes at most 100 URLs, today each of at most 1024 characters. An
// account may preload 2000 URLs a day, today 1000 by default;
// [Client.DescribeRefreshQuota] says what is left. The content is there within
// half an hour: [Client.WaitForRefreshTasks] tells when. The parameters travel in
// a form body.
//
// It is not repeated after a lost answer; at most 50 calls a second.
//
// Errors worth handling: QuotaExceeded.Refresh if the URLs of the day are used
// up, today QuotaExceeded.Preload; PreloadQueueFull if too many URLs wait;
// InvalidDomain.NotFound and InvalidDomain.Offline, InvalidObjectPath.Malformed,
// InvalidExtensiveDomain.ValueNotSupported for wildcard domains.
//
// Reference: section 8.1.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-pushobjectcache
func (c *Client) PushObjectCache(ctx context.Context, req *types.PushObjectCacheRequest, opts ...CallOption) (*types.PushObjectCacheResponse, error) {
	return invoke(ctx, c, "PushObjectCache", req, new(types.PushObjectCacheResponse), opts)
}

// DescribeRefreshQuota returns how many URLs and directories the account may
// refresh and preload today, and how many of them are left.
//
// The service of today also returns the limits of blocks, of refreshes by
// regular expression and with ignored parameters, and of preloads to L1 nodes.
//
// It only reads; at most 20 calls a second.
//
// Errors worth handling: OperationDenied if the CDN service is not open or
// suspended.
//
// Reference: section 8.2.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describerefreshquota
func (c *Client) DescribeRefreshQuota(ctx context.Context, req *types.DescribeRefreshQuotaRequest, opts ...CallOption) (*types.DescribeRefreshQuotaResponse, error) {
	return invoke(ctx, c, "DescribeRefreshQuota", req, new(types.DescribeRefreshQuotaResponse), opts)
}

// DescribeRefreshTasks returns how far refresh and preload tasks are on the
// whole network.
//
// Tasks are found by TaskId, by ObjectPath, or by both, and go back 3 days;
// without either it is the first page of all of them. ObjectType is needed with
// DomainName and with Status. A page has 20 tasks unless PageSize says
// otherwise: 100 at most today, 50 in the reference. Times are UTC. Refreshes
// that OSS starts by itself are not listed.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidTaskId.Malformed; today InvalidTime for times
// more than 3 days ago.
//
// Reference: section 8.3.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describerefreshtasks
func (c *Client) DescribeRefreshTasks(ctx context.Context, req *types.DescribeRefreshTasksRequest, opts ...CallOption) (*types.DescribeRefreshTasksResponse, error) {
	return invoke(ctx, c, "DescribeRefreshTasks", req, new(types.DescribeRefreshTasksResponse), opts)
}

// DescribeRefreshTasksIter yields the tasks that [Client.DescribeRefreshTasks]
// lists, one for each URL, from the page of the request to the last, 50 a page
// unless the request says otherwise.
//
// A page is fetched when its first task is asked for. An error is yielded once
// and is the last; the iterator may be ranged over again. New tasks push the
// others on: none is yielded twice, and those that are added meanwhile may be
// missing. The request is not changed.
func (c *Client) DescribeRefreshTasksIter(ctx context.Context, req *types.DescribeRefreshTasksRequest, opts ...CallOption) iter.Seq2[types.CDNTask, error] {
	return pages(ctx, refreshTasks, c.DescribeRefreshTasks, req, opts)
}

var refreshTasks = paging.List[types.DescribeRefreshTasksRequest, types.DescribeRefreshTasksResponse, types.CDNTask]{
	Action: "DescribeRefreshTasks",
	Size:   50, // the most that the reference allows
	Page: func(req *types.DescribeRefreshTasksRequest) (number, size *int) {
		return &req.PageNumber, &req.PageSize
	},
	Read: func(resp *types.DescribeRefreshTasksResponse) paging.Page[types.CDNTask] {
		return paging.Page[types.CDNTask]{Items: resp.Tasks, Size: int(resp.PageSize), Total: int64(resp.TotalCount)}
	},
	Key: func(task types.CDNTask) string {
		return string(task.TaskId) + " " + string(task.ObjectType) + " " + task.ObjectPath
	},
}

// DescribeRefreshTaskById returns how far tasks are, by their IDs: those of
// [Client.RefreshObjectCaches] and [Client.PushObjectCache]. Whether it knows
// those of [Client.RefreshObjectCacheByCacheTag], too, is not documented.
//
// It takes at most 10 IDs and goes back 3 days. It is made for polling, three
// times as often as [Client.DescribeRefreshTasks]; [Client.WaitForRefreshTasks]
// does so. Times are UTC.
//
// It only reads; at most 30 calls a second.
//
// Errors worth handling: InvalidTaskId.Malformed, and InvalidTime for tasks of
// more than 3 days ago.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describerefreshtaskbyid
func (c *Client) DescribeRefreshTaskById(ctx context.Context, req *types.DescribeRefreshTaskByIdRequest, opts ...CallOption) (*types.DescribeRefreshTaskByIdResponse, error) {
	return invoke(ctx, c, "DescribeRefreshTaskById", req, new(types.DescribeRefreshTaskByIdResponse), opts)
}

// DescribePreloadDetailById returns how far a task of [Client.PushObjectCache]
// is, URL by URL, and on how many of the nodes.
//
// It is for accounts on an allow list of the vendor. It takes one ID and goes
// back 3 days. Times are UTC.
//
// It only reads; at most 30 calls a second.
//
// Errors worth handling: InvalidTaskId.Malformed, and InvalidTime for a task of
// more than 3 days ago.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describepreloaddetailbyid
func (c *Client) DescribePreloadDetailById(ctx context.Context, req *types.DescribePreloadDetailByIdRequest, opts ...CallOption) (*types.DescribePreloadDetailByIdResponse, error) {
	return invoke(ctx, c, "DescribePreloadDetailById", req, new(types.DescribePreloadDetailByIdResponse), opts)
}

// WaitForRefreshTasks waits until the tasks with these IDs are complete, which
// [Client.RefreshObjectCaches], [Client.RefreshObjectCacheByCacheTag],
// [Client.PushObjectCache] or [Client.BlockObjectCaches] started. An ID may be
// the whole answer of one of them, such as string(resp.RefreshTaskId), a list
// with commas. It returns the tasks as it last saw them, one for each URL or
// cache tag, in the order of the IDs, also beside an error. Of a task with many
// URLs that runs still there may be only the first ones.
//
// A task that is not listed yet is waited for. The service forgets tasks after 3
// days: for those, and for IDs that never were, it waits in vain.
//
// It asks every 5 to 30 seconds, with a call of [Client.DescribeRefreshTaskById]
// for each 10 tasks that are not complete. Where the service refuses or does not
// know that action or one of the IDs, it asks [Client.DescribeRefreshTasks]
// instead: a call for each task, and one more for each further 50 URLs of those
// that are complete. Typical are 5 minutes for a refresh and up to half an hour
// for a preload. A million URLs are a million elements: wait for so many in
// portions.
//
// The first task that has failed, timed out or was canceled, if only for one
// URL, ends the wait at once with a [*WaitError]: its Failed names the task, with
// those that the same call has shown to have failed, the result says which URL
// and why, and its Remaining are the tasks to wait for when you go on. The end of
// ctx and errors that stay, such as an ID that is malformed ([ErrInvalid]), are a
// [*WaitError] too. Polls that were throttled or failed in the service are made
// again.
func (c *Client) WaitForRefreshTasks(ctx context.Context, taskIds []string, opts WaitOptions) ([]types.CDNTask, error) {
	ids := splitIds(taskIds)
	if len(ids) == 0 {
		return nil, &ParamError{"DescribeRefreshTasks", "TaskId", "is required to wait for it"}
	}
	watch := taskWatch{client: c, found: map[string][]types.CDNTask{}, unknown: map[string]bool{}}
	waiter := poll.Waiter{Pace: poll.Pace{Min: 5 * time.Second, Max: 30 * time.Second}}
	err := wait(ctx, "tasks "+listed(ids), opts, waiter, poll.Each(ids, mostTaskIds, watch.look))
	var all []types.CDNTask
	for _, id := range ids {
		all = append(all, watch.found[id]...)
	}
	return all, err
}

// mostTaskIds is how many tasks one call of DescribeRefreshTaskById takes.
const mostTaskIds = 10

// taskWatch looks at tasks, again and again.
type taskWatch struct {
	client *Client

	// found are the tasks as they were last seen, by ID.
	found map[string][]types.CDNTask

	// unknown are the IDs that DescribeRefreshTasks knows, but
	// DescribeRefreshTaskById does not.
	unknown map[string]bool

	// refused says that DescribeRefreshTaskById is of no use.
	refused bool
}

// look returns how far tasks are. Those that were seen to be complete are not
// asked for again: a poll may have failed after that.
func (w *taskWatch) look(ctx context.Context, ids []string) ([]poll.State, error) {
	var open []string
	for _, id := range ids {
		if !taskState(id, w.found[id]).Done {
			open = append(open, id)
		}
	}
	byId, err := w.byId(ctx, open)
	if err != nil {
		return nil, err
	}
	maps.Copy(w.found, byId)
	for _, id := range open {
		if len(byId[id]) > 0 {
			continue
		}
		tasks, err := w.client.unfinishedTasks(ctx, id)
		if err != nil && (w.refused || !errors.Is(err, ErrForbidden)) {
			return nil, err
		} // who may ask for IDs alone waits until they have this one
		if w.unknown[id] = len(tasks) > 0; w.unknown[id] {
			w.found[id] = tasks
		}
	}
	states := make([]poll.State, len(ids))
	for i, id := range ids {
		states[i] = taskState(id, w.found[id])
	}
	return states, nil
}

// byId asks DescribeRefreshTaskById for those of the tasks that it may know.
func (w *taskWatch) byId(ctx context.Context, ids []string) (map[string][]types.CDNTask, error) {
	ids = slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return w.unknown[id] })
	if w.refused || len(ids) == 0 {
		return nil, nil
	}
	resp, err := w.client.DescribeRefreshTaskById(ctx, &types.DescribeRefreshTaskByIdRequest{TaskId: ids})
	switch {
	case err != nil && (ctx.Err() != nil || isTransient(err)):
		return nil, err
	case err != nil, len(resp.Tasks) < int(resp.TotalCount): // some are missing
		w.refused = true
		return nil, nil //nolint:nilerr // there is another action to ask
	}
	byId := map[string][]types.CDNTask{}
	for _, task := range resp.Tasks {
		byId[string(task.TaskId)] = append(byId[string(task.TaskId)], task)
	}
	return byId, nil
}

// unfinishedTasks returns the tasks with an ID that DescribeRefreshTasks lists,
// up to the end of the page on which the first of them has not ended.
func (c *Client) unfinishedTasks(ctx context.Context, id string) (tasks []types.CDNTask, err error) {
	running := false
	for task, err := range c.DescribeRefreshTasksIter(ctx, &types.DescribeRefreshTasksRequest{TaskId: id}) {
		if err != nil {
			return nil, err
		}
		tasks = append(tasks, task)
		running = running || !hasEnded(task.Status)
		if running && len(tasks)%refreshTasks.Size == 0 {
			break
		}
	}
	return tasks, nil
}

// hasEnded reports whether a state is one in which a task stays.
func hasEnded(status types.TaskStatus) bool {
	switch status {
	case types.TaskStatusComplete, types.TaskStatusFailed, types.TaskStatusTimeout, types.TaskStatusCanceled:
		return true
	default:
		return false
	}
}

// taskState says how far a task is, of which there is one entry for each URL.
func taskState(id string, tasks []types.CDNTask) poll.State {
	state := poll.State{Done: len(tasks) > 0}
	for _, task := range tasks {
		switch {
		case task.Status == types.TaskStatusComplete:
			state.Name = cmp.Or(state.Name, string(task.Status))
		case hasEnded(task.Status):
			return poll.State{Name: string(task.Status), Failed: []string{id}}
		case state.Done:
			state = poll.State{Name: string(task.Status)}
		}
	}
	return state
}

// splitIds takes lists with commas apart and drops what occurs again.
func splitIds(lists []string) []string {
	var ids []string
	seen := map[string]bool{"": true}
	for id := range strings.SplitSeq(strings.Join(lists, ","), ",") {
		if id = strings.TrimSpace(id); !seen[id] {
			seen[id], ids = true, append(ids, id)
		}
	}
	return ids
}

// RefreshObjectCaches makes the cache nodes forget content, so that they fetch
// it from the origin again.
//
// A request takes at most 1000 URLs, or 100 directories, or 1 regular
// expression, today of at most 10 domains. An account may refresh 2000 URLs and
// 100 directories a day, today 10000 URLs, 100 directories and 20 regular
// expressions, and at most 1000 URLs a minute and domain;
// [Client.DescribeRefreshQuota] says what is left. Directories end with a
// slash. It takes effect after 5 to 6 minutes: [Client.WaitForRefreshTasks] tells
// when. The parameters travel in a form body.
//
// It is not repeated after a lost answer; at most 50 calls a second.
//
// Errors worth handling: QuotaExceeded.Refresh if the day's limit is used up,
// QuotaPerMinuteExceeded.Refresh if the minute's is, ServiceBusy if the domain
// is being configured, InvalidDomain.NotFound and InvalidDomain.Offline,
// InvalidObjectPath.Malformed, InvalidExtensiveDomain.ValueNotSupported for
// wildcard domains.
//
// Reference: section 8.4.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-refreshobjectcaches
func (c *Client) RefreshObjectCaches(ctx context.Context, req *types.RefreshObjectCachesRequest, opts ...CallOption) (*types.RefreshObjectCachesResponse, error) {
	return invoke(ctx, c, "RefreshObjectCaches", req, new(types.RefreshObjectCachesResponse), opts)
}

// RefreshObjectCacheByCacheTag makes the cache nodes forget the content of a
// domain that carries one of the cache tags.
//
// Cache tags must be configured for the domain first; the documents name no
// configuration function for that. A request takes tags of at most 16384
// characters in all; [Client.RefreshAllByCacheTag] takes any number. It starts
// tasks and counts against a quota; which one is not documented.
// [Client.WaitForRefreshTasks] is to tell when it has taken effect, if the
// service tells of such tasks, which is not documented either.
//
// It is not repeated after a lost answer; its call rate is not documented.
//
// Errors worth handling: QuotaExceeded.Refresh if the day's limit is used up,
// QuotaPerMinuteExceeded.Refresh if the minute's is, TooMany.Refresh if the
// queue is full, InvalidExtensiveDomain.ValueNotSupported for wildcard domains.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-refreshobjectcachebycachetag
func (c *Client) RefreshObjectCacheByCacheTag(ctx context.Context, req *types.RefreshObjectCacheByCacheTagRequest, opts ...CallOption) (*types.RefreshObjectCacheByCacheTagResponse, error) {
	return invoke(ctx, c, "RefreshObjectCacheByCacheTag", req, new(types.RefreshObjectCacheByCacheTagResponse), opts)
}

// BlockObjectCaches keeps the cache nodes from serving content, or lifts such a
// block.
//
// It is for accounts on an allow list of the vendor. The reference only names
// the action; Type, Maxage and the answer come from another page of the vendor
// that is no longer published. Blocks count against BlockQuota and BlockRemain
// of [Client.DescribeRefreshQuota].
//
// It is not repeated after a lost answer; its call rate is not documented.
//
// Reference: section 2, which names it without describing it.
//
// Deprecated: neither the vendor's metadata nor its clients have the action, and
// there is no successor. Only accounts on the allow list can still call it.
func (c *Client) BlockObjectCaches(ctx context.Context, req *types.BlockObjectCachesRequest, opts ...CallOption) (*types.BlockObjectCachesResponse, error) {
	return invoke(ctx, c, "BlockObjectCaches", req, new(types.BlockObjectCachesResponse), opts)
}

// BulkOptions says how [Client.RefreshAll], [Client.RefreshAllByCacheTag],
// [Client.PreloadAll] and [Client.BlockAll] work. The zero value is good for
// most.
type BulkOptions struct {
	// Workers is how many calls run at once, besides the rate of the client's
	// limiter. The default is 8.
	Workers int

	// Deduplicate drops paths that are equal to an earlier one as they are
	// sent. It costs about 50 bytes of memory for each path, however long.
	Deduplicate bool

	// Partial submits as many paths as are left of today's quota, the first
	// ones, and none of the others; that some are not sent is no error then.
	// Where the service refuses some, others do not always take their place.
	// The sequence is ranged over once. Otherwise it is ranged over twice, to
	// begin with for counting what there is to send.
	Partial bool

	// Journal, unless nil, keeps what is sent and what becomes of it, so that
	// a call can go on where another has ended, be it by a crash. Paths that
	// were submitted are left out; those about which nothing is said after they
	// were sent are looked up first, and so not sent twice while the service
	// remembers tasks, which is 3 days. Neither need quota when that is looked
	// up, since they have had it; where a path in doubt turns out not to have,
	// the quota may be used up on the way.
	//
	// It is first read to its end and then written, in lines of JSON: an
	// [os.File] opened with O_RDWR, O_CREATE and O_APPEND will do. It is good
	// for one action and kind of paths; to submit the same paths anew, begin a
	// new one. Paths that were submitted before cost about 50 bytes of memory
	// each.
	Journal io.ReadWriter

	// OnOutcome, unless nil, is told what became of each path, once, in no
	// particular order. It is not called twice at a time; it holds up the call.
	OnOutcome func(types.BulkOutcome)

	// OnProgress, unless nil, is told how far the call is, at least after each
	// request that paths were submitted with. It is not called twice at a time,
	// nor together with OnOutcome.
	OnProgress func(types.BulkProgress)
}

// RefreshAll refreshes any number of paths with as many calls of
// [Client.RefreshObjectCaches] as that takes. The request holds the parameters
// of each of them but ObjectPath; nil is an empty one, which refreshes URLs.
//
// Paths are read as [Client.RefreshObjectCaches] takes them, with http:// or
// https:// or without. Spaces around them and fragments are dropped, scheme and
// host written in lower case. What is malformed, has a wildcard domain or is no
// directory where it should be is refused and holds nothing up. So is what the
// service refuses: a bad path or domain is singled out by halves, and the
// others are submitted. Few paths are held in memory, however many there are.
//
// At first the quota is looked up. If it does not suffice, nothing is sent, and
// the error is a [*QuotaError]; see Partial. Throttling, domains that are being
// configured, a limit a minute and full queues are waited out, as long as ctx
// allows. After a lost answer the task is looked up, and the paths are
// submitted once more if there is none: to refresh them twice would do no harm.
//
// Each path that the sequence yields has one outcome: submitted, refused, not
// sent or, where the call ended before a lost answer could be looked up,
// unknown. When ctx ends the call does, and no more paths are taken off the
// sequence. When the quota turns out to be used up, or an error stands in the
// way of all calls, the rest of them is not sent. That paths were refused is no
// error. The result is nil only if nothing was begun.
//
// Errors worth handling: [ErrQuota], for which [BulkOptions].Journal allows to
// go on the next day; the error of ctx; [ErrForbidden]; [ErrUnavailable] after
// about ten minutes without an answer.
//
// Tasks take minutes: [Client.WaitForRefreshTasks] waits for the TaskIds of the
// result.
func (c *Client) RefreshAll(ctx context.Context, req *types.RefreshObjectCachesRequest, paths iter.Seq[string], opts BulkOptions) (*types.BulkResult, error) {
	if req == nil {
		req = new(types.RefreshObjectCachesRequest)
	}
	about, ok := refreshed[req.ObjectType]
	if !ok { // a value that only the service knows
		about = pathKind{most: mostURLs, task: types.TaskObjectType(req.ObjectType)}
	}
	with := func(paths []string) *types.RefreshObjectCachesRequest {
		one := *req
		one.ObjectPath = paths
		return &one
	}
	return c.submitAll(ctx, bulkCall{
		pathKind: about,
		name:     "RefreshAll",
		action:   "RefreshObjectCaches",
		given:    req.ObjectPath,
		with:     func(paths []string) any { return with(paths) },
		send: func(ctx context.Context, paths []string) (types.ID, error) {
			resp, err := c.RefreshObjectCaches(ctx, with(paths))
			if err != nil {
				return "", err
			}
			return resp.RefreshTaskId, nil
		},
	}, paths, opts)
}

// RefreshAllByCacheTag refreshes the content of a domain that carries one of any
// number of cache tags, with as many calls of
// [Client.RefreshObjectCacheByCacheTag] as that takes: of at most 1000 tags and
// 16384 characters each. The request holds the parameters of each of them but
// CacheTag.
//
// Spaces around tags are dropped; one with a comma in it is refused. All else is
// as with [Client.RefreshAll], tags in place of paths, but that no quota is
// looked up, since which one tags count against is not documented, and that the
// tags of a call whose answer was lost are submitted once more.
func (c *Client) RefreshAllByCacheTag(ctx context.Context, req *types.RefreshObjectCacheByCacheTagRequest, tags iter.Seq[string], opts BulkOptions) (*types.BulkResult, error) {
	if req == nil {
		req = new(types.RefreshObjectCacheByCacheTagRequest)
	}
	with := func(tags []string) *types.RefreshObjectCacheByCacheTagRequest {
		one := *req
		one.CacheTag = tags
		return &one
	}
	return c.submitAll(ctx, bulkCall{
		pathKind: tagged,
		name:     "RefreshAllByCacheTag",
		action:   "RefreshObjectCacheByCacheTag",
		param:    "CacheTag",
		domain:   strings.ToLower(req.DomainName),
		given:    req.CacheTag,
		with:     func(tags []string) any { return with(tags) },
		send: func(ctx context.Context, tags []string) (types.ID, error) {
			resp, err := c.RefreshObjectCacheByCacheTag(ctx, with(tags))
			if err != nil {
				return "", err
			}
			return resp.RefreshTaskId, nil
		},
	}, tags, opts)
}

// PreloadAll preloads any number of URLs with as many calls of
// [Client.PushObjectCache] as that takes. The request holds the parameters of
// each of them but ObjectPath; nil is an empty one. All else is as with
// [Client.RefreshAll].
func (c *Client) PreloadAll(ctx context.Context, req *types.PushObjectCacheRequest, paths iter.Seq[string], opts BulkOptions) (*types.BulkResult, error) {
	if req == nil {
		req = new(types.PushObjectCacheRequest)
	}
	with := func(paths []string) *types.PushObjectCacheRequest {
		one := *req
		one.ObjectPath = paths
		return &one
	}
	return c.submitAll(ctx, bulkCall{
		pathKind: preloaded,
		name:     "PreloadAll",
		action:   "PushObjectCache",
		given:    req.ObjectPath,
		with:     func(paths []string) any { return with(paths) },
		send: func(ctx context.Context, paths []string) (types.ID, error) {
			resp, err := c.PushObjectCache(ctx, with(paths))
			if err != nil {
				return "", err
			}
			return resp.PushTaskId, nil
		},
	}, paths, opts)
}

// BlockAll blocks any number of URLs, or lifts their block, with as many calls
// of [Client.BlockObjectCaches] as that takes, 1000 URLs each. The request holds
// the parameters of each of them but ObjectPath. All else is as with
// [Client.RefreshAll], but that lifting a block is taken not to need a quota. It
// is for accounts on an allow list of the vendor, whose newer documents do not
// have the action.
func (c *Client) BlockAll(ctx context.Context, req *types.BlockObjectCachesRequest, paths iter.Seq[string], opts BulkOptions) (*types.BulkResult, error) {
	if req == nil {
		req = new(types.BlockObjectCachesRequest)
	}
	about := blocked
	if req.Type == types.BlockTypeUnblock {
		about = unblocked
	}
	with := func(paths []string) *types.BlockObjectCachesRequest {
		one := *req
		one.ObjectPath = paths
		return &one
	}
	return c.submitAll(ctx, bulkCall{
		pathKind: about,
		name:     "BlockAll",
		action:   "BlockObjectCaches",
		given:    req.ObjectPath,
		with:     func(paths []string) any { return with(paths) },
		send: func(ctx context.Context, paths []string) (types.ID, error) {
			resp, err := c.BlockObjectCaches(ctx, with(paths))
			if err != nil {
				return "", err
			}
			return resp.BlockTaskId, nil
		},
	}, paths, opts)
}

// Lines yields the lines of a file of paths, blank ones left out, for
// [Client.RefreshAll] and the like. Ranged over again, it begins again where r
// stood, if r is an [io.Seeker]; one that cannot go back, such as a pipe, needs
// Partial. The lines end early where r cannot be read or one has more than 64
// KiB: err says so, and is to be looked at afterwards.
func Lines(r io.Reader, err *error) iter.Seq[string] { return bulk.Lines(r, err) }

// pathKind is what depends on what is done with paths.
type pathKind struct {
	kind    bulk.Kind
	most    int // paths a call
	longest int // characters a path; 0 is no limit
	inAll   int // characters of all paths of a call; 0 is no limit

	// task is what the tasks are of. Without it they are not looked for, nor is
	// a quota: neither is documented.
	task types.TaskObjectType

	quota func(*types.DescribeRefreshQuotaResponse) (all, left types.Int) // nil: none is known
}

// The limits of a call. How many URLs may be blocked is not documented.
const (
	mostURLs        = 1000
	mostDirectories = 100
	mostExpressions = 1
	mostPreloads    = 100
	mostDomains     = 10
	longestPreload  = 1024
	mostTags        = 1000  // as of URLs; of tags it is not documented
	longestTags     = 16384 // in all
)

var (
	refreshed = map[types.ObjectType]pathKind{
		"":                           {bulk.URL, mostURLs, 0, 0, types.TaskObjectTypeFile, urlQuota},
		types.ObjectTypeFile:         {bulk.URL, mostURLs, 0, 0, types.TaskObjectTypeFile, urlQuota},
		types.ObjectTypeDirectory:    {bulk.Directory, mostDirectories, 0, 0, types.TaskObjectTypeDirectory, dirQuota},
		types.ObjectTypeRegex:        {bulk.Regex, mostExpressions, 0, 0, types.TaskObjectTypeRegex, regexQuota},
		types.ObjectTypeIgnoreParams: {bulk.URL, mostURLs, 0, 0, types.TaskObjectTypeIgnoreParams, anyQueryQuota},
		types.ObjectTypeExQuery:      {bulk.URL, mostURLs, 0, 0, types.TaskObjectTypeIgnoreParams, anyQueryQuota},
	}
	preloaded = pathKind{bulk.URL, mostPreloads, longestPreload, 0, types.TaskObjectTypePreload, preloadQuota}
	blocked   = pathKind{bulk.URL, mostURLs, 0, 0, types.TaskObjectTypeBlock, blockQuota}
	unblocked = pathKind{bulk.URL, mostURLs, 0, 0, types.TaskObjectTypeUnblock, nil}
	tagged    = pathKind{bulk.Tag, mostTags, longestTags, longestTags, "", nil}
)

func urlQuota(q *types.DescribeRefreshQuotaResponse) (all, left types.Int) {
	return q.UrlQuota, q.UrlRemain
}

func dirQuota(q *types.DescribeRefreshQuotaResponse) (all, left types.Int) {
	return q.DirQuota, q.DirRemain
}

func regexQuota(q *types.DescribeRefreshQuotaResponse) (all, left types.Int) {
	return q.RegexQuota, q.RegexRemain
}

func anyQueryQuota(q *types.DescribeRefreshQuotaResponse) (all, left types.Int) {
	return q.IgnoreParamsQuota, q.IgnoreParamsRemain
}

func preloadQuota(q *types.DescribeRefreshQuotaResponse) (all, left types.Int) {
	return q.PreloadQuota, q.PreloadRemain
}

func blockQuota(q *types.DescribeRefreshQuotaResponse) (all, left types.Int) {
	return q.BlockQuota, q.BlockRemain
}

// bulkCall is RefreshAll or the like.
type bulkCall struct {
	pathKind

	name, action string
	param        string                                                      // that holds the paths; "" is ObjectPath
	domain       string                                                      // whose content they are of, if they do not say so
	given        []string                                                    // the paths of the request, which is to have none
	with         func(paths []string) any                                    // makes a request of paths
	send         func(ctx context.Context, paths []string) (types.ID, error) // submits them
}

// submitAll is what every bulk call does.
func (c *Client) submitAll(ctx context.Context, call bulkCall, paths iter.Seq[string], opts BulkOptions) (*types.BulkResult, error) {
	call.param = cmp.Or(call.param, "ObjectPath")
	if err := call.check(paths, opts); err != nil {
		return nil, err
	}
	journal, err := bulk.OpenJournal(opts.Journal, call.action+" "+cmp.Or(call.domain, string(call.task)))
	switch {
	case errors.Is(err, bulk.ErrForeign):
		return nil, &ParamError{call.action, "Journal", err.Error()}
	case err != nil:
		return nil, fmt.Errorf("alicdn: %s: %w", call.name, err)
	}
	const workers = 8
	var ahead time.Duration // the service's clock of ours
	return bulk.Job{
		Name:         "alicdn: " + call.name,
		Kind:         call.kind,
		Domain:       call.domain,
		Longest:      call.longest,
		Limits:       bulk.Limits{Paths: call.most, Domains: mostDomains, Characters: call.inAll},
		Workers:      cmp.Or(opts.Workers, workers),
		Deduplicate:  opts.Deduplicate,
		Partial:      opts.Partial,
		Violation:    func(rule string) error { return &ParamError{call.action, call.param, rule} },
		ErrExhausted: fmt.Errorf("%w: too little was left for this path", ErrQuota),
		Journal:      journal,
		OnOutcome:    opts.OnOutcome,
		OnProgress:   opts.OnProgress,
		Now:          func() time.Time { return time.Now().Add(ahead) },
		Budget: func(ctx context.Context, need func() (int, error)) (budget int, err error) {
			budget, ahead, err = call.budget(ctx, c, opts.Partial, need)
			return budget, err
		},
		Send: func(ctx context.Context, paths []string) (types.ID, bulk.Verdict, error) {
			id, err := call.send(ctx, paths)
			return id, verdictOf(err), err
		},
		Find: func(ctx context.Context, path string, since time.Time) ([]types.ID, error) {
			if call.task == "" {
				return nil, nil
			}
			return c.findTasks(ctx, call.task, path, since)
		},
	}.Run(ctx, paths)
}

// check refuses what would be wrong with every call.
func (b bulkCall) check(paths iter.Seq[string], opts BulkOptions) error {
	switch {
	case len(b.given) > 0:
		return &ParamError{b.action, b.param, "is given twice, in the request too"}
	case paths == nil:
		return &ParamError{b.action, b.param, "is required"}
	case opts.Workers < 0:
		return &ParamError{b.action, "Workers", "is negative"}
	}
	if _, err := param.Encode(b.with([]string{"example.com/"})); err != nil {
		return paramErrors(b.action, err)
	}
	return nil
}

// patient is how often a lookup is tried on which a bulk call depends.
const patient = 6

// budget looks up how many paths may be submitted, and how far the clock of the
// service is ahead.
func (b bulkCall) budget(ctx context.Context, c *Client, isPartial bool, need func() (int, error)) (budget int, ahead time.Duration, err error) {
	if b.task == "" { // no clock of the service to find tasks by, either
		return math.MaxInt, 0, nil
	}
	var raw RawResponse
	quotas, err := c.DescribeRefreshQuota(ctx, nil, WithAttempts(patient), WithRawResponse(&raw))
	if err != nil {
		return 0, 0, err
	}
	if date, err := http.ParseTime(raw.Header.Get("Date")); err == nil {
		ahead = time.Until(date)
	}
	if b.quota == nil {
		return math.MaxInt, ahead, nil
	}
	all, left := b.quota(quotas)
	switch {
	case all == 0 && left == 0: // the service does not say
		return math.MaxInt, ahead, nil
	case isPartial:
		return int(left), ahead, nil
	}
	n, err := need()
	if err == nil && n > int(left) {
		err = &QuotaError{b.action, n, int(left)}
	}
	return math.MaxInt, ahead, err
}

// verdictOf reads what a call to submit paths came to.
func verdictOf(err error) bulk.Verdict {
	switch answer, isAnswer := errors.AsType[*Error](err); {
	case err == nil:
		return bulk.Accepted
	case IsCode(err, types.QuotaPerMinuteExceededRefresh):
		return bulk.NotNow
	case errors.Is(err, ErrQuota):
		return bulk.Exhausted
	case isAnswer && strings.HasPrefix(answer.Code, "InvalidObjectPath"):
		return bulk.PathRefused
	case isAnswer && strings.HasPrefix(answer.Code, "InvalidDomain"),
		IsCode(err, types.InvalidExtensiveDomainValueNotSupported, types.IllegalOperation):
		return bulk.DomainRefused
	}
	if _, isUnreadable := errors.AsType[*DecodeError](err); isUnreadable {
		return bulk.Lost
	}
	outcome := outcomeOf(err)
	if outcome == retry.Refused && (errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)) {
		return bulk.Unreachable // held back by the limiter or the credentials
	}
	switch outcome {
	case retry.Throttled, retry.Busy:
		return bulk.NotNow
	case retry.NotSent:
		return bulk.Unreachable
	case retry.Failed, retry.Lost, retry.Canceled:
		return bulk.Lost
	default:
		return bulk.Refused
	}
}

// findTasks returns the tasks that a path has had since then, the latest
// first. An account that may not look tasks up has none.
func (c *Client) findTasks(ctx context.Context, kind types.TaskObjectType, path string, since time.Time) ([]types.ID, error) {
	resp, err := c.DescribeRefreshTasks(ctx, &types.DescribeRefreshTasksRequest{ObjectPath: path, ObjectType: kind}, WithAttempts(patient))
	switch {
	case err != nil && (ctx.Err() != nil || isTransient(err)):
		return nil, err
	case err != nil:
		return nil, nil //nolint:nilerr // the paths are submitted once more
	}
	var ids []types.ID
	for _, task := range resp.Tasks {
		if !task.CreationTime.Before(since.Truncate(time.Second)) {
			ids = append(ids, task.TaskId)
		}
	}
	return ids, nil
}
