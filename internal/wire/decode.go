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
	json.WithUnmarshalers(json.JoinUnmarshalers(texts, wrappers)),
)

// texts are the text types of responses. A test proves that none is missing.
var texts = json.JoinUnmarshalers(
	text[string](),
	text[types.CdnType](),
	text[types.CertStatus](),
	text[types.CertType](),
	text[types.DomainCnameStatus](),
	text[types.DomainConfigStatus](),
	text[types.DomainStatus](),
	text[types.FunctionName](),
	text[types.InternetChargeType](),
	text[types.RealtimeLogDeliveryStatus](),
	text[types.ResourcePackageStatus](),
	text[types.Scope](),
	text[types.SourceType](),
	text[types.Switch](),
	text[types.TaskObjectType](),
	text[types.TaskStatus](),
	text[types.UsageArea](),
)

// wrappers are the structures that responses nest, lists aside. A test proves
// that none is missing.
var wrappers = json.JoinUnmarshalers(
	wrapper[types.CertificateListModel](),
	wrapper[types.GetDomainDetailModel](),
	wrapper[types.LocationAndISPInfo](),
	wrapper[types.LocationAndISPInfoList](),
	wrapper[types.PageInfos](),
	wrapper[types.RealtimeLogDeliveryDomainsContent](),
	wrapper[types.RealtimeLogDeliveryInfosContent](),
	wrapper[types.UsageTotal](),
)

// text reads a string type from any scalar: the service writes the same field
// as a string in one action and as a number in the next.
func text[T ~string]() *json.Unmarshalers {
	return json.UnmarshalFromFunc(func(dec *jsontext.Decoder, target *T) error {
		switch dec.PeekKind() {
		case '0', 't', 'f':
			value, err := dec.ReadValue()
			*target = T(value)
			return err
		default:
			return errors.ErrUnsupported
		}
	})
}

// wrapper reads a structure that the service writes as "" when it is empty.
func wrapper[T any]() *json.Unmarshalers {
	return json.UnmarshalFromFunc(func(dec *jsontext.Decoder, _ *T) error {
		if dec.PeekKind() != '"' {
			return errors.ErrUnsupported
		}
		value, err := dec.ReadValue()
		if err == nil && string(value) != `""` {
			err = errors.New("text where an object is expected")
		}
		return err
	})
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
// code in the answer is data and not a failure.
func HasCode(out any) bool {
	t := reflect.TypeOf(out)
	if t == nil || t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct {
		return false
	}
	_, ok := t.Elem().FieldByName("Code")
	return ok
}
