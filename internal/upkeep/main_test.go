package main

import (
	"os"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/action"
)

// table is that of the actions in testdata/spec.json.
var table = map[string]action.Action{
	"AddThing":   {Method: action.GetOrPost},
	"DropThing":  {Method: action.GetOnly},
	"ListThings": {Method: action.GetOnly},
	"SetThing":   {Method: action.Form},
}

func TestRun(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		metadata string
		known    string
		entries  bool
		status   int
		want     string
	}{
		"the same": {
			metadata: "same", known: `[]`, status: same,
			want: "actions in the metadata: 3, differences: 0\n",
		},
		"everything is different": {
			metadata: "changed", known: `[]`, status: different,
			want: `AddThing
	takes GET only, the table allows POST
	parameter Fresh is new: Integer, required
	parameter Name is gone
	parameter Name.N is new: RepeatList, required
	parameter Old is gone
	parameter Tag.N.Key is optional, here it is required
ListThings
	takes POST too, the table allows GET only
	parameter PageSize is required, here it is optional
	parameter PageSize is Boolean, here it has the format int
	parameter RegionId is gone
	parameter Since belongs into the form body
NewList is new
	GET, POST
	parameter RegionId: String, required
NewThing is new
	POST
	parameter Name: String, required, in the form body
	parameter StartTime: String, optional
	parameter Size: Long, optional
	parameter Sure: Boolean, optional
	parameter Item.N: RepeatList, required
	parameter Tag.N.Key: String, optional
	parameter Tag.N.Value: String, optional
SetThing is gone
actions in the metadata: 5, differences: 14
`,
		},
		"what is known is passed over, until it is no longer so": {
			metadata: "checkout", status: different,
			known: `[{"action":"ListThings","change":"is deprecated by the vendor","reason":"so what"},
				{"action":"AddThing","change":"parameter Old is gone","reason":"the reference has it"}]`,
			want: "known.json: AddThing parameter Old is gone: no longer\nactions in the metadata: 3, differences: 1\n",
		},
		"all is known": {
			metadata: "checkout", status: same,
			known: `[{"action":"ListThings","change":"is deprecated by the vendor","reason":"so what"}]`,
			want:  "actions in the metadata: 3, differences: 0\n",
		},
		"a checkout tells what is deprecated": {
			metadata: "checkout", known: `[]`, status: different,
			want: "ListThings\n\tis deprecated by the vendor\nactions in the metadata: 3, differences: 1\n",
		},
		"entries": {
			metadata: "changed", known: `[]`, entries: true, status: different,
			want: `testdata/spec.json
  {"action": "NewList", "area": "", "class": "once", "today": true, "post": true,
   "params": [
    {"name": "RegionId", "required": true, "format": "string"}],
   "response": [
    {"path": "RequestId"}],
   "renamed": [],
   "errors": []},
  {"action": "NewThing", "area": "", "class": "once", "today": true, "post": true,
   "params": [
    {"name": "Name", "required": true, "format": "string"},
    {"name": "StartTime", "format": "time-utc"},
    {"name": "Size", "format": "int"},
    {"name": "Sure", "format": "bool-like"},
    {"name": "Item.N", "required": true, "format": "repeat"},
    {"name": "Tag.N.Key", "format": "repeat"},
    {"name": "Tag.N.Value", "format": "repeat"}],
   "response": [
    {"path": "RequestId"}],
   "renamed": [],
   "errors": []},

cdntest/actions.json
 "NewList": {"post": true, "params": [
   {"name": "RegionId", "required": true, "format": "string"}]},
 "NewThing": {"post": true, "params": [
   {"name": "Name", "required": true, "format": "string"},
   {"name": "StartTime", "format": "time-utc"},
   {"name": "Size", "format": "int"},
   {"name": "Sure", "format": "bool-like"},
   {"name": "Item.N", "required": true, "format": "repeat"},
   {"name": "Tag.N.Key", "format": "repeat"},
   {"name": "Tag.N.Value", "format": "repeat"}]},

internal/action/table.go
	"NewList": {Area: , Class: Once, Method: GetOrPost},
	"NewThing": {Area: , Class: Once, Method: Form},
`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var out strings.Builder
			status, err := run(&out, "testdata/"+tt.metadata, "testdata/spec.json", table, []byte(tt.known), tt.entries)
			require.NoError(t, err)
			assert.Equal(t, tt.want, out.String())
			assert.Equal(t, tt.status, status)
		})
	}
}

func TestRunFails(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		metadata, spec, known string
		table                 map[string]action.Action
		want                  string
	}{
		"no folder":          {"missing", "spec.json", `[]`, table, "no metadata of actions"},
		"no file of actions": {"none", "spec.json", `[]`, table, "no metadata of actions"},
		"no JSON":            {"broken", "spec.json", `[]`, table, "AddThing.json"},
		"no spec":            {"same", "missing.json", `[]`, table, "missing.json"},
		"no row":             {"same", "spec.json", `[]`, nil, "no row of AddThing"},
		"a wrong known.json": {"same", "spec.json", `[{"acton":"AddThing"}]`, table, "known.json"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var out strings.Builder
			status, err := run(&out, "testdata/"+tt.metadata, "testdata/"+tt.spec, tt.table, []byte(tt.known), false)
			require.ErrorContains(t, err, tt.want)
			assert.Equal(t, failed, status)
			assert.Empty(t, out.String())
		})
	}
}

// What is meant is of an action that there is, stands once, and has a reason.
func TestKnown(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("known.json")
	require.NoError(t, err)
	var meant []known
	require.NoError(t, json.Unmarshal(text, &meant, json.RejectUnknownMembers(true)))
	ours, err := readSpec("../../testdata/spec.json", action.All())
	require.NoError(t, err)
	seen := make(map[change]bool)
	for _, k := range meant {
		assert.Contains(t, ours, k.Action)
		assert.NotEmpty(t, k.Reason, "%s %s", k.Action, k.Change)
		assert.False(t, seen[change{k.Action, k.Change}], "%s %s is there twice", k.Action, k.Change)
		seen[change{k.Action, k.Change}] = true
	}
}
