package wire

import (
	"reflect"
	"strings"

	"github.com/go-json-experiment/json"
)

// DecodeUsual reads the body of a success into out, a response, if it is
// written as answers usually are: in one pass, and several times as fast as
// [ReadEnvelope] and [Decode] do. Where it returns true, they would read the
// same. Where something is out of the ordinary, an error among other things,
// it returns false and leaves out empty, as it must be, for them to read.
func DecodeUsual(body []byte, out any) (requestId string, ok bool) {
	v := reflect.ValueOf(out)
	if v.Kind() != reflect.Pointer || v.IsNil() || !v.Elem().IsZero() {
		return "", false
	}
	v = v.Elem()
	response := planOf(v.Type())
	if response == nil {
		return "", false
	}
	a := answer{scanner{body: trim(body)}, make([]memory, response.slots)}
	if !response.read(&a, v) || a.peek() != 0 || a.at < len(a.body) {
		v.SetZero()
		return "", false
	}
	return v.FieldByIndex(response.requestId).String(), true
}

// answer is a body that is being read as it usually is written.
type answer struct {
	scanner

	// memory has a slot for each structure and each member of the plan.
	memory []memory
}

// memory is what an answer has shown of itself: it repeats itself.
type memory struct {
	next   *member // that followed on this one last time
	quoted string  // that was here last time: equal texts share their memory
}

// reader reads the next value into v. It returns false if the value is out of
// the ordinary.
type reader func(a *answer, v reflect.Value) bool

// read reads an object into a structure.
func (s *structure) read(a *answer, v reflect.Value) bool {
	if !a.next('{') {
		return false
	}
	if a.next('}') {
		return true
	}
	for previous := s.slot; ; {
		m, ok := s.readName(a, previous)
		if !ok || !a.next(':') {
			return false
		}
		if m == nil {
			ok = a.skip(deepest)
		} else {
			previous = m.slot
			ok = m.read(a, v.FieldByIndex(m.index))
		}
		if !ok || !a.next(',') {
			return ok && a.next('}')
		}
	}
}

// readName returns the member whose name is next, nil if the structure has
// none. It returns false if the name is out of the ordinary.
func (s *structure) readName(a *answer, previous int) (*member, bool) {
	likely := &a.memory[previous].next
	if a.peek() == '"' && *likely != nil && a.literal((*likely).name) {
		return *likely, true
	}
	name, ok := a.name()
	if !ok {
		return nil, false
	}
	m, ok := s.find(name)
	if m != nil {
		*likely = m
	}
	return m, ok
}

// find returns the member of that name, nil if the structure has none. It
// reports false if the name is out of the ordinary.
func (s *structure) find(name []byte) (*member, bool) {
	if m := s.members[string(name)]; m != nil {
		return m, true
	}
	for _, c := range name {
		if !isPlain[c] {
			return nil, false // folding such a name takes more than [fold]
		}
	}
	m := s.folded[fold(string(name))]
	return m, m != nil || !s.refusesCode || !strings.EqualFold(string(name), "Code")
}

// readEmptied reads an object that the service writes as "" if it is empty.
func (s *structure) readEmptied(a *answer, v reflect.Value) bool {
	if a.peek() == '"' {
		return a.literal(`""`)
	}
	return s.read(a, v)
}

// readText reads a text from any scalar.
func (m *member) readText(a *answer, v reflect.Value) bool {
	switch a.peek() {
	case '"':
		return m.readString(a, v)
	case 'n':
		v.SetZero()
		return a.literal("null")
	case '{', '[':
		return false
	}
	value, ok := a.value()
	v.SetString(string(value))
	return ok
}

func (m *member) readString(a *answer, v reflect.Value) bool {
	last := &a.memory[m.slot].quoted
	if *last == "" || !a.literal(*last) {
		start := a.at
		text, ok := a.text()
		if !ok {
			return false
		}
		quoted := a.body[start:a.at]
		if len(text)+2 != len(quoted) { // it has escapes
			v.SetString(string(text))
			return true
		}
		*last = string(quoted)
	}
	v.SetString((*last)[1 : len(*last)-1])
	return true
}

// readScalar reads a type that makes itself of a scalar.
func readScalar[T any, P interface {
	*T
	json.Unmarshaler
}](a *answer, v reflect.Value) bool {
	value, ok := a.value()
	if !ok {
		return false
	}
	target, _ := reflect.TypeAssert[P](v.Addr())
	return target.UnmarshalJSON(value) == nil
}

// readByItself reads a type that decodes itself in a way of its own, as Decode
// does.
func readByItself(a *answer, v reflect.Value) bool {
	value, ok := a.value()
	return ok && json.Unmarshal(value, v.Addr().Interface(), decodeOptions) == nil
}

// listReader reads a types.List, in a wrapper or not.
type listReader struct {
	element   reader
	outermost bool
}

func (l *listReader) read(a *answer, v reflect.Value) bool {
	if !v.IsNil() {
		return false // it is here again: a body full of lists would be given room for its rest as often
	}
	switch a.peek() {
	case '[':
		return l.readArray(a, v)
	case '{':
		return a.between('{', '}', func() bool {
			_, ok := a.name()
			return ok && a.next(':') && a.peek() == '[' && v.IsNil() && l.readArray(a, v)
		})
	case '"':
		return a.literal(`""`)
	default:
		return a.literal("null")
	}
}

func (l *listReader) readArray(a *answer, v reflect.Value) bool {
	start := a.at
	if !a.next('[') {
		return false
	}
	if a.next(']') {
		return true
	}
	for n := range mostElements {
		if n == v.Cap() {
			v.Grow(min(l.growth(n, a.at-start, len(a.body)-a.at), mostElements-n))
		}
		v.SetLen(n + 1)
		if !l.element(a, v.Index(n)) {
			return false
		}
		if !a.next(',') {
			return a.next(']')
		}
	}
	return false
}

// growth returns for how many elements there should be room beside the n that
// were read from so many bytes. An outermost list fills most of the body.
func (l *listReader) growth(n, read, left int) int {
	const enoughToTell = 8
	if l.outermost && n >= enoughToTell {
		return left/(read/n) + 1
	}
	return max(n, 1)
}

// mostElements is how long a list may be for types.List.
const mostElements = 1 << 20
