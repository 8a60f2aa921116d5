package cdntest

import (
	"strings"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

var serviceHandlers = map[string]handler{
	"OpenCdnService":                 openCdnService,
	"ModifyCdnService":               modifyCdnService,
	"DescribeCdnService":             describeCdnService,
	"DescribeCdnUserQuota":           describeCdnUserQuota,
	"DescribeCdnUserResourcePackage": describeCdnUserResourcePackage,
}

// serviceState is the account's contract.
type serviceState struct {
	open       bool
	opened     time.Time
	chargeType string

	nextChargeType string // "": stays
	nextFrom       time.Time

	contracts []contract // how it was billed, oldest first; the last one applies

	packages []resourcePackage
}

// newServiceState is a contract that has run for a year.
func newServiceState(now time.Time) serviceState {
	opened := now.AddDate(-1, 0, 0)
	return serviceState{
		opened:   opened,
		packages: resourcePackages(opened),
	}
}

// bill begins to bill in a way.
func (s *serviceState) bill(chargeType string, from time.Time) {
	s.chargeType = chargeType
	s.contracts = append(s.contracts, contract{billType: billTypes[chargeType], from: from})
}

// settle makes a change of the billing type effective.
func (s *serviceState) settle(now time.Time) {
	if s.nextChargeType != "" && !now.Before(s.nextFrom) {
		s.bill(s.nextChargeType, s.nextFrom)
		s.nextChargeType = ""
	}
}

func openCdnService(s *state, c *call) (object, *fault) {
	if s.service.open {
		return nil, c.fault(types.CdnServiceHasOpened)
	}
	s.service.open = true
	s.service.opened = c.now
	s.service.contracts = nil
	s.service.bill(c.get("InternetChargeType"), c.now)
	s.service.packages = nil
	return nil, nil
}

func modifyCdnService(s *state, c *call) (object, *fault) {
	s.service.nextChargeType = c.get("InternetChargeType")
	s.service.nextFrom = nextMidnight(c.now)
	return nil, nil
}

// nextMidnight is 00:00 of the next day in Beijing.
func nextMidnight(now time.Time) time.Time {
	year, month, day := now.In(beijing).Date()
	return time.Date(year, month, day+1, 0, 0, 0, 0, beijing)
}

func describeCdnService(s *state, _ *call) (object, *fault) {
	service := &s.service
	affects := ""
	if service.nextChargeType != "" {
		affects = utc(service.nextFrom)
	}
	return object{
		"InternetChargeType": service.chargeType,
		"OpeningTime":        utc(service.opened),
		"ChangingChargeType": service.nextChargeType,
		"ChangingAffectTime": affects,
		"OperationLocks":     object{"LockReason": []object{}},
	}, nil
}

func describeCdnUserQuota(s *state, c *call) (object, *fault) {
	remaining := s.remaining(c.now)
	return object{
		"DomainQuota":      s.quota.Domains,
		"RefreshUrlQuota":  s.quota.RefreshUrls,
		"RefreshUrlRemain": remaining.RefreshUrls,
		"RefreshDirQuota":  s.quota.RefreshDirs,
		"RefreshDirRemain": remaining.RefreshDirs,
		"PreloadQuota":     s.quota.PreloadUrls,
		"PreloadRemain":    remaining.PreloadUrls,
		"BlockQuota":       s.quota.BlockUrls,
		"BlockRemain":      remaining.BlockUrls,
	}, nil
}

// resourcePackage is something paid in advance: traffic in bytes, or HTTPS requests.
type resourcePackage struct {
	id, commodity, name string
	status              string // valid, closed, exhaust
	capacity, left      string // numbers, written as strings
	start, end          time.Time
}

// resourcePackages are those of an account that has bought one of each kind
// after it was opened, and has used one up since.
func resourcePackages(opened time.Time) []resourcePackage {
	start, end := opened.Add(time.Hour), opened.AddDate(3, 0, 0)
	return []resourcePackage{
		{
			id: "FP-ilttxc23a", commodity: "cdnflowbag", name: "CDN流量包（国内版）",
			status: "valid", capacity: "10995116277760", left: "10995089554629", start: start, end: end,
		},
		{
			id: "CDNHTTPSBAG-cn-v0h0dnlq4000m9", commodity: "cdnhttpsbag", name: "CDN HTTPS请求数资源包",
			status: "valid", capacity: "10000000", left: "9999645", start: start, end: end,
		},
		{
			id: "FP-mkqgwsyui", commodity: "cdnflowbag", name: "CDN流量包（国内版）",
			status: "closed", capacity: "536870912000", left: "0", start: start, end: start.AddDate(0, 6, 0),
		},
	}
}

func describeCdnUserResourcePackage(s *state, c *call) (object, *fault) {
	infos := []object{}
	for _, p := range s.service.packages {
		if !strings.EqualFold(p.status, c.get("Status")) {
			continue
		}
		infos = append(infos, object{
			"InstanceId":    p.id,
			"CommodityCode": p.commodity,
			"DisplayName":   p.name,
			"Status":        p.status,
			"InitCapacity":  p.capacity,
			"CurrCapacity":  p.left,
			"StartTime":     utc(p.start),
			"EndTime":       utc(p.end),
		})
	}
	return object{"ResourcePackageInfos": object{"ResourcePackageInfo": infos}}, nil
}
