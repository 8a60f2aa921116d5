package alicdn

import (
	"context"

	"github.com/alicdn/alicdn-go/types"
)

// DescribeTagResources returns the tags of up to 50 domains. Tag narrows the
// answer to up to 20 tags.
//
// It only reads; at most 10 calls a second.
//
// Reference: section 11.1.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describetagresources
func (c *Client) DescribeTagResources(ctx context.Context, req *types.DescribeTagResourcesRequest, opts ...CallOption) (*types.DescribeTagResourcesResponse, error) {
	return invoke(ctx, c, "DescribeTagResources", req, new(types.DescribeTagResourcesResponse), opts)
}

// DescribeUserTags returns the tag keys of the account with all their values.
//
// It only reads; at most 100 calls a second.
//
// Reference: section 11.2.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-describeusertags
func (c *Client) DescribeUserTags(ctx context.Context, req *types.DescribeUserTagsRequest, opts ...CallOption) (*types.DescribeUserTagsResponse, error) {
	return invoke(ctx, c, "DescribeUserTags", req, new(types.DescribeUserTagsResponse), opts)
}

// TagResources attaches up to 20 tags to each of up to 50 domains.
//
// Repeating it has no second effect; at most 100 calls a second.
//
// The reference names no errors. Errors worth handling today:
// Resource.NotExist, TagKeyRepeated, InvalidTagKey, InvalidTagValue, and
// CustomTagIsInvalid if a domain would have too many tags.
//
// Reference: section 11.3.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-tagresources
func (c *Client) TagResources(ctx context.Context, req *types.TagResourcesRequest, opts ...CallOption) (*types.TagResourcesResponse, error) {
	return invoke(ctx, c, "TagResources", req, new(types.TagResourcesResponse), opts)
}

// UntagResources removes tags from up to 50 domains: up to 20 by their keys, or
// all of them.
//
// Repeating it has no second effect; at most 100 calls a second.
//
// The reference names no errors. Errors worth handling today: TagKeyRepeated.
//
// Reference: section 11.4.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-untagresources
func (c *Client) UntagResources(ctx context.Context, req *types.UntagResourcesRequest, opts ...CallOption) (*types.UntagResourcesResponse, error) {
	return invoke(ctx, c, "UntagResources", req, new(types.UntagResourcesResponse), opts)
}
