package types_test

import (
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// exportTasks are answers about export tasks: each holds the same as the
// others, in another form.
var exportTasks = map[string]string{
	"reference": `{
		"TotalCount": "12", "PageSize": "10", "PageNumber": "2",
		"UsageDataPerPage": {"UsageData": [{
			"StartTime": "2017-12-10T00:00:00Z", "EndTime": "2017-12-11T00:00:00Z",
			"CreateTime": "2017-12-15T12:33:10Z", "ModifyTime": "2017-12-15T12:38:49Z",
			"TaskName": "december", "TaskId": "34230590834", "Status": "Success",
			"DownloadUrl": "http://example.com/a.pdf"
		}, {"TaskId": "34230590835"}]},
		"RequestId": "B955107D"
	}`,
	"today": `{
		"RequestId": "B955107D",
		"UsageDataPerPage": {
			"Data": {"DataItem": [{
				"TaskConfig": {"StartTime": "2017-12-10T00:00:00Z", "EndTime": "2017-12-11T00:00:00Z"},
				"CreateTime": "2017-12-15T12:33:10Z", "UpdateTime": "2017-12-15T12:38:49Z",
				"TaskName": "december", "TaskId": 34230590834, "Status": "Success",
				"DownloadUrl": "http://example.com/a.pdf"
			}, {"TaskId": 34230590835, "TaskConfig": null, "More": [{}]}]},
			"PageNumber": 2, "TotalCount": 12, "PageSize": 10, "More": null
		}
	}`,
	"other names, other cases": `{
		"requestid": "B955107D", "pagenumber": "2",
		"usagedataperpage": {
			"Tasks": {"Task": [{
				"starttime": "2017-12-10T00:00Z", "endtime": 1512950400,
				"createtime": "2017-12-15T12:33:10Z", "updatetime": "2017-12-15T12:38:49Z",
				"taskname": "december", "taskid": "34230590834", "status": "Success",
				"downloadurl": "http://example.com/a.pdf"
			}, {"taskid": "34230590835"}]},
			"totalcount": "12", "pagesize": 10
		}
	}`,
}

// asService are the options that answers are read with.
func asService() json.Options {
	return json.JoinOptions(json.MatchCaseInsensitiveNames(true), jsontext.AllowDuplicateNames(true))
}

func TestExportTasksAreReadInEveryForm(t *testing.T) {
	t.Parallel()
	utc := func(day, hour, minute, second int) time.Time {
		return time.Date(2017, 12, day, hour, minute, second, 0, time.UTC)
	}
	for form, answer := range exportTasks {
		t.Run(form, func(t *testing.T) {
			t.Parallel()
			var resp types.DescribeUserUsageDetailDataExportTaskResponse
			require.NoError(t, json.Unmarshal([]byte(answer), &resp, asService()))
			assert.Equal(t, "B955107D", resp.RequestId)
			assert.Equal(t, types.Int(2), resp.PageNumber)
			assert.Equal(t, types.Int(10), resp.PageSize)
			assert.Equal(t, types.Int(12), resp.TotalCount)

			require.Len(t, resp.UsageDataPerPage, 2)
			task := resp.UsageDataPerPage[0]
			assert.True(t, task.StartTime.Equal(utc(10, 0, 0, 0)), task.StartTime)
			assert.True(t, task.EndTime.Equal(utc(11, 0, 0, 0)), task.EndTime)
			assert.True(t, task.CreateTime.Equal(utc(15, 12, 33, 10)), task.CreateTime)
			assert.True(t, task.ModifyTime.Equal(utc(15, 12, 38, 49)), task.ModifyTime)
			assert.True(t, task.UpdateTime.Equal(utc(15, 12, 38, 49)), task.UpdateTime)
			assert.Equal(t, "december", task.TaskName)
			assert.Equal(t, types.ID("34230590834"), task.TaskId)
			assert.Equal(t, "Success", task.Status)
			assert.Equal(t, "http://example.com/a.pdf", task.DownloadUrl)
			assert.Equal(t, types.UsageData{TaskId: "34230590835"}, resp.UsageDataPerPage[1])

			var other types.DescribeUserUsageDataExportTaskResponse
			require.NoError(t, json.Unmarshal([]byte(answer), &other, asService()))
			assert.Equal(t, resp, types.DescribeUserUsageDetailDataExportTaskResponse(other))
		})
	}
}

func TestExportTasksAreWrittenWithTheNamesOfTheReference(t *testing.T) {
	t.Parallel()
	for form, answer := range exportTasks {
		t.Run(form, func(t *testing.T) {
			t.Parallel()
			var resp types.DescribeUserUsageDataExportTaskResponse
			require.NoError(t, json.Unmarshal([]byte(answer), &resp, asService()))
			text, err := json.Marshal(resp)
			require.NoError(t, err)
			assert.JSONEq(t, `{
				"RequestId": "B955107D", "PageNumber": 2, "PageSize": 10, "TotalCount": 12,
				"UsageDataPerPage": [{
					"StartTime": "2017-12-10T00:00:00Z", "EndTime": "2017-12-11T00:00:00Z",
					"CreateTime": "2017-12-15T12:33:10Z",
					"ModifyTime": "2017-12-15T12:38:49Z", "UpdateTime": "2017-12-15T12:38:49Z",
					"TaskName": "december", "TaskId": "34230590834", "Status": "Success",
					"DownloadUrl": "http://example.com/a.pdf"
				}, {
					"StartTime": null, "EndTime": null, "CreateTime": null,
					"ModifyTime": null, "UpdateTime": null,
					"TaskName": "", "TaskId": "34230590835", "Status": "", "DownloadUrl": ""
				}]
			}`, string(text))

			var again types.DescribeUserUsageDataExportTaskResponse
			require.NoError(t, json.Unmarshal(text, &again))
			assert.Equal(t, resp.UsageDataPerPage, again.UsageDataPerPage)
		})
	}
}

func TestExportTasksPageMayBeNearlyAnything(t *testing.T) {
	t.Parallel()
	one := types.List[types.UsageData]{{TaskId: "1", Status: "created"}}
	tests := map[string]types.List[types.UsageData]{
		`null`:             nil,
		`""`:               nil,
		`{}`:               nil,
		`[]`:               nil,
		`{"UsageData":[]}`: nil,
		`{"UsageData":""}`: nil,
		`{"Data":null}`:    nil,
		`{"Data":""}`:      nil,
		`{"Data":{}}`:      nil,
		`{"TotalPage":3,"Data":{"DataItem":[{"TaskId":1,"Status":"created"}]}}`: one,
		`{"Data":{"DataItem":[]},"PageNumber":1}`:                               nil,
		`[{"TaskId":1,"Status":"created"}]`:                                     one,
		`{"UsageData":{"TaskId":1,"Status":"created"}}`:                         one,
		`{"Data":[{"TaskId":1,"Status":"created"}]}`:                            one,
		`{"Data":{"DataItem":{"TaskId":1,"Status":"created"}}}`:                 one,
		`{"Data":{"DataItem":[{"TaskId":1,"Status":"created"}]}}`:               one,
	}
	for page, want := range tests {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			var resp types.DescribeUserUsageDataExportTaskResponse
			require.NoError(t, json.Unmarshal([]byte(`{"UsageDataPerPage":`+page+`}`), &resp, asService()))
			assert.Equal(t, want, resp.UsageDataPerPage)
		})
	}
}

func TestExportTasksTakeTheLastOfTwo(t *testing.T) {
	t.Parallel()
	const answer = `{"UsageDataPerPage":{"Data":{"DataItem":[
		{"TaskId":11,"UpdateTime":"2018-10-09T06:35:01Z","UpdateTime":"2018-10-09T06:35:46Z"}]}}}`
	var resp types.DescribeUserUsageDetailDataExportTaskResponse
	require.NoError(t, json.Unmarshal([]byte(answer), &resp, asService()))
	require.Len(t, resp.UsageDataPerPage, 1)
	assert.Equal(t, "2018-10-09T06:35:46Z", resp.UsageDataPerPage[0].UpdateTime.Format(time.RFC3339))
}

func TestExportTasksNameThePlaceOfAnError(t *testing.T) {
	t.Parallel()
	tests := map[string]jsontext.Pointer{
		`{"PageNumber":"two"}`:                                                                 "/PageNumber",
		`{"UsageDataPerPage":{"PageSize":[]}}`:                                                 "/UsageDataPerPage/PageSize",
		`{"UsageDataPerPage":{"UsageData":[{},{"CreateTime":"soon"}]}}`:                        "/UsageDataPerPage/UsageData/1/CreateTime",
		`{"UsageDataPerPage":{"Data":{"DataItem":[{"TaskConfig":{"StartTime":"long ago"}}]}}}`: "/UsageDataPerPage/Data/DataItem/0/TaskConfig/StartTime",
	}
	for answer, place := range tests {
		t.Run(string(place), func(t *testing.T) {
			t.Parallel()
			var resp types.DescribeUserUsageDataExportTaskResponse
			err := json.Unmarshal([]byte(answer), &resp, asService())
			var semantic *json.SemanticError
			require.ErrorAs(t, err, &semantic)
			assert.Equal(t, place, semantic.JSONPointer)
			assert.Zero(t, resp)
		})
	}
}
