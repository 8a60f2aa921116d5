// Usage reports the bandwidth and traffic of a month, with the 95th percentile
// that it may be billed by, exports the usage of the account to a file, and lists
// what was billed.
//
//	go run ./examples/usage -month 2026-10 -domain www.example.com
//	go run ./examples/usage -month 2026-10 -export usage.pdf
//	go run ./examples/usage -bills
//
// Without credentials it runs on an endpoint of its own. With
// ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET set it reads
// those of the real service, which keeps points of 5 minutes for 93 days.
package main

import (
	"context"
	"flag"
	"time"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/internal/demo"
	"github.com/alicdn/alicdn-go/types"
)

func main() { demo.Main("usage", run) }

// beijing is the zone of the months that are billed.
var beijing = time.FixedZone("UTC+8", 8*60*60)

func run(ctx context.Context, args []string, env demo.Env) error {
	flags := flag.NewFlagSet("usage", flag.ContinueOnError)
	month := flags.String("month", "", "`month` such as 2026-10, in Beijing time (default the last one)")
	domain := flags.String("domain", "", "`domain` to report on (default all of the account together)")
	file := flags.String("export", "", "`file` to export the usage of the account to, a PDF")
	withBills := flags.Bool("bills", false, "also list what the account was billed for, and what this month will come to")
	if err := env.Parse(flags, args, "[flags]", "Usage reports the bandwidth and traffic of a month."); err != nil {
		return err
	}
	now := time.Now().In(beijing)
	start, end, err := span(*month, now)
	if err != nil {
		return err
	}
	service, err := env.Connect(cdntest.WithDomains("www.example.com", "img.example.com"),
		cdntest.WithInternetChargeType(types.InternetChargeTypePayByBandwidth95))
	if err != nil {
		return err
	}
	if err := report(ctx, env, service.Client, *domain, start, end); err != nil {
		return err
	}
	if *withBills {
		if err := bills(ctx, env, service.Client, start, end, now); err != nil {
			return err
		}
	}
	if *file == "" {
		return nil
	}
	return export(ctx, env, service, types.UTC(start), types.UTC(end), *file)
}

// span returns the month, or as much of it as there is now.
func span(month string, now time.Time) (start, end time.Time, err error) {
	start = time.Date(now.Year(), now.Month()-1, 1, 0, 0, 0, 0, beijing)
	if month != "" {
		if start, err = time.ParseInLocation("2006-01", month, beijing); err != nil {
			return start, end, demo.Usagef("-month %s is no month such as 2026-10", month)
		}
	}
	end = start.AddDate(0, 1, 0)
	if end.After(now) {
		end = now.Truncate(time.Hour)
	}
	if !start.Before(end) {
		return start, end, demo.Usagef("-month %s is yet to come", month)
	}
	return start, end, nil
}
