package types

import (
	"cmp"
	"math"
	"math/big"
	"slices"
	"time"
)

// Value is a value measured at a time.
type Value struct {
	// Time is the start of the interval that the value is of.
	Time time.Time

	// Number is the value. One that is not set counts as missing, and not as 0.
	Number Number
}

// Values are values of one field over time, in any order, such as those of a
// series. Their methods leave values that are not set aside, and return a
// Number that is not set if no others are left.
type Values []Value

// IntNumber makes a [Number] of a whole number that does not come from the
// service.
func IntNumber(n int64) Number { return intNumber(n) }

// FloatNumber makes a [Number] of a float64 that does not come from the service.
// Of what is not a number or infinite it makes one that is not set.
func FloatNumber(f float64) Number {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return Number{}
	}
	return floatNumber(f)
}

// Sum returns the sum. It is exact if all values are whole and it is of at most
// 64 bits; the sum of more is the nearest float64. Of fractions it is the exact
// sum rounded once.
func (v Values) Sum() Number {
	sum, n := v.sum()
	if n == 0 {
		return Number{}
	}
	return rationalNumber(sum)
}

// Mean returns the mean: the exact sum divided by how many values are set,
// rounded once. For a mean over a range with gaps, what is missing does not
// count.
func (v Values) Mean() Number {
	sum, n := v.sum()
	if n == 0 {
		return Number{}
	}
	return rationalNumber(sum.Quo(sum, big.NewRat(n, 1)))
}

// sum adds up without rounding.
func (v Values) sum() (sum *big.Rat, n int64) {
	var whole big.Int
	sum = new(big.Rat)
	for _, value := range v {
		switch value.Number.kind {
		case numberInt:
			whole.Add(&whole, big.NewInt(value.Number.Int64()))
		case numberFloat:
			sum.Add(sum, new(big.Rat).SetFloat64(value.Number.Float64()))
		default:
			continue
		}
		n++
	}
	return sum.Add(sum, new(big.Rat).SetInt(&whole)), n
}

// Peak returns the highest value, the earliest of several.
func (v Values) Peak() Value { return v.Rank(1) }

// Rank returns the n-th highest value, from 1 for the highest; of equal ones
// the earlier ranks before the later. A Value whose Number is not set says that
// there are fewer than n.
//
// The fourth daily peak, by which the vendor bills some contracts, is
// v.DailyPeaks(nil).Rank(4). Of less than 4 days its estimate is 0.
func (v Values) Rank(n int) Value {
	ranked := v.ranked()
	if n < 1 || n > len(ranked) {
		return Value{}
	}
	return ranked[n-1]
}

// Percentile95 returns the 95th percentile as bandwidth is billed by it: the
// values of a month, one for every 5 minutes, are sorted from the highest to
// the lowest, the highest 5 % are taken away, and the highest that remains is
// billed. With n values, n/20 are taken away, rounded down, and nothing is
// interpolated: of 8640 values, a month of 30 days, the 433rd is the result, of
// 8928 (31 days) the 447th, and of less than 20 the highest.
//
// The vendor describes the rule in DescribeCdnUserBillPrediction, without a
// word on rounding: down is in favour of the vendor, and the custom elsewhere.
// Its months begin at 00:00 Beijing time, which is 16:00 UTC of the day before,
// and it bills by area, as DescribeDomainUsageData has the bandwidth.
// Only values that are there count; if a contract counts missing ones as 0, add
// them.
func (v Values) Percentile95() Value {
	return v.Rank(len(v.ranked())/20 + 1)
}

// Days returns the values of each day, day by day; a day without values is not
// among them. Days are those of the zone; nil means Beijing time, by which the
// vendor bills. Of the mean of the daily 95th percentiles, by which it bills
// some contracts, each day's is its Percentile95.
func (v Values) Days(zone *time.Location) []Values {
	if zone == nil {
		zone = beijing
	}
	set := slices.DeleteFunc(slices.Clone(v), func(value Value) bool { return !value.Number.IsSet() })
	set = sorted(set, func(a, b *Value) int { return a.Time.Compare(b.Time) })
	var days []Values
	for _, value := range set {
		if last := len(days) - 1; last >= 0 && sameDay(days[last][0].Time, value.Time, zone) {
			days[last] = append(days[last], value)
		} else {
			days = append(days, Values{value})
		}
	}
	return days
}

func sameDay(a, b time.Time, zone *time.Location) bool {
	a, b = a.In(zone), b.In(zone)
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

// DailyPeaks returns the highest value of each of the Days, in the order of
// time.
//
// The daily peak of a 5-minute bandwidth is what the vendor bills by day, and
// v.DailyPeaks(nil).Mean() what it bills as the mean of the daily peaks of a
// month: the sum of the peaks divided by the number of days.
func (v Values) DailyPeaks(zone *time.Location) Values {
	var peaks Values
	for _, day := range v.Days(zone) {
		peaks = append(peaks, day.Peak())
	}
	return peaks
}

// ranked returns the values that are set, the highest first.
func (v Values) ranked() Values {
	set := slices.DeleteFunc(slices.Clone(v), func(value Value) bool { return !value.Number.IsSet() })
	return sorted(set, func(a, b *Value) int {
		return cmp.Or(compareNumbers(b.Number, a.Number), a.Time.Compare(b.Time))
	})
}

func compareNumbers(a, b Number) int {
	if a.kind == numberInt && b.kind == numberInt {
		return cmp.Compare(a.Int64(), b.Int64())
	}
	return cmp.Compare(a.Float64(), b.Float64())
}

// rationalNumber returns a sum as a Number: an integer if it is one of 64 bits,
// or else the nearest float64.
func rationalNumber(r *big.Rat) Number {
	if r.IsInt() && r.Num().IsInt64() {
		return intNumber(r.Num().Int64())
	}
	f, _ := r.Float64()
	return floatNumber(f)
}
