package alicdn_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

const logDomain = "www.example.com"

// logServer has the logs of a domain; its clock moves when it is told to.
type logServer struct {
	*cdntest.Server

	mu  sync.Mutex
	now time.Time
}

func newLogServer(opts ...cdntest.Option) *logServer {
	s := &logServer{now: time.Now()}
	clock := func() time.Time {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.now
	}
	s.Server = cdntest.NewServer(append([]cdntest.Option{cdntest.WithDomains(logDomain), cdntest.WithClock(clock), cdntest.WithoutSocket()}, opts...)...)
	return s
}

func (s *logServer) advance(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now = s.now.Add(d)
}

// span asks for the logs of the last hours that are over.
func (s *logServer) span(hours int) *types.DescribeCdnDomainLogsRequest {
	s.mu.Lock()
	defer s.mu.Unlock()
	end := s.now.Truncate(time.Hour)
	return &types.DescribeCdnDomainLogsRequest{
		DomainName: logDomain, StartTime: types.UTC(end.Add(-time.Duration(hours) * time.Hour)), EndTime: types.UTC(end),
	}
}

// recorder is a transport that remembers the requests for files, and answers
// some of them itself.
type recorder struct {
	http.RoundTripper

	answer func(*http.Request) *http.Response // nil: as usual

	mu    sync.Mutex
	files []*http.Request
}

func (r *recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	if !req.URL.Query().Has("Action") {
		r.mu.Lock()
		r.files = append(r.files, req)
		r.mu.Unlock()
		if r.answer != nil {
			if resp := r.answer(req); resp != nil {
				return resp, nil
			}
		}
	}
	return r.RoundTripper.RoundTrip(req)
}

// recorded returns a client of the server whose downloads are recorded.
func (s *logServer) recorded(opts ...alicdn.Option) (*alicdn.Client, *recorder) {
	r := &recorder{RoundTripper: s.Transport()}
	opts = append([]alicdn.Option{
		alicdn.WithHTTPClient(&http.Client{Transport: r}),
		alicdn.WithRetry(alicdn.RetryPolicy{BaseDelay: 1, MaxDelay: 1}),
	}, opts...)
	return s.Client(opts...), r
}

func respond(req *http.Request, status int, body []byte) *http.Response {
	return &http.Response{
		StatusCode: status, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)), Request: req,
	}
}

func TestDownloadLogs(t *testing.T) {
	t.Parallel()
	server := newLogServer()
	client, transport := server.recorded()
	dir := filepath.Join(t.TempDir(), "logs", "today")
	req := server.span(30)
	req.PageSize = 7 // of 30
	var last alicdn.LogProgress
	logs, err := client.DownloadLogs(t.Context(), req, dir, alicdn.DownloadLogsOptions{OnProgress: func(p alicdn.LogProgress) { last = p }})
	require.NoError(t, err)
	require.Len(t, logs, 30)
	assert.Len(t, transport.files, 30)
	total := int64(0)
	for i, log := range logs {
		require.NoError(t, log.Err)
		assert.Equal(t, filepath.Join(dir, log.LogName), log.Path)
		assert.Equal(t, req.StartTime.Add(time.Duration(i)*time.Hour).UTC(), log.StartTime.UTC(), "in the order of the list")
		assert.Equal(t, log.Size, log.Received)
		info, err := os.Stat(log.Path)
		require.NoError(t, err)
		assert.Equal(t, log.Size, info.Size())
		assert.Equal(t, os.FileMode(0o600), info.Mode())
		total += log.Size

		file, err := os.Open(log.Path)
		require.NoError(t, err)
		entries, err := alicdn.Collect(alicdn.ReadLog(file, alicdn.ReadLogOptions{}), 0)
		require.NoError(t, err)
		require.NoError(t, file.Close())
		assert.Len(t, entries, 60)
	}
	assert.Equal(t, alicdn.LogProgress{Files: 30, TotalFiles: 30, Bytes: total, TotalBytes: total}, last)
	assert.Equal(t, &types.DescribeCdnDomainLogsRequest{DomainName: logDomain, StartTime: req.StartTime, EndTime: req.EndTime, PageSize: 7}, req)

	require.NoError(t, os.Truncate(logs[3].Path, 100))
	again, err := client.DownloadLogs(t.Context(), req, dir, alicdn.DownloadLogsOptions{})
	require.NoError(t, err)
	assert.Len(t, transport.files, 31, "only what is not whole")
	for i, log := range again {
		assert.Equal(t, i != 3, log.Skipped)
	}
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, left, 30)
}

// Broken connections, refused addresses and a failing host cost time, no file.
func TestDownloadLogsUnderFaults(t *testing.T) {
	t.Parallel()
	for name, opts := range map[string][]cdntest.Option{"socket": nil, "transport": {cdntest.WithoutSocket()}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := cdntest.NewServer(append(opts, cdntest.WithDomains(logDomain))...)
			defer server.Close()
			server.Script(cdntest.Download,
				cdntest.Truncate(), cdntest.Reset(),
				cdntest.FailAs(http.StatusForbidden, "AccessDenied", "Request has expired."),
				cdntest.Unavailable(), cdntest.BadGateway(), cdntest.Truncate(), cdntest.Truncate(),
				cdntest.Status(http.StatusTooManyRequests, "", ""), cdntest.Truncate(),
			)
			client := server.Client(alicdn.WithRetry(alicdn.RetryPolicy{MaxAttempts: 10, BaseDelay: 1, MaxDelay: 1}))
			req := &types.DescribeCdnDomainLogsRequest{DomainName: logDomain}
			logs, err := client.DownloadLogs(t.Context(), req, t.TempDir(), alicdn.DownloadLogsOptions{Workers: 3})
			require.NoError(t, err)
			require.Len(t, logs, 24)
			for _, log := range logs {
				assert.Equal(t, log.Size, log.Received, "nothing is fetched twice")
			}
			assert.Equal(t, 2, server.Applied("DescribeCdnDomainLogs"), "the expired address is looked up again")
		})
	}
}

func TestDownloadLogsOutlivesItsAddresses(t *testing.T) {
	t.Parallel()
	server := newLogServer()
	client, transport := server.recorded()
	logs, err := client.DownloadLogs(t.Context(), server.span(5), t.TempDir(), alicdn.DownloadLogsOptions{
		Workers: 1,
		OnProgress: func(p alicdn.LogProgress) {
			if p.Files == 2 {
				server.advance(25 * time.Hour)
			}
		},
	})
	require.NoError(t, err)
	assert.Len(t, logs, 5)
	assert.Len(t, transport.files, 5+3, "three were refused once")
	assert.Equal(t, 4, server.Applied("DescribeCdnDomainLogs"))
}

func TestDownloadLogsKeepsTheOthers(t *testing.T) {
	t.Parallel()
	server := newLogServer()
	client, transport := server.recorded()
	var gone string
	transport.answer = func(req *http.Request) *http.Response {
		transport.mu.Lock()
		defer transport.mu.Unlock()
		if gone == "" {
			gone = req.URL.Path
		}
		if req.URL.Path == gone {
			return respond(req, http.StatusNotFound, []byte("<Code>NoSuchKey</Code>"))
		}
		return nil
	}
	logs, err := client.DownloadLogs(t.Context(), server.span(6), t.TempDir(), alicdn.DownloadLogsOptions{})
	require.ErrorIs(t, err, alicdn.ErrNotFound)
	require.NotErrorIs(t, err, alicdn.ErrForbidden)
	require.ErrorContains(t, err, "alicdn: DownloadLogs: 1 of 6 files are missing, first: alicdn: log www.example.com_")
	require.Len(t, logs, 6)
	failed := 0
	for _, log := range logs {
		if log.Err == nil {
			assert.FileExists(t, log.Path)
			continue
		}
		failed++
		assert.Empty(t, log.Path)
		file, ok := errors.AsType[*alicdn.LogFileError](log.Err)
		require.True(t, ok)
		assert.Equal(t, http.StatusNotFound, file.StatusCode)
		assert.Equal(t, logDomain, file.DomainName)
		assert.Equal(t, log.StartTime, file.StartTime)
		assert.True(t, strings.HasSuffix(gone, file.LogName))
	}
	assert.Equal(t, 1, failed)
}

// No request for a file has anything of the account, and no error anything of
// the file's address.
func TestDownloadsKeepSecrets(t *testing.T) {
	t.Parallel()
	server := newLogServer()
	jar, err := cookiejar.New(nil)
	require.NoError(t, err)
	endpoint, err := url.Parse(server.URL)
	require.NoError(t, err)
	jar.SetCookies(endpoint, []*http.Cookie{{Name: "session", Value: "hush"}})
	transport := &recorder{RoundTripper: server.Transport()}
	transport.answer = func(req *http.Request) *http.Response {
		resp := respond(req, http.StatusForbidden, []byte(req.URL.String()))
		resp.Header.Set("Location", "https://evil.example.com/")
		return resp
	}
	var output bytes.Buffer
	client := server.Client(
		alicdn.WithHTTPClient(&http.Client{Transport: transport, Jar: jar, Timeout: time.Nanosecond}),
		alicdn.WithRetry(alicdn.RetryPolicy{MaxAttempts: 1}),
	)
	_, err = client.DownloadLogs(t.Context(), server.span(1), t.TempDir(), alicdn.DownloadLogsOptions{})
	require.Error(t, err, "the API, too, has a nanosecond")

	client = server.Client(alicdn.WithHTTPClient(&http.Client{Transport: transport, Jar: jar}))
	logs, err := client.DownloadLogs(t.Context(), server.span(1), t.TempDir(), alicdn.DownloadLogsOptions{})
	require.ErrorIs(t, err, alicdn.ErrForbidden)
	fmt.Fprintf(&output, "%v %+v %#v %v", err, logs, logs, logs[0].Err)
	require.Len(t, transport.files, 2)
	for _, req := range transport.files {
		text := fmt.Sprint(req.Header, req.URL)
		for _, secret := range []string{server.AccessKeyId + "&", server.AccessKeySecret, "hush", "Cookie", "Authorization", "SignatureNonce"} {
			assert.NotContains(t, text, secret)
		}
		for _, secret := range []string{req.URL.Query().Get("Signature"), req.URL.RawQuery, "Expires="} {
			assert.NotContains(t, output.String(), secret)
		}
	}
}

// listing answers DescribeCdnDomainLogs with one file.
func listing(name, path string, size int) cdntest.Answer {
	quoted := func(text string) []byte { b, _ := json.Marshal(text); return b }
	return cdntest.JSON(fmt.Sprintf(`{"RequestId":"1","DomainLogDetails":{"DomainLogDetail":[{"DomainName":"%s","LogInfos":{"LogInfoDetail":[
		{"LogName":%s,"LogPath":%s,"LogSize":%d,"StartTime":"2018-05-31T03:00:00Z","EndTime":"2018-05-31T04:00:00Z"}]},
		"PageInfos":{"PageIndex":1,"PageSize":1000,"Total":1}}]}}`, logDomain, quoted(name), quoted(path), size))
}

func TestDownloadLogsFromWherever(t *testing.T) {
	t.Parallel()
	tests := []struct {
		path, scheme string
		insecure     bool
		want         string // the address asked for, or what is wrong with it
	}{
		{"cdnlog2.example.com/a.gz?Expires=1&Signature=a%2Fb", "", false, "https://cdnlog2.example.com/a.gz?Expires=1&Signature=a%2Fb"},
		{"//cdnlog2.example.com/a.gz?x", "", false, "https://cdnlog2.example.com/a.gz?x"},
		{"cdnlog2.example.com/a.gz?x", "https", false, "https://cdnlog2.example.com/a.gz?x"},
		{"cdnlog2.example.com/a.gz?u=http://x", "http", true, "http://cdnlog2.example.com/a.gz?u=http://x"},
		{"cdnlog2.example.com/a.gz?x", "", true, "https://cdnlog2.example.com/a.gz?x"},
		{"HTTPS://cdnlog2.example.com/a.gz?x", "http", true, "https://cdnlog2.example.com/a.gz?x"},
		{"http://cdnlog2.example.com/a.gz?x", "", true, "http://cdnlog2.example.com/a.gz?x"},
		{"http://cdnlog2.example.com/a.gz?x", "", false, "its LogPath is plain HTTP, which needs WithInsecureHTTP"},
		{"127.0.0.1:1234/a.gz?x", "", false, "http://127.0.0.1:1234/a.gz?x"},
		{"127.0.0.1:1234/a.gz?x", "https", false, "https://127.0.0.1:1234/a.gz?x"},
		{"", "", false, "its LogPath is no address"},
		{"/logs/a.gz?hush", "", false, "its LogPath is no address"},
		{"user:hush@example.com/a.gz", "", false, "its LogPath is no address"},
		{"example.com:hush/a.gz", "", false, "its LogPath is no address"},
		{"ftp://example.com/hush", "", false, "its LogPath is no address"},
		{"exa mple.com/\x00hush", "", false, "its LogPath is no address"},
	}
	for _, test := range tests {
		server := newLogServer()
		var opts []alicdn.Option
		if test.insecure {
			opts = append(opts, alicdn.WithInsecureHTTP())
		}
		client, transport := server.recorded(opts...)
		transport.answer = func(req *http.Request) *http.Response { return respond(req, http.StatusNotFound, nil) }
		server.Script("DescribeCdnDomainLogs", listing("a.gz", test.path, 10))
		_, err := client.DownloadLogs(t.Context(), server.span(1), t.TempDir(), alicdn.DownloadLogsOptions{Scheme: test.scheme})
		require.Error(t, err)
		assert.NotContains(t, err.Error(), "hush")
		if !strings.Contains(test.want, "://") {
			require.ErrorContains(t, err, test.want)
			assert.Empty(t, transport.files)
			continue
		}
		require.Len(t, transport.files, 1)
		assert.Equal(t, test.want, transport.files[0].URL.String())
	}
}

func TestDownloadLogsStaysInItsFolder(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"../evil.gz", "/tmp/evil.gz", `..\evil.gz`, "a/b.gz", "", ".", "..", "a.gz.part", "a\x00.gz"} {
		server := newLogServer()
		client, transport := server.recorded()
		parent := t.TempDir()
		server.Script("DescribeCdnDomainLogs", listing(name, "127.0.0.1/logs/x?y", 10))
		logs, err := client.DownloadLogs(t.Context(), server.span(1), filepath.Join(parent, "logs"), alicdn.DownloadLogsOptions{})
		require.ErrorContains(t, err, "name is not fit for a file", "%q", name)
		assert.Empty(t, logs[0].Path)
		assert.Empty(t, transport.files)
		left, err := os.ReadDir(parent)
		require.NoError(t, err)
		require.Len(t, left, 1)
		left, err = os.ReadDir(filepath.Join(parent, "logs"))
		require.NoError(t, err)
		assert.Empty(t, left)
	}
}

func TestDownloadLogsChecksItsInput(t *testing.T) {
	t.Parallel()
	server := newLogServer()
	client, transport := server.recorded()
	for _, test := range []struct {
		req  *types.DescribeCdnDomainLogsRequest
		opts alicdn.DownloadLogsOptions
		want string
	}{
		{server.span(1), alicdn.DownloadLogsOptions{Workers: -1}, "alicdn: DownloadLogs: parameter Workers is negative"},
		{server.span(1), alicdn.DownloadLogsOptions{Scheme: "ftp"}, "alicdn: DownloadLogs: parameter Scheme is neither https nor http"},
		{server.span(1), alicdn.DownloadLogsOptions{Scheme: "http"}, "alicdn: DownloadLogs: parameter Scheme http needs a client made WithInsecureHTTP"},
		{nil, alicdn.DownloadLogsOptions{}, "alicdn: DescribeCdnDomainLogs: parameter DomainName is required"},
	} {
		_, err := client.DownloadLogs(t.Context(), test.req, t.TempDir(), test.opts)
		require.EqualError(t, err, test.want)
		require.ErrorAs(t, err, new(*alicdn.ParamError))
	}
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	_, err := client.DownloadLogs(t.Context(), server.span(1), file, alicdn.DownloadLogsOptions{})
	require.ErrorContains(t, err, "alicdn: DownloadLogs: mkdir")
	server.Script("DescribeCdnDomainLogs", cdntest.Fail(types.InvalidDomainNotFound))
	_, err = client.DownloadLogs(t.Context(), server.span(1), t.TempDir(), alicdn.DownloadLogsOptions{})
	require.ErrorIs(t, err, alicdn.ErrNotFound)
	assert.Empty(t, transport.files)

	_, err = alicdn.Collect(client.LogEntries(t.Context(), server.span(1), alicdn.LogEntriesOptions{Scheme: "ftp"}), 0)
	require.EqualError(t, err, "alicdn: LogEntries: parameter Scheme is neither https nor http")
	_, err = alicdn.Collect(client.LogEntries(t.Context(), nil, alicdn.LogEntriesOptions{}), 0)
	require.EqualError(t, err, "alicdn: DescribeCdnDomainLogs: parameter DomainName is required")
}

func TestDownloadLogsEndsWithItsContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer(cdntest.WithDomains(logDomain))
		server.Script(cdntest.Download, cdntest.Times(24, cdntest.SlowBody(8*time.Second))...)
		dir := t.TempDir()
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		started := time.Now()
		req := &types.DescribeCdnDomainLogsRequest{DomainName: logDomain}
		logs, err := server.Client().DownloadLogs(ctx, req, dir, alicdn.DownloadLogsOptions{Workers: 5})
		require.ErrorIs(t, err, context.DeadlineExceeded)
		assert.Equal(t, 20*time.Second, time.Since(started))
		whole, parts := 0, 0
		for _, log := range logs {
			if log.Err == nil {
				whole++
				continue
			}
			require.ErrorIs(t, log.Err, context.DeadlineExceeded)
			if info, err := os.Stat(filepath.Join(dir, log.LogName+".part")); err == nil {
				assert.Equal(t, log.Received, info.Size())
				parts++
			}
		}
		assert.Equal(t, []int{24, 10, 5}, []int{len(logs), whole, parts})

		again, err := server.Client().DownloadLogs(t.Context(), req, dir, alicdn.DownloadLogsOptions{})
		require.NoError(t, err)
		for i, log := range again {
			assert.Equal(t, log.Size, log.Received+logs[i].Received, "the call goes on where the last one ended")
		}
	})
}

//nolint:paralleltest // The goroutines of other tests would look like leaks.
func TestDownloadLogsLeavesNothingBehind(t *testing.T) {
	before := goleak.IgnoreCurrent()
	server := cdntest.NewServer(cdntest.WithDomains(logDomain))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	transport, asked := &http.Transport{}, 0
	recorder := &recorder{RoundTripper: transport}
	recorder.answer = func(*http.Request) *http.Response {
		recorder.mu.Lock()
		defer recorder.mu.Unlock()
		if asked++; asked == 8 {
			cancel()
		}
		return nil
	}
	client := server.Client(alicdn.WithHTTPClient(&http.Client{Transport: recorder}))
	server.Script(cdntest.Download, cdntest.Times(8, cdntest.SlowBody(time.Hour))...)
	req := &types.DescribeCdnDomainLogsRequest{DomainName: logDomain}
	_, err := client.DownloadLogs(ctx, req, t.TempDir(), alicdn.DownloadLogsOptions{Workers: 8})
	require.ErrorIs(t, err, context.Canceled)

	other := cdntest.NewServer(cdntest.WithDomains(logDomain))
	client = other.Client(alicdn.WithHTTPClient(&http.Client{Transport: transport}))
	entries, err := alicdn.Collect(client.LogEntries(t.Context(), req, alicdn.LogEntriesOptions{}), 1)
	require.NoError(t, err)
	assert.Len(t, entries, 1)
	transport.CloseIdleConnections()
	server.Close()
	other.Close()
	goleak.VerifyNone(t, before)
}

func TestLogEntries(t *testing.T) {
	t.Parallel()
	server := newLogServer()
	client, transport := server.recorded()
	req := server.span(12)
	req.PageSize = 5
	server.Script(cdntest.Download,
		cdntest.Truncate(), cdntest.Reset(), cdntest.FailAs(http.StatusForbidden, "AccessDenied", "Request has expired."), cdntest.Pass(), cdntest.Truncate())
	entries, err := alicdn.Collect(client.LogEntries(t.Context(), req, alicdn.LogEntriesOptions{}), 0)
	require.NoError(t, err)
	assert.Len(t, entries, 12*60)
	assert.Len(t, transport.files, 12+4)
	former := req.StartTime.Time
	for _, entry := range entries {
		assert.False(t, entry.Time.Before(former), "the lines come in order, each once")
		former = entry.Time
		assert.Contains(t, entry.URL, "://"+logDomain+"/")
		assert.NotEmpty(t, entry.CacheStatus)
		assert.NotEmpty(t, entry.ClientIP)
	}
	again, err := alicdn.Collect(client.LogEntries(t.Context(), req, alicdn.LogEntriesOptions{}), 0)
	require.NoError(t, err)
	assert.Equal(t, entries, again)
}

// A service that does not say how large a file is leaves its checksum.
func TestDownloadLogsWithoutASize(t *testing.T) {
	t.Parallel()
	for _, size := range []int{0, -1} {
		server := newLogServer()
		client, transport := server.recorded()
		transport.answer = func(req *http.Request) *http.Response {
			return respond(req, http.StatusOK, []byte("<html>not a log</html>"))
		}
		server.Script("DescribeCdnDomainLogs", listing("a.gz", "127.0.0.1/a.gz?x", size))
		var last alicdn.LogProgress
		_, err := client.DownloadLogs(t.Context(), server.span(1), t.TempDir(), alicdn.DownloadLogsOptions{OnProgress: func(p alicdn.LogProgress) { last = p }})
		require.ErrorContains(t, err, "content is not gzip")
		assert.Equal(t, 1, last.Failed)
		assert.Zero(t, last.TotalBytes)
	}
}

// A file, and a page of files, is asked for when it is its turn.
func TestLogEntriesAreLazy(t *testing.T) {
	t.Parallel()
	server := newLogServer()
	client, transport := server.recorded()
	req := server.span(12)
	req.PageSize = 5
	seq := client.LogEntries(t.Context(), req, alicdn.LogEntriesOptions{})
	assert.Zero(t, server.Applied("DescribeCdnDomainLogs"))
	entries, err := alicdn.Collect(seq, 61)
	require.NoError(t, err)
	assert.Len(t, entries, 61)
	assert.Len(t, transport.files, 2)
	assert.Equal(t, 1, server.Applied("DescribeCdnDomainLogs"))
}

func TestLogEntriesTellWhatIsBroken(t *testing.T) {
	t.Parallel()
	text := []byte(logLine + "\ntoken=hush\n" + logLine + "\n")
	newClient := func() (*logServer, *alicdn.Client) {
		server := newLogServer()
		client, transport := server.recorded()
		transport.answer = func(req *http.Request) *http.Response { return respond(req, http.StatusOK, text) }
		server.Script("DescribeCdnDomainLogs", listing("a.gz", "127.0.0.1/a.gz?x", len(text)), listing("a.gz", "127.0.0.1/a.gz?x", len(text)))
		return server, client
	}
	server, client := newClient()
	entries, err := alicdn.Collect(client.LogEntries(t.Context(), server.span(1), alicdn.LogEntriesOptions{}), 0)
	assert.Len(t, entries, 2)
	require.EqualError(t, err, "alicdn: log a.gz: line 2: does not begin with a time in brackets (broken lines in all: 1)")

	server, client = newClient()
	var told []string
	entries, err = alicdn.Collect(client.LogEntries(t.Context(), server.span(1), alicdn.LogEntriesOptions{
		OnBrokenLine: func(line *alicdn.LogLineError) { told = append(told, line.LogName, line.Text) },
	}), 0)
	require.NoError(t, err)
	assert.Len(t, entries, 2)
	assert.Equal(t, []string{"a.gz", "token=hush"}, told)
}

func TestLogEntriesEndWithTheFirstError(t *testing.T) {
	t.Parallel()
	server := newLogServer()
	client, transport := server.recorded()
	transport.answer = func(req *http.Request) *http.Response {
		if len(transport.files) == 2 {
			return respond(req, http.StatusNotFound, nil)
		}
		return nil
	}
	req := server.span(3)
	entries, err := alicdn.Collect(client.LogEntries(t.Context(), req, alicdn.LogEntriesOptions{}), 0)
	assert.Len(t, entries, 60)
	require.ErrorIs(t, err, alicdn.ErrNotFound)
	file, ok := errors.AsType[*alicdn.LogFileError](err)
	require.True(t, ok)
	assert.Equal(t, req.StartTime.Add(time.Hour).UTC(), file.StartTime.UTC(), "where to go on")

	server.Script("DescribeCdnDomainLogs", listing("a.gz", "user:hush@example.com", 1))
	_, err = alicdn.Collect(client.LogEntries(t.Context(), req, alicdn.LogEntriesOptions{}), 0)
	require.EqualError(t, err, "alicdn: log a.gz: its LogPath is no address")

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	for _, err = range client.LogEntries(ctx, req, alicdn.LogEntriesOptions{}) {
		cancel()
	}
	require.ErrorIs(t, err, context.Canceled)
}

func TestDomainLogSettings(t *testing.T) {
	t.Parallel()
	server := newLogServer()
	client := server.Client()
	settings, err := client.DomainLogSettings(t.Context(), logDomain)
	require.NoError(t, err)
	assert.Equal(t, &alicdn.DomainLogSettings{DomainName: logDomain}, settings)

	_, err = client.CreateRealtimeLogDelivery(t.Context(), &types.CreateRealtimeLogDeliveryRequest{
		Project: "p", Logstore: "l", Region: "cn-shanghai", Domain: logDomain,
	})
	require.NoError(t, err)
	formats, err := client.ListUserCustomLogConfig(t.Context(), nil)
	require.NoError(t, err)
	id := formats.ConfigIds[0]
	_, err = client.ModifyDomainCustomLogConfig(t.Context(), &types.ModifyDomainCustomLogConfigRequest{DomainName: logDomain, ConfigId: string(id)})
	require.NoError(t, err)
	settings, err = client.DomainLogSettings(t.Context(), logDomain)
	require.NoError(t, err)
	assert.Equal(t, "l", settings.RealtimeLogDelivery.Logstore)
	assert.Equal(t, types.RealtimeLogDeliveryStatusOnline, settings.RealtimeLogDelivery.Status)
	assert.Equal(t, id, settings.CustomLogConfig.ConfigId)
	want := *settings.CustomLogConfig

	server.Script("DescribeDomainRealtimeLogDelivery", cdntest.Fail(types.Unauthorized))
	server.Script("DescribeDomainCustomLogConfig", cdntest.JSON(`{"RequestId":"1","ConfigId":"`+string(id)+`"}`))
	settings, err = client.DomainLogSettings(t.Context(), logDomain)
	require.NoError(t, err)
	assert.Nil(t, settings.RealtimeLogDelivery)
	want.RequestId = "1"
	assert.Equal(t, &want, settings.CustomLogConfig, "with the format looked up")

	for _, action := range []string{"DescribeDomainRealtimeLogDelivery", "DescribeDomainCustomLogConfig"} {
		server.Script(action, cdntest.Fail(types.ForbiddenRAM))
		_, err = client.DomainLogSettings(t.Context(), logDomain)
		require.ErrorIs(t, err, alicdn.ErrForbidden)
	}
	_, err = client.DomainLogSettings(t.Context(), "")
	require.ErrorAs(t, err, new(*alicdn.ParamError))
}
