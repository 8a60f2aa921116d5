package alicdn

import (
	"context"

	"github.com/alicdn/alicdn-go/types"
)

// DescribeDomainBpsData returns the bandwidth of domains over time, in bit/s.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. By the reference, Interval 300 spans less than 3
// days, 3600 less than 31 days and 86400 up to 90 days, all of the last 90
// days. Today 300 spans 3 days (93 days back, 15 minutes late), 3600 31 days
// (186 days back, 4 hours late) and 86400 366 days (366 days back, ready at
// 04:00 of the next day). Several domains are merged into one series; a call
// takes at most 500 today. For a region or an ISP there is no split into
// mainland China and overseas.
//
// It only reads; at most 150 calls a second.
//
// Errors worth handling: InvalidStartTime.ValueNotSupported (the span is too
// long) and InvalidEndTime.Mismatch (EndTime is before StartTime).
//
// Reference: section 5.19.
func (c *Client) DescribeDomainBpsData(ctx context.Context, req *types.DescribeDomainBpsDataRequest, opts ...CallOption) (*types.DescribeDomainBpsDataResponse, error) {
	return invoke[types.DescribeDomainBpsDataResponse](ctx, c, "DescribeDomainBpsData", req, opts)
}

// DescribeDomainTrafficData returns the traffic of domains over time, in
// bytes.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. By the reference, Interval 300 spans less than 3
// days, 3600 less than 31 days and 86400 up to 90 days, all of the last 90
// days. Today 300 spans 3 days (93 days back, 15 minutes late), 3600 31 days
// (186 days back, 4 hours late) and 86400 366 days (366 days back, ready at
// 04:00 of the next day). Several domains are merged into one series; a call
// takes at most 500 today.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.28.
func (c *Client) DescribeDomainTrafficData(ctx context.Context, req *types.DescribeDomainTrafficDataRequest, opts ...CallOption) (*types.DescribeDomainTrafficDataResponse, error) {
	return invoke[types.DescribeDomainTrafficDataResponse](ctx, c, "DescribeDomainTrafficData", req, opts)
}

// DescribeDomainQpsData returns how many requests domains got over time, a
// second and in all.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. By the reference, Interval 300 spans less than 3
// days, 3600 less than 31 days and 86400 up to 90 days, all of the last 90
// days. Today 300 spans 3 days (93 days back, 15 minutes late), 3600 31 days
// (186 days back, 4 hours late) and 86400 366 days (366 days back, ready at
// 04:00 of the next day). Several domains are merged into one series; a call
// takes at most 500 today.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.22.
func (c *Client) DescribeDomainQpsData(ctx context.Context, req *types.DescribeDomainQpsDataRequest, opts ...CallOption) (*types.DescribeDomainQpsDataResponse, error) {
	return invoke[types.DescribeDomainQpsDataResponse](ctx, c, "DescribeDomainQpsData", req, opts)
}

// DescribeDomainHitRateData returns the share of bytes that domains served
// from the cache over time, in percent.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. By the reference, Interval 300 spans less than 3
// days, 3600 less than 31 days and 86400 up to 90 days, all of the last 90
// days. Today 300 spans 3 days (93 days back, 15 minutes late), 3600 31 days
// (186 days back, 4 hours late) and 86400 366 days (366 days back, ready at
// 04:00 of the next day). A call takes at most 500 domains today.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.24.
func (c *Client) DescribeDomainHitRateData(ctx context.Context, req *types.DescribeDomainHitRateDataRequest, opts ...CallOption) (*types.DescribeDomainHitRateDataResponse, error) {
	return invoke[types.DescribeDomainHitRateDataResponse](ctx, c, "DescribeDomainHitRateData", req, opts)
}

// DescribeDomainReqHitRateData returns the share of requests that domains
// served from the cache over time, in percent.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. By the reference, Interval 300 spans less than 3
// days, 3600 less than 31 days and 86400 up to 90 days, all of the last 90
// days. Today 300 spans 3 days (93 days back, 15 minutes late), 3600 31 days
// (186 days back, 4 hours late) and 86400 366 days (366 days back, ready at
// 04:00 of the next day). A call takes at most 500 domains today.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.26.
func (c *Client) DescribeDomainReqHitRateData(ctx context.Context, req *types.DescribeDomainReqHitRateDataRequest, opts ...CallOption) (*types.DescribeDomainReqHitRateDataResponse, error) {
	return invoke[types.DescribeDomainReqHitRateDataResponse](ctx, c, "DescribeDomainReqHitRateData", req, opts)
}

// DescribeDomainHttpCodeData returns with which HTTP status codes domains
// answered over time, as shares in percent.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. By the reference, Interval 300 spans less than 3
// days, 3600 less than 31 days and 86400 up to 90 days, all of the last 90
// days. Today 300 spans 3 days (93 days back, 15 minutes late), 3600 31 days
// (186 days back, 4 hours late) and 86400 366 days (366 days back, ready at
// 04:00 of the next day). A call takes at most 500 domains today; the
// reference wants at least one.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.27.
func (c *Client) DescribeDomainHttpCodeData(ctx context.Context, req *types.DescribeDomainHttpCodeDataRequest, opts ...CallOption) (*types.DescribeDomainHttpCodeDataResponse, error) {
	return invoke[types.DescribeDomainHttpCodeDataResponse](ctx, c, "DescribeDomainHttpCodeData", req, opts)
}

// DescribeDomainSrcBpsData returns the back-to-origin bandwidth of domains
// over time, in bit/s.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. By the reference, Interval 300 spans less than 3
// days, 3600 less than 31 days and 86400 up to 90 days, all of the last 90
// days. Today 300 spans 3 days (93 days back, 15 minutes late), 3600 31 days
// (186 days back, 4 hours late) and 86400 366 days (366 days back, ready at
// 04:00 of the next day). Several domains are merged into one series; a call
// takes at most 500 today.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.20.
func (c *Client) DescribeDomainSrcBpsData(ctx context.Context, req *types.DescribeDomainSrcBpsDataRequest, opts ...CallOption) (*types.DescribeDomainSrcBpsDataResponse, error) {
	return invoke[types.DescribeDomainSrcBpsDataResponse](ctx, c, "DescribeDomainSrcBpsData", req, opts)
}

// DescribeDomainSrcTrafficData returns the back-to-origin traffic of domains
// over time: in bytes today, in bits by the reference.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. By the reference, Interval 300 spans less than 3
// days, 3600 less than 31 days and 86400 up to 90 days, all of the last 90
// days. Today 300 spans 3 days (93 days back, 15 minutes late), 3600 31 days
// (186 days back, 4 hours late) and 86400 366 days (366 days back, ready at
// 04:00 of the next day). Several domains are merged into one series; a call
// takes at most 500 today.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.21.
func (c *Client) DescribeDomainSrcTrafficData(ctx context.Context, req *types.DescribeDomainSrcTrafficDataRequest, opts ...CallOption) (*types.DescribeDomainSrcTrafficDataResponse, error) {
	return invoke[types.DescribeDomainSrcTrafficDataResponse](ctx, c, "DescribeDomainSrcTrafficData", req, opts)
}

// DescribeDomainSrcHttpCodeData returns with which HTTP status codes the
// origin of domains answered over time, as shares in percent.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. By the reference, Interval 300 spans less than 3
// days, 3600 less than 31 days and 86400 up to 90 days, all of the last 90
// days. Today 300 spans 3 days (93 days back, 15 minutes late), 3600 31 days
// (186 days back, 4 hours late) and 86400 366 days (366 days back, ready at
// 04:00 of the next day). A call takes at most 500 domains today; the
// reference wants at least one.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.1.
func (c *Client) DescribeDomainSrcHttpCodeData(ctx context.Context, req *types.DescribeDomainSrcHttpCodeDataRequest, opts ...CallOption) (*types.DescribeDomainSrcHttpCodeDataResponse, error) {
	return invoke[types.DescribeDomainSrcHttpCodeDataResponse](ctx, c, "DescribeDomainSrcHttpCodeData", req, opts)
}

// DescribeDomainAverageResponseTime returns the mean response time of domains
// over time. The reference does not name its unit. The vendor has given up
// this statistic: data may be missing or wrong.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. Data of the last 90 days is kept. Interval 300 (the
// default) spans less than 3 days, 3600 (the default) less than 31 days, 86400
// more; TimeMerge in its place lets the service choose. Several domains are
// merged into one series; a call takes at most 500 today.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidStartTime.ValueNotSupported (the span is over
// 90 days).
//
// Reference: section 5.4.
func (c *Client) DescribeDomainAverageResponseTime(ctx context.Context, req *types.DescribeDomainAverageResponseTimeRequest, opts ...CallOption) (*types.DescribeDomainAverageResponseTimeResponse, error) {
	return invoke[types.DescribeDomainAverageResponseTimeResponse](ctx, c, "DescribeDomainAverageResponseTime", req, opts)
}

// DescribeDomainBpsDataByTimeStamp returns the bandwidth of a domain at one
// point in time, split by region and ISP, in bit/s.
//
// It takes one domain, regions and ISPs by the English names that
// DescribeCdnRegionAndIsp lists, and a time in UTC, in steps of 5 minutes.
//
// It only reads; at most 20 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvaildParameter, spelled so (a region or an ISP is not
// supported).
//
// Reference: section 5.6.
func (c *Client) DescribeDomainBpsDataByTimeStamp(ctx context.Context, req *types.DescribeDomainBpsDataByTimeStampRequest, opts ...CallOption) (*types.DescribeDomainBpsDataByTimeStampResponse, error) {
	return invoke[types.DescribeDomainBpsDataByTimeStampResponse](ctx, c, "DescribeDomainBpsDataByTimeStamp", req, opts)
}

// DescribeDomainsUsageByDay returns the usage of a domain, or of all, day by
// day and in total: traffic, requests, hit rates and peaks of the bandwidth.
//
// Without StartTime and EndTime it covers the last 24 hours today, the last 7
// days by the reference; give both or neither. Times are UTC, except that the
// times of the peaks come without a zone. Data of the last 90 days is kept.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's) and InvalidStartTime.ValueNotSupported (the span is over
// 90 days).
//
// Reference: section 5.23.
func (c *Client) DescribeDomainsUsageByDay(ctx context.Context, req *types.DescribeDomainsUsageByDayRequest, opts ...CallOption) (*types.DescribeDomainsUsageByDayResponse, error) {
	return invoke[types.DescribeDomainsUsageByDayResponse](ctx, c, "DescribeDomainsUsageByDay", req, opts)
}

// DescribeTopDomainsByFlow returns the domains of the account ranked by
// traffic, 20 of them by default and 100 at most. The vendor has given up this
// statistic: data may be missing or wrong.
//
// Without StartTime and EndTime it covers the current month; give both or
// neither. Times are UTC. Data of the last 30 days is kept today, 90 days by
// the reference.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidStartTime.ValueNotSupported (the span is too
// long) and InvalidEndTime.Mismatch (EndTime is before StartTime).
//
// Reference: section 5.29.
func (c *Client) DescribeTopDomainsByFlow(ctx context.Context, req *types.DescribeTopDomainsByFlowRequest, opts ...CallOption) (*types.DescribeTopDomainsByFlowResponse, error) {
	return invoke[types.DescribeTopDomainsByFlowResponse](ctx, c, "DescribeTopDomainsByFlow", req, opts)
}

// DescribeRangeDataByLocateAndIspService returns the bandwidth, page views,
// hit rate, status codes and response time of a domain over time, split by
// region and ISP.
//
// It takes one domain and a span, in UTC and in steps of 5 minutes: of at most
// 1 hour today, without a limit by the reference. Today it takes one ISP a
// call. Regions and ISPs are asked for by their English names and answered, in
// the reference, by their Chinese ones; DescribeCdnRegionAndIsp lists both.
//
// It only reads; at most 20 calls a second.
//
// Errors worth handling: InvalidDomainNames.Malformed,
// InvalidTime.ValueNotSupported (StartTime and EndTime do not fit together)
// and InvalidParams.
//
// Reference: section 5.9.
func (c *Client) DescribeRangeDataByLocateAndIspService(ctx context.Context, req *types.DescribeRangeDataByLocateAndIspServiceRequest, opts ...CallOption) (*types.DescribeRangeDataByLocateAndIspServiceResponse, error) {
	return invoke[types.DescribeRangeDataByLocateAndIspServiceResponse](ctx, c, "DescribeRangeDataByLocateAndIspService", req, opts)
}

// DescribeCdnRegionAndIsp returns the regions and ISPs that the monitoring
// actions take, by their English and Chinese names. It has no parameters.
//
// It only reads; at most 30 calls a second.
//
// Reference: section 5.8.
func (c *Client) DescribeCdnRegionAndIsp(ctx context.Context, req *types.DescribeCdnRegionAndIspRequest, opts ...CallOption) (*types.DescribeCdnRegionAndIspResponse, error) {
	return invoke[types.DescribeCdnRegionAndIspResponse](ctx, c, "DescribeCdnRegionAndIsp", req, opts)
}

// DescribeL2VipsByDomain returns the address blocks from which the L2 nodes of
// a domain fetch from the origin, such as for the origin's allow list.
//
// It takes one domain. The vendor opens it on request, to accounts whose peak
// bandwidth is 1 Gbit/s a day or more.
//
// It only reads; at most 40 calls a second.
//
// Errors worth handling: MissingParameter (DomainName is empty) and
// IllegalOperation.
//
// Reference: section 5.25.
func (c *Client) DescribeL2VipsByDomain(ctx context.Context, req *types.DescribeL2VipsByDomainRequest, opts ...CallOption) (*types.DescribeL2VipsByDomainResponse, error) {
	return invoke[types.DescribeL2VipsByDomainResponse](ctx, c, "DescribeL2VipsByDomain", req, opts)
}

// DescribeDomainRealTimeBpsData returns the bandwidth of domains minute by
// minute, in bit/s.
//
// Without StartTime and EndTime it covers the last hour; with only one of
// them, the hour that starts or ends there. Times are UTC. By the reference
// there is a point a minute, for at most 24 hours of the last 7 days. Today
// the span decides: a point a minute up to 1 hour (7 days back, 5 minutes
// late), every 5 minutes up to 3 days (93 days back, 15 minutes late), every
// hour up to 31 days (186 days back, 4 hours late). A call takes at most 500
// domains today.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomainName.Malformed (no domain, or none that
// is known) and InvalidTime.Malformed.
//
// Reference: section 5.10.
func (c *Client) DescribeDomainRealTimeBpsData(ctx context.Context, req *types.DescribeDomainRealTimeBpsDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeBpsDataResponse, error) {
	return invoke[types.DescribeDomainRealTimeBpsDataResponse](ctx, c, "DescribeDomainRealTimeBpsData", req, opts)
}

// DescribeDomainRealTimeSrcBpsData returns the back-to-origin bandwidth of
// domains minute by minute.
//
// Give StartTime and EndTime both or neither; without them it covers the last
// hour. Times are UTC. By the reference there is a point a minute, for at most
// 24 hours of the last 7 days. Today the span decides: a point a minute up to
// 1 hour (7 days back, 5 minutes late), every 5 minutes up to 3 days (93 days
// back, 15 minutes late), every hour up to 31 days (186 days back, 4 hours
// late). A call takes at most 100 domains today.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.11.
func (c *Client) DescribeDomainRealTimeSrcBpsData(ctx context.Context, req *types.DescribeDomainRealTimeSrcBpsDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeSrcBpsDataResponse, error) {
	return invoke[types.DescribeDomainRealTimeSrcBpsDataResponse](ctx, c, "DescribeDomainRealTimeSrcBpsData", req, opts)
}

// DescribeDomainRealTimeSrcHttpCodeData returns minute by minute with which
// HTTP status codes the origin answered, as shares in percent.
//
// Give StartTime and EndTime both or neither; without them it covers the last
// hour, or the last 24 hours as the reference says elsewhere. Times are UTC.
// By the reference there is a point a minute, for at most 24 hours of the last
// 7 days. Today the span decides: a point a minute up to 1 hour (7 days back,
// 5 minutes late), every 5 minutes up to 3 days (93 days back, 15 minutes
// late), every hour up to 31 days (186 days back, 4 hours late). A call takes
// at most 100 domains today.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.12.
func (c *Client) DescribeDomainRealTimeSrcHttpCodeData(ctx context.Context, req *types.DescribeDomainRealTimeSrcHttpCodeDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeSrcHttpCodeDataResponse, error) {
	return invoke[types.DescribeDomainRealTimeSrcHttpCodeDataResponse](ctx, c, "DescribeDomainRealTimeSrcHttpCodeData", req, opts)
}

// DescribeDomainRealTimeSrcTrafficData returns the back-to-origin traffic of
// domains minute by minute, in bits as the reference says.
//
// Give StartTime and EndTime both or neither; without them it covers the last
// hour. Times are UTC. The reference promises the last 90 days at a point a
// minute. Today the span decides: a point a minute up to 1 hour (7 days back,
// 5 minutes late), every 5 minutes up to 3 days (93 days back, 15 minutes
// late), every hour up to 31 days (186 days back, 4 hours late). A call takes
// at most 100 domains today, and wants one at least; by the reference no
// domain means all of them as one series.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.13.
func (c *Client) DescribeDomainRealTimeSrcTrafficData(ctx context.Context, req *types.DescribeDomainRealTimeSrcTrafficDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeSrcTrafficDataResponse, error) {
	return invoke[types.DescribeDomainRealTimeSrcTrafficDataResponse](ctx, c, "DescribeDomainRealTimeSrcTrafficData", req, opts)
}

// DescribeDomainRealTimeByteHitRateData returns the byte hit rate of domains
// minute by minute, from 0 to 1 and not in percent.
//
// With only one of StartTime and EndTime it covers the hour that starts or
// ends there; what it covers without both is not documented, the siblings then
// cover the last hour. Times are UTC. By the reference there is a point a
// minute, for at most 24 hours of the last 7 days. Today the span decides: a
// point a minute up to 1 hour (7 days back, 5 minutes late), every 5 minutes
// up to 3 days (93 days back, 15 minutes late), every hour up to 31 days (186
// days back, 4 hours late). A call takes at most 100 domains today. The rate
// may be inexact where the service stores several domains merged.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomainName.Malformed (no domain, or none that
// is known) and InvalidTime.Malformed.
//
// Reference: section 5.14.
func (c *Client) DescribeDomainRealTimeByteHitRateData(ctx context.Context, req *types.DescribeDomainRealTimeByteHitRateDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeByteHitRateDataResponse, error) {
	return invoke[types.DescribeDomainRealTimeByteHitRateDataResponse](ctx, c, "DescribeDomainRealTimeByteHitRateData", req, opts)
}

// DescribeDomainRealTimeQpsData returns the requests a second of domains
// minute by minute.
//
// Without StartTime and EndTime it covers the last hour; with only one of
// them, the hour that starts or ends there. Times are UTC. By the reference
// there is a point a minute, for at most 24 hours of the last 7 days. Today
// the span decides: a point a minute up to 1 hour (7 days back, 5 minutes
// late), every 5 minutes up to 3 days (93 days back, 15 minutes late), every
// hour up to 31 days (186 days back, 4 hours late). A call takes at most 500
// domains today.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomainName.Malformed (no domain, or none that
// is known) and InvalidTime.Malformed.
//
// Reference: section 5.15.
func (c *Client) DescribeDomainRealTimeQpsData(ctx context.Context, req *types.DescribeDomainRealTimeQpsDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeQpsDataResponse, error) {
	return invoke[types.DescribeDomainRealTimeQpsDataResponse](ctx, c, "DescribeDomainRealTimeQpsData", req, opts)
}

// DescribeDomainRealTimeHttpCodeData returns minute by minute with which HTTP
// status codes clients were answered, as shares in percent.
//
// Give StartTime and EndTime both or neither; without them it covers the last
// hour. Times are UTC. By the reference there is a point a minute, for at most
// 24 hours of the last 7 days. Today the span decides: a point a minute up to
// 1 hour (7 days back, 5 minutes late), every 5 minutes up to 3 days (93 days
// back, 15 minutes late), every hour up to 31 days (186 days back, 4 hours
// late). A call takes at most 100 domains today.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.16.
func (c *Client) DescribeDomainRealTimeHttpCodeData(ctx context.Context, req *types.DescribeDomainRealTimeHttpCodeDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeHttpCodeDataResponse, error) {
	return invoke[types.DescribeDomainRealTimeHttpCodeDataResponse](ctx, c, "DescribeDomainRealTimeHttpCodeData", req, opts)
}

// DescribeDomainRealTimeTrafficData returns the traffic of domains minute by
// minute, in bytes.
//
// Give StartTime and EndTime both or neither; without them it covers the last
// hour. Times are UTC. The reference promises the last 90 days at a point a
// minute. Today the span decides: a point a minute up to 1 hour (7 days back,
// 5 minutes late), every 5 minutes up to 3 days (93 days back, 15 minutes
// late), every hour up to 31 days (186 days back, 4 hours late). A call takes
// at most 100 domains today, and wants one at least; by the reference no
// domain means all of them as one series.
//
// It only reads; at most 50 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.17.
func (c *Client) DescribeDomainRealTimeTrafficData(ctx context.Context, req *types.DescribeDomainRealTimeTrafficDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeTrafficDataResponse, error) {
	return invoke[types.DescribeDomainRealTimeTrafficDataResponse](ctx, c, "DescribeDomainRealTimeTrafficData", req, opts)
}

// DescribeDomainRealTimeReqHitRateData returns the request hit rate of domains
// minute by minute, from 0 to 1 and not in percent.
//
// Without StartTime and EndTime it covers the last hour. Times are UTC. By the
// reference there is a point a minute, for at most 24 hours of the last 7
// days. Today the span decides: a point a minute up to 1 hour (7 days back, 5
// minutes late), every 5 minutes up to 3 days (93 days back, 15 minutes late),
// every hour up to 31 days (186 days back, 4 hours late). A call takes at most
// 100 domains today. The rate may be inexact where the service stores several
// domains merged.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomainName.Malformed (no domain, or none that
// is known) and InvalidTime.Malformed.
//
// Reference: section 5.18.
func (c *Client) DescribeDomainRealTimeReqHitRateData(ctx context.Context, req *types.DescribeDomainRealTimeReqHitRateDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeReqHitRateDataResponse, error) {
	return invoke[types.DescribeDomainRealTimeReqHitRateDataResponse](ctx, c, "DescribeDomainRealTimeReqHitRateData", req, opts)
}

// DescribeDomainTopReferVisit returns the most frequent referrers of domains,
// with visits and traffic in bytes.
//
// Without StartTime it covers the last 24 hours, or the previous day as the
// reference says elsewhere. Times are UTC: a calendar day of Beijing starts at
// 16:00 UTC of the day before. Data go back 90 days. Today EndTime is taken
// too, and several domains; but the vendor has given up this statistic, and
// data may be missing or wrong.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured), InvalidDomainName.ValueNotSupported (more than one domain) and
// InvalidStartTime.ValueNotSupported (more than 90 days ago).
//
// Reference: section 5.2.
func (c *Client) DescribeDomainTopReferVisit(ctx context.Context, req *types.DescribeDomainTopReferVisitRequest, opts ...CallOption) (*types.DescribeDomainTopReferVisitResponse, error) {
	return invoke[types.DescribeDomainTopReferVisitResponse](ctx, c, "DescribeDomainTopReferVisit", req, opts)
}

// DescribeDomainTopUrlVisit returns the most requested URLs of a domain, all
// of them and by class of status code, with visits and traffic in bytes.
//
// Without StartTime it covers the last 24 hours, or the previous day as the
// reference says elsewhere. Times are UTC: a calendar day of Beijing starts at
// 16:00 UTC of the day before. Data go back 90 days. Today EndTime is taken
// too, at most 7 days after StartTime; but the vendor has given up this
// statistic, and data may be missing or wrong.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (more than 90 days ago).
//
// Reference: section 5.3.
func (c *Client) DescribeDomainTopUrlVisit(ctx context.Context, req *types.DescribeDomainTopUrlVisitRequest, opts ...CallOption) (*types.DescribeDomainTopUrlVisitResponse, error) {
	return invoke[types.DescribeDomainTopUrlVisitResponse](ctx, c, "DescribeDomainTopUrlVisit", req, opts)
}

// DescribeDomainFileSizeProportionData returns how the files that a domain
// served spread over classes of size, as shares in percent, by the hour or by
// the day.
//
// Give StartTime and EndTime both or neither; without them it covers the last
// 24 hours. Times are UTC. Data go back 90 days, and so much is the longest
// span. The vendor's documents of today do not have this action any more and
// name no successor.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured), InvalidDomainName.ValueNotSupported (more than one domain) and
// InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.5.
func (c *Client) DescribeDomainFileSizeProportionData(ctx context.Context, req *types.DescribeDomainFileSizeProportionDataRequest, opts ...CallOption) (*types.DescribeDomainFileSizeProportionDataResponse, error) {
	return invoke[types.DescribeDomainFileSizeProportionDataResponse](ctx, c, "DescribeDomainFileSizeProportionData", req, opts)
}

// DescribeDomainISPData returns how the users of a domain, or of all domains,
// spread over ISPs, with bandwidth, traffic and response times. Its
// granularity is a day.
//
// Give StartTime and EndTime both or neither; without them it covers the last
// 24 hours. The reference reads them as Beijing time although they are written
// with a trailing Z, today's documents as UTC: [types.Beijing] writes a time
// the first way, [types.UTC] the second. Data go back 90 days, and so much is
// the longest span. The vendor has given up this statistic: data may be
// missing or wrong.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured) and InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.7.
func (c *Client) DescribeDomainISPData(ctx context.Context, req *types.DescribeDomainISPDataRequest, opts ...CallOption) (*types.DescribeDomainISPDataResponse, error) {
	return invoke[types.DescribeDomainISPDataResponse](ctx, c, "DescribeDomainISPData", req, opts)
}

// DescribeDomainRegionData returns how the users of a domain, or of all
// domains, spread over regions, with bandwidth, traffic and response times.
// Its granularity is a day.
//
// Give StartTime and EndTime both or neither; without them it covers the last
// 24 hours. The reference reads them as Beijing time although they are written
// with a trailing Z, today's documents as UTC: [types.Beijing] writes a time
// the first way, [types.UTC] the second. The longest span is 90 days. The
// vendor has given up this statistic: data may be missing or wrong.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's) and InvalidStartTime.ValueNotSupported (the span is too
// long).
//
// Reference: section 5.30.
func (c *Client) DescribeDomainRegionData(ctx context.Context, req *types.DescribeDomainRegionDataRequest, opts ...CallOption) (*types.DescribeDomainRegionDataResponse, error) {
	return invoke[types.DescribeDomainRegionDataResponse](ctx, c, "DescribeDomainRegionData", req, opts)
}

// DescribeDomainUvData returns the unique visitors of a domain hour by hour.
//
// Give StartTime and EndTime both or neither; without them it covers the last
// 24 hours. Times are UTC. Data go back 90 days, and so much is the longest
// span. The vendor has given up this statistic: data may be missing or wrong.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured), InvalidDomainName.ValueNotSupported (more than one domain) and
// InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.31.
func (c *Client) DescribeDomainUvData(ctx context.Context, req *types.DescribeDomainUvDataRequest, opts ...CallOption) (*types.DescribeDomainUvDataResponse, error) {
	return invoke[types.DescribeDomainUvDataResponse](ctx, c, "DescribeDomainUvData", req, opts)
}

// DescribeDomainPvData returns the page views of a domain by the hour or by
// the day.
//
// Give StartTime and EndTime both or neither; without them it covers the last
// 24 hours. Times are UTC. Data go back 90 days, and so much is the longest
// span. The vendor has given up this statistic: data may be missing or wrong.
//
// It only reads; at most 50 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured), InvalidDomainName.ValueNotSupported (more than one domain) and
// InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.32.
func (c *Client) DescribeDomainPvData(ctx context.Context, req *types.DescribeDomainPvDataRequest, opts ...CallOption) (*types.DescribeDomainPvDataResponse, error) {
	return invoke[types.DescribeDomainPvDataResponse](ctx, c, "DescribeDomainPvData", req, opts)
}
