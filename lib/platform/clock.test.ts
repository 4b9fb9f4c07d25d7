import { describe, expect, it } from "vitest"
import { now, today, withClock } from "./clock"

const eve = new Date("2026-03-31T22:30:00Z")

describe("clock", () => {
  it("tells the real time by default", () => {
    const before = Date.now()
    const told = now().getTime()
    expect(told).toBeGreaterThanOrEqual(before)
    expect(told).toBeLessThanOrEqual(Date.now())
  })

  it("lives at the given moment through awaits, and only inside the work", async () => {
    const told = await withClock(eve, async () => {
      await Promise.resolve()
      return now()
    })
    expect(told).toEqual(eve)
    expect(now().getTime()).not.toBe(eve.getTime())
  })

  it("keeps two concurrent works apart", async () => {
    const other = new Date("2020-01-01T00:00:00Z")
    const read = async () => {
      await Promise.resolve()
      return now().toISOString()
    }
    expect(await Promise.all([withClock(eve, read), withClock(other, read)])).toEqual([
      eve.toISOString(),
      other.toISOString(),
    ])
  })

  it("takes a running clock", () => {
    let tick = 0
    withClock(
      () => new Date(tick++ * 1000),
      () => {
        expect(now().getTime()).toBe(0)
        expect(now().getTime()).toBe(1000)
      },
    )
  })

  it("cannot be changed through the date it hands out", () => {
    withClock(eve, () => {
      now().setFullYear(1999)
      expect(now()).toEqual(eve)
    })
  })

  it("knows the date in each time zone", () => {
    withClock(eve, () => {
      expect(today()).toBe("2026-03-31")
      expect(today("Europe/Berlin")).toBe("2026-04-01")
      expect(today("America/Los_Angeles")).toBe("2026-03-31")
    })
  })
})
