package types

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Interval is the granularity of a series of measured values. The span that
// is asked for decides which ones the service accepts; for one that it does
// not accept it uses a default.
type Interval string

// The granularities of a series. The limits of span and age are those of
// today's service; the reference accepts Interval300 below 3 days,
// Interval3600 below 31 days and Interval86400 always, 90 days back.
const (
	// Interval300 is one value for 5 minutes: spans of up to 3 days, 93 days
	// back, 15 minutes late.
	Interval300 Interval = "300"
	// Interval3600 is one value an hour: spans of up to 31 days, 186 days
	// back, 4 hours late.
	Interval3600 Interval = "3600"
	// Interval86400 is one value a day: spans of up to 366 days, 366 days
	// back, ready at 04:00 of the next day.
	Interval86400 Interval = "86400"
)

// DomainType is the kind of content that DescribeDomainAverageResponseTime
// covers.
type DomainType string

// DomainTypeDynamic covers dynamic and static content; without it only static
// content counts.
const DomainTypeDynamic DomainType = "dynamic"

// DescribeDomainBpsDataRequest holds the parameters of DescribeDomainBpsData.
type DescribeDomainBpsDataRequest struct {
	// DomainName names the domains, at most 500 (a limit of today's service).
	// Left out: all domains, merged into one series.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC and in steps of 5 minutes.
	// Left out together with EndTime: the last 24 hours. How far back it may
	// lie depends on Interval; the reference says 90 days.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC and later than StartTime. Give
	// both or neither. The reference allows a span of 90 days, today's
	// service up to 366 days, depending on Interval.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`

	// Interval is the granularity. Left out, or not accepted for the span:
	// a default that the reference does not name.
	Interval Interval `url:"Interval,omitempty"`

	// LocationNameEn is a region, by a NameEn of DescribeCdnRegionAndIsp.
	// Left out: all regions.
	LocationNameEn string `url:"LocationNameEn,omitempty"`

	// IspNameEn is an ISP, by a NameEn of DescribeCdnRegionAndIsp. Left out:
	// all ISPs.
	IspNameEn string `url:"IspNameEn,omitempty"`
}

// DescribeDomainBpsDataResponse is the answer of DescribeDomainBpsData.
type DescribeDomainBpsDataResponse struct {
	Meta

	// BpsDataPerInterval has the bandwidth of each interval. The order of
	// time is not promised.
	BpsDataPerInterval List[DomainBpsDataModule] `json:"BpsDataPerInterval"`

	// DomainName names the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// DataInterval is the number of seconds between two values.
	DataInterval Int `json:"DataInterval"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data. The service may cut it to a whole
	// interval.
	EndTime Time `json:"EndTime"`

	// LocationNameEn is the region that was asked for.
	LocationNameEn string `json:"LocationNameEn"`

	// IspNameEn is the ISP that was asked for.
	IspNameEn string `json:"IspNameEn"`
}

// DomainBpsDataModule is the bandwidth of one interval. The values for
// mainland China and overseas are not set when a region or an ISP was asked
// for.
type DomainBpsDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the bandwidth in bit/s.
	Value Number `json:"Value"`

	// DomesticValue is the part in mainland China, in bit/s.
	DomesticValue Number `json:"DomesticValue"`

	// OverseasValue is the part outside mainland China, in bit/s.
	OverseasValue Number `json:"OverseasValue"`

	// HttpsValue is the HTTPS bandwidth of the edge nodes, in bit/s.
	HttpsValue Number `json:"HttpsValue"`

	// HttpsDomesticValue is the HTTPS bandwidth of the edge nodes in mainland
	// China, in bit/s.
	HttpsDomesticValue Number `json:"HttpsDomesticValue"`

	// HttpsOverseasValue is the HTTPS bandwidth of the edge nodes outside
	// mainland China, in bit/s.
	HttpsOverseasValue Number `json:"HttpsOverseasValue"`
}

// DescribeDomainTrafficDataRequest holds the parameters of
// DescribeDomainTrafficData.
type DescribeDomainTrafficDataRequest struct {
	// DomainName names the domains, at most 500 (a limit of today's service).
	// Left out: all domains, merged into one series.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC and in steps of 5 minutes.
	// Left out together with EndTime: the last 24 hours. How far back it may
	// lie depends on Interval; the reference says 90 days.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC and later than StartTime. Give
	// both or neither. The reference allows a span of 90 days, today's
	// service up to 366 days, depending on Interval.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`

	// Interval is the granularity. Left out, or not accepted for the span:
	// a default that the reference does not name.
	Interval Interval `url:"Interval,omitempty"`

	// LocationNameEn is a region, by a NameEn of DescribeCdnRegionAndIsp.
	// Left out: all regions.
	LocationNameEn string `url:"LocationNameEn,omitempty"`

	// IspNameEn is an ISP, by a NameEn of DescribeCdnRegionAndIsp. Left out:
	// all ISPs.
	IspNameEn string `url:"IspNameEn,omitempty"`
}

// DescribeDomainTrafficDataResponse is the answer of
// DescribeDomainTrafficData.
type DescribeDomainTrafficDataResponse struct {
	Meta

	// DomainName names the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// DataInterval is the number of seconds between two values.
	DataInterval Int `json:"DataInterval"`

	// TrafficDataPerInterval has the traffic of each interval. The order of
	// time is not promised.
	TrafficDataPerInterval List[DomainTrafficDataModule] `json:"TrafficDataPerInterval"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`
}

// DomainTrafficDataModule is the traffic of one interval. Value need not be
// the sum of the parts: the reference shows a total beside parts that are 0.
type DomainTrafficDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the traffic in bytes.
	Value Number `json:"Value"`

	// DomesticValue is the part in mainland China, in bytes.
	DomesticValue Number `json:"DomesticValue"`

	// OverseasValue is the part outside mainland China, in bytes.
	OverseasValue Number `json:"OverseasValue"`

	// HttpsValue is the HTTPS traffic of the edge nodes, in bytes.
	HttpsValue Number `json:"HttpsValue"`

	// HttpsDomesticValue is the HTTPS traffic of the edge nodes in mainland
	// China, in bytes.
	HttpsDomesticValue Number `json:"HttpsDomesticValue"`

	// HttpsOverseasValue is the HTTPS traffic of the edge nodes outside
	// mainland China, in bytes.
	HttpsOverseasValue Number `json:"HttpsOverseasValue"`
}

// DescribeDomainQpsDataRequest holds the parameters of DescribeDomainQpsData.
type DescribeDomainQpsDataRequest struct {
	// DomainName names the domains, at most 500 (a limit of today's service).
	// Left out: all domains, merged into one series.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC and in steps of 5 minutes.
	// Left out together with EndTime: the last 24 hours. How far back it may
	// lie depends on Interval; the reference says 90 days.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC and later than StartTime. Give
	// both or neither. The reference allows a span of 90 days, today's
	// service up to 366 days, depending on Interval.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`

	// Interval is the granularity. Left out, or not accepted for the span:
	// a default that the reference does not name.
	Interval Interval `url:"Interval,omitempty"`

	// LocationNameEn is a region, by a NameEn of DescribeCdnRegionAndIsp.
	// Left out: all regions.
	LocationNameEn string `url:"LocationNameEn,omitempty"`

	// IspNameEn is an ISP, by a NameEn of DescribeCdnRegionAndIsp. Left out:
	// all ISPs.
	IspNameEn string `url:"IspNameEn,omitempty"`
}

// DescribeDomainQpsDataResponse is the answer of DescribeDomainQpsData.
type DescribeDomainQpsDataResponse struct {
	Meta

	// QpsDataInterval has the requests of each interval, in no promised order
	// of time.
	QpsDataInterval List[DomainQpsDataModule] `json:"QpsDataInterval"`

	// DomainName names the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// DataInterval is the number of seconds between two values.
	DataInterval Int `json:"DataInterval"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`
}

// DomainQpsDataModule is the rate and the number of requests of one interval.
// Value need not be the sum of the parts: the reference shows a total beside
// parts that are 0. The service may leave parts out.
type DomainQpsDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the mean number of requests a second.
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

	// HttpsValue is the HTTPS requests a second at the edge nodes.
	HttpsValue Number `json:"HttpsValue"`

	// HttpsDomesticValue is the HTTPS requests a second at the edge nodes in
	// mainland China.
	HttpsDomesticValue Number `json:"HttpsDomesticValue"`

	// HttpsOverseasValue is the HTTPS requests a second at the edge nodes
	// outside mainland China.
	HttpsOverseasValue Number `json:"HttpsOverseasValue"`

	// HttpsAccValue is the number of HTTPS requests at the edge nodes.
	HttpsAccValue Number `json:"HttpsAccValue"`

	// HttpsAccDomesticValue is the number of HTTPS requests at the edge nodes
	// in mainland China.
	HttpsAccDomesticValue Number `json:"HttpsAccDomesticValue"`

	// HttpsAccOverseasValue is the number of HTTPS requests at the edge nodes
	// outside mainland China.
	HttpsAccOverseasValue Number `json:"HttpsAccOverseasValue"`
}

// DescribeDomainHitRateDataRequest holds the parameters of
// DescribeDomainHitRateData.
type DescribeDomainHitRateDataRequest struct {
	// DomainName names the domains, at most 500 today; the reference allows
	// several in one place and only one in another. Left out: all domains.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC and in steps of 5 minutes.
	// Left out together with EndTime: the last 24 hours. How far back it may
	// lie depends on Interval; the reference says 90 days.
	StartTime Time `url:"StartTime,omitempty"`

	// Interval is the granularity. Left out, or not accepted for the span:
	// a default that the reference does not name.
	Interval Interval `url:"Interval,omitempty"`

	// EndTime is the end of the data, in UTC, in steps of 5 minutes and later
	// than StartTime. Give both or neither. The reference allows a span of 90
	// days, today's service up to 366 days, depending on Interval.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`
}

// DescribeDomainHitRateDataResponse is the answer of
// DescribeDomainHitRateData.
type DescribeDomainHitRateDataResponse struct {
	Meta

	// DomainName names the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// DataInterval is the number of seconds between two values.
	DataInterval Int `json:"DataInterval"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// HitRateInterval has the byte hit rate of each interval, in no promised
	// order of time.
	HitRateInterval List[DomainHitRateDataModule] `json:"HitRateInterval"`
}

// DomainHitRateDataModule is the byte hit rate of one interval.
type DomainHitRateDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the share of bytes served from the cache, in percent.
	Value Number `json:"Value"`

	// HttpsValue is the same of HTTPS alone, in percent.
	HttpsValue Number `json:"HttpsValue"`
}

// DescribeDomainReqHitRateDataRequest holds the parameters of
// DescribeDomainReqHitRateData.
type DescribeDomainReqHitRateDataRequest struct {
	// DomainName names the domains, at most 500 (a limit of today's service).
	// Left out: all domains.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC and in steps of 5 minutes.
	// Left out together with EndTime: the last 24 hours. How far back it may
	// lie depends on Interval; the reference says 90 days.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC and later than StartTime. Give
	// both or neither. The reference allows a span of 90 days, today's
	// service up to 366 days, depending on Interval.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`

	// Interval is the granularity. Left out, or not accepted for the span:
	// a default that the reference does not name.
	Interval Interval `url:"Interval,omitempty"`
}

// DescribeDomainReqHitRateDataResponse is the answer of
// DescribeDomainReqHitRateData.
type DescribeDomainReqHitRateDataResponse struct {
	Meta

	// DomainName names the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// DataInterval is the number of seconds between two values.
	DataInterval Int `json:"DataInterval"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// ReqHitRateInterval has the request hit rate of each interval, in no
	// promised order of time.
	ReqHitRateInterval List[DomainReqHitRateDataModule] `json:"ReqHitRateInterval"`
}

// DomainReqHitRateDataModule is the request hit rate of one interval.
type DomainReqHitRateDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the share of requests served from the cache, in percent.
	Value Number `json:"Value"`

	// HttpsValue is the same of HTTPS alone, in percent.
	HttpsValue Number `json:"HttpsValue"`
}

// DescribeDomainHttpCodeDataRequest holds the parameters of
// DescribeDomainHttpCodeData.
type DescribeDomainHttpCodeDataRequest struct {
	// DomainName names the domains, at most 500 (a limit of today's service).
	// The reference requires it, today's service does not.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC and in steps of 5 minutes.
	// Left out together with EndTime: the last 24 hours. How far back it may
	// lie depends on Interval; the reference says 90 days.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC and later than StartTime. Give
	// both or neither. The reference allows a span of 90 days, today's
	// service up to 366 days, depending on Interval.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`

	// Interval is the granularity. Left out, or not accepted for the span:
	// a default that the reference does not name.
	Interval Interval `url:"Interval,omitempty"`

	// IspNameEn is an ISP, by a NameEn of DescribeCdnRegionAndIsp. Left out:
	// all ISPs. The reference does not have it yet.
	IspNameEn string `url:"IspNameEn,omitempty"`

	// LocationNameEn is a region, by a NameEn of DescribeCdnRegionAndIsp.
	// Left out: all regions. The reference does not have it yet.
	LocationNameEn string `url:"LocationNameEn,omitempty"`
}

// DescribeDomainHttpCodeDataResponse is the answer of
// DescribeDomainHttpCodeData.
type DescribeDomainHttpCodeDataResponse struct {
	Meta

	// HttpCodeData has the shares of the status codes of each interval, in no
	// promised order of time. Intervals begin at whole multiples of their
	// length, the first one possibly before StartTime.
	HttpCodeData List[DomainHttpCodeUsageData] `json:"HttpCodeData"`

	// DataInterval is the number of seconds between two values. The reference
	// calls it fixed at 300 although Interval allows more.
	DataInterval Int `json:"DataInterval"`

	// DomainName names the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`
}

// DomainHttpCodeUsageData is the HTTP status codes of one interval.
type DomainHttpCodeUsageData struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value has the share of each status code.
	Value List[CodeProportionData] `json:"Value"`
}

// CodeProportionData is the share of one HTTP status code.
type CodeProportionData struct {
	// Proportion is the share of the answers, in percent.
	Proportion Number `json:"Proportion"`

	// Code is the HTTP status code, such as 200.
	Code string `json:"Code"`

	// Count is the number of answers. The reference documents it but does not
	// show it; it is 0 where the service leaves it out.
	Count Int `json:"Count"`
}

// DescribeDomainSrcBpsDataRequest holds the parameters of
// DescribeDomainSrcBpsData.
type DescribeDomainSrcBpsDataRequest struct {
	// DomainName names the domains, at most 500 (a limit of today's service).
	// Left out: all domains, merged into one series.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC and in steps of 5 minutes.
	// Left out together with EndTime: the last 24 hours. How far back it may
	// lie depends on Interval; the reference says 90 days.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC and later than StartTime. Give
	// both or neither. The reference allows a span of 90 days, today's
	// service up to 366 days, depending on Interval.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`

	// Interval is the granularity. Left out, or not accepted for the span:
	// a default that the reference does not name.
	Interval Interval `url:"Interval,omitempty"`

	// LocationNameEn is a region, by a NameEn of DescribeCdnRegionAndIsp.
	// Left out: all regions. Today's service does not have it any more.
	LocationNameEn string `url:"LocationNameEn,omitempty"`

	// IspNameEn is an ISP, by a NameEn of DescribeCdnRegionAndIsp. Left out:
	// all ISPs. Today's service does not have it any more.
	IspNameEn string `url:"IspNameEn,omitempty"`
}

// DescribeDomainSrcBpsDataResponse is the answer of DescribeDomainSrcBpsData.
type DescribeDomainSrcBpsDataResponse struct {
	Meta

	// DomainName names the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// DataInterval is the number of seconds between two values.
	DataInterval Int `json:"DataInterval"`

	// SrcBpsDataPerInterval has the bandwidth to the origin of each interval,
	// in no promised order of time.
	SrcBpsDataPerInterval List[DomainSrcBpsDataModule] `json:"SrcBpsDataPerInterval"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`
}

// DomainSrcBpsDataModule is the bandwidth to the origin of one interval.
type DomainSrcBpsDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the bandwidth in bit/s.
	Value Number `json:"Value"`

	// HttpsValue is the same of HTTPS alone, in bit/s.
	HttpsValue Number `json:"HttpsValue"`
}

// DescribeDomainSrcTrafficDataRequest holds the parameters of
// DescribeDomainSrcTrafficData.
type DescribeDomainSrcTrafficDataRequest struct {
	// DomainName names the domains, at most 500 (a limit of today's service).
	// Left out: all domains, merged into one series.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC and in steps of 5 minutes.
	// Left out together with EndTime: the last 24 hours. How far back it may
	// lie depends on Interval; the reference says 90 days.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC and later than StartTime. Give
	// both or neither. The reference allows a span of 90 days, today's
	// service up to 366 days, depending on Interval.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`

	// Interval is the granularity. Left out, or not accepted for the span:
	// a default that the reference does not name.
	Interval Interval `url:"Interval,omitempty"`
}

// DescribeDomainSrcTrafficDataResponse is the answer of
// DescribeDomainSrcTrafficData.
type DescribeDomainSrcTrafficDataResponse struct {
	Meta

	// DomainName names the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// DataInterval is the number of seconds between two values.
	DataInterval Int `json:"DataInterval"`

	// SrcFlowDataPerInterval has the traffic to the origin of each interval,
	// in no promised order of time. It is also read from
	// SrcTrafficDataPerInterval, as today's service calls it.
	SrcFlowDataPerInterval List[DomainSrcTrafficDataModule] `json:"SrcFlowDataPerInterval"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`
}

// UnmarshalJSONFrom reads the answer with the series under its name in the
// reference or under that of today's service.
func (r *DescribeDomainSrcTrafficDataResponse) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	type plain DescribeDomainSrcTrafficDataResponse
	var answer struct {
		plain
		SrcTrafficDataPerInterval List[DomainSrcTrafficDataModule] `json:"SrcTrafficDataPerInterval"`
	}
	if err := json.UnmarshalDecode(dec, &answer); err != nil {
		return err
	}
	*r = DescribeDomainSrcTrafficDataResponse(answer.plain)
	if len(r.SrcFlowDataPerInterval) == 0 {
		r.SrcFlowDataPerInterval = answer.SrcTrafficDataPerInterval
	}
	return nil
}

// DomainSrcTrafficDataModule is the traffic to the origin of one interval.
type DomainSrcTrafficDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the traffic, in bytes today; the reference says bit.
	Value Number `json:"Value"`

	// HttpsValue is the same of HTTPS alone.
	HttpsValue Number `json:"HttpsValue"`
}

// DescribeDomainSrcQpsDataRequest holds the parameters of
// DescribeDomainSrcQpsData.
type DescribeDomainSrcQpsDataRequest struct {
	// DomainName names the domains; how many are allowed is not documented.
	// Left out: all domains, merged into one series.
	DomainName []string `url:"DomainName,omitempty,comma"`

	// StartTime is the start of the data, in UTC. Left out together with
	// EndTime: the last 24 hours. How far back it may lie depends on Interval.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC and later than StartTime. Give
	// both or neither. The span is limited by Interval, to 366 days at most.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`

	// Interval is the granularity.
	Interval Interval `url:"Interval,omitempty"`
}

// DescribeDomainSrcQpsDataResponse is the answer of DescribeDomainSrcQpsData.
type DescribeDomainSrcQpsDataResponse struct {
	Meta

	// DomainName names the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// DataInterval is the number of seconds between two values.
	DataInterval Int `json:"DataInterval"`

	// SrcQpsDataPerInterval has the requests to the origin of each interval.
	SrcQpsDataPerInterval List[DomainSrcQpsDataModule] `json:"SrcQpsDataPerInterval"`
}

// DomainSrcQpsDataModule is the requests to the origin in one interval.
type DomainSrcQpsDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the number of requests to the origin a second.
	Value Number `json:"Value"`
}

// DescribeDomainSrcHttpCodeDataRequest holds the parameters of
// DescribeDomainSrcHttpCodeData.
type DescribeDomainSrcHttpCodeDataRequest struct {
	// DomainName names the domains, at most 500 (a limit of today's service).
	// The reference requires it, today's service does not.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC and in steps of 5 minutes.
	// Left out together with EndTime: the last 24 hours. How far back it may
	// lie depends on Interval; the reference says 90 days.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC and later than StartTime. Give
	// both or neither. The reference allows a span of 90 days, today's
	// service up to 366 days, depending on Interval.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=366d"`

	// Interval is the granularity. Left out, or not accepted for the span:
	// a default that the reference does not name.
	Interval Interval `url:"Interval,omitempty"`
}

// DescribeDomainSrcHttpCodeDataResponse is the answer of
// DescribeDomainSrcHttpCodeData.
type DescribeDomainSrcHttpCodeDataResponse struct {
	Meta

	// HttpCodeData has the shares of the origin's status codes of each
	// interval, in no promised order of time. Intervals begin at whole
	// multiples of their length, the first one possibly before StartTime.
	HttpCodeData List[DomainSrcHttpCodeUsageData] `json:"HttpCodeData"`

	// DataInterval is the number of seconds between two values. The reference
	// calls it fixed at 300 although Interval allows more.
	DataInterval Int `json:"DataInterval"`

	// DomainName names the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`
}

// DomainSrcHttpCodeUsageData is the HTTP status codes of the origin in one
// interval.
type DomainSrcHttpCodeUsageData struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value has the share of each status code.
	Value List[CodeProportionData] `json:"Value"`
}

// DescribeDomainAverageResponseTimeRequest holds the parameters of
// DescribeDomainAverageResponseTime.
type DescribeDomainAverageResponseTimeRequest struct {
	// DomainName names the domains, at most 500 (a limit of today's service).
	// Left out: all domains, merged into one series.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC and in steps of 5 minutes,
	// at most 90 days ago. Left out together with EndTime: the last 24 hours.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime by at most
	// 90 days. Give both or neither.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=90d"`

	// TimeMerge lets the service choose the granularity that suits StartTime
	// and EndTime. Give either TimeMerge or Interval.
	TimeMerge bool `url:"TimeMerge,omitempty,int"`

	// Interval is the granularity. By default it is Interval300 for spans
	// below 3 days, Interval3600 below 31 days and Interval86400 beyond.
	Interval Interval `url:"Interval,omitempty"`

	// DomainType chooses the kind of content. Left out: static content only.
	// The reference does not have it yet.
	DomainType DomainType `url:"DomainType,omitempty"`

	// IspNameEn is an ISP, by a NameEn of DescribeCdnRegionAndIsp. Left out:
	// all ISPs. The reference does not have it yet.
	IspNameEn string `url:"IspNameEn,omitempty"`

	// LocationNameEn is a region, by a NameEn of DescribeCdnRegionAndIsp.
	// Left out: all regions. The reference does not have it yet.
	LocationNameEn string `url:"LocationNameEn,omitempty"`
}

// DescribeDomainAverageResponseTimeResponse is the answer of
// DescribeDomainAverageResponseTime.
type DescribeDomainAverageResponseTimeResponse struct {
	Meta

	// DomainName names the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// DataInterval is the number of seconds between two values.
	DataInterval Int `json:"DataInterval"`

	// AvgRTPerInterval has the mean response time of each interval.
	AvgRTPerInterval List[DomainAverageResponseTimeDataModule] `json:"AvgRTPerInterval"`
}

// DomainAverageResponseTimeDataModule is the mean response time of one
// interval.
type DomainAverageResponseTimeDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the mean response time. The reference does not name its unit.
	Value Number `json:"Value"`
}

// DescribeDomainBpsDataByTimeStampRequest holds the parameters of
// DescribeDomainBpsDataByTimeStamp.
type DescribeDomainBpsDataByTimeStampRequest struct {
	// DomainName is the domain, only one. Required.
	DomainName string `url:"DomainName"`

	// LocationNames are the regions, by NameEn of DescribeCdnRegionAndIsp.
	// Required.
	LocationNames []string `url:"LocationNames,comma"`

	// IspNames are the ISPs, by NameEn of DescribeCdnRegionAndIsp. Required.
	IspNames []string `url:"IspNames,comma"`

	// TimePoint is the point in time, in UTC and in steps of 5 minutes.
	// Required.
	TimePoint Time `url:"TimePoint"`
}

// DescribeDomainBpsDataByTimeStampResponse is the answer of
// DescribeDomainBpsDataByTimeStamp.
type DescribeDomainBpsDataByTimeStampResponse struct {
	Meta

	// TimeStamp is the point in time. The service writes it here.
	TimeStamp Time `json:"TimeStamp"`

	// BpsDataList has the bandwidth of each region and ISP.
	BpsDataList List[BpsDataModel] `json:"BpsDataList"`

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// TimePoint is the point in time as the reference documents it. Answers
	// have TimeStamp in its place.
	TimePoint Time `json:"TimePoint"`
}

// BpsDataModel is the bandwidth in one region with one ISP.
type BpsDataModel struct {
	// LocationName is the region, capitalised otherwise than in the request
	// (Liaoning for liaoning).
	LocationName string `json:"LocationName"`

	// Bps is the bandwidth in bit/s.
	Bps Number `json:"Bps"`

	// IspName is the ISP.
	IspName string `json:"IspName"`

	// TimeStamp is the point in time. The reference does not have it yet.
	TimeStamp Time `json:"TimeStamp"`
}

// DescribeDomainsUsageByDayRequest holds the parameters of
// DescribeDomainsUsageByDay.
type DescribeDomainsUsageByDayRequest struct {
	// DomainName is the domain, only one. Left out: all domains of the
	// account.
	DomainName string `url:"DomainName,omitempty"`

	// StartTime is the start of the data, in UTC, at most 90 days ago. Left
	// out together with EndTime: the last 24 hours today, the last 7 days
	// according to the reference.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime by at most
	// 90 days. Give both or neither.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=90d"`
}

// DescribeDomainsUsageByDayResponse is the answer of
// DescribeDomainsUsageByDay.
type DescribeDomainsUsageByDayResponse struct {
	Meta

	// UsageTotal has the figures of the whole span.
	UsageTotal UsageTotal `json:"UsageTotal"`

	// DataInterval is the number of seconds between two values, always 86400.
	DataInterval Int `json:"DataInterval"`

	// UsageByDays has the figures of each day. The last one may reach beyond
	// EndTime.
	UsageByDays List[UsageByDay] `json:"UsageByDays"`

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`
}

// UsageTotal is the usage over a whole span. Its times come without a zone and
// are read as UTC; the reference names no zone.
type UsageTotal struct {
	// RequestHitRate is the share of requests served from the cache, in
	// percent.
	RequestHitRate Number `json:"RequestHitRate"`

	// MaxSrcBpsTime is the time of the highest bandwidth to the origin.
	MaxSrcBpsTime Time `json:"MaxSrcBpsTime"`

	// MaxBps is the highest bandwidth, in bit/s.
	MaxBps Number `json:"MaxBps"`

	// MaxSrcBps is the highest bandwidth to the origin, in bit/s.
	MaxSrcBps Number `json:"MaxSrcBps"`

	// TotalTraffic is the traffic. The reference does not name its unit, in
	// the other actions it is bytes.
	TotalTraffic Number `json:"TotalTraffic"`

	// TotalAccess is the number of requests.
	TotalAccess Int `json:"TotalAccess"`

	// MaxBpsTime is the time of the highest bandwidth.
	MaxBpsTime Time `json:"MaxBpsTime"`

	// BytesHitRate is the share of bytes served from the cache, in percent.
	BytesHitRate Number `json:"BytesHitRate"`
}

// UsageByDay is the usage of one day. Its times come without a zone and are
// read as UTC; the reference names no zone.
type UsageByDay struct {
	// TimeStamp is the day.
	TimeStamp Time `json:"TimeStamp"`

	// RequestHitRate is the share of requests served from the cache, in
	// percent.
	RequestHitRate Number `json:"RequestHitRate"`

	// MaxSrcBpsTime is the time of the highest bandwidth to the origin.
	MaxSrcBpsTime Time `json:"MaxSrcBpsTime"`

	// MaxSrcBps is the highest bandwidth to the origin, in bit/s.
	MaxSrcBps Number `json:"MaxSrcBps"`

	// MaxBps is the highest bandwidth, in bit/s.
	MaxBps Number `json:"MaxBps"`

	// TotalTraffic is the traffic. The reference does not name its unit, in
	// the other actions it is bytes.
	TotalTraffic Number `json:"TotalTraffic"`

	// TotalAccess is the number of requests.
	TotalAccess Int `json:"TotalAccess"`

	// MaxBpsTime is the time of the highest bandwidth.
	MaxBpsTime Time `json:"MaxBpsTime"`

	// Qps is the mean number of requests a second.
	Qps Number `json:"Qps"`

	// BytesHitRate is the share of bytes served from the cache, in percent.
	BytesHitRate Number `json:"BytesHitRate"`
}

// DescribeTopDomainsByFlowRequest holds the parameters of
// DescribeTopDomainsByFlow.
type DescribeTopDomainsByFlowRequest struct {
	// StartTime is the start of the data, in UTC and in steps of 5 minutes, at
	// most 90 days ago according to the reference, 30 days today. Left out
	// together with EndTime: the current month.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime by at most
	// 90 days. Give both or neither.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=90d"`

	// Limit is the number of domains to return, 1 to 100. Left out: 20.
	Limit int `url:"Limit,omitempty" check:"min=1,max=100"`
}

// DescribeTopDomainsByFlowResponse is the answer of DescribeTopDomainsByFlow.
type DescribeTopDomainsByFlowResponse struct {
	Meta

	// DomainCount is the number of domains of the account.
	DomainCount Int `json:"DomainCount"`

	// DomainOnlineCount is the number of domains of the account that are
	// running.
	DomainOnlineCount Int `json:"DomainOnlineCount"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// TopDomains has the domains, the one with the most traffic first.
	TopDomains List[TopDomain] `json:"TopDomains"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`
}

// TopDomain is a domain in the ranking by traffic.
type TopDomain struct {
	// MaxBps is the highest bandwidth, in bit/s.
	MaxBps Number `json:"MaxBps"`

	// Rank is the place in the ranking, from 1.
	Rank Int `json:"Rank"`

	// TrafficPercent is the share of the account's traffic, in percent.
	TrafficPercent Number `json:"TrafficPercent"`

	// TotalTraffic is the traffic. The reference does not name its unit, in
	// the other actions it is bytes.
	TotalTraffic Number `json:"TotalTraffic"`

	// TotalAccess is the number of requests.
	TotalAccess Int `json:"TotalAccess"`

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// MaxBpsTime is the time of the highest bandwidth, which the service
	// writes as Unix seconds.
	MaxBpsTime Time `json:"MaxBpsTime"`
}

// DescribeRangeDataByLocateAndIspServiceRequest holds the parameters of
// DescribeRangeDataByLocateAndIspService.
type DescribeRangeDataByLocateAndIspServiceRequest struct {
	// DomainNames is the domain, only one in spite of its name. Required.
	DomainNames string `url:"DomainNames"`

	// LocationNames are the regions, by NameEn of DescribeCdnRegionAndIsp.
	// The reference calls them optional and yet not empty.
	LocationNames []string `url:"LocationNames,omitempty,comma"`

	// IspNames are the ISPs, by NameEn of DescribeCdnRegionAndIsp. Today's
	// service takes one, the reference several; it calls them optional and
	// yet not empty.
	IspNames []string `url:"IspNames,omitempty,comma"`

	// StartTime is the start of the data, in UTC and in steps of 5 minutes.
	// Required.
	StartTime Time `url:"StartTime"`

	// EndTime is the end of the data, in UTC, in steps of 5 minutes and later
	// than StartTime: by at most 1 hour today, the reference has no limit.
	// Required.
	EndTime Time `url:"EndTime" check:"after=StartTime"`
}

// DescribeRangeDataByLocateAndIspServiceResponse is the answer of
// DescribeRangeDataByLocateAndIspService.
type DescribeRangeDataByLocateAndIspServiceResponse struct {
	Meta

	// JsonResult has the figures by time, region and ISP.
	JsonResult RangeData `json:"JsonResult"`

	// LocationAndISPInfoList is what the reference documents in place of
	// JsonResult. Answers do not have it.
	LocationAndISPInfoList LocationAndISPInfoList `json:"LocationAndISPInfoList"`
}

// LocationAndISPInfoList wraps the figures by region and ISP as the reference
// documents them.
type LocationAndISPInfoList struct {
	// LocationAndISPInfo has the figures.
	LocationAndISPInfo LocationAndISPInfo `json:"LocationAndISPInfo"`
}

// LocationAndISPInfo has the figures by region and ISP as the reference
// documents them.
type LocationAndISPInfo struct {
	// LocationAndISPJson is the figures as a JSON document, whose form the
	// reference leaves open.
	LocationAndISPJson string `json:"LocationAndISPJson"`
}

// DescribeCdnRegionAndIspRequest holds the parameters of
// DescribeCdnRegionAndIsp: none.
type DescribeCdnRegionAndIspRequest struct{}

// DescribeCdnRegionAndIspResponse is the answer of DescribeCdnRegionAndIsp.
type DescribeCdnRegionAndIspResponse struct {
	Meta

	// Isps are the ISPs that the monitoring actions know.
	Isps List[Isp] `json:"Isps"`

	// Regions are the regions that the monitoring actions know.
	Regions List[Region] `json:"Regions"`
}

// Isp is an internet service provider.
type Isp struct {
	// NameZh is the Chinese name.
	NameZh string `json:"NameZh"`

	// NameEn is the English name, which requests take as IspNameEn and
	// IspNames.
	NameEn string `json:"NameEn"`
}

// Region is a region of mainland China or of the world.
type Region struct {
	// NameZh is the Chinese name.
	NameZh string `json:"NameZh"`

	// NameEn is the English name, which requests take as LocationNameEn and
	// LocationNames.
	NameEn string `json:"NameEn"`
}

// DescribeL2VipsByDomainRequest holds the parameters of
// DescribeL2VipsByDomain.
type DescribeL2VipsByDomainRequest struct {
	// DomainName is the domain, only one. Required.
	DomainName string `url:"DomainName"`
}

// DescribeL2VipsByDomainResponse is the answer of DescribeL2VipsByDomain.
type DescribeL2VipsByDomainResponse struct {
	Meta

	// Vips are address blocks in CIDR notation, with bits set beyond the mask
	// (111.111.111.111/25). The reference calls them IP addresses.
	Vips List[string] `json:"Vips"`

	// DomainName is the domain.
	DomainName string `json:"DomainName"`
}
