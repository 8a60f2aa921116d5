package retry

import (
	"context"
	"net/http/httptrace"
	"sync/atomic"
)

// Trace follows a request through net/http, so that a failure before anything
// was sent can be told from an answer that was lost.
type Trace struct{ begun, written atomic.Bool }

// Watch returns a context that makes net/http report to the trace. A header
// field counts as sent when it is handed over: over HTTP/2 the word that all of
// them are out comes too late, on another goroutine.
func (t *Trace) Watch(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn:          func(string) { t.begun.Store(true) },
		WroteHeaderField: func(string, []string) { t.written.Store(true) },
	})
}

// Sent says how far the request got. Transports other than net/http's do not
// report.
func (t *Trace) Sent() Sent {
	switch {
	case t.written.Load():
		return SentPerhaps
	case t.begun.Load():
		return SentNot
	default:
		return SentUnknown
	}
}
