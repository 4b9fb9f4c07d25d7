import { eq } from "drizzle-orm"
import { z } from "zod"
import { invoiceLines, invoices } from "@/db/schema"
import { changedFields } from "@/lib/kernel/change"
import { id } from "@/lib/kernel/fields"
import { mutation } from "@/lib/kernel/operation"
import { today } from "@/lib/platform/clock"
import { invoiceDetailById } from "../queries"
import { invoiceChange, invoiceDetail, newInvoice } from "../schema"
import { acceptableTotals, billedTo, insertInvoice, insertLines, lockedDraft, priced, releaseTime } from "../writes"

export const createInvoice = mutation({
  name: "invoices.create",
  summary: "Create an invoice",
  permission: "invoices:write",
  rest: "POST /finance/invoices",
  input: newInvoice,
  output: invoiceDetail,

  async run({ lines, currency, ...input }, { db, actor, record }) {
    const { client, project } = await billedTo(db, input.clientId, input.projectId)
    const inCurrency = currency ?? project?.currency ?? client.currency
    const invoice = await insertInvoice(db, { ...input, currency: inCurrency }, priced(lines, inCurrency))
    record("invoice.created", { id: invoice.id, clientId: invoice.clientId })
    return invoiceDetailById(db, invoice.id, today(actor.timeZone))
  },
})

export const updateInvoice = mutation({
  name: "invoices.update",
  summary: "Change a draft invoice",
  permission: "invoices:write",
  rest: "PATCH /finance/invoices/{id}",
  input: invoiceChange,
  output: invoiceDetail,

  async run({ id, lines, ...changes }, { db, actor, record, expect }) {
    const before = await lockedDraft(db, id)
    expect(before)
    if (changes.projectId) await billedTo(db, before.clientId, changes.projectId)
    const fresh = lines && priced(lines, before.currency)
    const totals = fresh && acceptableTotals(fresh, before.currency)
    if (fresh) {
      await db.delete(invoiceLines).where(eq(invoiceLines.invoiceId, id))
      await insertLines(db, id, fresh)
    }
    const [after] = await db
      .update(invoices)
      .set({ ...changes, ...totals })
      .where(eq(invoices.id, id))
      .returning()
    record("invoice.updated", { id, clientId: before.clientId }, [
      ...changedFields(before, after!),
      ...(lines ? ["lines"] : []),
    ])
    return invoiceDetailById(db, id, today(actor.timeZone))
  },
})

export const deleteInvoice = mutation({
  name: "invoices.delete",
  summary: "Delete a draft invoice",
  permission: "invoices:write",
  rest: "DELETE /finance/invoices/{id}",
  status: 204,
  input: z.strictObject({ id }),
  output: z.object({}),

  async run({ id }, { db, record }) {
    const { clientId } = await lockedDraft(db, id)
    await releaseTime(db, id)
    await db.delete(invoices).where(eq(invoices.id, id))
    record("invoice.deleted", { id, clientId })
    return {}
  },
})
