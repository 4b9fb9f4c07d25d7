import { expect, test } from "./fixtures"
import { submit } from "./forms"
import { call, type Reply } from "./http"
import { routePolicy } from "./route-policy"
import { cookieFor, difference, pathFor, shown } from "./routes"
import { hosts, password, people, port } from "./surroundings"

const required: Record<string, RegExp> = {
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /same-origin|strict-origin|no-referrer/,
  "cross-origin-opener-policy": /^same-origin$/,
  "strict-transport-security": /max-age=(3153[6-9]|[4-9])\d{3,}/,
}
const parts = [
  "'strict-dynamic'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
]
// Swagger UI and Redoc know no Trusted Types: their pages have no session, and begin with default-src 'none'.
const documents = /^\/api\/(docs|redoc)$/
const looser = /^no ('strict-dynamic'|object-src|require-trusted-types-for)/
const nonces = new Set<string>()

/** Sentences about what a page lacks: safeguards, a strict policy, a nonce of its own on every script. */
function lacks({ headers, text }: Pick<Reply, "headers" | "text">): string[] {
  const problems = Object.entries(required)
    .filter(([name, wanted]) => !wanted.test(String(headers[name])))
    .map(([name]) => `${name}: ${headers[name]}`)
  if (headers["x-powered-by"]) problems.push("it says what it runs on")
  const policy = String(headers["content-security-policy"])
  const nonce = /'nonce-([^']{17,})'/.exec(policy)?.[1] ?? ""
  if (!nonce || nonces.has(nonce)) problems.push("no nonce of its own")
  nonces.add(nonce)
  problems.push(...parts.filter((part) => !policy.includes(part)).map((part) => `no ${part}`))
  if (/unsafe-(inline|eval)|\*|https?:/.test(/script-src [^;]*/.exec(policy)?.[0] ?? "unsafe-inline"))
    problems.push(`lax for scripts: ${policy}`)
  const scripts = text.match(/<script\b[^>]*>/g) ?? []
  if (scripts.length === 0) problems.push("no script")
  problems.push(...scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)).map((tag) => `without the nonce: ${tag}`))
  if (/<[a-z][^>]*\son[a-z]+=/i.test(text.replace(/<script\b[\s\S]*?<\/script>/g, "")))
    problems.push("a handler in the markup")
  return problems
}

test("R7 every page of every route, found, not found or refused, has a strict policy with a nonce of its own, and the usual safeguards", async () => {
  test.setTimeout(180_000)
  const problems: string[] = []
  const seen = new Set<string>()
  for (const [route, rule] of Object.entries(routePolicy)) {
    const on = rule.on === "any" ? "root" : rule.on
    const visits: [path: string, headers: Record<string, string>][] = []
    if ("to" in rule) {
      const actor = rule.to[0] ?? "owner"
      for (const variant of ["own", "random"] as const) {
        const path = await pathFor(route, rule, actor, variant)
        if (path) visits.push([path, await cookieFor(actor, on, "")])
      }
    }
    visits.push([shown(route, on).replace(/\[[\w.]+\]/g, "no-such-thing"), {}])
    for (const [path, headers] of visits) {
      const reply = await call(hosts[on], path, { headers })
      if (!String(reply.headers["content-type"]).includes("text/html") || reply.text === "") continue
      seen.add(route)
      const missing = lacks(reply).filter((what) => !(documents.test(route) && looser.test(what)))
      problems.push(...missing.map((what) => `${hosts[on]}${path} (${reply.status}): ${what}`))
    }
  }
  console.log(`R7: ${nonces.size} pages of ${seen.size} routes`)
  expect(problems).toEqual([])
  const pages = Object.keys(routePolicy).filter((route) => /^\/[wpma](\/|$)/.test(route))
  // These only lead on, or are no page.
  const silent = /handoff$|^\/a\/start$|sitemap|design\/(search|notices)$|notifications\/\[id\]$/
  expect(difference(pages, [...seen]).filter((route) => !silent.test(route))).toEqual([])
})

test("R7 the check finds a script without the nonce, a handler in the markup, and a lax policy", async () => {
  const page = await call(hosts.root, "/")
  expect(lacks(page)).toEqual([])
  const again = lacks(page)
  expect(again).toEqual(["no nonce of its own"])
  const fresh = async (change: (reply: Reply) => Pick<Reply, "headers" | "text">) =>
    lacks(change(await call(hosts.root, "/"))).join()
  expect(await fresh(({ headers, text }) => ({ headers, text: `${text}<script src="/x.js">` }))).toMatch(
    /without the nonce/,
  )
  expect(await fresh(({ headers, text }) => ({ headers, text: `${text}<img src="x" onerror="x()">` }))).toMatch(
    /a handler/,
  )
  const lax = (policy: string) => policy.replace("script-src ", "script-src 'unsafe-inline' ")
  expect(
    await fresh(({ headers, text }) => ({
      text,
      headers: { ...headers, "content-security-policy": lax(String(headers["content-security-policy"])) },
    })),
  ).toMatch(/lax for scripts/)
  expect(
    await fresh(({ headers, text }) => ({ text, headers: { ...headers, "x-content-type-options": undefined } })),
  ).toMatch(/nosniff|x-content/)
})

test("session cookies are host-only, secure, out of scripts' reach and lax; one for each surface", async () => {
  const names = { owner: "__Host-fs", pat: "__Host-ps", operator: "__Host-cs" } as const
  for (const role of ["owner", "pat", "operator"] as const) {
    const { host, email } = people[role]
    const answer = await submit(hosts[host], "/sign-in", { email, password })
    expect(answer.status).toBe(303)
    const line = (answer.headers["set-cookie"] ?? []).find((cookie) => cookie.startsWith(`${names[role]}=`)) ?? ""
    for (const part of [/; secure/i, /; httponly/i, /; samesite=lax/i, /; path=\/(;|$)/i]) expect(line).toMatch(part)
    expect(line).not.toMatch(/domain=/i)
    expect(/=([^;]+)/.exec(line)![1]!.length).toBeGreaterThanOrEqual(43)
  }
})

test("health answers by any name, with states and nothing else", async () => {
  for (const host of [hosts.root, hosts.acme, hosts.portal, "203.0.113.9", "balancer.internal", `127.0.0.1:${port}`]) {
    for (const path of ["/health", "/health/db", "/health/cache", "/health/detailed", "/ready"]) {
      const answer = await call(host, path)
      expect([answer.status, answer.headers["content-type"]], `${host}${path}`).toEqual([
        200,
        expect.stringMatching(/json/),
      ])
      expect(answer.text).not.toMatch(/\d+\.\d+\.\d+|postgres(ql)?:\/\/|127\.0\.0\.1|password|secret/i)
    }
  }
  expect((await call("203.0.113.9", "/health/cache")).text).toContain("not configured")
})
