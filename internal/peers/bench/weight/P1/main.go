// Command P1 makes a call with github.com/alibabacloud-go/darabonba-openapi/v2.
package main

import (
	"context"
	"os"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	openapiutil "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/alibabacloud-go/tea/dara"

	"github.com/alicdn/alicdn-go/internal/peers/bench/weight/base"
)

func main() { base.Main(quota) }

func quota(context.Context) (string, error) {
	client, err := openapi.NewClient(&openapiutil.Config{
		AccessKeyId: new(os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID")), AccessKeySecret: new(os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET")),
		Endpoint: new("cdn.aliyuncs.com"),
	})
	if err != nil {
		return "", err
	}
	base.Keep(client)
	params := &openapiutil.Params{
		Action: new("DescribeRefreshQuota"), Version: new("2018-05-10"), Protocol: new("HTTPS"), Pathname: new("/"),
		Method: new("POST"), AuthType: new("AK"), Style: new("RPC"), ReqBodyType: new("formData"), BodyType: new("json"),
	}
	body, err := client.CallApi(params, &openapiutil.OpenApiRequest{}, &dara.RuntimeOptions{})
	if err != nil {
		return "", err
	}
	var resp struct {
		Body struct {
			RequestId *string `json:"RequestId,omitempty"`
		} `json:"body"`
	}
	if err := dara.Convert(body, &resp); err != nil {
		return "", err
	}
	return dara.StringValue(resp.Body.RequestId), nil
}
