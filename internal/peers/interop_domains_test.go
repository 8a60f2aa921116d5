package peers_test

import (
	"net/http"
	"testing"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func TestOfficialBatches(t *testing.T) {
	t.Parallel()
	tw := newTwins(t)
	compare(tw, (*cdn.Client).BatchAddCdnDomain, cdn.CreateBatchAddCdnDomainRequest(), params{
		"DomainName":      www + "," + wildcard,
		"CdnType":         "web",
		"Sources":         `[{"type":"domain","content":"origin.example.net","port":443,"priority":"20","weight":"10"}]`,
		"CheckUrl":        "http://origin.example.net/检查 me.html?a=1&b=2+3",
		"Scope":           "global",
		"ResourceGroupId": "rg-acfmyuji4b6r4ty",
		"TopLevelDomain":  "example.com",
	}, (*alicdn.Client).BatchAddCdnDomain, &types.BatchAddCdnDomainRequest{
		DomainName:      []string{www, wildcard},
		CdnType:         types.CdnTypeWeb,
		Sources:         types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.net", Port: 443, Priority: "20", Weight: "10"}},
		CheckUrl:        "http://origin.example.net/检查 me.html?a=1&b=2+3",
		Scope:           types.ScopeGlobal,
		ResourceGroupId: "rg-acfmyuji4b6r4ty",
		TopLevelDomain:  "example.com",
	})
	tw.wait()
	compare(tw, (*cdn.Client).BatchUpdateCdnDomain, cdn.CreateBatchUpdateCdnDomainRequest(), params{
		"DomainName":      www + "," + wildcard,
		"Sources":         `[{"type":"ipaddr","content":"2001:db8::1","port":80}]`,
		"ResourceGroupId": "rg-2",
	}, (*alicdn.Client).BatchUpdateCdnDomain, &types.BatchUpdateCdnDomainRequest{
		DomainName:      []string{www, wildcard},
		Sources:         types.Sources{{Type: types.SourceTypeIpaddr, Content: "2001:db8::1", Port: 80}},
		ResourceGroupId: "rg-2",
	})
	tw.wait()
	compare(tw, (*cdn.Client).BatchUpdateCdnDomain, cdn.CreateBatchUpdateCdnDomainRequest(), params{
		"DomainName":     www,
		"TopLevelDomain": "example.org",
	}, (*alicdn.Client).BatchUpdateCdnDomain, &types.BatchUpdateCdnDomainRequest{
		DomainName:     []string{www},
		TopLevelDomain: "example.org",
	})
	tw.wait()
	compare(tw, (*cdn.Client).BatchSetCdnDomainConfig, cdn.CreateBatchSetCdnDomainConfigRequest(), params{
		"DomainNames": www + "," + wildcard,
		"Functions":   `[{"functionName":"set_req_host_header","functionArgs":[{"argName":"domain_name","argValue":"origin.example.com"}]}]`,
	}, (*alicdn.Client).BatchSetCdnDomainConfig, &types.BatchSetCdnDomainConfigRequest{
		DomainNames: []string{www, wildcard},
		Functions: types.Functions{{FunctionName: types.FunctionSetReqHostHeader, FunctionArgs: []types.FunctionArg{
			{ArgName: "domain_name", ArgValue: "origin.example.com"},
		}}},
	})
	tw.wait()
	found := compare(tw, (*cdn.Client).DescribeCdnUserDomainsByFunc, cdn.CreateDescribeCdnUserDomainsByFuncRequest(), params{
		"FuncId":          requests.NewInteger(18),
		"PageNumber":      requests.NewInteger(1),
		"PageSize":        requests.NewInteger(50),
		"ResourceGroupId": "rg-2",
	}, (*alicdn.Client).DescribeCdnUserDomainsByFunc, &types.DescribeCdnUserDomainsByFuncRequest{
		FuncId:          18,
		PageNumber:      1,
		PageSize:        50,
		ResourceGroupId: "rg-2",
	})
	require.Len(t, found.Domains, 2)
	compare(tw, (*cdn.Client).BatchDeleteCdnDomainConfig, cdn.CreateBatchDeleteCdnDomainConfigRequest(), params{
		"DomainNames":   www + "," + wildcard,
		"FunctionNames": "set_req_host_header,gzip",
	}, (*alicdn.Client).BatchDeleteCdnDomainConfig, &types.BatchDeleteCdnDomainConfigRequest{
		DomainNames:   []string{www, wildcard},
		FunctionNames: []string{"set_req_host_header", "gzip"},
	})
	tw.wait()
	compare(tw, (*cdn.Client).ModifyCdnDomainSchdmByProperty, cdn.CreateModifyCdnDomainSchdmByPropertyRequest(), params{
		"DomainName": www,
		"Property":   `{"coverage":"overseas"}`,
	}, (*alicdn.Client).ModifyCdnDomainSchdmByProperty, &types.ModifyCdnDomainSchdmByPropertyRequest{
		DomainName: www,
		Property:   types.SchdmProperty{Coverage: types.ScopeOverseas},
	})
	tw.wait()
	compare(tw, (*cdn.Client).DeleteCdnDomain, cdn.CreateDeleteCdnDomainRequest(), params{
		"DomainName": wildcard,
	}, (*alicdn.Client).DeleteCdnDomain, &types.DeleteCdnDomainRequest{DomainName: wildcard})
	tw.wait()
	deleted := compare(tw, (*cdn.Client).DescribeCdnDeletedDomains, cdn.CreateDescribeCdnDeletedDomainsRequest(), params{
		"PageNumber": requests.NewInteger(1),
		"PageSize":   requests.NewInteger(500),
	}, (*alicdn.Client).DescribeCdnDeletedDomains, &types.DescribeCdnDeletedDomainsRequest{PageNumber: 1, PageSize: 500})
	require.Len(t, deleted.Domains, 1)
}

// cnameGaps are of DescribeDomainCname.
var cnameGaps = []gap{{"CnameDatas.ErrMsg", lacks}, {"CnameDatas.Passed", lacks}}

func TestOfficialOwnership(t *testing.T) {
	t.Parallel()
	const foreign = "foreign.example.net"
	tw := newTwins(t, cdntest.WithVerification(), cdntest.WithForeignDomains(foreign))
	content := compare(tw, (*cdn.Client).DescribeVerifyContent, cdn.CreateDescribeVerifyContentRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).DescribeVerifyContent, &types.DescribeVerifyContentRequest{DomainName: www})
	data := compareRaw(tw, "DescribeDomainVerifyData", http.MethodPost, params{
		"DomainName": www, "GlobalResourcePlan": "on",
	}, (*alicdn.Client).DescribeDomainVerifyData, &types.DescribeDomainVerifyDataRequest{DomainName: www, GlobalResourcePlan: types.SwitchOn})
	assert.Equal(t, content.Content, data.Content.VerifiCode)
	refused := refuse(tw, (*cdn.Client).VerifyDomainOwner, cdn.CreateVerifyDomainOwnerRequest(), params{
		"DomainName": www, "VerifyType": "fileCheck",
	}, (*alicdn.Client).VerifyDomainOwner, &types.VerifyDomainOwnerRequest{DomainName: www, VerifyType: types.VerifyTypeFileCheck})
	assert.Equal(t, string(types.InvalidFile), refused.Code)
	for _, server := range []*cdntest.Server{tw.theirs, tw.ours} {
		server.PlaceRecord("verification.example.com", content.Content)
	}
	tw.wait()
	compare(tw, (*cdn.Client).VerifyDomainOwner, cdn.CreateVerifyDomainOwnerRequest(), params{
		"DomainName": www,
		"VerifyType": "dnsCheck",
	}, (*alicdn.Client).VerifyDomainOwner, &types.VerifyDomainOwnerRequest{DomainName: www, VerifyType: types.VerifyTypeDnsCheck})

	compare(tw, (*cdn.Client).BatchAddCdnDomain, cdn.CreateBatchAddCdnDomainRequest(), params{
		"DomainName": www + "," + img,
		"CdnType":    "web",
		"Sources":    `[{"type":"domain","content":"origin.example.net"}]`,
	}, (*alicdn.Client).BatchAddCdnDomain, &types.BatchAddCdnDomainRequest{
		DomainName: []string{www, img},
		CdnType:    types.CdnTypeWeb,
		Sources:    types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.net"}},
	})
	tw.wait()
	for _, server := range []*cdntest.Server{tw.theirs, tw.ours} {
		server.PlaceRecord(www, www+".w.kunlunle.com")
	}
	compare(tw, (*cdn.Client).DescribeDomainCname, cdn.CreateDescribeDomainCnameRequest(), params{
		"DomainName": www + "," + img,
	}, (*alicdn.Client).DescribeDomainCname, &types.DescribeDomainCnameRequest{DomainName: []string{www, img}}, cnameGaps...)
	for _, name := range []string{www, foreign, "missing.example.com"} {
		compareRaw(tw, "CheckCdnDomainExist", http.MethodPost, params{"DomainName": name},
			(*alicdn.Client).CheckCdnDomainExist, &types.CheckCdnDomainExistRequest{DomainName: name})
	}
	compareRaw(tw, "CheckCdnDomainICP", http.MethodPost, params{"DomainName": www},
		(*alicdn.Client).CheckCdnDomainICP, &types.CheckCdnDomainICPRequest{DomainName: www})
	compareRaw(tw, "ModifyCdnDomainOwner", http.MethodPost, params{"DomainName": www},
		(*alicdn.Client).ModifyCdnDomainOwner, &types.ModifyCdnDomainOwnerRequest{DomainName: www})
	compareRaw(tw, "DescribeCdnTypes", http.MethodPost, nil, (*alicdn.Client).DescribeCdnTypes, nil)
}
