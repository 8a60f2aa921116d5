package alicdn

import (
	"net/http"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// reportsRequests are requests of the actions about reports with every field
// set.
var reportsRequests = map[string]any{
	"DescribeCdnReportList": &types.DescribeCdnReportListRequest{ReportId: types.ReportIdUrlsByAcc},
	"DescribeCdnReport": &types.DescribeCdnReportRequest{
		ReportId:   types.ReportIdRegions,
		DomainName: []string{"a.example.com", "b.example.com"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)),
		Area:       []string{"tianjin", "liaoning"},
		IsOverseas: new(false),
		HttpCode:   types.HttpCodeClass4xx,
	},
	"CreateCdnDeliverTask": &types.CreateCdnDeliverTaskRequest{
		Name:       "every morning",
		Reports:    deliveredReports(),
		Deliver:    delivered(),
		Schedule:   everyMorning(),
		DomainName: []string{"a.example.com", "b.example.com"},
	},
	"UpdateCdnDeliverTask": &types.UpdateCdnDeliverTaskRequest{
		DeliverId:  "1025",
		Name:       "every morning",
		Reports:    deliveredReports(),
		Deliver:    delivered(),
		Schedule:   everyMorning(),
		DomainName: []string{"a.example.com", "b.example.com"},
	},
	"DeleteCdnDeliverTask":   &types.DeleteCdnDeliverTaskRequest{DeliverId: "1025"},
	"DescribeCdnDeliverList": &types.DescribeCdnDeliverListRequest{DeliverId: "1025"},
	"CreateCdnSubTask": &types.CreateCdnSubTaskRequest{
		ReportIds:  []types.ReportId{types.ReportIdUrlsByAcc, types.ReportIdIsps},
		DomainName: []string{"a.example.com", "b.example.com"},
	},
	"UpdateCdnSubTask": &types.UpdateCdnSubTaskRequest{
		ReportIds:  []types.ReportId{types.ReportIdPvUv, types.ReportIdRegions},
		DomainName: []string{"a.example.com", "b.example.com"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)),
	},
	"DeleteCdnSubTask":   &types.DeleteCdnSubTaskRequest{},
	"DescribeCdnSubList": &types.DescribeCdnSubListRequest{},
}

func deliveredReports() types.Reports {
	return types.Reports{
		{ReportId: types.ReportIdUrlsByAcc, Conditions: []types.ReportCondition{
			{Field: "prov", Op: types.ConditionOpIn, Value: []string{"tianjin", "liaoning"}},
		}},
		{ReportId: types.ReportIdDomainsByTraf},
	}
}

func delivered() types.Deliver {
	return types.Deliver{Email: types.DeliverEmail{Subject: "reports", To: []string{"a@example.com", "b@example.com"}}}
}

func everyMorning() types.Schedule {
	return types.Schedule{
		SchedName:     "morning",
		Description:   "every day at 8",
		Crontab:       "0 0 8 * * ?",
		Frequency:     types.DeliverFrequencyDay,
		Status:        types.ReportStatusEnable,
		EffectiveFrom: types.UTC(time.Date(2026, 3, 1, 8, 0, 0, 0, time.FixedZone("", 8*60*60))),
		EffectiveEnd:  types.UTC(time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)),
	}
}

// The JSON of a task that mails reports, as frozen text: only what is set, IDs
// as numbers, times in UTC.
func TestDeliverTaskParameters(t *testing.T) {
	t.Parallel()
	var sent map[string]string
	c := mockClient(t, func(r *http.Request) (*http.Response, error) {
		params, err := requestParams(r)
		if err != nil {
			return nil, err
		}
		assert.Equal(t, http.MethodPost, r.Method)
		assert.Empty(t, r.URL.RawQuery)
		sent = map[string]string{}
		for _, name := range []string{"Reports", "Deliver", "Schedule"} {
			sent[name] = params.Get(name)
		}
		return httpmock.NewStringResponse(http.StatusOK, `{"DeliverId":1025}`), nil
	})
	request := *reportsRequests["CreateCdnDeliverTask"].(*types.CreateCdnDeliverTaskRequest)
	resp, err := c.CreateCdnDeliverTask(t.Context(), &request)
	require.NoError(t, err)
	assert.Equal(t, types.ID("1025"), resp.DeliverId)
	assert.Equal(t, map[string]string{
		"Reports": `[{"reportId":1,"conditions":[{"field":"prov","op":"in","value":["tianjin","liaoning"]}]},{"reportId":17}]`,
		"Deliver": `{"email":{"subject":"reports","to":["a@example.com","b@example.com"]}}`,
		"Schedule": `{"schedName":"morning","description":"every day at 8","crontab":"0 0 8 * * ?","frequency":"d","status":"enable",` +
			`"effectiveFrom":"2026-03-01T00:00:00Z","effectiveEnd":"2027-03-01T00:00:00Z"}`,
	}, sent)

	request.Reports = types.Reports{{ReportId: "new", Conditions: []types.ReportCondition{{Field: "prov"}}}}
	request.Deliver = types.Deliver{Email: types.DeliverEmail{To: []string{"a@example.com"}, Copy: []string{"c@example.com"}}}
	request.Schedule = types.Schedule{Crontab: "0 0 * * * ?", Frequency: types.DeliverFrequencyHour}
	_, err = c.CreateCdnDeliverTask(t.Context(), &request)
	require.NoError(t, err)
	assert.Equal(t, map[string]string{
		"Reports":  `[{"reportId":"new","conditions":[{"field":"prov"}]}]`,
		"Deliver":  `{"email":{"to":["a@example.com"],"copy":["c@example.com"]}}`,
		"Schedule": `{"crontab":"0 0 * * * ?","frequency":"h"}`,
	}, sent)
}

func TestDeliverTaskParametersAreChecked(t *testing.T) {
	t.Parallel()
	c := mockClient(t, func(*http.Request) (*http.Response, error) {
		return httpmock.NewStringResponse(http.StatusOK, `{}`), nil
	})
	type request = types.CreateCdnDeliverTaskRequest
	wrong := map[string]struct {
		change      func(*request)
		param, rule string
	}{
		"no reports":         {func(r *request) { r.Reports = nil }, "Reports", "is required"},
		"report without ID":  {func(r *request) { r.Reports[1].ReportId = "" }, "Reports.2.reportId", "is required"},
		"condition":          {func(r *request) { r.Reports[0].Conditions[0].Value[1] = "\xff" }, "Reports.1.conditions.1", "is not UTF-8"},
		"nothing to deliver": {func(r *request) { r.Deliver = types.Deliver{} }, "Deliver", "is required"},
		"no receiver":        {func(r *request) { r.Deliver.Email.To = nil }, "Deliver.email.to", "is required"},
		"empty receiver":     {func(r *request) { r.Deliver.Email.To[1] = "" }, "Deliver.email.to.2", "is empty"},
		"subject":            {func(r *request) { r.Deliver.Email.Subject = "\xff" }, "Deliver.email", "is not UTF-8"},
		"no schedule":        {func(r *request) { r.Schedule = types.Schedule{} }, "Schedule", "is required"},
		"no crontab":         {func(r *request) { r.Schedule.Crontab = "" }, "Schedule.crontab", "is required"},
		"no frequency":       {func(r *request) { r.Schedule.Frequency = "" }, "Schedule.frequency", "is required"},
		"description":        {func(r *request) { r.Schedule.Description = "\xff" }, "Schedule", "is not UTF-8"},
		"end at the start":   {func(r *request) { r.Schedule.EffectiveEnd = r.Schedule.EffectiveFrom }, "Schedule.effectiveEnd", "is not later than effectiveFrom"},
		"year":               {func(r *request) { r.Schedule.EffectiveEnd = types.UTC(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)) }, "Schedule.effectiveEnd", "is not in the years 1 to 9999"},
		"domains":            {func(r *request) { r.DomainName = make([]string, 501) }, "DomainName", ""},
	}
	for name, tt := range wrong {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := request{Name: "n", Reports: deliveredReports(), Deliver: delivered(), Schedule: everyMorning()}
			tt.change(&r)
			_, err := c.CreateCdnDeliverTask(t.Context(), &r)
			var refused *ParamError
			require.ErrorAs(t, err, &refused)
			if tt.rule != "" {
				assert.Equal(t, tt.param, refused.Param)
				assert.Equal(t, tt.rule, refused.Rule)
			}
		})
	}
	_, err := c.CreateCdnSubTask(t.Context(), &types.CreateCdnSubTaskRequest{ReportIds: []types.ReportId{"1", "3,5"}})
	require.EqualError(t, err, `alicdn: CreateCdnSubTask: parameter ReportIds.2 contains ",", which separates the elements`)
	_, err = c.DeleteCdnDeliverTask(t.Context(), &types.DeleteCdnDeliverTaskRequest{DeliverId: "1025a"})
	require.EqualError(t, err, `alicdn: DeleteCdnDeliverTask: parameter DeliverId is not a whole number`)
	_, err = c.DescribeCdnReportList(t.Context(), &types.DescribeCdnReportListRequest{ReportId: "TopUrlByAcc"})
	require.EqualError(t, err, `alicdn: DescribeCdnReportList: parameter ReportId is not a whole number`)
	_, err = c.UpdateCdnDeliverTask(t.Context(), &types.UpdateCdnDeliverTaskRequest{DeliverId: "1"})
	require.NoError(t, err, "what is left out stays")
}

// Today's service answers with an object, the documents of 2024 have a text with
// JSON in it, and one of them the whole answer inside.
func TestReportContentInEitherForm(t *testing.T) {
	t.Parallel()
	const list = `{"data":[{"reportId":1,"deliver":{"report":{"title":"TopUrlByAcc","header":["url","acc"],"shape":""}}},{"reportId":"3"}]}`
	quoted, err := json.Marshal(list)
	require.NoError(t, err)
	for _, content := range []string{list, string(quoted)} {
		c := answering(t, `{"Content":`+content+`,"Description":"OK","RequestId":"R"}`)
		resp, err := c.DescribeCdnReportList(t.Context(), nil)
		require.NoError(t, err)
		require.Len(t, resp.Content, 2)
		assert.Equal(t, types.ReportIdUrlsByAcc, resp.Content[0].ReportId)
		assert.Equal(t, types.List[string]{"url", "acc"}, resp.Content[0].Deliver.Report.Header)
		assert.Equal(t, types.ReportIdUrlsByTraf, resp.Content[1].ReportId)
		assert.Equal(t, "OK", resp.Description)
	}

	const sub = `{"RequestId":"R","Content":{"data":[{"subId":7,"reportId":[1,2],"domains":["a.example.com"],"createTime":"2024-05-16T09:43:38Z"}]}}`
	quoted, err = json.Marshal(sub)
	require.NoError(t, err)
	for _, body := range []string{sub, `{"RequestId":"R","Content":` + string(quoted) + `}`} {
		resp, err := answering(t, body).DescribeCdnSubList(t.Context(), nil)
		require.NoError(t, err)
		require.Len(t, resp.Content, 1, body)
		assert.Equal(t, types.ID("7"), resp.Content[0].SubId)
		assert.Equal(t, types.List[types.ReportId]{"1", "2"}, resp.Content[0].ReportId)
	}

	const tasks = `{"data":[{"deliverId":1,"name":"n","frequency":"M","reports":[{"reportId":1,"conditions":[{"op":"in","field":"prov","value":["x"]}]}],` +
		`"deliver":{"email":{"subject":"s","to":["a@example.com"],"copy":["b@example.com"]}}}]}`
	quoted, err = json.Marshal(tasks)
	require.NoError(t, err)
	resp, err := answering(t, `{"Content":`+string(quoted)+`}`).DescribeCdnDeliverList(t.Context(), nil)
	require.NoError(t, err)
	require.Len(t, resp.Content, 1)
	task := resp.Content[0]
	assert.Equal(t, types.DeliverFrequencyMonth, task.Frequency)
	assert.Equal(t, types.List[types.Report]{{ReportId: "1", Conditions: []types.ReportCondition{{Field: "prov", Op: "in", Value: []string{"x"}}}}}, task.Reports)
	assert.Equal(t, types.DeliverEmail{Subject: "s", To: []string{"a@example.com"}, Copy: []string{"b@example.com"}}, task.Deliver.Email)

	for _, broken := range []string{`"{\"data\":[{}"`, `"{\"data\":[]}{}"`, `"[{\"reportId\":{}}]"`, `"data"`} {
		_, err := answering(t, `{"Content":`+broken+`}`).DescribeCdnReportList(t.Context(), nil)
		var decode *DecodeError
		require.ErrorAs(t, err, &decode, broken)
		assert.Contains(t, decode.Path, "/Content", broken)
	}
}

// A row keeps whatever its columns hold.
func TestReportRows(t *testing.T) {
	t.Parallel()
	c := answering(t, `{"Content":{"data":[{"deliver":{"report":{"title":"test"}},"data":[
		{"acc":440,"acc_rate":"0.200%","traf":12345678901234567890,"url":"http://demo.com","none":null,"nested":{"a":[1]},"flag":true,"empty":"","rate":"-"},
		null]}]}}`)
	resp, err := c.DescribeCdnReport(t.Context(), &types.DescribeCdnReportRequest{
		ReportId: types.ReportIdUrlsByAcc, StartTime: types.UTC(time.Unix(1772323200, 0)), EndTime: types.UTC(time.Unix(1772409600, 0)),
	})
	require.NoError(t, err)
	require.Len(t, resp.Content, 1)
	rows := resp.Content[0].Data
	require.Len(t, rows, 2)
	assert.Empty(t, rows[1])
	row := rows[0]
	assert.Equal(t, types.ReportRow{
		"acc": "440", "acc_rate": "0.200%", "traf": "12345678901234567890", "url": "http://demo.com", "none": "", "nested": `{"a":[1]}`,
		"flag": "true", "empty": "", "rate": "-",
	}, row)
	assert.Equal(t, int64(440), row.Number("acc").Int64())
	assert.InDelta(t, 0.2, row.Number("acc_rate").Float64(), 1e-9)
	for _, column := range []string{"url", "none", "nested", "empty", "rate", "unknown"} {
		assert.False(t, row.Number(column).IsSet(), column)
	}
}

// answering returns a client that gets this answer.
func answering(t *testing.T, body string) *Client {
	t.Helper()
	return mockClient(t, func(*http.Request) (*http.Response, error) {
		return httpmock.NewStringResponse(http.StatusOK, body), nil
	})
}
