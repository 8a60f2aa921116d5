package alicdn

import (
	"context"
	"errors"
	"net/http"
	"runtime"
	"testing"
	"testing/synctest"
	"time"

	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

const (
	skewed  = `{"Code":"InvalidTimeStamp.Expired","Message":"Specified time stamp or date value is expired.","RequestId":"R"}`
	expired = `{"Code":"InvalidSecurityToken.Expired","Message":"Specified SecurityToken is expired.","RequestId":"R"}`
	busy    = `{"Code":"ServiceBusy","Message":"The specified Domain is configuring, please retry later.","RequestId":"R"}`
)

// served answers like a service whose clock is ahead.
func served(ahead time.Duration, status int, body string) httpmock.Responder {
	return func(*http.Request) (*http.Response, error) {
		resp := httpmock.NewStringResponse(status, body)
		resp.Header.Set("Date", time.Now().Add(ahead).UTC().Format(http.TimeFormat))
		return resp, nil
	}
}

func TestClockIsSetByTheService(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const ahead = 3 * time.Hour
		r := &recorder{answers: []httpmock.Responder{served(ahead, 400, skewed), served(ahead, 200, `{}`)}}
		c := mockClient(t, r.respond)
		stamp := func(i int) string { return r.requests[i].Get("Timestamp") }
		started := time.Now()

		_, err := c.RefreshObjectCaches(t.Context(), &types.RefreshObjectCachesRequest{ObjectPath: []string{"http://example.com/a"}})
		require.NoError(t, err, "a refused request is repeated whatever its class")
		assert.Zero(t, time.Since(started), "without a wait")
		assert.Equal(t, "2000-01-01T00:00:00Z", stamp(0))
		assert.Equal(t, "2000-01-01T03:00:00Z", stamp(1))

		_, err = c.DescribeCdnService(t.Context(), nil)
		require.NoError(t, err)
		assert.Equal(t, "2000-01-01T03:00:00Z", stamp(2), "other calls profit")
	})
}

func TestClockIsSetOnceACall(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{answers: []httpmock.Responder{served(time.Hour, 400, skewed), served(2*time.Hour, 400, skewed), served(0, 200, `{}`)}}
		_, err := mockClient(t, r.respond).DescribeCdnService(t.Context(), nil)
		require.ErrorIs(t, err, ErrSignature)
		assert.Equal(t, 2, r.sent())

		r = &recorder{answers: []httpmock.Responder{served(0, 400, skewed)}}
		_, err = mockClient(t, r.respond).DescribeCdnService(t.Context(), nil)
		require.ErrorIs(t, err, ErrSignature)
		assert.Equal(t, 1, r.sent(), "a clock that is right cannot be set")

		r = &recorder{answers: []httpmock.Responder{answer(400, skewed)}}
		_, err = mockClient(t, r.respond).DescribeCdnService(t.Context(), nil)
		require.ErrorIs(t, err, ErrSignature)
		assert.Equal(t, 1, r.sent(), "no Date, no correction")
	})
}

func TestExpiredTokenIsReplaced(t *testing.T) {
	t.Parallel()
	source := &countingProvider{}
	r := &recorder{answers: []httpmock.Responder{answer(400, expired), answer(200, `{}`)}}
	c := mockClient(t, r.respond)
	c.credentials = CachedCredentials(source)
	_, err := c.RefreshObjectCaches(t.Context(), &types.RefreshObjectCachesRequest{ObjectPath: []string{"http://example.com/a"}})
	require.NoError(t, err)
	assert.Equal(t, "id1", r.requests[0].Get("AccessKeyId"))
	assert.Equal(t, "id2", r.requests[1].Get("AccessKeyId"))

	_, err = c.DescribeCdnService(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, "id2", r.requests[2].Get("AccessKeyId"), "the new ones are cached")

	r = &recorder{answers: []httpmock.Responder{answer(400, expired)}}
	c = mockClient(t, r.respond)
	c.credentials = CachedCredentials(source)
	_, err = c.DescribeCdnService(t.Context(), nil)
	require.ErrorIs(t, err, ErrSignature)
	assert.Equal(t, 2, r.sent(), "repeated once")
}

func TestStaleTokenOfAnotherCallDropsNothing(t *testing.T) {
	t.Parallel()
	source := &countingProvider{}
	cached := CachedCredentials(source)
	current, err := cached.Credentials(t.Context())
	require.NoError(t, err)
	e, ok := cached.(expirer)
	require.True(t, ok)
	e.Expire(Credentials{AccessKeyId: "older"})
	again, err := cached.Credentials(t.Context())
	require.NoError(t, err)
	assert.Equal(t, current, again)
}

func TestCachedCredentialsAreUsedWhileRenewalHangs(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		source := &countingProvider{valid: 10 * time.Minute}
		cached := CachedCredentials(source)
		_, err := cached.Credentials(t.Context())
		require.NoError(t, err)
		time.Sleep(8 * time.Minute)
		source.delay = time.Hour

		go func() { _, _ = cached.Credentials(t.Context()) }()
		synctest.Wait()
		started := time.Now()
		c, err := cached.Credentials(t.Context())
		require.NoError(t, err)
		assert.Equal(t, "id1", c.AccessKeyId)
		assert.Zero(t, time.Since(started))
		time.Sleep(2 * time.Hour)
	})
}

func TestFailedRenewalIsNotTriedAtOnceAgain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		source := &countingProvider{valid: 10 * time.Minute}
		cached := CachedCredentials(source)
		_, err := cached.Credentials(t.Context())
		require.NoError(t, err)
		time.Sleep(8 * time.Minute)
		source.broken = errors.New("no answer")
		for range 100 {
			_, err := cached.Credentials(t.Context())
			require.NoError(t, err)
		}
		assert.Equal(t, 2, source.calls)
		time.Sleep(10 * time.Second)
		_, err = cached.Credentials(t.Context())
		require.NoError(t, err)
		assert.Equal(t, 3, source.calls)
	})
}

func TestBusyDomainIsAskedAgainAfterALongerWait(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{answers: []httpmock.Responder{answer(403, busy), answer(200, `{}`)}}
		var wait time.Duration
		c := mockClient(t, r.respond, WithRetry(RetryPolicy{BaseDelay: 500 * time.Millisecond, MaxDelay: 20 * time.Second}),
			WithAttemptHook(func(_ context.Context, a Attempt) { wait += a.RetryIn }))
		started := time.Now()
		_, err := c.BatchSetCdnDomainConfig(t.Context(), &types.BatchSetCdnDomainConfigRequest{
			DomainNames: []string{"example.com"}, Functions: types.Functions{{FunctionName: types.FunctionGzip}},
		})
		require.NoError(t, err)
		assert.Equal(t, wait, time.Since(started))
		assert.LessOrEqual(t, wait, 5*time.Second)
	})
}

func TestRetryBudgetStopsAStorm(t *testing.T) {
	t.Parallel()
	r := &recorder{answers: []httpmock.Responder{answer(503, `{"Code":"ServiceUnavailable"}`)}}
	c := mockClient(t, r.respond, WithoutLimiter())
	const calls = 200
	for range calls {
		_, err := c.DescribeCdnService(t.Context(), nil)
		require.ErrorIs(t, err, ErrUnavailable)
	}
	assert.Equal(t, calls+100, r.sent(), "of 400 repeats 100 are paid for")
}

// Repeats with a mended clock or token are free, so their success gives back no
// more than any other.
func TestMendedRepeatsDoNotFillTheBudget(t *testing.T) {
	t.Parallel()
	mended := &recorder{answers: []httpmock.Responder{answer(400, expired), answer(200, `{}`)}}
	c := mockClient(t, mended.respond, WithoutLimiter())
	for c.budget.Take() {
	}
	for range 4 { // each of them is worth 1, a paid one is given back its 5
		mended.requests = nil
		_, err := c.DescribeCdnService(t.Context(), nil)
		require.NoError(t, err)
		require.Equal(t, 2, mended.sent())
	}
	assert.False(t, c.budget.Take())
	mended.requests = nil
	_, err := c.DescribeCdnService(t.Context(), nil)
	require.NoError(t, err)
	assert.True(t, c.budget.Take(), "five successes pay for a repeat")

	c = mockClient(t, (&recorder{answers: []httpmock.Responder{answer(400, throttled), answer(200, `{}`)}}).respond, WithoutLimiter())
	for range 99 {
		require.True(t, c.budget.Take())
	}
	_, err = c.DescribeCdnService(t.Context(), nil)
	require.NoError(t, err)
	assert.True(t, c.budget.Take(), "a paid repeat that succeeds pays for itself")
	assert.False(t, c.budget.Take())
}

// A provider that fails is not asked again: the call ends with its error.
func TestProviderThatFailsIsAskedOnce(t *testing.T) {
	t.Parallel()
	asked, broken := 0, errors.New("vault is sealed")
	r := &recorder{answers: []httpmock.Responder{answer(200, `{}`)}}
	c := mockClient(t, r.respond)
	for _, provider := range []CredentialsProvider{
		CredentialsFunc(func(context.Context) (Credentials, error) { asked++; return Credentials{}, broken }),
		CachedCredentials(CredentialsFunc(func(context.Context) (Credentials, error) { asked++; return Credentials{}, broken })),
	} {
		asked = 0
		c.credentials = provider
		_, err := c.DescribeCdnService(t.Context(), nil)
		require.ErrorIs(t, err, broken)
		require.ErrorContains(t, err, "alicdn: DescribeCdnService: get credentials: ")
		assert.Equal(t, 1, asked)
		assert.Zero(t, r.sent())

		_, err = c.DescribeCdnService(t.Context(), nil)
		require.ErrorIs(t, err, broken)
		assert.Equal(t, 2, asked, "the next call asks anew")
	}
}

// A source that ends its goroutine, as a failed test does, leaves nobody
// waiting.
func TestCachedCredentialsOfASourceThatDoesNotReturn(t *testing.T) {
	t.Parallel()
	asked := 0
	cached := CachedCredentials(CredentialsFunc(func(context.Context) (Credentials, error) {
		if asked++; asked == 1 {
			runtime.Goexit()
		}
		return Credentials{AccessKeyId: "id", AccessKeySecret: "secret"}, nil
	}))
	_, err := cached.Credentials(t.Context())
	require.ErrorContains(t, err, "get credentials to cache: provider ended its goroutine")
	c, err := cached.Credentials(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "id", c.AccessKeyId)
}

func TestLimiterLearns(t *testing.T) {
	t.Parallel()
	var seen []bool
	r := &recorder{answers: []httpmock.Responder{answer(400, throttled), lose(context.DeadlineExceeded), answer(404, `{"Code":"InvalidDomain.NotFound"}`)}}
	c := mockClient(t, r.respond, WithLimiter(&learning{&seen}))
	_, err := c.DescribeCdnService(t.Context(), nil)
	require.ErrorIs(t, err, ErrNotFound)
	assert.Equal(t, []bool{true, false}, seen, "of the attempts that were answered")
}

// learning is a limiter that only learns.
type learning struct{ seen *[]bool }

func (l *learning) Wait(context.Context, string) error { return nil }

func (l *learning) Observe(_ string, throttled bool) { *l.seen = append(*l.seen, throttled) }

func TestDefaultLimiterHoldsCallsBack(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{answers: []httpmock.Responder{answer(200, `{}`)}}
		shared := NewLimiter()
		first, second := mockClient(t, r.respond, WithLimiter(shared)), mockClient(t, r.respond, WithLimiter(shared))
		started := time.Now()
		for range 20 { // 20 a second are allowed
			require.NoError(t, first.Do(t.Context(), "DescribeRefreshQuota", nil, nil))
			require.NoError(t, second.Do(t.Context(), "DescribeRefreshQuota", nil, nil))
		}
		assert.InDelta(t, time.Second, time.Since(started), float64(time.Millisecond))

		own := mockClient(t, r.respond)
		started = time.Now()
		for range 40 {
			require.NoError(t, own.Do(t.Context(), "DescribeRefreshQuota", nil, nil))
		}
		assert.InDelta(t, time.Second, time.Since(started), float64(time.Millisecond), "a client has one of its own")
	})
}

func TestServiceThatRepeatsSecretsInItsMessage(t *testing.T) {
	t.Parallel()
	c := mockClient(t, func(r *http.Request) (*http.Response, error) {
		params, err := requestParams(r)
		if err != nil {
			return nil, err
		}
		toSign := r.Method + "&%2F&" + percentEncode(canonicalQuery(params))
		return httpmock.NewStringResponse(400, `{"Code":"SignatureDoesNotMatch","Message":"server string to sign is:`+toSign+`"}`), nil
	})
	c.credentials = StaticCredentials("testid", "testsecret", "hush+token/==")
	_, err := c.SetDomainServerCertificate(t.Context(), &types.SetDomainServerCertificateRequest{
		DomainName: "example.com", ServerCertificateStatus: types.SwitchOn,
		ServerCertificate: "-----BEGIN CERTIFICATE-----\n", PrivateKey: "-----BEGIN hush key\nhush\n-----END",
	})
	var failed *Error
	require.ErrorAs(t, err, &failed)
	assert.Contains(t, failed.Message, "server string to sign is:POST")
	for _, text := range []string{err.Error(), failed.Message, string(failed.Body)} {
		assert.NotContains(t, text, "hush")
		assert.Contains(t, text, "***")
	}
}

func TestTransportThatNamesTheURLInItsError(t *testing.T) {
	t.Parallel()
	c := mockClient(t, func(r *http.Request) (*http.Response, error) {
		return nil, errors.New("no route to " + r.URL.String())
	})
	c.credentials = StaticCredentials("testid", "testsecret", "hush-token")
	_, err := c.DescribeCdnService(t.Context(), nil, WithAttempts(1))
	require.ErrorContains(t, err, "no route to https://cdn.example.test")
	assert.NotContains(t, err.Error(), "hush")
	assert.Contains(t, err.Error(), "&Signature=***")
}
