//go:build !reflection

package base

// Keep does nothing with a client.
func Keep(any) {}
