package types_test

import (
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// point is an element as responses have them.
type point struct {
	Name  string
	Value types.Int
	Sub   types.List[part]
}

type part struct {
	Code  string
	Count types.Int
}

func assertElements[T any](t *testing.T, want []T, got types.List[T]) {
	t.Helper()
	if len(want) == 0 {
		assert.Empty(t, got)
		return
	}
	assert.Equal(t, types.List[T](want), got)
}

func TestListOfStructs(t *testing.T) {
	t.Parallel()
	var (
		none []point
		a    = []point{{Name: "a", Value: 1}}
		ab   = []point{{Name: "a", Value: 1}, {Name: "b", Value: 2}}
	)
	tests := []struct {
		name string
		text string
		want []point
	}{
		{"array", `[{"Name":"a","Value":"1"},{"Name":"b","Value":"2"}]`, ab},
		{"array of one", `[{"Name":"a","Value":"1"}]`, a},
		{"empty array", `[]`, none},
		{"wrapped array", `{"DataModule":[{"Name":"a","Value":"1"},{"Name":"b","Value":"2"}]}`, ab},
		{"wrapped array of another name", `{"UsageData":[{"Name":"a","Value":"1"},{"Name":"b","Value":"2"}]}`, ab},
		{"wrapped array under a name of its elements", `{"Name":[{"Name":"a","Value":"1"}]}`, a},
		{"wrapped array without a name", `{"":[{"Name":"a","Value":"1"}]}`, a},
		{"wrapped empty array", `{"DataModule":[]}`, none},
		{"wrapped element", `{"DataModule":{"Name":"a","Value":"1"}}`, a},
		{"wrapped empty object", `{"DataModule":{}}`, none},
		{"wrapped null", `{"DataModule":null}`, none},
		{"wrapped empty text", `{"DataModule":""}`, none},
		{"twice wrapped array", `{"Data":{"DataItem":[{"Name":"a","Value":"1"},{"Name":"b","Value":"2"}]}}`, ab},
		{"twice wrapped empty array", `{"Data":{"DataItem":[]}}`, none},
		{"twice wrapped element", `{"Data":{"DataItem":{"Name":"a","Value":"1"}}}`, a},
		{"twice wrapped empty object", `{"Data":{"DataItem":{}}}`, none},
		{"twice wrapped null", `{"Data":{"DataItem":null}}`, none},
		{"twice wrapped empty text", `{"Data":{"DataItem":""}}`, none},
		{"bare element", `{"Name":"a","Value":"1"}`, a},
		{"bare element with numbers", `{"Value":1,"Name":"a","More":true}`, a},
		{"counts without a list", `{"PageSize":20,"TotalCount":"0"}`, none},
		{"element beside a list", `{"Name":"b","Value":2,"Items":[{"Name":"a","Value":1}]}`, a},
		{"element beside an empty list", `{"Name":"b","Value":2,"Items":""}`, none},
		{"empty object", `{}`, none},
		{"null", `null`, none},
		{"empty text", `""`, none},
		{"blanks", " { \"DataModule\" :\n[ { \"Name\" : \"a\" , \"Value\" : 1 } ] } ", a},
		{"two wrapped arrays", `{"A":[{"Name":"a","Value":"1"}],"B":[{"Name":"b","Value":"2"}]}`, ab},
		{"unknown members", `{"A":[{"Name":"a","More":[{}],"Value":"1","Other":{"Value":3}}]}`, a},
		{"elements without content", `[{},null]`, []point{{}, {}}},
		{"elements of zeros", `{"A":[{"Value":0},{"Value":"0"}]}`, []point{{}, {}}},
		{
			"lists in elements",
			`{"A":[{"Sub":[{"Code":"200"}]},{"Sub":{"B":[{"Code":"200"},{"Code":"404"}]}},{"Sub":{"B":{"Code":"500"}}},{"Sub":""}]}`,
			[]point{{Sub: []part{{Code: "200"}}}, {Sub: []part{{Code: "200"}, {Code: "404"}}}, {Sub: []part{{Code: "500"}}}, {}},
		},
		{
			"lists in the one element",
			`{"A":{"Sub":{"B":{"Code":"200","Count":"7"}}}}`,
			[]point{{Sub: []part{{Code: "200", Count: 7}}}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := types.List[point]{{Name: "before"}}
			require.NoError(t, json.Unmarshal([]byte(tt.text), &got))
			assertElements(t, tt.want, got)

			var answer struct {
				Before string
				List   types.List[point]
				After  string
			}
			require.NoError(t, json.Unmarshal([]byte(`{"Before":"x","List":`+tt.text+`,"After":"y"}`), &answer))
			assertElements(t, tt.want, answer.List)
			assert.Equal(t, "x", answer.Before)
			assert.Equal(t, "y", answer.After)
		})
	}
}

func TestListOfTexts(t *testing.T) {
	t.Parallel()
	tests := map[string][]string{
		`["a","b"]`:                 {"a", "b"},
		`[]`:                        nil,
		`["","a"]`:                  {"", "a"},
		`{"Domain":["a","b"]}`:      {"a", "b"},
		`{"Domain":[]}`:             nil,
		`{"Domain":"a"}`:            {"a"},
		`{"Domain":""}`:             nil,
		`{"Domain":null}`:           nil,
		`"a"`:                       {"a"},
		`"a\"b"`:                    {`a"b`},
		`{}`:                        nil,
		`null`:                      nil,
		`""`:                        nil,
		`{"Domain":["\u0061","😀"]}`: {"a", "😀"},
		`{"A":"a","B":["b"]}`:       {"b"},
		`{"A":["a"],"B":"b"}`:       {"a"},
		`{"A":"a","B":"b"}`:         {"a", "b"},
		`{"A":"a","B":""}`:          nil,
		`{"A":"a","B":1}`:           {"a"},
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			var got types.List[string]
			require.NoError(t, json.Unmarshal([]byte(text), &got))
			assertElements(t, want, got)
		})
	}
}

// A text with JSON in it is what it holds, for lists of objects.
func TestListInText(t *testing.T) {
	t.Parallel()
	a := types.List[part]{{Code: "a", Count: 1}}
	for text, want := range map[string]types.List[part]{
		`"{\"data\":[{\"Code\":\"a\",\"Count\":1}]}"`:                a,
		`" [{\"Code\":\"a\",\"Count\":\"1\"}]\n"`:                    a,
		`"\u007b\"data\":{\"Code\":\"a\",\"Count\":1},\"n\":\"x\"}"`: a,
		`"{\"Content\":{\"data\":[{\"Code\":\"a\",\"Count\":1}]}}"`:  a,
		`{"data":"[{\"Code\":\"a\",\"Count\":1}]"}`:                  a,
		`"{}"`: nil,
		`"[]"`: nil,
	} {
		var got types.List[part]
		require.NoError(t, json.Unmarshal([]byte(text), &got), text)
		assertElements(t, want, got)
	}
	for _, text := range []string{`"{"`, `"[{}"`, `"[]]"`, `"{} {}"`, `"[1]"`, `"{\"Code\":\"a\"} x"`, `["{}"]`} {
		var got types.List[part]
		require.Error(t, json.Unmarshal([]byte(text), &got), text)
	}
	var texts types.List[string]
	require.NoError(t, json.Unmarshal([]byte(`"[1]"`), &texts))
	assert.Equal(t, types.List[string]{"[1]"}, texts, "a list of texts has a text")
}

func TestBool(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]types.Bool{
		`true`: true, `false`: false, `"true"`: true, `"FALSE"`: false, `"On"`: true, `"off"`: false, `1`: true, `0`: false, `"1"`: true, `"0"`: false,
		`2.5`: true, `null`: false, `""`: false,
	} {
		got := !want
		require.NoError(t, json.Unmarshal([]byte(text), &got), text)
		assert.Equal(t, want, got, text)
		written, err := json.Marshal(want)
		require.NoError(t, err)
		assert.Contains(t, []string{"true", "false"}, string(written))
	}
	require.EqualError(t, new(types.Bool).UnmarshalJSON([]byte(`"perhaps"`)), `text of 7 bytes is not a switch`)
	require.Error(t, new(types.Bool).UnmarshalJSON([]byte(`{}`)))
}

func TestListOfScalars(t *testing.T) {
	t.Parallel()
	tests := map[string][]types.Int{
		`[1,"2",3.0,true,""]`: {1, 2, 3, 1, 0},
		`{"Port":[80,"443"]}`: {80, 443},
		`{"Port":80}`:         {80},
		`{"Port":"80"}`:       {80},
		`{"Port":true}`:       {1},
		`{"A":1,"B":"2"}`:     {1, 2},
		`{"Port":[80],"Total":1,"NextToken":"x","More":false}`: {80},
		`{"Total":1.5,"Port":["80"]}`:                          {80},
		`80`:                                                   {80},
		`"80"`:                                                 {80},
		`{"Port":""}`:                                          nil,
		`{"Port":null}`:                                        nil,
		`{}`:                                                   nil,
		`""`:                                                   nil,
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			var got types.List[types.Int]
			require.NoError(t, json.Unmarshal([]byte(text), &got))
			assertElements(t, want, got)
		})
	}
	var ids types.List[types.ID]
	require.NoError(t, json.Unmarshal([]byte(`{"ConfigId":[1234567890123456789,"x"]}`), &ids))
	assert.Equal(t, types.List[types.ID]{"1234567890123456789", "x"}, ids)
}

// An error says where in the whole answer the trouble is.
func TestListErrorsArePlaced(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, list, want string }{
		{"array", `[{"Value":1},{"Value":"x"}]`, "/Data/List/1/Value"},
		{"wrapped array", `{"Item":[{"Value":1},{"Value":"x"}]}`, "/Data/List/Item/1/Value"},
		{"wrapped element", `{"Item":{"Value":"x"}}`, "/Data/List/Item/Value"},
		{"second scalar", `{"Count":"2","Other":"x"}`, "/Data/List/Other"},
		{"second member", `{"Item":[],"Other":{"Value":"x"}}`, "/Data/List/Other/Value"},
		{"name to escape", `{"a/b":{"Value":"x"}}`, "/Data/List/a~1b/Value"},
		{"number", `5`, "/Data/List"},
		{"text", `"x"`, "/Data/List"},
		{"bool", `true`, "/Data/List"},
		{"wrapped text", `{"Item":"x"}`, "/Data/List/Item"},
		{"two wrapped texts", `{"Item":"x","Other":"y"}`, "/Data/List/Item"},
		{"wrapped text beside a count", `{"Count":1,"Item":"x","More":true}`, "/Data/List/Item"},
		{"array in array", `[[]]`, "/Data/List/0"},
		{"text in array", `[{},"x"]`, "/Data/List/1"},
		{"object for a scalar", `[{"Value":{}}]`, "/Data/List/0/Value"},
		{"list in array", `[{},{"Sub":[{"Count":"x"}]}]`, "/Data/List/1/Sub/0/Count"},
		{"wrapped list in wrapped array", `{"Item":[{"Sub":{"B":[{},{"Count":"x"}]}}]}`, "/Data/List/Item/0/Sub/B/1/Count"},
		{"wrapped element in wrapped element", `{"Item":{"Sub":{"B":{"Count":"x"}}}}`, "/Data/List/Item/Sub/B/Count"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var answer struct {
				Data struct{ List types.List[point] }
			}
			err := json.Unmarshal([]byte(`{"Data":{"List":`+tt.list+`}}`), &answer)
			var semantic *json.SemanticError
			require.ErrorAs(t, err, &semantic)
			assert.Equal(t, tt.want, string(semantic.JSONPointer))
		})
	}
}

func TestListRefusesWhatIsNoJSON(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		``, `[`, `[{}`, `[{},`, `[{}}`, `{`, `{"A"`, `{"A":`, `{"A":[`, `{"A":[{"Value":1}`, `{"A":{`, `{"A":{"Value":1}`,
		`{"A":"`, `{"A":"x`, `"`, `{A:[]}`, `{"A":[]]`, `nul`, `[nul]`, `{"A":nul}`, `[] []`, `{"A":[],"A":[]}`,
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			var points types.List[point]
			require.Error(t, json.Unmarshal([]byte(text), &points))
			var texts types.List[string]
			require.Error(t, json.Unmarshal([]byte(text), &texts))
		})
	}
}

// Every form of a list is read with the options that the whole is read with.
func TestListInheritsOptions(t *testing.T) {
	t.Parallel()
	upper := json.UnmarshalFromFunc(func(dec *jsontext.Decoder, text *string) error {
		token, err := dec.ReadToken()
		*text = strings.ToUpper(token.String())
		return err
	})
	lenient := json.JoinOptions(
		json.MatchCaseInsensitiveNames(true),
		jsontext.AllowDuplicateNames(true),
		jsontext.AllowInvalidUTF8(true),
		json.WithUnmarshalers(upper),
	)
	want := types.List[point]{{Name: "B\uFFFD", Value: 2}}
	element := "{\"name\":\"a\",\"NAME\":\"b\xff\",\"value\":1,\"value\":\"2\"}"
	for name, text := range map[string]string{
		"array":               `[` + element + `]`,
		"wrapped array":       `{"Item":[` + element + `]}`,
		"wrapped element":     `{"Item":` + element + `}`,
		"twice wrapped array": `{"Data":{"Item":[` + element + `]}}`,
		"twice wrapped one":   `{"Data":{"Item":` + element + `}}`,
		"bare element":        element,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got types.List[point]
			require.NoError(t, json.Unmarshal([]byte(text), &got, lenient))
			assert.Equal(t, want, got)

			var strict types.List[point]
			require.Error(t, json.Unmarshal([]byte(text), &strict))
		})
	}
	t.Run("text", func(t *testing.T) {
		t.Parallel()
		var got types.List[string]
		require.NoError(t, json.Unmarshal([]byte(`{"A":["x"],"A":["y"]}`), &got, lenient))
		assert.Equal(t, types.List[string]{"X", "Y"}, got)
		require.NoError(t, json.Unmarshal([]byte(`{"A":"z"}`), &got, lenient))
		assert.Equal(t, types.List[string]{"Z"}, got)
	})
	t.Run("unknown members", func(t *testing.T) {
		t.Parallel()
		var got types.List[point]
		strict := json.RejectUnknownMembers(true)
		require.Error(t, json.Unmarshal([]byte(`[{"Other":1}]`), &got, strict))
		require.Error(t, json.Unmarshal([]byte(`{"Item":{"Other":1}}`), &got, strict))
	})
}

func TestListMarshal(t *testing.T) {
	t.Parallel()
	full := types.List[part]{{Code: "200", Count: 7}, {}}
	for name, encode := range encoders {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, err := encode(full)
			require.NoError(t, err)
			assert.JSONEq(t, `[{"Code":"200","Count":7},{"Code":"","Count":0}]`, string(text))
			text, err = encode(types.List[string]{})
			require.NoError(t, err)
			assert.Equal(t, `[]`, string(text))
		})
	}
	text, err := json.Marshal(struct{ List types.List[part] }{})
	require.NoError(t, err)
	assert.JSONEq(t, `{"List":[]}`, string(text))
}

func TestListIsASlice(t *testing.T) {
	t.Parallel()
	var list types.List[part]
	require.NoError(t, json.Unmarshal([]byte(`{"A":[{"Count":1},{"Count":2}]}`), &list))
	assert.Len(t, list, 2)
	var sum types.Int
	for _, p := range list {
		sum += p.Count
	}
	assert.Equal(t, types.Int(3), sum)
	assert.Equal(t, []part{{Count: 1}, {Count: 2}}, []part(list))
}

// FuzzList reads again what it writes.
func FuzzList(f *testing.F) {
	for _, seed := range []string{
		`[]`, `[{"Name":"a","Value":"1"}]`, `{"X":[{"Name":"a"}]}`, `{"X":{"Name":"a"}}`, `{"X":{"Y":[{"Name":"a"}]}}`,
		`{"X":{"Y":{"Name":"a"}}}`, `{"X":{}}`, `{"X":null}`, `{"X":""}`, `{}`, `null`, `""`, `"a"`, `5`, `true`, `[[]]`,
		`["a","b"]`, `{"X":["a"]}`, `{"X":"a"}`, `{"X":"a","Y":["b"]}`, `{"X":{"Y":["a"]}}`, `[null]`, `[""]`, `[1]`,
		`{"X":[{"Sub":{"Y":{"Code":"200"}}}]}`, `{"X":{"Sub":{"Y":[{"Count":1}]}}}`, `{"X":[`, `{"X":{"Y":[{"Value":"x"}]}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		readAgain[point](t, data)
		readAgain[string](t, data)
		readAgain[types.Int](t, data)
	})
}

func readAgain[T any](t *testing.T, data []byte) {
	t.Helper()
	var got types.List[T]
	if json.Unmarshal(data, &got) != nil {
		return
	}
	text, err := json.Marshal(got)
	require.NoError(t, err)
	var again types.List[T]
	require.NoError(t, json.Unmarshal(text, &again))
	require.Len(t, again, len(got))
	textAgain, err := json.Marshal(again)
	require.NoError(t, err)
	require.Equal(t, string(text), string(textAgain))
}

func TestListInUnusualWrappers(t *testing.T) {
	t.Parallel()
	type element struct {
		Name  string
		Value types.Int
	}
	type answer struct {
		List  types.List[element]
		Texts types.List[string]
	}
	tests := map[string]answer{
		`{"List":{"Item":{}}}`:                                      {},
		`{"List":{"Data":{"Item":[]}}}`:                             {},
		`{"List":{"Data":{"Item":{"Name":"a"}}}}`:                   {List: types.List[element]{{Name: "a"}}},
		`{"List":{"Item":[{"Name":"a"}],"TotalCount":1}}`:           {List: types.List[element]{{Name: "a"}}},
		`{"Texts":{"Data":{"Item":["x","y"]}}}`:                     {Texts: types.List[string]{"x", "y"}},
		`{"Texts":{"Item":{}}}`:                                     {},
		`{"List":{"Item":[{"Name":"a"}],"Count":"2","More":false}}`: {List: types.List[element]{{Name: "a"}}},
		`{"Texts":{"Item":["x"],"Count":1}}`:                        {Texts: types.List[string]{"x"}},
		`{"Texts":{"Item":"x"}}`:                                    {Texts: types.List[string]{"x"}},
		`{"List":{"Item":[{"Name":"a"}],"NextToken":"x"}}`:          {List: types.List[element]{{Name: "a"}}},
		`{"List":{"NextToken":"x","Item":[{"Name":"a"}]}}`:          {List: types.List[element]{{Name: "a"}}},
		`{"List":{"NextToken":"x","Item":{"Name":"a"}}}`:            {List: types.List[element]{{Name: "a"}}},
		`{"List":{"NextToken":"x","Item":[]}}`:                      {},
		`{"List":{"NextToken":"x","Item":{}}}`:                      {},
		`{"List":{"NextToken":"x","Item":null}}`:                    {},
		`{"List":{"NextToken":"x","Item":""}}`:                      {},
		`{"Texts":{"NextToken":"t","Item":["x"],"Unit":"u"}}`:       {Texts: types.List[string]{"x"}},
		`{"Texts":{"NextToken":"t","Item":[]}}`:                     {},
	}
	for text, want := range tests {
		var got answer
		require.NoError(t, json.Unmarshal([]byte(text), &got), text)
		assert.Equal(t, want, got, text)
	}

	var got answer
	err := json.Unmarshal([]byte(`{"List":{"Data":{"Item":[{"Value":1},{"Value":"x"}]}}}`), &got)
	var semantic *json.SemanticError
	require.ErrorAs(t, err, &semantic)
	assert.Equal(t, "/List/Data/Item/1/Value", string(semantic.JSONPointer))
}

func TestListIsBounded(t *testing.T) {
	t.Parallel()
	var list types.List[types.Int]
	err := json.Unmarshal([]byte("["+strings.Repeat("0,", 1<<20)+"0]"), &list)
	require.ErrorContains(t, err, "list of more than 1048576 elements")
}
