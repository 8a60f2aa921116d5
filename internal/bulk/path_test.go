package bulk_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/internal/bulk"
)

func TestReadPath(t *testing.T) {
	t.Parallel()
	tests := []struct {
		kind         bulk.Kind
		input        string
		path, domain string
	}{
		{bulk.URL, "example.com/image/1.png", "example.com/image/1.png", "example.com"},
		{bulk.URL, " \ufeffhttp://Example.COM/Image/1.PNG\r\n", "http://example.com/Image/1.PNG", "example.com"},
		{bulk.URL, "HTTPS://example.com:8443/a?B=C&d=e/", "https://example.com:8443/a?B=C&d=e/", "example.com"},
		{bulk.URL, "http://example.com", "http://example.com/", "example.com"},
		{bulk.URL, "example.com", "example.com/", "example.com"},
		{bulk.URL, "example.com?v=1", "example.com/?v=1", "example.com"},
		{bulk.URL, "example.com#top", "example.com/", "example.com"},
		{bulk.URL, "example.com/a?b#c?d", "example.com/a?b", "example.com"},
		{bulk.URL, "example.com/a?to=http://other.com/B", "example.com/a?to=http://other.com/B", "example.com"},
		{bulk.URL, "example.com/中文", "example.com/中文", "example.com"},
		{bulk.URL, "example.com/a*b", "example.com/a*b", "example.com"},
		{bulk.Directory, "http://Example.com/", "http://example.com/", "example.com"},
		{bulk.Directory, "example.com/a/#b/", "example.com/a/", "example.com"},
		{bulk.Regex, " http://Example.com/.*\\.(jpg|png)#?$ ", "http://Example.com/.*\\.(jpg|png)#?$", "example.com"},
		{bulk.Regex, "*", "*", "*"},
	}
	for _, test := range tests {
		item, rule := test.kind.Read(test.input, 1024)
		assert.Empty(t, rule, test.input)
		assert.Equal(t, bulk.Item{Input: test.input, ObjectPath: test.path, Domain: test.domain}, item)
		again, rule := test.kind.Read(item.ObjectPath, 1024)
		assert.Empty(t, rule)
		assert.Equal(t, item.ObjectPath, again.ObjectPath, "reading is idempotent")
	}
}

func TestReadPathRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct {
		kind  bulk.Kind
		input string
		rule  string
	}{
		{bulk.URL, " \t", "is empty"},
		{bulk.URL, "example.com/\xff", "is not UTF-8"},
		{bulk.URL, "example.com/a b", "contains a space or a control character"},
		{bulk.URL, "example.com/a\nexample.com/b", "contains a space or a control character"},
		{bulk.URL, "example.com/a\x00", "contains a space or a control character"},
		{bulk.Regex, "example.com/a\r.*", "contains a space or a control character"},
		{bulk.URL, "ftp://example.com/a", "has a scheme other than http and https"},
		{bulk.URL, "://example.com/a", "has a scheme other than http and https"},
		{bulk.URL, "/image/1.png", "has no valid domain"},
		{bulk.URL, "http:///a", "has no valid domain"},
		{bulk.URL, "http://:80/a", "has no valid domain"},
		{bulk.URL, "# a comment", "contains a space or a control character"},
		{bulk.URL, "#comment", "has no valid domain"},
		{bulk.URL, "http://user@example.com/a", "has no valid domain"},
		{bulk.URL, `http://example.com\a/`, "has no valid domain"},
		{bulk.URL, "http://.example.com/a", "has a wildcard domain, which is not supported"},
		{bulk.URL, "*.example.com/a", "has a wildcard domain, which is not supported"},
		{bulk.Directory, "example.com/a", "does not end with /, as a directory must"},
		{bulk.Directory, "example.com", "does not end with /, as a directory must"},
		{bulk.Directory, "example.com/a/#b", ""},
		{bulk.Directory, "example.com/a#b/", "does not end with /, as a directory must"},
		{bulk.URL, "example.com/" + strings.Repeat("中", 1012), ""},
		{bulk.URL, "example.com/" + strings.Repeat("中", 1013), "has 1025 characters; at most 1024 allowed"},
	}
	for _, test := range tests {
		_, rule := test.kind.Read(test.input, 1024)
		assert.Equal(t, test.rule, rule, test.input)
	}
	_, rule := bulk.URL.Read("example.com/"+strings.Repeat("x", 5000), 0)
	assert.Empty(t, rule, "without a limit")
}

func TestReadTag(t *testing.T) {
	t.Parallel()
	for input, tag := range map[string]string{
		" Sale-2026\r\n": "Sale-2026", "促销": "促销", "http://Example.com/#a": "http://Example.com/#a", "two words": "two words",
	} {
		item, rule := bulk.Tag.Read(input, 30)
		assert.Empty(t, rule, input)
		assert.Equal(t, bulk.Item{Input: input, ObjectPath: tag}, item)
	}
	for input, want := range map[string]string{
		" ":                     "is empty",
		"a,b":                   `contains ",", which separates the elements`,
		"a\nb":                  "contains a control character",
		"\xff":                  "is not UTF-8",
		strings.Repeat("销", 31): "has 31 characters; at most 30 allowed",
	} {
		_, rule := bulk.Tag.Read(input, 30)
		assert.Equal(t, want, rule, input)
	}
}
