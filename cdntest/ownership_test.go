package cdntest_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/alicdn/alicdn-go/cdntest"
)

// content returns the proof of a domain.
func (c *caller) content(name string) string {
	c.t.Helper()
	return fmt.Sprint(c.ok("DescribeVerifyContent", "DomainName", name).at("Content"))
}

func TestVerificationByRecord(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithVerification("example.org"), cdntest.WithDomains("old.example.net"),
		cdntest.WithDurations(cdntest.Durations{Spread: time.Minute}))
	c.add("www.example.org")
	c.add("new.example.net")
	add := []string{"CdnType", "web", "Sources", oneOrigin, "DomainName"}
	c.refused(http.StatusBadRequest, "DomainOwnerVerifyFail", "AddCdnDomain", append(add, "www.example.com")...)
	c.refused(http.StatusBadRequest, "DomainOwnerVerifyFail", "BatchAddCdnDomain", append(add, "b.example.org,.example.com")...)

	answer := c.ok("DescribeVerifyContent", "DomainName", "www.example.com")
	assertShape(t, "DescribeVerifyContent", answer)
	content := c.content("www.example.com")
	assert.Regexp(t, `^verify_[0-9a-f]{32}$`, content)
	assert.Equal(t, content, c.content(".example.com"), "the root domain has one")
	assert.NotEqual(t, content, c.content("www.example.com.cn"))
	assert.Equal(t, c.content("example.com.cn"), c.content("www.example.com.cn"))

	verify := []string{"DomainName", "www.example.com", "VerifyType", "dnsCheck"}
	c.refused(http.StatusBadRequest, "DomainOwnerVerifyFail", "VerifyDomainOwner", verify...)
	c.server.PlaceRecord("verification.example.com", "something else")
	c.clock.Advance(time.Minute)
	c.refused(http.StatusBadRequest, "DomainOwnerVerifyFail", "VerifyDomainOwner", verify...)
	c.server.PlaceRecord("verification.example.com.", content)
	c.refused(http.StatusBadRequest, "DomainOwnerVerifyFail", "VerifyDomainOwner", verify...)
	c.clock.Advance(time.Minute)
	c.refused(http.StatusBadRequest, "DomainOwnerVerifyFail", "AddCdnDomain", append(add, "www.example.com")...)
	assertShape(t, "VerifyDomainOwner", c.ok("VerifyDomainOwner", verify...))
	c.add("www.example.com")

	c.server.PlaceRecord("verification.example.com", "")
	c.ok("VerifyDomainOwner", verify...)
	c.add("a.b.example.com")
}

func TestVerificationByFile(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithVerification())
	verify := []string{"DomainName", "www.example.com", "VerifyType", "fileCheck"}
	c.refused(http.StatusBadRequest, "InvalidFile", "VerifyDomainOwner", verify...)
	c.server.PlaceFile("http://example.com/verification.html", "verify_")
	c.refused(http.StatusBadRequest, "VerifyError", "VerifyDomainOwner", verify...)
	c.server.PlaceFile("http://example.com/verification.html", "")
	c.refused(http.StatusBadRequest, "InvalidFile", "VerifyDomainOwner", verify...)
	c.server.PlaceFile("https://example.com/verification.html", c.content("www.example.com")+"\n")
	c.ok("VerifyDomainOwner", verify...)
	c.add("www.example.com")
	c.refused(http.StatusBadRequest, "InvalidParameter", "VerifyDomainOwner", "DomainName", "www.example.com", "VerifyType", "guess")
	c.refused(http.StatusBadRequest, "InvalidDomainName.Malformed", "VerifyDomainOwner", "DomainName", "example", "VerifyType", "dnsCheck")
}

func TestVerifyData(t *testing.T) {
	t.Parallel()
	c := newCaller(t)
	data := c.ok("DescribeDomainVerifyData", "DomainName", "www.example.com")
	assertShape(t, "DescribeDomainVerifyData", data)
	assert.JSONEq(t, `{"verifyKey":"verification","verifiCode":"`+c.content("example.com")+`"}`, fmt.Sprint(data.at("Content")))
}

func TestDomainsOfOthers(t *testing.T) {
	t.Parallel()
	c := newCaller(t, cdntest.WithVerification("example.org"), cdntest.WithForeignDomains("www.example.org", "www.example.com"), cdntest.WithDomains("img.example.org"))
	exist := func(name string) any {
		answer := c.ok("CheckCdnDomainExist", "DomainName", name)
		assertShape(t, "CheckCdnDomainExist", answer)
		return answer.at("Status")
	}
	assert.Equal(t, "DomainExistOtherUser", exist("www.example.org"))
	assert.Equal(t, "DomainExistCdnProduct", exist("img.example.org"))
	assert.Equal(t, "DomainNotExist", exist("new.example.org"))
	c.refused(http.StatusBadRequest, "-124", "CheckCdnDomainICP", "DomainName", "www.example.org")
	assertShape(t, "CheckCdnDomainICP", c.ok("CheckCdnDomainICP", "DomainName", "img.example.org"))

	c.refused(http.StatusBadRequest, "DomainAlreadyExist", "AddCdnDomain", "DomainName", "www.example.org", "CdnType", "web", "Sources", oneOrigin)
	c.refused(http.StatusBadRequest, "DomainTransferFail", "ModifyCdnDomainOwner", "DomainName", "www.example.com")
	c.refused(http.StatusBadRequest, "InvalidDomain.NotExist", "ModifyCdnDomainOwner", "DomainName", "new.example.org")
	assertShape(t, "ModifyCdnDomainOwner", c.ok("ModifyCdnDomainOwner", "DomainName", "www.example.org"))
	assert.Equal(t, "online", c.status("www.example.org"))
	c.ok("ModifyCdnDomainOwner", "DomainName", "www.example.org")
}
