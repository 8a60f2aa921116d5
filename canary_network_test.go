package alicdn_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"html"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
)

// TestCanaryNetwork is TestCanary over connections: endpoints and proxies that
// break them off, that are not who they should be, that speak badly, slowly or
// without an end, and repeat all they have heard while they do.
func TestCanaryNetwork(t *testing.T) { //nolint:tparallel // a group returns when its parallel subtests have
	t.Parallel()
	all := &tally{}
	t.Run("failures", func(t *testing.T) {
		for _, f := range networkFailures {
			t.Run(f.name, func(t *testing.T) {
				t.Parallel()
				all.add(f.play(t))
			})
		}
	})
	all.log(t)
}

// networkActions are what is called: a private key, keys of URL authentication
// and headers in forms, a token in URLs, and all in one.
var networkActions = []string{"SetCdnDomainSSLCertificate", "BatchSetCdnDomainConfig", "PushObjectCache", "DescribeCdnDomainLogs", "SetSomethingNew"}

// networkFailure is a way in which a connection fails.
type networkFailure struct {
	name  string
	way   way
	serve func(*link) // what the other end does with each connection
	is    error       // what the error is, if that matters
	calls int         // of each action; one if not set
	only  string      // the action, if one is enough
}

// way is how a client gets to its endpoint.
type way struct {
	endpoint  string
	proxy     *url.URL
	untrusted bool // whether the certificate is not known
	options   []alicdn.Option
}

const plainEndpoint, tlsEndpoint = "http://cdn.example.test", "https://example.com"

var (
	direct      = way{endpoint: plainEndpoint}
	overTLS     = way{endpoint: tlsEndpoint}
	proxied     = way{endpoint: plainEndpoint, proxy: proxyURL("http")}
	tunneled    = way{endpoint: tlsEndpoint, proxy: proxyURL("http")}
	proxiedTLS  = way{endpoint: plainEndpoint, proxy: proxyURL("https")}
	socks       = way{endpoint: tlsEndpoint, proxy: proxyURL("socks5")}
	twice       = way{endpoint: plainEndpoint, options: []alicdn.Option{repeat(1)}}
	repeatsLate = way{endpoint: plainEndpoint, options: []alicdn.Option{repeat(atMost / 2)}}
	impatient   = way{endpoint: plainEndpoint, options: []alicdn.Option{alicdn.WithTimeout(10 * time.Millisecond)}}
)

func proxyURL(scheme string) *url.URL {
	return &url.URL{Scheme: scheme, Host: "example.com:3128", User: url.UserPassword("proxy-user", canary(proxyPassword))}
}

// play makes each action fail and holds what comes out against what may.
func (f networkFailure) play(t *testing.T) *tally {
	t.Helper()
	seen := &tally{failures: 1}
	p := listen(t, f.serve)
	actions := networkActions
	if f.only != "" {
		actions = []string{f.only}
	}
	for _, action := range actions {
		for range max(1, f.calls) {
			made := p.call(t, f.way, action)
			assert.True(t, made.failed(), action)
			assert.Empty(t, made.leaks(made.transport.signatures()...), action)
			assert.Empty(t, made.travels(), action)
			if f.is != nil {
				require.ErrorIs(t, made.err, f.is, action)
			}
			seen.take(made)
		}
	}
	return seen
}

// peer is the other end of connections, whoever the client takes it for.
type peer struct {
	listener net.Listener
	serve    func(*link)
	done     sync.WaitGroup

	mu     sync.Mutex
	conns  []net.Conn
	cancel context.CancelCauseFunc // of the call that is being made
}

// atMost bounds what should not take long: a test that hangs fails.
const atMost = time.Minute

func listen(t *testing.T, serve func(*link)) *peer {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	p := &peer{listener: listener, serve: serve}
	p.done.Go(p.accept)
	t.Cleanup(func() {
		listener.Close()
		p.mu.Lock()
		for _, conn := range p.conns {
			conn.Close()
		}
		p.mu.Unlock()
		p.done.Wait()
	})
	return p
}

func (p *peer) accept() {
	for number := 0; ; number++ {
		conn, err := p.listener.Accept()
		if err != nil {
			return
		}
		_ = conn.SetDeadline(time.Now().Add(atMost))
		p.mu.Lock()
		p.conns = append(p.conns, conn)
		p.mu.Unlock()
		p.done.Go(func() {
			defer conn.Close()
			p.serve(&link{Conn: conn, in: bufio.NewReader(conn), peer: p, tcp: conn, number: number})
		})
	}
}

// call calls an action through connections to the peer alone.
func (p *peer) call(t *testing.T, w way, action string) *performance {
	t.Helper()
	bounded, end := context.WithTimeout(t.Context(), atMost)
	defer end()
	ctx, cancel := context.WithCancelCause(bounded)
	defer cancel(nil)
	p.mu.Lock()
	p.cancel = cancel
	p.mu.Unlock()

	made := &performance{output: newOutput(), action: action, ctx: ctx}
	certificates := x509.NewCertPool()
	if !w.untrusted {
		certificates.AddCert(certificate().Leaf)
	}
	transport := &http.Transport{
		Proxy: func(r *http.Request) (*url.URL, error) {
			noted, err := made.transport.note(r)
			r.Body = noted.Body // it has been read
			return w.proxy, err
		},
		DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, network, p.listener.Addr().String())
		},
		TLSClientConfig:   &tls.Config{RootCAs: certificates},
		ForceAttemptHTTP2: true,
	}
	defer transport.CloseIdleConnections()
	c := newClient(t, planter, transport, append([]alicdn.Option{
		alicdn.WithEndpoint(w.endpoint), alicdn.WithInsecureHTTP(), alicdn.WithLogger(made.client),
		alicdn.WithAttemptHook(func(_ context.Context, a alicdn.Attempt) { made.print("attempt", a, "%v", "%+v", "%#v") }),
		alicdn.WithRetry(alicdn.RetryPolicy{MaxAttempts: 1}), alicdn.WithTimeout(2 * atMost),
	}, w.options...)...)
	made.err = made.call(c, ctx, false)
	made.printError(made.err)
	require.NoError(t, bounded.Err(), "it ends by itself")
	return made
}

var planter = alicdn.CredentialsFunc(func(context.Context) (alicdn.Credentials, error) { return planted(), nil })

// certificate is one that is valid for example.com.
var certificate = sync.OnceValue(func() tls.Certificate {
	server := httptest.NewTLSServer(http.NotFoundHandler())
	defer server.Close()
	c := server.TLS.Certificates[0]
	c.Leaf = server.Certificate()
	return c
})

// link is a connection to a client.
type link struct {
	net.Conn

	in     *bufio.Reader
	peer   *peer
	tcp    net.Conn
	number int // of the connection, from 0
}

// secured returns the link with TLS on top.
func (l *link) secured(config *tls.Config) *link {
	config.Certificates = []tls.Certificate{certificate()}
	conn := tls.Server(l.Conn, config)
	return &link{Conn: conn, in: bufio.NewReader(conn), peer: l.peer, tcp: l.tcp, number: l.number}
}

// request reads a request with its form.
func (l *link) request() (arrived, bool) {
	r, err := http.ReadRequest(l.in)
	if err != nil {
		return arrived{}, false
	}
	form, err := io.ReadAll(r.Body)
	return arrived{r, string(form)}, err == nil
}

func (l *link) write(text string) { _, _ = io.WriteString(l, text) }

// reset ends the connection as one ends that has crashed.
func (l *link) reset() {
	if tcp, ok := l.tcp.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	l.tcp.Close()
}

// hold keeps the connection until the client closes it.
func (l *link) hold() { _, _ = io.Copy(io.Discard, l.in) }

// cancel ends the call.
func (l *link) cancel() {
	l.peer.mu.Lock()
	defer l.peer.mu.Unlock()
	l.peer.cancel(errStopped)
}

// heard is all that a request says, as it travelled and decoded.
func heard(a arrived) string {
	var header strings.Builder
	_ = a.Header.Write(&header)
	_, password, _ := strings.Cut(a.Header.Get("Proxy-Authorization"), "Basic ")
	decoded, _ := base64.StdEncoding.DecodeString(password)
	return strings.Join([]string{a.Method, a.RequestURI, a.whole(), a.plain(), header.String(), string(decoded)}, " ")
}

// line is a text on one line, as it must be in the head of an answer.
func inLine(text string) string { return strings.NewReplacer("\r", " ", "\n", " ").Replace(text) }

func message(status, contentType, body string) string {
	return fmt.Sprintf("HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s", status, contentType, len(body), body)
}

// after reads a request and then does what a test says.
func after(then func(*link, arrived)) func(*link) {
	return func(l *link) {
		if a, ok := l.request(); ok {
			then(l, a)
		}
	}
}

// answering answers with what it makes of all it has heard.
func answering(answer func(heard string) string) func(*link) {
	return after(func(l *link, a arrived) {
		l.write(answer(heard(a)))
		l.hold()
	})
}

// cut answers each connection with another part of an answer.
func cut(end func(*link)) func(*link) {
	return after(func(l *link, a arrived) {
		text := message("400 Bad Request", inJSON, `{"Code":"X","Message":`+jsonText(heard(a))+`}`)
		l.write(text[:len(text)*(l.number%cuts)/cuts])
		end(l)
	})
}

const cuts = 20

func (l *link) close() { l.Conn.Close() }

// stopping ends the call once it has said something, and keeps the connection.
func stopping(say func(heard string) string) func(*link) {
	return after(func(l *link, a arrived) {
		l.write(say(heard(a)))
		l.cancel()
		l.hold()
	})
}

// inTLS does over TLS what a test says.
func inTLS(serve func(*link)) func(*link) {
	return func(l *link) { serve(l.secured(&tls.Config{})) }
}

// opening opens the tunnel that is asked for, to itself.
func opening(serve func(*link)) func(*link) {
	return after(func(l *link, _ arrived) {
		l.write("HTTP/1.1 200 Connection established\r\n\r\n")
		serve(l)
	})
}

var networkFailures = []networkFailure{
	// Connections that break.
	{name: "closed at once", way: direct, serve: (*link).close},
	{name: "reset at once", way: direct, serve: (*link).reset},
	{name: "reset twice", way: twice, serve: (*link).reset},
	{name: "reset in the request", way: direct, serve: func(l *link) {
		_, _ = io.CopyN(io.Discard, l.in, 100)
		l.reset()
	}},
	{name: "closed after the request", way: direct, serve: after(func(l *link, _ arrived) { l.close() }), is: io.EOF},
	{name: "reset after the request", way: direct, serve: after(func(l *link, _ arrived) { l.reset() })},
	{name: "closed in the answer", way: direct, serve: cut((*link).close), calls: cuts},
	{name: "reset in the answer", way: direct, serve: cut((*link).reset), calls: cuts},
	{name: "closed in the answer over TLS", way: overTLS, serve: inTLS(cut((*link).close)), calls: cuts / 4},
	{name: "reset in the answer over TLS", way: overTLS, serve: inTLS(cut((*link).reset)), calls: cuts / 4},

	// Answers that repeat the request, well or badly.
	{name: "JSON", way: direct, serve: answering(func(heard string) string {
		return message("400 Bad Request", inJSON, `{"Code":`+jsonText(heard)+`,"RequestId":`+jsonText(heard)+`,"Message":`+jsonText(heard)+`}`)
	})},
	{name: "JSON twice", way: twice, serve: answering(func(heard string) string {
		return message("503 Busy", inJSON, `{"Code":"Throttling","Message":`+jsonText(heard)+`}`)
	})},
	{name: "HTML", way: overTLS, serve: inTLS(answering(func(heard string) string {
		return message("502 Bad Gateway", inHTML, "<pre>"+html.EscapeString(heard)+"</pre>")
	}))},
	{name: "text", way: direct, serve: answering(func(heard string) string { return message("418 "+inLine(heard), asText, heard) })},
	{name: "not HTTP", way: direct, serve: answering(func(heard string) string { return heard })},
	{name: "not a status", way: direct, serve: answering(func(heard string) string { return "HTTP/1.1 " + inLine(heard) + "\r\n\r\n" })},
	{name: "not a header", way: direct, serve: answering(func(heard string) string { return "HTTP/1.1 200 OK\r\n" + inLine(heard) + "\r\n\r\n" })},
	{name: "not a length", way: direct, serve: answering(func(heard string) string {
		return "HTTP/1.1 200 OK\r\nContent-Length: " + inLine(heard) + "\r\n\r\n"
	})},
	{name: "not an encoding", way: direct, serve: answering(func(heard string) string {
		return "HTTP/1.1 200 OK\r\nTransfer-Encoding: " + inLine(heard) + "\r\n\r\n"
	})},
	{name: "not a chunk", way: direct, serve: answering(func(heard string) string {
		return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + heard + "\r\n"
	})},
	{name: "not gzip", way: direct, serve: answering(func(heard string) string {
		return "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n" + message("", asText, heard)[len("HTTP/1.1 \r\n"):]
	})},
	{name: "gzip", way: direct, serve: answering(func(heard string) string {
		return message("400 Bad Request\r\nContent-Encoding: gzip", asText, zipped(heard))
	})},
	{name: "gzip bomb", way: direct, serve: answering(func(heard string) string {
		return message("200 OK\r\nContent-Encoding: gzip", inJSON, zipped(`{"Message":`+jsonText(heard))+bomb())
	}), only: "DescribeCdnDomainLogs"},
	{name: "reset in the trailer", way: direct, serve: after(func(l *link, a arrived) {
		l.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n2\r\n{}\r\n0\r\nX: " + inLine(heard(a)))
		l.reset()
	})},
	{name: "reset after early hints", way: direct, serve: after(func(l *link, a arrived) {
		l.write("HTTP/1.1 103 Early Hints\r\nLink: " + inLine(heard(a)) + "\r\n\r\n")
		l.reset()
	})},
	{name: "redirect", way: direct, serve: answering(func(heard string) string {
		return "HTTP/1.1 307 Temporary Redirect\r\nLocation: https://login.example.com/?" + percent(heard) + "\r\nContent-Length: 0\r\n\r\n"
	})},
	{name: "redirect to nowhere", way: direct, serve: answering(func(heard string) string {
		return "HTTP/1.1 302 Found\r\nLocation: http://[::1/?" + percent(heard) + "\r\nContent-Length: 0\r\n\r\n"
	})},
	{name: "switched protocol", way: direct, serve: answering(func(heard string) string {
		return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n" + heard
	})},

	// Answers that do not end, and calls that are ended.
	{name: "slow head", way: direct, serve: stopping(func(heard string) string { return "HTTP/1.1 200 OK\r\nX: " + inLine(heard) }), is: context.Canceled},
	{name: "slow body", way: direct, serve: stopping(func(heard string) string {
		text := message("200 OK", inJSON, `{"X":`+jsonText(heard)+`}`)
		return text[:len(text)-1]
	}), is: context.Canceled},
	{name: "slow body of a failure", way: direct, serve: stopping(func(heard string) string {
		return message("400 Bad Request", asText, heard+"...")[:len(heard)]
	}), is: context.Canceled},
	{name: "canceled before the request is read", way: direct, serve: func(l *link) { l.cancel(); l.hold() }, is: context.Canceled},
	{name: "canceled in the handshake", way: overTLS, serve: func(l *link) { l.cancel(); l.hold() }, is: context.Canceled},
	{name: "canceled while it waits to repeat", way: repeatsLate, serve: stopping(func(heard string) string {
		return "HTTP/1.1 503 Busy\r\nRetry-After: 3600\r\n" + message("", inJSON, `{"Code":"Throttling","Message":`+jsonText(heard)+`}`)[len("HTTP/1.1 \r\n"):]
	}), is: context.Canceled},
	{name: "no answer in time", way: impatient, serve: (*link).hold, is: context.DeadlineExceeded},
	{name: "no end in time", way: impatient, serve: after(func(l *link, a arrived) {
		l.write("HTTP/1.1 200 OK\r\n\r\n" + heard(a))
		l.hold()
	}), is: context.DeadlineExceeded},

	// Servers that are not who they should be.
	{name: "unknown authority", way: way{endpoint: tlsEndpoint, untrusted: true}, serve: inTLS(answering(func(string) string { return "" }))},
	{name: "another host", way: way{endpoint: "https://cdn.example.test"}, serve: inTLS(answering(func(string) string { return "" }))},
	{name: "no TLS", way: overTLS, serve: func(l *link) { l.write(message("400 Bad Request", asText, "no")); l.hold() }},
	{name: "wants a certificate", way: overTLS, serve: func(l *link) {
		s := l.secured(&tls.Config{ClientAuth: tls.RequireAnyClientCert})
		_, _ = s.request()
	}},
	{name: "goes away over HTTP/2", way: overTLS, serve: goAway},

	// Proxies, which know a password, too.
	{name: "proxy closes", way: proxied, serve: after(func(l *link, _ arrived) { l.close() })},
	{name: "proxy refuses", way: proxied, serve: answering(func(heard string) string {
		return message("407 "+inLine(heard), inHTML, html.EscapeString(heard))
	})},
	{name: "proxy refuses in JSON", way: proxied, serve: answering(func(heard string) string {
		return message("502 Bad Gateway", inJSON, `{"Code":"X","Message":`+jsonText(heard)+`}`)
	})},
	{name: "proxy does not speak HTTP", way: proxied, serve: answering(func(heard string) string { return heard })},
	{name: "proxy over TLS refuses", way: proxiedTLS, serve: inTLS(answering(func(heard string) string {
		return message("407 "+inLine(heard), asText, heard)
	}))},
	{name: "proxy of unknown authority", way: way{endpoint: plainEndpoint, proxy: proxyURL("https"), untrusted: true}, serve: inTLS((*link).hold)},
	{name: "tunnel is closed", way: tunneled, serve: after(func(l *link, _ arrived) { l.close() })},
	{name: "tunnel is reset", way: tunneled, serve: after(func(l *link, _ arrived) { l.reset() })},
	{name: "tunnel is refused", way: tunneled, serve: answering(func(heard string) string {
		return message("407 "+inLine(heard), asText, heard)
	})},
	{name: "tunnel is no HTTP", way: tunneled, serve: answering(func(heard string) string { return heard })},
	{name: "tunnel is canceled", way: tunneled, serve: stopping(inLine), is: context.Canceled},
	{name: "tunnel ends", way: tunneled, serve: opening((*link).close)},
	{name: "tunnel to no TLS", way: tunneled, serve: opening(func(l *link) {
		_, _ = l.in.ReadByte() // not before: what comes early is lost to the client
		l.write("220 mail.example.com\r\n")
		l.hold()
	})},
	{name: "tunnel to a failure", way: tunneled, serve: opening(inTLS(answering(func(heard string) string {
		return message("502 "+inLine(heard), asText, heard)
	})))},
	{name: "tunnel to another host", way: way{endpoint: "https://cdn.example.test", proxy: proxyURL("http")}, serve: opening(inTLS((*link).hold))},
	{name: "SOCKS closes", way: socks, serve: (*link).close},
	{name: "SOCKS knows no method", way: socks, serve: func(l *link) { l.write("\x05\xff"); l.hold() }},
	{name: "SOCKS refuses the password", way: socks, serve: socksThat("\x01\x01")},
	{name: "SOCKS does not connect", way: socks, serve: socksThat("\x01\x00" + "\x05\x05\x00\x01\x00\x00\x00\x00\x00\x00")},
	{name: "SOCKS is canceled", way: socks, serve: func(l *link) { l.cancel(); l.hold() }, is: context.Canceled},
}

// socksThat asks for the password and answers as told.
func socksThat(answer string) func(*link) {
	return func(l *link) {
		_, _ = io.CopyN(io.Discard, l.in, 4) // version, two methods
		l.write("\x05\x02" + answer)
		l.hold()
	}
}

func zipped(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.String()
}

// bomb is a little more than 64 MiB when it is unpacked.
func bomb() string { return strings.Repeat(zipped(strings.Repeat(" ", 1<<20)), 65) }

// goAway ends an HTTP/2 connection with what it has read of the form, which
// net/http has its error say.
func goAway(l *link) {
	const head, data, settings, goingAway = 9, 0, 4, 7
	s := l.secured(&tls.Config{NextProtos: []string{"h2"}})
	frame := func(kind byte, payload string) {
		header := binary.BigEndian.AppendUint32(nil, uint32(len(payload))<<8|uint32(kind))
		s.write(string(append(header, 0, 0, 0, 0, 0)) + payload)
	}
	if _, err := s.in.Discard(len("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")); err != nil {
		return
	}
	frame(settings, "")
	for {
		header := make([]byte, head)
		if _, err := io.ReadFull(s.in, header); err != nil {
			return
		}
		payload := make([]byte, binary.BigEndian.Uint32(header)>>8)
		if _, err := io.ReadFull(s.in, payload); err != nil {
			return
		}
		const streamEnds = 1
		if header[4]&streamEnds != 0 && (header[3] == data || header[3] == 1) {
			frame(goingAway, "\x00\x00\x00\x01"+"\x00\x00\x00\x0b"+string(payload))
			s.close()
			return
		}
	}
}
