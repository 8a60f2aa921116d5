package alicdn

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// stagingRequests are requests of the staging actions with every field set.
var stagingRequests = map[string]any{
	"SetCdnDomainStagingConfig": &types.SetCdnDomainStagingConfigRequest{
		DomainName: "example.com",
		Functions: types.Functions{
			{
				FunctionName: types.FunctionSetRespHeader,
				FunctionArgs: []types.FunctionArg{{ArgName: "key", ArgValue: "X-Stage"}, {ArgName: "value", ArgValue: "yes"}},
				ConfigId:     "1234567",
			},
			{FunctionName: types.FunctionGzip, FunctionArgs: []types.FunctionArg{{ArgName: "enable", ArgValue: "on"}}},
		},
	},
	"DescribeCdnDomainStagingConfig": &types.DescribeCdnDomainStagingConfigRequest{
		DomainName:    "example.com",
		FunctionNames: []string{string(types.FunctionAliauth), string(types.FunctionGzip)},
	},
	"DeleteSpecificStagingConfig": &types.DeleteSpecificStagingConfigRequest{
		DomainName: []string{"a.example.com", "b.example.com"},
		ConfigId:   []string{"6295", "222728944812032"},
	},
	"PublishStagingConfigToProduction": &types.PublishStagingConfigToProductionRequest{DomainName: "example.com"},
	"RollbackStagingConfig":            &types.RollbackStagingConfigRequest{DomainName: "example.com"},
	"DescribeStagingIp":                &types.DescribeStagingIpRequest{},
}

func TestSetCdnDomainStagingConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "SetCdnDomainStagingConfig")
	resp, err := c.SetCdnDomainStagingConfig(t.Context(), &types.SetCdnDomainStagingConfigRequest{
		DomainName: "www.example.com",
		Functions:  types.Functions{{FunctionName: types.FunctionGzip, FunctionArgs: []types.FunctionArg{{ArgName: "enable", ArgValue: "on"}}}},
	})
	require.NoError(t, err)
	assert.Equal(t, "04F0F334-1335-436C-A1D7-6C044FE73368", resp.RequestId)
	assert.Equal(t, types.List[types.DomainConfigModel]{
		{ConfigId: "1234567", DomainName: "www.example.com", FunctionName: types.FunctionSetRespHeader},
	}, resp.DomainConfigList)
}

func TestDescribeCdnDomainStagingConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnDomainStagingConfig")
	resp, err := c.DescribeCdnDomainStagingConfig(t.Context(), &types.DescribeCdnDomainStagingConfigRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.Equal(t, "C80705BF-0F76-41FA-BAD1-5B59296A4E59", resp.RequestId)
	assert.Equal(t, "example.com", resp.DomainName)
	assert.Equal(t, types.List[types.DomainConfig]{{
		Status:       types.DomainConfigStatusSuccess,
		FunctionArgs: types.List[types.DomainConfigFunctionArg]{{ArgName: "auth_type", ArgValue: "req_auth"}},
		ConfigId:     "6xx5",
		FunctionName: types.FunctionAliauth,
		ParentId:     "222728944812032",
	}}, resp.DomainConfigs)
}

func TestDeleteSpecificStagingConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DeleteSpecificStagingConfig")
	resp, err := c.DeleteSpecificStagingConfig(t.Context(), &types.DeleteSpecificStagingConfigRequest{
		DomainName: []string{"example.com"}, ConfigId: []string{"6295"},
	})
	require.NoError(t, err)
	assert.NotEmpty(t, resp.RequestId)
}

func TestPublishStagingConfigToProduction(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "PublishStagingConfigToProduction")
	resp, err := c.PublishStagingConfigToProduction(t.Context(), &types.PublishStagingConfigToProductionRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.NotEmpty(t, resp.RequestId)
}

func TestRollbackStagingConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "RollbackStagingConfig")
	resp, err := c.RollbackStagingConfig(t.Context(), &types.RollbackStagingConfigRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.NotEmpty(t, resp.RequestId)
}

func TestDescribeStagingIp(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeStagingIp")
	resp, err := c.DescribeStagingIp(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, "1B9E0E83-24AC-49F4-9EE0-BF5EB03E8381", resp.RequestId)
	assert.Equal(t, types.List[string]{"192.0.2.10", "192.0.2.11"}, resp.IPV4s)
}
