package cdntest

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"syscall"
)

// Transport returns a way into the server that needs no socket: give it to an
// http.Client. Scheme, host and port of the URL do not matter. It starts no
// goroutines and waits only with timers and the request's context, so the fake
// clock of testing/synctest moves; there, make the server WithoutSocket.
func (s *Server) Transport() http.RoundTripper { return transport{s} }

type transport struct{ server *Server }

// RoundTrip answers a request.
func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	rep, err := t.exchange(r)
	if r.Body != nil {
		err = errors.Join(err, r.Body.Close()) // as the contract of RoundTripper asks for
	}
	if err != nil {
		return nil, err
	}
	length, _ := strconv.ParseInt(rep.header.Get("Content-Length"), 10, 64) // 0 where there is no body
	return &http.Response{
		Status:        strconv.Itoa(rep.status) + " " + http.StatusText(rep.status),
		StatusCode:    rep.status,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        rep.header,
		Body:          io.NopCloser(rep.reader(r.Context())),
		ContentLength: length,
		Request:       r,
	}, nil
}

func (t transport) exchange(r *http.Request) (*reply, error) {
	ctx := r.Context()
	if err := ctx.Err(); err != nil {
		return nil, context.Cause(ctx)
	}
	rep, err := t.server.handle(ctx, r)
	if err != nil {
		return nil, err
	}
	if rep.lost {
		return nil, &net.OpError{Op: "read", Net: "tcp", Err: os.NewSyscallError("read", syscall.ECONNRESET)}
	}
	return rep, nil
}
