package cdntest_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/internal/action"
	"github.com/alicdn/alicdn-go/types"
)

// figures are counts by name.
type figures struct {
	mu     sync.Mutex
	counts map[string]int
}

func newFigures() *figures { return &figures{counts: make(map[string]int)} }

func (f *figures) add(name string, n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.counts[name] += n
}

// log prints the counts, and returns their sum.
func (f *figures) log(t *testing.T, title string) int {
	t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	sum := 0
	var text strings.Builder
	for _, name := range slices.Sorted(maps.Keys(f.counts)) {
		sum += f.counts[name]
		fmt.Fprintf(&text, "\n  %6d  %s", f.counts[name], name)
	}
	t.Logf("%s: %d%s", title, sum, text.String())
	return sum
}

// knowledge is what the caller knows about a call of an action that must not
// be repeated.
type knowledge int

const (
	inDoubt knowledge = iota
	carriedOut
	notCarriedOut
)

// verdict is what is to be said of a call.
type verdict struct {
	action    string
	outcome   string // for the figures
	trouble   string // why it must not have ended like this
	knows     knowledge
	requestID string // of the answer, if the server gave it
}

const givenUp = "given up by the caller"

// refusals are the codes with which calls may end: those of a state that
// others have changed meanwhile, and those of faults.
var refusals = []types.ErrorCode{
	types.ServiceBusy, types.InvalidDomainNotFound, types.InvalidDomainOffline, types.ConfigNotFoundNoDot,
	types.CdnServiceHasOpened, types.DomainNotFound, types.LogstoreNotExist,
	types.StagingConfigNotFound, types.StagingConfigFailed, types.GrayConfigIsNull, types.NotFoundFCTrigger,
	types.SubscriptionAlreadyExists, types.SubscriptionNotFound, types.DeliverExceedLimit, types.BillTypeNotFound,
	types.Throttling, types.ThrottlingUser, types.ThrottlingApi, types.FlowControlError,
	types.InternalError, types.ServiceUnavailable,
	types.InvalidTimeStampExpired, types.InvalidSecurityTokenExpired,
}

// mended are the codes after which a call is repeated with what was wrong set
// right, unless it was the last attempt.
var mended = []types.ErrorCode{types.InvalidTimeStampExpired, types.InvalidSecurityTokenExpired}

// causes are what a connection may break from, in the order in which they are
// looked for.
var causes = []error{
	errNoToken, syscall.ECONNREFUSED, syscall.ECONNRESET, syscall.EPIPE, io.ErrUnexpectedEOF, io.EOF, context.DeadlineExceeded,
	context.Canceled,
}

// judge says what is to be thought of how a call ended.
func judge(ctx context.Context, name string, r reaction, err error) verdict {
	v := verdict{action: name}
	refused, isRefused := errors.AsType[*alicdn.Error](err)
	unread, isUnread := errors.AsType[*alicdn.DecodeError](err)
	switch {
	case err == nil:
		v.outcome, v.knows, v.requestID = "right answer", carriedOut, r.requestID
		if !r.right || r.requestID == "" {
			v.trouble = fmt.Sprintf("answer is wrong: %s %+v", r.requestID, r.answer)
		}
	case ctx.Err() != nil && errors.Is(err, ctx.Err()):
		v.outcome = givenUp
	case isRefused:
		v.outcome = fmt.Sprintf("Error: %d %s", refused.StatusCode, refused.Code)
		deadline, limited := ctx.Deadline()
		v.judgeRefusal(refused, limited && time.Until(deadline) <= 0)
	case isUnread:
		v.outcome = "DecodeError: HTML"
		if unread.Action != name || unread.StatusCode != http.StatusOK || string(unread.Body) != page || unread.Unwrap() == nil {
			v.trouble = err.Error()
		}
	default:
		cause := causeOf(err)
		if cause == nil {
			v.outcome, v.trouble = "other error", fmt.Sprintf("%T without a known cause: %v", err, err)
			break
		}
		v.outcome = "transport: " + cause.Error()
	}
	if err != nil && v.trouble == "" {
		v.trouble = badText(name, err)
	}
	return v
}

// causeOf returns which of the causes an error has, nil if it has none.
func causeOf(err error) error {
	for _, cause := range causes {
		if errors.Is(err, cause) {
			return cause
		}
	}
	return nil
}

// judgeRefusal judges an answer that says no; it is late if it arrived when the
// caller was about to give up.
func (v *verdict) judgeRefusal(e *alicdn.Error, late bool) {
	if !errors.Is(e, alicdn.ErrUnavailable) {
		v.knows = notCarriedOut
	}
	if e.RequestId != foreign {
		v.requestID = e.RequestId
	}
	switch known := slices.Contains(refusals, types.ErrorCode(e.Code)); {
	case e.Code == "" && e.StatusCode < 500, e.Code != "" && !known, e.Code != "" && e.RequestId == "", e.Action != v.action:
		v.trouble = fmt.Sprintf("unexpected refusal: %+v", e)
	case !late && e.Attempts < soakAttempts && slices.Contains(mended, types.ErrorCode(e.Code)):
		v.trouble = "was not repeated: " + e.Error()
	}
}

// badText says what is wrong with the text of an error.
func badText(name string, err error) string {
	text := err.Error()
	if !strings.HasPrefix(text, "alicdn: "+name+": ") {
		return "text does not name the action: " + text
	}
	for _, secret := range []string{"testsecret", tokenText(0)[:10], "PRIVATE KEY", "Signature="} {
		if strings.Contains(text, secret) && !strings.Contains(text, secret+"***") {
			return "text has a secret: " + text
		}
	}
	return ""
}

// ledger is what the callers know of their calls.
type ledger struct {
	mu       sync.Mutex
	verdicts map[string]verdict
	outcomes *figures
	attempts *figures
	repeats  *figures
	lost     *figures
}

func newLedger() *ledger {
	return &ledger{verdicts: make(map[string]verdict), outcomes: newFigures(), attempts: newFigures(), repeats: newFigures(), lost: newFigures()}
}

func (l *ledger) enter(call string, v verdict) {
	l.outcomes.add(v.outcome, 1)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.verdicts[call] = v
}

// hook counts the attempts.
func (l *ledger) hook(_ context.Context, a alicdn.Attempt) {
	known, _ := action.Lookup(a.Action)
	l.attempts.add(known.Class.String(), 1)
	if a.WillRetry {
		l.repeats.add(known.Class.String(), 1)
	}
	if cause := causeOf(a.Err); cause != nil {
		l.lost.add(cause.Error(), 1)
	}
}

// callParam is a parameter of every call by which the server's record tells
// them apart.
const callParam = "SoakCall"

// audit compares what the callers know with what the server has done.
func (l *ledger) audit(t *testing.T, requests []cdntest.Request) {
	t.Helper()
	nonces := make(map[string]bool)
	byCall := make(map[string][]cdntest.Request)
	for _, r := range requests {
		nonce := r.Params.Get("SignatureNonce")
		if nonces[nonce] {
			t.Errorf("%s: nonce %s was used twice", r.Action, nonce)
		}
		nonces[nonce] = true
		if r.Code != "" && !slices.Contains(refusals, r.Code) {
			t.Errorf("%s was refused with %s", r.Action, r.Code)
		}
		call := r.Params.Get(callParam)
		byCall[call] = append(byCall[call], r)
	}
	const mostTroubles = 20 // that are told one by one
	twice, called, troubles := newFigures(), make(map[string]bool), 0
	for _, call := range slices.Sorted(maps.Keys(l.verdicts)) {
		v := l.verdicts[call]
		called[v.action] = true
		trouble := v.trouble
		if trouble == "" {
			trouble = v.compare(byCall[call], twice)
		}
		if trouble == "" {
			continue
		}
		if troubles++; troubles <= mostTroubles {
			t.Errorf("%s, call %s: %s", v.action, call, trouble)
		}
	}
	assert.Zero(t, troubles, "calls that must not have ended as they did")
	for name := range action.All() {
		assert.True(t, called[name], "%s was never called", name)
	}
	t.Logf("requests at the server: %d, nonces: %d", len(requests), len(nonces))
	assert.Zero(t, twice.log(t, "applied twice"))
}

// compare says what does not fit between what the caller knows of a call and
// the requests that arrived at the server.
func (v *verdict) compare(arrived []cdntest.Request, twice *figures) string {
	applied, after, answered := 0, 0, v.requestID == ""
	for _, r := range arrived {
		if applied > 0 {
			after++
		}
		if r.Applied {
			applied++
		}
		answered = answered || r.RequestId == v.requestID && r.Applied == (v.knows == carriedOut)
	}
	if !answered {
		return "request ID " + v.requestID + " is not of this call"
	}
	known, _ := action.Lookup(v.action)
	if known.Class != action.Once {
		return ""
	}
	switch {
	case applied > 1:
		twice.add(v.action, 1)
		return fmt.Sprintf("was applied %d times", applied)
	case after > 0:
		return "was repeated after it had been applied"
	case v.knows == carriedOut && applied == 0:
		return "was not applied"
	case v.knows == notCarriedOut && applied > 0:
		return "was applied although the caller was told no: " + v.outcome
	}
	return ""
}
