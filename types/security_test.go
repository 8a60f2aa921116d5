package types_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestNamesOfConditions(t *testing.T) {
	t.Parallel()
	aruba := []types.ConditionName{{Text: "Aruba", Value: "AW"}}
	for _, tt := range []struct {
		value string
		want  []types.ConditionName
	}{
		{`[{"text":"Aruba","value":"AW"}]`, aruba},
		{`"[{\"text\":\"Aruba\",\"value\":\"AW\"}]"`, aruba},
		{`"\"[{\\\"text\\\":\\\"Aruba\\\",\\\"value\\\":\\\"AW\\\"}]\""`, aruba},
		{`[{"text":"a","value":100017},{}]`, []types.ConditionName{{Text: "a", Value: "100017"}, {}}},
		{`[]`, nil},
		{`""`, nil},
		{``, nil},
	} {
		got, err := types.ConditionData{Value: tt.value}.Names()
		require.NoError(t, err, tt.value)
		assert.ElementsMatch(t, tt.want, got, tt.value)
	}
	for _, value := range []string{`x`, `"x"`, `[{"text":`, `[1]`} {
		_, err := types.ConditionData{Value: value}.Names()
		require.ErrorContains(t, err, "types: ConditionData.Value: ", value)
	}
}

// What is no address is an explanation, and is printed.
func TestABlockListWithoutAnAddressIsPrinted(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "{{R-1} 0 nothing}", fmt.Sprint(types.DescribeCdnFullDomainsBlockIPConfigResponse{
		Meta: types.Meta{RequestId: "R-1"}, Message: "nothing",
	}))
}

func TestTruth(t *testing.T) {
	t.Parallel()
	for text, want := range map[types.Truth]bool{"yes": true, "no": false, "True": true, "true": true, "False": false, "false": false, "": false} {
		assert.Equal(t, want, text.Bool(), text)
	}
}
