package migrating

import (
	"encoding/json"
	"errors"
	"strings"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials"
	sdkerrors "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
)

func sdkClient(id, secret string) (*cdn.Client, error) {
	config := sdk.NewConfig().WithScheme("HTTPS").WithTimeout(30 * time.Second)
	return cdn.NewClientWithOptions("cn-hangzhou", config, credentials.NewAccessKeyCredential(id, secret))
}

func sdkRefresh(client *cdn.Client, urls []string) (string, error) {
	req := cdn.CreateRefreshObjectCachesRequest()
	req.ObjectPath = strings.Join(urls, "\n")
	req.ObjectType = "File"
	resp, err := client.RefreshObjectCaches(req)
	if err != nil {
		return "", err
	}
	return resp.RefreshTaskId, nil
}

func sdkPreload(client *cdn.Client, urls []string) error {
	req := cdn.CreatePushObjectCacheRequest()
	req.ObjectPath = strings.Join(urls, "\n")
	req.Area = "overseas"
	_, err := client.PushObjectCache(req)
	return err
}

func sdkTasks(client *cdn.Client, taskId string) (done bool, err error) {
	req := cdn.CreateDescribeRefreshTasksRequest()
	req.TaskId = taskId
	resp, err := client.DescribeRefreshTasks(req)
	if err != nil {
		return false, err
	}
	for _, task := range resp.Tasks.CDNTask {
		if task.Status != "Complete" {
			return false, nil // ask again later
		}
	}
	return true, nil
}

func sdkDomains(client *cdn.Client) (names []string, err error) {
	for page := 1; ; page++ {
		req := cdn.CreateDescribeUserDomainsRequest()
		req.DomainStatus = "online"
		req.PageNumber = requests.NewInteger(page)
		req.PageSize = requests.NewInteger(500)
		resp, err := client.DescribeUserDomains(req)
		if err != nil {
			return nil, err
		}
		for _, domain := range resp.Domains.PageData {
			names = append(names, domain.DomainName)
		}
		if int64(page)*500 >= resp.TotalCount {
			return names, nil
		}
	}
}

func sdkAdd(client *cdn.Client) error {
	req := cdn.CreateAddCdnDomainRequest()
	req.DomainName = "www.example.com"
	req.CdnType = "web"
	req.Sources = `[{"type":"domain","content":"origin.example.com","port":443,"priority":"20"}]`
	_, err := client.AddCdnDomain(req)
	return err
}

func sdkDetail(client *cdn.Client) (exists bool, err error) {
	req := cdn.CreateDescribeCdnDomainDetailRequest()
	req.DomainName = "www.example.com"
	_, err = client.DescribeCdnDomainDetail(req)
	var sdkErr sdkerrors.Error
	if errors.As(err, &sdkErr) && sdkErr.ErrorCode() == "InvalidDomain.NotFound" {
		return false, nil
	}
	return err == nil, err
}

func sdkConfig(client *cdn.Client) error {
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
	req := cdn.CreateBatchSetCdnDomainConfigRequest()
	req.DomainNames = "www.example.com,img.example.com"
	req.Functions = string(functions)
	_, err = client.BatchSetCdnDomainConfig(req)
	return err
}

func sdkCertificate(client *cdn.Client, certificate, key string) error {
	req := cdn.CreateSetCdnDomainSSLCertificateRequest()
	req.DomainName = "www.example.com"
	req.CertType = "upload"
	req.SSLProtocol = "on"
	req.SSLPub = certificate
	req.SSLPri = key
	_, err := client.SetCdnDomainSSLCertificate(req)
	return err
}

func sdkBps(client *cdn.Client, start, end time.Time) (peak string, err error) {
	req := cdn.CreateDescribeDomainBpsDataRequest()
	req.DomainName = "www.example.com"
	req.StartTime = start.UTC().Format("2006-01-02T15:04:05Z")
	req.EndTime = end.UTC().Format("2006-01-02T15:04:05Z")
	req.Interval = "300"
	resp, err := client.DescribeDomainBpsData(req)
	if err != nil {
		return "", err
	}
	for _, point := range resp.BpsDataPerInterval.DataModule {
		peak = highest(peak, point.Value) // texts, to be parsed
	}
	return peak, nil
}

func sdkLogs(client *cdn.Client, start, end time.Time) (paths []string, err error) {
	req := cdn.CreateDescribeCdnDomainLogsRequest()
	req.DomainName = "www.example.com"
	req.StartTime = start.UTC().Format("2006-01-02T15:04:05Z")
	req.EndTime = end.UTC().Format("2006-01-02T15:04:05Z")
	req.PageSize = requests.NewInteger(1000) // and a loop over PageNumber beyond that
	resp, err := client.DescribeCdnDomainLogs(req)
	if err != nil {
		return nil, err
	}
	for _, detail := range resp.DomainLogDetails.DomainLogDetail {
		for _, log := range detail.LogInfos.LogInfoDetail {
			paths = append(paths, "https://"+log.LogPath)
		}
	}
	return paths, nil
}
