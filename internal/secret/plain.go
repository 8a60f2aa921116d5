package secret

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// plainText is a text without the encodings that it came in.
type plainText struct {
	text string
	at   []int // where each byte begins in the text as it came, and where that ends
}

// mostEncodings is how often a text is decoded: a parameter of a form in the
// string to sign, in JSON, in HTML, in a log.
const mostEncodings = 6

// plain decodes what is percent-encoded or escaped as in JSON, Go, XML or a JSON
// pointer, over and over. A plus is a space, which it stands for in forms. Two texts that
// were the same before somebody encoded one of them are the same again.
func plain(text string) plainText {
	p := plainText{text, make([]int, len(text)+1)}
	for i := range p.at {
		p.at[i] = i
	}
	for range mostEncodings {
		next := p.decoded()
		if len(next.text) == len(p.text) {
			break // every escape is longer than what it stands for
		}
		p = next
	}
	p.text = strings.ReplaceAll(p.text, "+", " ")
	return p
}

// decoded takes one layer of encoding away.
func (p plainText) decoded() plainText {
	text, at := make([]byte, 0, len(p.text)), make([]int, 0, len(p.at))
	for i := 0; i < len(p.text); {
		before := len(text)
		length := 0
		if decode := escapes[p.text[i]]; decode != nil {
			text, length = decode(text, p.text[i:])
		}
		if length == 0 {
			text, length = append(text, p.text[i]), 1
		}
		for range len(text) - before {
			at = append(at, p.at[i])
		}
		i += length
	}
	return plainText{string(text), append(at, p.at[len(p.text)])}
}

// escapes append to a text what an escape that begins with that byte stands
// for, and return how long the escape is: 0 if it is none.
var escapes = [256]func(text []byte, escape string) ([]byte, int){
	'%':  percent,
	'\\': backslash,
	'&':  entity,
	'~':  tilde,
}

func percent(text []byte, escape string) ([]byte, int) {
	if c, ok := hexadecimal(escape, len("%"), 2); ok {
		return append(text, byte(c)), len("%XX") //nolint:gosec // of two digits
	}
	return text, 0
}

// simple are the escapes of JSON and Go that are one character long.
var simple = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f', '"': '"', '\'': '\'', '\\': '\\', '/': '/'}

func backslash(text []byte, escape string) ([]byte, int) {
	if len(escape) < 2 {
		return text, 0
	}
	switch escape[1] {
	case 'x':
		if c, ok := hexadecimal(escape, len(`\x`), 2); ok {
			return append(text, byte(c)), len(`\xXX`) //nolint:gosec // of two digits
		}
	case 'u':
		const length = len(`\uXXXX`)
		first, ok := hexadecimal(escape, len(`\u`), 4)
		if !ok {
			return text, 0
		}
		if second, ok := hexadecimal(escape, length+len(`\u`), 4); ok && escape[length:length+2] == `\u` {
			if r := utf16.DecodeRune(first, second); r != utf8.RuneError {
				return utf8.AppendRune(text, r), 2 * length
			}
		}
		return utf8.AppendRune(text, first), length
	default:
		if c, ok := simple[escape[1]]; ok {
			return append(text, c), 2
		}
	}
	return text, 0
}

// hexadecimal reads so many digits.
func hexadecimal(text string, from, digits int) (rune, bool) {
	if len(text) < from+digits {
		return 0, false
	}
	n, err := strconv.ParseUint(text[from:from+digits], 16, 32)
	return rune(n), err == nil //nolint:gosec // of at most four digits
}

// tilde is for names in a JSON pointer.
func tilde(text []byte, escape string) ([]byte, int) {
	switch {
	case strings.HasPrefix(escape, "~0"):
		return append(text, '~'), 2
	case strings.HasPrefix(escape, "~1"):
		return append(text, '/'), 2
	default:
		return text, 0
	}
}

// named are the entities that XML has.
var named = map[string]rune{"lt": '<', "gt": '>', "amp": '&', "quot": '"', "apos": '\''}

func entity(text []byte, escape string) ([]byte, int) {
	const longest = len("&#1114111;")
	end := strings.IndexByte(escape[:min(len(escape), longest)], ';')
	if end < 0 {
		return text, 0
	}
	name := escape[len("&"):end]
	if r, ok := named[name]; ok {
		return utf8.AppendRune(text, r), end + 1
	}
	if len(name) < 2 || name[0] != '#' {
		return text, 0
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	if err != nil {
		return text, 0
	}
	return utf8.AppendRune(text, rune(n)), end + 1
}
