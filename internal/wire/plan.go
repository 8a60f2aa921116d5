package wire

import (
	"reflect"
	"strings"
	"sync"
	"unicode"

	"github.com/go-json-experiment/json"

	"github.com/alicdn/alicdn-go/types"
)

// plan is how a response is read.
type plan struct {
	structure

	slots     int
	requestId []int // the index of the field
}

// structure is how an object is read.
type structure struct {
	members map[string]*member
	folded  map[string]*member // by folded name
	slot    int

	// refusesCode says that a member Code, unless it is one of members, may
	// say that the call failed.
	refusesCode bool
}

// member is how a member of an object is read, or the elements of a list that
// it is.
type member struct {
	name  string // in quotes
	index []int  // of the field
	read  reader
	slot  int
}

var plans sync.Map // of *plan by reflect.Type

// planOf returns the plan of a response, or nil if the type is no response of
// package types, one that decodes itself in a way of its own, or one with a
// code, which has to be looked at first.
func planOf(t reflect.Type) *plan {
	if known, ok := plans.Load(t); ok {
		p, _ := known.(*plan)
		return p
	}
	var p *plan
	if isResponse(t) && !decodesItself(t) && !hasCode(t) {
		p = new(plan)
		p.structure = *p.planStructure(t, false)
		requestId, _ := t.FieldByName("RequestId")
		p.requestId = requestId.Index
		p.refusesCode = true
	}
	plans.Store(t, p)
	return p
}

// isResponse reports whether the type is a response of package types.
func isResponse(t reflect.Type) bool {
	meta := reflect.TypeFor[types.Meta]()
	if t.Kind() != reflect.Struct || t.PkgPath() != meta.PkgPath() {
		return false
	}
	embedded, ok := t.FieldByName(meta.Name())
	return ok && embedded.Type == meta
}

func decodesItself(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(reflect.TypeFor[json.UnmarshalerFrom]())
}

func (p *plan) newSlot() int {
	p.slots++
	return p.slots - 1
}

func (p *plan) planStructure(t reflect.Type, inList bool) *structure {
	s := &structure{members: map[string]*member{}, folded: map[string]*member{}, slot: p.newSlot()}
	for _, f := range reflect.VisibleFields(t) {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); !f.Anonymous {
			m := &member{name: `"` + name + `"`, index: f.Index, slot: p.newSlot()}
			m.read = p.planMember(m, f.Type, inList)
			s.members[name], s.folded[fold(name)] = m, m
		}
	}
	return s
}

// planMember returns how a member is read whose field has that type.
func (p *plan) planMember(m *member, t reflect.Type, inList bool) reader {
	switch {
	case t.Kind() == reflect.Slice && decodesItself(t):
		return (&listReader{p.planElement(m, t.Elem()), !inList}).read
	case isStructure(t):
		return p.planStructure(t, inList).readEmptied
	default:
		return planScalar(m, t)
	}
}

// planElement returns how an element of a list is read.
func (p *plan) planElement(m *member, t reflect.Type) reader {
	if isStructure(t) {
		return p.planStructure(t, true).read
	}
	return planScalar(m, t)
}

func isStructure(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && scalars[t] == nil && !decodesItself(t)
}

// scalars are the types that make themselves of a scalar.
var scalars = map[reflect.Type]reader{
	reflect.TypeFor[types.Int]():    readScalar[types.Int],
	reflect.TypeFor[types.Number](): readScalar[types.Number],
	reflect.TypeFor[types.Time]():   readScalar[types.Time],
}

func planScalar(m *member, t reflect.Type) reader {
	switch read := scalars[t]; {
	case read != nil:
		return read
	case t.Kind() == reflect.String && !decodesItself(t):
		return m.readText
	default:
		return readByItself
	}
}

// fold makes equal the names that are taken for the same, if they are ASCII.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r == '-' {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}
