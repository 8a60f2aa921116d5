// Package certificate checks certificates before they are sent, and sets them
// on all domains that they cover.
package certificate

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"strconv"
	"strings"

	"github.com/alicdn/alicdn-go/internal/param"
)

// Names of the parameters.
const (
	paramCertificate = "ServerCertificate"
	paramKey         = "PrivateKey"
	paramDomain      = "DomainName"
	paramID          = "CertId"
)

const (
	blockBegin       = "-----BEGIN "
	blockCertificate = "CERTIFICATE"
	blockParameters  = "EC PARAMETERS" // of the curve; openssl writes it before a key
	keySuffix        = "PRIVATE KEY"
)

// blocks returns the PEM blocks of a text, and whether they are all that it
// has: the decoder passes over those that are broken.
func blocks(text string) (all []*pem.Block, areWhole bool) {
	rest := []byte(text)
	for {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			return all, len(all) == strings.Count(text, blockBegin)
		}
		all = append(all, block)
	}
}

// parseChain reads the certificates of a text.
func parseChain(text string) ([]*x509.Certificate, *param.Error) {
	wrong := func(rule string, args ...any) *param.Error {
		return &param.Error{Param: paramCertificate, Rule: fmt.Sprintf(rule, args...)}
	}
	all, areWhole := blocks(text)
	for i, block := range all {
		if strings.HasSuffix(block.Type, keySuffix) {
			return nil, wrong("holds a private key in its block %d; it is no secret, and may hold certificates only", i+1)
		}
	}
	switch {
	case !areWhole:
		return nil, wrong("has a PEM block that is broken")
	case len(all) == 0:
		return nil, wrong("is no PEM text: it has no block that begins with %s%s-----", blockBegin, blockCertificate)
	}
	chain := make([]*x509.Certificate, len(all))
	for i, block := range all {
		if block.Type != blockCertificate {
			return nil, wrong("has a block of type %q as its block %d; certificates only are allowed", block.Type, i+1)
		}
		var err error
		if chain[i], err = x509.ParseCertificate(block.Bytes); err != nil {
			return nil, wrong("has no certificate that can be read in its block %d: %q", i+1, err)
		}
	}
	return chain, nil
}

// public is what every public key of the standard library can do.
type public interface {
	Equal(other crypto.PublicKey) bool
}

// parseKey reads a private key, of which the public part is returned. What is
// wrong with it is said without the words of the parser, which might repeat
// some of it.
func parseKey(text string) (public, *param.Error) {
	wrong := func(rule string) *param.Error { return &param.Error{Param: paramKey, Rule: rule} }
	all, areWhole := blocks(text)
	var keys []*pem.Block
	for _, block := range all {
		switch {
		case block.Type == blockCertificate:
			return nil, wrong("holds a certificate; it may hold the private key only")
		case block.Type == "ENCRYPTED "+keySuffix, strings.Contains(block.Headers["Proc-Type"], "ENCRYPTED"):
			return nil, wrong("is encrypted, so that the service cannot read it")
		case block.Type != blockParameters:
			keys = append(keys, block)
		}
	}
	switch {
	case !areWhole:
		return nil, wrong("has a PEM block that is broken")
	case len(keys) == 0:
		return nil, wrong("is no PEM text with a private key")
	case len(keys) > 1:
		return nil, wrong("holds " + strconv.Itoa(len(keys)) + " PEM blocks; one private key is allowed")
	}
	var key any
	var err error
	switch keys[0].Type {
	case "PRIVATE KEY":
		key, err = x509.ParsePKCS8PrivateKey(keys[0].Bytes)
	case "RSA PRIVATE KEY":
		key, err = x509.ParsePKCS1PrivateKey(keys[0].Bytes)
	case "EC PRIVATE KEY":
		key, err = x509.ParseECPrivateKey(keys[0].Bytes)
	default:
		return nil, wrong("is no private key in PKCS#1, PKCS#8 or SEC 1, by the type of its PEM block")
	}
	if err != nil {
		return nil, wrong("is no private key that can be read")
	}
	switch key := key.(type) {
	case *rsa.PrivateKey:
		return &key.PublicKey, nil
	case *ecdsa.PrivateKey:
		return &key.PublicKey, nil
	default:
		return nil, wrong("is of a kind other than RSA and ECDSA")
	}
}
