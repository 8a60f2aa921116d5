package peers_test

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/action"
)

// lacking are the actions that the official client has no types for, and why.
// It calls them by name.
var lacking = map[string]string{
	"BatchDescribeCdnIpInfo":               never,
	"BlockObjectCaches":                    never,
	"CheckCdnDomainExist":                  never,
	"CheckCdnDomainICP":                    never,
	"CreateRealtimeLogDelivery":            "the name of the reference for CreateRealTimeLogDelivery",
	"DescribeCdnCertificateDetailById":     never,
	"DescribeCdnConditionIPBInfo":          never,
	"DescribeCdnFullDomainsBlockIPConfig":  never,
	"DescribeCdnFullDomainsBlockIPHistory": never,
	"DescribeCdnSSLCertificateList":        never,
	"DescribeCdnSecFuncInfo":               never,
	"DescribeCdnTypes":                     "dropped after 1.60.244",
	"DescribeDomainFileSizeProportionData": "dropped after 1.62.103",
	"DescribeDomainVerifyData":             never,
	"DescribeUserCdnStatus":                "dropped after 1.60.244",
	"ListRealtimeLogDelivery":              never,
	"ListTagResources":                     never,
	"ModifyCdnDomainOwner":                 never,
	"ModifyCdnService":                     "dropped after 1.61.965",
	"ModifyDomainCustomLogConfig":          "dropped after 1.61.1746",
	"ModifyUserCustomLogConfig":            "dropped after 1.61.1071",
	"RefreshObjectCacheByCacheTag":         never,
	"SetCdnFullDomainsBlockIP":             never,
}

const never = "no version has it"

// TestEveryAction proves that every action is called through both clients, with
// every parameter that the official request has.
func TestEveryAction(t *testing.T) {
	t.Parallel()
	typed, raw := madeCalls(t, "compare"), madeCalls(t, "compareRaw")
	for _, name := range slices.Sorted(maps.Keys(action.All())) {
		method, has := reflect.TypeFor[*cdn.Client]().MethodByName(name)
		_, lacks := lacking[name]
		_, fails := unreadable[name]
		assert.NotEqual(t, has, lacks, name)
		made := typed
		if lacks || fails {
			made = raw
		}
		if !assert.Contains(t, made, name) || lacks {
			continue
		}
		for _, param := range officialParams(method.Type.In(1).Elem()) {
			assert.True(t, made[name][param] || ofNobody(name, param), "%s: no call has %s", name, param)
		}
	}
	for name := range ownForm {
		assert.Contains(t, action.All(), name)
	}
	assert.Len(t, action.All(), 174)
	assert.Len(t, lacking, 23)
}

// officialParams are the names of the parameters of an official request.
func officialParams(request reflect.Type) (names []string) {
	for field := range request.Fields() {
		if name := field.Tag.Get("name"); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// ofNobody reports whether a parameter of an official request is one that
// neither the reference nor the documents of today have.
func ofNobody(action, param string) bool {
	switch action + "." + param {
	case "DescribeDomainRealTimeSrcHttpCodeData.LocationNameEn", "DescribeDomainRealTimeSrcHttpCodeData.IspNameEn",
		"DescribeTagResources.Scope", "VerifyDomainOwner.GlobalResourcePlan":
		return true
	}
	return slices.Contains([]string{"OwnerId", "OwnerAccount", "SecurityToken"}, param)
}

// calls are calls that the tests make of both clients: by action, all texts in
// their parameters.
type calls map[string]map[string]bool

// madeCalls reads the tests for the calls of a function, whose second argument
// names the action and whose fourth has the parameters.
func madeCalls(t *testing.T, function string) calls {
	t.Helper()
	paths, err := filepath.Glob("interop_*_test.go")
	require.NoError(t, err)
	made := make(calls)
	for _, path := range paths {
		file, err := parser.ParseFile(gotoken.NewFileSet(), path, nil, 0)
		require.NoError(t, err)
		for node := range ast.Preorder(file) {
			call, is := node.(*ast.CallExpr)
			if !is || !named(call.Fun, function) {
				continue
			}
			var name string
			switch argument := call.Args[1].(type) {
			case *ast.SelectorExpr: // (*cdn.Client).AddCdnDomain
				name = argument.Sel.Name
			case *ast.BasicLit: // "AddCdnDomain"
				name = text(t, argument)
			}
			if made[name] == nil {
				made[name] = make(map[string]bool)
			}
			for node := range ast.Preorder(call.Args[3]) {
				switch node := node.(type) {
				case *ast.BasicLit:
					made[name][text(t, node)] = true
				case *ast.SelectorExpr:
					if node.Sel.Name == "with" { // of a span
						made[name]["StartTime"], made[name]["EndTime"] = true, true
					}
				}
			}
		}
	}
	return made
}

func named(function ast.Expr, name string) bool {
	ident, is := function.(*ast.Ident)
	return is && ident.Name == name
}

func text(t *testing.T, literal *ast.BasicLit) string {
	t.Helper()
	if literal.Kind != gotoken.STRING {
		return literal.Value
	}
	value, err := strconv.Unquote(literal.Value)
	require.NoError(t, err)
	return value
}
