package types

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

// Requests and parts of them that have rules which no check tag can say have a
// method Violation, which names the parameter and the rule that a value
// violates, if any. The client asks it before it sends; name is that of the
// parameter.

// at names an element as the API counts, from 1.
func at(name string, index int) string { return name + "." + strconv.Itoa(index+1) }

const notUTF8 = "is not UTF-8"

func areUTF8(texts ...string) bool {
	return !slices.ContainsFunc(texts, func(text string) bool { return !utf8.ValidString(text) })
}
