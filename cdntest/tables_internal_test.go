package cdntest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

func TestEveryActionHasAHandler(t *testing.T) {
	t.Parallel()
	known := slices.Sorted(maps.Keys(actions))
	assert.Equal(t, known, slices.Sorted(maps.Keys(handlers)))
}

func TestTheTablesUseKnownFormats(t *testing.T) {
	t.Parallel()
	unchecked := []string{"string", "enum", "bool-like", "lines", "repeat", "underscore"}
	for action, spec := range actions {
		for _, param := range spec.Params {
			if formats[param.Format] == nil {
				assert.Contains(t, unchecked, param.Format, "%s %s", action, param.Name)
			}
			if param.Format == "repeat" {
				require.NotNil(t, param.Max, "%s %s", action, param.Name)
			}
			if param.Default != "" {
				assert.True(t, param.accepts(action, param.Default), "%s %s", action, param.Name)
			}
		}
	}
	for code, entries := range documentedErrors {
		require.NotEmpty(t, entries, code)
		for _, entry := range entries {
			assert.GreaterOrEqual(t, entry.Status, 400, code)
			assert.NotEmpty(t, entry.Message, code)
			for _, action := range entry.Actions {
				assert.Contains(t, actions, action)
			}
		}
	}
}

// Today's names are those of the facts that the client is held against.
func TestTodaysNamesAreThoseOfTheSpec(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("..", "testdata", "spec.json"))
	require.NoError(t, err)
	var spec struct {
		Actions []struct {
			Action  string              `json:"action"`
			Renamed []map[string]string `json:"renamed"`
		} `json:"actions"`
	}
	require.NoError(t, json.Unmarshal(text, &spec))
	renamed := make(map[string]bool)
	for _, s := range spec.Actions {
		for _, r := range s.Renamed {
			renamed[s.Action] = true
			assert.Contains(t, renamings[s.Action], renaming{r["reference"], r["today"]})
		}
	}
	assert.ElementsMatch(t, slices.Collect(maps.Keys(renamed)), slices.Collect(maps.Keys(renamings)))
}

// answersOnly are values of an enumeration that the service answers with, or
// knows in other actions, but does not document for the parameters that it
// refuses other values of: all, or that of one action.
var answersOnly = map[string][]string{
	"SetCdnDomainSSLCertificate CertType": {string(types.CertTypeFree)},
	"DescribeCdnUserBillPrediction Area":  {string(types.UsageAreaAll)},
	"CdnType":                             {string(types.CdnTypeLivestream), string(types.CdnTypeHttpsdelivery)},
	"InternetChargeType": {
		string(types.InternetChargeTypePayByBandwidth95),
		string(types.InternetChargeTypePayByBandwidthMonthavg),
		string(types.InternetChargeTypePayByBandwidthMonth4th),
		string(types.InternetChargeTypePayByBandwidthMonthday95avg),
		string(types.InternetChargeTypePayByBandwidthNighthalf95),
	},
}

// Whatever a request can be given by a constant of types is accepted.
func TestTheTablesKnowTheConstants(t *testing.T) {
	t.Parallel()
	constants, requests := typesSource(t)
	require.Len(t, requests, len(actions))
	compared := 0
	for action, fields := range requests {
		for _, param := range actions[action].Params {
			for _, value := range constants[fields[param.Name]] {
				want := !slices.Contains(answersOnly[fields[param.Name]], value) && !slices.Contains(answersOnly[action+" "+param.Name], value)
				assert.Equal(t, want, param.accepts(action, value), "%s %s=%s", action, param.Name, value)
				compared++
			}
		}
	}
	assert.Greater(t, compared, 100)
	for _, status := range constants["DomainStatus"] {
		assert.Contains(t, knownStatuses, status)
	}
	for _, function := range constants["FunctionName"] {
		assert.Contains(t, functions, function)
	}
}

// typesSource reads the package types: the values of the constants of each type,
// and for each action the types of its parameters, those of lists by the element.
func typesSource(t *testing.T) (constants map[string][]string, requests map[string]map[string]string) {
	t.Helper()
	constants, requests = make(map[string][]string), make(map[string]map[string]string)
	files, err := filepath.Glob(filepath.Join("..", "types", "*.go"))
	require.NoError(t, err)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		ast.Inspect(file, func(node ast.Node) bool {
			switch node := node.(type) {
			case *ast.ValueSpec:
				kind, typed := node.Type.(*ast.Ident)
				if literal, ok := firstOf(node.Values).(*ast.BasicLit); ok && typed && literal.Kind == token.STRING {
					value, err := strconv.Unquote(literal.Value)
					require.NoError(t, err)
					constants[kind.Name] = append(constants[kind.Name], value)
				}
			case *ast.TypeSpec:
				action, isRequest := strings.CutSuffix(node.Name.Name, "Request")
				if fields, ok := node.Type.(*ast.StructType); ok && isRequest {
					requests[action] = fieldTypes(fields)
				}
			}
			return true
		})
	}
	return constants, requests
}

func firstOf(values []ast.Expr) ast.Expr {
	if len(values) == 0 {
		return nil
	}
	return values[0]
}

func fieldTypes(fields *ast.StructType) map[string]string {
	kinds := make(map[string]string)
	for _, field := range fields.Fields.List {
		kind := field.Type
		if list, ok := kind.(*ast.ArrayType); ok {
			kind = list.Elt
		}
		if named, ok := kind.(*ast.Ident); ok && field.Tag != nil {
			tag := reflect.StructTag(strings.Trim(field.Tag.Value, "`"))
			name, _, _ := strings.Cut(tag.Get("url"), ",")
			kinds[name] = named.Name
		}
	}
	return kinds
}

func TestDocumentedFaults(t *testing.T) {
	t.Parallel()
	tests := []struct {
		action string
		code   types.ErrorCode
		want   fault
	}{
		{"StopCdnDomain", types.ServiceBusy, fault{403, types.ServiceBusy, "The specified Domain is configuring, please retry later."}},
		{"PushObjectCache", types.InvalidDomainOffline, fault{404, types.InvalidDomainOffline, "The domain provided is offline."}},
		{
			"SetDomainServerCertificate", types.InvalidDomainOffline,
			fault{400, types.InvalidDomainOffline, "The domain provided is offline."},
		},
		{"StopCdnDomain", "Never.Heard", fault{400, "Never.Heard", "Never.Heard"}},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, *documentedFault(test.action, test.code))
	}
	unnamed := documentedFault("DeleteSpecificConfig", "Invalid%s.ValueNotSupported")
	assert.Equal(t, "FunctionName is not supported.", unnamed.message)
	named := documentedFault("BatchSetCdnDomainConfig", types.InvalidFunctionNameValueNotSupported, "gzipp")
	assert.Equal(t, "FunctionName gzipp is not supported.", named.message)
}

// The two vectors of the reference: its example as it should be, and the
// request that its printed signature belongs to.
func TestSignatureVectors(t *testing.T) {
	t.Parallel()
	vector := func(timestamp, version string) url.Values {
		return url.Values{
			"SignatureVersion": {"1.0"}, "Format": {"JSON"}, "Timestamp": {timestamp}, "AccessKeyId": {"testid"},
			"SignatureMethod": {"HMAC-SHA1"}, "Version": {version}, "Action": {"DescribeCdnService"},
			"SignatureNonce": {"9b7a44b0-3be1-11e5-8c73-08002700c460"}, "Signature": {"is left out"},
		}
	}
	assert.Equal(t, "Xe3QaF2/GALznCpHTrJLrlh9l9Y=", signature("GET", "testsecret", vector("2018-05-10T02:19:46Z", "2018-05-10")))
	assert.Equal(t, "KkkQOf0ymKf4yVZLggy6kYiwgFs=", signature("GET", "testsecret", vector("2015-08-06T02:19:46Z", "2014-11-11")))
}

func TestPercentEncode(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "AZaz09-_.~", percentEncode("AZaz09-_.~"))
	assert.Equal(t, "%20%2B%2A%22%25%2F%0A%C3%BC", percentEncode(" +*\"%/\nü"))
}

func TestNumbersAreLong(t *testing.T) {
	t.Parallel()
	s := &state{}
	first, second := s.newID(), s.newID()
	assert.Greater(t, first, int64(1e14))
	assert.NotEqual(t, first+1, second)
}
