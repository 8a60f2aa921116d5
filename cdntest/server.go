package cdntest

import (
	"context"
	"errors"
	"io"
	"maps"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// Server is a CDN endpoint with state. Make one with NewServer. All methods are
// safe for concurrent use; the fields are to be read only.
type Server struct {
	// URL is the endpoint, http://127.0.0.1:port, for alicdn.WithEndpoint.
	URL string

	// AccessKeyId and AccessKeySecret are the access key that the server
	// accepts, SecurityToken the first of its tokens, if it has any.
	AccessKeyId     string
	AccessKeySecret string
	SecurityToken   string

	state   *state
	gate    *gate
	script  *script
	weather *weather

	todaysNames bool

	recorder *recorder

	listening *listening // nil: without a socket
}

// NewServer starts a server on a free port of the loopback interface. Close it
// after use. It panics where it cannot start, as httptest.NewServer does, and
// on options that make no sense.
func NewServer(opts ...Option) *Server {
	set := defaultSettings()
	for _, opt := range opts {
		opt(&set)
	}
	s := &Server{
		URL:             "http://127.0.0.1",
		AccessKeyId:     set.credentials.id,
		AccessKeySecret: set.credentials.secret,
		state:           newState(set),
		todaysNames:     set.todaysNames,
		gate:            &gate{credentials: set.credentials, nonces: make(map[string]time.Time)},
		script:          &script{answers: make(map[string][]Answer)},
		weather:         newWeather(set.faults, set.seed),
		recorder:        &recorder{applied: make(map[string]int)},
	}
	if tokens := set.credentials.tokens; len(tokens) > 0 {
		s.SecurityToken = tokens[0].text
	}
	if !set.withoutSocket && !inBubble(time.Now()) {
		s.listening = listen()
		s.URL += s.listening.port
	}
	s.state.host = strings.TrimPrefix(s.URL, "http://")
	if s.listening != nil {
		s.listening.serve(http.HandlerFunc(s.serveHTTP))
	}
	return s
}

// inBubble reports whether now is the fake time of a testing/synctest bubble.
// That begins with the year 2000, and no real clock is as far behind as the ten
// years that it is given here.
func inBubble(now time.Time) bool {
	year := now.UTC().Year()
	return 2000 <= year && year < 2010
}

// Close stops the server. Calls on their way are cut off. Transport keeps
// working.
func (s *Server) Close() {
	if s.listening != nil {
		s.listening.close()
	}
}

// Client returns a client of this server with its access key, and without a
// limiter, since the server has no rates. The options are applied after those
// that make it one. It panics if alicdn.New does not accept the options.
func (s *Server) Client(opts ...alicdn.Option) *alicdn.Client {
	own := []alicdn.Option{alicdn.WithEndpoint(s.URL), alicdn.WithoutLimiter()}
	if s.listening == nil {
		own = append(own, alicdn.WithHTTPClient(&http.Client{Transport: s.Transport()}))
	}
	creds := alicdn.StaticCredentials(s.AccessKeyId, s.AccessKeySecret, s.SecurityToken)
	client, err := alicdn.New(creds, append(own, opts...)...)
	if err != nil {
		panic("cdntest: " + err.Error())
	}
	return client
}

// Script puts answers in store for an action: its next calls get them, in this
// order, and the calls after those are answered as usual. Only calls that pass
// the checks of signature, timestamp and nonce use an answer up. The action may
// be one that the server does not know, or Download.
func (s *Server) Script(action string, answers ...Answer) {
	s.script.add(action, answers)
}

// handle takes a request from the wire to its reply. An error means that the
// caller has gone before it got one.
func (s *Server) handle(ctx context.Context, r *http.Request) (*reply, error) {
	if isDownload(r) {
		rep, err := s.download(ctx, r)
		if err == nil {
			rep.seal(s.state.clock(), r.Method)
		}
		return rep, err
	}
	in, no := readArrival(r, s.state.clock())
	requestID := s.state.newRequestID()
	request := s.recorder.arrived(in, requestID)

	answer := Answer{}
	if no == nil {
		no = s.gate.verify(in)
	}
	if no == nil {
		answer = s.choose(in.action)
		if err := sleep(ctx, answer.delay); err != nil {
			return nil, err
		}
	}
	rep := s.carryOut(answer, no, in, requestID)
	rep.header.Set("X-Acs-Request-Id", requestID)
	rep.seal(s.state.clock(), in.method)
	s.recorder.answered(request, rep)
	return rep, nil
}

// choose takes the scripted answer, or draws one of the faults.
func (s *Server) choose(action string) Answer {
	if answer, scripted := s.script.next(action); scripted {
		return answer
	}
	return s.weather.next()
}

// carryOut makes the reply to a request that may have been refused already.
func (s *Server) carryOut(answer Answer, no *fault, in arrival, requestID string) *reply {
	var rep *reply
	switch {
	case no != nil:
		rep = failure(no, in.wantsJSON(), requestID)
	case answer.refusal != nil:
		rep = failure(answer.refusal.fault(in.action), in.wantsJSON(), requestID)
	case answer.instead:
		rep = newReply(answer.status, answer.contentType, []byte(answer.body))
	default:
		rep = s.apply(in, requestID)
	}
	rep.shape(answer)
	return rep
}

// apply carries the call out on the state.
func (s *Server) apply(in arrival, requestID string) *reply {
	if _, known := actions[in.action]; !known {
		return failure(documentedFault(in.action, types.InvalidActionNotFound), in.wantsJSON(), requestID)
	}
	if !in.wantsJSON() {
		no := fail(http.StatusBadRequest, types.UnsupportedOperation, "Results in XML are not supported here, ask for Format JSON.")
		return failure(no, false, requestID)
	}
	c, no := newCall(in.action, in.params, s.state.clock(), requestID)
	if no == nil {
		var result object
		if result, no = s.state.do(c); no == nil {
			if s.todaysNames {
				rename(in.action, result)
			}
			return success(result, requestID)
		}
	}
	return failure(no, true, requestID)
}

// serveHTTP answers over a real connection.
func (s *Server) serveHTTP(w http.ResponseWriter, r *http.Request) {
	rep, err := s.handle(r.Context(), r)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	if rep.lost {
		breakConnection(w)
		return
	}
	maps.Copy(w.Header(), rep.header)
	w.WriteHeader(rep.status)
	if err := send(w, rep.reader(r.Context())); err != nil {
		panic(http.ErrAbortHandler) // closes the connection before the body is whole
	}
}

// send copies the body, each piece as soon as it is there.
func send(w http.ResponseWriter, body io.Reader) error {
	control := http.NewResponseController(w)
	buffer := make([]byte, 32<<10)
	for {
		if err := control.Flush(); err != nil {
			return err
		}
		n, err := body.Read(buffer)
		if n > 0 {
			if _, werr := w.Write(buffer[:n]); werr != nil {
				return werr
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return errors.Join(err, control.Flush())
		}
	}
}

// breakConnection makes the peer see "connection reset by peer".
func breakConnection(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0) // without it, closing would end the connection in order
	}
	_ = conn.Close()
}

// listening is the part of a server that has a socket.
type listening struct {
	listener net.Listener
	port     string // with its colon
	server   *http.Server
	cancel   context.CancelFunc
	served   chan struct{}
}

func listen() *listening {
	ctx, cancel := context.WithCancel(context.Background())
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		cancel()
		panic("cdntest: " + err.Error())
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	return &listening{
		listener: listener,
		port:     ":" + port,
		server: &http.Server{
			BaseContext:       func(net.Listener) context.Context { return ctx },
			ReadHeaderTimeout: 10 * time.Second,
		},
		cancel: cancel,
		served: make(chan struct{}),
	}
}

func (l *listening) serve(handler http.Handler) {
	l.server.Handler = handler
	go func() {
		defer close(l.served)
		_ = l.server.Serve(l.listener) // always ends with http.ErrServerClosed
	}()
}

func (l *listening) close() {
	l.cancel()
	_ = l.server.Close()
	<-l.served
}
