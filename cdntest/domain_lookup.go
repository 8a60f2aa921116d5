package cdntest

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

var domainLookupHandlers = map[string]handler{
	"DescribeCdnDeletedDomains":    describeCdnDeletedDomains,
	"DescribeCdnUserDomainsByFunc": describeCdnUserDomainsByFunc,
	"DescribeDomainCname":          describeDomainCname,
	"DescribeCdnTypes":             describeCdnTypes,
}

// deletedDomain is one that the user had.
type deletedDomain struct {
	name string
	at   time.Time
}

// paged is the page of a list of domains that the call asks for.
func (c *call) paged(domains []object) object {
	number, size := c.int("PageNumber", 1), c.int("PageSize", 20)
	return pageOfDomains(number, size, len(domains), append([]object{}, pageOf(domains, number, size)...))
}

// pageOfDomains is a page in the form that all lists of domains have.
func pageOfDomains(number, size, total int, listed []object) object {
	return object{
		"PageNumber": number,
		"PageSize":   size,
		"TotalCount": total,
		"Domains":    object{"PageData": listed},
	}
}

func describeCdnDeletedDomains(s *state, c *call) (object, *fault) {
	slices.SortStableFunc(s.deleted, func(a, b deletedDomain) int {
		return cmp.Or(b.at.Compare(a.at), strings.Compare(a.name, b.name))
	})
	var listed []object
	for _, d := range s.deleted {
		listed = append(listed, object{"DomainName": d.name, "GmtModified": utc(d.at)})
	}
	return c.paged(listed), nil
}

func describeCdnUserDomainsByFunc(s *state, c *call) (object, *fault) {
	var all []object
	for _, d := range s.sorted() {
		if group := c.get("ResourceGroupId"); group != "" && group != d.resourceGroup || !d.hasFunction(c.get("FuncId")) {
			continue
		}
		listed := d.listed()
		for _, name := range []string{"DomainId", "Coverage", "Sandbox"} {
			delete(listed, name)
		}
		all = append(all, listed)
	}
	return c.paged(all), nil
}

// maxCnames is how many domains one request may look up.
const maxCnames = 30

func describeDomainCname(s *state, c *call) (object, *fault) {
	names := c.list("DomainName")
	if len(names) > maxCnames {
		return nil, c.fault(types.DomainNameOverLimit)
	}
	data := []object{}
	for _, name := range names {
		if strings.ContainsAny(name, "_/") {
			return nil, c.fault(types.InvaildParameter)
		}
		d, no := s.domain(c, name)
		if no != nil {
			return nil, no
		}
		result := object{"Domain": d.name, "Cname": d.cname(), "Status": 1, "Passed": "false", "ErrMsg": "the CNAME was not found"}
		if s.ownership.resolves(d.name, d.cname(), c.now) || s.ownership.resolves(d.name, d.httpsCname(), c.now) {
			result["Status"], result["Passed"], result["ErrMsg"] = 0, "true", ""
		}
		data = append(data, result)
	}
	return object{"CnameDatas": object{"Data": data}}, nil
}

func describeCdnTypes(*state, *call) (object, *fault) {
	return object{"CdnTypes": object{"CdnType": []object{
		{"Type": "web", "Desc": "Image and Small File Distribution"},
		{"Type": "download", "Desc": "Download Acceleration"},
		{"Type": "video", "Desc": "Video on Demand Acceleration"},
	}}}, nil
}
