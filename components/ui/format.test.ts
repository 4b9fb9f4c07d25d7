import { describe, expect, it } from "vitest"
import { dayIn, formatBytes, formatDay, formatHours, formatMoney, formatRelative } from "./format"

describe("figures as people read them", () => {
  it("shows money exactly, whatever its size, with a true minus", () => {
    expect(formatMoney("en", "90071992547409931.07", "EUR")).toBe("€90,071,992,547,409,931.07")
    expect(formatMoney("en", "-120.5", "EUR")).toBe("−€120.50")
    expect(formatMoney("de", "1200", "EUR")).toBe("1.200,00\u00a0€")
    expect([
      formatMoney("en", "1200.00", "USD", { short: true }),
      formatMoney("en", "5", "USD", { signed: true }),
    ]).toEqual(["$1,200", "+$5.00"])
  })

  it("shows hours as a clock does", () => {
    expect([
      formatHours("en", "1.5"),
      formatHours("en", "0.33"),
      formatHours("en", "-2.25"),
      formatHours("en", 1234),
    ]).toEqual(["1:30 h", "0:20 h", "−2:15 h", "1,234:00 h"])
  })

  it("shows sizes of files", () => {
    expect([formatBytes("en", 0), formatBytes("en", 1536), formatBytes("en", 100 * 2 ** 20)]).toEqual([
      "0 byte",
      "1.5 kB",
      "100 MB",
    ])
  })
})

describe("times as people read them", () => {
  const now = new Date("2026-11-25T23:30:00Z")
  const told = (at: string, zone = "UTC") => formatRelative("en", new Date(at), now, zone)

  it("counts minutes and hours, then calendar days of the reader's time zone", () => {
    expect(told("2026-11-25T23:29:50Z")).toBe("now")
    expect(told("2026-11-25T23:10:00Z")).toBe("20 minutes ago")
    expect(told("2026-11-25T20:30:00Z")).toBe("3 hours ago")
    expect(told("2026-11-24T22:00:00Z")).toBe("yesterday")
    expect(told("2026-11-24T22:30:00Z", "Asia/Tokyo")).toBe("yesterday")
    expect(told("2026-11-28T23:31:00Z")).toBe("in 3 days")
  })

  it("gives the date when it is long ago", () => {
    expect(told("2026-09-01T10:00:00Z")).toBe("Sep 1, 2026")
  })

  it("keeps a calendar day the same in every time zone, and shows what is no day as it is", () => {
    expect(formatDay("en", "2026-03-29", true)).toBe("Sun, Mar 29, 2026")
    expect(formatDay("en", "soon")).toBe("soon")
    expect(dayIn(now, "Asia/Tokyo")).toBe("2026-11-26")
  })
})
