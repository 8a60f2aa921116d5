package types

// HTTPS between visitor and CDN. The certificate is set by
// SetCdnDomainSSLCertificate.

// HttpsForce is [FunctionHttpsForce], which redirects HTTP to HTTPS.
type HttpsForce struct {
	ConfigRecord `function:"https_force"`

	// Enable switches it.
	Enable Switch `arg:"enable,enum=on|off"`
}

// HttpForce is [FunctionHttpForce], which redirects HTTPS to HTTP.
type HttpForce struct {
	ConfigRecord `function:"http_force"`

	// Enable switches it.
	Enable Switch `arg:"enable,enum=on|off"`
}

// HttpsOption is [FunctionHttpsOption], basic options of HTTPS.
type HttpsOption struct {
	ConfigRecord `function:"https_option"`

	// Http2 switches HTTP/2.
	Http2 Switch `arg:"http2,enum=on|off"`
}

// HttpsTlsVersion is [FunctionHttpsTlsVersion], the versions of TLS.
type HttpsTlsVersion struct {
	ConfigRecord `function:"https_tls_version"`

	// Tls1_0 switches TLS 1.0. The default is on.
	Tls1_0 Switch `arg:"tls1.0,enum=on|off,default=on"`

	// Tls1_1 switches TLS 1.1. The default is on.
	Tls1_1 Switch `arg:"tls1.1,enum=on|off,default=on"`

	// Tls1_2 switches TLS 1.2. The default is on.
	Tls1_2 Switch `arg:"tls1.2,enum=on|off,default=on"`

	// Tls1_3 switches TLS 1.3. The default is on.
	Tls1_3 Switch `arg:"tls1.3,enum=on|off,default=on"`
}

// HSTS is [FunctionHSTS], HTTP Strict Transport Security.
type HSTS struct {
	ConfigRecord `function:"HSTS"`

	// Enabled switches it. The service's default is off. Required.
	Enabled Switch `arg:"enabled,required,enum=on|off,default=off"`

	// HttpsHstsMaxAge is how long a browser remembers it, in seconds; the
	// reference suggests 5184000 (60 days). Required.
	HttpsHstsMaxAge *int `arg:"https_hsts_max_age,required"`

	// HttpsHstsIncludeSubdomains says whether the header names
	// includeSubDomains. All subdomains must have HTTPS first.
	HttpsHstsIncludeSubdomains Switch `arg:"https_hsts_include_subdomains,enum=on|off"`
}
