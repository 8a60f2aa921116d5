package cdntest

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"time"
)

// exportsPath is where the files of exports are.
const exportsPath = "/exports/"

// path is where an export can be downloaded once it is ready.
func (e *export) path() string {
	if e.detail {
		return exportsPath + e.id + ".csv"
	}
	return exportsPath + e.id + ".pdf"
}

// exportFile finds the file of an export that is ready.
func (s *state) exportFile(path string, now time.Time) (file, bool) {
	if !strings.HasPrefix(path, exportsPath) {
		return file{}, false
	}
	for _, e := range s.usage.exports {
		if e.path() != path || now.Before(e.ready) {
			continue
		}
		f := file{name: strings.TrimPrefix(path, exportsPath), made: e.ready, contentType: "text/csv; charset=utf-8"}
		if e.detail {
			f.content = e.table(s)
		} else {
			f.contentType = "application/pdf"
			f.content = e.document(s)
		}
		return f, true
	}
	return file{}, false
}

// exportHeads are the titles of a table: of its time and domain, and of what
// it counts.
var exportHeads = map[bool]map[string][]string{
	false: {"flow": {"时间", "域名", "流量(Byte)", "带宽(bps)"}, "vas": {"时间", "域名", "请求数"}},
	true:  {"flow": {"Time", "Domain", "Traffic (bytes)", "Bandwidth (bps)"}, "vas": {"Time", "Domain", "Requests"}},
}

// table is the usage of each domain, 5 minutes by 5 minutes.
func (e *export) table(s *state) []byte {
	var text bytes.Buffer
	w := csv.NewWriter(&text)
	_ = w.Write(exportHeads[e.english][e.kind]) // a Buffer takes everything
	spans := slots(e.start, e.end, 5*time.Minute, e.created)
	for _, domain := range e.domains {
		for i, sums := range s.sums([]string{domain}, spans, bytesOf, countOf) {
			row := []string{stamp(spans[i].from), domain, whole(sums[1])}
			if e.kind == "flow" {
				row = []string{stamp(spans[i].from), domain, whole(sums[0]), plain(bps(sums[0], 300))}
			}
			_ = w.Write(row)
		}
	}
	w.Flush()
	return text.Bytes()
}

// document is the usage of the account, day by day, as a PDF of one page.
func (e *export) document(s *state) []byte {
	lines := []string{"CDN usage " + utc(e.start) + " to " + utc(e.end)}
	spans := slots(e.start, e.end, day, e.created)
	for i, sums := range s.sums(e.domains, spans, bytesOf, countOf) {
		line := fmt.Sprintf("%s  %d requests", stamp(spans[i].from), sums[1])
		if e.kind == "flow" {
			line = fmt.Sprintf("%s  %d bytes", stamp(spans[i].from), sums[0])
		}
		lines = append(lines, line)
	}
	return pdf(lines)
}

// pdf writes lines of text, without parentheses, on a page.
func pdf(lines []string) []byte {
	var page bytes.Buffer
	page.WriteString("BT /F1 11 Tf 16 TL 56 780 Td\n")
	for _, line := range lines {
		fmt.Fprintf(&page, "(%s) Tj T*\n", line)
	}
	page.WriteString("ET")

	var text bytes.Buffer
	text.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, body := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", page.Len(), page.String()),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
	} {
		offsets = append(offsets, text.Len())
		fmt.Fprintf(&text, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	table := text.Len()
	fmt.Fprintf(&text, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&text, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&text, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, table)
	return text.Bytes()
}
