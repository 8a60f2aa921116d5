package download

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"time"

	"github.com/alicdn/alicdn-go/internal/action"
	"github.com/alicdn/alicdn-go/internal/retry"
)

// Reader reads a file. Where a connection breaks it goes on with another, and
// where the address has expired it asks for a new one.
type Reader struct {
	ctx    context.Context
	client *Client
	file   File

	from     int64  // the first byte
	at       int64  // the next byte
	etag     string // of the file, once known
	body     *body  // nil between connections
	pending  error  // came together with bytes
	received int64  // bytes that went over the network
	err      error  // the end

	failures int  // of requests
	inRow    int  // those since the last byte arrived
	renewals int  // of the address
	renewed  bool // by the last request that failed
}

// mostRenewals is how often the address of a file may expire.
const mostRenewals = 10

// Open returns a reader of a file from that byte on. It connects when it is
// first read from.
func (c *Client) Open(ctx context.Context, file File, from int64) *Reader {
	return &Reader{ctx: ctx, client: c, file: file, from: from, at: from}
}

// Close ends the connection.
func (r *Reader) Close() {
	if r.body != nil {
		r.body.close()
		r.body = nil
	}
}

// Read reads the next bytes. It returns io.EOF where the file is whole.
func (r *Reader) Read(p []byte) (int, error) {
	for r.err == nil {
		n, err := r.read(p)
		if n > 0 {
			r.inRow, r.renewed = 0, false
			return n, nil
		}
		if err != nil {
			r.err = r.recover(err)
		}
	}
	return 0, r.err
}

// read reads from the connection there is, or from a new one.
func (r *Reader) read(p []byte) (int, error) {
	if err := r.pending; err != nil {
		r.pending = nil
		return 0, err
	}
	size := r.file.Size
	if r.body == nil {
		if size > 0 && r.at == size {
			return 0, io.EOF
		}
		if err := r.connect(); err != nil {
			return 0, err
		}
		size = r.file.Size
	}
	n, err := r.body.Read(p)
	r.received += int64(n)
	switch at := r.at + int64(n); {
	case size > 0 && at > size:
		return 0, &SizeError{Want: size, Got: at}
	case at > largest:
		return 0, errTooLarge
	case err != nil && size > 0 && at == size:
		err = io.EOF // whatever happened to the connection
	case err == io.EOF && at < size: //nolint:errorlint // as readers have to return it
		err = io.ErrUnexpectedEOF
	}
	r.at += int64(n)
	if n > 0 {
		r.pending = err
		return n, nil
	}
	return 0, err
}

// connect asks for the rest of the file.
func (r *Reader) connect() error {
	if err := r.send(); err != nil {
		return err
	}
	answer := r.body.answer
	from, total, err := r.offered(answer)
	if err == nil {
		err = r.sameFile(answer.Header.Get("ETag"), total)
	}
	if err != nil {
		return err
	}
	skipped, err := io.CopyN(io.Discard, r.body, r.at-from) // the server knows no ranges
	r.received += skipped
	if err == io.EOF { //nolint:errorlint // a wrapped one is not the end of the body
		return ErrChanged // into a shorter one
	}
	return err
}

// send sends a request, whose answer is that of r.body.
func (r *Reader) send() error {
	ctx, cancel := context.WithCancelCause(r.ctx)
	r.body = &body{cancel: cancel, stall: r.client.Stall}
	r.body.timer = time.AfterFunc(r.body.stall, func() { cancel(errStalled) })
	var trace retry.Trace
	req := (&http.Request{Method: http.MethodGet, URL: r.file.URL, Host: r.file.URL.Host, Header: r.header()}).WithContext(trace.Watch(ctx))
	answer, err := r.client.HTTP.Do(req) //nolint:bodyclose // body.close does
	r.body.timer.Stop()
	if err != nil {
		err = cmp.Or(stalled(ctx), r.silent(err))
		return &transportError{retry.OfTransport(r.ctx, err, trace.Sent()), err}
	}
	r.body.ctx, r.body.answer = ctx, answer
	return nil
}

func (r *Reader) header() http.Header {
	header := http.Header{
		"User-Agent":      {r.client.UserAgent},
		"Accept-Encoding": {"identity"}, // net/http would ask for gzip and unpack it
	}
	if r.at > 0 {
		header.Set("Range", fmt.Sprintf("bytes=%d-", r.at))
		if isStrong(r.etag) {
			header.Set("If-Range", r.etag)
		}
	}
	return header
}

// sameFile compares the file that the server has with the one expected.
func (r *Reader) sameFile(etag string, total int64) error {
	if r.etag != "" && etag != "" && etag != r.etag {
		return ErrChanged
	}
	if r.file.Size > 0 && total > 0 && total != r.file.Size {
		return &SizeError{Want: r.file.Size, Got: total}
	}
	r.etag, r.file.Size = cmp.Or(r.etag, etag), cmp.Or(r.file.Size, total)
	return nil
}

// recover decides how to go on after an error: it returns nil once it is time
// for another request, or the error to end with.
func (r *Reader) recover(err error) error {
	r.Close()
	if err == io.EOF { //nolint:errorlint // a wrapped one is not the end of the file
		return err
	}
	if ended := r.ctx.Err(); ended != nil {
		if errors.Is(err, ended) {
			return err
		}
		return fmt.Errorf("%w: %w", ended, err)
	}
	switch remedyOf(err) {
	case renew:
		return r.renew(err)
	case repeat:
		r.renewed = false
		return r.wait(err)
	default:
		return err
	}
}

// renew finds the file again.
func (r *Reader) renew(cause error) error {
	if r.renewed || r.renewals >= mostRenewals {
		return cause
	}
	r.renewals++
	r.renewed = true
	place, err := r.file.Anew(r.ctx)
	if err != nil {
		return fmt.Errorf("%w; then, looking for its new address: %w", cause, err)
	}
	if r.at > 0 && place.Size != r.file.Size && place.Size > 0 && r.file.Size > 0 {
		return ErrChanged
	}
	r.file.Place = place
	return nil
}

// wait waits before another request, if there may be one.
func (r *Reader) wait(cause error) error {
	r.failures++
	r.inRow++
	if r.failures >= r.client.Attempts+int((r.at-r.from)>>20) {
		return cause
	}
	var asked time.Duration
	if e, ok := errors.AsType[*StatusError](cause); ok {
		asked = e.RetryAfter
	}
	delay := r.client.Backoff.Delay(retry.Lost, r.inRow, asked, rand.Float64()) //nolint:gosec // jitter
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-r.ctx.Done():
		return fmt.Errorf("%w: %w", r.ctx.Err(), cause)
	}
}

// transportError is a request without an answer.
type transportError struct {
	outcome retry.Outcome
	err     error
}

func (e *transportError) Error() string { return e.err.Error() }

func (e *transportError) Unwrap() error { return e.err }

// remedy is what helps after an error.
type remedy int

const (
	nothing remedy = iota
	repeat         // another request
	renew          // a new address
)

func remedyOf(err error) remedy {
	if e, ok := errors.AsType[*StatusError](err); ok {
		return remedyOfStatus(e.StatusCode)
	}
	if e, ok := errors.AsType[*transportError](err); ok {
		if retry.Repeat(e.outcome, action.Read) {
			return repeat
		}
		return nothing
	}
	if _, ok := errors.AsType[*SizeError](err); ok {
		return renew // it may have been written anew since it was listed
	}
	if errors.Is(err, ErrChanged) || errors.Is(err, errRange) || errors.Is(err, errTooLarge) {
		return nothing
	}
	return repeat // the body broke off
}

func remedyOfStatus(status int) remedy {
	switch {
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return renew
	case status == http.StatusRequestTimeout || status == http.StatusTooManyRequests || status >= http.StatusInternalServerError:
		return repeat
	default:
		return nothing
	}
}
