package types

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

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

// readRaw reads a document or a text that holds one, and returns the document;
// "" stands for none.
func readRaw(dec *jsontext.Decoder) (string, error) {
	value, err := dec.ReadValue()
	if err != nil {
		return "", err
	}
	raw := string(value)
	if value.Kind() == '"' {
		text, _ := jsontext.AppendUnquote(nil, value) // what is not UTF-8 is mended
		raw = string(text)
	}
	if text := strings.TrimSpace(raw); text == "" || text == "null" {
		return "", nil
	}
	return raw, nil
}

// readText reads the one document that a text holds, which was just read from
// dec. Errors are placed inside it.
func readText(dec *jsontext.Decoder, text string, read func(*jsontext.Decoder) error) error {
	document := jsontext.NewDecoder(strings.NewReader(text), dec.Options())
	err := read(document)
	if err == nil {
		err = readEnd(document)
	}
	if semantic, ok := errors.AsType[*json.SemanticError](err); ok {
		semantic.JSONPointer = dec.StackPointer() + semantic.JSONPointer
		return semantic
	}
	if err != nil {
		return &json.SemanticError{JSONPointer: dec.StackPointer() + document.StackPointer(), Err: err}
	}
	return nil
}

// readEnd makes sure that nothing follows.
func readEnd(dec *jsontext.Decoder) error {
	if dec.PeekKind() != 0 {
		return errors.New("more than one document")
	}
	if _, err := dec.ReadToken(); !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}
