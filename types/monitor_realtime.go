package types

// DescribeDomainRealTimeBpsDataRequest holds the parameters of
// DescribeDomainRealTimeBpsData.
type DescribeDomainRealTimeBpsDataRequest struct {
	// DomainName lists the domains to query, at most 500 today; the reference
	// knows one only. Required.
	DomainName []string `url:"DomainName,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC. Left out, the data start an
	// hour before EndTime, or an hour ago if that is left out too.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime. It may be
	// 31 days later today, 24 hours by the reference. Left out, the data cover
	// the hour from StartTime, or the last hour if that is left out too.
	EndTime Time `url:"EndTime,omitempty" check:"after=StartTime,span=31d"`

	// IspNameEn narrows the data to an ISP, by its NameEn of
	// DescribeCdnRegionAndIsp. Left out means all ISPs.
	IspNameEn string `url:"IspNameEn,omitempty"`

	// LocationNameEn narrows the data to a region, by its NameEn of
	// DescribeCdnRegionAndIsp. Left out means all regions.
	LocationNameEn string `url:"LocationNameEn,omitempty"`
}

// DescribeDomainRealTimeBpsDataResponse is the answer of
// DescribeDomainRealTimeBpsData.
type DescribeDomainRealTimeBpsDataResponse struct {
	Meta

	// Data is the bandwidth over time. Its order is not fixed: the reference's
	// sample is newest first.
	Data List[BpsModel] `json:"Data"`
}

// BpsModel is the bandwidth at a point in time.
type BpsModel struct {
	// TimeStamp is the time of the value, in UTC.
	TimeStamp Time `json:"TimeStamp"`

	// Bps is the bandwidth in bit/s.
	Bps Number `json:"Bps"`
}

// DescribeDomainRealTimeSrcBpsDataRequest holds the parameters of
// DescribeDomainRealTimeSrcBpsData.
type DescribeDomainRealTimeSrcBpsDataRequest struct {
	// DomainName lists the domains to query, at most 100 today. The reference
	// flags it required and yet says that leaving it out means all domains of
	// the user; today's service wants it.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=100"`

	// StartTime is the start of the data, in UTC. Give it together with
	// EndTime; without both the data cover the last hour.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime. It may be
	// 31 days later today, 24 hours by the reference.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=31d"`
}

// DescribeDomainRealTimeSrcBpsDataResponse is the answer of
// DescribeDomainRealTimeSrcBpsData.
type DescribeDomainRealTimeSrcBpsDataResponse struct {
	Meta

	// DomainName is the queried domain, or several separated by commas.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// DataInterval is the time from one point to the next, in seconds.
	DataInterval Int `json:"DataInterval"`

	// RealTimeSrcBpsDataPerInterval is the back-to-origin bandwidth of each
	// interval.
	RealTimeSrcBpsDataPerInterval List[DomainRealTimeSrcBpsDataModule] `json:"RealTimeSrcBpsDataPerInterval"`
}

// DomainRealTimeSrcBpsDataModule is the back-to-origin bandwidth of an
// interval.
type DomainRealTimeSrcBpsDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the back-to-origin bandwidth. Its unit is not documented; the
	// siblings of this action use bit/s.
	Value Number `json:"Value"`
}

// DescribeDomainRealTimeSrcHttpCodeDataRequest holds the parameters of
// DescribeDomainRealTimeSrcHttpCodeData.
type DescribeDomainRealTimeSrcHttpCodeDataRequest struct {
	// DomainName lists the domains to query, at most 100 today. The reference
	// flags it required and yet says that leaving it out means all domains of
	// the user; today's service wants it.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=100"`

	// StartTime is the start of the data, in UTC. Give it together with
	// EndTime. Without both the data cover the last hour; the introduction of
	// the reference says the last 24 hours.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime. It may be
	// 31 days later today, 24 hours by the reference.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=31d"`
}

// DescribeDomainRealTimeSrcHttpCodeDataResponse is the answer of
// DescribeDomainRealTimeSrcHttpCodeData.
type DescribeDomainRealTimeSrcHttpCodeDataResponse struct {
	Meta

	// DomainName is the queried domain, or several separated by commas.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data. In the reference's sample it is
	// earlier than requested.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// DataInterval is the time from one point to the next, in seconds: 60 by
	// the reference, depending on the span today.
	DataInterval Int `json:"DataInterval"`

	// RealTimeSrcHttpCodeData has the shares of the status codes of each
	// interval. Its order is not fixed: the reference's sample is newest
	// first.
	RealTimeSrcHttpCodeData List[DomainRealTimeSrcHttpCodeUsageData] `json:"RealTimeSrcHttpCodeData"`
}

// DomainRealTimeSrcHttpCodeUsageData has the status codes that the origin
// answered with during an interval.
type DomainRealTimeSrcHttpCodeUsageData struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value has the share of each status code.
	Value List[RealTimeSrcCodeProportionData] `json:"Value"`
}

// RealTimeSrcCodeProportionData is the share of a status code in the answers
// of the origin.
type RealTimeSrcCodeProportionData struct {
	// Code is the HTTP status code, such as 200.
	Code string `json:"Code"`

	// Proportion is the share of the status code, in percent.
	Proportion Number `json:"Proportion"`

	// Count is the number of answers with this status code. The reference does
	// not have it; where it is left out it reads as 0.
	Count Int `json:"Count"`
}

// DescribeDomainRealTimeSrcTrafficDataRequest holds the parameters of
// DescribeDomainRealTimeSrcTrafficData.
type DescribeDomainRealTimeSrcTrafficDataRequest struct {
	// DomainName lists the domains to query, at most 100 today. By the
	// reference leaving it out means all domains, merged into one series;
	// today's service wants it.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=100"`

	// StartTime is the start of the data, in UTC. Give it together with
	// EndTime; without both the data cover the last hour.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime. It may be
	// 31 days later today, 90 days by the reference.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=90d"`
}

// DescribeDomainRealTimeSrcTrafficDataResponse is the answer of
// DescribeDomainRealTimeSrcTrafficData.
type DescribeDomainRealTimeSrcTrafficDataResponse struct {
	Meta

	// DomainName is the queried domain, or several separated by commas.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// DataInterval is the time from one point to the next, in seconds.
	DataInterval Int `json:"DataInterval"`

	// RealTimeSrcTrafficDataPerInterval is the back-to-origin traffic of each
	// interval.
	RealTimeSrcTrafficDataPerInterval List[DomainRealTimeSrcTrafficDataModule] `json:"RealTimeSrcTrafficDataPerInterval"`
}

// DomainRealTimeSrcTrafficDataModule is the back-to-origin traffic of an
// interval.
type DomainRealTimeSrcTrafficDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the back-to-origin traffic. The reference says that it is in
	// bits, while DescribeDomainRealTimeTrafficData counts bytes.
	Value Number `json:"Value"`
}

// DescribeDomainRealTimeByteHitRateDataRequest holds the parameters of
// DescribeDomainRealTimeByteHitRateData.
type DescribeDomainRealTimeByteHitRateDataRequest struct {
	// DomainName lists the domains to query, at most 100 today; the reference
	// knows one only. Required.
	DomainName []string `url:"DomainName,comma" check:"max=100"`

	// StartTime is the start of the data, in UTC. Left out, the data start an
	// hour before EndTime. The reference does not say what leaving out both
	// means; its siblings then cover the last hour.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime. It may be
	// 31 days later today, 24 hours by the reference. Left out, the data cover
	// the hour from StartTime.
	EndTime Time `url:"EndTime,omitempty" check:"after=StartTime,span=31d"`
}

// DescribeDomainRealTimeByteHitRateDataResponse is the answer of
// DescribeDomainRealTimeByteHitRateData.
type DescribeDomainRealTimeByteHitRateDataResponse struct {
	Meta

	// Data is the byte hit rate over time. Its order is not fixed: the
	// reference's sample is newest first.
	Data List[ByteHitRateModel] `json:"Data"`
}

// ByteHitRateModel is the byte hit rate at a point in time.
type ByteHitRateModel struct {
	// TimeStamp is the time of the value, in UTC.
	TimeStamp Time `json:"TimeStamp"`

	// ByteHitRate is the byte hit rate, from 0 to 1 in every sample, such as
	// 0.8957. DescribeDomainHitRateData has percent.
	ByteHitRate Number `json:"ByteHitRate"`
}

// DescribeDomainRealTimeQpsDataRequest holds the parameters of
// DescribeDomainRealTimeQpsData.
type DescribeDomainRealTimeQpsDataRequest struct {
	// DomainName lists the domains to query, at most 500 today; the reference
	// knows one only. Required.
	DomainName []string `url:"DomainName,comma" check:"max=500"`

	// StartTime is the start of the data, in UTC. Left out, the data start an
	// hour before EndTime, or an hour ago if that is left out too.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime. It may be
	// 31 days later today, 24 hours by the reference. Left out, the data cover
	// the hour from StartTime, or the last hour if that is left out too.
	EndTime Time `url:"EndTime,omitempty" check:"after=StartTime,span=31d"`

	// IspNameEn narrows the data to an ISP, by its NameEn of
	// DescribeCdnRegionAndIsp. Left out means all ISPs.
	IspNameEn string `url:"IspNameEn,omitempty"`

	// LocationNameEn narrows the data to a region, by its NameEn of
	// DescribeCdnRegionAndIsp. Left out means all regions.
	LocationNameEn string `url:"LocationNameEn,omitempty"`
}

// DescribeDomainRealTimeQpsDataResponse is the answer of
// DescribeDomainRealTimeQpsData.
type DescribeDomainRealTimeQpsDataResponse struct {
	Meta

	// Data is the number of requests a second over time. Its order is not
	// fixed: the reference's sample is newest first.
	Data List[QpsModel] `json:"Data"`
}

// QpsModel is the number of requests a second at a point in time.
type QpsModel struct {
	// TimeStamp is the time of the value, in UTC.
	TimeStamp Time `json:"TimeStamp"`

	// Qps is the number of requests a second.
	Qps Number `json:"Qps"`
}

// DescribeDomainRealTimeHttpCodeDataRequest holds the parameters of
// DescribeDomainRealTimeHttpCodeData.
type DescribeDomainRealTimeHttpCodeDataRequest struct {
	// DomainName lists the domains to query, at most 100 today. Required.
	DomainName []string `url:"DomainName,comma" check:"max=100"`

	// StartTime is the start of the data, in UTC. Give it together with
	// EndTime; without both the data cover the last hour.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime. It may be
	// 31 days later today, 24 hours by the reference.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=31d"`

	// IspNameEn narrows the data to an ISP, by its NameEn of
	// DescribeCdnRegionAndIsp. Left out means all ISPs. The reference does not
	// have it.
	IspNameEn string `url:"IspNameEn,omitempty"`

	// LocationNameEn narrows the data to a region, by its NameEn of
	// DescribeCdnRegionAndIsp. Left out means all regions. The reference does
	// not have it.
	LocationNameEn string `url:"LocationNameEn,omitempty"`
}

// DescribeDomainRealTimeHttpCodeDataResponse is the answer of
// DescribeDomainRealTimeHttpCodeData.
type DescribeDomainRealTimeHttpCodeDataResponse struct {
	Meta

	// DomainName is the queried domain, or several separated by commas.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data. In the reference's sample it is
	// earlier than requested.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// DataInterval is the time from one point to the next, in seconds: 60 by
	// the reference, depending on the span today.
	DataInterval Int `json:"DataInterval"`

	// RealTimeHttpCodeData has the shares of the status codes of each
	// interval. Its order is not fixed: the reference's sample is newest
	// first.
	RealTimeHttpCodeData List[DomainRealTimeHttpCodeUsageData] `json:"RealTimeHttpCodeData"`
}

// DomainRealTimeHttpCodeUsageData has the status codes that clients were
// answered with during an interval.
type DomainRealTimeHttpCodeUsageData struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value has the share of each status code.
	Value List[RealTimeCodeProportionData] `json:"Value"`
}

// RealTimeCodeProportionData is the share of a status code in the answers to
// clients.
type RealTimeCodeProportionData struct {
	// Code is the HTTP status code, such as 200.
	Code string `json:"Code"`

	// Proportion is the share of the status code, in percent.
	Proportion Number `json:"Proportion"`

	// Count is the number of answers with this status code. The reference does
	// not have it; where it is left out it reads as 0.
	Count Int `json:"Count"`
}

// DescribeDomainRealTimeTrafficDataRequest holds the parameters of
// DescribeDomainRealTimeTrafficData.
type DescribeDomainRealTimeTrafficDataRequest struct {
	// DomainName lists the domains to query, at most 100 today. By the
	// reference leaving it out means all domains, merged into one series;
	// today's service wants it.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=100"`

	// StartTime is the start of the data, in UTC. Give it together with
	// EndTime; without both the data cover the last hour. The reference calls
	// 5 minutes its finest granularity, although the data have a point a
	// minute.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime. It may be
	// 31 days later today, 90 days by the reference.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=90d"`

	// IspNameEn narrows the data to an ISP, by its NameEn of
	// DescribeCdnRegionAndIsp. Left out means all ISPs. The reference does not
	// have it.
	IspNameEn string `url:"IspNameEn,omitempty"`

	// LocationNameEn narrows the data to a region, by its NameEn of
	// DescribeCdnRegionAndIsp. Left out means all regions. The reference does
	// not have it.
	LocationNameEn string `url:"LocationNameEn,omitempty"`
}

// DescribeDomainRealTimeTrafficDataResponse is the answer of
// DescribeDomainRealTimeTrafficData.
type DescribeDomainRealTimeTrafficDataResponse struct {
	Meta

	// DomainName is the queried domain, or several separated by commas.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// DataInterval is the time from one point to the next, in seconds.
	DataInterval Int `json:"DataInterval"`

	// RealTimeTrafficDataPerInterval is the traffic of each interval.
	RealTimeTrafficDataPerInterval List[DomainRealTimeTrafficDataModule] `json:"RealTimeTrafficDataPerInterval"`
}

// DomainRealTimeTrafficDataModule is the traffic of an interval.
type DomainRealTimeTrafficDataModule struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the traffic in bytes.
	Value Number `json:"Value"`
}

// DescribeDomainRealTimeReqHitRateDataRequest holds the parameters of
// DescribeDomainRealTimeReqHitRateData.
type DescribeDomainRealTimeReqHitRateDataRequest struct {
	// DomainName lists the domains to query, at most 100 today; the reference
	// knows one only. Required.
	DomainName []string `url:"DomainName,comma" check:"max=100"`

	// StartTime is the start of the data, in UTC. Without it and EndTime the
	// data cover the last hour.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime. It may be
	// 31 days later today, 24 hours by the reference. It may stand alone: the
	// reference's example has no StartTime.
	EndTime Time `url:"EndTime,omitempty" check:"after=StartTime,span=31d"`
}

// DescribeDomainRealTimeReqHitRateDataResponse is the answer of
// DescribeDomainRealTimeReqHitRateData.
type DescribeDomainRealTimeReqHitRateDataResponse struct {
	Meta

	// Data is the request hit rate over time. Its order is not fixed: the
	// reference's sample is newest first.
	Data List[ReqHitRateModel] `json:"Data"`
}

// ReqHitRateModel is the request hit rate at a point in time.
type ReqHitRateModel struct {
	// TimeStamp is the time of the value, in UTC.
	TimeStamp Time `json:"TimeStamp"`

	// ReqHitRate is the request hit rate, from 0 to 1 in every sample, such as
	// 0.8957. DescribeDomainReqHitRateData has percent.
	ReqHitRate Number `json:"ReqHitRate"`
}
