package types

import (
	"encoding/base64"
	"net/url"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// SetCdnDomainSSLCertificateRequest holds the parameters of
// SetCdnDomainSSLCertificate. It prints itself with the key masked.
type SetCdnDomainSSLCertificateRequest struct {
	// DomainName is the domain whose HTTPS is set, one a request. Required.
	DomainName string `url:"DomainName"`

	// SSLProtocol switches HTTPS on, with the certificate, or off. With off
	// the other parameters say nothing. Required.
	SSLProtocol Switch `url:"SSLProtocol"`

	// CertType says where the certificate comes from: with upload it is that of
	// SSLPub and SSLPri, which the service stores; with cas it is the one stored
	// under CertId. Give it to switch HTTPS on: what leaving it out means is not
	// documented.
	CertType CertType `url:"CertType,omitempty"`

	// CertName is the name to store an uploaded certificate under, at most 128
	// characters. It is optional; an error of the service (CertName.MissingParameter)
	// says otherwise. Left out, the service makes one.
	CertName string `url:"CertName,omitempty" check:"len=128"`

	// CertId is the ID of the stored certificate, a whole number. It is
	// required with CertType cas and not allowed with upload.
	CertId ID `url:"CertId,omitempty" check:"form=digits"`

	// CertRegion is where the certificate of CertId is stored. It counts with
	// CertType cas only. The default is cn-hangzhou; the vendor advises accounts
	// of the international site to use ap-southeast-1.
	CertRegion CertRegion `url:"CertRegion,omitempty"`

	// SSLPub is the certificate in PEM form, followed by those that signed it.
	// It is required with CertType upload and not allowed with cas.
	SSLPub string `url:"SSLPub,omitempty"`

	// SSLPri is the private key in PEM form. It is required with CertType upload
	// and not allowed with cas. It is secret: it travels in the form body, never
	// in the URL.
	SSLPri string `url:"SSLPri,omitempty"`
}

// Violation names what is wrong with the certificate: an uploaded one comes with
// its key, a stored one by its ID.
func (r SetCdnDomainSSLCertificateRequest) Violation(string) (param, rule string) {
	if r.SSLProtocol == SwitchOff {
		return "", ""
	}
	upload, cas := r.CertType == CertTypeUpload, r.CertType == CertTypeCas
	switch {
	case upload && r.CertId != "":
		return "CertId", "names a stored certificate, which is for CertType cas"
	case r.SSLPub == "" && (upload || !cas && r.SSLPri != ""):
		return "SSLPub", "is required to upload a certificate"
	case r.SSLPri == "" && (upload || !cas && r.SSLPub != ""):
		return "SSLPri", "is required to upload a certificate"
	case cas && r.CertId == "":
		return "CertId", "is required with CertType cas"
	case cas && r.SSLPub != "":
		return "SSLPub", "is not allowed with CertType cas, which takes a stored certificate"
	case cas && r.SSLPri != "":
		return "SSLPri", "is not allowed with CertType cas, which takes a stored certificate"
	default:
		return "", ""
	}
}

// SetCdnDomainSSLCertificateResponse is the answer of
// SetCdnDomainSSLCertificate.
type SetCdnDomainSSLCertificateResponse struct {
	Meta
}

// SetCdnDomainCSRCertificateRequest holds the parameters of
// SetCdnDomainCSRCertificate.
type SetCdnDomainCSRCertificateRequest struct {
	// DomainName is the domain to set the certificate on, with HTTPS
	// acceleration, one a request. Required.
	DomainName string `url:"DomainName"`

	// ServerCertificate is the certificate that a CA issued for the request of
	// CreateCdnCertificateSigningRequest, in PEM form. Required.
	ServerCertificate Base64PEM `url:"ServerCertificate"`
}

// SetCdnDomainCSRCertificateResponse is the answer of
// SetCdnDomainCSRCertificate.
type SetCdnDomainCSRCertificateResponse struct {
	Meta
}

// SetCdnDomainSMCertificateRequest holds the parameters of
// SetCdnDomainSMCertificate.
type SetCdnDomainSMCertificateRequest struct {
	// DomainName is the domain whose SM certificate is set, with HTTPS
	// acceleration, one a request. Required.
	DomainName string `url:"DomainName"`

	// CertIdentifier is the ID of the certificate with its region, such as
	// 123-cn-hangzhou; DescribeCdnSMCertificateList has it. Required, also to
	// switch the certificate off.
	CertIdentifier string `url:"CertIdentifier"`

	// SSLProtocol switches the certificate on or off. Required.
	SSLProtocol Switch `url:"SSLProtocol"`
}

// SetCdnDomainSMCertificateResponse is the answer of
// SetCdnDomainSMCertificate.
type SetCdnDomainSMCertificateResponse struct {
	Meta
}

// CreateCdnCertificateSigningRequestRequest holds the parameters of
// CreateCdnCertificateSigningRequest. What is left out has the vendor's own
// values as its default, which end up in the certificate.
type CreateCdnCertificateSigningRequestRequest struct {
	// CommonName is the common name of the certificate, a domain. Required.
	CommonName string `url:"CommonName"`

	// SANs are further domains of the certificate.
	SANs []string `url:"SANs,omitempty,comma"`

	// Country is the country or region, exactly two letters. The default is CN.
	Country string `url:"Country,omitempty" check:"exactly=2"`

	// State is the province or state. The default is Zhejiang.
	State string `url:"State,omitempty"`

	// City is the city. The default is Hangzhou.
	City string `url:"City,omitempty"`

	// Organization is the organisation. The default is Alibaba Inc.
	Organization string `url:"Organization,omitempty"`

	// OrganizationUnit is the department. The default is Aliyun CDN.
	OrganizationUnit string `url:"OrganizationUnit,omitempty"`

	// Email is an e-mail address.
	Email string `url:"Email,omitempty"`
}

// CreateCdnCertificateSigningRequestResponse is the answer of
// CreateCdnCertificateSigningRequest.
type CreateCdnCertificateSigningRequestResponse struct {
	Meta

	// CommonName is the common name of the request.
	CommonName string `json:"CommonName"`

	// Csr is the certificate signing request, for a CA. The vendor's example
	// shows a name in its place.
	Csr string `json:"Csr"`

	// PubMd5 is the MD5 sum of the public key.
	PubMd5 string `json:"PubMd5"`
}

// DescribeCdnCertificateDetailRequest holds the parameters of
// DescribeCdnCertificateDetail.
type DescribeCdnCertificateDetailRequest struct {
	// CertName is the name of the certificate; the English documents call it
	// the ID. Required.
	CertName string `url:"CertName"`
}

// DescribeCdnCertificateDetailResponse is the answer of
// DescribeCdnCertificateDetail. It prints itself with Key masked.
type DescribeCdnCertificateDetailResponse struct {
	Meta

	// Cert is the certificate in PEM form.
	Cert string `json:"Cert"`

	// CertId identifies the certificate.
	CertId ID `json:"CertId"`

	// CertName is the name of the certificate.
	CertName string `json:"CertName"`

	// Key is called the key of the certificate, without a word on which. Take
	// it for secret.
	Key string `json:"Key"`
}

// DescribeCdnCertificateDetailByIdRequest holds the parameters of
// DescribeCdnCertificateDetailById.
type DescribeCdnCertificateDetailByIdRequest struct {
	// CertId is the ID of the certificate, a whole number. Required.
	CertId ID `url:"CertId" check:"form=digits"`

	// CertRegion is where the certificate is stored. The default is
	// cn-hangzhou.
	CertRegion CertRegion `url:"CertRegion,omitempty"`
}

// DescribeCdnCertificateDetailByIdResponse is the answer of
// DescribeCdnCertificateDetailById. It prints itself with Key masked.
type DescribeCdnCertificateDetailByIdResponse struct {
	Meta

	// Cert is the certificate in PEM form.
	Cert string `json:"Cert"`

	// CertId identifies the certificate.
	CertId ID `json:"CertId"`

	// CertName is the name of the certificate.
	CertName string `json:"CertName"`

	// Key is called the public key of the certificate; the example looks like
	// an MD5 sum. It is masked as that of DescribeCdnCertificateDetail is.
	Key string `json:"Key"`
}

// DescribeCertificateInfoByIDRequest holds the parameters of
// DescribeCertificateInfoByID.
type DescribeCertificateInfoByIDRequest struct {
	// CertId is the ID of the certificate, one a request. Required.
	CertId ID `url:"CertId"`
}

// DescribeCertificateInfoByIDResponse is the answer of
// DescribeCertificateInfoByID.
type DescribeCertificateInfoByIDResponse struct {
	Meta

	// CertInfos are the certificates that were found.
	CertInfos List[CertInfoByID] `json:"CertInfos"`
}

// CertInfoByID is a certificate in use, of DescribeCertificateInfoByID.
type CertInfoByID struct {
	// CertId identifies the certificate.
	CertId ID `json:"CertId"`

	// CertName is the name of the certificate.
	CertName string `json:"CertName"`

	// CertType says where the certificate comes from.
	CertType CertType `json:"CertType"`

	// CreateTime is when the certificate becomes valid, in UTC, whatever its
	// name.
	CreateTime Time `json:"CreateTime"`

	// CertExpireTime is when the certificate expires, in UTC.
	CertExpireTime Time `json:"CertExpireTime"`

	// DomainList are the domains that use the certificate.
	DomainList NameList `json:"DomainList"`

	// HttpsCrt is the certificate in PEM form.
	HttpsCrt string `json:"HttpsCrt"`
}

// DescribeCdnDomainByCertificateRequest holds the parameters of
// DescribeCdnDomainByCertificate.
type DescribeCdnDomainByCertificateRequest struct {
	// SSLPub is the certificate in PEM form, without its key. Required.
	SSLPub Base64PEM `url:"SSLPub"`

	// Exact keeps with true the domains that are names of the certificate. What
	// false does is described in two ways: leave those out, or list also domains
	// that do not match.
	Exact *bool `url:"Exact,omitempty"`

	// SSLStatus keeps with true the domains with HTTPS on, and with false those
	// with HTTPS off.
	SSLStatus *bool `url:"SSLStatus,omitempty"`
}

// DescribeCdnDomainByCertificateResponse is the answer of
// DescribeCdnDomainByCertificate.
type DescribeCdnDomainByCertificateResponse struct {
	Meta

	// CertInfos are the certificates of the text with the domains that they
	// fit.
	CertInfos List[CertDomains] `json:"CertInfos"`
}

// CertDomains is a certificate with the domains that it fits, of
// DescribeCdnDomainByCertificate.
type CertDomains struct {
	// CertSubjectCommonName is the common name of the subject.
	CertSubjectCommonName string `json:"CertSubjectCommonName"`

	// Issuer is who issued the certificate, such as "C=US, O=Symantec
	// Corporation".
	Issuer string `json:"Issuer"`

	// CertType is the kind of key, other than in all other actions.
	CertType CertKeyType `json:"CertType"`

	// CertStartTime is when the certificate becomes valid, in UTC.
	CertStartTime Time `json:"CertStartTime"`

	// CertExpireTime is when the certificate expires, in UTC.
	CertExpireTime Time `json:"CertExpireTime"`

	// CertExpired says whether the certificate has expired, as yes or no.
	CertExpired Truth `json:"CertExpired"`

	// CertCaIsLegacy says whether the certificate is outdated, as yes or no.
	CertCaIsLegacy Truth `json:"CertCaIsLegacy"`

	// DomainNames are the names of the certificate.
	DomainNames NameList `json:"DomainNames"`

	// DomainList are the domains of the account that the certificate fits.
	DomainList NameList `json:"DomainList"`
}

// DescribeCdnHttpsDomainListRequest holds the parameters of
// DescribeCdnHttpsDomainList.
type DescribeCdnHttpsDomainListRequest struct {
	// PageNumber is the page, from 1, the default, to 100000.
	PageNumber int `url:"PageNumber,omitempty" check:"min=1,max=100000"`

	// PageSize is the number of domains on a page. The default is 20; a maximum
	// is not documented.
	PageSize int `url:"PageSize,omitempty" check:"min=1"`

	// Keyword is what to search for, such as com; in the names of certificates
	// or of domains is not documented.
	Keyword string `url:"Keyword,omitempty"`
}

// DescribeCdnHttpsDomainListResponse is the answer of
// DescribeCdnHttpsDomainList.
type DescribeCdnHttpsDomainListResponse struct {
	Meta

	// TotalCount is the number of domains on all pages.
	TotalCount Int `json:"TotalCount"`

	// CertInfos are the domains of the page.
	CertInfos List[HttpsDomain] `json:"CertInfos"`
}

// HttpsDomain is a domain with HTTPS and its certificate, of
// DescribeCdnHttpsDomainList. The zone of its times is not documented; they are
// read as UTC.
type HttpsDomain struct {
	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// CertName is the name of the certificate.
	CertName string `json:"CertName"`

	// CertCommonName is the main domain of the certificate.
	CertCommonName string `json:"CertCommonName"`

	// CertStatus says how the certificate is.
	CertStatus HttpsCertStatus `json:"CertStatus"`

	// CertType says where the certificate comes from.
	CertType CertType `json:"CertType"`

	// CertStartTime is when the certificate becomes valid.
	CertStartTime Time `json:"CertStartTime"`

	// CertExpireTime is when the certificate expires.
	CertExpireTime Time `json:"CertExpireTime"`

	// CertUpdateTime is when the certificate was last changed.
	CertUpdateTime Time `json:"CertUpdateTime"`
}

// DescribeCdnSSLCertificateListRequest holds the parameters of
// DescribeCdnSSLCertificateList.
type DescribeCdnSSLCertificateListRequest struct {
	// DomainName keeps the certificates for this domain, one a request.
	DomainName string `url:"DomainName,omitempty"`

	// SearchKeyword keeps the certificates whose name contains it.
	SearchKeyword string `url:"SearchKeyword,omitempty"`

	// PageNumber is the page. The default is 1.
	PageNumber int `url:"PageNumber,omitempty" check:"min=1"`

	// PageSize is the number of certificates on a page, at most 1000, which is
	// the default.
	PageSize int `url:"PageSize,omitempty" check:"min=1,max=1000"`
}

// DescribeCdnSSLCertificateListResponse is the answer of
// DescribeCdnSSLCertificateList.
type DescribeCdnSSLCertificateListResponse struct {
	Meta

	// CertificateListModel is the page.
	CertificateListModel SSLCertificateListModel `json:"CertificateListModel"`
}

// SSLCertificateListModel is a page of DescribeCdnSSLCertificateList.
type SSLCertificateListModel struct {
	// Count is the number of certificates on all pages.
	Count Int `json:"Count"`

	// PageNumber is the page.
	PageNumber Int `json:"PageNumber"`

	// PageSize is the number of certificates on a page.
	PageSize Int `json:"PageSize"`

	// CertList are the certificates.
	CertList List[SSLCert] `json:"CertList"`
}

// SSLCert is a certificate of DescribeCdnSSLCertificateList.
type SSLCert struct {
	// CertId identifies the certificate, together with CertRegion.
	CertId ID `json:"CertId"`

	// CertName is the name of the certificate.
	CertName string `json:"CertName"`

	// CertRegion is where the certificate is stored.
	CertRegion CertRegion `json:"CertRegion"`

	// Common is the common name of the certificate, a domain most of the time.
	Common string `json:"Common"`

	// Fingerprint is the fingerprint of the certificate, by SHA-1 in the
	// vendor's example.
	Fingerprint string `json:"Fingerprint"`

	// Issuer is who issued the certificate.
	Issuer string `json:"Issuer"`

	// LastTime is when the certificate was last changed, or when it expires: the
	// documents say both. They speak of milliseconds and show seconds; both are
	// read.
	LastTime Time `json:"LastTime"`
}

// DescribeCdnSMCertificateDetailRequest holds the parameters of
// DescribeCdnSMCertificateDetail.
type DescribeCdnSMCertificateDetailRequest struct {
	// CertIdentifier is the ID of the certificate with its region, such as
	// 123-cn-hangzhou. Required.
	CertIdentifier string `url:"CertIdentifier"`
}

// DescribeCdnSMCertificateDetailResponse is the answer of
// DescribeCdnSMCertificateDetail.
type DescribeCdnSMCertificateDetailResponse struct {
	Meta

	// CertIdentifier is the ID of the certificate with its region.
	CertIdentifier string `json:"CertIdentifier"`

	// CertName is the name of the certificate.
	CertName string `json:"CertName"`

	// CommonName is the common name of the certificate.
	CommonName string `json:"CommonName"`

	// Sans are further domains of the certificate. The documents speak of one;
	// what would separate more is not said.
	Sans NameList `json:"Sans"`

	// CertOrg is who issued the certificate.
	CertOrg string `json:"CertOrg"`

	// CertExpireTime is when the certificate expires, in UTC.
	CertExpireTime Time `json:"CertExpireTime"`

	// SignCertificate is the certificate for signatures, in PEM form.
	SignCertificate string `json:"SignCertificate"`

	// EncryptCertificate is the certificate for encryption, in PEM form.
	EncryptCertificate string `json:"EncryptCertificate"`
}

// DescribeCdnSMCertificateListRequest holds the parameters of
// DescribeCdnSMCertificateList.
type DescribeCdnSMCertificateListRequest struct {
	// DomainName is the domain whose certificates are wanted, one a request.
	// Required.
	DomainName string `url:"DomainName"`
}

// DescribeCdnSMCertificateListResponse is the answer of
// DescribeCdnSMCertificateList.
type DescribeCdnSMCertificateListResponse struct {
	Meta

	// CertificateListModel holds the certificates.
	CertificateListModel SMCertificateListModel `json:"CertificateListModel"`
}

// SMCertificateListModel holds the certificates of
// DescribeCdnSMCertificateList.
type SMCertificateListModel struct {
	// Count is the number of certificates.
	Count Int `json:"Count"`

	// CertList are the certificates.
	CertList List[SMCert] `json:"CertList"`
}

// SMCert is a certificate of DescribeCdnSMCertificateList.
type SMCert struct {
	// CertIdentifier is the ID of the certificate with its region, such as
	// 123-cn-hangzhou.
	CertIdentifier string `json:"CertIdentifier"`

	// CertName is the name of the certificate.
	CertName string `json:"CertName"`

	// Common is the common name of the certificate.
	Common string `json:"Common"`

	// Issuer is who issued the certificate.
	Issuer string `json:"Issuer"`
}

// DescribeUserCertificateExpireCountRequest is for
// DescribeUserCertificateExpireCount, which takes no parameters.
type DescribeUserCertificateExpireCountRequest struct{}

// DescribeUserCertificateExpireCountResponse is the answer of
// DescribeUserCertificateExpireCount.
type DescribeUserCertificateExpireCountResponse struct {
	Meta

	// ExpireWithin30DaysCount is the number of domains whose certificate
	// expires within 30 days.
	ExpireWithin30DaysCount Int `json:"ExpireWithin30DaysCount"`

	// ExpiredCount is the number of domains whose certificate has expired.
	ExpiredCount Int `json:"ExpiredCount"`
}

// SetReqHeaderConfigRequest holds the parameters of SetReqHeaderConfig. It
// prints itself with the value of the header masked.
type SetReqHeaderConfigRequest struct {
	// DomainName are the domains to set the header for; a limit is not
	// documented. Required.
	DomainName []string `url:"DomainName,comma"`

	// Key is the name of the header. Required.
	Key string `url:"Key"`

	// Value is the value of the header. Required. It may be a credential, and
	// travels in the form body.
	Value string `url:"Value"`

	// ConfigId is the configuration to change, a whole number. Left out, a
	// further one may be added.
	ConfigId ID `url:"ConfigId,omitempty" check:"form=digits"`
}

// SetReqHeaderConfigResponse is the answer of SetReqHeaderConfig.
type SetReqHeaderConfigResponse struct {
	Meta
}

// Base64PEM is a certificate in PEM form that travels as Base64. What is not PEM
// text is sent as it is, so that it may be Base64 already.
type Base64PEM string

// EncodeValues writes the text as a request parameter.
func (p Base64PEM) EncodeValues(key string, v *url.Values) error {
	text := string(p)
	if strings.Contains(text, "-----BEGIN ") {
		text = base64.StdEncoding.EncodeToString([]byte(text))
	}
	v.Set(key, text)
	return nil
}

// Violation names what is wrong with the text, which may hold certificates only: the parameter, and the rule that it
// violates; "" and "" if nothing is.
func (p Base64PEM) Violation(name string) (param, rule string) {
	if strings.Contains(string(p), "PRIVATE KEY-----") {
		return name, "holds a private key; it is no secret, and may hold certificates only"
	}
	return "", ""
}

// NameList are domain names that the service writes into one text: separated by
// commas, or as a JSON array. A plain array is read too, and kept as its text.
//
//nolint:recvcheck // read into a pointer
type NameList string

// UnmarshalJSONFrom reads a text as it is, and an array as JSON text.
func (l *NameList) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	raw, err := readRaw(dec)
	*l = NameList(strings.ToValidUTF8(raw, "\uFFFD"))
	return err
}

// Names returns the names.
func (l NameList) Names() []string {
	var names []string
	if json.Unmarshal([]byte(l), &names) == nil {
		return names
	}
	for name := range strings.SplitSeq(string(l), ",") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// CertRegion is where a certificate is stored.
type CertRegion string

// The regions of certificates.
const (
	CertRegionCnHangzhou   CertRegion = "cn-hangzhou"    // Hangzhou
	CertRegionApSoutheast1 CertRegion = "ap-southeast-1" // Singapore
)

// CertKeyType is the kind of key of a certificate.
type CertKeyType string

// The kinds of keys.
const (
	CertKeyTypeRSA   CertKeyType = "RSA"
	CertKeyTypeDSA   CertKeyType = "DSA"
	CertKeyTypeECDSA CertKeyType = "ECDSA"
)

// HttpsCertStatus is how the certificate of a domain with HTTPS is.
type HttpsCertStatus string

// How a certificate can be.
const (
	HttpsCertStatusOk         HttpsCertStatus = "ok"          // good
	HttpsCertStatusMismatch   HttpsCertStatus = "mismatch"    // for other domains
	HttpsCertStatusExpired    HttpsCertStatus = "expired"     // expired
	HttpsCertStatusExpireSoon HttpsCertStatus = "expire_soon" // about to expire
)
