package cdntest

import (
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// domainFilter decides whether DescribeUserDomains lists a domain.
type domainFilter func(d *domain) bool

func describeUserDomains(s *state, c *call) (object, *fault) {
	filters, no := domainFilters(c)
	if no != nil {
		return nil, no
	}
	matching := slices.DeleteFunc(s.sorted(), func(d *domain) bool {
		return slices.ContainsFunc(filters, func(keep domainFilter) bool { return !keep(d) })
	})
	number, size := c.int("PageNumber", 1), c.int("PageSize", 20)
	listed := []object{}
	for _, d := range pageOf(matching, number, size) {
		listed = append(listed, d.listed())
	}
	return pageOfDomains(number, size, len(matching), listed), nil
}

func (d *domain) listed() object {
	sources := make([]object, len(d.origins))
	for i, o := range d.origins {
		sources[i] = o.model()
	}
	listed := object{
		"DomainId":        d.id,
		"DomainName":      d.name,
		"DomainStatus":    d.status,
		"CdnType":         d.cdnType,
		"Coverage":        d.scope,
		"ResourceGroupId": d.resourceGroup,
		"Description":     d.description(),
		"SslProtocol":     onOff(d.https),
		"Sandbox":         "normal",
		"GmtCreated":      utc(d.created),
		"GmtModified":     utc(d.modified),
		"Sources":         object{"Source": sources},
	}
	if !d.failed() && d.status != statusChecking { // it gets its CNAME when it is configured
		listed["Cname"] = d.cname()
	}
	return listed
}

// domainFilters makes a filter of each parameter that asks for one.
func domainFilters(c *call) ([]domainFilter, *fault) {
	var filters []domainFilter
	for name, filter := range plainFilters {
		if value := c.get(name); value != "" {
			filters = append(filters, func(d *domain) bool { return filter(d, value) })
		}
	}
	if names := c.list("DomainName"); len(names) > 0 {
		matches := nameMatches[strings.ToLower(c.get("DomainSearchType"))]
		for i, name := range names {
			if names[i] = strings.ToLower(name); !domainNamePart(names[i]) {
				return nil, c.fault(types.InvalidDomainNameMalformed)
			}
		}
		filters = append(filters, func(d *domain) bool {
			return slices.ContainsFunc(names, func(name string) bool { return matches(d.name, name) })
		})
	}
	if status := c.get("DomainStatus"); status != "" {
		wanted, known := knownStatuses[status]
		if !known {
			return nil, c.fault(types.InvalidDomainStatusValueNotSupported)
		}
		filters = append(filters, func(d *domain) bool { return d.status == wanted })
	}
	if id := c.get("FuncId"); id != "" {
		wanted := c.get("FuncFilter") != "unconfig"
		filters = append(filters, func(d *domain) bool { return d.hasFunction(id) == wanted })
	}
	start, hasStart := c.time("ChangeStartTime")
	end, hasEnd := c.time("ChangeEndTime")
	filters = append(filters, func(d *domain) bool {
		changed := d.modified.Truncate(time.Second) // as the answer shows it
		return (!hasStart || !changed.Before(start)) && (!hasEnd || changed.Before(end))
	})
	tags, no := c.tags()
	if no != nil {
		return nil, no
	}
	return append(filters, func(d *domain) bool { return d.hasTags(tags) }), nil
}

// plainFilters are those that look at nothing but the parameter's value.
var plainFilters = map[string]func(d *domain, value string) bool{
	"CdnType": func(d *domain, value string) bool {
		return slices.Contains(splitTrimmed(strings.ToLower(value), ","), d.cdnType)
	},
	"ResourceGroupId": func(d *domain, value string) bool { return d.resourceGroup == value },
	"Coverage":        func(d *domain, value string) bool { return d.scope == strings.ToLower(value) },
	"Source":          func(d *domain, value string) bool { return d.usesOrigin(value) },
	"CheckDomainShow": func(d *domain, value string) bool {
		return value != "false" || !d.failed() && d.status != statusChecking
	},
}

// nameMatches are the values of DomainSearchType.
var nameMatches = map[string]func(name, wanted string) bool{
	"fuzzy_match": strings.Contains,
	"pre_match":   strings.HasPrefix,
	"suf_match":   strings.HasSuffix,
	"full_match":  func(name, wanted string) bool { return name == wanted },
}

// domainNamePart reports whether a text can occur in the name of a domain.
func domainNamePart(text string) bool {
	return strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789-_.") == ""
}

// knownStatuses are the values of DomainStatus. The reference spells one of
// them in two ways.
var knownStatuses = map[string]string{
	"checkingring":        statusChecking,
	statusChecking:        statusChecking,
	statusCheckFailed:     statusCheckFailed,
	statusConfiguring:     statusConfiguring,
	statusConfigureFailed: statusConfigureFailed,
	statusOnline:          statusOnline,
	statusOffline:         statusOffline,
	statusStopping:        statusStopping,
	statusDeleting:        statusDeleting,
}
