package types

// SetCdnDomainStagingConfigRequest holds the parameters of
// SetCdnDomainStagingConfig.
type SetCdnDomainStagingConfigRequest struct {
	// DomainName is the domain, one a request. Required.
	DomainName string `url:"DomainName"`

	// Functions are the functions to set, as in BatchSetCdnDomainConfig; no
	// limit is named for them. Secret arguments travel in the form body.
	// Required.
	Functions Functions `url:"Functions"`
}

// SetCdnDomainStagingConfigResponse is the answer of SetCdnDomainStagingConfig.
type SetCdnDomainStagingConfigResponse struct {
	Meta

	// DomainConfigList names the records that were set, one a function. A page
	// of the vendor says that it does not come: DescribeCdnDomainStagingConfig
	// has the IDs in any case.
	DomainConfigList List[DomainConfigModel] `json:"DomainConfigList"`
}

// DescribeCdnDomainStagingConfigRequest holds the parameters of
// DescribeCdnDomainStagingConfig.
type DescribeCdnDomainStagingConfigRequest struct {
	// DomainName is the domain, one a request. Required.
	DomainName string `url:"DomainName"`

	// FunctionNames are the functions wanted, values of [FunctionName]. Left
	// out, all that are set.
	FunctionNames []string `url:"FunctionNames,omitempty,comma"`
}

// DescribeCdnDomainStagingConfigResponse is the answer of
// DescribeCdnDomainStagingConfig.
type DescribeCdnDomainStagingConfigResponse struct {
	Meta

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// DomainConfigs are the records in the staging environment, one or more a
	// function.
	DomainConfigs List[DomainConfig] `json:"DomainConfigs"`
}

// DeleteSpecificStagingConfigRequest holds the parameters of
// DeleteSpecificStagingConfig.
type DeleteSpecificStagingConfigRequest struct {
	// DomainName are the domains, at most 50. Required.
	DomainName []string `url:"DomainName,comma" check:"max=50"`

	// ConfigId are the records to delete, from DescribeCdnDomainStagingConfig.
	// Required.
	ConfigId []string `url:"ConfigId,comma"`
}

// DeleteSpecificStagingConfigResponse is the answer of
// DeleteSpecificStagingConfig.
type DeleteSpecificStagingConfigResponse struct {
	Meta
}

// PublishStagingConfigToProductionRequest holds the parameters of
// PublishStagingConfigToProduction.
type PublishStagingConfigToProductionRequest struct {
	// DomainName is the domain, one a request. Required.
	DomainName string `url:"DomainName"`
}

// PublishStagingConfigToProductionResponse is the answer of
// PublishStagingConfigToProduction.
type PublishStagingConfigToProductionResponse struct {
	Meta
}

// RollbackStagingConfigRequest holds the parameters of RollbackStagingConfig.
type RollbackStagingConfigRequest struct {
	// DomainName is the domain, one a request. Required.
	DomainName string `url:"DomainName"`
}

// RollbackStagingConfigResponse is the answer of RollbackStagingConfig.
type RollbackStagingConfigResponse struct {
	Meta
}

// DescribeStagingIpRequest is the request of DescribeStagingIp, which takes no
// parameters.
type DescribeStagingIpRequest struct{}

// DescribeStagingIpResponse is the answer of DescribeStagingIp.
type DescribeStagingIpResponse struct {
	Meta

	// IPV4s are the IPv4 addresses of the staging nodes.
	IPV4s List[string] `json:"IPV4s"`
}
