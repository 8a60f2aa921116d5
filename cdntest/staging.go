package cdntest

import (
	"slices"
	"strconv"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

var stagingHandlers = map[string]handler{
	"SetCdnDomainStagingConfig":        setCdnDomainStagingConfig,
	"DescribeCdnDomainStagingConfig":   describeCdnDomainStagingConfig,
	"DeleteSpecificStagingConfig":      deleteSpecificStagingConfig,
	"PublishStagingConfigToProduction": publishStagingConfigToProduction,
	"RollbackStagingConfig":            rollbackStagingConfig,
	"DescribeStagingIp":                describeStagingIp,
}

// staging is the staging environment of a domain: records that go over those
// of production, for requests to staging nodes only.
type staging struct {
	configs []*config
	tested  time.Time // until when what was set is testing
	ready   time.Time // when it takes effect
}

const configTesting = "testing"

// configure begins to put the records into effect.
func (g *staging) configure(now time.Time, duration time.Duration) {
	g.tested, g.ready = now.Add(duration/2), now.Add(duration)
}

// settle brings the records to the given moment: testing for the first half of
// the time, then configuring, then in effect or failed.
func (g *staging) settle(now time.Time, result string) {
	for _, record := range g.configs {
		switch {
		case record.status != configTesting && record.status != configConfiguring:
		case !now.Before(g.ready):
			record.status = result
		case !now.Before(g.tested):
			record.status = configConfiguring
		}
	}
}

// has reports whether a record is in that status.
func (g *staging) has(status string) bool {
	return slices.ContainsFunc(g.configs, func(record *config) bool { return record.status == status })
}

// holds reports whether something stands in the staging environment, while
// production cannot be changed.
func (g *staging) holds() bool { return len(g.configs) > 0 }

// unstaged returns the user's domain of that name if its production
// configuration can be changed now.
func (s *state) unstaged(c *call, name string) (*domain, *fault) {
	d, no := s.configurable(c, name)
	switch {
	case no != nil:
		return nil, no
	case d.staging.holds():
		return nil, c.fault(types.ConfigurationConflicts)
	}
	return d, nil
}

func setCdnDomainStagingConfig(s *state, c *call) (object, *fault) {
	sent, no := c.functions()
	if no != nil {
		return nil, no
	}
	d, no := s.configurable(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	all := slices.Concat(d.staging.configs, d.configs)
	for _, function := range sent {
		if no := checkRecord(c, all, function); no != nil {
			return nil, no
		}
	}
	set := []object{}
	for _, function := range sent {
		record := d.stagedRecord(s, function)
		record.take(function)
		record.status = configTesting
		set = append(set, object{"DomainName": d.name, "FunctionName": record.function, "ConfigId": record.id})
	}
	d.staging.configure(c.now, s.durations.Configure)
	d.staging.settle(c.now, d.configResult())
	return object{"DomainConfigList": set}, nil
}

// stagedRecord returns the record of the staging environment that a function
// sets. One that names a record of production goes over that one, under its ID.
func (d *domain) stagedRecord(s *state, f sentFunction) *config {
	record := recordFor(d.staging.configs, f)
	if record != nil {
		return record
	}
	record = &config{id: s.newID(), function: f.Name}
	if of := configByID(d.configs, string(f.ConfigID)); of != nil {
		record.id, record.parent = of.id, of.parent
	}
	d.staging.configs = append(d.staging.configs, record)
	return record
}

func describeCdnDomainStagingConfig(s *state, c *call) (object, *fault) {
	d, names, no := s.configsOf(c)
	if no != nil {
		return nil, no
	}
	records := []object{}
	for _, record := range d.staging.configs {
		if len(names) == 0 || slices.Contains(names, record.function) {
			records = append(records, record.stagedModel())
		}
	}
	return object{"DomainName": d.name, "DomainConfigs": records}, nil
}

// stagedModel is the record as the staging actions answer it: with plain lists,
// and IDs as text.
func (r *config) stagedModel() object {
	args := []object{}
	for _, arg := range r.args {
		args = append(args, object{"ArgName": arg.name, "ArgValue": arg.value})
	}
	return object{
		"ConfigId":     strconv.FormatInt(r.id, 10),
		"FunctionName": r.function,
		"Status":       r.status,
		"ParentId":     r.parent,
		"FunctionArgs": args,
	}
}

func deleteSpecificStagingConfig(s *state, c *call) (object, *fault) {
	doomed := c.list("ConfigId")
	isDoomed := func(record *config) bool { return slices.Contains(doomed, strconv.FormatInt(record.id, 10)) }
	var domains []*domain
	for _, name := range c.list("DomainName") {
		d, no := s.domain(c, name)
		if no != nil {
			return nil, no
		}
		kept := slices.IndexFunc(d.staging.configs, func(record *config) bool { return !isDoomed(record) })
		if d.staging.holds() && kept < 0 {
			return nil, c.fault(types.GrayConfigIsNull)
		}
		domains = append(domains, d)
	}
	for _, d := range domains {
		d.staging.configs = slices.DeleteFunc(d.staging.configs, isDoomed)
	}
	return nil, nil
}

func publishStagingConfigToProduction(s *state, c *call) (object, *fault) {
	d, no := s.configurable(c, c.get("DomainName"))
	switch {
	case no != nil:
		return nil, no
	case !d.staging.holds():
		return nil, c.fault(types.StagingConfigNotFound)
	case d.staging.has(configTesting), d.staging.has(configConfiguring), d.staging.has(configFailed):
		return nil, c.fault(types.StagingConfigFailed)
	}
	for _, staged := range d.staging.configs {
		d.publish(staged)
	}
	d.staging = staging{}
	d.configure(c.now, s.durations.Configure)
	return nil, nil
}

// publish puts a staged record into production: over the record of its ID, or
// that of a function that has only one, which keeps its ID.
func (d *domain) publish(staged *config) {
	staged.status = configConfiguring
	record := recordFor(d.configs, sentFunction{
		Name: staged.function, ConfigID: types.ID(strconv.FormatInt(staged.id, 10)), ParentID: types.ID(staged.parent),
	})
	if record == nil {
		d.configs = append(d.configs, staged)
		return
	}
	record.args, record.parent, record.status = staged.args, staged.parent, staged.status
}

func rollbackStagingConfig(s *state, c *call) (object, *fault) {
	d, no := s.domain(c, c.get("DomainName"))
	switch {
	case no != nil:
		return nil, no
	case !d.staging.holds():
		return nil, c.fault(types.StagingConfigNotFound)
	}
	d.staging = staging{}
	return nil, nil
}

// describeStagingIp answers with addresses that are reserved for documentation.
func describeStagingIp(*state, *call) (object, *fault) {
	return object{"IPV4s": object{"IPV4": []string{"192.0.2.10", "192.0.2.11", "192.0.2.12"}}}, nil
}
