package cdntest_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/cdntest"
)

// What the reference documents for a parameter of an action is what comes
// back; for the rest, what the gateway says.
func TestParametersAreChecked(t *testing.T) {
	t.Parallel()
	tests := []struct {
		action, params string // name=value, separated by |
		code, message  string
	}{
		{"DescribeCdnDomainDetail", "", "MissingDomainName", "DomainName is mandatory for this action."},
		{"DescribeCdnDomainDetail", "DomainName= ", "MissingDomainName", "DomainName is mandatory for this action."},
		{"DescribeDomainsBySource", "", "MissingParameter", "The parameter Sources miss."},
		{
			"DeleteSpecificConfig", "DomainName=a.example.com", "MissingParameter",
			"The specified value of parameter ConfigId can not be empty.",
		},
		{
			"DeleteSpecificConfig", "ConfigId=1", "MissingParameter",
			"The specified value of parameter DomainName can not be empty.",
		},
		{
			"PushObjectCache", "", "MissingParameter",
			`The input parameter "ObjectPath" that is mandatory for processing this request is not supplied.`,
		},
		{"TagResources", "ResourceType=DOMAIN", "MissingResourceId", "ResourceId is mandatory for this action."},
		{"TagResources", "ResourceType=DOMAIN|ResourceId.1=a.example.com", "MissingTagKey", ""},
		{"TagResources", "ResourceType=DOMAIN|ResourceId.2=a.example.com", "InvalidParameter", ""},
		{"TagResources", "ResourceType=DOMAIN|ResourceId.0=a.example.com", "InvalidParameter", ""},
		{"TagResources", "ResourceType=DOMAIN|ResourceId.1=a|ResourceId.3=b", "InvalidParameter", ""},
		{"TagResources", "ResourceType=DOMAIN|ResourceId.1=a.example.com|Tag.-1.Key=a|Tag.2.Key=b", "InvalidParameter", ""},
		{"TagResources", "ResourceType=DOMAIN|ResourceId.1=a.example.com|Tag.01.Key=a|Tag.1.Key=b", "InvalidParameter", ""},
		{"TagResources", "ResourceType=DOMAIN|ResourceId.1=a.example.com|Tag.+1.Key=a", "InvalidParameter", ""},
		{"TagResources", "ResourceType=DOMAIN|ResourceId.1=a.example.com|Tag.one.Key=a", "InvalidParameter", ""},
		{
			"TagResources", "ResourceType=DOMAIN|ResourceId.1=a.example.com|Tag.1.Key=a|Tag.21.Value=b", "InvalidParameter",
			"The numbers N of Tag.N.Value have to run from 1 to at most 20.",
		},
		{"TagResources", "ResourceType=OTHER|ResourceId.1=a|Tag.1.Key=k", "InvalidParameter", ""},
		{
			"DescribeUserDomains", "PageSize=501", "InvalidPageSize.ValueNotSupported",
			"The specified value of parameter PageSize is not supported.",
		},
		{"DescribeUserDomains", "PageSize=0", "InvalidPageSize.ValueNotSupported", ""},
		{"DescribeUserDomains", "PageSize=ten", "InvalidPageSize.ValueNotSupported", ""},
		{"DescribeUserDomains", "PageNumber=100001", "InvalidPageNumber.ValueNotSupported", ""},
		{"DescribeUserDomains", "DomainSearchType=near", "InvalidDomainSearchType.ValueNotSupported", ""},
		{"DescribeUserDomains", "FuncFilter=maybe", "InvalidParameter", "The specified value of parameter FuncFilter is not valid."},
		{"DescribeUserDomains", "ChangeStartTime=yesterday", "InvalidParameter", ""},
		{"DescribeUserDomains", "ChangeStartTime=2019-05-20T08:00:00.5Z", "InvalidParameter", ""},
		{"DescribeUserDomains", "ChangeStartTime=2019-05-20T8:00Z", "InvalidParameter", ""},
		{"AddCdnDomain", "DomainName=a.example.com|CdnType=tape|Sources=[]", "InvalidCdnType.Malformed", ""},
		{"AddCdnDomain", "DomainName=a.example.com|CdnType=web|Sources=[", "InvalidSources.Malformed", ""},
		{"AddCdnDomain", "DomainName=a.example.com|CdnType=web|Sources=[]|Scope=moon", "InvalidScope.Malformed", ""},
		{"BatchSetCdnDomainConfig", "DomainNames=a.example.com|Functions=[", "InvalidFunctions.Malformed", ""},
		{"BatchStopCdnDomain", "DomainNames=,", "InvalidParameter", ""},
		{"SetDomainServerCertificate", "DomainName=a.example.com|CertType=own", "SetDomainServerCertificate.ParameterError", ""},
		{"DescribeDomainBpsData", "StartTime=2019-05-20", "InvalidStartTime.Malformed", ""},
		{"DescribeDomainBpsData", "EndTime=2019-05-20 10:00:00", "InvalidEndTime.Malformed", ""},
		{"DescribeDomainRealTimeBpsData", "DomainName=a.example.com|StartTime=now", "InvalidTime.Malformed", ""},
		{"DescribeDomainUsageData", "StartTime=now", "InvalidParameterStartTime", ""},
		{"OpenCdnService", "InternetChargeType=PayNothing", "InvalidInternetChargeType.ValueNotSupported", ""},
		{"ModifyCdnService", "InternetChargeType=PayNothing", "InvalidParameter", ""},
	}
	for _, test := range tests {
		t.Run(test.action+" "+test.params, func(t *testing.T) {
			t.Parallel()
			c := newCaller(t, cdntest.WithDomains("a.example.com"))
			var pairs []string
			for pair := range strings.SplitSeq(test.params, "|") {
				if name, value, ok := strings.Cut(pair, "="); ok {
					pairs = append(pairs, name, value)
				}
			}
			got := c.refused(http.StatusBadRequest, test.code, test.action, pairs...)
			if test.message != "" {
				assert.Equal(t, test.message, got.at("Message"))
			}
			assert.Zero(t, c.server.Applied(test.action))
		})
	}
}

func TestRepeatedParametersHaveALimit(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	pairs := []string{"ResourceType", "DOMAIN"}
	for i := range 51 {
		pairs = append(pairs, "ResourceId."+strconv.Itoa(i+1), "a.example.com")
	}
	c.refused(http.StatusBadRequest, "InvalidParameter", "DescribeTagResources", pairs...)
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "DescribeTagResources", pairs[:len(pairs)-2]...)
}

func TestAcceptedForms(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	c.ok("DescribeUserDomains", "ChangeStartTime", "2019-05-20T08:00Z", "ChangeEndTime", "2019-05-20T08:00:01Z")
	c.ok("DescribeUserDomains", "DomainSearchType", "FULL_MATCH", "DomainName", "a.example.com")
	c.ok("DescribeUserDomains", "PageSize", "500", "PageNumber", "100000")
}
