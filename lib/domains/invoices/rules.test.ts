import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Decimal, moneyString, sumMoney } from "@/lib/platform/money"
import { type BillableTime, lineAmounts, linesOfTime, statusAfter, totalsOf } from "./rules"

const decimal = (places: number, maximum: number) =>
  fc.integer({ min: 1, max: maximum * 10 ** places }).map((n) => new Decimal(n).div(10 ** places).toFixed(places))
const currency = fc.constantFrom("USD", "JPY", "KWD")

const entry = fc.record({
  projectId: fc.constantFrom("p1", "p2"),
  taskId: fc.constantFrom("t1", "t2", null),
  hours: decimal(2, 24),
  hourlyRate: fc.oneof(decimal(2, 400), fc.constantFrom("120.00", "150", "0.333")),
})

const billed = (raw: { projectId: string; taskId: string | null; hours: string; hourlyRate: string }, code: string) =>
  ({
    ...raw,
    projectName: `Project ${raw.projectId}`,
    taskTitle: raw.taskId && `Task ${raw.taskId}`,
    date: "2026-11-03",
    billedAmount: moneyString(new Decimal(raw.hours).times(raw.hourlyRate), code),
  }) satisfies BillableTime

describe("an invoice from time", () => {
  it("is the sum of its entries to the smallest unit, and every line multiplies out", () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 40 }), decimal(2, 30), currency, (raw, taxRate, code) => {
        const entries = raw.map((one) => billed(one, code))
        const lines = linesOfTime(entries, { currency: code, taxRate })

        for (const line of lines) expect(lineAmounts(line, code)).toEqual({ amount: line.amount, tax: line.tax })
        const totals = totalsOf(lines, code)
        expect(totals.subtotal).toBe(moneyString(sumMoney(entries.map(({ billedAmount }) => billedAmount)), code))
        expect(totals.total).toBe(moneyString(new Decimal(totals.subtotal).plus(totals.taxTotal), code))
        expect(sumMoney(lines.map(({ quantity }) => quantity))).toEqual(sumMoney(entries.map(({ hours }) => hours)))
      }),
      { numRuns: 500 },
    )
  })

  it("has one line for each task and rate, with hours as they were sent", () => {
    const at = (taskId: string | null, hours: string, hourlyRate = "200.00") =>
      billed({ projectId: "p1", taskId, hours, hourlyRate }, "USD")
    const lines = linesOfTime([at("t1", "2.50"), at("t1", "1"), at("t1", "1", "100.00"), at(null, "0.25")], {
      currency: "USD",
      taxRate: "8.25",
    })
    expect(lines).toEqual([
      {
        description: "Task t1",
        quantity: "3.50",
        unitPrice: "200.00",
        taxRate: "8.25",
        amount: "700.00",
        tax: "57.75",
      },
      { description: "Task t1", quantity: "1", unitPrice: "100.00", taxRate: "8.25", amount: "100.00", tax: "8.25" },
      {
        description: "Project p1",
        quantity: "0.25",
        unitPrice: "200.00",
        taxRate: "8.25",
        amount: "50.00",
        tax: "4.13",
      },
    ])
  })

  it("lists entries one by one where rounding them together would come to another sum", () => {
    const third = billed({ projectId: "p1", taskId: "t1", hours: "0.33", hourlyRate: "100.01" }, "USD")
    const lines = linesOfTime([third, third, third], { currency: "USD", taxRate: "0" })
    expect(lineAmounts({ quantity: "0.99", unitPrice: "100.01", taxRate: "0" }, "USD").amount).toBe("99.01")
    expect(lines.map(({ quantity, amount }) => [quantity, amount])).toEqual(Array(3).fill(["0.33", "33.00"]))
  })
})

describe("a line", () => {
  it("rounds halves away from zero, below zero too", () => {
    expect(lineAmounts({ quantity: "1", unitPrice: "0.125", taxRate: "0" }, "USD").amount).toBe("0.13")
    expect(lineAmounts({ quantity: "1", unitPrice: "-0.125", taxRate: "0" }, "USD").amount).toBe("-0.13")
    expect(lineAmounts({ quantity: "3", unitPrice: "333.5", taxRate: "10" }, "JPY")).toEqual({
      amount: "1001",
      tax: "100",
    })
  })
})

describe("an issued invoice", () => {
  it("is paid, part paid, or what it was before money came", () => {
    const sent = { total: "100.00", viewedAt: null }
    const viewed = { total: "100.00", viewedAt: "2026-11-01T00:00:00.000Z" }
    expect([statusAfter(sent, "0"), statusAfter(viewed, "0")]).toEqual(["sent", "viewed"])
    expect([statusAfter(sent, "99.99"), statusAfter(sent, "100.00")]).toEqual(["part_paid", "paid"])
  })
})
