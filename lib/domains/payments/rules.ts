import Stripe from "stripe"
import { conflict, Refusal } from "@/lib/kernel/refusal"
import { log } from "@/lib/platform/log"
import { Decimal, sumMoney } from "@/lib/platform/money"

/** A person waits for these calls; what they started is finished by the queue when they give up. */
export const patience = { timeout: 8_000, maxNetworkRetries: 1 }

/** Minutes after which the queue looks whether an exchange with Stripe was finished. */
export const resumeAfterMinutes = 2

// Stripe remembers an idempotency key for a day at least; after that a new attempt is safer than the old key.
export const attemptLivesHours = 20

/** What of a payment could still be given back: not what has been, nor what is on its way. */
export function refundable(
  payment: { amount: string; refundedAmount: string },
  refunds: { status: string; amount: string }[],
): Decimal {
  const pending = sumMoney(refunds.filter(({ status }) => status === "pending").map(({ amount }) => amount))
  return new Decimal(payment.amount).minus(payment.refundedAmount).minus(pending)
}

/** Where a refund is taken from: first from credit that the payment left over and nobody spent, then from the invoice. */
export function refundSplit(
  payment: { amount: string; appliedAmount: string; refundedAmount: string },
  amount: string,
  creditHeld: Decimal,
) {
  const leftOver = new Decimal(payment.amount).minus(payment.refundedAmount).minus(payment.appliedAmount)
  const unspent = Decimal.max(0, Decimal.min(leftOver, creditHeld))
  const fromCredit = Decimal.min(amount, unspent)
  const fromInvoice = Decimal.min(new Decimal(amount).minus(fromCredit), payment.appliedAmount)
  const missing = new Decimal(amount).minus(fromCredit).minus(fromInvoice)
  return { fromInvoice, fromCredit: fromCredit.plus(missing), missing }
}

export const refundedStatus = ({ amount }: { amount: string }, refunded: Decimal) =>
  refunded.greaterThanOrEqualTo(amount) ? ("refunded" as const) : ("part_refunded" as const)

/** Whether Stripe has said no for good: asking again would get the same answer. */
export const isFinal = (error: unknown) =>
  error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError

/** What went wrong at Stripe, as a sentence for a person; the details are for the log. */
export function stripeRefusal(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error
  log.warn({ type: error.type, code: error.code, stripeRequest: error.requestId }, "Stripe did not do what was asked")
  return isFinal(error)
    ? conflict("payments.refusals.stripeRefused")
    : new Refusal("unavailable", { key: "payments.refusals.stripeAway" }, {}, 30)
}
