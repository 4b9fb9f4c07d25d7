import type Stripe from "stripe"
import type { Call } from "./call"
import { brandOf, type Decline } from "./cards"
import { missing } from "./failure"
import fixtures from "./fixtures.json" with { type: "json" }
import { newId, now } from "./ids"
import { createdIn, listOf } from "./lists"
import type { Source } from "./payment-methods"
import { emit, type Scope } from "./world"

const noAddress = fixtures.customer.address
const example = fixtures.charge.payment_method_details.card

/** The charge of a payment that went through, and its line on the account's balance. */
export function createCharge(scope: Scope, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Stripe.Charge {
  const { brand = "visa", last4 = "4242", exp_month = 12, exp_year = 2030 } = method.card ?? {}
  const id = newId("ch")
  const transaction = createBalanceTransaction(scope, "charge", intent.amount, intent.currency, id)
  const charge = {
    ...unsettled(intent, id, method.billing_details),
    amount_captured: intent.amount,
    balance_transaction: transaction.id,
    captured: true,
    outcome: { ...fixtures.charge.outcome, network_status: "approved_by_network", type: "authorized" },
    paid: true,
    payment_method: method.id,
    payment_method_details: cardDetails(brand, last4, exp_month, exp_year),
    receipt_url: `${scope.world.address}/receipts/${id}`,
    status: "succeeded",
  } satisfies Stripe.Charge
  emit(scope, "charge.succeeded", charge)
  return scope.world.state.put("charge", scope.owner, charge)
}

export function createFailedCharge(scope: Scope, intent: Stripe.PaymentIntent, source: Source, decline: Decline) {
  const { card, payer } = "card" in source ? source : { card: undefined, payer: { email: null, name: null } }
  const charge = {
    ...unsettled(intent, newId("ch"), { address: noAddress, ...payer, phone: null, tax_id: null }),
    failure_code: decline.code,
    failure_message: decline.message,
    outcome: {
      ...fixtures.charge.outcome,
      network_status: "declined_by_network",
      reason: decline.declineCode,
      type: "issuer_declined",
    },
    payment_method_details: card
      ? cardDetails(brandOf(card.number), card.number.slice(-4), card.expMonth, card.expYear)
      : null,
    status: "failed",
  } satisfies Stripe.Charge
  emit(scope, "charge.failed", charge)
  return scope.world.state.put("charge", scope.owner, charge)
}

function unsettled(intent: Stripe.PaymentIntent, id: string, billing: Stripe.Charge.BillingDetails) {
  return {
    ...fixtures.charge,
    id,
    object: "charge" as const,
    amount: intent.amount,
    balance_transaction: null,
    billing_details: billing,
    captured: false,
    created: now(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    livemode: false,
    metadata: intent.metadata,
    paid: false,
    payment_intent: intent.id,
    payment_method: null,
    receipt_email: intent.receipt_email,
    receipt_url: null,
    refunds: { object: "list" as const, data: [], has_more: false, url: `/v1/charges/${id}/refunds` },
    shipping: null,
    source: null,
    transfer_data: null,
  }
}

const cardDetails = (brand: string, last4: string, exp_month: number, exp_year: number) => ({
  type: "card",
  card: {
    ...example,
    brand,
    electronic_commerce_indicator: null,
    exp_month,
    exp_year,
    extended_authorization: { status: "disabled" as const },
    fingerprint: `standin${last4}`,
    incremental_authorization: { status: "unavailable" as const },
    installments: null,
    last4,
    multicapture: { status: "unavailable" as const },
    network: brand,
    overcapture: { maximum_amount_capturable: 0, status: "unavailable" as const },
    three_d_secure: null,
    wallet: null,
  },
})

/** A card charge costs what Stripe takes for one in the United States: 2.9 % and 30 cents. */
const feeOf = (amount: number) => Math.round(amount * 0.029) + 30

export function createBalanceTransaction(
  scope: Scope,
  type: "charge" | "refund",
  amount: number,
  currency: string,
  source: string,
): Stripe.BalanceTransaction {
  const fee = type === "charge" ? feeOf(amount) : 0
  const transaction = {
    ...fixtures.balance_transaction,
    id: newId("txn"),
    object: "balance_transaction",
    amount,
    available_on: now(),
    balance_type: "payments",
    created: now(),
    currency,
    description: null,
    fee,
    fee_details: fee
      ? [{ amount: fee, application: null, currency, description: "Stripe processing fees", type: "stripe_fee" }]
      : [],
    net: amount - fee,
    reporting_category: type,
    source,
    type,
  } satisfies Stripe.BalanceTransaction
  return scope.world.state.put("balance_transaction", scope.owner, transaction)
}

export const retrieveCharge = (call: Call): Stripe.Charge => chargeById(call, call.path.charge!)

export function listCharges({ world, owner, params }: Call<Stripe.ChargeListParams>): Stripe.ApiList<Stripe.Charge> {
  const { created, customer, payment_intent } = params
  const charges = world.state
    .all("charge", owner)
    .filter(createdIn(created))
    .filter(
      (it) => (!customer || it.customer === customer) && (!payment_intent || it.payment_intent === payment_intent),
    )
  return listOf("/v1/charges", charges, params)
}

export function chargeById({ world, owner }: Scope, id: string): Stripe.Charge {
  const charge = world.state.get("charge", owner, id)
  if (!charge) throw missing("charge", id, "charge")
  return charge
}

export function retrieveBalanceTransaction({ world, owner, path }: Call): Stripe.BalanceTransaction {
  const transaction = world.state.get("balance_transaction", owner, path.id!)
  if (!transaction) throw missing("balance transaction", path.id!)
  return transaction
}

export function listBalanceTransactions({ world, owner, params }: Call<Stripe.BalanceTransactionListParams>) {
  const { source, type } = params
  const transactions = world.state
    .all("balance_transaction", owner)
    .filter((it) => (!source || it.source === source) && (!type || it.type === type))
  return listOf("/v1/balance_transactions", transactions, params)
}
