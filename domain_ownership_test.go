package alicdn

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// newerDomainRequests are requests of the newer domain actions with every field
// set.
var newerDomainRequests = map[string]any{
	"BatchAddCdnDomain": &types.BatchAddCdnDomainRequest{
		DomainName: []string{"a.example.com", ".example.org"},
		CdnType:    types.CdnTypeDownload,
		Sources: types.Sources{
			{Type: types.SourceTypeIpaddr, Content: "192.0.2.10", Port: 8080, Priority: "20", Weight: "15"},
			{Type: types.SourceTypeDomain, Content: "origin.example.com"},
		},
		CheckUrl:        "http://origin.example.com/check.html?a=1&b=2",
		Scope:           types.ScopeGlobal,
		ResourceGroupId: "rg-acfmyuji4b6r4ty",
		TopLevelDomain:  "example.net",
	},
	"BatchUpdateCdnDomain": &types.BatchUpdateCdnDomainRequest{
		DomainName:      []string{"a.example.com", "b.example.com"},
		Sources:         types.Sources{{Type: types.SourceTypeOss, Content: "bucket.oss-cn-hangzhou.aliyuncs.com", Port: 443}},
		TopLevelDomain:  "example.net",
		ResourceGroupId: "rg-acfmyuji4b6r4ty",
	},
	"BatchDeleteCdnDomainConfig": &types.BatchDeleteCdnDomainConfigRequest{
		DomainNames:   []string{"a.example.com", "b.example.com"},
		FunctionNames: []string{string(types.FunctionGzip), string(types.FunctionHttpsForce)},
	},
	"CheckCdnDomainExist":       &types.CheckCdnDomainExistRequest{DomainName: "www.example.com"},
	"CheckCdnDomainICP":         &types.CheckCdnDomainICPRequest{DomainName: "www.example.com"},
	"DescribeCdnDeletedDomains": &types.DescribeCdnDeletedDomainsRequest{PageNumber: 2, PageSize: 500},
	"DescribeDomainCname":       &types.DescribeDomainCnameRequest{DomainName: []string{"a.example.com", "b.example.com"}},
	"DescribeVerifyContent":     &types.DescribeVerifyContentRequest{DomainName: "www.example.com"},
	"VerifyDomainOwner":         &types.VerifyDomainOwnerRequest{DomainName: "www.example.com", VerifyType: types.VerifyTypeDnsCheck},
	"DescribeDomainVerifyData": &types.DescribeDomainVerifyDataRequest{
		DomainName: "www.example.com", GlobalResourcePlan: types.SwitchOn,
	},
	"ModifyCdnDomainOwner": &types.ModifyCdnDomainOwnerRequest{DomainName: "www.example.com"},
	"ModifyCdnDomainSchdmByProperty": &types.ModifyCdnDomainSchdmByPropertyRequest{
		DomainName: "www.example.com", Property: types.SchdmProperty{Coverage: types.ScopeOverseas},
	},
	"DescribeCdnUserDomainsByFunc": &types.DescribeCdnUserDomainsByFuncRequest{
		FuncId: 18, PageNumber: 3, PageSize: 500, ResourceGroupId: "rg-acfmyuji4b6r4ty",
	},
	"DescribeCdnTypes": &types.DescribeCdnTypesRequest{},
}

// The answers of these actions say nothing but that it is done.
func TestBatchDomainActions(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"BatchAddCdnDomain", "BatchUpdateCdnDomain", "BatchDeleteCdnDomainConfig", "ModifyCdnDomainSchdmByProperty"} {
		out := callMethod(t, fixtureClient(t, name), name, newerDomainRequests[name])
		require.NoError(t, out.err, name)
	}
}

func TestCheckCdnDomainExist(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "CheckCdnDomainExist")
	resp, err := c.CheckCdnDomainExist(t.Context(), &types.CheckCdnDomainExistRequest{DomainName: "www.example.com"})
	require.NoError(t, err)
	assert.Equal(t, types.DomainExistStatusDomainNotExist, resp.Status)
}

func TestCheckCdnDomainICP(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "CheckCdnDomainICP")
	resp, err := c.CheckCdnDomainICP(t.Context(), &types.CheckCdnDomainICPRequest{DomainName: "www.example.com"})
	require.NoError(t, err)
	assert.Equal(t, types.DomainICPStatusDomainIsRegistration, resp.Status)
}

func TestDescribeCdnDeletedDomains(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnDeletedDomains")
	resp, err := c.DescribeCdnDeletedDomains(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, types.Int(16), resp.TotalCount)
	require.Len(t, resp.Domains, 1)
	assert.Equal(t, "example.com", resp.Domains[0].DomainName)
	assert.Equal(t, types.UTC(time.Date(2015, 10, 28, 11, 5, 52, 0, time.UTC)), resp.Domains[0].GmtModified)
}

func TestDescribeDomainCname(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeDomainCname")
	resp, err := c.DescribeDomainCname(t.Context(), &types.DescribeDomainCnameRequest{DomainName: []string{"a.com"}})
	require.NoError(t, err)
	require.Len(t, resp.CnameDatas, 1)
	assert.Equal(t, types.CnameData{Domain: "a.com", Cname: "a.com.w.alikunlun.net", Passed: "true", ErrMsg: "timeout"}, resp.CnameDatas[0])
}

func TestOwnershipOfDomains(t *testing.T) {
	t.Parallel()
	content, err := fixtureClient(t, "DescribeVerifyContent").DescribeVerifyContent(t.Context(),
		&types.DescribeVerifyContentRequest{DomainName: "www.example.com"})
	require.NoError(t, err)
	assert.Equal(t, "verify_dffeb6610035dcb77b413a59c32cd91f", content.Content)

	verified, err := fixtureClient(t, "VerifyDomainOwner").VerifyDomainOwner(t.Context(),
		&types.VerifyDomainOwnerRequest{DomainName: "www.example.com", VerifyType: types.VerifyTypeFileCheck})
	require.NoError(t, err)
	assert.Equal(t, "verify_dffeb6610035dcb77b413a59c32c****", verified.Content)

	data, err := fixtureClient(t, "DescribeDomainVerifyData").DescribeDomainVerifyData(t.Context(),
		&types.DescribeDomainVerifyDataRequest{DomainName: "www.example.com"})
	require.NoError(t, err)
	assert.Equal(t, types.VerifyData{VerifyKey: "_acme-challenge", VerifiCode: "uy0-DbxL4HBmUtSUXpkXctaSnCAUKhhNH6WKl-JnJY4"}, data.Content)

	moved, err := fixtureClient(t, "ModifyCdnDomainOwner").ModifyCdnDomainOwner(t.Context(),
		&types.ModifyCdnDomainOwnerRequest{DomainName: "www.example.com"})
	require.NoError(t, err)
	assert.JSONEq(t, `{"域名归属权校验":false}`, string(moved.Content))
}

func TestDescribeCdnUserDomainsByFunc(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeCdnUserDomainsByFunc")
	resp, err := c.DescribeCdnUserDomainsByFunc(t.Context(), &types.DescribeCdnUserDomainsByFuncRequest{FuncId: 18})
	require.NoError(t, err)
	require.Len(t, resp.Domains, 1)
	domain := resp.Domains[0]
	assert.Equal(t, types.DomainStatusConfigureFailed, domain.DomainStatus)
	assert.Equal(t, types.SwitchOn, domain.SslProtocol)
	require.Len(t, domain.Sources, 1)
	assert.Equal(t, types.UserDomainsSource{Type: types.SourceTypeIpaddr, Content: "1.1.1.1", Port: 80, Priority: "20", Weight: "10"}, domain.Sources[0])
}

func TestDescribeCdnTypes(t *testing.T) {
	t.Parallel()
	resp, err := fixtureClient(t, "DescribeCdnTypes").DescribeCdnTypes(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, types.List[types.CdnTypeDesc]{{Type: types.CdnTypeDownload, Desc: "Download Acceleration"}}, resp.CdnTypes)
}
