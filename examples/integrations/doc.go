// Package integrations is a module of small programs that join the SDK with
// other libraries: charts, progress bars, metrics, tracing, Redis and the
// official credentials. It is a module of its own so that what they import
// stays out of yours.
//
//	go run ./report      bandwidth, traffic, hit rate and status codes of a month, as HTML and PNG
//	go run ./progress    a purge with a progress bar
//	go run ./exporter    metrics of domains for Prometheus
//	go run ./fleet       machines that share one account's rate and daily quota through Redis
//	go run ./tracing     traces and metrics of OpenTelemetry, without secrets
//	go run ./deploy      a service that purges on deploy
//	go run ./credentials the credentials of the official credentials-go
//
// Each says with -h what it can do. Without credentials it runs on an endpoint
// of its own; with ALIBABA_CLOUD_ACCESS_KEY_ID and
// ALIBABA_CLOUD_ACCESS_KEY_SECRET set it talks to the real service.
package integrations
