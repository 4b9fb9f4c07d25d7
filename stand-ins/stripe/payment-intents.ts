import type Stripe from "stripe"
import { requireCharges } from "./accounts"
import { Answer, type Call } from "./call"
import { cardError, type Decline, declineOf } from "./cards"
import { createCharge, createFailedCharge } from "./charges"
import { customerById } from "./customers"
import { invalid, missing } from "./failure"
import fixtures from "./fixtures.json" with { type: "json" }
import { newId, now } from "./ids"
import { createdIn, listOf } from "./lists"
import { mergedMetadata } from "./metadata"
import { createPaymentMethod, type Source, sourceOf } from "./payment-methods"
import type { ChargeData } from "./state"
import { emit, type Scope } from "./world"

const leastAmount = 50

export interface NewIntent extends ChargeData {
  amount: number
  currency: string
  customer?: string | null
}

/** Stripe's limits on what a card can be charged. */
export function requireAmount(amount: number, currency: string): void {
  if (!/^[a-z]{3}$/i.test(currency)) throw invalid(`Invalid currency: ${currency}`, "currency")
  const least = `Amount must be at least ${leastAmount} of the currency's smallest unit`
  if (amount < leastAmount) throw invalid(least, "amount", "amount_too_small")
  if (amount > 99_999_999) throw invalid("Amount must be no more than 99999999", "amount", "amount_too_large")
}

export function newIntent(scope: Scope, data: NewIntent): Stripe.PaymentIntent {
  const id = newId("pi")
  const intent = {
    ...fixtures.payment_intent,
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: data.amount,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: `${id}_secret_${newId("", 25).slice(1)}`,
    confirmation_method: "automatic",
    created: now(),
    currency: data.currency.toLowerCase(),
    customer: data.customer ?? null,
    description: data.description ?? null,
    last_payment_error: null,
    livemode: false,
    managed_payments: null,
    metadata: mergedMetadata({}, data.metadata),
    next_action: null,
    payment_method_configuration_details: null,
    payment_record: null,
    processing: null,
    receipt_email: data.receipt_email ?? null,
    setup_future_usage: data.setup_future_usage ?? null,
    shipping: null,
    status: "requires_payment_method",
    transfer_data: null,
  } satisfies Stripe.PaymentIntent
  emit(scope, "payment_intent.created", intent)
  return scope.world.state.put("payment_intent", scope.owner, intent)
}

/** Tries to take the money; either way what happened stays on the intent. */
export function payIntent(scope: Scope, intent: Stripe.PaymentIntent, source: Source) {
  const declined = "card" in source ? declineOf(source.card.number) : undefined
  return declined ? refuseIntent(scope, intent, source, declined) : settleIntent(scope, intent, source)
}

function refuseIntent(scope: Scope, intent: Stripe.PaymentIntent, source: Source, decline: Decline) {
  const charge = createFailedCharge(scope, intent, source, decline)
  const failed = {
    ...intent,
    last_payment_error: cardError(decline, undefined, charge.id),
    latest_charge: charge.id,
    payment_method: null,
    status: "requires_payment_method",
  } satisfies Stripe.PaymentIntent
  emit(scope, "payment_intent.payment_failed", failed)
  return { intent: scope.world.state.put("payment_intent", scope.owner, failed), decline }
}

function settleIntent(scope: Scope, intent: Stripe.PaymentIntent, source: Source) {
  const keeper = intent.setup_future_usage && typeof intent.customer === "string" ? intent.customer : null
  const method =
    "paymentMethod" in source ? source.paymentMethod : createPaymentMethod(scope, source.card, source.payer, keeper)
  const charge = createCharge(scope, intent, method)
  const paid = {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    payment_method: method.id,
    status: "succeeded",
  } satisfies Stripe.PaymentIntent
  emit(scope, "payment_intent.succeeded", paid)
  return { intent: scope.world.state.put("payment_intent", scope.owner, paid), decline: undefined }
}

export function createPaymentIntent(call: Call<Stripe.PaymentIntentCreateParams>): Stripe.PaymentIntent | Answer {
  const { params } = call
  requireCharges(call)
  requireAmount(params.amount, params.currency)
  if (params.customer) customerById(call, params.customer, "customer")
  const { description, receipt_email, setup_future_usage } = params
  const metadata = mergedMetadata({}, params.metadata)
  const intent = newIntent(call, {
    amount: params.amount,
    currency: params.currency,
    customer: params.customer ?? null,
    metadata,
    ...(description && { description }),
    ...(receipt_email && { receipt_email }),
    ...(setup_future_usage && { setup_future_usage: setup_future_usage as "off_session" | "on_session" }),
  })
  if (params.confirm) return confirm(call, intent, params.payment_method)
  if (!params.payment_method) return intent
  const chosen = { ...intent, payment_method: params.payment_method, status: "requires_confirmation" as const }
  return call.world.state.put("payment_intent", call.owner, chosen)
}

export function confirmPaymentIntent(call: Call<Stripe.PaymentIntentConfirmParams>): Stripe.PaymentIntent | Answer {
  const intent = paymentIntentById(call, call.path.intent!)
  const { payment_method = intent.payment_method } = call.params
  return confirm(call, intent, typeof payment_method === "string" ? payment_method : undefined)
}

function confirm(call: Call, intent: Stripe.PaymentIntent, paymentMethod: string | undefined) {
  requireCharges(call)
  requireOpen(call, intent, "confirm")
  if (!paymentMethod) throw invalid("You cannot confirm this PaymentIntent because it's missing a payment method.")
  const paid = payIntent(call, intent, sourceOf(call, paymentMethod))
  if (!paid.decline) return paid.intent
  const { latest_charge } = paid.intent
  return new Answer(402, { error: cardError(paid.decline, paid.intent, String(latest_charge)) })
}

export function cancelPaymentIntent(call: Call<Stripe.PaymentIntentCancelParams>): Stripe.PaymentIntent {
  const intent = paymentIntentById(call, call.path.intent!)
  requireOpen(call, intent, "cancel")
  const canceled = {
    ...intent,
    canceled_at: now(),
    cancellation_reason: call.params.cancellation_reason ?? null,
    status: "canceled",
  } satisfies Stripe.PaymentIntent
  emit(call, "payment_intent.canceled", canceled)
  return call.world.state.put("payment_intent", call.owner, canceled)
}

function requireOpen({ world, owner }: Scope, { id, status }: Stripe.PaymentIntent, verb: string): void {
  const code = "payment_intent_unexpected_state"
  if (status === "succeeded" || status === "canceled") {
    throw invalid(`You cannot ${verb} this PaymentIntent because it has a status of ${status}.`, undefined, code)
  }
  if (world.state.all("session", owner).some((it) => it.payment_intent === id && it.status === "open")) {
    throw invalid(`You cannot ${verb} this PaymentIntent: it belongs to a Checkout Session.`, undefined, code)
  }
}

export const retrievePaymentIntent = (call: Call): Stripe.PaymentIntent => paymentIntentById(call, call.path.intent!)

export function listPaymentIntents({ world, owner, params }: Call<Stripe.PaymentIntentListParams>) {
  const { created, customer } = params
  const intents = world.state.all("payment_intent", owner).filter(createdIn(created))
  return listOf("/v1/payment_intents", customer ? intents.filter((it) => it.customer === customer) : intents, params)
}

export function paymentIntentById({ world, owner }: Scope, id: string, param = "intent"): Stripe.PaymentIntent {
  const intent = world.state.get("payment_intent", owner, id)
  if (!intent) throw missing("payment_intent", id, param)
  return intent
}
