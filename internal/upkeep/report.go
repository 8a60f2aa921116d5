package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// report prints the changes, action by action.
func report(out io.Writer, changes []change, stale []known, theirs map[string]operation) error {
	var b strings.Builder
	last := ""
	for _, c := range changes {
		if c.text == isNew || c.text == isGone {
			fmt.Fprintf(&b, "%s %s\n", c.action, c.text)
		} else {
			if c.action != last {
				fmt.Fprintf(&b, "%s\n", c.action)
			}
			fmt.Fprintf(&b, "\t%s\n", c.text)
		}
		if c.text == isNew {
			theirs[c.action].write(&b)
		}
		last = c.action
	}
	for _, k := range stale {
		fmt.Fprintf(&b, "known.json: %s %s: no longer\n", k.Action, k.Change)
	}
	fmt.Fprintf(&b, "actions in the metadata: %d, differences: %d\n", len(theirs), len(changes)+len(stale))
	_, err := io.WriteString(out, b.String())
	return err
}

// write prints what a new action takes.
func (o operation) write(b *strings.Builder) {
	methods := []string{}
	if o.get {
		methods = append(methods, "GET")
	}
	if o.post {
		methods = append(methods, "POST")
	}
	fmt.Fprintf(b, "\t%s\n", strings.Join(methods, ", "))
	for _, p := range o.params {
		if !p.isEverywhere() {
			fmt.Fprintf(b, "\tparameter %s: %s\n", p.name, p.describe())
		}
	}
}

// writeEntries prints what the module wants to be told of the actions that are
// new, file by file. What the metadata does not say is left to whoever reads the
// documentation: area, class, rate, formats of texts, limits, and the answer.
func writeEntries(out io.Writer, ours, theirs map[string]operation) error {
	var added []operation
	for _, name := range slices.Sorted(maps.Keys(theirs)) {
		if _, known := ours[name]; !known {
			added = append(added, theirs[name])
		}
	}
	var b strings.Builder
	b.WriteString("testdata/spec.json\n")
	for _, o := range added {
		fmt.Fprintf(&b, "  {\"action\": %q, \"area\": \"\", \"class\": \"once\", \"today\": true%s,\n   \"params\": [%s],\n"+
			"   \"response\": [\n    {\"path\": \"RequestId\"}],\n   \"renamed\": [],\n   \"errors\": []},\n",
			o.name, o.flag(", \"post\": true"), o.entries("\n    "))
	}
	b.WriteString("\ncdntest/actions.json\n")
	for _, o := range added {
		fmt.Fprintf(&b, " %q: {%s\"params\": [%s]},\n", o.name, o.flag("\"post\": true, "), o.entries("\n   "))
	}
	b.WriteString("\ninternal/action/table.go\n")
	for _, o := range added {
		fmt.Fprintf(&b, "\t%q: {Area: , Class: Once, Method: %s},\n", o.name, o.method())
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// flag returns the text if the action may be called by POST.
func (o operation) flag(text string) string {
	if o.post {
		return text
	}
	return ""
}

// method is the name of the action.Method that suits the action.
func (o operation) method() string {
	switch {
	case !o.get || slices.ContainsFunc(o.params, func(p parameter) bool { return p.inBody }):
		return "Form"
	case o.post:
		return "GetOrPost"
	default:
		return "GetOnly"
	}
}

// entries are the parameters of a new action, each behind a separator.
func (o operation) entries(separator string) string {
	var all []string
	for _, p := range o.params {
		if p.isEverywhere() {
			continue
		}
		required := ""
		if p.required {
			required = ", \"required\": true"
		}
		all = append(all, fmt.Sprintf("%s{\"name\": %q%s, \"format\": %q}", separator, p.name, required, p.format()))
	}
	return strings.Join(all, ",")
}

// format is the format that a parameter of the metadata has, as far as its type
// and its name can tell.
func (p parameter) format() string {
	switch formats := formatsOf[p.kind]; {
	case strings.Contains(p.name, ".N"):
		return "repeat"
	case formats != nil:
		return formats[0]
	case strings.HasSuffix(p.name, "Time"):
		return "time-utc"
	default:
		return "string"
	}
}
