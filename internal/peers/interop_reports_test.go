package peers_test

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func TestOfficialReports(t *testing.T) {
	t.Parallel()
	tw, s, start, end := newMonitor(t)
	list := compareRaw(tw, "DescribeCdnReportList", http.MethodPost, params{
		"ReportId": "1",
	}, (*alicdn.Client).DescribeCdnReportList, &types.DescribeCdnReportListRequest{ReportId: types.ReportIdUrlsByAcc})
	require.Len(t, list.Content, 1)
	urls := compare(tw, (*cdn.Client).DescribeCdnReport, cdn.CreateDescribeCdnReportRequest(), params{
		"StartTime": utc(s.start), "EndTime": utc(s.end), "ReportId": requests.NewInteger(1), "DomainName": www + "," + img, "HttpCode": "2xx",
	}, (*alicdn.Client).DescribeCdnReport, &types.DescribeCdnReportRequest{
		ReportId: types.ReportIdUrlsByAcc, StartTime: start, EndTime: end, DomainName: []string{www, img}, HttpCode: types.HttpCodeClass2xx,
	})
	require.NotEmpty(t, urls.Content[0].Data)
	compare(tw, (*cdn.Client).DescribeCdnReport, cdn.CreateDescribeCdnReportRequest(), params{
		"StartTime": utc(s.start), "EndTime": utc(s.end), "ReportId": requests.NewInteger(13), "DomainName": www, "Area": "zhejiang,beijing",
	}, (*alicdn.Client).DescribeCdnReport, &types.DescribeCdnReportRequest{
		ReportId: types.ReportIdClientsByAcc, StartTime: start, EndTime: end, DomainName: []string{www}, Area: []string{"zhejiang", "beijing"},
	})
	compare(tw, (*cdn.Client).DescribeCdnReport, cdn.CreateDescribeCdnReportRequest(), params{
		"StartTime": utc(s.start), "EndTime": utc(s.end), "ReportId": requests.NewInteger(21), "DomainName": www, "IsOverseas": "0",
	}, (*alicdn.Client).DescribeCdnReport, &types.DescribeCdnReportRequest{
		ReportId: types.ReportIdRegions, StartTime: start, EndTime: end, DomainName: []string{www}, IsOverseas: new(false),
	})

	compare(tw, (*cdn.Client).CreateCdnSubTask, cdn.CreateCreateCdnSubTaskRequest(), params{
		"ReportIds":  "1,23",
		"DomainName": www + "," + img,
	}, (*alicdn.Client).CreateCdnSubTask, &types.CreateCdnSubTaskRequest{
		ReportIds:  []types.ReportId{types.ReportIdUrlsByAcc, types.ReportIdIsps},
		DomainName: []string{www, img},
	})
	from, until := tw.clock.Now(), tw.clock.Now().AddDate(0, 1, 0)
	compare(tw, (*cdn.Client).UpdateCdnSubTask, cdn.CreateUpdateCdnSubTaskRequest(), params{
		"ReportIds":  "19",
		"DomainName": www,
		"StartTime":  utc(from),
		"EndTime":    utc(until),
	}, (*alicdn.Client).UpdateCdnSubTask, &types.UpdateCdnSubTaskRequest{
		ReportIds:  []types.ReportId{types.ReportIdPvUv},
		DomainName: []string{www},
		StartTime:  types.UTC(from),
		EndTime:    types.UTC(until),
	})
	custom := compareRaw(tw, "DescribeCdnSubList", http.MethodPost, nil, (*alicdn.Client).DescribeCdnSubList, nil)
	require.Len(t, custom.Content, 1)
	compare(tw, (*cdn.Client).DeleteCdnSubTask, cdn.CreateDeleteCdnSubTaskRequest(), nil, (*alicdn.Client).DeleteCdnSubTask, nil)
}

func TestOfficialDeliverTasks(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www, img))
	from, until := tw.clock.Now(), tw.clock.Now().AddDate(1, 0, 0)
	created := compare(tw, (*cdn.Client).CreateCdnDeliverTask, cdn.CreateCreateCdnDeliverTaskRequest(), params{
		"Name":    "每天 a+b",
		"Reports": `[{"reportId":1,"conditions":[{"field":"prov","op":"in","value":["tianjin","liaoning"]}]},{"reportId":17}]`,
		"Deliver": `{"email":{"subject":"报告 & more","to":["a+b@example.com","c@example.com"]}}`,
		"Schedule": `{"schedName":"morning","description":"every day at 8","crontab":"0 0 8 * * ?","frequency":"d","status":"enable",` +
			`"effectiveFrom":"` + utc(from) + `","effectiveEnd":"` + utc(until) + `"}`,
		"DomainName": www + "," + img,
	}, (*alicdn.Client).CreateCdnDeliverTask, &types.CreateCdnDeliverTaskRequest{
		Name: "每天 a+b",
		Reports: types.Reports{
			{ReportId: types.ReportIdUrlsByAcc, Conditions: []types.ReportCondition{
				{Field: "prov", Op: types.ConditionOpIn, Value: []string{"tianjin", "liaoning"}},
			}},
			{ReportId: types.ReportIdDomainsByTraf},
		},
		Deliver: types.Deliver{Email: types.DeliverEmail{Subject: "报告 & more", To: []string{"a+b@example.com", "c@example.com"}}},
		Schedule: types.Schedule{
			SchedName: "morning", Description: "every day at 8", Crontab: "0 0 8 * * ?", Frequency: types.DeliverFrequencyDay,
			Status: types.ReportStatusEnable, EffectiveFrom: types.UTC(from), EffectiveEnd: types.UTC(until),
		},
		DomainName: []string{www, img},
	})
	id := created.DeliverId
	compare(tw, (*cdn.Client).UpdateCdnDeliverTask, cdn.CreateUpdateCdnDeliverTaskRequest(), params{
		"DeliverId":  integer(id),
		"Name":       "hourly",
		"Reports":    `[{"reportId":19}]`,
		"Deliver":    `{"email":{"subject":"hourly","to":["c@example.com"]}}`,
		"Schedule":   `{"crontab":"0 0 * * * ?","frequency":"h"}`,
		"DomainName": www,
	}, (*alicdn.Client).UpdateCdnDeliverTask, &types.UpdateCdnDeliverTaskRequest{
		DeliverId:  id,
		Name:       "hourly",
		Reports:    types.Reports{{ReportId: types.ReportIdPvUv}},
		Deliver:    types.Deliver{Email: types.DeliverEmail{Subject: "hourly", To: []string{"c@example.com"}}},
		Schedule:   types.Schedule{Crontab: "0 0 * * * ?", Frequency: types.DeliverFrequencyHour},
		DomainName: []string{www},
	})
	list := compareRaw(tw, "DescribeCdnDeliverList", http.MethodPost, params{
		"DeliverId": string(id),
	}, (*alicdn.Client).DescribeCdnDeliverList, &types.DescribeCdnDeliverListRequest{DeliverId: id})
	require.Len(t, list.Content, 1)
	assert.Equal(t, "hourly", list.Content[0].Name)
	compare(tw, (*cdn.Client).DeleteCdnDeliverTask, cdn.CreateDeleteCdnDeliverTaskRequest(), params{
		"DeliverId": integer(id),
	}, (*alicdn.Client).DeleteCdnDeliverTask, &types.DeleteCdnDeliverTaskRequest{DeliverId: id})
}

// TestOfficialReportTexts is about lists that the service may send as a text
// with JSON in it, which is all that the official client can read.
func TestOfficialReportTexts(t *testing.T) {
	t.Parallel()
	for _, action := range []string{"DescribeCdnReportList", "DescribeCdnDeliverList", "DescribeCdnSubList"} {
		var answer map[string]any
		require.NoError(t, json.Unmarshal(samples(t)[action], &answer))
		content, err := json.Marshal(answer["Content"])
		require.NoError(t, err)
		answer["Content"] = string(content)
		body, err := json.Marshal(answer)
		require.NoError(t, err)

		theirs, ours, err := decodeBoth(t, action, body)
		require.NoError(t, err)
		texts := leavesOf(theirs)
		assert.JSONEq(t, string(content), texts["Content"].(string))
		compareWire(t, wireLeaves(t, []byte(`{"Content":`+texts["Content"].(string)+`}`)), leavesOf(ours))
	}
}
