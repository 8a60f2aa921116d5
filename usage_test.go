package alicdn

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// usageRequests are requests of the usage actions with every field set.
var usageRequests = map[string]any{
	"DescribeUserUsageDataExportTask": &types.DescribeUserUsageDataExportTaskRequest{
		PageSize:   50,
		PageNumber: 2,
	},
	"CreateUserUsageDataExportTask": &types.CreateUserUsageDataExportTaskRequest{
		StartTime: types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:   types.UTC(time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)),
		TaskName:  "march",
		Type:      types.ExportTypeVas,
		Language:  types.ExportLanguageEnUs,
	},
	"DeleteUserUsageDataExportTask":   &types.DeleteUserUsageDataExportTaskRequest{TaskId: "34230590801"},
	"DeleteUsageDetailDataExportTask": &types.DeleteUsageDetailDataExportTaskRequest{TaskId: "34230590834"},
	"CreateUsageDetailDataExportTask": &types.CreateUsageDetailDataExportTaskRequest{
		StartTime:   types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:     types.UTC(time.Date(2026, 3, 15, 12, 30, 15, 0, time.UTC)),
		Group:       "shop",
		DomainNames: []string{"a.example.com", "b.example.com"},
		Type:        types.ExportTypeFlow,
		TaskName:    "march details",
		Language:    types.ExportLanguageZhCn,
	},
	"DescribeUserUsageDetailDataExportTask": &types.DescribeUserUsageDetailDataExportTaskRequest{
		PageSize:   10,
		PageNumber: 3,
	},
	"DescribeDomainUsageData": &types.DescribeDomainUsageDataRequest{
		DomainName:   []string{"a.example.com", "b.example.com"},
		StartTime:    types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:      types.UTC(time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)),
		DataProtocol: types.DataProtocolHttps,
		Type:         types.UsageTypeDynamic,
		Area:         types.UsageAreaAll,
		Field:        types.UsageFieldAcc,
		Interval:     types.Interval3600,
		ServiceType:  "cdn",
	},
}

func TestDescribeUserUsageDataExportTask(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeUserUsageDataExportTask")
	resp, err := c.DescribeUserUsageDataExportTask(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, &types.DescribeUserUsageDataExportTaskResponse{
		Meta:       types.Meta{RequestId: "B955107D-E658-4E77-B913-E0AC3D31693E"},
		PageNumber: 1,
		PageSize:   10,
		TotalCount: 1,
		UsageDataPerPage: types.List[types.UsageData]{{
			StartTime:   types.UTC(time.Date(2017, 12, 10, 0, 0, 0, 0, time.UTC)),
			EndTime:     types.UTC(time.Date(2017, 12, 11, 0, 0, 0, 0, time.UTC)),
			CreateTime:  types.UTC(time.Date(2017, 12, 15, 12, 33, 10, 0, time.UTC)),
			ModifyTime:  types.UTC(time.Date(2017, 12, 15, 12, 38, 49, 0, time.UTC)),
			UpdateTime:  types.UTC(time.Date(2017, 12, 15, 12, 38, 49, 0, time.UTC)),
			Status:      "Success",
			DownloadUrl: "http://example.com/xxxx/xxxx.pdf",
		}},
	}, resp)
}

func TestCreateUserUsageDataExportTask(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "CreateUserUsageDataExportTask")
	resp, err := c.CreateUserUsageDataExportTask(t.Context(), &types.CreateUserUsageDataExportTaskRequest{
		StartTime: types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:   types.UTC(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)),
	})
	require.NoError(t, err)
	assert.Equal(t, types.ID("34230590801"), resp.TaskId)
	assert.Equal(t, "7D5C1A0E-3B6F-4E21-9A48-5F0C2D7B8E13", resp.RequestId)
}

func TestCreateUsageDetailDataExportTask(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "CreateUsageDetailDataExportTask")
	resp, err := c.CreateUsageDetailDataExportTask(t.Context(), &types.CreateUsageDetailDataExportTaskRequest{
		StartTime: types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:   types.UTC(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)),
		Type:      types.ExportTypeFlow,
	})
	require.NoError(t, err)
	assert.Equal(t, types.ID("34230590834"), resp.TaskId)
	assert.Equal(t, "A9E2F4B7-61C3-4D58-8B0A-1C7E3F5D9A26", resp.RequestId)
}

func TestDescribeUserUsageDetailDataExportTask(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeUserUsageDetailDataExportTask")
	resp, err := c.DescribeUserUsageDetailDataExportTask(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, types.Int(1), resp.PageNumber)
	assert.Equal(t, types.Int(10), resp.PageSize)
	assert.Equal(t, types.Int(1), resp.TotalCount)
	require.Len(t, resp.UsageDataPerPage, 1)
	task := resp.UsageDataPerPage[0]
	assert.Equal(t, types.UTC(time.Date(2017, 12, 10, 0, 0, 0, 0, time.UTC)), task.StartTime)
	assert.Equal(t, types.UTC(time.Date(2017, 12, 11, 0, 0, 0, 0, time.UTC)), task.EndTime)
	assert.Equal(t, types.UTC(time.Date(2017, 12, 15, 12, 38, 49, 0, time.UTC)), task.UpdateTime)
	assert.Equal(t, "测试任务", task.TaskName)
	assert.Equal(t, types.ID("34230590834"), task.TaskId)
	assert.Equal(t, "Success", task.Status)
	assert.Equal(t, "http://example.com/xxxx/xxxx.pdf", task.DownloadUrl)
}

func TestDescribeDomainUsageData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainUsageData")
	resp, err := c.DescribeDomainUsageData(t.Context(), &types.DescribeDomainUsageDataRequest{
		StartTime: types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:   types.UTC(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)),
		Field:     types.UsageFieldTraf,
	})
	require.NoError(t, err)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.Equal(t, types.Int(300), resp.DataInterval)
	assert.Equal(t, types.UTC(time.Date(2015, 12, 10, 20, 0, 0, 0, time.UTC)), resp.StartTime)
	assert.Equal(t, types.UTC(time.Date(2015, 12, 10, 21, 0, 0, 0, time.UTC)), resp.EndTime)
	assert.Equal(t, types.UsageAreaCN, resp.Area)
	assert.Equal(t, "traf", resp.Type)

	require.Len(t, resp.UsageDataPerInterval, 2)
	first, second := resp.UsageDataPerInterval[0], resp.UsageDataPerInterval[1]
	assert.Equal(t, types.UTC(time.Date(2015, 12, 10, 20, 0, 0, 0, time.UTC)), first.TimeStamp)
	assert.Equal(t, types.UTC(time.Date(2015, 12, 10, 20, 5, 0, 0, time.UTC)), first.PeakTime)
	assert.Equal(t, int64(423304182), first.Value.Int64())
	assert.False(t, first.SpecialValue.IsSet())
	assert.Equal(t, types.UTC(time.Date(2015, 12, 10, 21, 30, 0, 0, time.UTC)), second.PeakTime)
	assert.Equal(t, int64(454680793), second.Value.Int64())
}
