package certificate

import (
	"bytes"
	"crypto/x509"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/internal/param"
)

// Check reads a certificate with its chain, and its private key, and returns
// the certificate alone, nil if it cannot be read, and all that is wrong at the
// given time.
func Check(text, key string, now time.Time) (*x509.Certificate, param.Errors) {
	var violations param.Errors
	chain, wrongChain := parseChain(text)
	if wrongChain != nil {
		violations = append(violations, wrongChain)
	}
	of, wrongKey := parseKey(key)
	if wrongKey != nil {
		violations = append(violations, wrongKey)
	}
	if chain == nil {
		return nil, violations
	}
	leaf := 0
	if of != nil {
		leaf = slices.IndexFunc(chain, func(c *x509.Certificate) bool { return of.Equal(c.PublicKey) })
		if leaf < 0 {
			violations = append(violations, &param.Error{Param: paramKey, Rule: "does not belong to the certificate, which is that of " + named(chain[0])})
			leaf = 0
		}
	}
	for _, rule := range []string{order(chain, leaf), validity(chain, now)} {
		if rule != "" {
			violations = append(violations, &param.Error{Param: paramCertificate, Rule: rule})
		}
	}
	return chain[leaf], violations
}

// CheckStored reads a certificate that the service has stored with its key, and
// returns the certificate alone, nil if it cannot be read, and what is wrong at
// the given time.
func CheckStored(text string, now time.Time) (*x509.Certificate, param.Errors) {
	chain, wrong := parseChain(text)
	if wrong != nil {
		return nil, param.Errors{{Param: paramID, Rule: "names a certificate whose text " + wrong.Rule}}
	}
	if rule := validity(chain, now); rule != "" {
		return chain[0], param.Errors{{Param: paramID, Rule: "names a certificate that " + rule}}
	}
	return chain[0], nil
}

// order says what is wrong with the order of the certificates, of which the one
// at leaf has to be the first: "" if nothing is.
func order(chain []*x509.Certificate, leaf int) string {
	path := []int{leaf}
	for at := leaf; at >= 0; {
		if at = issuer(chain, at, path); at >= 0 {
			path = append(path, at)
		}
	}
	var extra []string
	for i, c := range chain {
		if !slices.Contains(path, i) {
			extra = append(extra, numbered(i)+" ("+named(c)+")")
		}
	}
	last := chain[path[len(path)-1]]
	switch {
	case leaf != 0 || !slices.IsSorted(path):
		right := make([]string, len(path))
		for i, at := range path {
			right[i] = numbered(at)
		}
		rule := "is in the wrong order: the certificate of the key has to be the first, and each has to be signed by the next, so that the order is " + strings.Join(right, ", ")
		if len(extra) > 0 {
			rule += ", without " + strings.Join(extra, ", ")
		}
		return rule
	case len(extra) > 0:
		return fmt.Sprintf("has certificates that do not belong to the chain of the first, which ends with one signed by %s: %s",
			quoted(last.Issuer.CommonName, last.Issuer.String()), strings.Join(extra, ", "))
	default:
		return ""
	}
}

// issuer returns which of the certificates that are not in the path has signed
// the one at that place; -1 if none has, or if it has signed itself.
func issuer(chain []*x509.Certificate, at int, path []int) int {
	if bytes.Equal(chain[at].RawIssuer, chain[at].RawSubject) {
		return -1
	}
	return slices.IndexFunc(chain, func(c *x509.Certificate) bool {
		if !bytes.Equal(chain[at].RawIssuer, c.RawSubject) || slices.ContainsFunc(path, func(i int) bool { return chain[i] == c }) {
			return false
		}
		err := chain[at].CheckSignatureFrom(c)
		_, tooOldToCheck := errors.AsType[x509.InsecureAlgorithmError](err)
		return err == nil || tooOldToCheck
	})
}

// validity says which certificate is not valid at a time.
func validity(chain []*x509.Certificate, now time.Time) string {
	for i, c := range chain {
		which := ""
		if i > 0 {
			which = "in its block " + numbered(i) + " (" + named(c) + ") "
		}
		switch {
		case now.After(c.NotAfter):
			return which + "has expired, on " + c.NotAfter.UTC().Format(time.RFC3339)
		case now.Before(c.NotBefore):
			return which + "is not valid yet, but from " + c.NotBefore.UTC().Format(time.RFC3339)
		}
	}
	return ""
}

// Covers says what is wrong with a certificate for a domain: nil if it covers
// it. Names are those of the extension, since no client looks at the common
// name; a wildcard domain, such as .example.com, needs a wildcard name.
func Covers(leaf *x509.Certificate, domain string) *param.Error {
	if strings.HasPrefix(domain, ".") {
		if slices.ContainsFunc(leaf.DNSNames, func(name string) bool { return strings.EqualFold(name, "*"+domain) }) {
			return nil
		}
		return &param.Error{Param: paramDomain, Rule: fmt.Sprintf("is %q, a wildcard domain, which needs the name %q; the certificate is for %s", domain, "*"+domain, names(leaf))}
	}
	if leaf.VerifyHostname(domain) == nil {
		return nil
	}
	return &param.Error{Param: paramDomain, Rule: fmt.Sprintf("is %q; the certificate is for %s", domain, names(leaf))}
}

// names lists what a certificate is for.
func names(leaf *x509.Certificate) string {
	const most = 5
	if len(leaf.DNSNames) == 0 {
		return "no domain name"
	}
	list := make([]string, 0, most)
	for _, name := range leaf.DNSNames[:min(most, len(leaf.DNSNames))] {
		list = append(list, strconv.Quote(name))
	}
	text := strings.Join(list, ", ")
	if more := len(leaf.DNSNames) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// numbered counts blocks from 1.
func numbered(i int) string { return strconv.Itoa(i + 1) }

func named(c *x509.Certificate) string { return quoted(c.Subject.CommonName, c.Subject.String()) }

// quoted returns the first text that is not empty, so that it cannot be taken
// for what stands around it.
func quoted(texts ...string) string {
	const most = 100
	for _, text := range texts {
		if text != "" {
			return strconv.Quote(text[:min(len(text), most)])
		}
	}
	return `""`
}
