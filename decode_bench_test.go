//go:build !race

package alicdn

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/wire"
	"github.com/alicdn/alicdn-go/types"
)

// pointsAnswer is an answer of DescribeDomainBpsData.
func pointsAnswer(points int) []byte {
	var b strings.Builder
	b.WriteString(`{"BpsDataPerInterval":{"DataModule":[`)
	start := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	for i := range points {
		value := 11_288_111 + 7919*i%1_000_003
		fmt.Fprintf(&b, `{"DomesticValue":"%d","HttpsDomesticValue":"%d","HttpsOverseasValue":"1000","HttpsValue":"%d","OverseasValue":"2000","TimeStamp":"%s","Value":"%d"},`,
			value-2000, value/2-1000, value/2, start.Add(time.Duration(i)*5*time.Minute).Format(time.RFC3339), value)
	}
	return []byte(strings.TrimSuffix(b.String(), ",") +
		`]},"DataInterval":"300","DomainName":"static.example.com","EndTime":"2026-03-31T00:00:00Z","RequestId":"3C6CCEC4-6B88-4D4A-93E4-D47B3D92CF8F","StartTime":"2026-03-01T00:00:00Z"}`)
}

// domainsAnswer is an answer of DescribeUserDomains.
func domainsAnswer(domains int) []byte {
	var b strings.Builder
	b.WriteString(`{"Domains":{"PageData":[`)
	for i := range domains {
		fmt.Fprintf(&b, `{"CdnType":"web","Cname":"static-%04d.example.com.w.kunlunsl.com","Coverage":"domestic","Description":"","DomainId":%d,"DomainName":"static-%04[1]d.example.com",`+
			`"DomainStatus":"online","GmtCreated":"2026-03-01T00:00:00Z","GmtModified":"2026-03-31T00:00:00Z","ResourceGroupId":"rg-acfmyuji4b6r4ty","Sandbox":"",`+
			`"Sources":{"Source":[{"Content":"origin.example.com","Port":443,"Priority":"20","Type":"domain","Weight":"10"}]},"SslProtocol":"on"},`, i, 1_234_567_890_123_456+int64(i))
	}
	return []byte(strings.TrimSuffix(b.String(), ",") +
		fmt.Sprintf(`]},"PageNumber":1,"PageSize":%d,"RequestId":"3C6CCEC4-6B88-4D4A-93E4-D47B3D92CF8F","TotalCount":%[1]d}`, domains))
}

// quotaAnswer is a short answer, of DescribeRefreshQuota.
const quotaAnswer = `{"BlockQuota":"300","BlockRemain":"300","DirQuota":"100","DirRemain":"99","PreloadQuota":"500","PreloadRemain":"400","RegexQuota":"20",` +
	`"RegexRemain":"10","RequestId":"3C6CCEC4-6B88-4D4A-93E4-D47B3D92CF8F","UrlQuota":"2000","UrlRemain":"1996"}`

// always is a transport that gives the same answer to everything.
type always []byte

func (a always) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(a)), ContentLength: int64(len(a)), Request: r}, nil
}

func alwaysAnswered(tb testing.TB, body []byte) *Client {
	tb.Helper()
	c, err := New(benchCredentialsProvider, WithEndpoint(testEndpoint), WithHTTPClient(&http.Client{Transport: always(body)}), WithoutLimiter())
	require.NoError(tb, err)
	return c
}

var benchCredentialsProvider = CredentialsFunc(func(context.Context) (Credentials, error) { return benchCredentials, nil })

// decode decodes the usual way or fails.
func decode[T any](tb testing.TB, body []byte) *T {
	tb.Helper()
	out := new(T)
	if _, ok := wire.DecodeUsual(body, out); !ok {
		tb.Fatal("the answer is not read the usual way")
	}
	return out
}

// Decoding allocates for what it returns and hardly more: for a list once it
// knows how long it gets, for a text if it is not that of the element before.
func TestDecodeAllocates(t *testing.T) { //nolint:paralleltest // counts allocations
	quota, points, domains := []byte(quotaAnswer), pointsAnswer(8640), domainsAnswer(500)
	for _, tt := range []struct {
		name   string
		most   float64
		decode func()
	}{
		{"quota", 4, func() { decode[types.DescribeRefreshQuotaResponse](t, quota) }},
		{"8,640 points", 20, func() { decode[types.DescribeDomainBpsDataResponse](t, points) }},
		{"500 domains", 4*500 + 30, func() { decode[types.DescribeUserDomainsResponse](t, domains) }},
	} {
		tt.decode() // makes the plan
		assert.LessOrEqual(t, testing.AllocsPerRun(5, tt.decode), tt.most, tt.name)
	}
}

// A call allocates no memory for its body if an earlier one has: less in all
// than the body is long.
func TestCallAllocates(t *testing.T) { //nolint:paralleltest // counts allocations
	body := pointsAnswer(8640)
	client := alwaysAnswered(t, body)
	allocated := func() uint64 {
		sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	const calls = 10
	var before uint64
	for i := range 1 + calls {
		if i == 1 {
			before = allocated()
		}
		resp, err := client.DescribeDomainBpsData(t.Context(), fiveParameters())
		require.NoError(t, err)
		require.Len(t, resp.BpsDataPerInterval, 8640)
	}
	assert.Less(t, (allocated()-before)/calls, uint64(len(body)))
}

func BenchmarkDecode(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10_000} {
		body := pointsAnswer(n)
		b.Run(fmt.Sprintf("points=%d", n), func(b *testing.B) {
			benchmarkEach(b, n, len(body), func() { decode[types.DescribeDomainBpsDataResponse](b, body) })
		})
	}
	for _, n := range []int{10, 100, 1000, 10_000} {
		body := domainsAnswer(n)
		b.Run(fmt.Sprintf("domains=%d", n), func(b *testing.B) {
			benchmarkEach(b, n, len(body), func() { decode[types.DescribeUserDomainsResponse](b, body) })
		})
	}
}

// benchmarkEach reports the time of each of the n things that work is done on,
// which does not depend on n where the cost is linear.
func benchmarkEach(b *testing.B, n, bodySize int, work func()) {
	b.Helper()
	b.ReportAllocs()
	b.SetBytes(int64(bodySize))
	for b.Loop() {
		work()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/each")
}

// BenchmarkCall makes whole calls, without a network.
func BenchmarkCall(b *testing.B) {
	b.Run("quota", func(b *testing.B) {
		client := alwaysAnswered(b, []byte(quotaAnswer))
		benchmarkEach(b, 1, len(quotaAnswer), func() {
			_, err := client.DescribeRefreshQuota(b.Context(), nil)
			require.NoError(b, err)
		})
	})
	b.Run("points=8640", func(b *testing.B) {
		body := pointsAnswer(8640)
		client := alwaysAnswered(b, body)
		benchmarkEach(b, 8640, len(body), func() {
			_, err := client.DescribeDomainBpsData(b.Context(), fiveParameters())
			require.NoError(b, err)
		})
	})
	b.Run("domains=500", func(b *testing.B) {
		body := domainsAnswer(500)
		client := alwaysAnswered(b, body)
		benchmarkEach(b, 500, len(body), func() {
			_, err := client.DescribeUserDomains(b.Context(), &types.DescribeUserDomainsRequest{PageSize: 500})
			require.NoError(b, err)
		})
	})
}
