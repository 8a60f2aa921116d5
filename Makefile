# What the project needs day by day; make help lists it.

FUZZTIME ?= 10s
LINT     := bin/golangci-lint
APIDIFF  := go run golang.org/x/exp/cmd/apidiff@v0.0.0-20261113113407-e3970619a1a4
MODULES  := $(patsubst %/go.mod,%,$(shell git ls-files '*/go.mod'))

# The nested modules that have packages.
NESTED = $(shell for dir in $(MODULES); do [ -z "$$(cd $$dir && go list ./... 2> /dev/null)" ] || echo $$dir; done)

.DEFAULT_GOAL := help
.PHONY: help fmt lint test race cover fuzz golden docs upkeep api notes bench weight examples nested vuln tidy check

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-10s %s\n", $$1, $$2}'

fmt: $(LINT) ## format the code
	$(LINT) fmt ./...

lint: $(LINT) ## check format and style, in the nested modules too
	$(LINT) fmt --diff ./...
	$(LINT) run --allow-parallel-runners ./...
	@for dir in $(NESTED); do \
		echo "$$dir"; (cd $$dir && $(CURDIR)/$(LINT) run --allow-parallel-runners --config $(CURDIR)/.golangci.yml ./...) || exit 1; \
	done

test: ## run the tests
	go test ./...

race: ## run the tests with the race detector, in random order
	go test -race -shuffle=on ./...

cover: ## print the coverage of statements
	go test -coverpkg=.,./types/...,./internal/...,./cdntest/... -coverprofile=coverage.out ./... > /dev/null
	go tool cover -func=coverage.out | tail -1

fuzz: ## run each fuzz test for FUZZTIME
	@grep -rlE '^func Fuzz' --include='*_test.go' . | xargs -n1 dirname | sort -u | while read -r dir; do \
		grep -hoE '^func Fuzz[A-Za-z0-9_]+' $$dir/*_test.go | sed 's/func //' | while read -r name; do \
			echo "$$dir $$name"; go test -run '^$$' -fuzz "^$$name$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1s $$dir || exit 1; \
		done || exit 1; \
	done

golden: ## write the golden files anew; read the diff before you commit it
	go test -run '^(TestContract|TestAPI)$$' . -update

docs: ## write docs/discrepancies.md from testdata
	go run ./internal/reference

upkeep: ## compare the actions with the vendor's metadata, a folder given as METADATA
	go run ./internal/upkeep $(METADATA)

api: ## list incompatible changes of the API since the last tag, or since BASE
	@base=$(BASE); : $${base:=$$(git describe --tags --abbrev=0 --match 'v[0-9]*' 2> /dev/null)}; \
	if [ -z "$$base" ]; then echo "no tag yet: testdata/api.txt is what the API is held against"; exit 0; fi; \
	dir=$$(mktemp -d); trap 'git worktree remove --force '"$$dir"'/old; rm -rf '"$$dir" EXIT; \
	git worktree add -q --detach $$dir/old $$base && \
	(cd $$dir/old && $(APIDIFF) -m -w $$dir/api github.com/alicdn/alicdn-go 2> /dev/null) && \
	$(APIDIFF) -m -incompatible $$dir/api github.com/alicdn/alicdn-go > $$dir/changes 2> $$dir/errors || { cat $$dir/errors; exit 1; }; \
	cat $$dir/changes; [ -s $$dir/changes ] || echo "nothing incompatible since $$base"

notes: ## print the release notes: the newest section of the changelog
	@awk '/^## /{if (n++) exit; sub(/^## /, ""); print; next} n' CHANGELOG.md

bench: ## compare speed, memory and weight with the official clients
	cd internal/peers && go run ./bench

weight: ## check how much the client adds to a program
	cd internal/peers && go run ./bench/weight/check

examples: ## run the examples on the embedded endpoint
	@mkdir -p bin/examples && go build -o bin/examples/ ./examples/...
	@run() { echo; echo "$$ $$*"; env -u ALIBABA_CLOUD_ACCESS_KEY_ID -u ALIBABA_CLOUD_ACCESS_KEY_SECRET bin/examples/"$$@"; }; set -e; \
	run quickstart; \
	run purge -wait -file examples/purge/urls.txt; \
	run purge -preload http://www.example.com/video.mp4; \
	run purge -tags-of www.example.com product-7 sale; \
	run logs -top 5; \
	run domains -origin 192.0.2.10 www.example.org img.example.com; \
	run domains -apply -staging -origin 192.0.2.10 www.example.org img.example.com; \
	run certificate -apply -expiring 30; \
	run usage -bills -export bin/examples/usage.pdf; \
	run tags -set env=prod -set team=web -unset team www.example.com img.example.com

nested: ## vet and test the nested modules that have packages
	@for dir in $(NESTED); do echo "$$dir"; (cd $$dir && go vet ./... && go test -race ./...) || exit 1; done

vuln: ## look for known vulnerabilities; needs the vulnerability database
	go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./...

tidy: ## tidy the modules
	go mod tidy
	@for dir in $(MODULES); do (cd $$dir && go mod tidy); done

check: lint race weight examples nested ## all of the above that must hold before a change is done
	go mod tidy -diff
	@for dir in $(MODULES); do (cd $$dir && go mod tidy -diff) || exit 1; done

$(LINT): internal/tools/go.mod internal/tools/go.sum
	go build -C internal/tools -o ../../$(LINT) github.com/golangci/golangci-lint/v2/cmd/golangci-lint
