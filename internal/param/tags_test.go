package param_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/action"
)

// rules are the forms that a rule of a check tag may have.
var rules = regexp.MustCompile(`^(min=\d+|max=\d+|len=\d+|exactly=\d+|total=\d+|prefix=.+|form=digits|with=\w+|or=\w+|pair=\w+|after=\w+|span=\d+[dhm])$`)

// kinds are the types of fields that a rule makes sense for.
var kinds = map[string][]string{
	"min":     {"int", "*int", "[]string", "Repeated", "Tags", "Functions", "Sources"},
	"max":     {"int", "*int", "[]string", "Repeated", "Tags", "Functions", "Sources"},
	"len":     {"string", "[]string", "Repeated"},
	"exactly": {"string"},
	"total":   {"[]string"},
	"prefix":  {"string", "[]string", "Repeated"},
	"form":    {"string", "ID", "ReportId"},
	"after":   {"Time"},
	"span":    {"Time"},
}

// requestFields returns the fields of every request of the module, as name to
// field, read from the source.
func requestFields(t *testing.T) map[string]map[string]*ast.Field {
	t.Helper()
	files, err := filepath.Glob("../../types/*.go")
	require.NoError(t, err)
	requests := map[string]map[string]*ast.Field{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		ast.Inspect(file, func(node ast.Node) bool {
			spec, ok := node.(*ast.TypeSpec)
			if !ok || !strings.HasSuffix(spec.Name.Name, "Request") {
				return true
			}
			fields := map[string]*ast.Field{}
			for _, field := range spec.Type.(*ast.StructType).Fields.List {
				fields[field.Names[0].Name] = field
			}
			requests[spec.Name.Name] = fields
			return false
		})
	}
	return requests
}

func tagOf(t *testing.T, field *ast.Field) reflect.StructTag {
	t.Helper()
	require.NotNil(t, field.Tag)
	text, err := strconv.Unquote(field.Tag.Value)
	require.NoError(t, err)
	return reflect.StructTag(text)
}

func typeOf(field *ast.Field) string {
	switch expr := field.Type.(type) {
	case *ast.Ident:
		return expr.Name
	case *ast.ArrayType:
		return "[]" + expr.Elt.(*ast.Ident).Name
	case *ast.StarExpr:
		return "*" + expr.X.(*ast.Ident).Name
	default:
		return "?"
	}
}

// Every check tag of a request names a rule, one that fits the field, and
// fields that exist.
func TestCheckTagsOfRequests(t *testing.T) {
	t.Parallel()
	requests := requestFields(t)
	require.Len(t, requests, len(action.All()))
	for request, fields := range requests {
		for name, field := range fields {
			place := request + "." + name
			check, ok := tagOf(t, field).Lookup("check")
			if !ok {
				continue
			}
			for rule := range strings.SplitSeq(check, ",") {
				require.Regexp(t, rules, rule, place)
				kind, limit, _ := strings.Cut(rule, "=")
				if fits, ok := kinds[kind]; ok {
					assert.Contains(t, fits, typeOf(field), "%s: %s", place, rule)
				}
				other := limit
				switch kind {
				case "span":
					other = "StartTime"
				case "with", "or", "pair", "after":
				default:
					continue
				}
				require.Contains(t, fields, other, "%s: %s", place, rule)
				if kind != "with" && kind != "or" {
					assert.Equal(t, "Time", typeOf(fields[other]), "%s: %s", place, rule)
				}
			}
		}
	}
}

// Every list says how it is joined, and nothing else does.
func TestListTagsOfRequests(t *testing.T) {
	t.Parallel()
	for request, fields := range requestFields(t) {
		for name, field := range fields {
			tag := tagOf(t, field)
			wire, options, _ := strings.Cut(tag.Get("url"), ",")
			assert.Equal(t, name, wire, request)
			joined := tag.Get("del") != ""
			if options != "" {
				for option := range strings.SplitSeq(options, ",") {
					assert.Contains(t, []string{"omitempty", "comma", "int"}, option, "%s.%s", request, name)
					joined = joined || option == "comma"
				}
			}
			assert.Equal(t, strings.HasPrefix(typeOf(field), "[]"), joined, "%s.%s", request, name)
		}
	}
}
