package alicdn

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// piped returns a transport whose connections are pipes to serve.
func piped(serve func(conn net.Conn, in *bufio.Reader)) *http.Transport {
	return &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) {
		client, server := net.Pipe()
		go func() {
			defer server.Close()
			serve(server, bufio.NewReader(server))
		}()
		return client, nil
	}}
}

// saying serves a request with a text and keeps the connection until the client
// closes it.
func saying(text string) *http.Transport {
	return piped(func(conn net.Conn, in *bufio.Reader) {
		r, err := http.ReadRequest(in)
		if err != nil {
			return
		}
		_, _ = io.Copy(io.Discard, r.Body)
		_, _ = io.WriteString(conn, text)
		_, _ = io.Copy(io.Discard, in)
	})
}

// deaf reads nothing.
func deaf(release <-chan struct{}) *http.Transport {
	return piped(func(net.Conn, *bufio.Reader) { <-release })
}

// Whatever a call waits for, it ends at the very moment its context does, says
// so, and leaves no goroutine behind.
func TestCancelAtAnyMoment(t *testing.T) {
	t.Parallel()
	proxy := func(*http.Request) (*url.URL, error) { return url.Parse("http://user:password@proxy.example.test") }
	// Each moment is prepared for a client of its own; what ignores the context
	// is released when the call has ended.
	moments := map[string]func(release <-chan struct{}) (*http.Transport, []Option){
		"the client's limiter": func(<-chan struct{}) (*http.Transport, []Option) {
			limiter := NewLimiter()
			for range 100 { // no room for seconds
				_ = limiter.Wait(context.Background(), "DescribeCdnService")
				_ = limiter.Wait(context.Background(), "AddCdnDomain")
			}
			return saying(""), []Option{WithLimiter(limiter)}
		},
		"another limiter": func(<-chan struct{}) (*http.Transport, []Option) {
			return saying(""), []Option{WithLimiter(limiterFunc(func(ctx context.Context, _ string) error { <-ctx.Done(); return ctx.Err() }))}
		},
		"dialing": func(<-chan struct{}) (*http.Transport, []Option) {
			return &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) { <-ctx.Done(); return nil, ctx.Err() }}, nil
		},
		"dialing without end": func(release <-chan struct{}) (*http.Transport, []Option) {
			return &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) {
				<-release
				return nil, errors.New("too late")
			}}, nil
		},
		"TLS handshake": func(release <-chan struct{}) (*http.Transport, []Option) {
			return deaf(release), []Option{WithEndpoint("https://cdn.example.test")}
		},
		"asking a proxy": func(<-chan struct{}) (*http.Transport, []Option) {
			transport := saying("")
			transport.Proxy = proxy
			return transport, []Option{WithEndpoint("https://cdn.example.test")}
		},
		"TLS handshake behind a proxy": func(<-chan struct{}) (*http.Transport, []Option) {
			transport := saying("HTTP/1.1 200 OK\r\n\r\n")
			transport.Proxy = proxy
			return transport, []Option{WithEndpoint("https://cdn.example.test")}
		},
		"sending":    func(release <-chan struct{}) (*http.Transport, []Option) { return deaf(release), nil },
		"first byte": func(<-chan struct{}) (*http.Transport, []Option) { return saying(""), nil },
		"head":       func(<-chan struct{}) (*http.Transport, []Option) { return saying(goodStart), nil },
		"after a hint": func(<-chan struct{}) (*http.Transport, []Option) {
			return saying("HTTP/1.1 103 Early Hints\r\n\r\n"), nil
		},
		"first of a body": func(<-chan struct{}) (*http.Transport, []Option) { return saying(goodStart + "\r\n"), nil },
		"end of a body":   func(<-chan struct{}) (*http.Transport, []Option) { return saying(withLength[:len(withLength)-1]), nil },
		"end of chunks":   func(<-chan struct{}) (*http.Transport, []Option) { return saying(inChunks[:len(inChunks)-2]), nil },
		"body of a failure": func(<-chan struct{}) (*http.Transport, []Option) {
			return saying("HTTP/1.1 400 Bad Request\r\n\r\n" + `{"Code":"Throttling"`), nil
		},
		"wait to repeat": func(<-chan struct{}) (*http.Transport, []Option) {
			return saying("HTTP/1.1 429 Slow down\r\nRetry-After: 20\r\nContent-Length: 0\r\n\r\n"), []Option{WithRetry(RetryPolicy{MaxDelay: time.Hour})}
		},
	}
	for name, prepare := range moments {
		for _, action := range []string{"DescribeCdnService", "AddCdnDomain"} {
			t.Run(name+" "+action, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) { cancelAt(t, prepare, action, StaticCredentials("id", "secret", "")) })
			})
		}
	}
	providers := map[string]func(release <-chan struct{}) CredentialsProvider{
		"credentials": func(<-chan struct{}) CredentialsProvider {
			return CredentialsFunc(func(ctx context.Context) (Credentials, error) { <-ctx.Done(); return Credentials{}, ctx.Err() })
		},
		"cached credentials of a source that ignores the context": func(release <-chan struct{}) CredentialsProvider {
			return CachedCredentials(CredentialsFunc(func(context.Context) (Credentials, error) {
				<-release
				return Credentials{}, errors.New("too late")
			}))
		},
	}
	for name, provider := range providers {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				released := make(chan struct{})
				defer close(released)
				cancelAt(t, moments["first byte"], "DescribeCdnService", provider(released))
			})
		})
	}
}

// cancelAt makes a call and cancels it when it can go no further.
func cancelAt(t *testing.T, prepare func(<-chan struct{}) (*http.Transport, []Option), action string, provider CredentialsProvider) {
	t.Helper()
	release := make(chan struct{})
	transport, opts := prepare(release)
	defer transport.CloseIdleConnections()
	defer close(release)
	attempts, counting := attemptsOf()
	c, err := New(provider, append([]Option{
		WithEndpoint("http://cdn.example.test"), WithInsecureHTTP(), WithLimiter(freely{}), WithHTTPClient(&http.Client{Transport: transport}),
		WithTimeout(time.Hour), counting,
	}, opts...)...)
	require.NoError(t, err)

	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	started := time.Now()
	go func() { ended <- c.Do(ctx, action, nil, nil) }()
	synctest.Wait()
	select {
	case err := <-ended:
		t.Fatalf("the call did not wait: %v", err)
	default:
	}
	cancel()
	err = <-ended
	require.ErrorIs(t, err, context.Canceled)
	require.ErrorContains(t, err, "alicdn: "+action+": ")
	assert.Zero(t, time.Since(started), "no time has passed")
	assert.Equal(t, 1, *attempts)
}
