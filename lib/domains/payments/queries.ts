import { and, asc, eq, gte, lte, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { clients, invoices, payments, refunds } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { day, id } from "@/lib/kernel/fields"
import { always, listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { moneyString } from "@/lib/platform/money"
import { refundable } from "./rules"
import { paymentMethods, paymentStatuses } from "./schema"

const columns = {
  id: payments.id,
  clientId: payments.clientId,
  clientName: always(clients.name),
  invoiceId: payments.invoiceId,
  invoiceNumber: invoices.number,
  amount: payments.amount,
  appliedAmount: payments.appliedAmount,
  refundedAmount: payments.refundedAmount,
  currency: payments.currency,
  method: payments.method,
  status: payments.status,
  provider: payments.provider,
  providerRef: payments.providerRef,
  receivedOn: payments.receivedOn,
  note: payments.note,
  createdAt: payments.createdAt,
  updatedAt: payments.updatedAt,
  version: payments.version,
}

type Figures = { amount: string; appliedAmount: string; refundedAmount: string; currency: string }

const presented = <Row extends Figures>(row: Row) => ({
  ...row,
  amount: moneyString(row.amount, row.currency),
  appliedAmount: moneyString(row.appliedAmount, row.currency),
  refundedAmount: moneyString(row.refundedAmount, row.currency),
})

export const paymentList = listInput(["receivedOn", "amount"], {
  clientId: id.optional(),
  invoiceId: id.optional(),
  method: z.enum(paymentMethods).optional(),
  status: z.enum(paymentStatuses).optional(),
  from: day.optional(),
  to: day.optional(),
})

export function findPayments(db: TenantDb, input: z.output<typeof paymentList>) {
  const { q, clientId, invoiceId, method, status, from, to, ...asked } = input
  const where = and(
    clientId ? eq(payments.clientId, clientId) : undefined,
    invoiceId ? eq(payments.invoiceId, invoiceId) : undefined,
    method ? eq(payments.method, method) : undefined,
    status ? eq(payments.status, status) : undefined,
    from ? gte(payments.receivedOn, from) : undefined,
    to ? lte(payments.receivedOn, to) : undefined,
    matches(q, clients.name, invoices.number, payments.note, payments.providerRef),
  )
  return pageOfRows(asked, {
    id: payments.id,
    sorts: {
      receivedOn: { by: payments.receivedOn, type: "date" },
      amount: { by: payments.amount, type: "numeric" },
    },
    fallback: "-receivedOn",
    where,
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ ...columns, sortValue })
        .from(payments)
        .leftJoin(clients, eq(clients.id, payments.clientId))
        .leftJoin(invoices, eq(invoices.id, payments.invoiceId))
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(presented)),
    count: async (where: SQL | undefined) => {
      const counted = db
        .select({ count: sql<number>`count(*)::integer` })
        .from(payments)
        .leftJoin(clients, eq(clients.id, payments.clientId))
        .leftJoin(invoices, eq(invoices.id, payments.invoiceId))
      return (await counted.where(where))[0]?.count ?? 0
    },
  })
}

export async function paymentById(db: TenantDb, paymentId: string) {
  const [row] = await db
    .select(columns)
    .from(payments)
    .leftJoin(clients, eq(clients.id, payments.clientId))
    .leftJoin(invoices, eq(invoices.id, payments.invoiceId))
    .where(eq(payments.id, paymentId))
  if (!row) throw notFound("payment")
  return presented(row)
}

export async function paymentDetailById(db: TenantDb, paymentId: string) {
  const payment = await paymentById(db, paymentId)
  const made = await refundsOf(db, paymentId)
  return { ...payment, refunds: made, refundable: moneyString(refundable(payment, made), payment.currency) }
}

export async function refundsOf(db: TenantDb, paymentId: string) {
  const rows = await db
    .select({
      id: refunds.id,
      paymentId: refunds.paymentId,
      amount: refunds.amount,
      currency: refunds.currency,
      reason: refunds.reason,
      status: refunds.status,
      createdAt: refunds.createdAt,
    })
    .from(refunds)
    .where(eq(refunds.paymentId, paymentId))
    .orderBy(asc(refunds.id))
  return rows.map((row) => ({ ...row, amount: moneyString(row.amount, row.currency) }))
}
