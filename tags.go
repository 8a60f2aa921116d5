package alicdn

import (
	"context"
	"iter"

	"github.com/alicdn/alicdn-go/internal/paging"
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

// ListTagResources returns the tags of resources, one element a resource and
// tag: of up to 50 domains, of those that have certain tags, or of both.
//
// It answers page by page: NextToken of the answer, in the request, asks for the
// next one. How long a page is is not documented;
// [Client.ListTagResourcesIter] walks through all of them.
//
// It only reads.
//
// Errors worth handling: TagKeyIsInvalid, TagValueIsInvalid.
//
// Reference: none, the action is newer.
// API: https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-listtagresources
func (c *Client) ListTagResources(ctx context.Context, req *types.ListTagResourcesRequest, opts ...CallOption) (*types.ListTagResourcesResponse, error) {
	return invoke(ctx, c, "ListTagResources", req, new(types.ListTagResourcesResponse), opts)
}

// ListTagResourcesIter yields the tags that [Client.ListTagResources] lists, from
// the page of the request to the last.
//
// A page is fetched when its first tag is asked for. An error is yielded once
// and is the last; the iterator may be ranged over again. A page may be empty
// and yet be followed by others; a service that leads back to a page that was
// there already ends in an error. The request is not changed.
func (c *Client) ListTagResourcesIter(ctx context.Context, req *types.ListTagResourcesRequest, opts ...CallOption) iter.Seq2[types.ResourceTag, error] {
	return pagesByToken(ctx, resourceTags, c.ListTagResources, req, opts)
}

var resourceTags = paging.TokenList[types.ListTagResourcesRequest, types.ListTagResourcesResponse, types.ResourceTag]{
	Action: "ListTagResources",
	Token:  func(req *types.ListTagResourcesRequest) *string { return &req.NextToken },
	Read: func(resp *types.ListTagResourcesResponse) (items []types.ResourceTag, next string) {
		return resp.TagResources, resp.NextToken
	},
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
