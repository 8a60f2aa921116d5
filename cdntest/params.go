package cdntest

import (
	_ "embed" // for the table
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/alicdn/alicdn-go/types"
)

// actions.json holds every action with its parameters: which are required, of
// what format, with what values, default and bounds, and whether the action may
// be called by POST.
//
//go:embed actions.json
var actionsJSON []byte

type actionSpec struct {
	Post   bool        `json:"post"`
	Params []paramSpec `json:"params"`
}

type paramSpec struct {
	Name     string   `json:"name"`
	Required bool     `json:"required"`
	Format   string   `json:"format"`
	Enum     []string `json:"enum"`
	Default  string   `json:"default"`
	Min      *int64   `json:"min"` // of the value; of N in a repeated parameter
	Max      *int64   `json:"max"`
}

var actions = mustDecode[map[string]actionSpec](actionsJSON)

// newCall checks the parameters of a verified request against the action's
// table. Parameters that the table does not know are ignored, as the service does.
func newCall(action string, params url.Values, now time.Time, requestID string) (*call, *fault) {
	c := &call{action: action, params: make(map[string]string), now: now, requestID: requestID}
	for _, spec := range actions[action].Params {
		if spec.Format == "repeat" {
			if no := c.takeRepeated(spec, params); no != nil {
				return nil, no
			}
			continue
		}
		value := params.Get(spec.Name)
		if strings.TrimSpace(value) == "" {
			if spec.Required {
				return nil, missingParameter(action, spec.Name)
			}
			if spec.Default != "" {
				c.params[spec.Name] = spec.Default
			}
			continue
		}
		if !spec.accepts(action, value) {
			return nil, spec.refuse(action, value)
		}
		c.params[spec.Name] = value
	}
	return c, nil
}

// accepts reports whether a value has the parameter's format.
func (p paramSpec) accepts(action, value string) bool {
	if check := formats[p.Format]; check != nil && !check(p, value) {
		return false
	}
	if len(p.Enum) == 0 || fallsBack(action, p.Name) {
		return true
	}
	items := []string{value}
	if p.Format == "csv" {
		items = splitTrimmed(value, ",")
	}
	return !slices.ContainsFunc(items, func(item string) bool {
		return !slices.ContainsFunc(p.Enum, func(allowed string) bool { return strings.EqualFold(allowed, item) })
	})
}

// refuse refuses a value, with the code that the action has for a number that is
// out of bounds if it has one.
func (p paramSpec) refuse(action, value string) *fault {
	code := types.ErrorCode("Invalid" + p.Name + ".ExceedsMinimum")
	n, err := strconv.ParseInt(value, 10, 64)
	if p.Max != nil && n > *p.Max {
		code = types.ErrorCode("Invalid" + p.Name + ".ExceedsMaximum")
	}
	if err == nil && documents(action, code) {
		return documentedFault(action, code)
	}
	return malformedParameter(action, p.Name)
}

// formats holds the check of each format that allows less than any string.
var formats = map[string]func(p paramSpec, value string) bool{
	"int":          paramSpec.acceptsInt,
	"csv":          func(_ paramSpec, value string) bool { return len(splitTrimmed(value, ",")) > 0 },
	"json":         func(_ paramSpec, value string) bool { return jsontext.Value(value).IsValid() },
	"time-utc":     acceptsTime,
	"time-beijing": acceptsTime,
}

func (p paramSpec) acceptsInt(value string) bool {
	n, err := strconv.ParseInt(value, 10, 64) // IDs have 15 digits
	return err == nil && p.inBounds(n)
}

func (p paramSpec) inBounds(n int64) bool {
	return (p.Min == nil || n >= *p.Min) && (p.Max == nil || n <= *p.Max)
}

func acceptsTime(_ paramSpec, value string) bool {
	_, ok := parseTime(value)
	return ok
}

// parseTime reads the two forms in which the reference writes times. It takes
// the Z at its word, also for the two actions whose times the reference calls
// Beijing time.
func parseTime(value string) (time.Time, bool) {
	if t, ok := parseExactly(secondLayout, value); ok {
		return t, true
	}
	return parseExactly("2006-01-02T15:04Z", value)
}

// secondLayout is how requests write times, in UTC.
const secondLayout = "2006-01-02T15:04:05Z"

// parseExactly reads a time that is written just as the layout has it:
// time.Parse alone also takes fractions of a second and hours of one digit.
func parseExactly(layout, value string) (time.Time, bool) {
	t, err := time.Parse(layout, value)
	return t, err == nil && t.Format(layout) == value
}

// fallsBack reports whether an unsupported value of an enumeration means the
// default instead of an error: the data actions take an Interval that does not
// suit the span for one that does, unless they document an error for it.
func fallsBack(action, name string) bool {
	return name == "Interval" && !documents(action, types.InvalidParameterInterval)
}

// takeRepeated checks a family such as ResourceId.N or Tag.N.Key: its numbers
// start at 1, have no gaps and stay within the limit.
func (c *call) takeRepeated(spec paramSpec, params url.Values) *fault {
	before, after, _ := strings.Cut(spec.Name, ".N")
	label := strings.ReplaceAll(before+after, ".", "")
	count, highest := 0, 0
	for name, values := range params {
		middle, ok := strings.CutPrefix(name, before+".")
		if !ok {
			continue
		}
		if middle, ok = strings.CutSuffix(middle, after); !ok {
			continue
		}
		n, err := strconv.Atoi(middle)
		if err != nil || n < 1 || strconv.Itoa(n) != middle || !spec.inBounds(int64(n)) {
			return spec.misnumbered(c.action)
		}
		c.params[name] = values[0]
		count, highest = count+1, max(highest, n)
	}
	switch {
	case count == 0 && spec.Required:
		return missingParameter(c.action, label)
	case highest != count && after != ".Value": // a tag may have no value
		return spec.misnumbered(c.action)
	}
	return nil
}

func (p paramSpec) misnumbered(action string) *fault {
	name, _, _ := strings.Cut(p.Name, ".")
	if code := types.ErrorCode(name + "IsInvalid"); documents(action, code) {
		return documentedFault(action, code)
	}
	return fail(http.StatusBadRequest, types.InvalidParameter,
		"The numbers N of "+p.Name+" have to run from 1 to at most "+strconv.FormatInt(*p.Max, 10)+".")
}
