package alicdn_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"os"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/internal/action"
	"github.com/alicdn/alicdn-go/types"
)

// TestCanary makes every action fail with a secret in every place that is for
// secrets, and looks for the secrets in all that comes out. Actions with
// secrets of their own fail in every way, the others in every other one.
func TestCanary(t *testing.T) { //nolint:tparallel // a group returns when its parallel subtests have
	t.Parallel()
	const (
		share = 2 // of the failures
		more  = 4 // of the calls have further parameters with secrets
	)
	failures := slices.Concat(answers, transports, callers)
	all := &tally{failures: len(failures)}
	t.Run("actions", func(t *testing.T) {
		for i, name := range slices.Sorted(maps.Keys(plantedRequests())) {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				o := newOutput()
				known, _ := action.Lookup(name)
				for j, f := range failures {
					if bearsSecrets[name] || (i+j)%share == 0 {
						all.take(f.check(t, o, name, known.Method != action.GetOnly && (i+j)%more == 0))
					}
				}
			})
		}
	})
	all.log(t)
}

// bearsSecrets are the actions that send secrets and those that answer with
// them.
var bearsSecrets = map[string]bool{
	"SetDomainServerCertificate": true, "BatchSetCdnDomainConfig": true, "PushObjectCache": true, "DescribeCdnDomainConfigs": true,
	"SetCdnDomainSSLCertificate": true, "SetReqHeaderConfig": true,
	"DescribeCdnDomainLogs": true, "DescribeUserUsageDataExportTask": true, "DescribeUserUsageDetailDataExportTask": true,
}

// check plays a failure and holds what comes out against what may.
func (f failure) check(t *testing.T, o *output, name string, planted bool) *performance {
	t.Helper()
	p := f.play(t, o, name, planted)
	assert.Empty(t, p.leaks(p.transport.signatures()...), "%s: %s", name, f.name)
	assert.Empty(t, p.travels(), "%s: %s", name, f.name)
	assert.Equal(t, f.name != success, p.failed(), "%s: %s fails", name, f.name)
	if f.kind != nil {
		assert.ErrorIs(t, p.err, f.kind, "%s: %s", name, f.name)
	}
	return p
}

const success = "success"

// say answers with a body.
func say(status int, contentType string, body func(arrived) string) func(*stage) {
	return func(s *stage) {
		s.answer = func(a arrived) (*http.Response, error) { return response(status, contentType, body(a)), nil }
	}
}

func response(status int, contentType, body string) *http.Response {
	return &http.Response{
		StatusCode: status,
		Header:     http.Header{"Content-Type": {contentType}, "Date": {time.Now().Add(2 * time.Hour).UTC().Format(http.TimeFormat)}},
		Body:       io.NopCloser(strings.NewReader(body)),
	}
}

const (
	inJSON = "application/json"
	inXML  = "text/xml"
	inHTML = "text/html"
	asText = "text/plain"
)

// repeat lets a call be tried twice, with a wait between.
func repeat(wait time.Duration) alicdn.Option {
	return alicdn.WithRetry(alicdn.RetryPolicy{MaxAttempts: 2, BaseDelay: wait, MaxDelay: wait})
}

// refuse answers with an error whose message repeats the request as the
// service does.
func refuse(status int, code string) func(*stage) {
	return say(status, inJSON, func(a arrived) string {
		return `{"RequestId":"R","HostId":"cdn.aliyuncs.com","Code":"` + code + `","Message":"refuses ` + a.encoded() + `"}`
	})
}

// answers are what the service and what stands before it may say.
var answers = []failure{
	{success, say(200, inJSON, func(arrived) string { return `{"RequestId":"R"}` }), nil},
	{"throttled", refuse(400, "Throttling.User"), alicdn.ErrThrottled},
	{"busy", refuse(403, "ServiceBusy"), alicdn.ErrBusy},
	{"not found", refuse(404, "InvalidDomain.NotFound"), alicdn.ErrNotFound},
	{"forbidden", refuse(403, "Forbidden.RAM"), alicdn.ErrForbidden},
	{"invalid", refuse(400, "InvalidParameter"), alicdn.ErrInvalid},
	{"conflict", refuse(400, "DomainAlreadyExist"), alicdn.ErrConflict},
	{"quota", refuse(400, "QuotaExceeded.Refresh"), alicdn.ErrQuota},
	{"unavailable", refuse(500, "InternalError"), alicdn.ErrUnavailable},
	{"signature", refuse(400, "IncompleteSignature"), alicdn.ErrSignature},
	{"no kind", refuse(418, "SomethingElse"), nil},
	{"clock", refuse(400, "InvalidTimeStamp.Expired"), alicdn.ErrSignature},
	{"token expired", refuse(400, "InvalidSecurityToken.Expired"), alicdn.ErrSignature},
	{"throttled twice", func(s *stage) {
		s.options = append(s.options, repeat(1))
		refuse(503, "Throttling")(s)
	}, alicdn.ErrThrottled},
	{"error under 200", refuse(200, "OperationDenied"), alicdn.ErrForbidden},
	{"string to sign", say(400, inJSON, func(a arrived) string {
		return `{"Code":"SignatureDoesNotMatch","Message":"Specified signature is not matched with our calculation. server string to sign is:` + a.stringToSign() + `"}`
	}), alicdn.ErrSignature},
	{"string to sign in XML", say(400, inXML, func(a arrived) string {
		return "<Error><Code>SignatureDoesNotMatch</Code><Message>server string to sign is:" + html.EscapeString(a.stringToSign()) + "</Message></Error>"
	}), alicdn.ErrSignature},
	{"lower-case keys", say(400, inJSON, func(a arrived) string {
		return `{"code":"X","message":` + jsonText(a.whole()) + `}`
	}), alicdn.ErrInvalid},
	{"message that is an object", say(500, inJSON, func(a arrived) string {
		return `{"Message":{"url":` + jsonText(a.whole()) + `}}`
	}), alicdn.ErrUnavailable},
	{"text", say(429, asText, func(a arrived) string { return a.whole() + a.plain() }), alicdn.ErrThrottled},
	{"secrets cut in the middle", say(400, inJSON, func(a arrived) string {
		var pieces strings.Builder
		for _, secret := range a.secrets() {
			half := len(secret) / 2
			fmt.Fprintf(&pieces, "value %s... or ...%s is wrong; ", secret[:half], secret[half:])
		}
		return `{"Code":"InvalidParameter","Message":` + jsonText(pieces.String()) + `}`
	}), alicdn.ErrInvalid},
	{"secrets in another spelling of JSON", say(400, inJSON, func(a arrived) string {
		var document strings.Builder
		for _, secret := range a.secrets() {
			fmt.Fprintf(&document, `[ { "argValue" : "%s" } ] `, escapeAll(secret))
		}
		return `{"Code":"InvalidParameter","Message":` + jsonText(document.String()) + `}`
	}), alicdn.ErrInvalid},
	{"a secret where the body is cut", say(400, asText, func(a arrived) string {
		const kept, rest = 64 << 10, 20
		secrets := strings.Join(a.secrets(), "")
		return strings.Repeat(" ", kept-rest) + secrets
	}), alicdn.ErrInvalid},
	{"nothing", say(503, asText, func(arrived) string { return "" }), alicdn.ErrUnavailable},
	{"HTML of a gateway", say(502, inHTML, func(a arrived) string {
		return "<html><title>502</title><p>URL: " + html.EscapeString(a.whole()) + "</p></html>"
	}), alicdn.ErrUnavailable},
	{"HTML under 200", say(200, inHTML, func(arrived) string { return "<html>blocked</html>" }), nil},
	{"redirect", func(s *stage) {
		s.answer = func(a arrived) (*http.Response, error) {
			to := "https://login.example.com/?from=" + percent("https://cdn.example.test/?"+a.encoded())
			r := response(302, inHTML, `<a href="`+html.EscapeString(to)+`">Found</a>.`)
			r.Header.Set("Location", to)
			return r, nil
		}
	}, nil},
	{"a broken answer under a name that repeats the request", say(200, inJSON, func(a arrived) string {
		return `{"RequestId":` + jsonText(a.whole()) + `,` + jsonText(a.plain()) + `:[}`
	}), nil},
	{"something behind a success", say(200, inJSON, func(arrived) string { return `{"RequestId":"R"}{}` }), nil},
}

// fail does not answer.
func fail(err func(arrived) error) func(*stage) {
	return func(s *stage) {
		s.answer = func(a arrived) (*http.Response, error) { return nil, err(a) }
	}
}

func failWith(err error) func(*stage) { return fail(func(arrived) error { return err }) }

// failingBody is a body that breaks off.
type failingBody struct {
	text io.Reader
	err  func() error
}

func (b failingBody) Read(p []byte) (int, error) {
	if n, _ := b.text.Read(p); n > 0 {
		return n, nil
	}
	return 0, b.err()
}

func (failingBody) Close() error { return nil }

// breakOff answers with half of a body.
func breakOff(err func(*stage, arrived) error) func(*stage) {
	return func(s *stage) {
		s.answer = func(a arrived) (*http.Response, error) {
			r := response(200, inJSON, "")
			r.Body = failingBody{strings.NewReader(`{"RequestId":"R","Message":"` + a.whole()), func() error { return err(s, a) }}
			return r, nil
		}
	}
}

// transports are what may happen on the way.
var transports = []failure{
	{"connection refused", failWith(&net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}), syscall.ECONNREFUSED},
	{"connection reset", failWith(&net.OpError{Op: "read", Net: "tcp", Err: os.NewSyscallError("read", syscall.ECONNRESET)}), syscall.ECONNRESET},
	{"no such host", failWith(&net.DNSError{Err: "no such host", Name: "cdn.example.test", IsNotFound: true}), nil},
	{"DNS timeout", failWith(&net.OpError{Op: "dial", Net: "tcp", Err: &net.DNSError{Err: "i/o timeout", Name: "cdn.example.test", IsTimeout: true}}), nil},
	{"unknown authority", failWith(&tls.CertificateVerificationError{Err: x509.UnknownAuthorityError{}}), nil},
	{"wrong host name", failWith(x509.HostnameError{Certificate: &x509.Certificate{}, Host: "cdn.example.test"}), nil},
	{"TLS record", failWith(tls.RecordHeaderError{Msg: "first record does not look like a TLS handshake"}), nil},
	{"TLS alert", failWith(tls.AlertError(40)), nil},
	{"proxy", failWith(&net.OpError{Op: "proxyconnect", Net: "tcp", Err: errors.New("proxy authentication required")}), nil},
	{"unexpected end", failWith(io.ErrUnexpectedEOF), io.ErrUnexpectedEOF},
	{"deadline of the transport", failWith(os.ErrDeadlineExceeded), os.ErrDeadlineExceeded},
	{"error of net/http", fail(func(a arrived) error {
		return &url.Error{Op: "Get", URL: a.whole(), Err: io.ErrUnexpectedEOF}
	}), io.ErrUnexpectedEOF},
	{"truncated", breakOff(func(*stage, arrived) error { return io.ErrUnexpectedEOF }), io.ErrUnexpectedEOF},
	{"reset in the body", breakOff(func(*stage, arrived) error {
		return &net.OpError{Op: "read", Net: "tcp", Err: os.NewSyscallError("read", syscall.ECONNRESET)}
	}), syscall.ECONNRESET},
	{"timeout of the attempt", func(s *stage) {
		s.options = append(s.options, alicdn.WithTimeout(1))
		fail(func(a arrived) error { <-a.Context().Done(); return a.Context().Err() })(s)
	}, context.DeadlineExceeded},
	{"timeout in the body", func(s *stage) {
		s.options = append(s.options, alicdn.WithTimeout(time.Millisecond))
		s.answer = func(a arrived) (*http.Response, error) {
			r := response(200, inJSON, "")
			r.Body = failingBody{strings.NewReader(`{"RequestId":"R`), func() error { <-a.Context().Done(); return a.Context().Err() }}
			return r, nil
		}
	}, context.DeadlineExceeded},
	{"panic of the transport", fail(func(arrived) error { panic("transport is broken") }), nil},
}

// limiterFunc makes a Limiter of a function.
type limiterFunc func(ctx context.Context) error

func (f limiterFunc) Wait(ctx context.Context, _ string) error { return f(ctx) }

// errStopped is why a caller gave up.
var errStopped = errors.New("stopped by the operator")

// callers are what the caller, its credentials, limiters and hooks may do.
var callers = []failure{
	{"canceled before", func(s *stage) { s.cancel(nil) }, context.Canceled},
	{"canceled before the client's own limiter", func(s *stage) {
		s.options = append(s.options, alicdn.WithLimiter(alicdn.NewLimiter()))
		s.cancel(nil)
	}, context.Canceled},
	{"canceled before with a cause", func(s *stage) { s.cancel(errStopped) }, context.Canceled},
	{"canceled in the limiter", func(s *stage) {
		s.options = append(s.options, alicdn.WithLimiter(limiterFunc(func(ctx context.Context) error {
			s.cancel(errStopped)
			return ctx.Err()
		})))
	}, context.Canceled},
	{"canceled for credentials", func(s *stage) {
		s.provider = alicdn.CredentialsFunc(func(ctx context.Context) (alicdn.Credentials, error) {
			s.cancel(errStopped)
			return alicdn.Credentials{}, ctx.Err()
		})
	}, context.Canceled},
	{"canceled in the transport", func(s *stage) {
		s.answer = func(a arrived) (*http.Response, error) {
			s.cancel(errStopped)
			return nil, a.Context().Err()
		}
	}, context.Canceled},
	{"canceled in the transport, which names the cause", func(s *stage) {
		s.answer = func(a arrived) (*http.Response, error) {
			s.cancel(errStopped)
			return nil, context.Cause(a.Context())
		}
	}, nil},
	{"canceled in the body", breakOff(func(s *stage, a arrived) error {
		s.cancel(errStopped)
		return a.Context().Err()
	}), context.Canceled},
	{"canceled in the wait to repeat", func(s *stage) {
		s.options = append(s.options, repeat(time.Hour))
		s.hook = func(alicdn.Attempt) { s.cancel(errStopped) }
		s.answer = func(a arrived) (*http.Response, error) {
			r := response(400, inJSON, `{"Code":"Throttling","Message":`+jsonText(a.whole())+`}`)
			r.Header.Set("Retry-After", "3600")
			return r, nil
		}
	}, context.Canceled},
	{"deadline before", func(s *stage) {
		ctx, cancel := context.WithTimeout(s.ctx, 0)
		cancel()
		s.ctx = ctx
	}, context.DeadlineExceeded},
	{"limiter", func(s *stage) {
		s.options = append(s.options, alicdn.WithLimiter(limiterFunc(func(context.Context) error { return errStopped })))
	}, errStopped},
	{"credentials", func(s *stage) {
		s.provider = alicdn.CredentialsFunc(func(context.Context) (alicdn.Credentials, error) { return alicdn.Credentials{}, errStopped })
	}, errStopped},
	{"half of the credentials", func(s *stage) {
		s.provider = alicdn.StaticCredentials("", canary(accessKeySecret), canary(securityToken))
	}, nil},
	{"cached credentials", func(s *stage) {
		s.provider = alicdn.CachedCredentials(alicdn.CredentialsFunc(func(context.Context) (alicdn.Credentials, error) {
			return alicdn.Credentials{}, errStopped
		}))
	}, errStopped},
	{"renewal of cached credentials", func(s *stage) {
		asked := 0
		s.provider = alicdn.CachedCredentials(alicdn.CredentialsFunc(func(context.Context) (alicdn.Credentials, error) {
			if asked++; asked > 1 {
				return alicdn.Credentials{}, errStopped
			}
			return planted(), nil
		}))
		s.options = append(s.options, repeat(1))
		refuse(400, "InvalidSecurityToken.Expired")(s)
	}, errStopped},
	{"panic of a hook", func(s *stage) {
		refuse(400, "SignatureDoesNotMatch")(s)
		s.hook = func(a alicdn.Attempt) { panic(fmt.Sprintf("%+v", a)) }
	}, nil},
	{"panic of a hook with the error", func(s *stage) {
		refuse(400, "SignatureDoesNotMatch")(s)
		s.hook = func(a alicdn.Attempt) { panic(a.Err) }
	}, nil},
	{"panic of the credentials", func(s *stage) {
		s.provider = alicdn.CredentialsFunc(func(context.Context) (alicdn.Credentials, error) { panic("vault is broken") })
	}, nil},
}

func planted() alicdn.Credentials {
	return alicdn.Credentials{AccessKeyId: "testid", AccessKeySecret: canary(accessKeySecret), SecurityToken: canary(securityToken)}
}

// TestCanaryDecoding puts an address into every place of every answer where
// something else belongs.
func TestCanaryDecoding(t *testing.T) {
	t.Parallel()
	for name, request := range alicdn.AllRequests() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			body := ""
			s := say(200, inJSON, func(arrived) string { return body })
			o := newOutput()
			_, c := failure{"", s, nil}.stage(t, o, name)
			method, _ := reflect.TypeFor[*alicdn.Client]().MethodByName(name)
			wrong := 0
			for _, place := range places(method.Type.Out(0).Elem()) {
				if place == `{"Code":?}` || place == `{"RetCode":?}` {
					continue // it would be the code of a failure, which is said
				}
				for _, value := range []string{`"CANARY-log-url"`, `{"X":"CANARY-log-url"}`} {
					body = strings.ReplaceAll(place, "?", value)
					if err := callAction(t.Context(), c, name, request, nil); err != nil {
						o.printError(err)
						wrong++
					}
				}
			}
			assert.Positive(t, wrong)
			assert.Empty(t, o.leaks())
		})
	}
}

// places returns the places of an answer, each as a document with a question
// mark.
func places(t reflect.Type) []string {
	const list = "List["
	switch {
	case t.Kind() == reflect.Slice && strings.HasPrefix(t.Name(), list):
		all := []string{"?"}
		for _, inner := range places(t.Elem()) {
			all = append(all, `{"X":[`+inner+`]}`)
		}
		return all
	case t.Kind() != reflect.Struct, t == reflect.TypeFor[types.Time](), t == reflect.TypeFor[types.Number](),
		t == reflect.TypeFor[types.RangeData](), t == reflect.TypeFor[types.RealTimeDetailData]():
		return []string{"?"}
	}
	all := []string{"?", `{"RequestId":"R","X":?}{}`}
	for field := range t.Fields() {
		if field.Anonymous {
			continue // the request ID is printed
		}
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		for _, inner := range places(field.Type) {
			all = append(all, `{"`+name+`":`+inner+`}`)
		}
	}
	return all
}

// TestCanaryParamErrors makes secrets and what stands beside them the reason
// why a request is refused.
func TestCanaryParamErrors(t *testing.T) {
	t.Parallel()
	const invalid = "\xff"
	var (
		secret = canary(otherParam)
		calls  = map[string]func(ctx context.Context, c *alicdn.Client) error{
			"private key without a certificate": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.SetDomainServerCertificate(ctx, &types.SetDomainServerCertificateRequest{DomainName: "example.com", PrivateKey: canaryKey(privateKey)})
				return err
			},
			"private key alone": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.SetDomainServerCertificate(ctx, &types.SetDomainServerCertificateRequest{PrivateKey: canaryKey(privateKey)})
				return err
			},
			"private key of a stored certificate": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.SetCdnDomainSSLCertificate(ctx, &types.SetCdnDomainSSLCertificateRequest{
					DomainName: "example.com", SSLProtocol: types.SwitchOn, CertType: types.CertTypeCas, CertId: "1", SSLPri: canaryKey(privateKey),
				})
				return err
			},
			"private key in place of a certificate": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.DescribeCdnDomainByCertificate(ctx, &types.DescribeCdnDomainByCertificateRequest{SSLPub: types.Base64PEM(canaryKey(privateKey))})
				return err
			},
			"certificate with a long name": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.SetDomainServerCertificate(ctx, &types.SetDomainServerCertificateRequest{
					DomainName: "example.com", PrivateKey: canaryKey(privateKey), ServerCertificate: "x", CertName: strings.Repeat(secret, 10),
				})
				return err
			},
			"authentication key that is not UTF-8": func(ctx context.Context, c *alicdn.Client) error {
				functions := canaryFunctions()
				functions[0].FunctionArgs[0].ArgValue += invalid
				_, err := c.BatchSetCdnDomainConfig(ctx, &types.BatchSetCdnDomainConfigRequest{DomainNames: []string{"example.com"}, Functions: functions})
				return err
			},
			"authentication key without a name": func(ctx context.Context, c *alicdn.Client) error {
				functions := canaryFunctions()
				functions[0].FunctionArgs[0].ArgName = ""
				_, err := c.BatchSetCdnDomainConfig(ctx, &types.BatchSetCdnDomainConfigRequest{DomainNames: []string{"example.com"}, Functions: functions})
				return err
			},
			"too many functions": func(ctx context.Context, c *alicdn.Client) error {
				functions := slices.Repeat(canaryFunctions(), 30)
				_, err := c.BatchSetCdnDomainConfig(ctx, &types.BatchSetCdnDomainConfigRequest{DomainNames: []string{"example.com"}, Functions: functions})
				return err
			},
			"header that is not UTF-8": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.PushObjectCache(ctx, &types.PushObjectCacheRequest{
					ObjectPath: []string{"example.com/a"}, WithHeader: types.Headers{"Cookie": canary(headerValue) + invalid},
				})
				return err
			},
			"header beside a path with a newline": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.PushObjectCache(ctx, &types.PushObjectCacheRequest{ObjectPath: []string{secret}, WithHeader: canaryHeaders()})
				return err
			},
			"path that is no directory": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.RefreshObjectCaches(ctx, &types.RefreshObjectCachesRequest{
					ObjectPath: []string{signedURL(otherParam)}, ObjectType: types.ObjectTypeDirectory,
				})
				return err
			},
			"domain with a comma": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.BatchStopCdnDomain(ctx, &types.BatchStopCdnDomainRequest{DomainNames: []string{secret + ","}})
				return err
			},
			"tag without a key": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.TagResources(ctx, &types.TagResourcesRequest{
					ResourceId: types.Repeated{"example.com"}, ResourceType: types.ResourceTypeDomain, Tag: types.Tags{{Value: secret}},
				})
				return err
			},
			"origin with a bad port": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.ModifyCdnDomain(ctx, &types.ModifyCdnDomainRequest{
					DomainName: "example.com", Sources: types.Sources{{Type: types.SourceTypeDomain, Content: secret, Port: -1}},
				})
				return err
			},
			"query of a GET that is too long": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.ModifyUserCustomLogConfig(ctx, &types.ModifyUserCustomLogConfigRequest{ConfigId: strings.Repeat(secret, 100), Tag: "t"})
				return err
			},
			"token as an option": func(ctx context.Context, c *alicdn.Client) error {
				_, err := c.DescribeCdnService(ctx, nil, alicdn.WithParam("SecurityToken", secret))
				return err
			},
			"signature of a raw call": func(ctx context.Context, c *alicdn.Client) error {
				return c.Do(ctx, "SetSomethingNew", url.Values{"Signature": {secret}}, nil)
			},
			"raw call without a name": func(ctx context.Context, c *alicdn.Client) error { return c.Do(ctx, "", canaryParams(), nil) },
			"raw call into no pointer": func(ctx context.Context, c *alicdn.Client) error {
				return c.Do(ctx, "SetSomethingNew", canaryParams(), canaryHeaders())
			},
			"no attempts": func(ctx context.Context, c *alicdn.Client) error {
				return c.Do(ctx, "SetSomethingNew", canaryParams(), nil, alicdn.WithAttempts(0))
			},
		}
	)
	for name, call := range calls {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := newOutput()
			p, c := failure{}.stage(t, o, "")
			err := call(t.Context(), c)
			require.Error(t, err)
			o.printError(err)
			assert.Empty(t, o.leaks())
			assert.Empty(t, p.transport.sent)
		})
	}
}

// TestCanaryPrinted prints all that holds a secret.
func TestCanaryPrinted(t *testing.T) {
	t.Parallel()
	credentials := planted()
	cached := alicdn.CachedCredentials(alicdn.StaticCredentials(credentials.AccessKeyId, credentials.AccessKeySecret, credentials.SecurityToken))
	_, err := cached.Credentials(t.Context())
	require.NoError(t, err)
	values := map[string]any{
		"credentials":            credentials,
		"pointer to credentials": &credentials,
		"list of credentials":    []alicdn.Credentials{credentials},
		"static credentials":     alicdn.StaticCredentials(credentials.AccessKeyId, credentials.AccessKeySecret, credentials.SecurityToken),
		"cached credentials":     cached,
		"certificate":            types.Certificate{PrivateKey: canaryKey(privateKey)},
		"configurations":         types.DescribeCdnDomainConfigsResponse{DomainConfigs: canaryConfigs()},
	}
	for name, provider := range map[string]alicdn.CredentialsProvider{"static": alicdn.StaticCredentials("id", credentials.AccessKeySecret, ""), "cached": cached} {
		values["client with "+name+" credentials"], err = alicdn.New(provider)
		require.NoError(t, err)
	}
	for name, request := range alicdn.AllRequests() {
		values[name] = plant(request)
		values[name+" as a value"] = reflect.ValueOf(plant(request)).Elem().Interface()
	}
	for i, config := range typedConfigs() {
		values[fmt.Sprintf("%d %T", i, config)] = config
	}
	values["typed configurations"] = typedConfigs()
	for name, value := range values {
		o := newOutput()
		o.print(name, value)
		assert.Empty(t, o.leaks())
	}
}

// typedConfigs are the configurations that hold secrets, as they are set and as
// they are read.
func typedConfigs() types.Configs {
	configs := types.Configs{
		types.Aliauth{AuthType: "type_a", AuthKey1: canary(authKey1), AuthKey2: canary(authKey2)},
		&types.Aliauth{AuthKey1: canary(authKey1)},
		types.SetReqHeader{Key: "Authorization", Value: canary(headerFunction)},
		&types.SetReqHeader{Key: "Authorization", Value: canary(headerFunction)},
		canaryFunctions()[0],
	}
	for _, record := range canaryConfigs() {
		configs = append(configs, alicdn.ConfigOf(record))
	}
	return configs
}

// TestCanaryConfigs compares configurations that hold secrets and makes them
// wrong.
func TestCanaryConfigs(t *testing.T) {
	t.Parallel()
	key1 := canary(authKey1)
	negative := -1
	changes := 0
	for _, want := range []types.Configs{
		{types.Aliauth{AuthType: "type_a", AuthKey1: key1}},
		{types.Aliauth{AuthType: "type_a", AuthKey1: key1}, types.Aliauth{AuthType: "type_b", AuthKey1: key1}},
		{types.Aliauth{AuthType: "wrong", AuthKey1: key1, AliAuthDelta: &negative}},
		{types.SetReqHeader{Key: "Authorization", Value: canary(headerFunction)}},
		{types.SetReqHeader{Value: canary(headerFunction)}},
		{types.Aliauth{ConfigRecord: types.ConfigRecord{ConfigId: "7"}, AuthType: "type_a", AuthKey1: key1}},
		{canaryFunctions()[0]},
		{},
	} {
		for _, have := range [][]types.DomainConfig{nil, canaryConfigs()} {
			o := newOutput()
			found, err := alicdn.DiffDomainConfigs(want, have, types.PruneAll)
			changes += len(found)
			o.print("changes", found)
			for _, change := range found {
				o.print("change", change)
			}
			o.printError(err)
			_, err = alicdn.FunctionsOf(want...)
			o.printError(err)
			assert.Empty(t, o.leaks())
		}
	}
	assert.Positive(t, changes)
}

func canaryConfigs() types.List[types.DomainConfig] {
	var configs types.List[types.DomainConfig]
	for _, function := range canaryFunctions() {
		config := types.DomainConfig{FunctionName: function.FunctionName}
		for _, arg := range function.FunctionArgs {
			config.FunctionArgs = append(config.FunctionArgs, types.DomainConfigFunctionArg(arg))
		}
		configs = append(configs, config)
	}
	return configs
}

// TestCanarySettings makes wrong settings of a client that hold secrets.
func TestCanarySettings(t *testing.T) {
	t.Parallel()
	secret := canaryHead + "-" + userInfo
	for _, endpoint := range []string{
		"https://user:" + secret + "@cdn.example.test",
		"http://user:" + secret + "@cdn.example.test",
		"ftp://user:" + secret + "@cdn.example.test",
		"https://user:" + secret + "@",
		"https://user:" + secret + "@cdn.example.test:99999",
		"//user:" + secret + "@cdn.example.test",
		"https://user:" + percent(canary(userInfo)) + "@cdn.example.test",
	} {
		_, err := alicdn.New(nil, alicdn.WithEndpoint(endpoint))
		o := newOutput()
		o.printError(err)
		assert.Empty(t, o.leaks(), endpoint)
	}
}

// TestCanaryUnknownActions calls actions that the SDK does not type.
func TestCanaryUnknownActions(t *testing.T) {
	t.Parallel()
	o := newOutput()
	for _, f := range slices.Concat(answers, transports, callers) {
		f.check(t, o, "SetSomethingNew", true)
	}
}

// TestCanaryEndpoint looks at what the endpoint for tests keeps and says.
func TestCanaryEndpoint(t *testing.T) {
	t.Parallel()
	server := cdntest.NewServer(cdntest.WithoutSocket(), cdntest.WithCredentials("testid", canary(accessKeySecret)),
		cdntest.WithSecurityToken(canary(securityToken), time.Time{}), cdntest.WithDomains("example.com"))
	defer server.Close()
	o := newOutput()
	send := server.Transport()
	r := recording{next: func(a arrived) (*http.Response, error) { return send.RoundTrip(a.Request) }}
	once := alicdn.WithRetry(alicdn.RetryPolicy{MaxAttempts: 1})
	failed := 0
	for _, c := range []*alicdn.Client{
		server.Client(alicdn.WithHTTPClient(&http.Client{Transport: &r}), alicdn.WithLogger(o.client), once),
		newClient(t, alicdn.StaticCredentials("testid", canary(accessKeySecret)+"x", canary(securityToken)), &r, alicdn.WithLogger(o.client), once),
	} {
		for name, request := range plantedRequests() {
			if err := callAction(t.Context(), c, name, request, nil); err != nil {
				o.printError(err)
				failed++
			}
		}
		if err := c.Do(t.Context(), "SetSomethingNew", canaryParams(), nil); err != nil {
			o.printError(err)
			failed++
		}
	}
	requests := server.Requests()
	assert.Len(t, requests, len(r.sent))
	assert.GreaterOrEqual(t, len(requests), 2*84)
	assert.Greater(t, failed, 84)
	o.print("requests", requests)
	o.print("request", requests[0])
	assert.Empty(t, o.leaks(r.signatures()...))
}

func newClient(t *testing.T, provider alicdn.CredentialsProvider, transport http.RoundTripper, options ...alicdn.Option) *alicdn.Client {
	t.Helper()
	c, err := alicdn.New(provider, append([]alicdn.Option{
		alicdn.WithEndpoint("https://cdn.example.test"), alicdn.WithoutLimiter(), alicdn.WithHTTPClient(&http.Client{Transport: transport}),
	}, options...)...)
	require.NoError(t, err)
	return c
}

// leaky is an error that tells everything: to those who print it and to those
// who encode it.
type leaky struct{ Text string }

func (l leaky) Error() string { return l.Text }

// TestCanaryIsSeen proves that the tests above can fail: each form of each
// secret is found, in each channel, and in each place of a request.
func TestCanaryIsSeen(t *testing.T) {
	t.Parallel()
	const signature = "Kz8Rb+Q0abcdefgh/klmnopqrst="
	secrets := map[string]string{"signature": signature}
	for _, name := range canaryNames {
		secrets[name] = canary(name)
		secrets["beginning of "+name] = canary(name)[:len(canaryHead)+3+len(name)]
		secrets["end of "+name] = canary(name)[len(canary(name))-len(canaryTail)-2-len(name):]
	}
	for name, secret := range secrets {
		for _, f := range formsOf(secret) {
			o := newOutput()
			o.add("channel", "before "+f.text+" after")
			found := o.leaks(signature)
			require.Len(t, found, 1, "%s as %s", name, f.name)
			assert.Contains(t, found[0], strings.TrimPrefix(strings.TrimPrefix(name, "beginning of "), "end of "), f.name)
		}
	}

	o := newOutput()
	o.add("channel", "innocent: ***, CANAR, canary-, "+signature[:6])
	assert.Empty(t, o.leaks(signature))
}

// TestCanaryIsSeenInEveryChannel lets a secret out and looks where it comes
// out.
func TestCanaryIsSeenInEveryChannel(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	see := func(p *performance) {
		for _, leak := range p.leaks(p.transport.signatures()...) {
			channel, _, _ := strings.Cut(leak, ": ")
			seen[channel] = true
		}
	}
	secret := leaky{canary(accessKeySecret)}
	see(failure{"", func(s *stage) {
		s.provider = alicdn.CredentialsFunc(func(context.Context) (alicdn.Credentials, error) { return alicdn.Credentials{}, secret })
	}, nil}.play(t, newOutput(), "DescribeCdnService", false))
	see(failure{"", func(s *stage) {
		refuse(400, "X")(s)
		s.hook = func(alicdn.Attempt) { panic(secret) }
	}, nil}.play(t, newOutput(), "DescribeCdnService", false))
	p := &performance{output: newOutput()}
	p.printError(secret)
	p.printError(&alicdn.Error{Body: []byte(secret.Text)})
	see(p)
	p = &performance{output: newOutput()}
	p.print("attempt", alicdn.Attempt{RequestId: secret.Text}, "%#v")
	see(p)
	assert.Equal(t, []string{
		"Body", "Error()", "Error() in the chain", "attempt %#v", "attempt %+v", "attempt %v",
		"client slog JSON", "client slog text", "error %#v", "error %+v", "error %q", "error %s", "error %v",
		"error in the chain %#v",
		"panic %#v", "panic %+v", "panic %q", "panic %s", "panic %v", "value slog JSON", "value slog text",
	}, slices.Sorted(maps.Keys(seen)))

	p = &performance{}
	for _, address := range []string{"https://cdn.example.test/?PrivateKey=" + percent(canary(privateKey)), "https://cdn.example.test/?x=" + percent(canary(accessKeySecret))} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, http.NoBody)
		require.NoError(t, err)
		p.transport.sent = append(p.transport.sent, arrived{Request: r})
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://cdn.example.test/", http.NoBody)
	require.NoError(t, err)
	r.Header.Set("X-Token", base64.StdEncoding.EncodeToString([]byte("token "+canary(securityToken))))
	p.transport.sent = append(p.transport.sent, arrived{r, "key=" + percent(canary(accessKeySecret))})
	assert.Len(t, p.travels(), 4, "two in URLs, one in a header, one in a form")
}
