package secret

import (
	"net/url"
	"strings"
)

const (
	// shortest is how long a secret must be to be looked for, and the part of
	// one that the end of a text has cut off; shorter ones would hit innocent
	// text.
	shortest = 6
	// pieceLength is how long any other piece of a secret must be.
	pieceLength = 8
)

// Scrubber takes the secrets of one request out of texts from outside: the
// service repeats parameters in some of its messages, and a transport may name
// the URL. It finds them percent-encoded, in JSON and in XML, in one another
// too, and also where only a piece is left of them.
type Scrubber struct {
	wholes        []string        // that are looked for as they are
	raw           []string        // all other secrets as they came
	pieces        map[string]bool // of all other secrets, of the same length
	starts, stops map[string]bool // of all other secrets, shorter than a piece
}

// NewScrubber returns a Scrubber of the secrets among the parameters of a
// request and of other ones.
func NewScrubber(params url.Values, others ...string) *Scrubber {
	s := &Scrubber{pieces: map[string]bool{}, starts: map[string]bool{}, stops: map[string]bool{}}
	for _, value := range others {
		s.add(value)
	}
	for name, list := range params {
		for _, value := range list {
			if !Is(name, value) {
				continue
			}
			s.addParam(name, value)
		}
	}
	return s
}

// addParam adds a parameter. Of a document its pieces are not secret, but for
// those of what is secret in it.
func (s *Scrubber) addParam(name, value string) {
	parts, isDocument := partsOf(name, value)
	if !isDocument {
		s.add(value)
		return
	}
	s.addWhole(plain(value).text)
	for _, part := range parts {
		if name == deliver { // a piece of an address may be the name of a domain
			s.addWhole(plain(part).text)
			continue
		}
		s.add(part)
	}
}

// add adds a secret with all its pieces.
func (s *Scrubber) add(value string) {
	if len(value) >= shortest {
		s.raw = append(s.raw, value)
	}
	text := plain(value).text
	if len(text) < pieceLength {
		s.addWhole(text)
		return
	}
	for i := range len(text) - pieceLength + 1 {
		s.pieces[text[i:i+pieceLength]] = true
	}
	for n := shortest; n < pieceLength; n++ {
		s.starts[text[:n]] = true
		s.stops[text[len(text)-n:]] = true
	}
}

func (s *Scrubber) addWhole(text string) {
	if len(text) >= shortest {
		s.wholes = append(s.wholes, text)
	}
}

// Scrub returns text without the secrets.
func (s *Scrubber) Scrub(text string) string {
	if len(text) < shortest {
		return text
	}
	decoded := plain(text)
	var clean strings.Builder
	kept := 0
	for from, to := range s.find(decoded.text) {
		clean.WriteString(text[kept:decoded.at[from]])
		clean.WriteString(Mask)
		kept = decoded.at[to]
	}
	clean.WriteString(text[kept:])
	scrubbed := clean.String()
	// Where a secret looks like an escape, what stands beside it may have been
	// read as a part of it.
	for _, value := range s.raw {
		scrubbed = strings.ReplaceAll(scrubbed, value, Mask)
	}
	return scrubbed
}

// find yields where the secrets in a plain text begin and end, in their order,
// those that touch each other as one.
func (s *Scrubber) find(text string) func(yield func(from, to int) bool) {
	hidden := make([]bool, len(text)+1) // the last one never is
	hide := func(from, length int) {
		for i := range length {
			hidden[from+i] = true
		}
	}
	for i := range len(text) - pieceLength + 1 {
		if s.pieces[text[i:i+pieceLength]] {
			hide(i, pieceLength)
		}
	}
	for n := shortest; n < pieceLength && n <= len(text); n++ {
		if s.stops[text[:n]] {
			hide(0, n)
		}
		if s.starts[text[len(text)-n:]] {
			hide(len(text)-n, n)
		}
	}
	for _, whole := range s.wholes {
		for from := 0; ; from += len(whole) {
			next := strings.Index(text[from:], whole)
			if next < 0 {
				break
			}
			from += next
			hide(from, len(whole))
		}
	}
	return func(yield func(from, to int) bool) {
		from := 0
		for i, is := range hidden {
			switch {
			case is && (i == 0 || !hidden[i-1]):
				from = i
			case !is && i > 0 && hidden[i-1]:
				if !yield(from, i) {
					return
				}
			}
		}
	}
}
