package config

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/types"
)

func TestRecordsThatSayTheSame(t *testing.T) {
	t.Parallel()
	function := func(name types.FunctionName, parent types.ID, args ...string) types.Function {
		f := types.Function{FunctionName: name, ParentId: parent, ConfigId: types.ID(args[0])}
		for i := 1; i < len(args); i += 2 {
			f.FunctionArgs = append(f.FunctionArgs, types.FunctionArg{ArgName: args[i], ArgValue: args[i+1]})
		}
		return f
	}
	one := function("forward_scheme", "", "1", "enable", "on", "scheme_origin", "https")
	tests := []struct {
		name  string
		other types.Function
		same  bool
	}{
		{"another ID and order", function("forward_scheme", "-1", "2", "scheme_origin", "https", "enable", "on"), true},
		{"added by the service", function("forward_scheme", "", "2", "enable", "on", "scheme_origin", "https", "scheme_origin_port", "443:443"), true},
		{"empty", function("forward_scheme", "", "2", "enable", "on", "scheme_origin", "https", "other", ""), true},
		{"another value", function("forward_scheme", "", "2", "enable", "off", "scheme_origin", "https"), false},
		{"one more", function("forward_scheme", "", "2", "enable", "on", "scheme_origin", "https", "other", "x"), false},
		{"one less", function("forward_scheme", "", "2", "enable", "on"), false},
		{"another condition", function("forward_scheme", "7", "2", "enable", "on", "scheme_origin", "https"), false},
		{"another function", function("gzip", "", "2", "enable", "on", "scheme_origin", "https"), false},
	}
	for _, tt := range tests {
		a, b := &record{function: one}, &record{function: tt.other}
		assert.Equal(t, tt.same, a.sameAs(b), tt.name)
		assert.Equal(t, tt.same, b.sameAs(a), tt.name)
	}
}
