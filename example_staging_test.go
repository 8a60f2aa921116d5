package alicdn_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
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

// A configuration is tried at a staging node before the public meets it. One
// that does not pass is rolled back.
func ExampleClient_ApplyDomainConfigs_staging() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()
	node := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { // plays the staging node
		w.Header().Set("X-Version", "2")
	}))
	defer node.Close()

	for _, version := range []string{"2", "3"} {
		opts := alicdn.ApplyDomainConfigsOptions{
			Staging: true,
			Check: func(ctx context.Context, domainName string, addresses []string) error {
				transport := &http.Transport{DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
					// For a real node: net.JoinHostPort(addresses[0], "80").
					return new(net.Dialer).DialContext(ctx, network, node.Listener.Addr().String())
				}}
				defer transport.CloseIdleConnections()
				req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+domainName+"/", nil)
				if err != nil {
					return err
				}
				resp, err := (&http.Client{Transport: transport}).Do(req)
				if err != nil {
					return err
				}
				defer resp.Body.Close()
				fmt.Println("tried", domainName, "at one of", len(addresses), "nodes")
				if got := resp.Header.Get("X-Version"); got != version {
					return fmt.Errorf("X-Version is %s", got)
				}
				return nil
			},
			// An example has no time.
			Wait: alicdn.WaitOptions{MinInterval: time.Millisecond, MaxInterval: 10 * time.Millisecond},
		}
		want := types.Configs{types.SetRespHeader{Key: "X-Version", Value: version}}
		results, err := server.Client().ApplyDomainConfigs(context.Background(), []string{"www.example.com"}, want, opts)
		if err != nil {
			fmt.Println(err)
		}
		for _, result := range results {
			fmt.Println(result)
		}
	}
	// Output:
	// tried www.example.com at one of 3 nodes
	// www.example.com: published
	//   + set_resp_header 222728944812046: key=X-Version value=2 (success)
	// tried www.example.com at one of 3 nodes
	// domain www.example.com: alicdn: check in the staging environment: X-Version is 2
	// www.example.com: rolled back: alicdn: check in the staging environment: X-Version is 2
	//   ~ set_resp_header 222728944812046: value 2 -> 3
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
