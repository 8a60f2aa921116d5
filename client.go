// Package alicdn is a client of the Alibaba Cloud CDN API, version 2018-05-10.
//
//	client, err := alicdn.New(alicdn.EnvCredentials())
//	...
//	quota, err := client.DescribeRefreshQuota(ctx, nil)
//
// Each of the 174 actions of the API, the 83 of its reference and the 91 that the
// service has got since, is a method of [Client] under the action's own name. It
// takes a request and returns a response of package
// [github.com/alicdn/alicdn-go/types], decoded into numbers, times and flat
// lists. What the SDK does not type, [Client.Do] reaches. Beside the actions
// stand helpers for whole jobs.
//
// # By task
//
//   - Domains: [Client.AddCdnDomain], [Client.StopCdnDomain],
//     [Client.DeleteCdnDomain], and a wait until that is done:
//     [Client.WaitForDomainStatus], [Client.WaitForDomainDeleted]. All of them:
//     [Client.DescribeUserDomainsIter]. Adding with proof of ownership:
//     [Client.AddVerifiedDomain]; any number: [Client.AddDomains].
//   - Their configuration: [FunctionsOf] writes functions for
//     [Client.BatchSetCdnDomainConfig], [ConfigOf] and [ConfigsOf] read those of
//     [Client.DescribeCdnDomainConfigs], [Client.WaitForDomainConfigs] waits for
//     them. As code: [Client.ApplyDomainConfigs], [DiffDomainConfigs]. Tried out
//     before the public meets it: [Client.SetCdnDomainStagingConfig], or
//     ApplyDomainConfigs with Staging.
//   - Certificates: [CheckCertificate], [Client.RolloutCertificate],
//     [Client.ExpiringCertificates]; on one domain:
//     [Client.SetCdnDomainSSLCertificate]; with a key that the service makes:
//     [Client.CreateCdnCertificateSigningRequest].
//   - Refresh (purge), preload and block: [Client.RefreshObjectCaches],
//     [Client.PushObjectCache], [Client.BlockObjectCaches]. Any number of paths,
//     such as the [Lines] of a file: [Client.RefreshAll], [Client.PreloadAll],
//     [Client.BlockAll]; any number of cache tags: [Client.RefreshAllByCacheTag].
//     [Client.WaitForRefreshTasks] waits for all of these;
//     [Client.DescribeRefreshQuota] tells what is left.
//   - Bandwidth, traffic, hit rates, status codes:
//     [Client.DescribeDomainBpsData], [Client.DescribeDomainTrafficData],
//     [Client.DescribeDomainHitRateData], [Client.DescribeDomainHttpCodeData].
//     Over any range: [Client.DescribeDomainBpsDataSeries] and its siblings;
//     several domains side by side: [CompareSeries].
//   - Access logs: [Client.DownloadLogs], [Client.LogEntries]; of a file or line:
//     [ReadLog], [ParseLogLine]. Real-time delivery: [Client.DomainLogSettings],
//     [Client.ModifyRealtimeLogDelivery].
//   - Usage and billing: [Client.DescribeDomainUsageData]. As files:
//     [Client.CreateUserUsageDataExportTask] with
//     [Client.WaitForUsageDataExport], [Client.CreateUsageDetailDataExportTask]
//     with [Client.WaitForUsageDetailDataExport].
//   - Bills: [Client.DescribeCdnUserBillHistory],
//     [Client.DescribeCdnUserBillPrediction], [Client.DescribeCdnUserBillType].
//   - Operations reports: [Client.DescribeCdnReport]; by mail:
//     [Client.CreateCdnDeliverTask].
//   - Nodes and security: [Client.DescribeIpInfo],
//     [Client.DescribeUserVipsByDomain], [Client.SetCdnFullDomainsBlockIP],
//     [Client.DescribeCdnWafDomain].
//   - Functions that run on events: [Client.AddFCTrigger].
//   - Tags: [Client.TagResources], [Client.DescribeTagResources],
//     [Client.ListTagResourcesIter].
//   - The account, its status, billing, quotas and packages: [Client.Account].
//
// Actions that return pages have an iterator, such as
// [Client.DescribeUserDomainsIter], and [Collect] makes a slice of it.
//
// # Settings
//
// [New] takes credentials and options. Credentials come from the environment
// ([EnvCredentials]), from a store of your own ([StaticCredentials]) or, if they
// are temporary, from whatever renews them ([CachedCredentials]). Options set
// time limits, retries, rates, logging, metrics and the endpoint: see [Option].
// A single call takes what [CallOption] lists.
//
// # Errors
//
// A wrong request is a [*ParamError] before anything is sent, a failure that
// the service reports an [*Error], an answer that cannot be read a
// [*DecodeError]. Ask for kinds with [errors.Is] ([ErrThrottled],
// [ErrNotFound], ...) and for codes with [IsCode]. A wait that ends early is a
// [*WaitError], a bulk call beyond the quota a [*QuotaError], a series with a
// window missing a [*SeriesError], a domain that is not added an
// [*AddDomainError].
//
// # Retries
//
// A call is repeated, with growing random waits, when it was throttled, the
// domain was busy or no connection came about; after a lost answer or a failure
// of the service only if a repeat does no harm. Each attempt is signed anew. A
// wrong clock and expired temporary credentials are mended on the way. Calls
// keep to the rates that the service documents ([NewLimiter]).
//
// # Testing
//
// Package [github.com/alicdn/alicdn-go/cdntest] has an endpoint with state that
// runs inside a test. The examples below use it.
package alicdn

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/alicdn/alicdn-go/internal/action"
	"github.com/alicdn/alicdn-go/internal/clock"
	"github.com/alicdn/alicdn-go/internal/limit"
	"github.com/alicdn/alicdn-go/internal/paging"
	"github.com/alicdn/alicdn-go/internal/param"
	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/internal/retry"
	"github.com/alicdn/alicdn-go/internal/secret"
	"github.com/alicdn/alicdn-go/internal/wire"
)

// Client calls the CDN API. It is made by [New]; its settings do not change
// afterwards, and it is safe for concurrent use.
type Client struct {
	settings

	blank  *http.Request
	budget *retry.Budget
	clock  clock.Clock
	signer signer
}

// Format prints where the client calls and nothing of its credentials.
func (c *Client) Format(f fmt.State, _ rune) { _, _ = fmt.Fprintf(f, "alicdn.Client(%s)", c.endpoint) }

// settings are what the options of a client set.
type settings struct {
	credentials  CredentialsProvider
	endpoint     *url.URL
	insecureHTTP bool
	http         *http.Client
	timeout      time.Duration
	retry        RetryPolicy
	limiter      Limiter
	logger       *slog.Logger
	hooks        []func(context.Context, Attempt)
	userAgent    string
}

// Defaults of a client.
const (
	defaultEndpoint  = "https://cdn.aliyuncs.com"
	defaultTimeout   = 30 * time.Second
	defaultUserAgent = "alicdn-go/" + version
)

// version is that of the newest section of CHANGELOG.md.
const version = "0.1.0"

// New makes a client that signs with the credentials of creds. It touches
// neither network nor environment. Every setting that is wrong is reported,
// all in one error.
func New(creds CredentialsProvider, opts ...Option) (*Client, error) {
	s := settings{
		credentials: creds,
		timeout:     defaultTimeout,
		retry:       defaultRetry,
		limiter:     NewLimiter(),
		userAgent:   defaultUserAgent,
	}
	var wrong []error
	if isNilProvider(creds) {
		wrong = append(wrong, errors.New("credentials are nil"))
	}
	for _, opt := range append([]Option{WithEndpoint(defaultEndpoint)}, opts...) {
		if opt == nil {
			wrong = append(wrong, errors.New("an option is nil"))
		} else if err := opt(&s); err != nil {
			wrong = append(wrong, err)
		}
	}
	if s.endpoint.Scheme == "http" && !s.insecureHTTP && !isLoopback(s.endpoint.Hostname()) {
		wrong = append(wrong, fmt.Errorf("endpoint %s is plain HTTP; use https or WithInsecureHTTP", s.endpoint))
	}
	if len(wrong) > 0 {
		return nil, fmt.Errorf("alicdn: %w", errors.Join(wrong...))
	}
	if s.http == nil {
		s.http = &http.Client{}
	}
	if s.http.Transport == nil {
		s.http.Transport = newTransport()
	}
	s.http.Transport = unfollowed{s.http.Transport}
	s.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Client{settings: s, blank: s.blankRequest(), budget: retry.NewBudget()}, nil
}

// blankRequest returns what all requests have in common: a GET without
// parameters.
func (s *settings) blankRequest() *http.Request {
	return &http.Request{
		Method: http.MethodGet,
		URL:    s.endpoint,
		Host:   s.endpoint.Host,
		Header: http.Header{"User-Agent": {s.userAgent}, "Accept": {"application/json"}},
		Body:   emptyBody{},
		// Without it net/http would read the body ahead, on a goroutine, to see
		// whether it is empty.
		TransferEncoding: []string{"identity"},
	}
}

// newTransport returns a transport that belongs to one client alone.
func newTransport() *http.Transport {
	const (
		connectTimeout = 10 * time.Second
		idleTimeout    = 8 * time.Second // the gateway drops idle connections after about 10 s
		idlePerHost    = 64
	)
	return &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		DialContext:         (&net.Dialer{Timeout: connectTimeout}).DialContext,
		ForceAttemptHTTP2:   true,
		TLSHandshakeTimeout: connectTimeout,
		IdleConnTimeout:     idleTimeout,
		MaxIdleConnsPerHost: idlePerHost,
	}
}

// unfollowed is a transport that takes from an answer the address to follow if
// it is none: net/http fails on that, and loses the answer.
type unfollowed struct{ http.RoundTripper }

func (t unfollowed) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := t.RoundTripper.RoundTrip(r)
	if err != nil || resp == nil || resp.StatusCode/100 != 3 {
		return resp, err
	}
	if _, err := r.URL.Parse(resp.Header.Get("Location")); err != nil {
		resp.Header.Del("Location")
	}
	return resp, nil
}

// CloseIdleConnections is for http.Client, which looks for it.
func (t unfollowed) CloseIdleConnections() {
	if c, ok := t.RoundTripper.(interface{ CloseIdleConnections() }); ok {
		c.CloseIdleConnections()
	}
}

// Option sets up a client in [New].
type Option func(*settings) error

// WithEndpoint sends calls to another endpoint than https://cdn.aliyuncs.com:
// a URL of scheme and host, such as that of a regional endpoint or of a server
// for tests. Plain HTTP is refused but to a loopback host, see
// [WithInsecureHTTP].
func WithEndpoint(rawURL string) Option {
	return func(s *settings) error {
		u, err := url.Parse(rawURL)
		switch {
		case err != nil:
			return fmt.Errorf("endpoint %q is not a URL", printable(rawURL))
		case u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "":
			return fmt.Errorf("endpoint %q is not an http or https URL with a host", printable(rawURL))
		case !isPort(u.Port()):
			return fmt.Errorf("endpoint %q has no valid port", printable(rawURL))
		case u.User != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "":
			return fmt.Errorf("endpoint %q has more than scheme, host and path", printable(rawURL))
		}
		if u.Path == "" {
			u.Path = "/"
		}
		s.endpoint = u
		return nil
	}
}

// WithHTTPClient sends calls through a copy of client, with its transport,
// timeout and cookies. Without a transport it gets one of its own. Redirects
// are not followed whatever client says: a signed request is meant for one
// host.
func WithHTTPClient(client *http.Client) Option {
	return func(s *settings) error {
		if client == nil {
			return errors.New("HTTP client is nil")
		}
		httpClient := *client
		s.http = &httpClient
		return nil
	}
}

// WithTimeout limits each attempt of a call, from connecting to the last byte
// of the answer. The default is 30 seconds. The call as a whole, waits
// included, is limited by its context alone.
func WithTimeout(timeout time.Duration) Option {
	return func(s *settings) error {
		if timeout <= 0 {
			return fmt.Errorf("timeout %v is not positive", timeout)
		}
		s.timeout = timeout
		return nil
	}
}

// RetryPolicy says how often and how soon a call is repeated. Whether it may
// be repeated follows from the action and the error. A zero field keeps its
// default.
type RetryPolicy struct {
	// MaxAttempts is how often a call is tried in all; 1 never repeats. The
	// default is 3.
	MaxAttempts int

	// BaseDelay bounds the wait before the second attempt; the bound doubles
	// with each further one. The wait itself is a random part of it. The
	// default is 500 ms.
	BaseDelay time.Duration

	// MaxDelay bounds every wait, also one that the service asks for. The
	// default is 20 s.
	MaxDelay time.Duration
}

var defaultRetry = RetryPolicy{MaxAttempts: 3, BaseDelay: 500 * time.Millisecond, MaxDelay: 20 * time.Second}

// WithRetry changes how often and how soon calls are repeated.
func WithRetry(policy RetryPolicy) Option {
	return func(s *settings) error {
		if policy.MaxAttempts < 0 || policy.BaseDelay < 0 || policy.MaxDelay < 0 {
			return fmt.Errorf("retry policy %+v has a negative field", policy)
		}
		if policy.MaxAttempts > 0 {
			s.retry.MaxAttempts = policy.MaxAttempts
		}
		if policy.BaseDelay > 0 {
			s.retry.BaseDelay = policy.BaseDelay
		}
		if policy.MaxDelay > 0 {
			s.retry.MaxDelay = policy.MaxDelay
		}
		return nil
	}
}

// Limiter holds calls back. Wait returns when an attempt of the action may go
// out, or with an error when it may not, which ends the call; it returns as
// soon as ctx ends. It is called by many goroutines at once.
//
// A limiter that also has a method Observe(action string, throttled bool) is
// told of each attempt that the service answered.
type Limiter interface {
	Wait(ctx context.Context, action string) error
}

// observer is a Limiter that learns.
type observer interface {
	Observe(action string, throttled bool)
}

// NewLimiter returns the limiter that a client has by default, to be shared
// between clients of one account: it lets each action pass at the rate that
// the service documents, such as 50 calls a second of RefreshObjectCaches and
// 3 of BatchSetCdnDomainConfig, in bursts of up to a second's worth. Where the
// service throttles all the same, it slows down, and recovers with each
// success. Actions without a documented rate pass freely.
func NewLimiter() Limiter { return limit.New() }

// WithLimiter asks limiter before each attempt, in place of the client's own
// [NewLimiter]. One limiter may serve many clients.
func WithLimiter(limiter Limiter) Option {
	return func(s *settings) error {
		if limiter == nil {
			return errors.New("limiter is nil; WithoutLimiter asks none")
		}
		s.limiter = limiter
		return nil
	}
}

// WithoutLimiter sends attempts without regard to the service's rates.
func WithoutLimiter() Option {
	return func(s *settings) error {
		s.limiter = nil
		return nil
	}
}

// WithLogger logs each attempt, a success at level debug and a failure at
// level warn. No record holds a secret, a parameter or a URL. The default
// logs nothing.
func WithLogger(logger *slog.Logger) Option {
	return func(s *settings) error {
		if logger == nil {
			return errors.New("logger is nil")
		}
		s.logger = logger
		return nil
	}
}

// Attempt is one try of a call, as a hook of [WithAttemptHook] sees it when
// it has ended.
type Attempt struct {
	// Action is the action called.
	Action string

	// Number counts the attempts of the call from 1.
	Number int

	// Method is the HTTP method, GET or POST; empty if none was chosen.
	Method string

	// StatusCode is the HTTP status; 0 if no answer came.
	StatusCode int

	// RequestId is that of the answer, if any.
	RequestId string

	// Duration is how long the attempt took.
	Duration time.Duration

	// Err is why it failed; nil if it did not.
	Err error

	// RetryIn is the wait before the next attempt.
	RetryIn time.Duration

	// WillRetry reports whether there is a next attempt.
	WillRetry bool
}

// WithAttemptHook calls hook after each attempt, for metrics and tracing. The
// hook is called by the goroutine that makes the call, many at once; it may be
// given more than once.
func WithAttemptHook(hook func(context.Context, Attempt)) Option {
	return func(s *settings) error {
		if hook == nil {
			return errors.New("attempt hook is nil")
		}
		s.hooks = append(s.hooks, hook)
		return nil
	}
}

// WithUserAgent adds a product to the User-Agent header, such as "shop/1.2".
func WithUserAgent(product string) Option {
	return func(s *settings) error {
		if strings.ContainsFunc(product, func(r rune) bool { return r < ' ' || r > '~' }) {
			return fmt.Errorf("user agent %q has characters beyond printable ASCII", product)
		}
		s.userAgent = defaultUserAgent + " " + product
		return nil
	}
}

// WithInsecureHTTP allows plain HTTP to any host. Requests are signed but
// neither they nor the answers are encrypted: private keys, too, travel in the
// clear.
func WithInsecureHTTP() Option {
	return func(s *settings) error {
		s.insecureHTTP = true
		return nil
	}
}

// printable cuts off an endpoint what may be secret: a user and a query.
func printable(rawURL string) string {
	if i := strings.LastIndexByte(rawURL, '@'); i >= 0 {
		rawURL = secret.Mask + rawURL[i:]
	}
	if i := strings.IndexAny(rawURL, "?#"); i >= 0 {
		rawURL = rawURL[:i+1] + secret.Mask
	}
	return rawURL
}

func isPort(port string) bool {
	_, err := strconv.ParseUint(port, 10, 16)
	return port == "" || err == nil
}

func isLoopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}

// CallOption changes a single call.
type CallOption func(*call) error

// WithAttempts tries this call at most n times; 1 never repeats it.
func WithAttempts(n int) CallOption {
	return func(c *call) error {
		if n < 1 {
			return fmt.Errorf("alicdn: %s: attempts %d is less than 1", c.action, n)
		}
		c.attempts = n
		return nil
	}
}

// WithParam adds a parameter that the request does not have, or replaces one
// that it has. The parameters of the signature cannot be set.
func WithParam(name, value string) CallOption {
	return func(c *call) error {
		if reserved[name] || name == "" {
			return &ParamError{c.action, name, "is set by the client"}
		}
		c.params = c.params.Set(name, value)
		return nil
	}
}

// RawResponse is an answer as it came.
type RawResponse struct {
	// StatusCode is the HTTP status.
	StatusCode int

	// Header is the header of the answer.
	Header http.Header

	// Body is the body, at most 64 MiB of it.
	Body []byte
}

// WithRawResponse keeps the last answer of this call in raw, whether the call
// succeeds or fails. It is empty if no answer came.
func WithRawResponse(raw *RawResponse) CallOption {
	return func(c *call) error {
		if raw != nil {
			*raw = RawResponse{}
		}
		c.raw = raw
		return nil
	}
}

// Do calls an action by its name, for those that the SDK does not type. The
// answer is decoded into out, a pointer to whatever JSON can be decoded into
// or nil. An action that the SDK does not know is taken for one that must not
// be repeated after a lost answer.
func (c *Client) Do(ctx context.Context, action string, params url.Values, out any, opts ...CallOption) error {
	if action == "" {
		return &ParamError{action, "Action", "is required"}
	}
	for name := range params {
		if reserved[name] || name == "" {
			return &ParamError{action, name, "is set by the client"}
		}
	}
	if v := reflect.ValueOf(out); out != nil && (v.Kind() != reflect.Pointer || v.IsNil()) {
		return fmt.Errorf("alicdn: %s: out is a %T and not a pointer to decode into", action, out)
	}
	return c.run(ctx, action, param.Of(params), out, opts)
}

// invoke is what every method does. Resp is a pointer: Go makes one copy of this
// function for all of them, but would make one for each struct.
func invoke[Resp any](ctx context.Context, c *Client, action string, req any, resp Resp, opts []CallOption) (Resp, error) {
	if err := c.invoke(ctx, action, orEmpty(req), resp, opts); err != nil {
		var none Resp
		return none, err
	}
	return resp, nil
}

// orEmpty returns an empty request for a nil one.
func orEmpty(req any) any {
	v := reflect.ValueOf(req)
	if v.IsNil() {
		return reflect.New(v.Type().Elem()).Interface()
	}
	return req
}

// invoke checks and encodes the request, calls the action and decodes the
// answer.
func (c *Client) invoke(ctx context.Context, action string, req, resp any, opts []CallOption) error {
	params, err := param.Encode(req)
	if err != nil {
		return paramErrors(action, err)
	}
	return c.run(ctx, action, params, resp, opts)
}

// pages is what every iterator does: it walks through the pages that an action
// returns, from the page of the request on.
func pages[Req, Resp, T any](
	ctx context.Context, list paging.List[Req, Resp, T],
	action func(context.Context, *Req, ...CallOption) (*Resp, error), req *Req, opts []CallOption,
) iter.Seq2[T, error] {
	if req == nil {
		req = new(Req)
	}
	return paging.All(list, *req, func(req *Req) (*Resp, error) { return action(ctx, req, opts...) })
}

// pagesByToken is pages for actions whose answers name the next page by a
// token.
func pagesByToken[Req, Resp, T any](
	ctx context.Context, list paging.TokenList[Req, Resp, T],
	action func(context.Context, *Req, ...CallOption) (*Resp, error), req *Req, opts []CallOption,
) iter.Seq2[T, error] {
	if req == nil {
		req = new(Req)
	}
	return paging.AllByToken(list, *req, func(req *Req) (*Resp, error) { return action(ctx, req, opts...) })
}

// Collect returns what an iterator yields as a slice: its first max elements,
// or all of them if max is zero or less. It asks for no page beyond those.
// After an error it returns that together with the elements before it.
func Collect[T any](seq iter.Seq2[T, error], max int) ([]T, error) {
	var all []T
	for item, err := range seq {
		if err != nil {
			return all, err
		}
		all = append(all, item)
		if len(all) == max {
			break
		}
	}
	return all, nil
}

// WaitOptions says how a method WaitFor... waits. The zero value is good for
// most. How long it waits in all is up to ctx alone.
type WaitOptions struct {
	// MinInterval is the time between the first two polls, and the shortest of
	// all. Zero or less is the default of the method, a few seconds.
	MinInterval time.Duration

	// MaxInterval is the longest time between two polls. The interval grows up to
	// it, by half each time and with jitter. Zero or less is the default of the
	// method, half a minute; less than MinInterval is MinInterval.
	MaxInterval time.Duration

	// OnUpdate, unless nil, is called after each poll, the last one too, by the
	// goroutine that waits.
	OnUpdate func(WaitUpdate)
}

// WaitUpdate is how far a wait is.
type WaitUpdate struct {
	// What is awaited, such as "domain www.example.com to be online".
	What string

	// State is what the last poll found that succeeded, such as configuring;
	// empty before.
	State string

	// Remaining is what has not come about yet: the names of functions or
	// domains, the IDs of tasks.
	Remaining []string

	// Elapsed is how long the wait has taken.
	Elapsed time.Duration

	// Polls is how often the service was asked.
	Polls int

	// Next is the time until the next poll; 0 if this was the last.
	Next time.Duration

	// Err is why this poll failed; nil if it did not. Unless it was the last,
	// the wait goes on.
	Err error
}

// wait is what every WaitFor method does: it polls with look until that is
// done. What ends it before is a [*WaitError], or a [*ParamError].
func wait(ctx context.Context, what string, opts WaitOptions, w poll.Waiter, look func(context.Context) (poll.State, error)) error {
	if opts.MinInterval > 0 {
		w.Pace.Min = opts.MinInterval
	} else if opts.MaxInterval > 0 {
		w.Pace.Min = min(w.Pace.Min, opts.MaxInterval)
	}
	if opts.MaxInterval > 0 {
		w.Pace.Max = opts.MaxInterval
	}
	w.Transient = isTransient
	if opts.OnUpdate != nil {
		w.Update = func(p poll.Progress) {
			opts.OnUpdate(WaitUpdate{what, p.Name, p.Remaining, p.Elapsed, p.Polls, p.Next, p.Err})
		}
	}
	last, err := w.Until(ctx, look)
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*ParamError](err); ok {
		return err
	}
	return newWaitError(what, last, err)
}

func paramErrors(action string, err error) error {
	violations, ok := errors.AsType[param.Errors](err)
	if !ok {
		return fmt.Errorf("alicdn: %s: encode request: %w", action, err)
	}
	all := make([]error, len(violations))
	for i, v := range violations {
		all[i] = &ParamError{action, v.Param, v.Rule}
	}
	if len(all) == 1 {
		return all[0]
	}
	return errors.Join(all...)
}

// call is one call of an action, over all its attempts.
type call struct {
	action   string
	known    action.Action
	params   param.Params
	query    query // of params
	attempts int
	raw      *RawResponse
	mended   []retry.Outcome
	paid     bool // whether the budget has paid for the attempt
}

// run carries a call out: the way of every request through the client.
func (c *Client) run(ctx context.Context, name string, params param.Params, out any, opts []CallOption) error {
	known, _ := action.Lookup(name)
	call := &call{action: name, known: known, params: params, attempts: c.retry.MaxAttempts}
	for _, opt := range opts {
		if opt == nil {
			return fmt.Errorf("alicdn: %s: an option is nil", name)
		}
		if err := opt(call); err != nil {
			return err
		}
	}
	call.query = newQuery(call.params)
	for number := 1; ; number++ {
		attempt := c.try(ctx, call, number, out)
		mended := c.learn(call, attempt)
		c.decide(ctx, call, attempt, mended)
		c.report(ctx, attempt.Attempt)
		if !attempt.WillRetry {
			return attempt.Err
		}
		if err := poll.Sleep(ctx, attempt.RetryIn); err != nil {
			return fmt.Errorf("alicdn: %s: %w while waiting to repeat: %w", name, err, attempt.Err)
		}
	}
}

// attempt is an [Attempt] with what follows from it.
type attempt struct {
	Attempt

	client      *Client
	outcome     retry.Outcome
	credentials Credentials
	params      param.Params
	signature   string
	signed      time.Time // by our clock
	date        string    // of the answer, by the service's clock
}

// try makes one attempt, each with its own credentials, nonce, time and
// signature.
func (c *Client) try(ctx context.Context, call *call, number int, out any) *attempt {
	a := &attempt{Attempt: Attempt{Action: call.action, Number: number}, client: c, params: call.params}
	started := time.Now()
	defer func() { a.Duration = time.Since(started) }()

	if c.limiter != nil {
		if err := c.limiter.Wait(ctx, call.action); err != nil {
			return a.fail(ctx, retry.Refused, "wait for limiter", err)
		}
	}
	creds, err := c.credentials.Credentials(ctx)
	if err == nil {
		err = creds.validate()
	}
	if err != nil {
		return a.fail(ctx, retry.Refused, "get credentials", err)
	}
	a.signed = c.clock.Now()
	signed, err := c.sign(call, creds, a.signed)
	if err != nil {
		a.Err = err
		return a
	}
	a.Method, a.credentials, a.signature = signed.method, creds, signed.signature
	attemptCtx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	resp, sent, err := c.send(attemptCtx, signed)
	if err != nil {
		return a.fail(ctx, retry.OfTransport(ctx, err, sent), "send", secret.WithoutURL(err))
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode == http.StatusSwitchingProtocols {
		_ = resp.Body.Close() // it is the bare connection, which no context ends
	}
	body, err := wire.ReadBody(resp.Body, resp.ContentLength)
	a.StatusCode, a.date = resp.StatusCode, resp.Header.Get("Date")
	if call.raw != nil {
		*call.raw = RawResponse{resp.StatusCode, resp.Header, body}
	}
	isSuccess := resp.StatusCode/100 == 2
	if err != nil && (isSuccess || ctx.Err() != nil) {
		return a.unread(ctx, err, body)
	}
	if isSuccess {
		if requestId, ok := wire.DecodeUsual(body, out); ok {
			a.RequestId = requestId
			if call.raw == nil {
				wire.Reuse(body)
			}
			return a
		}
	}
	return a.read(resp, body, out)
}

// fail ends an attempt in one of its steps. If the caller has ended it, the
// error says so, whatever else it says.
func (a *attempt) fail(ctx context.Context, outcome retry.Outcome, step string, err error) *attempt {
	a.outcome = outcome
	err = scrubbed(a.scrubber(), err)
	if ended := ctx.Err(); ended != nil && !errors.Is(err, ended) {
		err = fmt.Errorf("%w: %w", ended, err)
	}
	a.Err = &attemptError{outcome, fmt.Errorf("alicdn: %s: %s: %w", a.Action, step, err)}
	return a
}

// scrubber takes the secrets of the attempt out of texts from outside.
func (a *attempt) scrubber() *secret.Scrubber {
	secrets := append(a.client.proxySecrets(), a.credentials.AccessKeySecret, a.credentials.SecurityToken, a.signature)
	return secret.NewScrubber(a.params.Values(), secrets...)
}

// proxySecrets returns what is secret about the proxy that requests go through,
// which may repeat it.
func (c *Client) proxySecrets() []string {
	custom, _ := c.http.Transport.(unfollowed)
	transport, ok := custom.RoundTripper.(*http.Transport)
	if !ok || transport.Proxy == nil {
		return nil
	}
	proxy, err := transport.Proxy(&http.Request{Method: http.MethodGet, URL: c.endpoint, Host: c.endpoint.Host, Header: http.Header{}})
	if err != nil || proxy == nil || proxy.User == nil {
		return nil
	}
	password, _ := proxy.User.Password()
	basic := base64.StdEncoding.EncodeToString([]byte(proxy.User.Username() + ":" + password))
	return []string{password, basic}
}

// unread ends an attempt whose answer did not arrive in full.
func (a *attempt) unread(ctx context.Context, err error, body []byte) *attempt {
	if errors.Is(err, wire.ErrTooLarge) {
		a.outcome = retry.Refused
		a.Err = newDecodeError(a, err, body)
		return a
	}
	return a.fail(ctx, retry.OfTransport(ctx, err, retry.SentPerhaps), "read answer", err)
}

// read takes the answer for what it is, an error or a success to decode. Of an
// error even a part is worth reading.
func (a *attempt) read(resp *http.Response, body []byte, out any) *attempt {
	envelope := wire.ReadEnvelope(body)
	envelope.TakeRetCode(out)
	a.RequestId = envelope.RequestId
	success := resp.StatusCode/100 == 2
	if !success || envelope.Failed() && !wire.HasCode(out) {
		a.outcome = retry.OfAnswer(envelope.Code, envelope.Message, resp.StatusCode)
		a.Err = newError(a, envelope, resp, body)
		return a
	}
	if err := wire.Decode(body, out); err != nil {
		a.outcome = retry.Refused
		a.Err = newDecodeError(a, err, body)
	}
	return a
}

// learn takes from an attempt what it says about the rest: about the rate,
// about the service's health, about the clock and about the credentials. It
// reports whether an error that lies in the latter two has been mended, which
// is tried once a call.
func (c *Client) learn(call *call, a *attempt) (mended bool) {
	if o, ok := c.limiter.(observer); ok && a.StatusCode > 0 {
		o.Observe(call.action, a.outcome == retry.Throttled)
	}
	switch {
	case a.Err == nil:
		c.budget.Refund(call.paid)
	case a.outcome == retry.ClockSkewed:
		mended = c.clock.Learn(a.date, a.signed)
	case a.outcome == retry.TokenExpired:
		if e, ok := c.credentials.(expirer); ok {
			e.Expire(a.credentials)
		}
		mended = true
	}
	if !mended || slices.Contains(call.mended, a.outcome) {
		return false
	}
	call.mended = append(call.mended, a.outcome)
	return true
}

// decide says whether and when the call is tried again.
func (c *Client) decide(ctx context.Context, call *call, a *attempt, mended bool) {
	if a.Err == nil || a.Number >= call.attempts || !retry.Repeat(a.outcome, call.known.Class) {
		return
	}
	if retry.NeedsMending(a.outcome) && !mended {
		return
	}
	var asked time.Duration
	if e, ok := errors.AsType[*Error](a.Err); ok {
		asked = e.RetryAfter
	}
	backoff := retry.Backoff{Base: c.retry.BaseDelay, Cap: c.retry.MaxDelay}
	wait := backoff.Delay(a.outcome, a.Number, asked, rand.Float64()) //nolint:gosec // jitter
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) <= wait {
		return
	}
	call.paid = !mended && c.budget.Take()
	if mended || call.paid {
		a.RetryIn, a.WillRetry = wait, true
	}
}

// report tells the logger and the hooks of an attempt.
func (c *Client) report(ctx context.Context, a Attempt) {
	if c.logger != nil {
		level := slog.LevelDebug
		attrs := []slog.Attr{
			slog.String("action", a.Action), slog.Int("attempt", a.Number), slog.String("method", a.Method),
			slog.Int("status", a.StatusCode), slog.String("requestId", a.RequestId), slog.Duration("duration", a.Duration),
		}
		if a.Err != nil {
			level = slog.LevelWarn
			attrs = append(attrs, slog.Any("error", a.Err), slog.Bool("willRetry", a.WillRetry), slog.Duration("retryIn", a.RetryIn))
		}
		c.logger.LogAttrs(ctx, level, "alicdn call", attrs...)
	}
	for _, hook := range c.hooks {
		hook(ctx, a)
	}
}

// signedRequest is the parameters of an attempt, signed.
type signedRequest struct {
	method    string
	beside    []byte    // the parameter in the URL of a POST, if there is one
	texts     [2][]byte // of the attempt's parameters, the signature among them, and the call's
	signature string
}

// sign adds to the parameters of a call those of an attempt.
func (c *Client) sign(call *call, creds Credentials, now time.Time) (signedRequest, error) {
	own := attemptQuery(call.action, creds, now)
	method, err := call.method(own)
	if err != nil {
		return signedRequest{}, err
	}
	signature := c.signer.sign(method, own, call.query, creds.AccessKeySecret)
	text := appendEncoded(append(own.text, signatureName...), signature)
	signed := signedRequest{method: method, texts: [...][]byte{text[len("&"):], call.query.text}, signature: signature}
	if call.known.Method == action.FormBesideURL {
		signed.beside, signed.texts[1] = call.query.split("TriggerARN")
	}
	return signed, nil
}

func (s signedRequest) length() int {
	length := 0
	for _, text := range s.texts {
		length += len(text)
	}
	return length
}

// inURL returns the parameters in one piece.
func (s signedRequest) inURL() string {
	var all strings.Builder
	all.Grow(s.length())
	for _, text := range s.texts {
		all.Write(text)
	}
	return all.String()
}

// form is the body of a POST. Its texts are not copied: a list of URLs may be
// long, and each attempt has the same.
//
// Without a GetBody beside it net/http repeats no POST by itself: over HTTP/2 it
// would again and again, as soon as the service refuses to process it, with the
// same nonce. What it would repeat rightly, since nothing of the parameters was
// sent, the client does.
type form struct {
	texts net.Buffers
	begun bool        // by Read
	taken atomic.Bool // by the first of Read and withdraw
}

func (f *form) Read(p []byte) (int, error) {
	if !f.begun && f.taken.Swap(true) {
		return 0, errors.New("request is withdrawn")
	}
	f.begun = true
	return f.texts.Read(p)
}

func (f *form) Close() error { return nil }

// withdraw reports whether nothing of the form has been read, nor will be.
func (f *form) withdraw() bool { return !f.taken.Swap(true) }

// send puts the parameters into a URL or a form and sends them. After an error
// it says how far they got.
func (c *Client) send(ctx context.Context, signed signedRequest) (*http.Response, retry.Sent, error) {
	var trace retry.Trace
	req := c.blank.WithContext(trace.Watch(ctx))
	req.Header = c.blank.Header.Clone()
	req.URL = new(*c.endpoint)
	if signed.method == http.MethodGet {
		req.URL.RawQuery = signed.inURL()
		resp, err := c.http.Do(req)
		return resp, trace.Sent(), err
	}
	req.URL.RawQuery = string(signed.beside)
	req.Method = http.MethodPost
	req.TransferEncoding = nil
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.ContentLength = int64(signed.length())
	body := &form{texts: slices.Clone(signed.texts[:])}
	req.Body = body
	resp, err := c.http.Do(req)
	if err != nil && body.withdraw() {
		return nil, retry.SentNot, err
	}
	return resp, trace.Sent(), err
}

const (
	// longestQuery is the longest query that is put into a URL.
	longestQuery = 4 << 10
	// signatureName stands before the signature.
	signatureName = "&Signature="
	// signatureLength is the most that the signature adds to a query: 28
	// characters of base64, each of which may need encoding.
	signatureLength = len(signatureName) + 3*28
)

// method chooses between URL and form for the parameters of the call and those
// of an attempt.
func (c *call) method(own query) (string, error) {
	length := len(own.text) + len(c.query.text) + signatureLength
	switch tooLong := length > longestQuery; {
	case c.known.Method.InForm():
		return http.MethodPost, nil
	case c.known.Method == action.GetOnly && tooLong:
		return "", &ParamError{c.action, c.longestParam(own), fmt.Sprintf(
			"makes the query %d bytes long; the action allows GET only, of at most %d", length, longestQuery)}
	case c.known.Method == action.GetOrPost && (tooLong || c.hasSecret()):
		return http.MethodPost, nil
	default:
		return http.MethodGet, nil
	}
}

// longestParam returns the name of the parameter that takes the most of the
// URL.
func (c *call) longestParam(own query) string {
	var longest queryParam
	for _, params := range [][]queryParam{own.params, c.query.params} {
		for _, p := range params {
			if len(p.encoded) > len(longest.encoded) {
				longest = p
			}
		}
	}
	return longest.name
}

// hasSecret reports whether a parameter belongs into a form body.
func (c *call) hasSecret() bool {
	return slices.ContainsFunc(c.params, func(p param.Param) bool { return secret.OfCaller(p.Name, p.Value) })
}

// emptyBody is the body of a GET. Since it cannot be rewound, net/http does
// not repeat the request by itself on another connection: a repeat needs a
// nonce of its own, and a wait.
type emptyBody struct{}

func (emptyBody) Read([]byte) (int, error) { return 0, io.EOF }

func (emptyBody) WriteTo(io.Writer) (int64, error) { return 0, nil }

func (emptyBody) Close() error { return nil }
