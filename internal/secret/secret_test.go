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
		{"Functions", `[{"functionName":"x","functionArgs":[{"argName":"pkey","argValue":"k"}]}]`, true},
		{"Functions", "", false},
		{"Functions", `[{"functionName":"gzip","functionArgs":[{"argName":"enable","argValue":"on"}]}]`, false},
		{"Deliver", `{"email":{"to":["a@example.com"]}}`, true},
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

func TestOfCaller(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, value string
		want        bool
	}{
		{"DomainName", "example.com", false},
		{"PrivateKey", "x", true},
		{"PrivateKey", "", false},
		{"Functions", authKeys, true},
		{"Functions", `[{"functionName":"gzip","functionArgs":[]}]`, false},
		{"Signature", "x", false},
		{"SecurityToken", "x", false},
		{"AccessKeySecret", "x", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, secret.OfCaller(tt.name, tt.value))
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
