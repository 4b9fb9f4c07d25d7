import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { linePath, scaleOf, spread, ticks } from "./chart-scale"

describe("an axis", () => {
  it("has round numbers and starts at zero", () => {
    expect(ticks([3, 9, 17])).toEqual([0, 5, 10, 15, 20])
    expect(ticks([0.11, 0.32])).toEqual([0, 0.1, 0.2, 0.3, 0.4])
    expect(ticks([48_200, 12_000])).toEqual([0, 20_000, 40_000, 60_000])
  })

  it("goes below zero when the values do, and has a height when all are zero", () => {
    expect(ticks([-4, 6])).toEqual([-5, -2.5, 0, 2.5, 5, 7.5])
    expect(ticks([0, 0])).toEqual([0, 1])
    expect(ticks([])).toEqual([0, 1])
  })

  it("always holds every value, with few marks", () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter((each) => each === 0 || Math.abs(each) > 1e-6)
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const marks = ticks(values)
        const place = scaleOf(marks)
        for (const each of values) {
          expect(place(each)).toBeGreaterThanOrEqual(-1e-9)
          expect(place(each)).toBeLessThanOrEqual(1 + 1e-9)
        }
        expect(marks.length).toBeLessThanOrEqual(8)
      }),
    )
  })
})

describe("direct labels", () => {
  it("never cover one another and stay in their order", () => {
    const placed = spread([0.5, 0.52, 0.98, 0.1], 0.1)
    expect(placed.map((each) => Math.round(each * 100) / 100)).toEqual([0.5, 0.6, 0.98, 0.1])
    const low = spread([0.99, 1], 0.1)
    expect(low[1]! - low[0]!).toBeGreaterThanOrEqual(0.0999)
    expect(low[1]).toBeLessThanOrEqual(1)
  })
})

describe("a line", () => {
  it("breaks where a value is missing", () => {
    expect(linePath([[0, 1], [0.5, 0.25], null, [1, 0]])).toBe("M0 100L50 25M100 0")
  })
})
