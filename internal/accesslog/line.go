// Package accesslog reads the access logs of domains.
package accesslog

import (
	"errors"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// What is wrong with a line.
var (
	errTime    = errors.New("does not begin with a time in brackets")
	errHead    = errors.New("has no client, proxy and response time before the first quote")
	errRequest = errors.New("has no quoted referer and request, followed by status, sizes and cache status")
	errTail    = errors.New("has no quoted user agent and content type at its end")
	errNumber  = errors.New("has a number that is none or too large")
)

// Parser parses lines. The zero Parser is ready; it remembers the time of the
// last line, which is often that of the next.
type Parser struct {
	stamp string
	time  time.Time
}

// Parse reads a line without its end. The texts of the entry are parts of the
// line.
//
// Quotes do not delimit safely, since clients send texts with quotes in them
// and the log has them as they are. The line is therefore split at what only
// the log writes: the numbers between the request and the user agent. If they
// stand there more than once, the first place counts.
//
//	[time] client proxy ms "referer" "method url" status asked sent cache "agent" "type"
func (p *Parser) Parse(line string) (types.LogEntry, error) {
	var e types.LogEntry
	rest, err := p.parseTime(&e, line)
	if err == nil {
		rest, err = parseHead(&e, rest)
	}
	if err == nil {
		rest, err = parseRequest(&e, rest)
	}
	if err == nil {
		err = parseTail(&e, rest)
	}
	if err != nil {
		return types.LogEntry{}, err
	}
	return e, nil
}

// longestStamp is the length of [31/Dec/2006:15:04:05 -0700], with the space
// behind it.
const longestStamp = len("[02/Jan/2006:15:04:05 -0700] ")

// parseTime reads the time. Like the functions below it returns what is left.
func (p *Parser) parseTime(e *types.LogEntry, line string) (rest string, err error) {
	if p.stamp != "" && strings.HasPrefix(line, p.stamp) {
		e.Time = p.time
		return line[len(p.stamp):], nil
	}
	end := strings.Index(line[:min(len(line), longestStamp)], "] ")
	if end < 0 || line[0] != '[' {
		return "", errTime
	}
	var ok bool
	if e.Time, ok = parseStamp(line[1:end]); !ok {
		return "", errTime
	}
	end += len("] ")
	p.stamp, p.time = line[:end], e.Time
	return line[end:], nil
}

// parseHead reads up to the quote that opens the referer.
func parseHead(e *types.LogEntry, rest string) (string, error) {
	quote := strings.IndexByte(rest, '"')
	if quote < 1 || rest[quote-1] != ' ' {
		return "", errHead
	}
	head := rest[:quote-1]
	first, last := strings.IndexByte(head, ' '), strings.LastIndexByte(head, ' ')
	if first < 1 || last <= first {
		return "", errHead
	}
	e.ClientIP, e.ProxyIP = given(head[:first]), given(head[first+1:last])
	var ok bool
	if e.ResponseTime, ok = number(head[last+1:]); !ok {
		return "", errNumber
	}
	return rest[quote+1:], nil
}

// parseRequest reads from within the quotes of the referer up to the quote that
// opens the user agent.
func parseRequest(e *types.LogEntry, rest string) (string, error) {
	separator := -1 // the last `" "` so far
	broken := errRequest
	for at := 0; ; at++ {
		quote := strings.IndexByte(rest[at:], '"')
		if quote < 0 {
			return "", broken
		}
		at += quote
		switch behind := rest[at+1:]; {
		case strings.HasPrefix(behind, ` "`):
			separator = at
		case separator >= 0 && at > separator+len(` "`) && strings.HasPrefix(behind, " "):
			size, err := parseNumbers(e, behind[1:])
			if err == nil {
				e.Referer = given(rest[:separator])
				e.Method, e.URL = splitRequest(rest[separator+len(`" "`) : at])
				return behind[1+size:], nil
			}
			if errors.Is(err, errNumber) {
				broken = err
			}
		}
	}
}

// parseNumbers reads the status, the sizes and the cache status, and returns
// where the text behind the following quote begins.
func parseNumbers(e *types.LogEntry, text string) (size int, err error) {
	var fields [4]string
	at := 0
	for i := range fields {
		space := strings.IndexByte(text[at:], ' ')
		if space < 1 {
			return 0, errRequest
		}
		fields[i] = text[at : at+space]
		at += space + 1
	}
	if !strings.HasPrefix(text[at:], `"`) || !isStatus(fields[0]) || !isNumber(fields[1]) || !isNumber(fields[2]) ||
		strings.IndexByte(fields[3], '"') >= 0 {
		return 0, errRequest
	}
	status, _ := number(fields[0]) // at most three digits
	asked, ok1 := number(fields[1])
	sent, ok2 := number(fields[2])
	if !ok1 || !ok2 {
		return 0, errNumber
	}
	e.Status, e.RequestSize, e.ResponseSize = int(status), asked, sent
	e.CacheStatus = types.CacheStatus(given(fields[3]))
	return at + 1, nil
}

// splitRequest splits a request into its method and its URL.
func splitRequest(text string) (method, url string) {
	method, url, ok := strings.Cut(text, " ")
	if !ok {
		return "", given(text)
	}
	return given(method), given(url)
}

// parseTail reads from within the quotes of the user agent to the end.
func parseTail(e *types.LogEntry, rest string) error {
	end := strings.LastIndexByte(rest, '"')
	if end < 0 {
		return errTail
	}
	more := rest[end+1:]
	if more != "" && more[0] != ' ' {
		return errTail
	}
	separator := lastSeparator(rest[:end])
	if separator < 0 {
		return errTail
	}
	e.UserAgent = given(rest[:separator])
	e.ContentType = given(rest[separator+len(`" "`) : end])
	e.Rest = strings.TrimSpace(more)
	return nil
}

// lastSeparator returns where the last `" "` is.
func lastSeparator(text string) int {
	for at := len(text); ; {
		at = strings.LastIndexByte(text[:at], '"')
		if at < len(` "`) {
			return -1
		}
		if text[at-1] == ' ' && text[at-2] == '"' {
			return at - len(`" `)
		}
	}
}

// given returns a text, empty for the - that stands for none.
func given(text string) string {
	if text == "-" {
		return ""
	}
	return text
}
