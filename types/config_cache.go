package types

// How long and under which key content is cached.

// FiletypeBasedTtlSet is [FunctionFiletypeBasedTtlSet], which sets how long
// files are cached by their type. A domain may have several, told apart by
// FileType.
type FiletypeBasedTtlSet struct {
	ConfigRecord `function:"filetype_based_ttl_set"`

	// Ttl is how long files are cached, in seconds.
	Ttl *int `arg:"ttl"`

	// FileType are the file types, such as txt and jpg.
	FileType []string `arg:"file_type,csv,set,key"`

	// Weight is the weight of the record, 1 to 199.
	Weight int `arg:"weight,min=1,max=199"`
}

// PathBasedTtlSet is [FunctionPathBasedTtlSet], which sets how long files are
// cached by their directory. A domain may have several, told apart by Path.
type PathBasedTtlSet struct {
	ConfigRecord `function:"path_based_ttl_set"`

	// Ttl is how long files are cached, in seconds.
	Ttl *int `arg:"ttl"`

	// Path is the directory, which begins with /.
	Path string `arg:"path,prefix=/,key"`

	// Weight is the weight of the record, 1 to 199.
	Weight int `arg:"weight,min=1,max=199"`
}

// FiletypeForceTtlCode is [FunctionFiletypeForceTtlCode], which sets how long
// status codes are cached by file type. A domain may have several, told apart
// by FileType.
type FiletypeForceTtlCode struct {
	ConfigRecord `function:"filetype_force_ttl_code"`

	// FileType are the file types, such as txt and jpg. Required.
	FileType []string `arg:"file_type,required,csv,set,key"`

	// CodeString are status codes, each with the seconds that it is cached,
	// such as 302=0 and 4xx=2. Required.
	CodeString []string `arg:"code_string,required,csv"`
}

// PathForceTtlCode is [FunctionPathForceTtlCode], which sets how long status
// codes are cached by path. A domain may have several, told apart by Path.
type PathForceTtlCode struct {
	ConfigRecord `function:"path_force_ttl_code"`

	// Path is the path, which begins with /, such as /image. Required.
	Path string `arg:"path,required,prefix=/,key"`

	// CodeString are status codes, each with the seconds that it is cached,
	// such as 302=0 and 4xx=2. Required.
	CodeString []string `arg:"code_string,required,csv"`
}

// SetHashkeyArgs is [FunctionSetHashkeyArgs], which ignores parameters of the
// URL in the cache key.
type SetHashkeyArgs struct {
	ConfigRecord `function:"set_hashkey_args"`

	// HashkeyArgs are the parameters to keep.
	HashkeyArgs []string `arg:"hashkey_args,csv"`

	// Disable says whether all parameters are ignored.
	Disable Switch `arg:"disable,enum=on|off"`
}

// AliRemoveArgs is [FunctionAliRemoveArgs], which deletes parameters of the
// URL; the rest is part of the cache key.
type AliRemoveArgs struct {
	ConfigRecord `function:"ali_remove_args"`

	// AliRemoveArgs are the parameters to delete. Required.
	AliRemoveArgs []string `arg:"ali_remove_args,required,spaces"`

	// KeepOssArgs says whether requests to the origin keep all parameters, on,
	// or those of the cache key, off.
	KeepOssArgs Switch `arg:"keep_oss_args,enum=on|off"`
}
