package secret_test

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/internal/secret"
)

func TestScrub(t *testing.T) {
	t.Parallel()
	s := secret.Scrubber{
		Params: url.Values{"SecurityToken": {"CAIS/+A == x"}, "PrivateKey": {"-----BEGIN\nhush"}, "DomainName": {"example.com"}, "Signature": {"short"}},
		Values: []string{"testsecret"},
	}
	const clean = "a *** b"
	for _, text := range []string{
		"a CAIS/+A == x b",
		"a CAIS%2F%2BA%20%3D%3D%20x b",
		"a CAIS%2F%2BA+%3D%3D+x b",
		"a CAIS%252F%252BA%2520%253D%253D%2520x b",
		"a -----BEGIN\nhush b",
		`a -----BEGIN\nhush b`,
		"a -----BEGIN%0Ahush b",
		"a testsecret b",
	} {
		assert.Equal(t, clean, s.Scrub(text), text)
	}
	assert.Equal(t, "example.com is short", s.Scrub("example.com is short"))
	assert.Equal(t, "testsecret", secret.Scrubber{}.Scrub("testsecret"))
}
