package alicdn_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// slow are durations as the real service has them.
func slow() cdntest.Durations {
	return cdntest.Durations{
		Add: 15 * time.Minute, Stop: time.Minute, Start: 2 * time.Minute, Delete: 4 * time.Minute,
		Configure: 3 * time.Minute, Refresh: 5 * time.Minute, Preload: 30 * time.Minute,
	}
}

func addDomain(t *testing.T, client *alicdn.Client, name string) {
	t.Helper()
	_, err := client.AddCdnDomain(t.Context(), &types.AddCdnDomainRequest{
		DomainName: name, CdnType: types.CdnTypeWeb,
		Sources: types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.com"}},
	})
	require.NoError(t, err)
}

func TestWaitForDomainStatus(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDurations(slow()))
		client := server.Client()
		addDomain(t, client, "www.example.com")

		var updates []alicdn.WaitUpdate
		started := time.Now()
		detail, err := client.WaitForDomainStatus(t.Context(), "www.example.com", types.DomainStatusOnline,
			alicdn.WaitOptions{OnUpdate: func(u alicdn.WaitUpdate) { updates = append(updates, u) }})
		require.NoError(t, err)
		assert.Equal(t, types.DomainStatusOnline, detail.DomainStatus)
		took := time.Since(started)
		assert.GreaterOrEqual(t, took, 15*time.Minute)
		assert.Less(t, took, 15*time.Minute+30*time.Second)
		assert.Less(t, len(updates), 50)
		last := updates[len(updates)-1]
		assert.Equal(t, alicdn.WaitUpdate{
			What: "domain www.example.com to be online", State: "online", Elapsed: took, Polls: len(updates),
		}, last)
		assert.Equal(t, []string{"www.example.com"}, updates[0].Remaining)
		assert.Equal(t, "checking", updates[0].State)
		t.Logf("online after %v and %d polls", took, last.Polls)
	})
}

func TestWaitForDomainStatusEndsWithTheContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDurations(slow()))
		client := server.Client()
		addDomain(t, client, "www.example.com")
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(7*time.Minute+time.Second, cancel)
		started := time.Now()
		_, err := client.WaitForDomainStatus(ctx, "www.example.com", types.DomainStatusOnline, alicdn.WaitOptions{})
		assert.Equal(t, 7*time.Minute+time.Second, time.Since(started))
		require.ErrorIs(t, err, context.Canceled)
	})
}
