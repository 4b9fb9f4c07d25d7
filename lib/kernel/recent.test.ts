import { describe, expect, it } from "vitest"
import { Recent } from "./recent"

describe("what was told lately", () => {
  it("is told again to who comes late, no further back than they were away", () => {
    const recent = new Recent<string>(1_000)
    recent.add("sent", 2_000)
    recent.add("paid", 3_000)
    expect(recent.within(1_500, 3_500)).toEqual(["sent", "paid"])
    expect(recent.within(1_000, 3_500)).toEqual(["paid"])
    expect(recent.within(100, 3_500)).toEqual([])
  })

  it("is unknown from before the start, and from longer ago than a minute", () => {
    const recent = new Recent<string>(1_000)
    recent.add("sent", 2_000)
    expect(recent.within(3_000, 3_500)).toBeNull()
    expect(recent.within(60_000, 62_500)).toEqual([])
    expect(recent.within(60_001, 62_500)).toBeNull()
  })
})
