package types_test

import (
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestLockReasons(t *testing.T) {
	t.Parallel()
	type locks = types.List[types.LockReason]
	financial := locks{{LockReason: "financial"}}
	tests := []struct {
		name string
		text string
		want locks
	}{
		{"objects", `{"LockReason":[{"LockReason":"financial"}]}`, financial},
		{"strings", `{"LockReason":["financial"]}`, financial},
		{"both", `{"LockReason":[{"LockReason":"financial"},"security"]}`, locks{{LockReason: "financial"}, {LockReason: "security"}}},
		{"one object", `{"LockReason":{"LockReason":"financial"}}`, financial},
		{"one string", `{"LockReason":"financial"}`, financial},
		{"bare objects", `[{"LockReason":"financial"}]`, financial},
		{"bare strings", `["financial"]`, financial},
		{"no reason", `{"LockReason":[]}`, nil},
		{"empty reason", `{"LockReason":""}`, nil},
		{"empty wrapper", `{}`, nil},
		{"null", `null`, nil},
		{"empty text", `""`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var resp types.DescribeCdnServiceResponse
			require.NoError(t, json.Unmarshal([]byte(`{"OperationLocks":`+tt.text+`,"InstanceId":"a"}`), &resp))
			assert.Equal(t, tt.want, resp.OperationLocks)
			assert.Equal(t, types.ID("a"), resp.InstanceId)
		})
	}
}

func TestLockReasonsRoundTrip(t *testing.T) {
	t.Parallel()
	locks := types.List[types.LockReason]{{LockReason: "financial"}, {LockReason: "security"}}
	text, err := json.Marshal(locks)
	require.NoError(t, err)
	assert.JSONEq(t, `[{"LockReason":"financial"},{"LockReason":"security"}]`, string(text))
	var again types.List[types.LockReason]
	require.NoError(t, json.Unmarshal(text, &again))
	assert.Equal(t, locks, again)
}

func TestLockReasonRefusesLists(t *testing.T) {
	t.Parallel()
	var lock types.LockReason
	require.Error(t, json.Unmarshal([]byte(`[["financial"]]`), &lock))
	require.Error(t, json.Unmarshal([]byte(`{"LockReason":["financial"]}`), &lock))
}
