package alicdn

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/internal/paging"
	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/types"
)

// DescribeUserUsageDataExportTask lists the tasks of the last three months that
// [Client.CreateUserUsageDataExportTask] created, with the addresses of their
// files.
//
// A page has 20 tasks unless PageSize, at most 50, says otherwise. Times are
// UTC. DownloadUrl is a signed URL: it is a secret while it is valid.
//
// It only reads; at most 100 calls a second.
//
// The reference names no errors.
//
// Reference: section 10.1.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeuserusagedataexporttask
func (c *Client) DescribeUserUsageDataExportTask(ctx context.Context, req *types.DescribeUserUsageDataExportTaskRequest, opts ...CallOption) (*types.DescribeUserUsageDataExportTaskResponse, error) {
	return invoke(ctx, c, "DescribeUserUsageDataExportTask", req, new(types.DescribeUserUsageDataExportTaskResponse), opts)
}

// DescribeUserUsageDataExportTaskIter yields the tasks that
// [Client.DescribeUserUsageDataExportTask] lists, from the page of the request
// to the last, 50 a page unless the request says otherwise.
//
// A page is fetched when its first task is asked for. An error is yielded once
// and is the last; the iterator may be ranged over again. No task is yielded
// twice; those that are created meanwhile may be missing. The request is not
// changed.
func (c *Client) DescribeUserUsageDataExportTaskIter(ctx context.Context, req *types.DescribeUserUsageDataExportTaskRequest, opts ...CallOption) iter.Seq2[types.UsageData, error] {
	return pages(ctx, usageExports, c.DescribeUserUsageDataExportTask, req, opts)
}

var usageExports = paging.List[types.DescribeUserUsageDataExportTaskRequest, types.DescribeUserUsageDataExportTaskResponse, types.UsageData]{
	Action: "DescribeUserUsageDataExportTask",
	Size:   50,
	Page: func(req *types.DescribeUserUsageDataExportTaskRequest) (number, size *int) {
		return &req.PageNumber, &req.PageSize
	},
	Read: func(resp *types.DescribeUserUsageDataExportTaskResponse) paging.Page[types.UsageData] {
		return paging.Page[types.UsageData]{Items: resp.UsageDataPerPage, Size: int(resp.PageSize), Total: int64(resp.TotalCount)}
	},
	Key: exportKey,
}

// exportKey tells exports apart. Not every service names a TaskId.
func exportKey(task types.UsageData) string {
	return fmt.Sprint(task.TaskId, task.TaskName, task.CreateTime, task.StartTime, task.EndTime)
}

// WaitForUsageDataExport waits until the file of a task of
// [Client.CreateUserUsageDataExportTask] can be fetched, and returns the task
// with its DownloadUrl: a signed URL, to be treated as a secret while it is
// valid. Beside an error it is the task as it was last seen; nil if it never
// was.
//
// A task that is not listed yet is waited for, also in vain. It asks every 3 to
// 30 seconds. A task that has failed ends the wait at once with a [*WaitError],
// as do the end of ctx and errors that stay. Polls that were throttled or failed
// in the service are made again.
func (c *Client) WaitForUsageDataExport(ctx context.Context, taskId string, opts WaitOptions) (*types.UsageData, error) {
	return waitForExport(ctx, "DescribeUserUsageDataExportTask", taskId, opts, func(ctx context.Context) iter.Seq2[types.UsageData, error] {
		return c.DescribeUserUsageDataExportTaskIter(ctx, nil)
	})
}

// waitForExport waits for a task among those that list yields.
func waitForExport(
	ctx context.Context, action, taskId string, opts WaitOptions, list func(context.Context) iter.Seq2[types.UsageData, error],
) (*types.UsageData, error) {
	if taskId == "" {
		return nil, &ParamError{action, "TaskId", "is required to wait for it"}
	}
	var found *types.UsageData
	waiter := poll.Waiter{Pace: poll.Pace{Min: 3 * time.Second, Max: 30 * time.Second}}
	err := wait(ctx, "export task "+taskId, opts, waiter, func(ctx context.Context) (poll.State, error) {
		for task, err := range list(ctx) {
			switch {
			case err != nil:
				return poll.State{}, err
			case string(task.TaskId) == taskId:
				found = &task
				return exportState(task), nil
			}
		}
		return poll.State{Name: "not listed", Remaining: []string{taskId}}, nil
	})
	return found, err
}

// exportState says how far an export is. The reference begins its states with
// a capital letter, today's service does not.
func exportState(task types.UsageData) poll.State {
	state := poll.State{Name: task.Status}
	switch id := string(task.TaskId); {
	case strings.EqualFold(task.Status, "failed"):
		state.Failed = []string{id}
	case strings.EqualFold(task.Status, "success") && task.DownloadUrl != "":
		state.Done = true
	default:
		state.Remaining = []string{id}
	}
	return state
}

// CreateUserUsageDataExportTask creates a task that exports the usage of the
// account to a PDF file. [Client.WaitForUsageDataExport] waits until the file is
// ready, and says where.
//
// It spans at most one month and goes back about one year. Times are UTC.
//
// It is not repeated after a lost answer; at most 100 calls a second.
//
// The reference names no errors. Errors worth handling today:
// InvalidTimeRange, InvalidStartTime.ValueNotSupported.
//
// Reference: section 10.2.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-createuserusagedataexporttask
func (c *Client) CreateUserUsageDataExportTask(ctx context.Context, req *types.CreateUserUsageDataExportTaskRequest, opts ...CallOption) (*types.CreateUserUsageDataExportTaskResponse, error) {
	return invoke(ctx, c, "CreateUserUsageDataExportTask", req, new(types.CreateUserUsageDataExportTaskResponse), opts)
}

// DeleteUserUsageDataExportTask deletes a task of
// [Client.CreateUserUsageDataExportTask].
//
// Repeating it has no second effect; at most 100 calls a second. What it does
// about a task that does not exist is not documented.
//
// Errors worth handling: InvalidTaskId.Malformed.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-deleteuserusagedataexporttask
func (c *Client) DeleteUserUsageDataExportTask(ctx context.Context, req *types.DeleteUserUsageDataExportTaskRequest, opts ...CallOption) (*types.DeleteUserUsageDataExportTaskResponse, error) {
	return invoke(ctx, c, "DeleteUserUsageDataExportTask", req, new(types.DeleteUserUsageDataExportTaskResponse), opts)
}

// CreateUsageDetailDataExportTask creates a task that exports the usage of
// domains in steps of 5 minutes to an Excel file.
// [Client.WaitForUsageDetailDataExport] waits until the file is ready, and says
// where.
//
// It spans at most one month and goes back about one year, to 2018-07-20 at
// most. Group goes before DomainNames; without both it covers the account.
// Times are UTC.
//
// It is not repeated after a lost answer; at most 100 calls a second.
//
// Errors worth handling: InvalidTimeRange for a span of more than 31 days,
// IllegalOperation for a domain that may not be operated on, OperationDenied if
// the CDN service is not open or suspended.
//
// Reference: section 10.3.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-createusagedetaildataexporttask
func (c *Client) CreateUsageDetailDataExportTask(ctx context.Context, req *types.CreateUsageDetailDataExportTaskRequest, opts ...CallOption) (*types.CreateUsageDetailDataExportTaskResponse, error) {
	return invoke(ctx, c, "CreateUsageDetailDataExportTask", req, new(types.CreateUsageDetailDataExportTaskResponse), opts)
}

// DeleteUsageDetailDataExportTask deletes a task of
// [Client.CreateUsageDetailDataExportTask].
//
// Repeating it has no second effect; at most 100 calls a second. What it does
// about a task that does not exist is not documented. The vendor's document
// names [Client.DescribeUserUsageDataExportTask] as the source of the ID, which
// lists the tasks of the other kind.
//
// Errors worth handling: InvalidTaskId.Malformed.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-deleteusagedetaildataexporttask
func (c *Client) DeleteUsageDetailDataExportTask(ctx context.Context, req *types.DeleteUsageDetailDataExportTaskRequest, opts ...CallOption) (*types.DeleteUsageDetailDataExportTaskResponse, error) {
	return invoke(ctx, c, "DeleteUsageDetailDataExportTask", req, new(types.DeleteUsageDetailDataExportTaskResponse), opts)
}

// DescribeUserUsageDetailDataExportTask lists the tasks that
// [Client.CreateUsageDetailDataExportTask] created, with the addresses of their
// files.
//
// Section 10.4 of the reference lists those of about one year, its overview and
// the service of today those of the last three months. A page has 20 tasks
// unless PageSize, at most 50, says otherwise. Times are UTC. DownloadUrl is a
// signed URL: it is a secret while it is valid.
//
// It only reads; at most 100 calls a second.
//
// The reference names no errors.
//
// Reference: section 10.4.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeuserusagedetaildataexporttask
func (c *Client) DescribeUserUsageDetailDataExportTask(ctx context.Context, req *types.DescribeUserUsageDetailDataExportTaskRequest, opts ...CallOption) (*types.DescribeUserUsageDetailDataExportTaskResponse, error) {
	return invoke(ctx, c, "DescribeUserUsageDetailDataExportTask", req, new(types.DescribeUserUsageDetailDataExportTaskResponse), opts)
}

// DescribeUserUsageDetailDataExportTaskIter yields the tasks that
// [Client.DescribeUserUsageDetailDataExportTask] lists, from the page of the request
// to the last, 50 a page unless the request says otherwise.
//
// A page is fetched when its first task is asked for. An error is yielded once
// and is the last; the iterator may be ranged over again. No task is yielded
// twice; those that are created meanwhile may be missing. The request is not
// changed.
func (c *Client) DescribeUserUsageDetailDataExportTaskIter(ctx context.Context, req *types.DescribeUserUsageDetailDataExportTaskRequest, opts ...CallOption) iter.Seq2[types.UsageData, error] {
	return pages(ctx, usageDetailExports, c.DescribeUserUsageDetailDataExportTask, req, opts)
}

var usageDetailExports = paging.List[types.DescribeUserUsageDetailDataExportTaskRequest, types.DescribeUserUsageDetailDataExportTaskResponse, types.UsageData]{
	Action: "DescribeUserUsageDetailDataExportTask",
	Size:   50,
	Page: func(req *types.DescribeUserUsageDetailDataExportTaskRequest) (number, size *int) {
		return &req.PageNumber, &req.PageSize
	},
	Read: func(resp *types.DescribeUserUsageDetailDataExportTaskResponse) paging.Page[types.UsageData] {
		return paging.Page[types.UsageData]{Items: resp.UsageDataPerPage, Size: int(resp.PageSize), Total: int64(resp.TotalCount)}
	},
	Key: exportKey,
}

// WaitForUsageDetailDataExport waits until the file of a task of
// [Client.CreateUsageDetailDataExportTask] can be fetched, in the way of
// [Client.WaitForUsageDataExport].
func (c *Client) WaitForUsageDetailDataExport(ctx context.Context, taskId string, opts WaitOptions) (*types.UsageData, error) {
	return waitForExport(ctx, "DescribeUserUsageDetailDataExportTask", taskId, opts, func(ctx context.Context) iter.Seq2[types.UsageData, error] {
		return c.DescribeUserUsageDetailDataExportTaskIter(ctx, nil)
	})
}

// DescribeDomainUsageData returns the usage of domains in a billing area over
// time: bandwidth in bit/s, traffic in byte, or the number of requests.
//
// It covers at most 100 domains, added up, or all of the account. In the
// reference Interval 300 spans at most 3 days and goes back half a year; 3600
// and 86400 span 31 days and go back one year. Today 300 spans 3 days and goes
// back 93 days, 3600 spans 31 and goes back 186, and 86400 spans 90 and goes
// back 366. Without Interval the step is an hour for spans of 1 to 3 days and a
// day from 4 days on. Times are UTC. Not all values of Field, Area, Type and
// DataProtocol go together: see [types.DescribeDomainUsageDataRequest].
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidTimeRange for a span that is too long, today
// InvalidTimeSpan; InvalidDomain.NotFound and InvalidDomain.Offline.
//
// Reference: section 10.5.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainusagedata
func (c *Client) DescribeDomainUsageData(ctx context.Context, req *types.DescribeDomainUsageDataRequest, opts ...CallOption) (*types.DescribeDomainUsageDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainUsageData", req, new(types.DescribeDomainUsageDataResponse), opts)
}

// DescribeDomainUsageDataSeries returns the usage of domains in a billing area
// over any range, in bit/s, byte or requests as Field says, as a [Series].
//
// Interval 300 makes windows of 3 days, 3600 and 86400 of 31; left out, it is
// the finest of which one window holds the range. Today data of 300 go back 93
// days, of 3600 186 and of 86400 366; by the reference half a year and one
// year. With Field bps a value is the highest bandwidth of its interval, and
// PeakTime when that was.
func (c *Client) DescribeDomainUsageDataSeries(ctx context.Context, req *types.DescribeDomainUsageDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainUsageDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainUsageData", req, new(types.DescribeDomainUsageDataResponse), new(Series[types.DomainUsageDataModule]), opts, callOpts)
}

// DescribeCdnReportList lists the operations reports that there are, or one of
// them, with their layout and without their figures, which
// [Client.DescribeCdnReport] returns.
//
// It only reads; at most 3 calls a second.
//
// Errors worth handling: InvalidParameter. The vendor's documents list the same
// six codes with every action about reports, also where they cannot occur.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnreportlist
func (c *Client) DescribeCdnReportList(ctx context.Context, req *types.DescribeCdnReportListRequest, opts ...CallOption) (*types.DescribeCdnReportListResponse, error) {
	return invoke(ctx, c, "DescribeCdnReportList", req, new(types.DescribeCdnReportListResponse), opts)
}

// DescribeCdnReport returns the figures of an operations report: the URLs with
// the most traffic, the regions of the visitors and so on, as
// [types.ReportId] lists them.
//
// A report takes some of the parameters and none of the others, see
// [types.DescribeCdnReportRequest]. Its rows have a value for each column that
// the Header of its layout names, some written as numbers and some as text; the
// columns are documented for the reports of URLs only. Times are UTC. How far
// back and how long a report may reach is not documented.
//
// It only reads; at most 3 calls a second.
//
// Errors worth handling: InvalidParameter, TimeParseFailed. The vendor's
// documents list the same six codes with every action about reports, also where
// they cannot occur.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnreport
func (c *Client) DescribeCdnReport(ctx context.Context, req *types.DescribeCdnReportRequest, opts ...CallOption) (*types.DescribeCdnReportResponse, error) {
	return invoke(ctx, c, "DescribeCdnReport", req, new(types.DescribeCdnReportResponse), opts)
}

// CreateCdnDeliverTask creates a task that mails operations reports at regular
// times. Its ID is DeliverId; [Client.DescribeCdnDeliverList] shows it.
//
// Reports, Deliver and Schedule are sent as plain JSON. The vendor's texts ask
// for JSON with its quotes escaped, which one of its examples is without.
//
// It is not repeated after a lost answer: the name has to be new, so that
// [Client.DescribeCdnDeliverList] tells whether the task is there. At most 3
// calls a second. All parameters travel in the body.
//
// Errors worth handling: NameAlreadyExists, DeliverExceedLimit for too many
// tasks, TimeParseFailed, InvalidParameter.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-createcdndelivertask
func (c *Client) CreateCdnDeliverTask(ctx context.Context, req *types.CreateCdnDeliverTaskRequest, opts ...CallOption) (*types.CreateCdnDeliverTaskResponse, error) {
	return invoke(ctx, c, "CreateCdnDeliverTask", req, new(types.CreateCdnDeliverTaskResponse), opts)
}

// UpdateCdnDeliverTask changes a task of [Client.CreateCdnDeliverTask]: what of
// Name, Reports, Deliver and Schedule is given replaces what was.
//
// Repeating it has no second effect; at most 3 calls a second. All parameters
// travel in the body.
//
// Errors worth handling: NameAlreadyExists, SubscriptionNotFound,
// TimeParseFailed, InvalidParameter.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-updatecdndelivertask
func (c *Client) UpdateCdnDeliverTask(ctx context.Context, req *types.UpdateCdnDeliverTaskRequest, opts ...CallOption) (*types.UpdateCdnDeliverTaskResponse, error) {
	return invoke(ctx, c, "UpdateCdnDeliverTask", req, new(types.UpdateCdnDeliverTaskResponse), opts)
}

// DeleteCdnDeliverTask deletes a task of [Client.CreateCdnDeliverTask].
//
// Repeating it has no second effect; at most 3 calls a second. What it does
// about a task that does not exist is not documented.
//
// Errors worth handling: SubscriptionNotFound, an [ErrNotFound], of which an
// earlier attempt may be the cause.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-deletecdndelivertask
func (c *Client) DeleteCdnDeliverTask(ctx context.Context, req *types.DeleteCdnDeliverTaskRequest, opts ...CallOption) (*types.DeleteCdnDeliverTaskResponse, error) {
	return invoke(ctx, c, "DeleteCdnDeliverTask", req, new(types.DeleteCdnDeliverTaskResponse), opts)
}

// DescribeCdnDeliverList lists the tasks of [Client.CreateCdnDeliverTask], or
// one of them.
//
// The answer holds mail addresses: it prints itself without them.
//
// It only reads; at most 3 calls a second.
//
// Errors worth handling: InvalidParameter.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdndeliverlist
func (c *Client) DescribeCdnDeliverList(ctx context.Context, req *types.DescribeCdnDeliverListRequest, opts ...CallOption) (*types.DescribeCdnDeliverListResponse, error) {
	return invoke(ctx, c, "DescribeCdnDeliverList", req, new(types.DescribeCdnDeliverListResponse), opts)
}

// CreateCdnSubTask creates the custom operations report of the account, made of
// the reports that are named. There is one an account.
//
// The answer has no ID, and no action takes one; [Client.DescribeCdnSubList]
// shows the report.
//
// It is not repeated after a lost answer: a second call likely fails with
// SubscriptionAlreadyExists. At most 3 calls a second. All parameters travel in
// the body.
//
// Errors worth handling: SubscriptionAlreadyExists, InvalidParameter.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-createcdnsubtask
func (c *Client) CreateCdnSubTask(ctx context.Context, req *types.CreateCdnSubTaskRequest, opts ...CallOption) (*types.CreateCdnSubTaskResponse, error) {
	return invoke(ctx, c, "CreateCdnSubTask", req, new(types.CreateCdnSubTaskResponse), opts)
}

// UpdateCdnSubTask changes the custom operations report of the account.
//
// Repeating it has no second effect; at most 3 calls a second. All parameters
// travel in the body.
//
// Errors worth handling: SubscriptionNotFound if there is none,
// TimeParseFailed, InvalidParameter.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-updatecdnsubtask
func (c *Client) UpdateCdnSubTask(ctx context.Context, req *types.UpdateCdnSubTaskRequest, opts ...CallOption) (*types.UpdateCdnSubTaskResponse, error) {
	return invoke(ctx, c, "UpdateCdnSubTask", req, new(types.UpdateCdnSubTaskResponse), opts)
}

// DeleteCdnSubTask deletes the custom operations report of the account, all of
// them if there are several.
//
// Repeating it has no second effect; at most 3 calls a second.
//
// Errors worth handling: SubscriptionNotFound if there is none, an
// [ErrNotFound], of which an earlier attempt may be the cause.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-deletecdnsubtask
func (c *Client) DeleteCdnSubTask(ctx context.Context, req *types.DeleteCdnSubTaskRequest, opts ...CallOption) (*types.DeleteCdnSubTaskResponse, error) {
	return invoke(ctx, c, "DeleteCdnSubTask", req, new(types.DeleteCdnSubTaskResponse), opts)
}

// DescribeCdnSubList returns the custom operations report of the account, as a
// list of none or one.
//
// It only reads; at most 3 calls a second.
//
// The vendor's documents list the same six codes with every action about
// reports; none of them fits this one.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnsublist
func (c *Client) DescribeCdnSubList(ctx context.Context, req *types.DescribeCdnSubListRequest, opts ...CallOption) (*types.DescribeCdnSubListResponse, error) {
	return invoke(ctx, c, "DescribeCdnSubList", req, new(types.DescribeCdnSubListResponse), opts)
}
