package retry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/internal/retry"
)

func take(b *retry.Budget) int {
	n := 0
	for b.Take() {
		n++
	}
	return n
}

func TestBudgetRunsOut(t *testing.T) {
	t.Parallel()
	b := retry.NewBudget()
	assert.Equal(t, 100, take(b), "a hundred repeats without any success")
	assert.False(t, b.Take())
}

func TestBudgetIsRefilledBySuccess(t *testing.T) {
	t.Parallel()
	b := retry.NewBudget()
	take(b)
	for range 4 {
		b.Refund(false)
	}
	assert.False(t, b.Take(), "four successes do not pay for a repeat")
	b.Refund(false)
	assert.True(t, b.Take(), "five do")
	b.Refund(true)
	assert.True(t, b.Take(), "a repeat that succeeds pays for itself")

	for range 10_000 {
		b.Refund(true)
	}
	assert.Equal(t, 100, take(b), "it holds no more than it did at first")
}
