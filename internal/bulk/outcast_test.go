package bulk_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/bulk"
	"github.com/alicdn/alicdn-go/types"
)

// A refused domain is not tried again, unless it was only guessed from an
// expression: then others that begin alike may be of another domain.
func TestRefusedDomains(t *testing.T) {
	t.Parallel()
	tests := []struct {
		kind  bulk.Kind
		paths []string
		tried int
	}{
		{bulk.URL, []string{"bad.com/1", "bad.com/2", "good.com/3"}, 2},
		{bulk.Regex, []string{"^https?://bad.com/1", "^https?://bad.com/2", "^https?://good.com/3"}, 3},
	}
	for _, test := range tests {
		journal, err := bulk.OpenJournal(nil, "")
		require.NoError(t, err)
		var done, tried []string
		j := job(journal, &done)
		j.Kind, j.Limits.Paths = test.kind, 1
		j.Send = func(_ context.Context, paths []string) (types.ID, bulk.Verdict, error) {
			tried = append(tried, paths...)
			if strings.Contains(paths[0], "bad.com") {
				return "", bulk.DomainRefused, errors.New("bad")
			}
			return "1", bulk.Accepted, nil
		}
		result, err := j.Run(t.Context(), slices.Values(test.paths))
		require.NoError(t, err)
		assert.Equal(t, 1, result.Submitted)
		assert.Equal(t, 2, result.Refused)
		assert.Len(t, tried, test.tried)
	}
}
