package cdntest

var logsHandlers = map[string]handler{
	"DescribeCdnDomainLogs": describeCdnDomainLogs,

	"CreateRealtimeLogDelivery":         createRealtimeLogDelivery,
	"CreateRealTimeLogDelivery":         createRealtimeLogDelivery, // with a capital T, today
	"ModifyRealtimeLogDelivery":         modifyRealtimeLogDelivery,
	"DeleteRealtimeLogDelivery":         deleteRealtimeLogDelivery,
	"DeleteRealTimeLogLogstore":         deleteRealTimeLogLogstore,
	"EnableRealtimeLogDelivery":         enableRealtimeLogDelivery,
	"DisableRealtimeLogDelivery":        disableRealtimeLogDelivery,
	"DescribeDomainRealtimeLogDelivery": describeDomainRealtimeLogDelivery,
	"ListRealtimeLogDelivery":           listRealtimeLogDelivery,
	"ListRealtimeLogDeliveryDomains":    listRealtimeLogDeliveryDomains,
	"ListRealtimeLogDeliveryInfos":      listRealtimeLogDeliveryInfos,
	"DescribeRealtimeDeliveryAcc":       describeRealtimeDeliveryAcc,

	"DescribeCustomLogConfig":       describeCustomLogConfig,
	"DescribeDomainCustomLogConfig": describeDomainCustomLogConfig,
	"ListDomainsByLogConfigId":      listDomainsByLogConfigId,
	"ListUserCustomLogConfig":       listUserCustomLogConfig,
	"ModifyDomainCustomLogConfig":   modifyDomainCustomLogConfig,
	"ModifyUserCustomLogConfig":     modifyUserCustomLogConfig,
}

// logsState is what is done with the logs of which domain. The log files
// themselves are made when they are asked for.
type logsState struct {
	deliveries map[string]*delivery  // by domain
	formats    []*logFormat          // of the account
	assigned   map[string]*logFormat // by domain
}

// newLogsState makes the state of an account with two log formats of its own,
// which nobody uses yet.
func newLogsState() logsState {
	return logsState{
		deliveries: make(map[string]*delivery),
		formats:    ownFormats(),
		assigned:   make(map[string]*logFormat),
	}
}

// logSpan is how much time DescribeCdnDomainLogs covers at most.
const logSpan = 366 * day

// describeCdnDomainLogs lists the files of each whole hour that is over. Their
// LogPath leads to this server, without a scheme.
func describeCdnDomainLogs(s *state, c *call) (object, *fault) {
	rule := pairRule(day, logSpan)
	rule.single = true
	w, no := c.window(rule)
	if no != nil {
		return nil, no
	}
	number, size, no := c.paging(300, 1000)
	if no != nil {
		return nil, no
	}
	domains := c.list("DomainName")
	details := make([]object, len(domains))
	for i, name := range domains {
		d, no := s.domain(c, name)
		if no != nil {
			return nil, no
		}
		details[i] = s.logDetail(c, d.name, w, number, size)
	}
	return object{"DomainLogDetails": object{"DomainLogDetail": details}}, nil
}

// logDetail lists the files of a domain.
func (s *state) logDetail(c *call, domain string, w window, number, size int) object {
	var hours []int64
	for _, span := range slots(w.start, w.end, hour, c.now) {
		if span.to-span.from == 60 {
			hours = append(hours, span.from)
		}
	}
	p, packer := s.pool(domain), newPacker()
	infos := []object{}
	for _, from := range pageOf(hours, number, size) {
		f := logFile{domain: domain, from: from}
		infos = append(infos, object{
			"LogName":   f.name(),
			"LogPath":   s.signed(f.path(), c.now),
			"LogSize":   f.size(p, packer),
			"StartTime": stamp(from),
			"EndTime":   stamp(from + 60),
		})
	}
	return object{
		"DomainName": domain,
		"LogCount":   len(infos),
		"LogInfos":   object{"LogInfoDetail": infos},
		"PageInfos":  object{"PageIndex": number, "PageSize": size, "Total": len(hours)},
	}
}
