package cdntest

import (
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// Answer says how the server answers one call. The zero Answer is the ordinary
// one: the server carries the call out and says what came of it. Make others
// with the functions below, such as Fail, Status or ResetAfter, and combine
// them with After and WithHeader.
type Answer struct {
	instead bool // answer with what follows, without carrying the call out

	status      int
	contentType string
	body        string
	refusal     *refusal

	header http.Header
	delay  time.Duration // before anything happens
	spread time.Duration // that the body takes
	cut    bool          // half of the body arrives
	lost   bool          // nothing arrives, the connection breaks
}

type refusal struct {
	code    types.ErrorCode
	status  int // 0: status and message as documented
	message string
}

// fault is the refusal of a call of the action.
func (r *refusal) fault(action string) *fault {
	if r.status != 0 {
		return fail(r.status, r.code, r.message)
	}
	return documentedFault(action, r.code)
}

// Pass answers as if nothing had been scripted: the call is carried out.
func Pass() Answer { return Answer{} }

// Fail refuses the call with an error code, with the HTTP status and message
// that are documented for it. The call is not carried out.
func Fail(code types.ErrorCode) Answer {
	return Answer{instead: true, refusal: &refusal{code: code}}
}

// FailAs refuses the call with an error code under an HTTP status and with a
// message of your choice. The call is not carried out. It panics on a status
// that is none of an answer, which are 200 to 999.
func FailAs(status int, code types.ErrorCode, message string) Answer {
	mustBeStatus("FailAs", status)
	return Answer{instead: true, refusal: &refusal{code: code, status: status, message: message}}
}

// Throttle refuses the call with Throttling.User. For N refusals see Times.
func Throttle() Answer { return Fail(types.ThrottlingUser) }

// ServiceBusy refuses the call as the service does while the domain is being
// configured: with 403. For N refusals see Times.
func ServiceBusy() Answer { return Fail(types.ServiceBusy) }

// InternalError refuses the call with a 500 that has an error body.
func InternalError() Answer { return Fail(types.InternalError) }

// Unavailable answers with a 503 that has no body, and does not carry the call
// out.
func Unavailable() Answer { return Status(http.StatusServiceUnavailable, "", "") }

// Status answers with exactly this, such as the error page of a gateway, and
// does not carry the call out. It panics on a status that is none of an answer,
// which are 200 to 999.
func Status(status int, contentType, body string) Answer {
	mustBeStatus("Status", status)
	return Answer{instead: true, status: status, contentType: contentType, body: body}
}

// mustBeStatus panics where net/http would later, far from the mistake.
func mustBeStatus(function string, status int) {
	if status < http.StatusOK || status > 999 {
		panic("cdntest: " + function + ": " + strconv.Itoa(status) + " is no HTTP status of an answer")
	}
}

// JSON answers with status 200 and this body, whatever it is, and does not
// carry the call out.
func JSON(body string) Answer { return Status(http.StatusOK, contentTypeJSON, body) }

// BadGateway answers with a 502 that has an HTML page as its body, and does not
// carry the call out.
func BadGateway() Answer {
	return Status(http.StatusBadGateway, "text/html; charset=utf-8", badGatewayPage)
}

const badGatewayPage = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>tengine</center></body>
</html>
`

// Reset breaks the connection instead of answering. The call is not carried out.
func Reset() Answer { return Answer{instead: true, lost: true} }

// ResetAfter carries the call out, then breaks the connection instead of
// answering: the answer is lost, the effect is not.
func ResetAfter() Answer { return Answer{lost: true} }

// Truncate carries the call out, then breaks the connection in the middle of
// the answer's body.
func Truncate() Answer { return Answer{cut: true} }

// Latency carries the call out d later.
func Latency(d time.Duration) Answer { return Pass().After(d) }

// SlowBody carries the call out and sends the headers of its answer at once,
// but takes d for the body.
func SlowBody(d time.Duration) Answer { return Answer{spread: d} }

// After returns the same answer, given d later.
func (a Answer) After(d time.Duration) Answer {
	a.delay = d
	return a
}

// WithHeader returns the same answer with a header added, such as Retry-After.
func (a Answer) WithHeader(name, value string) Answer {
	a.header = a.header.Clone()
	if a.header == nil {
		a.header = make(http.Header)
	}
	a.header.Add(name, value)
	return a
}

// Times returns an answer n times, for use with Server.Script.
func Times(n int, a Answer) []Answer { return slices.Repeat([]Answer{a}, n) }

// script holds the answers in store for each action.
type script struct {
	mu      sync.Mutex
	answers map[string][]Answer
}

func (s *script) add(action string, answers []Answer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answers[action] = append(s.answers[action], answers...)
}

// next takes the next answer in store for the action.
func (s *script) next(action string) (Answer, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	queue := s.answers[action]
	if len(queue) == 0 {
		return Answer{}, false
	}
	s.answers[action] = queue[1:]
	return queue[0], true
}
