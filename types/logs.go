package types

import (
	"cmp"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// RealtimeLogDeliveryStatus says whether the real-time log delivery of a
// domain runs.
type RealtimeLogDeliveryStatus string

// The states of a real-time log delivery.
const (
	// RealtimeLogDeliveryStatusOnline is a delivery in service.
	RealtimeLogDeliveryStatusOnline RealtimeLogDeliveryStatus = "online"
	// RealtimeLogDeliveryStatusOffline is a delivery that is stopped.
	RealtimeLogDeliveryStatusOffline RealtimeLogDeliveryStatus = "offline"
)

// DescribeCdnDomainLogsRequest holds the parameters of DescribeCdnDomainLogs.
type DescribeCdnDomainLogsRequest struct {
	// DomainName is the domain whose logs are wanted, exactly one. Required.
	DomainName string `url:"DomainName"`

	// StartTime is the start of the span, in UTC. Without StartTime and EndTime
	// the span is the last 24 hours. The reference says that logs are kept for
	// one year; today's service has those of the last month, with a StartTime
	// at most 31 days ago.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the span, in UTC: later than StartTime and at most
	// one year after it.
	EndTime Time `url:"EndTime,omitempty" check:"after=StartTime,span=366d"`

	// PageSize is the number of log files a page, from 1 to 1000. The default
	// is 300.
	PageSize int `url:"PageSize,omitempty" check:"min=1,max=1000"`

	// PageNumber is the page to return, counted from 1. The reference asks for
	// a number above 1, but its own sample is page 1. It gives no default.
	PageNumber int `url:"PageNumber,omitempty" check:"min=1"`
}

// DescribeCdnDomainLogsResponse is the answer of DescribeCdnDomainLogs.
type DescribeCdnDomainLogsResponse struct {
	Meta

	// DomainLogDetails are the logs, one element a domain. As a request names
	// one domain, there is one element.
	DomainLogDetails List[DomainLogDetail] `json:"DomainLogDetails"`
}

// DomainLogDetail is a page of the log files of one domain.
type DomainLogDetail struct {
	// LogInfos are the log files of this page.
	LogInfos List[LogInfoDetail] `json:"LogInfos"`

	// LogCount is the number of log files on this page. The sample contradicts
	// it: count LogInfos instead.
	LogCount Int `json:"LogCount"`

	// PageInfos is the position of this page among all.
	PageInfos PageInfos `json:"PageInfos"`

	// DomainName is the domain.
	DomainName string `json:"DomainName"`
}

// LogInfoDetail is one log file: gzip, with one line an access.
type LogInfoDetail struct {
	// LogName is the name of the file. The times in it are Beijing time. In the
	// reference's sample they differ from StartTime and EndTime.
	LogName string `json:"LogName"`

	// LogPath is the address to download the file from, without a scheme: put
	// https:// in front of it. It is signed: whoever has it can read the log
	// until it expires, so treat it as a secret for that time.
	LogPath string `json:"LogPath"`

	// EndTime is the end of the log's span.
	EndTime Time `json:"EndTime"`

	// StartTime is the start of the log's span.
	StartTime Time `json:"StartTime"`

	// LogSize is the size of the file in bytes.
	LogSize Int `json:"LogSize"`
}

// LogFile is a log file and the domain that it is of.
type LogFile struct {
	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	LogInfoDetail
}

// PageInfos is the position of a page of log files among all.
type PageInfos struct {
	// PageIndex is the page returned, counted from 1.
	PageIndex Int `json:"PageIndex"`

	// PageNumber is another name of PageIndex, from another sample of the
	// reference. Both are set if the service sends one of them.
	PageNumber Int `json:"PageNumber"`

	// PageSize is the number of log files a page.
	PageSize Int `json:"PageSize"`

	// Total is the number of log files on all pages.
	Total Int `json:"Total"`
}

// UnmarshalJSONFrom reads the page under either of its names.
func (p *PageInfos) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	type fields PageInfos // without this method
	if err := json.UnmarshalDecode(dec, (*fields)(p)); err != nil {
		return err
	}
	p.PageIndex = cmp.Or(p.PageIndex, p.PageNumber)
	p.PageNumber = p.PageIndex
	return nil
}

// CreateRealtimeLogDeliveryRequest holds the parameters of
// CreateRealtimeLogDelivery.
type CreateRealtimeLogDeliveryRequest struct {
	// Project is the Log Service project to deliver to. Required.
	Project string `url:"Project"`

	// Logstore is the Logstore of the project to deliver to. Required.
	Logstore string `url:"Logstore"`

	// Region is the region of the project, such as cn-shanghai. Required.
	Region string `url:"Region"`

	// Domain is the domain whose logs are delivered, exactly one. Required.
	Domain string `url:"Domain"`
}

// CreateRealtimeLogDeliveryResponse is the answer of
// CreateRealtimeLogDelivery.
type CreateRealtimeLogDeliveryResponse struct {
	Meta
}

// CreateRealTimeLogDeliveryRequest holds the parameters of
// CreateRealTimeLogDelivery, with a capital T.
type CreateRealTimeLogDeliveryRequest struct {
	// Project is the Log Service project to deliver to. Required.
	Project string `url:"Project"`

	// Logstore is the Logstore of the project to deliver to. Required.
	Logstore string `url:"Logstore"`

	// Region is the region of the project, such as cn-shanghai. Required.
	Region string `url:"Region"`

	// Domain is the domain whose logs are delivered, exactly one. Required.
	Domain string `url:"Domain"`
}

// CreateRealTimeLogDeliveryResponse is the answer of
// CreateRealTimeLogDelivery, with a capital T.
type CreateRealTimeLogDeliveryResponse struct {
	Meta
}

// DeleteRealtimeLogDeliveryRequest holds the parameters of
// DeleteRealtimeLogDelivery.
type DeleteRealtimeLogDeliveryRequest struct {
	// Domain are the domains whose delivery is deleted. Required.
	Domain []string `url:"Domain,comma"`

	// Project is the Log Service project that is delivered to. Required.
	Project string `url:"Project"`

	// Logstore is the Logstore that is delivered to. Required.
	Logstore string `url:"Logstore"`

	// Region is the region of the project, such as cn-shanghai. Required.
	Region string `url:"Region"`
}

// DeleteRealtimeLogDeliveryResponse is the answer of
// DeleteRealtimeLogDelivery.
type DeleteRealtimeLogDeliveryResponse struct {
	Meta
}

// DeleteRealTimeLogLogstoreRequest holds the parameters of
// DeleteRealTimeLogLogstore.
type DeleteRealTimeLogLogstoreRequest struct {
	// Project is the Log Service project of the Logstore. Required.
	Project string `url:"Project"`

	// Logstore is the Logstore. Required.
	Logstore string `url:"Logstore"`

	// Region is the region of the project, such as cn-shanghai. Required.
	Region string `url:"Region"`
}

// DeleteRealTimeLogLogstoreResponse is the answer of
// DeleteRealTimeLogLogstore.
type DeleteRealTimeLogLogstoreResponse struct {
	Meta
}

// DescribeDomainRealtimeLogDeliveryRequest holds the parameters of
// DescribeDomainRealtimeLogDelivery.
type DescribeDomainRealtimeLogDeliveryRequest struct {
	// Domain is a domain with real-time log delivery, exactly one. Required.
	Domain string `url:"Domain"`
}

// DescribeDomainRealtimeLogDeliveryResponse is the answer of
// DescribeDomainRealtimeLogDelivery.
type DescribeDomainRealtimeLogDeliveryResponse struct {
	Meta

	// Project is the Log Service project that is delivered to.
	Project string `json:"Project"`

	// Logstore is the Logstore that is delivered to.
	Logstore string `json:"Logstore"`

	// Region is the region of the project, such as cn-shanghai.
	Region string `json:"Region"`

	// Status says whether the delivery runs.
	Status RealtimeLogDeliveryStatus `json:"Status"`
}

// DescribeRealtimeDeliveryAccRequest holds the parameters of
// DescribeRealtimeDeliveryAcc.
type DescribeRealtimeDeliveryAccRequest struct {
	// StartTime is the start of the span, in UTC. What the span is without
	// StartTime and EndTime is not documented.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the span, in UTC: later than StartTime and at most
	// one year after it. An error of the reference speaks of 90 days.
	EndTime Time `url:"EndTime,omitempty" check:"after=StartTime,span=366d"`

	// Interval is the granularity in seconds: 300, 3600 or 86400. If it is left
	// out or not supported, it is 300 for a span of at most 3 days, 3600 for
	// one over 3 days and 86400 for one over 30 days.
	Interval Interval `url:"Interval,omitempty"`

	// Project is the Log Service project to count for. Leaving it out does not
	// narrow the count.
	Project string `url:"Project,omitempty"`

	// Logstore is the Logstore to count for, as the reference spells the
	// parameter. Whether today's service still reads it is not known: see
	// LogStore.
	Logstore string `url:"Logstore,omitempty"`

	// LogStore is the Logstore to count for, as today's service spells the
	// parameter. Leaving out both spellings means all Logstores.
	LogStore string `url:"LogStore,omitempty"`
}

// DescribeRealtimeDeliveryAccResponse is the answer of
// DescribeRealtimeDeliveryAcc.
type DescribeRealtimeDeliveryAccResponse struct {
	Meta

	// ReatTimeDeliveryAccData are the counts, one element an interval. The
	// misspelt name is the service's.
	ReatTimeDeliveryAccData List[AccData] `json:"ReatTimeDeliveryAccData"`
}

// AccData is the number of real-time log deliveries in one interval.
type AccData struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// FailedNum is the number of failed deliveries.
	FailedNum Int `json:"FailedNum"`

	// SuccessNum is the number of successful deliveries.
	SuccessNum Int `json:"SuccessNum"`
}

// DisableRealtimeLogDeliveryRequest holds the parameters of
// DisableRealtimeLogDelivery.
type DisableRealtimeLogDeliveryRequest struct {
	// Domain are the domains whose delivery is paused. Required.
	Domain []string `url:"Domain,comma"`

	// Project is the Log Service project that is delivered to. Only today's
	// service has it.
	Project string `url:"Project,omitempty"`

	// Logstore is the Logstore that is delivered to. Only today's service has
	// it.
	Logstore string `url:"Logstore,omitempty"`

	// Region is the region of the project, such as cn-shanghai. Only today's
	// service has it.
	Region string `url:"Region,omitempty"`
}

// DisableRealtimeLogDeliveryResponse is the answer of
// DisableRealtimeLogDelivery.
type DisableRealtimeLogDeliveryResponse struct {
	Meta
}

// EnableRealtimeLogDeliveryRequest holds the parameters of
// EnableRealtimeLogDelivery.
type EnableRealtimeLogDeliveryRequest struct {
	// Domain are the domains whose delivery is resumed. Required.
	Domain []string `url:"Domain,comma"`

	// Project is the Log Service project that is delivered to. Only today's
	// service has it.
	Project string `url:"Project,omitempty"`

	// Logstore is the Logstore that is delivered to. Only today's service has
	// it.
	Logstore string `url:"Logstore,omitempty"`

	// Region is the region of the project, such as cn-shanghai. Only today's
	// service has it.
	Region string `url:"Region,omitempty"`
}

// EnableRealtimeLogDeliveryResponse is the answer of
// EnableRealtimeLogDelivery.
type EnableRealtimeLogDeliveryResponse struct {
	Meta
}

// ListRealtimeLogDeliveryDomainsRequest holds the parameters of
// ListRealtimeLogDeliveryDomains.
type ListRealtimeLogDeliveryDomainsRequest struct {
	// Project are the Log Service projects that are delivered to: several
	// today, one in the reference. Required.
	Project []string `url:"Project,comma"`

	// Logstore are the Logstores that are delivered to: several today, one in
	// the reference. Required.
	Logstore []string `url:"Logstore,comma"`

	// Region are the regions of the projects, such as cn-shanghai: several
	// today, one in the reference. Required.
	Region []string `url:"Region,comma"`
}

// ListRealtimeLogDeliveryDomainsResponse is the answer of
// ListRealtimeLogDeliveryDomains.
type ListRealtimeLogDeliveryDomainsResponse struct {
	Meta

	// Content holds the domains.
	Content RealtimeLogDeliveryDomainsContent `json:"Content"`
}

// RealtimeLogDeliveryDomainsContent is the content of the answer of
// ListRealtimeLogDeliveryDomains.
type RealtimeLogDeliveryDomainsContent struct {
	// Domains are the domains whose logs are delivered.
	Domains List[RealtimeLogDeliveryDomain] `json:"Domains"`
}

// RealtimeLogDeliveryDomain is a domain with real-time log delivery.
type RealtimeLogDeliveryDomain struct {
	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// Status says whether the delivery runs.
	Status RealtimeLogDeliveryStatus `json:"Status"`
}

// ListRealtimeLogDeliveryRequest is the request of ListRealtimeLogDelivery,
// which takes no parameters.
type ListRealtimeLogDeliveryRequest struct{}

// ListRealtimeLogDeliveryResponse is the answer of ListRealtimeLogDelivery.
type ListRealtimeLogDeliveryResponse struct {
	Meta

	// Content are the deliveries, one element a domain.
	Content List[RealtimeLogDelivery] `json:"Content"`
}

// RealtimeLogDelivery is the real-time log delivery of a domain.
type RealtimeLogDelivery struct {
	// Domain is the domain.
	Domain string `json:"Domain"`

	// DmId identifies the domain.
	DmId ID `json:"DmId"`

	// Project is the Log Service project that is delivered to.
	Project string `json:"Project"`

	// Logstore is the Logstore that is delivered to.
	Logstore string `json:"Logstore"`

	// Region is the region of the project, such as cn-shanghai.
	Region string `json:"Region"`

	// Status says whether the delivery runs.
	Status RealtimeLogDeliveryStatus `json:"Status"`
}

// ModifyRealtimeLogDeliveryRequest holds the parameters of
// ModifyRealtimeLogDelivery.
type ModifyRealtimeLogDeliveryRequest struct {
	// Domain is the domain whose delivery is changed, exactly one. Required.
	Domain string `url:"Domain"`

	// Project is the Log Service project to deliver to from now on. Required.
	Project string `url:"Project"`

	// Logstore is the Logstore to deliver to from now on. Required.
	Logstore string `url:"Logstore"`

	// Region is the region of the project, such as cn-shanghai. Required.
	Region string `url:"Region"`
}

// ModifyRealtimeLogDeliveryResponse is the answer of
// ModifyRealtimeLogDelivery.
type ModifyRealtimeLogDeliveryResponse struct {
	Meta
}

// ListRealtimeLogDeliveryInfosRequest is the request of
// ListRealtimeLogDeliveryInfos, which takes no parameters.
type ListRealtimeLogDeliveryInfosRequest struct{}

// ListRealtimeLogDeliveryInfosResponse is the answer of
// ListRealtimeLogDeliveryInfos.
type ListRealtimeLogDeliveryInfosResponse struct {
	Meta

	// Content holds the deliveries.
	Content RealtimeLogDeliveryInfosContent `json:"Content"`
}

// RealtimeLogDeliveryInfosContent is the content of the answer of
// ListRealtimeLogDeliveryInfos.
type RealtimeLogDeliveryInfosContent struct {
	// RealtimeLogDeliveryInfos are the deliveries of the account.
	RealtimeLogDeliveryInfos List[RealtimeLogDeliveryInfo] `json:"RealtimeLogDeliveryInfos"`
}

// RealtimeLogDeliveryInfo says where a real-time log delivery goes.
type RealtimeLogDeliveryInfo struct {
	// Project is the Log Service project that is delivered to.
	Project string `json:"Project"`

	// Logstore is the Logstore that is delivered to.
	Logstore string `json:"Logstore"`

	// Region is the region of the project, such as cn-shanghai.
	Region string `json:"Region"`
}

// DescribeCustomLogConfigRequest holds the parameters of
// DescribeCustomLogConfig.
type DescribeCustomLogConfigRequest struct {
	// ConfigId is the ID of the log format, as ListUserCustomLogConfig returns
	// it. Required.
	ConfigId string `url:"ConfigId"`
}

// DescribeCustomLogConfigResponse is the answer of DescribeCustomLogConfig.
type DescribeCustomLogConfigResponse struct {
	Meta

	// Tag is the label of the log format.
	Tag string `json:"Tag"`

	// Sample is a log line in this format. The service may have broken it at
	// spaces and quotes.
	Sample string `json:"Sample"`

	// Remark is the format itself: the variables of a log line.
	Remark string `json:"Remark"`
}

// DescribeDomainCustomLogConfigRequest holds the parameters of
// DescribeDomainCustomLogConfig.
type DescribeDomainCustomLogConfigRequest struct {
	// DomainName is the domain whose log format is wanted, exactly one.
	// Required.
	DomainName string `url:"DomainName"`
}

// DescribeDomainCustomLogConfigResponse is the answer of
// DescribeDomainCustomLogConfig.
type DescribeDomainCustomLogConfigResponse struct {
	Meta

	// ConfigId is the ID of the log format.
	ConfigId ID `json:"ConfigId"`

	// Tag is the label of the log format.
	Tag string `json:"Tag"`

	// Remark is the format itself: the variables of a log line.
	Remark string `json:"Remark"`

	// Sample is a log line in this format. The service may have broken it at
	// spaces and quotes.
	Sample string `json:"Sample"`
}

// ListDomainsByLogConfigIdRequest holds the parameters of
// ListDomainsByLogConfigId.
type ListDomainsByLogConfigIdRequest struct {
	// ConfigId is the ID of the log format, as ListUserCustomLogConfig returns
	// it. Required.
	ConfigId string `url:"ConfigId"`
}

// ListDomainsByLogConfigIdResponse is the answer of ListDomainsByLogConfigId.
type ListDomainsByLogConfigIdResponse struct {
	Meta

	// Domains are the domains that use the log format.
	Domains List[string] `json:"Domains"`
}

// ListUserCustomLogConfigRequest is the request of ListUserCustomLogConfig,
// which takes no parameters.
type ListUserCustomLogConfigRequest struct{}

// ListUserCustomLogConfigResponse is the answer of ListUserCustomLogConfig.
type ListUserCustomLogConfigResponse struct {
	Meta

	// ConfigIds are the IDs of the account's log formats.
	ConfigIds List[ID] `json:"ConfigIds"`
}

// ModifyDomainCustomLogConfigRequest holds the parameters of
// ModifyDomainCustomLogConfig.
type ModifyDomainCustomLogConfigRequest struct {
	// DomainName is the domain that gets the log format, exactly one. Required.
	DomainName string `url:"DomainName"`

	// ConfigId is the ID of the log format, as ListUserCustomLogConfig returns
	// it. Required.
	ConfigId string `url:"ConfigId"`
}

// ModifyDomainCustomLogConfigResponse is the answer of
// ModifyDomainCustomLogConfig.
type ModifyDomainCustomLogConfigResponse struct {
	Meta
}

// ModifyUserCustomLogConfigRequest holds the parameters of
// ModifyUserCustomLogConfig.
type ModifyUserCustomLogConfigRequest struct {
	// ConfigId is the ID of the log format, as ListUserCustomLogConfig returns
	// it. Required.
	ConfigId string `url:"ConfigId"`

	// Tag is the new label of the log format, at most 256 characters. The
	// error InvalidTag asks for fewer than 256. Required.
	Tag string `url:"Tag" check:"len=256"`
}

// ModifyUserCustomLogConfigResponse is the answer of
// ModifyUserCustomLogConfig.
type ModifyUserCustomLogConfigResponse struct {
	Meta
}
