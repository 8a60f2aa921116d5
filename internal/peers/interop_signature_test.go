package peers_test

import (
	"context"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

const (
	keyId     = "LTAI+example/key=1"
	keySecret = "s3cr&t/+=% ~*密"
	token     = "CAIS+example/token==&a=b c*~%2B令牌"
)

// recorded is a request as it arrived.
type recorded struct {
	method string
	params map[string]string
	inURL  bool
	inForm bool
}

// record starts a server that keeps the one request that it gets.
func record(t *testing.T) (endpoint string, request *recorded) {
	t.Helper()
	request = new(recorded)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		assert.NoError(t, err)
		request.method, request.params = r.Method, make(map[string]string)
		request.inURL, request.inForm = r.URL.RawQuery != "", len(body) > 0
		for _, encoded := range []string{r.URL.RawQuery, string(body)} {
			values, err := url.ParseQuery(encoded)
			assert.NoError(t, err)
			for name, list := range values {
				assert.Len(t, list, 1)
				request.params[name] = list[0]
			}
		}
		_, _ = io.WriteString(w, `{"RequestId":"15C66C7B-671A-4297-9187-2C4477247A74"}`)
	}))
	t.Cleanup(server.Close)
	return server.URL, request
}

// replay is a request of the official client with exactly the parameters of a
// request that was sent: what the official signer sets on its own, such as a
// nonce, gives way to them.
type replay struct {
	*requests.RpcRequest

	sent map[string]string
}

func (r replay) GetQueryParams() map[string]string {
	params := r.RpcRequest.GetQueryParams()
	clear(params)
	maps.Copy(params, r.sent)
	return params
}

// signLikeClient signs with the signer of the official client.
func signLikeClient(t *testing.T, method, secret string, params map[string]string) string {
	t.Helper()
	request := replay{RpcRequest: &requests.RpcRequest{}, sent: params}
	request.InitWithApiInfo("Cdn", "2018-05-10", params["Action"], "", "")
	request.Method = method
	provider := credentials.NewStaticSTSCredentialsProvider(params["AccessKeyId"], secret, params["SecurityToken"])
	require.NoError(t, auth.Sign(request, nil, "", provider))
	return request.RpcRequest.GetQueryParams()["Signature"]
}

// signLikeOpenAPI signs with the runtime of the newer official clients.
func signLikeOpenAPI(method, secret string, params map[string]string) string {
	pointers := make(map[string]*string)
	for name, value := range params {
		pointers[name] = &value
	}
	return *openapi.GetRPCSignature(pointers, &method, &secret)
}

// sending is a request of our client and how it has to travel.
type sending struct {
	name   string
	method string
	send   func(ctx context.Context, c *alicdn.Client) error
}

// call makes a sending of a method of the client.
func call[Req, Resp any](
	name, httpMethod string,
	method func(*alicdn.Client, context.Context, *Req, ...alicdn.CallOption) (*Resp, error), req *Req, opts ...alicdn.CallOption,
) sending {
	return sending{name, httpMethod, func(ctx context.Context, c *alicdn.Client) error {
		_, err := method(c, ctx, req, opts...)
		return err
	}}
}

// raw makes a sending of parameters that no request type would send.
func raw(name string, params url.Values) sending {
	return sending{name, http.MethodGet, func(ctx context.Context, c *alicdn.Client) error {
		return c.Do(ctx, "DescribeSomething", params, nil)
	}}
}

const (
	get  = http.MethodGet
	post = http.MethodPost
)

// sendings are requests with all that might be encoded in more than one way.
func sendings() []sending {
	day := types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.FixedZone("", 8*60*60)))
	noon := types.UTC(time.Date(2026, 3, 1, 12, 30, 59, 999, time.UTC))
	return []sending{
		raw("no parameters", nil),
		raw("reserved", url.Values{"Text": {"!#$&'()*+,/:;=?@[]"}}),
		raw("unreserved", url.Values{"Text": {"AZaz09-_.~"}}),
		raw("other ASCII", url.Values{"Text": {"\"<>\\^`{|}"}}),
		raw("spaces", url.Values{"Text": {" leading, in  between and trailing "}}),
		raw("plus", url.Values{"Text": {"1+1=2"}, "Plus": {"+"}}),
		raw("star", url.Values{"Text": {"*.example.com/*"}}),
		raw("tilde", url.Values{"Text": {"~user/%7Euser"}}),
		raw("percent", url.Values{"Text": {"100% %20 %2B %25 %zz"}}),
		raw("encoded twice", url.Values{"Text": {"%252A%2520"}}),
		raw("control characters", url.Values{"Text": {"\t\n\r\x00\x1f\x7f"}}),
		raw("CJK", url.Values{"Text": {"阿里云、加速域名"}}),
		raw("emoji", url.Values{"Text": {"🚀👩‍💻🇨🇳"}}),
		raw("combining and right to left", url.Values{"Text": {"e\u0301 שלום \u202e\ufeff"}}),
		raw("no UTF-8", url.Values{"Text": {"\xff\xfe\x80"}}),
		raw("empty value", url.Values{"Text": {""}, "Zero": {"0"}}),
		raw("nil value", url.Values{"Text": nil}),
		raw("odd names", url.Values{"a b": {"1"}, "a+b": {"2"}, "a*b": {"3"}, "a~b": {"4"}, "名": {"5"}}),
		raw("order of names", url.Values{
			"b": {"1"}, "B": {"2"}, "Tag.10.Key": {"3"}, "Tag.2.Key": {"4"}, "Tag-2": {"5"}, "Tag_2": {"6"}, "Zz": {"7"}, "é": {"8"},
		}),
		raw("names that are part of others", url.Values{"A": {"1"}, "AA": {"2"}, "A.1": {"3"}, "A=": {"4"}, "A&": {"5"}}),

		call("read", get, (*alicdn.Client).DescribeCdnService, nil),
		call("times of any zone", get, (*alicdn.Client).DescribeDomainBpsData, &types.DescribeDomainBpsDataRequest{
			DomainName: []string{"a.example.com", "b.example.com"}, StartTime: day, EndTime: noon, Interval: types.Interval300,
		}),
		call("time in Beijing", get, (*alicdn.Client).DescribeDomainISPData, &types.DescribeDomainISPDataRequest{
			DomainName: "www.example.com", StartTime: types.Beijing(day.Time), EndTime: types.Beijing(noon.Time),
		}),
		call("one-sided time", get, (*alicdn.Client).DescribeDomainTopUrlVisit, &types.DescribeDomainTopUrlVisitRequest{
			DomainName: "www.example.com", StartTime: day, SortBy: types.SortByPv,
		}),
		call("CJK list", get, (*alicdn.Client).DescribeRangeDataByLocateAndIspService, &types.DescribeRangeDataByLocateAndIspServiceRequest{
			DomainNames: "www.example.com", LocationNames: []string{"浙江省", "香港特别行政区"}, IspNames: []string{"电信", "联通"},
			StartTime: day, EndTime: noon,
		}),
		call("long query", post, (*alicdn.Client).DescribeDomainQpsData, &types.DescribeDomainQpsDataRequest{
			DomainName: many(400, "host-%d.example.com"),
		}),
		call("numbers and bools", get, (*alicdn.Client).DescribeUserDomains, &types.DescribeUserDomainsRequest{
			PageSize: 500, PageNumber: 3, DomainName: "exämple*", DomainSearchType: types.DomainSearchTypeSufMatch,
			CdnType: []string{"web", "video"}, CheckDomainShow: new(false), ChangeStartTime: day, Source: "2001:db8::1",
		}),
		call("wildcard domain and JSON", get, (*alicdn.Client).AddCdnDomain, &types.AddCdnDomainRequest{
			DomainName: ".example.com", CdnType: types.CdnTypeWeb, Scope: types.ScopeGlobal,
			CheckUrl: "http://origin.example.com/检查 me.html?a=1&b=2+3%20#top",
			Sources: types.Sources{
				{Type: types.SourceTypeIpaddr, Content: "2001:db8::1", Port: 8080, Priority: "20", Weight: "15"},
				{Type: types.SourceTypeOss, Content: "bucket.oss-cn-hangzhou.aliyuncs.com", Port: 443},
			},
			Tag: tenTags(),
		}),
		call("JSON with quotes", get, (*alicdn.Client).BatchSetCdnDomainConfig, &types.BatchSetCdnDomainConfigRequest{
			DomainNames: []string{".example.com", "www.example.org"},
			Functions: types.Functions{{
				FunctionName: types.FunctionSetRespHeader,
				FunctionArgs: []types.FunctionArg{{ArgName: "key", ArgValue: `"<\u2028>"`}, {ArgName: "value", ArgValue: "max-age=60, 私有; q=\"*\" \\ \u2028"}},
				ConfigId:     "222728944812032", ParentId: "-1",
			}},
		}),
		call("secret argument", post, (*alicdn.Client).BatchSetCdnDomainConfig, &types.BatchSetCdnDomainConfigRequest{
			DomainNames: []string{"www.example.com"},
			Functions: types.Functions{{
				FunctionName: types.FunctionAliauth,
				FunctionArgs: []types.FunctionArg{{ArgName: "auth_key1", ArgValue: "a+b/c=d~e*f"}, {ArgName: "auth_type", ArgValue: "type_a"}},
			}},
		}),
		call("certificate", post, (*alicdn.Client).SetDomainServerCertificate, &types.SetDomainServerCertificateRequest{
			DomainName: "www.example.com", ServerCertificateStatus: types.SwitchOn, CertName: "证书 + 1*",
			ServerCertificate: "-----BEGIN CERTIFICATE-----\nMIIB+example/certificate==\n-----END CERTIFICATE-----\n",
			PrivateKey:        "-----BEGIN PRIVATE KEY-----\r\nMIIB+example/key==\r\n-----END PRIVATE KEY-----\r\n",
			ForceSet:          true,
		}),
		call("without a certificate", get, (*alicdn.Client).SetDomainServerCertificate, &types.SetDomainServerCertificateRequest{
			DomainName: "www.example.com", ServerCertificateStatus: types.SwitchOff,
		}),
		call("uploaded certificate", post, (*alicdn.Client).SetCdnDomainSSLCertificate, &types.SetCdnDomainSSLCertificateRequest{
			DomainName: "www.example.com", SSLProtocol: types.SwitchOn, CertType: types.CertTypeUpload, CertName: "证书 + 1*",
			SSLPub: "-----BEGIN CERTIFICATE-----\nMIIB+example/certificate==\n-----END CERTIFICATE-----\n",
			SSLPri: "-----BEGIN PRIVATE KEY-----\r\nMIIB+example/key==\r\n-----END PRIVATE KEY-----\r\n",
		}),
		call("stored certificate", post, (*alicdn.Client).SetCdnDomainSSLCertificate, &types.SetCdnDomainSSLCertificateRequest{
			DomainName: "www.example.com", SSLProtocol: types.SwitchOn, CertType: types.CertTypeCas, CertId: "9007199254740993",
		}),
		call("Base64", get, (*alicdn.Client).SetCdnDomainCSRCertificate, &types.SetCdnDomainCSRCertificateRequest{
			DomainName: "www.example.com", ServerCertificate: "-----BEGIN CERTIFICATE-----\nMIIB+example/certificate==\n-----END CERTIFICATE-----\n",
		}),
		call("trigger", post, (*alicdn.Client).AddFCTrigger, &types.AddFCTriggerRequest{
			TriggerARN:    "acs:fc:cn-beijing:1234567890:services/logs/functions/sort/triggers/a",
			EventMetaName: types.EventMetaNameLogFileCreated, EventMetaVersion: "1.0.0",
			SourceARN: "acs:cdn:*:1234567890:domain/{www.example.com,.example.org}", RoleARN: "acs:ram::1234567890:role/r", Notes: "日志 a+b",
		}),
		call("report by mail", post, (*alicdn.Client).CreateCdnDeliverTask, &types.CreateCdnDeliverTaskRequest{
			Name: "每天 (draft) + 1", Reports: types.Reports{{ReportId: types.ReportIdPvUv}},
			Deliver:  types.Deliver{Email: types.DeliverEmail{Subject: "报告 & \"more\"", To: []string{"a+b@example.com"}}},
			Schedule: types.Schedule{Crontab: "0 0 8 * * ?", Frequency: types.DeliverFrequencyDay},
		}),
		call("underscores", get, (*alicdn.Client).DescribeIpStatus, &types.DescribeIpStatusRequest{Ips: []string{"192.0.2.1", "2001:db8::1"}}),
		call("regular expression", get, (*alicdn.Client).SetWaitingRoomConfig, &types.SetWaitingRoomConfigRequest{
			DomainName: "www.example.com", WaitUri: `^/(a|b)+/.*\.(jpg|png)$`, AllowPct: new(0), MaxTimeWait: new(600), GapTime: new(5),
			WaitUrl: "http://www.example.com/等.html",
		}),
		call("lines", post, (*alicdn.Client).RefreshObjectCaches, &types.RefreshObjectCachesRequest{
			ObjectPath: []string{
				"http://www.example.com/a b/", "https://www.example.com/目录/%E4%BD%A0 1+1&x=2/", "http://www.example.com/~*'()!/",
				"http://www.example.com/🚀/",
			},
			ObjectType: types.ObjectTypeDirectory, Force: true,
		}),
		call("a thousand lines", post, (*alicdn.Client).RefreshObjectCaches, &types.RefreshObjectCachesRequest{
			ObjectPath: many(1000, "http://www.example.com/image/%d.png?v=1"),
		}),
		call("headers", post, (*alicdn.Client).PushObjectCache, &types.PushObjectCacheRequest{
			ObjectPath: []string{"http://www.example.com/1.png"}, Area: types.PreloadAreaOverseas, L2Preload: true,
			WithHeader: types.Headers{"Accept-Encoding": "gzip, br;q=0.5, *;q=0", "User-Agent": "预热/1.0 (+http://www.example.com/?a=1&b=2)", "X-Empty": ""},
		}),
		call("block", get, (*alicdn.Client).BlockObjectCaches, &types.BlockObjectCachesRequest{
			ObjectPath: []string{"http://www.example.com/1.png", "http://www.example.com/2+3.png"}, Type: types.BlockTypeBlock, Maxage: 600,
		}),
		call("ten tags", get, (*alicdn.Client).TagResources, &types.TagResourcesRequest{
			ResourceId: types.Repeated{"www.example.com", ".example.org"}, ResourceType: types.ResourceTypeDomain, Tag: tenTags(),
		}),
		call("fifty resources", get, (*alicdn.Client).UntagResources, &types.UntagResourcesRequest{
			ResourceId: types.Repeated(many(50, "host-%d.example.com")), ResourceType: types.ResourceTypeDomain,
			TagKey: types.Repeated{"地区", "a b"}, All: true,
		}),
		call("GET only", get, (*alicdn.Client).ModifyUserCustomLogConfig, &types.ModifyUserCustomLogConfigRequest{
			ConfigId: "25473b84-d598-498e-b148-f23d0a255555", Tag: strings.Repeat("标", 200),
		}),
		call("lists", get, (*alicdn.Client).ListRealtimeLogDeliveryDomains, &types.ListRealtimeLogDeliveryDomainsRequest{
			Project: []string{"project-1", "project 2"}, Logstore: []string{"store_1", "store.2"}, Region: []string{"cn-hangzhou"},
		}),
		call("export", get, (*alicdn.Client).CreateUsageDetailDataExportTask, &types.CreateUsageDetailDataExportTaskRequest{
			StartTime: day, EndTime: noon, Type: types.ExportTypeFlow, TaskName: "三月 (draft) + 1", Group: "商店/*",
		}),
		call("further parameters", get, (*alicdn.Client).DescribeCdnUserQuota, nil,
			alicdn.WithParam("Lang", "zh-CN,zh;q=0.9"), alicdn.WithParam("Empty", ""), alicdn.WithParam("名 字", "值")),
	}
}

// many returns texts that differ in a number.
func many(count int, pattern string) []string {
	all := make([]string, count)
	for i := range all {
		all[i] = strings.Replace(pattern, "%d", strconv.Itoa(i+1), 1)
	}
	return all
}

func tenTags() types.Tags {
	return types.Tags{
		{Key: "env", Value: "prod"},
		{Key: "empty"},
		{Key: "地区", Value: "杭州"},
		{Key: "a b", Value: "c d"},
		{Key: "a+b", Value: "c+d"},
		{Key: "a*b", Value: "c~d"},
		{Key: "100%", Value: "%2A"},
		{Key: "a/b:c", Value: "d=e&f"},
		{Key: "🚀", Value: "👩‍💻"},
		{Key: "Tag.1.Key", Value: "Tag.1.Value"},
	}
}

func TestSignature(t *testing.T) {
	t.Parallel()
	for name, creds := range map[string]alicdn.Credentials{
		"access key": {AccessKeyId: keyId, AccessKeySecret: keySecret},
		"token":      {AccessKeyId: keyId, AccessKeySecret: keySecret, SecurityToken: token},
	} {
		for _, s := range sendings() {
			t.Run(name+"/"+s.name, func(t *testing.T) {
				t.Parallel()
				endpoint, request := record(t)
				client, err := alicdn.New(
					alicdn.StaticCredentials(creds.AccessKeyId, creds.AccessKeySecret, creds.SecurityToken), alicdn.WithEndpoint(endpoint))
				require.NoError(t, err)
				require.NoError(t, s.send(t.Context(), client))

				assert.Equal(t, s.method, request.method)
				assert.Equal(t, s.method == get || s.name == "trigger", request.inURL) // its TriggerARN stands beside the form
				assert.Equal(t, s.method == post, request.inForm)
				params := maps.Clone(request.params)
				assert.Equal(t, creds.SecurityToken, params["SecurityToken"])
				sent := params["Signature"]
				assert.NotEmpty(t, sent)
				delete(params, "Signature")
				assert.Equal(t, signLikeClient(t, request.method, keySecret, params), sent)
				assert.Equal(t, signLikeOpenAPI(request.method, keySecret, params), sent)

				// The official signers do sign what they are given.
				params["Timestamp"] += " "
				assert.NotEqual(t, signLikeClient(t, request.method, keySecret, params), sent)
				assert.NotEqual(t, signLikeOpenAPI(request.method, keySecret, params), sent)
			})
		}
	}
}
