package alicdn_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// manyNew is the request that the tests of this file add domains with.
func manyNew() *types.BatchAddCdnDomainRequest {
	one := newDomain("")
	return &types.BatchAddCdnDomainRequest{CdnType: one.CdnType, Scope: one.Scope, Sources: one.Sources}
}

// roomy makes room for many domains.
func roomy(n int) cdntest.Option { return cdntest.WithQuota(cdntest.Quota{Domains: n}) }

// under returns n names below a root domain.
func under(root string, n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("d%03d.%s", i, root)
	}
	return names
}

// account holds a result against the names that were given and against what the
// server has: each has one outcome, and those that are said to be added are
// there, and no others.
func account(t *testing.T, server *cdntest.Server, names []string, result *types.AddDomainsResult) map[types.AddDomainState][]string {
	t.Helper()
	byState := map[types.AddDomainState][]string{}
	require.Len(t, result.Outcomes, len(names))
	for i, outcome := range result.Outcomes {
		assert.Equal(t, names[i], outcome.Input)
		assert.Equal(t, outcome.State == types.AddDomainAdded, outcome.Err == nil, "%+v", outcome)
		byState[outcome.State] = append(byState[outcome.State], outcome.DomainName)
	}
	assert.Len(t, byState[types.AddDomainAdded], result.Added)
	assert.Len(t, byState[types.AddDomainRefused], result.Refused)
	assert.Len(t, byState[types.AddDomainUnproved], result.Unproved)
	assert.Len(t, byState[types.AddDomainNotSent], result.NotSent)
	assert.Len(t, byState[types.AddDomainUnknown], result.Unknown)
	there := theseThere(t, server)
	for _, name := range byState[types.AddDomainAdded] {
		assert.True(t, there[name], "%s is there", name)
	}
	for _, state := range []types.AddDomainState{types.AddDomainUnproved, types.AddDomainNotSent} {
		for _, name := range byState[state] {
			assert.False(t, there[name], "%s is not there: %s", name, state)
		}
	}
	return byState
}

// theseThere are the domains of the server.
func theseThere(t *testing.T, server *cdntest.Server) map[string]bool {
	t.Helper()
	there := map[string]bool{}
	for range 100 {
		server.Script("DescribeUserDomains", cdntest.Pass())
	}
	for domain, err := range server.Client().DescribeUserDomainsIter(t.Context(), nil) {
		require.NoError(t, err)
		there[domain.DomainName] = true
	}
	return there
}

func TestAddDomains(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying(roomy(500), cdntest.WithVerification("example.org"))
		var placed atomic.Int64
		var seen updates
		names := slices.Concat(under("example.org", 120), under("example.com", 60), under("example.net", 3))
		told := map[string]int{}
		begin := time.Now()
		result, err := server.Client().AddDomains(t.Context(), manyNew(), slices.Values(names), alicdn.AddDomainsOptions{
			PlaceProof: placing(server, &placed), Wait: seen.options(),
			OnOutcome: func(o types.AddDomainOutcome) { told[o.DomainName]++ },
		})
		require.NoError(t, err)
		account(t, server, names, result)
		assert.Equal(t, 183, result.Added)
		assert.Equal(t, int64(2), placed.Load(), "once a root domain")
		assert.Len(t, told, 183)
		for name, n := range told {
			assert.Equal(t, 1, n, name)
		}
		assert.InDelta(t, 5*time.Minute, time.Since(begin), float64(time.Minute))
		assert.LessOrEqual(t, result.Calls, 15)
		for _, request := range server.Requests() {
			if request.Action == "BatchAddCdnDomain" {
				assert.LessOrEqual(t, len(strings.Split(request.Params.Get("DomainName"), ",")), 50)
			}
		}
		var whats []string
		for _, update := range seen {
			whats = append(whats, update.What)
		}
		slices.Sort(whats)
		assert.Equal(t, []string{"the ownership of example.com to be proved", "the ownership of example.net to be proved"}, slices.Compact(whats))
	})
}

// What is refused is singled out, and the others are added.
func TestAddDomainsSinglesOutCulprits(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying(roomy(500), cdntest.WithVerification("example.org"),
			cdntest.WithForeignDomains("d017.example.org", "d118.example.org"), cdntest.WithDomains("x.wide.example.org"))
		client := server.Client()
		other := newDomain("d050.example.org")
		other.CdnType = types.CdnTypeVideo
		for _, req := range []*types.AddCdnDomainRequest{other, newDomain("d051.example.org")} {
			_, err := client.AddCdnDomain(t.Context(), req)
			require.NoError(t, err)
		}
		bad := []string{"", "*.example.org", "a,b.example.org", ".wide.example.org", "no domain", "D000.example.org", " d001.example.org "}
		names := slices.Concat(under("example.org", 120), bad, []string{"www.example.com"})
		result, err := client.AddDomains(t.Context(), manyNew(), slices.Values(names), alicdn.AddDomainsOptions{})
		require.NoError(t, err, "that domains were refused is no error")
		byState := account(t, server, names, result)
		assert.Equal(t, 120-3, result.Added)
		assert.ElementsMatch(t, []string{
			"d017.example.org", "d118.example.org", "d050.example.org",
			"", "*.example.org", "a,b.example.org", ".wide.example.org", "no domain", "d000.example.org", "d001.example.org",
		}, byState[types.AddDomainRefused])
		assert.Equal(t, []string{"www.example.com"}, byState[types.AddDomainUnproved])

		errs := map[string]error{}
		for _, outcome := range result.Outcomes {
			if outcome.Err != nil {
				errs[outcome.Input] = outcome.Err
			}
		}
		require.ErrorContains(t, errs["d050.example.org"], "the account has the domain with other settings: CdnType is video, not web")
		assert.True(t, alicdn.IsCode(errs["d017.example.org"], types.DomainAlreadyExist))
		assert.True(t, alicdn.IsCode(errs[".wide.example.org"], types.ExtensiveAndSpecificDomainConflict))
		require.ErrorContains(t, errs["D000.example.org"], "twice")
		require.ErrorIs(t, errs["*.example.org"], alicdn.ErrInvalid)
		assert.Equal(t, "verification.example.com", requireAddError(t, errs["www.example.com"]).Proof.RecordName)

		// Once more: all that is there counts as added.
		again, err := client.AddDomains(t.Context(), manyNew(), slices.Values(names), alicdn.AddDomainsOptions{})
		require.NoError(t, err)
		assert.Equal(t, byState, account(t, server, names, again))
	})
}

// The room that is left is used to the last, and the rest is accounted for.
func TestAddDomainsQuota(t *testing.T) {
	t.Parallel()
	for _, workers := range []int{1, 8} {
		synctest.Test(t, func(t *testing.T) {
			server := verifying(roomy(77), cdntest.WithVerification("example.org"))
			names := slices.Concat(under("example.com", 5), under("example.org", 160))
			var placed atomic.Int64
			result, err := server.Client().AddDomains(t.Context(), manyNew(), slices.Values(names),
				alicdn.AddDomainsOptions{Workers: workers, PlaceProof: placing(server, &placed)})
			require.ErrorIs(t, err, alicdn.ErrQuota)
			assert.True(t, alicdn.IsCode(err, types.DomainOverLimit))
			byState := account(t, server, names, result)
			assert.Empty(t, byState[types.AddDomainUnknown])
			assert.Len(t, theseThere(t, server), result.Added)
			assert.Equal(t, 77, result.Added)
			assert.Equal(t, 165-77, result.NotSent)
		})
	}
}

// An error that would meet all domains ends it after one call each worker.
func TestAddDomainsFutile(t *testing.T) {
	t.Parallel()
	for _, code := range []types.ErrorCode{
		types.InvalidSourcesMalformed, types.ForbiddenRAM, types.OperationDenied, types.EntityNotExistResourceGroup, types.SignatureDoesNotMatch,
		types.CheckSourceHealthFailed, types.InnerAddDomainDenied, types.CdnServiceNotFound, types.AbsResourceGroupIdMalformed,
	} {
		synctest.Test(t, func(t *testing.T) {
			server := verifying(cdntest.WithVerification("example.org"))
			server.Script("BatchAddCdnDomain", cdntest.Fail(code))
			names := under("example.org", 200)
			result, err := server.Client().AddDomains(t.Context(), manyNew(), slices.Values(names), alicdn.AddDomainsOptions{Workers: 1})
			assert.True(t, alicdn.IsCode(err, code), "%s: %v", code, err)
			account(t, server, names, result)
			assert.Equal(t, 200, result.NotSent)
			assert.Equal(t, 1, result.Calls)
		})
	}
}

// halfDone is a service that adds some of the domains of a call that it refuses.
type halfDone struct {
	http.RoundTripper

	client *alicdn.Client
	half   atomic.Int64
}

func (h *halfDone) RoundTrip(r *http.Request) (*http.Response, error) {
	query := r.URL.Query()
	if r.Body != nil {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		r.Body = io.NopCloser(strings.NewReader(string(body)))
		if form := string(body); form != "" {
			r.GetBody = nil
			for pair := range strings.SplitSeq(form, "&") {
				if name, value, ok := strings.Cut(pair, "="); ok && query.Get(name) == "" {
					query.Set(name, value)
				}
			}
		}
	}
	resp, err := h.RoundTripper.RoundTrip(r)
	if err != nil || query.Get("Action") != "BatchAddCdnDomain" || resp.StatusCode == http.StatusOK {
		return resp, err
	}
	for i, name := range strings.Split(strings.ReplaceAll(query.Get("DomainName"), "%2C", ","), ",") {
		if i%2 == 0 {
			if _, err := h.client.AddCdnDomain(r.Context(), newDomain(name)); err == nil {
				h.half.Add(1)
			}
		}
	}
	return resp, nil
}

func TestAddDomainsOfCallsThatAreHalfDone(t *testing.T) {
	t.Parallel()
	for _, quota := range []int{1000, 40} {
		synctest.Test(t, func(t *testing.T) {
			server := verifying(roomy(quota), cdntest.WithVerification("example.org"), cdntest.WithForeignDomains("d013.example.org"))
			half := &halfDone{RoundTripper: server.Transport(), client: server.Client()}
			client := server.Client(alicdn.WithHTTPClient(&http.Client{Transport: half}))
			names := slices.Concat(under("example.org", 70), under("example.com", 3))
			var placed atomic.Int64
			result, err := client.AddDomains(t.Context(), manyNew(), slices.Values(names), alicdn.AddDomainsOptions{PlaceProof: placing(server, &placed)})
			byState := account(t, server, names, result)
			assert.Positive(t, half.half.Load(), "some were")
			assert.Empty(t, byState[types.AddDomainUnknown])
			if quota == 40 {
				require.ErrorIs(t, err, alicdn.ErrQuota)
				assert.Equal(t, 40, result.Added)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, []string{"d013.example.org"}, byState[types.AddDomainRefused])
			assert.Equal(t, 72, result.Added)
		})
	}
}

func TestAddDomainsInTrouble(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		synctest.Test(t, func(t *testing.T) {
			server := verifying(roomy(500), cdntest.WithVerification("example.org"), cdntest.WithSeed(seed), cdntest.WithForeignDomains("d013.example.org"),
				cdntest.WithFaults(cdntest.Faults{Throttle: 0.05, InternalError: 0.05, BadGateway: 0.05, Reset: 0.05, ResetAfter: 0.1, Truncate: 0.05, Latency: 0.3}))
			names := slices.Concat(under("example.org", 120), under("example.com", 20), under("example.net", 20))
			var placed atomic.Int64
			result, err := server.Client().AddDomains(t.Context(), manyNew(), slices.Values(names), alicdn.AddDomainsOptions{PlaceProof: placing(server, &placed)})
			require.NoError(t, err)
			assert.Equal(t, 159, result.Added)
			assert.Equal(t, 1, result.Refused)
			assert.Equal(t, int64(2), placed.Load())
		})
	}
}

// Whenever its context ends, the call ends, each domain has its outcome, and
// another call does the rest.
func TestAddDomainsEndsWithItsContextAndGoesOn(t *testing.T) {
	t.Parallel()
	names := slices.Concat(under("example.org", 130), under("example.com", 20), under("example.net", 5))
	for _, limit := range []time.Duration{0, time.Second, 3 * time.Second, 10 * time.Second, time.Minute, 4 * time.Minute, 5*time.Minute + 20*time.Second, time.Hour} {
		t.Run(limit.String(), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := verifying(roomy(500), cdntest.WithVerification("example.org"), cdntest.WithFaults(cdntest.Faults{Latency: 1, MaxLatency: 2 * time.Second, ResetAfter: 0.2}))
				var placed atomic.Int64
				opts := alicdn.AddDomainsOptions{PlaceProof: placing(server, &placed), Workers: 2}
				ctx, cancel := context.WithTimeout(t.Context(), limit)
				defer cancel()
				begin, taken := time.Now(), 0
				result, err := server.Client().AddDomains(ctx, manyNew(), func(yield func(string) bool) {
					for _, name := range names {
						if taken++; !yield(name) {
							return
						}
					}
				}, opts)
				require.NotNil(t, result)
				if err != nil {
					require.ErrorIs(t, err, context.DeadlineExceeded)
					assert.Equal(t, limit, time.Since(begin))
				}
				byState := account(t, server, names[:taken], result)
				assert.Empty(t, byState[types.AddDomainRefused])
				for _, outcome := range result.Outcomes {
					if outcome.Err != nil {
						require.ErrorIs(t, outcome.Err, context.DeadlineExceeded)
					}
				}
				if limit == 4*time.Minute {
					assert.Equal(t, 25, result.Unproved)
				}

				result, err = server.Client().AddDomains(t.Context(), manyNew(), slices.Values(names), opts)
				require.NoError(t, err)
				assert.Equal(t, len(names), result.Added)
			})
		})
	}
}

// The domains of one root domain do not wait for those of another.
func TestAddDomainsOfManyRoots(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying(roomy(500))
		errDNS := errors.New("no such zone")
		var names []string
		for i := range 40 {
			names = append(names, fmt.Sprintf("www.r%02d.example", i), fmt.Sprintf("img.r%02d.example", i))
		}
		var mu sync.Mutex
		calls, busy := map[string]int{}, false
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		result, err := server.Client().AddDomains(ctx, manyNew(), slices.Values(names), alicdn.AddDomainsOptions{
			Workers: 3,
			PlaceProof: func(_ context.Context, proof types.OwnerProof) error {
				mu.Lock()
				assert.False(t, busy, "one at a time")
				busy = true
				calls[proof.RootDomain]++
				mu.Unlock()
				time.Sleep(time.Second)
				mu.Lock()
				busy = false
				mu.Unlock()
				switch proof.RootDomain {
				case "r03.example":
					return errDNS
				case "r05.example": // never spreads
				default:
					server.PlaceRecord(proof.RecordName, proof.Content)
				}
				return nil
			},
		})
		require.ErrorIs(t, err, context.DeadlineExceeded)
		byState := account(t, server, names, result)
		assert.Equal(t, 76, result.Added)
		assert.ElementsMatch(t, []string{"www.r03.example", "img.r03.example", "www.r05.example", "img.r05.example"}, byState[types.AddDomainUnproved])
		assert.Len(t, calls, 40)
		for _, outcome := range result.Outcomes {
			if strings.HasSuffix(outcome.DomainName, "r03.example") {
				require.ErrorIs(t, outcome.Err, errDNS)
			}
		}
	})
}

// A service that does not come back ends it after about ten minutes, and what
// may have been done is told apart from what was not.
func TestAddDomainsOfAServiceThatIsDown(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		prepare func(*cdntest.Server)
		want    types.AddDomainState
	}{
		"adding": {func(s *cdntest.Server) { s.Script("BatchAddCdnDomain", cdntest.Times(1000, cdntest.Unavailable())...) }, types.AddDomainNotSent},
		"all": {func(s *cdntest.Server) {
			s.Script("BatchAddCdnDomain", cdntest.Times(1000, cdntest.Unavailable())...)
			s.Script("DescribeCdnDomainDetail", cdntest.Times(1000, cdntest.Unavailable())...)
		}, types.AddDomainUnknown},
		"looking is forbidden": {func(s *cdntest.Server) {
			s.Script("BatchAddCdnDomain", cdntest.Times(1000, cdntest.Unavailable())...)
			s.Script("DescribeCdnDomainDetail", cdntest.Times(1000, cdntest.Fail(types.ForbiddenRAM))...)
		}, types.AddDomainUnknown},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := verifying(cdntest.WithVerification("example.org"))
				test.prepare(server)
				names, begin := under("example.org", 3), time.Now()
				result, err := server.Client().AddDomains(t.Context(), manyNew(), slices.Values(names), alicdn.AddDomainsOptions{})
				require.ErrorIs(t, err, alicdn.ErrUnavailable)
				assert.InDelta(t, 13*time.Minute, time.Since(begin), float64(5*time.Minute))
				assert.Len(t, account(t, server, names, result)[test.want], 3)
			})
		})
	}
}

// An account that must not look at domains adds them all the same.
func TestAddDomainsBlind(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying(cdntest.WithVerification("example.org"), cdntest.WithForeignDomains("d001.example.org"))
		server.Script("DescribeCdnDomainDetail", cdntest.Times(1000, cdntest.Fail(types.ForbiddenRAM))...)
		server.Script("BatchAddCdnDomain", cdntest.Reset(), cdntest.Unavailable())
		names := under("example.org", 4)
		result, err := server.Client().AddDomains(t.Context(), manyNew(), slices.Values(names), alicdn.AddDomainsOptions{})
		require.NoError(t, err)
		byState := account(t, server, names, result)
		assert.Equal(t, 3, result.Added)
		assert.Equal(t, []string{"d001.example.org"}, byState[types.AddDomainRefused])
	})
}

// A domain that somebody else goes on adding is refused in the end, alone.
func TestAddDomainsUnderWay(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying(cdntest.WithVerification("example.org"))
		server.Script("BatchAddCdnDomain", cdntest.Times(1000, cdntest.Fail(types.BusinessExist))...)
		result, err := server.Client().AddDomains(t.Context(), manyNew(), slices.Values(under("example.org", 1)), alicdn.AddDomainsOptions{})
		require.NoError(t, err)
		assert.Equal(t, 1, result.Refused)
		assert.True(t, alicdn.IsCode(result.Outcomes[0].Err, types.BusinessExist))
	})
}

// The service says that the proof is there, but does not act upon it yet.
func TestAddDomainsWaitsForAProofToCount(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying(cdntest.WithVerification("example.org"))
		server.Script("BatchAddCdnDomain", cdntest.Times(9, cdntest.Fail(types.DomainOwnerVerifyFail))...)
		names := under("example.org", 5)
		var placed atomic.Int64
		result, err := server.Client().AddDomains(t.Context(), manyNew(), slices.Values(names), alicdn.AddDomainsOptions{PlaceProof: placing(server, &placed)})
		require.NoError(t, err)
		account(t, server, names, result)
		assert.Equal(t, 5, result.Added)
		assert.Equal(t, int64(1), placed.Load())
	})
}

// A sequence that panics leaves nothing behind.
func TestAddDomainsOfASequenceThatPanics(t *testing.T) { //nolint:paralleltest // The goroutines of other tests would look like leaks.
	synctest.Test(t, func(t *testing.T) {
		server := verifying(roomy(500))
		var placed atomic.Int64
		assert.PanicsWithValue(t, "ouch", func() {
			_, _ = server.Client().AddDomains(t.Context(), manyNew(), func(yield func(string) bool) {
				for _, name := range under("example.com", 60) {
					yield(name)
				}
				time.Sleep(time.Minute)
				panic("ouch")
			}, alicdn.AddDomainsOptions{PlaceProof: placing(server, &placed)})
		})
	})
	goleak.VerifyNone(t)
}

func TestAddDomainsParamErrors(t *testing.T) {
	t.Parallel()
	server := verifying()
	client := server.Client()
	none := slices.Values([]string{"a.example.com"})
	given := manyNew()
	given.DomainName = []string{"a.example.com"}
	for _, call := range []func() (*types.AddDomainsResult, error){
		func() (*types.AddDomainsResult, error) {
			return client.AddDomains(t.Context(), nil, none, alicdn.AddDomainsOptions{})
		},
		func() (*types.AddDomainsResult, error) {
			return client.AddDomains(t.Context(), given, none, alicdn.AddDomainsOptions{})
		},
		func() (*types.AddDomainsResult, error) {
			return client.AddDomains(t.Context(), manyNew(), nil, alicdn.AddDomainsOptions{})
		},
		func() (*types.AddDomainsResult, error) {
			return client.AddDomains(t.Context(), manyNew(), none, alicdn.AddDomainsOptions{Workers: -1})
		},
	} {
		result, err := call()
		require.ErrorIs(t, err, alicdn.ErrInvalid)
		assert.Nil(t, result)
	}
	result, err := client.AddDomains(t.Context(), manyNew(), slices.Values([]string(nil)), alicdn.AddDomainsOptions{})
	require.NoError(t, err)
	assert.Empty(t, result.Outcomes)
	assert.Empty(t, server.Requests())
}
