package download_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/download"
)

// read reads a file to its end, in simulated time.
func read(t *testing.T, h *host, size int) (content string, renewals int, took time.Duration, err error) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		started := time.Now()
		file, n := h.file(size)
		r := h.client().Open(t.Context(), file, 0)
		defer r.Close()
		text, readErr := io.ReadAll(r)
		_, again := r.Read(make([]byte, 1))
		if err = readErr; err == nil {
			require.ErrorIs(t, again, io.EOF)
		} else {
			assert.Equal(t, err, again, "an error stays")
		}
		content, renewals, took = string(text), *n, time.Since(started)
	})
	return content, renewals, took, err
}

func TestReaderResumesWhereverItBreaks(t *testing.T) {
	t.Parallel()
	const content = "the content of a file"
	for _, variant := range []struct {
		etag              string
		noRanges, chunked bool
	}{
		{etag: `"1"`},
		{etag: `W/"1"`},
		{},
		{noRanges: true},
		{etag: `"1"`, chunked: true},
	} {
		for at := range len(content) + 1 {
			h := &host{content: []byte(content), etag: variant.etag, noRanges: variant.noRanges, chunked: variant.chunked, script: []answer{cut(at)}}
			got, _, took, err := read(t, h, len(content))
			require.NoError(t, err, "cut after %d bytes", at)
			require.Equal(t, content, got, "cut after %d bytes", at)
			require.LessOrEqual(t, took, time.Second)
			if at == len(content) {
				require.Len(t, h.requests, 1, "nothing is missing")
				continue
			}
			require.Len(t, h.requests, 2)
			first, second := h.requests[0].Header, h.requests[1].Header
			require.Empty(t, first.Get("Range"))
			require.Equal(t, "identity", first.Get("Accept-Encoding"))
			require.Equal(t, "test/1", first.Get("User-Agent"))
			if at > 0 {
				require.Equal(t, fmt.Sprintf("bytes=%d-", at), second.Get("Range"))
				require.Equal(t, variant.etag == `"1"`, second.Get("If-Range") != "")
			}
		}
	}
}

// Each MiB that arrives allows for another failure, so that a large file gets
// through a bad line, and one that never gets on does not try for ever.
func TestReaderGivesUpWithoutProgress(t *testing.T) {
	t.Parallel()
	h := &host{content: bytes.Repeat([]byte("x"), 8<<20), etag: `"1"`}
	for range 8 {
		h.script = append(h.script, cut(1<<20))
	}
	content, _, took, err := read(t, h, len(h.content))
	require.NoError(t, err)
	require.Equal(t, string(h.content), content)
	assert.LessOrEqual(t, took, 8*time.Second, "waits are short again after bytes have arrived")

	h = &host{content: []byte("content"), script: []answer{cut(1), cut(1), cut(1), cut(1), cut(1)}}
	content, _, _, err = read(t, h, 7)
	require.ErrorIs(t, err, syscall.ECONNRESET)
	assert.Equal(t, "con", content)
	assert.Len(t, h.requests, attempts)

	h = &host{content: []byte("content"), chunked: true, script: []answer{cut(0)}}
	content, _, _, err = read(t, h, 0)
	require.NoError(t, err)
	assert.Equal(t, "content", content, "whatever is known of its size")

	h = &host{content: []byte("content"), script: []answer{fail, fail, fail, fail}}
	_, _, took, err = read(t, h, 7)
	require.ErrorIs(t, err, syscall.ECONNRESET)
	requireSilent(t, err)
	assert.Len(t, h.requests, attempts)
	assert.Less(t, took, 3*time.Second)
}

func TestReaderAndStatuses(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		script   []answer
		requests int
		renewals int
		status   int // of the error, 0 if there is none
	}{
		{"expired at once", []answer{status(403)}, 2, 1, 0},
		{"expired midway", []answer{cut(3), status(403), cut(1), status(401)}, 5, 2, 0},
		{"forbidden for good", []answer{status(403), status(403), status(403)}, 2, 1, 403},
		{"busy in between", []answer{status(403), status(503), status(403)}, 4, 2, 0},
		{"gone", []answer{status(404)}, 1, 0, 404},
		{"moved", []answer{status(302, "Location", "https://evil.example.com/")}, 1, 0, 302},
		{"nothing in it", []answer{status(204)}, 1, 0, 204},
		{"busy", []answer{status(503), status(429)}, 3, 0, 0},
		{"broken for good", []answer{status(500), status(502), status(504)}, 3, 0, 504},
	}
	for _, test := range tests {
		h := &host{content: []byte("content"), etag: `"1"`, script: test.script}
		content, renewals, _, err := read(t, h, 7)
		assert.Len(t, h.requests, test.requests, test.name)
		assert.Equal(t, test.renewals, renewals, test.name)
		if test.status == 0 {
			require.NoError(t, err, test.name)
			assert.Equal(t, "content", content, test.name)
			continue
		}
		e, ok := errors.AsType[*download.StatusError](err)
		require.True(t, ok, "%s: %v", test.name, err)
		assert.Equal(t, test.status, e.StatusCode, test.name)
		requireSilent(t, err)
	}

	h := &host{content: []byte("content"), script: []answer{status(503, "Retry-After", "7")}}
	_, _, took, err := read(t, h, 7)
	require.NoError(t, err)
	assert.Equal(t, 7*time.Second, took)
}

func TestReaderUsesTheNewAddress(t *testing.T) {
	t.Parallel()
	h := &host{content: []byte("content"), etag: `"1"`, script: []answer{cut(3), status(403)}}
	_, _, _, err := read(t, h, 7)
	require.NoError(t, err)
	require.Len(t, h.requests, 3)
	assert.Equal(t, address(0).String(), h.requests[1].URL.String())
	assert.Equal(t, address(1).String(), h.requests[2].URL.String())
	assert.Equal(t, "bytes=3-", h.requests[2].Header.Get("Range"))

	errGone := errors.New("not listed any more")
	file, _ := h.file(7)
	file.Anew = func(context.Context) (download.Place, error) { return download.Place{}, errGone }
	h = &host{script: []answer{status(403)}}
	_, err = io.ReadAll(h.client().Open(t.Context(), file, 0))
	require.ErrorIs(t, err, errGone)
	require.ErrorAs(t, err, new(*download.StatusError))
}

func TestReaderNoticesAnotherFile(t *testing.T) {
	t.Parallel()
	rewrite := func(content string) answer {
		return func(h *host, req *http.Request) (*http.Response, error) {
			h.content, h.etag = []byte(content), `"2"`
			return h.serve(req), nil
		}
	}
	rangeOf := func(value string) answer {
		return func(h *host, req *http.Request) (*http.Response, error) {
			resp := h.serve(req)
			resp.Header.Set("Content-Range", value)
			return resp, nil
		}
	}
	tests := []struct {
		name   string
		script []answer
		ranges bool
		want   string
	}{
		{"written anew", []answer{cut(3), rewrite("CONTENT")}, true, "file has changed during the download"},
		{"written anew, no ranges", []answer{cut(3), rewrite("CONTENT")}, false, "file has changed during the download"},
		{"shorter", []answer{cut(3), status(416)}, true, "file has changed during the download"},
		{"another range", []answer{cut(3), rangeOf("bytes 2-6/7")}, true, "another range"},
		{"another size", []answer{cut(3), rangeOf("bytes 3-7/8"), rangeOf("bytes 3-7/8")}, true, "file has 8 bytes in place of 7"},
		{"no range", []answer{cut(3), rangeOf("lines 1-2/7")}, true, "another range"},
		{"half a range", []answer{cut(3), rangeOf("bytes 3-")}, true, "another range"},
		{"a negative range", []answer{cut(3), rangeOf("bytes -3-6/7")}, true, "another range"},
	}
	for _, test := range tests {
		h := &host{content: []byte("content"), etag: `"1"`, noRanges: !test.ranges, script: test.script}
		content, _, _, err := read(t, h, 7)
		require.ErrorContains(t, err, test.want, test.name)
		assert.Equal(t, "con", content, test.name)
	}

	h := &host{content: []byte("content"), noRanges: true, chunked: true, script: []answer{cut(3), rewrite("co")}}
	content, _, _, err := read(t, h, 7)
	require.ErrorIs(t, err, download.ErrChanged, "shorter, which shows only at its end")
	assert.Equal(t, "con", content)

	h = &host{content: []byte("content"), script: []answer{cut(3), rangeOf("bytes 3-6/*")}}
	content, _, _, err = read(t, h, 7)
	require.NoError(t, err, "the size of the whole may be left out")
	assert.Equal(t, "content", content)
}

func TestReaderChecksTheSize(t *testing.T) {
	t.Parallel()
	for _, size := range []int{1, 6, 8, 1000} {
		for _, chunked := range []bool{false, true} {
			h := &host{content: []byte("content"), etag: `"1"`, chunked: chunked}
			content, _, _, err := read(t, h, size)
			require.Error(t, err, "size %d, chunked %t", size, chunked)
			assert.LessOrEqual(t, len(content), 7)
			if !chunked {
				e, ok := errors.AsType[*download.SizeError](err)
				require.True(t, ok)
				assert.Equal(t, download.SizeError{Want: int64(size), Got: 7}, *e)
				assert.Empty(t, content)
				assert.Len(t, h.requests, 2, "it is looked for once more: the list may be old")
			}
		}
	}
	for _, chunked := range []bool{false, true} {
		h := &host{content: []byte("content"), chunked: chunked}
		content, _, _, err := read(t, h, 0)
		require.NoError(t, err, "nothing is known about its size")
		assert.Equal(t, "content", content)
	}
}

func TestReaderTakesTheNewSize(t *testing.T) {
	t.Parallel()
	h := &host{content: []byte("content")}
	file, _ := h.file(6)
	file.Anew = func(context.Context) (download.Place, error) { return download.Place{URL: address(1), Size: 7}, nil }
	content, err := io.ReadAll(h.client().Open(t.Context(), file, 0))
	require.NoError(t, err)
	assert.Equal(t, "content", string(content))

	h = &host{content: []byte("content"), script: []answer{cut(3), status(403)}}
	file.Size = 7
	file.Anew = func(context.Context) (download.Place, error) { return download.Place{URL: address(1), Size: 8}, nil }
	r := h.client()
	r.Backoff.Base = 0
	_, err = io.ReadAll(r.Open(t.Context(), file, 0))
	require.ErrorIs(t, err, download.ErrChanged)
}

func TestReaderNoticesThatNothingArrives(t *testing.T) {
	t.Parallel()
	h := &host{content: []byte("content"), etag: `"1"`, script: []answer{
		func(_ *host, req *http.Request) (*http.Response, error) {
			<-req.Context().Done()
			return nil, context.Cause(req.Context())
		},
		hang(4),
	}}
	content, _, took, err := read(t, h, 7)
	require.NoError(t, err)
	assert.Equal(t, "content", content)
	assert.GreaterOrEqual(t, took, 2*stall)
	assert.Less(t, took, 2*stall+2*time.Second)

	h = &host{content: []byte("content"), script: []answer{hang(0), hang(0), hang(0)}}
	_, _, _, err = read(t, h, 7)
	require.ErrorContains(t, err, "nothing arrives any more")
}

// A caller may take its time between two reads.
func TestReaderWaitsForItsCaller(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := &host{content: []byte("content"), script: []answer{func(h *host, req *http.Request) (*http.Response, error) {
			resp := h.serve(req)
			resp.Body = io.NopCloser(untilDone{req.Context(), resp.Body})
			return resp, nil
		}}}
		file, _ := h.file(7)
		r := h.client().Open(t.Context(), file, 0)
		defer r.Close()
		for range 7 {
			n, err := r.Read(make([]byte, 1))
			require.NoError(t, err)
			require.Equal(t, 1, n)
			time.Sleep(2 * stall)
		}
		assert.Len(t, h.requests, 1)
	})
}

func TestReaderEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ends := func(_ *host, req *http.Request) (*http.Response, error) {
		<-req.Context().Done()
		return nil, req.Context().Err()
	}
	for name, script := range map[string][]answer{
		"while connecting":       {ends},
		"in the body":            {hang(3)},
		"in a wait":              {status(503, "Retry-After", "15")},
		"in a wait after a part": {cut(3), status(503, "Retry-After", "15")},
	} {
		synctest.Test(t, func(t *testing.T) {
			h := &host{content: []byte("content"), etag: `"1"`, script: script}
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
			defer cancel()
			started := time.Now()
			file, _ := h.file(7)
			r := h.client().Open(ctx, file, 0)
			defer r.Close()
			_, err := io.ReadAll(r)
			require.ErrorIs(t, err, context.DeadlineExceeded, name)
			requireSilent(t, err)
			assert.Equal(t, 10*time.Second, time.Since(started), name)
		})
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	h := &host{content: []byte("content")}
	file, _ := h.file(7)
	_, err := h.client().Open(ctx, file, 0).Read(make([]byte, 1))
	require.ErrorIs(t, err, context.Canceled)
}
