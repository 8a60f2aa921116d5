package alicdn

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Types and flags of the frames of HTTP/2.
const (
	frameData      = 0
	frameHeaders   = 1
	frameRstStream = 3
	frameSettings  = 4
	frameGoAway    = 7

	flagEndStream = 1
	flagAck       = 1
)

// frameServer speaks HTTP/2, frame by frame, as far as it takes to have an end
// of each request.
type frameServer struct {
	listener net.Listener
	end      func(conn *frameConn, stream uint32) // of a request that has been read

	done     sync.WaitGroup
	mu       sync.Mutex
	conns    []net.Conn
	requests int
	forms    []string
}

// frameConn is a connection of a frameServer.
type frameConn struct{ net.Conn }

// serveFrames returns a server and a client of it.
func serveFrames(t *testing.T, end func(conn *frameConn, stream uint32), opts ...Option) (*frameServer, *Client) {
	t.Helper()
	certificate := certificateOf(t, "localhost", time.Now().Add(-time.Hour), time.Now().Add(time.Hour))
	listener, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{certificate}, NextProtos: []string{"h2"}})
	require.NoError(t, err)
	s := &frameServer{listener: listener, end: end}
	s.done.Go(s.accept)
	t.Cleanup(s.close)

	roots := x509.NewCertPool()
	roots.AddCert(certificate.Leaf)
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}, ForceAttemptHTTP2: true}
	_, port, err := net.SplitHostPort(listener.Addr().String())
	require.NoError(t, err)
	return s, clientOf(t, "https://localhost:"+port, append(opts, WithHTTPClient(&http.Client{Transport: transport}))...)
}

func (s *frameServer) accept() {
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			return
		}
		s.mu.Lock()
		s.conns = append(s.conns, conn)
		s.mu.Unlock()
		s.done.Go(func() {
			defer conn.Close()
			s.serve(&frameConn{conn})
		})
	}
}

func (s *frameServer) close() {
	s.listener.Close()
	s.mu.Lock()
	for _, conn := range s.conns {
		conn.Close()
	}
	s.mu.Unlock()
	s.done.Wait()
}

func (s *frameServer) serve(c *frameConn) {
	if _, err := io.CopyN(io.Discard, c, int64(len("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"))); err != nil {
		return
	}
	c.frame(frameSettings, 0, 0)
	for {
		var head [9]byte
		if _, err := io.ReadFull(c, head[:]); err != nil {
			return
		}
		kind, flags, stream := head[3], head[4], binary.BigEndian.Uint32(head[5:])
		payload := make([]byte, int(head[0])<<16|int(head[1])<<8|int(head[2]))
		if _, err := io.ReadFull(c, payload); err != nil {
			return
		}
		if kind == frameSettings && flags&flagAck == 0 {
			c.frame(frameSettings, flagAck, 0)
		}
		if (kind == frameData || kind == frameHeaders) && flags&flagEndStream != 0 {
			s.mu.Lock()
			s.requests++
			if len(payload) > 0 {
				s.forms = append(s.forms, string(payload))
			}
			s.mu.Unlock()
			s.end(c, stream)
		}
	}
}

// frame writes a frame whose payload is numbers.
func (c *frameConn) frame(kind, flags byte, stream uint32, numbers ...uint32) {
	frame := []byte{0, 0, byte(4 * len(numbers)), kind, flags}
	for _, n := range append([]uint32{stream}, numbers...) {
		frame = binary.BigEndian.AppendUint32(frame, n)
	}
	_, _ = c.Write(frame)
}

// Over HTTP/2 a service can refuse to process a request. The client repeats it,
// signed anew, as often as any other; net/http would go on and on with the same
// nonce. What may have been processed is not repeated if it must not be.
func TestRefusedOverHTTP2(t *testing.T) {
	t.Parallel()
	const noError, protocolError, internalError, refusedStream = 0, 1, 2, 7
	reset := func(code uint32) func(*frameConn, uint32) {
		return func(c *frameConn, stream uint32) { c.frame(frameRstStream, 0, stream, code) }
	}
	tests := map[string]struct {
		end         func(c *frameConn, stream uint32)
		unprocessed bool
	}{
		"shuts down before it":           {func(c *frameConn, _ uint32) { c.frame(frameGoAway, 0, 0, 0, noError) }, true},
		"shuts down before it and goes":  {func(c *frameConn, _ uint32) { c.frame(frameGoAway, 0, 0, 0, noError); c.Close() }, true},
		"shuts down behind it, and goes": {func(c *frameConn, stream uint32) { c.frame(frameGoAway, 0, 0, stream, noError); c.Close() }, false},
		"goes":                           {func(c *frameConn, _ uint32) { c.Close() }, false},
		"refuses it":                     {reset(refusedStream), true},
		"calls it wrong":                 {reset(protocolError), false},
		"fails":                          {reset(internalError), false},
	}
	for name, test := range tests {
		for _, action := range []string{"AddCdnDomain", "RefreshObjectCaches", "DescribeCdnService"} {
			t.Run(name+", "+action, func(t *testing.T) {
				t.Parallel()
				attempts, counting := attemptsOf()
				server, c := serveFrames(t, test.end, counting)
				err := c.Do(t.Context(), action, nil, nil)
				require.ErrorContains(t, err, "alicdn: "+action+": ")
				want := 1
				if test.unprocessed || action == "DescribeCdnService" {
					want = 3
				}
				assert.Equal(t, want, *attempts, err)
				server.mu.Lock()
				defer server.mu.Unlock()
				assert.Equal(t, want, server.requests, "no more than the client has sent")
				slices.Sort(server.forms)
				assert.Equal(t, server.forms, slices.Compact(slices.Clone(server.forms)), "each signed anew")
			})
		}
	}
}

// lateReader is a transport that fails, and that reads of a body before and
// after.
type lateReader struct {
	before int
	later  chan struct{}
	after  chan error
}

func (l *lateReader) RoundTrip(r *http.Request) (*http.Response, error) {
	_, _ = io.ReadFull(r.Body, make([]byte, l.before))
	go func() {
		<-l.later
		_, err := r.Body.Read(make([]byte, 1))
		l.after <- err
	}()
	return nil, errors.New("broken")
}

// A form of which nothing was read was not sent. It cannot be read any more once
// that has been concluded.
func TestFormThatWasNotSent(t *testing.T) {
	t.Parallel()
	for before, want := range map[int]int{0: 3, 1: 1, 50: 1} {
		attempts, counting := attemptsOf()
		transport := &lateReader{before, make(chan struct{}), make(chan error)}
		c := clientOf(t, testEndpoint, WithHTTPClient(&http.Client{Transport: transport}), counting)
		require.ErrorContains(t, c.Do(t.Context(), "RefreshObjectCaches", nil, nil), "alicdn: RefreshObjectCaches: send: broken")
		assert.Equal(t, want, *attempts, "after %d bytes", before)
		close(transport.later)
		for range want {
			err := <-transport.after
			if before == 0 {
				require.EqualError(t, err, "request is withdrawn")
			} else {
				require.NoError(t, err)
			}
		}
	}
}
