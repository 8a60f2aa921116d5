package wire_test

import (
	"errors"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/wire"
	"github.com/alicdn/alicdn-go/types"
)

func TestDecode(t *testing.T) {
	t.Parallel()
	want := types.DescribeUserDomainsResponse{
		Meta:       types.Meta{RequestId: "R-1"},
		PageNumber: 1,
		TotalCount: 16,
		PageSize:   5,
		Domains: types.List[types.PageData]{{
			DomainName: "example.com", DomainStatus: types.DomainStatusOnline, CdnType: types.CdnTypeVideo, DomainId: "1234567890123456789",
			GmtCreated: types.UTC(time.Date(2015, 10, 23, 9, 30, 0, 0, time.UTC)),
			Sources:    types.List[types.UserDomainsSource]{{Type: types.SourceTypeDomain, Content: "origin.example.com", Port: 443, Priority: "20"}},
		}},
	}
	tests := map[string]string{
		"as documented": `{"PageNumber":1,"TotalCount":16,"PageSize":5,"RequestId":"R-1","Domains":{"PageData":[{"CdnType":"video","DomainStatus":"online",` +
			`"DomainName":"example.com","GmtCreated":"2015-10-23T09:30:00Z","DomainId":1234567890123456789,` +
			`"Sources":{"Source":[{"Type":"domain","Content":"origin.example.com","Port":443,"Priority":"20"}]}}]}}`,
		"names in another case": `{"pageNumber":1,"TOTALCOUNT":16,"pagesize":5,"requestID":"R-1","domains":{"pageData":[{"cdnType":"video","domainStatus":"online",` +
			`"domainname":"example.com","gmtCreated":"2015-10-23T09:30:00Z","domainID":1234567890123456789,` +
			`"sources":{"source":[{"type":"domain","CONTENT":"origin.example.com","port":443,"priority":"20"}]}}]}}`,
		"numbers as texts and texts as numbers": `{"PageNumber":"1","TotalCount":"16","PageSize":"5.0","RequestId":"R-1","Domains":{"PageData":[{"CdnType":"video",` +
			`"DomainStatus":"online","DomainName":"example.com","GmtCreated":1445592600,"DomainId":"1234567890123456789",` +
			`"Sources":{"Source":[{"Type":"domain","Content":"origin.example.com","Port":"443","Priority":20}]}}]}}`,
		"one element in place of a list": `{"PageNumber":1,"TotalCount":16,"PageSize":5,"RequestId":"R-1","Domains":{"PageData":{"CdnType":"video","DomainStatus":"online",` +
			`"DomainName":"example.com","GmtCreated":"2015-10-23T17:30:00+08:00","DomainId":1234567890123456789,` +
			`"Sources":{"Source":{"Type":"domain","Content":"origin.example.com","Port":443,"Priority":"20"}}}}}`,
		"unknown members": `{"New":{"Deep":[1,{"X":null}]},"PageNumber":1,"TotalCount":16,"PageSize":5,"RequestId":"R-1","Domains":{"PageData":[{"New":[],"CdnType":"video",` +
			`"DomainStatus":"online","DomainName":"example.com","GmtCreated":"2015-10-23T09:30Z","DomainId":1234567890123456789,` +
			`"Sources":[{"Type":"domain","Content":"origin.example.com","Port":443,"Priority":"20","New":true}]}]}}`,
		"members twice": `{"PageNumber":9,"PageNumber":1,"TotalCount":16,"PageSize":5,"RequestId":"R-0","requestId":"R-1","Domains":{"PageData":[{}]},` +
			`"Domains":{"PageData":[{"CdnType":"web","CdnType":"video","DomainStatus":"online","DomainName":"example.com","GmtCreated":"2015-10-23T09:30:00Z",` +
			`"DomainId":1234567890123456789,"Sources":{"Source":[{"Type":"domain","Content":"origin.example.com","Port":443,"Priority":"20"}]}}]}}`,
		"blanks around": " \r\n{\"PageNumber\":1,\"TotalCount\":16,\"PageSize\":5,\"RequestId\":\"R-1\",\"Domains\":[{\"CdnType\":\"video\",\"DomainStatus\":\"online\"," +
			"\"DomainName\":\"example.com\",\"GmtCreated\":\"2015-10-23 09:30\",\"DomainId\":1234567890123456789," +
			"\"Sources\":[{\"Type\":\"domain\",\"Content\":\"origin.example.com\",\"Port\":443,\"Priority\":\"20\"}]}]}\n\n",
	}
	for name, body := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got types.DescribeUserDomainsResponse
			require.NoError(t, wire.Decode([]byte(body), &got))
			require.Len(t, got.Domains, 1)
			created := &got.Domains[0].GmtCreated
			assert.WithinDuration(t, want.Domains[0].GmtCreated.Time, created.Time, 0)
			*created = want.Domains[0].GmtCreated // whatever its zone
			assert.Equal(t, want, got)
		})
	}
}

// Texts of every type are read from any scalar.
func TestDecodeTexts(t *testing.T) {
	t.Parallel()
	type texts struct {
		Text     string
		Status   types.DomainStatus
		Switch   types.Switch
		Function types.FunctionName
		Id       types.ID
	}
	all := func(s string) texts {
		return texts{s, types.DomainStatus(s), types.Switch(s), types.FunctionName(s), types.ID(s)}
	}
	for value, want := range map[string]string{
		`"online"`:            "online",
		`"of tomorrow"`:       "of tomorrow",
		`""`:                  "",
		`"a\"b\u00e9"`:        `a"bé`,
		`200`:                 "200",
		`-1.50`:               "-1.50",
		`1E10`:                "1E10",
		`1234567890123456789`: "1234567890123456789",
		`true`:                "true",
		`false`:               "false",
		`null`:                "",
	} {
		t.Run(value, func(t *testing.T) {
			t.Parallel()
			var got texts
			body := `{"Text":` + value + `,"Status":` + value + `,"Switch":` + value + `,"Function":` + value + `,"Id":` + value + `}`
			require.NoError(t, wire.Decode([]byte(body), &got))
			assert.Equal(t, all(want), got)
		})
	}
	for _, value := range []string{`{}`, `[]`, `["online"]`} {
		t.Run(value, func(t *testing.T) {
			t.Parallel()
			for _, name := range []string{"Text", "Status", "Switch", "Function", "Id"} {
				var got texts
				err := wire.Decode([]byte(`{"`+name+`":`+value+`}`), &got)
				var place *wire.DecodeError
				require.ErrorAs(t, err, &place)
				assert.Equal(t, "/"+name, place.Path)
			}
		})
	}
}

func TestDecodeInvalidUTF8(t *testing.T) {
	t.Parallel()
	var got types.DescribeUserDomainsResponse
	require.NoError(t, wire.Decode([]byte("{\"RequestId\":\"R\xff1\",\"Domains\":[{\"Description\":\"\xc3\x28\",\"DomainStatus\":\"on\xff\"}],\"\xff\":1}"), &got))
	assert.Equal(t, "R\uFFFD1", got.RequestId)
	assert.Equal(t, "\uFFFD(", got.Domains[0].Description)
	assert.Equal(t, types.DomainStatus("on\uFFFD"), got.Domains[0].DomainStatus)
}

// A structure that the service writes as "" when it is empty.
func TestDecodeEmptyWrappers(t *testing.T) {
	t.Parallel()
	for _, empty := range []string{`""`, `null`, `{}`} {
		t.Run(empty, func(t *testing.T) {
			t.Parallel()
			var logs types.DescribeCdnDomainLogsResponse
			require.NoError(t, wire.Decode([]byte(`{"RequestId":"R-1","DomainLogDetails":[{"DomainName":"example.com","PageInfos":`+empty+`}]}`), &logs))
			assert.Equal(t, types.List[types.DomainLogDetail]{{DomainName: "example.com"}}, logs.DomainLogDetails)

			var certificates types.DescribeCdnCertificateListResponse
			require.NoError(t, wire.Decode([]byte(`{"CertificateListModel":`+empty+`,"RequestId":"R-1"}`), &certificates))
			assert.Equal(t, types.DescribeCdnCertificateListResponse{Meta: types.Meta{RequestId: "R-1"}}, certificates)
		})
	}
	var logs types.DescribeCdnDomainLogsResponse
	err := wire.Decode([]byte(`{"DomainLogDetails":{"DomainLogDetail":[{"PageInfos":"none"}]}}`), &logs)
	var place *wire.DecodeError
	require.ErrorAs(t, err, &place)
	assert.Equal(t, "/DomainLogDetails/DomainLogDetail/0/PageInfos", place.Path)
	assert.ErrorContains(t, err, `text where an object is expected`)
}

func TestDecodeErrors(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, body, path string }{
		{"count", `{"TotalCount":"many"}`, "/TotalCount"},
		{"fraction of a count", `{"PageNumber":1,"TotalCount":1.5}`, "/TotalCount"},
		{"count in another case", `{"totalCount":{}}`, "/totalCount"},
		{"time", `{"Domains":{"PageData":[{},{"GmtCreated":"yesterday"}]}}`, "/Domains/PageData/1/GmtCreated"},
		{"time in the one element", `{"Domains":{"PageData":{"GmtCreated":"yesterday"}}}`, "/Domains/PageData/GmtCreated"},
		{"text", `{"RequestId":["R-1"]}`, "/RequestId"},
		{"element", `{"Domains":{"PageData":["example.com"]}}`, "/Domains/PageData/0"},
		{"list", `{"Domains":"example.com"}`, "/Domains"},
		{"cut off in a list", `{"RequestId":"R-1","Domains":{"PageData":[{"DomainName":"example.com"},{"Dom`, "/Domains/PageData/1"},
		{"cut off in a text", `{"RequestId":"R-`, "/RequestId"},
		{"cut off at once", `{`, ""},
		{"broken", `{"TotalCount":1,"RequestId":oops}`, "/RequestId"},
		{"curly quotes", "{“RequestId”:“R-1”}", ""},
		{"more behind", `{"RequestId":"R-1"}{"RequestId":"R-2"}`, ""},
		{"text behind", `{"RequestId":"R-1"} trailing`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got types.DescribeUserDomainsResponse
			err := wire.Decode([]byte(tt.body), &got)
			var place *wire.DecodeError
			require.ErrorAs(t, err, &place)
			assert.Equal(t, tt.path, place.Path)
			assert.EqualError(t, err, place.Err.Error())
		})
	}
}

func TestDecodeWhatIsNoObject(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"nothing":    ``,
		"blanks":     " \n",
		"HTML":       `<html><body>502 Bad Gateway</body></html>`,
		"XML":        `<?xml version="1.0"?><Error><Code>A</Code></Error>`,
		"array":      `[{"RequestId":"R-1"}]`,
		"text":       `"RequestId"`,
		"number":     `200`,
		"null":       `null`,
		"true":       `true`,
		"plain text": `OK`,
		"zeros":      "\x00\x00",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, out := range []any{nil, new(types.DescribeUserDomainsResponse), new(map[string]any), new(jsontext.Value)} {
				err := wire.Decode([]byte(body), out)
				var place *wire.DecodeError
				require.ErrorAs(t, err, &place)
				assert.Empty(t, place.Path)
				require.EqualError(t, err, "body is not a JSON object")
			}
		})
	}
}

func TestDecodeIntoOtherTypes(t *testing.T) {
	t.Parallel()
	const body = `{"RequestId":"R-1","N":1234567890123456789}`
	require.NoError(t, wire.Decode([]byte(body), nil))
	require.Error(t, wire.Decode([]byte(`{"RequestId":`), nil), "what nobody wants is checked all the same")

	var raw jsontext.Value
	require.NoError(t, wire.Decode([]byte(body), &raw))
	assert.Equal(t, jsontext.Value(body), raw)

	var members map[string]jsontext.Value
	require.NoError(t, wire.Decode([]byte(body), &members))
	assert.Equal(t, "1234567890123456789", string(members["N"]))

	var own struct {
		RequestId string
		N         int64
	}
	require.NoError(t, wire.Decode([]byte(body), &own))
	assert.Equal(t, int64(1234567890123456789), own.N)

	err := wire.Decode([]byte(body), 5)
	var place *wire.DecodeError
	require.ErrorAs(t, err, &place, "a target that cannot be written to")
	assert.Empty(t, place.Path)
}

func TestDecodeErrorIsItsCause(t *testing.T) {
	t.Parallel()
	cause := errors.New("cause")
	require.EqualError(t, &wire.DecodeError{Path: "/A", Err: cause}, "cause")
}

func TestHasCode(t *testing.T) {
	t.Parallel()
	type code struct{ Code string }
	type embedded struct{ code }
	tests := []struct {
		name string
		out  any
		want bool
	}{
		{"field", new(code), true},
		{"number", new(struct{ Code int }), true},
		{"embedded", new(embedded), true},
		{"other field", new(struct{ Codes string }), false},
		{"response", new(types.DescribeUserDomainsResponse), false},
		{"response whose success has a code", new(types.SetCdnFullDomainsBlockIPResponse), false},
		{"error code of an element", new(types.DescribeDomainHttpCodeDataResponse), false},
		{"map", new(map[string]any), false},
		{"struct", code{}, false},
		{"raw", new(jsontext.Value), false},
		{"nil", nil, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, wire.HasCode(tt.out))
		})
	}
}

// FuzzDecode decodes any body; what decodes can be written, and read again.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"RequestId":"R-1","PageNumber":1,"TotalCount":"16","PageSize":5.0,"Domains":{"PageData":[{"DomainName":"example.com","GmtCreated":"2015-10-23T09:30:00Z"}]}}`,
		`{"Domains":{"PageData":{"DomainId":1234567890123456789,"Sources":{"Source":{"Port":"443","Priority":20}}}}}`,
		`{"HttpCodeData":{"UsageData":[{"TimeStamp":1445592600,"Value":{"CodeProportionData":[{"Proportion":"66.04","Code":200}]}}]},"DataInterval":"300"}`,
		`{"HttpCodeData":{"UsageData":{"Value":{"CodeProportionData":{"Proportion":"","Code":true}}}}}`,
		`{"HttpCodeData":{"A":{"B":{"TimeStamp":"2015-12-02 17:20"}}}}`, `{"Domains":""}`, `{"HttpCodeData":null}`, `{"domains":[{"sources":["x"]}]}`,
		"{\"RequestId\":\"\xff\"}", `{"RequestId":"\ud800"}`, `{"TotalCount":"x"}`, `{"TotalCount":1e2147483647}`, `{"RequestId":`, `{} {}`, `[]`, `<html>`, ``,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		decodeAgain[types.DescribeUserDomainsResponse](t, body)
		decodeAgain[types.DescribeDomainHttpCodeDataResponse](t, body)
	})
}

func decodeAgain[T any](t *testing.T, body []byte) {
	t.Helper()
	var got T
	if err := wire.Decode(body, &got); err != nil {
		var place *wire.DecodeError
		require.ErrorAs(t, err, &place)
		require.NotEmpty(t, err.Error())
		return
	}
	text, err := json.Marshal(got, jsontext.AllowInvalidUTF8(true))
	if err != nil {
		require.ErrorContains(t, err, "types.Time") // a time that RFC 3339 has no form for
		return
	}
	require.NoError(t, wire.Decode(text, new(T)))
}
