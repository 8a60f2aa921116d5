package cdntest

import (
	"net/http"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"

	"github.com/alicdn/alicdn-go/types"
)

var domainBatchHandlers = map[string]handler{
	"BatchAddCdnDomain":              batchAddCdnDomain,
	"BatchUpdateCdnDomain":           batchUpdateCdnDomain,
	"BatchDeleteCdnDomainConfig":     batchDeleteCdnDomainConfig,
	"ModifyCdnDomainSchdmByProperty": modifyCdnDomainSchdmByProperty,
}

// batchAddFaults says with which code BatchAddCdnDomain refuses what is wrong
// with an origin.
var batchAddFaults = map[originFault]types.ErrorCode{
	originsMalformed:          types.InvalidSourcesMalformed,
	originTypeMalformed:       types.InvalidSourceTypeMalformed,
	originContentMalformed:    types.InvalidSourcesMalformed,
	originTypeContentMismatch: types.InvalidTypeAndContentMissMatch,
	originPriorityMalformed:   types.InvalidSourcePriorityMalformed,
}

// batchAddCdnDomain adds all domains or, if one cannot be, none.
func batchAddCdnDomain(s *state, c *call) (object, *fault) {
	names := c.list("DomainName")
	if no := c.fitsBatch(len(names)); no != nil {
		return nil, no
	}
	origins, wrong := parseOrigins(c.get("Sources"))
	if wrong != originFine {
		return nil, c.fault(batchAddFaults[wrong])
	}
	var added []string
	for _, name := range names {
		if name = strings.ToLower(name); slices.Contains(added, name) {
			continue
		}
		if no := s.checkNew(c, name, added); no != nil {
			return nil, no
		}
		added = append(added, name)
	}
	for _, name := range added {
		s.addDomain(c, name, origins, nil)
	}
	return nil, nil
}

// fitsBatch refuses a call that names too many domains.
func (c *call) fitsBatch(domains int) *fault {
	if domains > maxBatch {
		return fail(http.StatusBadRequest, types.InvalidParameter, "A request may name at most 50 domains.")
	}
	return nil
}

func batchUpdateCdnDomain(s *state, c *call) (object, *fault) {
	domains, no := s.configurableAll(c, c.list("DomainName"))
	if no != nil {
		return nil, no
	}
	return s.modifyDomains(c, domains, types.InvalidSourcesMalformed)
}

func batchDeleteCdnDomainConfig(s *state, c *call) (object, *fault) {
	names := c.list("FunctionNames")
	for _, name := range names {
		if _, known := functions[name]; !known {
			return nil, c.fault(types.InvalidPlaceholderValueNotSupported, name)
		}
	}
	domains, no := s.configurableAll(c, c.list("DomainNames"))
	switch {
	case no != nil:
		return nil, no
	case len(domains)*len(names) > maxBatch:
		return nil, fail(http.StatusBadRequest, types.InvalidParameter, "Domains times functions may be at most 50.")
	}
	for _, d := range domains {
		d.configs = slices.DeleteFunc(d.configs, func(record *config) bool { return slices.Contains(names, record.function) })
		d.configure(c.now, s.durations.Configure)
	}
	return nil, nil
}

func modifyCdnDomainSchdmByProperty(s *state, c *call) (object, *fault) {
	var property struct {
		Coverage string `json:"coverage"`
	}
	err := json.Unmarshal([]byte(c.get("Property")), &property)
	if err != nil || !slices.Contains([]string{"domestic", "overseas", "global"}, property.Coverage) {
		return nil, c.fault(types.ScheduleNotFound)
	}
	d, no := s.configurable(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	d.scope = property.Coverage
	d.configure(c.now, s.durations.Configure)
	return nil, nil
}
