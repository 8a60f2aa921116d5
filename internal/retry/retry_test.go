package retry_test

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"math"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/action"
	"github.com/alicdn/alicdn-go/internal/retry"
)

// The table of decisions, row by row.
func TestRepeat(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name                   string
		outcome                retry.Outcome
		read, idempotent, once bool
	}{
		{"refused", retry.Refused, false, false, false},
		{"throttled", retry.Throttled, true, true, true},
		{"failed", retry.Failed, true, true, false},
		{"not sent", retry.NotSent, true, true, true},
		{"unreachable", retry.Unreachable, false, false, false},
		{"lost", retry.Lost, true, true, false},
		{"canceled", retry.Canceled, false, false, false},
		{"busy", retry.Busy, true, true, true},
		{"clock skewed", retry.ClockSkewed, true, true, true},
		{"token expired", retry.TokenExpired, true, true, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.read, retry.Repeat(tt.outcome, action.Read), "read")
			assert.Equal(t, tt.idempotent, retry.Repeat(tt.outcome, action.Idempotent), "idempotent")
			assert.Equal(t, tt.once, retry.Repeat(tt.outcome, action.Once), "once")
		})
	}
}

// What nobody has decided on is not repeated.
func TestRepeatOfTheUnknown(t *testing.T) {
	t.Parallel()
	assert.False(t, retry.Repeat(retry.Outcome(99), action.Read))
	assert.False(t, retry.Repeat(retry.Throttled, action.Class(99)))
	var (
		outcome retry.Outcome
		class   action.Class
	)
	assert.Equal(t, retry.Refused, outcome, "the zero outcome is the most careful one")
	assert.Equal(t, action.Once, class, "the zero class is the most careful one")
}

func TestOfAnswer(t *testing.T) {
	t.Parallel()
	tests := []struct {
		code, message string
		status        int
		want          retry.Outcome
	}{
		{"Throttling", "", 400, retry.Throttled},
		{"Throttling", "", 429, retry.Throttled},
		{"Throttling", "", 503, retry.Throttled},
		{"Throttling", "", 200, retry.Throttled},
		{"Throttling.User", "Request was denied due to user flow control.", 400, retry.Throttled},
		{"Throttling.User", "", 429, retry.Throttled},
		{"Throttling.Api", "", 503, retry.Throttled},
		{"Throttling.Tomorrow", "", 500, retry.Throttled},
		{"FlowControlError", "", 400, retry.Throttled},
		{"FlowControlError", "", 500, retry.Throttled},
		{"", "QPS Limit Exceeded", 400, retry.Throttled},
		{"Unknown", "The QPS Limit Exceeded for this account.", 503, retry.Throttled},
		{"", "", 429, retry.Throttled},

		{"InternalError", "", 500, retry.Failed},
		{"InternalError", "", 200, retry.Failed},
		{"ServiceUnavailable", "", 503, retry.Failed},
		{"ServiceUnavailable", "", 400, retry.Failed},
		{"Unknown", "", 500, retry.Failed},
		{"Unknown", "", 599, retry.Failed},
		{"", "", 500, retry.Failed},
		{"", "", 501, retry.Failed},
		{"", "", 502, retry.Failed}, // HTML of a gateway
		{"", "", 503, retry.Failed},
		{"", "", 504, retry.Failed},
		{"MissingParameter", "", 500, retry.Refused},

		{"InvalidDomain.Configure_failed", "", 500, retry.Refused},
		{"InvalidDomain.Configure_failed", "QPS Limit Exceeded", 503, retry.Refused},
		{"ServiceBusy", "", 403, retry.Busy},
		{"PreloadQueueFull", "", 403, retry.Busy},
		{"QuotaExceeded.Refresh", "", 400, retry.Refused},
		{"InvalidDomain.NotFound", "", 404, retry.Refused},
		{"InvalidParameter", "", 429, retry.Refused},
		{"MissingParameter", "", 400, retry.Refused},
		{"SignatureNonceUsed", "", 400, retry.Refused},
		{"InvalidTimeStamp.Expired", "", 400, retry.ClockSkewed},
		{"InvalidTimeStamp.Format", "", 400, retry.Refused},
		{"InvalidSecurityToken.Expired", "", 400, retry.TokenExpired},
		{"InvalidSecurityToken.Malformed", "", 400, retry.Refused},
		{"Forbidden.RAM", "", 403, retry.Refused},
		{"Unknown", "", 400, retry.Refused},
		{"Unknown", "", 200, retry.Refused},
		{"", "", 200, retry.Refused},
		{"", "", 302, retry.Refused},
		{"", "", 400, retry.Refused},
		{"", "", 403, retry.Refused},
		{"", "", 404, retry.Refused},
		{"", "", 405, retry.Refused},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%d %s %s", tt.status, tt.code, tt.message), func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, retry.OfAnswer(tt.code, tt.message, tt.status))
		})
	}
}

func TestOfTransport(t *testing.T) {
	t.Parallel()
	noHost := &net.DNSError{Err: "no such host", Name: "cdn.example.com", IsNotFound: true}
	noServer := &net.DNSError{Err: "server misbehaving", Name: "cdn.example.com", IsTemporary: true}
	dial := func(err error) error { return &net.OpError{Op: "dial", Net: "tcp", Err: err} }
	read := func(err error) error { return &net.OpError{Op: "read", Net: "tcp", Err: err} }
	tests := []struct {
		name string
		err  error
		want retry.Outcome
	}{
		{"no such host", noHost, retry.Unreachable},
		{"no such host while dialing", dial(noHost), retry.Unreachable},
		{"no such host, as net/http says it", &url.Error{Op: "Get", URL: "https://cdn.example.com", Err: dial(noHost)}, retry.Unreachable},
		{"certificate", &url.Error{Op: "Get", Err: &tls.CertificateVerificationError{Err: errors.New("unknown authority")}}, retry.Unreachable},

		{"name server down", noServer, retry.NotSent},
		{"name server down while dialing", dial(noServer), retry.NotSent},
		{"name server slow", dial(&net.DNSError{Err: "i/o timeout", IsTimeout: true}), retry.NotSent},
		{"refused", dial(os.NewSyscallError("connect", syscall.ECONNREFUSED)), retry.NotSent},
		{"no route", &url.Error{Op: "Post", Err: dial(os.NewSyscallError("connect", syscall.EHOSTUNREACH))}, retry.NotSent},
		{"dial timeout", dial(os.ErrDeadlineExceeded), retry.NotSent},

		{"reset", read(os.NewSyscallError("read", syscall.ECONNRESET)), retry.Lost},
		{"broken pipe", &net.OpError{Op: "write", Net: "tcp", Err: syscall.EPIPE}, retry.Lost},
		{"end of file", io.EOF, retry.Lost},
		{"end in the middle", fmt.Errorf("read answer: %w", io.ErrUnexpectedEOF), retry.Lost},
		{"timeout of the attempt", &url.Error{Op: "Get", Err: context.DeadlineExceeded}, retry.Lost},
		{"end of the attempt", context.Canceled, retry.Lost},
		{"anything else", errors.New("http: server closed idle connection"), retry.Lost},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, retry.OfTransport(t.Context(), tt.err, retry.SentUnknown))

			canceled, cancel := context.WithCancel(t.Context())
			cancel()
			assert.Equal(t, retry.Canceled, retry.OfTransport(canceled, tt.err, retry.SentUnknown), "after the caller canceled")
			late, cancel := context.WithDeadline(t.Context(), time.Unix(0, 0))
			defer cancel()
			assert.Equal(t, retry.Canceled, retry.OfTransport(late, tt.err, retry.SentUnknown), "after the caller's deadline")
		})
	}
}

// get asks for an URL on a connection of its own and returns the error.
func get(ctx context.Context, t *testing.T, target string) error {
	t.Helper()
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, target, http.NoBody)
	require.NoError(t, err)
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.ReadAll(resp.Body)
	require.Error(t, err)
	return err
}

func TestOfTransportClosedPort(t *testing.T) {
	t.Parallel()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	address := listener.Addr().String()
	require.NoError(t, listener.Close())
	assert.Equal(t, retry.NotSent, retry.OfTransport(t.Context(), get(t.Context(), t, "http://"+address), retry.SentUnknown))
}

func TestOfTransportUntrustedCertificate(t *testing.T) {
	t.Parallel()
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	assert.Equal(t, retry.Unreachable, retry.OfTransport(t.Context(), get(t.Context(), t, server.URL), retry.SentUnknown))
}

func TestOfTransportClosedConnection(t *testing.T) {
	t.Parallel()
	for name, said := range map[string]string{
		"before the answer":  "",
		"within the headers": "HTTP/1.1 200 OK\r\nContent-",
		"within the body":    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"RequestId\":",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				conn, _, err := w.(http.Hijacker).Hijack()
				if err != nil {
					return
				}
				_, _ = io.WriteString(conn, said)
				_ = conn.Close()
			}))
			defer server.Close()
			assert.Equal(t, retry.Lost, retry.OfTransport(t.Context(), get(t.Context(), t, server.URL), retry.SentUnknown))
		})
	}
}

// The timeout of an attempt is no end of the call, unlike that of its caller.
func TestOfTransportTimeout(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	defer server.Close()
	attempt, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	err := get(attempt, t, server.URL)
	assert.Equal(t, retry.Lost, retry.OfTransport(t.Context(), err, retry.SentUnknown))
	assert.Equal(t, retry.Canceled, retry.OfTransport(attempt, err, retry.SentUnknown))
}

func TestDelay(t *testing.T) {
	t.Parallel()
	const almost = 1 - 1.0/(1<<53) // the largest number below 1
	backoff := retry.Backoff{Base: 200 * time.Millisecond, Cap: 10 * time.Second}
	tests := []struct {
		name    string
		attempt int
		asked   time.Duration
		random  float64
		want    time.Duration
	}{
		{"first, half", 1, 0, 0.5, 100 * time.Millisecond},
		{"second, half", 2, 0, 0.5, 200 * time.Millisecond},
		{"third, half", 3, 0, 0.5, 400 * time.Millisecond},
		{"sixth, half", 6, 0, 0.5, 3200 * time.Millisecond},
		{"seventh, half of the cap", 7, 0, 0.5, 5 * time.Second},
		{"eighth, half of the cap", 8, 0, 0.5, 5 * time.Second},
		{"thousandth, half of the cap", 1000, 0, 0.5, 5 * time.Second},
		{"largest attempt", math.MaxInt, 0, 0.5, 5 * time.Second},
		{"none", 5, 0, 0, 0},
		{"asked for more", 1, 3 * time.Second, 0.5, 3 * time.Second},
		{"asked for less", 6, time.Second, 0.5, 3200 * time.Millisecond},
		{"asked, no jitter", 6, time.Second, 0, time.Second},
		{"asked for more than the cap", 1, time.Hour, 0.5, 10 * time.Second},
		{"asked for the cap", 1000, 10 * time.Second, almost, 10 * time.Second},
		{"asked for less than nothing", 1, -time.Second, 0.5, 100 * time.Millisecond},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, backoff.Delay(retry.Throttled, tt.attempt, tt.asked, tt.random))
		})
	}
}

// Whatever the attempt, a wait is neither negative nor longer than the cap,
// and its bound does not shrink.
func TestDelayBounds(t *testing.T) {
	t.Parallel()
	const almost = 1 - 1.0/(1<<53)
	for name, backoff := range map[string]retry.Backoff{
		"usual":         {Base: 200 * time.Millisecond, Cap: 10 * time.Second},
		"tiny base":     {Base: 1, Cap: time.Minute},
		"huge base":     {Base: 1 << 61, Cap: math.MaxInt64},
		"huge cap":      {Base: time.Second, Cap: math.MaxInt64 / 2},
		"base over cap": {Base: time.Minute, Cap: time.Second},
		"no cap":        {Base: time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var before time.Duration
			for attempt := 1; attempt <= 1000; attempt++ {
				wait := backoff.Delay(retry.Failed, attempt, 0, almost)
				require.GreaterOrEqual(t, wait, before, "attempt %d", attempt)
				require.LessOrEqual(t, wait, backoff.Cap, "attempt %d", attempt)
				require.Zero(t, backoff.Delay(retry.Failed, attempt, 0, 0), "attempt %d", attempt)
				before = wait
			}
		})
	}
}

func TestDelayByOutcome(t *testing.T) {
	t.Parallel()
	backoff := retry.Backoff{Base: time.Second, Cap: 20 * time.Second}
	assert.Equal(t, 500*time.Millisecond, backoff.Delay(retry.Throttled, 1, 0, 0.5))
	assert.Equal(t, 5*time.Second, backoff.Delay(retry.Busy, 1, 0, 0.5), "a busy domain takes longer")
	assert.Equal(t, 10*time.Second, backoff.Delay(retry.Busy, 2, 0, 0.5))
	assert.Equal(t, 10*time.Second, backoff.Delay(retry.Busy, 9, 0, 0.5), "not beyond the cap")
	assert.Zero(t, backoff.Delay(retry.ClockSkewed, 1, 0, 0.5), "what is mended need not wait")
	assert.Zero(t, backoff.Delay(retry.TokenExpired, 3, 0, 0.5))
	assert.Equal(t, 15*time.Millisecond, retry.Backoff{Base: 10 * time.Second, Cap: 30 * time.Millisecond}.Delay(retry.Busy, 1, 0, 0.5))
}

func TestOfTransportByHowFarItGot(t *testing.T) {
	t.Parallel()
	assert.Equal(t, retry.NotSent, retry.OfTransport(t.Context(), io.EOF, retry.SentNot))
	assert.Equal(t, retry.Lost, retry.OfTransport(t.Context(), io.EOF, retry.SentPerhaps))
	assert.Equal(t, retry.Unreachable, retry.OfTransport(t.Context(), &net.DNSError{IsNotFound: true}, retry.SentNot))
}

// watch sends a request under a trace and returns how far it got.
func watch(t *testing.T, target string, timeout time.Duration) retry.Sent {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), timeout)
	defer cancel()
	var trace retry.Trace
	assert.Equal(t, retry.SentUnknown, trace.Sent())
	require.Error(t, get(trace.Watch(ctx), t, target))
	return trace.Sent()
}

func TestTrace(t *testing.T) {
	t.Parallel()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	go func() { // resets every connection, before any handshake
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			_ = conn.(*net.TCPConn).SetLinger(0)
			_ = conn.Close()
		}
	}()
	assert.Equal(t, retry.SentNot, watch(t, "https://"+listener.Addr().String(), time.Minute), "a handshake that fails")

	silent, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer silent.Close()
	assert.Equal(t, retry.SentNot, watch(t, "https://"+silent.Addr().String(), 50*time.Millisecond), "a handshake that hangs")
	assert.Equal(t, retry.SentPerhaps, watch(t, "http://"+silent.Addr().String(), 50*time.Millisecond), "a request without an answer")
}
