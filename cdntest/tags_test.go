package cdntest_test

import (
	"net/http"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/cdntest"
)

func TestTags(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com", "b.example.com"))
	c.ok("TagResources", "ResourceType", "DOMAIN", "ResourceId.1", "a.example.com", "ResourceId.2", "b.example.com",
		"Tag.1.Key", "env", "Tag.1.Value", "product", "Tag.2.Key", "plain")
	c.ok("TagResources", "ResourceType", "DOMAIN", "ResourceId.1", "b.example.com", "Tag.1.Key", "env", "Tag.1.Value", "daily")

	got := c.ok("DescribeTagResources", "ResourceType", "DOMAIN", "ResourceId.1", "b.example.com")
	assertShape(t, "DescribeTagResources", got)
	assert.Equal(t, []any{map[string]any{"ResourceId": "b.example.com", "Tag": []any{
		map[string]any{"Key": "plain", "Value": ""},
		map[string]any{"Key": "env", "Value": "daily"},
	}}}, got.at("TagResources"))

	got = c.ok("DescribeTagResources", "ResourceType", "DOMAIN", "ResourceId.1", "a.example.com", "ResourceId.2", "b.example.com",
		"Tag.1.Key", "env", "Tag.1.Value", "product")
	assert.Equal(t, "a.example.com", got.at("TagResources.0.ResourceId"))
	assert.Nil(t, got.at("TagResources.1"))

	got = c.ok("DescribeUserTags")
	assertShape(t, "DescribeUserTags", got)
	assert.Equal(t, []any{
		map[string]any{"Key": "env", "Value": []any{"daily", "product"}},
		map[string]any{"Key": "plain", "Value": []any{""}},
	}, got.at("Tags"))

	c.ok("UntagResources", "ResourceType", "DOMAIN", "ResourceId.1", "a.example.com", "TagKey.1", "env")
	c.ok("UntagResources", "ResourceType", "DOMAIN", "ResourceId.1", "b.example.com", "All", "true")
	assert.Equal(t, []any{map[string]any{"Key": "plain", "Value": []any{""}}}, c.ok("DescribeUserTags").at("Tags"))
}

func TestTagsAreListed(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com", "b.example.com", "c.example.com"))
	args := []string{"ResourceType", "DOMAIN", "ResourceId.1", "a.example.com", "ResourceId.2", "b.example.com"}
	c.ok("TagResources", append(args, "Tag.1.Key", "team", "Tag.1.Value", "web", "Tag.2.Key", "plain")...)
	c.ok("TagResources", "ResourceType", "DOMAIN", "ResourceId.1", "c.example.com", "Tag.1.Key", "team", "Tag.1.Value", "shop")
	rows := func(got answer) (names []string) {
		assertShape(t, "ListTagResources", got)
		for _, row := range got.at("TagResources.TagResource").([]any) {
			row := row.(map[string]any)
			names = append(names, row["ResourceId"].(string)+" "+row["TagKey"].(string)+"="+row["TagValue"].(string))
		}
		assert.Empty(t, got.at("NextToken"))
		return names
	}
	all := []string{"a.example.com plain=", "a.example.com team=web", "b.example.com plain=", "b.example.com team=web"}
	assert.Equal(t, all, rows(c.ok("ListTagResources", args...)))
	assert.Equal(t, all, rows(c.ok("ListTagResources", "ResourceType", "DOMAIN", "Tag.1.Key", "plain")))
	assert.Equal(t, []string{"c.example.com team=shop"},
		rows(c.ok("ListTagResources", "ResourceType", "DOMAIN", "Tag.1.Key", "team", "Tag.1.Value", "shop")))
	assert.Empty(t, rows(c.ok("ListTagResources", append(args, "Tag.1.Key", "team", "Tag.1.Value", "shop")...)))

	// Page by page, while tags come and go.
	for i := range 18 {
		c.ok("TagResources", append(args, "ResourceId.3", "c.example.com", "Tag.1.Key", "k"+strconv.Itoa(10+i))...)
	}
	first := c.ok("ListTagResources", "ResourceType", "DOMAIN", "Tag.1.Key", "team")
	assert.Len(t, first.at("TagResources.TagResource"), 50)
	c.ok("UntagResources", "ResourceType", "DOMAIN", "ResourceId.1", "a.example.com", "All", "true")
	rest := c.ok("ListTagResources", "ResourceType", "DOMAIN", "Tag.1.Key", "team", "NextToken", first.at("NextToken").(string))
	assert.Len(t, rows(rest), 9)

	c.refused(http.StatusBadRequest, "MissParameter.TagOrResourceId", "ListTagResources", "ResourceType", "DOMAIN")
	c.refused(http.StatusBadRequest, "InvalidParameter", "ListTagResources", append(args, "NextToken", "?")...)
	c.refused(http.StatusBadRequest, "TagKeyIsInvalid", "ListTagResources", append(args, "Tag.1.Value", "v")...)
	c.refused(http.StatusBadRequest, "ResourceIdIsInvalid", "ListTagResources", "ResourceType", "DOMAIN", "ResourceId.51", "a.example.com")
	c.refused(http.StatusBadRequest, "TagIsInvalid", "ListTagResources", append(args, "Tag.21.Key", "k")...)
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "ListTagResources", "ResourceType", "DOMAIN", "ResourceId.1", "x.example.com")
}

func TestTagRefusals(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithDomains("a.example.com"))
	one := []string{"ResourceType", "DOMAIN", "ResourceId.1", "a.example.com"}
	c.refused(http.StatusBadRequest, "MissingTagKey", "UntagResources", one...)
	c.refused(http.StatusBadRequest, "MissingTagKey", "TagResources",
		append(one, "Tag.1.Key", "a", "Tag.2.Value", "b")...)
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "TagResources",
		append(one, "ResourceId.2", "b.example.com", "Tag.1.Key", "a")...)

	first, second := one, one
	for i := range 20 {
		key := "Tag." + strconv.Itoa(i+1) + ".Key"
		first = append(first, key, "first"+strconv.Itoa(i))
		second = append(second, key, "second"+strconv.Itoa(i))
	}
	c.ok("TagResources", first...)
	c.ok("TagResources", first...)
	c.refused(http.StatusBadRequest, "InvalidParameter", "TagResources", second...)
}
