package alicdn_test

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// signer is a certificate that others can be signed with.
type signer struct {
	cert *x509.Certificate
	key  crypto.Signer
}

func pemOf(kind string, der ...[]byte) string {
	var b strings.Builder
	for _, bytes := range der {
		b.Write(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes}))
	}
	return b.String()
}

// chainOf is the text of certificates in this order.
func chainOf(signers ...*signer) string {
	var b strings.Builder
	for _, s := range signers {
		b.WriteString(pemOf("CERTIFICATE", s.cert.Raw))
	}
	return b.String()
}

func (s *signer) keyText() string {
	return pemOf("PRIVATE KEY", must(x509.MarshalPKCS8PrivateKey(s.key)))
}

// must is for what fails in no test, nor in an example.
func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func newKey() *ecdsa.PrivateKey { return must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader)) }

// issue makes a certificate of the template, valid for 90 days from now unless
// that says otherwise, signed by another one or by itself.
func issue(template x509.Certificate, key crypto.Signer, by *signer) *signer {
	template.SerialNumber = must(rand.Int(rand.Reader, big.NewInt(1<<62)))
	if template.NotAfter.IsZero() {
		template.NotBefore, template.NotAfter = time.Now(), time.Now().AddDate(0, 0, 90)
	}
	if by == nil {
		by = &signer{&template, key}
	}
	der := must(x509.CreateCertificate(rand.Reader, &template, by.cert, key.Public(), by.key))
	return &signer{must(x509.ParseCertificate(der)), key}
}

// authority is a certificate that signs others.
func authority(name string, by *signer) *signer {
	return issue(x509.Certificate{
		Subject: pkix.Name{CommonName: name, Organization: []string{"Example Trust"}},
		IsCA:    true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}, newKey(), by)
}

func serverTemplate(names ...string) x509.Certificate {
	return x509.Certificate{Subject: pkix.Name{CommonName: names[0]}, DNSNames: names}
}

// chain is a certificate for these names with what signed it.
type chain struct{ leaf, middle, root *signer }

func newChain(names ...string) chain {
	root := authority("Root", nil)
	middle := authority("Middle", root)
	return chain{issue(serverTemplate(names...), newKey(), middle), middle, root}
}

func (c chain) certificate() types.Certificate {
	return types.Certificate{ServerCertificate: chainOf(c.leaf, c.middle), PrivateKey: c.leaf.keyText()}
}

// rules are what the errors say, by parameter.
func rules(t *testing.T, err error) map[string]string {
	t.Helper()
	found := make(map[string]string)
	for _, e := range errorsIn(err) {
		if wrong, ok := e.(*alicdn.ParamError); ok { //nolint:errorlint // the list is the chain
			assert.Equal(t, "SetCdnDomainSSLCertificate", wrong.Action)
			require.NotContains(t, found, wrong.Param)
			found[wrong.Param] = wrong.Rule
		}
	}
	return found
}

func TestCheckCertificateAccepts(t *testing.T) {
	t.Parallel()
	c := newChain("www.example.com", "*.Example.com")
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	require.NoError(t, err)
	ofRSA := issue(serverTemplate("www.example.com"), rsaKey, c.middle)
	sec1, err := x509.MarshalECPrivateKey(c.leaf.key.(*ecdsa.PrivateKey))
	require.NoError(t, err)
	pkcs1 := pemOf("RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(rsaKey))
	tests := map[string]types.Certificate{
		"with its chain":             c.certificate(),
		"alone":                      {ServerCertificate: chainOf(c.leaf), PrivateKey: c.leaf.keyText()},
		"with the root":              {ServerCertificate: chainOf(c.leaf, c.middle, c.root), PrivateKey: c.leaf.keyText()},
		"signed by itself":           {ServerCertificate: chainOf(c.root), PrivateKey: c.root.keyText()},
		"SEC 1":                      {ServerCertificate: chainOf(c.leaf), PrivateKey: pemOf("EC PRIVATE KEY", sec1)},
		"SEC 1 with its curve":       {ServerCertificate: chainOf(c.leaf), PrivateKey: pemOf("EC PARAMETERS", []byte{6, 0}) + pemOf("EC PRIVATE KEY", sec1)},
		"RSA in PKCS#1":              {ServerCertificate: chainOf(ofRSA, c.middle), PrivateKey: pkcs1},
		"RSA in PKCS#8":              {ServerCertificate: chainOf(ofRSA, c.middle), PrivateKey: ofRSA.keyText()},
		"with text around":           {ServerCertificate: "subject=www\n" + chainOf(c.leaf) + "\nissuer=Middle\n\n" + chainOf(c.middle) + "bye", PrivateKey: "\n" + c.leaf.keyText()},
		"with the line ends of DOS":  {ServerCertificate: strings.ReplaceAll(chainOf(c.leaf, c.middle), "\n", "\r\n"), PrivateKey: strings.ReplaceAll(c.leaf.keyText(), "\n", "\r\n")},
		"with a name of 128 letters": {CertName: strings.Repeat("证", 128), ServerCertificate: chainOf(c.leaf), PrivateKey: c.leaf.keyText()},
	}
	for name, cert := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			leaf, err := alicdn.CheckCertificate(cert, nil, time.Time{})
			require.NoError(t, err)
			first, _ := pem.Decode([]byte(cert.ServerCertificate))
			assert.Equal(t, first.Bytes, leaf.Raw)
		})
	}
	leaf, err := alicdn.CheckCertificate(c.certificate(), []string{"www.example.com", "IMG.example.com", ".example.com", ".EXAMPLE.com"}, time.Time{})
	require.NoError(t, err)
	assert.Equal(t, c.leaf.cert.Raw, leaf.Raw)
}

func TestCheckCertificateRefuses(t *testing.T) {
	t.Parallel()
	c, other := newChain("www.example.com"), newChain("www.example.org")
	_, edKey, err := ed25519.GenerateKey(rand.Reader)
	require.NoError(t, err)
	ed := issue(serverTemplate("www.example.com"), edKey, c.middle)
	key, good := c.leaf.keyText(), chainOf(c.leaf, c.middle)
	forged := authority("Middle", c.root) // of the same name, with another key
	renewed := issue(x509.Certificate{Subject: c.root.cert.Subject, IsCA: true, BasicConstraintsValid: true}, c.root.key, nil)
	const order = "is in the wrong order: the certificate of the key has to be the first, and each has to be signed by the next, so that the order is "
	const extra = "has certificates that do not belong to the chain of the first, which ends with one signed by "
	tests := []struct {
		name        string
		certificate string
		key         string
		want        map[string]string
	}{
		{"nothing", "", "", map[string]string{
			"ServerCertificate": "is required to upload a certificate",
			"PrivateKey":        "is required to upload a certificate",
		}},
		{"no key", good, "", map[string]string{"PrivateKey": "is required to upload a certificate"}},
		{"no PEM", "certificate", "key", map[string]string{
			"ServerCertificate": "is no PEM text: it has no block that begins with -----BEGIN CERTIFICATE-----",
			"PrivateKey":        "is no PEM text with a private key",
		}},
		{"another key", good, other.leaf.keyText(), map[string]string{"PrivateKey": `does not belong to the certificate, which is that of "www.example.com"`}},
		{"both in one text", good + key, key, map[string]string{"ServerCertificate": "holds a private key in its block 3; it is no secret, and may hold certificates only"}},
		{"both in the other text", good, good + key, map[string]string{"PrivateKey": "holds a certificate; it may hold the private key only"}},
		{"the wrong way round", key, good, map[string]string{
			"ServerCertificate": "holds a private key in its block 1; it is no secret, and may hold certificates only",
			"PrivateKey":        "holds a certificate; it may hold the private key only",
		}},
		{"a request", pemOf("CERTIFICATE REQUEST", c.leaf.cert.Raw), key, map[string]string{"ServerCertificate": `has a block of type "CERTIFICATE REQUEST" as its block 1; certificates only are allowed`}},
		{"garbage in a block", chainOf(c.leaf) + pemOf("CERTIFICATE", []byte("garbage")), key, map[string]string{"ServerCertificate": `has no certificate that can be read in its block 2: "x509: malformed certificate"`}},
		{"cut off", good[:len(good)-40], key, map[string]string{"ServerCertificate": "has a PEM block that is broken"}},
		{"broken before a good one", strings.Replace(good, "-----END CERTIFICATE-----\n", "", 1), key, map[string]string{"ServerCertificate": "has a PEM block that is broken"}},
		{"key cut off", good, key[:len(key)-30], map[string]string{"PrivateKey": "has a PEM block that is broken"}},
		{"garbage as a key", good, pemOf("PRIVATE KEY", []byte("garbage")), map[string]string{"PrivateKey": "is no private key that can be read"}},
		{"key under another type", good, strings.ReplaceAll(key, "PRIVATE KEY", "RSA PRIVATE KEY"), map[string]string{"PrivateKey": "is no private key that can be read"}},
		{"key of a type that is not known", good, pemOf("DSA PRIVATE KEY", []byte("x")), map[string]string{"PrivateKey": "is no private key in PKCS#1, PKCS#8 or SEC 1, by the type of its PEM block"}},
		{"encrypted key", good, pemOf("ENCRYPTED PRIVATE KEY", []byte("x")), map[string]string{"PrivateKey": "is encrypted, so that the service cannot read it"}},
		{"encrypted key of old", good, "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n", map[string]string{"PrivateKey": "is encrypted, so that the service cannot read it"}},
		{"two keys", good, key + other.leaf.keyText(), map[string]string{"PrivateKey": "holds 2 PEM blocks; one private key is allowed"}},
		{"Ed25519", chainOf(ed, c.middle), ed.keyText(), map[string]string{"PrivateKey": "is of a kind other than RSA and ECDSA"}},
		{"chain first", chainOf(c.middle, c.leaf), key, map[string]string{"ServerCertificate": order + "2, 1"}},
		{"upside down", chainOf(c.root, c.middle, c.leaf), key, map[string]string{"ServerCertificate": order + "3, 2, 1"}},
		{"chain mixed up", chainOf(c.leaf, c.root, c.middle), key, map[string]string{"ServerCertificate": order + "1, 3, 2"}},
		{"chain mixed up with another", chainOf(c.leaf, c.root, other.leaf, c.middle), key, map[string]string{"ServerCertificate": order + `1, 4, 2, without 3 ("www.example.org")`}},
		{"a link missing", chainOf(c.leaf, c.root), key, map[string]string{"ServerCertificate": extra + `"Middle": 2 ("Root")`}},
		{"another's chain", chainOf(c.leaf, other.middle), key, map[string]string{"ServerCertificate": extra + `"Middle": 2 ("Middle")`}},
		{"a namesake", chainOf(c.leaf, forged), key, map[string]string{"ServerCertificate": extra + `"Middle": 2 ("Middle")`}},
		{"one twice", chainOf(c.leaf, c.middle, c.leaf), key, map[string]string{"ServerCertificate": extra + `"Root": 3 ("www.example.com")`}},
		{"one more", chainOf(c.leaf, c.middle, c.root, other.root), key, map[string]string{"ServerCertificate": extra + `"Root": 4 ("Root")`}},
		{"the root of another year", chainOf(c.leaf, c.middle, c.root, renewed), key, map[string]string{"ServerCertificate": extra + `"Root": 4 ("Root")`}},
		{"all at once", chainOf(c.leaf, c.root), other.leaf.keyText(), map[string]string{
			"ServerCertificate": extra + `"Middle": 2 ("Root")`,
			"PrivateKey":        `does not belong to the certificate, which is that of "www.example.com"`,
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			leaf, err := alicdn.CheckCertificate(types.Certificate{ServerCertificate: tt.certificate, PrivateKey: tt.key}, []string{"www.example.com"}, time.Time{})
			assert.Nil(t, leaf)
			assert.Equal(t, tt.want, rules(t, err))
			require.ErrorIs(t, err, alicdn.ErrInvalid)
			noKey(t, err, tt.key)
		})
	}
}

// noKey looks for pieces of a key, or of what was given as one, in an error.
func noKey(t *testing.T, err error, key string) {
	t.Helper()
	block, _ := pem.Decode([]byte(key))
	if block == nil || block.Type == "CERTIFICATE" || len(block.Bytes) < 40 {
		return
	}
	o := newOutput()
	o.printError(err)
	for _, text := range []string{string(block.Bytes), base64.StdEncoding.EncodeToString(block.Bytes)} {
		for i := 0; i+8 <= len(text); i += 4 {
			require.NotContains(t, o.text.String(), text[i:i+8])
		}
	}
}

func TestCheckCertificateName(t *testing.T) {
	t.Parallel()
	cert := newChain("www.example.com").certificate()
	cert.CertName = strings.Repeat("a", 129)
	_, err := alicdn.CheckCertificate(cert, nil, time.Time{})
	assert.Equal(t, map[string]string{"CertName": "has 129 characters; at most 128 allowed"}, rules(t, err))
}

func TestCheckCertificateTime(t *testing.T) {
	t.Parallel()
	date := func(year int) time.Time { return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC) }
	root := authority("Root", nil)
	template := serverTemplate("www.example.com")
	template.NotBefore, template.NotAfter = date(2031), date(2033)
	middleTemplate := x509.Certificate{
		Subject: pkix.Name{CommonName: "Middle"}, IsCA: true, BasicConstraintsValid: true, NotBefore: date(2030), NotAfter: date(2032),
	}
	middle := issue(middleTemplate, newKey(), root)
	leaf := issue(template, newKey(), middle)
	cert := types.Certificate{ServerCertificate: chainOf(leaf, middle), PrivateKey: leaf.keyText()}
	for now, want := range map[time.Time]string{
		{}:                          "is not valid yet, but from 2031-01-01T00:00:00Z",
		date(2031).Add(-1):          "is not valid yet, but from 2031-01-01T00:00:00Z",
		date(2031):                  "",
		date(2032):                  "",
		date(2032).Add(time.Second): `in its block 2 ("Middle") has expired, on 2032-01-01T00:00:00Z`,
		date(2033).Add(time.Second): "has expired, on 2033-01-01T00:00:00Z",
	} {
		_, err := alicdn.CheckCertificate(cert, []string{"www.example.com"}, now)
		if want == "" {
			require.NoError(t, err, now)
			continue
		}
		assert.Equal(t, map[string]string{"ServerCertificate": want}, rules(t, err), now)
	}
}

func TestCheckCertificateDomains(t *testing.T) {
	t.Parallel()
	tests := []struct {
		names  []string
		domain string
		want   string // "" if it is covered
	}{
		{[]string{"www.example.com"}, "www.example.com", ""},
		{[]string{"www.example.com"}, "WWW.Example.COM", ""},
		{[]string{"www.example.com"}, "example.com", `is "example.com"; the certificate is for "www.example.com"`},
		{[]string{"example.com"}, "www.example.com", `is "www.example.com"; the certificate is for "example.com"`},
		{[]string{"*.example.com"}, "www.example.com", ""},
		{[]string{"*.example.com"}, "a_b.example.com", ""},
		{[]string{"*.example.com"}, "example.com", `is "example.com"; the certificate is for "*.example.com"`},
		{[]string{"*.example.com"}, "a.b.example.com", `is "a.b.example.com"; the certificate is for "*.example.com"`},
		{[]string{"*.example.com"}, "www.example.com.cn", `is "www.example.com.cn"; the certificate is for "*.example.com"`},
		{[]string{"*.example.com"}, "wwwexample.com", `is "wwwexample.com"; the certificate is for "*.example.com"`},
		{[]string{"*.example.com"}, ".example.com", ""},
		{[]string{"*.example.com"}, ".b.example.com", `is ".b.example.com", a wildcard domain, which needs the name "*.b.example.com"; the certificate is for "*.example.com"`},
		{[]string{"example.com", "www.example.com"}, ".example.com", `is ".example.com", a wildcard domain, which needs the name "*.example.com"; the certificate is for "example.com", "www.example.com"`},
		{[]string{"*.example.com"}, "*.example.com", "begins with *; a wildcard domain begins with the dot, such as .example.com"},
		{[]string{"*.example.com"}, "", "is required"},
		{[]string{"a.cn", "b.cn", "c.cn", "d.cn", "e.cn", "f.cn", "g.cn"}, "h.cn", `is "h.cn"; the certificate is for "a.cn", "b.cn", "c.cn", "d.cn", "e.cn" and 2 more`},
	}
	for _, tt := range tests {
		c := newChain(tt.names...)
		_, err := alicdn.CheckCertificate(c.certificate(), []string{tt.domain}, time.Time{})
		if tt.want == "" {
			require.NoError(t, err, tt)
			continue
		}
		assert.Equal(t, map[string]string{"DomainName": tt.want}, rules(t, err), tt)
	}

	c := newChain("*.example.com")
	_, err := alicdn.CheckCertificate(c.certificate(), []string{"a.example.com", "a.example.org", "b.example.com", "b.example.org"}, time.Time{})
	require.ErrorContains(t, err, `parameter DomainName is "a.example.org"; the certificate is for "*.example.com"`)
	require.ErrorContains(t, err, `parameter DomainName is "b.example.org"`, "each is told")

	expired := serverTemplate("*.example.com")
	expired.NotBefore, expired.NotAfter = time.Now().AddDate(0, 0, -90), time.Now().AddDate(0, 0, -1)
	old := issue(expired, newKey(), c.middle)
	_, err = alicdn.CheckCertificate(types.Certificate{ServerCertificate: chainOf(old, c.middle), PrivateKey: old.keyText()}, []string{"a.example.org", "*.example.com", "b.example.org"}, time.Time{})
	for _, rule := range []string{"ServerCertificate has expired", `DomainName is "a.example.org"`, "DomainName begins with *", `DomainName is "b.example.org"`} {
		require.ErrorContains(t, err, rule, "all is told, not what is found first")
	}
	_, err = alicdn.CheckCertificate(types.Certificate{ServerCertificate: "none", PrivateKey: "none"}, []string{"www.example.com"}, time.Time{})
	assert.Len(t, rules(t, err), 2, "nothing is said of domains without a certificate")

	onlyCommonName := issue(x509.Certificate{Subject: pkix.Name{CommonName: "www.example.com"}}, newKey(), c.middle)
	_, err = alicdn.CheckCertificate(types.Certificate{ServerCertificate: chainOf(onlyCommonName), PrivateKey: onlyCommonName.keyText()}, []string{"www.example.com"}, time.Time{})
	wrong, ok := errors.AsType[*alicdn.ParamError](err)
	require.True(t, ok)
	assert.Equal(t, `is "www.example.com"; the certificate is for no domain name`, wrong.Rule, "no client looks at the common name")
}
