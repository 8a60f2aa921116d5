package config

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/alicdn/alicdn-go/internal/patience"
	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/types"
)

// Service is what Apply asks of the service. There are as many calls at once as
// Apply has domains, unless the service holds them back.
type Service struct {
	// Read returns the records of a domain.
	Read func(ctx context.Context, domain string) ([]types.DomainConfig, error)

	// Set sets functions on domains: on all of them or on none.
	Set func(ctx context.Context, domains []string, functions types.Functions) error

	// Delete deletes records of a domain.
	Delete func(ctx context.Context, domain string, configIDs []string) error

	// Rest polls until look, which is told how the domain is and what records
	// it has, says that it is done.
	Rest func(ctx context.Context, domain string, look func(poll.State, []types.DomainConfig) (poll.State, error)) error

	// Judge says what an error of Read, Set and Delete means.
	Judge patience.Judge
}

// Limits of a call: domains times functions are at most mostPairs, too.
const (
	mostFunctions = 50
	mostPairs     = 50
)

// rounds is how often a call is made whose answers get lost, each time after a
// look at what it has done.
const rounds = 10

// Plan is what is to be done to domains.
type Plan struct {
	Want    Wanted
	Prune   types.Prune
	DryRun  bool
	Service Service

	// Staging, unless nil, is the way that changes take. Prune is none then.
	Staging *Staging
}

// Apply compares each domain with what is wanted, and carries out what is
// needed. What becomes of one domain does not touch the others.
func (p *Plan) Apply(ctx context.Context, domains []string) []types.AppliedDomainConfigs {
	jobs := make([]*job, len(domains))
	for i, name := range domains {
		jobs[i] = &job{plan: p, result: types.AppliedDomainConfigs{DomainName: name}}
	}
	p.each(ctx, jobs, (*job).read)
	switch {
	case p.Staging != nil:
		p.each(ctx, jobs, (*job).stage)
	case !p.DryRun:
		p.setTogether(ctx, jobs)
		p.each(ctx, jobs, (*job).finish)
	}
	results := make([]types.AppliedDomainConfigs, len(jobs))
	for i, j := range jobs {
		results[i] = j.result
	}
	return results
}

// each takes the step for those jobs that have not failed, all at once: they
// spend their time waiting.
func (p *Plan) each(ctx context.Context, jobs []*job, step func(*job, context.Context) error) {
	var running sync.WaitGroup
	for _, j := range jobs {
		if j.result.Err == nil {
			running.Go(func() { j.result.Err = step(j, ctx) })
		}
	}
	running.Wait()
}

// setTogether makes one call for domains that need the same. What that leaves
// undone, because a domain is busy or needs what no other does, is up to
// finish.
func (p *Plan) setTogether(ctx context.Context, jobs []*job) {
	var running sync.WaitGroup
	for _, batch := range batches(jobs) {
		running.Go(func() { p.setBatch(ctx, batch) })
	}
	running.Wait()
}

// batches are the domains that need the same, as many as fit into one call.
func batches(jobs []*job) [][]*job {
	groups := make(map[string][]*job)
	for _, j := range jobs {
		groups[j.key()] = append(groups[j.key()], j)
	}
	var all [][]*job
	for _, j := range jobs { // in their order
		if key := j.key(); key != "" && groups[key][0] == j {
			all = slices.AppendSeq(all, slices.Chunk(groups[key], mostPairs/len(j.next())))
		}
	}
	return all
}

// setBatch sets the same functions on several domains. The service refuses all
// for one of them: which that is, is found by halves.
func (p *Plan) setBatch(ctx context.Context, batch []*job) {
	if len(batch) < 2 {
		return // is up to finish
	}
	names := make([]string, len(batch))
	for i, j := range batch {
		names[i] = j.result.DomainName
	}
	err := p.Service.Judge.Do(ctx, func() error { return p.Service.Set(ctx, names, batch[0].functions()) })
	switch {
	case err == nil:
		for _, j := range batch {
			j.sent()
		}
	case ctx.Err() != nil:
	default:
		p.setFailed(ctx, batch, err)
	}
}

// setFailed decides what becomes of domains whose common call has failed.
func (p *Plan) setFailed(ctx context.Context, batch []*job, err error) {
	switch p.Service.Judge(err) {
	case patience.Unknown:
		for _, j := range batch {
			j.lost(err)
		}
	case patience.Futile:
		for _, j := range batch {
			j.result.Err = err
		}
	default:
		half := (len(batch) + 1) / 2
		p.setBatch(ctx, batch[:half])
		p.setBatch(ctx, batch[half:])
	}
}

// job is the work on one domain.
type job struct {
	plan   *Plan
	result types.AppliedDomainConfigs

	found   *finding // at first
	index   []int    // which configuration each change is of, -1 for a deletion
	todo    []int    // changes that are still to be set
	waiting bool     // something is not known to be in effect
	unsure  error    // what was set is not known, because of this error
}

// read finds out what is needed.
func (j *job) read(ctx context.Context) error {
	have, err := j.records(ctx)
	if err != nil {
		return err
	}
	found, err := j.plan.Want.find(have)
	if err != nil {
		return err
	}
	j.found, j.waiting = found, len(found.pending) > 0
	j.toSet(found)
	for _, change := range found.prune(j.plan.Prune) {
		j.result.Changes, j.index = append(j.result.Changes, change), append(j.index, -1)
	}
	return nil
}

func (j *job) records(ctx context.Context) (have []types.DomainConfig, err error) {
	err = j.plan.Service.Judge.Do(ctx, func() (wrong error) {
		have, wrong = j.plan.Service.Read(ctx, j.result.DomainName)
		return wrong
	}, patience.Busy, patience.Unknown)
	return have, err
}

// next are the changes of the next call.
func (j *job) next() []int { return j.todo[:min(len(j.todo), mostFunctions)] }

// functions are the functions of the next call.
func (j *job) functions() types.Functions {
	var functions types.Functions
	for _, i := range j.next() {
		functions = append(functions, j.result.Changes[i].Function)
	}
	return functions
}

// key is equal for domains whose next call is the same, "" for one that shares
// its calls with no other: functions that name no record are those that are
// wanted.
func (j *job) key() string {
	if j.result.Err != nil || len(j.todo) == 0 {
		return ""
	}
	var same []int
	for _, i := range j.next() {
		if j.result.Changes[i].Function.ConfigId != "" {
			return ""
		}
		same = append(same, j.index[i])
	}
	return fmt.Sprint(same)
}

// sent notes that the next call was made.
func (j *job) sent() {
	for _, i := range j.next() {
		j.result.Changes[i].Status = types.DomainConfigStatusConfiguring
	}
	j.lost(j.unsure)
}

// lost notes that the next call was made, with what success is not known.
func (j *job) lost(err error) {
	j.todo, j.waiting, j.unsure = j.todo[len(j.next()):], true, err
}

// finish sets what is still to be set, waits until all is in effect, and then
// deletes what is not wanted: a change of a domain makes it busy for a while.
func (j *job) finish(ctx context.Context) error {
	for round := 1; ; round++ {
		if err := j.set(ctx); err != nil {
			return err
		}
		if !j.waiting {
			break
		}
		found, err := j.rest(ctx)
		if err != nil {
			return err
		}
		if len(found.differing) == 0 {
			break
		}
		if j.unsure == nil || round == rounds {
			return j.differs(found.differing)
		}
		j.unsure = nil
		j.toSet(found)
	}
	return j.delete(ctx)
}

// differs is the error of a domain that is configured otherwise than it was
// asked for.
func (j *job) differs(differing types.DomainConfigChanges) error {
	err := fmt.Errorf("alicdn: at rest, but not as it is wanted: %s", inOneLine(differing))
	if j.unsure != nil {
		return fmt.Errorf("%w: %w", err, j.unsure)
	}
	return err
}

// set makes the calls that are left, for this domain alone.
func (j *job) set(ctx context.Context) error {
	for len(j.todo) > 0 {
		err := j.plan.Service.Judge.Do(ctx, func() error { return j.plan.Service.Set(ctx, []string{j.result.DomainName}, j.functions()) }, patience.Busy)
		switch {
		case err == nil:
			j.sent()
		case ctx.Err() != nil, j.plan.Service.Judge(err) != patience.Unknown:
			return err
		default:
			j.lost(err)
		}
	}
	return nil
}

// Looks at a domain that has come to rest, until what they show is believed:
// for a moment the service may show what was before.
const (
	looksAtFailed    = 2
	looksAtDiffering = 4
)

// toSet plans to set what differs, at first or still.
func (j *job) toSet(found *finding) {
	for i, change := range found.differing {
		at := slices.Index(j.index, found.index[i])
		if at < 0 {
			at = len(j.index)
			j.result.Changes, j.index = append(j.result.Changes, change), append(j.index, found.index[i])
		}
		j.result.Changes[at].Function = change.Function
		j.todo = append(j.todo, at)
	}
}

// rest waits until what was set is in effect, and returns what was found last.
func (j *job) rest(ctx context.Context) (found *finding, err error) {
	looks := 0
	err = j.plan.Service.Rest(ctx, j.result.DomainName, func(domain poll.State, have []types.DomainConfig) (poll.State, error) {
		if found, err = j.plan.Want.find(have); err != nil {
			return poll.State{}, err
		}
		j.update(found)
		if !domain.Done {
			return domain, nil
		}
		looks++
		switch {
		case len(found.pending) > 0:
			return poll.State{Name: string(types.DomainConfigStatusConfiguring), Remaining: found.pending}, nil
		case len(found.failed) > 0 && looks < looksAtFailed:
			return poll.State{Name: string(types.DomainConfigStatusFailed), Remaining: found.failed}, nil
		case len(found.failed) > 0 && j.unsure == nil:
			return poll.State{Name: string(types.DomainConfigStatusFailed), Failed: found.failed}, nil
		case len(found.differing) > 0 && looks < looksAtDiffering:
			return poll.State{Name: "differing", Remaining: functionNames(found.differing)}, nil
		default:
			return poll.State{Name: string(types.DomainConfigStatusSuccess), Done: true}, nil
		}
	})
	return found, err
}

func functionNames(changes types.DomainConfigChanges) []string {
	names := make([]string, len(changes))
	for i, change := range changes {
		names[i] = string(change.FunctionName)
	}
	return names
}

// update notes how far the changes are: those whose records hold what is
// wanted, or failed to.
func (j *job) update(found *finding) {
	for i, of := range j.index {
		if of < 0 {
			continue
		}
		holder := found.holders[of]
		if holder == nil || holder.status != types.DomainConfigStatusFailed && slices.Contains(found.index, of) {
			continue
		}
		change := &j.result.Changes[i]
		change.ConfigId, change.Status = holder.function.ConfigId, holder.status
	}
}

// delete deletes the records that are not wanted.
func (j *job) delete(ctx context.Context) error {
	doomed := j.result.Changes.ConfigId()
	for tries := 1; len(doomed) > 0; tries++ {
		err := j.plan.Service.Judge.Do(ctx, func() error { return j.plan.Service.Delete(ctx, j.result.DomainName, doomed) }, patience.Busy)
		if err == nil {
			break
		}
		verdict := j.plan.Service.Judge(err)
		if ctx.Err() != nil || tries == rounds || verdict != patience.Missing && verdict != patience.Unknown {
			return err
		}
		have, err := j.records(ctx)
		if err != nil {
			return err
		}
		doomed = slices.DeleteFunc(doomed, func(id string) bool {
			return !slices.ContainsFunc(have, func(c types.DomainConfig) bool { return string(c.ConfigId) == id })
		})
	}
	if len(j.result.Changes.ConfigId()) == 0 {
		return nil
	}
	for i := range j.result.Changes {
		if j.result.Changes[i].Kind == types.DomainConfigChangeDelete {
			j.result.Changes[i].Status = types.DomainConfigStatusSuccess
		}
	}
	_, err := j.rest(ctx)
	return err
}
