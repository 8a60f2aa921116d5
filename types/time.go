package types

import (
	"fmt"
	"net/url"
	"time"
)

// beijing is the zone that some of the service's times are in, all year
// round.
var beijing = time.FixedZone("UTC+8", 8*60*60)

// Time is a point in time of a request or a response.
//
// In a request it is written in UTC, as 2018-05-10T12:00:00Z, whatever its
// zone; make it with [UTC]. In a response it is read from every form that the
// service uses, and a time that the service left empty is the zero Time.
type Time struct {
	time.Time

	// wallClock is the zone whose wall clock is written in place of UTC.
	wallClock *time.Location
}

// UTC makes the time of a request from t.
func UTC(t time.Time) Time { return Time{Time: t} }

// Beijing makes the time of a request that is written as t's wall clock in
// Beijing although the wire form says UTC. The reference asks for it in
// DescribeDomainISPData and DescribeDomainRegionData; today's documents of
// these actions say UTC.
func Beijing(t time.Time) Time { return Time{Time: t, wallClock: beijing} }

// Wire returns the time as a request parameter, such as 2018-05-10T12:00:00Z.
func (t Time) Wire() string {
	if t.wallClock == nil {
		return t.UTC().Format(time.RFC3339)
	}
	_, offset := t.In(t.wallClock).Zone()
	return t.UTC().Add(time.Duration(offset) * time.Second).Format(time.RFC3339)
}

// EncodeValues writes the time as a request parameter.
func (t Time) EncodeValues(key string, v *url.Values) error {
	v.Set(key, t.Wire())
	return nil
}

// Violation names what is wrong with the time: the parameter, and the rule that it
// violates; "" and "" if nothing is.
func (t Time) Violation(name string) (param, rule string) {
	if !t.hasYear() {
		return name, "is not in the years 1 to 9999"
	}
	return "", ""
}

// hasYear reports whether the year has four digits when the time is written,
// in whichever zone.
func (t Time) hasYear() bool {
	if year := t.UTC().Year(); 1 < year && year < 9999 {
		return true
	}
	text := t.Wire()
	return len(text) == len("0001-01-01T00:00:00Z") && text >= "0001"
}

// MarshalJSON writes the time in RFC 3339, or null if it is zero.
func (t Time) MarshalJSON() ([]byte, error) {
	if t.IsZero() {
		return []byte("null"), nil
	}
	return t.Time.MarshalJSON()
}

// timeLayouts are the forms that the service writes times in. Those without a
// zone are UTC.
var timeLayouts = []string{
	time.RFC3339,
	"2006-01-02T15:04Z07:00",
	time.DateOnly + " 15:04",
	time.DateTime,
	time.DateOnly,
	"2006-01-02T15:04:05",
	"2006-01-02T15:04",
	"2006-01-02 15:04:05 -0700 MST",
	"Jan _2 15:04:05 2006 GMT",
	"Jan _2 15:04:05 2006 UTC",
	"2006-01-02T15:04:05:00Z", // seconds twice, seen in DescribeDomainReqHitRateData
}

// UnmarshalJSON reads a time in any form of the service: ISO 8601 with or
// without seconds and zone (2018-05-10T12:00Z, 2015-12-02 17:20, 2015-12-01),
// or Unix seconds or milliseconds as number or string. Without a zone it is
// UTC. Null and "" read as the zero Time.
func (t *Time) UnmarshalJSON(value []byte) error {
	if parsed, ok := parseWireTime(value); ok {
		*t = Time{Time: parsed}
		return nil
	}
	text, err := scalarText(value)
	if err != nil {
		return err
	}
	*t = Time{}
	if len(text) == 0 {
		return nil
	}
	parsed, ok := parseTime(text)
	if !ok {
		return fmt.Errorf("text of %d bytes is not a time", len(text))
	}
	t.Time = parsed
	return nil
}

// parseWireTime reads the form that most times have, much faster than
// time.Parse. To that it leaves the 29th of February.
func parseWireTime(value []byte) (time.Time, bool) {
	const form = `"2006-01-02T15:04:05Z"`
	if len(value) != len(form) {
		return time.Time{}, false
	}
	for _, i := range [...]int{0, 5, 8, 11, 14, 17, 20, 21} {
		if value[i] != form[i] {
			return time.Time{}, false
		}
	}
	year := 100*twoDigits(value[1:]) + twoDigits(value[3:])
	month, day := twoDigits(value[6:]), twoDigits(value[9:])
	hour, minute, second := twoDigits(value[12:]), twoDigits(value[15:]), twoDigits(value[18:])
	if year > 9999 || month < 1 || month > 12 || day < 1 || day > daysOf[month] || hour > 23 || minute > 59 || second > 59 {
		return time.Time{}, false
	}
	return time.Date(year, time.Month(month), day, hour, minute, second, 0, time.UTC), true
}

// daysOf are the days of each month in any year.
var daysOf = [...]int{1: 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// twoDigits returns the number that two digits make, and one that is too large
// for any part of a time if they are none.
func twoDigits(text []byte) int {
	tens, ones := text[0]-'0', text[1]-'0'
	if tens > 9 || ones > 9 {
		return 10_000
	}
	return int(10*tens + ones)
}

func parseTime(text []byte) (time.Time, bool) {
	for _, layout := range timeLayouts {
		if parsed, err := time.Parse(layout, string(text)); err == nil {
			_, offset := parsed.Zone()
			return parsed, offset > -secondsADay && offset < secondsADay
		}
	}
	d, ok := parseDecimal(text)
	if !ok {
		return time.Time{}, false
	}
	n, ok := d.int64()
	switch {
	case !ok, n < firstSecond, n >= firstMillisecond*1000:
		return time.Time{}, false
	case n >= firstMillisecond:
		return time.UnixMilli(n).UTC(), true
	default:
		return time.Unix(n, 0).UTC(), true
	}
}

const (
	secondsADay = 24 * 60 * 60
	firstSecond = -62_135_596_800 // the year 1
	// firstMillisecond is the number from which on one counts milliseconds: as
	// seconds it would be in the year 5138, as milliseconds it is in 1973.
	firstMillisecond = 100_000_000_000
)
