package download

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// partSuffix is what the name of a file ends with until it is whole.
const partSuffix = ".part"

// mode is that of new files: logs tell who asked for what.
const mode = 0o600

// Saved is how a file was saved.
type Saved struct {
	Size     int64 // of the file
	Received int64 // bytes that went over the network
	Skipped  bool  // the file was there already
}

// CheckName returns ErrName for a name of a file that is none, that leads into
// another folder, or that could be taken for an unfinished one.
func CheckName(name string) error {
	const longest = 255 - len(partSuffix)
	isControl := func(r rune) bool { return r < ' ' || r == 0x7f }
	if !filepath.IsLocal(name) || name == "." || strings.ContainsAny(name, `/\:`) || strings.ContainsFunc(name, isControl) ||
		len(name) > longest || strings.HasSuffix(strings.ToLower(name), partSuffix) {
		return ErrName
	}
	return nil
}

// Save fetches a file into a folder. One that is there in full is left alone.
// What there is of one that is not is in a file whose name ends with .part,
// which the next call goes on with. A name that ends with .gz is that of a gzip
// file, whose checksum is verified. The function is told of bytes as they
// arrive.
func (c *Client) Save(ctx context.Context, file File, dir *os.Root, name string, received func(n int)) (Saved, error) {
	if err := CheckName(name); err != nil {
		return Saved{}, err
	}
	s := saving{client: c, file: file, dir: dir, name: name, tell: received}
	if size, whole := s.isThere(ctx); whole {
		return Saved{Size: size, Skipped: true}, nil
	}
	part, err := s.openPart()
	if err != nil {
		return Saved{}, err
	}
	err = s.fill(ctx, part)
	if err == nil {
		err = part.Sync() // before the name says that it is whole
	}
	err = errors.Join(err, part.Close())
	if err == nil {
		err = dir.Rename(name+partSuffix, name)
	}
	return Saved{Size: s.size, Received: s.received}, err
}

// saving is one call of Save.
type saving struct {
	client   *Client
	file     File
	dir      *os.Root
	name     string
	tell     func(n int)
	size     int64
	received int64
}

// isThere reports whether the file is there and whole.
func (s *saving) isThere(ctx context.Context) (size int64, whole bool) {
	info, err := s.dir.Lstat(s.name)
	if err != nil || !info.Mode().IsRegular() {
		return 0, false
	}
	if s.file.Size > 0 {
		return info.Size(), info.Size() == s.file.Size
	}
	f, err := s.dir.Open(s.name)
	if err != nil {
		return 0, false
	}
	defer func() { _ = f.Close() }()
	return info.Size(), s.isGzip() && checkGzip(ctx, f) == nil
}

func (s *saving) isGzip() bool { return strings.HasSuffix(s.name, ".gz") }

func (s *saving) openPart() (*os.File, error) {
	name := s.name + partSuffix
	info, err := s.dir.Lstat(name)
	if err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file", name)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return s.dir.OpenFile(name, os.O_RDWR|os.O_CREATE, mode)
}

// fill makes the unfinished file whole. If what there was of it turns out to be
// of no use, or the file changes meanwhile, it begins once more.
func (s *saving) fill(ctx context.Context, part *os.File) error {
	from, err := part.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	if s.file.Size > 0 && from > s.file.Size {
		from = 0
	}
	err = s.fetch(ctx, part, from)
	if isUseless(err) && ctx.Err() == nil {
		err = s.fetch(ctx, part, 0)
	}
	if isUseless(err) {
		err = errors.Join(err, part.Truncate(0)) // the next call has nothing to go on with
	}
	return err
}

// isUseless reports whether an error means that the content is wrong, not just
// that some is missing.
func isUseless(err error) bool {
	_, size := errors.AsType[*SizeError](err)
	return size || errors.Is(err, ErrChanged) || errors.Is(err, errDamaged)
}

// fetch fetches a file from that byte on and verifies the whole.
func (s *saving) fetch(ctx context.Context, part *os.File, from int64) error {
	if err := part.Truncate(from); err != nil {
		return err
	}
	if _, err := part.Seek(from, io.SeekStart); err != nil {
		return err
	}
	r := s.client.Open(ctx, s.file, from)
	defer r.Close()
	n, err := io.Copy(writer{part, s.tell}, onlyReader{r})
	s.size = from + n
	s.received += r.received
	s.file.Place = r.file.Place // which may be a new one
	if err != nil || !s.isGzip() {
		return err
	}
	if _, err := part.Seek(0, io.SeekStart); err != nil {
		return err
	}
	return checkGzip(ctx, part)
}

// writer writes to a file and tells of it.
type writer struct {
	file *os.File
	tell func(n int)
}

func (w writer) Write(p []byte) (int, error) {
	n, err := w.file.Write(p)
	w.tell(n)
	return n, err
}

// onlyReader hides what else a reader can do.
type onlyReader struct{ io.Reader }

var errDamaged = errors.New("content is damaged")

// checkGzip reads gzip to its end, which has the checksum and the size of what
// is in it.
func checkGzip(ctx context.Context, r io.Reader) error {
	z, err := gzip.NewReader(untilDone{ctx, r})
	if err == nil {
		_, err = io.Copy(io.Discard, z) //nolint:gosec // a bomb costs time, which ctx limits
	}
	switch {
	case err == nil || ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, gzip.ErrHeader) && z == nil:
		return fmt.Errorf("%w: %w", errDamaged, ErrNotGzip)
	default:
		return fmt.Errorf("%w: %w", errDamaged, err)
	}
}

// untilDone reads until the context ends.
type untilDone struct {
	ctx context.Context
	r   io.Reader
}

func (u untilDone) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.r.Read(p)
}
