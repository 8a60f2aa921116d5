package alicdn

import (
	"reflect"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/wire"
)

// twoForms is an answer as the reference writes it, and the same answer as
// today's service does.
type twoForms struct{ name, action, reference, today string }

var answersInTwoForms = []twoForms{
	{
		"container", "DescribeDomainRealTimeByteHitRateData",
		`{"RequestId":"R-1","Data":{"ByteHitRateModel":[{"ByteHitRate":0.8956940476262277,"TimeStamp":"2018-01-02T11:26:00Z"},{"ByteHitRate":0.89,"TimeStamp":"2018-01-02T11:25:00Z"}]}}`,
		`{"RequestId":"R-1","Data":{"ByteHitRateDataModel":[{"ByteHitRate":0.8956940476262277,"TimeStamp":"2018-01-02T11:26:00Z"},{"ByteHitRate":0.89,"TimeStamp":"2018-01-02T11:25:00Z"}]}}`,
	},
	{
		"container", "DescribeDomainRealTimeReqHitRateData",
		`{"RequestId":"R-1","Data":{"ReqHitRateModel":[{"ReqHitRate":0.8956940476262277,"TimeStamp":"2018-01-02T11:26:00Z"},{"ReqHitRate":0.89,"TimeStamp":"2018-01-02T11:25:00Z"}]}}`,
		`{"RequestId":"R-1","Data":{"ReqHitRateDataModel":[{"ReqHitRate":0.8956940476262277,"TimeStamp":"2018-01-02T11:26:00Z"},{"ReqHitRate":0.89,"TimeStamp":"2018-01-02T11:25:00Z"}]}}`,
	},
	{
		"container", "DescribeDomainSrcTrafficData",
		`{"RequestId":"R-1","DomainName":"example.com","DataInterval":"300","StartTime":"2015-12-10T20:00:00Z","EndTime":"2015-12-10T21:00:00Z",
			"SrcFlowDataPerInterval":{"DataModule":[{"TimeStamp":"2015-12-10T20:00:00Z","Value":"4096","HttpsValue":"1024"},{"TimeStamp":"2015-12-10T20:05:00Z","Value":"0","HttpsValue":"0"}]}}`,
		`{"RequestId":"R-1","DomainName":"example.com","DataInterval":"300","StartTime":"2015-12-10T20:00:00Z","EndTime":"2015-12-10T21:00:00Z",
			"SrcTrafficDataPerInterval":{"DataModule":[{"TimeStamp":"2015-12-10T20:00:00Z","Value":4096,"HttpsValue":1024},{"TimeStamp":"2015-12-10T20:05:00Z","Value":0,"HttpsValue":0}]}}`,
	},
	{
		"container, and page inside it", "DescribeUserUsageDataExportTask",
		`{"RequestId":"R-1","PageNumber":"2","PageSize":"10","TotalCount":"12","UsageDataPerPage":{"UsageData":[
			{"StartTime":"2015-12-10T16:00:00Z","EndTime":"2015-12-11T15:59:59Z","CreateTime":"2015-12-12T08:43:21Z","ModifyTime":"2015-12-12T08:45:02Z",
				"TaskName":"Traffic","TaskId":"A91BE91F","Status":"success","DownloadUrl":"https://cdn-polaris.example.com/a.pdf"},
			{"StartTime":"2015-12-09T16:00:00Z","EndTime":"2015-12-10T15:59:59Z","CreateTime":"2015-12-12T08:43:20Z","ModifyTime":"2015-12-12T08:44:02Z",
				"TaskName":"","TaskId":"A91BE91E","Status":"failed","DownloadUrl":""}]}}`,
		`{"RequestId":"R-1","UsageDataPerPage":{"PageNumber":2,"PageSize":10,"TotalCount":12,"Data":{"DataItem":[
			{"TaskConfig":{"StartTime":"2015-12-10T16:00:00Z","EndTime":"2015-12-11T15:59:59Z"},"CreateTime":"2015-12-12T08:43:21Z","UpdateTime":"2015-12-12T08:45:02Z",
				"TaskName":"Traffic","TaskId":"A91BE91F","Status":"success","DownloadUrl":"https://cdn-polaris.example.com/a.pdf"},
			{"TaskConfig":{"StartTime":"2015-12-09T16:00:00Z","EndTime":"2015-12-10T15:59:59Z"},"CreateTime":"2015-12-12T08:43:20Z","UpdateTime":"2015-12-12T08:44:02Z",
				"TaskName":"","TaskId":"A91BE91E","Status":"failed","DownloadUrl":""}]}}}`,
	},
	{
		"container, and page inside it", "DescribeUserUsageDetailDataExportTask",
		`{"RequestId":"R-1","PageNumber":"1","PageSize":"20","TotalCount":"1","UsageDataPerPage":{"UsageData":[
			{"StartTime":"2015-12-10T16:00:00Z","EndTime":"2015-12-11T15:59:59Z","CreateTime":"2015-12-12T08:43:21Z","ModifyTime":"2015-12-12T08:45:02Z",
				"TaskName":"Requests","TaskId":"A91BE91F","Status":"created","DownloadUrl":""}]}}`,
		`{"RequestId":"R-1","UsageDataPerPage":{"PageNumber":1,"PageSize":20,"TotalCount":1,"Data":{"DataItem":[
			{"TaskConfig":{"StartTime":"2015-12-10T16:00:00Z","EndTime":"2015-12-11T15:59:59Z"},"CreateTime":"2015-12-12T08:43:21Z","UpdateTime":"2015-12-12T08:45:02Z",
				"TaskName":"Requests","TaskId":"A91BE91F","Status":"created","DownloadUrl":""}]}}}`,
	},
	{
		"texts that became objects", "DescribeCdnService",
		`{"RequestId":"R-1","InternetChargeType":"PayByTraffic","OpeningTime":"2018-03-19T11:16:11Z","OperationLocks":{"LockReason":["financial","security"]}}`,
		`{"RequestId":"R-1","InternetChargeType":"PayByTraffic","OpeningTime":"2018-03-19T11:16:11Z","OperationLocks":{"LockReason":[{"LockReason":"financial"},{"LockReason":"security"}]}}`,
	},
	{
		"list in a wrapper", "DescribeUserDomains",
		`{"RequestId":"R-1","PageNumber":"1","PageSize":"5","TotalCount":"16","Domains":{"PageData":[{"DomainName":"example.com","CdnType":"web","Sources":[
			{"Type":"oss","Content":"a.oss-cn-hangzhou.aliyuncs.com","Port":"80","Priority":"20","Weight":"10"}]}]}}`,
		`{"RequestId":"R-1","PageNumber":1,"PageSize":5,"TotalCount":16,"Domains":{"PageData":[{"DomainName":"example.com","CdnType":"web","Sources":{"Source":[
			{"Type":"oss","Content":"a.oss-cn-hangzhou.aliyuncs.com","Port":80,"Priority":"20","Weight":"10"}]}}]}}`,
	},
	{
		"numbers that became texts", "DescribeTopDomainsByFlow",
		`{"RequestId":"R-1","DomainCount":68,"DomainOnlineCount":67,"TopDomains":{"TopDomain":[
			{"DomainName":"example.com","Rank":1,"TotalTraffic":123456789012345678,"TrafficPercent":21.686305274906182,"MaxBps":2040,"MaxBpsTime":"2017-12-20T08:00:00Z","TotalAccess":"9"}]}}`,
		`{"RequestId":"R-1","DomainCount":"68","DomainOnlineCount":"67","TopDomains":{"TopDomain":[
			{"DomainName":"example.com","Rank":"1","TotalTraffic":"123456789012345678","TrafficPercent":"21.686305274906182","MaxBps":2040.0,"MaxBpsTime":"2017-12-20T08:00:00Z","TotalAccess":9}]}}`,
	},
}

// TestAnswersInTwoForms proves that an answer fills the same fields in the form
// of the reference and in that of today, whichever way it is decoded.
func TestAnswersInTwoForms(t *testing.T) {
	t.Parallel()
	for _, tt := range answersInTwoForms {
		t.Run(tt.action, func(t *testing.T) {
			t.Parallel()
			method, ok := reflect.TypeFor[*Client]().MethodByName(tt.action)
			require.True(t, ok)
			response := method.Type.Out(0).Elem()
			want := decodedTolerantly(t, tt.reference, response)
			assert.Equal(t, want, decodedTolerantly(t, tt.today, response), tt.name)
			for _, answer := range []string{tt.reference, tt.today} {
				usual := reflect.New(response).Interface()
				if _, ok := wire.DecodeUsual([]byte(answer), usual); ok {
					assert.Equal(t, want, usual, "%s, the fast way: %s", tt.name, answer)
				}
			}
			answer := tt.reference
			if tt.action == "DescribeCdnService" { // its field has the form of today
				answer = tt.today
			}
			w := leafWalk{t: t}
			w.compare("", jsontext.Value(answer), reflect.ValueOf(want).Elem())
			assert.Greater(t, w.leaves, 4, "nothing is lost")
		})
	}
}

func decodedTolerantly(t *testing.T, answer string, response reflect.Type) any {
	t.Helper()
	out := reflect.New(response).Interface()
	require.NoError(t, wire.Decode([]byte(answer), out), answer)
	return out
}

// TestEveryRenamingHasAnAnswer proves that the answers in two forms show every
// container that today's service has under another name or at another place.
func TestEveryRenamingHasAnAnswer(t *testing.T) {
	t.Parallel()
	renamings := 0
	for _, s := range readSpec(t).Actions {
		for _, r := range s.Renamed {
			renamings++
			shown := 0
			for _, tt := range answersInTwoForms {
				if tt.action != s.Action {
					continue
				}
				shown++
				assert.Truef(t, stands(t, tt.reference, r.Reference), "%s: %s in the form of the reference", s.Action, r.Reference)
				assert.Falsef(t, stands(t, tt.reference, r.Today), "%s: %s in the form of the reference", s.Action, r.Today)
				assert.Truef(t, stands(t, tt.today, r.Today), "%s: %s in the form of today", s.Action, r.Today)
				assert.Falsef(t, stands(t, tt.today, r.Reference), "%s: %s in the form of today", s.Action, r.Reference)
			}
			assert.Equal(t, 1, shown, "answers of %s in two forms", s.Action)
		}
	}
	assert.Positive(t, renamings)
}

// stands reports whether an answer has something at a path of the reference.
func stands(t *testing.T, answer, path string) bool {
	t.Helper()
	var value any
	require.NoError(t, json.Unmarshal([]byte(answer), &value))
	for name := range strings.SplitSeq(path, ".") {
		name, isList := strings.CutSuffix(name, "[]")
		object, ok := value.(map[string]any)
		if !ok {
			return false
		}
		if value, ok = object[name]; !ok {
			return false
		}
		if list, ok := value.([]any); ok && isList && len(list) > 0 {
			value = list[0]
		}
	}
	return true
}
