package wire

import (
	"bytes"
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
	json.WithUnmarshalers(texts),
)

// nestedOptions is how answers are read that have structures inside. It is slower.
var nestedOptions = json.JoinOptions(
	decodeOptions,
	json.WithUnmarshalers(json.JoinUnmarshalers(texts, json.UnmarshalFromFunc(readEmptied))),
)

// optionsOf returns how an answer is read into out.
func optionsOf(out any) json.Options {
	if t := reflect.TypeOf(out); t.Kind() == reflect.Pointer {
		if p := planOf(t.Elem()); p != nil && !p.nests {
			return decodeOptions
		}
	}
	return nestedOptions
}

// texts are the text types of responses. A test proves that none is missing.
var texts = json.JoinUnmarshalers(
	text[string](),
	text[types.BlockDeliveryStatus](),
	text[types.CdnType](),
	text[types.CertKeyType](),
	text[types.CertRegion](),
	text[types.CertStatus](),
	text[types.CertType](),
	text[types.DomainCnameStatus](),
	text[types.DomainConfigStatus](),
	text[types.DomainExistStatus](),
	text[types.DomainICPStatus](),
	text[types.DomainStatus](),
	text[types.EventMetaName](),
	text[types.FunctionName](),
	text[types.HttpsCertStatus](),
	text[types.InternetChargeType](),
	text[types.NameList](),
	text[types.NodeStatus](),
	text[types.RealtimeLogDeliveryStatus](),
	text[types.ResourcePackageStatus](),
	text[types.ResourceType](),
	text[types.Scope](),
	text[types.SourceType](),
	text[types.Switch](),
	text[types.TaskObjectType](),
	text[types.TaskStatus](),
	text[types.Truth](),
	text[types.UsageArea](),
	text[types.WafDomainStatus](),
	text[types.WafSwitch](),
	text[types.YesNo](),
)

func text[T ~string]() *json.Unmarshalers { return json.UnmarshalFromFunc(readText[T]) }

// readText reads a string type from any scalar: the service writes the same
// field as a string in one action and as a number in the next.
func readText[T ~string](dec *jsontext.Decoder, target *T) error {
	switch dec.PeekKind() {
	case '0', 't', 'f':
		value, err := dec.ReadValue()
		*target = T(value)
		return err
	default:
		return errors.ErrUnsupported
	}
}

// readEmptied reads a structure of package types that the service writes as ""
// when it is empty; an element of a list never is. It is asked about every value,
// since naming the structures would link them all into every program.
func readEmptied(dec *jsontext.Decoder, target any) error {
	t := reflect.TypeOf(target).Elem()
	if dec.PeekKind() != '"' || !isStructure(t) || t.PkgPath() != reflect.TypeFor[types.Meta]().PkgPath() {
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
	err := json.Unmarshal(body, out, optionsOf(out))
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
	return hasCode(t.Elem())
}

func hasCode(t reflect.Type) bool {
	_, ok := t.FieldByName("Code")
	return ok
}
