package alicdn

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const apiFile = "testdata/api.txt"

// TestAPI holds the exported API against the frozen listing: what goes from it
// breaks users. A change that is meant is written with make golden.
func TestAPI(t *testing.T) {
	t.Parallel()
	var lines []string
	for _, dir := range []string{".", "types", "cdntest"} {
		lines = append(lines, exported(t, dir)...)
	}
	text := strings.Join(lines, "\n") + "\n"
	if *update {
		require.NoError(t, os.WriteFile(apiFile, []byte(text), 0o600))
	}
	frozen, err := os.ReadFile(apiFile)
	require.NoError(t, err)
	assert.Equal(t, string(frozen), text, "the exported API; make golden if the change is meant")
}

// exported lists what a package exports, a line each, sorted.
func exported(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	require.NoError(t, err)
	var l listing
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		l.pkg = parsed.Name.Name
		for _, decl := range parsed.Decls {
			l.decl(decl)
		}
	}
	slices.Sort(l.lines)
	return l.lines
}

// listing collects the lines of a package.
type listing struct {
	pkg   string
	lines []string
}

func (l *listing) add(words ...string) {
	l.lines = append(l.lines, l.pkg+": "+strings.Join(words, " "))
}

func (l *listing) decl(decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && (d.Recv == nil || ast.IsExported(receiver(d))) {
			l.add(source(&ast.FuncDecl{Recv: d.Recv, Name: d.Name, Type: d.Type}))
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.ValueSpec:
				l.values(d.Tok, s)
			case *ast.TypeSpec:
				l.typ(s)
			}
		}
	}
}

// receiver returns the name of a method's type.
func receiver(d *ast.FuncDecl) string {
	name := strings.TrimPrefix(source(d.Recv.List[0].Type), "*")
	name, _, _ = strings.Cut(name, "[")
	return name
}

// values adds constants with type and value, and variables with their type.
func (l *listing) values(kind token.Token, s *ast.ValueSpec) {
	for i, name := range s.Names {
		if !name.IsExported() {
			continue
		}
		words := []string{kind.String(), name.Name}
		if s.Type != nil {
			words = append(words, source(s.Type))
		}
		if kind == token.CONST && i < len(s.Values) {
			words = append(words, "=", source(s.Values[i]))
		}
		l.add(words...)
	}
}

// typ adds a type, and a line for each exported field.
func (l *listing) typ(s *ast.TypeSpec) {
	if !s.Name.IsExported() {
		return
	}
	st, ok := s.Type.(*ast.StructType)
	if !ok {
		l.add("type", source(s))
		return
	}
	l.add("type", source(&ast.TypeSpec{Name: s.Name, TypeParams: s.TypeParams, Type: ast.NewIdent("struct")}))
	for _, field := range st.Fields.List {
		names := field.Names
		if embedded := source(field.Type); len(names) == 0 && ast.IsExported(embedded[strings.LastIndexByte(embedded, '.')+1:]) {
			l.add("type", s.Name.Name, "struct, embeds", embedded)
		}
		for _, name := range names {
			if name.IsExported() {
				l.add("type", s.Name.Name, "struct,", name.Name, source(field.Type))
			}
		}
	}
}

// source prints a piece of syntax on one line.
func source(node any) string {
	var b bytes.Buffer
	if err := printer.Fprint(&b, token.NewFileSet(), node); err != nil {
		panic(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
