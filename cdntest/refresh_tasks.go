package cdntest

import (
	"net/http"
	"slices"
	"strconv"
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
	if !isTaskID(f.id) {
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

func isTaskID(id string) bool {
	return !strings.ContainsFunc(id, func(r rune) bool { return r < '0' || r > '9' })
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

// mostTaskIDs is how many tasks one call can ask for by their IDs.
const mostTaskIDs = 10

// tasksOf returns the tasks with these IDs, the newest first. It refuses what
// is no ID, and tasks that are too old.
func (s *state) tasksOf(c *call, ids []string) ([]*refreshTask, *fault) {
	s.refresh.turn(c.now)
	for _, id := range ids {
		if !isTaskID(id) {
			return nil, c.fault(types.InvalidTaskIdMalformed)
		}
	}
	var found []*refreshTask
	for _, t := range slices.Backward(s.refresh.tasks) {
		if slices.Contains(ids, t.id) {
			found = append(found, t)
		}
	}
	if slices.ContainsFunc(ids, func(id string) bool { return s.refresh.old[id] }) {
		return nil, c.fault(types.InvalidTime)
	}
	return found, nil
}

// describeRefreshTaskById lists tasks of every kind. What is not found is left
// out.
func describeRefreshTaskById(s *state, c *call) (object, *fault) {
	ids := c.list("TaskId")
	if len(ids) > mostTaskIDs {
		return nil, c.fault(types.InvalidTaskIdMalformed)
	}
	found, no := s.tasksOf(c, ids)
	if no != nil {
		return nil, no
	}
	rows := make([]object, len(found))
	for i, t := range found {
		rows[i] = t.write(c.now)
	}
	return object{"Tasks": rows, "TotalCount": len(found)}, nil
}

// describePreloadDetailById tells of a preload, whose URLs are of one domain.
// Of a task of another kind there is nothing to tell.
func describePreloadDetailById(s *state, c *call) (object, *fault) {
	found, no := s.tasksOf(c, []string{c.get("TaskId")})
	if no != nil {
		return nil, no
	}
	found = slices.DeleteFunc(found, func(t *refreshTask) bool { return t.kind != taskPreload })
	if len(found) == 0 {
		return object{"UrlDetails": []object{}, "TotalCount": 0}, nil
	}
	whole := preloadStatus{status: taskComplete, code: "0"}
	urls := make([]object, len(found))
	for i, t := range slices.Backward(found) {
		urls[len(found)-1-i] = whole.add(t, c.now)
	}
	first := found[len(found)-1]
	detail := object{
		"TaskId":       first.id,
		"Domain":       first.domain,
		"CreationTime": utc(first.created),
		"EndTime":      "",
		"Process":      strconv.Itoa(whole.done/len(found)) + "%",
		"RetCode":      whole.code,
		"Status":       whole.status,
		"Urls":         urls,
	}
	if end := first.created.Add(first.duration); !c.now.Before(end) {
		detail["EndTime"] = utc(end)
	}
	return object{"UrlDetails": []object{detail}, "TotalCount": 1}, nil
}

// preloadStatus is what the URLs of a preload come to together.
type preloadStatus struct {
	status, code string
	done         int
}

// add takes a URL in, and writes it.
func (p *preloadStatus) add(t *refreshTask, now time.Time) object {
	status, done := t.progress(now)
	p.done += done
	description := ""
	_, path := splitURL(t.path)
	switch {
	case status == taskFailed:
		description, p.status, p.code = "Origin Return StatusCode 5XX", taskFailed, "1"
	case status == taskComplete:
		description = "Successfully preloaded"
	case p.status == taskComplete:
		p.status = taskRefreshing
	}
	return object{"Url": path, "Success": strconv.Itoa(done) + "%", "Description": description}
}
