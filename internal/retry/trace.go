package retry

import (
	"context"
	"net/http/httptrace"
	"sync/atomic"
)

// Trace follows a request through net/http, so that a failure before anything
// was sent can be told from an answer that was lost.
type Trace struct{ begun, connected atomic.Bool }

// Watch returns a context that makes net/http report to the trace. A request
// counts as sent once it has a connection: the word that it is out comes too
// late, on another goroutine.
func (t *Trace) Watch(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn: func(string) { t.begun.Store(true) },
		GotConn: func(httptrace.GotConnInfo) { t.connected.Store(true) },
	})
}

// Sent says how far the request got. Transports other than net/http's do not
// report.
func (t *Trace) Sent() Sent {
	switch {
	case t.connected.Load():
		return SentPerhaps
	case t.begun.Load():
		return SentNot
	default:
		return SentUnknown
	}
}
