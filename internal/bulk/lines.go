package bulk

import (
	"bufio"
	"errors"
	"io"
	"iter"
	"strings"
)

var errOnce = errors.New("cannot be read twice")

// Lines yields the lines of r that are not blank. Ranged over again, it begins
// again where r stood, if r can go back. What goes wrong is kept in err.
func Lines(r io.Reader, err *error) iter.Seq[string] {
	var begun bool
	var start int64
	seeker, isSeeker := r.(io.Seeker)
	return func(yield func(string) bool) {
		switch {
		case begun && !isSeeker:
			*err = errOnce
			return
		case begun:
			if _, *err = seeker.Seek(start, io.SeekStart); *err != nil {
				return
			}
		case isSeeker:
			var e error
			start, e = seeker.Seek(0, io.SeekCurrent)
			isSeeker = e == nil // such as a pipe
		}
		begun = true
		lines := bufio.NewScanner(r)
		for lines.Scan() {
			if line := lines.Text(); strings.TrimSpace(line) != "" && !yield(line) {
				return
			}
		}
		*err = lines.Err()
	}
}
