import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Decimal } from "@/lib/platform/money"
import { chosen, documentHash, pricedLine, statusOn, totalsOf } from "./rules"

const line = { description: "Advice", quantity: "1", unitPrice: "1", taxRate: "0", optional: false }

describe("pricing a proposal", () => {
  it.each([
    ["3", "33.335", "8.25", "USD", "100.01", "8.25"],
    ["1", "0.125", "0", "USD", "0.13", "0.00"],
    ["1", "-0.125", "0", "USD", "-0.13", "0.00"],
    ["1", "2.5", "50", "JPY", "3", "2"],
    ["1", "1.0005", "10", "KWD", "1.001", "0.100"],
  ])("rounds %s × %s at %s %% in %s away from zero", (quantity, unitPrice, taxRate, currency, amount, tax) => {
    expect(pricedLine({ ...line, quantity, unitPrice, taxRate }, currency)).toMatchObject({ amount, tax })
  })

  it("sums exactly the lines that count, whatever they are", () => {
    const cents = fc.integer({ min: -99_999_99, max: 99_999_99 }).map((n) => new Decimal(n).dividedBy(100).toString())
    const anyLine = fc.record({ unitPrice: cents, optional: fc.boolean(), selected: fc.boolean() })
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (given) => {
        const lines = given.map((one) => pricedLine({ ...line, ...one, taxRate: "19" }, "EUR"))
        const counted = lines.filter((one) => one.selected)
        const sum = counted.reduce((all, one) => all.plus(one.amount).plus(one.tax), new Decimal(0))
        expect(totalsOf(lines, "EUR").total).toBe(sum.toFixed(2).replace(/^-0\.00$/, "0.00"))
      }),
    )
  })

  it("takes an optional line only when it was selected", () => {
    expect(pricedLine({ ...line, optional: true }, "USD").selected).toBe(false)
    expect(pricedLine({ ...line, optional: true, selected: true }, "USD").selected).toBe(true)
    expect(pricedLine({ ...line, selected: false }, "USD").selected).toBe(true)
  })
})

describe("a proposal's state", () => {
  it("is expired from the day after its last day, while it waits for an answer", () => {
    expect(statusOn({ status: "sent", validUntil: "2026-11-20" }, "2026-11-20")).toBe("sent")
    expect(statusOn({ status: "sent", validUntil: "2026-11-20" }, "2026-11-21")).toBe("expired")
    expect(statusOn({ status: "accepted", validUntil: "2026-11-20" }, "2026-11-21")).toBe("accepted")
    expect(statusOn({ status: "sent", validUntil: null }, "2026-11-21")).toBe("sent")
  })
})

describe("what was accepted", () => {
  const lines = [
    { ...pricedLine(line, "USD"), id: "a" },
    { ...pricedLine({ ...line, optional: true }, "USD"), id: "b" },
  ]
  const proposal = {
    id: "p",
    number: "P-2026-0001",
    title: "Year end",
    intro: "",
    terms: "",
    companyName: "Harbour",
    recipientName: "Hana",
    currency: "USD",
    validUntil: null,
  }

  it("has another fingerprint when a word, a figure or a choice differs", () => {
    const hash = documentHash({ ...proposal, lines })
    expect(documentHash({ ...proposal, lines })).toBe(hash)
    expect(documentHash({ ...proposal, terms: " ", lines })).not.toBe(hash)
    expect(documentHash({ ...proposal, lines: [{ ...lines[0]!, amount: "1.01" }, lines[1]!] })).not.toBe(hash)
    expect(documentHash({ ...proposal, lines: chosen(lines, ["b"]) })).not.toBe(hash)
  })

  it("names no line that isn't an option", () => {
    expect(() => chosen(lines, ["a"])).toThrow()
    expect(() => chosen(lines, ["c"])).toThrow()
  })
})
