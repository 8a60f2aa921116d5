package types_test

import (
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestPageInfosHaveThePageUnderBothNames(t *testing.T) {
	t.Parallel()
	want := types.PageInfos{PageIndex: 2, PageNumber: 2, PageSize: 300, Total: 700}
	for _, text := range []string{
		`{"PageIndex":2,"PageSize":300,"Total":700}`,
		`{"PageNumber":"2","PageSize":"300","Total":"700"}`,
	} {
		var got types.PageInfos
		require.NoError(t, json.Unmarshal([]byte(text), &got))
		assert.Equal(t, want, got)
	}
}
