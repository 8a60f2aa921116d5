package alicdn

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// section is the heading of a version in the changelog: a number and the date
// of the release, which is not known before it.
var section = regexp.MustCompile(`(?m)^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d|unreleased)$`)

// TestFileNames proves that no two files differ in case only: no module may
// have them, and on some systems they are one.
func TestFileNames(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	require.NoError(t, fs.WalkDir(os.DirFS("."), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if path == ".git" || path == "bin" {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		assert.Emptyf(t, seen[strings.ToLower(path)], "%s has a name that another file has", path)
		seen[strings.ToLower(path)] = path
		return nil
	}))
	assert.NotEmpty(t, seen)
}

// TestChangelog proves that the changelog has its form, and that the newest
// section is about the version that the User-Agent names.
func TestChangelog(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("CHANGELOG.md")
	require.NoError(t, err)
	sections := section.FindAllStringSubmatch(string(text), -1)
	require.Len(t, sections, strings.Count(string(text), "\n## "), "headings of versions")
	assert.Equal(t, version, sections[0][1])
	for _, older := range sections[1:] {
		assert.NotEqual(t, "unreleased", older[2], older[1])
	}
	for heading := range strings.Lines(string(text)) {
		if kind, ok := strings.CutPrefix(heading, "### "); ok {
			assert.Contains(t, []string{"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}, strings.TrimSpace(kind))
		}
	}
}
