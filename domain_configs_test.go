package alicdn_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// everyConfig has each function once, those of several records twice.
func everyConfig() types.Configs {
	anything := types.ConfigRecord{Args: []types.FunctionArg{{ArgName: "anything", ArgValue: "goes"}}}
	return types.Configs{
		types.RefererWhiteListSet{ReferDomainAllowList: []string{"example.com", "example.org"}, AllowEmpty: types.SwitchOn},
		types.RefererBlackListSet{ReferDomainDenyList: []string{"example.net"}, AllowEmpty: types.SwitchOff},
		types.FiletypeBasedTtlSet{Ttl: new(300), FileType: []string{"jpg", "png"}, Weight: 50},
		types.FiletypeBasedTtlSet{Ttl: new(0), FileType: []string{"html"}},
		types.PathBasedTtlSet{Ttl: new(60), Path: "/api", Weight: 199},
		types.PathBasedTtlSet{Ttl: new(3600), Path: "/", Weight: 1},
		types.OssAuth{OssBucketId: "bucket.oss-cn-hangzhou.aliyuncs.com"},
		types.IpBlackListSet{IpList: []string{"192.0.2.1", "198.51.100.0/24"}},
		types.IpAllowListSet{IpList: []string{"203.0.113.7"}},
		types.IpWhiteListSet{IpList: []string{"203.0.113.8"}},
		types.ErrorPage{ErrorCode: "404", RewritePage: "http://www.example.com/404.html"},
		types.SetReqHostHeader{DomainName: "origin.example.com"},
		types.SetHashkeyArgs{HashkeyArgs: []string{"id", "v"}, Disable: types.SwitchOff},
		types.AliRemoveArgs{AliRemoveArgs: []string{"utm_source", "utm_medium"}, KeepOssArgs: types.SwitchOn},
		types.Aliauth{AuthType: types.AuthTypeTypeA, AuthKey1: "hush-hush-1", AuthKey2: "hush-hush-2", AliAuthDelta: new(1800)},
		types.SetRespHeader{Key: "Cache-Control", Value: "max-age=60, public"},
		types.SetRespHeader{Key: "X-Powered-By", Value: "null"},
		types.HttpsForce{Enable: types.SwitchOn},
		types.HttpForce{Enable: types.SwitchOff},
		types.HttpsOption{Http2: types.SwitchOn},
		types.L2OssKey{PrivateOssAuth: types.SwitchOn},
		types.ForwardScheme{Enable: types.SwitchOn, SchemeOrigin: types.OriginSchemeFollow},
		types.GreenManager{Enable: types.SwitchOff},
		types.TmdSignature{
			Name: "login", Path: "/login", PathType: types.PathTypeFull, Interval: 10, Count: 5, Action: types.TmdActionBlock, Ttl: 600,
		},
		types.Dynamic{Enable: types.SwitchOn, StaticRouteType: "jpg", DynamicRouteOrigin: types.OriginSchemeHttps},
		types.SetReqHeader{Key: "X-Token", Value: "hush-hush-3"},
		types.Range{Enable: types.RangeEnableForce},
		types.VideoSeek{Enable: types.SwitchOn},
		types.HttpsTlsVersion{Tls1_0: types.SwitchOff, Tls1_1: types.SwitchOff, Tls1_2: types.SwitchOn, Tls1_3: types.SwitchOn},
		types.HSTS{Enabled: types.SwitchOn, HttpsHstsMaxAge: new(5184000), HttpsHstsIncludeSubdomains: types.SwitchOff},
		types.FiletypeForceTtlCode{FileType: []string{"txt"}, CodeString: []string{"302=0", "4xx=2"}},
		types.PathForceTtlCode{Path: "/image", CodeString: []string{"404=10"}},
		types.Gzip{Enable: types.SwitchOn},
		types.Tesla{Enable: types.SwitchOff},
		types.CcDefense{ConfigRecord: anything},
		types.Alilive{ConfigRecord: anything},
	}
}

func records(t *testing.T, client *alicdn.Client, domain string) []types.DomainConfig {
	t.Helper()
	resp, err := client.DescribeCdnDomainConfigs(t.Context(), &types.DescribeCdnDomainConfigsRequest{DomainName: domain})
	require.NoError(t, err)
	return resp.DomainConfigs
}

// setBySomebody changes a domain without the helper under test.
func setBySomebody(t *testing.T, client *alicdn.Client, domain string, configs ...types.Config) {
	t.Helper()
	functions, err := alicdn.FunctionsOf(configs...)
	require.NoError(t, err)
	_, err = client.BatchSetCdnDomainConfig(t.Context(), &types.BatchSetCdnDomainConfigRequest{DomainNames: []string{domain}, Functions: functions})
	require.NoError(t, err)
	time.Sleep(time.Hour)
}

// calls counts the requests of an action.
func calls(server *cdntest.Server, action string) int {
	count := 0
	for _, request := range server.Requests() {
		if request.Action == action {
			count++
		}
	}
	return count
}

func TestApplyEveryFunction(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const domain = "www.example.com"
		server := slowServer(cdntest.WithDomains(domain))
		client := server.Client()
		want := everyConfig()
		results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, want, alicdn.ApplyDomainConfigsOptions{})
		require.NoError(t, err)
		require.Len(t, results[0].Changes, len(want))
		assert.Equal(t, 1, server.Applied("BatchSetCdnDomainConfig"))
		functions := make(map[types.FunctionName]bool)
		for _, change := range results[0].Changes {
			assert.Equal(t, types.DomainConfigChangeAdd, change.Kind)
			assert.Equal(t, types.DomainConfigStatusSuccess, change.Status, change)
			assert.NotEmpty(t, change.ConfigId)
			functions[change.FunctionName] = true
		}
		assert.Len(t, functions, 33)

		have := records(t, client, domain)
		require.Len(t, have, len(want))
		added := 0
		for i, record := range have {
			back := alicdn.ConfigOf(record)
			require.IsType(t, want[i], back)
			functions, err := alicdn.FunctionsOf(want[i], back)
			require.NoError(t, err)
			assert.ElementsMatch(t, functions[0].FunctionArgs, functions[1].FunctionArgs, record.FunctionName)
			assert.Equal(t, record.ConfigId, functions[1].ConfigId)
			added += len(record.FunctionArgs) - len(functions[1].FunctionArgs)
		}
		assert.Equal(t, 3, added, "arguments of l2_oss_key and forward_scheme that the service added by itself")

		for _, prune := range []types.Prune{types.PruneNone, types.PruneAll} {
			again, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, want, alicdn.ApplyDomainConfigsOptions{Prune: prune})
			require.NoError(t, err)
			assert.Empty(t, again[0].Changes, "nothing is left to do")
		}
		assert.Equal(t, 1, server.Applied("BatchSetCdnDomainConfig"))
		assert.Zero(t, server.Applied("DeleteSpecificConfig"))
	})
}

func TestApplyRepairsDrift(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const domain = "www.example.com"
		server := slowServer(cdntest.WithDomains(domain))
		client := server.Client()
		want := types.Configs{
			types.FiletypeBasedTtlSet{Ttl: new(300), FileType: []string{"jpg", "png"}, Weight: 50},
			types.PathBasedTtlSet{Ttl: new(60), Path: "/api"},
			types.ForwardScheme{Enable: types.SwitchOn, SchemeOrigin: types.OriginSchemeHttps},
			types.Gzip{Enable: types.SwitchOn},
		}
		opts := alicdn.ApplyDomainConfigsOptions{Prune: types.PruneAll}
		results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, want, opts)
		require.NoError(t, err)
		t.Logf("applied:\n%v", results[0])
		before := records(t, client, domain)

		// Somebody changes an argument, deletes a record and adds a function that the SDK does not know.
		ttl := alicdn.ConfigsOf[types.FiletypeBasedTtlSet](before)[0]
		ttl.Ttl, ttl.Weight = new(86400), 0
		setBySomebody(t, client, domain, ttl)
		path := alicdn.ConfigsOf[types.PathBasedTtlSet](before)[0]
		_, err = client.DeleteSpecificConfig(t.Context(), &types.DeleteSpecificConfigRequest{DomainName: domain, ConfigId: []string{string(path.ConfigId)}})
		require.NoError(t, err)
		time.Sleep(time.Hour)
		setBySomebody(t, client, domain, types.Function{
			FunctionName: "condition", FunctionArgs: []types.FunctionArg{{ArgName: "rule", ArgValue: "a b"}},
		})

		opts.DryRun = true
		server.ResetRequests()
		plan, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, want, opts)
		require.NoError(t, err)
		t.Logf("plan:\n%v", plan[0])
		drifted := records(t, client, domain)
		unknown := drifted[slices.IndexFunc(drifted, func(c types.DomainConfig) bool { return c.FunctionName == "condition" })]
		assert.Equal(t, fmt.Sprintf(`www.example.com:
  ~ filetype_based_ttl_set %s: ttl 86400 -> 300, weight "" -> 50
  + path_based_ttl_set ttl=60 path=/api
  - condition %s: rule="a b"`, ttl.ConfigId, unknown.ConfigId), plan[0].String())
		assert.Len(t, server.Requests(), 2, "a plan costs one look a domain, and one is that of the test")

		opts.DryRun = false
		results, err = client.ApplyDomainConfigs(t.Context(), []string{domain}, want, opts)
		require.NoError(t, err)
		t.Logf("repaired:\n%v", results[0])
		for _, change := range results[0].Changes {
			assert.Equal(t, types.DomainConfigStatusSuccess, change.Status)
		}
		changes, err := alicdn.DiffDomainConfigs(want, records(t, client, domain), types.PruneAll)
		require.NoError(t, err)
		t.Logf("then: %v", changes)
		assert.Empty(t, changes)
		assert.Equal(t, ttl.ConfigId, alicdn.ConfigsOf[types.FiletypeBasedTtlSet](records(t, client, domain))[0].ConfigId, "the record was changed, not replaced")
	})
}

func TestApplyLeavesAloneWhatIsNotWanted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const domain = "www.example.com"
		server := cdntest.NewServer(cdntest.WithDomains(domain))
		client := server.Client()
		setBySomebody(t, client, domain,
			types.Function{FunctionName: "condition", FunctionArgs: []types.FunctionArg{{ArgName: "rule", ArgValue: "x"}}},
			types.SetRespHeader{Key: "X-A", Value: "1"}, types.SetRespHeader{Key: "X-B", Value: "1"})
		want := types.Configs{types.SetRespHeader{Key: "X-B", Value: "2"}}
		_, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, want, alicdn.ApplyDomainConfigsOptions{})
		require.NoError(t, err)
		have := records(t, client, domain)
		require.Len(t, have, 3)
		assert.Equal(t, types.FunctionName("condition"), have[0].FunctionName)
		headers := alicdn.ConfigsOf[types.SetRespHeader](have)
		assert.Equal(t, []string{"1", "2"}, []string{headers[0].Value, headers[1].Value})

		_, err = client.ApplyDomainConfigs(t.Context(), []string{domain}, want, alicdn.ApplyDomainConfigsOptions{Prune: types.PruneNamed})
		require.NoError(t, err)
		have = records(t, client, domain)
		require.Len(t, have, 2)
		assert.Equal(t, types.FunctionName("condition"), have[0].FunctionName)
	})
}

// Domains that need the same share calls of at most 50 domains times functions;
// those that need less get less.
func TestApplySharesCalls(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var domains []string
		for i := range 60 {
			domains = append(domains, fmt.Sprintf("d%d.example.com", i))
		}
		server := slowServer(cdntest.WithDomains(domains...))
		client := server.Client()
		setBySomebody(t, client, domains[7], types.Gzip{Enable: types.SwitchOn})
		setBySomebody(t, client, domains[8], types.Gzip{Enable: types.SwitchOff})
		setBySomebody(t, client, domains[9], types.PathBasedTtlSet{Path: "/", Ttl: new(1)})
		server.ResetRequests()
		want := types.Configs{types.Gzip{Enable: types.SwitchOn}, types.PathBasedTtlSet{Path: "/", Ttl: new(60)}}
		results, err := client.ApplyDomainConfigs(t.Context(), domains, want, alicdn.ApplyDomainConfigsOptions{})
		require.NoError(t, err)
		var sizes []int
		for _, request := range server.Requests() {
			if request.Action == "BatchSetCdnDomainConfig" {
				assert.NotEmpty(t, request.Applied)
				sizes = append(sizes, strings.Count(request.Params.Get("DomainNames"), ",")+1)
			}
		}
		slices.Sort(sizes)
		assert.Equal(t, []int{1, 1, 8, 25, 25}, sizes, "58 that need both functions, of which one has the first off; one has one; one a record to change")
		for i, result := range results {
			assert.Equal(t, domains[i], result.DomainName)
			left, err := alicdn.DiffDomainConfigs(want, records(t, client, domains[i]), types.PruneAll)
			require.NoError(t, err)
			assert.Empty(t, left, domains[i])
		}
	})
}

// What becomes of one domain does not touch the others.
func TestApplyPartialFailure(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := slowServer(cdntest.WithDomains("a.example.com", "b.example.com", "config-failed.example.com"))
		client := server.Client()
		addDomain(t, client, "new.example.com")
		addDomain(t, client, "configure-failed.example.com")
		domains := []string{"a.example.com", "missing.example.com", "config-failed.example.com", "new.example.com", "configure-failed.example.com", "b.example.com"}
		started := time.Now()
		results, err := client.ApplyDomainConfigs(t.Context(), domains,
			types.Configs{types.Gzip{Enable: types.SwitchOn}, types.Range{Enable: types.RangeEnableOn}}, alicdn.ApplyDomainConfigsOptions{})
		t.Logf("after %v: %v", time.Since(started), err)
		for _, result := range results {
			t.Log(result)
		}
		require.ErrorIs(t, err, alicdn.ErrNotFound)
		require.Len(t, results, len(domains))
		for i, wantStatus := range []types.DomainConfigStatus{"success", "none", "failed", "success", "", "success"} {
			result := results[i]
			assert.Equal(t, domains[i], result.DomainName)
			for _, change := range result.Changes {
				assert.Equal(t, wantStatus, change.Status, "%v", result)
			}
		}
		for _, i := range []int{0, 3, 5} {
			require.NoError(t, results[i].Err)
		}
		require.ErrorIs(t, results[1].Err, alicdn.ErrNotFound)
		require.Empty(t, results[1].Changes)
		var failed *alicdn.WaitError
		require.ErrorAs(t, results[2].Err, &failed)
		assert.Equal(t, []string{"gzip", "range"}, failed.Failed)
		require.ErrorIs(t, results[4].Err, alicdn.ErrForbidden)

		again, err := client.ApplyDomainConfigs(t.Context(), []string{"config-failed.example.com"},
			types.Configs{types.Gzip{Enable: types.SwitchOn}}, alicdn.ApplyDomainConfigsOptions{DryRun: true})
		require.NoError(t, err)
		assert.Contains(t, again[0].String(), "once more", "what failed is to be set again")
	})
}

// The service refuses a call for one of its domains; the others do not suffer.
func TestApplySinglesOutTheDomainThatIsRefused(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		domains := []string{"a.example.com", "b.example.com", "c.example.com", "d.example.com", "e.example.com"}
		server := cdntest.NewServer(cdntest.WithDomains(domains...))
		client := server.Client()
		// The domain goes between the look at it and the call.
		server.Script("DescribeCdnDomainConfigs", cdntest.Pass().After(time.Minute))
		go func() {
			time.Sleep(30 * time.Second)
			_, err := client.DeleteCdnDomain(context.Background(), &types.DeleteCdnDomainRequest{DomainName: "d.example.com"})
			assert.NoError(t, err)
		}()
		results, err := client.ApplyDomainConfigs(t.Context(), domains, types.Configs{types.Gzip{Enable: types.SwitchOn}}, alicdn.ApplyDomainConfigsOptions{Workers: 8})
		require.ErrorContains(t, err, "domain d.example.com")
		require.ErrorIs(t, err, alicdn.ErrNotFound)
		for i, result := range results {
			if i == 3 {
				require.ErrorIs(t, result.Err, alicdn.ErrNotFound)
				assert.Empty(t, result.Changes[0].Status)
				continue
			}
			require.NoError(t, result.Err)
			assert.Equal(t, types.DomainConfigStatusSuccess, result.Changes[0].Status)
		}
	})
}

func TestApplyAfterALostAnswer(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		answers []cdntest.Answer
		applied int
	}{
		{"carried out", []cdntest.Answer{cdntest.ResetAfter()}, 1},
		{"not carried out", []cdntest.Answer{cdntest.Reset()}, 1},
		{"failed", []cdntest.Answer{cdntest.InternalError()}, 1},
		{"unreadable", []cdntest.Answer{cdntest.Truncate()}, 1},
		{"throttled for long", cdntest.Times(10, cdntest.Throttle()), 1},
		{"busy for long", cdntest.Times(10, cdntest.ServiceBusy()), 1},
		{"twice", []cdntest.Answer{cdntest.Reset(), cdntest.ResetAfter()}, 1},
		{"for ever", cdntest.Times(10, cdntest.Reset()), 0},
	}
	for _, tt := range tests {
		for _, domains := range [][]string{{"a.example.com"}, {"a.example.com", "b.example.com"}} {
			t.Run(fmt.Sprintf("%s, %d", tt.name, len(domains)), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					server := slowServer(cdntest.WithDomains(domains...))
					client := server.Client()
					server.Script("BatchSetCdnDomainConfig", tt.answers...)
					results, err := client.ApplyDomainConfigs(t.Context(), domains,
						types.Configs{types.ErrorPage{ErrorCode: "404", RewritePage: "/404"}}, alicdn.ApplyDomainConfigsOptions{})
					for i, domain := range domains {
						if tt.applied == 0 && len(domains) == 1 {
							require.ErrorContains(t, err, "not as it is wanted: + error_page error_code=404 rewrite_page=/404")
							require.ErrorContains(t, err, "connection reset", "and why")
							assert.Empty(t, results[i].Changes[0].Status)
							continue
						}
						require.NoError(t, err)
						assert.Equal(t, types.DomainConfigStatusSuccess, results[i].Changes[0].Status)
						assert.Len(t, records(t, client, domain), 1, "set once")
					}
				})
			})
		}
	}
}

// A function that failed is set once more, also where that answer is lost; what
// would fail for every domain is not tried for each.
func TestApplyOnceMore(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const domain = "config-failed.example.com"
		server := slowServer(cdntest.WithDomains(domain))
		client := server.Client()
		setBySomebody(t, client, domain, types.Gzip{Enable: types.SwitchOn})
		server.Script("BatchSetCdnDomainConfig", cdntest.Reset())
		results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{types.Gzip{Enable: types.SwitchOn}}, alicdn.ApplyDomainConfigsOptions{})
		failed := requireWaitError(t, err)
		assert.Equal(t, []string{"gzip"}, failed.Failed)
		assert.Equal(t, types.DomainConfigStatusFailed, results[0].Changes[0].Status)
		assert.Equal(t, 2, server.Applied("BatchSetCdnDomainConfig"), "and fails again")
	})
}

// For a moment the service shows what was before: nothing at all, or a function
// that failed.
func TestApplyIsNotFooledByOldRecords(t *testing.T) {
	t.Parallel()
	const failed = `{"ConfigId":1,"FunctionName":"error_page","Status":"failed","FunctionArgs":{"FunctionArg":[{"ArgName":"error_code","ArgValue":"404"}]}}`
	for name, old := range map[string]struct {
		records string
		looks   int
	}{"nothing": {"", 3}, "failed": {failed, 1}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const domain = "www.example.com"
				server := slowServer(cdntest.WithDomains(domain))
				server.Script("DescribeCdnDomainDetail", cdntest.Times(old.looks, cdntest.JSON(`{"GetDomainDetailModel":{"DomainStatus":"online"}}`))...)
				server.Script("DescribeCdnDomainConfigs", cdntest.Pass())
				server.Script("DescribeCdnDomainConfigs", cdntest.Times(old.looks, cdntest.JSON(`{"DomainConfigs":{"DomainConfig":[`+old.records+`]}}`))...)
				results, err := server.Client().ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{types.ErrorPage{ErrorCode: "404"}}, alicdn.ApplyDomainConfigsOptions{})
				require.NoError(t, err)
				assert.Equal(t, types.DomainConfigStatusSuccess, results[0].Changes[0].Status)
				assert.Equal(t, 1, server.Applied("BatchSetCdnDomainConfig"))
			})
		})
	}
}

func TestApplyGivesUpWhereTheKeyIsRefused(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		domains := []string{"a.example.com", "b.example.com", "c.example.com"}
		server := slowServer(cdntest.WithDomains(domains...))
		server.Script("BatchSetCdnDomainConfig", cdntest.Times(10, cdntest.Fail(types.InvalidAccessKeyIdInactive))...)
		results, err := server.Client().ApplyDomainConfigs(t.Context(), domains, types.Configs{types.Gzip{Enable: types.SwitchOn}}, alicdn.ApplyDomainConfigsOptions{})
		require.ErrorIs(t, err, alicdn.ErrSignature)
		for _, result := range results {
			require.ErrorIs(t, result.Err, alicdn.ErrSignature)
		}
		assert.Equal(t, 1, calls(server, "BatchSetCdnDomainConfig"))
	})
}

func TestApplyEndsWithItsContext(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		domain  string
		after   time.Duration
		answers map[string][]cdntest.Answer
		status  types.DomainConfigStatus
	}{
		{"while it looks", "www.example.com", time.Second, map[string][]cdntest.Answer{"DescribeCdnDomainConfigs": {cdntest.Latency(time.Minute)}}, ""},
		{"while it sets", "www.example.com", time.Second, map[string][]cdntest.Answer{"BatchSetCdnDomainConfig": {cdntest.Latency(time.Minute)}}, ""},
		{"while the domain is busy", "busy.example.com", 2 * time.Minute, nil, ""},
		{"while it waits", "www.example.com", time.Minute, nil, types.DomainConfigStatusConfiguring},
		{"before it begins", "www.example.com", 0, nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := slowServer(cdntest.WithDomains("www.example.com"))
				client := server.Client()
				addDomain(t, client, "busy.example.com")
				for action, answers := range tt.answers {
					server.Script(action, answers...)
				}
				started := time.Now()
				ctx, cancel := context.WithTimeout(t.Context(), tt.after)
				defer cancel()
				results, err := client.ApplyDomainConfigs(ctx, []string{tt.domain}, types.Configs{types.Gzip{Enable: types.SwitchOn}}, alicdn.ApplyDomainConfigsOptions{})
				require.ErrorIs(t, err, context.DeadlineExceeded)
				require.ErrorIs(t, results[0].Err, context.DeadlineExceeded)
				assert.Equal(t, tt.after, time.Since(started), "at once")
				for _, change := range results[0].Changes {
					assert.Equal(t, tt.status, change.Status)
				}
			})
		})
	}
}

func TestApplyWaitsForTheChangeOfSomebodyElse(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const domain = "www.example.com"
		server := slowServer(cdntest.WithDomains(domain))
		client := server.Client()
		functions, err := alicdn.FunctionsOf(types.Gzip{Enable: types.SwitchOn})
		require.NoError(t, err)
		_, err = client.BatchSetCdnDomainConfig(t.Context(), &types.BatchSetCdnDomainConfigRequest{DomainNames: []string{domain}, Functions: functions})
		require.NoError(t, err)
		started := time.Now()
		updates := 0
		results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{types.Gzip{Enable: types.SwitchOn}},
			alicdn.ApplyDomainConfigsOptions{Wait: alicdn.WaitOptions{OnUpdate: func(alicdn.WaitUpdate) { updates++ }}})
		require.NoError(t, err)
		assert.Empty(t, results[0].Changes)
		assert.GreaterOrEqual(t, time.Since(started), 3*time.Minute)
		assert.Positive(t, updates)
	})
}

func TestApplyDeletesThough(t *testing.T) {
	t.Parallel()
	for name, answers := range map[string][]cdntest.Answer{
		"the domain is busy":       cdntest.Times(9, cdntest.ServiceBusy()),
		"the answer is lost":       {cdntest.ResetAfter()},
		"somebody else was faster": {cdntest.Fail(types.ConfigNotFoundNoDot), cdntest.Pass()},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				const domain = "www.example.com"
				server := slowServer(cdntest.WithDomains(domain))
				client := server.Client()
				setBySomebody(t, client, domain, types.Tesla{Enable: types.SwitchOn})
				server.Script("DeleteSpecificConfig", answers...)
				results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, types.Configs{types.Gzip{Enable: types.SwitchOn}},
					alicdn.ApplyDomainConfigsOptions{Prune: types.PruneAll})
				require.NoError(t, err)
				assert.Equal(t, types.DomainConfigStatusSuccess, results[0].Changes[1].Status)
				assert.Len(t, records(t, client, domain), 1)
			})
		})
	}
}

func TestApplyMoreFunctionsThanACallTakes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const domain = "www.example.com"
		server := slowServer(cdntest.WithDomains(domain))
		client := server.Client()
		var want types.Configs
		for i := range 120 {
			want = append(want, types.PathBasedTtlSet{Path: fmt.Sprintf("/%d", i), Ttl: new(i)})
		}
		_, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, want, alicdn.ApplyDomainConfigsOptions{})
		require.NoError(t, err)
		assert.Len(t, records(t, client, domain), 120)
		assert.Equal(t, 3, server.Applied("BatchSetCdnDomainConfig"))
	})
}

func TestApplyRefuses(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithDomains("a.example.com"))
	client := server.Client()
	gzip := types.Configs{types.Gzip{Enable: types.SwitchOn}}
	named := types.Configs{types.Gzip{Enable: types.SwitchOn, ConfigRecord: types.ConfigRecord{ConfigId: "1"}}}
	tests := []struct {
		name    string
		domains []string
		want    types.Configs
		opts    alicdn.ApplyDomainConfigsOptions
		param   string
	}{
		{"value", []string{"a.example.com"}, types.Configs{types.Gzip{Enable: "yes"}}, alicdn.ApplyDomainConfigsOptions{}, "gzip.enable"},
		{"twice", []string{"a.example.com"}, append(gzip, gzip...), alicdn.ApplyDomainConfigsOptions{}, "gzip"},
		{"a record of many", []string{"a.example.com", "b.example.com"}, named, alicdn.ApplyDomainConfigsOptions{}, "gzip.configId"},
		{"a domain twice", []string{"a.example.com", "a.example.com"}, gzip, alicdn.ApplyDomainConfigsOptions{}, "DomainNames.2"},
		{"a domain twice, in another case", []string{"a.example.com", "A.Example.com"}, gzip, alicdn.ApplyDomainConfigsOptions{}, "DomainNames.2"},
		{"no domain", []string{""}, gzip, alicdn.ApplyDomainConfigsOptions{}, "DomainNames.1"},
		{"workers", []string{"a.example.com"}, gzip, alicdn.ApplyDomainConfigsOptions{Workers: -1}, "Workers"},
	}
	for _, tt := range tests {
		results, err := client.ApplyDomainConfigs(t.Context(), tt.domains, tt.want, tt.opts)
		var wrong *alicdn.ParamError
		require.ErrorAs(t, err, &wrong, tt.name)
		assert.Equal(t, tt.param, wrong.Param)
		assert.Nil(t, results)
	}
	assert.Empty(t, server.Requests())

	results, err := client.ApplyDomainConfigs(t.Context(), []string{"a.example.com"}, named, alicdn.ApplyDomainConfigsOptions{})
	var wrong *alicdn.ParamError
	require.ErrorAs(t, err, &wrong, "a record that the domain does not have")
	require.ErrorAs(t, results[0].Err, &wrong)
	assert.Equal(t, "gzip.configId", wrong.Param)
	assert.Zero(t, calls(server, "BatchSetCdnDomainConfig"))
}

func TestApplyPrintsNoSecret(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const domain = "www.example.com"
		var log strings.Builder
		logger := slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
		server := cdntest.NewServer(cdntest.WithDomains(domain))
		client := server.Client(alicdn.WithLogger(logger))
		setBySomebody(t, client, domain, types.Aliauth{AuthType: types.AuthTypeTypeA, AuthKey1: "hush-old"}, types.SetReqHeader{Key: "X-Old", Value: "hush-old"})
		want := types.Configs{
			types.Aliauth{AuthType: types.AuthTypeTypeA, AuthKey1: "hush-new"},
			types.SetReqHeader{Key: "X-Token", Value: "hush-new"},
		}
		server.Script("BatchSetCdnDomainConfig", cdntest.Times(10, cdntest.Reset())...)
		for range 2 { // failing first
			results, err := client.ApplyDomainConfigs(t.Context(), []string{domain}, want, alicdn.ApplyDomainConfigsOptions{Prune: types.PruneAll})
			logger.Info("applied", "want", want, "results", results[0], "changes", results[0].Changes, "change", results[0].Changes[0], "err", err)
			_, _ = fmt.Fprintf(&log, "%v %+v %#v %v %+v %#v %v", results, results, results, want, want, want, err)
		}
		assert.NotContains(t, log.String(), "hush")
		assert.Contains(t, log.String(), "~ aliauth")
		assert.Equal(t, "hush-new", alicdn.ConfigsOf[types.Aliauth](records(t, client, domain))[0].AuthKey1)
	})
}

// However the calls fail, each domain ends with each record once.
func TestApplyThroughFaults(t *testing.T) {
	t.Parallel()
	faults := faultsOfAllKinds(0.2)
	for seed := range uint64(3) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var domains []string
				for i := range 40 {
					domains = append(domains, fmt.Sprintf("d%d.example.com", i))
				}
				server := slowServer(cdntest.WithDomains(domains...), cdntest.WithFaults(faults), cdntest.WithSeed(seed))
				client := server.Client()
				versions := []types.Configs{
					{types.Gzip{Enable: types.SwitchOn}, types.ErrorPage{ErrorCode: "404", RewritePage: "/404"}, types.PathBasedTtlSet{Path: "/", Ttl: new(1)}},
					{types.Gzip{Enable: types.SwitchOff}, types.ErrorPage{ErrorCode: "404", RewritePage: "/gone"}, types.ErrorPage{ErrorCode: "500", RewritePage: "/500"}},
				}
				for _, want := range versions {
					started := time.Now()
					_, err := client.ApplyDomainConfigs(t.Context(), domains, want, alicdn.ApplyDomainConfigsOptions{Prune: types.PruneAll})
					require.NoError(t, err)
					t.Logf("%v of simulated time, %d requests, %d calls to set and %d to delete carried out",
						time.Since(started).Round(time.Second), len(server.Requests()), server.Applied("BatchSetCdnDomainConfig"), server.Applied("DeleteSpecificConfig"))
					for _, domain := range domains {
						resp, err := client.DescribeCdnDomainConfigs(t.Context(), &types.DescribeCdnDomainConfigsRequest{DomainName: domain}, alicdn.WithAttempts(20))
						require.NoError(t, err)
						assert.Len(t, resp.DomainConfigs, len(want), domain)
						left, err := alicdn.DiffDomainConfigs(want, resp.DomainConfigs, types.PruneAll)
						require.NoError(t, err)
						assert.Empty(t, left, domain)
					}
				}
			})
		})
	}
}
