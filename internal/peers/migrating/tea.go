package migrating

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"time"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/alibabacloud-go/tea/dara"
	credential "github.com/aliyun/credentials-go/credentials"

	cdn "github.com/alicdn/alicdn-go/internal/peers/cdn20180510"
)

func teaClient(id, secret string) (*cdn.Client, error) {
	return cdn.NewClient(&openapi.Config{
		AccessKeyId:     dara.String(id),
		AccessKeySecret: dara.String(secret),
		Endpoint:        dara.String("cdn.aliyuncs.com"),
	})
}

func teaCredential() (*cdn.Client, error) {
	chain, err := credential.NewCredential(nil)
	if err != nil {
		return nil, err
	}
	return cdn.NewClient(&openapi.Config{Credential: chain, Endpoint: dara.String("cdn.aliyuncs.com")})
}

func teaRefresh(ctx context.Context, client *cdn.Client, urls []string) (string, error) {
	resp, err := client.RefreshObjectCachesWithContext(ctx, &cdn.RefreshObjectCachesRequest{
		ObjectPath: dara.String(strings.Join(urls, "\n")),
		ObjectType: dara.String("File"),
	}, &dara.RuntimeOptions{})
	if err != nil {
		return "", err
	}
	return dara.StringValue(resp.Body.RefreshTaskId), nil
}

func teaPreload(ctx context.Context, client *cdn.Client, urls []string) error {
	_, err := client.PushObjectCacheWithContext(ctx, &cdn.PushObjectCacheRequest{
		ObjectPath: dara.String(strings.Join(urls, "\n")),
		Area:       dara.String("overseas"),
	}, &dara.RuntimeOptions{})
	return err
}

func teaTasks(ctx context.Context, client *cdn.Client, taskId string) error {
	for {
		resp, err := client.DescribeRefreshTasksWithContext(ctx, &cdn.DescribeRefreshTasksRequest{TaskId: &taskId}, &dara.RuntimeOptions{})
		if err != nil {
			return err
		}
		pending := false
		for _, task := range resp.Body.Tasks.CDNTask {
			switch dara.StringValue(task.Status) {
			case "Complete":
			case "Failed":
				return errors.New("failed: " + dara.StringValue(task.ObjectPath))
			default:
				pending = true
			}
		}
		if !pending {
			return nil
		}
		time.Sleep(10 * time.Second)
	}
}

func teaDomains(ctx context.Context, client *cdn.Client) (names []string, err error) {
	for page := int32(1); ; page++ {
		resp, err := client.DescribeUserDomainsWithContext(ctx, &cdn.DescribeUserDomainsRequest{
			DomainStatus: dara.String("online"),
			PageNumber:   dara.Int32(page),
			PageSize:     dara.Int32(500),
		}, &dara.RuntimeOptions{})
		if err != nil {
			return nil, err
		}
		for _, domain := range resp.Body.Domains.PageData {
			names = append(names, dara.StringValue(domain.DomainName))
		}
		if int64(page)*500 >= dara.Int64Value(resp.Body.TotalCount) {
			return names, nil
		}
	}
}

func teaAdd(ctx context.Context, client *cdn.Client) error {
	_, err := client.AddCdnDomainWithContext(ctx, &cdn.AddCdnDomainRequest{
		DomainName: dara.String("www.example.com"),
		CdnType:    dara.String("web"),
		Sources:    dara.String(`[{"type":"domain","content":"origin.example.com","port":443,"priority":"20"}]`),
	}, &dara.RuntimeOptions{})
	return err
}

func teaDetail(ctx context.Context, client *cdn.Client) (exists bool, err error) {
	resp, err := client.DescribeCdnDomainDetailWithContext(ctx, &cdn.DescribeCdnDomainDetailRequest{
		DomainName: dara.String("www.example.com"),
	}, &dara.RuntimeOptions{})
	var sdkErr *dara.SDKError
	if errors.As(err, &sdkErr) && dara.StringValue(sdkErr.Code) == "InvalidDomain.NotFound" {
		return false, nil
	}
	return resp != nil && resp.Body != nil, err
}

func teaConfig(ctx context.Context, client *cdn.Client) error {
	functions, err := json.Marshal([]map[string]any{{
		"functionName": "filetype_based_ttl_set",
		"functionArgs": []map[string]string{
			{"argName": "file_type", "argValue": "jpg,png"},
			{"argName": "ttl", "argValue": "86400"},
		},
	}})
	if err != nil {
		return err
	}
	_, err = client.BatchSetCdnDomainConfigWithContext(ctx, &cdn.BatchSetCdnDomainConfigRequest{
		DomainNames: dara.String("www.example.com,img.example.com"),
		Functions:   dara.String(string(functions)),
	}, &dara.RuntimeOptions{})
	return err
}

func teaCertificate(ctx context.Context, client *cdn.Client, certificate, key string) error {
	_, err := client.SetCdnDomainSSLCertificateWithContext(ctx, &cdn.SetCdnDomainSSLCertificateRequest{
		DomainName:  dara.String("www.example.com"),
		CertType:    dara.String("upload"),
		SSLProtocol: dara.String("on"),
		SSLPub:      dara.String(certificate),
		SSLPri:      dara.String(key),
	}, &dara.RuntimeOptions{})
	return err
}

func teaBps(ctx context.Context, client *cdn.Client, start, end time.Time) (peak string, err error) {
	resp, err := client.DescribeDomainBpsDataWithContext(ctx, &cdn.DescribeDomainBpsDataRequest{
		DomainName: dara.String("www.example.com"),
		StartTime:  dara.String(start.UTC().Format("2006-01-02T15:04:05Z")),
		EndTime:    dara.String(end.UTC().Format("2006-01-02T15:04:05Z")),
		Interval:   dara.String("300"),
	}, &dara.RuntimeOptions{})
	if err != nil {
		return "", err
	}
	for _, point := range resp.Body.BpsDataPerInterval.DataModule {
		peak = highest(peak, dara.StringValue(point.Value)) // texts, to be parsed
	}
	return peak, nil
}

func teaLogs(ctx context.Context, client *cdn.Client, start, end time.Time) (paths []string, err error) {
	for page, seen := int64(1), int64(0); ; page++ {
		resp, err := client.DescribeCdnDomainLogsWithContext(ctx, &cdn.DescribeCdnDomainLogsRequest{
			DomainName: dara.String("www.example.com"),
			StartTime:  dara.String(start.UTC().Format("2006-01-02T15:04:05Z")),
			EndTime:    dara.String(end.UTC().Format("2006-01-02T15:04:05Z")),
			PageNumber: dara.Int64(page),
			PageSize:   dara.Int64(1000),
		}, &dara.RuntimeOptions{})
		if err != nil {
			return nil, err
		}
		total := int64(0)
		for _, detail := range resp.Body.DomainLogDetails.DomainLogDetail {
			for _, log := range detail.LogInfos.LogInfoDetail {
				paths = append(paths, "https://"+dara.StringValue(log.LogPath))
				seen++
			}
			total += dara.Int64Value(detail.PageInfos.Total)
		}
		if seen >= total {
			return paths, nil
		}
	}
}
