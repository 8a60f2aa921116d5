package types_test

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/wire"
	"github.com/alicdn/alicdn-go/types"
)

func TestBase64PEM(t *testing.T) {
	t.Parallel()
	for text, want := range map[types.Base64PEM]string{
		"-----BEGIN CERTIFICATE-----\nMII+/=\n": "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSSsvPQo=",
		"LS0tLS1CRUdJTg==":                      "LS0tLS1CRUdJTg==",
		"":                                      "",
	} {
		values := url.Values{}
		require.NoError(t, text.EncodeValues("SSLPub", &values))
		assert.Equal(t, url.Values{"SSLPub": {want}}, values)
	}
}

func TestNameList(t *testing.T) {
	t.Parallel()
	for text, want := range map[types.NameList][]string{
		"":                                  nil,
		"[]":                                {},
		" , ":                               nil,
		"example.com":                       {"example.com"},
		"*.example.com, .example.org":       {"*.example.com", ".example.org"},
		`["a.example.com","b.example.com"]`: {"a.example.com", "b.example.com"},
	} {
		assert.Equal(t, want, text.Names(), string(text))
	}
}

// A list of names is read as a text, in which it may be an array, and as an array.
func TestNameListInAnyForm(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		`"a.example.com,b.example.com"`:            {"a.example.com", "b.example.com"},
		`"[\"a.example.com\", \"b.example.com\"]"`: {"a.example.com", "b.example.com"},
		`["a.example.com", "b.example.com"]`:       {"a.example.com", "b.example.com"},
		`[]`:                                       {},
		`""`:                                       nil,
		`null`:                                     nil,
	} {
		var found types.DescribeCdnDomainByCertificateResponse
		require.NoError(t, wire.Decode([]byte(`{"CertInfos":{"CertInfo":[{"CertType":"RSA","DomainList":`+text+`}]}}`), &found), text)
		require.Len(t, found.CertInfos, 1)
		assert.Equal(t, want, found.CertInfos[0].DomainList.Names(), text)
	}
}
