"""Computes the signatures of signatures.json with Python's standard library.

    python3 testdata/signatures.py > testdata/signatures.json

It is a second implementation of the algorithm, by which the signer of the SDK
is checked; it shares nothing with it. The first two vectors are those of the
API reference (the signature that the reference prints belongs to the second).
"""

import base64
import hashlib
import hmac
import json
from urllib.parse import quote

COMMON = {
    "Format": "JSON",
    "Version": "2018-05-10",
    "AccessKeyId": "testid",
    "SignatureMethod": "HMAC-SHA1",
    "SignatureVersion": "1.0",
    "SignatureNonce": "9b7a44b0-3be1-11e5-8c73-08002700c460",
    "Timestamp": "2018-05-10T02:19:46Z",
}


def vector(name, params, method="GET", secret="testsecret", common=COMMON):
    params = {**common, **params}
    query = "&".join(
        quote(k, safe="-_.~") + "=" + quote(v, safe="-_.~")
        for k, v in sorted(params.items(), key=lambda kv: kv[0].encode())
    )
    text = method + "&%2F&" + quote(query, safe="-_.~")
    mac = hmac.new((secret + "&").encode(), text.encode(), hashlib.sha1)
    return {
        "name": name,
        "method": method,
        "secret": secret,
        "params": params,
        "canonical": query,
        "signature": base64.b64encode(mac.digest()).decode(),
    }


def refresh(path, **more):
    return {"Action": "RefreshObjectCaches", "ObjectPath": path, **more}


SOURCES = '[{"content":"1.1.1.1","type":"ipaddr","priority":"20","port":80}]'
FUNCTIONS = '[{"functionArgs":[{"argName":"ttl","argValue":"3600"},{"argName":"file_type","argValue":"txt,jpg"}],"functionName":"filetype_based_ttl_set"}]'
PEM = "-----BEGIN PRIVATE KEY-----\nMIIE+/vg=\n-----END PRIVATE KEY-----\n"

VECTORS = [
    vector("reference", {"Action": "DescribeCdnService"}),
    vector(
        "reference as printed",
        {"Action": "DescribeCdnService", "Timestamp": "2015-08-06T02:19:46Z", "Version": "2014-11-11"},
    ),
    vector("space", refresh("http://example.com/a b.png")),
    vector("plus", refresh("http://example.com/a+b.png")),
    vector("star", refresh("http://example.com/*")),
    vector("tilde", refresh("http://example.com/~user/")),
    vector("percent", refresh("http://example.com/a%20b")),
    vector("double quote", refresh('http://example.com/"quoted"')),
    vector("single quote and parentheses", refresh("http://example.com/it's(1)!")),
    vector("gen-delims", refresh(":/?#[]@")),
    vector("sub-delims", refresh("!$&'()*+,;=")),
    vector("unreserved", refresh("azAZ09-_.~")),
    vector("others", refresh("<>\\^`{|}")),
    vector("controls", refresh("a\tb\x01c\x7fd")),
    vector("NUL", refresh("a\x00b")),
    vector("query in a value", refresh("http://example.com/?a=1&b=2#c")),
    vector("CJK", {"Action": "DescribeUserDomains", "DomainName": "例子.测试"}),
    vector("CJK in a path", refresh("http://example.com/图片/一.png")),
    vector("emoji", refresh("http://example.com/\U0001f680/\U0001f469\u200d\U0001f4bb")),
    vector("accents", refresh("http://example.com/café/naïve")),
    vector("combining", refresh("cafe\u0301")),
    vector("non-BMP and BOM", refresh("\ufeff\U00020bb7")),
    vector("LF list", refresh("http://example.com/1\nhttp://example.com/2")),
    vector("CRLF list", refresh("http://example.com/1\r\nhttp://example.com/2\r\n")),
    vector("comma list", {"Action": "BatchStartCdnDomain", "DomainNames": "a.example.com,b.example.com"}),
    vector("JSON", {"Action": "AddCdnDomain", "DomainName": ".example.com", "CdnType": "web", "Sources": SOURCES}),
    vector(
        "JSON functions",
        {"Action": "BatchSetCdnDomainConfig", "DomainNames": "a.example.com", "Functions": FUNCTIONS},
    ),
    vector("empty value", {"Action": "DescribeRefreshTasks", "ObjectPath": "", "TaskId": ""}),
    vector(
        "ten tags",
        {
            "Action": "TagResources",
            "ResourceType": "DOMAIN",
            "ResourceId.1": "example.com",
            "Tag.1.Key": "k1",
            "Tag.2.Key": "k2",
            "Tag.2.Value": "v2",
            "Tag.10.Key": "k10",
            "Tag.10.Value": "v10",
        },
    ),
    vector("names by bytes", {"Action": "X", "a": "1", "B": "2", "a.b": "3", "a-b": "4", "a_b": "5", "aB": "6", "é": "7"}),
    vector("encoded name", {"Action": "X", "a b*~": "1", "键": "值"}),
    vector("POST", refresh("http://example.com/"), method="POST"),
    vector("POST directory list", refresh("http://a.com/1/\nhttp://a.com/2/", ObjectType="Directory"), method="POST"),
    vector(
        "POST private key",
        {
            "Action": "SetDomainServerCertificate",
            "DomainName": "example.com",
            "ServerCertificateStatus": "on",
            "PrivateKey": PEM,
        },
        method="POST",
    ),
    vector("security token", {"Action": "DescribeRefreshQuota", "SecurityToken": "CAIS/+A=="}),
    vector("POST security token", refresh("http://a.com/", SecurityToken="CAIS/+A=="), method="POST"),
    vector("secret with reserved characters", {"Action": "DescribeCdnService"}, secret="s&c/r+e=t%"),
    vector("empty secret", {"Action": "DescribeCdnService"}, secret=""),
    vector("secret longer than a block", {"Action": "DescribeCdnService"}, secret="0123456789" * 8),
    vector("long value", refresh("\n".join(f"http://example.com/{i}.png" for i in range(1000))), method="POST"),
]

if __name__ == "__main__":
    print(json.dumps(VECTORS, indent=1, ensure_ascii=False))
