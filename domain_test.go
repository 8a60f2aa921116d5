package alicdn

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// domainRequests are requests of the domain actions with every field set.
var domainRequests = map[string]any{
	"AddCdnDomain": &types.AddCdnDomainRequest{
		DomainName: ".example.com",
		CdnType:    types.CdnTypeWeb,
		Sources: types.Sources{
			{Type: types.SourceTypeIpaddr, Content: "192.0.2.10", Port: 8080, Priority: "20", Weight: "15"},
			{Type: types.SourceTypeDomain, Content: "origin.example.com"},
		},
		CheckUrl:        "http://origin.example.com/check.html?a=1&b=2",
		Scope:           types.ScopeOverseas,
		ResourceGroupId: "rg-acfmyuji4b6r4ty",
		TopLevelDomain:  "example.org",
		Tag:             types.Tags{{Key: "env", Value: "prod"}, {Key: "team", Value: "web"}},
	},
	"DeleteCdnDomain": &types.DeleteCdnDomainRequest{
		DomainName:      "example.com",
		ResourceGroupId: "rg-acfmyuji4b6r4ty",
	},
	"StopCdnDomain":       &types.StopCdnDomainRequest{DomainName: "example.com"},
	"StartCdnDomain":      &types.StartCdnDomainRequest{DomainName: "example.com"},
	"BatchStartCdnDomain": &types.BatchStartCdnDomainRequest{DomainNames: []string{"a.example.com", "b.example.com"}},
	"BatchSetCdnDomainConfig": &types.BatchSetCdnDomainConfigRequest{
		DomainNames: []string{"a.example.com", "b.example.com"},
		Functions: types.Functions{
			{
				FunctionName: types.FunctionFiletypeBasedTtlSet,
				FunctionArgs: []types.FunctionArg{
					{ArgName: "file_type", ArgValue: "jpg,png"},
					{ArgName: "ttl", ArgValue: "18"},
					{ArgName: "weight", ArgValue: "30"},
				},
				ConfigId: "5068995",
				ParentId: "222728944812032",
			},
			{
				FunctionName: types.FunctionSetReqHostHeader,
				FunctionArgs: []types.FunctionArg{{ArgName: "domain_name", ArgValue: "origin.example.com"}},
			},
		},
	},
	"ModifyCdnDomain": &types.ModifyCdnDomainRequest{
		DomainName:      "example.com",
		Sources:         types.Sources{{Type: types.SourceTypeOss, Content: "bucket.oss-cn-hangzhou.aliyuncs.com", Port: 443, Priority: "30", Weight: "10"}},
		ResourceGroupId: "rg-acfmyuji4b6r4ty",
		TopLevelDomain:  "example.org",
	},
	"DescribeUserDomains": &types.DescribeUserDomainsRequest{
		PageSize:         500,
		PageNumber:       2,
		DomainName:       "example",
		DomainSearchType: types.DomainSearchTypePreMatch,
		CdnType:          []string{string(types.CdnTypeWeb), string(types.CdnTypeVideo)},
		DomainStatus:     types.DomainStatusOnline,
		ResourceGroupId:  "rg-acfmyuji4b6r4ty",
		FuncFilter:       types.FuncFilterConfig,
		FuncId:           "98",
		ChangeStartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		ChangeEndTime:    types.UTC(time.Date(2026, 3, 2, 12, 30, 15, 0, time.UTC)),
		CheckDomainShow:  new(false),
		Coverage:         types.ScopeGlobal,
		Source:           "origin.example.com",
		Tag:              types.Tags{{Key: "env", Value: "prod"}, {Key: "team", Value: "web"}},
	},
	"DescribeCdnCertificateList":    &types.DescribeCdnCertificateListRequest{DomainName: []string{"a.example.com", "b.example.com"}},
	"DescribeDomainCertificateInfo": &types.DescribeDomainCertificateInfoRequest{DomainName: "example.com"},
	"DescribeCdnDomainDetail":       &types.DescribeCdnDomainDetailRequest{DomainName: "example.com"},
	"DescribeDomainsBySource":       &types.DescribeDomainsBySourceRequest{Sources: []string{"192.0.2.10", "origin.example.com"}},
	"SetDomainServerCertificate": &types.SetDomainServerCertificateRequest{
		DomainName:              "example.com",
		ServerCertificateStatus: types.SwitchOn,
		ServerCertificate:       "-----BEGIN CERTIFICATE-----\nMIIB+example/certificate=\n-----END CERTIFICATE-----",
		PrivateKey:              "example of a private key",
		CertType:                types.CertTypeUpload,
		CertName:                "example certificate",
		ForceSet:                true,
	},
	"BatchStopCdnDomain": &types.BatchStopCdnDomainRequest{DomainNames: []string{"a.example.com", "b.example.com"}},
	"DescribeCdnDomainConfigs": &types.DescribeCdnDomainConfigsRequest{
		DomainName:    "example.com",
		FunctionNames: []string{string(types.FunctionAliauth), string(types.FunctionIpBlackListSet)},
		ConfigId:      "6295",
	},
	"DeleteSpecificConfig": &types.DeleteSpecificConfigRequest{
		DomainName: "example.com",
		ConfigId:   []string{"6295", "222728944812032"},
	},
}

func TestAddCdnDomain(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "AddCdnDomain")
	resp, err := c.AddCdnDomain(t.Context(), &types.AddCdnDomainRequest{
		DomainName: "example.com",
		CdnType:    types.CdnTypeDownload,
		Sources:    types.Sources{{Type: types.SourceTypeIpaddr, Content: "192.0.2.10"}},
	})
	require.NoError(t, err)
	assert.Equal(t, "15C66C7B-671A-4297-9187-2C4477247A74", resp.RequestId)
}

func TestDeleteCdnDomain(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DeleteCdnDomain")
	resp, err := c.DeleteCdnDomain(t.Context(), &types.DeleteCdnDomainRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.Equal(t, "94E3559F-7B6A-4A5E-AFFD-44E2A208A249", resp.RequestId)
}

func TestStopCdnDomain(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "StopCdnDomain")
	resp, err := c.StopCdnDomain(t.Context(), &types.StopCdnDomainRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.Equal(t, "324AEFFF-308C-4DA7-8CD3-01B277B98F28", resp.RequestId)
}

func TestStartCdnDomain(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "StartCdnDomain")
	resp, err := c.StartCdnDomain(t.Context(), &types.StartCdnDomainRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.Equal(t, "0AEDAF20-4DDF-4165-8750-47FF9C1929C9", resp.RequestId)
}

func TestBatchStartCdnDomain(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "BatchStartCdnDomain")
	resp, err := c.BatchStartCdnDomain(t.Context(), &types.BatchStartCdnDomainRequest{DomainNames: []string{"example.com"}})
	require.NoError(t, err)
	assert.Equal(t, "0AEDAF20-4DDF-4165-8750-47FF9C1929C9", resp.RequestId)
}

func TestBatchSetCdnDomainConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "BatchSetCdnDomainConfig")
	resp, err := c.BatchSetCdnDomainConfig(t.Context(), &types.BatchSetCdnDomainConfigRequest{
		DomainNames: []string{"example.com"},
		Functions: types.Functions{{
			FunctionName: types.FunctionGzip,
			FunctionArgs: []types.FunctionArg{{ArgName: "enable", ArgValue: "on"}},
		}},
	})
	require.NoError(t, err)
	assert.Equal(t, "04F0F334-1335-436C-A1D7-6C044FE73368", resp.RequestId)
	assert.Empty(t, resp.DomainConfigList)
}

func TestModifyCdnDomain(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ModifyCdnDomain")
	resp, err := c.ModifyCdnDomain(t.Context(), &types.ModifyCdnDomainRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.Equal(t, "15C66C7B-671A-4297-9187-2C4477247A74", resp.RequestId)
}

func TestDescribeUserDomains(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeUserDomains")
	resp, err := c.DescribeUserDomains(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, "AA75AADB-5E25-4970-B480-EAA1F5658483", resp.RequestId)
	assert.Equal(t, types.Int(1), resp.PageNumber)
	assert.Equal(t, types.Int(16), resp.TotalCount)
	assert.Equal(t, types.Int(5), resp.PageSize)
	require.Len(t, resp.Domains, 5)

	failed := resp.Domains[0]
	assert.Equal(t, types.CdnTypeDownload, failed.CdnType)
	assert.Equal(t, types.DomainStatusConfigureFailed, failed.DomainStatus)
	assert.Equal(t, "example.com", failed.DomainName)
	assert.Equal(t, types.UTC(time.Date(2015, 10, 28, 11, 5, 52, 0, time.UTC)), failed.GmtModified)
	assert.Equal(t, types.UTC(time.Date(2015, 10, 28, 9, 32, 51, 0, time.UTC)), failed.GmtCreated)
	assert.Equal(t, "audit failed", failed.Description)
	assert.Equal(t, types.ID("abcd1234abcd1234"), failed.ResourceGroupId)
	assert.Empty(t, failed.Cname)

	online := resp.Domains[2]
	assert.Equal(t, types.CdnTypeVideo, online.CdnType)
	assert.Equal(t, types.DomainStatusOnline, online.DomainStatus)
	assert.Equal(t, "example.com.w.alikunlun.net", online.Cname)
}

func TestDescribeCdnCertificateList(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnCertificateList")
	resp, err := c.DescribeCdnCertificateList(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, "FC0E34AC-0239-44A7-AB0E-800DE522C8DA", resp.RequestId)
	list := resp.CertificateListModel
	assert.Equal(t, types.Int(2), list.Count)
	require.Len(t, list.CertList, 2)
	assert.Equal(t, types.ID("10431"), list.CertList[0].CertId)
	assert.Equal(t, types.UTC(time.Date(2017, 12, 4, 11, 56, 50, 0, time.UTC)), list.CertList[0].LastTime)
	assert.Equal(t, "证书2", list.CertList[1].CertName)
	assert.Equal(t, "test", list.CertList[1].Common)
}

func TestDescribeDomainCertificateInfo(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainCertificateInfo")
	resp, err := c.DescribeDomainCertificateInfo(t.Context(), &types.DescribeDomainCertificateInfoRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.Equal(t, "5C1E43DC-9E51-4771-82C0-7D5ECEB547A1", resp.RequestId)
	require.Len(t, resp.CertInfos, 1)
	cert := resp.CertInfos[0]
	assert.Equal(t, types.CertStatusSuccess, cert.Status)
	assert.Equal(t, "3 months", cert.CertLife)
	assert.Equal(t, types.SwitchOn, cert.ServerCertificateStatus)
	assert.Equal(t, types.CertTypeCas, cert.CertType)
	assert.Equal(t, "example.com", cert.CertDomainName)
	assert.Equal(t, "Let's Encrypt", cert.CertOrg)
	assert.Equal(t, types.UTC(time.Date(2018, 6, 3, 22, 3, 39, 0, time.UTC)), cert.CertExpireTime)
	assert.True(t, cert.CertStartTime.IsZero())
}

func TestDescribeCdnDomainDetail(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnDomainDetail")
	resp, err := c.DescribeCdnDomainDetail(t.Context(), &types.DescribeCdnDomainDetailRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.Equal(t, "18CF38AA-1275-451D-A12B-4EC0BF1C5E30", resp.RequestId)
	detail := resp.GetDomainDetailModel
	assert.Equal(t, "example.com.w.kunlunle.com", detail.Cname)
	assert.Equal(t, "example.com", detail.DomainName)
	assert.Equal(t, types.DomainStatusOnline, detail.DomainStatus)
	assert.Equal(t, types.UTC(time.Date(2015, 6, 25, 3, 30, 50, 0, time.UTC)), detail.GmtCreated)
	assert.Equal(t, types.UTC(time.Date(2015, 6, 25, 3, 30, 53, 0, time.UTC)), detail.GmtModified)
	assert.Equal(t, "example.com.alikunlun.com", detail.HttpsCname)
	assert.Equal(t, types.List[types.SourceModel]{{
		Enabled:  "online",
		Port:     80,
		Type:     types.SourceTypeDomain,
		Content:  "example.com",
		Priority: "20",
		Weight:   "10",
	}}, detail.SourceModels)
}

func TestDescribeDomainsBySource(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainsBySource")
	resp, err := c.DescribeDomainsBySource(t.Context(), &types.DescribeDomainsBySourceRequest{
		Sources: []string{"exampleaaa.source.com", "exampleb.source.com"},
	})
	require.NoError(t, err)
	assert.Equal(t, "B0F074E5-A1AC-4B32-8EA2-6F450410D1E0", resp.RequestId)
	assert.Equal(t, "exampleaaa.source.com,exampleb.source.com", resp.Sources)
	require.Len(t, resp.DomainsList, 2)
	first := resp.DomainsList[0]
	assert.Equal(t, "exampleaaa.source.com", first.Source)
	assert.Equal(t, types.List[string]{"examplea1.com"}, first.Domains)
	require.Len(t, first.DomainInfos, 1)
	assert.Equal(t, "examplea1.w.kunlunar.com", first.DomainInfos[0].DomainCname)
	assert.Equal(t, types.DomainStatusOnline, first.DomainInfos[0].Status)
	assert.Equal(t, time.Date(2016, 7, 12, 3, 53, 19, 0, time.UTC), first.DomainInfos[0].CreateTime.UTC())
	assert.Equal(t, time.Date(2017, 3, 30, 20, 49, 0, 0, time.UTC), first.DomainInfos[0].UpdateTime.UTC())
	assert.Equal(t, "exampleb1.com", resp.DomainsList[1].DomainInfos[0].DomainName)
}

func TestSetDomainServerCertificate(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "SetDomainServerCertificate")
	resp, err := c.SetDomainServerCertificate(t.Context(), &types.SetDomainServerCertificateRequest{
		DomainName:              "example.com",
		ServerCertificateStatus: types.SwitchOff,
	})
	require.NoError(t, err)
	assert.Equal(t, "0AEDAF20-4DDF-4165-8750-47FF9C1929C9", resp.RequestId)
}

func TestBatchStopCdnDomain(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "BatchStopCdnDomain")
	resp, err := c.BatchStopCdnDomain(t.Context(), &types.BatchStopCdnDomainRequest{DomainNames: []string{"example.com"}})
	require.NoError(t, err)
	assert.Equal(t, "324AEFFF-308C-4DA7-8CD3-01B277B98F28", resp.RequestId)
}

func TestDescribeCdnDomainConfigs(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnDomainConfigs")
	resp, err := c.DescribeCdnDomainConfigs(t.Context(), &types.DescribeCdnDomainConfigsRequest{DomainName: "example.com"})
	require.NoError(t, err)
	assert.Equal(t, "C80705BF-0F76-41FA-BAD1-5B59296A4E59", resp.RequestId)
	require.Len(t, resp.DomainConfigs, 1)
	config := resp.DomainConfigs[0]
	assert.Equal(t, types.DomainConfigStatusSuccess, config.Status)
	assert.Equal(t, types.ID("6295"), config.ConfigId)
	assert.Equal(t, types.FunctionAliauth, config.FunctionName)
	assert.Empty(t, config.ParentId)
	assert.Equal(t, types.List[types.DomainConfigFunctionArg]{
		{ArgName: "auth_type", ArgValue: "req_auth"},
		{ArgName: "ali_auth_dual", ArgValue: "on"},
	}, config.FunctionArgs)
}

func TestDeleteSpecificConfig(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DeleteSpecificConfig")
	resp, err := c.DeleteSpecificConfig(t.Context(), &types.DeleteSpecificConfigRequest{
		DomainName: "example.com",
		ConfigId:   []string{"6295"},
	})
	require.NoError(t, err)
	assert.Equal(t, "04F0F334-1335-436C-A1D7-6C044FE73368", resp.RequestId)
}
