package alicdn

import (
	"context"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/action"
	"github.com/alicdn/alicdn-go/types"
)

var update = flag.Bool("update", false, "write the golden requests anew")

// specFile holds the facts of the reference that the types are held against.
type specFile struct {
	Actions    []specAction `json:"actions"`
	ErrorCodes []string     `json:"errorCodes"`
}

type specAction struct {
	Action string `json:"action"`
	Area   string `json:"area"`
	Class  string `json:"class"`
	Post   bool   `json:"post"`
	Rate   uint8  `json:"rate"`

	// Today says that the reference does not have the action: the service got
	// it later.
	Today bool `json:"today"`

	// NoPage says that today's vendor documentation has no page of the action.
	NoPage bool `json:"noPage"`

	// Deprecated says that today's service does not have the action, has it
	// under the name ReplacedBy, or recommends that one in its place.
	Deprecated bool   `json:"deprecated"`
	ReplacedBy string `json:"replacedBy"`

	Params   []specParam    `json:"params"`
	Response []specField    `json:"response"`
	Renamed  []specRenaming `json:"renamed"`
}

type specParam struct {
	Name     string `json:"name"`
	Required bool   `json:"required"`
	Format   string `json:"format"`
}

type specField struct {
	Path      string `json:"path"`
	Container bool   `json:"container"`
}

// specRenaming is a container that today's service calls otherwise.
type specRenaming struct {
	Reference string `json:"reference"`
	Today     string `json:"today"`
}

func readSpec(t *testing.T) specFile {
	t.Helper()
	text, err := os.ReadFile("testdata/spec.json")
	require.NoError(t, err)
	var spec specFile
	require.NoError(t, json.Unmarshal(text, &spec))
	return spec
}

// allRequests returns a request of each action with every field set.
func allRequests() map[string]any {
	all := map[string]any{}
	for _, area := range []map[string]any{
		monitorIntervalRequests, monitorRealtimeRequests, monitorAudienceRequests, domainRequests, newerDomainRequests,
		logsRequests, refreshRequests, serviceRequests, usageRequests, tagsRequests,
		stagingRequests, triggersRequests,
		nodesRequests, securityRequests,
		certificatesRequests,
		monitorDetailRequests,
		reportsRequests, billingRequests,
	} {
		maps.Copy(all, area)
	}
	return all
}

// TestContract holds each action against the facts of the reference: method,
// parameters, fields, golden request, recorded answer, names and comments.
func TestContract(t *testing.T) { //nolint:tparallel // the subtests write one file
	t.Parallel()
	var (
		spec     = readSpec(t)
		requests = allRequests()
		golden   = goldenRequests(t)
		comments = docComments(t, ".", "types")
		written  = map[string]string{}
		limits   []string
		params   int
		fields   int
		fixtures int
	)
	require.Len(t, spec.Actions, 174)
	assert.Len(t, requests, len(spec.Actions), "requests of the tests")
	assert.Len(t, action.All(), len(spec.Actions), "rows of the action table")

	for _, s := range spec.Actions {
		ok := t.Run(s.Action, func(t *testing.T) {
			request := requests[s.Action]
			require.NotNil(t, request, "the tests have a request")
			method := checkMethod(t, s.Action, request)
			checkTable(t, s)
			checkParams(t, s, reflect.TypeOf(request).Elem())
			checkFields(t, s, method.Type.Out(0).Elem())
			checkNames(t, method.Type.Out(0).Elem())
			checkMethodComment(t, s, comments["Client."+s.Action])
			checkComments(t, comments, reflect.TypeOf(request).Elem(), method.Type.Out(0).Elem())
			checkEveryFieldIsSet(t, request)
			written[s.Action] = requestLine(t, s.Action, request)
			if !*update {
				assert.Equal(t, golden[s.Action], written[s.Action], "golden request")
			}
			checkLine(t, s, written[s.Action])
			limits = append(limits, limitsOf(s.Action, reflect.TypeOf(request).Elem())...)
			checkFixture(t, s.Action, method)
		})
		if !ok {
			continue
		}
		params += len(s.Params)
		fields += len(s.Response)
		fixtures++ // checkFixture has decoded it
	}
	if *update {
		writeGoldenRequests(t, written)
		require.NoError(t, os.WriteFile(limitsFile, []byte(strings.Join(limits, "\n")+"\n"), 0o600))
	}
	frozen, err := os.ReadFile(limitsFile)
	require.NoError(t, err)
	assert.Equal(t, strings.Split(strings.TrimSuffix(string(frozen), "\n"), "\n"), limits, "the limits of parameters")
	t.Logf("%d actions, %d parameters, %d response fields, %d recorded answers", len(spec.Actions), params, fields, fixtures)
}

// checkMethod finds the method of an action and proves its signature.
func checkMethod(t *testing.T, name string, request any) reflect.Method {
	t.Helper()
	method, ok := reflect.TypeFor[*Client]().MethodByName(name)
	require.True(t, ok, "the method exists")
	mt := method.Type
	require.True(t, mt.IsVariadic() && mt.NumIn() == 4 && mt.NumOut() == 2, "signature %s", mt)
	assert.Equal(t, reflect.TypeFor[context.Context](), mt.In(1))
	assert.Equal(t, reflect.TypeOf(request), mt.In(2))
	assert.Equal(t, name+"Request", mt.In(2).Elem().Name())
	assert.Equal(t, reflect.TypeFor[[]CallOption](), mt.In(3))
	assert.Equal(t, name+"Response", mt.Out(0).Elem().Name())
	assert.Equal(t, reflect.TypeFor[error](), mt.Out(1))
	return method
}

func checkTable(t *testing.T, s specAction) {
	t.Helper()
	row, ok := action.Lookup(s.Action)
	require.True(t, ok, "the action table has a row")
	assert.Equal(t, s.Area, row.Area.String())
	assert.Equal(t, s.Class, row.Class.String())
	assert.Equal(t, s.Rate, row.Rate)
	assert.Equal(t, s.Post, row.Method != action.GetOnly, "POST is allowed")
}

// checkParams proves that the parameters of the reference and the fields of
// the request are the same, required flags included.
func checkParams(t *testing.T, s specAction, request reflect.Type) {
	t.Helper()
	want := map[string]bool{} // whether it is required, by first name
	for _, p := range s.Params {
		name, _, _ := strings.Cut(p.Name, ".")
		want[name] = want[name] || p.Required
	}
	got := map[string]bool{}
	for field := range request.Fields() {
		name, options, _ := strings.Cut(field.Tag.Get("url"), ",")
		got[name] = !strings.Contains(options, "omitempty")
		assert.Equal(t, field.Name, upperFirst(name), "the field is named as the parameter")
	}
	assert.Equal(t, want, got, "parameters, and whether they are required")
}

// checkFields proves that the response has a field for each of the
// reference's.
func checkFields(t *testing.T, s specAction, response reflect.Type) {
	t.Helper()
	assert.Equal(t, reflect.TypeFor[types.Meta](), response.Field(0).Type)
	for _, f := range s.Response {
		if hasPath(response, strings.Split(f.Path, ".")) {
			continue
		}
		assert.True(t, isMoved(response, s.Renamed, f), "no field for %s", f.Path)
	}
}

// isMoved reports whether a field stands in a container that today's service
// calls otherwise, under the reference's name.
func isMoved(response reflect.Type, renamed []specRenaming, f specField) bool {
	for _, r := range renamed {
		if f.Container && (strings.HasPrefix(r.Today, f.Path+".") || r.Today == f.Path) {
			return true // only wraps what is flat here
		}
		if rest, ok := strings.CutPrefix(f.Path, r.Today); ok && hasPath(response, strings.Split(r.Reference+rest, ".")) {
			return true
		}
	}
	return false
}

// hasPath follows a path of the reference through the fields of t. A list is
// flat: the name inside its wrapper is passed over.
func hasPath(t reflect.Type, path []string) bool {
	if len(path) == 0 {
		return true
	}
	if isCarried(t) {
		return true // which a test of package types looks into
	}
	if isList(t) {
		if strings.HasSuffix(path[0], "[]") {
			return len(path) == 1 || hasPath(t.Elem(), path[1:])
		}
		return false
	}
	if t.Kind() != reflect.Struct {
		return false
	}
	name, array := strings.CutSuffix(path[0], "[]")
	field, ok := fieldNamed(t, name)
	if !ok {
		return false
	}
	if array { // an array without a wrapper
		return isList(field.Type) && (len(path) == 1 || hasPath(field.Type.Elem(), path[1:]))
	}
	return hasPath(field.Type, path[1:])
}

func isList(t reflect.Type) bool {
	return t.Kind() == reflect.Slice && strings.HasPrefix(t.Name(), "List[")
}

// fieldNamed finds the field of exactly that JSON name, embedded ones too.
func fieldNamed(t reflect.Type, name string) (reflect.StructField, bool) {
	for _, field := range reflect.VisibleFields(t) {
		if !field.Anonymous && jsonName(field) == name {
			return field, true
		}
	}
	return reflect.StructField{}, false
}

func jsonName(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	return name
}

// checkNames proves that each Go name and its JSON name have the same
// letters.
func checkNames(t *testing.T, response reflect.Type) {
	t.Helper()
	for st := range structsIn(response) {
		for field := range st.Fields() {
			if field.Anonymous {
				continue
			}
			assert.True(t, field.IsExported(), "%s.%s is exported", st.Name(), field.Name)
			assert.Equal(t, field.Name, upperFirst(jsonName(field)), "%s.%s is named as on the wire", st.Name(), field.Name)
		}
	}
}

// structsIn yields the structures of a response with fields of their own.
func structsIn(root reflect.Type) map[reflect.Type]bool {
	found := map[reflect.Type]bool{}
	var visit func(reflect.Type)
	visit = func(t reflect.Type) {
		switch {
		case t.Kind() == reflect.Slice:
			visit(t.Elem())
		case t.Kind() != reflect.Struct || found[t] || isScalar(t):
		default:
			found[t] = true
			for field := range t.Fields() {
				visit(field.Type)
			}
		}
	}
	visit(root)
	return found
}

func isScalar(t reflect.Type) bool {
	return t == reflect.TypeFor[types.Time]() || t == reflect.TypeFor[types.Number]() || isCarried(t)
}

// isCarried reports whether values of the type are documents that the service
// carries in texts.
func isCarried(t reflect.Type) bool {
	return t == reflect.TypeFor[types.RangeData]() || t == reflect.TypeFor[types.RealTimeDetailData]() || t == reflect.TypeFor[types.HttpCodeCounts]()
}

func upperFirst(name string) string {
	if name == "" {
		return ""
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// vendorPages is where the vendor documents actions, each under its name in lower
// case.
const vendorPages = "https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-"

// checkMethodComment proves that the comment of a method names its sources,
// and what replaced it.
func checkMethodComment(t *testing.T, s specAction, comment string) {
	t.Helper()
	assert.Truef(t, strings.HasPrefix(comment, s.Action+" "), "the comment of the method begins with its name: %q", comment)
	assert.Equal(t, s.Today, strings.Contains(comment, "\nReference: none, the action is newer.\n"), "the comment of the method names its source")
	assert.Contains(t, comment, "\nReference: ", "the comment of the method names its source")
	assert.Equal(t, !s.NoPage, strings.Contains(comment, "\nAPI: "+vendorPages+strings.ToLower(s.Action)+"\n"),
		"the comment of the method links the vendor's page, if there is one")
	_, deprecation, isDeprecated := strings.Cut(comment, "\n\nDeprecated: ")
	assert.Equal(t, s.Deprecated, isDeprecated, "the method is deprecated if the service dropped or replaced its action")
	assert.Contains(t, deprecation, s.ReplacedBy, "what replaced the method")
}

// checkComments proves that the types of an action and their fields have doc
// comments.
func checkComments(t *testing.T, comments map[string]string, request, response reflect.Type) {
	t.Helper()
	described := structsIn(response)
	described[request] = true
	for st := range described {
		assert.NotEmpty(t, comments[st.Name()], "%s has a comment", st.Name())
		for field := range st.Fields() {
			if !field.Anonymous {
				assert.NotEmpty(t, comments[st.Name()+"."+field.Name], "%s.%s has a comment", st.Name(), field.Name)
			}
		}
	}
}

// docComments collects the comments of types, fields and methods, by name.
func docComments(t *testing.T, dirs ...string) map[string]string {
	t.Helper()
	comments := map[string]string{}
	for _, dir := range dirs {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		require.NoError(t, err)
		for _, file := range files {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
			require.NoError(t, err)
			for _, decl := range parsed.Decls {
				collectComments(comments, decl)
			}
		}
	}
	return comments
}

func collectComments(comments map[string]string, decl ast.Decl) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			return
		}
		if pointer, ok := d.Recv.List[0].Type.(*ast.StarExpr); ok {
			if receiver, ok := pointer.X.(*ast.Ident); ok {
				comments[receiver.Name+"."+d.Name.Name] = d.Doc.Text()
			}
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			ts, ok := s.(*ast.TypeSpec)
			if !ok {
				continue
			}
			comments[ts.Name.Name] = d.Doc.Text() + ts.Doc.Text()
			st, ok := ts.Type.(*ast.StructType)
			if !ok {
				continue
			}
			for _, field := range st.Fields.List {
				for _, name := range field.Names {
					comments[ts.Name.Name+"."+name.Name] = field.Doc.Text()
				}
			}
		}
	}
}

func checkEveryFieldIsSet(t *testing.T, request any) {
	t.Helper()
	for field, value := range reflect.ValueOf(request).Elem().Fields() {
		assert.False(t, value.IsZero(), "the request of the tests sets %s", field.Name)
	}
}

// requestLine sends the request and returns it as a line: method and sorted
// parameters, without those of the signature.
func requestLine(t *testing.T, name string, request any) string {
	t.Helper()
	var line string
	c := mockClient(t, func(r *http.Request) (*http.Response, error) {
		params, err := requestParams(r)
		if err != nil {
			return nil, err
		}
		for reservedName := range reserved {
			params.Del(reservedName)
		}
		line = r.Method + " " + canonicalQuery(params)
		return httpmock.NewStringResponse(http.StatusOK, `{"RequestId":"x"}`), nil
	})
	out := callMethod(t, c, name, request)
	require.NoError(t, out.err)
	return line
}

type outcome struct {
	resp any
	err  error
}

// callMethod calls the method of that name.
func callMethod(t *testing.T, c *Client, name string, request any) outcome {
	t.Helper()
	results := reflect.ValueOf(c).MethodByName(name).Call([]reflect.Value{reflect.ValueOf(t.Context()), reflect.ValueOf(request)})
	err, _ := reflect.TypeAssert[error](results[1])
	return outcome{results[0].Interface(), err}
}

// checkLine proves, against the names of the reference and not by way of our
// own tags, that a golden request has every parameter.
func checkLine(t *testing.T, s specAction, line string) {
	t.Helper()
	_, query, _ := strings.Cut(line, " ")
	got := map[string]string{}
	for pair := range strings.SplitSeq(query, "&") {
		if name, value, ok := strings.Cut(pair, "="); ok {
			got[name] = value
		}
	}
	want := map[string]bool{}
	for _, p := range s.Params {
		name := strings.Replace(p.Name, ".N", ".1", 1)
		want[name] = true
		assert.Regexp(t, valueFormats[p.Format], got[name], "the value of %s in format %s", name, p.Format)
	}
	for name := range got {
		isFirst := !strings.Contains(name, ".") || strings.Contains(name, ".1")
		assert.Truef(t, want[name] || !isFirst, "the reference has no parameter %s", name)
	}
}

// valueFormats are how encoded values look, by the format of the reference.
var valueFormats = map[string]string{
	"string":       `.`,
	"int":          `^\d+$`,
	"enum":         `^[A-Za-z0-9_.-]+$`,
	"bool-like":    `^(true|false|1)$`,
	"time-utc":     `^\d{4}-\d\d-\d\dT\d\d%3A\d\d%3A\d\dZ$`,
	"time-beijing": `^\d{4}-\d\d-\d\dT\d\d%3A\d\d%3A\d\dZ$`,
	"csv":          `.`,
	"lines":        `%0A`,
	"json":         `^%(5B|7B).*%(5D|7D)$`,
	"repeat":       `.`,
	"underscore":   `.`,
}

// limitsFile holds the limit of each parameter that has one, frozen.
const limitsFile = "testdata/limits.txt"

// limitsOf returns the limits that the tags of a request declare.
func limitsOf(name string, request reflect.Type) []string {
	var limits []string
	for field := range request.Fields() {
		if check := field.Tag.Get("check"); check != "" {
			limits = append(limits, name+"."+field.Name+" "+check)
		}
	}
	return limits
}

const goldenFile = "testdata/requests.txt"

// goldenRequests reads the frozen requests, a line an action.
func goldenRequests(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile(goldenFile)
	if *update && os.IsNotExist(err) {
		return nil
	}
	require.NoError(t, err)
	golden := map[string]string{}
	for line := range strings.Lines(string(text)) {
		name, request, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		golden[name] = request
	}
	return golden
}

func writeGoldenRequests(t *testing.T, lines map[string]string) {
	t.Helper()
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(lines)) {
		b.WriteString(name + " " + lines[name] + "\n")
	}
	require.NoError(t, os.WriteFile(goldenFile, []byte(b.String()), 0o600))
}
