package types

import (
	"net/url"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// ReportId names an operations report. DescribeCdnReport says which of its
// parameters each of them takes.
type ReportId string

// The operations reports.
const (
	// ReportIdUrlsByAcc is the URLs with the most requests.
	ReportIdUrlsByAcc ReportId = "1"
	// ReportIdUrlsByTraf is the URLs with the most traffic.
	ReportIdUrlsByTraf ReportId = "3"
	// ReportIdReferersByAcc is the Referers with the most requests.
	ReportIdReferersByAcc ReportId = "5"
	// ReportIdReferersByTraf is the Referers with the most traffic.
	ReportIdReferersByTraf ReportId = "7"
	// ReportIdOriginUrlsByAcc is the URLs that were fetched from the origin in
	// the most requests.
	ReportIdOriginUrlsByAcc ReportId = "9"
	// ReportIdOriginUrlsByTraf is the URLs that were fetched from the origin
	// with the most traffic.
	ReportIdOriginUrlsByTraf ReportId = "11"
	// ReportIdClientsByAcc is the addresses of clients with the most requests.
	ReportIdClientsByAcc ReportId = "13"
	// ReportIdClientsByTraf is the addresses of clients with the most traffic.
	ReportIdClientsByTraf ReportId = "15"
	// ReportIdDomainsByTraf is the domains with the most traffic.
	ReportIdDomainsByTraf ReportId = "17"
	// ReportIdPvUv is the page views and the visitors.
	ReportIdPvUv ReportId = "19"
	// ReportIdRegions is the regions of the visitors.
	ReportIdRegions ReportId = "21"
	// ReportIdIsps is the ISPs of the visitors.
	ReportIdIsps ReportId = "23"
)

// ReportFormat is how a report is laid out.
type ReportFormat string

// The layouts of a report.
const (
	// ReportFormatChart is a chart, of a [ReportShape].
	ReportFormatChart ReportFormat = "chart"
	// ReportFormatTable is a table.
	ReportFormatTable ReportFormat = "table"
)

// ReportShape is the kind of a chart.
type ReportShape string

// The kinds of charts.
const (
	// ReportShapeLine is a line chart.
	ReportShapeLine ReportShape = "line"
	// ReportShapePie is a pie chart.
	ReportShapePie ReportShape = "pie"
	// ReportShapeBar is a bar chart.
	ReportShapeBar ReportShape = "bar"
)

// ReportStatus is whether reports are made.
type ReportStatus string

// Whether reports are made.
const (
	// ReportStatusEnable is on.
	ReportStatusEnable ReportStatus = "enable"
	// ReportStatusDisable is off.
	ReportStatusDisable ReportStatus = "disable"
)

// DeliverFrequency is how often reports are sent.
type DeliverFrequency string

// How often reports are sent.
const (
	// DeliverFrequencyHour is by the hour.
	DeliverFrequencyHour DeliverFrequency = "h"
	// DeliverFrequencyDay is by the day.
	DeliverFrequencyDay DeliverFrequency = "d"
	// DeliverFrequencyWeek is by the week. The documents of
	// DescribeCdnDeliverList do not name it.
	DeliverFrequencyWeek DeliverFrequency = "w"
	// DeliverFrequencyMonth is by the month, which only the documents of
	// DescribeCdnDeliverList name: it is not known to be accepted.
	DeliverFrequencyMonth DeliverFrequency = "M"
)

// ConditionOp is how a [ReportCondition] compares.
type ConditionOp string

// ConditionOpIn lets pass what is one of the values. It is the only one that is
// documented.
const ConditionOpIn ConditionOp = "in"

// Reports are the reports that a task sends, written as a JSON array.
type Reports []Report

// EncodeValues writes the reports as a JSON array, with IDs as numbers and
// without conditions where there are none.
func (r Reports) EncodeValues(key string, v *url.Values) error {
	type report struct {
		ReportId   numericID             `json:"reportId"`
		Conditions List[ReportCondition] `json:"conditions,omitempty"`
	}
	document := make([]report, len(r))
	for i, given := range r {
		document[i] = report{numericID(given.ReportId), given.Conditions}
	}
	return setJSON(key, document, v)
}

// Violation names what is wrong with the reports: the parameter, and the rule that it
// violates; "" and "" if nothing is.
func (r Reports) Violation(name string) (param, rule string) {
	for i, report := range r {
		switch {
		case report.ReportId == "":
			return at(name, i) + ".reportId", "is required"
		case !areUTF8(string(report.ReportId)):
			return at(name, i) + ".reportId", notUTF8
		}
		for j, condition := range report.Conditions {
			texts := append([]string{condition.Field, string(condition.Op)}, condition.Value...)
			if !areUTF8(texts...) {
				return at(at(name, i)+".conditions", j), notUTF8
			}
		}
	}
	return "", ""
}

// Report is a report that a task sends.
type Report struct {
	// ReportId is the report. Required in a request.
	ReportId ReportId `json:"reportId"`

	// Conditions say what the report is about. Without any it is about
	// everything. The documents of 2024 have them in answers too, those of
	// today in requests only.
	Conditions List[ReportCondition] `json:"conditions"`
}

// ReportCondition limits what a report is about.
type ReportCondition struct {
	// Field is what is compared, such as prov for the province of the visitors.
	Field string `json:"field,omitzero"`

	// Op is how it is compared: [ConditionOpIn].
	Op ConditionOp `json:"op,omitzero"`

	// Value are the values that Field is compared with.
	Value List[string] `json:"value,omitempty"`
}

// Deliver says how reports are sent, written as a JSON object. There is no
// other way than by mail.
type Deliver struct {
	// Email says to whom they are sent. Required in a request.
	Email DeliverEmail `json:"email"`
}

// EncodeValues writes how reports are sent as a JSON object.
func (d Deliver) EncodeValues(key string, v *url.Values) error { return setJSON(key, d, v) }

// Violation names what is wrong with the delivery: the parameter, and the rule that it
// violates; "" and "" if nothing is.
func (d Deliver) Violation(name string) (param, rule string) {
	email := d.Email
	switch {
	case len(email.To) == 0:
		return name + ".email.to", "is required"
	case slices.Contains(email.To, ""):
		return at(name+".email.to", slices.Index(email.To, "")), "is empty"
	case !areUTF8(email.Subject) || !areUTF8(email.To...) || !areUTF8(email.Copy...):
		return name + ".email", notUTF8
	default:
		return "", ""
	}
}

// DeliverEmail is how reports are sent by mail. It prints itself without the
// addresses.
type DeliverEmail struct {
	// Subject is the subject of the mails. One place of the vendor's documents
	// requires it in a request, another does not; answers of today's service
	// may lack it.
	Subject string `json:"subject,omitzero"`

	// To are the addresses of the receivers, at least one in a request.
	To List[string] `json:"to"`

	// Copy are the addresses that get a copy, known from answers in the
	// documents of 2024 only.
	Copy List[string] `json:"copy,omitempty"`
}

// Schedule says when reports are sent, written as a JSON object.
type Schedule struct {
	// SchedName names the schedule.
	SchedName string

	// Description describes the schedule.
	Description string

	// Crontab are the points in time, as a cron expression of six fields,
	// seconds first, such as 0 0 8 * * ? for 08:00 every day. Its time zone is
	// not documented. Required.
	Crontab string

	// Frequency is how often reports are sent: by the hour, day or week.
	// Required.
	Frequency DeliverFrequency

	// Status switches the schedule on or off. What it is when left out is not
	// documented; new tasks are seen switched on.
	Status ReportStatus

	// EffectiveFrom is when the schedule starts.
	EffectiveFrom Time

	// EffectiveEnd is when the schedule ends, later than EffectiveFrom.
	EffectiveEnd Time
}

// EncodeValues writes the schedule as a JSON object, without what is not set.
func (s Schedule) EncodeValues(key string, v *url.Values) error {
	return setJSON(key, struct {
		SchedName     string           `json:"schedName,omitzero"`
		Description   string           `json:"description,omitzero"`
		Crontab       string           `json:"crontab"`
		Frequency     DeliverFrequency `json:"frequency"`
		Status        ReportStatus     `json:"status,omitzero"`
		EffectiveFrom string           `json:"effectiveFrom,omitzero"`
		EffectiveEnd  string           `json:"effectiveEnd,omitzero"`
	}{s.SchedName, s.Description, s.Crontab, s.Frequency, s.Status, wireOrEmpty(s.EffectiveFrom), wireOrEmpty(s.EffectiveEnd)}, v)
}

// Violation names what is wrong with the schedule: the parameter, and the rule that it
// violates; "" and "" if nothing is.
func (s Schedule) Violation(name string) (param, rule string) {
	switch from, end := s.EffectiveFrom, s.EffectiveEnd; {
	case s.Crontab == "":
		return name + ".crontab", "is required"
	case s.Frequency == "":
		return name + ".frequency", "is required"
	case !areUTF8(s.SchedName, s.Description, s.Crontab, string(s.Frequency), string(s.Status)):
		return name, notUTF8
	case !from.IsZero() && !from.hasYear():
		return from.Violation(name + ".effectiveFrom")
	case !end.IsZero() && !end.hasYear():
		return end.Violation(name + ".effectiveEnd")
	case !from.IsZero() && !end.IsZero() && !end.After(from.Time):
		return name + ".effectiveEnd", "is not later than effectiveFrom"
	default:
		return "", ""
	}
}

// wireOrEmpty writes a time as a parameter, one that is not set as nothing.
func wireOrEmpty(t Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Wire()
}

// DescribeCdnReportListRequest holds the parameters of DescribeCdnReportList.
type DescribeCdnReportListRequest struct {
	// ReportId is the report that is wanted. Left out, it is all of them.
	ReportId ReportId `url:"ReportId,omitempty" check:"form=digits"`
}

// DescribeCdnReportListResponse is the answer of DescribeCdnReportList.
type DescribeCdnReportListResponse struct {
	Meta

	// Content are the reports. It is read from the JSON object of today and
	// from the text with JSON in it that the documents of 2024 describe.
	Content List[CdnReport] `json:"Content"`

	// Description is a remark of the vendor's samples; the model of today does
	// not have it.
	Description string `json:"Description"`
}

// CdnReport is an operations report without its figures.
type CdnReport struct {
	// ReportId is the report.
	ReportId ReportId `json:"reportId"`

	// Deliver holds the layout.
	Deliver ReportDeliver `json:"deliver"`
}

// ReportDeliver holds the layout of a report.
type ReportDeliver struct {
	// Report is the layout.
	Report ReportLayout `json:"report"`
}

// ReportLayout is how a report is shown.
type ReportLayout struct {
	// Title is the title, such as TopUrlByAcc.
	Title string `json:"title"`

	// Format is whether it is a chart or a table.
	Format ReportFormat `json:"format"`

	// Shape is the kind of chart. In a table it is empty or without meaning.
	Shape ReportShape `json:"shape"`

	// Header are the names of the columns, such as url, traf, traf_rate, acc
	// and acc_rate. Each row has a value for each of them.
	Header List[string] `json:"header"`

	// OutLine is not documented.
	OutLine Int `json:"outLine"`

	// OutSize is not documented.
	OutSize Int `json:"outSize"`

	// Legend is the legend of a chart. Only the documents of 2024 have it.
	Legend string `json:"legend"`

	// XAxis is the horizontal axis of a chart. Only the documents of 2024 have
	// it.
	XAxis string `json:"xAxis"`

	// YAxis is the vertical axis of a chart. Only the documents of 2024 have
	// it.
	YAxis string `json:"yAxis"`
}

// DescribeCdnReportRequest holds the parameters of DescribeCdnReport. A report
// takes the parameters that stand beside it, and none of the others:
//
//	URLs, origin URLs (1, 3, 9, 11)   DomainName, HttpCode
//	Referers (5, 7)                   DomainName
//	clients (13, 15)                  DomainName, Area
//	domains (17)                      none
//	page views, visitors (19)         DomainName
//	regions, ISPs (21, 23)            DomainName, IsOverseas
type DescribeCdnReportRequest struct {
	// ReportId is the report, one a request. Required.
	ReportId ReportId `url:"ReportId" check:"form=digits"`

	// DomainName are the domains to report on. How many is not documented.
	DomainName []string `url:"DomainName,omitempty,comma"`

	// StartTime is the start of the data, in UTC. Required.
	StartTime Time `url:"StartTime"`

	// EndTime is the end of the data, in UTC, later than StartTime. Required.
	EndTime Time `url:"EndTime" check:"after=StartTime"`

	// Area are the regions of the clients, by the English names that
	// DescribeCdnRegionAndIsp lists. Left out, it is all of them.
	Area []string `url:"Area,omitempty,comma"`

	// IsOverseas is whether the data are those from outside mainland China, or
	// those from inside. What counts when it is left out is not documented.
	IsOverseas *bool `url:"IsOverseas,omitempty,int"`

	// HttpCode is the class of status codes. Left out, it is all of them.
	HttpCode HttpCodeClass `url:"HttpCode,omitempty"`
}

// HttpCodeClass is a class of HTTP status codes.
type HttpCodeClass string

// The classes of HTTP status codes.
const (
	// HttpCodeClass2xx is success.
	HttpCodeClass2xx HttpCodeClass = "2xx"
	// HttpCodeClass3xx is redirection.
	HttpCodeClass3xx HttpCodeClass = "3xx"
	// HttpCodeClass4xx is errors of the client.
	HttpCodeClass4xx HttpCodeClass = "4xx"
	// HttpCodeClass5xx is errors of the server.
	HttpCodeClass5xx HttpCodeClass = "5xx"
)

// DescribeCdnReportResponse is the answer of DescribeCdnReport.
type DescribeCdnReportResponse struct {
	Meta

	// Content is the report. It is read from the JSON object of today and from
	// the text with JSON in it that the documents of 2024 describe.
	Content List[CdnReportData] `json:"Content"`

	// Description is a remark of the vendor's samples; the model of today does
	// not have it.
	Description string `json:"Description"`
}

// CdnReportData is an operations report with its figures.
type CdnReportData struct {
	// Deliver holds the layout.
	Deliver ReportDeliver `json:"deliver"`

	// Data are the rows, in the order of the service.
	Data List[ReportRow] `json:"data"`
}

// ReportRow is a row of a report: its values by the names of the columns, which
// the layout's Header has in their order. Numbers stand as the service wrote
// them; what is neither text nor number, as JSON.
//
//nolint:recvcheck // written as a value, read into a pointer
type ReportRow map[string]string

// Number returns the value of a column as a number, that of a share such as
// 0.200% in percent. It is not set if the row has no such column, or no number
// there.
func (r ReportRow) Number(column string) Number {
	var n Number
	quoted, err := jsontext.AppendQuote(nil, strings.TrimSuffix(strings.TrimSpace(r[column]), "%"))
	if err != nil || n.UnmarshalJSON(quoted) != nil {
		return Number{}
	}
	return n
}

// MarshalJSONTo writes the row as an object, its columns in the order of their
// names.
func (r ReportRow) MarshalJSONTo(enc *jsontext.Encoder) error {
	return json.MarshalEncode(enc, map[string]string(r), json.Deterministic(true))
}

// UnmarshalJSONFrom reads an object with values of any kind. Null, "" and [] are
// an empty row.
func (r *ReportRow) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	row := ReportRow{}
	_, err := readMembers(dec, func(name string) error {
		value, err := dec.ReadValue()
		if err != nil {
			return err
		}
		text, err := scalarText(value)
		if err != nil {
			text = value
		}
		row[name] = strings.ToValidUTF8(string(text), "\uFFFD")
		return nil
	})
	*r = row
	return err
}

// CreateCdnDeliverTaskRequest holds the parameters of CreateCdnDeliverTask. It
// prints itself without the addresses of the receivers.
type CreateCdnDeliverTaskRequest struct {
	// Name names the task, in a way that no other task of the account has.
	// Required.
	Name string `url:"Name"`

	// Reports are the reports to send. Required.
	Reports Reports `url:"Reports"`

	// Deliver is how they are sent. Required.
	Deliver Deliver `url:"Deliver"`

	// Schedule is when they are sent. Required.
	Schedule Schedule `url:"Schedule"`

	// DomainName are the domains to report on, at most 500; the vendor raises
	// that on request. Left out, it is all of the account.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`
}

// CreateCdnDeliverTaskResponse is the answer of CreateCdnDeliverTask.
type CreateCdnDeliverTaskResponse struct {
	Meta

	// DeliverId is the ID of the new task.
	DeliverId ID `json:"DeliverId"`
}

// UpdateCdnDeliverTaskRequest holds the parameters of UpdateCdnDeliverTask. It
// prints itself without the addresses of the receivers.
type UpdateCdnDeliverTaskRequest struct {
	// DeliverId is the task to change, a whole number, from
	// CreateCdnDeliverTask or DescribeCdnDeliverList. Required.
	DeliverId ID `url:"DeliverId" check:"form=digits"`

	// Name is the new name, one that no other task of the account has. Left
	// out, it stays.
	Name string `url:"Name,omitempty"`

	// Reports are the reports to send from now on. Left out, they stay.
	Reports Reports `url:"Reports,omitempty"`

	// Deliver is how they are sent from now on. Left out, that stays.
	Deliver Deliver `url:"Deliver,omitempty"`

	// Schedule is when they are sent from now on. Left out, that stays.
	Schedule Schedule `url:"Schedule,omitempty"`

	// DomainName are the domains to report on, at most 500. The vendor's
	// documents say that it is all of the account if left out, and do not say
	// whether that replaces the domains of the task: name them again to be sure.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`
}

// UpdateCdnDeliverTaskResponse is the answer of UpdateCdnDeliverTask.
type UpdateCdnDeliverTaskResponse struct {
	Meta
}

// DeleteCdnDeliverTaskRequest holds the parameters of DeleteCdnDeliverTask.
type DeleteCdnDeliverTaskRequest struct {
	// DeliverId is the task to delete, a whole number, from
	// CreateCdnDeliverTask or DescribeCdnDeliverList. Required.
	DeliverId ID `url:"DeliverId" check:"form=digits"`
}

// DeleteCdnDeliverTaskResponse is the answer of DeleteCdnDeliverTask.
type DeleteCdnDeliverTaskResponse struct {
	Meta
}

// DescribeCdnDeliverListRequest holds the parameters of DescribeCdnDeliverList.
type DescribeCdnDeliverListRequest struct {
	// DeliverId is the task that is wanted. Left out, it is all of them.
	DeliverId ID `url:"DeliverId,omitempty" check:"form=digits"`
}

// DescribeCdnDeliverListResponse is the answer of DescribeCdnDeliverList. It
// prints itself without the addresses of the receivers.
type DescribeCdnDeliverListResponse struct {
	Meta

	// Content are the tasks. It is read from the JSON object of today and from
	// the text with JSON in it that the documents of 2024 describe.
	Content List[DeliverTask] `json:"Content"`
}

// DeliverTask is a task that mails reports. It prints itself without the
// addresses of the receivers.
type DeliverTask struct {
	// DeliverId is the ID of the task.
	DeliverId ID `json:"deliverId"`

	// Name is the name of the task.
	Name string `json:"name"`

	// Status is whether the task is on.
	Status ReportStatus `json:"status"`

	// CreateTime is when the task was created.
	CreateTime Time `json:"createTime"`

	// Crontab are the points in time at which reports are sent, as a cron
	// expression with seconds first.
	Crontab string `json:"crontab"`

	// Frequency is how often reports are sent.
	Frequency DeliverFrequency `json:"frequency"`

	// TimeFromFormat is not documented, -1d in the example: perhaps the start of
	// the data, seen from when they are sent.
	TimeFromFormat string `json:"timeFromFormat"`

	// TimeEndFormat is not documented, -1d in the example: perhaps the end of
	// the data, seen from when they are sent.
	TimeEndFormat string `json:"timeEndFormat"`

	// DmList are the domains that are reported on.
	DmList List[string] `json:"dmList"`

	// Reports are the reports that are sent.
	Reports List[Report] `json:"reports"`

	// Deliver is how they are sent.
	Deliver Deliver `json:"deliver"`
}

// CreateCdnSubTaskRequest holds the parameters of CreateCdnSubTask.
type CreateCdnSubTaskRequest struct {
	// ReportIds are the reports to include. Required.
	ReportIds []ReportId `url:"ReportIds,comma"`

	// DomainName are the domains to report on, at most 500; the vendor raises
	// that on request. Left out, it is all of the account.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`
}

// CreateCdnSubTaskResponse is the answer of CreateCdnSubTask.
type CreateCdnSubTaskResponse struct {
	Meta
}

// UpdateCdnSubTaskRequest holds the parameters of UpdateCdnSubTask.
type UpdateCdnSubTaskRequest struct {
	// ReportIds are the reports to include from now on.
	ReportIds []ReportId `url:"ReportIds,comma,omitempty"`

	// DomainName are the domains to report on, at most 500. The vendor's
	// documents say that it is all of the account if left out, and do not say
	// whether that replaces the domains of the report: name them again to be
	// sure.
	DomainName []string `url:"DomainName,omitempty,comma" check:"max=500"`

	// StartTime is the start of the report, in UTC.
	StartTime Time `url:"StartTime,omitempty"`

	// EndTime is the end of the report, in UTC, later than StartTime.
	EndTime Time `url:"EndTime,omitempty" check:"after=StartTime"`
}

// UpdateCdnSubTaskResponse is the answer of UpdateCdnSubTask.
type UpdateCdnSubTaskResponse struct {
	Meta
}

// DeleteCdnSubTaskRequest is the request of DeleteCdnSubTask, which takes no
// parameters.
type DeleteCdnSubTaskRequest struct{}

// DeleteCdnSubTaskResponse is the answer of DeleteCdnSubTask.
type DeleteCdnSubTaskResponse struct {
	Meta
}

// DescribeCdnSubListRequest is the request of DescribeCdnSubList, which takes no
// parameters.
type DescribeCdnSubListRequest struct{}

// DescribeCdnSubListResponse is the answer of DescribeCdnSubList.
type DescribeCdnSubListResponse struct {
	Meta

	// Content is the custom report: none, or one. It is read from the JSON
	// object of today and from the text with JSON in it, the whole answer once
	// more, that the documents of 2024 describe.
	Content List[CdnSub] `json:"Content"`

	// Description is a remark of the vendor's samples; the model of today does
	// not have it.
	Description string `json:"Description"`
}

// CdnSub is the custom report of an account.
type CdnSub struct {
	// SubId is the ID of the custom report. No action takes it.
	SubId ID `json:"subId"`

	// ReportId are the reports that it includes.
	ReportId List[ReportId] `json:"reportId"`

	// Domains are the domains that it is about.
	Domains List[string] `json:"domains"`

	// Status is whether the custom report is on.
	Status ReportStatus `json:"status"`

	// CreateTime is when it was created.
	CreateTime Time `json:"createTime"`

	// EffectiveFrom is its start.
	EffectiveFrom Time `json:"effectiveFrom"`

	// EffectiveEnd is its end.
	EffectiveEnd Time `json:"effectiveEnd"`
}
