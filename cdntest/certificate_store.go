package cdntest

import (
	"cmp"
	"crypto/sha1"
	"crypto/x509"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// StoredCertificate is a certificate that the account keeps from the start, see
// [WithCertificates]. Its ID is that which DescribeCdnSSLCertificateList or
// DescribeCdnSMCertificateList tells.
type StoredCertificate struct {
	// CertName is its name, another for each.
	CertName string

	// CertRegion is where it is stored; cn-hangzhou if empty.
	CertRegion types.CertRegion

	// ServerCertificate is its text in PEM form.
	ServerCertificate string

	// SMNames, instead of a text, are what a ShangMi (SM) certificate is for,
	// which the server makes up. It is valid for a year.
	SMNames []string
}

// WithCertificates lets the server start with these certificates, which no
// domain serves yet. It is the only way to have SM certificates, and
// certificates in another region than cn-hangzhou: no action of the API stores
// those.
func WithCertificates(certs ...StoredCertificate) Option {
	return func(s *settings) { s.certificates = append(s.certificates, certs...) }
}

// certificateState is what the account has of certificates.
type certificateState struct {
	stored   []*certificate
	sm       []*smCertificate
	requests []*signingRequest
}

// Where certificates come from.
const (
	kindUpload = "upload"
	kindCas    = "cas"
)

// certificate is one of the account's certificates.
type certificate struct {
	id          int64
	name        string
	region      string
	kind        string // upload, cas, free
	pem         string
	names       []string // that it is valid for
	common      string
	issuer      string
	issuedBy    string // the issuer in full
	algorithm   string // of its key
	fingerprint string
	start, end  time.Time
	updated     time.Time
}

func newCertificate(id int64, name, kind, text string, leaf *x509.Certificate, now time.Time) *certificate {
	cert := &certificate{
		id:          id,
		name:        name,
		region:      string(types.CertRegionCnHangzhou),
		kind:        kind,
		pem:         text,
		names:       leaf.DNSNames,
		common:      leaf.Subject.CommonName,
		issuer:      orElse(strings.Join(leaf.Issuer.Organization, ", "), leaf.Issuer.CommonName),
		issuedBy:    leaf.Issuer.String(),
		algorithm:   leaf.PublicKeyAlgorithm.String(),
		fingerprint: fingerprint(leaf),
		start:       leaf.NotBefore,
		end:         leaf.NotAfter,
		updated:     now,
	}
	if len(cert.names) == 0 {
		cert.names = []string{cert.common}
	}
	return cert
}

func fingerprint(cert *x509.Certificate) string {
	return fmt.Sprintf("%X", sha1.Sum(cert.Raw))
}

// keepCertificates stores the certificates of the settings. One that cannot be
// read is a mistake of the test.
func (s *state) keepCertificates(given []StoredCertificate, now time.Time) {
	for _, g := range given {
		if len(g.SMNames) > 0 {
			s.certificates.sm = append(s.certificates.sm, newSMCertificate(s.newID(), g, now))
			continue
		}
		leaf, code := parseCertificate(g.ServerCertificate)
		if code != "" {
			panic("cdntest: WithCertificates: " + strconv.Quote(g.CertName) + " is no certificate in PEM form")
		}
		cert := newCertificate(s.newID(), g.CertName, kindCas, g.ServerCertificate, leaf, now)
		cert.region = orElse(string(g.CertRegion), cert.region)
		s.certificates.put(cert)
	}
}

// put stores a certificate, in place of another of its name.
func (k *certificateState) put(cert *certificate) {
	k.stored = slices.DeleteFunc(k.stored, func(other *certificate) bool { return other.name == cert.name })
	k.stored = append(k.stored, cert)
}

// named returns the certificate of that name, nil if there is none.
func (k *certificateState) named(name string) *certificate {
	return k.first(func(cert *certificate) bool { return cert.name == name })
}

// numbered returns the certificate of that ID in a region, nil if there is
// none.
func (k *certificateState) numbered(id, region string) *certificate {
	return k.first(func(cert *certificate) bool {
		return strconv.FormatInt(cert.id, 10) == id && strings.EqualFold(cert.region, region)
	})
}

// withContent returns a certificate of that fingerprint, nil if there is none.
func (k *certificateState) withContent(fingerprint string) *certificate {
	return k.first(func(cert *certificate) bool { return cert.fingerprint == fingerprint })
}

func (k *certificateState) first(is func(*certificate) bool) *certificate {
	if i := slices.IndexFunc(k.stored, is); i >= 0 {
		return k.stored[i]
	}
	return nil
}

// sorted returns the certificates, the oldest first.
func (k *certificateState) sorted() []*certificate {
	return slices.SortedFunc(slices.Values(k.stored), func(a, b *certificate) int { return cmp.Compare(a.id, b.id) })
}

// validFor reports whether the certificate has a name that covers the domain.
func (cert *certificate) validFor(domain string) bool { return cover(cert.names, domain) }

// cover reports whether one of the names covers the domain. A wildcard domain
// needs a wildcard certificate.
func cover(names []string, domain string) bool {
	has := func(name string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
	}
	if strings.HasPrefix(domain, ".") {
		return has("*" + domain)
	}
	_, parent, _ := strings.Cut(domain, ".")
	return has(domain) || has("*."+parent)
}

// soon is how long before its end a certificate counts as about to expire.
const soon = 30 * 24 * time.Hour

// expiry says whether the certificate has expired, or does so soon.
func (cert *certificate) expiry(now time.Time) (isOver, isSoon bool) {
	isOver = !now.Before(cert.end)
	return isOver, !isOver && now.Add(soon).After(cert.end)
}

// life is the validity period, in months or years.
func (cert *certificate) life() string {
	const (
		month = 30 * 24 * time.Hour
		year  = 365 * 24 * time.Hour
	)
	if life := cert.end.Sub(cert.start); life >= year {
		return strconv.Itoa(int(life/year)) + " years"
	}
	return strconv.Itoa(int(cert.end.Sub(cert.start)/month)) + " months"
}
