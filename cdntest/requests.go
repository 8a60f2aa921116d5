package cdntest

import (
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
	requests []*Request
	applied  map[string]int
}

// arrived notes a request, which answered then completes.
func (r *recorder) arrived(a arrival, requestID string) *Request {
	request := &Request{
		Action:    a.action,
		Method:    a.method,
		Params:    secret.MaskParams(a.params),
		Time:      a.now,
		RequestId: requestID,
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.requests = append(r.requests, request)
	return request
}

// answered notes the reply to a request.
func (r *recorder) answered(request *Request, rep *reply) {
	r.mu.Lock()
	defer r.mu.Unlock()
	request.Code, request.Applied = rep.code, rep.applied
	if !rep.lost {
		request.Status = rep.status
	}
	if rep.applied {
		r.applied[request.Action]++
	}
}

// Requests returns what has arrived so far, or since ResetRequests, in order of
// arrival, the refused requests included. The caller may keep and change the
// result.
func (s *Server) Requests() []Request {
	s.recorder.mu.Lock()
	defer s.recorder.mu.Unlock()
	requests := make([]Request, len(s.recorder.requests))
	for i, request := range s.recorder.requests {
		requests[i] = *request
		requests[i].Params = make(url.Values, len(request.Params))
		for name, values := range request.Params {
			requests[i].Params[name] = slices.Clone(values)
		}
	}
	return requests
}

// ResetRequests makes Requests begin anew. The server keeps every request that
// arrives, so a test that makes very many calls now and then has to let go of
// them. Applied goes on counting.
func (s *Server) ResetRequests() {
	s.recorder.mu.Lock()
	defer s.recorder.mu.Unlock()
	s.recorder.requests = nil
}

// Applied returns how many calls of an action the server has carried out. A
// call whose answer was lost on the way counts, one that was refused does not:
// so a client that repeats a write without knowing better is found out.
func (s *Server) Applied(action string) int {
	s.recorder.mu.Lock()
	defer s.recorder.mu.Unlock()
	return s.recorder.applied[action]
}
