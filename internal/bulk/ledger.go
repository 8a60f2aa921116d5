package bulk

import (
	"strings"
	"sync"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// keptRefusals is how many refusals a result has.
const keptRefusals = 100

// ledger counts, keeps and tells what becomes of paths: one after the other,
// so that those who are told need no lock.
type ledger struct {
	mu       sync.Mutex
	started  time.Time
	result   types.BulkResult
	tasks    tasks
	journal  *Journal
	outcome  func(types.BulkOutcome)
	progress func(types.BulkProgress)
}

// record notes how paths have ended. The error is that of the journal.
func (l *ledger) record(outcomes []types.BulkOutcome) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, o := range outcomes {
		l.count(o)
		if l.outcome != nil {
			l.outcome(o)
		}
	}
	if l.progress != nil {
		l.progress(l.now())
	}
	return l.journal.ends(outcomes)
}

func (l *ledger) count(o types.BulkOutcome) {
	switch o.State {
	case types.BulkSubmitted:
		l.result.Submitted++
		l.tasks.addAll(o.TaskId)
	case types.BulkRefused:
		l.result.Refused++
		if len(l.result.Refusals) < keptRefusals {
			l.result.Refusals = append(l.result.Refusals, o)
		}
	case types.BulkNotSent:
		l.result.NotSent++
	case types.BulkUnknown:
		l.result.Unknown++
	}
}

// called counts a call.
func (l *ledger) called() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.result.Calls++
}

// sends notes that paths are about to be sent. The error is that of the
// journal.
func (l *ledger) sends(paths []string, now time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.journal.sends(paths, now)
}

// passed counts a path that is left out since it had its turn.
func (l *ledger) passed(isDuplicate bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if isDuplicate {
		l.result.Duplicates++
	} else {
		l.result.Resumed++
	}
}

// claim takes the first of the tasks that is not taken yet.
func (l *ledger) claim(ids []types.ID) (types.ID, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, id := range ids {
		if l.tasks.add(id) {
			return id, true
		}
	}
	return "", false
}

// close returns the result.
func (l *ledger) close() *types.BulkResult {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.now()
	result := l.result
	result.TaskIds = l.tasks.all
	return &result
}

func (l *ledger) now() types.BulkProgress {
	l.result.Elapsed = time.Since(l.started)
	return l.result.BulkProgress
}

// tasks are IDs, each once, in the order of their arrival.
type tasks struct {
	all   []string
	known map[types.ID]struct{}
}

// addAll adds the IDs of an answer, which commas separate.
func (t *tasks) addAll(list types.ID) {
	for id := range strings.SplitSeq(string(list), ",") {
		t.add(types.ID(strings.TrimSpace(id)))
	}
}

// add adds an ID and reports whether it is new.
func (t *tasks) add(id types.ID) bool {
	if _, ok := t.known[id]; ok || id == "" {
		return false
	}
	if t.known == nil {
		t.known = map[types.ID]struct{}{}
	}
	t.known[id] = struct{}{}
	t.all = append(t.all, string(id))
	return true
}
