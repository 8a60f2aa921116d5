package cdntest_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/cdntest"
)

func triggerARN(name string) string {
	return "acs:fc:cn-beijing:1234567890:services/logs/functions/sort/triggers/" + name
}

// addTrigger are the parameters of AddFCTrigger.
func addTrigger(name, event string) []string {
	return []string{
		"TriggerARN", triggerARN(name), "EventMetaName", event, "EventMetaVersion", "1.0.0",
		"SourceARN", "acs:cdn:*:1234567890:domain/{example.com,example.org}", "RoleARN", "acs:ram::1234567890:role/r", "Notes", "sort",
	}
}

func TestTriggers(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	c.ok("AddFCTrigger", addTrigger("b", "LogFileCreated")...)
	c.ok("AddFCTrigger", addTrigger("a", "LogFileCreated")...)
	c.ok("AddFCTrigger", addTrigger("c", "CdnDomainAdded")...)
	c.refused(http.StatusBadRequest, "Duplicated.FCTrigger", "AddFCTrigger", addTrigger("a", "LogFileCreated")...)

	got := c.ok("DescribeFCTrigger", "TriggerARN", triggerARN("a"))
	assertShape(t, "DescribeFCTrigger", got)
	assert.Equal(t, "sort", got.at("FCTrigger.Notes"))

	list := func(event string) answer {
		got := c.ok("ListFCTrigger", "EventMetaName", event, "EventMetaVersion", "1.0.0")
		assertShape(t, "ListFCTrigger", got)
		return got
	}
	got = list("LogFileCreated")
	assert.Equal(t, triggerARN("a"), got.at("FCTriggers.0.TriggerARN"))
	assert.Equal(t, triggerARN("b"), got.at("FCTriggers.1.TriggerARN"))
	assert.Nil(t, got.at("FCTriggers.2"))
	assert.Equal(t, triggerARN("c"), list("CdnDomainAdded").at("FCTriggers.0.TriggerARN"))
	assert.Nil(t, list("CdnDomainDeleted").at("FCTriggers.0"))

	c.ok("UpdateFCTrigger", "TriggerARN", triggerARN("a"), "SourceARN", "acs:cdn:*:1234567890:domain/example.net")
	got = c.ok("DescribeFCTrigger", "TriggerARN", triggerARN("a"))
	assert.Equal(t, "acs:cdn:*:1234567890:domain/example.net", got.at("FCTrigger.SourceArn"))
	assert.Equal(t, "sort", got.at("FCTrigger.Notes"), "what is left out stays")

	c.ok("DeleteFCTrigger", "TriggerARN", triggerARN("a"))
	for _, action := range []string{"DescribeFCTrigger", "UpdateFCTrigger", "DeleteFCTrigger"} {
		c.refused(http.StatusNotFound, "NotFound.FCTrigger", action, "TriggerARN", triggerARN("a"))
	}
	c.ok("AddFCTrigger", addTrigger("a", "LogFileCreated")...)
}

func TestTriggersThatAreRefused(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	tests := []struct{ param, value, code string }{
		{"TriggerARN", "acs:cdn:*:1234567890:domain/example.com", "InvalidParameter.TriggerARN"},
		{"SourceARN", "acs:cdn:*:1234567890:domain", "InvalidParameter.SourceARN"},
		{"SourceARN", triggerARN("x"), "InvalidParameter.SourceARN"},
		{"RoleARN", "r", "InvalidParameter.RoleARN"},
		{"FunctionARN", triggerARN("x"), "InvalidParameter.FunctionARN"},
		{"EventMetaName", "LogFileDeleted", "NotFound.EventMeta"},
		{"EventMetaVersion", "2.0.0", "NotFound.EventMeta"},
		{"Notes", "", "MissingNotes"},
	}
	for _, tt := range tests {
		c.refused(http.StatusBadRequest, tt.code, "AddFCTrigger", append(addTrigger("x", "LogFileCreated"), tt.param, tt.value)...)
	}
	c.refused(http.StatusBadRequest, "NotFound.EventMeta", "ListFCTrigger", "EventMetaName", "LogFileDeleted", "EventMetaVersion", "1.0.0")
	c.refused(http.StatusBadRequest, "InvalidParameter.TriggerARN", "DeleteFCTrigger", "TriggerARN", "x")
	assert.Zero(t, c.server.Applied("AddFCTrigger"))
	for _, arn := range []string{
		"acs:fc:cn-beijing:1234567890:functions/sort/triggers/x", triggerARN("x"),
	} {
		c.ok("AddFCTrigger", append(addTrigger("x", "LogFileCreated"), "TriggerARN", arn)...)
	}
	closed := newCaller(t, cdntest.WithServiceClosed())
	closed.refused(http.StatusForbidden, "OperationDenied", "AddFCTrigger", addTrigger("x", "LogFileCreated")...)
}
