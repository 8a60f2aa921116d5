package cdntest

import "strings"

// region is where users are: a province of mainland China, or somewhere else
// in the world.
type region struct {
	zh, en string
	area   string // billing area, as DescribeDomainUsageData calls it
	weight int
}

// domestic reports whether the region belongs to mainland China.
func (r *region) domestic() bool { return r.area == mainland }

// title is the English name as answers have it.
func (r *region) title() string { return strings.ToUpper(r.en[:1]) + r.en[1:] }

// mainland is the billing area of mainland China; OverSeas is all others.
const mainland = "CN"

// isp is a network that users are connected by.
type isp struct {
	zh, en string
	weight int // within mainland China
}

// regions are those of the reference's sample, in its order, and some of the
// rest of the world, so that each billing area has users.
var regions = []region{
	{"辽宁省", "liaoning", mainland, 28},
	{"广西壮族自治区", "guangxi", mainland, 32},
	{"安徽省", "anhui", mainland, 40},
	{"宁夏回族自治区", "ningxia", mainland, 6},
	{"江西省", "jiangxi", mainland, 28},
	{"广东省", "guangdong", mainland, 118},
	{"内蒙古自治区", "neimenggu", mainland, 16},
	{"澳门特别行政区", "aomen", "AP1", 2},
	{"江苏省", "jiangsu", mainland, 82},
	{"天津市", "tianjin", mainland, 15},
	{"重庆市", "chongqing", mainland, 26},
	{"吉林省", "jilin", mainland, 16},
	{"陕西省", "shaanxi", mainland, 28},
	{"上海市", "shanghai", mainland, 48},
	{"四川省", "sichuan", mainland, 56},
	{"云南省", "yunnan", mainland, 28},
	{"香港特别行政区", "xianggang", "AP1", 12},
	{"台湾省", "taiwan", "AP1", 7},
	{"山东省", "shandong", mainland, 74},
	{"西藏自治区", "xizang", mainland, 3},
	{"河北省", "hebei", mainland, 50},
	{"青海省", "qinghai", mainland, 5},
	{"甘肃省", "gansu", mainland, 16},
	{"新疆维吾尔自治区", "xinjiang", mainland, 18},
	{"黑龙江省", "heilongjiang", mainland, 20},
	{"山西省", "shanxi", mainland, 24},
	{"海南省", "hainan", mainland, 9},
	{"浙江省", "zhejiang", mainland, 72},
	{"河南省", "henan", mainland, 64},
	{"福建省", "fujian", mainland, 42},
	{"贵州省", "guizhou", mainland, 24},
	{"湖北省", "hubei", mainland, 44},
	{"湖南省", "hunan", mainland, 44},
	{"北京市", "beijing", mainland, 52},
	{"日本", "japan", "AP1", 8},
	{"新加坡", "singapore", "AP1", 10},
	{"韩国", "korea", "AP2", 5},
	{"印度尼西亚", "indonesia", "AP2", 5},
	{"澳大利亚", "australia", "AP3", 5},
	{"印度", "india", "AP3", 5},
	{"美国", "unitedstates", "NA", 16},
	{"加拿大", "canada", "NA", 4},
	{"巴西", "brazil", "SA", 3},
	{"英国", "unitedkingdom", "EU", 5},
	{"德国", "germany", "EU", 5},
	{"阿拉伯联合酋长国", "unitedarabemirates", "MEAA", 3},
	{"南非", "southafrica", "MEAA", 2},
}

// isps are those of the reference's samples; overseas is the one of everybody
// outside mainland China.
var isps = []isp{
	{"联通", "unicom", 240},
	{"铁通", "tietong", 20},
	{"电信", "telecom", 380},
	{"教育网", "cernet", 30},
	{"鹏博士", "drpeng", 30},
	{"移动", "mobile", 270},
	{"阿里巴巴", "alibaba", 10},
	{"其他", "other", 20},
	{"海外ISP", "overseas", 0},
}

// place is a region and a network there.
type place struct {
	region *region
	isp    *isp
}

var placeLot = newLot(allPlaces())

// allPlaces returns each network of each region.
func allPlaces() []weighted[*place] {
	abroad := &isps[len(isps)-1]
	var all []weighted[*place]
	for i := range regions {
		r := &regions[i]
		if !r.domestic() {
			all = append(all, weighted[*place]{&place{region: r, isp: abroad}, r.weight * 1000})
			continue
		}
		for j := range isps {
			if n := &isps[j]; n.weight > 0 {
				all = append(all, weighted[*place]{&place{region: r, isp: n}, r.weight * n.weight})
			}
		}
	}
	return all
}

// findRegion returns the region of that name, English or Chinese, nil if there
// is none.
func findRegion(name string) *region {
	for i := range regions {
		if strings.EqualFold(regions[i].en, name) || regions[i].zh == name {
			return &regions[i]
		}
	}
	return nil
}

// findISP returns the network of that name, English or Chinese, nil if there is
// none.
func findISP(name string) *isp {
	for i := range isps {
		if strings.EqualFold(isps[i].en, name) || isps[i].zh == name {
			return &isps[i]
		}
	}
	return nil
}
