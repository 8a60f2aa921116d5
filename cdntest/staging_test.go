package cdntest_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/cdntest"
)

// stage sets functions in the staging environment, and lets them take effect.
func (c *caller) stage(domain, functions string) answer {
	c.t.Helper()
	got := c.ok("SetCdnDomainStagingConfig", "DomainName", domain, "Functions", "["+functions+"]")
	c.clock.Advance(time.Second)
	return got
}

// staged returns a value of the staging environment, such as 0.Status.
func (c *caller) staged(domain, path string) any {
	c.t.Helper()
	return c.ok("DescribeCdnDomainStagingConfig", "DomainName", domain).at("DomainConfigs." + path)
}

// production returns a value of the production configuration.
func (c *caller) production(domain, path string) any {
	c.t.Helper()
	return c.ok("DescribeCdnDomainConfigs", "DomainName", domain).at("DomainConfigs.DomainConfig." + path)
}

func TestStagingIsPublished(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	c.setFunctions(name, function("gzip", "enable", "off"))
	c.refused(http.StatusNotFound, "StagingConfig.NotFound", "PublishStagingConfigToProduction", "DomainName", name)
	assert.Nil(t, c.staged(name, "0"))

	got := c.ok("SetCdnDomainStagingConfig", "DomainName", name,
		"Functions", "["+function("gzip", "enable", "on")+","+function("set_resp_header", "key", "X-A", "value", "1")+"]")
	assertShape(t, "SetCdnDomainStagingConfig", got)
	c.refused(http.StatusBadRequest, "StagingConfig.Failed", "PublishStagingConfigToProduction", "DomainName", name)
	assert.Equal(t, "testing", c.staged(name, "0.Status"))
	c.clock.Advance(500 * time.Millisecond)
	assert.Equal(t, "configuring", c.staged(name, "0.Status"))
	c.refused(http.StatusBadRequest, "StagingConfig.Failed", "PublishStagingConfigToProduction", "DomainName", name)
	c.clock.Advance(500 * time.Millisecond)

	staged := c.ok("DescribeCdnDomainStagingConfig", "DomainName", name)
	assertShape(t, "DescribeCdnDomainStagingConfig", staged)
	assert.Equal(t, name, staged.at("DomainName"))
	assert.Equal(t, "success", staged.at("DomainConfigs.1.Status"))
	id, _ := got.at("DomainConfigList.1.ConfigId").(float64)
	assert.Equal(t, fmt.Sprintf("%.0f", id), staged.at("DomainConfigs.1.ConfigId"))
	only := c.ok("DescribeCdnDomainStagingConfig", "DomainName", name, "FunctionNames", "set_resp_header")
	assert.Equal(t, "set_resp_header", only.at("DomainConfigs.0.FunctionName"))
	assert.Nil(t, only.at("DomainConfigs.1"))
	assert.Equal(t, "off", c.production(name, "0.FunctionArgs.FunctionArg.0.ArgValue"), "production stays as it is")

	production := c.production(name, "0.ConfigId")
	c.ok("PublishStagingConfigToProduction", "DomainName", name)
	assert.Nil(t, c.staged(name, "0"))
	assert.Equal(t, "configuring", c.production(name, "0.Status"))
	c.refused(http.StatusForbidden, "ServiceBusy", "SetCdnDomainStagingConfig", "DomainName", name, "Functions", "["+function("gzip", "enable", "on")+"]")
	c.clock.Advance(time.Second)
	assert.Equal(t, "online", c.status(name))
	assert.Equal(t, "on", c.production(name, "0.FunctionArgs.FunctionArg.0.ArgValue"))
	assert.Equal(t, production, c.production(name, "0.ConfigId"), "the only record of a function is changed")
	assert.Equal(t, "set_resp_header", c.production(name, "1.FunctionName"))
	c.refused(http.StatusNotFound, "StagingConfig.NotFound", "PublishStagingConfigToProduction", "DomainName", name)
}

// While something stands in staging, production is not changed.
func TestStagingIsRolledBack(t *testing.T) {
	t.Parallel()
	const name, other = "www.example.com", "other.example.com"
	c := newCaller(t, cdntest.WithDomains(name, other))
	c.setFunctions(name, function("range", "enable", "on"))
	id, _ := c.production(name, "0.ConfigId").(float64)
	c.stage(name, function("gzip", "enable", "on"))

	gzip := "[" + function("gzip", "enable", "off") + "]"
	c.refused(http.StatusBadRequest, "ConfigurationConflicts", "BatchSetCdnDomainConfig", "DomainNames", other+","+name, "Functions", gzip)
	c.refused(http.StatusBadRequest, "ConfigurationConflicts", "DeleteSpecificConfig", "DomainName", name, "ConfigId", fmt.Sprintf("%.0f", id))
	assert.Nil(t, c.production(other, "0"))

	c.ok("RollbackStagingConfig", "DomainName", name)
	assert.Nil(t, c.staged(name, "0"))
	c.refused(http.StatusNotFound, "StagingConfig.NotFound", "RollbackStagingConfig", "DomainName", name)
	c.ok("BatchSetCdnDomainConfig", "DomainNames", other+","+name, "Functions", gzip)
}

func TestStagingRecords(t *testing.T) {
	t.Parallel()
	const name = "www.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	c.setFunctions(name, function("filetype_based_ttl_set", "ttl", "60", "file_type", "txt"))
	id, _ := c.production(name, "0.ConfigId").(float64)
	named := func(id, ttl string) string {
		return `{"functionName":"filetype_based_ttl_set","configId":` + id + `,"functionArgs":[{"argName":"ttl","argValue":"` + ttl + `"}]}`
	}
	c.stage(name, named(fmt.Sprintf("%.0f", id), "70"))
	assert.Equal(t, fmt.Sprintf("%.0f", id), c.staged(name, "0.ConfigId"), "a record of production is changed")
	c.stage(name, named(fmt.Sprintf("%.0f", id), "80"))
	assert.Equal(t, "80", c.staged(name, "0.FunctionArgs.0.ArgValue"))
	assert.Nil(t, c.staged(name, "1"))
	c.stage(name, function("filetype_based_ttl_set", "ttl", "90", "file_type", "jpg"))
	second, _ := c.staged(name, "1.ConfigId").(string)

	c.refused(http.StatusNotFound, "ConfigNotFound", "SetCdnDomainStagingConfig", "DomainName", name, "Functions", "["+named("1", "1")+"]")
	c.refused(http.StatusBadRequest, "InvalidFunctionName.ValueNotSupported", "SetCdnDomainStagingConfig",
		"DomainName", name, "Functions", "["+function("gzipp")+"]")
	missing := c.refused(http.StatusBadRequest, "MissingRequiredArg", "SetCdnDomainStagingConfig",
		"DomainName", name, "Functions", "["+function("HSTS", "https_hsts_max_age", "60")+"]")
	assert.Equal(t, "required argument missing.", missing.json["Message"])
	wrong := c.refused(http.StatusBadRequest, "InvalidArgValue.Malformed", "SetCdnDomainStagingConfig",
		"DomainName", name, "Functions", "["+function("gzip", "enable", "maybe")+"]")
	assert.Equal(t, "InvalidArgValue.Malformed", wrong.json["Message"], "the documents have a placeholder")
	c.refused(http.StatusBadRequest, "InvalidFunctionName.ValueNotSupported", "DescribeCdnDomainStagingConfig", "DomainName", name, "FunctionNames", "gzipp")

	c.refused(http.StatusBadRequest, "GrayConfigIsNull", "DeleteSpecificStagingConfig", "DomainName", name, "ConfigId", fmt.Sprintf("%.0f,%s", id, second))
	c.ok("DeleteSpecificStagingConfig", "DomainName", name, "ConfigId", second)
	c.ok("DeleteSpecificStagingConfig", "DomainName", name, "ConfigId", second)
	assert.Nil(t, c.staged(name, "1"))

	c.ok("PublishStagingConfigToProduction", "DomainName", name)
	assert.Equal(t, "80", c.production(name, "0.FunctionArgs.FunctionArg.0.ArgValue"))
	assert.Nil(t, c.production(name, "1"))
}

func TestStagingThatFails(t *testing.T) {
	t.Parallel()
	const name = "config-failed.example.com"
	c := newCaller(t, cdntest.WithDomains(name))
	c.stage(name, function("gzip", "enable", "on"))
	assert.Equal(t, "failed", c.staged(name, "0.Status"))
	c.refused(http.StatusBadRequest, "StagingConfig.Failed", "PublishStagingConfigToProduction", "DomainName", name)
	c.ok("RollbackStagingConfig", "DomainName", name)
	for _, action := range []string{"DescribeCdnDomainStagingConfig", "PublishStagingConfigToProduction", "RollbackStagingConfig"} {
		c.refused(http.StatusNotFound, "InvalidDomain.NotFound", action, "DomainName", "unknown.example.com")
	}
}

func TestStagingNodes(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	got := c.ok("DescribeStagingIp")
	assertShape(t, "DescribeStagingIp", got)
	assert.Equal(t, "192.0.2.10", got.at("IPV4s.IPV4.0"))
}
