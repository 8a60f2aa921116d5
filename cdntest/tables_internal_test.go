package cdntest

import (
	"maps"
	"net/url"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestEveryActionHasAHandler(t *testing.T) {
	t.Parallel()
	known := slices.Sorted(maps.Keys(actions))
	assert.Len(t, known, 83)
	assert.Equal(t, known, slices.Sorted(maps.Keys(handlers)))
}

func TestTheTablesUseKnownFormats(t *testing.T) {
	t.Parallel()
	unchecked := []string{"string", "enum", "bool-like", "lines", "repeat"}
	for action, spec := range actions {
		for _, param := range spec.Params {
			if formats[param.Format] == nil {
				assert.Contains(t, unchecked, param.Format, "%s %s", action, param.Name)
			}
			if param.Format == "repeat" {
				require.NotNil(t, param.Max, "%s %s", action, param.Name)
			}
			if param.Default != "" {
				assert.True(t, param.accepts(action, param.Default), "%s %s", action, param.Name)
			}
		}
	}
	for code, entries := range documentedErrors {
		require.NotEmpty(t, entries, code)
		for _, entry := range entries {
			assert.GreaterOrEqual(t, entry.Status, 400, code)
			assert.NotEmpty(t, entry.Message, code)
			for _, action := range entry.Actions {
				assert.Contains(t, actions, action)
			}
		}
	}
}

func TestDocumentedFaults(t *testing.T) {
	t.Parallel()
	tests := []struct {
		action string
		code   types.ErrorCode
		want   fault
	}{
		{"StopCdnDomain", types.ServiceBusy, fault{403, types.ServiceBusy, "The specified Domain is configuring, please retry later."}},
		{"PushObjectCache", types.InvalidDomainOffline, fault{404, types.InvalidDomainOffline, "The domain provided is offline."}},
		{
			"SetDomainServerCertificate", types.InvalidDomainOffline,
			fault{400, types.InvalidDomainOffline, "The domain provided is offline."},
		},
		{"StopCdnDomain", "Never.Heard", fault{400, "Never.Heard", "Never.Heard"}},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, *documentedFault(test.action, test.code))
	}
	named := documentedFault("BatchSetCdnDomainConfig", types.InvalidFunctionNameValueNotSupported, "gzipp")
	assert.Equal(t, "FunctionName gzipp is not supported.", named.message)
}

// The two vectors of the reference: its example as it should be, and the
// request that its printed signature belongs to.
func TestSignatureVectors(t *testing.T) {
	t.Parallel()
	vector := func(timestamp, version string) url.Values {
		return url.Values{
			"SignatureVersion": {"1.0"}, "Format": {"JSON"}, "Timestamp": {timestamp}, "AccessKeyId": {"testid"},
			"SignatureMethod": {"HMAC-SHA1"}, "Version": {version}, "Action": {"DescribeCdnService"},
			"SignatureNonce": {"9b7a44b0-3be1-11e5-8c73-08002700c460"}, "Signature": {"is left out"},
		}
	}
	assert.Equal(t, "Xe3QaF2/GALznCpHTrJLrlh9l9Y=", signature("GET", "testsecret", vector("2018-05-10T02:19:46Z", "2018-05-10")))
	assert.Equal(t, "KkkQOf0ymKf4yVZLggy6kYiwgFs=", signature("GET", "testsecret", vector("2015-08-06T02:19:46Z", "2014-11-11")))
}

func TestPercentEncode(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "AZaz09-_.~", percentEncode("AZaz09-_.~"))
	assert.Equal(t, "%20%2B%2A%22%25%2F%0A%C3%BC", percentEncode(" +*\"%/\nü"))
}

func TestNumbersAreLong(t *testing.T) {
	t.Parallel()
	s := &state{}
	first, second := s.newID(), s.newID()
	assert.Greater(t, first, int64(1e14))
	assert.NotEqual(t, first+1, second)
}
