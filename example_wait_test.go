package alicdn_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// All domains of the account, whatever the number of pages.
func ExampleClient_DescribeUserDomainsIter() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com", "img.example.com", "api.example.com"))
	defer server.Close()

	client, ctx := server.Client(), context.Background()
	request := &types.DescribeUserDomainsRequest{DomainStatus: types.DomainStatusOnline, PageSize: 2}
	for domain, err := range client.DescribeUserDomainsIter(ctx, request) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(domain.DomainName, domain.Cname)
	}
	// Output:
	// api.example.com api.example.com.w.kunlunle.com
	// img.example.com img.example.com.w.kunlunle.com
	// www.example.com www.example.com.w.kunlunle.com
}

// The newest tasks as a slice; no page beyond them is fetched.
func ExampleCollect() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()

	client, ctx := server.Client(), context.Background()
	request := &types.RefreshObjectCachesRequest{ObjectPath: []string{"www.example.com/a.css", "www.example.com/b.css", "www.example.com/c.css"}}
	if _, err := client.RefreshObjectCaches(ctx, request); err != nil {
		fmt.Println(err)
		return
	}
	tasks, err := alicdn.Collect(client.DescribeRefreshTasksIter(ctx, nil), 2)
	fmt.Println(len(tasks), err)
	// Output: 2 <nil>
}

// A new domain takes minutes until it is online; this one fails its review.
func ExampleClient_WaitForDomainStatus() {
	server := cdntest.NewServer(cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()

	client := server.Client()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Minute)
	defer cancel()
	options := alicdn.WaitOptions{
		MinInterval: time.Millisecond, // seconds by default
		OnUpdate:    func(u alicdn.WaitUpdate) { fmt.Println(u.What+":", u.State) },
	}
	for _, name := range []string{"www.example.com", "check-failed.example.com"} {
		_, err := client.AddCdnDomain(ctx, &types.AddCdnDomainRequest{
			DomainName: name, CdnType: types.CdnTypeWeb,
			Sources: types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.com"}},
		})
		if err != nil {
			fmt.Println(err)
			return
		}
		domain, err := client.WaitForDomainStatus(ctx, name, types.DomainStatusOnline, options)
		if wait, ok := errors.AsType[*alicdn.WaitError](err); ok {
			fmt.Println("failed:", wait.Failed, wait.State)
			continue
		}
		fmt.Println("point the DNS to", domain.Cname)
	}
	// Output:
	// domain www.example.com to be online: online
	// domain www.example.com to be online: online
	// point the DNS to www.example.com.w.kunlunle.com
	// domain check-failed.example.com to be online: check_failed
	// failed: [check-failed.example.com] check_failed
}

// A domain is deleted once it is offline; its name is free when it is gone.
func ExampleClient_WaitForDomainDeleted() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()

	client, ctx := server.Client(), context.Background()
	options := alicdn.WaitOptions{MinInterval: time.Millisecond} // seconds by default
	if _, err := client.StopCdnDomain(ctx, &types.StopCdnDomainRequest{DomainName: "www.example.com"}); err != nil {
		fmt.Println(err)
		return
	}
	if _, err := client.WaitForDomainStatus(ctx, "www.example.com", types.DomainStatusOffline, options); err != nil {
		fmt.Println(err)
		return
	}
	if _, err := client.DeleteCdnDomain(ctx, &types.DeleteCdnDomainRequest{DomainName: "www.example.com"}); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("gone:", client.WaitForDomainDeleted(ctx, "www.example.com", options))
	// Output: gone: <nil>
}

// The usage of a month as a PDF file.
func ExampleClient_WaitForUsageDataExport() {
	server := cdntest.NewServer(cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()

	client, ctx := server.Client(), context.Background()
	end := time.Now().UTC().Truncate(24 * time.Hour)
	task, err := client.CreateUserUsageDataExportTask(ctx, &types.CreateUserUsageDataExportTaskRequest{
		StartTime: types.UTC(end.AddDate(0, 0, -30)), EndTime: types.UTC(end),
		TaskName: "report", Type: types.ExportTypeFlow, Language: types.ExportLanguageEnUs,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	export, err := client.WaitForUsageDataExport(ctx, string(task.TaskId), alicdn.WaitOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(export.TaskName, "can be fetched:", export.DownloadUrl != "") // the address is a secret
	// Output: report can be fetched: true
}

// The usage of domains in steps of 5 minutes as an Excel file.
func ExampleClient_WaitForUsageDetailDataExport() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()

	client, ctx := server.Client(), context.Background()
	end := time.Now().UTC().Truncate(24 * time.Hour)
	task, err := client.CreateUsageDetailDataExportTask(ctx, &types.CreateUsageDetailDataExportTaskRequest{
		StartTime: types.UTC(end.AddDate(0, 0, -1)), EndTime: types.UTC(end),
		DomainNames: []string{"www.example.com"}, Type: types.ExportTypeVas,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	export, err := client.WaitForUsageDetailDataExport(ctx, string(task.TaskId), alicdn.WaitOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("can be fetched:", export.DownloadUrl != "")
	// Output: can be fetched: true
}

// A refresh, and which of its URLs failed.
func ExampleClient_WaitForRefreshTasks() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()

	client, ctx := server.Client(), context.Background()
	refresh, err := client.RefreshObjectCaches(ctx, &types.RefreshObjectCachesRequest{
		ObjectPath: []string{"www.example.com/a.css", "www.example.com/fail-refresh.css"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	tasks, err := client.WaitForRefreshTasks(ctx, []string{string(refresh.RefreshTaskId)}, alicdn.WaitOptions{})
	if _, ok := errors.AsType[*alicdn.WaitError](err); ok {
		for _, task := range tasks {
			if task.Status != types.TaskStatusComplete {
				fmt.Printf("%s %s: %s\n", task.ObjectPath, task.Status, task.Description)
			}
		}
	}
	// Output: www.example.com/fail-refresh.css Failed: Internal Error
}

// A function is in effect when it says success and the domain is online again.
func ExampleClient_WaitForDomainConfigs() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()

	client, ctx := server.Client(), context.Background()
	_, err := client.BatchSetCdnDomainConfig(ctx, &types.BatchSetCdnDomainConfigRequest{
		DomainNames: []string{"www.example.com"},
		Functions: types.Functions{{
			FunctionName: types.FunctionGzip, FunctionArgs: []types.FunctionArg{{ArgName: "enable", ArgValue: "on"}},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	configs, err := client.WaitForDomainConfigs(ctx, "www.example.com", []types.FunctionName{types.FunctionGzip},
		alicdn.WaitOptions{MinInterval: time.Millisecond})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(configs[0].FunctionName, configs[0].Status)
	// Output: gzip success
}

// What the account may use, what is left, and until when.
func ExampleClient_Account() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()

	account, err := server.Client().Account(context.Background())
	if err != nil {
		fmt.Println(err) // the account holds what could be had
	}
	if s := account.Status; s != nil && s.InDebt {
		fmt.Println("payments are overdue")
	}
	fmt.Println("domains:", account.Domains.Used, "of", account.Domains.Limit)
	fmt.Println("URLs to refresh today:", account.RefreshUrls.Remain)
	for _, p := range account.ResourcePackages {
		fmt.Printf("%s: %d %ss left\n", p.CommodityCode, p.Remain, p.Unit)
	}
	// Output:
	// domains: 1 of 50
	// URLs to refresh today: 10000
	// cdnflowbag: 10995089554629 Bytes left
	// cdnhttpsbag: 9999645 Requests left
}
