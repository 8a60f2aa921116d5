package types

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// RangeData is the figures of a domain by time, region and ISP, the answer of
// DescribeRangeDataByLocateAndIspService. The service nests them in a JSON
// document, mostly carried as a string; here they are flat.
//
// It is read from the document itself, from a string that holds it, or from an
// array of documents, and is written as the document.
//
//nolint:recvcheck // written as a value, read into a pointer
type RangeData struct {
	// Points are the figures, in the order of time, region and ISP.
	Points []RangePoint

	// Description is the document's word on its success, such as Ok. Today's
	// service leaves it out.
	Description string

	// RetCode is the document's status, 0 for success. Today's service leaves
	// it out.
	RetCode Int

	// Raw is the document as it came. The reference leaves its form open: what
	// the other fields do not cover is found here. It is not written, and empty
	// where there was no document.
	Raw string
}

// RangePoint is the figures of one region and ISP at one time. The reference
// documents neither their meaning nor their units beyond the bandwidth's.
//
// An ISP without data has a point whose figures are not set. So has a region
// without ISPs, with an empty IspName, and a time without regions, with both
// names empty.
type RangePoint struct {
	// TimeStamp is the start of the interval.
	TimeStamp Time `json:"TimeStamp"`

	// LocationName is the region, by its Chinese name in the reference and by
	// either in today's documents. DescribeCdnRegionAndIsp has both.
	LocationName string `json:"LocationName"`

	// IspName is the ISP, in the same language as LocationName.
	IspName string `json:"IspName"`

	// Bandwidth is the bandwidth in bit/s.
	Bandwidth Number `json:"Bandwidth"`

	// Pv is the number of page views.
	Pv Number `json:"Pv"`

	// HitRate is the share of bytes served from the cache. Today's documents
	// show 0.93, a share of 1.
	HitRate Number `json:"HitRate"`

	// HttpCodes is the number of answers by HTTP status code. 000 is one of
	// the codes.
	HttpCodes map[string]Int `json:"HttpCodes"`

	// Rt is the response time.
	Rt Number `json:"Rt"`

	// AvgSpeed is the mean speed. The reference does not have it yet.
	AvgSpeed Number `json:"AvgSpeed"`

	// RequestHitRate is the share of requests served from the cache. The
	// reference does not have it yet.
	RequestHitRate Number `json:"RequestHitRate"`
}

// rangeFigures is a RangePoint as a leaf of the document.
type rangeFigures struct {
	TimeStamp      Time           `json:"-"`
	LocationName   string         `json:"-"`
	IspName        string         `json:"-"`
	Bandwidth      Number         `json:"bandwidth,omitzero"`
	Pv             Number         `json:"pv,omitzero"`
	HitRate        Number         `json:"hit_rate,omitzero"`
	HttpCodes      map[string]Int `json:"http_codes,omitzero"`
	Rt             Number         `json:"rt,omitzero"`
	AvgSpeed       Number         `json:"avg_speed,omitzero"`
	RequestHitRate Number         `json:"request_hit_rate,omitzero"`
}

// IsSet reports whether the service sent any figure.
func (p RangePoint) IsSet() bool {
	return p.HttpCodes != nil || p.Bandwidth.IsSet() || p.Pv.IsSet() || p.HitRate.IsSet() ||
		p.Rt.IsSet() || p.AvgSpeed.IsSet() || p.RequestHitRate.IsSet()
}

// At returns the figures of one time, region and ISP, the latter two by the
// names that the answer uses. It reports whether the answer has such a point,
// with figures or without.
func (d RangeData) At(t time.Time, locationName, ispName string) (RangePoint, bool) {
	i := slices.IndexFunc(d.Points, func(p RangePoint) bool {
		return p.TimeStamp.Equal(t) && p.LocationName == locationName && p.IspName == ispName
	})
	if i < 0 {
		return RangePoint{}, false
	}
	return d.Points[i], true
}

// MarshalJSON writes the document: Unix seconds, regions, ISPs, figures.
func (d RangeData) MarshalJSON() ([]byte, error) {
	type (
		isps    map[string]rangeFigures
		regions map[string]isps
	)
	times := map[string]regions{}
	for _, p := range d.Points {
		seconds := strconv.FormatInt(p.TimeStamp.Unix(), 10)
		if times[seconds] == nil {
			times[seconds] = regions{}
		}
		if p.LocationName == "" && p.IspName == "" && !p.IsSet() {
			continue
		}
		if times[seconds][p.LocationName] == nil {
			times[seconds][p.LocationName] = isps{}
		}
		if p.IspName == "" && !p.IsSet() {
			continue
		}
		times[seconds][p.LocationName][p.IspName] = rangeFigures(p)
	}
	document := map[string]any{"description": d.Description, "retCode": d.RetCode}
	for seconds, data := range times {
		document[seconds] = data
	}
	return json.Marshal(document, json.Deterministic(true))
}

// UnmarshalJSONFrom reads the document, a string that holds it, or an array of
// documents. Null and "" stand for no data.
func (d *RangeData) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	raw, err := readRaw(dec)
	*d = RangeData{Raw: raw}
	if err != nil || raw == "" {
		return err
	}
	if err := readText(dec, d.Raw, d.readAll); err != nil {
		return err
	}
	d.Points = sorted(d.Points, func(a, b *RangePoint) int {
		return cmp.Or(
			a.TimeStamp.Compare(b.TimeStamp.Time),
			cmp.Compare(a.LocationName, b.LocationName),
			cmp.Compare(a.IspName, b.IspName),
		)
	})
	return nil
}

// readAll reads the one value that dec has.
func (d *RangeData) readAll(dec *jsontext.Decoder) error {
	if kind := dec.PeekKind(); kind != '{' && kind != '[' {
		return readBlank(dec)
	}
	return d.readDocument(dec)
}

// readDocument reads a document, wherever it stands: whole, in an array or in
// a member of another name. Scalars are passed over.
func (d *RangeData) readDocument(dec *jsontext.Decoder) error {
	switch dec.PeekKind() {
	case '[':
		if _, err := dec.ReadToken(); err != nil {
			return err
		}
		for dec.PeekKind() != ']' {
			if err := d.readDocument(dec); err != nil {
				return err
			}
		}
		_, err := dec.ReadToken()
		return err
	case '{':
		_, err := readMembers(dec, func(name string) error { return d.readMember(dec, name) })
		return err
	default:
		return dec.SkipValue()
	}
}

func (d *RangeData) readMember(dec *jsontext.Decoder, name string) error {
	switch {
	case strings.EqualFold(name, "description"):
		return json.UnmarshalDecode(dec, &d.Description)
	case strings.EqualFold(name, "retCode"):
		return json.UnmarshalDecode(dec, &d.RetCode)
	}
	if kind := dec.PeekKind(); kind == '{' || kind == '[' {
		if timeStamp, ok := timeOf(name); ok {
			return d.readTime(dec, timeStamp)
		}
	}
	return d.readDocument(dec)
}

// timeOf returns the time that a member is named after, if it is one.
func timeOf(name string) (Time, bool) {
	var timeStamp Time
	quoted, err := jsontext.AppendQuote(nil, name)
	if err == nil {
		err = timeStamp.UnmarshalJSON(quoted)
	}
	return timeStamp, err == nil && !timeStamp.IsZero()
}

func (d *RangeData) readTime(dec *jsontext.Decoder, timeStamp Time) error {
	n, err := readMembers(dec, func(locationName string) error {
		return d.readLocation(dec, RangePoint{TimeStamp: timeStamp, LocationName: locationName})
	})
	if n == 0 {
		d.Points = append(d.Points, RangePoint{TimeStamp: timeStamp})
	}
	return err
}

func (d *RangeData) readLocation(dec *jsontext.Decoder, point RangePoint) error {
	n, err := readMembers(dec, func(ispName string) error {
		point.IspName = ispName
		return d.readPoint(dec, point)
	})
	if n == 0 {
		d.Points = append(d.Points, point)
	}
	return err
}

func (d *RangeData) readPoint(dec *jsontext.Decoder, point RangePoint) error {
	if dec.PeekKind() == '{' {
		figures := rangeFigures(point)
		if err := json.UnmarshalDecode(dec, &figures); err != nil {
			return err
		}
		d.Points = append(d.Points, RangePoint(figures))
		return nil
	}
	d.Points = append(d.Points, point)
	return readBlank(dec)
}
