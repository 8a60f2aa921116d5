package types

// Who may fetch from a domain.

// RefererWhiteListSet is [FunctionRefererWhiteListSet], the whitelist of
// Referers.
type RefererWhiteListSet struct {
	ConfigRecord `function:"referer_white_list_set"`

	// ReferDomainAllowList are the domains allowed.
	ReferDomainAllowList []string `arg:"refer_domain_allow_list,csv,set"`

	// AllowEmpty says whether an empty Referer passes.
	AllowEmpty Switch `arg:"allow_empty,enum=on|off"`
}

// RefererBlackListSet is [FunctionRefererBlackListSet], the blacklist of
// Referers.
type RefererBlackListSet struct {
	ConfigRecord `function:"referer_black_list_set"`

	// ReferDomainDenyList are the domains denied.
	ReferDomainDenyList []string `arg:"refer_domain_deny_list,csv,set"`

	// AllowEmpty says whether an empty Referer passes.
	AllowEmpty Switch `arg:"allow_empty,enum=on|off"`
}

// IpBlackListSet is [FunctionIpBlackListSet], the blacklist of IP addresses.
type IpBlackListSet struct {
	ConfigRecord `function:"ip_black_list_set"`

	// IpList are the addresses.
	IpList []string `arg:"ip_list,csv,set"`
}

// IpAllowListSet is [FunctionIpAllowListSet], the whitelist of IP addresses.
type IpAllowListSet struct {
	ConfigRecord `function:"ip_allow_list_set"`

	// IpList are the addresses.
	IpList []string `arg:"ip_list,csv,set"`
}

// IpWhiteListSet is [FunctionIpWhiteListSet], which exempts IP addresses from
// being blocked by the rate limit (TMD).
type IpWhiteListSet struct {
	ConfigRecord `function:"ip_white_list_set"`

	// IpList are the addresses.
	IpList []string `arg:"ip_list,csv,set"`
}

// Aliauth is [FunctionAliauth], the authentication of URLs. Its keys are
// secret and are not printed.
type Aliauth struct {
	ConfigRecord `function:"aliauth"`

	// AuthType is the kind of authentication.
	AuthType AuthType `arg:"auth_type,enum=no_auth|type_a|type_b|type_c"`

	// AuthKey1 is the first key.
	AuthKey1 string `arg:"auth_key1"`

	// AuthKey2 is the second key.
	AuthKey2 string `arg:"auth_key2"`

	// AliAuthDelta is the buffer time of the authentication. The reference
	// names no unit.
	AliAuthDelta *int `arg:"ali_auth_delta"`
}

// AuthType is a kind of URL authentication.
type AuthType string

// The kinds of URL authentication.
const (
	AuthTypeNoAuth  AuthType = "no_auth"  // none
	AuthTypeTypeA   AuthType = "type_a"   // kind A
	AuthTypeTypeB   AuthType = "type_b"   // kind B
	AuthTypeTypeC   AuthType = "type_c"   // kind C
	AuthTypeReqAuth AuthType = "req_auth" // seen in answers only
)

// TmdSignature is [FunctionTmdSignature], a custom rule of the rate limit
// (TMD). A domain may have several, told apart by Name.
type TmdSignature struct {
	ConfigRecord `function:"tmd_signature"`

	// Name is the name of the rule, unique in the domain.
	Name string `arg:"name,key"`

	// Path is the path of the URI. Several rules may have the same.
	Path string `arg:"path"`

	// PathType says how Path is compared.
	PathType PathType `arg:"pathType,enum=0|1"`

	// Interval is how long is observed, in seconds, at least 10.
	Interval int `arg:"interval,min=10"`

	// Count is the number of visits of one IP address.
	Count int `arg:"count"`

	// Action is what happens to an IP address with more visits.
	Action TmdAction `arg:"action,enum=0|1"`

	// Ttl is how long an address is blocked, in seconds.
	Ttl int `arg:"ttl"`
}

// PathType says how the path of a rule is compared with that of a URI.
type PathType string

// The ways to compare paths.
const (
	PathTypePrefix PathType = "0" // the URI begins with the path
	PathTypeFull   PathType = "1" // the URI is the path
)

// TmdAction is what a rule of the rate limit does.
type TmdAction string

// The actions of a rule.
const (
	TmdActionBlock TmdAction = "0" // the address is blocked
	TmdActionHuman TmdAction = "1" // the visitor is asked to prove being human
)

// CcDefense is [FunctionCcDefense], the protection against floods of requests
// (CC attacks). The reference lists no arguments: give them as Args.
type CcDefense struct {
	ConfigRecord `function:"cc_defense"`
}

// GreenManager is [FunctionGreenManager], image moderation.
type GreenManager struct {
	ConfigRecord `function:"green_manager"`

	// Enable switches it.
	Enable Switch `arg:"enable,enum=on|off"`
}
