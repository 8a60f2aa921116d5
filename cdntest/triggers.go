package cdntest

import (
	"maps"
	"regexp"
	"slices"

	"github.com/alicdn/alicdn-go/types"
)

var triggerHandlers = map[string]handler{
	"AddFCTrigger":      addFCTrigger,
	"UpdateFCTrigger":   updateFCTrigger,
	"DeleteFCTrigger":   deleteFCTrigger,
	"DescribeFCTrigger": describeFCTrigger,
	"ListFCTrigger":     listFCTrigger,
}

// trigger runs a function of Function Compute when an event happens; nothing
// does here.
type trigger struct {
	arn, event, version, source, role, notes, function string
}

// eventMetas are the events, all of which have one version.
var eventMetas = []types.EventMetaName{
	types.EventMetaNameLogFileCreated, types.EventMetaNameCachedObjectsRefreshed, types.EventMetaNameCachedObjectsPushed,
	types.EventMetaNameCachedObjectsBlocked, types.EventMetaNameCdnDomainAdded, types.EventMetaNameCdnDomainStarted,
	types.EventMetaNameCdnDomainStopped, types.EventMetaNameCdnDomainDeleted,
}

const eventVersion = "1.0.0"

// arnForms are the forms of the parameters that name resources, in the order in
// which they are looked at.
var arnForms = []struct {
	param string
	code  types.ErrorCode
	form  *regexp.Regexp
}{
	{"TriggerARN", types.InvalidParameterTriggerARN, regexp.MustCompile(`^acs:fc:[\w-]+:\d+:(services/[^/]+/)?functions/[^/]+/triggers/[^/]+$`)},
	{"SourceARN", types.InvalidParameterSourceARN, regexp.MustCompile(`^acs:cdn:[\w*-]*:\d+:\w+/[^/{}]*({[^/{}]+})?(/\w+/[^/{}]*({[^/{}]+})?)*$`)},
	{"RoleARN", types.InvalidParameterRoleARN, regexp.MustCompile(`^acs:ram::\d+:role/[\w.@-]+$`)},
	{"FunctionARN", types.InvalidParameterFunctionARN, regexp.MustCompile(`^acs:fc:[\w-]+:\d+:(services/[^/]+/)?functions/[^/]+$`)},
}

// checkARNs refuses parameters that do not have the form of what they name.
func checkARNs(c *call) *fault {
	for _, arn := range arnForms {
		if value := c.get(arn.param); value != "" && !arn.form.MatchString(value) {
			return c.fault(arn.code)
		}
	}
	return nil
}

// checkEvent refuses events that there are not.
func checkEvent(c *call) *fault {
	if !slices.Contains(eventMetas, types.EventMetaName(c.get("EventMetaName"))) || c.get("EventMetaVersion") != eventVersion {
		return c.fault(types.NotFoundEventMeta)
	}
	return nil
}

func addFCTrigger(s *state, c *call) (object, *fault) {
	if no := checkARNs(c); no != nil {
		return nil, no
	}
	if no := checkEvent(c); no != nil {
		return nil, no
	}
	arn := c.get("TriggerARN")
	if s.triggers[arn] != nil {
		return nil, c.fault(types.DuplicatedFCTrigger)
	}
	s.triggers[arn] = &trigger{
		arn:      arn,
		event:    c.get("EventMetaName"),
		version:  c.get("EventMetaVersion"),
		source:   c.get("SourceARN"),
		role:     c.get("RoleARN"),
		notes:    c.get("Notes"),
		function: c.get("FunctionARN"),
	}
	return nil, nil
}

func updateFCTrigger(s *state, c *call) (object, *fault) {
	if no := checkARNs(c); no != nil {
		return nil, no
	}
	t, no := s.trigger(c)
	if no != nil {
		return nil, no
	}
	t.source = orElse(c.get("SourceARN"), t.source)
	t.role = orElse(c.get("RoleARN"), t.role)
	t.notes = orElse(c.get("Notes"), t.notes)
	t.function = orElse(c.get("FunctionARN"), t.function)
	return nil, nil
}

func deleteFCTrigger(s *state, c *call) (object, *fault) {
	if no := checkARNs(c); no != nil {
		return nil, no
	}
	t, no := s.trigger(c)
	if no != nil {
		return nil, no
	}
	delete(s.triggers, t.arn)
	return nil, nil
}

func describeFCTrigger(s *state, c *call) (object, *fault) {
	t, no := s.trigger(c)
	if no != nil {
		return nil, no
	}
	return object{"FCTrigger": t.model()}, nil
}

func listFCTrigger(s *state, c *call) (object, *fault) {
	if no := checkEvent(c); no != nil {
		return nil, no
	}
	listed := []object{}
	for _, arn := range slices.Sorted(maps.Keys(s.triggers)) {
		if t := s.triggers[arn]; t.event == c.get("EventMetaName") && t.version == c.get("EventMetaVersion") {
			listed = append(listed, t.model())
		}
	}
	return object{"FCTriggers": listed}, nil
}

// trigger returns the trigger that a call names.
func (s *state) trigger(c *call) (*trigger, *fault) {
	if t := s.triggers[c.get("TriggerARN")]; t != nil {
		return t, nil
	}
	return nil, c.fault(types.NotFoundFCTrigger)
}

// model is the trigger as the service answers it, without its function.
func (t *trigger) model() object {
	return object{
		"TriggerARN":       t.arn,
		"EventMetaName":    t.event,
		"EventMetaVersion": t.version,
		"SourceArn":        t.source,
		"RoleARN":          t.role,
		"Notes":            t.notes,
	}
}
