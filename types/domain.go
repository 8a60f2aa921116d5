package types

import (
	"fmt"
	"net/url"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// AddCdnDomainRequest holds the parameters of AddCdnDomain.
type AddCdnDomainRequest struct {
	// DomainName is the domain to add, one a request. A wildcard domain starts
	// with a dot, such as .example.com. Required.
	DomainName string `url:"DomainName"`

	// CdnType is the kind of business that the domain is tuned for: web,
	// download or video. Required.
	CdnType CdnType `url:"CdnType"`

	// Sources are the origins of the domain. Required.
	Sources Sources `url:"Sources"`

	// CheckUrl is a URL by which the service checks the origins.
	CheckUrl string `url:"CheckUrl,omitempty"`

	// Scope is the area to accelerate, domestic by default. It counts for
	// international users and for users in mainland China of level L3 and
	// above.
	Scope Scope `url:"Scope,omitempty"`

	// ResourceGroupId is the resource group that the domain joins, by default
	// the default group of the account.
	ResourceGroupId string `url:"ResourceGroupId,omitempty"`

	// TopLevelDomain is the top-level domain to connect. Today it is for
	// accounts on an allow list.
	TopLevelDomain string `url:"TopLevelDomain,omitempty"`

	// Tag are tags for the domain, at most 20.
	Tag Tags `url:"Tag,omitempty" check:"max=20"`
}

// AddCdnDomainResponse is the answer of AddCdnDomain.
type AddCdnDomainResponse struct {
	Meta
}

// DeleteCdnDomainRequest holds the parameters of DeleteCdnDomain.
type DeleteCdnDomainRequest struct {
	// DomainName is the domain to delete. Required.
	DomainName string `url:"DomainName"`

	// ResourceGroupId is the resource group of the domain. The service of
	// today no longer knows it.
	ResourceGroupId string `url:"ResourceGroupId,omitempty"`
}

// DeleteCdnDomainResponse is the answer of DeleteCdnDomain.
type DeleteCdnDomainResponse struct {
	Meta
}

// StopCdnDomainRequest holds the parameters of StopCdnDomain.
type StopCdnDomainRequest struct {
	// DomainName is the domain to stop. Required.
	DomainName string `url:"DomainName"`
}

// StopCdnDomainResponse is the answer of StopCdnDomain.
type StopCdnDomainResponse struct {
	Meta
}

// StartCdnDomainRequest holds the parameters of StartCdnDomain.
type StartCdnDomainRequest struct {
	// DomainName is the domain to start. Required.
	DomainName string `url:"DomainName"`
}

// StartCdnDomainResponse is the answer of StartCdnDomain.
type StartCdnDomainResponse struct {
	Meta
}

// BatchStartCdnDomainRequest holds the parameters of BatchStartCdnDomain.
type BatchStartCdnDomainRequest struct {
	// DomainNames are the domains to start, at most 50 (the reference names no
	// limit). Required.
	DomainNames []string `url:"DomainNames,comma" check:"max=50"`
}

// BatchStartCdnDomainResponse is the answer of BatchStartCdnDomain.
type BatchStartCdnDomainResponse struct {
	Meta
}

// BatchSetCdnDomainConfigRequest holds the parameters of
// BatchSetCdnDomainConfig.
type BatchSetCdnDomainConfigRequest struct {
	// DomainNames are the domains to configure, at most 50. Domains times
	// Functions may be at most 50. The reference names no limit. Required.
	DomainNames []string `url:"DomainNames,comma" check:"max=50"`

	// Functions are the functions to set on each of the domains, at most 50.
	// URL authentication keys among their arguments (auth_key1, auth_key2) are
	// secret: they travel in the form body. Required.
	Functions Functions `url:"Functions" check:"max=50"`
}

// BatchSetCdnDomainConfigResponse is the answer of BatchSetCdnDomainConfig.
type BatchSetCdnDomainConfigResponse struct {
	Meta

	// DomainConfigList names the records that were set, one a domain and
	// function. The reference does not have it.
	DomainConfigList List[DomainConfigModel] `json:"DomainConfigList"`
}

// DomainConfigModel names a record that BatchSetCdnDomainConfig set.
type DomainConfigModel struct {
	// ConfigId identifies the record. With it the record can be changed
	// ([Function]) or deleted (DeleteSpecificConfig).
	ConfigId ID `json:"ConfigId"`

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// FunctionName is the function.
	FunctionName FunctionName `json:"FunctionName"`
}

// ModifyCdnDomainRequest holds the parameters of ModifyCdnDomain.
type ModifyCdnDomainRequest struct {
	// DomainName is the domain to change. Required.
	DomainName string `url:"DomainName"`

	// Sources are the origins that take the place of the present ones. Left
	// out, the origins stay.
	Sources Sources `url:"Sources,omitempty"`

	// ResourceGroupId is the resource group of the domain.
	ResourceGroupId string `url:"ResourceGroupId,omitempty"`

	// TopLevelDomain is the top-level domain to connect. Today it is for
	// accounts on an allow list and counts only without Sources.
	TopLevelDomain string `url:"TopLevelDomain,omitempty"`
}

// ModifyCdnDomainResponse is the answer of ModifyCdnDomain.
type ModifyCdnDomainResponse struct {
	Meta
}

// DescribeUserDomainsRequest holds the parameters of DescribeUserDomains.
type DescribeUserDomainsRequest struct {
	// PageSize is the number of domains a page, 1 to 500 (the reference: 1 to
	// 50), 20 by default.
	PageSize int `url:"PageSize,omitempty" check:"min=1,max=500"`

	// PageNumber is the page to return, 1 to 100000, the first by default.
	PageNumber int `url:"PageNumber,omitempty" check:"min=1,max=100000"`

	// DomainName keeps the domains whose name matches it in the way of
	// DomainSearchType. At most 6800 characters; today's introduction allows
	// 50 names, comma separated. Left out, all domains match.
	DomainName string `url:"DomainName,omitempty" check:"len=6800"`

	// DomainSearchType says how DomainName is matched. The default is
	// fuzzy_match in the reference and full_match today: set it beside
	// DomainName.
	DomainSearchType DomainSearchType `url:"DomainSearchType,omitempty"`

	// CdnType keeps the domains of these business types, values of [CdnType].
	// Left out, all.
	CdnType []string `url:"CdnType,omitempty,comma"`

	// DomainStatus keeps the domains in this status. Left out, all.
	DomainStatus DomainStatus `url:"DomainStatus,omitempty"`

	// ResourceGroupId keeps the domains of this resource group. Left out, all.
	ResourceGroupId string `url:"ResourceGroupId,omitempty"`

	// FuncFilter keeps the domains with or without the function FuncId. The
	// service of today no longer knows it, and has DescribeCdnUserDomainsByFunc
	// for it.
	FuncFilter FuncFilter `url:"FuncFilter,omitempty"`

	// FuncId is the number of a function for FuncFilter, such as 98 for image
	// moderation. The service of today no longer knows it, and has
	// DescribeCdnUserDomainsByFunc for it.
	FuncId string `url:"FuncId,omitempty"`

	// ChangeStartTime keeps the domains changed since this time. The reference
	// does not have it.
	ChangeStartTime Time `url:"ChangeStartTime,omitempty"`

	// ChangeEndTime keeps the domains changed before this time, later than
	// ChangeStartTime. The reference does not have it.
	ChangeEndTime Time `url:"ChangeEndTime,omitempty" check:"after=ChangeStartTime"`

	// CheckDomainShow says whether domains are listed that are under review,
	// were refused or failed in configuration. What the service does without
	// it is not documented. The reference does not have it.
	CheckDomainShow *bool `url:"CheckDomainShow,omitempty"`

	// Coverage keeps the domains of this area. Left out, all. The reference
	// does not have it.
	Coverage Scope `url:"Coverage,omitempty"`

	// Source keeps the domains with this origin. The reference does not have
	// it.
	Source string `url:"Source,omitempty"`

	// Tag keeps the domains with these tags, at most 20. The reference does
	// not have it.
	Tag Tags `url:"Tag,omitempty" check:"max=20"`
}

// DescribeUserDomainsResponse is the answer of DescribeUserDomains.
type DescribeUserDomainsResponse struct {
	Meta

	// PageNumber is the page returned, from 1.
	PageNumber Int `json:"PageNumber"`

	// TotalCount is the number of domains on all pages.
	TotalCount Int `json:"TotalCount"`

	// PageSize is the number of domains a page.
	PageSize Int `json:"PageSize"`

	// Domains are the domains of the page.
	Domains List[PageData] `json:"Domains"`
}

// PageData is a domain of DescribeUserDomains.
type PageData struct {
	// CdnType is the business type.
	CdnType CdnType `json:"CdnType"`

	// DomainStatus is the status of the domain.
	DomainStatus DomainStatus `json:"DomainStatus"`

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// GmtModified is the time of the last change.
	GmtModified Time `json:"GmtModified"`

	// GmtCreated is the time when the domain was added.
	GmtCreated Time `json:"GmtCreated"`

	// Description says why a review failed; it may also hold a remark. Often
	// absent.
	Description string `json:"Description"`

	// ResourceGroupId is the resource group of the domain.
	ResourceGroupId ID `json:"ResourceGroupId"`

	// Cname is the name that the domain has to point to by a CNAME record. It
	// is absent until the service has assigned one.
	Cname string `json:"Cname"`

	// SslProtocol says whether HTTPS is on.
	SslProtocol Switch `json:"SslProtocol"`

	// Sources are the origins of the domain.
	Sources List[UserDomainsSource] `json:"Sources"`

	// Coverage is the area that is accelerated. The reference does not have
	// it.
	Coverage Scope `json:"Coverage"`

	// DomainId identifies the domain. The reference does not have it.
	DomainId ID `json:"DomainId"`

	// Sandbox is "true" for a domain that is in a sandbox and empty for most
	// others. The reference does not have it.
	Sandbox string `json:"Sandbox"`
}

// UserDomainsSource is an origin of a domain of DescribeUserDomains.
type UserDomainsSource struct {
	// Type is the kind of origin.
	Type SourceType `json:"Type"`

	// Content is the address of the origin: an IP address or a domain name.
	Content string `json:"Content"`

	// Port is the port of the origin.
	Port Int `json:"Port"`

	// Priority is the priority of the origin, such as "20".
	Priority string `json:"Priority"`

	// Weight is the weight of the origin when the CDN fetches from it, such as
	// "10".
	Weight string `json:"Weight"`
}

// DescribeCdnCertificateListRequest holds the parameters of
// DescribeCdnCertificateList.
type DescribeCdnCertificateListRequest struct {
	// DomainName keeps the certificates for these domains (the reference: for
	// one domain). Left out, all.
	DomainName []string `url:"DomainName,omitempty,comma"`
}

// DescribeCdnCertificateListResponse is the answer of
// DescribeCdnCertificateList.
type DescribeCdnCertificateListResponse struct {
	Meta

	// CertificateListModel holds the certificates.
	CertificateListModel CertificateListModel `json:"CertificateListModel"`
}

// CertificateListModel holds the certificates of DescribeCdnCertificateList.
type CertificateListModel struct {
	// Count is the number of certificates.
	Count Int `json:"Count"`

	// CertList are the certificates.
	CertList List[Cert] `json:"CertList"`
}

// Cert is a certificate of DescribeCdnCertificateList.
type Cert struct {
	// CertName is the name of the certificate.
	CertName string `json:"CertName"`

	// Issuer is who issued the certificate.
	Issuer string `json:"Issuer"`

	// LastTime is a time of the certificate, sent as Unix seconds. What it
	// stands for is not documented.
	LastTime Time `json:"LastTime"`

	// CertId identifies the certificate.
	CertId ID `json:"CertId"`

	// Common is the common name of the certificate, the domain that it is for.
	Common string `json:"Common"`

	// Fingerprint is the fingerprint of the certificate.
	Fingerprint string `json:"Fingerprint"`
}

// DescribeDomainCertificateInfoRequest holds the parameters of
// DescribeDomainCertificateInfo.
type DescribeDomainCertificateInfoRequest struct {
	// DomainName is the domain whose certificate is wanted, one a request.
	// Required.
	DomainName string `url:"DomainName"`
}

// DescribeDomainCertificateInfoResponse is the answer of
// DescribeDomainCertificateInfo.
type DescribeDomainCertificateInfoResponse struct {
	Meta

	// CertInfos are the certificates of the domain.
	CertInfos List[CertInfo] `json:"CertInfos"`
}

// CertInfo is a certificate of a domain.
type CertInfo struct {
	// Status is the status of the certificate.
	Status CertStatus `json:"Status"`

	// CertLife is how long the certificate is valid, in months or years, such
	// as "3 months"; today's example has "months" alone.
	CertLife string `json:"CertLife"`

	// ServerCertificateStatus says whether HTTPS is on.
	ServerCertificateStatus Switch `json:"ServerCertificateStatus"`

	// CertType says where the certificate comes from.
	CertType CertType `json:"CertType"`

	// CertName is the name of the certificate.
	CertName string `json:"CertName"`

	// CertDomainName is the domain that the certificate is for.
	CertDomainName string `json:"CertDomainName"`

	// DomainName is the accelerated domain.
	DomainName string `json:"DomainName"`

	// CertOrg is the organisation that issued the certificate.
	CertOrg string `json:"CertOrg"`

	// CertExpireTime is when the certificate expires.
	CertExpireTime Time `json:"CertExpireTime"`

	// CertStartTime is when the certificate becomes valid.
	CertStartTime Time `json:"CertStartTime"`

	// CertUpdateTime is when the certificate was last changed.
	CertUpdateTime Time `json:"CertUpdateTime"`

	// ServerCertificate is the text of the certificate, with its public key.
	ServerCertificate string `json:"ServerCertificate"`

	// DomainCnameStatus says whether the domain points to its CNAME.
	DomainCnameStatus DomainCnameStatus `json:"DomainCnameStatus"`

	// CertId identifies the certificate. The reference does not have it.
	CertId ID `json:"CertId"`

	// CertRegion is where the certificate is stored. The reference does not have
	// it.
	CertRegion CertRegion `json:"CertRegion"`
}

// DescribeCdnDomainDetailRequest holds the parameters of
// DescribeCdnDomainDetail.
type DescribeCdnDomainDetailRequest struct {
	// DomainName is the domain, one a request. Required.
	DomainName string `url:"DomainName"`
}

// DescribeCdnDomainDetailResponse is the answer of DescribeCdnDomainDetail.
type DescribeCdnDomainDetailResponse struct {
	Meta

	// GetDomainDetailModel holds the basic configuration of the domain.
	GetDomainDetailModel GetDomainDetailModel `json:"GetDomainDetailModel"`
}

// UnmarshalJSONFrom reads the details from GetDomainDetailModel, as in the
// sample of the reference, or from the answer itself, as in its table.
func (r *DescribeCdnDomainDetailResponse) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	value, err := dec.ReadValue()
	if err != nil {
		return err
	}
	type fields DescribeCdnDomainDetailResponse // without this method
	if err := json.Unmarshal(value, (*fields)(r), dec.Options()); err != nil {
		return err
	}
	if r.GetDomainDetailModel.DomainName != "" {
		return nil
	}
	return json.Unmarshal(value, &r.GetDomainDetailModel, dec.Options())
}

// GetDomainDetailModel is the basic configuration of a domain.
type GetDomainDetailModel struct {
	// Cname is the name that the domain has to point to by a CNAME record.
	Cname string `json:"Cname"`

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// DomainStatus is the status of the domain.
	DomainStatus DomainStatus `json:"DomainStatus"`

	// GmtCreated is the time when the domain was added.
	GmtCreated Time `json:"GmtCreated"`

	// GmtModified is the time of the last change.
	GmtModified Time `json:"GmtModified"`

	// HttpsCname is the CNAME for HTTPS.
	HttpsCname string `json:"HttpsCname"`

	// ResourceGroupId is the resource group of the domain.
	ResourceGroupId ID `json:"ResourceGroupId"`

	// SourceModels are the origins of the domain.
	SourceModels List[SourceModel] `json:"SourceModels"`

	// ServerCertificateStatus says whether HTTPS is on. It may be absent.
	ServerCertificateStatus Switch `json:"ServerCertificateStatus"`

	// Description is a remark. It may be absent.
	Description string `json:"Description"`

	// Scope is the area that is accelerated. It may be absent.
	Scope Scope `json:"Scope"`

	// CdnType is the business type. The reference does not have it.
	CdnType CdnType `json:"CdnType"`
}

// SourceModel is an origin of a domain of DescribeCdnDomainDetail.
type SourceModel struct {
	// Enabled is the status of the origin, such as "online".
	Enabled string `json:"Enabled"`

	// Port is the port of the origin: 80, 443 or a custom one.
	Port Int `json:"Port"`

	// Type is the kind of origin.
	Type SourceType `json:"Type"`

	// Content is the address of the origin: an IP address or a domain name.
	Content string `json:"Content"`

	// Priority is the priority of the origin, such as "20".
	Priority string `json:"Priority"`

	// Weight is the weight of the origin when the CDN fetches from it, such as
	// "10".
	Weight string `json:"Weight"`
}

// DescribeDomainsBySourceRequest holds the parameters of
// DescribeDomainsBySource.
type DescribeDomainsBySourceRequest struct {
	// Sources are the addresses of the origins, which must match exactly.
	// Required.
	Sources []string `url:"Sources,comma"`
}

// DescribeDomainsBySourceResponse is the answer of DescribeDomainsBySource.
type DescribeDomainsBySourceResponse struct {
	Meta

	// DomainsList are the origins with their domains.
	DomainsList List[DomainsData] `json:"DomainsList"`

	// Sources are the origins asked for, comma separated.
	Sources string `json:"Sources"`
}

// DomainsData are the domains of an origin.
type DomainsData struct {
	// Source is the address of the origin.
	Source string `json:"Source"`

	// Domains are the names of the domains.
	Domains List[string] `json:"Domains"`

	// DomainInfos are the domains with their details.
	DomainInfos List[DomainInfo] `json:"DomainInfos"`
}

// DomainInfo is a domain of DescribeDomainsBySource.
type DomainInfo struct {
	// DomainCname is the name that the domain has to point to by a CNAME
	// record.
	DomainCname string `json:"DomainCname"`

	// Status is the status of the domain.
	Status DomainStatus `json:"Status"`

	// CreateTime is the time when the domain was added. It comes in the zone
	// +08:00, unlike the times of other actions.
	CreateTime Time `json:"CreateTime"`

	// UpdateTime is the time of the last change, in the zone +08:00.
	UpdateTime Time `json:"UpdateTime"`

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// CdnType is the business type. The reference does not have it.
	CdnType CdnType `json:"CdnType"`
}

// SetDomainServerCertificateRequest holds the parameters of
// SetDomainServerCertificate.
type SetDomainServerCertificateRequest struct {
	// DomainName is the domain of the certificate, with HTTPS acceleration.
	// Required.
	DomainName string `url:"DomainName"`

	// ServerCertificateStatus switches HTTPS on or off. The reference calls it
	// required and yet gives off as its default.
	ServerCertificateStatus Switch `url:"ServerCertificateStatus,omitempty"`

	// ServerCertificate is the text of the certificate. It is needed only to
	// switch HTTPS on.
	ServerCertificate string `url:"ServerCertificate,omitempty"`

	// PrivateKey is the text of the private key. It is needed only to switch
	// HTTPS on. It is secret: it travels in the form body, never in the URL.
	PrivateKey string `url:"PrivateKey,omitempty"`

	// CertType says where the certificate comes from.
	CertType CertType `url:"CertType,omitempty"`

	// CertName is the name of the certificate, at most 128 characters.
	CertName string `url:"CertName,omitempty" check:"len=128"`

	// ForceSet overwrites a certificate of the same name. Left out, a name
	// that is taken is refused.
	ForceSet bool `url:"ForceSet,omitempty,int"`
}

// Violation names what is wrong with the certificate: an uploaded one needs its
// key, and a key its certificate.
func (r SetDomainServerCertificateRequest) Violation(string) (param, rule string) {
	upload := r.ServerCertificateStatus == SwitchOn && r.CertType == CertTypeUpload
	switch {
	case r.ServerCertificateStatus == SwitchOff:
		return "", ""
	case r.ServerCertificate == "" && (upload || r.PrivateKey != ""):
		return "ServerCertificate", "is required to upload a certificate"
	case r.PrivateKey == "" && (upload || r.ServerCertificate != ""):
		return "PrivateKey", "is required to upload a certificate"
	default:
		return "", ""
	}
}

// SetDomainServerCertificateResponse is the answer of
// SetDomainServerCertificate.
type SetDomainServerCertificateResponse struct {
	Meta
}

// BatchStopCdnDomainRequest holds the parameters of BatchStopCdnDomain.
type BatchStopCdnDomainRequest struct {
	// DomainNames are the domains to stop, at most 50 (the reference names no
	// limit). Required.
	DomainNames []string `url:"DomainNames,comma" check:"max=50"`
}

// BatchStopCdnDomainResponse is the answer of BatchStopCdnDomain.
type BatchStopCdnDomainResponse struct {
	Meta
}

// DescribeCdnDomainConfigsRequest holds the parameters of
// DescribeCdnDomainConfigs.
type DescribeCdnDomainConfigsRequest struct {
	// DomainName is the domain, one a request. Required.
	DomainName string `url:"DomainName"`

	// FunctionNames are the functions wanted, values of [FunctionName]. Left
	// out, all that are set.
	FunctionNames []string `url:"FunctionNames,omitempty,comma"`

	// ConfigId is the record wanted. The reference does not have it.
	ConfigId string `url:"ConfigId,omitempty"`
}

// DescribeCdnDomainConfigsResponse is the answer of DescribeCdnDomainConfigs.
type DescribeCdnDomainConfigsResponse struct {
	Meta

	// DomainConfigs are the records, one or more a function.
	DomainConfigs List[DomainConfig] `json:"DomainConfigs"`
}

// DomainConfig is a record of a configuration function of a domain.
// [DomainConfig.Function] turns it into what can be set again.
type DomainConfig struct {
	// Status says whether the configuration is in effect.
	Status DomainConfigStatus `json:"Status"`

	// FunctionArgs are the arguments of the function. Besides those that were
	// set there may be some that the service has added.
	FunctionArgs List[DomainConfigFunctionArg] `json:"FunctionArgs"`

	// ConfigId identifies the record.
	ConfigId ID `json:"ConfigId"`

	// FunctionName is the function.
	FunctionName FunctionName `json:"FunctionName"`

	// ParentId is the ConfigId of the condition under which the record
	// applies, "" if there is none. The reference does not have it.
	ParentId ID `json:"ParentId"`
}

// DomainConfigFunctionArg is an argument of a configuration function of a
// domain.
type DomainConfigFunctionArg struct {
	// ArgName is the name of the argument.
	ArgName string `json:"ArgName"`

	// ArgValue is the value of the argument.
	ArgValue string `json:"ArgValue"`
}

// DeleteSpecificConfigRequest holds the parameters of DeleteSpecificConfig.
type DeleteSpecificConfigRequest struct {
	// DomainName is the domain. Required.
	DomainName string `url:"DomainName"`

	// ConfigId are the records to delete, from DescribeCdnDomainConfigs or
	// BatchSetCdnDomainConfig. Required.
	ConfigId []string `url:"ConfigId,comma"`
}

// DeleteSpecificConfigResponse is the answer of DeleteSpecificConfig.
type DeleteSpecificConfigResponse struct {
	Meta
}

// Sources are the origins of a domain in a request, written as a JSON array.
type Sources []Source

// EncodeValues writes the origins as a JSON array.
func (s Sources) EncodeValues(key string, v *url.Values) error {
	return setJSON(key, s, v)
}

// Violation names what is wrong with the origins: the parameter, and the rule that it
// violates; "" and "" if nothing is.
func (s Sources) Violation(name string) (param, rule string) {
	for i, source := range s {
		switch {
		case !areUTF8(source.Content):
			return at(name, i) + ".content", notUTF8
		case source.Type == "":
			return at(name, i) + ".type", "is required"
		case source.Content == "":
			return at(name, i) + ".content", "is required"
		case source.Port < 0, source.Port > 65535:
			return at(name, i) + ".port", fmt.Sprintf("is %d; 1 to 65535 allowed", source.Port)
		}
	}
	return "", ""
}

// Source is an origin of a domain in a request.
type Source struct {
	// Type is the kind of origin. Required.
	Type SourceType `json:"type"`

	// Content is the address of the origin: an IP address or a domain name,
	// as Type says. Required.
	Content string `json:"content"`

	// Port is the port of the origin, 80 by default. 443 means HTTPS to the
	// origin. A custom port is allowed.
	Port int `json:"port,omitzero"`

	// Priority is the priority of the origin, a number as text, "20" by
	// default.
	Priority string `json:"priority,omitzero"`

	// Weight is the weight of the origin when the CDN fetches from it, a number
	// as text, "10" by default.
	Weight string `json:"weight,omitzero"`
}

// CdnType is the kind of business that a domain is tuned for.
type CdnType string

// The business types. A domain can be added as web, download or video.
const (
	CdnTypeWeb           CdnType = "web"           // small files
	CdnTypeDownload      CdnType = "download"      // large files
	CdnTypeVideo         CdnType = "video"         // video on demand; "Video" where the reference lists AddCdnDomain
	CdnTypeLivestream    CdnType = "livestream"    // live video
	CdnTypeHttpsdelivery CdnType = "httpsdelivery" // HTTPS acceleration
)

// Scope is the area in which a domain is accelerated.
type Scope string

// The areas. Domestic and global need an ICP filing of the domain.
const (
	ScopeDomestic Scope = "domestic" // mainland China
	ScopeOverseas Scope = "overseas" // everywhere but mainland China
	ScopeGlobal   Scope = "global"   // everywhere
)

// SourceType is a kind of origin.
type SourceType string

// The kinds of origin.
const (
	SourceTypeIpaddr   SourceType = "ipaddr"    // an IP address
	SourceTypeDomain   SourceType = "domain"    // a domain name
	SourceTypeOss      SourceType = "oss"       // the domain name of an OSS bucket
	SourceTypeFcDomain SourceType = "fc_domain" // the domain name of a Function Compute function; not in the reference
)

// DomainStatus is the status of a domain.
type DomainStatus string

// The statuses of a domain. "Under review" is spelled in two ways.
const (
	DomainStatusOnline          DomainStatus = "online"           // running
	DomainStatusOffline         DomainStatus = "offline"          // stopped
	DomainStatusConfiguring     DomainStatus = "configuring"      // being configured; changes fail with ServiceBusy
	DomainStatusConfigureFailed DomainStatus = "configure_failed" // configuration failed; final
	DomainStatusChecking        DomainStatus = "checking"         // under review
	DomainStatusCheckingring    DomainStatus = "checkingring"     // under review, as the reference spells it in DescribeUserDomains
	DomainStatusCheckFailed     DomainStatus = "check_failed"     // refused by the review; final
	DomainStatusStopping        DomainStatus = "stopping"         // being stopped; not in the reference
	DomainStatusDeleting        DomainStatus = "deleting"         // being deleted; not in the reference
)

// DomainSearchType says how DescribeUserDomains matches a domain name.
type DomainSearchType string

// The ways to match a domain name.
const (
	DomainSearchTypeFuzzyMatch DomainSearchType = "fuzzy_match" // anywhere in the name
	DomainSearchTypePreMatch   DomainSearchType = "pre_match"   // at the start of the name
	DomainSearchTypeSufMatch   DomainSearchType = "suf_match"   // at the end of the name
	DomainSearchTypeFullMatch  DomainSearchType = "full_match"  // the whole name
)

// FuncFilter says which domains DescribeUserDomains keeps by a function.
type FuncFilter string

// The filters by function.
const (
	FuncFilterConfig   FuncFilter = "config"   // domains with the function
	FuncFilterUnconfig FuncFilter = "unconfig" // domains without the function
)

// Switch is on or off.
type Switch string

// The positions of a switch.
const (
	SwitchOn  Switch = "on"  // switched on
	SwitchOff Switch = "off" // switched off
)

// CertType says where a certificate comes from.
type CertType string

// The kinds of certificate.
const (
	CertTypeUpload CertType = "upload" // uploaded by the user
	CertTypeCas    CertType = "cas"    // from the certificate service of Alibaba Cloud
	CertTypeFree   CertType = "free"   // a free certificate, applied for by the CDN
)

// CertStatus is the status of the certificate of a domain.
type CertStatus string

// The statuses of a certificate.
const (
	CertStatusSuccess             CertStatus = "success"                // in effect
	CertStatusChecking            CertStatus = "checking"               // the CNAME of the domain is being checked
	CertStatusCnameError          CertStatus = "cname_error"            // the domain does not point to its CNAME
	CertStatusTopDomainCnameError CertStatus = "top_domain_cname_error" // the top-level domain does not point to its CNAME
	CertStatusDomainInvalid       CertStatus = "domain_invalid"         // the domain name holds illegal characters
	CertStatusUnsupportWildcard   CertStatus = "unsupport_wildcard"     // wildcard domains are not supported
	CertStatusApplying            CertStatus = "applying"               // the certificate is being applied for
	CertStatusGetTokenTimeout     CertStatus = "get_token_timeout"      // the application timed out
	CertStatusCheckTokenTimeout   CertStatus = "check_token_timeout"    // the verification of the domain timed out
	CertStatusGetCertTimeout      CertStatus = "get_cert_timeout"       // fetching the certificate timed out
	CertStatusFailed              CertStatus = "failed"                 // the application failed
)

// DomainCnameStatus says whether a domain points to its CNAME.
type DomainCnameStatus string

// The statuses of the CNAME of a domain.
const (
	DomainCnameStatusOk                  DomainCnameStatus = "ok"                     // the domain points to its CNAME
	DomainCnameStatusCnameError          DomainCnameStatus = "cname_error"            // it does not
	DomainCnameStatusTopDomainCnameError DomainCnameStatus = "top_domain_cname_error" // it does not, in the words of the reference
	DomainCnameStatusUnsupportWildcard   DomainCnameStatus = "unsupport_wildcard"     // wildcard domains are not supported
)

// DomainConfigStatus is the status of a configuration function of a domain.
type DomainConfigStatus string

// The statuses of a configuration function.
const (
	DomainConfigStatusSuccess     DomainConfigStatus = "success"     // in effect
	DomainConfigStatusTesting     DomainConfigStatus = "testing"     // being tested
	DomainConfigStatusFailed      DomainConfigStatus = "failed"      // failed; final
	DomainConfigStatusConfiguring DomainConfigStatus = "configuring" // being put into effect
)
