package types_test

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestRepeatedEncodeValues(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		in   types.Repeated
		want url.Values
	}{
		{"nil", nil, url.Values{}},
		{"empty", types.Repeated{}, url.Values{}},
		{"one", types.Repeated{"a.example.com"}, url.Values{"ResourceId.1": {"a.example.com"}}},
		{
			"two digits",
			types.Repeated{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"},
			url.Values{
				"ResourceId.1": {"a"}, "ResourceId.2": {"b"}, "ResourceId.3": {"c"}, "ResourceId.4": {"d"}, "ResourceId.5": {"e"},
				"ResourceId.6": {"f"}, "ResourceId.7": {"g"}, "ResourceId.8": {"h"}, "ResourceId.9": {"i"}, "ResourceId.10": {"j"},
			},
		},
		{"as they are", types.Repeated{"a,b", "c\nd", "é&="}, url.Values{"ResourceId.1": {"a,b"}, "ResourceId.2": {"c\nd"}, "ResourceId.3": {"é&="}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := url.Values{}
			require.NoError(t, tt.in.EncodeValues("ResourceId", &got))
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestTagsEncodeValues(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		in   types.Tags
		want url.Values
	}{
		{"nil", nil, url.Values{}},
		{"empty", types.Tags{}, url.Values{}},
		{"key and value", types.Tags{{Key: "env", Value: "prod"}}, url.Values{"Tag.1.Key": {"env"}, "Tag.1.Value": {"prod"}}},
		{
			"a key without a value keeps its number",
			types.Tags{{Key: "env"}, {Key: "team", Value: "cdn"}, {Key: "env", Value: "test"}},
			url.Values{"Tag.1.Key": {"env"}, "Tag.2.Key": {"team"}, "Tag.2.Value": {"cdn"}, "Tag.3.Key": {"env"}, "Tag.3.Value": {"test"}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := url.Values{}
			require.NoError(t, tt.in.EncodeValues("Tag", &got))
			assert.Equal(t, tt.want, got)
		})
	}
}
