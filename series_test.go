package alicdn_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

const aDay = 24 * time.Hour

// bubbleStart is what time it is when a bubble of testing/synctest begins.
var bubbleStart = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// before returns the time so long before bubbleStart.
func before(d time.Duration) types.Time { return types.UTC(bubbleStart.Add(-d)) }

// seriesActions are the actions that have a series: where its figures start and
// end, the longest piece of it that a single call surely answers at the same
// granularity, and in how many windows it is to be fetched.
var seriesActions = []struct {
	action     string
	interval   types.Interval
	start, end time.Duration // before bubbleStart
	piece      time.Duration
	windows    int
}{
	{"DescribeDomainBpsData", "300", 7*aDay + 13*time.Minute, 3 * time.Minute, 5 * time.Hour, 3},
	{"DescribeDomainBpsData", "3600", 70*aDay + 13*time.Minute, 3 * time.Minute, 5 * aDay, 3},
	{"DescribeDomainBpsData", "86400", 200*aDay + 13*time.Minute, 3 * time.Minute, 11 * aDay, 3},
	{"DescribeDomainTrafficData", "300", 7 * aDay, 0, 5 * time.Hour, 3},
	{"DescribeDomainTrafficData", "86400", 366 * aDay, 0, 40 * aDay, 5},
	{"DescribeDomainQpsData", "3600", 40 * aDay, aDay, aDay, 2},
	{"DescribeDomainHitRateData", "300", 4 * aDay, 0, aDay, 2},
	{"DescribeDomainReqHitRateData", "300", 4 * aDay, 0, aDay, 2},
	{"DescribeDomainHttpCodeData", "300", 3 * aDay, 0, aDay, 2},
	{"DescribeDomainSrcBpsData", "300", 4 * aDay, 0, aDay, 2},
	{"DescribeDomainSrcTrafficData", "3600", 40 * aDay, 0, 2 * aDay, 2},
	{"DescribeDomainSrcHttpCodeData", "300", 3 * aDay, 0, aDay, 2},
	{"DescribeDomainAverageResponseTime", "300", 4 * aDay, 0, aDay, 2},
	{"DescribeDomainRealTimeBpsData", "", 150*time.Minute + time.Second, time.Minute, 30 * time.Minute, 3},
	{"DescribeDomainRealTimeQpsData", "", 5 * time.Hour, 0, 10 * time.Minute, 5},
	{"DescribeDomainRealTimeTrafficData", "", 5 * time.Hour, 0, 10 * time.Minute, 5},
	{"DescribeDomainRealTimeByteHitRateData", "", 2 * time.Hour, 0, 10 * time.Minute, 2},
	{"DescribeDomainRealTimeReqHitRateData", "", 2 * time.Hour, 0, 10 * time.Minute, 2},
	{"DescribeDomainRealTimeHttpCodeData", "", 2 * time.Hour, 0, 10 * time.Minute, 2},
	{"DescribeDomainRealTimeSrcBpsData", "", 2 * time.Hour, 0, 10 * time.Minute, 2},
	{"DescribeDomainRealTimeSrcTrafficData", "", 2 * time.Hour, 0, 10 * time.Minute, 2},
	{"DescribeDomainRealTimeSrcHttpCodeData", "", 2 * time.Hour, 0, 10 * time.Minute, 2},
	{"DescribeDomainPvData", "", 5*aDay + time.Minute, 0, 7 * time.Hour, 6},
	{"DescribeDomainUvData", "", 100 * aDay, 0, 3 * aDay, 2},
	{"DescribeDomainFileSizeProportionData", "", 5 * aDay, 0, 7 * time.Hour, 5},
	{"DescribeDomainsUsageByDay", "", 100 * aDay, 0, 30 * aDay, 2},
	{"DescribeRangeDataByLocateAndIspService", "", 65 * time.Minute, 0, 20 * time.Minute, 2},
	{"DescribeDomainUsageData", "300", 7 * aDay, 0, 5 * time.Hour, 3},
	{"DescribeDomainUsageData", "86400", 70 * aDay, 0, 10 * aDay, 3},
	{"DescribeDomainISPData", "", 5 * aDay, 0, aDay, 5},
	{"DescribeDomainRegionData", "", 3*aDay + time.Hour, 0, aDay, 4},
	{"DescribeDomainBpsDataByLayer", "300", 4 * aDay, 0, aDay, 2},
	{"DescribeDomainQpsDataByLayer", "3600", 40 * aDay, aDay, aDay, 2},
	{"DescribeDomainHttpCodeDataByLayer", "300", 3 * aDay, 0, aDay, 2},
	{"DescribeDomainSrcQpsData", "86400", 100 * aDay, 0, 40 * aDay, 2},
	{"DescribeDomainDetailDataByLayer", "", 151*time.Minute + time.Second, time.Minute, 20 * time.Minute, 3},
	{"DescribeDomainMultiUsageData", "", 150 * time.Minute, 0, 20 * time.Minute, 3},
	{"DescribeDomainRealTimeDetailData", "", 25 * time.Minute, 0, 4 * time.Minute, 3},
	{"DescribeDomainMax95BpsData", "", 100 * aDay, 0, 7 * aDay, 2},
}

// fill sets a field of a request, whatever its type.
func fill(req reflect.Value, name string, value any) {
	f := req.Elem().FieldByName(name)
	if !f.IsValid() {
		return
	}
	v := reflect.ValueOf(value)
	if f.Kind() == reflect.Slice && v.Kind() == reflect.String {
		list := reflect.MakeSlice(f.Type(), 1, 1)
		list.Index(0).SetString(v.String())
		v = list
	}
	f.Set(v)
}

// seriesRequest makes a request of an action for one domain.
func seriesRequest(method reflect.Value, start, end types.Time, interval types.Interval) reflect.Value {
	req := reflect.New(method.Type().In(1).Elem())
	for name, value := range map[string]any{
		"DomainName": "www.example.com", "DomainNames": "www.example.com",
		"StartTime": start, "EndTime": end, "Interval": interval, "Field": types.UsageFieldBps,
		"Cycle": types.CycleDay,
	} {
		fill(req, name, value)
	}
	return req
}

// call calls a method of a client by its name.
func callMethod(ctx context.Context, method, req reflect.Value, more ...any) (reflect.Value, error) {
	in := []reflect.Value{reflect.ValueOf(ctx), req}
	for _, arg := range more {
		in = append(in, reflect.ValueOf(arg))
	}
	out := method.Call(in)
	err, _ := reflect.TypeAssert[error](out[1])
	return out[0], err
}

// pointsOf returns the points of an answer, oldest first, as [time, point].
func pointsOf(resp reflect.Value) []any {
	var list reflect.Value
	var search func(reflect.Value)
	search = func(v reflect.Value) {
		for _, f := range v.Fields() {
			switch {
			case f.Kind() == reflect.Struct:
				search(f)
			case f.Kind() == reflect.Slice && f.Len() > 0 && f.Type().Elem().Kind() == reflect.Struct:
				list = f
			}
		}
	}
	search(resp.Elem())
	if !list.IsValid() {
		return nil
	}
	var points []any
	for i := range list.Len() {
		points = append(points, list.Index(i).Interface())
	}
	if first, last := stampOf(points[0]), stampOf(points[len(points)-1]); first.After(last) {
		for i := range len(points) / 2 {
			points[i], points[len(points)-1-i] = points[len(points)-1-i], points[i]
		}
	}
	return points
}

// multiUsage returns what a series has of an answer: of each time first the
// bandwidths, then the requests.
func multiUsage(resp *types.DescribeDomainMultiUsageDataResponse) []any {
	var points []any
	for _, m := range resp.TrafficPerInterval {
		points = append(points, types.MultiUsagePoint{TimeStamp: m.TimeStamp, Domain: m.Domain, Area: m.Area, Type: m.Type, Bps: m.Bps})
	}
	for _, m := range resp.RequestPerInterval {
		points = append(points, types.MultiUsagePoint{TimeStamp: m.TimeStamp, Domain: m.Domain, Type: m.Type, Request: types.IntNumber(int64(m.Request))})
	}
	slices.SortStableFunc(points, func(a, b any) int { return stampOf(a).Compare(stampOf(b)) })
	return points
}

func stampOf(point any) time.Time {
	f := reflect.ValueOf(point).FieldByName("TimeStamp")
	if !f.IsValid() {
		return time.Time{}
	}
	return f.Interface().(types.Time).Time
}

// Each action that answers with points over StartTime to EndTime has a series,
// and the points of that are those of single calls over other pieces of the
// range, each once and in order.
func TestSeriesOfEachAction(t *testing.T) {
	t.Parallel()
	tested := map[string]bool{}
	for _, tt := range seriesActions {
		tested[tt.action+"Series"] = true
		t.Run(tt.action+string(tt.interval), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
				client := reflect.ValueOf(server.Client())
				plain, long := client.MethodByName(tt.action), client.MethodByName(tt.action+"Series")
				require.True(t, plain.IsValid() && long.IsValid())

				result, err := callMethod(t.Context(), long, seriesRequest(plain, before(tt.start), before(tt.end), tt.interval), alicdn.SeriesOptions{})
				require.NoError(t, err)
				assert.Len(t, server.Requests(), tt.windows)
				s := result.Elem()
				assert.Equal(t, int64(tt.windows), s.FieldByName("Windows").Int())
				start, end := s.FieldByName("StartTime").Interface().(time.Time), s.FieldByName("EndTime").Interface().(time.Time)
				assert.Equal(t, before(tt.start).Time, start)
				assert.Equal(t, before(tt.end).Time, end)
				assert.Empty(t, result.MethodByName("Gaps").Call(nil)[0].Interface())

				interval := time.Duration(s.FieldByName("Interval").Int())
				if tt.action != "DescribeDomainRegionData" {
					start, end = start.Truncate(interval), end.Add(interval-1).Truncate(interval)
				}
				var got, want []any
				points := s.FieldByName("Points")
				for i := range points.Len() {
					got = append(got, points.Index(i).Interface())
				}
				for from := start; from.Before(end); from = from.Add(tt.piece) {
					to := from.Add(tt.piece)
					if to.After(end) {
						to = end
					}
					resp, err := callMethod(t.Context(), plain, seriesRequest(plain, types.UTC(from), types.UTC(to), tt.interval))
					require.NoError(t, err)
					piece := pointsOf(resp)
					switch tt.action {
					case "DescribeDomainISPData":
						piece = []any{types.ISPShares{TimeStamp: types.UTC(from), Value: resp.Interface().(*types.DescribeDomainISPDataResponse).Value}}
					case "DescribeDomainMultiUsageData":
						piece = multiUsage(resp.Interface().(*types.DescribeDomainMultiUsageDataResponse))
					case "DescribeDomainRegionData":
						piece = []any{types.RegionShares{TimeStamp: types.UTC(from), Value: resp.Interface().(*types.DescribeDomainRegionDataResponse).Value}}
					}
					want = append(want, piece...)
				}
				require.NotEmpty(t, want)
				require.Equal(t, want, got)
				t.Logf("%d points every %v in %d windows, equal to those of single calls over pieces of %v", len(got), interval, tt.windows, tt.piece)
			})
		})
	}
	assert.Len(t, tested, 35)
	for m := range reflect.TypeFor[*alicdn.Client]().Methods() {
		if strings.HasSuffix(m.Name, "Series") {
			assert.Contains(t, tested, m.Name)
		}
	}
}

const fiveMinutes = 5 * time.Minute

func bpsRequest(domainName string, start, end types.Time) *types.DescribeDomainBpsDataRequest {
	return &types.DescribeDomainBpsDataRequest{
		DomainName: []string{domainName}, StartTime: start, EndTime: end, Interval: types.Interval300,
	}
}

func bpsOf(p types.DomainBpsDataModule) types.Number { return p.Value }

// endpoint is an endpoint of bandwidth that the tests make up: a transport that
// answers with the points that points has of a span.
type endpoint func(start, end time.Time, step time.Duration) (points []time.Time, said time.Duration)

func (e endpoint) client(t *testing.T) *alicdn.Client {
	t.Helper()
	client, err := alicdn.New(alicdn.StaticCredentials("testid", "testsecret", ""),
		alicdn.WithoutLimiter(), alicdn.WithHTTPClient(&http.Client{Transport: e}))
	require.NoError(t, err)
	return client
}

func (e endpoint) RoundTrip(r *http.Request) (*http.Response, error) {
	params := r.URL.Query()
	start, err1 := time.Parse(time.RFC3339, params.Get("StartTime"))
	end, err2 := time.Parse(time.RFC3339, params.Get("EndTime"))
	seconds, err3 := strconv.Atoi(params.Get("Interval"))
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	points, said := e(start, end, time.Duration(seconds)*time.Second)
	var rows []string
	for _, at := range points {
		rows = append(rows, fmt.Sprintf(`{"TimeStamp":%q,"Value":"%d"}`, at.Format(time.RFC3339), at.Unix()))
	}
	body := fmt.Sprintf(`{"DataInterval":"%d","BpsDataPerInterval":{"DataModule":[%s]}}`, int(said/time.Second), strings.Join(rows, ","))
	return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
}

// every returns the times from one to the other, both included.
func every(step time.Duration, start, end time.Time) []time.Time {
	var times []time.Time
	for at := start; !at.After(end); at = at.Add(step) {
		times = append(times, at)
	}
	return times
}

// Whether the service includes EndTime, begins before StartTime or has no order:
// each point is there once, and each seam has no gap.
func TestSeriesAtTheSeams(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	longest := 3*aDay - fiveMinutes // of a window
	for name, e := range map[string]endpoint{
		"without EndTime": func(start, end time.Time, step time.Duration) ([]time.Time, time.Duration) {
			return every(step, start, end.Add(-step)), step
		},
		"with EndTime": func(start, end time.Time, step time.Duration) ([]time.Time, time.Duration) {
			return every(step, start, end), step
		},
		"more at both ends, newest first": func(start, end time.Time, step time.Duration) ([]time.Time, time.Duration) {
			times := every(step, start.Add(-3*step), end.Add(3*step))
			for i := range len(times) / 2 {
				times[i], times[len(times)-1-i] = times[len(times)-1-i], times[i]
			}
			return times, step
		},
	} {
		for _, tt := range []struct {
			name           string
			start, end     time.Time
			first, last    time.Time
			points, wanted int
		}{
			{"several windows", day, day.Add(9 * aDay), day, day.Add(9*aDay - fiveMinutes), 9 * 288, 4},
			{"exactly two windows", day, day.Add(2 * longest), day, day.Add(2*longest - fiveMinutes), 2 * 863, 2},
			{"a point more than a window", day, day.Add(longest + fiveMinutes), day, day.Add(longest), 864, 2},
			{"exactly a window", day, day.Add(longest), day, day.Add(longest - fiveMinutes), 863, 1},
			{"one point", day, day.Add(fiveMinutes), day, day, 1, 1},
			{"less than a point", day.Add(time.Minute), day.Add(2 * time.Minute), day, day, 1, 1},
			{"no multiple", day.Add(7 * time.Minute), day.Add(4*aDay + time.Second), day.Add(fiveMinutes), day.Add(4 * aDay), 4 * 288, 2},
		} {
			t.Run(name+"/"+tt.name, func(t *testing.T) {
				t.Parallel()
				s, err := e.client(t).DescribeDomainBpsDataSeries(t.Context(),
					bpsRequest("www.example.com", types.UTC(tt.start), types.UTC(tt.end)), alicdn.SeriesOptions{Workers: 3})
				require.NoError(t, err)
				assert.Equal(t, tt.wanted, s.Windows)
				require.Len(t, s.Points, tt.points)
				at := tt.first
				for _, p := range s.Points {
					require.Equal(t, at, p.TimeStamp.Time)
					require.Equal(t, at.Unix(), p.Value.Int64())
					at = at.Add(fiveMinutes)
				}
				assert.Equal(t, tt.last.Add(fiveMinutes), at)
				assert.Equal(t, tt.start, s.StartTime)
				assert.Equal(t, tt.end, s.EndTime)
				assert.Equal(t, fiveMinutes, s.Interval)
				assert.Empty(t, s.Gaps())
				assert.Empty(t, s.Missing)
			})
		}
	}
}

// A service whose days are those of Beijing has each day of a range of them once.
func TestSeriesOfDaysElsewhere(t *testing.T) {
	t.Parallel()
	beijing := time.FixedZone("UTC+8", 8*60*60)
	e := endpoint(func(start, end time.Time, step time.Duration) ([]time.Time, time.Duration) {
		start = start.In(beijing)
		return every(step, time.Date(start.Year(), start.Month(), start.Day(), 0, 0, 0, 0, beijing), end), step
	})
	start := time.Date(2026, 3, 1, 0, 0, 0, 0, beijing)
	req := bpsRequest("www.example.com", types.UTC(start), types.UTC(start.AddDate(0, 0, 200)))
	req.Interval = types.Interval86400
	s, err := e.client(t).DescribeDomainBpsDataSeries(t.Context(), req, alicdn.SeriesOptions{})
	require.NoError(t, err)
	assert.Equal(t, 3, s.Windows)
	require.Len(t, s.Points, 200)
	for i, p := range s.Points {
		require.True(t, p.TimeStamp.Equal(start.AddDate(0, 0, i)), i)
	}
	assert.Empty(t, s.Gaps())
}

// The calls of a long series keep to the rate of the action: a week of minutes
// is 168 calls, of which 10 a second are allowed.
func TestSeriesWithinTheRate(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
		client := server.Client(alicdn.WithLimiter(alicdn.NewLimiter()))
		s, err := client.DescribeDomainRealTimeQpsDataSeries(t.Context(), &types.DescribeDomainRealTimeQpsDataRequest{
			DomainName: []string{"www.example.com"}, StartTime: before(7 * aDay), EndTime: before(0),
		}, alicdn.SeriesOptions{Workers: 20})
		require.NoError(t, err)
		assert.Len(t, s.Points, 7*24*60)
		took := time.Since(bubbleStart)
		assert.InDelta(t, 16, took.Seconds(), 1)
		t.Logf("%d points in %d windows in %v", len(s.Points), s.Windows, took)
	})
}

// What the service leaves out is told and not made up.
func TestSeriesWithGaps(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	ready := day.Add(5*aDay - 15*time.Minute)
	e := endpoint(func(start, end time.Time, step time.Duration) ([]time.Time, time.Duration) {
		var times []time.Time
		for _, at := range every(step, start, end) {
			if at.Before(ready) && at.Hour() != 3 {
				times = append(times, at)
			}
		}
		return times, step
	})
	s, err := e.client(t).DescribeDomainBpsDataSeries(t.Context(), bpsRequest("www.example.com", types.UTC(day), types.UTC(day.Add(5*aDay))), alicdn.SeriesOptions{})
	require.NoError(t, err)
	assert.Len(t, s.Points, 5*276-3)
	gaps := s.Gaps()
	require.Len(t, gaps, 6)
	assert.Equal(t, "2026-03-01T03:00:00Z to 2026-03-01T04:00:00Z", gaps[0].String())
	assert.Equal(t, "2026-03-05T23:45:00Z to 2026-03-06T00:00:00Z", gaps[5].String())

	none := endpoint(func(time.Time, time.Time, time.Duration) ([]time.Time, time.Duration) { return nil, fiveMinutes })
	empty, err := none.client(t).DescribeDomainBpsDataSeries(t.Context(), bpsRequest("www.example.com", types.UTC(day), types.UTC(day.Add(5*aDay))), alicdn.SeriesOptions{})
	require.NoError(t, err)
	assert.Empty(t, empty.Points)
	assert.Equal(t, []alicdn.TimeRange{{StartTime: day, EndTime: day.Add(5 * aDay)}}, empty.Gaps())
	assert.False(t, empty.Values(bpsOf).Sum().IsSet())
}

// A service that answers at another granularity than asked for is found out,
// one that only says so is not taken at its word.
func TestSeriesOfAnotherInterval(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	req := bpsRequest("www.example.com", types.UTC(day), types.UTC(day.Add(5*aDay)))
	coarser := endpoint(func(start, end time.Time, _ time.Duration) ([]time.Time, time.Duration) {
		return every(time.Hour, start.Truncate(time.Hour), end), time.Hour
	})
	s, err := coarser.client(t).DescribeDomainBpsDataSeries(t.Context(), req, alicdn.SeriesOptions{Workers: 1})
	require.ErrorContains(t, err, "window 2026-03-01T00:00:00Z to 2026-03-03T23:55:00Z, 0 of 2 windows fetched: the service answered with points every 1h0m0s, not every 5m0s")
	assert.Empty(t, s.Points)

	liar := endpoint(func(start, end time.Time, step time.Duration) ([]time.Time, time.Duration) {
		return every(step, start, end), time.Hour
	})
	s, err = liar.client(t).DescribeDomainBpsDataSeries(t.Context(), req, alicdn.SeriesOptions{})
	require.NoError(t, err)
	assert.Len(t, s.Points, 5*288)
}

// An answer that does not say how far its points are apart may have few of them.
func TestSeriesOfFewPoints(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	tests := map[string]struct {
		minutes []int
		isWrong bool
	}{
		"one":                       {[]int{7}, false},
		"two":                       {[]int{7, 37}, false},
		"now and then":              {[]int{0, 6, 10, 30, 44}, false},
		"every 5 minutes":           {[]int{0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55}, true},
		"every 20 minutes":          {[]int{0, 20, 40}, true},
		"every 5 minutes, for some": {[]int{0, 5, 10, 15}, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var rows []string
			for _, minute := range tt.minutes {
				rows = append(rows, fmt.Sprintf(`{"TimeStamp":"2026-03-01T00:%02d:00Z","Bps":1}`, minute))
			}
			client, err := alicdn.New(alicdn.StaticCredentials("testid", "testsecret", ""), alicdn.WithHTTPClient(&http.Client{Transport: body(`{"Data":{"BpsModel":[` + strings.Join(rows, ",") + `]}}`)}))
			require.NoError(t, err)
			req := &types.DescribeDomainRealTimeBpsDataRequest{DomainName: []string{"www.example.com"}, StartTime: types.UTC(start), EndTime: types.UTC(start.Add(time.Hour))}
			s, err := client.DescribeDomainRealTimeBpsDataSeries(t.Context(), req, alicdn.SeriesOptions{})
			if tt.isWrong {
				require.ErrorContains(t, err, "not every 1m0s")
				return
			}
			require.NoError(t, err)
			assert.Len(t, s.Points, len(tt.minutes))
		})
	}
}

// body is a transport that always answers with the same.
type body string

func (b body) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(string(b))), Request: r}, nil
}

// A wrong request is refused before anything is sent.
func TestSeriesOfAWrongRequest(t *testing.T) {
	t.Parallel()
	client := endpoint(func(time.Time, time.Time, time.Duration) ([]time.Time, time.Duration) {
		t.Error("something was sent")
		return nil, 0
	}).client(t)
	day := types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC))
	later := types.UTC(day.Add(aDay))
	for _, tt := range []struct {
		name string
		req  *types.DescribeDomainBpsDataRequest
		want string
	}{
		{"nil", nil, "parameter StartTime is required\nalicdn: DescribeDomainBpsData: parameter EndTime is required"},
		{"no EndTime", bpsRequest("a.example.com", day, types.Time{}), "parameter EndTime is required"},
		{"no StartTime", bpsRequest("a.example.com", types.Time{}, day), "parameter StartTime is required"},
		{"reversed", bpsRequest("a.example.com", later, day), "parameter EndTime is not later than StartTime"},
		{"empty", bpsRequest("a.example.com", day, day), "parameter EndTime is not later than StartTime"},
		{"an interval of other actions", &types.DescribeDomainBpsDataRequest{StartTime: day, EndTime: later, Interval: "60"}, "parameter Interval is none of 300, 3600, 86400"},
		{"no interval", &types.DescribeDomainBpsDataRequest{StartTime: day, EndTime: later, Interval: "5m"}, "parameter Interval is none of 300, 3600, 86400"},
		{"another parameter", &types.DescribeDomainBpsDataRequest{StartTime: day, EndTime: later, DomainName: slices.Repeat([]string{"a.example.com"}, 501)}, "parameter DomainName has 501 elements; at most 500 allowed"},
	} {
		s, err := client.DescribeDomainBpsDataSeries(t.Context(), tt.req, alicdn.SeriesOptions{})
		require.EqualError(t, err, "alicdn: DescribeDomainBpsData: "+tt.want, tt.name)
		assert.Nil(t, s, tt.name)
		wrong, ok := errors.AsType[*alicdn.ParamError](err)
		require.True(t, ok, tt.name)
		assert.Equal(t, "DescribeDomainBpsData", wrong.Action)
		require.ErrorIs(t, err, alicdn.ErrInvalid)
	}
	_, err := client.DescribeDomainAverageResponseTimeSeries(t.Context(),
		&types.DescribeDomainAverageResponseTimeRequest{StartTime: day, EndTime: later, TimeMerge: true}, alicdn.SeriesOptions{})
	require.EqualError(t, err, "alicdn: DescribeDomainAverageResponseTime: parameter TimeMerge has no place in a series; give Interval or leave both out")
	for want, req := range map[string]types.DescribeDomainMax95BpsDataRequest{
		"TimePoint has no place in a series; give StartTime and EndTime": {TimePoint: day},
		"Cycle is no day; a series has a point a day":                    {Cycle: types.CycleMonth},
	} {
		req.StartTime, req.EndTime = day, later
		_, err := client.DescribeDomainMax95BpsDataSeries(t.Context(), &req, alicdn.SeriesOptions{})
		require.EqualError(t, err, "alicdn: DescribeDomainMax95BpsData: parameter "+want)
	}

	var raw alicdn.RawResponse
	_, err = client.DescribeDomainBpsDataSeries(t.Context(), bpsRequest("a.example.com", day, later), alicdn.SeriesOptions{}, alicdn.WithRawResponse(&raw))
	require.EqualError(t, err, "alicdn: DescribeDomainBpsData: WithRawResponse is for one call; a series makes many")
	_, err = client.DescribeDomainBpsDataSeries(t.Context(), bpsRequest("a.example.com", day, later), alicdn.SeriesOptions{}, nil)
	require.EqualError(t, err, "alicdn: DescribeDomainBpsData: an option is nil")
	_, err = client.DescribeDomainBpsDataSeries(t.Context(), bpsRequest("a.example.com", day, later), alicdn.SeriesOptions{}, alicdn.WithAttempts(0))
	require.EqualError(t, err, "alicdn: DescribeDomainBpsData: attempts 0 is less than 1")
}

// Without an Interval the series has the granularity of a single call, and the
// request stays as it was.
func TestSeriesWithoutAnInterval(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		client := cdntest.NewServer(cdntest.WithDomains("www.example.com")).Client()
		for span, want := range map[time.Duration]time.Duration{
			time.Hour: fiveMinutes, 2 * aDay: fiveMinutes, 4 * aDay: time.Hour, 40 * aDay: aDay, 100 * aDay: aDay,
		} {
			req := bpsRequest("www.example.com", before(span), before(0))
			req.Interval = ""
			s, err := client.DescribeDomainBpsDataSeries(t.Context(), req, alicdn.SeriesOptions{})
			require.NoError(t, err)
			assert.Equal(t, want, s.Interval, span)
			assert.Len(t, s.Points, int(span/want), span)
			assert.Empty(t, req.Interval)
			assert.Equal(t, before(span), req.StartTime)
		}
	})
}

// The filters and the options of the call go with each window.
func TestSeriesPassesTheRequestOn(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
		var heard []string
		s, err := server.Client().DescribeDomainTrafficDataSeries(t.Context(), &types.DescribeDomainTrafficDataRequest{
			DomainName: []string{"www.example.com"}, StartTime: before(5 * aDay), EndTime: before(0),
			Interval: types.Interval300, LocationNameEn: "beijing", IspNameEn: "unicom",
		}, alicdn.SeriesOptions{Progress: func(done, windows int) { heard = append(heard, fmt.Sprint(done, "/", windows)) }},
			alicdn.WithParam("Language", "en"))
		require.NoError(t, err)
		assert.Len(t, s.Points, 5*288)
		requests := server.Requests()
		require.Len(t, requests, 2)
		for _, r := range requests {
			assert.Equal(t, "beijing", r.Params.Get("LocationNameEn"))
			assert.Equal(t, "unicom", r.Params.Get("IspNameEn"))
			assert.Equal(t, "en", r.Params.Get("Language"))
		}
		assert.Equal(t, []string{"1/2", "2/2"}, heard)
	})
}

// A domain that fails leaves the others alone.
func TestComparePartly(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		client := cdntest.NewServer(cdntest.WithDomains("a.example.com", "c.example.com")).Client()
		c, err := alicdn.CompareSeries(t.Context(), []string{"a.example.com", "b.example.com", "c.example.com"},
			func(ctx context.Context, domainName string) (*alicdn.Series[types.DomainTrafficDataModule], error) {
				start := before(time.Hour)
				if domainName == "c.example.com" {
					start = before(2 * time.Hour)
				}
				return client.DescribeDomainTrafficDataSeries(ctx, &types.DescribeDomainTrafficDataRequest{
					DomainName: []string{domainName}, StartTime: start, EndTime: before(0),
				}, alicdn.SeriesOptions{})
			}, alicdn.CompareOptions{Workers: 2})
		require.ErrorIs(t, err, alicdn.ErrNotFound)
		require.ErrorContains(t, err, "b.example.com: alicdn: DescribeDomainTrafficData: series: window 1999-12-31T23:00:00Z to 2000-01-01T00:00:00Z, 0 of 1 windows fetched: ")
		assert.Len(t, c.Times, 24)
		a, b, last := c.Domains[0], c.Domains[1], c.Domains[2]
		require.NoError(t, a.Err)
		require.NoError(t, last.Err)
		assert.True(t, alicdn.IsCode(b.Err, types.InvalidDomainNotFound))
		for i, at := range c.Times {
			assert.Nil(t, b.Points[i])
			assert.Equal(t, at, last.Points[i].TimeStamp.Time)
			if i < 12 {
				assert.Nil(t, a.Points[i], "the series of a begins an hour later")
			} else {
				assert.Equal(t, at, a.Points[i].TimeStamp.Time)
			}
		}
	})
}

func TestCompareEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	begun := 0
	c, err := alicdn.CompareSeries(ctx, []string{"a", "b", "c"}, func(ctx context.Context, _ string) (*alicdn.Series[types.DomainBpsDataModule], error) {
		begun++
		cancel()
		return nil, ctx.Err()
	}, alicdn.CompareOptions{Workers: 1})
	require.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, 1, begun)
	for _, d := range c.Domains {
		require.ErrorIs(t, d.Err, context.Canceled, d.DomainName)
	}
}

// A window that fails is named, and what was fetched comes with the error.
func TestSeriesOfWhichAWindowFails(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
		answers := append(cdntest.Times(4, cdntest.Pass()), cdntest.Fail(types.InvalidStartTimeValueNotSupported))
		server.Script("DescribeDomainBpsData", answers...)
		client := server.Client()
		s, err := client.DescribeDomainBpsDataSeries(t.Context(), bpsRequest("www.example.com", before(30*aDay), before(0)), alicdn.SeriesOptions{Workers: 1})
		failure, ok := errors.AsType[*alicdn.SeriesError](err)
		require.True(t, ok, err)
		assert.Equal(t, "DescribeDomainBpsData", failure.Action)
		assert.Equal(t, "1999-12-13T23:40:00Z to 1999-12-16T23:35:00Z", failure.Window.String())
		assert.Equal(t, 4, failure.Fetched)
		assert.Equal(t, 11, failure.Windows)
		assert.True(t, alicdn.IsCode(err, types.InvalidStartTimeValueNotSupported))
		require.ErrorContains(t, err, "alicdn: DescribeDomainBpsData: series: window 1999-12-13T23:40:00Z to 1999-12-16T23:35:00Z, 4 of 11 windows fetched: alicdn: ")
		require.Len(t, s.Points, 4*863)
		require.Len(t, s.Missing, 1)
		assert.Equal(t, s.Missing, s.Gaps())
		assert.Len(t, server.Requests(), 5, "no further window was begun")

		// What is missing can be asked for by itself.
		missing := s.Missing[0]
		rest, err := client.DescribeDomainBpsDataSeries(t.Context(),
			bpsRequest("www.example.com", types.UTC(missing.StartTime), types.UTC(missing.EndTime)), alicdn.SeriesOptions{})
		require.NoError(t, err)
		assert.Len(t, append(s.Points, rest.Points...), 30*288)
	})
}

// Faults that pass are repeated by the client, and leave no trace in the series.
func TestSeriesUnderFaults(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		calm := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
		rough := cdntest.NewServer(cdntest.WithDomains("www.example.com"), cdntest.WithFaults(cdntest.Faults{
			Throttle: 0.1, Reset: 0.05, Truncate: 0.05, Unavailable: 0.05, Latency: 0.9, MaxLatency: 5 * time.Second,
		}))
		req := bpsRequest("www.example.com", before(30*aDay), before(0))
		want, err := calm.Client().DescribeDomainBpsDataSeries(t.Context(), req, alicdn.SeriesOptions{})
		require.NoError(t, err)
		got, err := rough.Client(alicdn.WithRetry(alicdn.RetryPolicy{MaxAttempts: 10})).DescribeDomainBpsDataSeries(t.Context(), req, alicdn.SeriesOptions{Workers: 8})
		require.NoError(t, err)
		require.Equal(t, want.Points, got.Points)
		t.Logf("%d windows by %d attempts, answered out of order", got.Windows, len(rough.Requests()))
	})
}

// A series that is canceled midway ends at once, keeps what it has, and leaves
// no goroutine behind: a bubble ends only when all of its goroutines have.
func TestSeriesEndsWithItsContext(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := cdntest.NewServer(cdntest.WithDomains("www.example.com"))
		server.Script("DescribeDomainBpsData", cdntest.Times(31, cdntest.Latency(10*time.Second))...)
		ctx, cancel := context.WithTimeout(t.Context(), 35*time.Second)
		defer cancel()
		s, err := server.Client().DescribeDomainBpsDataSeries(ctx, bpsRequest("www.example.com", before(90*aDay), before(0)), alicdn.SeriesOptions{Workers: 4})
		require.ErrorIs(t, err, context.DeadlineExceeded)
		assert.Equal(t, 35*time.Second, time.Since(bubbleStart))
		failure, ok := errors.AsType[*alicdn.SeriesError](err)
		require.True(t, ok)
		assert.Equal(t, 12, failure.Fetched)
		assert.Len(t, s.Points, 12*863)
		require.Len(t, s.Missing, 1)
		assert.Equal(t, before(90*aDay).Add(12*(3*aDay-fiveMinutes)), s.Missing[0].StartTime)
		assert.Equal(t, bubbleStart, s.Missing[0].EndTime)
	})
}
