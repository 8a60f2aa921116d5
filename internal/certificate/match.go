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

// compare says whether the certificate of a domain is this one, under this
// name. The text of it tells; without, the name and the time that it is valid
// for do, unless the service leaves some of that out.
func compare(info types.CertInfo, leaf *x509.Certificate, name string) match {
	if strings.EqualFold(string(info.ServerCertificateStatus), string(types.SwitchOff)) {
		return other
	}
	if block, _ := pem.Decode([]byte(info.ServerCertificate)); block != nil {
		if bytes.Equal(block.Bytes, leaf.Raw) {
			return same
		}
		return other
	}
	start, end := info.CertStartTime, info.CertExpireTime
	switch {
	case !end.IsZero() && !end.Equal(leaf.NotAfter), !start.IsZero() && !start.Equal(leaf.NotBefore):
		return other
	case info.CertName != name || end.IsZero():
		return unclear
	case !start.IsZero(), name == NameOf(leaf):
		return same
	default:
		return unclear // one that was issued anew may expire at the same time
	}
}

// best returns how well the certificates of a domain match.
func best(infos []types.CertInfo, leaf *x509.Certificate, name string) match {
	found := other
	for _, info := range infos {
		found = max(found, compare(info, leaf, name))
	}
	return found
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
	sum := sha256.Sum256(leaf.Raw)
	return fmt.Sprintf("%s-%s-%x", name[:min(len(name), most)], leaf.NotAfter.UTC().Format("20060102"), sum[:4])
}

// HasFingerprint reports whether a text is the fingerprint of the certificate,
// by SHA-1 or SHA-256, however written.
func HasFingerprint(leaf *x509.Certificate, text string) bool {
	given, err := hex.DecodeString(strings.NewReplacer(":", "", " ", "").Replace(text))
	if err != nil {
		return false
	}
	short, long := sha1.Sum(leaf.Raw), sha256.Sum256(leaf.Raw)
	return bytes.Equal(given, short[:]) || bytes.Equal(given, long[:])
}
