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
// It only reads; at most 40 calls a second.
//
// Errors worth handling: MissingParameter (DomainName is empty) and
// IllegalOperation.
//
// Reference: section 5.25.
func (c *Client) DescribeL2VipsByDomain(ctx context.Context, req *types.DescribeL2VipsByDomainRequest, opts ...CallOption) (*types.DescribeL2VipsByDomainResponse, error) {
	return invoke[types.DescribeL2VipsByDomainResponse](ctx, c, "DescribeL2VipsByDomain", req, opts)
}
