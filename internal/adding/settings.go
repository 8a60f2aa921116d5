package adding

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/alicdn/alicdn-go/types"
)

// Settings are what a domain is added with, as far as it can be read again.
type Settings struct {
	CdnType         types.CdnType
	Scope           types.Scope
	ResourceGroupId string
	Sources         types.Sources
}

// Difference says in what a domain differs from the settings, "" if in nothing.
// What was not asked for, or what the answer lacks, is no difference.
func (s Settings) Difference(domain *types.GetDomainDetailModel) string {
	for _, one := range []struct{ name, want, has string }{
		{"CdnType", string(s.CdnType), string(domain.CdnType)},
		{"Scope", string(s.Scope), string(domain.Scope)},
		{"ResourceGroupId", s.ResourceGroupId, string(domain.ResourceGroupId)},
	} {
		if one.want != "" && one.has != "" && !strings.EqualFold(one.want, one.has) {
			return fmt.Sprintf("%s is %s, not %s", one.name, one.has, one.want)
		}
	}
	if len(domain.SourceModels) == 0 {
		return ""
	}
	hasPriority := !slices.ContainsFunc(domain.SourceModels, func(m types.SourceModel) bool { return m.Priority == "" })
	hasWeight := !slices.ContainsFunc(domain.SourceModels, func(m types.SourceModel) bool { return m.Weight == "" })
	origin := func(kind types.SourceType, content string, port int64, priority, weight string) string {
		if !hasPriority {
			priority = ""
		}
		if !hasWeight {
			weight = ""
		}
		return fmt.Sprintf("%s %s:%d (priority %s, weight %s)",
			strings.ToLower(string(kind)), strings.ToLower(content), cmp.Or(port, 80), cmp.Or(priority, "20"), cmp.Or(weight, "10"))
	}
	wanted, has := make([]string, len(s.Sources)), make([]string, len(domain.SourceModels))
	for i, source := range s.Sources {
		wanted[i] = origin(source.Type, source.Content, int64(source.Port), source.Priority, source.Weight)
	}
	for i, source := range domain.SourceModels {
		has[i] = origin(source.Type, source.Content, int64(source.Port), source.Priority, source.Weight)
	}
	slices.Sort(wanted)
	slices.Sort(has)
	if !slices.Equal(wanted, has) {
		return "Sources are " + strings.Join(has, ", ") + ", not " + strings.Join(wanted, ", ")
	}
	return ""
}
