import { describe, expect, it } from "vitest"
import { packRows, type Row, unpackRows } from "./table-rows"

const rows: Row[] = [
  ["a1", "/invoices/a1", ["INV-1", "Globex"], null, "open", ["10.00", "EUR"], 3, true],
  ["a2", "/invoices/a2", ["INV-2", "Globex"], "2026-01-02", "paid", ["20.00", "EUR"], 0, false],
  ["a3", "/payments/b7", ["INV-3", null], "2026-01-03", "paid", ["30.00", "USD"], 3, false],
  ["a4", null, "", "2026-01-04", "paid", null, null, null],
]
const plain = (row: Row) => row.map((cell) => (Array.isArray(cell) && cell[1] === null ? cell[0] : cell))

describe("rows on their way to the browser", () => {
  it("arrive as they were, whether a column says different things, few, or one", () => {
    expect(unpackRows(packRows(rows))).toEqual(rows.map(plain))
    expect(unpackRows(packRows(rows.slice(0, 1)))).toEqual(rows.slice(0, 1))
    expect(unpackRows(packRows([]))).toEqual([])
  })

  it("say once what all of them say, and an id once", () => {
    const fifty = Array.from({ length: 50 }, (_, at) => [`id-${at}`, `/clients/id-${at}`, "Globex", ["5.00", "EUR"]])
    const text = packRows(fifty as Row[])
    for (const once of ["/clients/", "Globex", "5.00", "EUR", '"id-7"']) expect(text.split(once)).toHaveLength(2)
  })
})
