package peers_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/responses"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/internal/action"
)

// samples are the answers that the reference gives as samples, by action.
func samples(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "*.json"))
	require.NoError(t, err)
	all := make(map[string][]byte)
	for _, file := range files {
		action := strings.TrimSuffix(filepath.Base(file), ".json")
		if action == "CreateRealtimeLogDelivery" {
			action = "CreateRealTimeLogDelivery" // one file serves both
		}
		if _, typed := officialResponse(action); !typed {
			continue
		}
		all[action], err = os.ReadFile(file)
		require.NoError(t, err)
	}
	return all
}

// officialResponse makes an empty response of the official client.
func officialResponse(action string) (response reflect.Value, typed bool) {
	method, typed := reflect.TypeFor[*cdn.Client]().MethodByName(action)
	if !typed {
		return reflect.Value{}, false
	}
	response = reflect.New(method.Type.Out(0).Elem())
	response.Elem().FieldByName("BaseResponse").Set(reflect.ValueOf(&responses.BaseResponse{}))
	return response, true
}

// decodeBoth lets both clients decode an answer. The error is that of the
// official one; ours has to decode the answer in any case.
func decodeBoth(t *testing.T, action string, body []byte) (theirs, ours any, err error) {
	t.Helper()
	answer := func() *http.Response {
		return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(body))}
	}
	official, _ := officialResponse(action)
	fails := responses.Unmarshal(official.Interface().(responses.AcsResponse), answer(), "JSON") //nolint:bodyclose // it does

	client, err := alicdn.New(alicdn.StaticCredentials("id", "secret", ""), alicdn.WithHTTPClient(&http.Client{Transport: answers(answer)}))
	require.NoError(t, err)
	method, _ := reflect.TypeFor[*alicdn.Client]().MethodByName(action)
	own := reflect.New(method.Type.Out(0).Elem())
	require.NoError(t, client.Do(t.Context(), action, nil, own.Interface()))
	return official.Interface(), own.Interface(), fails
}

// answers is a transport that answers each request alike.
type answers func() *http.Response

func (a answers) RoundTrip(*http.Request) (*http.Response, error) { return a(), nil }

// Names that the reference has and the official client does not, which is of
// today. Our client reads both.
const renamed = "renamed since the reference was written"

// unreadable are the actions whose answers the official client cannot read, as
// the documents of today have them, and why. They are compared as those that it
// lacks, and what it sends for them is sent by name.
var unreadable = map[string]string{
	"DescribeCdnDeliverList":         "Content is a structure, not text",
	"DescribeCdnDomainStagingConfig": "FunctionArgs is a list, and its structure that of DescribeCdnDomainConfigs, where a structure holds the list",
	"DescribeCdnReportList":          "Content is a structure, not text",
	"DescribeCdnSubList":             "Content is a structure, not text",
	"DescribeEsExceptionData":        "Points are texts, and its structure that of another action, where they are structures",
}

func TestOfficialSamples(t *testing.T) {
	t.Parallel()
	page := []gap{{"PageNumber", renamed}, {"PageSize", renamed}, {"TotalCount", renamed}, {"UsageDataPerPage", renamed}}
	gaps := map[string][]gap{
		"DescribeCdnDomainLogs":                 {{"DomainLogDetails.PageInfos.PageNumber", pageIndex}},
		"DescribeDomainCname":                   cnameGaps,
		"DescribeDomainISPData":                 {{"Value.ByteHitRate", lacks}, {"Value.ReqHitRate", lacks}},
		"DescribeDomainPathData":                {{"RequestId", lacks}},
		"DescribeDomainRealTimeByteHitRateData": {{"Data", renamed}},
		"DescribeDomainRealTimeReqHitRateData":  {{"Data", renamed}},
		"DescribeDomainSrcTrafficData":          {{"SrcFlowDataPerInterval", renamed}},
		"DescribeUserUsageDataExportTask":       page,
		"DescribeUserUsageDetailDataExportTask": page,
	}
	all := samples(t)
	require.Len(t, all, len(action.All())-len(lacking))
	for name, body := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			theirs, ours, err := decodeBoth(t, name, body)
			compareWire(t, wireLeaves(t, body), leavesOf(ours))
			if unreadable[name] != "" {
				require.Error(t, err)
				return
			}
			require.NoError(t, err)
			compareFields(t, strings.Clone, leavesOf(theirs), leavesOf(ours), gaps[name])
		})
	}
}

// TestOfficialFields fills every field that the official client has and makes
// sure that ours reads it.
func TestOfficialFields(t *testing.T) {
	t.Parallel()
	gaps := map[string][]gap{
		"DescribeCdnDeletedDomains":       {{"Domains", merged}},
		"DescribeCdnDomainLogs":           {{"DomainLogDetails.PageInfos.PageNumber", pageIndex}},
		"DescribeCdnUserDomainsByFunc":    {{"Domains", merged}},
		"DescribeDomainDetailDataByLayer": {{"Data", merged}},
		"DescribeIpStatus":                {{"IpStatus", merged}},
	}
	for _, path := range []string{
		"AvgRTPerInterval", "BpsDataInterval", "BpsDataPerInterval", "CertInfos", "CertificateListModel.CertList", "HitRateInterval",
		"HttpCodeData", "HttpCodeDataInterval", "PathDataPerInterval", "QpsDataInterval", "RealTimeSrcBpsDataPerInterval",
		"RealTimeSrcTrafficDataPerInterval", "RealTimeTrafficDataPerInterval", "ReqHitRateInterval", "SrcBpsDataPerInterval",
		"SrcFlowDataPerInterval", "SrcQpsDataPerInterval", "TrafficDataPerInterval", "UsageDataPerInterval",
	} {
		gaps[""] = append(gaps[""], gap{path, merged})
	}
	for action := range samples(t) {
		if unreadable[action] != "" {
			continue // it fills structures that do not come
		}
		t.Run(action, func(t *testing.T) {
			t.Parallel()
			official, _ := officialResponse(action)
			f := filler{countsAsValue: action == "DescribeDomainHttpCodeDataByLayer"}
			body, err := json.Marshal(f.value(official.Elem(), ""))
			require.NoError(t, err)
			theirs, ours, err := decodeBoth(t, action, body)
			require.NoError(t, err)
			compareFields(t, strings.Clone, leavesOf(theirs), leavesOf(ours), slices.Concat(gaps[action], gaps[""]))
		})
	}
}

// filler makes an answer of the type of a response, with a value of its own in
// each field.
type filler struct {
	count         int64
	countsAsValue bool // Value holds counts by status code
}

func (f *filler) value(v reflect.Value, name string) any {
	f.count++
	isTime := name != "AvgResponseTime" && (strings.Contains(name, "Time") || strings.HasPrefix(name, "Gmt"))
	switch v.Kind() {
	case reflect.Struct:
		fields := make(map[string]any)
		for field, value := range v.Fields() {
			if wireName := field.Tag.Get("json"); wireName != "" {
				fields[wireName] = f.value(value, wireName)
			}
		}
		return fields
	case reflect.Slice:
		element := reflect.New(v.Type().Elem()).Elem()
		return []any{f.value(element, name), f.value(element, name)}
	case reflect.Map: // a report
		return map[string]any{"data": []any{map[string]any{
			"deliver": map[string]any{"report": map[string]any{"title": "TopUrlByAcc", "header": []string{"url", "acc"}}},
			"data":    []any{map[string]any{"url": "http://example.com/", "acc": f.count}},
		}}}
	case reflect.Float64:
		return float64(f.count) + 0.25
	case reflect.String:
		switch {
		case name == "JsonResult":
			return `{"1472659200":{"天津市":{"电信":{"http_codes":{"200":6,"404":1},"bandwidth":46639.5,"pv":7}}},"description":"Ok","retCode":0}`
		case name == "Points":
			return "2026-03-01T00:10:00Z," + strconv.FormatInt(f.count, 10)
		case name == "HttpCode":
			return "200:" + strconv.FormatInt(f.count, 10) + "|404:7"
		case name == "Value" && f.countsAsValue:
			return `{"200":` + strconv.FormatInt(f.count, 10) + `,"404":7}`
		case name == "Data":
			return `[{"time_stp":"2026-03-01T00:10:00Z","qps":11.1}]`
		case isTime:
			return "2026-03-01T00:" + strconv.FormatInt(10+f.count/50%50, 10) + ":" + strconv.FormatInt(10+f.count%50, 10) + "Z"
		}
		return strconv.FormatInt(1<<60+f.count, 10) // too long for a float64
	default:
		if isTime {
			return 1772323200 + f.count
		}
		return 1<<60 + f.count
	}
}
