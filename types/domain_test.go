package types_test

import (
	"net/url"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestSourcesEncodeValues(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		sources types.Sources
		want    string
	}{
		{
			"every member",
			types.Sources{{Type: types.SourceTypeIpaddr, Content: "192.0.2.10", Port: 8080, Priority: "20", Weight: "15"}},
			`[{"type":"ipaddr","content":"192.0.2.10","port":8080,"priority":"20","weight":"15"}]`,
		},
		{
			"required members",
			types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.com"}, {Type: types.SourceTypeOss, Content: "bucket.oss-cn-hangzhou.aliyuncs.com"}},
			`[{"type":"domain","content":"origin.example.com"},{"type":"oss","content":"bucket.oss-cn-hangzhou.aliyuncs.com"}]`,
		},
		{"none", nil, `[]`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			values := url.Values{}
			require.NoError(t, tt.sources.EncodeValues("Sources", &values))
			assert.Equal(t, url.Values{"Sources": {tt.want}}, values)
		})
	}
}

func TestFunctionsEncodeValues(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		function types.Function
		want     string
	}{
		{
			"arguments",
			types.Function{FunctionName: types.FunctionSetRespHeader, FunctionArgs: []types.FunctionArg{{ArgName: "key", ArgValue: "Link"}, {ArgName: "value", ArgValue: `<a&b>; rel="c"`}}},
			`{"functionName":"set_resp_header","functionArgs":[{"argName":"key","argValue":"Link"},{"argName":"value","argValue":"<a&b>; rel=\"c\""}]}`,
		},
		{
			"empty value",
			types.Function{FunctionName: types.FunctionSetHashkeyArgs, FunctionArgs: []types.FunctionArg{{ArgName: "hashkey_args"}}},
			`{"functionName":"set_hashkey_args","functionArgs":[{"argName":"hashkey_args","argValue":""}]}`,
		},
		{
			"no arguments",
			types.Function{FunctionName: types.FunctionCcDefense},
			`{"functionName":"cc_defense","functionArgs":[]}`,
		},
		{
			"numbers",
			types.Function{FunctionName: types.FunctionGzip, ConfigId: "222728944812032", ParentId: "-1"},
			`{"functionName":"gzip","functionArgs":[],"configId":222728944812032,"parentId":-1}`,
		},
		{
			"numbers of any size",
			types.Function{FunctionName: types.FunctionGzip, ConfigId: "0", ParentId: "92233720368547758080"},
			`{"functionName":"gzip","functionArgs":[],"configId":0,"parentId":92233720368547758080}`,
		},
		{
			"identifiers that are no numbers",
			types.Function{FunctionName: types.FunctionGzip, ConfigId: "007", ParentId: "1-2"},
			`{"functionName":"gzip","functionArgs":[],"configId":"007","parentId":"1-2"}`,
		},
		{
			"numbers that are no identifiers",
			types.Function{FunctionName: types.FunctionGzip, ConfigId: "1E5", ParentId: " 1"},
			`{"functionName":"gzip","functionArgs":[],"configId":"1E5","parentId":" 1"}`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			values := url.Values{}
			require.NoError(t, types.Functions{tt.function, {FunctionName: types.FunctionRange}}.EncodeValues("Functions", &values))
			assert.Equal(t, url.Values{"Functions": {"[" + tt.want + `,{"functionName":"range","functionArgs":[]}]`}}, values)
		})
	}
}

func TestFunctionsRefuseBrokenText(t *testing.T) {
	t.Parallel()
	values := url.Values{}
	broken := types.Functions{{FunctionName: types.FunctionGzip, ConfigId: "\xff"}}
	require.Error(t, broken.EncodeValues("Functions", &values))
	assert.Empty(t, values)
}

func TestFunctionRoundTrip(t *testing.T) {
	t.Parallel()
	function := types.Function{
		FunctionName: types.FunctionFiletypeBasedTtlSet,
		FunctionArgs: []types.FunctionArg{{ArgName: "ttl", ArgValue: "18"}, {ArgName: "file_type"}},
		ConfigId:     "5068995",
		ParentId:     "222728944812032",
	}
	text, err := json.Marshal(function)
	require.NoError(t, err)
	var again types.Function
	require.NoError(t, json.Unmarshal(text, &again))
	assert.Equal(t, function, again)
}

func TestDomainConfigFunction(t *testing.T) {
	t.Parallel()
	var config types.DomainConfig
	require.NoError(t, json.Unmarshal([]byte(`{
		"Status": "success",
		"FunctionArgs": {"FunctionArg": [{"ArgName": "ttl", "ArgValue": "18"}, {"ArgName": "file_type", "ArgValue": ""}]},
		"ConfigId": 5068995,
		"FunctionName": "filetype_based_ttl_set",
		"ParentId": "222728944812032"
	}`), &config))
	values := url.Values{}
	require.NoError(t, types.Functions{config.Function()}.EncodeValues("Functions", &values))
	assert.JSONEq(t,
		`[{"functionName":"filetype_based_ttl_set","functionArgs":[{"argName":"ttl","argValue":"18"},{"argName":"file_type","argValue":""}],"configId":5068995,"parentId":222728944812032}]`,
		values.Get("Functions"))
}

func TestDomainDetailIsReadNestedAndFlat(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		`{"RequestId":"R","GetDomainDetailModel":{"DomainName":"example.com","DomainStatus":"online"}}`,
		`{"RequestId":"R","DomainName":"example.com","DomainStatus":"online"}`,
	} {
		var got types.DescribeCdnDomainDetailResponse
		require.NoError(t, json.Unmarshal([]byte(text), &got))
		assert.Equal(t, "R", got.RequestId)
		assert.Equal(t, "example.com", got.GetDomainDetailModel.DomainName)
		assert.Equal(t, types.DomainStatusOnline, got.GetDomainDetailModel.DomainStatus)
	}
}
