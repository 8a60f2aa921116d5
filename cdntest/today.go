package cdntest

import (
	"strconv"
	"strings"
)

// renaming is a part of an answer that today's service has under another name
// or at another place than the reference: paths, in which [] marks a list. What
// is in a list comes after the list itself. Of the counts of pages, which are
// texts in the reference, numbers are made.
type renaming struct{ reference, today string }

// renamings are those of each action that has some.
var renamings = map[string][]renaming{
	"DescribeDomainRealTimeByteHitRateData": {{"Data.ByteHitRateModel[]", "Data.ByteHitRateDataModel[]"}},
	"DescribeDomainRealTimeReqHitRateData":  {{"Data.ReqHitRateModel[]", "Data.ReqHitRateDataModel[]"}},
	"DescribeDomainSrcTrafficData":          {{"SrcFlowDataPerInterval", "SrcTrafficDataPerInterval"}},
	"DescribeUserUsageDataExportTask":       exportRenamings,
	"DescribeUserUsageDetailDataExportTask": exportRenamings,
}

var exportRenamings = []renaming{
	{"UsageDataPerPage.UsageData[]", "UsageDataPerPage.Data.DataItem[]"},
	{"UsageDataPerPage.UsageData[].StartTime", "UsageDataPerPage.Data.DataItem[].TaskConfig.StartTime"},
	{"UsageDataPerPage.UsageData[].EndTime", "UsageDataPerPage.Data.DataItem[].TaskConfig.EndTime"},
	{"UsageDataPerPage.UsageData[].ModifyTime", "UsageDataPerPage.Data.DataItem[].UpdateTime"},
	{"PageNumber", "UsageDataPerPage.PageNumber"},
	{"PageSize", "UsageDataPerPage.PageSize"},
	{"TotalCount", "UsageDataPerPage.TotalCount"},
}

var counts = map[string]bool{"PageNumber": true, "PageSize": true, "TotalCount": true}

// rename gives an answer the names of today's service.
func rename(action string, answer object) {
	for _, r := range renamings[action] {
		r.apply(answer)
	}
}

func (r renaming) apply(answer object) {
	_, reference, inList := strings.Cut(r.reference, "[].")
	if !inList {
		from, name := inner(answer, strings.TrimSuffix(r.reference, "[]"))
		value := from[name]
		delete(from, name)
		to, name := inner(answer, strings.TrimSuffix(r.today, "[]"))
		if text, ok := value.(string); ok && counts[r.reference] {
			value, _ = strconv.Atoi(text)
		}
		to[name] = value
		return
	}
	list, today, _ := strings.Cut(r.today, "[].") // where the list is by now
	holder, name := inner(answer, list)
	elements, _ := holder[name].([]object)
	for _, element := range elements {
		renaming{reference, today}.apply(element)
	}
}

// inner returns the object in which the last name of a path stands, made if need
// be, and that name.
func inner(o object, path string) (object, string) {
	for {
		name, rest, more := strings.Cut(path, ".")
		if !more {
			return o, name
		}
		next, ok := o[name].(object)
		if !ok {
			next = object{}
			o[name] = next
		}
		o, path = next, rest
	}
}
