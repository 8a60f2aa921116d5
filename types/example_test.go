package types_test

import (
	"fmt"
	"time"

	"github.com/alicdn/alicdn-go/types"
)

// The bandwidth of a day in steps of 5 minutes; the first value is missing,
// which is not the same as 0.
func ExampleValues() {
	midnight := time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)
	bps := types.Values{{Time: midnight}}
	for i := int64(1); i < 288; i++ {
		bps = append(bps, types.Value{
			Time:   midnight.Add(time.Duration(i) * 5 * time.Minute),
			Number: types.IntNumber(i * 1_000_000),
		})
	}
	fmt.Println("mean:", bps.Mean())
	fmt.Println("peak:", bps.Peak().Number, "at", bps.Peak().Time.Format(time.TimeOnly))
	fmt.Println("billed:", bps.Percentile95().Number)
	// Output:
	// mean: 144000000
	// peak: 287000000 at 23:55:00
	// billed: 273000000
}

// A request that prints itself has its secrets masked.
func ExampleSetDomainServerCertificateRequest() {
	fmt.Printf("%+v\n", &types.SetDomainServerCertificateRequest{
		DomainName: "www.example.com", ServerCertificateStatus: types.SwitchOn, PrivateKey: "-----BEGIN PRIVATE KEY-----",
	})
	// Output: {DomainName:www.example.com ServerCertificateStatus:on ServerCertificate: PrivateKey:*** CertType: CertName: ForceSet:false}
}
