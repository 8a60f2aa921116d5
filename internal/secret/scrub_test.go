package secret_test

import (
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/secret"
)

// token has what every encoding changes.
const token = "CAIS/+A == x\n\"'<é🚀>&\\%41;\tend"

func TestScrubWhateverTheEncoding(t *testing.T) {
	t.Parallel()
	s := secret.NewScrubber(url.Values{"DomainName": {"example.com"}, "Signature": {"short"}}, token, "testsecret")
	quoted, err := json.Marshal(token)
	require.NoError(t, err)
	inJSON := string(quoted[1 : len(quoted)-1])
	percent := func(text string) string { return strings.ReplaceAll(url.QueryEscape(text), "+", "%20") }
	var everyByte, everyRune, entities strings.Builder
	for i := range len(token) {
		fmt.Fprintf(&everyByte, "%%%02x", token[i])
	}
	for _, r := range token {
		if r < 0x10000 {
			fmt.Fprintf(&everyRune, `\u%04X`, r)
		} else {
			everyRune.WriteString(`\ud83d\ude80`)
		}
		fmt.Fprintf(&entities, "&#%d;", r)
	}
	for name, text := range map[string]string{
		"plain":              token,
		"percent":            percent(token),
		"percent twice":      percent(percent(token)),
		"percent thrice":     percent(percent(percent(token))),
		"form":               url.QueryEscape(token),
		"lower case":         regexp.MustCompile("%..").ReplaceAllStringFunc(percent(token), strings.ToLower),
		"every byte":         everyByte.String(),
		"JSON":               inJSON,
		"JSON of all":        everyRune.String(),
		"JSON of slashes":    strings.ReplaceAll(inJSON, "/", `\/`),
		"JSON in JSON":       strings.Trim(fmt.Sprintf("%q", inJSON), `"`),
		"Go":                 strings.Trim(fmt.Sprintf("%q", token), `"`),
		"JSON pointer":       strings.NewReplacer("~", "~0", "/", "~1").Replace(token),
		"HTML":               html.EscapeString(token),
		"HTML of all":        entities.String(),
		"percent in JSON":    strings.Trim(fmt.Sprintf("%q", percent(token)), `"`),
		"percent of HTML":    percent(html.EscapeString(token)),
		"HTML of JSON in it": html.EscapeString(percent(inJSON)),
	} {
		assert.Equal(t, "a *** b", s.Scrub("a "+text+" b"), "%s: %s", name, text)
		assert.Equal(t, "***", s.Scrub(text), name)
	}
	assert.Equal(t, "a *** b", s.Scrub("a testsecret b"))
	for _, innocent := range []string{
		"", "x", "example.com is short", "100% of &nbsp; &#; &#x; &#xFFFFFFFF; & \\ \\q \\u12 \\x1 %4 %zz %", "\xff\xfe", strings.Repeat("%25", 100),
	} {
		assert.Equal(t, innocent, s.Scrub(innocent))
	}
	assert.Equal(t, "testsecret", secret.NewScrubber(nil).Scrub("testsecret"))
}

// A piece of a secret is taken out wherever the secret was cut, but for a rest
// too short to tell from innocent text.
func TestScrubPieces(t *testing.T) {
	t.Parallel()
	const shortest, piece = 6, 8
	key := "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQC7\n-----END PRIVATE KEY-----\n"
	s := secret.NewScrubber(url.Values{"PrivateKey": {key}})
	for cut := shortest; cut <= len(key)-shortest; cut++ {
		for _, encode := range []func(string) string{url.QueryEscape, html.EscapeString} {
			assert.Equal(t, "begins with ***", s.Scrub("begins with "+encode(key[:cut])))
			assert.Equal(t, "*** is the end", s.Scrub(encode(key[cut:])+" is the end"))
			if cut <= len(key)-piece {
				assert.Equal(t, "..."+"***"+"...", s.Scrub("..."+encode(key[cut:][:piece])+"..."))
			}
		}
	}
	assert.Equal(t, "***...***", s.Scrub(key[:40]+"..."+key[40:]))
	assert.Equal(t, "a MIIEvQI", s.Scrub("a MIIEvQI"), "seven bytes may be anything")
	assert.Equal(t, "a -----B b", s.Scrub("a -----B b"))
	assert.Equal(t, "a -----", s.Scrub("a -----"))
	assert.Equal(t, "a *** b *** c", s.Scrub("a MIIEvQIBADANBgkqhkiG9w0B b QIBADANBgkqh c"))
	wrapped := strings.ReplaceAll(strings.ReplaceAll(key, "\n", " "), "BADAN", "BADAN\r\n\t")
	for _, part := range []string{"MIIE", "BADAN", "BgkqhkiG", "0BAQEFAASC", "BKcwggSjAgEA"} {
		assert.NotContains(t, s.Scrub(wrapped), part, "lines broken otherwise")
	}
}

// Of domain functions and headers the values are secret that hold one, however
// the document is written when it is repeated.
func TestScrubDocuments(t *testing.T) {
	t.Parallel()
	const functions = `[{"functionName":"aliauth","functionArgs":[{"argName":"auth_type","argValue":"type_a_and_more"},` +
		`{"argName":"auth_key1","argValue":"hush\/+one\u0021"},{"argName":"auth_key2","argValue":"k2"}]},` +
		`{"FunctionName":"set_req_header","functionArgs":[{"argName":"key","argValue":"X-Token-Name"},{"argName":"value","argValue":"hush-two-hush"}]},` +
		`{"functionName":"gzip","functionArgs":[{"argName":"enable","argValue":"on-and-on-and-on"}]}]`
	s := secret.NewScrubber(url.Values{"Functions": {functions}, "WithHeader": {`{"Cookie":"hush three","Accept-Encoding":"gzip"}`}})
	for text, want := range map[string]string{
		"a " + functions + " b":                                 "a *** b",
		"a " + url.QueryEscape(functions) + " b":                "a *** b",
		`a [ { "argValue" : "hush/+one!" } ] b`:                 `a [ { "argValue" : "***" } ] b`,
		`a \u0068\u0075\u0073\u0068/+one! b`:                    `a *** b`,
		`argValue hush-two-hush is wrong`:                       `argValue *** is wrong`,
		`argValue hush-two-h`:                                   `argValue ***`,
		`header X-Token-Name is wrong`:                          `header X-Token-Name is wrong`,
		`header hush%20three`:                                   `header ***`,
		`argValue type_a_and_more of functionArgs of auth_type`: `argValue type_a_and_more of functionArgs of auth_type`,
		`on-and-on-and-on "functionName":"aliauth"`:             `on-and-on-and-on "functionName":"aliauth"`,
	} {
		assert.Equal(t, want, s.Scrub(text))
	}

	for _, broken := range []string{`{"auth_key1":"hush-hush-hush"`, `[{"auth_key1":["hush-hush-hush"]}]x`, `[{"functionArgs":"auth_key1 hush-hush-hush"}]`} {
		s = secret.NewScrubber(url.Values{"Functions": {broken}})
		assert.NotContains(t, s.Scrub("argValue hush-hush-hush is wrong"), "hush", "what cannot be read is secret as a whole")
	}
	s = secret.NewScrubber(url.Values{"Functions": {`[{"functionName":"x","functionArgs":[{"argName":"y","argValue":"-----BEGIN PRIVATE KEY-----\nhush-hush-hush"}]}]`}})
	assert.NotContains(t, s.Scrub("argValue hush-hush-hush is wrong"), "hush")
	s = secret.NewScrubber(url.Values{"WithHeader": {"Cookie: hush-hush-hush"}})
	assert.NotContains(t, s.Scrub("header hush-hush-hush"), "hush")
}

// Of the mail addresses that reports are sent to each is secret as a whole: a
// piece of it may be the name of a domain.
func TestScrubAddresses(t *testing.T) {
	t.Parallel()
	const deliver = `{"email":{"subject":"reports of the day","to":["ops@example.com"],"copy":["boss@example.com","a@b"]}}`
	s := secret.NewScrubber(url.Values{"Deliver": {deliver}})
	for text, want := range map[string]string{
		"a " + deliver + " b":                          "a *** b",
		"a " + url.QueryEscape(deliver) + " b":         "a *** b",
		"ops@example.com and boss%40example.com":       "*** and ***",
		"www.example.com of reports of the day is bad": "www.example.com of reports of the day is bad",
	} {
		assert.Equal(t, want, s.Scrub(text))
	}
	s = secret.NewScrubber(url.Values{"Deliver": {"mailto:ops@example.com"}})
	assert.NotContains(t, s.Scrub("ops@example.com is wrong"), "ops@", "what cannot be read is secret as a whole")
}

// FuzzScrub looks for a secret in whatever surrounds it, in one encoding
// within another.
func FuzzScrub(f *testing.F) {
	f.Add("before %", "secret-token", "; after \\", uint8(0))
	f.Add("&", "CAIS/+A == x", "", uint8(0xe4))
	f.Add(`\u00`, "\\%41&lt;\n", `"`, uint8(7))
	f.Add("", "\xff\xfe+\x00 %", "%41", uint8(0x1b))
	f.Add("0", "~0000000~0000000", "0", uint8(0xd2)) // decoding it leaves next to nothing
	f.Add("0", "~00000000000~000", "1", uint8(0x76)) // what stands behind it changes it
	f.Fuzz(func(t *testing.T, before, token, after string, encodings uint8) {
		encoded := token
		for range 3 {
			switch encodings & 3 {
			case 1:
				encoded = url.QueryEscape(encoded)
			case 2:
				encoded = strings.ReplaceAll(url.QueryEscape(encoded), "+", "%20")
			case 3:
				encoded = html.EscapeString(encoded)
			}
			encodings >>= 2
		}
		scrubbed := secret.NewScrubber(nil, token).Scrub(before + encoded + after)
		const long = 16 // so that a part is left of it if what stands before it eats into it
		if isPlain := token == url.QueryEscape(token); isPlain && len(token) >= long && strings.Contains(scrubbed, token) {
			t.Fatalf("%q is in %q", token, scrubbed)
		}
	})
}
