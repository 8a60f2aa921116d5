package types

import "strings"

// Truth is a yes or no that the service writes as text: True in one action,
// true in another, yes in a third. [Truth.Bool] reads them all.
type Truth string

// Bool reports whether the text is true or yes, in any case.
func (t Truth) Bool() bool {
	return strings.EqualFold(string(t), "true") || strings.EqualFold(string(t), "yes")
}

// IpInfoLanguage is the language of the names that BatchDescribeCdnIpInfo
// returns.
type IpInfoLanguage string

// The languages of BatchDescribeCdnIpInfo.
const (
	// IpInfoLanguageZh is Chinese. It is the default.
	IpInfoLanguageZh IpInfoLanguage = "zh"
	// IpInfoLanguageEn is English.
	IpInfoLanguageEn IpInfoLanguage = "en"
)

// BlockedRegionsLanguage is the language of the names that
// DescribeBlockedRegions returns.
type BlockedRegionsLanguage string

// The languages of DescribeBlockedRegions.
const (
	// BlockedRegionsLanguageZh is Chinese.
	BlockedRegionsLanguageZh BlockedRegionsLanguage = "zh"
	// BlockedRegionsLanguageEn is English.
	BlockedRegionsLanguageEn BlockedRegionsLanguage = "en"
	// BlockedRegionsLanguageJp is Japanese.
	BlockedRegionsLanguageJp BlockedRegionsLanguage = "jp"
)

// NodeStatus is the state of the node with an address.
type NodeStatus string

// The states of a node.
const (
	// NodeStatusNormal is a node in order.
	NodeStatusNormal NodeStatus = "normal"
	// NodeStatusAbnormal is a node out of order.
	NodeStatusAbnormal NodeStatus = "abnormal"
	// NodeStatusNonali is an address that belongs to no node of this CDN.
	NodeStatusNonali NodeStatus = "nonali"
)

// DescribeIpInfoRequest holds the parameters of DescribeIpInfo.
type DescribeIpInfoRequest struct {
	// IP is the address to look up, only one. Required.
	IP string `url:"IP"`
}

// DescribeIpInfoResponse is the answer of DescribeIpInfo. Of an address that
// belongs to no CDN node it may have nothing but CdnIp.
type DescribeIpInfoResponse struct {
	Meta

	// CdnIp is whether the address belongs to a CDN node: True or False.
	CdnIp Truth `json:"CdnIp"`

	// ISP is the ISP in Chinese, such as 电信.
	ISP string `json:"ISP"`

	// IspEname is the ISP in English, such as telecom.
	IspEname string `json:"IspEname"`

	// Region is the place in Chinese, such as 中国-贵州省-贵阳市.
	Region string `json:"Region"`

	// RegionEname is the place in English, such as China-Guizhou-guiyang.
	RegionEname string `json:"RegionEname"`
}

// BatchDescribeCdnIpInfoRequest holds the parameters of
// BatchDescribeCdnIpInfo.
type BatchDescribeCdnIpInfoRequest struct {
	// IpAddrList are the addresses to look up, IPv4 or IPv6, at most 20.
	// Required.
	IpAddrList []string `url:"IpAddrList,comma" check:"max=20"`

	// Language is the language of the names in the answer. The default is
	// Chinese.
	Language IpInfoLanguage `url:"Language,omitempty"`
}

// BatchDescribeCdnIpInfoResponse is the answer of BatchDescribeCdnIpInfo.
type BatchDescribeCdnIpInfoResponse struct {
	Meta

	// IpInfoList are the addresses with what is known of them.
	IpInfoList List[IpInfo] `json:"IpInfoList"`
}

// IpInfo is an address, and whether it belongs to a CDN node.
type IpInfo struct {
	// IpAddress is the address.
	IpAddress string `json:"IpAddress"`

	// CdnIp is whether it belongs to a CDN node: true or false.
	CdnIp Truth `json:"CdnIp"`

	// IspName is the ISP, in the language that was asked for.
	IspName string `json:"IspName"`

	// Country is the country, in the language that was asked for.
	Country string `json:"Country"`

	// Province is the province or region, in the language that was asked for.
	Province string `json:"Province"`

	// City is the city, in the language that was asked for.
	City string `json:"City"`
}

// DescribeIpStatusRequest holds the parameters of DescribeIpStatus.
type DescribeIpStatusRequest struct {
	// Ips are the addresses of nodes, at most 20. They are joined by
	// underscores. Required.
	Ips []string `url:"Ips" del:"_" check:"max=20"`
}

// DescribeIpStatusResponse is the answer of DescribeIpStatus.
type DescribeIpStatusResponse struct {
	Meta

	// IpStatus are the addresses with the states of their nodes.
	IpStatus List[IpStatus] `json:"IpStatus"`
}

// IpStatus is an address and the state of its node.
type IpStatus struct {
	// Ip is the address.
	Ip string `json:"ip"`

	// Status is the state of the node.
	Status NodeStatus `json:"status"`
}

// DescribeUserVipsByDomainRequest holds the parameters of
// DescribeUserVipsByDomain.
type DescribeUserVipsByDomainRequest struct {
	// DomainName is the domain, only one. Required.
	DomainName string `url:"DomainName"`

	// Available on returns healthy nodes only, off all of them. Which it is if
	// left out is not documented.
	Available Switch `url:"Available,omitempty"`
}

// DescribeUserVipsByDomainResponse is the answer of DescribeUserVipsByDomain.
type DescribeUserVipsByDomainResponse struct {
	Meta

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// Vips are the addresses of the edge nodes (L1) that serve the domain.
	Vips List[string] `json:"Vips"`
}

// DescribeBlockedRegionsRequest holds the parameters of
// DescribeBlockedRegions.
type DescribeBlockedRegionsRequest struct {
	// Language is the language of the names in the answer. Required.
	Language BlockedRegionsLanguage `url:"Language"`
}

// DescribeBlockedRegionsResponse is the answer of DescribeBlockedRegions.
type DescribeBlockedRegionsResponse struct {
	Meta

	// InfoList are the countries and regions that can be blocked.
	InfoList List[BlockedRegion] `json:"InfoList"`
}

// BlockedRegion is a country or region that can be blocked.
type BlockedRegion struct {
	// CountriesAndRegions is the short code of the one country or region, such
	// as AF.
	CountriesAndRegions string `json:"CountriesAndRegions"`

	// CountriesAndRegionsName is its name, in the language that was asked for.
	CountriesAndRegionsName string `json:"CountriesAndRegionsName"`

	// Continent is the continent it belongs to, in the language that was asked
	// for.
	Continent string `json:"Continent"`
}
