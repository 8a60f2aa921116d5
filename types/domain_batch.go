package types

// BatchAddCdnDomainRequest holds the parameters of BatchAddCdnDomain.
type BatchAddCdnDomainRequest struct {
	// DomainName are the domains to add, at most 50. A wildcard domain starts
	// with a dot, such as .example.com. Required.
	DomainName []string `url:"DomainName,comma" check:"max=50"`

	// CdnType is the kind of business that the domains are tuned for: web,
	// download or video. Required.
	CdnType CdnType `url:"CdnType"`

	// Sources are the origins of each of the domains. Required.
	Sources Sources `url:"Sources"`

	// CheckUrl is a URL by which the service checks the origins.
	CheckUrl string `url:"CheckUrl,omitempty"`

	// Scope is the area to accelerate, domestic by default.
	Scope Scope `url:"Scope,omitempty"`

	// ResourceGroupId is the resource group that the domains join, by default
	// the default group of the account.
	ResourceGroupId string `url:"ResourceGroupId,omitempty"`

	// TopLevelDomain is the top-level domain to connect.
	TopLevelDomain string `url:"TopLevelDomain,omitempty"`
}

// BatchAddCdnDomainResponse is the answer of BatchAddCdnDomain.
type BatchAddCdnDomainResponse struct {
	Meta
}

// BatchUpdateCdnDomainRequest holds the parameters of BatchUpdateCdnDomain.
type BatchUpdateCdnDomainRequest struct {
	// DomainName are the domains to change, at most 50. Required.
	DomainName []string `url:"DomainName,comma" check:"max=50"`

	// Sources are the origins that take the place of the present ones of each
	// domain. Left out, the origins stay.
	Sources Sources `url:"Sources,omitempty"`

	// TopLevelDomain is the top-level domain to connect. It counts only without
	// Sources.
	TopLevelDomain string `url:"TopLevelDomain,omitempty"`

	// ResourceGroupId is the resource group that the domains move to.
	ResourceGroupId string `url:"ResourceGroupId,omitempty"`
}

// BatchUpdateCdnDomainResponse is the answer of BatchUpdateCdnDomain.
type BatchUpdateCdnDomainResponse struct {
	Meta
}

// BatchDeleteCdnDomainConfigRequest holds the parameters of
// BatchDeleteCdnDomainConfig.
type BatchDeleteCdnDomainConfigRequest struct {
	// DomainNames are the domains, at most 50. Domains times FunctionNames may
	// be at most 50, as one of the vendor's pages says. Required.
	DomainNames []string `url:"DomainNames,comma" check:"max=50"`

	// FunctionNames are the functions to remove from each of the domains, values
	// of [FunctionName], at most 50. Required.
	FunctionNames []string `url:"FunctionNames,comma" check:"max=50"`
}

// BatchDeleteCdnDomainConfigResponse is the answer of
// BatchDeleteCdnDomainConfig.
type BatchDeleteCdnDomainConfigResponse struct {
	Meta
}
