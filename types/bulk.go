package types

import "time"

// BulkState is how a path of a bulk call ended.
type BulkState string

// How a path can end. Each has exactly one of these.
const (
	// BulkSubmitted is a path that the service has taken; there is a task for
	// it.
	BulkSubmitted BulkState = "submitted"
	// BulkRefused is a path that is malformed, or that the service does not
	// take. Another attempt would end alike.
	BulkRefused BulkState = "refused"
	// BulkNotSent is a path that was not sent, or with which nothing was done:
	// the quota was used up, or the call ended before its turn.
	BulkNotSent BulkState = "not sent"
	// BulkUnknown is a path that was sent, whose answer was lost, and of which
	// could not be found out what became of it, since the call ended. To send
	// it again does no harm; it may count against the quota twice.
	BulkUnknown BulkState = "unknown"
)

// BulkOutcome is how one path of a bulk call ended.
type BulkOutcome struct {
	// Input is the path as it was given.
	Input string

	// ObjectPath is the path as it was sent, or would have been; empty if it
	// is malformed. It is a cache tag where those are refreshed.
	ObjectPath string

	// State is how it ended.
	State BulkState

	// TaskId is the task of a path that was submitted. It is several,
	// separated by commas, where the service answered so; one of them has the
	// path then.
	TaskId ID

	// Err is why the path was not submitted; nil if it was.
	Err error
}

// BulkProgress is how far a bulk call is. Submitted, Refused, NotSent,
// Unknown, Resumed and Duplicates add up to the paths looked at.
type BulkProgress struct {
	// Total is how many paths there are to send, without refused, resumed and
	// duplicate ones; 0 where they were not counted.
	Total int

	// Submitted is how many paths the service has taken.
	Submitted int

	// Refused is how many were refused, before or by the service.
	Refused int

	// NotSent is how many were not sent.
	NotSent int

	// Unknown is how many were sent without a word of what became of them.
	Unknown int

	// Resumed is how many had been submitted before, as the journal says.
	Resumed int

	// Duplicates is how many were dropped since an equal one came before.
	Duplicates int

	// Calls is how many calls were made to submit paths.
	Calls int

	// Elapsed is the time since the call began.
	Elapsed time.Duration
}

// BulkResult is what came of a bulk call.
type BulkResult struct {
	BulkProgress

	// TaskIds are the tasks of all paths that were submitted, each once, those
	// of the journal included. There are one or more a call.
	TaskIds []string

	// Refusals are the first 100 paths that were refused.
	Refusals []BulkOutcome
}
