package types

import (
	"net/url"

	"github.com/go-json-experiment/json"
)

// setJSON writes a parameter whose value is a JSON document.
func setJSON(key string, value any, v *url.Values) error {
	text, err := json.Marshal(value, json.Deterministic(true))
	if err != nil {
		return err
	}
	v.Set(key, string(text))
	return nil
}
