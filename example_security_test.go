package alicdn_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// Addresses that no domain of the account answers: blocked, listed, and looked
// up in the history.
func ExampleClient_SetCdnFullDomainsBlockIP() {
	server := cdntest.NewServer()
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	attackers := []string{"192.0.2.7", "198.51.100.0/24"}
	_, err := client.SetCdnFullDomainsBlockIP(ctx, &types.SetCdnFullDomainsBlockIPRequest{
		OperationType: types.BlockTypeBlock, IPList: attackers, BlockInterval: new(0), // for ever
	})
	if err != nil {
		fmt.Println(err)
		return
	}

	list, err := client.DescribeCdnFullDomainsBlockIPConfig(ctx, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := fetch(ctx, list.Message) // opens the list to anyone: keep it out of logs
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(text)

	now := time.Now()
	history, err := client.DescribeCdnFullDomainsBlockIPHistory(ctx, &types.DescribeCdnFullDomainsBlockIPHistoryRequest{
		IPList: attackers, StartTime: types.UTC(now.Add(-time.Hour)), EndTime: types.UTC(now.Add(time.Hour)),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, block := range history.IPBlockInfo {
		fmt.Println(block.BlockIP, block.Status)
	}

	_, err = client.SetCdnFullDomainsBlockIP(ctx, &types.SetCdnFullDomainsBlockIPRequest{
		OperationType: types.BlockTypeUnblock, IPList: []string{"192.0.2.777"},
	})
	if refused, ok := errors.AsType[*alicdn.Error](err); ok {
		fmt.Printf("code %s: %s\n", refused.Code, refused.Message)
	}
	// Output:
	// 192.0.2.7 9999-12-31 23:59:59
	// 198.51.100.0/24 9999-12-31 23:59:59
	// 192.0.2.7 Success
	// 198.51.100.0~198.51.100.255 Success
	// code 1: 192.0.2.777 is no address
}

// fetch returns what an address leads to.
func fetch(ctx context.Context, address string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return "", err
	}
	resp, err := new(http.Client).Do(req)
	if err != nil {
		return "", err
	}
	defer func() { _ = resp.Body.Close() }()
	text, err := io.ReadAll(resp.Body)
	return string(text), err
}

// Which of the nodes that serve a domain are out of order.
func ExampleClient_DescribeIpStatus() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	nodes, err := client.DescribeUserVipsByDomain(ctx, &types.DescribeUserVipsByDomainRequest{DomainName: "www.example.com"})
	if err != nil {
		fmt.Println(err)
		return
	}
	states, err := client.DescribeIpStatus(ctx, &types.DescribeIpStatusRequest{Ips: nodes.Vips[:2]})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, node := range states.IpStatus {
		fmt.Println(node.Status)
	}
	// Output:
	// normal
	// abnormal
}
