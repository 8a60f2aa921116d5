package alicdn_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strconv"
	"strings"
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

const (
	setCertificate   = "SetCdnDomainSSLCertificate"
	listCertificates = "DescribeCdnSSLCertificateList"
	findDomains      = "DescribeCdnDomainByCertificate"
)

// kinds are the kinds of certificates that were sent, in their order.
func kinds(server *cdntest.Server) []string {
	var sent []string
	for _, request := range server.Requests() {
		if request.Action == setCertificate {
			sent = append(sent, request.Params.Get("CertType"))
		}
	}
	return sent
}

// stored are the certificates that the account keeps.
func stored(t *testing.T, client *alicdn.Client) []types.SSLCert {
	t.Helper()
	all, err := alicdn.Collect(client.DescribeCdnSSLCertificateListIter(context.WithoutCancel(t.Context()), nil, alicdn.WithAttempts(20)), 0)
	require.NoError(t, err)
	return all
}

// shop are the names of a certificate, and shops the domains that it covers.
var (
	shop  = []string{"*.shop.example.com", "www.example.net"}
	shops = []string{".shop.example.com", "a.shop.example.com", "b.shop.example.com", "c.shop.example.com", "www.example.net"}
)

// sixtyDomains are 55 domains that the certificate does not cover, and shops.
func sixtyDomains() []string {
	domains := []string{"shop.example.com", "x.a.shop.example.com", ".example.net"}
	for i := range 52 {
		domains = append(domains, fmt.Sprintf("d%d.example.com", i))
	}
	return append(domains, shops...)
}

// states are how the domains ended.
func states(results []types.RolloutResult) map[string]types.RolloutState {
	found := make(map[string]types.RolloutState)
	for _, result := range results {
		found[result.DomainName] = result.State
	}
	return found
}

// all is every one of the shops in a state.
func all(state types.RolloutState) map[string]types.RolloutState {
	found := make(map[string]types.RolloutState)
	for _, domain := range shops {
		found[domain] = state
	}
	return found
}

// counted is how many domains ended how.
func counted(results []types.RolloutResult) map[types.RolloutState]int {
	count := make(map[types.RolloutState]int)
	for _, result := range results {
		count[result.State]++
	}
	return count
}

// served returns the text of the certificate of a domain, and its name.
func served(t *testing.T, client *alicdn.Client, domain string) (text, name string) {
	t.Helper()
	resp, err := client.DescribeDomainCertificateInfo(context.WithoutCancel(t.Context()), &types.DescribeDomainCertificateInfoRequest{DomainName: domain}, alicdn.WithAttempts(20))
	require.NoError(t, err)
	if len(resp.CertInfos) == 0 || resp.CertInfos[0].ServerCertificateStatus != types.SwitchOn {
		return "", ""
	}
	return resp.CertInfos[0].ServerCertificate, resp.CertInfos[0].CertName
}

func TestRollout(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains(sixtyDomains()...))
		client := server.Client()
		cert := newChain(shop...).certificate()

		planned, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{DryRun: true})
		require.NoError(t, err)
		assert.Equal(t, all(types.RolloutPlanned), states(planned))
		assert.Zero(t, calls(server, setCertificate))
		assert.Len(t, server.Requests(), 1+2*len(shops), "which domains it covers, and two looks at each of them")

		var ended []string
		started := time.Now()
		results, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{
			OnResult: func(r types.RolloutResult) { ended = append(ended, r.DomainName) },
		})
		require.NoError(t, err)
		assert.Equal(t, all(types.RolloutSet), states(results))
		assert.ElementsMatch(t, shops, ended)
		assert.Equal(t, 5, server.Applied(setCertificate))
		assert.Less(t, time.Since(started), 4*time.Minute, "the domains, which take three minutes each, are waited for all at once")
		for i, domain := range shops {
			assert.Equal(t, domain, results[i].DomainName, "in the order of the names")
			text, name := served(t, client, domain)
			assert.Equal(t, cert.ServerCertificate, text)
			assert.Regexp(t, `^shop\.example\.com-20000331-[0-9a-f]{8}$`, name)
		}
		detail, err := client.DescribeCdnDomainDetail(t.Context(), &types.DescribeCdnDomainDetailRequest{DomainName: shops[0]})
		require.NoError(t, err)
		assert.Equal(t, types.DomainStatusOnline, detail.GetDomainDetailModel.DomainStatus, "it was waited for")

		for _, opts := range []alicdn.RolloutOptions{{}, {DryRun: true}, {ForceSet: true}, {NoWait: true}} {
			again, err := client.RolloutCertificate(t.Context(), cert, opts)
			require.NoError(t, err)
			assert.Equal(t, all(types.RolloutSkipped), states(again))
			assert.Equal(t, "has the certificate already", again[0].Reason)
		}
		assert.Equal(t, 5, server.Applied(setCertificate))

		renewed := newChain(shop...).certificate()
		results, err = client.RolloutCertificate(t.Context(), renewed, alicdn.RolloutOptions{DomainNames: []string{"WWW.example.net", "a.shop.example.com"}, OnlyHttps: true, NoWait: true})
		require.NoError(t, err)
		assert.Equal(t, map[string]types.RolloutState{"a.shop.example.com": types.RolloutSet, "www.example.net": types.RolloutSet}, states(results))
		assert.Regexp(t, `^a\.shop\.example\.com: set, in place of shop\.example\.com-20000331-[0-9a-f]{8}, which expires on 2000-03-31$`, results[0].String())
		assert.Equal(t, 7, server.Applied(setCertificate))
		text, _ := served(t, client, "b.shop.example.com")
		assert.Equal(t, cert.ServerCertificate, text, "it was not named")
	})
}

func TestRolloutSkips(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains("a.example.com", "stopped.example.com", "busy.example.com", "stopping.example.com"))
		client := server.Client()
		cert := newChain("*.example.com", "*.check-failed.example.com", "*.configure-failed.example.com").certificate()
		addDomain(t, client, "x.check-failed.example.com")
		addDomain(t, client, "x.configure-failed.example.com")
		_, err := client.StopCdnDomain(t.Context(), &types.StopCdnDomainRequest{DomainName: "stopped.example.com"})
		require.NoError(t, err)
		time.Sleep(time.Hour)
		addDomain(t, client, "new.example.com")
		setBySomebody := func(domain string) {
			functions, err := alicdn.FunctionsOf(types.Gzip{Enable: types.SwitchOn})
			require.NoError(t, err)
			_, err = client.BatchSetCdnDomainConfig(t.Context(), &types.BatchSetCdnDomainConfigRequest{DomainNames: []string{domain}, Functions: functions})
			require.NoError(t, err)
		}
		setBySomebody("busy.example.com")
		_, err = client.StopCdnDomain(t.Context(), &types.StopCdnDomainRequest{DomainName: "stopping.example.com"})
		require.NoError(t, err)

		results, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{})
		require.NoError(t, err)
		var lines []string
		for _, result := range results {
			lines = append(lines, result.String())
		}
		assert.Equal(t, []string{
			"a.example.com: set",
			"busy.example.com: set",
			"new.example.com: skipped, is under review",
			"stopped.example.com: skipped, is stopped",
			"stopping.example.com: skipped, is being stopped",
			"x.check-failed.example.com: skipped, was refused by the review",
			"x.configure-failed.example.com: skipped, could not be configured",
		}, lines)

		results, err = client.RolloutCertificate(t.Context(), newChain("*.example.com").certificate(), alicdn.RolloutOptions{
			DomainNames: []string{"a.example.com", "gone.example.com"}, OnlyHttps: true, DryRun: true,
		})
		require.ErrorIs(t, err, alicdn.ErrNotFound)
		assert.Equal(t, "gone.example.com: failed: alicdn: not found: the account does not have the domain", results[1].String())

		_, err = client.SetDomainServerCertificate(t.Context(), &types.SetDomainServerCertificateRequest{DomainName: "a.example.com", ServerCertificateStatus: types.SwitchOff})
		require.NoError(t, err)
		results, err = client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{OnlyHttps: true, DomainNames: []string{"a.example.com"}})
		require.NoError(t, err)
		assert.Equal(t, "a.example.com: skipped, has HTTPS switched off", results[0].String())
		results, err = client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{DomainNames: []string{"a.example.com"}})
		require.NoError(t, err)
		assert.Equal(t, types.RolloutSet, results[0].State, "a certificate that is switched off is not served")
	})
}

func TestRolloutRefuses(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDomains(shops...))
	client := server.Client()
	good, foreign := newChain(shop...), newChain(shop...)
	wrongKey := good.certificate()
	wrongKey.PrivateKey = foreign.leaf.keyText()
	tests := map[string]struct {
		cert  types.Certificate
		opts  alicdn.RolloutOptions
		param string
	}{
		"nothing":        {types.Certificate{}, alicdn.RolloutOptions{}, "ServerCertificate"},
		"wrong key":      {wrongKey, alicdn.RolloutOptions{}, "PrivateKey"},
		"order":          {types.Certificate{ServerCertificate: chainOf(good.middle, good.leaf), PrivateKey: good.leaf.keyText()}, alicdn.RolloutOptions{}, "ServerCertificate"},
		"not covered":    {good.certificate(), alicdn.RolloutOptions{DomainNames: []string{"www.example.net", "example.net"}}, "DomainName"},
		"star":           {good.certificate(), alicdn.RolloutOptions{DomainNames: []string{"*.shop.example.com"}}, "DomainName"},
		"a domain twice": {good.certificate(), alicdn.RolloutOptions{DomainNames: []string{"www.example.net", "WWW.example.net"}}, "DomainNames.2"},
		"workers":        {good.certificate(), alicdn.RolloutOptions{Workers: -1}, "Workers"},
	}
	for name, tt := range tests {
		results, err := client.RolloutCertificate(t.Context(), tt.cert, tt.opts)
		assert.Nil(t, results)
		assert.Contains(t, rules(t, err), tt.param, name)
	}
	assert.Empty(t, server.Requests())
}

// A lost answer is resolved by asking; what is not known is said.
func TestRolloutAfterALostAnswer(t *testing.T) {
	t.Parallel()
	unclear := cdntest.JSON(`{"CertInfos":{"CertInfo":[{"ServerCertificateStatus":"on","CertName":"mine"}]}}`)
	stale := cdntest.JSON(`{"CertInfos":{"CertInfo":[]}}`) // what was before
	tests := []struct {
		name    string
		set     []cdntest.Answer
		info    []cdntest.Answer
		state   types.RolloutState
		applied int
	}{
		{"carried out", []cdntest.Answer{cdntest.ResetAfter()}, nil, types.RolloutSet, 1},
		{"carried out, unreadable", []cdntest.Answer{cdntest.Truncate()}, nil, types.RolloutSet, 1},
		{"not carried out", []cdntest.Answer{cdntest.Reset()}, nil, types.RolloutSet, 1},
		{"failed", []cdntest.Answer{cdntest.InternalError()}, nil, types.RolloutSet, 1},
		{"gateway", []cdntest.Answer{cdntest.BadGateway(), cdntest.Unavailable(), cdntest.ResetAfter()}, nil, types.RolloutSet, 1},
		{"busy for long", cdntest.Times(30, cdntest.ServiceBusy()), nil, types.RolloutSet, 1},
		{"throttled for long", cdntest.Times(30, cdntest.Throttle()), nil, types.RolloutSet, 1},
		{"for ever", cdntest.Times(10, cdntest.Reset()), nil, types.RolloutFailed, 0},
		{"the looks fail for long", []cdntest.Answer{cdntest.ResetAfter()}, append([]cdntest.Answer{cdntest.Pass()}, cdntest.Times(30, cdntest.InternalError())...), types.RolloutSet, 1},
		{"the looks are behind", []cdntest.Answer{cdntest.ResetAfter()}, append([]cdntest.Answer{cdntest.Pass()}, cdntest.Times(3, stale)...), types.RolloutSet, 1},
		{"the wait is behind", nil, append([]cdntest.Answer{cdntest.Pass()}, cdntest.Times(3, stale)...), types.RolloutSet, 1},
		{"one may not look", []cdntest.Answer{cdntest.ResetAfter()}, []cdntest.Answer{cdntest.Pass(), cdntest.Fail(types.ForbiddenRAM)}, types.RolloutUnknown, 1},
		{"looks do not tell, before it was another", []cdntest.Answer{cdntest.ResetAfter()}, []cdntest.Answer{cdntest.Pass(), unclear}, types.RolloutSet, 1},
		{"looks do not tell, nor did they before", []cdntest.Answer{cdntest.ResetAfter()}, []cdntest.Answer{unclear, unclear}, types.RolloutUnknown, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer(cdntest.WithDomains("www.example.net"))
				client := server.Client()
				cert := newChain("www.example.net").certificate()
				cert.CertName = "mine"
				server.Script(setCertificate, tt.set...)
				server.Script("DescribeDomainCertificateInfo", tt.info...)
				results, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{})
				t.Log(results[0], len(server.Requests()))
				assert.Equal(t, tt.state, results[0].State)
				assert.Equal(t, tt.applied, server.Applied(setCertificate))
				if tt.state != types.RolloutSet {
					require.ErrorIs(t, err, results[0].Err)
					require.Error(t, err)
					return
				}
				require.NoError(t, err)
				text, name := served(t, client, "www.example.net")
				assert.Equal(t, cert.ServerCertificate, text)
				assert.Equal(t, "mine", name)
			})
		})
	}
}

// What is refused for one domain does not touch the others, unless it is about
// the certificate.
func TestRolloutPartialFailure(t *testing.T) {
	t.Parallel()
	for code, isOfAll := range map[types.ErrorCode]bool{
		types.IllegalOperation:           false,
		types.InvalidDomainOffline:       false,
		types.InvalidDomainNotFound:      false,
		types.CertificateSettedNotEffect: false,
		types.InvalidDomainNotOnline:     false,
		types.DomainInSafeMode:           false,
		types.InvalidSSLPub:              true,
		types.InvalidSSLPri:              true,
		types.CertificateExpired:         true,
		types.CertificateNotFind:         true,
		types.OperationDenied:            true,
		types.SignatureDoesNotMatch:      true,
		types.InvalidActionNotFound:      true,
	} {
		t.Run(string(code), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer(cdntest.WithDomains(sixtyDomains()...))
				client := server.Client()
				server.Script("DescribeDomainCertificateInfo", cdntest.Times(5, cdntest.Latency(time.Second))...)
				server.Script(setCertificate, cdntest.Fail(code).After(time.Second))
				results, err := client.RolloutCertificate(t.Context(), newChain(shop...).certificate(), alicdn.RolloutOptions{Workers: 1})
				assert.True(t, alicdn.IsCode(err, code))
				count := make(map[types.RolloutState]int)
				for _, result := range results {
					count[result.State]++
					assert.Equal(t, result.State != types.RolloutSet, alicdn.IsCode(result.Err, code), result)
				}
				if isOfAll {
					assert.Equal(t, map[types.RolloutState]int{types.RolloutFailed: 1, types.RolloutNotSent: 4}, count)
					assert.Equal(t, 1, calls(server, setCertificate), "it is tried once")
				} else {
					assert.Equal(t, map[types.RolloutState]int{types.RolloutFailed: 1, types.RolloutSet: 4}, count)
				}
			})
		})
	}
}

func TestRolloutUnderATakenName(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains(sixtyDomains()...))
		client := server.Client()
		old, renewed := newChain(shop...).certificate(), newChain(shop...).certificate()
		old.CertName, renewed.CertName = "shop", "shop"
		_, err := client.RolloutCertificate(t.Context(), old, alicdn.RolloutOptions{DomainNames: shops[:2]})
		require.NoError(t, err)

		server.Script("DescribeDomainCertificateInfo", cdntest.Times(5, cdntest.Latency(time.Second))...)
		server.Script(setCertificate, cdntest.Times(5, cdntest.Latency(time.Second))...)
		server.Script(listCertificates, cdntest.Latency(time.Second))
		results, err := client.RolloutCertificate(t.Context(), renewed, alicdn.RolloutOptions{})
		require.True(t, alicdn.IsCode(err, types.CertificateDuplicated))
		require.ErrorIs(t, err, alicdn.ErrConflict)
		assert.NotContains(t, states(results), types.RolloutSet)
		assert.Equal(t, 2, server.Applied(setCertificate))
		assert.Equal(t, 1+2, calls(server, listCertificates), "for the first rollout, then before and after the refusal")

		results, err = client.RolloutCertificate(t.Context(), renewed, alicdn.RolloutOptions{ForceSet: true})
		require.NoError(t, err)
		assert.Equal(t, all(types.RolloutSet), states(results))
		for _, domain := range shops {
			text, name := served(t, client, domain)
			assert.Equal(t, renewed.ServerCertificate, text)
			assert.Regexp(t, `^shop-20000331-[0-9a-f]{8}$`, name, "the service overwrites no certificate")
		}
		assert.Len(t, stored(t, client), 2)
		again, err := client.RolloutCertificate(t.Context(), renewed, alicdn.RolloutOptions{ForceSet: true})
		require.NoError(t, err)
		assert.Equal(t, all(types.RolloutSkipped), states(again))
	})
}

// A certificate that somebody else stores meanwhile under the same name.
func TestRolloutFindsItsOwnCertificateKept(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains("a.shop.example.com", "www.example.net"))
		client := server.Client()
		cert := newChain(shop...).certificate()
		_, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{DomainNames: []string{"www.example.net"}})
		require.NoError(t, err)
		server.ResetRequests()
		server.Script(listCertificates, cdntest.Fail(types.NotFoundCertList))
		results, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{})
		require.NoError(t, err)
		assert.Equal(t, types.RolloutSet, results[0].State)
		assert.Equal(t, []string{"upload", "cas"}, kinds(server))
		assert.Len(t, stored(t, client), 1)
	})
}

// Each domain has one end, whenever the call is cancelled.
func TestRolloutCancelled(t *testing.T) {
	t.Parallel()
	seen := make(map[types.RolloutState]int)
	for _, after := range []time.Duration{0, 1, 500 * time.Millisecond, 1500 * time.Millisecond, 2500 * time.Millisecond, 3500 * time.Millisecond, 5500 * time.Millisecond, 20 * time.Second, 2 * time.Minute} {
		synctest.Test(t, func(t *testing.T) {
			server := slowServer(cdntest.WithDomains(shops...))
			client := server.Client()
			server.Script(findDomains, cdntest.Latency(time.Second))
			server.Script("DescribeDomainCertificateInfo", cdntest.Times(5, cdntest.Latency(time.Second))...)
			server.Script(listCertificates, cdntest.Latency(time.Second))
			server.Script(setCertificate, append(cdntest.Times(4, cdntest.Latency(time.Second)), cdntest.ResetAfter())...)
			ctx, cancel := context.WithCancel(t.Context())
			time.AfterFunc(after, cancel)
			started := time.Now()
			ended := 0
			results, err := client.RolloutCertificate(ctx, newChain(shop...).certificate(), alicdn.RolloutOptions{
				Workers: 2, OnResult: func(types.RolloutResult) { ended++ },
			})
			require.ErrorIs(t, err, context.Canceled)
			assert.Equal(t, after, time.Since(started), "at once")
			assert.Len(t, results, ended)
			t.Log(results)
			for _, result := range results {
				seen[result.State]++
				require.ErrorIs(t, result.Err, context.Canceled, result)
				text, _ := served(t, client, result.DomainName)
				switch result.State {
				case types.RolloutSet:
					assert.NotEmpty(t, text)
				case types.RolloutNotSent:
					assert.Empty(t, text)
				default:
					assert.Equal(t, types.RolloutUnknown, result.State)
				}
			}
		})
	}
	assert.ElementsMatch(t, []types.RolloutState{types.RolloutSet, types.RolloutNotSent, types.RolloutUnknown}, slices.Collect(maps.Keys(seen)))
}

// Whichever call is the last, what is said to be set is, and nothing else is;
// another rollout does the rest, and stores nothing twice.
func TestRolloutEndedAtEachCall(t *testing.T) {
	t.Parallel()
	taken := newChain(shop...).certificate().ServerCertificate
	tests := map[string]struct {
		set, info []cdntest.Answer
		kept      []cdntest.Option
	}{
		"plain":                {},
		"answers are lost":     {set: cdntest.Times(3, cdntest.ResetAfter())},
		"domains tell nothing": {info: cdntest.Times(100, cdntest.JSON(`{"CertInfos":{"CertInfo":[]}}`))},
		"the name is taken":    {kept: []cdntest.Option{cdntest.WithCertificates(cdntest.StoredCertificate{CertName: "mine", ServerCertificate: taken})}},
	}
	for name, tt := range tests {
		for last := range 24 {
			synctest.Test(t, func(t *testing.T) {
				server := slowServer(append(tt.kept, cdntest.WithDomains(shops...))...)
				server.Script(setCertificate, tt.set...)
				server.Script("DescribeDomainCertificateInfo", tt.info...)
				cert := newChain(shop...).certificate()
				cert.CertName = "mine"
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				var made atomic.Int64
				client := server.Client(alicdn.WithAttemptHook(func(context.Context, alicdn.Attempt) {
					if made.Add(1) == int64(last+1) {
						cancel()
					}
				}))
				opts := alicdn.RolloutOptions{ForceSet: true, NoWait: true, Workers: 2}
				results, _ := client.RolloutCertificate(ctx, cert, opts)
				count := counted(results)
				assert.LessOrEqual(t, count[types.RolloutSet], server.Applied(setCertificate), "%s, %d: %v", name, last, count)
				assert.GreaterOrEqual(t, count[types.RolloutSet]+count[types.RolloutUnknown], server.Applied(setCertificate), "%s, %d: %v", name, last, count)
				assert.Zero(t, count[types.RolloutFailed])

				_, err := server.Client().RolloutCertificate(t.Context(), cert, opts)
				require.NoError(t, err, "%s, %d", name, last)
				assert.Len(t, stored(t, client), 1+len(tt.kept), "%s, %d", name, last)
			})
		}
	}
}

// However the calls fail, each domain ends with the certificate.
func TestRolloutThroughFaults(t *testing.T) {
	t.Parallel()
	faults := faultsOfAllKinds(0.3)
	for seed := range uint64(8) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer(cdntest.WithDomains(sixtyDomains()...), cdntest.WithFaults(faults), cdntest.WithSeed(seed))
				client := server.Client()
				cert := newChain(shop...).certificate()
				started := time.Now()
				results, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{})
				require.NoError(t, err)
				t.Logf("%v of simulated time, %d requests", time.Since(started).Round(time.Second), len(server.Requests()))
				assert.Equal(t, all(types.RolloutSet), states(results))
				assert.Equal(t, 5, server.Applied(setCertificate), "once for each")
				assert.Len(t, stored(t, client), 1)
				for _, domain := range shops {
					text, _ := served(t, client, domain)
					assert.Equal(t, cert.ServerCertificate, text)
				}
			})
		})
	}
}

// What was taken and does not come into effect is told.
func TestRolloutThatIsNotServed(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		info   string
		reason string
	}{
		"another certificate": {`{"ServerCertificateStatus":"on","CertName":"another","CertExpireTime":"2001-01-01T00:00:00Z"}`, "state other certificate"},
		"another name":        {`{"ServerCertificateStatus":"on","CertName":"another"}`, "state other certificate"},
		"another ID":          {`{"ServerCertificateStatus":"on","CertName":"another","CertId":"1","CertStartTime":"2000-01-01T00:00:00Z","CertExpireTime":"2000-03-31T00:00:00Z"}`, "state other certificate"},
		"no certificate":      {``, "state other certificate"},
		"refused":             {`{"ServerCertificateStatus":"on","Status":"domain_invalid"}`, "state domain_invalid"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer(cdntest.WithDomains("www.example.net"))
				client := server.Client()
				server.Script("DescribeDomainCertificateInfo", append([]cdntest.Answer{cdntest.Pass()}, cdntest.Times(100, cdntest.JSON(`{"CertInfos":{"CertInfo":[`+tt.info+`]}}`))...)...)
				results, err := client.RolloutCertificate(t.Context(), newChain("www.example.net").certificate(), alicdn.RolloutOptions{})
				assert.Equal(t, types.RolloutSet, results[0].State)
				var failed *alicdn.WaitError
				require.ErrorAs(t, err, &failed)
				assert.Equal(t, []string{"www.example.net"}, failed.Failed)
				require.ErrorContains(t, results[0].Err, tt.reason)
			})
		})
	}
}

// Whether a domain has the certificate is seen from its text, or else from what
// tells it from one that was issued anew.
func TestRolloutComparesCertificates(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains("www.example.net"))
		client := server.Client()
		cert, another := newChain("www.example.net").certificate(), newChain("www.example.net").certificate()
		made, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{})
		require.NoError(t, err)
		require.Equal(t, types.RolloutSet, made[0].State)
		_, madeName := served(t, client, "www.example.net")
		const start, end = `,"CertStartTime":"2000-01-01T00:00:00Z"`, `,"CertExpireTime":"2000-03-31T00:00:00Z"`
		text := func(c types.Certificate) string { return `,"ServerCertificate":` + jsonText(c.ServerCertificate) }
		name := func(name string) string { return `,"CertName":"` + name + `"` }
		tests := []struct {
			name   string
			isMade bool // CertName is left out
			info   string
			isSame bool
		}{
			{"text", false, text(cert), true},
			{"text, under another name", false, text(cert) + name("theirs"), true},
			{"text of another", false, text(another) + name("mine") + start + end, false},
			{"text that is none, name and times", false, `,"ServerCertificate":"***"` + name("mine") + start + end, true},
			{"name and times", false, name("mine") + start + end, true},
			{"name and expiry of one that may have been issued anew", false, name("mine") + end, false},
			{"name that no other has, and expiry", true, name(madeName) + end, true},
			{"another name", false, name("theirs") + start + end, false},
			{"another start", false, name("mine") + `,"CertStartTime":"2000-01-01T00:00:01Z"` + end, false},
			{"another expiry", false, name("mine") + start + `,"CertExpireTime":"2000-03-31T00:00:01Z"`, false},
			{"name", false, name("mine"), false},
			{"nothing", false, "", false},
		}
		for _, tt := range tests {
			if cert.CertName = "mine"; tt.isMade {
				cert.CertName = ""
			}
			for status, isSame := range map[types.Switch]bool{types.SwitchOn: tt.isSame, types.SwitchOff: false, "OFF": false} {
				server.Script("DescribeDomainCertificateInfo", cdntest.JSON(`{"CertInfos":{"CertInfo":[{"ServerCertificateStatus":"`+string(status)+`"`+tt.info+`}]}}`))
				results, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{DryRun: true})
				require.NoError(t, err)
				assert.Equal(t, isSame, results[0].State == types.RolloutSkipped, "%s, %s: %v", tt.name, status, results[0].State)
			}
		}
	})
}

// What is kept under the name cannot be looked up.
func TestRolloutUnderANameThatIsNotKnown(t *testing.T) {
	t.Parallel()
	for _, fingerprint := range []string{"", "xxx", "00:11"} {
		synctest.Test(t, func(t *testing.T) {
			server := slowServer(cdntest.WithDomains("www.example.net"))
			cert := newChain("www.example.net").certificate()
			cert.CertName = "mine"
			server.Script(setCertificate, cdntest.Fail(types.CertificateDuplicated))
			if fingerprint == "" {
				server.Script(listCertificates, cdntest.Times(2, cdntest.Fail(types.ForbiddenRAM))...)
				server.Script("DescribeCdnCertificateDetail", cdntest.Times(2, cdntest.Fail(types.ForbiddenRAM))...)
			} else {
				server.Script(listCertificates, cdntest.Times(2, cdntest.JSON(`{"CertificateListModel":{"CertList":{"Cert":[{"CertName":"mine","Fingerprint":"`+fingerprint+`"}]}}}`))...)
			}
			results, err := server.Client().RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{})
			require.True(t, alicdn.IsCode(err, types.CertificateDuplicated))
			assert.Equal(t, fingerprint == "", errors.Is(err, alicdn.ErrForbidden), "both are told")
			assert.Equal(t, types.RolloutFailed, results[0].State)
			assert.Zero(t, server.Applied(setCertificate))
		})
	}
}

func TestRolloutWithoutAList(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains(shops...))
		server.Script(findDomains, cdntest.Fail(types.InvalidActionNotFound))
		server.Script("DescribeUserDomains", cdntest.Fail(types.ForbiddenRAM))
		results, err := server.Client().RolloutCertificate(t.Context(), newChain(shop...).certificate(), alicdn.RolloutOptions{})
		require.ErrorIs(t, err, alicdn.ErrForbidden)
		assert.Empty(t, results)
	})
}

// Where the service does not say which domains a certificate covers, all are
// listed; which of those that it names are covered is decided here.
func TestRolloutFindsItsDomains(t *testing.T) {
	t.Parallel()
	found := func(names string) cdntest.Answer {
		return cdntest.JSON(`{"CertInfos":{"CertInfo":[{"DomainList":"` + names + `"},{"DomainList":"www.example.net"}]}}`)
	}
	tests := map[string]struct {
		answer cdntest.Answer
		lists  int // pages of all domains
		want   map[string]types.RolloutState
	}{
		"found":       {cdntest.Pass(), 0, all(types.RolloutPlanned)},
		"no action":   {cdntest.Fail(types.InvalidActionNotFound), 2, all(types.RolloutPlanned)},
		"not allowed": {cdntest.Fail(types.ForbiddenRAM), 2, all(types.RolloutPlanned)},
		"nothing":     {cdntest.JSON(`{"CertInfos":{}}`), 2, all(types.RolloutPlanned)},
		"too many": {found("www.example.net,d1.example.com, WWW.example.net,a.shop.example.com"), 0, map[string]types.RolloutState{
			"www.example.net": types.RolloutPlanned, "a.shop.example.com": types.RolloutPlanned,
		}},
		"deleted meanwhile": {found("gone.shop.example.com"), 0, map[string]types.RolloutState{
			"www.example.net": types.RolloutPlanned, "gone.shop.example.com": types.RolloutFailed,
		}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer(cdntest.WithDomains(sixtyDomains()...))
				server.Script(findDomains, tt.answer)
				results, err := server.Client().RolloutCertificate(t.Context(), newChain(shop...).certificate(), alicdn.RolloutOptions{DryRun: true})
				assert.Equal(t, tt.want, states(results))
				assert.Equal(t, tt.lists, calls(server, "DescribeUserDomains"))
				assert.Equal(t, name == "deleted meanwhile", errors.Is(err, alicdn.ErrNotFound))
			})
		})
	}
}

// The certificate is uploaded once, and its key sent once.
func TestRolloutStoresOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains(sixtyDomains()...))
		client := server.Client()
		cert := newChain(shop...).certificate()
		results, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{DomainNames: shops[:3], NoWait: true})
		require.NoError(t, err)
		assert.Len(t, results, 3)
		assert.Equal(t, []string{"upload", "cas", "cas"}, kinds(server))
		sent := 0
		for _, request := range server.Requests() {
			if request.Params.Has("SSLPri") {
				assert.Equal(t, "POST", request.Method)
				sent++
			}
		}
		assert.Equal(t, 1, sent)
		kept := stored(t, client)
		require.Len(t, kept, 1)

		server.ResetRequests()
		cert.CertName = "another name"
		_, err = client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{})
		require.NoError(t, err)
		assert.Equal(t, []string{"cas", "cas"}, kinds(server), "it is kept already, whatever its name")
		assert.Equal(t, kept, stored(t, client))
	})
}

// An upload whose answer is lost may have stored the certificate, whatever the
// service shows for a while.
func TestRolloutAfterALostUpload(t *testing.T) {
	t.Parallel()
	none := cdntest.Fail(types.NotFoundCertList)
	stale := cdntest.Times(1+4, cdntest.JSON(`{"CertInfos":{"CertInfo":[]}}`)) // before, and all looks after it
	tests := map[string]struct {
		list  []cdntest.Answer
		kinds []string
	}{
		"kept":                      {[]cdntest.Answer{none}, []string{"upload", "cas"}},
		"kept, not listed yet":      {[]cdntest.Answer{none, none, none, none}, []string{"upload", "upload", "cas"}},
		"kept, the list is refused": {[]cdntest.Answer{cdntest.Fail(types.ForbiddenRAM), cdntest.Fail(types.ForbiddenRAM)}, []string{"upload", "cas"}},
		"kept, the list fails":      {append([]cdntest.Answer{none}, cdntest.Times(20, cdntest.InternalError())...), []string{"upload", "cas"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer(cdntest.WithDomains("www.example.net"), quick())
				client := server.Client()
				server.Script(setCertificate, cdntest.ResetAfter())
				server.Script("DescribeDomainCertificateInfo", stale...)
				server.Script(listCertificates, tt.list...)
				results, err := client.RolloutCertificate(t.Context(), newChain("www.example.net").certificate(), alicdn.RolloutOptions{})
				require.NoError(t, err)
				assert.Equal(t, types.RolloutSet, results[0].State)
				assert.Equal(t, tt.kinds, kinds(server))
				assert.Len(t, stored(t, client), 1)
			})
		})
	}
}

// Where the service has stored the certificate is found out from the domain that
// got it, from the list or by its name; without that, it is not stored again.
func TestRolloutOfWhatIsStoredSomewhere(t *testing.T) {
	t.Parallel()
	const forbidden = types.ForbiddenRAM
	none := cdntest.JSON(`{"CertInfos":{"CertInfo":[]}}`)
	for name, known := range map[string]bool{"domain": true, "list": true, "name": true, "nowhere": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer(cdntest.WithDomains(shops[1:3]...))
				if name != "domain" {
					server.Script("DescribeDomainCertificateInfo", cdntest.Times(100, none)...)
				}
				if name != "list" {
					server.Script(listCertificates, cdntest.Times(100, cdntest.Fail(forbidden))...)
				}
				if name != "name" {
					server.Script("DescribeCdnCertificateDetail", cdntest.Times(100, cdntest.Fail(forbidden))...)
				}
				results, err := server.Client().RolloutCertificate(t.Context(), newChain(shop...).certificate(), alicdn.RolloutOptions{NoWait: true, Workers: 1})
				count := counted(results)
				if known {
					require.NoError(t, err)
					assert.Equal(t, []string{"upload", "cas"}, kinds(server))
					assert.Equal(t, map[types.RolloutState]int{types.RolloutSet: 2}, count)
					return
				}
				require.ErrorContains(t, err, "the service does not say under which ID it has stored the certificate of ")
				require.ErrorIs(t, err, alicdn.ErrForbidden)
				assert.Equal(t, []string{"upload"}, kinds(server))
				assert.Equal(t, map[types.RolloutState]int{types.RolloutSet: 1, types.RolloutFailed: 1}, count)
			})
		})
	}
}

// A certificate that is found by its name is set by the ID and in the region that
// it has; without an ID it is not taken for what domains have that tell none.
func TestRolloutOfWhatIsKeptByName(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		chain := newChain(shop...)
		cert := chain.certificate()
		cert.CertName = "abroad"
		server := slowServer(cdntest.WithDomains(shops[1:3]...), cdntest.WithCertificates(
			cdntest.StoredCertificate{CertName: cert.CertName, CertRegion: types.CertRegionApSoutheast1, ServerCertificate: cert.ServerCertificate},
		))
		client := server.Client()
		id := string(stored(t, client)[0].CertId)
		list := cdntest.JSON(`{"CertificateListModel":{"Count":1,"CertList":{"Cert":[{"CertName":"abroad","CertId":` + id + `,"CertRegion":"ap-southeast-1"}]}}}`)

		server.Script("DescribeDomainCertificateInfo", cdntest.Times(2, cdntest.JSON(`{"CertInfos":{"CertInfo":[{"ServerCertificateStatus":"on","CertName":"other"}]}}`))...)
		server.Script(listCertificates, list, list)
		server.Script("DescribeCdnCertificateDetail", cdntest.Times(2, cdntest.JSON(`{"Cert":`+jsonText(cert.ServerCertificate)+`}`))...)
		results, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{Workers: 1})
		require.ErrorContains(t, err, `the service does not say under which ID it has stored the certificate "abroad"`)
		assert.Equal(t, map[types.RolloutState]int{types.RolloutFailed: 1, types.RolloutNotSent: 1}, counted(results))

		server.ResetRequests()
		server.Script(listCertificates, list)
		_, err = client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{})
		require.NoError(t, err)
		assert.Equal(t, []string{"cas", "cas"}, kinds(server))
	})
}

// Under the longer name of ForceSet, too, it is found by that name.
func TestRolloutOfWhatIsKeptUnderTheLongerName(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains(shops...), cdntest.WithCertificates(
			cdntest.StoredCertificate{CertName: "mine", ServerCertificate: newChain(shop...).certificate().ServerCertificate},
		))
		server.Script(listCertificates, cdntest.Times(20, cdntest.Fail(types.ForbiddenRAM))...)
		cert := newChain(shop...).certificate()
		cert.CertName = "mine"
		for _, domains := range [][]string{shops[:1], shops} {
			_, err := server.Client().RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{ForceSet: true, DomainNames: domains})
			require.NoError(t, err)
		}
		assert.Equal(t, []string{"upload", "upload", "cas", "cas", "cas", "cas"}, kinds(server))
	})
}

// Where the certificates of a domain do not tell whether HTTPS is on, the domain
// does.
func TestRolloutSwitchesOn(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains("www.example.net"))
		cert := newChain(shop...).certificate()
		server.Script("DescribeDomainCertificateInfo", cdntest.JSON(`{"CertInfos":{"CertInfo":[{"ServerCertificate":`+jsonText(cert.ServerCertificate)+`}]}}`))
		results, err := server.Client().RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{})
		require.NoError(t, err)
		assert.Equal(t, "www.example.net: set", results[0].String())
	})
}

// A certificate that is stored is set without its key.
func TestRolloutOfAStoredCertificate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		chain := newChain(shop...)
		server := slowServer(cdntest.WithDomains(sixtyDomains()...), cdntest.WithCertificates(
			cdntest.StoredCertificate{CertName: "abroad", CertRegion: types.CertRegionApSoutheast1, ServerCertificate: chainOf(chain.leaf, chain.middle)},
			cdntest.StoredCertificate{CertName: "old", ServerCertificate: lasting(1, "*.example.com").ServerCertificate},
		))
		client := server.Client()
		kept := stored(t, client)
		cert := types.Certificate{CertId: kept[0].CertId, CertRegion: kept[0].CertRegion}
		server.ResetRequests()

		planned, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{DryRun: true})
		require.NoError(t, err)
		assert.Equal(t, all(types.RolloutPlanned), states(planned))
		assert.Empty(t, kinds(server))
		results, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{})
		require.NoError(t, err)
		assert.Equal(t, all(types.RolloutSet), states(results))
		assert.Equal(t, slices.Repeat([]string{"cas"}, 5), kinds(server))
		for _, domain := range shops {
			text, name := served(t, client, domain)
			assert.Equal(t, chainOf(chain.leaf, chain.middle), text)
			assert.Equal(t, "abroad", name)
		}
		again, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{})
		require.NoError(t, err)
		assert.Equal(t, all(types.RolloutSkipped), states(again))

		// Its ID tells, where the text of what a domain serves is left out.
		for region, state := range map[types.CertRegion]types.RolloutState{
			types.CertRegionApSoutheast1: types.RolloutSkipped, "": types.RolloutSkipped, types.CertRegionCnHangzhou: types.RolloutPlanned,
		} {
			server.Script("DescribeDomainCertificateInfo", cdntest.JSON(`{"CertInfos":{"CertInfo":[{"ServerCertificateStatus":"on","CertId":"`+string(cert.CertId)+`","CertRegion":"`+string(region)+`"}]}}`))
			results, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{DryRun: true, DomainNames: shops[:1]})
			require.NoError(t, err)
			assert.Equal(t, state, results[0].State, region)
		}

		server.ResetRequests()
		time.Sleep(48 * time.Hour)
		refused := func(cert types.Certificate, domains []string, want map[string]string) {
			t.Helper()
			results, err := client.RolloutCertificate(t.Context(), cert, alicdn.RolloutOptions{DomainNames: domains})
			assert.Nil(t, results)
			assert.Equal(t, want, rules(t, err))
		}
		refused(types.Certificate{CertId: kept[1].CertId}, nil, map[string]string{"CertId": "names a certificate that has expired, on 2000-01-02T00:00:00Z"})
		refused(cert, []string{"d1.example.com"}, map[string]string{"DomainName": `is "d1.example.com"; the certificate is for "*.shop.example.com", "www.example.net"`})
		asked := len(server.Requests())
		refused(cert, []string{"*.example.com"}, map[string]string{"DomainName": "begins with *; a wildcard domain begins with the dot, such as .example.com"})
		withKey := chain.certificate()
		withKey.CertId = cert.CertId
		refused(withKey, nil, map[string]string{"CertId": "names a stored certificate, so that no name, text or key may be given"})
		assert.Len(t, server.Requests(), asked, "without a call")
		server.Script("DescribeCdnCertificateDetailById", cdntest.JSON(`{"Cert":"***"}`))
		refused(cert, nil, map[string]string{"CertId": "names a certificate whose text is no PEM text: it has no block that begins with -----BEGIN CERTIFICATE-----"})
		_, err = client.RolloutCertificate(t.Context(), types.Certificate{CertId: "1"}, alicdn.RolloutOptions{})
		require.True(t, alicdn.IsCode(err, types.InvalidCertIdNotFound))
		_, err = client.RolloutCertificate(t.Context(), types.Certificate{CertId: "1-cn-hangzhou"}, alicdn.RolloutOptions{})
		require.ErrorIs(t, err, alicdn.ErrInvalid)
		_, err = alicdn.CheckCertificate(cert, nil, time.Time{})
		assert.Equal(t, map[string]string{"CertId": "names a stored certificate, of which there is nothing to check here"}, rules(t, err))
		assert.Empty(t, kinds(server))
	})
}

// Nothing of the key comes out, whatever is printed.
func TestRolloutPrintsNoSecret(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		o := newOutput()
		var (
			cert types.Certificate
			keys []string
		)
		for _, answer := range []func(key string) cdntest.Answer{
			func(string) cdntest.Answer { return cdntest.Pass() },
			func(string) cdntest.Answer { return cdntest.Fail(types.IllegalOperation) },
			func(string) cdntest.Answer { return cdntest.Fail(types.InvalidSSLPri) },
			func(string) cdntest.Answer { return cdntest.ResetAfter() },
			func(key string) cdntest.Answer { return cdntest.Status(500, "text/html", "<p>"+key+"</p>") },
			func(key string) cdntest.Answer {
				return cdntest.FailAs(400, types.KeyMalformed, "The key "+key+" is malformed")
			},
			func(key string) cdntest.Answer {
				return cdntest.JSON(`{"Code":"Key.Malformed","Message":` + jsonText(key) + `}`)
			},
			cdntest.JSON, // which is no JSON
		} {
			cert = newChain(shop...).certificate()
			keys = append(keys, cert.PrivateKey)
			server := slowServer(cdntest.WithDomains(sixtyDomains()...))
			client := server.Client(alicdn.WithLogger(o.client), alicdn.WithAttemptHook(func(_ context.Context, a alicdn.Attempt) { o.print("attempt", a) }))
			server.Script(setCertificate, cdntest.Times(5, answer(cert.PrivateKey))...)
			opts := alicdn.RolloutOptions{Workers: 1} // the output is for one at a time
			results, err := client.RolloutCertificate(t.Context(), cert, opts)
			o.printError(err)
			o.print("results", results)
			o.print("options", opts, "%v", "%+v", "%#v")
		}
		o.print("certificate", cert)
		o.print("pointer to a certificate", &cert)
		o.print("certificates", []types.Certificate{cert}, "%v", "%+v", "%#v")
		o.logs.Debug("certificate", slog.Any("value", cert))
		_, err := alicdn.CheckCertificate(types.Certificate{ServerCertificate: cert.PrivateKey, PrivateKey: cert.ServerCertificate}, nil, time.Time{})
		o.printError(err)
		text := o.text.String()
		require.Contains(t, text, "IllegalOperation", "errors are in it")
		require.Contains(t, text, "-----BEGIN CERTIFICATE-----", "and certificates")
		for _, key := range keys {
			for line := range strings.Lines(key) {
				if i := strings.Index(text, strings.TrimSpace(line)); i >= 0 {
					t.Errorf("a line of a key: %.1000q", text[max(0, i-500):])
				}
			}
		}
	})
}
