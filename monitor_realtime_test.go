package alicdn

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// monitorRealtimeRequests has a request with every field for each action.
var monitorRealtimeRequests = map[string]any{
	"DescribeDomainRealTimeBpsData": &types.DescribeDomainRealTimeBpsDataRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      types.UTC(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)),
		EndTime:        types.UTC(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)),
		IspNameEn:      "unicom",
		LocationNameEn: "liaoning",
	},
	"DescribeDomainRealTimeSrcBpsData": &types.DescribeDomainRealTimeSrcBpsDataRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)),
	},
	"DescribeDomainRealTimeSrcHttpCodeData": &types.DescribeDomainRealTimeSrcHttpCodeDataRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)),
	},
	"DescribeDomainRealTimeSrcTrafficData": &types.DescribeDomainRealTimeSrcTrafficDataRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)),
	},
	"DescribeDomainRealTimeByteHitRateData": &types.DescribeDomainRealTimeByteHitRateDataRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)),
	},
	"DescribeDomainRealTimeQpsData": &types.DescribeDomainRealTimeQpsDataRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      types.UTC(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)),
		EndTime:        types.UTC(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)),
		IspNameEn:      "unicom",
		LocationNameEn: "liaoning",
	},
	"DescribeDomainRealTimeHttpCodeData": &types.DescribeDomainRealTimeHttpCodeDataRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      types.UTC(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)),
		EndTime:        types.UTC(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)),
		IspNameEn:      "unicom",
		LocationNameEn: "liaoning",
	},
	"DescribeDomainRealTimeTrafficData": &types.DescribeDomainRealTimeTrafficDataRequest{
		DomainName:     []string{"www.example.com", ".example.org"},
		StartTime:      types.UTC(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)),
		EndTime:        types.UTC(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)),
		IspNameEn:      "unicom",
		LocationNameEn: "liaoning",
	},
	"DescribeDomainRealTimeReqHitRateData": &types.DescribeDomainRealTimeReqHitRateDataRequest{
		DomainName: []string{"www.example.com", ".example.org"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)),
	},
}

func TestDescribeDomainRealTimeBpsData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainRealTimeBpsData")
	resp, err := c.DescribeDomainRealTimeBpsData(t.Context(), &types.DescribeDomainRealTimeBpsDataRequest{
		DomainName: []string{"example.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "B49E6DDA-F413-422B-B58E-2FA23F286726", resp.RequestId)
	require.Len(t, resp.Data, 2)
	assert.Equal(t, "2018-01-02T11:05:00Z", resp.Data[0].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, "16710625.733333332", resp.Data[0].Bps.String())
	assert.Equal(t, "2018-01-02T11:04:00Z", resp.Data[1].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, "59392614.8", resp.Data[1].Bps.String())
}

func TestDescribeDomainRealTimeSrcBpsData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainRealTimeSrcBpsData")
	resp, err := c.DescribeDomainRealTimeSrcBpsData(t.Context(), &types.DescribeDomainRealTimeSrcBpsDataRequest{
		DomainName: []string{"example.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "7CBCD6AD-B016-42E5-AE0B-B3731DE8F755", resp.RequestId)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.Equal(t, "2015-12-10T20:00:00Z", resp.StartTime.Format(time.RFC3339))
	assert.Equal(t, "2015-12-10T20:01:00Z", resp.EndTime.Format(time.RFC3339))
	assert.Equal(t, types.Int(60), resp.DataInterval)
	require.Len(t, resp.RealTimeSrcBpsDataPerInterval, 2)
	assert.Equal(t, "2015-12-10T20:00:00Z", resp.RealTimeSrcBpsDataPerInterval[0].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, int64(821), resp.RealTimeSrcBpsDataPerInterval[0].Value.Int64())
	assert.Equal(t, "2015-12-10T20:01:00Z", resp.RealTimeSrcBpsDataPerInterval[1].TimeStamp.Format(time.RFC3339))
	assert.True(t, resp.RealTimeSrcBpsDataPerInterval[1].Value.IsSet())
	assert.Zero(t, resp.RealTimeSrcBpsDataPerInterval[1].Value.Int64())
}

func TestDescribeDomainRealTimeSrcHttpCodeData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainRealTimeSrcHttpCodeData")
	resp, err := c.DescribeDomainRealTimeSrcHttpCodeData(t.Context(), &types.DescribeDomainRealTimeSrcHttpCodeDataRequest{
		DomainName: []string{"example1.com", "example2.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "BC858082-736F-4A25-867B-E5B67C85ACF7", resp.RequestId)
	assert.Equal(t, "example1.com,example2.com", resp.DomainName)
	assert.Equal(t, "2015-11-30T05:33:00Z", resp.StartTime.Format(time.RFC3339))
	assert.Equal(t, "2015-11-30T05:40:00Z", resp.EndTime.Format(time.RFC3339))
	assert.Equal(t, types.Int(60), resp.DataInterval)
	require.Len(t, resp.RealTimeSrcHttpCodeData, 2)
	assert.Equal(t, "2015-11-30T05:40:00Z", resp.RealTimeSrcHttpCodeData[0].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, "2015-11-30T05:39:00Z", resp.RealTimeSrcHttpCodeData[1].TimeStamp.Format(time.RFC3339))

	want := []struct{ code, proportion string }{
		{"200", "66.046511627907"},
		{"206", "4.72868217054264"},
		{"302", "0.155038759689922"},
		{"304", "0.62015503875969"},
		{"500", "28.4496124031008"},
	}
	for _, slice := range resp.RealTimeSrcHttpCodeData {
		require.Len(t, slice.Value, len(want))
		for i, w := range want {
			assert.Equal(t, w.code, slice.Value[i].Code)
			assert.Equal(t, w.proportion, slice.Value[i].Proportion.String())
			assert.Zero(t, slice.Value[i].Count)
		}
	}
}

func TestDescribeDomainRealTimeSrcTrafficData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainRealTimeSrcTrafficData")
	resp, err := c.DescribeDomainRealTimeSrcTrafficData(t.Context(), &types.DescribeDomainRealTimeSrcTrafficDataRequest{
		DomainName: []string{"example.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "A666D44F-19D6-490E-97CF-1A64AB962C57", resp.RequestId)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.Equal(t, "2015-12-10T20:00:00Z", resp.StartTime.Format(time.RFC3339))
	assert.Equal(t, "2015-12-10T20:01:00Z", resp.EndTime.Format(time.RFC3339))
	assert.Equal(t, types.Int(60), resp.DataInterval)
	require.Len(t, resp.RealTimeSrcTrafficDataPerInterval, 2)
	assert.Equal(t, "2015-12-10T20:00:00Z", resp.RealTimeSrcTrafficDataPerInterval[0].TimeStamp.Format(time.RFC3339))
	assert.True(t, resp.RealTimeSrcTrafficDataPerInterval[0].Value.IsSet())
	assert.Zero(t, resp.RealTimeSrcTrafficDataPerInterval[0].Value.Int64())
	assert.Equal(t, "2015-12-10T20:01:00Z", resp.RealTimeSrcTrafficDataPerInterval[1].TimeStamp.Format(time.RFC3339))
	assert.True(t, resp.RealTimeSrcTrafficDataPerInterval[1].Value.IsSet())
	assert.Zero(t, resp.RealTimeSrcTrafficDataPerInterval[1].Value.Int64())
}

func TestDescribeDomainRealTimeByteHitRateData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainRealTimeByteHitRateData")
	resp, err := c.DescribeDomainRealTimeByteHitRateData(t.Context(), &types.DescribeDomainRealTimeByteHitRateDataRequest{
		DomainName: []string{"example.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "70A26B11-3673-479C-AEA8-E03FC5D3496D", resp.RequestId)
	require.Len(t, resp.Data, 2)
	assert.Equal(t, "2018-01-02T11:26:00Z", resp.Data[0].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, "0.8956940476262277", resp.Data[0].ByteHitRate.String())
	assert.Equal(t, "2018-01-02T11:25:00Z", resp.Data[1].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, "0.8429129920796812", resp.Data[1].ByteHitRate.String())
}

func TestDescribeDomainRealTimeQpsData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainRealTimeQpsData")
	resp, err := c.DescribeDomainRealTimeQpsData(t.Context(), &types.DescribeDomainRealTimeQpsDataRequest{
		DomainName: []string{"example.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "32DC9806-E9F9-4490-BBDC-B3A9E32FCC1D", resp.RequestId)
	require.Len(t, resp.Data, 2)
	assert.Equal(t, "2018-01-02T11:26:00Z", resp.Data[0].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, "1851.25", resp.Data[0].Qps.String())
	assert.Equal(t, "2018-01-02T11:25:00Z", resp.Data[1].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, "8967.7", resp.Data[1].Qps.String())
}

func TestDescribeDomainRealTimeHttpCodeData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainRealTimeHttpCodeData")
	resp, err := c.DescribeDomainRealTimeHttpCodeData(t.Context(), &types.DescribeDomainRealTimeHttpCodeDataRequest{
		DomainName: []string{"example1.com", "example2.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "BC858082-736F-4A25-867B-E5B67C85ACF7", resp.RequestId)
	assert.Equal(t, "example1.com,example2.com", resp.DomainName)
	assert.Equal(t, "2015-11-30T05:33:00Z", resp.StartTime.Format(time.RFC3339))
	assert.Equal(t, "2015-11-30T05:40:00Z", resp.EndTime.Format(time.RFC3339))
	assert.Equal(t, types.Int(60), resp.DataInterval)
	require.Len(t, resp.RealTimeHttpCodeData, 2)
	assert.Equal(t, "2015-11-30T05:40:00Z", resp.RealTimeHttpCodeData[0].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, "2015-11-30T05:39:00Z", resp.RealTimeHttpCodeData[1].TimeStamp.Format(time.RFC3339))

	want := []struct{ code, proportion string }{
		{"200", "66.046511627907"},
		{"206", "4.72868217054264"},
		{"302", "0.155038759689922"},
		{"304", "0.62015503875969"},
		{"500", "28.4496124031008"},
	}
	for _, slice := range resp.RealTimeHttpCodeData {
		require.Len(t, slice.Value, len(want))
		for i, w := range want {
			assert.Equal(t, w.code, slice.Value[i].Code)
			assert.Equal(t, w.proportion, slice.Value[i].Proportion.String())
			assert.Zero(t, slice.Value[i].Count)
		}
	}
}

func TestDescribeDomainRealTimeTrafficData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainRealTimeTrafficData")
	resp, err := c.DescribeDomainRealTimeTrafficData(t.Context(), &types.DescribeDomainRealTimeTrafficDataRequest{
		DomainName: []string{"example.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "A666D44F-19D6-490E-97CF-1A64AB962C57", resp.RequestId)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.Equal(t, "2015-12-10T20:00:00Z", resp.StartTime.Format(time.RFC3339))
	assert.Equal(t, "2015-12-10T20:01:00Z", resp.EndTime.Format(time.RFC3339))
	assert.Equal(t, types.Int(60), resp.DataInterval)
	require.Len(t, resp.RealTimeTrafficDataPerInterval, 2)
	assert.Equal(t, "2015-12-10T20:00:00Z", resp.RealTimeTrafficDataPerInterval[0].TimeStamp.Format(time.RFC3339))
	assert.True(t, resp.RealTimeTrafficDataPerInterval[0].Value.IsSet())
	assert.Zero(t, resp.RealTimeTrafficDataPerInterval[0].Value.Int64())
	assert.Equal(t, "2015-12-10T20:01:00Z", resp.RealTimeTrafficDataPerInterval[1].TimeStamp.Format(time.RFC3339))
	assert.True(t, resp.RealTimeTrafficDataPerInterval[1].Value.IsSet())
	assert.Zero(t, resp.RealTimeTrafficDataPerInterval[1].Value.Int64())
}

func TestDescribeDomainRealTimeReqHitRateData(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainRealTimeReqHitRateData")
	resp, err := c.DescribeDomainRealTimeReqHitRateData(t.Context(), &types.DescribeDomainRealTimeReqHitRateDataRequest{
		DomainName: []string{"example.com"},
	})
	require.NoError(t, err)

	assert.Equal(t, "70A26B11-3673-479C-AEA8-E03FC5D3496D", resp.RequestId)
	require.Len(t, resp.Data, 2)
	assert.Equal(t, "2018-01-02T11:26:00Z", resp.Data[0].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, "0.8956940476262277", resp.Data[0].ReqHitRate.String())
	assert.Equal(t, "2018-01-02T11:25:00Z", resp.Data[1].TimeStamp.Format(time.RFC3339))
	assert.Equal(t, "0.8429129920796812", resp.Data[1].ReqHitRate.String())
}
