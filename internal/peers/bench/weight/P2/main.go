// Command P2 makes a call with github.com/aliyun/alibaba-cloud-sdk-go.
package main

import (
	"context"
	"os"

	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"

	"github.com/alicdn/alicdn-go/internal/peers/bench/weight/base"
)

func main() { base.Main(quota) }

func quota(context.Context) (string, error) {
	client, err := cdn.NewClientWithAccessKey("cn-hangzhou", os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"), os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET"))
	if err != nil {
		return "", err
	}
	base.Keep(client)
	resp, err := client.DescribeRefreshQuota(cdn.CreateDescribeRefreshQuotaRequest())
	if err != nil {
		return "", err
	}
	return resp.RequestId, nil
}
