package cdntest

import "strings"

var accountHandlers = map[string]handler{
	"DescribeCdnOrderCommodityCode": describeCdnOrderCommodityCode,
	"DescribeUserCdnStatus":         describeUserCdnStatus,
	"DescribeCdnUserConfigs":        describeCdnUserConfigs,
	"DescribeUserConfigs":           describeUserConfigs,
	"DescribeCdnSecFuncInfo":        describeCdnSecFuncInfo,
}

// describeCdnOrderCommodityCode names an organisation unit that sells
// everything.
func describeCdnOrderCommodityCode(_ *state, c *call) (object, *fault) {
	return object{"OrderCommodityCode": c.get("CommodityCode") + "_public_cn"}, nil
}

func describeUserCdnStatus(s *state, _ *call) (object, *fault) {
	return object{"Enabled": s.service.open, "OnService": s.service.open, "InDebt": false, "InDebtOverdue": false}, nil
}

func describeCdnUserConfigs(_ *state, c *call) (object, *fault) {
	allowed := map[string]string{
		"domain_business_control": `{"dcdn_allow":["cc_rule","ddos_dispatch"]}`,
		"waf":                     `{"dcdn_allow":["http_acl_policy"]}`,
	}
	function := strings.ToLower(c.get("FunctionName"))
	return object{"Configs": []object{
		{"FunctionName": function, "ArgName": "allow_function", "ArgValue": allowed[function]},
	}}, nil
}

// describeUserConfigs knows the settings that the documents show, of two of the
// features.
func describeUserConfigs(_ *state, c *call) (object, *fault) {
	configs := object{}
	switch strings.ToLower(c.get("Config")) {
	case "oss":
		configs["OssLogConfig"] = object{"Enable": "off", "Bucket": "", "Prefix": ""}
	case "waf":
		configs["WafConfig"] = object{"Enable": "on"}
	}
	return object{"Configs": configs}, nil
}

// cipherSuites are those to choose from; the strict group is the first of them.
var cipherSuites = []string{
	"TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
	"TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
	"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
	"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
	"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
	"TLS_RSA_WITH_AES_128_CBC_SHA",
}

func describeCdnSecFuncInfo(_ *state, c *call) (object, *fault) {
	const strict = 4
	suites := cipherSuites
	if strings.EqualFold(c.get("SecFuncType"), "CipherSuiteGroupStrict") {
		suites = suites[:strict]
	}
	content := make([]object, len(suites))
	for i, suite := range suites {
		content[i] = object{"Label": suite, "Value": suite}
	}
	return object{"Content": content, "RetCode": "0", "HttpStatus": "200", "Description": "OK"}, nil
}
