package alicdn_test

import (
	"context"
	"fmt"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// A configuration is applied, and once more after somebody has changed it.
func ExampleClient_ApplyDomainConfigs() {
	server := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	defer server.Close()
	client, ctx := server.Client(), context.Background()

	want := types.Configs{
		types.FiletypeBasedTtlSet{FileType: []string{"jpg", "png"}, Ttl: new(86400), Weight: 10},
		types.PathBasedTtlSet{Path: "/api", Ttl: new(0)}, // not cached
		types.SetReqHeader{Key: "X-Token", Value: "a secret"},
		types.Gzip{Enable: types.SwitchOn},
	}
	opts := alicdn.ApplyDomainConfigsOptions{
		Prune: types.PruneNamed, // other rules of these functions go
		// An example has no time.
		Wait: alicdn.WaitOptions{MinInterval: time.Millisecond, MaxInterval: 10 * time.Millisecond},
	}
	apply := func() {
		results, err := client.ApplyDomainConfigs(ctx, []string{"www.example.com"}, want, opts)
		if err != nil {
			fmt.Println(err)
		}
		for _, result := range results {
			fmt.Println(result)
		}
	}
	apply()

	resp, err := client.DescribeCdnDomainConfigs(ctx, &types.DescribeCdnDomainConfigsRequest{DomainName: "www.example.com"})
	if err != nil {
		fmt.Println(err)
		return
	}
	rule := alicdn.ConfigsOf[types.FiletypeBasedTtlSet](resp.DomainConfigs)[0]
	rule.Ttl = new(60)
	functions, err := alicdn.FunctionsOf(rule, types.PathBasedTtlSet{Path: "/", Ttl: new(60)})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = client.BatchSetCdnDomainConfig(ctx, &types.BatchSetCdnDomainConfigRequest{
		DomainNames: []string{"www.example.com"}, Functions: functions,
	})
	if err != nil {
		fmt.Println(err)
		return
	}

	opts.DryRun = true
	apply()
	opts.DryRun = false
	apply()
	apply()
	// Output:
	// www.example.com:
	//   + filetype_based_ttl_set 222728944812046: ttl=86400 file_type=jpg,png weight=10 (success)
	//   + path_based_ttl_set 222728944812053: ttl=0 path=/api (success)
	//   + set_req_header 222728944812060: key=X-Token value=*** (success)
	//   + gzip 222728944812067: enable=on (success)
	// www.example.com:
	//   ~ filetype_based_ttl_set 222728944812046: ttl 60 -> 86400
	//   - path_based_ttl_set 222728944812074: ttl=60 path=/
	// www.example.com:
	//   ~ filetype_based_ttl_set 222728944812046: ttl 60 -> 86400 (success)
	//   - path_based_ttl_set 222728944812074: ttl=60 path=/ (success)
	// www.example.com: no change
}

// What a configuration lacks or has wrong is found before anything is sent.
func ExampleFunctionsOf() {
	_, err := alicdn.FunctionsOf(
		types.FiletypeBasedTtlSet{FileType: []string{"jpg"}, Weight: 200},
		types.HSTS{Enabled: "yes"},
	)
	fmt.Println(err)

	functions, err := alicdn.FunctionsOf(types.IpBlackListSet{IpList: []string{"192.0.2.1", "192.0.2.2"}})
	fmt.Printf("%+v %v\n", functions, err)
	// Output:
	// alicdn: BatchSetCdnDomainConfig: parameter filetype_based_ttl_set.weight is 200; at most 199 allowed
	// alicdn: BatchSetCdnDomainConfig: parameter HSTS.enabled is "yes"; on, off allowed
	// alicdn: BatchSetCdnDomainConfig: parameter HSTS.https_hsts_max_age is required
	// [{FunctionName:ip_black_list_set FunctionArgs:[{ArgName:ip_list ArgValue:192.0.2.1,192.0.2.2}] ConfigId: ParentId:}] <nil>
}

func ExampleDiffDomainConfigs() {
	have := []types.DomainConfig{{
		FunctionName: types.FunctionForwardScheme,
		ConfigId:     "6295",
		Status:       types.DomainConfigStatusSuccess,
		FunctionArgs: types.List[types.DomainConfigFunctionArg]{
			{ArgName: "enable", ArgValue: "on"},
			{ArgName: "scheme_origin", ArgValue: "http"},
			{ArgName: "scheme_origin_port", ArgValue: "80:80"}, // added by the service
		},
	}}
	changes, err := alicdn.DiffDomainConfigs(types.Configs{
		types.ForwardScheme{Enable: types.SwitchOn, SchemeOrigin: types.OriginSchemeFollow},
		types.Range{Enable: types.RangeEnableForce},
	}, have, types.PruneNone)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(changes)
	fmt.Println(len(changes.Functions()), "to set,", len(changes.ConfigId()), "to delete")
	// Output:
	// ~ forward_scheme 6295: scheme_origin http -> follow
	// + range enable=force
	// 2 to set, 0 to delete
}

// A record as the service returns it, as the struct of its function.
func ExampleConfigOf() {
	record := types.DomainConfig{
		FunctionName: types.FunctionFiletypeBasedTtlSet,
		ConfigId:     "5068",
		FunctionArgs: types.List[types.DomainConfigFunctionArg]{
			{ArgName: "file_type", ArgValue: "jpg,png"}, {ArgName: "ttl", ArgValue: "86400"},
		},
	}
	switch config := alicdn.ConfigOf(record).(type) {
	case types.FiletypeBasedTtlSet:
		fmt.Println(config.ConfigId, config.FileType, *config.Ttl)
	default:
		fmt.Println(config)
	}
	// Output: 5068 [jpg png] 86400
}

// The records of one function among all those of a domain.
func ExampleConfigsOf() {
	records := []types.DomainConfig{
		{FunctionName: types.FunctionGzip, FunctionArgs: types.List[types.DomainConfigFunctionArg]{{ArgName: "enable", ArgValue: "on"}}},
		{FunctionName: types.FunctionPathBasedTtlSet, FunctionArgs: types.List[types.DomainConfigFunctionArg]{
			{ArgName: "path", ArgValue: "/static"}, {ArgName: "ttl", ArgValue: "3600"},
		}},
	}
	for _, rule := range alicdn.ConfigsOf[types.PathBasedTtlSet](records) {
		fmt.Println(rule.Path, *rule.Ttl)
	}
	// Output: /static 3600
}
