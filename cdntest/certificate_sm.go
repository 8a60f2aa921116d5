package cdntest

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// smCertificate is a certificate with the national ciphers of China, which the
// standard library does not have: its texts are made up.
type smCertificate struct {
	identifier string
	name       string
	names      []string
	end        time.Time
}

const smIssuer = "Example SM Trust"

func newSMCertificate(id int64, given StoredCertificate, now time.Time) *smCertificate {
	region := orElse(string(given.CertRegion), string(types.CertRegionCnHangzhou))
	return &smCertificate{
		identifier: strconv.FormatInt(id, 10) + "-" + region,
		name:       given.CertName,
		names:      slices.Clone(given.SMNames),
		end:        now.AddDate(1, 0, 0),
	}
}

// smCertificate returns the certificate that a call is about.
func (s *state) smCertificate(c *call) (*smCertificate, *fault) {
	for _, cert := range s.certificates.sm {
		if cert.identifier == c.get("CertIdentifier") {
			return cert, nil
		}
	}
	return nil, c.fault(types.InvalidCertIdentifierValueNotSupported)
}

// setCdnDomainSMCertificate changes nothing that another action tells, but the
// domain is configured.
func setCdnDomainSMCertificate(s *state, c *call) (object, *fault) {
	d, no := s.configurable(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	if _, no := s.smCertificate(c); no != nil {
		return nil, no
	}
	d.configure(c.now, s.durations.Configure)
	return nil, nil
}

func describeCdnSMCertificateList(s *state, c *call) (object, *fault) {
	d, no := s.domain(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	listed := []object{}
	for _, cert := range s.certificates.sm {
		if cover(cert.names, d.name) {
			listed = append(listed, object{
				"CertIdentifier": cert.identifier,
				"CertName":       cert.name,
				"Common":         cert.names[0],
				"Issuer":         smIssuer,
			})
		}
	}
	return object{"CertificateListModel": object{"Count": len(listed), "CertList": object{"Cert": listed}}}, nil
}

func describeCdnSMCertificateDetail(s *state, c *call) (object, *fault) {
	cert, no := s.smCertificate(c)
	if no != nil {
		return nil, no
	}
	text := func(use string) string {
		return "-----BEGIN CERTIFICATE-----\n" + cert.identifier + "/" + use + "\n-----END CERTIFICATE-----\n"
	}
	return object{
		"CertIdentifier":     cert.identifier,
		"CertName":           cert.name,
		"CommonName":         cert.names[0],
		"Sans":               strings.Join(cert.names, ","),
		"CertOrg":            smIssuer,
		"CertExpireTime":     utc(cert.end),
		"SignCertificate":    text("sign"),
		"EncryptCertificate": text("encrypt"),
	}, nil
}
