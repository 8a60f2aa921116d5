package peers_test

import (
	"net/http"
	"testing"

	"github.com/aliyun/alibaba-cloud-sdk-go/services/cdn"
	"github.com/stretchr/testify/require"

	"github.com/alicdn/alicdn-go"
	"github.com/alicdn/alicdn-go/cdntest"
	"github.com/alicdn/alicdn-go/types"
)

// TestOfficialRealTimeLogs is about the names with a capital T.
func TestOfficialRealTimeLogs(t *testing.T) {
	t.Parallel()
	tw := newTwins(t, cdntest.WithDomains(www))
	compare(tw, (*cdn.Client).CreateRealTimeLogDelivery, cdn.CreateCreateRealTimeLogDeliveryRequest(), params{
		"Domain": www, "Project": "project-1", "Logstore": "store-1", "Region": "cn-hangzhou",
	}, (*alicdn.Client).CreateRealTimeLogDelivery, &types.CreateRealTimeLogDeliveryRequest{
		Domain: www, Project: "project-1", Logstore: "store-1", Region: "cn-hangzhou",
	})
	list := compareRaw(tw, "ListRealtimeLogDelivery", http.MethodGet, nil, (*alicdn.Client).ListRealtimeLogDelivery, nil)
	require.Len(t, list.Content, 1)
	compare(tw, (*cdn.Client).DeleteRealTimeLogLogstore, cdn.CreateDeleteRealTimeLogLogstoreRequest(), params{
		"Project": "project-1", "Logstore": "store-1", "Region": "cn-hangzhou",
	}, (*alicdn.Client).DeleteRealTimeLogLogstore, &types.DeleteRealTimeLogLogstoreRequest{
		Project: "project-1", Logstore: "store-1", Region: "cn-hangzhou",
	})
}
