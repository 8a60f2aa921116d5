package types

import (
	"bytes"
	"errors"
	"reflect"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// List is a list of a response. The service wraps most lists in an object
// whose only member has a name that differs between the reference, the
// service and its versions; a List is flat all the same. It reads
//
//	[...]                 the elements
//	{"AnyName": [...]}    the elements
//	{"AnyName": {...}}    one element
//	{}, null, ""          no element
//
// and is written as an array.
type List[T any] []T

// UnmarshalJSONFrom reads any of the forms above.
func (l *List[T]) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	*l = nil
	if dec.PeekKind() == '{' {
		return l.readWrapper(dec)
	}
	return l.readValue(dec)
}

// readWrapper reads the lists that are members of an object.
func (l *List[T]) readWrapper(dec *jsontext.Decoder) error {
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	for dec.PeekKind() != '}' {
		if _, err := dec.ReadToken(); err != nil {
			return err
		}
		if err := l.readValue(dec); err != nil {
			return err
		}
	}
	_, err := dec.ReadToken()
	return err
}

// readValue appends the elements that the next value stands for.
func (l *List[T]) readValue(dec *jsontext.Decoder) error {
	switch dec.PeekKind() {
	case '[':
		return l.readArray(dec)
	case '{':
		return l.readObject(dec)
	case 'n':
		return dec.SkipValue()
	case '"':
		return l.readText(dec)
	default:
		return l.readElement(dec)
	}
}

func (l *List[T]) readArray(dec *jsontext.Decoder) error {
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	for dec.PeekKind() != ']' {
		if err := l.readElement(dec); err != nil {
			return err
		}
	}
	_, err := dec.ReadToken()
	return err
}

func (l *List[T]) readElement(dec *jsontext.Decoder) error {
	var element T
	if err := json.UnmarshalDecode(dec, &element); err != nil {
		return err
	}
	*l = append(*l, element)
	return nil
}

// readText reads a string where a list or an element is expected: "" stands
// for an empty list, anything else for one element that is a scalar.
func (l *List[T]) readText(dec *jsontext.Decoder) error {
	value, err := dec.ReadValue()
	if err != nil {
		return err
	}
	if string(value) == `""` {
		return nil
	}
	return l.appendFrom(dec, value)
}

// readObject reads an object where a list is expected: one element, or a
// further wrapper, which shows in its holding nothing that an element has.
func (l *List[T]) readObject(dec *jsontext.Decoder) error {
	value, err := dec.ReadValue()
	if err != nil {
		return err
	}
	before := len(*l)
	if err := l.appendFrom(dec, value); err != nil {
		return err
	}
	if !reflect.ValueOf((*l)[before]).IsZero() {
		return nil
	}
	*l = (*l)[:before]
	inner := jsontext.NewDecoder(bytes.NewReader(value), dec.Options())
	if _, err := inner.ReadToken(); err != nil {
		return err
	}
	for inner.PeekKind() != '}' {
		if _, err := inner.ReadToken(); err != nil {
			return err
		}
		if err := l.readInner(inner); err != nil {
			return err
		}
	}
	return nil
}

// readInner reads a member of a further wrapper: a list or one element.
func (l *List[T]) readInner(dec *jsontext.Decoder) error {
	switch dec.PeekKind() {
	case '[':
		return l.readArray(dec)
	case '{':
		if err := l.readElement(dec); err != nil {
			return err
		}
		if last := len(*l) - 1; reflect.ValueOf((*l)[last]).IsZero() {
			*l = (*l)[:last]
		}
		return nil
	default:
		return dec.SkipValue()
	}
}

// appendFrom appends the element that value, just read from dec, holds. An
// error is placed where the element stands in the whole.
func (l *List[T]) appendFrom(dec *jsontext.Decoder, value jsontext.Value) error {
	place := dec.StackPointer()
	var element T
	err := json.Unmarshal(value, &element, dec.Options())
	if semantic, ok := errors.AsType[*json.SemanticError](err); ok {
		semantic.JSONPointer = place + semantic.JSONPointer
	}
	if err != nil {
		return err
	}
	*l = append(*l, element)
	return nil
}
