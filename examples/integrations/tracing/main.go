// Tracing shows calls as traces and metrics of OpenTelemetry. It prints them;
// give the providers other exporters to send them to a collector.
//
//	tracing -domain www.example.com
package main

import (
	"context"
	"errors"
	"io"

	"go.opentelemetry.io/otel/exporters/stdout/stdoutmetric"
	"go.opentelemetry.io/otel/exporters/stdout/stdouttrace"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/trace"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
	"github.com/alicdn/alicdn-go/types"
)

const purpose = "Looks at a domain and prints the traces and metrics of that. It only reads."

func main() { program.Main("tracing", run) }

func run(ctx context.Context, args []string, out io.Writer) (err error) {
	flags := program.Flags("tracing", purpose, out)
	domain := flags.String("domain", "www.example.com", "domain to look at")
	if err := flags.Parse(args); err != nil {
		return err
	}
	spans, err := stdouttrace.New(stdouttrace.WithWriter(out), stdouttrace.WithPrettyPrint())
	if err != nil {
		return err
	}
	points, err := stdoutmetric.New(stdoutmetric.WithWriter(out), stdoutmetric.WithPrettyPrint())
	if err != nil {
		return err
	}
	tracers := trace.NewTracerProvider(trace.WithBatcher(spans))
	meters := metric.NewMeterProvider(metric.WithReader(metric.NewPeriodicReader(points)))
	defer func() { // prints what has been gathered, also after an interrupt
		last := context.WithoutCancel(ctx)
		err = errors.Join(err, tracers.Shutdown(last), meters.Shutdown(last))
	}()
	hook, err := Hook(tracers, meters)
	if err != nil {
		return err
	}
	cdn, err := program.Connect(out, []cdntest.Option{cdntest.WithDomains("www.example.com")}, alicdn.WithAttemptHook(hook))
	if err != nil {
		return err
	}
	defer cdn.Close()
	if cdn.Server != nil { // so that a repeated attempt is seen
		cdn.Server.Script("DescribeCdnDomainDetail", cdntest.Throttle())
	}

	ctx, span := tracers.Tracer("tracing").Start(ctx, "look at a domain")
	defer span.End()
	_, err = cdn.Client.DescribeCdnDomainDetail(ctx, &types.DescribeCdnDomainDetailRequest{DomainName: *domain})
	return err
}
