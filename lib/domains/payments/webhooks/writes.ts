import { and, eq, inArray } from "drizzle-orm"
import type { z } from "zod"
import { paymentAttempts, payments, refunds } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { lockedInvoice } from "@/lib/domains/invoices/writes"
import type { Scope } from "@/lib/kernel/operation"
import { log } from "@/lib/platform/log"
import { fromStripeAmount } from "@/lib/platform/stripe-amount"
import { checkoutSession, paymentIntent, type StripeRefund, stripeCharge, stripeRefund } from "../schema"
import { completeRefund, failRefund, receivePayment } from "../writes"

type Effect = (scope: Scope) => Promise<void>
/** Finds what an event is about in this firm's own records; null when there is nothing of ours to change. */
type Match = (object: Record<string, unknown>, scope: Scope) => Promise<Effect | null>

/** What each kind of event does. Every one of them may come twice, late, or before its elders. */
export const matches: Record<string, Match> = {
  "checkout.session.completed": sessionPaid,
  "checkout.session.async_payment_succeeded": sessionPaid,
  "checkout.session.async_payment_failed": (object, scope) => sessionEnded(object, scope, "failed"),
  "checkout.session.expired": (object, scope) => sessionEnded(object, scope, "expired"),
  "payment_intent.succeeded": intentSucceeded,
  "charge.refunded": chargeRefunded,
  "refund.created": refundChanged,
  "refund.updated": refundChanged,
  "refund.failed": refundChanged,
  "charge.refund.updated": refundChanged,
  // What the account can do now is asked of Stripe: an old event must not undo a newer one.
  "account.updated": async () => (scope) => scope.enqueue("payments_sync_account", {}),
}

type Metadata = z.output<typeof checkoutSession>["metadata"]

async function ownAttempt(db: TenantDb, firmId: string, metadata: Metadata) {
  if (metadata.firmId !== firmId) return undefined
  const [attempt] = await db.select().from(paymentAttempts).where(eq(paymentAttempts.id, metadata.attemptId))
  return attempt?.invoiceId === metadata.invoiceId ? attempt : undefined
}

async function sessionPaid(object: Record<string, unknown>, scope: Scope): Promise<Effect | null> {
  const { success, data: session } = checkoutSession.safeParse(object)
  if (!success || session.payment_status !== "paid" || !session.payment_intent || !session.amount_total) return null
  const { payment_intent: providerRef, amount_total: amount, currency, metadata } = session
  return paid({ providerRef, amount, currency: currency ?? "", metadata, sessionId: session.id }, scope)
}

async function intentSucceeded(object: Record<string, unknown>, scope: Scope): Promise<Effect | null> {
  const { success, data: intent } = paymentIntent.safeParse(object)
  if (!success) return null
  const { id: providerRef, amount_received: amount, currency, metadata } = intent
  return paid({ providerRef, amount, currency, metadata }, scope)
}

type Paid = { providerRef: string; amount: number; currency: string; metadata: Metadata; sessionId?: string }

async function paid({ metadata, ...came }: Paid, { db, actor }: Scope): Promise<Effect | null> {
  const attempt = await ownAttempt(db, actor.firmId, metadata)
  if (!attempt || attempt.currency !== came.currency.toUpperCase()) return null
  return async (scope) => {
    const invoice = await lockedInvoice(db, attempt.invoiceId)
    await receivePayment(scope, invoice, {
      amount: fromStripeAmount(came.amount, attempt.currency),
      method: "card",
      provider: "stripe",
      providerRef: came.providerRef,
      attemptId: attempt.id,
    })
    await db
      .update(paymentAttempts)
      .set({ status: "succeeded", ...(came.sessionId && { sessionId: came.sessionId }) })
      .where(eq(paymentAttempts.id, attempt.id))
  }
}

async function sessionEnded(object: Record<string, unknown>, { db, actor }: Scope, status: "failed" | "expired") {
  const { success, data: session } = checkoutSession.safeParse(object)
  const attempt = success ? await ownAttempt(db, actor.firmId, session.metadata) : undefined
  if (!attempt) return null
  return async ({ record }: Scope) => {
    const ended = await db
      .update(paymentAttempts)
      .set({ status })
      .where(and(eq(paymentAttempts.id, attempt.id), inArray(paymentAttempts.status, ["pending", "open"])))
      .returning({ id: paymentAttempts.id })
    const event = status === "failed" ? "payment_link.failed" : "payment_link.ended"
    if (ended.length > 0) record(event, { id: attempt.invoiceId, clientId: attempt.clientId })
  }
}

const paymentOf = async (db: TenantDb, intent: string | null) => {
  if (!intent) return undefined
  const [payment] = await db
    .select()
    .from(payments)
    .where(and(eq(payments.provider, "stripe"), eq(payments.providerRef, intent)))
  return payment
}

// A charge says how much was refunded, not by which refunds: those are asked of Stripe, one by one.
async function chargeRefunded(object: Record<string, unknown>, { db }: Scope): Promise<Effect | null> {
  const { data: charge } = stripeCharge.safeParse(object)
  const payment = charge && (await paymentOf(db, charge.payment_intent))
  return payment ? (scope) => scope.enqueue("payments_sync_refunds", { paymentId: payment.id }) : null
}

async function refundChanged(object: Record<string, unknown>, { db }: Scope): Promise<Effect | null> {
  const { data: refund } = stripeRefund.safeParse(object)
  const payment = refund && (await paymentOf(db, refund.payment_intent))
  return payment ? (scope) => takeRefund(scope, payment, refund) : null
}

/** Brings our record of a refund to what Stripe says of it, also of one that was made in Stripe's own dashboard. */
export async function takeRefund(scope: Scope, payment: typeof payments.$inferSelect, given: StripeRefund) {
  const { db } = scope
  await db.select({ id: payments.id }).from(payments).where(eq(payments.id, payment.id)).for("update")
  const refund = (await knownRefund(db, payment.id, given)) ?? (await newRefund(db, payment, given))
  if (given.status === "succeeded") await completeRefund(scope, refund.id, given.id)
  if (given.status !== "failed" && given.status !== "canceled") return
  if (refund.status === "succeeded") log.error({ refund: refund.id }, "a refund came back after it had been paid out")
  else await failRefund(scope, refund.id)
}

async function knownRefund(db: TenantDb, paymentId: string, { id, metadata }: StripeRefund) {
  const made = await db.select().from(refunds).where(eq(refunds.paymentId, paymentId))
  return made.find((one) => one.providerRef === id) ?? made.find((one) => one.id === metadata?.refundId)
}

async function newRefund(db: TenantDb, payment: { id: string; currency: string }, { id, amount }: StripeRefund) {
  const [refund] = await db
    .insert(refunds)
    .values({
      paymentId: payment.id,
      providerRef: id,
      amount: fromStripeAmount(amount, payment.currency),
      currency: payment.currency,
    })
    .returning()
  return refund!
}
