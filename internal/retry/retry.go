// Package retry decides whether an attempt that failed is repeated, and after
// how long: the one place that does.
package retry

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/internal/action"
	"github.com/alicdn/alicdn-go/internal/fault"
	"github.com/alicdn/alicdn-go/types"
)

// Outcome is how an attempt failed.
type Outcome int

const (
	// Refused is an answer that says no for good: a wrong parameter, a missing
	// permission, a domain that does not exist.
	Refused Outcome = iota
	// Throttled is a call that was not let in: nothing was done.
	Throttled
	// Failed is a failure of the service or its gateway: what was done is not
	// known.
	Failed
	// NotSent is a connection that could not be made: nothing was done.
	NotSent
	// Unreachable is a connection that will not be made the next time either:
	// no such host, a certificate that does not verify.
	Unreachable
	// Lost is an answer that did not arrive or not in full: what was done is
	// not known.
	Lost
	// Canceled is a call that its caller has ended.
	Canceled
	// Busy is a domain that is being configured or a queue that is full:
	// nothing was done, and it will take a while.
	Busy
	// ClockSkewed is a request whose time the service did not accept. Nothing
	// was done, and the clock has been set since.
	ClockSkewed
	// TokenExpired is a request with temporary credentials that have ended.
	// Nothing was done, and others will be asked for.
	TokenExpired
)

// rule is a row of the table of decisions.
type rule struct {
	classes []action.Class
	pace    int // by which waits are multiplied; 0 does not wait
}

// rules is the table of decisions: what is repeated, for which classes of
// actions, and how soon. An outcome without a row is not repeated.
var rules = map[Outcome]rule{
	Throttled:    {nothingDone, 1},
	NotSent:      {nothingDone, 1},
	Busy:         {nothingDone, 10},
	ClockSkewed:  {nothingDone, 0},
	TokenExpired: {nothingDone, 0},
	Failed:       {perhapsDone, 1},
	Lost:         {perhapsDone, 1},
}

var (
	nothingDone = []action.Class{action.Read, action.Idempotent, action.Once}
	perhapsDone = []action.Class{action.Read, action.Idempotent}
)

// Repeat reports whether an attempt of an action of that class is repeated
// after that outcome.
func Repeat(outcome Outcome, class action.Class) bool {
	return slices.Contains(rules[outcome].classes, class)
}

// NeedsMending reports whether a repeat makes sense only once something has
// been mended, the clock or the credentials.
func NeedsMending(outcome Outcome) bool { return outcome == ClockSkewed || outcome == TokenExpired }

// ofCode are the outcomes of codes that mean more than their kind does.
var ofCode = map[types.ErrorCode]Outcome{
	types.InvalidDomainConfigureFailed: Refused, // a 500 that is not a failure of the service
	types.InvalidTimeStampExpired:      ClockSkewed,
	types.InvalidSecurityTokenExpired:  TokenExpired,
}

// ofKind are the outcomes of kinds of errors. All others are refusals.
var ofKind = map[fault.Kind]Outcome{
	fault.Throttled:   Throttled,
	fault.Busy:        Busy,
	fault.Unavailable: Failed,
}

// OfAnswer returns the outcome of an attempt that the service answered with an
// error.
func OfAnswer(code, message string, status int) Outcome {
	if outcome, ok := ofCode[types.ErrorCode(code)]; ok {
		return outcome
	}
	kind := fault.Classify(code, message, status)
	if kind == fault.Unknown && status >= http.StatusInternalServerError {
		return Failed
	}
	return ofKind[kind]
}

// Sent is how far a request got before its attempt ended without an answer.
type Sent int

const (
	// SentUnknown is a request of a transport that does not say.
	SentUnknown Sent = iota
	// SentNot is a request of which nothing went out.
	SentNot
	// SentPerhaps is a request that the service may have.
	SentPerhaps
)

// OfTransport returns the outcome of an attempt that ended without an answer.
func OfTransport(ctx context.Context, err error, sent Sent) Outcome {
	var (
		dns         *net.DNSError
		certificate *tls.CertificateVerificationError
		dial        *net.OpError
	)
	switch {
	case ctx.Err() != nil:
		return Canceled
	case errors.As(err, &dns) && dns.IsNotFound, errors.As(err, &certificate):
		return Unreachable
	case sent == SentNot, errors.As(err, &dns), errors.As(err, &dial) && (dial.Op == "dial" || dial.Op == "proxyconnect"), isUnprocessed(err):
		return NotSent
	default:
		return Lost
	}
}

// isUnprocessed reports whether the service has said over HTTP/2 that it did
// not process a request: it was shutting down the connection, or refused the
// stream. Package net/http, which would repeat the request if it could rewind
// it, has but a text for that.
func isUnprocessed(err error) bool {
	const unrepeated = "http2: Transport: cannot retry err ["
	text := err.Error()
	return strings.Contains(text, unrepeated+"http2: Transport received Server's graceful shutdown GOAWAY]") ||
		strings.Contains(text, unrepeated+"stream error:") && strings.Contains(text, "; REFUSED_STREAM; received from peer]")
}

// Backoff is how waits grow.
type Backoff struct {
	Base time.Duration // the longest first wait
	Cap  time.Duration // the longest wait of all
}

// Delay returns how long to wait after the attempt of that number, the first
// being 1: a random part of a bound that doubles with each attempt, but not
// less than the service asked for, and never more than the cap. The random
// number is from [0, 1).
func (b Backoff) Delay(outcome Outcome, attempt int, asked time.Duration, random float64) time.Duration {
	bound := b.first(time.Duration(rules[outcome].pace))
	for n := 1; n < attempt && bound < b.Cap; n++ {
		bound += min(bound, b.Cap-bound)
	}
	jittered := time.Duration(random * float64(bound))
	return min(b.Cap, max(jittered, asked))
}

// first returns the bound of the first wait.
func (b Backoff) first(pace time.Duration) time.Duration {
	if pace > 0 && b.Base > b.Cap/pace {
		return b.Cap
	}
	return b.Base * pace //nolint:durationcheck // pace is a plain factor
}
