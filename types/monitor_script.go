package types

import (
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// DescribeEsExecuteDataRequest holds the parameters of DescribeEsExecuteData.
type DescribeEsExecuteDataRequest struct {
	// RuleId is the ID of the script, as DescribeCdnDomainConfigs lists it.
	// Required.
	RuleId string `url:"RuleId"`

	// StartTime is the start of the data, in UTC. Required.
	StartTime Time `url:"StartTime"`

	// EndTime is the end of the data, in UTC and later than StartTime.
	// Required.
	EndTime Time `url:"EndTime" check:"after=StartTime"`
}

// DescribeEsExecuteDataResponse is the answer of DescribeEsExecuteData.
type DescribeEsExecuteDataResponse struct {
	Meta

	// Contents has a table for each way in which the script was run, such as
	// Exception and ExecutedAndHit. It is also read from content, as older samples
	// of the vendor call it.
	Contents List[EsContents] `json:"Contents"`
}

// UnmarshalJSONFrom reads the tables under either of their names.
func (r *DescribeEsExecuteDataResponse) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	answer, err := readEsAnswer(dec)
	*r = DescribeEsExecuteDataResponse(answer)
	return err
}

// DescribeEsExceptionDataRequest holds the parameters of
// DescribeEsExceptionData.
type DescribeEsExceptionDataRequest struct {
	// RuleId is the ID of the script, as DescribeCdnDomainConfigs lists it.
	// Required.
	RuleId string `url:"RuleId"`

	// StartTime is the start of the data, in UTC. Required.
	StartTime Time `url:"StartTime"`

	// EndTime is the end of the data, in UTC and later than StartTime.
	// Required.
	EndTime Time `url:"EndTime" check:"after=StartTime"`
}

// DescribeEsExceptionDataResponse is the answer of DescribeEsExceptionData.
type DescribeEsExceptionDataResponse struct {
	Meta

	// Contents has a table for each error, such as 401. It is also read from
	// content, as older samples of the vendor call it.
	Contents List[EsContents] `json:"Contents"`
}

// UnmarshalJSONFrom reads the tables under either of their names.
func (r *DescribeEsExceptionDataResponse) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	answer, err := readEsAnswer(dec)
	*r = DescribeEsExceptionDataResponse(answer)
	return err
}

// esAnswer is what both actions answer with.
type esAnswer struct {
	Meta

	Contents List[EsContents] `json:"Contents"`
}

// readEsAnswer reads an answer with its tables in Contents, or in content as the
// vendor's samples have it.
func readEsAnswer(dec *jsontext.Decoder) (esAnswer, error) {
	var read struct {
		esAnswer

		Content List[EsContents] `json:"content"`
	}
	err := json.UnmarshalDecode(dec, &read)
	if len(read.Contents) == 0 {
		read.Contents = read.Content
	}
	return read.esAnswer, err
}

// EsContents is how often something happened to an EdgeScript rule over time.
type EsContents struct {
	// Name says what: an error such as 401, or a way in which the script was
	// run, such as ExecutedAndHit.
	Name string `json:"Name"`

	// Columns are the names of the two parts of a point: time, and Name again.
	// They are read from one text, parted by a comma, or from one each.
	Columns List[string] `json:"Columns"`

	// Points are the numbers over time.
	Points List[EsPoint] `json:"Points"`
}

// UnmarshalJSONFrom reads the columns in either form.
func (c *EsContents) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	type plain EsContents // without this method
	*c = EsContents{}
	if dec.PeekKind() != '{' {
		return readBlank(dec)
	}
	if err := json.UnmarshalDecode(dec, (*plain)(c)); err != nil {
		return err
	}
	if slices.ContainsFunc(c.Columns, func(name string) bool { return strings.Contains(name, ",") }) {
		c.Columns = strings.Split(strings.Join(c.Columns, ","), ",")
	}
	return nil
}

// EsPoint is how often it happened at a time. It is read from a text, such as
// 2021-02-18T19:05:00Z,8, or from an array of both, and is written as the array.
//
//nolint:recvcheck // written as a value, read into a pointer
type EsPoint struct {
	// TimeStamp is the time.
	TimeStamp Time `json:"TimeStamp"`

	// Value is the number.
	Value Number `json:"Value"`
}

// MarshalJSON writes an array of the time and the number.
func (p EsPoint) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{p.TimeStamp, p.Value})
}

// UnmarshalJSONFrom reads a text, an array, or an object with either the array
// or the two parts in it. More parts than two are passed over.
func (p *EsPoint) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	*p = EsPoint{}
	switch dec.PeekKind() {
	case '[':
		return p.readArray(dec)
	case '{':
		_, err := readMembers(dec, func(name string) error { return p.readMember(dec, name) })
		return err
	default:
		value, err := dec.ReadValue()
		if err != nil {
			return err
		}
		return p.readRow(value)
	}
}

// readMember reads a member of an object: the array, or one of the two parts.
func (p *EsPoint) readMember(dec *jsontext.Decoder, name string) error {
	switch {
	case dec.PeekKind() == '[':
		return p.readArray(dec)
	case strings.EqualFold(name, "TimeStamp"):
		return json.UnmarshalDecode(dec, &p.TimeStamp)
	case strings.EqualFold(name, "Value"):
		return json.UnmarshalDecode(dec, &p.Value)
	default:
		return dec.SkipValue()
	}
}

func (p *EsPoint) readArray(dec *jsontext.Decoder) error {
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	for i := 0; dec.PeekKind() != ']'; i++ {
		var err error
		switch i {
		case 0:
			err = json.UnmarshalDecode(dec, &p.TimeStamp)
		case 1:
			err = json.UnmarshalDecode(dec, &p.Value)
		default:
			err = dec.SkipValue()
		}
		if err != nil {
			return err
		}
	}
	_, err := dec.ReadToken()
	return err
}

// readRow reads a text with both parts, parted by a comma.
func (p *EsPoint) readRow(value []byte) error {
	row, err := scalarText(value)
	if err != nil {
		return err
	}
	parts := strings.Split(strings.ToValidUTF8(string(row), "\uFFFD"), ",")
	for i, target := range []json.Unmarshaler{&p.TimeStamp, &p.Value} {
		if i == len(parts) {
			break
		}
		quoted, err := jsontext.AppendQuote(nil, strings.TrimSpace(parts[i]))
		if err != nil {
			return err
		}
		if err := target.UnmarshalJSON(quoted); err != nil {
			return err
		}
	}
	return nil
}
