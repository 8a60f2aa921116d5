package types

import (
	"fmt"
	"net/url"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// setJSON writes a parameter whose value is a JSON document.
func setJSON(key string, value any, v *url.Values) error {
	text, err := json.Marshal(value, json.Deterministic(true))
	if err != nil {
		return err
	}
	v.Set(key, string(text))
	return nil
}

// readMembers reads an object, calling read for the value of each member, and
// returns how many members there were. Null, "" and [] have none.
func readMembers(dec *jsontext.Decoder, read func(name string) error) (int, error) {
	if dec.PeekKind() != '{' {
		return 0, readBlank(dec)
	}
	if _, err := dec.ReadToken(); err != nil {
		return 0, err
	}
	n := 0
	for ; dec.PeekKind() != '}'; n++ {
		name, err := dec.ReadToken()
		if err != nil {
			return n, err
		}
		if err := read(name.String()); err != nil {
			return n, err
		}
	}
	_, err := dec.ReadToken()
	return n, err
}

// readBlank reads null, "" or [], which stand for an object without members.
func readBlank(dec *jsontext.Decoder) error {
	token, err := dec.ReadToken()
	if err != nil {
		return err
	}
	switch kind := token.Kind(); {
	case kind == 'n', kind == '"' && token.String() == "":
		return nil
	case kind == '[' && dec.PeekKind() == ']':
		_, err := dec.ReadToken()
		return err
	default:
		return fmt.Errorf("%s where an object is expected", kind)
	}
}
