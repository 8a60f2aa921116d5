package bulk

// Verdict is what a call to submit paths came to.
type Verdict int

const (
	// Accepted is that there is a task for each path.
	Accepted Verdict = iota
	// NotNow is that nothing was done, but may be in a while.
	NotNow
	// Unreachable is that nothing was done since the service was not reached.
	Unreachable
	// Lost is that it is not known what was done.
	Lost
	// PathRefused is that nothing was done since one of the paths is wrong.
	PathRefused
	// DomainRefused is that nothing was done since one of the domains is.
	DomainRefused
	// Exhausted is that nothing was done since the quota is used up.
	Exhausted
	// Refused is that nothing was done, and nothing would be for other paths.
	Refused
)
