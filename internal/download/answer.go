package download

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/internal/retry"
	"github.com/alicdn/alicdn-go/internal/secret"
)

// offered reads from the head of an answer at which byte its body begins and
// how large the whole file is, 0 if it does not say.
func (r *Reader) offered(resp *http.Response) (from, total int64, err error) {
	switch resp.StatusCode {
	case http.StatusOK:
		return 0, max(resp.ContentLength, 0), nil
	case http.StatusPartialContent:
		from, total, ok := contentRange(resp.Header.Get("Content-Range"))
		if !ok || from != r.at {
			return 0, 0, errRange
		}
		return from, total, nil
	case http.StatusRequestedRangeNotSatisfiable:
		return 0, 0, ErrChanged // it is shorter than what there is of it
	default:
		return 0, 0, &StatusError{resp.StatusCode, retry.Hint(resp.Header, time.Now(), false)}
	}
}

// contentRange reads a header such as "bytes 10-19/200", where the total may
// be *.
func contentRange(value string) (from, total int64, ok bool) {
	value, ok1 := strings.CutPrefix(value, "bytes ")
	span, size, ok2 := strings.Cut(value, "/")
	first, last, ok3 := strings.Cut(span, "-")
	from, err1 := strconv.ParseInt(first, 10, 64)
	_, err2 := strconv.ParseInt(last, 10, 64)
	total, err3 := strconv.ParseInt(size, 10, 64)
	if size == "*" {
		total, err3 = 0, nil
	}
	return from, total, ok1 && ok2 && ok3 && errors.Join(err1, err2, err3) == nil && from >= 0 && total >= 0
}

// isStrong reports whether an ETag is one that vouches for every byte.
func isStrong(etag string) bool { return strings.HasPrefix(etag, `"`) }

// body is the body of an answer, which breaks when nothing arrives for long.
type body struct {
	ctx    context.Context
	cancel context.CancelCauseFunc
	timer  *time.Timer // runs while something is waited for
	stall  time.Duration
	answer *http.Response // nil before there is one
}

func (b *body) Read(p []byte) (int, error) {
	b.timer.Reset(b.stall)
	n, err := b.answer.Body.Read(p)
	b.timer.Stop()
	if err != nil && stalled(b.ctx) != nil {
		err = errStalled
	}
	return n, err
}

func (b *body) close() {
	b.timer.Stop()
	b.cancel(nil)
	if b.answer != nil {
		_ = b.answer.Body.Close()
	}
}

// stalled returns errStalled if that is what ended the context.
func stalled(ctx context.Context) error {
	if errors.Is(context.Cause(ctx), errStalled) {
		return errStalled
	}
	return nil
}

// silent returns err without what is secret of the address of the file.
func (r *Reader) silent(err error) error {
	err = secret.WithoutURL(err)
	secrets := []string{r.file.URL.RawQuery}
	query, _ := url.ParseQuery(r.file.URL.RawQuery) // as much of it as can be read
	for _, values := range query {
		secrets = append(secrets, values...)
	}
	if text := secret.NewScrubber(nil, secrets...).Scrub(err.Error()); text != err.Error() {
		return secret.Reword(err, text)
	}
	return err
}
