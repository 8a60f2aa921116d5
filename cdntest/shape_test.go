package cdntest_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// assertShape compares an answer with the reference's sample of its action:
// every name of the sample has to be there, at the same place and with the same
// kind of value. Elements of lists are compared with the one of the sample that
// has the most names.
func assertShape(t *testing.T, action string, got answer) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "testdata", action+".json"))
	require.NoError(t, err)
	var sample any
	require.NoError(t, json.Unmarshal(text, &sample))
	assertSameShape(t, action, sample, any(got.json))
}

func assertSameShape(t *testing.T, path string, sample, got any) {
	t.Helper()
	switch sample := sample.(type) {
	case map[string]any:
		object, ok := got.(map[string]any)
		if !assert.True(t, ok, "%s is %T instead of an object", path, got) {
			return
		}
		for name, value := range sample {
			if assert.Contains(t, object, name, path) {
				assertSameShape(t, path+"."+name, value, object[name])
			}
		}
	case []any:
		list, ok := got.([]any)
		if !assert.True(t, ok, "%s is %T instead of a list", path, got) || len(sample) == 0 {
			return
		}
		for i, element := range list {
			assertSameShape(t, path+"."+strconv.Itoa(i), richest(sample), element)
		}
	default:
		assert.IsType(t, sample, got, path)
	}
}

func richest(elements []any) any {
	best := elements[0]
	for _, element := range elements[1:] {
		object, isObject := element.(map[string]any)
		former, wasObject := best.(map[string]any)
		if isObject && wasObject && len(object) > len(former) {
			best = element
		}
	}
	return best
}
