package alicdn_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"net/http"
	"runtime/metrics"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

const logLine = `[9/Jun/2015:01:58:09 +0800] 188.165.15.75 - 1542 "-" "GET http://www.example.com/index.html" 200 191 2830 MISS "Mozilla/5.0 (compatible)" "text/html"`

func TestReadLogGoesOnBehindBrokenLines(t *testing.T) {
	t.Parallel()
	log := logLine + "\ntoken=hush\n" + logLine + "\nx\n" + logLine
	entries := 0
	var last error
	for entry, err := range alicdn.ReadLog(strings.NewReader(log), alicdn.ReadLogOptions{}) {
		require.NoError(t, last, "an error is the last")
		if last = err; err == nil {
			assert.Equal(t, "/index.html", strings.TrimPrefix(entry.URL, "http://www.example.com"))
			entries++
		}
	}
	assert.Equal(t, 3, entries)
	broken, ok := errors.AsType[*alicdn.BrokenLinesError](last)
	require.True(t, ok)
	assert.Equal(t, int64(2), broken.Count)
	line, ok := errors.AsType[*alicdn.LogLineError](last)
	require.True(t, ok)
	assert.Equal(t, int64(2), line.Line)
	assert.Equal(t, "token=hush", line.Text)
	assert.Equal(t, "alicdn: log: line 2: does not begin with a time in brackets (broken lines in all: 2)", last.Error())
	assert.NotContains(t, fmt.Sprintf("%v %+v %#v %#v", last, line, line, last), "hush")

	var numbers []int64
	opts := alicdn.ReadLogOptions{OnBrokenLine: func(line *alicdn.LogLineError) { numbers = append(numbers, line.Line) }}
	for _, err := range alicdn.ReadLog(strings.NewReader(log), opts) {
		require.NoError(t, err, "who is told of the lines needs no error")
	}
	assert.Equal(t, []int64{2, 4}, numbers)
}

func TestReadLogEndsWithItsReader(t *testing.T) {
	t.Parallel()
	failing := io.MultiReader(strings.NewReader(logLine+"\nx\n"), iotest.ErrReader(io.ErrClosedPipe))
	var errs []error
	for _, err := range alicdn.ReadLog(failing, alicdn.ReadLogOptions{}) {
		errs = append(errs, err)
	}
	require.Len(t, errs, 2)
	require.NoError(t, errs[0])
	require.EqualError(t, errs[1], "alicdn: read log: "+io.ErrClosedPipe.Error())
	require.ErrorIs(t, errs[1], io.ErrClosedPipe)
}

func TestReadLogStopsWithItsLoop(t *testing.T) {
	t.Parallel()
	endless := &logGenerator{lines: -1}
	for range alicdn.ReadLog(endless, alicdn.ReadLogOptions{}) {
		break
	}
	assert.Less(t, endless.read, 1<<20)
}

func TestParseLogLine(t *testing.T) {
	t.Parallel()
	for _, end := range []string{"", "\n", "\r\n"} {
		entry, err := alicdn.ParseLogLine(logLine + end)
		require.NoError(t, err)
		assert.Equal(t, types.CacheStatusMiss, entry.CacheStatus)
		assert.Equal(t, "text/html", entry.ContentType)
	}
	_, err := alicdn.ParseLogLine("GET /?token=hush")
	require.EqualError(t, err, "alicdn: log: does not begin with a time in brackets")
	line, ok := errors.AsType[*alicdn.LogLineError](err)
	require.True(t, ok)
	assert.Equal(t, "GET /?token=hush", line.Text)
}

var manyLines = flag.Int("loglines", 50_000, "lines of the log that TestReadLogOfManyLines reads, such as 10000000")

// A log of any length is read in little memory, from a reader or from the
// network.
//
//nolint:paralleltest // so that the heap is its own
func TestReadLogOfManyLines(t *testing.T) {
	server := newLogServer()
	client, transport := server.recorded()
	packed, size := newGzipGenerator(t, *manyLines)
	transport.answer = func(req *http.Request) *http.Response {
		resp := respond(req, http.StatusOK, nil)
		resp.Body, resp.ContentLength = io.NopCloser(packed), int64(size)
		return resp
	}
	server.Script("DescribeCdnDomainLogs", listing("a.gz", "127.0.0.1/a.gz?x", size))
	alone, _ := newGzipGenerator(t, *manyLines)
	for _, log := range []struct {
		name    string
		entries iter.Seq2[types.LogEntry, error]
	}{
		{"ReadLog, plain", alicdn.ReadLog(&logGenerator{lines: *manyLines}, alicdn.ReadLogOptions{})},
		{"ReadLog, gzip", alicdn.ReadLog(alone, alicdn.ReadLogOptions{})},
		{"LogEntries", client.LogEntries(t.Context(), server.span(1), alicdn.LogEntriesOptions{})},
	} {
		before, most := heapInUse(), uint64(0)
		started := time.Now()
		entries, text := 0, int64(0)
		for entry, err := range log.entries {
			require.NoError(t, err)
			entries++
			text += int64(len(logGeneratorFixed) + len(entry.ClientIP) + len(entry.URL) + digits(entry.ResponseSize))
			if entries%10_000 == 0 {
				most = max(most, heapInUse())
			}
		}
		took := time.Since(started)
		require.Equal(t, *manyLines, entries, log.name)
		growth := int64(most) - int64(before)
		assert.Less(t, growth, int64(32<<20), log.name)
		t.Logf("%s: %d lines, %d MB of text in %v, %.0f MB/s, heap up by %.1f MiB at most",
			log.name, entries, text/1e6, took.Round(time.Millisecond), float64(text)/1e6/took.Seconds(), float64(growth)/(1<<20))
	}
}

// heapInUse is how many bytes are allocated, dead ones that are not collected
// yet included.
func heapInUse() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

func digits(n int64) int { return len(strconv.FormatInt(n, 10)) }

// logGenerator is a log that stands nowhere: lines with ever other numbers.
type logGenerator struct {
	lines int // to come, without end if negative
	line  int
	text  []byte
	at    int // in text
	read  int
}

// logGeneratorFixed is a line without what differs between lines: client, URL
// and size of the answer.
const logGeneratorFixed = `[9/Jun/2015:01:00:00 +0800]  - 12 "https://www.example.com/" "GET " 200 412  HIT "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36" "image/png"` + "\n"

func (g *logGenerator) Read(p []byte) (int, error) {
	if g.at == len(g.text) {
		g.text, g.at = g.text[:0], 0
		for n := 0; n < 256 && g.lines != 0; n++ {
			g.addLine()
		}
	}
	if len(g.text) == 0 {
		return 0, io.EOF
	}
	n := copy(p, g.text[g.at:])
	g.at += n
	g.read += n
	return n, nil
}

func (g *logGenerator) addLine() {
	g.lines--
	g.line++
	second := g.line / 1000 % 3600
	g.text = fmt.Appendf(g.text, "[9/Jun/2015:01:%02d:%02d +0800] 198.18.%d.15", second/60, second%60, g.line*7919%256)
	g.text = append(g.text, ` - 12 "https://www.example.com/" "GET https://www.example.com/img/`...)
	g.text = strconv.AppendUint(g.text, uint64(uint32(g.line)*2654435761), 16)
	g.text = append(g.text, `.png" 200 412 `...)
	g.text = strconv.AppendInt(g.text, int64(g.line), 10)
	g.text = append(g.text, ` HIT "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36" "image/png"`+"\n"...)
}

// newGzipGenerator is a log of that many lines as gzip: the same member over
// and over again. It also returns its size.
func newGzipGenerator(t *testing.T, lines int) (log io.Reader, size int) {
	t.Helper()
	const linesOfMember = 5000
	require.Zero(t, lines%linesOfMember)
	var member bytes.Buffer
	z := gzip.NewWriter(&member)
	_, err := io.Copy(z, &logGenerator{lines: linesOfMember})
	require.NoError(t, err)
	require.NoError(t, z.Close())
	members := make([]io.Reader, lines/linesOfMember)
	for i := range members {
		members[i] = bytes.NewReader(member.Bytes())
	}
	return io.MultiReader(members...), len(members) * member.Len()
}
