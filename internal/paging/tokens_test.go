package paging_test

import (
	"errors"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/paging"
)

type tokenRequest struct{ Token string }

type tokenAnswer struct {
	items []string
	next  string
}

var tokenList = paging.TokenList[tokenRequest, tokenAnswer, string]{
	Action: "ListThings",
	Token:  func(req *tokenRequest) *string { return &req.Token },
	Read:   func(resp *tokenAnswer) ([]string, string) { return resp.items, resp.next },
}

var errNoPage = errors.New("no such page")

func TestAllByToken(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		pages map[string]tokenAnswer // by token
		from  string
		want  []string
		asked []string
		fails string
	}{
		"one page":                     {pages: map[string]tokenAnswer{"": {[]string{"1"}, ""}}, want: []string{"1"}, asked: []string{""}},
		"nothing":                      {pages: map[string]tokenAnswer{"": {}}, asked: []string{""}},
		"three pages":                  {pages: map[string]tokenAnswer{"": {[]string{"1"}, "a"}, "a": {[]string{"2"}, "b"}, "b": {[]string{"3"}, ""}}, want: []string{"1", "2", "3"}, asked: []string{"", "a", "b"}},
		"from a page on":               {pages: map[string]tokenAnswer{"a": {[]string{"2"}, "b"}, "b": {[]string{"3"}, ""}}, from: "a", want: []string{"2", "3"}, asked: []string{"a", "b"}},
		"an empty page amid others":    {pages: map[string]tokenAnswer{"": {[]string{"1"}, "a"}, "a": {nil, "b"}, "b": {[]string{"3"}, ""}}, want: []string{"1", "3"}, asked: []string{"", "a", "b"}},
		"an empty page at the end":     {pages: map[string]tokenAnswer{"": {[]string{"1"}, "a"}, "a": {}}, want: []string{"1"}, asked: []string{"", "a"}},
		"an empty page at the start":   {pages: map[string]tokenAnswer{"": {nil, "a"}, "a": {[]string{"2"}, ""}}, want: []string{"2"}, asked: []string{"", "a"}},
		"the same item on two pages":   {pages: map[string]tokenAnswer{"": {[]string{"1"}, "a"}, "a": {[]string{"1"}, ""}}, want: []string{"1", "1"}, asked: []string{"", "a"}},
		"a page that names itself":     {pages: map[string]tokenAnswer{"": {[]string{"1"}, "a"}, "a": {[]string{"2"}, "a"}}, want: []string{"1", "2"}, asked: []string{"", "a"}, fails: "alicdn: ListThings: page 2 names itself or one before it as the next"},
		"pages in a circle":            {pages: map[string]tokenAnswer{"": {[]string{"1"}, "a"}, "a": {[]string{"2"}, "b"}, "b": {[]string{"3"}, "a"}}, want: []string{"1", "2", "3"}, asked: []string{"", "a", "b"}, fails: "page 3 names"},
		"an empty page that is itself": {pages: map[string]tokenAnswer{"a": {nil, "a"}}, from: "a", asked: []string{"a"}, fails: "page 1 names itself"},
		"a failing page":               {pages: map[string]tokenAnswer{"": {[]string{"1"}, "a"}}, want: []string{"1"}, asked: []string{"", "a"}, fails: errNoPage.Error()},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var asked []string
			req := tokenRequest{tt.from}
			all := paging.AllByToken(tokenList, req, func(req *tokenRequest) (*tokenAnswer, error) {
				asked = append(asked, req.Token)
				page, ok := tt.pages[req.Token]
				if !ok {
					return nil, errNoPage
				}
				return &page, nil
			})
			assert.Empty(t, asked, "nothing before the first step")
			for range 2 {
				asked = nil
				got, err := collect(all)
				assert.Equal(t, tt.want, got)
				assert.Equal(t, tt.asked, asked)
				if tt.fails == "" {
					require.NoError(t, err)
				} else {
					require.ErrorContains(t, err, tt.fails)
				}
			}
			asked = nil
			for range all {
				break
			}
			assert.LessOrEqual(t, len(asked), 2, "no page after the last one that is needed")
		})
	}
}

// Empty pages, each with a token of its own, do not go on for ever.
func TestEmptyPagesEnd(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ empty, asked int }{{999, 1000}, {5000, 1000}} {
		asked := 0
		got, err := collect(paging.AllByToken(tokenList, tokenRequest{}, func(*tokenRequest) (*tokenAnswer, error) {
			if asked++; asked > tt.empty {
				return &tokenAnswer{items: []string{"found"}}, nil
			}
			return &tokenAnswer{next: strconv.Itoa(asked)}, nil
		}))
		assert.Equal(t, tt.asked, asked)
		if tt.empty < tt.asked {
			require.NoError(t, err)
			assert.Equal(t, []string{"found"}, got)
		} else {
			require.ErrorContains(t, err, "the last 1000 pages were empty")
		}
	}
}
