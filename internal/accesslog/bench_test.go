package accesslog_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/accesslog"
)

// sampleLog makes lines as a busy site has them, the same ones every time.
func sampleLog(lines int) []byte {
	r := rand.New(rand.NewPCG(1, 2))
	agents := []string{
		"Mozilla/5.0 (compatible; ExampleBot/2.1; +http://www.example.org/bot.html)",
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
		"curl/8.15.0",
	}
	types := []string{"text/html", "image/png", "application/json; charset=utf-8", "-"}
	referers := []string{"-", "-", "https://www.example.com/", "https://news.example.net/today"}
	at := time.Date(2015, 6, 9, 1, 0, 0, 0, time.FixedZone("", 8*60*60))
	var log []byte
	for i := range lines {
		if i%20 == 0 {
			at = at.Add(time.Second)
		}
		log = at.AppendFormat(log, "[2/Jan/2006:15:04:05 -0700] ")
		log = fmt.Appendf(log, "198.18.%d.%d - %d \"%s\" \"GET https://www.example.com/img/%x.png?v=%d\" 200 %d %d %s \"%s\" \"%s\"\n",
			r.IntN(256), r.IntN(256), r.IntN(3000), referers[r.IntN(4)], r.Uint32(), r.IntN(100),
			200+r.IntN(900), r.IntN(500000), []string{"HIT", "HIT", "HIT", "MISS"}[r.IntN(4)], agents[r.IntN(4)], types[r.IntN(4)])
	}
	return log
}

// cycle is a text over and over again, up to a number of bytes.
type cycle struct {
	text []byte
	at   int
	left int64
}

func (c *cycle) Read(p []byte) (int, error) {
	if c.left == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(int64(len(p)), c.left)], c.text[c.at:])
	c.at = (c.at + n) % len(c.text)
	c.left -= int64(n)
	return n, nil
}

func countEntries(b *testing.B, r io.Reader) int {
	b.Helper()
	reader := accesslog.NewReader(r)
	for n := 0; ; n++ {
		if _, err := reader.Next(); err != nil {
			if !errors.Is(err, io.EOF) {
				b.Fatal(err)
			}
			return n
		}
	}
}

func BenchmarkParse(b *testing.B) {
	log := string(sampleLog(1000))
	lines := strings.Split(strings.TrimSuffix(log, "\n"), "\n")
	b.SetBytes(int64(len(log)))
	b.ReportAllocs()
	for b.Loop() {
		var p accesslog.Parser
		for _, line := range lines {
			if _, err := p.Parse(line); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkReader reads a log of 64 MiB, plain and compressed.
func BenchmarkReader(b *testing.B) {
	text := sampleLog(20_000)
	size := int64(64 << 20 / len(text) * len(text))
	b.Run("plain", func(b *testing.B) {
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			countEntries(b, &cycle{text: text, left: size})
		}
	})
	b.Run("gzip", func(b *testing.B) {
		var packed bytes.Buffer
		z := gzip.NewWriter(&packed)
		_, err := io.Copy(z, &cycle{text: text, left: size})
		require.NoError(b, err)
		require.NoError(b, z.Close())
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			countEntries(b, bytes.NewReader(packed.Bytes()))
		}
	})
}
