package types

import (
	"fmt"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// HttpCodeCounts is the number of answers by HTTP status code, such as 200. The
// code 000 stands for requests that got no answer.
//
// It is read from each form that the service has for it: an object, a text with
// that object in it, and a text such as 200:44349|304:45. It is nil where the
// service left it out or left it empty, and is written as an object.
//
//nolint:recvcheck // written as a value, read into a pointer
type HttpCodeCounts map[string]Int

// MarshalJSON writes an object, in the order of the codes.
func (c HttpCodeCounts) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]Int(c), json.Deterministic(true))
}

// UnmarshalJSONFrom reads any of the forms above.
func (c *HttpCodeCounts) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	*c = nil
	if dec.PeekKind() != '"' {
		return c.readObject(dec)
	}
	token, err := dec.ReadToken()
	if err != nil {
		return err
	}
	switch text := strings.TrimSpace(token.String()); {
	case text == "":
		return nil
	case text[0] == '{':
		return readText(dec, text, c.readObject)
	default:
		return c.readPairs(text)
	}
}

func (c *HttpCodeCounts) readObject(dec *jsontext.Decoder) error {
	counts := HttpCodeCounts{}
	n, err := readMembers(dec, func(code string) error {
		var count Int
		err := json.UnmarshalDecode(dec, &count)
		counts[code] = count
		return err
	})
	if n > 0 {
		*c = counts
	}
	return err
}

// readPairs reads code:count pairs, joined by |.
func (c *HttpCodeCounts) readPairs(text string) error {
	counts := HttpCodeCounts{}
	for pair := range strings.SplitSeq(text, "|") {
		code, value, found := strings.Cut(pair, ":")
		d, isNumber := parseDecimal([]byte(strings.TrimSpace(value)))
		count, isWhole := d.int64()
		if !found || !isNumber || !isWhole {
			return fmt.Errorf("text of %d bytes has no counts by status code", len(text))
		}
		counts[strings.TrimSpace(code)] = Int(count)
	}
	*c = counts
	return nil
}
