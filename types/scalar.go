package types

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"

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

// decimal is a decimal number taken apart: ±digits × 10^exponent, with
// neither leading nor trailing zeros in digits.
type decimal struct {
	negative bool
	digits   string
	exponent int
}

// parseDecimal reads plain and scientific notation, such as -12, 3.50 and 1E10.
func parseDecimal(text string) (decimal, bool) {
	var d decimal
	mantissa := text
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		exponent, err := strconv.Atoi(text[i+1:])
		if err != nil || exponent > math.MaxInt32 || exponent < math.MinInt32 {
			return d, false
		}
		mantissa, d.exponent = text[:i], exponent
	}
	if rest, ok := strings.CutPrefix(mantissa, "-"); ok {
		mantissa, d.negative = rest, true
	} else {
		mantissa = strings.TrimPrefix(mantissa, "+")
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	d.digits = whole + fraction
	d.exponent -= len(fraction)
	if d.digits == "" || strings.Trim(d.digits, "0123456789") != "" {
		return d, false
	}
	significant := strings.TrimRight(d.digits, "0")
	d.exponent += len(d.digits) - len(significant)
	d.digits = strings.TrimLeft(significant, "0")
	return d, true
}

// int64 returns the number where it is a whole one that fits.
func (d decimal) int64() (int64, bool) {
	const maxDigits = 19
	switch {
	case d.digits == "":
		return 0, true
	case d.exponent < 0, d.exponent > maxDigits, len(d.digits)+d.exponent > maxDigits:
		return 0, false
	}
	text := d.digits + strings.Repeat("0", d.exponent)
	if d.negative {
		text = "-" + text
	}
	n, err := strconv.ParseInt(text, 10, 64)
	return n, err == nil
}
