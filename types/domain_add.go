package types

import "time"

// OwnerProof is what proves the ownership of a root domain, and where it has to
// be placed.
type OwnerProof struct {
	// DomainName is the domain to add that the proof was asked for.
	DomainName string

	// RootDomain is the domain whose ownership is to be proved.
	RootDomain string

	// VerifyType says which it is, a record or a file.
	VerifyType VerifyType

	// Content is the value of the record, or the content of the file. It is the
	// same each time, and no secret.
	Content string

	// RecordType is the type of the record, TXT; empty for a file.
	RecordType string

	// RecordHost is the host of the record below the root domain, verification,
	// as DNS providers ask for it; empty for a file.
	RecordHost string

	// RecordName is the whole name of the record, such as
	// verification.example.com; empty for a file.
	RecordName string

	// FileName is the name of the file, verification.html; empty for a record.
	FileName string

	// FileURL is where the file has to be found, such as
	// http://example.com/verification.html; empty for a record.
	FileURL string
}

// String says what has to be placed, and where.
func (p OwnerProof) String() string {
	switch {
	case p.RecordName != "":
		return p.RecordType + " record " + p.RecordName + " with the value " + p.Content
	case p.FileURL != "":
		return "file " + p.FileURL + " with the content " + p.Content
	default:
		return "none"
	}
}

// AddDomainStep is a step on the way to a domain that is added.
type AddDomainStep string

// The steps, in their order. Those of the proof are made where the service asks
// for it alone.
const (
	// AddDomainStepContent asks what proves the ownership of the root domain.
	AddDomainStepContent AddDomainStep = "content"
	// AddDomainStepPlace is the step of the caller: placing the record or file.
	AddDomainStepPlace AddDomainStep = "place"
	// AddDomainStepVerify lets the service look for the record or file.
	AddDomainStepVerify AddDomainStep = "verify"
	// AddDomainStepAdd adds the domain.
	AddDomainStepAdd AddDomainStep = "add"
	// AddDomainStepOnline waits for the domain.
	AddDomainStepOnline AddDomainStep = "online"
)

// AddDomainState is how a domain that was to be added ended.
type AddDomainState string

// How a domain can end. Each has exactly one of these.
const (
	// AddDomainAdded is a domain that the account has now with the settings that
	// were asked for, be it from before.
	AddDomainAdded AddDomainState = "added"
	// AddDomainRefused is a domain that is malformed or given twice, that the
	// service does not take, or that is there with other settings. Another attempt
	// would end alike.
	AddDomainRefused AddDomainState = "refused"
	// AddDomainUnproved is a domain whose root domain is not proved to be the
	// account's.
	AddDomainUnproved AddDomainState = "unproved"
	// AddDomainNotSent is a domain that was not sent, or with which nothing was
	// done: there was no room for it, or the call ended before its turn.
	AddDomainNotSent AddDomainState = "not sent"
	// AddDomainUnknown is a domain that was sent, and of which could not be
	// found out what became of it, since the call ended. To add it again does no
	// harm.
	AddDomainUnknown AddDomainState = "unknown"
)

// AddDomainOutcome is how one domain ended.
type AddDomainOutcome struct {
	// Input is the domain as it was given.
	Input string

	// DomainName is the domain as it was sent, or would have been.
	DomainName string

	// State is how it ended.
	State AddDomainState

	// Err is why the domain was not added; nil if it was.
	Err error
}

// AddDomainsResult is what came of adding many domains.
type AddDomainsResult struct {
	// Outcomes has one outcome for each domain, in the order of the sequence.
	Outcomes []AddDomainOutcome

	// Added is how many domains the account has now, with the settings that were
	// asked for.
	Added int

	// Refused is how many were refused, before or by the service.
	Refused int

	// Unproved is how many lack the proof of their root domain.
	Unproved int

	// NotSent is how many were not sent.
	NotSent int

	// Unknown is how many were sent without a word of what became of them.
	Unknown int

	// Calls is how many calls were made to add domains.
	Calls int

	// Elapsed is how long it took.
	Elapsed time.Duration
}
