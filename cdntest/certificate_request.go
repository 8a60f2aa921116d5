package cdntest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/md5" //nolint:gosec // the API names public keys by it
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/binary"
	"encoding/pem"
	"fmt"
	"strconv"

	"github.com/alicdn/alicdn-go/types"
)

// signingRequest is a key pair inside the service.
type signingRequest struct {
	key *ecdsa.PrivateKey
}

// createCdnCertificateSigningRequest makes a key pair. Its key is of an elliptic
// curve, since it takes long to make one for RSA, as the service does.
func createCdnCertificateSigningRequest(s *state, c *call) (object, *fault) {
	const twoLetters = 2
	if len(c.get("Country")) != twoLetters {
		return nil, c.fault(types.InvalidValueMalformed)
	}
	key, err := s.newKey()
	if err != nil {
		return nil, c.fault(types.InternalKeyError)
	}
	template := &x509.CertificateRequest{
		Subject: pkix.Name{
			CommonName: c.get("CommonName"), Country: []string{c.get("Country")}, Province: []string{c.get("State")},
			Locality: []string{c.get("City")}, Organization: []string{c.get("Organization")},
			OrganizationalUnit: []string{c.get("OrganizationUnit")},
		},
		DNSNames: append([]string{c.get("CommonName")}, c.list("SANs")...),
	}
	if email := c.get("Email"); email != "" {
		template.EmailAddresses = []string{email}
	}
	request, err := x509.CreateCertificateRequest(nil, template, key) // without a random source it is the same again
	if err != nil {
		return nil, c.fault(types.InternalCreateCSRError)
	}
	s.certificates.requests = append(s.certificates.requests, &signingRequest{key})
	return object{
		"CommonName": c.get("CommonName"),
		"Csr":        string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE REQUEST", Bytes: request})),
		"PubMd5":     publicSum(key.Public()),
	}, nil
}

// newKey makes the next key pair. It depends on the seed alone.
func (s *state) newKey() (*ecdsa.PrivateKey, error) {
	r := s.random("key", strconv.Itoa(len(s.certificates.requests)))
	var scalar [32]byte
	for i := 8; i < len(scalar); i += 8 { // the first stay zero, which keeps it below the order of the curve
		binary.BigEndian.PutUint64(scalar[i:], r.Uint64())
	}
	return ecdsa.ParseRawPrivateKey(elliptic.P256(), scalar[:])
}

// publicSum is the MD5 sum of a public key.
func publicSum(key crypto.PublicKey) string {
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		return "" // of a kind that has no such form
	}
	return fmt.Sprintf("%x", md5.Sum(der))
}

func setCdnDomainCSRCertificate(s *state, c *call) (object, *fault) {
	d, no := s.configurable(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	text, no := c.base64Text("ServerCertificate", types.CertificateDecodeError)
	if no != nil {
		return nil, no
	}
	leaf, code := parseCertificate(text)
	if code != "" {
		return nil, c.fault(types.CertificateFormatError)
	}
	if !s.certificates.hasKeyOf(leaf) {
		return nil, c.fault(types.CertificateNoPrivateKey)
	}
	cert := s.certificates.withContent(fingerprint(leaf))
	if cert == nil {
		id := s.newID()
		cert = newCertificate(id, "csr-"+strconv.FormatInt(id, 10), kindUpload, text, leaf, c.now)
	}
	if !cert.validFor(d.name) {
		return nil, c.fault(types.CertificateMissMatch)
	}
	s.certificates.put(cert)
	d.certificate, d.https = cert, true
	d.configure(c.now, s.durations.Configure)
	return nil, nil
}

// hasKeyOf reports whether the key of a certificate was made inside.
func (k *certificateState) hasKeyOf(leaf *x509.Certificate) bool {
	for _, request := range k.requests {
		if request.key.PublicKey.Equal(leaf.PublicKey) {
			return true
		}
	}
	return false
}
