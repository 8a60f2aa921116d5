package cdntest

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/alicdn/alicdn-go/types"
)

// mostDeliverTasks is how many tasks that mail reports an account may have. The
// number of the real service is not documented.
const mostDeliverTasks = 20

// deliverTask is a task that mails reports. No mail is sent.
type deliverTask struct {
	id       int64
	name     string
	created  time.Time
	domains  []string // none: all
	reports  []int
	to       []string
	schedule schedule
}

// schedule is the parameter of that name.
type schedule struct {
	Crontab       string `json:"crontab"`
	Frequency     string `json:"frequency"`
	Status        string `json:"status"`
	EffectiveFrom string `json:"effectiveFrom"`
	EffectiveEnd  string `json:"effectiveEnd"`
}

// document reads a parameter that is JSON, if it was sent.
func (c *call) document(name string, into any) (sent bool, no *fault) {
	text := c.get(name)
	if text == "" {
		return false, nil
	}
	if json.Unmarshal([]byte(text), into) != nil {
		return true, c.fault(types.InvalidParameter)
	}
	return true, nil
}

// read takes the parameters over, those that are given and the domains.
func (t *deliverTask) read(s *state, c *call) *fault {
	if name := c.get("Name"); name != "" {
		t.name = name
	}
	taken := func(other *deliverTask) bool { return other.name == t.name && other.id != t.id }
	if slices.ContainsFunc(s.reports.tasks, taken) {
		return c.fault(types.NameAlreadyExists)
	}
	for _, read := range []func(*call) *fault{t.readReports, t.readDeliver, t.readSchedule} {
		if no := read(c); no != nil {
			return no
		}
	}
	var no *fault
	t.domains, no = s.reported(c)
	return no
}

// readReports takes IDs as numbers and as texts: the documents have both.
func (t *deliverTask) readReports(c *call) *fault {
	var asked []struct {
		ReportId   jsontext.Value `json:"reportId"`
		Conditions []struct {
			Op string `json:"op"`
		} `json:"conditions"`
	}
	sent, no := c.document("Reports", &asked)
	if no != nil || !sent {
		return no
	}
	t.reports = nil
	for _, one := range asked {
		known := reportOf(strings.Trim(string(one.ReportId), `"`))
		if known == nil {
			return c.fault(types.InvalidParameter)
		}
		for _, condition := range one.Conditions {
			if condition.Op != "" && condition.Op != "in" {
				return c.fault(types.InvalidParameter)
			}
		}
		t.reports = append(t.reports, known.id)
	}
	if len(t.reports) == 0 {
		return c.fault(types.InvalidParameter)
	}
	return nil
}

func (t *deliverTask) readDeliver(c *call) *fault {
	var deliver struct {
		Email struct {
			To []string `json:"to"`
		} `json:"email"`
	}
	sent, no := c.document("Deliver", &deliver)
	if no != nil || !sent {
		return no
	}
	t.to = deliver.Email.To
	isNoAddress := func(address string) bool {
		name, host, _ := strings.Cut(address, "@")
		return name == "" || host == ""
	}
	if len(t.to) == 0 || slices.ContainsFunc(t.to, isNoAddress) {
		return c.fault(types.InvalidParameter)
	}
	return nil
}

func (t *deliverTask) readSchedule(c *call) *fault {
	asked := schedule{Status: "enable"}
	sent, no := c.document("Schedule", &asked)
	if no != nil || !sent {
		return no
	}
	var times [2]time.Time
	for i, text := range []string{asked.EffectiveFrom, asked.EffectiveEnd} {
		var ok bool
		if times[i], ok = parseTime(text); !ok && text != "" {
			return c.fault(types.TimeParseFailed)
		}
	}
	known := slices.Contains([]string{"h", "d", "w"}, asked.Frequency) && slices.Contains([]string{"enable", "disable"}, asked.Status)
	backwards := !times[1].IsZero() && !times[1].After(times[0])
	if len(strings.Fields(asked.Crontab)) != 6 || !known || backwards {
		return c.fault(types.InvalidParameter)
	}
	t.schedule = asked
	return nil
}

func createCdnDeliverTask(s *state, c *call) (object, *fault) {
	task := &deliverTask{created: c.now}
	if no := task.read(s, c); no != nil {
		return nil, no
	}
	if len(s.reports.tasks) == mostDeliverTasks {
		return nil, c.fault(types.DeliverExceedLimit)
	}
	task.id = s.newID()
	s.reports.tasks = append(s.reports.tasks, task)
	return object{"DeliverId": strconv.FormatInt(task.id, 10)}, nil
}

// task returns the index of the task that DeliverId names. The documents have
// no code but this for one that does not exist.
func (s *state) task(c *call) (int, *fault) {
	i := slices.IndexFunc(s.reports.tasks, func(t *deliverTask) bool { return strconv.FormatInt(t.id, 10) == c.get("DeliverId") })
	if i < 0 {
		return 0, c.fault(types.SubscriptionNotFound)
	}
	return i, nil
}

// updateCdnDeliverTask makes it a task about all domains if it names none, as
// the documents can be read.
func updateCdnDeliverTask(s *state, c *call) (object, *fault) {
	i, no := s.task(c)
	if no != nil {
		return nil, no
	}
	changed := *s.reports.tasks[i]
	if no := changed.read(s, c); no != nil {
		return nil, no
	}
	s.reports.tasks[i] = &changed
	return nil, nil
}

func deleteCdnDeliverTask(s *state, c *call) (object, *fault) {
	i, no := s.task(c)
	if no != nil {
		return nil, no
	}
	s.reports.tasks = slices.Delete(s.reports.tasks, i, i+1)
	return nil, nil
}

func describeCdnDeliverList(s *state, c *call) (object, *fault) {
	tasks := s.reports.tasks
	if c.get("DeliverId") != "" {
		i, no := s.task(c)
		if no != nil {
			return nil, no
		}
		tasks = tasks[i : i+1]
	}
	rows := []object{}
	for _, t := range tasks {
		rows = append(rows, t.write(s))
	}
	return contentOf(rows), nil
}

// write writes what today's service is documented to show of a task: neither
// the subject of the mails nor the conditions of the reports.
func (t *deliverTask) write(s *state) object {
	sent := make([]object, len(t.reports))
	for i, id := range t.reports {
		sent[i] = object{"reportId": id}
	}
	before := "-1" + t.schedule.Frequency
	return object{
		"deliverId": t.id, "name": t.name, "status": t.schedule.Status, "createTime": utc(t.created),
		"crontab": t.schedule.Crontab, "frequency": t.schedule.Frequency, "timeFromFormat": before, "timeEndFormat": before,
		"dmList": s.allIfNone(t.domains), "reports": sent, "deliver": object{"email": object{"to": t.to}},
	}
}
