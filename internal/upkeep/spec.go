package main

import (
	"fmt"
	"os"

	"github.com/go-json-experiment/json"

	"github.com/alicdn/alicdn-go/internal/action"
)

// specFile is what testdata/spec.json says, as far as it matters here.
type specFile struct {
	Actions []struct {
		Action     string `json:"action"`
		Deprecated bool   `json:"deprecated"`
		Params     []struct {
			Name     string `json:"name"`
			Required bool   `json:"required"`
			Format   string `json:"format"`
		} `json:"params"`
	} `json:"actions"`
}

// readSpec reads what the module knows of its actions.
func readSpec(file string, table map[string]action.Action) (map[string]operation, error) {
	text, err := os.ReadFile(file) //nolint:gosec // a file of this module
	if err != nil {
		return nil, err
	}
	var spec specFile
	if err := json.Unmarshal(text, &spec); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	operations := make(map[string]operation)
	for _, a := range spec.Actions {
		row, ok := table[a.Action]
		if !ok {
			return nil, fmt.Errorf("%s: no row of %s in the action table", file, a.Action)
		}
		inForm := row.Method.InForm()
		o := operation{
			name: a.Action, get: !inForm, post: row.Method != action.GetOnly, deprecated: a.Deprecated,
		}
		for _, p := range a.Params {
			o.params = append(o.params, parameter{p.Name, p.Format, p.Required, inForm})
		}
		operations[a.Action] = o
	}
	return operations, nil
}
