package types

import (
	"fmt"
	"log/slog"
	"strings"
)

// What holds a secret prints itself masked under every verb of package fmt and
// in logs, so that a request can be printed while it is debugged.

const mask = "***"

func masked(value string) string {
	if value == "" {
		return ""
	}
	return mask
}

// isSecretArg reports whether the value of a function's argument is secret:
// the keys of URL authentication are.
func isSecretArg(name string) bool { return strings.HasPrefix(name, "auth_key") }

// Format prints the request with its private key masked.
func (r SetDomainServerCertificateRequest) Format(f fmt.State, verb rune) {
	type plain SetDomainServerCertificateRequest
	r.PrivateKey = masked(r.PrivateKey)
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(r))
}

// LogValue logs the request with its private key masked.
func (r SetDomainServerCertificateRequest) LogValue() slog.Value { return printed(r) }

// Format prints the argument, the keys of URL authentication masked.
func (a FunctionArg) Format(f fmt.State, verb rune) {
	type plain FunctionArg
	if isSecretArg(a.ArgName) {
		a.ArgValue = masked(a.ArgValue)
	}
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(a))
}

// LogValue logs the request, the keys of URL authentication masked.
func (r BatchSetCdnDomainConfigRequest) LogValue() slog.Value { return printed(r) }

// Format prints the argument, the keys of URL authentication masked.
func (a DomainConfigFunctionArg) Format(f fmt.State, verb rune) {
	type plain DomainConfigFunctionArg
	if isSecretArg(a.ArgName) {
		a.ArgValue = masked(a.ArgValue)
	}
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(a))
}

// LogValue logs the answer, the keys of URL authentication masked.
func (r DescribeCdnDomainConfigsResponse) LogValue() slog.Value { return printed(r) }

// Format prints the names of the headers and masks their values, which may be
// cookies or tokens.
func (h Headers) Format(f fmt.State, verb rune) {
	hidden := make(map[string]string, len(h))
	for name, value := range h {
		hidden[name] = masked(value)
	}
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), hidden)
}

// LogValue logs the request with the values of its headers masked.
func (r PushObjectCacheRequest) LogValue() slog.Value { return printed(r) }

func printed(v any) slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }
