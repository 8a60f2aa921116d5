package series

import (
	"iter"
	"reflect"
	"strconv"
	"time"

	"github.com/alicdn/alicdn-go/internal/window"
	"github.com/alicdn/alicdn-go/types"
)

// The names that the API has for the same thing in every interval action are
// field names too, which is how these functions find them.

// field returns a pointer to the field of that name, nil if v has no such one.
func field[F any](v reflect.Value, name string) *F {
	f := v.FieldByName(name)
	if !f.IsValid() {
		return nil
	}
	p, _ := reflect.TypeAssert[*F](f.Addr())
	return p
}

// Span returns StartTime and EndTime of a request.
func Span(req any) (start, end types.Time) {
	v := reflect.ValueOf(req).Elem()
	return *field[types.Time](v, "StartTime"), *field[types.Time](v, "EndTime")
}

// Interval returns the Interval of a request, 0 for none. It is not ok if it is
// no number of seconds.
func Interval(req any) (step time.Duration, ok bool) {
	interval := field[types.Interval](reflect.ValueOf(req).Elem(), "Interval")
	if interval == nil || *interval == "" {
		return 0, true
	}
	seconds, err := strconv.ParseUint(string(*interval), 10, 31)
	return time.Duration(seconds) * time.Second, err == nil && seconds > 0
}

// Misfits yields what a request asks for that has no place in a series, and why.
func Misfits(req any) iter.Seq2[string, string] {
	v := reflect.ValueOf(req).Elem()
	return func(yield func(name, rule string) bool) {
		if merge := field[bool](v, "TimeMerge"); merge != nil && *merge {
			if !yield("TimeMerge", "has no place in a series; give Interval or leave both out") {
				return
			}
		}
		if point := field[types.Time](v, "TimePoint"); point != nil && !point.IsZero() {
			if !yield("TimePoint", "has no place in a series; give StartTime and EndTime") {
				return
			}
		}
		if cycle := field[types.Cycle](v, "Cycle"); cycle != nil && *cycle != "" && *cycle != types.CycleDay {
			yield("Cycle", "is no day; a series has a point a day")
		}
	}
}

// In returns the request for one window, with points a step apart. Its times
// are written in the zone that those of req are.
func In(req any, w window.Range, step time.Duration) any {
	whole := reflect.ValueOf(req).Elem()
	part := reflect.New(whole.Type())
	part.Elem().Set(whole)
	field[types.Time](part.Elem(), "StartTime").Time = w.From
	field[types.Time](part.Elem(), "EndTime").Time = w.To
	if interval := field[types.Interval](part.Elem(), "Interval"); interval != nil {
		*interval = types.Interval(strconv.Itoa(int(step / time.Second)))
	}
	if cycle := field[types.Cycle](part.Elem(), "Cycle"); cycle != nil {
		*cycle = types.CycleDay
	}
	return part.Interface()
}

// Points returns the slice of the type of list in an answer, or in a part of it.
func Points(resp any, list reflect.Type) any {
	return find(reflect.ValueOf(resp).Elem(), list).Interface()
}

// find returns the first field that is of the type, if by conversion.
func find(v reflect.Value, list reflect.Type) reflect.Value {
	for i := range v.NumField() {
		switch f := v.Field(i); {
		case !v.Type().Field(i).IsExported():
		case f.Kind() == reflect.Slice && f.Type().Elem() == list.Elem():
			return f.Convert(list)
		case f.Kind() == reflect.Struct:
			if found := find(f, list); found.IsValid() {
				return found
			}
		}
	}
	return reflect.Value{}
}

// DataInterval returns what an answer says about the distance of its points, 0
// if it says nothing.
func DataInterval(resp any) time.Duration {
	seconds := field[types.Int](reflect.ValueOf(resp).Elem(), "DataInterval")
	if seconds == nil {
		return 0
	}
	return time.Duration(*seconds) * time.Second
}

// Times returns the TimeStamp of each point.
func Times(points any) []time.Time {
	list := reflect.ValueOf(points)
	if !list.IsValid() {
		return nil
	}
	times := make([]time.Time, list.Len())
	stamp, _ := list.Type().Elem().FieldByName("TimeStamp")
	for i := range times {
		at, _ := reflect.TypeAssert[*types.Time](list.Index(i).FieldByIndex(stamp.Index).Addr())
		times[i] = at.Time
	}
	return times
}
