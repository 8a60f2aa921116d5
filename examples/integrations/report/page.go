package main

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
	"time"
)

//go:embed page.html
var pageText string

var page = template.Must(template.New("page").Parse(pageText))

// html writes the report as a page that needs no other file.
func (f *figures) html(w io.Writer) error {
	var drawing strings.Builder
	if err := f.svg(&drawing); err != nil {
		return err
	}
	_, svg, _ := strings.Cut(drawing.String(), "<svg") // the page has a declaration of its own
	return page.Execute(w, map[string]any{
		"Domains": strings.Join(f.domains, ", "),
		"From":    f.start.Format(time.DateOnly),
		"To":      f.end.Add(-time.Second).Format(time.DateOnly),
		"Zone":    f.start.Location().String(),
		"Facts":   f.facts(),
		"Charts":  template.HTML("<svg" + svg), //nolint:gosec // drawn here, its texts escaped
	})
}
