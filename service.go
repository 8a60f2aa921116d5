package alicdn

import (
	"context"

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
func (c *Client) OpenCdnService(ctx context.Context, req *types.OpenCdnServiceRequest, opts ...CallOption) (*types.OpenCdnServiceResponse, error) {
	return invoke[types.OpenCdnServiceResponse](ctx, c, "OpenCdnService", req, opts)
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
func (c *Client) ModifyCdnService(ctx context.Context, req *types.ModifyCdnServiceRequest, opts ...CallOption) (*types.ModifyCdnServiceResponse, error) {
	return invoke[types.ModifyCdnServiceResponse](ctx, c, "ModifyCdnService", req, opts)
}

// DescribeCdnService returns the state of the CDN service: how it is billed now
// and next, when it was opened, and what locks it. Times are UTC.
//
// It only reads; at most 30 calls a second.
//
// Errors worth handling: OperationDenied if the service is not opened.
//
// Reference: section 9.3.
func (c *Client) DescribeCdnService(ctx context.Context, req *types.DescribeCdnServiceRequest, opts ...CallOption) (*types.DescribeCdnServiceResponse, error) {
	return invoke[types.DescribeCdnServiceResponse](ctx, c, "DescribeCdnService", req, opts)
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
func (c *Client) DescribeCdnUserResourcePackage(ctx context.Context, req *types.DescribeCdnUserResourcePackageRequest, opts ...CallOption) (*types.DescribeCdnUserResourcePackageResponse, error) {
	return invoke[types.DescribeCdnUserResourcePackageResponse](ctx, c, "DescribeCdnUserResourcePackage", req, opts)
}

// DescribeCdnUserQuota returns how many domains, refreshes, preloads and blocks
// the account may have, and how many of them are left.
//
// It only reads; at most 30 calls a second.
//
// Reference: section 9.5.
func (c *Client) DescribeCdnUserQuota(ctx context.Context, req *types.DescribeCdnUserQuotaRequest, opts ...CallOption) (*types.DescribeCdnUserQuotaResponse, error) {
	return invoke[types.DescribeCdnUserQuotaResponse](ctx, c, "DescribeCdnUserQuota", req, opts)
}
