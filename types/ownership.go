package types

import (
	"cmp"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// DescribeVerifyContentRequest holds the parameters of DescribeVerifyContent.
type DescribeVerifyContentRequest struct {
	// DomainName is the domain, one a request. Required.
	DomainName string `url:"DomainName"`
}

// DescribeVerifyContentResponse is the answer of DescribeVerifyContent.
type DescribeVerifyContentResponse struct {
	Meta

	// Content is the text to publish as the proof, such as
	// verify_dffeb6610035dcb77b413a59c32cd91f. It is no secret.
	Content string `json:"Content"`
}

// VerifyDomainOwnerRequest holds the parameters of VerifyDomainOwner.
type VerifyDomainOwnerRequest struct {
	// DomainName is the domain, one a request. Required.
	DomainName string `url:"DomainName"`

	// VerifyType says where the proof is. Required.
	VerifyType VerifyType `url:"VerifyType"`
}

// VerifyDomainOwnerResponse is the answer of VerifyDomainOwner.
type VerifyDomainOwnerResponse struct {
	Meta

	// Content is, in the words of one page, the outcome, and in those of
	// another the text to publish, which comes with a failure only. A failure
	// is an error.
	Content string `json:"Content"`
}

// VerifyType is a way to prove the ownership of a root domain.
type VerifyType string

// The ways to prove the ownership.
const (
	VerifyTypeDnsCheck  VerifyType = "dnsCheck"  // by a DNS record
	VerifyTypeFileCheck VerifyType = "fileCheck" // by a file on the web server of the root domain
)

// DescribeDomainVerifyDataRequest holds the parameters of
// DescribeDomainVerifyData.
type DescribeDomainVerifyDataRequest struct {
	// DomainName is the domain, one a request. Required.
	DomainName string `url:"DomainName"`

	// GlobalResourcePlan says whether the domain takes part in the global
	// resource plan, on which the content depends.
	GlobalResourcePlan Switch `url:"GlobalResourcePlan,omitempty"`
}

// DescribeDomainVerifyDataResponse is the answer of DescribeDomainVerifyData.
type DescribeDomainVerifyDataResponse struct {
	Meta

	// Content is the record to publish as the proof.
	Content VerifyData `json:"Content"`
}

// VerifyData is a DNS record that proves the ownership of a domain. The service
// writes it as JSON text, on newer pages as an object; both are read.
type VerifyData struct {
	// VerifyKey is the host of the record, such as verification.
	VerifyKey string `json:"verifyKey"`

	// VerifiCode is the value of the record. Spelled so by the service;
	// verifyCode, as newer pages have it, is read too.
	VerifiCode string `json:"verifiCode"`

	// RootDomain is the domain that the host belongs to. Older answers do not
	// have it.
	RootDomain string `json:"RootDomain"`
}

// UnmarshalJSONFrom reads an object, or the text of one. Null and "" stand for
// no data.
func (d *VerifyData) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	*d = VerifyData{}
	raw, err := readRaw(dec)
	if err != nil || raw == "" {
		return err
	}
	return readText(dec, raw, d.readObject)
}

func (d *VerifyData) readObject(dec *jsontext.Decoder) error {
	type plain VerifyData // without its methods
	var read struct {
		plain

		VerifyCode string `json:"verifyCode"`
	}
	err := json.UnmarshalDecode(dec, &read)
	*d = VerifyData(read.plain)
	d.VerifiCode = cmp.Or(d.VerifiCode, read.VerifyCode)
	return err
}

// ModifyCdnDomainOwnerRequest holds the parameters of ModifyCdnDomainOwner.
type ModifyCdnDomainOwnerRequest struct {
	// DomainName is the domain to move to the account of the caller. Required.
	DomainName string `url:"DomainName"`
}

// ModifyCdnDomainOwnerResponse is the answer of ModifyCdnDomainOwner.
type ModifyCdnDomainOwnerResponse struct {
	Meta

	// Content are remarks on the move.
	Content OwnerRemarks `json:"Content"`
}

// OwnerRemarks are remarks on the move of a domain to another account: a plain
// sentence, or the JSON text of an object without a fixed shape, such as
// {"域名归属权校验":false}.
//
//nolint:recvcheck // written as a value, read into a pointer
type OwnerRemarks string

// UnmarshalJSONFrom reads a text as it is, and all else as JSON text.
func (r *OwnerRemarks) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	value, err := dec.ReadValue()
	switch {
	case err != nil:
		return err
	case value.Kind() == '"':
		return json.Unmarshal(value, (*string)(r), dec.Options())
	case value.Kind() == 'n':
		*r = ""
		return nil
	}
	var document any = value
	if value.Kind() == '{' {
		members := map[string]jsontext.Value{} // the last of the same name counts
		if err := json.Unmarshal(value, &members, dec.Options()); err != nil {
			return err
		}
		document = members
	}
	text, err := json.Marshal(document, json.Deterministic(true), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	*r = OwnerRemarks(strings.ToValidUTF8(string(text), "\uFFFD"))
	return err
}

// MarshalJSON writes an object as such, and all else as a text.
func (r OwnerRemarks) MarshalJSON() ([]byte, error) {
	if value := jsontext.Value(r); value.Kind() == '{' && value.IsValid() {
		return value, nil
	}
	return json.Marshal(strings.ToValidUTF8(string(r), "\uFFFD"))
}
