import { and, eq, isNull, sql } from "drizzle-orm"
import { clients, firms, invoiceLines, invoices, projects, timeEntries } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { conflict, invalidField, notFound } from "@/lib/kernel/refusal"
import { dateIn, now } from "@/lib/platform/clock"
import { Decimal, moneyString } from "@/lib/platform/money"
import { isOpen, lineAmounts, statusAfter, totalsOf } from "./rules"
import type { NewLine } from "./schema"

export type InvoiceRow = typeof invoices.$inferSelect
type Line = NewLine & { amount: string; tax: string }

/** The invoice, held against everyone else until the transaction ends. */
export async function lockedInvoice(db: TenantDb, invoiceId: string): Promise<InvoiceRow> {
  const [invoice] = await db.select().from(invoices).where(eq(invoices.id, invoiceId)).for("update")
  if (!invoice) throw notFound("invoice")
  return invoice
}

export async function lockedDraft(db: TenantDb, invoiceId: string): Promise<InvoiceRow> {
  const invoice = await lockedInvoice(db, invoiceId)
  if (invoice.status !== "draft") throw conflict("invoices.refusals.issued", { number: invoice.number ?? "" })
  return invoice
}

export async function lockedOpen(db: TenantDb, invoiceId: string): Promise<InvoiceRow> {
  const invoice = await lockedInvoice(db, invoiceId)
  if (invoice.status === "draft") throw conflict("invoices.refusals.draft")
  if (invoice.status === "void") throw conflict("invoices.refusals.void")
  if (!isOpen(invoice.status)) throw conflict("invoices.refusals.paid")
  return invoice
}

export const priced = (lines: NewLine[], currency: string): Line[] =>
  lines.map((line) => ({ ...line, ...lineAmounts(line, currency) }))

/** Totals that an invoice may have: a discount may lower it, but never below nothing. */
export function acceptableTotals(lines: Line[], currency: string) {
  const totals = totalsOf(lines, currency)
  if (Object.values(totals).some((sum) => new Decimal(sum).isNegative())) {
    throw invalidField("lines", "invoices.refusals.negative")
  }
  return totals
}

export async function insertInvoice(
  db: TenantDb,
  values: Pick<InvoiceRow, "clientId" | "currency"> & Partial<Pick<InvoiceRow, "projectId" | "dueOn" | "notes">>,
  lines: Line[],
): Promise<InvoiceRow> {
  const totals = acceptableTotals(lines, values.currency)
  const [invoice] = await db
    .insert(invoices)
    .values({ ...values, ...totals, amountPaid: moneyString("0", values.currency) })
    .returning()
  await insertLines(db, invoice!.id, lines)
  return invoice!
}

export async function insertLines(db: TenantDb, invoiceId: string, lines: Line[]) {
  await db.insert(invoiceLines).values(lines.map((line, i) => ({ ...line, invoiceId, position: i + 1 })))
}

/** Gives the time on an invoice back, to be billed another time. */
export const releaseTime = (db: TenantDb, invoiceId: string) =>
  db.update(timeEntries).set({ invoiceId: null }).where(eq(timeEntries.invoiceId, invoiceId))

/** The client and project that an invoice is for, refusing a project of somebody else. */
export async function billedTo(db: TenantDb, clientId: string, projectId?: string | null) {
  const [client] = await db.select().from(clients).where(eq(clients.id, clientId))
  if (!client) throw notFound("client")
  if (!projectId) return { client, project: null }
  const [project] = await db
    .select()
    .from(projects)
    .where(and(eq(projects.id, projectId), eq(projects.clientId, clientId)))
  if (!project) throw notFound("project")
  return { client, project }
}

/** The firm, and the date in its own time zone: what its papers bear. */
export async function firmToday(db: TenantDb) {
  const [firm] = await db.select().from(firms)
  return { firm: firm!, today: dateIn(firm!.timeZone, now()) }
}

/** Lets an amount pay as much of a locked invoice as it is still owed; says what was used and what is left over. */
export async function payInvoice(db: TenantDb, invoice: InvoiceRow, amount: string | Decimal) {
  const due = invoice.status === "void" ? new Decimal(0) : new Decimal(invoice.total).minus(invoice.amountPaid)
  const applied = Decimal.min(amount, due)
  const surplus = new Decimal(amount).minus(applied)
  const changed = applied.isZero() ? invoice : await setPaid(db, invoice, applied.plus(invoice.amountPaid))
  return { applied, surplus, invoice: changed }
}

/** Takes back what a payment had paid: the invoice is owed again. */
export const unpayInvoice = (db: TenantDb, invoice: InvoiceRow, amount: Decimal) =>
  amount.isZero() ? invoice : setPaid(db, invoice, new Decimal(invoice.amountPaid).minus(amount))

async function setPaid(db: TenantDb, invoice: InvoiceRow, paid: Decimal): Promise<InvoiceRow> {
  const status = statusAfter(invoice, paid)
  const [changed] = await db
    .update(invoices)
    .set({
      amountPaid: moneyString(paid, invoice.currency),
      status,
      paidAt: status === "paid" ? now().toISOString() : null,
    })
    .where(eq(invoices.id, invoice.id))
    .returning()
  return changed!
}

/** The event that tells what a payment did to the invoice. */
export const paidEvent = ({ status }: { status: InvoiceRow["status"] }) =>
  status === "paid" ? ("invoice.paid" as const) : ("invoice.part_paid" as const)

/** Time that no invoice holds yet becomes this invoice's. */
export async function holdTime(db: TenantDb, invoiceId: string, entryIds: string[]) {
  const held = await db
    .update(timeEntries)
    .set({ invoiceId })
    .where(and(sql`${timeEntries.id} = any(${sql.param(entryIds)}::uuid[])`, isNull(timeEntries.invoiceId)))
    .returning({ id: timeEntries.id })
  if (held.length !== entryIds.length) throw new Error("time was billed twice at once")
}
