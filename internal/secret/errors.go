package secret

import (
	"errors"
	"net/url"
)

// WithoutURL strips the URL, which holds the signature, off an error of
// net/http.
func WithoutURL(err error) error {
	for {
		e, ok := errors.AsType[*url.Error](err)
		if !ok {
			return err
		}
		err = e.Err
	}
}

// Reword returns err under another text.
func Reword(err error, text string) error { return &rewordedError{text, err} }

// rewordedError is an error whose text is not fit to be printed. It can be
// asked for what it wraps, but does not hand it to those who print a whole
// chain.
type rewordedError struct {
	text string
	err  error
}

func (e *rewordedError) Error() string { return e.text }

func (e *rewordedError) Is(target error) bool { return errors.Is(e.err, target) }

func (e *rewordedError) As(target any) bool { return errors.As(e.err, target) }

// GoString keeps what is wrapped from being printed, too.
func (e *rewordedError) GoString() string { return e.text }
