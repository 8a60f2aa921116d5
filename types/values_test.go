package types_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/types"
)

var valuesStart = time.Date(2026, 2, 28, 16, 0, 0, 0, time.UTC) // 1 March in Beijing

// whole returns values a step apart.
func whole(step time.Duration, numbers ...int64) types.Values {
	v := make(types.Values, len(numbers))
	for i, n := range numbers {
		v[i] = types.Value{Time: valuesStart.Add(time.Duration(i) * step), Number: types.IntNumber(n)}
	}
	return v
}

// upTo returns the values 1 to n in a random order.
func upTo(n int) types.Values {
	numbers := make([]int64, n)
	for i, j := range rand.New(rand.NewPCG(1, uint64(n))).Perm(n) {
		numbers[i] = int64(j + 1)
	}
	return whole(5*time.Minute, numbers...)
}

// The highest 5 % of n values, rounded down, are taken away; the next is
// billed. Of the values 1 to n that is n less their number.
func TestPercentile95(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		n    int
		want int64
	}{
		{1, 1},
		{2, 2},
		{19, 19},     // 0.95: none is taken away
		{20, 19},     // 1
		{21, 20},     // 1.05
		{39, 38},     // 1.95
		{40, 38},     // 2
		{100, 95},    // 5
		{288, 274},   // a day: 14.4
		{8064, 7661}, // 28 days: 403.2
		{8640, 8208}, // 30 days: 432
		{8928, 8482}, // 31 days: 446.4
	} {
		assert.Equal(t, types.IntNumber(tt.want), upTo(tt.n).Percentile95().Number, tt.n)
	}
	assert.False(t, types.Values(nil).Percentile95().Number.IsSet())
}

func TestPercentile95OfSpikes(t *testing.T) {
	t.Parallel()
	v := whole(5*time.Minute, 7, 7, 7, 900, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7)
	assert.Equal(t, int64(7), v.Percentile95().Number.Int64(), "one spike in 20 is free")
	v[11].Number = types.IntNumber(800)
	billed := v.Percentile95()
	assert.Equal(t, int64(800), billed.Number.Int64())
	assert.Equal(t, v[11].Time, billed.Time)
	assert.Equal(t, int64(900), v[3].Number.Int64(), "the values stay where they are")

	v[19].Number = types.Number{}
	assert.Equal(t, int64(900), v.Percentile95().Number.Int64(), "of 19 values none is taken away")
}

func TestSum(t *testing.T) {
	t.Parallel()
	second := time.Second
	for _, tt := range []struct {
		name string
		v    types.Values
		want types.Number
	}{
		{"nothing", nil, types.Number{}},
		{"nothing set", types.Values{{}, {}}, types.Number{}},
		{"zero", whole(second, 0), types.IntNumber(0)},
		{"beyond what a float64 tells apart", whole(second, 1<<53, 1, 1), types.IntNumber(1<<53 + 2)},
		{"up to the last int64", whole(second, math.MaxInt64-1, 1), types.IntNumber(math.MaxInt64)},
		{"beyond on the way", whole(second, math.MaxInt64, math.MaxInt64, -math.MaxInt64), types.IntNumber(math.MaxInt64)},
		{"beyond int64", whole(second, math.MaxInt64, math.MaxInt64), types.FloatNumber(1 << 64)},
		{"with missing ones", append(whole(second, 3, 4), types.Value{}), types.IntNumber(7)},
		{"fractions", types.Values{{Number: types.FloatNumber(0.1)}, {Number: types.FloatNumber(0.2)}, {Number: types.FloatNumber(0.3)}}, types.FloatNumber(0.6)},
		{"fractions that cancel", types.Values{{Number: types.FloatNumber(1e300)}, {Number: types.FloatNumber(0.5)}, {Number: types.FloatNumber(-1e300)}}, types.FloatNumber(0.5)},
		{"both", append(whole(second, 1<<53), types.Value{Number: types.FloatNumber(0.5)}, types.Value{Number: types.FloatNumber(0.5)}), types.IntNumber(1<<53 + 1)},
	} {
		assert.Equal(t, tt.want, tt.v.Sum(), tt.name)
	}
}

func TestMean(t *testing.T) {
	t.Parallel()
	assert.Equal(t, types.FloatNumber(2.5), whole(time.Second, 1, 2, 3, 4).Mean())
	assert.Equal(t, types.IntNumber(2), whole(time.Second, 1, 2, 3).Mean())
	assert.Equal(t, types.IntNumber(math.MaxInt64), whole(time.Second, math.MaxInt64, math.MaxInt64).Mean())
	assert.Equal(t, types.IntNumber(4), append(whole(time.Second, 3, 5), types.Value{}).Mean(), "what is missing does not count")
	assert.False(t, types.Values{{}}.Mean().IsSet())
}

func TestPeakAndRank(t *testing.T) {
	t.Parallel()
	v := whole(time.Hour, 3, 9, 9, 1)
	assert.Equal(t, v[1], v.Peak(), "the first of equal ones")
	assert.Equal(t, v[2], v.Rank(2))
	assert.Equal(t, v[0], v.Rank(3))
	assert.Equal(t, v[3], v.Rank(4))
	for _, n := range []int{-1, 0, 5} {
		assert.Zero(t, v.Rank(n), n)
	}
	assert.Zero(t, types.Values{{Time: valuesStart}}.Peak())
	assert.Equal(t, int64(math.MaxInt64), whole(time.Hour, math.MaxInt64-1, math.MaxInt64).Peak().Number.Int64(), "compared exactly")
	assert.Equal(t, int64(-1), whole(time.Hour, -5, -1).Peak().Number.Int64())
	v[3].Number = types.FloatNumber(9.5)
	assert.Equal(t, v[3], v.Peak(), "whole numbers and fractions together")
}

func TestDailyPeaks(t *testing.T) {
	t.Parallel()
	// 6 hours apart, from midnight in Beijing.
	v := whole(6*time.Hour, 1, 5, 2, 2, 8, 3, 9, 9, 4, 4, 4, 4, 6, 7, 7, 1)
	peaks := v.DailyPeaks(nil)
	assert.Equal(t, types.Values{v[1], v[6], v[8], v[13]}, peaks)
	assert.Equal(t, v[8], peaks.Rank(4), "the fourth daily peak")
	assert.Equal(t, types.FloatNumber(6.25), peaks.Mean())
	assert.False(t, v[:12].DailyPeaks(nil).Rank(4).Number.IsSet(), "of three days there is none")

	assert.Equal(t, types.Values{v[1], v[4], v[6], v[13], v[14]}, v.DailyPeaks(time.UTC))

	v[4].Number, v[5].Number, v[6].Number, v[7].Number = types.Number{}, types.Number{}, types.Number{}, types.Number{}
	assert.Len(t, v.DailyPeaks(nil), 3, "a day without values has no peak")
	assert.Empty(t, types.Values(nil).DailyPeaks(nil))
}

func TestDays(t *testing.T) {
	t.Parallel()
	v := whole(6*time.Hour, 0, 1, 2, 3, 4, 5, 6, 7)
	v[0], v[5] = v[5], v[0]
	v[7].Number = types.Number{}
	assert.Equal(t, []types.Values{{v[5], v[1], v[2], v[3]}, {v[4], v[0], v[6]}}, v.Days(nil), "in the order of time, without what is not set")
	assert.Equal(t, []types.Values{{v[5], v[1]}, {v[2], v[3], v[4], v[0]}, {v[6]}}, v.Days(time.UTC))
	assert.Empty(t, types.Values(nil).Days(nil))

	// The same date of another year is another day.
	years := types.Values{{Time: valuesStart, Number: types.IntNumber(1)}, {Time: valuesStart.AddDate(1, 0, 0), Number: types.IntNumber(2)}}
	assert.Len(t, years.Days(nil), 2)
}

func BenchmarkSum(b *testing.B) {
	v := make(types.Values, 90*288)
	for i := range v {
		v[i].Number = types.FloatNumber(float64(i) * math.Pi)
	}
	for b.Loop() {
		v.Sum()
	}
}

func TestNumbersOfPlainValues(t *testing.T) {
	t.Parallel()
	assert.Equal(t, int64(math.MinInt64), types.IntNumber(math.MinInt64).Int64())
	assert.Equal(t, "0.25", types.FloatNumber(0.25).String())
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		assert.False(t, types.FloatNumber(f).IsSet())
	}
}
