package alicdn_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// lasting is a certificate that is valid for so many days.
func lasting(days int, names ...string) types.Certificate {
	c := newChain(names...)
	template := serverTemplate(names...)
	template.NotBefore, template.NotAfter = time.Now(), time.Now().AddDate(0, 0, days)
	c.leaf = issue(template, newKey(), c.middle)
	return c.certificate()
}

// lines are certificates in short.
func lines(infos []types.CertInfo) []string {
	var all []string
	for _, info := range infos {
		all = append(all, fmt.Sprintf("%s %s %s %s", info.CertExpireTime.UTC().Format(time.DateOnly), info.DomainName, info.CertName[:strings.LastIndex(info.CertName, "-")], info.CertOrg))
	}
	return all
}

// expiringServer has 60 domains, seven of them with certificates.
func expiringServer(t *testing.T) (*cdntest.Server, *alicdn.Client) {
	t.Helper()
	server := slowServer(cdntest.WithDomains(sixtyDomains()...))
	client := server.Client()
	for days, names := range map[int][]string{90: shop, 30: {"d1.example.com"}, 10: {"*.a.shop.example.com"}, 1: {"d2.example.com"}} {
		_, err := client.RolloutCertificate(t.Context(), lasting(days, names...), alicdn.RolloutOptions{NoWait: true})
		require.NoError(t, err)
	}
	time.Sleep(time.Hour)
	_, err := client.SetDomainServerCertificate(t.Context(), &types.SetDomainServerCertificateRequest{DomainName: "b.shop.example.com", ServerCertificateStatus: types.SwitchOff})
	require.NoError(t, err)
	time.Sleep(48 * time.Hour)
	server.ResetRequests()
	return server, client
}

func TestExpiringCertificates(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server, client := expiringServer(t)
		day := 24 * time.Hour
		const (
			d1, d2   = "2000-01-31 d1.example.com d1.example.com-20000131 Example Trust", "2000-01-02 d2.example.com d2.example.com-20000102 Example Trust"
			shopOf   = "2000-03-31 %s shop.example.com-20000331 Example Trust"
			ofOneDay = "2000-01-11 x.a.shop.example.com a.shop.example.com-20000111 Example Trust"
		)
		for within, want := range map[time.Duration][]string{
			-2 * day:                           nil,
			0:                                  {d2},
			8*day - time.Hour - time.Second*60: {d2},
			8 * day:                            {d2, ofOneDay},
			28 * day:                           {d2, ofOneDay, d1},
			365 * day: {
				d2, ofOneDay, d1,
				fmt.Sprintf(shopOf, ".shop.example.com"), fmt.Sprintf(shopOf, "a.shop.example.com"), fmt.Sprintf(shopOf, "c.shop.example.com"), fmt.Sprintf(shopOf, "www.example.net"),
			},
		} {
			infos, err := client.ExpiringCertificates(t.Context(), within, alicdn.ExpiringOptions{})
			require.NoError(t, err)
			assert.Equal(t, want, lines(infos), within)
		}
		expiry := time.Date(2000, 1, 11, 0, 0, 0, 0, time.UTC)
		for within, want := range map[time.Duration]int{time.Until(expiry): 2, time.Until(expiry) - 1: 1} {
			infos, err := client.ExpiringCertificates(t.Context(), within, alicdn.ExpiringOptions{})
			require.NoError(t, err)
			assert.Len(t, infos, want, "to the moment")
		}
		server.ResetRequests()
		_, err := client.ExpiringCertificates(t.Context(), 365*day, alicdn.ExpiringOptions{Workers: 1})
		require.NoError(t, err)
		assert.Len(t, server.Requests(), 1+7, "a page, and each domain with HTTPS")
		server.ResetRequests()
		_, err = client.ExpiringCertificates(t.Context(), 8*day, alicdn.ExpiringOptions{})
		require.NoError(t, err)
		assert.Len(t, server.Requests(), 1+2, "a page, and each domain whose certificate expires by then")

		// Without the list of domains with HTTPS, all domains are listed.
		server.ResetRequests()
		server.Script("DescribeCdnHttpsDomainList", cdntest.Fail(types.InvalidActionNotFound))
		infos, err := client.ExpiringCertificates(t.Context(), 8*day, alicdn.ExpiringOptions{})
		require.NoError(t, err)
		assert.Equal(t, []string{d2, ofOneDay}, lines(infos))
		assert.Len(t, server.Requests(), 1+2+7, "what is refused, two pages, and each domain with HTTPS")

		_, err = client.ExpiringCertificates(t.Context(), day, alicdn.ExpiringOptions{Workers: -1})
		require.ErrorIs(t, err, alicdn.ErrInvalid)
	})
}

// What could not be looked at is told beside the rest.
func TestExpiringCertificatesInPart(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server, client := expiringServer(t)
		text := strings.ReplaceAll(lasting(20, "d1.example.com").ServerCertificate, "\n", `\n`)
		const infos = `{"CertInfos":{"CertInfo":[{"ServerCertificateStatus":"on","CertName":"unknown-1"%s}]}}`
		server.Script("DescribeDomainCertificateInfo",
			cdntest.Fail(types.ForbiddenRAM),
			cdntest.Fail(types.InvalidDomainNotFound), // deleted meanwhile
			cdntest.JSON(fmt.Sprintf(infos, "")),
			cdntest.JSON(fmt.Sprintf(infos, `,"ServerCertificate":"no certificate"`)),
			cdntest.JSON(fmt.Sprintf(infos, `,"ServerCertificate":"`+text+`"`)),
		)
		found, err := client.ExpiringCertificates(t.Context(), 365*24*time.Hour, alicdn.ExpiringOptions{Workers: 1})
		require.ErrorIs(t, err, alicdn.ErrForbidden)
		require.NotErrorIs(t, err, alicdn.ErrNotFound)
		assert.Equal(t, 2, strings.Count(err.Error(), `the service does not say when the certificate "unknown-1" expires`))
		assert.Equal(t, 3, strings.Count(err.Error(), "domain "))
		assert.Len(t, found, 3)
		assert.Equal(t, 1, strings.Count(strings.Join(lines(found), "\n"), "2000-01-23"), "of the text of the certificate")

		server.Script("DescribeCdnHttpsDomainList", cdntest.Fail(types.ForbiddenRAM))
		server.Script("DescribeUserDomains", cdntest.Pass(), cdntest.Fail(types.ForbiddenRAM))
		found, err = client.ExpiringCertificates(t.Context(), 365*24*time.Hour, alicdn.ExpiringOptions{})
		require.ErrorIs(t, err, alicdn.ErrForbidden)
		assert.NotEmpty(t, found, "those of the first page")

		server.Script("DescribeDomainCertificateInfo", cdntest.Times(5, cdntest.InternalError())...)
		found, err = client.ExpiringCertificates(t.Context(), 365*24*time.Hour, alicdn.ExpiringOptions{})
		require.NoError(t, err, "failures that pass are waited out")
		assert.Len(t, found, 7)
	})
}

func TestExpiringCertificatesCancelled(t *testing.T) {
	t.Parallel()
	for _, after := range []time.Duration{0, 500 * time.Millisecond, 1500 * time.Millisecond} {
		synctest.Test(t, func(t *testing.T) {
			server, client := expiringServer(t)
			server.Script("DescribeCdnHttpsDomainList", cdntest.Latency(time.Second))
			server.Script("DescribeDomainCertificateInfo", cdntest.Times(7, cdntest.Latency(time.Second))...)
			ctx, cancel := context.WithTimeout(t.Context(), after)
			defer cancel()
			started := time.Now()
			found, err := client.ExpiringCertificates(ctx, time.Hour, alicdn.ExpiringOptions{})
			require.ErrorIs(t, err, context.DeadlineExceeded)
			assert.Empty(t, found)
			assert.Equal(t, after, time.Since(started))
		})
	}
}
