package config

import (
	"reflect"

	"github.com/alicdn/alicdn-go/types"
)

// Decode turns a record of a domain into the struct of its function, or into a
// [types.Function] with all its arguments if that has none.
func Decode(record types.DomainConfig) types.Config {
	t, ok := structs()[record.FunctionName]
	if !ok {
		return record.Function()
	}
	value := reflect.New(t).Elem()
	specOf(t).decode(value, record)
	config, _ := reflect.TypeAssert[types.Config](value)
	return config
}

// DecodeAs turns those of the records that are of T's function into T.
func DecodeAs[T types.Config](records []types.DomainConfig) []T {
	t := reflect.TypeFor[T]()
	pointer := t.Kind() == reflect.Pointer
	if pointer {
		t = t.Elem()
	}
	s := specOf(t)
	if s.function == "" {
		return nil
	}
	var all []T
	for _, record := range records {
		if record.FunctionName != s.function {
			continue
		}
		value := reflect.New(t)
		s.decode(value.Elem(), record)
		if !pointer {
			value = value.Elem()
		}
		config, _ := reflect.TypeAssert[T](value)
		all = append(all, config)
	}
	return all
}

// decode fills the fields of a struct. Nothing is lost: an argument that no
// field holds is one of Args, and one that the service adds one of Added.
func (s *spec) decode(value reflect.Value, from types.DomainConfig) {
	record := types.ConfigRecord{ConfigId: from.ConfigId, ParentId: from.ParentId, Status: from.Status}
	for _, read := range from.FunctionArgs {
		read := types.FunctionArg(read)
		a := s.find(read.ArgName)
		switch {
		case a.field < 0 && added[read.ArgName]:
			record.Added = append(record.Added, read)
			continue
		case a.field < 0, has(record.Read, read.ArgName), !a.read(value.Field(a.field), read.ArgValue):
			record.Args = append(record.Args, read)
		}
		record.Read = append(record.Read, read)
	}
	value.FieldByName("ConfigRecord").Set(reflect.ValueOf(record))
}
