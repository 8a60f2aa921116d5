package alicdn

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// serviceRequests are requests of the service actions with every field set.
var serviceRequests = map[string]any{
	"OpenCdnService":                 &types.OpenCdnServiceRequest{InternetChargeType: types.InternetChargeTypePayByTraffic},
	"ModifyCdnService":               &types.ModifyCdnServiceRequest{InternetChargeType: types.InternetChargeTypePayByBandwidth},
	"DescribeCdnService":             &types.DescribeCdnServiceRequest{},
	"DescribeCdnUserResourcePackage": &types.DescribeCdnUserResourcePackageRequest{Status: types.ResourcePackageStatusClosed},
	"DescribeCdnUserQuota":           &types.DescribeCdnUserQuotaRequest{},
}

func TestOpenCdnService(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "OpenCdnService")
	resp, err := c.OpenCdnService(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, "97C68796-EB7F-4D41-9D5B-12B909D76508", resp.RequestId)
}

func TestModifyCdnService(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ModifyCdnService")
	resp, err := c.ModifyCdnService(t.Context(), &types.ModifyCdnServiceRequest{
		InternetChargeType: types.InternetChargeTypePayByBandwidth,
	})
	require.NoError(t, err)
	assert.Equal(t, "97C68796-EB7F-4D41-9D5B-12B909D76508", resp.RequestId)
}

func TestDescribeCdnService(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnService")
	resp, err := c.DescribeCdnService(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, "BFFCDFAD-DACC-484E-9BE6-0AF3B3A0DD23", resp.RequestId)
	assert.Equal(t, types.UTC(time.Date(2014, 11, 27, 16, 0, 0, 0, time.UTC)), resp.ChangingAffectTime)
	assert.Equal(t, types.InternetChargeTypePayByBandwidth, resp.ChangingChargeType)
	assert.Equal(t, types.InternetChargeTypePayByTraffic, resp.InternetChargeType)
	assert.Equal(t, types.UTC(time.Date(2014, 2, 28, 13, 11, 49, 0, time.UTC)), resp.OpeningTime)
	assert.Empty(t, resp.OperationLocks)
}

func TestDescribeCdnUserResourcePackage(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnUserResourcePackage")
	resp, err := c.DescribeCdnUserResourcePackage(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, "84839536-2B7E-457D-9D8C-82E6C7D4E1A3", resp.RequestId)
	require.Len(t, resp.ResourcePackageInfos, 3)

	closed := resp.ResourcePackageInfos[0]
	assert.Equal(t, types.ResourcePackageStatusClosed, closed.Status)
	assert.Equal(t, types.ID("FP-mkqgwsyui"), closed.InstanceId)
	assert.Equal(t, "cdnflowbag", closed.CommodityCode)
	assert.Equal(t, int64(10995116277760), closed.InitCapacity.Int64())
	assert.Equal(t, int64(10995089554629), closed.CurrCapacity.Int64())
	assert.Equal(t, types.UTC(time.Date(2016, 1, 30, 3, 40, 6, 0, time.UTC)), closed.StartTime)
	assert.Equal(t, types.UTC(time.Date(2017, 1, 30, 8, 0, 0, 0, time.UTC)), closed.EndTime)
	assert.NotEmpty(t, closed.DisplayName)
	assert.False(t, closed.CurrCapacityShowValue.IsSet())

	empty := resp.ResourcePackageInfos[1]
	assert.Equal(t, types.ResourcePackageStatusValid, empty.Status)
	assert.True(t, empty.CurrCapacity.IsSet())
	assert.Zero(t, empty.CurrCapacity.Int64())

	requests := resp.ResourcePackageInfos[2]
	assert.Equal(t, types.ID("CDNHTTPSBAG-cn-v0h0dnlq4000m9"), requests.InstanceId)
	assert.Equal(t, "cdnhttpsbag", requests.CommodityCode)
	assert.Equal(t, int64(9999645), requests.CurrCapacity.Int64())
}

func TestDescribeCdnUserQuota(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnUserQuota")
	resp, err := c.DescribeCdnUserQuota(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, &types.DescribeCdnUserQuotaResponse{
		Meta:             types.Meta{RequestId: "BFFCDFAD-DACC-484E-9BE6-0AF3B3A0DD23"},
		DomainQuota:      20,
		RefreshUrlQuota:  1000,
		RefreshDirQuota:  500,
		RefreshUrlRemain: 500,
		RefreshDirRemain: 300,
		PreloadQuota:     300,
		PreloadRemain:    100,
		BlockQuota:       100,
		BlockRemain:      100,
	}, resp)
}
