import type Stripe from "stripe"
import { type Card, type Decline, declineOf } from "./cards"
import { createCustomer } from "./customers"
import { newIntent, payIntent, paymentIntentById } from "./payment-intents"
import { createPaymentMethod } from "./payment-methods"
import { createSetupIntent } from "./setup-intents"
import { emit, type Scope } from "./world"

interface Payer {
  email: string
  name: string
}

/** What the hosted page does with a card: pays or keeps it, or says why its bank refused. The caller commits. */
export function completeSession(
  scope: Scope,
  session: Stripe.Checkout.Session,
  card: Card,
  payer: Payer,
): Decline | undefined {
  return session.mode === "setup" ? keepCard(scope, session, card, payer) : pay(scope, session, card, payer)
}

function pay(scope: Scope, session: Stripe.Checkout.Session, card: Card, payer: Payer): Decline | undefined {
  const earlier = typeof session.payment_intent === "string" ? session.payment_intent : undefined
  const intent = earlier ? paymentIntentById(scope, earlier) : firstIntent(scope, session, payer)
  const { decline, intent: tried } = payIntent(scope, intent, { card, payer })
  if (decline) {
    const waiting = { ...session, payment_intent: tried.id } satisfies Stripe.Checkout.Session
    scope.world.state.put("session", scope.owner, waiting)
    return decline
  }
  close(scope, session, payer, { customer: tried.customer, payment_intent: tried.id, payment_status: "paid" })
}

function firstIntent(scope: Scope, session: Stripe.Checkout.Session, payer: Payer): Stripe.PaymentIntent {
  const customer = session.customer_creation === "always" ? newCustomer(scope, payer) : session.customer
  return newIntent(scope, {
    ...passedOn(scope, session),
    amount: session.amount_total!,
    currency: session.currency!,
    customer: typeof customer === "string" ? customer : null,
  })
}

function keepCard(scope: Scope, session: Stripe.Checkout.Session, card: Card, payer: Payer): Decline | undefined {
  const decline = declineOf(card.number)
  if (decline) return decline
  const customer = typeof session.customer === "string" ? session.customer : null
  const method = createPaymentMethod(scope, card, payer, customer)
  const intent = createSetupIntent(scope, { ...passedOn(scope, session), customer }, method)
  close(scope, session, payer, { setup_intent: intent.id })
}

function close(
  scope: Scope,
  session: Stripe.Checkout.Session,
  payer: Payer,
  outcome: Partial<Stripe.Checkout.Session>,
): void {
  const address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }
  const complete = {
    ...session,
    ...outcome,
    customer_details: {
      address,
      business_name: null,
      email: payer.email,
      individual_name: null,
      name: payer.name,
      phone: null,
      tax_exempt: "none",
      tax_ids: [],
    },
    status: "complete",
    url: null,
  } satisfies Stripe.Checkout.Session
  emit(scope, "checkout.session.completed", complete)
  scope.world.state.put("session", scope.owner, complete)
}

const passedOn = ({ world, owner }: Scope, { id }: Stripe.Checkout.Session) =>
  world.state.get("line_items", owner, id)?.chargeData ?? {}

const newCustomer = (scope: Scope, payer: Payer) => createCustomer({ ...scope, params: payer, path: {} }).id
