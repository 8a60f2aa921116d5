package types

// Config is a configuration function of a domain: one of the structs that
// embed [ConfigRecord], such as [FiletypeBasedTtlSet] or [Gzip], which are
// named after their functions, or a [Function] as it is, for functions that
// have no struct. A pointer to one will do, too.
//
// A field of such a struct is an argument of the function. One that has its
// zero value is left out; where zero means something the field is a pointer.
// Lists are written with the separator that the function asks for. What the
// reference says of an argument (required, range, fixed values) is checked
// before anything is sent.
//
// A struct of your own that embeds [ConfigRecord] under a tag
// `function:"name"`, with fields under tags `arg:"name"`, serves as well.
type Config interface {
	config()
}

// Configs are configuration functions of a domain.
type Configs []Config

// ConfigRecord is what every configuration function has beside its arguments.
// It may stay empty for a function that is to be set.
type ConfigRecord struct {
	// ConfigId identifies the record, where it was read. In a function that is
	// set it names the record to change, which belongs to one domain.
	ConfigId ID

	// ParentId is the ConfigId of the condition under which the function
	// applies; "-1" removes the condition from a record that has one.
	ParentId ID

	// Status says whether a record that was read is in effect. It is not sent.
	Status DomainConfigStatus

	// Args are arguments beside the fields, which are sent unchecked: the way to
	// set what the SDK does not know. Of a record that was read they are those
	// that no field can hold. A field that is set goes before an argument of the
	// same name.
	Args []FunctionArg

	// Added are the arguments of a record that was read which the service has
	// added by itself, such as scheme_origin_port and aliyun_id. They are not
	// sent.
	Added []FunctionArg `json:"-"`

	// Read are the arguments of a record as they were read, but for those that
	// the service has added. The value of a field that has not been changed
	// since is sent as it was read and unchecked: the service may know more
	// values than the reference.
	Read []FunctionArg `json:"-"`
}

func (ConfigRecord) config() {}

func (Function) config() {}
