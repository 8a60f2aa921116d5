package secret_test

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/internal/secret"
)

const authKeys = `[{"functionName":"aliauth","functionArgs":[{"argName":"auth_key1","argValue":"k1"}]}]`

func TestIs(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, value string
		want        bool
	}{
		{"AccessKeySecret", "x", true},
		{"SecurityToken", "x", true},
		{"Signature", "x", true},
		{"PrivateKey", "x", true},
		{"Functions", authKeys, true},
		{"Functions", `[{"functionName":"aliauth","functionArgs":[{"argName":"auth_key2","argValue":"k2"}]}]`, true},

		{"AccessKeySecret", "", false},
		{"SecurityToken", "", false},
		{"Signature", "", false},
		{"PrivateKey", "", false},
		{"Functions", "", false},
		{"Functions", `[{"functionName":"gzip","functionArgs":[{"argName":"enable","argValue":"on"}]}]`, false},
		{"AccessKeyId", "x", false},
		{"SignatureNonce", "x", false},
		{"SignatureMethod", "HMAC-SHA1", false},
		{"ServerCertificate", "x", false},
		{"DomainName", "auth_key1.example.com", false},
		{"", "x", false},
	}
	for _, tt := range tests {
		t.Run(tt.name+" "+tt.value, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, secret.Is(tt.name, tt.value))
		})
	}
}

func TestIn(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		values url.Values
		want   bool
	}{
		{"nothing", nil, false},
		{"private key", url.Values{"DomainName": {"example.com"}, "PrivateKey": {"x"}}, true},
		{"private key empty", url.Values{"PrivateKey": {""}}, false},
		{"private key without a value", url.Values{"PrivateKey": {}}, false},
		{"keys of URL authentication", url.Values{"Functions": {authKeys}}, true},
		{"other functions", url.Values{"Functions": {`[{"functionName":"gzip","functionArgs":[]}]`}}, false},
		{"the signature", url.Values{"Signature": {"x"}, "SecurityToken": {"x"}, "AccessKeySecret": {"x"}}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, secret.In(tt.values))
		})
	}
}

func TestMaskParams(t *testing.T) {
	t.Parallel()
	values := url.Values{
		"DomainName":    {"example.com"},
		"PrivateKey":    {"x", "", "y"},
		"Signature":     {"x"},
		"SecurityToken": {"x"},
		"AccessKeyId":   {"id"},
		"Functions":     {authKeys},
	}
	assert.Equal(t, url.Values{
		"DomainName":    {"example.com"},
		"PrivateKey":    {"***", "", "***"},
		"Signature":     {"***"},
		"SecurityToken": {"***"},
		"AccessKeyId":   {"id"},
		"Functions":     {"***"},
	}, secret.MaskParams(values))
	assert.Equal(t, []string{"x", "", "y"}, values["PrivateKey"], "the parameters themselves stay")
	assert.Equal(t, []string{authKeys}, values["Functions"])
	assert.Empty(t, secret.MaskParams(nil))
}
