// Package download fetches files over HTTP whose addresses are secret and
// expire. A connection that breaks is taken up again where it broke.
package download

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/alicdn/alicdn-go/internal/retry"
)

// Client fetches files.
type Client struct {
	// HTTP sends the requests. It has no timeout of its own and does not follow
	// redirects.
	HTTP *http.Client

	// UserAgent is the User-Agent of the requests.
	UserAgent string

	// Attempts is how many requests of a file may fail in a row, and so many
	// more as MiB have arrived.
	Attempts int

	// Backoff is how the waits between them grow.
	Backoff retry.Backoff

	// Stall is how long nothing may arrive before a connection counts as
	// broken.
	Stall time.Duration
}

// Place is where a file is, for the time being.
type Place struct {
	// URL is the address. It is a secret.
	URL *url.URL

	// Size is the size of the file, 0 if it is not known.
	Size int64
}

// File is a file to fetch.
type File struct {
	Place

	// Anew finds the file again once its URL has expired.
	Anew func(context.Context) (Place, error)
}

// What is wrong with a file.
var (
	// ErrChanged is a file that has changed since its first part was fetched.
	ErrChanged = errors.New("file has changed during the download")
	// ErrNotGzip is a file that claims to be gzip.
	ErrNotGzip = errors.New("content is not gzip")
	// ErrName is a name that could lead out of a folder.
	ErrName = errors.New("name is not fit for a file")
	// ErrTwice is a file whose name another one has, too.
	ErrTwice = errors.New("another file has the same name")

	errStalled  = errors.New("nothing arrives any more")
	errRange    = errors.New("answer has another range than asked for")
	errTooLarge = fmt.Errorf("file is larger than %d GiB", largest>>30)
)

// largest is how large a file of unknown size may get.
const largest = 64 << 30

// StatusError is an answer without the file.
type StatusError struct {
	StatusCode int
	RetryAfter time.Duration // that the server asks for
}

// Error names the status.
func (e *StatusError) Error() string {
	return fmt.Sprintf("answer is HTTP %d %s", e.StatusCode, http.StatusText(e.StatusCode))
}

// SizeError is a file of another size than it should have.
type SizeError struct{ Want, Got int64 }

// Error names the sizes.
func (e *SizeError) Error() string {
	return fmt.Sprintf("file has %d bytes in place of %d", e.Got, e.Want)
}
