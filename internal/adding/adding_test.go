package adding_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/internal/adding"
	"github.com/alicdn/alicdn-go/types"
)

func TestRootDomain(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"www.example.com": "example.com", "a.b.c.example.com": "example.com", "example.com": "example.com", ".example.com": "example.com",
		"WWW.Example.COM": "example.com", "www.example.com.cn": "example.com.cn", "example.com.cn": "example.com.cn", ".a.example.com.cn": "example.com.cn",
		"www.example.co.uk": "example.co.uk", "www.example.bj.cn": "example.bj.cn", "www.bj.com": "bj.com", "img.jd.hk": "jd.hk",
		"com.cn": "com.cn", "www.com.com": "com.com", "example": "example", "": "", "www.example.测试": "example.测试",
	} {
		assert.Equal(t, want, adding.RootDomain(name), name)
	}
}

func TestDifference(t *testing.T) {
	t.Parallel()
	domain := func(change func(*types.GetDomainDetailModel)) *types.GetDomainDetailModel {
		d := &types.GetDomainDetailModel{
			CdnType: "web", Scope: "overseas", ResourceGroupId: "rg-1",
			SourceModels: types.List[types.SourceModel]{
				{Type: "ipaddr", Content: "192.0.2.1", Port: 80, Priority: "20", Weight: "30"}, {Type: "oss", Content: "B.oss.example.com", Port: 443, Priority: "20", Weight: "10"},
			},
		}
		change(d)
		return d
	}
	wanted := adding.Settings{
		CdnType: types.CdnTypeWeb, Scope: types.ScopeOverseas, ResourceGroupId: "rg-1",
		Sources: types.Sources{{Type: types.SourceTypeOss, Content: "b.oss.example.com", Port: 443}, {Type: types.SourceTypeIpaddr, Content: "192.0.2.1", Weight: "30"}},
	}
	tests := map[string]struct {
		change func(*types.GetDomainDetailModel)
		want   string
	}{
		"nothing":     {func(*types.GetDomainDetailModel) {}, ""},
		"case":        {func(d *types.GetDomainDetailModel) { d.CdnType = "Web" }, ""},
		"absent":      {func(d *types.GetDomainDetailModel) { *d = types.GetDomainDetailModel{} }, ""},
		"type":        {func(d *types.GetDomainDetailModel) { d.CdnType = "download" }, "CdnType is download, not web"},
		"area":        {func(d *types.GetDomainDetailModel) { d.Scope = "global" }, "Scope is global, not overseas"},
		"group":       {func(d *types.GetDomainDetailModel) { d.ResourceGroupId = "rg-2" }, "ResourceGroupId is rg-2, not rg-1"},
		"port":        {func(d *types.GetDomainDetailModel) { d.SourceModels[0].Port = 8080 }, "Sources are ipaddr 192.0.2.1:8080 "},
		"weight":      {func(d *types.GetDomainDetailModel) { d.SourceModels[1].Weight = "90" }, "weight 90"},
		"no weights":  {func(d *types.GetDomainDetailModel) { d.SourceModels[0].Weight, d.SourceModels[1].Weight = "", "" }, ""},
		"one is gone": {func(d *types.GetDomainDetailModel) { d.SourceModels = d.SourceModels[:1] }, "Sources are ipaddr 192.0.2.1:80 (priority 20, weight 30), not"},
	}
	for name, test := range tests {
		got := wanted.Difference(domain(test.change))
		if test.want == "" {
			assert.Empty(t, got, name)
		} else {
			assert.Contains(t, got, test.want, name)
		}
	}
	wanted.Scope, wanted.ResourceGroupId = "", ""
	assert.Empty(t, wanted.Difference(domain(func(d *types.GetDomainDetailModel) { d.Scope, d.ResourceGroupId = "global", "rg-2" })), "what was not asked for")
}
