// Package action says what each action of the API is: the one place that
// knows.
package action

import "maps"

// Action is what the module knows of an action besides its types. It is small,
// since every program has the whole table.
type Action struct {
	Area   Area
	Class  Class
	Method Method

	// Rate is how many calls a second the service allows an account, 0 where
	// it is not documented.
	Rate uint8
}

// Area is the section of the API that an action belongs to.
type Area uint8

// The areas of the reference.
const (
	Monitor Area = iota
	Domain
	Logs
	Refresh
	Service
	Usage
	Tags
)

// String returns the name of the area.
func (a Area) String() string {
	return [...]string{"monitor", "domain", "logs", "refresh", "service", "usage", "tags"}[a]
}

// Class says what happens when a call is repeated whose answer was lost. The
// zero Class is the most careful one.
type Class uint8

const (
	// Once means that a repeat might have a second effect.
	Once Class = iota
	// Idempotent means that a repeat has no second effect.
	Idempotent
	// Read means that the action changes nothing.
	Read
)

// String returns the name of the class.
func (c Class) String() string {
	return [...]string{"once", "idempotent", "read"}[c]
}

// Method says how the parameters may travel.
type Method uint8

const (
	// GetOrPost allows a form body; the URL is used unless it would hold a
	// secret or become too long.
	GetOrPost Method = iota
	// GetOnly allows the URL alone.
	GetOnly
	// Form means a form body always.
	Form
	// FormBesideURL is Form for all parameters but TriggerARN, which stands in
	// the URL.
	FormBesideURL
)

// InForm reports whether the parameters always travel in a form body.
func (m Method) InForm() bool { return m == Form || m == FormBesideURL }

// Lookup returns what is known of the action of that name. Of an action that
// the SDK does not type nothing is known: it is taken for one that must not
// be repeated.
func Lookup(name string) (Action, bool) {
	a, ok := table[name]
	return a, ok
}

// All returns the whole table.
func All() map[string]Action { return maps.Clone(table) }
