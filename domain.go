package alicdn

import (
	"context"

	"github.com/alicdn/alicdn-go/types"
)

// AddCdnDomain adds an accelerated domain.
//
// The CDN service must have been opened and the domain must have its ICP
// filing. Origins outside Alibaba Cloud are reviewed by the next working day:
// the domain is checking, then configuring, then online, or check_failed or
// configure_failed for good. An account may have 50 domains (the reference:
// 20). A wildcard domain starts with a dot, such as .example.com, and excludes
// the exact domains of its level.
//
// It is not repeated after a lost answer; at most 30 calls a second.
//
// Errors worth handling: DomainAlreadyExist, BusinessExist (it is already
// being added), DomainOverLimit, DomainNotRegistration (no ICP filing),
// DomainReserved and ExtensiveAndSpecificDomainConflict.
//
// Reference: section 6.1.
func (c *Client) AddCdnDomain(ctx context.Context, req *types.AddCdnDomainRequest, opts ...CallOption) (*types.AddCdnDomainResponse, error) {
	return invoke[types.AddCdnDomainResponse](ctx, c, "AddCdnDomain", req, opts)
}

// DeleteCdnDomain deletes an accelerated domain with all its records.
//
// Restore the A record at the DNS provider first, or the domain becomes
// unreachable. To pause a domain use [Client.StopCdnDomain]. Deletion takes
// minutes; a domain that is being configured cannot be deleted.
//
// Repeating it has no second effect, but after a lost answer the repeat may say
// ServiceBusy or
// InvalidDomain.NotFound although the first call did its work. At most 10 calls a
// second.
//
// Errors worth handling: ServiceBusy (being configured, nothing was done),
// InvalidDomain.NotFound (does not exist or belongs to another account).
//
// Reference: section 6.2.
func (c *Client) DeleteCdnDomain(ctx context.Context, req *types.DeleteCdnDomainRequest, opts ...CallOption) (*types.DeleteCdnDomainResponse, error) {
	return invoke[types.DeleteCdnDomainResponse](ctx, c, "DeleteCdnDomain", req, opts)
}

// StopCdnDomain stops an accelerated domain, whose status becomes offline
// after about a minute. The domain keeps its settings; requests for it are
// sent back to the origin.
//
// Repeating it has no second effect, but after a lost answer the repeat may say
// ServiceBusy although the first call did its work. At most 40 calls a
// second.
//
// Errors worth handling: ServiceBusy (being configured, nothing was done),
// InvalidDomain.NotFound, IllegalOperation (no permission).
//
// Reference: section 6.3.
func (c *Client) StopCdnDomain(ctx context.Context, req *types.StopCdnDomainRequest, opts ...CallOption) (*types.StopCdnDomainResponse, error) {
	return invoke[types.StopCdnDomainResponse](ctx, c, "StopCdnDomain", req, opts)
}

// StartCdnDomain starts a stopped accelerated domain, whose status becomes
// online after about two minutes. It fails while the account is in arrears and
// for an illegal domain.
//
// Repeating it has no second effect, but after a lost answer the repeat may say
// ServiceBusy although the first call did its work. At most 100 calls a
// second.
//
// Errors worth handling: ServiceBusy (being configured, nothing was done),
// InvalidDomain.NotFound, IllegalOperation (no permission).
//
// Reference: section 6.4.
func (c *Client) StartCdnDomain(ctx context.Context, req *types.StartCdnDomainRequest, opts ...CallOption) (*types.StartCdnDomainResponse, error) {
	return invoke[types.StartCdnDomainResponse](ctx, c, "StartCdnDomain", req, opts)
}

// BatchStartCdnDomain starts stopped accelerated domains, at most 50 a call,
// whose status becomes online. It fails while the account is in arrears and
// for an illegal domain. The answer says nothing of the single domains.
//
// Repeating it has no second effect; at most 30 calls a second.
//
// The reference lists no errors; expect those of [Client.StartCdnDomain].
//
// Reference: section 6.5.
func (c *Client) BatchStartCdnDomain(ctx context.Context, req *types.BatchStartCdnDomainRequest, opts ...CallOption) (*types.BatchStartCdnDomainResponse, error) {
	return invoke[types.BatchStartCdnDomainResponse](ctx, c, "BatchStartCdnDomain", req, opts)
}

// BatchSetCdnDomainConfig sets configuration functions on domains, at most 50
// domains and 50 functions a call, and at most 50 domains times functions.
// [types.FunctionName] lists the functions and their arguments.
//
// Functions that hold several records get another one, unless ConfigId names
// the record to change. A function takes effect some minutes later: see the
// Status of [Client.DescribeCdnDomainConfigs].
//
// It is not repeated after a lost answer; at most 3 calls a second (30 in the
// vendor's SDK).
//
// Errors worth handling: ServiceBusy (a domain is being configured),
// InvalidFunctions.Malformed, InvalidFunctionName.ValueNotSupported,
// InvalidArgName.ValueNotSupported, InvalidArgValue.Malformed.
//
// Reference: section 6.6.
func (c *Client) BatchSetCdnDomainConfig(ctx context.Context, req *types.BatchSetCdnDomainConfigRequest, opts ...CallOption) (*types.BatchSetCdnDomainConfigResponse, error) {
	return invoke[types.BatchSetCdnDomainConfigResponse](ctx, c, "BatchSetCdnDomainConfig", req, opts)
}

// ModifyCdnDomain changes the origins, the resource group or the top-level
// domain of an accelerated domain. Sources replace all present origins. With
// Sources and TopLevelDomain both set only Sources counts.
//
// Repeating it has no second effect; at most 30 calls a second.
//
// Errors worth handling: ServiceBusy (being configured, nothing was done),
// InvalidDomain.NotFound, IllegalOperation (no permission),
// InvalidTypeContent.Mismatch (address and kind of an origin disagree).
//
// Reference: section 6.7.
func (c *Client) ModifyCdnDomain(ctx context.Context, req *types.ModifyCdnDomainRequest, opts ...CallOption) (*types.ModifyCdnDomainResponse, error) {
	return invoke[types.ModifyCdnDomainResponse](ctx, c, "ModifyCdnDomain", req, opts)
}

// DescribeUserDomains lists the domains of the account with their status, one
// page a call, 20 domains by default and at most 500 (the reference: 50). The
// filters of the request add up. Times are UTC.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomainStatus.ValueNotSupported,
// InvalidDomainSearchType.ValueNotSupported,
// InvalidPageSize.ValueNotSupported.
//
// Reference: section 6.8.
func (c *Client) DescribeUserDomains(ctx context.Context, req *types.DescribeUserDomainsRequest, opts ...CallOption) (*types.DescribeUserDomainsResponse, error) {
	return invoke[types.DescribeUserDomainsResponse](ctx, c, "DescribeUserDomains", req, opts)
}

// DescribeCdnCertificateList lists the certificates of the account, or those
// for some domains. The vendor has deprecated it in favour of
// DescribeCdnSSLCertificateList.
//
// It only reads; at most 30 calls a second. The reference lists no errors.
//
// Reference: section 6.9.
func (c *Client) DescribeCdnCertificateList(ctx context.Context, req *types.DescribeCdnCertificateListRequest, opts ...CallOption) (*types.DescribeCdnCertificateListResponse, error) {
	return invoke[types.DescribeCdnCertificateListResponse](ctx, c, "DescribeCdnCertificateList", req, opts)
}

// DescribeDomainCertificateInfo returns the certificate of an accelerated
// domain: its status, its names and, in UTC, how long it is valid.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound.
//
// Reference: section 6.10.
func (c *Client) DescribeDomainCertificateInfo(ctx context.Context, req *types.DescribeDomainCertificateInfoRequest, opts ...CallOption) (*types.DescribeDomainCertificateInfoResponse, error) {
	return invoke[types.DescribeDomainCertificateInfoResponse](ctx, c, "DescribeDomainCertificateInfo", req, opts)
}

// DescribeCdnDomainDetail returns the basic configuration of an accelerated
// domain: its status, CNAME and origins. Times are UTC.
//
// It only reads; at most 30 calls a second.
//
// Errors worth handling: InvalidDomain.NotFound, although the reference lists
// none.
//
// Reference: section 6.11.
func (c *Client) DescribeCdnDomainDetail(ctx context.Context, req *types.DescribeCdnDomainDetailRequest, opts ...CallOption) (*types.DescribeCdnDomainDetailResponse, error) {
	return invoke[types.DescribeCdnDomainDetailResponse](ctx, c, "DescribeCdnDomainDetail", req, opts)
}

// DescribeDomainsBySource lists the domains of the account that use given
// origins. Origins must match exactly. Times carry the zone +08:00.
//
// It only reads; at most 30 calls a second.
//
// Errors worth handling: InvalidSources.Malformed.
//
// Reference: section 6.12.
func (c *Client) DescribeDomainsBySource(ctx context.Context, req *types.DescribeDomainsBySourceRequest, opts ...CallOption) (*types.DescribeDomainsBySourceResponse, error) {
	return invoke[types.DescribeDomainsBySourceResponse](ctx, c, "DescribeDomainsBySource", req, opts)
}

// SetDomainServerCertificate switches HTTPS of a domain on or off and changes
// its certificate. The domain must be of the HTTPS acceleration type. The
// request travels in a form body when it holds a PrivateKey. The vendor has
// replaced the action by SetCdnDomainSSLCertificate.
//
// It is not repeated after a lost answer; at most 10 calls a second.
//
// Errors worth handling: Certificate.Duplicated (the name is taken, see
// ForceSet), Certificate.MissMatch (certificate and key do not match),
// InvalidCertificate, InvalidPrivateKey, InvalidDomain.Offline, ServiceBusy
// (being configured, nothing was done), OperationDenied (arrears).
//
// Reference: section 6.13.
func (c *Client) SetDomainServerCertificate(ctx context.Context, req *types.SetDomainServerCertificateRequest, opts ...CallOption) (*types.SetDomainServerCertificateResponse, error) {
	return invoke[types.SetDomainServerCertificateResponse](ctx, c, "SetDomainServerCertificate", req, opts)
}

// BatchStopCdnDomain stops accelerated domains, at most 50 a call, whose
// status becomes offline. The domains keep their settings; requests for them
// are sent back to the origin. The answer says nothing of the single domains.
//
// Repeating it has no second effect; at most 30 calls a second.
//
// The reference lists no errors; expect those of [Client.StopCdnDomain].
//
// Reference: section 6.14.
func (c *Client) BatchStopCdnDomain(ctx context.Context, req *types.BatchStopCdnDomainRequest, opts ...CallOption) (*types.BatchStopCdnDomainResponse, error) {
	return invoke[types.BatchStopCdnDomainResponse](ctx, c, "BatchStopCdnDomain", req, opts)
}

// DescribeCdnDomainConfigs returns the configuration functions that are set on
// a domain, all of them or those named, with their arguments and status.
// [types.DomainConfig.Function] makes one of them ready to be set again.
//
// It only reads; at most 100 calls a second.
//
// Errors worth handling: InvalidFunctionName.ValueNotSupported.
//
// Reference: section 6.15.
func (c *Client) DescribeCdnDomainConfigs(ctx context.Context, req *types.DescribeCdnDomainConfigsRequest, opts ...CallOption) (*types.DescribeCdnDomainConfigsResponse, error) {
	return invoke[types.DescribeCdnDomainConfigsResponse](ctx, c, "DescribeCdnDomainConfigs", req, opts)
}

// DeleteSpecificConfig deletes records of configuration functions of a domain
// by their ConfigId, which [Client.DescribeCdnDomainConfigs] and
// [Client.BatchSetCdnDomainConfig] return.
//
// Repeating it has no second effect; at most 30 calls a second.
//
// Errors worth handling: MissingParameter, ServiceBusy (being configured,
// nothing was done).
//
// Reference: section 6.16.
func (c *Client) DeleteSpecificConfig(ctx context.Context, req *types.DeleteSpecificConfigRequest, opts ...CallOption) (*types.DeleteSpecificConfigResponse, error) {
	return invoke[types.DeleteSpecificConfigResponse](ctx, c, "DeleteSpecificConfig", req, opts)
}
