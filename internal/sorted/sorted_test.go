package sorted_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/internal/sorted"
)

func TestFunc(t *testing.T) {
	t.Parallel()
	list := []string{"b2", "a1", "b1", "c", "a2"}
	byLetter := func(a, b *string) int { return strings.Compare((*a)[:1], (*b)[:1]) }
	assert.Equal(t, []string{"a1", "a2", "b2", "b1", "c"}, sorted.Func(list, byLetter))
	assert.Equal(t, []string{"b2", "a1", "b1", "c", "a2"}, list, "the list is left alone")
	assert.Nil(t, sorted.Func(nil, byLetter))
}
