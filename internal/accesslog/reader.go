package accesslog

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"github.com/alicdn/alicdn-go/types"
)

// LongestLine is how many bytes a line may have, its end included. Longer ones
// are broken.
const LongestLine = 64 << 10

// compressedBuffer is how much of a compressed log is read at once.
const compressedBuffer = 64 << 10

var errTooLong = fmt.Errorf("is longer than %d KiB", LongestLine>>10)

// LineError is a line that could not be read. Reading goes on behind it.
type LineError struct {
	Number int64  // of the line, counted from 1
	Text   string // the line, or as much of it as LongestLine
	Err    error
}

// Error names the line and what is wrong with it, not what it says.
func (e *LineError) Error() string { return fmt.Sprintf("line %d %v", e.Number, e.Err) }

// Unwrap returns what is wrong with the line.
func (e *LineError) Unwrap() error { return e.Err }

// Reader reads the entries of a log, which may be compressed with gzip, in one
// or several members. It holds one line in memory.
type Reader struct {
	source io.Reader
	lines  *bufio.Reader // nil before the first line
	parser Parser
	number int64
}

// NewReader returns a reader of the log in r. It reads nothing yet.
func NewReader(r io.Reader) *Reader { return &Reader{source: r} }

// Next returns the next entry; an error that is a *LineError for a line that is
// none, after which it goes on; and any other error at the end, io.EOF after
// the last line. Empty lines are left out.
func (r *Reader) Next() (types.LogEntry, error) {
	if r.lines == nil {
		if err := r.open(); err != nil {
			return types.LogEntry{}, err
		}
	}
	for {
		line, tooLong, err := r.line()
		if err != nil {
			return types.LogEntry{}, err
		}
		if tooLong {
			return types.LogEntry{}, &LineError{r.number, string(line), errTooLong}
		}
		if line = bytes.TrimSuffix(line, []byte{'\r'}); len(line) == 0 {
			continue
		}
		text := string(line)
		entry, err := r.parser.Parse(text)
		if err != nil {
			return types.LogEntry{}, &LineError{r.number, text, err}
		}
		return entry, nil
	}
}

// open finds out whether the log is compressed.
func (r *Reader) open() error {
	source := bufio.NewReaderSize(r.source, compressedBuffer)
	magic, err := source.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		r.lines = source
		return nil
	}
	z, err := gzip.NewReader(source)
	if err != nil {
		return err
	}
	r.lines = bufio.NewReaderSize(z, LongestLine)
	return nil
}

// line returns the next line without its end, or the beginning of one that is
// too long. A last line counts although its end is missing, unless reading
// failed: then it is only part of a line.
func (r *Reader) line() (line []byte, tooLong bool, err error) {
	line, err = r.lines.ReadSlice('\n')
	r.number++
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		text := bytes.Clone(line)
		return text, true, r.skip()
	case errors.Is(err, io.EOF) && len(line) > 0:
		return line, false, nil
	case err != nil:
		return nil, false, err
	}
	return line[:len(line)-1], false, nil
}

// skip leaves out the rest of a line.
func (r *Reader) skip() error {
	for {
		switch _, err := r.lines.ReadSlice('\n'); {
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.Is(err, io.EOF):
			return nil
		default:
			return err
		}
	}
}
