// Reference writes docs/discrepancies.md: where the vendor's API reference
// contradicts itself, and what the SDK does about it, from the facts in
// testdata. Run it in the root of the module, as make docs does.
package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
)

// facts are what testdata/discrepancies.json holds.
type facts struct {
	Note    string            `json:"note"`
	Does    map[string]string `json:"does"`
	General []subject         `json:"general"`
	Actions []subject         `json:"actions"`
}

// subject is an action or a topic with its contradictions.
type subject struct {
	Action  string  `json:"action"`
	Topic   string  `json:"topic"`
	Entries []entry `json:"entries"`
}

// entry is one contradiction. What the SDK does about it is the Text, or what
// facts.Does has under Does.
type entry struct {
	Says string `json:"says"`
	Does string `json:"does"`
	Text string `json:"text"`

	// Params are the parameters that Does is about.
	Params []string `json:"params"`
}

// action is what testdata/spec.json says of an action, as far as it matters
// here.
type action struct {
	Action  string  `json:"action"`
	Area    string  `json:"area"`
	Section string  `json:"section"`
	Today   bool    `json:"today"`
	NoPage  bool    `json:"noPage"`
	Params  []param `json:"params"`
}

type param struct {
	Name     string `json:"name"`
	Required bool   `json:"required"`
	Format   string `json:"format"`
}

const (
	factsFile  = "testdata/discrepancies.json"
	specFile   = "testdata/spec.json"
	outputFile = "docs/discrepancies.md"

	godoc = "https://pkg.go.dev/github.com/alicdn/alicdn-go#Client."
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "reference:", err)
		os.Exit(1)
	}
}

func run() error {
	text, err := generate(".")
	if err != nil {
		return err
	}
	return os.WriteFile(outputFile, text, 0o644) //nolint:gosec // documentation is for everyone
}

// generate returns the document from the facts below the root of the module.
func generate(root string) ([]byte, error) {
	all, err := readFacts(root)
	if err != nil {
		return nil, err
	}
	spec, err := readSpec(root)
	if err != nil {
		return nil, err
	}
	b := new(bytes.Buffer)
	b.WriteString(head)
	for _, general := range all.General {
		fmt.Fprintf(b, "\n## %s\n\n", general.Topic)
		all.writeEntries(b, general.Entries)
	}
	slices.SortStableFunc(spec, func(a, b action) int { // those that came later, too
		return slices.Index(order, a.Area) - slices.Index(order, b.Area)
	})
	area := ""
	for _, a := range spec {
		entries := all.of(a.Action)
		if len(entries) == 0 {
			continue // the reference agrees with itself
		}
		if a.Area != area {
			area = a.Area
			fmt.Fprintf(b, "\n## %s\n", areas[area])
		}
		section := "no section"
		switch {
		case a.Today:
			section = "none, the action is newer"
		case a.Section != "":
			section = "section " + a.Section
		}
		fmt.Fprintf(b, "\n### [%s](%s%[1]s)\n\nReference: %[3]s.\n\n", a.Action, godoc, section)
		all.writeEntries(b, entries)
	}
	return b.Bytes(), nil
}

// of returns the contradictions of an action.
func (f *facts) of(action string) []entry {
	for _, a := range f.Actions {
		if a.Action == action {
			return a.Entries
		}
	}
	return nil
}

func (f *facts) writeEntries(b *bytes.Buffer, entries []entry) {
	b.WriteString("| the documents | the SDK |\n| --- | --- |\n")
	for _, e := range entries {
		fmt.Fprintf(b, "| %s | %s |\n", cell(e.Says), cell(e.Text+f.Does[e.Does]))
	}
}

// cell makes a text fit for a table: a bar would end the cell, and what looks
// like a tag would be one.
func cell(text string) string {
	return strings.NewReplacer("|", `\|`, "<", "&lt;", ">", "&gt;").Replace(text)
}

func readFacts(root string) (f facts, err error) {
	return f, readJSON(root+"/"+factsFile, &f)
}

func readSpec(root string) ([]action, error) {
	var spec struct {
		Actions []action `json:"actions"`
	}
	err := readJSON(root+"/"+specFile, &spec)
	return spec.Actions, err
}

func readJSON(file string, out any) error {
	text, err := os.ReadFile(file) //nolint:gosec // a file of this module
	if err != nil {
		return err
	}
	return json.Unmarshal(text, out)
}

// order is the order of the areas in the reference.
var order = []string{"monitor", "domain", "logs", "refresh", "service", "usage", "tags"}

// areas are the headings of the areas of the API.
var areas = map[string]string{
	"monitor": "Monitoring",
	"domain":  "Domains",
	"logs":    "Logs",
	"refresh": "Refresh and preload",
	"service": "Service",
	"usage":   "Usage",
	"tags":    "Tags",
}

const head = `<!-- Written by make docs from testdata/discrepancies.json; do not edit. -->

# Where the reference contradicts itself

The API reference of the CDN (version 2018-05-10, document version 20190520)
says one thing in a table and another in a sample, flags a parameter as required
and describes what leaving it out means, or has text copied from elsewhere. This
page lists what was found, action by action, and what the SDK does about it.
For the actions that are newer than the reference, it is the documents and the
metadata of today's service that are meant.

The rules behind it:

- What the service does today comes first, then the sample, then the table.
- A parameter is required only if nothing in the reference says what happens
  without it.
- An answer is read in every form that the reference, its samples or today's
  service show. Nothing is refused for being documented otherwise.
- What cannot be decided from the text is passed through and named in the
  comment of the field.
`
