package types_test

import (
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestVerifyDataIsReadInAllItsForms(t *testing.T) {
	t.Parallel()
	proof := types.VerifyData{VerifyKey: "verification", VerifiCode: "verify_1"}
	below := proof
	below.RootDomain = "example.com"
	tests := map[string]types.VerifyData{
		`"{\"verifiCode\": \"verify_1\", \n\"verifyKey\": \"verification\"}"`:                           proof,
		`{"verifiCode":"verify_1","verifyKey":"verification"}`:                                          proof,
		`{"verifyCode":"verify_1","verifyKey":"verification","RootDomain":"example.com","more":[]}`:     below,
		`"{\"verifyCode\":\"verify_1\",\"verifyKey\":\"verification\",\"RootDomain\":\"example.com\"}"`: below,
		`""`: {}, `" "`: {}, `null`: {}, `{}`: {}, `"{}"`: {},
	}
	for text, want := range tests {
		got := types.DescribeDomainVerifyDataResponse{Content: types.VerifyData{VerifyKey: "old"}}
		require.NoError(t, json.Unmarshal([]byte(`{"Content":`+text+`}`), &got), text)
		assert.Equal(t, want, got.Content, text)
	}
	for _, text := range []string{`"verify_1"`, `[]`, `"[1]"`, `{"verifyKey":{}}`, `"{"`, `5`} {
		require.Error(t, json.Unmarshal([]byte(text), new(types.VerifyData)), text)
	}
}

func TestOwnerRemarksAreReadAndWrittenAsTheyCome(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]types.OwnerRemarks{
		`{"域名归属权校验":false}`: `{"域名归属权校验":false}`, `"not \"allowed\""`: `not "allowed"`, `"{ah"`: `{ah`, `""`: ``,
	} {
		var got types.OwnerRemarks
		require.NoError(t, json.Unmarshal([]byte(text), &got), text)
		assert.Equal(t, want, got)
		again, err := json.Marshal(got)
		require.NoError(t, err)
		assert.JSONEq(t, text, string(again))
	}
	got := types.OwnerRemarks("old")
	require.NoError(t, json.Unmarshal([]byte(`null`), &got))
	assert.Empty(t, got)
	require.Error(t, json.Unmarshal([]byte(`{"a":`), &got))
}
