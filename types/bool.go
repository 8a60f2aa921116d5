package types

import (
	"bytes"
	"fmt"
)

// Bool is a switch of a response, in JSON true or false. It is read from the
// numbers 1 and 0 and from texts, too.
type Bool bool

// UnmarshalJSON reads true and false, on and off, in any case, as they are or
// in a text, and numbers, of which 0 is false. Null and "" are false.
func (b *Bool) UnmarshalJSON(value []byte) error {
	text, err := scalarText(value)
	if err != nil {
		return err
	}
	switch string(bytes.ToLower(text)) {
	case "true", "on":
		*b = true
		return nil
	case "false", "off", "":
		*b = false
		return nil
	}
	d, ok := parseDecimal(text)
	if !ok {
		return fmt.Errorf("text of %d bytes is not a switch", len(text))
	}
	*b = d.significand != 0
	return nil
}
