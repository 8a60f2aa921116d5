package types

// Certificate is a certificate to upload with its private key, for
// CheckCertificate and RolloutCertificate. It prints itself with the key masked.
type Certificate struct {
	// CertName is the name that the account keeps the certificate under, at most
	// 128 characters. Left out, RolloutCertificate makes one of what the
	// certificate is for, when it expires and its fingerprint, so that another
	// certificate has another name.
	CertName string

	// ServerCertificate is the certificate in PEM form, followed by those that
	// signed it, each by the next.
	ServerCertificate string

	// PrivateKey is the private key of the certificate in PEM form, RSA or
	// ECDSA, as PKCS#1, PKCS#8 or SEC 1, not encrypted. It is secret.
	PrivateKey string
}
