package secret

import (
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/alicdn/alicdn-go/types"
)

// documents are the parameters that are JSON, with what reads the secrets in
// them.
var documents = map[string]func(value string) ([]string, error){
	"Functions":  secretArgs,
	"WithHeader": headers,
	deliver:      addresses,
}

// deliver is the parameter with the mail addresses that reports are sent to.
const deliver = "Deliver"

// partsOf returns the secrets in the value of a parameter that is a document,
// or reports that it is none.
func partsOf(name, value string) (parts []string, isDocument bool) {
	read := documents[name]
	if read == nil {
		return nil, false
	}
	parts, err := read(value)
	return parts, err == nil
}

// asItStands reads documents that the caller wrote in a way of his own.
var asItStands = json.JoinOptions(json.MatchCaseInsensitiveNames(true), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))

// secretArgs reads the arguments of domain functions.
func secretArgs(value string) ([]string, error) {
	var functions []struct {
		FunctionName types.FunctionName
		FunctionArgs []struct{ ArgName, ArgValue string }
	}
	if err := json.Unmarshal([]byte(value), &functions, asItStands); err != nil {
		return nil, err
	}
	var secrets []string
	for _, function := range functions {
		for _, arg := range function.FunctionArgs {
			if types.SecretArg(function.FunctionName, arg.ArgName) || strings.Contains(arg.ArgValue, pemKey) {
				secrets = append(secrets, arg.ArgValue)
			}
		}
	}
	return secrets, nil
}

// headers reads the values of headers, by name.
func headers(value string) ([]string, error) {
	var byName map[string]string
	if err := json.Unmarshal([]byte(value), &byName, asItStands); err != nil {
		return nil, err
	}
	var secrets []string
	for _, header := range byName {
		secrets = append(secrets, header)
	}
	return secrets, nil
}

// addresses reads to whom mails are sent.
func addresses(value string) ([]string, error) {
	var mail struct {
		Email struct{ To, Copy []string }
	}
	err := json.Unmarshal([]byte(value), &mail, asItStands)
	return append(mail.Email.To, mail.Email.Copy...), err
}
