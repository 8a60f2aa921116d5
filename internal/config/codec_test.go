package config_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/config"
	"github.com/alicdn/alicdn-go/internal/param"
	"github.com/alicdn/alicdn-go/types"
)

// args makes arguments of names and values in turn.
func args(pairs ...string) []types.FunctionArg {
	var list []types.FunctionArg
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, types.FunctionArg{ArgName: pairs[i], ArgValue: pairs[i+1]})
	}
	return list
}

// record makes a record of a domain.
func record(id types.ID, function types.FunctionName, pairs ...string) types.DomainConfig {
	made := types.DomainConfig{ConfigId: id, FunctionName: function, Status: types.DomainConfigStatusSuccess}
	for _, arg := range args(pairs...) {
		made.FunctionArgs = append(made.FunctionArgs, types.DomainConfigFunctionArg(arg))
	}
	return made
}

func encode(t *testing.T, c types.Config) types.Function {
	t.Helper()
	functions, err := config.Encode(types.Configs{c})
	require.NoError(t, err)
	return functions[0]
}

func TestEncode(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		config types.Config
		want   []types.FunctionArg
	}{
		{
			"lists, numbers, what is not set",
			types.FiletypeBasedTtlSet{Ttl: new(0), FileType: []string{"jpg", "png"}},
			args("ttl", "0", "file_type", "jpg,png"),
		},
		{"blanks", types.AliRemoveArgs{AliRemoveArgs: []string{"a", "b"}}, args("ali_remove_args", "a b")},
		{"names with points", types.HttpsTlsVersion{Tls1_0: types.SwitchOff}, args("tls1.0", "off")},
		{"a name of two capitals", types.TmdSignature{PathType: types.PathTypeFull}, args("pathType", "1")},
		{
			"further arguments, after the fields",
			types.Gzip{Enable: types.SwitchOn, ConfigRecord: types.ConfigRecord{Args: args("level", "9", "enable", "off")}},
			args("enable", "on", "level", "9"),
		},
		{
			"a value that the reference does not have",
			types.Aliauth{ConfigRecord: types.ConfigRecord{Args: args("auth_type", "type_f")}},
			args("auth_type", "type_f"),
		},
		{
			"a required argument given otherwise",
			types.Gzip{ConfigRecord: types.ConfigRecord{Args: args("enable", "auto")}},
			args("enable", "auto"),
		},
		{"a function as it is", types.Function{FunctionName: "brotli", FunctionArgs: args("enable", "on")}, args("enable", "on")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, encode(t, tt.config).FunctionArgs)
		})
	}
}

func TestEncodeRefuses(t *testing.T) {
	t.Parallel()
	type foreign struct {
		types.ConfigRecord `function:"foreign"`

		Flag bool `arg:"flag"`
	}
	type nameless struct{ types.ConfigRecord }
	tests := []struct {
		name   string
		config types.Config
		want   []string
	}{
		{"missing", types.Gzip{}, []string{"gzip.enable is required"}},
		{"several", types.HSTS{}, []string{"HSTS.enabled is required", "HSTS.https_hsts_max_age is required"}},
		{"value", types.Gzip{Enable: "yes"}, []string{`gzip.enable is "yes"; on, off allowed`}},
		{"small", types.TmdSignature{Interval: 9}, []string{"tmd_signature.interval is 9; at least 10 allowed"}},
		{"large", types.FiletypeBasedTtlSet{Weight: 200}, []string{"filetype_based_ttl_set.weight is 200; at most 199 allowed"}},
		{"negative", types.PathBasedTtlSet{Weight: -1}, []string{"path_based_ttl_set.weight is -1; at least 1 allowed"}},
		{"beginning", types.PathBasedTtlSet{Path: "image"}, []string{"path_based_ttl_set.path does not begin with /"}},
		{
			"elements",
			types.IpBlackListSet{IpList: []string{"192.0.2.1", "", "192.0.2.2,192.0.2.3"}},
			[]string{"ip_black_list_set.ip_list.2 is empty", `ip_black_list_set.ip_list.3 contains ",", which separates the elements`},
		},
		{
			"blanks",
			types.AliRemoveArgs{AliRemoveArgs: []string{"a b"}},
			[]string{`ali_remove_args.ali_remove_args.1 contains " ", which separates the elements`},
		},
		{"nothing at all", types.HttpsForce{}, []string{"https_force has no argument"}},
		{"nil", nil, []string{"Functions has a nil configuration"}},
		{"nil pointer", (*types.Gzip)(nil), []string{"Functions has a nil configuration"}},
		{"a raw function without a name", types.Function{}, []string{"Functions has a function without a name"}},
		{"a pointer to one", &types.Function{FunctionArgs: args("enable", "on")}, []string{"Functions has a function without a name"}},
		{"the record alone", types.ConfigRecord{}, []string{"Functions has a types.ConfigRecord, which names no function in its tags"}},
		{"no name", nameless{}, []string{"Functions has a config_test.nameless, which names no function in its tags"}},
		{"a type that is none", foreign{Flag: true}, []string{"foreign.flag has a field of a type that holds no argument"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := config.Encode(types.Configs{tt.config})
			var violations param.Errors
			require.ErrorAs(t, err, &violations)
			var got []string
			for _, violation := range violations {
				got = append(got, violation.Error())
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestDecode(t *testing.T) {
	t.Parallel()
	got := config.Decode(record("222728944812032", types.FunctionFiletypeBasedTtlSet,
		"ttl", "0300", "file_type", " jpg, png,", "weight", "1", "unheard_of", "x", "dsl", "y"))
	assert.Equal(t, types.FiletypeBasedTtlSet{
		ConfigRecord: types.ConfigRecord{
			ConfigId: "222728944812032",
			Status:   types.DomainConfigStatusSuccess,
			Args:     args("unheard_of", "x"),
			Added:    args("dsl", "y"),
			Read:     args("ttl", "0300", "file_type", " jpg, png,", "weight", "1", "unheard_of", "x"),
		},
		Ttl:      new(300),
		FileType: []string{"jpg", "png"},
		Weight:   1,
	}, got)

	assert.Equal(t, types.SwitchOn, config.Decode(record("1", types.FunctionGzip, "enable", "ON")).(types.Gzip).Enable)
	assert.Equal(t, types.AuthTypeReqAuth, config.Decode(record("1", types.FunctionAliauth, "auth_type", "req_auth")).(types.Aliauth).AuthType)
	unknown := record("1", "brotli", "enable", "on", "dsl", "y")
	assert.Equal(t, unknown.Function(), config.Decode(unknown), "a function without a struct stays as it is")
}

// What was read is set again as it was, whatever the SDK makes of it; and what
// is changed is checked.
func TestNothingIsLost(t *testing.T) {
	t.Parallel()
	records := []types.DomainConfig{
		record("1", types.FunctionFiletypeBasedTtlSet, "ttl", "0300", "file_type", " jpg,, png", "weight", "500"),
		record("2", types.FunctionFiletypeBasedTtlSet, "ttl", "forever", "file_type", "", "weight", "0"),
		record("3", types.FunctionAliauth, "auth_type", "req_auth", "ali_auth_dual", "on", "auth_key2", ""),
		record("4", types.FunctionGzip, "enable", "ON", "enable2", "x"),
		record("5", types.FunctionRange, "enable", "sometimes"),
		record("6", types.FunctionCcDefense, "anything", "goes"),
		record("7", "brotli", "enable", "on"),
		record("8", types.FunctionTmdSignature, "count", "99999999999999999999", "interval", "5"),
		record("9", types.FunctionVideoSeek),
	}
	for _, before := range records {
		after := encode(t, config.Decode(before))
		assert.ElementsMatch(t, before.Function().FunctionArgs, after.FunctionArgs, before.FunctionName)
		assert.Equal(t, before.ConfigId, after.ConfigId)
	}

	changed := config.Decode(records[0]).(types.FiletypeBasedTtlSet)
	changed.Ttl = new(60)
	assert.Equal(t, args("ttl", "60", "file_type", " jpg,, png", "weight", "500"), encode(t, changed).FunctionArgs)
	changed.Weight = 501
	_, err := config.Encode(types.Configs{changed})
	require.EqualError(t, err, "filetype_based_ttl_set.weight is 501; at most 199 allowed")
	changed.Weight = 0
	assert.Equal(t, args("ttl", "60", "file_type", " jpg,, png"), encode(t, changed).FunctionArgs, "a field that is emptied is left out")

	weightless := config.Decode(records[1]).(types.FiletypeBasedTtlSet)
	weightless.Weight = 7
	assert.Equal(t, args("weight", "7", "ttl", "forever", "file_type", ""), encode(t, weightless).FunctionArgs)
}

func TestWhatTheServiceAddsIsKeptApart(t *testing.T) {
	t.Parallel()
	read := config.Decode(record("1", types.FunctionForwardScheme, "enable", "on", "scheme_origin_port", "80:80"))
	assert.Equal(t, args("scheme_origin_port", "80:80"), read.(types.ForwardScheme).Added)
	assert.Equal(t, args("enable", "on"), encode(t, read).FunctionArgs)
}

func TestDecodeAs(t *testing.T) {
	t.Parallel()
	records := []types.DomainConfig{
		record("1", types.FunctionGzip, "enable", "on"),
		record("2", types.FunctionPathBasedTtlSet, "path", "/a"),
		record("3", types.FunctionPathBasedTtlSet, "path", "/b"),
		record("4", "brotli", "enable", "on", "window", "22"),
	}
	paths := config.DecodeAs[types.PathBasedTtlSet](records)
	require.Len(t, paths, 2)
	assert.Equal(t, "/b", paths[1].Path)
	pointers := config.DecodeAs[*types.PathBasedTtlSet](records)
	require.Len(t, pointers, 2)
	assert.Equal(t, "/a", pointers[0].Path)
	assert.Empty(t, config.DecodeAs[types.Tesla](records))
	assert.Empty(t, config.DecodeAs[types.Config](records), "not a struct")
	assert.Empty(t, config.DecodeAs[types.Function](records), "not the struct of a function")

	type brotli struct { // one that the SDK does not have
		types.ConfigRecord `function:"brotli"`

		Enable types.Switch `arg:"enable,enum=on|off"`
		Window int64        `arg:"window,min=10,max=24"`
		Level  int8         `arg:"level"`
	}
	own := config.DecodeAs[brotli](records)
	require.Len(t, own, 1)
	assert.EqualValues(t, 22, own[0].Window)
	own[0].Level = math.MaxInt8
	assert.Equal(t, args("enable", "on", "window", "22", "level", "127"), encode(t, own[0]).FunctionArgs)
}
