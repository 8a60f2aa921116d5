package cdntest_test

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
)

// serverFaults are the faults that the server itself makes of a share of all
// attempts.
func serverFaults(share float64, longest time.Duration) cdntest.Faults {
	part := share / 10
	return cdntest.Faults{
		Throttle: part, ServiceBusy: part, InternalError: part, BadGateway: part, Unavailable: part,
		Reset: part, ResetAfter: part, Truncate: part, SlowBody: part, Latency: part, MaxLatency: longest,
	}
}

// mishap is something that happens to an attempt between client and server.
type mishap struct {
	name   string
	doubt  bool // nobody can tell whether the server has acted
	strike func(c *chaos, r *http.Request) (*http.Response, error)
}

// mishaps are those that the server does not make itself. After some of them
// the server has acted all the same.
var mishaps = []mishap{
	{"connection refused", false, func(_ *chaos, r *http.Request) (*http.Response, error) {
		why := &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
		return nil, errors.Join(why, r.Body.Close())
	}},
	{"connection ends without an answer", true, func(_ *chaos, r *http.Request) (*http.Response, error) {
		return nil, errors.Join(io.ErrUnexpectedEOF, swallow(r))
	}},
	{"connection ends without an answer after the server acted", true, func(c *chaos, r *http.Request) (*http.Response, error) {
		return nil, errors.Join(io.ErrUnexpectedEOF, c.deliver(r))
	}},
	{"silence", true, func(_ *chaos, r *http.Request) (*http.Response, error) {
		err := swallow(r)
		<-r.Context().Done()
		return nil, errors.Join(r.Context().Err(), err)
	}},
	{"silence after the server acted", true, func(c *chaos, r *http.Request) (*http.Response, error) {
		err := c.deliver(r)
		<-r.Context().Done()
		return nil, errors.Join(r.Context().Err(), err)
	}},
	{"FlowControlError with Retry-After", false, answers(429, kindJSON, said("FlowControlError"), "Retry-After", "2")},
	{"Throttling.Api with a hint in milliseconds", false, answers(503, kindJSON, said("Throttling.Api"), "X-Acs-Retry-After", "700")},
	{"Throttling under status 200", false, answers(200, kindJSON, said("Throttling"))},
	{"InternalError after the server acted", true, answersAfter(500, kindJSON, said("InternalError"))},
	{"ServiceUnavailable in XML", true, answers(503, "text/xml",
		"<Error><Code>ServiceUnavailable</Code><Message>later</Message><RequestId>"+foreign+"</RequestId></Error>")},
	{"empty 504 after the server acted", true, answersAfter(504, "text/plain", "")},
	{"HTML under status 200", true, answers(200, "text/html", page)},
	{"HTML under status 200 after the server acted", true, answersAfter(200, "text/html", page)},
	{"HTML under status 503", true, answers(503, "text/html", page)},
}

const (
	kindJSON = "application/json"
	page     = "<html><head><title>blocked</title></head><body>Your request was blocked.</body></html>"

	// foreign is the request ID of answers that are not the server's.
	foreign = "FFFFFFFF-0000-4000-8000-000000000000"
)

func said(code string) string {
	return `{"Code":"` + code + `","Message":"said on the way","RequestId":"` + foreign + `","HostId":"cdn.aliyuncs.com"}`
}

// answers is a mishap that answers in place of the server.
func answers(status int, kind, body string, header ...string) func(*chaos, *http.Request) (*http.Response, error) {
	return func(_ *chaos, r *http.Request) (*http.Response, error) {
		resp := &http.Response{
			StatusCode: status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Request: r,
			Header: http.Header{"Content-Type": {kind}}, Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)),
		}
		for i := 0; i < len(header); i += 2 {
			resp.Header.Set(header[i], header[i+1])
		}
		return resp, r.Body.Close()
	}
}

// answersAfter is the same after the server has acted.
func answersAfter(status int, kind, body string) func(*chaos, *http.Request) (*http.Response, error) {
	return func(c *chaos, r *http.Request) (*http.Response, error) {
		if err := c.deliver(r); err != nil {
			return nil, err
		}
		return answers(status, kind, body)(c, r)
	}
}

// chaos is a way to a server on which things go wrong. It takes time, too. What
// happens to an attempt follows from the call that its context knows.
type chaos struct {
	server  http.RoundTripper
	share   float64       // of attempts that a mishap hits
	journey time.Duration // the longest there, and the longest back
	seen    *figures

	repeatedInDoubt atomic.Int64
	unclosed        atomic.Int64 // bodies
}

// swallow takes a request from the client and gives it to nobody.
func swallow(r *http.Request) error {
	_, err := io.Copy(io.Discard, r.Body)
	return errors.Join(err, r.Body.Close())
}

// fate is what decides on the attempts of a call.
type fate struct {
	*rand.Rand

	once  bool // the action must not be repeated in doubt
	doubt bool // nobody can tell whether the server has acted
}

// fateKey is under which the context of a call has its fate.
type fateKey struct{}

// RoundTrip sends a request on its way.
func (c *chaos) RoundTrip(r *http.Request) (*http.Response, error) {
	fate := r.Context().Value(fateKey{}).(*fate)
	if fate.once && fate.doubt {
		c.repeatedInDoubt.Add(1)
	}
	if err := travel(r.Context(), fate.Rand, c.journey); err != nil {
		return nil, errors.Join(err, r.Body.Close())
	}
	resp, err := c.meet(fate, r)
	if err != nil {
		return nil, err
	}
	if err := travel(r.Context(), fate.Rand, c.journey); err != nil {
		fate.doubt = true
		return nil, errors.Join(err, resp.Body.Close())
	}
	c.unclosed.Add(1)
	resp.Body = &countedBody{resp.Body, sync.OnceFunc(func() { c.unclosed.Add(-1) })}
	return resp, nil
}

type countedBody struct {
	io.ReadCloser

	closed func()
}

func (b *countedBody) Close() error {
	b.closed()
	return b.ReadCloser.Close()
}

// meet draws what happens to a request.
func (c *chaos) meet(fate *fate, r *http.Request) (*http.Response, error) {
	if fate.Float64() >= c.share {
		return c.observe(fate, r)
	}
	m := mishaps[fate.IntN(len(mishaps))]
	c.seen.add(m.name, 1)
	fate.doubt = m.doubt
	return m.strike(c, r)
}

// deliver lets the server act and throws its answer away.
func (c *chaos) deliver(r *http.Request) error {
	resp, err := c.server.RoundTrip(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// observe is the way to the server without mishaps. It notes those faults of
// the server that its record does not show.
func (c *chaos) observe(fate *fate, r *http.Request) (*http.Response, error) {
	sent := time.Now()
	resp, err := c.server.RoundTrip(r)
	if time.Since(sent) > 0 {
		c.seen.add("server: latency", 1)
	}
	fate.doubt = err != nil || resp.StatusCode >= http.StatusInternalServerError
	if err == nil {
		resp.Body = &observedBody{ReadCloser: resp.Body, seen: c.seen, cut: func() { fate.doubt = fate.doubt || resp.StatusCode == http.StatusOK }}
	}
	return resp, err
}

type observedBody struct {
	io.ReadCloser

	seen  *figures
	cut   func() // is called when the body ends too early
	begun time.Time
}

func (b *observedBody) Read(p []byte) (int, error) {
	if b.begun.IsZero() {
		b.begun = time.Now()
	}
	n, err := b.ReadCloser.Read(p)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		b.cut()
		b.seen.add("server: truncated body", 1)
	case err != nil && time.Since(b.begun) > 0:
		b.seen.add("server: slow body", 1)
	}
	return n, err
}

// travel waits a random time of at most longest, one of few, so that many
// arrive together.
func travel(ctx context.Context, random *rand.Rand, longest time.Duration) error {
	timer := time.NewTimer(time.Duration(random.IntN(9)) * longest / 8)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// skewedClock is a clock that is wrong, by the clock of the client.
type skewedClock struct{ skew atomic.Int64 }

func (c *skewedClock) Now() time.Time { return time.Now().Add(time.Duration(c.skew.Load())) }

func (c *skewedClock) set(skew time.Duration) { c.skew.Store(int64(skew)) }

// tokens hands out temporary credentials, each with a token of its own. Like
// the server, it goes by the server's clock. It takes its time, and fails now
// and then.
type tokens struct {
	server *cdntest.Server
	clock  func() time.Time
	first  time.Time // when the first token ends

	mu     sync.Mutex
	random *rand.Rand
	handed *figures
}

// tokenLife is from the end of one token to that of the next.
const tokenLife = 10 * time.Minute

// tokenCount is how many tokens there are: enough for the rounds, and for a
// clock that jumps.
func tokenCount() int { return 24 + *soakRounds }

// errNoToken is how tokens fails.
var errNoToken = errors.New("no token today")

// tokenOptions lets a server accept the tokens.
func tokenOptions(first time.Time) []cdntest.Option {
	var opts []cdntest.Option
	for i := range tokenCount() {
		opts = append(opts, cdntest.WithSecurityToken(tokenText(i), first.Add(time.Duration(i)*tokenLife)))
	}
	return opts
}

func tokenText(i int) string { return "security-token-" + strconv.Itoa(i) }

// Credentials returns a token that is good for a while. Of every second one it
// says that it is good for longer than it is.
func (s *tokens) Credentials(ctx context.Context) (alicdn.Credentials, error) {
	if err := travel(ctx, s.fork(), 2*time.Second); err != nil {
		return alicdn.Credentials{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.random.IntN(10) == 0 {
		s.handed.add("none: "+errNoToken.Error(), 1)
		return alicdn.Credentials{}, errNoToken
	}
	now := s.clock().Add(tokenLife / 2)
	i := 0
	for i < tokenCount()-1 && !s.first.Add(time.Duration(i)*tokenLife).After(now) {
		i++
	}
	s.handed.add(tokenText(i), 1)
	expires := s.first.Add(time.Duration(i) * tokenLife)
	if i%2 == 1 {
		expires = expires.Add(hour)
	}
	return alicdn.Credentials{
		AccessKeyId: s.server.AccessKeyId, AccessKeySecret: s.server.AccessKeySecret, SecurityToken: tokenText(i), Expires: expires,
	}, nil
}

// fork returns the source of randomness of one question.
func (s *tokens) fork() *rand.Rand {
	s.mu.Lock()
	defer s.mu.Unlock()
	return rand.New(rand.NewPCG(s.random.Uint64(), 0))
}
