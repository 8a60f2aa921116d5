package cdntest

import (
	"cmp"
	_ "embed" // for the tables
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"

	"github.com/alicdn/alicdn-go/types"
)

// errors.json holds every documented error code with the HTTP status and the
// message that the reference gives it, and the actions for which it does; the
// spelling that most actions use comes first. Codes without actions are those
// of the gateway, which any action may answer with.
//
//go:embed errors.json
var errorsJSON []byte

type documentedError struct {
	Status  int      `json:"status"`
	Message string   `json:"message"`
	Actions []string `json:"actions"`
}

var documentedErrors = mustDecode[map[types.ErrorCode][]documentedError](errorsJSON)

// documentedFault is what call.fault says it is. Without args, which Fail does
// not have, the message speaks of no value in particular.
func documentedFault(action string, code types.ErrorCode, args ...any) *fault {
	entries := documentedErrors[code]
	if len(entries) == 0 {
		return fail(http.StatusBadRequest, code, string(code))
	}
	chosen := entries[0]
	for _, entry := range entries {
		if slices.Contains(entry.Actions, action) {
			chosen = entry
			break
		}
	}
	message := cmp.Or(withoutArgs.Replace(chosen.Message), string(code))
	if len(args) > 0 {
		message = fmt.Sprintf(chosen.Message, args...)
	}
	return fail(chosen.Status, code, message)
}

// withoutArgs leaves the place of an argument out of a message.
var withoutArgs = strings.NewReplacer(" [%s]", "", " %s", "", "%s", "")

// documents reports whether the reference lists the code for the action.
func documents(action string, code types.ErrorCode) bool {
	return slices.ContainsFunc(documentedErrors[code], func(e documentedError) bool {
		return slices.Contains(e.Actions, action)
	})
}

// missingParameter refuses a call without a required parameter: with the words
// that the reference has for this parameter of this action, otherwise with
// those of the gateway.
func missingParameter(action, name string) *fault {
	for _, code := range []types.ErrorCode{types.MissingParameter, types.LossParams} {
		for _, entry := range documentedErrors[code] {
			if slices.Contains(entry.Actions, action) && strings.Contains(entry.Message, name) {
				return fail(entry.Status, code, entry.Message)
			}
		}
	}
	if documents(action, types.MISSPARAMETER) {
		return documentedFault(action, types.MISSPARAMETER)
	}
	return fail(http.StatusBadRequest, types.ErrorCode("Missing"+name), name+" is mandatory for this action.")
}

// malformedParameter refuses a call for a parameter's value: with the code that
// the reference has for this parameter of this action, otherwise with
// InvalidParameter.
func malformedParameter(action, name string) *fault {
	candidates := []string{
		"Invalid" + name + ".Malformed",
		"Invalid" + name + ".ValueNotSupported",
		"InvalidParameter" + name,
		"Invalid" + name,
		action + ".ParameterError",
		string(types.INVALIDPARAMETER),
		string(types.InvalidParameters),
	}
	if name == "StartTime" || name == "EndTime" {
		candidates = append(candidates, "InvalidTime.Malformed", string(types.TimeParseFailed))
	}
	for _, code := range candidates {
		if documents(action, types.ErrorCode(code)) {
			return documentedFault(action, types.ErrorCode(code))
		}
	}
	return fail(http.StatusBadRequest, types.InvalidParameter, "The specified value of parameter "+name+" is not valid.")
}

// mustDecode reads one of the embedded tables; a table that does not fit its
// type is a mistake in this package.
func mustDecode[T any](text []byte) T {
	var table T
	if err := json.Unmarshal(text, &table, json.RejectUnknownMembers(true)); err != nil {
		panic("cdntest: embedded table: " + err.Error())
	}
	return table
}
