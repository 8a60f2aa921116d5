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
//	{...}                 one element, if it has members of it and none is a list
//	{}, null, ""          no element
//
// and is written as an array. A list of objects is also read from a text that
// holds one of these as JSON.
type List[T any] []T

// UnmarshalJSONFrom reads any of the forms above.
func (l *List[T]) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	*l = nil
	return readList(dec, elements{reflect.ValueOf(l).Elem()})
}

// elements is a List while it is read, of whatever elements: responses have
// lists of half a hundred types.
type elements struct{ list reflect.Value }

func readList(dec *jsontext.Decoder, l elements) error {
	if dec.PeekKind() != '{' {
		return l.readValue(dec)
	}
	w := newWrapper(l)
	if _, err := readMembers(dec, func(name string) error { return w.readMember(dec, name) }); err != nil {
		return err
	}
	return w.end()
}

// wrapper is the object around a list, while it is read. A scalar beside the
// list says something about it and is passed over. Without a list the scalars
// are those of an element that stands without a wrapper, if it has such members;
// else each is an element, unless it is a number or a switch and the elements are
// objects or strings.
type wrapper struct {
	list    elements
	hasList bool     // even if it is empty
	scalars elements // as elements
	err     error    // of a scalar that cannot be one
	bare    []byte   // the scalars with their names, as the beginning of an object
	options json.Options
}

func newWrapper(list elements) *wrapper {
	return &wrapper{list: list, scalars: elements{reflect.New(list.list.Type()).Elem()}}
}

func (w *wrapper) readMember(dec *jsontext.Decoder, name string) error {
	kind := dec.PeekKind()
	if kind == '{' || kind == '[' || kind == 'n' {
		w.hasList = true
		return w.list.readValue(dec)
	}
	value, err := dec.ReadValue()
	if err != nil {
		return err
	}
	w.hasList = w.hasList || string(value) == `""`
	if !w.hasList && w.list.ofObjects() {
		w.keep(name, value)
		w.options = dec.Options()
	}
	if kind != '"' && (w.list.ofObjects() || w.list.ofStrings()) {
		return nil
	}
	if err := w.scalars.addScalar(dec, value); w.err == nil {
		w.err = err
	}
	return nil
}

// keep keeps a scalar for the element that the wrapper may be.
func (w *wrapper) keep(name string, value jsontext.Value) {
	separator := byte(',')
	if len(w.bare) == 0 {
		separator = '{'
	}
	w.bare, _ = jsontext.AppendQuote(append(w.bare, separator), name) // what is not UTF-8 is mended
	w.bare = append(append(w.bare, ':'), value...)
}

// end ends the list when all of the wrapper was read.
func (w *wrapper) end() error {
	if w.hasList {
		return nil
	}
	if len(w.bare) > 0 {
		element := reflect.New(w.list.list.Type().Elem())
		if json.Unmarshal(append(w.bare, '}'), element.Interface(), w.options) == nil && !element.Elem().IsZero() {
			w.list.add(element.Elem())
			return nil
		}
	}
	w.list.list.Set(reflect.AppendSlice(w.list.list, w.scalars.list))
	return w.err
}

// readValue appends the elements that the next value stands for.
func (l elements) readValue(dec *jsontext.Decoder) error {
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

func (l elements) readArray(dec *jsontext.Decoder) error {
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
func (l elements) readElement(dec *jsontext.Decoder) error {
	n := l.list.Len()
	if n >= mostElements {
		return fmt.Errorf("list of more than %d elements", mostElements)
	}
	l.list.Grow(1)
	l.list.SetLen(n + 1)
	return json.UnmarshalDecode(dec, l.list.Index(n).Addr().Interface())
}

// readElementUnlessEmpty reads an object that may be an empty wrapper.
func (l elements) readElementUnlessEmpty(dec *jsontext.Decoder) error {
	if err := l.readElement(dec); err != nil {
		return err
	}
	if last := l.list.Len() - 1; l.list.Index(last).IsZero() {
		l.list.SetLen(last)
	}
	return nil
}

// addScalar adds a scalar, just read, that stands where a list or an element
// is expected: "" is an empty list, anything else one element.
func (l elements) addScalar(dec *jsontext.Decoder, value jsontext.Value) error {
	if string(value) == `""` || l.ofObjects() && isCount(value) {
		return nil
	}
	if document, ok := documentIn(value); ok && l.ofObjects() {
		return l.readDocument(dec, document)
	}
	element, err := l.decode(dec, value)
	if err != nil {
		return err
	}
	l.add(element)
	return nil
}

// documentIn returns the JSON object or array that a string holds, by the look
// of it.
func documentIn(value jsontext.Value) (document []byte, ok bool) {
	text, err := scalarText(value)
	text = bytes.TrimSpace(text)
	return text, err == nil && (bytes.HasPrefix(text, []byte("{")) || bytes.HasPrefix(text, []byte("[")))
}

// readDocument reads the elements that a document in a string, just read from
// dec, stands for.
func (l elements) readDocument(dec *jsontext.Decoder, document []byte) error {
	return readText(dec, string(document), func(inner *jsontext.Decoder) error { return readList(inner, l) })
}

// decode makes an element of a value just read.
func (l elements) decode(dec *jsontext.Decoder, value jsontext.Value) (reflect.Value, error) {
	element := reflect.New(l.list.Type().Elem())
	if err := json.Unmarshal(value, element.Interface(), dec.Options()); err != nil {
		return reflect.Value{}, placed(dec, err)
	}
	return element.Elem(), nil
}

func (l elements) add(element reflect.Value) { l.list.Set(reflect.Append(l.list, element)) }

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
func (l elements) readObject(dec *jsontext.Decoder) error {
	value, err := dec.ReadValue()
	if err != nil {
		return err
	}
	if l.ofObjects() {
		element, err := l.decode(dec, value)
		if err != nil {
			return err
		}
		if !element.IsZero() {
			l.add(element)
			return nil
		}
	}
	inner := jsontext.NewDecoder(bytes.NewBuffer(value), dec.Options())
	_, err = readMembers(inner, func(string) error { return l.readInner(inner) })
	return placed(dec, err)
}

// readInner reads a member of a further wrapper: a list or one element.
func (l elements) readInner(dec *jsontext.Decoder) error {
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
func (l elements) ofObjects() bool { return l.list.Type().Elem().Kind() == reflect.Struct }

func (l elements) ofStrings() bool { return l.list.Type().Elem() == reflect.TypeFor[string]() }

// placed corrects the place of an error that was found in a value just read
// from dec.
func placed(dec *jsontext.Decoder, err error) error {
	if semantic, ok := errors.AsType[*json.SemanticError](err); ok {
		semantic.JSONPointer = dec.StackPointer() + semantic.JSONPointer
	}
	return err
}
