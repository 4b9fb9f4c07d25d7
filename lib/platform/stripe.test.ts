import Stripe from "stripe"
import { describe, expect, it } from "vitest"
import { readWebhook, stripe, stripeConfigured, stripePages } from "./stripe"

const secret = "whsec_of_the_adapter_test"
Object.assign(process.env, {
  STRIPE_SECRET_KEY: "sk_test_adapter",
  STRIPE_WEBHOOK_SECRET: secret,
  STRIPE_API_BASE: "http://127.0.0.1:12111",
})

const payload = JSON.stringify({ id: "evt_1", object: "event", type: "checkout.session.completed", account: "acct_1" })
const signed = (options: { payload?: string; timestamp?: number; secret?: string } = {}) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, ...options })
const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds

describe("a webhook", () => {
  it("is read when Stripe signed it a moment ago", () => {
    const webhook = readWebhook(payload, signed({ timestamp: secondsAgo(290) }))
    expect(webhook).toMatchObject({ ok: true, event: { id: "evt_1", account: "acct_1" } })
    expect(readWebhook(Buffer.from(payload), signed())).toMatchObject({ ok: true })
  })

  it.each([
    ["without a signature", payload, null, "unsigned"],
    ["with a changed body", payload.replace("acct_1", "acct_2"), signed(), "tampered"],
    ["signed with another secret", payload, signed({ secret: "whsec_other" }), "tampered"],
    ["with a signature that is none", payload, "nonsense", "tampered"],
    ["signed too long ago", payload, signed({ timestamp: secondsAgo(310) }), "too_old"],
    ["too old and changed", `${payload} `, signed({ timestamp: secondsAgo(310) }), "tampered"],
    ["that isn't JSON", "{", signed({ payload: "{" }), "unreadable"],
  ])("%s is refused", (_, body, signature, refusal) => {
    expect(readWebhook(body, signature)).toEqual({ ok: false, refusal })
  })
})

describe("the client", () => {
  it("goes to the configured address, with time-out and retries", () => {
    expect(stripeConfigured()).toBe(true)
    expect(stripePages()).toEqual(["http://127.0.0.1:12111"])
    expect(stripe().getApiField("host")).toBe("127.0.0.1")
    expect(stripe().getApiField("port")).toBe("12111")
    expect(stripe().getApiField("timeout")).toBe(20_000)
    expect(stripe().getMaxNetworkRetries()).toBe(2)
    expect(stripe()).toBe(stripe())
  })
})
