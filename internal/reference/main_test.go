package main

import (
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const root = "../.."

func TestDocumentIsUpToDate(t *testing.T) {
	t.Parallel()
	want, err := generate(root)
	require.NoError(t, err)
	got, err := os.ReadFile(root + "/" + outputFile)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got), "run make docs")
}

// TestFacts proves that each entry is of an action that there is, that it says
// what is done, and, as far as the vendored spec and limits can tell, that it is
// true.
func TestFacts(t *testing.T) {
	t.Parallel()
	all, err := readFacts(root)
	require.NoError(t, err)
	spec, err := readSpec(root)
	require.NoError(t, err)
	limits, err := os.ReadFile(root + "/testdata/limits.txt")
	require.NoError(t, err)

	actions := map[string]action{}
	for _, a := range spec {
		actions[a.Action] = a
	}
	used := map[string]bool{}
	for _, a := range all.Actions {
		assert.Contains(t, actions, a.Action)
		assert.NotEmpty(t, a.Entries, a.Action)
		for _, e := range a.Entries {
			used[e.Does] = true
			assert.NotEmpty(t, e.Says, a.Action)
			assert.NotEqual(t, e.Text == "", e.Does == "", "%s: a text or a key: %s", a.Action, e.Says)
			checkEntry(t, actions[a.Action], e, string(limits))
		}
	}
	delete(used, "")
	assert.Equal(t, slices.Sorted(maps.Keys(all.Does)), slices.Sorted(maps.Keys(used)), "keys that are used")
	for _, g := range all.General {
		for _, e := range g.Entries {
			assert.NotEmpty(t, e.Says+e.Text, g.Topic)
		}
	}
}

// checkEntry holds what an entry claims against the facts that the contract
// test holds the types against.
func checkEntry(t *testing.T, a action, e entry, limits string) {
	t.Helper()
	params := map[string]param{}
	for _, p := range a.Params {
		params[p.Name] = p
	}
	switch e.Does {
	case "pair":
		assert.Contains(t, limits, a.Action+".EndTime pair=StartTime,after=StartTime", a.Action)
	case "batch":
		domain := params["DomainName"]
		assert.False(t, domain.Required, a.Action)
		assert.Equal(t, "csv", domain.Format, a.Action)
		assert.Contains(t, limits, a.Action+".DomainName max=", a.Action)
	case "optional":
		assert.NotEmpty(t, e.Params, a.Action)
		for _, name := range e.Params {
			assert.Contains(t, params, name, a.Action)
			assert.False(t, params[name].Required, "%s.%s", a.Action, name)
		}
	case "default":
		assert.False(t, params["StartTime"].Required, a.Action)
	}
}
