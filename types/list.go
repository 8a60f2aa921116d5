package types

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// List is a list of a response. The service wraps most lists in an object
// whose only member has a name that differs between the reference, the
// service and its versions; a List is flat all the same. What the wrapper says
// beside the list, such as a count or a token, is passed over. It reads
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
	if dec.PeekKind() != '{' {
		return l.readValue(dec)
	}
	w := wrapper[T]{list: l}
	if _, err := readMembers(dec, func(string) error { return w.readMember(dec) }); err != nil {
		return err
	}
	return w.end()
}

// wrapper is the object around a list, while it is read. A scalar beside the
// list says something about it and is passed over. Alone, it is an element,
// unless it is a number or a switch and the elements are objects or strings.
type wrapper[T any] struct {
	list    *List[T]
	hasList bool    // even if it is empty
	scalars List[T] // as elements
	err     error   // of a scalar that cannot be one
}

func (w *wrapper[T]) readMember(dec *jsontext.Decoder) error {
	switch kind := dec.PeekKind(); {
	case kind == '{', kind == '[', kind == 'n':
		w.hasList = true
		return w.list.readValue(dec)
	case kind != '"' && (w.list.ofObjects() || reflect.TypeFor[T]() == reflect.TypeFor[string]()):
		return dec.SkipValue()
	}
	value, err := dec.ReadValue()
	if err != nil {
		return err
	}
	w.hasList = w.hasList || string(value) == `""`
	if err := w.scalars.addScalar(dec, value); w.err == nil {
		w.err = err
	}
	return nil
}

// end ends the list when all of the wrapper was read.
func (w *wrapper[T]) end() error {
	if w.hasList {
		return nil
	}
	*w.list = append(*w.list, w.scalars...)
	return w.err
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
		value, err := dec.ReadValue()
		if err != nil {
			return err
		}
		return l.addScalar(dec, value)
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

// mostElements is how long a list may be, far beyond any page or series: an
// element takes much more memory than the few bytes that make one on the wire.
const mostElements = 1 << 20

// readElement decodes an element where it stands in the list, which saves a
// copy of each.
func (l *List[T]) readElement(dec *jsontext.Decoder) error {
	if len(*l) >= mostElements {
		return fmt.Errorf("list of more than %d elements", mostElements)
	}
	var zero T
	*l = append(*l, zero)
	return json.UnmarshalDecode(dec, &(*l)[len(*l)-1])
}

// readElementUnlessEmpty reads an object that may be an empty wrapper.
func (l *List[T]) readElementUnlessEmpty(dec *jsontext.Decoder) error {
	if err := l.readElement(dec); err != nil {
		return err
	}
	if last := len(*l) - 1; reflect.ValueOf((*l)[last]).IsZero() {
		*l = (*l)[:last]
	}
	return nil
}

// addScalar adds a scalar, just read, that stands where a list or an element
// is expected: "" is an empty list, anything else one element.
func (l *List[T]) addScalar(dec *jsontext.Decoder, value jsontext.Value) error {
	if string(value) == `""` || l.ofObjects() && isCount(value) {
		return nil
	}
	var element T
	if err := json.Unmarshal(value, &element, dec.Options()); err != nil {
		return placed(dec, err)
	}
	*l = append(*l, element)
	return nil
}

// isCount reports whether a string holds a number or a switch.
func isCount(value jsontext.Value) bool {
	text, err := scalarText(value)
	if err != nil {
		return false
	}
	_, ok := parseDecimal(text)
	return ok || string(text) == "true" || string(text) == "false"
}

// readObject reads an object inside the wrapper: one element, or a further
// wrapper, which shows in its holding nothing that an element has.
func (l *List[T]) readObject(dec *jsontext.Decoder) error {
	value, err := dec.ReadValue()
	if err != nil {
		return err
	}
	var element T
	if l.ofObjects() {
		if err := json.Unmarshal(value, &element, dec.Options()); err != nil {
			return placed(dec, err)
		}
		if !reflect.ValueOf(element).IsZero() {
			*l = append(*l, element)
			return nil
		}
	}
	inner := jsontext.NewDecoder(bytes.NewBuffer(value), dec.Options())
	_, err = readMembers(inner, func(string) error { return l.readInner(inner) })
	return placed(dec, err)
}

// readInner reads a member of a further wrapper: a list or one element.
func (l *List[T]) readInner(dec *jsontext.Decoder) error {
	switch kind := dec.PeekKind(); {
	case kind == '[':
		return l.readArray(dec)
	case kind == '{' && l.ofObjects():
		return l.readElementUnlessEmpty(dec)
	default:
		return dec.SkipValue()
	}
}

// ofObjects reports whether the elements are objects on the wire.
func (l *List[T]) ofObjects() bool { return reflect.TypeFor[T]().Kind() == reflect.Struct }

// placed corrects the place of an error that was found in a value just read
// from dec.
func placed(dec *jsontext.Decoder, err error) error {
	if semantic, ok := errors.AsType[*json.SemanticError](err); ok {
		semantic.JSONPointer = dec.StackPointer() + semantic.JSONPointer
	}
	return err
}
