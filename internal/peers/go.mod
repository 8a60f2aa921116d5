module github.com/alicdn/alicdn-go/internal/peers

go 1.26

replace github.com/alicdn/alicdn-go => ../..
