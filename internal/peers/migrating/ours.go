package migrating

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"time"

	credential "github.com/aliyun/credentials-go/credentials"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

func ourClient(id, secret string) (*alicdn.Client, error) {
	return alicdn.New(alicdn.StaticCredentials(id, secret, ""))
}

func ourCredential() (*alicdn.Client, error) {
	chain, err := credential.NewCredential(nil)
	if err != nil {
		return nil, err
	}
	return alicdn.New(alicdn.CachedCredentials(alicdn.CredentialsFunc(func(context.Context) (alicdn.Credentials, error) {
		model, err := chain.GetCredential()
		if err != nil {
			return alicdn.Credentials{}, err
		}
		return alicdn.Credentials{
			AccessKeyId:     *model.AccessKeyId,
			AccessKeySecret: *model.AccessKeySecret,
			SecurityToken:   *model.SecurityToken,
			Expires:         time.Now().Add(5 * time.Minute), // when to ask again
		}, nil
	})))
}

func ourRefresh(ctx context.Context, client *alicdn.Client, urls []string) (types.ID, error) {
	resp, err := client.RefreshObjectCaches(ctx, &types.RefreshObjectCachesRequest{ObjectPath: urls})
	if err != nil {
		return "", err
	}
	return resp.RefreshTaskId, nil
}

func ourRefreshAll(ctx context.Context, client *alicdn.Client, urls []string) (*types.BulkResult, error) {
	return client.RefreshAll(ctx, nil, slices.Values(urls), alicdn.BulkOptions{})
}

func ourPreload(ctx context.Context, client *alicdn.Client, urls []string) error {
	_, err := client.PushObjectCache(ctx, &types.PushObjectCacheRequest{
		ObjectPath: urls,
		Area:       types.PreloadAreaOverseas,
	})
	return err
}

func ourTasks(ctx context.Context, client *alicdn.Client, taskId types.ID) error {
	_, err := client.WaitForRefreshTasks(ctx, []string{string(taskId)}, alicdn.WaitOptions{})
	return err
}

func ourDomains(ctx context.Context, client *alicdn.Client) (names []string, err error) {
	req := &types.DescribeUserDomainsRequest{DomainStatus: types.DomainStatusOnline}
	for domain, err := range client.DescribeUserDomainsIter(ctx, req) {
		if err != nil {
			return nil, err
		}
		names = append(names, domain.DomainName)
	}
	return names, nil
}

func ourAdd(ctx context.Context, client *alicdn.Client) error {
	_, err := client.AddCdnDomain(ctx, &types.AddCdnDomainRequest{
		DomainName: "www.example.com",
		CdnType:    types.CdnTypeWeb,
		Sources:    types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.com", Port: 443, Priority: "20"}},
	})
	return err
}

func ourDetail(ctx context.Context, client *alicdn.Client) (exists bool, err error) {
	_, err = client.DescribeCdnDomainDetail(ctx, &types.DescribeCdnDomainDetailRequest{DomainName: "www.example.com"})
	if errors.Is(err, alicdn.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

func ourConfig(ctx context.Context, client *alicdn.Client) error {
	functions, err := alicdn.FunctionsOf(types.FiletypeBasedTtlSet{FileType: []string{"jpg", "png"}, Ttl: new(86400)})
	if err != nil {
		return err
	}
	_, err = client.BatchSetCdnDomainConfig(ctx, &types.BatchSetCdnDomainConfigRequest{
		DomainNames: []string{"www.example.com", "img.example.com"},
		Functions:   functions,
	})
	return err
}

func ourCertificate(ctx context.Context, client *alicdn.Client, certificate, key string) error {
	_, err := client.SetCdnDomainSSLCertificate(ctx, &types.SetCdnDomainSSLCertificateRequest{
		DomainName:  "www.example.com",
		CertType:    types.CertTypeUpload,
		SSLProtocol: types.SwitchOn,
		SSLPub:      certificate,
		SSLPri:      key, // which travels in the form, and is masked
	})
	return err
}

func ourBps(ctx context.Context, client *alicdn.Client, start, end time.Time) (types.Number, error) {
	series, err := client.DescribeDomainBpsDataSeries(ctx, &types.DescribeDomainBpsDataRequest{
		DomainName: []string{"www.example.com"},
		StartTime:  types.UTC(start),
		EndTime:    types.UTC(end),
		Interval:   types.Interval300,
	}, alicdn.SeriesOptions{})
	if err != nil {
		return types.Number{}, err
	}
	bps := series.Values(func(p types.DomainBpsDataModule) types.Number { return p.Value })
	return bps.Peak().Number, nil
}

func ourLogs(ctx context.Context, client *alicdn.Client, start, end time.Time) (paths []string, err error) {
	req := &types.DescribeCdnDomainLogsRequest{
		DomainName: "www.example.com",
		StartTime:  types.UTC(start),
		EndTime:    types.UTC(end),
	}
	for log, err := range client.DescribeCdnDomainLogsIter(ctx, req) {
		if err != nil {
			return nil, err
		}
		paths = append(paths, "https://"+log.LogPath)
	}
	return paths, nil
}

func ourErrors(err error) string {
	var refused *alicdn.Error
	switch {
	case errors.Is(err, alicdn.ErrThrottled): // a kind, whatever its code
		return "slow down"
	case alicdn.IsCode(err, types.InvalidDomainOffline): // one code of the service
		return "start the domain first"
	case errors.As(err, &refused):
		return refused.Code + " " + refused.RequestId
	default:
		return "no answer, or a request that was never sent"
	}
}

func ourDo(ctx context.Context, client *alicdn.Client) (rates map[string]types.Number, err error) {
	var answer struct {
		Content struct {
			DomainContent []struct {
				DomainName string
				SampleRate types.Number
			}
		}
	}
	err = client.Do(ctx, "DescribeCustomDomainSampleRate", url.Values{"DomainNames": {"www.example.com,img.example.com"}}, &answer)
	rates = map[string]types.Number{}
	for _, domain := range answer.Content.DomainContent {
		rates[domain.DomainName] = domain.SampleRate
	}
	return rates, err
}

// highest is what the official clients' values, which are texts, need.
func highest(a, b string) string {
	x, errA := strconv.ParseFloat(a, 64)
	y, errB := strconv.ParseFloat(b, 64)
	if errB != nil || errA == nil && x >= y {
		return a
	}
	return b
}
