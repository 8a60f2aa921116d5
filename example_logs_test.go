package alicdn_test

import (
	"fmt"
	"strings"

	"github.com/alicdn/alicdn-go"
)

// A log of three lines, one of which is damaged.
func ExampleReadLog() {
	log := strings.NewReader(`[9/Jun/2015:01:58:09 +0800] 188.165.15.75 - 1542 "-" "GET http://www.example.com/index.html" 200 191 2830 MISS "Mozilla/5.0 (compatible)" "text/html"
[9/Jun/2015:01:58:10 +0800] 2001:db8::17 - 3 "http://www.example.com/" "GET http://www.exam
[9/Jun/2015:01:58:11 +0800] 2001:db8::17 - 3 "http://www.example.com/" "GET http://www.example.com/logo.png" 200 402 48120 HIT "Mozilla/5.0 "nightly"" "image/png"
`)
	options := alicdn.ReadLogOptions{OnBrokenLine: func(line *alicdn.LogLineError) { fmt.Println(line) }}
	for entry, err := range alicdn.ReadLog(log, options) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(entry.Time.Format("15:04:05"), entry.ClientIP, entry.URL, entry.CacheStatus, entry.UserAgent)
	}
	// Output:
	// 17:58:09 188.165.15.75 http://www.example.com/index.html MISS Mozilla/5.0 (compatible)
	// alicdn: log: line 2: has no quoted referer and request, followed by status, sizes and cache status
	// 17:58:11 2001:db8::17 http://www.example.com/logo.png HIT Mozilla/5.0 "nightly"
}
