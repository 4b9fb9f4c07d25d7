import fc from "fast-check"
import { expect, it } from "vitest"
import { pricedLine, totalsOf } from "@/lib/domains/proposals/rules"
import { sums } from "./line-sums"

const decimal = (places: number, max: number) =>
  fc
    .tuple(fc.integer({ min: -max, max }), fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(places, "0")}`)
const line = fc.record({
  quantity: decimal(3, 5000).map((text) => text.replace("-", "")),
  unitPrice: decimal(4, 100_000),
  taxRate: fc.constantFrom("0", "8.25", "19", "7.7"),
  optional: fc.boolean(),
  selected: fc.boolean(),
})

it("counts while typing as the server counts", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom("USD", "JPY", "KWD"), (lines, currency) => {
      const digits = { USD: 2, JPY: 0, KWD: 3 }[currency]!
      const server = lines.map((one) => pricedLine({ description: "", ...one }, currency))
      const typed = lines.map((one) => ({ ...one, counted: !one.optional || one.selected }))
      expect(sums(typed, digits)).toEqual(totalsOf(server, currency))
    }),
  )
})

it("leaves out what can't be read yet", () => {
  const typed = { quantity: "", unitPrice: "12.", taxRate: "", counted: true }
  expect(sums([typed, { ...typed, unitPrice: "10" }], 2)).toEqual({
    subtotal: "10.00",
    taxTotal: "0.00",
    total: "10.00",
  })
})
