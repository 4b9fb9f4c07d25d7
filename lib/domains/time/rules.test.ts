import { describe, expect, it } from "vitest"
import { billedAmount, hoursFromText, weekOf } from "./rules"

describe("hours as people type them", () => {
  it.each([
    ["1:30", "1.5"],
    ["0:05", "0.08"],
    ["90m", "1.5"],
    ["45 min", "0.75"],
    ["1.5h", "1.5"],
    ["1,5 h", "1.5"],
    ["1h30", "1.5"],
    ["1h 30m", "1.5"],
    [".5", ".5"],
    ["2.50", "2.50"],
    ["2", "2"],
    ["half a day", "half a day"],
  ])("%s is %s", (typed, hours) => expect(hoursFromText(typed)).toBe(hours))
})

describe("what an entry bills", () => {
  it.each([
    ["2.5", "200", "USD", "500.00"],
    ["0.33", "99.95", "USD", "32.98"],
    ["0.5", "0.01", "USD", "0.01"],
    ["1.25", "90.50", "JPY", "113"],
    ["1.005", "100", "KWD", "100.500"],
  ])("%s h at %s %s is %s", (hours, hourlyRate, currency, amount) => {
    expect(billedAmount({ hours, hourlyRate, currency, billable: true })).toBe(amount)
    expect(Number(billedAmount({ hours, hourlyRate, currency, billable: false }))).toBe(0)
  })
})

describe("a week", () => {
  it("runs from Monday to Sunday, over the end of a year too", () => {
    expect(weekOf("2026-01-01")).toMatchObject({ from: "2025-12-29", until: "2026-01-04" })
    expect(weekOf("2025-12-29").from).toBe("2025-12-29")
    expect(weekOf("2026-01-04").days).toHaveLength(7)
  })
})
