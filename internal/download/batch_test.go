package download_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/download"
)

// hosts are servers of one file each, by path. Each answer takes a second.
type hosts struct {
	byPath        map[string]*host
	running, most atomic.Int64
}

func (h *hosts) RoundTrip(req *http.Request) (*http.Response, error) {
	h.most.Store(max(h.most.Load(), h.running.Add(1)))
	defer h.running.Add(-1)
	select {
	case <-time.NewTimer(time.Second).C:
	case <-req.Context().Done():
		return nil, req.Context().Err()
	}
	return h.byPath[req.URL.Path].RoundTrip(req)
}

// newHosts has that many files, and the items that name them.
func newHosts(t *testing.T, n int) (*hosts, *download.Client, []download.Item) {
	t.Helper()
	all := &hosts{byPath: map[string]*host{}}
	items := make([]download.Item, n)
	for i := range items {
		name := fmt.Sprintf("%d.gz", i)
		content := gzipOf(t, 100+i)
		all.byPath["/"+name] = &host{content: content, etag: `"1"`}
		size := int64(len(content))
		items[i] = download.Item{Name: name, Size: size, Open: func() (download.File, error) {
			place := download.Place{URL: &url.URL{Scheme: "https", Host: "logs.example.com", Path: "/" + name}, Size: size}
			return download.File{Place: place, Anew: func(context.Context) (download.Place, error) { return place, nil }}, nil
		}}
	}
	client := (&host{}).client()
	client.HTTP = &http.Client{Transport: all}
	return all, client, items
}

func TestSaveAll(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		all, client, items := newHosts(t, 40)
		all.byPath["/3.gz"].script = []answer{status(404)}
		all.byPath["/4.gz"].script = []answer{cut(10), cut(10)}
		all.byPath["/5.gz"].script = []answer{status(403), status(403), status(403)}
		all.byPath["/6.gz"].content[15] ^= 1
		items[7].Name = "../7.gz"
		items[8].Name = "9.gz"
		errClosed := errors.New("closed")
		items[10].Open = func() (download.File, error) { return download.File{}, errClosed }
		dir := folder(t)
		require.NoError(t, dir.WriteFile("11.gz", all.byPath["/11.gz"].content, 0o600))
		require.NoError(t, dir.WriteFile("12.gz.part", all.byPath["/12.gz"].content[:50], 0o600))

		var steps []download.Progress
		results := client.SaveAll(t.Context(), items, dir, 5, func(p download.Progress) { steps = append(steps, p) })

		failed := 0
		for i, result := range results {
			switch i {
			case 3, 5:
				require.ErrorAs(t, result.Err, new(*download.StatusError))
			case 6:
				require.ErrorContains(t, result.Err, "damaged")
			case 7:
				require.ErrorIs(t, result.Err, download.ErrName)
			case 8:
				require.ErrorIs(t, result.Err, download.ErrTwice)
			case 10:
				require.ErrorIs(t, result.Err, errClosed)
			default:
				require.NoError(t, result.Err, items[i].Name)
				content, err := dir.ReadFile(items[i].Name)
				require.NoError(t, err)
				require.Equal(t, all.byPath["/"+items[i].Name].content, content)
				require.Equal(t, i == 11, result.Skipped)
				continue
			}
			failed++
		}
		assert.Equal(t, int64(5), all.most.Load())
		assert.Equal(t, 6, failed)
		require.Len(t, steps, 40)
		for i, p := range steps {
			assert.Equal(t, i+1, p.Files)
			assert.Equal(t, 40, p.TotalFiles)
			assert.LessOrEqual(t, p.Bytes, p.TotalBytes)
		}
		last := steps[len(steps)-1]
		assert.Equal(t, failed, last.Failed)
		missing := int64(0)
		for i, result := range results {
			if result.Err != nil && i != 6 { // whose bytes did arrive
				missing += items[i].Size
			}
		}
		assert.Equal(t, last.TotalBytes-missing, last.Bytes)
	})
}

func TestSaveAllTellsOfEachMiB(t *testing.T) {
	t.Parallel()
	content := []byte(strings.Repeat("x", 5<<20))
	h := &host{content: content}
	file, _ := h.file(len(content))
	item := download.Item{Name: "a.log", Size: int64(len(content)), Open: func() (download.File, error) { return file, nil }}
	var steps []int64
	results := h.client().SaveAll(t.Context(), []download.Item{item}, folder(t), 1, func(p download.Progress) { steps = append(steps, p.Bytes>>20) })
	require.NoError(t, results[0].Err)
	assert.Equal(t, []int64{1, 2, 3, 4, 5, 5}, steps)
}

func TestSaveAllEndsWithItsContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		_, client, items := newHosts(t, 40)
		ctx, cancel := context.WithTimeout(t.Context(), 2500*time.Millisecond)
		defer cancel()
		started := time.Now()
		ended := 0
		results := client.SaveAll(ctx, items, folder(t), 4, func(p download.Progress) { ended = p.Files })
		assert.Equal(t, 2500*time.Millisecond, time.Since(started))
		for i, result := range results {
			if i < 8 {
				require.NoError(t, result.Err, i)
			} else {
				require.ErrorIs(t, result.Err, context.DeadlineExceeded, i)
			}
		}
		assert.Equal(t, 12, ended, "what was not begun has not ended")
	})
	_, client, items := newHosts(t, 3)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, result := range client.SaveAll(ctx, items, folder(t), 4, nil) {
		require.ErrorIs(t, result.Err, context.Canceled)
	}
	assert.Empty(t, client.SaveAll(t.Context(), nil, folder(t), 4, nil))
}
