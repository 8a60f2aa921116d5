package peers_test

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials"
	sdkerrors "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/responses"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
)

// clock is a clock that moves only when it is told to. It starts near the true
// time, by which both clients stamp their requests.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Now().UTC().Truncate(5 * time.Minute)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// twins are two endpoints with the same seed, clock and settings. The official
// client speaks to one, ours to the other. Both get the same calls in the same
// order, so that both endpoints give the same answers, request IDs included.
type twins struct {
	t     *testing.T
	clock *clock

	theirs      *cdntest.Server
	official    *cdn.Client
	theirTravel *travel

	ours      *cdntest.Server
	client    *alicdn.Client
	ourTravel *travel
}

func newTwins(t *testing.T, opts ...cdntest.Option) *twins {
	t.Helper()
	c := newClock()
	opts = append([]cdntest.Option{cdntest.WithClock(c.Now), cdntest.WithSeed(42)}, opts...)
	tw := &twins{t: t, clock: c, theirs: cdntest.NewServer(opts...), ours: cdntest.NewServer(opts...)}
	t.Cleanup(tw.theirs.Close)
	t.Cleanup(tw.ours.Close)
	tw.theirTravel, tw.ourTravel = newTravel(t), newTravel(t)
	tw.official = newOfficial(t, tw.theirs, tw.theirs.AccessKeySecret, tw.theirTravel)
	tw.client = tw.ours.Client(alicdn.WithHTTPClient(&http.Client{Transport: tw.ourTravel}))
	return tw
}

// prepare makes what all official clients share and the first one would make:
// they do not lock it.
var prepare = sync.OnceFunc(func() { _ = cdn.GetEndpointMap() })

// newOfficial returns an official client of a server.
func newOfficial(t *testing.T, server *cdntest.Server, secret string, transport http.RoundTripper) *cdn.Client {
	t.Helper()
	prepare()
	config := sdk.NewConfig().WithScheme(requests.HTTP)
	config.Transport = transport
	official, err := cdn.NewClientWithOptions("cn-hangzhou", config, &credentials.StsTokenCredential{
		AccessKeyId:       server.AccessKeyId,
		AccessKeySecret:   secret,
		AccessKeyStsToken: server.SecurityToken,
	})
	require.NoError(t, err)
	official.Domain = strings.TrimPrefix(server.URL, "http://")
	return official
}

// wait lets everything that has been started come to its end.
func (tw *twins) wait() { tw.clock.Advance(5 * time.Second) }

// params are the parameters of a call by name, each the text that goes over the
// wire, or a list in the type that the official request has for it.
type params map[string]any

// fill sets the fields of an official request.
func (p params) fill(t *testing.T, request requests.AcsRequest) {
	t.Helper()
	rest := maps.Clone(p)
	structure := reflect.ValueOf(request).Elem()
	for field, value := range structure.Fields() {
		param, given := rest[field.Tag.Get("name")]
		if !given {
			continue
		}
		value.Set(reflect.ValueOf(param).Convert(field.Type))
		delete(rest, field.Tag.Get("name"))
	}
	require.Empty(t, rest, "%T has no such parameters", request)
}

// given returns the parameters that have a value.
func (p params) given() params {
	maps.DeleteFunc(p, func(_ string, value any) bool { return value == "" })
	return p
}

// compare makes a call with both clients. Both have to send the same parameters
// and get the same bytes. Our client has to have all values of the answer, and
// every field of either response has to have a field with the same value in the
// other, except for the gaps.
func compare[Request requests.AcsRequest, Response responses.AcsResponse, Req, Resp any](
	tw *twins,
	official func(*cdn.Client, Request) (Response, error), request Request, p params,
	method func(*alicdn.Client, context.Context, *Req, ...alicdn.CallOption) (*Resp, error), req *Req,
	gaps ...gap,
) *Resp {
	tw.t.Helper()
	var resp *Resp
	passed := tw.t.Run(request.GetActionName(), func(t *testing.T) {
		p.fill(t, request)
		theirs, err := official(tw.official, request)
		require.NoError(t, err)
		var raw alicdn.RawResponse
		resp, err = method(tw.client, t.Context(), req, alicdn.WithRawResponse(&raw))
		require.NoError(t, err)

		tw.sameParameters(t)
		require.JSONEq(t, tw.moved(theirs.GetHttpContentString()), string(raw.Body))
		compareWire(t, wireLeaves(t, raw.Body), leavesOf(resp))
		compareFields(t, tw.moved, leavesOf(theirs), leavesOf(resp), gaps)
	})
	require.True(tw.t, passed)
	return resp
}

// compareRaw is compare for the actions that the official client has no types
// for, or the wrong ones: it makes the call by name and keeps the answer as text.
func compareRaw[Req, Resp any](
	tw *twins, action, httpMethod string, p params,
	method func(*alicdn.Client, context.Context, *Req, ...alicdn.CallOption) (*Resp, error), req *Req,
) *Resp {
	tw.t.Helper()
	var resp *Resp
	passed := tw.t.Run(action, func(t *testing.T) {
		request := requests.NewCommonRequest()
		request.Product, request.Version, request.ApiName, request.Method = "Cdn", "2018-05-10", action, httpMethod
		for name, value := range p {
			request.QueryParams[name] = value.(string)
		}
		theirs, err := tw.official.ProcessCommonRequest(request)
		require.NoError(t, err)
		var raw alicdn.RawResponse
		resp, err = method(tw.client, t.Context(), req, alicdn.WithRawResponse(&raw))
		require.NoError(t, err)

		tw.sameParameters(t)
		require.JSONEq(t, tw.moved(theirs.GetHttpContentString()), string(raw.Body))
		compareWire(t, wireLeaves(t, raw.Body), leavesOf(resp))
	})
	require.True(tw.t, passed)
	return resp
}

// refuse makes a call with both clients that the endpoint refuses. Both have to
// say the same about it.
func refuse[Request requests.AcsRequest, Response responses.AcsResponse, Req, Resp any](
	tw *twins,
	official func(*cdn.Client, Request) (Response, error), request Request, p params,
	method func(*alicdn.Client, context.Context, *Req, ...alicdn.CallOption) (*Resp, error), req *Req,
) *alicdn.Error {
	tw.t.Helper()
	p.fill(tw.t, request)
	_, err := official(tw.official, request)
	var theirs *sdkerrors.ServerError
	require.ErrorAs(tw.t, err, &theirs)
	_, err = method(tw.client, tw.t.Context(), req, alicdn.WithAttempts(1))
	var ours *alicdn.Error
	require.ErrorAs(tw.t, err, &ours)

	assert.Equal(tw.t, theirs.HttpStatus(), ours.StatusCode)
	assert.Equal(tw.t, theirs.ErrorCode(), ours.Code)
	if theirs.RequestId() != "" { // the official client does not look into the header
		assert.Equal(tw.t, theirs.RequestId(), ours.RequestId)
	}
	assert.Equal(tw.t, theirs.HostId(), ours.HostId)
	assert.Equal(tw.t, theirs.Recommend(), ours.Recommend)
	if ours.Code != "" { // without one, the official message is the whole answer
		assert.Equal(tw.t, theirs.Message(), ours.Message)
	}
	return ours
}

// moved replaces the address of the endpoint of the official client, which
// answers mention, with that of ours.
func (tw *twins) moved(text string) string {
	host := func(server *cdntest.Server) string { return strings.TrimPrefix(server.URL, "http://") }
	return strings.ReplaceAll(text, host(tw.theirs), host(tw.ours))
}

// sameParameters makes sure that both clients sent the same parameters in their
// last request. The official client adds two of its own to any request.
func (tw *twins) sameParameters(t *testing.T) {
	t.Helper()
	theirs, ours := lastParameters(t, tw.theirs), lastParameters(t, tw.ours)
	assert.Equal(t, "cn-hangzhou", theirs["RegionId"])
	assert.Contains(t, theirs, "SignatureType")
	if _, own := ours["RegionId"]; !own { // DescribeCdnWafDomain has one of its own
		delete(theirs, "RegionId")
	}
	delete(theirs, "SignatureType")
	assert.Equal(t, theirs, ours)
	tw.sameTravel(t, ours["Action"].(string))
}

// lastParameters returns the parameters of the last request of a server, JSON
// decoded, without those that no two requests have in common.
func lastParameters(t *testing.T, server *cdntest.Server) map[string]any {
	t.Helper()
	all := server.Requests()
	require.NotEmpty(t, all)
	last := all[len(all)-1]
	require.True(t, last.Applied)
	return decoded(last.Params)
}

func decoded(values url.Values) map[string]any {
	all := make(map[string]any)
	for name := range values {
		text := values.Get(name)
		var value any
		if strings.HasPrefix(text, "[") || strings.HasPrefix(text, "{") {
			if err := json.Unmarshal([]byte(text), &value); err != nil {
				value = errors.Join(err, errors.New(text))
			}
		} else {
			value = text
		}
		all[name] = value
	}
	delete(all, "SignatureNonce")
	delete(all, "Timestamp")
	return all
}
