package types

import (
	"maps"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// DescribeCdnOrderCommodityCodeRequest holds the parameters of
// DescribeCdnOrderCommodityCode.
type DescribeCdnOrderCommodityCodeRequest struct {
	// CommodityCode is the plain code of the commodity. Required.
	CommodityCode string `url:"CommodityCode"`
}

// DescribeCdnOrderCommodityCodeResponse is the answer of
// DescribeCdnOrderCommodityCode.
type DescribeCdnOrderCommodityCodeResponse struct {
	Meta

	// OrderCommodityCode is the code of the commodity with the organisation unit
	// that sells it to the account.
	OrderCommodityCode string `json:"OrderCommodityCode"`
}

// DescribeUserCdnStatusRequest is the request of DescribeUserCdnStatus, which
// takes no parameters.
type DescribeUserCdnStatusRequest struct{}

// DescribeUserCdnStatusResponse is the answer of DescribeUserCdnStatus.
type DescribeUserCdnStatusResponse struct {
	Meta

	// Enabled is whether the account has opened the service.
	Enabled Bool `json:"Enabled"`

	// OnService is whether the service can be used.
	OnService Bool `json:"OnService"`

	// InDebt is whether payments are overdue.
	InDebt Bool `json:"InDebt"`

	// InDebtOverdue is whether the time granted for overdue payments is over.
	InDebtOverdue Bool `json:"InDebtOverdue"`
}

// UserConfigFunction is whose settings DescribeCdnUserConfigs returns.
type UserConfigFunction string

// Whose settings there are.
const (
	// UserConfigFunctionDomainBusinessControl is the account's.
	UserConfigFunctionDomainBusinessControl UserConfigFunction = "domain_business_control"
	// UserConfigFunctionWaf is those of the web application firewall.
	UserConfigFunctionWaf UserConfigFunction = "waf"
)

// UserFeature is a feature that an account may use. DescribeUserConfigs takes
// all of them, [CdnUserConfig.Features] are those about security.
type UserFeature string

// The features.
const (
	// UserFeatureOss is the storage of logs in OSS.
	UserFeatureOss UserFeature = "oss"
	// UserFeatureGreenManager is the moderation of images.
	UserFeatureGreenManager UserFeature = "green_manager"
	// UserFeatureWaf is the web application firewall.
	UserFeatureWaf UserFeature = "waf"
	// UserFeatureCcRule is rules against floods of HTTP requests.
	UserFeatureCcRule UserFeature = "cc_rule"
	// UserFeatureDdosDispatch is the diversion to Anti-DDoS.
	UserFeatureDdosDispatch UserFeature = "ddos_dispatch"
	// UserFeatureEdgeSafe is security at the edge.
	UserFeatureEdgeSafe UserFeature = "edge_safe"
	// UserFeatureBlockedRegions is the block of regions.
	UserFeatureBlockedRegions UserFeature = "blocked_regions"
	// UserFeatureHttpAclPolicy is access control lists.
	UserFeatureHttpAclPolicy UserFeature = "http_acl_policy"
	// UserFeatureBotManager is the management of bots.
	UserFeatureBotManager UserFeature = "bot_manager"
	// UserFeatureIpReputation is the reputation of IP addresses.
	UserFeatureIpReputation UserFeature = "ip_reputation"
)

// DescribeCdnUserConfigsRequest holds the parameters of DescribeCdnUserConfigs.
type DescribeCdnUserConfigsRequest struct {
	// FunctionName is whose settings are wanted. Required.
	FunctionName UserConfigFunction `url:"FunctionName"`
}

// DescribeCdnUserConfigsResponse is the answer of DescribeCdnUserConfigs.
type DescribeCdnUserConfigsResponse struct {
	Meta

	// Configs are the settings.
	Configs List[CdnUserConfig] `json:"Configs"`
}

// CdnUserConfig is a setting of an account.
type CdnUserConfig struct {
	// FunctionName is whose setting it is.
	FunctionName UserConfigFunction `json:"FunctionName"`

	// ArgName is the name of the setting, such as allow_function.
	ArgName string `json:"ArgName"`

	// ArgValue is the value, text with JSON in it, such as
	// {"dcdn_allow":["cc_rule","ddos_dispatch"]}.
	ArgValue string `json:"ArgValue"`
}

// Features returns the features that ArgValue allows, under whichever name: it
// is dcdn_allow in the example of today and scdn_allow in one of 2021. What is
// no list of texts is passed over, and a feature that several lists have comes
// once.
func (c CdnUserConfig) Features() []UserFeature {
	var members map[string]jsontext.Value
	if json.Unmarshal([]byte(c.ArgValue), &members) != nil {
		return nil
	}
	var features []UserFeature
	for _, name := range slices.Sorted(maps.Keys(members)) {
		var list []UserFeature
		if json.Unmarshal(members[name], &list) != nil {
			continue
		}
		for _, feature := range list {
			if !slices.Contains(features, feature) {
				features = append(features, feature)
			}
		}
	}
	return features
}

// DescribeUserConfigsRequest holds the parameters of DescribeUserConfigs.
type DescribeUserConfigsRequest struct {
	// Config is the feature whose settings are wanted. Required.
	Config UserFeature `url:"Config"`
}

// DescribeUserConfigsResponse is the answer of DescribeUserConfigs.
type DescribeUserConfigsResponse struct {
	Meta

	// Configs are the settings of the feature.
	Configs UserConfigs `json:"Configs"`
}

// UserConfigs are the settings of a feature. Of the ten that can be asked for,
// the vendor's documents show the settings of these three; what comes of the
// others is not documented.
type UserConfigs struct {
	// OssLogConfig is the storage of logs in OSS.
	OssLogConfig OssLogConfig `json:"OssLogConfig"`

	// GreenManagerConfig is the moderation of images. One of the vendor's
	// samples has it, the model does not.
	GreenManagerConfig GreenManagerConfig `json:"GreenManagerConfig"`

	// WafConfig is the web application firewall.
	WafConfig WafConfig `json:"WafConfig"`
}

// OssLogConfig is the storage of logs in OSS.
type OssLogConfig struct {
	// Enable is whether it is on.
	Enable Switch `json:"Enable"`

	// Bucket is the bucket that holds the logs.
	Bucket string `json:"Bucket"`

	// Prefix is how the names of the logs begin.
	Prefix string `json:"Prefix"`
}

// GreenManagerConfig is the moderation of images. Its fields are not described.
type GreenManagerConfig struct {
	// Quota is the quota.
	Quota Number `json:"Quota"`

	// Ratio is the ratio.
	Ratio Number `json:"Ratio"`
}

// WafConfig is the web application firewall.
type WafConfig struct {
	// Enable is whether it is on.
	Enable Switch `json:"Enable"`
}

// SecFuncType is a choice of a security feature.
type SecFuncType string

// The choices.
const (
	// SecFuncTypeCipherSuiteGroupCustomize is the cipher suites to choose from.
	SecFuncTypeCipherSuiteGroupCustomize SecFuncType = "CipherSuiteGroupCustomize"
	// SecFuncTypeCipherSuiteGroupStrict is the strict group of cipher suites.
	SecFuncTypeCipherSuiteGroupStrict SecFuncType = "CipherSuiteGroupStrict"
)

// Lang is a language that the service answers in.
type Lang string

// The languages.
const (
	// LangZh is Chinese.
	LangZh Lang = "zh"
	// LangEn is English.
	LangEn Lang = "en"
)

// DescribeCdnSecFuncInfoRequest holds the parameters of DescribeCdnSecFuncInfo.
type DescribeCdnSecFuncInfoRequest struct {
	// SecFuncType is the choice that is wanted. Required.
	SecFuncType SecFuncType `url:"SecFuncType"`

	// Lang is the language of the labels. Required.
	Lang Lang `url:"Lang"`
}

// DescribeCdnSecFuncInfoResponse is the answer of DescribeCdnSecFuncInfo.
type DescribeCdnSecFuncInfoResponse struct {
	Meta

	// Content are the values to choose from.
	Content List[SecFuncInfo] `json:"Content"`

	// Description is OK. Where it says what went wrong, the answer is an error.
	Description string `json:"Description"`

	// HttpStatus is the HTTP status, as text.
	HttpStatus string `json:"HttpStatus"`

	// RetCode is 0. Anything else is an error, with the RetCode as its code.
	RetCode string `json:"RetCode"`
}

// SecFuncInfo is a value to choose.
type SecFuncInfo struct {
	// Label is its name to show.
	Label string `json:"Label"`

	// Value is the value to set, such as the name of a cipher suite.
	Value string `json:"Value"`
}
