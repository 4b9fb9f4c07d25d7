import { Api } from "./api"
import { expect, test } from "./fixtures"
import { cookiesOf, submit } from "./forms"
import { call, callAsRouter } from "./http"
import { hosts, password, people, port, type Role } from "./surroundings"

const signedIn = async (role: Role) => {
  const { host, email } = people[role]
  return cookiesOf(await submit(hosts[host], "/sign-in", { email, password }))
}

test("a host that is nobody's gets a plain answer and no page of anybody", async () => {
  const strangers = ["nobody", "nobody.portal", "www", "api", "a.b", "-acme", "acme.portal.portal", "portal"]
  const unknown = [
    ...strangers.map((name) => `${name}.${hosts.root}`),
    "example.org",
    `example.org:${port}`,
    `127.0.0.1:${port}`,
    "[::1]",
  ]
  for (const host of unknown) {
    for (const path of ["/", "/sign-in", "/platform", "/leads", "/api/v1/crm/leads"]) {
      const answer = await call(host, path)
      expect([404, 421], `${host}${path}`).toContain(answer.status)
      expect(answer.text, `${host}${path}`).not.toMatch(/Acme Advisory|Birch &amp; Co|type="password"/)
    }
  }
})

test("a firm's host is the same in capitals and with a trailing dot", async () => {
  for (const host of [hosts.acme.toUpperCase(), hosts.acme.replace(":", ".:"), hosts.acme]) {
    const { status, text } = await call(host, "/sign-in")
    expect([status, text], host).toEqual([200, expect.stringContaining("Sign in to Acme Advisory")])
  }
})

test("no page of one host is found through another, with or without a session", async () => {
  const cookies = { acme: await signedIn("owner"), portal: await signedIn("pat"), root: await signedIn("operator") }
  const inside = [
    "/w",
    "/w/sign-in",
    "/w/leads",
    "/p",
    "/p/sign-in",
    "/p/invoices",
    "/m",
    "/m/sign-in",
    "/m/platform",
    "/a",
  ]
  const foreign = {
    acme: ["/platform", "/platform/firms"],
    portal: ["/leads", "/team", "/platform"],
    root: ["/leads", "/invoices"],
  }
  for (const host of ["acme", "portal", "root"] as const) {
    for (const path of [...inside, ...foreign[host]]) {
      const anonymous = await call(hosts[host], path)
      expect([404, 307], `anonymous ${host}${path}`).toContain(anonymous.status)
      expect(anonymous.headers.location ?? "/sign-in").toMatch(/^\/sign-in/)
      // The router is told of the redirect inside the data.
      const data = await callAsRouter(hosts[host], path)
      expect(
        data.status === 404 || /NEXT_REDIRECT;replace;\/sign-in|NEXT_HTTP_ERROR_FALLBACK;404/.test(data.text),
        `data of ${host}${path}`,
      ).toBe(true)
      const known = await call(hosts[host], path, { headers: { cookie: cookies[host] } })
      expect(known.status, `signed in ${host}${path}`).toBe(404)
    }
  }
})

test("a session opens only its own host", async () => {
  const cookie = [await signedIn("owner"), await signedIn("pat"), await signedIn("operator")].join("; ")
  const foreign = await signedIn("birch")
  const own = await call(hosts.acme, "/", { headers: { cookie } })
  expect(own.headers.location ?? "/").not.toMatch(/^\/sign-in/)
  for (const [host, path, sent] of [
    ["birch", "/", cookie],
    ["birchPortal", "/", cookie],
    ["acme", "/", foreign],
    ["portal", "/", foreign],
    ["root", "/platform", foreign],
  ] as const) {
    const answer = await call(hosts[host], path, { headers: { cookie: sent } })
    expect([307, 403], host).toContain(answer.status)
    expect(answer.headers.location ?? "/sign-in", host).toMatch(/^\/sign-in/)
  }
})

test("headers that a stranger makes up neither change the site nor get past the proxy", async () => {
  const made = [
    { "x-forwarded-host": hosts.birch },
    { "x-site-host": hosts.birch },
    { "x-site-host": hosts.birch, "x-proxy-pass": "0".repeat(64) },
    { forwarded: `host=${hosts.birch}` },
    { "x-original-url": "/w/leads", "x-rewrite-url": "/w/leads" },
    { "x-middleware-rewrite": "/w/leads", "x-matched-path": "/w/leads", "x-invoke-path": "/w/leads" },
    ...["proxy", "middleware", "src/proxy", "src/middleware"].flatMap((name) => [
      { "x-middleware-subrequest": name },
      { "x-middleware-subrequest": Array(5).fill(name).join(":") },
    ]),
  ]
  for (const headers of made as Record<string, string>[]) {
    const page = await call(hosts.acme, "/sign-in", { headers })
    expect([page.status, page.text], JSON.stringify(headers)).toEqual([
      200,
      expect.stringContaining("Sign in to Acme Advisory"),
    ])
    expect(page.headers["content-security-policy"]).toContain("'strict-dynamic'")
    for (const path of ["/", "/w", "/leads", "/w/leads", "/m/platform"]) {
      const inside = await call(hosts.acme, path, { headers })
      expect([307, 404], `${path} ${JSON.stringify(headers)}`).toContain(inside.status)
    }
  }
})

test("a router's requests for a page's data get nothing that the page would not show", async () => {
  const prefetch = { "next-router-prefetch": "1", "next-url": "/leads" }
  for (const [host, path] of [
    ["acme", "/leads"],
    ["acme", "/"],
    ["portal", "/invoices"],
    ["root", "/platform"],
  ] as const) {
    for (const headers of [{}, prefetch, { "next-router-segment-prefetch": "/_tree" }] as Record<string, string>[]) {
      const answer = await callAsRouter(hosts[host], path, headers)
      const sent = `${answer.headers.location ?? ""} ${answer.text}`
      expect([200, 307, 404], `${host}${path}`).toContain(answer.status)
      expect(sent, `${host}${path} ${JSON.stringify(headers)}`).not.toMatch(/Northwind|Globex|INV-20|Birch/)
    }
  }
})

test("a form that does not come from the site itself is refused", async () => {
  for (const [host, path] of [
    ["acme", "/sign-in"],
    ["portal", "/sign-in"],
    ["root", "/sign-in"],
  ] as const) {
    for (const origin of ["https://evil.test", `http://evil.${hosts.root}`, "null", `http://${hosts.birch}`, ""]) {
      const headers: Record<string, string> = { origin }
      const fields = { email: "nobody@nowhere.test", password: "wrong" }
      const answer = await submit(hosts[host], path, fields, { headers: origin ? headers : { origin: "" } })
      expect(answer.status, `${host} from "${origin}"`).toBe(403)
    }
    const without = await call(hosts[host], path, {
      method: "POST",
      body: "a=1",
      headers: { "content-type": "text/plain" },
    })
    expect(without.status).toBe(403)
  }
})

test("the API takes no change with a cookie alone from another site", async () => {
  const cookie = await signedIn("owner")
  const before = await (await Api.as("owner")).get<unknown[]>("/crm/leads?limit=1")
  const body = JSON.stringify({ companyName: "Forged", contactName: "F", email: "f@forged.test", source: "x" })
  for (const origin of [undefined, "https://evil.test", `http://${hosts.portal}`]) {
    const headers = { cookie, "content-type": "application/json", ...(origin && { origin }) }
    expect((await call(hosts.acme, "/api/v1/crm/leads", { method: "POST", headers, body })).status).toBe(403)
  }
  const after = await (await Api.as("owner")).get<unknown[]>("/crm/leads?limit=1")
  expect(after.data).toEqual(before.data)
})
