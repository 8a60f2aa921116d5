package cdntest

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

var domainHandlers = map[string]handler{
	"AddCdnDomain":            addCdnDomain,
	"DeleteCdnDomain":         deleteCdnDomain,
	"StopCdnDomain":           stopCdnDomain,
	"StartCdnDomain":          startCdnDomain,
	"BatchStopCdnDomain":      batchStopCdnDomain,
	"BatchStartCdnDomain":     batchStartCdnDomain,
	"ModifyCdnDomain":         modifyCdnDomain,
	"DescribeCdnDomainDetail": describeCdnDomainDetail,
	"DescribeDomainsBySource": describeDomainsBySource,
	"DescribeUserDomains":     describeUserDomains,
}

const (
	// defaultResourceGroup is where a domain is without ResourceGroupId.
	defaultResourceGroup = "rg-acfmyxxexample"

	// maxBatch is how many domains one request may name.
	maxBatch = 50
)

func addCdnDomain(s *state, c *call) (object, *fault) {
	name := strings.ToLower(c.get("DomainName"))
	if !domainName.MatchString(name) {
		return nil, c.fault(types.InvalidDomainNameMalformed)
	}
	if top := c.get("TopLevelDomain"); top != "" && !domainName.MatchString(top) {
		return nil, c.fault(types.InvalidTopLevelDomainMalformed)
	}
	origins, wrong := parseOrigins(c.get("Sources"))
	if wrong != originFine {
		return nil, c.fault(types.InvalidSourcesMalformed)
	}
	if no := s.checkNew(c, name, nil); no != nil {
		return nil, no
	}
	tags, no := c.tags()
	if no != nil {
		return nil, no
	}
	s.addDomain(c, name, origins, tags)
	return nil, nil
}

// checkNew refuses a domain that cannot be added, after the ones that are about
// to be.
func (s *state) checkNew(c *call, name string, pending []string) *fault {
	switch {
	case !domainName.MatchString(name):
		return c.fault(types.InvalidDomainNameMalformed)
	case s.domains[name] != nil, s.ownership.foreign[name]:
		return c.fault(types.DomainAlreadyExist)
	case s.ownership.isMissing(name):
		return c.fault(types.DomainOwnerVerifyFail)
	}
	if code, excluded := s.excluded(name, pending); excluded {
		return c.fault(code)
	}
	if len(s.domains)+len(pending) >= s.quota.Domains {
		return c.fault(types.DomainOverLimit)
	}
	return nil
}

// addDomain adds a domain with the settings of the call, and lets it go online.
func (s *state) addDomain(c *call, name string, origins []origin, tags []tag) {
	d := s.newDomain(name, c.now)
	d.cdnType = strings.ToLower(c.get("CdnType"))
	d.scope = c.get("Scope")
	d.resourceGroup = orElse(c.get("ResourceGroupId"), defaultResourceGroup)
	d.origins = origins
	d.setTags(tags)

	configured, checked := c.now.Add(s.durations.Add), c.now.Add(s.durations.Add/3)
	switch {
	case d.hasLabel(labelCheckFailed):
		d.enter(c.now, statusChecking, step{checked, statusCheckFailed})
	case d.hasLabel(labelConfigureFailed):
		d.enter(c.now, statusChecking, step{checked, statusConfiguring}, step{configured, statusConfigureFailed})
	default:
		d.enter(c.now, statusChecking, step{checked, statusConfiguring}, step{configured, statusOnline})
	}
	s.domains[name] = d
}

// newDomain makes a domain that is online and has one origin.
func (s *state) newDomain(name string, now time.Time) *domain {
	return &domain{
		id:            s.newID(),
		name:          name,
		cdnType:       "web",
		scope:         "domestic",
		resourceGroup: defaultResourceGroup,
		origins: []origin{{
			kind: "domain", content: "origin." + strings.TrimPrefix(name, "."), port: 80, priority: "20", weight: "10",
		}},
		created:  now,
		modified: now,
		status:   statusOnline,
		serves:   true,
	}
}

// excluded says whether another domain keeps this one from being added: a
// wildcard domain excludes those that it stands for, and the other way round.
func (s *state) excluded(name string, pending []string) (types.ErrorCode, bool) {
	for _, other := range slices.Concat(pending, slices.Collect(maps.Keys(s.domains))) {
		wide, narrow := name, other
		if strings.HasPrefix(other, ".") {
			wide, narrow = other, name
		}
		if _, parent, _ := strings.Cut(narrow, "."); !strings.HasPrefix(wide, ".") || "."+parent != wide {
			continue
		}
		if strings.HasPrefix(narrow, "all.") {
			return types.ExtensiveAndAllBothExist, true
		}
		return types.ExtensiveAndSpecificDomainConflict, true
	}
	return "", false
}

func deleteCdnDomain(s *state, c *call) (object, *fault) {
	name := c.get("DomainName")
	if !domainName.MatchString(strings.ToLower(name)) {
		return nil, c.fault(types.InvaildParameter)
	}
	d, no := s.idle(c, name)
	if no != nil {
		return nil, no
	}
	d.enter(c.now, statusDeleting, step{c.now.Add(s.durations.Delete), statusDeleted})
	return nil, nil
}

func stopCdnDomain(s *state, c *call) (object, *fault) {
	return s.stopDomains(c, []string{c.get("DomainName")})
}

func startCdnDomain(s *state, c *call) (object, *fault) {
	return s.startDomains(c, []string{c.get("DomainName")})
}

func batchStopCdnDomain(s *state, c *call) (object, *fault) {
	return s.stopDomains(c, c.list("DomainNames"))
}

func batchStartCdnDomain(s *state, c *call) (object, *fault) {
	return s.startDomains(c, c.list("DomainNames"))
}

func (s *state) stopDomains(c *call, names []string) (object, *fault) {
	return s.switchTo(c, names, statusStopping, step{c.now.Add(s.durations.Stop), statusOffline})
}

func (s *state) startDomains(c *call, names []string) (object, *fault) {
	return s.switchTo(c, names, statusConfiguring, step{c.now.Add(s.durations.Start), statusOnline})
}

// switchTo starts or stops domains: all of them or, if one cannot be, none. A
// domain that is already there stays as it is.
func (s *state) switchTo(c *call, names []string, meanwhile string, target step) (object, *fault) {
	domains, no := s.configurableAll(c, names)
	if no != nil {
		return nil, no
	}
	for _, d := range domains {
		if d.status != target.status {
			d.enter(c.now, meanwhile, target)
		}
	}
	return nil, nil
}

// configurableAll is configurable for the domains of a batch.
func (s *state) configurableAll(c *call, names []string) ([]*domain, *fault) {
	if no := c.fitsBatch(len(names)); no != nil {
		return nil, no
	}
	domains := make([]*domain, 0, len(names))
	for _, name := range names {
		d, no := s.configurable(c, name)
		if no != nil {
			return nil, no
		}
		if !slices.Contains(domains, d) {
			domains = append(domains, d)
		}
	}
	return domains, nil
}

// modifyFaults says with which code changes are refused for what is wrong with
// an origin.
var modifyFaults = map[originFault]types.ErrorCode{
	originTypeMalformed:       types.InvalidSourceDotTypeMalformed,
	originContentMalformed:    types.InvalidSourceContentMalformed,
	originTypeContentMismatch: types.InvalidTypeContentMismatch,
	originPriorityMalformed:   types.InvalidSourcePriorityMalformed,
}

func modifyCdnDomain(s *state, c *call) (object, *fault) {
	d, no := s.configurable(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	return s.modifyDomains(c, []*domain{d}, types.AbsSourcesMalformed)
}

// modifyDomains changes the origins and the resource group of domains, as far as
// a call names them. Sources that cannot be read have a code of their own in
// each action.
func (s *state) modifyDomains(c *call, domains []*domain, malformed types.ErrorCode) (object, *fault) {
	var origins []origin
	if sources := c.get("Sources"); sources != "" {
		var wrong originFault
		if origins, wrong = parseOrigins(sources); wrong != originFine {
			return nil, c.fault(types.ErrorCode(orElse(string(modifyFaults[wrong]), string(malformed))))
		}
	}
	for _, d := range domains {
		if origins != nil {
			d.origins = origins
		}
		d.resourceGroup = orElse(c.get("ResourceGroupId"), d.resourceGroup)
		d.configure(c.now, s.durations.Configure)
	}
	return nil, nil
}

func describeCdnDomainDetail(s *state, c *call) (object, *fault) {
	d, no := s.domain(c, c.get("DomainName"))
	if no != nil {
		return nil, no
	}
	models := make([]object, len(d.origins))
	for i, o := range d.origins {
		models[i] = o.model()
		models[i]["Enabled"] = statusOnline
	}
	return object{"GetDomainDetailModel": object{
		"Cname":                   d.cname(),
		"HttpsCname":              d.httpsCname(),
		"DomainName":              d.name,
		"DomainStatus":            d.status,
		"CdnType":                 d.cdnType,
		"Scope":                   d.scope,
		"ResourceGroupId":         d.resourceGroup,
		"Description":             d.description(),
		"ServerCertificateStatus": onOff(d.https),
		"GmtCreated":              utc(d.created),
		"GmtModified":             utc(d.modified),
		"SourceModels":            object{"SourceModel": models},
	}}, nil
}

// description says why a review failed.
func (d *domain) description() string {
	if d.status == statusCheckFailed {
		return "audit failed"
	}
	return ""
}

func describeDomainsBySource(s *state, c *call) (object, *fault) {
	data := []object{}
	for _, content := range c.list("Sources") {
		names, infos := []string{}, []object{}
		for _, d := range s.sorted() {
			if !d.usesOrigin(content) {
				continue
			}
			names = append(names, d.name)
			infos = append(infos, object{
				"DomainName":  d.name,
				"DomainCname": d.cname(),
				"Status":      d.status,
				"CdnType":     d.cdnType,
				"CreateTime":  beijingTime(d.created),
				"UpdateTime":  beijingTime(d.modified),
			})
		}
		data = append(data, object{
			"Source":      content,
			"Domains":     object{"domainNames": names},
			"DomainInfos": object{"domainInfo": infos},
		})
	}
	return object{"Sources": c.get("Sources"), "DomainsList": object{"DomainsData": data}}, nil
}

func (d *domain) usesOrigin(content string) bool {
	return slices.ContainsFunc(d.origins, func(o origin) bool { return o.content == content })
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// utc writes a time as most answers have it.
func utc(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05Z") }

// beijingTime writes a time as DescribeDomainsBySource has it.
func beijingTime(t time.Time) string { return t.In(beijing).Format("2006-01-02T15:04:05-07:00") }
