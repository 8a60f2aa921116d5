package types

import (
	"bytes"
	"fmt"
	"math"

	"github.com/go-json-experiment/json/jsontext"
)

// scalarText returns the text of a JSON scalar: a string without its quotes,
// a number or a bool as written, and nothing for null. The result may share
// memory with value.
func scalarText(value []byte) ([]byte, error) {
	value = bytes.TrimSpace(value)
	switch kind := jsontext.Value(value).Kind(); {
	case kind == 'n':
		return nil, nil
	case kind == '"' && len(value) >= 2 && bytes.IndexByte(value, '\\') < 0:
		return value[1 : len(value)-1], nil
	case kind == '"':
		// The decoder has seen that the string is one; what remains to be
		// wrong with it is its UTF-8, which is mended.
		text, _ := jsontext.AppendUnquote(nil, value)
		return text, nil
	case kind == '0', kind == 't', kind == 'f':
		return value, nil
	default:
		return nil, fmt.Errorf("%s where a scalar is expected", kind)
	}
}

// wholeNumber reads what most numbers are: up to 18 digits and nothing else,
// in quotes or not.
func wholeNumber(value []byte) (n int64, ok bool) {
	if len(value) >= 2 && value[0] == '"' && value[len(value)-1] == '"' {
		value = value[1 : len(value)-1]
	}
	if len(value) == 0 || len(value) > 18 {
		return 0, false
	}
	for _, c := range value {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int64(c-'0')
	}
	return n, true
}

// decimal is a decimal number taken apart: ±significand × 10^exponent.
type decimal struct {
	negative    bool
	significand uint64
	exponent    int
	rounded     bool // the number has more digits than the significand holds
}

// parseDecimal reads plain and scientific notation, such as -12, 3.50 and 1E10.
func parseDecimal(text []byte) (d decimal, ok bool) {
	rest := text
	if len(rest) > 0 && (rest[0] == '-' || rest[0] == '+') {
		d.negative = rest[0] == '-'
		rest = rest[1:]
	}
	digits, zeros, point := 0, 0, false
	for len(rest) > 0 {
		c := rest[0]
		switch {
		case c == '.' && !point:
			point = true
		case c == '0': // counts once another digit follows
			digits++
			zeros++
		case '1' <= c && c <= '9':
			digits++
			d.push(zeros, uint64(c-'0'))
			zeros = 0
		case (c == 'e' || c == 'E') && digits > 0:
			exponent, ok := parseExponent(rest[1:])
			d.exponent += exponent + zeros
			return d, ok
		default:
			return d, false
		}
		if point && c != '.' {
			d.exponent--
		}
		rest = rest[1:]
	}
	d.exponent += zeros
	return d, digits > 0
}

// push appends zeros and a digit to the significand.
func (d *decimal) push(zeros int, digit uint64) {
	const room = (math.MaxUint64 - 9) / 10
	for ; zeros > 0 && d.significand > 0; zeros-- {
		d.rounded = d.rounded || d.significand > room
		d.significand *= 10
	}
	d.rounded = d.rounded || d.significand > room
	d.significand = d.significand*10 + digit
}

// parseExponent reads what follows the e. An exponent beyond all use is cut.
func parseExponent(text []byte) (exponent int, ok bool) {
	const beyondUse = 1 << 20
	negative := false
	if len(text) > 0 && (text[0] == '-' || text[0] == '+') {
		negative = text[0] == '-'
		text = text[1:]
	}
	for _, c := range text {
		if c < '0' || c > '9' {
			return 0, false
		}
		exponent = min(10*exponent+int(c-'0'), beyondUse)
	}
	if negative {
		exponent = -exponent
	}
	return exponent, len(text) > 0
}

// int64 returns the number where it is a whole one that fits.
func (d *decimal) int64() (int64, bool) {
	if d.significand == 0 && !d.rounded {
		return 0, true
	}
	if d.rounded || d.exponent < 0 {
		return 0, false // the last digit of the significand is not 0
	}
	n := d.significand
	for range d.exponent {
		if n > math.MaxInt64/10 {
			return 0, false
		}
		n *= 10
	}
	switch {
	case n <= math.MaxInt64 && !d.negative:
		return int64(n), true
	case n <= -math.MinInt64 && d.negative:
		return -int64(n), true //nolint:gosec // -MinInt64 wraps to itself
	default:
		return 0, false
	}
}
