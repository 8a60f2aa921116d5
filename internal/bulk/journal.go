package bulk

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/alicdn/alicdn-go/types"
)

// Journal keeps what a job does, one JSON object a line, so that another job
// can go on where this one ended, however it ended: what is about to be sent,
// and how each path ended. A path about which nothing is said after it was sent
// is in doubt.
type Journal struct {
	w     io.Writer
	lines bytes.Buffer

	done   *index[struct{}] // paths that were submitted
	tasks  tasks            // theirs
	doubts *index[int]      // paths in doubt, by the number of their call from 1
	calls  []time.Time      // when the calls were made
}

// entry is a line of a journal. The first line has the title alone.
type entry struct {
	Journal     string          `json:",omitzero"`
	State       types.BulkState `json:",omitzero"`
	ObjectPath  string          `json:",omitzero"`
	TaskId      types.ID        `json:",omitzero"`
	Reason      string          `json:",omitzero"`
	Time        time.Time       `json:",omitzero"`
	ObjectPaths []string        `json:",omitempty"`
}

// sending is the State of paths that are about to be sent.
const sending types.BulkState = "sending"

// ErrForeign is a journal of something else, or no journal at all.
var ErrForeign = errors.New("is not the journal of such a call")

// OpenJournal reads a journal to its end, and will write on from there. The
// title says what it is about. Without rw it is a journal that is not kept.
//
// A line that cannot be read is passed over: it was cut off by a crash.
func OpenJournal(rw io.ReadWriter, title string) (*Journal, error) {
	j := &Journal{w: rw, done: newIndex[struct{}](), doubts: newIndex[int]()}
	if rw == nil {
		return j, nil
	}
	lines := bufio.NewReader(rw)
	for isFirst := true; ; isFirst = false {
		line, err := lines.ReadBytes('\n')
		isLast := errors.Is(err, io.EOF)
		var e entry
		isEntry := json.Unmarshal(line, &e) == nil
		switch {
		case err != nil && !isLast:
			return nil, fmt.Errorf("read journal: %w", err)
		case isFirst && len(line) == 0:
			return j, j.write(entry{Journal: title})
		case isFirst && (!isEntry || e.Journal != title):
			return nil, ErrForeign
		case isEntry:
			j.read(e)
		}
		switch {
		case isLast && len(line) > 0:
			return j, j.endLine()
		case isLast:
			return j, nil
		}
	}
}

// read takes a line in.
func (j *Journal) read(e entry) {
	switch e.State {
	case sending:
		j.calls = append(j.calls, e.Time)
		for _, path := range e.ObjectPaths {
			j.doubts.put(path, len(j.calls))
		}
	case types.BulkSubmitted:
		j.done.put(e.ObjectPath, struct{}{})
		j.tasks.addAll(e.TaskId)
		j.doubts.drop(e.ObjectPath)
	case types.BulkRefused:
		j.doubts.drop(e.ObjectPath)
	case types.BulkNotSent, types.BulkUnknown:
	}
}

// isDone reports whether a path was submitted.
func (j *Journal) isDone(path string) bool {
	_, ok := j.done.get(path)
	return ok
}

// doubt returns the number of the call with which a path was sent that is in
// doubt, 0 if it is not.
func (j *Journal) doubt(path string) int {
	call, _ := j.doubts.get(path)
	return call
}

// time returns when the call of that number was made.
func (j *Journal) time(call int) time.Time {
	if call == 0 {
		return time.Time{}
	}
	return j.calls[call-1]
}

// sends notes that paths are about to be sent.
func (j *Journal) sends(paths []string, now time.Time) error {
	return j.write(entry{State: sending, Time: now, ObjectPaths: paths})
}

// ends notes how paths have ended, in one piece. What was not sent is not
// noted: that is what the journal does not have.
func (j *Journal) ends(outcomes []types.BulkOutcome) error {
	if j.w == nil {
		return nil
	}
	var entries []entry
	for _, o := range outcomes {
		e := entry{State: o.State, ObjectPath: cmp.Or(o.ObjectPath, o.Input), TaskId: o.TaskId}
		if o.Err != nil {
			e.Reason = o.Err.Error()
		}
		if o.State != types.BulkNotSent {
			entries = append(entries, e)
		}
	}
	return j.write(entries...)
}

func (j *Journal) write(entries ...entry) error {
	if j.w == nil || len(entries) == 0 {
		return nil
	}
	j.lines.Reset()
	encoder := jsontext.NewEncoder(&j.lines, jsontext.AllowInvalidUTF8(true))
	for _, e := range entries {
		if err := json.MarshalEncode(encoder, e); err != nil {
			return fmt.Errorf("write journal: %w", err)
		}
	}
	return j.flush()
}

// endLine ends a line that was cut off, lest the next is lost as well.
func (j *Journal) endLine() error {
	j.lines.WriteByte('\n')
	return j.flush()
}

func (j *Journal) flush() error {
	if _, err := j.w.Write(j.lines.Bytes()); err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	return nil
}
