package types_test

import (
	"math"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestNumberWhole(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		want int64
		text string
	}{
		`0`:                         {0, "0"},
		`-0`:                        {0, "0"},
		`-0.0`:                      {0, "0"},
		`"0"`:                       {0, "0"},
		`12`:                        {12, "12"},
		`"12"`:                      {12, "12"},
		`"+12"`:                     {12, "12"},
		`-12`:                       {-12, "-12"},
		`12.0`:                      {12, "12"},
		`"12.00"`:                   {12, "12"},
		`1e3`:                       {1000, "1000"},
		`1E10`:                      {10000000000, "10000000000"},
		`"1E10"`:                    {10000000000, "10000000000"},
		`1234567891`:                {1234567891, "1234567891"},
		`"9007199254740993"`:        {9007199254740993, "9007199254740993"},
		`1234567890123456789`:       {1234567890123456789, "1234567890123456789"},
		`"1234567890123456789"`:     {1234567890123456789, "1234567890123456789"},
		`1.234567890123456789e18`:   {1234567890123456789, "1234567890123456789"},
		`9223372036854775807`:       {math.MaxInt64, "9223372036854775807"},
		`"9223372036854775807.000"`: {math.MaxInt64, "9223372036854775807"},
		`-9223372036854775808`:      {math.MinInt64, "-9223372036854775808"},
		`true`:                      {1, "1"},
		`false`:                     {0, "0"},
		`"true"`:                    {1, "1"},
		`"false"`:                   {0, "0"},
		`"\u0034\u0032"`:            {42, "42"},
	}
	for text, tt := range tests {
		for name, decode := range decoders {
			t.Run(name+" "+text, func(t *testing.T) {
				t.Parallel()
				var got types.Number
				require.NoError(t, decode([]byte(text), &got))
				assert.True(t, got.IsSet())
				assert.Equal(t, tt.want, got.Int64())
				assert.InDelta(t, float64(tt.want), got.Float64(), 0)
				assert.Equal(t, tt.text, got.String())
			})
		}
	}
}

func TestNumberFraction(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		want  float64
		whole int64
		text  string
	}{
		`12.5`:                {12.5, 12, "12.5"},
		`"12.50"`:             {12.5, 12, "12.5"},
		`-3.99`:               {-3.99, -3, "-3.99"},
		`0.1`:                 {0.1, 0, "0.1"},
		`".5"`:                {0.5, 0, "0.5"},
		`"66.046511627907"`:   {66.046511627907, 66, "66.046511627907"},
		`"0.155038759689922"`: {0.155038759689922, 0, "0.155038759689922"},
		`1e-7`:                {1e-7, 0, "0.0000001"},
		`1234567.891e-2`:      {12345.67891, 12345, "12345.67891"},
		`2251799813685248.5`:  {2251799813685248.5, 2251799813685248, "2251799813685248.5"},
	}
	for text, tt := range tests {
		for name, decode := range decoders {
			t.Run(name+" "+text, func(t *testing.T) {
				t.Parallel()
				var got types.Number
				require.NoError(t, decode([]byte(text), &got))
				assert.True(t, got.IsSet())
				assert.InDelta(t, tt.want, got.Float64(), 0)
				assert.Equal(t, tt.whole, got.Int64())
				assert.Equal(t, tt.text, got.String())
			})
		}
	}
}

// Beyond an int64 a number is as near as a float64 comes, and written with as
// many digits as it takes to read the same again.
func TestNumberBeyondInt64(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		want float64
		text string
	}{
		`9223372036854775808`:      {9223372036854775808, "9223372036854776000"},
		`"-9223372036854775809"`:   {-9223372036854775808, "-9223372036854776000"},
		`1e19`:                     {1e19, "10000000000000000000"},
		`100000000000000000000.25`: {1e20, "100000000000000000000"},
	}
	for text, tt := range tests {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			var got types.Number
			require.NoError(t, json.Unmarshal([]byte(text), &got))
			assert.True(t, got.IsSet())
			assert.InDelta(t, tt.want, got.Float64(), 0)
			assert.Equal(t, tt.text, got.String())
		})
	}
}

func TestNumberRefuses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		`1e400`, `"-1e400"`, `"x"`, `" "`, `" 1"`, `"1 "`, `"1,000"`, `"1_000"`, `"0x10"`, `"0x1p4"`, `"NaN"`, `"Inf"`,
		`"Infinity"`, `"--1"`, `"."`, `"1.2.3"`, `"1e"`, `"12%"`, `[]`, `[1]`, `{}`, `{"Value":1}`,
	} {
		for name, decode := range decoders {
			t.Run(name+" "+text, func(t *testing.T) {
				t.Parallel()
				var got types.Number
				require.Error(t, decode([]byte(text), &got))
				assert.False(t, got.IsSet())
			})
		}
	}
}

func TestNumberTellsAbsentFromZero(t *testing.T) {
	t.Parallel()
	for name, decode := range decoders {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got struct{ Absent, Null, Empty, Zero, Text types.Number }
			require.NoError(t, decode([]byte(`{"Null":null,"Empty":"","Zero":0,"Text":"0"}`), &got))
			for _, unset := range []types.Number{got.Absent, got.Null, got.Empty, {}} {
				assert.False(t, unset.IsSet())
				assert.Zero(t, unset.Int64())
				assert.Zero(t, unset.Float64())
				assert.Empty(t, unset.String())
				assert.Zero(t, unset)
			}
			for _, zero := range []types.Number{got.Zero, got.Text} {
				assert.True(t, zero.IsSet())
				assert.Zero(t, zero.Int64())
				assert.Zero(t, zero.Float64())
				assert.Equal(t, "0", zero.String())
				assert.NotZero(t, zero)
			}
		})
	}
}

func TestNumberReadAgain(t *testing.T) {
	t.Parallel()
	var got types.Number
	require.NoError(t, json.Unmarshal([]byte(`12.5`), &got))
	require.NoError(t, json.Unmarshal([]byte(`7`), &got))
	assert.Equal(t, int64(7), got.Int64())
	require.NoError(t, json.Unmarshal([]byte(`""`), &got))
	assert.False(t, got.IsSet())
}

func TestNumberMarshal(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		`""`:                    `null`,
		`null`:                  `null`,
		`"0"`:                   `0`,
		`"12"`:                  `12`,
		`"12.50"`:               `12.5`,
		`-0.25`:                 `-0.25`,
		`1E10`:                  `10000000000`,
		`"1e-7"`:                `0.0000001`,
		`"9223372036854775807"`: `9223372036854775807`,
		`-9223372036854775808`:  `-9223372036854775808`,
		`9223372036854775808`:   `9223372036854776000`,
		`true`:                  `1`,
	}
	for text, want := range tests {
		for name, encode := range encoders {
			t.Run(name+" "+text, func(t *testing.T) {
				t.Parallel()
				var in types.Number
				require.NoError(t, json.Unmarshal([]byte(text), &in))
				got, err := encode(in)
				require.NoError(t, err)
				assert.Equal(t, want, string(got))
			})
		}
	}
}

// FuzzNumber reads again what it writes.
func FuzzNumber(f *testing.F) {
	for _, seed := range []string{
		`0`, `-0`, `12`, `"12"`, `12.5`, `"66.046511627907"`, `1E10`, `1e-7`, `null`, `""`, `true`, `"false"`,
		`1234567890123456789`, `9223372036854775807`, `9223372036854775808`, `-9223372036854775809`, `1e308`, `5e-324`,
		`1e400`, `1e-400`, `1e2147483647`, `1e-2147483648`, `1234567890123456789.5`, `"NaN"`, `"0x1p4"`, `[]`, `{}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var got types.Number
		if json.Unmarshal(data, &got) != nil {
			return
		}
		text, err := json.Marshal(got)
		require.NoError(t, err)
		var again types.Number
		require.NoError(t, json.Unmarshal(text, &again))
		require.Equal(t, got.IsSet(), again.IsSet())
		require.InDelta(t, got.Float64(), again.Float64(), 0)
		require.Equal(t, got.IsSet(), got.String() != "")
	})
}
