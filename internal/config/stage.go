package config

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/alicdn/alicdn-go/internal/patience"
	"github.com/alicdn/alicdn-go/internal/poll"
	"github.com/alicdn/alicdn-go/types"
)

// Staging is the way of changes through the staging environments of domains.
type Staging struct {
	// Service is for the staging environments. Delete is not used.
	Service Service

	// Addresses returns those of the staging nodes, for Check.
	Addresses func(ctx context.Context) ([]string, error)

	// Check, unless nil, tries what is in effect in staging.
	Check func(ctx context.Context, domain string, addresses []string) error

	// Publish puts into production what stands in staging, Rollback drops it.
	Publish, Rollback func(ctx context.Context, domain string) error

	// Discard says to drop what others have staged. Otherwise that is an
	// ErrConflict.
	Discard     bool
	ErrConflict error

	// Grace is how long the end may take where something went wrong, whether or
	// not the context has ended.
	Grace time.Duration
}

// stage is the work on one domain that goes through staging.
type stage struct {
	*job // on production
	*Staging
	trial *job // on the staging environment

	inEffect bool // staging was seen to be as it is wanted
	asked    bool // the last call to publish may have been heard, or not
	inDoubt  bool // so may one of them
}

// stage stages what production needs, and publishes it or rolls it back.
func (j *job) stage(ctx context.Context) error {
	if len(j.result.Changes) == 0 {
		if j.plan.DryRun {
			return nil
		}
		return j.finish(ctx)
	}
	s := &stage{job: j, Staging: j.plan.Staging}
	s.trial = &job{plan: &Plan{Want: s.wantedOfStaging(), Service: s.Staging.Service}, result: types.AppliedDomainConfigs{DomainName: j.result.DomainName}}
	found, err := s.begin(ctx)
	if err != nil || j.plan.DryRun {
		return err
	}
	s.trial.waiting = len(found.pending) > 0
	s.trial.toSet(found)
	if err = s.try(ctx); err == nil {
		err = s.publish(ctx)
	}
	if err != nil && j.result.Staging != types.StagingOutcomePublished {
		return s.end(ctx, err)
	}
	return err
}

// wantedOfStaging is what staging is to have: the configurations that differ in
// production, which name the records of production but are not found by them.
func (s *stage) wantedOfStaging() Wanted {
	want := make(Wanted, len(s.result.Changes))
	for i := range s.result.Changes {
		one, holder := *s.plan.Want[s.index[i]], s.found.holders[s.index[i]]
		one.of, one.function.ConfigId = s.result.Changes[i].Function.ConfigId, ""
		if holder != nil && one.function.ParentId == "" {
			one.function.ParentId = holder.function.ParentId
		}
		want[i] = &one
	}
	return want
}

// begin makes sure that nothing of others stands in staging.
func (s *stage) begin(ctx context.Context) (*finding, error) {
	found, err := s.look(ctx)
	if err != nil {
		return nil, err
	}
	others := s.others(found, true)
	if len(others) == 0 {
		return found, nil
	}
	if !s.Discard {
		return nil, s.conflict(others)
	}
	if !s.plan.DryRun {
		if _, err := s.rollback(ctx); err != nil {
			return nil, err
		}
	}
	return s.trial.plan.Want.find(nil)
}

// look reads what stands in staging.
func (s *stage) look(ctx context.Context) (*finding, error) {
	records, err := s.trial.records(ctx)
	if err != nil {
		return nil, err
	}
	return s.trial.plan.Want.find(records)
}

// others are the records in staging that are not wanted there. What production
// has, too, does no harm. A record that holds what is wanted with other arguments
// counts, too, if asked for.
func (s *stage) others(found *finding, strictly bool) types.DomainConfigChanges {
	differs := make(map[*record]bool)
	for i, change := range found.differing {
		if strictly && len(change.Args) > 0 {
			differs[found.holders[found.index[i]]] = true
		}
	}
	var others types.DomainConfigChanges
	for i := range found.records {
		r := &found.records[i]
		if (!r.taken || differs[r]) && !s.found.has(r) {
			others = append(others, r.deletion())
		}
	}
	return others
}

// has reports whether there is an equal record.
func (f *finding) has(other *record) bool {
	for i := range f.records {
		if f.records[i].sameAs(other) {
			return true
		}
	}
	return false
}

// sameAs reports whether two records say the same, apart from what the service
// adds.
func (r *record) sameAs(other *record) bool {
	a, b := r.function, other.function
	return a.FunctionName == b.FunctionName && parent(a.ParentId) == parent(b.ParentId) &&
		covers(a.FunctionArgs, b.FunctionArgs) && covers(b.FunctionArgs, a.FunctionArgs)
}

func covers(args, others []types.FunctionArg) bool {
	for _, arg := range others {
		if !added[arg.ArgName] && value(args, arg.ArgName) != arg.ArgValue {
			return false
		}
	}
	return true
}

func (s *stage) conflict(others types.DomainConfigChanges) error {
	remedy := ", which DiscardStaged drops"
	if s.Discard {
		remedy = "" // they came in between
	}
	return fmt.Errorf("%w: the staging environment has what others have set%s: %s", s.ErrConflict, remedy, inOneLine(others))
}

// try stages what is wanted, waits until it is in effect there, and checks it.
func (s *stage) try(ctx context.Context) error {
	err := s.trial.finish(ctx)
	for i, change := range s.trial.result.Changes {
		if change.Status == types.DomainConfigStatusFailed {
			s.result.Changes[s.trial.index[i]].Status = change.Status
		}
	}
	if err != nil {
		return err
	}
	s.inEffect = true
	if s.Check == nil {
		return nil
	}
	var addresses []string
	err = s.judge().Do(ctx, func() (wrong error) {
		addresses, wrong = s.Addresses(ctx)
		return wrong
	}, patience.Busy, patience.Unknown)
	if err != nil {
		return err
	}
	if err := s.Check(ctx, s.result.DomainName, addresses); err != nil {
		return fmt.Errorf("alicdn: check in the staging environment: %w", err)
	}
	return nil
}

func (s *stage) judge() patience.Judge { return s.Staging.Service.Judge }

// publish puts what stands in staging into production, and waits until
// production has it. Where an answer was lost it looks before it asks again.
func (s *stage) publish(ctx context.Context) error {
	s.expect()
	for round := 1; ; round++ {
		s.unsure = s.ask(ctx)
		s.inDoubt = s.inDoubt || s.asked
		if s.unsure != nil && (!s.asked || ctx.Err() != nil) {
			return s.unsure
		}
		found, err := s.rest(ctx)
		switch {
		case err != nil:
			return err
		case len(found.differing) == 0:
			s.published()
			return nil
		case !s.asked || round == rounds:
			return s.differs(found.differing)
		}
		staged, err := s.look(ctx)
		if err != nil {
			return err
		}
		switch {
		case staged.holdsAny():
			continue
		case !found.isThere():
			return s.differs(found.differing)
		}
		s.published()
		s.unsure = nil
		_, err = s.rest(ctx) // which says what has failed
		return err
	}
}

// expect makes the job one that looks for what is published: by what it is, for
// it need not keep its record.
func (s *stage) expect() {
	plan := *s.plan
	plan.Want = append(Wanted(nil), plan.Want...)
	for i, one := range s.trial.plan.Want {
		plan.Want[s.index[i]] = one
	}
	s.plan = &plan
}

// ask makes a call to publish, once staging is ready for it, and has just what
// is wanted.
func (s *stage) ask(ctx context.Context) error {
	err := s.judge().Do(ctx, func() error {
		s.asked = false
		staged, err := s.look(ctx)
		if err != nil {
			return err
		}
		if others := s.others(staged, true); len(others) > 0 {
			return s.conflict(others)
		}
		if len(staged.differing) > 0 {
			s.asked = !staged.holdsAny() // perhaps others have published it
			return fmt.Errorf("%w: the staging environment has lost what was set: %s", s.ErrConflict, inOneLine(staged.differing))
		}
		err = s.Publish(ctx, s.result.DomainName)
		// What is missing is perhaps there no more because an earlier call was heard.
		s.asked = err != nil && (s.isInDoubt(ctx, err) || s.judge()(err) == patience.Missing)
		return err
	}, patience.Busy)
	if err == nil {
		s.published()
	}
	return err
}

// isInDoubt reports whether a call may have been heard that failed with err.
func (s *stage) isInDoubt(ctx context.Context, err error) bool {
	return ctx.Err() != nil || s.judge()(err) == patience.Unknown
}

// published notes that production has what was staged, or will have it soon.
func (s *stage) published() {
	s.result.Staging = types.StagingOutcomePublished
	for i := range s.result.Changes {
		if change := &s.result.Changes[i]; change.Status == "" {
			change.Status = types.DomainConfigStatusConfiguring
		}
	}
}

// holdsAny reports whether there is a record of something that is wanted.
func (f *finding) holdsAny() bool {
	for _, holder := range f.holders {
		if holder != nil {
			return true
		}
	}
	return false
}

// isThere reports whether all that is wanted is there, if only to fail.
func (f *finding) isThere() bool {
	return !slices.ContainsFunc(f.differing, func(change types.DomainConfigChange) bool {
		return change.Kind == types.DomainConfigChangeAdd || len(change.Args) > 0
	})
}

// end takes out of staging what was set there, since something went wrong,
// unless it was published after all.
func (s *stage) end(ctx context.Context, cause error) error {
	isInDoubt := s.trial.unsure != nil || s.isInDoubt(ctx, cause)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.Grace)
	defer cancel()
	outcome, err := s.settle(ctx, isInDoubt)
	s.result.Staging = outcome
	if outcome == types.StagingOutcomePublished {
		s.published()
	}
	if err != nil {
		return fmt.Errorf("%w; not rolled back: %w", cause, err)
	}
	return cause
}

func (s *stage) settle(ctx context.Context, isInDoubt bool) (types.StagingOutcome, error) {
	if s.inDoubt {
		if isPublished, err := s.isPublished(ctx); err != nil {
			return types.StagingOutcomeLeft, err
		} else if isPublished {
			return types.StagingOutcomePublished, nil
		}
	}
	staged, err := s.look(ctx)
	if err != nil {
		return types.StagingOutcomeLeft, err
	}
	switch others := s.others(staged, s.inEffect); {
	case !staged.holdsAny() && !isInDoubt && !s.inDoubt:
		return "", nil
	case len(others) > 0:
		return types.StagingOutcomeLeft, s.conflict(others)
	}
	isDropped, err := s.rollback(ctx)
	if err != nil {
		return types.StagingOutcomeLeft, err
	}
	if s.inDoubt && !isDropped { // perhaps heard between the looks
		if isPublished, err := s.isPublished(ctx); err == nil && isPublished {
			return types.StagingOutcomePublished, nil
		}
	}
	return types.StagingOutcomeRolledBack, nil
}

// isPublished looks whether production has what was staged, more than once,
// unless staging still has it: production may for a moment show what was before.
func (s *stage) isPublished(ctx context.Context) (bool, error) {
	for looks := 1; ; looks++ {
		have, err := s.records(ctx)
		if err != nil {
			return false, err
		}
		found, err := s.plan.Want.find(have)
		if err != nil || len(found.differing) == 0 {
			return err == nil, err
		}
		staged, err := s.look(ctx)
		switch {
		case err != nil || staged.holdsAny():
			return false, err
		case found.isThere():
			return true, nil
		case looks == looksAtDiffering:
			return false, nil
		}
		if err := poll.Sleep(ctx, patience.Pace.Min); err != nil {
			return false, err
		}
	}
}

// rollback drops all that stands in staging, and reports whether it did: there
// may be nothing.
func (s *stage) rollback(ctx context.Context) (bool, error) {
	err := s.judge().Do(ctx, func() error { return s.Rollback(ctx, s.result.DomainName) }, patience.Busy, patience.Unknown)
	if err != nil && s.judge()(err) == patience.Missing {
		return false, nil
	}
	return err == nil, err
}
