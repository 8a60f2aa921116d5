package types_test

import (
	stdjson "encoding/json"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/wire"
	"github.com/alicdn/alicdn-go/types"
)

func TestHttpCodeCounts(t *testing.T) {
	t.Parallel()
	full := types.HttpCodeCounts{"200": 10, "000": 0, "206": 9007199254740993}
	for text, want := range map[string]types.HttpCodeCounts{
		`{"200":10,"000":"0","206":9007199254740993}`:             full,
		`"{ \"200\": 10, \"000\": 0, \"206\": 9007199254740993}"`: full,
		`"200:10|000:0|206:9007199254740993"`:                     full,
		`" 200 : 1E1 | 000:0|206:9007199254740993 "`:              full,
		`{"200":null}`: {"200": 0},
		`""`:           nil,
		`" "`:          nil,
		`null`:         nil,
		`{}`:           nil,
		`[]`:           nil,
		`"{}"`:         nil,
	} {
		counts := types.HttpCodeCounts{"404": 1}
		require.NoError(t, json.Unmarshal([]byte(text), &counts), text)
		assert.Equal(t, want, counts, text)
	}
	for _, text := range []string{
		`"200"`, `"200:x"`, `"200:1.5"`, `"200:1|"`, `":"`, `5`, `true`, `[1]`, `"[]"`, `{"200":{}}`, `{"200":"x"}`,
		`"{\"200\":1"`, `"{\"200\":1}{}"`, `"{\"200\":[]}"`,
	} {
		var counts types.HttpCodeCounts
		require.Error(t, json.Unmarshal([]byte(text), &counts), text)
	}
	for _, marshal := range []func(any) ([]byte, error){stdjson.Marshal, func(v any) ([]byte, error) { return json.Marshal(v, json.Deterministic(true)) }} {
		text, err := marshal(full)
		require.NoError(t, err)
		assert.JSONEq(t, `{"000":0,"200":10,"206":9007199254740993}`, string(text))
	}
}

const detailRows = `[
	{"time_stp": "2018-06-05T20:01:00Z", "domain_name": "example.com", "location": "Jiangsu", "isp": "unicom", "qps": 11.1, "new": {"a": [1]}},
	{"time_stp": "2018-06-05T20:00:00Z", "bps": "21060178715.146667", "http_code": {"200": 44349, "304": "45"}}
]`

func TestRealTimeDetailData(t *testing.T) {
	t.Parallel()
	quoted, err := json.Marshal(detailRows)
	require.NoError(t, err)
	for _, text := range []string{detailRows, string(quoted), `{"Data":` + detailRows + `}`} {
		var data types.RealTimeDetailData
		require.NoError(t, json.Unmarshal([]byte(text), &data))
		require.Len(t, data.Points, 2)
		first, second := data.Points[0], data.Points[1]
		assert.Equal(t, "2018-06-05T20:01:00Z", first.TimeStamp.Wire(), "the order of the service")
		assert.Equal(t, []string{"example.com", "Jiangsu", "unicom", "11.1"}, []string{first.DomainName, first.Location, first.Isp, first.Qps.String()})
		assert.False(t, first.Bps.IsSet())
		assert.Nil(t, first.HttpCode)
		assert.Equal(t, "21060178715.146667", second.Bps.String())
		assert.Equal(t, types.HttpCodeCounts{"200": 44349, "304": 45}, second.HttpCode)
		assert.Contains(t, data.Raw, `"new"`, "what has no field")

		written, err := json.Marshal(data)
		require.NoError(t, err)
		assert.JSONEq(t, `[{"time_stp":"2018-06-05T20:01:00Z","domain_name":"example.com","location":"Jiangsu","isp":"unicom","qps":11.1},`+
			`{"time_stp":"2018-06-05T20:00:00Z","bps":21060178715.146667,"http_code":{"200":44349,"304":45}}]`, string(written))
	}
	for _, text := range []string{`null`, `""`, `"  "`, `"null"`} {
		data := types.RealTimeDetailData{Raw: "x"}
		require.NoError(t, json.Unmarshal([]byte(text), &data), text)
		assert.Zero(t, data, text)
	}
	for _, text := range []string{`"[]"`, `[]`, `"{}"`} {
		var data types.RealTimeDetailData
		require.NoError(t, json.Unmarshal([]byte(text), &data), text)
		assert.Empty(t, data.Points, text)
		assert.NotEmpty(t, data.Raw, text)
	}
}

// An error names its place, also inside of the text.
func TestRealTimeDetailDataErrors(t *testing.T) {
	t.Parallel()
	for text, place := range map[string]jsontext.Pointer{
		`{"Data":"[{\"time_stp\":\"soon\"}]"}`:               "/Data/0/time_stp",
		`{"Data":[{"qps":1},{"qps":"many"}]}`:                "/Data/1/qps",
		`{"Data":"[{\"http_code\":{\"200\":\"x\"}}]"}`:       "/Data/0/http_code/200",
		`{"Data":"[{\"http_code\":\"{\\\"200\\\":\\\"\"}]"}`: "/Data/0/http_code/200",
		`{"Data":"[{}"}`:      "/Data/0",
		`{"Data":"[] []"}`:    "/Data",
		`{"Data":"no array"}`: "/Data",
	} {
		var resp types.DescribeDomainRealTimeDetailDataResponse
		err := wire.Decode([]byte(text), &resp)
		var wrong *wire.DecodeError
		require.ErrorAs(t, err, &wrong, text)
		assert.Equal(t, string(place), wrong.Path, "%s: %v", text, err)
	}
}

// Tables are read in the form of the vendor's model and in that of its samples.
func TestEsContents(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		`{"Contents":[{"Name":"401","Columns":["time,401"],"Points":["2021-02-18T19:05:00Z,8","2021-02-18T19:06:00Z,0"]}]}`,
		`{"contents":[{"name":"401","columns":["time","401"],"points":[["2021-02-18T19:05:00Z",8],["2021-02-18T19:06:00Z","0"]]}]}`,
		`{"content":[{"name":"401","columns":["time","401"],"points":[["2021-02-18T19:05:00Z",8],["2021-02-18T19:06:00Z",0]]}]}`,
		`{"Contents":{"Content":[{"Name":401,"Columns":{"Column":["time","401"]},"Points":{"Point":["2021-02-18T19:05:00Z, 8 ","1613675160,0,9"]}}]}}`,
		`{"Contents":[{"Name":"401","Columns":["time","401"],"Points":[{"TimeStamp":"2021-02-18T19:05:00Z","Value":8,"New":1},["2021-02-18T19:06:00Z",0,{}]]}]}`,
		`{"Contents":[{"Name":"401","Columns":["time","401"],"Points":[{"Points":["2021-02-18T19:05:00Z","8"]},{"Points":["2021-02-18T19:06:00Z","0"]}]}]}`,
	} {
		var resp types.DescribeEsExceptionDataResponse
		require.NoError(t, wire.Decode([]byte(text), &resp), text)
		require.Len(t, resp.Contents, 1, text)
		var runs types.DescribeEsExecuteDataResponse
		require.NoError(t, wire.Decode([]byte(text), &runs), text)
		assert.Equal(t, resp.Contents, runs.Contents, "both actions answer alike")
		got := resp.Contents[0]
		assert.Equal(t, "401", got.Name)
		assert.Equal(t, types.List[string]{"time", "401"}, got.Columns, text)
		require.Len(t, got.Points, 2, text)
		assert.Equal(t, "2021-02-18T19:05:00Z", got.Points[0].TimeStamp.Wire())
		assert.Equal(t, int64(8), got.Points[0].Value.Int64())
		assert.Equal(t, "2021-02-18T19:06:00Z", got.Points[1].TimeStamp.Wire())
		assert.True(t, got.Points[1].Value.IsSet(), text)

		written, err := json.Marshal(got)
		require.NoError(t, err)
		assert.JSONEq(t, `{"Name":"401","Columns":["time","401"],"Points":[["2021-02-18T19:05:00Z",8],["2021-02-18T19:06:00Z",0]]}`, string(written))
	}
	var partial types.EsContents
	require.NoError(t, json.Unmarshal([]byte(`{"Points":["2021-02-18T19:05:00Z",["2021-02-18T19:06:00Z"],"",[],null]}`), &partial))
	require.Len(t, partial.Points, 5)
	assert.False(t, partial.Points[0].Value.IsSet())
	for _, text := range []string{`["soon,1"]`, `["2021-02-18T19:05:00Z,many"]`, `[[{}]]`, `[["2021-02-18T19:05:00Z",[]]]`, `[true]`} {
		var wrong types.EsContents
		require.Error(t, json.Unmarshal([]byte(`{"Points":`+text+`}`), &wrong), text)
	}
}
