package certificate

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"strings"

	"github.com/alicdn/alicdn-go/types"
)

// match is whether a domain serves a certificate.
type match int

const (
	other   match = iota // it does not
	unclear              // it may: what the service says of it does not tell
	same                 // it does
)

// compare says whether the certificate of a domain is that of the plan. The text
// of it tells; without, the ID that it is stored under does, or else its name and
// the time that it is valid for, unless the service leaves some of that out.
func (p *Plan) compare(info types.CertInfo) match {
	if strings.EqualFold(string(info.ServerCertificateStatus), string(types.SwitchOff)) {
		return other
	}
	if block, _ := pem.Decode([]byte(info.ServerCertificate)); block != nil {
		if HasText(p.Leaf, info.ServerCertificate) {
			return same
		}
		return other
	}
	start, end := info.CertStartTime, info.CertExpireTime
	own, stored := p.ownName(), p.store.stored.Load()
	isNamed := info.CertName == p.Name || info.CertName == own
	switch {
	case !end.IsZero() && !end.Equal(p.Leaf.NotAfter), !start.IsZero() && !start.Equal(p.Leaf.NotBefore):
		return other
	case stored.is(info):
		return same
	case !isNamed && info.CertName != "" && (stored == nil || info.CertId != ""):
		return other // it may have another name only where it was stored before
	case !isNamed || end.IsZero():
		return unclear
	case !start.IsZero(), info.CertName == own, p.Name == NameOf(p.Leaf):
		return same
	default:
		return unclear // one that was issued anew may expire at the same time
	}
}

// best returns how well the certificates of a domain match.
func (p *Plan) best(infos []types.CertInfo) match {
	found := other
	for _, info := range infos {
		found = max(found, p.compare(info))
	}
	return found
}

// ownName makes a name of that of the plan that no other certificate has.
func (p *Plan) ownName() string {
	const most = 128 // of the service
	name, mark := []rune(p.Name), markOf(p.Leaf)
	return string(name[:min(len(name), most-len(mark))]) + mark
}

// NameOf makes a name of what a certificate is for, when it expires, and its
// fingerprint: no other certificate has it.
func NameOf(leaf *x509.Certificate) string {
	const most = 100
	name := leaf.Subject.CommonName
	if len(leaf.DNSNames) > 0 {
		name = leaf.DNSNames[0]
	}
	name = strings.TrimPrefix(strings.ToLower(name), "*.")
	return name[:min(len(name), most)] + markOf(leaf)
}

// markOf tells a certificate from all others.
func markOf(leaf *x509.Certificate) string {
	sum := sha256.Sum256(leaf.Raw)
	return fmt.Sprintf("-%s-%x", leaf.NotAfter.UTC().Format("20060102"), sum[:4])
}

// HasFingerprint reports whether a text is the fingerprint of the certificate,
// by SHA-1 or SHA-256, however written, and whether it is a fingerprint at all.
func HasFingerprint(leaf *x509.Certificate, text string) (isSame, isKnown bool) {
	given, err := hex.DecodeString(strings.NewReplacer(":", "", " ", "").Replace(text))
	if err != nil {
		return false, false
	}
	short, long := sha1.Sum(leaf.Raw), sha256.Sum256(leaf.Raw)
	isKnown = len(given) == len(short) || len(given) == len(long)
	return bytes.Equal(given, short[:]) || bytes.Equal(given, long[:]), isKnown
}

// Text is a certificate in PEM form.
func Text(leaf *x509.Certificate) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: blockCertificate, Bytes: leaf.Raw}))
}

// HasText reports whether a text in PEM form begins with the certificate.
func HasText(leaf *x509.Certificate, text string) bool {
	block, _ := pem.Decode([]byte(text))
	return block != nil && bytes.Equal(block.Bytes, leaf.Raw)
}
