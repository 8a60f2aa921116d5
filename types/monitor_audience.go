package types

// SortBy is what a ranking is ordered by.
type SortBy string

// The orders of a ranking.
const (
	SortByTraf SortBy = "traf" // by traffic
	SortByPv   SortBy = "pv"   // by page views
)

// DescribeDomainTopReferVisitRequest holds the parameters of
// DescribeDomainTopReferVisit.
type DescribeDomainTopReferVisitRequest struct {
	// DomainName lists the domains to query; the reference knows one only.
	// Required.
	DomainName []string `url:"DomainName,comma"`

	// StartTime is the start of the data, in UTC, of the last 90 days. For one
	// calendar day of Beijing give its midnight, which is 16:00 UTC of the day
	// before. Left out, the data cover the last 24 hours; the introduction of
	// the reference says the previous day.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime. The
	// reference does not have it: its data cover one day.
	EndTime Time `url:"EndTime,omitempty" check:"after=StartTime"`

	// SortBy is what the ranking is ordered by. Left out means by page views.
	SortBy SortBy `url:"SortBy,omitempty"`
}

// DescribeDomainTopReferVisitResponse is the answer of
// DescribeDomainTopReferVisit.
type DescribeDomainTopReferVisitResponse struct {
	Meta

	// DomainName is the queried domain, or several separated by commas.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// TopReferList has the most frequent referrers, in the order asked for.
	TopReferList List[ReferList] `json:"TopReferList"`
}

// ReferList is a referrer of a ranking.
type ReferList struct {
	// ReferDetail is the referrer. The reference calls it a full URL; the
	// samples have host names, IP addresses, and "-" for requests without one.
	ReferDetail string `json:"ReferDetail"`

	// VisitData is the number of visits.
	VisitData Int `json:"VisitData"`

	// VisitProportion is the share of the visits. Its unit is not documented;
	// the samples run from 0 to 1.
	VisitProportion Number `json:"VisitProportion"`

	// Flow is the traffic in bytes.
	Flow Number `json:"Flow"`

	// FlowProportion is the share of the traffic. Its unit is not documented;
	// the samples run from 0 to 1.
	FlowProportion Number `json:"FlowProportion"`
}

// DescribeDomainTopUrlVisitRequest holds the parameters of
// DescribeDomainTopUrlVisit.
type DescribeDomainTopUrlVisitRequest struct {
	// DomainName is the domain to query, one only. Required.
	DomainName string `url:"DomainName"`

	// StartTime is the start of the data, in UTC, of the last 90 days. For one
	// calendar day of Beijing give its midnight, which is 16:00 UTC of the day
	// before. Left out, the data cover the last 24 hours; the introduction of
	// the reference says the previous day.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime by at most
	// 7 days. The reference does not have it: its data cover one day.
	EndTime Time `url:"EndTime,omitempty" check:"after=StartTime,span=7d"`

	// SortBy is what the rankings are ordered by. Left out means by page
	// views.
	SortBy SortBy `url:"SortBy,omitempty"`
}

// DescribeDomainTopUrlVisitResponse is the answer of
// DescribeDomainTopUrlVisit.
type DescribeDomainTopUrlVisitResponse struct {
	Meta

	// DomainName is the queried domain.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// AllUrlList has the most requested URLs, whatever their status code.
	AllUrlList List[UrlList] `json:"AllUrlList"`

	// Url200List has the most requested URLs that were answered with 2xx.
	Url200List List[UrlList] `json:"Url200List"`

	// Url300List has the most requested URLs that were answered with 3xx.
	Url300List List[UrlList] `json:"Url300List"`

	// Url400List has the most requested URLs that were answered with 4xx.
	Url400List List[UrlList] `json:"Url400List"`

	// Url500List has the most requested URLs that were answered with 5xx.
	Url500List List[UrlList] `json:"Url500List"`
}

// UrlList is a URL of a ranking.
type UrlList struct {
	// UrlDetail is the full URL.
	UrlDetail string `json:"UrlDetail"`

	// VisitData is the number of visits.
	VisitData Int `json:"VisitData"`

	// VisitProportion is the share of the visits. Its unit is not documented;
	// the samples run from 0 to 1.
	VisitProportion Number `json:"VisitProportion"`

	// Flow is the traffic in bytes.
	Flow Number `json:"Flow"`

	// FlowProportion is the share of the traffic. Its unit is not documented;
	// the samples run from 0 to 1.
	FlowProportion Number `json:"FlowProportion"`
}

// DescribeDomainSrcTopUrlVisitRequest holds the parameters of
// DescribeDomainSrcTopUrlVisit.
type DescribeDomainSrcTopUrlVisitRequest struct {
	// DomainName lists the domains to query; how many are allowed is not
	// documented. Required.
	DomainName []string `url:"DomainName,comma"`

	// StartTime is the start of the data, in UTC. Left out, the data cover the
	// previous day.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime by at most
	// 7 days.
	EndTime Time `url:"EndTime,omitempty" check:"after=StartTime,span=7d"`

	// SortBy is what the rankings are ordered by. Left out means by visits.
	SortBy SortBy `url:"SortBy,omitempty"`
}

// DescribeDomainSrcTopUrlVisitResponse is the answer of
// DescribeDomainSrcTopUrlVisit.
type DescribeDomainSrcTopUrlVisitResponse struct {
	Meta

	// DomainName is the queried domain, or several separated by commas.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data. There is no EndTime.
	StartTime Time `json:"StartTime"`

	// AllUrlList has the URLs most fetched from the origin, whatever their
	// status code.
	AllUrlList List[UrlList] `json:"AllUrlList"`

	// Url200List has the URLs most fetched that were answered with 2xx.
	Url200List List[UrlList] `json:"Url200List"`

	// Url300List has the URLs most fetched that were answered with 3xx.
	Url300List List[UrlList] `json:"Url300List"`

	// Url400List has the URLs most fetched that were answered with 4xx.
	Url400List List[UrlList] `json:"Url400List"`

	// Url500List has the URLs most fetched that were answered with 5xx.
	Url500List List[UrlList] `json:"Url500List"`
}

// ClientSortBy is what the ranking of DescribeDomainTopClientIpVisit is ordered
// by.
type ClientSortBy string

// The orders of the ranking of clients.
const (
	ClientSortByTraf ClientSortBy = "traf" // by traffic
	ClientSortByAcc  ClientSortBy = "acc"  // by requests
)

// DescribeDomainTopClientIpVisitRequest holds the parameters of
// DescribeDomainTopClientIpVisit.
type DescribeDomainTopClientIpVisitRequest struct {
	// DomainName lists the domains to query; how many are allowed is not
	// documented. Left out means all domains.
	DomainName []string `url:"DomainName,omitempty,comma"`

	// LocationNameEn lists regions, by NameEn of DescribeCdnRegionAndIsp. Left
	// out means all regions.
	LocationNameEn []string `url:"LocationNameEn,omitempty,comma"`

	// StartTime is the start of the data, in UTC, of the last 90 days. The data
	// are no finer than an hour. Give it together with EndTime; without both
	// the data cover the last 24 hours.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime"`

	// SortBy is what the ranking is ordered by. Left out means by traffic.
	SortBy ClientSortBy `url:"SortBy,omitempty"`

	// Limit is the number of clients to return, 1 to 100. Left out means 20.
	Limit int `url:"Limit,omitempty" check:"min=1,max=100"`
}

// DescribeDomainTopClientIpVisitResponse is the answer of
// DescribeDomainTopClientIpVisit.
type DescribeDomainTopClientIpVisitResponse struct {
	Meta

	// ClientIpList has the clients, in the order asked for.
	ClientIpList List[ClientIpList] `json:"ClientIpList"`
}

// ClientIpList is a client of a ranking.
type ClientIpList struct {
	// Rank is the place in the ranking, from 1.
	Rank Int `json:"Rank"`

	// ClientIp is the IPv4 address of the client.
	ClientIp string `json:"ClientIp"`

	// Acc is the number of requests.
	Acc Int `json:"Acc"`

	// Traffic is the traffic in bytes.
	Traffic Number `json:"Traffic"`
}

// DescribeDomainFileSizeProportionDataRequest holds the parameters of
// DescribeDomainFileSizeProportionData.
type DescribeDomainFileSizeProportionDataRequest struct {
	// DomainName is the domain to query, one only. Required.
	DomainName string `url:"DomainName"`

	// StartTime is the start of the data, in UTC, of the last 90 days. The
	// data are no finer than an hour. Give it together with EndTime; without
	// both the data cover the last 24 hours.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime by at most
	// 90 days.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=90d"`
}

// DescribeDomainFileSizeProportionDataResponse is the answer of
// DescribeDomainFileSizeProportionData.
type DescribeDomainFileSizeProportionDataResponse struct {
	Meta

	// DomainName is the queried domain.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// DataInterval is the time from one point to the next, in seconds: 3600 or
	// 86400. The service chooses it.
	DataInterval Int `json:"DataInterval"`

	// FileSizeProportionDataInterval has the shares of the file sizes of each
	// interval, not in the order of time.
	FileSizeProportionDataInterval List[DomainFileSizeProportionUsageData] `json:"FileSizeProportionDataInterval"`
}

// DomainFileSizeProportionUsageData has the shares of the file sizes of an
// interval.
type DomainFileSizeProportionUsageData struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value has the share of each class of file sizes.
	Value List[FileSizeProportionData] `json:"Value"`
}

// FileSizeProportionData is the share of a class of file sizes.
type FileSizeProportionData struct {
	// FileSize is the class of file sizes. The samples have <5K, <10K, <20K,
	// <50K, <100K, <1M and >1M, in no order.
	FileSize string `json:"FileSize"`

	// Proportion is the share of the class, in percent.
	Proportion Number `json:"Proportion"`
}

// DescribeDomainISPDataRequest holds the parameters of DescribeDomainISPData.
type DescribeDomainISPDataRequest struct {
	// DomainName is the domain to query, one only. Left out means all domains
	// of the user.
	DomainName string `url:"DomainName,omitempty"`

	// StartTime is the start of the data, of the last 90 days. Give it
	// together with EndTime; without both the data cover the last 24 hours.
	//
	// The reference calls the time Beijing time although it is written with a
	// trailing Z; today's documents call it UTC. [UTC] makes a time that is
	// written in UTC, [Beijing] one that is written as the wall clock of
	// Beijing. Make both times of a request the same way.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, later than StartTime by at most 90 days.
	// Its zone is read as that of StartTime.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=90d"`
}

// DescribeDomainISPDataResponse is the answer of DescribeDomainISPData.
type DescribeDomainISPDataResponse struct {
	Meta

	// DomainName is the queried domain.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data. It is written as the one of the
	// request: by the reference it is Beijing time, read here as UTC.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data. It is written as the one of the request:
	// by the reference it is Beijing time, read here as UTC.
	EndTime Time `json:"EndTime"`

	// DataInterval is the granularity of the data in seconds, always 86400,
	// which is a day.
	DataInterval Int `json:"DataInterval"`

	// Value has the share of each ISP.
	Value List[ISPProportionData] `json:"Value"`

	// ISPDataInterval has the shares of each interval where the service nests
	// them. It stands only in the reference's table: its sample and today's
	// service have Value.
	ISPDataInterval List[DomainISPUsageData] `json:"ISPDataInterval"`
}

// DomainISPUsageData has the shares of the ISPs of an interval.
type DomainISPUsageData struct {
	// Value has the share of each ISP.
	Value List[ISPProportionData] `json:"Value"`
}

// ISPShares has the shares of the ISPs on one day of a series.
type ISPShares struct {
	// TimeStamp is the start of the day.
	TimeStamp Time `json:"TimeStamp"`

	// Value has the share of each ISP.
	Value List[ISPProportionData] `json:"Value"`
}

// ISPProportionData is what the users of an ISP had.
type ISPProportionData struct {
	// ISP is the name of the ISP, in Chinese by the reference.
	ISP string `json:"ISP"`

	// IspEname is the English name of the ISP, such as unicom.
	IspEname string `json:"IspEname"`

	// Proportion is the share of the ISP, in percent.
	Proportion Number `json:"Proportion"`

	// TotalQuery is the number of requests.
	TotalQuery Int `json:"TotalQuery"`

	// TotalBytes is the traffic, in bytes by its name.
	TotalBytes Number `json:"TotalBytes"`

	// BytesProportion is the share of the traffic, in percent by the sample.
	BytesProportion Number `json:"BytesProportion"`

	// Bps is the bandwidth, in bit/s by its name.
	Bps Number `json:"Bps"`

	// Qps is the number of requests a second.
	Qps Number `json:"Qps"`

	// AvgObjectSize is the mean size of an answer, in bytes.
	AvgObjectSize Number `json:"AvgObjectSize"`

	// AvgResponseTime is the mean response time, in milliseconds.
	AvgResponseTime Number `json:"AvgResponseTime"`

	// AvgResponseRate is the mean speed of an answer, in bytes a millisecond.
	// DescribeDomainRegionData has another unit.
	AvgResponseRate Number `json:"AvgResponseRate"`

	// ReqErrRate is the share of the requests that failed. Its unit is not
	// documented.
	ReqErrRate Number `json:"ReqErrRate"`

	// ByteHitRate is the byte hit rate, in percent. Rounding may carry it a
	// little beyond 100. Only the reference has it.
	ByteHitRate Number `json:"ByteHitRate"`

	// ReqHitRate is the request hit rate, in percent. Only the reference has
	// it.
	ReqHitRate Number `json:"ReqHitRate"`
}

// DescribeDomainRegionDataRequest holds the parameters of
// DescribeDomainRegionData.
type DescribeDomainRegionDataRequest struct {
	// DomainName lists the domains to query; the reference knows one only.
	// Left out means all domains.
	DomainName []string `url:"DomainName,omitempty,comma"`

	// StartTime is the start of the data. Give it together with EndTime;
	// without both the data cover the last 24 hours.
	//
	// The reference calls the time Beijing time although it is written with a
	// trailing Z; today's documents call it UTC. [UTC] makes a time that is
	// written in UTC, [Beijing] one that is written as the wall clock of
	// Beijing. Make both times of a request the same way.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, later than StartTime by at most 90 days.
	// Its zone is read as that of StartTime.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=90d"`
}

// DescribeDomainRegionDataResponse is the answer of DescribeDomainRegionData.
type DescribeDomainRegionDataResponse struct {
	Meta

	// DomainName is the queried domain, or several separated by commas.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data. It is written as the one of the
	// request: by the reference it is Beijing time, read here as UTC. In the
	// reference's sample it is later than EndTime.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data. It is written as the one of the request:
	// by the reference it is Beijing time, read here as UTC.
	EndTime Time `json:"EndTime"`

	// DataInterval is the granularity of the data in seconds, always 86400,
	// which is a day.
	DataInterval Int `json:"DataInterval"`

	// Value has the share of each region.
	Value List[RegionProportionData] `json:"Value"`

	// RegionDataInterval has the shares of each interval where the service
	// nests them. It stands only in the reference's table: its sample and
	// today's service have Value.
	RegionDataInterval List[DomainRegionUsageData] `json:"RegionDataInterval"`
}

// DomainRegionUsageData has the shares of the regions of an interval.
type DomainRegionUsageData struct {
	// Value has the share of each region.
	Value List[RegionProportionData] `json:"Value"`
}

// RegionShares has the shares of the regions on one day of a series.
type RegionShares struct {
	// TimeStamp is the start of the day.
	TimeStamp Time `json:"TimeStamp"`

	// Value has the share of each region.
	Value List[RegionProportionData] `json:"Value"`
}

// RegionProportionData is what the users of a region had.
type RegionProportionData struct {
	// Region is the name of the region, in Chinese by the reference.
	Region string `json:"Region"`

	// RegionEname is the English name of the region, such as chongqing. It may
	// be empty.
	RegionEname string `json:"RegionEname"`

	// Proportion is the share of the visits, in percent: 90 means 90 %.
	Proportion Number `json:"Proportion"`

	// TotalQuery is the number of requests.
	TotalQuery Int `json:"TotalQuery"`

	// TotalBytes is the traffic, in bytes by its name.
	TotalBytes Number `json:"TotalBytes"`

	// BytesProportion is the share of the traffic, in percent: 90 means 90 %.
	BytesProportion Number `json:"BytesProportion"`

	// Bps is the bandwidth, in bit/s by its name.
	Bps Number `json:"Bps"`

	// Qps is the number of requests a second.
	Qps Number `json:"Qps"`

	// AvgObjectSize is the mean size of an answer, in bytes.
	AvgObjectSize Number `json:"AvgObjectSize"`

	// AvgResponseTime is the mean response time, in milliseconds.
	AvgResponseTime Number `json:"AvgResponseTime"`

	// AvgResponseRate is the mean speed of an answer: in byte/s by the
	// reference, in bit/s by today's documents. DescribeDomainISPData has
	// another unit, for values of the same size.
	AvgResponseRate Number `json:"AvgResponseRate"`

	// ReqErrRate is the share of the requests that failed, in percent: 90
	// means 90 %. The reference does not have it.
	ReqErrRate Number `json:"ReqErrRate"`
}

// DescribeDomainUvDataRequest holds the parameters of DescribeDomainUvData.
type DescribeDomainUvDataRequest struct {
	// DomainName is the domain to query, one only. It is flagged required, and
	// yet the reference says that leaving it out means all domains of the
	// user.
	DomainName string `url:"DomainName,omitempty"`

	// StartTime is the start of the data, in UTC, of the last 90 days. The
	// data are no finer than an hour. Give it together with EndTime; without
	// both the data cover the last 24 hours.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime by at most
	// 90 days.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=90d"`
}

// DescribeDomainUvDataResponse is the answer of DescribeDomainUvData.
type DescribeDomainUvDataResponse struct {
	Meta

	// DomainName is the queried domain.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// DataInterval is the time from one point to the next, in seconds, always
	// 3600.
	DataInterval Int `json:"DataInterval"`

	// UvDataInterval has the unique visitors of each interval, not in the
	// order of time.
	UvDataInterval List[DomainUvUsageData] `json:"UvDataInterval"`
}

// DomainUvUsageData has the unique visitors of an interval.
type DomainUvUsageData struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the number of unique visitors.
	Value Number `json:"Value"`
}

// DescribeDomainPvDataRequest holds the parameters of DescribeDomainPvData.
type DescribeDomainPvDataRequest struct {
	// DomainName is the domain to query, one only. It is flagged required, and
	// yet the reference says that leaving it out means all domains of the
	// user.
	DomainName string `url:"DomainName,omitempty"`

	// StartTime is the start of the data, in UTC, of the last 90 days. The
	// data are no finer than an hour. Give it together with EndTime; without
	// both the data cover the last 24 hours.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime by at most
	// 90 days.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=90d"`
}

// DescribeDomainPvDataResponse is the answer of DescribeDomainPvData.
type DescribeDomainPvDataResponse struct {
	Meta

	// DomainName is the queried domain.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// DataInterval is the time from one point to the next, in seconds: 3600 or
	// 86400. The service chooses it.
	DataInterval Int `json:"DataInterval"`

	// PvDataInterval has the page views of each interval, not in the order of
	// time.
	PvDataInterval List[DomainPvUsageData] `json:"PvDataInterval"`
}

// DomainPvUsageData has the page views of an interval.
type DomainPvUsageData struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the number of page views.
	Value Number `json:"Value"`
}
