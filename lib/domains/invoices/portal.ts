import { and, asc, eq, type SQL } from "drizzle-orm"
import { z } from "zod"
import { invoices, payments } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { download, list, mutation } from "@/lib/kernel/operation"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { now, today } from "@/lib/platform/clock"
import { moneyString } from "@/lib/platform/money"
import { renderDocument } from "@/lib/platform/pdf"
import { invoiceDocument, invoiceFileName } from "./documents"
import { inState, linesOf, onlinePaymentState, ourColumns, paperOf, partiesOf, presented, sorts } from "./queries"
import { invoiceFilters, ourInvoice, ourInvoiceDetail } from "./schema"

export const listOurInvoices = list({
  name: "invoices.listOurs",
  summary: "List our invoices",
  permission: "portal:read",
  rest: "GET /portal/invoices",
  input: listInput(["createdAt", "number", "dueOn", "issuedOn"], { status: z.enum(invoiceFilters).optional() }),
  item: ourInvoice,

  run({ q, status, ...asked }, { db, actor }) {
    const day = today(actor.timeZone)
    return pageOfRows(asked, {
      id: invoices.id,
      sorts,
      fallback: "-createdAt",
      where: and(status && inState(status, day), matches(q, invoices.number)),
      rows: ({ where, orderBy, limit, sortValue }) =>
        db
          .select({ ...ourColumns, sortValue })
          .from(invoices)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .then((rows) => rows.map((row) => presented(row, day))),
      count: (where: SQL | undefined) => db.$count(invoices, where),
    })
  },
})

/** The first time the client opens it, the firm learns that it was seen. */
export const readOurInvoice = mutation({
  name: "invoices.readOurs",
  summary: "Read an invoice of ours",
  permission: "portal:read",
  rest: "GET /portal/invoices/{id}",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: ourInvoiceDetail,

  async run({ id }, { db, actor, record }) {
    const invoice = await ourInvoiceById(db, id)
    const seen = invoice.status === "sent" && (await markViewed(db, id))
    if (seen) record("invoice.viewed", { id, clientId: invoice.clientId })
    const [current, lines, parties, onlinePayment, received] = await Promise.all([
      seen ? ourInvoiceById(db, id) : invoice,
      linesOf(db, invoice),
      partiesOf(db, invoice.clientId),
      onlinePaymentState(db),
      paymentsOf(db, id),
    ])
    return { ...presented(current, today(actor.timeZone)), ...parties, lines, onlinePayment, payments: received }
  },
})

export const downloadOurInvoice = download({
  name: "invoices.ourPdf",
  summary: "Download an invoice of ours as PDF",
  permission: "portal:read",
  rest: "GET /portal/invoices/{id}/pdf",
  input: z.strictObject({ id }),
  read: ({ id }, { db }) => paperOf(db, id),
  make: async (paper) => ({
    filename: invoiceFileName(paper.invoice),
    contentType: "application/pdf",
    body: await renderDocument(invoiceDocument(paper)),
  }),
})

async function ourInvoiceById(db: TenantDb, invoiceId: string) {
  const [invoice] = await db.select(ourColumns).from(invoices).where(eq(invoices.id, invoiceId))
  if (!invoice) throw notFound("invoice")
  return invoice
}

async function markViewed(db: TenantDb, invoiceId: string): Promise<boolean> {
  const marked = await db
    .update(invoices)
    .set({ status: "viewed", viewedAt: now().toISOString() })
    .where(and(eq(invoices.id, invoiceId), eq(invoices.status, "sent")))
    .returning({ id: invoices.id })
  return marked.length > 0
}

async function paymentsOf(db: TenantDb, invoiceId: string) {
  const rows = await db
    .select({
      id: payments.id,
      amount: payments.amount,
      currency: payments.currency,
      method: payments.method,
      status: payments.status,
      receivedOn: payments.receivedOn,
    })
    .from(payments)
    .where(eq(payments.invoiceId, invoiceId))
    .orderBy(asc(payments.receivedOn), asc(payments.id))
  return rows.map((row) => ({ ...row, amount: moneyString(row.amount, row.currency) }))
}
