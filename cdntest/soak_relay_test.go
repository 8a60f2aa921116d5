package cdntest_test

import (
	"context"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

// relay passes connections on to a server, byte by byte, and counts them.
type relay struct {
	listener net.Listener
	target   string
	done     sync.WaitGroup

	mu                        sync.Mutex
	opened, most, ended, open int
}

// newRelay starts a relay on a free port of the loopback interface.
func newRelay(t *testing.T, target string) *relay {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	r := &relay{listener: listener, target: target}
	r.done.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			r.count(1)
			r.done.Go(func() {
				defer r.count(-1)
				r.pass(conn.(*net.TCPConn))
			})
		}
	})
	return r
}

func (r *relay) url() string { return "http://" + r.listener.Addr().String() }

// close ends the relay when all connections have ended.
func (r *relay) close() {
	_ = r.listener.Close()
	r.done.Wait()
}

func (r *relay) count(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.opened += max(0, n)
	r.open += n
	r.most = max(r.most, r.open)
}

// counts returns how many connections there were in all, at most at a time and
// ended by the server, and how many there are now.
func (r *relay) counts() (opened, most, ended, open int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.opened, r.most, r.ended, r.open
}

// pass passes a connection on until both sides have closed it: an end or a
// reset on one side becomes the same on the other.
func (r *relay) pass(client *net.TCPConn) {
	defer client.Close()
	var dialer net.Dialer
	conn, err := dialer.DialContext(context.Background(), "tcp", r.target)
	if err != nil {
		return
	}
	server := conn.(*net.TCPConn)
	defer server.Close()
	var wg sync.WaitGroup
	var clientEnded atomic.Bool
	wg.Go(func() {
		pipe(server, client, func() { clientEnded.Store(true) })
	})
	pipe(client, server, func() {
		if !clientEnded.Load() {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.ended++
		}
	})
	wg.Wait()
}

// pipe copies one direction of a connection.
func pipe(to, from *net.TCPConn, ended func()) {
	_, err := io.Copy(to, from)
	ended()
	if err == nil {
		_ = to.CloseWrite()
		return
	}
	_ = to.SetLinger(0) // a reset
	_ = to.Close()
}
