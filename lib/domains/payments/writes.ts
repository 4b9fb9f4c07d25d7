import { and, eq } from "drizzle-orm"
import { payments, refunds } from "@/db/schema"
import { balanceIn } from "@/lib/domains/credit/queries"
import { addCredit, lockCredit } from "@/lib/domains/credit/writes"
import {
  firmToday,
  type InvoiceRow,
  lockedInvoice,
  paidEvent,
  payInvoice,
  unpayInvoice,
} from "@/lib/domains/invoices/writes"
import { account } from "@/lib/domains/ledger/rules"
import { post } from "@/lib/domains/ledger/writes"
import type { Scope } from "@/lib/kernel/operation"
import { Decimal, moneyString } from "@/lib/platform/money"
import { refundedStatus, refundSplit } from "./rules"

export type PaymentRow = typeof payments.$inferSelect
type Received = Pick<PaymentRow, "amount" | "method"> &
  Partial<Pick<PaymentRow, "provider" | "providerRef" | "attemptId" | "receivedOn" | "note">>

const accountOf = ({ provider }: { provider?: string | null }) =>
  provider === "stripe" ? account.cardClearing : account.bank

/**
 * Money that came in for an invoice, which the caller holds: it pays what is owed, the rest becomes credit. Undefined
 * when this very payment had been entered before.
 */
export async function receivePayment(
  { db, actor, record }: Pick<Scope, "db" | "actor" | "record">,
  invoice: InvoiceRow,
  received: Received,
): Promise<PaymentRow | undefined> {
  const { clientId, currency, id: invoiceId } = invoice
  const { today } = await firmToday(db)
  const due = invoice.status === "void" ? new Decimal(0) : new Decimal(invoice.total).minus(invoice.amountPaid)
  const [payment] = await db
    .insert(payments)
    .values({
      ...received,
      clientId,
      invoiceId,
      currency,
      amount: moneyString(received.amount, currency),
      appliedAmount: moneyString(Decimal.min(received.amount, due), currency),
      refundedAmount: moneyString("0", currency),
      receivedOn: received.receivedOn ?? today,
    })
    .onConflictDoNothing({ target: [payments.firmId, payments.provider, payments.providerRef] })
    .returning()
  if (!payment) return undefined

  const { applied, surplus, invoice: paid } = await payInvoice(db, invoice, payment.amount)
  const posting = {
    kind: "payment.received" as const,
    sourceId: payment.id,
    sourceKey: `payment.received:${payment.id}`,
    description: invoice.number ?? "",
    postedOn: payment.receivedOn,
    currency,
    sides: [
      { account: accountOf(payment), debit: payment.amount },
      { account: account.receivable, credit: applied },
      { account: account.clientCredit, credit: surplus },
    ],
  }
  await post(db, posting, actor.locale)
  record("payment.received", { id: payment.id, clientId })
  if (applied.greaterThan(0)) record(paidEvent(paid), { id: invoiceId, clientId })
  if (surplus.greaterThan(0)) {
    const reason = invoice.number ?? ""
    const entry = await addCredit(db, { clientId, currency, amount: surplus, reason, sourceId: payment.id })
    record("invoice.overpaid", { id: invoiceId, clientId })
    record("credit.granted", { id: entry.id, clientId })
  }
  return payment
}

/** A refund that has been paid out: the payment shrinks, the invoice is owed again. Harmless when it was done before. */
export async function completeRefund(
  { db, actor, record }: Pick<Scope, "db" | "actor" | "record">,
  refundId: string,
  providerRef: string | null,
) {
  const [intent] = await db.select().from(refunds).where(eq(refunds.id, refundId))
  const [payment] = await db.select().from(payments).where(eq(payments.id, intent!.paymentId)).for("update")
  const [refund] = await db.select().from(refunds).where(eq(refunds.id, refundId)).for("update")
  if (!payment || refund?.status !== "pending") return

  const { clientId, currency } = payment
  const invoice = payment.invoiceId ? await lockedInvoice(db, payment.invoiceId) : undefined
  await lockCredit(db, clientId)
  const split = refundSplit(payment, refund.amount, await balanceIn(db, clientId, currency))
  const refunded = new Decimal(payment.refundedAmount).plus(refund.amount)
  await db
    .update(refunds)
    .set({ status: "succeeded", ...(providerRef && { providerRef }) })
    .where(eq(refunds.id, refundId))
  await db
    .update(payments)
    .set({
      refundedAmount: moneyString(refunded, currency),
      appliedAmount: moneyString(new Decimal(payment.appliedAmount).minus(split.fromInvoice), currency),
      status: refundedStatus(payment, refunded),
    })
    .where(eq(payments.id, payment.id))
  if (split.fromCredit.greaterThan(0)) {
    const reason = invoice?.number ?? ""
    await addCredit(db, { clientId, currency, amount: split.fromCredit.negated(), reason, sourceId: payment.id })
  }
  const { today } = await firmToday(db)
  const posting = {
    kind: "payment.refunded" as const,
    sourceId: payment.id,
    sourceKey: `payment.refunded:${refund.id}`,
    description: invoice?.number ?? "",
    postedOn: today,
    currency,
    sides: [
      { account: account.receivable, debit: split.fromInvoice },
      { account: account.clientCredit, debit: split.fromCredit },
      { account: accountOf(payment), credit: refund.amount },
    ],
  }
  await post(db, posting, actor.locale)
  record("payment.refunded", { id: payment.id, clientId })
  if (invoice && split.fromInvoice.greaterThan(0)) {
    await unpayInvoice(db, invoice, split.fromInvoice)
    record("invoice.refunded", { id: invoice.id, clientId })
  }
}

/** A refund that will never be paid out. */
export async function failRefund({ db, record }: Pick<Scope, "db" | "record">, refundId: string) {
  const [failed] = await db
    .update(refunds)
    .set({ status: "failed" })
    .where(and(eq(refunds.id, refundId), eq(refunds.status, "pending")))
    .returning({ paymentId: refunds.paymentId })
  if (!failed) return
  const [payment] = await db.select().from(payments).where(eq(payments.id, failed.paymentId))
  record("payment.refund_failed", { id: payment!.id, clientId: payment!.clientId })
}
