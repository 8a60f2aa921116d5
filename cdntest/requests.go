package cdntest

import (
	"maps"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/alicdn/alicdn-go/internal/secret"
	"github.com/alicdn/alicdn-go/types"
)

// Request is one request that arrived at the server.
type Request struct {
	Action string
	Method string // GET or POST

	// Params are all parameters, of the query and of the form. Secrets are
	// masked as "***": SecurityToken, Signature, PrivateKey, and Functions
	// that set the keys of URL authentication.
	Params url.Values

	// Time is when the request arrived, by the server's clock.
	Time time.Time

	// RequestId is the ID under which it was answered.
	RequestId string

	// Status is the HTTP status of the answer, 0 while there is none or when
	// the connection was broken instead.
	Status int

	// Code is the error code of the answer, "" without an error or when the
	// answer is no error body.
	Code types.ErrorCode

	// Applied says whether the call was carried out, even if the answer was lost.
	Applied bool
}

// recorder keeps what arrived, in order of arrival.
type recorder struct {
	mu       sync.Mutex
	requests []Request
	applied  map[string]int
}

// arrived notes a request and returns the number by which answered knows it.
func (r *recorder) arrived(a arrival, requestID string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.requests = append(r.requests, Request{
		Action:    a.action,
		Method:    a.method,
		Params:    secret.MaskParams(a.params),
		Time:      a.now,
		RequestId: requestID,
	})
	return len(r.requests) - 1
}

// answered notes the reply to the request of that number.
func (r *recorder) answered(number int, rep *reply) {
	r.mu.Lock()
	defer r.mu.Unlock()
	request := &r.requests[number]
	request.Code, request.Applied = rep.code, rep.applied
	if !rep.lost {
		request.Status = rep.status
	}
	if rep.applied {
		r.applied[request.Action]++
	}
}

// Requests returns what has arrived so far, in order of arrival, the refused
// requests included. The caller may keep and change the result.
func (s *Server) Requests() []Request {
	s.recorder.mu.Lock()
	defer s.recorder.mu.Unlock()
	requests := slices.Clone(s.recorder.requests)
	for i := range requests {
		requests[i].Params = maps.Clone(requests[i].Params)
	}
	return requests
}

// Applied returns how many calls of an action the server has carried out. A
// call whose answer was lost on the way counts, one that was refused does not:
// so a client that repeats a write without knowing better is found out.
func (s *Server) Applied(action string) int {
	s.recorder.mu.Lock()
	defer s.recorder.mu.Unlock()
	return s.recorder.applied[action]
}
