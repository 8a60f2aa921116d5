package alicdn

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// refreshRequests are requests of the refresh actions with every field set.
var refreshRequests = map[string]any{
	"PushObjectCache": &types.PushObjectCacheRequest{
		ObjectPath:      []string{"http://example.com/image/1.png", "http://example.com/image/2.png?v=3&w=4"},
		Area:            types.PreloadAreaOverseas,
		L2Preload:       true,
		ConsistencyHash: true,
		QueryHashkey:    true,
		WithHeader:      types.Headers{"Accept-Encoding": "br", "User-Agent": "preload/1.0"},
	},
	"DescribeRefreshQuota": &types.DescribeRefreshQuotaRequest{},
	"DescribeRefreshTasks": &types.DescribeRefreshTasksRequest{
		TaskId:          "704222904",
		ObjectPath:      "http://example.com/image/",
		DomainName:      "example.com",
		ObjectType:      types.TaskObjectTypeDirectory,
		Status:          types.TaskStatusRefreshing,
		StartTime:       types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:         types.UTC(time.Date(2026, 3, 2, 12, 30, 15, 0, time.UTC)),
		PageSize:        100,
		PageNumber:      2,
		ResourceGroupId: "rg-acfmyuji4b6r4ty",
	},
	"DescribeRefreshTaskById":   &types.DescribeRefreshTaskByIdRequest{TaskId: []string{"704222904", "704225667"}},
	"DescribePreloadDetailById": &types.DescribePreloadDetailByIdRequest{TaskId: "704222904"},
	"RefreshObjectCacheByCacheTag": &types.RefreshObjectCacheByCacheTagRequest{
		DomainName: "example.com",
		CacheTag:   []string{"product-7", "sale"},
		Force:      true,
	},
	"RefreshObjectCaches": &types.RefreshObjectCachesRequest{
		ObjectPath: []string{"http://example.com/image/", "http://example.com/video/"},
		ObjectType: types.ObjectTypeDirectory,
		Force:      true,
	},
	"BlockObjectCaches": &types.BlockObjectCachesRequest{
		ObjectPath: []string{"http://example.com/image/1.png", "http://example.com/image/2.png"},
		Type:       types.BlockTypeBlock,
		Maxage:     86400,
	},
}

func TestPushObjectCache(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "PushObjectCache")
	resp, err := c.PushObjectCache(t.Context(), &types.PushObjectCacheRequest{
		ObjectPath: []string{"http://example.com/image/1.png"},
	})
	require.NoError(t, err)
	assert.Equal(t, types.ID("95248880"), resp.PushTaskId)
	assert.Equal(t, "E5BD4B50-7A02-493A-AE0B-97B9024B4135", resp.RequestId)
}

func TestDescribeRefreshQuota(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeRefreshQuota")
	resp, err := c.DescribeRefreshQuota(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, &types.DescribeRefreshQuotaResponse{
		Meta:          types.Meta{RequestId: "42E0554B-80F4-4921-AED6-ACFB22CAAAD0"},
		DirQuota:      100,
		DirRemain:     99,
		UrlQuota:      2000,
		UrlRemain:     1996,
		PreloadQuota:  500,
		PreloadRemain: 400,
	}, resp)
}

func TestDescribeRefreshTasks(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeRefreshTasks")
	resp, err := c.DescribeRefreshTasks(t.Context(), &types.DescribeRefreshTasksRequest{})
	require.NoError(t, err)
	assert.Equal(t, types.Int(1), resp.PageNumber)
	assert.Equal(t, types.Int(10), resp.PageSize)
	assert.Equal(t, types.Int(2), resp.TotalCount)
	assert.Equal(t, types.List[types.CDNTask]{
		{
			CreationTime: types.UTC(time.Date(2014, 11, 27, 8, 23, 22, 0, time.UTC)),
			ObjectPath:   "http://example1.com/1.txt",
			Status:       types.TaskStatusComplete,
			TaskId:       "704225667",
			ObjectType:   types.TaskObjectTypeFile,
			Process:      "100%",
		},
		{
			CreationTime: types.UTC(time.Date(2014, 11, 27, 8, 18, 38, 0, time.UTC)),
			ObjectPath:   "http://example2.com/1.txt",
			Status:       types.TaskStatusComplete,
			TaskId:       "704222904",
			ObjectType:   types.TaskObjectTypeFile,
			Process:      "100%",
		},
	}, resp.Tasks)
}

func TestDescribeRefreshTaskById(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeRefreshTaskById")
	resp, err := c.DescribeRefreshTaskById(t.Context(), &types.DescribeRefreshTaskByIdRequest{TaskId: []string{"24840", "24841"}})
	require.NoError(t, err)
	assert.Equal(t, types.Int(2), resp.TotalCount)
	created := types.UTC(time.Date(2020, 8, 3, 8, 54, 23, 0, time.UTC))
	assert.Equal(t, types.List[types.CDNTask]{
		{
			CreationTime: created, ObjectPath: "http://example.com/abc.jpg", Status: types.TaskStatusComplete, TaskId: "24840",
			ObjectType: types.TaskObjectTypeFile, Process: "100%", Description: "Internal Error",
		},
		{
			CreationTime: created, ObjectPath: "http://example.com/abc/", Status: types.TaskStatusRefreshing, TaskId: "24841",
			ObjectType: types.TaskObjectTypeDirectory, Process: "50%",
		},
	}, resp.Tasks)
}

func TestDescribePreloadDetailById(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribePreloadDetailById")
	resp, err := c.DescribePreloadDetailById(t.Context(), &types.DescribePreloadDetailByIdRequest{TaskId: "14286878547"})
	require.NoError(t, err)
	assert.Equal(t, types.List[types.PreloadDetail]{{
		TaskId:       "14286878547",
		Domain:       "example.com",
		CreationTime: types.UTC(time.Date(2022, 11, 23, 2, 26, 56, 0, time.UTC)),
		EndTime:      types.UTC(time.Date(2022, 11, 23, 2, 27, 0, 0, time.UTC)),
		Process:      "100%",
		RetCode:      "0",
		Status:       types.TaskStatusComplete,
		Urls:         types.List[types.PreloadUrl]{{Url: "/abc.jpg", Success: "47%", Description: "Successfully preloaded"}},
	}}, resp.UrlDetails)
}

func TestRefreshObjectCacheByCacheTag(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "RefreshObjectCacheByCacheTag")
	resp, err := c.RefreshObjectCacheByCacheTag(t.Context(), &types.RefreshObjectCacheByCacheTagRequest{
		DomainName: "example.com", CacheTag: []string{"sale"},
	})
	require.NoError(t, err)
	assert.Equal(t, types.ID("17772470184"), resp.RefreshTaskId)
}

func TestRefreshObjectCaches(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "RefreshObjectCaches")
	resp, err := c.RefreshObjectCaches(t.Context(), &types.RefreshObjectCachesRequest{
		ObjectPath: []string{"http://example.com/image/"},
		ObjectType: types.ObjectTypeDirectory,
	})
	require.NoError(t, err)
	assert.Equal(t, types.ID("704222904"), resp.RefreshTaskId)
	assert.Equal(t, "D61E4801-EAFF-4A63-AAE1-FBF6CE1CFD1C", resp.RequestId)
}

func TestBlockObjectCaches(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "BlockObjectCaches")
	resp, err := c.BlockObjectCaches(t.Context(), &types.BlockObjectCachesRequest{
		ObjectPath: []string{"http://example.com/image/1.png"},
	})
	require.NoError(t, err)
	assert.Equal(t, "4C0B7E52-9D1A-47F3-B6E8-2A5D8F3C6E71", resp.RequestId)
	assert.Empty(t, resp.BlockTaskId)
}
