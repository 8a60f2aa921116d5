package alicdn

import (
	"context"
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/poll"
)

// signatureVector is a row of testdata/signatures.json, which
// testdata/signatures.py has computed.
type signatureVector struct {
	Name      string            `json:"name"`
	Method    string            `json:"method"`
	Secret    string            `json:"secret"`
	Params    map[string]string `json:"params"`
	Canonical string            `json:"canonical"`
	Signature string            `json:"signature"`
}

func signatureVectors(tb testing.TB) []signatureVector {
	tb.Helper()
	text, err := os.ReadFile("testdata/signatures.json")
	require.NoError(tb, err)
	var vectors []signatureVector
	require.NoError(tb, json.Unmarshal(text, &vectors))
	return vectors
}

func TestSignatureVectors(t *testing.T) {
	t.Parallel()
	vectors := signatureVectors(t)
	require.GreaterOrEqual(t, len(vectors), 32)
	for _, v := range vectors {
		t.Run(v.Name, func(t *testing.T) {
			t.Parallel()
			params := url.Values{}
			for name, value := range v.Params {
				params.Set(name, value)
			}
			assert.Equal(t, v.Canonical, canonicalQuery(params))
			assert.Equal(t, v.Signature, signature(v.Method, params, v.Secret))
		})
	}
}

// The two signatures that the reference vouches for, as literals.
func TestSignatureOfReference(t *testing.T) {
	t.Parallel()
	params := func(timestamp, version string) url.Values {
		values, err := url.ParseQuery("AccessKeyId=testid&Action=DescribeCdnService&Format=JSON&SignatureMethod=HMAC-SHA1" +
			"&SignatureNonce=9b7a44b0-3be1-11e5-8c73-08002700c460&SignatureVersion=1.0" +
			"&Timestamp=" + timestamp + "&Version=" + version)
		require.NoError(t, err)
		return values
	}
	assert.Equal(t, "Xe3QaF2/GALznCpHTrJLrlh9l9Y=", signature("GET", params("2018-05-10T02%3A19%3A46Z", "2018-05-10"), "testsecret"))
	assert.Equal(t, "KkkQOf0ymKf4yVZLggy6kYiwgFs=", signature("GET", params("2015-08-06T02%3A19%3A46Z", "2014-11-11"), "testsecret"))
}

// percentEncodeByByte is the rule of the reference, byte by byte.
func percentEncodeByByte(s string) string {
	const stay = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"
	var b strings.Builder
	for _, c := range []byte(s) {
		if strings.IndexByte(stay, c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

func FuzzPercentEncode(f *testing.F) {
	for _, seed := range []string{"", "a b", "*~+%", "测试", "\x00\xff\r\n", "🚀"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		encoded := percentEncode(s)
		if want := percentEncodeByByte(s); encoded != want {
			t.Fatalf("percentEncode(%q) = %q, want %q", s, encoded, want)
		}
		if decoded, err := url.QueryUnescape(encoded); err != nil || decoded != s {
			t.Fatalf("%q decodes to %q, %v", encoded, decoded, err)
		}
	})
}

// A long parameter is hashed piece by piece.
func TestSignatureOfLongParameters(t *testing.T) {
	t.Parallel()
	for _, length := range []int{0, 1, 300, encodedAtOnce - 1, encodedAtOnce, encodedAtOnce + 1, 3*encodedAtOnce + 7, 100_000} {
		for _, text := range []string{"a", "/", "é", "a:/"} {
			params := url.Values{"ObjectPath": {strings.Repeat(text, length)}, "Z": {strings.Repeat("z", length)}, "A": {"a"}}
			mac := hmac.New(sha1.New, []byte("testsecret&"))
			mac.Write([]byte("POST&%2F&" + percentEncodeByByte(canonicalQuery(params))))
			assert.Equal(t, base64.StdEncoding.EncodeToString(mac.Sum(nil)), signature("POST", params, "testsecret"), "%d times %s", length, text)
		}
	}
}

func TestValuesOfOneNameAreSorted(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "a=1&a=2&b=3", canonicalQuery(url.Values{"b": {"3"}, "a": {"2", "1"}}))
}

func TestCommonParams(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 1, 20, 0, 0, 0, time.FixedZone("", 8*60*60))
	common := func(creds Credentials) url.Values {
		values, err := url.ParseQuery(textOf(attemptQuery("DescribeCdnService", creds, now)))
		require.NoError(t, err)
		return values
	}
	first := common(Credentials{AccessKeyId: "id"})
	second := common(Credentials{AccessKeyId: "id", SecurityToken: "token"})

	assert.Equal(t, "2026-03-01T12:00:00Z", first.Get("Timestamp"), "the time is in UTC")
	assert.Equal(t, "JSON", first.Get("Format"))
	assert.Equal(t, "2018-05-10", first.Get("Version"))
	assert.Len(t, first.Get("SignatureNonce"), 32, "128 bits in hex")
	assert.NotEqual(t, first.Get("SignatureNonce"), second.Get("SignatureNonce"))
	assert.False(t, first.Has("SecurityToken"))
	assert.Equal(t, "token", second.Get("SecurityToken"))
	for name := range second {
		assert.True(t, reserved[name], "%s is reserved", name)
	}
}

func TestStaticCredentials(t *testing.T) {
	t.Parallel()
	c, err := StaticCredentials("id", "secret", "token").Credentials(t.Context())
	require.NoError(t, err)
	assert.Equal(t, Credentials{AccessKeyId: "id", AccessKeySecret: "secret", SecurityToken: "token"}, c)
}

func TestEnvCredentials(t *testing.T) {
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "id")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "")
	provider := EnvCredentials()
	_, err := provider.Credentials(t.Context())
	require.ErrorContains(t, err, "ALIBABA_CLOUD_ACCESS_KEY_SECRET")

	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret")
	t.Setenv("ALIBABA_CLOUD_SECURITY_TOKEN", "token")
	c, err := provider.Credentials(t.Context())
	require.NoError(t, err)
	assert.Equal(t, Credentials{AccessKeyId: "id", AccessKeySecret: "secret", SecurityToken: "token"}, c)
}

func TestCredentialsArePrintedMasked(t *testing.T) {
	t.Parallel()
	c := Credentials{AccessKeyId: "visible", AccessKeySecret: "hush-secret", SecurityToken: "hush-token"}
	var outputs []string
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		outputs = append(outputs, fmt.Sprintf(verb, c), fmt.Sprintf(verb, &c), fmt.Sprintf(verb, []Credentials{c}))
	}
	text, err := json.Marshal(c)
	require.NoError(t, err)
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "credentials", c)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "credentials", c)
	cached := CachedCredentials(StaticCredentials(c.AccessKeyId, c.AccessKeySecret, c.SecurityToken))
	_, err = cached.Credentials(t.Context())
	require.NoError(t, err)
	for _, verb := range []string{"%v", "%+v", "%#v"} {
		assert.Equal(t, "CachedCredentials", fmt.Sprintf(verb, cached))
	}
	outputs = append(outputs, string(text), log.String(), c.String())
	for _, output := range outputs {
		assert.NotContains(t, output, "hush")
		assert.NotContains(t, output, fmt.Sprintf("%x", "hush"))
		assert.NotContains(t, output, base64.StdEncoding.EncodeToString([]byte("hush")))
		assert.Contains(t, output, "visible")
	}
}

// countingProvider hands out credentials that are valid for a while.
type countingProvider struct {
	calls  int
	valid  time.Duration
	delay  time.Duration
	broken error
}

func (p *countingProvider) Credentials(ctx context.Context) (Credentials, error) {
	p.calls++
	if err := poll.Sleep(ctx, p.delay); err != nil {
		return Credentials{}, err
	}
	if p.broken != nil {
		return Credentials{}, p.broken
	}
	c := Credentials{AccessKeyId: fmt.Sprint("id", p.calls), AccessKeySecret: "secret"}
	if p.valid > 0 {
		c.Expires = time.Now().Add(p.valid)
	}
	return c, nil
}

func TestCachedCredentialsAskOnceForAll(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		source := &countingProvider{delay: time.Second}
		cached := CachedCredentials(source)
		for range 10 {
			go func() {
				c, err := cached.Credentials(t.Context())
				assert.NoError(t, err)
				assert.Equal(t, "id1", c.AccessKeyId)
			}()
		}
		time.Sleep(time.Hour)
		_, err := cached.Credentials(t.Context())
		require.NoError(t, err)
		assert.Equal(t, 1, source.calls, "credentials that do not expire are kept")
	})
}

func TestCachedCredentialsAreRenewedAhead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		source := &countingProvider{valid: 15 * time.Minute}
		cached := CachedCredentials(source)
		id := func() string {
			c, err := cached.Credentials(t.Context())
			require.NoError(t, err)
			return c.AccessKeyId
		}
		assert.Equal(t, "id1", id())
		time.Sleep(11 * time.Minute)
		assert.Equal(t, "id1", id())
		time.Sleep(2 * time.Minute)
		assert.Equal(t, "id2", id(), "renewed although still valid")

		source.broken = errors.New("no answer")
		time.Sleep(14 * time.Minute)
		assert.Equal(t, "id2", id(), "still valid while renewal fails")
		time.Sleep(2 * time.Minute)
		_, err := cached.Credentials(t.Context())
		require.ErrorContains(t, err, "renew credentials that expire at 2000-01-01T00:28:00Z: no answer")
	})
}

func TestCachedCredentialsWaiterCanLeave(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		source := &countingProvider{delay: 20 * time.Second}
		cached := CachedCredentials(source)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_, err := cached.Credentials(ctx)
		require.ErrorIs(t, err, context.DeadlineExceeded)

		c, err := cached.Credentials(t.Context())
		require.NoError(t, err)
		assert.Equal(t, "id1", c.AccessKeyId, "the question goes on for the others")
	})
}
