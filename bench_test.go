package alicdn

import (
	"crypto/hmac"
	"crypto/sha1"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/action"
	"github.com/alicdn/alicdn-go/internal/param"
	"github.com/alicdn/alicdn-go/types"
)

// fiveParameters is a request of five parameters.
func fiveParameters() *types.DescribeDomainBpsDataRequest {
	return &types.DescribeDomainBpsDataRequest{
		DomainName: []string{"static.example.com"},
		StartTime:  types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:    types.UTC(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)),
		Interval:   types.Interval300,
		IspNameEn:  "alicom",
	}
}

var benchCredentials = Credentials{AccessKeyId: "LTAI5tBenchmark00000000", AccessKeySecret: "benchmark0secret0benchmark0sec"}

// encodeAndSign is what a call does from the request to the signed query.
func encodeAndSign(client *Client, name string, req any) (string, error) {
	params, err := param.Encode(req)
	if err != nil {
		return "", err
	}
	known, _ := action.Lookup(name)
	signed, err := client.sign(&call{action: name, known: known, params: params, query: newQuery(params)}, benchCredentials, time.Now())
	if err != nil {
		return "", err
	}
	return signed.inURL(), nil
}

// Under the race detector a sync.Pool forgets at random, which costs the keyed
// hash of some calls.
func TestSignAndEncodeAllocates(t *testing.T) { //nolint:paralleltest // counts allocations
	client, err := New(StaticCredentials("id", "secret", ""))
	require.NoError(t, err)
	req := fiveParameters()
	allocations := testing.AllocsPerRun(100, func() {
		_, err := encodeAndSign(client, "DescribeDomainBpsData", req)
		require.NoError(t, err)
	})
	const keyedHash = 9
	assert.LessOrEqual(t, allocations, 10.0+keyedHash*raceDetector)
}

func BenchmarkSignAndEncode(b *testing.B) {
	client, err := New(StaticCredentials("id", "secret", ""))
	require.NoError(b, err)
	req := fiveParameters()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := encodeAndSign(client, "DescribeDomainBpsData", req); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHMACSHA1 is the floor of BenchmarkSignAndEncode: it hashes the same
// bytes.
func BenchmarkHMACSHA1(b *testing.B) {
	params, err := param.Encode(fiveParameters())
	require.NoError(b, err)
	own := textOf(attemptQuery("DescribeDomainBpsData", benchCredentials, time.Now()))
	canonical := own + string(newQuery(params).text)
	text := []byte("GET&%2F&" + percentEncode(canonical))
	key := []byte(benchCredentials.AccessKeySecret + "&")
	b.ReportAllocs()
	for b.Loop() {
		mac := hmac.New(sha1.New, key)
		mac.Write(text)
		mac.Sum(nil)
	}
}
