import { extractText, getDocumentProxy } from "unpdf"
import { describe, expect, it } from "vitest"
import { applyCredit, grantCredit } from "@/lib/domains/credit/operations"
import { voidInvoice } from "@/lib/domains/invoices/operations/issuing"
import { listPayments, recordPayment } from "@/lib/domains/payments/operations"
import { refundPayment } from "@/lib/domains/payments/refunds/operations"
import { withClock } from "@/lib/platform/clock"
import { anInvoice, balances } from "@/test/finance"
import { aFirm, type Somebody } from "@/test/given"
import { downloadStatement, readStatement } from "./operations"

const at = <T>(day: string, work: () => Promise<T>) => withClock(new Date(`${day}T12:00:00Z`), work)

/** A spring of one client: two invoices, one paid too much and half given back, a void one, credit given and used. */
async function aSpring(owner: Somebody) {
  const first = await at("2026-01-10", () => anInvoice(owner, "500.00"))
  const { clientId } = first
  await at("2026-02-01", () => owner.does(recordPayment, { id: first.id, amount: "600.00", method: "bank_transfer" }))
  const second = await at("2026-02-10", () => anInvoice(owner, "300.00", { clientId }))
  await at("2026-02-12", () => owner.does(applyCredit, { id: second.id, amount: "100.00" }))
  const wrong = await at("2026-03-01", () => anInvoice(owner, "999.00", { clientId }))
  await at("2026-03-02", () => owner.does(voidInvoice, { id: wrong.id }))
  await at("2026-03-03", () => owner.does(grantCredit, { clientId, amount: "50.00", reason: "Late report" }))
  await at("2026-03-05", () => owner.does(recordPayment, { id: second.id, amount: "80.00", method: "cash" }))
  const { items } = await owner.does(listPayments, { clientId, limit: 1 })
  await at("2026-03-06", () => owner.does(refundPayment, { id: items[0]!.id, amount: "30.00", reason: "Twice" }))
  return { clientId, first, second }
}

describe("a statement of account", () => {
  it("tells what changed the debt, with the balance after each, and agrees with the ledger", async () => {
    const { owner } = await aFirm()
    const { clientId, first, second } = await aSpring(owner)
    const statement = await owner.does(readStatement, { clientId, from: "2026-01-01", to: "2026-03-31" })
    expect(statement).toMatchObject({ opening: "0.00", currency: "USD", currencies: ["USD"] })
    expect(statement.entries.map(({ on, kind, amount, balance }) => [on, kind, amount, balance])).toEqual([
      ["2026-01-10", "invoice.issued", "500.00", "500.00"],
      ["2026-02-01", "payment.received", "-600.00", "-100.00"],
      ["2026-02-10", "invoice.issued", "300.00", "200.00"],
      ["2026-03-01", "invoice.issued", "999.00", "1199.00"],
      ["2026-03-02", "invoice.voided", "-999.00", "200.00"],
      ["2026-03-03", "credit.granted", "-50.00", "150.00"],
      ["2026-03-05", "payment.received", "-80.00", "70.00"],
      ["2026-03-06", "payment.refunded", "30.00", "100.00"],
    ])
    expect(statement.entries[0]!.reference).toBe(first.number)
    expect(statement.entries[2]!.reference).toBe(second.number)
    const { "1100": receivable, "2300": credit } = await balances(owner)
    expect(Number(statement.closing)).toBe(Number(receivable) - Number(credit))
  })

  it("begins with what was owed before, and leaves out what comes after", async () => {
    const { owner } = await aFirm()
    const { clientId } = await aSpring(owner)
    const february = await owner.does(readStatement, { clientId, from: "2026-02-05", to: "2026-03-01" })
    expect(february).toMatchObject({ opening: "-100.00", closing: "1199.00" })
    expect(february.entries).toHaveLength(2)
    await expect(owner.does(readStatement, { clientId, from: "2026-03-02", to: "2026-03-01" })).rejects.toMatchObject({
      code: "validation_error",
      fields: { from: [{ key: "ledger.refusals.period" }] },
    })
  })

  it("is one client's alone", async () => {
    const { owner } = await aFirm()
    const { clientId } = await aSpring(owner)
    const other = await anInvoice(owner, "70.00")
    const theirs = await owner.does(readStatement, { clientId: other.clientId })
    expect(theirs).toMatchObject({ opening: "0.00", closing: "70.00" })
    const stranger = await aFirm()
    await expect(stranger.owner.does(readStatement, { clientId })).rejects.toMatchObject({ code: "not_found" })
  })

  it("says the same on paper", async () => {
    const { owner } = await aFirm({ name: "Quill & Partners" })
    const { clientId } = await aSpring(owner)
    const { body, filename } = await owner.does(downloadStatement, { clientId, from: "2026-01-01", to: "2026-03-31" })
    expect(filename).toBe("statement-harbour-co-2026-03-31.pdf")
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(body)), { mergePages: true })
    for (const words of ["Statement of account", "Harbour & Co", "Quill & Partners", "$1,199.00", "Credit note"])
      expect(text).toContain(words)
    expect(text).toMatch(/Balance on Mar 31, 2026\s+\$100\.00/)
  })
})
