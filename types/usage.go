package types

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// ExportType is the kind of usage that an export covers.
type ExportType string

// The kinds of usage of an export.
const (
	// ExportTypeFlow is traffic and bandwidth.
	ExportTypeFlow ExportType = "flow"
	// ExportTypeVas is the number of requests, which is billed as a
	// value-added service.
	ExportTypeVas ExportType = "vas"
)

// ExportLanguage is the language of an exported file.
type ExportLanguage string

// The languages of an exported file.
const (
	// ExportLanguageZhCn is Chinese, the default.
	ExportLanguageZhCn ExportLanguage = "zh-cn"
	// ExportLanguageEnUs is English.
	ExportLanguageEnUs ExportLanguage = "en-us"
)

// UsageArea is a billing area, of DescribeDomainUsageData and of bills.
type UsageArea string

// The billing areas.
const (
	// UsageAreaCN is mainland China, the default.
	UsageAreaCN UsageArea = "CN"
	// UsageAreaOverSeas is the world without mainland China.
	UsageAreaOverSeas UsageArea = "OverSeas"
	// UsageAreaAP1 is the first of the areas of Asia and the Pacific.
	UsageAreaAP1 UsageArea = "AP1"
	// UsageAreaAP2 is the second of the areas of Asia and the Pacific.
	UsageAreaAP2 UsageArea = "AP2"
	// UsageAreaAP3 is the third of the areas of Asia and the Pacific.
	UsageAreaAP3 UsageArea = "AP3"
	// UsageAreaNA is North America.
	UsageAreaNA UsageArea = "NA"
	// UsageAreaSA is South America.
	UsageAreaSA UsageArea = "SA"
	// UsageAreaEU is Europe.
	UsageAreaEU UsageArea = "EU"
	// UsageAreaMEAA is the Middle East and Africa.
	UsageAreaMEAA UsageArea = "MEAA"
	// UsageAreaAll is every area. Requests (the Field acc) need it.
	UsageAreaAll UsageArea = "all"
)

// UsageField is what DescribeDomainUsageData measures.
type UsageField string

// What can be measured.
const (
	// UsageFieldBps is the bandwidth in bit/s.
	UsageFieldBps UsageField = "bps"
	// UsageFieldTraf is the traffic in byte.
	UsageFieldTraf UsageField = "traf"
	// UsageFieldAcc is the number of requests.
	UsageFieldAcc UsageField = "acc"
)

// UsageType is the kind of content whose usage DescribeDomainUsageData
// returns.
type UsageType string

// The kinds of content.
const (
	// UsageTypeStatic is static content.
	UsageTypeStatic UsageType = "static"
	// UsageTypeDynamic is dynamic content.
	UsageTypeDynamic UsageType = "dynamic"
	// UsageTypeAll is both, the default.
	UsageTypeAll UsageType = "all"
)

// DataProtocol is the protocol of the requests that count in
// DescribeDomainUsageData and DescribeDomainDetailDataByLayer.
type DataProtocol string

// The protocols.
const (
	// DataProtocolHttp is HTTP.
	DataProtocolHttp DataProtocol = "http"
	// DataProtocolHttps is HTTPS.
	DataProtocolHttps DataProtocol = "https"
	// DataProtocolQuic is QUIC, unknown to the reference.
	DataProtocolQuic DataProtocol = "quic"
	// DataProtocolAll is every protocol, the default.
	DataProtocolAll DataProtocol = "all"
)

// DescribeUserUsageDataExportTaskRequest holds the parameters of
// DescribeUserUsageDataExportTask.
type DescribeUserUsageDataExportTaskRequest struct {
	// PageSize is the number of tasks a page: 1 to 50 today, the reference
	// gives no range. The default is 20.
	PageSize int `url:"PageSize,omitempty" check:"min=1,max=50"`

	// PageNumber is the page to return: 1 to 100000 today, the reference gives
	// no range. Left out, it is the first.
	PageNumber int `url:"PageNumber,omitempty" check:"min=1,max=100000"`
}

// DescribeUserUsageDataExportTaskResponse is the answer of
// DescribeUserUsageDataExportTask. The service of today nests its parts
// otherwise than the reference; they are the same fields here.
type DescribeUserUsageDataExportTaskResponse struct {
	Meta

	// PageNumber is the page, from 1.
	PageNumber Int `json:"PageNumber"`

	// PageSize is the number of tasks a page.
	PageSize Int `json:"PageSize"`

	// TotalCount is the number of tasks on all pages.
	TotalCount Int `json:"TotalCount"`

	// UsageDataPerPage are the tasks of the page.
	UsageDataPerPage List[UsageData] `json:"UsageDataPerPage"`
}

// UnmarshalJSONFrom reads the form of the reference and that of today.
func (r *DescribeUserUsageDataExportTaskResponse) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	tasks, err := readExportTasks(dec)
	*r = DescribeUserUsageDataExportTaskResponse(tasks)
	return err
}

// UsageData is a task that exports usage data to a file.
type UsageData struct {
	// StartTime is the start of the exported range.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the exported range.
	EndTime Time `json:"EndTime"`

	// CreateTime is when the task was created.
	CreateTime Time `json:"CreateTime"`

	// ModifyTime is when the task last changed: another name of UpdateTime,
	// from the sample of the reference. Either is set if the service sends one
	// of them.
	ModifyTime Time `json:"ModifyTime"`

	// UpdateTime is when the task last changed.
	UpdateTime Time `json:"UpdateTime"`

	// TaskName is the name that the task was given, often empty.
	TaskName string `json:"TaskName"`

	// TaskId is the ID of the task. The reference does not have it in
	// DescribeUserUsageDataExportTask.
	TaskId ID `json:"TaskId"`

	// Status is how far the task is: created, success or failed today, Success
	// in the reference. Compare it without regard to case.
	Status string `json:"Status"`

	// DownloadUrl is where the file can be fetched once the task succeeded. It
	// is a signed URL that opens the file to whoever holds it: treat it as a
	// secret while it is valid.
	DownloadUrl string `json:"DownloadUrl"`
}

// UnmarshalJSONFrom reads the form of the reference, and that of today, which
// has the range in a TaskConfig.
func (d *UsageData) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	type fields UsageData // without this method
	var task struct {
		fields

		TaskConfig struct {
			StartTime Time `json:"StartTime"`
			EndTime   Time `json:"EndTime"`
		} `json:"TaskConfig"`
	}
	if err := json.UnmarshalDecode(dec, &task); err != nil {
		return err
	}
	*d = UsageData(task.fields)
	d.StartTime = cmp.Or(d.StartTime, task.TaskConfig.StartTime)
	d.EndTime = cmp.Or(d.EndTime, task.TaskConfig.EndTime)
	d.UpdateTime = cmp.Or(d.UpdateTime, d.ModifyTime)
	d.ModifyTime = cmp.Or(d.ModifyTime, d.UpdateTime)
	return nil
}

// exportTasks is what the answers about export tasks have in common.
type exportTasks struct {
	Meta

	PageNumber       Int
	PageSize         Int
	TotalCount       Int
	UsageDataPerPage List[UsageData]
}

// readExportTasks reads an answer about export tasks. The reference has the
// page beside UsageDataPerPage, the service of today has it inside.
func readExportTasks(dec *jsontext.Decoder) (exportTasks, error) {
	var answer struct {
		Meta

		PageNumber       Int             `json:"PageNumber"`
		PageSize         Int             `json:"PageSize"`
		TotalCount       Int             `json:"TotalCount"`
		UsageDataPerPage exportTasksPage `json:"UsageDataPerPage"`
	}
	if err := json.UnmarshalDecode(dec, &answer); err != nil {
		return exportTasks{}, err
	}
	page := answer.UsageDataPerPage
	return exportTasks{
		Meta:             answer.Meta,
		PageNumber:       cmp.Or(answer.PageNumber, page.PageNumber),
		PageSize:         cmp.Or(answer.PageSize, page.PageSize),
		TotalCount:       cmp.Or(answer.TotalCount, page.TotalCount),
		UsageDataPerPage: page.tasks,
	}, nil
}

// exportTasksPage is the UsageDataPerPage of the wire.
type exportTasksPage struct {
	PageNumber Int
	PageSize   Int
	TotalCount Int
	tasks      List[UsageData]
}

// UnmarshalJSONFrom reads the form of the reference, {"UsageData": [...]} or
// whatever else a [List] reads, and that of today, which has a page and
// {"Data": {"DataItem": [...]}}.
func (p *exportTasksPage) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	*p = exportTasksPage{}
	if dec.PeekKind() != '{' {
		return json.UnmarshalDecode(dec, &p.tasks)
	}
	w := newWrapper(elements{reflect.ValueOf(&p.tasks).Elem()})
	if _, err := readMembers(dec, func(name string) error { return p.readMember(dec, name, w) }); err != nil {
		return err
	}
	return w.end()
}

func (p *exportTasksPage) readMember(dec *jsontext.Decoder, name string, w *wrapper) error {
	switch strings.ToLower(name) {
	case "pagenumber":
		return json.UnmarshalDecode(dec, &p.PageNumber)
	case "pagesize":
		return json.UnmarshalDecode(dec, &p.PageSize)
	case "totalcount":
		return json.UnmarshalDecode(dec, &p.TotalCount)
	case "data":
		w.hasList = true
		return json.UnmarshalDecode(dec, &p.tasks)
	default:
		return w.readMember(dec, name)
	}
}

// CreateUserUsageDataExportTaskRequest holds the parameters of
// CreateUserUsageDataExportTask.
type CreateUserUsageDataExportTaskRequest struct {
	// StartTime is the start of the data, in UTC, at most about one year ago.
	// The finest step is 5 minutes. Required.
	StartTime Time `url:"StartTime"`

	// EndTime is the end of the data, in UTC: later than StartTime, by at most
	// one month. Required.
	EndTime Time `url:"EndTime" check:"after=StartTime,span=31d"`

	// TaskName names the task. Left out, the task has no name.
	TaskName string `url:"TaskName,omitempty"`

	// Type is the kind of usage. The reference requires it, today it is
	// unknown.
	Type ExportType `url:"Type,omitempty"`

	// Language is the language of the file. The default is zh-cn. Only today.
	Language ExportLanguage `url:"Language,omitempty"`
}

// CreateUserUsageDataExportTaskResponse is the answer of
// CreateUserUsageDataExportTask.
type CreateUserUsageDataExportTaskResponse struct {
	Meta

	// TaskId is the ID of the new task.
	TaskId ID `json:"TaskId"`

	// StartTime is the start of the exported range. Only today.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the exported range. Only today.
	EndTime Time `json:"EndTime"`
}

// CreateUsageDetailDataExportTaskRequest holds the parameters of
// CreateUsageDetailDataExportTask.
type CreateUsageDetailDataExportTaskRequest struct {
	// StartTime is the start of the data, in UTC: at most about one year ago
	// and not before 2018-07-20. Required.
	StartTime Time `url:"StartTime"`

	// EndTime is the end of the data, in UTC: later than StartTime, by at most
	// one month. Required.
	EndTime Time `url:"EndTime" check:"after=StartTime,span=31d"`

	// Group is the domain group to export, in a form that is not documented.
	// If it is given, DomainNames is ignored.
	Group string `url:"Group,omitempty"`

	// DomainNames are the domains to export. Without them and without Group it
	// is all of the account.
	DomainNames []string `url:"DomainNames,omitempty,comma"`

	// Type is the kind of usage. Required.
	Type ExportType `url:"Type"`

	// TaskName names the task. Left out, the task has no name.
	TaskName string `url:"TaskName,omitempty"`

	// Language is the language of the file. The default is zh-cn. Only today.
	Language ExportLanguage `url:"Language,omitempty"`
}

// CreateUsageDetailDataExportTaskResponse is the answer of
// CreateUsageDetailDataExportTask.
type CreateUsageDetailDataExportTaskResponse struct {
	Meta

	// TaskId is the ID of the new task.
	TaskId ID `json:"TaskId"`

	// StartTime is the start of the exported range. Only today.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the exported range. Only today.
	EndTime Time `json:"EndTime"`
}

// DescribeUserUsageDetailDataExportTaskRequest holds the parameters of
// DescribeUserUsageDetailDataExportTask.
type DescribeUserUsageDetailDataExportTaskRequest struct {
	// PageSize is the number of tasks a page: 1 to 50 today, the reference
	// gives no range. The default is 20.
	PageSize int `url:"PageSize,omitempty" check:"min=1,max=50"`

	// PageNumber is the page to return: 1 to 100000 today, the reference gives
	// no range. Left out, it is the first.
	PageNumber int `url:"PageNumber,omitempty" check:"min=1,max=100000"`
}

// DescribeUserUsageDetailDataExportTaskResponse is the answer of
// DescribeUserUsageDetailDataExportTask. The service of today nests its parts
// otherwise than the reference; they are the same fields here.
type DescribeUserUsageDetailDataExportTaskResponse struct {
	Meta

	// PageNumber is the page, from 1.
	PageNumber Int `json:"PageNumber"`

	// PageSize is the number of tasks a page.
	PageSize Int `json:"PageSize"`

	// TotalCount is the number of tasks on all pages.
	TotalCount Int `json:"TotalCount"`

	// UsageDataPerPage are the tasks of the page.
	UsageDataPerPage List[UsageData] `json:"UsageDataPerPage"`
}

// UnmarshalJSONFrom reads the form of the reference and that of today.
func (r *DescribeUserUsageDetailDataExportTaskResponse) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	tasks, err := readExportTasks(dec)
	*r = DescribeUserUsageDetailDataExportTaskResponse(tasks)
	return err
}

// DeleteUserUsageDataExportTaskRequest holds the parameters of
// DeleteUserUsageDataExportTask.
type DeleteUserUsageDataExportTaskRequest struct {
	// TaskId is the task to delete, from CreateUserUsageDataExportTask or
	// DescribeUserUsageDataExportTask. Required.
	TaskId ID `url:"TaskId"`
}

// DeleteUserUsageDataExportTaskResponse is the answer of
// DeleteUserUsageDataExportTask.
type DeleteUserUsageDataExportTaskResponse struct {
	Meta
}

// DeleteUsageDetailDataExportTaskRequest holds the parameters of
// DeleteUsageDetailDataExportTask.
type DeleteUsageDetailDataExportTaskRequest struct {
	// TaskId is the task to delete, from CreateUsageDetailDataExportTask or
	// DescribeUserUsageDetailDataExportTask. Required.
	TaskId ID `url:"TaskId"`
}

// DeleteUsageDetailDataExportTaskResponse is the answer of
// DeleteUsageDetailDataExportTask.
type DeleteUsageDetailDataExportTaskResponse struct {
	Meta
}

// DescribeDomainUsageDataRequest holds the parameters of
// DescribeDomainUsageData. Field, Area, Type and DataProtocol go together as
// follows:
//
//	bandwidth (bps), traffic (traf)   one area, Type and DataProtocol all or left out
//	static requests over HTTPS        acc, all, static, https
//	dynamic requests over HTTP        acc, all, dynamic, http
//	dynamic requests over HTTPS       acc, all, dynamic, https
type DescribeDomainUsageDataRequest struct {
	// DomainName are the domains, at most 100, whose usage is added up. Left
	// out, it is all of the account.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=100"`

	// StartTime is the start of the data, in UTC. The finest step is 5
	// minutes. Required.
	StartTime Time `url:"StartTime"`

	// EndTime is the end of the data, in UTC: later than StartTime, by at most
	// 31 days in the reference and 90 days today, less with a short Interval.
	// Required.
	EndTime Time `url:"EndTime" check:"after=StartTime,span=90d"`

	// DataProtocol is the protocol of the requests. The default is all.
	DataProtocol DataProtocol `url:"DataProtocol,omitempty"`

	// Type is the kind of content. The default is all.
	Type UsageType `url:"Type,omitempty"`

	// Area is the billing area. The default is CN. The Field acc does not tell
	// areas apart: give all.
	Area UsageArea `url:"Area,omitempty"`

	// Field is what to measure. Required.
	Field UsageField `url:"Field"`

	// Interval is the step in seconds: 300, 3600 or 86400. Today 300 spans at
	// most 3 days and reaches back 93 days, 3600 spans 31 days and reaches
	// back 186 days, 86400 spans 90 days and reaches back 366 days. Left out,
	// the span may be one month: the step is an hour over 1 to 3 days, and a
	// day from 4 days on.
	Interval Interval `url:"Interval,omitempty"`

	// ServiceType is not described by the vendor. Only today.
	ServiceType string `url:"ServiceType,omitempty"`
}

// Violation names what is wrong with the range: the finer the interval, the
// shorter it is.
func (r DescribeDomainUsageDataRequest) Violation(string) (param, rule string) {
	longest, text := 3*24*time.Hour, "72h"
	switch r.Interval {
	case Interval300:
	case Interval3600:
		longest, text = 31*24*time.Hour, "31d"
	default:
		return "", ""
	}
	if r.EndTime.Sub(r.StartTime.Time) > longest {
		return "EndTime", fmt.Sprintf("is more than %s later than StartTime, which is all that Interval %s allows", text, r.Interval)
	}
	return "", ""
}

// DescribeDomainUsageDataResponse is the answer of DescribeDomainUsageData.
type DescribeDomainUsageDataResponse struct {
	Meta

	// DomainName are the domains, separated by commas.
	DomainName string `json:"DomainName"`

	// DataInterval is the number of seconds between two points. In the sample
	// of the reference it is 300 while the points are an hour apart.
	DataInterval Int `json:"DataInterval"`

	// UsageDataPerInterval is the usage, step by step.
	UsageDataPerInterval List[DomainUsageDataModule] `json:"UsageDataPerInterval"`

	// StartTime is the start of the data.
	StartTime Time `json:"StartTime"`

	// EndTime is the end of the data.
	EndTime Time `json:"EndTime"`

	// Area is the billing area.
	Area UsageArea `json:"Area"`

	// Type is the kind of usage. The samples have a value of Field in it, such
	// as traf, not one of Type.
	Type string `json:"Type"`
}

// DomainUsageDataModule is the usage of one step of time.
type DomainUsageDataModule struct {
	// TimeStamp is the start of the step.
	TimeStamp Time `json:"TimeStamp"`

	// PeakTime is when the bandwidth was highest, if Field is bps. Otherwise
	// it is TimeStamp, though not so in the sample of the reference.
	PeakTime Time `json:"PeakTime"`

	// Value is the usage: bit/s, byte or requests, as Field says.
	Value Number `json:"Value"`

	// SpecialValue is the usage of a special billing item. Ignore it where
	// there is none. Only today.
	SpecialValue Number `json:"SpecialValue"`
}
