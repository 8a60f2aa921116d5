package download_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/download"
	"github.com/alicdn/alicdn-go/internal/retry"
)

// host is a server of one file, without a socket. It answers the first requests
// with what is in its script, then as it should.
type host struct {
	content  []byte
	etag     string
	noRanges bool
	chunked  bool // tells no length

	script []answer

	mu       sync.Mutex
	requests []*http.Request
}

// answer is how a host answers, instead of nil.
type answer func(h *host, req *http.Request) (*http.Response, error)

func (h *host) RoundTrip(req *http.Request) (*http.Response, error) {
	h.mu.Lock()
	h.requests = append(h.requests, req)
	number := len(h.requests)
	h.mu.Unlock()
	if err := req.Context().Err(); err != nil {
		return nil, err
	}
	if number <= len(h.script) && h.script[number-1] != nil {
		return h.script[number-1](h, req)
	}
	return h.serve(req), nil
}

func (h *host) serve(req *http.Request) *http.Response {
	w := httptest.NewRecorder()
	if h.etag != "" {
		w.Header().Set("ETag", h.etag)
	}
	if h.noRanges {
		req = req.Clone(req.Context())
		req.Header.Del("Range")
	}
	http.ServeContent(w, req, "", time.Time{}, bytes.NewReader(h.content))
	resp := w.Result()
	if h.chunked {
		resp.ContentLength = -1
	}
	return resp
}

// cut breaks the connection after so many bytes of the body.
func cut(after int) answer {
	return func(h *host, req *http.Request) (*http.Response, error) {
		resp := h.serve(req)
		resp.Body = io.NopCloser(io.MultiReader(io.LimitReader(resp.Body, int64(after)), failing{syscall.ECONNRESET}))
		return resp, nil
	}
}

// hang sends so many bytes of the body, then nothing until the request ends.
func hang(after int) answer {
	return func(h *host, req *http.Request) (*http.Response, error) {
		resp := h.serve(req)
		resp.Body = io.NopCloser(io.MultiReader(io.LimitReader(resp.Body, int64(after)), silent{req.Context()}))
		return resp, nil
	}
}

func status(code int, header ...string) answer {
	return func(*host, *http.Request) (*http.Response, error) {
		w := httptest.NewRecorder()
		for i := 0; i < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
		return w.Result(), nil
	}
}

// fail breaks the connection before an answer, with an error that has the URL.
func fail(_ *host, req *http.Request) (*http.Response, error) {
	return nil, fmt.Errorf("GET %v (%s): %w", req.URL, req.URL.Query().Get("Signature"), syscall.ECONNRESET)
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

type silent struct{ ctx context.Context }

func (s silent) Read([]byte) (int, error) {
	<-s.ctx.Done()
	return 0, s.ctx.Err()
}

// untilDone is a body that breaks with its request.
type untilDone struct {
	ctx    context.Context
	source io.Reader
}

func (u untilDone) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.source.Read(p)
}

// hush is the secret part of the address.
const hush = "c2lnbmF0dXJl+/=="

// address is where the file is; the number tells new addresses from old ones.
func address(number int) *url.URL {
	return &url.URL{
		Scheme: "https", Host: "logs.example.com", Path: "/a.gz",
		RawQuery: url.Values{"Expires": {strconv.Itoa(1_700_000_000 + number)}, "Signature": {hush}}.Encode(),
	}
}

// file is the host's file, and how often it has been looked for anew.
func (h *host) file(size int) (file download.File, renewals *int) {
	renewals = new(int)
	return download.File{
		Place: download.Place{URL: address(0), Size: int64(size)},
		Anew: func(ctx context.Context) (download.Place, error) {
			*renewals++
			return download.Place{URL: address(*renewals), Size: int64(size)}, ctx.Err()
		},
	}, renewals
}

const (
	attempts = 3
	stall    = 30 * time.Second
	longest  = 20 * time.Second // wait
)

func (h *host) client() *download.Client {
	return &download.Client{
		HTTP: &http.Client{
			Transport:     h,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		UserAgent: "test/1",
		Attempts:  attempts,
		Backoff:   retry.Backoff{Base: time.Second, Cap: longest},
		Stall:     stall,
	}
}

// gzipOf returns so many bytes that do not get fewer as gzip.
func gzipOf(t *testing.T, size int) []byte {
	t.Helper()
	text := make([]byte, size)
	r := rand.New(rand.NewPCG(1, uint64(size)))
	for i := range text {
		text[i] = byte(r.Uint32())
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, err := z.Write(text)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return packed.Bytes()
}

// folder is an empty folder.
func folder(t *testing.T) *os.Root {
	t.Helper()
	dir, err := os.OpenRoot(t.TempDir())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, dir.Close()) })
	return dir
}

// requireOnly checks that a folder has these files only, by name and content.
func requireOnly(t *testing.T, dir *os.Root, files map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(dir.Name())
	require.NoError(t, err)
	got := map[string]string{}
	for _, entry := range entries {
		content, err := dir.ReadFile(entry.Name())
		require.NoError(t, err)
		got[entry.Name()] = string(content)
	}
	require.Len(t, got, len(files))
	for name, content := range files {
		require.Equal(t, content, got[name], name)
	}
}

// requireSilent checks that an error tells nothing of the address, and neither
// does what it wraps.
func requireSilent(t *testing.T, err error) {
	t.Helper()
	require.Error(t, err)
	for _, secret := range []string{hush, url.QueryEscape(hush), "Expires"} {
		require.NotContains(t, err.Error(), secret)
		require.NotContains(t, fmt.Sprintf("%+v", err), secret)
	}
	require.NotErrorAs(t, err, new(*url.Error))
}
