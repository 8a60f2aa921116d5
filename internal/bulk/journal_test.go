package bulk_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/bulk"
	"github.com/alicdn/alicdn-go/types"
)

var errGone = errors.New("gone")

// file is read from its begin and written at its end.
type file struct {
	bytes.Buffer

	text string
}

func newFile(text string) *file { return &file{*bytes.NewBufferString(text), text} }

func (f *file) Write(p []byte) (int, error) {
	f.text += string(p)
	return len(p), nil
}

// job submits paths to nobody; done are those that it submitted.
func job(journal *bulk.Journal, done *[]string) bulk.Job {
	return bulk.Job{
		Name: "job", Workers: 1, Limits: bulk.Limits{Paths: 2, Domains: 10}, Journal: journal,
		Budget: func(context.Context, func() (int, error)) (int, error) { return math.MaxInt, nil },
		Now:    func() time.Time { return time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC) },
		Send: func(_ context.Context, paths []string) (types.ID, bulk.Verdict, error) {
			*done = append(*done, paths...)
			return "1, 2", bulk.Accepted, nil
		},
		Find:      func(context.Context, string, time.Time) ([]types.ID, error) { return nil, nil },
		Violation: errors.New,
	}
}

func TestJournalOfAnyLengthCanBeGoneOnWith(t *testing.T) {
	t.Parallel()
	paths := slices.Values([]string{"a.com/1", "a.com/2", "a.com/3", "b.com/4", "b.com/\x7f"})
	var all []string
	whole := newFile("")
	journal, err := bulk.OpenJournal(whole, "x")
	require.NoError(t, err)
	_, err = job(journal, &all).Run(t.Context(), paths)
	require.NoError(t, err)
	require.Len(t, all, 4)

	head := strings.IndexByte(whole.text, '\n') + 1
	for length := range len(whole.text) + 1 {
		f := newFile(whole.text[:length])
		journal, err := bulk.OpenJournal(f, "x")
		if 0 < length && length < head-1 {
			require.ErrorIs(t, err, bulk.ErrForeign)
			continue
		}
		require.NoError(t, err)
		var done []string
		result, err := job(journal, &done).Run(t.Context(), paths)
		require.NoError(t, err)
		assert.Equal(t, 4, result.Submitted+result.Resumed)
		assert.Len(t, done, result.Submitted)
		assert.Equal(t, []string{"1", "2"}, result.TaskIds)

		journal, err = bulk.OpenJournal(newFile(f.text), "x")
		require.NoError(t, err)
		done = nil
		_, err = job(journal, &done).Run(t.Context(), paths)
		require.NoError(t, err)
		assert.Empty(t, done, "nothing is left after that")
	}
}

func TestJournalLooksUpWhatIsInDoubt(t *testing.T) {
	t.Parallel()
	f := newFile(`{"Journal":"x"}
{"State":"sending","Time":"2026-02-28T01:02:03Z","ObjectPaths":["a.com/1","b.com/2"]}
{"State":"sending","Time":"2026-02-28T01:02:04Z","ObjectPaths":["a.com/3","a.com/4"]}
{"State":"submitted","ObjectPath":"a.com/3","TaskId":"77"}
{"State":"unknown","ObjectPath":"a.com/4","Reason":"r"}
`)
	journal, err := bulk.OpenJournal(f, "x")
	require.NoError(t, err)
	var done, asked []string
	j := job(journal, &done)
	j.Find = func(_ context.Context, path string, since time.Time) ([]types.ID, error) {
		asked = append(asked, path+" "+since.Format(time.TimeOnly))
		return map[string][]types.ID{"b.com/2": {"66"}, "a.com/4": {"77"}}[path], nil
	}
	result, err := j.Run(t.Context(), slices.Values([]string{"a.com/5", "a.com/4", "a.com/3", "b.com/2", "a.com/1"}))
	require.NoError(t, err)
	assert.ElementsMatch(t, []string{"a.com/1 01:02:03", "b.com/2 01:02:03", "a.com/4 01:02:04"}, asked)
	assert.ElementsMatch(t, []string{"a.com/1", "a.com/5"}, done)
	assert.Equal(t, 4, result.Submitted)
	assert.Equal(t, 1, result.Resumed)
	assert.ElementsMatch(t, []string{"77", "66", "1", "2"}, result.TaskIds)
}

// What is in doubt has used its quota most likely, and is not to be held up for
// want of it.
func TestJournalAsksForNoQuotaTwice(t *testing.T) {
	t.Parallel()
	for _, isPartial := range []bool{false, true} {
		f := newFile(`{"Journal":"x"}
{"State":"sending","Time":"2026-02-28T01:02:03Z","ObjectPaths":["a.com/1","a.com/2"]}
`)
		journal, err := bulk.OpenJournal(f, "x")
		require.NoError(t, err)
		var done []string
		j := job(journal, &done)
		j.Partial, j.ErrExhausted = isPartial, errGone
		j.Budget = func(_ context.Context, need func() (int, error)) (int, error) {
			if isPartial {
				return 1, nil
			}
			n, err := need()
			assert.Equal(t, 2, n)
			return n, err
		}
		j.Find = func(context.Context, string, time.Time) ([]types.ID, error) { return []types.ID{"66"}, nil }
		result, err := j.Run(t.Context(), slices.Values([]string{"a.com/1", "a.com/2", "a.com/3", "a.com/4"}))
		require.NoError(t, err)
		if isPartial {
			assert.Equal(t, []string{"a.com/3"}, done)
			assert.Equal(t, 3, result.Submitted)
			assert.Equal(t, 1, result.NotSent)
			continue
		}
		assert.Equal(t, []string{"a.com/3", "a.com/4"}, done)
		assert.Equal(t, 4, result.Submitted)
		assert.Equal(t, 4, result.Total)
	}
}

func TestJournalOfSomethingElse(t *testing.T) {
	t.Parallel()
	for _, text := range []string{`{"Journal":"y"}` + "\n", "a.com/1\n", "\n", "{}\n", `{"Journal":"x"}`} {
		f := newFile(text)
		_, err := bulk.OpenJournal(f, "x")
		if text == `{"Journal":"x"}` { // all but the end of its line
			require.NoError(t, err)
			continue
		}
		require.ErrorIs(t, err, bulk.ErrForeign, text)
		assert.Equal(t, text, f.text, "nothing is written to it")
	}
	_, err := bulk.OpenJournal(&broken{}, "x")
	require.ErrorIs(t, err, errGone)
}

// broken cannot be read.
type broken struct{ io.Writer }

func (broken) Read([]byte) (int, error) { return 0, errGone }
