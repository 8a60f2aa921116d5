package wire

import (
	"bytes"
	"encoding"
	"errors"
	"reflect"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/alicdn/alicdn-go/types"
)

// decodeOptions is how every answer is read: names in any case, any scalar
// for a text, and none of the strictness that a faulty answer would trip.
var decodeOptions = json.JoinOptions(
	json.MatchCaseInsensitiveNames(true),
	jsontext.AllowDuplicateNames(true),
	jsontext.AllowInvalidUTF8(true),
	json.WithUnmarshalers(json.UnmarshalFromFunc(readOtherwise)),
)

// readOtherwise reads what the service writes in another way than its type
// says. It is asked about every value, since naming the types would link them
// all into every program.
func readOtherwise(dec *jsontext.Decoder, target any) error {
	switch dec.PeekKind() {
	case '0', 't', 'f':
		return readText(dec, target)
	case '"':
		return readEmptied(dec, target)
	default:
		return errors.ErrUnsupported
	}
}

// readText reads a string type from any scalar: the service writes the same
// field as a string in one action and as a number in the next.
func readText(dec *jsontext.Decoder, target any) error {
	text := reflect.ValueOf(target).Elem()
	if text.Kind() != reflect.String || hasMethodFor(target) {
		return errors.ErrUnsupported
	}
	value, err := dec.ReadValue()
	text.SetString(string(value))
	return err
}

// hasMethodFor reports whether a value is read by a method of its own.
func hasMethodFor(target any) bool {
	switch target.(type) {
	case json.UnmarshalerFrom, json.Unmarshaler, encoding.TextUnmarshaler:
		return true
	default:
		return false
	}
}

// readEmptied reads a structure of package types that the service writes as ""
// when it is empty; an element of a list never is.
func readEmptied(dec *jsontext.Decoder, target any) error {
	t := reflect.TypeOf(target).Elem()
	if !isStructure(t) || t.PkgPath() != reflect.TypeFor[types.Meta]().PkgPath() {
		return errors.ErrUnsupported
	}
	if parent, _ := dec.StackIndex(dec.StackDepth()); parent == '[' {
		return errors.ErrUnsupported
	}
	value, err := dec.ReadValue()
	if err == nil && string(value) != `""` {
		err = errors.New("text where an object is expected")
	}
	return err
}

// errNoObject is an answer that is no JSON object.
var errNoObject = errors.New("body is not a JSON object")

// DecodeError says where in a body the trouble is.
type DecodeError struct {
	Path string
	Err  error
}

func (e *DecodeError) Error() string { return e.Err.Error() }

// Decode reads the body of a success into out, unless out is nil. The error
// is a *DecodeError.
func Decode(body []byte, out any) error {
	body = trim(body)
	if !bytes.HasPrefix(body, []byte("{")) {
		return &DecodeError{Err: errNoObject}
	}
	if out == nil {
		out = new(jsontext.Value)
	}
	err := json.Unmarshal(body, out, decodeOptions)
	if err == nil {
		return nil
	}
	if semantic, ok := errors.AsType[*json.SemanticError](err); ok {
		return &DecodeError{Path: string(semantic.JSONPointer), Err: err}
	}
	if syntactic, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		return &DecodeError{Path: string(syntactic.JSONPointer), Err: err}
	}
	return &DecodeError{Err: err}
}

// HasCode reports whether out has a field for a code of its own, so that a
// code in the answer is data and not a failure. A response of package types has
// one only where the service reports success with a code as well.
func HasCode(out any) bool {
	t := reflect.TypeOf(out)
	if t == nil || t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct || isResponse(t.Elem()) {
		return false
	}
	return hasField(t.Elem(), "Code")
}

// hasCode reports whether a response has a field for its code.
func hasCode(t reflect.Type) bool { return hasField(t, "Code") || hasField(t, "RetCode") }

func hasField(t reflect.Type, name string) bool {
	_, ok := t.FieldByName(name)
	return ok
}
