package peers_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

const (
	www      = "www.example.com"
	img      = "img.example.com"
	wildcard = ".example.org"
)

// utc writes a time as a parameter.
func utc(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05Z") }

func TestOfficialDomain(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www))

	compare(tw, (*cdn.Client).AddCdnDomain, cdn.CreateAddCdnDomainRequest(), params{
		"DomainName": wildcard,
		"CdnType":    "download",
		"Sources": `[{"type":"ipaddr","content":"192.0.2.10","port":8080,"priority":"20","weight":"15"},` +
			`{"type":"domain","content":"origin.example.net"}]`,
		"CheckUrl":        "http://origin.example.net/check me.html?a=1&b=2+3",
		"Scope":           "overseas",
		"ResourceGroupId": "rg-acfmyuji4b6r4ty",
		"TopLevelDomain":  "example.org",
		"Tag":             &[]cdn.AddCdnDomainTag{{Key: "env", Value: "prod"}, {Key: "团队", Value: "a+b c"}},
	}, (*alicdn.Client).AddCdnDomain, &types.AddCdnDomainRequest{
		DomainName: wildcard,
		CdnType:    types.CdnTypeDownload,
		Sources: types.Sources{
			{Type: types.SourceTypeIpaddr, Content: "192.0.2.10", Port: 8080, Priority: "20", Weight: "15"},
			{Type: types.SourceTypeDomain, Content: "origin.example.net"},
		},
		CheckUrl:        "http://origin.example.net/check me.html?a=1&b=2+3",
		Scope:           types.ScopeOverseas,
		ResourceGroupId: "rg-acfmyuji4b6r4ty",
		TopLevelDomain:  "example.org",
		Tag:             types.Tags{{Key: "env", Value: "prod"}, {Key: "团队", Value: "a+b c"}},
	})
	compare(tw, (*cdn.Client).DescribeCdnDomainDetail, cdn.CreateDescribeCdnDomainDetailRequest(), params{
		"DomainName": wildcard,
	}, (*alicdn.Client).DescribeCdnDomainDetail, &types.DescribeCdnDomainDetailRequest{DomainName: wildcard})
	tw.wait()
	compare(tw, (*cdn.Client).ModifyCdnDomain, cdn.CreateModifyCdnDomainRequest(), params{
		"DomainName":      wildcard,
		"Sources":         `[{"type":"oss","content":"bucket.oss-cn-hangzhou.aliyuncs.com","port":443}]`,
		"ResourceGroupId": "rg-2",
		"TopLevelDomain":  "example.org",
	}, (*alicdn.Client).ModifyCdnDomain, &types.ModifyCdnDomainRequest{
		DomainName:      wildcard,
		Sources:         types.Sources{{Type: types.SourceTypeOss, Content: "bucket.oss-cn-hangzhou.aliyuncs.com", Port: 443}},
		ResourceGroupId: "rg-2",
		TopLevelDomain:  "example.org",
	})
	tw.wait()
	list := compare(tw, (*cdn.Client).DescribeUserDomains, cdn.CreateDescribeUserDomainsRequest(), params{
		"PageNumber":       requests.NewInteger(1),
		"PageSize":         requests.NewInteger(50),
		"DomainName":       "example",
		"DomainSearchType": "fuzzy_match",
		"CdnType":          "web,download",
		"DomainStatus":     "online",
		"CheckDomainShow":  requests.NewBoolean(true),
		"ChangeEndTime":    utc(tw.clock.Now().Add(time.Hour)),
	}, (*alicdn.Client).DescribeUserDomains, &types.DescribeUserDomainsRequest{
		PageNumber:       1,
		PageSize:         50,
		DomainName:       "example",
		DomainSearchType: types.DomainSearchTypeFuzzyMatch,
		CdnType:          []string{"web", "download"},
		DomainStatus:     types.DomainStatusOnline,
		CheckDomainShow:  new(true),
		ChangeEndTime:    types.UTC(tw.clock.Now().Add(time.Hour)),
	})
	require.Len(t, list.Domains, 2)
	compare(tw, (*cdn.Client).DescribeUserDomains, cdn.CreateDescribeUserDomainsRequest(), params{
		"Tag": &[]cdn.DescribeUserDomainsTag{{Key: "env", Value: "prod"}, {Key: "团队"}},
	}, (*alicdn.Client).DescribeUserDomains, &types.DescribeUserDomainsRequest{
		Tag: types.Tags{{Key: "env", Value: "prod"}, {Key: "团队"}},
	})
	list = compare(tw, (*cdn.Client).DescribeUserDomains, cdn.CreateDescribeUserDomainsRequest(), params{
		"Source":          "bucket.oss-cn-hangzhou.aliyuncs.com",
		"ResourceGroupId": "rg-2",
		"FuncId":          "18",
		"FuncFilter":      "unconfig",
		"Coverage":        "overseas",
		"ChangeStartTime": utc(tw.clock.Now().Add(-time.Hour)),
	}, (*alicdn.Client).DescribeUserDomains, &types.DescribeUserDomainsRequest{
		Source:          "bucket.oss-cn-hangzhou.aliyuncs.com",
		ResourceGroupId: "rg-2",
		FuncId:          "18",
		FuncFilter:      types.FuncFilterUnconfig,
		Coverage:        types.ScopeOverseas,
		ChangeStartTime: types.UTC(tw.clock.Now().Add(-time.Hour)),
	})
	require.Len(t, list.Domains, 1)
	compare(tw, (*cdn.Client).DescribeDomainsBySource, cdn.CreateDescribeDomainsBySourceRequest(), params{
		"Sources": "origin.www.example.com,bucket.oss-cn-hangzhou.aliyuncs.com,192.0.2.10",
	}, (*alicdn.Client).DescribeDomainsBySource, &types.DescribeDomainsBySourceRequest{
		Sources: []string{"origin.www.example.com", "bucket.oss-cn-hangzhou.aliyuncs.com", "192.0.2.10"},
	})
	compare(tw, (*cdn.Client).StopCdnDomain, cdn.CreateStopCdnDomainRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).StopCdnDomain, &types.StopCdnDomainRequest{DomainName: www})
	tw.wait()
	compare(tw, (*cdn.Client).StartCdnDomain, cdn.CreateStartCdnDomainRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).StartCdnDomain, &types.StartCdnDomainRequest{DomainName: www})
	tw.wait()
	compare(tw, (*cdn.Client).BatchStopCdnDomain, cdn.CreateBatchStopCdnDomainRequest(), params{
		"DomainNames": www + "," + wildcard,
	}, (*alicdn.Client).BatchStopCdnDomain, &types.BatchStopCdnDomainRequest{DomainNames: []string{www, wildcard}})
	tw.wait()
	compare(tw, (*cdn.Client).BatchStartCdnDomain, cdn.CreateBatchStartCdnDomainRequest(), params{
		"DomainNames": www,
	}, (*alicdn.Client).BatchStartCdnDomain, &types.BatchStartCdnDomainRequest{DomainNames: []string{www}})
	compare(tw, (*cdn.Client).DeleteCdnDomain, cdn.CreateDeleteCdnDomainRequest(), params{
		"DomainName": wildcard,
	}, (*alicdn.Client).DeleteCdnDomain, &types.DeleteCdnDomainRequest{DomainName: wildcard})
}

func TestOfficialFailedDomain(t *testing.T) {
	t.Parallel()
	tw := newTwins(t)
	compare(tw, (*cdn.Client).AddCdnDomain, cdn.CreateAddCdnDomainRequest(), params{
		"DomainName": "check-failed.example.com",
		"CdnType":    "web",
		"Sources":    `[{"type":"domain","content":"origin.example.net"}]`,
	}, (*alicdn.Client).AddCdnDomain, &types.AddCdnDomainRequest{
		DomainName: "check-failed.example.com",
		CdnType:    types.CdnTypeWeb,
		Sources:    types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.net"}},
	})
	tw.wait()
	compare(tw, (*cdn.Client).DescribeCdnDomainDetail, cdn.CreateDescribeCdnDomainDetailRequest(), params{
		"DomainName": "check-failed.example.com",
	}, (*alicdn.Client).DescribeCdnDomainDetail, &types.DescribeCdnDomainDetailRequest{DomainName: "check-failed.example.com"})
	list := compare(tw, (*cdn.Client).DescribeUserDomains, cdn.CreateDescribeUserDomainsRequest(), nil,
		(*alicdn.Client).DescribeUserDomains, nil)
	assert.NotEmpty(t, list.Domains[0].Description)
}

func TestOfficialConfig(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www, img))
	set := compare(tw, (*cdn.Client).BatchSetCdnDomainConfig, cdn.CreateBatchSetCdnDomainConfigRequest(), params{
		"DomainNames": www + "," + img,
		"Functions": `[{"functionName":"filetype_based_ttl_set","functionArgs":[` +
			`{"argName":"file_type","argValue":"jpg,png"},{"argName":"ttl","argValue":"18"},{"argName":"weight","argValue":"30"}]},` +
			`{"functionName":"set_req_host_header","functionArgs":[{"argName":"domain_name","argValue":"origin.example.com"}]},` +
			`{"functionName":"aliauth","functionArgs":[{"argName":"auth_type","argValue":"type_a"},` +
			`{"argName":"auth_key1","argValue":"example+key/one=1"},{"argName":"auth_key2","argValue":"examplekeytwo2"}]}]`,
	}, (*alicdn.Client).BatchSetCdnDomainConfig, &types.BatchSetCdnDomainConfigRequest{
		DomainNames: []string{www, img},
		Functions: types.Functions{
			{FunctionName: types.FunctionFiletypeBasedTtlSet, FunctionArgs: []types.FunctionArg{
				{ArgName: "file_type", ArgValue: "jpg,png"}, {ArgName: "ttl", ArgValue: "18"}, {ArgName: "weight", ArgValue: "30"},
			}},
			{FunctionName: types.FunctionSetReqHostHeader, FunctionArgs: []types.FunctionArg{
				{ArgName: "domain_name", ArgValue: "origin.example.com"},
			}},
			{FunctionName: types.FunctionAliauth, FunctionArgs: []types.FunctionArg{
				{ArgName: "auth_type", ArgValue: "type_a"},
				{ArgName: "auth_key1", ArgValue: "example+key/one=1"},
				{ArgName: "auth_key2", ArgValue: "examplekeytwo2"},
			}},
		},
	})
	require.Len(t, set.DomainConfigList, 6)
	tw.wait()

	// ConfigId and ParentId travel as numbers in JSON, of 15 digits.
	ttl, host := set.DomainConfigList[0].ConfigId, set.DomainConfigList[1].ConfigId
	compare(tw, (*cdn.Client).BatchSetCdnDomainConfig, cdn.CreateBatchSetCdnDomainConfigRequest(), params{
		"DomainNames": www,
		"Functions": `[{"functionName":"filetype_based_ttl_set","configId":` + string(ttl) + `,"parentId":` + string(host) +
			`,"functionArgs":[{"argName":"file_type","argValue":"css"},{"argName":"ttl","argValue":"60"}]}]`,
	}, (*alicdn.Client).BatchSetCdnDomainConfig, &types.BatchSetCdnDomainConfigRequest{
		DomainNames: []string{www},
		Functions: types.Functions{{
			FunctionName: types.FunctionFiletypeBasedTtlSet,
			FunctionArgs: []types.FunctionArg{{ArgName: "file_type", ArgValue: "css"}, {ArgName: "ttl", ArgValue: "60"}},
			ConfigId:     ttl,
			ParentId:     host,
		}},
	})
	tw.wait()
	configs := compare(tw, (*cdn.Client).DescribeCdnDomainConfigs, cdn.CreateDescribeCdnDomainConfigsRequest(), params{
		"DomainName":    www,
		"FunctionNames": "filetype_based_ttl_set,set_req_host_header,aliauth",
	}, (*alicdn.Client).DescribeCdnDomainConfigs, &types.DescribeCdnDomainConfigsRequest{
		DomainName:    www,
		FunctionNames: []string{"filetype_based_ttl_set", "set_req_host_header", "aliauth"},
	})
	require.Len(t, configs.DomainConfigs, 3)
	assert.Equal(t, host, configs.DomainConfigs[0].ParentId)
	compare(tw, (*cdn.Client).DescribeCdnDomainConfigs, cdn.CreateDescribeCdnDomainConfigsRequest(), params{
		"DomainName": www,
		"ConfigId":   string(host),
	}, (*alicdn.Client).DescribeCdnDomainConfigs, &types.DescribeCdnDomainConfigsRequest{DomainName: www, ConfigId: string(host)})
	compare(tw, (*cdn.Client).DeleteSpecificConfig, cdn.CreateDeleteSpecificConfigRequest(), params{
		"DomainName": www,
		"ConfigId":   string(ttl) + "," + string(host),
	}, (*alicdn.Client).DeleteSpecificConfig, &types.DeleteSpecificConfigRequest{
		DomainName: www,
		ConfigId:   []string{string(ttl), string(host)},
	})
}

// newCertificate returns a certificate for names and its key.
func newCertificate(t *testing.T, start time.Time, names ...string) (certificate, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1),
		Subject:      pkix.Name{CommonName: names[0], Organization: []string{"Example & Söhne"}},
		NotBefore:    start,
		NotAfter:     start.AddDate(0, 3, 0),
		DNSNames:     names,
	}
	public, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	require.NoError(t, err)
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	require.NoError(t, err)
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: public})),
		string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}))
}

func TestOfficialCertificate(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www))
	certificate, key := newCertificate(t, tw.clock.Now(), www)
	compare(tw, (*cdn.Client).SetDomainServerCertificate, cdn.CreateSetDomainServerCertificateRequest(), params{
		"DomainName":              www,
		"ServerCertificateStatus": "on",
		"ServerCertificate":       certificate,
		"PrivateKey":              key,
		"CertType":                "upload",
		"CertName":                "证书 1",
		"ForceSet":                "1",
	}, (*alicdn.Client).SetDomainServerCertificate, &types.SetDomainServerCertificateRequest{
		DomainName:              www,
		ServerCertificateStatus: types.SwitchOn,
		ServerCertificate:       certificate,
		PrivateKey:              key,
		CertType:                types.CertTypeUpload,
		CertName:                "证书 1",
		ForceSet:                true,
	})
	tw.wait()
	certificate, key = newCertificate(t, tw.clock.Now(), www)
	compare(tw, (*cdn.Client).SetCdnDomainSSLCertificate, cdn.CreateSetCdnDomainSSLCertificateRequest(), params{
		"DomainName":  www,
		"SSLProtocol": "on",
		"CertType":    "upload",
		"CertName":    "证书 2",
		"SSLPub":      certificate,
		"SSLPri":      key,
	}, (*alicdn.Client).SetCdnDomainSSLCertificate, &types.SetCdnDomainSSLCertificateRequest{
		DomainName:  www,
		SSLProtocol: types.SwitchOn,
		CertType:    types.CertTypeUpload,
		CertName:    "证书 2",
		SSLPub:      certificate,
		SSLPri:      key,
	})
	tw.wait()
	info := compare(tw, (*cdn.Client).DescribeDomainCertificateInfo, cdn.CreateDescribeDomainCertificateInfoRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).DescribeDomainCertificateInfo, &types.DescribeDomainCertificateInfoRequest{DomainName: www})
	require.Len(t, info.CertInfos, 1)
	compare(tw, (*cdn.Client).DescribeCdnCertificateList, cdn.CreateDescribeCdnCertificateListRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).DescribeCdnCertificateList, &types.DescribeCdnCertificateListRequest{DomainName: []string{www}})
}

func TestOfficialTags(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www, img))
	domains := []string{www, img}
	compare(tw, (*cdn.Client).TagResources, cdn.CreateTagResourcesRequest(), params{
		"ResourceType": "DOMAIN",
		"ResourceId":   &domains,
		"Tag":          &[]cdn.TagResourcesTag{{Key: "env", Value: "prod"}, {Key: "地区", Value: "杭州 1*~%"}, {Key: "empty"}},
	}, (*alicdn.Client).TagResources, &types.TagResourcesRequest{
		ResourceType: types.ResourceTypeDomain,
		ResourceId:   types.Repeated{www, img},
		Tag:          types.Tags{{Key: "env", Value: "prod"}, {Key: "地区", Value: "杭州 1*~%"}, {Key: "empty"}},
	})
	compare(tw, (*cdn.Client).DescribeTagResources, cdn.CreateDescribeTagResourcesRequest(), params{
		"ResourceType": "DOMAIN",
		"ResourceId":   &domains,
		"Tag":          &[]cdn.DescribeTagResourcesTag{{Key: "env", Value: "prod"}},
	}, (*alicdn.Client).DescribeTagResources, &types.DescribeTagResourcesRequest{
		ResourceType: types.ResourceTypeDomain,
		ResourceId:   types.Repeated{www, img},
		Tag:          types.Tags{{Key: "env", Value: "prod"}},
	})
	compareRaw(tw, "ListTagResources", http.MethodPost, params{
		"ResourceType": "DOMAIN", "ResourceId.1": www, "ResourceId.2": img, "Tag.1.Key": "地区", "Tag.1.Value": "杭州 1*~%", "Tag.2.Key": "empty",
	}, (*alicdn.Client).ListTagResources, &types.ListTagResourcesRequest{
		ResourceType: types.ResourceTypeDomain,
		ResourceId:   types.Repeated{www, img},
		Tag:          types.Tags{{Key: "地区", Value: "杭州 1*~%"}, {Key: "empty"}},
	})
	compare(tw, (*cdn.Client).UntagResources, cdn.CreateUntagResourcesRequest(), params{
		"ResourceType": "DOMAIN",
		"ResourceId":   &domains,
		"TagKey":       &[]string{"env", "empty"},
	}, (*alicdn.Client).UntagResources, &types.UntagResourcesRequest{
		ResourceType: types.ResourceTypeDomain,
		ResourceId:   types.Repeated{www, img},
		TagKey:       types.Repeated{"env", "empty"},
	})
	compare(tw, (*cdn.Client).DescribeUserTags, cdn.CreateDescribeUserTagsRequest(), nil, (*alicdn.Client).DescribeUserTags, nil)
	compare(tw, (*cdn.Client).UntagResources, cdn.CreateUntagResourcesRequest(), params{
		"ResourceType": "DOMAIN",
		"ResourceId":   &domains,
		"All":          requests.NewBoolean(true),
	}, (*alicdn.Client).UntagResources, &types.UntagResourcesRequest{
		ResourceType: types.ResourceTypeDomain,
		ResourceId:   types.Repeated{www, img},
		All:          true,
	})
}

func TestOfficialRefresh(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www, img))
	compare(tw, (*cdn.Client).RefreshObjectCaches, cdn.CreateRefreshObjectCachesRequest(), params{
		"ObjectPath": "http://www.example.com/目录/\nhttps://img.example.com/a+b%20c/",
		"ObjectType": "Directory",
	}, (*alicdn.Client).RefreshObjectCaches, &types.RefreshObjectCachesRequest{
		ObjectPath: []string{"http://www.example.com/目录/", "https://img.example.com/a+b%20c/"},
		ObjectType: types.ObjectTypeDirectory,
	})
	compare(tw, (*cdn.Client).RefreshObjectCaches, cdn.CreateRefreshObjectCachesRequest(), params{
		"ObjectPath": "http://www.example.com/1.txt?x=1&y=2",
	}, (*alicdn.Client).RefreshObjectCaches, &types.RefreshObjectCachesRequest{
		ObjectPath: []string{"http://www.example.com/1.txt?x=1&y=2"},
	})
	tw.clock.Advance(time.Second)
	compare(tw, (*cdn.Client).PushObjectCache, cdn.CreatePushObjectCacheRequest(), params{
		"ObjectPath": "http://www.example.com/1.png\nhttp://www.example.com/fail-refresh.png",
		"Area":       "overseas",
		"L2Preload":  requests.NewBoolean(true),
		"WithHeader": `{"Accept-Encoding":"gzip, br","User-Agent":"preload/1.0 (+http://example.com/)"}`,
	}, (*alicdn.Client).PushObjectCache, &types.PushObjectCacheRequest{
		ObjectPath: []string{"http://www.example.com/1.png", "http://www.example.com/fail-refresh.png"},
		Area:       types.PreloadAreaOverseas,
		L2Preload:  true,
		WithHeader: types.Headers{"Accept-Encoding": "gzip, br", "User-Agent": "preload/1.0 (+http://example.com/)"},
	})
	compareRaw(tw, "BlockObjectCaches", http.MethodPost, params{
		"ObjectPath": "http://www.example.com/2.png",
		"Type":       "block",
		"Maxage":     "600",
	}, (*alicdn.Client).BlockObjectCaches, &types.BlockObjectCachesRequest{
		ObjectPath: []string{"http://www.example.com/2.png"},
		Type:       types.BlockTypeBlock,
		Maxage:     600,
	})
	tw.clock.Advance(time.Second)
	all := compare(tw, (*cdn.Client).DescribeRefreshTasks, cdn.CreateDescribeRefreshTasksRequest(), nil,
		(*alicdn.Client).DescribeRefreshTasks, nil)
	require.Len(t, all.Tasks, 6)
	tw.wait()
	failed := compare(tw, (*cdn.Client).DescribeRefreshTasks, cdn.CreateDescribeRefreshTasksRequest(), params{
		"ObjectType": "preload",
		"DomainName": www,
		"Status":     "Failed",
		"StartTime":  utc(tw.clock.Now().Add(-time.Hour)),
		"EndTime":    utc(tw.clock.Now().Add(time.Hour)),
		"PageSize":   requests.NewInteger(10),
		"PageNumber": requests.NewInteger(1),
	}, (*alicdn.Client).DescribeRefreshTasks, &types.DescribeRefreshTasksRequest{
		ObjectType: types.TaskObjectTypePreload,
		DomainName: www,
		Status:     types.TaskStatusFailed,
		StartTime:  types.UTC(tw.clock.Now().Add(-time.Hour)),
		EndTime:    types.UTC(tw.clock.Now().Add(time.Hour)),
		PageSize:   10,
		PageNumber: 1,
	})
	require.Len(t, failed.Tasks, 1)
	assert.NotEmpty(t, failed.Tasks[0].Description)
	compare(tw, (*cdn.Client).DescribeRefreshTasks, cdn.CreateDescribeRefreshTasksRequest(), params{
		"TaskId":          string(failed.Tasks[0].TaskId),
		"ObjectPath":      "http://www.example.com/1.png",
		"ResourceGroupId": "rg-acfmyuji4b6r4ty",
	}, (*alicdn.Client).DescribeRefreshTasks, &types.DescribeRefreshTasksRequest{
		TaskId:          string(failed.Tasks[0].TaskId),
		ObjectPath:      "http://www.example.com/1.png",
		ResourceGroupId: "rg-acfmyuji4b6r4ty",
	})
	compare(tw, (*cdn.Client).DescribeRefreshQuota, cdn.CreateDescribeRefreshQuotaRequest(), nil,
		(*alicdn.Client).DescribeRefreshQuota, nil)
}

func TestOfficialService(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithServiceClosed(), cdntest.WithSecurityToken("token+of/STS==", time.Time{}))
	compare(tw, (*cdn.Client).OpenCdnService, cdn.CreateOpenCdnServiceRequest(), params{
		"InternetChargeType": "PayByBandwidth",
	}, (*alicdn.Client).OpenCdnService, &types.OpenCdnServiceRequest{InternetChargeType: types.InternetChargeTypePayByBandwidth})
	compareRaw(tw, "ModifyCdnService", http.MethodPost, params{
		"InternetChargeType": "PayByTraffic",
	}, (*alicdn.Client).ModifyCdnService, &types.ModifyCdnServiceRequest{InternetChargeType: types.InternetChargeTypePayByTraffic})
	compare(tw, (*cdn.Client).DescribeCdnService, cdn.CreateDescribeCdnServiceRequest(), nil,
		(*alicdn.Client).DescribeCdnService, nil)
	compare(tw, (*cdn.Client).DescribeCdnUserQuota, cdn.CreateDescribeCdnUserQuotaRequest(), nil,
		(*alicdn.Client).DescribeCdnUserQuota, nil)

	tw = newTwins(t)
	packages := compare(tw, (*cdn.Client).DescribeCdnUserResourcePackage, cdn.CreateDescribeCdnUserResourcePackageRequest(), params{
		"Status": "closed",
	}, (*alicdn.Client).DescribeCdnUserResourcePackage, &types.DescribeCdnUserResourcePackageRequest{
		Status: types.ResourcePackageStatusClosed,
	})
	require.Len(t, packages.ResourcePackageInfos, 1)
}

func TestOfficialLogs(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www, img))
	end := tw.clock.Now().Truncate(time.Hour)
	start := end.Add(-3 * time.Hour)
	files := compare(tw, (*cdn.Client).DescribeCdnDomainLogs, cdn.CreateDescribeCdnDomainLogsRequest(), params{
		"DomainName": www,
		"StartTime":  utc(start),
		"EndTime":    utc(end),
		"PageSize":   requests.NewInteger(2),
		"PageNumber": requests.NewInteger(1),
	}, (*alicdn.Client).DescribeCdnDomainLogs, &types.DescribeCdnDomainLogsRequest{
		DomainName: www,
		StartTime:  types.UTC(start),
		EndTime:    types.UTC(end),
		PageSize:   2,
		PageNumber: 1,
	}, gap{"DomainLogDetails.PageInfos.PageNumber", pageIndex})
	require.Len(t, files.DomainLogDetails, 1)
	require.Len(t, files.DomainLogDetails[0].LogInfos, 2)

	compareRaw(tw, "CreateRealtimeLogDelivery", http.MethodGet, params{
		"Domain": www, "Project": "project-1", "Logstore": "store-1", "Region": "cn-hangzhou",
	}, (*alicdn.Client).CreateRealtimeLogDelivery, &types.CreateRealtimeLogDeliveryRequest{
		Domain: www, Project: "project-1", Logstore: "store-1", Region: "cn-hangzhou",
	})
	compare(tw, (*cdn.Client).ModifyRealtimeLogDelivery, cdn.CreateModifyRealtimeLogDeliveryRequest(), params{
		"Domain": www, "Project": "project-1", "Logstore": "store-2", "Region": "cn-hangzhou",
	}, (*alicdn.Client).ModifyRealtimeLogDelivery, &types.ModifyRealtimeLogDeliveryRequest{
		Domain: www, Project: "project-1", Logstore: "store-2", Region: "cn-hangzhou",
	})
	tw.clock.Advance(2 * time.Minute)
	compare(tw, (*cdn.Client).DisableRealtimeLogDelivery, cdn.CreateDisableRealtimeLogDeliveryRequest(), params{
		"Domain": www,
	}, (*alicdn.Client).DisableRealtimeLogDelivery, &types.DisableRealtimeLogDeliveryRequest{Domain: []string{www}})
	compare(tw, (*cdn.Client).DescribeDomainRealtimeLogDelivery, cdn.CreateDescribeDomainRealtimeLogDeliveryRequest(), params{
		"Domain": www,
	}, (*alicdn.Client).DescribeDomainRealtimeLogDelivery, &types.DescribeDomainRealtimeLogDeliveryRequest{Domain: www})
	compare(tw, (*cdn.Client).EnableRealtimeLogDelivery, cdn.CreateEnableRealtimeLogDeliveryRequest(), params{
		"Domain": www,
	}, (*alicdn.Client).EnableRealtimeLogDelivery, &types.EnableRealtimeLogDeliveryRequest{Domain: []string{www}})
	compare(tw, (*cdn.Client).ListRealtimeLogDeliveryDomains, cdn.CreateListRealtimeLogDeliveryDomainsRequest(), params{
		"Project": "project-1,project-2", "Logstore": "store-1,store-2", "Region": "cn-hangzhou",
	}, (*alicdn.Client).ListRealtimeLogDeliveryDomains, &types.ListRealtimeLogDeliveryDomainsRequest{
		Project: []string{"project-1", "project-2"}, Logstore: []string{"store-1", "store-2"}, Region: []string{"cn-hangzhou"},
	})
	compare(tw, (*cdn.Client).ListRealtimeLogDeliveryInfos, cdn.CreateListRealtimeLogDeliveryInfosRequest(), nil,
		(*alicdn.Client).ListRealtimeLogDeliveryInfos, nil)
	compare(tw, (*cdn.Client).DescribeRealtimeDeliveryAcc, cdn.CreateDescribeRealtimeDeliveryAccRequest(), params{
		"StartTime": utc(start),
		"EndTime":   utc(tw.clock.Now()),
		"Interval":  "300",
		"Project":   "project-1",
		"LogStore":  "store-2",
	}, (*alicdn.Client).DescribeRealtimeDeliveryAcc, &types.DescribeRealtimeDeliveryAccRequest{
		StartTime: types.UTC(start),
		EndTime:   types.UTC(tw.clock.Now()),
		Interval:  types.Interval300,
		Project:   "project-1",
		LogStore:  "store-2",
	})
	compare(tw, (*cdn.Client).DeleteRealtimeLogDelivery, cdn.CreateDeleteRealtimeLogDeliveryRequest(), params{
		"Domain": www, "Project": "project-1", "Logstore": "store-2", "Region": "cn-hangzhou",
	}, (*alicdn.Client).DeleteRealtimeLogDelivery, &types.DeleteRealtimeLogDeliveryRequest{
		Domain: []string{www}, Project: "project-1", Logstore: "store-2", Region: "cn-hangzhou",
	})
}

func TestOfficialLogFormats(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www))
	formats := compare(tw, (*cdn.Client).ListUserCustomLogConfig, cdn.CreateListUserCustomLogConfigRequest(), nil,
		(*alicdn.Client).ListUserCustomLogConfig, nil)
	require.NotEmpty(t, formats.ConfigIds)
	id := string(formats.ConfigIds[0])
	compareRaw(tw, "ModifyUserCustomLogConfig", http.MethodGet, params{
		"ConfigId": id, "Tag": "标签 a+b",
	}, (*alicdn.Client).ModifyUserCustomLogConfig, &types.ModifyUserCustomLogConfigRequest{ConfigId: id, Tag: "标签 a+b"})
	compareRaw(tw, "ModifyDomainCustomLogConfig", http.MethodGet, params{
		"DomainName": www, "ConfigId": id,
	}, (*alicdn.Client).ModifyDomainCustomLogConfig, &types.ModifyDomainCustomLogConfigRequest{DomainName: www, ConfigId: id})
	compare(tw, (*cdn.Client).DescribeCustomLogConfig, cdn.CreateDescribeCustomLogConfigRequest(), params{
		"ConfigId": id,
	}, (*alicdn.Client).DescribeCustomLogConfig, &types.DescribeCustomLogConfigRequest{ConfigId: id})
	compare(tw, (*cdn.Client).DescribeDomainCustomLogConfig, cdn.CreateDescribeDomainCustomLogConfigRequest(), params{
		"DomainName": www,
	}, (*alicdn.Client).DescribeDomainCustomLogConfig, &types.DescribeDomainCustomLogConfigRequest{DomainName: www})
	compare(tw, (*cdn.Client).ListDomainsByLogConfigId, cdn.CreateListDomainsByLogConfigIdRequest(), params{
		"ConfigId": id,
	}, (*alicdn.Client).ListDomainsByLogConfigId, &types.ListDomainsByLogConfigIdRequest{ConfigId: id})
}

func TestOfficialUsage(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www, img))
	end := tw.clock.Now().Truncate(24 * time.Hour)
	start := end.Add(-2 * time.Hour)
	for _, field := range []types.UsageField{types.UsageFieldTraf, types.UsageFieldBps, types.UsageFieldAcc} {
		compare(tw, (*cdn.Client).DescribeDomainUsageData, cdn.CreateDescribeDomainUsageDataRequest(), params{
			"DomainName":   www + "," + img,
			"StartTime":    utc(start),
			"EndTime":      utc(end),
			"Field":        string(field),
			"Area":         "all",
			"DataProtocol": "https",
			"Type":         "static",
			"Interval":     "300",
		}, (*alicdn.Client).DescribeDomainUsageData, &types.DescribeDomainUsageDataRequest{
			DomainName:   []string{www, img},
			StartTime:    types.UTC(start),
			EndTime:      types.UTC(end),
			Field:        field,
			Area:         types.UsageAreaAll,
			DataProtocol: types.DataProtocolHttps,
			Type:         types.UsageTypeStatic,
			Interval:     types.Interval300,
		})
	}
	compare(tw, (*cdn.Client).CreateUserUsageDataExportTask, cdn.CreateCreateUserUsageDataExportTaskRequest(), params{
		"StartTime": utc(start),
		"EndTime":   utc(end),
		"TaskName":  "三月 + 1",
		"Language":  "en-us",
	}, (*alicdn.Client).CreateUserUsageDataExportTask, &types.CreateUserUsageDataExportTaskRequest{
		StartTime: types.UTC(start),
		EndTime:   types.UTC(end),
		TaskName:  "三月 + 1",
		Language:  types.ExportLanguageEnUs,
	})
	compare(tw, (*cdn.Client).CreateUsageDetailDataExportTask, cdn.CreateCreateUsageDetailDataExportTaskRequest(), params{
		"StartTime":   utc(start),
		"EndTime":     utc(end),
		"TaskName":    "details",
		"DomainNames": www + "," + img,
		"Type":        "flow",
		"Language":    "zh-cn",
	}, (*alicdn.Client).CreateUsageDetailDataExportTask, &types.CreateUsageDetailDataExportTaskRequest{
		StartTime:   types.UTC(start),
		EndTime:     types.UTC(end),
		TaskName:    "details",
		DomainNames: []string{www, img},
		Type:        types.ExportTypeFlow,
		Language:    types.ExportLanguageZhCn,
	})
	compare(tw, (*cdn.Client).CreateUsageDetailDataExportTask, cdn.CreateCreateUsageDetailDataExportTaskRequest(), params{
		"StartTime": utc(start),
		"EndTime":   utc(end),
		"Group":     "商店/*",
		"Type":      "vas",
	}, (*alicdn.Client).CreateUsageDetailDataExportTask, &types.CreateUsageDetailDataExportTaskRequest{
		StartTime: types.UTC(start),
		EndTime:   types.UTC(end),
		Group:     "商店/*",
		Type:      types.ExportTypeVas,
	})
	tw.wait()

	// The endpoint answers as the reference has it, UsageDataPerPage.UsageData
	// with the page beside it. The official client reads only what the service
	// sends today, UsageDataPerPage.Data.DataItem with the page inside it.
	const why = "the official client reads the structure of today"
	listGaps := []gap{{"UsageDataPerPage", why}, {"PageNumber", why}, {"PageSize", why}, {"TotalCount", why}}
	list := compare(tw, (*cdn.Client).DescribeUserUsageDataExportTask, cdn.CreateDescribeUserUsageDataExportTaskRequest(), params{
		"PageSize":   "10",
		"PageNumber": "1",
	}, (*alicdn.Client).DescribeUserUsageDataExportTask, &types.DescribeUserUsageDataExportTaskRequest{PageSize: 10, PageNumber: 1}, listGaps...)
	require.Len(t, list.UsageDataPerPage, 1)
	details := compare(tw, (*cdn.Client).DescribeUserUsageDetailDataExportTask, cdn.CreateDescribeUserUsageDetailDataExportTaskRequest(), params{
		"PageSize":   "10",
		"PageNumber": "1",
	}, (*alicdn.Client).DescribeUserUsageDetailDataExportTask, &types.DescribeUserUsageDetailDataExportTaskRequest{PageSize: 10, PageNumber: 1}, listGaps...)
	require.Len(t, details.UsageDataPerPage, 2)
}

func TestOfficialErrors(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www))
	describe := func(name string) *alicdn.Error {
		return refuse(tw, (*cdn.Client).DescribeCdnDomainDetail, cdn.CreateDescribeCdnDomainDetailRequest(), params{"DomainName": name},
			(*alicdn.Client).DescribeCdnDomainDetail, &types.DescribeCdnDomainDetailRequest{DomainName: name})
	}
	assert.Equal(t, "InvalidDomain.NotFound", describe("missing.example.com").Code)
	for _, code := range []types.ErrorCode{
		types.ThrottlingUser, types.ServiceBusy, types.OperationDenied, types.InvalidParameter, types.InvalidSecurityTokenExpired,
		types.InvalidAccessKeyIdNotFound, types.InvalidTimeStampExpired, "Code.Of.Tomorrow",
	} {
		tw.theirs.Script("DescribeCdnDomainDetail", cdntest.Fail(code))
		tw.ours.Script("DescribeCdnDomainDetail", cdntest.Fail(code))
		assert.Equal(t, string(code), describe(www).Code)
	}
	tw.theirs.Script("DescribeCdnDomainDetail", cdntest.BadGateway())
	tw.ours.Script("DescribeCdnDomainDetail", cdntest.BadGateway())
	assert.Equal(t, http.StatusBadGateway, describe(www).StatusCode)

	refused := refuse(tw, (*cdn.Client).RefreshObjectCaches, cdn.CreateRefreshObjectCachesRequest(), params{
		"ObjectPath": "http://www.example.com/a file",
	}, (*alicdn.Client).RefreshObjectCaches, &types.RefreshObjectCachesRequest{ObjectPath: []string{"http://www.example.com/a file"}})
	assert.Equal(t, "InvalidObjectPath.Malformed", refused.Code)
	assert.True(t, strings.HasPrefix(refused.Recommend, "https://"))

	tw.official = newOfficial(t, tw.theirs, "wrong", tw.theirTravel)
	var err error
	tw.client, err = alicdn.New(alicdn.StaticCredentials(tw.ours.AccessKeyId, "wrong", ""), alicdn.WithEndpoint(tw.ours.URL))
	require.NoError(t, err)
	assert.Equal(t, "SignatureDoesNotMatch", describe(www).Code)
}
