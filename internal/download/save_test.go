package download_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/download"
)

const (
	name = "a.gz"
	part = name + ".part"
)

// save saves the file of a host, in simulated time.
func save(t *testing.T, h *host, dir *os.Root, size int) (saved download.Saved, told int, err error) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		file, _ := h.file(size)
		saved, err = h.client().Save(t.Context(), file, dir, name, func(n int) { told += n })
	})
	return saved, told, err
}

func TestSave(t *testing.T) {
	t.Parallel()
	content := gzipOf(t, 1000)
	size := len(content)
	damaged := bytes.Clone(content)
	damaged[size-6] ^= 1
	html := []byte("<html>not a log</html>")
	type files = map[string]string
	tests := []struct {
		name     string
		before   files
		host     *host
		size     int
		requests int
		received int
		after    files // without it, the whole file
		want     string
	}{
		{name: "nothing there", host: &host{content: content}, size: size, requests: 1, received: size},
		{name: "no size known", host: &host{content: content}, requests: 1, received: size},
		{name: "there already", before: files{name: string(content)}, host: &host{content: content}, size: size},
		{name: "there already, no size known", before: files{name: string(content)}, host: &host{content: content}},
		{name: "another size there", before: files{name: "x"}, host: &host{content: content}, size: size, requests: 1, received: size},
		{name: "damaged, no size known", before: files{name: string(damaged)}, host: &host{content: content}, requests: 1, received: size},
		{name: "a part there", before: files{part: string(content[:400])}, host: &host{content: content}, size: size, requests: 1, received: size - 400},
		{name: "a part there, no ranges", before: files{part: string(content[:400])}, host: &host{content: content, noRanges: true}, size: size, requests: 1, received: size},
		{name: "all there as a part", before: files{part: string(content)}, host: &host{content: content}, size: size},
		{name: "too large a part", before: files{part: string(content) + "x"}, host: &host{content: content}, size: size, requests: 1, received: size},
		{name: "too large a part, no size known", before: files{part: string(content) + "x"}, host: &host{content: content}, requests: 2, received: size},
		{name: "a part of another file", before: files{part: strings.Repeat("x", 400)}, host: &host{content: content}, size: size, requests: 2, received: size - 400 + size},
		{name: "a damaged part", before: files{part: string(damaged)}, host: &host{content: content}, size: size, requests: 1, received: size},
		{name: "written anew meanwhile", host: &host{content: content, etag: `"1"`, script: []answer{cut(400), func(h *host, req *http.Request) (*http.Response, error) {
			h.etag = `"2"`
			return h.serve(req), nil
		}}}, size: size, requests: 3, received: 400 + size},
		{
			name: "damaged", host: &host{content: damaged}, size: size, requests: 2, received: 2 * size,
			after: files{part: ""}, want: "content is damaged: gzip: invalid checksum",
		},
		{
			name: "cut gzip", host: &host{content: content[:size-1]}, size: size - 1, requests: 2, received: 2 * (size - 1),
			after: files{part: ""}, want: "content is damaged: unexpected EOF",
		},
		{
			name: "something else", host: &host{content: html}, size: len(html), requests: 2, received: 2 * len(html),
			after: files{part: ""}, want: "content is damaged: content is not gzip",
		},
		{
			name: "wrong size", host: &host{content: content}, size: size + 1, requests: 4,
			after: files{part: ""}, want: "in place of",
		},
		{
			name: "broken off", host: &host{content: content, script: []answer{cut(10), cut(10), cut(10)}}, size: size, requests: 3, received: 30,
			after: files{part: string(content[:30])}, want: "connection reset by peer",
		},
		{
			name: "gone", before: files{part: string(content[:30])}, host: &host{script: []answer{status(404)}}, size: size, requests: 1,
			after: files{part: string(content[:30])}, want: "HTTP 404",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := folder(t)
			for name, text := range test.before {
				require.NoError(t, dir.WriteFile(name, []byte(text), 0o600))
			}
			saved, told, err := save(t, test.host, dir, test.size)
			assert.Len(t, test.host.requests, test.requests)
			assert.Equal(t, int64(test.received), saved.Received)
			if test.want != "" {
				require.ErrorContains(t, err, test.want)
				requireSilent(t, err)
				requireOnly(t, dir, test.after)
				return
			}
			require.NoError(t, err)
			requireOnly(t, dir, files{name: string(content)})
			assert.Equal(t, int64(size), saved.Size)
			assert.Equal(t, test.requests == 0 && test.before[name] != "", saved.Skipped)
			if !test.host.noRanges {
				assert.Equal(t, test.received, told)
			}
		})
	}
}

// Calls that each get a few bytes further end with the file.
func TestSaveIsContinuedByTheNextCall(t *testing.T) {
	t.Parallel()
	content := gzipOf(t, 200)
	dir := folder(t)
	calls := 0
	for saved := false; !saved; calls++ {
		h := &host{content: content, etag: `"1"`, script: []answer{cut(7), cut(7), cut(7)}}
		_, _, err := save(t, h, dir, len(content))
		saved = err == nil
		require.Less(t, calls, 100)
	}
	assert.Equal(t, (len(content)-1)/21+1, calls)
	requireOnly(t, dir, map[string]string{name: string(content)})
}

// A new address serves for all that is left to do.
func TestSaveKeepsTheNewAddress(t *testing.T) {
	t.Parallel()
	content := gzipOf(t, 100)
	dir := folder(t)
	require.NoError(t, dir.WriteFile(part, []byte("of another file"), 0o600))
	h := &host{content: content, script: []answer{status(403)}}
	file, renewals := h.file(len(content))
	_, err := h.client().Save(t.Context(), file, dir, name, func(int) {})
	require.NoError(t, err)
	assert.Equal(t, 1, *renewals)
	require.Len(t, h.requests, 3)
	assert.Equal(t, address(1).String(), h.requests[2].URL.String())
}

func TestSaveKeepsWhatThereIsWhenItsContextEnds(t *testing.T) {
	t.Parallel()
	content := gzipOf(t, 200)
	dir := folder(t)
	synctest.Test(t, func(t *testing.T) {
		h := &host{content: content, script: []answer{hang(100)}}
		ctx, cancel := context.WithCancel(t.Context())
		file, _ := h.file(len(content))
		_, err := h.client().Save(ctx, file, dir, name, func(n int) {
			if n == 100 {
				cancel()
			}
		})
		require.ErrorIs(t, err, context.Canceled)
	})
	requireOnly(t, dir, map[string]string{part: string(content[:100])})
}

// While the checksum is verified, too, the end of the context is the end.
func TestVerifyingEndsWithTheContext(t *testing.T) {
	t.Parallel()
	content := gzipOf(t, 200)
	dir := folder(t)
	require.NoError(t, dir.WriteFile(part, content, 0o600))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	h := &host{content: content}
	file, _ := h.file(len(content))
	_, err := h.client().Save(ctx, file, dir, name, func(int) {})
	require.ErrorIs(t, err, context.Canceled)
	requireOnly(t, dir, map[string]string{part: string(content)})
}

func TestSaveVerifiesOnlyWhatHasAChecksum(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	h := &host{content: []byte("plain text")}
	file, _ := h.file(10)
	saved, err := h.client().Save(t.Context(), file, dir, "a.log", func(int) {})
	require.NoError(t, err)
	assert.Equal(t, download.Saved{Size: 10, Received: 10}, saved)
	file.Size = 0
	saved, err = h.client().Save(t.Context(), file, dir, "a.log", func(int) {})
	require.NoError(t, err)
	assert.Equal(t, download.Saved{Size: 10, Received: 10}, saved, "nothing says that it is whole")
}

func TestSaveStaysInItsFolder(t *testing.T) {
	t.Parallel()
	content := gzipOf(t, 100)
	hostile := []string{
		"", ".", "..", "/", "/etc/passwd", "../a.gz", "a/../../a.gz", "b/a.gz", `..\a.gz`, `b\a.gz`, "C:a.gz", "a.gz:stream",
		"a\x00.gz", "a\n.gz", "a\x7f.gz", "a.part", "a.gz.PART", strings.Repeat("a", 251),
	}
	for _, name := range hostile {
		dir := folder(t)
		h := &host{content: content}
		file, _ := h.file(len(content))
		_, err := h.client().Save(t.Context(), file, dir, name, func(int) {})
		require.ErrorIs(t, err, download.ErrName, "%q", name)
		assert.Empty(t, h.requests, "%q", name)
		requireOnly(t, dir, nil)
	}
	for _, name := range []string{"a.gz", ".wild.example.com_2018_03_25_180000_190000.gz", "..a", "中.gz", strings.Repeat("a", 250)} {
		require.NoError(t, download.CheckName(name), "%q", name)
	}
}

func TestSaveFollowsNoLinkOutOfItsFolder(t *testing.T) {
	t.Parallel()
	content := gzipOf(t, 100)
	outside := filepath.Join(t.TempDir(), "outside")
	require.NoError(t, os.WriteFile(outside, []byte("keep"), 0o600))

	dir := folder(t)
	require.NoError(t, os.Symlink(outside, filepath.Join(dir.Name(), part)))
	h := &host{content: content}
	_, _, err := save(t, h, dir, len(content))
	require.EqualError(t, err, "a.gz.part is no regular file")

	dir = folder(t)
	require.NoError(t, os.Symlink(outside, filepath.Join(dir.Name(), name)))
	_, _, err = save(t, h, dir, 4)
	require.Error(t, err)
	_, _, err = save(t, h, dir, len(content))
	require.NoError(t, err)
	requireOnly(t, dir, map[string]string{name: string(content)})

	kept, err := os.ReadFile(outside)
	require.NoError(t, err)
	assert.Equal(t, "keep", string(kept))
}

func TestSaveWithoutAFolder(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	require.NoError(t, dir.Mkdir(part, 0o700))
	_, _, err := save(t, &host{}, dir, 10)
	require.EqualError(t, err, "a.gz.part is no regular file")

	dir = folder(t)
	content := gzipOf(t, 100)
	require.NoError(t, dir.Mkdir(name, 0o700))
	_, _, err = save(t, &host{content: content}, dir, len(content))
	require.Error(t, err, "a folder has the name")
}

func TestDamageIsNamed(t *testing.T) {
	t.Parallel()
	content := gzipOf(t, 100)
	content[len(content)-5] ^= 1
	_, _, err := save(t, &host{content: content}, folder(t), len(content))
	require.ErrorIs(t, err, gzip.ErrChecksum)
	assert.NotErrorIs(t, err, download.ErrNotGzip)
}
