package wire

import (
	"bytes"

	"github.com/go-json-experiment/json/jsontext"
)

// scanner reads JSON from front to back. What it reads is JSON; what it
// refuses may be JSON all the same, in a form that answers rarely have.
type scanner struct {
	body []byte
	at   int
}

// peek passes over white space and returns the character behind it, 0 at the
// end.
func (s *scanner) peek() byte {
	for ; s.at < len(s.body); s.at++ {
		if c := s.body[s.at]; c > ' ' || c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			return c
		}
	}
	return 0
}

// next passes over white space and the character, if it is the one behind it.
func (s *scanner) next(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.at++
	return true
}

// literal passes over the text, if it stands here.
func (s *scanner) literal(text string) bool {
	if !bytes.HasPrefix(s.body[s.at:], []byte(text)) {
		return false
	}
	s.at += len(text)
	return true
}

// between reads what stands between brackets, separated by commas.
func (s *scanner) between(opening, closing byte, read func() bool) bool {
	if !s.next(opening) {
		return false
	}
	if s.next(closing) {
		return true
	}
	for read() {
		if !s.next(',') {
			return s.next(closing)
		}
	}
	return false
}

// name reads the name of a member.
func (s *scanner) name() ([]byte, bool) {
	if s.peek() != '"' {
		return nil, false
	}
	return s.text()
}

// isPlain tells the characters that stand for themselves in a string. They are
// ASCII.
var isPlain = func() (is [256]bool) {
	for c := ' '; c <= '~'; c++ {
		is[c] = c != '"' && c != '\\'
	}
	return is
}()

// text reads a string, which begins here, and returns what it holds.
func (s *scanner) text() ([]byte, bool) {
	rest := s.body[s.at+1:]
	for i, c := range rest {
		if isPlain[c] {
			continue
		}
		if c != '"' {
			return s.mixedText(s.at + 1 + i)
		}
		s.at += len(`"`) + i + len(`"`)
		return rest[:i], true
	}
	return nil, false
}

// mixedText reads a string, which begins here and is plain up to i.
func (s *scanner) mixedText(i int) ([]byte, bool) {
	for ; i < len(s.body); i++ {
		switch s.body[i] {
		case '\\':
			i++
		case '"':
			quoted := s.body[s.at : i+1]
			s.at = i + 1
			text, err := jsontext.AppendUnquote(nil, quoted)
			return text, err == nil
		}
	}
	return nil, false
}

// deepest is how deep a value may be nested that nobody needs.
const deepest = 100

// value returns the next value as it stands.
func (s *scanner) value() (jsontext.Value, bool) {
	s.peek()
	start := s.at
	ok := s.skip(deepest)
	return s.body[start:s.at], ok
}

func (s *scanner) skip(depth int) bool {
	switch s.peek() {
	case '"':
		_, ok := s.text()
		return ok
	case '{':
		return depth > 0 && s.between('{', '}', func() bool {
			_, ok := s.name()
			return ok && s.next(':') && s.skip(depth-1)
		})
	case '[':
		return depth > 0 && s.between('[', ']', func() bool { return s.skip(depth - 1) })
	case 'n':
		return s.literal("null")
	case 't':
		return s.literal("true")
	case 'f':
		return s.literal("false")
	default:
		return s.number()
	}
}

func (s *scanner) number() bool {
	s.oneOf('-', '-')
	if !s.oneOf('0', '0') && !s.digits() {
		return false
	}
	if s.oneOf('.', '.') && !s.digits() {
		return false
	}
	if s.oneOf('e', 'E') {
		s.oneOf('+', '-')
		return s.digits()
	}
	return true
}

func (s *scanner) oneOf(c, d byte) bool {
	if s.at == len(s.body) || s.body[s.at] != c && s.body[s.at] != d {
		return false
	}
	s.at++
	return true
}

// digits passes over digits. There must be one at least.
func (s *scanner) digits() bool {
	start := s.at
	for s.at < len(s.body) && '0' <= s.body[s.at] && s.body[s.at] <= '9' {
		s.at++
	}
	return s.at > start
}
