package main

import (
	"maps"
	"slices"
	"strings"
)

// change is a difference, in words.
type change struct{ action, text string }

// known is a difference that is meant.
type known struct {
	Action string `json:"action"`
	Change string `json:"change"`
	Reason string `json:"reason"`
}

// What may be said of a whole action.
const (
	isNew  = "is new"
	isGone = "is gone"
)

// compare returns what the metadata has otherwise than the module, in the order
// of actions.
func compare(ours, theirs map[string]operation) []change {
	var changes []change
	names := maps.Clone(ours)
	maps.Copy(names, theirs)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		our, haveWe := ours[name]
		their, haveThey := theirs[name]
		var texts []string
		switch {
		case !haveWe:
			texts = []string{isNew}
		case !haveThey && our.deprecated:
			// It was gone before.
		case !haveThey:
			texts = []string{isGone}
		default:
			texts = compareOperations(our, their)
		}
		for _, text := range texts {
			changes = append(changes, change{name, text})
		}
	}
	return changes
}

func compareOperations(our, their operation) (texts []string) {
	switch {
	case !their.get && our.get:
		texts = append(texts, "takes POST only, the table allows GET")
	case their.post && !our.post:
		texts = append(texts, "takes POST too, the table allows GET only")
	case !their.post && our.post:
		texts = append(texts, "takes GET only, the table allows POST")
	}
	if their.deprecated && !our.deprecated {
		texts = append(texts, "is deprecated by the vendor")
	}
	names := make(map[string]bool)
	ours, theirs := byName(our.params), byName(their.params)
	for _, p := range slices.Concat(our.params, their.params) {
		names[p.name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		our, haveWe := ours[name]
		their, haveThey := theirs[name]
		switch {
		case !haveWe && their.isEverywhere():
		case !haveWe:
			texts = append(texts, "parameter "+name+" is new: "+their.describe())
		case !haveThey:
			texts = append(texts, "parameter "+name+" is gone")
		default:
			texts = append(texts, compareParams(our, their)...)
		}
	}
	return texts
}

func byName(params []parameter) map[string]parameter {
	all := make(map[string]parameter)
	for _, p := range params {
		all[p.name] = p
	}
	return all
}

// compareParams compares a parameter of ours with theirs. What the module sends
// in a form may be called part of the URL: the service takes both.
func compareParams(our, their parameter) (texts []string) {
	place := "parameter " + our.name + " "
	switch {
	case their.required && !our.required:
		texts = append(texts, place+"is required, here it is optional")
	case !their.required && our.required:
		texts = append(texts, place+"is optional, here it is required")
	}
	if formats, ok := formatsOf[their.kind]; ok && !slices.Contains(formats, our.kind) {
		texts = append(texts, place+"is "+their.kind+", here it has the format "+our.kind)
	}
	if their.inBody && !our.inBody {
		texts = append(texts, place+"belongs into the form body")
	}
	return texts
}

// formatsOf are the formats of the spec that a type of the metadata may have.
// String may have any: numbers, times and lists are String there, too. So may a
// type that is not here.
var formatsOf = map[string][]string{
	"Integer": {"int"},
	"Long":    {"int"},
	"Boolean": {"bool-like"},
	repeats:   {"repeat"},
}

// describe says what a parameter is.
func (p parameter) describe() string {
	words := []string{p.kind, "optional"}
	if p.required {
		words[1] = "required"
	}
	if p.inBody {
		words = append(words, "in the form body")
	}
	return strings.Join(words, ", ")
}

// without returns the changes that are not meant, and what is called meant and
// is no difference any more.
func without(changes []change, meant []known) (rest []change, stale []known) {
	seen := make(map[change]bool)
	for _, c := range changes {
		seen[c] = true
	}
	for _, k := range meant {
		c := change{k.Action, k.Change}
		if !seen[c] {
			stale = append(stale, k)
		}
		delete(seen, c)
	}
	for _, c := range changes {
		if seen[c] {
			rest = append(rest, c)
		}
	}
	return rest, stale
}
