// Package wire reads what the service answers: successes, errors in every
// form, and the scalars and lists that it writes now so, now otherwise.
package wire

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// MaxBody is how much of an answer is read.
const MaxBody = 64 << 20

// ErrTooLarge is a body of more than MaxBody bytes.
var ErrTooLarge = fmt.Errorf("body of more than %d MiB", MaxBody>>20)

// mostPromised is how much memory a body gets on its announced length alone,
// and how much memory is kept for later ones.
const mostPromised = 8 << 20

// bodies is memory of bodies that nobody needs any more. Large memory is dear:
// for long answers, having it takes longer than reading into it.
var bodies = sync.Pool{New: func() any { return new([]byte) }}

// Reuse takes the memory of a body, to which nothing refers any more, for
// later ones.
func Reuse(body []byte) {
	if cap(body) <= mostPromised+1 {
		bodies.Put(&body)
	}
}

// ReadBody reads a body of at most MaxBody bytes. Its length as announced, -1
// if it was not, saves growing.
func ReadBody(r io.Reader, length int64) ([]byte, error) {
	const unannounced = 1 << 10
	if length < 0 {
		length = unannounced
	}
	memory, _ := bodies.Get().(*[]byte)
	body := slices.Grow((*memory)[:0], int(min(length, mostPromised))+1) // one more shows the end
	r = io.LimitReader(r, MaxBody+1)
	for {
		n, err := r.Read(body[len(body):cap(body)])
		body = body[:len(body)+n]
		switch {
		case len(body) > MaxBody:
			return body[:MaxBody], ErrTooLarge
		case errors.Is(err, io.EOF):
			return body, nil
		case err != nil:
			return body, err
		case len(body) == cap(body):
			body = slices.Grow(body, len(body))
		}
	}
}

// Envelope is what an answer may say about itself beside its data: all that
// an error has.
type Envelope struct {
	Code      string
	Message   string
	RequestId string
	HostId    string
	Recommend string

	// Description is what an action may call its message.
	Description string

	retCode string
}

// field returns where the member of that name, in any case, goes.
func (e *Envelope) field(name string) *string {
	switch strings.ToLower(name) {
	case "code":
		return &e.Code
	case "message":
		return &e.Message
	case "requestid":
		return &e.RequestId
	case "hostid":
		return &e.HostId
	case "recommend":
		return &e.Recommend
	case "description":
		return &e.Description
	case "retcode":
		return &e.retCode
	default:
		return nil
	}
}

// successCodes are the codes of an answer that failed in nothing.
var successCodes = []string{"", "0", "200", "ok", "success"}

// Failed reports whether the answer says that the call failed, whatever the
// HTTP status.
func (e *Envelope) Failed() bool {
	for _, code := range successCodes {
		if strings.EqualFold(e.Code, code) {
			return false
		}
	}
	return true
}

// TakeRetCode makes a RetCode the code of an answer that is to be read into
// out, where that has a field for it.
func (e *Envelope) TakeRetCode(out any) {
	t := reflect.TypeOf(out)
	if e.Code == "" && t != nil && t.Kind() == reflect.Pointer && isResponse(t.Elem()) && hasField(t.Elem(), "RetCode") {
		e.Code = e.retCode
	}
}

// ReadEnvelope reads what the answer says about itself out of its body: the
// top level of a JSON object, or XML, or as much of either as is there. Of
// anything else the Envelope is empty.
func ReadEnvelope(body []byte) Envelope {
	var e Envelope
	switch trimmed := trim(body); {
	case bytes.HasPrefix(trimmed, []byte("{")):
		e.readJSON(trimmed)
	case bytes.HasPrefix(trimmed, []byte("<")):
		e.readXML(string(trimmed[:min(len(trimmed), maxXML)]))
	}
	e.Code = strings.TrimSpace(e.Code) // some are documented with a blank or a tab behind
	return e
}

// trim takes white space and a byte order mark away.
func trim(body []byte) []byte {
	return bytes.TrimSpace(bytes.TrimPrefix(bytes.TrimSpace(body), []byte("\xef\xbb\xbf")))
}

// readJSON keeps what was read before the first syntax error.
func (e *Envelope) readJSON(body []byte) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(body), decodeOptions) // a Buffer is read in place
	if _, err := dec.ReadToken(); err != nil {
		return
	}
	for dec.PeekKind() == '"' {
		name, err := dec.ReadToken()
		if err != nil {
			return
		}
		target := e.field(name.String())
		if target == nil {
			if dec.SkipValue() != nil {
				return
			}
			continue
		}
		value, err := dec.ReadValue()
		if err != nil {
			return
		}
		if target == &e.Code && (value.Kind() == '{' || value.Kind() == '[') {
			continue // data of that name, no code
		}
		*target = scalar(value)
	}
}

// scalar returns the text of a string, number or bool, and that of anything
// else as it stands.
func scalar(value jsontext.Value) string {
	if value.Kind() == 'n' {
		return ""
	}
	var text string
	if json.Unmarshal(value, &text, decodeOptions) != nil {
		return string(value)
	}
	return text
}

// maxXML is how much of an XML or HTML body is searched.
const maxXML = 64 << 10

var xmlText = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'", "&amp;", "&")

// readXML looks for the elements by their names: error bodies have no
// attributes and no nesting that matters, and a body that is not quite XML is
// read as far as it goes.
func (e *Envelope) readXML(body string) {
	for _, name := range []string{"Code", "Message", "RequestId", "HostId", "Recommend"} {
		_, rest, found := strings.Cut(body, "<"+name+">")
		text, _, closed := strings.Cut(rest, "</"+name+">")
		if found && closed {
			*e.field(name) = xmlText.Replace(strings.TrimSpace(text))
		}
	}
}
