package accesslog

import (
	"math"
	"time"
)

// isStatus reports whether text is an HTTP status, or the - for none.
func isStatus(text string) bool { return len(text) == 3 && isNumber(text) || text == "-" }

// isNumber reports whether text consists of digits, or is the - for none.
func isNumber(text string) bool {
	if text == "-" {
		return true
	}
	for i := range len(text) {
		if !isDigit(text[i]) {
			return false
		}
	}
	return text != ""
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// number reads digits, and 0 from a -.
func number(text string) (int64, bool) {
	if text == "-" {
		return 0, true
	}
	n := int64(0)
	for i := range len(text) {
		digit := int64(text[i]) - '0'
		if digit < 0 || digit > 9 || n > (math.MaxInt64-digit)/10 {
			return 0, false
		}
		n = n*10 + digit
	}
	return n, text != ""
}

// months are found by their three letters.
var months = map[string]time.Month{
	"Jan": time.January, "Feb": time.February, "Mar": time.March, "Apr": time.April,
	"May": time.May, "Jun": time.June, "Jul": time.July, "Aug": time.August,
	"Sep": time.September, "Oct": time.October, "Nov": time.November, "Dec": time.December,
}

// parseStamp reads a time such as 9/Jun/2015:01:58:09 +0800.
func parseStamp(text string) (time.Time, bool) {
	const behindDay = "/Jan/2006:15:04:05 -0700"
	days := len(text) - len(behindDay)
	if days < 1 || days > 2 {
		return time.Time{}, false
	}
	day, rest := text[:days], text[days:]
	month, known := months[rest[1:4]]
	if !known || rest[0] != '/' || rest[4] != '/' || rest[9] != ':' || rest[12] != ':' || rest[15] != ':' || rest[18] != ' ' {
		return time.Time{}, false
	}
	d, ok := within(day, 1, 31)
	year, ok1 := within(rest[5:9], 1, 9999)
	hour, ok2 := within(rest[10:12], 0, 23)
	minute, ok3 := within(rest[13:15], 0, 59)
	second, ok4 := within(rest[16:18], 0, 60) // 60 is a leap second
	offset, ok5 := parseOffset(rest[19:])
	if !ok || !ok1 || !ok2 || !ok3 || !ok4 || !ok5 {
		return time.Time{}, false
	}
	date := time.Date(year, month, d, hour, minute, second, 0, time.UTC)
	if second < 60 && date.Day() != d {
		return time.Time{}, false // such as 31 June
	}
	return date.Add(-offset), true
}

// parseOffset reads the difference to UTC, such as +0800.
func parseOffset(text string) (time.Duration, bool) {
	hours, ok1 := within(text[1:3], 0, 23)
	minutes, ok2 := within(text[3:5], 0, 59)
	offset := time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
	switch {
	case !ok1 || !ok2:
		return 0, false
	case text[0] == '-':
		return -offset, true
	default:
		return offset, text[0] == '+'
	}
}

// within reads digits that make a number of that range.
func within(text string, least, most int) (int, bool) {
	n := 0
	for i := range len(text) {
		if !isDigit(text[i]) {
			return 0, false
		}
		n = n*10 + int(text[i]-'0')
	}
	return n, least <= n && n <= most
}
