package alicdn

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/wire"
	"github.com/alicdn/alicdn-go/types"
)

// rawServer speaks whatever a test has it speak on the connections that it
// accepts, and keeps the nonces of the requests that it reads.
type rawServer struct {
	t        *testing.T
	listener net.Listener
	serve    func(conn *rawConn)
	done     sync.WaitGroup

	mu       sync.Mutex
	conns    []net.Conn
	requests []url.Values
}

// rawConn is a connection of a rawServer.
type rawConn struct {
	net.Conn

	server *rawServer
	in     *bufio.Reader
	number int // of the connection, from 1
}

func serveRaw(t *testing.T, serve func(conn *rawConn)) *rawServer {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	s := &rawServer{t: t, listener: listener, serve: serve}
	s.done.Go(s.accept)
	t.Cleanup(s.close)
	return s
}

func (s *rawServer) accept() {
	for number := 1; ; number++ {
		conn, err := s.listener.Accept()
		if err != nil {
			return
		}
		s.mu.Lock()
		s.conns = append(s.conns, conn)
		s.mu.Unlock()
		s.done.Go(func() {
			defer conn.Close()
			s.serve(&rawConn{Conn: conn, server: s, in: bufio.NewReader(conn), number: number})
		})
	}
}

func (s *rawServer) close() {
	s.listener.Close()
	s.mu.Lock()
	for _, conn := range s.conns {
		conn.Close()
	}
	s.mu.Unlock()
	s.done.Wait()
}

func (s *rawServer) url() string { return "http://" + s.listener.Addr().String() }

// sent returns how many requests were read, each of which must have a nonce of
// its own.
func (s *rawServer) sent() int {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	seen := map[string]bool{}
	for _, params := range s.requests {
		nonce := params.Get("SignatureNonce")
		assert.NotEmpty(s.t, nonce)
		assert.False(s.t, seen[nonce], "the nonce %s was sent twice", nonce)
		seen[nonce] = true
	}
	return len(s.requests)
}

// sentOf returns how many requests of that action were read.
func (s *rawServer) sentOf(action string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, params := range s.requests {
		if params.Get("Action") == action {
			n++
		}
	}
	return n
}

// request reads a request with its body and reports whether there was one.
func (c *rawConn) request() bool {
	r, err := http.ReadRequest(c.in)
	if err != nil || r.ParseForm() != nil {
		return false
	}
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.server.requests = append(c.server.requests, r.Form)
	return true
}

func (c *rawConn) write(text string) bool {
	_, err := io.WriteString(c, text)
	return err == nil
}

// end closes the connection in good order.
func (c *rawConn) end() { c.Close() }

// reset closes the connection as one does that has crashed.
func (c *rawConn) reset() {
	if tcp, ok := c.Conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	c.Close()
}

// untilClosed waits until the client has closed the connection.
func (c *rawConn) untilClosed() { _, _ = io.Copy(io.Discard, c.in) }

// answerEach answers the first request of each connection with the same text and
// closes the connection.
func answerEach(text string) func(*rawConn) {
	return func(c *rawConn) {
		if c.request() {
			c.write(text)
		}
	}
}

const (
	goodBody   = `{"RequestId":"R-1","InternetChargeType":"PayByTraffic"}`
	goodStart  = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
	badGateway = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"
)

var (
	withLength = goodStart + "Content-Length: " + strconv.Itoa(len(goodBody)) + "\r\n\r\n" + goodBody
	inChunks   = goodStart + "Transfer-Encoding: chunked\r\n\r\n5\r\n" + goodBody[:5] + "\r\n" +
		strconv.FormatInt(int64(len(goodBody)-5), 16) + "\r\n" + goodBody[5:] + "\r\n0\r\n\r\n"
	untilTheEnd = goodStart + "Connection: close\r\n\r\n" + goodBody
)

// clientOf returns a client of a server, with connections of its own and
// without waits.
func clientOf(t *testing.T, endpoint string, opts ...Option) *Client {
	t.Helper()
	c, err := New(StaticCredentials("testid", "testsecret", ""),
		append([]Option{WithEndpoint(endpoint), WithLimiter(freely{}), WithRetry(RetryPolicy{BaseDelay: 1, MaxDelay: 1})}, opts...)...)
	require.NoError(t, err)
	t.Cleanup(c.http.CloseIdleConnections)
	return c
}

// attemptsOf counts the attempts of the calls of a client, which must be made
// one after the other.
func attemptsOf() (*int, Option) {
	attempts := new(int)
	return attempts, WithAttemptHook(func(context.Context, Attempt) { *attempts++ })
}

// requireNamed requires an error that names the action and holds no signature.
func requireNamed(t *testing.T, err error) {
	t.Helper()
	require.Error(t, err)
	assert.Contains(t, err.Error(), "alicdn: Describe")
	assert.NotContains(t, err.Error(), "Signature")
	assert.NotContains(t, err.Error(), "testsecret")
}

// A body beyond the bound is not read, whichever way it comes, and not asked
// for again.
func TestEndlessBodies(t *testing.T) {
	t.Parallel()
	const most = 4 * wire.MaxBody // with what buffers on the way may hold
	filler := strings.Repeat("x", 1<<16)
	tests := map[string]struct{ start, block string }{
		"in chunks":    {goodStart + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\n{\r\n", "10000\r\n" + filler + "\r\n"},
		"with length":  {goodStart + "Content-Length: 1099511627776\r\n\r\n", filler},
		"of a failure": {"HTTP/1.1 403 Forbidden\r\n\r\n", filler},
	}
	for name, test := range tests { // one after the other, for the sake of memory
		var written atomic.Int64
		server := serveRaw(t, func(c *rawConn) {
			if !c.request() {
				return
			}
			c.write(test.start)
			for c.write(test.block) {
				written.Add(int64(len(test.block)))
			}
		})
		var raw RawResponse
		_, err := clientOf(t, server.url()).DescribeCdnService(t.Context(), nil, WithRawResponse(&raw))
		requireNamed(t, err)
		if raw.StatusCode == http.StatusOK {
			require.ErrorIs(t, err, wire.ErrTooLarge, name)
		}
		assert.Len(t, raw.Body, wire.MaxBody, name)
		assert.Equal(t, 1, server.sent(), name)
		server.close()
		assert.Less(t, written.Load(), int64(most), name)
	}
}

// zerosInGzip returns 1 GiB of zeros, in one MiB.
var zerosInGzip = sync.OnceValue(func() []byte {
	const part, parts = 4 << 20, 256
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(make([]byte, part)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return bytes.Repeat(packed.Bytes(), parts)
})

func TestGzipBomb(t *testing.T) {
	t.Parallel()
	bomb := zerosInGzip()
	require.Less(t, len(bomb), 2<<20)
	server := serveRaw(t, answerEach(goodStart+"Content-Encoding: gzip\r\nContent-Length: "+strconv.Itoa(len(bomb))+"\r\n\r\n"+string(bomb)))
	var raw RawResponse
	_, err := clientOf(t, server.url()).DescribeCdnService(t.Context(), nil, WithRawResponse(&raw))
	require.ErrorIs(t, err, wire.ErrTooLarge)
	assert.Len(t, raw.Body, wire.MaxBody)
	assert.Equal(t, 1, server.sent())
}

// What is not unpacked by net/http is not unpacked at all.
func TestOtherEncodings(t *testing.T) {
	t.Parallel()
	bomb := zerosInGzip()
	for _, encoding := range []string{"br", "deflate", "gzip, gzip", "zstd"} {
		server := serveRaw(t, answerEach(goodStart+"Content-Encoding: "+encoding+"\r\nContent-Length: "+strconv.Itoa(len(bomb))+"\r\n\r\n"+string(bomb)))
		_, err := clientOf(t, server.url()).DescribeCdnService(t.Context(), nil)
		var unread *DecodeError
		require.ErrorAs(t, err, &unread, encoding)
		assert.Len(t, unread.Body, len(bomb))
	}
}

// Headers without an end, and preliminary answers without one.
func TestEndlessHeaders(t *testing.T) {
	t.Parallel()
	const most = 64 << 20
	filler := strings.Repeat("x", 1<<12)
	tests := map[string]struct{ start, block string }{
		"headers":        {goodStart, "X-Filler: " + filler + "\r\n"},
		"small headers":  {goodStart, strings.Repeat("X: y\r\n", 500)},
		"a header":       {goodStart + "X: ", filler},
		"a folded line":  {goodStart + "X: y\r\n", strings.Repeat(" z\r\n", 500)},
		"a status line":  {"HTTP/1.1 200 ", filler},
		"continue":       {"", "HTTP/1.1 100 Continue\r\n\r\n"},
		"early hints":    {"", "HTTP/1.1 103 Early Hints\r\nLink: <" + filler + ">\r\n\r\n"},
		"trailers":       {goodStart + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n", "X-Filler: " + filler + "\r\n"},
		"chunk header":   {goodStart + "Transfer-Encoding: chunked\r\n\r\n", filler},
		"chunk with ext": {goodStart + "Transfer-Encoding: chunked\r\n\r\n", "1;" + filler[:2000] + "\r\n{\r\n"},
		"zeros":          {"", strings.Repeat("\x00", 1<<12)},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var written atomic.Int64
			server := serveRaw(t, func(c *rawConn) {
				if !c.request() || !c.write(test.start) {
					return
				}
				for c.write(test.block) {
					written.Add(int64(len(test.block)))
				}
			})
			_, err := clientOf(t, server.url()).DescribeCdnService(t.Context(), nil, WithAttempts(1))
			requireNamed(t, err)
			assert.Equal(t, 1, server.sent())
			server.close()
			assert.Less(t, written.Load(), int64(most))
		})
	}
}

// An answer that comes too slowly ends with the attempt's time, and is asked
// for again only where that does no harm.
func TestSlowAnswers(t *testing.T) {
	t.Parallel()
	const timeout = 50 * time.Millisecond
	tests := map[string]struct{ atOnce, slowly string }{
		"nothing":               {"", ""},
		"the status line":       {"", "HTTP/1.1 200 OK"},
		"a header":              {goodStart, "X-Slow: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"},
		"a body with length":    {goodStart + "Content-Length: 100000\r\n\r\n", `{"RequestId":"`},
		"a body in chunks":      {goodStart + "Transfer-Encoding: chunked\r\n\r\nfff\r\n", `{"RequestId":"`},
		"a body until the end":  {goodStart + "Connection: close\r\n\r\n", `{"RequestId":"`},
		"all but the last byte": {strings.TrimSuffix(withLength, "}"), ""},
		"all but the end":       {strings.TrimSuffix(inChunks, "0\r\n\r\n"), ""},
		"preliminary answers":   {"HTTP/1.1 102 Processing\r\n\r\n", "HTTP/1.1 102 Processing\r\n\r\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := serveRaw(t, func(c *rawConn) {
				if !c.request() || !c.write(test.atOnce) {
					return
				}
				for i := 0; test.slowly != ""; i++ {
					if !c.write(test.slowly[i%len(test.slowly):][:1]) {
						return
					}
					time.Sleep(10 * time.Millisecond)
				}
				c.untilClosed()
			})
			attempts, counting := attemptsOf()
			c := clientOf(t, server.url(), WithTimeout(timeout), counting)
			_, err := c.DescribeCdnService(t.Context(), nil)
			requireNamed(t, err)
			require.ErrorIs(t, err, context.DeadlineExceeded)
			require.NoError(t, t.Context().Err())
			assert.Equal(t, 3, *attempts, "a read is repeated")

			err = c.Do(t.Context(), "AddCdnDomain", nil, nil)
			require.ErrorIs(t, err, context.DeadlineExceeded)
			assert.LessOrEqual(t, server.sentOf("AddCdnDomain"), 1, "what adds something is not repeated once it was sent")
			assert.LessOrEqual(t, server.sent(), 4)
		})
	}
}

// A timeout of the caller's own HTTP client ends an attempt, too.
func TestTimeoutOfTheHTTPClient(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{"head": goodStart, "body": goodStart + "Content-Length: 99\r\n\r\n{"} {
		server := serveRaw(t, func(c *rawConn) {
			if c.request() && c.write(text) {
				c.untilClosed()
			}
		})
		attempts, counting := attemptsOf()
		c := clientOf(t, server.url(), WithHTTPClient(&http.Client{Timeout: 20 * time.Millisecond}), counting)
		_, err := c.DescribeCdnService(t.Context(), nil)
		requireNamed(t, err)
		require.ErrorIs(t, err, context.DeadlineExceeded, name)
		assert.Equal(t, 3, *attempts, "a read is repeated")
		require.NoError(t, t.Context().Err())
	}
}

// The caller's context ends a call that hangs, whatever the timeout.
func TestContextEndsASlowAnswer(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"nothing": "", "headers": goodStart, "body": goodStart + "Content-Length: 99\r\n\r\n{",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := serveRaw(t, func(c *rawConn) {
				if c.request() && c.write(text) {
					c.untilClosed()
				}
			})
			ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
			defer cancel()
			attempts, counting := attemptsOf()
			_, err := clientOf(t, server.url(), counting).DescribeCdnService(ctx, nil)
			requireNamed(t, err)
			require.ErrorIs(t, err, context.DeadlineExceeded)
			assert.Equal(t, 1, *attempts, "there is no time for another attempt")
		})
	}
}

// A server closes a connection that is in use for the second time after every
// byte of its answer. A read comes to the right answer all the same; what must
// not be repeated is sent once, and fails if its answer was not whole.
func TestConnectionClosedAtEveryByte(t *testing.T) {
	t.Parallel()
	for framing, text := range map[string]string{"with length": withLength, "in chunks": inChunks} {
		t.Run(framing, func(t *testing.T) {
			t.Parallel()
			cuts := 0
			for position := range len(text) + 1 {
				part := text[:position]
				whole := position == len(text)

				cut := closedAt(t, part, (*rawConn).end)
				resp, err := cut.client.DescribeCdnService(t.Context(), nil)
				require.NoError(t, err, "closed after %q", part)
				assert.Equal(t, &types.DescribeCdnServiceResponse{
					Meta: types.Meta{RequestId: "R-1"}, InternetChargeType: types.InternetChargeTypePayByTraffic,
				}, resp)
				repeats := map[bool]int{true: 1}[cut.happened.Load() && !whole]
				assert.Equal(t, 2+repeats, cut.server.sent(), "closed after %q", part)
				cuts += repeats

				cut = closedAt(t, part, (*rawConn).end)
				err = cut.client.Do(t.Context(), "AddCdnDomain", nil, nil)
				if cut.happened.Load() && !whole {
					require.ErrorContains(t, err, "alicdn: AddCdnDomain: ", "closed after %q", part)
				} else {
					require.NoError(t, err)
				}
				assert.Equal(t, 2, cut.server.sent())

				cut = closedAt(t, part, (*rawConn).reset) // what was written may be lost, too
				_, err = cut.client.DescribeCdnService(t.Context(), nil)
				require.NoError(t, err, "reset after %q", part)
				before := cut.server.sent()
				if err := cut.client.Do(t.Context(), "AddCdnDomain", nil, nil); err != nil {
					require.ErrorContains(t, err, "alicdn: AddCdnDomain: ")
				}
				assert.LessOrEqual(t, cut.server.sent(), before+1)
			}
			assert.Greater(t, cuts, len(text)/2)
		})
	}
}

// cutAnswer is a client with a connection that has been used once, and its
// server, which cuts the second answer on that connection off.
type cutAnswer struct {
	client   *Client
	server   *rawServer
	happened atomic.Bool
}

// closedAt returns a cutAnswer whose second answer is part alone.
func closedAt(t *testing.T, part string, closing func(*rawConn)) *cutAnswer {
	t.Helper()
	cut := &cutAnswer{}
	cut.server = serveRaw(t, func(c *rawConn) {
		for number := 1; c.request(); number++ {
			if c.number == 1 && number == 2 {
				cut.happened.Store(true)
				c.write(part)
				closing(c)
				return
			}
			c.write(withLength)
		}
	})
	cut.client = clientOf(t, cut.server.url())
	_, err := cut.client.DescribeCdnService(t.Context(), nil)
	require.NoError(t, err)
	return cut
}

// An answer that ends with its connection is cut off without anyone's notice;
// only its JSON shows it.
func TestAnswerUntilTheEndIsCutOff(t *testing.T) {
	t.Parallel()
	for position := range len(untilTheEnd) + 1 {
		server := serveRaw(t, answerEach(untilTheEnd[:position]))
		_, err := clientOf(t, server.url()).DescribeCdnService(t.Context(), nil)
		head := strings.Index(untilTheEnd, "\r\n\r\n") + len("\r\n\r\n")
		switch {
		case position == len(untilTheEnd):
			require.NoError(t, err)
			assert.Equal(t, 1, server.sent())
		case position >= head:
			require.ErrorAs(t, err, new(*DecodeError))
			assert.Equal(t, 1, server.sent())
		default:
			requireNamed(t, err)
			assert.Equal(t, 3, server.sent())
		}
		server.close()
	}
}

// A connection that was closed while nobody used it costs no call.
func TestConnectionClosedWhileIdle(t *testing.T) {
	t.Parallel()
	server := serveRaw(t, answerEach(withLength)) // says keep-alive, and closes
	c := clientOf(t, server.url())
	const calls = 50
	for range calls {
		_, err := c.DescribeCdnService(t.Context(), nil)
		require.NoError(t, err)
	}
	assert.Equal(t, calls, server.sent())
}

// No signed request reaches another host, whatever the answer says.
func TestRedirectsReachNobody(t *testing.T) {
	t.Parallel()
	var elsewhere atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { elsewhere.Add(1) }))
	defer other.Close()
	follows := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return nil }}
	for _, status := range []int{300, 301, 302, 303, 304, 305, 307, 308} {
		for _, location := range []string{other.URL, strings.TrimPrefix(other.URL, "http:") + "/?Action=Evil", "/", "?", "https://127.0.0.1:1/", "ftp://example.com", ""} {
			answer := fmt.Sprintf("HTTP/1.1 %d X\r\nLocation: %s\r\nRefresh: 0; url=%s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", status, location, other.URL)
			server := serveRaw(t, answerEach(answer))
			for _, opts := range [][]Option{nil, {WithHTTPClient(follows)}} {
				c := clientOf(t, server.url(), opts...)
				for i, action := range []string{"DescribeCdnService", "RefreshObjectCaches"} {
					err := c.Do(t.Context(), action, nil, nil)
					var failed *Error
					require.ErrorAs(t, err, &failed, "%d to %s", status, location)
					assert.Equal(t, status, failed.StatusCode)
					assert.Equal(t, 1, failed.Attempts, "call %d", i)
				}
			}
			assert.Equal(t, 4, server.sent())
			server.close()
		}
	}
	assert.Zero(t, elsewhere.Load())
}

// A Location that is no URL is as good as none: the answer is what counts.
func TestRedirectToNowhere(t *testing.T) {
	t.Parallel()
	for _, location := range []string{"http://[::1", "http://example.com:port/", "%zz", ":", "http://a b/", "/%"} {
		server := serveRaw(t, answerEach("HTTP/1.1 302 Found\r\nLocation: "+location+"\r\nContent-Length: 15\r\nConnection: close\r\n\r\n{\"Code\":\"Moved\"}"))
		_, err := clientOf(t, server.url()).DescribeCdnService(t.Context(), nil)
		var failed *Error
		require.ErrorAs(t, err, &failed, location)
		assert.Equal(t, http.StatusFound, failed.StatusCode)
		assert.Equal(t, "Moved", failed.Code)
		assert.Equal(t, 1, server.sent())
	}
}

// certificateOf returns a certificate for that host that signs itself.
func certificateOf(t *testing.T, host string, notBefore, notAfter time.Time) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: host}, DNSNames: []string{host},
		NotBefore: notBefore, NotAfter: notAfter, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	require.NoError(t, err)
	leaf, err := x509.ParseCertificate(der)
	require.NoError(t, err)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key, Leaf: leaf}
}

// A certificate that does not verify is said at once, and no request is sent.
func TestCertificateErrors(t *testing.T) {
	t.Parallel()
	now := time.Now()
	tests := map[string]struct {
		certificate tls.Certificate
		trusted     bool
		says        string
		is          func(error) bool
	}{
		"unknown authority": {
			certificateOf(t, "localhost", now.Add(-time.Hour), now.Add(time.Hour)), false, "certificate signed by unknown authority",
			func(err error) bool { return errors.As(err, new(x509.UnknownAuthorityError)) },
		},
		"another host": {
			certificateOf(t, "cdn.example.com", now.Add(-time.Hour), now.Add(time.Hour)), true, "certificate is valid for cdn.example.com, not localhost",
			func(err error) bool { return errors.As(err, new(x509.HostnameError)) },
		},
		"expired": {
			certificateOf(t, "localhost", now.Add(-2*time.Hour), now.Add(-time.Hour)), true, "certificate has expired",
			func(err error) bool { return errors.As(err, new(x509.CertificateInvalidError)) },
		},
		"of tomorrow": {
			certificateOf(t, "localhost", now.Add(24*time.Hour), now.Add(48*time.Hour)), true, "is not yet valid",
			func(err error) bool { return errors.As(err, new(x509.CertificateInvalidError)) },
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var requests atomic.Int32
			server := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { requests.Add(1) }))
			server.TLS = &tls.Config{Certificates: []tls.Certificate{test.certificate}}
			server.Config.ErrorLog = log.New(io.Discard, "", 0)
			server.StartTLS()
			defer server.Close()
			roots := x509.NewCertPool()
			if test.trusted {
				roots.AddCert(test.certificate.Leaf)
			}
			transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}, ForceAttemptHTTP2: true}
			defer transport.CloseIdleConnections()
			attempts, counting := attemptsOf()
			_, port, err := net.SplitHostPort(server.Listener.Addr().String())
			require.NoError(t, err)
			c := clientOf(t, "https://localhost:"+port, WithHTTPClient(&http.Client{Transport: transport}), counting)
			_, err = c.DescribeCdnService(t.Context(), nil)
			requireNamed(t, err)
			require.ErrorContains(t, err, test.says)
			assert.True(t, test.is(err))
			assert.Equal(t, 1, *attempts, "it is not tried again")
			assert.Zero(t, requests.Load())
		})
	}
}

// Two ends that do not speak the same protocol.
func TestWrongProtocol(t *testing.T) {
	t.Parallel()
	t.Run("HTTP where TLS is expected", func(t *testing.T) {
		t.Parallel()
		server := serveRaw(t, func(c *rawConn) { c.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n") })
		_, err := clientOf(t, strings.Replace(server.url(), "http:", "https:", 1)).DescribeCdnService(t.Context(), nil)
		requireNamed(t, err)
		require.ErrorContains(t, err, "server gave HTTP response to HTTPS client")
	})
	t.Run("TLS where HTTP is expected", func(t *testing.T) {
		t.Parallel()
		server := httptest.NewUnstartedServer(http.NotFoundHandler())
		server.Config.ErrorLog = log.New(io.Discard, "", 0)
		server.StartTLS()
		defer server.Close()
		_, err := clientOf(t, strings.Replace(server.URL, "https:", "http:", 1)).DescribeCdnService(t.Context(), nil)
		requireNamed(t, err)
	})
	t.Run("silence where TLS is expected", func(t *testing.T) {
		t.Parallel()
		server := serveRaw(t, (*rawConn).untilClosed)
		_, err := clientOf(t, strings.Replace(server.url(), "http:", "https:", 1), WithTimeout(50*time.Millisecond)).DescribeCdnService(t.Context(), nil)
		requireNamed(t, err)
		require.ErrorIs(t, err, context.DeadlineExceeded)
	})
}

// manyPaths is a request of several MiB.
func manyPaths() *types.RefreshObjectCachesRequest {
	paths := make([]string, 1000)
	for i := range paths {
		paths[i] = "http://example.com/" + strconv.Itoa(i) + strings.Repeat("x", 8<<10)
	}
	return &types.RefreshObjectCachesRequest{ObjectPath: paths}
}

// A server that answers before it has read the request's body.
func TestAnswerBeforeTheBody(t *testing.T) {
	t.Parallel()
	headersOnly := func(answer string, then func(*rawConn)) func(*rawConn) {
		return func(c *rawConn) {
			if _, err := http.ReadRequest(c.in); err == nil && c.write(answer) {
				then(c)
			}
		}
	}
	t.Run("and reads on", func(t *testing.T) {
		t.Parallel()
		server := serveRaw(t, headersOnly(withLength, (*rawConn).untilClosed))
		resp, err := clientOf(t, server.url()).RefreshObjectCaches(t.Context(), manyPaths())
		require.NoError(t, err)
		assert.Equal(t, "R-1", resp.RequestId)
	})
	t.Run("refuses and reads on", func(t *testing.T) {
		t.Parallel()
		server := serveRaw(t, headersOnly("HTTP/1.1 413 Too Large\r\nContent-Length: 19\r\n\r\n{\"Code\":\"TooLarge\"}", (*rawConn).untilClosed))
		_, err := clientOf(t, server.url()).RefreshObjectCaches(t.Context(), manyPaths())
		var failed *Error
		require.ErrorAs(t, err, &failed)
		assert.Equal(t, "TooLarge", failed.Code)
	})
	t.Run("and goes", func(t *testing.T) {
		t.Parallel()
		var connections atomic.Int32
		server := serveRaw(t, headersOnly("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n", func(c *rawConn) {
			connections.Add(1)
			c.reset()
		}))
		_, err := clientOf(t, server.url()).RefreshObjectCaches(t.Context(), manyPaths())
		require.ErrorContains(t, err, "alicdn: RefreshObjectCaches: ", "whether the answer or the loss of the connection was seen")
		assert.Equal(t, int32(1), connections.Load())
	})
	t.Run("reads nothing at all", func(t *testing.T) {
		t.Parallel()
		server := serveRaw(t, func(c *rawConn) {
			if c.write(badGateway) {
				c.untilClosed()
			}
		})
		_, err := clientOf(t, server.url()).RefreshObjectCaches(t.Context(), manyPaths())
		require.ErrorContains(t, err, "alicdn: RefreshObjectCaches: ")
	})
}

// What is no HTTP, or bad HTTP, is an error that names the action; none hangs,
// panics or passes for an answer.
func TestGarbageInPlaceOfAnAnswer(t *testing.T) {
	t.Parallel()
	length := "Content-Length: " + strconv.Itoa(len(goodBody)) + "\r\n"
	for _, text := range []string{
		"",
		"\r\n",
		"\x00",
		"\xff\xfe\xfd",
		"{}",
		goodBody,
		"<html></html>",
		"SSH-2.0-OpenSSH_9.9\r\n",
		"220 smtp.example.com ESMTP\r\n",
		"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
		"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
		"HTTP",
		"HTTP/1.1\r\n\r\n",
		"HTTP/1.1 \r\n\r\n",
		"HTTP/1.1 OK\r\n\r\n",
		"HTTP/1.1 20 OK\r\n\r\n",
		"HTTP/1.1 2000 OK\r\n\r\n",
		"HTTP/1.1 -20 OK\r\n\r\n",
		"HTTP/1.1 2\xff0 OK\r\n\r\n",
		"HTTP/9.9 200 OK\r\n\r\n",
		"HTTP/1.1 200 OK",
		"HTTP/1.1 200 OK\r\n",
		"HTTP/1.1 200 OK\r\n\r\n",
		"HTTP/1.1 200 OK\r\nno colon\r\n\r\n" + goodBody,
		"HTTP/1.1 200 OK\r\n: no name\r\n\r\n" + goodBody,
		"HTTP/1.1 200 OK\r\nX\x00: y\r\n\r\n" + goodBody,
		"HTTP/1.1 200 OK\r\n leading: blank\r\n\r\n" + goodBody,
		goodStart + "Content-Length: -1\r\n\r\n" + goodBody,
		goodStart + "Content-Length: x\r\n\r\n" + goodBody,
		goodStart + "Content-Length: 99999999999999999999\r\n\r\n" + goodBody,
		goodStart + "Content-Length: 9223372036854775807\r\n\r\n" + goodBody,
		goodStart + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n" + goodBody,
		goodStart + length + "Transfer-Encoding: nonsense\r\n\r\n" + goodBody,
		goodStart + length + "Transfer-Encoding: chunked\r\n\r\n" + goodBody,
		goodStart + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + goodBody,
		goodStart + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n" + goodBody,
		goodStart + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}x\r\n0\r\n\r\n",
		goodStart + length + "Content-Encoding: gzip\r\n\r\n" + goodBody,
		goodStart + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x08",
		"HTTP/1.1 199 Soon\r\n\r\n",
		"HTTP/1.1 101 Switching Protocols\r\n\r\n" + goodBody,
		"HTTP/1.1 000 Zero\r\n" + length + "\r\n" + goodBody,
		"HTTP/1.1 099 Below\r\n" + length + "\r\n" + goodBody,
		"HTTP/1.1 600 Beyond\r\n" + length + "\r\n" + goodBody,
		"HTTP/1.1 999 Beyond\r\n" + length + "\r\n" + goodBody,
	} {
		server := serveRaw(t, answerEach(text))
		resp, err := clientOf(t, server.url(), WithTimeout(10*time.Second)).DescribeCdnService(t.Context(), nil)
		require.Error(t, err, "%q", text)
		requireNamed(t, err)
		assert.Nil(t, resp)
		assert.LessOrEqual(t, server.sent(), 3)
		server.close()
	}
}

// A switched protocol leaves the bare connection in place of a body, which no
// context ends and on which nothing needs to come: the call ends all the same,
// and at once.
func TestSwitchedProtocol(t *testing.T) {
	t.Parallel()
	for _, rest := range []string{"", goodBody} {
		server := serveRaw(t, func(c *rawConn) {
			if c.request() && c.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"+rest) {
				c.untilClosed()
			}
		})
		for _, action := range []string{"DescribeCdnService", "AddCdnDomain"} {
			err := clientOf(t, server.url(), WithTimeout(time.Hour)).Do(t.Context(), action, nil, nil)
			var failed *Error
			require.ErrorAs(t, err, &failed)
			assert.Equal(t, http.StatusSwitchingProtocols, failed.StatusCode)
			assert.Equal(t, 1, server.sentOf(action))
		}
	}
}

// Preliminary answers do not stand for the answer.
func TestPreliminaryAnswers(t *testing.T) {
	t.Parallel()
	for _, first := range []string{
		"HTTP/1.1 100 Continue\r\n\r\n",
		"HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n",
		"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\nX-Acs-Request-Id: Other\r\n\r\n",
		"HTTP/1.1 100 Continue\r\nContent-Length: 5\r\n\r\n",
	} {
		server := serveRaw(t, func(c *rawConn) {
			for c.request() && c.write(first+withLength) {
				continue // on a connection that stays: one that closes may take the next request with it
			}
		})
		c := clientOf(t, server.url())
		resp, err := c.DescribeCdnService(t.Context(), nil)
		require.NoError(t, err, first)
		assert.Equal(t, "R-1", resp.RequestId)
		require.NoError(t, c.Do(t.Context(), "RefreshObjectCaches", nil, nil))
		assert.Equal(t, 2, server.sent())
	}
}

// A Content-Length that is too long is an answer that was lost in part, one
// that is too short an answer that cannot be read.
func TestContentLengthThatLies(t *testing.T) {
	t.Parallel()
	lying := func(by int) string {
		return goodStart + "Connection: close\r\nContent-Length: " + strconv.Itoa(len(goodBody)+by) + "\r\n\r\n" + goodBody
	}
	for _, by := range []int{1, 2, 1000, 1 << 30} {
		server := serveRaw(t, func(c *rawConn) {
			if c.request() {
				c.write(map[bool]string{true: lying(by), false: withLength}[c.number == 1])
			}
		})
		resp, err := clientOf(t, server.url()).DescribeCdnService(t.Context(), nil)
		require.NoError(t, err)
		assert.Equal(t, "R-1", resp.RequestId)
		assert.Equal(t, 2, server.sent(), "repeated once")
	}
	for _, by := range []int{-1, -2, -len(goodBody)} {
		server := serveRaw(t, answerEach(lying(by)))
		_, err := clientOf(t, server.url()).DescribeCdnService(t.Context(), nil)
		var unread *DecodeError
		require.ErrorAs(t, err, &unread)
		assert.Equal(t, goodBody[:len(goodBody)+by], string(unread.Body))
		assert.Equal(t, 1, server.sent())
	}
}

// Answers that have no body by their status.
func TestAnswersWithoutBody(t *testing.T) {
	t.Parallel()
	for _, status := range []int{200, 201, 204, 205, 299} {
		server := serveRaw(t, answerEach(fmt.Sprintf("HTTP/1.1 %d X\r\nX-Y: z\r\nConnection: close\r\n\r\n", status)))
		_, err := clientOf(t, server.url()).DescribeCdnService(t.Context(), nil)
		var unread *DecodeError
		require.ErrorAs(t, err, &unread, status)
		assert.Equal(t, status, unread.StatusCode)
		assert.Empty(t, unread.Body)
		assert.Equal(t, 1, server.sent())
	}
	for _, status := range []int{304, 400, 404, 499} {
		server := serveRaw(t, answerEach(fmt.Sprintf("HTTP/1.1 %d X\r\nConnection: close\r\n\r\n", status)))
		_, err := clientOf(t, server.url()).DescribeCdnService(t.Context(), nil)
		var failed *Error
		require.ErrorAs(t, err, &failed, status)
		assert.Equal(t, status, failed.StatusCode)
		assert.Empty(t, failed.Code)
		assert.Equal(t, 1, server.sent())
	}
}

// Of a failure whose body does not name the request, the header may.
func TestRequestIdOfTheHeader(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{"": "H-1", "<html>": "H-1", `{"Code":"X"}`: "H-1", `{"RequestId":"R-1"}`: "R-1"} {
		server := serveRaw(t, answerEach(fmt.Sprintf(
			"HTTP/1.1 403 X\r\nX-Acs-Request-Id: H-1\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s", len(body), body)))
		var seen string
		c := clientOf(t, server.url(), WithAttemptHook(func(_ context.Context, a Attempt) { seen = a.RequestId }))
		_, err := c.DescribeCdnService(t.Context(), nil)
		var failed *Error
		require.ErrorAs(t, err, &failed)
		assert.Equal(t, want, failed.RequestId, body)
		assert.Equal(t, want, seen, body)
	}
}

// Whatever the service asks to wait, the wait is not negative, not longer than
// the policy allows, and the call goes on.
func TestRetryAfterGarbage(t *testing.T) {
	t.Parallel()
	for _, header := range []string{"Retry-After", "X-Acs-Retry-After", "X-Ratelimit-User-Api", "Date"} {
		for _, value := range []string{
			"", " ", "soon", "-1", "0", "1.5", "1e9", "0x10", "+3", "１２", "\xff", "NaN", "Infinity", "1,2", "99999999999999999999",
			"9223372036854775807", "18446744074", "3600", "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "Tue, 99 Foo 2026 25:61:61 GMT",
			"TimeLeft:", "TimeLeft:-5", "TimeLeft:x,Limit:1", "TimeLeft:9223372036854775807", ",,,:::,", strings.Repeat("9", 100_000),
		} {
			failure := "HTTP/1.1 503 Busy\r\n" + header + ": " + value + "\r\nContent-Length: 21\r\nConnection: close\r\n\r\n{\"Code\":\"Throttling\"}"
			server := serveRaw(t, func(c *rawConn) {
				if c.request() {
					c.write(map[bool]string{true: failure, false: withLength}[c.number == 1])
				}
			})
			var asked time.Duration
			c := clientOf(t, server.url(), WithAttemptHook(func(_ context.Context, a Attempt) {
				if e, ok := errors.AsType[*Error](a.Err); ok {
					asked = e.RetryAfter
				}
				assert.LessOrEqual(t, a.RetryIn, time.Millisecond)
			}))
			_, err := c.DescribeCdnService(t.Context(), nil)
			require.NoError(t, err, "%s: %q", header, value)
			assert.GreaterOrEqual(t, asked, time.Duration(0), "%s: %q", header, value)
			assert.Equal(t, 2, server.sent())
			server.close()
		}
	}
}

// HTTP/2 has the same bounds.
func TestHostileHTTP2(t *testing.T) {
	t.Parallel()
	var (
		mu     sync.Mutex
		nonces = map[string]int{}
		sent   = map[string]int{} // by what was asked for and the action
	)
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		assert.Equal(t, 2, r.ProtoMajor)
		assert.NoError(t, r.ParseForm())
		how := r.Form.Get("How")
		mu.Lock()
		nonces[r.Form.Get("SignatureNonce")]++
		sent[how+" "+r.Form.Get("Action")]++
		mu.Unlock()
		misbehave(w, r, how)
	}))
	server.EnableHTTP2 = true
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	for how, test := range map[string]struct {
		is    error
		reads int
	}{
		"endless": {wire.ErrTooLarge, 1},
		"never":   {context.DeadlineExceeded, 3},
		"stuck":   {context.DeadlineExceeded, 3},
		"aborted": {nil, 3},
		"refused": {nil, 3},
		"lying":   {nil, 3},
	} {
		timeout := 30 * time.Second
		if errors.Is(test.is, context.DeadlineExceeded) {
			timeout = 50 * time.Millisecond
		}
		for _, action := range []string{"DescribeCdnService", "AddCdnDomain", "RefreshObjectCaches"} {
			if test.reads == 1 && action != "DescribeCdnService" {
				continue // it is the same for all
			}
			attempts, counting := attemptsOf()
			c := clientOf(t, server.URL, WithHTTPClient(server.Client()), WithTimeout(timeout), counting)
			err := c.Do(t.Context(), action, nil, nil, WithParam("How", how))
			require.ErrorContains(t, err, "alicdn: "+action+": ", how)
			if test.is != nil {
				require.ErrorIs(t, err, test.is, how)
			}
			if action == "DescribeCdnService" {
				assert.Equal(t, test.reads, *attempts, "%s: %v", how, err)
				continue
			}
			mu.Lock()
			assert.LessOrEqual(t, sent[how+" "+action], 1, "%s, %s: %v", how, action, err)
			mu.Unlock()
		}
	}
	mu.Lock()
	defer mu.Unlock()
	for nonce, times := range nonces {
		assert.Equal(t, 1, times, nonce)
	}
}

// misbehave answers in a way that is none.
func misbehave(w http.ResponseWriter, r *http.Request, how string) {
	flush := func() { _ = http.NewResponseController(w).Flush() }
	switch how {
	case "endless":
		block := make([]byte, 1<<16)
		for {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	case "never":
		<-r.Context().Done()
	case "stuck":
		_, _ = io.WriteString(w, `{"RequestId":`)
		flush()
		<-r.Context().Done()
	case "aborted":
		_, _ = io.WriteString(w, `{"RequestId":`)
		flush()
		panic(http.ErrAbortHandler)
	case "refused":
		panic(http.ErrAbortHandler)
	case "lying":
		w.Header().Set("Content-Length", "5000")
		_, _ = io.WriteString(w, goodBody)
	}
}
