package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"
)

// The credentials that everyone signs with.
const (
	keyId     = "LTAI5tBenchmark00000000"
	keySecret = "benchmark0secret0benchmark0sec"
)

var (
	start = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	end   = start.Add(30 * 24 * time.Hour)
)

func domain(i int) string { return fmt.Sprintf("static-%04d.example.com", i) }

func numbered(n int, name func(int) string) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = name(i)
	}
	return list
}

// urls are what RefreshObjectCaches is asked for.
func urls(n int) []string {
	return numbered(n, func(i int) string {
		return fmt.Sprintf("https://static.example.com/images/2026/03/%06d.jpg?v=%d", i, i%7)
	})
}

// function is a configuration function, as every contender writes it.
type function struct {
	Name string     `json:"functionName"`
	Args []argument `json:"functionArgs"`
}

type argument struct {
	Name  string `json:"argName"`
	Value string `json:"argValue"`
}

func functions(n int) []function {
	list := make([]function, n)
	for i := range list {
		list[i] = function{"filetype_based_ttl_set", []argument{{"ttl", strconv.Itoa(600 + i)}, {"file_type", "jpg,png,gif"}, {"weight", strconv.Itoa(i + 1)}}}
	}
	return list
}

type object = map[string]any

func answer(o object) []byte {
	o["RequestId"] = "3C6CCEC4-6B88-4D4A-93E4-D47B3D92CF8F"
	body, err := json.Marshal(o)
	if err != nil {
		panic(err)
	}
	return body
}

const urlRemain = 1996

func quotaAnswer() []byte {
	return answer(object{
		"DirQuota": "100", "DirRemain": "99", "UrlQuota": "2000", "UrlRemain": strconv.Itoa(urlRemain), "PreloadQuota": "500", "PreloadRemain": "400",
		"BlockQuota": "300", "BlockRemain": "300", "RegexQuota": "20", "RegexRemain": "10",
	})
}

func bpsAnswer(points int) []byte {
	list := make([]object, points)
	for i := range list {
		value := 11288111 + 7919*i%1000003
		list[i] = object{
			"TimeStamp": start.Add(time.Duration(i) * 5 * time.Minute).Format(time.RFC3339),
			"Value":     strconv.Itoa(value), "DomesticValue": strconv.Itoa(value - 2000), "OverseasValue": "2000",
			"HttpsValue": strconv.Itoa(value / 2), "HttpsDomesticValue": strconv.Itoa(value/2 - 1000), "HttpsOverseasValue": "1000",
		}
	}
	return answer(object{
		"BpsDataPerInterval": object{"DataModule": list}, "DomainName": domain(0), "DataInterval": "300",
		"StartTime": start.Format(time.RFC3339), "EndTime": end.Format(time.RFC3339),
	})
}

func domainsAnswer(n int) []byte {
	list := make([]object, n)
	for i := range list {
		list[i] = object{
			"DomainName": domain(i), "Cname": domain(i) + ".w.kunlunsl.com", "CdnType": "web", "DomainStatus": "online", "Coverage": "domestic",
			"SslProtocol": "on", "DomainId": 1234567890123456 + i, "ResourceGroupId": "rg-acfmyuji4b6r4ty", "Description": "", "Sandbox": "",
			"GmtCreated": start.Add(time.Duration(i) * time.Minute).Format(time.RFC3339), "GmtModified": end.Format(time.RFC3339),
			"Sources": object{"Source": []object{{"Type": "domain", "Content": "origin.example.com", "Port": 443, "Priority": "20", "Weight": "10"}}},
		}
	}
	return answer(object{"Domains": object{"PageData": list}, "PageNumber": 1, "PageSize": n, "TotalCount": n})
}

const taskId = 704225667

func refreshAnswer() []byte { return answer(object{"RefreshTaskId": strconv.Itoa(taskId)}) }

func configAnswer(domains, functions int) []byte {
	list := make([]object, domains*functions)
	for i := range list {
		list[i] = object{"DomainName": domain(i / functions), "FunctionName": "filetype_based_ttl_set", "ConfigId": 5003576 + i}
	}
	return answer(object{"DomainConfigList": object{"DomainConfigModel": list}})
}
