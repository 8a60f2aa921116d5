package types

// ResourceType is the kind of a resource that carries tags.
type ResourceType string

// ResourceTypeDomain is an accelerated domain, the only kind of resource of
// this API.
const ResourceTypeDomain ResourceType = "DOMAIN"

// DescribeTagResourcesRequest holds the parameters of DescribeTagResources.
type DescribeTagResourcesRequest struct {
	// ResourceId are the resources whose tags are wanted: domains, 1 to 50.
	// Required.
	ResourceId Repeated `url:"ResourceId" check:"max=50"`

	// ResourceType is the kind of the resources: [ResourceTypeDomain].
	// Required.
	ResourceType ResourceType `url:"ResourceType"`

	// Tag are the tags to look for, at most 20. Leaving it out does not narrow
	// the answer. Only today's service has it.
	Tag Tags `url:"Tag,omitempty" check:"max=20"`
}

// DescribeTagResourcesResponse is the answer of DescribeTagResources.
type DescribeTagResourcesResponse struct {
	Meta

	// TagResources are the resources with their tags.
	TagResources List[TagResource] `json:"TagResources"`
}

// TagResource is a resource with its tags.
type TagResource struct {
	// ResourceId is the resource: a domain.
	ResourceId string `json:"ResourceId"`

	// Tag are the tags of the resource.
	Tag List[Tag] `json:"Tag"`
}

// DescribeUserTagsRequest is the request of DescribeUserTags, which takes no
// parameters.
type DescribeUserTagsRequest struct{}

// DescribeUserTagsResponse is the answer of DescribeUserTags.
type DescribeUserTagsResponse struct {
	Meta

	// Tags are the tags of the account, one element a key.
	Tags List[UserTag] `json:"Tags"`
}

// UserTag is a tag key of the account with all its values.
type UserTag struct {
	// Key names the tag.
	Key string `json:"Key"`

	// Value are the values in use for the key. Elsewhere a tag has one value.
	Value List[string] `json:"Value"`
}

// TagResourcesRequest holds the parameters of TagResources.
type TagResourcesRequest struct {
	// ResourceId are the resources to tag: domains, 1 to 50. Required.
	ResourceId Repeated `url:"ResourceId" check:"max=50"`

	// ResourceType is the kind of the resources: [ResourceTypeDomain].
	// Required.
	ResourceType ResourceType `url:"ResourceType"`

	// Tag are the tags to attach, 1 to 20, each key once. Today's service
	// refuses keys that begin with acs: or aliyun, and keys and values that
	// contain http:// or https://. Required.
	Tag Tags `url:"Tag" check:"max=20"`
}

// TagResourcesResponse is the answer of TagResources.
type TagResourcesResponse struct {
	Meta
}

// UntagResourcesRequest holds the parameters of UntagResources.
type UntagResourcesRequest struct {
	// ResourceId are the resources to remove tags from: domains, 1 to 50.
	// Required.
	ResourceId Repeated `url:"ResourceId" check:"max=50"`

	// ResourceType is the kind of the resources: [ResourceTypeDomain].
	// Required.
	ResourceType ResourceType `url:"ResourceType"`

	// TagKey are the keys of the tags to remove, at most 20, each once. The
	// reference requires it; today's service takes All instead.
	TagKey Repeated `url:"TagKey,omitempty" check:"max=20"`

	// All removes all tags of the resources. Only today's service has it.
	All bool `url:"All,omitempty"`
}

// UntagResourcesResponse is the answer of UntagResources.
type UntagResourcesResponse struct {
	Meta
}

// ListTagResourcesRequest holds the parameters of ListTagResources.
type ListTagResourcesRequest struct {
	// ResourceType is the kind of the resources: [ResourceTypeDomain].
	// Required.
	ResourceType ResourceType `url:"ResourceType"`

	// ResourceId are the resources whose tags are wanted: domains, at most 50.
	// Either it or Tag is required.
	ResourceId Repeated `url:"ResourceId,omitempty" check:"max=50,or=Tag"`

	// Tag are the tags to look for, at most 20; one without a value stands for
	// its key.
	Tag Tags `url:"Tag,omitempty" check:"max=20"`

	// NextToken is the page to return, from the answer before. Left out, the
	// first.
	NextToken string `url:"NextToken,omitempty"`

	// TagOwnerUid is the account that the tags belong to.
	TagOwnerUid string `url:"TagOwnerUid,omitempty"`

	// TagOwnerBid is the business ID of the owner of the tags.
	TagOwnerBid string `url:"TagOwnerBid,omitempty"`
}

// ListTagResourcesResponse is the answer of ListTagResources.
type ListTagResourcesResponse struct {
	Meta

	// TagResources are the tags of the page, one element a resource and tag.
	TagResources List[ResourceTag] `json:"TagResources"`

	// NextToken is for the next page. It is empty on the last one, as it
	// seems: the vendor does not say how the end shows.
	NextToken string `json:"NextToken"`
}

// ResourceTag is a tag of a resource.
type ResourceTag struct {
	// ResourceId is the resource: a domain.
	ResourceId string `json:"ResourceId"`

	// ResourceType is the kind of the resource.
	ResourceType ResourceType `json:"ResourceType"`

	// TagKey names the tag.
	TagKey string `json:"TagKey"`

	// TagValue is the value of the tag, which may be empty.
	TagValue string `json:"TagValue"`
}
