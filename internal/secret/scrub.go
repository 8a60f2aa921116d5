package secret

import (
	"net/url"
	"slices"
	"strings"
)

// Scrubber takes the secrets of one request out of texts from outside: the
// service repeats parameters in some of its messages, and a transport may name
// the URL. The zero Scrubber knows no secrets.
type Scrubber struct {
	// Params are the parameters of the request, whose secret values are looked
	// for plain and encoded once or twice.
	Params url.Values

	// Values are further secrets.
	Values []string
}

// shortest is how long a value must be to be looked for; shorter ones would
// hit innocent text.
const shortest = 6

// Scrub returns text without the secrets.
func (s Scrubber) Scrub(text string) string {
	values := slices.Clone(s.Values)
	for name, list := range s.Params {
		for _, value := range list {
			if Is(name, value) {
				values = append(values, value)
			}
		}
	}
	var pairs []string
	for _, value := range values {
		for _, form := range forms(value) {
			pairs = append(pairs, form, Mask)
		}
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// forms are how a value may stand in a text: plain, within JSON or XML, and
// percent-encoded up to three times.
func forms(value string) []string {
	if len(value) < shortest {
		return nil
	}
	all := []string{value, inJSON.Replace(value), inXML.Replace(value)}
	for range 3 {
		escaped := url.QueryEscape(value) // with + for a space, where the signature has %20
		value = strings.ReplaceAll(escaped, "+", "%20")
		all = append(all, escaped, value)
	}
	return all
}

var (
	inJSON = strings.NewReplacer("\n", `\n`, "\r", `\r`, "\t", `\t`, `"`, `\"`, `\`, `\\`)
	inXML  = strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;", `"`, "&quot;", "'", "&apos;")
)
