package alicdn

import (
	"io"
	"net/http"
	"net/url"
	"testing"

	"github.com/jarcoal/httpmock"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

const exampleTrigger = "acs:fc:cn-beijing:1234567890:services/logs/functions/sort/triggers/sort-logs"

// triggersRequests are requests of the trigger actions with every field set.
var triggersRequests = map[string]any{
	"AddFCTrigger": &types.AddFCTriggerRequest{
		TriggerARN:       exampleTrigger,
		EventMetaName:    types.EventMetaNameLogFileCreated,
		EventMetaVersion: "1.0.0",
		SourceARN:        "acs:cdn:*:1234567890:domain/{example.com,example.org}",
		RoleARN:          "acs:ram::1234567890:role/aliyuncdneventnotificationrole",
		Notes:            "sort the logs",
		FunctionARN:      "acs:fc:cn-beijing:1234567890:services/logs/functions/sort",
	},
	"UpdateFCTrigger": &types.UpdateFCTriggerRequest{
		TriggerARN:  exampleTrigger,
		SourceARN:   "acs:cdn:*:1234567890:domain/example.com",
		RoleARN:     "acs:ram::1234567890:role/aliyuncdneventnotificationrole",
		Notes:       "sort the logs of one domain",
		FunctionARN: "acs:fc:cn-beijing:1234567890:services/logs/functions/sort",
	},
	"DeleteFCTrigger":   &types.DeleteFCTriggerRequest{TriggerARN: exampleTrigger},
	"DescribeFCTrigger": &types.DescribeFCTriggerRequest{TriggerARN: exampleTrigger},
	"ListFCTrigger":     &types.ListFCTriggerRequest{EventMetaName: types.EventMetaNameLogFileCreated, EventMetaVersion: "1.0.0"},
}

// What the documents want in the form body travels there, and TriggerARN alone in
// the URL.
func TestTriggersTravelInTheForm(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"AddFCTrigger", "UpdateFCTrigger"} {
		sent := 0
		c := mockClient(t, func(r *http.Request) (*http.Response, error) {
			sent++
			body, err := io.ReadAll(r.Body)
			require.NoError(t, err)
			assert.Equal(t, http.MethodPost, r.Method)
			assert.Equal(t, "application/x-www-form-urlencoded", r.Header.Get("Content-Type"))
			assert.Equal(t, url.Values{"TriggerARN": {exampleTrigger}}, r.URL.Query())
			assert.Equal(t, int64(len(body)), r.ContentLength)
			form, err := url.ParseQuery(string(body))
			require.NoError(t, err)
			assert.NotContains(t, form, "TriggerARN")
			for _, param := range []string{"SourceARN", "RoleARN", "Notes", "FunctionARN", "Action", "Signature"} {
				assert.Len(t, form[param], 1, param)
			}
			return httpmock.NewStringResponse(http.StatusOK, `{"RequestId":"x"}`), nil
		})
		require.NoError(t, callMethod(t, c, name, triggersRequests[name]).err)
		assert.Equal(t, 1, sent)
	}
}

func TestAddFCTrigger(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "AddFCTrigger")
	resp, err := c.AddFCTrigger(t.Context(), &types.AddFCTriggerRequest{
		TriggerARN: exampleTrigger, EventMetaName: types.EventMetaNameCdnDomainAdded, EventMetaVersion: "1.0.0",
		SourceARN: "acs:cdn:*:1234567890:domain/example.com", RoleARN: "acs:ram::1234567890:role/r", Notes: "x",
	})
	require.NoError(t, err)
	assert.Equal(t, "EC046C5D-8CB4-4B6B-B7F8-B335E51EF90", resp.RequestId)
}

func TestUpdateFCTrigger(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "UpdateFCTrigger")
	resp, err := c.UpdateFCTrigger(t.Context(), &types.UpdateFCTriggerRequest{TriggerARN: exampleTrigger, Notes: "x"})
	require.NoError(t, err)
	assert.NotEmpty(t, resp.RequestId)
}

func TestDeleteFCTrigger(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DeleteFCTrigger")
	resp, err := c.DeleteFCTrigger(t.Context(), &types.DeleteFCTriggerRequest{TriggerARN: exampleTrigger})
	require.NoError(t, err)
	assert.NotEmpty(t, resp.RequestId)
}

// fixtureTrigger is the trigger of the documents, blanks included.
func fixtureTrigger(notes string) types.FCTrigger {
	return types.FCTrigger{
		TriggerARN:       "acs:fc:cn-beijing: 1234567890:services/FCTestService/functions/printEvent/triggers/testtrigger",
		EventMetaName:    types.EventMetaNameLogFileCreated,
		EventMetaVersion: "1.0.0",
		SourceArn:        "acs:cdn:*:1234567890:domain/example.com",
		RoleARN:          "acs:ram:: 1234567890:role/aliyuncdneventnotificationrole",
		Notes:            notes,
	}
}

func TestDescribeFCTrigger(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "DescribeFCTrigger")
	resp, err := c.DescribeFCTrigger(t.Context(), &types.DescribeFCTriggerRequest{TriggerARN: exampleTrigger})
	require.NoError(t, err)
	assert.Equal(t, fixtureTrigger("test"), resp.FCTrigger)
}

func TestListFCTrigger(t *testing.T) {
	t.Parallel()
	c := fixtureClient(t, "ListFCTrigger")
	resp, err := c.ListFCTrigger(t.Context(), &types.ListFCTriggerRequest{
		EventMetaName: types.EventMetaNameLogFileCreated, EventMetaVersion: "1.0.0",
	})
	require.NoError(t, err)
	assert.Equal(t, types.List[types.FCTrigger]{fixtureTrigger("Test")}, resp.FCTriggers)
}
