package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	openapiutil "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/alibabacloud-go/tea/dara"
)

// p1 is github.com/alibabacloud-go/darabonba-openapi/v2, called as the
// generated client of the CDN calls it: parameters into a map of texts, the
// answer into maps, and the maps into a structure of pointers.
type p1 struct{ client *openapi.Client }

// daraClient sends what the client would send over a transport of its own.
type daraClient struct{ http.Client }

func (c *daraClient) Call(r *http.Request, _ *http.Transport) (*http.Response, error) { return c.Do(r) }

func newP1(address string, transport http.RoundTripper) (p1, error) {
	client, err := openapi.NewClient(&openapiutil.Config{
		AccessKeyId: new(keyId), AccessKeySecret: new(keySecret),
		Endpoint: new(address), Protocol: new("HTTP"), HttpClient: &daraClient{http.Client{Transport: transport}},
	})
	return p1{client}, err
}

func (p p1) call(action string, query map[string]any, out any) error {
	req := &openapiutil.OpenApiRequest{Query: openapiutil.Query(query)}
	params := &openapiutil.Params{
		Action: new(action), Version: new("2018-05-10"), Protocol: new("HTTPS"), Pathname: new("/"),
		Method: new("POST"), AuthType: new("AK"), Style: new("RPC"), ReqBodyType: new("formData"), BodyType: new("json"),
	}
	body, err := p.client.CallApi(params, req, &dara.RuntimeOptions{})
	if err != nil {
		return err
	}
	return dara.Convert(body, out)
}

// p1Response is the form of every response.
type p1Response[T any] struct {
	Headers    map[string]*string `json:"headers,omitempty" xml:"headers,omitempty"`
	StatusCode *int32             `json:"statusCode,omitempty" xml:"statusCode,omitempty"`
	Body       *T                 `json:"body,omitempty" xml:"body,omitempty"`
}

type p1Quota struct {
	BlockQuota         *string `json:"BlockQuota,omitempty" xml:"BlockQuota,omitempty"`
	BlockRemain        *string `json:"BlockRemain,omitempty" xml:"BlockRemain,omitempty"`
	DirQuota           *string `json:"DirQuota,omitempty" xml:"DirQuota,omitempty"`
	DirRemain          *string `json:"DirRemain,omitempty" xml:"DirRemain,omitempty"`
	IgnoreParamsQuota  *string `json:"IgnoreParamsQuota,omitempty" xml:"IgnoreParamsQuota,omitempty"`
	IgnoreParamsRemain *string `json:"IgnoreParamsRemain,omitempty" xml:"IgnoreParamsRemain,omitempty"`
	PreloadEdgeQuota   *string `json:"PreloadEdgeQuota,omitempty" xml:"PreloadEdgeQuota,omitempty"`
	PreloadEdgeRemain  *string `json:"PreloadEdgeRemain,omitempty" xml:"PreloadEdgeRemain,omitempty"`
	PreloadQuota       *string `json:"PreloadQuota,omitempty" xml:"PreloadQuota,omitempty"`
	PreloadRemain      *string `json:"PreloadRemain,omitempty" xml:"PreloadRemain,omitempty"`
	RegexQuota         *string `json:"RegexQuota,omitempty" xml:"RegexQuota,omitempty"`
	RegexRemain        *string `json:"RegexRemain,omitempty" xml:"RegexRemain,omitempty"`
	RequestId          *string `json:"RequestId,omitempty" xml:"RequestId,omitempty"`
	UrlQuota           *string `json:"UrlQuota,omitempty" xml:"UrlQuota,omitempty"`
	UrlRemain          *string `json:"UrlRemain,omitempty" xml:"UrlRemain,omitempty"`
}

type p1Bps struct {
	BpsDataPerInterval *struct {
		DataModule []*p1Point `json:"DataModule,omitempty" xml:"DataModule,omitempty" type:"Repeated"`
	} `json:"BpsDataPerInterval,omitempty" xml:"BpsDataPerInterval,omitempty" type:"Struct"`
	DataInterval   *string `json:"DataInterval,omitempty" xml:"DataInterval,omitempty"`
	DomainName     *string `json:"DomainName,omitempty" xml:"DomainName,omitempty"`
	EndTime        *string `json:"EndTime,omitempty" xml:"EndTime,omitempty"`
	IspNameEn      *string `json:"IspNameEn,omitempty" xml:"IspNameEn,omitempty"`
	LocationNameEn *string `json:"LocationNameEn,omitempty" xml:"LocationNameEn,omitempty"`
	RequestId      *string `json:"RequestId,omitempty" xml:"RequestId,omitempty"`
	StartTime      *string `json:"StartTime,omitempty" xml:"StartTime,omitempty"`
}

type p1Point struct {
	DomesticValue      *string `json:"DomesticValue,omitempty" xml:"DomesticValue,omitempty"`
	HttpsDomesticValue *string `json:"HttpsDomesticValue,omitempty" xml:"HttpsDomesticValue,omitempty"`
	HttpsOverseasValue *string `json:"HttpsOverseasValue,omitempty" xml:"HttpsOverseasValue,omitempty"`
	HttpsValue         *string `json:"HttpsValue,omitempty" xml:"HttpsValue,omitempty"`
	OverseasValue      *string `json:"OverseasValue,omitempty" xml:"OverseasValue,omitempty"`
	TimeStamp          *string `json:"TimeStamp,omitempty" xml:"TimeStamp,omitempty"`
	Value              *string `json:"Value,omitempty" xml:"Value,omitempty"`
}

type p1Domains struct {
	Domains *struct {
		PageData []*p1Domain `json:"PageData,omitempty" xml:"PageData,omitempty" type:"Repeated"`
	} `json:"Domains,omitempty" xml:"Domains,omitempty" type:"Struct"`
	PageNumber *int64  `json:"PageNumber,omitempty" xml:"PageNumber,omitempty"`
	PageSize   *int64  `json:"PageSize,omitempty" xml:"PageSize,omitempty"`
	RequestId  *string `json:"RequestId,omitempty" xml:"RequestId,omitempty"`
	TotalCount *int64  `json:"TotalCount,omitempty" xml:"TotalCount,omitempty"`
}

type p1Domain struct {
	CdnType         *string `json:"CdnType,omitempty" xml:"CdnType,omitempty"`
	Cname           *string `json:"Cname,omitempty" xml:"Cname,omitempty"`
	Coverage        *string `json:"Coverage,omitempty" xml:"Coverage,omitempty"`
	Description     *string `json:"Description,omitempty" xml:"Description,omitempty"`
	DomainId        *int64  `json:"DomainId,omitempty" xml:"DomainId,omitempty"`
	DomainName      *string `json:"DomainName,omitempty" xml:"DomainName,omitempty"`
	DomainStatus    *string `json:"DomainStatus,omitempty" xml:"DomainStatus,omitempty"`
	GmtCreated      *string `json:"GmtCreated,omitempty" xml:"GmtCreated,omitempty"`
	GmtModified     *string `json:"GmtModified,omitempty" xml:"GmtModified,omitempty"`
	ResourceGroupId *string `json:"ResourceGroupId,omitempty" xml:"ResourceGroupId,omitempty"`
	Sandbox         *string `json:"Sandbox,omitempty" xml:"Sandbox,omitempty"`
	Sources         *struct {
		Source []*p1Source `json:"Source,omitempty" xml:"Source,omitempty" type:"Repeated"`
	} `json:"Sources,omitempty" xml:"Sources,omitempty" type:"Struct"`
	SslProtocol *string `json:"SslProtocol,omitempty" xml:"SslProtocol,omitempty"`
}

type p1Source struct {
	Content  *string `json:"Content,omitempty" xml:"Content,omitempty"`
	Port     *int32  `json:"Port,omitempty" xml:"Port,omitempty"`
	Priority *string `json:"Priority,omitempty" xml:"Priority,omitempty"`
	Type     *string `json:"Type,omitempty" xml:"Type,omitempty"`
	Weight   *string `json:"Weight,omitempty" xml:"Weight,omitempty"`
}

type p1Refresh struct {
	RefreshTaskId *string `json:"RefreshTaskId,omitempty" xml:"RefreshTaskId,omitempty"`
	RequestId     *string `json:"RequestId,omitempty" xml:"RequestId,omitempty"`
}

type p1Config struct {
	DomainConfigList *struct {
		DomainConfigModel []*struct {
			ConfigId     *int64  `json:"ConfigId,omitempty" xml:"ConfigId,omitempty"`
			DomainName   *string `json:"DomainName,omitempty" xml:"DomainName,omitempty"`
			FunctionName *string `json:"FunctionName,omitempty" xml:"FunctionName,omitempty"`
		} `json:"DomainConfigModel,omitempty" xml:"DomainConfigModel,omitempty" type:"Repeated"`
	} `json:"DomainConfigList,omitempty" xml:"DomainConfigList,omitempty" type:"Struct"`
	RequestId *string `json:"RequestId,omitempty" xml:"RequestId,omitempty"`
}

func (p p1) quota() (int, error) {
	resp := &p1Response[p1Quota]{}
	if err := p.call("DescribeRefreshQuota", map[string]any{}, &resp); err != nil {
		return 0, err
	}
	return strconv.Atoi(*resp.Body.UrlRemain)
}

func (p p1) bps() (int, error) {
	resp := &p1Response[p1Bps]{}
	err := p.call("DescribeDomainBpsData", map[string]any{
		"DomainName": new(domain(0)), "StartTime": new(start.Format(time.RFC3339)), "EndTime": new(end.Format(time.RFC3339)),
		"Interval": new("300"), "IspNameEn": new("alicom"),
	}, &resp)
	if err != nil {
		return 0, err
	}
	return len(resp.Body.BpsDataPerInterval.DataModule), nil
}

func (p p1) domains() (int, error) {
	resp := &p1Response[p1Domains]{}
	if err := p.call("DescribeUserDomains", map[string]any{"PageSize": new(int32(500)), "PageNumber": new(int32(1))}, &resp); err != nil {
		return 0, err
	}
	return len(resp.Body.Domains.PageData), nil
}

func (p p1) refresh(urls []string) (int, error) {
	resp := &p1Response[p1Refresh]{}
	err := p.call("RefreshObjectCaches", map[string]any{"ObjectPath": new(strings.Join(urls, "\n")), "ObjectType": new("File")}, &resp)
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(*resp.Body.RefreshTaskId)
}

func (p p1) configure(domains []string, fns []function) (int, error) {
	list, err := json.Marshal(fns)
	if err != nil {
		return 0, err
	}
	resp := &p1Response[p1Config]{}
	err = p.call("BatchSetCdnDomainConfig", map[string]any{
		"DomainNames": new(strings.Join(domains, ",")), "Functions": new(string(list)),
	}, &resp)
	if err != nil {
		return 0, err
	}
	return len(resp.Body.DomainConfigList.DomainConfigModel), nil
}

// decodeP1 does what a call does with a body.
func decodeP1(body []byte, out any) error {
	read, err := dara.ReadAsJSON(bytes.NewReader(body))
	if err != nil {
		return err
	}
	return dara.Convert(map[string]any{"body": dara.ToMap(read), "headers": map[string]*string{}, "statusCode": http.StatusOK}, out)
}

func (p p1) decodeQuota(body []byte) (int, error) {
	resp := &p1Response[p1Quota]{}
	if err := decodeP1(body, &resp); err != nil {
		return 0, err
	}
	return strconv.Atoi(*resp.Body.UrlRemain)
}

func (p p1) decodeBps(body []byte) (int, error) {
	resp := &p1Response[p1Bps]{}
	if err := decodeP1(body, &resp); err != nil {
		return 0, err
	}
	return len(resp.Body.BpsDataPerInterval.DataModule), nil
}

func (p p1) decodeDomains(body []byte) (int, error) {
	resp := &p1Response[p1Domains]{}
	if err := decodeP1(body, &resp); err != nil {
		return 0, err
	}
	return len(resp.Body.Domains.PageData), nil
}
