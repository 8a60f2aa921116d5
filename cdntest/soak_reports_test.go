package cdntest_test

import (
	"slices"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// soakChargeType is how the account is billed until somebody changes it: by the
// month, so that there are forecasts.
const soakChargeType = types.InternetChargeTypePayByBandwidth95

// reportTrials are trials of the actions about reports. The account has one
// custom report, and room for few tasks.
func reportTrials(hourBefore time.Time) []trial {
	type c = alicdn.Client
	const usual = 4
	from, to := types.UTC(hourBefore), types.UTC(hourBefore.Add(10*time.Minute))
	mail := types.Deliver{Email: types.DeliverEmail{To: []string{"a@example.com"}}}
	daily := types.Schedule{Crontab: "0 0 8 * * ?", Frequency: types.DeliverFrequencyDay}
	trials := []trial{
		steady((*c).DescribeCdnReportList, types.DescribeCdnReportListRequest{}),
		steady((*c).DescribeCdnReport, types.DescribeCdnReportRequest{
			ReportId: types.ReportIdUrlsByAcc, DomainName: []string{steadyOne}, StartTime: from, EndTime: to,
		}),
		changing((*c).CreateCdnSubTask,
			func(*user) types.CreateCdnSubTaskRequest {
				return types.CreateCdnSubTaskRequest{ReportIds: []types.ReportId{types.ReportIdPvUv}, DomainName: []string{steadyOne}}
			}, done),
		changing((*c).UpdateCdnSubTask,
			func(*user) types.UpdateCdnSubTaskRequest {
				return types.UpdateCdnSubTaskRequest{ReportIds: []types.ReportId{types.ReportIdIsps}, DomainName: []string{steadyTwo}}
			}, done),
		changing((*c).DeleteCdnSubTask, func(*user) types.DeleteCdnSubTaskRequest { return types.DeleteCdnSubTaskRequest{} }, done),
		changing((*c).DescribeCdnSubList,
			func(*user) types.DescribeCdnSubListRequest { return types.DescribeCdnSubListRequest{} },
			func(_ *user, _ types.DescribeCdnSubListRequest, resp *types.DescribeCdnSubListResponse) bool {
				return len(resp.Content) <= 1 && !slices.ContainsFunc(resp.Content, func(sub types.CdnSub) bool {
					return !isNumber(sub.SubId) || len(sub.ReportId) != 1 || len(sub.Domains) != 1 || sub.CreateTime.IsZero()
				})
			}),
		changing((*c).CreateCdnDeliverTask,
			func(u *user) types.CreateCdnDeliverTaskRequest {
				return types.CreateCdnDeliverTaskRequest{
					Name: u.unique(), Reports: types.Reports{{ReportId: types.ReportIdDomainsByTraf}}, Deliver: mail, Schedule: daily,
				}
			},
			func(u *user, _ types.CreateCdnDeliverTaskRequest, resp *types.CreateCdnDeliverTaskResponse) bool {
				u.tasks = append(u.tasks, resp.DeliverId)
				return isNumber(resp.DeliverId)
			}),
		changing((*c).UpdateCdnDeliverTask,
			func(u *user) types.UpdateCdnDeliverTaskRequest {
				return types.UpdateCdnDeliverTaskRequest{DeliverId: append(u.tasks, "1")[0], Schedule: daily}
			}, done),
		changing((*c).DeleteCdnDeliverTask,
			func(u *user) types.DeleteCdnDeliverTaskRequest {
				id := types.ID("1")
				if len(u.tasks) > 0 {
					id, u.tasks = u.tasks[0], u.tasks[1:]
				}
				return types.DeleteCdnDeliverTaskRequest{DeliverId: id}
			}, done),
		changing((*c).DescribeCdnDeliverList,
			func(*user) types.DescribeCdnDeliverListRequest { return types.DescribeCdnDeliverListRequest{} },
			func(_ *user, _ types.DescribeCdnDeliverListRequest, resp *types.DescribeCdnDeliverListResponse) bool {
				return !slices.ContainsFunc(resp.Content, func(task types.DeliverTask) bool {
					return !isNumber(task.DeliverId) || !strings.HasPrefix(task.Name, "u") || task.Crontab != daily.Crontab ||
						len(task.Reports) != 1 || !slices.Equal(task.Deliver.Email.To, mail.Email.To)
				})
			}),
		changing((*c).DeleteUserUsageDataExportTask,
			func(*user) types.DeleteUserUsageDataExportTaskRequest {
				return types.DeleteUserUsageDataExportTaskRequest{TaskId: "1"}
			}, done),
		changing((*c).DeleteUsageDetailDataExportTask,
			func(*user) types.DeleteUsageDetailDataExportTaskRequest {
				return types.DeleteUsageDetailDataExportTaskRequest{TaskId: "1"}
			}, done),
	}
	for i := range trials {
		trials[i].rare = usual
	}
	return trials
}

// billTrials are trials of the actions about bills and settings of the account.
func billTrials(hourBefore time.Time) []trial {
	type c = alicdn.Client
	from, to := types.UTC(hourBefore), types.UTC(hourBefore.Add(hour))
	const costly = 16
	trials := []trial{
		changing((*c).DescribeCdnUserBillHistory,
			func(*user) types.DescribeCdnUserBillHistoryRequest {
				return types.DescribeCdnUserBillHistoryRequest{StartTime: from, EndTime: to}
			},
			func(_ *user, req types.DescribeCdnUserBillHistoryRequest, resp *types.DescribeCdnUserBillHistoryResponse) bool {
				return len(resp.BillHistoryData) == 1 && resp.BillHistoryData[0].BillType == types.BillTypeHourVas &&
					resp.BillHistoryData[0].BillTime.Equal(req.StartTime.Time) && len(resp.BillHistoryData[0].BillingData) > 0
			}),
		changing((*c).DescribeCdnUserBillPrediction,
			func(*user) types.DescribeCdnUserBillPredictionRequest {
				return types.DescribeCdnUserBillPredictionRequest{Area: []types.UsageArea{types.UsageAreaCN}}
			},
			func(_ *user, _ types.DescribeCdnUserBillPredictionRequest, resp *types.DescribeCdnUserBillPredictionResponse) bool {
				return resp.BillType == types.BillTypeMonth95 && len(resp.BillPredictionData) == 1 && resp.BillPredictionData[0].Value.IsSet()
			}),
	}
	for i := range trials {
		trials[i].rare = costly
	}
	return append(trials,
		changing((*c).DescribeCdnUserBillType,
			func(*user) types.DescribeCdnUserBillTypeRequest {
				return types.DescribeCdnUserBillTypeRequest{StartTime: from, EndTime: to}
			},
			func(_ *user, _ types.DescribeCdnUserBillTypeRequest, resp *types.DescribeCdnUserBillTypeResponse) bool {
				return len(resp.BillTypeData) == 2 && resp.BillTypeData[1].BillType == types.BillTypeMonth95
			}),
		changing((*c).DescribeUserCdnStatus,
			func(*user) types.DescribeUserCdnStatusRequest { return types.DescribeUserCdnStatusRequest{} },
			func(_ *user, _ types.DescribeUserCdnStatusRequest, resp *types.DescribeUserCdnStatusResponse) bool {
				return bool(resp.Enabled && resp.OnService && !resp.InDebt)
			}),
		steady((*c).DescribeCdnOrderCommodityCode, types.DescribeCdnOrderCommodityCodeRequest{CommodityCode: "cdn"}),
		steady((*c).DescribeCdnUserConfigs, types.DescribeCdnUserConfigsRequest{FunctionName: types.UserConfigFunctionWaf}),
		steady((*c).DescribeUserConfigs, types.DescribeUserConfigsRequest{Config: types.UserFeatureOss}),
		steady((*c).DescribeCdnSecFuncInfo, types.DescribeCdnSecFuncInfoRequest{SecFuncType: types.SecFuncTypeCipherSuiteGroupStrict, Lang: types.LangEn}),
	)
}
