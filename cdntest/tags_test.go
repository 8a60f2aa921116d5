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
