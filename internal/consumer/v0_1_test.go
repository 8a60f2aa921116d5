package consumer

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func TestOldCode(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	server := cdntest.NewServer(cdntest.WithDurations(cdntest.Durations{}), cdntest.WithCredentials("id", "secret"))
	defer server.Close()
	client, err := newClient(server.URL, io.Discard)
	must(t, err)
	ctx := t.Context()
	start := time.Now().Truncate(time.Hour).Add(-48 * time.Hour)

	status, err := domains(ctx, client, name)
	must(t, err)
	equal(t, types.DomainStatusOnline, status)
	all, err := names(ctx, client)
	must(t, err)
	equal(t, 1, len(all))
	submitted, err := purge(ctx, client, slices.Values([]string{name + "/a", name + "/b", name + "/a"}))
	must(t, err)
	equal(t, 2, submitted)
	bps, err := peak(ctx, client, name, start)
	must(t, err)
	equal(t, true, bps > 0)
	lines, err := logs(ctx, client, name, start)
	must(t, err)
	equal(t, true, lines > 0)
	billing, err := account(ctx, client)
	must(t, err)
	equal(t, types.InternetChargeTypePayByTraffic, billing)
	task, err := usage(ctx, client, start)
	must(t, err)
	equal(t, "monthly", task)
	list, err := tags(ctx, client, name)
	must(t, err)
	equal(t, true, slices.Contains(list, types.Tag{Key: "env", Value: "prod"}))
	code, err := untyped(ctx, client)
	must(t, err)
	equal(t, 200, code)

	_, err = client.StopCdnDomain(ctx, &types.StopCdnDomainRequest{DomainName: "unknown.example.com"})
	equal(t, "no such domain: InvalidDomain.NotFound", classify(err))
	_, err = certificates(ctx, client, types.Certificate{})
	equal(t, true, strings.HasPrefix(classify(err), "wrong request: "))
	_, err = client.StopCdnDomain(ctx, nil)
	equal(t, "wrong request: alicdn: StopCdnDomain: parameter DomainName is required", classify(err))
	equal(t, 2, len(otherCredentials))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func equal[T comparable](t *testing.T, want, got T) {
	t.Helper()
	if want != got {
		t.Fatalf("got %v, want %v", got, want)
	}
}
