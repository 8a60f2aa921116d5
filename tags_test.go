package alicdn

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// tagsRequests are requests of the tag actions with every field set.
var tagsRequests = map[string]any{
	"DescribeTagResources": &types.DescribeTagResourcesRequest{
		ResourceId:   types.Repeated{"a.example.com", "b.example.com"},
		ResourceType: types.ResourceTypeDomain,
		Tag:          types.Tags{{Key: "env", Value: "product"}, {Key: "region"}},
	},
	"ListTagResources": &types.ListTagResourcesRequest{
		ResourceType: types.ResourceTypeDomain,
		ResourceId:   types.Repeated{"a.example.com", "b.example.com"},
		Tag:          types.Tags{{Key: "env", Value: "product"}, {Key: "region"}},
		NextToken:    "QpgBAAAAAABsb2dzL2RzLw==",
		TagOwnerUid:  "123",
		TagOwnerBid:  "26842",
	},
	"DescribeUserTags": &types.DescribeUserTagsRequest{},
	"TagResources": &types.TagResourcesRequest{
		ResourceId:   types.Repeated{"a.example.com", "b.example.com"},
		ResourceType: types.ResourceTypeDomain,
		Tag:          types.Tags{{Key: "env", Value: "product"}, {Key: "region", Value: "hangzhou"}},
	},
	"UntagResources": &types.UntagResourcesRequest{
		ResourceId:   types.Repeated{"a.example.com", "b.example.com"},
		ResourceType: types.ResourceTypeDomain,
		TagKey:       types.Repeated{"env", "region"},
		All:          true,
	},
}

func TestDescribeTagResources(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeTagResources")
	resp, err := c.DescribeTagResources(t.Context(), &types.DescribeTagResourcesRequest{
		ResourceId:   types.Repeated{"example.com"},
		ResourceType: types.ResourceTypeDomain,
	})
	require.NoError(t, err)
	assert.Equal(t, &types.DescribeTagResourcesResponse{
		Meta: types.Meta{RequestId: "34AB41F1-04A5-496F-8C8D-634BDBE6A9FB"},
		TagResources: types.List[types.TagResource]{
			{ResourceId: "example.com", Tag: types.List[types.Tag]{{Key: "env", Value: "product"}}},
		},
	}, resp)
}

func TestListTagResources(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ListTagResources")
	resp, err := c.ListTagResources(t.Context(), &types.ListTagResourcesRequest{
		ResourceType: types.ResourceTypeDomain,
		ResourceId:   types.Repeated{"example.com"},
	})
	require.NoError(t, err)
	assert.Equal(t, &types.ListTagResourcesResponse{
		Meta: types.Meta{RequestId: "64D28B53-5902-409B-94F6-FD46680144FE"},
		TagResources: types.List[types.ResourceTag]{
			{ResourceId: "example.com", ResourceType: types.ResourceTypeDomain, TagKey: "testKey", TagValue: "testValue"},
			{ResourceId: "example.com", ResourceType: types.ResourceTypeDomain, TagKey: "env", TagValue: "product"},
		},
		NextToken: "QpgBAAAAAABsb2dzL2RzLw==",
	}, resp)
}

func TestListTagResourcesNeedsResourcesOrTags(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ListTagResources")
	for _, tt := range []struct {
		req  types.ListTagResourcesRequest
		want string
	}{
		{types.ListTagResourcesRequest{ResourceType: types.ResourceTypeDomain}, "ResourceId is missing: give ResourceId or Tag, or both"},
		{types.ListTagResourcesRequest{ResourceType: types.ResourceTypeDomain, Tag: types.Tags{{Key: "env"}}}, ""},
		{types.ListTagResourcesRequest{ResourceType: types.ResourceTypeDomain, ResourceId: types.Repeated{"example.com"}}, ""},
	} {
		_, err := c.ListTagResources(t.Context(), &tt.req)
		if tt.want == "" {
			require.NoError(t, err)
			continue
		}
		require.ErrorIs(t, err, ErrInvalid)
		require.ErrorContains(t, err, tt.want)
	}
}

func TestDescribeUserTags(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeUserTags")
	resp, err := c.DescribeUserTags(t.Context(), nil)
	require.NoError(t, err)
	assert.Equal(t, &types.DescribeUserTagsResponse{
		Meta: types.Meta{RequestId: "34AB41F1-04A5-496F-8C8D-634BDBE6A9FB"},
		Tags: types.List[types.UserTag]{
			{Key: "env", Value: types.List[string]{"product", "pre", "daily"}},
			{Key: "region", Value: types.List[string]{"hangzhou"}},
		},
	}, resp)
}

func TestTagResources(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "TagResources")
	resp, err := c.TagResources(t.Context(), &types.TagResourcesRequest{
		ResourceId:   types.Repeated{"example.com"},
		ResourceType: types.ResourceTypeDomain,
		Tag:          types.Tags{{Key: "env", Value: "product"}},
	})
	require.NoError(t, err)
	assert.Equal(t, "97C68796-EB7F-4D41-9D5B-12B909D76508", resp.RequestId)
}

func TestUntagResources(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "UntagResources")
	resp, err := c.UntagResources(t.Context(), &types.UntagResourcesRequest{
		ResourceId:   types.Repeated{"example.com"},
		ResourceType: types.ResourceTypeDomain,
		TagKey:       types.Repeated{"env"},
	})
	require.NoError(t, err)
	assert.Equal(t, "97C68796-EB7F-4D41-9D5B-12B909D76508", resp.RequestId)
}
