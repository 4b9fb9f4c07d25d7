import type Stripe from "stripe"
import type { Call } from "./call"
import { brandOf, type Card, testPaymentMethods } from "./cards"
import { customerById } from "./customers"
import { missing } from "./failure"
import fixtures from "./fixtures.json" with { type: "json" }
import { newId, now } from "./ids"
import { listOf } from "./lists"
import { emit, type Scope } from "./world"

export interface Payer {
  email: string | null
  name: string | null
}

const noAddress = fixtures.customer.address

/** Only a card that pays becomes one, so that a saved payment method always pays again. */
export function createPaymentMethod(scope: Scope, card: Card, payer: Payer, customer: string | null) {
  const paymentMethod = {
    ...fixtures.payment_method,
    id: newId("pm"),
    object: "payment_method",
    billing_details: { address: noAddress, email: payer.email, name: payer.name, phone: null, tax_id: null },
    card: {
      ...fixtures.payment_method.card,
      brand: brandOf(card.number),
      display_brand: brandOf(card.number),
      exp_month: card.expMonth,
      exp_year: card.expYear,
      fingerprint: `standin${card.number.slice(-4)}`,
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [brandOf(card.number)], preferred: null },
      wallet: null,
    },
    created: now(),
    customer,
    metadata: {},
    type: "card",
  } satisfies Stripe.PaymentMethod
  if (customer) emit(scope, "payment_method.attached", paymentMethod)
  return scope.world.state.put("payment_method", scope.owner, paymentMethod)
}

/** What a payment is made with: a card being typed, or a payment method saved earlier. */
export type Source = { card: Card; payer: Payer } | { paymentMethod: Stripe.PaymentMethod }

/** What an API call names: a test id such as `pm_card_visa` is a card of its own, any other id a saved method. */
export function sourceOf(scope: Scope, id: string): Source {
  const number = testPaymentMethods[id]
  if (!number) return { paymentMethod: paymentMethodById(scope, id) }
  const expYear = new Date().getUTCFullYear() + 5
  return { card: { number, expMonth: 12, expYear }, payer: { email: null, name: null } }
}

export const retrievePaymentMethod = (call: Call) => paymentMethodById(call, call.path.payment_method!)

export function listPaymentMethods(call: Call<Stripe.CustomerListPaymentMethodsParams>) {
  const customer = customerById(call, call.path.customer!, "customer")
  const saved = call.world.state.all("payment_method", call.owner).filter((it) => it.customer === customer.id)
  const { type } = call.params
  const wanted = type ? saved.filter((it) => it.type === type) : saved
  return listOf(`/v1/customers/${customer.id}/payment_methods`, wanted, call.params)
}

function paymentMethodById({ world, owner }: Scope, id: string): Stripe.PaymentMethod {
  const paymentMethod = world.state.get("payment_method", owner, id)
  if (!paymentMethod) throw missing("PaymentMethod", id, "payment_method")
  return paymentMethod
}
