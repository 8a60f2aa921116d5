package config

import (
	"reflect"

	"github.com/alicdn/alicdn-go/types"
)

// structs returns the structs of package types by their functions.
func structs() map[types.FunctionName]reflect.Type {
	all := []reflect.Type{
		reflect.TypeFor[types.RefererWhiteListSet](),
		reflect.TypeFor[types.RefererBlackListSet](),
		reflect.TypeFor[types.FiletypeBasedTtlSet](),
		reflect.TypeFor[types.PathBasedTtlSet](),
		reflect.TypeFor[types.OssAuth](),
		reflect.TypeFor[types.IpBlackListSet](),
		reflect.TypeFor[types.IpAllowListSet](),
		reflect.TypeFor[types.IpWhiteListSet](),
		reflect.TypeFor[types.ErrorPage](),
		reflect.TypeFor[types.SetReqHostHeader](),
		reflect.TypeFor[types.SetHashkeyArgs](),
		reflect.TypeFor[types.AliRemoveArgs](),
		reflect.TypeFor[types.Aliauth](),
		reflect.TypeFor[types.SetRespHeader](),
		reflect.TypeFor[types.HttpsForce](),
		reflect.TypeFor[types.HttpForce](),
		reflect.TypeFor[types.HttpsOption](),
		reflect.TypeFor[types.L2OssKey](),
		reflect.TypeFor[types.ForwardScheme](),
		reflect.TypeFor[types.GreenManager](),
		reflect.TypeFor[types.TmdSignature](),
		reflect.TypeFor[types.Dynamic](),
		reflect.TypeFor[types.SetReqHeader](),
		reflect.TypeFor[types.Range](),
		reflect.TypeFor[types.VideoSeek](),
		reflect.TypeFor[types.HttpsTlsVersion](),
		reflect.TypeFor[types.HSTS](),
		reflect.TypeFor[types.FiletypeForceTtlCode](),
		reflect.TypeFor[types.PathForceTtlCode](),
		reflect.TypeFor[types.Gzip](),
		reflect.TypeFor[types.Tesla](),
		reflect.TypeFor[types.CcDefense](),
		reflect.TypeFor[types.Alilive](),
	}
	byFunction := make(map[types.FunctionName]reflect.Type, len(all))
	for _, t := range all {
		byFunction[functionOf(t)] = t
	}
	return byFunction
}

// known returns what the structs say of a function, and of one without a
// struct what else is known.
func known(function types.FunctionName) *spec {
	if t, ok := structs()[function]; ok {
		return specOf(t)
	}
	if function == "condition" {
		// A condition with another rule is another one, that other records
		// may depend on: it is not to be overwritten.
		rule := &arg{name: "rule", field: -1, form: object, options: map[string]string{"key": ""}}
		return &spec{function: function, args: []*arg{rule}}
	}
	return &spec{function: function}
}
