package alicdn_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// staged returns what stands in the staging environment of a domain.
func staged(t *testing.T, client *alicdn.Client, domain string) []types.DomainConfig {
	t.Helper()
	resp, err := client.DescribeCdnDomainStagingConfig(t.Context(), &types.DescribeCdnDomainStagingConfigRequest{DomainName: domain}, alicdn.WithAttempts(20))
	require.NoError(t, err)
	return resp.DomainConfigs
}

// stagedBySomebody sets something in staging without the helper under test.
func stagedBySomebody(t *testing.T, client *alicdn.Client, domain string, configs ...types.Config) {
	t.Helper()
	functions, err := alicdn.FunctionsOf(configs...)
	require.NoError(t, err)
	_, err = client.SetCdnDomainStagingConfig(t.Context(), &types.SetCdnDomainStagingConfigRequest{DomainName: domain, Functions: functions})
	require.NoError(t, err)
	time.Sleep(time.Hour)
}

// values are the values of the headers of responses that records set.
func values(records []types.DomainConfig) []string {
	var all []string
	for _, header := range alicdn.ConfigsOf[types.SetRespHeader](records) {
		all = append(all, header.Key+"="+header.Value)
	}
	return all
}

func header(value string) types.SetRespHeader { return types.SetRespHeader{Key: "X-A", Value: value} }

var throughStaging = alicdn.ApplyDomainConfigsOptions{Staging: true}

func TestStagingIsCheckedAndPublished(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		domains := []string{"a.example.com", "b.example.com", "c.example.com"}
		server := slowServer(cdntest.WithDomains(domains...))
		client := server.Client()
		setBySomebody(t, client, "a.example.com", header("old"), types.SetRespHeader{Key: "X-B", Value: "stays"}, types.Gzip{Enable: types.SwitchOff})
		setBySomebody(t, client, "c.example.com", header("new"), types.Gzip{Enable: types.SwitchOn})
		want := types.Configs{types.Gzip{Enable: types.SwitchOn}, header("new")}
		var (
			mu      sync.Mutex
			checked []string
			updates = make(map[string]int)
		)
		inspect := func(domain string, addresses []string) {
			assert.Equal(t, []string{"192.0.2.10", "192.0.2.11", "192.0.2.12"}, addresses)
			assert.Contains(t, values(staged(t, client, domain)), "X-A=new")
			assert.NotContains(t, values(records(t, client, domain)), "X-A=new", "not in production yet")
			for _, record := range staged(t, client, domain) {
				assert.Equal(t, types.DomainConfigStatusSuccess, record.Status)
			}
		}
		opts := alicdn.ApplyDomainConfigsOptions{
			Staging: true,
			Check: func(_ context.Context, domain string, addresses []string) error {
				mu.Lock()
				defer mu.Unlock()
				checked = append(checked, domain)
				inspect(domain, addresses)
				return nil
			},
			Wait: alicdn.WaitOptions{OnUpdate: func(u alicdn.WaitUpdate) { updates[u.What]++ }},
		}
		results, err := client.ApplyDomainConfigs(t.Context(), domains, want, opts)
		require.NoError(t, err)
		assert.ElementsMatch(t, domains[:2], checked, "the third has all that")
		assert.Positive(t, updates["staging configuration of domain a.example.com"])
		assert.Positive(t, updates["configuration of domain a.example.com"])
		assert.Equal(t, 2, server.Applied("SetCdnDomainStagingConfig"))
		assert.Equal(t, 2, server.Applied("PublishStagingConfigToProduction"))
		assert.Zero(t, calls(server, "RollbackStagingConfig"))
		assert.Equal(t, 2, calls(server, "BatchSetCdnDomainConfig"), "of the test alone")
		for i, domain := range domains {
			if i < 2 {
				assert.Equal(t, types.StagingOutcomePublished, results[i].Staging)
				for _, change := range results[i].Changes {
					assert.Equal(t, types.DomainConfigStatusSuccess, change.Status)
					assert.NotEmpty(t, change.ConfigId)
				}
			}
			left, err := alicdn.DiffDomainConfigs(want, records(t, client, domain), types.PruneNone)
			require.NoError(t, err)
			assert.Empty(t, left)
			assert.Empty(t, staged(t, client, domain))
		}
		assert.ElementsMatch(t, []string{"X-A=new", "X-B=stays"}, values(records(t, client, "a.example.com")), "the record was changed")
		assert.Equal(t, "c.example.com: no change", results[2].String())
		assert.Contains(t, results[1].String(), "b.example.com: published\n  + gzip ")

		results, err = client.ApplyDomainConfigs(t.Context(), domains, want, opts)
		require.NoError(t, err)
		for _, result := range results {
			assert.Empty(t, result.Changes)
			assert.Empty(t, result.Staging)
		}
		assert.Len(t, checked, 2)
	})
}

func TestStagingIsRolledBack(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains("a.example.com", "b.example.com", "config-failed.example.com"))
		client := server.Client()
		errWrong := errors.New("wrong header")
		opts := alicdn.ApplyDomainConfigsOptions{Staging: true, Check: func(_ context.Context, domain string, _ []string) error {
			assert.NotEqual(t, "config-failed.example.com", domain)
			if domain == "a.example.com" {
				return errWrong
			}
			return nil
		}}
		domains := []string{"a.example.com", "b.example.com", "config-failed.example.com", "missing.example.com"}
		results, err := client.ApplyDomainConfigs(t.Context(), domains, types.Configs{header("new")}, opts)
		require.ErrorIs(t, err, errWrong)
		require.ErrorIs(t, results[0].Err, errWrong)
		assert.Equal(t, "a.example.com: rolled back: alicdn: check in the staging environment: wrong header\n  + set_resp_header key=X-A value=new", results[0].String())
		require.NoError(t, results[1].Err)
		failed := requireWaitError(t, results[2].Err)
		assert.Equal(t, []string{"set_resp_header"}, failed.Failed)
		assert.Equal(t, "staging configuration of domain config-failed.example.com", failed.What)
		assert.Equal(t, types.DomainConfigStatusFailed, results[2].Changes[0].Status)
		require.ErrorIs(t, results[3].Err, alicdn.ErrNotFound)
		for i, want := range []types.StagingOutcome{types.StagingOutcomeRolledBack, types.StagingOutcomePublished, types.StagingOutcomeRolledBack, ""} {
			assert.Equal(t, want, results[i].Staging, domains[i])
		}
		assert.Equal(t, 2, server.Applied("RollbackStagingConfig"))
		assert.Equal(t, 1, server.Applied("PublishStagingConfigToProduction"))
		for _, domain := range []string{"a.example.com", "config-failed.example.com"} {
			assert.Empty(t, staged(t, client, domain))
			assert.Empty(t, records(t, client, domain))
		}
	})
}

// What the service refuses to stage leaves nothing to roll back, unless a part
// of it was staged.
func TestStagingThatIsRefused(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const domain = "www.example.com"
		server := slowServer(cdntest.WithDomains(domain))
		client := server.Client()
		server.Script("SetCdnDomainStagingConfig", cdntest.Fail(types.GrayConfigExist))
		results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, throughStaging)
		require.ErrorIs(t, err, alicdn.ErrConflict)
		assert.True(t, alicdn.IsCode(err, types.GrayConfigExist))
		assert.Empty(t, results[0].Staging)
		assert.Empty(t, results[0].Changes[0].Status)
		assert.Zero(t, calls(server, "RollbackStagingConfig"))

		server.Script("SetCdnDomainStagingConfig", cdntest.Fail(types.ConfigNotFoundNoDot))
		results, err = client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, throughStaging)
		assert.True(t, alicdn.IsCode(err, types.ConfigNotFoundNoDot))
		assert.Empty(t, results[0].Staging)
		assert.Zero(t, calls(server, "RollbackStagingConfig"))

		var want types.Configs
		for i := range 120 {
			want = append(want, types.PathBasedTtlSet{Path: fmt.Sprintf("/%d", i), Ttl: new(i)})
		}
		server.Script("SetCdnDomainStagingConfig", cdntest.Pass(), cdntest.Fail(types.InvalidRuleMalformed))
		results, err = client.ApplyDomainConfigs(t.Context(), []string{domain}, want, throughStaging)
		assert.True(t, alicdn.IsCode(err, types.InvalidRuleMalformed))
		assert.Equal(t, types.StagingOutcomeRolledBack, results[0].Staging)
		assert.Empty(t, staged(t, client, domain))

		results, err = client.ApplyDomainConfigs(t.Context(), []string{domain}, want, throughStaging)
		require.NoError(t, err)
		assert.Equal(t, types.StagingOutcomePublished, results[0].Staging)
		assert.Len(t, records(t, client, domain), 120)
	})
}

func TestStagingOfOthers(t *testing.T) {
	t.Parallel()
	const domain = "www.example.com"
	theirs := types.SetRespHeader{Key: "X-Theirs", Value: "1"}
	secret := types.Aliauth{AuthType: types.AuthTypeTypeA, AuthKey1: "hush-hush"}
	tests := []struct {
		name    string
		stands  types.Configs
		discard bool
		refused string
		then    []string // in production
	}{
		{name: "something else", stands: types.Configs{theirs}, refused: "- set_resp_header 222728944812060: key=X-Theirs value=1"},
		{name: "a secret", stands: types.Configs{secret}, refused: "auth_key1=***"},
		{name: "the same record otherwise", stands: types.Configs{header("theirs")}, refused: "value=theirs"},
		{name: "something else is discarded", stands: types.Configs{theirs}, discard: true, then: []string{"X-P=1", "X-A=new"}},
		{name: "the same record is discarded", stands: types.Configs{header("theirs")}, discard: true, then: []string{"X-P=1", "X-A=new"}},
		{name: "what is wanted", stands: types.Configs{header("new")}, then: []string{"X-P=1", "X-A=new"}},
		{name: "what production has", stands: types.Configs{types.ForwardScheme{Enable: types.SwitchOn, SchemeOrigin: types.OriginSchemeHttps}}, then: []string{"X-P=1", "X-A=new"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer(cdntest.WithDomains(domain))
				client := server.Client()
				setBySomebody(t, client, domain, types.SetRespHeader{Key: "X-P", Value: "1"}, types.ForwardScheme{Enable: types.SwitchOn, SchemeOrigin: types.OriginSchemeHttps})
				stagedBySomebody(t, client, domain, tt.stands...)
				before := staged(t, client, domain)
				opts := alicdn.ApplyDomainConfigsOptions{Staging: true, DiscardStaged: tt.discard, DryRun: true}
				for _, opts.DryRun = range []bool{true, false} {
					results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, opts)
					require.Len(t, results[0].Changes, 1, "what would be staged")
					if tt.refused != "" {
						require.ErrorIs(t, err, alicdn.ErrConflict)
						require.ErrorContains(t, err, tt.refused)
						require.NotContains(t, err.Error(), "hush")
					} else {
						require.NoError(t, err)
					}
					if opts.DryRun || tt.refused != "" {
						assert.Empty(t, results[0].Staging)
						assert.Equal(t, before, staged(t, client, domain), "theirs stands there as before")
					} else {
						assert.Equal(t, types.StagingOutcomePublished, results[0].Staging)
						assert.Empty(t, staged(t, client, domain))
						assert.Equal(t, tt.then, values(records(t, client, domain)))
					}
				}
				if tt.discard {
					assert.Equal(t, 1, server.Applied("RollbackStagingConfig"))
				} else {
					assert.Zero(t, calls(server, "RollbackStagingConfig"))
				}
			})
		})
	}
}

// What others stage while ours is checked is neither published nor dropped.
func TestStagingThatOthersTouch(t *testing.T) {
	t.Parallel()
	for name, theirs := range map[string]types.Config{
		"something else": types.SetRespHeader{Key: "X-Theirs", Value: "1"},
		"our record":     header("theirs"),
	} {
		for _, failed := range []error{nil, errors.New("wrong")} {
			theirs := theirs
			t.Run(fmt.Sprint(name, ", ", failed), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					const domain = "www.example.com"
					server := slowServer(cdntest.WithDomains(domain))
					client := server.Client()
					touch := func() {
						if own, ok := theirs.(types.SetRespHeader); ok && own.Key == "X-A" {
							own.ConfigId = staged(t, client, domain)[0].ConfigId
							theirs = own
						}
						stagedBySomebody(t, client, domain, theirs)
					}
					opts := alicdn.ApplyDomainConfigsOptions{Staging: true, Check: func(context.Context, string, []string) error {
						touch()
						return failed
					}}
					results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, opts)
					require.ErrorIs(t, err, alicdn.ErrConflict)
					require.ErrorContains(t, err, "what others have set, which DiscardStaged drops: ")
					if failed != nil {
						require.ErrorIs(t, err, failed)
					}
					assert.Equal(t, types.StagingOutcomeLeft, results[0].Staging)
					assert.NotEmpty(t, staged(t, client, domain))
					assert.Zero(t, calls(server, "RollbackStagingConfig"))
					assert.Zero(t, calls(server, "PublishStagingConfigToProduction"))

					opts.DiscardStaged = true
					_, err = client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, opts)
					require.ErrorContains(t, err, "what others have set: ", "they came in between")

					opts.Check = nil
					results, err = client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, opts)
					require.NoError(t, err)
					assert.Equal(t, types.StagingOutcomePublished, results[0].Staging)
					assert.Equal(t, []string{"X-A=new"}, values(records(t, client, domain)))
				})
			})
		}
	}
}

func TestStagingAfterLostAnswers(t *testing.T) {
	t.Parallel()
	answers := map[string][]cdntest.Answer{
		"carried out":      {cdntest.ResetAfter()},
		"not carried out":  {cdntest.Reset()},
		"failed":           {cdntest.InternalError()},
		"unreadable":       {cdntest.Truncate()},
		"throttled":        cdntest.Times(10, cdntest.Throttle()),
		"busy":             cdntest.Times(10, cdntest.ServiceBusy()),
		"being configured": cdntest.Times(10, cdntest.Fail(types.StagingConfigFailed)),
		"twice":            {cdntest.Reset(), cdntest.ResetAfter()},
	}
	for _, action := range []string{
		"SetCdnDomainStagingConfig", "PublishStagingConfigToProduction", "RollbackStagingConfig", "DescribeStagingIp", "DescribeCdnDomainStagingConfig",
	} {
		for name, answers := range answers {
			for _, isWrong := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s %s, wrong %t", action, name, isWrong), func(t *testing.T) {
					t.Parallel()
					synctest.Test(t, func(t *testing.T) {
						const domain = "www.example.com"
						server := slowServer(cdntest.WithDomains(domain))
						client := server.Client()
						errWrong := errors.New("wrong")
						server.Script(action, answers...)
						opts := alicdn.ApplyDomainConfigsOptions{Staging: true, RollbackTimeout: time.Hour, Check: func(context.Context, string, []string) error {
							if isWrong {
								return errWrong
							}
							return nil
						}}
						results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, opts)
						assert.Empty(t, staged(t, client, domain))
						assert.Equal(t, 1, server.Applied("SetCdnDomainStagingConfig"))
						if isWrong {
							require.ErrorIs(t, err, errWrong)
							assert.Equal(t, types.StagingOutcomeRolledBack, results[0].Staging)
							assert.Equal(t, 1, server.Applied("RollbackStagingConfig"))
							assert.Empty(t, records(t, client, domain))
							return
						}
						require.NoError(t, err)
						assert.Equal(t, types.StagingOutcomePublished, results[0].Staging)
						assert.Equal(t, types.DomainConfigStatusSuccess, results[0].Changes[0].Status)
						assert.Equal(t, 1, server.Applied("PublishStagingConfigToProduction"), "published once")
						assert.Len(t, records(t, client, domain), 1)
					})
				})
			}
		}
	}
}

// What others publish or drop while ours is checked.
func TestStagingThatOthersEnd(t *testing.T) {
	t.Parallel()
	for _, isPublished := range []bool{false, true} {
		t.Run(strconv.FormatBool(isPublished), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const domain = "www.example.com"
				server := slowServer(cdntest.WithDomains(domain))
				client := server.Client()
				opts := alicdn.ApplyDomainConfigsOptions{Staging: true, Check: func(ctx context.Context, domain string, _ []string) (err error) {
					if isPublished {
						_, err = client.PublishStagingConfigToProduction(ctx, &types.PublishStagingConfigToProductionRequest{DomainName: domain})
					} else {
						_, err = client.RollbackStagingConfig(ctx, &types.RollbackStagingConfigRequest{DomainName: domain})
					}
					return err
				}}
				results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, opts)
				if isPublished {
					require.NoError(t, err)
					assert.Equal(t, types.StagingOutcomePublished, results[0].Staging)
					assert.Equal(t, types.DomainConfigStatusSuccess, results[0].Changes[0].Status)
					return
				}
				require.ErrorIs(t, err, alicdn.ErrConflict)
				require.ErrorContains(t, err, "has lost what was set: + set_resp_header")
				assert.Equal(t, types.StagingOutcomeRolledBack, results[0].Staging)
				assert.Zero(t, calls(server, "PublishStagingConfigToProduction"))
			})
		})
	}
}

// answer is the answer of a service that has one header in staging or in
// production, or none.
func answer(id int, value string) cdntest.Answer {
	if value == "" {
		return cdntest.JSON(`{"DomainConfigs":[]}`)
	}
	return cdntest.JSON(fmt.Sprintf(`{"DomainConfigs":[{"ConfigId":%d,"FunctionName":"set_resp_header","Status":"success",`+
		`"FunctionArgs":[{"ArgName":"key","ArgValue":"X-A"},{"ArgName":"value","ArgValue":%q}]}]}`, id, value))
}

// What the documents leave open: what is left in staging when it is published,
// which IDs records get, what is seen when.
func TestStagingOfAnotherService(t *testing.T) {
	t.Parallel()
	type scripts map[string][]cdntest.Answer
	const production, staging, publish, rollback = "DescribeCdnDomainConfigs", "DescribeCdnDomainStagingConfig", "PublishStagingConfigToProduction", "RollbackStagingConfig"
	tests := []struct {
		name    string
		checked scripts // from the end of the check on
		cancel  bool    // a moment later
		named   bool
		outcome types.StagingOutcome
		err     error
	}{
		{
			name: "staging is not emptied", outcome: types.StagingOutcomePublished,
			checked: scripts{staging: cdntest.Times(100, answer(1, "new"))},
		},
		{
			name: "staging is not emptied, ctx ends", cancel: true, outcome: types.StagingOutcomePublished, err: context.Canceled,
			checked: scripts{staging: cdntest.Times(100, answer(1, "new")), publish: {cdntest.SlowBody(time.Minute)}, rollback: {cdntest.JSON(`{}`)}},
		},
		{
			name: "heard between the looks, ctx ends", cancel: true, outcome: types.StagingOutcomePublished, err: context.Canceled,
			checked: scripts{
				production: {answer(1, "")}, staging: {cdntest.Pass(), answer(1, "new")}, publish: {cdntest.SlowBody(time.Minute)},
			},
		},
		{
			name: "there are other IDs", named: true, outcome: types.StagingOutcomePublished,
			checked: scripts{production: cdntest.Times(100, answer(7, "new"))},
		},
		{
			name: "staging is not found, and then is", outcome: types.StagingOutcomePublished,
			checked: scripts{publish: {cdntest.Fail(types.StagingConfigNotFound)}},
		},
		{
			name: "heard, and not found the second time", outcome: types.StagingOutcomePublished,
			checked: scripts{
				staging: {cdntest.Pass(), answer(1, "new"), answer(1, "new")}, publish: {cdntest.ResetAfter()},
				production: cdntest.Times(4, answer(1, "")), "DescribeCdnDomainDetail": cdntest.Times(4, cdntest.JSON(`{"GetDomainDetailModel":{"DomainStatus":"online"}}`)),
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const domain = "www.example.com"
				server := slowServer(cdntest.WithDomains(domain))
				client := server.Client()
				want := header("new")
				if tt.named {
					setBySomebody(t, client, domain, header("old"))
					want.ConfigId = records(t, client, domain)[0].ConfigId
				}
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				opts := alicdn.ApplyDomainConfigsOptions{Staging: true, Check: func(context.Context, string, []string) error {
					for action, answers := range tt.checked {
						server.Script(action, answers...)
					}
					if tt.cancel {
						time.AfterFunc(2*time.Second, cancel)
					}
					return nil
				}}
				results, err := client.ApplyDomainConfigs(ctx, []string{domain}, types.Configs{want}, opts)
				require.ErrorIs(t, err, tt.err)
				assert.Equal(t, tt.outcome, results[0].Staging)
				assert.Equal(t, 1, server.Applied(publish))
				assert.Zero(t, server.Applied(rollback))
			})
		})
	}
}

// What the service makes of our record is still ours, and is rolled back.
func TestStagingThatIsNotTakenAsItIs(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const domain = "www.example.com"
		server := slowServer(cdntest.WithDomains(domain))
		server.Script("DescribeCdnDomainStagingConfig", append([]cdntest.Answer{cdntest.Pass()}, cdntest.Times(100, answer(1, "NEW"))...)...)
		results, err := server.Client().ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, throughStaging)
		require.ErrorContains(t, err, "at rest, but not as it is wanted: ~ set_resp_header 1: value NEW -> new")
		assert.Equal(t, types.StagingOutcomeRolledBack, results[0].Staging)
		assert.Equal(t, 1, server.Applied("RollbackStagingConfig"))
	})
}

// An answer that is lost for ever, and one that says no.
func TestStagingThatCannotBePublished(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]cdntest.Answer{"lost": cdntest.Reset(), "refused": cdntest.Fail(types.NoPermission)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const domain = "www.example.com"
				server := slowServer(cdntest.WithDomains(domain))
				client := server.Client()
				server.Script("PublishStagingConfigToProduction", cdntest.Times(100, answer)...)
				results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, throughStaging)
				require.Error(t, err)
				assert.Equal(t, types.StagingOutcomeRolledBack, results[0].Staging)
				assert.Empty(t, staged(t, client, domain))
				assert.Empty(t, records(t, client, domain))
				assert.Empty(t, results[0].Changes[0].Status)
			})
		})
	}
}

func TestStagingEndsWithItsContext(t *testing.T) {
	t.Parallel()
	const domain = "www.example.com"
	minute := []cdntest.Answer{cdntest.Latency(time.Minute)}
	tests := []struct {
		name    string
		after   time.Duration
		answers map[string][]cdntest.Answer
		check   time.Duration
		checked bool // ctx ends a moment after the check
		outcome types.StagingOutcome
	}{
		{name: "before it begins"},
		{name: "while it looks at staging", after: time.Second, answers: map[string][]cdntest.Answer{"DescribeCdnDomainStagingConfig": minute}},
		{name: "while it stages", after: time.Second, answers: map[string][]cdntest.Answer{"SetCdnDomainStagingConfig": minute}, outcome: types.StagingOutcomeRolledBack},
		{name: "while it waits for staging", after: time.Minute, outcome: types.StagingOutcomeRolledBack},
		{name: "while it asks for addresses", after: 10 * time.Minute, answers: map[string][]cdntest.Answer{"DescribeStagingIp": cdntest.Times(100, cdntest.Latency(20*time.Second))}, check: time.Hour, outcome: types.StagingOutcomeRolledBack},
		{name: "while it checks", after: 10 * time.Minute, check: time.Hour, outcome: types.StagingOutcomeRolledBack},
		{
			name: "while it publishes, and is not heard", after: time.Hour, checked: true, outcome: types.StagingOutcomeRolledBack,
			answers: map[string][]cdntest.Answer{"PublishStagingConfigToProduction": minute},
		},
		{
			name: "while it publishes, and is heard", after: time.Hour, checked: true, outcome: types.StagingOutcomePublished,
			answers: map[string][]cdntest.Answer{"PublishStagingConfigToProduction": {cdntest.SlowBody(time.Minute)}},
		},
		{
			name: "while it publishes, and is heard, which shows late", after: time.Hour, checked: true, outcome: types.StagingOutcomePublished,
			answers: map[string][]cdntest.Answer{
				"PublishStagingConfigToProduction": {cdntest.SlowBody(time.Minute)},
				"DescribeCdnDomainConfigs":         append([]cdntest.Answer{cdntest.Pass()}, cdntest.Times(2, cdntest.JSON(`{"DomainConfigs":{"DomainConfig":[]}}`))...),
			},
		},
		{
			name: "while it asks to publish", after: time.Hour, checked: true, outcome: types.StagingOutcomeRolledBack,
			answers: map[string][]cdntest.Answer{"PublishStagingConfigToProduction": cdntest.Times(1000, cdntest.Fail(types.StagingConfigFailed))},
		},
		{name: "while it waits for production", after: 5*time.Minute + 30*time.Second, outcome: types.StagingOutcomePublished},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer(cdntest.WithDomains(domain))
				client := server.Client()
				for action, answers := range tt.answers {
					server.Script(action, answers...)
				}
				ctx, cancel := context.WithTimeout(t.Context(), tt.after)
				defer cancel()
				var ended time.Time
				defer context.AfterFunc(ctx, func() { ended = time.Now() })()
				results, err := client.ApplyDomainConfigs(ctx, []string{domain}, types.Configs{header("new")}, alicdn.ApplyDomainConfigsOptions{
					Staging: true,
					Check: func(ctx context.Context, _ string, _ []string) error {
						if tt.checked {
							time.AfterFunc(2*time.Second, cancel)
						}
						if tt.check == 0 {
							return nil
						}
						select {
						case <-time.After(tt.check):
						case <-ctx.Done():
						}
						return nil // the context says it
					},
				})
				synctest.Wait()
				t.Logf("%v later: %v", time.Since(ended), results)
				require.ErrorIs(t, err, ctx.Err())
				assert.Equal(t, tt.outcome, results[0].Staging)
				assert.LessOrEqual(t, time.Since(ended), 20*time.Second, "a few calls later")
				assert.Empty(t, staged(t, client, domain))
				if tt.outcome == types.StagingOutcomePublished {
					assert.Equal(t, types.DomainConfigStatusConfiguring, results[0].Changes[0].Status)
					assert.Equal(t, []string{"X-A=new"}, values(records(t, client, domain)))
				} else {
					assert.Empty(t, records(t, client, domain))
					for _, change := range results[0].Changes {
						assert.Empty(t, change.Status)
					}
				}
			})
		})
	}
}

func TestStagingThatCannotBeRolledBack(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		answer  cdntest.Answer
		timeout time.Duration
		longest time.Duration
	}{
		{"refused", cdntest.Fail(types.NoPermission), 0, time.Second},
		{"busy", cdntest.ServiceBusy(), 0, 2 * time.Minute},
		{"lost", cdntest.Reset(), 20 * time.Second, 20 * time.Second},
		{"hangs", cdntest.Latency(time.Hour), time.Second, time.Second},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const domain = "www.example.com"
				server := slowServer(cdntest.WithDomains(domain))
				client := server.Client()
				server.Script("RollbackStagingConfig", cdntest.Times(100, tt.answer)...)
				var failed time.Time
				errWrong := errors.New("wrong")
				opts := alicdn.ApplyDomainConfigsOptions{Staging: true, RollbackTimeout: tt.timeout, Check: func(context.Context, string, []string) error {
					failed = time.Now()
					return errWrong
				}}
				results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, opts)
				require.ErrorIs(t, err, errWrong)
				require.ErrorContains(t, err, "not rolled back")
				assert.Equal(t, types.StagingOutcomeLeft, results[0].Staging)
				assert.LessOrEqual(t, time.Since(failed), tt.longest)
				assert.Len(t, staged(t, client, domain), 1)

				opts.Check = nil
				results, err = client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, opts)
				require.NoError(t, err, "what is wanted is taken up where it stands")
				assert.Equal(t, types.StagingOutcomePublished, results[0].Staging)
				assert.Equal(t, 1, server.Applied("SetCdnDomainStagingConfig"))
			})
		})
	}
}

// What was published stays, even if it fails in production or shows late.
func TestStagingThatFailsInProduction(t *testing.T) {
	t.Parallel()
	const (
		online = `{"GetDomainDetailModel":{"DomainStatus":"online"}}`
		failed = `{"DomainConfigs":{"DomainConfig":[{"ConfigId":1,"FunctionName":"set_resp_header","Status":"failed",` +
			`"FunctionArgs":{"FunctionArg":[{"ArgName":"key","ArgValue":"X-A"},{"ArgName":"value","ArgValue":"new"}]}}]}}`
		nothing = `{"DomainConfigs":{"DomainConfig":[]}}`
	)
	for name, looks := range map[string]struct {
		answers []cdntest.Answer
		fails   bool
	}{
		"failed":     {cdntest.Times(2, cdntest.JSON(failed)), true},
		"never":      {cdntest.Times(20, cdntest.JSON(nothing)), true},
		"shown late": {cdntest.Times(3, cdntest.JSON(nothing)), false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const domain = "www.example.com"
				server := slowServer(cdntest.WithDomains(domain))
				server.Script("DescribeCdnDomainConfigs", append([]cdntest.Answer{cdntest.Pass()}, looks.answers...)...)
				server.Script("DescribeCdnDomainDetail", cdntest.Times(len(looks.answers), cdntest.JSON(online))...)
				results, err := server.Client().ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{header("new")}, throughStaging)
				assert.Equal(t, looks.fails, err != nil, err)
				assert.Equal(t, types.StagingOutcomePublished, results[0].Staging)
				assert.Equal(t, 1, server.Applied("PublishStagingConfigToProduction"))
				assert.Zero(t, calls(server, "RollbackStagingConfig"))
			})
		})
	}
}

// What was published without an answer and fails in production was not rolled
// back.
func TestStagingThatFailsInProductionAfterALostAnswer(t *testing.T) {
	t.Parallel()
	const failed = `{"DomainConfigs":{"DomainConfig":[{"ConfigId":1,"FunctionName":"set_resp_header","Status":"failed",` +
		`"FunctionArgs":{"FunctionArg":[{"ArgName":"key","ArgValue":"X-A"},{"ArgName":"value","ArgValue":"new"}]}}]}}`
	for name, ends := range map[string]bool{"waited for": false, "ctx ends": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const domain = "www.example.com"
				server := slowServer(cdntest.WithDomains(domain))
				server.Script("DescribeCdnDomainConfigs", append([]cdntest.Answer{cdntest.Pass()}, cdntest.Times(100, cdntest.JSON(failed))...)...)
				server.Script("PublishStagingConfigToProduction", cdntest.ResetAfter())
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				opts := alicdn.ApplyDomainConfigsOptions{Staging: true, Check: func(context.Context, string, []string) error {
					if ends {
						server.Script("PublishStagingConfigToProduction", cdntest.SlowBody(time.Minute))
						time.AfterFunc(2*time.Second, cancel)
					}
					return nil
				}}
				results, err := server.Client().ApplyDomainConfigs(ctx, []string{domain}, types.Configs{header("new")}, opts)
				require.Error(t, err)
				if !ends {
					assert.Equal(t, []string{"set_resp_header"}, requireWaitError(t, err).Failed)
					assert.Equal(t, types.DomainConfigStatusFailed, results[0].Changes[0].Status)
				}
				assert.Equal(t, types.StagingOutcomePublished, results[0].Staging)
				assert.Equal(t, 1, server.Applied("PublishStagingConfigToProduction"))
				assert.Zero(t, calls(server, "RollbackStagingConfig"))
			})
		})
	}
}

// A call that got no answer and was heard late: the next one is refused, or the
// context ends before it is made.
func TestStagingThatWasPublishedByAnEarlierCall(t *testing.T) {
	t.Parallel()
	for name, ends := range map[string]bool{"refused": false, "ctx ends": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const (
					domain  = "www.example.com"
					publish = "PublishStagingConfigToProduction"
					online  = `{"GetDomainDetailModel":{"DomainStatus":"online"}}`
				)
				server := slowServer(cdntest.WithDomains(domain))
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				opts := alicdn.ApplyDomainConfigsOptions{Staging: true, Check: func(context.Context, string, []string) error {
					looks := []cdntest.Answer{cdntest.Pass(), answer(1, "new"), answer(1, "new")}
					if ends {
						looks = append(looks[:2], cdntest.Times(100, cdntest.Latency(20*time.Second))...)
						time.AfterFunc(2*time.Minute, cancel)
					}
					server.Script("DescribeCdnDomainStagingConfig", looks...)
					server.Script("DescribeCdnDomainConfigs", cdntest.Times(4, answer(1, ""))...)
					server.Script("DescribeCdnDomainDetail", cdntest.Times(4, cdntest.JSON(online))...)
					server.Script(publish, cdntest.ResetAfter(), cdntest.Fail(types.NoPermission))
					return nil
				}}
				results, err := server.Client().ApplyDomainConfigs(ctx, []string{domain}, types.Configs{header("new")}, opts)
				require.Error(t, err)
				assert.Equal(t, types.StagingOutcomePublished, results[0].Staging)
				assert.Equal(t, 1, server.Applied(publish))
				assert.Zero(t, calls(server, "RollbackStagingConfig"))
			})
		})
	}
}

// Records of production are changed by their ID, under their condition, and
// once more where they failed.
func TestStagingOfNamedRecords(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const domain = "www.example.com"
		server := slowServer(cdntest.WithDomains(domain))
		client := server.Client()
		setBySomebody(t, client, domain, types.Function{FunctionName: "condition", FunctionArgs: []types.FunctionArg{{ArgName: "rule", ArgValue: "x"}}})
		condition := records(t, client, domain)[0].ConfigId
		setBySomebody(t, client, domain,
			types.PathBasedTtlSet{Path: "/a", Ttl: new(1), ConfigRecord: types.ConfigRecord{ParentId: condition}},
			types.PathBasedTtlSet{Path: "/a", Ttl: new(2)},
			types.Gzip{Enable: types.SwitchOn, ConfigRecord: types.ConfigRecord{ParentId: condition}})
		before := records(t, client, domain)
		want := types.Configs{
			types.PathBasedTtlSet{Path: "/b", Ttl: new(3), ConfigRecord: types.ConfigRecord{ConfigId: before[1].ConfigId}},
			types.PathBasedTtlSet{Path: "/a", Ttl: new(4)},
			types.Gzip{Enable: types.SwitchOff, ConfigRecord: types.ConfigRecord{ConfigId: before[3].ConfigId, ParentId: "-1"}},
		}
		results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, want, throughStaging)
		require.NoError(t, err, "%v", results)
		after := records(t, client, domain)
		require.Len(t, after, 4)
		for i := range after {
			assert.Equal(t, before[i].ConfigId, after[i].ConfigId, "in place")
		}
		assert.Equal(t, condition, after[1].ParentId)
		assert.Empty(t, after[3].ParentId)
		results, err = client.ApplyDomainConfigs(t.Context(), []string{domain}, want, throughStaging)
		require.NoError(t, err)
		assert.Empty(t, results[0].Changes)
	})
}

func TestStagingRefusesOptions(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDomains("a.example.com"))
	check := func(context.Context, string, []string) error { return nil }
	for param, opts := range map[string]alicdn.ApplyDomainConfigsOptions{
		"Prune":           {Staging: true, Prune: types.PruneNamed},
		"Check":           {Check: check},
		"DiscardStaged":   {DiscardStaged: true},
		"RollbackTimeout": {Staging: true, RollbackTimeout: -1},
	} {
		results, err := server.Client().ApplyDomainConfigs(t.Context(), []string{"a.example.com"}, types.Configs{types.Gzip{Enable: types.SwitchOn}}, opts)
		var wrong *alicdn.ParamError
		require.ErrorAs(t, err, &wrong, param)
		assert.Equal(t, param, wrong.Param)
		assert.Nil(t, results)
	}
	assert.Empty(t, server.Requests())
}

// While something stands in staging, production is not changed past it.
func TestApplyMeetsStaging(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		domains := []string{"a.example.com", "b.example.com", "c.example.com"}
		server := slowServer(cdntest.WithDomains(domains...))
		client := server.Client()
		stagedBySomebody(t, client, "b.example.com", header("theirs"))
		results, err := client.ApplyDomainConfigs(t.Context(), domains, types.Configs{header("new")}, alicdn.ApplyDomainConfigsOptions{})
		require.ErrorIs(t, err, alicdn.ErrConflict)
		for i, result := range results {
			assert.Equal(t, i == 1, alicdn.IsCode(result.Err, types.ConfigurationConflicts), result.DomainName)
		}
	})
}

// However the calls fail, each domain ends with each record once and with
// nothing in staging; what is wrong is never published.
func TestStagingThroughFaults(t *testing.T) {
	t.Parallel()
	faults := faultsOfAllKinds(0.2)
	for seed := range uint64(3) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var domains []string
				for i := range 30 {
					domains = append(domains, fmt.Sprintf("d%d.example.com", i))
				}
				server := slowServer(cdntest.WithDomains(domains...), cdntest.WithFaults(faults), cdntest.WithSeed(seed))
				client := server.Client()
				errWrong := errors.New("wrong")
				wrong := map[string]bool{domains[3]: true, domains[17]: true}
				opts := alicdn.ApplyDomainConfigsOptions{Staging: true, RollbackTimeout: time.Hour, Check: func(_ context.Context, domain string, _ []string) error {
					if wrong[domain] {
						return errWrong
					}
					return nil
				}}
				want := types.Configs{types.Gzip{Enable: types.SwitchOn}, header("1"), types.PathBasedTtlSet{Path: "/", Ttl: new(1)}}
				results, err := client.ApplyDomainConfigs(t.Context(), domains, want, opts)
				require.ErrorIs(t, err, errWrong)
				t.Logf("%d requests, %d sets, %d publications, %d rollbacks", len(server.Requests()), server.Applied("SetCdnDomainStagingConfig"),
					server.Applied("PublishStagingConfigToProduction"), server.Applied("RollbackStagingConfig"))
				for i, domain := range domains {
					resp, err := client.DescribeCdnDomainConfigs(t.Context(), &types.DescribeCdnDomainConfigsRequest{DomainName: domain}, alicdn.WithAttempts(20))
					require.NoError(t, err)
					assert.Empty(t, staged(t, client, domain))
					if wrong[domain] {
						require.ErrorIs(t, results[i].Err, errWrong)
						assert.Equal(t, types.StagingOutcomeRolledBack, results[i].Staging)
						assert.Empty(t, resp.DomainConfigs)
						continue
					}
					require.NoError(t, results[i].Err)
					assert.Equal(t, types.StagingOutcomePublished, results[i].Staging)
					assert.Len(t, resp.DomainConfigs, len(want))
				}
			})
		})
	}
}
