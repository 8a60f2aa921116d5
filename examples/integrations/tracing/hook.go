package main

import (
	"context"
	"errors"
	"strconv"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"

	"github.com/alicdn/alicdn-go"
)

const scope = "github.com/alicdn/alicdn-go"

// Hook returns a hook for alicdn.WithAttemptHook that makes a span of each
// attempt, a child of the span in the ctx of the call, and measures how long
// attempts take.
//
// This is instead of instrumenting the HTTP transport, whose spans have the
// whole URL: with the signature, the token and the access key in it. Here is
// nothing of URLs, parameters and texts of errors.
func Hook(tracers trace.TracerProvider, meters metric.MeterProvider) (func(context.Context, alicdn.Attempt), error) {
	tracer := tracers.Tracer(scope)
	duration, err := meters.Meter(scope).Float64Histogram("alicdn.attempt.duration",
		metric.WithUnit("s"), metric.WithDescription("How long attempts of calls take."))
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, a alicdn.Attempt) {
		ended := time.Now()
		attributes := []attribute.KeyValue{
			attribute.String("rpc.system", "aliyun"),
			attribute.String("rpc.method", a.Action),
			attribute.Int("http.response.status_code", a.StatusCode),
		}
		if a.Err != nil {
			attributes = append(attributes, attribute.String("error.type", kind(a.Err)))
		}
		duration.Record(ctx, a.Duration.Seconds(), metric.WithAttributes(attributes...))

		_, span := tracer.Start(ctx, a.Action, trace.WithSpanKind(trace.SpanKindClient),
			trace.WithTimestamp(ended.Add(-a.Duration)), trace.WithAttributes(attributes...),
			trace.WithAttributes(
				attribute.String("http.request.method", a.Method),
				attribute.Int("http.request.resend_count", a.Number-1),
				attribute.String("aliyun.request_id", a.RequestId),
			))
		if a.Err != nil {
			span.SetStatus(codes.Error, kind(a.Err))
		}
		if a.WillRetry {
			span.SetAttributes(attribute.Float64("alicdn.retry_in", a.RetryIn.Seconds()))
		}
		span.End(trace.WithTimestamp(ended))
	}, nil
}

// kind names an error by one of few names, as metrics need it: by its code if
// it has one.
func kind(err error) string {
	if e, ok := errors.AsType[*alicdn.Error](err); ok {
		if e.Code != "" {
			return e.Code
		}
		return strconv.Itoa(e.StatusCode)
	}
	switch {
	case errors.Is(err, context.Canceled):
		return "canceled"
	case errors.Is(err, context.DeadlineExceeded):
		return "timeout"
	default:
		return "failed"
	}
}
