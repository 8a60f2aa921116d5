package alicdn

import (
	"cmp"
	"context"
	"errors"
	"strings"
	"sync"

	"github.com/alicdn/alicdn-go/types"
)

// OpenCdnService opens the CDN service for the account, which comes before any
// work with domains. An account opens it once and must have passed the
// vendor's real-name verification.
//
// It is not repeated after a lost answer: a second call fails with
// CdnService.HasOpened. At most 5 calls a second.
//
// Errors worth handling: CdnService.HasOpened, NoRealNameAuthentication,
// InsufficientBalance, Forbidden.Intl.
//
// Reference: section 9.1.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-opencdnservice
func (c *Client) OpenCdnService(ctx context.Context, req *types.OpenCdnServiceRequest, opts ...CallOption) (*types.OpenCdnServiceResponse, error) {
	return invoke(ctx, c, "OpenCdnService", req, new(types.OpenCdnServiceResponse), opts)
}

// ModifyCdnService changes how the CDN service is billed.
//
// The change takes effect at 00:00 of the next day, in a time zone that the
// reference does not name; of several changes the last one counts. The service
// must have been opened.
//
// Repeating it has no second effect.
//
// Errors worth handling: OperationDenied if the service is not opened,
// InsufficientBalance, Forbidden.NotVerified.
//
// Reference: section 9.2.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-modifycdnservice
func (c *Client) ModifyCdnService(ctx context.Context, req *types.ModifyCdnServiceRequest, opts ...CallOption) (*types.ModifyCdnServiceResponse, error) {
	return invoke(ctx, c, "ModifyCdnService", req, new(types.ModifyCdnServiceResponse), opts)
}

// DescribeCdnService returns the state of the CDN service: how it is billed now
// and next, when it was opened, and what locks it. Times are UTC.
//
// It only reads; at most 30 calls a second.
//
// Errors worth handling: OperationDenied if the service is not opened.
//
// Reference: section 9.3.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnservice
func (c *Client) DescribeCdnService(ctx context.Context, req *types.DescribeCdnServiceRequest, opts ...CallOption) (*types.DescribeCdnServiceResponse, error) {
	return invoke(ctx, c, "DescribeCdnService", req, new(types.DescribeCdnServiceResponse), opts)
}

// DescribeUserCdnStatus returns whether the account has opened the CDN service,
// can use it and has paid.
//
// It only reads; the vendor gives no rate and lists no errors.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeusercdnstatus
func (c *Client) DescribeUserCdnStatus(ctx context.Context, req *types.DescribeUserCdnStatusRequest, opts ...CallOption) (*types.DescribeUserCdnStatusResponse, error) {
	return invoke(ctx, c, "DescribeUserCdnStatus", req, new(types.DescribeUserCdnStatusResponse), opts)
}

// DescribeCdnUserBillType returns how the account was billed, for traffic and
// for each value-added service, with the period in which it was.
//
// It spans at most one month. Times are UTC.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidTimeRange, InvalidParameterStartTime,
// InvalidParameterEndTime: its sister actions have other codes for these.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnuserbilltype
func (c *Client) DescribeCdnUserBillType(ctx context.Context, req *types.DescribeCdnUserBillTypeRequest, opts ...CallOption) (*types.DescribeCdnUserBillTypeResponse, error) {
	return invoke(ctx, c, "DescribeCdnUserBillType", req, new(types.DescribeCdnUserBillTypeResponse), opts)
}

// DescribeCdnUserBillHistory returns the quantities that the account was billed
// for, period by period, by billing area and kind of requests. It has no
// prices.
//
// It spans at most one month, going by the vendor's text, which can also be
// read as how far it goes back: that is left to the service. Times are UTC.
// Periods are hours, days or months, as [types.BillType] says.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidTimeSpan, InvalidEndTime.Mismatch.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnuserbillhistory
func (c *Client) DescribeCdnUserBillHistory(ctx context.Context, req *types.DescribeCdnUserBillHistoryRequest, opts ...CallOption) (*types.DescribeCdnUserBillHistoryResponse, error) {
	return invoke(ctx, c, "DescribeCdnUserBillHistory", req, new(types.DescribeCdnUserBillHistoryResponse), opts)
}

// DescribeCdnUserBillPrediction returns a forecast of what will be billed for
// the current month, for the account as a whole and by billing area. It is for
// accounts that are billed by the month, as of the first day of the month.
//
// It takes data up to two hours ago. Means of daily values leave today out. The
// fourth highest daily peak is 0 while there are fewer than four days. Times
// are UTC.
//
// It only reads; at most one call a second.
//
// Errors worth handling: BillTypeNotFound if the account is not billed by the
// month, InvalidTimeSpan, InvalidStartTime.ValueNotSupported.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnuserbillprediction
func (c *Client) DescribeCdnUserBillPrediction(ctx context.Context, req *types.DescribeCdnUserBillPredictionRequest, opts ...CallOption) (*types.DescribeCdnUserBillPredictionResponse, error) {
	return invoke(ctx, c, "DescribeCdnUserBillPrediction", req, new(types.DescribeCdnUserBillPredictionResponse), opts)
}

// DescribeCdnOrderCommodityCode returns the code under which the account is sold
// a commodity: the plain code with the organisation unit that sells it.
//
// It only reads; the vendor gives no rate and lists no errors.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnordercommoditycode
func (c *Client) DescribeCdnOrderCommodityCode(ctx context.Context, req *types.DescribeCdnOrderCommodityCodeRequest, opts ...CallOption) (*types.DescribeCdnOrderCommodityCodeResponse, error) {
	return invoke(ctx, c, "DescribeCdnOrderCommodityCode", req, new(types.DescribeCdnOrderCommodityCodeResponse), opts)
}

// DescribeCdnUserResourcePackage returns the resource packages of the account
// with what is left of them, in bytes for traffic and in requests otherwise.
//
// Today's service returns valid packages unless Status says otherwise.
//
// It only reads; at most 30 calls a second.
//
// Errors worth handling today: CdnServiceNotFound if the service is not opened.
//
// Reference: section 9.4.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnuserresourcepackage
func (c *Client) DescribeCdnUserResourcePackage(ctx context.Context, req *types.DescribeCdnUserResourcePackageRequest, opts ...CallOption) (*types.DescribeCdnUserResourcePackageResponse, error) {
	return invoke(ctx, c, "DescribeCdnUserResourcePackage", req, new(types.DescribeCdnUserResourcePackageResponse), opts)
}

// DescribeCdnUserQuota returns how many domains, refreshes, preloads and blocks
// the account may have, and how many of them are left.
//
// It only reads; at most 30 calls a second.
//
// Reference: section 9.5.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnuserquota
func (c *Client) DescribeCdnUserQuota(ctx context.Context, req *types.DescribeCdnUserQuotaRequest, opts ...CallOption) (*types.DescribeCdnUserQuotaResponse, error) {
	return invoke(ctx, c, "DescribeCdnUserQuota", req, new(types.DescribeCdnUserQuotaResponse), opts)
}

// AddFCTrigger adds a trigger that runs a function of Function Compute when
// something happens in the CDN service, such as [types.EventMetaNameLogFileCreated].
//
// It is not repeated after a lost answer; the name of the trigger has to be new,
// so that a repeat would be refused with Duplicated.FCTrigger.
//
// Errors worth handling: Duplicated.FCTrigger, NotFound.EventMeta (no such event
// in that version), InvalidParameter.TriggerARN, InvalidParameter.SourceARN,
// InvalidParameter.RoleARN, InvalidParameter.FunctionARN, PermissionDeny.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-addfctrigger
func (c *Client) AddFCTrigger(ctx context.Context, req *types.AddFCTriggerRequest, opts ...CallOption) (*types.AddFCTriggerResponse, error) {
	return invoke(ctx, c, "AddFCTrigger", req, new(types.AddFCTriggerResponse), opts)
}

// UpdateFCTrigger changes what a trigger watches, its role, its remark or its
// function. The event cannot be changed: delete the trigger and add another.
//
// Repeating it has no second effect.
//
// Errors worth handling: InvalidParameter.TriggerARN, InvalidParameter.SourceARN,
// InvalidParameter.RoleARN, InvalidParameter.FunctionARN, PermissionDeny. The
// documents have no code for an unknown trigger.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-updatefctrigger
func (c *Client) UpdateFCTrigger(ctx context.Context, req *types.UpdateFCTriggerRequest, opts ...CallOption) (*types.UpdateFCTriggerResponse, error) {
	return invoke(ctx, c, "UpdateFCTrigger", req, new(types.UpdateFCTriggerResponse), opts)
}

// DeleteFCTrigger deletes a trigger.
//
// Repeating it has no second effect, but after a lost answer the repeat may find
// no trigger although the first call did its work; the documents have no code
// for that.
//
// Errors worth handling: InvalidParameter.TriggerARN, PermissionDeny.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-deletefctrigger
func (c *Client) DeleteFCTrigger(ctx context.Context, req *types.DeleteFCTriggerRequest, opts ...CallOption) (*types.DeleteFCTriggerResponse, error) {
	return invoke(ctx, c, "DeleteFCTrigger", req, new(types.DeleteFCTriggerResponse), opts)
}

// DescribeFCTrigger returns a trigger, without its function.
//
// It only reads.
//
// Errors worth handling: NotFound.FCTrigger, PermissionDeny.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describefctrigger
func (c *Client) DescribeFCTrigger(ctx context.Context, req *types.DescribeFCTriggerRequest, opts ...CallOption) (*types.DescribeFCTriggerResponse, error) {
	return invoke(ctx, c, "DescribeFCTrigger", req, new(types.DescribeFCTriggerResponse), opts)
}

// ListFCTrigger lists the triggers of one version of one event, without their
// functions. There are no pages.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: NotFound.EventMeta (no such event in that version).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-listfctrigger
func (c *Client) ListFCTrigger(ctx context.Context, req *types.ListFCTriggerRequest, opts ...CallOption) (*types.ListFCTriggerResponse, error) {
	return invoke(ctx, c, "ListFCTrigger", req, new(types.ListFCTriggerResponse), opts)
}

// DescribeCdnUserConfigs returns settings of the account, or of its web
// application firewall: which security features it may use.
// [types.CdnUserConfig.Features] reads them.
//
// It only reads; at most 30 calls a second.
//
// The two errors that the vendor lists are about parameters that this action
// does not have.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnuserconfigs
func (c *Client) DescribeCdnUserConfigs(ctx context.Context, req *types.DescribeCdnUserConfigsRequest, opts ...CallOption) (*types.DescribeCdnUserConfigsResponse, error) {
	return invoke(ctx, c, "DescribeCdnUserConfigs", req, new(types.DescribeCdnUserConfigsResponse), opts)
}

// DescribeUserConfigs returns the settings of a feature of the account, one a
// request. The vendor's documents of 2024 call it deprecated, those of today do
// not; [Client.DescribeCdnUserConfigs] is newer.
//
// It only reads; the vendor gives no rate.
//
// Errors worth handling: InvalidConfig.ValueNotSupported.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeuserconfigs
func (c *Client) DescribeUserConfigs(ctx context.Context, req *types.DescribeUserConfigsRequest, opts ...CallOption) (*types.DescribeUserConfigsResponse, error) {
	return invoke(ctx, c, "DescribeUserConfigs", req, new(types.DescribeUserConfigsResponse), opts)
}

// DescribeCdnSecFuncInfo returns the values of a security feature to choose
// from, such as the names of cipher suites.
//
// The answer says by a RetCode how it went: where that is not 0, the call fails
// with an [*Error] whose Code is the RetCode.
//
// It only reads; the vendor gives no rate and lists no errors.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnsecfuncinfo
func (c *Client) DescribeCdnSecFuncInfo(ctx context.Context, req *types.DescribeCdnSecFuncInfoRequest, opts ...CallOption) (*types.DescribeCdnSecFuncInfoResponse, error) {
	return invoke(ctx, c, "DescribeCdnSecFuncInfo", req, new(types.DescribeCdnSecFuncInfoResponse), opts)
}

// Account returns what the account may use of the service and what it has used:
// billing, quotas and resource packages, in one view. It calls
// [Client.DescribeCdnService], [Client.DescribeRefreshQuota],
// [Client.DescribeCdnUserQuota], [Client.DescribeUserDomains] and
// [Client.DescribeCdnUserResourcePackage] at the same time, and with them
// [Client.DescribeUserCdnStatus].
//
// If some of them fail, the account holds what the others returned, and the
// error joins theirs. That its user may not ask for the status is no error:
// policies older than that action do not allow it.
//
// How each service is billed, and what that has come to, is told by
// [Client.DescribeCdnUserBillType] and [Client.DescribeCdnUserBillHistory].
//
// Errors worth handling: [ErrForbidden] if the service is not opened.
func (c *Client) Account(ctx context.Context) (Account, error) {
	var (
		account  Account
		service  *types.DescribeCdnServiceResponse
		refresh  *types.DescribeRefreshQuotaResponse
		user     *types.DescribeCdnUserQuotaResponse
		domains  *types.DescribeUserDomainsResponse
		packages *types.DescribeCdnUserResourcePackageResponse
		status   *types.DescribeUserCdnStatusResponse
		calls    sync.WaitGroup
		errs     [6]error
	)
	calls.Go(func() { service, errs[0] = c.DescribeCdnService(ctx, nil) })
	calls.Go(func() { refresh, errs[1] = c.DescribeRefreshQuota(ctx, nil) })
	calls.Go(func() { user, errs[2] = c.DescribeCdnUserQuota(ctx, nil) })
	calls.Go(func() { domains, errs[3] = c.DescribeUserDomains(ctx, &types.DescribeUserDomainsRequest{PageSize: 1}) })
	calls.Go(func() { packages, errs[4] = c.DescribeCdnUserResourcePackage(ctx, nil) })
	calls.Go(func() { status, errs[5] = c.DescribeUserCdnStatus(ctx, nil) })
	calls.Wait()
	if errors.Is(errs[5], ErrForbidden) {
		errs[5] = nil
	}
	if service != nil {
		account.addService(service)
	}
	if user != nil {
		account.addUserQuota(user)
	}
	if refresh != nil { // which knows more, and goes before the other
		account.addRefreshQuota(refresh)
	}
	if domains != nil {
		account.Domains.Used = int64(domains.TotalCount)
		account.Domains.Remain = max(0, account.Domains.Limit-account.Domains.Used)
	}
	if packages != nil {
		account.addPackages(packages)
	}
	if status != nil {
		account.Status = &AccountStatus{
			Enabled: bool(status.Enabled), OnService: bool(status.OnService),
			InDebt: bool(status.InDebt), InDebtOverdue: bool(status.InDebtOverdue),
		}
	}
	return account, errors.Join(errs[:]...)
}

// Account is what an account may use of the CDN service and what it has used.
// What the service did not tell is zero.
type Account struct {
	// InternetChargeType is how the service is billed.
	InternetChargeType types.InternetChargeType

	// ChangingChargeType is how it is billed from ChangingAffectTime on; empty
	// if that does not change.
	ChangingChargeType types.InternetChargeType

	// ChangingAffectTime is when ChangingChargeType takes effect, in UTC.
	ChangingAffectTime types.Time

	// OpeningTime is when the service was opened, in UTC.
	OpeningTime types.Time

	// LockReasons say why the service is locked, such as financial for arrears.
	// It is empty while it is not.
	LockReasons []string

	// Status is whether the service can be used and has been paid; nil if the
	// service did not tell. The reference does not have it.
	Status *AccountStatus

	// Domains is the number of domains.
	Domains Quota

	// RefreshUrls is the number of URLs refreshed today.
	RefreshUrls Quota

	// RefreshDirs is the number of directories refreshed today.
	RefreshDirs Quota

	// RefreshRegex is the number of refreshes by regular expression today. The
	// reference does not have it.
	RefreshRegex Quota

	// RefreshIgnoreParams is the number of refreshes with ignored parameters
	// today. The reference does not have it.
	RefreshIgnoreParams Quota

	// Preload is the number of URLs preloaded today.
	Preload Quota

	// PreloadEdge is the number of URLs preloaded to L1 nodes today. The
	// reference does not have it.
	PreloadEdge Quota

	// Block is the number of URLs and directories blocked today.
	Block Quota

	// ResourcePackages are the packages paid in advance, in the order of the
	// service. Today's service has only those in force.
	ResourcePackages []ResourcePackage
}

// AccountStatus is whether an account can use the CDN service and has paid.
type AccountStatus struct {
	// Enabled is whether the account has opened the service.
	Enabled bool

	// OnService is whether the service can be used.
	OnService bool

	// InDebt is whether payments are overdue.
	InDebt bool

	// InDebtOverdue is whether the time granted for overdue payments is over.
	InDebtOverdue bool
}

// Quota is how much of something the account may have, has used, and has left.
type Quota struct{ Limit, Used, Remain int64 }

// ResourcePackage is an amount of traffic or requests that was paid in advance.
type ResourcePackage struct {
	// InstanceId is the ID of the package.
	InstanceId types.ID

	// DisplayName is the name of the package, for people to read.
	DisplayName string

	// CommodityCode is the kind of package, such as cdnflowbag for traffic or
	// cdnhttpsbag for HTTPS requests.
	CommodityCode string

	// Status is the state of the package.
	Status types.ResourcePackageStatus

	// Unit is what Total and Remain count, as the service says; where it does
	// not, Byte for traffic and Request otherwise.
	Unit string

	// Total is how much the package held when it was new.
	Total int64

	// Remain is how much is left.
	Remain int64

	// StartTime is when the package becomes valid, in UTC.
	StartTime types.Time

	// EndTime is until when the package is valid, in UTC, whatever is left.
	EndTime types.Time
}

func (a *Account) addService(r *types.DescribeCdnServiceResponse) {
	a.InternetChargeType = r.InternetChargeType
	a.ChangingChargeType, a.ChangingAffectTime = r.ChangingChargeType, r.ChangingAffectTime
	a.OpeningTime = r.OpeningTime
	for _, lock := range r.OperationLocks {
		a.LockReasons = append(a.LockReasons, lock.LockReason)
	}
}

func (a *Account) addUserQuota(r *types.DescribeCdnUserQuotaResponse) {
	a.Domains.Limit = int64(r.DomainQuota)
	a.RefreshUrls.set(r.RefreshUrlQuota, r.RefreshUrlRemain)
	a.RefreshDirs.set(r.RefreshDirQuota, r.RefreshDirRemain)
	a.RefreshIgnoreParams.set(r.IgnoreParamsQuota, r.IgnoreParamsRemain)
	a.Preload.set(r.PreloadQuota, r.PreloadRemain)
	a.Block.set(r.BlockQuota, r.BlockRemain)
}

func (a *Account) addRefreshQuota(r *types.DescribeRefreshQuotaResponse) {
	a.RefreshUrls.set(r.UrlQuota, r.UrlRemain)
	a.RefreshDirs.set(r.DirQuota, r.DirRemain)
	a.RefreshRegex.set(r.RegexQuota, r.RegexRemain)
	a.RefreshIgnoreParams.set(r.IgnoreParamsQuota, r.IgnoreParamsRemain)
	a.Preload.set(r.PreloadQuota, r.PreloadRemain)
	a.PreloadEdge.set(r.PreloadEdgeQuota, r.PreloadEdgeRemain)
	a.Block.set(r.BlockQuota, r.BlockRemain)
}

// set takes a limit and what is left of it, unless the service has left them
// out.
func (q *Quota) set(limit, remain types.Int) {
	if limit == 0 && remain == 0 {
		return
	}
	*q = Quota{Limit: int64(limit), Used: max(0, int64(limit-remain)), Remain: int64(remain)}
}

func (a *Account) addPackages(r *types.DescribeCdnUserResourcePackageResponse) {
	for _, info := range r.ResourcePackageInfos {
		unit := "Request"
		if strings.Contains(info.CommodityCode, "flow") {
			unit = "Byte"
		}
		a.ResourcePackages = append(a.ResourcePackages, ResourcePackage{
			InstanceId: info.InstanceId, DisplayName: info.DisplayName, CommodityCode: info.CommodityCode, Status: info.Status,
			Unit: cmp.Or(info.CurrCapacityBaseUnit, unit), Total: info.InitCapacity.Int64(), Remain: info.CurrCapacity.Int64(),
			StartTime: info.StartTime, EndTime: info.EndTime,
		})
	}
}

// SetCdnFullDomainsBlockIP blocks addresses for all domains of the account, or
// lifts such blocks.
//
// It is for accounts that the vendor has admitted on request, and for HTTPS only,
// the client's default. A request takes at most 1000 addresses or blocks of
// addresses (CIDR): slices.Chunk cuts a longer list. What keeps an address from
// being blocked is an [*Error] whose Code is a number, with HTTP 200; which
// numbers there are is not documented, its Message says what is wrong. The
// parameters travel in a form body.
//
// Repeating it has no second effect but that the blocking time starts anew, and
// that [Client.DescribeCdnFullDomainsBlockIPHistory] may have a second record.
// Its call rate is not documented.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-setcdnfulldomainsblockip
func (c *Client) SetCdnFullDomainsBlockIP(ctx context.Context, req *types.SetCdnFullDomainsBlockIPRequest, opts ...CallOption) (*types.SetCdnFullDomainsBlockIPResponse, error) {
	return invoke(ctx, c, "SetCdnFullDomainsBlockIP", req, new(types.SetCdnFullDomainsBlockIPResponse), opts)
}

// DescribeCdnFullDomainsBlockIPConfig writes the addresses that are blocked for
// all domains of the account into a file, and returns the address of the file,
// which is good for 3 days.
//
// It is for accounts that the vendor has admitted on request, and for HTTPS only,
// the client's default. A request takes at most 50 addresses or blocks of
// addresses (CIDR); without any it is all that are blocked. The address is signed
// and opens the list to anyone: the response prints itself without. The
// parameters travel in a form body.
//
// It only reads; its call rate is not documented. A failure is an [*Error] whose
// Code is a number, with HTTP 200.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnfulldomainsblockipconfig
func (c *Client) DescribeCdnFullDomainsBlockIPConfig(ctx context.Context, req *types.DescribeCdnFullDomainsBlockIPConfigRequest, opts ...CallOption) (*types.DescribeCdnFullDomainsBlockIPConfigResponse, error) {
	return invoke(ctx, c, "DescribeCdnFullDomainsBlockIPConfig", req, new(types.DescribeCdnFullDomainsBlockIPConfigResponse), opts)
}

// DescribeCdnFullDomainsBlockIPHistory returns when addresses were blocked for
// all domains of the account, and whether that reached the edge nodes.
//
// It is for accounts that the vendor has admitted on request, and for HTTPS only,
// the client's default. The range is at most 90 days. The parameters travel in a
// form body.
//
// It only reads; its call rate is not documented. A failure is an [*Error] whose
// Code is a number, with HTTP 200.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnfulldomainsblockiphistory
func (c *Client) DescribeCdnFullDomainsBlockIPHistory(ctx context.Context, req *types.DescribeCdnFullDomainsBlockIPHistoryRequest, opts ...CallOption) (*types.DescribeCdnFullDomainsBlockIPHistoryResponse, error) {
	return invoke(ctx, c, "DescribeCdnFullDomainsBlockIPHistory", req, new(types.DescribeCdnFullDomainsBlockIPHistoryResponse), opts)
}

// DescribeCdnConditionIPBInfo returns the names and codes of regions, ISPs or
// countries that the advanced conditions of functions take, in Chinese or
// English. [types.ConditionData.Names] reads them.
//
// It only reads; its call rate is not documented.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnconditionipbinfo
func (c *Client) DescribeCdnConditionIPBInfo(ctx context.Context, req *types.DescribeCdnConditionIPBInfoRequest, opts ...CallOption) (*types.DescribeCdnConditionIPBInfoResponse, error) {
	return invoke(ctx, c, "DescribeCdnConditionIPBInfo", req, new(types.DescribeCdnConditionIPBInfoResponse), opts)
}

// DescribeCdnWafDomain returns the domains with the web application firewall,
// and which of its parts are on: all of them, or those with a text in their
// names.
//
// It only reads; at most 150 calls a second.
//
// Errors worth handling: DomainNotExist ([ErrNotFound]).
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describecdnwafdomain
func (c *Client) DescribeCdnWafDomain(ctx context.Context, req *types.DescribeCdnWafDomainRequest, opts ...CallOption) (*types.DescribeCdnWafDomainResponse, error) {
	return invoke(ctx, c, "DescribeCdnWafDomain", req, new(types.DescribeCdnWafDomainResponse), opts)
}

// SetWaitingRoomConfig sets up the waiting room of a domain: of the requests to
// some of its URIs, only a share goes to the origin, the others wait in a queue.
//
// It is for domains of whole-site acceleration (DCDN), and takes one.
//
// Repeating it has no second effect; at most 30 calls a second.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-setwaitingroomconfig
func (c *Client) SetWaitingRoomConfig(ctx context.Context, req *types.SetWaitingRoomConfigRequest, opts ...CallOption) (*types.SetWaitingRoomConfigResponse, error) {
	return invoke(ctx, c, "SetWaitingRoomConfig", req, new(types.SetWaitingRoomConfigResponse), opts)
}
