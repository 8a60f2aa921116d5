package cdntest

import (
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/alicdn/alicdn-go/types"
)

// sslCertificateHandlers are those of the actions that the service got after
// the reference.
var sslCertificateHandlers = map[string]handler{
	"SetCdnDomainSSLCertificate":         setCdnDomainSSLCertificate,
	"SetCdnDomainCSRCertificate":         setCdnDomainCSRCertificate,
	"SetCdnDomainSMCertificate":          setCdnDomainSMCertificate,
	"CreateCdnCertificateSigningRequest": createCdnCertificateSigningRequest,
	"DescribeCdnCertificateDetail":       describeCdnCertificateDetail,
	"DescribeCdnCertificateDetailById":   describeCdnCertificateDetailByID,
	"DescribeCertificateInfoByID":        describeCertificateInfoByID,
	"DescribeCdnDomainByCertificate":     describeCdnDomainByCertificate,
	"DescribeCdnHttpsDomainList":         describeCdnHTTPSDomainList,
	"DescribeCdnSSLCertificateList":      describeCdnSSLCertificateList,
	"DescribeCdnSMCertificateDetail":     describeCdnSMCertificateDetail,
	"DescribeCdnSMCertificateList":       describeCdnSMCertificateList,
	"DescribeUserCertificateExpireCount": describeUserCertificateExpireCount,
}

func setCdnDomainSSLCertificate(s *state, c *call) (object, *fault) {
	return s.switchHTTPS(c, "SSLProtocol", func(*domain) (*certificate, *fault) { return s.sslCertificate(c) })
}

// sslCertificate returns the certificate that a call switches on: one that is
// stored, or an uploaded one, which it stores.
func (s *state) sslCertificate(c *call) (*certificate, *fault) {
	if !strings.EqualFold(c.get("CertType"), kindCas) {
		return s.sslUpload(c)
	}
	if c.get("CertId") == "" {
		return nil, c.fault(types.SetDomainCertificateParameterError)
	}
	cert := s.certificates.numbered(c.get("CertId"), c.get("CertRegion"))
	if cert == nil {
		return nil, c.fault(types.CertificateNotFind)
	}
	if isOver, _ := cert.expiry(c.now); isOver {
		return nil, c.fault(types.CertificateExpired)
	}
	return cert, nil
}

// sslFaults says with which code SetCdnDomainSSLCertificate refuses what is
// wrong with a certificate.
var sslFaults = map[types.ErrorCode]types.ErrorCode{
	types.InvalidCertificate: types.InvalidSSLPub,
	types.InvalidPrivateKey:  types.InvalidSSLPri,
}

// sslUpload stores a certificate. There is no way to replace a stored one: a
// name is taken even by the certificate itself, and so is a text under another
// name. Without a name it is stored once more.
func (s *state) sslUpload(c *call) (*certificate, *fault) {
	name, text, key := c.get("CertName"), c.get("SSLPub"), c.get("SSLPri")
	switch {
	case text == "":
		return nil, c.fault(types.SSLPubMissingParameter)
	case key == "":
		return nil, c.fault(types.SSLPriMissingParameter)
	case len([]rune(name)) > maxCertName:
		return nil, c.fault(types.InvalidCertNameTooLong)
	case len(text) > maxCertificate:
		return nil, c.fault(types.InvalidCertificateTooLong)
	}
	leaf, code := readCertificate(text, key)
	switch {
	case code != "":
		return nil, c.fault(types.ErrorCode(orElse(string(sslFaults[code]), string(code))))
	case !c.now.Before(leaf.NotAfter):
		return nil, c.fault(types.CertificateExpired)
	case name != "" && s.certificates.named(name) != nil:
		return nil, c.fault(types.CertificateDuplicated)
	case name != "" && s.certificates.withContent(fingerprint(leaf)) != nil:
		return nil, c.fault(types.CertificateContentDuplicated)
	}
	id := s.newID()
	cert := newCertificate(id, orElse(name, "cert-"+strconv.FormatInt(id, 10)), kindUpload, text, leaf, c.now)
	s.certificates.put(cert)
	return cert, nil
}

// base64Text returns a parameter that travels as Base64.
func (c *call) base64Text(name string, wrong types.ErrorCode) (string, *fault) {
	text, err := base64.StdEncoding.DecodeString(c.get(name))
	if err != nil {
		return "", c.fault(wrong)
	}
	return string(text), nil
}
