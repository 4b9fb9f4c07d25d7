import type Stripe from "stripe"
import { requireCharges } from "./accounts"
import type { Call } from "./call"
import { customerById } from "./customers"
import { invalid, missing } from "./failure"
import fixtures from "./fixtures.json" with { type: "json" }
import { newId, now } from "./ids"
import { lineItemsOf, savedLineItems, totalOf } from "./line-items"
import { listOf, pageOf } from "./lists"
import { mergedMetadata } from "./metadata"
import { emit, type Scope, type World } from "./world"

const day = 24 * 3600

export function createSession(call: Call<Stripe.Checkout.SessionCreateParams>): Stripe.Checkout.Session {
  const { params, world, owner } = call
  const { mode, customer_email } = params
  if (mode !== "payment" && mode !== "setup") throw invalid("The stand-in has the modes payment and setup.", "mode")
  requireCharges(call)
  for (const param of ["success_url", "cancel_url"] as const) requireAddress(params[param], param)
  const customer = customerOf(call)
  const items = mode === "payment" ? lineItemsOf(params.line_items) : []
  const total = mode === "payment" ? totalOf(items) : null

  const id = newId("cs_test", 58)
  const session = {
    ...fixtures["checkout.session"],
    id,
    object: "checkout.session",
    adaptive_pricing: null,
    after_expiration: null,
    allowed_payment_method_types: null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: now(),
    currency: items[0]?.currency ?? params.currency ?? null,
    currency_conversion: null,
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: customer?.id ?? null,
    customer_creation: mode === "payment" && !customer ? (params.customer_creation ?? "if_required") : null,
    customer_details: null,
    customer_email: customer_email ?? null,
    expires_at: expiryOf(params.expires_at),
    invoice_creation: null,
    livemode: false,
    locale: params.locale ?? null,
    managed_payments: null,
    metadata: mergedMetadata({}, params.metadata),
    mode,
    payment_intent: null,
    payment_method_configuration_details: null,
    payment_method_types: ["card"],
    payment_status: mode === "setup" ? "no_payment_required" : "unpaid",
    permissions: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    status: "open",
    submit_type: params.submit_type ?? null,
    success_url: params.success_url ?? null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: "hosted_page",
    url: `${world.address}/c/pay/${id}`,
    wallet_options: null,
  } satisfies Stripe.Checkout.Session
  const { payment_intent_data, setup_intent_data } = params
  const chargeData = { ...(mode === "setup" ? setup_intent_data : payment_intent_data) }
  const passed = { ...chargeData, metadata: mergedMetadata({}, chargeData.metadata) }
  world.state.put("line_items", owner, { id, items, chargeData: passed as typeof passed & { description?: string } })
  return world.state.put("session", owner, session)
}

function requireAddress(url: string | undefined, param: string): void {
  if (url !== undefined && !/^https?:\/\//.test(url)) throw invalid("Not a valid URL", param, "url_invalid")
}

function customerOf(call: Call<Stripe.Checkout.SessionCreateParams>): Stripe.Customer | undefined {
  const { customer, customer_email } = call.params
  if (customer && customer_email)
    throw invalid("You may only specify one of these: customer, customer_email.", "customer")
  return customer ? customerById(call, customer, "customer") : undefined
}

function expiryOf(asked: number | undefined): number {
  if (asked === undefined) return now() + day
  // Stripe's own bounds are 30 minutes and 24 hours; a minute is left for clocks.
  if (asked >= now() + 29 * 60 && asked <= now() + day + 60) return asked
  throw invalid("The `expires_at` timestamp must be at least 30 minutes and less than 24 hours from now.", "expires_at")
}

export function retrieveSession(call: Call<Stripe.Checkout.SessionRetrieveParams>): object {
  const session = sessionById(call, call.path.session!)
  if (!call.params.expand?.some((path) => path.split(".")[0] === "line_items")) return session
  const items = savedLineItems(call, session.id)
  return { ...session, line_items: pageOf(`/v1/checkout/sessions/${session.id}/line_items`, items, {}) }
}

export function listSessions({ world, owner, params }: Call<Stripe.Checkout.SessionListParams>) {
  const { customer, payment_intent } = params
  const sessions = world.state
    .all("session", owner)
    .filter(
      (it) => (!customer || it.customer === customer) && (!payment_intent || it.payment_intent === payment_intent),
    )
  return listOf("/v1/checkout/sessions", sessions, params)
}

export function listLineItems(call: Call<Stripe.Checkout.SessionListLineItemsParams>): Stripe.ApiList<Stripe.LineItem> {
  const { id } = sessionById(call, call.path.session!)
  return pageOf(`/v1/checkout/sessions/${id}/line_items`, savedLineItems(call, id), call.params)
}

export function expireSession(call: Call): Stripe.Checkout.Session {
  const session = sessionById(call, call.path.session!)
  if (session.status === "open") return expired(call, session)
  const message = `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`
  throw invalid(message, "session")
}

/** Ends the sessions whose time is over; the caller commits. */
export function expireOverdue(world: World): void {
  const request = { id: null, idempotency_key: null }
  for (const { id } of world.state.all("session").filter((it) => it.status === "open" && it.expires_at <= now())) {
    const { owner, value } = world.state.find("session", id)!
    expired({ world, owner, request }, value)
  }
}

function expired(scope: Scope, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  const ended = { ...session, status: "expired", url: null } satisfies Stripe.Checkout.Session
  emit(scope, "checkout.session.expired", ended)
  return scope.world.state.put("session", scope.owner, ended)
}

export function sessionById({ world, owner }: Scope, id: string): Stripe.Checkout.Session {
  const session = world.state.get("session", owner, id)
  if (!session) throw missing("checkout.session", id, "session")
  return session
}
