package certificate

import (
	"context"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync"
	"time"

	"github.com/alicdn/alicdn-go/internal/sorted"
	"github.com/alicdn/alicdn-go/internal/workers"
	"github.com/alicdn/alicdn-go/types"
)

// Expiring returns the certificates of domains with HTTPS that expire before a
// time, the first first, and joins the errors of the domains that it could not
// look at. Info returns the certificates of a domain, none if it is gone.
func Expiring(ctx context.Context, n int, domains iter.Seq2[types.PageData, error], before time.Time, info func(ctx context.Context, domain string) ([]types.CertInfo, error)) ([]types.CertInfo, error) {
	var (
		mu       sync.Mutex
		found    []types.CertInfo
		failures []error
	)
	fail := func(err error) {
		mu.Lock()
		defer mu.Unlock()
		failures = append(failures, err)
	}
	withHTTPS := func(yield func(types.PageData) bool) {
		for domain, err := range domains {
			if err != nil {
				fail(err)
				return
			}
			if domain.SslProtocol != types.SwitchOff && !yield(domain) {
				return
			}
		}
	}
	err := workers.Each(ctx, n, withHTTPS, func(ctx context.Context, domain types.PageData) error {
		infos, err := info(ctx, domain.DomainName)
		if err != nil && ctx.Err() != nil {
			return err
		}
		if err != nil {
			fail(fmt.Errorf("domain %s: %w", domain.DomainName, err))
		}
		mu.Lock()
		defer mu.Unlock()
		for _, cert := range infos {
			if cert.ServerCertificateStatus == types.SwitchOff {
				continue
			}
			if cert.CertExpireTime.IsZero() {
				cert.CertExpireTime.Time = expiry(cert.ServerCertificate)
			}
			switch {
			case cert.CertExpireTime.IsZero():
				failures = append(failures, fmt.Errorf("domain %s: alicdn: the service does not say when the certificate %q expires", domain.DomainName, cert.CertName))
			case !cert.CertExpireTime.After(before):
				cert.DomainName = domain.DomainName
				found = append(found, cert)
			}
		}
		return nil
	})
	if err != nil {
		failures = append(failures, err)
	}
	found = sorted.Func(found, func(a, b *types.CertInfo) int {
		if c := a.CertExpireTime.Compare(b.CertExpireTime.Time); c != 0 {
			return c
		}
		return strings.Compare(a.DomainName, b.DomainName)
	})
	failures = sorted.Func(failures, func(a, b *error) int { return strings.Compare((*a).Error(), (*b).Error()) })
	return found, errors.Join(failures...)
}

// expiry reads from the text of a certificate when it expires; never if it
// cannot be read.
func expiry(text string) time.Time {
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return time.Time{}
	}
	cert, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		return time.Time{}
	}
	return cert.NotAfter
}
