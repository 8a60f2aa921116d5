package types_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// errorCodes returns the constants of errors.go, name to value.
func errorCodes(t *testing.T) map[string]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "errors.go", nil, parser.SkipObjectResolution)
	require.NoError(t, err)
	codes := map[string]string{}
	for _, decl := range file.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			continue
		}
		for _, spec := range group.Specs {
			constant := spec.(*ast.ValueSpec)
			name := constant.Names[0].Name
			require.Len(t, constant.Values, 1, "value of %s", name)
			require.Equal(t, "ErrorCode", constant.Type.(*ast.Ident).Name, "type of %s", name)
			value, err := strconv.Unquote(constant.Values[0].(*ast.BasicLit).Value)
			require.NoError(t, err)
			codes[name] = value
		}
	}
	return codes
}

func TestErrorCodesAreDistinct(t *testing.T) {
	t.Parallel()
	names := map[string]string{}
	for name, value := range errorCodes(t) {
		assert.NotEmpty(t, value, name)
		assert.Empty(t, names[value], "%s has the value of %s", name, names[value])
		names[value] = name
	}
	assert.NotEmpty(t, names)
}

func TestErrorCodesAreNamedAfterTheirValues(t *testing.T) {
	t.Parallel()
	others := map[string]string{
		"Invalid%s.ValueNotSupported":  "InvalidPlaceholderValueNotSupported",
		"ConfigNotFound":               "ConfigNotFoundNoDot",           // beside Config.NotFound
		"InvalidSource.Type.Malformed": "InvalidSourceDotTypeMalformed", // beside InvalidSourceType.Malformed
		"Internal.Error":               "InternalDotError",              // beside InternalError
		"-124":                         "Code124",
	}
	letters := strings.NewReplacer(".", "", "_", "", "-", "")
	for name, value := range errorCodes(t) {
		if other, ok := others[value]; ok {
			assert.Equal(t, other, name)
			continue
		}
		assert.True(t, strings.EqualFold(letters.Replace(value), name), "%s = %q", name, value)
	}
}
