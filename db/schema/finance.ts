import { sql } from "drizzle-orm"
import { check, date, foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import { clients } from "./clients"
import {
  createdAt,
  currentClient,
  moment,
  money,
  portalAdds,
  portalChanges,
  portalReads,
  rate,
  staffAppends,
  staffOnly,
  table,
  tenantKey,
  tracked,
} from "./columns"
import { projects } from "./delivery"
import { firms } from "./firms"

/** The last number given out in a series; taken in the transaction that uses it, so there are no gaps. */
export const numberSeries = table(
  "number_series",
  {
    firmId: tenantKey().firmId,
    series: text().notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: "number_series_pkey", columns: [t.firmId, t.series, t.year] }),
    foreignKey({ name: "number_series_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    ...staffOnly(),
  ],
)

export const invoices = table(
  "invoices",
  {
    ...tenantKey(),
    number: text(),
    clientId: uuid().notNull(),
    projectId: uuid(),
    status: text({ enum: ["draft", "sent", "viewed", "part_paid", "paid", "void"] })
      .notNull()
      .default("draft"),
    currency: text().notNull(),
    subtotal: money().notNull().default("0"),
    taxTotal: money().notNull().default("0"),
    total: money().notNull().default("0"),
    amountPaid: money().notNull().default("0"),
    amountDue: money().notNull().generatedAlwaysAs(sql`total - amount_paid`),
    issuedOn: date(),
    dueOn: date(),
    notes: text().notNull().default(""),
    sentAt: moment(),
    viewedAt: moment(),
    paidAt: moment(),
    voidedAt: moment(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "invoices_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "invoices_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    foreignKey({
      name: "invoices_project_fkey",
      columns: [t.firmId, t.projectId],
      foreignColumns: [projects.firmId, projects.id],
    }),
    unique("invoices_number_key").on(t.firmId, t.number),
    index("invoices_status_idx").on(t.firmId, t.status, t.id),
    index("invoices_client_idx").on(t.firmId, t.clientId, t.id),
    index("invoices_due_idx").on(t.firmId, t.dueOn, t.id),
    index("invoices_by_number_idx").on(t.firmId, sql`coalesce(number, '')`, t.id),
    index("invoices_by_due_idx").on(t.firmId, sql`coalesce(due_on, 'infinity'::date)`, t.id),
    index("invoices_by_issue_idx").on(t.firmId, sql`coalesce(issued_on, 'infinity'::date)`, t.id),
    index("invoices_total_idx").on(t.firmId, t.total, t.id),
    check("invoices_status", sql`${t.status} in ('draft', 'sent', 'viewed', 'part_paid', 'paid', 'void')`),
    check("invoices_paid", sql`${t.amountPaid} between 0 and ${t.total}`),
    check("invoices_numbered", sql`(${t.status} = 'draft') = (${t.number} is null)`),
    ...staffOnly(),
    portalReads(sql`${t.clientId} = ${currentClient} and ${t.status} <> 'draft'`),
    portalChanges(
      sql`${t.clientId} = ${currentClient} and ${t.status} = 'sent'`,
      sql`client_id = ${currentClient} and status = 'viewed'`,
    ),
  ],
)

export const invoiceLines = table(
  "invoice_lines",
  {
    ...tenantKey(),
    invoiceId: uuid().notNull(),
    position: integer().notNull(),
    description: text().notNull(),
    quantity: rate().notNull(),
    unitPrice: rate().notNull(),
    taxRate: rate().notNull().default("0"),
    amount: money().notNull(),
    tax: money().notNull(),
  },
  (t) => [
    primaryKey({ name: "invoice_lines_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "invoice_lines_invoice_fkey",
      columns: [t.firmId, t.invoiceId],
      foreignColumns: [invoices.firmId, invoices.id],
    }).onDelete("cascade"),
    unique("invoice_lines_position_key").on(t.firmId, t.invoiceId, t.position),
    ...staffOnly(),
    portalReads(
      sql`exists (select 1 from invoices i where i.firm_id = invoice_lines.firm_id and i.id = invoice_lines.invoice_id)`,
    ),
  ],
)

/** The intent of a card payment: written before the provider is called, settled after. Its id is the idempotency key. */
export const paymentAttempts = table(
  "payment_attempts",
  {
    ...tenantKey(),
    invoiceId: uuid().notNull(),
    clientId: uuid().notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    status: text({ enum: ["pending", "open", "succeeded", "failed", "expired"] })
      .notNull()
      .default("pending"),
    sessionId: text(),
    url: text(),
    expiresAt: moment(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "payment_attempts_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "payment_attempts_invoice_fkey",
      columns: [t.firmId, t.invoiceId],
      foreignColumns: [invoices.firmId, invoices.id],
    }),
    unique("payment_attempts_session_key").on(t.firmId, t.sessionId),
    index("payment_attempts_invoice_idx").on(t.firmId, t.invoiceId, t.id),
    check("payment_attempts_status", sql`${t.status} in ('pending', 'open', 'succeeded', 'failed', 'expired')`),
    ...staffOnly(),
    portalReads(sql`${t.clientId} = ${currentClient}`),
    portalAdds(
      sql`client_id = ${currentClient} and status = 'pending' and exists (select 1 from invoices i where i.firm_id = payment_attempts.firm_id and i.id = payment_attempts.invoice_id)`,
    ),
    portalChanges(
      sql`${t.clientId} = ${currentClient} and ${t.status} in ('pending', 'open')`,
      sql`client_id = ${currentClient} and status in ('open', 'failed', 'expired')`,
    ),
  ],
)

export const payments = table(
  "payments",
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    invoiceId: uuid(),
    attemptId: uuid(),
    amount: money().notNull(),
    /** What of the amount paid the invoice; the rest became credit. */
    appliedAmount: money().notNull(),
    refundedAmount: money().notNull().default("0"),
    currency: text().notNull(),
    method: text({ enum: ["card", "bank_transfer", "cash", "cheque", "other"] }).notNull(),
    status: text({ enum: ["succeeded", "part_refunded", "refunded"] })
      .notNull()
      .default("succeeded"),
    provider: text(),
    providerRef: text(),
    receivedOn: date().notNull(),
    note: text().notNull().default(""),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "payments_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "payments_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    foreignKey({
      name: "payments_invoice_fkey",
      columns: [t.firmId, t.invoiceId],
      foreignColumns: [invoices.firmId, invoices.id],
    }),
    unique("payments_provider_key").on(t.firmId, t.provider, t.providerRef),
    index("payments_invoice_idx").on(t.firmId, t.invoiceId),
    index("payments_client_idx").on(t.firmId, t.clientId, t.id),
    index("payments_received_idx").on(t.firmId, t.receivedOn, t.id),
    index("payments_amount_idx").on(t.firmId, t.amount, t.id),
    check("payments_method", sql`${t.method} in ('card', 'bank_transfer', 'cash', 'cheque', 'other')`),
    check("payments_status", sql`${t.status} in ('succeeded', 'part_refunded', 'refunded')`),
    check(
      "payments_amounts",
      sql`${t.amount} > 0 and ${t.appliedAmount} between 0 and ${t.amount} and ${t.refundedAmount} between 0 and ${t.amount}`,
    ),
    ...staffOnly(),
    portalReads(sql`${t.clientId} = ${currentClient}`),
  ],
)

export const refunds = table(
  "refunds",
  {
    ...tenantKey(),
    paymentId: uuid().notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    reason: text().notNull().default(""),
    status: text({ enum: ["pending", "succeeded", "failed"] })
      .notNull()
      .default("pending"),
    providerRef: text(),
    ...tracked(),
  },
  (t) => [
    primaryKey({ name: "refunds_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "refunds_payment_fkey",
      columns: [t.firmId, t.paymentId],
      foreignColumns: [payments.firmId, payments.id],
    }),
    unique("refunds_provider_key").on(t.firmId, t.providerRef),
    index("refunds_payment_idx").on(t.firmId, t.paymentId),
    check("refunds_status", sql`${t.status} in ('pending', 'succeeded', 'failed')`),
    check("refunds_amount", sql`${t.amount} > 0`),
    ...staffOnly(),
  ],
)

/** What the firm owes a client ahead of invoices; balance = sum. Append-only. */
export const creditLedgerEntries = table(
  "credit_ledger_entries",
  {
    ...tenantKey(),
    clientId: uuid().notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    reason: text().notNull(),
    sourceId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "credit_ledger_entries_pkey", columns: [t.firmId, t.id] }),
    foreignKey({
      name: "credit_ledger_entries_client_fkey",
      columns: [t.firmId, t.clientId],
      foreignColumns: [clients.firmId, clients.id],
    }),
    index("credit_ledger_entries_client_idx").on(t.firmId, t.clientId, t.id),
    index("credit_ledger_entries_created_idx").on(t.firmId, t.createdAt, t.id),
    check("credit_ledger_entries_amount", sql`${t.amount} <> 0`),
    ...staffAppends(),
  ],
)

/** Webhook events already applied; the row is written in the transaction of their effect. */
export const webhookInbox = table(
  "webhook_inbox",
  {
    firmId: tenantKey().firmId,
    provider: text().notNull(),
    eventId: text().notNull(),
    type: text().notNull(),
    receivedAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "webhook_inbox_pkey", columns: [t.firmId, t.provider, t.eventId] }),
    foreignKey({ name: "webhook_inbox_firm_fkey", columns: [t.firmId], foreignColumns: [firms.id] }),
    ...staffAppends(),
  ],
)
