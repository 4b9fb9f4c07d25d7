import { describe, expect, it } from "vitest"
import { readArguments } from "./arguments.mjs"
import { gathered, missed, percentile, rowsOf } from "./figures.mjs"
import { pages } from "./pages.mjs"

describe("figures", () => {
  it("are of the requests, not of the slices: a short one does not weigh as much as a long one", () => {
    const slice = (times: number[], cpuMs: number, seconds: number) => ({
      times,
      cpuMs,
      seconds,
      bytes: times.length * 100,
      failed: 0,
    })
    const both = gathered([slice([10, 10, 10, 10], 40, 1), slice([90], 60, 1)])
    expect(both).toMatchObject({ count: 5, rps: 2.5, p50: 10, p99: 90, bytes: 100, cpuMs: 20 })
  })

  it("name a time that so many requests did not exceed", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect([50, 95, 99, 100].map((of) => percentile(hundred, of))).toEqual([50, 95, 99, 100])
    expect(percentile([7], 99)).toBe(7)
    expect(percentile([], 50)).toBeUndefined()
  })

  it("compare a page with the others at the same concurrency, and hold it to its limits at eight", () => {
    const one = (name: string, concurrency: number, cpuMs: number) => ({
      name,
      concurrency,
      cpuMs,
      rps: 1,
      p50: 1,
      p95: 1,
      p99: 1,
      bytes: 1,
    })
    const measured = [
      one("list", 1, 30),
      one("list", 8, 24),
      one("floor list", 1, 3),
      one("floor list", 8, 2),
      one("sign-in", 8, 90),
    ]
    const limits = [{ against: "floor", page: "floor list", most: 10 }]
    const rows = rowsOf(measured, [{ name: "list", limits }, { name: "sign-in" }])
    expect(rows).toMatchObject([
      { name: "list", concurrency: 1, against: "floor", cpuRatio: 10, target: null },
      { name: "list", concurrency: 8, against: "floor", cpuRatio: 12, target: 10 },
      { name: "sign-in", concurrency: 8, against: null, cpuRatio: null, target: null },
    ])
    expect(missed(rows, { memoryMb: 500, growth: [{ name: "list", ratio: 1.1 }] })).toEqual([
      "list: 12.0 × the CPU of floor, at most 10 ×",
      "memory: 500 MB, at most 450",
    ])
  })
})

it("every comparison names a page that is measured", () => {
  const all = pages({ host: "", portalHost: "", session: "", portalSession: "", token: "", ids: {}, search: "" })
  const names = all.map(({ name }) => name)
  expect(
    all.flatMap(({ limits = [] }) => limits.map(({ page }) => page)).filter((page) => !names.includes(page)),
  ).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

it("what makes no sense on the command line is said", () => {
  expect(readArguments(["--quick", "--firms", "10000"])).toMatchObject({ quick: true, firms: 10_000, json: undefined })
  for (const wrong of [["--firms", "3"], ["--firms", "many"], ["--fast"]]) expect(() => readArguments(wrong)).toThrow()
})
