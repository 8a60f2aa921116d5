package types

import (
	"fmt"
	"net/url"
	"strings"
)

// ObjectType says what RefreshObjectCaches refreshes. The values of
// DescribeRefreshTasks are spelled otherwise: [TaskObjectType].
type ObjectType string

// What can be refreshed. The reference knows File and Directory.
const (
	// ObjectTypeFile refreshes single URLs. It is the default.
	ObjectTypeFile ObjectType = "File"
	// ObjectTypeDirectory refreshes all below a URL that ends with a slash.
	ObjectTypeDirectory ObjectType = "Directory"
	// ObjectTypeRegex refreshes the URLs that match a regular expression.
	ObjectTypeRegex ObjectType = "Regex"
	// ObjectTypeIgnoreParams refreshes URLs whatever their query string is.
	ObjectTypeIgnoreParams ObjectType = "IgnoreParams"
	// ObjectTypeExQuery is how the English documents of today call
	// IgnoreParams.
	ObjectTypeExQuery ObjectType = "ExQuery"
)

// TaskObjectType is the kind of a task in DescribeRefreshTasks, in the request
// and in the answer. RefreshObjectCaches spells its values otherwise:
// [ObjectType].
type TaskObjectType string

// The kinds of tasks. The reference knows File, Directory, Path and Preload.
const (
	// TaskObjectTypeFile is a refresh of URLs.
	TaskObjectTypeFile TaskObjectType = "file"
	// TaskObjectTypeDirectory is a refresh of directories.
	TaskObjectTypeDirectory TaskObjectType = "directory"
	// TaskObjectTypePath is a refresh of directories in the answers that the
	// reference describes; requests and the answers of today say directory.
	TaskObjectTypePath TaskObjectType = "path"
	// TaskObjectTypePreload is a preload of URLs.
	TaskObjectTypePreload TaskObjectType = "preload"
	// TaskObjectTypeRegex is a refresh by regular expression.
	TaskObjectTypeRegex TaskObjectType = "regex"
	// TaskObjectTypeBlock blocks URLs.
	TaskObjectTypeBlock TaskObjectType = "block"
	// TaskObjectTypeUnblock lifts the block of URLs.
	TaskObjectTypeUnblock TaskObjectType = "unblock"
	// TaskObjectTypeIgnoreParams is a refresh whatever the query string is.
	TaskObjectTypeIgnoreParams TaskObjectType = "IgnoreParams"
)

// TaskStatus is how far a refresh or preload task is.
type TaskStatus string

// The states of a task. The reference filters by Complete, Refreshing and
// Failed only.
const (
	// TaskStatusComplete is a task that has taken effect on the whole network.
	TaskStatusComplete TaskStatus = "Complete"
	// TaskStatusRefreshing is a task that runs, a preload as well.
	TaskStatusRefreshing TaskStatus = "Refreshing"
	// TaskStatusFailed is a task that failed; its Description says why.
	TaskStatusFailed TaskStatus = "Failed"
	// TaskStatusPending is a task that waits to be run.
	TaskStatusPending TaskStatus = "Pending"
	// TaskStatusTimeout is a task that took too long.
	TaskStatusTimeout TaskStatus = "Timeout"
	// TaskStatusCanceled is a task that was given up.
	TaskStatusCanceled TaskStatus = "Canceled"
)

// PreloadArea is where PushObjectCache loads content to.
type PreloadArea string

// The areas of a preload.
const (
	// PreloadAreaDomestic is mainland China.
	PreloadAreaDomestic PreloadArea = "domestic"
	// PreloadAreaOverseas is the rest of the world.
	PreloadAreaOverseas PreloadArea = "overseas"
)

// BlockType says whether to block or to lift a block: of content in
// BlockObjectCaches, of addresses in SetCdnFullDomainsBlockIP.
type BlockType string

// What can be done with a block.
const (
	// BlockTypeBlock blocks.
	BlockTypeBlock BlockType = "block"
	// BlockTypeUnblock lifts the block.
	BlockTypeUnblock BlockType = "unblock"
)

// Headers are HTTP headers by name, written as a JSON object.
type Headers map[string]string

// EncodeValues writes the headers as one JSON object, in the order of their
// names.
func (h Headers) EncodeValues(key string, v *url.Values) error {
	return setJSON(key, h, v)
}

// PushObjectCacheRequest holds the parameters of PushObjectCache.
type PushObjectCacheRequest struct {
	// ObjectPath are the URLs to preload, such as example.com/image/1.png: at
	// most 100, today each of at most 1024 characters. Wildcard domains are
	// not supported. Required.
	ObjectPath []string `url:"ObjectPath" del:"\n" check:"max=100,len=1024"`

	// Area is where to preload. Left out, it is the area of the domain.
	Area PreloadArea `url:"Area,omitempty"`

	// L2Preload preloads the L2 nodes. Otherwise the nodes next to the origin
	// are preloaded, L2 or L3. Only today.
	L2Preload bool `url:"L2Preload,omitempty"`

	// ConsistencyHash preloads by hash, which spares the origin. It is for
	// domains of mainland China that route to the origin by hash. Only today.
	ConsistencyHash bool `url:"ConsistencyHash,omitempty"`

	// QueryHashkey looks up the cache key by the configuration of the domain.
	// Otherwise the URL is the cache key. Only today.
	QueryHashkey bool `url:"QueryHashkey,omitempty"`

	// WithHeader are the headers that the preload requests carry. Left out, or
	// without Accept-Encoding, that one is gzip. Only today.
	WithHeader Headers `url:"WithHeader,omitempty"`
}

// PushObjectCacheResponse is the answer of PushObjectCache.
type PushObjectCacheResponse struct {
	Meta

	// PushTaskId is the ID of the task, or several separated by commas.
	PushTaskId ID `json:"PushTaskId"`
}

// DescribeRefreshQuotaRequest holds the parameters of DescribeRefreshQuota:
// none.
type DescribeRefreshQuotaRequest struct{}

// DescribeRefreshQuotaResponse is the answer of DescribeRefreshQuota. Its
// figures are numbers of URLs, directories and expressions, a day and account.
// Those of blocks, regular expressions, ignored parameters and L1 nodes are
// only sent today.
type DescribeRefreshQuotaResponse struct {
	Meta

	// DirQuota is how many directories may be refreshed today.
	DirQuota Int `json:"DirQuota"`

	// DirRemain is how many directory refreshes are left today.
	DirRemain Int `json:"DirRemain"`

	// UrlQuota is how many URLs may be refreshed today.
	UrlQuota Int `json:"UrlQuota"`

	// UrlRemain is how many URL refreshes are left today.
	UrlRemain Int `json:"UrlRemain"`

	// PreloadQuota is how many URLs may be preloaded today. The reference
	// grants 2000 in PushObjectCache, its sample says 500, today the default
	// is 1000.
	PreloadQuota Int `json:"PreloadQuota"`

	// PreloadRemain is how many preloads are left today.
	PreloadRemain Int `json:"PreloadRemain"`

	// BlockQuota is how many URLs and directories may be blocked today.
	BlockQuota Int `json:"BlockQuota"`

	// BlockRemain is how many blocks are left today.
	BlockRemain Int `json:"BlockRemain"`

	// IgnoreParamsQuota is how many refreshes with ignored parameters are
	// allowed today.
	IgnoreParamsQuota Int `json:"IgnoreParamsQuota"`

	// IgnoreParamsRemain is how many of them are left today.
	IgnoreParamsRemain Int `json:"IgnoreParamsRemain"`

	// PreloadEdgeQuota is how many preloads to L1 nodes are allowed today.
	PreloadEdgeQuota Int `json:"PreloadEdgeQuota"`

	// PreloadEdgeRemain is how many preloads to L1 nodes are left today.
	PreloadEdgeRemain Int `json:"PreloadEdgeRemain"`

	// RegexQuota is how many refreshes by regular expression are allowed
	// today.
	RegexQuota Int `json:"RegexQuota"`

	// RegexRemain is how many of them are left today.
	RegexRemain Int `json:"RegexRemain"`
}

// DescribeRefreshTasksRequest holds the parameters of DescribeRefreshTasks.
type DescribeRefreshTasksRequest struct {
	// TaskId is the ID of the task to look up. Left out, tasks are not
	// narrowed by ID.
	TaskId string `url:"TaskId,omitempty"`

	// ObjectPath is the path to look up; it must match exactly. Left out,
	// tasks are not narrowed by path.
	ObjectPath string `url:"ObjectPath,omitempty"`

	// DomainName is the domain whose tasks are listed; it needs ObjectType.
	// Left out, they are those of all domains.
	DomainName string `url:"DomainName,omitempty" check:"with=ObjectType"`

	// ObjectType is the kind of tasks that are listed. It must be given
	// together with DomainName or Status. Left out, it is every kind.
	ObjectType TaskObjectType `url:"ObjectType,omitempty"`

	// Status is the state of the tasks that are listed; it needs ObjectType.
	// Left out, it is every state.
	Status TaskStatus `url:"Status,omitempty" check:"with=ObjectType"`

	// StartTime is the start of the range, in UTC, at most 3 days ago. Give it
	// together with EndTime. Left out, the range is the last 3 days.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the range, in UTC, later than StartTime.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime"`

	// PageSize is the number of tasks a page: 1 to 100 today, to 50 in the
	// reference. The default is 20.
	PageSize int `url:"PageSize,omitempty" check:"min=1,max=100"`

	// PageNumber is the page to return, 1 to 100000. Left out, it is the
	// first.
	PageNumber int `url:"PageNumber,omitempty" check:"min=1,max=100000"`

	// ResourceGroupId is the resource group whose tasks are listed. Left out,
	// tasks are not narrowed by group. Only today.
	ResourceGroupId string `url:"ResourceGroupId,omitempty"`
}

// DescribeRefreshTasksResponse is the answer of DescribeRefreshTasks.
type DescribeRefreshTasksResponse struct {
	Meta

	// Tasks are the tasks of the page.
	Tasks List[CDNTask] `json:"Tasks"`

	// PageNumber is the page, from 1.
	PageNumber Int `json:"PageNumber"`

	// PageSize is the number of tasks a page.
	PageSize Int `json:"PageSize"`

	// TotalCount is the number of tasks on all pages.
	TotalCount Int `json:"TotalCount"`
}

// CDNTask is a refresh or preload task.
type CDNTask struct {
	// CreationTime is when the task was created.
	CreationTime Time `json:"CreationTime"`

	// ObjectPath is the path that is refreshed or preloaded.
	ObjectPath string `json:"ObjectPath"`

	// Status is how far the task is. Besides the values to filter by it may
	// be Pending.
	Status TaskStatus `json:"Status"`

	// TaskId is the ID of the task. The tasks of one call share it.
	TaskId ID `json:"TaskId"`

	// ObjectType is the kind of the task. A directory is path in the
	// reference and directory today.
	ObjectType TaskObjectType `json:"ObjectType"`

	// Process is the progress in percent, with the sign: 100%.
	Process string `json:"Process"`

	// Description says why a task failed: Internal Error, Origin Timeout or
	// Origin Return StatusCode 5XX. Otherwise it is empty.
	Description string `json:"Description"`
}

// DescribeRefreshTaskByIdRequest holds the parameters of
// DescribeRefreshTaskById.
type DescribeRefreshTaskByIdRequest struct {
	// TaskId are the IDs of the tasks, at most 10. Where RefreshObjectCaches,
	// RefreshObjectCacheByCacheTag or PushObjectCache answers with several,
	// separated by commas, each is an element here. Required.
	TaskId []string `url:"TaskId,comma" check:"max=10"`
}

// DescribeRefreshTaskByIdResponse is the answer of DescribeRefreshTaskById.
type DescribeRefreshTaskByIdResponse struct {
	Meta

	// Tasks are the tasks with these IDs, one for each path.
	Tasks List[CDNTask] `json:"Tasks"`

	// TotalCount is the number of tasks.
	TotalCount Int `json:"TotalCount"`
}

// DescribePreloadDetailByIdRequest holds the parameters of
// DescribePreloadDetailById.
type DescribePreloadDetailByIdRequest struct {
	// TaskId is the ID of the task, one only, as PushObjectCache returned it.
	// Required.
	TaskId string `url:"TaskId"`
}

// DescribePreloadDetailByIdResponse is the answer of DescribePreloadDetailById.
type DescribePreloadDetailByIdResponse struct {
	Meta

	// UrlDetails is the task, one element for each of its domains.
	UrlDetails List[PreloadDetail] `json:"UrlDetails"`

	// TotalCount is the number of elements.
	TotalCount Int `json:"TotalCount"`
}

// PreloadDetail is how far a preload task is, URL by URL.
type PreloadDetail struct {
	// TaskId is the ID of the task.
	TaskId ID `json:"TaskId"`

	// Domain is the domain of the URLs.
	Domain string `json:"Domain"`

	// CreationTime is when the task was created, in UTC.
	CreationTime Time `json:"CreationTime"`

	// EndTime is when the task ended, in UTC; zero while it runs.
	EndTime Time `json:"EndTime"`

	// Process is the share of the nodes that are done, in percent with the
	// sign: 100%.
	Process string `json:"Process"`

	// RetCode is the error code of the task, 0 without an error.
	RetCode string `json:"RetCode"`

	// Status is how far the task is: Complete, Refreshing or Failed.
	Status TaskStatus `json:"Status"`

	// Urls are the URLs of the task.
	Urls List[PreloadUrl] `json:"Urls"`
}

// PreloadUrl is how far the preload of a URL is.
type PreloadUrl struct {
	// Url is the path of the URL, without the domain.
	Url string `json:"Url"`

	// Success is the share of the nodes that hold the content, in percent with
	// the sign: 47%. It may be less than 100% although the task is complete.
	Success string `json:"Success"`

	// Description is what came of it: Successfully preloaded, or the failures,
	// separated by |.
	Description string `json:"Description"`
}

// RefreshObjectCachesRequest holds the parameters of RefreshObjectCaches.
type RefreshObjectCachesRequest struct {
	// ObjectPath are the URLs to refresh, such as example.com/image/1.png: at
	// most 1000, today of at most 10 domains, and at most 100 directories or 1
	// regular expression. Directories end with a slash. Wildcard domains are
	// not supported. Required.
	ObjectPath []string `url:"ObjectPath" del:"\n" check:"max=1000"`

	// ObjectType says what the paths are. The default is File.
	ObjectType ObjectType `url:"ObjectType,omitempty"`

	// Force drops the content in any case. Otherwise only that is dropped
	// which changed at the origin, judged by Last-Modified. It is not for
	// ObjectType File. Only today.
	Force bool `url:"Force,omitempty"`
}

// Violation names what is wrong with the paths: directories end with /, and only
// so many of each kind are allowed.
func (r RefreshObjectCachesRequest) Violation(string) (param, rule string) {
	most := map[ObjectType]int{ObjectTypeDirectory: 100, ObjectTypeRegex: 1}
	if limit, ok := most[r.ObjectType]; ok && len(r.ObjectPath) > limit {
		return "ObjectPath", fmt.Sprintf("has %d elements; at most %d allowed with ObjectType %s", len(r.ObjectPath), limit, r.ObjectType)
	}
	if r.ObjectType != ObjectTypeDirectory {
		return "", ""
	}
	for i, path := range r.ObjectPath {
		if !strings.HasSuffix(path, "/") {
			return at("ObjectPath", i), "does not end with /, as a directory must"
		}
	}
	return "", ""
}

// RefreshObjectCachesResponse is the answer of RefreshObjectCaches.
type RefreshObjectCachesResponse struct {
	Meta

	// RefreshTaskId is the ID of the task, or several separated by commas.
	RefreshTaskId ID `json:"RefreshTaskId"`
}

// RefreshObjectCacheByCacheTagRequest holds the parameters of
// RefreshObjectCacheByCacheTag.
type RefreshObjectCacheByCacheTagRequest struct {
	// DomainName is the domain whose content is refreshed. Cache tags must be
	// configured for it. Required.
	DomainName string `url:"DomainName"`

	// CacheTag are the tags of the content: at most 16384 characters in all,
	// with the commas between them. Required.
	CacheTag []string `url:"CacheTag,comma" check:"total=16384"`

	// Force drops all content with the tags. Otherwise only that is dropped
	// which changed at the origin, judged by Last-Modified.
	Force bool `url:"Force,omitempty"`
}

// RefreshObjectCacheByCacheTagResponse is the answer of
// RefreshObjectCacheByCacheTag.
type RefreshObjectCacheByCacheTagResponse struct {
	Meta

	// RefreshTaskId is the ID of the task, or several separated by commas.
	RefreshTaskId ID `json:"RefreshTaskId"`
}

// BlockObjectCachesRequest holds the parameters of BlockObjectCaches. The
// reference only names this action; its parameters come from another page of
// the vendor.
type BlockObjectCachesRequest struct {
	// ObjectPath are the URLs to block or unblock. Required.
	ObjectPath []string `url:"ObjectPath" del:"\n"`

	// Type says whether to block or to lift the block. The reference does not
	// know it; where it is known it must be given.
	Type BlockType `url:"Type,omitempty"`

	// Maxage is how long the block lasts: 600 to 864000 seconds, that is 10
	// minutes to 10 days. What leaving it out means is not documented.
	Maxage int `url:"Maxage,omitempty" check:"min=600,max=864000"`
}

// BlockObjectCachesResponse is the answer of BlockObjectCaches.
type BlockObjectCachesResponse struct {
	Meta

	// BlockTaskId is the ID of the task, or several separated by commas. The
	// reference does not know it.
	BlockTaskId ID `json:"BlockTaskId"`
}
