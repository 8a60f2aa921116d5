package adding

import (
	"cmp"
	"slices"
	"strings"

	"github.com/alicdn/alicdn-go/types"
)

// ProofOf returns the proof that the text of DescribeVerifyContent makes, by
// default a record.
func ProofOf(domainName, rootDomain string, verifyType types.VerifyType, content string) types.OwnerProof {
	p := types.OwnerProof{
		DomainName: domainName, RootDomain: rootDomain, VerifyType: cmp.Or(verifyType, types.VerifyTypeDnsCheck), Content: content,
	}
	if p.VerifyType == types.VerifyTypeFileCheck {
		p.FileName = "verification.html"
		p.FileURL = "http://" + rootDomain + "/" + p.FileName
		return p
	}
	p.RecordType, p.RecordHost = "TXT", "verification"
	p.RecordName = p.RecordHost + "." + rootDomain
	return p
}

// RootDomain returns the domain that the owner of a domain has most likely
// registered: the last two labels, or three below a domain in which the registry
// of a country has those of owners, such as co.uk, com.cn or bj.cn.
func RootDomain(domainName string) string {
	labels := strings.Split(strings.Trim(strings.ToLower(domainName), "."), ".")
	n := len(labels)
	if n <= 2 {
		return strings.Join(labels, ".")
	}
	top, second := labels[n-1], labels[n-2]
	const country = 2 // letters
	if len(top) == country && (slices.Contains(registries, second) || top == "cn" && slices.Contains(provinces, second)) {
		return strings.Join(labels[n-3:], ".")
	}
	return strings.Join(labels[n-2:], ".")
}

// registries are names that registries of countries use.
var registries = []string{"ac", "co", "com", "edu", "go", "gob", "gov", "gv", "idv", "ltd", "me", "mil", "ne", "net", "nom", "or", "org", "plc", "sch"}

// provinces are those in which .cn has domains.
var provinces = strings.Fields("ah bj cq fj gd gs gx gz ha hb he hi hk hl hn jl js jx ln mo nm nx qh sc sd sh sn sx tj tw xj xz yn zj")
