package cdntest

import (
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var noon = time.Date(2019, 5, 20, 12, 0, 0, 0, time.UTC)

func seriesState(seed uint64, domains ...string) *state {
	set := defaultSettings()
	set.seed = seed
	set.clock = func() time.Time { return noon }
	set.domains = domains
	return newState(set)
}

func spanOf(start time.Time, length time.Duration) slot {
	from := minuteOf(start)
	return slot{from: from, to: from + int64(length/time.Minute)}
}

func TestSeriesDependOnSeedDomainAndTimeAlone(t *testing.T) {
	t.Parallel()
	a, b, other := seriesState(1), seriesState(1), seriesState(2)
	span := spanOf(noon, hour)
	_ = b.sum([]string{"b.example.com"}, span, bytesOf) // the order of questions does not matter
	first := a.sum([]string{"a.example.com"}, span, bytesOf)
	assert.Equal(t, first, b.sum([]string{"a.example.com"}, span, bytesOf))
	assert.NotEqual(t, first, a.sum([]string{"b.example.com"}, span, bytesOf))
	assert.NotEqual(t, first, a.sum([]string{"a.example.com"}, spanOf(noon.Add(hour), hour), bytesOf))
	assert.NotEqual(t, first, other.sum([]string{"a.example.com"}, span, bytesOf))
}

// The frozen values make sure that a change of the engine, which changes
// everybody's series, is no accident.
func TestSeriesAreFrozen(t *testing.T) {
	t.Parallel()
	s := seriesState(1)
	got := s.sums([]string{"www.example.com"}, []slot{spanOf(noon, time.Minute), spanOf(noon, day)}, countOf, bytesOf, millisOf)
	assert.Equal(t, [][]int64{{3205, 676412100, 681354}, {2683046, 525416290200, 567141626}}, got)
}

func TestTalliesAreSums(t *testing.T) {
	t.Parallel()
	s := seriesState(1)
	domains := []string{"a.example.com", ".example.org"}
	for _, length := range []time.Duration{time.Minute, 7 * time.Minute, hour, day} {
		span := spanOf(noon.Add(-9*time.Minute), length)
		var requests, bytes int64
		s.tally(domains, span, func(_ string, sm *sample, times int64) {
			requests += times
			bytes += times * sm.bytes
		})
		assert.Equal(t, s.sum(domains, span, countOf), requests, length)
		assert.Equal(t, s.sum(domains, span, bytesOf), bytes, length)
	}
}

func TestTrafficIsPlausible(t *testing.T) {
	t.Parallel()
	s := seriesState(1)
	night := time.Date(2019, 5, 21, 4, 0, 0, 0, beijing)
	for i := range 20 {
		domain := "d" + strconv.Itoa(i) + ".example.com"
		quiet := s.sum([]string{domain}, spanOf(night, hour), countOf)
		busy := s.sum([]string{domain}, spanOf(night.Add(16*hour), hour), countOf)
		assert.Greater(t, busy, 3*quiet, domain)

		sums := s.sums([]string{domain}, []slot{spanOf(night, day)}, usageMeasures()...)[0]
		requests, bytes, misses, missBytes := sums[0], sums[1], sums[2], sums[3]
		assert.Greater(t, requests, int64(100_000), domain)
		assert.InDelta(t, 82, hitRate(misses, requests), 12, domain)
		assert.InDelta(t, 88, hitRate(missBytes, bytes), 12, domain)
		assert.Greater(t, bytes/requests, int64(20_000), domain)
		assert.Less(t, bytes/requests, int64(1_000_000), domain)
	}
}

func TestEveryPlaceHasRequests(t *testing.T) {
	t.Parallel()
	s := seriesState(1)
	found := crowds(s, []string{"a.example.com"}, spanOf(noon, day), func(sm *sample) *region { return sm.place.region })
	for i := range regions {
		assert.NotNil(t, found[&regions[i]], regions[i].en)
	}
	networks := crowds(s, []string{"a.example.com"}, spanOf(noon, day), func(sm *sample) *isp { return sm.place.isp })
	assert.Len(t, networks, len(isps))
}

// What is kept by a domain's name goes with the domain, and does not come back
// when its files are asked for later.
func TestDomainsAreForgotten(t *testing.T) {
	t.Parallel()
	s := seriesState(1, "a.example.com", "b.example.com")
	before := s.sum([]string{"a.example.com"}, spanOf(noon, hour), bytesOf)
	s.sum([]string{"b.example.com"}, spanOf(noon, hour), bytesOf)
	for name := range s.domains {
		s.logs.deliveries[name] = &delivery{domain: name}
		s.logs.assigned[name] = s.logs.formats[0]
	}
	s.domains["a.example.com"].enter(noon, statusDeleting, step{noon.Add(time.Second), statusDeleted})
	s.settle(noon)
	assert.Len(t, s.pools, 2)
	s.settle(noon.Add(time.Second))
	for _, left := range []int{len(s.domains), len(s.pools), len(s.logs.deliveries), len(s.logs.assigned)} {
		assert.Equal(t, 1, left)
	}
	assert.Equal(t, before, s.sum([]string{"a.example.com"}, spanOf(noon, hour), bytesOf))
	assert.Len(t, s.pools, 1)
}

func TestSizesOfLogFilesAreRemembered(t *testing.T) {
	t.Parallel()
	s := seriesState(1, "a.example.com")
	f := logFile{domain: "a.example.com", from: minuteOf(noon)}
	p, with := s.pool(f.domain), newPacker()
	want := len(with.pack(f.text(p)))
	assert.Equal(t, want, f.size(p, with))
	assert.Equal(t, map[int64]int{f.from: want}, p.logSizes)
	assert.Equal(t, want, f.size(p, packer{}), "nothing is packed again")
}

func TestInBubble(t *testing.T) {
	t.Parallel()
	assert.False(t, inBubble(time.Now()))
	for year, want := range map[int]bool{1999: false, 2000: true, 2009: true, 2010: false} {
		assert.Equal(t, want, inBubble(time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC)), year)
	}
}

func TestSlots(t *testing.T) {
	t.Parallel()
	now := noon.Add(90 * time.Second)
	minutes := func(from, to int) slot {
		return slot{from: minuteOf(noon) + int64(from), to: minuteOf(noon) + int64(to)}
	}
	tests := map[string]struct {
		start, end time.Duration
		interval   time.Duration
		want       []slot
	}{
		"aligned down":            {-13 * time.Minute, -5 * time.Minute, 5 * time.Minute, []slot{minutes(-15, -10), minutes(-10, -5)}},
		"the last is whole":       {-10 * time.Minute, -4 * time.Minute, 5 * time.Minute, []slot{minutes(-10, -5), minutes(-5, 0)}},
		"up to the last minute":   {-5 * time.Minute, hour, 5 * time.Minute, []slot{minutes(-5, 0), minutes(0, 1)}},
		"nothing from the future": {2 * time.Minute, hour, time.Minute, nil},
		"the minute under way":    {0, hour, time.Minute, []slot{minutes(0, 1)}},
		"seconds":                 {-2*time.Minute + time.Second, -time.Minute + time.Second, time.Minute, []slot{minutes(-2, -1), minutes(-1, 0)}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, test.want, slots(noon.Add(test.start), noon.Add(test.end), test.interval, now))
		})
	}
}

func TestDouble(t *testing.T) {
	t.Parallel()
	for want, f := range map[string]float64{
		"0.0":                    0,
		"100.0":                  100,
		"99.99932881437826":      99.99932881437826,
		"0.001":                  0.001,
		"2.3148148148148147E-5":  2.3148148148148147e-5,
		"1.0747912780000001E8":   107479127.80000001,
		"1.0E7":                  1e7,
		"9999999.0":              9999999,
		"-1.5E-10":               -1.5e-10,
		"7.466354166666667":      7.466354166666667,
		"1.2345678901234567E100": 1.2345678901234567e100,
	} {
		assert.Equal(t, want, double(f))
		back, err := strconv.ParseFloat(double(f), 64)
		require.NoError(t, err)
		assert.InDelta(t, f, back, 0)
	}
}

func BenchmarkSeries(b *testing.B) {
	s := seriesState(1)
	domains := []string{"a.example.com"}
	span := spanOf(noon, ninetyDays)
	for b.Loop() {
		s.sums(domains, []slot{span}, parts(bytesOf, nil)...)
	}
}

func BenchmarkPool(b *testing.B) {
	s := seriesState(1)
	for b.Loop() {
		s.newPool("a.example.com")
	}
}

func BenchmarkLogFile(b *testing.B) {
	s := seriesState(1)
	f := logFile{domain: "a.example.com", from: minuteOf(noon)}
	p, packer := s.pool(f.domain), newPacker()
	for b.Loop() {
		packer.pack(f.text(p))
	}
}
