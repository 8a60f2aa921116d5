package cdntest

import (
	_ "embed" // for the table
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/go-json-experiment/json"

	"github.com/alicdn/alicdn-go/types"
)

var configHandlers = map[string]handler{
	"BatchSetCdnDomainConfig":  batchSetCdnDomainConfig,
	"DescribeCdnDomainConfigs": describeCdnDomainConfigs,
	"DeleteSpecificConfig":     deleteSpecificConfig,
	"SetReqHeaderConfig":       setReqHeaderConfig,
}

// functions.json holds every configuration function: its arguments, whether a
// domain may have several records of it, and the arguments that the service
// adds to what was set. Functions whose arguments the reference does not tell
// are open: they take any. So is condition, which the reference does not have.
//
//go:embed functions.json
var functionsJSON []byte

type functionSpec struct {
	Args    []argSpec         `json:"args"`
	Several bool              `json:"several"`
	Open    bool              `json:"open"`
	Adds    map[string]string `json:"adds"`
}

type argSpec struct {
	Name     string   `json:"name"`
	Required bool     `json:"required"`
	Format   string   `json:"format"`
	Enum     []string `json:"enum"`
	Min      *int     `json:"min"`
	Max      *int     `json:"max"`
}

var functions = mustDecode[map[string]functionSpec](functionsJSON)

// config is one record of a function of a domain.
type config struct {
	id       int64
	function string
	args     []configArg
	parent   string // the record of a condition that this one depends on
	status   string // configuring, success, failed
}

type configArg struct{ name, value string }

const (
	configConfiguring = "configuring"
	configSuccess     = "success"
	configFailed      = "failed"
)

// settleConfigs ends the configuration of the functions, which happens when
// the domain comes to rest.
func (d *domain) settleConfigs() {
	for _, record := range d.configs {
		if record.status == configConfiguring {
			record.status = d.configResult()
		}
	}
}

// configResult is how functions that are set on the domain end.
func (d *domain) configResult() string {
	if d.hasLabel(labelConfigFailed) {
		return configFailed
	}
	return configSuccess
}

// hasFunction reports whether the domain has a function, given by the number
// or the name of it. The vendor tells the numbers of two functions only.
func (d *domain) hasFunction(id string) bool {
	switch id {
	case "18":
		id = "set_req_host_header"
	case "98":
		id = "green_manager"
	}
	return slices.ContainsFunc(d.configs, func(record *config) bool { return record.function == id })
}

// sentFunction is an element of the parameter Functions.
type sentFunction struct {
	Name     string    `json:"functionName"`
	Args     []sentArg `json:"functionArgs"`
	ConfigID types.ID  `json:"configId"`
	ParentID types.ID  `json:"parentId"`
}

type sentArg struct {
	Name  string   `json:"argName"`
	Value types.ID `json:"argValue"` // all values are handled as strings
}

func batchSetCdnDomainConfig(s *state, c *call) (object, *fault) {
	sent, no := c.functions()
	if no != nil {
		return nil, no
	}
	set, no := s.setFunctions(c, c.list("DomainNames"), sent)
	if no != nil {
		return nil, no
	}
	return object{"DomainConfigList": object{"DomainConfigModel": set}}, nil
}

// setFunctions sets functions on domains: on all of them or, if one cannot take
// them, on none.
func (s *state) setFunctions(c *call, names []string, sent []sentFunction) ([]object, *fault) {
	domains, no := s.configurableAll(c, names)
	if no != nil {
		return nil, no
	}
	for _, d := range domains {
		if d.staging.holds() {
			return nil, c.fault(types.ConfigurationConflicts)
		}
		for _, function := range sent {
			if no := checkRecord(c, d.configs, function); no != nil {
				return nil, no
			}
		}
	}
	set := []object{}
	for _, d := range domains {
		for _, function := range sent {
			record := d.record(s, function)
			set = append(set, object{"DomainName": d.name, "FunctionName": record.function, "ConfigId": record.id})
		}
		d.configure(c.now, s.durations.Configure)
	}
	return set, nil
}

// functions returns the parameter Functions, each of which fits the table.
func (c *call) functions() ([]sentFunction, *fault) {
	var sent []sentFunction
	if err := json.Unmarshal([]byte(c.get("Functions")), &sent); err != nil || len(sent) == 0 {
		return nil, c.fault(types.InvalidFunctionsMalformed)
	}
	for _, function := range sent {
		if no := function.check(c); no != nil {
			return nil, no
		}
	}
	return sent, nil
}

// setReqHeaderConfig sets a function by an action of its own.
func setReqHeaderConfig(s *state, c *call) (object, *fault) {
	key, value := c.get("Key"), c.get("Value")
	switch {
	case !headerName.MatchString(key):
		return nil, c.fault(types.InvalidKeyMalformed)
	case strings.ContainsFunc(value, unicode.IsControl):
		return nil, c.fault(types.InvalidValueMalformed)
	case strings.EqualFold(key, "Host"): // for which there is a function of its own
		return nil, c.fault(types.InvalidHeaderKeyValueNotSupported)
	}
	_, no := s.setFunctions(c, c.list("DomainName"), []sentFunction{{
		Name: string(types.FunctionSetReqHeader), ConfigID: types.ID(c.get("ConfigId")),
		Args: []sentArg{{"key", types.ID(key)}, {"value", types.ID(value)}},
	}})
	return nil, no
}

var headerName = regexp.MustCompile(`^[!#$%&'*+.^_|~0-9A-Za-z-]+$`)

// check compares a function with the table.
func (f sentFunction) check(c *call) *fault {
	spec, known := functions[f.Name]
	if !known {
		return c.fault(types.InvalidFunctionNameValueNotSupported, f.Name)
	}
	if spec.Open {
		return nil
	}
	missing := make(map[string]bool)
	for _, arg := range spec.Args {
		missing[arg.Name] = arg.Required
	}
	for _, arg := range f.Args {
		at := slices.IndexFunc(spec.Args, func(a argSpec) bool { return a.Name == arg.Name })
		_, added := spec.Adds[arg.Name] // whoever sets what was read sends these back
		switch {
		case at < 0 && !added:
			return c.fault(types.InvalidArgNameValueNotSupported, arg.Name)
		case at >= 0 && !spec.Args[at].accepts(string(arg.Value)):
			return c.fault(types.InvalidArgValueMalformed)
		}
		delete(missing, arg.Name)
	}
	if slices.Contains(slices.Collect(maps.Values(missing)), true) {
		if documents(c.action, types.MissingRequiredArg) {
			return c.fault(types.MissingRequiredArg)
		}
		return c.fault(types.InvalidArgValueMalformed)
	}
	return nil
}

func (a argSpec) accepts(value string) bool {
	if value == "" {
		return !a.Required
	}
	if a.Format == "int" {
		n, err := strconv.Atoi(value)
		return err == nil && (a.Min == nil || n >= *a.Min) && (a.Max == nil || n <= *a.Max)
	}
	return len(a.Enum) == 0 || slices.Contains(a.Enum, value)
}

// checkRecord makes sure that the record that a function names is there and of
// that function.
func checkRecord(c *call, records []*config, f sentFunction) *fault {
	if f.ConfigID == "" {
		return nil
	}
	record := configByID(records, string(f.ConfigID))
	switch {
	case record == nil:
		return c.fault(types.ConfigNotFoundNoDot)
	case record.function != f.Name:
		return c.fault(types.InvalidFunctionsMalformed)
	}
	return nil
}

func configByID(records []*config, id string) *config {
	for _, record := range records {
		if strconv.FormatInt(record.id, 10) == id {
			return record
		}
	}
	return nil
}

// recordFor returns the record that a function sets: the one that it names, or
// the only one under its condition of a function that has only one; nil if it
// gets another one.
func recordFor(records []*config, f sentFunction) *config {
	if record := configByID(records, string(f.ConfigID)); record != nil || functions[f.Name].Several {
		return record
	}
	for _, record := range records {
		if record.function == f.Name && record.parent == f.parent() {
			return record
		}
	}
	return nil
}

// record sets a function.
func (d *domain) record(s *state, f sentFunction) *config {
	record := recordFor(d.configs, f)
	if record == nil {
		record = &config{id: s.newID(), function: f.Name}
		d.configs = append(d.configs, record)
	}
	record.take(f)
	record.status = configConfiguring
	return record
}

// take gives the record the arguments of a function, and those that the service
// adds.
func (r *config) take(f sentFunction) {
	r.args = nil
	for _, arg := range f.Args {
		r.args = append(r.args, configArg{arg.Name, string(arg.Value)})
	}
	adds := functions[f.Name].Adds
	for _, name := range slices.Sorted(maps.Keys(adds)) {
		if !slices.ContainsFunc(r.args, func(arg configArg) bool { return arg.name == name }) {
			r.args = append(r.args, configArg{name, adds[name]})
		}
	}
	if f.ParentID != "" {
		r.parent = f.parent()
	}
}

// parent is the condition under which a function is to be, "" for none.
func (f sentFunction) parent() string {
	if f.ParentID == "-1" {
		return ""
	}
	return string(f.ParentID)
}

// configsOf returns the domain and the functions that a call asks for.
func (s *state) configsOf(c *call) (d *domain, names []string, no *fault) {
	names = c.list("FunctionNames")
	for _, name := range names {
		if _, known := functions[name]; !known {
			return nil, nil, c.fault(types.InvalidFunctionNameValueNotSupported, name)
		}
	}
	d, no = s.domain(c, c.get("DomainName"))
	return d, names, no
}

func describeCdnDomainConfigs(s *state, c *call) (object, *fault) {
	d, names, no := s.configsOf(c)
	if no != nil {
		return nil, no
	}
	records := []object{}
	for _, record := range d.configs {
		if len(names) > 0 && !slices.Contains(names, record.function) {
			continue
		}
		if id := c.get("ConfigId"); id != "" && id != strconv.FormatInt(record.id, 10) {
			continue
		}
		records = append(records, record.model())
	}
	return object{"DomainConfigs": object{"DomainConfig": records}}, nil
}

func (r *config) model() object {
	args := []object{}
	for _, arg := range r.args {
		args = append(args, object{"ArgName": arg.name, "ArgValue": arg.value})
	}
	model := object{
		"ConfigId":     r.id,
		"FunctionName": r.function,
		"Status":       r.status,
		"FunctionArgs": object{"FunctionArg": args},
	}
	if r.parent != "" {
		model["ParentId"] = r.parent
	}
	return model
}

func deleteSpecificConfig(s *state, c *call) (object, *fault) {
	d, no := s.unstaged(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	doomed := make(map[*config]bool)
	for _, id := range c.list("ConfigId") {
		record := configByID(d.configs, id)
		if record == nil {
			return nil, c.fault(types.ConfigNotFoundNoDot)
		}
		doomed[record] = true
	}
	d.configs = slices.DeleteFunc(d.configs, func(record *config) bool { return doomed[record] })
	d.configure(c.now, s.durations.Configure)
	return nil, nil
}
