package cdntest

import (
	"bytes"
	"compress/gzip"
	"net/netip"
	"strconv"
	"strings"
	"time"
)

// linesPerHour is how many requests of an hour its log file has: a fixed number
// of all, evenly spread over them, so that files stay small.
const linesPerHour = 60

// logFile is the log of a domain and an hour.
type logFile struct {
	domain string
	from   int64 // the first minute
}

// beijing is the time zone of file names and log lines.
var beijing = time.FixedZone("", 8*60*60)

func (f logFile) start() time.Time { return time.Unix(f.from*60, 0).In(beijing) }

// logNameLayout is the part of a file's name that says when it starts.
const logNameLayout = "2006_01_02_150405"

func (f logFile) name() string {
	start := f.start()
	return f.domain + "_" + start.Format(logNameLayout) + start.Add(hour).Format("_150405") + ".gz"
}

// logsPath is where log files are.
const logsPath = "/logs/"

func (f logFile) path() string {
	return logsPath + f.domain + f.start().Format("/2006_01_02/") + f.name()
}

// parseLogPath is the inverse of logFile.path.
func parseLogPath(path string) (logFile, bool) {
	parts := strings.Split(strings.TrimPrefix(path, logsPath), "/")
	if len(parts) != 3 {
		return logFile{}, false
	}
	domain := parts[0]
	rest := strings.TrimPrefix(parts[2], domain+"_")
	start, err := time.ParseInLocation(logNameLayout, rest[:min(len(rest), len(logNameLayout))], beijing)
	f := logFile{domain: domain, from: minuteOf(start)}
	return f, err == nil && f.path() == path
}

// text returns the lines: time, client, proxy, response time in ms, Referer,
// method and URL, status, size of request and response in bytes, HIT or MISS,
// User-Agent, content type.
func (f logFile) text(p *pool) []byte {
	all := int64(0)
	for minute := f.from; minute < f.from+60; minute++ {
		_, count := p.run(minute)
		all += count
	}
	var text []byte
	wanted := int64(0) // the number of lines written
	passed := int64(0) // the number of requests before the minute
	for minute := f.from; minute < f.from+60; minute++ {
		first, count := p.run(minute)
		for ; wanted < linesPerHour; wanted++ {
			index := (2*wanted+1)*all/(2*linesPerHour) - passed
			if index >= count {
				break
			}
			at := time.Unix(minute*60+index*60/count, 0).In(beijing)
			text = f.appendLine(text, at, &p.samples[(first+index)%poolSize])
		}
		passed += count
	}
	return text
}

func (f logFile) appendLine(text []byte, at time.Time, sm *sample) []byte {
	scheme, cache := "http://", " MISS "
	if sm.https {
		scheme = "https://"
	}
	if sm.hit {
		cache = " HIT "
	}
	text = at.AppendFormat(text, "[2/Jan/2006:15:04:05 -0700] ")
	text = sm.address().AppendTo(text)
	text = append(text, " - "...)
	text = strconv.AppendInt(text, sm.millis, 10)
	text = append(text, ` "`+sm.referer+`" "GET `+scheme+hostOf(f.domain)+sm.page.path+`" `+sm.status+" "...)
	text = strconv.AppendInt(text, sm.asked, 10)
	text = append(text, ' ')
	text = strconv.AppendInt(text, sm.bytes, 10)
	return append(text, cache+`"`+sm.agent+`" "`+sm.page.kind.contentType+"\"\n"...)
}

// testAddress returns an address of the range that is set aside for tests,
// 198.18.0.0/15.
func testAddress(n int) netip.Addr {
	return netip.AddrFrom4([4]byte{198, 18 + byte(n>>16&1), byte(n >> 8), byte(n)}) //nolint:gosec // The bytes of a number.
}

// address is where the request comes from: of each eight clients one has IPv6, in
// the range that is set aside for documentation, 2001:db8::/32.
func (sm *sample) address() netip.Addr {
	if !isIPv6(sm) {
		return testAddress(sm.client)
	}
	address := [16]byte{0x20, 0x01, 0x0d, 0xb8, 14: byte(sm.client >> 8), 15: byte(sm.client)} //nolint:gosec // The bytes of a number.
	return netip.AddrFrom16(address)
}

// size returns the size of the file, which the pool remembers: a list of many
// files would take seconds otherwise.
func (f logFile) size(p *pool, with packer) int {
	size, known := p.logSizes[f.from]
	if !known {
		size = len(with.pack(f.text(p)))
		p.logSizes[f.from] = size
	}
	return size
}

// packer compresses files, the same text always to the same bytes. Making a
// gzip.Writer costs more than using one, so a packer keeps its own.
type packer struct{ gzip *gzip.Writer }

func newPacker() packer {
	z, err := gzip.NewWriterLevel(nil, gzip.BestSpeed)
	if err != nil {
		panic("cdntest: " + err.Error()) // the level is one of the package's own
	}
	return packer{z}
}

func (p packer) pack(text []byte) []byte {
	var packed bytes.Buffer
	p.gzip.Reset(&packed)
	_, _ = p.gzip.Write(text) // a Buffer takes everything
	_ = p.gzip.Close()
	return packed.Bytes()
}
