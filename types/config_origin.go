package types

// How content is fetched from the origin.

// OssAuth is [FunctionOssAuth], the authentication against an OSS bucket.
type OssAuth struct {
	ConfigRecord `function:"oss_auth"`

	// OssBucketId is the address of the bucket.
	OssBucketId string `arg:"oss_bucket_id"`
}

// L2OssKey is [FunctionL2OssKey], which fetches from a private OSS bucket.
type L2OssKey struct {
	ConfigRecord `function:"l2_oss_key"`

	// PrivateOssAuth says whether requests to the bucket are authenticated.
	PrivateOssAuth Switch `arg:"private_oss_auth,enum=on|off"`
}

// SetReqHostHeader is [FunctionSetReqHostHeader], which sets the Host header
// of requests to the origin.
type SetReqHostHeader struct {
	ConfigRecord `function:"set_req_host_header"`

	// DomainName is the value of the header.
	DomainName string `arg:"domain_name"`
}

// SetReqHeader is [FunctionSetReqHeader], which sets a header of requests to
// the origin. A domain may have several, told apart by Key. The value may be a
// token and is not printed.
type SetReqHeader struct {
	ConfigRecord `function:"set_req_header"`

	// Key is the name of the header.
	Key string `arg:"key,key"`

	// Value is the value of the header.
	Value string `arg:"value"`
}

// ForwardScheme is [FunctionForwardScheme], which sets the scheme of requests
// to the origin.
type ForwardScheme struct {
	ConfigRecord `function:"forward_scheme"`

	// Enable switches it.
	Enable Switch `arg:"enable,enum=on|off"`

	// SchemeOrigin is the scheme.
	SchemeOrigin OriginScheme `arg:"scheme_origin,enum=http|https|follow"`
}

// OriginScheme is the scheme of requests to the origin.
type OriginScheme string

// The schemes of requests to the origin.
const (
	OriginSchemeHttp   OriginScheme = "http"   // HTTP
	OriginSchemeHttps  OriginScheme = "https"  // HTTPS
	OriginSchemeFollow OriginScheme = "follow" // that of the visitor's request
)

// Range is [FunctionRange], which fetches from the origin in ranges.
type Range struct {
	ConfigRecord `function:"range"`

	// Enable switches it.
	Enable RangeEnable `arg:"enable,enum=on|off|force"`
}

// RangeEnable says whether the origin is asked for ranges.
type RangeEnable string

// Whether the origin is asked for ranges.
const (
	RangeEnableOn    RangeEnable = "on"    // ranges are asked for
	RangeEnableOff   RangeEnable = "off"   // whole files are asked for
	RangeEnableForce RangeEnable = "force" // nothing but ranges is asked for
)

// Dynamic is [FunctionDynamic], which accelerates a whole site, its dynamic
// content included.
type Dynamic struct {
	ConfigRecord `function:"dynamic"`

	// Enable switches it. Required.
	Enable Switch `arg:"enable,required,enum=on|off"`

	// StaticRouteType are the file suffixes that are accelerated as static. The
	// reference does not say what separates several.
	StaticRouteType string `arg:"static_route_type"`

	// StaticRouteUrl are the URIs that are accelerated as static, as for
	// StaticRouteType.
	StaticRouteUrl string `arg:"static_route_url"`

	// StaticRoutePath are the paths that are accelerated as static, as for
	// StaticRouteType.
	StaticRoutePath string `arg:"static_route_path"`

	// DynamicRouteOrigin is the scheme of requests to the origin.
	DynamicRouteOrigin OriginScheme `arg:"dynamic_route_origin,enum=http|https|follow"`
}
