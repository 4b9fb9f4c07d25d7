import { describe, expect, it } from "vitest"
import { gate } from "@/db/gate"
import { call } from "@/test/calls"
import { aFirm } from "@/test/given"

describe("the rate limit", () => {
  it("lets exactly a hundred of many simultaneous calls through, and says when to come back", async () => {
    const { owner } = await aFirm()
    const answers = await Promise.all(Array.from({ length: 160 }, () => call(owner, "GET /auth/me")))
    const through = answers.filter(({ status }) => status === 200)
    const refused = answers.filter(({ status }) => status === 429)

    // One comes back every 600 ms while the calls are made.
    expect(through.length).toBeGreaterThanOrEqual(100)
    expect(through.length).toBeLessThanOrEqual(115)
    expect(through.length + refused.length).toBe(160)
    expect(refused[0]!.body).toMatchObject({ error: { code: "rate_limited" } })
    expect(Number(refused[0]!.headers.get("retry-after"))).toBeGreaterThanOrEqual(1)
    expect(Number(through[0]!.headers.get("ratelimit-limit"))).toBe(100)
  })

  it("is exact however many ask at once", async () => {
    const bucket = `test:${crypto.randomUUID()}`
    const taken = await Promise.all(Array.from({ length: 200 }, () => gate.take(bucket, 20, 3600)))
    expect(taken.filter(({ remaining }) => remaining >= 0)).toHaveLength(20)
    const { waitMs } = taken.find(({ remaining }) => remaining < 0)!
    expect(waitMs).toBeGreaterThan(170_000)
    expect(waitMs).toBeLessThanOrEqual(180_000)
  })

  it("is each credential's own", async () => {
    const [one, other] = [await aFirm(), await aFirm()]
    await Promise.all(Array.from({ length: 110 }, () => call(one.owner, "GET /auth/me")))
    expect((await call(other.owner, "GET /auth/me")).status).toBe(200)
  })
})
