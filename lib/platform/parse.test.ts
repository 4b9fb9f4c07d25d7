import { describe, expect, it } from "vitest"
import { parseHours, parseMoney } from "./parse"
import { parseDate } from "./parse-date"

describe("money as people type it", () => {
  it.each([
    ["1200", "1200.00"],
    ["1,200.50", "1200.50"],
    ["1.200,50 €", "1200.50"],
    ["€ 1,200", "1200.00"],
    ["1,234,567", "1234567.00"],
    ["2.5k", "2500.00"],
    ["1m", "1000000.00"],
    ["0,5", "0.50"],
    [".99", "0.99"],
    ["1 200,00", "1200.00"],
    ["CHF 1'200.05", "1200.05"],
    ["-15", "-15.00"],
    ["−$15", "-15.00"],
    ["-0", "0.00"],
    ["007", "7.00"],
    ["90071992547409931.07", "90071992547409931.07"],
  ])("reads %s as %s", (typed, amount) => {
    expect(parseMoney(typed)).toBe(amount)
  })

  it("reads a single separator before three digits as the locale does", () => {
    expect([parseMoney("1,200", "en"), parseMoney("1.200", "de"), parseMoney("1.200", "en")]).toEqual([
      "1200.00",
      "1200.00",
      "1.200",
    ])
  })

  it.each(["", "abc", "1,2,3", "12.34.56", "1-2", "ten", "1.2.3,4"])("does not guess at “%s”", (typed) => {
    expect(parseMoney(typed)).toBeNull()
  })
})

describe("hours as people type them", () => {
  it.each([
    ["1.5h", "1.50"],
    ["1,5", "1.50"],
    ["90m", "1.50"],
    ["90 min", "1.50"],
    ["1:30", "1.50"],
    ["1h30", "1.50"],
    ["1h 30m", "1.50"],
    ["2h", "2.00"],
    [".25", "0.25"],
    ["0:20", "0.33"],
    ["7", "7.00"],
  ])("reads %s as %s", (typed, hours) => {
    expect(parseHours(typed)).toBe(hours)
  })

  it.each(["", "h", "1:75", "-2", "a while", "1.5.5"])("does not guess at “%s”", (typed) => {
    expect(parseHours(typed)).toBeNull()
  })
})

describe("dates as people type them", () => {
  const wednesday = "2026-11-25"

  it.each([
    ["2026-12-24", "2026-12-24"],
    ["today", "2026-11-25"],
    ["Tomorrow", "2026-11-26"],
    ["yesterday", "2026-11-24"],
    ["fri", "2026-11-27"],
    ["wed", "2026-12-02"],
    ["next fri", "2026-12-04"],
    ["next week", "2026-12-02"],
    ["in 3 days", "2026-11-28"],
    ["+2w", "2026-12-09"],
    ["in 1 month", "2026-12-25"],
    ["eom", "2026-11-30"],
    ["24 Dec", "2026-12-24"],
    ["Dec 24, 2027", "2027-12-24"],
    ["12/24", "2026-12-24"],
    ["24.12.", "2026-12-24"],
    ["24.12.26", "2026-12-24"],
    ["3 jan", "2027-01-03"],
    ["1 sep", "2026-09-01"],
  ])("reads %s as %s", (typed, on) => {
    expect(parseDate(typed, wednesday)).toBe(on)
  })

  it("reads other languages' words and orders", () => {
    expect(parseDate("morgen", wednesday, "de")).toBe("2026-11-26")
    expect(parseDate("Freitag", wednesday, "de")).toBe("2026-11-27")
    expect(parseDate("3 mars", wednesday, "fr")).toBe("2027-03-03")
    expect(parseDate("5/12", wednesday, "en-GB")).toBe("2026-12-05")
  })

  it("keeps the last day of a month when the next is shorter", () => {
    expect(parseDate("in 1 month", "2026-01-31")).toBe("2026-02-28")
  })

  it.each(["", "31 feb", "2026-13-01", "someday", "t", "99/99"])("does not guess at “%s”", (typed) => {
    expect(parseDate(typed, wednesday)).toBeNull()
  })
})
