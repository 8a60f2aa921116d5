package cdntest_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/cdntest"
)

// keyPEM writes a private key.
func keyPEM(t *testing.T, key crypto.PrivateKey) string {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(key)
	require.NoError(t, err)
	return block("PRIVATE KEY", der)
}

func block(kind string, der []byte) string {
	var text bytes.Buffer
	_ = pem.Encode(&text, &pem.Block{Type: kind, Bytes: der})
	return text.String()
}

func newKey(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	return key
}

// certificate makes a certificate that starts at the clock's time and is valid for three months.
func certificate(t *testing.T, key crypto.Signer, names ...string) string {
	t.Helper()
	start := newClock().Now()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()),
		Subject:      pkix.Name{CommonName: names[0], Organization: []string{"Let's Encrypt"}},
		NotBefore:    start,
		NotAfter:     start.Add(90 * 24 * time.Hour),
		DNSNames:     names,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	require.NoError(t, err)
	return block("CERTIFICATE", der)
}

func TestSetCertificate(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	assert.Equal(t, []any{}, c.ok("DescribeDomainCertificateInfo", "DomainName", name).at("CertInfos.CertInfo"))

	key := newKey(t)
	cert := certificate(t, key, "*.example.com", "example.com")
	c.ok("SetDomainServerCertificate", "DomainName", name, "ServerCertificateStatus", "on", "CertName", "mine",
		"ServerCertificate", cert, "PrivateKey", keyPEM(t, key))
	assert.Equal(t, "configuring", c.status(name))
	c.clock.Advance(time.Second)

	got := c.ok("DescribeDomainCertificateInfo", "DomainName", name)
	assertShape(t, "DescribeDomainCertificateInfo", got)
	for field, want := range map[string]any{
		"DomainName": name, "ServerCertificateStatus": "on", "Status": "success", "CertName": "mine", "CertType": "upload",
		"CertDomainName": "*.example.com", "CertOrg": "Let's Encrypt", "CertLife": "3 months",
		"CertStartTime": "2019-05-20T08:00:00Z", "CertExpireTime": "2019-08-18T08:00:00Z", "ServerCertificate": cert,
	} {
		assert.Equal(t, want, got.at("CertInfos.CertInfo.0."+field), field)
	}
	assert.Equal(t, "on", c.ok("DescribeCdnDomainDetail", "DomainName", name).at("GetDomainDetailModel.ServerCertificateStatus"))
	assert.Equal(t, "on", c.ok("DescribeUserDomains").at("Domains.PageData.0.SslProtocol"))

	c.ok("SetDomainServerCertificate", "DomainName", name)
	c.clock.Advance(time.Second)
	got = c.ok("DescribeDomainCertificateInfo", "DomainName", name)
	assert.Equal(t, "off", got.at("CertInfos.CertInfo.0.ServerCertificateStatus"))
}

func TestCertificateList(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com", "b.example.com", ".example.org"),
		cdntest.WithDurations(cdntest.Durations{}))
	key := newKey(t)
	c.ok("SetDomainServerCertificate", "DomainName", "a.example.com", "ServerCertificateStatus", "on",
		"ServerCertificate", certificate(t, key, "a.example.com"), "PrivateKey", keyPEM(t, key))
	c.ok("SetDomainServerCertificate", "DomainName", "b.example.com", "ServerCertificateStatus", "on",
		"CertType", "cas", "CertName", "a.example.com")
	c.ok("SetDomainServerCertificate", "DomainName", ".example.org", "ServerCertificateStatus", "on",
		"ServerCertificate", certificate(t, key, "*.example.org"), "PrivateKey", keyPEM(t, key))

	got := c.ok("DescribeCdnCertificateList")
	assertShape(t, "DescribeCdnCertificateList", got)
	assert.InDelta(t, 2, got.at("CertificateListModel.Count"), 0)
	assert.Equal(t, "a.example.com", got.at("CertificateListModel.CertList.Cert.0.CertName"))
	assert.InDelta(t, newClock().Now().Unix(), got.at("CertificateListModel.CertList.Cert.0.LastTime"), 0)

	got = c.ok("DescribeCdnCertificateList", "DomainName", "x.example.org,.example.org")
	assert.InDelta(t, 1, got.at("CertificateListModel.Count"), 0)
	assert.Equal(t, "*.example.org", got.at("CertificateListModel.CertList.Cert.0.Common"))

	info := c.ok("DescribeDomainCertificateInfo", "DomainName", "b.example.com")
	assert.Equal(t, "domain_invalid", info.at("CertInfos.CertInfo.0.Status"))
}

func TestFreeCertificate(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	c.ok("SetDomainServerCertificate", "DomainName", name, "ServerCertificateStatus", "on", "CertType", "free")
	status := func() any {
		return c.ok("DescribeDomainCertificateInfo", "DomainName", name).at("CertInfos.CertInfo.0.Status")
	}
	assert.Equal(t, "applying", status())
	c.clock.Advance(time.Second)
	assert.Equal(t, "success", status())
	assert.Equal(t, "1 years", c.ok("DescribeDomainCertificateInfo", "DomainName", name).at("CertInfos.CertInfo.0.CertLife"))
}

func TestKeysOfEveryKind(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("www.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	require.NoError(t, err)
	_, edKey, err := ed25519.GenerateKey(rand.Reader)
	require.NoError(t, err)
	ecKey := newKey(t)
	ecDER, err := x509.MarshalECPrivateKey(ecKey)
	require.NoError(t, err)
	for name, pair := range map[string]struct {
		signer crypto.Signer
		text   string
	}{
		"PKCS 1": {rsaKey, block("RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(rsaKey))},
		"SEC 1":  {ecKey, block("EC PRIVATE KEY", ecDER)},
		"PKCS 8": {edKey, keyPEM(t, edKey)},
	} {
		c.ok("SetDomainServerCertificate", "DomainName", "www.example.com", "ServerCertificateStatus", "on", "CertName", name,
			"ServerCertificate", certificate(t, pair.signer, "www.example.com"), "PrivateKey", pair.text)
	}
}

func TestCertificateRefusals(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name, "off.example.com"), cdntest.WithDurations(cdntest.Durations{}))
	key := newKey(t)
	cert, private := certificate(t, key, name), keyPEM(t, key)
	x25519 := block("PRIVATE KEY", []byte("no key"))

	tests := map[string]struct{ cert, key, name, code string }{
		"no certificate":      {"", private, "", "ServerCertificate.MissingParameter"},
		"no key":              {cert, "", "", "PrivateKey.MissingParameter"},
		"not PEM":             {"certificate", private, "", "InvalidCertificate"},
		"not a certificate":   {block("CERTIFICATE", []byte("none")), private, "", "InvalidCertificate"},
		"key for certificate": {private, private, "", "InvalidCertificate"},
		"key not PEM":         {cert, "key", "", "InvalidPrivateKey"},
		"not a key":           {cert, x25519, "", "InvalidPrivateKey"},
		"other key":           {cert, keyPEM(t, newKey(t)), "", "Certificate.MissMatch"},
		"long certificate":    {cert + strings.Repeat(" ", 1<<16), private, "", "InvalidCertificate.TooLong"},
		"long name":           {cert, private, strings.Repeat("ü", 129), "InvalidCertName.TooLong"},
	}
	for what, test := range tests {
		got := c.refused(http.StatusBadRequest, test.code, "SetDomainServerCertificate", "DomainName", name,
			"ServerCertificateStatus", "on", "ServerCertificate", test.cert, "PrivateKey", test.key, "CertName", test.name)
		assert.NotEmpty(t, got.at("Message"), what)
	}

	set := func(status int, code string, pairs ...string) {
		t.Helper()
		pairs = append([]string{"DomainName", name, "ServerCertificateStatus", "on"}, pairs...)
		if code == "" {
			c.ok("SetDomainServerCertificate", pairs...)
			return
		}
		c.refused(status, code, "SetDomainServerCertificate", pairs...)
	}
	set(400, "InvalidServerCertificateStatus.ValueNotSupported", "ServerCertificateStatus", "maybe")
	set(400, "Certificate.NotFind", "CertType", "cas", "CertName", "unknown")
	set(404, "InvalidDomain.NotFound", "DomainName", "other.example.com")

	set(0, "", "ServerCertificate", cert, "PrivateKey", private, "CertName", "taken")
	set(0, "", "ServerCertificate", cert, "PrivateKey", private, "CertName", "taken")
	other := certificate(t, key, name)
	set(400, "Certificate.Duplicated", "ServerCertificate", other, "PrivateKey", private, "CertName", "taken")
	set(0, "", "ServerCertificate", other, "PrivateKey", private, "CertName", "taken", "ForceSet", "1")

	c.ok("StopCdnDomain", "DomainName", "off.example.com")
	set(400, "InvalidDomain.Offline", "DomainName", "off.example.com")
	c.clock.Advance(91 * 24 * time.Hour)
	set(400, "Certificate.StatusError", "ServerCertificate", cert, "PrivateKey", private)
}
