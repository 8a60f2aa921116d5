// Command us makes a call with this SDK.
package main

import (
	"context"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/internal/peers/bench/weight/base"
)

func main() { base.Main(quota) }

func quota(ctx context.Context) (string, error) {
	client, err := alicdn.New(alicdn.EnvCredentials())
	if err != nil {
		return "", err
	}
	base.Keep(client)
	resp, err := client.DescribeRefreshQuota(ctx, nil)
	if err != nil {
		return "", err
	}
	return resp.RequestId, nil
}
