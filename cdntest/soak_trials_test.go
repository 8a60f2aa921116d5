package cdntest_test

import (
	"context"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/types"
)

// trial is one way to call an action and to judge its answer.
type trial struct {
	action string

	// rare is how many users share a round of the call; 0 and 1 leave one to
	// each of them.
	rare int

	// learn keeps the answer of a server where nothing goes wrong, if that is
	// what the answer is judged by.
	learn func(ctx context.Context, quiet *alicdn.Client) error

	// call makes the call. What it says of the answer counts without an error
	// only.
	call func(ctx context.Context, u *user, opts ...alicdn.CallOption) (reaction, error)
}

// reaction is what came of a call that succeeded.
type reaction struct {
	requestID string
	right     bool
	answer    any
}

// method is a method of the client, such as (*alicdn.Client).AddCdnDomain.
type method[Req, Resp any] func(*alicdn.Client, context.Context, *Req, ...alicdn.CallOption) (*Resp, error)

// steady is a trial of something that nobody changes: its answer has to be
// that of the quiet server, to the last field.
func steady[Req, Resp any](call method[Req, Resp], req Req) trial {
	var want *Resp
	return trial{
		action: actionOf[Resp](),
		learn: func(ctx context.Context, quiet *alicdn.Client) (err error) {
			want, err = call(quiet, ctx, &req)
			takeRequestID(want)
			return err
		},
		call: func(ctx context.Context, u *user, opts ...alicdn.CallOption) (reaction, error) {
			got, err := call(u.client, ctx, &req, opts...)
			id := takeRequestID(got)
			return reaction{id, reflect.DeepEqual(got, want), got}, err
		},
	}
}

// changing is a trial of something that others change at the same time: its
// answer has to be one that fits the request.
func changing[Req, Resp any](call method[Req, Resp], request func(*user) Req, right func(*user, Req, *Resp) bool) trial {
	return trial{
		action: actionOf[Resp](),
		call: func(ctx context.Context, u *user, opts ...alicdn.CallOption) (reaction, error) {
			req := request(u)
			got, err := call(u.client, ctx, &req, opts...)
			id := takeRequestID(got)
			return reaction{id, err == nil && right(u, req, got), got}, err
		},
	}
}

// done judges answers that say nothing but that it is done.
func done[Req, Resp any](*user, Req, *Resp) bool { return true }

func actionOf[Resp any]() string {
	return strings.TrimSuffix(reflect.TypeFor[Resp]().Name(), "Response")
}

// takeRequestID takes out of an answer what differs from call to call, and
// returns the request ID.
func takeRequestID(answer any) string {
	if reflect.ValueOf(answer).IsNil() {
		return ""
	}
	if logs, ok := answer.(*types.DescribeCdnDomainLogsResponse); ok {
		for _, detail := range logs.DomainLogDetails {
			for i := range detail.LogInfos {
				detail.LogInfos[i].LogPath, _, _ = strings.Cut(detail.LogInfos[i].LogPath, "?") // signed until a time
				_, detail.LogInfos[i].LogPath, _ = strings.Cut(detail.LogInfos[i].LogPath, "/") // on a port
			}
		}
	}
	field := reflect.ValueOf(answer).Elem().FieldByName("RequestId")
	id := field.String()
	field.SetString("")
	return id
}

// user is one of those who call at the same time.
type user struct {
	number int
	client *alicdn.Client
	random *rand.Rand
	calls  int
	added  []string // domains
	tasks  []types.ID
	set    []types.DomainConfigModel

	staged   []types.DomainConfigModel
	triggers []string // that the user has added
}

// unique returns a value that no other call has.
func (u *user) unique() string { return "u" + strconv.Itoa(u.number) + "c" + strconv.Itoa(u.calls) }

// Domains. Nobody changes the steady ones; the busy ones are everybody's.
const (
	steadyOne, steadyTwo = "steady-1.example.com", "steady-2.example.com"
	busyDomains          = 8
)

func busyDomain(i int) string { return "busy-" + strconv.Itoa(i+1) + ".example.org" }

func (u *user) busyDomain() string { return busyDomain(u.random.IntN(busyDomains)) }

// twoBusyDomains are neighbours.
func (u *user) twoBusyDomains() []string {
	i := u.random.IntN(busyDomains)
	return []string{busyDomain(i), busyDomain((i + 1) % busyDomains)}
}

// stagedDomain is one of two domains that staging is tried with.
func stagedDomain(u *user) string { return stagedDomains[u.random.IntN(len(stagedDomains))] }

var stagedDomains = []string{"staged-1.example.org", "staged-2.example.org"}

// path is a URL that no other call has.
func (u *user) path() []string { return []string{"http://" + steadyTwo + "/" + u.unique() + ".html"} }

// Names of what nobody changes, and of what everybody changes.
const (
	steadyProject, busyProject = "steady-project", "busy-project"
	logstore, logRegion        = "logstore", "cn-shanghai"
	steadyFormat, busyFormat   = "c3bb2c78-2915-4d5a-b6a1-557789255555", "25473b84-d598-498e-b148-f23d0a255555"
	steadyURL                  = "http://" + steadyOne + "/steady.html"
	steadyTag                  = "steady"
)

// oneSource is the origin of all domains that are added.
var oneSource = types.Sources{{Type: types.SourceTypeDomain, Content: "origin.example.net"}}

// ttl is a function of which each call adds another record.
func ttl(fileType string) types.Functions {
	return types.Functions{{FunctionName: types.FunctionFiletypeBasedTtlSet, FunctionArgs: []types.FunctionArg{
		{ArgName: "file_type", ArgValue: fileType}, {ArgName: "ttl", ArgValue: "60"}, {ArgName: "weight", ArgValue: "1"},
	}}}
}

// pair is a certificate with its key.
type pair struct{ certificate, key string }

func (p pair) request(domain, name string) types.SetDomainServerCertificateRequest {
	return types.SetDomainServerCertificateRequest{
		DomainName: domain, ServerCertificateStatus: types.SwitchOn, ServerCertificate: p.certificate, PrivateKey: p.key,
		CertType: types.CertTypeUpload, CertName: name,
	}
}

// monitorTrials are trials of the data actions, over some minutes or a day that
// are long over. They keep the server busy for longer than all others, and are
// made less often.
func monitorTrials(hourBefore time.Time) []trial {
	type c = alicdn.Client
	const one, fine, usual, costly = steadyOne, types.Interval300, 16, 32
	list := []string{one}
	from, to := types.UTC(hourBefore), types.UTC(hourBefore.Add(10*time.Minute))
	midnight := types.UTC(hourBefore.Truncate(day).Add(-day))
	nextDay := types.UTC(hourBefore.Truncate(day))
	trials := []trial{
		steady((*c).DescribeDomainBpsData, types.DescribeDomainBpsDataRequest{DomainName: list, StartTime: from, EndTime: to, Interval: fine}),
		steady((*c).DescribeDomainTrafficData, types.DescribeDomainTrafficDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainQpsData, types.DescribeDomainQpsDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainHitRateData, types.DescribeDomainHitRateDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainReqHitRateData, types.DescribeDomainReqHitRateDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainHttpCodeData, types.DescribeDomainHttpCodeDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainSrcBpsData, types.DescribeDomainSrcBpsDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainSrcTrafficData, types.DescribeDomainSrcTrafficDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainSrcHttpCodeData, types.DescribeDomainSrcHttpCodeDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainAverageResponseTime, types.DescribeDomainAverageResponseTimeRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainBpsDataByTimeStamp, types.DescribeDomainBpsDataByTimeStampRequest{
			DomainName: one, LocationNames: []string{"tianjin", "liaoning"}, IspNames: []string{"telecom"}, TimePoint: from,
		}),
		steady((*c).DescribeDomainsUsageByDay, types.DescribeDomainsUsageByDayRequest{DomainName: one, StartTime: midnight, EndTime: nextDay}),
		changing((*c).DescribeTopDomainsByFlow,
			func(*user) types.DescribeTopDomainsByFlowRequest {
				return types.DescribeTopDomainsByFlowRequest{StartTime: from, EndTime: to, Limit: 1}
			},
			func(_ *user, req types.DescribeTopDomainsByFlowRequest, resp *types.DescribeTopDomainsByFlowResponse) bool {
				return len(resp.TopDomains) == 1 && resp.TopDomains[0].Rank == 1 && resp.DomainCount >= resp.DomainOnlineCount &&
					resp.StartTime.Equal(req.StartTime.Time)
			}),
		steady((*c).DescribeRangeDataByLocateAndIspService, types.DescribeRangeDataByLocateAndIspServiceRequest{
			DomainNames: one, LocationNames: []string{"tianjin"}, IspNames: []string{"telecom"}, StartTime: from, EndTime: to,
		}),
		steady((*c).DescribeCdnRegionAndIsp, types.DescribeCdnRegionAndIspRequest{}),
		steady((*c).DescribeL2VipsByDomain, types.DescribeL2VipsByDomainRequest{DomainName: one}),
		steady((*c).DescribeDomainTopReferVisit, types.DescribeDomainTopReferVisitRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainTopUrlVisit, types.DescribeDomainTopUrlVisitRequest{DomainName: one, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainFileSizeProportionData, types.DescribeDomainFileSizeProportionDataRequest{DomainName: one, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainISPData, types.DescribeDomainISPDataRequest{DomainName: one, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainRegionData, types.DescribeDomainRegionDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainUvData, types.DescribeDomainUvDataRequest{DomainName: one, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainPvData, types.DescribeDomainPvDataRequest{DomainName: one, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainRealTimeBpsData, types.DescribeDomainRealTimeBpsDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainRealTimeQpsData, types.DescribeDomainRealTimeQpsDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainRealTimeTrafficData, types.DescribeDomainRealTimeTrafficDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainRealTimeSrcBpsData, types.DescribeDomainRealTimeSrcBpsDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainRealTimeHttpCodeData, types.DescribeDomainRealTimeHttpCodeDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainRealTimeSrcTrafficData, types.DescribeDomainRealTimeSrcTrafficDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainRealTimeSrcHttpCodeData, types.DescribeDomainRealTimeSrcHttpCodeDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainRealTimeByteHitRateData, types.DescribeDomainRealTimeByteHitRateDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainRealTimeReqHitRateData, types.DescribeDomainRealTimeReqHitRateDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainUsageData, types.DescribeDomainUsageDataRequest{DomainName: list, StartTime: from, EndTime: to, Field: types.UsageFieldTraf}),
		steady((*c).DescribeDomainBpsDataByLayer, types.DescribeDomainBpsDataByLayerRequest{DomainName: list, StartTime: from, EndTime: to, Layer: types.LayerIPv6}),
		steady((*c).DescribeDomainQpsDataByLayer, types.DescribeDomainQpsDataByLayerRequest{DomainName: list, StartTime: from, EndTime: to, Layer: types.LayerHttps}),
		steady((*c).DescribeDomainHttpCodeDataByLayer, types.DescribeDomainHttpCodeDataByLayerRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainDetailDataByLayer, types.DescribeDomainDetailDataByLayerRequest{
			DomainName: list, StartTime: from, EndTime: to, Field: []types.DetailField{types.DetailFieldIpv6Acc, types.DetailFieldHttpCode},
		}),
		steady((*c).DescribeDomainMax95BpsData, types.DescribeDomainMax95BpsDataRequest{DomainName: one, TimePoint: midnight, Cycle: types.CycleDay}),
		steady((*c).DescribeDomainMultiUsageData, types.DescribeDomainMultiUsageDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainPathData, types.DescribeDomainPathDataRequest{DomainName: one, StartTime: from, EndTime: to, PageNumber: 2, PageSize: 5}),
		steady((*c).DescribeDomainRealTimeDetailData, types.DescribeDomainRealTimeDetailDataRequest{
			DomainName: list, StartTime: from, EndTime: to, Field: []types.RealTimeDetailField{types.RealTimeDetailFieldHttpCode}, MergeLocIsp: true,
		}),
		steady((*c).DescribeDomainSrcQpsData, types.DescribeDomainSrcQpsDataRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainSrcTopUrlVisit, types.DescribeDomainSrcTopUrlVisitRequest{DomainName: list, StartTime: from, EndTime: to}),
		steady((*c).DescribeDomainTopClientIpVisit, types.DescribeDomainTopClientIpVisitRequest{DomainName: list, StartTime: from, EndTime: to, Limit: 3}),
		steady((*c).DescribeDomainCcActivityLog, types.DescribeDomainCcActivityLogRequest{DomainName: list, StartTime: from, EndTime: to, PageSize: 5}),
		steady((*c).DescribeEsExecuteData, types.DescribeEsExecuteDataRequest{RuleId: "1", StartTime: from, EndTime: to}),
		steady((*c).DescribeEsExceptionData, types.DescribeEsExceptionDataRequest{RuleId: "1", StartTime: from, EndTime: to}),
	}
	for i := range trials {
		switch name := trials[i].action; {
		case strings.Contains(name, "HttpCode"), name == "DescribeTopDomainsByFlow":
			trials[i].rare = costly
		default:
			trials[i].rare = usual
		}
	}
	return trials
}

// domainTrials are trials of the domain actions.
func domainTrials(busy pair) []trial {
	type c = alicdn.Client
	return []trial{
		changing((*c).AddCdnDomain,
			func(u *user) types.AddCdnDomainRequest {
				// Those that fail their check have no traffic, which would take time to make.
				return types.AddCdnDomainRequest{DomainName: u.unique() + ".check-failed.example.net", CdnType: types.CdnTypeWeb, Sources: oneSource}
			},
			func(u *user, req types.AddCdnDomainRequest, _ *types.AddCdnDomainResponse) bool {
				u.added = append(u.added, req.DomainName)
				return true
			}),
		changing((*c).DeleteCdnDomain,
			func(u *user) types.DeleteCdnDomainRequest {
				name := "unknown.example.net"
				if len(u.added) > 0 {
					name, u.added = u.added[0], u.added[1:]
				}
				return types.DeleteCdnDomainRequest{DomainName: name}
			}, done),
		changing((*c).StopCdnDomain,
			func(u *user) types.StopCdnDomainRequest {
				return types.StopCdnDomainRequest{DomainName: u.busyDomain()}
			}, done),
		changing((*c).StartCdnDomain,
			func(u *user) types.StartCdnDomainRequest {
				return types.StartCdnDomainRequest{DomainName: u.busyDomain()}
			}, done),
		changing((*c).BatchStopCdnDomain,
			func(u *user) types.BatchStopCdnDomainRequest {
				return types.BatchStopCdnDomainRequest{DomainNames: u.twoBusyDomains()}
			}, done),
		changing((*c).BatchStartCdnDomain,
			func(u *user) types.BatchStartCdnDomainRequest {
				return types.BatchStartCdnDomainRequest{DomainNames: u.twoBusyDomains()}
			}, done),
		changing((*c).ModifyCdnDomain,
			func(u *user) types.ModifyCdnDomainRequest {
				return types.ModifyCdnDomainRequest{DomainName: u.busyDomain(), Sources: types.Sources{
					{Type: types.SourceTypeIpaddr, Content: "192.0.2." + strconv.Itoa(1+u.random.IntN(200)), Port: 80},
				}}
			}, done),
		changing((*c).BatchSetCdnDomainConfig,
			func(u *user) types.BatchSetCdnDomainConfigRequest {
				return types.BatchSetCdnDomainConfigRequest{DomainNames: u.twoBusyDomains(), Functions: ttl(u.unique())}
			},
			func(u *user, req types.BatchSetCdnDomainConfigRequest, resp *types.BatchSetCdnDomainConfigResponse) bool {
				for i, record := range resp.DomainConfigList {
					if record.DomainName != req.DomainNames[i] || record.ConfigId == "" || record.FunctionName != types.FunctionFiletypeBasedTtlSet {
						return false
					}
				}
				u.set = append(u.set, resp.DomainConfigList...)
				return len(resp.DomainConfigList) == len(req.DomainNames)
			}),
		changing((*c).DeleteSpecificConfig,
			func(u *user) types.DeleteSpecificConfigRequest {
				record := types.DomainConfigModel{DomainName: u.busyDomain(), ConfigId: "1"}
				if len(u.set) > 0 {
					record, u.set = u.set[0], u.set[1:]
				}
				return types.DeleteSpecificConfigRequest{DomainName: record.DomainName, ConfigId: []string{string(record.ConfigId)}}
			}, done),
		changing((*c).SetDomainServerCertificate,
			func(u *user) types.SetDomainServerCertificateRequest { return busy.request(u.busyDomain(), u.unique()) }, done),
		steady((*c).DescribeCdnCertificateList, types.DescribeCdnCertificateListRequest{DomainName: []string{steadyTwo}}),
		steady((*c).DescribeDomainCertificateInfo, types.DescribeDomainCertificateInfoRequest{DomainName: steadyTwo}),
		steady((*c).DescribeCdnDomainDetail, types.DescribeCdnDomainDetailRequest{DomainName: steadyOne}),
		changing((*c).DescribeCdnDomainDetail,
			func(u *user) types.DescribeCdnDomainDetailRequest {
				return types.DescribeCdnDomainDetailRequest{DomainName: append(u.added, u.busyDomain())[0]}
			},
			func(_ *user, req types.DescribeCdnDomainDetailRequest, resp *types.DescribeCdnDomainDetailResponse) bool {
				detail := &resp.GetDomainDetailModel
				return detail.DomainName == req.DomainName && detail.CdnType == types.CdnTypeWeb && knownStatus(detail.DomainStatus) &&
					len(detail.SourceModels) == 1
			}),
		steady((*c).DescribeDomainsBySource, types.DescribeDomainsBySourceRequest{Sources: []string{"origin." + steadyOne}}),
		steady((*c).DescribeUserDomains, types.DescribeUserDomainsRequest{DomainName: "steady", DomainSearchType: types.DomainSearchTypeFuzzyMatch}),
		changing((*c).DescribeUserDomains,
			func(*user) types.DescribeUserDomainsRequest {
				return types.DescribeUserDomainsRequest{DomainName: "busy", PageSize: busyDomains}
			},
			func(_ *user, _ types.DescribeUserDomainsRequest, resp *types.DescribeUserDomainsResponse) bool {
				return resp.TotalCount == busyDomains && len(resp.Domains) == busyDomains &&
					!slices.ContainsFunc(resp.Domains, func(d types.PageData) bool {
						return !strings.HasPrefix(d.DomainName, "busy-") || !knownStatus(d.DomainStatus)
					})
			}),
		steady((*c).DescribeCdnDomainConfigs, types.DescribeCdnDomainConfigsRequest{DomainName: steadyOne}),
		changing((*c).DescribeCdnDomainConfigs,
			func(u *user) types.DescribeCdnDomainConfigsRequest {
				return types.DescribeCdnDomainConfigsRequest{
					DomainName: u.busyDomain(), FunctionNames: []string{string(types.FunctionFiletypeBasedTtlSet)},
				}
			},
			func(_ *user, _ types.DescribeCdnDomainConfigsRequest, resp *types.DescribeCdnDomainConfigsResponse) bool {
				return !slices.ContainsFunc(resp.DomainConfigs, func(d types.DomainConfig) bool {
					return d.ConfigId == "" || d.FunctionName != types.FunctionFiletypeBasedTtlSet || len(d.FunctionArgs) != 3
				})
			}),
	}
}

func knownStatus(status types.DomainStatus) bool {
	return slices.Contains([]types.DomainStatus{
		types.DomainStatusOnline, types.DomainStatusOffline, types.DomainStatusConfiguring, types.DomainStatusChecking,
		types.DomainStatusCheckFailed, types.DomainStatusStopping, types.DomainStatusDeleting,
	}, status)
}

// stagingTrials are trials of the staging actions, on domains of their own:
// what stands in staging keeps others from changing production.
func stagingTrials() []trial {
	type c = alicdn.Client
	return []trial{
		changing((*c).SetCdnDomainStagingConfig,
			func(u *user) types.SetCdnDomainStagingConfigRequest {
				return types.SetCdnDomainStagingConfigRequest{DomainName: stagedDomain(u), Functions: ttl(u.unique())}
			},
			func(u *user, req types.SetCdnDomainStagingConfigRequest, resp *types.SetCdnDomainStagingConfigResponse) bool {
				u.staged = append(u.staged, resp.DomainConfigList...)
				return len(resp.DomainConfigList) == 1 && resp.DomainConfigList[0].DomainName == req.DomainName && isNumber(resp.DomainConfigList[0].ConfigId)
			}),
		changing((*c).DescribeCdnDomainStagingConfig,
			func(u *user) types.DescribeCdnDomainStagingConfigRequest {
				return types.DescribeCdnDomainStagingConfigRequest{DomainName: stagedDomain(u)}
			},
			func(_ *user, req types.DescribeCdnDomainStagingConfigRequest, resp *types.DescribeCdnDomainStagingConfigResponse) bool {
				return resp.DomainName == req.DomainName && !slices.ContainsFunc(resp.DomainConfigs, func(d types.DomainConfig) bool {
					return !isNumber(d.ConfigId) || d.FunctionName != types.FunctionFiletypeBasedTtlSet || len(d.FunctionArgs) != 3
				})
			}),
		changing((*c).DeleteSpecificStagingConfig,
			func(u *user) types.DeleteSpecificStagingConfigRequest {
				record := types.DomainConfigModel{DomainName: stagedDomain(u), ConfigId: "1"}
				if len(u.staged) > 0 {
					record, u.staged = u.staged[0], u.staged[1:]
				}
				return types.DeleteSpecificStagingConfigRequest{DomainName: []string{record.DomainName}, ConfigId: []string{string(record.ConfigId)}}
			}, done),
		changing((*c).PublishStagingConfigToProduction,
			func(u *user) types.PublishStagingConfigToProductionRequest {
				return types.PublishStagingConfigToProductionRequest{DomainName: stagedDomain(u)}
			}, done),
		changing((*c).RollbackStagingConfig,
			func(u *user) types.RollbackStagingConfigRequest {
				return types.RollbackStagingConfigRequest{DomainName: stagedDomain(u)}
			}, done),
		steady((*c).DescribeStagingIp, types.DescribeStagingIpRequest{}),
	}
}

// logTrials are trials of the log actions.
func logTrials(hourBefore time.Time) []trial {
	type c = alicdn.Client
	from, to := types.UTC(hourBefore), types.UTC(hourBefore.Add(hour))
	return []trial{
		steady((*c).DescribeCdnDomainLogs, types.DescribeCdnDomainLogsRequest{DomainName: steadyOne, StartTime: from, EndTime: to}),
		changing((*c).CreateRealtimeLogDelivery,
			func(u *user) types.CreateRealtimeLogDeliveryRequest {
				return types.CreateRealtimeLogDeliveryRequest{Domain: u.busyDomain(), Project: u.unique(), Logstore: logstore, Region: logRegion}
			}, done),
		changing((*c).CreateRealTimeLogDelivery,
			func(u *user) types.CreateRealTimeLogDeliveryRequest {
				return types.CreateRealTimeLogDeliveryRequest{Domain: u.busyDomain(), Project: u.unique(), Logstore: logstore, Region: logRegion}
			}, done),
		changing((*c).DeleteRealTimeLogLogstore,
			func(*user) types.DeleteRealTimeLogLogstoreRequest {
				return types.DeleteRealTimeLogLogstoreRequest{Project: busyProject, Logstore: logstore, Region: logRegion}
			}, done),
		changing((*c).ListRealtimeLogDelivery,
			func(*user) types.ListRealtimeLogDeliveryRequest { return types.ListRealtimeLogDeliveryRequest{} },
			func(_ *user, _ types.ListRealtimeLogDeliveryRequest, resp *types.ListRealtimeLogDeliveryResponse) bool {
				return slices.ContainsFunc(resp.Content, func(d types.RealtimeLogDelivery) bool {
					return d.Domain == steadyOne && d.Project == steadyProject && d.DmId != "" && d.Status == types.RealtimeLogDeliveryStatusOnline
				})
			}),
		changing((*c).ModifyRealtimeLogDelivery,
			func(u *user) types.ModifyRealtimeLogDeliveryRequest {
				return types.ModifyRealtimeLogDeliveryRequest{Domain: u.busyDomain(), Project: busyProject, Logstore: logstore, Region: logRegion}
			}, done),
		changing((*c).DeleteRealtimeLogDelivery,
			func(u *user) types.DeleteRealtimeLogDeliveryRequest {
				return types.DeleteRealtimeLogDeliveryRequest{Domain: []string{u.busyDomain()}, Project: busyProject, Logstore: logstore, Region: logRegion}
			}, done),
		changing((*c).EnableRealtimeLogDelivery,
			func(u *user) types.EnableRealtimeLogDeliveryRequest {
				return types.EnableRealtimeLogDeliveryRequest{Domain: u.twoBusyDomains()}
			}, done),
		changing((*c).DisableRealtimeLogDelivery,
			func(u *user) types.DisableRealtimeLogDeliveryRequest {
				return types.DisableRealtimeLogDeliveryRequest{Domain: u.twoBusyDomains()}
			}, done),
		steady((*c).DescribeDomainRealtimeLogDelivery, types.DescribeDomainRealtimeLogDeliveryRequest{Domain: steadyOne}),
		steady((*c).ListRealtimeLogDeliveryDomains, types.ListRealtimeLogDeliveryDomainsRequest{
			Project: []string{steadyProject}, Logstore: []string{logstore}, Region: []string{logRegion},
		}),
		changing((*c).ListRealtimeLogDeliveryInfos,
			func(*user) types.ListRealtimeLogDeliveryInfosRequest {
				return types.ListRealtimeLogDeliveryInfosRequest{}
			},
			func(_ *user, _ types.ListRealtimeLogDeliveryInfosRequest, resp *types.ListRealtimeLogDeliveryInfosResponse) bool {
				return slices.Contains(resp.Content.RealtimeLogDeliveryInfos,
					types.RealtimeLogDeliveryInfo{Project: steadyProject, Logstore: logstore, Region: logRegion})
			}),
		steady((*c).DescribeRealtimeDeliveryAcc, types.DescribeRealtimeDeliveryAccRequest{StartTime: from, EndTime: to, Project: steadyProject}),
		steady((*c).DescribeCustomLogConfig, types.DescribeCustomLogConfigRequest{ConfigId: steadyFormat}),
		steady((*c).DescribeDomainCustomLogConfig, types.DescribeDomainCustomLogConfigRequest{DomainName: steadyOne}),
		steady((*c).ListDomainsByLogConfigId, types.ListDomainsByLogConfigIdRequest{ConfigId: steadyFormat}),
		steady((*c).ListUserCustomLogConfig, types.ListUserCustomLogConfigRequest{}),
		changing((*c).ModifyDomainCustomLogConfig,
			func(u *user) types.ModifyDomainCustomLogConfigRequest {
				return types.ModifyDomainCustomLogConfigRequest{DomainName: u.busyDomain(), ConfigId: busyFormat}
			}, done),
		changing((*c).ModifyUserCustomLogConfig,
			func(u *user) types.ModifyUserCustomLogConfigRequest {
				return types.ModifyUserCustomLogConfigRequest{ConfigId: busyFormat, Tag: u.unique()}
			}, done),
	}
}

// accountTrials are trials of the refresh, service, usage and tag actions.
func accountTrials(hourBefore time.Time) []trial {
	type c = alicdn.Client
	from, to := types.UTC(hourBefore), types.UTC(hourBefore.Add(hour))
	return []trial{
		changing((*c).RefreshObjectCaches,
			func(u *user) types.RefreshObjectCachesRequest {
				return types.RefreshObjectCachesRequest{ObjectPath: u.path()}
			},
			func(_ *user, _ types.RefreshObjectCachesRequest, resp *types.RefreshObjectCachesResponse) bool {
				return isNumber(resp.RefreshTaskId)
			}),
		changing((*c).PushObjectCache,
			func(u *user) types.PushObjectCacheRequest {
				return types.PushObjectCacheRequest{ObjectPath: u.path(), Area: types.PreloadAreaDomestic}
			},
			func(_ *user, _ types.PushObjectCacheRequest, resp *types.PushObjectCacheResponse) bool {
				return isNumber(resp.PushTaskId)
			}),
		changing((*c).BlockObjectCaches,
			func(u *user) types.BlockObjectCachesRequest {
				return types.BlockObjectCachesRequest{ObjectPath: u.path(), Type: types.BlockTypeBlock, Maxage: 600}
			},
			func(_ *user, _ types.BlockObjectCachesRequest, resp *types.BlockObjectCachesResponse) bool {
				return isNumber(resp.BlockTaskId)
			}),
		steady((*c).DescribeRefreshTasks, types.DescribeRefreshTasksRequest{ObjectPath: steadyURL}),
		changing((*c).DescribeRefreshTasks,
			func(*user) types.DescribeRefreshTasksRequest { return types.DescribeRefreshTasksRequest{PageSize: 10} },
			func(_ *user, _ types.DescribeRefreshTasksRequest, resp *types.DescribeRefreshTasksResponse) bool {
				return resp.PageSize == 10 && resp.PageNumber == 1 && len(resp.Tasks) == min(10, int(resp.TotalCount)) &&
					!slices.ContainsFunc(resp.Tasks, func(task types.CDNTask) bool {
						return !strings.HasPrefix(task.ObjectPath, "http://steady-") && task.ObjectType != "cachetag" || !isNumber(task.TaskId) || task.Status == ""
					})
			}),
		changing((*c).RefreshObjectCacheByCacheTag,
			func(u *user) types.RefreshObjectCacheByCacheTagRequest {
				return types.RefreshObjectCacheByCacheTagRequest{DomainName: steadyTwo, CacheTag: []string{u.unique(), "steady"}}
			},
			func(_ *user, _ types.RefreshObjectCacheByCacheTagRequest, resp *types.RefreshObjectCacheByCacheTagResponse) bool {
				return isNumber(resp.RefreshTaskId)
			}),
		steady((*c).DescribeRefreshTaskById, types.DescribeRefreshTaskByIdRequest{TaskId: []string{"1", "2"}}),
		steady((*c).DescribePreloadDetailById, types.DescribePreloadDetailByIdRequest{TaskId: "1"}),
		changing((*c).DescribeRefreshQuota,
			func(*user) types.DescribeRefreshQuotaRequest { return types.DescribeRefreshQuotaRequest{} },
			func(_ *user, _ types.DescribeRefreshQuotaRequest, resp *types.DescribeRefreshQuotaResponse) bool {
				return resp.UrlQuota == soakQuota && resp.UrlRemain <= soakQuota && resp.PreloadQuota == soakQuota && resp.BlockQuota == soakQuota
			}),
		changing((*c).OpenCdnService,
			func(*user) types.OpenCdnServiceRequest {
				return types.OpenCdnServiceRequest{InternetChargeType: types.InternetChargeTypePayByTraffic}
			}, done),
		changing((*c).ModifyCdnService,
			func(u *user) types.ModifyCdnServiceRequest {
				return types.ModifyCdnServiceRequest{InternetChargeType: chargeTypes[u.random.IntN(len(chargeTypes))]}
			}, done),
		changing((*c).DescribeCdnService,
			func(*user) types.DescribeCdnServiceRequest { return types.DescribeCdnServiceRequest{} },
			func(_ *user, _ types.DescribeCdnServiceRequest, resp *types.DescribeCdnServiceResponse) bool {
				return slices.Contains(append(chargeTypes, soakChargeType), resp.InternetChargeType) && !resp.OpeningTime.IsZero() &&
					(resp.ChangingChargeType == "") == resp.ChangingAffectTime.IsZero()
			}),
		changing((*c).DescribeCdnUserQuota,
			func(*user) types.DescribeCdnUserQuotaRequest { return types.DescribeCdnUserQuotaRequest{} },
			func(_ *user, _ types.DescribeCdnUserQuotaRequest, resp *types.DescribeCdnUserQuotaResponse) bool {
				return resp.DomainQuota == soakQuota && resp.RefreshUrlRemain <= soakQuota
			}),
		steady((*c).DescribeCdnUserResourcePackage, types.DescribeCdnUserResourcePackageRequest{Status: types.ResourcePackageStatusValid}),
		changing((*c).AddFCTrigger,
			func(u *user) types.AddFCTriggerRequest {
				return types.AddFCTriggerRequest{
					TriggerARN: triggerARN(u.unique()), EventMetaName: types.EventMetaNameLogFileCreated, EventMetaVersion: "1.0.0",
					SourceARN: "acs:cdn:*:1234567890:domain/" + steadyOne, RoleARN: "acs:ram::1234567890:role/r", Notes: u.unique(),
				}
			},
			func(u *user, req types.AddFCTriggerRequest, _ *types.AddFCTriggerResponse) bool {
				u.triggers = append(u.triggers, req.TriggerARN)
				return true
			}),
		changing((*c).UpdateFCTrigger,
			func(u *user) types.UpdateFCTriggerRequest {
				return types.UpdateFCTriggerRequest{TriggerARN: append(u.triggers, triggerARN("unknown"))[0], Notes: u.unique()}
			}, done),
		changing((*c).DeleteFCTrigger,
			func(u *user) types.DeleteFCTriggerRequest {
				arn := triggerARN("unknown")
				if len(u.triggers) > 1 {
					arn, u.triggers = u.triggers[0], u.triggers[1:]
				}
				return types.DeleteFCTriggerRequest{TriggerARN: arn}
			}, done),
		changing((*c).DescribeFCTrigger,
			func(u *user) types.DescribeFCTriggerRequest {
				return types.DescribeFCTriggerRequest{TriggerARN: append(u.triggers, triggerARN("unknown"))[0]}
			},
			func(_ *user, req types.DescribeFCTriggerRequest, resp *types.DescribeFCTriggerResponse) bool {
				return resp.FCTrigger.TriggerARN == req.TriggerARN && resp.FCTrigger.EventMetaName == types.EventMetaNameLogFileCreated
			}),
		changing((*c).ListFCTrigger,
			func(*user) types.ListFCTriggerRequest {
				return types.ListFCTriggerRequest{EventMetaName: types.EventMetaNameLogFileCreated, EventMetaVersion: "1.0.0"}
			},
			func(_ *user, req types.ListFCTriggerRequest, resp *types.ListFCTriggerResponse) bool {
				return !slices.ContainsFunc(resp.FCTriggers, func(trigger types.FCTrigger) bool {
					return trigger.EventMetaName != req.EventMetaName || !strings.HasPrefix(trigger.Notes, "u")
				})
			}),
		changing((*c).CreateUserUsageDataExportTask,
			func(u *user) types.CreateUserUsageDataExportTaskRequest {
				return types.CreateUserUsageDataExportTaskRequest{StartTime: from, EndTime: to, TaskName: u.unique(), Type: types.ExportTypeFlow}
			},
			func(_ *user, req types.CreateUserUsageDataExportTaskRequest, resp *types.CreateUserUsageDataExportTaskResponse) bool {
				return isNumber(resp.TaskId) && resp.StartTime.Equal(req.StartTime.Time) && resp.EndTime.Equal(req.EndTime.Time)
			}),
		changing((*c).CreateUsageDetailDataExportTask,
			func(u *user) types.CreateUsageDetailDataExportTaskRequest {
				return types.CreateUsageDetailDataExportTaskRequest{
					StartTime: from, EndTime: to, TaskName: u.unique(), Type: types.ExportTypeVas, DomainNames: []string{steadyOne},
				}
			},
			func(_ *user, req types.CreateUsageDetailDataExportTaskRequest, resp *types.CreateUsageDetailDataExportTaskResponse) bool {
				return isNumber(resp.TaskId) && resp.StartTime.Equal(req.StartTime.Time) && resp.EndTime.Equal(req.EndTime.Time)
			}),
		changing((*c).DescribeUserUsageDataExportTask,
			func(*user) types.DescribeUserUsageDataExportTaskRequest {
				return types.DescribeUserUsageDataExportTaskRequest{PageSize: 5}
			},
			func(_ *user, _ types.DescribeUserUsageDataExportTaskRequest, resp *types.DescribeUserUsageDataExportTaskResponse) bool {
				return resp.PageSize == 5 && areExports(resp.UsageDataPerPage, resp.TotalCount)
			}),
		changing((*c).DescribeUserUsageDetailDataExportTask,
			func(*user) types.DescribeUserUsageDetailDataExportTaskRequest {
				return types.DescribeUserUsageDetailDataExportTaskRequest{PageSize: 5}
			},
			func(_ *user, _ types.DescribeUserUsageDetailDataExportTaskRequest, resp *types.DescribeUserUsageDetailDataExportTaskResponse) bool {
				return resp.PageSize == 5 && areExports(resp.UsageDataPerPage, resp.TotalCount)
			}),
		changing((*c).TagResources,
			func(u *user) types.TagResourcesRequest {
				return types.TagResourcesRequest{ResourceType: types.ResourceTypeDomain, ResourceId: u.twoBusyDomains(), Tag: types.Tags{
					{Key: "key-" + strconv.Itoa(u.random.IntN(5)), Value: u.unique()},
				}}
			}, done),
		changing((*c).UntagResources,
			func(u *user) types.UntagResourcesRequest {
				return types.UntagResourcesRequest{ResourceType: types.ResourceTypeDomain, ResourceId: u.twoBusyDomains(), TagKey: types.Repeated{
					"key-" + strconv.Itoa(u.random.IntN(5)),
				}}
			}, done),
		steady((*c).DescribeTagResources, types.DescribeTagResourcesRequest{ResourceType: types.ResourceTypeDomain, ResourceId: types.Repeated{steadyOne}}),
		steady((*c).ListTagResources, types.ListTagResourcesRequest{ResourceType: types.ResourceTypeDomain, Tag: types.Tags{{Key: steadyTag}}}),
		changing((*c).DescribeUserTags,
			func(*user) types.DescribeUserTagsRequest { return types.DescribeUserTagsRequest{} },
			func(_ *user, _ types.DescribeUserTagsRequest, resp *types.DescribeUserTagsResponse) bool {
				return slices.ContainsFunc(resp.Tags, func(tag types.UserTag) bool { return tag.Key == steadyTag })
			}),
	}
}

// securityTrials are trials of the actions about nodes and security.
func securityTrials(hourBefore time.Time) []trial {
	type c = alicdn.Client
	blocked := func(u *user) []string { return []string{"198.51.100." + strconv.Itoa(u.number)} }
	return []trial{
		steady((*c).DescribeUserVipsByDomain, types.DescribeUserVipsByDomainRequest{DomainName: steadyOne, Available: types.SwitchOn}),
		steady((*c).DescribeIpInfo, types.DescribeIpInfoRequest{IP: "198.19.0.1"}),
		steady((*c).BatchDescribeCdnIpInfo, types.BatchDescribeCdnIpInfoRequest{IpAddrList: []string{"198.19.0.1", "2001:db8::1"}}),
		steady((*c).DescribeIpStatus, types.DescribeIpStatusRequest{Ips: []string{"198.19.0.1", "198.19.0.2"}}),
		steady((*c).DescribeBlockedRegions, types.DescribeBlockedRegionsRequest{Language: types.BlockedRegionsLanguageJp}),
		changing((*c).SetCdnFullDomainsBlockIP,
			func(u *user) types.SetCdnFullDomainsBlockIPRequest {
				return types.SetCdnFullDomainsBlockIPRequest{OperationType: types.BlockTypeBlock, IPList: blocked(u), BlockInterval: new(60)}
			},
			func(_ *user, _ types.SetCdnFullDomainsBlockIPRequest, resp *types.SetCdnFullDomainsBlockIPResponse) bool {
				return resp.Code == 0 && resp.Message == "OK"
			}),
		changing((*c).DescribeCdnFullDomainsBlockIPConfig,
			func(u *user) types.DescribeCdnFullDomainsBlockIPConfigRequest {
				return types.DescribeCdnFullDomainsBlockIPConfigRequest{IPList: blocked(u)}
			},
			func(_ *user, _ types.DescribeCdnFullDomainsBlockIPConfigRequest, resp *types.DescribeCdnFullDomainsBlockIPConfigResponse) bool {
				return strings.Contains(resp.Message, "/blocklist/")
			}),
		changing((*c).DescribeCdnFullDomainsBlockIPHistory,
			func(u *user) types.DescribeCdnFullDomainsBlockIPHistoryRequest {
				return types.DescribeCdnFullDomainsBlockIPHistoryRequest{
					IPList: blocked(u), StartTime: types.UTC(hourBefore), EndTime: types.UTC(hourBefore.Add(day)),
				}
			},
			func(u *user, _ types.DescribeCdnFullDomainsBlockIPHistoryRequest, resp *types.DescribeCdnFullDomainsBlockIPHistoryResponse) bool {
				return len(resp.IPBlockInfo) > 0 && resp.IPBlockInfo[0].BlockIP == blocked(u)[0]
			}),
		steady((*c).DescribeCdnConditionIPBInfo, types.DescribeCdnConditionIPBInfoRequest{DataId: types.ConditionDataIdCountryEn}),
		steady((*c).DescribeCdnWafDomain, types.DescribeCdnWafDomainRequest{RegionId: types.WafRegionIdMainland, DomainName: "steady"}),
		steady((*c).SetWaitingRoomConfig, types.SetWaitingRoomConfigRequest{
			DomainName: steadyOne, WaitUri: "^/", AllowPct: new(50), MaxTimeWait: new(60), GapTime: new(0), WaitUrl: "http://" + steadyOne + "/wait",
		}),
	}
}

// chargeTypes are those that the account may have.
var chargeTypes = []types.InternetChargeType{types.InternetChargeTypePayByTraffic, types.InternetChargeTypePayByBandwidth}

// isNumber reports whether an ID is one of a task, of 15 digits.
func isNumber(id types.ID) bool {
	_, err := strconv.ParseInt(string(id), 10, 64)
	return err == nil && len(id) == 15
}

func areExports(tasks types.List[types.UsageData], total types.Int) bool {
	return len(tasks) == min(5, int(total)) && !slices.ContainsFunc(tasks, func(task types.UsageData) bool {
		return !isNumber(task.TaskId) || !strings.HasPrefix(task.TaskName, "u") || (task.Status == "Success") == (task.DownloadUrl == "")
	})
}
