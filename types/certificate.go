package types

import "time"

// Certificate is a certificate to upload with its private key, for
// CheckCertificate and RolloutCertificate, or one that the service has stored
// already, for RolloutCertificate. It prints itself, also as JSON, with the key
// masked.
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

	// CertId, in place of all of the above, is the ID of a certificate that the
	// service has stored with its key, as DescribeCdnSSLCertificateList tells it.
	CertId ID

	// CertRegion is where the certificate of CertId is stored. The default is
	// cn-hangzhou.
	CertRegion CertRegion
}

// RolloutState is how a domain of RolloutCertificate ended.
type RolloutState string

// How a domain can end. Each has exactly one of these.
const (
	// RolloutPlanned is a domain on which the certificate would be set, if it
	// were no dry run.
	RolloutPlanned RolloutState = "planned"
	// RolloutSet is a domain whose certificate the service has taken. Err says
	// why it is not known to serve it.
	RolloutSet RolloutState = "set"
	// RolloutSkipped is a domain that was left as it is; Reason says why.
	RolloutSkipped RolloutState = "skipped"
	// RolloutFailed is a domain that was refused or could not be looked at. It
	// was left as it is.
	RolloutFailed RolloutState = "failed"
	// RolloutNotSent is a domain that was left as it is, since the call ended
	// before its turn, or since what another one was refused for would be true
	// of this one, too.
	RolloutNotSent RolloutState = "not sent"
	// RolloutUnknown is a domain for which the certificate was sent, whose
	// answer was lost, and of which could not be found out whether it has the
	// certificate. To send it again does no harm.
	RolloutUnknown RolloutState = "unknown"
)

// RolloutResult is how one domain of RolloutCertificate ended.
type RolloutResult struct {
	// DomainName is the domain.
	DomainName string

	// State is how it ended.
	State RolloutState

	// Reason is why it was skipped, such as "is stopped" or "has the
	// certificate already"; empty otherwise.
	Reason string

	// Before is the certificate that the domain had with HTTPS on; empty if it
	// had none or was not looked at.
	Before CertInfo

	// Err is why the domain is not known to serve the certificate; nil if it
	// is, if it was to be set without waiting, or if it was skipped or planned
	// only.
	Err error
}

// String describes the result in one line.
func (r RolloutResult) String() string {
	text := printable(r.DomainName) + ": " + string(r.State)
	if r.Reason != "" {
		text += ", " + r.Reason
	}
	if r.Before.CertName != "" && (r.State == RolloutPlanned || r.State == RolloutSet) {
		text += ", in place of " + printable(r.Before.CertName)
		if end := r.Before.CertExpireTime; !end.IsZero() {
			text += ", which expires on " + end.UTC().Format(time.DateOnly)
		}
	}
	if r.Err != nil {
		text += ": " + r.Err.Error()
	}
	return text
}
