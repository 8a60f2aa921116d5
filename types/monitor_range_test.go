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

// rangeDocument is a document of DescribeRangeDataByLocateAndIspService, its
// times not in order.
const rangeDocument = `{
	"1472659500": {"Tianjin": {"telecom": {"bandwidth": "7024681.44", "pv": 5819}}},
	"1472659200": {
		"Tianjin": {
			"unicom": {},
			"telecom": {"bandwidth": 9889849.592, "pv": 5739, "hit_rate": 0.93, "rt": 4183,
				"http_codes": {"200": 5675, "000": 0}, "avg_speed": 7773, "request_hit_rate": 0.66}
		},
		"Beijing": {"mobile": []}
	},
	"description": "Ok",
	"retCode": 0
}`

func TestRangeData(t *testing.T) {
	t.Parallel()
	quoted, err := json.Marshal(rangeDocument)
	require.NoError(t, err)
	for name, value := range map[string]string{
		"document":        rangeDocument,
		"string":          string(quoted),
		"array":           "[" + rangeDocument + "]",
		"array with more": `[null, "more", ` + rangeDocument + `]`,
		"wrapped":         `{"data": ` + rangeDocument + `, "unknown": {"total": {"200": 7}}}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got types.RangeData
			require.NoError(t, json.Unmarshal([]byte(value), &got))
			assert.Equal(t, "Ok", got.Description)
			assert.EqualValues(t, 0, got.RetCode)

			var order []string
			for _, p := range got.Points {
				order = append(order, p.TimeStamp.Format(time.TimeOnly)+" "+p.LocationName+" "+p.IspName)
			}
			assert.Equal(t, []string{
				"16:00:00 Beijing mobile",
				"16:00:00 Tianjin telecom",
				"16:00:00 Tianjin unicom",
				"16:05:00 Tianjin telecom",
			}, order)
			assert.False(t, got.Points[0].IsSet())
			assert.False(t, got.Points[2].IsSet())

			p, ok := got.At(time.Date(2016, 8, 31, 16, 0, 0, 0, time.UTC), "Tianjin", "telecom")
			require.True(t, ok)
			assert.True(t, p.IsSet())
			assert.Equal(t, "9889849.592", p.Bandwidth.String())
			assert.EqualValues(t, 5739, p.Pv.Int64())
			assert.InDelta(t, 0.93, p.HitRate.Float64(), 0)
			assert.Equal(t, map[string]types.Int{"200": 5675, "000": 0}, p.HttpCodes)
			assert.EqualValues(t, 4183, p.Rt.Int64())
			assert.EqualValues(t, 7773, p.AvgSpeed.Int64())
			assert.Equal(t, "0.66", p.RequestHitRate.String())

			_, ok = got.At(time.Date(2016, 8, 31, 16, 5, 0, 0, time.UTC), "Tianjin", "unicom")
			assert.False(t, ok)
		})
	}
}

func TestRangeDataRaw(t *testing.T) {
	t.Parallel()
	for value, raw := range map[string]string{
		`{"more": 1}`:       `{"more": 1}`,
		`"{\"more\": [1]}"`: `{"more": [1]}`,
		`[{"more": "x"}]`:   `[{"more": "x"}]`,
		`null`:              "",
		`""`:                "",
		`"null"`:            "",
	} {
		var got types.RangeData
		require.NoError(t, json.Unmarshal([]byte(value), &got), value)
		assert.Equal(t, types.RangeData{Raw: raw}, got, value)
	}
}

func TestRangeDataMarshal(t *testing.T) {
	t.Parallel()
	const document = `{"1472659200":{"Tianjin":{"telecom":{"bandwidth":9889849.592,"pv":5739,"hit_rate":0,` +
		`"http_codes":{"000":0,"200":5675},"rt":0,"avg_speed":7773,"request_hit_rate":0.66},"unicom":{}}},` +
		`"1472659500":{"Beijing":{},"Tianjin":{"":{"pv":1}}},"1472659800":{},"description":"Ok","retCode":7}`
	var data types.RangeData
	require.NoError(t, json.Unmarshal([]byte(document), &data))

	text, err := json.Marshal(data)
	require.NoError(t, err)
	assert.JSONEq(t, document, string(text))

	text, err = stdjson.Marshal(data)
	require.NoError(t, err)
	assert.JSONEq(t, document, string(text))
}

func TestRangeDataErrors(t *testing.T) {
	t.Parallel()
	for value, place := range map[string]string{
		`{"JsonResult": 5}`:                                         "/JsonResult",
		`{"JsonResult": "no document"}`:                             "/JsonResult",
		`{"JsonResult": "{} {}"}`:                                   "/JsonResult",
		`{"JsonResult": "{}}"}`:                                     "/JsonResult",
		`{"JsonResult": "{\"1472659200\": {"}`:                      "/JsonResult/1472659200",
		`{"JsonResult": {"1472659200": {"Tianjin": 5}}}`:            "/JsonResult/1472659200/Tianjin",
		`{"JsonResult": {"1472659200": {"a": {"b": [1]}}}}`:         "/JsonResult/1472659200/a/b",
		`{"JsonResult": {"1472659200": {"a": {"b": {"pv": "x"}}}}}`: "/JsonResult/1472659200/a/b/pv",
	} {
		var got types.DescribeRangeDataByLocateAndIspServiceResponse
		err := json.Unmarshal([]byte(value), &got)
		var semantic *json.SemanticError
		require.ErrorAs(t, err, &semantic, value)
		assert.Equal(t, place, string(semantic.JSONPointer), value)
	}
}
