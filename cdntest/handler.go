package cdntest

import (
	"maps"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// call is one verified request: its signature fits, its action is known, and
// its parameters have passed the table in actions.json (required, format,
// range, enumeration; defaults are filled in). What concerns more than one
// parameter, such as StartTime before EndTime, is left to the handler.
type call struct {
	action    string
	params    map[string]string
	now       time.Time
	requestID string
}

// get returns a parameter's value, "" when it was not sent.
func (c *call) get(name string) string { return c.params[name] }

// list returns a comma separated parameter's values, trimmed, without empty ones.
func (c *call) list(name string) []string { return splitTrimmed(c.params[name], ",") }

// lines returns a parameter's lines, trimmed, without empty ones.
// The lines end with \n or \r\n.
func (c *call) lines(name string) []string { return splitTrimmed(c.params[name], "\n") }

// time returns a parameter of one of the time formats as UTC, and whether it was sent.
func (c *call) time(name string) (time.Time, bool) { return parseTime(c.params[name]) }

// int returns a parameter as a number, or the fallback when it was not sent.
func (c *call) int(name string, fallback int) int {
	n, err := strconv.ParseInt(c.params[name], 10, 64)
	if err != nil {
		return fallback
	}
	return int(min(n, math.MaxInt))
}

// repeated returns the values of name.1, name.2 and so on up to the first gap.
func (c *call) repeated(name string) []string {
	var values []string
	for i := 1; ; i++ {
		value, ok := c.params[name+"."+strconv.Itoa(i)]
		if !ok {
			return values
		}
		values = append(values, value)
	}
}

// fault is an answer that says no. It is made by call.fault or fail.
type fault struct {
	status  int
	code    types.ErrorCode
	message string
}

// fault refuses the call with the HTTP status and the message that the
// reference documents for the code: those of the call's action if it lists the
// code, otherwise those most actions give it, otherwise 400. The args take the
// place of %s in the message.
func (c *call) fault(code types.ErrorCode, args ...any) *fault {
	return documentedFault(c.action, code, args...)
}

// fail refuses with exactly this, for what the reference does not document or
// documents in several ways for one action.
func fail(status int, code types.ErrorCode, message string) *fault {
	return &fault{status: status, code: code, message: message}
}

// object is a JSON object of an answer.
type object = map[string]any

// handler carries out one action. It is called by state.do with s.mu held and
// after s.settle(c.now), so that the state is that of the call's moment; it must be
// quick and touch no I/O. A nil object stands for an empty one; the core adds
// RequestId. A handler that returns a fault has changed nothing.
type handler func(s *state, c *call) (object, *fault)

// handlers is every action's handler, each area's from the area's own file.
// It is filled here once and only read afterwards.
var handlers = merged(
	domainHandlers, domainBatchHandlers, domainLookupHandlers, ownershipHandlers, configHandlers, certificateHandlers, tagHandlers, serviceHandlers,
	refreshHandlers, logsHandlers, usageHandlers, monitorHandlers,
	reportsHandlers, billsHandlers, accountHandlers,
	stagingHandlers, triggerHandlers,
	nodesHandlers, securityHandlers,
	sslCertificateHandlers,
	monitorDetailHandlers,
)

func merged(areas ...map[string]handler) map[string]handler {
	all := make(map[string]handler)
	for _, area := range areas {
		maps.Copy(all, area)
	}
	return all
}

func splitTrimmed(text, separator string) []string {
	var values []string
	for value := range strings.SplitSeq(text, separator) {
		if value = strings.TrimSpace(value); value != "" {
			values = append(values, value)
		}
	}
	return values
}

// pageOf returns the items of a page; pages are counted from 1, and one behind
// the last is empty.
func pageOf[T any](items []T, number, size int) []T {
	first := min((number-1)*size, len(items))
	return items[first:min(first+size, len(items))]
}
