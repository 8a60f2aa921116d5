package types

// BillType is how something is billed. The suffix _overseas, as in
// month_95_overseas, says that the regions outside mainland China are billed as
// one.
type BillType string

// The billing types.
const (
	// BillTypeHourFlow bills traffic by the hour.
	BillTypeHourFlow BillType = "hour_flow"
	// BillTypeDayBandwidth bills the peak bandwidth of the day.
	BillTypeDayBandwidth BillType = "day_bandwidth"
	// BillTypeDay95 bills the 95th percentile of the bandwidth of the day.
	BillTypeDay95 BillType = "day_95"
	// BillTypeMonth95 bills the 95th percentile of the bandwidth of the month.
	BillTypeMonth95 BillType = "month_95"
	// BillTypeMonthAvgDayBandwidth bills the mean of the daily peaks of the
	// bandwidth.
	BillTypeMonthAvgDayBandwidth BillType = "month_avg_day_bandwidth"
	// BillTypeMonth4thDayBandwidth bills the fourth highest daily peak of the
	// bandwidth.
	BillTypeMonth4thDayBandwidth BillType = "month_4th_day_bandwidth"
	// BillTypeMonthAvgDay95 bills the mean of the daily 95th percentiles of the
	// bandwidth.
	BillTypeMonthAvgDay95 BillType = "month_avg_day_95"
	// BillTypeMonth95NightHalf bills the 95th percentile of the bandwidth of the
	// month, at half the price by night.
	BillTypeMonth95NightHalf BillType = "month_95_night_half"
	// BillTypeHourVas bills value-added services by the hour.
	BillTypeHourVas BillType = "hour_vas"
	// BillTypeHourCount bills requests by the hour.
	BillTypeHourCount BillType = "hour_count"
	// BillTypeDayCount bills requests by the day.
	BillTypeDayCount BillType = "day_count"
	// BillTypeQuicHourCount bills QUIC requests by the hour.
	BillTypeQuicHourCount BillType = "quic_hour_count"
)

// BillDimension is what is billed.
type BillDimension string

// What is billed.
const (
	// BillDimensionFlow is traffic and bandwidth.
	BillDimensionFlow BillDimension = "flow"
	// BillDimensionVas is value-added services: HTTPS and dynamic requests.
	BillDimensionVas BillDimension = "vas"
	// BillDimensionQuic is QUIC requests.
	BillDimensionQuic BillDimension = "quic"
	// BillDimensionWebsocket is WebSocket.
	BillDimensionWebsocket BillDimension = "websocket"
	// BillDimensionRtlog2sls is log entries that are delivered to SLS.
	BillDimensionRtlog2sls BillDimension = "rtlog2sls"
	// BillDimensionStationflow is traffic inside the vendor's network.
	BillDimensionStationflow BillDimension = "stationflow"
)

// ChargeType is the kind of requests that a billed quantity is about. The
// service may have more than the three that its documents name.
type ChargeType string

// The kinds of requests.
const (
	// ChargeTypeStaticHttp is requests of static content over HTTP.
	ChargeTypeStaticHttp ChargeType = "StaticHttp"
	// ChargeTypeDynamicHttp is requests of dynamic content over HTTP.
	ChargeTypeDynamicHttp ChargeType = "DynamicHttp"
	// ChargeTypeDynamicHttps is requests of dynamic content over HTTPS.
	ChargeTypeDynamicHttps ChargeType = "DynamicHttps"
)

// DescribeCdnUserBillHistoryRequest holds the parameters of
// DescribeCdnUserBillHistory.
type DescribeCdnUserBillHistoryRequest struct {
	// StartTime is the start of the data, in UTC. The finest step is 5 minutes.
	// Required.
	StartTime Time `url:"StartTime"`

	// EndTime is the end of the data, in UTC, later than StartTime. A month is
	// the longest span, or as far as data go back: the vendor's text can be read
	// either way. Required.
	EndTime Time `url:"EndTime" check:"after=StartTime"`
}

// DescribeCdnUserBillHistoryResponse is the answer of
// DescribeCdnUserBillHistory.
type DescribeCdnUserBillHistoryResponse struct {
	Meta

	// BillHistoryData are the billing periods.
	BillHistoryData List[BillHistoryDataItem] `json:"BillHistoryData"`
}

// BillHistoryDataItem is what was billed for one period.
type BillHistoryDataItem struct {
	// BillTime is the start of the period. How long it is follows from
	// BillType: an hour, a day or a month.
	BillTime Time `json:"BillTime"`

	// BillType is how it was billed.
	BillType BillType `json:"BillType"`

	// Dimension is what was billed.
	Dimension BillDimension `json:"Dimension"`

	// BillingData are the quantities, by region and kind of requests.
	BillingData List[BillingDataItem] `json:"BillingData"`
}

// BillingDataItem is a billed quantity. Which of Bandwidth, Flow and Count is
// set depends on the billing type.
type BillingDataItem struct {
	// CdnRegion is the billing area.
	CdnRegion UsageArea `json:"CdnRegion"`

	// ChargeType is the kind of requests.
	ChargeType ChargeType `json:"ChargeType"`

	// Bandwidth is the bandwidth in bit/s.
	Bandwidth Number `json:"Bandwidth"`

	// Flow is the traffic in byte.
	Flow Number `json:"Flow"`

	// Count is the number of requests.
	Count Number `json:"Count"`
}

// DescribeCdnUserBillPredictionRequest holds the parameters of
// DescribeCdnUserBillPrediction.
type DescribeCdnUserBillPredictionRequest struct {
	// StartTime is the start of the data, in UTC. Left out, it is 00:00 of the
	// first day of the month, in Beijing going by the example.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the data, in UTC, later than StartTime. Left out, it
	// is now.
	EndTime Time `url:"EndTime,omitempty" check:"after=StartTime"`

	// Dimension is what is billed.
	Dimension BillDimension `url:"Dimension,omitempty"`

	// Area are the billing areas: mainland China with the others as one
	// ([UsageAreaOverSeas]) or with each of them, as the billing type has it.
	// Left out, it is all that the billing type has.
	Area []UsageArea `url:"Area,comma,omitempty"`
}

// DescribeCdnUserBillPredictionResponse is the answer of
// DescribeCdnUserBillPrediction.
type DescribeCdnUserBillPredictionResponse struct {
	Meta

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// BillType is the billing type, one by the month.
	BillType BillType `json:"BillType"`

	// BillPredictionData are the forecasts, by area.
	BillPredictionData List[BillPredictionDataItem] `json:"BillPredictionData"`
}

// BillPredictionDataItem is the forecast for an area.
type BillPredictionDataItem struct {
	// Area is the billing area.
	Area UsageArea `json:"Area"`

	// Value is the quantity that will be billed, going by the data so far. For a
	// bandwidth the unit is bit/s, going by DescribeCdnUserBillHistory.
	Value Number `json:"Value"`

	// TimeStp is the time of the bandwidth that Value is. It comes with 95th
	// percentiles and with the fourth highest peak only.
	TimeStp Time `json:"TimeStp"`
}

// DescribeCdnUserBillTypeRequest holds the parameters of
// DescribeCdnUserBillType.
type DescribeCdnUserBillTypeRequest struct {
	// StartTime is the start of the data, in UTC. The finest step is 5 minutes.
	// Required.
	StartTime Time `url:"StartTime"`

	// EndTime is the end of the data, in UTC: later than StartTime, by at most
	// one month, that is 31 days. Required.
	EndTime Time `url:"EndTime" check:"after=StartTime,span=31d"`
}

// DescribeCdnUserBillTypeResponse is the answer of DescribeCdnUserBillType.
type DescribeCdnUserBillTypeResponse struct {
	Meta

	// BillTypeData are the billing types, each with the period in which it
	// applied.
	BillTypeData List[BillTypeDataItem] `json:"BillTypeData"`
}

// BillTypeDataItem is a billing type that applied to the account for some time.
type BillTypeDataItem struct {
	// StartTime is the start of the period.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the period.
	EndTime Time `json:"EndTime"`

	// BillType is how it was billed.
	BillType BillType `json:"BillType"`

	// BillingCycle is how often it was billed, such as hour, day or month.
	BillingCycle string `json:"BillingCycle"`

	// Dimension is what was billed.
	Dimension BillDimension `json:"Dimension"`

	// Product is the product, such as cdn.
	Product string `json:"Product"`
}
