package cdntest_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func TestNamesOfToday(t *testing.T) {
	t.Parallel()
	c := newDataCaller(t, cdntest.WithTodaysNames())
	for _, action := range []string{"UserUsageData", "UsageDetailData"} {
		c.ok("Create"+action+"ExportTask", append(c.between(-2*day, -day), "TaskName", "t", "Type", "flow", "DomainNames", "a.example.com")...)
	}
	for _, action := range []string{"DescribeUserUsageDataExportTask", "DescribeUserUsageDetailDataExportTask"} {
		got := c.ok(action)
		assert.ElementsMatch(t, []string{"RequestId", "UsageDataPerPage"}, namesOf(got.json), action)
		assert.ElementsMatch(t, []string{"PageNumber", "PageSize", "TotalCount", "Data"}, namesOf(got.at("UsageDataPerPage")), action)
		assert.EqualValues(t, 1, got.at("UsageDataPerPage.TotalCount"), action)
		task := got.at("UsageDataPerPage.Data.DataItem.0")
		assert.ElementsMatch(t, []string{"TaskConfig", "TaskId", "TaskName", "CreateTime", "UpdateTime", "Status", "DownloadUrl"}, namesOf(task), action)
		assert.Equal(t, wire(c.clock.Now().Add(-day)), got.at("UsageDataPerPage.Data.DataItem.0.TaskConfig.EndTime"))
	}
	window := append(c.between(-2*hour, -hour), "DomainName", "a.example.com")
	for action, want := range map[string][]string{
		"DescribeDomainRealTimeByteHitRateData": {"Data.ByteHitRateDataModel.0", "Data.ByteHitRateModel"},
		"DescribeDomainRealTimeReqHitRateData":  {"Data.ReqHitRateDataModel.0", "Data.ReqHitRateModel"},
		"DescribeDomainSrcTrafficData":          {"SrcTrafficDataPerInterval.DataModule.0", "SrcFlowDataPerInterval"},
	} {
		got := c.ok(action, window...)
		assert.NotNil(t, got.at(want[0]), want[0])
		assert.Nil(t, got.at(want[1]), want[1])
	}
	assertShape(t, "DescribeDomainBpsData", c.ok("DescribeDomainBpsData", window...))
}

func namesOf(value any) (names []string) {
	for name := range value.(map[string]any) {
		names = append(names, name)
	}
	return names
}

// answerOf calls an action, which must succeed.
func answerOf[Req, Resp any](t *testing.T, call func(context.Context, *Req, ...alicdn.CallOption) (*Resp, error), req *Req) *Resp {
	t.Helper()
	resp, err := call(t.Context(), req)
	require.NoError(t, err)
	return resp
}

// The client reads the same from either.
func TestNamesOfTodayAreReadAlike(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)
	ask := func(opts ...cdntest.Option) (answers []any) {
		opts = append(opts, cdntest.WithoutSocket(), cdntest.WithClock(func() time.Time { return now }), cdntest.WithDomains("www.example.com"))
		client := cdntest.NewServer(opts...).Client()
		from, to := types.UTC(now.Add(-2*hour)), types.UTC(now.Add(-hour))
		for range 2 {
			_, err := client.CreateUserUsageDataExportTask(t.Context(), &types.CreateUserUsageDataExportTaskRequest{StartTime: from, EndTime: to, Type: types.ExportTypeFlow})
			require.NoError(t, err)
		}
		answers = append(answers, answerOf(t, client.DescribeUserUsageDataExportTask, &types.DescribeUserUsageDataExportTaskRequest{}))
		exports, err := alicdn.Collect(client.DescribeUserUsageDataExportTaskIter(t.Context(), &types.DescribeUserUsageDataExportTaskRequest{PageSize: 1}), 0)
		require.NoError(t, err)
		require.Len(t, exports, 2)
		require.False(t, exports[0].StartTime.IsZero())
		domain := []string{"www.example.com"}
		return append(answers, exports,
			answerOf(t, client.DescribeDomainSrcTrafficData, &types.DescribeDomainSrcTrafficDataRequest{DomainName: domain, StartTime: from, EndTime: to}),
			answerOf(t, client.DescribeDomainRealTimeByteHitRateData, &types.DescribeDomainRealTimeByteHitRateDataRequest{DomainName: domain, StartTime: from, EndTime: to}),
			answerOf(t, client.DescribeDomainRealTimeReqHitRateData, &types.DescribeDomainRealTimeReqHitRateDataRequest{DomainName: domain, StartTime: from, EndTime: to}),
		)
	}
	assert.Equal(t, ask(), ask(cdntest.WithTodaysNames()))
}
