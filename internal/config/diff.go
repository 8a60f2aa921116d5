package config

import (
	"slices"
	"strings"

	"github.com/alicdn/alicdn-go/internal/param"
	"github.com/alicdn/alicdn-go/internal/secret"
	"github.com/alicdn/alicdn-go/types"
)

// Wanted are configurations that are wanted of a domain, checked.
type Wanted []*wanted

// wanted is one of them.
type wanted struct {
	function types.Function
	spec     *spec

	of types.ID // the record to change where it has none yet, if any
}

// Want checks the configurations. All that is wrong with them is returned as
// [param.Errors].
func Want(configs types.Configs) (Wanted, error) {
	var (
		all        = make(Wanted, len(configs))
		violations param.Errors
	)
	for i, config := range configs {
		function, spec, wrong := encode(config)
		all[i] = &wanted{function: function, spec: spec}
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
			violations = append(violations, one.violation("", "is wanted twice of one record"))
		}
	}
	return violations
}

func (w *wanted) sameRecord(other *wanted) bool {
	this, that := &w.function, &other.function
	if this.ConfigId != "" || that.ConfigId != "" {
		return this.ConfigId == that.ConfigId
	}
	return len(w.spec.args) > 0 && w.sameKey(that)
}

// OfOneDomain returns the violation of naming a record, which belongs to one
// domain.
func (w Wanted) OfOneDomain() error {
	const rule = "names a record, which no two domains have in common"
	for _, one := range w {
		switch {
		case one.function.ConfigId != "":
			return param.Errors{one.violation(".configId", rule)}
		case parent(one.function.ParentId) != "":
			return param.Errors{one.violation(".parentId", rule)}
		}
	}
	return nil
}

func (w *wanted) violation(member, rule string) *param.Error {
	return &param.Error{Param: string(w.function.FunctionName) + member, Rule: rule}
}

// Diff compares what is wanted with the records of a domain.
func (w Wanted) Diff(have []types.DomainConfig, prune types.Prune) (types.DomainConfigChanges, error) {
	found, err := w.find(have)
	if err != nil {
		return nil, err
	}
	return append(found.differing, found.prune(prune)...), nil
}

// finding is what the records of a domain say of what is wanted.
type finding struct {
	wanted  Wanted
	records []record
	holders []*record // of each configuration; nil: there is none yet

	differing       types.DomainConfigChanges
	index           []int    // which configuration each of them is of
	pending, failed []string // functions that are not in effect yet, or will not be
}

// record is a record of the domain.
type record struct {
	function types.Function
	status   types.DomainConfigStatus
	taken    bool // holds a configuration that is wanted
}

// find finds the record for each configuration: the one that it names, one
// that is equal, or one with the same key.
func (w Wanted) find(have []types.DomainConfig) (*finding, error) {
	f := &finding{wanted: w, records: make([]record, len(have)), holders: make([]*record, len(w))}
	for i := range have {
		f.records[i] = record{function: have[i].Function(), status: have[i].Status}
	}
	for _, fits := range []func(*wanted, *record) bool{(*wanted).names, (*wanted).equals, (*wanted).fits} {
		for i, one := range w {
			for r := range f.records {
				if r := &f.records[r]; f.holders[i] == nil && !r.taken && fits(one, r) {
					f.holders[i], r.taken = r, true
				}
			}
		}
	}
	for i, one := range w {
		if one.function.ConfigId != "" && f.holders[i] == nil {
			return nil, param.Errors{one.violation(".configId", "is no record of this function of the domain")}
		}
		f.compare(i)
	}
	return f, nil
}

func (w *wanted) names(r *record) bool {
	return w.function.ConfigId != "" && w.function.ConfigId == r.function.ConfigId && w.function.FunctionName == r.function.FunctionName
}

func (w *wanted) equals(r *record) bool { return w.fits(r) && len(w.differing(r)) == 0 }

func (w *wanted) fits(r *record) bool { return w.function.ConfigId == "" && w.sameKey(&r.function) }

// sameKey reports whether two functions are for the same record: of the same
// function, under the same condition, and with equal keys.
func (w *wanted) sameKey(other *types.Function) bool {
	if w.function.FunctionName != other.FunctionName || parent(w.function.ParentId) != parent(other.ParentId) {
		return false
	}
	for _, key := range w.spec.keys() {
		if !key.equal(value(w.function.FunctionArgs, key.name), value(other.FunctionArgs, key.name)) {
			return false
		}
	}
	return true
}

// parent is the condition under which a function is, "" for none; -1 takes it
// off.
func parent(id types.ID) types.ID {
	if id == "-1" {
		return ""
	}
	return id
}

// value returns the value of an argument, "" if there is none.
func value(args []types.FunctionArg, name string) string {
	for i := range args {
		if args[i].ArgName == name {
			return args[i].ArgValue
		}
	}
	return ""
}

// compare notes what is to be done for a configuration, and how far its record
// is.
func (f *finding) compare(i int) {
	one, holder := f.wanted[i], f.holders[i]
	change := types.DomainConfigChange{
		Kind:         types.DomainConfigChangeAdd,
		FunctionName: one.function.FunctionName,
		Function:     one.function,
	}
	name := string(one.function.FunctionName)
	switch {
	case holder == nil:
		change.Args = argChanges(one.function, false)
		change.Function.ConfigId = one.of
	case holder.status == types.DomainConfigStatusFailed:
		f.failed = append(f.failed, name)
	case holder.status != types.DomainConfigStatusSuccess:
		f.pending = append(f.pending, name)
	}
	if holder != nil {
		change.Kind, change.ConfigId = types.DomainConfigChangeSet, holder.function.ConfigId
		change.Args = one.differing(holder)
		if f.severalOf(one, holder) {
			change.Function.ConfigId = holder.function.ConfigId
		}
		if len(change.Args) == 0 && holder.status != types.DomainConfigStatusFailed {
			return
		}
	}
	f.differing, f.index = append(f.differing, change), append(f.index, i)
}

// severalOf reports whether a record has to be named to be changed: the
// function may have several.
func (f *finding) severalOf(one *wanted, holder *record) bool {
	count := 0
	for i := range f.records {
		if f.records[i].function.FunctionName == holder.function.FunctionName {
			count++
		}
	}
	return one.function.ConfigId != "" || count > 1 || len(one.spec.args) == 0 || len(one.spec.keys()) > 0 || holder.function.ParentId != ""
}

// differing compares the arguments, and the condition where one is wanted or
// is to be taken off. An empty argument is none, and without one the default
// holds. What the service adds counts only if it is wanted.
func (w *wanted) differing(r *record) []types.DomainConfigArgChange {
	var (
		want      = &w.function
		differing []types.DomainConfigArgChange
	)
	compare := func(name string) {
		a, wants, has := w.spec.find(name), value(want.FunctionArgs, name), value(r.function.FunctionArgs, name)
		if !a.equal(a.orDefault(wants), a.orDefault(has)) {
			differing = append(differing, argChange(want.FunctionName, name, has, wants))
		}
	}
	for i := range want.FunctionArgs {
		compare(want.FunctionArgs[i].ArgName)
	}
	for i := range r.function.FunctionArgs {
		if name := r.function.FunctionArgs[i].ArgName; !has(want.FunctionArgs, name) && !added[name] {
			compare(name)
		}
	}
	if want.ParentId != "" && parent(want.ParentId) != parent(r.function.ParentId) {
		differing = append(differing, argChange(want.FunctionName, "parentId", string(r.function.ParentId), string(want.ParentId)))
	}
	return differing
}

// orDefault returns a value, or what the service takes without one.
func (a *arg) orDefault(value string) string {
	if value == "" {
		return a.options["default"]
	}
	return value
}

// argChanges are the arguments of a function that is new or to be deleted.
func argChanges(function types.Function, deleted bool) []types.DomainConfigArgChange {
	changes := make([]types.DomainConfigArgChange, len(function.FunctionArgs))
	for i := range changes {
		arg := &function.FunctionArgs[i]
		if deleted {
			changes[i] = argChange(function.FunctionName, arg.ArgName, arg.ArgValue, "")
		} else {
			changes[i] = argChange(function.FunctionName, arg.ArgName, "", arg.ArgValue)
		}
	}
	return changes
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
func (f *finding) prune(prune types.Prune) types.DomainConfigChanges {
	named, conditions := make(map[types.FunctionName]bool), map[types.ID]bool{"": true}
	for _, one := range f.wanted {
		named[one.function.FunctionName] = true
		conditions[one.function.ParentId] = true
	}
	doomed := func(r *record) bool {
		return !r.taken && !conditions[r.function.ConfigId] &&
			(prune == types.PruneAll || prune == types.PruneNamed && named[r.function.FunctionName])
	}
	for more := true; more; {
		more = false
		for i := range f.records {
			if r := &f.records[i]; !conditions[r.function.ParentId] && !doomed(r) {
				conditions[r.function.ParentId], more = true, true
			}
		}
	}
	var changes types.DomainConfigChanges
	for i := range f.records {
		if r := &f.records[i]; doomed(r) {
			changes = append(changes, r.deletion())
		}
	}
	return changes
}

// deletion is the change that takes the record away.
func (r *record) deletion() types.DomainConfigChange {
	return types.DomainConfigChange{
		Kind:         types.DomainConfigChangeDelete,
		FunctionName: r.function.FunctionName,
		ConfigId:     r.function.ConfigId,
		Args:         argChanges(r.function, true),
	}
}

// inOneLine lists changes for an error.
func inOneLine(changes types.DomainConfigChanges) string {
	return strings.ReplaceAll(changes.String(), "\n", "; ")
}
