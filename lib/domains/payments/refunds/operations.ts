import { eq } from "drizzle-orm"
import { z } from "zod"
import { firms, payments, refunds } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { balanceIn } from "@/lib/domains/credit/queries"
import { id } from "@/lib/kernel/fields"
import { exchange } from "@/lib/kernel/operation"
import { conflict, invalidField, notFound, Refusal } from "@/lib/kernel/refusal"
import { now } from "@/lib/platform/clock"
import { Decimal, moneyString, roundMoney } from "@/lib/platform/money"
import { stripe } from "@/lib/platform/stripe"
import { toStripeAmount } from "@/lib/platform/stripe-amount"
import { paymentDetailById, refundsOf } from "../queries"
import { patience, refundable, refundSplit, resumeAfterMinutes, stripeRefusal } from "../rules"
import { newRefund, paymentDetail } from "../schema"
import { completeRefund, failRefund, type PaymentRow } from "../writes"

type Intent = {
  refundId: string
  paymentId: string
  /** Null when the money went another way than through Stripe. */
  stripe: { account: string; paymentIntent: string; amount: number } | null
}
/** How Stripe answered: "pending" is finished by its webhook. */
type Outcome = { status: "succeeded" | "pending" | "failed"; ref: string | null }

export const refundPayment = exchange({
  name: "payments.refund",
  summary: "Refund a payment",
  permission: "payments:write",
  rest: "POST /finance/payments/{id}/refund",
  rate: "payment",
  mayDoNothing: true,
  input: newRefund,
  output: paymentDetail,

  async run({ id, amount, reason }, { db, record, enqueue }): Promise<Intent> {
    const [payment] = await db.select().from(payments).where(eq(payments.id, id)).for("update")
    if (!payment) throw notFound("payment")
    const wanted = await wantedAmount(db, payment, amount)
    const [refund] = await db
      .insert(refunds)
      .values({ paymentId: id, amount: moneyString(wanted, payment.currency), currency: payment.currency, reason })
      .returning()
    const runAt = new Date(now().getTime() + resumeAfterMinutes * 60_000).toISOString()
    await enqueue("payments_resume_refund", { refundId: refund!.id }, { runAt })
    record("payment.refund_requested", { id, clientId: payment.clientId })
    return intentOf(db, payment, refund!)
  },
  call: askStripe,
  async settle({ refundId, paymentId }, { status, ref }, scope) {
    if (status === "succeeded") await completeRefund(scope, refundId, ref)
    if (status === "failed") await failRefund(scope, refundId)
    return paymentDetailById(scope.db, paymentId)
  },
})

export const resumeRefund = exchange({
  name: "payments.resumeRefund",
  summary: "Finish a refund that was left halfway",
  permission: "system:run",
  mayDoNothing: true,
  input: z.strictObject({ refundId: id }),
  output: z.object({ outcome: z.enum(["left", "succeeded", "pending", "failed"]) }),

  async run({ refundId }, { db }): Promise<Intent | null> {
    const [refund] = await db.select().from(refunds).where(eq(refunds.id, refundId))
    if (refund?.status !== "pending") return null
    const [payment] = await db.select().from(payments).where(eq(payments.id, refund.paymentId))
    return intentOf(db, payment!, refund)
  },
  async call(intent): Promise<Outcome | null> {
    if (!intent) return null
    try {
      return await askStripe(intent)
    } catch (error) {
      if (error instanceof Refusal && error.code === "conflict") return { status: "failed", ref: null }
      throw error
    }
  },
  async settle(intent, outcome, scope) {
    if (!intent || !outcome) return { outcome: "left" as const }
    if (outcome.status === "succeeded") await completeRefund(scope, intent.refundId, outcome.ref)
    if (outcome.status === "failed") await failRefund(scope, intent.refundId)
    return { outcome: outcome.status }
  },
})

async function wantedAmount(db: TenantDb, payment: PaymentRow, asked?: string): Promise<Decimal> {
  const left = refundable(payment, await refundsOf(db, payment.id))
  if (!left.greaterThan(0)) throw conflict("payments.refusals.nothingLeft")
  const wanted = asked ? roundMoney(asked, payment.currency) : left
  if (!wanted.greaterThan(0)) throw invalidField("amount", "kernel.field.positive", { field: "amount" })
  if (wanted.greaterThan(left)) {
    throw invalidField("amount", "payments.refusals.tooMuch", { left: moneyString(left, payment.currency) })
  }
  const held = await balanceIn(db, payment.clientId, payment.currency)
  const { missing } = refundSplit(payment, wanted.toFixed(), held)
  if (missing.greaterThan(0)) throw conflict("payments.refusals.creditSpent")
  return wanted
}

async function intentOf(
  db: TenantDb,
  payment: PaymentRow,
  refund: { id: string; amount: string; currency: string },
): Promise<Intent> {
  const ids = { refundId: refund.id, paymentId: payment.id }
  if (payment.provider !== "stripe" || !payment.providerRef) return { ...ids, stripe: null }
  const [firm] = await db.select({ account: firms.stripeAccountId }).from(firms)
  if (!firm?.account) throw conflict("payments.refusals.not_connected")
  const amount = toStripeAmount(new Decimal(refund.amount).toFixed(), refund.currency)
  return { ...ids, stripe: { account: firm.account, paymentIntent: payment.providerRef, amount } }
}

async function askStripe({ refundId, stripe: asked }: Intent): Promise<Outcome> {
  if (!asked) return { status: "succeeded", ref: null }
  const refund = await stripe()
    .refunds.create(
      { payment_intent: asked.paymentIntent, amount: asked.amount, metadata: { refundId } },
      { stripeAccount: asked.account, idempotencyKey: refundId, ...patience },
    )
    .catch((error: unknown) => {
      throw stripeRefusal(error)
    })
  const status = refund.status === "succeeded" ? "succeeded" : refund.status === "pending" ? "pending" : "failed"
  return { status, ref: refund.id }
}
