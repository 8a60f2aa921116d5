package types

import (
	"fmt"

	"github.com/go-json-experiment/json"
)

// BlockUpdateType says what becomes of the blocking time of an address that is
// blocked already.
type BlockUpdateType string

// What becomes of the blocking time.
const (
	// BlockUpdateTypeCover lets the new blocking time count. It is the default.
	BlockUpdateTypeCover BlockUpdateType = "cover"
	// BlockUpdateTypeUncover lets the longer one count, of the new blocking
	// time and what is left of the old one.
	BlockUpdateTypeUncover BlockUpdateType = "uncover"
)

// BlockDeliveryStatus says whether a block has reached the edge nodes.
type BlockDeliveryStatus string

// What can become of the delivery of a block.
const (
	// BlockDeliveryStatusSuccess is a block in force.
	BlockDeliveryStatusSuccess BlockDeliveryStatus = "Success"
	// BlockDeliveryStatusFailed is a block that has not reached the edge nodes.
	BlockDeliveryStatusFailed BlockDeliveryStatus = "Failed"
)

// ConditionDataId names a list of DescribeCdnConditionIPBInfo.
type ConditionDataId string

// The lists of DescribeCdnConditionIPBInfo.
const (
	// ConditionDataIdRegionCn are regions, with Chinese names.
	ConditionDataIdRegionCn ConditionDataId = "condition_region_config_cn"
	// ConditionDataIdRegionEn are regions, with English names.
	ConditionDataIdRegionEn ConditionDataId = "condition_region_config_en"
	// ConditionDataIdIspCn are ISPs, with Chinese names.
	ConditionDataIdIspCn ConditionDataId = "condition_isp_config_cn"
	// ConditionDataIdIspEn are ISPs, with English names.
	ConditionDataIdIspEn ConditionDataId = "condition_isp_config_en"
	// ConditionDataIdCountryCn are countries, with Chinese names.
	ConditionDataIdCountryCn ConditionDataId = "condition_country_config_cn"
	// ConditionDataIdCountryEn are countries, with English names.
	ConditionDataIdCountryEn ConditionDataId = "condition_country_config_en"
)

// WafRegionId is where the web application firewall of a domain runs.
type WafRegionId string

// Where the firewall can run.
const (
	// WafRegionIdMainland is mainland China.
	WafRegionIdMainland WafRegionId = "cn-hangzhou"
	// WafRegionIdOverseas is the rest of the world, Hong Kong, Macao and Taiwan
	// included.
	WafRegionIdOverseas WafRegionId = "ap-southeast-1"
)

// WafDomainStatus is how far a domain is protected by the firewall.
type WafDomainStatus string

// The states of a domain with the firewall.
const (
	// WafDomainStatusAdded is a domain that is protected.
	WafDomainStatusAdded WafDomainStatus = "1"
	// WafDomainStatusAdding is a domain that is being added.
	WafDomainStatusAdding WafDomainStatus = "10"
	// WafDomainStatusFailed is a domain that could not be added.
	WafDomainStatusFailed WafDomainStatus = "11"
)

// WafSwitch says whether a part of the firewall is on.
type WafSwitch string

// The states of a part.
const (
	// WafSwitchOff is off.
	WafSwitchOff WafSwitch = "0"
	// WafSwitchOn is on.
	WafSwitchOn WafSwitch = "1"
)

// SetCdnFullDomainsBlockIPRequest holds the parameters of
// SetCdnFullDomainsBlockIP.
type SetCdnFullDomainsBlockIPRequest struct {
	// OperationType says whether to block the addresses or to lift the block.
	// Required.
	OperationType BlockType `url:"OperationType"`

	// IPList are addresses, or blocks of addresses in CIDR notation, at most
	// 1000. Required.
	IPList []string `url:"IPList,comma" check:"max=1000"`

	// BlockInterval is how long they are blocked, in seconds: new(3600) is an
	// hour, new(0) for ever. What leaving it out means is not documented. It
	// counts with [BlockTypeBlock] only.
	BlockInterval *int `url:"BlockInterval,omitempty"`

	// UpdateType says which blocking time counts for addresses that are blocked
	// already. The default is [BlockUpdateTypeCover]. It counts with
	// [BlockTypeBlock] only.
	UpdateType BlockUpdateType `url:"UpdateType,omitempty"`
}

// SetCdnFullDomainsBlockIPResponse is the answer of SetCdnFullDomainsBlockIP.
type SetCdnFullDomainsBlockIPResponse struct {
	Meta

	// Code is 0: an answer with another one is an error.
	Code Int `json:"Code"`

	// Message is OK.
	Message string `json:"Message"`
}

// DescribeCdnFullDomainsBlockIPConfigRequest holds the parameters of
// DescribeCdnFullDomainsBlockIPConfig.
type DescribeCdnFullDomainsBlockIPConfigRequest struct {
	// IPList are addresses, or blocks of addresses in CIDR notation, at most
	// 50. Left out, it is all that are blocked.
	IPList []string `url:"IPList,comma,omitempty" check:"max=50"`
}

// DescribeCdnFullDomainsBlockIPConfigResponse is the answer of
// DescribeCdnFullDomainsBlockIPConfig. It prints itself without the address of
// the list, which opens the list to anyone.
type DescribeCdnFullDomainsBlockIPConfigResponse struct {
	Meta

	// Code is 0: an answer with another one is an error.
	Code Int `json:"Code"`

	// Message is the signed address of the list, good for 3 days. Each line of
	// the list has an address and until when it is blocked, written YYYY-MM-DD
	// hh:mm:ss in a time zone that is not documented. Keep it secret.
	Message string `json:"Message"`
}

// DescribeCdnFullDomainsBlockIPHistoryRequest holds the parameters of
// DescribeCdnFullDomainsBlockIPHistory.
type DescribeCdnFullDomainsBlockIPHistoryRequest struct {
	// IPList are addresses, or blocks of addresses in CIDR notation; how many
	// is not documented. Required.
	IPList []string `url:"IPList,comma"`

	// StartTime is the start of the range, in UTC. Required.
	StartTime Time `url:"StartTime"`

	// EndTime is the end of the range, in UTC: later than StartTime, at most 90
	// days. Required.
	EndTime Time `url:"EndTime" check:"after=StartTime,span=90d"`
}

// DescribeCdnFullDomainsBlockIPHistoryResponse is the answer of
// DescribeCdnFullDomainsBlockIPHistory.
type DescribeCdnFullDomainsBlockIPHistoryResponse struct {
	Meta

	// Code is 0: an answer with another one is an error.
	Code Int `json:"Code"`

	// Description is OK.
	Description string `json:"Description"`

	// IPBlockInfo are the blocks in the range; several of an address come
	// newest first. An address without any has an element, too: one without
	// DeliverTime.
	IPBlockInfo List[IPBlockInfo] `json:"IPBlockInfo"`
}

// IPBlockInfo is a block of an address, and whether it reached the edge nodes.
type IPBlockInfo struct {
	// BlockIP is the address; of a block of addresses it is the first and the
	// last one: 192.0.2.0~192.0.2.255.
	BlockIP string `json:"BlockIP"`

	// DeliverTime is when the block was delivered. The service writes it
	// without a time zone, and which one it is is not documented: it is read as
	// UTC. Without a delivery it is zero.
	DeliverTime Time `json:"DeliverTime"`

	// Status says whether the delivery succeeded. What it is of an address
	// that was not blocked is not documented; it may be empty.
	Status BlockDeliveryStatus `json:"Status"`
}

// DescribeCdnConditionIPBInfoRequest holds the parameters of
// DescribeCdnConditionIPBInfo.
type DescribeCdnConditionIPBInfoRequest struct {
	// DataId is the list that is wanted. Required.
	DataId ConditionDataId `url:"DataId"`
}

// DescribeCdnConditionIPBInfoResponse is the answer of
// DescribeCdnConditionIPBInfo.
type DescribeCdnConditionIPBInfoResponse struct {
	Meta

	// Datas hold the list.
	Datas List[ConditionData] `json:"Datas"`
}

// ConditionData is a list of names and codes for conditions.
type ConditionData struct {
	// Value is the list as the service writes it, as JSON in a string.
	// [ConditionData.Names] reads it.
	Value string `json:"Value"`
}

// ConditionName is the name and the code of a region, an ISP or a country.
type ConditionName struct {
	// Text is the name, such as Aruba.
	Text string `json:"text"`

	// Value is the code, such as AW.
	Value ID `json:"value"`
}

// Names reads the list. The service has been seen to encode it twice, as a
// string with a string in it.
func (d ConditionData) Names() ([]ConditionName, error) {
	document := d.Value
	if document == "" {
		return nil, nil
	}
	var inner string
	for json.Unmarshal([]byte(document), &inner) == nil && inner != "" {
		document = inner
	}
	var names List[ConditionName]
	if err := json.Unmarshal([]byte(document), &names); err != nil {
		return nil, fmt.Errorf("types: ConditionData.Value: %w", err)
	}
	return names, nil
}

// DescribeCdnWafDomainRequest holds the parameters of DescribeCdnWafDomain.
type DescribeCdnWafDomainRequest struct {
	// RegionId is where the firewall runs. Required.
	RegionId WafRegionId `url:"RegionId"`

	// DomainName is a domain, or a part of the names of domains. Left out, it
	// is all domains with the firewall.
	DomainName string `url:"DomainName,omitempty"`

	// ResourceGroupId is the resource group whose domains are listed. Left out,
	// they are not narrowed by group.
	ResourceGroupId string `url:"ResourceGroupId,omitempty"`
}

// DescribeCdnWafDomainResponse is the answer of DescribeCdnWafDomain.
type DescribeCdnWafDomainResponse struct {
	Meta

	// TotalCount is the number of domains.
	TotalCount Int `json:"TotalCount"`

	// OutPutDomains are the domains.
	OutPutDomains List[WafDomain] `json:"OutPutDomains"`
}

// WafDomain is a domain with the web application firewall.
type WafDomain struct {
	// Domain is the domain.
	Domain string `json:"Domain"`

	// Status is how far the domain is protected.
	Status WafDomainStatus `json:"Status"`

	// WafStatus says whether the firewall is on.
	WafStatus WafSwitch `json:"WafStatus"`

	// CcStatus says whether the protection against floods of requests is on.
	CcStatus WafSwitch `json:"CcStatus"`

	// AclStatus says whether the access control list is on.
	AclStatus WafSwitch `json:"AclStatus"`
}

// SetWaitingRoomConfigRequest holds the parameters of SetWaitingRoomConfig. The
// numbers are pointers since 0 is one of them; new(50) makes one.
type SetWaitingRoomConfigRequest struct {
	// DomainName is the domain, only one. Required.
	DomainName string `url:"DomainName"`

	// WaitUri is a regular expression: requests whose URI matches it get the
	// waiting room. Required.
	WaitUri string `url:"WaitUri"`

	// AllowPct is the percentage of requests that may go to the origin, 0 to
	// 100. The others wait. Required.
	AllowPct *int `url:"AllowPct" check:"min=0,max=100"`

	// MaxTimeWait is the longest wait in the queue, in seconds. Required.
	MaxTimeWait *int `url:"MaxTimeWait"`

	// GapTime is for how many seconds nobody waits again who has left the
	// queue. Required.
	GapTime *int `url:"GapTime"`

	// WaitUrl is the URL of the page that is shown to those who wait. Required.
	WaitUrl string `url:"WaitUrl"`
}

// SetWaitingRoomConfigResponse is the answer of SetWaitingRoomConfig.
type SetWaitingRoomConfigResponse struct {
	Meta
}
