package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-json-experiment/json"
)

// operation is an action, as the vendor's metadata has it and as the module
// does.
type operation struct {
	name       string
	get, post  bool // the methods that may be used
	deprecated bool
	params     []parameter
}

// parameter is one of an action, under its name on the wire, such as Tag.N.Key.
type parameter struct {
	name     string
	kind     string // the type in the metadata, the format in the spec
	required bool
	inBody   bool
}

// everywhere are parameters that any action may have in the metadata: those of
// the signature, and those that stand for the account.
var everywhere = map[string]bool{
	"SecurityToken": true, "RegionId": true,
	"OwnerId": true, "OwnerAccount": true, "ResourceOwnerId": true, "ResourceOwnerAccount": true,
}

// isEverywhere reports whether a parameter is passed over. One that an action
// requires is its own, such as the RegionId of DescribeCdnWafDomain.
func (p parameter) isEverywhere() bool { return everywhere[p.name] && !p.required }

// metadataFile is the file of one action.
type metadataFile struct {
	Name       string          `json:"name"`
	Method     string          `json:"method"` // GET|POST
	Deprecated bool            `json:"deprecated"`
	Parameters []metadataParam `json:"parameters"`
}

type metadataParam struct {
	Name          string          `json:"name"`
	Position      string          `json:"position"` // Query or Body
	Type          string          `json:"type"`     // String, Long, Integer, Boolean, RepeatList, ...
	Required      bool            `json:"required"`
	SubParameters []metadataParam `json:"sub_parameters"`
}

// readMetadata reads a folder with a file an action, or a checkout that has one.
// Of a checkout it also reads which actions the English documents call
// deprecated.
func readMetadata(path string) (map[string]operation, error) {
	documents := ""
	if folder := filepath.Join(path, "metadatas", "cdn"); isFolder(folder) {
		path, documents = folder, filepath.Join(path, "en-US", "cdn")
	}
	files, err := filepath.Glob(filepath.Join(path, "*.json"))
	if err != nil {
		return nil, err
	}
	operations := make(map[string]operation)
	for _, file := range files {
		read, err := readFile(file)
		if err != nil {
			return nil, err
		}
		if read.Name == "" || read.Method == "" {
			continue // not about an action
		}
		document, err := readFile(filepath.Join(documents, filepath.Base(file)))
		if documents != "" && err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		read.Deprecated = read.Deprecated || document.Deprecated
		operations[read.Name] = read.operation()
	}
	if len(operations) == 0 {
		return nil, fmt.Errorf("%s: no metadata of actions", path)
	}
	return operations, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func readFile(file string) (read metadataFile, err error) {
	text, err := os.ReadFile(file) //nolint:gosec // the folder that was asked for
	if err != nil {
		return read, err
	}
	if err := json.Unmarshal(text, &read); err != nil {
		return read, fmt.Errorf("%s: %w", file, err)
	}
	return read, nil
}

func (f metadataFile) operation() operation {
	o := operation{name: f.Name, deprecated: f.Deprecated}
	for method := range strings.SplitSeq(f.Method, "|") {
		o.get = o.get || strings.EqualFold(method, "GET")
		o.post = o.post || strings.EqualFold(method, "POST")
	}
	for _, p := range f.Parameters {
		o.params = append(o.params, p.onTheWire("", true)...)
	}
	return o
}

// onTheWire returns a parameter as it is sent: one that repeats as NAME.N, and
// each of its members as NAME.N.MEMBER.
func (p metadataParam) onTheWire(prefix string, required bool) []parameter {
	name := prefix + p.Name
	required = required && p.Required
	if p.Type == repeats {
		name += ".N"
	}
	if len(p.SubParameters) == 0 {
		return []parameter{{name, p.Type, required, strings.EqualFold(p.Position, "Body")}}
	}
	var members []parameter
	for _, sub := range p.SubParameters {
		sub.Position = p.Position
		members = append(members, sub.onTheWire(name+".", required)...)
	}
	return members
}

// repeats is the type of parameters that are sent as NAME.1, NAME.2 and so on.
const repeats = "RepeatList"
