package main

import "github.com/alicdn/alicdn-go/types"

// config is how our domains are to be configured. It is Go: the compiler knows
// the names, and what is wrong with a value is said before anything is sent.
var config = types.Configs{
	types.FiletypeBasedTtlSet{FileType: []string{"jpg", "png", "css", "js"}, Ttl: new(30 * 24 * 60 * 60), Weight: 50},
	types.PathBasedTtlSet{Path: "/api", Ttl: new(0), Weight: 90}, // not cached
	types.SetRespHeader{Key: "X-Content-Type-Options", Value: "nosniff"},
	types.Gzip{Enable: types.SwitchOn},
}
