package types

import (
	"fmt"
	"math"
	"strconv"
)

// Number is a measured value of a response: bandwidth, traffic, a rate, a
// share. It is exact where the service sends a whole number of up to 64 bits,
// and a float64 otherwise. The zero Number is a value that the service left
// out or left empty; [Number.IsSet] tells it from a measured 0.
type Number struct {
	bits uint64 // of an int64 or a float64
	kind numberKind
}

type numberKind uint8

const (
	numberUnset numberKind = iota
	numberInt
	numberFloat
)

// IsSet reports whether the service sent a value.
func (n Number) IsSet() bool { return n.kind != numberUnset }

// Float64 returns the value, 0 if it is not set.
func (n Number) Float64() float64 {
	if n.kind == numberFloat {
		return math.Float64frombits(n.bits)
	}
	return float64(n.Int64())
}

// Int64 returns the value, exactly where it is whole and cut towards zero
// where it is not, the nearest bound if it is beyond 64 bits, and 0 if it is
// not set.
func (n Number) Int64() int64 {
	if n.kind == numberFloat {
		switch f := math.Float64frombits(n.bits); {
		case f >= math.MaxInt64:
			return math.MaxInt64
		case f <= math.MinInt64:
			return math.MinInt64
		default:
			return int64(f)
		}
	}
	return int64(n.bits) //nolint:gosec // the bits are those of an int64
}

// String returns the value in plain decimal notation, "" if it is not set.
func (n Number) String() string {
	switch n.kind {
	case numberInt:
		return strconv.FormatInt(n.Int64(), 10)
	case numberFloat:
		return strconv.FormatFloat(n.Float64(), 'f', -1, 64)
	default:
		return ""
	}
}

// MarshalJSON writes a number, or null if the value is not set.
func (n Number) MarshalJSON() ([]byte, error) {
	if !n.IsSet() {
		return []byte("null"), nil
	}
	return []byte(n.String()), nil
}

// UnmarshalJSON reads a number, a string that holds one, a bool (0 or 1), or
// null or "" for a value that is not set.
func (n *Number) UnmarshalJSON(value []byte) error {
	if i, ok := wholeNumber(value); ok {
		*n = intNumber(i)
		return nil
	}
	text, err := scalarText(value)
	if err != nil {
		return err
	}
	switch string(text) {
	case "":
		*n = Number{}
		return nil
	case "false":
		*n = intNumber(0)
		return nil
	case "true":
		*n = intNumber(1)
		return nil
	}
	d, ok := parseDecimal(text)
	if !ok {
		return fmt.Errorf("text of %d bytes is not a number", len(text))
	}
	if i, ok := d.int64(); ok {
		*n = intNumber(i)
		return nil
	}
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil {
		return fmt.Errorf("text of %d bytes is not a number of 64 bits", len(text))
	}
	*n = floatNumber(f)
	return nil
}

func intNumber(i int64) Number {
	return Number{bits: uint64(i), kind: numberInt} //nolint:gosec // kept as bits
}

func floatNumber(f float64) Number {
	return Number{bits: math.Float64bits(f), kind: numberFloat}
}
