package cdntest_test

import (
	"slices"
	"strings"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// newerDomainTrials are trials of the domain actions that the reference does
// not have.
func newerDomainTrials() []trial {
	type c = alicdn.Client
	const setHost = 18
	return []trial{
		changing((*c).BatchAddCdnDomain,
			func(u *user) types.BatchAddCdnDomainRequest {
				name := u.unique() + ".check-failed.example.net"
				return types.BatchAddCdnDomainRequest{DomainName: []string{"a-" + name, "b-" + name}, CdnType: types.CdnTypeWeb, Sources: oneSource}
			},
			func(u *user, req types.BatchAddCdnDomainRequest, _ *types.BatchAddCdnDomainResponse) bool {
				u.added = append(u.added, req.DomainName...)
				return true
			}),
		changing((*c).BatchUpdateCdnDomain,
			func(u *user) types.BatchUpdateCdnDomainRequest {
				return types.BatchUpdateCdnDomainRequest{DomainName: u.twoBusyDomains(), Sources: types.Sources{
					{Type: types.SourceTypeDomain, Content: u.unique() + ".example.net"},
				}}
			}, done),
		changing((*c).BatchDeleteCdnDomainConfig,
			func(u *user) types.BatchDeleteCdnDomainConfigRequest {
				return types.BatchDeleteCdnDomainConfigRequest{
					DomainNames: u.twoBusyDomains(), FunctionNames: []string{string(types.FunctionGzip)}, // which nobody sets
				}
			}, done),
		changing((*c).ModifyCdnDomainSchdmByProperty,
			func(u *user) types.ModifyCdnDomainSchdmByPropertyRequest {
				return types.ModifyCdnDomainSchdmByPropertyRequest{DomainName: u.busyDomain(), Property: types.SchdmProperty{Coverage: types.ScopeGlobal}}
			}, done),
		changing((*c).ModifyCdnDomainOwner,
			func(u *user) types.ModifyCdnDomainOwnerRequest {
				return types.ModifyCdnDomainOwnerRequest{DomainName: u.busyDomain()}
			},
			func(_ *user, _ types.ModifyCdnDomainOwnerRequest, resp *types.ModifyCdnDomainOwnerResponse) bool {
				return strings.HasPrefix(string(resp.Content), "{")
			}),
		changing((*c).VerifyDomainOwner,
			func(u *user) types.VerifyDomainOwnerRequest {
				return types.VerifyDomainOwnerRequest{DomainName: u.busyDomain(), VerifyType: types.VerifyTypeDnsCheck}
			},
			func(_ *user, _ types.VerifyDomainOwnerRequest, resp *types.VerifyDomainOwnerResponse) bool {
				return strings.HasPrefix(resp.Content, "verify_")
			}),
		steady((*c).DescribeVerifyContent, types.DescribeVerifyContentRequest{DomainName: steadyOne}),
		steady((*c).DescribeDomainVerifyData, types.DescribeDomainVerifyDataRequest{DomainName: steadyOne}),
		steady((*c).CheckCdnDomainExist, types.CheckCdnDomainExistRequest{DomainName: steadyOne}),
		steady((*c).CheckCdnDomainICP, types.CheckCdnDomainICPRequest{DomainName: steadyOne}),
		steady((*c).DescribeDomainCname, types.DescribeDomainCnameRequest{DomainName: []string{steadyOne, steadyTwo}}),
		steady((*c).DescribeCdnUserDomainsByFunc, types.DescribeCdnUserDomainsByFuncRequest{FuncId: setHost}),
		steady((*c).DescribeCdnTypes, types.DescribeCdnTypesRequest{}),
		changing((*c).DescribeCdnDeletedDomains,
			func(*user) types.DescribeCdnDeletedDomainsRequest {
				return types.DescribeCdnDeletedDomainsRequest{PageSize: 10}
			},
			func(_ *user, _ types.DescribeCdnDeletedDomainsRequest, resp *types.DescribeCdnDeletedDomainsResponse) bool {
				return resp.PageSize == 10 && len(resp.Domains) == min(10, int(resp.TotalCount)) &&
					!slices.ContainsFunc(resp.Domains, func(d types.DeletedDomain) bool {
						return !strings.Contains(d.DomainName, ".check-failed.") || d.GmtModified.IsZero()
					})
			}),
	}
}
