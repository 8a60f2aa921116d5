package alicdn

// AllRequests returns a request of each action with every field set, for the
// tests outside of the package.
func AllRequests() map[string]any { return allRequests() }
