package cdntest

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// taskFilter says which tasks DescribeRefreshTasks lists; what is empty does
// not matter.
type taskFilter struct {
	id, path, kind, status string
	domains                []string
	start, end             time.Time
}

func (f *taskFilter) passes(t *refreshTask, now time.Time) bool {
	switch {
	case f.path != "" && f.path != t.path, !matches(f.id, t.id), !matches(f.kind, t.kind):
		return false
	case len(f.domains) > 0 && !slices.Contains(f.domains, t.domain):
		return false
	case t.created.Before(f.start), !f.end.IsZero() && !t.created.Before(f.end):
		return false
	}
	status, _ := t.progress(now)
	return matches(f.status, status)
}

func matches(asked, value string) bool { return asked == "" || strings.EqualFold(asked, value) }

// taskFilter reads the parameters of DescribeRefreshTasks.
func (s *state) taskFilter(c *call) (*taskFilter, *fault) {
	f := &taskFilter{
		id:     c.get("TaskId"),
		path:   c.get("ObjectPath"),
		kind:   c.get("ObjectType"),
		status: c.get("Status"),
	}
	if strings.EqualFold(f.kind, "path") { // the reference's word in answers
		f.kind = taskDirectory
	}
	if strings.ContainsFunc(f.id, func(r rune) bool { return r < '0' || r > '9' }) {
		return nil, c.fault(types.InvalidTaskIdMalformed)
	}
	if f.kind == "" && (f.status != "" || c.get("DomainName") != "") {
		return nil, fail(http.StatusBadRequest, "MissingParameter.ObjectType",
			"The ObjectType parameter is required if DomainName or Status is specified.")
	}
	for _, name := range c.list("DomainName") {
		d, no := s.domain(c, name)
		if no != nil {
			return nil, no
		}
		f.domains = append(f.domains, d.name)
	}
	return f, f.between(c)
}

// between reads StartTime and EndTime.
func (f *taskFilter) between(c *call) *fault {
	start, hasStart := c.time("StartTime")
	end, hasEnd := c.time("EndTime")
	switch {
	case hasStart != hasEnd:
		return fail(http.StatusBadRequest, "MissingTimeParameter", "The StartTime and EndTime must be both specified.")
	case !hasStart:
		return nil
	case !end.After(start):
		return fail(http.StatusBadRequest, types.InvalidEndTimeMismatch, "The specified EndTime is earlier than the StartTime.")
	case c.now.Sub(start) > keptFor+time.Minute: // a minute for the way here
		return fail(http.StatusBadRequest, "InvalidTime", "The query time cannot exceed the last 3 days.")
	}
	f.start, f.end = start, end
	return nil
}

// describeRefreshTasks lists the newest task first. Directories have the type
// directory, as today; the reference calls it path.
func describeRefreshTasks(s *state, c *call) (object, *fault) {
	f, no := s.taskFilter(c)
	if no != nil {
		return nil, no
	}
	number, size, no := c.paging(20, 100)
	if no != nil {
		return nil, no
	}
	s.refresh.turn(c.now)
	var found []*refreshTask
	for _, t := range slices.Backward(s.refresh.tasks) {
		if f.passes(t, c.now) {
			found = append(found, t)
		}
	}
	rows := []object{}
	for _, t := range pageOf(found, number, size) {
		rows = append(rows, t.write(c.now))
	}
	return object{
		"Tasks":      object{"CDNTask": rows},
		"PageNumber": number,
		"PageSize":   size,
		"TotalCount": len(found),
	}, nil
}
