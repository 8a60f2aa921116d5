package alicdn_test

import (
	"context"
	"fmt"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// A function is staged, tried out, and published by hand.
func ExampleClient_SetCdnDomainStagingConfig() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	functions, err := alicdn.FunctionsOf(types.Gzip{Enable: types.SwitchOn})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = client.SetCdnDomainStagingConfig(ctx, &types.SetCdnDomainStagingConfigRequest{
		DomainName: "www.example.com", Functions: functions,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	staged, err := client.DescribeCdnDomainStagingConfig(ctx, &types.DescribeCdnDomainStagingConfigRequest{DomainName: "www.example.com"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, record := range staged.DomainConfigs {
		fmt.Println(record.FunctionName, record.Status)
	}
	nodes, err := client.DescribeStagingIp(ctx, nil) // its comment says how to send them a request
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("to be tried at", nodes.IPV4s[0])

	_, err = client.PublishStagingConfigToProduction(ctx, &types.PublishStagingConfigToProductionRequest{DomainName: "www.example.com"})
	if err != nil {
		fmt.Println(err)
		return
	}
	records, err := client.WaitForDomainConfigs(ctx, "www.example.com", []types.FunctionName{types.FunctionGzip},
		alicdn.WaitOptions{MinInterval: time.Millisecond}) // an example has no time
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(alicdn.ConfigsOf[types.Gzip](records)[0].Enable)
	// Output:
	// gzip success
	// to be tried at 192.0.2.10
	// on
}

// A function runs whenever there is another log file of two domains.
func ExampleClient_AddFCTrigger() {
	server := cdntest.NewServer()
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	_, err := client.AddFCTrigger(ctx, &types.AddFCTriggerRequest{
		TriggerARN:       "acs:fc:cn-hangzhou:1234567890:services/logs/functions/sort/triggers/new-log",
		EventMetaName:    types.EventMetaNameLogFileCreated,
		EventMetaVersion: "1.0.0",
		SourceARN:        "acs:cdn:*:1234567890:domain/{www.example.com,img.example.com}",
		RoleARN:          "acs:ram::1234567890:role/aliyuncdneventnotificationrole",
		Notes:            "sorts log files",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	resp, err := client.ListFCTrigger(ctx, &types.ListFCTriggerRequest{
		EventMetaName: types.EventMetaNameLogFileCreated, EventMetaVersion: "1.0.0",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, trigger := range resp.FCTriggers {
		fmt.Println(trigger.Notes, trigger.SourceArn)
	}
	// Output: sorts log files acs:cdn:*:1234567890:domain/{www.example.com,img.example.com}
}
