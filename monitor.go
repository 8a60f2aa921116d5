package alicdn

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"time"

	"github.com/alicdn/alicdn-go/internal/paging"
	"github.com/alicdn/alicdn-go/internal/param"
	"github.com/alicdn/alicdn-go/internal/series"
	"github.com/alicdn/alicdn-go/internal/window"
	"github.com/alicdn/alicdn-go/internal/workers"
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainbpsdata
func (c *Client) DescribeDomainBpsData(ctx context.Context, req *types.DescribeDomainBpsDataRequest, opts ...CallOption) (*types.DescribeDomainBpsDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainBpsData", req, new(types.DescribeDomainBpsDataResponse), opts)
}

// DescribeDomainBpsDataSeries returns the bandwidth of domains over any range,
// in bit/s, as a [Series].
//
// StartTime and EndTime are required. Interval 300 makes windows of less than 3
// days, 3600 of less than 31 and 86400 of 90; left out, it is the finest of
// which one window holds the range. By the reference data go back 90 days.
// Today those of 300 go back 93 days and are 15 minutes late, those of 3600 186
// days and 4 hours, those of 86400 366 days and ready at 04:00 of the next day.
// A month of 300, for the 95th percentile that is billed, takes 11 calls:
//
//	bps := series.Values(func(p types.DomainBpsDataModule) types.Number { return p.Value })
//	billed := bps.Percentile95()
func (c *Client) DescribeDomainBpsDataSeries(ctx context.Context, req *types.DescribeDomainBpsDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainBpsDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainBpsData", req, new(types.DescribeDomainBpsDataResponse), new(Series[types.DomainBpsDataModule]), opts, callOpts)
}

// DescribeDomainBpsDataByLayer returns the bandwidth and the traffic of domains
// over time by network or application protocol, in bit/s and in bytes.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. Interval 300 spans up to
// 3 days (93 days back, 15 minutes late), 3600 31 days (186 days back, 4 hours
// late) and 86400 366 days (366 days back, ready at 04:00 of the next day); for
// 86400 the Chinese documents allow a span of 90 days only. Several domains, at
// most 500, are merged into one series.
//
// It only reads; at most 20 calls a second.
//
// Errors worth handling: InvalidStartTime.ValueNotSupported (older actions say
// so of a span that is too long), InvalidEndTime.Mismatch (EndTime is before
// StartTime) and InvaildParameter, spelled so.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainbpsdatabylayer
func (c *Client) DescribeDomainBpsDataByLayer(ctx context.Context, req *types.DescribeDomainBpsDataByLayerRequest, opts ...CallOption) (*types.DescribeDomainBpsDataByLayerResponse, error) {
	return invoke(ctx, c, "DescribeDomainBpsDataByLayer", req, new(types.DescribeDomainBpsDataByLayerResponse), opts)
}

// DescribeDomainBpsDataByLayerSeries returns the bandwidth and the traffic of
// domains by protocol over any range, in bit/s and in bytes, as a [Series].
//
// Interval, the windows and how far back the data go are as in
// [Client.DescribeDomainBpsDataSeries].
func (c *Client) DescribeDomainBpsDataByLayerSeries(ctx context.Context, req *types.DescribeDomainBpsDataByLayerRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainBpsByLayerDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainBpsDataByLayer", req, new(types.DescribeDomainBpsDataByLayerResponse), new(Series[types.DomainBpsByLayerDataModule]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomaintrafficdata
func (c *Client) DescribeDomainTrafficData(ctx context.Context, req *types.DescribeDomainTrafficDataRequest, opts ...CallOption) (*types.DescribeDomainTrafficDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainTrafficData", req, new(types.DescribeDomainTrafficDataResponse), opts)
}

// DescribeDomainTrafficDataSeries returns the traffic of domains over any
// range, in bytes, as a [Series].
//
// Interval, the windows and how far back the data go are as in
// [Client.DescribeDomainBpsDataSeries].
func (c *Client) DescribeDomainTrafficDataSeries(ctx context.Context, req *types.DescribeDomainTrafficDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainTrafficDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainTrafficData", req, new(types.DescribeDomainTrafficDataResponse), new(Series[types.DomainTrafficDataModule]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainqpsdata
func (c *Client) DescribeDomainQpsData(ctx context.Context, req *types.DescribeDomainQpsDataRequest, opts ...CallOption) (*types.DescribeDomainQpsDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainQpsData", req, new(types.DescribeDomainQpsDataResponse), opts)
}

// DescribeDomainQpsDataSeries returns how many requests domains got over any
// range, a second and in all, as a [Series].
//
// Interval, the windows and how far back the data go are as in
// [Client.DescribeDomainBpsDataSeries].
func (c *Client) DescribeDomainQpsDataSeries(ctx context.Context, req *types.DescribeDomainQpsDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainQpsDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainQpsData", req, new(types.DescribeDomainQpsDataResponse), new(Series[types.DomainQpsDataModule]), opts, callOpts)
}

// DescribeDomainQpsDataByLayer returns how many requests domains got over time
// by network or application protocol, a second and in all.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. Interval 300 spans up to
// 3 days (93 days back, 15 minutes late), 3600 31 days (186 days back, 4 hours
// late) and 86400 366 days (366 days back, ready at 04:00 of the next day).
// Several domains, at most 500, are merged into one series.
//
// It only reads; at most 20 calls a second.
//
// Errors worth handling: InvalidStartTime.ValueNotSupported (older actions say
// so of a span that is too long) and InvalidEndTime.Mismatch (EndTime is before
// StartTime).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainqpsdatabylayer
func (c *Client) DescribeDomainQpsDataByLayer(ctx context.Context, req *types.DescribeDomainQpsDataByLayerRequest, opts ...CallOption) (*types.DescribeDomainQpsDataByLayerResponse, error) {
	return invoke(ctx, c, "DescribeDomainQpsDataByLayer", req, new(types.DescribeDomainQpsDataByLayerResponse), opts)
}

// DescribeDomainQpsDataByLayerSeries returns how many requests domains got by
// protocol over any range, a second and in all, as a [Series].
//
// Interval, the windows and how far back the data go are as in
// [Client.DescribeDomainBpsDataSeries].
func (c *Client) DescribeDomainQpsDataByLayerSeries(ctx context.Context, req *types.DescribeDomainQpsDataByLayerRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainQpsByLayerDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainQpsDataByLayer", req, new(types.DescribeDomainQpsDataByLayerResponse), new(Series[types.DomainQpsByLayerDataModule]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainhitratedata
func (c *Client) DescribeDomainHitRateData(ctx context.Context, req *types.DescribeDomainHitRateDataRequest, opts ...CallOption) (*types.DescribeDomainHitRateDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainHitRateData", req, new(types.DescribeDomainHitRateDataResponse), opts)
}

// DescribeDomainHitRateDataSeries returns the share of bytes that domains
// served from the cache over any range, in percent, as a [Series]. The mean of
// such shares is not the share of the whole range: weigh them by the traffic.
//
// Interval, the windows and how far back the data go are as in
// [Client.DescribeDomainBpsDataSeries].
func (c *Client) DescribeDomainHitRateDataSeries(ctx context.Context, req *types.DescribeDomainHitRateDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainHitRateDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainHitRateData", req, new(types.DescribeDomainHitRateDataResponse), new(Series[types.DomainHitRateDataModule]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainreqhitratedata
func (c *Client) DescribeDomainReqHitRateData(ctx context.Context, req *types.DescribeDomainReqHitRateDataRequest, opts ...CallOption) (*types.DescribeDomainReqHitRateDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainReqHitRateData", req, new(types.DescribeDomainReqHitRateDataResponse), opts)
}

// DescribeDomainReqHitRateDataSeries returns the share of requests that domains
// served from the cache over any range, in percent, as a [Series]. The mean of
// such shares is not the share of the whole range: weigh them by the requests.
//
// Interval, the windows and how far back the data go are as in
// [Client.DescribeDomainBpsDataSeries].
func (c *Client) DescribeDomainReqHitRateDataSeries(ctx context.Context, req *types.DescribeDomainReqHitRateDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainReqHitRateDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainReqHitRateData", req, new(types.DescribeDomainReqHitRateDataResponse), new(Series[types.DomainReqHitRateDataModule]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainhttpcodedata
func (c *Client) DescribeDomainHttpCodeData(ctx context.Context, req *types.DescribeDomainHttpCodeDataRequest, opts ...CallOption) (*types.DescribeDomainHttpCodeDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainHttpCodeData", req, new(types.DescribeDomainHttpCodeDataResponse), opts)
}

// DescribeDomainHttpCodeDataSeries returns with which HTTP status codes domains
// answered over any range, as a [Series].
//
// Interval, the windows and how far back the data go are as in
// [Client.DescribeDomainBpsDataSeries].
func (c *Client) DescribeDomainHttpCodeDataSeries(ctx context.Context, req *types.DescribeDomainHttpCodeDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainHttpCodeUsageData], error) {
	return pointSeries(ctx, c, "DescribeDomainHttpCodeData", req, new(types.DescribeDomainHttpCodeDataResponse), new(Series[types.DomainHttpCodeUsageData]), opts, callOpts)
}

// DescribeDomainHttpCodeDataByLayer returns with which HTTP status codes domains
// answered over time by protocol, as counts.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. Interval 300 spans up to
// 3 days (93 days back, 15 minutes late), 3600 31 days (186 days back, 4 hours
// late) and 86400 366 days (366 days back, ready at 04:00 of the next day); for
// 86400 the Chinese documents allow a span of 90 days only. Several domains, at
// most 500, are merged into one series.
//
// It only reads; at most 20 calls a second.
//
// Errors worth handling: InvalidStartTime.ValueNotSupported (older actions say
// so of a span that is too long) and InvalidEndTime.Mismatch (EndTime is before
// StartTime).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainhttpcodedatabylayer
func (c *Client) DescribeDomainHttpCodeDataByLayer(ctx context.Context, req *types.DescribeDomainHttpCodeDataByLayerRequest, opts ...CallOption) (*types.DescribeDomainHttpCodeDataByLayerResponse, error) {
	return invoke(ctx, c, "DescribeDomainHttpCodeDataByLayer", req, new(types.DescribeDomainHttpCodeDataByLayerResponse), opts)
}

// DescribeDomainHttpCodeDataByLayerSeries returns with which HTTP status codes
// domains answered by protocol over any range, as a [Series].
//
// Interval, the windows and how far back the data go are as in
// [Client.DescribeDomainBpsDataSeries].
func (c *Client) DescribeDomainHttpCodeDataByLayerSeries(ctx context.Context, req *types.DescribeDomainHttpCodeDataByLayerRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainHttpCodeByLayerDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainHttpCodeDataByLayer", req, new(types.DescribeDomainHttpCodeDataByLayerResponse), new(Series[types.DomainHttpCodeByLayerDataModule]), opts, callOpts)
}

// DescribeDomainDetailDataByLayer returns bandwidth, traffic, requests and status
// codes of domains by application protocol: a row for each domain and 5 minutes.
//
// It takes at most 30 domains and a span of at most 1 hour. Times are UTC. Data
// go back 93 days and are 15 minutes late. The English documents have mixed up
// the descriptions of this action, and give it the spans of its siblings.
//
// It only reads; at most 20 calls a second.
//
// Errors worth handling: InvalidStartTime.ValueNotSupported (older actions say
// so of a span that is too long) and InvalidDomainName.Malformed.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomaindetaildatabylayer
func (c *Client) DescribeDomainDetailDataByLayer(ctx context.Context, req *types.DescribeDomainDetailDataByLayerRequest, opts ...CallOption) (*types.DescribeDomainDetailDataByLayerResponse, error) {
	return invoke(ctx, c, "DescribeDomainDetailDataByLayer", req, new(types.DescribeDomainDetailDataByLayerResponse), opts)
}

// DescribeDomainDetailDataByLayerSeries returns bandwidth, traffic, requests and
// status codes of domains by application protocol over any range, as a [Series]:
// a point for each 5 minutes and domain.
//
// The windows are of 1 hour. Data go back 93 days and are 15 minutes late.
func (c *Client) DescribeDomainDetailDataByLayerSeries(ctx context.Context, req *types.DescribeDomainDetailDataByLayerRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainDetailByLayerDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainDetailDataByLayer", req, new(types.DescribeDomainDetailDataByLayerResponse), new(Series[types.DomainDetailByLayerDataModule]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainsrcbpsdata
func (c *Client) DescribeDomainSrcBpsData(ctx context.Context, req *types.DescribeDomainSrcBpsDataRequest, opts ...CallOption) (*types.DescribeDomainSrcBpsDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainSrcBpsData", req, new(types.DescribeDomainSrcBpsDataResponse), opts)
}

// DescribeDomainSrcBpsDataSeries returns the back-to-origin bandwidth of
// domains over any range, in bit/s, as a [Series].
//
// Interval, the windows and how far back the data go are as in
// [Client.DescribeDomainBpsDataSeries].
func (c *Client) DescribeDomainSrcBpsDataSeries(ctx context.Context, req *types.DescribeDomainSrcBpsDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainSrcBpsDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainSrcBpsData", req, new(types.DescribeDomainSrcBpsDataResponse), new(Series[types.DomainSrcBpsDataModule]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainsrctrafficdata
func (c *Client) DescribeDomainSrcTrafficData(ctx context.Context, req *types.DescribeDomainSrcTrafficDataRequest, opts ...CallOption) (*types.DescribeDomainSrcTrafficDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainSrcTrafficData", req, new(types.DescribeDomainSrcTrafficDataResponse), opts)
}

// DescribeDomainSrcTrafficDataSeries returns the back-to-origin traffic of
// domains over any range as a [Series]: in bytes today, in bits by the
// reference.
//
// Interval, the windows and how far back the data go are as in
// [Client.DescribeDomainBpsDataSeries].
func (c *Client) DescribeDomainSrcTrafficDataSeries(ctx context.Context, req *types.DescribeDomainSrcTrafficDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainSrcTrafficDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainSrcTrafficData", req, new(types.DescribeDomainSrcTrafficDataResponse), new(Series[types.DomainSrcTrafficDataModule]), opts, callOpts)
}

// DescribeDomainSrcQpsData returns the back-to-origin requests a second of
// domains over time.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. Interval 300 spans up to
// 3 days (93 days back, 15 minutes late), 3600 31 days (186 days back, 4 hours
// late) and 86400 366 days (366 days back, ready at 04:00 of the next day).
// Several domains are merged into one series; how many a call takes is not
// documented.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidStartTime.ValueNotSupported (older actions say
// so of a span that is too long) and InvalidDomainName.Overlimit (too many domains).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainsrcqpsdata
func (c *Client) DescribeDomainSrcQpsData(ctx context.Context, req *types.DescribeDomainSrcQpsDataRequest, opts ...CallOption) (*types.DescribeDomainSrcQpsDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainSrcQpsData", req, new(types.DescribeDomainSrcQpsDataResponse), opts)
}

// DescribeDomainSrcQpsDataSeries returns the back-to-origin requests a second of
// domains over any range, as a [Series].
//
// Interval, the windows and how far back the data go are as in
// [Client.DescribeDomainBpsDataSeries].
func (c *Client) DescribeDomainSrcQpsDataSeries(ctx context.Context, req *types.DescribeDomainSrcQpsDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainSrcQpsDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainSrcQpsData", req, new(types.DescribeDomainSrcQpsDataResponse), new(Series[types.DomainSrcQpsDataModule]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainsrchttpcodedata
func (c *Client) DescribeDomainSrcHttpCodeData(ctx context.Context, req *types.DescribeDomainSrcHttpCodeDataRequest, opts ...CallOption) (*types.DescribeDomainSrcHttpCodeDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainSrcHttpCodeData", req, new(types.DescribeDomainSrcHttpCodeDataResponse), opts)
}

// DescribeDomainSrcHttpCodeDataSeries returns with which HTTP status codes the
// origin of domains answered over any range, as a [Series].
//
// Interval, the windows and how far back the data go are as in
// [Client.DescribeDomainBpsDataSeries].
func (c *Client) DescribeDomainSrcHttpCodeDataSeries(ctx context.Context, req *types.DescribeDomainSrcHttpCodeDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainSrcHttpCodeUsageData], error) {
	return pointSeries(ctx, c, "DescribeDomainSrcHttpCodeData", req, new(types.DescribeDomainSrcHttpCodeDataResponse), new(Series[types.DomainSrcHttpCodeUsageData]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainaverageresponsetime
func (c *Client) DescribeDomainAverageResponseTime(ctx context.Context, req *types.DescribeDomainAverageResponseTimeRequest, opts ...CallOption) (*types.DescribeDomainAverageResponseTimeResponse, error) {
	return invoke(ctx, c, "DescribeDomainAverageResponseTime", req, new(types.DescribeDomainAverageResponseTimeResponse), opts)
}

// DescribeDomainAverageResponseTimeSeries returns the mean response time of
// domains over any range, in the service's unnamed unit, as a [Series].
//
// Interval and the windows are as in [Client.DescribeDomainBpsDataSeries];
// TimeMerge has no place in a series. Data of the last 90 days is kept.
func (c *Client) DescribeDomainAverageResponseTimeSeries(ctx context.Context, req *types.DescribeDomainAverageResponseTimeRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainAverageResponseTimeDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainAverageResponseTime", req, new(types.DescribeDomainAverageResponseTimeResponse), new(Series[types.DomainAverageResponseTimeDataModule]), opts, callOpts)
}

// DescribeDomainMax95BpsData returns the 95th percentile of the bandwidth of a
// domain, or of all merged, in bit/s: by day or by month.
//
// It takes StartTime and EndTime, for the day of StartTime if they are up to 24
// hours apart and for its month if they are further apart; or TimePoint and
// Cycle, for the day or month that TimePoint lies in; or StartTime, EndTime and
// Cycle, for each day or month of the range. With none of them the last 24 hours
// count. Times are UTC; of which zone the days and months are is not documented.
// Data go back 90 days, and so much is the longest span.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's) and InvalidTimeSpan (the span is too long).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainmax95bpsdata
func (c *Client) DescribeDomainMax95BpsData(ctx context.Context, req *types.DescribeDomainMax95BpsDataRequest, opts ...CallOption) (*types.DescribeDomainMax95BpsDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainMax95BpsData", req, new(types.DescribeDomainMax95BpsDataResponse), opts)
}

// DescribeDomainMax95BpsDataSeries returns the 95th percentile of each day over
// any range, in bit/s, as a [Series]: a point for each day and area. The mean of
// the days is not the percentile of the range: for that of a month there is
// [Client.DescribeDomainMax95BpsData], and for that of any range
// [types.Values.Percentile95] of a [Client.DescribeDomainBpsDataSeries].
//
// Cycle is a day, and TimePoint has no place in a series. The windows are of 90
// days, which is also how far back the data go.
func (c *Client) DescribeDomainMax95BpsDataSeries(ctx context.Context, req *types.DescribeDomainMax95BpsDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.Max95Detail], error) {
	return pointSeries(ctx, c, "DescribeDomainMax95BpsData", req, new(types.DescribeDomainMax95BpsDataResponse), new(Series[types.Max95Detail]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainbpsdatabytimestamp
func (c *Client) DescribeDomainBpsDataByTimeStamp(ctx context.Context, req *types.DescribeDomainBpsDataByTimeStampRequest, opts ...CallOption) (*types.DescribeDomainBpsDataByTimeStampResponse, error) {
	return invoke(ctx, c, "DescribeDomainBpsDataByTimeStamp", req, new(types.DescribeDomainBpsDataByTimeStampResponse), opts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainsusagebyday
func (c *Client) DescribeDomainsUsageByDay(ctx context.Context, req *types.DescribeDomainsUsageByDayRequest, opts ...CallOption) (*types.DescribeDomainsUsageByDayResponse, error) {
	return invoke(ctx, c, "DescribeDomainsUsageByDay", req, new(types.DescribeDomainsUsageByDayResponse), opts)
}

// DescribeDomainsUsageByDaySeries returns the usage of a domain, or of all, day
// by day over any range, as a [Series]: without the figures of the range as a
// whole, which calls for parts of it do not add up to.
//
// The windows are of 90 days, which is also how far back the data go. The
// service writes days without a zone; they are read and cut as days of UTC.
func (c *Client) DescribeDomainsUsageByDaySeries(ctx context.Context, req *types.DescribeDomainsUsageByDayRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.UsageByDay], error) {
	return pointSeries(ctx, c, "DescribeDomainsUsageByDay", req, new(types.DescribeDomainsUsageByDayResponse), new(Series[types.UsageByDay]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describetopdomainsbyflow
func (c *Client) DescribeTopDomainsByFlow(ctx context.Context, req *types.DescribeTopDomainsByFlowRequest, opts ...CallOption) (*types.DescribeTopDomainsByFlowResponse, error) {
	return invoke(ctx, c, "DescribeTopDomainsByFlow", req, new(types.DescribeTopDomainsByFlowResponse), opts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describerangedatabylocateandispservice
func (c *Client) DescribeRangeDataByLocateAndIspService(ctx context.Context, req *types.DescribeRangeDataByLocateAndIspServiceRequest, opts ...CallOption) (*types.DescribeRangeDataByLocateAndIspServiceResponse, error) {
	return invoke(ctx, c, "DescribeRangeDataByLocateAndIspService", req, new(types.DescribeRangeDataByLocateAndIspServiceResponse), opts)
}

// DescribeRangeDataByLocateAndIspServiceSeries returns the bandwidth, page
// views, hit rate, status codes and response time of a domain by region and ISP
// over any range, as a [Series]: a point for each 5 minutes, region and ISP.
//
// The windows are of 1 hour. Intervals of which the service has nothing at all
// are gaps; a region and ISP without figures has a point that is not set.
func (c *Client) DescribeRangeDataByLocateAndIspServiceSeries(ctx context.Context, req *types.DescribeRangeDataByLocateAndIspServiceRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.RangePoint], error) {
	return pointSeries(ctx, c, "DescribeRangeDataByLocateAndIspService", req, new(types.DescribeRangeDataByLocateAndIspServiceResponse), new(Series[types.RangePoint]), opts, callOpts)
}

// DescribeDomainMultiUsageData returns bandwidth and requests of domains, each by
// itself and every 5 minutes, by area and kind of request.
//
// Without StartTime and EndTime it covers the last 10 minutes. Times are UTC.
// The longest span is 1 hour, and data go back 90 days. A call takes at most 30 domains, deleted ones too; without any it covers all of
// the account. The documents seem to have exchanged the descriptions of the two
// kinds of request: take both as texts.
//
// It only reads; at most 50 calls a second.
//
// Errors worth handling: InvalidDomainName (a domain is not valid) and
// InvalidTimeSpan (the span is too long).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainmultiusagedata
func (c *Client) DescribeDomainMultiUsageData(ctx context.Context, req *types.DescribeDomainMultiUsageDataRequest, opts ...CallOption) (*types.DescribeDomainMultiUsageDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainMultiUsageData", req, new(types.DescribeDomainMultiUsageDataResponse), opts)
}

// DescribeDomainMultiUsageDataSeries returns bandwidth and requests of domains,
// each by itself, over any range, as a [Series]: of 5 minutes first the points
// with a bandwidth, then those with requests.
//
// The windows are of 1 hour. Data go back 90 days.
func (c *Client) DescribeDomainMultiUsageDataSeries(ctx context.Context, req *types.DescribeDomainMultiUsageDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.MultiUsagePoint], error) {
	return madeSeries(ctx, c, "DescribeDomainMultiUsageData", req, usagePoints, opts, callOpts)
}

// DescribeDomainPathData returns the traffic and the visits of a domain by
// directory, every 5 minutes in the vendor's samples.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. Data of the last 30 days are kept, and a span is
// shorter than that. A page has 20 records unless PageSize, at most 1000, says
// otherwise.
//
// The vendor opens it on request, domain by domain, to accounts whose peak
// bandwidth is 10 Gbit/s a day or more. The files of the domain have to be over
// 1 MB on average; with more than 100 directories the figures get inexact.
//
// It only reads; at most 100 calls a second by the Chinese documents (6000 a
// minute), 6000 by the English ones.
//
// Errors worth handling: InvalidTime.OverRange (the times lie outside of what is
// kept) and InvalidDomainName.Malformed.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainpathdata
func (c *Client) DescribeDomainPathData(ctx context.Context, req *types.DescribeDomainPathDataRequest, opts ...CallOption) (*types.DescribeDomainPathDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainPathData", req, new(types.DescribeDomainPathDataResponse), opts)
}

// DescribeDomainPathDataIter yields the records that
// [Client.DescribeDomainPathData] returns, from the page of the request to the
// last, 1000 a page unless the request says otherwise. Give StartTime and
// EndTime: without them each page is of the 24 hours before it.
//
// A page is fetched when its first record is asked for. An error is yielded once
// and is the last; the iterator may be ranged over again. No record is yielded
// twice. The request is not changed.
func (c *Client) DescribeDomainPathDataIter(ctx context.Context, req *types.DescribeDomainPathDataRequest, opts ...CallOption) iter.Seq2[types.DomainPathUsageData, error] {
	return pages(ctx, pathData, c.DescribeDomainPathData, req, opts)
}

var pathData = paging.List[types.DescribeDomainPathDataRequest, types.DescribeDomainPathDataResponse, types.DomainPathUsageData]{
	Action: "DescribeDomainPathData",
	Size:   1000,
	Page: func(req *types.DescribeDomainPathDataRequest) (number, size *int) {
		return &req.PageNumber, &req.PageSize
	},
	Read: func(resp *types.DescribeDomainPathDataResponse) paging.Page[types.DomainPathUsageData] {
		return paging.Page[types.DomainPathUsageData]{Items: resp.PathDataPerInterval, Size: int(resp.PageSize), Total: int64(resp.TotalCount)}
	},
	Key: func(record types.DomainPathUsageData) string { return fmt.Sprint(record.Time.Unix(), record.Path) },
}

// DescribeDomainCcActivityLog lists the requests that the rate limiting rules of
// domains acted on.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC. Data of the last 30 days are kept. A call takes at most
// 20 domains; without any it covers all of the account. A page has 30 records
// unless PageSize, at most 100, says otherwise.
//
// It only reads; at most 50 calls a second.
//
// Errors worth handling: InvalidStartTime.ValueNotSupported and
// InvalidEndTime.Mismatch (EndTime is before StartTime).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainccactivitylog
func (c *Client) DescribeDomainCcActivityLog(ctx context.Context, req *types.DescribeDomainCcActivityLogRequest, opts ...CallOption) (*types.DescribeDomainCcActivityLogResponse, error) {
	return invoke(ctx, c, "DescribeDomainCcActivityLog", req, new(types.DescribeDomainCcActivityLogResponse), opts)
}

// DescribeDomainCcActivityLogIter yields the records that
// [Client.DescribeDomainCcActivityLog] lists, from the page of the request to
// the last, 100 a page unless the request says otherwise. Give StartTime and
// EndTime: without them each page is of the 24 hours before it.
//
// A page is fetched when its first record is asked for. An error is yielded once
// and is the last; the iterator may be ranged over again. Of records on different
// pages that are the same in all their fields, one is yielded. The request is not
// changed.
func (c *Client) DescribeDomainCcActivityLogIter(ctx context.Context, req *types.DescribeDomainCcActivityLogRequest, opts ...CallOption) iter.Seq2[types.ActivityLog, error] {
	return pages(ctx, ccActivity, c.DescribeDomainCcActivityLog, req, opts)
}

var ccActivity = paging.List[types.DescribeDomainCcActivityLogRequest, types.DescribeDomainCcActivityLogResponse, types.ActivityLog]{
	Action: "DescribeDomainCcActivityLog",
	Size:   100,
	Page: func(req *types.DescribeDomainCcActivityLogRequest) (number, size *int) {
		return &req.PageNumber, &req.PageSize
	},
	Read: func(resp *types.DescribeDomainCcActivityLogResponse) paging.Page[types.ActivityLog] {
		return paging.Page[types.ActivityLog]{Items: resp.ActivityLog, Size: int(resp.PageSize), Total: int64(resp.Total)}
	},
	Key: func(r types.ActivityLog) string {
		return fmt.Sprintf("%d %q %q %q %q %q %d", r.TimeStamp.Unix(), r.DomainName, r.RuleName, r.TriggerObject, r.Value, r.Action, r.Ttl)
	},
}

// DescribeEsExecuteData returns how often an EdgeScript rule was run over time: a
// table for each way in which a run went, such as Exception and ExecutedAndHit.
//
// It takes the ID of the rule, as DescribeCdnDomainConfigs lists it, and a span
// in UTC. How long that may be and how far back data go is not documented.
//
// It only reads; at most 30 calls a second.
//
// Errors worth handling: InvalidStartTime.ValueNotSupported; what makes a
// StartTime unsupported is not documented.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeesexecutedata
func (c *Client) DescribeEsExecuteData(ctx context.Context, req *types.DescribeEsExecuteDataRequest, opts ...CallOption) (*types.DescribeEsExecuteDataResponse, error) {
	return invoke(ctx, c, "DescribeEsExecuteData", req, new(types.DescribeEsExecuteDataResponse), opts)
}

// DescribeEsExceptionData returns the errors of an EdgeScript rule over time: a
// table for each error, such as 401.
//
// It takes the ID of the rule, as DescribeCdnDomainConfigs lists it, and a span
// in UTC. How long that may be and how far back data go is not documented.
//
// It only reads; at most 30 calls a second.
//
// The documents name no errors.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeesexceptiondata
func (c *Client) DescribeEsExceptionData(ctx context.Context, req *types.DescribeEsExceptionDataRequest, opts ...CallOption) (*types.DescribeEsExceptionDataResponse, error) {
	return invoke(ctx, c, "DescribeEsExceptionData", req, new(types.DescribeEsExceptionDataResponse), opts)
}

// DescribeCdnRegionAndIsp returns the regions and ISPs that the monitoring
// actions take, by their English and Chinese names. It has no parameters.
//
// It only reads; at most 30 calls a second.
//
// Reference: section 5.8.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnregionandisp
func (c *Client) DescribeCdnRegionAndIsp(ctx context.Context, req *types.DescribeCdnRegionAndIspRequest, opts ...CallOption) (*types.DescribeCdnRegionAndIspResponse, error) {
	return invoke(ctx, c, "DescribeCdnRegionAndIsp", req, new(types.DescribeCdnRegionAndIspResponse), opts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describel2vipsbydomain
func (c *Client) DescribeL2VipsByDomain(ctx context.Context, req *types.DescribeL2VipsByDomainRequest, opts ...CallOption) (*types.DescribeL2VipsByDomainResponse, error) {
	return invoke(ctx, c, "DescribeL2VipsByDomain", req, new(types.DescribeL2VipsByDomainResponse), opts)
}

// DescribeUserVipsByDomain returns the addresses of the edge nodes (L1) that
// serve a domain; those of its L2 nodes are in [Client.DescribeL2VipsByDomain].
//
// It takes one domain.
//
// It only reads; at most 30 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound if the domain is offline or does
// not exist, and IllegalOperation, both with HTTP 400 here.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeuservipsbydomain
func (c *Client) DescribeUserVipsByDomain(ctx context.Context, req *types.DescribeUserVipsByDomainRequest, opts ...CallOption) (*types.DescribeUserVipsByDomainResponse, error) {
	return invoke(ctx, c, "DescribeUserVipsByDomain", req, new(types.DescribeUserVipsByDomainResponse), opts)
}

// DescribeIpInfo tells whether an address belongs to a CDN node, with its place
// and ISP in Chinese and English. For several of them there is
// [Client.BatchDescribeCdnIpInfo].
//
// It only reads; at most 50 calls a second.
//
// Errors worth handling: InvalidIP.ValueNotSupported.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeipinfo
func (c *Client) DescribeIpInfo(ctx context.Context, req *types.DescribeIpInfoRequest, opts ...CallOption) (*types.DescribeIpInfoResponse, error) {
	return invoke(ctx, c, "DescribeIpInfo", req, new(types.DescribeIpInfoResponse), opts)
}

// BatchDescribeCdnIpInfo tells of up to 20 addresses, IPv4 or IPv6, whether they
// belong to CDN nodes, with place and ISP in one language.
//
// It only reads; at most 20 calls a second.
//
// Errors worth handling: InvaildParameter, spelled so.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-batchdescribecdnipinfo
func (c *Client) BatchDescribeCdnIpInfo(ctx context.Context, req *types.BatchDescribeCdnIpInfoRequest, opts ...CallOption) (*types.BatchDescribeCdnIpInfoResponse, error) {
	return invoke(ctx, c, "BatchDescribeCdnIpInfo", req, new(types.BatchDescribeCdnIpInfoResponse), opts)
}

// DescribeIpStatus tells of up to 20 addresses whether the CDN nodes with them
// are in order.
//
// It only reads; at most 50 calls a second.
//
// Errors worth handling: InvalidArgIps.Malformed, InvalidArgIps.IpCanNotFound.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeipstatus
func (c *Client) DescribeIpStatus(ctx context.Context, req *types.DescribeIpStatusRequest, opts ...CallOption) (*types.DescribeIpStatusResponse, error) {
	return invoke(ctx, c, "DescribeIpStatus", req, new(types.DescribeIpStatusResponse), opts)
}

// DescribeBlockedRegions returns the countries and regions that region blocking
// knows, with their codes, and names in Chinese, English or Japanese.
//
// It only reads; at most 50 calls a second.
//
// Errors worth handling: FAILED, after which the call is repeated.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeblockedregions
func (c *Client) DescribeBlockedRegions(ctx context.Context, req *types.DescribeBlockedRegionsRequest, opts ...CallOption) (*types.DescribeBlockedRegionsResponse, error) {
	return invoke(ctx, c, "DescribeBlockedRegions", req, new(types.DescribeBlockedRegionsResponse), opts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainrealtimebpsdata
func (c *Client) DescribeDomainRealTimeBpsData(ctx context.Context, req *types.DescribeDomainRealTimeBpsDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeBpsDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainRealTimeBpsData", req, new(types.DescribeDomainRealTimeBpsDataResponse), opts)
}

// DescribeDomainRealTimeBpsDataSeries returns the bandwidth of domains minute
// by minute over any range, in bit/s, as a [Series].
//
// StartTime and EndTime are required. The windows are of 1 hour, the longest
// span that has a point a minute today. Such data go back 7 days and are 5
// minutes late; beyond that [Client.DescribeDomainBpsDataSeries] has 5 minutes.
func (c *Client) DescribeDomainRealTimeBpsDataSeries(ctx context.Context, req *types.DescribeDomainRealTimeBpsDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.BpsModel], error) {
	return pointSeries(ctx, c, "DescribeDomainRealTimeBpsData", req, new(types.DescribeDomainRealTimeBpsDataResponse), new(Series[types.BpsModel]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainrealtimesrcbpsdata
func (c *Client) DescribeDomainRealTimeSrcBpsData(ctx context.Context, req *types.DescribeDomainRealTimeSrcBpsDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeSrcBpsDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainRealTimeSrcBpsData", req, new(types.DescribeDomainRealTimeSrcBpsDataResponse), opts)
}

// DescribeDomainRealTimeSrcBpsDataSeries returns the back-to-origin bandwidth
// of domains minute by minute over any range, as a [Series].
//
// The windows and how far back the data go are as in
// [Client.DescribeDomainRealTimeBpsDataSeries]; beyond that
// [Client.DescribeDomainSrcBpsDataSeries] has 5 minutes.
func (c *Client) DescribeDomainRealTimeSrcBpsDataSeries(ctx context.Context, req *types.DescribeDomainRealTimeSrcBpsDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainRealTimeSrcBpsDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainRealTimeSrcBpsData", req, new(types.DescribeDomainRealTimeSrcBpsDataResponse), new(Series[types.DomainRealTimeSrcBpsDataModule]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainrealtimesrchttpcodedata
func (c *Client) DescribeDomainRealTimeSrcHttpCodeData(ctx context.Context, req *types.DescribeDomainRealTimeSrcHttpCodeDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeSrcHttpCodeDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainRealTimeSrcHttpCodeData", req, new(types.DescribeDomainRealTimeSrcHttpCodeDataResponse), opts)
}

// DescribeDomainRealTimeSrcHttpCodeDataSeries returns minute by minute with
// which HTTP status codes the origin answered over any range, as a [Series].
//
// The windows and how far back the data go are as in
// [Client.DescribeDomainRealTimeBpsDataSeries]; beyond that
// [Client.DescribeDomainSrcHttpCodeDataSeries] has 5 minutes.
func (c *Client) DescribeDomainRealTimeSrcHttpCodeDataSeries(ctx context.Context, req *types.DescribeDomainRealTimeSrcHttpCodeDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainRealTimeSrcHttpCodeUsageData], error) {
	return pointSeries(ctx, c, "DescribeDomainRealTimeSrcHttpCodeData", req, new(types.DescribeDomainRealTimeSrcHttpCodeDataResponse), new(Series[types.DomainRealTimeSrcHttpCodeUsageData]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainrealtimesrctrafficdata
func (c *Client) DescribeDomainRealTimeSrcTrafficData(ctx context.Context, req *types.DescribeDomainRealTimeSrcTrafficDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeSrcTrafficDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainRealTimeSrcTrafficData", req, new(types.DescribeDomainRealTimeSrcTrafficDataResponse), opts)
}

// DescribeDomainRealTimeSrcTrafficDataSeries returns the back-to-origin traffic
// of domains minute by minute over any range, in bits as the reference says, as
// a [Series].
//
// The windows and how far back the data go are as in
// [Client.DescribeDomainRealTimeBpsDataSeries]; beyond that
// [Client.DescribeDomainSrcTrafficDataSeries] has 5 minutes.
func (c *Client) DescribeDomainRealTimeSrcTrafficDataSeries(ctx context.Context, req *types.DescribeDomainRealTimeSrcTrafficDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainRealTimeSrcTrafficDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainRealTimeSrcTrafficData", req, new(types.DescribeDomainRealTimeSrcTrafficDataResponse), new(Series[types.DomainRealTimeSrcTrafficDataModule]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainrealtimebytehitratedata
func (c *Client) DescribeDomainRealTimeByteHitRateData(ctx context.Context, req *types.DescribeDomainRealTimeByteHitRateDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeByteHitRateDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainRealTimeByteHitRateData", req, new(types.DescribeDomainRealTimeByteHitRateDataResponse), opts)
}

// DescribeDomainRealTimeByteHitRateDataSeries returns the byte hit rate of
// domains minute by minute over any range, from 0 to 1 and not in percent, as a
// [Series].
//
// The windows and how far back the data go are as in
// [Client.DescribeDomainRealTimeBpsDataSeries]; beyond that
// [Client.DescribeDomainHitRateDataSeries] has 5 minutes.
func (c *Client) DescribeDomainRealTimeByteHitRateDataSeries(ctx context.Context, req *types.DescribeDomainRealTimeByteHitRateDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.ByteHitRateModel], error) {
	return pointSeries(ctx, c, "DescribeDomainRealTimeByteHitRateData", req, new(types.DescribeDomainRealTimeByteHitRateDataResponse), new(Series[types.ByteHitRateModel]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainrealtimeqpsdata
func (c *Client) DescribeDomainRealTimeQpsData(ctx context.Context, req *types.DescribeDomainRealTimeQpsDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeQpsDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainRealTimeQpsData", req, new(types.DescribeDomainRealTimeQpsDataResponse), opts)
}

// DescribeDomainRealTimeQpsDataSeries returns the requests a second of domains
// minute by minute over any range, as a [Series].
//
// The windows and how far back the data go are as in
// [Client.DescribeDomainRealTimeBpsDataSeries]; beyond that
// [Client.DescribeDomainQpsDataSeries] has 5 minutes.
func (c *Client) DescribeDomainRealTimeQpsDataSeries(ctx context.Context, req *types.DescribeDomainRealTimeQpsDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.QpsModel], error) {
	return pointSeries(ctx, c, "DescribeDomainRealTimeQpsData", req, new(types.DescribeDomainRealTimeQpsDataResponse), new(Series[types.QpsModel]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainrealtimehttpcodedata
func (c *Client) DescribeDomainRealTimeHttpCodeData(ctx context.Context, req *types.DescribeDomainRealTimeHttpCodeDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeHttpCodeDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainRealTimeHttpCodeData", req, new(types.DescribeDomainRealTimeHttpCodeDataResponse), opts)
}

// DescribeDomainRealTimeHttpCodeDataSeries returns minute by minute with which
// HTTP status codes clients were answered over any range, as a [Series].
//
// The windows and how far back the data go are as in
// [Client.DescribeDomainRealTimeBpsDataSeries]; beyond that
// [Client.DescribeDomainHttpCodeDataSeries] has 5 minutes.
func (c *Client) DescribeDomainRealTimeHttpCodeDataSeries(ctx context.Context, req *types.DescribeDomainRealTimeHttpCodeDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainRealTimeHttpCodeUsageData], error) {
	return pointSeries(ctx, c, "DescribeDomainRealTimeHttpCodeData", req, new(types.DescribeDomainRealTimeHttpCodeDataResponse), new(Series[types.DomainRealTimeHttpCodeUsageData]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainrealtimetrafficdata
func (c *Client) DescribeDomainRealTimeTrafficData(ctx context.Context, req *types.DescribeDomainRealTimeTrafficDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeTrafficDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainRealTimeTrafficData", req, new(types.DescribeDomainRealTimeTrafficDataResponse), opts)
}

// DescribeDomainRealTimeTrafficDataSeries returns the traffic of domains minute
// by minute over any range, in bytes, as a [Series].
//
// The windows and how far back the data go are as in
// [Client.DescribeDomainRealTimeBpsDataSeries]; beyond that
// [Client.DescribeDomainTrafficDataSeries] has 5 minutes.
func (c *Client) DescribeDomainRealTimeTrafficDataSeries(ctx context.Context, req *types.DescribeDomainRealTimeTrafficDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainRealTimeTrafficDataModule], error) {
	return pointSeries(ctx, c, "DescribeDomainRealTimeTrafficData", req, new(types.DescribeDomainRealTimeTrafficDataResponse), new(Series[types.DomainRealTimeTrafficDataModule]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainrealtimereqhitratedata
func (c *Client) DescribeDomainRealTimeReqHitRateData(ctx context.Context, req *types.DescribeDomainRealTimeReqHitRateDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeReqHitRateDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainRealTimeReqHitRateData", req, new(types.DescribeDomainRealTimeReqHitRateDataResponse), opts)
}

// DescribeDomainRealTimeReqHitRateDataSeries returns the request hit rate of
// domains minute by minute over any range, from 0 to 1 and not in percent, as a
// [Series].
//
// The windows and how far back the data go are as in
// [Client.DescribeDomainRealTimeBpsDataSeries]; beyond that
// [Client.DescribeDomainReqHitRateDataSeries] has 5 minutes.
func (c *Client) DescribeDomainRealTimeReqHitRateDataSeries(ctx context.Context, req *types.DescribeDomainRealTimeReqHitRateDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.ReqHitRateModel], error) {
	return pointSeries(ctx, c, "DescribeDomainRealTimeReqHitRateData", req, new(types.DescribeDomainRealTimeReqHitRateDataResponse), new(Series[types.ReqHitRateModel]), opts, callOpts)
}

// DescribeDomainRealTimeDetailData returns requests a second, bandwidth or status
// codes of domains minute by minute, by region and ISP.
//
// It takes at most 20 domains, of which the English documents know one, and a
// span of at most 10 minutes. Times are UTC. Data go back 7 days. Regions and
// ISPs are added up with MergeLocIsp.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomainName.Malformed and InvalidTime.Malformed.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainrealtimedetaildata
func (c *Client) DescribeDomainRealTimeDetailData(ctx context.Context, req *types.DescribeDomainRealTimeDetailDataRequest, opts ...CallOption) (*types.DescribeDomainRealTimeDetailDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainRealTimeDetailData", req, new(types.DescribeDomainRealTimeDetailDataResponse), opts)
}

// DescribeDomainRealTimeDetailDataSeries returns requests a second, bandwidth or
// status codes of domains by region and ISP over any range, as a [Series]: a point
// for each minute, domain, region and ISP, unless the request merges them.
//
// The windows are of 10 minutes: an hour takes 6 calls, of 10 a second. Data go
// back 7 days.
func (c *Client) DescribeDomainRealTimeDetailDataSeries(ctx context.Context, req *types.DescribeDomainRealTimeDetailDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.RealTimeDetailPoint], error) {
	return pointSeries(ctx, c, "DescribeDomainRealTimeDetailData", req, new(types.DescribeDomainRealTimeDetailDataResponse), new(Series[types.RealTimeDetailPoint]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomaintoprefervisit
func (c *Client) DescribeDomainTopReferVisit(ctx context.Context, req *types.DescribeDomainTopReferVisitRequest, opts ...CallOption) (*types.DescribeDomainTopReferVisitResponse, error) {
	return invoke(ctx, c, "DescribeDomainTopReferVisit", req, new(types.DescribeDomainTopReferVisitResponse), opts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomaintopurlvisit
func (c *Client) DescribeDomainTopUrlVisit(ctx context.Context, req *types.DescribeDomainTopUrlVisitRequest, opts ...CallOption) (*types.DescribeDomainTopUrlVisitResponse, error) {
	return invoke(ctx, c, "DescribeDomainTopUrlVisit", req, new(types.DescribeDomainTopUrlVisitResponse), opts)
}

// DescribeDomainSrcTopUrlVisit returns the URLs of domains that were most often
// fetched from the origin, all of them and by class of status code, with visits
// and traffic in bytes. The vendor has given up this statistic: data may be
// missing or wrong, and its operations reports (DescribeCdnReport) are to take its
// place.
//
// Without StartTime it covers the previous day; the longest span is 7 days. Times
// are UTC.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomainName.Mismatch (a domain is not valid),
// InvalidStartTime.ValueNotSupported and InvalidTime.ValueNotSupported (StartTime
// and EndTime do not fit together).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainsrctopurlvisit
func (c *Client) DescribeDomainSrcTopUrlVisit(ctx context.Context, req *types.DescribeDomainSrcTopUrlVisitRequest, opts ...CallOption) (*types.DescribeDomainSrcTopUrlVisitResponse, error) {
	return invoke(ctx, c, "DescribeDomainSrcTopUrlVisit", req, new(types.DescribeDomainSrcTopUrlVisitResponse), opts)
}

// DescribeDomainTopClientIpVisit returns the IPv4 clients of domains with the most
// traffic or requests, 20 of them by default and 100 at most. The vendor has given
// up this statistic: data may be missing or wrong, and its operations reports
// (DescribeCdnReport) are to take its place.
//
// Without StartTime and EndTime it covers the last 24 hours; give both or
// neither. Times are UTC, and data are no finer than an hour. Data go back 90
// days.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidStartTime.ValueNotSupported and
// InvalidEndTime.Mismatch (EndTime is before StartTime).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomaintopclientipvisit
func (c *Client) DescribeDomainTopClientIpVisit(ctx context.Context, req *types.DescribeDomainTopClientIpVisitRequest, opts ...CallOption) (*types.DescribeDomainTopClientIpVisitResponse, error) {
	return invoke(ctx, c, "DescribeDomainTopClientIpVisit", req, new(types.DescribeDomainTopClientIpVisitResponse), opts)
}

// DescribeDomainFileSizeProportionData returns how the files that a domain
// served spread over classes of size, as shares in percent, by the hour or by
// the day.
//
// Give StartTime and EndTime both or neither; without them it covers the last
// 24 hours. Times are UTC. Data go back 90 days, and so much is the longest
// span.
//
// It only reads; at most 10 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound (the domain is unknown or
// another account's), InvalidDomain.Offline, ServiceBusy (the domain is being
// configured), InvalidDomainName.ValueNotSupported (more than one domain) and
// InvalidStartTime.ValueNotSupported (the span is too long).
//
// Reference: section 5.5.
//
// Deprecated: the vendor has dropped the action without a successor.
func (c *Client) DescribeDomainFileSizeProportionData(ctx context.Context, req *types.DescribeDomainFileSizeProportionDataRequest, opts ...CallOption) (*types.DescribeDomainFileSizeProportionDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainFileSizeProportionData", req, new(types.DescribeDomainFileSizeProportionDataResponse), opts)
}

// DescribeDomainFileSizeProportionDataSeries returns hour by hour how the files
// that a domain served spread over classes of size, as shares in percent over
// any range, as a [Series].
//
// The windows are of a day, so that the service answers with hours. Data go
// back 90 days.
func (c *Client) DescribeDomainFileSizeProportionDataSeries(ctx context.Context, req *types.DescribeDomainFileSizeProportionDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainFileSizeProportionUsageData], error) {
	return pointSeries(ctx, c, "DescribeDomainFileSizeProportionData", req, new(types.DescribeDomainFileSizeProportionDataResponse), new(Series[types.DomainFileSizeProportionUsageData]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainispdata
func (c *Client) DescribeDomainISPData(ctx context.Context, req *types.DescribeDomainISPDataRequest, opts ...CallOption) (*types.DescribeDomainISPDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainISPData", req, new(types.DescribeDomainISPDataResponse), opts)
}

// DescribeDomainISPDataSeries returns day by day how the users of a domain, or
// of all domains, spread over ISPs over any range, as a [Series].
//
// The windows are days, counted from StartTime: begin at a midnight, and give
// both times by [types.UTC] or both by [types.Beijing] as you would to
// [Client.DescribeDomainISPData]. TimeStamp is the start of the day. A day
// takes a call. Data go back 90 days.
func (c *Client) DescribeDomainISPDataSeries(ctx context.Context, req *types.DescribeDomainISPDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.ISPShares], error) {
	return madeSeries(ctx, c, "DescribeDomainISPData", req, ispShares, opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainregiondata
func (c *Client) DescribeDomainRegionData(ctx context.Context, req *types.DescribeDomainRegionDataRequest, opts ...CallOption) (*types.DescribeDomainRegionDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainRegionData", req, new(types.DescribeDomainRegionDataResponse), opts)
}

// DescribeDomainRegionDataSeries returns day by day how the users of a domain,
// or of all domains, spread over regions over any range, as a [Series].
//
// The windows are days, counted from StartTime: begin at a midnight, and give
// both times by [types.UTC] or both by [types.Beijing] as you would to
// [Client.DescribeDomainRegionData]. TimeStamp is the start of the day. A day
// takes a call. Data go back 90 days.
func (c *Client) DescribeDomainRegionDataSeries(ctx context.Context, req *types.DescribeDomainRegionDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.RegionShares], error) {
	return madeSeries(ctx, c, "DescribeDomainRegionData", req, regionShares, opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainuvdata
func (c *Client) DescribeDomainUvData(ctx context.Context, req *types.DescribeDomainUvDataRequest, opts ...CallOption) (*types.DescribeDomainUvDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainUvData", req, new(types.DescribeDomainUvDataResponse), opts)
}

// DescribeDomainUvDataSeries returns the unique visitors of a domain hour by
// hour over any range, as a [Series]. They do not add up: whoever comes back in
// another hour counts again.
//
// The windows are of 90 days, which is also how far back the data go.
func (c *Client) DescribeDomainUvDataSeries(ctx context.Context, req *types.DescribeDomainUvDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainUvUsageData], error) {
	return pointSeries(ctx, c, "DescribeDomainUvData", req, new(types.DescribeDomainUvDataResponse), new(Series[types.DomainUvUsageData]), opts, callOpts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainpvdata
func (c *Client) DescribeDomainPvData(ctx context.Context, req *types.DescribeDomainPvDataRequest, opts ...CallOption) (*types.DescribeDomainPvDataResponse, error) {
	return invoke(ctx, c, "DescribeDomainPvData", req, new(types.DescribeDomainPvDataResponse), opts)
}

// DescribeDomainPvDataSeries returns the page views of a domain hour by hour
// over any range, as a [Series].
//
// The windows are of a day, so that the service answers with hours. Data go
// back 90 days.
func (c *Client) DescribeDomainPvDataSeries(ctx context.Context, req *types.DescribeDomainPvDataRequest, opts SeriesOptions, callOpts ...CallOption) (*Series[types.DomainPvUsageData], error) {
	return pointSeries(ctx, c, "DescribeDomainPvData", req, new(types.DescribeDomainPvDataResponse), new(Series[types.DomainPvUsageData]), opts, callOpts)
}

// Series is what a method whose name ends in Series returns: the points of an
// interval action over any range, put together from as many calls as its spans
// ask for. The request has to give the range, both StartTime and EndTime.
//
// A point belongs to the range if its interval overlaps it: the first may begin
// before StartTime, none begins at EndTime. The range is cut, in UTC and at whole
// intervals, into windows that a single call answers at the wanted granularity,
// and each point is taken from the one window that its TimeStamp lies in; the
// service, which now and then adds the point at EndTime, makes no duplicate.
// Units are those of the action. Call options go with each call;
// [WithRawResponse] is refused.
//
// Points that the service has not are left out and not made up: [Series.Gaps]
// tells them. Of what is older than an action keeps, or not ready yet, the
// service refuses a call or has no points; the method of the action says how far
// back and how late that is.
//
// An error about the request is a [*ParamError], before anything is sent, and
// comes without a series. When a window fails, repeats included, or ctx ends,
// those under way are canceled and no further one is begun. Then there are both
// a [*SeriesError] that names the window and a series of what was fetched;
// Missing says what to ask for again.
type Series[T any] struct {
	// Points are the points in the order of time. Where an action has several
	// of one time, such as one for each region, they keep its order.
	Points []T

	// Interval is the time from one point to the next.
	Interval time.Duration

	// StartTime is the start of the range, that of the request, in UTC.
	StartTime time.Time

	// EndTime is the end of the range, that of the request, in UTC. It is not
	// part of it.
	EndTime time.Time

	// Windows is in how many calls the series was asked for.
	Windows int

	// Missing are the windows that were not fetched, joined where they follow
	// each other, in the order of time; none unless there was an error.
	Missing []TimeRange
}

// TimeRange is the time from StartTime, inclusive, to EndTime, exclusive.
type TimeRange struct{ StartTime, EndTime time.Time }

// String writes the range in UTC.
func (r TimeRange) String() string {
	return r.StartTime.UTC().Format(time.RFC3339) + " to " + r.EndTime.UTC().Format(time.RFC3339)
}

// Gaps returns the ranges that have no points, in the order of time: those that
// the service left out, and those that were not fetched.
func (s *Series[T]) Gaps() []TimeRange {
	return gaps(window.Range{From: s.StartTime, To: s.EndTime}, s.Interval, s.Points)
}

func gaps(r window.Range, step time.Duration, points any) []TimeRange {
	return timeRanges(series.Gaps(r, step, series.Times(points)))
}

// Values returns the values of one field over time, for sums, peaks and
// percentiles:
//
//	peak := s.Values(func(p types.DomainBpsDataModule) types.Number { return p.Value }).Peak()
//
// A value that the service left out or left empty is not among them.
func (s *Series[T]) Values(field func(point T) types.Number) types.Values {
	values := make(types.Values, 0, len(s.Points))
	for i, at := range series.Times(s.Points) {
		if n := field(s.Points[i]); n.IsSet() {
			values = append(values, types.Value{Time: at, Number: n})
		}
	}
	return values
}

// SeriesOptions says how a [Series] is fetched.
type SeriesOptions struct {
	// Workers is how many windows are fetched at once; the default is 4. The
	// limiter of the client holds their calls to the rate of the action.
	Workers int

	// Progress is called after each window that was fetched, by one goroutine
	// at a time, with how many there are now and how many there will be.
	Progress func(done, windows int)
}

// pointSeries is what the methods for a Series do where answers, of the type of
// resp, have a list of points.
func pointSeries[S any](ctx context.Context, c *Client, action string, req, resp any, s S, opts SeriesOptions, callOpts []CallOption) (S, error) {
	points := reflect.ValueOf(s).Elem().FieldByName("Points").Type()
	read := func(_ types.Time, resp any) any { return series.Points(resp, points) }
	return newSeries(ctx, c, action, req, s, seriesAnswer{reflect.TypeOf(resp).Elem(), read}, opts, callOpts)
}

// madeSeries is what the methods for a Series do where read makes the points out of
// an answer about the time from start on.
func madeSeries[T, Resp any](ctx context.Context, c *Client, action string, req any, read func(start types.Time, resp *Resp) []T, opts SeriesOptions, callOpts []CallOption) (*Series[T], error) {
	untyped := func(start types.Time, resp any) any {
		typed, _ := resp.(*Resp)
		return read(start, typed)
	}
	return newSeries(ctx, c, action, req, new(Series[T]), seriesAnswer{reflect.TypeFor[Resp](), untyped}, opts, callOpts)
}

// usagePoints puts the two lists of an answer into one.
func usagePoints(_ types.Time, resp *types.DescribeDomainMultiUsageDataResponse) []types.MultiUsagePoint {
	var points []types.MultiUsagePoint
	for _, m := range resp.TrafficPerInterval {
		points = append(points, types.MultiUsagePoint{TimeStamp: m.TimeStamp, Domain: m.Domain, Area: m.Area, Type: m.Type, Bps: m.Bps})
	}
	for _, m := range resp.RequestPerInterval {
		points = append(points, types.MultiUsagePoint{TimeStamp: m.TimeStamp, Domain: m.Domain, Type: m.Type, Request: types.IntNumber(int64(m.Request))})
	}
	return points
}

// ispShares makes a point of the shares of a span, which may have none.
func ispShares(at types.Time, resp *types.DescribeDomainISPDataResponse) []types.ISPShares {
	shares := resp.Value
	for _, nested := range resp.ISPDataInterval {
		shares = append(shares, nested.Value...)
	}
	if len(shares) == 0 {
		return nil
	}
	return []types.ISPShares{{TimeStamp: at, Value: shares}}
}

// regionShares makes a point of the shares of a span, which may have none.
func regionShares(at types.Time, resp *types.DescribeDomainRegionDataResponse) []types.RegionShares {
	shares := resp.Value
	for _, nested := range resp.RegionDataInterval {
		shares = append(shares, nested.Value...)
	}
	if len(shares) == 0 {
		return nil
	}
	return []types.RegionShares{{TimeStamp: at, Value: shares}}
}

// checkStep refuses points at another distance than asked for: a service that
// does not accept an Interval uses another one without a word. What an answer
// says of the distance is not to be relied upon, and so it is enough if either
// that or the points agree. Where an answer does not say, points that do not
// fill the window may have gaps between them.
func checkStep(w window.Range, step, said time.Duration, times []time.Time) error {
	found := series.Step(times)
	switch {
	case found == 0, found == step, said == step:
		return nil
	case said == 0 && found%step == 0 && !series.Fill(w, found, times):
		return nil
	}
	return fmt.Errorf("the service answered with points every %v, not every %v", found, step)
}

// seriesAnswer is what the service answers for one window of a series.
type seriesAnswer struct {
	resp reflect.Type // the type of the response

	// read takes the points, a slice, out of a response about the time from
	// start on.
	read func(start types.Time, resp any) (points any)
}

// fetch asks for one window.
func (a seriesAnswer) fetch(ctx context.Context, c *Client, action string, part any, step time.Duration, callOpts []CallOption) (points any, err error) {
	resp := reflect.New(a.resp).Interface()
	if err := c.invoke(ctx, action, part, resp, callOpts); err != nil {
		return nil, err
	}
	start, end := series.Span(part)
	points = a.read(start, resp)
	return points, checkStep(window.Range{From: start.Time, To: end.Time}, step, series.DataInterval(resp), series.Times(points))
}

// newSeries fills s, which is a *Series, and returns it, or nil where nothing was
// sent. Like [invoke] it is one function for all its pointers.
func newSeries[S any](ctx context.Context, c *Client, action string, req any, s S, answer seriesAnswer, opts SeriesOptions, callOpts []CallOption) (S, error) {
	isMade, err := c.fillSeries(ctx, action, orEmpty(req), reflect.ValueOf(s).Elem(), answer, opts, callOpts)
	if !isMade {
		var none S
		return none, err
	}
	return s, err
}

func (c *Client) fillSeries(ctx context.Context, action string, req any, s reflect.Value, answer seriesAnswer, opts SeriesOptions, callOpts []CallOption) (isMade bool, err error) {
	grain, windows, err := seriesWindows(action, req, callOpts)
	if err != nil {
		return false, err
	}
	progress := func(done int) {
		if opts.Progress != nil {
			opts.Progress(done, len(windows))
		}
	}
	got := series.Fetch(ctx, windows, atOnce(opts.Workers), func(ctx context.Context, w window.Range) (any, error) {
		return answer.fetch(ctx, c, action, series.In(req, w, grain.Step), grain.Step, callOpts)
	}, progress)
	var missing []window.Range
	for i, w := range windows {
		if !got.Done[i] {
			missing = append(missing, w)
		}
	}
	asked := seriesRange(req)
	for name, value := range map[string]any{
		"Points":    series.Merge(asked, grain.Step, windows, got.Points, s.FieldByName("Points").Type()),
		"Interval":  grain.Step,
		"StartTime": asked.From,
		"EndTime":   asked.To,
		"Windows":   len(windows),
		"Missing":   timeRanges(window.Join(missing)),
	} {
		s.FieldByName(name).Set(reflect.ValueOf(value))
	}
	if got.Err == nil {
		return true, nil
	}
	failed := windows[got.Failed]
	return true, &SeriesError{
		Action: action, Window: TimeRange{failed.From, failed.To},
		Fetched: len(windows) - len(missing), Windows: len(windows), Err: got.Err,
	}
}

// atOnce returns how many things are done at once if so many are asked for.
func atOnce(workers int) int {
	const usual = 4
	if workers <= 0 {
		return usual
	}
	return workers
}

// seriesWindows cuts the range of a request, after it has checked all of the
// request.
func seriesWindows(action string, req any, callOpts []CallOption) (window.Grain, []window.Range, error) {
	var none window.Grain
	plan, _ := window.Of(action)
	asked := seriesRange(req)
	step, isNumber := series.Interval(req)
	grain, isOffered := plan.Grain(step, asked)
	var wrong param.Errors
	if asked.From.IsZero() {
		wrong = append(wrong, &param.Error{Param: "StartTime", Rule: "is required"})
	}
	switch {
	case asked.To.IsZero():
		wrong = append(wrong, &param.Error{Param: "EndTime", Rule: "is required"})
	case !asked.To.After(asked.From):
		wrong = append(wrong, &param.Error{Param: "EndTime", Rule: "is not later than StartTime"})
	}
	if !isNumber || !isOffered {
		wrong = append(wrong, &param.Error{Param: "Interval", Rule: "is none of " + plan.Steps()})
	}
	for name, rule := range series.Misfits(req) {
		wrong = append(wrong, &param.Error{Param: name, Rule: rule})
	}
	if wrong != nil {
		return none, nil, paramErrors(action, wrong)
	}
	windows := plan.Split(asked, grain)
	if _, err := param.Encode(series.In(req, windows[0], grain.Step)); err != nil {
		return none, nil, paramErrors(action, err)
	}
	return grain, windows, checkShared(action, callOpts)
}

func seriesRange(req any) window.Range {
	start, end := series.Span(req)
	return window.Range{From: start.UTC(), To: end.UTC()}
}

// checkShared refuses call options that cannot be shared by calls at once.
func checkShared(action string, opts []CallOption) error {
	shared := &call{action: action}
	for _, opt := range opts {
		if opt == nil {
			return fmt.Errorf("alicdn: %s: an option is nil", action)
		}
		if err := opt(shared); err != nil {
			return err
		}
	}
	if shared.raw != nil {
		return fmt.Errorf("alicdn: %s: WithRawResponse is for one call; a series makes many", action)
	}
	return nil
}

func timeRanges(windows []window.Range) []TimeRange {
	var ranges []TimeRange
	for _, w := range windows {
		ranges = append(ranges, TimeRange{w.From, w.To})
	}
	return ranges
}

// CompareSeries fetches one series a domain, several at once, and puts them
// side by side in time. Fetch has the series of one domain:
//
//	c, err := alicdn.CompareSeries(ctx, domainNames, func(ctx context.Context, domainName string) (*alicdn.Series[types.DomainBpsDataModule], error) {
//		return client.DescribeDomainBpsDataSeries(ctx, &types.DescribeDomainBpsDataRequest{
//			DomainName: []string{domainName}, StartTime: start, EndTime: end, Interval: types.Interval300,
//		}, alicdn.SeriesOptions{})
//	}, alicdn.CompareOptions{})
//
// A domain that fails does not stop the others. The comparison is there even if
// there is an error, which joins those of the domains, each naming its own; when
// ctx ends, the domains that were not begun have ctx.Err().
func CompareSeries[T any](ctx context.Context, domainNames []string, fetch func(ctx context.Context, domainName string) (*Series[T], error), opts CompareOptions) (*Comparison[T], error) {
	c := &Comparison[T]{Domains: make([]ComparedSeries[T], len(domainNames))}
	for i, name := range domainNames {
		c.Domains[i].DomainName = name
	}
	ended := workers.Each(ctx, atOnce(opts.Workers), series.Indices(len(domainNames)), func(ctx context.Context, i int) error {
		d := &c.Domains[i]
		d.Series, d.Err = fetch(ctx, d.DomainName)
		return nil
	})
	errs := make([]error, len(domainNames))
	for i := range c.Domains {
		d := &c.Domains[i]
		if d.Err == nil && d.Series == nil {
			d.Err = ended // it was not begun
		}
		if d.Err != nil {
			errs[i] = fmt.Errorf("%s: %w", d.DomainName, d.Err)
		}
	}
	c.align()
	return c, errors.Join(errs...)
}

// CompareOptions says how [CompareSeries] fetches.
type CompareOptions struct {
	// Workers is how many domains are fetched at once; the default is 4. Each
	// of them may fetch several windows at once, see [SeriesOptions].
	Workers int
}

// Comparison is the series of several domains side by side in time.
type Comparison[T any] struct {
	// Times are the times at which any of the domains has a point, in order.
	Times []time.Time

	// Domains are the domains in the order in which they were asked for.
	Domains []ComparedSeries[T]
}

// ComparedSeries is one domain of a [Comparison].
type ComparedSeries[T any] struct {
	// DomainName is the domain.
	DomainName string

	// Points has the domain's point at each of the comparison's Times, nil
	// where it has none. Of several at one time it is the first.
	Points []*T

	// Series is the domain's series: what was fetched of it if Err is set, and
	// nil if that is nothing.
	Series *Series[T]

	// Err is why the series is not whole; nil if it is.
	Err error
}

// align gives the domains a common axis of time.
func (c *Comparison[T]) align() {
	times := make([][]time.Time, len(c.Domains))
	for i, d := range c.Domains {
		if d.Series != nil {
			times[i] = series.Times(d.Series.Points)
		}
	}
	c.Times = series.Union(times)
	for i := range c.Domains {
		d := &c.Domains[i]
		d.Points = make([]*T, len(c.Times))
		for n, at := range series.Align(c.Times, times[i]) {
			if at >= 0 {
				d.Points[n] = &d.Series.Points[at]
			}
		}
	}
}
