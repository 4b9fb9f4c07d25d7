import { lineAmounts, totalsOf } from "@/lib/domains/invoices/rules"

const written = /^-?\d{1,13}(\.\d{1,6})?$/

/** What a draft comes to by the same rule that the server uses; null while something in it can't be read. */
export function draftTotals(lines: { quantity: string; unitPrice: string; taxRate: string }[], currency: string) {
  if (!lines.every((line) => [line.quantity, line.unitPrice, line.taxRate].every((value) => written.test(value))))
    return null
  return totalsOf(
    lines.map((line) => lineAmounts(line, currency)),
    currency,
  )
}
