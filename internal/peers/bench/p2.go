package main

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/responses"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
)

// p2 is github.com/aliyun/alibaba-cloud-sdk-go.
type p2 struct{ client *cdn.Client }

// roundTripper hides an http.Transport: the official client changes one that it
// can see.
type roundTripper struct{ http.RoundTripper }

func newP2(address string, transport http.RoundTripper) (p2, error) {
	cdn.GetEndpointMap() // made once for all clients, without a lock
	config := sdk.NewConfig().WithScheme(requests.HTTP)
	config.Transport = roundTripper{transport}
	client, err := cdn.NewClientWithOptions("cn-hangzhou", config, credentials.NewAccessKeyCredential(keyId, keySecret))
	if err != nil {
		return p2{}, err
	}
	client.Domain = address
	return p2{client}, nil
}

func (p p2) quota() (int, error) {
	resp, err := p.client.DescribeRefreshQuota(cdn.CreateDescribeRefreshQuotaRequest())
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(resp.UrlRemain)
}

func (p p2) bps() (int, error) {
	req := cdn.CreateDescribeDomainBpsDataRequest()
	req.DomainName, req.Interval, req.IspNameEn = domain(0), "300", "alicom"
	req.StartTime, req.EndTime = start.Format(time.RFC3339), end.Format(time.RFC3339)
	resp, err := p.client.DescribeDomainBpsData(req)
	if err != nil {
		return 0, err
	}
	return len(resp.BpsDataPerInterval.DataModule), nil
}

func (p p2) domains() (int, error) {
	req := cdn.CreateDescribeUserDomainsRequest()
	req.PageSize, req.PageNumber = requests.NewInteger(500), requests.NewInteger(1)
	resp, err := p.client.DescribeUserDomains(req)
	if err != nil {
		return 0, err
	}
	return len(resp.Domains.PageData), nil
}

func (p p2) refresh(urls []string) (int, error) {
	req := cdn.CreateRefreshObjectCachesRequest()
	req.ObjectPath, req.ObjectType = strings.Join(urls, "\n"), "File"
	resp, err := p.client.RefreshObjectCaches(req)
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(resp.RefreshTaskId)
}

func (p p2) configure(domains []string, fns []function) (int, error) {
	list, err := json.Marshal(fns)
	if err != nil {
		return 0, err
	}
	req := cdn.CreateBatchSetCdnDomainConfigRequest()
	req.DomainNames, req.Functions = strings.Join(domains, ","), string(list)
	resp, err := p.client.BatchSetCdnDomainConfig(req)
	if err != nil {
		return 0, err
	}
	return len(resp.DomainConfigList.DomainConfigModel), nil
}

// decodeP2 does what a call does with a body.
func decodeP2(body []byte, out responses.AcsResponse) error {
	resp, err := canned(body).RoundTrip(&http.Request{})
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	return responses.Unmarshal(out, resp, "JSON")
}

func (p p2) decodeQuota(body []byte) (int, error) {
	resp := cdn.CreateDescribeRefreshQuotaResponse()
	if err := decodeP2(body, resp); err != nil {
		return 0, err
	}
	return strconv.Atoi(resp.UrlRemain)
}

func (p p2) decodeBps(body []byte) (int, error) {
	resp := cdn.CreateDescribeDomainBpsDataResponse()
	err := decodeP2(body, resp)
	return len(resp.BpsDataPerInterval.DataModule), err
}

func (p p2) decodeDomains(body []byte) (int, error) {
	resp := cdn.CreateDescribeUserDomainsResponse()
	err := decodeP2(body, resp)
	return len(resp.Domains.PageData), err
}
