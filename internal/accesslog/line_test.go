package accesslog_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/accesslog"
	"github.com/alicdn/alicdn-go/types"
)

// golden is the line of the vendor's documentation.
const golden = `[9/Jun/2015:01:58:09 +0800] 188.165.15.75 - 1542 "-" "GET http://www.example.com/index.html" 200 191 2830 MISS "Mozilla/5.0 (compatible; AhrefsBot/5.0; +http://example.com/robot/)" "text/html"`

// goldenEntry is what it says.
func goldenEntry() types.LogEntry {
	return types.LogEntry{
		Time:         time.Date(2015, 6, 8, 17, 58, 9, 0, time.UTC),
		ClientIP:     "188.165.15.75",
		ResponseTime: 1542,
		Method:       "GET",
		URL:          "http://www.example.com/index.html",
		Status:       200,
		RequestSize:  191,
		ResponseSize: 2830,
		CacheStatus:  types.CacheStatusMiss,
		UserAgent:    "Mozilla/5.0 (compatible; AhrefsBot/5.0; +http://example.com/robot/)",
		ContentType:  "text/html",
	}
}

// awkward are lines made from the golden one by replacing a part, and how their
// entry differs.
var awkward = []struct {
	name, old, new string
	change         func(*types.LogEntry)
}{
	{"as documented", "", "", func(*types.LogEntry) {}},
	{"two digits of day", "[9/Jun", "[09/Jun", func(*types.LogEntry) {}},
	{"another zone", "+0800", "-0330", func(e *types.LogEntry) { e.Time = e.Time.Add(11*time.Hour + 30*time.Minute) }},
	{"leap second", "01:58:09", "07:59:60", func(e *types.LogEntry) { e.Time = time.Date(2015, 6, 9, 0, 0, 0, 0, time.UTC) }},
	{"leap day", "9/Jun/2015", "29/Feb/2016", func(e *types.LogEntry) { e.Time = time.Date(2016, 2, 28, 17, 58, 9, 0, time.UTC) }},
	{"IPv6", "188.165.15.75 -", "2001:db8::ff00:42:8329 2001:db8::1", func(e *types.LogEntry) {
		e.ClientIP, e.ProxyIP = "2001:db8::ff00:42:8329", "2001:db8::1"
	}},
	{"mapped IPv6 with a zone", "188.165.15.75", "::ffff:188.165.15.75%eth0", func(e *types.LogEntry) { e.ClientIP = "::ffff:188.165.15.75%eth0" }},
	{"several proxies", "75 - 1542", "75 198.18.0.1, 198.18.0.2 1542", func(e *types.LogEntry) { e.ProxyIP = "198.18.0.1, 198.18.0.2" }},
	{"no client", "188.165.15.75", "-", func(e *types.LogEntry) { e.ClientIP = "" }},
	{"no response time", "1542", "-", func(e *types.LogEntry) { e.ResponseTime = 0 }},
	{"no sizes", "191 2830", "- -", func(e *types.LogEntry) { e.RequestSize, e.ResponseSize = 0, 0 }},
	{"large sizes", "191 2830", "0 9223372036854775807", func(e *types.LogEntry) { e.RequestSize, e.ResponseSize = 0, 1<<63-1 }},
	{"no answer", `" 200`, `" 000`, func(e *types.LogEntry) { e.Status = 0 }},
	{"no status", `" 200`, `" -`, func(e *types.LogEntry) { e.Status = 0 }},
	{"no cache status", "MISS", "-", func(e *types.LogEntry) { e.CacheStatus = "" }},
	{"another cache status", "MISS", "TCP_HIT", func(e *types.LogEntry) { e.CacheStatus = "TCP_HIT" }},
	{"no request", "GET http://www.example.com/index.html", "-", func(e *types.LogEntry) { e.Method, e.URL = "", "" }},
	{"no method", "GET http", "http", func(e *types.LogEntry) { e.Method = "" }},
	{"empty texts", `"-" "GET http://www.example.com/index.html"`, `"" ""`, func(e *types.LogEntry) { e.Method, e.URL = "", "" }},
	{"space in the URL", "index.html", "a b.html HTTP/1.1", func(e *types.LogEntry) { e.URL = "http://www.example.com/a b.html HTTP/1.1" }},
	{"no user agent", "Mozilla/5.0 (compatible; AhrefsBot/5.0; +http://example.com/robot/)", "-", func(e *types.LogEntry) { e.UserAgent = "" }},
	{"no content type", "text/html", "-", func(e *types.LogEntry) { e.ContentType = "" }},
	{"empty user agent", "Mozilla/5.0 (compatible; AhrefsBot/5.0; +http://example.com/robot/)", "", func(e *types.LogEntry) { e.UserAgent = "" }},
	{"empty content type", "text/html", "", func(e *types.LogEntry) { e.ContentType = "" }},
	{"quotes in the referer", `"-"`, `"say "hi" "now" "`, func(e *types.LogEntry) { e.Referer = `say "hi" "now" ` }},
	{"a quote as referer", `"-"`, `"""`, func(e *types.LogEntry) { e.Referer = `"` }},
	{"quotes in the URL", "index.html", `?q="x"&r=" 2`, func(e *types.LogEntry) { e.URL = `http://www.example.com/?q="x"&r=" 2` }},
	{"numbers in the URL", "GET http", ` 200 1 2 HIT "http`, func(e *types.LogEntry) {
		e.Method, e.URL = "", `200 1 2 HIT "http://www.example.com/index.html`
	}},
	{"quotes in the user agent", "AhrefsBot/5.0", `"Bot" "5" `, func(e *types.LogEntry) {
		e.UserAgent = `Mozilla/5.0 (compatible; "Bot" "5" ; +http://example.com/robot/)`
	}},
	{"numbers in the user agent", "AhrefsBot/5.0", `" 200 1 2 HIT "`, func(e *types.LogEntry) {
		e.UserAgent = `Mozilla/5.0 (compatible; " 200 1 2 HIT "; +http://example.com/robot/)`
	}},
	{"quotes in the content type", "text/html", `text/html; charset="utf-8"`, func(e *types.LogEntry) { e.ContentType = `text/html; charset="utf-8"` }},
	{"escapes stay", "index.html", `\x22%22\"`, func(e *types.LogEntry) { e.URL = `http://www.example.com/\x22%22\"` }},
	{"any bytes", "index.html", "\xff\x00\t中", func(e *types.LogEntry) { e.URL = "http://www.example.com/\xff\x00\t中" }},
	{"more behind", `"text/html"`, `"text/html" 198.18.0.3 443 `, func(e *types.LogEntry) { e.Rest = "198.18.0.3 443" }},
}

func TestParse(t *testing.T) {
	t.Parallel()
	for _, test := range awkward {
		line := strings.Replace(golden, test.old, test.new, 1)
		want := goldenEntry()
		test.change(&want)
		var p accesslog.Parser
		for range 2 { // with and without a remembered time
			got, err := p.Parse(line)
			require.NoError(t, err, test.name)
			assert.Equal(t, want, got, test.name)
		}
	}
}

// broken are replacements in the golden line that make it unreadable, and the
// word of the error by which to tell.
var broken = []struct{ old, new, want string }{
	{golden, "", "time"},
	{golden, "#Version: 1.0", "time"},
	{"[", "", "time"},
	{"]", "", "time"},
	{"] ", "]", "time"},
	{"9/Jun", "31/Jun", "time"},
	{"9/Jun", "0/Jun", "time"},
	{"9/Jun", "/Jun", "time"},
	{"9/Jun", "009/Jun", "time"},
	{"9/Jun", "9/Xyz", "time"},
	{"9/Jun", "9-Jun", "time"},
	{"2015", "20l5", "time"},
	{"01:58", "24:58", "time"},
	{"01:58", "01:60", "time"},
	{":09 ", ":61 ", "time"},
	{"+0800", "08000", "time"},
	{"+0800", "+2400", "time"},
	{"+0800", "+08:0", "time"},
	{"+0800", "+080", "time"},
	{" - 1542", " 1542", "client"},
	{"188.165.15.75 - 1542", "", "client"},
	{"1542 ", "1542", "client"},
	{golden[28:], "x", "client"},
	{"1542", "15.42", "number"},
	{"1542", "-1542", "number"},
	{"1542", "9223372036854775808", "number"},
	{`"-" `, "", "request"},
	{"200", "20", "request"},
	{"200", "2000", "request"},
	{" 191", "", "request"},
	{"191", "191k", "request"},
	{"191", "9223372036854775808", "number"},
	{"2830", "99999999999999999999", "number"},
	{" MISS", "", "request"},
	{golden[100:], "", "request"},
	{` "text/html"`, "", "user agent"},
	{`"text/html"`, `"text/html`, "user agent"},
	{`"text/html"`, `"text/html"x`, "user agent"},
	{`" "text/html"`, "", "user agent"},
}

func TestParseBrokenLines(t *testing.T) {
	t.Parallel()
	for _, test := range broken {
		line := strings.Replace(golden, test.old, test.new, 1)
		var p accesslog.Parser
		got, err := p.Parse(line)
		require.ErrorContains(t, err, test.want, line)
		assert.Zero(t, got, line)
	}
	var p accesslog.Parser
	for end := range len(golden) {
		_, err := p.Parse(golden[:end])
		require.Error(t, err, "a line that is cut is none: %s", golden[:end])
	}
}

// The time of the last line is used again only for the same time.
func TestParserRemembersTheTime(t *testing.T) {
	t.Parallel()
	var p accesslog.Parser
	for _, second := range []int{9, 9, 10, 9, 11} {
		got, err := p.Parse(strings.Replace(golden, ":09 ", fmt.Sprintf(":%02d ", second), 1))
		require.NoError(t, err)
		assert.Equal(t, second, got.Time.Second())
	}
	_, err := p.Parse(strings.Replace(golden, ":09 ", ":99 ", 1))
	require.Error(t, err)
	got, err := p.Parse(golden)
	require.NoError(t, err)
	assert.Equal(t, goldenEntry(), got)
}

//nolint:paralleltest // AllocsPerRun counts what others allocate, too
func TestParseDoesNotAllocate(t *testing.T) {
	var p accesslog.Parser
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = p.Parse(golden) }))
}

// write is the line of an entry.
func write(e types.LogEntry) string {
	or := func(text string) string {
		if text == "" {
			return "-"
		}
		return text
	}
	line := fmt.Sprintf(`[%s] %s %s %d "%s" "%s %s" %03d %d %d %s "%s" "%s"`, e.Time.Format("2/Jan/2006:15:04:05 -0700"),
		or(e.ClientIP), or(e.ProxyIP), e.ResponseTime, or(e.Referer), or(e.Method), or(e.URL), e.Status,
		e.RequestSize, e.ResponseSize, or(string(e.CacheStatus)), or(e.UserAgent), or(e.ContentType))
	if e.Rest != "" {
		line += " " + e.Rest
	}
	return line
}

// What can be parsed reads the same when it is written anew.
func FuzzParse(f *testing.F) {
	for _, test := range awkward {
		f.Add(strings.Replace(golden, test.old, test.new, 1))
	}
	for _, test := range broken {
		f.Add(strings.Replace(golden, test.old, test.new, 1))
	}
	f.Fuzz(func(t *testing.T, line string) {
		var p accesslog.Parser
		entry, err := p.Parse(line)
		if err != nil {
			require.Zero(t, entry)
			return
		}
		require.Equal(t, time.UTC, entry.Time.Location())
		require.True(t, 0 <= entry.Status && entry.Status <= 999)
		require.True(t, entry.ResponseTime >= 0 && entry.RequestSize >= 0 && entry.ResponseSize >= 0)
		for _, text := range []string{
			entry.ClientIP, entry.ProxyIP, entry.Referer, entry.Method, entry.URL,
			string(entry.CacheStatus), entry.UserAgent, entry.ContentType, entry.Rest,
		} {
			require.Contains(t, line, text)
		}
		if year := entry.Time.Year(); year < 1 || year > 9999 {
			return
		}
		again, err := p.Parse(write(entry))
		require.NoError(t, err, write(entry))
		require.Equal(t, entry, again)
	})
}
