package alicdn

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/action"
)

// The two languages of the front page.
const (
	readmeEnglish = "README.md"
	readmeChinese = "README.zh-CN.md"
)

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(text)
}

// fenced is a block of code in Markdown: its language and its text.
var fenced = regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$")

// TestReadmeCode proves that the Go code of the README compiles, the first
// program as it stands, the rest among the declarations that it leaves out.
func TestReadmeCode(t *testing.T) {
	t.Parallel()
	packages := newPackages(t)
	blocks := 0
	for _, block := range fenced.FindAllStringSubmatch(readFile(t, readmeEnglish), -1) {
		if block[1] != "go" {
			continue
		}
		blocks++
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "", wholeProgram(block[2]), parser.SkipObjectResolution)
		require.NoError(t, err, block[2])
		config := types.Config{
			Importer: packages,
			Error: func(err error) {
				// What a fragment declares, it need not use.
				if e, ok := err.(types.Error); !ok || !e.Soft { //nolint:errorlint // go/types says that it is that type
					t.Errorf("%v in\n%s", err, block[2])
				}
			},
		}
		_, _ = config.Check("readme", fset, []*ast.File{file}, nil)
	}
	assert.Equal(t, 5, blocks, "blocks of Go")
}

// wholeProgram puts around code what it leaves out.
func wholeProgram(code string) string {
	const around = `package readme

import (
	"context"
	"errors"
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/aliyun/credentials-go/credentials"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

func purge(ctx context.Context, client *alicdn.Client, url string) error

func probe(ctx context.Context, domainName, address string) error

func setTXT(ctx context.Context, name, value string) error

`
	code = strings.ReplaceAll(code, "{ ... }", "{}")
	switch {
	case strings.HasPrefix(code, "package "):
		return code
	case strings.HasPrefix(code, "func "):
		return around + code
	default:
		return around + "func fragment(ctx context.Context, client *alicdn.Client, domains []string, start time.Time," +
			" file io.Reader, journal io.ReadWriter, fullChain, key []byte, err error) {\n" + code + "}\n"
	}
}

// packages finds the packages that the README imports: those of this module
// and of the standard library as compiled, credentials-go by what is used of
// it, since this module does not depend on it.
type packages struct {
	types.Importer
	credentials *types.Package
}

func newPackages(t *testing.T) *packages {
	t.Helper()
	list := exec.CommandContext(t.Context(), "go", "list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}", ".", "./types", "./cdntest", "log", "testing")
	out, err := list.Output()
	require.NoError(t, err)
	compiled := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "\t")
		compiled[path] = file
	}
	return &packages{
		credentials: credentialsGo(t),
		Importer: importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) {
			return os.Open(compiled[path])
		}),
	}
}

func (p *packages) Import(path string) (*types.Package, error) {
	if path == p.credentials.Path() {
		return p.credentials, nil
	}
	return p.Importer.Import(path)
}

// credentialsGo declares what the README uses of credentials-go v1.4, as that
// declares it.
func credentialsGo(t *testing.T) *types.Package {
	t.Helper()
	const declarations = `package credentials

type Config struct{}

type CredentialModel struct{ AccessKeyId, AccessKeySecret, SecurityToken *string }

type Credential interface{ GetCredential() (*CredentialModel, error) }

func NewCredential(config *Config) (credential Credential, err error)
`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", declarations, parser.SkipObjectResolution)
	require.NoError(t, err)
	pkg, err := new(types.Config).Check("github.com/aliyun/credentials-go/credentials", fset, []*ast.File{file}, nil)
	require.NoError(t, err)
	return pkg
}

// TestReadmeActions proves that the table of areas, of which some are divided by
// theme, has every action once, in its area, with its link, and counts them well.
func TestReadmeActions(t *testing.T) {
	t.Parallel()
	areas := map[string]action.Area{
		"Monitoring over time": action.Monitor, "Monitoring in real time": action.Monitor,
		"Rankings, visitors and places": action.Monitor, "Nodes, regions and ISPs": action.Monitor,
		"Domains": action.Domain, "Ownership and checks of domains": action.Domain,
		"Configuration and staging": action.Domain, "Certificates": action.Domain,
		"Logs": action.Logs, "Refresh, preload and block": action.Refresh,
		"Service, account and bills": action.Service, "Security": action.Service, "Function triggers": action.Service,
		"Usage and its exports": action.Usage, "Reports": action.Usage, "Tags": action.Tags,
	}
	text := readFile(t, readmeEnglish)
	link := regexp.MustCompile(`\[(\w+)\]\(https://pkg\.go\.dev/github\.com/alicdn/alicdn-go#Client\.(\w+)\)`)
	found := map[string]action.Area{}
	for _, row := range regexp.MustCompile(`(?m)^\| ([A-Z][A-Za-z, ]+) \((\d+)\) \| (.*) \|$`).FindAllStringSubmatch(text, -1) {
		area, known := areas[row[1]]
		require.True(t, known, row[1])
		links := link.FindAllStringSubmatch(row[3], -1)
		assert.Equal(t, row[2], strconv.Itoa(len(links)), row[1])
		for _, name := range links {
			assert.Equal(t, name[1], name[2])
			assert.NotContains(t, found, name[1])
			found[name[1]] = area
		}
	}
	want := map[string]action.Area{}
	for name, a := range action.All() {
		want[name] = a.Area
	}
	assert.Equal(t, want, found)
	assert.Contains(t, text, fmt.Sprintf("All %d actions", len(want)))
}

// TestReadmeVersion proves that both READMEs show the User-Agent of this
// version.
func TestReadmeVersion(t *testing.T) {
	t.Parallel()
	for _, name := range []string{readmeEnglish, readmeChinese} {
		agents := regexp.MustCompile(`alicdn-go/(\d+\.\d+\.\d+)`).FindAllStringSubmatch(readFile(t, name), -1)
		require.NotEmpty(t, agents, name)
		for _, agent := range agents {
			assert.Equal(t, version, agent[1], name)
		}
	}
}

// A part of a README is what stands under one heading, reduced to what does
// not depend on the language.
type readmePart struct {
	// Level is how deep the heading is.
	Level int

	// Code are the blocks of code.
	Code []string

	// Table are the rows of tables, with what they have of the following.
	Table []string

	// Identifiers, Links and Numbers are those of the text, in order of
	// themselves, as languages order words otherwise.
	Identifiers, Links, Numbers []string
}

var (
	heading    = regexp.MustCompile(`(?m)^(#+) (.*)$`)
	identifier = regexp.MustCompile("`[^`\n]+`")
	linked     = regexp.MustCompile(`\]\(([^)]+)\)`)
	figure     = regexp.MustCompile(`\d+(?:[.,:-]\d+)*`)
	tableRow   = regexp.MustCompile(`(?m)^\|.*\|$`)
)

// readmeParts takes a README apart. The links between the languages do not
// count, nor do those to the vendor's site, which has one a language.
func readmeParts(text string) []readmePart {
	text = strings.ReplaceAll(text, "[English]("+readmeEnglish+")", "English")
	text = strings.ReplaceAll(text, "[简体中文]("+readmeChinese+")", "简体中文")

	var blocks [][]string // numbered, so that a # in them is no heading
	text = fenced.ReplaceAllStringFunc(text, func(block string) string {
		blocks = append(blocks, []string{block})
		return fmt.Sprintf("\x00%d\x00", len(blocks)-1)
	})
	starts := heading.FindAllStringSubmatchIndex(text, -1)
	var parts []readmePart
	for i, start := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		body := text[start[3]:end]
		part := readmePart{Level: start[3] - start[2]}
		body = regexp.MustCompile("\x00\\d+\x00").ReplaceAllStringFunc(body, func(number string) string {
			n, _ := strconv.Atoi(strings.Trim(number, "\x00"))
			part.Code = append(part.Code, blocks[n]...)
			return ""
		})
		for _, row := range tableRow.FindAllString(body, -1) {
			part.Table = append(part.Table, fmt.Sprint(wordless(row)))
		}
		words := wordless(body)
		part.Identifiers, part.Links, part.Numbers = words[0], words[1], words[2]
		parts = append(parts, part)
	}
	return parts
}

// wordless returns the identifiers, links and numbers of a text.
func wordless(text string) [3][]string {
	identifiers := identifier.FindAllString(text, -1)
	text = identifier.ReplaceAllString(text, "")
	var links []string
	for _, link := range linked.FindAllStringSubmatch(text, -1) {
		if !strings.Contains(link[1], ".alibabacloud.com/") && !strings.Contains(link[1], ".aliyun.com/") {
			links = append(links, link[1])
		}
	}
	numbers := figure.FindAllString(linked.ReplaceAllString(text, ""), -1)
	for _, words := range [][]string{identifiers, links, numbers} {
		slices.Sort(words)
	}
	return [3][]string{identifiers, links, numbers}
}

// TestLinks proves that what the documents link to in this repository is there.
func TestLinks(t *testing.T) {
	t.Parallel()
	documents, err := filepath.Glob("*.md")
	require.NoError(t, err)
	more, err := filepath.Glob("docs/*.md")
	require.NoError(t, err)
	for _, document := range append(documents, more...) {
		text := fenced.ReplaceAllString(readFile(t, document), "")
		for _, link := range linked.FindAllStringSubmatch(text, -1) {
			target, _, _ := strings.Cut(link[1], "#")
			if target != "" && !strings.Contains(target, ":") {
				_, err := os.Stat(filepath.Join(filepath.Dir(document), target))
				assert.NoError(t, err, document)
			}
		}
	}
}

// TestReadmeLanguages proves that the two READMEs say the same as far as a test
// can tell: the same headings, code, rows of tables, identifiers, links and
// numbers in the same places.
func TestReadmeLanguages(t *testing.T) {
	t.Parallel()
	english, chinese := readFile(t, readmeEnglish), readFile(t, readmeChinese)
	assert.Contains(t, english, "English | [简体中文]("+readmeChinese+")")
	assert.Contains(t, chinese, "[English]("+readmeEnglish+") | 简体中文")

	titles := heading.FindAllString(fenced.ReplaceAllString(english, ""), -1)
	want, got := readmeParts(english), readmeParts(chinese)
	require.Equal(t, len(want), len(got), "headings") //nolint:testifylint // Len would print both READMEs
	for i := range want {
		assert.Equal(t, want[i], got[i], "%s: %s and %s differ", titles[i], readmeEnglish, readmeChinese)
	}
}
