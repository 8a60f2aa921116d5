package types

// Cycle is what DescribeDomainMax95BpsData takes a percentile of.
type Cycle string

// The cycles of DescribeDomainMax95BpsData.
const (
	CycleDay   Cycle = "day"   // each day
	CycleMonth Cycle = "month" // each month
)

// DescribeDomainMax95BpsDataRequest holds the parameters of
// DescribeDomainMax95BpsData. There are three ways to ask:
//
//   - StartTime and EndTime: up to 24 hours apart the day of StartTime counts,
//     further apart the month of StartTime.
//   - TimePoint and Cycle: the day or the month that TimePoint lies in.
//   - StartTime, EndTime and Cycle: each day or month of the range.
//
// With none of them the last 24 hours count.
type DescribeDomainMax95BpsDataRequest struct {
	// DomainName is the domain, only one. Left out: all domains, merged.
	DomainName string `url:"DomainName,omitempty"`

	// StartTime is the start of the data, in UTC, at most 90 days ago.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime by at most
	// 90 days. Give both or neither.
	EndTime Time `url:"EndTime,omitempty" check:"pair=StartTime,after=StartTime,span=90d"`

	// TimePoint is any time in the wanted day or month, in UTC, to be given
	// with Cycle and without StartTime and EndTime.
	TimePoint Time `url:"TimePoint,omitempty"`

	// Cycle is what a percentile is taken of. With TimePoint it is a day by
	// default.
	Cycle Cycle `url:"Cycle,omitempty"`
}

// DescribeDomainMax95BpsDataResponse is the answer of
// DescribeDomainMax95BpsData.
type DescribeDomainMax95BpsDataResponse struct {
	Meta

	// DomainName is the domain.
	DomainName string `json:"DomainName"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// Max95Bps is the 95th percentile of the bandwidth, in bit/s.
	Max95Bps Number `json:"Max95Bps"`

	// DomesticMax95Bps is the 95th percentile of the bandwidth in mainland
	// China, in bit/s.
	DomesticMax95Bps Number `json:"DomesticMax95Bps"`

	// OverseasMax95Bps is the 95th percentile of the bandwidth outside mainland
	// China, in bit/s. The two need not add up to Max95Bps.
	OverseasMax95Bps Number `json:"OverseasMax95Bps"`

	// DetailData has the percentile of each cycle and area.
	DetailData List[Max95Detail] `json:"DetailData"`
}

// Max95Detail is the 95th percentile of one cycle in one area.
type Max95Detail struct {
	// TimeStamp is the start of the cycle. The only sample has the end of a
	// range there.
	TimeStamp Time `json:"TimeStamp"`

	// Area is the area, such as CN.
	Area UsageArea `json:"Area"`

	// Max95Bps is the 95th percentile of the bandwidth, in bit/s.
	Max95Bps Number `json:"Max95Bps"`

	// Max95BpsPeakTime is when the bandwidth was that.
	Max95BpsPeakTime Time `json:"Max95BpsPeakTime"`
}
