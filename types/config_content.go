package types

// What visitors are sent.

// ErrorPage is [FunctionErrorPage], which redirects error pages. A domain may
// have several, told apart by ErrorCode.
type ErrorPage struct {
	ConfigRecord `function:"error_page"`

	// ErrorCode is the status code of the error.
	ErrorCode string `arg:"error_code,key"`

	// RewritePage is the page to redirect to.
	RewritePage string `arg:"rewrite_page"`
}

// SetRespHeader is [FunctionSetRespHeader], which sets a header of responses,
// as the browser sees it. A domain may have several, told apart by Key.
type SetRespHeader struct {
	ConfigRecord `function:"set_resp_header"`

	// Key is the name of the header.
	Key string `arg:"key,key"`

	// Value is the value of the header; null deletes the header.
	Value string `arg:"value"`
}

// Gzip is [FunctionGzip], which compresses responses.
type Gzip struct {
	ConfigRecord `function:"gzip"`

	// Enable switches it. Required.
	Enable Switch `arg:"enable,required,enum=on|off"`
}

// Tesla is [FunctionTesla], which optimises pages.
type Tesla struct {
	ConfigRecord `function:"tesla"`

	// Enable switches it. Required.
	Enable Switch `arg:"enable,required,enum=on|off"`
}

// VideoSeek is [FunctionVideoSeek], which allows seeking in videos.
type VideoSeek struct {
	ConfigRecord `function:"video_seek"`

	// Enable switches it.
	Enable Switch `arg:"enable,enum=on|off"`
}

// Alilive is [FunctionAlilive], which configures live video. The reference
// lists no arguments: give them as Args.
type Alilive struct {
	ConfigRecord `function:"alilive"`
}
