package types

// Layer is the protocol whose requests count in DescribeDomainBpsDataByLayer,
// DescribeDomainQpsDataByLayer and DescribeDomainHttpCodeDataByLayer.
type Layer string

// The protocols of the network layer (IPv4, IPv6) and of the application layer
// (HTTP, HTTPS, QUIC).
const (
	// LayerIPv4 is IPv4. DescribeDomainHttpCodeDataByLayer may not know it: the
	// Chinese documents leave it out.
	LayerIPv4 Layer = "IPv4"
	// LayerIPv6 is IPv6. DescribeDomainHttpCodeDataByLayer may not know it: the
	// Chinese documents leave it out.
	LayerIPv6 Layer = "IPv6"
	// LayerHttp is HTTP.
	LayerHttp Layer = "http"
	// LayerHttps is HTTPS.
	LayerHttps Layer = "https"
	// LayerQuic is QUIC.
	LayerQuic Layer = "quic"
	// LayerAll is every protocol, the default.
	LayerAll Layer = "all"
)

// DescribeDomainBpsDataByLayerRequest holds the parameters of
// DescribeDomainBpsDataByLayer.
type DescribeDomainBpsDataByLayerRequest struct {
	// DomainName names the domains, at most 500. Left out: all domains, merged
	// into one series.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC. Left out together with
	// EndTime: the last 24 hours. How far back it may lie depends on Interval.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC and later than StartTime. Give
	// both or neither. The span is limited by Interval, to 366 days at most.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`

	// Interval is the granularity. For Interval86400 the Chinese documents
	// allow a span of 90 days, the English ones 366.
	Interval Interval `url:"Interval,omitempty"`

	// LocationNameEn is a region, by a NameEn of DescribeCdnRegionAndIsp.
	// Left out: all regions.
	LocationNameEn string `url:"LocationNameEn,omitempty"`

	// IspNameEn is an ISP, by a NameEn of DescribeCdnRegionAndIsp. Left out:
	// all ISPs.
	IspNameEn string `url:"IspNameEn,omitempty"`

	// Layer is the protocol to count. Left out: all.
	Layer Layer `url:"Layer,omitempty"`
}

// DescribeDomainBpsDataByLayerResponse is the answer of
// DescribeDomainBpsDataByLayer.
type DescribeDomainBpsDataByLayerResponse struct {
	Meta

	// BpsDataInterval has the bandwidth and the traffic of each interval.
	BpsDataInterval List[DomainBpsByLayerDataModule] `json:"BpsDataInterval"`

	// DataInterval is the number of seconds between two values.
	DataInterval Int `json:"DataInterval"`
}

// DomainBpsByLayerDataModule is the bandwidth and the traffic of one interval.
type DomainBpsByLayerDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the bandwidth in bit/s. It is documented as the peak; in the
	// vendor's sample it is the mean, 8 times TrafficValue divided by 300.
	Value Number `json:"Value"`

	// TrafficValue is the traffic in bytes.
	TrafficValue Number `json:"TrafficValue"`
}

// DescribeDomainQpsDataByLayerRequest holds the parameters of
// DescribeDomainQpsDataByLayer.
type DescribeDomainQpsDataByLayerRequest struct {
	// DomainName names the domains, at most 500. Left out: all domains, merged
	// into one series.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC. Left out together with
	// EndTime: the last 24 hours. How far back it may lie depends on Interval.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC and later than StartTime. Give
	// both or neither. The span is limited by Interval, to 366 days at most.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`

	// Interval is the granularity.
	Interval Interval `url:"Interval,omitempty"`

	// LocationNameEn is a region, by a NameEn of DescribeCdnRegionAndIsp.
	// Left out: all regions.
	LocationNameEn string `url:"LocationNameEn,omitempty"`

	// IspNameEn is an ISP, by a NameEn of DescribeCdnRegionAndIsp. Left out:
	// all ISPs.
	IspNameEn string `url:"IspNameEn,omitempty"`

	// Layer is the protocol to count. Left out: all.
	Layer Layer `url:"Layer,omitempty"`
}

// DescribeDomainQpsDataByLayerResponse is the answer of
// DescribeDomainQpsDataByLayer.
type DescribeDomainQpsDataByLayerResponse struct {
	Meta

	// DomainName names the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// DataInterval is the number of seconds between two values.
	DataInterval Int `json:"DataInterval"`

	// Layer is the protocol that was asked for.
	Layer Layer `json:"Layer"`

	// QpsDataInterval has the requests of each interval.
	QpsDataInterval List[DomainQpsByLayerDataModule] `json:"QpsDataInterval"`
}

// DomainQpsByLayerDataModule is the rate and the number of requests of one
// interval.
type DomainQpsByLayerDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the number of requests a second.
	Value Number `json:"Value"`

	// DomesticValue is the requests a second in mainland China.
	DomesticValue Number `json:"DomesticValue"`

	// OverseasValue is the requests a second outside mainland China.
	OverseasValue Number `json:"OverseasValue"`

	// AccValue is the number of requests in the interval.
	AccValue Number `json:"AccValue"`

	// AccDomesticValue is the number of requests in mainland China.
	AccDomesticValue Number `json:"AccDomesticValue"`

	// AccOverseasValue is the number of requests outside mainland China.
	AccOverseasValue Number `json:"AccOverseasValue"`
}

// DescribeDomainHttpCodeDataByLayerRequest holds the parameters of
// DescribeDomainHttpCodeDataByLayer.
type DescribeDomainHttpCodeDataByLayerRequest struct {
	// DomainName names the domains, at most 500. Left out: all domains, merged
	// into one series.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC. Left out together with
	// EndTime: the last 24 hours. How far back it may lie depends on Interval.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC and later than StartTime. Give
	// both or neither. The span is limited by Interval, to 366 days at most.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`

	// Interval is the granularity. For Interval86400 the Chinese documents
	// allow a span of 90 days, the English ones 366.
	Interval Interval `url:"Interval,omitempty"`

	// LocationNameEn is a region, by a NameEn of DescribeCdnRegionAndIsp.
	// Left out: all regions.
	LocationNameEn string `url:"LocationNameEn,omitempty"`

	// IspNameEn is an ISP, by a NameEn of DescribeCdnRegionAndIsp. Left out:
	// all ISPs.
	IspNameEn string `url:"IspNameEn,omitempty"`

	// Layer is the protocol to count. Left out: all. The Chinese documents
	// have no LayerIPv4 and LayerIPv6 here.
	Layer Layer `url:"Layer,omitempty"`
}

// DescribeDomainHttpCodeDataByLayerResponse is the answer of
// DescribeDomainHttpCodeDataByLayer.
type DescribeDomainHttpCodeDataByLayerResponse struct {
	Meta

	// HttpCodeDataInterval has the status codes of each interval.
	HttpCodeDataInterval List[DomainHttpCodeByLayerDataModule] `json:"HttpCodeDataInterval"`

	// DataInterval is the number of seconds between two values.
	DataInterval Int `json:"DataInterval"`
}

// DomainHttpCodeByLayerDataModule is the HTTP status codes of one interval.
type DomainHttpCodeByLayerDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the number of answers by status code.
	Value HttpCodeCounts `json:"Value"`

	// TotalValue is the number of answers of all status codes.
	TotalValue Number `json:"TotalValue"`
}

// DetailField is a figure that DescribeDomainDetailDataByLayer returns.
type DetailField string

// The figures of DescribeDomainDetailDataByLayer.
const (
	DetailFieldBps      DetailField = "bps"       // bandwidth
	DetailFieldQps      DetailField = "qps"       // requests a second
	DetailFieldTraf     DetailField = "traf"      // traffic
	DetailFieldAcc      DetailField = "acc"       // requests
	DetailFieldIpv6Bps  DetailField = "ipv6_bps"  // bandwidth over IPv6
	DetailFieldIpv6Qps  DetailField = "ipv6_qps"  // requests a second over IPv6
	DetailFieldIpv6Traf DetailField = "ipv6_traf" // traffic over IPv6
	DetailFieldIpv6Acc  DetailField = "ipv6_acc"  // requests over IPv6
	DetailFieldHttpCode DetailField = "http_code" // status codes
)

// DescribeDomainDetailDataByLayerRequest holds the parameters of
// DescribeDomainDetailDataByLayer.
type DescribeDomainDetailDataByLayerRequest struct {
	// Field lists the figures to return. Required.
	Field []DetailField `url:"Field,comma"`

	// DomainName lists the domains, at most 30. Required.
	DomainName []string `url:"DomainName,comma" check:"max=30"`

	// StartTime is the start of the data, in UTC, at most 93 days ago.
	// Required.
	StartTime Time `url:"StartTime"`

	// EndTime is the end of the data, in UTC, later than StartTime by at most
	// 1 hour. Required.
	EndTime Time `url:"EndTime" check:"after=StartTime,span=1h"`

	// LocationNameEn is a region, by a NameEn of DescribeCdnRegionAndIsp.
	// Left out: all regions.
	LocationNameEn string `url:"LocationNameEn,omitempty"`

	// IspNameEn is an ISP, by a NameEn of DescribeCdnRegionAndIsp. Left out:
	// all ISPs.
	IspNameEn string `url:"IspNameEn,omitempty"`

	// Layer is the protocol to count. Left out: all.
	Layer DataProtocol `url:"Layer,omitempty"`
}

// DescribeDomainDetailDataByLayerResponse is the answer of
// DescribeDomainDetailDataByLayer.
type DescribeDomainDetailDataByLayerResponse struct {
	Meta

	// Data has the figures of each domain and interval of 5 minutes.
	Data List[DomainDetailByLayerDataModule] `json:"Data"`
}

// DomainDetailByLayerDataModule is the figures of a domain in one interval. Those
// that were not asked for need not be set.
type DomainDetailByLayerDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// Bps is the bandwidth in bit/s.
	Bps Number `json:"Bps"`

	// Qps is the number of requests a second.
	Qps Number `json:"Qps"`

	// Traf is the traffic in bytes.
	Traf Number `json:"Traf"`

	// Acc is the number of requests.
	Acc Number `json:"Acc"`

	// Ipv6Bps is the bandwidth over IPv6, in bit/s.
	Ipv6Bps Number `json:"Ipv6Bps"`

	// Ipv6Qps is the number of requests a second over IPv6.
	Ipv6Qps Number `json:"Ipv6Qps"`

	// Ipv6Traf is the traffic over IPv6, in bytes.
	Ipv6Traf Number `json:"Ipv6Traf"`

	// Ipv6Acc is the number of requests over IPv6.
	Ipv6Acc Number `json:"Ipv6Acc"`

	// HttpCode is the number of answers by status code.
	HttpCode HttpCodeCounts `json:"HttpCode"`
}
