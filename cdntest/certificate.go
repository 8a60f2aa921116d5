package cdntest

import (
	"crypto"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/alicdn/alicdn-go/types"
)

var certificateHandlers = map[string]handler{
	"SetDomainServerCertificate":    setDomainServerCertificate,
	"DescribeDomainCertificateInfo": describeDomainCertificateInfo,
	"DescribeCdnCertificateList":    describeCdnCertificateList,
}

const (
	maxCertName    = 128
	maxCertificate = 64 << 10
)

func setDomainServerCertificate(s *state, c *call) (object, *fault) {
	return s.switchHTTPS(c, "ServerCertificateStatus", func(d *domain) (*certificate, *fault) {
		cert, no := s.certificateFor(c, d)
		if no == nil {
			s.certificates.put(cert)
		}
		return cert, no
	})
}

// switchHTTPS switches HTTPS of a domain on or off, as a parameter says, with the
// certificate that choose returns for it.
func (s *state) switchHTTPS(c *call, param string, choose func(d *domain) (*certificate, *fault)) (object, *fault) {
	d, no := s.configurable(c, c.get("DomainName"))
	switch {
	case no != nil:
		return nil, no
	case d.status == statusOffline:
		return nil, c.fault(types.InvalidDomainOffline)
	}
	on := strings.EqualFold(c.get(param), "on")
	if on {
		cert, no := choose(d)
		if no != nil {
			return nil, no
		}
		d.certificate = cert
	}
	d.https = on
	d.configure(c.now, s.durations.Configure)
	return nil, nil
}

// certificateFor returns the certificate that a call switches on: an uploaded
// one, one that the account has already, or a free one.
func (s *state) certificateFor(c *call, d *domain) (*certificate, *fault) {
	if len([]rune(c.get("CertName"))) > maxCertName {
		return nil, c.fault(types.InvalidCertNameTooLong)
	}
	switch strings.ToLower(c.get("CertType")) {
	case "free":
		return s.freeCertificate(c, d), nil
	case "cas":
		if cert := s.certificates.named(c.get("CertName")); cert != nil {
			return cert, nil
		}
		if c.get("ServerCertificate") == "" {
			return nil, c.fault(types.CertificateNotFind)
		}
	}
	return s.uploadedCertificate(c)
}

func (s *state) uploadedCertificate(c *call) (*certificate, *fault) {
	text, key := c.get("ServerCertificate"), c.get("PrivateKey")
	switch {
	case text == "":
		return nil, c.fault(types.ServerCertificateMissingParameter)
	case key == "":
		return nil, c.fault(types.PrivateKeyMissingParameter)
	case len(text) > maxCertificate:
		return nil, c.fault(types.InvalidCertificateTooLong)
	}
	leaf, code := readCertificate(text, key)
	if code != "" {
		return nil, c.fault(code)
	}
	if c.now.After(leaf.NotAfter) {
		return nil, c.fault(types.CertificateStatusError)
	}
	name := orElse(c.get("CertName"), orElse(leaf.Subject.CommonName, fingerprint(leaf)))
	cert := newCertificate(s.newID(), name, orElse(strings.ToLower(c.get("CertType")), kindUpload), text, leaf, c.now)
	switch same := s.certificates.named(cert.name); {
	case same == nil:
	case same.fingerprint == cert.fingerprint:
		cert.id = same.id
	case c.get("ForceSet") != "1":
		return nil, c.fault(types.CertificateDuplicated)
	}
	return cert, nil
}

// readCertificate reads a certificate, which may be followed by its chain, and
// its key. The code says what is wrong with them.
func readCertificate(text, key string) (*x509.Certificate, types.ErrorCode) {
	leaf, code := parseCertificate(text)
	if code != "" {
		return nil, code
	}
	private, err := parseKey(key)
	if err != nil {
		return nil, types.InvalidPrivateKey
	}
	public, ok := private.Public().(interface {
		Equal(other crypto.PublicKey) bool
	})
	if !ok || !public.Equal(leaf.PublicKey) {
		return nil, types.CertificateMissMatch
	}
	return leaf, ""
}

// parseCertificate reads a certificate, which may be followed by its chain.
func parseCertificate(text string) (*x509.Certificate, types.ErrorCode) {
	block, _ := pem.Decode([]byte(text))
	if block == nil || block.Type != "CERTIFICATE" {
		return nil, types.InvalidCertificate
	}
	leaf, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		return nil, types.InvalidCertificate
	}
	return leaf, ""
}

// parseKey reads a private key in one of the forms in use.
func parseKey(text string) (crypto.Signer, error) {
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return nil, errors.New("no PEM block")
	}
	if key, err := x509.ParsePKCS1PrivateKey(block.Bytes); err == nil {
		return key, nil
	}
	if key, err := x509.ParseECPrivateKey(block.Bytes); err == nil {
		return key, nil
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	signer, ok := key.(crypto.Signer)
	if !ok {
		return nil, errors.New("no key to sign with")
	}
	return signer, nil
}

// freeCertificate is one that the service applies for by itself.
func (s *state) freeCertificate(c *call, d *domain) *certificate {
	id := s.newID()
	return &certificate{
		id:          id,
		name:        orElse(c.get("CertName"), d.name),
		region:      string(types.CertRegionCnHangzhou),
		kind:        "free",
		names:       []string{strings.TrimPrefix(d.name, ".")},
		common:      strings.TrimPrefix(d.name, "."),
		issuer:      "DigiCert Inc",
		fingerprint: fmt.Sprintf("%040X", id),
		start:       c.now,
		end:         c.now.AddDate(1, 0, 0),
		updated:     c.now,
	}
}

func describeDomainCertificateInfo(s *state, c *call) (object, *fault) {
	d, no := s.domain(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	infos := []object{}
	if d.certificate != nil {
		infos = append(infos, d.certificateInfo())
	}
	return object{"CertInfos": object{"CertInfo": infos}}, nil
}

func (d *domain) certificateInfo() object {
	cert := d.certificate
	status := "success"
	switch {
	case cert.kind == "free" && d.busy():
		status = "applying"
	case cert.kind != "free" && !cert.validFor(d.name):
		status = "domain_invalid"
	}
	return object{
		"DomainName":              d.name,
		"DomainCnameStatus":       "ok",
		"ServerCertificateStatus": onOff(d.https),
		"ServerCertificate":       cert.pem,
		"Status":                  status,
		"CertId":                  strconv.FormatInt(cert.id, 10),
		"CertRegion":              cert.region,
		"CertName":                cert.name,
		"CertType":                cert.kind,
		"CertDomainName":          cert.names[0],
		"CertOrg":                 cert.issuer,
		"CertLife":                cert.life(),
		"CertStartTime":           utc(cert.start),
		"CertExpireTime":          utc(cert.end),
		"CertUpdateTime":          utc(cert.updated),
	}
}

func describeCdnCertificateList(s *state, c *call) (object, *fault) {
	domains := c.list("DomainName")
	matches := func(cert *certificate) bool {
		return len(domains) == 0 || slices.ContainsFunc(domains, cert.validFor)
	}
	listed := []object{}
	for _, cert := range s.certificates.sorted() {
		if matches(cert) {
			listed = append(listed, object{
				"CertId":      cert.id,
				"CertName":    cert.name,
				"Common":      cert.common,
				"Issuer":      cert.issuer,
				"Fingerprint": cert.fingerprint,
				"LastTime":    cert.updated.Unix(),
			})
		}
	}
	return object{"CertificateListModel": object{
		"Count":    len(listed),
		"CertList": object{"Cert": listed},
	}}, nil
}
