package accesslog_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/accesslog"
)

// read reads a log to its end: the entries' methods, the numbers of the broken
// lines, and why it ended, nil at the end of the log.
func read(r io.Reader) (methods string, broken []int64, err error) {
	reader := accesslog.NewReader(r)
	for {
		entry, err := reader.Next()
		line, isLine := errors.AsType[*accesslog.LineError](err)
		switch {
		case isLine:
			broken = append(broken, line.Number)
		case errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
			return methods, broken, nil
		case err != nil:
			return methods, broken, err
		default:
			methods += entry.Method
		}
	}
}

// line is the golden line with another method.
func line(method string) string { return strings.Replace(golden, "GET", method, 1) }

func pack(t *testing.T, text string) []byte {
	t.Helper()
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, err := io.WriteString(z, text)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return packed.Bytes()
}

func TestReaderReadsPlainAndCompressedLogs(t *testing.T) {
	t.Parallel()
	long := strings.Replace(line("L"), "index.html", strings.Repeat("x", accesslog.LongestLine), 1)
	fits := strings.Replace(line("F"), "index.html", strings.Repeat("x", accesslog.LongestLine-len(golden)), 1)
	tests := []struct {
		name, text, methods string
		broken              []int64
	}{
		{"nothing", "", "", nil},
		{"one byte", "x", "", []int64{1}},
		{"one line", line("A") + "\n", "A", nil},
		{"no end of the last line", line("A") + "\n" + line("B"), "AB", nil},
		{"lines of Windows", line("A") + "\r\n" + line("B") + "\r\n", "AB", nil},
		{"empty lines", "\n\r\n" + line("A") + "\n\n\n" + line("B") + "\n\n", "AB", nil},
		{"broken lines", "x\n" + line("A") + "\n\ny\n" + line("B") + "\nz", "AB", []int64{1, 4, 6}},
		{"a line that just fits", line("A") + "\n" + fits + "\n" + line("B"), "AFB", nil},
		{"a line too long", line("A") + "\n" + long + "\n" + line("B"), "AB", []int64{2}},
		{"a last line too long", line("A") + "\n" + long, "A", []int64{2}},
		{"a bomb of one line", strings.Repeat("\x00", 20*accesslog.LongestLine), "", []int64{1}},
	}
	for _, test := range tests {
		packed := pack(t, test.text)
		half := len(test.text) / 2
		members := append(pack(t, test.text[:half]), pack(t, test.text[half:])...)
		for kind, source := range map[string]io.Reader{
			"plain":           strings.NewReader(test.text),
			"plain, bytewise": iotest.OneByteReader(strings.NewReader(test.text)),
			"gzip":            bytes.NewReader(packed),
			"gzip, bytewise":  iotest.OneByteReader(bytes.NewReader(packed)),
			"gzip members":    bytes.NewReader(members),
		} {
			methods, broken, err := read(source)
			require.NoError(t, err, "%s, %s", test.name, kind)
			assert.Equal(t, test.methods, methods, "%s, %s", test.name, kind)
			assert.Equal(t, test.broken, broken, "%s, %s", test.name, kind)
		}
	}
}

// Part of a line is no line.
func TestReaderEndsWhereReadingFails(t *testing.T) {
	t.Parallel()
	text := line("A") + "\n" + line("B") // which would be a line
	methods, broken, err := read(io.MultiReader(strings.NewReader(text), iotest.ErrReader(io.ErrClosedPipe)))
	require.ErrorIs(t, err, io.ErrClosedPipe)
	assert.Equal(t, "A", methods)
	assert.Empty(t, broken)

	methods, broken, err = read(io.MultiReader(strings.NewReader("x"), iotest.ErrReader(io.ErrClosedPipe)))
	require.ErrorIs(t, err, io.ErrClosedPipe)
	assert.Empty(t, methods)
	assert.Empty(t, broken)
}

func TestReaderNoticesDamage(t *testing.T) {
	t.Parallel()
	packed := pack(t, line("A")+"\n"+line("B")+"\n")
	for end := 2; end < len(packed); end++ {
		_, _, err := read(bytes.NewReader(packed[:end]))
		require.ErrorIs(t, err, io.ErrUnexpectedEOF, "cut after %d bytes", end)
	}
	for _, at := range []int{2, 3, len(packed) - 8, len(packed) - 1} { // method, flags, checksum, size
		damaged := bytes.Clone(packed)
		damaged[at] ^= 0xe4
		_, _, err := read(bytes.NewReader(damaged))
		require.Error(t, err, "damaged at %d", at)
	}
	_, _, err := read(bytes.NewReader(append(bytes.Clone(packed), "rubbish"...)))
	require.Error(t, err)
}

func TestLineErrorDoesNotTellTheLine(t *testing.T) {
	t.Parallel()
	reader := accesslog.NewReader(strings.NewReader("\nhttp://u:secret@www.example.com\r\n"))
	_, err := reader.Next()
	broken, ok := errors.AsType[*accesslog.LineError](err)
	require.True(t, ok)
	assert.Equal(t, "line 2 does not begin with a time in brackets", err.Error())
	assert.Equal(t, "http://u:secret@www.example.com", broken.Text)
	_, err = reader.Next()
	assert.ErrorIs(t, err, io.EOF)
}

func FuzzReader(f *testing.F) {
	f.Add([]byte(golden + "\n\nx\n" + golden))
	f.Add([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0})
	f.Add([]byte{0x1f, 0x8b})
	f.Fuzz(func(t *testing.T, log []byte) {
		_, broken, _ := read(bytes.NewReader(log))
		last := int64(0)
		for _, number := range broken {
			require.Greater(t, number, last)
			last = number
		}
	})
}
