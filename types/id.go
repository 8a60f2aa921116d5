package types

import "strings"

// ID is an identifier of a response. It is kept as text, whether the service
// writes it as a string or as a number of up to 19 digits.
type ID string

// UnmarshalJSON reads a string, a number as written, or null, which reads as
// "".
func (id *ID) UnmarshalJSON(value []byte) error {
	text, err := scalarText(value)
	*id = ID(strings.ToValidUTF8(string(text), "\uFFFD"))
	return err
}
