package alicdn

import (
	"cmp"
	"context"
	"iter"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/internal/paging"
	"github.com/alicdn/alicdn-go/internal/poll"
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
func (c *Client) PushObjectCache(ctx context.Context, req *types.PushObjectCacheRequest, opts ...CallOption) (*types.PushObjectCacheResponse, error) {
	return invoke[types.PushObjectCacheResponse](ctx, c, "PushObjectCache", req, opts)
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
func (c *Client) DescribeRefreshQuota(ctx context.Context, req *types.DescribeRefreshQuotaRequest, opts ...CallOption) (*types.DescribeRefreshQuotaResponse, error) {
	return invoke[types.DescribeRefreshQuotaResponse](ctx, c, "DescribeRefreshQuota", req, opts)
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
func (c *Client) DescribeRefreshTasks(ctx context.Context, req *types.DescribeRefreshTasksRequest, opts ...CallOption) (*types.DescribeRefreshTasksResponse, error) {
	return invoke[types.DescribeRefreshTasksResponse](ctx, c, "DescribeRefreshTasks", req, opts)
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

// WaitForRefreshTasks waits until the tasks with these IDs are complete, which
// [Client.RefreshObjectCaches], [Client.PushObjectCache] or
// [Client.BlockObjectCaches] started. An ID may be the whole answer of one of
// them, a list with commas. It returns the tasks as it last saw them, one for
// each URL, in the order of the IDs, also beside an error. Of a task with many
// URLs that runs still there may be only the first ones.
//
// A task that is not listed yet is waited for. The service forgets tasks after 3
// days: for those, and for IDs that never were, it waits in vain.
//
// It asks every 5 to 30 seconds, with a call for each task that is not complete
// and one more for each further 50 URLs of those that are. Typical are 5 minutes
// for a refresh and up to half an hour for a preload. A million URLs are a
// million elements: wait for so many in portions.
//
// The first task that has failed, timed out or was canceled, if only for one
// URL, ends the wait at once with a [*WaitError]: its Failed names the task, the
// result says which URL and why, and its Remaining are the tasks to wait for
// when you go on. The end of ctx and errors that stay, such as an ID that is
// malformed ([ErrInvalid]), are a [*WaitError] too. Polls that were throttled or
// failed in the service are made again.
func (c *Client) WaitForRefreshTasks(ctx context.Context, taskIds []string, opts WaitOptions) ([]types.CDNTask, error) {
	ids := splitIds(taskIds)
	if len(ids) == 0 {
		return nil, &ParamError{"DescribeRefreshTasks", "TaskId", "is required to wait for it"}
	}
	found := map[string][]types.CDNTask{}
	waiter := poll.Waiter{Pace: poll.Pace{Min: 5 * time.Second, Max: 30 * time.Second}}
	err := wait(ctx, "tasks "+listed(ids), opts, waiter, poll.Each(ids, func(ctx context.Context, id string) (poll.State, error) {
		tasks, err := c.unfinishedTasks(ctx, id)
		if err != nil {
			return poll.State{}, err
		}
		found[id] = tasks
		return taskState(id, tasks), nil
	}))
	var all []types.CDNTask
	for _, id := range ids {
		all = append(all, found[id]...)
	}
	return all, err
}

// unfinishedTasks returns the tasks with an ID, up to the end of the page on
// which the first of them has not ended.
func (c *Client) unfinishedTasks(ctx context.Context, id string) (tasks []types.CDNTask, err error) {
	running := false
	for task, err := range c.DescribeRefreshTasksIter(ctx, &types.DescribeRefreshTasksRequest{TaskId: id}) {
		if err != nil {
			return nil, err
		}
		tasks = append(tasks, task)
		running = running || !taskEnded[task.Status]
		if running && len(tasks)%refreshTasks.Size == 0 {
			break
		}
	}
	return tasks, nil
}

// taskEnded are the states in which a task stays.
var taskEnded = map[types.TaskStatus]bool{
	types.TaskStatusComplete: true,
	types.TaskStatusFailed:   true,
	types.TaskStatusTimeout:  true,
	types.TaskStatusCanceled: true,
}

// taskState says how far a task is, of which there is one entry for each URL.
func taskState(id string, tasks []types.CDNTask) poll.State {
	state := poll.State{Done: len(tasks) > 0}
	for _, task := range tasks {
		switch {
		case task.Status == types.TaskStatusComplete:
			state.Name = cmp.Or(state.Name, string(task.Status))
		case taskEnded[task.Status]:
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
func (c *Client) RefreshObjectCaches(ctx context.Context, req *types.RefreshObjectCachesRequest, opts ...CallOption) (*types.RefreshObjectCachesResponse, error) {
	return invoke[types.RefreshObjectCachesResponse](ctx, c, "RefreshObjectCaches", req, opts)
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
func (c *Client) BlockObjectCaches(ctx context.Context, req *types.BlockObjectCachesRequest, opts ...CallOption) (*types.BlockObjectCachesResponse, error) {
	return invoke[types.BlockObjectCachesResponse](ctx, c, "BlockObjectCaches", req, opts)
}
