package types_test

import (
	jsonv1 "encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// decoders are the packages that scalars can be read with.
var decoders = map[string]func(data []byte, out any) error{
	"encoding/json": jsonv1.Unmarshal,
	"v2":            func(data []byte, out any) error { return json.Unmarshal(data, out) },
}

// encoders are the packages that scalars can be written with.
var encoders = map[string]func(in any) ([]byte, error){
	"encoding/json": jsonv1.Marshal,
	"v2":            func(in any) ([]byte, error) { return json.Marshal(in) },
}

func TestIntUnmarshal(t *testing.T) {
	t.Parallel()
	tests := map[string]types.Int{
		`0`:        0,
		`-0`:       0,
		`-0.0`:     0,
		`0e99`:     0,
		`12`:       12,
		`-12`:      -12,
		`12.0`:     12,
		`12.000`:   12,
		`1e3`:      1000,
		`1E10`:     10000000000,
		`1e+2`:     100,
		`1.5e1`:    15,
		`12000e-3`: 12,
		`-1.2e2`:   -120,

		`"0"`:            0,
		`"12"`:           12,
		`"-12"`:          -12,
		`"+12"`:          12,
		`"007"`:          7,
		`"12.00"`:        12,
		`"1E10"`:         10000000000,
		`"\u0031\u0032"`: 12,

		`null`:    0,
		`""`:      0,
		`true`:    1,
		`false`:   0,
		`"true"`:  1,
		`"false"`: 0,

		`1234567891`:                 1234567891,
		`9007199254740993`:           9007199254740993,
		`1234567890123456789`:        1234567890123456789,
		`1e18`:                       1000000000000000000,
		`9223372036854775807`:        math.MaxInt64,
		`"9223372036854775807"`:      math.MaxInt64,
		`9223372036854775807.0`:      math.MaxInt64,
		`9.223372036854775807e18`:    math.MaxInt64,
		`922337203685477580700e-2`:   math.MaxInt64,
		`"00009223372036854775807"`:  math.MaxInt64,
		`-9223372036854775808`:       math.MinInt64,
		`"-9223372036854775808.000"`: math.MinInt64,
		`-9.223372036854775808e18`:   math.MinInt64,
	}
	for text, want := range tests {
		for name, decode := range decoders {
			t.Run(name+" "+text, func(t *testing.T) {
				t.Parallel()
				got := types.Int(99)
				require.NoError(t, decode([]byte(text), &got))
				assert.Equal(t, want, got)
			})
		}
	}
}

func TestIntRefuses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		// out of range
		`9223372036854775808`, `"9223372036854775808"`, `-9223372036854775809`, `1e19`, `-1e19`, `9.3e18`, `1e400`,
		// not whole
		`12.5`, `"12.5"`, `1e-1`, `9223372036854775806.9`, `-0.000000000000000000001`,
		// no number
		`"x"`, `" "`, `" 12"`, `"12 "`, `"1,000"`, `"1_000"`, `"0x10"`, `"--1"`, `"+-1"`, `"-"`, `"."`, `"1.2.3"`,
		`"e5"`, `"1e"`, `"1e5.0"`, `"1e1e1"`, `"NaN"`, `"Infinity"`, `"١٢"`, `"null"`, `"True"`,
		// no scalar
		`[]`, `[1]`, `{}`, `{"Value":1}`,
	} {
		for name, decode := range decoders {
			t.Run(name+" "+text, func(t *testing.T) {
				t.Parallel()
				var got types.Int
				assert.Error(t, decode([]byte(text), &got))
			})
		}
	}
}

// Exponents of any size cost no time: zeros are not written out.
func TestHugeExponentsAreFast(t *testing.T) {
	t.Parallel()
	started := time.Now()
	for range 1000 {
		for _, text := range []string{
			`1e2147483647`, `1e-2147483648`, `-1e2147483648`, `1e9223372036854775807`, `1e-9223372036854775808`,
			`1e99999999999999999999999999`, `"1e999999999"`, `0.1e2147483647`, `10e-2147483648`, `1e400`,
		} {
			var (
				i types.Int
				n types.Number
				m types.Time
			)
			require.Error(t, json.Unmarshal([]byte(text), &i), text)
			require.Error(t, json.Unmarshal([]byte(text), &m), text)
			_ = json.Unmarshal([]byte(text), &n) // what is too small reads as 0
			require.Zero(t, n.Float64(), text)
		}
	}
	assert.Less(t, time.Since(started), 20*time.Second)
}

func TestLongNumbersAreRead(t *testing.T) {
	t.Parallel()
	zeros := strings.Repeat("0", 100_000)
	var i types.Int
	require.NoError(t, json.Unmarshal([]byte("12."+zeros), &i))
	assert.Equal(t, types.Int(12), i)
	require.NoError(t, json.Unmarshal([]byte("12"+zeros+"e-100000"), &i))
	assert.Equal(t, types.Int(12), i)
	require.NoError(t, json.Unmarshal([]byte(`"`+zeros+`12"`), &i))
	assert.Equal(t, types.Int(12), i)
	err := json.Unmarshal([]byte("1"+zeros), &i)
	require.Error(t, err)
	assert.Less(t, len(err.Error()), 300, "an error does not repeat a long value")
}

func TestIntMarshal(t *testing.T) {
	t.Parallel()
	for name, encode := range encoders {
		for want, in := range map[string]types.Int{
			`0`:                    0,
			`12`:                   12,
			`9223372036854775807`:  math.MaxInt64,
			`-9223372036854775808`: math.MinInt64,
		} {
			t.Run(name+" "+want, func(t *testing.T) {
				t.Parallel()
				got, err := encode(in)
				require.NoError(t, err)
				assert.Equal(t, want, string(got))
			})
		}
	}
}

func TestIDUnmarshal(t *testing.T) {
	t.Parallel()
	tests := map[string]types.ID{
		`"abc"`:                "abc",
		`""`:                   "",
		`null`:                 "",
		`704222904`:            "704222904",
		`"704222904"`:          "704222904",
		`123456789012345`:      "123456789012345",
		`1234567890123456789`:  "1234567890123456789",
		`12345678901234567890`: "12345678901234567890",
		`-1`:                   "-1",
		`1E10`:                 "1E10",
		`12.0`:                 "12.0",
		`"007"`:                "007",
		`" a "`:                " a ",
		`true`:                 "true",
		`false`:                "false",
		`"a\"b\\c\u00e9\n"`:    "a\"b\\cé\n",
		`"阿里云"`:                "阿里云",
		`"\ud83d\ude00"`:       "😀",
	}
	for text, want := range tests {
		for name, decode := range decoders {
			t.Run(name+" "+text, func(t *testing.T) {
				t.Parallel()
				got := types.ID("before")
				require.NoError(t, decode([]byte(text), &got))
				assert.Equal(t, want, got)
			})
		}
	}
}

func TestIDRefuses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{`[]`, `["a"]`, `{}`, `{"Id":"a"}`} {
		for name, decode := range decoders {
			t.Run(name+" "+text, func(t *testing.T) {
				t.Parallel()
				var got types.ID
				assert.Error(t, decode([]byte(text), &got))
			})
		}
	}
}

func TestIDMarshal(t *testing.T) {
	t.Parallel()
	for name, encode := range encoders {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := encode([]types.ID{"", "704222904", `a"b`})
			require.NoError(t, err)
			assert.JSONEq(t, `["", "704222904", "a\"b"]`, string(got))
		})
	}
}

// FuzzInt holds what is read against exact arithmetic, and reads again what it
// writes.
func FuzzInt(f *testing.F) {
	for _, seed := range []string{
		`0`, `-0`, `12`, `"12"`, `"+12"`, `12.0`, `12.5`, `1E10`, `1e-3`, `12000e-3`, `null`, `""`, `true`, `"false"`,
		`9223372036854775807`, `9223372036854775808`, `-9223372036854775808`, `9.223372036854775807e18`,
		`1e2147483647`, `1e-2147483648`, `"\u0031"`, `"0x1"`, `"1e"`, `[1]`, `{}`, ` 1 `,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var got types.Int
		err := json.Unmarshal(data, &got)
		if value := jsontext.Value(data); value.IsValid() && value.Kind() == '0' && len(data) < 40 {
			checkExact(t, strings.TrimSpace(string(data)), got, err)
		}
		if err != nil {
			return
		}
		text, err := json.Marshal(got)
		require.NoError(t, err)
		var again types.Int
		require.NoError(t, json.Unmarshal(text, &again))
		require.Equal(t, got, again)
	})
}

func checkExact(t *testing.T, text string, got types.Int, err error) {
	t.Helper()
	if i := strings.IndexAny(text, "eE"); i >= 0 && len(text)-i > 5 {
		return // more than three digits of exponent
	}
	exact, ok := new(big.Rat).SetString(text)
	require.True(t, ok)
	if exact.IsInt() && exact.Num().IsInt64() {
		require.NoError(t, err)
		require.Equal(t, exact.Num().Int64(), int64(got))
	} else {
		require.Error(t, err)
	}
}

func TestIDMendsItsText(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]types.ID{`"a\ud800"`: "a\uFFFD", "\"a\xff\"": "a\uFFFD", "\"\xff\\n\"": "\uFFFD\n"} {
		var got types.ID
		require.NoError(t, got.UnmarshalJSON([]byte(text)), "%q", text)
		assert.Equal(t, want, got)
	}
	require.NotPanics(t, func() { _ = new(types.ID).UnmarshalJSON([]byte(`"`)) })
}

func TestNumberBeyond64BitsIsBounded(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int64{`1e19`: math.MaxInt64, `-1e19`: math.MinInt64, `-2.9`: -2} {
		var got types.Number
		require.NoError(t, got.UnmarshalJSON([]byte(text)))
		assert.Equal(t, want, got.Int64(), text)
	}
}
