package alicdn

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/alicdn/alicdn-go/internal/accesslog"
	"github.com/alicdn/alicdn-go/internal/paging"
	"github.com/alicdn/alicdn-go/types"
)

// DescribeCdnDomainLogs returns where the raw access logs of a domain can be
// downloaded.
//
// Without StartTime and EndTime it covers the last 24 hours. A span is at most
// one year long. The reference says that logs are kept for one year; today's
// service has those of the last month only. A page holds 300 log files unless
// PageSize, at most 1000, says otherwise. Times are UTC. LogPath has no scheme
// and is signed: it is a secret until it expires.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling today: InvalidStartTime.ValueNotSupported for logs that
// are gone.
//
// Reference: section 7.1.
func (c *Client) DescribeCdnDomainLogs(ctx context.Context, req *types.DescribeCdnDomainLogsRequest, opts ...CallOption) (*types.DescribeCdnDomainLogsResponse, error) {
	return invoke[types.DescribeCdnDomainLogsResponse](ctx, c, "DescribeCdnDomainLogs", req, opts)
}

// DescribeCdnDomainLogsIter yields the log files that
// [Client.DescribeCdnDomainLogs] lists, with their domain, from the page of the
// request to the last, 1000 a page unless the request says otherwise.
//
// A page is fetched when its first file is asked for. An error is yielded once
// and is the last; the iterator may be ranged over again. No file is yielded
// twice. LogPath expires: download a file before long. The request is not
// changed.
func (c *Client) DescribeCdnDomainLogsIter(ctx context.Context, req *types.DescribeCdnDomainLogsRequest, opts ...CallOption) iter.Seq2[types.LogFile, error] {
	return pages(ctx, domainLogs, c.DescribeCdnDomainLogs, req, opts)
}

var domainLogs = paging.List[types.DescribeCdnDomainLogsRequest, types.DescribeCdnDomainLogsResponse, types.LogFile]{
	Action: "DescribeCdnDomainLogs",
	Size:   1000,
	Page: func(req *types.DescribeCdnDomainLogsRequest) (number, size *int) {
		return &req.PageNumber, &req.PageSize
	},
	Read: func(resp *types.DescribeCdnDomainLogsResponse) (page paging.Page[types.LogFile]) {
		for _, detail := range resp.DomainLogDetails {
			for _, info := range detail.LogInfos {
				page.Items = append(page.Items, types.LogFile{DomainName: detail.DomainName, LogInfoDetail: info})
			}
			page.Size, page.Total = int(detail.PageInfos.PageSize), int64(detail.PageInfos.Total)
		}
		return page
	},
	Key: func(file types.LogFile) string { return file.DomainName + " " + file.LogName },
}

// ReadLogOptions are the options of [ReadLog].
type ReadLogOptions struct {
	// OnBrokenLine is told of each line that is no entry. Without it the lines
	// are counted, and reading ends with a [*BrokenLinesError] if there were
	// any.
	OnBrokenLine func(*LogLineError)
}

// ReadLog yields the entries of an access log in the standard format, straight
// from r, which may be plain text or gzip of one or several members.
//
// Every error ends it, and it is the last that is yielded: what reading r
// failed with, [io.ErrUnexpectedEOF] for gzip that is cut off, or
// [compress/gzip.ErrChecksum] for gzip that is damaged. A line that is no entry, or
// longer than 64 KiB, does not end it: see [ReadLogOptions.OnBrokenLine].
//
//	for entry, err := range alicdn.ReadLog(file, alicdn.ReadLogOptions{}) {
//
// Little memory is used, however long the log and its lines are. r is read as
// far as the loop goes, and not closed.
func ReadLog(r io.Reader, opts ReadLogOptions) iter.Seq2[types.LogEntry, error] {
	return func(yield func(types.LogEntry, error) bool) {
		broken := brokenLines{report: opts.OnBrokenLine}
		more := broken.read("", r, func(entry types.LogEntry, err error) bool {
			if err != nil {
				err = fmt.Errorf("alicdn: read log: %w", err)
			}
			return yield(entry, err)
		})
		if err := broken.err(); more && err != nil {
			yield(types.LogEntry{}, err)
		}
	}
}

// ParseLogLine reads one line of an access log in the standard format, with or
// without its end. The error is a [*LogLineError].
//
// A Referer, URL or User-Agent with quotes in it is read as the log has it,
// except that a client which sends what looks like the rest of a line can
// deceive every reader of this format.
func ParseLogLine(line string) (types.LogEntry, error) {
	line = strings.TrimRight(line, "\r\n")
	var parser accesslog.Parser
	entry, err := parser.Parse(line)
	if err != nil {
		return types.LogEntry{}, &LogLineError{Text: line, err: err}
	}
	return entry, nil
}

// LogLineError is a line of an access log that is no entry of the standard
// format.
type LogLineError struct {
	// LogName is the log file that the line is in; empty for one read from an
	// [io.Reader].
	LogName string

	// Line is the number of the line in its file, counted from 1.
	Line int64

	// Text is the line, its first 64 KiB. It may hold what is secret, such as
	// the token of a URL, and is no part of the error's text.
	Text string `json:"-"`

	err error
}

// Error says where the line is and what is wrong with it.
func (e *LogLineError) Error() string {
	text := "alicdn: log"
	if e.LogName != "" {
		text += " " + oneLine(e.LogName)
	}
	if e.Line > 0 {
		text += fmt.Sprintf(": line %d", e.Line)
	}
	return text + ": " + e.err.Error()
}

// GoString describes the error as Error does: the line is not to be printed.
func (e *LogLineError) GoString() string { return e.Error() }

// Unwrap returns what is wrong with the line.
func (e *LogLineError) Unwrap() error { return e.err }

// BrokenLinesError ends the reading of logs in which some lines were no
// entries. All others have been yielded before it.
type BrokenLinesError struct {
	// Count is how many lines were broken.
	Count int64

	// First is the first of them.
	First *LogLineError
}

// Error says how many lines were broken and what is wrong with the first.
func (e *BrokenLinesError) Error() string {
	return fmt.Sprintf("%v (%d broken lines in all)", e.First, e.Count)
}

// Unwrap returns the first broken line.
func (e *BrokenLinesError) Unwrap() error { return e.First }

// brokenLines keeps account of broken lines, or hands them on.
type brokenLines struct {
	report func(*LogLineError)
	first  *LogLineError
	count  int64
}

func (b *brokenLines) add(line *LogLineError) {
	if b.report != nil {
		b.report(line)
		return
	}
	if b.count++; b.count == 1 {
		b.first = line
	}
}

// err is the error to end with, nil if no line was broken.
func (b *brokenLines) err() error {
	if b.count == 0 {
		return nil
	}
	return &BrokenLinesError{Count: b.count, First: b.first}
}

// read yields the entries of a log, and the error that ends it before its end.
// It reports whether the whole log was read.
func (b *brokenLines) read(name string, r io.Reader, yield func(types.LogEntry, error) bool) bool {
	reader := accesslog.NewReader(r)
	for {
		entry, err := reader.Next()
		if err == nil {
			if !yield(entry, nil) {
				return false
			}
			continue
		}
		if err == io.EOF { //nolint:errorlint // a wrapped one is not the end
			return true
		}
		line, ok := errors.AsType[*accesslog.LineError](err)
		if !ok {
			yield(types.LogEntry{}, err)
			return false
		}
		b.add(&LogLineError{LogName: name, Line: line.Number, Text: line.Text, err: line.Err})
	}
}

// CreateRealtimeLogDelivery starts the real-time delivery of a domain's logs to
// a Logstore of Log Service.
//
// Today's service spells the action CreateRealTimeLogDelivery, with the same
// parameters; whether it still accepts the spelling of the reference is not
// documented. [Client.Do] sends the other one.
//
// What a second call for the same domain does is not documented, so it is not
// repeated after a lost answer. At most 100 calls a second.
//
// Errors worth handling: Unauthorized if real-time delivery is not authorised,
// LogstoreNotExist.
//
// Reference: section 7.2.
func (c *Client) CreateRealtimeLogDelivery(ctx context.Context, req *types.CreateRealtimeLogDeliveryRequest, opts ...CallOption) (*types.CreateRealtimeLogDeliveryResponse, error) {
	return invoke[types.CreateRealtimeLogDeliveryResponse](ctx, c, "CreateRealtimeLogDelivery", req, opts)
}

// DeleteRealtimeLogDelivery ends the real-time delivery of the logs of domains.
//
// Repeating it has no second effect; at most 100 calls a second.
//
// Errors worth handling: Unauthorized if real-time delivery is not authorised,
// LogstoreNotExist.
//
// Reference: section 7.3.
func (c *Client) DeleteRealtimeLogDelivery(ctx context.Context, req *types.DeleteRealtimeLogDeliveryRequest, opts ...CallOption) (*types.DeleteRealtimeLogDeliveryResponse, error) {
	return invoke[types.DeleteRealtimeLogDeliveryResponse](ctx, c, "DeleteRealtimeLogDelivery", req, opts)
}

// DescribeDomainRealtimeLogDelivery returns where the logs of a domain are
// delivered in real time, and whether the delivery runs.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: Domain.NotFound if the domain has no real-time
// delivery, and today Unauthorized if real-time delivery is not authorised.
//
// Reference: section 7.4.
func (c *Client) DescribeDomainRealtimeLogDelivery(ctx context.Context, req *types.DescribeDomainRealtimeLogDeliveryRequest, opts ...CallOption) (*types.DescribeDomainRealtimeLogDeliveryResponse, error) {
	return invoke[types.DescribeDomainRealtimeLogDeliveryResponse](ctx, c, "DescribeDomainRealtimeLogDelivery", req, opts)
}

// DescribeRealtimeDeliveryAcc returns how many real-time log deliveries
// succeeded and failed over time.
//
// A span is at most one year long. Interval is 300, 3600 or 86400 seconds; left
// out, it is 300 for a span of at most 3 days, 3600 for one over 3 days and
// 86400 for one over 30 days. What is covered without StartTime and EndTime is
// not documented. Times are UTC.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidStartTime.ValueNotSupported if the span is too
// long, InvalidEndTime.Mismatch.
//
// Reference: section 7.5.
func (c *Client) DescribeRealtimeDeliveryAcc(ctx context.Context, req *types.DescribeRealtimeDeliveryAccRequest, opts ...CallOption) (*types.DescribeRealtimeDeliveryAccResponse, error) {
	return invoke[types.DescribeRealtimeDeliveryAccResponse](ctx, c, "DescribeRealtimeDeliveryAcc", req, opts)
}

// DisableRealtimeLogDelivery pauses the real-time delivery of the logs of
// domains. EnableRealtimeLogDelivery resumes it.
//
// Repeating it has no second effect; at most 100 calls a second.
//
// Errors worth handling: Unauthorized if real-time delivery is not authorised,
// and today Domain.NotFound.
//
// Reference: section 7.6.
func (c *Client) DisableRealtimeLogDelivery(ctx context.Context, req *types.DisableRealtimeLogDeliveryRequest, opts ...CallOption) (*types.DisableRealtimeLogDeliveryResponse, error) {
	return invoke[types.DisableRealtimeLogDeliveryResponse](ctx, c, "DisableRealtimeLogDelivery", req, opts)
}

// EnableRealtimeLogDelivery resumes the real-time delivery of the logs of
// domains that DisableRealtimeLogDelivery paused.
//
// Repeating it has no second effect; at most 100 calls a second.
//
// Errors worth handling: Unauthorized if real-time delivery is not authorised,
// and today Domain.NotFound.
//
// Reference: section 7.7.
func (c *Client) EnableRealtimeLogDelivery(ctx context.Context, req *types.EnableRealtimeLogDeliveryRequest, opts ...CallOption) (*types.EnableRealtimeLogDeliveryResponse, error) {
	return invoke[types.EnableRealtimeLogDeliveryResponse](ctx, c, "EnableRealtimeLogDelivery", req, opts)
}

// ListRealtimeLogDeliveryDomains returns the domains whose logs are delivered
// to Logstores in real time.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: Unauthorized if real-time delivery is not authorised,
// LogstoreNotExist, and today DomainsNotFound if there is no domain.
//
// Reference: section 7.8.
func (c *Client) ListRealtimeLogDeliveryDomains(ctx context.Context, req *types.ListRealtimeLogDeliveryDomainsRequest, opts ...CallOption) (*types.ListRealtimeLogDeliveryDomainsResponse, error) {
	return invoke[types.ListRealtimeLogDeliveryDomainsResponse](ctx, c, "ListRealtimeLogDeliveryDomains", req, opts)
}

// ModifyRealtimeLogDelivery changes where the logs of a domain are delivered in
// real time. The logs of a domain go to one Logstore only.
//
// Repeating it has no second effect; at most 100 calls a second.
//
// Errors worth handling: Domain.NotFound if the domain has no real-time
// delivery, LogstoreNotExist, and today Unauthorized if real-time delivery is
// not authorised.
//
// Reference: section 7.9.
func (c *Client) ModifyRealtimeLogDelivery(ctx context.Context, req *types.ModifyRealtimeLogDeliveryRequest, opts ...CallOption) (*types.ModifyRealtimeLogDeliveryResponse, error) {
	return invoke[types.ModifyRealtimeLogDeliveryResponse](ctx, c, "ModifyRealtimeLogDelivery", req, opts)
}

// ListRealtimeLogDeliveryInfos returns the real-time log deliveries of the
// account.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: Unauthorized if real-time delivery is not authorised.
//
// Reference: section 7.10.
func (c *Client) ListRealtimeLogDeliveryInfos(ctx context.Context, req *types.ListRealtimeLogDeliveryInfosRequest, opts ...CallOption) (*types.ListRealtimeLogDeliveryInfosResponse, error) {
	return invoke[types.ListRealtimeLogDeliveryInfosResponse](ctx, c, "ListRealtimeLogDeliveryInfos", req, opts)
}

// DescribeCustomLogConfig returns a custom log format.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: Config.NotFound if the format does not exist or is
// another account's, InvalidConfigId.
//
// Reference: section 7.11.
func (c *Client) DescribeCustomLogConfig(ctx context.Context, req *types.DescribeCustomLogConfigRequest, opts ...CallOption) (*types.DescribeCustomLogConfigResponse, error) {
	return invoke[types.DescribeCustomLogConfigResponse](ctx, c, "DescribeCustomLogConfig", req, opts)
}

// DescribeDomainCustomLogConfig returns the custom log format of a domain.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: Config.NotFound if the domain has the standard format.
//
// Reference: section 7.12.
func (c *Client) DescribeDomainCustomLogConfig(ctx context.Context, req *types.DescribeDomainCustomLogConfigRequest, opts ...CallOption) (*types.DescribeDomainCustomLogConfigResponse, error) {
	return invoke[types.DescribeDomainCustomLogConfigResponse](ctx, c, "DescribeDomainCustomLogConfig", req, opts)
}

// ListDomainsByLogConfigId returns the domains that use a custom log format.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: Domains.NotFound if no domain uses the format,
// InvalidConfigId.
//
// Reference: section 7.13.
func (c *Client) ListDomainsByLogConfigId(ctx context.Context, req *types.ListDomainsByLogConfigIdRequest, opts ...CallOption) (*types.ListDomainsByLogConfigIdResponse, error) {
	return invoke[types.ListDomainsByLogConfigIdResponse](ctx, c, "ListDomainsByLogConfigId", req, opts)
}

// ListUserCustomLogConfig returns the IDs of the account's custom log formats.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: ConfgIds.NotFound, spelled so, if there is none.
//
// Reference: section 7.14.
func (c *Client) ListUserCustomLogConfig(ctx context.Context, req *types.ListUserCustomLogConfigRequest, opts ...CallOption) (*types.ListUserCustomLogConfigResponse, error) {
	return invoke[types.ListUserCustomLogConfigResponse](ctx, c, "ListUserCustomLogConfig", req, opts)
}

// ModifyDomainCustomLogConfig gives a domain a custom log format.
//
// The vendor no longer documents it, and names no successor.
//
// Repeating it has no second effect.
//
// Errors worth handling: InvalidConfigId if the format does not exist or is
// another account's.
//
// Reference: section 7.15.
func (c *Client) ModifyDomainCustomLogConfig(ctx context.Context, req *types.ModifyDomainCustomLogConfigRequest, opts ...CallOption) (*types.ModifyDomainCustomLogConfigResponse, error) {
	return invoke[types.ModifyDomainCustomLogConfigResponse](ctx, c, "ModifyDomainCustomLogConfig", req, opts)
}

// ModifyUserCustomLogConfig changes the label of a custom log format. Nothing
// else of the format can be changed.
//
// The vendor no longer documents it, and names no successor.
//
// Repeating it has no second effect.
//
// Errors worth handling: InvalidConfigId if the format does not exist or is
// another account's, InvalidTag if the label is too long.
//
// Reference: section 7.16.
func (c *Client) ModifyUserCustomLogConfig(ctx context.Context, req *types.ModifyUserCustomLogConfigRequest, opts ...CallOption) (*types.ModifyUserCustomLogConfigResponse, error) {
	return invoke[types.ModifyUserCustomLogConfigResponse](ctx, c, "ModifyUserCustomLogConfig", req, opts)
}
