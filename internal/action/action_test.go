package action_test

import (
	"os"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/internal/action"
)

func TestLookup(t *testing.T) {
	t.Parallel()
	tests := map[string]action.Action{
		"DescribeDomainBpsData":         {Area: action.Monitor, Class: action.Read, Method: action.GetOrPost, Rate: 150},
		"DescribeDomainRealTimeQpsData": {Area: action.Monitor, Class: action.Read, Method: action.GetOnly, Rate: 10},
		"AddCdnDomain":                  {Area: action.Domain, Class: action.Once, Method: action.GetOrPost, Rate: 30},
		"DeleteCdnDomain":               {Area: action.Domain, Class: action.Idempotent, Method: action.GetOrPost, Rate: 10},
		"BatchSetCdnDomainConfig":       {Area: action.Domain, Class: action.Once, Method: action.GetOrPost, Rate: 3},
		"ModifyUserCustomLogConfig":     {Area: action.Logs, Class: action.Idempotent, Method: action.GetOnly, Rate: 0},
		"RefreshObjectCaches":           {Area: action.Refresh, Class: action.Once, Method: action.Form, Rate: 50},
		"PushObjectCache":               {Area: action.Refresh, Class: action.Once, Method: action.Form, Rate: 50},
		"OpenCdnService":                {Area: action.Service, Class: action.Once, Method: action.GetOrPost, Rate: 5},
		"DescribeDomainUsageData":       {Area: action.Usage, Class: action.Read, Method: action.GetOrPost, Rate: 10},
		"TagResources":                  {Area: action.Tags, Class: action.Idempotent, Method: action.GetOrPost, Rate: 100},
	}
	for name, want := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, ok := action.Lookup(name)
			assert.True(t, ok)
			assert.Equal(t, want, got)
		})
	}
}

func TestLookupUnknown(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"", "DescribeTomorrow", "describeDomainBpsData"} {
		got, ok := action.Lookup(name)
		assert.False(t, ok, name)
		assert.Equal(t, action.Action{}, got, name)
	}
	assert.Equal(t, action.Once, action.Action{}.Class, "what is not known is not repeated")
	assert.Equal(t, action.GetOrPost, action.Action{}.Method)
}

// The table agrees with the recorded facts of the reference.
func TestTableAgreesWithTheReference(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../testdata/spec.json")
	require.NoError(t, err)
	var spec struct {
		Actions []struct {
			Action string `json:"action"`
			Area   string `json:"area"`
			Class  string `json:"class"`
			Post   bool   `json:"post"`
			Rate   uint8  `json:"rate"`
		} `json:"actions"`
	}
	require.NoError(t, json.Unmarshal(text, &spec))
	require.Len(t, spec.Actions, len(action.All()))
	for _, want := range spec.Actions {
		got, ok := action.Lookup(want.Action)
		assert.True(t, ok, want.Action)
		assert.Equal(t, want.Area, got.Area.String(), want.Action)
		assert.Equal(t, want.Class, got.Class.String(), want.Action)
		assert.Equal(t, want.Post, got.Method != action.GetOnly, want.Action)
		assert.Equal(t, want.Rate, got.Rate, want.Action)
	}
}

func TestAllIsACopy(t *testing.T) {
	t.Parallel()
	all := action.All()
	delete(all, "AddCdnDomain")
	all["DescribeDomainBpsData"] = action.Action{}
	_, ok := action.Lookup("AddCdnDomain")
	assert.True(t, ok)
	assert.Contains(t, action.All(), "AddCdnDomain")
	assert.Equal(t, action.Read, action.All()["DescribeDomainBpsData"].Class)
}

func TestClassString(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "once", action.Once.String())
	assert.Equal(t, "idempotent", action.Idempotent.String())
	assert.Equal(t, "read", action.Read.String())
}
