package peers_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func TestOfficialStaging(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www))
	staged := func(names ...string) *types.DescribeCdnDomainStagingConfigResponse {
		return compareRaw(tw, "DescribeCdnDomainStagingConfig", http.MethodPost, params{
			"DomainName": www, "FunctionNames": strings.Join(names, ","),
		}.given(), (*alicdn.Client).DescribeCdnDomainStagingConfig, &types.DescribeCdnDomainStagingConfigRequest{
			DomainName: www, FunctionNames: names,
		})
	}
	compare(tw, (*cdn.Client).SetCdnDomainStagingConfig, cdn.CreateSetCdnDomainStagingConfigRequest(), params{
		"DomainName": www,
		"Functions": `[{"functionName":"gzip","functionArgs":[{"argName":"enable","argValue":"on"}]},` +
			`{"functionName":"set_resp_header","functionArgs":[{"argName":"key","argValue":"X-Stage"},{"argName":"value","argValue":"试 1+1 & 2"}]},` +
			`{"functionName":"range","functionArgs":[{"argName":"enable","argValue":"on"}]}]`,
	}, (*alicdn.Client).SetCdnDomainStagingConfig, &types.SetCdnDomainStagingConfigRequest{
		DomainName: www,
		Functions: types.Functions{
			{FunctionName: types.FunctionGzip, FunctionArgs: []types.FunctionArg{{ArgName: "enable", ArgValue: "on"}}},
			{FunctionName: types.FunctionSetRespHeader, FunctionArgs: []types.FunctionArg{
				{ArgName: "key", ArgValue: "X-Stage"}, {ArgName: "value", ArgValue: "试 1+1 & 2"},
			}},
			{FunctionName: types.FunctionRange, FunctionArgs: []types.FunctionArg{{ArgName: "enable", ArgValue: "on"}}},
		},
	})
	require.Len(t, staged().DomainConfigs, 3)
	tw.wait()
	some := staged("set_resp_header", "range")
	require.Len(t, some.DomainConfigs, 2)
	header, span := some.DomainConfigs[0].ConfigId, some.DomainConfigs[1].ConfigId

	compare(tw, (*cdn.Client).SetCdnDomainStagingConfig, cdn.CreateSetCdnDomainStagingConfigRequest(), params{
		"DomainName": www,
		"Functions": `[{"functionName":"set_resp_header","configId":` + string(header) +
			`,"functionArgs":[{"argName":"key","argValue":"X-Stage"},{"argName":"value","argValue":"2"}]}]`,
	}, (*alicdn.Client).SetCdnDomainStagingConfig, &types.SetCdnDomainStagingConfigRequest{
		DomainName: www,
		Functions: types.Functions{{
			FunctionName: types.FunctionSetRespHeader,
			FunctionArgs: []types.FunctionArg{{ArgName: "key", ArgValue: "X-Stage"}, {ArgName: "value", ArgValue: "2"}},
			ConfigId:     header,
		}},
	})
	tw.wait()
	compare(tw, (*cdn.Client).DeleteSpecificStagingConfig, cdn.CreateDeleteSpecificStagingConfigRequest(), params{
		"DomainName": www,
		"ConfigId":   string(header) + "," + string(span),
	}, (*alicdn.Client).DeleteSpecificStagingConfig, &types.DeleteSpecificStagingConfigRequest{
		DomainName: []string{www},
		ConfigId:   []string{string(header), string(span)},
	})
	require.Len(t, staged().DomainConfigs, 1)
	compare(tw, (*cdn.Client).PublishStagingConfigToProduction, cdn.CreatePublishStagingConfigToProductionRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).PublishStagingConfigToProduction, &types.PublishStagingConfigToProductionRequest{DomainName: www})
	tw.wait()
	production := compare(tw, (*cdn.Client).DescribeCdnDomainConfigs, cdn.CreateDescribeCdnDomainConfigsRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).DescribeCdnDomainConfigs, &types.DescribeCdnDomainConfigsRequest{DomainName: www})
	require.Len(t, production.DomainConfigs, 1)
	assert.Equal(t, "gzip", string(production.DomainConfigs[0].FunctionName))

	compare(tw, (*cdn.Client).SetCdnDomainStagingConfig, cdn.CreateSetCdnDomainStagingConfigRequest(), params{
		"DomainName": www,
		"Functions": `[{"functionName":"aliauth","functionArgs":[{"argName":"auth_type","argValue":"type_a"},` +
			`{"argName":"auth_key1","argValue":"example+key/one=1"}]}]`,
	}, (*alicdn.Client).SetCdnDomainStagingConfig, &types.SetCdnDomainStagingConfigRequest{
		DomainName: www,
		Functions: types.Functions{{FunctionName: types.FunctionAliauth, FunctionArgs: []types.FunctionArg{
			{ArgName: "auth_type", ArgValue: "type_a"}, {ArgName: "auth_key1", ArgValue: "example+key/one=1"},
		}}},
	})
	compare(tw, (*cdn.Client).RollbackStagingConfig, cdn.CreateRollbackStagingConfigRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).RollbackStagingConfig, &types.RollbackStagingConfigRequest{DomainName: www})
	require.Empty(t, staged().DomainConfigs)
	refused := refuse(tw, (*cdn.Client).RollbackStagingConfig, cdn.CreateRollbackStagingConfigRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).RollbackStagingConfig, &types.RollbackStagingConfigRequest{DomainName: www})
	assert.Equal(t, string(types.StagingConfigNotFound), refused.Code)

	nodes := compare(tw, (*cdn.Client).DescribeStagingIp, cdn.CreateDescribeStagingIpRequest(), nil,
		(*alicdn.Client).DescribeStagingIp, nil)
	require.NotEmpty(t, nodes.IPV4s)
}

func TestOfficialTriggers(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www))
	const (
		function = "acs:fc:cn-beijing:1234567890:services/logs/functions/sort"
		trigger  = function + "/triggers/a"
	)
	describe := func() *types.DescribeFCTriggerResponse {
		return compare(tw, (*cdn.Client).DescribeFCTrigger, cdn.CreateDescribeFCTriggerRequest(), params{
			"TriggerARN": trigger,
		}, (*alicdn.Client).DescribeFCTrigger, &types.DescribeFCTriggerRequest{TriggerARN: trigger})
	}
	compare(tw, (*cdn.Client).AddFCTrigger, cdn.CreateAddFCTriggerRequest(), params{
		"TriggerARN":       trigger,
		"EventMetaName":    "LogFileCreated",
		"EventMetaVersion": "1.0.0",
		"SourceARN":        "acs:cdn:*:1234567890:domain/{www.example.com,img.example.com}",
		"RoleARN":          "acs:ram::1234567890:role/aliyuncdneventnotificationrole",
		"Notes":            "日志 a+b & c=d",
		"FunctionARN":      function,
	}, (*alicdn.Client).AddFCTrigger, &types.AddFCTriggerRequest{
		TriggerARN:       trigger,
		EventMetaName:    types.EventMetaNameLogFileCreated,
		EventMetaVersion: "1.0.0",
		SourceARN:        "acs:cdn:*:1234567890:domain/{www.example.com,img.example.com}",
		RoleARN:          "acs:ram::1234567890:role/aliyuncdneventnotificationrole",
		Notes:            "日志 a+b & c=d",
		FunctionARN:      function,
	})
	assert.Equal(t, "日志 a+b & c=d", describe().FCTrigger.Notes)
	compare(tw, (*cdn.Client).UpdateFCTrigger, cdn.CreateUpdateFCTriggerRequest(), params{
		"TriggerARN":  trigger,
		"SourceARN":   "acs:cdn:*:1234567890:domain/www.example.com",
		"RoleARN":     "acs:ram::1234567890:role/other",
		"Notes":       "*~",
		"FunctionARN": function,
	}, (*alicdn.Client).UpdateFCTrigger, &types.UpdateFCTriggerRequest{
		TriggerARN:  trigger,
		SourceARN:   "acs:cdn:*:1234567890:domain/www.example.com",
		RoleARN:     "acs:ram::1234567890:role/other",
		Notes:       "*~",
		FunctionARN: function,
	})
	assert.Equal(t, "acs:cdn:*:1234567890:domain/www.example.com", describe().FCTrigger.SourceArn)
	list := compare(tw, (*cdn.Client).ListFCTrigger, cdn.CreateListFCTriggerRequest(), params{
		"EventMetaName":    "LogFileCreated",
		"EventMetaVersion": "1.0.0",
	}, (*alicdn.Client).ListFCTrigger, &types.ListFCTriggerRequest{
		EventMetaName:    types.EventMetaNameLogFileCreated,
		EventMetaVersion: "1.0.0",
	})
	require.Len(t, list.FCTriggers, 1)
	compare(tw, (*cdn.Client).DeleteFCTrigger, cdn.CreateDeleteFCTriggerRequest(), params{
		"TriggerARN": trigger,
	}, (*alicdn.Client).DeleteFCTrigger, &types.DeleteFCTriggerRequest{TriggerARN: trigger})
	refused := refuse(tw, (*cdn.Client).DescribeFCTrigger, cdn.CreateDescribeFCTriggerRequest(), params{
		"TriggerARN": trigger,
	}, (*alicdn.Client).DescribeFCTrigger, &types.DescribeFCTriggerRequest{TriggerARN: trigger})
	assert.Equal(t, string(types.NotFoundFCTrigger), refused.Code)
}
