package types

import (
	"strconv"
	"strings"
	"unicode"
)

// Prune says which records of a domain are deleted that are not wanted. Think
// of those that other tools, or the service, have set before using [PruneAll];
// a DryRun shows them.
type Prune int

// Which records are deleted.
const (
	PruneNone  Prune = iota // none
	PruneNamed              // those of functions of which some record is wanted
	PruneAll                // all, also those of functions that the SDK does not know
)

// DomainConfigChangeKind says what has to be done to a record.
type DomainConfigChangeKind string

// What has to be done to a record.
const (
	DomainConfigChangeAdd    DomainConfigChangeKind = "add"    // the domain does not have it
	DomainConfigChangeSet    DomainConfigChangeKind = "set"    // it differs, or failed to take effect
	DomainConfigChangeDelete DomainConfigChangeKind = "delete" // it is not wanted
)

// DomainConfigChange is a difference between the configuration that is wanted
// of a domain and the one that it has. It prints without secrets, also as JSON.
type DomainConfigChange struct {
	// Kind is what has to be done.
	Kind DomainConfigChangeKind

	// FunctionName is the function.
	FunctionName FunctionName

	// ConfigId is the record, "" as long as there is none.
	ConfigId ID

	// Args are the arguments that differ; of a record to add or delete all of
	// them. None if the record is as it is wanted but failed to take effect.
	Args []DomainConfigArgChange

	// Function is what is to be set, for BatchSetCdnDomainConfig; empty for a
	// record to delete. It names the record by its ConfigId only where the
	// function may have several, so that equal changes of several domains fit
	// into one call. It has the secrets that Args mask, and is no part of JSON.
	Function Function `json:"-"`

	// Status is how far the change has come: "" if it was not carried out, or
	// if ctx ended before that was known; configuring until it is known to be in effect or failed.
	Status DomainConfigStatus
}

// DomainConfigArgChange is an argument that differs. Secret values are masked.
type DomainConfigArgChange struct {
	// ArgName is the name of the argument; parentId for the condition of the
	// record.
	ArgName string

	// Have is the value that the domain has, "" if it has none.
	Have string

	// Want is the value that is wanted, "" if none is.
	Want string
}

// String describes the change in one line, with + for a record to add, ~ for
// one to set and - for one to delete:
//
//   - gzip enable=on
//     ~ filetype_based_ttl_set 222728944812032: ttl 60 -> 300
//   - error_page 222728944812039: error_code=404 rewrite_page=/404.html
func (c DomainConfigChange) String() string {
	var b strings.Builder
	b.WriteString(changeSigns[c.Kind] + " " + printable(string(c.FunctionName)))
	if c.ConfigId != "" {
		b.WriteString(" " + printable(string(c.ConfigId)) + ":")
	}
	for i, arg := range c.Args {
		if i > 0 && c.Kind == DomainConfigChangeSet {
			b.WriteByte(',')
		}
		b.WriteString(" " + printable(arg.ArgName))
		switch c.Kind {
		case DomainConfigChangeSet:
			b.WriteString(" " + printable(arg.Have) + " -> " + printable(arg.Want))
		case DomainConfigChangeDelete:
			b.WriteString("=" + printable(arg.Have))
		default:
			b.WriteString("=" + printable(arg.Want))
		}
	}
	if c.Kind == DomainConfigChangeSet && len(c.Args) == 0 {
		b.WriteString(" once more")
	}
	if c.Status != "" {
		b.WriteString(" (" + printable(string(c.Status)) + ")")
	}
	return b.String()
}

var changeSigns = map[DomainConfigChangeKind]string{
	DomainConfigChangeAdd:    "+",
	DomainConfigChangeSet:    "~",
	DomainConfigChangeDelete: "-",
}

// printable returns a text from outside as it is, or quoted where it could not
// be told from what is around it.
func printable(text string) string {
	plain := func(r rune) bool { return unicode.IsPrint(r) && r != ' ' && r != '"' }
	if text != "" && strings.IndexFunc(text, func(r rune) bool { return !plain(r) }) < 0 {
		return text
	}
	return strconv.Quote(text)
}

// DomainConfigChanges are the differences of one domain.
type DomainConfigChanges []DomainConfigChange

// Functions returns what is to be set, for BatchSetCdnDomainConfig.
func (c DomainConfigChanges) Functions() Functions {
	var set Functions
	for _, change := range c {
		if change.Kind != DomainConfigChangeDelete {
			set = append(set, change.Function)
		}
	}
	return set
}

// ConfigId returns the records to delete, for DeleteSpecificConfig.
func (c DomainConfigChanges) ConfigId() []string {
	var doomed []string
	for _, change := range c {
		if change.Kind == DomainConfigChangeDelete {
			doomed = append(doomed, string(change.ConfigId))
		}
	}
	return doomed
}

// String describes the changes, one a line; it is "no change" if there are
// none.
func (c DomainConfigChanges) String() string {
	if len(c) == 0 {
		return "no change"
	}
	lines := make([]string, len(c))
	for i, change := range c {
		lines[i] = change.String()
	}
	return strings.Join(lines, "\n")
}

// StagingOutcome says what has become of changes that went through the staging
// environment of a domain.
type StagingOutcome string

// What has become of the changes.
const (
	// StagingOutcomePublished: the service has put them into production. Whether
	// they are in effect there say the Status of each and Err.
	StagingOutcomePublished StagingOutcome = "published"

	// StagingOutcomeRolledBack: they were dropped, production is as it was.
	StagingOutcomeRolledBack StagingOutcome = "rolled back"

	// StagingOutcomeLeft: they still stand in staging, or may, since they could
	// not be rolled back, or not without what others have staged meanwhile; Err
	// says why. Production cannot be changed directly until they are gone.
	StagingOutcomeLeft StagingOutcome = "left in staging"
)

// AppliedDomainConfigs is what ApplyDomainConfigs found and did on a domain.
type AppliedDomainConfigs struct {
	// DomainName is the domain.
	DomainName string

	// Changes are what was needed, each with its Status. None if the domain
	// was as it is wanted.
	Changes DomainConfigChanges

	// Staging is what has become of the changes if they were to go through the
	// staging environment; "" if nothing was staged.
	Staging StagingOutcome

	// Err is why the domain is not as it is wanted, nil if it is or if nothing
	// was to be done but to plan.
	Err error
}

// String describes the domain in one line, and its changes in one more each.
func (a AppliedDomainConfigs) String() string {
	lines := []string{printable(a.DomainName) + ":"}
	if a.Staging != "" {
		lines[0] += " " + string(a.Staging)
	}
	switch {
	case a.Err != nil && a.Staging != "":
		lines[0] += ": " + a.Err.Error()
	case a.Err != nil:
		lines[0] += " " + a.Err.Error()
	case len(a.Changes) == 0:
		lines[0] += " no change"
	}
	for _, change := range a.Changes {
		lines = append(lines, "  "+change.String())
	}
	return strings.Join(lines, "\n")
}
