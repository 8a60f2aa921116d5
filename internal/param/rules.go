package param

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// domainParams are the parameters that name domains of the account.
var domainParams = map[string]bool{"DomainName": true, "DomainNames": true, "Domain": true, "ResourceId": true}

// noStar: a wildcard domain has a form of its own in this API.
func noStar(name string) rule {
	wrong := func(place string) *Error {
		return &Error{place, "begins with *; a wildcard domain begins with the dot, such as .example.com"}
	}
	return alone(func(value reflect.Value) *Error {
		if value.Kind() == reflect.String {
			if hasStar(value.String()) {
				return wrong(name)
			}
			return nil
		}
		for i := range value.Len() {
			if hasStar(value.Index(i).String()) {
				return wrong(at(name, i))
			}
		}
		return nil
	})
}

// hasStar reports whether one of the domains, of which there may be several in
// one text, begins with a star.
func hasStar(domains string) bool {
	for domain := range strings.SplitSeq(domains, ",") {
		if strings.HasPrefix(strings.TrimSpace(domain), "*") {
			return true
		}
	}
	return false
}

// checker is a request, or a part of one, that has rules which no tag can say.
// It is asked by its method, since a table or a switch would link all of them
// into every program.
type checker interface {
	Violation(name string) (param, rule string)
}

// violationOf asks a checker; what is none has no such rules.
func violationOf(name string, value any) *Error {
	if c, ok := value.(checker); ok {
		if param, rule := c.Violation(name); param != "" {
			return &Error{param, rule}
		}
	}
	return nil
}

// checkList: elements of a list are not empty and do not contain what
// separates them.
func checkList(name, separator string, list []string) *Error {
	for i, element := range list {
		switch {
		case element == "":
			return &Error{at(name, i), "is empty"}
		case separator == "":
		case strings.Contains(element, separator), separator == "\n" && strings.Contains(element, "\r"):
			return &Error{at(name, i), fmt.Sprintf("contains %q, which separates the elements", separator)}
		}
	}
	return nil
}

// at names an element as the API counts, from 1.
func at(name string, index int) string { return name + "." + strconv.Itoa(index+1) }
