import type Stripe from "stripe"
import { stripeDecimals } from "@/lib/platform/stripe-amount"
import { isCardNumber, isExpired, readExpiry } from "./cards"
import { expireOverdue, sessionById } from "./checkout"
import { completeSession } from "./checkout-completion"
import { customerById } from "./customers"
import { savedLineItems } from "./line-items"
import { field, type Html, html, notice, type PageAnswer, type PageRequest, page, redirect } from "./page"
import { platform } from "./state"
import type { Scope } from "./world"

type Errors = Partial<Record<"cardNumber" | "cardExpiry" | "cardCvc" | "email" | "billingName", string>>

/** The page behind a session's `url`: works without JavaScript and without a cookie. */
export function paymentPage({ world, method, pathname, form }: PageRequest): PageAnswer {
  expireOverdue(world)
  world.state.commit()
  const found = world.state.find("session", pathname.slice("/c/pay/".length))
  if (!found) return notice(404, "Page not found", "This payment link doesn't exist.")
  const scope: Scope = { world, owner: found.owner, request: { id: null, idempotency_key: null } }
  const session = found.value
  if (session.status === "complete") return completed(session, method)
  if (session.status === "expired") {
    const back = session.cancel_url ? { href: session.cancel_url, label: "Go back" } : undefined
    return notice(410, "This payment link has expired", "Ask for a new one, or start again from where you came.", back)
  }
  return method === "POST"
    ? submitted(scope, session, form)
    : paymentForm(200, scope, session, new URLSearchParams(), {})
}

// A second click, or the browser's repeat of the post, ends where the first one did.
function completed(session: Stripe.Checkout.Session, method: string): PageAnswer {
  if (method === "POST") return redirect(successAddress(session))
  const way = { href: successAddress(session), label: "Continue" }
  return notice(200, "All done", "This payment is complete; there is nothing left to do here.", way)
}

const successAddress = ({ success_url, id }: Stripe.Checkout.Session) =>
  (success_url ?? "").replaceAll("{CHECKOUT_SESSION_ID}", id)

function submitted(scope: Scope, session: Stripe.Checkout.Session, form: URLSearchParams): PageAnswer {
  const typed = (name: string) => (form.get(name) ?? "").trim()
  const errors = errorsIn(typed)
  if (Object.keys(errors).length > 0)
    return paymentForm(422, scope, session, form, errors, "Some fields need your attention.")

  const { month, year } = readExpiry(typed("cardExpiry"))!
  const card = { number: digitsOf(typed("cardNumber")), expMonth: month, expYear: year }
  const decline = completeSession(scope, session, card, { email: typed("email"), name: typed("billingName") })
  scope.world.state.commit()
  if (!decline) return redirect(successAddress(session))
  return paymentForm(402, scope, sessionById(scope, session.id), form, {}, decline.message)
}

const digitsOf = (number: string) => number.replace(/[\s-]/g, "")

function errorsIn(typed: (name: string) => string): Errors {
  const expiry = readExpiry(typed("cardExpiry"))
  const found: Record<keyof Errors, string | false> = {
    email: !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed("email")) && "Enter an e-mail address, like you@example.com.",
    cardNumber: !isCardNumber(digitsOf(typed("cardNumber"))) && "Your card number is invalid.",
    cardExpiry: expiry
      ? isExpired(expiry) && "Your card's expiration date is in the past."
      : "Enter the expiration date as MM / YY.",
    cardCvc: !/^\d{3,4}$/.test(typed("cardCvc")) && "Your card's security code is incomplete.",
    billingName: !typed("billingName") && "Enter the name on the card.",
  }
  return Object.fromEntries(Object.entries(found).filter(([, sentence]) => sentence)) as Errors
}

function paymentForm(
  status: number,
  scope: Scope,
  session: Stripe.Checkout.Session,
  form: URLSearchParams,
  errors: Errors,
  sentence?: string,
): PageAnswer {
  const what = session.mode === "setup" ? "Save card" : `Pay ${written(session.amount_total!, session.currency!)}`
  // What identifies the card is never sent back; the rest of what was typed is.
  return page(
    status,
    sentence ? `Not paid yet · ${what}` : what,
    html`${summary(scope, session)}
    <section class="card" aria-labelledby="card-title">
      <h2 id="card-title">${session.mode === "setup" ? "Your card" : "Pay by card"}</h2>
      ${sentence && html`<p class="alert" role="alert">${sentence}</p>`}
      <form method="post" action="${scope.world.address}/c/pay/${session.id}" novalidate>
        ${field({
          name: "email",
          label: "Email",
          type: "email",
          autocomplete: "email",
          value: form.get("email") ?? emailOf(scope, session),
          error: errors.email,
        })}
        ${field({ name: "cardNumber", label: "Card number", autocomplete: "cc-number", inputmode: "numeric", placeholder: "4242 4242 4242 4242", error: errors.cardNumber })}
        <div class="pair">
          ${field({ name: "cardExpiry", label: "Expires MM / YY", autocomplete: "cc-exp", inputmode: "numeric", placeholder: "MM / YY", error: errors.cardExpiry })}
          ${field({ name: "cardCvc", label: "Security code", autocomplete: "cc-csc", inputmode: "numeric", placeholder: "CVC", error: errors.cardCvc })}
        </div>
        ${field({ name: "billingName", label: "Name on card", autocomplete: "cc-name", value: form.get("billingName") ?? "", error: errors.billingName })}
        <button type="submit">${what}</button>
      </form>
      <p class="hint">4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined; any future date and any security code.</p>
      ${session.cancel_url && html`<p class="back"><a href="${session.cancel_url}">Cancel and go back</a></p>`}
    </section>`,
  )
}

function summary(scope: Scope, session: Stripe.Checkout.Session): Html {
  const account = scope.owner === platform ? undefined : scope.world.state.get("account", platform, scope.owner)
  const name = account?.business_profile?.name ?? account?.email ?? "the merchant"
  if (session.mode === "setup") {
    return html`<section class="summary"><h1>Save a card for ${name}</h1><p class="amount">No charge today</p></section>`
  }
  const lines = savedLineItems(scope, session.id).map(
    (item) => html`<li><span>${item.description}
      ${item.quantity !== 1 && html`<small>${item.quantity} × ${written(item.price!.unit_amount!, item.currency)}</small>`}</span>
      <span>${written(item.amount_total, item.currency)}</span></li>`,
  )
  return html`<section class="summary">
    <h1>Pay ${name}</h1>
    <p class="amount">${written(session.amount_total!, session.currency!)}</p>
    <ul class="lines">${lines}</ul>
  </section>`
}

function emailOf(scope: Scope, { customer, customer_email }: Stripe.Checkout.Session): string {
  return customer_email ?? (typeof customer === "string" ? customerById(scope, customer).email : null) ?? ""
}

export function written(amount: number, currency: string): string {
  const digits = stripeDecimals(currency)
  const format = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  return new Intl.NumberFormat("en", format).format(amount / 10 ** digits)
}
