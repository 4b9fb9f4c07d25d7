import "server-only"
import Stripe from "stripe"
import { env } from "./env"
import { processWide } from "./process-wide"

const toleranceSeconds = 300

export function stripeConfigured(): boolean {
  return Boolean(env.STRIPE_SECRET_KEY && env.STRIPE_WEBHOOK_SECRET)
}

/** Where a person's browser is sent to pay: for the Content-Security-Policy. */
export function stripePages(): string[] {
  if (!stripeConfigured()) return []
  if (env.STRIPE_API_BASE) return [new URL(env.STRIPE_API_BASE).origin]
  return ["https://checkout.stripe.com", "https://connect.stripe.com"]
}

/** The platform's client; name the connected account in each call: `{ stripeAccount }`. */
export function stripe(): Stripe {
  return processWide("stripe", () => {
    if (!env.STRIPE_SECRET_KEY) throw new Error("Stripe is not configured: check stripeConfigured() first")
    return new Stripe(env.STRIPE_SECRET_KEY, {
      ...(env.STRIPE_API_BASE && address(env.STRIPE_API_BASE)),
      apiVersion: Stripe.API_VERSION,
      maxNetworkRetries: 2,
      timeout: 20_000,
      telemetry: false,
    })
  })
}

function address(base: string) {
  const { hostname, port, protocol } = new URL(base)
  const secure = protocol === "https:"
  return { host: hostname, port: port || (secure ? 443 : 80), protocol: secure ? "https" : "http" } as const
}

export type WebhookRefusal = "not_configured" | "unsigned" | "tampered" | "too_old" | "unreadable"
export type Webhook = { ok: true; event: Stripe.Event } | { ok: false; refusal: WebhookRefusal }

/** The event in a webhook's body exactly as it came, or why it can't be trusted. */
export function readWebhook(rawBody: string | Uint8Array, signature: string | null | undefined): Webhook {
  const secret = env.STRIPE_WEBHOOK_SECRET
  if (!secret) return { ok: false, refusal: "not_configured" }
  if (!signature) return { ok: false, refusal: "unsigned" }
  try {
    return { ok: true, event: Stripe.webhooks.constructEvent(rawBody, signature, secret, toleranceSeconds) }
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) return { ok: false, refusal: "unreadable" }
    return { ok: false, refusal: genuine(rawBody, signature, secret) ? "too_old" : "tampered" }
  }
}

// The SDK's error tells the two apart in its English only; without a tolerance it checks the signature alone.
function genuine(rawBody: string | Uint8Array, signature: string, secret: string): boolean {
  try {
    Stripe.webhooks.constructEvent(rawBody, signature, secret, 0)
    return true
  } catch {
    return false
  }
}
