package alicdn

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/alicdn/alicdn-go/internal/action"
	"github.com/alicdn/alicdn-go/internal/fault"
	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/internal/retry"
	"github.com/alicdn/alicdn-go/internal/secret"
	"github.com/alicdn/alicdn-go/internal/wire"
	"github.com/alicdn/alicdn-go/types"
)

// Kinds of errors of the service, for [errors.Is]. Each stands for many
// codes; [IsCode] asks for one of them.
var (
	// ErrThrottled: too many calls a second; nothing was done. The client has
	// already repeated the call.
	ErrThrottled = errors.New("alicdn: throttled")
	// ErrBusy: the domain is being configured or a queue is full; nothing was
	// done. The client has already repeated the call, but it may take minutes.
	ErrBusy = errors.New("alicdn: busy")
	// ErrNotFound: the domain, configuration, certificate or action does not
	// exist or belongs to somebody else.
	ErrNotFound = errors.New("alicdn: not found")
	// ErrForbidden: the account may not do this: no permission, service not
	// opened, in arrears, not verified.
	ErrForbidden = errors.New("alicdn: forbidden")
	// ErrInvalid: a parameter is missing or wrong. A [*ParamError] is one too.
	ErrInvalid = errors.New("alicdn: invalid parameter")
	// ErrConflict: the state of the domain or service does not allow this, or
	// what should be made exists already.
	ErrConflict = errors.New("alicdn: conflict")
	// ErrQuota: a limit of the account is used up.
	ErrQuota = errors.New("alicdn: quota exceeded")
	// ErrUnavailable: the service or its gateway failed.
	ErrUnavailable = errors.New("alicdn: service unavailable")
	// ErrSignature: access key, signature, security token, nonce or time of
	// the request was refused.
	ErrSignature = errors.New("alicdn: signature refused")
)

// sentinels are the kinds by what a caller compares with.
var sentinels = []struct {
	target error
	kind   fault.Kind
}{
	{ErrThrottled, fault.Throttled},
	{ErrBusy, fault.Busy},
	{ErrNotFound, fault.NotFound},
	{ErrForbidden, fault.Forbidden},
	{ErrInvalid, fault.Invalid},
	{ErrConflict, fault.Conflict},
	{ErrQuota, fault.Quota},
	{ErrUnavailable, fault.Unavailable},
	{ErrSignature, fault.Signature},
}

// Error is a failure that the service or a gateway before it reported. It
// keeps what was said, whatever the form of the answer, up to 64 KiB of each
// text; secrets of the request that the answer repeats are masked.
type Error struct {
	// Action is the action called.
	Action string

	// Code is the service's code, such as InvalidDomain.NotFound; empty if
	// the answer had none. Compare it with [IsCode].
	Code string

	// Message is the service's explanation, in English or Chinese.
	Message string

	// RequestId identifies the request to the vendor's support.
	RequestId string

	// HostId is the site that answered.
	HostId string

	// Recommend is the address of a page of the vendor about the error.
	Recommend string

	// StatusCode is the HTTP status. Some failures come with 200.
	StatusCode int

	// Attempts is how often the call was tried.
	Attempts int

	// RetryAfter is how long the service asked to wait; 0 if it did not say.
	RetryAfter time.Duration

	// Body is the answer as it came, its first 64 KiB.
	Body []byte `json:"-"`
}

// Error describes the failure in one line.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "alicdn: %s: ", e.Action)
	if e.Code != "" {
		b.WriteString(oneLine(e.Code) + ": ")
	}
	if e.Message != "" {
		b.WriteString(oneLine(e.Message))
	} else {
		b.WriteString("no message")
	}
	fmt.Fprintf(&b, " (HTTP %d", e.StatusCode)
	if e.RequestId != "" {
		b.WriteString(", RequestId " + oneLine(e.RequestId))
	}
	if e.Attempts > 1 {
		fmt.Fprintf(&b, ", %d attempts", e.Attempts)
	}
	b.WriteByte(')')
	return b.String()
}

// GoString describes the failure as Error does: the body is not to be printed.
func (e *Error) GoString() string { return e.Error() }

// Is reports whether target is the kind of error that e is.
func (e *Error) Is(target error) bool {
	for _, s := range sentinels {
		if s.target == target {
			return s.kind == fault.Classify(e.Code, e.Message, e.StatusCode)
		}
	}
	return false
}

// ParamError is a request that is refused before anything is sent.
type ParamError struct {
	// Action is the action called; of a helper, the one that it builds on.
	Action string

	// Param is the parameter, as the API names it, such as ObjectPath or
	// Tag.3.Key; of a helper it may be an option, such as Workers.
	Param string

	// Rule says what the parameter violates, such as "is required".
	Rule string
}

// Error describes the mistake.
func (e *ParamError) Error() string {
	return fmt.Sprintf("alicdn: %s: parameter %s %s", e.Action, e.Param, e.Rule)
}

// Is reports whether target is [ErrInvalid].
func (e *ParamError) Is(target error) bool { return target == ErrInvalid }

// QuotaError is a bulk call that needs more than is left of a quota. Nothing was
// sent.
type QuotaError struct {
	// Action is the action that would have been called.
	Action string

	// Need is how many paths there are to send.
	Need int

	// Remain is how many of them may be sent today.
	Remain int
}

// Error describes what is missing.
func (e *QuotaError) Error() string {
	return fmt.Sprintf("alicdn: %s: quota exceeded: %d needed, %d left today", e.Action, e.Need, e.Remain)
}

// Is reports whether target is [ErrQuota].
func (e *QuotaError) Is(target error) bool { return target == ErrQuota }

// DecodeError is an answer that says success and cannot be read.
type DecodeError struct {
	// Action is the action called.
	Action string

	// Path is where in the body the trouble is, as a JSON pointer such as
	// /HttpCodeData/UsageData/3/TimeStamp; empty for the body as a whole.
	Path string

	// RequestId identifies the request to the vendor's support; empty if it
	// could not be read.
	RequestId string

	// StatusCode is the HTTP status.
	StatusCode int

	// Body is the answer as it came.
	Body []byte `json:"-"`

	err error
}

// Error describes what could not be read.
func (e *DecodeError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "alicdn: %s: decode answer", e.Action)
	if e.Path != "" {
		b.WriteString(" at " + oneLine(e.Path))
	}
	fmt.Fprintf(&b, ": %v (HTTP %d", e.err, e.StatusCode)
	if e.RequestId != "" {
		b.WriteString(", RequestId " + oneLine(e.RequestId))
	}
	b.WriteByte(')')
	return b.String()
}

// oneLine makes a text from outside fit for a line of a log: what does not
// print, such as control characters, becomes a space, and what is beyond 1 KiB
// is cut.
func oneLine(text string) string {
	const most = 1 << 10
	if len(text) > most {
		text = text[:most] + "..."
	}
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, text)
}

// GoString describes the error as Error does: the body is not to be printed.
func (e *DecodeError) GoString() string { return e.Error() }

// Unwrap returns the cause.
func (e *DecodeError) Unwrap() error { return e.err }

// WaitError is a wait that ended before what was awaited had come about: it
// failed, or could not be observed, or the context ended. What it was about may
// still go on.
type WaitError struct {
	// What was awaited, such as "domain www.example.com to be online".
	What string

	// State is the last state that was seen, such as configuring or
	// check_failed; empty if no poll succeeded.
	State string

	// Failed is what failed for good: the name of the domain, names of
	// functions, IDs of tasks. It is empty if something else ended the wait.
	Failed []string

	// Remaining is what had neither come about nor failed.
	Remaining []string

	// Elapsed is how long the wait took.
	Elapsed time.Duration

	// Polls is how often the service was asked.
	Polls int

	// PollErr is why the last poll failed; nil if it did not.
	PollErr error

	// Err is what ended the wait: the error of the context as it is, or that of
	// a poll that would fail again. It is nil if what was awaited has failed.
	Err error
}

// Error describes what was awaited, how far it came, and what ended the wait.
func (e *WaitError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "alicdn: wait for %s: ", e.What)
	switch {
	case e.Err != nil:
		b.WriteString(e.Err.Error())
	case len(e.Failed) > 0:
		b.WriteString("failed: " + listed(e.Failed))
	}
	fmt.Fprintf(&b, " (state %s", cmp.Or(oneLine(e.State), "unknown"))
	if len(e.Remaining) > 0 {
		b.WriteString(", remaining " + listed(e.Remaining))
	}
	polls := "polls"
	if e.Polls == 1 {
		polls = "poll"
	}
	fmt.Fprintf(&b, ", %d %s in %v)", e.Polls, polls, e.Elapsed.Round(time.Millisecond))
	if e.PollErr != nil && !errors.Is(e.PollErr, e.Err) {
		fmt.Fprintf(&b, "; last poll: %v", e.PollErr)
	}
	return b.String()
}

// Unwrap returns Err.
func (e *WaitError) Unwrap() error { return e.Err }

// listed names the first of many.
func listed(names []string) string {
	const most = 5
	text := oneLine(strings.Join(names[:min(len(names), most)], ", "))
	if more := len(names) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

func newWaitError(what string, last poll.Progress, err error) *WaitError {
	if errors.Is(err, poll.ErrFailed) {
		err = nil
	}
	return &WaitError{
		What: what, State: last.Name, Failed: last.Failed, Remaining: last.Remaining,
		Elapsed: last.Elapsed, Polls: last.Polls, PollErr: last.Err, Err: err,
	}
}

// AddDomainError is why a domain was not added, or is not online: it says at
// which step the domain stands, and what has to be placed if that is the proof
// of its root domain.
type AddDomainError struct {
	// DomainName is the domain.
	DomainName string

	// Step is the step at which it stands.
	Step types.AddDomainStep

	// Proof is what proves the ownership of the root domain. It is zero where
	// the service did not ask for it, or before it said what it is.
	Proof types.OwnerProof

	// Err is what keeps the domain there: the error of the action or of the hook,
	// a [*WaitError] of a wait, the error of the context.
	Err error
}

// Error names the domain, its step, what has to be placed, and why it stands
// there.
func (e *AddDomainError) Error() string {
	text := "alicdn: add domain " + oneLine(e.DomainName) + ", step " + oneLine(string(e.Step))
	if e.Proof.Content != "" {
		text += " (to be placed: " + oneLine(e.Proof.String()) + ")"
	}
	return text + ": " + e.Err.Error()
}

// Unwrap returns Err.
func (e *AddDomainError) Unwrap() error { return e.Err }

// attemptError is an attempt that failed without an answer that could be
// judged.
type attemptError struct {
	outcome retry.Outcome
	err     error
}

func (e *attemptError) Error() string { return e.err.Error() }

func (e *attemptError) Unwrap() error { return e.err }

// isTransient reports whether a call that reads and has failed, repeats
// included, may succeed later on.
func isTransient(err error) bool {
	outcome := outcomeOf(err)
	return retry.Repeat(outcome, action.Read) && !retry.NeedsMending(outcome)
}

// outcomeOf returns how the last attempt of a call failed.
func outcomeOf(err error) retry.Outcome {
	if e, ok := errors.AsType[*Error](err); ok {
		return retry.OfAnswer(e.Code, e.Message, e.StatusCode)
	}
	if e, ok := errors.AsType[*attemptError](err); ok {
		return e.outcome
	}
	return retry.Refused
}

// SeriesError is a [Series] of which a window could not be fetched, which ended
// the others. What was fetched until then comes with it.
type SeriesError struct {
	// Action is the action called.
	Action string

	// Window is the window that failed, or that was next when the context
	// ended.
	Window TimeRange

	// Fetched is how many windows were fetched.
	Fetched int

	// Windows is how many windows there are.
	Windows int

	// Err is why: the error of the call, or that of the context.
	Err error
}

// Error describes the failure.
func (e *SeriesError) Error() string {
	return fmt.Sprintf("alicdn: %s: series: window %v, %d of %d windows fetched: %v", e.Action, e.Window, e.Fetched, e.Windows, e.Err)
}

// Unwrap returns Err.
func (e *SeriesError) Unwrap() error { return e.Err }

// IsCode reports whether err is an [*Error] with one of the codes. An error
// without a code is none of them.
func IsCode(err error, codes ...types.ErrorCode) bool {
	e, ok := errors.AsType[*Error](err)
	return ok && e.Code != "" && slices.Contains(codes, types.ErrorCode(e.Code))
}

// kept is how much of an answer an error keeps, of its body and of each text in
// it.
const kept = 64 << 10

// cleaned returns what an error keeps of a text from outside.
func cleaned(s *secret.Scrubber, text string) string { return s.Scrub(text[:min(len(text), kept)]) }

func newError(a *attempt, said wire.Envelope, resp *http.Response, body []byte) *Error {
	throttled := a.outcome == retry.Throttled
	scrubber := a.scrubber()
	clean := func(text string) string { return cleaned(scrubber, text) }
	a.RequestId = clean(cmp.Or(said.RequestId, resp.Header.Get("X-Acs-Request-Id"))) // a gateway may know no more
	return &Error{
		Action:     a.Action,
		Code:       clean(said.Code),
		Message:    clean(cmp.Or(said.Message, said.Description)),
		RequestId:  a.RequestId,
		HostId:     clean(said.HostId),
		Recommend:  clean(said.Recommend),
		StatusCode: resp.StatusCode,
		Attempts:   a.Number,
		RetryAfter: retry.Hint(resp.Header, time.Now(), throttled),
		Body:       []byte(clean(string(body[:min(len(body), kept)]))),
	}
}

func newDecodeError(a *attempt, err error, body []byte) *DecodeError {
	scrubber := a.scrubber()
	a.RequestId = cleaned(scrubber, a.RequestId)
	e := &DecodeError{Action: a.Action, RequestId: a.RequestId, StatusCode: a.StatusCode, Body: body}
	e.err = secret.Reword(err, oneLine(cleaned(scrubber, err.Error()))) // it holds the place, too
	if place, ok := errors.AsType[*wire.DecodeError](err); ok {
		e.Path = cleaned(scrubber, place.Path)
	}
	return e
}

// scrubbed returns err, under a text of one line without secrets if its own is
// another.
func scrubbed(s *secret.Scrubber, err error) error {
	if text := oneLine(cleaned(s, err.Error())); text != err.Error() {
		return secret.Reword(err, text)
	}
	return err
}
