import { and, asc, eq, inArray, lt, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { clients, contacts, firms, invoiceLines, invoices, portalUsers, projects, timeEntries } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { always, listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { moneyString } from "@/lib/platform/money"
import { stripeConfigured } from "@/lib/platform/stripe"
import type { Paper } from "./documents"
import { isOverdue, openStatuses } from "./rules"
import { invoiceFilters, invoiceStatuses, type OnlinePayment } from "./schema"

/** The columns that a client may see too. */
export const ourColumns = {
  id: invoices.id,
  number: invoices.number,
  clientId: invoices.clientId,
  projectId: invoices.projectId,
  status: invoices.status,
  currency: invoices.currency,
  subtotal: invoices.subtotal,
  taxTotal: invoices.taxTotal,
  total: invoices.total,
  amountPaid: invoices.amountPaid,
  amountDue: sql<string>`${invoices.amountDue}::text`,
  issuedOn: invoices.issuedOn,
  dueOn: invoices.dueOn,
  notes: invoices.notes,
  sentAt: invoices.sentAt,
  viewedAt: invoices.viewedAt,
  paidAt: invoices.paidAt,
  createdAt: invoices.createdAt,
  updatedAt: invoices.updatedAt,
  version: invoices.version,
}
const columns = {
  ...ourColumns,
  voidedAt: invoices.voidedAt,
  clientName: always(clients.name),
  projectName: projects.name,
}

type Figures = Pick<
  typeof invoices.$inferSelect,
  "status" | "dueOn" | "currency" | "subtotal" | "taxTotal" | "total" | "amountPaid"
> & { amountDue: string }

export const presented = <Row extends Figures>(row: Row, today: string) => ({
  ...row,
  overdue: isOverdue(row, today),
  subtotal: moneyString(row.subtotal, row.currency),
  taxTotal: moneyString(row.taxTotal, row.currency),
  total: moneyString(row.total, row.currency),
  amountPaid: moneyString(row.amountPaid, row.currency),
  amountDue: moneyString(row.status === "void" ? "0" : row.amountDue, row.currency),
})

export const sorts = {
  createdAt: { by: invoices.id, type: "uuid" },
  number: { by: sql`coalesce(${invoices.number}, '')`, type: "text" },
  dueOn: { by: sql`coalesce(${invoices.dueOn}, 'infinity'::date)`, type: "date" },
  issuedOn: { by: sql`coalesce(${invoices.issuedOn}, 'infinity'::date)`, type: "date" },
  total: { by: invoices.total, type: "numeric" },
} as const

export const invoiceList = listInput(["createdAt", "number", "dueOn", "issuedOn", "total"], {
  status: z.enum(invoiceFilters).optional(),
  clientId: id.optional(),
  projectId: id.optional(),
})

export function findInvoices(db: TenantDb, input: z.output<typeof invoiceList>, today: string) {
  const { q, status, clientId, projectId, ...asked } = input
  const where = and(
    status && inState(status, today),
    clientId ? eq(invoices.clientId, clientId) : undefined,
    projectId ? eq(invoices.projectId, projectId) : undefined,
    matches(q, invoices.number, clients.name, invoices.notes),
  )
  return pageOfRows(asked, {
    id: invoices.id,
    sorts,
    fallback: "-createdAt",
    where,
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ ...columns, sortValue })
        .from(invoices)
        .leftJoin(clients, eq(clients.id, invoices.clientId))
        .leftJoin(projects, eq(projects.id, invoices.projectId))
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map((row) => presented(row, today))),
    count: async (where: SQL | undefined) => {
      const counted = db
        .select({ count: sql<number>`count(*)::integer` })
        .from(invoices)
        .leftJoin(clients, eq(clients.id, invoices.clientId))
      return (await counted.where(where))[0]?.count ?? 0
    },
  })
}

export function inState(status: (typeof invoiceFilters)[number], today: string): SQL | undefined {
  const open = inArray(invoices.status, [...openStatuses])
  if (status === "open") return open
  if (status === "overdue") return and(open, lt(invoices.dueOn, today))
  return eq(invoices.status, status)
}

export async function invoiceById(db: TenantDb, invoiceId: string, today: string) {
  const [row] = await db
    .select(columns)
    .from(invoices)
    .leftJoin(clients, eq(clients.id, invoices.clientId))
    .leftJoin(projects, eq(projects.id, invoices.projectId))
    .where(eq(invoices.id, invoiceId))
  if (!row) throw notFound("invoice")
  return presented(row, today)
}

export async function invoiceDetailById(db: TenantDb, invoiceId: string, today: string) {
  const invoice = await invoiceById(db, invoiceId, today)
  const [lines, parties, payment, recipients, entries] = await Promise.all([
    linesOf(db, invoice),
    partiesOf(db, invoice.clientId),
    onlinePaymentState(db),
    recipientsOf(db, invoice.clientId),
    db.$count(timeEntries, eq(timeEntries.invoiceId, invoiceId)),
  ])
  return { ...invoice, ...parties, lines, onlinePayment: payment, recipients, timeEntries: entries }
}

export async function linesOf(db: TenantDb, { id, currency }: { id: string; currency: string }) {
  const lines = await db
    .select({
      id: invoiceLines.id,
      position: invoiceLines.position,
      description: invoiceLines.description,
      quantity: invoiceLines.quantity,
      unitPrice: invoiceLines.unitPrice,
      taxRate: invoiceLines.taxRate,
      amount: invoiceLines.amount,
      tax: invoiceLines.tax,
    })
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceId, id))
    .orderBy(asc(invoiceLines.position))
  return lines.map((line) => ({
    ...line,
    amount: moneyString(line.amount, currency),
    tax: moneyString(line.tax, currency),
  }))
}

/** Whether clients of the firm can pay by card, and what is in the way. */
export async function onlinePaymentState(db: TenantDb): Promise<OnlinePayment> {
  if (!stripeConfigured()) return "not_configured"
  const [firm] = await db.select({ account: firms.stripeAccountId, ready: firms.stripeReady }).from(firms)
  if (!firm?.account) return "not_connected"
  return firm.ready ? "ready" : "not_ready"
}

/** Who a client's invoices are mailed to: the people who pay in the portal, else the client's own address. */
export async function recipientsOf(db: TenantDb, clientId: string): Promise<string[]> {
  const payers = await db
    .select({ email: portalUsers.email })
    .from(portalUsers)
    .where(
      and(
        eq(portalUsers.clientId, clientId),
        inArray(portalUsers.role, ["admin", "billing"]),
        inArray(portalUsers.status, ["active", "invited"]),
      ),
    )
    .orderBy(asc(portalUsers.email))
  if (payers.length > 0) return payers.map(({ email }) => email)
  const [client] = await db.select({ email: clients.email }).from(clients).where(eq(clients.id, clientId))
  if (client?.email) return [client.email]
  const [contact] = await db
    .select({ email: contacts.email })
    .from(contacts)
    .where(and(eq(contacts.clientId, clientId), sql`${contacts.email} <> ''`))
    .orderBy(sql`${contacts.isPrimary} desc`, asc(contacts.id))
    .limit(1)
  return contact ? [contact.email] : []
}

/** What is drafted, owed, overdue and paid, by currency, and how many invoices are in each state. */
export async function summary(db: TenantDb, today: string) {
  const due = sql`case when ${inArray(invoices.status, [...openStatuses])} then ${invoices.amountDue} else 0 end`
  const late = sql`coalesce(${invoices.dueOn} < ${today}, false)`
  const rows = await db
    .select({
      currency: invoices.currency,
      draft: sql<string>`coalesce(sum(${invoices.total}) filter (where ${invoices.status} = 'draft'), 0)::text`,
      open: sql<string>`sum(${due})::text`,
      overdue: sql<string>`coalesce(sum(${due}) filter (where ${late}), 0)::text`,
      paid: sql<string>`sum(${invoices.amountPaid})::text`,
    })
    .from(invoices)
    .groupBy(invoices.currency)
    .orderBy(asc(invoices.currency))
  const states = await db
    .select({ status: invoices.status, count: sql<number>`count(*)::integer` })
    .from(invoices)
    .groupBy(invoices.status)
  const of = (...wanted: string[]) =>
    states.filter(({ status }) => wanted.includes(status)).reduce((all, { count }) => all + count, 0)
  return {
    currencies: rows.map(({ currency, ...sums }) => ({
      currency,
      draft: moneyString(sums.draft, currency),
      open: moneyString(sums.open, currency),
      overdue: moneyString(sums.overdue, currency),
      paid: moneyString(sums.paid, currency),
    })),
    counts: {
      all: states.reduce((all, { count }) => all + count, 0),
      open: of(...openStatuses),
      overdue: await db.$count(invoices, inState("overdue", today)),
      ...Object.fromEntries(invoiceStatuses.map((status) => [status, of(status)])),
    },
  }
}

/** Everything that is printed of an invoice; only columns that its client may read too. */
export async function paperOf(db: TenantDb, invoiceId: string): Promise<Paper> {
  const [row] = await db.select(ourColumns).from(invoices).where(eq(invoices.id, invoiceId))
  if (!row) throw notFound("invoice")
  const [{ seller, buyer }, lines] = await Promise.all([partiesOf(db, row.clientId), linesOf(db, row)])
  return { firm: seller, client: buyer, invoice: presented(row, ""), lines }
}

/** Who asks for the money, and who owes it, as the invoice names them. */
export async function partiesOf(db: TenantDb, clientId: string) {
  const [[seller], [buyer]] = await Promise.all([
    db
      .select({
        name: firms.name,
        accent: firms.accent,
        address: firms.address,
        taxId: firms.taxId,
        locale: firms.locale,
        logoKey: firms.logoKey,
      })
      .from(firms),
    db
      .select({ name: clients.name, address: clients.address, taxId: clients.taxId })
      .from(clients)
      .where(eq(clients.id, clientId)),
  ])
  return { seller: seller!, buyer: buyer! }
}
