package main

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/internal/wire"
	"github.com/alicdn/alicdn-go/types"
)

// us is this SDK.
type us struct{ client *alicdn.Client }

func newUs(address string, transport http.RoundTripper) (us, error) {
	client, err := alicdn.New(alicdn.StaticCredentials(keyId, keySecret, ""), alicdn.WithEndpoint("http://"+address),
		alicdn.WithHTTPClient(&http.Client{Transport: transport}), alicdn.WithoutLimiter(),
		alicdn.WithRetry(alicdn.RetryPolicy{BaseDelay: time.Nanosecond, MaxDelay: time.Nanosecond}))
	return us{client}, err
}

func (u us) quota() (int, error) {
	resp, err := u.client.DescribeRefreshQuota(context.Background(), nil)
	if err != nil {
		return 0, err
	}
	return int(resp.UrlRemain), nil
}

func (u us) bps() (int, error) {
	resp, err := u.client.DescribeDomainBpsData(context.Background(), &types.DescribeDomainBpsDataRequest{
		DomainName: []string{domain(0)}, StartTime: types.UTC(start), EndTime: types.UTC(end), Interval: types.Interval300, IspNameEn: "alicom",
	})
	if err != nil {
		return 0, err
	}
	return len(resp.BpsDataPerInterval), nil
}

func (u us) domains() (int, error) {
	resp, err := u.client.DescribeUserDomains(context.Background(), &types.DescribeUserDomainsRequest{PageSize: 500, PageNumber: 1})
	if err != nil {
		return 0, err
	}
	return len(resp.Domains), nil
}

func (u us) refresh(urls []string) (int, error) {
	resp, err := u.client.RefreshObjectCaches(context.Background(), &types.RefreshObjectCachesRequest{ObjectPath: urls, ObjectType: types.ObjectTypeFile})
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(string(resp.RefreshTaskId))
}

func (u us) configure(domains []string, fns []function) (int, error) {
	list := make(types.Functions, len(fns))
	for i, f := range fns {
		args := make([]types.FunctionArg, len(f.Args))
		for j, a := range f.Args {
			args[j] = types.FunctionArg{ArgName: a.Name, ArgValue: a.Value}
		}
		list[i] = types.Function{FunctionName: types.FunctionName(f.Name), FunctionArgs: args}
	}
	resp, err := u.client.BatchSetCdnDomainConfig(context.Background(), &types.BatchSetCdnDomainConfigRequest{DomainNames: domains, Functions: list})
	if err != nil {
		return 0, err
	}
	return len(resp.DomainConfigList), nil
}

func (u us) decodeQuota(body []byte) (int, error) {
	var resp types.DescribeRefreshQuotaResponse
	err := decodeUs(body, &resp)
	return int(resp.UrlRemain), err
}

func (u us) decodeBps(body []byte) (int, error) {
	var resp types.DescribeDomainBpsDataResponse
	err := decodeUs(body, &resp)
	return len(resp.BpsDataPerInterval), err
}

func (u us) decodeDomains(body []byte) (int, error) {
	var resp types.DescribeUserDomainsResponse
	err := decodeUs(body, &resp)
	return len(resp.Domains), err
}

// decodeUs does what a call does with a body.
func decodeUs(body []byte, out any) error {
	if _, ok := wire.DecodeUsual(body, out); ok {
		return nil
	}
	wire.ReadEnvelope(body)
	return wire.Decode(body, out)
}
