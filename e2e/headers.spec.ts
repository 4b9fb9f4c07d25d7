import { expect, test } from "./fixtures"
import { submit } from "./forms"
import { call } from "./http"
import { hosts, password, people, port } from "./surroundings"

const pages = [
  ["acme", "/sign-in"],
  ["acme", "/forgot"],
  ["acme", "/reset/unknown"],
  ["acme", "/invitations/unknown"],
  ["portal", "/sign-in"],
  ["portal", "/proposals/unknown"],
  ["root", "/"],
  ["root", "/sign-in"],
  ["root", "/no-such-page"],
] as const

const required = {
  "x-content-type-options": "nosniff",
  "referrer-policy": expect.stringMatching(/same-origin|strict-origin|no-referrer/),
  "cross-origin-opener-policy": "same-origin",
  "strict-transport-security": expect.stringMatching(/max-age=(3153[6-9]|[4-9])\d{3,}/),
}

test("every page has a strict policy with a nonce of its own, and the usual safeguards", async () => {
  for (const [host, path] of pages) {
    const [one, two] = [await call(hosts[host], path), await call(hosts[host], path)]
    const policy = String(one.headers["content-security-policy"])
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ""
    expect(one.headers, `${host}${path}`).toMatchObject(required)
    expect(one.headers["x-powered-by"]).toBeUndefined()
    expect(nonce.length, policy).toBeGreaterThan(16)
    expect(String(two.headers["content-security-policy"])).not.toContain(nonce)
    for (const part of ["'strict-dynamic'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(policy, `${host}${path}`).toContain(part)
    }
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(/script-src [^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe-(inline|eval)/)
    const scripts = one.text.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length, `${host}${path}`).toBeGreaterThan(0)
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
  }
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
