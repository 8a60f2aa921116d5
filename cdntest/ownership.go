package cdntest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

var ownershipHandlers = map[string]handler{
	"DescribeVerifyContent":    describeVerifyContent,
	"VerifyDomainOwner":        verifyDomainOwner,
	"DescribeDomainVerifyData": describeDomainVerifyData,
	"ModifyCdnDomainOwner":     modifyCdnDomainOwner,
	"CheckCdnDomainExist":      checkCdnDomainExist,
	"CheckCdnDomainICP":        checkCdnDomainICP,
}

// ownership is whose domains are whose, and how that is proved.
type ownership struct {
	required bool // domains of root domains that are not proved cannot be added
	proved   map[string]bool
	foreign  map[string]bool // domains of other accounts
	records  []dnsRecord
	files    map[string]string // content by address, without the scheme
}

// dnsRecord is a record of the world's DNS, which is to be seen from a time on.
type dnsRecord struct {
	name, value string
	since       time.Time
}

func newOwnership(set settings) ownership {
	o := ownership{required: set.verification, proved: make(map[string]bool), foreign: make(map[string]bool), files: make(map[string]string)}
	for _, name := range slices.Concat(set.proved, set.domains) {
		o.proved[rootDomain(name)] = true
	}
	for _, name := range set.foreign {
		o.foreign[strings.ToLower(name)] = true
	}
	return o
}

// PlaceRecord puts a record into the DNS that the server looks at, in place of
// those of its name: the TXT record of VerifyDomainOwner, such as
// verification.example.com, or the CNAME record of a domain, which
// DescribeDomainCname looks for. The server sees it after the Spread of
// WithDurations. An empty value leaves none of the name.
func (s *Server) PlaceRecord(name, value string) {
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	o, name := &s.state.ownership, recordName(name)
	o.records = slices.DeleteFunc(o.records, func(r dnsRecord) bool { return r.name == name })
	if value != "" {
		o.records = append(o.records, dnsRecord{name, value, s.state.clock().Add(s.state.durations.Spread)})
	}
}

// PlaceFile puts a file on the web that VerifyDomainOwner looks at, such as
// http://example.com/verification.html. An empty content takes it away.
func (s *Server) PlaceFile(address, content string) {
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	_, path, _ := strings.Cut(address, "://")
	if s.state.ownership.files[path] = content; content == "" {
		delete(s.state.ownership.files, path)
	}
}

// recordName is how a record's name is kept: without the last dot, and that of
// a wildcard domain as the CDN has it.
func recordName(name string) string {
	return strings.TrimPrefix(strings.ToLower(strings.TrimSuffix(name, ".")), "*")
}

// resolves reports whether DNS shows that record.
func (o *ownership) resolves(name, value string, now time.Time) bool {
	return slices.ContainsFunc(o.records, func(r dnsRecord) bool {
		return r.name == name && r.value == value && !now.Before(r.since)
	})
}

// isMissing reports whether a domain cannot be added for want of a proof.
func (o *ownership) isMissing(name string) bool { return o.required && !o.proved[rootDomain(name)] }

// rootDomain is the domain that the owner of this one has registered: its last
// two labels, or three where the second last is one such as that of com.cn.
func rootDomain(name string) string {
	labels := strings.Split(strings.TrimPrefix(strings.ToLower(name), "."), ".")
	n := min(2, len(labels))
	if len(labels) > 2 && len(labels[len(labels)-1]) == 2 && slices.Contains(registries, labels[len(labels)-2]) {
		n = 3
	}
	return strings.Join(labels[len(labels)-n:], ".")
}

// registries are labels under which the registries of countries have the domains
// of owners.
var registries = []string{"com", "net", "org", "gov", "edu", "ac", "co"}

// verifyContent is the text that proves the ownership of a root domain.
func (s *state) verifyContent(root string) string {
	r := s.random("ownership", root)
	return fmt.Sprintf("verify_%016x%016x", r.Uint64(), r.Uint64())
}

// namedRoot returns the root domain of the call's domain.
func (c *call) namedRoot() (string, *fault) {
	name := strings.ToLower(c.get("DomainName"))
	if !domainName.MatchString(name) {
		return "", c.fault(types.InvalidDomainNameMalformed)
	}
	return rootDomain(name), nil
}

func describeVerifyContent(s *state, c *call) (object, *fault) {
	root, no := c.namedRoot()
	if no != nil {
		return nil, no
	}
	return object{"Content": s.verifyContent(root)}, nil
}

func verifyDomainOwner(s *state, c *call) (object, *fault) {
	root, no := c.namedRoot()
	if no != nil {
		return nil, no
	}
	content := s.verifyContent(root)
	if !s.ownership.proved[root] {
		if code := s.ownership.check(c, root, content); code != "" {
			return nil, c.fault(code)
		}
		s.ownership.proved[root] = true
	}
	return object{"Content": content}, nil
}

// check looks for the proof in the way of the call, and says what is wrong.
func (o *ownership) check(c *call, root, content string) types.ErrorCode {
	if !strings.EqualFold(c.get("VerifyType"), "fileCheck") {
		if !o.resolves("verification."+root, content, c.now) {
			return types.DomainOwnerVerifyFail
		}
		return ""
	}
	switch file, found := o.files[root+"/verification.html"]; {
	case !found:
		return types.InvalidFile
	case strings.TrimSpace(file) != content:
		return types.VerifyError
	default:
		return ""
	}
}

func describeDomainVerifyData(s *state, c *call) (object, *fault) {
	root, no := c.namedRoot()
	if no != nil {
		return nil, no
	}
	return object{"Content": fmt.Sprintf(`{"verifiCode": %q, "verifyKey": "verification"}`, s.verifyContent(root))}, nil
}

// modifyCdnDomainOwner takes a domain over from another account. It goes on
// serving.
func modifyCdnDomainOwner(s *state, c *call) (object, *fault) {
	name := strings.ToLower(c.get("DomainName"))
	switch {
	case s.domains[name] != nil:
	case !s.ownership.foreign[name]:
		return nil, c.fault(types.InvalidDomainNotExist)
	case s.ownership.isMissing(name):
		return nil, c.fault(types.DomainTransferFail)
	case len(s.domains) >= s.quota.Domains:
		return nil, c.fault(types.DomainOverLimit)
	default:
		delete(s.ownership.foreign, name)
		s.domains[name] = s.newDomain(name, c.now)
	}
	return object{"Content": object{"域名归属权校验": s.ownership.proved[rootDomain(name)]}}, nil
}

func checkCdnDomainExist(s *state, c *call) (object, *fault) {
	name, status := strings.ToLower(c.get("DomainName")), "DomainNotExist"
	switch {
	case s.domains[name] != nil:
		status = "DomainExistCdnProduct"
	case s.ownership.foreign[name]:
		status = "DomainExistOtherUser"
	}
	return object{"Status": status}, nil
}

// checkCdnDomainICP: any name counts as filed.
func checkCdnDomainICP(s *state, c *call) (object, *fault) {
	if s.ownership.foreign[strings.ToLower(c.get("DomainName"))] {
		return nil, c.fault(types.Code124)
	}
	return object{"Status": "DomainIsRegistration"}, nil
}
