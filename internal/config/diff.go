package config

import (
	"slices"

	"github.com/alicdn/alicdn-go/internal/param"
	"github.com/alicdn/alicdn-go/internal/secret"
	"github.com/alicdn/alicdn-go/types"
)

// wanted is a configuration that is wanted, and the record that is to hold it.
type wanted struct {
	types.Function

	spec   spec
	record *types.DomainConfig // nil: there is none yet
}

// Wanted are configurations that are wanted of a domain, checked.
type Wanted []wanted

// Want checks the configurations. All that is wrong with them is returned as
// [param.Errors].
func Want(configs types.Configs) (Wanted, error) {
	var (
		all        = make(Wanted, len(configs))
		violations param.Errors
	)
	for i, config := range configs {
		var wrong param.Errors
		all[i].Function, all[i].spec, wrong = encode(config)
		violations = append(violations, wrong...)
	}
	if len(violations) == 0 {
		violations = all.twice()
	}
	if len(violations) > 0 {
		return nil, violations
	}
	return all, nil
}

// twice finds the configurations that are wanted of the same record.
func (w Wanted) twice() param.Errors {
	var violations param.Errors
	for i, one := range w {
		if slices.ContainsFunc(w[:i], one.sameRecord) {
			violations = append(violations, &param.Error{Param: string(one.FunctionName), Rule: "is wanted twice of one record"})
		}
	}
	return violations
}

func (w wanted) sameRecord(other wanted) bool {
	if w.ConfigId != "" || other.ConfigId != "" {
		return w.ConfigId == other.ConfigId
	}
	return len(w.spec.args) > 0 && w.sameKey(other.Function)
}

// OfOneDomain returns the violation of naming a record, which belongs to one
// domain.
func (w Wanted) OfOneDomain() error {
	for _, one := range w {
		var name string
		switch {
		case one.ConfigId != "":
			name = ".configId"
		case one.ParentId != "" && one.ParentId != noParent:
			name = ".parentId"
		default:
			continue
		}
		return param.Errors{{Param: string(one.FunctionName) + name, Rule: "names a record, which no two domains have in common"}}
	}
	return nil
}

// noParent takes the condition off a record.
const noParent = "-1"

// Diff compares what is wanted with the records of a domain.
func (w Wanted) Diff(have []types.DomainConfig, prune types.Prune) (types.DomainConfigChanges, error) {
	matched, taken, err := w.match(have)
	if err != nil {
		return nil, err
	}
	var changes types.DomainConfigChanges
	for _, one := range matched {
		if change, differs := one.change(have); differs {
			changes = append(changes, change)
		}
	}
	return append(changes, matched.prune(have, taken, prune)...), nil
}

// match finds the record for each configuration: the one that it names, one
// that is equal, or one with the same key.
func (w Wanted) match(have []types.DomainConfig) (matched Wanted, taken []bool, err error) {
	matched, taken = slices.Clone(w), make([]bool, len(have))
	for _, fits := range []func(wanted, types.DomainConfig) bool{wanted.names, wanted.equals, wanted.sameKeyAs} {
		for i := range matched {
			one := &matched[i]
			if one.record != nil {
				continue
			}
			for at := range have {
				if one.record == nil && !taken[at] && fits(*one, have[at]) {
					one.record, taken[at] = &have[at], true
				}
			}
		}
	}
	for _, one := range matched {
		if one.ConfigId != "" && one.record == nil {
			return nil, nil, param.Errors{{Param: string(one.FunctionName) + ".configId", Rule: "is no record of this function of the domain"}}
		}
	}
	return matched, taken, nil
}

func (w wanted) names(record types.DomainConfig) bool {
	return w.ConfigId != "" && w.ConfigId == record.ConfigId && w.FunctionName == record.FunctionName
}

func (w wanted) equals(record types.DomainConfig) bool {
	return w.sameKeyAs(record) && len(w.differing(record)) == 0
}

func (w wanted) sameKeyAs(record types.DomainConfig) bool {
	return w.ConfigId == "" && w.sameKey(record.Function())
}

// sameKey reports whether two functions are for the same record: of the same
// function, under the same condition, and with equal keys.
func (w wanted) sameKey(other types.Function) bool {
	return w.FunctionName == other.FunctionName && parent(w.ParentId) == parent(other.ParentId) &&
		!slices.ContainsFunc(w.spec.keys(), func(a arg) bool {
			return !a.equal(value(w.FunctionArgs, a.name), value(other.FunctionArgs, a.name))
		})
}

func parent(id types.ID) types.ID {
	if id == noParent {
		return ""
	}
	return id
}

// value returns the value of an argument, "" if there is none.
func value(args []types.FunctionArg, name string) string {
	i := slices.IndexFunc(args, func(a types.FunctionArg) bool { return a.ArgName == name })
	if i < 0 {
		return ""
	}
	return args[i].ArgValue
}

// change returns what has to be done, if anything.
func (w wanted) change(have []types.DomainConfig) (types.DomainConfigChange, bool) {
	change := types.DomainConfigChange{
		Kind:         types.DomainConfigChangeAdd,
		FunctionName: w.FunctionName,
		Function:     w.Function,
	}
	if w.record == nil {
		for _, arg := range w.FunctionArgs {
			change.Args = append(change.Args, argChange(w.FunctionName, arg.ArgName, "", arg.ArgValue))
		}
		return change, true
	}
	change.Kind, change.ConfigId = types.DomainConfigChangeSet, w.record.ConfigId
	change.Args = w.differing(*w.record)
	if w.severalIn(have) {
		change.Function.ConfigId = w.record.ConfigId
	}
	return change, len(change.Args) > 0 || w.record.Status == types.DomainConfigStatusFailed
}

// severalIn reports whether a record has to be named to be changed: the
// function may have several.
func (w wanted) severalIn(have []types.DomainConfig) bool {
	count := 0
	for _, record := range have {
		if record.FunctionName == w.FunctionName {
			count++
		}
	}
	return w.ConfigId != "" || count > 1 || len(w.spec.args) == 0 || len(w.spec.keys()) > 0 || w.record.ParentId != ""
}

// differing compares the arguments, and the condition where one is wanted or
// is to be taken off. An empty argument is none, and without one the default
// holds. What the service adds counts only if it is wanted.
func (w wanted) differing(record types.DomainConfig) []types.DomainConfigArgChange {
	have := record.Function().FunctionArgs
	var differing []types.DomainConfigArgChange
	compare := func(name string) {
		a, want, had := w.spec.find(name), value(w.FunctionArgs, name), value(have, name)
		if !a.equal(a.orDefault(want), a.orDefault(had)) {
			differing = append(differing, argChange(w.FunctionName, name, had, want))
		}
	}
	for _, arg := range w.FunctionArgs {
		compare(arg.ArgName)
	}
	for _, arg := range have {
		if !has(w.FunctionArgs, arg.ArgName) && !added[arg.ArgName] {
			compare(arg.ArgName)
		}
	}
	if w.ParentId != "" && parent(w.ParentId) != parent(record.ParentId) {
		differing = append(differing, argChange(w.FunctionName, "parentId", string(record.ParentId), string(w.ParentId)))
	}
	return differing
}

// orDefault returns a value, or what the service takes without one.
func (a arg) orDefault(value string) string {
	if value == "" {
		return a.options["default"]
	}
	return value
}

func argChange(function types.FunctionName, name, have, want string) types.DomainConfigArgChange {
	if types.SecretArg(function, name) {
		have, want = mask(have), mask(want)
	}
	return types.DomainConfigArgChange{ArgName: name, Have: have, Want: want}
}

func mask(value string) string {
	if value == "" {
		return ""
	}
	return secret.Mask
}

// prune returns the records to delete. A condition that a record depends on
// stays as long as that record does.
func (w Wanted) prune(have []types.DomainConfig, taken []bool, prune types.Prune) types.DomainConfigChanges {
	named, conditions := make(map[types.FunctionName]bool), make(map[types.ID]bool)
	for _, one := range w {
		named[one.FunctionName] = true
		conditions[one.ParentId] = true
	}
	doomed := func(at int) bool {
		return !taken[at] && !conditions[have[at].ConfigId] &&
			(prune == types.PruneAll || prune == types.PruneNamed && named[have[at].FunctionName])
	}
	for more := true; more; {
		more = false
		for at, record := range have {
			if !doomed(at) && record.ParentId != "" && !conditions[record.ParentId] {
				conditions[record.ParentId], more = true, true
			}
		}
	}
	var changes types.DomainConfigChanges
	for at, record := range have {
		if doomed(at) {
			changes = append(changes, deletion(record))
		}
	}
	return changes
}

func deletion(record types.DomainConfig) types.DomainConfigChange {
	change := types.DomainConfigChange{
		Kind:         types.DomainConfigChangeDelete,
		FunctionName: record.FunctionName,
		ConfigId:     record.ConfigId,
	}
	for _, arg := range record.FunctionArgs {
		change.Args = append(change.Args, argChange(record.FunctionName, arg.ArgName, arg.ArgValue, ""))
	}
	return change
}
