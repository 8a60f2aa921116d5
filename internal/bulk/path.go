package bulk

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is how paths are to be read.
type Kind int

const (
	// URL is a path that names one object.
	URL Kind = iota
	// Directory is a path that ends with a slash and names all below it.
	Directory
	// Regex is a regular expression; little can be said of it.
	Regex
	// Tag is no path but a cache tag.
	Tag
)

// Item is a path on its way.
type Item struct {
	Input      string // as it was given
	ObjectPath string // as it is sent
	Domain     string // whose it is, in lower case and without a port
	Doubt      int    // the call of an earlier job with which it was sent, perhaps; 0 is none
}

// Read makes an item of a path. What it violates, if anything, is the rule.
//
// Spaces around it and a fragment are dropped, scheme and host written in
// lower case, and a host alone gets its slash. A directory does not: if it was
// meant for a file, far more would be purged than was asked for. No limit of
// the length is 0.
func (k Kind) Read(input string, longest int) (item Item, rule string) {
	path := strings.TrimFunc(input, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' })
	if k == Tag {
		return Item{Input: input, ObjectPath: path}, checkTag(path, longest)
	}
	switch {
	case path == "":
		return Item{}, "is empty"
	case !utf8.ValidString(path):
		return Item{}, "is not UTF-8"
	case strings.ContainsFunc(path, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }):
		return Item{}, "contains a space or a control character"
	}
	scheme, host, rest := cut(path)
	item = Item{Input: input, ObjectPath: path, Domain: domain(host)}
	if k == Regex {
		return item, ""
	}
	rest, _, _ = strings.Cut(rest, "#")
	if rest == "" && k == URL {
		rest = "/"
	}
	item.ObjectPath = join(path, scheme, host, rest)
	return item, k.check(item, scheme, host, rest, longest)
}

func (k Kind) check(item Item, scheme, host, rest string, longest int) (rule string) {
	switch {
	case scheme != "" && scheme != "http://" && scheme != "https://":
		return "has a scheme other than http and https"
	case item.Domain == "" || strings.ContainsAny(host, `@\`):
		return "has no valid domain"
	case strings.HasPrefix(item.Domain, ".") || strings.Contains(item.Domain, "*"):
		return "has a wildcard domain, which is not supported"
	case k == Directory && !strings.HasSuffix(rest, "/"):
		return "does not end with /, as a directory must"
	default:
		return checkLength(item.ObjectPath, longest)
	}
}

func checkLength(text string, longest int) (rule string) {
	if length := utf8.RuneCountInString(text); longest > 0 && length > longest {
		return fmt.Sprintf("has %d characters; at most %d allowed", length, longest)
	}
	return ""
}

func checkTag(tag string, longest int) (rule string) {
	switch {
	case tag == "":
		return "is empty"
	case !utf8.ValidString(tag):
		return "is not UTF-8"
	case strings.ContainsFunc(tag, unicode.IsControl):
		return "contains a control character"
	case strings.Contains(tag, ","):
		return `contains ",", which separates the elements`
	default:
		return checkLength(tag, longest)
	}
}

// cut takes a path apart: a scheme with its slashes and a host in lower case,
// and the rest, which begins with / or what ends a host as well.
func cut(path string) (scheme, host, rest string) {
	if end := strings.Index(path, "://"); end >= 0 && !strings.ContainsAny(path[:end], "/?#") {
		scheme, path = strings.ToLower(path[:end+3]), path[end+3:]
	}
	end := strings.IndexAny(path, "/?#")
	if end < 0 {
		end = len(path)
	}
	host, rest = strings.ToLower(path[:end]), path[end:]
	if strings.HasPrefix(rest, "?") {
		rest = "/" + rest
	}
	return scheme, host, rest
}

// join puts a path together again, without a copy where nothing has changed.
func join(path, scheme, host, rest string) string {
	if len(path) == len(scheme)+len(host)+len(rest) && strings.HasPrefix(path, scheme) && strings.HasPrefix(path[len(scheme):], host) {
		return path
	}
	return scheme + host + rest
}

func domain(host string) string {
	name, _, _ := strings.Cut(host, ":")
	return name
}
