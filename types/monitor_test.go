package types_test

import (
	stdjson "encoding/json"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestDescribeDomainSrcTrafficDataResponse(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]string{
		"reference": `{"SrcFlowDataPerInterval": {"DataModule": [{"TimeStamp": "2015-12-10T20:35:00Z",
			"Value": "12", "HttpsValue": "5"}]}, "DomainName": "example.com", "DataInterval": "300", "RequestId": "A666"}`,
		"today": `{"DomainName": "example.com", "DataInterval": 300, "RequestId": "A666",
			"SrcTrafficDataPerInterval": {"DataModule": [{"TimeStamp": "2015-12-10T20:35:00Z", "Value": 12, "HttpsValue": 5}]}}`,
		"both": `{"SrcFlowDataPerInterval": {"DataModule": [{"TimeStamp": "2015-12-10T20:35:00Z", "Value": 12, "HttpsValue": 5}]},
			"SrcTrafficDataPerInterval": {}, "DomainName": "example.com", "DataInterval": 300, "requestid": "A666"}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got types.DescribeDomainSrcTrafficDataResponse
			require.NoError(t, json.Unmarshal([]byte(answer), &got, json.MatchCaseInsensitiveNames(true)))
			assert.Equal(t, "A666", got.RequestId)
			assert.Equal(t, "example.com", got.DomainName)
			assert.EqualValues(t, 300, got.DataInterval)
			require.Len(t, got.SrcFlowDataPerInterval, 1)
			slice := got.SrcFlowDataPerInterval[0]
			assert.Equal(t, time.Date(2015, 12, 10, 20, 35, 0, 0, time.UTC), slice.TimeStamp.Time)
			assert.EqualValues(t, 12, slice.Value.Int64())
			assert.EqualValues(t, 5, slice.HttpsValue.Int64())

			const wire = `{"RequestId": "A666", "DomainName": "example.com", "DataInterval": 300, "StartTime": null, "EndTime": null,
				"SrcFlowDataPerInterval": [{"TimeStamp": "2015-12-10T20:35:00Z", "Value": 12, "HttpsValue": 5}]}`
			text, err := json.Marshal(got)
			require.NoError(t, err)
			assert.JSONEq(t, wire, string(text))
			text, err = stdjson.Marshal(got)
			require.NoError(t, err)
			assert.JSONEq(t, wire, string(text))
		})
	}
}

func TestDescribeDomainSrcTrafficDataResponseError(t *testing.T) {
	t.Parallel()
	for value, place := range map[string]string{
		`{"SrcFlowDataPerInterval": {"DataModule": [{"Value": "x"}]}}`:    "/SrcFlowDataPerInterval/DataModule/0/Value",
		`{"SrcTrafficDataPerInterval": {"DataModule": [{"Value": "x"}]}}`: "/SrcTrafficDataPerInterval/DataModule/0/Value",
	} {
		var got types.DescribeDomainSrcTrafficDataResponse
		err := json.Unmarshal([]byte(value), &got)
		var semantic *json.SemanticError
		require.ErrorAs(t, err, &semantic, value)
		assert.Equal(t, place, string(semantic.JSONPointer), value)
	}
}
