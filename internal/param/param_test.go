package param_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-querystring/query"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/param"
	"github.com/alicdn/alicdn-go/types"
)

var march = types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC))

// after is a time so much later than the start of march.
func after(d time.Duration) types.Time { return types.UTC(march.Add(d)) }

func days(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }

func repeat(element string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = element
	}
	return list
}

// violation is a request and what Encode says of it, "" if nothing.
type violation struct {
	name string
	req  any
	want string
}

func run(t *testing.T, tests []violation) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			values, err := param.Encode(tt.req)
			if tt.want == "" {
				require.NoError(t, err)
				assert.NotNil(t, values)
				return
			}
			var violations param.Errors
			require.ErrorAs(t, err, &violations)
			require.EqualError(t, err, tt.want)
			assert.Nil(t, values)
		})
	}
}

func TestRequired(t *testing.T) {
	t.Parallel()
	run(t, []violation{
		{"text", &types.StartCdnDomainRequest{}, "DomainName is required"},
		{"text given", &types.StartCdnDomainRequest{DomainName: "example.com"}, ""},
		{"list nil", &types.BatchStartCdnDomainRequest{}, "DomainNames is required"},
		{"list empty", &types.BatchStartCdnDomainRequest{DomainNames: []string{}}, "DomainNames is required"},
		{"line list empty", &types.RefreshObjectCachesRequest{ObjectPath: []string{}}, "ObjectPath is required"},
		{
			"repeated and tags empty",
			&types.TagResourcesRequest{ResourceId: types.Repeated{}, ResourceType: types.ResourceTypeDomain, Tag: types.Tags{}},
			"ResourceId is required; Tag is required",
		},
		{
			"sources empty",
			&types.AddCdnDomainRequest{DomainName: "example.com", CdnType: types.CdnTypeWeb, Sources: types.Sources{}},
			"Sources is required",
		},
		{
			"functions empty",
			&types.BatchSetCdnDomainConfigRequest{DomainNames: []string{"example.com"}, Functions: types.Functions{}},
			"Functions is required",
		},
		{"times", &types.CreateUserUsageDataExportTaskRequest{}, "StartTime is required; EndTime is required"},
		{"time zero", &types.CreateUserUsageDataExportTaskRequest{StartTime: types.UTC(time.Time{}), EndTime: march}, "StartTime is required"},
		{"nothing is required", &types.DescribeCdnUserQuotaRequest{}, ""},
		{"nothing required is given", &types.DescribeUserDomainsRequest{}, ""},
		{"optional lists empty", &types.DescribeUserDomainsRequest{CdnType: []string{}, Tag: types.Tags{}}, ""},
	})
}

func TestMinAndMaxOfNumbers(t *testing.T) {
	t.Parallel()
	block := func(maxage int) *types.BlockObjectCachesRequest {
		return &types.BlockObjectCachesRequest{ObjectPath: []string{"example.com/a"}, Maxage: maxage}
	}
	run(t, []violation{
		{"left out", &types.DescribeUserDomainsRequest{}, ""},
		{"smallest page size", &types.DescribeUserDomainsRequest{PageSize: 1}, ""},
		{"largest page size", &types.DescribeUserDomainsRequest{PageSize: 500}, ""},
		{"page size too large", &types.DescribeUserDomainsRequest{PageSize: 501}, "PageSize is 501; at most 500 allowed"},
		{"page size negative", &types.DescribeUserDomainsRequest{PageSize: -1}, "PageSize is -1; at least 1 allowed"},
		{"last page", &types.DescribeUserDomainsRequest{PageNumber: 100000}, ""},
		{"page beyond the last", &types.DescribeUserDomainsRequest{PageNumber: 100001}, "PageNumber is 100001; at most 100000 allowed"},
		{"refresh tasks", &types.DescribeRefreshTasksRequest{PageSize: 101}, "PageSize is 101; at most 100 allowed"},
		{"logs", &types.DescribeCdnDomainLogsRequest{DomainName: "example.com", PageSize: 1001}, "PageSize is 1001; at most 1000 allowed"},
		{"no upper limit", &types.DescribeCdnDomainLogsRequest{DomainName: "example.com", PageNumber: 1 << 30}, ""},
		{"export tasks", &types.DescribeUserUsageDataExportTaskRequest{PageSize: 51}, "PageSize is 51; at most 50 allowed"},
		{"top domains", &types.DescribeTopDomainsByFlowRequest{Limit: 101}, "Limit is 101; at most 100 allowed"},
		{"at the lower limit", block(600), ""},
		{"at the upper limit", block(864000), ""},
		{"below the lower limit", block(599), "Maxage is 599; at least 600 allowed"},
		{"above the upper limit", block(864001), "Maxage is 864001; at most 864000 allowed"},
	})
}

func TestMinAndMaxOfLists(t *testing.T) {
	t.Parallel()
	type atLeastTwo struct {
		Names []string `url:"Names,omitempty,comma" check:"min=2"`
	}
	tags := func(n int) types.Tags {
		list := make(types.Tags, n)
		for i := range list {
			list[i].Key = "env"
		}
		return list
	}
	functions := func(n int) *types.BatchSetCdnDomainConfigRequest {
		list := make(types.Functions, n)
		for i := range list {
			list[i].FunctionName = types.FunctionGzip
		}
		return &types.BatchSetCdnDomainConfigRequest{DomainNames: []string{"example.com"}, Functions: list}
	}
	resources := func(n int) *types.DescribeTagResourcesRequest {
		return &types.DescribeTagResourcesRequest{ResourceId: repeat("example.com", n), ResourceType: types.ResourceTypeDomain}
	}
	run(t, []violation{
		{"comma list full", &types.BatchStopCdnDomainRequest{DomainNames: repeat("example.com", 50)}, ""},
		{"comma list too long", &types.BatchStopCdnDomainRequest{DomainNames: repeat("example.com", 51)}, "DomainNames has 51 elements; at most 50 allowed"},
		{"domains of a series", &types.DescribeDomainBpsDataRequest{DomainName: repeat("example.com", 501)}, "DomainName has 501 elements; at most 500 allowed"},
		{"line list full", &types.RefreshObjectCachesRequest{ObjectPath: repeat("example.com/a", 1000)}, ""},
		{"line list too long", &types.RefreshObjectCachesRequest{ObjectPath: repeat("example.com/a", 1001)}, "ObjectPath has 1001 elements; at most 1000 allowed"},
		{"preload full", &types.PushObjectCacheRequest{ObjectPath: repeat("example.com/a", 100)}, ""},
		{"preload too long", &types.PushObjectCacheRequest{ObjectPath: repeat("example.com/a", 101)}, "ObjectPath has 101 elements; at most 100 allowed"},
		{"repeated full", resources(50), ""},
		{"repeated too long", resources(51), "ResourceId has 51 elements; at most 50 allowed"},
		{"tags full", &types.DescribeUserDomainsRequest{Tag: tags(20)}, ""},
		{"tags too long", &types.DescribeUserDomainsRequest{Tag: tags(21)}, "Tag has 21 elements; at most 20 allowed"},
		{"functions full", functions(50), ""},
		{"functions too long", functions(51), "Functions has 51 elements; at most 50 allowed"},
		{"list too short", &atLeastTwo{[]string{"a"}}, "Names has 1 element; at least 2 allowed"},
		{"list long enough", &atLeastTwo{[]string{"a", "b"}}, ""},
		{"list left out", &atLeastTwo{}, ""},
	})
}

func TestLen(t *testing.T) {
	t.Parallel()
	certificate := func(name string) *types.SetDomainServerCertificateRequest {
		return &types.SetDomainServerCertificateRequest{DomainName: "example.com", CertName: name}
	}
	run(t, []violation{
		{"text full", certificate(strings.Repeat("a", 128)), ""},
		{"text too long", certificate(strings.Repeat("a", 129)), "CertName has 129 characters; at most 128 allowed"},
		{"characters, not bytes", certificate(strings.Repeat("证", 128)), ""},
		{"characters beyond ASCII", certificate(strings.Repeat("证", 129)), "CertName has 129 characters; at most 128 allowed"},
		{"left out", certificate(""), ""},
		{"tag", &types.ModifyUserCustomLogConfigRequest{ConfigId: "1", Tag: strings.Repeat("a", 257)}, "Tag has 257 characters; at most 256 allowed"},
		{"domains", &types.DescribeUserDomainsRequest{DomainName: strings.Repeat("a", 6801)}, "DomainName has 6801 characters; at most 6800 allowed"},
		{"elements full", &types.PushObjectCacheRequest{ObjectPath: repeat(strings.Repeat("a", 1024), 3)}, ""},
		{
			"element too long",
			&types.PushObjectCacheRequest{ObjectPath: []string{"a", strings.Repeat("a", 1025)}},
			"ObjectPath.2 has 1025 characters; at most 1024 allowed",
		},
	})
}

func TestNumbersOfWhichZeroSaysSomething(t *testing.T) {
	t.Parallel()
	type request struct {
		Share *int `url:"Share" check:"min=0,max=100"`
		Time  *int `url:"Time,omitempty"`
	}
	run(t, []violation{
		{"zero", &request{Share: new(0), Time: new(0)}, ""},
		{"missing", &request{Time: new(5)}, "Share is required"},
		{"too many", &request{Share: new(101)}, "Share is 101; at most 100 allowed"},
		{"too few", &request{Share: new(-1)}, "Share is -1; at least 0 allowed"},
	})
	params, err := param.Encode(&request{Share: new(0)})
	require.NoError(t, err)
	assert.Equal(t, param.Params{{Name: "Share", Value: "0"}}, params)
	params, err = param.Encode(&request{Share: new(100), Time: new(-5)})
	require.NoError(t, err)
	assert.Equal(t, param.Params{{Name: "Share", Value: "100"}, {Name: "Time", Value: "-5"}}, params)
}

func TestCacheTags(t *testing.T) {
	t.Parallel()
	tags := func(n int) *types.RefreshObjectCacheByCacheTagRequest {
		return &types.RefreshObjectCacheByCacheTagRequest{DomainName: "example.com", CacheTag: append(repeat("促销", 5461), strings.Repeat("x", n))}
	}
	run(t, []violation{
		{"full", tags(1), ""},
		{"too long with the commas", tags(2), "CacheTag has 16385 characters in all; at most 16384 allowed"},
	})
}

func TestPrefix(t *testing.T) {
	t.Parallel()
	type request struct {
		Path  string   `url:"Path,omitempty" check:"prefix=/"`
		Paths []string `url:"Paths,omitempty,comma" check:"prefix=/,max=2"`
	}
	run(t, []violation{
		{"given", &request{Path: "/a", Paths: []string{"/a", "/b"}}, ""},
		{"left out", &request{}, ""},
		{"missing", &request{Path: "a/"}, "Path does not begin with /"},
		{"missing in an element", &request{Paths: []string{"/a", "b"}}, "Paths.2 does not begin with /"},
		{"next rule of the field", &request{Paths: []string{"/a", "/b", "/c"}}, "Paths has 3 elements; at most 2 allowed"},
	})
}

func TestWith(t *testing.T) {
	t.Parallel()
	run(t, []violation{
		{"alone", &types.DescribeRefreshTasksRequest{ObjectType: types.TaskObjectTypeFile}, ""},
		{"together", &types.DescribeRefreshTasksRequest{DomainName: "example.com", ObjectType: types.TaskObjectTypeFile}, ""},
		{"without", &types.DescribeRefreshTasksRequest{DomainName: "example.com"}, "ObjectType is required with DomainName"},
		{"status without", &types.DescribeRefreshTasksRequest{Status: types.TaskStatusFailed}, "ObjectType is required with Status"},
		{
			"both without",
			&types.DescribeRefreshTasksRequest{DomainName: "example.com", Status: types.TaskStatusFailed},
			"ObjectType is required with DomainName; ObjectType is required with Status",
		},
	})
}

func TestPair(t *testing.T) {
	t.Parallel()
	run(t, []violation{
		{"neither", &types.DescribeDomainBpsDataRequest{}, ""},
		{"both", &types.DescribeDomainBpsDataRequest{StartTime: march, EndTime: after(time.Hour)}, ""},
		{
			"start alone", &types.DescribeDomainBpsDataRequest{StartTime: march},
			"EndTime is missing: give both StartTime and EndTime, or neither",
		},
		{
			"end alone", &types.DescribeDomainBpsDataRequest{EndTime: march},
			"StartTime is missing: give both StartTime and EndTime, or neither",
		},
		{"start alone where it may be", &types.DescribeCdnDomainLogsRequest{DomainName: "example.com", StartTime: march}, ""},
		{"end alone where it may be", &types.DescribeCdnDomainLogsRequest{DomainName: "example.com", EndTime: march}, ""},
	})
}

func TestAfter(t *testing.T) {
	t.Parallel()
	beijing := time.FixedZone("CST", 8*60*60)
	run(t, []violation{
		{"later", &types.DescribeRefreshTasksRequest{StartTime: march, EndTime: after(time.Second)}, ""},
		{"equal", &types.DescribeRefreshTasksRequest{StartTime: march, EndTime: march}, "EndTime is not later than StartTime"},
		{"earlier", &types.DescribeRefreshTasksRequest{StartTime: march, EndTime: after(-time.Second)}, "EndTime is not later than StartTime"},
		{
			"equal in another zone",
			&types.DescribeRefreshTasksRequest{StartTime: march, EndTime: types.UTC(march.In(beijing))},
			"EndTime is not later than StartTime",
		},
		{"of another field", &types.DescribeUserDomainsRequest{ChangeStartTime: march, ChangeEndTime: march}, "ChangeEndTime is not later than ChangeStartTime"},
		{"without the other", &types.DescribeUserDomainsRequest{ChangeEndTime: march}, ""},
		{"required", &types.CreateUserUsageDataExportTaskRequest{StartTime: march, EndTime: march}, "EndTime is not later than StartTime"},
	})
}

func TestSpan(t *testing.T) {
	t.Parallel()
	type hours struct {
		StartTime types.Time `url:"StartTime,omitempty"`
		EndTime   types.Time `url:"EndTime,omitempty" check:"span=36h"`
	}
	bps := func(d time.Duration) *types.DescribeDomainBpsDataRequest {
		return &types.DescribeDomainBpsDataRequest{StartTime: march, EndTime: after(d)}
	}
	run(t, []violation{
		{"a year", bps(days(366)), ""},
		{"longer than a year", bps(days(366) + time.Second), "EndTime is more than 366d later than StartTime"},
		{"a week", &types.DescribeDomainTopUrlVisitRequest{DomainName: "example.com", StartTime: march, EndTime: after(days(7))}, ""},
		{
			"longer than a week",
			&types.DescribeDomainTopUrlVisitRequest{DomainName: "example.com", StartTime: march, EndTime: after(days(7) + 1)},
			"EndTime is more than 7d later than StartTime",
		},
		{"required", &types.CreateUserUsageDataExportTaskRequest{StartTime: march, EndTime: after(days(32))}, "EndTime is more than 31d later than StartTime"},
		{"without a start", &hours{EndTime: march}, ""},
		{"hours", &hours{march, after(36 * time.Hour)}, ""},
		{"too many hours", &hours{march, after(36*time.Hour + 1)}, "EndTime is more than 36h later than StartTime"},
	})
}

func TestLists(t *testing.T) {
	t.Parallel()
	resources := func(ids ...string) *types.DescribeTagResourcesRequest {
		return &types.DescribeTagResourcesRequest{ResourceId: ids, ResourceType: types.ResourceTypeDomain}
	}
	run(t, []violation{
		{"comma in a comma list", &types.BatchStartCdnDomainRequest{DomainNames: []string{"a.com", "b.com,c.com"}}, `DomainNames.2 contains ",", which separates the elements`},
		{"comma in an optional one", &types.DescribeDomainBpsDataRequest{DomainName: []string{"a.com,b.com"}}, `DomainName.1 contains ",", which separates the elements`},
		{"line break in a comma list", &types.BatchStartCdnDomainRequest{DomainNames: []string{"a.com\nb.com"}}, ""},
		{"line break in a line list", &types.RefreshObjectCachesRequest{ObjectPath: []string{"a.com/x", "a.com/y\na.com/z"}}, `ObjectPath.2 contains "\n", which separates the elements`},
		{"carriage return in a line list", &types.PushObjectCacheRequest{ObjectPath: []string{"a.com/x\r", "a.com/y"}}, `ObjectPath.1 contains "\n", which separates the elements`},
		{"comma in a line list", &types.RefreshObjectCachesRequest{ObjectPath: []string{"a.com/x,y"}}, ""},
		{"anything in a repeated one", resources("a,b", "c\nd"), ""},
		{"empty element of a comma list", &types.BatchStartCdnDomainRequest{DomainNames: []string{"a.com", "", ""}}, "DomainNames.2 is empty"},
		{"empty element of a line list", &types.RefreshObjectCachesRequest{ObjectPath: []string{""}}, "ObjectPath.1 is empty"},
		{"empty element of a repeated one", resources("a.com", ""), "ResourceId.2 is empty"},
		{"one rule a field", &types.BatchStartCdnDomainRequest{DomainNames: repeat("", 51)}, "DomainNames.1 is empty"},
	})
}

func TestWildcardDomains(t *testing.T) {
	t.Parallel()
	const wrong = " begins with *; a wildcard domain begins with the dot, such as .example.com"
	run(t, []violation{
		{"one domain", &types.StartCdnDomainRequest{DomainName: "*.example.com"}, "DomainName" + wrong},
		{"one domain in the right form", &types.StartCdnDomainRequest{DomainName: ".example.com"}, ""},
		{"list", &types.BatchStartCdnDomainRequest{DomainNames: []string{".example.com", "*.example.com"}}, "DomainNames.2" + wrong},
		{"list in one text", &types.DescribeUserDomainsRequest{DomainName: "www.example.com, *.example.com"}, "DomainName" + wrong},
		{"domain of a delivery", &types.CreateRealtimeLogDeliveryRequest{Domain: "*", Region: "r", Project: "p", Logstore: "l"}, "Domain" + wrong},
		{
			"tagged domain",
			&types.TagResourcesRequest{ResourceId: types.Repeated{"*.example.com"}, ResourceType: types.ResourceTypeDomain, Tag: types.Tags{{Key: "k"}}},
			"ResourceId.1" + wrong,
		},
		{"certificate of the name", &types.SetDomainServerCertificateRequest{DomainName: ".example.com", CertName: "*.example.com"}, ""},
		{"path", &types.RefreshObjectCachesRequest{ObjectPath: []string{"http://example.com/*"}}, ""},
	})
}

func TestYears(t *testing.T) {
	t.Parallel()
	const wrong = "EndTime is not in the years 1 to 9999"
	request := func(end types.Time) any {
		return &types.DescribeRefreshTasksRequest{StartTime: end, EndTime: end}
	}
	for _, tt := range []struct {
		name  string
		at    types.Time
		wrong bool
	}{
		{"first", types.UTC(time.Date(1, 1, 1, 0, 0, 1, 0, time.UTC)), false},
		{"last", types.UTC(time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)), false},
		{"last in Beijing", types.Beijing(time.Date(9999, 12, 31, 15, 59, 59, 0, time.UTC)), false},
		{"first in Beijing", types.Beijing(time.Date(0, 12, 31, 16, 0, 0, 0, time.UTC)), false},
		{"year 0", types.UTC(time.Date(0, 12, 31, 23, 59, 59, 0, time.UTC)), true},
		{"before", types.UTC(time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC)), true},
		{"year 10000", types.UTC(time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC)), true},
		{"year 10000 in Beijing", types.Beijing(time.Date(9999, 12, 31, 16, 0, 0, 0, time.UTC)), true},
		{"last by its own zone alone", types.UTC(time.Date(9999, 12, 31, 23, 0, 0, 0, time.FixedZone("", -2*60*60))), true},
		{"far", types.UTC(time.Date(1_000_000, 1, 1, 0, 0, 0, 0, time.UTC)), true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := param.Encode(request(tt.at))
			require.Error(t, err, "the span is empty, too")
			assert.Equal(t, tt.wrong, strings.Contains(err.Error(), wrong), err)
		})
	}
}

func TestTags(t *testing.T) {
	t.Parallel()
	run(t, []violation{
		{"key alone", &types.DescribeUserDomainsRequest{Tag: types.Tags{{Key: "env"}}}, ""},
		{"value alone", &types.DescribeUserDomainsRequest{Tag: types.Tags{{Key: "env"}, {Value: "prod"}}}, "Tag.2.Key is required"},
		{"neither", &types.DescribeUserDomainsRequest{Tag: types.Tags{{}}}, "Tag.1.Key is required"},
	})
}

func TestSources(t *testing.T) {
	t.Parallel()
	good := types.Source{Type: types.SourceTypeDomain, Content: "origin.example.com"}
	sources := func(list ...types.Source) *types.ModifyCdnDomainRequest {
		return &types.ModifyCdnDomainRequest{DomainName: "example.com", Sources: list}
	}
	port := func(port int) types.Source {
		return types.Source{Type: types.SourceTypeIpaddr, Content: "192.0.2.1", Port: port}
	}
	run(t, []violation{
		{"good", sources(good, port(1), port(65535)), ""},
		{"without type", sources(good, types.Source{Content: "192.0.2.1"}), "Sources.2.type is required"},
		{"without content", sources(types.Source{Type: types.SourceTypeOss}), "Sources.1.content is required"},
		{"port negative", sources(good, good, port(-1)), "Sources.3.port is -1; 1 to 65535 allowed"},
		{"port too large", sources(port(65536)), "Sources.1.port is 65536; 1 to 65535 allowed"},
	})
}

func TestFunctions(t *testing.T) {
	t.Parallel()
	functions := func(list ...types.Function) *types.BatchSetCdnDomainConfigRequest {
		return &types.BatchSetCdnDomainConfigRequest{DomainNames: []string{"example.com"}, Functions: list}
	}
	good := types.Function{FunctionName: types.FunctionGzip, FunctionArgs: []types.FunctionArg{{ArgName: "enable", ArgValue: "on"}}}
	run(t, []violation{
		{"good", functions(good), ""},
		{"without arguments", functions(types.Function{FunctionName: types.FunctionGzip}), ""},
		{"with an empty argument", functions(types.Function{FunctionName: types.FunctionGzip, FunctionArgs: []types.FunctionArg{{ArgName: "enable"}}}), ""},
		{"without a name", functions(good, types.Function{}), "Functions.2.functionName is required"},
		{
			"without the name of an argument",
			functions(good, types.Function{FunctionName: types.FunctionGzip, FunctionArgs: []types.FunctionArg{{ArgName: "enable"}, {ArgValue: "on"}}}),
			"Functions.2.functionArgs.2.argName is required",
		},
	})
}

func TestRefresh(t *testing.T) {
	t.Parallel()
	refresh := func(kind types.ObjectType, paths ...string) *types.RefreshObjectCachesRequest {
		return &types.RefreshObjectCachesRequest{ObjectPath: paths, ObjectType: kind}
	}
	run(t, []violation{
		{"directories", refresh(types.ObjectTypeDirectory, repeat("example.com/a/", 100)...), ""},
		{
			"too many directories", refresh(types.ObjectTypeDirectory, repeat("example.com/a/", 101)...),
			"ObjectPath has 101 elements; at most 100 allowed with ObjectType Directory",
		},
		{
			"directory without a slash", refresh(types.ObjectTypeDirectory, "example.com/a/", "example.com/b"),
			"ObjectPath.2 does not end with /, as a directory must",
		},
		{"expression", refresh(types.ObjectTypeRegex, "example.com/.*"), ""},
		{
			"two expressions", refresh(types.ObjectTypeRegex, "example.com/.*", "example.com/b.*"),
			"ObjectPath has 2 elements; at most 1 allowed with ObjectType Regex",
		},
		{"files", refresh(types.ObjectTypeFile, repeat("example.com/a", 1000)...), ""},
		{"files by default", refresh("", repeat("example.com/a", 1000)...), ""},
		{"without parameters", refresh(types.ObjectTypeIgnoreParams, repeat("example.com/a", 1000)...), ""},
		{"a kind of tomorrow", refresh("Tomorrow", repeat("example.com/a", 1000)...), ""},
		{"too many of any kind", refresh(types.ObjectTypeDirectory, repeat("example.com/a/", 1001)...), "ObjectPath has 1001 elements; at most 1000 allowed"},
	})
}

func TestCertificate(t *testing.T) {
	t.Parallel()
	const missingCertificate, missingKey = "ServerCertificate is required to upload a certificate", "PrivateKey is required to upload a certificate"
	request := func(status types.Switch, kind types.CertType, certificate, key string) *types.SetDomainServerCertificateRequest {
		return &types.SetDomainServerCertificateRequest{
			DomainName: "example.com", ServerCertificateStatus: status, CertType: kind, ServerCertificate: certificate, PrivateKey: key,
		}
	}
	run(t, []violation{
		{"upload", request(types.SwitchOn, types.CertTypeUpload, "certificate", "key"), ""},
		{"upload without certificate", request(types.SwitchOn, types.CertTypeUpload, "", "key"), missingCertificate},
		{"upload without key", request(types.SwitchOn, types.CertTypeUpload, "certificate", ""), missingKey},
		{"upload of nothing", request(types.SwitchOn, types.CertTypeUpload, "", ""), missingCertificate},
		{"off", request(types.SwitchOff, types.CertTypeUpload, "", ""), ""},
		{"off with a certificate without key", request(types.SwitchOff, "", "certificate", ""), ""},
		{"from the certificate service", request(types.SwitchOn, types.CertTypeCas, "", ""), ""},
		{"free", request(types.SwitchOn, types.CertTypeFree, "", ""), ""},
		{"kind left out", request(types.SwitchOn, "", "certificate", "key"), ""},
		{"kind left out, key without certificate", request(types.SwitchOn, "", "", "key"), missingCertificate},
		{"nothing but the domain", request("", "", "", ""), ""},
	})
}

func TestSSLCertificate(t *testing.T) {
	t.Parallel()
	const missing = " is required to upload a certificate"
	request := func(kind types.CertType, id types.ID, certificate, key string) *types.SetCdnDomainSSLCertificateRequest {
		return &types.SetCdnDomainSSLCertificateRequest{
			DomainName: "example.com", SSLProtocol: types.SwitchOn, CertType: kind, CertId: id, SSLPub: certificate, SSLPri: key,
		}
	}
	off := request(types.CertTypeUpload, "1", "", "key")
	off.SSLProtocol = types.SwitchOff
	run(t, []violation{
		{"upload", request(types.CertTypeUpload, "", "certificate", "key"), ""},
		{"upload without certificate", request(types.CertTypeUpload, "", "", "key"), "SSLPub" + missing},
		{"upload without key", request(types.CertTypeUpload, "", "certificate", ""), "SSLPri" + missing},
		{"upload of nothing", request(types.CertTypeUpload, "", "", ""), "SSLPub" + missing},
		{"upload of a stored one", request(types.CertTypeUpload, "1", "certificate", "key"), "CertId names a stored certificate, which is for CertType cas"},
		{"stored", request(types.CertTypeCas, "8643264", "", ""), ""},
		{"stored without an ID", request(types.CertTypeCas, "", "", ""), "CertId is required with CertType cas"},
		{"stored, with a certificate", request(types.CertTypeCas, "1", "certificate", ""), "SSLPub is not allowed with CertType cas, which takes a stored certificate"},
		{"stored, with a key", request(types.CertTypeCas, "1", "", "key"), "SSLPri is not allowed with CertType cas, which takes a stored certificate"},
		{"stored under a name", request(types.CertTypeCas, "1-cn", "", ""), "CertId is not a whole number"},
		{"kind left out", request("", "", "certificate", "key"), ""},
		{"kind left out, without key", request("", "", "certificate", ""), "SSLPri" + missing},
		{"kind left out, without certificate", request("", "", "", "key"), "SSLPub" + missing},
		{"kind left out, stored", request("", "1", "", ""), ""},
		{"a kind of tomorrow", request("Tomorrow", "", "", ""), ""},
		{"off", off, ""},
		{"neither on nor off", &types.SetCdnDomainSSLCertificateRequest{DomainName: "example.com"}, "SSLProtocol is required"},
	})
}

func TestCertificatesOfOtherActions(t *testing.T) {
	t.Parallel()
	csr := func(country string) *types.CreateCdnCertificateSigningRequestRequest {
		return &types.CreateCdnCertificateSigningRequestRequest{CommonName: "*.example.com", SANs: []string{"*.example.org"}, Country: country}
	}
	run(t, []violation{
		{"default country", csr(""), ""},
		{"country", csr("DE"), ""},
		{"short country", csr("D"), "Country has 1 characters; exactly 2 allowed"},
		{"long country", csr("DEU"), "Country has 3 characters; exactly 2 allowed"},
		{"ID", &types.DescribeCdnCertificateDetailByIdRequest{CertId: "12"}, ""},
		{"ID with a region", &types.DescribeCdnCertificateDetailByIdRequest{CertId: "12-cn-hangzhou"}, "CertId is not a whole number"},
		{"header", &types.SetReqHeaderConfigRequest{DomainName: []string{"example.com"}, Key: "k", Value: "v"}, ""},
		{
			"header of a configuration", &types.SetReqHeaderConfigRequest{DomainName: []string{"example.com"}, Key: "k", Value: "v", ConfigId: "x"},
			"ConfigId is not a whole number",
		},
		{"certificate", &types.DescribeCdnDomainByCertificateRequest{SSLPub: "-----BEGIN CERTIFICATE-----"}, ""},
		{
			"certificate with its key", &types.DescribeCdnDomainByCertificateRequest{SSLPub: "-----BEGIN EC PRIVATE KEY-----"},
			"SSLPub holds a private key; it is no secret, and may hold certificates only",
		},
	})
}

func TestUsage(t *testing.T) {
	t.Parallel()
	usage := func(interval types.Interval, span time.Duration) *types.DescribeDomainUsageDataRequest {
		return &types.DescribeDomainUsageDataRequest{Field: types.UsageFieldBps, StartTime: march, EndTime: after(span), Interval: interval}
	}
	run(t, []violation{
		{"5 minutes", usage(types.Interval300, days(3)), ""},
		{
			"5 minutes, too long", usage(types.Interval300, days(3)+1),
			"EndTime is more than 72h later than StartTime, which is all that Interval 300 allows",
		},
		{"hours", usage(types.Interval3600, days(31)), ""},
		{
			"hours, too long", usage(types.Interval3600, days(31)+1),
			"EndTime is more than 31d later than StartTime, which is all that Interval 3600 allows",
		},
		{"days", usage(types.Interval86400, days(90)), ""},
		{"days, too long", usage(types.Interval86400, days(90)+1), "EndTime is more than 90d later than StartTime"},
		{"left out", usage("", days(90)), ""},
		{"hours, not later", usage(types.Interval3600, 0), "EndTime is not later than StartTime"},
	})
}

// All fields that violate a rule are reported at once, in their order; rules
// between fields wait until each is right by itself.
func TestAllViolationsAtOnce(t *testing.T) {
	t.Parallel()
	run(t, []violation{
		{
			"required and wrong", &types.AddCdnDomainRequest{Sources: types.Sources{{}}, Tag: types.Tags{{}}},
			"DomainName is required; CdnType is required; Sources.1.type is required; Tag.1.Key is required",
		},
		{
			"many rules",
			&types.DescribeUserDomainsRequest{
				PageSize: 501, PageNumber: -1, DomainName: strings.Repeat("a", 6801), CdnType: []string{"web,video"},
				ChangeStartTime: march, ChangeEndTime: march, Tag: make(types.Tags, 1),
			},
			`PageSize is 501; at most 500 allowed; PageNumber is -1; at least 1 allowed; ` +
				`DomainName has 6801 characters; at most 6800 allowed; CdnType.1 contains ",", which separates the elements; ` +
				`ChangeEndTime is not later than ChangeStartTime; Tag.1.Key is required`,
		},
		{
			"before the rules of the whole",
			&types.SetDomainServerCertificateRequest{PrivateKey: "key"},
			"DomainName is required",
		},
	})
}

func TestErrors(t *testing.T) {
	t.Parallel()
	_, err := param.Encode(&types.CreateUserUsageDataExportTaskRequest{EndTime: march})
	assert.Equal(t, param.Errors{{Param: "StartTime", Rule: "is required"}}, err)
	require.EqualError(t, &param.Error{Param: "Tag.3.Key", Rule: "is required"}, "Tag.3.Key is required")
	require.EqualError(t, param.Errors{}, "")
}

// A tag that cannot be read is a mistake of this module.
func TestBadTagsPanic(t *testing.T) {
	t.Parallel()
	type badNumber struct {
		Size int `url:"Size,omitempty" check:"max=many"`
	}
	type badDuration struct {
		StartTime types.Time `url:"StartTime"`
		EndTime   types.Time `url:"EndTime" check:"span=long"`
	}
	type badDays struct {
		StartTime types.Time `url:"StartTime"`
		EndTime   types.Time `url:"EndTime" check:"span=longd"`
	}
	for _, req := range []any{&badNumber{1}, &badDuration{march, march}, &badDays{march, march}} {
		assert.Panics(t, func() { _, _ = param.Encode(req) }, "%T", req)
	}
}

func TestEncode(t *testing.T) {
	t.Parallel()
	no := false
	tests := []struct {
		name string
		req  any
		want url.Values
	}{
		{"nothing", &types.DescribeCdnUserQuotaRequest{}, url.Values{}},
		{"text", &types.StopCdnDomainRequest{DomainName: ".example.com"}, url.Values{"DomainName": {".example.com"}}},
		{
			"numbers, texts, bools, tags",
			&types.DescribeUserDomainsRequest{
				PageSize: 500, PageNumber: 2, DomainName: "example", DomainSearchType: types.DomainSearchTypeFuzzyMatch,
				CdnType: []string{"web", "video"}, CheckDomainShow: &no, Tag: types.Tags{{Key: "env", Value: "prod"}, {Key: "team"}},
			},
			url.Values{
				"PageSize": {"500"}, "PageNumber": {"2"}, "DomainName": {"example"}, "DomainSearchType": {"fuzzy_match"},
				"CdnType": {"web,video"}, "CheckDomainShow": {"false"},
				"Tag.1.Key": {"env"}, "Tag.1.Value": {"prod"}, "Tag.2.Key": {"team"},
			},
		},
		{
			"comma list and times",
			&types.DescribeDomainBpsDataRequest{
				DomainName: []string{"a.example.com", "b.example.com"}, Interval: types.Interval300,
				StartTime: types.UTC(time.Date(2026, 3, 1, 8, 0, 0, 0, time.FixedZone("CST", 8*60*60))),
				EndTime:   types.UTC(time.Date(2026, 3, 1, 0, 10, 0, 0, time.UTC)),
			},
			url.Values{
				"DomainName": {"a.example.com,b.example.com"}, "Interval": {"300"},
				"StartTime": {"2026-03-01T00:00:00Z"}, "EndTime": {"2026-03-01T00:10:00Z"},
			},
		},
		{
			"times of Beijing",
			&types.DescribeDomainISPDataRequest{StartTime: types.Beijing(march.Time), EndTime: types.Beijing(march.Add(time.Hour))},
			url.Values{"StartTime": {"2026-03-01T08:00:00Z"}, "EndTime": {"2026-03-01T09:00:00Z"}},
		},
		{
			"line list, bools, headers",
			&types.PushObjectCacheRequest{
				ObjectPath: []string{"example.com/1.png?a=1,2", "example.com/2.png"}, Area: types.PreloadAreaOverseas, L2Preload: true,
				WithHeader: types.Headers{"Cookie": "<a>&b", "Accept-Encoding": "gzip, br"},
			},
			url.Values{
				"ObjectPath": {"example.com/1.png?a=1,2\nexample.com/2.png"}, "Area": {"overseas"}, "L2Preload": {"true"},
				"WithHeader": {`{"Accept-Encoding":"gzip, br","Cookie":"<a>&b"}`},
			},
		},
		{
			"headers empty",
			&types.PushObjectCacheRequest{ObjectPath: []string{"example.com/1.png"}, WithHeader: types.Headers{}},
			url.Values{"ObjectPath": {"example.com/1.png"}},
		},
		{
			"bool as 1",
			&types.SetDomainServerCertificateRequest{DomainName: "example.com", ForceSet: true, CertType: types.CertTypeFree},
			url.Values{"DomainName": {"example.com"}, "ForceSet": {"1"}, "CertType": {"free"}},
		},
		{
			"repeated",
			&types.UntagResourcesRequest{
				ResourceId: types.Repeated{"a.example.com", "b.example.com"}, ResourceType: types.ResourceTypeDomain,
				TagKey: types.Repeated{"env", "team"}, All: true,
			},
			url.Values{
				"ResourceId.1": {"a.example.com"}, "ResourceId.2": {"b.example.com"}, "ResourceType": {"DOMAIN"},
				"TagKey.1": {"env"}, "TagKey.2": {"team"}, "All": {"true"},
			},
		},
		{
			"sources",
			&types.AddCdnDomainRequest{
				DomainName: "example.com", CdnType: types.CdnTypeWeb,
				Sources: types.Sources{
					{Type: types.SourceTypeIpaddr, Content: "192.0.2.1", Port: 8080, Priority: "20", Weight: "15"},
					{Type: types.SourceTypeDomain, Content: "origin.example.com"},
				},
			},
			url.Values{
				"DomainName": {"example.com"}, "CdnType": {"web"},
				"Sources": {`[{"type":"ipaddr","content":"192.0.2.1","port":8080,"priority":"20","weight":"15"},{"type":"domain","content":"origin.example.com"}]`},
			},
		},
		{
			"functions",
			&types.BatchSetCdnDomainConfigRequest{
				DomainNames: []string{"a.example.com", "b.example.com"},
				Functions: types.Functions{
					{FunctionName: types.FunctionGzip, FunctionArgs: []types.FunctionArg{{ArgName: "enable", ArgValue: "on"}}},
					{FunctionName: types.FunctionRange, ConfigId: "123456789012345"},
				},
			},
			url.Values{
				"DomainNames": {"a.example.com,b.example.com"},
				"Functions": {
					`[{"functionName":"gzip","functionArgs":[{"argName":"enable","argValue":"on"}]},` +
						`{"functionName":"range","functionArgs":[],"configId":123456789012345}]`,
				},
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := param.Encode(tt.req)
			require.NoError(t, err)
			assert.Equal(t, tt.want, got.Values())
			fromTags, err := query.Values(tt.req)
			require.NoError(t, err)
			assert.Equal(t, fromTags, got.Values(), "as go-querystring reads the tags")
			assert.True(t, slices.IsSortedFunc(got, func(a, b param.Param) int { return strings.Compare(a.Name, b.Name) }))
		})
	}
}

func TestZeroTimeInAnyZoneIsUnset(t *testing.T) {
	t.Parallel()
	zero := time.Time{}.In(time.FixedZone("CST", 8*60*60))
	_, err := param.Encode(&types.CreateUserUsageDataExportTaskRequest{StartTime: types.UTC(zero), EndTime: types.UTC(time.Unix(0, 0))})
	require.EqualError(t, err, "StartTime is required")
	values, err := param.Encode(&types.DescribeDomainISPDataRequest{StartTime: types.Beijing(time.Time{})})
	require.NoError(t, err)
	assert.Empty(t, values)
}
