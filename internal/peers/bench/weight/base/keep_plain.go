//go:build !reflection

package base

// Keep does nothing with a client, nor makes an interface of it, which by itself
// has the linker keep some methods of all that it holds.
func Keep[T any](T) {}
