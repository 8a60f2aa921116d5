package cdntest_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/cdntest"
)

// function writes an element of the parameter Functions.
func function(name string, args ...string) string {
	var list []string
	for i := 0; i < len(args); i += 2 {
		list = append(list, fmt.Sprintf(`{"argName":%q,"argValue":%q}`, args[i], args[i+1]))
	}
	return fmt.Sprintf(`{"functionName":%q,"functionArgs":[%s]}`, name, strings.Join(list, ","))
}

func (c *caller) setFunctions(domains, functions string) answer {
	c.t.Helper()
	got := c.ok("BatchSetCdnDomainConfig", "DomainNames", domains, "Functions", "["+functions+"]")
	c.clock.Advance(time.Second)
	return got
}

func TestConfigsTakeEffect(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	got := c.ok("BatchSetCdnDomainConfig", "DomainNames", name, "Functions", "["+function("gzip", "enable", "on")+"]")
	assert.Equal(t, name, got.at("DomainConfigList.DomainConfigModel.0.DomainName"))
	assert.Equal(t, "gzip", got.at("DomainConfigList.DomainConfigModel.0.FunctionName"))

	assert.Equal(t, "configuring", c.status(name))
	configs := c.ok("DescribeCdnDomainConfigs", "DomainName", name)
	assert.Equal(t, "configuring", configs.at("DomainConfigs.DomainConfig.0.Status"))
	c.refused(http.StatusForbidden, "ServiceBusy", "BatchSetCdnDomainConfig",
		"DomainNames", name, "Functions", "["+function("gzip", "enable", "off")+"]")

	c.clock.Advance(time.Second)
	assert.Equal(t, "online", c.status(name))
	configs = c.ok("DescribeCdnDomainConfigs", "DomainName", name)
	assertShape(t, "DescribeCdnDomainConfigs", configs)
	assert.Equal(t, "success", configs.at("DomainConfigs.DomainConfig.0.Status"))
	assert.Equal(t, "gzip", configs.at("DomainConfigs.DomainConfig.0.FunctionName"))
	assert.Equal(t, "enable", configs.at("DomainConfigs.DomainConfig.0.FunctionArgs.FunctionArg.0.ArgName"))
	assert.Equal(t, "on", configs.at("DomainConfigs.DomainConfig.0.FunctionArgs.FunctionArg.0.ArgValue"))
	assert.Equal(t, got.at("DomainConfigList.DomainConfigModel.0.ConfigId"), configs.at("DomainConfigs.DomainConfig.0.ConfigId"))
}

func TestConfigsOfAStoppedDomain(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	c.ok("StopCdnDomain", "DomainName", name)
	c.clock.Advance(time.Second)
	c.setFunctions(name, function("gzip", "enable", "on"))
	assert.Equal(t, "offline", c.status(name))
}

func TestConfigsThatFail(t *testing.T) {
	t.Parallel()
	const name = "config-failed.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	c.setFunctions(name, function("gzip", "enable", "on"))
	assert.Equal(t, "online", c.status(name))
	assert.Equal(t, "failed", c.ok("DescribeCdnDomainConfigs", "DomainName", name).at("DomainConfigs.DomainConfig.0.Status"))
}

func TestConfigRecords(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	id := func(i int) string {
		value, _ := c.ok("DescribeCdnDomainConfigs", "DomainName", name).at(fmt.Sprintf("DomainConfigs.DomainConfig.%d.ConfigId", i)).(float64)
		return fmt.Sprintf("%.0f", value)
	}
	value := func(i int) any {
		return c.ok("DescribeCdnDomainConfigs", "DomainName", name).
			at(fmt.Sprintf("DomainConfigs.DomainConfig.%d.FunctionArgs.FunctionArg.0.ArgValue", i))
	}

	c.setFunctions(name, function("gzip", "enable", "on"))
	gzip := id(0)
	c.setFunctions(name, function("gzip", "enable", "off"))
	assert.Equal(t, gzip, id(0), "the only record of a function is changed in place")
	assert.Equal(t, "off", value(0))

	c.setFunctions(name, function("filetype_based_ttl_set", "ttl", "60", "file_type", "txt"))
	c.setFunctions(name, function("filetype_based_ttl_set", "ttl", "90", "file_type", "jpg"))
	assert.NotEqual(t, id(1), id(2), "a function that may have several records gets another one")
	assert.GreaterOrEqual(t, len(id(1)), 15)

	c.setFunctions(name, fmt.Sprintf(
		`{"functionName":"filetype_based_ttl_set","configId":%s,"functionArgs":[{"argName":"ttl","argValue":120}]}`, id(2)))
	assert.Equal(t, "60", value(1))
	assert.Equal(t, "120", value(2), "values are strings")

	c.refused(http.StatusNotFound, "ConfigNotFound", "BatchSetCdnDomainConfig",
		"DomainNames", name, "Functions", `[{"functionName":"gzip","configId":1,"functionArgs":[{"argName":"enable","argValue":"on"}]}]`)
	c.refused(http.StatusBadRequest, "InvalidFunctions.Malformed", "BatchSetCdnDomainConfig", "DomainNames", name,
		"Functions", `[{"functionName":"gzip","configId":`+id(1)+`,"functionArgs":[{"argName":"enable","argValue":"on"}]}]`)

	first := c.ok("DescribeCdnDomainConfigs", "DomainName", name, "FunctionNames", "gzip,range", "ConfigId", gzip)
	assert.Equal(t, "gzip", first.at("DomainConfigs.DomainConfig.0.FunctionName"))
	assert.Nil(t, first.at("DomainConfigs.DomainConfig.1"))

	c.ok("DeleteSpecificConfig", "DomainName", name, "ConfigId", gzip+","+id(1))
	assert.Equal(t, "configuring", c.status(name))
	c.clock.Advance(time.Second)
	assert.Equal(t, "120", value(0))
	c.refused(http.StatusNotFound, "ConfigNotFound", "DeleteSpecificConfig", "DomainName", name, "ConfigId", gzip)
}

func TestConditionsOfConfigs(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	config := func(member string) any {
		return c.ok("DescribeCdnDomainConfigs", "DomainName", name).at("DomainConfigs.DomainConfig.0." + member)
	}
	set := func(members string) {
		c.setFunctions(name, `{"functionName":"gzip","functionArgs":[{"argName":"enable","argValue":"on"}]`+members+`}`)
	}
	set(`,"parentId":"222728944812032"`)
	assert.Equal(t, "222728944812032", config("ParentId"))
	id := fmt.Sprintf(`,"configId":%.0f`, config("ConfigId"))

	set("")
	second := c.ok("DescribeCdnDomainConfigs", "DomainName", name).at("DomainConfigs.DomainConfig.1.ConfigId")
	assert.NotNil(t, second, "a function without a condition is another record")
	set("")
	set(`,"parentId":222728944812032`)
	assert.Nil(t, c.ok("DescribeCdnDomainConfigs", "DomainName", name).at("DomainConfigs.DomainConfig.2"), "one record a condition")

	set(id)
	assert.Equal(t, "222728944812032", config("ParentId"), "the condition stays")
	set(id + `,"parentId":"-1"`)
	assert.Nil(t, config("ParentId"))
}

func TestTheServiceAddsArguments(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	c.setFunctions(name, function("forward_scheme", "enable", "on", "scheme_origin", "follow"))
	got := c.ok("DescribeCdnDomainConfigs", "DomainName", name)
	assert.Equal(t, "scheme_origin_port", got.at("DomainConfigs.DomainConfig.0.FunctionArgs.FunctionArg.2.ArgName"))
	c.setFunctions(name, function("forward_scheme", "enable", "on", "scheme_origin", "http", "scheme_origin_port", "80:80"))
	assert.Nil(t, c.ok("DescribeCdnDomainConfigs", "DomainName", name).at("DomainConfigs.DomainConfig.0.FunctionArgs.FunctionArg.3"))
}

func TestConfigRefusals(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	tests := []struct{ functions, code, message string }{
		{`[]`, "InvalidFunctions.Malformed", "Specified Functions is malformed."},
		{`{}`, "InvalidFunctions.Malformed", ""},
		{"[" + function("gzipp", "enable", "on") + "]", "InvalidFunctionName.ValueNotSupported", "FunctionName gzipp is not supported."},
		{"[" + function("gzip", "enabled", "on") + "]", "InvalidArgName.ValueNotSupported", "ArgName enabled is not supported."},
		{"[" + function("gzip", "enable", "yes") + "]", "InvalidArgValue.Malformed", "Specified ArgValue is malformed."},
		{"[" + function("gzip", "enable", "") + "]", "InvalidArgValue.Malformed", ""},
		{"[" + function("gzip") + "]", "InvalidArgValue.Malformed", ""},
		{"[" + function("filetype_based_ttl_set", "ttl", "long") + "]", "InvalidArgValue.Malformed", ""},
		{"[" + function("filetype_based_ttl_set", "weight", "200") + "]", "InvalidArgValue.Malformed", ""},
		{"[" + function("range", "enable", "force") + "," + function("gzip") + "]", "InvalidArgValue.Malformed", ""},
	}
	for _, test := range tests {
		got := c.refused(http.StatusBadRequest, test.code, "BatchSetCdnDomainConfig", "DomainNames", name, "Functions", test.functions)
		if test.message != "" {
			assert.Equal(t, test.message, got.at("Message"))
		}
	}
	c.refused(http.StatusNotFound, "InvalidDomain.NotFound", "BatchSetCdnDomainConfig",
		"DomainNames", name+",other.example.com", "Functions", "["+function("gzip", "enable", "on")+"]")
	assert.Equal(t, []any{}, c.ok("DescribeCdnDomainConfigs", "DomainName", name).at("DomainConfigs.DomainConfig"))
	c.refused(http.StatusBadRequest, "InvalidFunctionName.ValueNotSupported", "DescribeCdnDomainConfigs",
		"DomainName", name, "FunctionNames", "gzip,gzipp")

	c.setFunctions(name, function("alilive", "anything", "goes")+","+function("set_resp_header", "key", "X-A", "value", ""))
}
