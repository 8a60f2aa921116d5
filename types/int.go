package types

import "fmt"

// Int is a whole number of a response: a count, a size, a page, a quota. The
// service writes it as a number or as a string, and now and then leaves it
// empty, which reads as 0. It is exact up to int64, whatever the notation.
type Int int64

// UnmarshalJSON reads a number, a string that holds one, a bool (0 or 1),
// null or "".
func (i *Int) UnmarshalJSON(value []byte) error {
	if n, ok := wholeNumber(value); ok {
		*i = Int(n)
		return nil
	}
	text, err := scalarText(value)
	if err != nil {
		return err
	}
	switch string(text) {
	case "", "false":
		*i = 0
		return nil
	case "true":
		*i = 1
		return nil
	}
	if d, ok := parseDecimal(text); ok {
		if n, ok := d.int64(); ok {
			*i = Int(n)
			return nil
		}
	}
	return fmt.Errorf("text of %d bytes is not a whole number of 64 bits", len(text))
}
