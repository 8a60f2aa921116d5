package wire_test

import (
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/wire"
	"github.com/alicdn/alicdn-go/types"
)

// assertBothWays proves that the body is read the usual way, and the same the
// other way.
func assertBothWays[T any](t *testing.T, body string) {
	t.Helper()
	var usual, other T
	_, ok := wire.DecodeUsual([]byte(body), &usual)
	assert.True(t, ok, body)
	require.NoError(t, wire.Decode([]byte(body), &other), body)
	assert.Equal(t, other, usual, body)
}

func TestDecodeUsual(t *testing.T) {
	t.Parallel()
	for _, body := range []string{
		`{}`,
		`{"RequestId":"R-1"}`,
		" \r\n\t\xef\xbb\xbf { \"RequestId\" : \"R-1\" , \"Domains\" : { \"PageData\" : [ { \"DomainName\" : \"a\" } , { } ] } } \n",
		`{"requestid":"R-1","PAGENUMBER":2,"page_size":"5","Total-Count":7.0}`,
		`{"RequestId":null,"PageNumber":null,"PageSize":"","TotalCount":true,"Domains":null}`,
		`{"RequestId":1,"Domains":[{"DomainName":-1.50e+3,"CdnType":true,"DomainStatus":false,"DomainId":1234567890123456789,"Description":0}]}`,
		`{"RequestId":"a\"b\\\/\u963f\ud83d\ude00","Domains":[{"DomainName":"\u0061","Description":"阿里云 😀","DomainId":"\u0031","GmtCreated":"2015-10-23T09:30:00\u005a"}]}`,
		`{"Domains":{"Any":[{"Sources":{"Source":[{"Content":"a"},{"Content":"b"}]}},{"Sources":[]},{"Sources":{}},{"Sources":""},{"Sources":null}]}}`,
		`{"RequestId":"R-0","RequestId":"R-1","Domains":[],"Domains":[{"DomainName":"a","DomainName":"b"}]}`,
		`{"New":{"Deep":[1,{"X":null}],"":"","\u65b0":-0.5e-7},"PageNumber":1,"New-er":[[],{},true,false]}`,
		`{"Domains":[{"CdnType":"web","New":1,"DomainName":"a"},{"DomainName":"b","CdnType":"web","New":2},{"New":3,"DomainName":"c"},{"DomainName":"d"}]}`,
		`{"Message":"success","HostId":"h","Codes":1,"Domains":[{"Code":"inner"}]}`,
		`{"Domains":[` + strings.Repeat(`{},`, 20) + strings.Repeat(`{"DomainName":"a","Sources":[{},{},{},{},{},{},{},{},{},{},{}]},`, 20) + `{}],"PageNumber":3}`,
	} {
		assertBothWays[types.DescribeUserDomainsResponse](t, body)
	}
	assertBothWays[types.DescribeCdnDomainLogsResponse](t, `{"DomainLogDetails":[{"PageInfos":""},{"PageInfos":null},{"PageInfos":{"PageNumber":"3"}}]}`)
	assertBothWays[types.DescribeCdnCertificateListResponse](t, `{"CertificateListModel":""}`)
	assertBothWays[types.DescribeCdnCertificateListResponse](t, `{"CertificateListModel":{"Count":1},"CertificateListModel":{"CertList":{"Cert":[{"CertName":"a"}]}}}`)
	assertBothWays[types.DescribeTagResourcesResponse](t, `{"TagResources":[{"Tag":[{"Key":"a","Value":1}],"ResourceId":"b"}]}`)
	assertBothWays[types.DescribeRefreshTasksResponse](t, `{"Tasks":{"CDNTask":[{"CreationTime":"2014-11-27T08:23:22Z","Process":"100%"}]}}`)
}

// What is out of the ordinary is left alone.
func TestDecodeUsualRefuses(t *testing.T) {
	t.Parallel()
	const deep = 1000
	for _, body := range []string{
		// no JSON object
		``, ` `, `null`, `[]`, `"x"`, `{`, `{"RequestId"`, `{"RequestId":`, `{"RequestId":"R-1"`, `{"RequestId":"R-1",`, `{"RequestId":"R-1",}`,
		`{"RequestId":"R-1"} x`, "{\"RequestId\":\"R-1\"}\x00", `{"RequestId" "R-1"}`, `{RequestId:"R-1"}`, `{"RequestId":'R-1'}`, `{"RequestId":"R-1}`,
		`{"RequestId":"R-1\`, `{"RequestId":"\x"}`, "{\"RequestId\":\"a\nb\"}", `{"RequestId":nul}`, `{"RequestId":01}`, `{"RequestId":1.}`, `{"RequestId":.5}`,
		`{"RequestId":-}`, `{"RequestId":1e}`, `{"RequestId":+1}`, `{"RequestId":NaN}`, `{"X":[1,]}`, `{"X":[1 2]}`, `{"X":{"A"}}`, `{"X":tru}`, `{"X":"a` + "\x01" + `"}`,
		`{"Domains":[}`, `{"Domains":[{}`, `{"Domains":[{},]}`, `{"Domains":{"A":[]`, `<html>`,
		// texts to be mended
		"{\"RequestId\":\"\xff\"}", `{"RequestId":"\ud800"}`, "{\"X\":\"\xff\"}", "{\"\xff\":1}",
		// names whose case is more than that of letters
		"{\"PageNumber\":1,\"\u0130d\":1}", "{\"\u65b0\":1}",
		// failures
		`{"Code":"ServiceBusy"}`, `{"RequestId":"R-1","code":"ServiceBusy"}`, `{"Code":0}`, `{"\u0043ode":1}`,
		// forms of few answers, and wrong ones
		`{"Domains":{"PageData":{"DomainName":"a"}}}`, `{"Domains":{"A":[{}],"B":[{}]}}`, `{"Domains":{"A":{"B":[]}}}`, `{"Domains":{"A":null}}`, `{"Domains":[null]}`,
		`{"Domains":[{"DomainName":"a"}],"Domains":[{"Cname":"c"}]}`, `{"Domains":[{}],"Domains":[]}`, `{"Domains":[{"Sources":[{}],"Sources":null}]}`,
		`{` + strings.Repeat(`"Domains":[{},{},{},{},{},{},{},{},{}],`, 10_000) + `"RequestId":"R-1"}`, // would take a minute
		`{"Domains":{"A":[{}],"TotalCount":1}}`, `{"Domains":"a"}`, `{"Domains":5}`, `{"Domains":["a"]}`, `{"RequestId":{}}`, `{"RequestId":["R-1"]}`,
		`{"PageNumber":"x"}`, `{"PageNumber":1.5}`, `{"PageNumber":{}}`, `{"Domains":[{"GmtCreated":"soon"}]}`,
		`{"X":` + strings.Repeat(`[`, deep) + strings.Repeat(`]`, deep) + `}`, `{"X":` + strings.Repeat(`{"X":`, deep) + `1` + strings.Repeat(`}`, deep) + `}`,
		`{"Domains":[` + strings.Repeat(`{},`, 1<<20) + `{}]}`,
	} {
		var got types.DescribeUserDomainsResponse
		_, ok := wire.DecodeUsual([]byte(body), &got)
		assert.False(t, ok, "%.100s", body)
		assert.Zero(t, got, "%.100s", body)
	}
	var block types.SetCdnFullDomainsBlockIPResponse
	_, ok := wire.DecodeUsual([]byte(`{"Code":0,"Message":"OK","RequestId":"R-1"}`), &block)
	assert.False(t, ok, "its code has to be looked at first")
	var certificates types.DescribeCdnCertificateListResponse
	for _, body := range []string{`{"CertificateListModel":"x"}`, `{"CertificateListModel":null}`, `{"CertificateListModel":[]}`} {
		_, ok := wire.DecodeUsual([]byte(body), &certificates)
		assert.False(t, ok, body)
	}
}

// Nothing but an empty response of package types is read the usual way.
func TestDecodeUsualTargets(t *testing.T) {
	t.Parallel()
	const body = `{"RequestId":"R-1","DomainName":"a"}`
	type own struct {
		types.Meta

		DomainName string `json:"DomainName"`
	}
	var none *types.DescribeDomainBpsDataResponse
	for _, out := range []any{
		nil, none,
		types.DescribeDomainBpsDataResponse{},
		new(own), new(types.PageData), new(types.Meta), new(types.Time), new(types.ID),
		new(map[string]any), new(jsontext.Value), new(any), 5,
	} {
		_, ok := wire.DecodeUsual([]byte(body), out)
		assert.False(t, ok, "%T", out)
	}
	full := types.DescribeDomainBpsDataResponse{IspNameEn: "alicom"}
	_, ok := wire.DecodeUsual([]byte(body), &full)
	assert.False(t, ok)
	assert.Equal(t, types.DescribeDomainBpsDataResponse{IspNameEn: "alicom"}, full)

	var empty types.DescribeDomainBpsDataResponse
	requestId, ok := wire.DecodeUsual([]byte(body), &empty)
	assert.True(t, ok)
	assert.Equal(t, "R-1", requestId)
	assert.Equal(t, types.DescribeDomainBpsDataResponse{Meta: types.Meta{RequestId: "R-1"}, DomainName: "a"}, empty)
}
