package alicdn

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go/types"
)

// billingRequests are requests of the actions about bills and settings of the
// account with every field set.
var billingRequests = map[string]any{
	"DescribeCdnUserBillHistory": &types.DescribeCdnUserBillHistoryRequest{
		StartTime: types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:   types.UTC(time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)),
	},
	"DescribeCdnUserBillPrediction": &types.DescribeCdnUserBillPredictionRequest{
		StartTime: types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:   types.UTC(time.Date(2026, 3, 20, 0, 0, 0, 0, time.UTC)),
		Dimension: types.BillDimensionFlow,
		Area:      []types.UsageArea{types.UsageAreaCN, types.UsageAreaOverSeas},
	},
	"DescribeCdnUserBillType": &types.DescribeCdnUserBillTypeRequest{
		StartTime: types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)),
		EndTime:   types.UTC(time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)),
	},
	"DescribeCdnOrderCommodityCode": &types.DescribeCdnOrderCommodityCodeRequest{CommodityCode: "cdnflowbag"},
	"DescribeUserCdnStatus":         &types.DescribeUserCdnStatusRequest{},
	"DescribeCdnUserConfigs":        &types.DescribeCdnUserConfigsRequest{FunctionName: types.UserConfigFunctionDomainBusinessControl},
	"DescribeUserConfigs":           &types.DescribeUserConfigsRequest{Config: types.UserFeatureWaf},
	"DescribeCdnSecFuncInfo": &types.DescribeCdnSecFuncInfoRequest{
		SecFuncType: types.SecFuncTypeCipherSuiteGroupStrict,
		Lang:        types.LangEn,
	},
}

func march() (from, to types.Time) {
	return types.UTC(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)), types.UTC(time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC))
}

// The vendor's sample writes FLOW, and as text; a quantity may be larger than a
// float32 can hold.
func TestBillHistoryIsExact(t *testing.T) {
	t.Parallel()
	c := answering(t, `{"BillHistoryData":{"BillHistoryDataItem":[{"BillTime":"2018-09-30T16:00:00Z","BillType":"month_95_overseas","Dimension":"flow",
		"BillingData":{"BillingDataItem":[{"CdnRegion":"OverSeas","ChargeType":"StaticHttps","FLOW":"9007199254740993"},{"Bandwidth":1234567891}]}}]}}`)
	from, to := march()
	resp, err := c.DescribeCdnUserBillHistory(t.Context(), &types.DescribeCdnUserBillHistoryRequest{StartTime: from, EndTime: to})
	require.NoError(t, err)
	require.Len(t, resp.BillHistoryData, 1)
	item := resp.BillHistoryData[0]
	assert.Equal(t, types.BillType("month_95_overseas"), item.BillType)
	require.Len(t, item.BillingData, 2)
	assert.Equal(t, types.UsageAreaOverSeas, item.BillingData[0].CdnRegion)
	assert.Equal(t, types.ChargeType("StaticHttps"), item.BillingData[0].ChargeType)
	assert.Equal(t, int64(9007199254740993), item.BillingData[0].Flow.Int64())
	assert.False(t, item.BillingData[0].Bandwidth.IsSet())
	assert.Equal(t, int64(1234567891), item.BillingData[1].Bandwidth.Int64())
	assert.False(t, item.BillingData[1].Count.IsSet())
}

func TestBillsAreAskedForInOrder(t *testing.T) {
	t.Parallel()
	c := answering(t, `{}`)
	from, to := march()
	var refused *ParamError
	_, err := c.DescribeCdnUserBillHistory(t.Context(), &types.DescribeCdnUserBillHistoryRequest{StartTime: to, EndTime: from})
	require.ErrorAs(t, err, &refused)
	_, err = c.DescribeCdnUserBillType(t.Context(), &types.DescribeCdnUserBillTypeRequest{StartTime: from, EndTime: from})
	require.ErrorAs(t, err, &refused)
	month := types.UTC(from.AddDate(0, 0, 31))
	_, err = c.DescribeCdnUserBillType(t.Context(), &types.DescribeCdnUserBillTypeRequest{StartTime: from, EndTime: month})
	require.NoError(t, err)
	_, err = c.DescribeCdnUserBillType(t.Context(), &types.DescribeCdnUserBillTypeRequest{StartTime: from, EndTime: types.UTC(month.Add(time.Second))})
	require.ErrorAs(t, err, &refused, "longer than any month")
	_, err = c.DescribeCdnUserBillHistory(t.Context(), &types.DescribeCdnUserBillHistoryRequest{StartTime: from, EndTime: types.UTC(from.AddDate(0, 6, 0))})
	require.NoError(t, err, "whether a month is the longest span is not clear")
	_, err = c.DescribeCdnUserBillPrediction(t.Context(), &types.DescribeCdnUserBillPredictionRequest{StartTime: to, EndTime: from})
	require.ErrorAs(t, err, &refused)
	_, err = c.DescribeCdnUserBillPrediction(t.Context(), &types.DescribeCdnUserBillPredictionRequest{Area: []types.UsageArea{""}})
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, "Area.1", refused.Param)
	_, err = c.DescribeCdnUserBillPrediction(t.Context(), nil)
	require.NoError(t, err)
	_, err = c.DescribeCdnUserBillPrediction(t.Context(), &types.DescribeCdnUserBillPredictionRequest{EndTime: to})
	require.NoError(t, err, "one of the two is enough")
}

func TestUserFeatures(t *testing.T) {
	t.Parallel()
	for value, want := range map[string][]types.UserFeature{
		`{"dcdn_allow":["cc_rule","ddos_dispatch"]}`: {types.UserFeatureCcRule, types.UserFeatureDdosDispatch},
		`{"scdn_allow":["waf"]}`:                     {types.UserFeatureWaf},
		`{"b":["waf"],"a":["oss","new"],"c":[]}`:     {types.UserFeatureOss, "new", types.UserFeatureWaf},
		`{}`:                                         nil,
		``:                                           nil,
		`on`:                                         nil,
		`{"a":"waf"}`:                                nil,
		`{"a":["waf"],"b":["oss","waf"],"c":{"d":1},"e":5,"f":null}`: {types.UserFeatureWaf, types.UserFeatureOss},
	} {
		assert.Equal(t, want, types.CdnUserConfig{ArgValue: value}.Features(), value)
	}
}

// The RetCode of an answer decides whether it is one.
func TestSecFuncInfoFails(t *testing.T) {
	t.Parallel()
	request := billingRequests["DescribeCdnSecFuncInfo"].(*types.DescribeCdnSecFuncInfoRequest)
	for _, body := range []string{
		`{"RetCode":"1001","HttpStatus":"400","Description":"SecFuncType is wrong","RequestId":"R-1","Content":[]}`,
		`{"retcode":1001,"description":"SecFuncType is wrong","requestId":"R-1"}`,
	} {
		resp, err := answering(t, body).DescribeCdnSecFuncInfo(t.Context(), request)
		assert.Nil(t, resp)
		var failed *Error
		require.ErrorAs(t, err, &failed)
		assert.Equal(t, "1001", failed.Code)
		assert.Equal(t, "SecFuncType is wrong", failed.Message)
		assert.Equal(t, "R-1", failed.RequestId)
	}
	for _, body := range []string{`{"RetCode":"0"}`, `{"RetCode":0,"Description":"OK"}`, `{}`, `{"RetCode":""}`, `{"Description":"x"}`} {
		_, err := answering(t, body).DescribeCdnSecFuncInfo(t.Context(), request)
		require.NoError(t, err, body)
	}
	// Of other answers a RetCode is nobody's business.
	_, err := answering(t, `{"RetCode":"1001"}`).DescribeUserCdnStatus(t.Context(), nil)
	require.NoError(t, err)
	_, err = answering(t, `{"Code":"ServiceBusy","RetCode":"0"}`).DescribeCdnSecFuncInfo(t.Context(), request)
	require.ErrorIs(t, err, ErrBusy)
}

func TestUserCdnStatusInAnyForm(t *testing.T) {
	t.Parallel()
	for body, want := range map[string][2]types.Bool{
		`{"Enabled":true,"InDebt":false}`:     {true, false},
		`{"Enabled":"true","InDebt":"False"}`: {true, false},
		`{"Enabled":1,"InDebt":"0"}`:          {true, false},
		`{"Enabled":"on","InDebt":null}`:      {true, false},
		`{"Enabled":"","InDebt":"OFF"}`:       {false, false},
		`{}`:                                  {false, false},
	} {
		resp, err := answering(t, body).DescribeUserCdnStatus(t.Context(), nil)
		require.NoError(t, err, body)
		assert.Equal(t, want, [2]types.Bool{resp.Enabled, resp.InDebt}, body)
	}
	_, err := answering(t, `{"Enabled":"perhaps"}`).DescribeUserCdnStatus(t.Context(), nil)
	var decode *DecodeError
	require.ErrorAs(t, err, &decode)
	assert.Equal(t, "/Enabled", decode.Path)
}
