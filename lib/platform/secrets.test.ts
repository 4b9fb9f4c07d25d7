import fc from "fast-check"
import { beforeAll, describe, expect, it, vi } from "vitest"
import { z } from "zod"
import { withClock } from "./clock"
import { checkEnvironment } from "./env"
import { jwt } from "./jwt"
import { deriveKey, hmac, newSecret, sameSecret, sha256, sign, signed } from "./secrets"

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1/postgres")
  vi.stubEnv("DB_PASSWORD_SECRET", "only-for-this-test-database")
  vi.stubEnv("AUTH_SECRET", "only-for-this-test-signing")
  checkEnvironment()
})

describe("secrets", () => {
  it("are 256 bits, fit for a URL, and never the same", () => {
    const made = Array.from({ length: 1000 }, () => newSecret("cpk_"))
    expect(new Set(made).size).toBe(1000)
    for (const secret of made) expect(secret).toMatch(/^cpk_[\w-]{43}$/)
  })

  it("compare equal only to themselves", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(sameSecret(a, a)).toBe(true)
        expect(sameSecret(a, b)).toBe(a === b)
      }),
    )
  })

  it("hash and sign as the standards say", () => {
    expect(sha256("abc").toString("hex")).toMatch(/^ba7816bf.*15ad$/)
    expect(hmac("key", "The quick brown fox jumps over the lazy dog").toString("hex")).toMatch(/^f7bc83f4.*d8$/)
  })

  it("sign for one purpose only", () => {
    const signature = sign("files", "a/b")
    expect(signed("files", "a/b", signature)).toBe(true)
    expect(signed("files", "a/c", signature)).toBe(false)
    expect(signed("links", "a/b", signature)).toBe(false)
    expect(deriveKey("files").equals(deriveKey("links"))).toBe(false)
  })
})

describe("jwt", () => {
  const shape = {
    audience: "api",
    issuer: "https://example.test",
    seconds: 3600,
    claims: z.object({ sub: z.string() }),
  }
  const tokens = jwt(shape)

  it("gives its claims back", async () => {
    expect(await tokens.read(await tokens.issue({ sub: "user" }))).toEqual({ sub: "user" })
  })

  it("expires by the clock", async () => {
    const token = await withClock(new Date("2026-01-01T00:00:00Z"), () => tokens.issue({ sub: "user" }))
    const readAt = (time: string) => withClock(new Date(time), () => tokens.read(token))
    expect(await readAt("2026-01-01T00:59:59Z")).toEqual({ sub: "user" })
    expect(await readAt("2026-01-01T01:00:00Z")).toBeNull()
  })

  it("is refused from elsewhere, for another audience, changed, unsigned or malformed", async () => {
    const token = await tokens.issue({ sub: "user" })
    const [head, body, signature] = token.split(".")
    const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url")
    const other = Buffer.from('{"sub":"admin"}').toString("base64url")
    for (const wrong of [
      await jwt({ ...shape, audience: "web" }).issue({ sub: "user" }),
      await jwt({ ...shape, issuer: "https://other.test" }).issue({ sub: "user" }),
      `${head}.${other}.${signature}`,
      `${unsigned}.${body}.`,
      `${head}.${body}`,
      "",
      "x.y.z",
      "\u0000",
    ])
      expect(await tokens.read(wrong)).toBeNull()
  })

  it("is refused when its claims have the wrong shape", async () => {
    const token = await jwt({ ...shape, claims: z.object({ sub: z.number() }) }).issue({ sub: 1 })
    expect(await tokens.read(token)).toBeNull()
  })
})
