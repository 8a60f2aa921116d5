package retry

import "sync"

// Budget is what all calls of a client together may repeat. A repeat takes
// from it, and gets back what it took if it succeeds; other successes give a
// little back. So a few failures among many calls are repeated for good, while
// in a bad hour of the service the repeats fade out instead of adding to the
// load.
type Budget struct {
	mu     sync.Mutex
	tokens int
}

// What the budget holds and what things cost.
const (
	budgetSize   = 500
	repeatCost   = 5
	successValue = 1
)

// NewBudget returns a full budget.
func NewBudget() *Budget { return &Budget{tokens: budgetSize} }

// Take pays for a repeat, or reports that nothing is left to pay with.
func (b *Budget) Take() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.tokens < repeatCost {
		return false
	}
	b.tokens -= repeatCost
	return true
}

// Refund gives back after the success of an attempt, which Take has paid for
// or which was free.
func (b *Budget) Refund(paid bool) {
	value := successValue
	if paid {
		value = repeatCost
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tokens = min(budgetSize, b.tokens+value)
}
