package config_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/config"
	"github.com/alicdn/alicdn-go/types"
)

func diff(want types.Configs, have []types.DomainConfig, prune types.Prune) (types.DomainConfigChanges, error) {
	wanted, err := config.Want(want)
	if err != nil {
		return nil, err
	}
	return wanted.Diff(have, prune)
}

func withParent(r types.DomainConfig, parent types.ID) types.DomainConfig {
	r.ParentId = parent
	return r
}

func failed(r types.DomainConfig) types.DomainConfig {
	r.Status = types.DomainConfigStatusFailed
	return r
}

func TestDiff(t *testing.T) {
	t.Parallel()
	type configs = types.Configs
	type records = []types.DomainConfig
	under := func(parent types.ID) types.ConfigRecord { return types.ConfigRecord{ParentId: parent} }
	tests := []struct {
		name string
		want configs
		have records
		diff string
	}{
		{"nothing", nil, records{record("1", "gzip", "enable", "on")}, "no change"},
		{"new", configs{types.Gzip{Enable: "on"}}, nil, "+ gzip enable=on"},
		{"equal", configs{types.Gzip{Enable: "on"}}, records{record("1", "gzip", "enable", "on")}, "no change"},
		{"switch in another case", configs{types.Gzip{Enable: "on"}}, records{record("1", "gzip", "enable", "ON")}, "no change"},
		{"another value", configs{types.Gzip{Enable: "on"}}, records{record("1", "gzip", "enable", "off")}, "~ gzip 1: enable off -> on"},
		{"failed", configs{types.Gzip{Enable: "on"}}, records{failed(record("1", "gzip", "enable", "on"))}, "~ gzip 1: once more"},
		{
			"number in another form",
			configs{types.PathBasedTtlSet{Path: "/a", Ttl: new(300)}},
			records{record("1", "path_based_ttl_set", "path", "/a", "ttl", "0300")},
			"no change",
		},
		{
			"argument missing, argument too many",
			configs{types.PathBasedTtlSet{Path: "/a", Ttl: new(300)}},
			records{record("1", "path_based_ttl_set", "path", "/a", "weight", "7")},
			`~ path_based_ttl_set 1: ttl "" -> 300, weight 7 -> ""`,
		},
		{
			"set in another order",
			configs{types.IpBlackListSet{IpList: []string{"192.0.2.1", "192.0.2.2"}}},
			records{record("1", "ip_black_list_set", "ip_list", "192.0.2.2, 192.0.2.1")},
			"no change",
		},
		{
			"list in another order",
			configs{types.PathForceTtlCode{Path: "/", CodeString: []string{"302=0", "4xx=2"}}},
			records{record("1", "path_force_ttl_code", "path", "/", "code_string", "4xx=2,302=0")},
			"~ path_force_ttl_code 1: code_string 4xx=2,302=0 -> 302=0,4xx=2",
		},
		{
			"default",
			configs{types.HttpsTlsVersion{Tls1_0: "off"}},
			records{record("1", "https_tls_version", "tls1.0", "off", "tls1.2", "on")},
			"no change",
		},
		{
			"not the default",
			configs{types.HttpsTlsVersion{Tls1_0: "off", Tls1_3: "on"}},
			records{record("1", "https_tls_version", "tls1.0", "off", "tls1.1", "off")},
			`~ https_tls_version 1: tls1.1 off -> ""`,
		},
		{
			"empty is none",
			configs{types.SetHashkeyArgs{Disable: "on"}},
			records{record("1", "set_hashkey_args", "hashkey_args", "", "disable", "on")},
			"no change",
		},
		{
			"added by the service",
			configs{types.L2OssKey{PrivateOssAuth: "on"}},
			records{record("1", "l2_oss_key", "private_oss_auth", "on", "aliyun_id", "123", "oss_pri_buckets", "")},
			"no change",
		},
		{
			"added by the service and wanted",
			configs{types.ForwardScheme{Enable: "on", ConfigRecord: types.ConfigRecord{Args: args("scheme_origin_port", "80:8080")}}},
			records{record("1", "forward_scheme", "enable", "on", "scheme_origin_port", "80:80")},
			"~ forward_scheme 1: scheme_origin_port 80:80 -> 80:8080",
		},
		{
			"records told apart",
			configs{
				types.FiletypeBasedTtlSet{FileType: []string{"png", "jpg"}, Ttl: new(1)},
				types.FiletypeBasedTtlSet{FileType: []string{"css"}, Ttl: new(2)},
				types.FiletypeBasedTtlSet{FileType: []string{"js"}, Ttl: new(3)},
			},
			records{
				record("1", "filetype_based_ttl_set", "file_type", "css", "ttl", "2"),
				record("2", "filetype_based_ttl_set", "file_type", "jpg,png", "ttl", "9"),
				record("3", "filetype_based_ttl_set", "file_type", "txt", "ttl", "9"),
			},
			"~ filetype_based_ttl_set 2: ttl 9 -> 1\n+ filetype_based_ttl_set ttl=3 file_type=js",
		},
		{
			"of two with the same key the equal one",
			configs{types.SetRespHeader{Key: "X-A", Value: "2"}},
			records{record("1", "set_resp_header", "key", "X-A", "value", "1"), record("2", "set_resp_header", "key", "X-A", "value", "2")},
			"no change",
		},
		{
			"named by its number",
			configs{types.SetRespHeader{Key: "X-B", Value: "1", ConfigRecord: types.ConfigRecord{ConfigId: "1"}}},
			records{record("1", "set_resp_header", "key", "X-A", "value", "1"), record("2", "set_resp_header", "key", "X-B", "value", "1")},
			"~ set_resp_header 1: key X-A -> X-B",
		},
		{
			"under other conditions",
			configs{types.Gzip{Enable: "on"}, types.Gzip{Enable: "off", ConfigRecord: under("9")}},
			records{withParent(record("1", "gzip", "enable", "on"), "8")},
			"+ gzip enable=on\n+ gzip enable=off",
		},
		{
			"under the same conditions",
			configs{types.Gzip{Enable: "off"}, types.Gzip{Enable: "off", ConfigRecord: under("9")}},
			records{withParent(record("1", "gzip", "enable", "on"), "9"), record("2", "gzip", "enable", "on")},
			"~ gzip 2: enable on -> off\n~ gzip 1: enable on -> off",
		},
		{
			"the condition taken off",
			configs{types.Gzip{Enable: "on", ConfigRecord: types.ConfigRecord{ConfigId: "1", ParentId: "-1"}}},
			records{withParent(record("1", "gzip", "enable", "on"), "9")},
			"~ gzip 1: parentId 9 -> -1",
		},
		{
			"the condition left alone",
			configs{types.Gzip{Enable: "on", ConfigRecord: types.ConfigRecord{ConfigId: "1"}}},
			records{withParent(record("1", "gzip", "enable", "on"), "9")},
			"no change",
		},
		{
			"functions without a struct, in their order",
			configs{
				types.Function{FunctionName: "brotli", FunctionArgs: args("level", "1")},
				types.Function{FunctionName: "brotli", FunctionArgs: args("level", "2")},
				types.Function{FunctionName: "brotli", FunctionArgs: args("level", "3")},
			},
			records{record("1", "brotli", "level", "2"), record("2", "brotli", "level", "9")},
			"~ brotli 2: level 9 -> 1\n+ brotli level=3",
		},
		{
			"a condition is told apart by its rule",
			configs{types.Function{FunctionName: "condition", FunctionArgs: args("rule", `{"name":"b","match":[1]}`)}},
			records{record("1", "condition", "rule", `{"name":"a","match":[1]}`)},
			`+ condition rule="{\"name\":\"b\",\"match\":[1]}"`,
		},
		{
			"the rule of a condition in another form",
			configs{types.Function{FunctionName: "condition", FunctionArgs: args("rule", `{"name":"b","match":[1]}`)}},
			records{record("1", "condition", "rule", `{"name":"a"}`), record("2", "condition", "rule", `{ "match": [1], "name": "b" }`)},
			"no change",
		},
		{
			"the rule of a condition changed by its number",
			configs{types.Function{FunctionName: "condition", ConfigId: "1", FunctionArgs: args("rule", "y")}},
			records{record("1", "condition", "rule", "x")},
			"~ condition 1: rule x -> y",
		},
		{
			"a raw function is compared as its struct",
			configs{types.Function{FunctionName: "filetype_based_ttl_set", FunctionArgs: args("file_type", "b,a", "ttl", "07")}},
			records{record("1", "filetype_based_ttl_set", "file_type", "x", "ttl", "7"), record("2", "filetype_based_ttl_set", "file_type", "a,b", "ttl", "7")},
			"no change",
		},
		{
			"secrets",
			configs{
				types.Aliauth{AuthType: "type_a", AuthKey1: "hush-hush"},
				types.SetReqHeader{Key: "Authorization", Value: "hush-hush"},
			},
			records{record("1", "aliauth", "auth_type", "type_a", "auth_key1", "hush", "auth_key2", "hush")},
			"~ aliauth 1: auth_key1 *** -> ***, auth_key2 *** -> \"\"\n+ set_req_header key=Authorization value=***",
		},
		{
			"texts that could mislead",
			configs{types.SetRespHeader{Key: "X-A", Value: "a b\n- gzip"}},
			nil, `+ set_resp_header key=X-A value="a b\n- gzip"`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			changes, err := diff(tt.want, tt.have, types.PruneNone)
			require.NoError(t, err)
			assert.Equal(t, tt.diff, changes.String())
			assert.Empty(t, changes.ConfigId())
			assert.NotContains(t, fmt.Sprintf("%v %+v %#v", changes, changes, changes), "hush")
		})
	}
}

// A record is named where a function may have several, and left out where that
// lets domains share a call.
func TestDiffNamesRecords(t *testing.T) {
	t.Parallel()
	changes, err := diff(
		types.Configs{
			types.Gzip{Enable: "on"},
			types.PathBasedTtlSet{Path: "/", Ttl: new(1)},
			types.Range{Enable: "on"},
			types.Function{FunctionName: "brotli", FunctionArgs: args("enable", "on")},
		},
		[]types.DomainConfig{
			record("1", "gzip", "enable", "off"),
			record("2", "path_based_ttl_set", "path", "/", "ttl", "2"),
			record("3", "range", "enable", "off"),
			withParent(record("4", "range", "enable", "off"), "9"),
			record("5", "brotli", "enable", "off"),
		}, types.PruneNone)
	require.NoError(t, err)
	var named []types.ID
	for _, f := range changes.Functions() {
		named = append(named, f.ConfigId)
	}
	assert.Equal(t, []types.ID{"", "2", "3", "5"}, named)
}

func TestPrune(t *testing.T) {
	t.Parallel()
	want := types.Configs{
		types.PathBasedTtlSet{Path: "/a", Ttl: new(1)},
		types.Gzip{Enable: "on", ConfigRecord: types.ConfigRecord{ParentId: "8"}},
	}
	have := []types.DomainConfig{
		record("1", "path_based_ttl_set", "path", "/a", "ttl", "1"),
		record("2", "path_based_ttl_set", "path", "/b", "ttl", "1"),
		record("3", "set_req_header", "key", "X-Token", "value", "hush"),
		record("4", "unheard_of", "x", "y"),
		record("5", "condition", "rule", "kept for 1"),
		record("6", "condition", "rule", "kept for 5"),
		record("7", "condition", "rule", "of no use"),
		record("8", "condition", "rule", "wanted"),
		record("", "path_based_ttl_set", "path", "/nameless"),
	}
	have[0].ParentId = ""
	have[4] = withParent(have[4], "6")
	have = append(have, withParent(record("9", "gzip", "enable", "on"), "5"))
	for prune, wantIDs := range map[types.Prune][]string{
		types.PruneNone:  nil,
		types.PruneNamed: {"2", "9"},
		types.PruneAll:   {"2", "3", "4", "5", "6", "7", "9"},
	} {
		changes, err := diff(want, have, prune)
		require.NoError(t, err)
		assert.Equal(t, wantIDs, changes.ConfigId())
		assert.Len(t, changes.Functions(), 1, "gzip under condition 8")
		assert.NotContains(t, changes.String(), "hush")
	}

	want = append(want, types.Gzip{Enable: "on", ConfigRecord: types.ConfigRecord{ConfigId: "9"}})
	changes, err := diff(want, have, types.PruneAll)
	require.NoError(t, err)
	assert.Equal(t, []string{"2", "3", "4", "7"}, changes.ConfigId(), "conditions stay as long as what depends on them")
	assert.Contains(t, changes.String(), "- set_req_header 3: key=X-Token value=***")
}

func TestWantRefuses(t *testing.T) {
	t.Parallel()
	record9 := types.ConfigRecord{ConfigId: "9"}
	tests := []struct {
		name string
		want types.Configs
		err  string
	}{
		{"rules", types.Configs{types.Gzip{}, types.Tesla{}}, "gzip.enable is required; tesla.enable is required"},
		{"twice", types.Configs{types.Gzip{Enable: "on"}, types.Gzip{Enable: "off"}}, "gzip is wanted twice of one record"},
		{
			"twice by key",
			types.Configs{types.FiletypeBasedTtlSet{FileType: []string{"a", "b"}}, types.FiletypeBasedTtlSet{FileType: []string{"b", "a"}}},
			"filetype_based_ttl_set is wanted twice of one record",
		},
		{"twice by number", types.Configs{types.Gzip{Enable: "on", ConfigRecord: record9}, types.Tesla{Enable: "on", ConfigRecord: record9}}, "tesla is wanted twice of one record"},
		{"a record that is not there", types.Configs{types.Gzip{Enable: "on", ConfigRecord: record9}}, "gzip.configId is no record of this function of the domain"},
		{"a record of another function", types.Configs{types.Gzip{Enable: "on", ConfigRecord: types.ConfigRecord{ConfigId: "1"}}}, "gzip.configId is no record of this function of the domain"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := diff(tt.want, []types.DomainConfig{record("1", "tesla", "enable", "on")}, types.PruneNone)
			require.EqualError(t, err, tt.err)
		})
	}
	wanted, err := config.Want(types.Configs{types.Gzip{Enable: "on", ConfigRecord: types.ConfigRecord{ParentId: "-1"}}})
	require.NoError(t, err)
	require.NoError(t, wanted.OfOneDomain())
	for _, r := range []types.ConfigRecord{record9, {ParentId: "9"}} {
		wanted, err := config.Want(types.Configs{types.Gzip{Enable: "on", ConfigRecord: r}})
		require.NoError(t, err)
		require.ErrorContains(t, wanted.OfOneDomain(), "no two domains")
	}
}
