import fc from "fast-check"

export const uri = (text: string) => encodeURIComponent(text.toWellFormed())
const latin = fc.string({
  unit: fc
    .integer({ min: 0x20, max: 0xff })
    .filter((code) => code !== 0x7f)
    .map((code) => String.fromCharCode(code)),
  maxLength: 80,
})
const headerText = fc.oneof(
  latin,
  fc.constantFrom("", ",", ";", "=", '"', "%00", "null", "*", "a".repeat(4000), "é", 'W/"v1"', "bytes=0-,1-,2-"),
)

const cookieNames = [
  "__Host-fs",
  "__Host-ps",
  "__Host-cs",
  "__Host-bind",
  "__Host-errand",
  "theme",
  "locale",
  "time-zone",
  "__prerender_bypass",
  "NEXT_LOCALE",
  "authjs.session-token",
  "next-auth.callback-url",
]
const cookies = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...cookieNames), latin),
      fc.oneof(latin, fc.constantFrom("", "%", "%E0%A4%A", "a=b=c", "{", "x".repeat(3000))),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.map(([name, value]) => `${name}=${value}`).join("; "))

const named: Record<string, fc.Arbitrary<string>> = {
  "if-match": headerText,
  "idempotency-key": headerText,
  "x-tenant-id": fc.oneof(headerText, fc.uuid()),
  "x-request-id": headerText,
  "x-forwarded-for": fc.oneof(headerText, fc.constantFrom("::1", "1.1.1.1, , ,", "999.999.999.999", "a".repeat(1000))),
  "x-forwarded-host": headerText,
  "x-forwarded-proto": headerText,
  authorization: fc.oneof(
    headerText,
    headerText.map((text) => `Bearer ${text}`),
    fc.constantFrom("Bearer eyJhbGciOiJub25lIn0.e30.", "Basic Og=="),
  ),
  "accept-language": fc.oneof(headerText, fc.constantFrom("xx-XX-u-nu-zzzz", "en-US-x-", `${"a-".repeat(500)}b;q=9`)),
  accept: fc.oneof(headerText, fc.constantFrom("text/x-component", "application/json;q=", "*/*;;;")),
  "accept-encoding": headerText,
  "content-type": fc.oneof(
    headerText,
    fc.constantFrom(
      "application/json; charset=utf-7",
      "multipart/form-data",
      "multipart/form-data; boundary=",
      "text/plain",
    ),
  ),
  "content-encoding": fc.constantFrom("gzip", "br", "zstd", "x"),
  range: headerText,
  "if-none-match": headerText,
  "if-modified-since": headerText,
  "user-agent": latin,
  referer: headerText,
  origin: fc.oneof(headerText, fc.constantFrom("null", "http://", "http://[::1]", "http://evil.test")),
  cookie: cookies,
  rsc: fc.constantFrom("1", "0", "x"),
  "next-router-state-tree": fc.oneof(
    headerText,
    fc.constantFrom(
      "%",
      "[]",
      "%5B%22%22%2C%7B%7D%5D",
      "%7B%7D",
      "%5B%22%22%2C%7B%22children%22%3A%5B%22x%22%5D%7D%5D",
      uri("[".repeat(3000)),
    ),
  ),
  "next-router-prefetch": fc.constantFrom("1", "2", "x"),
  "next-router-segment-prefetch": fc.constantFrom("/_tree", "/../..", "x", "/%00", "/_index"),
  "next-url": fc.oneof(headerText, fc.constantFrom("//evil.test", "http://evil.test/", "/%E0%A4%A")),
  "x-nextjs-data": fc.constant("1"),
  "x-middleware-subrequest": fc.constantFrom(
    "middleware:middleware",
    "proxy",
    "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy",
  ),
  "x-proxy-pass": headerText,
  "x-site-host": headerText,
  "x-invoke-path": headerText,
  "x-matched-path": headerText,
  forwarded: headerText,
}
const names = Object.keys(named)
/** A few headers as no browser sends them. */
export const hostileHeaders: fc.Arbitrary<Record<string, string>> = fc
  .uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 })
  .chain((some) => fc.record(Object.fromEntries(some.map((name) => [name, named[name]!]))))
