package alicdn

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/alicdn/alicdn-go/internal/accesslog"
	"github.com/alicdn/alicdn-go/internal/download"
	"github.com/alicdn/alicdn-go/internal/paging"
	"github.com/alicdn/alicdn-go/internal/retry"
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdndomainlogs
func (c *Client) DescribeCdnDomainLogs(ctx context.Context, req *types.DescribeCdnDomainLogsRequest, opts ...CallOption) (*types.DescribeCdnDomainLogsResponse, error) {
	return invoke(ctx, c, "DescribeCdnDomainLogs", req, new(types.DescribeCdnDomainLogsResponse), opts)
}

// DescribeCdnDomainLogsIter yields the log files that
// [Client.DescribeCdnDomainLogs] lists, with their domain, from the page of the
// request to the last, 1000 a page unless the request says otherwise.
//
// A page is fetched when its first file is asked for. An error is yielded once
// and is the last; the iterator may be ranged over again. No file is yielded
// twice. LogPath expires: download a file before long, or let
// [Client.DownloadLogs] do it. The request is not changed.
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

// DownloadLogsOptions are the options of [Client.DownloadLogs].
type DownloadLogsOptions struct {
	// Workers is how many files are fetched at once. The default is 4.
	Workers int

	// Scheme is how files are fetched whose LogPath has no scheme: https, the
	// default, or http, which needs a client made [WithInsecureHTTP]. Files on
	// a loopback host are fetched as the client calls the API.
	Scheme string

	// OnProgress, unless nil, is told of each MiB that has arrived and of each
	// file that has ended, by one goroutine at a time. Nothing goes on before
	// it returns.
	OnProgress func(LogProgress)
}

// LogProgress is how far a download of log files is.
type LogProgress struct {
	// Files are the files that have ended, well or not; Failed are those that
	// failed; TotalFiles are all.
	Files, Failed, TotalFiles int

	// Bytes are the bytes in the folder of files that were downloaded or there
	// already, unfinished ones included; TotalBytes are those of all files as
	// the service lists them.
	Bytes, TotalBytes int64
}

// DownloadedLog is what became of a log file.
type DownloadedLog struct {
	// DomainName is the domain.
	DomainName string

	// LogName is the name of the file.
	LogName string

	// StartTime and EndTime are the span of the log, as listed.
	StartTime, EndTime types.Time

	// Path is where the file is, in the folder given; empty if it failed.
	Path string

	// Size is the size of the file in bytes.
	Size int64

	// Received is how many bytes were received for it: fewer than Size if part
	// of it was there already, more if it had to be begun again.
	Received int64

	// Skipped reports whether the whole file was there already.
	Skipped bool

	// Err is why it failed, a [*LogFileError]; nil if it did not.
	Err error
}

// DownloadLogs downloads the log files that [Client.DescribeCdnDomainLogs] lists
// for req, on all pages from that of the request on, into the folder dir, which
// is made if need be. It returns what became of each file, in the order of the
// list, and an error if one of them failed.
//
// A file gets its name, LogName, only when it is whole: its size is the one
// listed and, for gzip, its checksum fits. Files that are there in that size are
// left alone. What there is of an unfinished one stands under its name with
// .part behind, and the next call goes on with it, so that after any failure the
// same call repeated is the remedy. Do not let two calls work on one folder at
// once.
//
// Broken connections are taken up where they broke, as often as [RetryPolicy]
// says and once more for each MiB that has arrived; one is broken if nothing
// arrives for the time of [WithTimeout]. A LogPath that expires meanwhile is
// looked up again. One failed file does not keep the others; if listing fails,
// nothing is downloaded.
//
// Files come from another host than the API, over the client's transport but
// without its timeout, cookies and credentials; limiter, logger and hooks see
// the calls of the API only. Redirects are not followed. No error tells a
// LogPath.
//
// Errors worth handling: those of ctx; [ErrForbidden] and [ErrNotFound] within a
// [*LogFileError].
func (c *Client) DownloadLogs(ctx context.Context, req *types.DescribeCdnDomainLogsRequest, dir string, opts DownloadLogsOptions) ([]DownloadedLog, error) {
	const helper, usualWorkers = "DownloadLogs", 4
	if opts.Workers < 0 {
		return nil, &ParamError{helper, "Workers", "is negative"}
	}
	if err := c.checkLogScheme(helper, opts.Scheme); err != nil {
		return nil, err
	}
	files, err := Collect(c.DescribeCdnDomainLogsIter(ctx, req), 0)
	if err != nil {
		return nil, err
	}
	folder, err := openFolder(dir)
	if err != nil {
		return nil, fmt.Errorf("alicdn: %s: %w", helper, err)
	}
	defer func() { _ = folder.Close() }()

	items := make([]download.Item, len(files))
	for i, file := range files {
		items[i] = download.Item{Name: file.LogName, Size: logSize(file), Open: func() (download.File, error) {
			return c.logFile(req, file, opts.Scheme)
		}}
	}
	results := c.downloads().SaveAll(ctx, items, folder, cmp.Or(opts.Workers, usualWorkers), func(p download.Progress) {
		if opts.OnProgress != nil {
			opts.OnProgress(LogProgress(p))
		}
	})
	return downloadedLogs(ctx, files, results, dir)
}

func openFolder(dir string) (*os.Root, error) {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return nil, err
	}
	return os.OpenRoot(dir)
}

// downloadedLogs puts files and what became of them together.
func downloadedLogs(ctx context.Context, files []types.LogFile, results []download.Result, dir string) ([]DownloadedLog, error) {
	var first error
	failed := 0
	logs := make([]DownloadedLog, len(files))
	for i, file := range files {
		result := results[i]
		logs[i] = DownloadedLog{
			DomainName: file.DomainName, LogName: file.LogName, StartTime: file.StartTime, EndTime: file.EndTime,
			Size: result.Size, Received: result.Received, Skipped: result.Skipped,
		}
		if result.Err == nil {
			logs[i].Path = filepath.Join(dir, file.LogName)
			continue
		}
		logs[i].Err = newLogFileError(file, result.Err)
		failed++
		if first == nil {
			first = logs[i].Err
		}
	}
	switch {
	case failed == 0:
		return logs, nil
	case ctx.Err() != nil && !errors.Is(first, ctx.Err()):
		return logs, fmt.Errorf("alicdn: DownloadLogs: %w: %d of %d files are missing, first: %w", ctx.Err(), failed, len(files), first)
	default:
		return logs, fmt.Errorf("alicdn: DownloadLogs: %d of %d files are missing, first: %w", failed, len(files), first)
	}
}

// LogFileError is a log file that could not be downloaded or read.
type LogFileError struct {
	// DomainName is the domain.
	DomainName string

	// LogName is the name of the file.
	LogName string

	// StartTime and EndTime are the span of the log, as listed.
	StartTime, EndTime types.Time

	// StatusCode is the HTTP status that took the place of the file; 0 if it
	// failed for another reason.
	StatusCode int

	err error
}

func newLogFileError(file types.LogFile, err error) *LogFileError {
	e := &LogFileError{
		DomainName: file.DomainName, LogName: file.LogName, StartTime: file.StartTime, EndTime: file.EndTime, err: err,
	}
	if status, ok := errors.AsType[*download.StatusError](err); ok {
		e.StatusCode = status.StatusCode
	}
	return e
}

// Error says which file failed, and why.
func (e *LogFileError) Error() string {
	return "alicdn: log " + oneLine(e.LogName) + ": " + e.err.Error()
}

// Unwrap returns the cause.
func (e *LogFileError) Unwrap() error { return e.err }

// Is reports whether target is the kind of error that StatusCode is.
func (e *LogFileError) Is(target error) bool {
	return e.StatusCode != 0 && (&Error{StatusCode: e.StatusCode}).Is(target)
}

// LogEntriesOptions are the options of [Client.LogEntries].
type LogEntriesOptions struct {
	// OnBrokenLine is told of each line that is no entry. Without it the lines
	// are counted, and the last file is followed by a [*BrokenLinesError] if
	// there were any.
	OnBrokenLine func(*LogLineError)

	// Scheme is how files are fetched whose LogPath has no scheme, see
	// [DownloadLogsOptions].
	Scheme string
}

// LogEntries yields the entries of the log files that
// [Client.DescribeCdnDomainLogs] lists for req, on all pages from that of the
// request on. They come straight from the network and touch no disk.
//
// The files come in the order of the list, whole: a log of an hour that the span
// begins or ends in has entries beyond it. An entry is yielded as it arrives; a
// file that turns out to be damaged has had its first entries yielded.
//
// Every error ends it, and it is the last that is yielded: one of the listing,
// or a [*LogFileError], whose StartTime is where to go on. Connections that break
// and addresses that expire are mended as by [Client.DownloadLogs]. A line that
// is no entry does not end it: see [LogEntriesOptions.OnBrokenLine].
func (c *Client) LogEntries(ctx context.Context, req *types.DescribeCdnDomainLogsRequest, opts LogEntriesOptions) iter.Seq2[types.LogEntry, error] {
	return func(yield func(types.LogEntry, error) bool) {
		if err := c.checkLogScheme("LogEntries", opts.Scheme); err != nil {
			yield(types.LogEntry{}, err)
			return
		}
		broken := brokenLines{report: opts.OnBrokenLine}
		for file, err := range c.DescribeCdnDomainLogsIter(ctx, req) {
			if err != nil {
				yield(types.LogEntry{}, err)
				return
			}
			if !c.readLogFile(ctx, req, file, opts.Scheme, &broken, yield) {
				return
			}
		}
		if err := broken.err(); err != nil {
			yield(types.LogEntry{}, err)
		}
	}
}

// readLogFile yields the entries of a log file. It reports whether all of it was
// read.
func (c *Client) readLogFile(
	ctx context.Context, req *types.DescribeCdnDomainLogsRequest, listed types.LogFile, scheme string,
	broken *brokenLines, yield func(types.LogEntry, error) bool,
) bool {
	file, err := c.logFile(req, listed, scheme)
	if err != nil {
		yield(types.LogEntry{}, newLogFileError(listed, err))
		return false
	}
	r := c.downloads().Open(ctx, file, 0)
	defer r.Close()
	return broken.read(listed.LogName, r, func(entry types.LogEntry, err error) bool {
		if err != nil {
			err = newLogFileError(listed, err)
		}
		return yield(entry, err)
	})
}

// downloads returns what fetches files: the client's transport, without what
// belongs to calls of the API.
func (c *Client) downloads() *download.Client {
	return &download.Client{
		HTTP:      &http.Client{Transport: c.http.Transport, CheckRedirect: c.http.CheckRedirect},
		UserAgent: c.userAgent,
		Attempts:  c.retry.MaxAttempts,
		Backoff:   retry.Backoff{Base: c.retry.BaseDelay, Cap: c.retry.MaxDelay},
		Stall:     c.timeout,
	}
}

// logFile returns where a file is that req listed.
func (c *Client) logFile(req *types.DescribeCdnDomainLogsRequest, listed types.LogFile, scheme string) (download.File, error) {
	place, err := c.logPlace(listed, scheme)
	return download.File{Place: place, Anew: func(ctx context.Context) (download.Place, error) {
		again, err := c.listAgain(ctx, req, listed)
		if err != nil {
			return download.Place{}, err
		}
		return c.logPlace(again, scheme)
	}}, err
}

// listAgain lists a file once more: first by its own span, then as it was listed
// before, since the span that the service gives may not be the one that it lists
// by.
func (c *Client) listAgain(ctx context.Context, req *types.DescribeCdnDomainLogsRequest, listed types.LogFile) (types.LogFile, error) {
	own := &types.DescribeCdnDomainLogsRequest{DomainName: req.DomainName, StartTime: listed.StartTime, EndTime: listed.EndTime}
	for _, req := range []*types.DescribeCdnDomainLogsRequest{own, req} {
		if req == own && !own.StartTime.Before(own.EndTime.Time) {
			continue
		}
		for file, err := range c.DescribeCdnDomainLogsIter(ctx, req) {
			if err != nil {
				return types.LogFile{}, err
			}
			if file.LogName == listed.LogName {
				return file, nil
			}
		}
	}
	return types.LogFile{}, errors.New("the file is not listed any more")
}

// Why a LogPath is not used. The path itself is a secret.
var (
	errLogPath  = errors.New("its LogPath is no address")
	errLogPlain = errors.New("its LogPath is plain HTTP, which needs WithInsecureHTTP")
)

// logPlace takes the LogPath of a file apart.
func (c *Client) logPlace(file types.LogFile, scheme string) (download.Place, error) {
	path := file.LogPath
	if name, _, _ := strings.Cut(path, "://"); !strings.EqualFold(name, "https") && !strings.EqualFold(name, "http") {
		path = "//" + strings.TrimPrefix(path, "//")
	}
	u, err := url.Parse(path)
	if err != nil || u.Hostname() == "" || strings.HasSuffix(u.Host, ":") || !isPort(u.Port()) || u.User != nil {
		return download.Place{}, errLogPath
	}
	loopback := isLoopback(u.Hostname())
	switch {
	case u.Scheme != "":
	case scheme != "":
		u.Scheme = scheme
	case loopback:
		u.Scheme = c.endpoint.Scheme
	default:
		u.Scheme = "https"
	}
	if u.Scheme == "http" && !loopback && !c.insecureHTTP {
		return download.Place{}, errLogPlain
	}
	return download.Place{URL: u, Size: logSize(file)}, nil
}

// logSize is the size of a file, 0 if the service does not give it.
func logSize(file types.LogFile) int64 { return max(int64(file.LogSize), 0) }

func (c *Client) checkLogScheme(helper, scheme string) error {
	switch {
	case scheme == "" || scheme == "https" || scheme == "http" && c.insecureHTTP:
		return nil
	case scheme == "http":
		return &ParamError{helper, "Scheme", "http needs a client made WithInsecureHTTP"}
	default:
		return &ParamError{helper, "Scheme", "is neither https nor http"}
	}
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
// [compress/gzip.ErrChecksum] for gzip that is damaged. A line that is no
// entry, or longer than 64 KiB, does not end it: see
// [ReadLogOptions.OnBrokenLine].
//
//	for entry, err := range alicdn.ReadLog(file, alicdn.ReadLogOptions{}) {
//		if err != nil {
//			return err
//		}
//		sizes[entry.URL] += entry.ResponseSize
//	}
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
	return fmt.Sprintf("%v (broken lines in all: %d)", e.First, e.Count)
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
// What a second call for the same domain does is not documented, so it is not
// repeated after a lost answer. At most 100 calls a second.
//
// Errors worth handling: Unauthorized if real-time delivery is not authorised,
// LogstoreNotExist.
//
// Reference: section 7.2.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-createrealtimelogdelivery
//
// Deprecated: use [Client.CreateRealTimeLogDelivery], with a capital T. Whether
// today's service still accepts this spelling is not documented.
func (c *Client) CreateRealtimeLogDelivery(ctx context.Context, req *types.CreateRealtimeLogDeliveryRequest, opts ...CallOption) (*types.CreateRealtimeLogDeliveryResponse, error) {
	return invoke(ctx, c, "CreateRealtimeLogDelivery", req, new(types.CreateRealtimeLogDeliveryResponse), opts)
}

// CreateRealTimeLogDelivery starts the real-time delivery of a domain's logs to
// a Logstore of Log Service.
//
// Repeating it has no second effect, since the logs of a domain go to one
// Logstore only; what the service answers to a second call is not documented.
// At most 100 calls a second.
//
// Errors worth handling: Unauthorized if real-time delivery is not authorised,
// LogstoreNotExist.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-createrealtimelogdelivery
func (c *Client) CreateRealTimeLogDelivery(ctx context.Context, req *types.CreateRealTimeLogDeliveryRequest, opts ...CallOption) (*types.CreateRealTimeLogDeliveryResponse, error) {
	return invoke(ctx, c, "CreateRealTimeLogDelivery", req, new(types.CreateRealTimeLogDeliveryResponse), opts)
}

// DeleteRealtimeLogDelivery ends the real-time delivery of the logs of domains.
//
// Repeating it has no second effect; at most 100 calls a second.
//
// Errors worth handling: Unauthorized if real-time delivery is not authorised,
// LogstoreNotExist.
//
// Reference: section 7.3.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-deleterealtimelogdelivery
func (c *Client) DeleteRealtimeLogDelivery(ctx context.Context, req *types.DeleteRealtimeLogDeliveryRequest, opts ...CallOption) (*types.DeleteRealtimeLogDeliveryResponse, error) {
	return invoke(ctx, c, "DeleteRealtimeLogDelivery", req, new(types.DeleteRealtimeLogDeliveryResponse), opts)
}

// DeleteRealTimeLogLogstore ends the real-time delivery of logs to a Logstore,
// whichever domains they are of; [Client.DeleteRealtimeLogDelivery] ends that of
// single domains.
//
// The vendor speaks of deleting the Logstore of a delivery. Whether the Logstore
// and the logs in it are deleted too is not documented: take it that they are.
//
// Repeating it has no second effect; at most 100 calls a second.
//
// Errors worth handling: Unauthorized if real-time delivery is not authorised,
// LogstoreNotExist, which a repeat may get.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-deleterealtimeloglogstore
func (c *Client) DeleteRealTimeLogLogstore(ctx context.Context, req *types.DeleteRealTimeLogLogstoreRequest, opts ...CallOption) (*types.DeleteRealTimeLogLogstoreResponse, error) {
	return invoke(ctx, c, "DeleteRealTimeLogLogstore", req, new(types.DeleteRealTimeLogLogstoreResponse), opts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomainrealtimelogdelivery
func (c *Client) DescribeDomainRealtimeLogDelivery(ctx context.Context, req *types.DescribeDomainRealtimeLogDeliveryRequest, opts ...CallOption) (*types.DescribeDomainRealtimeLogDeliveryResponse, error) {
	return invoke(ctx, c, "DescribeDomainRealtimeLogDelivery", req, new(types.DescribeDomainRealtimeLogDeliveryResponse), opts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describerealtimedeliveryacc
func (c *Client) DescribeRealtimeDeliveryAcc(ctx context.Context, req *types.DescribeRealtimeDeliveryAccRequest, opts ...CallOption) (*types.DescribeRealtimeDeliveryAccResponse, error) {
	return invoke(ctx, c, "DescribeRealtimeDeliveryAcc", req, new(types.DescribeRealtimeDeliveryAccResponse), opts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-disablerealtimelogdelivery
func (c *Client) DisableRealtimeLogDelivery(ctx context.Context, req *types.DisableRealtimeLogDeliveryRequest, opts ...CallOption) (*types.DisableRealtimeLogDeliveryResponse, error) {
	return invoke(ctx, c, "DisableRealtimeLogDelivery", req, new(types.DisableRealtimeLogDeliveryResponse), opts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-enablerealtimelogdelivery
func (c *Client) EnableRealtimeLogDelivery(ctx context.Context, req *types.EnableRealtimeLogDeliveryRequest, opts ...CallOption) (*types.EnableRealtimeLogDeliveryResponse, error) {
	return invoke(ctx, c, "EnableRealtimeLogDelivery", req, new(types.EnableRealtimeLogDeliveryResponse), opts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-listrealtimelogdeliverydomains
func (c *Client) ListRealtimeLogDeliveryDomains(ctx context.Context, req *types.ListRealtimeLogDeliveryDomainsRequest, opts ...CallOption) (*types.ListRealtimeLogDeliveryDomainsResponse, error) {
	return invoke(ctx, c, "ListRealtimeLogDeliveryDomains", req, new(types.ListRealtimeLogDeliveryDomainsResponse), opts)
}

// ListRealtimeLogDelivery returns the real-time log deliveries of the account,
// one element a domain. [Client.ListRealtimeLogDeliveryInfos] has one a
// Logstore.
//
// It only reads. It takes no parameters, and no page of the vendor describes its
// errors.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-listrealtimelogdelivery
func (c *Client) ListRealtimeLogDelivery(ctx context.Context, req *types.ListRealtimeLogDeliveryRequest, opts ...CallOption) (*types.ListRealtimeLogDeliveryResponse, error) {
	return invoke(ctx, c, "ListRealtimeLogDelivery", req, new(types.ListRealtimeLogDeliveryResponse), opts)
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
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-modifyrealtimelogdelivery
func (c *Client) ModifyRealtimeLogDelivery(ctx context.Context, req *types.ModifyRealtimeLogDeliveryRequest, opts ...CallOption) (*types.ModifyRealtimeLogDeliveryResponse, error) {
	return invoke(ctx, c, "ModifyRealtimeLogDelivery", req, new(types.ModifyRealtimeLogDeliveryResponse), opts)
}

// ListRealtimeLogDeliveryInfos returns where the real-time log deliveries of
// the account go, one element a Logstore. [Client.ListRealtimeLogDelivery] has
// one a domain.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: Unauthorized if real-time delivery is not authorised.
//
// Reference: section 7.10.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-listrealtimelogdeliveryinfos
func (c *Client) ListRealtimeLogDeliveryInfos(ctx context.Context, req *types.ListRealtimeLogDeliveryInfosRequest, opts ...CallOption) (*types.ListRealtimeLogDeliveryInfosResponse, error) {
	return invoke(ctx, c, "ListRealtimeLogDeliveryInfos", req, new(types.ListRealtimeLogDeliveryInfosResponse), opts)
}

// DescribeCustomLogConfig returns a custom log format.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: Config.NotFound if the format does not exist or is
// another account's, InvalidConfigId.
//
// Reference: section 7.11.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecustomlogconfig
func (c *Client) DescribeCustomLogConfig(ctx context.Context, req *types.DescribeCustomLogConfigRequest, opts ...CallOption) (*types.DescribeCustomLogConfigResponse, error) {
	return invoke(ctx, c, "DescribeCustomLogConfig", req, new(types.DescribeCustomLogConfigResponse), opts)
}

// DescribeDomainCustomLogConfig returns the custom log format of a domain.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: Config.NotFound if the domain has the standard format.
//
// Reference: section 7.12.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describedomaincustomlogconfig
func (c *Client) DescribeDomainCustomLogConfig(ctx context.Context, req *types.DescribeDomainCustomLogConfigRequest, opts ...CallOption) (*types.DescribeDomainCustomLogConfigResponse, error) {
	return invoke(ctx, c, "DescribeDomainCustomLogConfig", req, new(types.DescribeDomainCustomLogConfigResponse), opts)
}

// ListDomainsByLogConfigId returns the domains that use a custom log format.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: Domains.NotFound if no domain uses the format,
// InvalidConfigId.
//
// Reference: section 7.13.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-listdomainsbylogconfigid
func (c *Client) ListDomainsByLogConfigId(ctx context.Context, req *types.ListDomainsByLogConfigIdRequest, opts ...CallOption) (*types.ListDomainsByLogConfigIdResponse, error) {
	return invoke(ctx, c, "ListDomainsByLogConfigId", req, new(types.ListDomainsByLogConfigIdResponse), opts)
}

// ListUserCustomLogConfig returns the IDs of the account's custom log formats.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: ConfgIds.NotFound, spelled so, if there is none.
//
// Reference: section 7.14.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-listusercustomlogconfig
func (c *Client) ListUserCustomLogConfig(ctx context.Context, req *types.ListUserCustomLogConfigRequest, opts ...CallOption) (*types.ListUserCustomLogConfigResponse, error) {
	return invoke(ctx, c, "ListUserCustomLogConfig", req, new(types.ListUserCustomLogConfigResponse), opts)
}

// ModifyDomainCustomLogConfig gives a domain a custom log format.
//
// Repeating it has no second effect.
//
// Errors worth handling: InvalidConfigId if the format does not exist or is
// another account's.
//
// Reference: section 7.15.
//
// Deprecated: the vendor has dropped the action without a successor.
func (c *Client) ModifyDomainCustomLogConfig(ctx context.Context, req *types.ModifyDomainCustomLogConfigRequest, opts ...CallOption) (*types.ModifyDomainCustomLogConfigResponse, error) {
	return invoke(ctx, c, "ModifyDomainCustomLogConfig", req, new(types.ModifyDomainCustomLogConfigResponse), opts)
}

// ModifyUserCustomLogConfig changes the label of a custom log format. Nothing
// else of the format can be changed.
//
// Repeating it has no second effect.
//
// Errors worth handling: InvalidConfigId if the format does not exist or is
// another account's, InvalidTag if the label is too long.
//
// Reference: section 7.16.
//
// Deprecated: the vendor has dropped the action without a successor.
func (c *Client) ModifyUserCustomLogConfig(ctx context.Context, req *types.ModifyUserCustomLogConfigRequest, opts ...CallOption) (*types.ModifyUserCustomLogConfigResponse, error) {
	return invoke(ctx, c, "ModifyUserCustomLogConfig", req, new(types.ModifyUserCustomLogConfigResponse), opts)
}

// DomainLogSettings is what is set up for the logs of a domain beyond its log
// files.
type DomainLogSettings struct {
	// DomainName is the domain.
	DomainName string

	// RealtimeLogDelivery is the real-time delivery; nil if there is none.
	RealtimeLogDelivery *types.DescribeDomainRealtimeLogDeliveryResponse

	// CustomLogConfig is the format of the log lines; nil for the standard one,
	// which is that of [ReadLog].
	CustomLogConfig *types.DescribeDomainCustomLogConfigResponse
}

// DomainLogSettings returns the real-time delivery and the log format of a
// domain, in one view: [Client.DescribeDomainRealtimeLogDelivery] and
// [Client.DescribeDomainCustomLogConfig], with what the latter leaves out from
// [Client.DescribeCustomLogConfig].
//
// What the domain does not have is nil and no error. An account that has not
// authorized real-time delivery has none. The service answers for a domain that
// is another account's as for one without settings.
func (c *Client) DomainLogSettings(ctx context.Context, domainName string) (*DomainLogSettings, error) {
	settings := &DomainLogSettings{DomainName: domainName}
	var err error
	settings.RealtimeLogDelivery, err = c.DescribeDomainRealtimeLogDelivery(ctx, &types.DescribeDomainRealtimeLogDeliveryRequest{Domain: domainName})
	if err != nil && !IsCode(err, types.DomainNotFound, types.Unauthorized) {
		return nil, err
	}
	config, err := c.DescribeDomainCustomLogConfig(ctx, &types.DescribeDomainCustomLogConfigRequest{DomainName: domainName})
	switch {
	case IsCode(err, types.ConfigNotFound, types.ConfigNotFoundNoDot):
		return settings, nil
	case err != nil:
		return nil, err
	}
	settings.CustomLogConfig = config
	if config.Remark != "" {
		return settings, nil
	}
	format, err := c.DescribeCustomLogConfig(ctx, &types.DescribeCustomLogConfigRequest{ConfigId: string(config.ConfigId)})
	if err != nil {
		return nil, err
	}
	config.Tag, config.Remark, config.Sample = format.Tag, format.Remark, format.Sample
	return settings, nil
}
