package types

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
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

// withoutKey masks the text of a certificate that is followed by its private key,
// as some files have it.
func withoutKey(text string) string {
	if strings.Contains(text, "PRIVATE KEY-----") {
		return mask
	}
	return text
}

// SecretArg reports whether the value of an argument of a function is secret
// and not to be printed: the keys of URL authentication, the values of headers
// of requests to the origin, and what the service adds under the names of
// keys.
func SecretArg(function FunctionName, argName string) bool {
	return strings.HasPrefix(argName, "auth_key") || argName == "pkey" || argName == "dkey" ||
		function == FunctionSetReqHeader && argName != "key"
}

// Format prints the request with its private key masked.
func (r SetDomainServerCertificateRequest) Format(f fmt.State, verb rune) {
	type plain SetDomainServerCertificateRequest
	r.PrivateKey, r.ServerCertificate = masked(r.PrivateKey), withoutKey(r.ServerCertificate)
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(r))
}

// LogValue logs the request with its private key masked.
func (r SetDomainServerCertificateRequest) LogValue() slog.Value { return printed(r) }

// Format prints the request with its private key masked.
func (r SetCdnDomainSSLCertificateRequest) Format(f fmt.State, verb rune) {
	type plain SetCdnDomainSSLCertificateRequest
	r.SSLPri, r.SSLPub = masked(r.SSLPri), withoutKey(r.SSLPub)
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(r))
}

// LogValue logs the request with its private key masked.
func (r SetCdnDomainSSLCertificateRequest) LogValue() slog.Value { return printed(r) }

// Format prints the answer with its key masked.
func (r DescribeCdnCertificateDetailResponse) Format(f fmt.State, verb rune) {
	type plain DescribeCdnCertificateDetailResponse
	r.Key = masked(r.Key)
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(r))
}

// LogValue logs the answer with its key masked.
func (r DescribeCdnCertificateDetailResponse) LogValue() slog.Value { return printed(r) }

// Format prints the answer with its key masked.
func (r DescribeCdnCertificateDetailByIdResponse) Format(f fmt.State, verb rune) {
	type plain DescribeCdnCertificateDetailByIdResponse
	r.Key = masked(r.Key)
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(r))
}

// LogValue logs the answer with its key masked.
func (r DescribeCdnCertificateDetailByIdResponse) LogValue() slog.Value { return printed(r) }

// Format prints the request with the value of the header masked.
func (r SetReqHeaderConfigRequest) Format(f fmt.State, verb rune) {
	type plain SetReqHeaderConfigRequest
	r.Value = masked(r.Value)
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(r))
}

// LogValue logs the request with the value of the header masked.
func (r SetReqHeaderConfigRequest) LogValue() slog.Value { return printed(r) }

// Format prints the certificate with its private key masked.
func (c Certificate) Format(f fmt.State, verb rune) {
	type plain Certificate
	c.PrivateKey, c.ServerCertificate = masked(c.PrivateKey), withoutKey(c.ServerCertificate)
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(c))
}

// LogValue logs the certificate with its private key masked.
func (c Certificate) LogValue() slog.Value { return printed(c) }

// MarshalJSON encodes the certificate with its private key masked.
func (c Certificate) MarshalJSON() ([]byte, error) {
	type plain Certificate
	c.PrivateKey, c.ServerCertificate = masked(c.PrivateKey), withoutKey(c.ServerCertificate)
	return json.Marshal(plain(c))
}

// LogValue logs the request, secret arguments masked.
func (r BatchSetCdnDomainConfigRequest) LogValue() slog.Value { return printed(r) }

// LogValue logs the request, secret arguments masked.
func (r SetCdnDomainStagingConfigRequest) LogValue() slog.Value { return printed(r) }

// LogValue logs the functions, secret arguments masked.
func (f Functions) LogValue() slog.Value { return printed(f) }

// Format prints the function, secret arguments masked.
func (f Function) Format(s fmt.State, verb rune) {
	type plain Function
	f.FunctionArgs = maskedArgs(f.FunctionName, f.FunctionArgs)
	_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), plain(f))
}

// maskedArgs returns a copy of the arguments of a function with those masked
// that are secret.
func maskedArgs(function FunctionName, args []FunctionArg) []FunctionArg {
	args = slices.Clone(args)
	for i := range args {
		if SecretArg(function, args[i].ArgName) {
			args[i].ArgValue = masked(args[i].ArgValue)
		}
	}
	return args
}

// LogValue logs the function, secret arguments masked.
func (f Function) LogValue() slog.Value { return printed(f) }

// Format prints the argument, masked if it is secret.
func (a FunctionArg) Format(s fmt.State, verb rune) {
	type plain FunctionArg
	if SecretArg("", a.ArgName) {
		a.ArgValue = masked(a.ArgValue)
	}
	_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), plain(a))
}

// LogValue logs the argument, masked if it is secret.
func (a FunctionArg) LogValue() slog.Value { return printed(a) }

// LogValue logs the answer, secret arguments masked.
func (r DescribeCdnDomainConfigsResponse) LogValue() slog.Value { return printed(r) }

// LogValue logs the answer, secret arguments masked.
func (r DescribeCdnDomainStagingConfigResponse) LogValue() slog.Value { return printed(r) }

// Format prints the record, secret arguments masked.
func (c DomainConfig) Format(s fmt.State, verb rune) {
	type plain DomainConfig
	c.FunctionArgs = slices.Clone(c.FunctionArgs)
	for i, arg := range c.FunctionArgs {
		if SecretArg(c.FunctionName, arg.ArgName) {
			c.FunctionArgs[i].ArgValue = masked(arg.ArgValue)
		}
	}
	_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), plain(c))
}

// LogValue logs the record, secret arguments masked.
func (c DomainConfig) LogValue() slog.Value { return printed(c) }

// Format prints the argument, masked if it is secret.
func (a DomainConfigFunctionArg) Format(s fmt.State, verb rune) {
	type plain DomainConfigFunctionArg
	if SecretArg("", a.ArgName) {
		a.ArgValue = masked(a.ArgValue)
	}
	_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), plain(a))
}

// LogValue logs the argument, masked if it is secret.
func (a DomainConfigFunctionArg) LogValue() slog.Value { return printed(a) }

// LogValue logs the configurations, secret arguments masked.
func (c Configs) LogValue() slog.Value { return printed(c) }

// Format prints the configuration with its keys masked.
func (a Aliauth) Format(s fmt.State, verb rune) {
	type plain Aliauth
	a.AuthKey1, a.AuthKey2 = masked(a.AuthKey1), masked(a.AuthKey2)
	_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), plain(a))
}

// LogValue logs the configuration with its keys masked.
func (a Aliauth) LogValue() slog.Value { return printed(a) }

// Format prints the configuration with the value of the header masked.
func (h SetReqHeader) Format(s fmt.State, verb rune) {
	type plain SetReqHeader
	h.Value = masked(h.Value)
	for _, args := range []*[]FunctionArg{&h.Args, &h.Added, &h.Read} {
		*args = maskedArgs(FunctionSetReqHeader, *args)
	}
	_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), plain(h))
}

// LogValue logs the configuration with the value of the header masked.
func (h SetReqHeader) LogValue() slog.Value { return printed(h) }

// LogValue logs the change as String describes it, without secrets.
func (c DomainConfigChange) LogValue() slog.Value { return slog.StringValue(c.String()) }

// LogValue logs the changes as String describes them, without secrets.
func (c DomainConfigChanges) LogValue() slog.Value { return slog.StringValue(c.String()) }

// LogValue logs the domain as String describes it, without secrets.
func (a AppliedDomainConfigs) LogValue() slog.Value { return slog.StringValue(a.String()) }

// Format prints the names of the headers and masks their values, which may be
// cookies or tokens.
func (h Headers) Format(s fmt.State, verb rune) {
	hidden := make(map[string]string, len(h))
	for name, value := range h {
		hidden[name] = masked(value)
	}
	_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), hidden)
}

// LogValue logs the headers, their values masked.
func (h Headers) LogValue() slog.Value { return printed(h) }

// LogValue logs the request with the values of its headers masked.
func (r PushObjectCacheRequest) LogValue() slog.Value { return printed(r) }

// Format prints the answer without the address of the list, which is signed.
func (r DescribeCdnFullDomainsBlockIPConfigResponse) Format(f fmt.State, verb rune) {
	type plain DescribeCdnFullDomainsBlockIPConfigResponse
	if strings.ContainsAny(r.Message, "/?=") { // with a scheme or without
		r.Message = mask
	}
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(r))
}

// LogValue logs the answer without the address of the list.
func (r DescribeCdnFullDomainsBlockIPConfigResponse) LogValue() slog.Value { return printed(r) }

// Format prints the mail with its addresses masked.
func (e DeliverEmail) Format(f fmt.State, verb rune) {
	type plain DeliverEmail
	e.To, e.Copy = maskedAll(e.To), maskedAll(e.Copy)
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), plain(e))
}

// LogValue logs the mail with its addresses masked.
func (e DeliverEmail) LogValue() slog.Value { return printed(e) }

// LogValue logs how reports are sent, without the addresses.
func (d Deliver) LogValue() slog.Value { return printed(d) }

func maskedAll(values List[string]) List[string] {
	hidden := make(List[string], len(values))
	for i, value := range values {
		hidden[i] = masked(value)
	}
	return hidden
}

// LogValue logs the request without the addresses of the receivers.
func (r CreateCdnDeliverTaskRequest) LogValue() slog.Value { return printed(r) }

// LogValue logs the request without the addresses of the receivers.
func (r UpdateCdnDeliverTaskRequest) LogValue() slog.Value { return printed(r) }

// LogValue logs the answer without the addresses of the receivers.
func (r DescribeCdnDeliverListResponse) LogValue() slog.Value { return printed(r) }

// LogValue logs the task without the addresses of the receivers.
func (t DeliverTask) LogValue() slog.Value { return printed(t) }

func printed(v any) slog.Value { return slog.StringValue(fmt.Sprintf("%+v", v)) }
