package types

import "net/url"

// CheckCdnDomainExistRequest holds the parameters of CheckCdnDomainExist.
type CheckCdnDomainExistRequest struct {
	// DomainName is the domain. Required.
	DomainName string `url:"DomainName"`
}

// CheckCdnDomainExistResponse is the answer of CheckCdnDomainExist.
type CheckCdnDomainExistResponse struct {
	Meta

	// Status says whether the domain was added, and to what.
	Status DomainExistStatus `json:"Status"`
}

// DomainExistStatus says whether a domain was added to a product of the vendor.
type DomainExistStatus string

// Where a domain may have been added.
const (
	DomainExistStatusDomainNotExist            DomainExistStatus = "DomainNotExist"            // nowhere
	DomainExistStatusDomainExistOtherUser      DomainExistStatus = "DomainExistOtherUser"      // by another account
	DomainExistStatusDomainExistCdnProduct     DomainExistStatus = "DomainExistCdnProduct"     // to CDN
	DomainExistStatusDomainExistDcdnProduct    DomainExistStatus = "DomainExistDcdnProduct"    // to DCDN
	DomainExistStatusDomainExistScdnProduct    DomainExistStatus = "DomainExistScdnProduct"    // to SCDN
	DomainExistStatusDomainExistVodProduct     DomainExistStatus = "DomainExistVodProduct"     // to ApsaraVideo VOD
	DomainExistStatusDomainExistLiveProduct    DomainExistStatus = "DomainExistLiveProduct"    // to ApsaraVideo Live
	DomainExistStatusDomainExistDcdnipaProduct DomainExistStatus = "DomainExistDcdnipaProduct" // to the IP application accelerator of DCDN
)

// CheckCdnDomainICPRequest holds the parameters of CheckCdnDomainICP.
type CheckCdnDomainICPRequest struct {
	// DomainName is the domain. Required.
	DomainName string `url:"DomainName"`
}

// CheckCdnDomainICPResponse is the answer of CheckCdnDomainICP.
type CheckCdnDomainICPResponse struct {
	Meta

	// Status says whether the domain has its ICP filing.
	Status DomainICPStatus `json:"Status"`
}

// DomainICPStatus says whether a domain has an ICP filing, without which it is
// not accelerated in mainland China.
type DomainICPStatus string

// Whether there is a filing.
const (
	DomainICPStatusDomainIsRegistration  DomainICPStatus = "DomainIsRegistration"  // there is one
	DomainICPStatusDomainNotRegistration DomainICPStatus = "DomainNotRegistration" // there is none
)

// DescribeCdnDeletedDomainsRequest holds the parameters of
// DescribeCdnDeletedDomains.
type DescribeCdnDeletedDomainsRequest struct {
	// PageNumber is the page to return, 1 to 100000, the first by default.
	PageNumber int `url:"PageNumber,omitempty" check:"min=1,max=100000"`

	// PageSize is the number of domains a page, 1 to 500, 20 by default.
	PageSize int `url:"PageSize,omitempty" check:"min=1,max=500"`
}

// DescribeCdnDeletedDomainsResponse is the answer of DescribeCdnDeletedDomains.
type DescribeCdnDeletedDomainsResponse struct {
	Meta

	// PageNumber is the page returned, from 1.
	PageNumber Int `json:"PageNumber"`

	// PageSize is the number of domains a page.
	PageSize Int `json:"PageSize"`

	// TotalCount is the number of domains on all pages.
	TotalCount Int `json:"TotalCount"`

	// Domains are the domains of the page.
	Domains List[DeletedDomain] `json:"Domains"`
}

// DeletedDomain is a domain that the account no longer has.
type DeletedDomain struct {
	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// GmtModified is the time of the last change. Whether that is the deletion
	// is not documented.
	GmtModified Time `json:"GmtModified"`
}

// DescribeDomainCnameRequest holds the parameters of DescribeDomainCname.
type DescribeDomainCnameRequest struct {
	// DomainName are the domains to look up, at most 30. One with an underscore
	// or a slash is refused with InvaildParameter. Required.
	DomainName []string `url:"DomainName,comma" check:"max=30"`
}

// DescribeDomainCnameResponse is the answer of DescribeDomainCname.
type DescribeDomainCnameResponse struct {
	Meta

	// CnameDatas are the results, one a domain.
	CnameDatas List[CnameData] `json:"CnameDatas"`
}

// CnameData says whether a domain points to its CNAME.
type CnameData struct {
	// Domain is the domain.
	Domain string `json:"Domain"`

	// Cname is the name that the domain has to point to by a CNAME record.
	Cname string `json:"Cname"`

	// Status is 0 if the domain points to Cname. All else means that it does
	// not, or not yet; -1, on newer pages of the vendor, that the look-up timed
	// out.
	Status Int `json:"Status"`

	// Passed is "true", "false" or "timeout". The vendor's sample has "true"
	// beside an ErrMsg of timeout: go by Status.
	Passed string `json:"Passed"`

	// ErrMsg is why the check failed; empty or absent if it did not.
	ErrMsg string `json:"ErrMsg"`
}

// ModifyCdnDomainSchdmByPropertyRequest holds the parameters of
// ModifyCdnDomainSchdmByProperty.
type ModifyCdnDomainSchdmByPropertyRequest struct {
	// DomainName is the domain to change, one a request. Required.
	DomainName string `url:"DomainName"`

	// Property is what is to become of it. Required.
	Property SchdmProperty `url:"Property"`
}

// SchdmProperty is a property by which a domain is scheduled, written as a JSON
// object.
type SchdmProperty struct {
	// Coverage is the area to accelerate. Required.
	Coverage Scope `json:"coverage"`
}

// EncodeValues writes the property as a JSON object.
func (p SchdmProperty) EncodeValues(key string, v *url.Values) error {
	return setJSON(key, p, v)
}

// Violation names what is wrong with the property: the parameter, and the rule that it
// violates; "" and "" if nothing is.
func (p SchdmProperty) Violation(name string) (param, rule string) {
	if !areUTF8(string(p.Coverage)) {
		return name + ".coverage", notUTF8
	}
	return "", ""
}

// ModifyCdnDomainSchdmByPropertyResponse is the answer of
// ModifyCdnDomainSchdmByProperty.
type ModifyCdnDomainSchdmByPropertyResponse struct {
	Meta
}

// DescribeCdnUserDomainsByFuncRequest holds the parameters of
// DescribeCdnUserDomainsByFunc.
type DescribeCdnUserDomainsByFuncRequest struct {
	// FuncId is the number of the function: 18 for [FunctionSetReqHostHeader],
	// 98 for [FunctionGreenManager]; the documents of the API do not give those
	// of the others. Required.
	FuncId int `url:"FuncId" check:"min=1"`

	// PageNumber is the page to return, 1 to 100000, the first by default.
	PageNumber int `url:"PageNumber,omitempty" check:"min=1,max=100000"`

	// PageSize is the number of domains a page, 20 by default, at least 1. The
	// text allows at most 50, the vendor's description of the API 500.
	PageSize int `url:"PageSize,omitempty" check:"min=1,max=500"`

	// ResourceGroupId keeps the domains of this resource group. Left out, all.
	ResourceGroupId string `url:"ResourceGroupId,omitempty"`
}

// DescribeCdnUserDomainsByFuncResponse is the answer of
// DescribeCdnUserDomainsByFunc.
type DescribeCdnUserDomainsByFuncResponse struct {
	Meta

	// PageNumber is the page returned, from 1.
	PageNumber Int `json:"PageNumber"`

	// PageSize is the number of domains a page.
	PageSize Int `json:"PageSize"`

	// TotalCount is the number of domains on all pages.
	TotalCount Int `json:"TotalCount"`

	// Domains are the domains of the page.
	Domains List[UserDomainByFunc] `json:"Domains"`
}

// UserDomainByFunc is a domain of DescribeCdnUserDomainsByFunc.
type UserDomainByFunc struct {
	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// Cname is the name that the domain has to point to by a CNAME record. It
	// is absent until the service has assigned one.
	Cname string `json:"Cname"`

	// CdnType is the business type. Live video is spelled liveStream here.
	CdnType CdnType `json:"CdnType"`

	// DomainStatus is the status of the domain.
	DomainStatus DomainStatus `json:"DomainStatus"`

	// Description is a remark on the status, such as why a review failed.
	Description string `json:"Description"`

	// SslProtocol says whether HTTPS is on.
	SslProtocol Switch `json:"SslProtocol"`

	// ResourceGroupId is the resource group of the domain.
	ResourceGroupId ID `json:"ResourceGroupId"`

	// GmtCreated is the time when the domain was added.
	GmtCreated Time `json:"GmtCreated"`

	// GmtModified is the time of the last change.
	GmtModified Time `json:"GmtModified"`

	// Sources are the origins of the domain.
	Sources List[UserDomainsSource] `json:"Sources"`
}

// DescribeCdnTypesRequest holds the parameters of DescribeCdnTypes, of which
// there are none.
type DescribeCdnTypesRequest struct{}

// DescribeCdnTypesResponse is the answer of DescribeCdnTypes.
type DescribeCdnTypesResponse struct {
	Meta

	// CdnTypes are the business types.
	CdnTypes List[CdnTypeDesc] `json:"CdnTypes"`
}

// CdnTypeDesc is a business type of domains.
type CdnTypeDesc struct {
	// Type is the business type.
	Type CdnType `json:"Type"`

	// Desc is its name in words.
	Desc string `json:"Desc"`
}
