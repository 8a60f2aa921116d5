package types

// Meta is what every response carries.
type Meta struct {
	// RequestId identifies the request at the service. Quote it when asking
	// the vendor's support about a call.
	RequestId string `json:"RequestId"`
}
