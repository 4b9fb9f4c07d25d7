import Stripe from "stripe"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { aCheckout, cardForm, type StandIn, startStripe, submit } from "./fixture"
import fixtures from "./fixtures.json" with { type: "json" }
import { handlers } from "./routes"
import { operationNames } from "./spec"

let stripe: StandIn
beforeAll(async () => {
  stripe = await startStripe({})
})
afterAll(() => stripe.kill())

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: Stripe.errors.StripeError) => error,
  )

describe("the specification", () => {
  it("has a handler for each of its operations, and there are no others", () => {
    expect(Object.keys(handlers).sort()).toEqual([...operationNames].sort())
  })

  it("refuses a request with the list of all that is wrong", async () => {
    const response = await fetch(`${stripe.address}/v1/checkout/sessions`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_tests" },
      body: new URLSearchParams({
        mode: "pay",
        "line_items[0][quantity]": "one",
        "line_items[0][colour]": "red",
        "discounts[0][coupon]": "x",
      }),
    })

    expect(response.status).toBe(400)
    const { error } = await response.json()
    expect(error.type).toBe("invalid_request_error")
    const told = error.refusals.map((it: { code: string; param: string }) => `${it.code} ${it.param}`)
    expect(told.sort()).toEqual([
      "parameter_invalid line_items[0][quantity]",
      "parameter_invalid mode",
      "parameter_missing success_url",
      "parameter_unknown line_items[0][colour]",
      "parameter_unsupported discounts",
    ])
  })

  it.each([
    ["GET", "/v1/coupons", 404],
    ["GET", "/v1/charges?colour=red", 400],
    ["GET", "/v1/charges?limit=many", 400],
    ["GET", "/v1/charges?limit=101", 400],
  ])("answers %s %s with %i", async (method, path, status) => {
    const response = await fetch(stripe.address + path, { method, headers: { authorization: "Bearer sk_test_tests" } })
    expect(response.status).toBe(status)
  })

  it("needs a test key", async () => {
    const live = new Stripe("sk_live_real", { host: "127.0.0.1", port: new URL(stripe.address).port, protocol: "http" })
    expect(await refusal(live.customers.list())).toBeInstanceOf(Stripe.errors.StripeAuthenticationError)
  })
})

describe("answers", () => {
  it("have every field of Stripe's own examples", async () => {
    const { session, account, on } = await aCheckout(stripe)
    const customer = await stripe.client.customers.create({ name: "Northwind" }, on)
    await submit(session.url!, cardForm())
    const complete = await stripe.client.checkout.sessions.retrieve(session.id, {}, on)
    const intent = await stripe.client.paymentIntents.retrieve(String(complete.payment_intent), {}, on)
    const charge = await stripe.client.charges.retrieve(String(intent.latest_charge), {}, on)
    const refund = await stripe.client.refunds.create({ charge: charge.id }, on)

    const answers = { account, customer, charge, refund, "checkout.session": complete, payment_intent: intent }
    for (const [name, answer] of Object.entries(answers)) {
      const expected = Object.keys(fixtures[name as keyof typeof answers])
      expect(Object.keys(answer), name).toEqual(expect.arrayContaining(expected))
    }
  })

  it("list newest first, a page at a time, which the SDK pages through", async () => {
    const { on } = await aCheckout(stripe)
    for (const name of ["one", "two", "three"]) await stripe.client.customers.create({ name }, on)

    const first = await stripe.client.customers.list({ limit: 2 }, on)
    expect(first).toMatchObject({ has_more: true, data: [{ name: "three" }, { name: "two" }] })
    const all = await stripe.client.customers.list({ limit: 2 }, on).autoPagingToArray({ limit: 10 })
    expect(all.map((customer) => customer.name)).toEqual(["three", "two", "one"])
    const before = await stripe.client.customers.list({ limit: 1, ending_before: all[2]!.id }, on)
    expect(before.data.map((customer) => customer.name)).toEqual(["two"])
  })
})

describe("accounts", () => {
  it("keep their objects apart: another account's is not there", async () => {
    const ours = await aCheckout(stripe)
    const theirs = await aCheckout(stripe)
    const customer = await stripe.client.customers.create({ name: "Ours" }, ours.on)

    const found = await refusal(stripe.client.customers.retrieve(customer.id, {}, theirs.on))
    expect(found).toMatchObject({ statusCode: 404, code: "resource_missing" })
    const paid = await refusal(stripe.client.checkout.sessions.retrieve(ours.session.id, {}, theirs.on))
    expect(paid).toMatchObject({ statusCode: 404 })
    expect((await stripe.client.customers.list({}, theirs.on)).data).toEqual([])
    expect((await stripe.client.customers.list()).data).toEqual([])
    const unknown = await refusal(stripe.client.customers.list({}, { stripeAccount: "acct_unknown" }))
    expect(unknown).toMatchObject({ statusCode: 403, code: "account_invalid" })
  })

  it("take payments after their owner has gone through the hosted onboarding", async () => {
    const account = await stripe.client.accounts.create({ type: "standard" })
    const charge = { amount: 500, currency: "eur", payment_method: "pm_card_visa", confirm: true }
    const on = { stripeAccount: account.id }
    expect(await refusal(stripe.client.paymentIntents.create(charge, on))).toMatchObject({ statusCode: 400 })

    const urls = { refresh_url: "http://firm.test/again", return_url: "http://firm.test/back" }
    const link = await stripe.client.accountLinks.create({ account: account.id, type: "account_onboarding", ...urls })
    const unnamed = await submit(link.url, { businessName: " " })
    expect(unnamed.status).toBe(422)
    const done = await submit(link.url, { businessName: "Birch & Co" })

    expect(done.headers.get("location")).toBe("http://firm.test/back")
    const onboarded = await stripe.client.accounts.retrieve(account.id)
    expect(onboarded).toMatchObject({ charges_enabled: true, business_profile: { name: "Birch & Co" } })
    expect((await stripe.client.events.list({ type: "account.updated" }, on)).data).toHaveLength(1)
    expect((await stripe.client.paymentIntents.create(charge, on)).status).toBe("succeeded")
    const again = await fetch(link.url, { redirect: "manual" })
    expect(again.headers.get("location")).toBe("http://firm.test/again")
  })

  it("of demo data have the id that was asked for, and are found again", async () => {
    const params = { type: "standard", metadata: { standin: "onboarded", standin_id: "acct_acme" } } as const
    const first = await stripe.client.accounts.create(params)
    const second = await stripe.client.accounts.create(params)

    expect(first).toMatchObject({ id: "acct_acme", charges_enabled: true })
    expect(second).toEqual(first)
  })
})

describe("an idempotency key", () => {
  it("gives the same answer to the same request, also when it was refused", async () => {
    const { on } = await aCheckout(stripe)
    const options = { ...on, idempotencyKey: "pay-1" }
    const declined = { amount: 500, currency: "eur", payment_method: "pm_card_chargeDeclined", confirm: true }

    const customer = await stripe.client.customers.create({ name: "Once" }, { ...on, idempotencyKey: "once" })
    const again = await stripe.client.customers.create({ name: "Once" }, { ...on, idempotencyKey: "once" })
    expect(again).toEqual(customer)
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true")
    const refused = await refusal(stripe.client.paymentIntents.create(declined, options))
    const refusedAgain = await refusal(stripe.client.paymentIntents.create(declined, options))
    expect(refused).toMatchObject({ statusCode: 402, decline_code: "generic_decline" })
    expect(refusedAgain!.payment_intent!.id).toBe(refused!.payment_intent!.id)
    expect((await stripe.client.charges.list({}, on)).data).toHaveLength(1)
  })

  it("is refused for another request, and is another key in another account", async () => {
    const [ours, theirs] = [await aCheckout(stripe), await aCheckout(stripe)]
    const idempotencyKey = "mine"
    const customer = await stripe.client.customers.create({ name: "A" }, { ...ours.on, idempotencyKey })

    const other = await refusal(stripe.client.customers.create({ name: "B" }, { ...ours.on, idempotencyKey }))
    expect(other).toBeInstanceOf(Stripe.errors.StripeIdempotencyError)
    expect(other).toMatchObject({ statusCode: 400 })
    const elsewhere = await stripe.client.customers.create({ name: "B" }, { ...theirs.on, idempotencyKey })
    expect(elsewhere.id).not.toBe(customer.id)
  })

  it("is free again after a request the specification refused", async () => {
    const { on } = await aCheckout(stripe)
    const options = { ...on, idempotencyKey: "second-try" }
    await refusal(stripe.client.paymentIntents.create({ amount: 500 } as Stripe.PaymentIntentCreateParams, options))

    const intent = await stripe.client.paymentIntents.create({ amount: 500, currency: "eur" }, options)
    expect(intent.status).toBe("requires_payment_method")
  })
})

describe("refunds", () => {
  it("return part, then the rest, and never more", async () => {
    const { on } = await aCheckout(stripe)
    const paid = { amount: 1000, currency: "eur", payment_method: "pm_card_visa", confirm: true }
    const intent = await stripe.client.paymentIntents.create(paid, on)

    await stripe.client.refunds.create({ payment_intent: intent.id, amount: 400, metadata: { why: "late" } }, on)
    const tooMuch = await refusal(stripe.client.refunds.create({ payment_intent: intent.id, amount: 601 }, on))
    expect(tooMuch).toMatchObject({ statusCode: 400, param: "amount" })
    await stripe.client.refunds.create({ payment_intent: intent.id }, on)
    const none = await refusal(stripe.client.refunds.create({ payment_intent: intent.id }, on))
    expect(none).toMatchObject({ code: "charge_already_refunded" })

    const charge = await stripe.client.charges.retrieve(String(intent.latest_charge), {}, on)
    expect(charge).toMatchObject({ amount_refunded: 1000, refunded: true })
    const { data } = await stripe.client.refunds.list({ payment_intent: intent.id }, on)
    expect(data.map((refund) => refund.amount)).toEqual([600, 400])
  })
})

describe("payment intents", () => {
  it("can be cancelled while open, and then neither paid nor cancelled again", async () => {
    const { on } = await aCheckout(stripe)
    const intent = await stripe.client.paymentIntents.create({ amount: 500, currency: "eur" }, on)

    expect((await stripe.client.paymentIntents.cancel(intent.id, {}, on)).status).toBe("canceled")
    for (const late of [
      stripe.client.paymentIntents.cancel(intent.id, {}, on),
      stripe.client.paymentIntents.confirm(intent.id, { payment_method: "pm_card_visa" }, on),
    ]) {
      expect(await refusal(late)).toMatchObject({ code: "payment_intent_unexpected_state" })
    }
  })

  it.each([
    [{ amount: 49, currency: "eur" }, "amount_too_small"],
    [{ amount: 100_000_000, currency: "eur" }, "amount_too_large"],
    [{ amount: 500, currency: "euro" }, undefined],
  ])("refuse %o", async (params, code) => {
    expect(await refusal(stripe.client.paymentIntents.create(params))).toMatchObject({ statusCode: 400, code })
  })
})
