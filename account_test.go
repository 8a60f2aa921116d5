package alicdn_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func TestAccount(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains(www, "img.example.com"))
		client := server.Client()
		_, err := client.RefreshObjectCaches(t.Context(), &types.RefreshObjectCachesRequest{ObjectPath: paths(www, 40)})
		require.NoError(t, err)
		_, err = client.PushObjectCache(t.Context(), &types.PushObjectCacheRequest{ObjectPath: paths(www, 2)})
		require.NoError(t, err)
		_, err = client.BlockObjectCaches(t.Context(), &types.BlockObjectCachesRequest{ObjectPath: paths(www, 1), Type: types.BlockTypeBlock})
		require.NoError(t, err)
		_, err = client.ModifyCdnService(t.Context(), &types.ModifyCdnServiceRequest{InternetChargeType: types.InternetChargeTypePayByBandwidth})
		require.NoError(t, err)

		for _, action := range []string{
			"DescribeCdnService", "DescribeRefreshQuota", "DescribeCdnUserQuota", "DescribeUserDomains", "DescribeCdnUserResourcePackage",
			"DescribeUserCdnStatus",
		} {
			server.Script(action, cdntest.Latency(3*time.Second))
		}
		started := time.Now()
		account, err := client.Account(t.Context())
		require.NoError(t, err)
		assert.Equal(t, 3*time.Second, time.Since(started), "the calls are made at the same time")

		opened := time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)
		from, to := types.Time{Time: opened.Add(time.Hour)}, types.Time{Time: opened.AddDate(3, 0, 0)}
		assert.Equal(t, alicdn.Account{
			InternetChargeType: types.InternetChargeTypePayByTraffic,
			ChangingChargeType: types.InternetChargeTypePayByBandwidth,
			ChangingAffectTime: types.Time{Time: time.Date(2000, 1, 1, 16, 0, 0, 0, time.UTC)},
			OpeningTime:        types.Time{Time: opened},
			Status:             &alicdn.AccountStatus{Enabled: true, OnService: true},
			Domains:            alicdn.Quota{Limit: 50, Used: 2, Remain: 48},
			RefreshUrls:        alicdn.Quota{Limit: 10000, Used: 40, Remain: 9960},
			RefreshDirs:        alicdn.Quota{Limit: 100, Remain: 100},
			Preload:            alicdn.Quota{Limit: 1000, Used: 2, Remain: 998},
			Block:              alicdn.Quota{Limit: 300, Used: 1, Remain: 299},
			ResourcePackages: []alicdn.ResourcePackage{
				{
					InstanceId: "FP-ilttxc23a", DisplayName: "CDN流量包（国内版）", CommodityCode: "cdnflowbag", Status: types.ResourcePackageStatusValid,
					Unit: "Byte", Total: 10995116277760, Remain: 10995089554629, StartTime: from, EndTime: to,
				},
				{
					InstanceId: "CDNHTTPSBAG-cn-v0h0dnlq4000m9", DisplayName: "CDN HTTPS请求数资源包", CommodityCode: "cdnhttpsbag",
					Status: types.ResourcePackageStatusValid, Unit: "Request", Total: 10000000, Remain: 9999645, StartTime: from, EndTime: to,
				},
			},
		}, account)
	})
}

func TestAccountKeepsWhatItCouldGet(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer()
		client := server.Client()
		server.Script("DescribeRefreshQuota", cdntest.FailAs(403, "Forbidden.RAM", "no"))
		server.Script("DescribeUserDomains", cdntest.Times(3, cdntest.BadGateway())...)
		server.Script("DescribeCdnService", cdntest.JSON(`{"InternetChargeType":"PayByTraffic","OperationLocks":{"LockReason":["financial"]}}`))
		server.Script("DescribeCdnUserResourcePackage", cdntest.JSON(`{"ResourcePackageInfos":{"ResourcePackageInfo":[
			{"InstanceId":"x","CommodityCode":"cdnflowbag","CurrCapacity":"5","InitCapacity":"9","CurrCapacityBaseUnit":"KB"}]}}`))
		account, err := client.Account(t.Context())
		require.ErrorIs(t, err, alicdn.ErrForbidden)
		require.ErrorIs(t, err, alicdn.ErrUnavailable)
		require.ErrorContains(t, err, "DescribeRefreshQuota")
		require.ErrorContains(t, err, "DescribeUserDomains")
		assert.Equal(t, []string{"financial"}, account.LockReasons)
		assert.Equal(t, alicdn.Quota{Limit: 10000, Remain: 10000}, account.RefreshUrls, "from the other action that knows it")
		assert.Equal(t, alicdn.Quota{Limit: 50}, account.Domains)
		require.Len(t, account.ResourcePackages, 1)
		assert.Equal(t, "KB", account.ResourcePackages[0].Unit)

		// What only today's service has, and a limit that was lowered.
		server.Script("DescribeRefreshQuota", cdntest.JSON(`{"RegexQuota":"20","RegexRemain":"19","PreloadEdgeQuota":7,"PreloadEdgeRemain":"7",
			"IgnoreParamsQuota":"5","IgnoreParamsRemain":"2","UrlQuota":"10","UrlRemain":"12"}`))
		account, err = client.Account(t.Context())
		require.NoError(t, err)
		assert.Equal(t, alicdn.Quota{Limit: 20, Used: 1, Remain: 19}, account.RefreshRegex)
		assert.Equal(t, alicdn.Quota{Limit: 7, Remain: 7}, account.PreloadEdge)
		assert.Equal(t, alicdn.Quota{Limit: 5, Used: 3, Remain: 2}, account.RefreshIgnoreParams)
		assert.Equal(t, alicdn.Quota{Limit: 10, Remain: 12}, account.RefreshUrls)
		assert.Equal(t, alicdn.Quota{Limit: 100, Remain: 100}, account.RefreshDirs)
	})
}

// An account that may not ask for its status has no status, and is whole
// otherwise. Any other failure is one.
func TestAccountStatus(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer()
		client := server.Client()
		server.Script("DescribeUserCdnStatus", cdntest.JSON(`{"Enabled":true,"OnService":"false","InDebt":true,"InDebtOverdue":1}`))
		account, err := client.Account(t.Context())
		require.NoError(t, err)
		assert.Equal(t, &alicdn.AccountStatus{Enabled: true, InDebt: true, InDebtOverdue: true}, account.Status)

		server.Script("DescribeUserCdnStatus", cdntest.FailAs(403, "Forbidden.RAM", "no"))
		account, err = client.Account(t.Context())
		require.NoError(t, err)
		assert.Nil(t, account.Status)
		assert.Equal(t, int64(50), account.Domains.Limit)

		server.Script("DescribeUserCdnStatus", cdntest.Times(3, cdntest.BadGateway())...)
		account, err = client.Account(t.Context())
		require.ErrorIs(t, err, alicdn.ErrUnavailable)
		require.ErrorContains(t, err, "DescribeUserCdnStatus")
		assert.Nil(t, account.Status)
		assert.Equal(t, int64(50), account.Domains.Limit)

		account, err = slowServer(cdntest.WithServiceClosed()).Client().Account(t.Context())
		require.ErrorIs(t, err, alicdn.ErrForbidden)
		assert.Equal(t, &alicdn.AccountStatus{}, account.Status, "the service is not opened")
	})
}

func TestAccountEndsWithItsContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer()
		client := server.Client()
		server.Script("DescribeCdnService", cdntest.Latency(20*time.Second))
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		started := time.Now()
		account, err := client.Account(ctx)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		assert.Equal(t, time.Second, time.Since(started))
		assert.Equal(t, int64(50), account.Domains.Limit)
	})
	synctest.Test(t, func(t *testing.T) {
		client := slowServer(cdntest.WithServiceClosed()).Client()
		_, err := client.Account(t.Context())
		require.ErrorIs(t, err, alicdn.ErrForbidden)
	})
}
