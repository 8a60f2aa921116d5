package peers_test

import (
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// TestOfficialTodaysNames is about the answers that the official client reads
// only in the form of today.
func TestOfficialTodaysNames(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www), cdntest.WithTodaysNames())
	s := newSpan(tw.clock)
	start, end := types.UTC(s.start), types.UTC(s.end)
	traffic := compare(tw, (*cdn.Client).DescribeDomainSrcTrafficData, cdn.CreateDescribeDomainSrcTrafficDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainSrcTrafficData, &types.DescribeDomainSrcTrafficDataRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end,
		})
	require.NotEmpty(t, traffic.SrcFlowDataPerInterval)
	compare(tw, (*cdn.Client).DescribeDomainRealTimeByteHitRateData, cdn.CreateDescribeDomainRealTimeByteHitRateDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainRealTimeByteHitRateData, &types.DescribeDomainRealTimeByteHitRateDataRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end,
		})
	compare(tw, (*cdn.Client).DescribeDomainRealTimeReqHitRateData, cdn.CreateDescribeDomainRealTimeReqHitRateDataRequest(),
		s.with("DomainName", www),
		(*alicdn.Client).DescribeDomainRealTimeReqHitRateData, &types.DescribeDomainRealTimeReqHitRateDataRequest{
			DomainName: []string{www}, StartTime: start, EndTime: end,
		})

	compare(tw, (*cdn.Client).CreateUserUsageDataExportTask, cdn.CreateCreateUserUsageDataExportTaskRequest(),
		s.with("TaskName", "三月"),
		(*alicdn.Client).CreateUserUsageDataExportTask, &types.CreateUserUsageDataExportTaskRequest{StartTime: start, EndTime: end, TaskName: "三月"})
	compare(tw, (*cdn.Client).CreateUsageDetailDataExportTask, cdn.CreateCreateUsageDetailDataExportTaskRequest(),
		s.with("Type", "flow"),
		(*alicdn.Client).CreateUsageDetailDataExportTask, &types.CreateUsageDetailDataExportTaskRequest{
			StartTime: start, EndTime: end, Type: types.ExportTypeFlow,
		})
	tw.clock.Advance(time.Minute)
	usage := compare(tw, (*cdn.Client).DescribeUserUsageDataExportTask, cdn.CreateDescribeUserUsageDataExportTaskRequest(), nil,
		(*alicdn.Client).DescribeUserUsageDataExportTask, nil)
	require.Len(t, usage.UsageDataPerPage, 1)
	assert.Equal(t, s.start.Unix(), usage.UsageDataPerPage[0].StartTime.Unix())
	details := compare(tw, (*cdn.Client).DescribeUserUsageDetailDataExportTask, cdn.CreateDescribeUserUsageDetailDataExportTaskRequest(), nil,
		(*alicdn.Client).DescribeUserUsageDetailDataExportTask, nil)
	require.Len(t, details.UsageDataPerPage, 1)
}
