package main

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha1"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
)

// floor is net/http with a query built and signed by hand, and one decode into
// plain structures.
type floor struct {
	url    string
	client *http.Client
}

func newFloor(address string, transport http.RoundTripper) floor {
	return floor{"http://" + address + "/", &http.Client{Transport: transport}}
}

// call signs and sends the parameters, pairs of name and value.
func (f floor) call(method, action string, out any, params ...[2]string) error {
	query := signedQuery(method, action, params)
	url, body := f.url, io.Reader(nil)
	if method == http.MethodGet {
		url += "?" + query
	} else {
		body = strings.NewReader(query)
	}
	req, err := http.NewRequestWithContext(context.Background(), method, url, body)
	if err != nil {
		return err
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	resp, err := f.client.Do(req)
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %s", resp.Status)
	}
	return json.UnmarshalRead(resp.Body, out)
}

func signedQuery(method, action string, params [][2]string) string {
	all := make([][2]string, 0, 16)
	all = append(all, [2]string{"AccessKeyId", keyId}, [2]string{"Action", action}, [2]string{"Format", "JSON"},
		[2]string{"SignatureMethod", "HMAC-SHA1"}, [2]string{"SignatureNonce", rand.Text()}, [2]string{"SignatureVersion", "1.0"},
		[2]string{"Timestamp", time.Now().UTC().Format("2006-01-02T15:04:05Z")}, [2]string{"Version", "2018-05-10"})
	all = append(all, params...)
	slices.SortFunc(all, func(a, b [2]string) int { return cmp.Compare(a[0], b[0]) })
	size := 64
	for _, p := range all {
		size += len(p[0]) + len(p[1])*3/2 + 2
	}
	query := make([]byte, 0, size)
	for _, p := range all {
		query = escape(append(escape(append(query, '&'), p[0]), '='), p[1])
	}
	query = query[1:]
	text := append(make([]byte, 0, len(query)*3/2), method...)
	text = escape(append(text, "&%2F&"...), query)
	mac := hmac.New(sha1.New, []byte(keySecret+"&"))
	mac.Write(text)
	return string(escape(append(query, "&Signature="...), base64.StdEncoding.EncodeToString(mac.Sum(nil))))
}

func escape[T string | []byte](b []byte, s T) []byte {
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_', c == '.', c == '~':
			b = append(b, c)
		default:
			b = append(b, '%', "0123456789ABCDEF"[c>>4], "0123456789ABCDEF"[c&15])
		}
	}
	return b
}

type floorQuota struct {
	RequestId          string
	DirQuota           int64 `json:",string"`
	DirRemain          int64 `json:",string"`
	UrlQuota           int64 `json:",string"`
	UrlRemain          int64 `json:",string"`
	PreloadQuota       int64 `json:",string"`
	PreloadRemain      int64 `json:",string"`
	BlockQuota         int64 `json:",string"`
	BlockRemain        int64 `json:",string"`
	IgnoreParamsQuota  int64 `json:",string"`
	IgnoreParamsRemain int64 `json:",string"`
	PreloadEdgeQuota   int64 `json:",string"`
	PreloadEdgeRemain  int64 `json:",string"`
	RegexQuota         int64 `json:",string"`
	RegexRemain        int64 `json:",string"`
}

type floorBps struct {
	RequestId          string
	BpsDataPerInterval struct{ DataModule []floorPoint }
	DomainName         string
	DataInterval       int64 `json:",string"`
	StartTime          time.Time
	EndTime            time.Time
	LocationNameEn     string
	IspNameEn          string
}

type floorPoint struct {
	TimeStamp          time.Time
	Value              int64 `json:",string"`
	DomesticValue      int64 `json:",string"`
	OverseasValue      int64 `json:",string"`
	HttpsValue         int64 `json:",string"`
	HttpsDomesticValue int64 `json:",string"`
	HttpsOverseasValue int64 `json:",string"`
}

type floorDomains struct {
	RequestId  string
	PageNumber int64
	TotalCount int64
	PageSize   int64
	Domains    struct{ PageData []floorDomain }
}

type floorDomain struct {
	CdnType         string
	DomainStatus    string
	DomainName      string
	GmtModified     time.Time
	GmtCreated      time.Time
	Description     string
	ResourceGroupId string
	Cname           string
	SslProtocol     string
	Sources         struct{ Source []floorSource }
	Coverage        string
	DomainId        int64
	Sandbox         string
}

type floorSource struct {
	Type     string
	Content  string
	Port     int64
	Priority string
	Weight   string
}

type floorRefresh struct {
	RequestId     string
	RefreshTaskId string
}

type floorConfig struct {
	RequestId        string
	DomainConfigList struct {
		DomainConfigModel []struct {
			ConfigId     int64
			DomainName   string
			FunctionName string
		}
	}
}

func (f floor) quota() (int, error) {
	var resp floorQuota
	err := f.call(http.MethodGet, "DescribeRefreshQuota", &resp)
	return int(resp.UrlRemain), err
}

func (f floor) bps() (int, error) {
	var resp floorBps
	err := f.call(http.MethodGet, "DescribeDomainBpsData", &resp, [2]string{"DomainName", domain(0)},
		[2]string{"StartTime", start.Format(time.RFC3339)}, [2]string{"EndTime", end.Format(time.RFC3339)},
		[2]string{"Interval", "300"}, [2]string{"IspNameEn", "alicom"})
	return len(resp.BpsDataPerInterval.DataModule), err
}

func (f floor) domains() (int, error) {
	var resp floorDomains
	err := f.call(http.MethodGet, "DescribeUserDomains", &resp, [2]string{"PageSize", "500"}, [2]string{"PageNumber", "1"})
	return len(resp.Domains.PageData), err
}

func (f floor) refresh(urls []string) (int, error) {
	var resp floorRefresh
	if err := f.call(http.MethodPost, "RefreshObjectCaches", &resp, [2]string{"ObjectPath", strings.Join(urls, "\n")}, [2]string{"ObjectType", "File"}); err != nil {
		return 0, err
	}
	return strconv.Atoi(resp.RefreshTaskId)
}

func (f floor) configure(domains []string, fns []function) (int, error) {
	list, err := json.Marshal(fns)
	if err != nil {
		return 0, err
	}
	var resp floorConfig
	err = f.call(http.MethodPost, "BatchSetCdnDomainConfig", &resp, [2]string{"DomainNames", strings.Join(domains, ",")}, [2]string{"Functions", string(list)})
	return len(resp.DomainConfigList.DomainConfigModel), err
}

func (f floor) decodeQuota(body []byte) (int, error) {
	var resp floorQuota
	err := json.Unmarshal(body, &resp)
	return int(resp.UrlRemain), err
}

func (f floor) decodeBps(body []byte) (int, error) {
	var resp floorBps
	err := json.Unmarshal(body, &resp)
	return len(resp.BpsDataPerInterval.DataModule), err
}

func (f floor) decodeDomains(body []byte) (int, error) {
	var resp floorDomains
	err := json.Unmarshal(body, &resp)
	return len(resp.Domains.PageData), err
}
