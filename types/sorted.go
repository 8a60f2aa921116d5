package types

import "slices"

// sorted returns the elements in order, equal ones as they were. What it sorts
// are their places: that moves less memory than the elements would, and code
// that sorts integers is there once for all of them.
func sorted[S ~[]T, T any](list S, compare func(a, b *T) int) S {
	places := make([]int, len(list))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int { return compare(&list[a], &list[b]) })
	inOrder := slices.Grow(S(nil), len(list))
	for _, place := range places {
		inOrder = append(inOrder, list[place])
	}
	return inOrder
}
