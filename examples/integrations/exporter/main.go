// Exporter serves figures of a CDN account as Prometheus metrics: bandwidth,
// traffic, hit rate and status codes of its domains, and what is left of the
// quotas.
//
//	exporter -listen :9310 www.example.com img.example.com
//	curl localhost:9310/metrics
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/examples/integrations/internal/program"
)

const purpose = "Serves figures of domains as Prometheus metrics. Arguments are the domains."

func main() { program.Main("exporter", run) }

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := program.Flags("exporter", purpose, out)
	listen := flags.String("listen", "127.0.0.1:9310", "address to serve at; port 0: a free one")
	every := flags.Duration("every", time.Minute, "how often the service is asked; scrapes in between get the same")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *every <= 0 {
		return errors.New("-every must be more than 0")
	}
	cdn, err := program.Connect(out, []cdntest.Option{cdntest.WithDomains("www.example.com")})
	if err != nil {
		return err
	}
	defer cdn.Close()
	domains := flags.Args()
	switch {
	case len(domains) == 0 && cdn.Server == nil:
		return errors.New("name the domains")
	case len(domains) == 0:
		domains = []string{"www.example.com"}
	}

	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", *listen)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "serving http://%s/metrics\n", listener.Addr())
	return serve(ctx, listener, handler(newCollector(ctx, cdn.Client, domains, *every, out)))
}

// handler returns what a scrape is answered with.
func handler(collector prometheus.Collector) http.Handler {
	registry := prometheus.NewPedanticRegistry()
	registry.MustRegister(collector, collectors.NewGoCollector())
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	return mux
}

// serve answers requests until ctx ends.
func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return ctx.Err()
}
