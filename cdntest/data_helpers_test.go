package cdntest_test

import (
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/require"
)

const (
	hour = time.Hour
	day  = 24 * time.Hour
)

// decodeRange decodes the document in the answer of
// DescribeRangeDataByLocateAndIspService.
func decodeRange(t *testing.T, a answer) map[string]any {
	t.Helper()
	text, ok := a.at("JsonResult").(string)
	require.True(t, ok)
	var document map[string]any
	require.NoError(t, json.Unmarshal([]byte(text), &document))
	return document
}
