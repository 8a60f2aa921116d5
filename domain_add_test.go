package alicdn_test

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// newDomain is the request that the tests of this file add a domain with.
func newDomain(name string) *types.AddCdnDomainRequest {
	return &types.AddCdnDomainRequest{
		DomainName: name, CdnType: types.CdnTypeWeb, Scope: types.ScopeOverseas,
		Sources: types.Sources{{Type: types.SourceTypeIpaddr, Content: "192.0.2.10"}, {Type: types.SourceTypeDomain, Content: "origin.example.net", Port: 443, Priority: "30"}},
	}
}

// verifying makes a server that asks for proofs, whose records take minutes to
// spread.
func verifying(opts ...cdntest.Option) *cdntest.Server {
	durations := cdntest.DefaultDurations()
	durations.Add, durations.Spread = 10*time.Minute, 5*time.Minute
	return cdntest.NewServer(append([]cdntest.Option{cdntest.WithoutSocket(), cdntest.WithVerification(), cdntest.WithDurations(durations)}, opts...)...)
}

// placing is a hook that places proofs where the server looks, and counts.
func placing(server *cdntest.Server, calls *atomic.Int64) func(context.Context, types.OwnerProof) error {
	return func(_ context.Context, proof types.OwnerProof) error {
		calls.Add(1)
		if proof.FileURL != "" {
			server.PlaceFile(proof.FileURL, proof.Content)
		} else {
			server.PlaceRecord(proof.RecordName, proof.Content)
		}
		return nil
	}
}

func requireAddError(t *testing.T, err error) *alicdn.AddDomainError {
	t.Helper()
	var add *alicdn.AddDomainError
	require.ErrorAs(t, err, &add)
	return add
}

func TestAddVerifiedDomain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying()
		var placed atomic.Int64
		var proof types.OwnerProof
		var seen updates
		opts := alicdn.AddDomainOptions{UntilOnline: true, Wait: seen.options()}
		opts.PlaceProof = func(ctx context.Context, p types.OwnerProof) error {
			proof = p
			return placing(server, &placed)(ctx, p)
		}
		begin := time.Now()
		domain, err := server.Client().AddVerifiedDomain(t.Context(), newDomain("www.example.com"), opts)
		require.NoError(t, err)
		assert.Equal(t, types.DomainStatusOnline, domain.DomainStatus)
		assert.Equal(t, "www.example.com.w.kunlunle.com", domain.Cname)
		assert.InDelta(t, 15*time.Minute, time.Since(begin), float64(2*time.Minute))

		assert.Equal(t, int64(1), placed.Load())
		assert.Regexp(t, "^verify_[0-9a-f]{32}$", proof.Content)
		assert.Equal(t, "TXT record verification.example.com with the value "+proof.Content, proof.String())
		assert.Equal(t, types.OwnerProof{
			DomainName: "www.example.com", RootDomain: "example.com", VerifyType: types.VerifyTypeDnsCheck, Content: proof.Content,
			RecordType: "TXT", RecordHost: "verification", RecordName: "verification.example.com",
		}, proof)
		assert.Equal(t, 1, server.Applied("AddCdnDomain"))
		assert.Contains(t, seen.states(), "not found")
		assert.Contains(t, seen.states(), "configuring")

		// Its neighbour needs no proof.
		domain, err = server.Client().AddVerifiedDomain(t.Context(), newDomain(".cdn.example.com"), alicdn.AddDomainOptions{})
		require.NoError(t, err)
		assert.Equal(t, types.DomainStatusChecking, domain.DomainStatus)
		assert.Equal(t, int64(1), placed.Load())
		assert.Equal(t, 1, server.Applied("DescribeVerifyContent"))
	})
}

func TestAddVerifiedDomainByFile(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying()
		var placed atomic.Int64
		opts := alicdn.AddDomainOptions{VerifyType: types.VerifyTypeFileCheck}
		_, err := server.Client().AddVerifiedDomain(t.Context(), newDomain("www.example.com.cn"), opts)
		add := requireAddError(t, err)
		assert.Equal(t, types.AddDomainStepVerify, add.Step)
		assert.Equal(t, "http://example.com.cn/verification.html", add.Proof.FileURL)
		assert.Equal(t, "verification.html", add.Proof.FileName)
		assert.Empty(t, add.Proof.RecordName)
		assert.True(t, alicdn.IsCode(err, types.InvalidFile))

		opts.PlaceProof = placing(server, &placed)
		_, err = server.Client().AddVerifiedDomain(t.Context(), newDomain("www.example.com.cn"), opts)
		require.NoError(t, err)
		assert.Equal(t, int64(1), placed.Load())
	})
}

// Without a hook there is one look, and the error says what to do by hand.
func TestAddVerifiedDomainByHand(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying()
		client, begin := server.Client(), time.Now()
		_, err := client.AddVerifiedDomain(t.Context(), newDomain("www.example.com"), alicdn.AddDomainOptions{})
		add := requireAddError(t, err)
		assert.Equal(t, types.AddDomainStepVerify, add.Step)
		assert.True(t, alicdn.IsCode(err, types.DomainOwnerVerifyFail))
		require.ErrorContains(t, err, "add domain www.example.com, step verify (to be placed: TXT record verification.example.com with the value "+add.Proof.Content+")")
		assert.Zero(t, time.Since(begin))
		assert.Equal(t, 0, server.Applied("AddCdnDomain"))

		server.PlaceRecord(add.Proof.RecordName, add.Proof.Content)
		time.Sleep(5 * time.Minute)
		_, err = client.AddVerifiedDomain(t.Context(), newDomain("www.example.com"), alicdn.AddDomainOptions{})
		require.NoError(t, err)
	})
}

// Wherever the end of its context finds it, the call ends at once, says where it
// stands, and another call goes on from there.
func TestAddVerifiedDomainEndsWithItsContextAndGoesOn(t *testing.T) {
	t.Parallel()
	at := func(d time.Duration) func(*cdntest.Server) time.Duration {
		return func(*cdntest.Server) time.Duration { return d }
	}
	slow := func(action string) func(*cdntest.Server) time.Duration {
		return func(server *cdntest.Server) time.Duration {
			server.Script(action, cdntest.Latency(20*time.Second))
			return 10 * time.Second
		}
	}
	steps := map[string]struct {
		prepare func(*cdntest.Server) time.Duration // returns when the context ends
		want    types.AddDomainStep
	}{
		"first call": {slow("AddCdnDomain"), types.AddDomainStepAdd},
		"content":    {slow("DescribeVerifyContent"), types.AddDomainStepContent},
		"hook":       {at(time.Second), types.AddDomainStepPlace},
		"look":       {func(s *cdntest.Server) time.Duration { return slow("VerifyDomainOwner")(s) }, types.AddDomainStepVerify},
		"spreading":  {at(3 * time.Minute), types.AddDomainStepVerify},
		"second call": {func(s *cdntest.Server) time.Duration {
			s.Script("AddCdnDomain", cdntest.Pass())
			slow("AddCdnDomain")(s)
			return 6 * time.Minute
		}, ""},
		"configuring": {at(10 * time.Minute), types.AddDomainStepOnline},
		"look at it": {func(s *cdntest.Server) time.Duration {
			s.Script("DescribeCdnDomainDetail", cdntest.Latency(time.Hour))
			return 7 * time.Minute
		}, types.AddDomainStepOnline},
		"begin": {at(0), types.AddDomainStepAdd},
		"throttled": {func(s *cdntest.Server) time.Duration {
			s.Script("AddCdnDomain", cdntest.Times(100, cdntest.Throttle())...)
			return time.Minute
		}, types.AddDomainStepAdd},
		"lost answers": {func(s *cdntest.Server) time.Duration {
			s.Script("AddCdnDomain", cdntest.Times(15, cdntest.Reset())...)
			return time.Minute
		}, types.AddDomainStepAdd},
		"busy verifier": {func(s *cdntest.Server) time.Duration {
			s.Script("VerifyDomainOwner", cdntest.Times(100, cdntest.Unavailable())...)
			return time.Minute
		}, types.AddDomainStepVerify},
	}
	for name, step := range steps {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := verifying()
				var placed atomic.Int64
				opts := alicdn.AddDomainOptions{UntilOnline: true, PlaceProof: func(ctx context.Context, proof types.OwnerProof) error {
					select {
					case <-time.After(2 * time.Second):
						return placing(server, &placed)(ctx, proof)
					case <-ctx.Done():
						return ctx.Err()
					}
				}}
				limit := step.prepare(server)
				ctx, cancel := context.WithTimeout(t.Context(), limit)
				defer cancel()
				begin := time.Now()
				client := server.Client(alicdn.WithTimeout(time.Hour))
				_, err := client.AddVerifiedDomain(ctx, newDomain("www.example.com"), opts)
				if step.want != "" || err != nil {
					require.ErrorIs(t, err, context.DeadlineExceeded)
					assert.Equal(t, limit, time.Since(begin))
				}
				if step.want != "" {
					assert.Equal(t, step.want, requireAddError(t, err).Step)
				}

				domain, err := server.Client().AddVerifiedDomain(t.Context(), newDomain("www.example.com"), opts)
				require.NoError(t, err)
				assert.Equal(t, types.DomainStatusOnline, domain.DomainStatus)
				assert.Equal(t, 1, server.Applied("AddCdnDomain"))
			})
		})
	}
}

func TestAddVerifiedDomainErrorOfTheHook(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying()
		errDNS := errors.New("no such zone")
		_, err := server.Client().AddVerifiedDomain(t.Context(), newDomain("www.example.com"), alicdn.AddDomainOptions{
			PlaceProof: func(context.Context, types.OwnerProof) error { return errDNS },
		})
		require.ErrorIs(t, err, errDNS)
		add := requireAddError(t, err)
		assert.Equal(t, types.AddDomainStepPlace, add.Step)
		assert.NotEmpty(t, add.Proof.Content)
		assert.Equal(t, 0, server.Applied("VerifyDomainOwner"))
	})
}

// The domain is there already, from before or by a call whose answer was lost.
func TestAddVerifiedDomainThatIsThere(t *testing.T) {
	t.Parallel()
	const name = "www.example.org"
	tests := map[string]struct {
		prepare func(t *testing.T, server *cdntest.Server)
		request func(*types.AddCdnDomainRequest)
		want    string // what the error has, if there is to be one
	}{
		"answer lost": {prepare: func(_ *testing.T, s *cdntest.Server) { s.Script("AddCdnDomain", cdntest.ResetAfter()) }},
		"answer cut":  {prepare: func(_ *testing.T, s *cdntest.Server) { s.Script("AddCdnDomain", cdntest.Truncate()) }},
		"not done":    {prepare: func(_ *testing.T, s *cdntest.Server) { s.Script("AddCdnDomain", cdntest.Reset(), cdntest.BadGateway()) }},
		"failed": {prepare: func(_ *testing.T, s *cdntest.Server) {
			s.Script("AddCdnDomain", cdntest.InternalError(), cdntest.ResetAfter())
		}},
		"throttled": {prepare: func(_ *testing.T, s *cdntest.Server) {
			s.Script("AddCdnDomain", cdntest.Times(9, cdntest.Throttle())...)
		}},
		"look failed": {prepare: func(_ *testing.T, s *cdntest.Server) {
			s.Script("AddCdnDomain", cdntest.ResetAfter())
			s.Script("DescribeCdnDomainDetail", cdntest.Times(8, cdntest.Unavailable())...)
		}},
		"under way": {prepare: func(_ *testing.T, s *cdntest.Server) {
			s.Script("AddCdnDomain", cdntest.Fail(types.BusinessExist), cdntest.Fail(types.BusinessExist))
		}},
		"from before": {prepare: func(t *testing.T, s *cdntest.Server) {
			t.Helper()
			_, err := s.Client().AddCdnDomain(t.Context(), newDomain(name))
			require.NoError(t, err)
		}},
		"from before, not all said": {
			prepare: func(t *testing.T, s *cdntest.Server) {
				t.Helper()
				_, err := s.Client().AddCdnDomain(t.Context(), newDomain(name))
				require.NoError(t, err)
			},
			request: func(req *types.AddCdnDomainRequest) {
				req.Scope, req.DomainName = "", "WWW.example.org"
				req.Sources = types.Sources{req.Sources[1], req.Sources[0]}
				req.Sources[1].Port, req.Sources[1].Weight = 80, "10"
			},
		},
		"with another type": {
			prepare: func(t *testing.T, s *cdntest.Server) {
				t.Helper()
				_, err := s.Client().AddCdnDomain(t.Context(), newDomain(name))
				require.NoError(t, err)
			},
			request: func(req *types.AddCdnDomainRequest) { req.CdnType = types.CdnTypeVideo },
			want:    "CdnType is web, not video",
		},
		"with another origin": {
			prepare: func(t *testing.T, s *cdntest.Server) {
				t.Helper()
				_, err := s.Client().AddCdnDomain(t.Context(), newDomain(name))
				require.NoError(t, err)
			},
			request: func(req *types.AddCdnDomainRequest) { req.Sources = req.Sources[:1] },
			want:    "Sources are domain origin.example.net:443 (priority 30, weight 10), ipaddr 192.0.2.10:80 (priority 20, weight 10), not ipaddr 192.0.2.10:80",
		},
		"being deleted": {prepare: func(t *testing.T, s *cdntest.Server) {
			t.Helper()
			req := newDomain(name)
			req.CdnType = types.CdnTypeVideo
			_, err := s.Client().AddCdnDomain(t.Context(), req)
			require.NoError(t, err)
			time.Sleep(10 * time.Minute)
			_, err = s.Client().DeleteCdnDomain(t.Context(), &types.DeleteCdnDomainRequest{DomainName: name})
			require.NoError(t, err)
		}},
		"of another account": {
			prepare: func(*testing.T, *cdntest.Server) {},
			request: func(req *types.AddCdnDomainRequest) { req.DomainName = "taken.example.org" },
			want:    "DomainAlreadyExist",
		},
		"of another account, answer lost": {
			prepare: func(_ *testing.T, s *cdntest.Server) { s.Script("AddCdnDomain", cdntest.Reset()) },
			request: func(req *types.AddCdnDomainRequest) { req.DomainName = "taken.example.org" },
			want:    "DomainAlreadyExist",
		},
	}
	for what, test := range tests {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := verifying(cdntest.WithVerification("example.org"), cdntest.WithForeignDomains("taken.example.org"))
				test.prepare(t, server)
				req := newDomain(name)
				if test.request != nil {
					test.request(req)
				}
				before := fmt.Sprintf("%+v", req)
				domain, err := server.Client().AddVerifiedDomain(t.Context(), req, alicdn.AddDomainOptions{})
				assert.Equal(t, before, fmt.Sprintf("%+v", req), "the request is left alone")
				if test.want != "" {
					require.ErrorContains(t, err, test.want)
					require.ErrorIs(t, err, alicdn.ErrConflict)
					assert.Equal(t, types.AddDomainStepAdd, requireAddError(t, err).Step)
					assert.Nil(t, domain)
					return
				}
				require.NoError(t, err)
				assert.Equal(t, name, domain.DomainName)
				assert.Equal(t, types.CdnTypeWeb, domain.CdnType)
			})
		})
	}
}

func TestAddVerifiedDomainRefused(t *testing.T) {
	t.Parallel()
	for code, kind := range map[types.ErrorCode]error{
		types.DomainReserved: alicdn.ErrForbidden, types.DomainOverLimit: alicdn.ErrQuota, types.InvalidSourcesMalformed: alicdn.ErrInvalid,
		types.ExtensiveAndSpecificDomainConflict: alicdn.ErrConflict, types.ForbiddenRAM: alicdn.ErrForbidden, types.DomainNotRegistration: alicdn.ErrNotFound,
	} {
		synctest.Test(t, func(t *testing.T) {
			server, begin := verifying(), time.Now()
			server.Script("AddCdnDomain", cdntest.Fail(code))
			_, err := server.Client().AddVerifiedDomain(t.Context(), newDomain("www.example.com"), alicdn.AddDomainOptions{})
			require.ErrorIs(t, err, kind)
			assert.True(t, alicdn.IsCode(err, code))
			assert.Equal(t, types.AddDomainStepAdd, requireAddError(t, err).Step)
			assert.Zero(t, time.Since(begin))
		})
	}
}

// Errors that stay end it, in whichever step.
func TestAddVerifiedDomainForbidden(t *testing.T) {
	t.Parallel()
	for action, want := range map[string]types.AddDomainStep{
		"DescribeVerifyContent": types.AddDomainStepContent, "VerifyDomainOwner": types.AddDomainStepVerify, "DescribeCdnDomainDetail": types.AddDomainStepOnline,
	} {
		synctest.Test(t, func(t *testing.T) {
			server := verifying()
			server.Script(action, cdntest.Fail(types.ForbiddenRAM))
			var placed atomic.Int64
			_, err := server.Client().AddVerifiedDomain(t.Context(), newDomain("www.example.com"), alicdn.AddDomainOptions{PlaceProof: placing(server, &placed)})
			require.ErrorIs(t, err, alicdn.ErrForbidden, action)
			assert.Equal(t, want, requireAddError(t, err).Step)
		})
	}
}

func TestAddVerifiedDomainInTrouble(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		synctest.Test(t, func(t *testing.T) {
			server := verifying(cdntest.WithSeed(seed), cdntest.WithFaults(cdntest.Faults{
				Throttle: 0.05, InternalError: 0.05, BadGateway: 0.05, Reset: 0.05, ResetAfter: 0.2, Truncate: 0.1, Latency: 0.3,
			}))
			var placed atomic.Int64
			domain, err := server.Client().AddVerifiedDomain(t.Context(), newDomain("www.example.com"),
				alicdn.AddDomainOptions{PlaceProof: placing(server, &placed), UntilOnline: true})
			require.NoError(t, err)
			assert.Equal(t, types.DomainStatusOnline, domain.DomainStatus)
			assert.Equal(t, 1, server.Applied("AddCdnDomain"))
			assert.Equal(t, int64(1), placed.Load())
		})
	}
}

func TestAddVerifiedDomainParamErrors(t *testing.T) {
	t.Parallel()
	server := verifying()
	for _, req := range []*types.AddCdnDomainRequest{nil, {DomainName: "www.example.com"}, newDomain("*.example.com")} {
		_, err := server.Client().AddVerifiedDomain(t.Context(), req, alicdn.AddDomainOptions{})
		require.ErrorIs(t, err, alicdn.ErrInvalid)
	}
	assert.Empty(t, server.Requests())
}

func TestAddVerifiedDomainBelowARootOfItsOwn(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying()
		_, err := server.Client().AddVerifiedDomain(t.Context(), newDomain("www.school.k12.example.com"), alicdn.AddDomainOptions{
			RootDomain: func(string) string { return "school.k12.example.com" },
		})
		assert.Equal(t, "verification.school.k12.example.com", requireAddError(t, err).Proof.RecordName)
	})
}

// What knows public suffixes takes no name with a dot at its beginning, and says
// nothing of those that it does not know.
func TestAddVerifiedDomainAsksForTheRootOfAWildcard(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying()
		known := map[string]string{"cdn.school.example.com": "school.example.com"}
		opts := alicdn.AddDomainOptions{RootDomain: func(name string) string { return known[name] }}
		for name, want := range map[string]string{
			".CDN.school.example.com": "verification.school.example.com",
			".unknown.example.com":    "verification.example.com",
		} {
			_, err := server.Client().AddVerifiedDomain(t.Context(), newDomain(name), opts)
			assert.Equal(t, want, requireAddError(t, err).Proof.RecordName)
		}
	})
}

// The name is sent in one form alone, as by AddDomains.
func TestAddVerifiedDomainWritesTheName(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying(cdntest.WithVerification("example.org"))
		_, err := server.Client().AddVerifiedDomain(t.Context(), newDomain(" WWW.Example.org\n"), alicdn.AddDomainOptions{})
		require.NoError(t, err)
		for _, request := range server.Requests() {
			assert.Equal(t, "www.example.org", request.Params.Get("DomainName"), request.Action)
		}
		server.ResetRequests()
		_, err = server.Client().AddVerifiedDomain(t.Context(), newDomain(" "), alicdn.AddDomainOptions{})
		require.ErrorIs(t, err, alicdn.ErrInvalid)
		assert.Empty(t, server.Requests())
	})
}

// A service that finds the proof and goes on asking for it is left in the end.
func TestAddVerifiedDomainWhoseProofNeverCounts(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying()
		server.Script("AddCdnDomain", cdntest.Times(1000, cdntest.Fail(types.DomainOwnerVerifyFail))...)
		var placed atomic.Int64
		begin := time.Now()
		_, err := server.Client().AddVerifiedDomain(t.Context(), newDomain("www.example.com"), alicdn.AddDomainOptions{PlaceProof: placing(server, &placed)})
		add := requireAddError(t, err)
		assert.Equal(t, types.AddDomainStepVerify, add.Step)
		assert.True(t, alicdn.IsCode(err, types.DomainOwnerVerifyFail))
		assert.Equal(t, "verification.example.com", add.Proof.RecordName)
		assert.Less(t, time.Since(begin), 20*time.Minute)
		assert.Equal(t, int64(1), placed.Load())
	})
}

// A domain that fails its review is added, but never online.
func TestAddVerifiedDomainThatFails(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := verifying(cdntest.WithVerification("example.org"))
		domain, err := server.Client().AddVerifiedDomain(t.Context(), newDomain("check-failed.example.org"), alicdn.AddDomainOptions{UntilOnline: true})
		assert.Equal(t, types.AddDomainStepOnline, requireAddError(t, err).Step)
		assert.Equal(t, []string{"check-failed.example.org"}, requireWaitError(t, errors.Unwrap(err)).Failed)
		assert.Equal(t, types.DomainStatusCheckFailed, domain.DomainStatus)
	})
}
