import type Stripe from "stripe"
import type { Call } from "./call"
import { chargeById, createBalanceTransaction } from "./charges"
import { invalid, missing } from "./failure"
import fixtures from "./fixtures.json" with { type: "json" }
import { newId, now } from "./ids"
import { createdIn, listOf } from "./lists"
import { mergedMetadata } from "./metadata"
import { paymentIntentById } from "./payment-intents"
import { emit } from "./world"

export function createRefund(call: Call<Stripe.RefundCreateParams>): Stripe.Refund {
  const { params, world, owner } = call
  const charge = refundedCharge(call)
  const left = charge.amount - charge.amount_refunded
  const amount = params.amount ?? left
  if (left === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, undefined, "charge_already_refunded")
  if (amount < 1) throw invalid("Invalid positive integer", "amount", "parameter_invalid_integer")
  if (amount > left)
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, "amount")

  const id = newId("re")
  const refund = {
    ...fixtures.refund,
    id,
    object: "refund",
    amount,
    balance_transaction: createBalanceTransaction(call, "refund", -amount, charge.currency, id).id,
    charge: charge.id,
    created: now(),
    currency: charge.currency,
    metadata: mergedMetadata({}, params.metadata),
    payment_intent: charge.payment_intent,
    reason: params.reason ?? null,
    status: "succeeded",
  } satisfies Stripe.Refund
  const refunded = charge.amount_refunded + amount
  const changed = { ...charge, amount_refunded: refunded, refunded: refunded === charge.amount } satisfies Stripe.Charge
  emit(call, "refund.created", refund)
  emit(call, "charge.refunded", changed, { amount_refunded: charge.amount_refunded, refunded: charge.refunded })
  world.state.put("charge", owner, changed)
  return world.state.put("refund", owner, refund)
}

function refundedCharge(call: Call<Stripe.RefundCreateParams>): Stripe.Charge {
  const { charge, payment_intent } = call.params
  if (!charge && !payment_intent)
    throw invalid("One of the following params should be provided: charge, payment_intent.")
  const id = charge ?? paymentIntentById(call, payment_intent!, "payment_intent").latest_charge
  const found = typeof id === "string" ? chargeById(call, id) : undefined
  if (found?.status !== "succeeded") throw invalid("This payment has no successful charge to refund.", "payment_intent")
  return found
}

export function retrieveRefund({ world, owner, path }: Call): Stripe.Refund {
  const refund = world.state.get("refund", owner, path.refund!)
  if (!refund) throw missing("refund", path.refund!)
  return refund
}

export function listRefunds({ world, owner, params }: Call<Stripe.RefundListParams>): Stripe.ApiList<Stripe.Refund> {
  const { charge, created, payment_intent } = params
  const refunds = world.state
    .all("refund", owner)
    .filter(createdIn(created))
    .filter((it) => (!charge || it.charge === charge) && (!payment_intent || it.payment_intent === payment_intent))
  return listOf("/v1/refunds", refunds, params)
}
