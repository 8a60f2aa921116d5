// Package sorted sorts lists of any type with little code. Each type that a
// program sorts with package slices makes it some 20 kB larger.
package sorted

import "slices"

// Func returns the elements in order, equal ones as they were. What it sorts are
// their places: code that sorts integers is there once for all types.
func Func[T any](list []T, compare func(a, b *T) int) []T {
	places := make([]int, len(list))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int { return compare(&list[a], &list[b]) })
	inOrder := slices.Grow([]T(nil), len(list))
	for _, place := range places {
		inOrder = append(inOrder, list[place])
	}
	return inOrder
}
