import { eq } from "drizzle-orm"
import { z } from "zod"
import { invoices } from "@/db/schema"
import { account } from "@/lib/domains/ledger/rules"
import { post, reverse } from "@/lib/domains/ledger/writes"
import { takeNumber } from "@/lib/domains/numbers/writes"
import { id } from "@/lib/kernel/fields"
import { mutation } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { now } from "@/lib/platform/clock"
import { Decimal } from "@/lib/platform/money"
import { invoiceDetailById } from "../queries"
import { addDays } from "../rules"
import { invoiceDetail } from "../schema"
import { firmToday, lockedInvoice, lockedOpen, releaseTime } from "../writes"

const input = z.strictObject({ id })
const issued = (invoiceId: string) => `invoice.issued:${invoiceId}`

export const sendInvoice = mutation({
  name: "invoices.send",
  summary: "Issue an invoice and mail it to the client",
  permission: "invoices:write",
  rest: "POST /finance/invoices/{id}/send",
  input,
  output: invoiceDetail,

  async run({ id }, { db, actor, record, expect }) {
    const draft = await lockedInvoice(db, id)
    expect(draft)
    if (draft.status !== "draft") throw conflict("invoices.refusals.sent", { number: draft.number ?? "" })
    const { firm, today } = await firmToday(db)
    if (draft.dueOn && draft.dueOn < today) throw conflict("invoices.refusals.dueBeforeIssue")
    const free = new Decimal(draft.total).isZero()
    const at = now().toISOString()

    // As late as possible: whoever issues next waits from here to the end of this transaction.
    const number = await takeNumber(db, "INV", today)
    await db
      .update(invoices)
      .set({
        number,
        status: free ? "paid" : "sent",
        issuedOn: today,
        dueOn: draft.dueOn ?? addDays(today, firm.paymentTermsDays),
        sentAt: at,
        paidAt: free ? at : null,
      })
      .where(eq(invoices.id, id))
    const posting = {
      kind: "invoice.issued" as const,
      sourceId: id,
      sourceKey: issued(id),
      description: number,
      postedOn: today,
      currency: draft.currency,
      sides: [
        { account: account.receivable, debit: draft.total },
        { account: account.revenue, credit: draft.subtotal },
        { account: account.taxPayable, credit: draft.taxTotal },
      ],
    }
    await post(db, posting, actor.locale)
    record("invoice.sent", { id, clientId: draft.clientId })
    return invoiceDetailById(db, id, today)
  },
})

export const remindInvoice = mutation({
  name: "invoices.remind",
  summary: "Mail a reminder of an open invoice",
  permission: "invoices:write",
  rest: "POST /finance/invoices/{id}/remind",
  input,
  output: invoiceDetail,

  async run({ id }, { db, record }) {
    const invoice = await lockedOpen(db, id)
    const { today } = await firmToday(db)
    const detail = await invoiceDetailById(db, id, today)
    if (detail.recipients.length === 0) throw conflict("invoices.refusals.nobody", { client: detail.clientName })
    record("invoice.reminded", { id, clientId: invoice.clientId })
    return detail
  },
})

export const voidInvoice = mutation({
  name: "invoices.void",
  summary: "Void an unpaid invoice",
  permission: "invoices:write",
  rest: "POST /finance/invoices/{id}/void",
  input,
  output: invoiceDetail,

  async run({ id }, { db, record, expect }) {
    const invoice = await lockedInvoice(db, id)
    expect(invoice)
    if (invoice.status === "draft") throw conflict("invoices.refusals.voidDraft")
    if (invoice.status === "void") throw conflict("invoices.refusals.void")
    if (!new Decimal(invoice.amountPaid).isZero()) throw conflict("invoices.refusals.voidPaid")
    const { today } = await firmToday(db)
    await db
      .update(invoices)
      .set({ status: "void", voidedAt: now().toISOString(), paidAt: null })
      .where(eq(invoices.id, id))
    await releaseTime(db, id)
    await reverse(db, {
      kind: "invoice.voided",
      sourceKey: issued(id),
      postedOn: today,
      description: invoice.number ?? "",
    })
    record("invoice.voided", { id, clientId: invoice.clientId })
    return invoiceDetailById(db, id, today)
  },
})
