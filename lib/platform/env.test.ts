import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { checkEnvironment, EnvironmentError, env, readEnvironment, siteUrl } from "./env"

const random = "8fJq2LxWv0PzTnRb7KdYc4Hs9MgQeA1u"
const development = {
  DATABASE_URL: "postgresql://app:pw@127.0.0.1:5432/postgres",
  DB_PASSWORD_SECRET: random,
  AUTH_SECRET: `${random}auth`,
}
const production = {
  ...development,
  NODE_ENV: "production",
  ROOT_DOMAIN: "example.com",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=",
  STORAGE_DIR: "/srv/files",
  SMTP_URL: "smtps://user:pass@mail.example.com:465",
  MAIL_FROM: "Example <mail@example.com>",
}

function problemsOf(source: Record<string, string | undefined>): string[] {
  try {
    readEnvironment(source)
    return []
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems
    throw error
  }
}

describe("environment", () => {
  it("fills in defaults for a developer's machine", () => {
    expect(readEnvironment({ ...development, PORT: "3100", S3_ENDPOINT: "" })).toMatchObject({
      NODE_ENV: "development",
      PORT: 3100,
      ROOT_DOMAIN: "localhost:3100",
      PROTOCOL: "http",
      DEMO: false,
      RATE_LIMIT_FACTOR: 1,
      TRUSTED_PROXY: 0,
      S3_REGION: "us-east-1",
    })
  })

  it("tells every missing and wrong variable at once, a sentence each", () => {
    const problems = problemsOf({ PORT: "eighty", DATABASE_URL: "mysql://x", AUTH_SECRET: "short", DEMO: "maybe" })
    expect(problems.map((problem) => problem.split(" ")[0]).sort()).toEqual([
      "AUTH_SECRET",
      "DATABASE_URL",
      "DB_PASSWORD_SECRET",
      "DEMO",
      "PORT",
    ])
    for (const problem of problems) expect(problem).toMatch(/^[A-Z_0-9]+ (must|is missing: it must) be .+\.$/)
  })

  it("never repeats a value", () => {
    const canary = "canary-5f3a"
    const told = problemsOf({ ...production, AUTH_SECRET: canary, DATABASE_URL: canary, SMTP_URL: canary }).join()
    expect(told).toContain("AUTH_SECRET")
    expect(told).not.toContain(canary)
  })

  it("asks for the rest of a half-configured service", () => {
    expect(problemsOf({ ...development, S3_BUCKET: "files", STRIPE_SECRET_KEY: "sk_test_1" })).toEqual([
      "S3_ACCESS_KEY_ID is missing: it goes with S3_BUCKET.",
      "S3_SECRET_ACCESS_KEY is missing: it goes with S3_BUCKET.",
      "STRIPE_WEBHOOK_SECRET is missing: it goes with STRIPE_SECRET_KEY.",
    ])
  })

  it("accepts a complete production, on https", () => {
    expect(readEnvironment(production)).toMatchObject({ PROTOCOL: "https", ROOT_DOMAIN: "example.com" })
  })

  it.each([
    ["a default secret", { AUTH_SECRET: "change-me-please-before-production-use" }, "AUTH_SECRET"],
    ["a repeated letter", { DB_PASSWORD_SECRET: "a".repeat(40) }, "DB_PASSWORD_SECRET"],
    ["a short secret", { AUTH_SECRET: random.slice(0, 20) }, "AUTH_SECRET"],
    ["no action key", { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: undefined }, "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"],
    ["no domain", { ROOT_DOMAIN: undefined }, "ROOT_DOMAIN"],
    ["localhost", { ROOT_DOMAIN: "localhost:3000" }, "ROOT_DOMAIN"],
    ["http", { PROTOCOL: "http" }, "PROTOCOL"],
    ["no file storage", { STORAGE_DIR: undefined }, "STORAGE_DIR"],
    ["no mail server", { SMTP_URL: undefined }, "SMTP_URL"],
    ["no sender", { MAIL_FROM: "" }, "MAIL_FROM"],
    ["a vendor over http", { STRIPE_API_BASE: "http://127.0.0.1:9" }, "STRIPE_API_BASE"],
  ])("refuses %s in production, and allows it in the demo", (_, change, name) => {
    expect(problemsOf({ ...production, ...change }).map((problem) => problem.split(" ")[0])).toEqual([name])
    expect(problemsOf({ ...production, ...change, DEMO: "1" })).toEqual([])
  })
})

describe("the process's environment", () => {
  beforeEach(() => {
    for (const [name, value] of Object.entries({ ...development, ROOT_DOMAIN: "example.com", PROTOCOL: "" }))
      vi.stubEnv(name, value)
    checkEnvironment()
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it("cannot be changed", () => {
    expect(() => Object.assign(env, { PORT: 1 })).toThrow(TypeError)
    expect(Object.isFrozen(checkEnvironment())).toBe(true)
  })

  it("gives each site's address", () => {
    expect(siteUrl("root")).toBe("https://example.com/")
    expect(siteUrl("firm", "acme", "/clients?q=a")).toBe("https://acme.example.com/clients?q=a")
    expect(siteUrl("portal", "acme", "invoices")).toBe("https://acme.portal.example.com/invoices")
    expect(siteUrl("auth", null, "/start")).toBe("https://auth.example.com/start")
  })

  it("makes no address out of a wrong subdomain", () => {
    expect(() => siteUrl("firm")).toThrow()
    expect(() => siteUrl("firm", "evil.test/")).toThrow()
  })
})
