module github.com/alicdn/alicdn-go/internal/consumer

go 1.26.0

replace github.com/alicdn/alicdn-go => ../..

require github.com/alicdn/alicdn-go v0.0.0-00010101000000-000000000000

require (
	github.com/go-json-experiment/json v1.27.2 // indirect
	github.com/google/go-querystring v1.2.0 // indirect
	golang.org/x/time v0.15.0 // indirect
)
