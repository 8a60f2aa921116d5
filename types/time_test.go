package types_test

import (
	"fmt"
	"net/url"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/google/go-querystring/query"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestTimeUnmarshal(t *testing.T) {
	t.Parallel()
	tests := map[string]time.Time{
		`"2018-05-10T12:00:00Z"`:          time.Date(2018, 5, 10, 12, 0, 0, 0, time.UTC),
		`"2018-05-10T12:00Z"`:             time.Date(2018, 5, 10, 12, 0, 0, 0, time.UTC),
		`"2018-05-10T12:00:00.5Z"`:        time.Date(2018, 5, 10, 12, 0, 0, 500_000_000, time.UTC),
		`"2018-05-10T12:00:00+08:00"`:     time.Date(2018, 5, 10, 4, 0, 0, 0, time.UTC),
		`"2018-05-10T12:00+08:00"`:        time.Date(2018, 5, 10, 4, 0, 0, 0, time.UTC),
		`"2018-05-10T12:00:00-05:30"`:     time.Date(2018, 5, 10, 17, 30, 0, 0, time.UTC),
		`"2018-05-10T12:00:00+00:00"`:     time.Date(2018, 5, 10, 12, 0, 0, 0, time.UTC),
		`"2015-12-02 17:20"`:              time.Date(2015, 12, 2, 17, 20, 0, 0, time.UTC),
		`"2015-12-02 17:20:59"`:           time.Date(2015, 12, 2, 17, 20, 59, 0, time.UTC),
		`"2015-12-01"`:                    time.Date(2015, 12, 1, 0, 0, 0, 0, time.UTC),
		`"2016-02-29"`:                    time.Date(2016, 2, 29, 0, 0, 0, 0, time.UTC),
		`"2017-11-28 09:23:18 +0000 UTC"`: time.Date(2017, 11, 28, 9, 23, 18, 0, time.UTC),
		`"2017-11-28 17:23:18 +0800 CST"`: time.Date(2017, 11, 28, 9, 23, 18, 0, time.UTC),
		`"Jan  2 03:04:05 2019 GMT"`:      time.Date(2019, 1, 2, 3, 4, 5, 0, time.UTC),
		`"Nov 29 23:59:59 2018 GMT"`:      time.Date(2018, 11, 29, 23, 59, 59, 0, time.UTC),
		`"Jun 1 00:00:00 2018 UTC"`:       time.Date(2018, 6, 1, 0, 0, 0, 0, time.UTC),
		`"2015-12-10T20:05:00:00Z"`:       time.Date(2015, 12, 10, 20, 5, 0, 0, time.UTC),
		`"2018-05-10T12:00:00\u005a"`:     time.Date(2018, 5, 10, 12, 0, 0, 0, time.UTC),

		`1525953600`:    time.Date(2018, 5, 10, 12, 0, 0, 0, time.UTC),
		`"1525953600"`:  time.Date(2018, 5, 10, 12, 0, 0, 0, time.UTC),
		`1525953600.0`:  time.Date(2018, 5, 10, 12, 0, 0, 0, time.UTC),
		`1.5259536e9`:   time.Date(2018, 5, 10, 12, 0, 0, 0, time.UTC),
		`"1.5259536E9"`: time.Date(2018, 5, 10, 12, 0, 0, 0, time.UTC),
		`0`:             time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC),
		`-1`:            time.Date(1969, 12, 31, 23, 59, 59, 0, time.UTC),
	}
	for text, want := range tests {
		for name, decode := range decoders {
			t.Run(name+" "+text, func(t *testing.T) {
				t.Parallel()
				var got types.Time
				require.NoError(t, decode([]byte(text), &got))
				assert.WithinDuration(t, want, got.Time, 0)
			})
		}
	}
}

func TestTimeKeepsTheOffset(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		`"2018-05-10T12:00:00Z"`:          0,
		`"2018-05-10T12:00:00+08:00"`:     8 * 60 * 60,
		`"2018-05-10T12:00-05:30"`:        -(5*60 + 30) * 60,
		`"2017-11-28 17:23:18 +0800 CST"`: 8 * 60 * 60,
		`"2015-12-02 17:20"`:              0,
		`1525953600`:                      0,
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			var got types.Time
			require.NoError(t, json.Unmarshal([]byte(text), &got))
			_, offset := got.Zone()
			assert.Equal(t, want, offset)
		})
	}
}

func TestTimeUnmarshalEmpty(t *testing.T) {
	t.Parallel()
	for _, text := range []string{`null`, `""`} {
		for name, decode := range decoders {
			t.Run(name+" "+text, func(t *testing.T) {
				t.Parallel()
				got := types.Beijing(time.Date(2018, 5, 10, 12, 0, 0, 0, time.UTC))
				require.NoError(t, decode([]byte(text), &got))
				assert.True(t, got.IsZero())
				assert.Equal(t, types.Time{}, got)
			})
		}
	}
}

func TestTimeRefuses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		`"x"`, `" "`, `"yesterday"`, `"2018-05-10T12:00:00Z "`, `"2018-13-01"`, `"2018-02-30"`, `"2018-05-10T25:00:00Z"`,
		`"2018-05"`, `"2018/05/10"`, `"12:00:00"`, `1525953600.5`, `1e-9`, `1e19`, `9223372036854775808`, `true`, `false`,
		`[]`, `[1525953600]`, `{}`, `{"Time":1525953600}`,
	} {
		for name, decode := range decoders {
			t.Run(name+" "+text, func(t *testing.T) {
				t.Parallel()
				var got types.Time
				require.Error(t, decode([]byte(text), &got))
				assert.True(t, got.IsZero())
			})
		}
	}
}

func TestTimeMarshal(t *testing.T) {
	t.Parallel()
	newYork := time.FixedZone("EST", -5*60*60)
	tests := map[string]types.Time{
		`null`:                        {},
		`"2018-05-10T12:00:00Z"`:      types.UTC(time.Date(2018, 5, 10, 12, 0, 0, 0, time.UTC)),
		`"2018-05-10T12:00:00-05:00"`: types.UTC(time.Date(2018, 5, 10, 12, 0, 0, 0, newYork)),
		`"2018-05-10T12:00:00.25Z"`:   types.UTC(time.Date(2018, 5, 10, 12, 0, 0, 250_000_000, time.UTC)),
		`"1970-01-01T00:00:00Z"`:      types.UTC(time.Unix(0, 0).UTC()),
	}
	for want, in := range tests {
		for name, encode := range encoders {
			t.Run(name+" "+want, func(t *testing.T) {
				t.Parallel()
				got, err := encode(in)
				require.NoError(t, err)
				assert.Equal(t, want, string(got))
				got, err = encode(struct{ At types.Time }{in})
				require.NoError(t, err)
				assert.Equal(t, `{"At":`+want+`}`, string(got))
			})
		}
	}
}

func TestTimeEncodeValues(t *testing.T) {
	t.Parallel()
	var (
		shanghai = time.FixedZone("CST", 8*60*60)
		newYork  = time.FixedZone("EST", -5*60*60)
	)
	tests := []struct {
		name string
		in   types.Time
		want string
	}{
		{"UTC", types.UTC(time.Date(2026, 3, 1, 10, 20, 30, 0, time.UTC)), "2026-03-01T10:20:30Z"},
		{"east of UTC", types.UTC(time.Date(2026, 3, 1, 6, 20, 30, 0, shanghai)), "2026-02-28T22:20:30Z"},
		{"west of UTC", types.UTC(time.Date(2026, 3, 1, 23, 20, 30, 0, newYork)), "2026-03-02T04:20:30Z"},
		{"parts of a second", types.UTC(time.Date(2026, 3, 1, 10, 20, 30, 999_999_999, time.UTC)), "2026-03-01T10:20:30Z"},
		{"literal", types.Time{Time: time.Date(2026, 3, 1, 6, 20, 30, 0, shanghai)}, "2026-02-28T22:20:30Z"},
		{"Beijing from UTC", types.Beijing(time.Date(2026, 2, 28, 22, 20, 30, 0, time.UTC)), "2026-03-01T06:20:30Z"},
		{"Beijing from Beijing", types.Beijing(time.Date(2026, 3, 1, 6, 20, 30, 0, shanghai)), "2026-03-01T06:20:30Z"},
		{"Beijing from elsewhere", types.Beijing(time.Date(2026, 3, 1, 23, 20, 30, 0, newYork)), "2026-03-02T12:20:30Z"},
		{"Beijing in summer", types.Beijing(time.Date(1988, 7, 1, 0, 0, 0, 0, time.UTC)), "1988-07-01T08:00:00Z"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			values := url.Values{}
			require.NoError(t, tt.in.EncodeValues("StartTime", &values))
			assert.Equal(t, url.Values{"StartTime": {tt.want}}, values)
		})
	}
}

func TestTimeAsParameter(t *testing.T) {
	t.Parallel()
	values, err := query.Values(struct {
		Set     types.Time `url:"Set"`
		Some    types.Time `url:"Some,omitempty"`
		LeftOut types.Time `url:"LeftOut,omitempty"`
	}{
		Set:  types.UTC(time.Date(2026, 3, 1, 10, 20, 30, 0, time.UTC)),
		Some: types.Beijing(time.Date(2026, 3, 1, 10, 20, 30, 0, time.UTC)),
	})
	require.NoError(t, err)
	assert.Equal(t, url.Values{"Set": {"2026-03-01T10:20:30Z"}, "Some": {"2026-03-01T18:20:30Z"}}, values)
}

func TestBeijingIsTheSameInstant(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 3, 1, 10, 20, 30, 0, time.UTC)
	assert.Equal(t, at, types.Beijing(at).Time)
	assert.Equal(t, at, types.UTC(at).Time)
	text, err := json.Marshal(types.Beijing(at))
	require.NoError(t, err)
	assert.JSONEq(t, `"2026-03-01T10:20:30Z"`, string(text))
}

// FuzzTime reads again what it writes.
func FuzzTime(f *testing.F) {
	for _, seed := range []string{
		`"2018-05-10T12:00:00Z"`, `"2018-05-10T12:00Z"`, `"2018-05-10T12:00:00.123456789+08:00"`, `"2015-12-02 17:20"`,
		`"2015-12-02 17:20:59"`, `"2015-12-01"`, `"2017-11-28 17:23:18 +0800 CST"`, `"Jan  2 03:04:05 2019 GMT"`,
		`"2015-12-10T20:05:00:00Z"`, `"0001-01-01T00:00:00Z"`, `"0000-01-01T00:00:00Z"`, `"9999-12-31T23:59:59-23:59"`,
		`1525953600`, `"1525953600"`, `1.5259536e9`, `1525953600000`, `-62135596800`, `253402300799`, `253402300800`,
		`9223372036854775807`, `0`, `-1`, `null`, `""`, `true`, `"x"`, `[]`, `{}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var got types.Time
		if json.Unmarshal(data, &got) != nil {
			return
		}
		text, err := json.Marshal(got)
		if _, offset := got.Zone(); got.Year() < 0 || got.Year() > 9999 || offset <= -24*60*60 || offset >= 24*60*60 {
			return // RFC 3339 has no form for it
		}
		require.NoError(t, err)
		var again types.Time
		require.NoError(t, json.Unmarshal(text, &again))
		require.WithinDuration(t, got.Time, again.Time, 0)
	})
}

func TestTimesNearTheEdge(t *testing.T) {
	t.Parallel()
	want := time.Date(2018, 5, 10, 12, 0, 0, 0, time.UTC)
	for _, text := range []string{
		`"2018-05-10T12:00:00"`, `"2018-05-10T12:00"`, `"May 10 12:00:00 2018 GMT"`, `1525953600000`, `"1525953600000"`,
		`"2018-05-10 12:00:00 +0000 UTC"`,
	} {
		var got types.Time
		require.NoError(t, got.UnmarshalJSON([]byte(text)), text)
		assert.True(t, want.Equal(got.Time), "%s is %s", text, got)
	}
	for _, text := range []string{`"May 10 12:00:00 2018 CST"`, `"2018-05-10T12:00:00+24:00"`, `9223372036854775807`} {
		var got types.Time
		require.Error(t, got.UnmarshalJSON([]byte(text)), text)
	}
	require.EqualError(t, new(types.Time).UnmarshalJSON([]byte(`"soon"`)), `text of 4 bytes is not a time`)
}

// Times of the usual form are read as time.Parse reads them, those that are
// none included.
func TestTimesAreParsedExactly(t *testing.T) {
	t.Parallel()
	check := func(text string) {
		t.Helper()
		var got types.Time
		err := got.UnmarshalJSON([]byte(`"` + text + `"`))
		want, refused := time.Parse(time.RFC3339, text)
		require.Equal(t, refused == nil, err == nil, text)
		require.Equal(t, types.Time{Time: want}, got, text)
	}
	for _, year := range []int{0, 1, 1900, 1970, 1999, 2000, 2023, 2024, 2100, 9999} {
		for month := range 14 {
			for day := range 33 {
				check(fmt.Sprintf("%04d-%02d-%02dT23:59:59Z", year, month, day))
			}
		}
	}
	for part := range 62 {
		check(fmt.Sprintf("2024-02-28T%02d:00:00Z", part))
		check(fmt.Sprintf("2024-02-28T00:%02d:00Z", part))
		check(fmt.Sprintf("2024-02-28T00:00:%02dZ", part))
	}
	const usual = "2024-02-28T12:34:56Z"
	for i := range len(usual) {
		for _, c := range "/:;0259-+Tt Z.,@\x00" {
			check(usual[:i] + string(c) + usual[i+1:])
		}
	}
}
