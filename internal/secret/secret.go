// Package secret lists what must never be printed, put into a URL that can be
// avoided, or recorded.
package secret

import (
	"net/url"
	"slices"
	"strings"
)

// Mask stands in place of a secret.
const Mask = "***"

// signing are the parameters of the signature whose values are secret. They
// are in every request, wherever its parameters travel.
var signing = map[string]bool{
	"AccessKeySecret": true,
	"SecurityToken":   true,
	"Signature":       true,
}

// embedded are the parameters whose values are secret when they contain one of
// the texts: a private key always is, so are the headers of a preload, which
// may hold a cookie or an authorization, and the mail addresses that reports
// are sent to; a JSON of domain functions is when it has an argument that
// types.SecretArg knows.
var embedded = []struct {
	name  string
	texts []string
}{
	{"PrivateKey", []string{""}},
	{"SSLPri", []string{""}},
	{"WithHeader", []string{""}},
	{"Value", []string{""}}, // of a header to the origin
	{deliver, []string{""}},
	{"Functions", []string{"auth_key", "set_req_header", `"pkey"`, `"dkey"`}},
}

const pemKey = "PRIVATE KEY-----"

// Is reports whether the value of a parameter is secret.
func Is(name, value string) bool {
	return value != "" && (signing[name] || isEmbedded(name, value))
}

// OfCaller reports whether the value of a parameter is a secret of the caller,
// so that it belongs into a form body. Those of the signature are not.
func OfCaller(name, value string) bool { return value != "" && isEmbedded(name, value) }

// MaskParams returns a copy of values that may be printed.
func MaskParams(values url.Values) url.Values {
	masked := make(url.Values, len(values))
	for name, list := range values {
		for _, value := range list {
			if Is(name, value) {
				value = Mask
			}
			masked.Add(name, value)
		}
	}
	return masked
}

func isEmbedded(name, value string) bool {
	if strings.Contains(value, pemKey) {
		return true // in a parameter that the SDK does not know
	}
	for _, parameter := range embedded {
		if parameter.name == name && value != "" {
			return slices.ContainsFunc(parameter.texts, func(text string) bool { return strings.Contains(value, text) })
		}
	}
	return false
}
