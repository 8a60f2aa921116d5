package alicdn

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/action"
)

// TestExamples proves that the package, each area and each helper has an
// example whose output is checked, and that the overview of the package links
// each helper.
func TestExamples(t *testing.T) {
	t.Parallel()
	has := map[string]bool{}
	for _, file := range parseFiles(t, "example_*_test.go") {
		for _, example := range doc.Examples(file) {
			assert.NotEmpty(t, example.Output, "Example%s", example.Name)
			has[example.Name] = true
		}
	}
	assert.True(t, has[""], "the package has no example")

	areas := map[action.Area]bool{}
	for name, a := range action.All() {
		areas[a.Area] = areas[a.Area] || has["Client_"+name] || has["Client_"+name+"Iter"] || has["Client_"+name+"Series"]
	}
	for area, shown := range areas {
		assert.True(t, shown, "no example of an action of area %s", area)
	}
	files := parseFiles(t, "*.go")
	var overview strings.Builder
	for _, file := range files {
		overview.WriteString(file.Doc.Text())
	}
	for _, file := range files {
		for _, decl := range file.Decls {
			if name := helper(decl); name != "" {
				assert.True(t, has[name], "there is no Example%s", name)
				link := "[" + strings.Replace(name, "_", ".", 1) + "]"
				assert.Contains(t, overview.String(), link)
			}
		}
	}
}

// helper returns the name that examples of a function have, if it is a helper:
// neither an action nor one of the many alike that one example stands for.
func helper(decl ast.Decl) string {
	d, ok := decl.(*ast.FuncDecl)
	if !ok || !d.Name.IsExported() {
		return ""
	}
	name := d.Name.Name
	_, isAction := action.Lookup(name)
	switch {
	case d.Recv == nil && (strings.HasPrefix(name, "With") || strings.HasSuffix(name, "Credentials") || name == "NewLimiter"):
		return "" // what New takes
	case d.Recv == nil:
		return name
	case receiver(d) != "Client" || isAction || name == "Format" || strings.HasSuffix(name, "Iter") || strings.HasSuffix(name, "Series"):
		return ""
	default:
		return "Client_" + name
	}
}

func parseFiles(t *testing.T, pattern string) []*ast.File {
	t.Helper()
	names, err := filepath.Glob(pattern)
	require.NoError(t, err)
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") != strings.HasSuffix(pattern, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		require.NoError(t, err)
		files = append(files, file)
	}
	require.NotEmpty(t, files, pattern)
	return files
}

// TestFunctionsInOverview proves that the overview of package types links the
// struct of each configuration function.
func TestFunctionsInOverview(t *testing.T) {
	t.Parallel()
	overview := readFile(t, "types/doc.go")
	functions := 0
	for _, file := range parseFiles(t, "types/config_*.go") {
		ast.Inspect(file, func(node ast.Node) bool {
			spec, ok := node.(*ast.TypeSpec)
			if ok && strings.Contains(source(spec.Type), "ConfigRecord `function:") {
				functions++
				assert.Contains(t, overview, "["+spec.Name.Name+"]")
			}
			return true
		})
	}
	assert.Equal(t, 33, functions)
}
