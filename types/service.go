package types

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// InternetChargeType is how the CDN service is billed. OpenCdnService and
// ModifyCdnService take the first two; the others occur in answers only.
type InternetChargeType string

// The billing types.
const (
	// InternetChargeTypePayByTraffic bills by traffic.
	InternetChargeTypePayByTraffic InternetChargeType = "PayByTraffic"
	// InternetChargeTypePayByBandwidth bills by peak bandwidth.
	InternetChargeTypePayByBandwidth InternetChargeType = "PayByBandwidth"
	// InternetChargeTypePayByBandwidth95 bills by the 95th percentile of the
	// bandwidth.
	InternetChargeTypePayByBandwidth95 InternetChargeType = "PayByBandwidth95"
	// InternetChargeTypePayByBandwidthMonthavg bills by the average bandwidth
	// of the month.
	InternetChargeTypePayByBandwidthMonthavg InternetChargeType = "PayByBandwidth_monthavg"
	// InternetChargeTypePayByBandwidthMonth4th bills by the fourth peak
	// bandwidth of the month.
	InternetChargeTypePayByBandwidthMonth4th InternetChargeType = "PayByBandwidth_month4th"
	// InternetChargeTypePayByBandwidthMonthday95avg bills by the month's
	// average of the daily 95th percentiles of the bandwidth.
	InternetChargeTypePayByBandwidthMonthday95avg InternetChargeType = "PayByBandwidth_monthday95avg"
	// InternetChargeTypePayByBandwidthNighthalf95 bills by the 95th percentile
	// of the bandwidth, at half the price by night.
	InternetChargeTypePayByBandwidthNighthalf95 InternetChargeType = "PayByBandwidth_nighthalf95"
)

// ResourcePackageStatus is the state of a resource package.
type ResourcePackageStatus string

// The states of a resource package.
const (
	// ResourcePackageStatusValid is a package in force.
	ResourcePackageStatusValid ResourcePackageStatus = "valid"
	// ResourcePackageStatusClosed is a package that is no longer in force.
	ResourcePackageStatusClosed ResourcePackageStatus = "closed"
	// ResourcePackageStatusExhaust is a package that is used up. Only today's
	// service has it.
	ResourcePackageStatusExhaust ResourcePackageStatus = "exhaust"
)

// OpenCdnServiceRequest holds the parameters of OpenCdnService.
type OpenCdnServiceRequest struct {
	// InternetChargeType is how the service is billed: by traffic or by peak
	// bandwidth. The default is [InternetChargeTypePayByTraffic], the only
	// value that today's service names.
	InternetChargeType InternetChargeType `url:"InternetChargeType,omitempty"`
}

// OpenCdnServiceResponse is the answer of OpenCdnService.
type OpenCdnServiceResponse struct {
	Meta
}

// ModifyCdnServiceRequest holds the parameters of ModifyCdnService.
type ModifyCdnServiceRequest struct {
	// InternetChargeType is how the service is billed from the next day on: by
	// traffic or by peak bandwidth. Required.
	InternetChargeType InternetChargeType `url:"InternetChargeType"`
}

// ModifyCdnServiceResponse is the answer of ModifyCdnService.
type ModifyCdnServiceResponse struct {
	Meta
}

// DescribeCdnServiceRequest is the request of DescribeCdnService, which takes
// no parameters.
type DescribeCdnServiceRequest struct{}

// DescribeCdnServiceResponse is the answer of DescribeCdnService.
type DescribeCdnServiceResponse struct {
	Meta

	// ChangingAffectTime is when ChangingChargeType takes effect.
	ChangingAffectTime Time `json:"ChangingAffectTime"`

	// ChangingChargeType is the next billing type.
	ChangingChargeType InternetChargeType `json:"ChangingChargeType"`

	// InternetChargeType is the billing type in force.
	InternetChargeType InternetChargeType `json:"InternetChargeType"`

	// OpeningTime is when the service was opened.
	OpeningTime Time `json:"OpeningTime"`

	// OperationLocks are the locks on the service. It is empty while the
	// service is not locked.
	OperationLocks List[LockReason] `json:"OperationLocks"`

	// InstanceId is the ID of the service's instance. Only today's service has
	// it.
	InstanceId ID `json:"InstanceId"`

	// DynamicBillingType is the billing type of dynamic content, going by its
	// name. Only today's service has it.
	DynamicBillingType string `json:"DynamicBillingType"`

	// ChangingDynamicBillingType is the next billing type of dynamic content,
	// going by its name. Only today's service has it.
	ChangingDynamicBillingType string `json:"ChangingDynamicBillingType"`
}

// LockReason is a lock on the CDN service.
type LockReason struct {
	// LockReason says why the service is locked, such as financial for arrears
	// or security.
	LockReason string `json:"LockReason"`
}

// UnmarshalJSONFrom reads {"LockReason": "financial"} as well as "financial".
func (r *LockReason) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	if dec.PeekKind() != '{' {
		return json.UnmarshalDecode(dec, &r.LockReason)
	}
	type object LockReason
	return json.UnmarshalDecode(dec, (*object)(r))
}

// DescribeCdnUserResourcePackageRequest holds the parameters of
// DescribeCdnUserResourcePackage.
type DescribeCdnUserResourcePackageRequest struct {
	// Status is the state of the packages that are wanted. Today's default is
	// [ResourcePackageStatusValid]; the reference has no such parameter and
	// returns packages in any state.
	Status ResourcePackageStatus `url:"Status,omitempty"`
}

// DescribeCdnUserResourcePackageResponse is the answer of
// DescribeCdnUserResourcePackage.
type DescribeCdnUserResourcePackageResponse struct {
	Meta

	// ResourcePackageInfos are the resource packages.
	ResourcePackageInfos List[ResourcePackageInfo] `json:"ResourcePackageInfos"`
}

// ResourcePackageInfo is a resource package: an amount of traffic or of
// requests that was paid in advance.
type ResourcePackageInfo struct {
	// Status is the state of the package.
	Status ResourcePackageStatus `json:"Status"`

	// InstanceId is the ID of the package.
	InstanceId ID `json:"InstanceId"`

	// CommodityCode is the vendor's code of the kind of package, such as
	// cdnflowbag for traffic or cdnhttpsbag for HTTPS requests.
	CommodityCode string `json:"CommodityCode"`

	// InitCapacity is the capacity of the package when it was new, in bytes for
	// traffic and in requests otherwise.
	InitCapacity Number `json:"InitCapacity"`

	// EndTime is the end of the package's validity.
	EndTime Time `json:"EndTime"`

	// StartTime is the start of the package's validity.
	StartTime Time `json:"StartTime"`

	// DisplayName is the name of the package, for people to read.
	DisplayName string `json:"DisplayName"`

	// CurrCapacity is the capacity left, in the unit of InitCapacity.
	CurrCapacity Number `json:"CurrCapacity"`

	// CurrCapacityBaseUnit is the unit of CurrCapacity, such as Byte. Only
	// today's service has it.
	CurrCapacityBaseUnit string `json:"CurrCapacityBaseUnit"`

	// CurrCapacityShowUnit is the unit of CurrCapacityShowValue, such as GB.
	// Only today's service has it.
	CurrCapacityShowUnit string `json:"CurrCapacityShowUnit"`

	// CurrCapacityShowValue is the capacity left, in CurrCapacityShowUnit. Only
	// today's service has it.
	CurrCapacityShowValue Number `json:"CurrCapacityShowValue"`

	// InitCapacityBaseUnit is the unit of InitCapacity, such as Byte. Only
	// today's service has it.
	InitCapacityBaseUnit string `json:"InitCapacityBaseUnit"`

	// InitCapacityShowUnit is the unit of InitCapacityShowValue, such as GB.
	// Only today's service has it.
	InitCapacityShowUnit string `json:"InitCapacityShowUnit"`

	// InitCapacityShowValue is the capacity of the package when it was new, in
	// InitCapacityShowUnit. Only today's service has it.
	InitCapacityShowValue Number `json:"InitCapacityShowValue"`

	// Region is where the package applies, such as CN. Only today's service has
	// it.
	Region string `json:"Region"`

	// TemplateName is the name of the template that the package was made from.
	// Only today's service has it.
	TemplateName string `json:"TemplateName"`
}

// DescribeCdnUserQuotaRequest is the request of DescribeCdnUserQuota, which
// takes no parameters.
type DescribeCdnUserQuotaRequest struct{}

// DescribeCdnUserQuotaResponse is the answer of DescribeCdnUserQuota. The
// limits on refreshes and preloads are those of a day, as DescribeRefreshQuota
// has them.
type DescribeCdnUserQuotaResponse struct {
	Meta

	// DomainQuota is the number of domains that the account may have.
	DomainQuota Int `json:"DomainQuota"`

	// RefreshUrlQuota is the number of URLs that may be refreshed.
	RefreshUrlQuota Int `json:"RefreshUrlQuota"`

	// RefreshDirQuota is the number of directories that may be refreshed.
	RefreshDirQuota Int `json:"RefreshDirQuota"`

	// RefreshUrlRemain is what is left of RefreshUrlQuota.
	RefreshUrlRemain Int `json:"RefreshUrlRemain"`

	// RefreshDirRemain is what is left of RefreshDirQuota.
	RefreshDirRemain Int `json:"RefreshDirRemain"`

	// PreloadQuota is the number of URLs that may be preloaded.
	PreloadQuota Int `json:"PreloadQuota"`

	// PreloadRemain is what is left of PreloadQuota.
	PreloadRemain Int `json:"PreloadRemain"`

	// BlockQuota is the number of URLs that may be blocked.
	BlockQuota Int `json:"BlockQuota"`

	// BlockRemain is what is left of BlockQuota.
	BlockRemain Int `json:"BlockRemain"`

	// IgnoreParamsQuota is the number of URLs that may be refreshed with their
	// parameters ignored. Only today's service has it.
	IgnoreParamsQuota Int `json:"IgnoreParamsQuota"`

	// IgnoreParamsRemain is what is left of IgnoreParamsQuota. Only today's
	// service has it.
	IgnoreParamsRemain Int `json:"IgnoreParamsRemain"`
}
