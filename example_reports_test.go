package alicdn_test

import (
	"context"
	"fmt"
	"time"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// Two reports about a domain, mailed every morning, and later every hour.
func ExampleClient_CreateCdnDeliverTask() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	created, err := client.CreateCdnDeliverTask(ctx, &types.CreateCdnDeliverTaskRequest{
		Name:       "every morning",
		Reports:    types.Reports{{ReportId: types.ReportIdUrlsByTraf}, {ReportId: types.ReportIdPvUv}},
		Deliver:    types.Deliver{Email: types.DeliverEmail{Subject: "www.example.com", To: []string{"ops@example.com"}}},
		Schedule:   types.Schedule{Crontab: "0 0 8 * * ?", Frequency: types.DeliverFrequencyDay},
		DomainName: []string{"www.example.com"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = client.UpdateCdnDeliverTask(ctx, &types.UpdateCdnDeliverTaskRequest{
		DeliverId:  created.DeliverId,
		Schedule:   types.Schedule{Crontab: "0 0 * * * ?", Frequency: types.DeliverFrequencyHour},
		DomainName: []string{"www.example.com"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	tasks, err := client.DescribeCdnDeliverList(ctx, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, task := range tasks.Content {
		fmt.Println(task.Name, task.Crontab, task.DmList, len(task.Reports), "reports")
		fmt.Println(task.Deliver) // without the addresses
		fmt.Println(task.Deliver.Email.To[0])
	}
	// Output:
	// every morning 0 0 * * * ? [www.example.com] 2 reports
	// {{ [***] []}}
	// ops@example.com
}

// The URLs with the most requests, as the report has them.
func ExampleClient_DescribeCdnReport() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
	defer server.Close()

	day := time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, -1)
	resp, err := server.Client().DescribeCdnReport(context.Background(), &types.DescribeCdnReportRequest{
		ReportId: types.ReportIdUrlsByAcc, DomainName: []string{"www.example.com"},
		StartTime: types.UTC(day), EndTime: types.UTC(day.AddDate(0, 0, 1)),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	report := resp.Content[0]
	fmt.Println(report.Deliver.Report.Title, report.Deliver.Report.Header)
	for _, row := range report.Data[:2] {
		fmt.Println(row["url"], row.Number("acc").Int64() > 0, row.Number("acc_rate").Float64() < 100)
	}
	// Output:
	// TopUrlByAcc [url traf traf_rate acc acc_rate]
	// http://www.example.com/img/1.jpg true true
	// http://www.example.com/img/2.jpg true true
}

// What a day was billed for, area by area.
func ExampleClient_DescribeCdnUserBillHistory() {
	now := time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithClock(func() time.Time { return now }))
	defer server.Close()

	beijing := time.FixedZone("UTC+8", 8*60*60) // by whose days the vendor bills
	start := time.Date(2026, 3, 1, 0, 0, 0, 0, beijing)
	resp, err := server.Client().DescribeCdnUserBillHistory(context.Background(), &types.DescribeCdnUserBillHistoryRequest{
		StartTime: types.UTC(start), EndTime: types.UTC(start.AddDate(0, 0, 1)),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	hours, bytes := 0, map[types.UsageArea]int64{}
	for _, bill := range resp.BillHistoryData {
		if bill.Dimension != types.BillDimensionFlow {
			continue
		}
		hours++
		for _, item := range bill.BillingData {
			bytes[item.CdnRegion] += item.Flow.Int64()
		}
	}
	fmt.Println(hours, "hours of", resp.BillHistoryData[0].BillType)
	for _, area := range []types.UsageArea{types.UsageAreaCN, types.UsageAreaEU} {
		fmt.Printf("%s: %.1f GB\n", area, float64(bytes[area])/1e9)
	}
	// Output:
	// 24 hours of hour_flow
	// CN: 560.7 GB
	// EU: 5.3 GB
}
