package alicdn_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// someTags are n cache tags of 16 characters.
func someTags(n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("product-%08d", i)
	}
	return all
}

// appliedTags returns how often the server has carried out a call with each
// tag, and fails on calls that are larger than is allowed.
func appliedTags(t *testing.T, server *cdntest.Server) map[string]int {
	t.Helper()
	applied := map[string]int{}
	for _, request := range server.Requests() {
		if request.Action != "RefreshObjectCacheByCacheTag" {
			continue
		}
		tags := request.Params.Get("CacheTag")
		require.LessOrEqual(t, utf8.RuneCountInString(tags), 16384)
		for tag := range strings.SplitSeq(tags, ",") {
			if request.Applied {
				applied[tag]++
			}
		}
	}
	return applied
}

func TestRefreshAllByCacheTag(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := bulkServer()
		client := server.Client()
		tags := someTags(5000)
		given := slices.Concat(tags, []string{" product-00000007 ", "a,b", ""})
		outcomes := map[string]types.BulkOutcome{}
		result, err := client.RefreshAllByCacheTag(t.Context(), &types.RefreshObjectCacheByCacheTagRequest{DomainName: "www1.example.com", Force: true},
			slices.Values(given), alicdn.BulkOptions{Deduplicate: true, OnOutcome: outcomesOf(t, outcomes)})
		require.NoError(t, err)
		assert.Equal(t, 5000, result.Submitted)
		assert.Equal(t, 2, result.Refused)
		assert.Equal(t, 1, result.Duplicates)
		assert.Equal(t, 6, result.Calls, "963 of them, with the commas, are 16370 characters")
		assert.Len(t, result.TaskIds, 6)
		require.EqualError(t, outcomes["a,b"].Err, `alicdn: RefreshObjectCacheByCacheTag: parameter CacheTag contains ",", which separates the elements`)
		assert.Len(t, outcomes, 5002)

		applied := appliedTags(t, server)
		assert.Len(t, applied, 5000)
		for _, tag := range tags {
			assert.Equal(t, 1, applied[tag], tag)
			assert.Equal(t, types.BulkSubmitted, outcomes[tag].State)
			assert.NotEmpty(t, outcomes[tag].TaskId)
		}
		assert.Equal(t, "true", server.Requests()[0].Params.Get("Force"))
		assert.Zero(t, countActions(server, "DescribeRefreshQuota"))

		done, err := client.WaitForRefreshTasks(t.Context(), result.TaskIds, alicdn.WaitOptions{})
		require.NoError(t, err)
		assert.Len(t, done, 5000)
	})
}

// Short tags are at most as many a call as URLs are.
func TestManyShortTags(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := bulkServer()
		tags := func(yield func(string) bool) {
			for i := range 2500 {
				if !yield(strconv.Itoa(i)) {
					return
				}
			}
		}
		result, err := server.Client().RefreshAllByCacheTag(t.Context(), &types.RefreshObjectCacheByCacheTagRequest{DomainName: "www1.example.com"},
			tags, alicdn.BulkOptions{})
		require.NoError(t, err)
		assert.Equal(t, 3, result.Calls)
	})
}

func TestTagsAfterLostAnswersAndBusyTimes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := bulkServer()
		server.Script("RefreshObjectCacheByCacheTag", cdntest.ResetAfter(), cdntest.Fail(types.QuotaPerMinuteExceededRefresh),
			cdntest.Fail(types.TooManyRefresh), cdntest.Reset(), cdntest.ServiceBusy())
		result, err := server.Client().RefreshAllByCacheTag(t.Context(), &types.RefreshObjectCacheByCacheTagRequest{DomainName: "www1.example.com"},
			slices.Values(someTags(10)), alicdn.BulkOptions{})
		require.NoError(t, err)
		assert.Equal(t, 10, result.Submitted)
		for tag, times := range appliedTags(t, server) {
			assert.Equal(t, 2, times, "%s: once more after the lost answer", tag)
		}
		assert.Zero(t, countActions(server, "DescribeRefreshTasks"))
	})
}

func TestTagsThatAreNotTaken(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := bulkServer(cdntest.WithQuota(cdntest.Quota{Domains: 50, RefreshUrls: 2000}))
		client := server.Client()
		req := &types.RefreshObjectCacheByCacheTagRequest{DomainName: "www1.example.com"}
		result, err := client.RefreshAllByCacheTag(t.Context(), req, slices.Values(someTags(3000)), alicdn.BulkOptions{Workers: 1})
		require.ErrorIs(t, err, alicdn.ErrQuota)
		assert.Equal(t, 2*963, result.Submitted)
		assert.Equal(t, 3000-2*963, result.NotSent)
		result, err = client.RefreshAllByCacheTag(t.Context(), req, slices.Values(someTags(3000)), alicdn.BulkOptions{Workers: 1, Partial: true})
		require.NoError(t, err)
		assert.Equal(t, 3000, result.NotSent)

		result, err = client.RefreshAllByCacheTag(t.Context(), &types.RefreshObjectCacheByCacheTagRequest{DomainName: "www.example.org"},
			slices.Values(someTags(3000)), alicdn.BulkOptions{Workers: 1})
		require.NoError(t, err)
		assert.Equal(t, 3000, result.Refused)
		assert.Equal(t, 1, result.Calls, "the domain is refused once")
		require.ErrorIs(t, result.Refusals[0].Err, alicdn.ErrNotFound)

		for param, call := range map[string]func() (*types.BulkResult, error){
			"DomainName": func() (*types.BulkResult, error) {
				return client.RefreshAllByCacheTag(t.Context(), nil, slices.Values(someTags(1)), alicdn.BulkOptions{})
			},
			"CacheTag": func() (*types.BulkResult, error) {
				return client.RefreshAllByCacheTag(t.Context(), req, nil, alicdn.BulkOptions{})
			},
			"CacheTag, twice": func() (*types.BulkResult, error) {
				twice := &types.RefreshObjectCacheByCacheTagRequest{DomainName: "www1.example.com", CacheTag: []string{"a"}}
				return client.RefreshAllByCacheTag(t.Context(), twice, slices.Values(someTags(1)), alicdn.BulkOptions{})
			},
		} {
			result, err := call()
			var wrong *alicdn.ParamError
			require.ErrorAs(t, err, &wrong)
			assert.Equal(t, strings.TrimSuffix(param, ", twice"), wrong.Param)
			assert.Nil(t, result)
		}
	})
}

// A journal is of the tags of one domain.
func TestJournalOfTags(t *testing.T) {
	t.Parallel()
	journal := filepath.Join(t.TempDir(), "tags.jsonl")
	synctest.Test(t, func(t *testing.T) {
		server := bulkServer()
		client := server.Client()
		purge := func(domain string) (*types.BulkResult, error) {
			file, err := os.OpenFile(journal, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
			require.NoError(t, err)
			defer file.Close()
			return client.RefreshAllByCacheTag(t.Context(), &types.RefreshObjectCacheByCacheTagRequest{DomainName: domain},
				slices.Values(someTags(10)), alicdn.BulkOptions{Journal: file})
		}
		_, err := purge("www1.example.com")
		require.NoError(t, err)
		result, err := purge("WWW1.example.com")
		require.NoError(t, err)
		assert.Equal(t, 10, result.Resumed)
		assert.Zero(t, result.Calls)
		_, err = purge("www2.example.com")
		require.ErrorContains(t, err, "parameter Journal is not the journal of such a call")
	})
}
