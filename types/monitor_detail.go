package types

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// RealTimeDetailField is a figure that DescribeDomainRealTimeDetailData returns.
type RealTimeDetailField string

// The figures of DescribeDomainRealTimeDetailData.
const (
	RealTimeDetailFieldQps      RealTimeDetailField = "qps"       // requests a second
	RealTimeDetailFieldBps      RealTimeDetailField = "bps"       // bandwidth
	RealTimeDetailFieldHttpCode RealTimeDetailField = "http_code" // status codes
)

// DescribeDomainRealTimeDetailDataRequest holds the parameters of
// DescribeDomainRealTimeDetailData.
type DescribeDomainRealTimeDetailDataRequest struct {
	// DomainName lists the domains, at most 20. The English documents speak of
	// one. Required.
	DomainName []string `url:"DomainName,comma" check:"max=20"`

	// StartTime is the start of the data, in UTC, at most 7 days ago. Required.
	StartTime Time `url:"StartTime"`

	// EndTime is the end of the data, in UTC, later than StartTime by at most
	// 10 minutes. Required.
	EndTime Time `url:"EndTime" check:"after=StartTime,span=10m"`

	// Field lists the figures to return. Required.
	Field []RealTimeDetailField `url:"Field,comma"`

	// LocationNameEn is a region, by a NameEn of DescribeCdnRegionAndIsp.
	// Left out: all regions.
	LocationNameEn string `url:"LocationNameEn,omitempty"`

	// IspNameEn is an ISP, by a NameEn of DescribeCdnRegionAndIsp. Left out:
	// all ISPs.
	IspNameEn string `url:"IspNameEn,omitempty"`

	// Merge asks for sums in place of single values. What is added up is not
	// documented any closer.
	Merge bool `url:"Merge,omitempty"`

	// MergeLocIsp adds regions and ISPs up and leaves the domains apart.
	MergeLocIsp bool `url:"MergeLocIsp,omitempty"`
}

// DescribeDomainRealTimeDetailDataResponse is the answer of
// DescribeDomainRealTimeDetailData.
type DescribeDomainRealTimeDetailDataResponse struct {
	Meta

	// Data has the figures by minute, domain, region and ISP.
	Data RealTimeDetailData `json:"Data"`
}

// RealTimeDetailData is the figures that DescribeDomainRealTimeDetailData
// answers with: a JSON array, carried as a text. It is read from that text or
// from the array itself, and is written as the array.
//
//nolint:recvcheck // written as a value, read into a pointer
type RealTimeDetailData struct {
	// Points are the figures, in the order of the service.
	Points []RealTimeDetailPoint

	// Raw is the array as it came, for what the points do not cover. It is not
	// written, and empty where there was no array.
	Raw string
}

// RealTimeDetailPoint is the figures of a minute, by domain, region and ISP as
// far as the request does not merge them. What the service has no data of, it
// leaves out.
type RealTimeDetailPoint struct {
	// TimeStamp is the start of the minute.
	TimeStamp Time `json:"time_stp"`

	// DomainName is the domain.
	DomainName string `json:"domain_name,omitzero"`

	// Location is the region.
	Location string `json:"location,omitzero"`

	// Isp is the ISP.
	Isp string `json:"isp,omitzero"`

	// Qps is the number of requests a second.
	Qps Number `json:"qps,omitzero"`

	// Bps is the bandwidth in bit/s.
	Bps Number `json:"bps,omitzero"`

	// HttpCode is the number of answers by status code.
	HttpCode HttpCodeCounts `json:"http_code,omitzero"`
}

// MarshalJSON writes the array.
func (d RealTimeDetailData) MarshalJSON() ([]byte, error) {
	return json.Marshal(d.Points, json.Deterministic(true))
}

// UnmarshalJSONFrom reads the array, or a text that holds it. Null and "" stand
// for no data.
func (d *RealTimeDetailData) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	*d = RealTimeDetailData{}
	raw, err := readRaw(dec)
	if err != nil || raw == "" {
		return err
	}
	var points List[RealTimeDetailPoint]
	err = readText(dec, raw, func(dec *jsontext.Decoder) error { return json.UnmarshalDecode(dec, &points) })
	*d = RealTimeDetailData{Points: points, Raw: raw}
	return err
}

// DescribeDomainMultiUsageDataRequest holds the parameters of
// DescribeDomainMultiUsageData.
type DescribeDomainMultiUsageDataRequest struct {
	// DomainName lists the domains, at most 30; deleted ones too. Left out: all
	// domains of the account, each by itself.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=30"`

	// StartTime is the start of the data, in UTC, at most 90 days ago. Left out
	// together with EndTime: the last 10 minutes.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime by at most
	// 1 hour. What one of the two alone stands for is not documented.
	EndTime Time `url:"EndTime,omitempty" check:"after=StartTime,span=1h"`
}

// DescribeDomainMultiUsageDataResponse is the answer of
// DescribeDomainMultiUsageData.
type DescribeDomainMultiUsageDataResponse struct {
	Meta

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// TrafficPerInterval has the bandwidth of each interval, domain, area and
	// kind of request.
	TrafficPerInterval List[TrafficDataModule] `json:"TrafficPerInterval"`

	// RequestPerInterval has the requests of each interval, domain and kind.
	RequestPerInterval List[RequestDataModule] `json:"RequestPerInterval"`
}

// TrafficDataModule is the bandwidth of a domain in one interval of 5 minutes, in
// one area and for one kind of request.
type TrafficDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Domain is the domain.
	Domain string `json:"Domain"`

	// Area is the area, such as CN.
	Area UsageArea `json:"Area"`

	// Type is the kind of request: StaticHttps, DynamicHttps, DynamicHttp,
	// StaticQuic or DynamicQuic, among others. A sample of the vendor has
	// Simple, which the documents give to requests.
	Type string `json:"Type"`

	// Bps is the bandwidth in bit/s.
	Bps Number `json:"Bps"`
}

// RequestDataModule is the requests of a domain in one interval of 5 minutes, of
// one kind.
type RequestDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Domain is the domain.
	Domain string `json:"Domain"`

	// Type is the kind of request. The documents say that it is always Simple; a
	// sample of the vendor has the kinds of [TrafficDataModule].
	Type string `json:"Type"`

	// Request is the number of requests.
	Request Int `json:"Request"`
}

// MultiUsagePoint is what DescribeDomainMultiUsageData has of a domain in one
// interval of 5 minutes, for a series: the bandwidth of an area and a kind of
// request, or the requests of a kind.
type MultiUsagePoint struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Domain is the domain.
	Domain string `json:"Domain"`

	// Area is the area of a bandwidth, such as CN, and empty for requests.
	Area UsageArea `json:"Area"`

	// Type is the kind of request, of [TrafficDataModule] or
	// [RequestDataModule].
	Type string `json:"Type"`

	// Bps is the bandwidth in bit/s, not set for requests.
	Bps Number `json:"Bps"`

	// Request is the number of requests, not set for a bandwidth.
	Request Number `json:"Request"`
}
