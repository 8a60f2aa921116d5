package peers_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func TestOfficialTasksById(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www, img))
	refresh := compare(tw, (*cdn.Client).RefreshObjectCaches, cdn.CreateRefreshObjectCachesRequest(), params{
		"ObjectPath": "http://www.example.com/1.txt\nhttp://www.example.com/fail-refresh.txt",
	}, (*alicdn.Client).RefreshObjectCaches, &types.RefreshObjectCachesRequest{
		ObjectPath: []string{"http://www.example.com/1.txt", "http://www.example.com/fail-refresh.txt"},
	})
	preload := compare(tw, (*cdn.Client).PushObjectCache, cdn.CreatePushObjectCacheRequest(), params{
		"ObjectPath": "http://img.example.com/1.png\nhttp://img.example.com/目录/2.png?x=1&y=2",
	}, (*alicdn.Client).PushObjectCache, &types.PushObjectCacheRequest{
		ObjectPath: []string{"http://img.example.com/1.png", "http://img.example.com/目录/2.png?x=1&y=2"},
	})
	tag := compareRaw(tw, "RefreshObjectCacheByCacheTag", http.MethodPost, params{
		"DomainName": www, "CacheTag": "促销,a+b", "Force": "true",
	}, (*alicdn.Client).RefreshObjectCacheByCacheTag, &types.RefreshObjectCacheByCacheTagRequest{
		DomainName: www, CacheTag: []string{"促销", "a+b"}, Force: true,
	})
	detail := func() *types.DescribePreloadDetailByIdResponse {
		return compare(tw, (*cdn.Client).DescribePreloadDetailById, cdn.CreateDescribePreloadDetailByIdRequest(), params{
			"TaskId": string(preload.PushTaskId),
		}, (*alicdn.Client).DescribePreloadDetailById, &types.DescribePreloadDetailByIdRequest{TaskId: string(preload.PushTaskId)})
	}
	tasks := func() *types.DescribeRefreshTaskByIdResponse {
		ids := []string{string(refresh.RefreshTaskId), string(preload.PushTaskId), string(tag.RefreshTaskId)}
		return compare(tw, (*cdn.Client).DescribeRefreshTaskById, cdn.CreateDescribeRefreshTaskByIdRequest(), params{
			"TaskId": ids[0] + "," + ids[1] + "," + ids[2],
		}, (*alicdn.Client).DescribeRefreshTaskById, &types.DescribeRefreshTaskByIdRequest{TaskId: ids})
	}
	tw.clock.Advance(time.Second)
	detail()
	running := tasks()
	require.Greater(t, len(running.Tasks), 4)
	tw.wait()
	done := detail()
	require.Len(t, done.UrlDetails, 1)
	require.Len(t, done.UrlDetails[0].Urls, 2)
	assert.Equal(t, types.TaskStatusComplete, done.UrlDetails[0].Status)
	assert.Len(t, tasks().Tasks, len(running.Tasks))
}
